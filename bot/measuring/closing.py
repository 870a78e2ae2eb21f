"""Closes a month: measures it, and keeps of it what may be told, for good.

Every figure goes one way: measured of the company and of departments, released by who is behind
it (coaching 5.5, rules 1 to 5), shown as far as that stands (rules 6 to 8), compared with the
month before (5.3). HR never gets a team (5.9).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from bot.groups.changing import Change, change
from bot.groups.release import Released, Wave, release
from bot.groups.shown import Shown, show
from bot.groups.telling import tell
from bot.measuring.catalogue import BY_KEY
from bot.measuring.company import TOP, Company, company
from bot.measuring.drop_off import drop_off, worst
from bot.measuring.figures import Figure
from bot.measuring.measures import MEASURES, Measure
from bot.measuring.mix import mix, themed
from bot.measuring.pooled import pooled
from bot.measuring.population import Population
from bot.measuring.ports import TeamRound
from bot.measuring.private import asked_for_less
from bot.measuring.published import Closed, Month, Published
from bot.measuring.selecting import in_window
from bot.measuring.sight import ByKind, Sight, apart

Waves = Mapping[str, Sequence[Wave]]
"""Of each series, the earliest first."""

Groups = Mapping[str, tuple[str, ...]]
"""The groups of each person, top down and without the company."""

Dialogues = Mapping[str, Sequence[str]]
"""The steps of the dialogue of each theme, in order, as `node_reached` names them."""


@dataclass(frozen=True, slots=True)
class Happened:
    """All that a month's figures are made of; it lies in memory at once.

    Attributes:
        records: by kind; more of them than needed do no harm, nor does their order.
        people: who was invited, active and away.
        groups: where people are: at the end of the month, wherever they were before.
        rounds: the last summary of each team's check-in.
    """

    month: Month
    records: ByKind
    people: Population
    groups: Groups
    rounds: Sequence[TeamRound] = ()


def close(
    happened: Happened, dialogues: Dialogues, before: Closed | None, waves: Waves
) -> tuple[Closed, Waves]:
    """Return what is published of a month, and the waves that the next ones need.

    Args:
        happened: what is known of the month.
        dialogues: whose drop-off is told.
        before: the month before, if it is closed.
        waves: of the months before, by series.
    """
    closing = _Closing(happened, company(happened.groups), waves)
    for measure in MEASURES:
        closing.measure(measure)
    themes = closing.themes()
    for theme, steps in sorted(dialogues.items()):
        closing.drop_off(theme, steps)
    closing.private()
    closing.told("alignment", pooled(happened.rounds, closing.company))
    month, groups = happened.month, (TOP, *closing.company.departments)
    figures = {
        (group, key): Published(month, group, key, shown, _change(shown, before, group, key))
        for (group, key), shown in closing.shown.items()
    }
    return Closed(month, groups, figures, themes), closing.new


def series_of(dialogues: Iterable[str]) -> tuple[str, ...]:
    """Name every series that closing a month may ask for."""
    own = dict.fromkeys(measure.series or measure.key for measure in MEASURES)
    return (*own, "themes", *(f"drop_off.{theme}" for theme in sorted(dialogues)))


def seed_of(month: Month, group: str, indicator: str) -> int:
    """Return the seed of a figure: the same whenever and wherever it is drawn."""
    name = "\n".join((str(month), group, indicator))
    return int.from_bytes(sha256(name.encode()).digest()[:8])


@dataclass(slots=True)
class _Closing:
    """What was worked out so far."""

    happened: Happened
    company: Company
    waves: Waves
    sights: dict[str, Sight] = field(init=False)
    shown: dict[tuple[str, str], Shown] = field(default_factory=dict)
    new: dict[str, list[Wave]] = field(default_factory=dict)
    released: dict[tuple[str, str], Released] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sights = apart(self._whole, self.company)

    def measure(self, measure: Measure) -> None:
        """Measure, release and show one figure."""
        rows = Counter(measure.behind(self._whole))
        released = self._release(
            measure.series or measure.key, measure.wave or measure.key, rows, measure.key
        )
        raws = {
            group: measure.figure(self.sights[group], self._seed(group, measure.key))
            for group in self._groups(measure.key)
            if group == TOP or released.manner[group] != "too_few"
        }
        told = tell(released, raws, self._heaviest(rows))
        nothing = show(Figure(None, 0, 0, raws[TOP].unit), "too_few")
        self.told(measure.key, dict.fromkeys(self._groups(measure.key), nothing) | told)

    def themes(self) -> tuple[str, ...]:
        """Show the share of each theme in the sessions of the company; return their order."""
        sessions = themed(self._whole)
        seeds = {one.theme: self._seed(TOP, f"theme.{one.theme}") for one in sessions}
        rows = Counter(one.person for one in sessions)
        released = self._release("themes", "themes", rows, "themes")
        figures = mix(sessions, seeds) if released.manner[TOP] != "too_few" else {}
        for theme, figure in figures.items():
            self.told(f"theme.{theme}", tell(released, {TOP: figure}, self._heaviest(rows)))
        return tuple(figures)

    def drop_off(self, theme: str, steps: Sequence[str]) -> None:
        """Show where most leave the dialogue of a theme, if enough people come so far."""
        given = [
            one for one in self._whole.of("node_reached", "session_completed") if one.theme == theme
        ]
        key = f"drop_off.{theme}"
        found = worst(drop_off(given, self._whole.window, steps, self._seed(TOP, key)))
        if found is None:
            return
        came = {
            (one.about, one.person)
            for one in in_window(given, self._whole.window, "node_reached")
            if one.detail == found.step
        }
        rows = Counter(person for _, person in came)
        released = self._release(key, key, rows, key)
        self.told(key, tell(released, {TOP: found.left}, self._heaviest(rows)))

    def private(self) -> None:
        """Show how many people asked for less, and stopped."""
        for key, shown in asked_for_less(self.sights, self.company).items():
            self.told(key, shown)

    def told(self, key: str, shown: Mapping[str, Shown]) -> None:
        """Take note of what is shown."""
        self.shown |= {(group, key): one for group, one in shown.items()}

    @property
    def _whole(self) -> Sight:
        return Sight(self.happened.month, self.happened.records, self.happened.people)

    def _groups(self, key: str) -> tuple[str, ...]:
        indicator = BY_KEY.get(key)
        wide = indicator is None or indicator.level == "company"
        return (TOP,) if wide else (TOP, *self.company.departments)

    def _release(self, series: str, wave: str, rows: Mapping[str, int], key: str) -> Released:
        """Release the figures over these rows once, against all waves of the series."""
        if (series, wave) not in self.released:
            told = self._groups(key)
            before = [*self.waves.get(series, ()), *self.new.get(series, ())]
            self.released[series, wave] = found = release(
                self.company.tree,
                self.company.placed(rows),
                f"{self.happened.month} {wave}",
                before,
                [group for group in self.company.tree if group not in told],
            )
            self.new.setdefault(series, []).append(found.wave)
        return self.released[series, wave]

    def _heaviest(self, rows: Mapping[str, int]) -> dict[str, int]:
        """Return the most rows that one person has in each group."""
        most = dict.fromkeys((TOP, *self.company.departments), 0)
        for person, n in rows.items():
            for group in _around(person, self.company):
                most[group] = max(most[group], n)
        return most

    def _seed(self, group: str, key: str) -> int:
        return seed_of(self.happened.month, group, key)


def _around(person: str, within: Company) -> Iterator[str]:
    yield TOP
    if person in within.department:
        yield within.department[person]


def _change(shown: Shown, before: Closed | None, group: str, key: str) -> Change | None:
    earlier = before.of(group, key) if before else None
    return change(shown, earlier.shown) if earlier else None
