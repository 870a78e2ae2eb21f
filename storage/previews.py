"""A preview as JSON and back, exactly: each dataclass as an object that names its class."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, time
from typing import Any, get_args

import orjson

from bot.campaigns.content import Group
from bot.campaigns.preview import Line, Preview
from bot.messages import Axis, Bar, Element, Message, Option, Series, Span

_KINDS: Mapping[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        *get_args(Element),
        *(Message, Option, Series, Span, Axis, Bar),
        *(Group, Line, Preview),
    )
}
_TIMES: Mapping[str, Callable[[str], Any]] = {
    kind.__name__: kind.fromisoformat for kind in (date, time, datetime)
}
_KIND = ""
"""Under which name an object holds its class; no field is called so."""


class Foreign(ValueError):
    """It was not written by this release, or not by this module."""


def to_json(preview: Preview) -> str:
    """Write a preview; a message that many groups get stands there once."""
    numbers: dict[Message | None, int] = {None: -1}
    lines = tuple(replace(line, message=None) for line in preview.lines)
    said = [numbers.setdefault(line.message, len(numbers) - 1) for line in preview.lines]
    messages = [message for message in numbers if message is not None]
    parts = (replace(preview, lines=lines), tuple(messages), tuple(said))
    return orjson.dumps(_plain(parts)).decode()


def from_json(text: str) -> Preview:
    """Read what `to_json` wrote.

    Raises:
        Foreign: it cannot be read.
    """
    try:
        preview, messages, said = _restored(orjson.loads(text))
        each = zip(preview.lines, said, strict=True)
        lines = (replace(line, message=messages[n] if n >= 0 else None) for line, n in each)
        return replace(preview, lines=tuple(lines))  # type: ignore[no-any-return]  # it is one
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise Foreign(type(error).__name__) from None


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if is_dataclass(value):
        parts = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {_KIND: type(value).__name__} | parts
    if isinstance(value, date | time):
        return {_KIND: type(value).__name__, "iso": value.isoformat()}
    return value


def _restored(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_restored(part) for part in value)
    if not isinstance(value, dict):
        return value
    parts = {name: _restored(part) for name, part in value.items() if name != _KIND}
    if value[_KIND] in _TIMES:
        return _TIMES[value[_KIND]](parts["iso"])
    return _KINDS[value[_KIND]](**parts)
