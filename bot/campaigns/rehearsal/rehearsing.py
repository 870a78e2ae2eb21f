"""The rehearsal: one person lives through a campaign in quick motion, by all that really sends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count

from bot.campaigns.content import Campaign, Invitee
from bot.campaigns.preview import Fate, Planned
from bot.campaigns.rehearsal import willing
from bot.conversation import Conversation
from bot.events import Actor, Clicked, Due, Submitted
from bot.ledger import Entry
from bot.messages import Form, Message
from bot.moments import Moment
from bot.outbox import Dispatch
from bot.people import Coachee
from bot.ports import OpenUnitOfWork, UnitOfWork
from bot.speech import Speech

AT_ONCE = 100
LEASE = timedelta(seconds=60)

FOLDED = "folded"
"""The reason of what was said within another message."""

ENTRIES = 100
"""Of the ledger: far more than can change at one moment."""

_FATES: dict[str, Fate] = {
    "sent": "sent",
    "skipped": "skipped",
    "moved": "moved",
    "merged": "merged",
    "failed": "failed",
}


@dataclass(frozen=True, slots=True)
class Played:
    """Somebody who is played: who they are, how they are listed, and whether they answer.

    `moments` and `past` are what is planned for them already, and their ledger.
    """

    person: Coachee
    invitee: Invitee
    answers: bool
    moments: tuple[Moment, ...] = ()
    past: tuple[Entry, ...] = ()


def rehearse(
    open_uow: OpenUnitOfWork,
    conversation: Conversation,
    speech: Speech,
    campaign: Campaign,
    played: Played,
    *,
    start: datetime,
    begins: datetime,
    ends: datetime,
) -> list[Planned]:
    """Play a campaign to one person and return all that comes by itself, and what does not.

    Args:
        open_uow: an empty store, which nobody else uses.
        conversation: as it carries events in earnest; it gets this store, and ids of its own.
        speech: as it composes messages in earnest; likewise.
        campaign: it is taken to be under way.
        played: whom it is played to.
        start: when invitations begin to go out where the person is.
        begins: when the campaign is launched.
        ends: when the rehearsal stops.
    """
    ids = count(1)

    def new_id() -> str:
        return f"r{next(ids)}"

    stage = _Stage(
        open_uow,
        replace(conversation, open_uow=open_uow, new_id=new_id),
        replace(speech, new_id=new_id),
        played,
    )
    stage.set_up(campaign, start)
    now: datetime | None = begins
    while now is not None and now < ends:
        stage.come(now)
        now = stage.after(now)
    return stage.planned


class _Stage:
    """One person, their store, and what they have before them."""

    def __init__(
        self, open_uow: OpenUnitOfWork, conversation: Conversation, speech: Speech, played: Played
    ) -> None:
        self.planned: list[Planned] = []
        self._open_uow = open_uow
        self._conversation = conversation
        self._speech = speech
        self._played = played
        self._events = count(1)
        self._known: dict[str, Entry] = {one.key: one for one in played.past}
        self._shown: dict[str, Message | Dispatch] = {}
        self._came: dict[str, Message] = {}

    def set_up(self, campaign: Campaign, start: datetime) -> None:
        """Put everything into the store, and plan the invitation as a launch does."""
        one, person = self._played.invitee, self._played.person
        running = replace(campaign, state="running", cursor=0, sources=(), watchers={})
        with self._open_uow() as uow:
            uow.people.add(person)
            for moment in self._played.moments:
                uow.moments.plan(moment)
            for entry in self._played.past:
                uow.ledger.note(entry)
            uow.campaigns.add(running)
            uow.campaigns.list_people(campaign.id, [one])
            uow.campaigns.plan(running, {(one.wave, one.zone or person.zone): start}, 1)
            uow.commit()

    def come(self, now: datetime) -> None:
        """Carry what is due; then the person acts, if they do."""
        for moment in self._due(now):
            self._conversation.handle(Due(moment.id, now))
        self._shown.clear()
        self._deliver(now)
        if self._played.answers:
            self._act(now)
        self._note()

    def after(self, now: datetime) -> datetime | None:
        """Return when something is due next; what was left under a lease comes after that."""
        with self._open_uow() as uow:
            due = uow.moments.next_at()
        return due if due is None or due > now else now + LEASE

    def _due(self, now: datetime) -> Sequence[Moment]:
        with self._open_uow() as uow:
            moments = uow.moments.claim(now, AT_ONCE, LEASE)
            uow.commit()
        return moments

    def _deliver(self, now: datetime) -> None:
        """Take what is queued, in order, as if the platform took it at once."""
        with self._open_uow() as uow:
            while row := uow.outbox.own(self._played.person.id, now):
                self._say(uow, row, now)
            uow.commit()

    def _say(self, uow: UnitOfWork, row: Dispatch, now: datetime) -> None:
        """Take one row; a message brought up to date is read again only if nothing follows it."""
        token = row.card_token or ""
        if row.verb == "update" and token in self._shown:
            self._shown[token] = row
        message = self._speech.compose(uow, row, now) if row.verb == "post" else None
        uow.outbox.settle(row, now, "sent" if message else "nothing")
        if message is None:
            return
        self._shown = {t: m for t, m in self._shown.items() if isinstance(m, Message)}
        self._shown[token] = message
        self._speech.sent(uow, row, {"id": token}, now)
        if row.occurrence:
            self._came[row.occurrence] = message

    def _act(self, now: datetime) -> None:
        """Answer all that is asked, the newest message first."""
        pressed: set[tuple[str, str]] = set()
        for _ in range(willing.MOST):
            wanted = (willing.press(m, pressed) for m in self._read(now))
            press = next((one for one in wanted if one), None)
            if press is None:
                return
            pressed.add((press.token, press.option))
            self._press(press, now)
            self._deliver(now)

    def _read(self, now: datetime) -> Iterator[Message]:
        """Read what is there, the newest first."""
        for token, shown in reversed(list(self._shown.items())):
            if isinstance(shown, Message):
                yield shown
                continue
            with self._open_uow() as uow:
                message = self._speech.compose(uow, shown, now)
            if message:
                self._shown[token] = message
                yield message

    def _press(self, press: willing.Press, now: datetime) -> None:
        clicked = Clicked(
            id=self._event_id(),
            at=now,
            actor=self._actor,
            address=self._played.person.address,
            token=press.token,
            option=press.option,
            values=press.values,
        )
        reply = self._conversation.handle(clicked).reply
        if reply and reply.form and reply.form.submit:
            self._send(reply.form, now)

    def _send(self, form: Form, now: datetime) -> None:
        say = self._conversation.library.say
        submitted = Submitted(
            id=self._event_id(),
            at=now,
            actor=self._actor,
            address=self._played.person.address,
            token=form.token,
            values=willing.filled(form, self._played.person, say),
        )
        self._conversation.handle(submitted)

    def _note(self) -> None:
        """Write down how planned messages ended, from the ledger."""
        with self._open_uow() as uow:
            entries = uow.ledger.of(self._played.person.id, ENTRIES)
        changed = [one for one in entries if self._known.get(one.key) != one]
        for entry in sorted(changed, key=lambda one: (one.meant_at, one.key)):
            self._known[entry.key] = entry
            if entry.outcome in _FATES:
                self.planned.append(_planned(entry, self._came.get(entry.key)))

    @property
    def _actor(self) -> Actor:
        return Actor(self._played.person.workspace, self._played.person.person)

    def _event_id(self) -> str:
        return f"rehearsed:{next(self._events)}"


def _planned(entry: Entry, message: Message | None) -> Planned:
    """Say how a message ended; one that is called off is told at the time it was meant for."""
    within = entry.outcome == "sent" and entry.reason == FOLDED
    fate = "merged" if within else _FATES[entry.outcome]
    at = entry.decided_at if fate == "sent" else max(entry.meant_at, entry.decided_at)
    said = message if fate == "sent" else None
    return Planned(entry.coachee_id, entry.key, at, entry.kind, fate, entry.reason, said)
