"""A session among simulated trainees: what they are, how they fared, where the session stands."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.reports.charts.company import company_chart
from simulator.reports.page.blocks import Block, Picture, Points, line, plain, strong
from simulator.reports.page.sentences import clean, listed
from simulator.reports.words import Words
from simulator.scoring.company import Company, Fared, Standing
from simulator.scoring.debrief import Debrief


def company_blocks(debrief: Debrief, words: Words) -> Iterator[Block]:
    """The chapter; nothing where it was not worked out."""
    company = debrief.company
    if company is None:
        return
    for told in company_lead(debrief, company, words):
        yield plain(told)
    yield Picture("company", company_chart(company, words))
    yield Points(tuple(line(strong(f"{name}: "), told) for name, told in company_rows(company, words)))
    yield plain(words("company_norm"), "quiet")


def company_lead(debrief: Debrief, company: Company, words: Words) -> Iterator[str]:
    """What simulated trainees are, where the call ended, what an instructor's hand means for it."""
    yield words("company_lead", plays=company.fared[0].plays)
    here = words("company_here", value=f"{company.value:.0f}", tension=f"{company.tension:.0f}")
    yield f"{here} {words('company_within', points=f'{company.same_within:.0f}')}"
    if debrief.measures.injected or (debrief.ending is not None and debrief.ending.injected):
        yield words("company_injected")


def company_rows(company: Company, words: Words) -> Iterator[tuple[str, str]]:
    """For each kind its name and how it fared in sentences: where the session stands, the spread, the endings."""
    for fared, standing in zip(company.fared, company.standings, strict=True):
        told = [_stands(fared, standing, words), _spread(fared, words), _endings(fared, words)]
        yield words(f"simulated_{fared.trainee}"), " ".join(told)


def _stands(fared: Fared, standing: Standing, words: Words) -> str:
    return words(
        "company_stands",
        plays=fared.plays,
        better=standing.better,
        same=standing.same,
        worse=standing.worse,
    )


def _spread(fared: Fared, words: Words) -> str:
    if fared.values[0] == fared.values[-1]:
        return words("company_all_one", value=f"{fared.middle:.0f}", tension=f"{fared.tension_middle:.0f}")
    return words(
        "company_spread",
        low=f"{fared.low:.0f}",
        middle=f"{fared.middle:.0f}",
        high=f"{fared.high:.0f}",
        calm=f"{fared.tension_low:.0f}",
        usual=f"{fared.tension_middle:.0f}",
        tense=f"{fared.tension_high:.0f}",
    )


def _endings(fared: Fared, words: Words) -> str:
    told = [
        words("company_ending", title=clean(each.title) or words("ending_unfinished"), plays=each.plays)
        for each in fared.endings
    ]
    return words("company_endings", endings=listed(told, words))
