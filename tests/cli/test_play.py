"""Playing in a terminal: fixed lines, typed answers, records kept or not."""

import pytest

from simulator.records.reading import read_log
from simulator.records.session_log import SessionLog

HEARD = "speaker_off,hello,told,offer,hold,walk"
POOR = ("move_on", "hush")


def test_a_fixed_line_is_played_and_printed_without_asking(cli, data, last_bus_file):
    done = cli("play", last_bus_file, "--choices", HEARD, "--seed", "1", "--temperament", "loud")
    assert done.code == 0
    assert "Bram: Yes. That is it exactly." in done.out
    assert "The call has ended: A seat in the van" in done.out
    assert "DEBRIEF" in done.out
    assert "No record was kept." in done.out
    assert not list((data / "scratch").iterdir())


def test_a_seed_fixes_everything_that_is_printed(cli, last_bus_file):
    words = ("play", last_bus_file, "--choices", "hello,told,hush", "--seed", "11")
    assert cli(*words).out == cli(*words).out


def test_a_choice_that_is_not_open_is_told_with_what_there_is(cli, last_bus_file):
    done = cli("play", last_bus_file, "--choices", "hello,hullo", "--seed", "1")
    assert done.code == 1
    assert "After 1 acts “hullo” cannot be done: There is no line “hullo” at “story”" in done.err


def test_a_kept_practice_is_a_record(cli, data, last_bus_file):
    done = cli("play", last_bus_file, "--choices", HEARD, "--seed", "1", "--keep")
    (path,) = (data / "sessions").iterdir()
    assert f"Record kept: {path}" in done.out
    assert read_log(path).header.mode == "practice"


def test_an_assessed_call_takes_its_draw_from_the_class_word_and_seals_its_record(cli, data, last_bus_file):
    for word, trainee in (("Tuesday", "a1"), (" tuesday ", "a2"), ("wednesday", "a3")):
        done = cli("play", last_bus_file, "--choices", "hello,stop", "--mode", "assessed", "--class-word", word,
                   "--trainee", trainee)  # fmt: skip
        assert "Sealed record:" in done.out
    starts = {read_log(path).header.trainee: read_log(path).header.start for path in (data / "sessions").iterdir()}
    assert starts["a1"] == starts["a2"]
    assert starts["a1"].seed != starts["a3"].seed


def test_an_assessed_call_needs_an_id(cli, last_bus_file):
    done = cli("play", last_bus_file, "--text", "--mode", "assessed", "--class-word", "a")
    assert done.code == 1
    assert "needs the trainee's id" in done.err


@pytest.mark.parametrize("hostile", ["../x", "a\nb", "x" * 10_000, "a/b"])
def test_a_hostile_id_is_refused_in_plain_words(cli, data, last_bus_file, hostile):
    done = cli("play", last_bus_file, "--text", "--trainee", hostile)
    assert done.code == 1
    assert "rainee id" in done.err
    assert not (data / "sessions").exists()


def test_words_are_understood_and_questions_answered(cli, last_bus_file):
    typed = "?\nwhat\nknow\nhistory\nacts\ngauge\n99\nnonsense\n\ncall\nwait\nhello\nhistory\nstop\nno\n"
    done = cli("play", last_bus_file, "--text", "--seed", "1", typed=typed)
    assert done.code == 0
    for words in (
        "Type the number of a line, then Enter.",
        "\ncall van: call help by its name.\n",
        "Nothing was said yet.",
        "hold: Hold until something changes (closed: Nobody is on the way to wait for.)",
        "Tension 5",
        "the numbers go from 1 to 3",
        "“nonsense” is not understood",
        "Called: The night outreach van. Due in 3:00.",
        "You: Evening. I'm Sam",
        "You stopped the call. Nothing is held against you for that.",
        "No record was kept.",
    ):
        assert words in done.out


@pytest.mark.parametrize(("answers", "kept"), [("1\n\nperhaps\nyes\n", 1), ("1\nNo\n", 0), ("1\n", 1), ("", 0)])
def test_whether_to_keep_a_record_is_asked_until_the_answer_is_yes_or_no(cli, data, last_bus_file, answers, kept):
    done = cli("play", last_bus_file, "--text", "--seed", "1", typed=f"hello\nstop\n{answers}")
    assert done.code == 0
    assert ("Type yes to keep the record, or no to delete it: " in done.out) is (answers.count("\n") > 1)
    assert ("Record kept: " in done.out) is bool(kept)
    assert len(list((data / "sessions").glob("*.jsonl"))) == kept


def test_without_a_name_it_asks_which_call(cli, data, last_bus_file):
    own = data / "scenarios"
    own.mkdir(parents=True)
    (own / "mine.yaml").write_text(last_bus_file.read_text(encoding="utf-8"), encoding="utf-8")
    number = next(line.partition(".")[0] for line in cli("play", "--text").out.splitlines() if "The last bus" in line)
    done = cli("play", "--text", typed=f"x\n99\n{number}\nstop\nno\n")
    assert done.code == 0
    assert "Type a number from 1 to" in done.out
    assert "Dispatch: Man shouting" in done.out


def test_an_assessed_call_has_no_gauge(cli, last_bus_file):
    done = cli("play", last_bus_file, "--text", "--mode", "assessed", "--class-word", "a", "--trainee", "a1",
               typed="gauge\nstop\n")  # fmt: skip
    assert "“gauge” is not understood" in done.out
    assert "Tension 5" not in done.out.partition("DEBRIEF")[0]


def test_silence_can_be_said_where_there_is_a_timer(cli, last_bus_file):
    done = cli("play", last_bus_file, "--text", "--seed", "1", typed="silence\nhello\nsilence\nstop\n")
    assert "“silence” is not understood" in done.out
    assert "You: (You said nothing; the time ran out.)" in done.out


def test_an_ended_input_leaves_a_call_that_can_go_on(cli, data, last_bus_file):
    done = cli("play", last_bus_file, "--text", "--seed", "1", "--temperament", "loud", typed="hello\n")
    assert done.code == 0
    assert "Go on with: play last_bus --resume" in done.err
    again = cli("play", "last_bus", "--resume", typed="history\ntold\nstop\nyes\n")
    assert again.code == 0
    assert "You: Evening. I'm Sam" in again.out
    (path,) = (data / "sessions").iterdir()
    assert [line.action for line in read_log(path).actions] == ["hello", "told", "stop"]
    nothing = cli("play", "--resume")
    assert nothing.code == 1
    assert "no unfinished call" in nothing.err


def test_on_a_shared_computer_each_goes_on_with_their_own_call(cli, last_bus_file, data):
    for who in ("A-1", "B-2"):
        cli("play", last_bus_file, "--text", "--mode", "assessed", "--class-word", "tuesday", "--trainee", who)
    again = cli("play", "--resume", "--trainee", "A-1", typed="hello\nstop\n")
    assert "This is the call of trainee A-1." in again.out
    stopped = [record for path in (data / "sessions").iterdir() if (record := read_log(path)).over]
    assert [record.header.trainee for record in stopped] == ["A-1"]
    assert "by trainee A-1" in cli("play", "--resume", "--trainee", "A-1").err
    assert "goes on with one as it was begun" in cli("play", "--resume", "--seed", "1").err


def test_a_data_folder_that_is_a_file_is_told(cli, tmp_path, last_bus_file):
    file = tmp_path / "file"
    file.write_text("x")
    done = cli("play", last_bus_file, "--choices", "hello", folder=file)
    assert done.code == 1
    assert "a file stands in its place" in done.err


def test_an_assessed_call_takes_no_instructors_hand_from_its_trainee(cli, data, last_bus_file):
    done = cli("play", last_bus_file, "--choices", "inject:rain,stop", "--mode", "assessed", "--class-word", "tuesday",
               "--trainee", "2024-117")  # fmt: skip
    assert done.code == 2
    assert "inject: is an instructor's hand" in done.err
    assert not (data / "sessions").exists()


@pytest.mark.parametrize(
    ("token", "words"),
    [("call:", "names nothing behind its colon"), ("::", "is not an action"), ("x" * 10_000, "far too long")],
)
def test_a_token_that_means_nothing_is_told_shortly(cli, last_bus_file, token, words):
    done = cli("play", last_bus_file, "--choices", f"hello,{token}", "--seed", "1")
    assert done.code == 1
    assert words in done.err
    assert len(done.err) < 400


def test_a_record_is_kept_even_if_the_debrief_fails(cli, data, last_bus_file, monkeypatch):
    def fails(*_):
        raise ValueError("a fault")

    monkeypatch.setattr("simulator.cli.play._debrief", fails)
    done = cli("play", last_bus_file, "--choices", HEARD, "--seed", "1", "--keep")
    assert done.code == 1
    assert "Record kept:" in done.out
    assert len(list((data / "sessions").iterdir())) == 1


@pytest.mark.parametrize("keep", [True, False])
@pytest.mark.parametrize("lines", [0, 12, 30])
def test_whoever_stops_reading_loses_no_record_and_leaves_no_call_behind(
    cli, data, last_bus_file, monkeypatch, keep, lines
):
    import click

    said, echo = [], click.echo

    def closed(*words, **rest):
        if len(said) >= lines:
            raise BrokenPipeError
        said.append(words)
        echo(*words, **rest)

    monkeypatch.setattr("click.echo", closed)
    done = cli("play", last_bus_file, "--choices", HEARD, "--seed", "1", *(["--keep"] if keep else []))
    assert done.code == 0
    assert len(list((data / "sessions").iterdir())) == keep
    assert not list((data / "scratch").iterdir())


def test_a_call_that_is_open_elsewhere_is_not_said_to_be_missing(cli, data, last_bus_file):
    cli("play", last_bus_file, "--text", typed="hello\n")
    (log,) = (data / "scratch").iterdir()
    held, _ = SessionLog.reopen(log)
    told = cli("play", "--resume")
    held.close()
    assert told.code == 1
    assert "open in another window" in told.err
    assert "unfinished" not in cli("play", "--resume", typed="stop\n").err


def test_what_happens_by_itself_stands_under_nobodys_name(cli, last_bus_file):
    done = cli("play", last_bus_file, "--choices", HEARD, "--seed", "1", "--temperament", "loud")
    assert "(Headlights swing in.)" in done.out.splitlines()
