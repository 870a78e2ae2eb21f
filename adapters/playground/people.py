"""The people one can play. Their names are for the page alone; the bot knows only the id."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from adapters.playground.shelf import Shelf
from bot.events import Actor, Address
from bot.language import Lang, lang_of

PLATFORM = "playground"
WORKSPACE = "playground:local"
MOST_PEOPLE = 50


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody played on the page; `key` is the request that made them."""

    id: str
    name: str
    locale: str
    zone: str
    key: str = ""

    @property
    def lang(self) -> Lang:
        """The language of the page while this person is played."""
        return lang_of(self.locale)

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
        self._by_id = {player.id: player for player in map(_read, shelf.get("players") or [])}

    def all(self) -> Sequence[Player]:
        """Return everybody."""
        return tuple(self._by_id.values())

    def get(self, person: str) -> Player | None:
        """Find one."""
        return self._by_id.get(person)

    def add(self, name: str, locale: str, zone: str, key: str) -> Player:
        """Add one under a new id, or return the one whom the same request made before."""
        known = next((player for player in self._by_id.values() if player.key == key), None)
        if known is not None:
            return known
        player = Player(f"player-{self._new_id()}", name, locale, zone, key)
        self._by_id[player.id] = player
        self._shelf.put("players", [asdict(one) for one in self._by_id.values()])
        return player


def _read(row: dict[str, str]) -> Player:
    return Player(**row)
