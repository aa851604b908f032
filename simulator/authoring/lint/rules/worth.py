"""What lines are worth, against what their author says of them."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import fmean, median

from simulator.authoring.lint.case import Case, line_path
from simulator.authoring.lint.rule import Found, rule
from simulator.scenario.model import Line

FAIR = 60
_FAR_AHEAD = 40
_LEAST_STATES = 4
_SURE = 5.0
_DEAR = 20
_SHARE_RECOVERED = 0.2
_LEAST_FALL = 1.0


@rule(
    "only-one-sane",
    finds=f"A moment whose best line is worth more than {_FAR_AHEAD} points above the second best, most of the time.",
    why="Where one line saves the call and all others lose it, a guess decides.",
    mend="let a second line serve nearly as well, or the others lose less at once",
    level="smell",
    needs="values",
    bad={
        "nodes.talk.lines.hush.end": "held",
        "nodes.talk.lines.heard.end": "held",
        "nodes.talk.lines.heard.leads": [],
        "nodes.talk.lines.caretaker.end": "ride",
    },
)
def only_one_sane(case: Case) -> Iterator[Found]:
    for node in case.decisions:
        leads = []
        for moment in case.moments_of(node.id):
            worth = sorted(moment.worth.values(), reverse=True)
            if len(worth) > 1:
                leads.append(worth[0] - worth[1])
        if len(leads) >= _LEAST_STATES and median(leads) > _FAR_AHEAD:
            yield Found(("nodes", node.id), f"the best line of `{node.id}` is {median(leads):.0f} points ahead")


@rule(
    "single-exit",
    finds="A moment with several lines of which most trainees are offered one.",
    why="What looks like a decision in the file is none in the call.",
    mend="look at the `only_if` of its lines, and at those said `once`",
    level="smell",
    needs="values",
    bad={
        "nodes.edge.lines.grab.only_if": "key_found and clock < 0:30",
        "nodes.talk.lines.hush.only_if": "key_found",
        "nodes.talk.lines.caretaker.only_if": "key_found",
    },
)
def single_exit(case: Case) -> Iterator[Found]:
    for node in case.decisions:
        moments = case.moments_of(node.id)
        alone = sum(len(moment.worth) == 1 for moment in moments)
        if len(moments) >= _LEAST_STATES and alone * 2 > len(moments):
            yield Found(("nodes", node.id), f"in {alone} of {len(moments)} visits one line of `{node.id}` is open")


@rule(
    "better-not-better",
    finds="A line named as `better` that is worth clearly less than the line it is to better.",
    why="The debrief would send trainees the wrong way.",
    mend="name another line, or look at what the two really do here",
    level="wrong",
    needs="values",
    bad={"nodes.talk.lines.heard.better": "hush"},
)
def better_not_better(case: Case) -> Iterator[Found]:
    for line in case.lines:
        better = _named(line)
        if better is None:
            continue
        gains = [
            moment.worth[better] - moment.worth[line.id]
            for moment in case.moments_of(line.node)
            if better in moment.worth and line.id in moment.worth
        ]
        if len(gains) >= _LEAST_STATES and fmean(gains) < -_SURE:
            yield Found(
                line_path(line, "better"),
                f"`{better}` is worth {-fmean(gains):.0f} points less than `{line.id}` when a typical trainee goes on",
                key=False,
            )


@rule(
    "evidence-v-cost",
    finds=f"A line that counts as good and costs more than {_DEAR} points, or one that counts as poor and is worth "
    "more than the good ones beside it.",
    why="The skill that is scored and what it leads to speak against each other; a trainee believes neither.",
    mend="look at where the line leads, or at its techniques; where it is meant, excuse it with the reason",
    level="smell",
    needs="values",
    bad={
        "nodes.talk.lines.hush.leads": [],
        "nodes.talk.lines.hush.end": "ride",
        "nodes.talk.routes.opened.end": "walked",
        "outcomes.walked.value": 20,
    },
)
def evidence_v_cost(case: Case) -> Iterator[Found]:
    for node in case.decisions:
        good, poor = case.split(node)
        if not good or not poor:
            continue
        for line in node.lines.values():
            costs, falls = [], []
            for moment in case.moments_of(node.id):
                if line.id not in moment.worth:
                    continue
                costs.append(max(moment.worth.values()) - moment.worth[line.id])
                beside = [moment.worth[each.id] for each in good if each.id in moment.worth and each is not line]
                if beside:
                    falls.append(fmean(beside) - moment.worth[line.id])
            if len(costs) < _LEAST_STATES or not falls:
                continue
            if line in good and min(costs) > _DEAR:
                message = f"`{line.id}` counts as good and costs {fmean(costs):.0f} points against the best line here"
                yield Found(line_path(line), message)
            elif line in poor and fmean(falls) < -_SURE:
                message = f"`{line.id}` counts as poor and is worth {-fmean(falls):.0f} points more than the good lines"
                yield Found(line_path(line), message)


@rule(
    "no-recovery",
    finds=f"After a single poor line even an expert seldom reaches {FAIR}.",
    why="People make mistakes in every call; to come back from one is what is to be learned.",
    mend="let poor lines lead to a harder moment from which there is a way back",
    level="wrong",
    needs="values",
    bad={
        "nodes.door.lines.stop.end": "held",
        "nodes.talk.lines.hush.end": "held",
        "nodes.door.lines.stop.leads": [],
        "nodes.talk.lines.hush.leads": [],
    },
)
def no_recovery(case: Case) -> Iterator[Found]:
    slips = [after for moment in case.moments if moment.untouched >= FAIR for after in moment.after_slip.values()]
    if len(slips) < _LEAST_STATES:
        return
    recovered = sum(after >= FAIR for after in slips) / len(slips)
    if recovered < _SHARE_RECOVERED:
        yield Found(
            ("nodes",), f"after one poor line an expert reaches {FAIR} in {recovered:.0%} of {len(slips)} tries"
        )


@rule(
    "slip-costs-nothing",
    finds="After a single poor line an expert ends as well as without it.",
    why="What costs nothing is not learned.",
    mend="let poor lines leave something behind: less trust, a harder route, a lesser ending",
    level="smell",
    needs="values",
    bad={
        "nodes.door.lines.stop.does": ["pause"],
        "nodes.talk.lines.hush.does": ["pause"],
        "nodes.edge.lines.grab.does": ["pause"],
        "nodes.edge.lines.grab.move": None,
        "nodes.edge.lines.grab.end": "ride",
    },
)
def slip_costs_nothing(case: Case) -> Iterator[Found]:
    falls = [moment.untouched - after for moment in case.moments for after in moment.after_slip.values()]
    if len(falls) >= _LEAST_STATES and fmean(falls) < _LEAST_FALL:
        yield Found(("nodes",), f"a poor line costs an expert {max(fmean(falls), 0):.1f} points on average")


def _named(line: Line) -> str | None:
    """The line of the same moment that `better` names."""
    node, _, name = (line.better or "").rpartition(".")
    return name if name and node in ("", line.node) else None
