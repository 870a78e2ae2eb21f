"""A campaign that is launched for real and lived through, to be compared with its rehearsal."""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.cadence import next_slot
from bot.campaigns.arrivals import Rehearse
from bot.campaigns.content import Assumption, Campaign, Group, Invitee, Terms
from bot.campaigns.grants import Grant
from bot.campaigns.launching import starts
from bot.campaigns.previewing import Script
from bot.campaigns.rehearsal import willing
from bot.campaigns.rehearsal.casting import Part, ends
from bot.campaigns.rehearsal.rehearsing import FOLDED, Played, rehearse
from bot.campaigns.rehearsal.time_machine import TimeMachine
from bot.cards import TOKEN_LIVES, Card
from bot.conversation import Conversation
from bot.events import Actor, Clicked, Inbound, Submitted
from bot.language import Lang
from bot.ledger import Entry
from bot.messages import Choices, Message, Multi, Reply
from bot.moments import Moment
from bot.people import Coachee, Pace, Slot
from bot.places import country_of
from bot.ports import UnitOfWork
from bot.speech import Speech
from bot.workdays import Calendar
from storage.sandbox import open_sandbox
from storage.store import Store
from tests.fakes import Clock, FakeMessenger
from tests.players import at_the_door
from tests.squads import text_of
from tests.world import World, library

WORKSPACE = "fake:T0TEAM"
HR = "hr"

Came = tuple[str, datetime, str, str]
"""Who got something, when, of which kind, and what it said."""

Ended = tuple[str, str, str, str, datetime]
"""Whose message ended how: person, kind, outcome, reason, and when it came or would have."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody of an audience, with what is theirs alone.

    Attributes:
        coachee: as they are at the launch.
        moments: what is planned for them already.
        past: their ledger.
    """

    coachee: Coachee
    moments: tuple[Moment, ...] = ()
    past: tuple[Entry, ...] = ()


def taking_part(one: Somebody, slot: Slot, at: datetime, pace: Pace = "weekly") -> Somebody:
    """Let somebody take part already, with their weekly moment planned."""
    person = replace(one.coachee, state="active", slot=slot, pace=pace, themes=("meetings",))
    found = next_slot(slot, at, person.tz, Calendar(person.country))
    key = f"checkin:{person.id}:{found.key_week}"
    weekly = Moment(f"weekly-{person.id}", key, person.id, "weekly", found.at, found.at)
    return replace(one, coachee=person, moments=(weekly,))


def having_got(one: Somebody, *days: datetime) -> Somebody:
    """Let messages have come to somebody on some days."""
    who = one.coachee.id
    past = [
        Entry(f"past:{who}:{n}", who, "milestone", day, day, "sent", "due_day")
        for n, day in enumerate(days)
    ]
    return replace(one, past=tuple(past))


def somebody(number: int, zone: str, lang: Lang, at: datetime, **more: object) -> Somebody:
    """Make somebody nobody has heard of yet."""
    name = f"P{number:03d}"
    one = Coachee(
        id=f"id-{name}",
        workspace=WORKSPACE,
        person=name,
        address={"platform": "fake", "tenant": "T0TEAM", "person": name},
        created_at=at,
        lang=lang,
        zone=zone,
        zone_known=True,
        country=country_of(zone),
    )
    return Somebody(replace(one, **more))  # type: ignore[arg-type]  # names are fields


@dataclass(slots=True)
class Run:
    """A campaign in a world of its own.

    Attributes:
        audience: everybody, as they were before.
        answering: ids of those who answer as soon as something comes.
        came: every message that came by itself.
    """

    world: World
    chat: FakeMessenger
    audience: Sequence[Somebody]
    campaign: Campaign
    answering: frozenset[str] = frozenset()
    came: list[Came] = field(default_factory=list)
    _events: int = 0

    async def launch(self) -> None:
        """Launch it, as HR does with the second yes, and draw and plan it to the end."""
        card = Card("launch-card", HR, "campaign_launch", self.now, self.now + TOKEN_LIVES)
        card = replace(card, args={"campaign": self.campaign.id})
        await self.world.change(lambda uow: uow.cards.add(card))
        address = {"platform": "fake", "tenant": "T0TEAM", "person": HR}
        await self._send(
            Clicked(
                id="launched",
                at=self.now,
                actor=Actor(WORKSPACE, HR),
                address=address,
                token=card.token,
                option="campaign:launch",
            )
        )
        await self._step()
        found = await self.world.look(lambda uow: uow.campaigns.look(self.campaign.id))
        assert found is not None
        assert found.state == "running"
        self.campaign = found

    async def live(self) -> None:
        """Let time pass from moment to moment, until the campaign is over for everybody."""
        until = max((await self.ends()).values())
        while (due := await self.world.look(lambda uow: uow.moments.next_at())) and due < until:
            self.world.clock.at = max(due, self.now)
            await self._step()

    async def ends(self) -> Mapping[str, datetime]:
        """When the campaign is over for everybody, by coachee id."""
        invitees = await self.invitees()
        return {
            one.coachee.id: ends(self.campaign, _part(self.campaign, one, invitees[one.coachee.id]))
            for one in self.audience
        }

    async def ended(self) -> set[Ended]:
        """How every planned message ended."""
        found: set[Ended] = set()
        for one in self.audience:
            every = await self._ledger(one.coachee)
            known = {entry.key for entry in one.past}
            found |= {_ended(one.coachee.id, e) for e in every if e.key not in known}
        return found

    async def invitees(self) -> Mapping[str, Invitee]:
        """How everybody is listed, by coachee id."""

        def read(uow: UnitOfWork) -> dict[str, Invitee]:
            found = (uow.campaigns.invitee(self.campaign.id, o.coachee.id) for o in self.audience)
            return {one.coachee_id: one for one in found if one and one.coachee_id}

        return await self.world.look(read)

    async def script(self, assume: Assumption, share: float | None = None) -> Script:
        """What the time machine is given."""
        asked = Rehearse("ask", HR, self.campaign.id, assume, "")
        script = await self.world.engine.store.run_read(
            self.world.engine.conversation.script, asked
        )
        assert script is not None
        return replace(script, share=share)

    @property
    def now(self) -> datetime:
        """What time it is."""
        return self.world.clock()

    async def _step(self) -> None:
        """Let come what is due; then whoever answers does so."""
        before = len(self.chat.posts)
        await self.world.settle()
        await self._note(before)
        for one in self.audience:
            if one.coachee.id in self.answering:
                await self._answer(one.coachee, before)

    async def _note(self, before: int) -> None:
        for call in self.chat.posts[before:]:
            one = next((s for s in self.audience if s.coachee.person == call.person), None)
            if one and call.message:
                entries = await self._ledger(one.coachee)
                kind = next(
                    e.kind
                    for e in entries
                    if e.outcome == "sent" and e.decided_at == self.now and e.reason != FOLDED
                )
                self.came.append((one.coachee.id, self.now, kind, whole(call.message)))

    async def _answer(self, one: Coachee, before: int) -> None:
        """Answer what came since, the newest message first."""
        pressed: set[tuple[str, str]] = set()
        for _ in range(willing.MOST):
            many = sum(call.person == one.person for call in self.chat.posts[before:])
            shown = self.chat.current(one.person)[-many:] if many else []
            wanted = (willing.press(message, pressed) for message in reversed(shown))
            press = next((press for press in wanted if press), None)
            if press is None:
                return
            pressed.add((press.token, press.option))
            await self._press(one, press)

    async def _press(self, one: Coachee, press: willing.Press) -> None:
        actor = Actor(one.workspace, one.person)
        clicked = Clicked(
            id=self._event_id(),
            at=self.now,
            actor=actor,
            address=one.address,
            token=press.token,
            option=press.option,
            values=press.values,
        )
        reply = await self._send(clicked)
        if reply and reply.form and reply.form.submit:
            submitted = Submitted(
                id=self._event_id(),
                at=self.now,
                actor=actor,
                address=one.address,
                token=reply.form.token,
                values=willing.filled(reply.form, one, library().say),
            )
            await self._send(submitted)

    async def _send(self, event: Inbound) -> Reply | None:
        reply = await self.world.engine.handle(event)
        await self.world.engine.settle()
        return reply

    async def _ledger(self, one: Coachee) -> Sequence[Entry]:
        return await self.world.look(lambda uow: uow.ledger.of(one.id, 500))

    def _event_id(self) -> str:
        self._events += 1
        return f"event-{self._events}"


@asynccontextmanager
async def run(
    store: Store,
    terms: Terms,
    audience: Sequence[Somebody],
    at: datetime,
    answering: frozenset[str] = frozenset(),
) -> AsyncIterator[Run]:
    """Open a world in which a draft waits to be launched."""
    async with at_the_door(store, Clock(at)) as (world, chat):
        draft = Campaign("c1", HR, at, terms)
        await world.change(lambda uow: _set_up(uow, draft, audience))
        yield Run(world, chat, audience, draft, answering)


def rehearsed(
    lived: Run, script: Script, one: Somebody, invitee: Invitee, until: datetime
) -> tuple[list[Came], set[Ended]]:
    """Rehearse the campaign with somebody as they are, and return what came and how it ended."""
    campaign, answers = lived.campaign, one.coachee.id in lived.answering
    assert campaign.launched_at
    where = replace(invitee, zone=invitee.zone or one.coachee.zone)
    with open_sandbox() as open_uow:
        planned = rehearse(
            open_uow,
            Conversation(open_uow, library(), lambda: ""),
            Speech(library(), lambda: ""),
            campaign,
            Played(one.coachee, where, answers, one.moments, one.past),
            start=starts(campaign, script.groups, campaign.launched_at)[where.wave, where.zone],
            begins=campaign.launched_at,
            ends=until,
        )
    came = [
        (one.coachee.id, p.at, p.kind, whole(p.message))
        for p in planned
        if p.fate == "sent" and p.message
    ]
    last = {p.key: p for p in planned}
    return came, {(one.coachee.id, p.kind, p.fate, p.reason, p.at) for p in last.values()}


def previewed(script: Script, positions: Mapping[int, str]) -> list[Came]:
    """Work out the public preview, and return what it says comes to whom."""
    machine = TimeMachine(
        open_sandbox,
        Conversation(lambda: NotImplemented, library(), lambda: ""),
        Speech(library(), lambda: ""),
    )
    every = machine.people(script, datetime.max.replace(tzinfo=UTC), lambda _done, _of: None)
    return [
        (
            positions[position],
            datetime.combine(line.day, line.since, ZoneInfo(line.group.zone)).astimezone(UTC),
            line.kind,
            whole(line.message),
        )
        for position, line in every
        if line.fate == "sent" and line.message
    ]


def whole(message: Message) -> str:
    """Return everything that can be read in a message, buttons too."""
    return "\n".join((message.lang, message.summary, text_of(message), *_labels(message)))


def _labels(message: Message) -> Iterator[str]:
    for element in message.elements:
        if isinstance(element, Choices | Multi):
            yield " ".join(option.label for option in element.options)


def _part(campaign: Campaign, one: Somebody, invitee: Invitee) -> Part:
    """Return somebody as a part of their own."""
    zone = invitee.zone or one.coachee.zone
    group = Group("fake", zone, one.coachee.lang, one.coachee.country, invitee.wave, 1)
    return Part(group, True, campaign.created_at, 0, 0, 1, (invitee.position,))


def _set_up(uow: UnitOfWork, draft: Campaign, audience: Sequence[Somebody]) -> None:
    hr = Coachee(HR, WORKSPACE, HR, {"platform": "fake", "person": HR}, draft.created_at)
    uow.people.add(hr)
    uow.roles.grant(Grant(HR, "hr", "", draft.created_at))
    uow.campaigns.add(draft)
    for one in audience:
        uow.people.add(one.coachee)
        for moment in one.moments:
            uow.moments.plan(moment)
        for entry in one.past:
            uow.ledger.note(entry)
    uow.campaigns.list_people(draft.id, [Invitee(one.coachee.id) for one in audience])


def _ended(person: str, entry: Entry) -> Ended:
    within = entry.outcome == "sent" and entry.reason == FOLDED
    outcome = "merged" if within else entry.outcome
    late = max(entry.meant_at, entry.decided_at)
    at = entry.decided_at if outcome == "sent" else late
    return person, entry.kind, outcome, entry.reason, at
