"""What simulated trainees show: who wins, what is never met, and how long a call lasts.

Every simulated trainee plays each temperament some dozens of times. What none of them meets may still be there for a
human being, so such findings are smells; what one of them does meet is certain.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from simulator.authoring.lint.case import Case, line_path
from simulator.authoring.lint.plays import mean
from simulator.authoring.lint.rule import Found, rule
from simulator.authoring.simulation.usage import act_name
from simulator.authoring.trainees import ONE_NOTE
from simulator.scoring.ratings import FEWEST_CHANCES

GOOD = 80
"""A value that only a trainee who answers the person should reach."""

FAIR = 60
NARROW = 15
ALIKE = 0.05
EARLY = 5
_BY_CHANCE = "random"
_FORCE = frozenset({"force", "injury", "death", "arrest"})
_TOO_LONG = 2.0
_TOO_SHORT = 0.2
_BIN = 10
_SHARE_MET = 0.03

_NO_HARM = {
    "nodes.door.lines.stop": None,
    "nodes.talk.lines.hush": None,
    "nodes.edge.lines.grab": None,
    "nodes.edge.lines.room.end": "ride",
    "outcomes.held": None,
    "outcomes.walked.value": 95,
    "nodes.talk.timer": None,
    "nodes.talk.silence": None,
}


@rule(
    "stuck",
    finds="A moment in which a simulated trainee had nothing left to do: every line and every act was closed.",
    why="A human trainee sits before an empty screen there.",
    mend="leave one line without `only_if` and `once`, give the moment a timer, or let its acts lead on",
    level="error",
    least="error",
    needs="simulation",
    bad={
        "nodes.talk.closed": ["wait", "hold", "back", "closer", "cover", "leave"],
        "nodes.talk.acts": {},
        "nodes.talk.timer": None,
        "nodes.talk.silence": None,
        "nodes.talk.lines.heard.only_if": "rapport >= 30",
        "nodes.talk.lines.hush.once": True,
    },
)
def stuck(case: Case) -> Iterator[Found]:
    for name, count in case.plays.stuck.items():
        yield Found(("nodes", name), f"{count} simulated calls had nothing left to do in `{name}`")


@rule(
    "one-note-wins",
    finds=f"A trainee who always does one thing (orders, warmth, waiting, the longest line) reaches {GOOD} or more.",
    why="The call then rewards a recipe, and not attention to this person.",
    mend="give a temperament that wants something else, or a moment in which this habit fails",
    level="error",
    least="wrong",
    needs="simulation",
    bad=_NO_HARM,
    good={"outcomes.ride.value": 85},
)
def one_note_wins(case: Case) -> Iterator[Found]:
    for name in ONE_NOTE:
        if name == _BY_CHANCE:
            continue
        for temperament in case.scenario.temperaments:
            worth = mean(case.plays.of(name, temperament=temperament))
            if worth >= GOOD:
                message = f"`{name}` reaches {worth:.0f} on average with `{temperament}`"
                yield Found(("temperaments", temperament), message)


@rule(
    "cannot-win",
    finds=f"A temperament with which even the expert never reaches {FAIR}.",
    why="Some calls cannot be won, and that is a lesson; where it is not meant, good play is punished.",
    mend="open a way to a better ending, or say that it is meant: `# lint: ok cannot-win — …` on the temperament",
    level="wrong",
    needs="simulation",
    bad={"outcomes.ride.value": 55},
)
def cannot_win(case: Case) -> Iterator[Found]:
    for temperament in case.scenario.temperaments:
        best = max((run.value for run in case.plays.runs if run.temperament == temperament), default=0.0)
        if best < FAIR:
            yield Found(("temperaments", temperament), f"with `{temperament}` no simulated trainee passes {best:.0f}")


@rule(
    "cannot-lose",
    finds=f"No simulated trainee ever ends below {FAIR}.",
    why="What cannot go wrong does not have to be learned.",
    mend="let poor lines lead to endings that are worth less",
    level="wrong",
    needs="simulation",
    bad={"outcomes.walked.value": 90, "outcomes.gone.value": 90, "outcomes.held.value": 99},
)
def cannot_lose(case: Case) -> Iterator[Found]:
    worst = min((run.value for run in case.plays.runs), default=0.0)
    if worst > FAIR:
        yield Found(("outcomes",), f"the worst of {case.plays.calls} simulated calls still came to {worst:.0f}")


@rule(
    "outcome-never-met",
    finds="An ending that no simulated trainee comes to; that of running out of time is left aside.",
    why="Its conditions may be impossible to meet together.",
    mend="look at the routes and events that lead to it; a test that reaches it proves that it can be met",
    level="smell",
    needs="simulation",
    bad={"nodes.edge.lines.grab.only_if": "tension >= 99 and rapport > 60"},
)
def outcome_never_met(case: Case) -> Iterator[Found]:
    met = case.plays.usage.outcomes
    last = case.time_is_up
    for name in case.scenario.outcomes:
        if not met.get(name) and name not in last:
            yield Found(("outcomes", name), f"none of {case.plays.calls} simulated calls ended in `{name}`")


@rule(
    "narrow-range",
    finds=f"The expert is less than {NARROW} points better than the novice, or all calls come to about the same.",
    why="The call does not tell skill from its lack.",
    mend="let poor lines cost more, and the best ending need more than politeness",
    level="smell",
    needs="simulation",
    bad={**_NO_HARM, "outcomes.ride.value": 70, "outcomes.walked.value": 70},
)
def narrow_range(case: Case) -> Iterator[Found]:
    expert, novice = mean(case.plays.of("expert")), mean(case.plays.of("novice"))
    bins = Counter(int(run.value // _BIN) for run in case.plays.of("expert", "typical", "novice"))
    total = sum(bins.values())
    filled = sum(count >= _SHARE_MET * total for count in bins.values())
    if expert - novice < NARROW:
        yield Found(("outcomes",), f"the expert comes to {expert:.0f} on average, the novice to {novice:.0f}")
    elif filled < 3:
        yield Found(("outcomes",), f"nearly all calls come to the same: {filled} of ten steps of the scale are met")


@rule(
    "line-never-open",
    finds="A line that was never offered in any simulated call.",
    why="Its condition may never hold when the moment is reached, and then it was written in vain.",
    mend="look at its `only_if`; a test that says it proves that it can be reached",
    level="smell",
    needs="simulation",
    bad={"nodes.talk.lines.hush.only_if": "key_found and tension >= 98"},
)
def line_never_open(case: Case) -> Iterator[Found]:
    usage = case.plays.usage
    for line in case.lines:
        name = act_name(line.node, line.id)
        if not usage.open.get(name) and not usage.used.get(name):
            yield Found(line_path(line), f"`{line.id}` was not offered in {case.plays.calls} simulated calls")


@rule(
    "route-never-taken",
    finds="A route that no simulated call took.",
    why="Its condition may be impossible when the lines that lead to it are said.",
    mend="look at its `when`, and at the routes named before it in `leads`: the first that holds is taken",
    level="info",
    needs="simulation",
    bad={"nodes.talk.routes.angry.when": "tension >= 75 and tension < 75.001 and rapport > 50"},
)
def route_never_taken(case: Case) -> Iterator[Found]:
    for node in case.scenario.nodes.values():
        if not case.plays.usage.nodes.get(node.id):
            continue
        for name in node.routes:
            if not case.plays.usage.routes.get(f"{node.id}.{name}"):
                place = ("nodes", node.id, "routes", name)
                yield Found(place, f"`{name}` was not taken in {case.plays.calls} simulated calls")


@rule(
    "node-never-met",
    finds="A moment that no simulated call came to, though something leads to it.",
    why="What leads there may never hold.",
    mend="look at the routes and events that lead to it",
    level="smell",
    needs="simulation",
    bad={
        "nodes.door.routes.angry.when": "tension >= 99 and rapport > 60",
        "nodes.talk.routes.angry.when": "tension >= 99 and rapport > 60",
    },
)
def node_never_met(case: Case) -> Iterator[Found]:
    for name in case.scenario.nodes:
        if not case.plays.usage.nodes.get(name):
            yield Found(("nodes", name), f"none of {case.plays.calls} simulated calls came to `{name}`")


@rule(
    "event-never-fires",
    finds="An event that never happened in a simulated call.",
    why="Its condition may never hold, or the call always ends before its time.",
    mend="look at its `when` or `at`",
    level="smell",
    needs="simulation",
    bad={"events.shout": {"when": "tension >= 99 and rapport > 60", "say": "(He shouts.)"}},
)
def event_never_fires(case: Case) -> Iterator[Found]:
    for name, event in case.scenario.events.items():
        if not event.by_hand and name != case.scenario.longest and not case.plays.usage.events.get(name):
            yield Found(("events", name), f"`{name}` did not happen in {case.plays.calls} simulated calls")


@rule(
    "end-too-soon",
    finds=f"A typical trainee's call ends before decision {EARLY}, neither well nor by force nor by leaving.",
    why="Little was practised, and the trainee does not see what ended it.",
    mend="let an early slip lead to a harder moment, and not to an ending",
    level="smell",
    needs="simulation",
    bad={"nodes.door.lines.ask.end": "walked"},
)
def end_too_soon(case: Case) -> Iterator[Found]:
    usual = case.plays.of("typical", "novice")
    early = [
        run
        for run in usual
        if run.outcome in case.scenario.outcomes
        and run.turns < EARLY
        and run.value < GOOD
        and not run.said[-1].endswith(".leave")
        and case.scenario.outcomes[run.outcome].kind not in _FORCE
    ]
    if len(early) > _SHARE_MET * len(usual):
        outcome, _ = Counter(run.outcome for run in early).most_common(1)[0]
        message = f"{len(early)} of {len(usual)} calls of typical trainees and novices end before decision {EARLY}"
        yield Found(("outcomes", outcome), f"{message}, most in `{outcome}`")


@rule(
    "too-long",
    finds=f"A typical call lasts more than {_TOO_LONG:.0f} times the minutes on its card, or less than a fifth.",
    why="Instructors plan by it.",
    mend="change `minutes`, or the length of the call",
    level="info",
    needs="simulation",
    bad={"minutes": 1},
)
def too_long(case: Case) -> Iterator[Found]:
    typical = case.plays.of("typical")
    minutes = sum(run.minutes for run in typical) / len(typical) if typical else 0
    stated = case.scenario.about.minutes
    if not _TOO_SHORT * stated <= minutes <= _TOO_LONG * stated:
        yield Found(
            ("minutes",), f"typical calls last {minutes:.0f} minutes of the call's time; the card says {stated}"
        )


@rule(
    "tempers-alike",
    finds=f"Two temperaments whose calls end the same (less than {ALIKE:.0%} apart).",
    why="Whoever plays again meets the same person under another name.",
    mend="let them differ in what they need, what sets them off, and what a route asks of them",
    level="smell",
    needs="simulation",
    bad={"temperaments.quiet": {"label": "Quiet"}},
)
def tempers_alike(case: Case) -> Iterator[Found]:
    shares: dict[str, Counter[tuple[str, str]]] = {}
    for name in case.scenario.temperaments:
        runs = case.plays.of("expert", "typical", "novice", temperament=name)
        shares[name] = Counter((run.policy, run.outcome) for run in runs)
    for one, other in combinations(shares, 2):
        total = sum(shares[one].values())
        apart = sum((shares[one] - shares[other]).values()) / total if total else 1.0
        values = [mean(case.plays.of("typical", "novice", temperament=name)) for name in (one, other)]
        if apart < ALIKE and abs(values[0] - values[1]) < 3:
            yield Found(("temperaments", other), f"`{other}` ends as `{one}` does: {apart:.0%} of calls differ")


@rule(
    "skill-too-few",
    finds=f"A skill that {FEWEST_CHANCES} moments or more call for; few typical calls have enough chances for.",
    why="The debrief then shows no rating for what the call says it trains.",
    mend="call for it in more moments on the usual way, with lines that show it; or take it out of `calls_for`",
    level="info",
    needs="simulation",
    bad={f"nodes.{name}.calls_for": ["resolution"] for name in ("door", "talk", "edge")},
)
def skill_too_few(case: Case) -> Iterator[Found]:
    rated = Counter(skill for skills in case.plays.rated for skill in skills)
    calls = len(case.plays.rated)
    wanted = Counter(skill for node in case.scenario.nodes.values() for skill in node.calls_for)
    for skill, moments in wanted.items():
        if calls and moments >= FEWEST_CHANCES and rated[skill] * 2 < calls:
            named = ", ".join(f"`{node.id}`" for node in case.scenario.nodes.values() if skill in node.calls_for)
            yield Found(
                ("nodes",),
                f"{skill} can be rated in {rated[skill]} of {calls} typical calls; it is called for in {named}",
            )
