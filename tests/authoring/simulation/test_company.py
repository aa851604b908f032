"""Simulated trainees in the very call a session met: the same draw, choices of their own, the same on every machine."""

from __future__ import annotations

from collections import Counter
from statistics import median

import pytest

from simulator.authoring.catalogues import shipped_texts
from simulator.authoring.program_texts import ProgramTexts
from simulator.authoring.simulation import CompanyCache, fared_meanwhile, fared_of
from simulator.authoring.simulation import company_cache as cache_module
from simulator.authoring.simulation.company import CHOICE_SEED, choosing_by
from simulator.authoring.simulation.runs import run_seed
from simulator.authoring.trainees import POLICIES
from simulator.encounter.course import open_course, start_of
from simulator.encounter.step import begin, step

PLAYS = 25


@pytest.fixture(scope="module")
def start(last_bus):
    return start_of(last_bus, 7, "loud")


@pytest.fixture(scope="module")
def fared(last_bus, start):
    return fared_of(last_bus, start, PLAYS)


def test_each_figure_is_what_playing_each_call_by_hand_comes_to(last_bus, fared):
    assert [each.trainee for each in fared] == ["novice", "typical", "expert"]
    for each in fared:
        ends = []
        for number in range(PLAYS):
            state, own = begin(last_bus, 7, "loud")[0], run_seed(CHOICE_SEED, number)
            while not state.over:
                state = step(last_bus, state, POLICIES[each.trainee](last_bus, state._replace(seed=own)))[0]
            ends.append(state)
        assert each.plays == PLAYS
        assert list(each.values) == pytest.approx(sorted(end.value / 1000 for end in ends), abs=0.051)
        assert each.middle == pytest.approx(median(end.value / 1000 for end in ends), abs=0.051)
        assert each.tension_middle == pytest.approx(median(e.subjects[0].tension / 1000 for e in ends), abs=0.051)
        assert {so.outcome: so.plays for so in each.endings} == Counter(end.outcome for end in ends)
        assert each.values[0] <= each.low <= each.middle <= each.high <= each.values[-1]


def test_the_same_call_gives_the_same_again(last_bus, start, fared):
    assert fared_of(last_bus, start, PLAYS) == fared


def test_their_choices_do_not_hang_on_the_seed_of_the_call(last_bus):
    one, other = (open_course(last_bus, seed, "loud").first for seed in (1, 2))
    policy = choosing_by(POLICIES["novice"], 5)
    assert policy(last_bus, one) == policy(last_bus, other)


def test_another_process_comes_to_the_same(pytestconfig, start, fared):
    text = (pytestconfig.rootpath / "tests" / "fixtures" / "last_bus.yaml").read_text("utf-8")
    texts = ProgramTexts(text, shipped_texts())
    assert fared_meanwhile(texts, start, PLAYS, stop=lambda: False) == fared
    assert fared_meanwhile(texts, start, PLAYS, stop=lambda: True) is None


def test_how_many_were_made_is_told(last_bus, start):
    made = []
    fared_of(last_bus, start, 12, made=made.append)
    assert made == [10, 2] * 3


def test_what_was_worked_out_is_kept_for_this_draw_alone(last_bus, start, fared, tmp_path):
    cache = CompanyCache(tmp_path / "cache")
    assert cache.find(start) is None
    cache.keep(start, fared)
    assert cache.find(start) == fared
    assert cache.find(start_of(last_bus, 8, "loud")) is None
    assert cache.find(start_of(last_bus, 7, list(last_bus.temperaments)[-1])) is None


@pytest.mark.parametrize("spoilt", [b"", b"{", b'[{"trainee": "best"}]', b"\xff\xfe"])
def test_a_spoilt_file_is_worked_out_anew(start, fared, tmp_path, spoilt):
    cache = CompanyCache(tmp_path)
    cache.keep(start, fared)
    (file,) = tmp_path.iterdir()
    file.write_bytes(spoilt)
    assert cache.find(start) is None


def test_a_bounded_number_of_files_is_kept(last_bus, tmp_path, monkeypatch):
    monkeypatch.setattr(cache_module, "MOST_FILES", 2)
    cache = CompanyCache(tmp_path)
    for seed in range(4):
        cache.keep(start_of(last_bus, seed, "loud"), ())
    assert len(list(tmp_path.iterdir())) == 2
