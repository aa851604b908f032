"""Process measures in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.reports.page.sentences import sentence, whole
from simulator.reports.words import Words
from simulator.scoring.measures import ForceUse, HelpCalled, Measures
from simulator.scoring.values import clock_words


def measure_lines(measures: Measures, words: Words) -> Iterator[str]:
    """Every measure that has something to say, a sentence each."""
    yield words.count("m_lasted", measures.decisions, clock=clock_words(measures.seconds))
    where = words("m_peak_turn", turn=measures.peak_turn) if measures.peak_turn else ""
    yield words(
        "m_tension",
        start=whole(measures.tension_start),
        peak=whole(measures.tension_peak),
        where=where + (words("m_peak_injected") if measures.peak_injected else ""),
        end=whole(measures.tension_end),
    )
    yield words("m_trust", start=whole(measures.rapport_start), end=whole(measures.rapport_end))
    reached = [
        words("m_stair", label=stair.label.lower(), clock=clock_words(stair.seconds))
        for stair in measures.stairs
        if stair.seconds is not None and stair.turn
    ]
    yield words("m_stairs", stairs=", ".join(reached)) if reached else words("m_no_stairs")
    yield from _talk(measures, words)
    if measures.stressors:
        yield words("m_stressors", eased=measures.stressors_eased, all=len(measures.stressors))
    distance = measures.distance
    yield words(
        "m_distance",
        began=f"{distance.began:g}",
        nearest=f"{distance.nearest:g}",
        seconds=f"{distance.seconds_inside_comfort:.0f}",
    )
    if distance.nearest_weapon is not None:
        yield words("m_weapon", metres=f"{distance.nearest_weapon:g}")
    if measures.seconds_bought:
        yield words("m_bought", clock=clock_words(measures.seconds_bought))
    for called in measures.help:
        yield _help(called, words)
    yield from _done(measures, words)


def _talk(measures: Measures, words: Words) -> Iterator[str]:
    talk, latency = measures.talk, measures.latency
    if not talk.words_said:
        yield words("m_talk_none")
    elif talk.share_listened is not None:
        yield words("m_talk", words=talk.words_said, share=f"{talk.share_listened:.0%}")
    if latency is not None:
        yield words(
            "m_latency", middle=f"{latency.middle:g}", longest=f"{latency.longest:g}", turn=latency.longest_turn
        )


def _help(called: HelpCalled, words: Words) -> str:
    key = "m_help" if called.by_officer else "m_help_others"
    if called.arrived is None:
        return words(f"{key}_not", label=sentence(called.label).rstrip("."), turn=called.turn)
    return words(key, label=called.label, turn=called.turn, arrived=clock_words(called.arrived))


def force_words(use: ForceUse, words: Words) -> str:
    """A use of force, with the threat that was there."""
    threat = words(f"threat_{use.threat}") if use.threat in ("none", "possible", "immediate") else use.threat
    return words("m_force", turn=use.turn, threat=threat, label=sentence(use.label))


def _done(measures: Measures, words: Words) -> Iterator[str]:
    for promise in measures.promises:
        if promise.settled:
            key, settled = "m_promise", promise.settled
        else:
            key, settled = "m_promise_open", 0
        yield words(key, made=promise.made, status=promise.status, settled=settled, words=sentence(promise.words))
    for use in measures.force:
        yield force_words(use, words)
    for injection in measures.injected:
        yield words("m_injected", turn=injection.turn, words=sentence(injection.words))
