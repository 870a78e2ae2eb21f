"""Weekly slots: named, said, typed, offered first by the company, and told apart in figures."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import from_click, from_form, plainly
from bot.engine import Given
from bot.errors import InvalidAnswer, StaleClick
from bot.language import LANGS, Lang, Wording
from bot.measuring.beside import told_apart
from bot.measuring.prompts import SLOTS, answered_by_slot, response_rate
from bot.measuring.records import Record
from bot.measuring.sources.prompts import Hours, PromptTold
from bot.messages import Option
from bot.people import Slot
from bot.places import tz_of
from bot.programmes import Step
from bot.slots import FIRST, name_of, say_slot, slot_named, typed_slot
from bot.workdays import Calendar
from storage.store import Store
from tests.happenings import OCTOBER, SEED, answered, sent
from tests.players import Player, Words
from tests.squads import text_of
from tests.test_choosing import of_hr
from tests.world import library

TODAY = datetime(2026, 11, 23, tzinfo=UTC).date()
STEP = Step("slot", Wording("When?", "Quand ?"), "slot")
every = st.builds(Slot, st.integers(0, 6), st.times().map(lambda at: at.replace(second=0)))
every = every.map(lambda slot: Slot(slot.weekday, slot.at.replace(microsecond=0)))


class TestNames:
    """A name stands for one slot."""

    @given(every)
    def test_a_name_reads_back(self, slot: Slot) -> None:
        """Each minute of the week has one."""
        assert slot_named(name_of(slot)) == slot

    @given(st.text() | st.from_regex(r"[a-z]{3}_[0-9]{4}", fullmatch=True))
    def test_what_is_no_name_names_nothing(self, text: str) -> None:
        """Whatever a button brings."""
        found = slot_named(text)
        assert found is None or name_of(found) == text

    def test_it_is_said_in_both_languages(self) -> None:
        """As every time is."""
        said = [say_slot(library(), Slot(3, time(14, 30)), lang) for lang in LANGS]
        assert [one.replace("\u00a0", " ") for one in said] == ["Thursday 14:30", "jeudi 14 h 30"]


class TestTyped:
    """What people type instead of pressing."""

    @pytest.mark.parametrize(
        ("text", "slot"),
        [
            ("Tue 9:00", Slot(1, time(9))),
            ("tuesday at 9am", Slot(1, time(9))),
            ("Friday 14:30", Slot(4, time(14, 30))),
            ("mardi 9 h", Slot(1, time(9))),
            ("Mardi 9h30", Slot(1, time(9, 30))),
            ("le jeudi à 14 h 15", Slot(3, time(14, 15))),
            ("9:00", None),
            ("friday", None),
            ("tomorrow at 9:00", None),
            ("demain 9 h", None),
            ("27 November 9:00", None),
            ("after the team meeting", None),
            ("\u202e" * 30, None),
        ],
    )
    @pytest.mark.parametrize("lang", LANGS)
    def test_a_day_of_the_week_with_a_time(self, lang: Lang, text: str, slot: Slot | None) -> None:
        """In either language; a date or half of it is no weekly slot."""
        assert typed_slot(text, lang) == slot

    @given(st.text(max_size=80), st.sampled_from(LANGS))
    def test_no_text_is_too_odd(self, text: str, lang: Lang) -> None:
        """It is a slot or nothing."""
        found = typed_slot(text, lang)
        assert found is None or slot_named(name_of(found)) == found

    @given(every, st.sampled_from(LANGS))
    def test_what_is_said_can_be_typed(self, slot: Slot, lang: Lang) -> None:
        """A button's label means what the button means; midnight is no time to meet."""
        wanted = slot if slot.at > time() else None
        assert typed_slot(say_slot(library(), slot, lang), lang) == wanted


class TestAnswers:
    """Pressed, typed and filled in come to the same."""

    def test_three_ways_to_the_same_slot(self) -> None:
        """Each is checked in the same way."""
        given_ = Given(fields={"slot": "tue_0900"})
        assert from_click(STEP, "tue_0900", {}, TODAY) == given_
        assert plainly(STEP, "mardi 9 h", "fr", TODAY) == given_
        assert from_form(STEP, {"weekday": "1", "time": "09:00"}, "en", TODAY) == given_

    def test_the_night_is_no_slot(self) -> None:
        """However it comes."""
        with pytest.raises(InvalidAnswer):
            from_click(STEP, "tue_0300", {}, TODAY)
        with pytest.raises(InvalidAnswer):
            plainly(STEP, "Tuesday 3:00", "en", TODAY)
        with pytest.raises(InvalidAnswer):
            from_form(STEP, {"weekday": "1", "time": "22:00"}, "en", TODAY)

    @pytest.mark.parametrize("option", ["tue_9", "tue_2500", "7@09:00", ""])
    def test_a_button_of_no_slot_is_stale(self, option: str) -> None:
        """Such as one of an older release."""
        with pytest.raises(StaleClick):
            from_click(STEP, option, {}, TODAY)


def rows(slot: str, people: int, answers: int) -> list[Record]:
    """A prompt to each of so many people, some of which are answered."""
    found: list[Record] = []
    for n in range(people):
        about, who = f"{slot}{n}", f"{slot}-{n}"
        found.append(sent(about, who, slot=slot))
        if n < answers:
            found.append(answered(about, 30, who))
    return found


def told(slots: Mapping[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """By slot how many people stand behind its share, and how many of them answered."""
    given = [one for slot, (people, came) in slots.items() for one in rows(slot, people, came)]
    shares = answered_by_slot(given, OCTOBER)
    return {slot: (len(some), round(sum(w for _, w in some))) for slot, some in shares.items()}


class TestShares:
    """How many prompts are answered at each slot."""

    def test_each_slot_has_the_share_of_its_own_prompts(self) -> None:
        """Hand-computed: 12 of 20 on Tuesday, 25 of 30 on Wednesday; together 37 of 50."""
        slots = {"tue_0900": (20, 12), "wed_1000": (30, 25)}
        assert told(slots) == slots
        given = [*rows("tue_0900", 20, 12), *rows("wed_1000", 30, 25)]
        assert response_rate(given, OCTOBER, SEED).value == 37 / 50

    def test_five_people_stand_on_either_side(self) -> None:
        """Four who answered, or four who did not, are nobody's business."""
        beside = {"mon_0900": (40, 20), "wed_1000": (40, 20)}
        assert told({**beside, "tue_0900": (20, 4)}).keys() == {"mon_0900"}
        assert told({**beside, "tue_0900": (20, 5)}).keys() == {*beside, "tue_0900"}
        assert told({**beside, "tue_0900": (20, 16)}).keys() == {"mon_0900"}

    def test_other_prompts_are_part_of_the_rest(self) -> None:
        """What came at no slot stands too, or the smallest slot is given up for it."""
        slots = {"tue_0900": (20, 12), "wed_1000": (30, 25)}
        assert told({**slots, "": (10, 5)}) == slots
        assert told({**slots, "": (6, 4)}).keys() == {"wed_1000"}

    def test_only_the_slots_used_most_are_told(self) -> None:
        """A handful is enough to choose from."""
        slots = {f"mon_{9 + n:02}00": (20 + n, 10) for n in range(SLOTS + 2)}
        assert len(told(slots)) == SLOTS
        assert "mon_0900" not in told(slots)

    @given(
        st.dictionaries(
            st.sampled_from("abcdef"),
            st.lists(st.tuples(st.integers(0, 30).map(str), st.sampled_from([0.0, 1.0]))),
        ),
        st.lists(st.tuples(st.integers(0, 30).map(str), st.sampled_from([0.0, 1.0]))),
    )
    def test_what_is_left_of_the_whole_tells_of_nobody(
        self, parts: Mapping[str, Sequence[tuple[str, float]]], rest: list[tuple[str, float]]
    ) -> None:
        """Neither a part nor the remainder has one to four people with one answer."""
        shown = told_apart(parts, rest)
        left = [row for part in parts.keys() - shown.keys() for row in parts[part]] + rest
        for some in (*shown.values(), *([left] if left and shown else [])):
            for worth in (0.0, 1.0):
                assert len({person for person, w in some if w == worth}) >= 5


class TestInSlot:
    """Whether a prompt came in the person's weekly slot."""

    HOURS = Hours(tz_of("Europe/Paris"), time(9), time(18), Calendar("FR"))
    NINE = datetime(2026, 10, 27, 8, tzinfo=UTC)  # a Tuesday, nine o'clock in Paris in winter

    def of(self, at: datetime, kind: str = "session", slot: Slot | None = FIRST[0]) -> str:
        """The name of the slot in which it came."""
        return PromptTold("p", "ann", kind, at, self.HOURS, slot).in_slot

    def test_from_its_time_for_two_hours(self) -> None:
        """By the person's own clock, on either side of its change."""
        summer = datetime(2026, 10, 20, 7, tzinfo=UTC)
        assert self.of(self.NINE) == self.of(summer) == "tue_0900"
        assert self.of(self.NINE + timedelta(hours=1, minutes=59)) == "tue_0900"
        assert self.of(self.NINE + timedelta(hours=2)) == ""
        assert self.of(self.NINE - timedelta(seconds=1)) == ""

    def test_another_day_is_another_slot(self) -> None:
        """Such as the day after a public holiday."""
        assert self.of(self.NINE + timedelta(days=1)) == ""

    def test_who_has_no_slot_or_is_asked_nothing_is_in_none(self) -> None:
        """A reminder repeats a question that was asked in the slot."""
        assert self.of(self.NINE, slot=None) == ""
        assert self.of(self.NINE, kind="reminder") == ""


class TestOffered:
    """What HR sets comes first, for everybody who chooses from then on."""

    async def test_hr_sets_the_slots_that_come_first(self, sqlite_store: Store) -> None:
        """By a form; the message and the log say what is offered."""
        async with of_hr(sqlite_store) as (world, hr, _one):
            await hr.campaign("slots")
            assert "Tuesday 09:00\nThursday 14:00" in text_of(hr.messages[-1])
            await hr.fill({"weekday_0": "2", "time_0": "10:30", "weekday_1": "none"})
            assert "Wednesday 10:30" in text_of(hr.messages[-1])
            (deed, *_) = await world.look(lambda uow: uow.roles.log(1))
            assert (deed.act, deed.detail) == ("offered", "wed_1030")
            newcomer = Player(world, hr.chat, "U0NEW")
            await newcomer.command("start")
            assert await slots_offered(newcomer) == ["Wednesday 10:30"]

    async def test_without_any_the_usual_two_come_back(self, sqlite_store: Store) -> None:
        """There is always something to press."""
        async with of_hr(sqlite_store) as (world, hr, _one):
            await world.change(lambda uow: uow.offered_slots.put([Slot(2, time(10))]))
            await hr.campaign("créneaux")
            await hr.fill({"weekday_0": "none"})
            assert "Tuesday 09:00\nThursday 14:00" in text_of(hr.messages[-1])

    async def test_a_time_that_cannot_be_keeps_the_form_open(self, sqlite_store: Store) -> None:
        """With the fault beside the field."""
        async with of_hr(sqlite_store) as (world, hr, _one):
            await hr.campaign("slots")
            reply = await hr.fill({"weekday_0": "0", "time_0": "09:00", "weekday_2": "1"})
            assert reply.errors.keys() == {"time_2"}
            assert await world.look(lambda uow: list(uow.offered_slots.all())) == []

    async def test_nobodys_own_slot_changes(self, sqlite_store: Store) -> None:
        """They chose it themselves."""
        async with of_hr(sqlite_store) as (_world, hr, one):
            before = await one.me()
            await hr.campaign("slots")
            await hr.fill({"weekday_0": "4", "time_0": "11:00"})
            after = await one.me()
            assert before is not None
            assert after is not None
            assert before.slot == after.slot == FIRST[0]


async def slots_offered(one: Player) -> list[str]:
    """Go on to the question about the weekly slot, and return the labels without a form."""
    word = Words()
    for _ in range(12):
        session = await one.session()
        assert session is not None
        programme = library().programme(session.programme_id, session.programme_version)
        step = programme.step(session.step_id)
        if step.kind == "slot":
            return [option.label for option in options(one) if not option.form][:-1]
        await one.answer(programme, step, word)
    raise AssertionError("the question never came")


def options(one: Player) -> list[Option]:
    """All buttons of the newest message."""
    return [o for e in one.messages[-1].elements for o in getattr(e, "options", ())]
