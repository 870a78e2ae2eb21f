"""A preview as HR reads it: week by week, what comes to how many people where, and why not."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from itertools import groupby

from bot.campaigns.content import ASSUMPTIONS
from bot.campaigns.counts import counted, number
from bot.campaigns.preview import Line, Preview
from bot.campaigns.previewing import current, last_share
from bot.campaigns.speaking import hr_message, may_see, told
from bot.cards import Card
from bot.days import say_day, say_time
from bot.frame import paragraph
from bot.messages import Bullets, Choices, Element, Heading, Message, Option, Span, Text
from bot.places import city
from bot.turn import Turn

SHOWN = 30
"""Lines in one message, below what Slack takes; `declic preview` lists every one."""

NAMED = 3
"""Zones named in one line; more are counted."""


def preview_page(turn: Turn, card: Card) -> Message | None:
    """Show a preview, or say that it is being computed."""
    campaign = turn.uow.campaigns.look(card.args["campaign"])
    if campaign is None or not may_see(turn):
        return told(turn, "campaign.deleted")
    preview = current(turn, campaign, card.args["assumption"])
    shown = _weeks(turn, preview) if preview else [paragraph(turn.text("campaign.computing"))]
    return hr_message(
        turn,
        turn.text("campaign.preview_summary", name=campaign.terms.name),
        Heading(turn.text("campaign.preview_title", name=campaign.terms.name)),
        Text((Span(turn.text("campaign.assuming"), "bold"), Span(_assumed(turn, card, preview)))),
        *shown,
        Choices(card.token, _ways(turn, card, preview)),
    )


def _assumed(turn: Turn, card: Card, preview: Preview | None) -> str:
    if preview and preview.share is not None:
        return turn.text("campaign.assume_share", percent=str(round(preview.share * 100)))
    return turn.text(f"campaign.assume_{card.args['assumption']}")


def _weeks(turn: Turn, preview: Preview) -> list[Element]:
    """Say every line once for all zones in which it is the same."""
    alike = _alike(preview.lines)
    shown: list[Element] = [paragraph(_places(turn, preview.lines))]
    for monday, every in groupby(alike[:SHOWN], lambda lines: _monday(lines[0].day)):
        shown += _week(turn, monday, list(every))
    if len(alike) > SHOWN:
        shown.append(paragraph(counted(turn, "more_lines", len(alike) - SHOWN)))
    return [*shown, paragraph(turn.text("campaign.as_if"))]


def _week(turn: Turn, monday: date, every: Sequence[Sequence[Line]]) -> list[Element]:
    """Say what goes out in a week, and below it what does not."""
    title = turn.text("campaign.week_of", day=say_day(monday, turn.lang, turn.today))
    out = tuple(_line(turn, lines) for lines in every if lines[0].fate == "sent")
    held = [_held(turn, lines) for lines in every if lines[0].fate != "sent"]
    said: list[Element] = [Text((Span(title, "bold"),)), *([Bullets(out)] if out else [])]
    held_back = turn.text("campaign.no_message", lines="; ".join(held))
    return [*said, *([paragraph(held_back)] if held else [])]


def _alike(lines: Sequence[Line]) -> list[list[Line]]:
    """Put lines together that differ in place and language alone; in order of time."""
    found: dict[tuple[date, str, str, str], list[Line]] = {}
    for line in lines:
        found.setdefault((line.day, line.kind, line.fate, line.reason), []).append(line)
    return sorted(found.values(), key=lambda every: (every[0].day, _hours(every)[0]))


def _places(turn: Turn, lines: Sequence[Line]) -> str:
    """Say where people are who are invited, the most first, and in which language they read."""
    people: dict[str, int] = {}
    langs: dict[str, int] = {}
    for line in lines:
        if line.kind == "invitation" and line.fate == "sent":
            people[line.group.zone] = people.get(line.group.zone, 0) + line.people
            langs[line.lang] = langs.get(line.lang, 0) + line.people
    spoken = [f"{turn.text(f'languages.lang_{i}')} {number(turn, n)}" for i, n in langs.items()]
    every = counted(turn, "people", sum(people.values()))
    where = _where(turn, sorted(people, key=lambda zone: -people[zone]))
    return turn.text("campaign.to_whom", people=every, where=where, langs=", ".join(spoken))


def _line(turn: Turn, lines: Sequence[Line]) -> str:
    since, until = (say_time(at, turn.lang) for at in _hours(lines))
    when = since if since == until else f"{since} – {until}"
    day = say_day(lines[0].day, turn.lang, turn.today)
    return f"{day}, {when} · {_what(turn, lines)} · {_where(turn, _zones(lines))}"


def _held(turn: Turn, lines: Sequence[Line]) -> str:
    """Say what does not go out, and why."""
    first = lines[0]
    day = say_day(first.day, turn.lang, turn.today)
    reason = turn.text(f"campaign.reason_{first.reason}")
    fate = turn.text(f"outcomes.{first.fate}")
    why = reason if first.fate == "skipped" or reason == fate else f"{fate}, {reason}"
    zones = _zones(lines)
    where = f", {_where(turn, zones)}" if len(zones) <= NAMED else ""
    return f"{day} · {_what(turn, lines)}{where} ({why})"


def _what(turn: Turn, lines: Sequence[Line]) -> str:
    kind = turn.text(f"kinds.{lines[0].kind}")
    people = counted(turn, "people", sum(line.people for line in lines))
    return f"{kind} · {people}"


def _zones(lines: Sequence[Line]) -> list[str]:
    return list(dict.fromkeys(line.group.zone for line in lines))


def _where(turn: Turn, zones: Sequence[str]) -> str:
    if len(zones) > NAMED:
        return counted(turn, "zones", len(zones))
    return ", ".join(city(zone) for zone in zones)


def _hours(lines: Sequence[Line]) -> tuple[time, time]:
    return min(line.since for line in lines), max(line.until for line in lines)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _ways(turn: Turn, card: Card, preview: Preview | None) -> tuple[Option, ...]:
    known = [one for one in ASSUMPTIONS if one != "last" or last_share(turn.uow) is not None]
    others = [one for one in known if one != card.args["assumption"]]
    ways = [Option(f"campaign:assume:{one}", turn.text(f"campaign.try_{one}")) for one in others]
    if preview is None:
        return (Option("campaign:again", turn.text("campaign.way_again")), *ways)
    texts = Option("campaign:texts", turn.text("campaign.way_texts"), form=True)
    return (texts, *ways)
