"""What the clock brings to a campaign itself: its background work, and a look at how it goes."""

from functools import partial

from bot.cadence import within_hours
from bot.campaigns import controlling, granting, launching, reporting
from bot.campaigns.content import LAUNCHED, Campaign
from bot.campaigns.speaking import refresh
from bot.moments import Moment
from bot.people import Coachee
from bot.turn import Turn
from bot.workdays import Calendar


def come(lane: Turn, campaign: Campaign, moment: Moment, chunk: int) -> None:
    """Do what is due, of work one chunk; work that is not done comes again at once."""
    if moment.kind == "campaign_watch":
        lane.uow.moments.settle(moment, lane.now)
        _watch(lane, campaign)
        return
    if _done(lane, campaign, moment.stage or "", chunk):
        lane.uow.moments.settle(moment, lane.now)
    else:
        lane.uow.moments.move(moment.key, lane.now)


def _done(lane: Turn, campaign: Campaign, stage: str, chunk: int) -> bool:
    """Do one piece of work and tell whether all of it is done."""
    if stage == "call_off":
        return not controlling.called_off(lane, campaign, chunk)
    if campaign.state not in LAUNCHED:
        return True
    if not campaign.drawn:
        launching.drawn(lane, campaign)
        return False
    after = launching.planned(lane, campaign, chunk)
    refresh(lane, after)
    return after.cursor == campaign.cursor


def _watch(lane: Turn, campaign: Campaign) -> None:
    """Show how far it is, tell owners what is overdue, and end it when its weeks are over."""
    if campaign.state not in LAUNCHED:
        return
    if campaign.terms.last_day < lane.today:
        controlling.ended(lane, campaign)
        return
    late = lane.uow.campaigns.overdue(campaign.id, lane.now - controlling.LATE)
    if late and campaign.state == "running":
        for owner in filter(partial(_works, lane), _owners(lane, campaign)):
            _alert(lane, campaign, owner)
    refresh(lane, reporting.freeze(lane, campaign))
    launching.watch(lane, campaign)


def _owners(lane: Turn, campaign: Campaign) -> list[Coachee]:
    """Return the owners who can be told; without any, whoever made it."""
    maker = lane.uow.people.look(campaign.created_by)
    return granting.every_owner(lane) or ([maker] if maker else [])


def _works(lane: Turn, owner: Coachee) -> bool:
    """Tell whether it is working time for an owner; another look comes within the hour."""
    hours = owner.tz, owner.work_from, owner.work_until
    return within_hours(lane.now, *hours, Calendar(owner.country))


def _alert(lane: Turn, campaign: Campaign, owner: Coachee) -> None:
    """Say it once a day to each owner."""
    if not lane.uow.seen.add(f"overdue:{campaign.id}:{owner.id}:{lane.now.date()}", lane.now):
        return
    card = lane.card_for(owner, "campaign_overdue", campaign=campaign.id)
    lane.queue("post", card_token=card.token, to=owner, not_before=lane.now)
