"""The people one can play. Their names are for the page alone; the bot knows only the id."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass
from itertools import count
from typing import Any
from unicodedata import normalize

from adapters.playground.shelf import Shelf
from bot.events import Actor, Address
from bot.language import Lang, lang_of

PLATFORM = "playground"
WORKSPACE = "playground:local"
MOST_PEOPLE = 50

HR = "player-hr"
"""The id of the one person who is played in HR, known before anybody is played."""

OWNERS = frozenset({f"{WORKSPACE}:{HR}"})
"""Who may do everything with campaigns."""


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody played on the page; `key` is the request that made them.

    `mail` is made up from the name, in small letters, and nobody else's.
    """

    id: str
    name: str
    locale: str
    zone: str
    mail: str
    key: str = ""

    @property
    def lang(self) -> Lang:
        """The language of the page while this person is played."""
        return lang_of(self.locale)

    @property
    def hr(self) -> bool:
        """Whether the person is the one of HR."""
        return self.id == HR

    @property
    def actor(self) -> Actor:
        """The person as the engine sees them."""
        return Actor(WORKSPACE, self.id, self.locale, self.zone)

    @property
    def address(self) -> Address:
        """Where the person is reached."""
        return {"platform": PLATFORM, "person": self.id}


class Players:
    """Everybody who is played, in the order of their coming."""

    def __init__(self, shelf: Shelf, new_id: Callable[[], str]) -> None:
        self._shelf = shelf
        self._new_id = new_id
        self._by_id: dict[str, Player] = {}
        for row in shelf.get("players") or []:
            self._take(row)

    def all(self) -> Sequence[Player]:
        """Return everybody."""
        return tuple(self._by_id.values())

    def get(self, person: str) -> Player | None:
        """Find one."""
        return self._by_id.get(person)

    def add(self, name: str, locale: str, zone: str, key: str, *, hr: bool = False) -> Player:
        """Add one under a new id, or return the one whom the same request made before.

        There is one person of HR; who asks for another gets the same.
        """
        known = next((player for player in self._by_id.values() if player.key == key), None)
        known = self._by_id.get(HR) if hr else known
        if known is not None:
            return known
        one = HR if hr else f"player-{self._new_id()}"
        player = self._take({"id": one, "name": name, "locale": locale, "zone": zone, "key": key})
        self._shelf.put("players", [asdict(one) for one in self._by_id.values()])
        return player

    def _take(self, row: dict[str, Any]) -> Player:
        """Seat somebody; rows of the oldest files have no mail address."""
        taken = {player.mail for player in self._by_id.values()}
        player = Player(**{"mail": _mail(row["name"], taken), **row})
        self._by_id[player.id] = player
        return player


def _mail(name: str, taken: Collection[str]) -> str:
    """Make up an address that nobody has, at a domain that stands for no company (RFC 2606)."""
    letters = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub("[^a-z0-9]+", ".", letters).strip(".") or "somebody"
    numbers = (f"{stem}{number if number > 1 else ''}@example.org" for number in count(1))
    return next(mail for mail in numbers if mail not in taken)
