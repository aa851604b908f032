"""What simulated calls show of the answers: how lines landed, in whose words, and how often in the same."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.case import Case, line_path
from simulator.authoring.lint.rule import Found, rule
from simulator.authoring.simulation.usage import act_name
from simulator.encounter.law import HOOK_ROOM
from simulator.scenario.model import Line, Profile

_OFTEN_AGAIN = 0.05


@rule(
    "reply-missing-landing",
    finds="A line that landed in a way it has no words for; a general reaction was shown in their place.",
    why="A general reaction fits every call, and so says nothing of this one.",
    mend="add a reply for this landing",
    level="smell",
    needs="simulation",
    bad={"nodes.talk.lines.heard.reply": {"lands": "Yes. Just that."}},
)
def reply_missing_landing(case: Case) -> Iterator[Found]:
    for line in case.lines:
        missing = case.plays.generic.get(line.path)
        if missing:
            said = case.plays.usage.used.get(act_name(line.node, line.id), 0)
            told = ", ".join(f"{landing} ({count} of {said})" for landing, count in missing.items())
            yield Found(line_path(line, "reply"), f"`{line.id}` has no words for how it landed: {told}")


@rule(
    "landing-never",
    finds="A good line with words for when it lands, that was said often and never landed.",
    why="Worth a second look: the line may work otherwise than its author thinks.",
    mend="look at its techniques, its stair and what the person needs there",
    level="info",
    needs="simulation",
    bad={
        "nodes.talk.lines.heard.effects": {"tension": 40},
    },
)
def landing_never(case: Case) -> Iterator[Found]:
    often = 20 * case.plays.each // 8
    for line in case.lines:
        met = case.plays.usage.landed(line.path)
        if sum(met.values()) < often or "lands" not in line.replies.by_landing or case.is_poor(line):
            continue
        if "lands" not in met:
            told = ", ".join(f"{name} {count}" for name, count in met.items())
            yield Found(
                line_path(line, "reply"), f"`{line.id}` never lands here: {told}", hint=_from_a_stair(case, line)
            )


@rule(
    "reply-again",
    finds=f"A line to which able trainees hear the same words again in more than {_OFTEN_AGAIN:.0%} of their calls.",
    why="The person then sounds like a machine, in the very calls that go well.",
    mend="write a second wording for the answer, make the line `once`, or let it lead on",
    level="info",
    needs="simulation",
    bad={"nodes.talk.lines.heard.leads": []},
    good={"nodes.talk.lines.heard.once": True, "nodes.talk.lines.hush.once": True},
)
def reply_again(case: Case) -> Iterator[Found]:
    able = case.plays.able
    for line in case.lines:
        calls = case.plays.again.get(line.path, 0)
        if calls > _OFTEN_AGAIN * able:
            message = f"`{line.id}` was answered twice in the same words in {calls} of {able} calls of able trainees"
            yield Found(line_path(line, "reply"), message)


def _from_a_stair(case: Case, line: Line) -> str:
    """The trust that techniques of a line wait for, beside the trust there was; "" where none waits for more."""
    if line.path not in case.plays.trust:
        return ""
    low, high = (round(trust / 1000) for trust in case.plays.trust[line.path])
    hooked = any(set(line.deed.topics) & person.hooks for person in _profiles(case, line))
    waiting = []
    for name in line.deed.does:
        row = case.catalogues.techniques[name]
        needed = int(case.catalogues.stairs[row.stair].rapport) if row.stair else low
        earlier = HOOK_ROOM // 1000 if row.family == "influence" else 0
        if (needed - earlier if hooked else needed) > low:
            also = f" ({needed - earlier} with a topic that is a hook)" if earlier else ""
            waiting.append(f"`{name}` works from a trust of {needed}{also}")
    here = f"{low}" if low == high else f"{low} to {high}"
    return f"{', '.join(waiting)}; here it was {here}: let more trust come before it, or say less" if waiting else ""


def _profiles(case: Case, line: Line) -> list[Profile]:
    """The profiles of whoever a line is said to: the main subject's own in every temperament."""
    main = case.scenario.subject
    if line.person not in (None, main.id):
        profile = case.scenario.cast[str(line.person)].profile
        return [profile] if profile is not None else []
    return [temperament.profile for temperament in case.scenario.temperaments.values()]
