"""The channels in which played people meet. Their names are for the page alone."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from adapters.playground.people import PLATFORM
from adapters.playground.shelf import Shelf
from bot.events import Channel

MOST_CHANNELS = 20

Role = Literal["member", "guest", "nobody"]


@dataclass(frozen=True, slots=True)
class PlayedChannel:
    """A channel as it is now.

    Attributes:
        members: ids of everybody in it, guests too, in the order of their coming.
        guests: ids of those who belong to another organisation.
        public: everybody in the workspace can read it.
        bot: the bot is in it.
        archived: nobody can write in it.
        key: the request that made it.
    """

    id: str
    name: str
    members: tuple[str, ...]
    guests: tuple[str, ...] = ()
    public: bool = False
    bot: bool = True
    archived: bool = False
    key: str = ""

    @property
    def place(self) -> Channel:
        """The channel as the engine sees it."""
        return Channel(self.id, {"platform": PLATFORM, "channel": self.id})

    @property
    def heard(self) -> bool:
        """Whether the bot learns what happens in it, and can post."""
        return self.bot and not self.archived

    def can_be_named_by(self, person: str) -> bool:
        """Whether somebody sees it, and can point to it."""
        return not self.archived and (self.public or person in self.members)

    def role(self, person: str) -> Role:
        """Tell what somebody is in it."""
        if person in self.guests:
            return "guest"
        return "member" if person in self.members else "nobody"

    def seating(self, person: str, role: Role) -> "PlayedChannel":
        """Return it with somebody in another role."""
        others = tuple(one for one in self.guests if one != person)
        guests = (*others, person) if role == "guest" else others
        if role == "nobody":
            members = tuple(one for one in self.members if one != person)
        else:
            members = tuple(dict.fromkeys((*self.members, person)))
        return replace(self, members=members, guests=guests)


class Channels:
    """All channels, in the order in which they were made; `turned` hears of every change."""

    def __init__(self, shelf: Shelf, new_id: Callable[[], str], turned: Callable[[], None]) -> None:
        self._shelf = shelf
        self._new_id = new_id
        self._turned = turned
        self._by_id = {one.id: one for one in map(_read, shelf.get("channels") or [])}

    def all(self) -> Sequence[PlayedChannel]:
        """Return all of them."""
        return tuple(self._by_id.values())

    def of(self, person: str) -> Sequence[PlayedChannel]:
        """Return those that somebody is in."""
        return tuple(one for one in self._by_id.values() if person in one.members)

    def get(self, channel: str) -> PlayedChannel | None:
        """Find one."""
        return self._by_id.get(channel)

    def add(self, name: str, members: Sequence[str], *, public: bool, key: str) -> PlayedChannel:
        """Add one under a new id, or return the one that the same request made before."""
        known = next((one for one in self._by_id.values() if one.key == key), None)
        if known is not None:
            return known
        made = PlayedChannel(
            f"channel-{self._new_id()}", name, tuple(members), public=public, key=key
        )
        self.put(made)
        return made

    def put(self, changed: PlayedChannel) -> None:
        """Keep a channel as it is now."""
        self._by_id[changed.id] = changed
        self._shelf.put("channels", [asdict(one) for one in self._by_id.values()])
        self._turned()


def _read(row: dict[str, Any]) -> PlayedChannel:
    row = {**row, "members": tuple(row["members"]), "guests": tuple(row["guests"])}
    return PlayedChannel(**row)
