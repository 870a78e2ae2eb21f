"""Monthly proposals: what the figures say beyond doubt, with the figure, and never by itself."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapting.applying import Applied, applied_of, apply
from bot.adapting.keeping import freeze, name_of, thaw
from bot.adapting.monthly import period, proposed
from bot.adapting.proposing import (
    Defaults,
    DropStar,
    MoveSlot,
    Period,
    Proposal,
    Share,
    clearly_above,
    propose,
)
from bot.adapting.saying import changed_text, evidence_text, proposal_text
from bot.intervals import FEWEST, wilson
from bot.language import LANGS, Lang
from bot.measuring.closing import LEFT
from bot.measuring.excerpts import Excerpt
from bot.measuring.published import Closed, Month, Published
from bot.people import Slot
from tests.figures import OCTOBER, cut, figure
from tests.world import library

TUESDAY, THURSDAY, WEDNESDAY = Slot(1, time(9)), Slot(3, time(14)), Slot(2, time(10))
NOVEMBER = Month(2026, 11)
DEFAULTS = Defaults(("delegation", "meetings"), (TUESDAY, THURSDAY))


def share(hits: int, n: int) -> Share:
    """A share of so many people, with its 90 % interval."""
    interval = wilson(hits, n, 0.9)
    return Share(hits / n, interval.low, interval.high, n)


OTHERS = {"workload": share(20, 100), "hybrid": share(22, 100), "conflict": share(18, 100)}


@dataclass
class Months:
    """Closed months, in memory."""

    known: Mapping[Month, Closed]

    def months(self) -> Sequence[Month]:
        return list(self.known)

    def excerpts(self, asked: Sequence[Excerpt]) -> Sequence[Closed | None]:
        return [cut(self.known.get(one.month), one) for one in asked]


class TestStars:
    """A theme that people leave."""

    def test_a_theme_left_clearly_more_often_than_the_others_is_proposed(self) -> None:
        """With its figure, that of the middle one of the others, and that of the month before."""
        now = Period({**OTHERS, "delegation": share(50, 100)})
        before = Period({"delegation": share(45, 100)})
        (proposal,) = propose(DEFAULTS, now, before)
        assert proposal == DropStar(
            "delegation", share(50, 100), OTHERS["workload"], share(45, 100)
        )

    def test_a_difference_that_may_be_chance_is_no_proposal(self) -> None:
        """Thirty of a hundred against twenty, with few people: the interval holds 0."""
        assert propose(DEFAULTS, Period({**OTHERS, "delegation": share(27, 100)})) == ()

    def test_nothing_is_said_of_few_people(self) -> None:
        """Nine people, all of whom left."""
        alone = share(FEWEST - 1, FEWEST - 1)
        assert propose(DEFAULTS, Period({**OTHERS, "delegation": alone})) == ()

    def test_a_theme_that_is_not_starred_stays_as_it_is(self) -> None:
        """There is nothing to drop."""
        assert propose(Defaults(), Period({**OTHERS, "delegation": share(90, 100)})) == ()

    def test_one_other_theme_is_no_measure(self) -> None:
        """Of one there is no middle."""
        now = Period({"workload": share(20, 100), "delegation": share(50, 100)})
        assert propose(DEFAULTS, now) == ()

    def test_a_theme_that_is_left_less_often_is_kept(self) -> None:
        """Only what people leave is proposed."""
        assert propose(DEFAULTS, Period({**OTHERS, "delegation": share(2, 100)})) == ()


class TestSlots:
    """A default time that people miss."""

    def test_a_slot_answered_clearly_less_often_is_moved_to_the_surest(self) -> None:
        """Among several better ones the one with the highest lower end."""
        friday = Slot(4, time(11))
        now = Period(
            answered={
                TUESDAY: share(30, 100),
                THURSDAY: share(50, 100),
                WEDNESDAY: share(60, 100),
                friday: share(13, 20),
            }
        )
        first, *_ = propose(DEFAULTS, now)
        assert first == MoveSlot(TUESDAY, WEDNESDAY, share(30, 100), share(60, 100))

    def test_two_slots_are_not_moved_to_one_place(self) -> None:
        """The second has to find another, or stays."""
        now = Period(
            answered={
                TUESDAY: share(30, 100),
                THURSDAY: share(30, 100),
                WEDNESDAY: share(70, 100),
            }
        )
        assert [p.here for p in propose(DEFAULTS, now) if isinstance(p, MoveSlot)] == [TUESDAY]

    @pytest.mark.parametrize("slot", [Slot(5, time(10)), Slot(2, time(19)), Slot(2, time(7))])
    def test_no_slot_outside_of_working_time_is_offered_to_everybody(self, slot: Slot) -> None:
        """However many of those who chose it answer."""
        now = Period(answered={TUESDAY: share(30, 100), slot: share(90, 100)})
        assert propose(DEFAULTS, now) == ()

    def test_a_small_difference_moves_nothing(self) -> None:
        """Forty against forty-five of a hundred."""
        now = Period(answered={TUESDAY: share(40, 100), WEDNESDAY: share(45, 100)})
        assert propose(DEFAULTS, now) == ()


class TestConfirmed:
    """What HR confirms, and nothing else, changes the defaults."""

    def test_a_star_is_dropped(self) -> None:
        """The others stay in their order; twice is as good as once."""
        proposal = DropStar("delegation", share(50, 100), share(20, 100))
        after = apply(DEFAULTS, proposal)
        assert after == Defaults(("meetings",), (TUESDAY, THURSDAY))
        assert apply(after, proposal) == after

    def test_a_slot_is_moved(self) -> None:
        """In its place; one that is offered already is not offered twice."""
        proposal = MoveSlot(TUESDAY, WEDNESDAY, share(30, 100), share(60, 100))
        assert apply(DEFAULTS, proposal).slots == (WEDNESDAY, THURSDAY)
        twice = MoveSlot(TUESDAY, THURSDAY, share(30, 100), share(60, 100))
        assert apply(DEFAULTS, twice).slots == (THURSDAY,)

    def test_the_list_is_of_one_month(self) -> None:
        """By whose figures they were made, in the order of the days."""
        proposal = DropStar("delegation", share(50, 100), share(20, 100))
        days = [date(2026, 12, 20), date(2026, 12, 14)]
        every = [Applied(day, proposal, of) for day in days for of in (OCTOBER, NOVEMBER)]
        assert [one.on for one in applied_of(NOVEMBER, every)] == [days[1], days[0]]


SAID = {
    "en": (
        "Take ‘Delegation’ off the starred themes?",
        (
            "Sessions left before the end: 50% (42% to 58%), 100 people. In the middle one of the "
            "other themes: 20% (14% to 27%), 100 people. No clear change since the month before: "
            "45% (37% to 53%), 100 people."
        ),
    ),
    "fr": (
        "Retirer « Déléguer » des thèmes phares ?",
        (
            "Séances quittées avant la fin : 50 % (entre 42 et 58 %), 100 personnes. Pour le thème "
            "médian parmi les autres : 20 % (entre 14 et 27 %), 100 personnes. Pas d’évolution "
            "nette depuis le mois précédent : 45 % (entre 37 et 53 %), 100 personnes."
        ),
    ),
}


def even(text: str) -> str:
    """A text with ordinary spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


class TestWords:
    """Both languages say what, why, and how sure it is."""

    @pytest.mark.parametrize("lang", LANGS)
    def test_a_proposal_names_its_figures(self, lang: Lang) -> None:
        """Share, interval and people of both sides, and the way since the month before."""
        proposal = DropStar("delegation", share(50, 100), share(20, 100), share(45, 100))
        asked = proposal_text(library(), lang, proposal)
        told = evidence_text(library(), lang, proposal)
        assert (even(asked), even(told)) == SAID[lang]

    @pytest.mark.parametrize("lang", LANGS)
    def test_a_slot_is_named_by_day_and_hour(self, lang: Lang) -> None:
        """And it is said that the hour need not be the cause."""
        proposal = MoveSlot(TUESDAY, WEDNESDAY, share(30, 100), share(60, 100))
        asked = even(proposal_text(library(), lang, proposal))
        named = {"en": ("Tuesday 09:00", "Wednesday 10:00"), "fr": ("mardi 9 h", "mercredi 10 h")}
        assert all(name in asked for name in named[lang])
        told = evidence_text(library(), lang, proposal)
        assert {"en": "need not be the cause", "fr": "pas forcément la cause"}[lang] in told

    @pytest.mark.parametrize("lang", LANGS)
    def test_a_band_is_said_as_a_band(self, lang: Lang) -> None:
        """Of few people the number itself was not released."""
        few = Share(0.6, 0.3, 0.8, 10, up_to=19)
        told = even(evidence_text(library(), lang, DropStar("delegation", few, share(20, 100))))
        assert {"en": "10 to 19 people", "fr": "10 à 19 personnes"}[lang] in told

    @pytest.mark.parametrize("lang", LANGS)
    def test_what_was_changed_is_told_with_its_day(self, lang: Lang) -> None:
        """And that everybody's choice is as wide as before."""
        proposal = DropStar("delegation", share(50, 100), share(20, 100))
        said = changed_text(library(), lang, Applied(date(2026, 11, 23), proposal, NOVEMBER.before))
        assert (
            even(said)
            == {
                "en": (
                    "Monday 23 November: ‘Delegation’ is no longer starred; "
                    "everybody can still choose it."
                ),
                "fr": (
                    "lundi 23 novembre : « Déléguer » n’est plus un thème phare ; "
                    "chacun peut toujours le choisir."
                ),
            }[lang]
        )


def closed(people: int = 100, **left: float) -> Closed:
    """October, in which so many sessions on each theme were left."""
    shown = {theme: figure(value, people) for theme, value in left.items()}
    shown["meetings"] = figure(0.5, people, manner="word")
    found = {
        ("company", f"{LEFT}{theme}"): Published(OCTOBER, "company", f"{LEFT}{theme}", one)
        for theme, one in shown.items()
    }
    kept = Published(OCTOBER, "company", "kept", figure(0.5, people))
    return Closed(OCTOBER, ("company", "Sales"), {**found, ("company", "kept"): kept})


STARRED = Defaults(("delegation",), (TUESDAY,))


class TestMonth:
    """What was published of a month, and nothing else, makes a proposal."""

    def test_shares_come_as_they_were_published(self) -> None:
        """A word is no share; from thirty people on the number of people is exact."""
        shown = figure(0.4, 100)
        assert period(closed(delegation=0.4)) == Period(
            {"delegation": Share(0.4, shown.low or 0, shown.high or 0, 100)}
        )
        (few,) = period(closed(people=12, delegation=0.4)).left.values()
        assert (few.people, few.up_to) == (10, 19)

    def test_the_last_month_proposes_beside_the_one_before(self) -> None:
        """The month before is the one right before it, if that is closed."""
        now = closed(delegation=0.6, hybrid=0.2, workload=0.2, conflict=0.2)
        before = closed(delegation=0.3)
        found = proposed(Months({OCTOBER: now, OCTOBER.before: before}), STARRED)
        assert found is not None
        (one,) = found.proposals
        assert (found.month, name_of(one)) == (OCTOBER, "drop_star:delegation")
        assert one.before is not None
        assert one.before.value == 0.3
        gap = proposed(Months({OCTOBER: now, Month(2026, 8): before}), STARRED)
        assert gap is not None
        assert gap.proposals[0].before is None

    def test_slots_are_told_by_their_names(self) -> None:
        """What was published under no name of a slot is left out."""
        shares = {"answered.tue_0900": 0.3, "answered.wed_1000": 0.7, "answered.noon": 0.9}
        found = {
            ("company", key): Published(OCTOBER, "company", key, figure(value, 100))
            for key, value in shares.items()
        }
        month = Closed(OCTOBER, ("company",), found)
        assert {slot: share.value for slot, share in period(month).answered.items()} == {
            TUESDAY: 0.3,
            WEDNESDAY: 0.7,
        }
        told = proposed(Months({OCTOBER: month}), STARRED)
        assert told is not None
        assert [name_of(one) for one in told.proposals] == ["move_slot:tue_0900>wed_1000"]

    def test_without_a_closed_month_there_is_nothing(self) -> None:
        """Not even an empty list."""
        assert proposed(Months({}), STARRED) is None


def test_a_value_outside_of_its_interval_is_refused() -> None:
    """What was released cannot contradict itself."""
    with pytest.raises(ValueError, match="is no share"):
        Share(0.5, 0.6, 0.7, 20)


shares = st.integers(1, 200).flatmap(lambda n: st.integers(0, n).map(lambda hits: share(hits, n)))
themes = st.sampled_from(("delegation", "meetings", "workload", "hybrid", "conflict"))
slots = st.builds(Slot, st.integers(0, 6), st.sampled_from([time(h) for h in range(6, 21)]))
periods = st.builds(Period, st.dictionaries(themes, shares), st.dictionaries(slots, shares))
defaults = st.builds(
    Defaults,
    st.lists(themes, unique=True, max_size=4).map(tuple),
    st.lists(slots, unique=True, max_size=3).map(tuple),
)


@given(defaults, periods, periods)
def test_every_proposal_stands_on_a_clear_difference(
    given_defaults: Defaults, now: Period, before: Period
) -> None:
    """Of ten people or more on both sides; each changes something that is set, and no two clash."""
    found = propose(given_defaults, now, before)
    after = given_defaults
    for one in found:
        pair = (
            (one.left, one.others)
            if isinstance(one, DropStar)
            else (one.there_answered, one.answered)
        )
        assert clearly_above(*pair)
        assert min(side.people for side in pair) >= FEWEST
        assert apply(after, one) != after
        after = apply(after, one)
    assert len(after.slots) == len(given_defaults.slots)
    assert set(after.stars) <= set(given_defaults.stars)


ones = st.one_of(
    st.builds(DropStar, themes, shares, shares, st.none() | shares),
    st.builds(MoveSlot, slots, slots, shares, shares, st.none() | shares),
)


@given(ones)
def test_what_is_kept_is_what_was_proposed(proposal: Proposal) -> None:
    """By its name and its figures, through the JSON of a database."""
    stored = json.loads(json.dumps(freeze(proposal)))
    assert thaw(name_of(proposal), stored) == proposal


@given(shares, shares)
def test_no_two_shares_are_clearly_above_each_other(one: Share, other: Share) -> None:
    """And none is clearly above itself."""
    assert not (clearly_above(one, other) and clearly_above(other, one))
    assert not clearly_above(one, one)
