"""Simulated runs of a scenario: what becomes of it when simulated trainees play it, seed after seed."""

from simulator.authoring.simulation.runs import (
    MOST_TURNS,
    Run,
    Summary,
    play_policy,
    run_once,
    run_seed,
    simulate,
    summarise,
)

__all__ = ["MOST_TURNS", "Run", "Summary", "play_policy", "run_once", "run_seed", "simulate", "summarise"]
