"""Reading from the Web API: page by page, or about several people a few at once."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, TypeVar

from adapters.slack.accounts import Account
from bot.errors import Unreachable

Call = Callable[..., Awaitable[dict[str, Any]]]
"""Calls a method by name with named arguments. Raises `SendFailed` or one of its kinds."""

READS = frozenset(
    {
        "conversations.info",
        "conversations.members",
        "usergroups.users.list",
        "users.info",
        "users.list",
        "users.lookupByEmail",
    }
)
"""Methods that only read. They take a form and no JSON; an address would show mails to proxies."""

T = TypeVar("T")

_AT_ONCE = 8
_CLOSED = {
    "is_archived": "is_archived",
    "is_im": "channel_not_found",
    "is_mpim": "channel_not_found",
}


async def of_each(ask: Callable[[str], Awaitable[T]], names: Sequence[str]) -> list[T]:
    """Ask about each name, and return the answers in order.

    Raises:
        SendFailed: one was refused; those asked at the same time have been answered by then.
    """
    answers: list[T] = []
    for start in range(0, len(names), _AT_ONCE):
        asking = (ask(name) for name in names[start : start + _AT_ONCE])
        for answer in await asyncio.gather(*asking, return_exceptions=True):
            if isinstance(answer, BaseException):
                raise answer
            answers.append(answer)
    return answers


async def account(call: Call, person: str) -> Account | None:
    """Read one account; None where the bot may not see it."""
    try:
        answer = await call("users.info", user=person, include_locale="true")
    except Unreachable:
        return None
    return dict(answer["user"])


def page_after(cursor: str, **asked: object) -> dict[str, object]:
    """Return the arguments for a page; the first one has no cursor."""
    return asked | ({"cursor": cursor} if cursor else {})


def cursor_of(page: Mapping[str, Any]) -> str:
    """Say where the list goes on; empty at its end."""
    return str((page.get("response_metadata") or {}).get("next_cursor") or "")


def demand_open(room: Mapping[str, Any]) -> None:
    """Let pass a channel in use. Raises `Unreachable` if it is archived, or a direct message."""
    for mark, code in _CLOSED.items():
        if room.get(mark) is True:
            raise Unreachable(code)
