"""People who use Teams: each in their one-to-one chat with the bot, and in rooms."""

import itertools
import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import aiohttp

from tests.fake_teams_rooms import TENANT, THREAD, Room, room_of
from tests.fake_teams_service import BOT_ID, Posted, Service
from tests.teams_reading import Json, button, sent_by, texts

CARD = "application/vnd.microsoft.card.adaptive"


@dataclass(slots=True)
class Answer:
    """What the bot answered to one activity."""

    status: int
    body: Json

    @property
    def notice(self) -> str:
        """The sentence shown to the person."""
        task = self.body.get("task", {})
        value = task.get("value") if task else self.body.get("value")
        return value if isinstance(value, str) else ""

    @property
    def card(self) -> Json:
        """The card that was answered, in a dialog or in the message's place."""
        if self.body.get("type") == CARD:
            return dict(self.body["value"])
        return dict(self.body["task"]["value"]["card"]["content"])


@dataclass(slots=True)
class Chat:
    """A person in Teams, in the one-to-one chat unless there is a room.

    `at` is when Teams says that things happen.
    """

    teams: Service
    http: aiohttp.ClientSession
    bot_url: str
    person: str = "ada"
    locale: str = "en-US"
    zone: str = "Europe/Paris"
    tenant: str = TENANT
    room: Room | None = None
    authenticated: bool = False
    at: str = "2026-11-23T09:00:00.000Z"
    dialog: Json = field(default_factory=dict)
    _dialog_in: str = ""
    _ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def in_room(self, room: Room) -> "Chat":
        """Return the same person in a channel or group chat."""
        return replace(self, room=room, dialog={})

    @property
    def kind(self) -> str:
        """Where it is: personal, channel or groupChat."""
        return self.room.kind if self.room else "personal"

    @property
    def conversation(self) -> str:
        """The chat's id."""
        return self.room.id if self.room else f"a:{self.person}"

    @property
    def messages(self) -> list[Posted]:
        """What the bot has said here, threads and chats created by the bot included."""
        return [m for m in self.teams.messages.values() if self._is_here(m.conversation)]

    @property
    def posted(self) -> Posted:
        """The newest message of this chat."""
        assert self.messages, "nothing was posted here"
        return self.messages[-1]

    @property
    def card(self) -> Json:
        """The newest card, as this person sees it."""
        return self.posted.seen_by(self.person)

    def read(self) -> str:
        """Return everything that can be read on the newest card."""
        return "\n".join(texts(self.card))

    async def say(self, text: str, **more: object) -> Answer:
        """Write a message; in a room to the bot, by mentioning it."""
        if self.room and "entities" not in more:
            called = {"id": BOT_ID, "name": "Déclic"}
            mention = {"type": "mention", "text": "<at>Déclic</at>", "mentioned": called}
            text, more = f"<at>Déclic</at> {text}", {"entities": [mention], **more}
        return await self.send(self.activity("message", text=text, textFormat="plain", **more))

    async def install(self) -> Answer:
        """Add the bot: Teams tells it twice."""
        added = [{"id": BOT_ID}]
        if self.room:
            self.room.has_bot = True
        else:
            added.append({"id": f"29:{self.person}"})
        await self._changed(membersAdded=added)
        return await self.send(self.activity("installationUpdate", action="add"))

    async def remove(self) -> Answer:
        """Take the bot away; of a room Teams tells that twice too."""
        if self.room:
            self.room.has_bot = False
            await self._changed(membersRemoved=[{"id": BOT_ID}])
        return await self.send(self.activity("installationUpdate", action="remove"))

    async def bring(self, *people: str, **more: str) -> Answer:
        """Add people to the room; `more` as for `Room.add`."""
        assert self.room
        self.room.add(*people, **more)
        return await self._changed(membersAdded=_accounts(people))

    async def lead_out(self, *people: str) -> Answer:
        """Take people out of the room, or leave it."""
        assert self.room
        self.room.take(people)
        return await self._changed(membersRemoved=_accounts(people))

    async def change(self, event: str) -> Answer:
        """Rename, archive, delete or restore the channel or its team, such as `channelDeleted`.

        Teams tells it in the team's first channel.
        """
        assert self.room
        self.room.change(event)
        of_channel = {"channel": {"id": self.room.id}} if event.startswith("channel") else {}
        told = {"tenant": {"id": self.tenant}, "eventType": event, **of_channel}
        return await self._changed(channelData=told)

    async def press(self, label: str, **values: str) -> Answer:
        """Press a button of the newest card that has it; inputs are filled by name or label."""
        posted = self._with(label)
        card = posted.seen_by(self.person)
        pressed = button(card, label)
        data = sent_by(card, pressed, values)
        if pressed["type"] == "Action.Submit":
            return await self._fetch(data, posted)
        action = {"type": "Action.Execute", "verb": pressed["verb"], "data": data}
        value = {"action": action, "trigger": "manual"}
        answer = await self.invoke("adaptiveCard/action", value, posted.id, posted.thread)
        if answer.body.get("type") == CARD:
            self._see(posted, answer.body["value"])
        return answer

    async def press_old(self, label: str, **values: str) -> Answer:
        """Press a button in a client without invokes: its fallback arrives as a message."""
        posted = self._with(label)
        card = posted.seen_by(self.person)
        pressed = button(card, label)
        data = sent_by(card, pressed.get("fallback", pressed), values)
        activity = self.activity("message", value=data, replyToId=posted.id)
        activity["conversation"]["id"] = posted.thread
        return await self.send(activity)

    async def submit(self, **values: str) -> Answer:
        """Send the open dialog; inputs are filled by name or label."""
        assert self.dialog, "no dialog is open"
        pressed = next(b for b in self.dialog["body"][-1]["actions"])
        data = sent_by(self.dialog, pressed, values)
        value = {"data": data, "context": {"theme": "default"}}
        return self._shown(await self.invoke("task/submit", value, thread=self._dialog_in))

    async def invoke(self, name: str, value: Json, replied: str = "", thread: str = "") -> Answer:
        """Send an invoke, from a thread or from the chat as a whole."""
        more = {"replyToId": replied} if replied else {}
        activity = self.activity("invoke", name=name, value=value, **more)
        activity["conversation"]["id"] = thread or self.conversation
        return await self.send(activity)

    async def send(self, activity: Json, token: str | None = None) -> Answer:
        """Post an activity, with a good token where the chat is authenticated."""
        headers = {}
        if self.authenticated or token is not None:
            headers["Authorization"] = f"Bearer {token or self.teams.token()}"
        async with self.http.post(
            f"{self.bot_url}/api/messages", json=activity, headers=headers
        ) as answer:
            written = await answer.read()
            return Answer(answer.status, json.loads(written) if written[:1] == b"{" else {})

    def activity(self, kind: str, **more: object) -> Json:
        """Make an activity of this person, as Teams writes it."""
        number = f"{1700000000000 + next(self._ids)}"
        begins = kind == "message" and self.kind == "channel"
        return {
            "type": kind,
            "id": number,
            "timestamp": self.at,
            "localTimezone": self.zone,
            "locale": self.locale,
            "channelId": "msteams",
            "serviceUrl": self.teams.service_url,
            "from": {"id": f"29:{self.person}", "aadObjectId": f"aad-{self.person}"},
            "recipient": {"id": BOT_ID, "name": "Déclic"},
            "conversation": {
                "id": f"{self.conversation}{THREAD}{number}" if begins else self.conversation,
                "conversationType": self.kind,
                "tenantId": self.tenant,
            },
            "entities": [{"type": "clientInfo", "locale": self.locale, "timezone": self.zone}],
            "channelData": {"tenant": {"id": self.tenant}},
            **more,
        }

    async def _changed(self, **more: object) -> Answer:
        return await self.send(self.activity("conversationUpdate", **more))

    async def _fetch(self, data: Json, posted: Posted) -> Answer:
        value = {"data": data, "context": {"theme": "default"}}
        self._dialog_in = posted.thread
        return self._shown(await self.invoke("task/fetch", value, posted.id, posted.thread))

    def _shown(self, answer: Answer) -> Answer:
        goes_on = answer.body.get("task", {}).get("type") == "continue"
        self.dialog = answer.card if goes_on else {}
        return answer

    def _see(self, posted: Posted, card: Json) -> None:
        """In a room the answered card is seen by the one who pressed alone, until an update."""
        if self.room:
            posted.own[self.person] = card
        else:
            posted.activity["attachments"][0]["content"] = card

    def _is_here(self, conversation: str) -> bool:
        if room_of(conversation) == self.conversation:
            return True
        created = (f"a:29:{self.person}:", f"a:aad-{self.person}:")
        return self.room is None and conversation.startswith(created)

    def _with(self, label: str) -> Posted:
        for posted in reversed(self.messages):
            if f'"title": {json.dumps(label)}' in json.dumps(posted.seen_by(self.person)):
                return posted
        return self.posted


def _accounts(people: Iterable[str]) -> list[Json]:
    return [{"id": f"29:{person}", "aadObjectId": f"aad-{person}"} for person in people]
