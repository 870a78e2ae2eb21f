"""Asking for a preview, keeping it, and showing it: the time machine itself works elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from bot.campaigns import roles
from bot.campaigns.arrivals import Rehearse, Rehearsed
from bot.campaigns.audience import demand_counted
from bot.campaigns.content import ASSUMPTIONS, Assumption, Campaign, Group
from bot.campaigns.preview import Preview
from bot.cards import Card
from bot.ports import UnitOfWork
from bot.turn import Turn

USUAL: Assumption = "all"


@dataclass(frozen=True, slots=True)
class Script:
    """What the time machine needs: the campaign, and groups of people by what is public.

    `positions` are those of the people of each group; `share` is of people who accept and
    answer, under the assumption `last`.
    """

    asked: Rehearse
    campaign: Campaign
    groups: tuple[Group, ...]
    positions: tuple[Sequence[int], ...]
    basis: str
    share: float | None


def show(turn: Turn, campaign: Campaign, assumption: Assumption = USUAL) -> None:
    """Post a preview; what is not known yet is computed, and the message filled in then.

    Raises:
        NotCounted: the audience is still being read.
    """
    demand_counted(campaign)
    card = turn.post("campaign_preview", campaign=campaign.id, assumption=assumption)
    _wanted(turn, campaign, assumption, card)
    roles.note(turn, "previewed", campaign.id, assumption)


def switch(turn: Turn, campaign: Campaign, card: Card, assumption: str) -> None:
    """Show a preview under another assumption, in the same message."""
    wanted = next((one for one in ASSUMPTIONS if one == assumption), USUAL)
    changed = replace(card, args={**card.args, "assumption": wanted})
    turn.uow.cards.put(changed)
    turn.refresh(card.token)
    _wanted(turn, campaign, wanted, changed)
    roles.note(turn, "previewed", campaign.id, wanted)


def script(uow: UnitOfWork, asked: Rehearse) -> Script | None:
    """Read what is to be rehearsed; None if the campaign is gone."""
    campaign = uow.campaigns.look(asked.campaign_id)
    if campaign is None:
        return None
    zone = campaign.terms.zone
    groups = tuple(uow.campaigns.groups(campaign.id, default_zone=zone))
    positions = tuple(uow.campaigns.positions(campaign.id, default_zone=zone))
    share = last_share(uow) if asked.assumption == "last" else None
    return Script(asked, campaign, groups, positions, basis(uow, campaign), share)


def take(turn: Turn, event: Rehearsed) -> None:
    """Keep a preview, and fill in the message that waits for it."""
    campaign = turn.uow.campaigns.look(event.asked.campaign_id)
    if campaign is None:
        return
    if event.preview is not None:
        turn.uow.campaigns.keep_preview(campaign.id, event.preview)
    turn.refresh(event.asked.card_token)


def current(turn: Turn, campaign: Campaign, assumption: str) -> Preview | None:
    """Return the preview under an assumption, unless the campaign has changed since."""
    kept = turn.uow.campaigns.preview(campaign.id, assumption)
    return kept if kept and kept.basis == basis(turn.uow, campaign) else None


def basis(uow: UnitOfWork, campaign: Campaign) -> str:
    """Name what a preview is computed from: terms and audience."""
    groups = uow.campaigns.groups(campaign.id, default_zone=campaign.terms.zone)
    terms = replace(campaign.terms, why=dict(sorted(campaign.terms.why.items())))
    return sha256(repr((terms, groups)).encode()).hexdigest()


def last_share(uow: UnitOfWork) -> float | None:
    """Return the share that said yes to the last campaign, as HR was told it; None without one."""
    told = (one.figures.get("yes") for one in uow.campaigns.all())
    percent = next((text.partition(":")[0] for text in told if text), None)
    return int(percent) / 100 if percent else None


def _wanted(turn: Turn, campaign: Campaign, assumption: Assumption, card: Card) -> None:
    if current(turn, campaign, assumption) is None:
        turn.rehearse = Rehearse(
            turn.new_id(), turn.coachee.id, campaign.id, assumption, card.token
        )
