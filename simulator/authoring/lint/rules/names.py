"""Names in a call: whoever and whatever it names is invented."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.case import Case
from simulator.authoring.lint.rule import Found, rule
from simulator.authoring.lint.word_lists import table
from simulator.authoring.lint.wording import has_word

_SAID_OF_THE_FILE = frozenset({"authors", "reviewed_by", "sources", "frameworks", "licence"})
_INSTEAD = {
    "people": "a person known from a real encounter",
    "firms": "a real firm",
    "departments": "a real department",
}


@rule(
    "real-name",
    finds="The name of a real person known from an encounter with the police, of a real firm or department; or an "
    "author or a reviewer of the call as somebody in it.",
    why="A call is invented. Somebody who lived through such a day, or those who mourn them, must not meet them in it, "
    "and nothing may be made up about anybody who is there.",
    mend="invent a name, or say what it is: “the supermarket”, “the bus company”",
    level="wrong",
    bad={"nodes.talk.lines.caretaker.say": "There is a key at Walmart. May I send for it, and wait here with you?"},
)
def real_name(case: Case) -> Iterator[Found]:
    names = {str(name): what for kind, what in _INSTEAD.items() for name in table("real_names").get(kind, ())}
    for each in case.wordings:
        if each.path[0] in _SAID_OF_THE_FILE:
            continue
        for name, what in names.items():
            spot = has_word(each.words, name)
            if spot is not None and each.words[spot : spot + len(name)] == name:
                yield Found(each.path, f"“{name}” is {what}", offset=spot)
                break
    about = case.scenario.about
    makers = {name.strip().lower() for name in (*about.authors, *about.reviewed_by) if " " in name.strip()}
    for person in case.scenario.cast.values():
        if person.name.strip().lower() in makers:
            yield Found(("cast", person.id, "name"), f"“{person.name}” made this call, and stands in it")
