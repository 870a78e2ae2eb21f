"""What the playground tells of its people when a list of them is asked for, page by page."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from adapters.playground.channels import PlayedChannel
from adapters.playground.people import Player
from bot.errors import Unreachable
from bot.ports import DirectoryAsk, Listed, Listing

AT_ONCE = 10
"""People on a page: a list of twelve takes two, as long ones do elsewhere."""


def of_channel(channel: PlayedChannel, everybody: Sequence[Player], cursor: str) -> Listing:
    """List who is in a channel, guests marked."""
    return _page(everybody, cursor, channel.role)


def of_workspace(everybody: Sequence[Player], ask: DirectoryAsk) -> Listing:
    """List everybody, or those whom ids or mail addresses name.

    Raises:
        Unreachable: a user group was asked for; there is none here.
    """
    match ask.kind:
        case "everybody":
            return _page(everybody, ask.cursor, lambda _person: "member")
        case "people":
            return _named({one: one for one in ask.ids}, {one.id: one for one in everybody})
        case "mails":
            asked = {one: one.lower() for one in ask.ids}
            return _named(asked, {one.mail: one for one in everybody})
        case _:
            raise Unreachable("no user groups")


def _page(everybody: Sequence[Player], cursor: str, role: Callable[[str], str]) -> Listing:
    """Go on behind the person whom the cursor names, so that nobody is passed over.

    Played people never go; who is in a channel may change between two pages.
    """
    ids = [one.id for one in everybody]
    behind = ids.index(cursor) + 1 if cursor in ids else 0
    left = [one for one in everybody[behind:] if role(one.id) != "nobody"]
    page = left[:AT_ONCE]
    people = tuple(_listed(one, guest=role(one.id) == "guest") for one in page)
    return Listing(people, cursor=page[-1].id if len(left) > AT_ONCE else "")


def _named(asked: Mapping[str, str], known: Mapping[str, Player]) -> Listing:
    people = tuple(_listed(known[one]) for one in asked.values() if one in known)
    return Listing(people, missing=tuple(name for name, one in asked.items() if one not in known))


def _listed(player: Player, *, guest: bool = False) -> Listed:
    kind: Literal["member", "guest"] = "guest" if guest else "member"
    return Listed(player.id, player.address, kind, player.locale, player.zone, player.mail)
