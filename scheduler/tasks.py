"""Work begun and not waited for, until the process stops."""

import asyncio
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any


class Tasks:
    """Holds what is under way, so that it is neither lost nor left behind."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[int]] = set()

    def start(self, work: Coroutine[Any, Any, int]) -> asyncio.Task[int]:
        """Begin something."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def finished(self, grace: timedelta) -> bool:
        """Wait until all is done, also what begins meanwhile; false if that takes too long."""
        try:
            async with asyncio.timeout(grace.total_seconds()):
                while self._tasks:
                    await asyncio.wait(self._tasks)
        except TimeoutError:
            return False
        return True

    async def cancel(self) -> None:
        """End what does not end by itself; each gives back what it holds."""
        late = set(self._tasks)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
