"""What is published of a month once it is closed: figures that may be shown, and nothing else.

A month is closed when everything in it has been followed to its end (`Window.followed_until`).
What was published then stays as it is: nobody compares Monday's figure with Tuesday's
(coaching 5.5, rule 4).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from bot.groups.changing import Change
from bot.groups.shown import Shown
from bot.measuring.windows import Window

DECEMBER = 12


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month, in UTC."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """Return the month of a day."""
        return cls(day.year, day.month)

    @classmethod
    def read(cls, name: str) -> "Month":
        """Read `2026-10`. Raises `ValueError` for anything else."""
        year, _, number = name.partition("-")
        return cls.of(date(int(year), int(number), 1))

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"

    @property
    def following(self) -> "Month":
        """The next one."""
        if self.number == DECEMBER:
            return Month(self.year + 1, 1)
        return Month(self.year, self.number + 1)

    @property
    def before(self) -> "Month":
        """The one before."""
        return Month(self.year, self.number - 1) if self.number > 1 else Month(self.year - 1, 12)

    @property
    def window(self) -> Window:
        """From its first moment to that of the next."""
        return Window(_first(self), _first(self.following))


@dataclass(frozen=True, slots=True)
class Published:
    """One figure of one group in one closed month.

    Attributes:
        month: which.
        group: as the tree names it; the top is the company.
        indicator: which, a key such as `kept`, `blocker_days.decision` or `drop_off.meetings.3/6`;
            see `INDICATORS`.
        shown: what may be printed.
        change: since the month before, where it may be told.
    """

    month: Month
    group: str
    indicator: str
    shown: Shown
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Closed:
    """A month with all its figures; `groups` are the company and its departments, in order.

    Departments that are hidden are among `groups`: their figures are `too_few`. `themes` are
    started sessions by theme at company level, in order of their share.
    """

    month: Month
    groups: Sequence[str]
    figures: Mapping[tuple[str, str], Published] = field(default_factory=dict)
    themes: Sequence[str] = ()

    def of(self, group: str, indicator: str) -> Published | None:
        """Return one figure, by group and indicator."""
        return self.figures.get((group, indicator))


def _first(month: Month) -> datetime:
    return datetime(month.year, month.number, 1, tzinfo=UTC)
