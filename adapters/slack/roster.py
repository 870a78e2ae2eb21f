"""Who is in a channel: its members page by page, then each person's profile.

Slack tells about one person per call, and refuses after a hundred or so a minute. Therefore
people are remembered for a while: a reading that was refused goes on where it was.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal

from bot.clock import Clock
from bot.errors import Unreachable
from bot.events import Address
from bot.ports import MOST_MEMBERS, InRoom, Roster

_REMEMBERED = timedelta(hours=1)
_PAGE = 200
_AT_ONCE = 8
_GUEST = ("is_restricted", "is_ultra_restricted", "is_stranger")

Call = Callable[..., Awaitable[dict[str, Any]]]
"""Calls a method by name with named arguments. Raises `SendFailed` or one of its kinds."""

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
        _demand_reachable(room)
        ids = await self._members(channel)
        known = await self._people(team, ids[:MOST_MEMBERS])
        people = tuple(found for found in known if found)
        public = not room.get("is_private", True)
        return Roster(people, public=public, whole=len(ids) <= MOST_MEMBERS)

    async def _members(self, channel: str) -> list[str]:
        """List ids, at least one more than a roster holds where there are as many."""
        ids: list[str] = []
        more = {"channel": channel, "limit": _PAGE}
        while more and len(ids) <= MOST_MEMBERS:
            page = await self._call("conversations.members", **more)
            ids += page["members"]
            cursor = (page.get("response_metadata") or {}).get("next_cursor")
            more = more | {"cursor": cursor} if cursor else {}
        return ids

    async def _people(self, team: str, ids: Sequence[str]) -> list[_Known]:
        self._forget()
        known = {one: self._known[team, one][0] for one in ids if (team, one) in self._known}
        asked = [one for one in ids if one not in known]
        for start in range(0, len(asked), _AT_ONCE):
            few = asked[start : start + _AT_ONCE]
            asking = (self._ask(team, one) for one in few)
            answers = await asyncio.gather(*asking, return_exceptions=True)
            for one, answer in zip(few, answers, strict=True):
                if isinstance(answer, BaseException):
                    raise answer
                known[one] = answer
        return [known[one] for one in ids]

    async def _ask(self, team: str, person: str) -> _Known:
        try:
            answer = await self._call("users.info", user=person, include_locale=True)
        except Unreachable:  # one account that cannot be seen is not the whole channel
            found = None
        else:
            found = _found(answer["user"], person, team)
        self._known[team, person] = found, self._now() + _REMEMBERED
        return found

    def _forget(self) -> None:
        now = self._now()
        self._known = {one: known for one, known in self._known.items() if known[1] > now}


def _demand_reachable(room: Mapping[str, Any]) -> None:
    for mark, wrong, code in (
        ("is_archived", True, "is_archived"),
        ("is_im", True, "channel_not_found"),
        ("is_mpim", True, "channel_not_found"),
        ("is_member", False, "not_in_channel"),
    ):
        if room.get(mark) is wrong:
            raise Unreachable(code)


def _found(user: Mapping[str, Any], person: str, team: str) -> _Known:
    if user.get("deleted"):
        return None
    return InRoom(
        person,
        {"platform": "slack", "team": team, "user": person},
        _kind(user, person, team),
        locale=user.get("locale"),
        zone=user.get("tz"),
    )


def _kind(user: Mapping[str, Any], person: str, team: str) -> Literal["member", "guest", "bot"]:
    if user.get("is_bot") or person == "USLACKBOT":
        return "bot"
    foreign = bool(user.get("team_id")) and team not in _homes(user)
    return "guest" if foreign or any(user.get(mark) for mark in _GUEST) else "member"


def _homes(user: Mapping[str, Any]) -> set[str]:
    """Name the workspaces, and the organisation, to which an account belongs."""
    grid = user.get("enterprise_user") or {}
    return {str(user["team_id"]), str(grid.get("enterprise_id")), *grid.get("teams", ())}
