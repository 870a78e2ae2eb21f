"""A made-up organisation and the engine on one database, day after day."""

import asyncio
from collections.abc import Coroutine, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from adapters.demo.chat import Chat
from adapters.demo.company import Company, found
from adapters.demo.house import House, Jumping
from adapters.demo.hr import Hr
from adapters.demo.living import Life
from adapters.demo.mind import mind_of
from adapters.demo.rooms import Room
from adapters.demo.wishes import wishes
from bot.library import Library
from bot.measuring.published import Month
from storage.store import Store

BEGINS = time(7)
"""The hour, in UTC, at which HR begins on the first Monday."""

APART = timedelta(minutes=7)
"""Between two teams that set their check-in up."""

DAYS = 7


@dataclass(frozen=True, slots=True)
class Asked:
    """How large a demo is wanted; `ending` is its last day, a Sunday."""

    people: int
    weeks: int
    seed: int
    ending: date

    @property
    def start(self) -> datetime:
        """When HR begins, on a Monday."""
        first = self.ending - timedelta(weeks=self.weeks) + timedelta(days=1)
        return datetime.combine(first, BEGINS, UTC)

    @property
    def closed(self) -> datetime:
        """When the month of the last day is followed to its end."""
        return Month.of(self.ending).window.followed_until

    @property
    def days(self) -> int:
        """How many days are lived: the weeks, and those after it until the month is closed."""
        return (self.closed.date() - self.start.date()).days


def last_sunday(today: date) -> date:
    """Return the last Sunday of the latest month that is closed by a day."""
    month = Month.of(today)
    while month.window.followed_until.date() > today:
        month = month.before
    last = month.window.end.date() - timedelta(days=1)
    return last - timedelta(days=last.isoweekday() % DAYS)


class World:
    """Lives through the weeks; each step is one transaction in the store's own thread."""

    def __init__(self, store: Store, library: Library, asked: Asked) -> None:
        self._asked, self._store = asked, store
        self.company: Company = found(asked.people, asked.seed)
        clock = Jumping(asked.start)
        self.chat = Chat(self.company, clock)
        self.house = House(store, library, self.chat, clock, asked.seed)
        minds = {one.id: mind_of(one, asked.seed) for one in self.company.people}
        self._life = Life(self.house, minds)
        self._runner = asyncio.Runner()

    def live(self, days: int) -> Iterator[int]:
        """Live through so many days; yield after each how many are over."""
        self._do(self._begin())
        for day in range(1, days + 1):
            end = datetime.combine(self._asked.start.date(), time(), UTC) + timedelta(days=day)
            self._do(self._life.until(end))
            yield day
        self._do(self.house.close())
        self._runner.close()

    async def _begin(self) -> None:
        """HR launches, teams set their rooms up, and everybody has their own plans."""
        asked, life = self._asked, self._life
        for mind in life.minds.values():
            for at, said in wishes(mind, asked.start, asked.weeks):
                life.agenda.plan(at, mind, "say", said=said)
        tomorrow = asked.start.date() + timedelta(days=1)
        await Hr(self.house).launch(self.company, tomorrow, asked.weeks)
        at = asked.start + timedelta(hours=1)
        for team in self.company.teams:
            if team.has_channel:
                at += APART
                manager = life.minds[self.company.members(team)[0].id]
                await Room(self.house, team, manager).begin(at)

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        self._store.run_sync(self._runner.run, work)
