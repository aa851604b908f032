"""A trainee's progress from the terminal."""

HEARD = "speaker_off,hello,told,offer,hold,walk"


def test_the_runs_of_a_trainee(cli, record, tmp_path):
    done = cli("progress", "2024-117")
    assert done.code == 0
    assert "One run describes." in done.out
    assert "- **Runs:** 1 run\n" in done.out
    for ending, begins in (("html", b"<!DOCTYPE html>"), ("pdf", b"%PDF-"), ("json", b"{"), ("txt", b"PROGRESS\n")):
        target = tmp_path / f"p.{ending}"
        assert cli("progress", "2024-117", "--output", target).code == 0
        assert target.read_bytes().startswith(begins)


def test_runs_that_are_listed_and_not_counted_are_told_in_the_head(cli, last_bus_file, record):
    assert cli("play", last_bus_file, "--choices", "stop", "--keep", "--trainee", "2024-117").code == 0
    assert "**Runs:** 2 runs, 1 of them played to the end and counted\n" in cli("progress", "2024-117").out


def test_nobody_of_that_id(cli, record):
    done = cli("progress", "T-9")
    assert done.code == 1
    assert "There is no finished record of “T-9”" in done.err


def test_a_report_beside_earlier_runs(cli, data, last_bus_file, record):
    again = ("play", last_bus_file, "--choices", HEARD, "--keep")
    assert cli(*again, "--trainee", "2024-117").code == 0
    (later,) = {path.stem.rpartition("-")[2] for path in (data / "sessions").glob("*.jsonl")} - {
        record.stem.rpartition("-")[2]
    }
    assert "One earlier run of the same trainee counts" in " ".join(cli("report", later, "--earlier").out.split())
    first = cli("report", record, "--earlier")
    assert "earlier run" not in first.out
    assert "No earlier run counts beside this one" in first.err
    assert "earlier run" not in cli("report", later).out


def test_a_record_of_nobody_has_no_earlier_runs(cli, data, last_bus_file):
    assert cli("play", last_bus_file, "--choices", "hello", "--keep").code == 0
    (path,) = (data / "sessions").iterdir()
    assert "names no trainee" in cli("report", path, "--earlier").err
