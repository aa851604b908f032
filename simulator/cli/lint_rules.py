"""The rules of `lint` in words: one explained, or all listed."""

from __future__ import annotations

from collections.abc import Mapping

import click

_MOST_LINES = 4
_WIDEST = 230


def explained(name: str) -> str:
    """What a rule finds, why it matters, the mend and its examples; with `all`, a line for each rule."""
    from simulator.authoring.lint.engine import COMMENT_RULES, RULES
    from simulator.authoring.lint.loader_rules import LOADER_RULES
    from simulator.cli.folders import ended
    from simulator.scenario.problem import did_you_mean

    if name == "all":
        return _listed()
    if name in RULES:
        return _whole(name)
    told: Mapping[str, str] = {**LOADER_RULES, **COMMENT_RULES}
    if name in told:
        where = "found when a file is read" if name in LOADER_RULES else "found in the comments of a file"
        return f"{name} ({where})\n\n{told[name]}\nThe finding itself says how to mend it."
    hint = did_you_mean(name, {**RULES, **told})
    raise click.UsageError(f"There is no rule “{name:.60}”: {ended(hint)} `lint --explain all` lists them.")


def _listed() -> str:
    from simulator.authoring.lint.engine import COMMENT_RULES, RULES
    from simulator.authoring.lint.loader_rules import LOADER_RULES

    lines: list[str] = []
    for subject in dict.fromkeys(rule.subject for rule in RULES.values()):
        lines += ["", subject.replace("_", " ").capitalize()]
        lines += [f"  {rule.id:24} {rule.level:6} {rule.finds}" for rule in RULES.values() if rule.subject == subject]
    lines += ["", "Comments"] + [f"  {code:24}        {about}" for code, about in COMMENT_RULES.items()]
    lines += ["", "Found when a file is read"] + [f"  {code:24}        {about}" for code, about in LOADER_RULES.items()]
    return "\n".join(lines[1:])


def _whole(name: str) -> str:
    from simulator.authoring.lint.engine import RULES
    from simulator.authoring.lint.examples import shown

    rule = RULES[name]
    looks = {
        "text": "the words",
        "graph": "the ways between moments",
        "simulation": "simulated calls",
        "values": "what lines are worth",
        "library": "the other calls of the library",
    }
    parts = [
        f"{rule.id} ({rule.level}; looks at {looks[rule.needs]})",
        "",
        rule.finds,
        f"Why: {rule.why}",
        f"Mend: {rule.mend}",
        "",
        "Found in the example call with",
        *_short(shown(rule.bad)),
        *([f"  in a library of {len(rule.beside) + 1} calls"] if rule.needs == "library" else []),
        "Not found in" + (" the example call with" if rule.good else ""),
        *_short(shown(rule.good)),
        "",
        "It cannot be excused."
        if rule.least == "error"
        else f"To excuse it, on the entry: # lint: ok {rule.id} — the reason",
    ]
    return "\n".join(parts)


def _short(lines: list[str]) -> list[str]:
    kept = [f"  {line if len(line) <= _WIDEST else line[:_WIDEST] + ' …'}" for line in lines[:_MOST_LINES]]
    return kept if len(lines) <= _MOST_LINES else [*kept, f"  … and {len(lines) - _MOST_LINES} more like these"]
