"""What HR sees of a campaign under way: how far it is, and in figures that tell of nobody.

Sent, and not sent for a private reason (stop, pause, leave, a full week), count as one figure:
with both told apart, subtracting would name people. What may be told of them is a band, frozen
for a day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.campaigns import bands, launching
from bot.campaigns.audience import reach_of
from bot.campaigns.content import Campaign, Ended
from bot.campaigns.speaking import hr_message, may_see, told
from bot.cards import Card
from bot.days import say_moment
from bot.frame import paragraph
from bot.messages import Bullets, Element, Facts, Heading, Message, Progress
from bot.turn import Turn

TECHNICAL = (
    "unreachable",
    "failed",
    "late",
    "holiday",
    "outside_hours",
    "campaign_paused",
    "campaign_stopped",
)
"""Reasons that HR sees; every other is private."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How the invitations of a campaign ended.

    Attributes:
        pending: still to come.
        handled: sent, on their way, or not sent for a private reason.
        technical: not sent, by technical reason.
        private: those of `handled` that were not sent; never shown as it is.
    """

    pending: int
    handled: int
    technical: Mapping[str, int]
    private: int

    @property
    def planned(self) -> int:
        """All of them."""
        return self.pending + self.handled + sum(self.technical.values())


def tally(turn: Turn, campaign: Campaign) -> Tally:
    """Count how the invitations ended so far."""
    ended = turn.uow.campaigns.ended(campaign.id)
    lost = [one for one in ended if one.outcome in {"skipped", "failed", "merged"}]
    technical = {reason: _count(lost, reason) for reason in TECHNICAL if _count(lost, reason)}
    private = sum(one.people for one in lost) - sum(technical.values())
    gone = sum(one.people for one in ended if one.outcome in {"sent", "queued"})
    return Tally(turn.uow.campaigns.pending(campaign.id), gone + private, technical, private)


def progress(turn: Turn, campaign: Campaign) -> list[Element]:
    """Show how far a campaign is: planned, then sent."""
    if campaign.state == "launching":
        people = reach_of(turn, campaign).people
        bar = Progress(campaign.cursor, max(people, 1), turn.text("campaign.planning"))
        return [bar, paragraph(turn.text("campaign.you_can_leave"))]
    now = tally(turn, campaign)
    done = now.planned - now.pending
    bar = Progress(done, max(now.planned, 1), turn.text("campaign.invitations_out"))
    ready = launching.done_at(turn, campaign) if campaign.state == "running" else None
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
    now = tally(turn, campaign)
    held = bands.held(now.private, now.handled)
    said = turn.uow.campaigns.answers(campaign.id)
    yes = bands.share(said.get("yes", 0), now.handled)
    figures = {"day": turn.today.isoformat()}
    figures |= {"held": f"{held.least}-{held.most}"} if held else {}
    figures |= {"yes": f"{yes.percent}:{yes.low}:{yes.high}"} if yes else {}
    return turn.uow.campaigns.put(replace(campaign, figures=figures))


def report_page(turn: Turn, card: Card) -> Message | None:
    """Report in words: reach, technical reasons, answers as a group, and what is not known."""
    campaign = turn.uow.campaigns.look(card.args["campaign"])
    if campaign is None or not may_see(turn):
        return told(turn, "campaign.deleted")
    if campaign.state == "draft":
        return told(turn, "campaign.not_running")
    now = tally(turn, campaign)
    reach = reach_of(turn, campaign)
    pairs = [
        (turn.text("campaign.people"), str(reach.people)),
        (turn.text("campaign.planned"), str(now.planned)),
        (turn.text("campaign.handled"), str(now.handled)),
        (turn.text("campaign.pending"), str(now.pending)),
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
        if campaign.drawn
        else None,
        paragraph(turn.text("campaign.unknown")),
        paragraph(turn.text("campaign.frozen")) if day else None,
    )


def _technical(turn: Turn, reason: str, n: int) -> str:
    return f"{n} · {turn.text(f'campaign.reason_{reason}')}"


def _held(turn: Turn, campaign: Campaign) -> list[str]:
    text = campaign.figures.get("held")
    return [turn.text("campaign.held", band=_band(turn, text))] if text else []


def _yes(turn: Turn, campaign: Campaign) -> str:
    text = campaign.figures.get("yes")
    if not text:
        return turn.text("campaign.too_few_to_tell")
    percent, low, high = text.split(":")
    return turn.text("campaign.share", percent=percent, low=low, high=high)


def _band(turn: Turn, text: str) -> str:
    least, _, most = text.partition("-")
    return turn.text("campaign.band", least=least, most=most)


def _count(ended: Sequence[Ended], reason: str) -> int:
    return sum(one.people for one in ended if one.reason == reason)
