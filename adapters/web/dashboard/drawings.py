"""Pictures for the page, drawn once in the background and kept: nobody waits for one."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from adapters.web.dashboard.charts import Picture
from adapters.web.dashboard.plots import ON_PAGE
from adapters.web.layers import Json
from adapters.web.pictures import NotDrawn, draw_each, inlined

MOST_KEPT = 64
"""Views whose pictures are kept in memory, of some 60 kB each."""

DrawEach: TypeAlias = Callable[[Sequence[Json]], list[str]]
"""Draws pictures as SVG, at leisure. Raises `NotDrawn`."""

Key: TypeAlias = tuple[str, str, str]
"""Month, group and language; one picture serves light and dark."""

log = logging.getLogger(__name__)


class Drawings:
    """Draws the pictures of each view once, as long as they are remembered."""

    def __init__(self, draw: DrawEach = draw_each, most: int = MOST_KEPT) -> None:
        self._draw = draw
        self._most = most
        self._kept: OrderedDict[Key, Mapping[str, str]] = OrderedDict()
        self._begun: dict[Key, asyncio.Task[None]] = {}
        self._one_at_a_time = asyncio.Lock()

    def ready(self, key: Key) -> Mapping[str, str] | None:
        """Return the pictures of a view by their id; None while there are none."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def begin(self, key: Key, pictures: Sequence[Picture]) -> None:
        """Begin to draw what has marks of a view, unless that is done or under way."""
        if key not in self._kept and key not in self._begun:
            self._begun[key] = asyncio.create_task(self._make(key, pictures))

    async def settle(self) -> None:
        """Wait until everything that was begun is drawn."""
        while self._begun:
            await asyncio.gather(*self._begun.values())

    async def _make(self, key: Key, pictures: Sequence[Picture]) -> None:
        try:
            async with self._one_at_a_time:
                self._kept[key] = await asyncio.to_thread(self._drawn, pictures)
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        except NotDrawn as error:
            log.warning("chart_not_drawn", extra={"reason": str(error)})
        finally:
            del self._begun[key]

    def _drawn(self, pictures: Sequence[Picture]) -> Mapping[str, str]:
        """Return SVGs by id; of a large company their texts alone take a while."""
        plots = {one: one.plot(ON_PAGE) for one in pictures if one.plot}
        named = zip(plots, self._draw(list(plots.values())), strict=True)
        return {one.id: inlined(svg, one.alt) for one, svg in named}
