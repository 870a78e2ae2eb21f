"""What `bot/ports.py` promises of records, on SQLite and on PostgreSQL alike."""

import re
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import get_args

import pytest
from sqlalchemy import text

from bot.campaigns.content import Campaign, Invitee, Terms
from bot.measuring.records import Kind, Record
from bot.measuring.sources.prompts import ASK_NOTHING
from bot.measuring.sources.sessions import ASIDE, BEFORE
from bot.moments import MomentKind
from bot.ports import UnitOfWork
from bot.sessions import Answer
from bot.teams.content import TeamBlocker
from bot.visibility import POLICY, STOPPED_KEPT, TRACES_KEPT
from scheduler.purge import purge
from storage.cipher import new_key
from storage.record_sources import OF_KINDS
from storage.records import NOTED
from storage.rotation import rotate_all
from storage.store import Store
from tests.databases import Database
from tests.record_rows import (
    DAY,
    END,
    MINUTE,
    NOW,
    START,
    added,
    answers,
    commitment,
    entry,
    name_of,
    outcome,
    person,
    read,
    session,
    within,
)
from tests.spending import Spent
from tests.team_rows import team
from tests.world import library

EVERY: tuple[Kind, ...] = get_args(Kind)
PSEUDONYM = re.compile(r"[0-9a-f]{32}")


def put(store: Store, *acts: Callable[[UnitOfWork], object]) -> None:
    """Do several things and commit."""

    def every(uow: UnitOfWork) -> None:
        for act in acts:
            act(uow)

    within(store, every)


def told(store: Store, *kinds: Kind) -> list[tuple[object, ...]]:
    """Read kind, time, detail and value of each record."""
    return [(one.kind, one.at, one.detail, one.value) for one in read(store, *kinds)]


def test_every_kind_is_noted_or_read_from_one_place() -> None:
    """A new kind of record cannot be forgotten, nor counted twice."""
    read_kinds = [kind for kinds, _ in OF_KINDS for kind in kinds]
    assert sorted([*read_kinds, *NOTED]) == sorted(EVERY)


def test_programmes_that_are_no_coaching_exist() -> None:
    """A renamed dialogue would count as a session unseen."""
    known = {programme_id for programme_id, _version in library().programmes}
    assert {one for one in ASIDE if one != "safe_response"} <= known
    assert library().programme(BEFORE).step("done").kind == "end"
    assert set(get_args(MomentKind)) >= ASK_NOTHING


class TestNoting:
    """What no table tells later."""

    def test_what_is_noted_is_read_again(self, store: Store) -> None:
        """In the order of time, and by the person as by the window."""
        put(
            store,
            lambda uow: uow.records.note("ann", "slowed", "silence", NOW + DAY),
            lambda uow: uow.records.note("ann", "paused", "", NOW),
            lambda uow: uow.records.note("ben", "stopped", "", NOW),
        )
        mine = within(store, lambda uow: uow.records.of("ann"))
        assert [(one.kind, one.detail, one.at) for one in mine] == [
            ("paused", "", NOW),
            ("slowed", "silence", NOW + DAY),
        ]
        assert len({one.person for one in mine}) == 1
        assert [one.kind for one in read(store, "slowed", "stopped")] == ["stopped", "slowed"]
        assert {one.person for one in read(store, "paused")} == {mine[0].person}

    def test_the_end_of_a_window_is_the_start_of_the_next(self, store: Store) -> None:
        put(store, lambda uow: uow.records.note("ann", "paused", "", NOW))
        assert read(store, "paused", start=NOW) != []
        assert read(store, "paused", end=NOW) == []

    def test_what_was_taken_back_is_gone(self, store: Store) -> None:
        """Of that kind, since that time, of that person."""
        put(
            store,
            lambda uow: uow.records.note("ann", "stopped", "", NOW - DAY),
            lambda uow: uow.records.note("ann", "stopped", "", NOW),
            lambda uow: uow.records.note("ann", "paused", "", NOW),
            lambda uow: uow.records.note("ben", "stopped", "", NOW),
            lambda uow: uow.records.take_back("ann", "stopped", NOW),
        )
        mine = within(store, lambda uow: uow.records.of("ann"))
        assert [(one.kind, one.at) for one in mine] == [("stopped", NOW - DAY), ("paused", NOW)]
        assert len(within(store, lambda uow: uow.records.of("ben"))) == 1

    @pytest.mark.parametrize("kind", sorted(set(EVERY) - NOTED))
    def test_nothing_is_kept_twice(self, sqlite_store: Store, kind: Kind) -> None:
        with pytest.raises(ValueError, match="kept anyway"):
            put(sqlite_store, lambda uow: uow.records.note("ann", kind, "", NOW))


class TestSessions:
    def test_a_completed_session_counts_each_gap_as_two_minutes_at_most(self, store: Store) -> None:
        """Gaps of 1, 5 and 0.5 minutes: 60 + 120 + 30 seconds."""
        done = session(
            status="done",
            step_id="end",
            touched_at=NOW + 8 * MINUTE,
            answers=answers(1.5, 2.5, 7.5, 8),
        )
        put(store, added(done))
        assert told(store, "session_started", "session_completed", "session_left") == [
            ("session_started", NOW + 1.5 * MINUTE, "", None),
            ("session_completed", NOW + 8 * MINUTE, "", 210.0),
        ]
        assert {one.theme for one in read(store, "session_started", "session_completed")} == {
            "delegation"
        }

    def test_a_step_is_reached_when_the_one_before_is_answered(self, store: Store) -> None:
        """And the one at which the session stands when the last one is."""
        put(store, added(session(answers=answers(1, 3))))
        assert told(store, "node_reached") == [
            ("node_reached", NOW, "theme:delegation.one", None),
            ("node_reached", NOW + MINUTE, "theme:delegation.two", None),
            ("node_reached", NOW + 3 * MINUTE, "theme:delegation.who", None),
        ]

    def test_nothing_begins_before_the_first_answer(self, store: Store) -> None:
        put(store, added(session(answers=())))
        assert read(store, *EVERY) == []

    def test_a_session_that_was_left_is_told_as_left(self, store: Store) -> None:
        put(store, added(session(status="left", touched_at=NOW + DAY)))
        assert told(store, "session_left", "session_completed") == [
            ("session_left", NOW + DAY, "", None)
        ]

    @pytest.mark.parametrize("end", ["done", "later"])
    def test_of_an_onboarding_only_how_far_somebody_came_is_told(
        self, store: Store, end: str
    ) -> None:
        """It comes before any session; who went through it has not been coached yet."""
        put(store, added(session(programme_id=BEFORE, status="done", step_id=end)))
        found = read(store, *EVERY)
        assert {one.kind for one in found} == {"node_reached"}
        assert f"{BEFORE}.{end}" in {one.detail for one in found}

    @pytest.mark.parametrize("programme_id", sorted(ASIDE))
    def test_what_is_no_coaching_is_no_session(
        self, sqlite_store: Store, programme_id: str
    ) -> None:
        """Who says stop has not completed a session by it."""
        aside = session(programme_id=programme_id, status="done", step_id="end")
        put(sqlite_store, added(aside))
        assert read(sqlite_store, *EVERY) == []

    async def test_when_answers_came_is_known_after_they_are_gone(self, store: Store) -> None:
        """But not to which question: that was told to the person alone, for ninety days."""
        kept = POLICY["session"].kept
        assert kept
        end = NOW + 7 * MINUTE
        done = session(status="done", step_id="end", touched_at=end, answers=answers(1, 2, 7))
        put(store, added(done))
        before = told(store, "session_started", "session_completed")
        gone = await purge(store.run, store.open_uow, NOW + kept + DAY)
        assert gone["words:session"] == 3
        assert within(store, lambda uow: [one.answers for one in uow.sessions.of("ann")]) == [()]
        assert told(store, "session_started", "session_completed") == before
        assert before[-1][-1] == 180.0
        assert [one.detail for one in read(store, "node_reached")] == ["theme:delegation.end"]

    def test_a_session_done_before_times_were_kept_still_counts(self, store: Store) -> None:
        """It was answered, or it would not be done; how long it took is not known."""
        put(store, added(session(status="done", answers=())))
        assert told(store, "session_started", "session_completed") == [
            ("session_completed", NOW, "", None),
            ("session_started", NOW, "", None),
        ]


class TestPrompts:
    """Ann works from nine to six in Paris, where the fifth of October is a Monday."""

    def ask(self, store: Store, sent_at: datetime, *answered_at: datetime) -> None:
        given = tuple(Answer(f"step {n}", at) for n, at in enumerate(answered_at))
        last = max((sent_at, *answered_at))
        put(
            store,
            added(person()),
            added(entry("weekly:1", sent_at)),
            added(
                session(started_at=sent_at, touched_at=last, answers=given, prompts=("weekly:1",))
            ),
        )

    def test_an_answer_takes_working_minutes(self, store: Store) -> None:
        """From Friday 17:30 to Tuesday 9:15: half an hour, a Monday, and a quarter of an hour."""
        friday = datetime(2026, 10, 9, 15, 30, tzinfo=UTC)
        tuesday = datetime(2026, 10, 13, 7, 15, tzinfo=UTC)
        self.ask(store, friday, tuesday, tuesday + MINUTE)
        (asked,), (answered,) = read(store, "prompt_sent"), read(store, "prompt_answered")
        assert (asked.detail, asked.value, asked.at) == ("weekly", 0, friday)
        assert (answered.value, answered.at) == (30 + 9 * 60 + 15, tuesday)
        assert (asked.about, asked.person) == (answered.about, answered.person)

    def test_a_public_holiday_and_the_change_of_clocks_are_no_working_time(
        self, store: Store
    ) -> None:
        """From Tuesday 17:00 to Thursday 10:00 with Armistice Day between: two hours."""
        sent_at = datetime(2026, 11, 10, 16, tzinfo=UTC)
        self.ask(store, sent_at, datetime(2026, 11, 12, 9, tzinfo=UTC))
        (answered,) = read(store, "prompt_answered", end=END + 30 * DAY)
        assert answered.value == 120

    @pytest.mark.parametrize(
        ("hour", "outside"), [(6, 1.0), (7, 0.0), (15, 0.0), (16, 1.0)], ids=str
    )
    def test_what_is_sent_outside_working_hours_says_so(
        self, store: Store, hour: int, outside: float
    ) -> None:
        """Nine to six in Paris in summer is seven to four in UTC."""
        self.ask(store, NOW.replace(hour=hour))
        assert [one.value for one in read(store, "prompt_sent")] == [outside]

    def test_what_comes_in_the_weekly_slot_names_it(self, store: Store) -> None:
        """Ann's is Monday at ten in Paris; an hour later it still is, the day after it is not."""
        ten = datetime(2026, 10, 5, 8, tzinfo=UTC)
        for at in (ten, ten + 60 * MINUTE, ten + DAY):
            put(store, added(entry(f"weekly:{at}", at)))
        put(store, added(person()))
        assert [one.slot for one in read(store, "prompt_sent")] == ["mon_1000", "mon_1000", ""]

    def test_without_an_answer_there_is_none(self, store: Store) -> None:
        """One from before it was sent is to another prompt."""
        self.ask(store, NOW, NOW - DAY)
        assert read(store, "prompt_answered") == []

    def test_a_reminder_is_no_prompt_of_its_own(self, store: Store) -> None:
        """Or who answers neither would have failed to answer twice; as a message it counts."""
        both = session(
            answers=(Answer("keeps", NOW + DAY + 20 * MINUTE),),
            touched_at=NOW + DAY + 20 * MINUTE,
            prompts=("weekly:1", "reminder:weekly:1"),
        )
        put(
            store,
            added(person()),
            added(entry("weekly:1")),
            added(entry("reminder:weekly:1", NOW + DAY, kind="reminder")),
            added(both),
        )
        found = {one.detail: one.value for one in read(store, "prompt_answered")}
        assert found == {"weekly": 9 * 60 + 20}
        assert [one.detail for one in read(store, "prompt_sent")] == ["weekly"]
        assert [one.detail for one in read(store, "message_sent")] == ["reminder"]

    @pytest.mark.parametrize("kind", sorted(ASK_NOTHING))
    def test_what_asks_nothing_is_a_message_and_no_prompt(
        self, sqlite_store: Store, kind: str
    ) -> None:
        put(sqlite_store, added(person()), added(replace(entry("k"), kind=kind)))
        assert [(one.kind, one.detail) for one in read(sqlite_store, *EVERY)] == [
            ("message_sent", kind)
        ]

    def test_a_prompt_of_last_month_can_be_answered_in_this_one(self, store: Store) -> None:
        """Then the answer lies in this month, and the prompt does not."""
        self.ask(store, START - DAY, START + DAY)
        assert read(store, "prompt_sent") == []
        assert [one.at for one in read(store, "prompt_answered")] == [START + DAY]

    @pytest.mark.parametrize(
        "changes",
        [
            {"outcome": "queued"},
            {"outcome": "skipped"},
            {"outcome": "merged"},
            {"proactive": False},
            {"kind": "team_reminder"},
            {"coachee_id": "team:t1"},
        ],
        ids=str,
    )
    def test_only_what_came_to_a_person_by_itself_is_a_prompt(
        self, store: Store, changes: dict[str, object]
    ) -> None:
        """Who asked to be reminded of a team's round is not kept, so it is not told either."""
        put(
            store,
            added(person()),
            added(replace(entry("k"), **changes)),  # type: ignore[arg-type]  # names are fields
        )
        assert read(store, "prompt_sent", "message_sent") == []


class TestCommitments:
    def test_a_commitment_is_told_from_its_making(self, store: Store) -> None:
        """With the session that made it, and the first date, whatever was planned since."""
        made = commitment(confidence=7, due_on=date(2026, 10, 16))
        put(
            store,
            added(person(themes=("delegation",))),
            added(session()),
            added(made),
            added(outcome("made", 0, made.first_due_on)),
            added(outcome("edited", 0.5, made.first_due_on)),
            added(outcome("moved", 1, date(2026, 10, 16))),
            added(outcome("done", 9, date(2026, 10, 16))),
        )
        (created,) = read(store, "commitment_created")
        (started,) = read(store, "session_started")
        assert created.detail == started.about
        assert (created.at, created.due_on, created.value) == (NOW, date(2026, 10, 9), 1)
        assert created.theme == "delegation"
        assert told(store, "check_result", "confidence") == [
            ("check_result", NOW, "first", 2),
            ("confidence", NOW, "", 7),
            ("check_result", NOW + DAY / 2, "final", 4),
        ]
        (moved,) = read(store, "commitment_due")
        assert (moved.at, moved.due_on) == (NOW + DAY, date(2026, 10, 16))
        assert [(one.detail, one.at) for one in read(store, "commitment_status")] == [
            ("replanned", NOW + DAY),
            ("done", NOW + 9 * DAY),
        ]
        assert {one.day for one in read(store, "commitment_due", "commitment_created")} == {None}
        every = read(store, "commitment_created", "check_result", "commitment_status")
        assert len({one.about for one in every}) == 1

    @pytest.mark.parametrize(
        ("kind", "status"),
        [
            ("done", ["done"]),
            ("partly", ["partly"]),
            ("not_done", ["not_done"]),
            ("blocked", ["blocked"]),
            ("dropped", ["dropped"]),
            ("moved", ["replanned"]),
            ("shrunk", ["replanned"]),
            ("no_answer", ["expired"]),
            ("expired", ["expired"]),
            ("made", []),
            ("edited", []),
        ],
    )
    def test_what_became_of_it_has_one_name(
        self, sqlite_store: Store, kind: str, status: list[str]
    ) -> None:
        """Whatever an earlier release called it."""
        put(
            sqlite_store,
            added(person()),
            added(commitment()),
            added(outcome(kind, 1)),
        )
        assert [one.detail for one in read(sqlite_store, "commitment_status")] == status

    def test_what_was_taken_back_never_happened(self, store: Store) -> None:
        put(
            store,
            added(person()),
            added(commitment()),
            *(
                added(outcome(kind, n))
                for n, kind in enumerate(("made", "done", "undone", "partly"))
            ),
        )
        assert [one.detail for one in read(store, "commitment_status")] == ["partly"]

    def test_only_what_happened_in_the_window_is_told(self, store: Store) -> None:
        """Of a commitment made before it, what became of it in the window."""
        put(
            store,
            added(person()),
            added(commitment(created_at=START - DAY)),
            added(outcome("done", 1)),
            added(outcome("partly", 40)),
        )
        assert [one.kind for one in read(store, *EVERY)] == ["commitment_status"]

    def test_a_theme_picked_there_and_then_is_ones_own(self, store: Store) -> None:
        """One that was only offered is not."""
        picking = session("p", programme_id="choose_theme", status="done", touched_at=NOW)
        put(
            store,
            added(person(themes=("feedback",))),
            added(picking),
            added(session("s1")),
            added(session("s2", started_at=NOW + DAY)),
            added(commitment("c1")),
            added(commitment("c2", session_id="s2", created_at=NOW + DAY)),
        )
        assert [one.value for one in read(store, "commitment_created")] == [1, 0]

    def test_what_a_campaign_starred_is_not_ones_own(self, store: Store) -> None:
        """Although it is on the list of whoever said yes to it."""
        terms = Terms("Autumn", ("delegation",), date(2026, 9, 7))
        put(
            store,
            added(person(themes=("delegation", "feedback"))),
            added(Campaign("autumn", "hr", NOW, terms, "running")),
            lambda uow: uow.campaigns.list_people("autumn", [Invitee("ann", answer="yes")]),
            added(commitment("c1")),
            added(commitment("c2", theme_id="feedback", created_at=NOW + DAY)),
        )
        assert [one.value for one in read(store, "commitment_created")] == [0, 1]

    @pytest.mark.parametrize(
        ("zone", "day"), [("America/Los_Angeles", 6), ("Europe/Paris", 6), ("Pacific/Auckland", 7)]
    )
    def test_a_status_has_the_persons_own_day(self, store: Store, zone: str, day: int) -> None:
        """At eight in the evening in UTC it is the day after in Auckland."""
        put(
            store,
            added(person(zone=zone)),
            added(commitment("c1")),
            added(replace(outcome("done"), at=datetime(2026, 10, 6, 20, tzinfo=UTC))),
        )
        (status,) = read(store, "commitment_status")
        assert status.day == date(2026, 10, day)


class TestRatings:
    @pytest.mark.parametrize(
        ("kind", "record", "detail"),
        [
            ("recommend", "recommend", ""),
            ("goal_progress", "goal_progress", ""),
            ("minutes_saved", "minutes_saved", ""),
            ("asked:baseline", "items_asked", "baseline"),
            ("baseline:delegate", "baseline_item", "delegate"),
            ("endline:delegate", "endline_item", "delegate"),
            ("then:delegate", "retrospective_item", "delegate"),
            ("count:B1", "behaviour_count", "B1"),
            ("baseline_count:B1", "behaviour_count", "baseline:B1"),
            ("endline_count:B1", "behaviour_count", "endline:B1"),
        ],
    )
    def test_what_is_about_no_session_names_none(
        self, store: Store, kind: str, record: str, detail: str
    ) -> None:
        put(store, lambda uow: uow.ratings.add("ann", kind, "s1", 7, NOW))
        (one,) = read(store, *EVERY)
        assert (one.kind, one.detail, one.value, one.at) == (record, detail, 7, NOW)
        assert one.about == ""

    def test_usefulness_is_about_its_session(self, store: Store) -> None:
        put(
            store,
            added(session()),
            lambda uow: uow.ratings.add("ann", "useful", "s1", 4, NOW),
        )
        (rated,), (started,) = read(store, "useful"), read(store, "session_started")
        assert (rated.about, rated.person, rated.theme) == (
            started.about,
            started.person,
            "delegation",
        )
        assert rated.value == 4

    @pytest.mark.parametrize("kind", ["mood", "baseline", "baseline:", "other:B1"])
    def test_other_ratings_tell_nothing(self, sqlite_store: Store, kind: str) -> None:
        put(sqlite_store, lambda uow: uow.ratings.add("ann", kind, "s1", 7, NOW))
        assert read(sqlite_store, *EVERY) == []


class TestBlockers:
    def blocked(
        self, store: Store, *spans: tuple[int, int | None], state: str = "resolved"
    ) -> list[Record]:
        """Open blockers of one type on days of October, each perhaps closed on another."""
        put(
            store,
            lambda uow: uow.teams.add(team(country="FR")),
            *(
                added(
                    TeamBlocker(
                        f"b{n}",
                        "t1",
                        "means",
                        n,
                        date(2026, 10, span[0]),
                        state if span[1] else "open",  # type: ignore[arg-type]  # a state
                        date(2026, 10, span[1]) if span[1] else None,
                    )
                )
                for n, span in enumerate(spans)
            ),
        )
        return read(store, "blocker_opened", "blocker_resolved")

    def test_it_takes_working_days(self, store: Store) -> None:
        """From Thursday the first to Tuesday the sixth: three."""
        opened, resolved = self.blocked(store, (1, 6))
        assert (opened.detail, opened.at) == ("means", START)
        assert (resolved.value, resolved.at) == (3, START + 5 * DAY)
        assert (opened.about, opened.person) == (resolved.about, resolved.person)
        assert opened.person != name_of(store, "t1"), "nobody is their team"

    def test_one_that_comes_back_within_thirty_days_is_the_same(self, store: Store) -> None:
        opened, resolved, again = self.blocked(store, (1, 6), (28, None))
        assert [one.kind for one in (opened, resolved, again)] == [
            "blocker_opened",
            "blocker_resolved",
            "blocker_opened",
        ]
        assert again.about == opened.about

    def test_one_that_was_given_up_is_not_resolved(self, store: Store) -> None:
        """And if it is named again it is another one."""
        first, second = self.blocked(store, (1, 6), (28, None), state="dropped")
        assert (first.kind, second.kind) == ("blocker_opened", "blocker_opened")
        assert first.about != second.about


class TestCircles:
    def names(self, store: Store, *ids: str) -> set[str]:
        return {name_of(store, one) for one in ids}

    def test_who_came_by_themselves_counts_as_invited(self, store: Store) -> None:
        """From their first session on; who left before the window does not count in it."""
        put(
            store,
            added(*(person(one) for one in ("ann", "ben", "eve"))),
            added(person("cem", reachable=False, stopped_at=START - DAY)),
            added(person("dee", state="stopped", stopped_at=START - DAY)),
            added(
                *(session(f"s-{one}", one, started_at=START - DAY) for one in ("ann", "cem", "dee"))
            ),
            added(session("s-eve", "eve", started_at=END)),
        )
        invited = within(store, lambda uow: uow.records.invited(START, END))
        assert invited == self.names(store, "ann", "dee")
        earlier = within(store, lambda uow: uow.records.invited(START - 2 * DAY, END))
        assert earlier == self.names(store, "ann", "cem", "dee")

    def test_a_campaign_invites_when_a_wave_begins(self, store: Store) -> None:
        """Not those outside the pilot, nor those who cannot be reached, nor from a draft."""
        terms = Terms("Autumn", ("delegation",), date(2026, 10, 5), waves=2, apart=6)
        running = Campaign("autumn", "hr", NOW, terms, "running", launched_at=START)
        draft = Campaign("draft", "hr", NOW, terms)
        listed = [
            Invitee("ann", wave=1),
            Invitee("ben", wave=2),
            Invitee("cem", wave=0),
            Invitee("dee", wave=1, problem="guest"),
        ]
        put(
            store,
            added(*(person(one) for one in ("ann", "ben", "cem", "dee", "eve"))),
            added(*(one for one in (running, draft))),
            lambda uow: uow.campaigns.list_people("autumn", listed),
            lambda uow: uow.campaigns.list_people("draft", [Invitee("eve")]),
        )
        assert within(store, lambda uow: uow.records.invited(START, END)) == self.names(
            store, "ann"
        )
        later = within(store, lambda uow: uow.records.invited(START, END + 60 * DAY))
        assert later == self.names(store, "ann", "ben")
        before = within(store, lambda uow: uow.records.invited(START, START + 4 * DAY))
        assert before == set()

    def test_who_had_begun_and_not_stopped_was_active(self, store: Store) -> None:
        begun = {
            "ann": START - DAY,  # and still is
            "ben": START + DAY,  # too late
            "cem": START - DAY,  # stopped since
            "dee": START - DAY,  # stopped before
            "eve": START - DAY,  # silent since
            "fay": START - DAY,  # silent before
        }
        states: dict[str, dict[str, object]] = {
            "cem": {"state": "stopped", "stopped_at": START + DAY},
            "dee": {"state": "stopped", "stopped_at": START - DAY},
            "eve": {"state": "on_call"},
            "fay": {"state": "on_call"},
            "gil": {"state": "new", "slot": None},
        }
        put(
            store,
            added(*(person(one, **states.get(one, {})) for one in (*begun, "gil"))),
            added(
                *(
                    session(
                        f"s-{one}",
                        one,
                        programme_id="onboarding",
                        status="done",
                        step_id="done",
                        touched_at=at,
                    )
                    for one, at in begun.items()
                )
            ),
            lambda uow: uow.records.note("cem", "stopped", "", START + DAY),
            lambda uow: uow.records.note("eve", "slowed", "silence", START + DAY),
            lambda uow: uow.records.note("fay", "slowed", "silence", START - DAY),
        )
        active = within(store, lambda uow: uow.records.active(START))
        assert active == self.names(store, "ann", "cem", "eve")

    async def test_who_stopped_still_counts_once_they_are_erased(self, store: Store) -> None:
        """In the month in which they stopped, and in no later one."""
        put(
            store,
            added(person(state="stopped", stopped_at=NOW)),
            lambda uow: uow.records.note("ann", "slowed", "chosen", NOW),
            lambda uow: uow.records.note("ann", "stopped", "", NOW),
        )
        gone = await purge(store.run, store.open_uow, NOW + STOPPED_KEPT + DAY)
        assert gone["people"] == 1
        assert [one.kind for one in read(store, *EVERY)] == ["stopped"]
        assert within(store, lambda uow: uow.records.active(START)) == self.names(store, "ann")
        assert within(store, lambda uow: uow.records.active(END)) == set()

    def test_who_pauses_is_away_until_the_pause_is_over(self, store: Store) -> None:
        """Ann for four weeks, twice; Ben came back after ten days; Cem paused anew for longer."""
        week, until = timedelta(days=7), NOW + 28 * DAY
        noted: list[tuple[str, Kind, datetime | None, datetime]] = [
            ("ann", "paused", until, NOW),
            ("ann", "paused", NOW + 84 * DAY, NOW + 56 * DAY),
            ("ben", "paused", until, NOW),
            ("ben", "resumed", None, NOW + 10 * DAY),
            ("cem", "paused", NOW + 3 * DAY, NOW),
            ("cem", "paused", until, NOW + 2 * DAY),
        ]
        for who, kind, end, at in noted:
            said = end.date().isoformat() if end else ""
            put(store, partial(_noted, who=who, kind=kind, detail=said, at=at))

        def away(number: int) -> set[str]:
            start = NOW + number * week
            return set(within(store, lambda uow: uow.records.away(start, start + week)))

        every = self.names(store, "ann", "ben", "cem")
        ann, cem = (self.names(store, one) for one in ("ann", "cem"))
        told = [away(number) for number in range(-1, 13)]
        assert told == [
            set(),
            *(every, every, ann | cem, ann | cem),
            *(set(),) * 4,
            *(ann,) * 4,
            set(),
        ]

    def test_a_list_says_where_somebody_is(self, store: Store) -> None:
        """The site above the team; the latest campaign holds."""
        terms = Terms("Autumn", ("delegation",), date(2026, 9, 7))
        old = Campaign("old", "hr", NOW, terms, "ended", launched_at=START)
        new = Campaign("new", "hr", NOW, terms, "running", launched_at=START)
        put(
            store,
            added(*(one for one in (old, new))),
            lambda uow: uow.campaigns.list_people(
                "old",
                [
                    Invitee("ann", site="Lille", team="Accounts"),
                    Invitee("ben", team="Sales"),
                    Invitee("cem"),
                ],
            ),
            lambda uow: uow.campaigns.list_people(
                "new", [Invitee("ann", site="Paris", team="Audit")]
            ),
        )
        assert within(store, lambda uow: uow.records.teams()) == {
            name_of(store, "ann"): ("Paris", "Audit"),
            name_of(store, "ben"): ("", "Sales"),
        }


class TestErasure:
    def test_erasing_forgets_the_stop_as_well(self, store: Store) -> None:
        """Whoever asks for it leaves nothing; what others did stays."""
        put(
            store,
            added(person()),
            lambda uow: uow.records.note("ann", "stopped", "", NOW),
            lambda uow: uow.records.note("ben", "stopped", "", NOW),
            lambda uow: uow.people.erase("ann"),
        )
        assert [one.person for one in read(store, "stopped")] == [name_of(store, "ben")]

    async def test_what_was_noted_goes_after_thirteen_months(self, store: Store) -> None:
        put(
            store,
            lambda uow: uow.records.note("ann", "paused", "", NOW),
            lambda uow: uow.records.note("ann", "paused", "", NOW + 2 * DAY),
        )
        gone = await purge(store.run, store.open_uow, NOW + TRACES_KEPT + DAY)
        assert gone["traces"] == 1
        assert [one.at for one in read(store, "paused")] == [NOW + 2 * DAY]

    def test_under_a_new_key_everything_of_a_person_is_found(self, database: Database) -> None:
        """While both are given: read together with the rest, and erased."""
        old, new = new_key(), new_key()
        store = database.open(old)
        put(
            store,
            added(person()),
            lambda uow: uow.records.note("ann", "paused", "", NOW),
        )
        before = name_of(store, "ann")
        store.close()
        store = database.open(f"{new},{old}")
        put(
            store,
            lambda uow: uow.records.note("ann", "slowed", "chosen", NOW),
            added(session()),
        )
        names = {one.person for one in read(store, "paused", "slowed", "session_started")}
        assert names == {name_of(store, "ann")} != {before}
        assert len(within(store, lambda uow: uow.records.of("ann"))) == 2
        put(store, lambda uow: uow.people.erase("ann"))
        assert read(store, *EVERY) == []
        store.close()

    def test_after_rotation_the_old_key_is_not_needed_to_erase(self, database: Database) -> None:
        old, new = new_key(), new_key()
        store = database.open(old)
        put(
            store,
            *(added(person(one)) for one in ("ann", "ben", "cem")),
            lambda uow: uow.records.note("ann", "paused", "", NOW),
            lambda uow: uow.records.note("ben", "paused", "", NOW),
            lambda uow: uow.records.note("cem", "paused", "", NOW),
        )
        store.close()
        store = database.open(f"{new},{old}")
        rotate_all(store, batch=2)
        store.close()
        store = database.open(new)
        put(store, lambda uow: uow.people.erase("ann"))
        assert {one.person for one in read(store, "paused")} == {
            name_of(store, "ben"),
            name_of(store, "cem"),
        }
        store.close()


def test_nothing_in_a_record_leads_to_anybody(store: Store) -> None:
    """Names are pseudonyms, words are of closed lists, and no real id is among them."""
    put(
        store,
        added(person(themes=("delegation",))),
        added(entry("checkin:ann:2026-W41")),
        added(session(status="done", step_id="end", prompts=("checkin:ann:2026-W41",))),
        added(commitment(confidence=7)),
        added(outcome("moved", 1, date(2026, 10, 16))),
        lambda uow: uow.ratings.add("ann", "useful", "s1", 4, NOW),
        lambda uow: uow.records.note("ann", "slowed", "chosen", NOW),
    )
    found = read(store, *EVERY)
    assert len(found) > 12
    for one in found:
        assert PSEUDONYM.fullmatch(one.person)
        assert not one.about or PSEUDONYM.fullmatch(one.about)
        if one.kind == "commitment_created":
            assert PSEUDONYM.fullmatch(one.detail)
    words = {getattr(one, field.name) for one in found for field in fields(Record)}
    assert words.isdisjoint({"ann", "s1", "c1", "U-ann", "checkin:ann:2026-W41"})
    assert len({one.person for one in found}) == 1


@pytest.mark.parametrize("what", ["records", "circles"])
def test_how_many_statements_it_takes_does_not_depend_on_how_many_people(
    store: Store, spent: Spent, what: str
) -> None:
    def look(uow: UnitOfWork) -> int:
        if what == "records":
            return len(list(uow.records.between(EVERY, START, END)))
        sets = (
            uow.records.invited(START, END),
            uow.records.active(NOW + DAY),
            uow.records.away(START, END),
        )
        return sum(map(len, sets)) + len(uow.records.teams())

    counted = []
    for first, last in ((0, 2), (2, 20)):
        put(store, *(partial(_live, who=f"p{n}") for n in range(first, last)))
        spent.reset()
        found = within(store, look)
        counted.append((found / last, len(spent.statements)))
    (each, few), (same, many) = counted
    assert each == same > 1
    assert few == many < 25


def _noted(uow: UnitOfWork, who: str, kind: Kind, detail: str, at: datetime) -> None:
    uow.records.note(who, kind, detail, at)


def _live(uow: UnitOfWork, who: str) -> None:
    """Let somebody do one thing of each kind."""
    uow.people.add(person(who, paused_until=NOW + DAY))
    uow.ledger.note(entry(f"weekly:{who}", whose=who))
    begun = session(
        f"o-{who}", who, programme_id="onboarding", status="done", step_id="done", touched_at=NOW
    )
    asked = session(f"s-{who}", who, status="done", step_id="end", prompts=(f"weekly:{who}",))
    for one in (begun, asked):
        uow.sessions.add(one)
    uow.commitments.add(commitment(f"c-{who}", who, session_id=f"s-{who}", confidence=5))
    for kind in ("made", "moved", "done"):
        uow.commitments.note(
            replace(outcome(kind, 1, date(2026, 10, 16), f"c-{who}"), coachee_id=who)
        )
    uow.ratings.add(who, "useful", f"s-{who}", 4, NOW)
    for kind in sorted(NOTED - {"stopped", "resumed"}):
        uow.records.note(who, kind, (NOW + 2 * DAY).date().isoformat(), NOW)


def test_hours_of_the_night_are_not_working_time(store: Store) -> None:
    """Of somebody who works from ten to two, a day has four hours."""
    monday, tuesday = NOW.replace(hour=9), NOW.replace(hour=9) + DAY
    put(
        store,
        added(person(work_from=time(10), work_until=time(14))),
        added(entry("weekly:1", monday)),
        added(
            session(answers=(Answer("keeps", tuesday),), touched_at=tuesday, prompts=("weekly:1",))
        ),
    )
    assert [one.value for one in read(store, "prompt_answered")] == [timedelta(hours=4) / MINUTE]


def test_a_report_may_take_longer_than_a_click(postgres_store: Store) -> None:
    """But nothing that comes after it on the same connection may."""

    def patience(uow: UnitOfWork) -> str:
        scope = uow.records._scope  # type: ignore[attr-defined]  # of a store
        return str(scope.execute(text("SHOW statement_timeout")).scalar())

    def reading(uow: UnitOfWork) -> str:
        assert list(uow.records.between(EVERY, START, END)) == []
        return patience(uow)

    assert within(postgres_store, reading) == "1min"
    assert within(postgres_store, patience) == "2s"
