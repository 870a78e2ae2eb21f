"""A thread of its own for what takes minutes: neither turns nor the end of the process wait."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


async def aside(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do something in a thread, and return what it returns or raise what it raises.

    Whoever is cancelled leaves the thread to itself: what it finds is forgotten, and it keeps
    no process alive.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def tell(settle: Callable[[], None]) -> None:
        if not done.done():
            settle()

    def do() -> None:
        try:
            found = work(*args, **kwargs)
        except Exception as error:  # noqa: BLE001 - it is raised where it is waited for
            settle = _failing(done, error)
        else:
            settle = _finding(done, found)
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(tell, settle)

    Thread(target=do, name="aside", daemon=True).start()
    return await done


def _finding(done: asyncio.Future[T], found: T) -> Callable[[], None]:
    return lambda: done.set_result(found)


def _failing(done: asyncio.Future[T], error: Exception) -> Callable[[], None]:
    return lambda: done.set_exception(error)
