"""What can be asked of the page: a closed month, for the company or one of its departments."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import urlencode

from bot.measuring.published import Closed, Month

MOST_KEPT = 36
"""Closed months kept in memory; a closed month never changes."""

Months: TypeAlias = Callable[[], Awaitable[Sequence[Month]]]
"""Lists closed months, in any order."""

Read: TypeAlias = Callable[[Month], Awaitable[Closed | None]]
"""Reads a closed month."""


class UnknownView(Exception):
    """There is no such view: nothing but the pickers' own values can be asked for."""


@dataclass(frozen=True, slots=True)
class View:
    """What is looked at.

    Attributes:
        closed: the month.
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
        self._kept: dict[Month, Closed] = {}

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
        closed = await self._of(month)
        group = query.get("group", closed.groups[0])
        if group not in closed.groups:
            raise UnknownView
        read = [one for one in months if one < month][: so_many - 1]
        earlier = [await self._of(one) for one in reversed(read)]
        return View(closed, group, months, tuple(earlier))

    async def _of(self, month: Month) -> Closed:
        if month not in self._kept:
            found = await self._read(month)
            if found is None:
                raise UnknownView
            if len(self._kept) >= MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[month] = found
        return self._kept[month]


def _chosen(asked: str, months: Sequence[Month]) -> Month:
    for month in months:
        if str(month) == asked:
            return month
    raise UnknownView


def _first(months: Sequence[Month]) -> Month:
    if not months:
        raise UnknownView
    return months[0]
