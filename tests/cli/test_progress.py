"""A trainee's progress from the terminal."""


def test_the_runs_of_a_trainee(cli, record, tmp_path):
    done = cli("progress", "2024-117")
    assert done.code == 0
    assert "One run describes." in done.out
    for ending, begins in (("html", b"<!DOCTYPE html>"), ("pdf", b"%PDF-"), ("json", b"{"), ("txt", b"PROGRESS\n")):
        target = tmp_path / f"p.{ending}"
        assert cli("progress", "2024-117", "--output", target).code == 0
        assert target.read_bytes().startswith(begins)


def test_nobody_of_that_id(cli, record):
    done = cli("progress", "T-9")
    assert done.code == 1
    assert "There is no finished record of “T-9”" in done.err
