"""Channels of the fake Slack: who is in them, and what the bot hears of who comes and goes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.fake_slack_directory import FakeDirectory, Group, page_of
from tests.fake_slack_people import Answer, FakePerson


@dataclass(slots=True)
class Room:
    """A channel and its members, the bot among them where it was invited."""

    id: str
    name: str = "general"
    private: bool = False
    archived: bool = False
    members: list[str] = field(default_factory=list)


class FakeRooms(FakeDirectory):
    """The channels, and the events about them; the first person's client brings these."""

    def __init__(self, team: str, bot: str) -> None:
        super().__init__(team)
        self.bot = bot
        self.rooms: dict[str, Room] = {}
        self.people: list[FakePerson] = []

    # What a test sets up

    def channel(
        self, channel: str, *members: str, private: bool = False, name: str = "general"
    ) -> Room:
        """Have a channel with these members, without telling."""
        for member in members:
            self.user(member, **({"is_bot": True} if member == self.bot else {}))
        self.rooms[channel] = Room(channel, name, private=private, members=list(members))
        return self.rooms[channel]

    def as_sent(self, typed: str) -> str:
        """Write what somebody typed after a command as Slack sends it: with `should_escape`.

        Signs are escaped, and names of channels, people and groups become mentions; of a
        private channel without its name.
        """
        named = {f"#{room.name}": room_markup(room) for room in self.rooms.values()}
        named |= {f"@{user['name']}": user_markup(user) for user in self.users.values()}
        named |= {f"@{one.handle}": group_markup(one) for one in self.groups.values()}
        return " ".join(named.get(word, escaped(word)) for word in typed.split(" "))

    # What people do in a channel

    async def invite(self, user: str, channel: str, by: str = "") -> Answer | None:
        """Add somebody, or the bot; the answer is the bot's, where it hears of it."""
        self.user(user, **({"is_bot": True} if user == self.bot else {}))
        self.rooms[channel].members.append(user)
        inviter = {"inviter": by} if by else {}
        return await self._moved("member_joined_channel", user, channel, inviter)

    async def remove(self, user: str, channel: str, by: str = "") -> Answer | None:
        """Take somebody out, or the bot, which then gets an event of its own."""
        room = self.rooms[channel]
        room.members.remove(user)
        if user != self.bot:
            return await self._moved("member_left_channel", user, channel)
        kind = "group_left" if room.private else "channel_left"
        actor = {"actor_id": by} if by else {}
        return await self._told({"type": kind, "channel": channel, **actor})

    async def archive(self, channel: str, by: str = "") -> Answer | None:
        """Close a channel."""
        return await self._turned(channel, "archive", by)

    async def unarchive(self, channel: str, by: str = "") -> Answer | None:
        """Open a channel again, with the members it had."""
        return await self._turned(channel, "unarchive", by)

    async def delete_channel(self, channel: str) -> Answer | None:
        """Delete a channel for good."""
        room = self.rooms.pop(channel)
        if self.bot not in room.members:
            return None
        return await self._told({"type": f"{_kind(room)}_deleted", "channel": channel})

    # What the Web API says of them

    def wrong_with(self, channel: str, person: str = "") -> str:
        """Say why the bot may not post there, to one person if any is named; empty if it may."""
        if not channel.startswith(("C", "G")):
            return ""
        room = self.rooms.get(channel)
        if room is None or (room.private and self.bot not in room.members):
            return "channel_not_found"
        if room.archived:
            return "is_archived"
        if self.bot not in room.members:
            return "not_in_channel"
        return "user_not_in_channel" if person and person not in room.members else ""

    def room_info(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """Answer `conversations.info`."""
        room = self._visible(body)
        if room is None:
            return {"ok": False, "error": "channel_not_found"}
        about = {
            "id": room.id,
            "is_channel": True,
            "is_private": room.private,
            "is_archived": room.archived,
            "is_member": self.bot in room.members,
            "is_im": False,
            "is_mpim": False,
        }
        return {"ok": True, "channel": about}

    def room_members(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """Answer one page of `conversations.members`."""
        room = self._visible(body)
        if room is None:
            return {"ok": False, "error": "channel_not_found"}
        return page_of(body, "members", room.members)

    def _visible(self, body: Mapping[str, Any]) -> Room | None:
        room = self.rooms.get(str(body["channel"]))
        return None if room and room.private and self.bot not in room.members else room

    async def _turned(self, channel: str, verb: str, by: str) -> Answer | None:
        room = self.rooms[channel]
        room.archived = verb == "archive"
        if self.bot not in room.members:
            return None
        return await self._told({"type": f"{_kind(room)}_{verb}", "channel": channel, "user": by})

    async def _moved(
        self, kind: str, user: str, channel: str, more: Mapping[str, str] | None = None
    ) -> Answer | None:
        if self.bot not in self.rooms[channel].members:
            return None
        team = self.users[user].get("team_id", self.team)
        event = {"type": kind, "user": user, "channel": channel, "channel_type": channel[0]}
        return await self._told({**event, "team": team, **(more or {})}, team)

    async def _told(self, event: Mapping[str, Any], team: str = "") -> Answer:
        assert self.people, "nobody's client can bring the event"
        return await self.people[0].deliver(event, team_id=team or self.team)


def escaped(text: str) -> str:
    """Escape as Slack does."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def room_markup(room: Room) -> str:
    """Mention a channel."""
    return f"<#{room.id}|{'' if room.private else escaped(room.name)}>"


def user_markup(user: Mapping[str, Any]) -> str:
    """Mention a person."""
    return f"<@{user['id']}|{escaped(user['name'])}>"


def group_markup(group: Group) -> str:
    """Mention a user group."""
    return f"<!subteam^{group.id}|@{escaped(group.handle)}>"


def _kind(room: Room) -> str:
    return "group" if room.private else "channel"
