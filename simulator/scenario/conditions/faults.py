"""What can be said about a condition that is wrong, or that is right and yet odd."""

from dataclasses import dataclass


class ConditionError(Exception):
    """A condition cannot be used. `message` says what is wrong, `hint` what to write instead (may be empty);
    `column` is the 0-based offset in the condition's own text where it goes wrong."""

    def __init__(self, message: str, column: int = 0, hint: str = "") -> None:
        super().__init__(message, column, hint)
        self.message = message
        self.column = column
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


@dataclass(frozen=True, slots=True)
class ConditionWarning:
    """A condition works and probably does not say what its author meant. Fields as in ConditionError."""

    message: str
    column: int = 0
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()
