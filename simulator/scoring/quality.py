"""Whether a technique is good or poor evidence: fixed for most, by the threat of the moment for force."""

from __future__ import annotations

from typing import Literal

from simulator.scenario.catalogue import Technique

Quality = Literal["good", "poor", "none"]


def quality(row: Technique, threat: bool | str) -> Quality:
    """Good or poor under this threat. Force (`by_threat`) is good at `immediate`, poor at `none`, and no evidence
    at `possible`, where only the whole course of events can tell."""
    if row.polarity != "by_threat":
        return row.polarity
    return "good" if threat == "immediate" else "poor" if threat == "none" else "none"
