"""The invitation: one message, a yes or a no in one tap, and what follows from a yes."""

from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot import deeds, dialogue
from bot.cadence import Decision, at_local, late, next_working_moment, week_of
from bot.campaigns.content import OWN, Answer, Campaign, Invitee
from bot.campaigns.tallies import PUBLIC
from bot.errors import StaleClick
from bot.followups import LONG
from bot.ledger import Outcome
from bot.moments import Moment
from bot.outbox import Dispatch
from bot.places import country_of
from bot.ports import UnitOfWork
from bot.turn import Turn
from bot.workdays import Calendar

REFUSED = 3
"""As often a platform has to refuse an invitation for it not to be put off to another day."""

WAITS = {"budget", "same_day", "late", "paused", "campaign_paused"}
"""Reasons for which an invitation comes later, as long as its wave lasts."""

HELD = {"outside_hours", "paused", "campaign_paused"}
"""Likewise of one that was on its way already."""

PREFIX = "invitation:"


def held(turn: Turn, moment: Moment) -> Decision | None:
    """Decide what is the same for everybody: the campaign does not run, or the host was down.

    This comes before anything of the person, so that who stopped or pauses waits like all others.
    None leaves the decision to what is theirs.
    """
    campaign = turn.uow.campaigns.look(moment.subject_id or "")
    if campaign is None or campaign.state in {"stopped", "ended", "draft"}:
        return Decision("skip", None, "campaign_stopped")
    if campaign.state == "paused":
        return Decision("skip", None, "campaign_paused")
    if moment.stage != OWN and late(moment.due_at, turn.now):
        return Decision("skip", None, "late")
    return None


def stays_for_nobody(uow: UnitOfWork, moment: Moment, now: datetime) -> bool:
    """Let the invitation of somebody who is erased wait where all others do, for the count's sake.

    Where they were is not known any more, so it waits for the same time of the next weekday.
    """
    campaign = uow.campaigns.look(moment.subject_id or "") if moment.kind == "invitation" else None
    if campaign is None or not (campaign.state == "paused" or late(moment.due_at, now)):
        return False
    at = next_working_moment(now, ZoneInfo("UTC"), moment.due_at.time(), Calendar())
    return uow.moments.move(moment.key, at, meant=True)


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


def reason_kept(turn: Turn, moment: Moment, decision: Decision) -> str:
    """Return the reason to write down: what waits for one of the person's own keeps that one."""
    if moment.stage != OWN or decision.reason not in PUBLIC:
        return decision.reason
    before = turn.uow.ledger.of(turn.coachee.id, LONG)
    return next((one.reason for one in before if one.key == moment.key), decision.reason)


def overtaken(turn: Turn, dispatch: Dispatch) -> str | None:
    """Say why an invitation on its way is held back for its campaign's sake; None if it is not."""
    occurrence = dispatch.occurrence or ""
    if not occurrence.startswith(PREFIX):
        return None
    campaign = turn.uow.campaigns.look(occurrence.split(":")[1])
    if campaign is None or campaign.state in {"stopped", "ended"}:
        return "campaign_stopped"
    return "campaign_paused" if campaign.state == "paused" else None


def held_back(turn: Turn, dispatch: Dispatch, why: str) -> tuple[Outcome, str]:
    """Say how what was on its way ends where it may not go out now, and why.

    An invitation comes again, as long as its wave lasts: nobody is missed because the queue was
    longer than the day, or the host was down.
    """
    occurrence = dispatch.occurrence or ""
    if not occurrence.startswith(PREFIX) or why not in HELD:
        return "skipped", why
    if why not in PUBLIC and dispatch.attempts >= REFUSED:
        return "failed", "failed"
    return ("moved" if _comes_again(turn, occurrence, why) else "skipped"), why


def _comes_again(turn: Turn, occurrence: str, why: str) -> bool:
    person, campaign = turn.coachee, turn.uow.campaigns.look(occurrence.split(":")[1])
    if campaign is None:
        return False
    after = max(turn.now, person.paused_until or turn.now)
    public = why in PUBLIC
    at = next_working_moment(after, person.tz, person.work_from, turn.calendar)
    at = _next_for_all(turn, campaign.terms.window_from) if public else at
    if at >= _last_chance(turn, campaign):
        return False
    return turn.uow.moments.again(occurrence, at, stage=None if public else OWN)


def answered(turn: Turn, campaign: Campaign, said: Answer) -> None:
    """Take a yes or a no, or take it back with neither.

    A no after a yes ends what the yes began: the person is here only when they call.

    Raises:
        StaleClick: the campaign is over, or the person is no longer invited.
    """
    one = turn.uow.campaigns.invitee(campaign.id, turn.coachee.id)
    if one is None or campaign.state in {"draft", "stopped", "ended"}:
        raise StaleClick(campaign.id)
    if one.answer == said:
        return
    joins = said == "yes" and turn.coachee.state != "active"
    joined = said != "no" and (one.joined or joins)
    turn.uow.campaigns.put_invitee(campaign.id, replace(one, answer=said, joined=joined))
    if said == "yes":
        _begin(turn, campaign)
    elif one.joined and not joined and not _joined(turn) and turn.coachee.state == "active":
        deeds.rest(turn)


def over(turn: Turn) -> tuple[Campaign, Invitee] | None:
    """Return the campaign that brought somebody here once its weeks are over, until it is asked.

    Of several, all have to be over.
    """
    joined = _joined(turn)
    if not all(_is_over(turn, campaign, one) for campaign, one in joined):
        return None
    return next(iter(joined), None)


def asked_to_stay(turn: Turn) -> None:
    """Note that somebody is asked whether to go on: from now on they are here by themselves."""
    for campaign, one in turn.uow.campaigns.of(turn.coachee.id):
        if one.joined:
            turn.uow.campaigns.put_invitee(campaign.id, replace(one, joined=False))


def _joined(turn: Turn) -> list[tuple[Campaign, Invitee]]:
    """Return the campaigns that brought somebody here, the newest first."""
    every = turn.uow.campaigns.of(turn.coachee.id)
    return [(campaign, one) for campaign, one in every if one.answer == "yes" and one.joined]


def _is_over(turn: Turn, campaign: Campaign, one: Invitee) -> bool:
    done = campaign.state in {"stopped", "ended"}
    return done or campaign.terms.ends_on(max(one.wave, 1)) <= turn.today


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
    elif not _taken_up(turn):
        dialogue.begin(turn, "onboarding", entry="privacy")


def _taken_up(turn: Turn) -> bool:
    """Go on where somebody left off; who was only greeted has said with the yes that they begin."""
    left = dialogue.current(turn)
    if left and left.programme_id == "onboarding" and not left.answers:
        dialogue.leave(turn, left)
        return False
    return dialogue.resume(turn)


def _next_chance(turn: Turn, moment: Moment, decision: Decision) -> datetime:
    person, after = turn.coachee, turn.now
    hour = turn.local(moment.meant_at).time().replace(tzinfo=None)
    if decision.reason in PUBLIC and moment.stage != OWN:
        return _next_for_all(turn, hour)
    if decision.reason == "budget":
        after = week_of(turn.now, person.tz)[1]
    elif decision.reason == "paused":
        after = max(after, person.paused_until or after)
    hour = min(max(hour, person.work_from), person.work_until)
    hour = hour if hour < person.work_until else person.work_from
    return next_working_moment(after, person.tz, hour, turn.calendar)


def _next_for_all(turn: Turn, hour: time) -> datetime:
    """Return when what is held for everybody comes again: by nothing that the person chose."""
    return next_working_moment(
        turn.now, turn.coachee.tz, hour, Calendar(country_of(turn.coachee.zone))
    )


def _last_chance(turn: Turn, campaign: Campaign) -> datetime:
    one = turn.uow.campaigns.invitee(campaign.id, turn.coachee.id)
    day = campaign.terms.ends_on(max(one.wave if one else 1, 1))
    return at_local(day, campaign.terms.window_from, turn.coachee.tz)
