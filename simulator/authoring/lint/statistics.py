"""What a scenario amounts to, in numbers: what an author has made, and how much of it one play shows."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass
from statistics import median

from simulator.authoring.lint.case import Case
from simulator.authoring.lint.guessing import Guesses, guess_best, guess_good
from simulator.authoring.lint.wording import spoken, word_count
from simulator.authoring.simulation import Covered, coverage
from simulator.scenario.building.flow import goals_of
from simulator.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts of one scenario.

    `words` is all that is written, `debrief_words` the feedback in it; `said` the words a subject says, `to_say` those
    offered to the officer. `depth` is the fewest moments from the start to an ending, `widest` the most lines at one
    moment, `joined` the moments that several others lead to. `techniques` counts the different ones used, of
    `all_techniques`. `seen` is how many words one call shows and `coverage` what simulated trainees came upon, both
    only where calls were played. `best_guessed` and `good_guessed` are None where there is no other call to learn the
    wording from.
    """

    nodes: int
    lines: int
    outcomes: int
    events: int
    temperaments: int
    tests: int
    variables: int
    words: int
    debrief_words: int
    said: int
    to_say: int
    depth: int
    widest: int
    joined: int
    techniques: int
    all_techniques: int
    minutes: int
    seen: int = 0
    coverage: tuple[Covered, ...] = ()
    best_guessed: Guesses | None = None
    good_guessed: Guesses | None = None

    def told(self) -> list[str]:
        """The numbers in sentences, for a terminal."""
        mean = self.lines / self.nodes if self.nodes else 0
        told = [
            f"{self.words:,} words written: {self.to_say:,} to say or do, {self.said:,} in replies, "
            f"{self.debrief_words:,} in feedback",
            f"{_some(self.nodes, 'moment')}, {_some(self.lines, 'line')} ({mean:.1f} a moment, {self.widest} at most), "
            f"{_some(self.outcomes, 'ending')}, {_some(self.events, 'event')}",
            f"the shortest way to an ending passes {_some(self.depth, 'moment')}; "
            f"{self.joined} of {self.nodes} moments are reached in more than one way",
            f"{_some(self.temperaments, 'temperament')}, {_some(self.variables, 'variable')}, "
            f"{self.techniques} of {self.all_techniques} techniques, {_some(self.tests, 'test')}, "
            f"{self.minutes} minutes",
        ]
        if self.seen:
            told.append(f"about {self.seen:,} words are read in one call: {self.seen / max(self.words, 1):.0%} of them")
        if self.coverage:
            met = ", ".join(f"{each.seen} of {each.there} {each.what}" for each in self.coverage if each.there)
            told.append(f"simulated trainees came upon {met}")
        if self.best_guessed is not None and self.good_guessed is not None:
            told.append(
                f"a guess by wording alone finds the best line in {_share(self.best_guessed)}, "
                f"and one that is not poor in {_share(self.good_guessed)}"
            )
        return told


def statistics_of(case: Case, *, played: bool = False) -> Statistics:
    """The numbers of one scenario; with `played`, also what one call shows and what simulated calls came upon."""
    scenario = case.scenario
    plays = case.plays if played else None
    by_field: Counter[str] = Counter()
    for each in case.wordings:
        by_field[each.field] += word_count(each.words)
    to_say = sum(max(word_count(variant.words) for variant in line.words.variants) for line in case.lines)
    said = sum(word_count(spoken(each.words)) for each in case.wordings if each.field == "reply")
    used = {name for line in case.lines for name in line.deed.does}
    ways_in = Counter(name for node in scenario.nodes.values() for name in _following(scenario, node.id))
    return Statistics(
        nodes=len(scenario.nodes),
        lines=len(case.lines),
        outcomes=len(scenario.outcomes),
        events=len(scenario.events),
        temperaments=len(scenario.temperaments),
        tests=len(scenario.tests),
        variables=len(scenario.variables),
        words=sum(by_field.values()),
        debrief_words=by_field["debrief"],
        said=said,
        to_say=to_say,
        depth=_depth(scenario),
        widest=max((len(node.lines) for node in scenario.nodes.values()), default=0),
        joined=sum(1 for count in ways_in.values() if count > 1),
        techniques=len(used),
        all_techniques=len(case.catalogues.techniques),
        minutes=scenario.about.minutes,
        seen=round(median(plays.read)) if plays is not None and plays.read else 0,
        coverage=coverage(case.program, plays.usage) if plays is not None else (),
        best_guessed=guess_best(case, case.neighbours) if case.neighbours else None,
        good_guessed=guess_good(case, case.neighbours) if case.neighbours else None,
    )


def _following(scenario: Scenario, name: str) -> set[str]:
    """The other moments that this one's own lines and acts lead to."""
    goals = goals_of(scenario.nodes[name])
    return {each for goal in goals if goal.kind == "node" for each, _ in goal.choices} - {name}


def _depth(scenario: Scenario) -> int:
    """The fewest moments passed from the start to an ending by lines and acts; 0 where only events end the call."""
    waiting, seen = deque([(scenario.start, 1)]), {scenario.start}
    while waiting:
        name, passed = waiting.popleft()
        if name not in scenario.nodes:
            continue
        if any(goal.kind == "outcome" for goal in goals_of(scenario.nodes[name])):
            return passed
        for following in sorted(_following(scenario, name) - seen):
            seen.add(following)
            waiting.append((following, passed + 1))
    return 0


def _share(guesses: Guesses) -> str:
    if not guesses.decisions:
        return "no decision"
    part, chance = guesses.hits / guesses.decisions, guesses.by_chance / guesses.decisions
    return f"{part:.0%} of {_some(guesses.decisions, 'decision')} (chance {chance:.0%})"


def _some(count: int, word: str) -> str:
    return f"{count} {word if count == 1 else word + 's'}"
