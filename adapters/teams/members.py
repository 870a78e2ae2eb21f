"""Who is in a channel, and what they are called. Names stay in memory, for an hour."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from urllib.parse import quote, urlencode

from adapters.teams.accounts import accounts_of, address_of, id_of, kind_of
from adapters.teams.actions import Json
from adapters.teams.activities import text_at
from adapters.teams.connector import Connector
from adapters.teams.mentions import Mentions, Named, mentions_of
from adapters.teams.places import conversation_path, service_of
from bot.errors import SendFailed
from bot.events import Address
from bot.ports import MOST_MEMBERS, InRoom, Roster

PAGE = 100
MOST_PAGES = 20
"""Pages read at most, should they be smaller than asked for."""

FRESH = timedelta(hours=1)
REMEMBERED = 10_000
"""Names kept at hand."""


class Members:
    """Asks the service."""

    def __init__(self, connector: Connector, now: Callable[[], datetime]) -> None:
        self._connector = connector
        self._now = now
        self._names: OrderedDict[tuple[str, str], tuple[Named, datetime]] = OrderedDict()

    async def roster(self, address: Address) -> Roster:
        """Read who is in a channel, page by page.

        It is never public: at most the team reads its channels, and the team is its roster.
        """
        found: dict[str, InRoom] = {}
        token = ""
        for _ in range(MOST_PAGES):
            page = await self.page(address, PAGE, token)
            found |= {room.person: room for room in _in_room(page, address)}
            token = text_at(page, "continuationToken")
            if not token or len(found) > MOST_MEMBERS:
                break
        whole = not token and len(found) <= MOST_MEMBERS
        return Roster(tuple(found.values())[:MOST_MEMBERS], public=False, whole=whole)

    async def page(self, address: Address, size: int, token: str = "") -> Json:
        """Read one page of a conversation's roster; `token` is that of the page before."""
        query = {"pageSize": size, **({"continuationToken": token} if token else {})}
        return await self._get(address, f"pagedmembers?{urlencode(query)}")

    async def one(self, address: Address, person: str) -> Json:
        """Read one account of a conversation, by either id."""
        return await self._get(address, f"members/{quote(person, safe='')}")

    async def mentions(self, address: Address, people: Iterable[str]) -> Mentions:
        """Name people; those whose name can't be had now are left out."""
        found = {person: await self._named(address, person) for person in people}
        return mentions_of({person: named for person, named in found.items() if named})

    async def name(self, address: Address, person: str) -> str:
        """Return what somebody is called; empty where that can't be had now."""
        named = await self._named(address, person)
        return named.name if named else ""

    async def _named(self, address: Address, person: str) -> Named | None:
        key = address.get("conversation_id", ""), person
        known, until = self._names.get(key, (None, self._now()))
        if known and self._now() < until:
            return known
        try:
            member = await self.one(address, person)
        except SendFailed:  # a name is an ornament: the message goes without
            return None
        named = Named(text_at(member, "id"), text_at(member, "name"))
        return self._remember(key, named) if named.id and named.name else None

    def _remember(self, key: tuple[str, str], named: Named) -> Named:
        self._names[key] = named, self._now() + FRESH
        self._names.move_to_end(key)
        if len(self._names) > REMEMBERED:
            self._names.popitem(last=False)
        return named

    async def _get(self, address: Address, what: str) -> Json:
        path = conversation_path(address.get("conversation_id", ""), what)
        return await self._connector.call("GET", service_of(address), path)


def _in_room(page: Json, address: Address) -> list[InRoom]:
    return [
        InRoom(id_of(account), address_of(account, address), kind_of(account, address))
        for account in accounts_of(page)
    ]
