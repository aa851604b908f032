"""Tools over scenarios: catalogue files, the library, policies, simulated trainees, scenario tests."""
