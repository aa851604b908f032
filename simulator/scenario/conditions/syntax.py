"""Reading the text of a condition into its tree."""

from typing import cast

from simulator.scenario.conditions.faults import ConditionError
from simulator.scenario.conditions.tokens import LONGEST_TEXT, Token, tokenise
from simulator.scenario.conditions.tree import (
    And,
    Call,
    Comparator,
    Comparison,
    Expr,
    Id,
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
    calls_used,
    names_used,
    to_text,
)

__all__ = [
    "DEEPEST",
    "LONGEST_TEXT",
    "And",
    "Call",
    "Comparison",
    "ConditionError",
    "Expr",
    "Id",
    "Membership",
    "Negative",
    "Not",
    "Numeral",
    "Or",
    "Quoted",
    "Sum",
    "Time",
    "Truth",
    "Word",
    "calls_used",
    "names_used",
    "parse",
    "to_text",
]

DEEPEST = 40
"""How many parentheses, `not`s and minus signs may stand inside each other."""

_COMPARATORS = frozenset({"==", "!=", "<", "<=", ">", ">="})

# What people write where a sign belongs.
_WORDS_FOR_SIGNS = {
    "is": "Use == for “is” and != for “is not”.",
    "equals": "Use == for “equals”.",
    "above": "Use > for “above”.",
    "over": "Use > for “over”.",
    "below": "Use < for “below”.",
    "under": "Use < for “under”.",
    "least": "Use >= for “at least”.",
    "most": "Use <= for “at most”.",
    "but": "Use and for “but”.",
    "unless": "Use and not for “unless”.",
    "between": "Write 20 <= tension < 40 for “between”.",
}


def parse(text: str) -> Expr:
    """The tree of one condition. Raises ConditionError at the first thing that cannot be read.

    >>> parse("tension < 40")
    Comparison(operands=(Word(text='tension', column=0), Numeral(thousandths=40000, column=10)), \
signs=('<',), column=0)
    """
    tokens = tokenise(text)
    if tokens[0].kind == "end":
        raise ConditionError("The condition is empty.", 0, "Write one such as tension < 40, or leave the key out.")
    reader = _Reader(tokens)
    expr = reader.either()
    reader.finish()
    return expr


class _Reader:
    """One walk along the tokens; a method for each level of the grammar, loosest first."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    @property
    def _token(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _sees(self, *texts: str) -> bool:
        token = self._token
        return token.kind in ("sign", "keyword") and token.text in texts

    def _deeper(self, token: Token) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise ConditionError(
                f"More than {DEEPEST} parentheses or nots stand inside each other.",
                token.column,
                "Say it more simply, or split it over two routes.",
            )

    def either(self) -> Expr:
        column = self._token.column
        parts = [self._both()]
        while self._sees("or"):
            self._take()
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else Or(tuple(parts), column)

    def _both(self) -> Expr:
        column = self._token.column
        parts = [self._negation()]
        while self._sees("and"):
            self._take()
            parts.append(self._negation())
        return parts[0] if len(parts) == 1 else And(tuple(parts), column)

    def _negation(self) -> Expr:
        if not self._sees("not"):
            return self._comparison()
        token = self._take()
        self._deeper(token)
        operand = self._negation()
        self._depth -= 1
        return Not(operand, token.column)

    def _comparison(self) -> Expr:
        column = self._token.column
        operands = [self._sum()]
        signs: list[Comparator] = []
        while self._sees(*_COMPARATORS):
            signs.append(cast(Comparator, self._take().text))
            if self._sees("not"):
                raise ConditionError(
                    "`not` cannot follow a comparison sign.",
                    self._token.column,
                    "Write not before the whole comparison, or use !=.",
                )
            operands.append(self._sum())
        if signs:
            return Comparison(tuple(operands), tuple(signs), column)
        subject = operands[0]
        if self._sees("in"):
            self._take()
            return Membership(subject, self._options(), False, column)
        if self._sees("not"):
            token = self._take()
            if not self._sees("in"):
                raise ConditionError(
                    "`not` stands between two things.", token.column, "Use != for “is not”, or not in (…)."
                )
            self._take()
            return Membership(subject, self._options(), True, column)
        return subject

    def _options(self) -> tuple[Expr, ...]:
        opening = self._token
        if not self._sees("("):
            raise ConditionError(
                "After `in` comes a list in parentheses.",
                opening.column,
                "Write it so: speaker in (loud, low).",
            )
        self._take()
        if self._sees(")"):
            raise ConditionError("The list is empty.", opening.column, "Write it so: speaker in (loud, low).")
        options = [self._sum()]
        while self._sees(","):
            self._take()
            options.append(self._sum())
        self._close(opening, "list")
        return tuple(options)

    def _close(self, opening: Token, what: str) -> None:
        token = self._token
        if self._sees(")"):
            self._take()
        elif token.kind == "end":
            raise ConditionError("This parenthesis is not closed.", opening.column, "Add a ) at the end of the group.")
        else:
            raise self._unexpected(token, what)

    def _sum(self) -> Expr:
        column = self._token.column
        terms, signs = [self._term()], [1]
        while self._sees("+", "-"):
            signs.append(1 if self._take().text == "+" else -1)
            terms.append(self._term())
        return terms[0] if len(terms) == 1 else Sum(tuple(terms), tuple(signs), column)

    def _term(self) -> Expr:
        token = self._take()
        match token.kind:
            case "number":
                return Numeral(_thousandths(token.text), token.column)
            case "time":
                minutes, seconds = token.text.split(":")
                return Time(int(minutes) * 60 + int(seconds), token.column)
            case "quoted":
                return Quoted(token.text, token.column)
            case "word":
                return self._call(token) if self._sees("(") else Word(token.text, token.column)
            case "keyword" if token.text in ("true", "false"):
                return Truth(token.text == "true", token.column)
            case "sign" if token.text in ("+", "-", "("):
                self._deeper(token)
                inner = self._group(token) if token.text == "(" else self._term()
                self._depth -= 1
                return _negative(inner, token.column) if token.text == "-" else inner
        raise self._missing(token)

    def _group(self, opening: Token) -> Expr:
        if self._sees(")"):
            raise ConditionError("There is nothing between the parentheses.", opening.column, "Take them out.")
        inner = self.either()
        if self._sees(","):
            raise ConditionError("A comma stands in a group.", self._token.column, "A list follows in: x in (a, b).")
        self._close(opening, "group")
        return inner

    def _call(self, name: Token) -> Expr:
        opening = self._take()
        arguments: list[Id] = []
        while not self._sees(")"):
            if arguments:
                if not self._sees(","):
                    self._close(opening, "call")
                self._take()
            token = self._token
            if token.kind == "end":
                self._close(opening, "call")
            if token.kind not in ("word", "quoted"):
                raise ConditionError(
                    f"`{name.text}(…)` takes ids, and {token.shown()} is none.",
                    token.column,
                    f"Write the id in quotes: {name.text}('…').",
                )
            self._take()
            arguments.append(Id(token.text, token.column))
        self._take()
        return Call(name.text, tuple(arguments), name.column)

    def finish(self) -> None:
        if self._token.kind != "end":
            raise self._unexpected(self._token, "condition")

    def _missing(self, token: Token) -> ConditionError:
        """Something to compare or ask was due and `token` is what came."""
        before = self._tokens[self._at - 2] if self._at >= 2 else None
        if token.kind == "end" and before is not None:
            return ConditionError(
                f"The condition stops after {before.shown()}.",
                token.column,
                "Write what comes next, or take it out.",
            )
        if before is None:
            return ConditionError(
                f"A condition cannot begin with {token.shown()}.",
                token.column,
                "Begin with a name: tension < 40.",
            )
        return ConditionError(
            f"After {before.shown()} comes a name, a number or an id, not {token.shown()}.", token.column
        )

    def _unexpected(self, token: Token, what: str) -> ConditionError:
        """A whole `what` was read and `token` follows it."""
        before = self._tokens[self._at - 1]
        if token.text == ")" and token.kind == "sign":
            return ConditionError("This ) closes nothing.", token.column, "Take it out, or add a ( before.")
        if token.text == "," and token.kind == "sign":
            return ConditionError(
                "A comma stands outside a list.",
                token.column,
                "Decimals have a point (0.5); two conditions are joined with and.",
            )
        if token.kind == "word" and token.text in _WORDS_FOR_SIGNS:
            return ConditionError(
                f"`{token.text}` is no sign between two things.", token.column, _WORDS_FOR_SIGNS[token.text]
            )
        if self._sees("in", *_COMPARATORS):
            return ConditionError(
                f"{token.shown()} follows a comparison that is complete.",
                token.column,
                "Put and between the two.",
            )
        if what in ("list", "call"):
            return ConditionError(
                f"{token.shown()} follows {before.shown()}.",
                token.column,
                "Put a comma between, or close with ).",
            )
        hint = "Put and, or, or a comparison sign between the two."
        if token.kind == "word" and before.kind == "word":
            hint = "Words of one name are joined with _ ; two things with and, or, or a comparison sign."
        return ConditionError(f"{token.shown()} follows {before.shown()} without a link.", token.column, hint)


def _thousandths(text: str) -> int:
    whole, _, decimals = text.partition(".")
    return int(whole) * 1000 + int(decimals.ljust(3, "0"))


def _negative(operand: Expr, column: int) -> Expr:
    return Numeral(-operand.thousandths, column) if isinstance(operand, Numeral) else Negative(operand, column)
