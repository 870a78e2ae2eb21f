"""How long closing a month takes: `python -m tests.closing_scale 100000` prints the figures.

People live two months; before the last one, as many months as given (twelve) are made up as
if they had been published, with most of the same people in each.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from bot.groups.release import Wave
from bot.measuring.catalogue import INDICATORS
from bot.measuring.closing import Closing, Happened
from bot.measuring.company import TOP
from bot.measuring.gathering import Gathering
from bot.measuring.measures import MEASURES
from bot.measuring.population import population
from bot.measuring.published import Closed, Month
from storage import migrate
from storage.store import open_store
from tests.databases import KEY
from tests.lives import DIALOGUES, OCTOBER, Company, company, live, months
from tests.team_rows import within


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print how long something took, and how large the process has become."""
    begun = time.monotonic()
    yield
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{what}: {time.monotonic() - begun:.1f} s, {grown:.0f} MB")  # noqa: T201 - a script


def earlier(series: str, people: list[str], departments: int, number: int) -> list[Wave]:
    """Make up waves: four of five people counted, each in their department."""
    draw = Random(series)  # noqa: S311 - makes up lives
    wide = series not in _BY_DEPARTMENT
    return [
        Wave(
            f"{month} {series}",
            {
                person: TOP if wide else f"D{at % departments:03}"
                for at, person in enumerate(people)
                if draw.random() < _COUNTED
            },
        )
        for month in months(Month(2025, 9), number)
    ]


def main(number: int, departments: int, before: int) -> None:
    """Close October."""
    paths = company(number, departments)
    with timed("lived"):
        source = Company(list(live(paths, months(Month(2026, 9), 2), 1)), paths)
    gathering = Gathering(OCTOBER)
    with timed("gathered"):
        for ask in gathering.asks():
            ask.take(source.between(ask.kinds, ask.start, ask.end))
    source.records = ()
    with timed("sorted and placed"):
        happened = Happened(OCTOBER, gathering.records, population(source, OCTOBER), paths)
        closing = Closing(happened, DIALOGUES, None)
    with timed("measured and released"):
        for series in closing.series:
            begun = time.monotonic()
            closing.take(series, earlier(series, list(paths), departments, before))
            print(f"  {series}: {time.monotonic() - begun:.1f} s")  # noqa: T201 - a script
    found, waves = closing.closed()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'declic.sqlite3'}"
        migrate.upgrade(url)
        store = open_store(url, KEY)
        with timed("packed"):
            packed = within(store, lambda uow: uow.figures.pack(found, waves))
        with timed("published"):
            within(store, lambda uow: uow.figures.publish(found, packed))
        with timed("a series read"):
            within(store, lambda uow: uow.figures.waves("reach"))
        store.close()
    _tell(found)


def _tell(found: Closed) -> None:
    told = [one.shown.how for one in found.figures.values()]
    print({how: told.count(how) for how in sorted(set(told))})  # noqa: T201 - a script


_COUNTED = 0.8
_LEVELS = {one.key: one.level for one in INDICATORS}
_BY_DEPARTMENT = frozenset(one.series for one in MEASURES if _LEVELS.get(one.key) == "department")

if __name__ == "__main__":
    main(*(int(text) for text in (*sys.argv[1:], *("100000", "20", "12")[len(sys.argv) - 1 :])))
