"""Teams, rounds and what belongs to them, as the tests of storage put them there."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from bot.cards import Card
from bot.ledger import Entry
from bot.moments import Moment
from bot.outbox import Dispatch
from bot.people import Coachee
from bot.ports import UnitOfWork
from bot.teams.content import (
    Answer,
    Figure,
    Loop,
    Round,
    Sealed,
    Team,
    TeamBlocker,
    TeamCommitment,
)
from storage.store import Store

T = TypeVar("T")
NOW = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=3)
TODAY = date(2026, 3, 5)
ADDRESS = {"platform": "slack", "channel": "C1"}

GIVEN = Answer(3, 4, 5, "means", "fewer meetings", "two hours of help", show=True)
SEALED = Sealed(
    n=6,
    figures={"energy": Figure("medium", 18, 60), "role": Figure("high")},
    agreement="close",
    trend="up",
    blockers=("means", "decision"),
    counts={"means": 4},
)


def within(store: Store, act: Callable[[UnitOfWork], T]) -> T:
    """Do one thing in a unit of work of its own, and commit."""

    def job() -> T:
        with store.open_uow() as uow:
            result = act(uow)
            uow.commit()
        return result

    return store.run_sync(job)


def person(coachee_id: str) -> Coachee:
    """Return somebody."""
    return Coachee(coachee_id, "slack:T1", f"U-{coachee_id}", {"platform": "slack"}, NOW)


def team(team_id: str = "t1", **changes: object) -> Team:
    """Return a team in a channel of its own."""
    start = Team(team_id, "slack:T1", f"C-{team_id}", ADDRESS, NOW, "fr", "Europe/Paris")
    return replace(start, **changes)  # type: ignore[arg-type]  # names are fields


def full_team() -> Team:
    """Return a team of which nothing is as it is at first."""
    return team(
        country="FR",
        state="active",
        weekday=1,
        at=time(9, 15),
        weeks=4,
        questions=("energy", "lines"),
        champion_id="ada",
        set_up_by="bob",
        public=True,
        whole=False,
        rounds=7,
        compared=5,
        went=2,
        card_token="card",
    )


def a_round(round_id: str = "r1", number: int = 1, **changes: object) -> Round:
    """Return an open round."""
    start = Round(round_id, "t1", number, NOW, LATER, ("energy", "blocker"))
    return replace(start, **changes)  # type: ignore[arg-type]  # names are fields


def closed(one: Round, *lines: str) -> Round:
    """Return the round with its summary."""
    return replace(one, state="summary", sealed=SEALED, lines=lines)


def blocker(blocker_id: str = "b1", **changes: object) -> TeamBlocker:
    """Return an open blocker."""
    return replace(TeamBlocker(blocker_id, "t1", "means", 1, TODAY), **changes)  # type: ignore[arg-type]  # names are fields


def agreed(commitment_id: str = "m1", **changes: object) -> TeamCommitment:
    """Return what a team agreed on."""
    start = TeamCommitment(commitment_id, "t1", "r1", "Drop the Monday call", "ada", TODAY, NOW)
    return replace(start, **changes)  # type: ignore[arg-type]  # names are fields


def plant_reminder(uow: UnitOfWork, round_id: str, who: str) -> None:
    """Let somebody have been reminded: a moment, a decision, a card, and rows of the outbox."""
    occurrence = f"team_reminder:{round_id}:{who}"
    token = f"reminder-{round_id}-{who}"
    uow.moments.plan(Moment(f"id-{occurrence}", occurrence, who, "reminder", NOW, NOW, round_id))
    uow.ledger.note(Entry(occurrence, who, "reminder", NOW, NOW, "queued", "on_time"))
    uow.cards.add(Card(token, who, "reminder", NOW, LATER, {"round": round_id}, round_id))
    post = Dispatch(f"post:{token}", who, "post", ADDRESS, NOW, NOW, token, occurrence=occurrence)
    uow.outbox.add(post)
    uow.outbox.add(replace(post, key=f"{occurrence}:gone", verb="delete", occurrence=None))


def looped(one: Round) -> Round:
    """Return the round with what the champion said."""
    return replace(one, loop=Loop("We heard you", "Fewer calls", "No new people"))
