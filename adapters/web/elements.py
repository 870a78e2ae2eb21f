"""Neutral elements as HTML: the words of a message, without its buttons and pictures."""

from collections.abc import Iterable, Sequence
from html import escape

from bot.messages import Bullets, Element, Facts, Footer, Heading, Receipt, Span, Text


def to_html(elements: Iterable[Element], level: int) -> str:
    """Return what can be read, escaped; headings are of a level from 1 to 6."""
    return "".join(_element(one, level) for one in elements)


def _element(one: Element, level: int) -> str:
    match one:
        case Heading(text):
            return f"<h{level}>{escape(text)}</h{level}>"
        case Text(spans):
            return f"<p>{_spans(spans)}</p>"
        case Bullets(items):
            return f"<ul>{''.join(f'<li>{_lines(item)}</li>' for item in items)}</ul>"
        case Facts(pairs):
            return f"<table class='facts'><tbody>{''.join(map(_row, pairs))}</tbody></table>"
        case Receipt(spans):
            return f"<p class='note'>{_spans(spans)}</p>"
        case Footer(visibility=said):
            return f"<p class='note'>{escape(said)}</p>"
        case _:
            return ""


def _row(pair: tuple[str, str]) -> str:
    name, value = pair
    return f"<tr><th scope='row'>{escape(name)}</th><td>{_lines(value)}</td></tr>"


def _spans(spans: Sequence[Span]) -> str:
    return "".join(_span(one) for one in spans)


def _span(one: Span) -> str:
    tag = {"bold": "strong", "italic": "em"}.get(one.style)
    return f"<{tag}>{_lines(one.text)}</{tag}>" if tag else _lines(one.text)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
