"""Who was there in a month: invited, active and away, as far as indicators ask."""

from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import timedelta

from bot.measuring.ports import Records
from bot.measuring.published import Month
from bot.measuring.windows import Window

WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Week:
    """A week from Monday to Sunday: who was active at its start, and who was away in it."""

    window: Window
    active: AbstractSet[str]
    away: AbstractSet[str]

    @property
    def present(self) -> AbstractSet[str]:
        """Who was there."""
        return self.active - self.away


@dataclass(frozen=True, slots=True)
class Population:
    """The people that a month's shares are of.

    Attributes:
        invited: and still employed.
        active: at the start of the month.
        lately: active at the start of the last four weeks of the month.
        weeks: those that begin in the month.
    """

    invited: AbstractSet[str]
    active: AbstractSet[str]
    lately: AbstractSet[str]
    weeks: tuple[Week, ...]

    def among(self, people: AbstractSet[str]) -> "Population":
        """Return only what there is of these people."""
        weeks = (Week(w.window, w.active & people, w.away & people) for w in self.weeks)
        return Population(
            self.invited & people, self.active & people, self.lately & people, tuple(weeks)
        )

    @property
    def span(self) -> Window:
        """From the start of the first week to the end of the last."""
        return Window(self.weeks[0].window.start, self.weeks[-1].window.end)

    @property
    def present(self) -> Mapping[str, float]:
        """In how many of the weeks each person was there."""
        counted = Counter(person for week in self.weeks for person in week.present)
        return {person: float(weeks) for person, weeks in counted.items()}


def population(records: Records, month: Month) -> Population:
    """Read who was there."""
    window = month.window
    weeks = (
        Week(week, records.active(week.start), records.away(week.start, week.end))
        for week in weeks_of(month)
    )
    return Population(
        records.invited(window.start, window.end),
        records.active(window.start),
        records.active(four_weeks(month).start),
        tuple(weeks),
    )


def weeks_of(month: Month) -> Iterator[Window]:
    """Return the weeks that begin in a month: each week belongs to one."""
    window = month.window
    start = window.start + timedelta(days=-window.start.weekday() % 7)
    while start < window.end:
        yield Window(start, start + WEEK)
        start += WEEK


def four_weeks(month: Month) -> Window:
    """Return the last four weeks of a month (coaching 5.2, #22)."""
    return Window(month.window.end - 4 * WEEK, month.window.end)
