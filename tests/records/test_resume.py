"""Going on after a crash: nothing that was on screen is lost, and a call goes on exactly where it stood."""

import errno
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from simulator.encounter.actions import parse_action
from simulator.encounter.course import course_hash, play
from simulator.records.problem import RecordsProblem, SessionInUse
from simulator.records.reading import read_log
from simulator.records.replay import Same, replay_log
from simulator.records.resume import find_unfinished, give_up, in_use, resume, tidy
from simulator.records.texts import kept_programs, only

ROOT = Path(__file__).parents[2]
HEARD = ("speaker_off", "hello", "told", "offer", "hold", "walk")


def crash(session):
    """Let go of a session as a killed process does: the file as it is, the lock gone."""
    session._log.close()


def test_a_call_goes_on_exactly_where_it_stood(begin, act, data, last_bus):
    session = begin(mode="assessed", trainee="a1")
    act(session, *HEARD[:3])
    crash(session)
    (unfinished,) = find_unfinished(data)
    assert (unfinished.path, unfinished.actions, unfinished.truncated) == (session.path, 3, False)
    again = resume(unfinished.path)
    assert again.course == session.course
    assert again.offer() == session.offer()
    assert again.session_facts() == session.session_facts()
    act(again, *HEARD[3:])
    again.close()
    record = read_log(again.path)
    assert record.state == "closed"
    assert record.course == course_hash(play(last_bus, 1, "loud", HEARD))
    assert find_unfinished(data) == []


def test_a_log_cut_off_anywhere_never_loses_a_whole_line(begin, act, last_bus):
    session = begin()
    act(session, *HEARD[:4])
    crash(session)
    whole = session.path.read_bytes()
    ends = [place + 1 for place, byte in enumerate(whole) if byte == 10]
    cuts = {cut for end in ends for cut in (end - 1, end, end + 1)} | set(range(ends[0], len(whole), 37))
    for cut in sorted(cut for cut in cuts if ends[0] <= cut <= len(whole)):
        session.path.write_bytes(whole[:cut])
        record = read_log(session.path)
        assert len(record.actions) == sum(end <= cut for end in ends) - 1
        assert [fault.kind for fault in record.problems] == ([] if cut in ends else ["truncated"])
        again = resume(session.path, only(last_bus))
        assert len(again.course.turns) == len(record.actions)
        assert ("cut off" in again.note) == (cut not in ends)
        again.act(parse_action("wait"))
        crash(again)
        mended = read_log(session.path)
        assert len(mended.actions) == len(record.actions) + 1
        assert mended.problems == ()


def test_reading_a_cut_off_log_does_not_touch_it(begin, act):
    session = begin()
    act(session, "hello")
    crash(session)
    cut = session.path.read_bytes()[:-20]
    session.path.write_bytes(cut)
    read_log(session.path)
    assert session.path.read_bytes() == cut


def test_two_windows_never_have_one_session(begin, act, data):
    session = begin()
    act(session, "hello")
    assert in_use(session.path)
    assert find_unfinished(data) == []
    with pytest.raises(SessionInUse, match="open in another window"):
        resume(session.path)
    crash(session)
    assert len(find_unfinished(data)) == 1


def test_another_process_is_refused_while_one_has_the_session(begin, act):
    session = begin()
    act(session, "hello")
    code = f"""
        from pathlib import Path
        from simulator.records.problem import SessionInUse
        from simulator.records.resume import resume
        try:
            resume(Path({str(session.path)!r}))
        except SessionInUse as told:
            print(told)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "open in another window" in done.stdout


def test_a_changed_record_is_not_resumed(begin, act):
    session = begin()
    act(session, "hello", "told")
    crash(session)
    session.path.write_bytes(session.path.read_bytes().replace(b'"action":"told"', b'"action":"hush"'))
    with pytest.raises(RecordsProblem, match=r"changed after it was written \(line 3"):
        resume(session.path)


def test_a_closed_record_is_not_resumed(heard):
    heard.path.chmod(0o600)
    with pytest.raises(RecordsProblem, match="is over"):
        resume(heard.path)


def test_without_the_texts_it_says_what_is_missing(begin, act, data):
    session = begin()
    act(session, "hello")
    crash(session)
    for path in (data / "texts").iterdir():
        path.unlink()
    with pytest.raises(RecordsProblem, match=r"missing is .*the text of scenario “last_bus” as it was then"):
        resume(session.path)


def test_tidying_deletes_ended_practice_and_leaves_what_can_go_on(begin, act, data):
    ended, going, live = begin(), begin(), begin()
    act(ended, "hello", "stop")
    act(going, "hello")
    for session in (ended, going):
        crash(session)
    (data / "scratch" / "20260101T000000Z-x-0.jsonl").write_bytes(b'{"chain":"a')
    (data / "scratch" / "20260101T000000Z-x-1.jsonl").write_bytes(b"")
    tidy(data)
    assert {path.name for path in (data / "scratch").iterdir()} == {going.path.name, live.path.name}


def test_tidying_leaves_a_log_of_practice_that_was_changed_or_is_none(begin, act, data):
    session = begin()
    act(session, "hello", "stop")
    crash(session)
    session.path.write_bytes(session.path.read_bytes().replace(b'"hello"', b'"hallo"'))
    other = data / "scratch" / "notes.jsonl"
    other.write_bytes(b"something else\n")
    tidy(data)
    assert {path.name for path in (data / "scratch").iterdir()} == {session.path.name, other.name}


def test_tidying_leaves_a_log_of_practice_that_cannot_be_read(begin, act, data, monkeypatch):
    session = begin()
    act(session, "hello", "stop")
    crash(session)

    def closed(path):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", closed)
    tidy(data)
    assert session.path.exists()


def test_tidying_closes_an_assessed_call_that_ended_just_before_a_crash(begin, act, data):
    session = begin(mode="assessed", trainee="a1")
    act(session, *HEARD)
    crash(session)
    whole = session.path.read_bytes()
    session.path.write_bytes(b"".join(whole.splitlines(keepends=True)[:-1]))
    assert find_unfinished(data) == []
    tidy(data)
    assert read_log(session.path).state == "closed"
    assert not session.path.stat().st_mode & 0o222


def test_giving_up_deletes_practice_and_closes_an_assessed_session_as_stopped(begin, act, data):
    practice, assessed = begin(), begin(mode="assessed", trainee="a1")
    for session in (practice, assessed):
        act(session, "hello")
        crash(session)
        give_up(session.path)
    assert not practice.path.exists()
    assert read_log(assessed.path).closing.stopped
    assert find_unfinished(data) == []


PLAYER = """
    import sys
    from pathlib import Path
    from simulator.authoring.catalogues import shipped, shipped_texts
    from simulator.encounter.actions import parse_action
    from simulator.encounter.program import compile_program
    from simulator.records.live import LiveSession
    from simulator.scenario.load import load_scenario
    text = Path("tests/fixtures/last_bus.yaml").read_text(encoding="utf-8")
    program = compile_program(load_scenario(text, "last_bus.yaml", shipped()).scenario, shipped())
    session = LiveSession.start(
        program, 1, "loud", mode="assessed", trainee="a1", data_folder=Path(sys.argv[1]),
        scenario_text=text, catalogue_texts=shipped_texts(),
    )
    print("begun", flush=True)
    while not session.state.over:
        token = "told" if session.state.node == "story" else "hello"
        session.act(parse_action(token))
        print(token, flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal of POSIX systems")
@pytest.mark.parametrize("shown", [0, 1, 2, 5, 9, 14])
def test_a_kill_at_any_moment_loses_nothing_that_was_on_screen(data, last_bus, shown):
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(PLAYER), str(data)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout.readline() == "begun\n"
    seen = [process.stdout.readline().strip() for _ in range(shown)]
    os.kill(process.pid, signal.SIGKILL)
    rest = process.stdout.read().split()
    process.stdin.close()
    process.wait()
    seen += rest
    (path,) = (data / "sessions").iterdir()
    record = read_log(path)
    assert record.state != "damaged"
    assert [line.action for line in record.actions][: len(seen)] == seen
    assert len(record.actions) <= len(seen) + 1
    assert isinstance(replay_log(record, kept_programs(data / "texts")), Same)
    if not record.over:
        again = resume(path, only(last_bus))
        again.act(parse_action("wait"))
        again.close()
        assert len(read_log(path).actions) == len(record.actions) + 1
