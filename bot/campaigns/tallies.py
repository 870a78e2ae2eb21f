"""How the invitations of a campaign ended, counted so that no act of a person moves a number.

HR may reload a page after every minute, and knows in which order people are written to. So an
invitation counts as dealt with at the time that the plan gave it, whether it went out, waits or
stays away for a reason of the person's own; and nobody who is erased is missing in a number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.campaigns.content import Campaign, Ended
from bot.ports import UnitOfWork

TECHNICAL = ("unreachable", "failed", "late", "campaign_paused", "campaign_stopped")
"""Reasons that HR sees; every other is private, hours and days off that people chose included."""

PUBLIC = frozenset({"campaign_paused", "late", "campaign_stopped"})
"""Reasons that hold for everybody at once: the campaign stands still, is over, or the host was
down. They are looked at before anything of a person is."""

_LOST = frozenset({"skipped", "failed", "merged"})


@dataclass(frozen=True, slots=True)
class Tally:
    """How the invitations of a campaign ended.

    Attributes:
        planned: all of them.
        pending: still to come, by the plan.
        technical: not sent, by technical reason.
        private: those that were not sent, or not yet, for any other reason; never shown as it is.
    """

    planned: int
    pending: int
    technical: Mapping[str, int]
    private: int

    @property
    def handled(self) -> int:
        """Sent, on their way, or not sent for a private reason: these are one figure."""
        return max(0, self.planned - self.pending - sum(self.technical.values()))


def tally(uow: UnitOfWork, campaign: Campaign) -> Tally:
    """Count how the invitations ended so far."""
    ended = uow.campaigns.ended(campaign.id)
    lost = [one for one in ended if one.outcome in _LOST]
    waits = [one for one in ended if one.outcome == "moved" and one.reason not in PUBLIC]
    technical = {reason: n for reason in TECHNICAL if (n := _count(lost, reason))}
    private = sum(one.people for one in (*lost, *waits)) - sum(technical.values())
    pending = uow.campaigns.pending(campaign.id)
    planned = int(campaign.figures.get("planned", 0)) or pending + _begun(ended)
    return Tally(planned, pending, technical, private)


def planned_now(uow: UnitOfWork, campaign: Campaign) -> int:
    """Count the invitations that are planned or were."""
    return uow.campaigns.pending(campaign.id) + _begun(uow.campaigns.ended(campaign.id))


def _begun(ended: Sequence[Ended]) -> int:
    """Count those in the ledger that are not still to come."""
    put_off = {("moved", reason) for reason in PUBLIC}
    return sum(one.people for one in ended if (one.outcome, one.reason) not in put_off)


def _count(ended: Sequence[Ended], reason: str) -> int:
    return sum(one.people for one in ended if one.reason == reason)
