"""What is published of a month: each figure as it was measured, as far as it may be told."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from math import floor, sqrt
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.groups.bands import Band
from bot.groups.release import ReleasedBefore, Wave
from bot.groups.shown import Shown
from bot.groups.tree import WITHOUT_TEAM
from bot.measuring import (
    blockers,
    commitments,
    kept,
    opinions,
    progress,
    prompts,
    reach,
    sessions,
)
from bot.measuring.catalogue import BY_KEY, INDICATORS
from bot.measuring.closing import Closing, Happened, close, seed_of
from bot.measuring.company import TOP, company
from bot.measuring.drop_off import drop_off, worst
from bot.measuring.estimates import share
from bot.measuring.figures import Figure
from bot.measuring.gathering import Gathering
from bot.measuring.measures import MEASURES, Measure
from bot.measuring.pooled import PARTS
from bot.measuring.population import Population, Week, four_weeks, population, weeks_of
from bot.measuring.ports import TeamRound
from bot.measuring.prompts import answered_by_slot
from bot.measuring.published import Closed, Month
from bot.measuring.records import Record
from bot.measuring.sight import Sight
from bot.measuring.windows import Window
from bot.teams.content import Figure as Sum
from bot.teams.content import Sealed
from tests import lives
from tests.happenings import became, made, record
from tests.lives import DIALOGUES, OCTOBER, SLOTS, Company, live, months, shuffled
from tests.test_indicator_laws import AROUND

Day = TypeVar("Day", date, datetime)
Paths = Mapping[str, tuple[str, ...]]
NOVEMBER = OCTOBER.following


def by_kind(records: Sequence[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for one in records:
        found.setdefault(one.kind, []).append(one)
    return found


def happened(
    records: Sequence[Record],
    paths: Paths,
    month: Month = OCTOBER,
    rounds: Sequence[TeamRound] = (),
    people: Population | None = None,
) -> Happened:
    """Say what happened where everybody was there all the time, if nothing else is said."""
    there = people or population(Company(records, paths), month)
    return Happened(month, by_kind(records), there, paths, rounds)  # type: ignore[arg-type]


def closed(records: Sequence[Record], paths: Paths, **more: object) -> Closed:
    found, _ = close(happened(records, paths, **more), DIALOGUES, None, {})  # type: ignore[arg-type]
    return found


def shown(of: Closed, key: str, group: str = TOP) -> Shown:
    found = of.of(group, key)
    assert found is not None
    return found.shown


def named(prefix: str, number: int) -> list[str]:
    return [f"{prefix}{n:02}" for n in range(number)]


def team(department: str, name: str, number: int) -> dict[str, tuple[str, ...]]:
    return dict.fromkeys(named(f"{department}{name}", number), (department, name))


def usual(seed: int = 1, people: int = 200, departments: int = 2) -> tuple[list[Record], Paths]:
    """Live three months up to October."""
    paths = lives.company(people, departments)
    return list(live(paths, months(Month(2026, 8), 3), seed)), paths


# a small organisation, by hand

SALES = team("Sales", "a", 20) | team("Sales", "b", 20)
CARE = team("Care", "a", 18) | team("Care", "b", 17)
LEGAL = team("Legal", "a", 4)
THREE = SALES | CARE | LEGAL


def session(person: str, useful: int = 3) -> list[Record]:
    about = f"s-{person}"
    return [
        record("session_started", person, 5, about, theme="meetings"),
        record("session_completed", person, 5, about, theme="meetings", value=240),
        record("useful", person, 5, about, theme="meetings", value=useful),
    ]


def test_figures_of_a_department_too_small_are_hidden_with_those_of_another() -> None:
    """Of Legal nobody may know; so not of Care either, for Legal would be what is left."""
    given = [one for person in list(THREE)[::2] for one in session(person)]
    found = closed(given, THREE)
    assert found.groups == (TOP, "Care", "Legal", "Sales")
    assert (shown(found, "reach").value, shown(found, "reach").rows) == (40 / 79, 79)
    assert (shown(found, "reach", "Sales").value, shown(found, "reach", "Sales").rows) == (0.5, 40)
    for hidden in ("Care", "Legal"):
        assert shown(found, "reach", hidden).how == "too_few"
        assert shown(found, "reach", hidden).people is None


def test_two_departments_and_no_other_are_both_told() -> None:
    """Sales: 20 of 40 completed a session; Care: 9 of 35."""
    given = [one for person in [*list(SALES)[:20], *list(CARE)[:9]] for one in session(person)]
    found = closed(given, SALES | CARE)
    assert (shown(found, "reach", "Sales").value, shown(found, "reach", "Care").value) == (
        0.5,
        9 / 35,
    )


def test_answers_all_alike_are_told_in_a_word_and_kept_out_of_what_is_left() -> None:
    given = [one for person in SALES | CARE for one in session(person)]
    assert shown(closed(given, SALES | CARE), "useful").how == "word"
    assert shown(closed(given, SALES | CARE), "useful").level == "medium"


def test_a_team_is_never_published() -> None:
    given = [one for person in THREE for one in session(person)]
    assert {group for group, _ in closed(given, THREE).figures} == {TOP, "Care", "Legal", "Sales"}


def test_below_thirty_people_figures_are_rounded() -> None:
    """Seven of twenty is 35 %, told as 40; the interval in whole tens, the people as a range."""
    small = team("Sales", "a", 10) | team("Sales", "b", 10)
    found = closed([one for person in list(small)[:7] for one in session(person)], small)
    assert shown(found, "reach").value == 0.4
    assert shown(found, "reach").people == Band(20, 29)
    assert shown(found, "reach").rows is None


def test_kept_by_hand() -> None:
    """#10 and #11: of forty commitments 20 done, 10 partly, 10 not: half; with half credit 5/8."""
    states = ["done"] * 20 + ["partly"] * 10 + ["not_done"] * 10
    given: list[Record] = []
    for person, state in zip(SALES, states, strict=True):
        given += [made(person, 20, person), became(person, state, person, 21)]
    found = closed(given, SALES)
    assert shown(found, "kept").value == 0.5
    assert shown(found, "kept_half").value == 0.625
    assert shown(found, "dropped").how == "word"


# every indicator of the catalogue

SEEDS = {key: seed_of(OCTOBER, TOP, key) for key in BY_KEY}
W = OCTOBER.window


def participating(records: Sequence[Record], people: frozenset[str]) -> Figure:
    weeks = [Week(week, people, frozenset()) for week in weeks_of(OCTOBER)]
    return reach.participation(records, weeks, SEEDS["participation"])


def loaded(records: Sequence[Record], people: frozenset[str]) -> Figure:
    weeks = list(weeks_of(OCTOBER))
    span = Window(weeks[0].start, weeks[-1].end)
    there = dict.fromkeys(people, float(len(weeks)))
    return prompts.message_load(records, span, there, 1).a_week


Pure = Callable[[Sequence[Record], frozenset[str]], Figure | float]
PURE: dict[str, Pure] = {
    "reach": lambda r, p: reach.reach(r, W, p),
    "activation": lambda r, p: reach.activation(r, W, p),
    "participation": participating,
    "response": lambda r, _: prompts.response_rate(r, W, SEEDS["response"]),
    "time_to_answer": lambda r, _: prompts.time_to_answer(r, W, SEEDS["time_to_answer"]),
    "completion": lambda r, _: sessions.completion(r, W, SEEDS["completion"]),
    "session_length": lambda r, _: sessions.session_length(r, W, SEEDS["session_length"]).median,
    "useful": lambda r, _: opinions.usefulness(r, W, SEEDS["useful"]).mean,
    "useful_top_two": lambda r, _: opinions.usefulness(r, W, SEEDS["useful_top_two"]).top_two,
    "recommendation": lambda r, _: opinions.recommendation(r, W, SEEDS["recommendation"]).score,
    "minutes_saved": lambda r, _: opinions.minutes_saved(r, W, SEEDS["minutes_saved"]).median,
    "commitment_rate": lambda r, _: sessions.commitment_rate(r, W, SEEDS["commitment_rate"]),
    "quality_gain": lambda r, _: commitments.quality_gain(r, W, SEEDS["quality_gain"]),
    "kept": lambda r, _: kept.kept(r, W, SEEDS["kept"]).strict,
    "kept_half": lambda r, _: kept.kept(r, W, SEEDS["kept_half"]).half_credit,
    "on_time": lambda r, _: kept.on_time(r, W, SEEDS["on_time"]),
    "days_to_done": lambda r, _: commitments.days_to_done(r, W, SEEDS["days_to_done"]),
    "replanned": lambda r, _: commitments.replanning(r, W, SEEDS["replanned"]).replanned,
    "dropped": lambda r, _: commitments.replanning(r, W, SEEDS["dropped"]).dropped,
    "self_direction": lambda r, _: commitments.self_direction(r, W, SEEDS["self_direction"]),
    "confidence_change": lambda r, p: (
        progress.confidence_change(r, W, p, SEEDS["confidence_change"]).change
    ),
    "looking_back": lambda r, p: (
        progress.confidence_change(r, W, p, SEEDS["looking_back"]).looking_back
    ),
    "answered_both": lambda r, p: (
        progress.confidence_change(r, W, p, SEEDS["answered_both"]).answered_both
    ),
    "goal_progress": lambda r, _: progress.goal_progress(r, W, SEEDS["goal_progress"]),
    "blocker_days": lambda r, _: blockers.blocker_resolution(r, W, SEEDS["blocker_days"]).median,
    "blockers_in_five_days": lambda r, _: (
        blockers.blocker_resolution(r, W, SEEDS["blockers_in_five_days"]).soon
    ),
    "message_load": loaded,
}
"""All that are a number or a mean; the others have tests of their own."""

OTHERS = {*PARTS, "fatigue", "opt_out", "outside_hours"}


def hindered(teams: int) -> list[Record]:
    """Let each of some teams meet a blocker or two in October."""
    found = []
    for number in range(teams):
        name, kind = f"t{number:02}", ("means", "decision")[number % 2]
        found.append(record("blocker_opened", name, 2, f"b{number}", detail=kind))
        if number % 3:
            found.append(
                record("blocker_resolved", name, 9, f"b{number}", detail=kind, value=number % 7)
            )
    return found


@pytest.fixture(scope="module")
def october() -> tuple[Closed, list[Record], Paths]:
    """One month of two hundred people."""
    records, paths = usual()
    records += hindered(40)
    return closed(records, paths), records, paths


def test_every_indicator_of_the_catalogue_is_published_and_looked_at() -> None:
    assert {one.key for one in INDICATORS} == PURE.keys() | OTHERS
    records, paths = usual(people=40)
    found = closed(records, paths)
    for one in INDICATORS:
        for group in found.groups:
            there = found.of(group, one.key) is not None
            assert there == (group == TOP or one.level == "department"), (one.key, group)


@pytest.mark.parametrize("key", PURE)
def test_a_published_figure_is_the_measured_one(
    key: str, october: tuple[Closed, list[Record], Paths]
) -> None:
    """From thirty people on a number is told as it is, with its interval."""
    found, records, paths = october
    measured = PURE[key](records, frozenset(paths))
    told = shown(found, key)
    if key in {"activation", "commitment_rate", "answered_both"}:  # nearly everybody does
        assert told.how == "word"
    elif isinstance(measured, Figure):
        assert told.value == measured.value
        assert told.unit == measured.unit
        assert (measured.value is None) == (told.how == "too_few")
        if key != "message_load":
            assert (told.low, told.high) == (measured.low, measured.high) or told.value is None
    else:
        assert told.value == pytest.approx(measured)


@pytest.mark.parametrize("key", ["reach", "response", "completion"])
def test_a_department_s_figure_is_that_of_its_people(
    key: str, october: tuple[Closed, list[Record], Paths]
) -> None:
    found, records, paths = october
    inside = frozenset(person for person, path in paths.items() if path[0] == "D001")
    measured = PURE[key]([one for one in records if one.person in inside], inside)
    assert isinstance(measured, Figure)
    assert shown(found, key, "D001").value == measured.value


def test_that_no_message_came_outside_hours_is_a_number(
    october: tuple[Closed, list[Record], Paths],
) -> None:
    """It is what the bot did, and nobody's answer."""
    told = shown(october[0], "outside_hours")
    assert (told.how, told.value) == ("number", 0)


def test_blockers_are_told_by_type_where_enough_have_them(
    october: tuple[Closed, list[Record], Paths],
) -> None:
    """Of forty teams, every other one lacks means; nobody lacks information."""
    found, records, _ = october
    seed = seed_of(OCTOBER, TOP, "blocker_days.means")
    means = blockers.blocker_resolution(records, W, seed, "means").median
    assert means.value is not None
    assert shown(found, "blocker_days.means").value == means.value
    assert shown(found, "blocker_days.information").how == "too_few"


def test_prompts_answered_are_told_by_the_slot_in_which_they_came() -> None:
    """As numbers of the whole company."""
    records, paths = usual(people=200)
    found = closed(records, paths)
    by_slot = answered_by_slot(records, W)
    assert by_slot.keys() == set(SLOTS)
    for slot, rows in by_slot.items():
        told = shown(found, f"answered.{slot}")
        assert (told.how, told.value) == ("number", share(rows).value)
        assert found.of("Sales", f"answered.{slot}") is None


def test_drop_off_is_that_of_the_worst_step_from_thirty_arrivals() -> None:
    """The key says which: the last of three questions, where more leave than at the others."""
    records, paths = usual(people=400)
    found = closed(records, paths)
    series = "drop_off.meetings"
    given = [one for one in records if one.theme == "meetings"]
    measured = worst(drop_off(given, W, DIALOGUES["meetings"], seed_of(OCTOBER, TOP, series)))
    assert measured is not None
    key = f"{series}.{DIALOGUES['meetings'][measured.step]}"
    assert shown(found, key).value == measured.left.value
    assert key == "drop_off.meetings.3/3"
    assert [one for _, one in found.figures if one.startswith(series)] == [key]
    few, paths = usual(people=40)
    assert [one for _, one in closed(few, paths).figures if one.startswith("drop_off")] == []


MEASURE = pytest.mark.parametrize("measure", MEASURES, ids=[one.key for one in MEASURES])


@MEASURE
@settings(max_examples=40)
@given(records=st.lists(AROUND, max_size=60), away=st.frozensets(st.sampled_from("abcdef")))
def test_those_behind_a_figure_are_those_it_was_measured_of(
    measure: Measure, records: list[Record], away: frozenset[str]
) -> None:
    """As many people, and as many rows, whatever happened: who counts decides what may be told."""
    paths = dict.fromkeys("abcdef", ("d",))
    there = population(Company(records, paths, away), OCTOBER)
    sight = Sight(OCTOBER, by_kind(records), there)  # type: ignore[arg-type]
    figure, rows = measure.figure(sight, 1), Counter(measure.behind(sight))
    assert (figure.people, figure.rows) == (len(rows), rows.total())


# private choices


def less(k: int, n: int, kind: str = "stopped") -> Closed:
    paths = team("Sales", "a", n // 2) | team("Sales", "b", n - n // 2)
    given = [record(kind, person, 20) for person in list(paths)[:k]]  # type: ignore[arg-type]
    return closed(given, paths)


def test_private_choices_are_ranges_however_many_there_are() -> None:
    told = shown(less(12, 100), "opt_out")
    assert (told.value, told.low, told.high, told.unit) == (None, 10, 19, "people")


@pytest.mark.parametrize(("k", "n"), [(4, 100), (96, 100), (0, 100), (4, 9)])
def test_private_choices_of_few_or_of_all_but_few_are_not_told(k: int, n: int) -> None:
    for key in ("opt_out", "fatigue"):
        assert shown(less(k, n), key).how == "too_few"


def test_fatigue_is_of_the_last_four_weeks_and_counts_everybody_once() -> None:
    """The first days of October are too early; whoever slowed down and stopped is one person."""
    assert four_weeks(OCTOBER).start == W.start + timedelta(days=3)
    people = list(SALES)
    given = [record("slowed", person, 2) for person in people[:30]]
    given += [record(kind, person, 20) for person in people[30:36] for kind in ("slowed", "paused")]
    told = shown(closed(given, SALES), "fatigue")
    assert (told.low, told.high) == (5, 9)


# themes


def working_on(themes: Mapping[str, int]) -> Closed:
    given, number = [], 0
    for theme, people in themes.items():
        for _ in range(people):
            number += 1
            given.append(record("session_started", f"p{number:03}", 5, f"s{number}", theme=theme))
    given += [record("session_started", f"p{n:03}", 5, f"o{n}") for n in range(1, number + 1)]
    paths = {f"p{n:03}": (f"D{n % 2}", f"T{n % 4}") for n in range(1, number + 1)}
    return closed(given, paths)


def told_themes(themes: Mapping[str, int]) -> dict[str, float | None]:
    found = working_on(themes)
    return {theme: shown(found, f"theme.{theme}").value for theme in found.themes}


def test_themes_are_shares_of_started_sessions_by_size() -> None:
    """Onboarding and other dialogues without a theme are not among them."""
    assert told_themes({"feedback": 10, "meetings": 20, "workload": 10}) == {
        "meetings": 0.5,
        "feedback": 0.25,
        "workload": 0.25,
    }


def test_themes_of_fewer_than_five_people_are_pooled() -> None:
    assert told_themes({"meetings": 30, "feedback": 4, "workload": 6, "role_clarity": 3}) == {
        "meetings": 30 / 43,
        "workload": 6 / 43,
        "other": 7 / 43,
    }


def test_what_is_left_of_the_themes_is_five_people_too() -> None:
    """Four people's theme takes the next smallest with it, or it would be what is left."""
    assert told_themes({"meetings": 30, "feedback": 4, "workload": 6}) == {
        "meetings": 0.75,
        "other": 0.25,
    }


def test_one_theme_of_nearly_everybody_is_not_told() -> None:
    assert told_themes({"meetings": 37, "feedback": 3}) == {}


# several months


def after(first: Sequence[Record], second: Sequence[Record], paths: Paths) -> tuple[Closed, Closed]:
    """Close October, then November."""
    before, waves = close(happened(first, paths), DIALOGUES, None, {})
    now, _ = close(happened(second, paths, NOVEMBER), DIALOGUES, before, waves)
    return before, now


def later(records: Sequence[Record]) -> list[Record]:
    """Let the same happen a month later."""
    return [
        replace(
            one, at=_later(one.at), due_on=one.due_on and _later(one.due_on), about=f"{one.about}+"
        )
        for one in records
    ]


def _later(at: Day) -> Day:
    following = Month(at.year, at.month).following
    return at.replace(year=following.year, month=following.number)


def due(people: Sequence[str], done: int) -> list[Record]:
    found: list[Record] = []
    for number, person in enumerate(people):
        state = "done" if number < done else "not_done"
        found += [made(person, 20, person), became(person, state, person, 20)]
    return found


def test_the_same_people_are_compared_with_the_month_before() -> None:
    people = list(SALES)
    before, now = after(due(people, 10), later(due(people, 30)), SALES)
    assert (shown(before, "kept").value, shown(now, "kept").value) == (0.25, 0.75)
    found = now.of(TOP, "kept")
    assert found is not None
    assert found.change is not None
    assert (found.change.way, found.change.by) == ("up", 0.5)
    assert all(one.change is None for one in before.figures.values())


def test_one_person_more_than_the_month_before_makes_it_a_word() -> None:
    people = list(SALES)
    before, now = after(due(people[:39], 20), later(due(people, 20)), SALES)
    assert (shown(before, "kept").how, shown(now, "kept").how) == ("number", "word")


def test_shares_of_the_same_commitments_are_released_against_each_other() -> None:
    """All are due this month, but one was first due in the next: on time is of one person less."""
    people = list(SALES)
    given = due(people[:39], 20)
    given += [
        made("x", 35, people[39]),
        record("commitment_due", people[39], 6, "x", due_on=W.start.date() + timedelta(days=20)),
    ]
    given += [became("x", "done", people[39], 20)]
    found = closed(given, SALES)
    assert (shown(found, "kept").how, shown(found, "kept").rows) == ("number", 40)
    assert (shown(found, "kept_half").how, shown(found, "on_time").how) == ("number", "word")


def test_a_month_is_closed_once() -> None:
    """Its waves are kept, and nothing is released under their names again."""
    given = happened(due(list(SALES), 20), SALES)
    _, waves = close(given, DIALOGUES, None, {})
    with pytest.raises(ReleasedBefore):
        close(given, DIALOGUES, None, waves)


def test_series_are_taken_in_any_order() -> None:
    """Waves of several figures of a series are told apart by name."""
    records, paths = usual(people=60)
    known = happened(records, paths)
    backwards = Closing(known, DIALOGUES, None)
    for series in reversed(backwards.series):
        backwards.take(series, ())
    found, waves = backwards.closed()
    assert (found, waves) == close(known, DIALOGUES, None, {})
    assert [wave.name for wave in waves["commitments"]] == [
        "2026-10 kept",
        "2026-10 on_time",
        "2026-10 dropped",
    ]


def test_only_departments_and_the_company_are_kept_in_waves() -> None:
    records, paths = usual()
    _, waves = close(happened(records, paths), DIALOGUES, None, {})
    cells = {cell for some in waves.values() for wave in some for cell in wave.cells.values()}
    assert cells <= {TOP, "D000", "D001"}


# nothing hangs on chance


def test_order_and_repeats_of_records_change_nothing() -> None:
    records, paths = usual(people=60)
    mixed = shuffled([*records, *records[::3]], 5)
    turned = dict(reversed(list(paths.items())))
    once, waves = close(happened(records, paths), DIALOGUES, None, {})
    again, same = close(happened(mixed, turned), DIALOGUES, None, {})
    assert once == again
    assert waves == same


def test_a_seed_is_the_same_in_every_process() -> None:
    assert seed_of(OCTOBER, TOP, "kept") == 17033210873260172833
    assert len({seed_of(OCTOBER, group, "kept") for group in (TOP, "a", "b")}) == 3


@pytest.mark.parametrize("number", range(3))
def test_what_is_gathered_is_all_that_a_month_needs(number: int) -> None:
    """A year of records and those picked from it give the same figures."""
    paths = lives.company(60, 2)
    year = months(Month(2026, 1), 12)
    everything = list(live(paths, year, number))
    source = Company(shuffled(everything, number), paths)
    for month in (year[0], year[5], year[11]):
        gathering = Gathering(month)
        for ask in gathering.asks():
            ask.take(source.between(ask.kinds, ask.start, ask.end))
        kept_ones = sum(map(len, gathering.records.values()))
        assert kept_ones < len(everything) / 3
        known = happened(everything, paths, month)
        picked = replace(known, records=gathering.records)
        assert close(picked, DIALOGUES, None, {}) == close(known, DIALOGUES, None, {})


# months without anything, and companies without groups


def test_a_month_without_anything_is_closed() -> None:
    found = closed([], {})
    assert found.groups == (TOP,)
    assert {one.shown.how for one in found.figures.values()} == {"too_few"}
    assert found.themes == ()


def test_a_company_without_departments_has_figures_of_its_own() -> None:
    """Nobody is in a group; the company is one all the same."""
    people = named("p", 40)
    everybody = frozenset(people)
    there = Population(everybody, everybody, everybody, population(Company([], {}), OCTOBER).weeks)
    found = closed(due(people, 20), {}, people=there)
    assert shown(found, "kept").value == 0.5


def test_the_groups_of_a_company() -> None:
    """A site is a department; its teams are inside; nobody's team is shown as a department."""
    found = company(
        {
            "a": ("Lyon", "Red"),
            "b": ("Lyon",),
            "c": ("Nantes",),
            "d": ("Lyon", "Red", "Dark"),
            "e": ("", "Red"),
            "f": (),
            "g": (TOP, "Red"),
        }
    )
    assert found.departments == ("Lyon", "Nantes")
    assert found.placed("abcdefgh") == {
        "a": "Lyon\nRed",
        "b": "Lyon\n",
        "c": "Nantes",
        "d": "Lyon\nRed\nDark",
        **dict.fromkeys("efgh", WITHOUT_TEAM),
    }
    assert set(found.tree.below(TOP)) == {"Lyon", "Nantes", WITHOUT_TEAM}
    assert next(iter(found.tree)) == TOP
    assert found.tree.below("Nantes") == ()


# alignment

FOUR = (4, 4, 5, 4, 4, 3)
ALIKE = (3, 4, 4, 4, 5, 4)


def check_in(
    name: str, department: str, *, exact: bool = True, role: Sequence[int] = FOUR
) -> TeamRound:
    """Seal the answers of the example of coaching 5.2, #20: L 75, A 80, index 77."""

    def sums(values: Sequence[int]) -> Sum:
        if not exact:
            return Sum("high")
        return Sum("high", sum(values), sum(value * value for value in values))

    members = frozenset(person for person, path in THREE.items() if path[0] == department)
    items = {"role": sums(role), "goal": sums(ALIKE)}
    return TeamRound(name, members, Sealed(len(role), items))  # type: ignore[arg-type]  # items


def aligned(*rounds: TeamRound) -> dict[str, str]:
    found = closed([], THREE, rounds=rounds)
    return {group: shown(found, "alignment", group).how for group in found.groups}


def test_alignment_pools_what_teams_sealed() -> None:
    """Two teams alike: n 12, mean 4, s² = 4/11, so L 75, A 82 and the index 78, told in tens."""
    paths = SALES | CARE
    rounds = [check_in(f"{name}{n}", name) for name in ("Sales", "Care") for n in range(2)]
    found = closed([], paths, rounds=rounds)
    told = [shown(found, key, "Sales") for key in PARTS]
    assert [one.value for one in told] == [80, 80, 80]
    assert floor(sqrt(75 * 100 * (1 - 4 / 11 / 2)) / 10 + 0.5) * 10 == 80
    assert {one.unit for one in told} == {"points_100"}


def check_ins(number: int, role: Sequence[int] = FOUR) -> list[TeamRound]:
    """Let every other team see its role as clearly as the example does, the others as said."""
    homes = ("Sales", "Sales", "Care", "Care")
    return [check_in(f"{n:02}", homes[n % 4], role=role if n % 2 else FOUR) for n in range(number)]


def test_the_index_stands_beside_level_and_agreement() -> None:
    """Role 1 and 5 by halves of 72: L 50, s² over 2, so A 0; goal: L 75, s² 24/71, so A 83."""
    rounds = [check_in(f"{n:02}", ("Sales", "Care")[n % 2], role=(1, 5) * 3) for n in range(12)]
    found = closed([], SALES | CARE, rounds=rounds)
    level, agreement = (shown(found, f"alignment_{part}") for part in ("level", "agreement"))
    assert level.value == 62.5
    assert agreement.value == pytest.approx(50 * (1 - 24 / 71 / 2))
    assert shown(found, "alignment").value == pytest.approx(sqrt(62.5 * 50 * (1 - 24 / 71 / 2)))


def test_alignment_has_an_interval_from_twelve_teams_on() -> None:
    """That of the company has, those of its departments, of six teams each, do not."""
    found = closed([], SALES | CARE, rounds=check_ins(12, (2, 1, 5, 3, 2, 4)))
    told = shown(found, "alignment")
    assert (told.how, told.people) == ("number", Band(72, 72))
    assert told.value is not None
    assert told.low is not None
    assert told.high is not None
    assert told.low < told.value < told.high
    assert shown(found, "alignment", "Sales").low is None
    fewer = shown(closed([], SALES | CARE, rounds=check_ins(11)), "alignment")
    assert (fewer.how, fewer.low, fewer.high) == ("number", None, None)


def test_alignment_is_compared_with_the_month_before_where_both_have_intervals() -> None:
    first, second = check_ins(16, (2, 1, 5, 3, 2, 4)), check_ins(16, (4, 5, 4, 4, 5, 4))
    paths = SALES | CARE
    before, waves = close(happened([], paths, rounds=first), DIALOGUES, None, {})
    now, _ = close(happened([], paths, NOVEMBER, rounds=second), DIALOGUES, before, waves)
    again, _ = close(happened([], paths, NOVEMBER, rounds=second[:11]), DIALOGUES, before, waves)
    found, few = now.of(TOP, "alignment"), again.of(TOP, "alignment")
    assert found is not None
    assert found.change is not None
    assert (found.change.way, found.change.by > 0) == ("up", True)
    assert few is not None
    assert few.change is None


def test_a_department_s_alignment_needs_two_teams_with_numbers() -> None:
    """Else it would be that team's own summary; so it is for the company."""
    assert set(aligned(check_in("1", "Sales")).values()) == {"too_few"}
    both = (check_in("1", "Sales"), check_in("2", "Sales", exact=False))
    assert set(aligned(*both).values()) == {"too_few"}


def test_one_team_is_never_what_is_left_beside_the_departments() -> None:
    """The only team of Care would be the company without Sales."""
    told = aligned(*(check_in(str(n), "Sales") for n in range(3)), check_in("9", "Care"))
    assert told == {TOP: "number", "Care": "too_few", "Legal": "too_few", "Sales": "too_few"}


def test_a_department_without_rounds_hides_another_one() -> None:
    """That nobody of Legal answered is not told either."""
    rounds = [check_in(f"{name}{n}", name) for name in ("Sales", "Care") for n in range(2)]
    rounds.append(check_in("Sales3", "Sales"))
    assert aligned(*rounds) == {
        TOP: "number",
        "Care": "too_few",
        "Legal": "too_few",
        "Sales": "number",
    }


def test_the_same_people_keep_their_numbers_for_months() -> None:
    waves: dict[str, list[Wave]] = {}
    before: Closed | None = None
    given = due(list(SALES), 20)
    for month in months(OCTOBER, 6):
        before, new = close(happened(given, SALES, month), DIALOGUES, before, waves)
        for series, some in new.items():
            waves.setdefault(series, []).extend(some)
        assert shown(before, "kept").how == "number"
        given = later(given)
