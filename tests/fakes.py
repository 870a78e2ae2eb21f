"""Fakes at the ports: a messenger in memory, a plain speaker, a clock that stands still."""

import asyncio
import random
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.errors import MessageGone, SendFailed, Unreachable
from bot.events import Address, MessageRef
from bot.messages import Message
from bot.outbox import Dispatch, Verb
from bot.ports import DirectoryAsk, Listed, Listing, Profile, Roster, UnitOfWork


class Clock:
    """A clock that stands still until a test moves it. Call it to read it."""

    def __init__(self, at: datetime = datetime(2026, 11, 23, 9, tzinfo=UTC)) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def move(self, by: timedelta) -> None:
        """Let time pass."""
        self.at += by


def chance(seed: int = 7) -> random.Random:
    """Return chance that is the same in every run."""
    return random.Random(seed)  # noqa: S311 - spreads retries, protects nothing


async def until(true: Callable[[], object], seconds: float = 15) -> None:
    """Wait for something to become true; fails when it does not in time."""
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - what is waited for does not know that it is
            await asyncio.sleep(0.005)


def person_of(address: Address) -> str:
    """Return who an address reaches: its `person`, or all of it but the platform."""
    return address.get("person") or "/".join(
        address[key] for key in sorted(address) if key != "platform"
    )


@dataclass(frozen=True, slots=True)
class Call:
    """One call the platform received, in order of arrival, and what it answered.

    `under` is the message in whose thread it was to be posted.
    """

    verb: Verb
    person: str
    message: Message | None
    ref: MessageRef | None
    accepted: bool
    error: SendFailed | Exception | None = None
    under: MessageRef | None = None


class FakeMessenger:
    """A platform in memory with scripted faults and a ledger of all calls.

    `calls` is everything received, refused calls too; `posts` the accepted posts in order.
    A scripted fault is used up by the next call (of one person, or of anybody).
    """

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.homes: dict[str, Message] = {}
        self.profiles: dict[str, Profile] = {}
        self.rosters: dict[str, Roster] = {}
        self.directories: dict[str, list[Listed]] = {}
        self.page = 1000
        self.asks: list[DirectoryAsk] = []
        self.under_way = 0
        self.most_under_way = 0
        self.on_call: Callable[[Verb, str], None] = lambda _verb, _person: None
        self._chats: dict[str, dict[str, Message]] = defaultdict(dict)
        self._faults: dict[str, deque[Exception]] = defaultdict(deque)
        self._drops: dict[str, int] = defaultdict(int)
        self._delays: dict[str, float] = {}
        self._gates: dict[str, asyncio.Event] = {}
        self._count = 0

    # what a test asks

    @property
    def posts(self) -> list[Call]:
        """Posts the platform took, in order; a repeat is there twice."""
        return [call for call in self.calls if call.verb == "post" and call.accepted]

    def summaries(self, person: str) -> list[str]:
        """Summaries of all posts a person was sent, in order."""
        return [c.message.summary for c in self.posts if c.person == person and c.message]

    def current(self, person: str) -> list[Message]:
        """What the person sees in the chat now, oldest first."""
        return list(self._chats[person].values())

    def refs(self, person: str) -> list[MessageRef]:
        """What later edits of these messages need, oldest first."""
        return [{"id": ref} for ref in self._chats[person]]

    # what a test scripts

    def fail(self, *errors: Exception, person: str = "") -> None:
        """Refuse the next calls with these, in order; nothing is accepted."""
        self._faults[person].extend(errors)

    def calm(self) -> None:
        """Take back all scripted faults that no call has met yet."""
        self._faults.clear()

    def drop_after_accept(self, times: int = 1, person: str = "") -> None:
        """Take the next calls, but lose the connection before the answer."""
        self._drops[person] += times

    def delay(self, seconds: float, person: str = "") -> None:
        """Answer slowly from now on; 0 ends it."""
        self._delays[person] = seconds

    def hold(self, person: str = "") -> asyncio.Event:
        """Answer no call until the returned event is set."""
        return self._gates.setdefault(person, asyncio.Event())

    def forget(self, ref: MessageRef) -> None:
        """Let a message disappear, as when a person deletes it."""
        for chat in self._chats.values():
            chat.pop(ref["id"], None)

    # the port

    async def post(
        self, address: Address, message: Message, under: MessageRef | None = None
    ) -> MessageRef:
        self._count += 1
        ref = {"id": f"m{self._count}"}

        def take() -> None:
            self._chats[person_of(address)][ref["id"]] = message

        await self._call("post", address, message, ref, take, under)
        return ref

    async def update(self, address: Address, ref: MessageRef, message: Message) -> None:
        def take() -> None:
            if ref["id"] not in self._chats[person_of(address)]:
                raise MessageGone("message_not_found")
            self._chats[person_of(address)][ref["id"]] = message

        await self._call("update", address, message, ref, take)

    async def delete(self, address: Address, ref: MessageRef) -> None:
        await self._call(
            "delete",
            address,
            None,
            ref,
            lambda: self._chats[person_of(address)].pop(ref["id"], None),
        )

    async def publish_home(self, address: Address, message: Message) -> None:
        await self._call(
            "home",
            address,
            message,
            None,
            lambda: self.homes.__setitem__(person_of(address), message),
        )

    async def profile(self, address: Address) -> Profile:
        await self._call("profile", address, None, None, lambda: None)
        return self.profiles.get(person_of(address), Profile(None, None))

    async def roster(self, address: Address) -> Roster:
        await self._call("roster", address, None, None, lambda: None)
        return self.rosters.get(person_of(address), Roster(()))

    async def directory(self, address: Address, ask: DirectoryAsk) -> Listing:
        """Read a page: `directories` has everybody by channel or group, and `everybody`."""
        await self._call("directory", address, None, None, lambda: None)
        self.asks.append(ask)
        every = self.directories.get("everybody", [])
        if ask.kind == "people":
            found = [one for one in every if one.person in ask.ids]
            missing = set(ask.ids) - {one.person for one in found}
            return Listing(tuple(found), "", tuple(sorted(missing)))
        if ask.kind == "mails":
            found = [one for one in every if one.mail in ask.ids]
            missing = set(ask.ids) - {one.mail for one in found if one.mail}
            return Listing(tuple(found), "", tuple(sorted(missing)))
        if ask.kind != "everybody" and ask.ids[0] not in self.directories:
            raise Unreachable("channel_not_found")
        listed = every if ask.kind == "everybody" else self.directories[ask.ids[0]]
        start = int(ask.cursor or 0)
        end = start + self.page
        return Listing(tuple(listed[start:end]), str(end) if end < len(listed) else "")

    async def _call(
        self,
        verb: Verb,
        address: Address,
        message: Message | None,
        ref: MessageRef | None,
        take: Callable[[], object],
        under: MessageRef | None = None,
    ) -> None:
        person = person_of(address)
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        try:
            await self._wait(person)
            self.on_call(verb, person)
            error = self._fault(person)
            accepted = error is None
            if error is None:
                try:
                    take()
                except SendFailed as gone:
                    error, accepted = gone, False
            if accepted and self._dropped(person):
                error = SendFailed("connection_reset")
            self.calls.append(Call(verb, person, message, ref, accepted, error, under))
            if error is not None:
                raise error
        finally:
            self.under_way -= 1

    async def _wait(self, person: str) -> None:
        for key in ("", person):
            if key in self._delays:
                await asyncio.sleep(self._delays[key])
            if key in self._gates:
                await self._gates[key].wait()

    def _fault(self, person: str) -> Exception | None:
        for key in (person, ""):
            if self._faults[key]:
                return self._faults[key].popleft()
        return None

    def _dropped(self, person: str) -> bool:
        for key in (person, ""):
            if self._drops[key]:
                self._drops[key] -= 1
                return True
        return False


class PlainSpeaker:
    """The engine's part of a dispatch, at its plainest: every message says its row's key.

    A key in `silent` has nothing to say; one in `broken` crashes, as a fault of the engine
    would. `told` lists what it was told, in order.
    """

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []
        self.refs: dict[str, MessageRef | None] = {}
        self.profiles: list[Profile] = []
        self.rosters: list[Roster] = []
        self.silent: set[str] = set()
        self.broken: set[str] = set()
        self.deaf: set[str] = set()

    def compose(self, _uow: UnitOfWork, dispatch: Dispatch, _now: datetime) -> Message | None:
        if dispatch.key in self.broken:
            raise KeyError("words of a person")
        return None if dispatch.key in self.silent else Message("en", dispatch.key, ())

    def sent(
        self, uow: UnitOfWork, dispatch: Dispatch, ref: MessageRef | None, _now: datetime
    ) -> None:
        if dispatch.key in self.deaf:
            raise KeyError("words of a person")
        self.told.append(("sent", dispatch.key))
        self.refs[dispatch.key] = ref
        card = uow.cards.get(dispatch.card_token) if dispatch.card_token and ref else None
        if card is not None:
            uow.cards.put(replace(card, ref=ref))

    def failed(
        self, _uow: UnitOfWork, dispatch: Dispatch, error: SendFailed, _now: datetime
    ) -> None:
        self.told.append((f"failed:{error.reason}", dispatch.key))

    def asked(self, _uow: UnitOfWork, dispatch: Dispatch, _now: datetime) -> DirectoryAsk | None:
        return None if dispatch.key in self.silent else DirectoryAsk("everybody")

    def listed(
        self, _uow: UnitOfWork, dispatch: Dispatch, listing: Listing, _now: datetime
    ) -> None:
        self.told.append((f"listed:{len(listing.people)}", dispatch.key))

    def learned(
        self, _uow: UnitOfWork, dispatch: Dispatch, profile: Profile, _now: datetime
    ) -> None:
        self.told.append(("learned", dispatch.key))
        self.profiles.append(profile)

    def enrolled(
        self, _uow: UnitOfWork, dispatch: Dispatch, roster: Roster, _now: datetime
    ) -> None:
        self.told.append(("enrolled", dispatch.key))
        self.rosters.append(roster)
