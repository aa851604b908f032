"""Does a condition fit the names it may use? All faults at once, in plain words; and what it then means."""

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from simulator.scenario.conditions.faults import ConditionError, ConditionWarning
from simulator.scenario.conditions.meaning import (
    Alike,
    Atom,
    Every,
    Fixed,
    Linear,
    Meaning,
    Measured,
    Opposite,
    Reading,
    Some,
)
from simulator.scenario.conditions.phrases import counted, described, listed, nearest
from simulator.scenario.conditions.tree import (
    And,
    Call,
    Comparator,
    Comparison,
    Expr,
    Membership,
    Negative,
    Not,
    Numeral,
    Or,
    Quoted,
    Sum,
    Time,
    Truth,
    Word,
    to_text,
)
from simulator.scenario.conditions.vocabulary import Choice, Flag, Number, Type, Vocabulary


@dataclass(frozen=True, slots=True)
class Understanding:
    """All that reading a condition against a vocabulary gives. `meaning` is None if there are `errors`."""

    type: Type | None
    meaning: Meaning | None
    errors: tuple[ConditionError, ...]
    warnings: tuple[ConditionWarning, ...]
    names: frozenset[str]


def check(expr: Expr, vocabulary: Vocabulary) -> tuple[Type | None, tuple[ConditionError, ...]]:
    """The type of `expr` (None if it has none) and every fault in it, from the left. Without faults it is a
    condition that `bind` will take."""
    found = understand(expr, vocabulary)
    return found.type, found.errors


def names_read(expr: Expr, vocabulary: Vocabulary) -> frozenset[str]:
    """The declared names whose value `expr` depends on (bare words that are values of a choice left out)."""
    return understand(expr, vocabulary).names


def understand(expr: Expr, vocabulary: Vocabulary) -> Understanding:
    """Tell names from values in `expr`, check all types, and say what it means."""
    reader = _Reader(vocabulary)
    part = reader.part(expr)
    meaning = reader.as_flag(expr, part)
    first_of_each = {(error.column, error.message): error for error in reversed(reader.errors)}
    errors = tuple(sorted(first_of_each.values(), key=lambda error: error.column))
    return Understanding(
        part.type if part else None,
        None if errors else meaning,
        errors,
        tuple(dict.fromkeys(reader.warnings)),
        frozenset(reader.names),
    )


class _Part(NamedTuple):
    """A piece of a condition with its type: a flag has a meaning, a number or choice a linear form."""

    type: Type
    flag: Meaning | None = None
    linear: Linear = Linear()


class _Reader:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._names = vocabulary.names
        self._functions = vocabulary.functions
        self.errors: list[ConditionError] = []
        self.warnings: list[ConditionWarning] = []
        self.names: set[str] = set()

    def _fault(self, message: str, column: int, hint: str = "") -> None:
        self.errors.append(ConditionError(message, column, hint))

    def as_flag(self, expr: Expr, part: _Part | None) -> Meaning | None:
        """The meaning of `part`, which `expr` gave, where true or false is needed."""
        if part is None or part.flag is not None:
            return part.flag if part else None
        shown = to_text(expr)
        match part.type:
            case Choice(values, _):
                example = f"{shown} == {values[0]}" if values else shown
                self._fault(f"{described(expr, part.type)}, not true or false.", expr.column, f"Write {example}.")
            case _:
                self._fault(
                    f"`{shown}` is a number, not true or false.",
                    expr.column,
                    "Compare it with something: tension >= 40."
                    if isinstance(expr, Numeral | Time)
                    else f"Compare it with something: {shown} >= 1.",
                )
        return None

    def part(self, expr: Expr) -> _Part | None:
        """`expr` understood, or None with its faults noted."""
        match expr:
            case Truth(value):
                return _Part(Flag(), Fixed(value, expr))
            case Numeral(thousandths):
                number = Fraction(thousandths, 1000)
                scale = number.denominator
                return _Part(Number(scale, number, number), linear=Linear((), number.numerator, scale))
            case Time(seconds):
                return _Part(Number(1, seconds, seconds), linear=Linear((), seconds))
            case Word(text):
                return self._name(expr, text)
            case Quoted(text):
                self._fault(f"'{text}' in quotes says nothing by itself.", expr.column, _AN_EXAMPLE)
                return None
            case Call():
                return self._call(expr)
            case Negative(operand):
                return self._sum((operand,), (-1,))
            case Sum(terms, signs):
                return self._sum(terms, signs)
            case Not(operand):
                inner = self.as_flag(operand, self.part(operand))
                return _Part(Flag(), Opposite(inner, expr)) if inner else None
            case And(parts) | Or(parts):
                flags = [self._joined(expr, index) for index in range(len(parts))]
                return _Part(Flag(), _join(flags, expr, every=isinstance(expr, And)))
            case Comparison(operands, comparators):
                pairs = [
                    self._pair(left, comparator, right)
                    for left, comparator, right in zip(operands, comparators, operands[1:], strict=False)
                ]
                return _Part(Flag(), _join(pairs, expr, every=True))
            case Membership(subject, options, negated):
                pairs = [self._pair(subject, "==", option) for option in options]
                meaning = _join(pairs, expr, every=False)
                return _Part(Flag(), Opposite(meaning, expr) if negated else meaning)

    def _name(self, word: Expr, text: str) -> _Part | None:
        declared = self._names.get(text)
        if declared is None:
            self._undeclared(text, word.column)
            return None
        self.names.add(text)
        return _part_of(Atom(text, None, declared), word)

    def _undeclared(self, text: str, column: int) -> None:
        message = f"There is nothing called `{text}` here."
        near = nearest(text, self._names)
        owner = next((n for n, t in self._names.items() if isinstance(t, Choice) and text in t.values), None)
        if text in self._functions:
            message, hint = f"`{text}` needs an id.", f"Write {text}('…')."
        elif text in ("yes", "no"):
            hint = f"Write {'true' if text == 'yes' else 'false'}."
        elif owner is not None:
            message, hint = f"`{text}` is a value of `{owner}`, not a name.", f"Write {owner} == {text}."
        elif near is not None:
            hint = f"Did you mean `{near}`?"
        else:
            hint = "Check the spelling, or declare it under `variables:`."
        self._fault(message, column, hint)

    def _call(self, call: Call) -> _Part | None:
        signature = self._functions.get(call.function)
        if signature is None:
            near = nearest(call.function, self._functions)
            if call.function in self._names:
                hint = f"`{call.function}` is a name: write it without parentheses."
            else:
                hint = f"Did you mean {near}(…)?" if near else listed("There are", sorted(self._functions))
            self._fault(f"There is no question `{call.function}(…)`.", call.column, hint)
            return None
        wanted, given = len(signature.arguments), len(call.arguments)
        if wanted != given:
            self._fault(
                f"`{call.function}(…)` takes {counted(wanted)}, not {given}.",
                call.column,
                f"Each is {signature.what}, in quotes." if wanted else f"Write {call.function}().",
            )
            return None
        sound = True
        for argument, legal in zip(call.arguments, signature.arguments, strict=True):
            if argument.text not in legal:
                sound = False
                near = nearest(argument.text, legal)
                hint = f"Did you mean '{near}'?" if near else listed("There are", sorted(legal))
                self._fault(f"'{argument.text}' is not {signature.what}.", argument.column, hint)
        if not sound:
            return None
        atom = Atom(call.function, tuple(each.text for each in call.arguments), signature.result)
        return _part_of(atom, call)

    def _sum(self, terms: tuple[Expr, ...], signs: tuple[int, ...]) -> _Part | None:
        total: Linear | None = Linear()
        for term, sign in zip(terms, signs, strict=True):
            part = self.part(term)
            if part is not None and not isinstance(part.type, Number):
                self._fault(f"{described(term, part.type)}; only numbers can be added or subtracted.", term.column)
                part = None
            total = total.plus(part.linear, sign) if total is not None and part is not None else None
        if total is None:
            return None
        low, high = total.bounds()
        kind = Number(
            total.scale,
            None if low is None else Fraction(low, total.scale),
            None if high is None else Fraction(high, total.scale),
        )
        return _Part(kind, linear=total)

    def _joined(self, whole: And | Or, index: int) -> Meaning | None:
        """One part of an and/or; `speaker == loud or low` is caught here, where its sense can be guessed."""
        part = whole.parts[index]
        before = whole.parts[index - 1] if index else None
        if isinstance(part, Word | Quoted) and isinstance(before, Comparison) and part.text not in self._names:
            subject = before.operands[0]
            choice = self._choice(subject)
            if choice is not None and part.text in choice.values and len(before.operands) == 2:
                link, sign = ("and", "!=") if isinstance(whole, And) else ("or", "==")
                name, other = to_text(subject), to_text(before.operands[1])
                if before.signs == (sign,):
                    hint = f"Write {name} {'not in' if sign == '!=' else 'in'} ({other}, {part.text})."
                else:
                    hint = f"Write {to_text(before)} {link} {name} == {part.text}."
                self._fault(f"`{part.text}` after `{link}` is not compared with anything.", part.column, hint)
                return None
        return self.as_flag(part, self.part(part))

    def _choice(self, expr: Expr) -> Choice | None:
        """The values that `expr` chooses among, if it is a name or question that does."""
        kind: Type | None = None
        if isinstance(expr, Word):
            kind = self._names.get(expr.text)
        elif isinstance(expr, Call) and expr.function in self._functions:
            kind = self._functions[expr.function].result
        return kind if isinstance(kind, Choice) else None

    def _pair(self, left: Expr, sign: Comparator, right: Expr) -> Meaning | None:
        source = Comparison((left, right), (sign,), left.column)
        on_left, on_right = self._choice(left), self._choice(right)
        first: _Part | None
        second: _Part | None
        if on_left is not None and self._is_value(right, on_left):
            first, second = self.part(left), self._value(right, on_left, left)
        elif on_right is not None and self._is_value(left, on_right):
            first, second = self._value(left, on_right, right), self.part(right)
        elif isinstance(left, Quoted) or isinstance(right, Quoted):
            self._quoted_beside(left, right)
            return None
        else:
            first, second = self.part(left), self.part(right)
        if first is None or second is None:
            return None
        if first.flag is not None and second.flag is not None:
            return self._flags(first.flag, sign, second.flag, source)
        same_kind = type(first.type) is type(second.type)
        if isinstance(first.type, Choice) and isinstance(second.type, Choice):
            same_kind = first.type.values == second.type.values
            if same_kind and sign not in ("==", "!=") and not first.type.ordered:
                shown = left if on_left is not None else right
                self._fault(f"The values of `{to_text(shown)}` have no order.", source.column, "Use ==, != or in (…).")
                return None
        if not same_kind:
            self._fault(
                f"{described(left, first.type)} and {described(right, second.type)}.",
                source.column,
                "They cannot be compared.",
            )
            return None
        return Measured(first.linear.plus(second.linear, -1), sign, source)

    def _is_value(self, expr: Expr, choice: Choice) -> bool:
        """A word beside a choice is one of its values, though a name may be spelled the same; other words are
        names if declared, else misspelled values."""
        if isinstance(expr, Quoted):
            return True
        return isinstance(expr, Word) and (expr.text in choice.values or expr.text not in self._names)

    def _value(self, expr: Expr, choice: Choice, subject: Expr) -> _Part | None:
        assert isinstance(expr, Word | Quoted)
        if expr.text in choice.values:
            # `stair >= rapport` can mean nothing but the step; a name with the same values can.
            if isinstance(expr, Word) and self._choice(expr) == choice:
                self.warnings.append(
                    ConditionWarning(
                        f"`{expr.text}` is a name and a value of `{to_text(subject)}`; the value is meant.",
                        expr.column,
                        f"Write '{expr.text}' in quotes to make that plain, or rename one of them.",
                    )
                )
            return _Part(choice, linear=Linear((), choice.values.index(expr.text)))
        near = nearest(expr.text, choice.values)
        self._fault(
            f"`{expr.text}` is not a value of `{to_text(subject)}`.",
            expr.column,
            f"Did you mean `{near}`?" if near else listed("It has", choice.values),
        )
        return None

    def _quoted_beside(self, left: Expr, right: Expr) -> None:
        """Quoted words stand beside something that has no such values."""
        quoted, other = (left, right) if isinstance(left, Quoted) else (right, left)
        if isinstance(other, Quoted):
            self._fault("Two words in quotes are compared with each other.", left.column, _AN_EXAMPLE)
            return
        part = self.part(other)
        if part is not None:
            self._fault(
                f"{described(other, part.type)}; it cannot be compared with {to_text(quoted)}.",
                quoted.column,
                "Write numbers, true and false without quotes.",
            )

    def _flags(self, left: Meaning, sign: Comparator, right: Meaning, source: Expr) -> Meaning | None:
        if sign not in ("==", "!="):
            self._fault(
                f"`{to_text(source)}` puts true and false in order.",
                source.column,
                "Compare them with == or !=.",
            )
            return None
        if isinstance(left, Fixed):
            left, right = right, left
        alike: Meaning = Alike(left, right, source)
        if isinstance(right, Fixed):
            alike = left if right.value else Opposite(left, source)
        return alike if sign == "==" else Opposite(alike, source)


_AN_EXAMPLE = "Write what it is compared with, such as outcome == 'home'."


def _part_of(atom: Atom, source: Expr) -> _Part:
    match atom.type:
        case Flag():
            return _Part(atom.type, Reading(atom, source))
        case Number(scale, _, _):
            return _Part(atom.type, linear=Linear(((atom, 1),), 0, scale))
        case Choice():
            return _Part(atom.type, linear=Linear(((atom, 1),)))


def _join(parts: list[Meaning | None], source: Expr, *, every: bool) -> Meaning:
    """All of `parts` together; one that has a fault leaves a blank, as its condition is never used."""
    known = tuple(part for part in parts if part is not None)
    if len(known) == 1:
        return known[0]
    return Every(known, source) if every else Some(known, source)
