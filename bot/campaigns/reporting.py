"""What HR sees of a campaign under way: how far it is, and in figures that tell of nobody.

Sent, and not sent for a private reason (stop, pause, leave, a full week), count as one figure:
with both told apart, subtracting would name people. What may be told of them is a band, frozen
for a day.
"""

from dataclasses import replace

from bot.campaigns import launching, proposals
from bot.campaigns.audience import reach_of
from bot.campaigns.content import Campaign
from bot.campaigns.counts import number
from bot.campaigns.disjoint import may_tell
from bot.campaigns.speaking import hr_message, may_see, told
from bot.campaigns.tallies import tally
from bot.cards import Card
from bot.days import say_moment
from bot.frame import paragraph
from bot.groups import bands
from bot.messages import Bullets, Chart, Element, Facts, Heading, Message, Progress
from bot.reports.chat import month_report
from bot.reports.words import Words
from bot.turn import Turn

ELSEWHERE = "elsewhere"
"""Among the figures: nothing private is told, for another campaign has some of these people."""

LASTING = frozenset({"people", "planned"})
"""Figures of the launch: they are public, and stay."""


def progress(turn: Turn, campaign: Campaign) -> list[Element]:
    """Show how far a campaign is: planned, then sent."""
    if campaign.state == "launching":
        bar = Progress(
            campaign.cursor, max(_people(turn, campaign), 1), turn.text("campaign.planning")
        )
        return [bar, paragraph(turn.text("campaign.you_can_leave"))]
    now = tally(turn.uow, campaign)
    done = now.planned - now.pending
    bar = Progress(done, max(now.planned, 1), turn.text("campaign.invitations_out"))
    comes = campaign.state == "running" and now.pending
    ready = launching.done_at(turn, campaign) if comes else None
    when = say_moment(ready, turn.coachee.tz, turn.lang, turn.now) if ready else ""
    shown: list[Element] = [bar]
    if when:
        shown.append(paragraph(turn.text("campaign.done_by", when=when)))
    lines = [_technical(turn, reason, n) for reason, n in now.technical.items()]
    lines += _held(turn, campaign)
    return [*shown, Bullets(tuple(lines))] if lines else shown


def freeze(turn: Turn, campaign: Campaign) -> Campaign:
    """Work out the figures of the day about what is private; until the next they stay."""
    if campaign.figures.get("day") == turn.today.isoformat():
        return campaign
    figures = {name: n for name, n in campaign.figures.items() if name in LASTING}
    figures["day"] = turn.today.isoformat()
    figures |= _private(turn, campaign) if may_tell(turn.uow, campaign) else {ELSEWHERE: "1"}
    return turn.uow.campaigns.put(replace(campaign, figures=figures))


def _private(turn: Turn, campaign: Campaign) -> dict[str, str]:
    """Work out what may be told of pauses, stops and answers."""
    now = tally(turn.uow, campaign)
    held = bands.held(now.private, now.handled)
    said = turn.uow.campaigns.answers(campaign.id)
    yes = bands.share(said.get("yes", 0), now.handled)
    figures = {"held": f"{held.least}-{held.most}"} if held else {}
    return figures | ({"yes": f"{yes.percent}:{yes.low}:{yes.high}"} if yes else {})


def report_page(turn: Turn, card: Card) -> Message | None:
    """Report in words: reach, technical reasons, answers as a group, and what is not known."""
    campaign = turn.uow.campaigns.look(card.args["campaign"])
    if campaign is None or not may_see(turn):
        return told(turn, "campaign.deleted")
    if campaign.state == "draft":
        return told(turn, "campaign.not_running")
    now = tally(turn.uow, campaign)
    pairs = [
        (turn.text("campaign.people"), number(turn, _people(turn, campaign))),
        (turn.text("campaign.planned"), number(turn, now.planned)),
        (turn.text("campaign.handled"), number(turn, now.handled)),
        (turn.text("campaign.pending"), number(turn, now.pending)),
        (turn.text("campaign.said_yes"), _yes(turn, campaign)),
    ]
    lines = [_technical(turn, reason, n) for reason, n in now.technical.items()]
    lines += _held(turn, campaign)
    day = campaign.figures.get("day", "")
    return hr_message(
        turn,
        turn.text("campaign.report_summary", name=campaign.terms.name),
        Heading(turn.text("campaign.report_title", name=campaign.terms.name)),
        Facts(tuple(pairs)),
        Bullets(tuple(lines)) if lines else None,
        paragraph(turn.text("campaign.drawn", digest=campaign.drawn[:16]))
        if campaign.drawn and campaign.terms.staggered
        else None,
        paragraph(turn.text("campaign.unknown")),
        paragraph(turn.text("campaign.frozen")) if day else None,
        *_month(turn),
        proposals.waiting(turn),
    )


def _month(turn: Turn) -> list[Element]:
    """Tell of the company in the last closed month."""
    words = Words(turn.lang, turn.library.wording)
    told = month_report(words, turn.uow.figures)
    return [
        replace(one, url=turn.picture_url(one, turn.now)) if isinstance(one, Chart) else one
        for one in told
    ]


def _people(turn: Turn, campaign: Campaign) -> int:
    """Return how many the audience had at the launch: who is erased since is not missed."""
    return int(campaign.figures.get("people", 0)) or reach_of(turn, campaign).people


def _technical(turn: Turn, reason: str, n: int) -> str:
    return f"{number(turn, n)} · {turn.text(f'campaign.reason_{reason}')}"


def _held(turn: Turn, campaign: Campaign) -> list[str]:
    text = campaign.figures.get("held")
    return [turn.text("campaign.held", band=_band(turn, text))] if text else []


def _yes(turn: Turn, campaign: Campaign) -> str:
    text = campaign.figures.get("yes")
    if ELSEWHERE in campaign.figures:
        return turn.text("campaign.told_elsewhere")
    if not text:
        waits = "too_few_to_tell" if "day" in campaign.figures else "not_worked_out"
        return turn.text(f"campaign.{waits}")
    percent, low, high = text.split(":")
    return turn.text("campaign.share", percent=percent, low=low, high=high)


def _band(turn: Turn, text: str) -> str:
    least, _, most = text.partition("-")
    return turn.text("campaign.band", least=least, most=most)
