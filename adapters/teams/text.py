"""Plain text as Teams' Markdown subset: nothing typed becomes markup, a mention or a link.

Clients differ: only `*` and `_` lose their backslash everywhere. So those, and the rare signs,
are escaped, and whatever can be broken without a trace is broken by a zero-width space:
`](`, tags, entities, bare addresses, and the marks that begin a list or a heading.
"""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlsplit

from bot.messages import Span

GAP = "\u200b"
"""A zero-width space: unseen, and enough to break a pattern."""

LINE = "\n\n"
"""A line break: Teams runs single line feeds together."""

NOBODY: Mapping[str, str] = {}

_BREAKS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_ESCAPED = re.compile(r"[\\*_`\[\]~]")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BARE = re.compile(r"(?i):(?=//)|\b(?:mailto|javascript|tel)(?=:)|(?<=\w)[@.](?=[a-z]{2})")
_OPENING = re.compile(r"^(?=(?:[-+#>=]|\d+[.)]))")
_FUNCTION = re.compile(r"\{(?=\{)")


def escape(text: str) -> str:
    """Make text literal; a line feed stays a line break."""
    return LINE.join(_escape_line(line) for line in lines(text))


def markdown(spans: Iterable[Span], people: Mapping[str, str] = NOBODY) -> str:
    """Write spans as Markdown, with bold, italic, https links and `people` as the only markup.

    `people` holds what stands for a person; whoever is not in it is written by the span's text.
    """
    return "".join(people.get(span.person) or _span(span) for span in spans)


def lines(text: str) -> list[str]:
    """Split at line feeds of all kinds, without control characters and outer white space."""
    return [line.strip() for line in _plain(text).split("\n")]


def label(text: str, longest: int) -> str:
    """Return one line for a title that isn't Markdown everywhere: links and tags are broken."""
    flat = " ".join(" ".join(lines(text)).split())
    return cut(_broken(flat).replace("](", f"]{GAP}("), longest)


def cut(text: str, longest: int, end: str = "…") -> str:
    """Shorten at a word, if need be, with a clear end."""
    if len(text) <= longest:
        return text
    kept = text[: max(longest - len(end), 0)]
    head, space, _ = kept.rpartition(" ")
    return (head if space and len(head) > len(kept) // 2 else kept).rstrip() + end


def web_address(url: str, schemes: Iterable[str] = ("https",)) -> str | None:
    """Return the address if it may be a link, with what would end the link encoded."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme.lower() not in schemes or not parts.netloc:
        return None
    return quote(url, safe="%/:?#@!$&'*+,;=~-._")


def _plain(text: str) -> str:
    return _CONTROL.sub("", _BREAKS.sub("\n", text))


def _escape_line(line: str) -> str:
    broken = _OPENING.sub(GAP, _broken(line))
    return _ESCAPED.sub(r"\\\g<0>", broken).replace(r"\](", rf"\]{GAP}\(")


def _broken(line: str) -> str:
    for pattern in (_TAG, _ENTITY, _BARE, _FUNCTION):
        line = pattern.sub(rf"\g<0>{GAP}", line)
    return line


def _span(span: Span) -> str:
    written = LINE.join(_styled(span, line) for line in _plain(span.text).split("\n"))
    address = web_address(span.link) if span.link else None
    return f"[{written}]({address})" if address and LINE not in written else written


def _styled(span: Span, line: str) -> str:
    """Keep outer spaces outside the marks, since marks beside a space are no marks."""
    inner = _escape_line(line.strip())
    mark = {"plain": "", "bold": "**", "italic": "_"}[span.style] if inner else ""
    before = " " if line[:1].isspace() else ""
    after = " " if line[-1:].isspace() and inner else ""
    return f"{before}{mark}{inner}{mark}{after}"
