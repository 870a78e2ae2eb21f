"""People of the fake Slack, and the signed requests by which the bot hears of them."""

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlencode

import orjson
from aiohttp import ClientResponse

if TYPE_CHECKING:
    from tests.fake_slack import FakeSlack, Posted

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
FORM = "application/x-www-form-urlencoded"
PATH = "/slack/events"

Dict = dict[str, Any]


class Sender(Protocol):
    """A client of the bot's web server, such as aiohttp's `TestClient`."""

    def post(
        self, path: str, /, *, data: bytes, headers: Mapping[str, str]
    ) -> AbstractAsyncContextManager[ClientResponse]:
        """Send one request."""


@dataclass(frozen=True, slots=True)
class Signed:
    """One request as Slack would send it."""

    body: bytes
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bot's web server answered."""

    status: int
    body: Mapping[str, Any]
    headers: Mapping[str, str]


def sign(secret: str, body: bytes, at: datetime) -> dict[str, str]:
    """Make the two headers by which Slack vouches for a request."""
    stamp = str(int(at.timestamp()))
    digest = hmac.new(secret.encode(), b"v0:%b:%b" % (stamp.encode(), body), hashlib.sha256)
    signature = f"v0={digest.hexdigest()}"
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signature}


def as_event(payload: Mapping[str, Any], secret: str, at: datetime) -> Signed:
    """Sign a delivery of the Events API."""
    body = orjson.dumps(payload)
    return Signed(body, sign(secret, body, at) | {"Content-Type": "application/json"})


def as_interaction(payload: Mapping[str, Any], secret: str, at: datetime) -> Signed:
    """Sign a press or a submission."""
    return as_form({"payload": orjson.dumps(payload).decode()}, secret, at)


def as_form(fields: Mapping[str, str], secret: str, at: datetime) -> Signed:
    """Sign a form, such as that of a slash command."""
    body = urlencode(fields).encode()
    return Signed(body, sign(secret, body, at) | {"Content-Type": FORM})


class FakePerson:
    """Somebody who uses the bot. Each verb sends one request and returns the bot's answer."""

    def __init__(self, slack: "FakeSlack", user: str, client: Sender) -> None:
        self.slack = slack
        self.user = user
        self.client = client

    # What they see

    @property
    def here(self) -> str:
        """The channel in which they act: the bot's direct message."""
        return self.slack.dm(self.user)

    @property
    def messages(self) -> list["Posted"]:
        """Their direct message, oldest first."""
        return self.slack.seen_by(self.user)

    @property
    def whispers(self) -> list["Posted"]:
        """What only they were told."""
        return [one for one in self.slack.whispers if one.whispered_to == self.user]

    @property
    def modal(self) -> Dict | None:
        """The form on top, if one is open."""
        stack = self.slack.modals[self.user]
        return stack[-1] if stack else None

    @property
    def home(self) -> Dict | None:
        """The app's page, if it was published."""
        return self.slack.published.get(self.user)

    def in_channel(self, channel: str) -> "InChannel":
        """The same person, in a channel."""
        return InChannel(self, channel)

    # What they do

    async def command(
        self, text: str = "", *, name: str = "/coach", channel: str | None = None
    ) -> Answer:
        """Type a slash command, where they are unless a channel is named."""
        fields = self.slash(text, name=name, channel=channel or self.here)
        answer = await self.send(as_form(fields, self.slack.signing_secret, self.slack.now()))
        if answer.body.get("text") or answer.body.get("blocks"):
            self.slack.respond(self.user, answer.body, fields["channel_id"])
        return answer

    async def say(self, text: str) -> Answer:
        """Write in the direct message."""
        return await self.deliver(self.words(text))

    async def mention(
        self, text: str, channel: str = "C0GENERAL", *, under: "Posted | None" = None
    ) -> Answer:
        """Write to the bot by name in a channel, or in the thread under a message."""
        words = f"<@{self.slack.bot}> {text}"
        event = {"type": "app_mention", "user": self.user, "text": words, "channel": channel}
        thread = {"thread_ts": under.ts} if under else {}
        return await self.deliver(event | thread, team_id=self._team)

    async def open_home(self, tab: str = "home") -> Answer:
        """Open the app's page; with tab `messages` its chat."""
        channel = self.slack.dm(self.user)
        event = {"type": "app_home_opened", "user": self.user, "channel": channel, "tab": tab}
        return await self.deliver(event)

    async def change_profile(self, **changes: object) -> Answer:
        """Change locale, zone (`tz`) or anything else of the profile."""
        self.slack.users[self.user] |= changes
        return await self.deliver({"type": "user_change", "user": self.slack.users[self.user]})

    async def press(self, label: str) -> Answer:
        """Press the newest button, or choose the newest list entry, with this label."""
        return await self.send_interaction(self.pressed(label))

    def tick(self, *labels: str) -> None:
        """Tick boxes of the newest message that has them; nothing is sent yet."""
        message, block, element = self._input("checkboxes", "multi_static_select")
        chosen = [one for one in element["options"] if one["text"]["text"] in labels]
        assert len(chosen) == len(labels), f"{labels} are not all there"
        self._enter(message, block, element, {"selected_options": chosen})

    def choose_date(self, day: str) -> None:
        """Choose a day in the newest date picker; nothing is sent yet."""
        message, block, element = self._input("datepicker")
        self._enter(message, block, element, {"selected_date": day})

    async def fill(self, values: Mapping[str, str | list[str]] | None = None) -> Answer:
        """Fill in the open form by field id, with option ids or texts, and send it."""
        assert self.modal is not None, "no form is open"
        answer = await self.send_interaction(self.submission(values or {}))
        self._after_form(answer)
        return answer

    async def deliver(self, event: Mapping[str, Any], **outer: object) -> Answer:
        """Deliver one event of the Events API."""
        envelope = self.envelope(event) | outer
        return await self.send(as_event(envelope, self.slack.signing_secret, self.slack.now()))

    async def send_interaction(self, payload: Mapping[str, Any]) -> Answer:
        """Send a press or a submission."""
        now = self.slack.now()
        return await self.send(as_interaction(payload, self.slack.signing_secret, now))

    async def send(self, request: Signed) -> Answer:
        """Send a request as it is."""
        async with self.client.post(
            PATH, data=request.body, headers=dict(request.headers)
        ) as response:
            raw = await response.read()
            is_json = response.content_type == "application/json" and raw
            body = orjson.loads(raw) if is_json else {"text": raw.decode()} if raw else {}
            if self.slack.told:
                await self.slack.told()
            return Answer(response.status, body, dict(response.headers))

    # Payloads, as dictionaries to change before they are sent

    def slash(self, text: str, *, name: str = "/coach", channel: str = "C0GENERAL") -> Dict:
        """Make the form of a slash command."""
        return {
            "command": name,
            "text": text,
            "team_id": self.slack.team,
            "user_id": self.user,
            "channel_id": channel,
            "channel_name": self._name(channel),
            "api_app_id": "A0APP",
            "is_enterprise_install": "false",
            "trigger_id": self.slack.trigger(self.user),
            "response_url": self._hook(channel),
        }

    def envelope(self, event: Mapping[str, Any]) -> Dict:
        """Make a delivery of the Events API."""
        return {
            "type": "event_callback",
            "event_id": f"Ev{self.slack.number()}",
            "team_id": self.slack.team,
            "api_app_id": "A0APP",
            "authorizations": [
                {"team_id": self.slack.team, "user_id": self.slack.bot, "is_bot": True}
            ],
            "event": dict(event),
        }

    def words(self, text: str) -> Dict:
        """Make a message in the direct message."""
        return {
            "type": "message",
            "channel_type": "im",
            "channel": self.slack.dm(self.user),
            "user": self.user,
            "text": text,
            "ts": f"{int(self.slack.now().timestamp())}.{self.slack.number():06d}",
        }

    def pressed(self, label: str) -> Dict:
        """Make the payload of a press on the newest control with this label."""
        for place, blocks in self._places():
            for block, element in _elements(blocks):
                if action := _press(element, label):
                    action |= {"block_id": block.get("block_id", "b1")}
                    return self._interaction("block_actions") | place | {"actions": [action]}
        raise AssertionError(f"nothing here is called {label!r}")

    def submission(self, values: Mapping[str, str | list[str]]) -> Dict:
        """Make the payload of sending the open form."""
        assert self.modal is not None, "no form is open"
        state = _state(self.modal["blocks"])
        for name, value in values.items():
            assert name in state, f"the form has no field {name!r}"
            block = next(one for one in self.modal["blocks"] if one.get("block_id") == name)
            state[name] = {block["element"]["action_id"]: _filled(block["element"], value)}
        view = self.modal | {"state": {"values": state}}
        return self._interaction("view_submission") | {"view": view}

    def _interaction(self, kind: str) -> Dict:
        return {
            "type": kind,
            "team": {"id": self._team, "domain": "example"},
            "user": {"id": self.user, "team_id": self._team},
            "api_app_id": "A0APP",
            "is_enterprise_install": False,
            "trigger_id": self.slack.trigger(self.user),
        }

    def _places(self) -> Iterator[tuple[Dict, list[Dict]]]:
        """Where they may press: the form on top, the newest message, and last their home."""
        if self.modal:
            yield _in_view(self.modal), self.modal["blocks"]
        shown = sorted([*self.messages, *self.whispers], key=lambda one: one.ts, reverse=True)
        for message in shown:
            yield self._in_message(message), message.blocks
        if home := self.home:
            yield _in_view(home), home["blocks"]

    def _in_message(self, message: "Posted") -> Dict:
        channel = message.channel or "C0GENERAL"
        thread = {"thread_ts": message.thread} if message.thread else {}
        container = {
            "type": "message",
            "channel_id": channel,
            "message_ts": message.ts,
            "is_ephemeral": bool(message.whispered_to),
            **thread,
        }
        values = _state(message.blocks) | message.state
        shown = {"ts": message.ts, "team": self.slack.team, "user": self.slack.bot, **thread}
        return {
            "container": container,
            "channel": {"id": channel, "name": self._name(channel)},
            "state": {"values": values},
            "response_url": self._hook(channel),
            **({} if message.whispered_to else {"message": {"type": "message", **shown}}),
        }

    @property
    def _team(self) -> str:
        return str(self.slack.users[self.user].get("team_id", self.slack.team))

    def _name(self, channel: str) -> str:
        if channel.startswith("D"):
            return "directmessage"
        room = self.slack.rooms.get(channel)
        return "privategroup" if room and room.private else "general"

    def _hook(self, channel: str) -> str:
        return self.slack.url.replace("/api/", f"/hook/{self.user}?channel={channel}")

    def _input(self, *kinds: str) -> tuple["Posted", Dict, Dict]:
        for message in reversed(self.messages):
            for block, element in _elements(message.blocks):
                if element["type"] in kinds:
                    return message, block, element
        raise AssertionError(f"no message has any of {kinds}")

    def _enter(self, message: "Posted", block: Dict, element: Dict, value: Dict) -> None:
        entered = {"type": element["type"], **value}
        message.state[block["block_id"]] = {element["action_id"]: entered}

    def _after_form(self, answer: Answer) -> None:
        """Do with the forms what Slack does: errors keep the form open."""
        stack = self.slack.modals[self.user]
        match answer.body.get("response_action"):
            case "errors":
                return
            case "update":
                stack[-1] = dict(answer.body["view"]) | {"id": stack[-1]["id"]}
                self.slack.opened.append(stack[-1])
            case "clear":
                stack.clear()
            case _ if answer.status == 200:
                stack.pop()


class InChannel(FakePerson):
    """A person in one channel: what they see there, and what they do there."""

    def __init__(self, person: FakePerson, channel: str) -> None:
        super().__init__(person.slack, person.user, person.client)
        self._channel = channel

    @property
    def here(self) -> str:
        """The channel."""
        return self._channel

    @property
    def messages(self) -> list["Posted"]:
        """What stands in the channel and in its threads, oldest first."""
        return self.slack.seen_in(self.here)

    @property
    def whispers(self) -> list["Posted"]:
        """What only they were told, in this channel."""
        return [one for one in super().whispers if one.channel == self.here]

    @property
    def home(self) -> None:
        """No page is open beside the channel."""
        return

    async def mention(
        self, text: str, channel: str = "", *, under: "Posted | None" = None
    ) -> Answer:
        """Write to the bot by name, in this channel."""
        return await super().mention(text, channel or self.here, under=under)


def _in_view(view: Dict) -> Dict:
    return {"container": {"type": "view", "view_id": view.get("id", "")}, "view": view}


def _elements(blocks: list[Dict]) -> Iterator[tuple[Dict, Dict]]:
    for block in blocks:
        inside = [block.get("element"), block.get("accessory")]
        inside += block["elements"] if block["type"] == "actions" else []
        yield from ((block, element) for element in inside if element)


def _press(element: Dict, label: str) -> Dict | None:
    named = {"type": element["type"], "action_id": element["action_id"]}
    if element["type"] == "button" and element["text"]["text"] == label:
        return named | {"value": element["value"]} if "value" in element else named
    if element["type"] in ("static_select", "overflow"):
        for option in element["options"]:
            if option["text"]["text"] == label:
                return named | {"selected_option": option}
    return None


def _state(blocks: list[Dict]) -> dict[str, Dict]:
    """What the inputs hold before anybody touches them."""
    return {
        block["block_id"]: {block["element"]["action_id"]: _first(block["element"])}
        for block in blocks
        if block["type"] == "input"
    }


def _first(element: Dict) -> Dict:
    kind = element["type"]
    match kind:
        case "checkboxes" | "multi_static_select":
            return {"type": kind, "selected_options": element.get("initial_options", [])}
        case "radio_buttons" | "static_select":
            return {"type": kind, "selected_option": element.get("initial_option")}
        case "datepicker":
            return {"type": kind, "selected_date": element.get("initial_date")}
        case "timepicker":
            return {"type": kind, "selected_time": element.get("initial_time")}
        case "users_select":
            return {"type": kind, "selected_user": element.get("initial_user")}
        case "multi_users_select":
            return {"type": kind, "selected_users": element.get("initial_users", [])}
        case "conversations_select":
            chosen = element.get("initial_conversation")
            return {"type": kind, "selected_conversation": chosen}
    return {"type": kind, "value": element.get("initial_value")}


def _filled(element: Dict, value: str | list[str]) -> Dict:
    kind = element["type"]
    match kind:
        case "checkboxes" | "multi_static_select":
            chosen = [one for one in element["options"] if one["value"] in value]
            return {"type": kind, "selected_options": chosen}
        case "radio_buttons" | "static_select":
            found = next(one for one in element["options"] if one["value"] == value)
            return {"type": kind, "selected_option": found}
        case "datepicker":
            return {"type": kind, "selected_date": value}
        case "timepicker":
            return {"type": kind, "selected_time": value}
        case "users_select":
            return {"type": kind, "selected_user": value}
        case "multi_users_select":
            assert len(value) <= element["max_selected_items"], "not so many can be chosen"
            return {"type": kind, "selected_users": list(value)}
        case "conversations_select":
            return {"type": kind, "selected_conversation": value}
    return {"type": kind, "value": value}
