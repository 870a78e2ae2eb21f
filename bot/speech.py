"""The one door out, as the dispatcher sees it: what a queued row says now, and how it ended."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot import dialogue, followups
from bot.cadence import day_of, missed, next_working_moment, stale, within_hours
from bot.campaigns import directory, inviting
from bot.campaigns.content import Campaign
from bot.campaigns.speaking import campaign_id_of, is_campaign_lane
from bot.campaigns.speaking import stand_in as campaign_stand_in
from bot.cards import Card
from bot.errors import MessageGone, SendFailed, Unreachable
from bot.events import MessageRef
from bot.language import lang_of
from bot.ledger import Entry, Outcome
from bot.library import Library
from bot.messages import Message
from bot.mydata import is_erased, lang_left
from bot.outbox import Dispatch
from bot.pages import PAGES, erased_page
from bot.people import Coachee
from bot.places import country_of, find_zone
from bot.ports import DirectoryAsk, Listing, Profile, Roster, UnitOfWork
from bot.questions import question
from bot.teams import joining, posting
from bot.teams.speaking import is_lane, stand_in, team_id_of
from bot.turn import NewId, PictureUrl, TeamUrl, Turn, no_picture, no_team_page

NEVER = datetime(9999, 1, 1, tzinfo=UTC)
"""When the buttons of a home expire: it is always the present state."""


def compose_card(turn: Turn, card: Card) -> Message | None:
    """Say what a message stands for now."""
    if card.template == "step":
        return question(turn, card)
    return PAGES[card.template](turn, card)


@dataclass(frozen=True, slots=True)
class Speech:
    """Implements `bot.ports.Speaker`; what it has is as in a `Turn`."""

    library: Library
    new_id: NewId
    model_at: str = ""
    picture_url: PictureUrl = no_picture
    owners: frozenset[str] = frozenset()
    team_url: TeamUrl = no_team_page

    def compose(self, uow: UnitOfWork, dispatch: Dispatch, now: datetime) -> Message | None:
        """Say now what the row stands for; None if there is nothing to say any more."""
        if is_erased(dispatch.coachee_id):
            return erased_page(self._nobody(uow, dispatch, now))
        turn = self._turn(uow, dispatch, now)
        if turn is None:
            return None
        if not (turn.coachee.reachable or (dispatch.occurrence and dispatch.verb == "post")):
            return None
        if dispatch.verb == "home":
            home = Card(dispatch.key, turn.coachee.id, "home", now, now)
            return compose_card(turn, _home_card(turn, home))
        card = uow.cards.get(dispatch.card_token) if dispatch.card_token else None
        if card is None or self._refused(turn, dispatch, card):
            return None
        return compose_card(turn, card)

    def _refused(self, turn: Turn, dispatch: Dispatch, card: Card) -> bool:
        """Hold back what came by itself and was overtaken: by a stop, a pause, the evening."""
        if is_lane(dispatch.coachee_id):
            return not posting.wanted(turn)
        why = _unwanted(turn, dispatch) if dispatch.occurrence and dispatch.verb == "post" else None
        if why is None:
            return False
        if _asked_for(dispatch) and why == "outside_hours":
            _come_in_the_morning(turn, dispatch, why)
            return True
        outcome, reason = inviting.held_back(turn, dispatch, why)
        _ledger(turn.uow, dispatch, outcome, turn.now, reason)
        session = dialogue.session_of(turn, card)
        if session and session.card_token == card.token and not session.answers:
            turn.uow.sessions.put(replace(session, status="expired", card_token=None))
        return True

    def sent(
        self, uow: UnitOfWork, dispatch: Dispatch, ref: MessageRef | None, now: datetime
    ) -> None:
        """Note that the platform took it."""
        card = uow.cards.get(dispatch.card_token) if dispatch.card_token else None
        if card and ref:
            uow.cards.put(replace(card, ref=ref))
        if dispatch.occurrence:
            _ledger(uow, dispatch, "sent", now)
        _forget_erased(uow, dispatch)

    def failed(self, uow: UnitOfWork, dispatch: Dispatch, error: SendFailed, now: datetime) -> None:
        """Note that it will not be sent; a question whose message is gone is asked anew."""
        if is_lane(dispatch.coachee_id):
            self._failed_in_channel(uow, dispatch, error, now)
            return
        if is_campaign_lane(dispatch.coachee_id):
            lane, campaign = self._of_campaign(uow, dispatch, now)
            if lane and campaign:
                directory.failed(lane, campaign, dispatch, error)
            return
        if isinstance(error, MessageGone) and dispatch.verb == "update":
            self._ask_anew(uow, dispatch, now)
        turn = self._turn(uow, dispatch, now)
        if turn and isinstance(error, Unreachable):
            turn.change(reachable=False)
            turn.save()
        if dispatch.occurrence:
            reason = "unreachable" if isinstance(error, Unreachable) else "failed"
            _ledger(uow, dispatch, "failed", now, reason)
        _forget_erased(uow, dispatch)

    def learned(self, uow: UnitOfWork, dispatch: Dispatch, profile: Profile, now: datetime) -> None:
        """Note what the platform knows of a person, before the next message is composed."""
        turn = self._turn(uow, dispatch, now)
        if turn is None:
            return
        zone = find_zone(profile.zone or "") if profile.zone else None
        if zone and not turn.coachee.zone_known:
            followups.settle_in(turn, zone, country_of(zone))
        if profile.locale and not turn.coachee.lang_chosen:
            turn.change(lang=lang_of(profile.locale))
        if profile.mail:
            uow.people.note_mails({turn.coachee.id: profile.mail})
        turn.save()

    def enrolled(self, uow: UnitOfWork, dispatch: Dispatch, roster: Roster, now: datetime) -> None:
        """Note who is in a team's channel."""
        turn = self._turn(uow, dispatch, now)
        if turn:
            joining.enrol(turn, team_id_of(dispatch.coachee_id), roster)

    def asked(self, uow: UnitOfWork, dispatch: Dispatch, now: datetime) -> DirectoryAsk | None:
        """Say what a row asks a directory; None if nobody wants to know any more."""
        lane, campaign = self._of_campaign(uow, dispatch, now)
        return directory.asked(lane, campaign, dispatch) if lane and campaign else None

    def listed(self, uow: UnitOfWork, dispatch: Dispatch, listing: Listing, now: datetime) -> None:
        """Note a page of a directory."""
        lane, campaign = self._of_campaign(uow, dispatch, now)
        if lane and campaign:
            directory.listed(lane, campaign, dispatch, listing)

    def _of_campaign(
        self, uow: UnitOfWork, dispatch: Dispatch, now: datetime
    ) -> tuple[Turn | None, Campaign | None]:
        campaign = uow.campaigns.get(campaign_id_of(dispatch.coachee_id))
        return (self._turn(uow, dispatch, now), campaign) if campaign else (None, None)

    def _failed_in_channel(
        self, uow: UnitOfWork, dispatch: Dispatch, error: SendFailed, now: datetime
    ) -> None:
        turn = self._turn(uow, dispatch, now)
        if turn:
            posting.failed(turn, dispatch, error)
        if dispatch.occurrence:
            _ledger(uow, dispatch, "failed", now, "failed")

    def _turn(self, uow: UnitOfWork, dispatch: Dispatch, now: datetime) -> Turn | None:
        coachee = _whose(uow, dispatch.coachee_id)
        if coachee is None:
            return None
        return Turn(
            uow,
            self.library,
            self.new_id,
            now,
            f"{dispatch.key}:{dispatch.attempts}:again",
            coachee,
            model_at=self.model_at,
            picture_url=self.picture_url,
            owners=self.owners,
            team_url=self.team_url,
        )

    def _nobody(self, uow: UnitOfWork, dispatch: Dispatch, now: datetime) -> Turn:
        """Stand in for somebody of whom only a language is left."""
        lang = lang_left(dispatch.coachee_id)
        left = Coachee(dispatch.coachee_id, "", "", dispatch.address, now, lang=lang)
        return Turn(uow, self.library, self.new_id, now, dispatch.key, left)

    def _ask_anew(self, uow: UnitOfWork, dispatch: Dispatch, now: datetime) -> None:
        turn = self._turn(uow, dispatch, now)
        card = uow.cards.get(dispatch.card_token or "")
        session = dialogue.session_of(turn, card) if turn and card else None
        if turn and card and session and session.card_token == card.token:
            dialogue.ask(turn, session)


def _whose(uow: UnitOfWork, coachee_id: str) -> Coachee | None:
    if is_campaign_lane(coachee_id):
        campaign = uow.campaigns.look(campaign_id_of(coachee_id))
        return campaign_stand_in(campaign) if campaign else None
    if not is_lane(coachee_id):
        return uow.people.get(coachee_id)
    team = uow.teams.look(team_id_of(coachee_id))
    return stand_in(team) if team else None


def _unwanted(turn: Turn, dispatch: Dispatch) -> str | None:
    person = turn.coachee
    if called_off := inviting.overtaken(turn, dispatch):  # before anything of the person
        return called_off
    if not person.reachable:
        return "unreachable"
    if person.state == "stopped":
        return "stopped"
    if person.paused_until and turn.now < person.paused_until:
        return "paused"
    hours = (person.tz, person.work_from, person.work_until, turn.calendar)
    if _asked_for(dispatch):
        return "outside_hours" if missed(dispatch.created_at, turn.now, *hours) else None
    return _overdue(turn, dispatch) if within_hours(turn.now, *hours) else "outside_hours"


def _overdue(turn: Turn, dispatch: Dispatch) -> str | None:
    """Say why what was left over by an outage is not said any more; None if it still is.

    An invitation waits for its own time. Of two messages on one day the later one is said.
    """
    tz, queued_at = turn.coachee.tz, dispatch.created_at
    today, tomorrow = day_of(turn.now, tz)
    if queued_at >= today or (dispatch.occurrence or "").startswith(inviting.PREFIX):
        return None
    if stale(queued_at, turn.now, tz, turn.calendar):
        return "late"
    return "same_day" if turn.uow.ledger.sent_between(turn.coachee.id, today, tomorrow) else None


def _asked_for(dispatch: Dispatch) -> bool:
    return (dispatch.occurrence or "").startswith("snooze:")


def _come_in_the_morning(turn: Turn, dispatch: Dispatch, why: str) -> None:
    """Let what the person put off come again, rather than at night or never."""
    person = turn.coachee
    at = next_working_moment(turn.now, person.tz, person.work_from, turn.calendar)
    turn.uow.moments.again(dispatch.occurrence or "", at)
    _ledger(turn.uow, dispatch, "moved", turn.now, why)


def _home_card(turn: Turn, card: Card) -> Card:
    """Give the home's buttons a token that stays the same for a person."""
    token = f"home-{turn.coachee.id}"
    kept = turn.uow.cards.get(token)
    if kept is None:
        kept = replace(card, token=token, expires_at=NEVER)
        turn.uow.cards.add(kept)
    return kept


def _ledger(
    uow: UnitOfWork, dispatch: Dispatch, outcome: Outcome, now: datetime, reason: str = ""
) -> None:
    entries = uow.ledger.of(dispatch.coachee_id, 50)
    planned = next((e for e in entries if e.key == dispatch.occurrence), None)
    if planned:
        uow.ledger.note(_ended(planned, outcome, now, reason))


def _ended(entry: Entry, outcome: Outcome, now: datetime, reason: str) -> Entry:
    return replace(entry, outcome=outcome, decided_at=now, reason=reason or entry.reason)


def _forget_erased(uow: UnitOfWork, dispatch: Dispatch) -> None:
    """Once the last message of an erased person is away, so is the trace of taking it away."""
    if is_erased(dispatch.coachee_id) and not uow.outbox.pending(dispatch.coachee_id):
        uow.people.erase(dispatch.coachee_id)
