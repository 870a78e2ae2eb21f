"""A process that carries a campaign, and dies at a chosen point with nothing more done.

Its platform is a file: what stands there was taken, whatever becomes of the process.
"""

import asyncio
import itertools
import os
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, event
from typing_extensions import override

from adapters.wiring import make_engine
from bot.events import Actor, Address, Clicked, MessageRef
from bot.messages import Message
from storage.store import open_store
from tests.databases import KEY
from tests.fakes import Clock, FakeMessenger, person_of
from tests.world import World, library

library()  # once, for all processes that begin as a copy of this one

WORKSPACE = "fake:T0TEAM"
HR = "hr"

POINTS = ("before_cursor_execute", "after_cursor_execute", "commit", "release_savepoint")
"""What counts as a point: just before and after a statement, and at the end of a turn."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something of a campaign's life, at a time: a press of HR, then all that is due."""

    name: str
    at: datetime
    token: str = ""
    option: str = ""


class Doom:
    """Ends this process at a point of a step, counted from 1; at 0 never.

    Of the step `yes`, points are what the platform took.
    """

    def __init__(self, step: str, at: int) -> None:
        self._step, self._at = step, at
        self._taken = 0
        self.begin("")

    def begin(self, step: str) -> None:
        """Count anew."""
        self.passed = 0
        self._numbers = itertools.count(1)  # threads take a number each
        self._last = self._at if step == self._step else 0

    def point(self, *_: object) -> None:
        """Pass one point."""
        self.passed = next(self._numbers)
        if self.passed == self._last:
            os.kill(os.getpid(), signal.SIGKILL)

    def yes(self) -> None:
        """Hear a yes of the platform."""
        self._taken += 1
        if (self._step, self._at) == ("yes", self._taken):
            os.kill(os.getpid(), signal.SIGKILL)


class Paper(FakeMessenger):
    """A platform that writes down whom it took an invitation for, before it says so."""

    def __init__(self, log: Path, doom: Doom) -> None:
        super().__init__()
        self._log = log
        self._doom = doom

    @override
    async def post(
        self, address: Address, message: Message, under: MessageRef | None = None
    ) -> MessageRef:
        ref = await super().post(address, message, under)
        write(self._log, f"taken {person_of(address)}")
        await asyncio.sleep(0)  # others are on their way, too
        self._doom.yes()
        return ref


def carry(url: str, log: Path, steps: Sequence[Step], chunk: int, dies: tuple[str, int]) -> None:
    """Go through the steps, and write down how many points each had."""
    asyncio.run(_carry(url, log, steps, chunk, Doom(*dies)))


def write(log: Path, line: str) -> None:
    """Add a line that outlives this process."""
    with log.open("a") as written:
        written.write(f"{line}\n")


async def _carry(url: str, log: Path, steps: Sequence[Step], chunk: int, doom: Doom) -> None:
    store, clock = open_store(url, KEY), Clock()
    paper = Paper(log, doom)
    world = World(make_engine(store, library(), {"fake": paper}, clock, chunk=chunk), clock)
    for name in POINTS:
        event.listen(Engine, name, doom.point)
    for step in steps:
        clock.at = step.at
        doom.begin(step.name)
        if step.option:
            await world.engine.handle(_press(step, f"{os.getpid()}-{step.name}"))
        await world.settle()
        write(log, f"done {step.name} {doom.passed}")
    await world.engine.loop.stop()
    store.close()


def _press(step: Step, event_id: str) -> Clicked:
    return Clicked(
        id=event_id,
        at=step.at,
        actor=Actor(WORKSPACE, HR),
        address={"platform": "fake", "tenant": "T0TEAM", "person": HR},
        token=step.token,
        option=step.option,
    )
