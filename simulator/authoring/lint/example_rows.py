"""Eight decisions of one pattern, for rules that judge a habit of the whole call and not a single line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_WORDS = ("now", "then", "here", "still", "soon", "first", "next", "today")


def decisions(
    good: str,
    poor: str,
    poor_too: str,
    *,
    poor_key: str = "say",
    good_first: bool = True,
    good_does: Sequence[str] = ("open_question",),
    answer: str = "(He thinks.)",
) -> Mapping[str, object]:
    """A patch that adds eight moments with a good line and two poor ones; `{word}` in the words becomes another word
    in each. `poor_key` makes the poor ones words (`say`) or deeds (`act`); the good one stands first, or last,
    uses the techniques `good_does` and is answered by `answer`."""
    patch: dict[str, object] = {"nodes.door.next": "more_now"}
    for number, word in enumerate(_WORDS):
        following = f"more_{_WORDS[number + 1]}" if number + 1 < len(_WORDS) else "talk"
        good_line = {
            "good": {
                "say": good.format(word=word),
                "does": list(good_does),
                "reply": answer.format(word=word),
                "debrief": f"You asked him openly about {word}.",
            }
        }
        patch[f"nodes.more_{word}"] = {
            "scene": "He waits, and looks at the bicycle.",
            "calls_for": ["listening"],
            "next": following,
            "lines": {
                **(good_line if good_first else {}),
                "poor": {
                    poor_key: poor.format(word=word),
                    "does": ["commands"],
                    "reply": {"hurts": "(He glares.)"},
                    "debrief": f"That was an order about {word}.",
                    "better": "good",
                },
                "poor_too": {
                    poor_key: poor_too.format(word=word),
                    "does": ["commands"],
                    "reply": {"hurts": "(He stares.)"},
                    "debrief": f"That was one more order about {word}.",
                    "better": "good",
                },
                **good_line,
            },
        }
    return patch
