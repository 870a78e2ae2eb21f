"""What can be asked of the page: a closed month, for the company or one of its departments.

Only what is shown is read: of a large company a month has thousands of figures.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import urlencode

from bot.measuring.company import TOP
from bot.measuring.excerpts import Excerpt
from bot.measuring.published import Closed, Month

MOST_KEPT = 240
"""Parts of closed months kept in memory, of some 50 kB each; a closed month never changes."""

OF_EVERY_GROUP = ("alignment",)
"""Indicators that are shown side by side where the company is looked at."""

Months: TypeAlias = Callable[[], Awaitable[Sequence[Month]]]
"""Lists closed months, in any order."""

Read: TypeAlias = Callable[[Sequence[Excerpt]], Awaitable[Sequence[Closed | None]]]
"""Reads parts of closed months, in order; None for a month that is not closed.

Raises `Unreadable` for want of a key.
"""


class UnknownView(Exception):
    """There is no such view: nothing but the pickers' own values can be asked for."""


@dataclass(frozen=True, slots=True)
class View:
    """What is looked at.

    Attributes:
        closed: the month; of other groups than the one, only what is shown beside it.
        group: the company or one of its departments.
        months: all closed months, the newest first.
        earlier: the closed months before this one that are read, the oldest first.
    """

    closed: Closed
    group: str
    months: tuple[Month, ...]
    earlier: tuple[Closed, ...]

    @property
    def before(self) -> Closed | None:
        """The month right before, if it is closed."""
        last = self.earlier[-1] if self.earlier else None
        return last if last and last.month == self.closed.month.before else None

    @property
    def of_company(self) -> bool:
        """Tell whether it is of the whole company."""
        return self.group == self.closed.groups[0]

    def address(self, name: str = "") -> str:
        """Return the address of something about it, such as `/figures.csv`."""
        query = {"month": str(self.closed.month), "group": self.group}
        return f"/dashboard{name}?{urlencode(query)}"


class Views:
    """Finds views among the closed months."""

    def __init__(self, months: Months, read: Read) -> None:
        self._months = months
        self._read = read
        self._kept: dict[Excerpt, Closed] = {}

    async def find(self, query: Mapping[str, str], so_many: int) -> View | None:
        """Return what a query asks for, with months before it; None while no month is closed.

        Raises:
            UnknownView: the query has anything else.
        """
        if set(query) - {"month", "group"}:
            raise UnknownView
        months = tuple(sorted(await self._months(), reverse=True))
        if not months and not query:
            return None
        month = _chosen(query["month"], months) if "month" in query else _first(months)
        group = query.get("group", TOP)
        before = [one for one in months if one < month][: so_many - 1]
        asked = [Excerpt(one, group) for one in reversed(before)]
        beside = OF_EVERY_GROUP if group == TOP else ()
        *earlier, closed = await self._all([*asked, Excerpt(month, group, beside)])
        return View(closed, group, months, tuple(earlier))

    async def _all(self, asked: Sequence[Excerpt]) -> list[Closed]:
        """Return what is asked for, of which the last one has the group."""
        missing = [one for one in asked if one not in self._kept]
        read = await self._read(missing) if missing else ()
        new = {one: found for one, found in zip(missing, read, strict=True) if found}
        closed = [self._kept.get(one) or new.get(one) for one in asked]
        known = [one for one in closed if one]
        if len(known) < len(asked) or asked[-1].group not in known[-1].groups:
            raise UnknownView
        self._keep(new)
        return known

    def _keep(self, new: Mapping[Excerpt, Closed]) -> None:
        self._kept |= new
        for oldest in list(self._kept)[: max(len(self._kept) - MOST_KEPT, 0)]:
            del self._kept[oldest]


def _chosen(asked: str, months: Sequence[Month]) -> Month:
    for month in months:
        if str(month) == asked:
            return month
    raise UnknownView


def _first(months: Sequence[Month]) -> Month:
    if not months:
        raise UnknownView
    return months[0]
