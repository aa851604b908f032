"""From text to the words and signs of a condition."""

import re
from typing import Literal, NamedTuple

from simulator.scenario.conditions.faults import ConditionError

LONGEST_TEXT = 2000
KEYWORDS = frozenset({"and", "or", "not", "in", "true", "false"})

Kind = Literal["word", "keyword", "number", "time", "quoted", "sign", "end"]


class Token(NamedTuple):
    """One word or sign; `text` is what it says (quotes taken off), `column` where it starts."""

    kind: Kind
    text: str
    column: int

    def shown(self) -> str:
        """The token as a message names it."""
        if self.kind == "end":
            return "the end"
        return f"'{self.text}'" if self.kind == "quoted" else f"`{self.text}`"


# What nearly every token is: a word, or a sign that is not the beginning of a slip.
_USUAL = re.compile(
    r"[ \t\r\n]*"
    r"(?:([A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*)|(==(?!=)|!=|<=|>=|<(?!>)|>|\+|-|\(|\)|,)|)"
)
_NUMBER_LIKE = re.compile(r"[0-9][0-9A-Za-z_]*(?:[.:][0-9A-Za-z_]*)*")
_NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,3})?")
_TIME = re.compile(r"[0-9]{1,5}:[0-5][0-9]")

# Each begins with, or is, a sign of another notation.
_SLIPS = (
    ("===", "`===` is one sign too many.", "Use == to compare."),
    ("=>", "`=>` is the wrong way round.", "Write >= for “at least”."),
    ("=<", "`=<` is the wrong way round.", "Write <= for “at most”."),
    ("<>", "`<>` is not used here.", "Write != for “is not”."),
    ("&&", "`&&` is not used here.", "Write and."),
    ("||", "`||` is not used here.", "Write or."),
    ("&", "`&` is not used here.", "Write and."),
    ("|", "`|` is not used here.", "Write or."),
)
_STRAYS = {
    "=": ("A single `=` does not compare.", "Use == to compare."),
    "!": ("`!` is not used here.", "Write not, or != for “is not”."),
    "≥": ("`≥` is not used here.", "Write >=."),
    "≤": ("`≤` is not used here.", "Write <=."),
    "≠": ("`≠` is not used here.", "Write !=."),
    "−": ("`−` is a printed minus sign.", "Write the - of the keyboard."),
    "–": ("`–` is a dash.", "Write the - of the keyboard for minus."),
    "*": ("Numbers can be added and subtracted, not multiplied.", "Work the number out and write it."),
    "/": ("Numbers can be added and subtracted, not divided.", "Work the number out and write it."),
    "%": ("`%` is not used here.", "Write the number alone."),
    "[": ("`[` is not used here.", "Write a list in parentheses: speaker in (loud, low)."),
    "]": ("`]` is not used here.", "Write a list in parentheses: speaker in (loud, low)."),
    ".": ("A point stands alone.", "Write 0.5 for a half; a point in a name stands between two words."),
    ":": ("A colon stands alone.", "A time is written 8:00."),
}
_CURLY_QUOTES = "‘’“”„‚«»`´"


def tokenise(text: str) -> tuple[Token, ...]:
    """The tokens of `text`, closed by one of kind `end`. Raises ConditionError where there is none."""
    if len(text) > LONGEST_TEXT:
        raise ConditionError(
            f"The condition is {len(text)} characters long; {LONGEST_TEXT} is the most.",
            LONGEST_TEXT,
            "Split it over two routes or events.",
        )
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        usual = _USUAL.match(text, at)
        assert usual is not None  # it matches nothing at all, too
        at = usual.end()
        word, sign = usual.groups()
        if word is not None:
            tokens.append(_word(word, at - len(word)))
        elif sign is not None:
            tokens.append(Token("sign", sign, at - len(sign)))
        elif at < len(text):
            token, at = _other_token(text, at)
            tokens.append(token)
    tokens.append(Token("end", "", len(text)))
    return tuple(tokens)


def _other_token(text: str, at: int) -> tuple[Token, int]:
    """The token at `at`, which is neither a word nor a plain sign."""
    first = text[at]
    if first in "'\"":
        return _quoted(text, at)
    number = _NUMBER_LIKE.match(text, at)
    if number:
        return _number(number.group(), at), number.end()
    for slip, message, hint in _SLIPS:
        if text.startswith(slip, at):
            raise ConditionError(message, at, hint)
    if first in _STRAYS:
        message, hint = _STRAYS[first]
        raise ConditionError(message, at, hint)
    if first in _CURLY_QUOTES:
        raise ConditionError(f"{first} is not a plain quotation mark.", at, "Use ' or \" around an id.")
    shown = first if first.isprintable() else f"character number {ord(first)}"
    raise ConditionError(f"“{shown}” has no meaning in a condition.", at, "Names are plain letters, digits and _.")


def _quoted(text: str, at: int) -> tuple[Token, int]:
    mark = text[at]
    end = text.find(mark, at + 1)
    inside = text[at + 1 : end]
    if end < 0 or "\n" in inside or "\r" in inside:
        raise ConditionError("The quotation mark is not closed.", at, f"Put another {mark} after the id.")
    if not inside.strip():
        raise ConditionError("There is nothing between the quotation marks.", at, "Write an id: 'offer'.")
    return Token("quoted", inside, at), end + 1


def _word(word: str, at: int) -> Token:
    if word in KEYWORDS:
        return Token("keyword", word, at)
    if word.lower() in KEYWORDS:
        raise ConditionError(f"`{word}` has capitals.", at, f"Write {word.lower()} in small letters.")
    return Token("word", word, at)


def _number(text: str, at: int) -> Token:
    if _NUMBER.fullmatch(text):
        return Token("number", text, at)
    if _TIME.fullmatch(text):
        return Token("time", text, at)
    if re.fullmatch(r"[0-9]+:[0-9]+:[0-9:]*", text):
        raise ConditionError(f"`{text}` is not a time here.", at, "Write minutes and seconds only: an hour is 60:00.")
    if re.fullmatch(r"[0-9]*:[0-9]*", text):
        raise ConditionError(f"`{text}` is not a time.", at, "Write minutes, a colon and two digits below 60: 8:00.")
    if re.fullmatch(r"[0-9]+\.[0-9]{4,}", text):
        raise ConditionError(f"`{text}` has too many decimals.", at, "Three decimals are the most.")
    if re.fullmatch(r"[0-9]{10,}(\.[0-9]+)?", text):
        raise ConditionError(f"`{text}` is too large.", at, "Nine digits before the point are the most.")
    if re.fullmatch(r"[0-9]+\.", text):
        raise ConditionError(f"`{text}` ends with a point.", at, f"Write {text[:-1]} or {text}5.")
    raise ConditionError(
        f"`{text}` is neither a number nor a name.",
        at,
        "Write numbers without a unit; names begin with a letter.",
    )
