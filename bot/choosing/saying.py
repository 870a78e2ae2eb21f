"""Suggested themes as a message shows them: each with its reason and a button."""

from datetime import datetime

from bot.choosing.knowing import known_of
from bot.choosing.suggesting import Suggestion, suggest
from bot.messages import Choices, Element, Option, Span, Text
from bot.turn import Turn


def suggested(turn: Turn, token: str, at: datetime) -> list[Element]:
    """Say what is suggested at a time, to the person alone; a press chooses it."""
    found = suggest(known_of(turn, at), at)
    options = tuple(Option(one.theme_id, _title(turn, one)) for one in found)
    lines = [_line(turn, one) for one in found]
    spans = tuple(span for line in lines for span in line)
    return [Text(spans[:-1]), Choices(token, options)] if found else []


def reason_text(turn: Turn, one: Suggestion) -> str:
    """Say in one short phrase why a theme is suggested."""
    key = f"{one.reason}_{one.blocker}" if one.blocker else one.reason
    return turn.text(f"choosing.{key}")


def _line(turn: Turn, one: Suggestion) -> tuple[Span, ...]:
    return Span(_title(turn, one), "bold"), Span(f" · {reason_text(turn, one)}"), Span("\n")


def _title(turn: Turn, one: Suggestion) -> str:
    return turn.library.themes[one.theme_id].title.text(turn.lang)
