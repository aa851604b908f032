"""The keys of the standing acts."""

from __future__ import annotations

from simulator.encounter.actions import Action
from simulator.encounter.offer import OfferedAct
from simulator.ui.contact.standing_keys import act_keys

FIXED = ("wait", "hold", "back", "closer", "cover")


def offered(*ids: str, closed: str = "") -> list[OfferedAct]:
    return [
        OfferedAct(Action("act", id_), f"Label of {id_}", "Nobody is coming." if id_ == closed else "") for id_ in ids
    ]


def test_every_act_has_a_letter_of_its_own() -> None:
    keys = act_keys(offered(*FIXED, "partner:ann", "partner:bo", "call:van", "leave"), {"ann": "Ann", "bo": "Bo"})
    letters = [key.letter for key in keys]
    assert letters == ["W", "H", "B", "C", "V", "P", "O", "R", "L"]
    assert not set(letters) & {"T", "K"}


def test_several_calls_stand_behind_one_key() -> None:
    (key,) = act_keys(offered("call:van", "call:team"), {})
    assert key.calls
    assert key.letter == "R"


def test_a_closed_act_says_why() -> None:
    keys = act_keys(offered("wait", "hold", closed="hold"), {})
    assert [key.open for key in keys] == [True, False]
    assert keys[1].hint == "Label of hold: not now. Nobody is coming."


def test_help_is_open_while_one_call_is() -> None:
    (key,) = act_keys(offered("call:van", "call:team", closed="call:van"), {})
    assert key.open
