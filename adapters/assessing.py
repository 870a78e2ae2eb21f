"""Commitments judged line by line: JSON Lines in, JSON Lines out, nothing kept."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

import orjson

from bot.commitment_check import assess
from bot.errors import BotError
from bot.language import LANGS, Lang


class BadLine(BotError):
    """A line is no object with an id, a language and a text."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One text to judge."""

    id: str | int
    lang: Lang
    text: str


def assess_lines(
    lines: Iterable[bytes], now: Callable[[], datetime], on_fault: Callable[[], None]
) -> Iterator[bytes]:
    """Answer each line with a line, in order; a bad one with its fault and number.

    Args:
        lines: JSON Lines with `id`, `lang` and `text`.
        now: the time at which the texts are meant, in the writer's zone.
        on_fault: told once for each bad line.
    """
    for number, line in enumerate(lines, start=1):
        try:
            answer = _judged(_asked(line), now())
        except BadLine as fault:
            on_fault()
            answer = {"error": str(fault), "line": number}
        yield orjson.dumps(answer, option=orjson.OPT_APPEND_NEWLINE)


def _judged(asked: Asked, now: datetime) -> dict[str, object]:
    found = assess(asked.text, asked.lang, now.date(), None, now.time()).probable
    return {
        "id": asked.id,
        "action": found.action,
        "when": found.when,
        "indicator": found.indicator,
        "own_control": found.own_control,
        "due": found.due,
        "strong": found.strong,
    }


def _asked(line: bytes) -> Asked:
    """Read one line.

    Raises:
        BadLine: it is no text to judge; says why.
    """
    if not line.strip():
        raise BadLine("a blank line")
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise BadLine(f"no JSON in UTF-8: {error}") from error
    if not isinstance(row, dict):
        raise BadLine("no JSON object")
    return Asked(_id(row.get("id")), _lang(row.get("lang")), _text(row.get("text")))


def _id(value: object) -> str | int:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise BadLine("id must be a string or a whole number")
    return value


def _lang(value: object) -> Lang:
    for lang in LANGS:
        if value == lang:
            return lang
    raise BadLine(f"lang must be one of {', '.join(LANGS)}")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise BadLine("text must be a string")
    return value
