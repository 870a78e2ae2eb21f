"""Somebody in Slack: signed requests in, the fake Web API's record out."""

import copy
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tests.fake_slack import FakeSlack, Posted
from tests.fake_slack_people import Answer, FakePerson
from tests.stage import Shown, Stage, words_in
from tests.world import World

_FACT = re.compile(r"^\*(.+)\*\n", re.MULTILINE)
_READ = frozenset({"text", "initial_value"})
_INLINE = {"text", "user"}
_PRESSED = {"button", "static_select", "overflow", "multi_static_select", "checkboxes"}


class SlackStage(Stage):
    """Signed requests in, the fake Web API's record out."""

    def __init__(self, world: World, slack: FakeSlack, person: FakePerson) -> None:
        super().__init__(world)
        self.slack = slack
        self.person = person
        self.errors: list[str] = []
        self._read: dict[str, tuple[object, Shown]] = {}

    async def say(self, text: str) -> None:
        """Type a slash command as a command, anything else as a message."""
        if text.startswith("/"):
            name, _, rest = text.partition(" ")
            answer = await self.person.command(rest.strip(), name=name)
        else:
            answer = await self.person.say(text)
        await self._settled(answer)

    async def press(self, label: str) -> None:
        """Press the newest control with this label."""
        await self._settled(await self.person.press(label))

    async def tick(self, *labels: str) -> None:
        """Tick boxes, then save."""
        self.person.tick(*labels)
        await self.press(self.save())

    async def pick(self, day: str) -> None:
        """Choose a day, then save."""
        self.person.choose_date(day)
        await self.press(self.save())

    async def fill(self, values: Mapping[str, str]) -> None:
        """Fill in the form on top and send it."""
        await self._settled(await self.person.fill(dict(values)))

    def messages(self) -> list[Shown]:
        """Return the direct message, with what only this person was told."""
        every = [*self.person.messages, *self.person.whispers]
        return [self._seen(one) for one in sorted(every, key=lambda one: one.ts)]

    def form(self) -> list[str]:
        """Return the ids of the inputs."""
        modal = self.person.modal
        return [b["block_id"] for b in modal["blocks"] if b["type"] == "input"] if modal else []

    def window(self) -> str:
        """Return the texts of the form on top."""
        return "\n".join([*words_in(self.person.modal, _READ), *self.errors])

    @property
    def identity(self) -> tuple[str, str]:
        """Return whom the platform vouches for."""
        return f"slack:{self.slack.team}", self.person.user

    def keep(self) -> object:
        """Copy what the fake knows."""
        names = ("messages", "whispers", "published", "users", "rooms", "_numbers")
        return copy.deepcopy({name: getattr(self.slack, name) for name in names})

    def begin_with(self, kept: Mapping[str, Any]) -> None:
        """Go on from a record that was kept."""
        for name, value in copy.deepcopy(dict(kept)).items():
            setattr(self.slack, name, value)

    def _seen(self, one: Posted) -> Shown:
        """Read a message, once for each of its versions."""
        blocks, shown = self._read.get(one.ts, (None, None))
        if shown is None or blocks is not one.blocks:
            shown = _shown(one)
            self._read[one.ts] = (one.blocks, shown)
        return shown

    async def _settled(self, answer: Answer) -> None:
        assert answer.status == 200
        self.errors = [str(text) for text in answer.body.get("errors", {}).values()]
        await self.answered()


def _shown(one: Posted) -> Shown:
    text = _FACT.sub(r"\1: ", "\n".join(_texts(one.blocks))) or one.text
    labels = tuple(_labels(one.blocks))
    return Shown(one.ts, text, labels, told=one.text, passing=not one.blocks)


def _texts(part: object) -> Iterator[str]:
    """Read the texts of blocks, without those of buttons."""
    if isinstance(part, list):
        if part and all(isinstance(p, dict) and p.get("type") in _INLINE for p in part):
            yield "".join(p["text"] if "text" in p else f"@{p['user_id']}" for p in part)
            return
        for one in part:
            yield from _texts(one)
    elif isinstance(part, dict) and part.get("type") not in _PRESSED:
        if isinstance(part.get("text"), str):
            yield part["text"]
        for name, value in part.items():
            if name in {"text", "elements", "fields", "blocks", "label"}:
                yield from _texts(value)


def _labels(part: object) -> Iterator[str]:
    if isinstance(part, list):
        for one in part:
            yield from _labels(one)
    elif isinstance(part, dict):
        if part.get("type") == "button" or "value" in part:
            yield part["text"]["text"]
        for name in ("elements", "options", "element", "accessory"):
            yield from _labels(part.get(name))
