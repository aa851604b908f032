"""Practice branches: another way tried from a turn of a session, in a log of its own that says so."""

import json

import pytest

from simulator.records.problem import RecordsProblem
from simulator.records.reading import read_log
from simulator.records.replay import Same, replay_log
from simulator.records.resume import find_unfinished, resume
from simulator.records.texts import kept_programs, only


def test_a_branch_does_again_what_came_before_its_turn(heard):
    branch = heard.branch(3)
    assert [str(turn.action) for turn in branch.course.turns] == ["speaker_off", "hello"]
    assert branch.state == heard.course.turns[2].before
    assert branch.header.branch.model_dump() == {"of": heard.header.session, "turn": 3}
    branch.discard()


def test_a_branch_of_an_assessed_record_is_practice_and_leaves_the_record_as_it_is(heard, data):
    before = heard.path.read_bytes()
    branch = heard.branch(1)
    assert (branch.header.mode, branch.path.parent) == ("practice", data / "scratch")
    assert heard.path.read_bytes() == before
    branch.discard()
    assert not list((data / "scratch").iterdir())


def test_a_branch_replays_and_verifies_like_any_other(heard, act, data, last_bus):
    branch = heard.branch(4)
    act(branch, "stop")
    path = branch.keep()
    record = read_log(path)
    assert record.state == "closed"
    for programs in (only(last_bus), kept_programs(data / "texts")):
        replayed = replay_log(record, programs)
        assert isinstance(replayed, Same)
        assert replayed.course == branch.course


def test_a_branch_that_was_interrupted_goes_on_as_one(heard, data):
    heard.branch(3).close()
    (unfinished,) = find_unfinished(data)
    again = resume(unfinished.path)
    assert again.header.branch.turn == 3
    assert again.session_facts().branch_turn == 3
    again.discard()


def test_a_session_of_its_own_says_nothing_of_branches(heard):
    assert "branch" not in json.loads(heard.path.read_bytes().splitlines()[0])
    assert heard.session_facts().branch_turn is None


@pytest.mark.parametrize("turn", [0, 7])
def test_there_is_no_branch_from_a_turn_that_was_not_played(heard, turn):
    with pytest.raises(ValueError, match="no turn"):
        heard.branch(turn)


def test_a_full_disk_leaves_no_half_branch(heard, last_bus, data, failing_disk):
    with pytest.raises(RecordsProblem):
        heard.branch_of(last_bus, heard.header, heard.course, 5, data, disk=failing_disk(2_500))
    assert not list((data / "scratch").iterdir())


def test_hints_are_counted_in_the_log_and_move_nothing(begin, act, last_bus):
    session, plain = begin(), begin()
    session.act(plain.offer().lines[0].action, 1_000, hints=2)
    plain.act(plain.offer().lines[0].action, 1_000)
    assert session.session_facts().hints == 2
    assert session.course == plain.course
    assert sum(line.hints for line in read_log(session.path).actions) == 2
    assert "hints" not in json.loads(plain.path.read_bytes().splitlines()[1])
    session.close()
    assert resume(session.path).hints == 2
