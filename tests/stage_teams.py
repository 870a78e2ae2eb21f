"""Somebody in Teams: activities in, the fake Connector's record out."""

import copy
import itertools
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.ports import UnitOfWork
from tests.fake_teams import TENANT, Answer, Chat, Posted
from tests.stage import SAVE, Shown, Stage, words_in
from tests.teams_reading import buttons, inputs, texts
from tests.world import World

_FIELDS = frozenset({"label", "title", "placeholder", "errorMessage", "value"})


class TeamsStage(Stage):
    """Activities in, the fake Connector's record out."""

    def __init__(self, world: World, chat: Chat) -> None:
        super().__init__(world)
        self.chat = chat
        self.notices: list[Shown] = []

    async def say(self, text: str) -> None:
        """Type; a command is typed as its word alone."""
        await self._settled(await self.chat.say(text.removeprefix("/coach").strip() or "coach"))

    async def press(self, label: str) -> None:
        """Press a button, or choose an entry of a list and save."""
        card = self._with(label)
        if label in [b["title"] for b in buttons(card)]:
            answer = await self.chat.press(label)
        else:
            answer = await self._choose(card, label)
        await self._settled(answer)

    async def tick(self, *labels: str) -> None:
        """Tick entries, then save."""
        field = self._input(lambda one: one.get("isMultiSelect") is True)
        values = [c["value"] for c in field["choices"] if _entry(c) in labels]
        await self._settled(await self.chat.press(self.save(), **{_name(field): ",".join(values)}))

    async def pick(self, day: str) -> None:
        """Choose a day, then save."""
        field = self._input(lambda one: one["type"] == "Input.Date")
        await self._settled(await self.chat.press(self.save(), **{_name(field): day}))

    async def fill(self, values: Mapping[str, str]) -> None:
        """Fill in the dialog and send it."""
        await self._settled(await self.chat.submit(**values))

    def messages(self) -> list[Shown]:
        """Return the chat; what was only told in an answer stands at the end."""
        return [*map(_shown, self._posted()), *self.notices]

    def form(self) -> list[str]:
        """Return the names of the inputs."""
        return [_name(field) for field in inputs(self.chat.dialog)] if self.chat.dialog else []

    def window(self) -> str:
        """Return the texts of the dialog."""
        return "\n".join([*texts(self.chat.dialog), *words_in(self.chat.dialog, _FIELDS)])

    @property
    def identity(self) -> tuple[str, str]:
        """Return whom the platform vouches for."""
        return f"teams:{TENANT}", f"aad-{self.chat.person}"

    def keep(self) -> object:
        """Copy what the fake knows."""
        ids = (next(self.chat._ids), next(self.chat.teams._ids))
        return copy.deepcopy({"messages": self.chat.teams.messages, "ids": ids})

    async def begin_with(self, kept: Mapping[str, Any]) -> None:
        """Go on from a record that was kept; the service has moved to another port since."""
        kept = copy.deepcopy(dict(kept))
        self.chat.teams.messages = kept["messages"]
        self.chat._ids, self.chat.teams._ids = map(itertools.count, kept["ids"])
        await self.world.change(self._move)

    def _move(self, uow: UnitOfWork) -> None:
        person = uow.people.find(*self.identity)
        assert person is not None
        address = {**person.address, "service_url": self.chat.teams.service_url}
        uow.people.put(replace(person, address=address))

    async def _settled(self, answer: Answer) -> None:
        assert answer.status == 200
        if answer.notice:
            key = f"notice {len(self.notices)}"
            self.notices.append(Shown(key, answer.notice, passing=True))
        await self.answered()

    def _posted(self) -> list[Posted]:
        mine = self.chat.teams.messages.values()
        return [m for m in mine if m.conversation == self.chat.conversation]

    def _input(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        for posted in reversed(self._posted()):
            for field in inputs(posted.card):
                if wanted(field):
                    return field
        raise AssertionError("no message asks for that")

    def _with(self, label: str) -> dict[str, Any]:
        for posted in reversed(self._posted()):
            if label in _labels(posted.card):
                return posted.card
        raise AssertionError(f"nothing here is called {label!r}: {self.labels()}")

    async def _choose(self, card: dict[str, Any], label: str) -> Answer:
        field = next(i for i in inputs(card) if label in [_entry(c) for c in i.get("choices", [])])
        value = next(c["value"] for c in field["choices"] if _entry(c) == label)
        save = next(b for b in buttons(card) if b["title"] in SAVE)
        return await self.chat.press(save["title"], **{_name(field): value})


def _shown(posted: Posted) -> Shown:
    card = posted.card
    told = str(posted.activity.get("summary", ""))
    return Shown(posted.id, "\n".join(texts(card)), tuple(_labels(card)), told)


def _labels(card: dict[str, Any]) -> list[str]:
    entries = [_entry(c) for i in inputs(card) for c in i.get("choices", [])]
    return [b["title"] for b in buttons(card)] + entries


def _entry(choice: dict[str, Any]) -> str:
    """An entry of a list without its second line."""
    return str(choice["title"]).split(" – ")[0]


def _name(field: dict[str, Any]) -> str:
    return str(field["id"]).rsplit(".", maxsplit=1)[-1]
