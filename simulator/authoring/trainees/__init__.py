"""Simulated trainees: small ways of choosing that a scenario is tuned and judged with.

One-note policies each follow a single idea whatever the moment asks for; no call may let one of them win. Novice and
typical mix good and poor. The expert looks one act ahead, the solver to the end. The same state gives the same action.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from simulator.authoring.trainees.choosing import Policy
from simulator.authoring.trainees.expert import expert
from simulator.authoring.trainees.mixed import novice, random, typical
from simulator.authoring.trainees.one_note import (
    always_first,
    always_longest,
    always_warm,
    directive,
    kindest,
    leaver,
    limit_setter,
    most_techniques,
    waiter,
)
from simulator.authoring.trainees.solved import solver

POLICIES: Mapping[str, Policy] = MappingProxyType(
    {
        "expert": expert,
        "typical": typical,
        "novice": novice,
        "directive": directive,
        "limit_setter": limit_setter,
        "always_warm": always_warm,
        "kindest": kindest,
        "waiter": waiter,
        "leaver": leaver,
        "most_techniques": most_techniques,
        "always_first": always_first,
        "always_longest": always_longest,
        "random": random,
    }
)
"""The policies that choose at once, by their names on the command line."""

EVERY_POLICY: Mapping[str, Policy] = MappingProxyType({**POLICIES, "solver": solver})
"""Every policy, with the one that needs a second for a call: `solver` plays only where it is asked for."""

ONE_NOTE = tuple(name for name in POLICIES if name not in ("expert", "typical", "novice"))
"""Policies that no call may let win."""

__all__ = ["EVERY_POLICY", "ONE_NOTE", "POLICIES", "Policy"]
