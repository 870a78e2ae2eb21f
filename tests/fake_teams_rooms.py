"""Conversations of the fake Connector: who is in them, and what became of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

TENANT = "99999999-8888-7777-6666-555555555555"
THREAD = ";messageid="

SMALLEST, LARGEST = 50, 500
"""People on a page of a channel: Teams takes other sizes for the nearest of these."""

CLOSED = ("channelDeleted", "teamArchived", "teamDeleted")
OPENED = ("channelRestored", "teamUnarchived")


@dataclass(slots=True)
class Room:
    """A channel, a group chat or the chat of one person.

    `members` are by the service's own id, in order of arrival.
    """

    id: str
    kind: str = "channel"
    members: dict[str, Json] = field(default_factory=dict)
    has_bot: bool = True
    refusal: tuple[int, str] | None = None

    def add(self, *people: str, **more: str) -> "Room":
        """Let people in: `ada` is known as `29:ada`, `aad-ada` and Ada; `more` are fields."""
        for person in people:
            known = {"id": f"29:{person}", "aadObjectId": f"aad-{person}", "name": person.title()}
            known |= {"tenantId": TENANT, "userRole": "user", **mail_of(person), **more}
            self.members[known["id"]] = {name: value for name, value in known.items() if value}
        return self

    def take(self, people: Iterable[str]) -> None:
        """Let people go."""
        for person in people:
            del self.members[f"29:{person}"]

    def member(self, wanted: str) -> Json | None:
        """Find somebody by either id."""
        found = (m for m in self.members.values() if wanted in (m["id"], m.get("aadObjectId")))
        return next(found, None)

    def page(self, size: int, token: str) -> Json:
        """Return some of the members, and where the next page begins; a chat has one page."""
        listed = list(self.members.values())
        if self.kind != "channel":
            return {"members": listed}
        start, size = int(token or 0), min(max(size, SMALLEST), LARGEST)
        rest = {"continuationToken": str(start + size)} if start + size < len(listed) else {}
        return {"members": listed[start : start + size], **rest}

    def refused(self) -> tuple[int, str] | None:
        """Return why the bot can do nothing here, if it can't."""
        return self.refusal if self.has_bot else (403, "BotNotInConversationRoster")

    def change(self, event: str) -> None:
        """Let the channel or its team be archived, deleted or brought back."""
        if event in CLOSED:
            gone = (404, "ConversationNotFound")
            self.refusal = (403, "NotEnoughPermissions") if event == "teamArchived" else gone
        if event in OPENED:
            self.refusal = None


def room_of(conversation: str) -> str:
    """Return the channel of a thread; any other conversation is its own."""
    return conversation.partition(THREAD)[0]


def mail_of(person: str) -> dict[str, str]:
    """Return how somebody is written to, and the name for signing in, which may differ."""
    return {"email": f"{person}@contoso.example", "userPrincipalName": f"{person}@corp.example"}


def person_in(chat: str) -> str:
    """Return whose chat it is: `ada` of `a:ada`, `a:29:ada:1` and `a:aad-ada:1`."""
    known = chat.removeprefix("a:").removeprefix("29:").removeprefix("aad-")
    return known.partition(":")[0]
