"""Who is in a channel: its members page by page, then each person's profile.

Slack tells about one person per call, and refuses after a hundred or so a minute. Therefore
people are remembered for a while: a reading that was refused goes on where it was.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from adapters.slack.accounts import Account, address_of, kind_of
from adapters.slack.reading import (
    Call,
    account,
    cursor_of,
    demand_open,
    of_each,
    page_after,
)
from bot.clock import Clock
from bot.errors import Unreachable
from bot.events import Address
from bot.ports import MOST_MEMBERS, InRoom, Roster

_REMEMBERED = timedelta(hours=1)
_PAGE = 200

_Known = InRoom | None  # None is an account that was closed or cannot be seen


class Rosters:
    """Reads rosters, and knows people for an hour."""

    def __init__(self, call: Call, now: Clock) -> None:
        self._call = call
        self._now = now
        self._known: dict[tuple[str, str], tuple[_Known, datetime]] = {}

    async def read(self, address: Address) -> Roster:
        """Read who is in the channel of an address.

        Raises:
            Unreachable: it is archived, the bot is not in it, or it is no channel at all.
            SendFailed: not everybody could be asked; whoever was, is remembered.
        """
        team, channel = address["team"], address["channel"]
        room = (await self._call("conversations.info", channel=channel))["channel"]
        demand_open(room)
        if room.get("is_member") is False:
            raise Unreachable("not_in_channel")
        ids = await self._members(channel)
        known = await self._people(team, ids[:MOST_MEMBERS])
        people = tuple(found for found in known if found)
        public = not room.get("is_private", True)
        return Roster(people, public=public, whole=len(ids) <= MOST_MEMBERS)

    async def _members(self, channel: str) -> list[str]:
        """List ids, at least one more than a roster holds where there are as many."""
        ids: list[str] = []
        cursor = ""
        while len(ids) <= MOST_MEMBERS:
            asked = page_after(cursor, channel=channel, limit=_PAGE)
            page = await self._call("conversations.members", **asked)
            ids += page["members"]
            cursor = cursor_of(page)
            if not cursor:
                break
        return ids

    async def _people(self, team: str, ids: Sequence[str]) -> list[_Known]:
        self._forget()
        known = {one: self._known[team, one][0] for one in ids if (team, one) in self._known}
        asked = [one for one in ids if one not in known]
        answers = await of_each(lambda one: self._ask(team, one), asked)
        known |= zip(asked, answers, strict=True)
        return [known[one] for one in ids]

    async def _ask(self, team: str, person: str) -> _Known:
        """Ask about one: an account that cannot be seen is not the whole channel."""
        user = await account(self._call, person)
        found = _found(user, person, team) if user else None
        self._known[team, person] = found, self._now() + _REMEMBERED
        return found

    def _forget(self) -> None:
        now = self._now()
        self._known = {one: known for one, known in self._known.items() if known[1] > now}


def _found(user: Account, person: str, team: str) -> _Known:
    kind = kind_of(user, team)
    if kind == "gone":
        return None
    locale, zone = user.get("locale"), user.get("tz")
    return InRoom(person, address_of(team, person), kind, locale, zone)
