"""The invitation: one message, a yes or a no in one tap, and what follows from a yes."""

from dataclasses import replace
from datetime import datetime

from bot import deeds, dialogue
from bot.cadence import Decision, at_local, next_working_moment, week_of
from bot.campaigns.content import Answer, Campaign, Invitee
from bot.errors import StaleClick
from bot.ledger import Outcome
from bot.moments import Moment
from bot.outbox import Dispatch
from bot.places import country_of
from bot.turn import Turn

REFUSED = 3
"""As often a platform has to refuse an invitation for it not to be put off to another day."""

WAITS = {"budget", "same_day", "late", "paused", "campaign_paused"}
"""Reasons for which an invitation comes later, as long as its wave lasts."""

PREFIX = "invitation:"


def held(turn: Turn, moment: Moment) -> Decision | None:
    """Decide about an invitation whose campaign does not run; None if it does."""
    campaign = turn.uow.campaigns.look(moment.subject_id or "")
    if campaign is None or campaign.state in {"stopped", "ended", "draft"}:
        return Decision("skip", None, "campaign_stopped")
    if campaign.state == "paused":
        return Decision("skip", None, "campaign_paused")
    return None


def wanted(turn: Turn, moment: Moment) -> bool:
    """Tell whether somebody is still invited and has not answered."""
    one = turn.uow.campaigns.invitee(moment.subject_id or "", turn.coachee.id)
    return one is not None and not one.answer


def place(turn: Turn, moment: Moment) -> None:
    """Let somebody who has not begun be where the list says, or else the campaign.

    Their invitation was planned by that zone, so their hours and days off go by it, too.
    """
    person = turn.coachee
    campaign = turn.uow.campaigns.look(moment.subject_id or "")
    one = turn.uow.campaigns.invitee(moment.subject_id or "", person.id)
    if campaign is None or one is None or (person.state != "new" and person.zone_known):
        return
    zone = one.zone or ("" if person.zone_known else campaign.terms.zone)
    if zone and (zone, True) != (person.zone, bool(person.country)):
        turn.change(zone=zone, country=person.country or country_of(zone))


def put_off(turn: Turn, moment: Moment, decision: Decision) -> Decision:
    """Let what cannot come now come later in the same wave, at the hour it was meant for."""
    if decision.action != "skip" or decision.reason not in WAITS:
        return decision
    campaign = turn.uow.campaigns.look(moment.subject_id or "")
    at = _next_chance(turn, moment, decision)
    if campaign is None or at >= _last_chance(turn, campaign):
        return decision
    return Decision("move", at, decision.reason)


def overtaken(turn: Turn, dispatch: Dispatch) -> str | None:
    """Hold back an invitation that is on its way while its campaign was paused or stopped.

    One of a paused campaign comes again; the reason is returned, None if it may go out.
    """
    occurrence = dispatch.occurrence or ""
    if not occurrence.startswith(PREFIX):
        return None
    campaign = turn.uow.campaigns.look(occurrence.split(":")[1])
    if campaign is None or campaign.state in {"stopped", "ended"}:
        return "campaign_stopped"
    if campaign.state != "paused":
        return None
    at = next_working_moment(turn.now, turn.coachee.tz, turn.coachee.work_from, turn.calendar)
    turn.uow.moments.again(occurrence, at)
    return "campaign_paused"


def answered(turn: Turn, campaign: Campaign, said: Answer) -> None:
    """Take a yes or a no, or take it back with neither.

    Raises:
        StaleClick: the campaign is over, or the person is no longer invited.
    """
    one = turn.uow.campaigns.invitee(campaign.id, turn.coachee.id)
    if one is None or campaign.state in {"draft", "stopped", "ended"}:
        raise StaleClick(campaign.id)
    if one.answer == said:
        return
    joined = turn.coachee.state != "active"
    turn.uow.campaigns.put_invitee(
        campaign.id, replace(one, answer=said, joined=one.joined or (said == "yes" and joined))
    )
    if said == "yes":
        _begin(turn, campaign)


def held_back(turn: Turn, dispatch: Dispatch, why: str) -> tuple[Outcome, str]:
    """Say how what was on its way ends where it may not go out now, and why.

    An invitation comes again on a working day, as long as its wave lasts: nobody is missed because
    the queue was longer than the day, or the host was down.
    """
    person, occurrence = turn.coachee, dispatch.occurrence or ""
    if why == "campaign_paused":
        return "moved", why
    if why not in {"outside_hours", "paused"} or not occurrence.startswith(PREFIX):
        return "skipped", why
    if dispatch.attempts >= REFUSED:
        return "failed", "failed"
    after = max(turn.now, person.paused_until or turn.now)
    at = next_working_moment(after, person.tz, person.work_from, turn.calendar)
    campaign = turn.uow.campaigns.look(occurrence.split(":")[1])
    if campaign is None or at >= _last_chance(turn, campaign):
        return "skipped", why
    turn.uow.moments.again(occurrence, at)
    return "moved", why


def over(turn: Turn) -> tuple[Campaign, Invitee] | None:
    """Return the campaign that brought somebody here once its weeks are over, until it is asked."""
    for campaign, one in turn.uow.campaigns.of(turn.coachee.id):
        if one.answer == "yes" and one.joined:
            done = campaign.state in {"stopped", "ended"}
            if done or campaign.terms.ends_on(max(one.wave, 1)) <= turn.today:
                return campaign, one
    return None


def asked_to_stay(turn: Turn) -> None:
    """Note that somebody is asked whether to go on: from now on they are here by themselves."""
    for campaign, one in turn.uow.campaigns.of(turn.coachee.id):
        if one.joined:
            turn.uow.campaigns.put_invitee(campaign.id, replace(one, joined=False))


def _begin(turn: Turn, campaign: Campaign) -> None:
    """Begin what was said yes to: the person's own pace and slot hold where they have them."""
    person, terms = turn.coachee, campaign.terms
    turn.change(themes=tuple(dict.fromkeys((*terms.themes, *person.themes))))
    if person.state == "active":
        turn.post("note", say="invitation.joined", ways="start,next")
        return
    if not person.lang_chosen:
        turn.change(lang=terms.lang_for(person.lang))
    turn.change(pace=terms.pace)
    if person.slot is not None:
        deeds.come_back(turn)
        turn.post("next", say="invitation.joined")
    elif not dialogue.resume(turn):
        dialogue.begin(turn, "onboarding", entry="privacy")


def _next_chance(turn: Turn, moment: Moment, decision: Decision) -> datetime:
    person, after = turn.coachee, turn.now
    if decision.reason == "budget":
        after = week_of(turn.now, person.tz)[1]
    elif decision.reason == "paused":
        after = max(after, person.paused_until or after)
    hour = turn.local(moment.meant_at).time().replace(tzinfo=None)
    hour = min(max(hour, person.work_from), person.work_until)
    hour = hour if hour < person.work_until else person.work_from
    return next_working_moment(after, person.tz, hour, turn.calendar)


def _last_chance(turn: Turn, campaign: Campaign) -> datetime:
    one = turn.uow.campaigns.invitee(campaign.id, turn.coachee.id)
    day = campaign.terms.ends_on(max(one.wave if one else 1, 1))
    return at_local(day, campaign.terms.window_from, turn.coachee.tz)
