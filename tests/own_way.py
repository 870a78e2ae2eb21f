"""What one person's progress is made of, planted; and how it is looked at."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from bot.cards import Card
from bot.commitments import Commitment, Outcome, OutcomeKind
from bot.language import Lang
from bot.ledger import Entry
from bot.messages import Bars, Chart, Facts, Message, Progress, Text
from bot.people import Coachee
from bot.plans.content import (
    Indicator,
    Measure,
    Objective,
    Plan,
    PlanContent,
    PlanVersion,
    to_words,
)
from bot.ports import UnitOfWork
from bot.speech import compose_card
from bot.turn import PictureUrl, Turn, no_picture
from storage.store import Store
from tests.world import MONDAY, library

T = TypeVar("T")

ME = Coachee("c1", "fake:T1", "U1", {}, MONDAY, state="active", zone="Europe/Paris")
WEEK = timedelta(weeks=1)
START = MONDAY - 12 * WEEK
END = MONDAY - timedelta(days=4)

ITEMS = {
    "delegation": (4, 7),
    "give_feedback": (5, 6),
    "one_on_ones": (6, 6),
    "decision_making": (8, 5),
    "role_clarity": (3, 6),
    "unblock": (5, 9),
}
COUNTS = {"B1": (2, 5), "B2": (0, 6), "B3": (3, 3), "B5": (1, 0)}
SURE = ((9, 6), (9, 8), (6, 5), (3, 7), (2, 8))
"""Weeks ago, and how confident; two on one day."""


def card(template: str = "progress", args: dict[str, str] | None = None) -> Card:
    """A message that the person has before them."""
    return Card("token", ME.id, template, MONDAY, MONDAY + WEEK, args or {})


def looked(
    store: Store,
    plant: Callable[[UnitOfWork], object],
    look: Callable[[Turn], T],
    now: datetime = MONDAY,
    lang: Lang = "en",
    picture_url: PictureUrl = no_picture,
) -> T:
    """Look at somebody in a unit of work that is never committed."""

    def act() -> T:
        with store.open_uow() as uow:
            person = replace(ME, lang=lang)
            uow.people.add(person)
            plant(uow)
            turn = Turn(uow, library(), lambda: "id", now, "e1", person, picture_url=picture_url)
            return look(turn)

    return store.run_sync(act)


def page(template: str) -> Callable[[Turn], Message]:
    """Say how to look at a page."""

    def look(turn: Turn) -> Message:
        message = compose_card(turn, card(template))
        assert message is not None
        return message

    return look


def of(message: Message, kind: type[T]) -> list[T]:
    """The elements of a kind."""
    return [one for one in message.elements if isinstance(one, kind)]


def read(message: Message) -> str:
    """All that is read, the words of the pictures among it."""
    texts = [span.text for text in of(message, Text) for span in text.spans]
    pairs = [f"{name}: {value}" for name, value in facts(message).items()]
    plan = [f"{one.reads} {one.label}" for one in of(message, Progress)]
    drawn = [one.alt for one in message.elements if isinstance(one, Bars | Chart)]
    return "\n".join([*texts, *pairs, *plan, *drawn])


def facts(message: Message) -> dict[str, str]:
    """All pairs of a name and a value."""
    return dict(pair for one in of(message, Facts) for pair in one.pairs)


def nothing(_uow: UnitOfWork) -> None:
    """Plant nothing."""


def came(uow: UnitOfWork, at: datetime) -> None:
    """Plant a weekly message that was sent."""
    key = f"checkin:{ME.id}:{at.isoformat()}"
    uow.ledger.note(Entry(key, ME.id, "checkin", at, at, "sent", "slot", True))


def commit(uow: UnitOfWork, at: datetime, *became: OutcomeKind, sure: int | None = None) -> None:
    """Plant a commitment, and what became of it a day apart."""
    one = made(f"k{at.isoformat()}", at, *became, sure=sure)
    uow.commitments.add(one)
    for n, kind in enumerate(("made", *became)):
        when = one.created_at + timedelta(days=n)
        uow.commitments.note(Outcome(f"{one.id}{n}", one.id, ME.id, when, kind))


def made(name: str, at: datetime, *became: OutcomeKind, sure: int | None = None) -> Commitment:
    """A commitment as what became of it leaves it."""
    status = became[-1] if became and became[-1] in {"done", "partly", "dropped"} else "open"
    closed = at.date() if status in {"done", "dropped"} else None
    day = at.date()
    return Commitment(name, ME.id, "w", at, day, day, status, confidence=sure, closed_on=closed)


def rate(uow: UnitOfWork, kind: str, value: int, at: datetime) -> None:
    """Plant a rating; those of one moment are of one session."""
    uow.ratings.add(ME.id, kind, at.isoformat(), value, at)


def plan(uow: UnitOfWork, *values: float) -> None:
    """Plant a plan with one objective, and what its indicator was read to be."""
    indicator = Indicator("count", "decisions written in a week", 2, 8)
    objective = Objective("o1", "shorter decisions", "preparing them on one page", indicator)
    words = uow.words.keep(ME.id, "plan", to_words(PlanContent((objective,))), START)
    uow.plans.add(Plan("p1", ME.id, START, number=1, agreed=1))
    uow.plans.write(PlanVersion("p1", ME.id, 1, "owner", words, START, "agreed"))
    for n, value in enumerate(values):
        uow.plans.note(Measure(f"m{n}", "p1", ME.id, "o1", "count", value, START + n * WEEK))


def long_way(uow: UnitOfWork) -> None:
    """Plant all there can be: twelve weeks, both self-evaluations, a plan."""
    for weeks in (9, 8, 6, 5, 3, 2, 1):
        came(uow, MONDAY - weeks * WEEK)
    became: tuple[tuple[OutcomeKind, ...], ...] = (
        ("done",),
        ("moved", "done"),
        ("dropped",),
        ("partly",),
        (),
    )
    for n, ((weeks, sure), outcomes) in enumerate(zip(SURE, became, strict=True)):
        commit(uow, MONDAY - weeks * WEEK + timedelta(minutes=n), *outcomes, sure=sure)
    for item, (start, end) in ITEMS.items():
        rate(uow, f"baseline:{item}", start, START)
        rate(uow, f"endline:{item}", end, END)
        rate(uow, f"then:{item}", max(0, start - 1), END)
    for count, (start, end) in COUNTS.items():
        rate(uow, f"baseline_count:{count}", start, START)
        rate(uow, f"endline_count:{count}", end, END)
    for weeks, value in ((9, 3), (5, 5), (1, 6)):
        rate(uow, "goal_progress", value, MONDAY - weeks * WEEK)
    plan(uow, 4, 5)
