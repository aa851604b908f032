"""Two trainees side by side from the terminal, checked against the logs themselves."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from simulator.authoring.catalogues import shipped_texts
from simulator.encounter.actions import parse_action
from simulator.encounter.program import compile_program
from simulator.records.live import LiveSession
from simulator.scenario.catalogue import build_catalogues
from simulator.scenario.load import load_scenario

GOOD = ("speaker_off", "hello", "told", "offer", "hold", "walk")
POOR = ("move_on", "hush", "take_it")
OLD_NAME = "Attentive listening, as it was called"


@pytest.fixture
def play(data, last_bus_text):
    """Plays and keeps an assessed call; with `old` under catalogues of another day."""

    def session(trainee: str, actions: tuple[str, ...], *, old: bool = False) -> None:
        texts = shipped_texts()
        if old:
            texts["competencies.yaml"] = texts["competencies.yaml"].replace(
                'label: "Listening"', f'label: "{OLD_NAME}"'
            )
        catalogues = build_catalogues(texts)
        program = compile_program(load_scenario(last_bus_text, "last_bus.yaml", catalogues).scenario, catalogues)
        played = LiveSession.start(
            program, 1, "loud", mode="assessed", trainee=trainee, data_folder=data,
            scenario_text=last_bus_text, catalogue_texts=texts,
        )  # fmt: skip
        for action in actions:
            played.act(parse_action(action), 900)
        played.close()

    return session


def test_figures_are_those_of_the_logs(cli, data, play):
    for trainee, actions in (("T-1", GOOD), ("T-1", POOR), ("T-2", GOOD), ("T-2", ("hello", "stop"))):
        play(trainee, actions)
    value = json.loads(cli("compare", "T-1", "T-2", "--format", "json").out)
    heads, items = Counter(), {}
    for path in (data / "sessions").iterdir():
        head, *_, last = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        if not last["outcome"]:
            continue
        heads[head["trainee"]] += 1
        for item in json.loads(cli("report", path, "--format", "json").out)["items"]:
            items.setdefault((head["trainee"], item["skill"]), []).append((item["weight"], item["r"]))
    assert heads == {"T-1": 2, "T-2": 1}
    for place, side in enumerate(value["sides"]):
        runs = heads[side["trainee"]]
        assert len(side["runs"]) == runs
        assert side["reliability"] == pytest.approx(0.2 * runs / (1 + 0.2 * (runs - 1)), abs=0.006)
        for skill in value["skills"]:
            own, rating = items.get((side["trainee"], skill["skill"]), []), skill["ratings"][place]
            assert rating["chances"] == len(own)
            if len(own) >= 3:
                whole = sum(weight for weight, _ in own)
                mark = (4 * 3 + sum(weight * r for weight, r in own)) / (3 + whole)
                assert rating["rating"] == pytest.approx(mark, abs=0.006)
            else:
                assert rating["rating"] is None


def test_every_form_is_written(cli, play, tmp_path):
    play("T-1", GOOD)
    play("T-2", POOR)
    told = cli("compare", "T-1", "T-2")
    assert told.code == 0
    assert told.out.startswith("TWO TRAINEES SIDE BY SIDE\n")
    for ending, begins in (("html", b"<!DOCTYPE html>"), ("pdf", b"%PDF-"), ("json", b"{"), ("md", b"# Two trainees")):
        target = tmp_path / f"both.{ending}"
        assert cli("compare", "T-1", "T-2", "--output", target).code == 0
        assert target.read_bytes().startswith(begins)


def test_a_session_older_than_the_catalogues_is_shown_and_said_to_be(cli, play):
    play("T-1", GOOD, old=True)
    play("T-2", GOOD)
    told = cli("compare", "T-1", "T-2")
    assert told.code == 0
    assert told.err == ""
    assert "What differed: the catalogues" in " ".join(told.out.split())
    assert "1 (T-1), 1 (T-2)" in told.out


def test_simulated_trainees_play_under_the_catalogues_of_the_day(cli, data, play):
    play("T-1", GOOD, old=True)
    (path,) = (data / "sessions").iterdir()
    told = cli("report", path, "--simulated")
    assert told.code == 0
    assert "AMONG SIMULATED TRAINEES" in told.out


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        (("T-1", "T-1"), 2, "Name two trainees"),
        (("T-1", "T-9"), 1, "There is no finished record of “T-9”"),
        (("T-1", "T-2", "--format", "pdf"), 2, "add --output both.pdf"),
        (("T-1", "a b"), 1, "A trainee id cannot hold a space"),
    ],
)
def test_what_cannot_be_compared_is_told_with_the_mend(cli, play, words, code, hint):
    play("T-1", ("hello", "stop"))
    done = cli("compare", *words)
    assert done.code == code
    assert hint in done.err
