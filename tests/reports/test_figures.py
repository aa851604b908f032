"""Every figure of a report, worked out again from the lines of a real session log by a reader of its own.

Nothing of the program is used for it but the files: the log as JSON, the scenario and the catalogues as YAML.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml

from simulator.authoring.catalogues import shipped, shipped_texts
from simulator.authoring.library import SHIPPED, find_library
from simulator.authoring.trainees import POLICIES
from simulator.encounter.program import compile_program
from simulator.records.live import LiveSession
from simulator.reports.markdown import markdown_report
from simulator.reports.page.whole import report_of
from simulator.scoring.debrief import debrief

PLAYED = [
    ("corner_shop", "expert", 1),
    ("corner_shop", "novice", 0),
    ("bridge_rail", "novice", 0),
    ("bridge_rail", "waiter", 2),
    ("coffee_morning", "novice", 1),
    ("coffee_morning", "expert", 0),
]
ACT_TECHNIQUES = {
    "wait": "pause", "hold": "pause", "back": "give_space", "closer": "crowd_in", "cover": "take_cover",
    "partner": "hand_over_voice",
}  # fmt: skip
BANDS = {"calm": 0, "uneasy": 20, "agitated": 40, "volatile": 60, "crisis": 80}


class Log:
    """A session log as anybody could read it."""

    def __init__(self, path: Path, scenario: str) -> None:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        self.head, self.end = rows[0], rows[-1]
        self.turns = [row for row in rows if row["kind"] == "action"]
        self.told = yaml.safe_load(scenario)
        self.techniques = yaml.safe_load(shipped_texts()["techniques.yaml"])["techniques"]
        cast = self.told["cast"]
        self.person = next(id_ for id_, who in cast.items() if who["role"] == "subject")
        drawn = (self.told["temperaments"][self.head["start"]["temperament"]] or {}).get("profile") or {}
        self.profile = {**cast[self.person]["profile"], **drawn}

    def rows(self, turn, kind):
        return [row[1:] for row in turn["happened"] if row[0] == kind]

    def all(self, kind):
        return [(turn["number"], *row) for turn in self.turns for row in self.rows(turn, kind)]

    def clocks(self):
        """The clock in tenths before each turn, and at the end."""
        clock, clocks = 0, [0]
        for turn in self.turns:
            clock += sum(row[1] for row in self.rows(turn, "drifted") if row[0] == self.person)
            clocks.append(clock)
        return clocks

    def tension(self):
        """Tension, in thousandths, at the start and after each jump and each stretch of time, with the turn; for a
        stretch also its tenths, what it came from and what it was drawn to."""
        value = self.profile["tension"] * 1000
        yield 0, value, None
        for turn in self.turns:
            for row in turn["happened"]:
                if row[0] == "landed" and row[1] == self.person:
                    value = min(max(value + row[3], 0), 100_000)
                    yield turn["number"], value, None
                elif row[0] == "drifted" and row[1] == self.person:
                    before, value = value, row[3]
                    yield turn["number"], value, (row[2], before, row[5])

    def trust(self):
        value = self.profile["rapport"] * 1000
        for turn in self.turns:
            for row in self.rows(turn, "landed"):
                if row[0] == self.person:
                    value = min(max(value + row[3], -40_000), 100_000)
        return value / 1000

    def seconds_in_bands(self):
        """By standing in the middle of every fiftieth of a second."""
        spent = dict.fromkeys(BANDS, 0.0)
        for _, after, stretch in self.tension():
            if stretch is None or not stretch[0]:
                continue
            tenths, before, toward = stretch
            gap, left = before - toward, after - toward
            falls = math.log(gap / left) if gap * left > 0 and abs(gap) > 100 and abs(gap) != abs(left) else None
            parts = tenths * 5
            for place in range(parts):
                share = (place + 0.5) / parts
                now = before + (after - before) * share if falls is None else toward + gap * math.exp(-falls * share)
                band = max((line, name) for name, line in BANDS.items() if line * 1000 <= now)[1]
                spent[band] += 0.02
        return spent

    def does(self, place):
        """The techniques that a turn used, from the scenario's own text."""
        turn, node = self.turns[place], self.node_at(place)
        action = turn["action"]
        line = self.told["nodes"][node]["lines"].get(action)
        if line is not None:
            return line.get("does", [])
        if action == "silence":
            return ["pause"]
        kind, _, who = action.partition(":")
        places = [self.told["nodes"][node], self.told, {"acts": {action: self.told["cast"].get(who, {}).get("act")}}]
        rules = [rule for place in places if (rule := (place.get("acts") or {}).get(action))]
        own = next((rule["does"] for rule in rules if "does" in rule), None)
        return own or ([ACT_TECHNIQUES[kind]] if kind in ACT_TECHNIQUES else [])

    def node_at(self, place):
        node = self.told["start"]
        for turn in self.turns[:place]:
            for row in self.rows(turn, "entered"):
                node = row[0]
        return node


@cache
def program_of(call):
    return compile_program(find_library([SHIPPED], shipped()).playable()[call].scenario, shipped())


@pytest.fixture(scope="module", params=PLAYED, ids=["-".join(map(str, row)) for row in PLAYED])
def played(request, tmp_path_factory):
    """A call played through a real session: the log, the debrief and the report as Markdown."""
    call, policy, place = request.param
    program = program_of(call)
    text = (SHIPPED / call / f"{call}.yaml").read_text(encoding="utf-8")
    session = LiveSession.start(
        program, 11, list(program.temperaments)[place], mode="assessed", trainee="T-7",
        data_folder=tmp_path_factory.mktemp("data"), scenario_text=text, catalogue_texts=shipped_texts(),
    )  # fmt: skip
    while not session.state.over:
        session.act(POLICIES[policy](program, session.state), 700 + 13 * len(session.course.turns))
    session.close()
    value = debrief(program, session.course, session.session_facts())
    return Log(session.path, text), value, markdown_report(report_of(value))


def found(pattern, told):
    match = re.search(pattern, told)
    assert match, pattern
    return match.groups()


def shown(points):
    return f"{points:.0f}"


def test_decisions_and_clock(played):
    log, value, told = played
    clocks = log.clocks()
    assert value.measures.decisions == len(log.turns)
    assert [turn.clock for turn in value.turns] == [clock / 10 for clock in clocks[:-1]]
    assert value.measures.seconds == clocks[-1] / 10
    titles = re.findall(r"^### Turn (\d+), at (\d+):(\d\d)$", told, re.MULTILINE)
    assert [(int(n), int(m) * 60 + int(s)) for n, m, s in titles] == [
        (place + 1, clock // 10) for place, clock in enumerate(clocks[:-1])
    ]
    minutes, seconds, decisions = found(
        r"It lasted (\d+):(\d\d) on the call's clock, over (\d+) decisions", plain(told)
    )
    assert (int(minutes) * 60 + int(seconds), int(decisions)) == (clocks[-1] // 10, len(log.turns))


def plain(told):
    return told.replace("’", "'").replace("−", "-").replace("\\", "")


def test_tension_and_trust(played):
    log, value, told = played
    path = list(log.tension())
    peak = max(tension for _, tension, _ in path)
    turn = next(turn for turn, tension, _ in path if tension == peak)
    start, end, trust = path[0][1] / 1000, path[-1][1] / 1000, log.trust()
    measures = value.measures
    assert (measures.tension_start, measures.peak_turn) == (start, turn)
    assert measures.tension_end == pytest.approx(end, abs=0.051)
    assert measures.tension_peak == pytest.approx(peak / 1000, abs=0.051)
    assert measures.rapport_end == pytest.approx(trust, abs=0.051)
    began, highest, ended = found(r"Tension began at (\d+), was highest at (\d+).*?, and ended at (\d+)\.", told)
    assert (began, highest, ended) == tuple(
        map(shown, (measures.tension_start, measures.tension_peak, measures.tension_end))
    )
    assert found(r"Trust began at (-?\d+) and ended at (-?\d+)\.", plain(told)) == (
        shown(log.profile["rapport"]),
        shown(measures.rapport_end),
    )


def test_the_effect_of_every_decision(played):
    log, value, told = played
    for turn, story in zip(log.turns, value.turns, strict=True):
        _, landing, tension, trust, *_ = log.rows(turn, "landed")[0]
        assert story.landing == landing
        for name, amount in (("tension", tension), ("trust", trust)):
            match = re.search(rf"{name} (up|down) (\d+)", story.effect)
            if match is None:
                assert abs(amount) < 550, story.effect
            else:
                assert match[1] == ("up" if amount > 0 else "down")
                assert int(match[2]) == pytest.approx(abs(amount) / 1000, abs=0.551)
        assert story.effect in told


def test_time_in_each_state(played):
    log, value, _ = played
    spent = log.seconds_in_bands()
    for band in value.measures.bands:
        assert band.seconds == pytest.approx(spent[band.band], abs=0.3)
    assert sum(band.seconds for band in value.measures.bands) == pytest.approx(log.clocks()[-1] / 10, abs=0.3)


def test_the_ending_and_its_worth(played):
    log, value, told = played
    assert value.ending is not None
    assert (value.ending.outcome, value.ending.value) == (
        log.end["outcome"],
        pytest.approx(log.end["value"] / 1000, abs=0.051),
    )
    assert found(r"Worth of this ending: (\d+) of 100", told)[0] == shown(value.ending.value)
    assert value.ending.turn == len(log.turns)
    assert value.origin.course_hash == log.end["course"]
    assert log.end["course"] in told


def test_habits(played):
    log, value, told = played
    seen: Counter[str] = Counter()
    turns: dict[str, list[int]] = {}
    for place in range(len(log.turns)):
        rows = [log.techniques[id_] for id_ in log.does(place)]
        for habit in {row["habit"] for row in rows if row.get("habit") and row["polarity"] == "poor"}:
            seen[habit] += 1
            turns.setdefault(habit, []).append(place + 1)
    counted = {habit.habit: habit for habit in value.habits}
    judged = {row["habit"] for row in log.techniques.values() if row.get("habit") and row["polarity"] == "by_threat"}
    for habit in (seen.keys() | counted.keys()) - judged - {"crowd_in"}:
        assert habit in counted, habit
        assert (counted[habit].count, list(counted[habit].turns)) == (seen[habit], turns[habit]), habit
        times = "once" if seen[habit] == 1 else f"{seen[habit]} times"
        assert f"{counted[habit].label}, {times} (" in plain(told)


def test_what_there_was_to_find(played):
    log, value, told = played
    there = {finding: turn for turn, finding in log.all("found")}
    assert {fact.finding: fact.turn for fact in value.measures.facts if fact.turn is not None} == there
    findings = log.told.get("findings") or {}
    if findings:
        assert found(r"Found (\d+) of (\d+)\.", told) == (str(len(there)), str(len(findings)))


def test_promises(played):
    log, value, told = played
    made = {name: turn for turn, name, status in log.all("promised") if status == "made"}
    settled = {name: (status, turn) for turn, name, status in log.all("promised") if status != "made"}
    told_of = {row.promise: row for row in value.measures.promises}
    assert {name: row.made for name, row in told_of.items()} == made
    for name, row in told_of.items():
        assert (row.status, row.settled) == settled.get(name, ("made", None))
        where = f", {row.status} in turn {row.settled}" if name in settled else ", still open at the end"
        assert f"A promise made in turn {made[name]}{where}" in told


def test_help(played):
    log, value, told = played
    due = {name: (turn, tenths) for turn, name, tenths in log.all("called")}
    came = {name for _, name in log.all("arrived")}
    assert {row.resource: row.turn for row in value.measures.help} == {name: turn for name, (turn, _) in due.items()}
    for row in value.measures.help:
        turn, tenths = due[row.resource]
        assert row.arrived == (tenths / 10 if row.resource in came else None)
        if row.arrived is not None:
            at = f"{int(row.arrived) // 60}:{int(row.arrived) % 60:02d}"
            assert re.search(rf"called (by others )?in turn {turn}, came at {at}\.", told)


def test_distance(played):
    log, value, told = played
    metres = [(round(log.told["setting"]["distance"] * 1000), 0), *((far, turn) for turn, far in log.all("moved"))]
    distance = value.measures.distance
    assert (distance.began, distance.ended) == (
        pytest.approx(metres[0][0] / 1000, abs=0.051),
        pytest.approx(metres[-1][0] / 1000, abs=0.051),
    )
    # Within one turn only the place where it ends counts.
    last = {turn: far for far, turn in metres}
    nearest = min(last.values())
    assert distance.nearest == pytest.approx(nearest / 1000, abs=0.051)
    assert distance.nearest_turn == min(turn for turn, far in last.items() if far == nearest)
    began, near = found(r"Distance: ([\d.]+) metres at the start, ([\d.]+) at the nearest", told)
    assert (float(began), float(near)) == (distance.began, distance.nearest)


def test_things_that_pressed(played):
    log, value, _ = played
    changed = {name: turn for turn, target, name, _ in log.all("changed") if target == "stressor"}
    assert {row.stressor: row.turn for row in value.measures.stressors if row.turn is not None} == changed
    last = {name: level for _, target, name, level in log.all("changed") if target == "stressor"}
    for row in value.measures.stressors:
        assert row.ended == last.get(row.stressor, row.began)


def test_ratings(played):
    """By the formula: (4 + sum of weight times mark) / (1 + sum of weights), and its band."""
    _, value, told = played
    rated = []
    for rating in value.ratings:
        items = [item for item in value.items if item.skill == rating.skill]
        assert rating.chances == len(items)
        if len(items) < 3:
            assert rating.rating is None
            continue
        weight = sum(item.weight for item in items)
        mark = (4 + sum(item.weight * item.r for item in items)) / (1 + weight)
        mean = sum(item.weight * item.r for item in items) / weight
        spread = math.sqrt(sum(item.weight * (item.r - mean) ** 2 for item in items) / weight)
        half = 1.96 * max(spread, 1.5) / math.sqrt(weight + 1)
        assert rating.rating == pytest.approx(mark, abs=0.0051)
        assert (rating.low, rating.high) == (
            pytest.approx(max(1, mark - half), abs=0.011),
            pytest.approx(min(7, mark + half), abs=0.011),
        )
        rated.append(rating.rating)
        row = f"| {rating.label} | {rating.rating:.1f} | {rating.low:.1f}–{rating.high:.1f} | {rating.chances} |"
        assert row in told
    overall = value.overall
    assert overall.rated == len(rated)
    if len(rated) < 5:
        assert overall.rating is None
    else:
        mean = sum(rated) / len(rated)
        assert overall.rating == pytest.approx(min(mean, 2) if value.critical else mean, abs=0.0051)
        assert f"**Overall: {overall.rating:.1f}.**" in told


def test_items_rest_on_turns_that_were_played(played):
    log, value, _ = played
    for item in value.items:
        assert 1 <= item.turn <= len(log.turns)
        assert 1 <= item.r <= 7
        assert item.weight == (2 if item.r <= 2 else 0.5 if item.kind == "missed" else 1)
        if item.technique:
            assert item.technique in log.does(item.turn - 1)


def test_thinking_time(played):
    log, value, told = played
    times = sorted((turn["thinking_ms"], turn["number"]) for turn in log.turns if turn["action"] != "silence")
    latency = value.measures.latency
    assert latency is not None
    assert latency.decisions == len(times)
    half = len(times) // 2
    middle = times[half][0] if len(times) % 2 else (times[half - 1][0] + times[half][0]) / 2
    assert latency.middle == pytest.approx(middle / 1000, abs=0.051)
    assert (latency.longest, latency.longest_turn) == (pytest.approx(times[-1][0] / 1000, abs=0.051), times[-1][1])
    assert f"the longest, {latency.longest:g}, was turn {latency.longest_turn}." in told
