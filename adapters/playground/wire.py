"""Neutral messages as JSON, there and back: an element is its fields and its `type`.

Charts and bars also have their `lines`, for when the picture cannot be shown; they are not read
back.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, get_args

from pydantic import TypeAdapter

from bot.charting import lines
from bot.language import Lang
from bot.messages import Bars, Chart, Element, Form, Message

Json = dict[str, Any]

_READERS: dict[str, TypeAdapter[Element]] = {
    kind.__name__.lower(): TypeAdapter(kind) for kind in get_args(Element)
}


def to_wire(message: Message) -> Json:
    """Turn a message into JSON."""
    return {
        "lang": message.lang,
        "summary": message.summary,
        "elements": [_element(element, message.lang) for element in message.elements],
    }


def from_wire(wire: Mapping[str, Any]) -> Message:
    """Turn JSON back into the same message."""
    elements = tuple(_read(element) for element in wire["elements"])
    return Message(wire["lang"], wire["summary"], elements)


def form_to_wire(form: Form) -> Json:
    """Turn a form into JSON."""
    elements = [_element(element, form.lang) for element in form.elements]
    return {**asdict(form), "elements": elements}


def _element(element: Element, lang: Lang) -> Json:
    written = {"lines": lines(element, lang)} if isinstance(element, Chart | Bars) else {}
    return {"type": type(element).__name__.lower(), **asdict(element), **written}


def _read(wire: Mapping[str, Any]) -> Element:
    fields = {name: value for name, value in wire.items() if name not in {"type", "lines"}}
    return _READERS[wire["type"]].validate_python(fields)
