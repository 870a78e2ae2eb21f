"""Steady, without guilt: coaching 5.2, #25."""

from bot.measuring.own import Rhythm
from bot.own_rhythm import own_rhythm
from bot.ports import UnitOfWork
from bot.sessions import Answer, Session
from storage.store import Store
from tests.own_way import ME, WEEK, came, commit, looked
from tests.world import MONDAY


def test_weeks_in_which_nothing_came_do_not_count(sqlite_store: Store) -> None:
    """A pause of five weeks neither helps nor hurts; a week with only a message counts."""

    def plant(uow: UnitOfWork) -> None:
        for weeks in (9, 8, 2, 1):
            came(uow, MONDAY - weeks * WEEK)
        for weeks in (9, 8, 1):
            commit(uow, MONDAY - weeks * WEEK, "done")

    assert looked(sqlite_store, plant, own_rhythm) == Rhythm(3, 4)


def test_a_slower_pace_is_no_gap(sqlite_store: Store) -> None:
    """Every four weeks, with a step each time, is steady."""

    def plant(uow: UnitOfWork) -> None:
        for weeks in (12, 8, 4):
            came(uow, MONDAY - weeks * WEEK)
            commit(uow, MONDAY - weeks * WEEK, "done")

    assert looked(sqlite_store, plant, own_rhythm) == Rhythm(3, 3)


def test_a_session_that_was_finished_is_a_step(sqlite_store: Store) -> None:
    """One that was left, or only looked at, is none; nor is a change of settings."""

    def plant(uow: UnitOfWork) -> None:
        answer = (Answer("keeps", MONDAY),)
        for n, (programme, status, answers) in enumerate(
            [
                ("theme:delegation", "done", answer),
                ("theme:delegation", "left", answer),
                ("theme:delegation", "done", ()),
                ("onboarding", "done", answer),
            ]
        ):
            at = MONDAY - (9 - n) * WEEK
            came(uow, at)
            one = Session(f"s{n}", ME.id, programme, 1, "x", status, at, at, answers)  # type: ignore[arg-type]  # statuses
            uow.sessions.add(one)

    assert looked(sqlite_store, plant, own_rhythm) == Rhythm(1, 4)
