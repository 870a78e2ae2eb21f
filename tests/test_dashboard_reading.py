"""What a view of the page of figures reads: the rows it shows, however many departments there are.

It is counted, not timed; how long a page takes is printed by `python -m tests.dashboard_scale`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from typing import Any

import pytest
from sqlalchemy import Select

from bot.measuring.catalogue import INDICATORS
from bot.measuring.excerpts import Excerpt
from bot.measuring.published import Closed
from bot.reports.chat import month_report
from bot.reports.words import Words
from storage.excerpts import _EVERYWHERE, _OF_GROUP
from storage.store import Store
from tests.dashboard_house import House, forget, housed, publish
from tests.figures import COMPANY, OCTOBER, closed, cut
from tests.spending import Spent
from tests.team_rows import within
from tests.world import library

FEW, MANY = 3, 60
"""Departments."""

MONTHS = 6
"""Closed months, as many as a picture has."""

OF_A_DEPARTMENT = sum(one.level == "department" for one in INDICATORS)
"""Figures of a department in a month."""

STATEMENTS = {"closings": 2, "figures": MONTHS + 1}
"""At most for a view that was not seen before: the list of months and their groups; the figures of
the group in each month, and those beside them."""


def groups(departments: int) -> tuple[str, ...]:
    return (COMPANY, *(f"Department {number:02}" for number in range(departments)))


def months(departments: int) -> list[Closed]:
    found, month = [], OCTOBER
    for _ in range(MONTHS):
        found.append(closed(month, groups(departments)))
        month = month.before
    return found


@dataclass
class Read:
    """What a request read of closed months: statements by table, and rows of anything."""

    closings: int = 0
    figures: int = 0
    rows: int = 0


@contextmanager
def reading(spent: Spent) -> Iterator[Read]:
    """Count what is read within."""
    spent.reset()
    read = Read()
    yield read
    read.closings = sum("FROM closings" in one for one in spent.statements)
    read.figures = sum("FROM figures" in one for one in spent.statements)
    read.rows = spent.rows


async def looked(house: House, spent: Spent, query: str, times: int = 1) -> Read:
    """Look so many times, and count what the last time read."""
    for _ in range(times):
        with reading(spent) as read:
            answer, page = await house.get(f"/dashboard{query}")
        assert answer.status == 200
        assert "58%" in page
    return read


@pytest.mark.parametrize("departments", [FEW, MANY])
@pytest.mark.parametrize("query", ["", "?group=Department+01&month=2026-10"])
async def test_a_view_takes_as_many_statements_however_many_departments_there_are(
    store: Store, spent: Spent, query: str, departments: int
) -> None:
    """Of the company and of one of its departments."""
    async with housed(store, months(departments)) as house:
        await house.come_in(house.person("hr", "hr"))
        read = await looked(house, spent, query)
    assert read.closings == STATEMENTS["closings"]
    assert read.figures == STATEMENTS["figures"] - (query != "")


@pytest.mark.parametrize("query", ["", "?group=Department+01&month=2026-10"])
async def test_what_was_seen_before_is_not_read_again(
    store: Store, spent: Spent, query: str
) -> None:
    """A closed month never changes; only which months there are is asked each time."""
    async with housed(store, months(FEW)) as house:
        await house.come_in(house.person("hr", "hr"))
        read = await looked(house, spent, query, times=2)
        assert (read.closings, read.figures) == (1, 0)
        publish(house.store, closed(OCTOBER.following, groups(FEW)))
        _, page = await house.get()
        assert "November 2026" in page


async def test_a_view_reads_the_rows_it_shows(postgres_store: Store, spent: Spent) -> None:
    """A department its own; the company its own, and of departments what stands beside it."""
    counted: dict[tuple[int, str], int] = {}
    for departments, query in product((FEW, MANY), ("", "?group=Department+01")):
        async with housed(postgres_store, months(departments)) as house:
            hr = house.person(f"hr {departments} {query}", "hr")
            await house.come_in(hr)
            counted[departments, query] = (await looked(house, spent, query)).rows
            forget(postgres_store)
    assert counted[MANY, "?group=Department+01"] == counted[FEW, "?group=Department+01"]
    assert counted[MANY, ""] - counted[FEW, ""] == MANY - FEW
    assert counted[FEW, "?group=Department+01"] < OF_A_DEPARTMENT * MONTHS + 40


def test_the_report_of_a_chat_reads_the_company_alone(postgres_store: Store, spent: Spent) -> None:
    """It is written within a turn, for which others wait."""
    rows = []
    words = Words("en", library().wording)
    for departments in (FEW, MANY):
        publish(postgres_store, *months(departments))
        with reading(spent) as read:
            told = within(postgres_store, lambda uow: month_report(words, uow.figures))
        assert told
        rows.append(read.rows)
        forget(postgres_store)
    assert rows[0] == rows[1]


@pytest.mark.parametrize(
    ("statement", "index"),
    [(_OF_GROUP, "(month=? AND position=?)"), (_EVERYWHERE, "(month=?)")],
    ids=["of a group", "of every group"],
)
def test_figures_are_found_by_an_index(
    sqlite_store: Store, statement: Select[Any], index: str
) -> None:
    """SQLite tells no numbers; it searches, and puts nothing in order."""
    engine = sqlite_store._writes.engine
    spelled = statement.compile(dialect=engine.dialect)
    with engine.connect() as db:
        asked = f"EXPLAIN QUERY PLAN {spelled.string}"
        plan = db.exec_driver_sql(asked, ("",) * len(spelled.params)).all()
    assert len(plan) == 1
    assert plan[0][3].startswith("SEARCH figures")
    assert plan[0][3].endswith(index)


class TestAnExcerpt:
    """Part of a closed month, as the stores give it."""

    def test_it_is_what_is_asked_for_and_nothing_else(self, store: Store) -> None:
        """Of several months at once, in the order of asking; None for a month that is open."""
        kept = {one.month: one for one in months(FEW)[:3]}
        publish(store, *kept.values())
        one, two, three = kept
        asked = [
            Excerpt(two, "Department 01"),
            Excerpt(OCTOBER.following),
            Excerpt(one, COMPANY, ("alignment", "kept")),
            Excerpt(one, "Department 02"),
            Excerpt(three),
            Excerpt(three, "Nobody"),
        ]
        found = within(store, lambda uow: uow.figures.excerpts(asked))
        assert list(found) == [cut(kept.get(each.month), each) for each in asked]
        assert [len(each.figures) if each else None for each in found[:2]] == [
            OF_A_DEPARTMENT,
            None,
        ]
        assert found[5] is not None
        assert not found[5].figures

    def test_a_department_is_found_wherever_it_stood(self, store: Store) -> None:
        """Others came between it and the company since."""
        before = closed(OCTOBER.before, (COMPANY, "Sales"))
        now = closed(OCTOBER, (COMPANY, "Legal", "Sales"))
        publish(store, before, now)
        asked = [Excerpt(one.month, "Sales") for one in (before, now)]
        found = within(store, lambda uow: uow.figures.excerpts(asked))
        assert list(found) == [cut(before, asked[0]), cut(now, asked[1])]
