"""Every command: its help, its exit codes, its plain words when something is wrong."""

import io
import json
import os
import runpy
import shlex
import shutil
import sys

import click
import pytest

from simulator.cli import run
from simulator.cli.commands import COMMANDS, commands
from simulator.cli.guard import guarded
from simulator.cli.output import write_out
from simulator.records.problem import RecordsProblem


def every_command():
    """Every command and subcommand by its words."""
    context = click.Context(commands)
    for name in COMMANDS:
        command = commands.get_command(context, name)
        yield (name,), command
        if isinstance(command, click.Group):
            yield from (((name, sub), each) for sub, each in command.commands.items())


@pytest.mark.parametrize(("words", "command"), list(every_command()), ids=lambda each: " ".join(each) if isinstance(each, tuple) else "")  # fmt: skip
def test_every_command_has_help_with_an_example(words, command, capsys):
    assert run([*words, "--help"]) == 0
    told = capsys.readouterr().out
    assert f"Example:\n    uv run main.py {' '.join(words)}" in told
    assert command.help
    assert all(option.help for option in command.params if isinstance(option, click.Option) and option.name != "kind")


@pytest.fixture(scope="module")
def two_records(tmp_path_factory):
    """A data folder with a short call of each of two trainees, the first under the id that the examples name."""
    folder = tmp_path_factory.mktemp("two_records")
    assert (
        run(
            ["--data", str(folder), "play", "corner_shop", "--choices", "hello,wait,stop", "--keep", "--trainee", "T-1"]
        )
        == 0
    )
    (record,) = (folder / "sessions").iterdir()
    record.rename(record.with_name("20260101T090000Z-corner_shop-1a2b3c4d.jsonl"))
    assert run(["--data", str(folder), "play", "corner_shop", "--choices", "stop", "--keep", "--trainee", "T-2"]) == 0
    return folder


@pytest.mark.parametrize("words", [(), *(words for words, _ in every_command())], ids=" ".join)
def test_every_example_in_the_help_works(words, two_records, tmp_path, pytestconfig, monkeypatch, capsys):
    shutil.copytree(two_records, tmp_path, dirs_exist_ok=True)
    shutil.copytree(pytestconfig.rootpath / "scenarios", tmp_path / "scenarios")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    monkeypatch.setattr("simulator.cli.window._preview", [lambda data, path, seed, timed: 0])
    here = ["--data", str(tmp_path)]
    capsys.readouterr()
    assert run([*words, "--help"]) == 0
    told = " ".join(capsys.readouterr().out.partition("Example:\n")[2].split())
    assert told.startswith("uv run main.py ")
    assert run([*here, *shlex.split(told.removeprefix("uv run main.py "))]) == 0, capsys.readouterr().err


def test_the_list_of_commands_tells_what_each_is_for(cli):
    told = cli("--help").out
    for name, (_, about) in COMMANDS.items():
        assert f"{name} " in told
        assert about in " ".join(told.split())


def test_the_version_is_that_of_the_project(cli, pytestconfig):
    project = (pytestconfig.rootpath / "pyproject.toml").read_text(encoding="utf-8")
    version = cli("--version").out.split()[-1]
    assert f'version = "{version}"' in project


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["plya"], "did you mean `play`?"),
        (["play", "--text"], "Name the call"),
        (["play", "corner_shp", "--text"], "did you mean `corner_shop`?"),
        (["play", "corner_shop", "--seed", "7"], "add --text"),
        (["play", "corner_shop", "--text", "--seed", "x"], "not a valid integer"),
        (["play", "corner_shop", "--text", "--temperament", "wornn"], "did you mean `worn`?"),
        (["play", "corner_shop", "--text", "--class-word", "a"], "--mode assessed"),
        (["play", "corner_shop", "--text", "--mode", "assessed"], "add --class-word"),
        (
            ["play", "corner_shop", "--text", "--mode", "assessed", "--class-word", "a", "--seed", "1"],
            "leave them away",
        ),
        (["simulate", "corner_shop", "--policy", "expart"], "did you mean `expert`?"),
        (["records", "nothing"], "No such command"),
    ],
)
def test_what_is_not_understood_is_told_with_the_mend_and_exit_code_2(cli, words, hint):
    done = cli(*words)
    assert done.code == 2
    assert hint in done.err
    assert "?." not in done.err


def test_library_names_its_folders_and_what_each_call_trains(cli, data):
    done = cli("library")
    assert done.code == 0
    assert str(data / "scenarios") in done.out
    assert "corner_shop: Closing time" in done.out
    assert "minutes" in done.out
    assert "Trains: " in done.out


def test_library_lists_a_broken_file_with_why_and_plays_the_users_own(cli, data, last_bus_file):
    own = data / "scenarios"
    own.mkdir(parents=True)
    (own / "mine.yaml").write_text(last_bus_file.read_text(encoding="utf-8"), encoding="utf-8")
    (own / "broken.yaml").write_text("format: 1\nid: broken\n", encoding="utf-8")
    done = cli("library")
    assert done.code == 1
    assert f"{own / 'broken.yaml'} cannot be played." in done.out
    rows = {row["id"]: row for row in json.loads(cli("library", "--json").out)["calls"]}
    assert rows["last_bus"]["playable"]
    assert not rows["broken"]["playable"]
    assert rows["broken"]["problems"]
    assert cli("play", "broken", "--text").code == 1


def test_validate_shows_the_line_and_exits_with_1(cli, tmp_path, last_bus_file):
    assert cli("validate", last_bus_file).out.splitlines()[-1].endswith("last_bus.yaml: fine")
    broken = tmp_path / "broken.yaml"
    broken.write_text(last_bus_file.read_text(encoding="utf-8").replace("start: window", "start: windw"), "utf-8")
    done = cli("validate", broken)
    assert done.code == 1
    assert f"{broken}:" in done.out
    assert "did you mean `window`?" in done.out
    found = json.loads(cli("validate", broken, "--json").out)["findings"]
    assert found[0]["line"] > 1


def test_validate_without_a_name_checks_the_whole_library(cli):
    done = cli("validate")
    assert done.code == 0
    assert "corner_shop.yaml: " in done.out


def test_a_folder_means_the_scenario_files_in_it(cli, tmp_path, last_bus_file, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    assert "this is a folder, not a scenario file" in cli("validate", "mine").out
    shutil.copy(last_bus_file, tmp_path / "mine")
    (tmp_path / "mine" / "broken.yaml").write_text("format: 1\n", encoding="utf-8")
    for name in ("mine", "mine/"):
        done = cli("validate", name)
        assert done.code == 1
        assert "last_bus.yaml: fine" in done.out
        assert "broken.yaml: " in done.out
    # A folder that is called like a call of the library means the call.
    (tmp_path / "mine").rename(tmp_path / "corner_shop")
    assert cli("validate", "corner_shop").code == 0


def test_a_scenario_file_that_is_not_there_is_told(cli, tmp_path):
    done = cli("validate", tmp_path / "none.yaml")
    assert done.code == 1
    assert "there is no such file" in done.out


def test_test_runs_an_authors_tests(cli, tmp_path, last_bus_file):
    assert cli("test", last_bus_file).out.endswith("2 passed, 0 failed.\n")
    wrong = tmp_path / "wrong.yaml"
    text = last_bus_file.read_text(encoding="utf-8")
    wrong.write_text(text.replace("value >= 80", "value >= 99"), encoding="utf-8")
    done = cli("test", wrong)
    assert done.code == 1
    assert "expected value >= 99" in done.out
    assert [row["passed"] for row in json.loads(cli("test", wrong, "--json").out)] == [False, True]


def test_schema_is_printed_or_written_whole(cli, tmp_path):
    printed = json.loads(cli("schema").out)
    assert printed["properties"]["format"]
    target = tmp_path / "schema.json"
    assert cli("schema", "--output", target).code == 0
    assert json.loads(target.read_text(encoding="utf-8")) == printed
    done = cli("schema", "--output", tmp_path)
    assert done.code == 1
    assert "is a folder" in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no such pipes")
def test_what_is_written_to_a_pipe_goes_through_it(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDWR)
    try:
        write_out("Words.", pipe)
        assert os.read(reader, 100) == b"Words.\n"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_fault_in_the_program_is_one_plain_sentence(capsys):
    @click.command()
    def broken():
        raise KeyError("secret")

    assert guarded(broken, []) == 1
    told = capsys.readouterr()
    assert "Traceback" not in told.err
    assert told.err.startswith("Something went wrong inside the program (KeyError in broken, test_commands.py:")


def test_a_problem_with_records_is_told_as_it_is(capsys):
    @click.command()
    def full():
        raise RecordsProblem("There is no room.", "Free some space.")

    assert guarded(full, []) == 1
    assert capsys.readouterr().err == "There is no room. Free some space.\n"


def test_a_program_without_streams_does_its_work_all_the_same(monkeypatch, tmp_path):
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert run(["--data", str(tmp_path), "schema", "--output", str(tmp_path / "schema.json")]) == 0
    assert run(["--data", str(tmp_path), "play", "last_bus"]) == 2
    assert json.loads((tmp_path / "schema.json").read_text(encoding="utf-8"))


def test_an_interrupt_is_quiet(capsys):
    @click.command()
    def interrupted():
        raise KeyboardInterrupt

    assert guarded(interrupted, []) == 130
    assert "".join(capsys.readouterr()).strip() == ""


def test_an_interrupt_while_the_program_is_loaded_is_quiet(pytestconfig, monkeypatch):
    def pressed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("simulator.cli.main", pressed)
    with pytest.raises(SystemExit) as left:
        runpy.run_path(str(pytestconfig.rootpath / "main.py"), run_name="__main__")
    assert left.value.code == 130


def test_the_data_folder_may_be_named_anywhere(tmp_path, capsys):
    said = []
    for line in (["--data", str(tmp_path), "records", "list"], ["records", "list", f"--data={tmp_path}"]):
        assert run(line) == 0
        said.append(capsys.readouterr().out)
    assert str(tmp_path) in said[0]
    assert said[0] == said[1]


def test_a_python_where_nothing_was_set_up_is_told_how(cli, monkeypatch):
    def lacks(*_, **__):
        raise ModuleNotFoundError("No module named 'yaml'", name="yaml")

    monkeypatch.setattr("simulator.cli.folders.whole_library", lacks)
    done = cli("validate")
    assert done.code == 1
    assert "has no “yaml”" in done.err
    assert "uv run main.py" in done.err


def test_the_library_says_which_of_two_files_of_one_id_is_used(cli, data, last_bus_text):
    own = data / "scenarios"
    own.mkdir(parents=True)
    for name in ("a.yaml", "b.yaml"):
        (own / name).write_text(last_bus_text, encoding="utf-8")
    done = cli("library")
    assert f"{own / 'a.yaml'} is not used: {own / 'b.yaml'} has the same id, last_bus." in done.out
    assert done.out.count("The last bus") == 1


def test_the_schemas_of_what_is_written_as_json(cli):
    assert json.loads(cli("schema", "debrief").out)["title"] == "Debrief"
    done = cli("schema", "progress", "--markdown")
    assert done.code == 2
    assert "--markdown tells of scenario files alone" in done.err
