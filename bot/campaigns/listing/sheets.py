"""Rows of cells from a file of separated values, whatever program wrote it.

The csv module reads the cells. What it takes as given is found out here: how the text is encoded,
what separates the cells, and whether a quote holds lines together or was only left open.
"""

import codecs
import csv
import io
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from bot.campaigns.listing.mails import read_mail
from bot.errors import BotError

SEPARATORS = ";\t|,"
"""Where two fit as well, the first does: a comma also stands inside of cells."""

SAMPLE = 50
"""Rows by which the shape of a file is told."""

_TALLEST = 20  # lines of one cell; a quote that is open for longer was left open
_LONGEST = 100_000  # characters of a line; a longer one is no row of people
_DECLARED = "sep="  # Excel's own first line
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class NotText(BotError):
    """The file is a workbook, a picture or the like."""

    told = "campaign_list.not_text"


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `line` is where it begins in the file, from 1."""

    line: int
    cells: Sequence[str]


def read_rows(content: bytes) -> Iterator[Row]:
    """Read the rows of a file one by one, but for blank lines.

    Raises:
        NotText: it holds no text.
    """
    encoding = _encoding(content)
    shape = _shape(list(islice(filter(str.strip, _lines(content, encoding)), SAMPLE)))
    for number, group in _grouped(_lines(content, encoding)):
        if number > 1 or not _declares(group[0]):
            yield from shape.rows(number, group)


@dataclass(frozen=True, slots=True)
class _Shape:
    """What separates cells, and how many a row has; None as long as nobody knows."""

    separator: str
    width: int | None = None

    def rows(self, number: int, group: Sequence[str]) -> Iterator[Row]:
        """Read lines that a quote may join; where it joins no rows, each for itself."""
        found = self._cells(group) if len(group) > 1 and sum(map(len, group)) < _LONGEST else []
        if not found or any(len(cells) != (self.width or len(cells)) for _, cells in found):
            found = [(at, cells) for at, line in enumerate(group) for cells in self._alone(line)]
        for at, cells in found:
            if any(map(str.strip, cells)):
                yield Row(number + at, cells)

    def _alone(self, line: str) -> Iterator[list[str]]:
        if len(line) > _LONGEST:
            yield [line[:_LONGEST]]
            return
        closed = line.count('"') % 2 == 0
        yield from (cells for _, cells in self._cells([line], quoted=closed))

    def _cells(self, lines: Iterable[str], *, quoted: bool = True) -> list[tuple[int, list[str]]]:
        """Read rows, each with the number of lines before it."""
        quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
        reader = csv.reader(lines, delimiter=self.separator, quoting=quoting)
        found, before = [], 0
        for cells in reader:
            found.append((before, cells))
            before = reader.line_num
        return found


def _encoding(content: bytes) -> str:
    if content.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if content.startswith(_UTF_16):
        return "utf-16"
    if content.startswith(_WORKBOOKS):
        raise NotText
    if b"\0" in content:
        return _utf_16(content)
    return next((e for e in ("utf-8", "cp1252") if _decodes(content, e)), "latin-1")


def _utf_16(content: bytes) -> str:
    """Tell the order of bytes where no mark does: every other one of Western text is zero."""
    head = content[: 2 * SAMPLE]
    low, high = head[::2].count(0), head[1::2].count(0)
    if max(low, high) <= len(head) / 4:
        raise NotText
    return "utf-16-be" if low > high else "utf-16-le"


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        for _ in io.TextIOWrapper(io.BytesIO(content), encoding):
            pass
    except UnicodeDecodeError:
        return False
    return True


def _lines(content: bytes, encoding: str) -> Iterator[str]:
    # Line by line: the whole text at once takes up to four bytes a character.
    yield from io.TextIOWrapper(io.BytesIO(content), encoding, errors="replace", newline="")


def _grouped(lines: Iterator[str]) -> Iterator[tuple[int, list[str]]]:
    """Put lines together that an open quote may join, each group with the number of its first."""
    number, ahead = 1, deque[str]()
    while line := ahead.popleft() if ahead else next(lines, ""):
        group = [line]
        if line.isspace():
            number += 1
            continue
        if line.count('"') % 2:
            ahead.extend(islice(lines, _TALLEST - len(ahead)))
            closing = next((n for n, more in enumerate(ahead, 1) if more.count('"') % 2), 0)
            group += [ahead.popleft() for _ in range(closing)]
        yield number, group
        number += len(group)


def _shape(sample: Sequence[str]) -> _Shape:
    """Tell the shape from the first lines: mail addresses stand apart, and rows are alike."""
    declared = sample[0][len(_DECLARED) :][:1] if sample and _declares(sample[0]) else ""
    rows = {separator: _tried(sample, separator) for separator in declared or SEPARATORS}
    best = max(rows, key=lambda separator: _fit(rows[separator]))
    return _Shape(best, _width(rows[best]))


def _declares(line: str) -> bool:
    return line.lower().startswith(_DECLARED) and line[len(_DECLARED) :][:1] in SEPARATORS


def _tried(sample: Sequence[str], separator: str) -> list[Sequence[str]]:
    shape = _Shape(separator)
    groups = _grouped(iter(sample))
    return [row.cells for number, group in groups for row in shape.rows(number, group)]


def _width(rows: Sequence[Sequence[str]]) -> int:
    return Counter(map(len, rows)).most_common(1)[0][0] if rows else 0


def _fit(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    mails = sum(read_mail(cell) is not None for cells in rows for cell in cells)
    width = _width(rows)
    return mails, sum(len(cells) == width for cells in rows) if width > 1 else 0
