"""Made-up lives of a company's people, month by month, as records for tests of closed months."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random

from bot.measuring.dialogues import Dialogues
from bot.measuring.published import Month
from bot.measuring.records import Kind, Record
from bot.question_numbers import QuestionNumber

HOUR = timedelta(hours=1)
THEMES = ("meetings", "feedback", "workload", "prioritising")
SLOTS = ("mon_1000", "tue_0900", "thu_1400")
STEPS = ("start", "what", "commitment", "end")
DIALOGUES: Dialogues = {
    theme: {f"theme:{theme}.{step}": QuestionNumber(n, 3) for n, step in enumerate(STEPS, 1)}
    for theme in THEMES
}


@dataclass
class Company:
    """A port `Records` over lives in memory.

    Attributes:
        records: all that happened, in no order.
        paths: the groups of each person.
        away_for: who is away at all.
        reads: how often it was asked.
    """

    records: Sequence[Record]
    paths: Mapping[str, tuple[str, ...]]
    away_for: AbstractSet[str] = frozenset()
    reads: int = field(default=0)

    def between(self, kinds: Collection[Kind], start: datetime, end: datetime) -> Iterator[Record]:
        self.reads += 1
        return (r for r in self.records if r.kind in kinds and start <= r.at < end)

    def invited(self, _start: datetime, _end: datetime) -> AbstractSet[str]:
        return frozenset(self.paths)

    def active(self, _at: datetime) -> AbstractSet[str]:
        return frozenset(self.paths)

    def away(self, _start: datetime, _end: datetime) -> AbstractSet[str]:
        return self.away_for

    def teams(self) -> Mapping[str, tuple[str, ...]]:
        return self.paths


def company(people: int, departments: int, team: int = 10) -> dict[str, tuple[str, ...]]:
    """Put people into departments of teams of ten, one after the other."""
    paths: dict[str, tuple[str, ...]] = {}
    for number in range(people):
        home = number % departments
        paths[f"p{number:06}"] = (f"D{home:03}", f"T{number // departments // team:04}")
    return paths


def live(
    paths: Mapping[str, tuple[str, ...]], months: Sequence[Month], seed: int
) -> Iterator[Record]:
    """Live some months: everybody onboards in the first, and most do something in each."""
    draw = Random(seed)  # noqa: S311 - makes up lives
    for number, month in enumerate(months):
        for person in paths:
            yield from _Life(person, month, draw).month(first=number == 0, last=month == months[-1])


@dataclass
class _Life:
    person: str
    start: Month
    draw: Random

    def month(self, *, first: bool, last: bool) -> Iterator[Record]:
        if first:
            yield self._record("node_reached", 0, "o", detail="onboarding.done")
            yield from self._items("baseline_item")
        if last:
            yield from self._items("endline_item")
            apart = Random(self.person)  # noqa: S311 - makes up lives
            yield from replace(self, draw=apart)._items("retrospective_item")
        for week in range(4):
            if self._may(0.9):
                yield from self._prompt(week)
        if self._may(0.7):
            yield from self._session()
        for kind, chance, most in _ANSWERS:
            if self._may(chance):
                yield self._record(kind, self.draw.randrange(27), value=self.draw.randint(0, most))
        for kind in _LESS:
            if self._may(0.06):
                yield self._record(kind, self.draw.randrange(27))

    def _prompt(self, week: int) -> Iterator[Record]:
        day, about = 7 * week + self.draw.randrange(5), self._about(f"q{week}")
        asked = self._record("prompt_sent", day, about, detail="weekly", value=0)
        yield replace(asked, slot=SLOTS[sum(self.person.encode()) % len(SLOTS)])
        if self._may(0.7):
            minutes = self.draw.randint(1, 2000)
            yield self._record("prompt_answered", day + 1, about, value=minutes)

    def _session(self) -> Iterator[Record]:
        theme, day = self.draw.choice(THEMES), self.draw.randrange(24)
        about = self._about("s")
        yield self._record("session_started", day, about, theme=theme)
        reached = self.draw.randint(1, len(STEPS))
        for step in STEPS[:reached]:
            detail = f"theme:{theme}.{step}"
            yield self._record("node_reached", day, about, theme=theme, detail=detail)
        if reached == len(STEPS):
            seconds = self.draw.randint(120, 600)
            yield self._record("session_completed", day, about, theme=theme, value=seconds)
            yield self._record("useful", day, about, theme=theme, value=self.draw.randint(1, 5))
            yield from self._commitment(day, about, theme)

    def _commitment(self, day: int, session: str, theme: str) -> Iterator[Record]:
        about, due = self._about("c"), day + self.draw.randint(3, 20)
        own = float(self._may(0.5))
        yield self._record(
            "commitment_created", day, about, theme=theme, detail=session, value=own, due=due
        )
        for which, most in (("first", 3), ("final", 4)):
            met = self.draw.randint(0, most)
            yield self._record("check_result", day, about, detail=which, value=met)
        if self._may(0.2):
            due += 7
            yield self._record("commitment_due", day + 2, about, due=due)
            yield self._record("commitment_status", day + 2, about, detail="replanned")
        yield self._record("commitment_status", due, about, detail=self.draw.choice(_STATES))

    def _items(self, kind: Kind) -> Iterator[Record]:
        for item in ("a", "b", "c"):
            if self._may(0.9):
                yield self._record(kind, 2, detail=item, value=self.draw.randint(2, 9))

    def _about(self, mark: str) -> str:
        return f"{mark}-{self.person}-{self.start}"

    def _may(self, chance: float) -> bool:
        return self.draw.random() < chance

    def _record(
        self,
        kind: Kind,
        day: int,
        about: str = "",
        *,
        theme: str = "",
        detail: str = "",
        value: float | None = None,
        due: int | None = None,
    ) -> Record:
        begun = self.start.window.start
        at = begun + day * 24 * HOUR + self.draw.randrange(8, 18) * HOUR
        due_on = None if due is None else (begun + due * 24 * HOUR).date()
        return Record(kind, self.person, at, about, theme, detail, value, due_on, at.date())


def months(first: Month, number: int) -> list[Month]:
    """Return several months in a row."""
    found = [first]
    while len(found) < number:
        found.append(found[-1].following)
    return found


def shuffled(records: Sequence[Record], seed: int) -> list[Record]:
    """Return the same records in another order."""
    mixed = list(records)
    Random(seed).shuffle(mixed)  # noqa: S311 - only another order
    return mixed


OCTOBER = Month(2026, 10)
AFTER = datetime(2026, 11, 12, tzinfo=UTC)
"""When October was followed to its end."""

_ANSWERS: tuple[tuple[Kind, float, int], ...] = (
    ("recommend", 0.5, 10),
    ("goal_progress", 0.6, 10),
    ("minutes_saved", 0.4, 60),
)
_LESS: tuple[Kind, ...] = ("slowed", "paused", "stopped")
_STATES = ("done", "done", "done", "partly", "not_done", "blocked", "expired", "dropped")
