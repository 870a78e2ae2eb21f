"""Elements that are only read, as blocks.

Running text becomes `rich_text`: its text elements are literal, so nothing that a person wrote
can turn into a mention, a link or formatting, and nothing has to be escaped.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from adapters.slack.ids import PERSON
from adapters.slack.text import cut, escaped, parts, plain, units
from bot.language import Lang
from bot.messages import Bullets, Divider, Facts, Heading, Progress, Span, Text

Block = dict[str, Any]

_BLOCK = 3000  # Slack's limit for one text; kept for rich_text, which documents none
_HEADER = 150
_URL = 3000
_FIELDS = 10
_ITEM = 600
_CELLS = 10
_BAR = ("▓", "░")
_SIGNS = re.compile(r"[*_~`\n]")


def content(
    element: Heading | Text | Bullets | Facts | Progress | Divider, lang: Lang
) -> list[Block]:
    """Render one element that has no controls."""
    match element:
        case Heading(text):
            return heading(text)
        case Text(spans):
            return paragraphs(spans)
        case Bullets(items):
            return _bullets(items)
        case Facts(pairs):
            return _facts(pairs)
        case Progress():
            return paragraphs((Span(_progress(element, lang)),))
        case Divider():
            return [{"type": "divider"}]


def heading(text: str) -> list[Block]:
    """Render a title; one too long for a header stands in bold."""
    if not text.strip():
        return []
    if units(text) > _HEADER:
        return paragraphs((Span(text, "bold"),))
    return [{"type": "header", "text": plain(text, _HEADER)}]


def paragraphs(spans: Iterable[Span]) -> list[Block]:
    """Render running text as one block, or as several where it is too long for one."""
    blocks: list[Block] = []
    size = 0
    for piece in _pieces(spans):
        length = units(piece.get("text", ""))
        if not blocks or size + length > _BLOCK:
            blocks.append(_rich([_section([])]))
            size = 0
        blocks[-1]["elements"][0]["elements"].append(piece)
        size += length
    return blocks


def small_print(*lines: str) -> list[Block]:
    """Render lines in small grey type."""
    shown = [plain(line) for line in lines if line.strip()]
    return [{"type": "context", "elements": shown}] if shown else []


def _pieces(spans: Iterable[Span]) -> Iterator[dict[str, Any]]:
    for span in spans:
        if PERSON.fullmatch(span.person):
            yield {"type": "user", "user_id": span.person, **_style(span)}
            continue
        for text in parts(span.text, _BLOCK):
            yield _piece(text, span)


def _style(span: Span) -> dict[str, Any]:
    return {"style": {span.style: True}} if span.style != "plain" else {}


def _piece(text: str, span: Span) -> dict[str, Any]:
    style = _style(span)
    link = span.link or ""
    if link.startswith("https://") and len(link) <= _URL:
        return {"type": "link", "url": link, "text": text, **style}
    return {"type": "text", "text": text, **style}


def _bullets(items: Sequence[str]) -> list[Block]:
    sections = [_section([_piece(cut(item, _ITEM), Span(""))]) for item in items if item.strip()]
    if not sections:
        return []
    return [_rich([{"type": "rich_text_list", "style": "bullet", "elements": sections}])]


def _facts(pairs: Sequence[tuple[str, str]]) -> list[Block]:
    """Put name and value side by side: fields fill two columns row by row."""
    cells = [cell for name, value in pairs for cell in (_name(name), plain(value, _ITEM))]
    return [
        {"type": "section", "fields": cells[start : start + _FIELDS]}
        for start in range(0, len(cells), _FIELDS)
    ]


def _name(name: str) -> dict[str, Any]:
    name = cut(name.strip(), _HEADER)
    if not name or _SIGNS.search(name):
        return plain(name)
    return {"type": "mrkdwn", "text": f"*{escaped(name)}*", "verbatim": True}


def _progress(progress: Progress, lang: Lang) -> str:
    share = progress.value / progress.target if progress.target else 0
    full = round(_CELLS * min(max(share, 0), 1))
    bar = _BAR[0] * full + _BAR[1] * (_CELLS - full)
    numbers = f"{progress.value:g}/{progress.target:g}"
    numbers = numbers.replace(".", ",") if lang == "fr" else numbers
    return f"{progress.reads or numbers} {bar} {progress.label}"


def _section(elements: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "rich_text_section", "elements": elements}


def _rich(elements: list[dict[str, Any]]) -> Block:
    return {"type": "rich_text", "elements": elements}
