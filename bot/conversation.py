"""The one door in: every event, whatever its platform, is carried from here to the outbox."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot import caring, clicks, commanding, deeds, dialogue, due, followups, typed, waiting
from bot.campaigns import audience, inviting, opened, previewing
from bot.campaigns import door as campaign_door
from bot.campaigns import due as campaign_due
from bot.campaigns import forms as campaign_forms
from bot.campaigns.arrivals import Brought, Entry, LinkUsed, ListBrought, Rehearse, Rehearsed
from bot.campaigns.content import INVITATION
from bot.campaigns.launching import CHUNK
from bot.campaigns.previewing import Script
from bot.campaigns.speaking import campaign_id_of, is_campaign_lane, may_act
from bot.campaigns.speaking import stand_in as campaign_stand_in
from bot.commands import parse
from bot.errors import BotError, Busy, Conflict, InvalidAnswer, StaleClick, UnknownToken
from bot.events import (
    Clicked,
    Commanded,
    Due,
    Event,
    Inbound,
    Installed,
    ModelReplied,
    Opened,
    ProfileLearned,
    Removed,
    Said,
    Submitted,
)
from bot.first_words import first_lang
from bot.frame import MENU, message, paragraph
from bot.language import Lang, lang_of
from bot.legible import legible
from bot.library import Library
from bot.messages import Form, Reply
from bot.moments import Moment
from bot.people import Coachee
from bot.places import country_of, find_zone
from bot.ports import OpenUnitOfWork, UnitOfWork
from bot.speech import compose_card
from bot.suggestions import suggesting
from bot.suggestions.rewording import Asked, AskModel, Rewording
from bot.teams import clicks as team_clicks
from bot.teams import door
from bot.teams import due as team_due
from bot.teams.speaking import is_lane, stand_in, team_id_of
from bot.turn import (
    DashboardUrl,
    ExportUrl,
    ListUrl,
    NewId,
    PictureUrl,
    TeamUrl,
    Turn,
    no_dashboard,
    no_list,
    no_picture,
    no_team_page,
)

RERUNS = 3
"""How often a turn is begun anew when somebody else wrote first."""

SILENT = (Clicked, Submitted, ProfileLearned, Removed)
"""What nobody becomes a coachee by."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What an event came to: whose queue has something to send, and the immediate reply.

    `ask` is to be put to the language model, and `rehearse` to the time machine, once this is
    committed and without waiting; `others` are further people whose queue has something to
    send; with `soon` something is due already; `brought` is what became of a list, and `entry` of
    a link.
    """

    coachee_id: str | None
    reply: Reply | None = None
    ask: AskModel | None = None
    others: frozenset[str] = frozenset()
    rehearse: Rehearse | None = None
    soon: bool = False
    brought: Brought | None = None
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """Carries events; holds nothing between them.

    `lang` and `zone` stand in where a platform tells none. `rewording` is the operator's yes to
    a language model. `owners` are people whom a setting names, as `workspace:person`.
    Of a campaign, `chunk` invitations are planned or called off in one transaction.
    """

    open_uow: OpenUnitOfWork
    library: Library
    new_id: NewId
    export_url: ExportUrl = lambda _coachee_id, _now: None
    lang: Lang = "en"
    zone: str = "UTC"
    rewording: Rewording | None = None
    picture_url: PictureUrl = no_picture
    owners: frozenset[str] = frozenset()
    list_url: ListUrl = no_list
    chunk: int = CHUNK
    dashboard_url: DashboardUrl = no_dashboard
    team_url: TeamUrl = no_team_page

    def handle(self, event: Event | Rehearsed | ListBrought | LinkUsed) -> Carried:
        """Carry one event from arrival to outbox; it is committed when this returns.

        Raises:
            Busy: other writers kept coming first; nothing was changed.
        """
        for _ in range(RERUNS):
            try:
                if isinstance(event, Due):
                    return self._due(event)
                if isinstance(event, ModelReplied):
                    return self._replied(event)
                if isinstance(event, Rehearsed):
                    return self._arrived(event)
                if isinstance(event, ListBrought):
                    return self._brought(event)
                if isinstance(event, LinkUsed):
                    return self._opened(event)
                return self._inbound(event)
            except Conflict:
                continue
        raise Busy("conflicts")

    def handle_due(self, events: Sequence[Due]) -> None:
        """Carry several moments in one unit of work, in order; what they say is anybody's to send.

        Raises:
            Conflict: somebody else wrote first. Whatever is raised, nothing was changed; one of
                them alone may still go well.
        """
        with self.open_uow() as uow:
            uow.ahead([event.moment_id for event in events])
            for event in events:
                self._come(uow, event, at_once=False)
            uow.commit()

    def asked(self, ask: AskModel, now: datetime) -> Asked | None:
        """Read what a model is to be asked; None if there is nothing to ask any more."""
        with self.open_uow() as uow:
            coachee = uow.people.get(ask.coachee_id)
            if coachee is None or self.rewording is None:
                return None
            turn = self._turn(uow, ask.id, now, coachee)
            return suggesting.compose(turn, ask, self.rewording)

    def _replied(self, event: ModelReplied) -> Carried:
        """Take what a model's answer came to; of somebody who is gone nothing is written."""
        with self.open_uow() as uow:
            coachee = uow.people.get(event.coachee_id)
            if coachee is None or not uow.seen.add(event.id, event.at):
                return Carried(None)
            turn = self._turn(uow, event.id, event.at, coachee)
            suggesting.take(turn, event)
            uow.commit()
            return Carried(coachee.id)

    def script(self, asked: Rehearse) -> Script | None:
        """Read what the time machine is to rehearse; None if there is nothing any more."""
        with self.open_uow() as uow:
            return previewing.script(uow, asked)

    def _arrived(self, event: Rehearsed) -> Carried:
        """Take a preview."""
        with self.open_uow() as uow:
            coachee = uow.people.get(event.asked.coachee_id)
            if coachee is None or not uow.seen.add(event.id, event.at):
                return Carried(None)
            turn = self._turn(uow, event.id, event.at, coachee)
            previewing.take(turn, event)
            uow.commit()
            return self._carried(turn)

    def _brought(self, event: ListBrought) -> Carried:
        """Take a list of people that came on a page."""
        with self.open_uow() as uow:
            coachee = uow.people.get(event.coachee_id)
            if coachee is None:
                return Carried(None, brought=Brought("refused"))
            turn = self._turn(uow, event.id, event.at, coachee)
            brought = audience.bring(turn, event)
            uow.commit()
            return replace(self._carried(turn), brought=brought)

    def _opened(self, event: LinkUsed) -> Carried:
        """Let somebody in by a link."""
        visit = event.visit
        with self.open_uow() as uow:
            coachee = uow.people.get(visit.coachee_id)
            if coachee is None:
                return Carried(None, entry="refused")
            turn = self._turn(uow, visit.key, event.at, coachee)
            entry = opened.enter(turn, event)
            uow.commit()
            return replace(self._carried(turn), entry=entry)

    def _inbound(self, event: Inbound) -> Carried:
        event = legible(event)
        with self.open_uow() as uow:
            fresh = uow.seen.add(event.id, event.at)
            known = uow.people.find(event.actor.workspace, event.actor.person)
            turn = self._turn(uow, event.id, event.at, known or self._newcomer(event))
            if not _stateless(turn, event) and fresh:
                self._take(turn, event, newcomer=known is None)
            if isinstance(event, Clicked):
                _present(turn, event)
            uow.commit()
            return self._carried(turn)

    def _carried(self, turn: Turn) -> Carried:
        return Carried(
            turn.coachee.id,
            turn.reply,
            turn.ask,
            frozenset(turn.others),
            turn.rehearse,
            turn.soon,
        )

    def _due(self, event: Due) -> Carried:
        with self.open_uow() as uow:
            carried = self._come(uow, event, at_once=True)
            uow.commit()
            return carried

    def _come(self, uow: UnitOfWork, event: Due, *, at_once: bool) -> Carried:
        moment = uow.moments.get(event.moment_id)
        if moment is None:
            return Carried(None)
        if is_lane(moment.coachee_id):
            return self._due_in_channel(uow, moment, event, at_once=at_once)
        if is_campaign_lane(moment.coachee_id):
            return self._due_of_campaign(uow, moment, event, at_once=at_once)
        coachee = uow.people.get(moment.coachee_id)
        if coachee:
            key = f"due:{moment.id}:{event.at.isoformat()}"
            turn = self._turn(uow, key, event.at, coachee, at_once=at_once)
            due.come(turn, moment)
            turn.save()
        elif not inviting.stays_for_nobody(uow, moment, event.at):
            uow.moments.settle(moment, event.at)
        return Carried(coachee.id if coachee else None)

    def _due_in_channel(
        self, uow: UnitOfWork, moment: Moment, event: Due, *, at_once: bool
    ) -> Carried:
        team = uow.teams.get(team_id_of(moment.coachee_id))
        if team is None:
            uow.moments.settle(moment, event.at)
        else:
            key = f"due:{moment.id}:{event.at.isoformat()}"
            channel = self._turn(uow, key, event.at, stand_in(team), at_once=at_once)
            team_due.come(channel, team, moment)
        return Carried(moment.coachee_id)

    def _due_of_campaign(
        self, uow: UnitOfWork, moment: Moment, event: Due, *, at_once: bool
    ) -> Carried:
        campaign = uow.campaigns.get(campaign_id_of(moment.coachee_id))
        others: set[str] = set()
        if campaign is None:
            uow.moments.settle(moment, event.at)
        else:
            key = f"due:{moment.id}:{event.at.isoformat()}:{campaign.version}"
            lane = self._turn(uow, key, event.at, campaign_stand_in(campaign), at_once=at_once)
            campaign_due.come(lane, campaign, moment, self.chunk)
            others = lane.others
        return Carried(moment.coachee_id, others=frozenset(others))

    def _turn(
        self, uow: UnitOfWork, key: str, now: datetime, coachee: Coachee, *, at_once: bool = True
    ) -> Turn:
        return Turn(
            uow,
            self.library,
            self.new_id,
            now,
            key,
            coachee,
            model_at=self.rewording.host if self.rewording else "",
            picture_url=self.picture_url,
            owners=self.owners,
            list_url=self.list_url,
            dashboard_url=self.dashboard_url,
            team_url=self.team_url,
            at_once=at_once,
        )

    def _newcomer(self, event: Inbound) -> Coachee:
        zone = find_zone(event.actor.zone or "")
        return Coachee(
            id=self.new_id(),
            workspace=event.actor.workspace,
            person=event.actor.person,
            address=event.address,
            created_at=event.at,
            lang=first_lang(event, self.lang),
            zone=zone or self.zone,
            zone_known=zone is not None,
            country=country_of(zone or ""),
        )

    def _take(self, turn: Turn, event: Inbound, *, newcomer: bool) -> None:
        for_campaign = campaign_door.meant(turn, event)
        if not for_campaign and door.meant(turn, event):
            _take_for_team(turn, event)
            return
        if newcomer:
            if isinstance(event, SILENT):
                turn.reply = Reply(notice=turn.text("errors.unknown_person"))
                return
            turn.uow.people.add(turn.coachee)
            turn.queue("profile")  # the mail, too: two accounts with one are one person
        _touch(turn, event)
        try:
            if for_campaign:
                campaign_door.take(turn, event)
            else:
                _ROADS[type(event)](turn, event, self.export_url)
        except InvalidAnswer as error:
            _explain(turn, event, error)
        except Conflict:
            raise  # another person wrote first: the turn begins anew, nothing of it is kept
        except BotError as error:
            _apologise(turn, event, error)
        turn.save()


def _take_for_team(turn: Turn, event: Inbound) -> None:
    """Carry out what is a team's matter; of the person who did it nothing is noted.

    Not even their language and zone, which a roster may not have told: they hold for this turn.
    """
    _learn(turn, event.actor.locale, event.actor.zone)
    try:
        door.take(turn, event)
    except InvalidAnswer as error:
        _explain(turn, event, error)
    except Conflict:
        raise  # somebody else wrote first: the turn begins anew, nothing of it is kept
    except BotError as error:
        turn.reply = Reply(notice=turn.text(error.told))


def _stateless(turn: Turn, event: Inbound) -> bool:
    """Answer what must leave no trace: help, and whatever touches the safety list.

    It is answered again when it is delivered again, for nothing else remembers it. What HR
    writes for others is nobody's own words: a campaign may be about hard things.
    """
    if campaign_door.meant(turn, event):
        return not may_act(turn) and _unsafe(turn, event)
    if isinstance(event, Submitted):
        return _unsafe(turn, event)
    if isinstance(event, Commanded | Said):
        if _unsafe(turn, event):
            return True
        if door.meant(turn, event):
            return False
        command = parse(event.text, turn.lang, slash=isinstance(event, Commanded))
        if command and command.name == "help":
            turn.reply = Reply(show=caring.help_page(turn))
            return True
        session = dialogue.standing(turn)
        return session is not None and clicks.at_gate(
            turn, session, typed.at_gate(turn, session, event)
        )
    if isinstance(event, Clicked) and event.token == MENU and event.option == "help":
        turn.reply = Reply(show=caring.help_page(turn))
        return True
    if isinstance(event, Clicked) and event.token == MENU:
        return clicks.cared(turn, event.option)
    return isinstance(event, Clicked) and clicks.harmed(turn, event)


def _unsafe(turn: Turn, event: Inbound) -> bool:
    if isinstance(event, Submitted):
        return any(clicks.unsafe(turn, text) for text in clicks.texts(event.values))
    return isinstance(event, Commanded | Said) and clicks.unsafe(turn, event.text)


def _touch(turn: Turn, event: Inbound) -> None:
    """Note that the person is there, where, and what the platform knows of them."""
    person = turn.coachee
    address = {**person.address, **event.address}
    if address != person.address:
        turn.change(address=address)
    if not person.reachable and not isinstance(event, Removed):
        deeds.reach_again(turn)
    if person.silences and isinstance(event, Clicked | Submitted | Said | Commanded):
        turn.change(unanswered=0, silences=0)
        followups.call_off(turn, "answered", "reminder")
    _learn(turn, event.actor.locale, event.actor.zone)


def _learn(turn: Turn, locale: str | None, zone: str | None) -> None:
    """Follow the platform's language and zone until the person chose their own."""
    if locale and not turn.coachee.lang_chosen and lang_of(locale) != turn.lang:
        turn.change(lang=lang_of(locale))
    known = find_zone(zone or "") if zone and not turn.coachee.zone_known else None
    if known:
        turn.change(zone=known, zone_known=True, country=country_of(known))


def _said(turn: Turn, event: Inbound, _export_url: ExportUrl) -> None:
    assert isinstance(event, Said | Commanded)  # noqa: S101 - the table of roads says so
    typed.said(turn, event)


def _clicked(turn: Turn, event: Inbound, export_url: ExportUrl) -> None:
    assert isinstance(event, Clicked)  # noqa: S101 - the table of roads says so
    clicks.clicked(turn, event, export_url)


def _submitted(turn: Turn, event: Inbound, _export_url: ExportUrl) -> None:
    assert isinstance(event, Submitted)  # noqa: S101 - the table of roads says so
    clicks.submitted(turn, event)


def _opened(turn: Turn, event: Inbound, _export_url: ExportUrl) -> None:
    """Show the home; in the chat, greet somebody who comes for the first time."""
    assert isinstance(event, Opened)  # noqa: S101 - the table of roads says so
    if event.place == "home":
        turn.home_stale = True
        if not turn.coachee.home:
            turn.change(home=True)
    elif turn.coachee.state == "new" and not _spoken_to(turn):
        dialogue.begin(turn, "onboarding")


def _spoken_to(turn: Turn) -> bool:
    """Tell whether somebody has begun, or was invited: who reads that has not said yes."""
    posted = turn.uow.cards.posted_to(turn.coachee.id)
    invited = any(card.template == INVITATION for card in posted)
    return invited or bool(turn.uow.sessions.of(turn.coachee.id))


def _removed(turn: Turn, _event: Inbound, _export_url: ExportUrl) -> None:
    """Note that nothing can be sent any more; what is kept goes as after a stop."""
    turn.change(reachable=False, stopped_at=turn.coachee.stopped_at or turn.now)
    followups.call_off(turn, "unreachable", *followups.BY_ITSELF)
    waiting.give_up(turn, "unreachable")


def _noted(_turn: Turn, _event: Inbound, _export_url: ExportUrl) -> None:
    """Do nothing more: `_touch` has noted it. A greeting waits until the person starts."""


_ROADS: dict[type, Callable[[Turn, Inbound, ExportUrl], None]] = {
    Said: _said,
    Commanded: _said,
    Clicked: _clicked,
    Submitted: _submitted,
    Opened: _opened,
    Removed: _removed,
    Installed: _noted,
    ProfileLearned: _noted,
}


def _explain(turn: Turn, event: Inbound, error: InvalidAnswer) -> None:
    """Say what is asked for; a form stays open and keeps what was typed."""
    values = {k: v for k, v in error.values.items() if k != "field"}
    text = turn.text(error.told, **values)
    if isinstance(event, Submitted):
        field = error.values.get("field", "text")
        turn.reply = Reply(errors={field: text}, form=_form_again(turn, event))
    elif isinstance(event, Clicked):
        turn.reply = Reply(notice=text)
    else:
        turn.reply = Reply(show=message(turn, text, paragraph(text)))


def _form_again(turn: Turn, event: Submitted) -> Form | None:
    if campaign_door.meant(turn, event):
        return campaign_forms.form_again(turn, event)
    if door.meant(turn, event):
        return team_clicks.form_again(turn, event)
    return clicks.form_again(turn, event)


def _apologise(turn: Turn, event: Inbound, error: BotError) -> None:
    """Say one calm sentence; where a button was too old, show where things stand."""
    turn.reply = Reply(notice=turn.text(error.told))
    if isinstance(error, UnknownToken) and isinstance(event, Clicked):
        commanding.run(turn, "next")
    elif isinstance(error, StaleClick) and isinstance(event, Submitted):
        dialogue.resume(turn)


def _present(turn: Turn, event: Clicked) -> None:
    """Add the clicked message as it is now, for platforms that want it in the answer."""
    card = turn.uow.cards.get(event.token) if event.wants_card and event.token != MENU else None
    if card and card.coachee_id == turn.coachee.id:
        shown = compose_card(turn, card)
        turn.reply = replace(turn.reply or Reply(), card=shown)
