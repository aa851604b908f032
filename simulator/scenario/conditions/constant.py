"""Conditions that fit their names and yet never change: always true, or never, in the declared ranges."""

from fractions import Fraction

from simulator.scenario.conditions.check import Understanding, understand
from simulator.scenario.conditions.faults import ConditionWarning
from simulator.scenario.conditions.meaning import (
    Atom,
    Every,
    Fixed,
    Meaning,
    Measured,
    Opposite,
    Some,
    holds,
    parts_of,
    solution,
)
from simulator.scenario.conditions.spans import all_of, any_of
from simulator.scenario.conditions.tree import Comparison, Expr, Membership, decimal, to_text
from simulator.scenario.conditions.vocabulary import Choice, Flag, Number, Vocabulary


def warnings(expr: Expr, vocabulary: Vocabulary) -> tuple[ConditionWarning, ...]:
    """What in `expr` is always true or never, and words that can be read two ways; from the left. Nothing is
    said of a condition with faults, nor of a plain `true` or `false`, which is meant."""
    return remarks_on(understand(expr, vocabulary))


def remarks_on(found: Understanding) -> tuple[ConditionWarning, ...]:
    """The warnings on a condition that was understood already."""
    if found.meaning is None:
        return ()
    remarks = list(found.warnings)
    _look(found.meaning, remarks)
    return tuple(sorted(remarks, key=lambda remark: remark.column))


def _look(meaning: Meaning, remarks: list[ConditionWarning]) -> bool | None:
    """Note what never changes in `meaning`; True or False if that settles it as a whole."""
    match meaning:
        case Fixed(value, _):
            return value
        case Measured(_, _, source):
            verdict = _verdict(meaning)
            if verdict is not None:
                remarks.append(ConditionWarning(_never_changes(source, verdict), source.column, _reason(meaning)))
            return verdict
        case Opposite(operand, _):
            verdict = _look(operand, remarks)
            return None if verdict is None else not verdict
        case Every() | Some():
            return _look_at_parts(meaning, remarks)
        case _:
            for part in parts_of(meaning):
                _look(part, remarks)
            return None


def _look_at_parts(meaning: Every | Some, remarks: list[ConditionWarning]) -> bool | None:
    """Parts that each can go either way, and together cannot: `tension > 40 and tension < 20`."""
    settles = isinstance(meaning, Some)  # the value of one part that decides the whole
    verdicts = [_look(part, remarks) for part in meaning.parts]
    if settles in verdicts:
        return settles
    together: dict[Atom, list[Meaning]] = {}
    for part, verdict in zip(meaning.parts, verdicts, strict=True):
        found = solution(part) if verdict is None else None
        if found is not None:
            together.setdefault(found[0], []).append(part)
    for atom, parts in together.items():
        sets = [found[1] for part in parts if (found := solution(part))]
        if len(sets) < 2:
            continue
        joined = any_of(sets) if settles else all_of(sets)
        never_met = (joined.complement() if settles else joined) & atom.range()
        if atom.range().runs and not never_met.runs:
            remarks.append(_clash(meaning, parts))
            return settles
    return None if None in verdicts else not settles


def _verdict(meaning: Measured) -> bool | None:
    found = solution(meaning)
    if found is not None:
        atom, spans = found
        possible = atom.range()
        if not possible.runs:
            return None
        if not (spans & possible).runs:
            return False
        return None if (spans.complement() & possible).runs else True
    least, most = meaning.linear.bounds()
    if least is not None and least == most:
        return holds(least, meaning.relation)
    # Only the ends of the range are looked at; that some value between them is never met is not claimed.
    match meaning.relation:
        case "==" | "!=":
            out_of_reach = (least is not None and least > 0) or (most is not None and most < 0)
            return (meaning.relation == "!=") if out_of_reach else None
        case relation:
            at_least = None if least is None else holds(least, relation)
            at_most = None if most is None else holds(most, relation)
            return at_least if at_least == at_most else None


def _never_changes(source: Expr, verdict: bool) -> str:
    return f"`{to_text(source)}` is {'always' if verdict else 'never'} true."


def _clash(meaning: Every | Some, parts: list[Meaning]) -> ConditionWarning:
    """`parts` of `meaning` leave no choice: what to say of them."""
    some = isinstance(meaning, Some)
    column = parts[0].source.column
    if isinstance(meaning.source, Membership | Comparison) and len(parts) == len(meaning.parts):
        # `x not in (…)` stands as the source of the `x in (…)` that is its opposite.
        negated = isinstance(meaning.source, Membership) and meaning.source.negated
        return ConditionWarning(_never_changes(meaning.source, some is not negated), column)
    texts = [f"`{to_text(part.source)}`" for part in parts]
    together = f"{', '.join(texts[:-1])} and {texts[-1]}"
    if some:
        return ConditionWarning(f"One of {together} always holds.", column, "Perhaps `and` was meant.")
    return ConditionWarning(f"{together} never hold together.", column, "Perhaps `or` was meant.")


def _reason(meaning: Measured) -> str:
    atoms = meaning.linear.terms
    if len(atoms) != 1:
        return ""
    atom = atoms[0][0]
    shown = f"`{atom.name}`" if atom.arguments is None else f"`{atom.name}(…)`"
    match atom.type:
        case Number(scale, low, high):
            if meaning.relation in ("==", "!=") and scale == 1:
                shown = f"{shown} is a whole number and"
            if low is not None and high is not None:
                return f"{shown} goes from {_natural(low)} to {_natural(high)}."
            if low is not None:
                return f"{shown} is {_natural(low)} or more."
            if high is not None:
                return f"{shown} is {_natural(high)} or less."
            return f"{shown} moves in steps of {_natural(Fraction(1, scale))}."
        case Choice(values, True):
            return f"{shown} goes from {values[0]} to {values[-1]}."
        case Choice() | Flag():
            return ""


def _natural(value: int | Fraction) -> str:
    thousandths = Fraction(value) * 1000
    return decimal(int(thousandths)) if thousandths.denominator == 1 else str(value)
