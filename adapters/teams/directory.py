"""Who is meant by an audience, as far as Teams tells a bot without any Graph permission.

A bot reads the conversations that it is in, and people one by one once it has a chat with them.
Mail addresses, groups and the whole company are Graph's alone, so nobody is found by those.
"""

from collections.abc import Iterable
from dataclasses import replace

from adapters.teams.accounts import accounts_of, address_of, id_of, kind_of, mail_of
from adapters.teams.activities import THREAD, text_at
from adapters.teams.chats import Chats
from adapters.teams.connector import BadRequest
from adapters.teams.members import Members
from bot.errors import SendFailed, Unreachable
from bot.events import Address
from bot.ports import DirectoryAsk, Listed, Listing

PAGE = 500
"""People on a page, at most; a group chat is told on one page, whatever its size."""


class Directory:
    """Reads one page at a time."""

    def __init__(self, members: Members, chats: Chats) -> None:
        self._members = members
        self._chats = chats

    async def read(self, address: Address, ask: DirectoryAsk) -> Listing:
        """Read what is asked, seen from anybody of the tenant; zones are never told."""
        if ask.kind == "channel" and ask.ids:
            return await self._channel(address, ask.ids[0], ask.cursor)
        if ask.kind == "people":
            return await self._people(address, ask.ids)
        return Listing((), missing=ask.ids)

    async def mail(self, address: Address) -> str | None:
        """Ask for somebody's mail in their own chat; None where it can't be had now."""
        chat = self._chats.known(address)
        person = address.get("aad_object_id") or address.get("user_id")
        if not (chat and person):
            return None
        try:
            return mail_of(await self._members.one(_at(address, chat), person))
        except SendFailed:  # an ornament: what is said to the person waits behind this
            return None

    async def names(self, address: Address, people: Iterable[str]) -> dict[str, str]:
        """Name people by their own chats; those who have none are left out."""
        found = {person: await self._name(address, person) for person in people}
        return {person: name for person, name in found.items() if name}

    async def _name(self, address: Address, person: str) -> str:
        alone = address_of({"aadObjectId": person}, address)
        try:
            chat = await self._chats.open(alone)
        except SendFailed:  # an ornament, too
            return ""
        return await self._members.name(_at(alone, chat), person)

    async def _channel(self, address: Address, channel: str, cursor: str) -> Listing:
        """Read a channel or group chat; a team's id is that of its first channel."""
        there = _at(address, channel.partition(THREAD)[0])
        page = await self._members.page(there, PAGE, cursor)
        people = tuple(_listed(account, address) for account in accounts_of(page))
        return Listing(people, text_at(page, "continuationToken"))

    async def _people(self, address: Address, ids: tuple[str, ...]) -> Listing:
        """Read one by one; chats stay known, so whoever was asked is asked again cheaply."""
        found = {person: await self._somebody(address, person) for person in ids}
        people = tuple(listed for listed in found.values() if listed)
        return Listing(people, missing=tuple(p for p, listed in found.items() if not listed))

    async def _somebody(self, address: Address, person: str) -> Listed | None:
        """Open a chat, in which nothing is said; None for whoever lacks the app or is nobody."""
        alone = address_of({"aadObjectId": person}, address)  # the service's own id serves, too
        try:
            chat = await self._chats.open(alone)
            account = await self._members.one(_at(alone, chat), person)
        except (Unreachable, BadRequest):
            return None
        if not text_at(account, "id"):
            return None
        listed = _listed(account, address)
        return replace(listed, address=_at(listed.address, chat))


def _at(address: Address, conversation: str) -> Address:
    return {**address, "conversation_id": conversation}


def _listed(account: object, seen_from: Address) -> Listed:
    return Listed(
        person=id_of(account),
        address=address_of(account, seen_from),
        kind=kind_of(account, seen_from),
        mail=mail_of(account),
    )
