"""A place for each turn, and none in a queue."""

import asyncio
import logging
from contextlib import ExitStack

import pytest

from adapters.admission import Admission, Full
from bot.errors import Busy


def fill(admission: Admission, *, comes_back: bool) -> ExitStack:
    """Hold every place that one kind can have."""
    held = ExitStack()
    while True:
        try:
            held.enter_context(admission.place("test", comes_back=comes_back))
        except Full:
            return held


def test_what_comes_back_leaves_places_to_people_who_wait() -> None:
    """One in five is for them, and they may have all the others too."""
    admission = Admission(10)
    with fill(admission, comes_back=True):
        assert admission.in_flight == 8
        with fill(admission, comes_back=False):
            assert admission.in_flight == 10
    assert admission.in_flight == 0
    with fill(admission, comes_back=False):
        assert admission.in_flight == 10


def test_what_is_refused_is_counted_by_kind() -> None:
    """For whoever looks at the bot from outside; the engine's word for it is `Busy`."""
    admission = Admission(5)
    with fill(admission, comes_back=False):
        for kind in ("command", "event", "event"):
            with pytest.raises(Busy), admission.place(kind, comes_back=True):
                raise AssertionError("it got in")
    assert admission.refused == {"test": 1, "command": 1, "event": 2}


async def test_a_turn_that_fails_or_is_given_up_leaves_its_place() -> None:
    """Otherwise the bot would fill up with turns that are none."""
    admission = Admission(5)
    with pytest.raises(KeyError), admission.place("test", comes_back=False):
        raise KeyError

    async def wait() -> None:
        with admission.place("test", comes_back=False):
            await asyncio.sleep(60)

    waiting = asyncio.create_task(wait())
    await asyncio.sleep(0)
    assert admission.in_flight == 1
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert admission.in_flight == 0


def test_a_rush_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    """A line for each refusal would cost more than the refusal."""
    caplog.set_level(logging.WARNING)
    admission = Admission(10)
    for _ in range(2):
        with fill(admission, comes_back=False):
            for _ in range(50):
                with pytest.raises(Full), admission.place("event", comes_back=True):
                    raise AssertionError("it got in")
    assert [one.getMessage() for one in caplog.records] == ["admission.full"] * 2


async def test_once_closed_nobody_gets_in_and_whoever_is_in_goes_on() -> None:
    """So that a process can end without losing what it accepted."""
    admission = Admission(10)
    with admission.place("test", comes_back=False):
        closing = asyncio.create_task(admission.close())
        await asyncio.sleep(0)
        with pytest.raises(Full), admission.place("test", comes_back=False):
            raise AssertionError("it got in")
        assert not closing.done()
    await closing
    assert admission.in_flight == 0


async def test_closing_what_is_idle_waits_for_nothing() -> None:
    """Nor does it a second time."""
    admission = Admission(10)
    with admission.place("test", comes_back=True):
        pass
    await admission.close()
    await admission.close()
