"""`declic preview`: every message of a campaign as a table, as JSON Lines or as CSV."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import IO, Literal, get_args
from zoneinfo import ZoneInfo

import orjson
from rich.console import Console
from rich.table import Table

from bot.campaigns import previewing
from bot.campaigns.arrivals import Rehearse
from bot.campaigns.content import Assumption, Campaign
from bot.campaigns.preview import Line
from bot.campaigns.previewing import Script
from bot.campaigns.rehearsal.time_machine import Tell, TimeMachine
from bot.campaigns.texts import readable
from bot.messages import Bullets, Heading, Message, Text
from bot.ports import OpenUnitOfWork

Format = Literal["table", "jsonl", "csv"]
FORMATS: tuple[Format, ...] = get_args(Format)

Row = Mapping[str, str | int]

A_TABLE = 200
"""Rows of one table: it has to be whole before it can be shown."""

_WIDE = 200
_SHORT = 60
"""Characters of a text in a table; the other formats have all of it."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would carry out as a formula."""


def named(campaigns: Sequence[Campaign], name: str) -> list[Campaign]:
    """Return which campaigns are meant by an id, a name, or part of a name."""
    wanted = name.strip().casefold()
    exact = [c for c in campaigns if c.id == name or c.terms.name.casefold() == wanted]
    return exact or [c for c in campaigns if wanted and wanted in c.terms.name.casefold()]


def campaigns(open_uow: OpenUnitOfWork) -> Sequence[Campaign]:
    """Read all campaigns, the newest first."""
    with open_uow() as uow:
        return uow.campaigns.all()


def script(open_uow: OpenUnitOfWork, campaign_id: str, assume: Assumption) -> Script | None:
    """Read what is to be played; None if the campaign is gone."""
    with open_uow() as uow:
        return previewing.script(uow, Rehearse("", "", campaign_id, assume, ""))


def rows(
    machine: TimeMachine, played: Script, now: datetime, tell: Tell, *, people: bool
) -> Iterator[Row]:
    """Play a campaign, and return a row a line: of groups by day, or of people by group."""
    if people:
        each = machine.people(played, now, tell)
        yield from (row(line, f"p{position}") for position, line in each)
    else:
        yield from map(row, machine.preview(played, now, tell).lines)


def write(rows: Iterable[Row], to: IO[str], how: Format) -> None:
    """Write rows as they come; only a table of them waits until it is whole."""
    _WRITERS[how](iter(rows), to)


def row(line: Line, who: str = "") -> Row:
    """Return a line as flat values; `who` is a pseudonym, and stands in place of the people."""
    local = datetime.combine(line.day, line.since, ZoneInfo(line.group.zone))
    year, week, _ = line.day.isocalendar()
    people: Row = {"who": who} if who else {"people": line.people}
    return {
        "week": f"{year}-W{week:02d}",
        "day": line.day.isoformat(),
        "time": line.since.isoformat("seconds") if who else _span(line),
        "zone": line.group.zone,
        "utc_offset": f"UTC{local.isoformat()[-6:]}",
        "language": line.lang,
        "kind": line.kind,
        "fate": line.fate,
        "reason": line.reason,
        **people,
        "text": said(line.message) if line.message else "",
    }


def said(message: Message) -> str:
    """Return a message as one line; what could be pressed stands in brackets."""
    parts: list[str] = []
    for element in readable(message):
        match element:
            case Heading(text):
                parts.append(text)
            case Text(spans):
                parts.append("".join(span.text for span in spans))
            case Bullets(items):
                parts += items
    return " · ".join(" ".join(part.split()) for part in parts)


def _span(line: Line) -> str:
    since, until = line.since.isoformat("minutes"), line.until.isoformat("minutes")
    return since if since == until else f"{since}-{until}"


def _write_lines(rows: Iterator[Row], to: IO[str]) -> None:
    for one in rows:
        to.write(orjson.dumps(one).decode() + "\n")


def _write_csv(rows: Iterator[Row], to: IO[str]) -> None:
    writer = csv.writer(to)
    for number, one in enumerate(rows):
        if number == 0:
            writer.writerow(one)
        writer.writerow([_harmless(value) for value in one.values()])


def _write_tables(rows: Iterator[Row], to: IO[str]) -> None:
    console = Console(file=to, width=None if to.isatty() else _WIDE, markup=False)
    while some := list(islice(rows, A_TABLE)):
        table = Table(*some[0], box=None, header_style="bold")
        for one in some:
            table.add_row(*(_short(str(value)) for value in one.values()))
        console.print(table)


def _harmless(value: str | int) -> str | int:
    return f"'{value}" if str(value).startswith(_FORMULA) else value


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1].rstrip()}…"


_WRITERS: Mapping[Format, Callable[[Iterator[Row], IO[str]], None]] = {
    "table": _write_tables,
    "jsonl": _write_lines,
    "csv": _write_csv,
}
