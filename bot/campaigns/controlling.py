"""Pausing, resuming and stopping: at once for everything that is not sent yet, in every process.

Nothing is rewritten for it: whatever is about to be sent asks first where its campaign stands.
"""

from dataclasses import replace
from datetime import timedelta

from bot.campaigns import launching, roles
from bot.campaigns.content import LAUNCHED, Campaign
from bot.campaigns.speaking import of_campaign, refresh
from bot.errors import BotError
from bot.turn import Turn

CHUNK = 2000
"""Invitations called off in one transaction, at most."""

LATE = timedelta(hours=2)
"""After this an invitation that should be out counts as overdue."""


class NotRunning(BotError):
    """It is not under way: a draft, or over."""

    told = "campaign.not_running"


def pause(turn: Turn, campaign: Campaign) -> Campaign:
    """Send nothing of it until it is resumed; what people began goes on.

    Raises:
        NotRunning: it is not under way.
    """
    if campaign.state not in LAUNCHED:
        raise NotRunning(campaign.id)
    return _turned(turn, campaign, "paused")


def resume(turn: Turn, campaign: Campaign) -> Campaign:
    """Go on where it was paused.

    Raises:
        NotRunning: it is not paused, or its last day is over.
    """
    if campaign.state not in {"paused", "running"}:
        raise NotRunning(campaign.id)
    turned = _turned(turn, campaign, "running")
    launching.watch(of_campaign(turn, turned), turned)
    return turned


def stop(turn: Turn, campaign: Campaign) -> Campaign:
    """End it: nobody else is invited, and no week of it comes any more.

    What people planned and promised stays theirs, with its follow-ups.

    Raises:
        NotRunning: it was never launched.
    """
    if campaign.state not in {*LAUNCHED, "stopped"}:
        raise NotRunning(campaign.id)
    if campaign.state == "stopped":
        return campaign
    ended = replace(campaign, state="stopped", closed_at=turn.now)
    ended = turn.uow.campaigns.put(ended)
    roles.note(turn, "stopped", campaign.id)
    launching.work_on(turn, ended, "call_off")
    refresh(turn, ended)
    return ended


def called_off(lane: Turn, campaign: Campaign, chunk: int) -> bool:
    """Write down of the next chunk that it was called off; false once nobody is left."""
    most = min(chunk, CHUNK)
    return lane.uow.campaigns.call_off(campaign.id, "campaign_stopped", lane.now, most) == most


def ended(lane: Turn, campaign: Campaign) -> Campaign:
    """End a campaign whose last week is over; what was still to come is called off."""
    over = replace(campaign, state="ended", closed_at=lane.now)
    over = lane.uow.campaigns.put(over)
    launching.work_on(lane, over, "call_off")
    refresh(lane, over)
    return over


def _turned(turn: Turn, campaign: Campaign, state: str) -> Campaign:
    if campaign.state == state:
        return campaign
    turned = turn.uow.campaigns.put(replace(campaign, state=state))  # type: ignore[arg-type]  # a state
    roles.note(turn, "paused" if state == "paused" else "resumed", campaign.id)
    refresh(turn, turned)
    return turned
