"""The platform of the demo: what each made-up person sees, and who they are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from adapters.demo.company import Company, Person
from bot.clock import Clock
from bot.errors import MessageGone
from bot.events import Address, MessageRef
from bot.messages import Message
from bot.ports import DirectoryAsk, InRoom, Listed, Listing, Profile, Roster


@dataclass(slots=True)
class Shown:
    """A message as it stands in a chat, and when it was posted."""

    message: Message
    at: datetime
    ref: str


@dataclass(slots=True)
class Chat:
    """The port `Messenger`, in memory.

    Attributes:
        posts: how many messages were posted to people and channels.
        fresh: chats with news since somebody last looked into this list, in order.
    """

    company: Company
    now: Clock
    posts: int = 0
    fresh: dict[str, None] = field(default_factory=dict)
    _chats: dict[str, dict[str, Shown]] = field(default_factory=dict)
    _people: dict[str, Person] = field(default_factory=dict)
    _mails: dict[str, Person] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Know everybody by id and by mail."""
        self._people = {person.id: person for person in self.company.people}
        self._mails = {person.mail: person for person in self.company.people}

    def newest(self, place: str) -> Iterator[Shown]:
        """Walk through a chat as it is now, newest message first."""
        return reversed(list(self._chats.get(place, {}).values()))

    async def post(
        self, address: Address, message: Message, under: MessageRef | None = None
    ) -> MessageRef:
        """Add a message, also one that stands in a thread."""
        del under
        self.posts += 1
        place, ref = _place(address), str(self.posts)
        self._chats.setdefault(place, {})[ref] = Shown(message, self.now(), ref)
        self.fresh[place] = None
        return {"id": ref}

    async def update(self, address: Address, ref: MessageRef, message: Message) -> None:
        """Replace a message where it stands."""
        shown = self._chats.get(_place(address), {}).get(ref["id"])
        if shown is None:
            raise MessageGone(ref["id"])
        shown.message = message

    async def delete(self, address: Address, ref: MessageRef) -> None:
        """Take a message away."""
        self._chats.get(_place(address), {}).pop(ref["id"], None)

    async def publish_home(self, address: Address, message: Message) -> None:
        """Show no home."""

    async def profile(self, address: Address) -> Profile:
        """Tell language, zone and mail address."""
        person = self._people.get(_place(address))
        return Profile(person.locale, person.zone, person.mail) if person else Profile(None, None)

    async def roster(self, address: Address) -> Roster:
        """Tell who is in a team's channel."""
        place = _place(address)
        there = [one for one in self.company.people if one.team.channel.id == place]
        people = (InRoom(p.id, p.address, "member", p.locale, p.zone) for p in there)
        return Roster(tuple(people))

    async def directory(self, address: Address, ask: DirectoryAsk) -> Listing:
        """Find people by id or mail address, or list everybody."""
        del address
        known: Mapping[str, Person] = self._mails if ask.kind == "mails" else self._people
        wanted = ask.ids or tuple(known)
        found = [known[one] for one in wanted if one in known]
        missing = tuple(one for one in wanted if one not in known)
        return Listing(tuple(map(_listed, found)), missing=missing)


def _listed(one: Person) -> Listed:
    return Listed(one.id, one.address, "member", one.locale, one.zone, one.mail)


def _place(address: Address) -> str:
    return address.get("channel") or address.get("person", "")
