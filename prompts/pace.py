"""How long a theme's session takes: an estimate from what is read, tapped and written."""

from collections.abc import Iterator

from bot.language import Lang, Wording
from bot.programmes import Programme, Step, Theme

WORDS_A_MINUTE = 200
SECONDS_A_TAP = 8
SECONDS_A_TEXT = 45
SECONDS_A_COMMITMENT = 90

SHORTEST, LONGEST = 3.0, 7.0
"""Minutes: the promise is five."""

_TAPPED = (
    "buttons",
    "text_buttons",
    "person",
    "person_buttons",
    "previous",
    "feedback",
    "scale",
    "jump",  # to the rating
)


def session_minutes(theme: Theme, programme: Programme, lang: Lang) -> float:
    """Estimate a whole session with every question answered, and one remark of the coach."""
    words = sum(len(text.text(lang).split()) for text in _read(theme, programme))
    words += sum(_remark_words(theme, lang)) // max(len(theme.remarks), 1)
    doing = sum(_seconds(step) for step in programme.steps.values())
    return words / WORDS_A_MINUTE + doing / 60


def _read(theme: Theme, programme: Programme) -> Iterator[Wording]:
    yield theme.open
    yield from theme.card
    for step in programme.steps.values():
        yield step.say
        yield from (choice.label for choice in step.choices)


def _remark_words(theme: Theme, lang: Lang) -> Iterator[int]:
    for remark in theme.remarks:
        yield len(f"{remark.say.text(lang)} {remark.better.text(lang)}".split())


def _seconds(step: Step) -> int:
    if step.kind == "commitment":
        return SECONDS_A_COMMITMENT
    if step.kind == "text":
        return SECONDS_A_TEXT
    return SECONDS_A_TAP if step.kind in _TAPPED else 0
