"""A preview as HR reads it: week by week, who gets what, in which language, and why not."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.campaigns.content import ASSUMPTIONS
from bot.campaigns.preview import Line, Preview
from bot.campaigns.previewing import current
from bot.campaigns.speaking import hr_message, may_see, told
from bot.cards import Card
from bot.days import say_day, say_time
from bot.frame import paragraph
from bot.messages import Bullets, Choices, Element, Heading, Message, Option, Span, Text
from bot.turn import Turn

SHOWN = 24
"""Lines in one message, below what Slack takes; `declic preview` lists every one."""


def preview_page(turn: Turn, card: Card) -> Message | None:
    """Show a preview, or say that it is being computed."""
    campaign = turn.uow.campaigns.look(card.args["campaign"])
    if campaign is None or not may_see(turn):
        return told(turn, "campaign.deleted")
    preview = current(turn, campaign, card.args["assumption"])
    title = turn.text("campaign.preview_title", name=campaign.terms.name)
    assumed = turn.text(f"campaign.assume_{card.args['assumption']}")
    shown = _lines(turn, preview) if preview else [paragraph(turn.text("campaign.computing"))]
    return hr_message(
        turn,
        turn.text("campaign.preview_summary", name=campaign.terms.name),
        Heading(title),
        Text((Span(turn.text("campaign.assuming"), "bold"), Span(assumed))),
        *shown,
        Choices(card.token, _ways(turn, card, preview)),
    )


def days_of(lines: Sequence[Line]) -> list[tuple[date, list[Line]]]:
    """Group lines by the week in which they come, by its Monday."""
    weeks: dict[date, list[Line]] = {}
    for line in lines:
        weeks.setdefault(line.day - timedelta(days=line.day.weekday()), []).append(line)
    return sorted(weeks.items())


def _lines(turn: Turn, preview: Preview) -> list[Element]:
    shown: list[Element] = []
    left = SHOWN
    for monday, lines in days_of(preview.lines):
        if left <= 0:
            break
        said = [said_line(turn, line) for line in lines[:left]]
        left -= len(said)
        week = turn.text("campaign.week_of", day=say_day(monday, turn.lang, turn.today))
        shown += [Text((Span(week, "bold"),)), Bullets(tuple(said))]
    if len(preview.lines) > SHOWN:
        more = turn.text("campaign.more_lines", n=str(len(preview.lines) - SHOWN))
        shown.append(paragraph(more))
    if preview.held:
        band = turn.text(
            "campaign.band", least=str(preview.held.least), most=str(preview.held.most)
        )
        shown.append(paragraph(turn.text("campaign.will_be_held", band=band)))
    shown.append(paragraph(turn.text("campaign.as_if")))
    return shown


def said_line(turn: Turn, line: Line) -> str:
    """Say one line of a preview."""
    since, until = say_time(line.since, turn.lang), say_time(line.until, turn.lang)
    when = since if since == until else f"{since} – {until}"
    day = say_day(line.day, turn.lang, turn.today)
    kind = turn.text(f"kinds.{line.kind}")
    people = turn.text("campaign.n_people", n=str(line.people))
    where = f"{line.group.zone} · {turn.text(f'languages.lang_{line.lang}')}"
    said = f"{day}, {when} · {where} · {kind} · {people}"
    if line.fate == "sent":
        return said
    fate = turn.text(f"outcomes.{line.fate}")
    return f"{said} · {fate}: {turn.text(f'campaign.reason_{line.reason}')}"


def _ways(turn: Turn, card: Card, preview: Preview | None) -> tuple[Option, ...]:
    others = [one for one in ASSUMPTIONS if one != card.args["assumption"]]
    ways = [Option(f"campaign:assume:{one}", turn.text(f"campaign.try_{one}")) for one in others]
    if preview is None:
        return (Option("campaign:again", turn.text("campaign.way_again")), *ways)
    texts = Option("campaign:texts", turn.text("campaign.way_texts"), form=True)
    return (texts, *ways)
