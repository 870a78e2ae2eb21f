"""People and what they did, as the tests of records put them into a store."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from bot.campaigns.content import Campaign
from bot.commitments import Commitment, Outcome
from bot.ledger import Entry
from bot.measuring.records import Kind, Record
from bot.people import Coachee, Slot
from bot.ports import UnitOfWork
from bot.sessions import Answer, Session
from bot.teams.content import TeamBlocker
from storage.store import Store

T = TypeVar("T")

NOW = datetime(2026, 10, 5, 8, 0, tzinfo=UTC)
"""A Monday, 10:00 in Paris."""

START = datetime(2026, 10, 1, tzinfo=UTC)
END = datetime(2026, 11, 1, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def added(*items: object) -> Callable[[UnitOfWork], None]:
    """Return what adds people, sessions, commitments, outcomes, entries and campaigns."""

    def act(uow: UnitOfWork) -> None:
        for item in items:
            match item:
                case Coachee():
                    uow.people.add(item)
                case Session():
                    uow.sessions.add(item)
                case Commitment():
                    uow.commitments.add(item)
                case Outcome():
                    uow.commitments.note(item)
                case Entry():
                    uow.ledger.note(item)
                case Campaign():
                    uow.campaigns.add(item)
                case TeamBlocker():
                    uow.teams.put_blocker(item)
                case _:
                    raise TypeError(type(item))

    return act


def within(store: Store, act: Callable[[UnitOfWork], T]) -> T:
    """Do one thing in a unit of work of its own, and commit."""

    def job() -> T:
        with store.open_uow() as uow:
            result = act(uow)
            uow.commit()
        return result

    return store.run_sync(job)


def read(store: Store, *kinds: Kind, start: datetime = START, end: datetime = END) -> list[Record]:
    """Read records of some kinds, in order of time, kind and detail."""
    found = within(store, lambda uow: list(uow.records.between(kinds, start, end)))
    return sorted(found, key=lambda one: (one.at, one.kind, one.detail))


def name_of(store: Store, coachee_id: str) -> str:
    """Return the pseudonym of somebody of whom nothing is noted."""

    def act(uow: UnitOfWork) -> str:
        uow.records.note(coachee_id, "paused", "", NOW)
        return uow.records.of(coachee_id)[-1].person

    def job() -> str:
        with store.open_uow() as uow:
            return act(uow)

    return store.run_sync(job)


def person(coachee_id: str = "ann", **changes: object) -> Coachee:
    """Return somebody in Paris who takes part."""
    start = Coachee(
        coachee_id,
        "slack:T1",
        f"U-{coachee_id}",
        {"platform": "slack"},
        START - 60 * DAY,
        state="active",
        zone="Europe/Paris",
        zone_known=True,
        country="FR",
        slot=Slot(0, time(10)),
    )
    return replace(start, **changes)  # type: ignore[arg-type]  # names are fields


def session(session_id: str = "s1", whose: str = "ann", **changes: object) -> Session:
    """Return a session on delegation that was left open at its second question."""
    start = Session(
        session_id, whose, "theme:delegation", 1, "who", "open", NOW, NOW, (Answer("keeps", NOW),)
    )
    return replace(start, **changes)  # type: ignore[arg-type]  # names are fields


def answers(*minutes: float) -> tuple[Answer, ...]:
    """Return answers so many minutes after the beginning, to steps `one`, `two` and so on."""
    steps = ("one", "two", "three", "four", "five")
    return tuple(Answer(step, NOW + m * MINUTE) for step, m in zip(steps, minutes, strict=False))


def commitment(commitment_id: str = "c1", whose: str = "ann", **changes: object) -> Commitment:
    """Return a commitment of the session, due on Friday."""
    friday = date(2026, 10, 9)
    start = Commitment(
        commitment_id,
        whose,
        "w",
        NOW,
        friday,
        friday,
        theme_id="delegation",
        session_id="s1",
        checks_first=2,
        checks_final=4,
    )
    return replace(start, **changes)  # type: ignore[arg-type]  # names are fields


def outcome(kind: str, days: float = 0, due_on: date | None = None, of: str = "c1") -> Outcome:
    """Say what became of a commitment so many days later."""
    name = f"{of}-{kind}-{days}"
    return Outcome(name, of, "ann", NOW + days * DAY, kind, due_on=due_on)  # type: ignore[arg-type]  # a kind


def entry(key: str, at: datetime = NOW, whose: str = "ann", **changes: object) -> Entry:
    """Say that a weekly message was sent."""
    start = Entry(key, whose, "weekly", at, at, "sent", "slot")
    return replace(start, **changes)  # type: ignore[arg-type]  # names are fields
