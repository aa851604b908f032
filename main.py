"""Entry point: `python main.py` opens the window; every other job is a subcommand (`python main.py --help`)."""

from simulator.cli import main

if __name__ == "__main__":
    main()
