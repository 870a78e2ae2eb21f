"""Self-evaluations: who is asked what, when, and that it never costs one more message."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import evaluating, weekly
from bot.behaviour_counts import counts
from bot.cadence import A_WEEK
from bot.engine import follow
from bot.people import Coachee
from bot.ports import UnitOfWork
from bot.self_evaluation import (
    ALWAYS,
    COUNT_OF,
    ITEM_OF,
    ITEMS,
    KINDS,
    MOST,
    Rated,
    asked,
    items_of,
    rated,
)
from bot.sessions import Session
from bot.turn import Turn
from storage.store import Store
from tests.test_budget import life
from tests.world import MONDAY, library

T = TypeVar("T")

ME = Coachee("c1", "fake:T1", "U1", {}, MONDAY, state="active", themes=("delegation",))


def values(kept: Sequence[Rated]) -> tuple[dict[str, int], dict[str, int]]:
    """What was counted at the start, and what at the end."""
    start, end = counts(kept, "baseline"), counts(kept, "endline")
    return {c: v for c, (v, _at) in start.items()}, {c: v for c, (v, _at) in end.items()}


themes = st.lists(st.sampled_from(sorted(library().themes)), unique=True)


def session(programme_id: str, at: datetime, step_id: str = "intro") -> Session:
    """A session that was begun at a time and closed."""
    name = f"{programme_id}:{at.isoformat()}"
    return Session(name, ME.id, programme_id, 1, step_id, "done", at, at)


def at(now: datetime, *past: Session, person: Coachee = ME, rates: bool = True) -> "Stand":
    """A person at a time, with these sessions behind them; a baseline was answered in its own."""
    return Stand(now, past, person, rates)


class Stand:
    """What is asked of somebody, read in a unit of work that is never committed."""

    def __init__(
        self, now: datetime, past: tuple[Session, ...], person: Coachee, rates: bool
    ) -> None:
        self.now, self.past, self.person, self.rates = now, past, person, rates

    def read(self, store: Store, look: Callable[[Turn], T]) -> T:
        """Look at a turn."""

        def act() -> T:
            with store.open_uow() as uow:
                uow.people.add(self.person)
                for one in self.past:
                    uow.sessions.add(one)
                    if self.rates and one.programme_id in evaluating.PROGRAMMES:
                        kind = f"{one.programme_id}:unblock"
                        uow.ratings.add(ME.id, kind, one.id, 5, one.started_at)
                return look(Turn(uow, library(), lambda: "id", self.now, "e1", self.person))

        return store.run_sync(act)

    def due(self, store: Store) -> str | None:
        """What takes the place of today's weekly message."""
        return self.read(store, lambda turn: evaluating.due(turn, turn.today))


class TestItems:
    """Coaching 3.1: the items of one's own themes and two more, six at most."""

    @given(themes)
    def test_nobody_is_asked_more_than_six(self, chosen: list[str]) -> None:
        """Each once, the two that concern everybody among them, and only known ones."""
        items = items_of(chosen)
        assert len(items) == len(set(items)) <= MOST
        assert set(ALWAYS) <= set(items) <= set(ITEMS)

    @given(themes)
    def test_only_what_goes_with_an_item_is_counted(self, chosen: list[str]) -> None:
        """Who does not work on a theme is not asked how often they do it."""
        parts = asked(chosen)
        assert {COUNT_OF[item] for item in parts & set(COUNT_OF)} == parts - set(ITEMS)

    @given(themes, st.lists(st.sampled_from(ITEMS), min_size=1, unique=True))
    def test_the_end_asks_the_items_of_the_start(self, now: list[str], before: list[str]) -> None:
        """Whatever the themes have become since: what is compared is the same."""
        assert asked(now, before) & set(ITEMS) == set(before)

    def test_two_themes_share_an_item(self) -> None:
        """Conflict is about a conversation one would rather avoid, too."""
        assert items_of(["conflict"]) == items_of(["difficult_conversation"])
        assert set(ITEM_OF) <= set(library().themes)

    def test_ratings_have_the_names_that_indicators_read(self) -> None:
        """Three for each item."""
        assert len(KINDS) == len(set(KINDS)) == 3 * len(ITEMS)
        assert {"baseline:difficult_conversation", "endline:unblock", "then:role_clarity"} <= {
            *KINDS
        }

    def test_the_last_value_of_an_item_counts(self) -> None:
        """Other kinds are not taken for it."""
        kept = [
            ("baseline:unblock", "a", 3, MONDAY),
            ("endline:unblock", "b", 9, MONDAY),
            ("useful", "c", 4, MONDAY),
        ]
        assert rated([*kept, ("baseline:unblock", "d", 5, MONDAY)], "baseline") == {"unblock": 5}


START = ("baseline:unblock", "start", 3, MONDAY)
END = MONDAY + evaluating.SOONEST


class TestCounts:
    """What was counted at the start is never taken for what was counted at the end."""

    async def test_each_is_kept_with_the_evaluation_that_asked(self, sqlite_store: Store) -> None:
        """Start and end of one person, answered in the chat four weeks apart."""
        async with life(sqlite_store) as somebody:
            for answers in ("46652", "756565655"):
                await somebody.player.press("cmd:evaluate")
                for answer in answers:
                    await somebody.player.press(answer)
                somebody.world.clock.move(evaluating.SOONEST)
                await somebody.player.command("progress")
            me = await somebody.me()
            kept = await somebody.world.look(lambda uow: uow.ratings.of(me.id))
        found = {kind: value for kind, _session, value, _at in kept if "count" in kind}
        assert found == {"baseline_count:B1": 2, "endline_count:B1": 5}
        assert values(kept) == ({"B1": 2}, {"B1": 5})

    @given(st.booleans(), st.booleans(), st.timedeltas(timedelta(), timedelta(days=500)))
    def test_rows_of_the_release_before_are_told_apart(
        self, answers_start: bool, answers_end: bool, later: timedelta
    ) -> None:
        """By the items of their session; where there are none, by their time."""
        first, last = MONDAY, END + later
        kept = [
            *([("baseline:delegation", "s", 4, first)] if answers_start else [START]),
            ("count:B1", "s", 2, first + timedelta(minutes=1)),
            *([("endline:delegation", "e", 7, last)] if answers_end else []),
            ("count:B1", "e", 5, last + timedelta(minutes=1)),
        ]
        assert values(kept) == ({"B1": 2}, {"B1": 5})

    def test_an_old_start_and_a_new_end_are_compared(self) -> None:
        """The software was upgraded between the two; or in the middle of the end."""
        kept = [
            START,
            ("count:B1", "start", 2, MONDAY),
            ("count:B2", "end", 1, END),
            ("endline_count:B1", "end", 5, END),
        ]
        assert values(kept) == ({"B1": 2}, {"B1": 5, "B2": 1})

    def test_a_start_answered_over_weeks_stays_a_start(self) -> None:
        """Its items stand beside it, however late it is."""
        kept = [START, ("count:B1", "start", 2, END + timedelta(days=3))]
        assert values(kept) == ({"B1": 2}, {})

    async def test_an_answer_of_the_release_before_can_still_be_changed(
        self, sqlite_store: Store
    ) -> None:
        """Nothing of it stays behind, neither for a new answer nor for none."""
        async with life(sqlite_store) as somebody:
            player = somebody.player
            await player.press("cmd:evaluate")
            for answer in "46652":
                await player.press(answer)
            me = await somebody.me()
            (session,) = {
                r[1] for r in await somebody.world.look(lambda uow: uow.ratings.of(me.id))
            }

            def as_before(uow: UnitOfWork) -> None:
                uow.ratings.take_back(me.id, "baseline_count:B1", session)
                uow.ratings.add(me.id, "count:B1", session, 2, MONDAY)

            await somebody.world.change(as_before)
            await player.press("change")
            await player.press("skip")
            assert "count" not in str(await somebody.world.look(lambda uow: uow.ratings.of(me.id)))


class TestWhen:
    """In place of a weekly message, once, and never to somebody silent."""

    def test_nobody_is_asked_who_did_not_put_it_off(self, sqlite_store: Store) -> None:
        """The baseline is offered on a tap; without one it does not come by itself."""
        onboarded = session("onboarding", MONDAY, "done")
        assert at(MONDAY + timedelta(days=1), onboarded).due(sqlite_store) is None

    def test_put_off_it_comes_with_the_next_message_and_no_other(self, sqlite_store: Store) -> None:
        """Offered then, it was offered."""
        later = session("baseline", MONDAY, evaluating.LATER)
        now = MONDAY + timedelta(days=1)
        assert at(now, later, rates=False).due(sqlite_store) == "baseline"
        offered = session("baseline", now, evaluating.OFFER)
        week = now + timedelta(weeks=1)
        assert at(week, later, offered, rates=False).due(sqlite_store) is None

    @pytest.mark.parametrize(("days", "what"), [(83, None), (84, "endline"), (200, "endline")])
    def test_twelve_weeks_after_the_start_one_looks_back(
        self, sqlite_store: Store, days: int, what: str | None
    ) -> None:
        """To the day."""
        assert (
            at(MONDAY + timedelta(days=days), session("baseline", MONDAY)).due(sqlite_store) == what
        )

    def test_a_start_without_an_answer_is_no_start(self, sqlite_store: Store) -> None:
        """Nothing could be compared with it."""
        found = at(MONDAY + timedelta(weeks=12), session("baseline", MONDAY), rates=False)
        assert found.due(sqlite_store) is None

    @pytest.mark.parametrize("answered", [True, False])
    def test_it_is_asked_once(self, sqlite_store: Store, answered: bool) -> None:
        """Answered or not."""
        start = session("baseline", MONDAY)
        asked_then = session("endline", MONDAY + timedelta(weeks=12))
        past = replace(asked_then, status="done" if answered else "expired")
        for weeks in (12, 13, 40):
            found = at(MONDAY + timedelta(weeks=weeks), start, past)
            assert found.due(sqlite_store) is None

    def test_looking_back_early_does_not_take_its_place(self, sqlite_store: Store) -> None:
        """Somebody who was curious after four weeks is asked after twelve; after eleven, not."""
        start = session("baseline", MONDAY)
        now = MONDAY + timedelta(weeks=12)
        for weeks, what in ((4, "endline"), (11, None)):
            early = session("endline", MONDAY + timedelta(weeks=weeks))
            assert at(now, start, early).due(sqlite_store) == what

    @pytest.mark.parametrize(("weeks", "what"), [(3, None), (4, "endline"), (8, "endline")])
    def test_a_campaign_ends_in_a_look_back(
        self, sqlite_store: Store, weeks: int, what: str | None
    ) -> None:
        """With the message after its last, unless it was too short to change anything."""
        ended = session("campaign_end", MONDAY + timedelta(weeks=weeks), "kept")
        now = ended.started_at + timedelta(weeks=1)
        assert at(now, session("baseline", MONDAY), ended).due(sqlite_store) == what

    @pytest.mark.parametrize("kind", ["baseline", "endline"])
    def test_somebody_silent_is_not_asked(self, sqlite_store: Store, kind: str) -> None:
        """One message without an answer is enough."""
        silent = replace(ME, unanswered=1)
        step = evaluating.LATER if kind == "baseline" else evaluating.AT_ONCE
        start = session("baseline", MONDAY, step)
        stand = at(MONDAY + timedelta(weeks=12), start, rates=kind == "endline")
        assert stand.due(sqlite_store) == kind
        stand.person = silent
        assert stand.due(sqlite_store) is None

    def test_it_goes_before_the_review_and_weighs_the_same(self, sqlite_store: Store) -> None:
        """The review comes a week later."""

        def look(turn: Turn) -> tuple[str, str]:
            subject = weekly.subject_of(turn, slowed=False)
            return subject.kind, weekly.weight_of(turn, turn.today)

        stand = at(MONDAY + timedelta(weeks=12), session("baseline", MONDAY))
        assert stand.read(sqlite_store, look) == ("endline", "weekly")

    def test_what_slows_down_is_asked_first_whether_it_is_useful(self, sqlite_store: Store) -> None:
        """A look back does not stand in the way of going away."""
        stand = at(MONDAY + timedelta(weeks=12), session("baseline", MONDAY))
        kind = stand.read(sqlite_store, lambda t: weekly.subject_of(t, slowed=True).kind)
        assert kind == "useful"


class TestOnDemand:
    """What the person can begin by themselves."""

    @pytest.mark.parametrize(("days", "what"), [(0, None), (27, None), (28, "endline")])
    def test_not_again_at_once(self, sqlite_store: Store, days: int, what: str | None) -> None:
        """Four weeks lie between two."""
        stand = at(MONDAY + timedelta(days=days), session("baseline", MONDAY))
        assert stand.read(sqlite_store, evaluating.next_for) == what

    def test_first_the_start(self, sqlite_store: Store) -> None:
        """However long somebody has been here."""
        assert (
            at(MONDAY + timedelta(weeks=50)).read(sqlite_store, evaluating.next_for) == "baseline"
        )


class TestBudget:
    """On the real clock, with the real scheduler."""

    async def test_looking_back_takes_the_place_of_a_message(self, sqlite_store: Store) -> None:
        """It comes at the slot, as that week's message; no reminder, and never again in silence."""
        async with life(sqlite_store) as somebody:
            me = await somebody.me()
            past = MONDAY - timedelta(weeks=12)

            def plant(uow: UnitOfWork) -> None:
                uow.sessions.add(replace(session("baseline", past), coachee_id=me.id))
                uow.ratings.add(me.id, "baseline:delegation", "s", 4, past)

            await somebody.world.change(plant)
            await somebody.pass_until(MONDAY + timedelta(days=6))
            kinds = [e.kind for e in await somebody.ledger() if e.outcome == "sent"]
            assert kinds.count("endline") == 1
            assert len(somebody.came) <= A_WEEK
            assert "reminder" not in {one.kind for one in await somebody.ledger()}
            await somebody.pass_until(MONDAY + timedelta(weeks=12))
            every = await somebody.world.look(lambda uow: uow.sessions.of(me.id))
            assert sum(one.programme_id == "endline" for one in every) == 1

    async def test_a_second_press_begins_nothing_anew(self, sqlite_store: Store) -> None:
        """The question that stands is asked again, and another 'later' changes nothing of it."""
        async with life(sqlite_store) as somebody:
            player = somebody.player
            now, later = player.pressed("cmd:evaluate"), player.pressed("cmd:evaluate:later")
            for event in (now, later, replace(now, id="again")):
                await player.send(event)
            me = await somebody.me()
            every = await somebody.world.look(lambda uow: uow.sessions.of(me.id))
            begun = [one for one in every if one.programme_id == "baseline"]
            assert [(one.status, one.step_id) for one in begun] == [("open", "delegation")]

    async def test_who_prefers_not_to_say_after_all_leaves_nothing(
        self, sqlite_store: Store
    ) -> None:
        """The figure goes with the answer; how much was asked is no answer."""
        async with life(sqlite_store) as somebody:
            player = somebody.player
            await player.press("cmd:evaluate")
            await player.press("9")
            me = await somebody.me()
            look = somebody.world.look
            rated = [r[0] for r in await look(lambda uow: uow.ratings.of(me.id))]
            assert rated == ["baseline:delegation", "asked:baseline"]
            await player.press("change")
            await player.press("skip")
            rated = [r[0] for r in await look(lambda uow: uow.ratings.of(me.id))]
            assert rated == ["asked:baseline"]


@given(
    st.sets(st.sampled_from((*ITEMS, *COUNT_OF.values()))), st.sampled_from(["baseline", "endline"])
)
def test_a_dialogue_asks_just_what_it_is_to_ask(parts: set[str], programme_id: str) -> None:
    """In one pass, each part once, and the question about the start only after its item."""
    programme = library().programme(programme_id)
    facts = {f"asks_{part}" for part in parts}
    here, walked = Session("s", "c", programme_id, 1, "intro", "open", MONDAY, MONDAY), []
    onward = follow(programme, here, "intro", facts)
    while onward.session.status == "open":
        step = programme.step(onward.session.step_id)
        walked.append(step)
        onward = follow(programme, onward.session, step.to, facts)
    noted = [step.does for step in walked]
    when = ["baseline:"] if programme_id == "baseline" else ["endline:", "then:"]
    items = [f"{begins}{part}" for part in ITEMS if part in parts for begins in when]
    assert noted == [*items, *(f"count:{c}" for c in COUNT_OF.values() if c in parts)]
    assert all(step.keeps == "rating" and step.optional for step in walked)


def test_days_are_those_of_the_person(sqlite_store: Store) -> None:
    """Late in the evening in Auckland the day is another than in UTC."""
    there = replace(ME, zone="Pacific/Auckland")
    start = session("baseline", datetime(2026, 11, 23, 22, tzinfo=MONDAY.tzinfo))
    stand = at(start.started_at, start, person=there)
    found = stand.read(sqlite_store, lambda turn: evaluating.last_day(turn, "baseline"))
    assert found == date(2026, 11, 24)
