"""The directory of a workspace, one page at a time; nothing is kept from one page to the next."""

from collections.abc import Iterable, Sequence

from adapters.slack.accounts import Account, address_of, kind_of, mail_of
from adapters.slack.reading import (
    Call,
    account,
    cursor_of,
    demand_open,
    of_each,
    page_after,
)
from bot.errors import Unreachable
from bot.events import Address
from bot.ports import DirectoryAsk, Listed, Listing

_IDS = 999  # in one page: the most that Slack gives
_PROFILES = 200  # in one page: as many as Slack recommends


async def listing(call: Call, address: Address, ask: DirectoryAsk) -> Listing:
    """Read one page; the workspace is that of the address.

    Raises:
        Unreachable: there is no such channel or group, or the bot may not see it.
        SendFailed: not everybody could be asked; the page is to be read again.
    """
    team = address["team"]
    match ask.kind:
        case "channel":
            return await _channel(call, team, ask.ids[0], ask.cursor)
        case "usergroup":
            page = await call("usergroups.users.list", usergroup=ask.ids[0])
            return Listing(_by_id(team, page["users"]))
        case "people":
            found = await of_each(lambda person: account(call, person), ask.ids)
            return _told(team, ask.ids, found)
        case "mails":
            found = await of_each(lambda mail: _by_mail(call, mail), ask.ids)
            return _told(team, ask.ids, found)
        case "everybody":
            asked = page_after(ask.cursor, limit=_PROFILES, include_locale="true")
            page = await call("users.list", **asked)
            people = tuple(_listed(team, user) for user in page["members"])
            return Listing(people, cursor_of(page))


async def _channel(call: Call, team: str, channel: str, cursor: str) -> Listing:
    """List ids; a public channel can be read from outside, a private one is hidden there."""
    if not cursor:
        demand_open((await call("conversations.info", channel=channel))["channel"])
    asked = page_after(cursor, channel=channel, limit=_IDS)
    page = await call("conversations.members", **asked)
    return Listing(_by_id(team, page["members"]), cursor_of(page))


async def _by_mail(call: Call, mail: str) -> Account | None:
    """Find an account, and call its mail address as it was asked for."""
    try:
        answer = await call("users.lookupByEmail", email=mail)
    except Unreachable:
        return None
    return {**answer["user"], "profile": {"email": mail}}


def _told(team: str, asked: Sequence[str], found: Sequence[Account | None]) -> Listing:
    people = tuple(_listed(team, user) for user in found if user)
    missing = (name for name, user in zip(asked, found, strict=True) if not user)
    return Listing(people, missing=tuple(missing))


def _by_id(team: str, people: Iterable[str]) -> tuple[Listed, ...]:
    return tuple(Listed(person, address_of(team, person), known=False) for person in people)


def _listed(team: str, user: Account) -> Listed:
    person = str(user["id"])
    return Listed(
        person,
        address_of(team, person),
        kind_of(user, team),
        locale=user.get("locale"),
        zone=user.get("tz"),
        mail=mail_of(user),
    )
