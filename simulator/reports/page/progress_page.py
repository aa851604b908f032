"""A trainee's progress as a report: habits first, then ratings over all runs, then the runs."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.reports.charts.trend import trend_chart
from simulator.reports.page.blocks import Block, Facts, Picture, Report, Section, Table, line, plain, quiet
from simulator.reports.page.sentences import clean
from simulator.reports.page.whole import House
from simulator.scoring.progress import Progress
from simulator.version import VERSION


def progress_report(progress: Progress, house: House | None = None) -> Report:
    """The report of a trainee's runs. It describes one person; it ranks nobody."""
    house = house or House()
    words = house.words
    counted = sum(run.counted for run in progress.runs)
    runs = words.count("runs", len(progress.runs))
    if counted < len(progress.runs):
        runs = words("runs_counted", runs=runs, number=counted)
    facts = Facts(
        (
            (words("fact_trainee"), clean(progress.trainee) or words("unrated")),
            (words("fact_runs"), runs),
            (words("fact_reliability"), f"{progress.reliability:.2f}"),
        )
    )
    key = "progress_one" if counted <= 1 else "progress_few" if counted < progress.runs_wanted else "progress_many"
    lead = words(key, runs=counted, wanted=progress.runs_wanted, reliability=f"{progress.reliability:.2f}")
    return Report(
        title=words("progress_title"),
        subtitle=lead,
        academy=clean(house.name),
        facts=facts,
        first=(
            Section("habits", words("habits"), tuple(_habits(progress, house))),
            Section("ratings", words("progress_skills"), tuple(_ratings(progress, house))),
        ),
        detail=(Section("runs", words("progress_runs"), tuple(_runs(progress, house))),),
        foot=(line(words("foot_verdict")), line(quiet(f"deescalation-simulator {VERSION}"))),
        logo=house.logo,
        logo_type=house.logo_type,
    )


def _habits(progress: Progress, house: House) -> Iterator[Block]:
    words = house.words
    counted = [run for run in progress.runs if run.counted]
    yield plain(words(f"direction_all_{progress.all_habits}"))
    if counted:
        yield Picture("trend", trend_chart([run.habits_in_ten for run in counted], words))
    if progress.habits:
        head = (words("habit_head"), words("direction_head"), words("counts_head"))
        rows = tuple(
            (clean(trend.label), words(f"direction_{trend.direction}"), ", ".join(map(str, trend.counts)))
            for trend in progress.habits
        )
        yield Table(words("progress_habits_caption"), head, rows)
    else:
        yield plain(words("no_habits"), "quiet")


def _ratings(progress: Progress, house: House) -> Iterator[Block]:
    words = house.words
    rows = []
    for rating in progress.ratings:
        shown = rating.rating is not None and rating.low is not None and rating.high is not None
        rows.append(
            (
                clean(rating.label),
                f"{rating.rating:.1f}" if shown else words("unrated"),
                f"{rating.low:.1f}–{rating.high:.1f}" if shown else words("unrated"),
                str(rating.chances),
                str(rating.runs),
            )
        )
    head = (words("skill"), words("rating"), words("band"), words("chances_head"), words("runs_head"))
    yield Table(words("progress_skills_caption"), head, tuple(rows), frozenset({1, 2, 3, 4}))


def _runs(progress: Progress, house: House) -> Iterator[Block]:
    words = house.words
    head = (
        words("fact_date"), words("call_head"), words("ending_head"), words("fact_difficulty"),
        words("critical_head"), words("habits_ten_head"), words("opening_head"),
    )  # fmt: skip
    rows = tuple(
        (
            clean(run.started_at)[:16].replace("T", " "),
            clean(f"{run.title} ({run.temperament.lower()})"),
            clean(run.outcome) or words(f"ending_{run.kind}"),
            str(run.difficulty),
            str(run.critical),
            f"{run.habits_in_ten:.1f}",
            words("yes" if run.opened_well else "no"),
        )
        for run in progress.runs
    )
    yield Table(words("progress_runs_caption"), head, rows, frozenset({3, 4, 5}))
