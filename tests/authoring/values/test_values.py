"""Expected values and costs: the same draws for every act, no charge for luck, the author's word where it holds."""

import os
from types import MappingProxyType

import pytest

from simulator.authoring.catalogues import shipped_texts
from simulator.authoring.program_texts import ProgramTexts
from simulator.authoring.simulation import play_policy
from simulator.authoring.trainees import POLICIES
from simulator.authoring.values import (
    AnnotationJob,
    Expected,
    ValueCache,
    annotate,
    continuation_seeds,
    expected,
    judge,
)
from simulator.authoring.values import cache as cache_module
from simulator.authoring.values.expected import continued, estimate, values_of_act
from simulator.encounter.actions import Action
from simulator.encounter.course import extend, open_course, play
from simulator.encounter.offer import open_lines
from simulator.encounter.step import begin

FORK = """
      well: {say: "Come, we go together.", does: [next_step], end: fine, debrief: "Good."}
      badly: {say: "Out with you.", does: [commands], end: bad, better: well, debrief: "Bad."}
      fair: {say: "Let us go.", does: [next_step], end: fine, debrief: "Good as well."}
"""
ENDS = """
  fine: {kind: voluntary, value: 90, title: "Fine", after: "Well.", lesson: "Good."}
  bad: {kind: force, value: 10, title: "Bad", after: "Badly.", lesson: "Ask first."}
"""


@pytest.fixture(scope="module")
def texts(pytestconfig):
    return ProgramTexts(
        (pytestconfig.rootpath / "tests" / "fixtures" / "last_bus.yaml").read_text("utf-8"), shipped_texts()
    )


@pytest.fixture(scope="module")
def fork(small):
    return small(lines=FORK.strip("\n").lstrip(), outcomes=ENDS.strip("\n").lstrip())


@pytest.fixture(scope="module")
def novice(last_bus):
    return play_policy(last_bus, POLICIES["novice"], 4, "loud")


@pytest.fixture(scope="module")
def judged(last_bus, novice):
    """What each decision of the novice led to, worked out here; read only."""
    return MappingProxyType(annotate(last_bus, novice, seeds=2))


@pytest.fixture(scope="module")
def worked_out(texts, novice, tmp_path_factory):
    """The same from a job over two processes: what came with each look, the job, and its cache."""
    cache = ValueCache(tmp_path_factory.mktemp("values") / "cache")
    job, fresh = AnnotationJob.start(texts, novice, cache=cache, seeds=2, jobs=2), {}
    while not job.finished:
        fresh |= job.poll(30)
    return fresh, job, cache


def test_an_estimate_is_the_mean_with_an_interval_that_stays_among_the_values():
    even = estimate([10_000, 20_000, 30_000])
    assert even.mean == 20.0
    assert even.low == 10.0
    assert even.high == 30.0
    assert estimate([5_000] * 9) == Expected(5.0, 5.0, 5.0, 9)


def test_a_call_that_is_over_is_worth_what_it_is_worth(last_bus, novice):
    worth = expected(last_bus, novice.last, continuation_seeds(4, 3))
    assert (worth.mean, worth.low, worth.high) == (novice.last.value / 1000,) * 3


def test_continuations_leave_out_the_seed_of_the_session(last_bus):
    seeds = continuation_seeds(1, 8)
    one, other = (begin(last_bus, seed, "loud")[0] for seed in (1, 2))
    assert expected(last_bus, one, seeds) == expected(last_bus, other, seeds)


def test_a_continuation_goes_on_to_the_end_of_the_call(last_bus):
    course = open_course(last_bus, 9, "loud")
    assert continued(last_bus, course.first) == play_policy(last_bus, POLICIES["typical"], 9, "loud").last.value


def test_fresh_seeds_are_other_seeds():
    assert not set(continuation_seeds(1, 32)) & set(continuation_seeds(1, 32, 32))


def test_the_best_act_costs_nothing(fork):
    led_to = judge(fork, begin(fork, 1, "plain")[0], ("well",), 8)
    assert (led_to.cost, led_to.better, led_to.best_act) == (0.0, "", "well")


def test_an_act_costs_what_it_takes_off_the_best(fork):
    before = begin(fork, 1, "plain")[0]
    led_to = judge(fork, before, ("badly",), 8)
    seeds = continuation_seeds(1, 1)
    well, badly = (values_of_act(fork, before, Action("line", id_), seeds)[0] for id_ in ("well", "badly"))
    assert led_to.cost == pytest.approx((well - badly) / 1000, abs=0.06)
    assert led_to.cost_low == led_to.cost_high == led_to.cost


def test_the_line_its_author_calls_better_is_named_where_it_is_as_good_as_the_best(fork):
    led_to = judge(fork, begin(fork, 1, "plain")[0], ("badly",), 8)
    assert (led_to.better, led_to.better_said) == ("well", "Come, we go together.")
    assert led_to.better_spoken
    assert led_to.better_expected > led_to.expected


def test_the_best_is_named_where_its_authors_better_line_is_not(small):
    program = small(
        lines=FORK.replace("better: well", "better: order").strip("\n").lstrip(), outcomes=ENDS.strip("\n").lstrip()
    )
    assert judge(program, begin(program, 1, "plain")[0], ("badly",), 8).better in ("well", "fair")


def test_a_difference_that_may_be_chance_is_no_cost(last_bus, novice):
    for led_to in annotate(last_bus, novice, seeds=8).values():
        assert (led_to.cost > 0) == (led_to.cost_low > 0) == (led_to.better != "")
        assert led_to.low <= led_to.expected <= led_to.high


def test_what_is_no_decision_is_not_judged(last_bus, novice, judged):
    course = extend(last_bus, open_course(last_bus, 1, "loud"), Action("stop"))
    assert annotate(last_bus, course) == {}
    assert set(judged) == {turn.number for turn in novice.turns}


def test_annotating_can_be_stopped(last_bus, novice):
    asked = []
    found = annotate(last_bus, novice, seeds=2, stop=lambda: bool(asked) or asked.append(1))
    assert list(found) == [1]


def test_a_job_in_the_background_finds_what_annotating_here_finds(worked_out, judged):
    fresh, job, _ = worked_out
    assert fresh == job.found == judged
    assert job.poll() == {}


def test_a_job_can_be_cancelled_and_keeps_what_it_found(texts, novice):
    job = AnnotationJob.start(texts, novice, seeds=4, jobs=1)
    first = job.poll(30)
    job.cancel()
    job.cancel()
    assert job.found == first
    assert job.poll() == {}


def test_a_course_without_a_decision_is_finished_at_once(texts, last_bus):
    job = AnnotationJob.start(texts, open_course(last_bus, 1, "loud"))
    assert job.finished
    assert job.whole == 0


def test_a_silence_is_judged_against_the_lines(last_bus):
    before = next(
        turn.before
        for seed in range(30)
        for turn in play_policy(last_bus, POLICIES["typical"], seed, "loud").turns
        if last_bus.nodes[turn.before.node].timer >= 0 and open_lines(last_bus, turn.before)
    )
    assert judge(last_bus, before, ("silence",), 4).best_act


def test_what_is_played_again_is_judged_the_same(last_bus, novice, judged):
    again = play(last_bus, 4, "loud", [turn.action for turn in novice.turns])
    assert annotate(last_bus, again, seeds=2) == judged


def test_what_is_reached_is_witnessed_by_a_line_of_play(last_bus, novice, judged):
    for number, led_to in judged.items():
        done = [turn.action for turn in novice.turns[:number]]
        end = play(last_bus, 4, "loud", [*done, *led_to.best_line]).last
        assert end.over
        assert end.value / 1000 == pytest.approx(led_to.best, abs=0.06)


def test_an_act_after_which_the_good_endings_are_out_of_reach_is_a_loss(fork):
    before = begin(fork, 1, "plain")[0]
    well, badly = (judge(fork, before, (id_,), 4) for id_ in ("well", "badly"))
    assert well.loss == 0.0  # asking first would have led to a little more: that is no ending out of reach
    assert badly.loss >= well.best - badly.best > 5


def test_what_was_done_afterwards_is_a_way_that_was_open(novice, judged):
    for led_to in judged.values():
        assert led_to.best >= round(novice.last.value / 1000, 1)


def test_what_was_worked_out_is_there_at_once_the_next_time(texts, novice, worked_out):
    _, job, cache = worked_out
    again = AnnotationJob.start(texts, novice, cache=cache, seeds=2)
    assert again.finished
    assert again.poll() == job.found
    assert again.poll() == {}


def test_another_course_or_another_way_of_working_it_out_is_not_in_the_cache(last_bus, novice, judged, tmp_path):
    cache = ValueCache(tmp_path)
    cache.keep(novice, judged, 2)
    assert cache.find(novice, 2) is not None
    assert cache.find(novice, 3) is None
    assert cache.find(play_policy(last_bus, POLICIES["novice"], 5, "loud"), 2) is None


@pytest.mark.parametrize("spoilt", [b"", b"{", b'{"1": {"cost": "dear"}}', b"\xff\xfe"])
def test_a_spoilt_file_is_worked_out_anew(novice, judged, tmp_path, spoilt):
    cache = ValueCache(tmp_path)
    cache.keep(novice, judged, 2)
    (file,) = tmp_path.iterdir()
    file.write_bytes(spoilt)
    assert cache.find(novice, 2) is None
    cache.keep(novice, judged, 2)
    assert cache.find(novice, 2) == judged


def test_a_folder_that_takes_no_file_is_done_without(last_bus, novice, tmp_path):
    (tmp_path / "cache").write_text("a file stands here")
    cache = ValueCache(tmp_path / "cache")
    cache.keep(novice, {}, 2)
    assert cache.find(novice, 2) is None


def test_the_cache_keeps_a_bounded_number_of_files(last_bus, tmp_path, monkeypatch):
    monkeypatch.setattr(cache_module, "MOST_FILES", 3)
    cache = ValueCache(tmp_path)
    courses = [play_policy(last_bus, POLICIES["novice"], seed, "loud") for seed in range(5)]
    for course in courses:
        cache.keep(course, {}, 2)
        for path in tmp_path.iterdir():
            os.utime(path, (path.stat().st_mtime - 10, path.stat().st_mtime - 10))
    assert len(list(tmp_path.iterdir())) == 3
    assert cache.find(courses[-1], 2) == {}
    assert cache.find(courses[0], 2) is None
