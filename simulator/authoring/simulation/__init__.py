"""Simulated runs of a scenario: what becomes of it when simulated trainees play it, seed after seed."""

from simulator.authoring.simulation.company import PLAYS, fared_meanwhile, fared_of
from simulator.authoring.simulation.company_cache import CompanyCache
from simulator.authoring.simulation.hardness import Hardness, hardness_of, hardship_count
from simulator.authoring.simulation.parallel import Simulated, simulate_parallel
from simulator.authoring.simulation.runs import MOST_TURNS, Run, play_policy, run_of, run_once, run_seed, simulate
from simulator.authoring.simulation.summary import Summary, summarise
from simulator.authoring.simulation.usage import Covered, Usage, coverage, usage_of

__all__ = [
    "MOST_TURNS",
    "PLAYS",
    "CompanyCache",
    "Covered",
    "Hardness",
    "Run",
    "Simulated",
    "Summary",
    "Usage",
    "coverage",
    "fared_meanwhile",
    "fared_of",
    "hardness_of",
    "hardship_count",
    "play_policy",
    "run_of",
    "run_once",
    "run_seed",
    "simulate",
    "simulate_parallel",
    "summarise",
    "usage_of",
]
