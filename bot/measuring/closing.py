"""Closes a month: measures it, and keeps of it what may be told, for good.

Every figure goes one way: measured of the company and of departments, released by who is behind
it (coaching 5.5, rules 1 to 5), shown as far as that stands (rules 6 to 8), compared with the
month before (5.3). HR never gets a team (5.9).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from bot.groups.changing import Change, change
from bot.groups.release import Wave
from bot.groups.shown import Shown, show
from bot.groups.telling import tell
from bot.measuring.beside import stands
from bot.measuring.catalogue import BY_KEY
from bot.measuring.company import TOP, Company, company
from bot.measuring.dialogues import Dialogues
from bot.measuring.drop_off import DropOff, drop_off, worst
from bot.measuring.estimates import Row, share
from bot.measuring.figures import Figure
from bot.measuring.leaving import elsewhere, leaving
from bot.measuring.measures import MEASURES, Measure
from bot.measuring.mix import alone, mix, themed
from bot.measuring.pooled import pooled
from bot.measuring.population import Population
from bot.measuring.ports import TeamRound
from bot.measuring.private import asked_for_less
from bot.measuring.prompts import answered_by_slot
from bot.measuring.published import Closed, Month, Published
from bot.measuring.releasing import Releasing, heaviest
from bot.measuring.sight import ByKind, Sight, apart

Waves = Mapping[str, Sequence[Wave]]
"""Of each series, the earliest first."""

Groups = Mapping[str, tuple[str, ...]]
"""The groups of each person, top down and without the company."""

THEMES = "themes"
DROP_OFF, LEFT = "drop_off.", "left."
"""What begins the keys of figures of how a theme is left: `drop_off.meetings.3/6` says where."""

SLOTS = "slots"
ANSWERED = "answered."
"""What begins the keys of how often prompts are answered at a weekly slot."""


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


class Closing:
    """One month on its way: takes the waves of one series after the other, and then is closed.

    So only the waves of one series need be in memory at once, and whoever closes can pause.

    Args:
        happened: what is known of the month.
        dialogues: whose drop-off is told.
        before: the month before, if it is closed.
    """

    def __init__(self, happened: Happened, dialogues: Dialogues, before: Closed | None) -> None:
        self._month = happened.month
        self._rounds = happened.rounds
        self._dialogues = dialogues
        self._before = before
        self._company = company(happened.groups)
        self._whole = Sight(happened.month, happened.records, happened.people)
        self._sights = apart(self._whole, self._company)
        self._shown: dict[tuple[str, str], Shown] = {}
        self._themes: tuple[str, ...] = ()
        self._new: dict[str, Sequence[Wave]] = {}

    @property
    def series(self) -> tuple[str, ...]:
        """The series to be taken, in any order."""
        drops = (f"{DROP_OFF}{theme}" for theme in sorted(self._dialogues))
        return (*dict.fromkeys(one.series for one in MEASURES), THEMES, SLOTS, *drops)

    def take(self, series: str, before: Sequence[Wave]) -> None:
        """Measure, release and show all figures of a series; `before` are its waves so far."""
        releasing = Releasing(self._month, self._company, before)
        if series == THEMES:
            self._take_themes(releasing)
        elif series == SLOTS:
            self._take_slots(releasing)
        elif series.startswith(DROP_OFF):  # both figures are over the same sessions
            self._take_left(series.removeprefix(DROP_OFF), releasing)
            self._take_drop_off(series.removeprefix(DROP_OFF), releasing)
        else:
            for measure in MEASURES:
                if measure.series == series:
                    self._measure(measure, releasing)
        self._new[series] = releasing.new

    def closed(self) -> tuple[Closed, Waves]:
        """Return what is published, and the waves that the next months need."""
        for key, shown in asked_for_less(self._sights, self._company).items():
            self._told(key, shown)
        for key, shown in pooled(self._rounds, self._company, self._seed).items():
            self._told(key, shown)
        groups = (TOP, *self._company.departments)
        figures = {
            (group, key): Published(
                self._month, group, key, shown, _change(shown, self._before, group, key)
            )
            for (group, key), shown in self._shown.items()
        }
        return Closed(self._month, groups, figures, self._themes), self._new

    def _measure(self, measure: Measure, releasing: Releasing) -> None:
        groups = _groups(measure.key, self._company)
        rows = Counter(measure.behind(self._whole))
        released = releasing.release(measure.wave, rows, groups)
        raws = {
            group: measure.figure(self._sights[group], self._seed(group, measure.key))
            for group in groups
            if group == TOP or released.manner[group] != "too_few"
        }
        nothing = show(Figure(None, 0, 0, raws[TOP].unit), "too_few")
        told = tell(released, raws, heaviest(rows, self._company))
        self._told(measure.key, dict.fromkeys(groups, nothing) | told)

    def _take_themes(self, releasing: Releasing) -> None:
        sessions = themed(self._whole)
        seeds = {one.theme: self._seed(TOP, f"theme.{one.theme}") for one in sessions}
        rows = Counter(one.person for one in sessions)
        released = releasing.release(THEMES, rows, (TOP,))
        figures = mix(sessions, seeds) if released.manner[TOP] != "too_few" else {}
        for theme, figure in figures.items():
            shown = tell(released, {TOP: figure}, heaviest(rows, self._company))
            self._told(f"theme.{theme}", shown)
        self._themes = tuple(figures)

    def _take_slots(self, releasing: Releasing) -> None:
        """Show how many prompts are answered at each weekly slot that may be told apart."""
        given = self._whole.of("prompt_sent", "prompt_answered")
        for slot, rows in answered_by_slot(given, self._month.window).items():
            key = f"{ANSWERED}{slot}"
            people = Counter(person for person, _ in rows)
            released = releasing.release(key, people, (TOP,))
            figure = share(rows, self._seed(TOP, key))
            self._told(key, tell(released, {TOP: figure}, heaviest(people, self._company)))

    def _take_left(self, theme: str, releasing: Releasing) -> None:
        """Show how often sessions on a theme are left, if it may be told apart."""
        given = self._leaving.get(theme)
        if not given:
            return
        key = f"{LEFT}{theme}"
        rows = Counter(person for person, _ in given)
        released = releasing.release(key, rows, (TOP,))
        figure = share(given, self._seed(TOP, key))
        self._told(key, tell(released, {TOP: figure}, heaviest(rows, self._company)))

    @cached_property
    def _leaving(self) -> Mapping[str, Sequence[Row]]:
        return leaving(self._whole, alone(themed(self._whole)))

    def _take_drop_off(self, theme: str, releasing: Releasing) -> None:
        """Show where most leave a theme, if it is told how often, and a group leaves there.

        In a number only if those who left elsewhere are a group as well: they are what is left.
        """
        given, series = self._leaving.get(theme), f"{DROP_OFF}{theme}"
        found = self._worst(theme, series) if given else None
        if not given or found is None or not stands(found.rows):
            return
        rows = Counter(person for person, _ in found.rows)
        numbers = (TOP,) if stands(elsewhere(given, found.rows)) else ()
        released = releasing.release(series, rows, numbers)
        key = f"{series}.{self._dialogues[theme][found.step]}"
        self._told(key, tell(released, {TOP: found.left}, heaviest(rows, self._company)))

    def _worst(self, theme: str, series: str) -> DropOff | None:
        given = self._whole.of("node_reached", "session_completed")
        given = [one for one in given if one.theme == theme]
        steps, seed = self._dialogues[theme], self._seed(TOP, series)
        return worst(drop_off(given, self._month.window, steps, seed))

    def _told(self, key: str, shown: Mapping[str, Shown]) -> None:
        self._shown |= {(group, key): one for group, one in shown.items()}

    def _seed(self, group: str, key: str) -> int:
        return seed_of(self._month, group, key)


def close(
    happened: Happened, dialogues: Dialogues, before: Closed | None, waves: Waves
) -> tuple[Closed, Waves]:
    """Return what is published of a month, and its waves, where all waves are in memory."""
    closing = Closing(happened, dialogues, before)
    for series in closing.series:
        closing.take(series, waves.get(series, ()))
    return closing.closed()


def seed_of(month: Month, group: str, indicator: str) -> int:
    """Return the seed of a figure: the same whenever and wherever it is drawn."""
    name = "\n".join((str(month), group, indicator))
    return int.from_bytes(sha256(name.encode()).digest()[:8])


def _groups(key: str, within: Company) -> tuple[str, ...]:
    """Return the groups of which an indicator is published (coaching 5.9)."""
    indicator = BY_KEY.get(key)
    wide = indicator is None or indicator.level == "company"
    return (TOP,) if wide else (TOP, *within.departments)


def _change(shown: Shown, before: Closed | None, group: str, key: str) -> Change | None:
    earlier = before.of(group, key) if before else None
    return change(shown, earlier.shown) if earlier else None
