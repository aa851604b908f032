"""A call on its way: what is on disk, and when."""

import errno
import json
import stat

import pytest

from simulator.encounter.actions import ActionRefused, parse_action
from simulator.encounter.course import course_hash, play
from simulator.records.problem import RecordsProblem
from simulator.records.reading import read_log
from simulator.records.replay import Same, replay_log
from simulator.records.texts import kept_programs, only

HEARD = ("speaker_off", "hello", "told", "offer", "hold", "walk")


def lines(path):
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_an_act_is_on_disk_when_its_result_comes_back(begin, act):
    session = begin()
    assert [line["kind"] for line in lines(session.path)] == ["header"]
    act(session, "hello")
    assert [line["kind"] for line in lines(session.path)] == ["header", "action"]
    assert lines(session.path)[1]["happened"][0][0] == "acted"


def test_a_record_replays_event_for_event(heard, last_bus):
    record = read_log(heard.path)
    assert record.state == "closed"
    replayed = replay_log(record, only(last_bus))
    assert isinstance(replayed, Same)
    assert replayed.course == heard.course
    assert replayed.hash.hex == course_hash(heard.course) == record.closing.course


def test_the_course_hash_is_that_of_the_same_play_anywhere(heard, last_bus):
    assert read_log(heard.path).course == course_hash(play(last_bus, 1, "loud", HEARD))


def test_a_record_replays_from_the_texts_kept_beside_it(heard, data):
    assert isinstance(replay_log(read_log(heard.path), kept_programs(data / "texts")), Same)


def test_an_assessed_record_is_sealed_when_it_closes(heard):
    assert heard.path.parent.name == "sessions"
    assert not heard.path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    closing = lines(heard.path)[-1]
    assert (closing["kind"], closing["outcome"], closing["actions"]) == ("end", "seat_in_van", 6)
    assert closing["chain"] == heard.chain


def test_an_act_that_is_not_open_is_refused_and_not_written(begin, act):
    session = begin()
    before = session.path.read_bytes()
    with pytest.raises(ActionRefused):
        act(session, "no_such_line")
    assert session.path.read_bytes() == before


def test_practice_stays_in_scratch_until_it_is_kept(begin, act, data):
    session = begin()
    act(session, "hello", "stop")
    assert session.path.parent == data / "scratch"
    kept = session.keep()
    assert kept.parent == data / "sessions"
    assert read_log(kept).state == "closed"
    assert not list((data / "scratch").iterdir())


def test_practice_that_is_discarded_leaves_nothing(begin, act, data):
    session = begin()
    act(session, "hello", "stop")
    session.discard()
    assert not list((data / "scratch").iterdir())
    assert not list((data / "sessions").iterdir())


def test_discarding_never_deletes_an_assessed_record(heard):
    heard.discard()
    assert heard.path.exists()


def test_a_stop_is_in_the_record_without_an_outcome(begin, act):
    session = begin(mode="assessed", trainee="a1")
    act(session, "hello", "stop")
    session.close()
    closing = lines(session.path)[-1]
    assert (closing["stopped"], closing["outcome"]) == (True, "")


def test_session_facts_tell_who_and_how_long_each_thought(heard):
    facts = heard.session_facts()
    assert (facts.trainee, facts.mode) == ("2024-117", "assessed")
    assert facts.thinking_ms == (1000, 1001, 1002, 1003, 1004, 1005)


@pytest.mark.parametrize("room", [0, 1, 300])
def test_a_full_disk_is_told_and_the_same_act_works_once_there_is_room(begin, act, failing_disk, room):
    disk = failing_disk(1 << 30)
    session = begin(disk=disk)
    act(session, "hello")
    before = session.path.read_bytes()
    disk.room = room
    with pytest.raises(RecordsProblem, match=r"no room left.*safe on disk: your first act.*Free some space"):
        act(session, "told")
    assert session.path.read_bytes() == before
    assert session.state.turn == 1
    disk.room = 1 << 30
    act(session, "told")
    assert len(read_log(session.path).actions) == 2


def test_a_disk_too_full_to_begin_leaves_no_half_log(begin, failing_disk, data):
    with pytest.raises(RecordsProblem, match="not begun; nothing was lost"):
        begin(disk=failing_disk(10))
    assert not list((data / "scratch").iterdir())


def test_a_folder_that_may_not_be_written_is_named_with_the_mend(begin, data):
    class ReadOnly:
        def create(self, path):
            raise PermissionError(errno.EACCES, "Permission denied")

    with pytest.raises(RecordsProblem, match=r"may not be written to.*--data FOLDER") as told:
        begin(disk=ReadOnly())
    assert str(data / "scratch") in str(told.value)


def test_a_data_folder_that_is_a_file_is_named_with_the_mend(begin, data):
    data.write_text("a file")
    with pytest.raises(RecordsProblem, match=r"a file stands in its place\. Move that file away"):
        begin()


def test_an_assessed_session_needs_an_id(begin):
    with pytest.raises(RecordsProblem, match="needs the trainee's id"):
        begin(mode="assessed")


@pytest.mark.parametrize(
    "hostile",
    ["../../etc", "a/b", "a\\b", "a\x00b", "a\nb", "x" * 10_000, "a b", "..", "<b>", "a\u202eb", "C:nul", "\ud800"],
)
def test_a_hostile_trainee_id_is_refused_in_plain_words(begin, data, hostile):
    with pytest.raises(RecordsProblem, match=r"[Tt]rainee id"):
        begin(trainee=hostile)
    assert not data.exists()


@pytest.mark.parametrize("fair", ["2024-117", "Åsa.K", "k@academy", "学员7", " padded "])
def test_an_ordinary_trainee_id_is_kept(begin, fair):
    assert read_log(begin(trainee=fair).path).header.trainee == fair.strip()


def test_a_scenario_text_is_kept_once(begin, data):
    begin()
    before = {path: path.stat().st_mtime_ns for path in (data / "texts").iterdir()}
    begin()
    assert {path: path.stat().st_mtime_ns for path in (data / "texts").iterdir()} == before


def test_an_act_given_as_any_kind_is_written_as_its_token(begin):
    session = begin()
    session.act(parse_action("wait"), thinking_ms=-5)
    line = lines(session.path)[1]
    assert (line["action"], line["thinking_ms"]) == ("wait", 0)
