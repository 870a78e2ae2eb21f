"""A list of people as HR exports it: who can be read is read, and every other line is named."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Literal

from bot.campaigns.listing.columns import Columns, Field, find_columns
from bot.campaigns.listing.mails import read_mail
from bot.campaigns.listing.sheets import SAMPLE, NotText, Row, read_rows
from bot.places import find_zone, zones

MOST_ROWS = 200_000
MOST_BYTES = 20 * 1024 * 1024
MOST_LINES = 2_000_000
"""With blank ones: a sheet of Excel has a million, and its export all of them."""

WHOLE = 0
"""The line of a fault that concerns the whole file."""

Reason = Literal[
    "too_big",
    "not_text",
    "empty",
    "no_mail_column",
    "too_many",
    "no_mail",
    "bad_mail",
    "duplicate",
    "unknown_zone",
]
"""Why something could not be read, as a wording key below `campaign_list.`.

too_big, not_text, empty, no_mail_column: nothing was read, and the line is `WHOLE`; too_many:
nothing from this line on was; no_mail, bad_mail: nor was this line; duplicate: an earlier line
counts; unknown_zone: the line counts, without its zone.
"""

LONGEST = 100
"""Characters of a team or site."""

LONGEST_SHOWN = 60
"""Characters of what a fault shows."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """Somebody on a list. `mail` is in lower case; what the list does not say is empty.

    `zone` is a name of the zone database. A team is written as where it first occurs, whatever
    its capitals; so is a site. `line` is where it begins in the file, from 1.
    """

    line: int
    mail: str
    zone: str = ""
    team: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True)
class ListFault:
    """A line that was not read, or not all of it, and the cell that was the reason.

    `value` is one line, cut, and begins with `'` where a spreadsheet would take it for a formula.
    """

    line: int
    reason: Reason
    value: str = ""


@dataclass(frozen=True, slots=True)
class ListRead:
    """What came of a list: people in its order, each mail address once, and faults likewise."""

    rows: tuple[ListRow, ...]
    faults: tuple[ListFault, ...]


def read_list(content: bytes) -> ListRead:
    """Read a list of people from a file of separated values, whatever program wrote it.

    It has up to `MOST_ROWS` rows in `MOST_BYTES`; nothing is raised, whatever the bytes are.
    100,000 rows take about a second.
    """
    lines = max(content.count(b"\n"), content.count(b"\r"))
    if len(content) > MOST_BYTES or lines > MOST_LINES:
        return _nothing("too_big")
    try:
        rows = read_rows(content)
        first = _upright(list(islice(rows, SAMPLE)))
    except NotText:
        return _nothing("not_text")
    columns = find_columns([row.cells for row in first])
    if len(first) <= columns.header:
        return _nothing("empty")
    if "mail" not in columns.at:
        return _nothing("no_mail_column")
    return _read(columns, islice(chain(first, rows), columns.header, None))


def _upright(rows: Sequence[Row]) -> Sequence[Row]:
    """Take addresses in one line, as copied from a message, for a column."""
    if len(rows) != 1 or sum(read_mail(cell) is not None for cell in rows[0].cells) <= 1:
        return rows
    return [Row(rows[0].line, [cell]) for cell in rows[0].cells if cell.strip()]


def _nothing(reason: Reason) -> ListRead:
    return ListRead((), (ListFault(WHOLE, reason),))


def _read(columns: Columns, rows: Iterable[Row]) -> ListRead:
    reading = _Reading(columns.at)
    for count, row in enumerate(rows):
        if count == MOST_ROWS:
            reading.faults.append(ListFault(row.line, "too_many"))
            break
        reading.take(row)
    return ListRead(tuple(reading.rows), tuple(reading.faults))


@dataclass(slots=True)
class _Reading:
    """What was read so far."""

    at: Mapping[Field, int]
    rows: list[ListRow] = field(default_factory=list)
    faults: list[ListFault] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    spelt: dict[str, str] = field(default_factory=dict)
    zones: dict[str, str] = field(default_factory=dict)

    def take(self, row: Row) -> None:
        """Read one row, or name it."""
        typed = self._cell(row, "mail")
        mail = read_mail(typed)
        if mail is None:
            self._blame(row, "bad_mail" if typed else "no_mail", typed or _first(row))
        elif mail in self.seen:
            self._blame(row, "duplicate", mail)
        else:
            self.seen.add(mail)
            team, site = (self._spelt(_name(self._cell(row, name))) for name in ("team", "site"))
            self.rows.append(ListRow(row.line, mail, self._zone(row), team, site))

    def _zone(self, row: Row) -> str:
        typed = _name(self._cell(row, "zone"))
        if typed not in self.zones:
            known = typed in zones() or not typed
            guess = not known and len(self.zones) < _GUESSES
            self.zones[typed] = typed if known else _guessed(typed) if guess else ""
        if typed and not self.zones[typed]:
            self._blame(row, "unknown_zone", typed)
        return self.zones[typed]

    def _cell(self, row: Row, name: Field) -> str:
        column = self.at.get(name, len(row.cells))
        return _clean(row.cells[column]) if column < len(row.cells) else ""

    def _spelt(self, text: str) -> str:
        return self.spelt.setdefault(text.casefold(), text)

    def _blame(self, row: Row, reason: Reason, value: str) -> None:
        self.faults.append(ListFault(row.line, reason, _shown(value)))


def _guessed(typed: str) -> str:
    """Read « Paris, France » and '(UTC+01:00) Brussels, Madrid', too."""
    whole = _OFFSET.sub("", typed)
    return next(filter(None, map(find_zone, (whole, *whole.split(",")))), None) or ""


def _first(row: Row) -> str:
    return next(filter(None, map(_clean, row.cells)), "")


def _name(text: str) -> str:
    """Return the text without what a spreadsheet would take for a formula; empty for 'n/a'."""
    bare = text.lstrip("=+-@ ")[:LONGEST].strip()
    return "" if bare.casefold() in _NONE else bare


def _shown(text: str) -> str:
    cut = text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"
    return f"'{cut}" if cut.startswith(("=", "+", "-", "@")) else cut


def _clean(cell: str) -> str:
    """Return a cell on one line: no marks that nobody sees, no quotes around it."""
    text = cell[:_LONGEST_CELL]
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", text)
        text = "".join(_visible(c) for c in text)
    forced = _FORCED.fullmatch(text)
    return " ".join((forced[1] if forced else text).split()).strip('" ')


def _visible(c: str) -> str:
    category = unicodedata.category(c)
    return "" if category == "Cf" else " " if category[0] in "CZ" else c


_LONGEST_CELL = 1_000
_GUESSES = 5_000  # ways to write a zone; a guess takes a tenth of a millisecond
_NONE = frozenset(["n/a", "none", "null", "nil", "aucun", "aucune", "#n/a", "#ref!", "."])
_OFFSET = re.compile(r"^\([^)]*\) *")
_FORCED = re.compile(r'\s*="([^"]*)"\s*')  # how Excel is told to take a cell for text
