"""How often a theme is left: a figure of the whole company, only where it tells of nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.groups.shown import Shown
from bot.measuring.closing import Closing, close
from bot.measuring.company import TOP
from bot.measuring.estimates import share
from bot.measuring.leaving import leaving
from bot.measuring.population import population
from bot.measuring.published import Closed, Month
from bot.measuring.records import Record
from bot.measuring.sight import Sight
from tests.happenings import record
from tests.lives import DIALOGUES, OCTOBER, STEPS, THEMES, Company
from tests.test_closing import by_kind, happened

FIRST, SECOND, THIRD = THEMES[:3]
Ran = tuple[int, int]
"""How many sessions were begun, each by another person, and how many of these left."""


def ran(themes: Mapping[str, Ran], day: float = 5) -> list[Record]:
    """Sessions by theme."""
    found: list[Record] = []
    for theme, (begun, left) in themes.items():
        for number in range(begun):
            who, about = f"{theme}{number:03}", f"s-{theme}{number:03}-{day}"
            found.append(record("session_started", who, day, about, theme=theme))
            if number >= left:
                found.append(
                    record("session_completed", who, day + 0.1, about, theme=theme, value=240)
                )
    return found


def stopped(theme: str, begun: int, at: Sequence[int], day: float = 5) -> list[Record]:
    """Sessions on a theme, each of another person: so many stop at each step, from the first."""
    found: list[Record] = []
    stops = [step for step, number in enumerate(at) for _ in range(number)]
    for one in ran({theme: (begun, len(stops))}, day):
        found.append(one)
        if one.kind == "session_started":
            last = stops.pop(0) if stops else len(STEPS) - 1
            found += [
                record("node_reached", one.person, day, one.about, theme=theme, detail=step)
                for step in list(DIALOGUES[theme])[: last + 1]
            ]
    return found


def month_of(records: Sequence[Record]) -> Closed:
    """October, closed."""
    paths = dict.fromkeys((one.person for one in records), ("Sales", "a"))
    found, _ = close(happened(records, paths), DIALOGUES, None, {})
    return found


def left(records: Sequence[Record], theme: str) -> Shown | None:
    """What is told of how often a theme is left."""
    found = month_of(records).of(TOP, f"left.{theme}")
    return found.shown if found else None


def value(themes: Mapping[str, Ran], theme: str) -> float | None:
    """The share that is told."""
    shown = left(ran(themes), theme)
    return shown.value if shown else None


def test_it_is_the_share_of_started_sessions_that_were_not_completed() -> None:
    """With its interval and its people, of the company alone."""
    records = ran({FIRST: (40, 10), SECOND: (50, 10)})
    shown = left(records, FIRST)
    assert shown is not None
    assert (shown.how, shown.value, shown.rows) == ("number", 0.25, 40)
    assert shown.people is not None
    assert shown.people.least == 40
    figure = share([(str(n), float(n < 10)) for n in range(40)])
    assert (shown.low, shown.high) == (figure.low, figure.high)
    assert month_of(records).of("Sales", f"left.{FIRST}") is None


def test_a_session_is_followed_to_its_end() -> None:
    """Completed nine days after the month counts as completed; eleven days after it does not."""
    themes = {FIRST: (40, 12), SECOND: (40, 10)}
    late = [
        record("session_completed", f"{FIRST}{n:03}", day, f"s-{FIRST}{n:03}-5", theme=FIRST)
        for n, day in ((0, 31 + 9), (1, 31 + 11))
    ]
    shown = left([*ran(themes), *late], FIRST)
    assert shown is not None
    assert shown.value == 11 / 40


def test_five_people_stand_on_either_side() -> None:
    """Four who left are nobody's business, nor are four who stayed."""
    others = {SECOND: (60, 20), THIRD: (60, 20)}
    assert value({FIRST: (40, 5), **others}, FIRST) == 5 / 40
    assert value({FIRST: (40, 4), **others}, FIRST) is None
    assert value({FIRST: (40, 35), **others}, FIRST) == 35 / 40
    assert value({FIRST: (40, 36), **others}, FIRST) is None


def test_what_is_left_of_all_sessions_stands_too() -> None:
    """Or the smallest other theme is kept back, as completion of all sessions is told."""
    themes = {FIRST: (60, 20), SECOND: (40, 10)}
    assert value({**themes, THIRD: (40, 4)}, FIRST) == 20 / 60
    assert value({**themes, THIRD: (40, 4)}, SECOND) is None
    onboarding = [
        one
        for n in range(40)
        for one in (
            record("session_started", f"n{n}", 5, f"o{n}"),
            *([] if n < 15 else [record("session_completed", f"n{n}", 5, f"o{n}", value=60)]),
        )
    ]
    assert left([*ran(themes), *onboarding], SECOND) is not None
    assert left([*ran(themes), *onboarding[30:]], SECOND) is None


def test_a_theme_that_is_pooled_in_the_mix_is_not_told_here() -> None:
    """Its size would give the others of the pool away."""
    themes = {FIRST: (60, 20), SECOND: (14, 7), THIRD: (3, 1)}
    assert "other" in month_of(ran(themes)).themes
    assert value(themes, SECOND) is None


def test_below_thirty_people_it_is_rounded() -> None:
    """As every share is: to tens, with an interval widened outward."""
    shown = left(ran({FIRST: (21, 7), SECOND: (60, 20)}), FIRST)
    assert shown is not None
    assert (shown.value, shown.rows) == (0.3, None)
    assert shown.people is not None
    assert (shown.people.least, shown.people.most) == (20, 29)


def test_a_few_people_more_in_the_next_month_are_told_in_a_word() -> None:
    """Two months of nearly the same people are subtracted no more than those of other figures."""
    now, then = {FIRST: (40, 10), SECOND: (60, 20)}, {FIRST: (42, 11), SECOND: (60, 20)}
    records = [*ran(now), *ran(then, day=36)]
    paths = dict.fromkeys((one.person for one in records), ("Sales", "a"))
    before, waves = close(happened(records, paths), DIALOGUES, None, {})
    november = happened(records, paths, Month(2026, 11))
    after, _ = close(november, DIALOGUES, before, waves)
    told = after.of(TOP, f"left.{FIRST}")
    assert told is not None
    assert told.shown.how == "word"


def test_it_is_released_against_where_people_leave() -> None:
    """The two figures of a theme are over the same sessions, hence one series."""
    records = ran({FIRST: (40, 10), SECOND: (60, 20)})
    paths = dict.fromkeys((one.person for one in records), ("Sales", "a"))
    closing = Closing(happened(records, paths), DIALOGUES, None)
    closing.take(f"drop_off.{FIRST}", ())
    _, waves = closing.closed()
    assert [one.name for one in waves[f"drop_off.{FIRST}"]] == [f"2026-10 left.{FIRST}"]


# where


def places(closed: Closed, theme: str = FIRST) -> dict[str, Shown]:
    """What is told of where a theme is left, by place."""
    return {
        key.removeprefix(f"drop_off.{theme}"): one.shown
        for (_, key), one in closed.figures.items()
        if key.startswith(f"drop_off.{theme}")
    }


OTHERS = ran({SECOND: (60, 20), THIRD: (60, 20)})


def test_it_is_said_where_most_leave_with_the_share_of_those_who_came_so_far() -> None:
    """Six of fifty stop at the first step, eleven of 44 at the second, five of 33 at the third."""
    told = places(month_of([*stopped(FIRST, 50, (6, 11, 5)), *OTHERS]))
    assert list(told) == [".2/3"]
    shown = told[".2/3"]
    assert (shown.how, shown.value, shown.rows) == ("number", 11 / 44, 44)


def test_a_place_is_named_where_five_people_left_and_five_went_on() -> None:
    """However often one of them came there."""
    assert list(places(month_of([*stopped(FIRST, 40, (1, 5, 1)), *OTHERS]))) == [".2/3"]
    assert places(month_of([*stopped(FIRST, 40, (4, 4, 3)), *OTHERS])) == {}
    often = [
        replace(one, person=f"{FIRST}000") if one.about in _BY_FOUR else one
        for one in stopped(FIRST, 60, (3, 11, 4))
    ]
    assert places(month_of([*often, *OTHERS])) == {}


_BY_FOUR = {f"s-{FIRST}{number:03}-5" for number in range(4, 15)}


def test_a_few_who_left_elsewhere_are_not_what_is_left() -> None:
    """The place is named without a number: eleven left, nine of them there."""
    for few in (0, 2, 4):
        told = places(month_of([*stopped(FIRST, 40, (9, few)), *OTHERS]))
        assert (told[".1/3"].how, told[".1/3"].value) == ("word", None)
    told = places(month_of([*stopped(FIRST, 40, (9, 5)), *OTHERS]))
    assert told[".1/3"].value == 9 / 40


def test_no_place_is_named_of_a_theme_of_which_it_is_not_told_how_often_it_is_left() -> None:
    """It is pooled with one of three people, whom its own number would give away."""
    pooled = [*stopped(FIRST, 40, (9, 6)), *ran({SECOND: (60, 20), THIRD: (3, 1)})]
    found = month_of(pooled)
    assert FIRST not in found.themes
    assert places(found) == {}


def test_a_place_is_compared_with_itself_alone() -> None:
    """Another one in the month before is no earlier figure of it."""
    first, same = stopped(FIRST, 60, (6, 20)), stopped(FIRST, 60, (6, 18), day=36)
    other = stopped(FIRST, 60, (18, 6), day=36)
    paths = dict.fromkeys((one.person for one in [*first, *OTHERS]), ("Sales", "a"))
    before, waves = close(happened([*first, *OTHERS], paths), DIALOGUES, None, {})
    later = ran({SECOND: (60, 20), THIRD: (60, 20)}, day=36)
    for records, place, compared in ((same, "2/3", True), (other, "1/3", False)):
        november = happened([*records, *later], paths, Month(2026, 11))
        found, _ = close(november, DIALOGUES, before, waves)
        told = found.of(TOP, f"drop_off.{FIRST}.{place}")
        assert told is not None
        assert told.shown.how == "number"
        assert (told.change is not None) == compared


rans = st.integers(0, 40).flatmap(lambda n: st.integers(0, n).map(lambda k: (n, k)))


@given(
    st.dictionaries(st.sampled_from([*THEMES, ""]), rans), st.frozensets(st.sampled_from(THEMES))
)
def test_whatever_happens_those_told_and_the_rest_are_groups(
    themes: dict[str, Ran], alone: frozenset[str]
) -> None:
    """Five who left and five who stayed, in each theme that is told and in all else together."""
    records = ran(themes)
    people = dict.fromkeys((one.person for one in records), ("Sales",))
    there = population(Company(records, people), OCTOBER)
    found = leaving(Sight(OCTOBER, by_kind(records), there), alone)  # type: ignore[arg-type]
    assert set(found) <= alone
    rest = [themes[theme] for theme in themes if theme not in found]
    sums = [themes[theme] for theme in found]
    if found and sum(n for n, _ in rest):
        sums.append((sum(n for n, _ in rest), sum(k for _, k in rest)))
    assert all(min(k, n - k) >= 5 for n, k in sums)
