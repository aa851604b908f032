"""What must hold of the project as a whole."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def tracked() -> list[str]:
    try:
        listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    return listed.stdout.splitlines()


def test_only_the_named_rooms_stand_at_the_top():
    allowed = {"simulator", "scenarios", "assets", "tests", "main.py", "pyproject.toml", "README.md", "LICENSE"}
    top = {path.split("/")[0] for path in tracked()}
    assert {name for name in top if not name.startswith(".")} <= allowed


def test_no_lock_file_and_no_made_thing_is_tracked():
    assert [
        path for path in tracked() if re.search(r"uv\.lock$|__pycache__|\.pyc$|\.sqlite3?$|\.db$|\.log$", path)
    ] == []


def test_imports_point_one_way():
    pytest.importorskip("importlinter")
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_package_says_in_one_sentence_what_it_is():
    for init in (ROOT / "simulator").rglob("__init__.py"):
        assert init.read_text(encoding="utf-8").lstrip().startswith('"""'), init


def test_the_two_commands_stand_in_the_readme():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "uv run main.py" in text
    assert "uv run pytest" in text


def test_the_supported_pythons_begin_at_3_11():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=3.11"


def test_no_module_has_grown_past_what_one_holds_in_the_head():
    long = {
        path: lines
        for path in tracked()
        if path.startswith("simulator/") and path.endswith(".py")
        for lines in [len((ROOT / path).read_text(encoding="utf-8").splitlines())]
        if lines > 400
    }
    assert long == {}
