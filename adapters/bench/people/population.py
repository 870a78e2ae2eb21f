"""People and what is due for them, by the million: copies of a few made through the real store."""

import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import time, timedelta
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Engine,
    Text,
    case,
    cast,
    false,
    func,
    insert,
    literal,
    select,
    text,
    true,
)
from sqlalchemy.dialects.postgresql import JSONB as _JSONB

from adapters.bench.people.when import DUE, LATER, NOW, ZONES
from bot.moments import Moment
from bot.people import Coachee, Slot
from bot.ports import UnitOfWork
from storage import migrate
from storage.engines import open_engine, parse
from storage.store import Store, open_store
from storage.tables import moments, people
from storage.types import UtcDateTime

KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
"""Encrypts the words of made-up people only."""

SLOT = Slot(NOW.weekday(), time(10))
WORKSPACE = "slack:T0BENCH"
_LIKE = "like"
_SPREAD, _RING = 2654435761, 2**32
"""An odd factor puts numbers into an order without order, as real ids are, and repeats none."""


@dataclass(frozen=True, slots=True)
class Population:
    """How many people there are, and for how many of them something is due, evenly among them."""

    people: int
    due: int


def filled(url: str, count: int, due: int) -> None:
    """Fill an empty database in a process of its own, so that its memory is nobody else's."""
    words = [sys.executable, "-m", "adapters.bench.people.population", url, str(count), str(due)]
    subprocess.run(words, check=True)  # noqa: S603 - this very module


def populate(url: str, population: Population) -> None:
    """Bring an empty database up to date and fill it."""
    migrate.upgrade(url)
    store = open_store(url, KEY)
    try:
        store.run_sync(_models, store)
    finally:
        store.close()
    engine = open_engine(parse(url), "migrate")
    try:
        _copy(engine, population)
    finally:
        engine.dispose()


def person(name: str, zone: str) -> Coachee:
    """Return somebody who takes part, as far as a weekly message needs it."""
    address = {"platform": "slack", "team": "T0BENCH", "user": name, "channel": f"D{name}"}
    made = Coachee(name, WORKSPACE, name, address, NOW - timedelta(days=90), state="active")
    made = replace(made, zone=zone, zone_known=True, country="FR", slot=SLOT, lang_chosen=True)
    return replace(made, themes=("delegation",))


def _models(store: Store) -> None:
    with store.open_uow() as uow:
        for place, zone in enumerate(ZONES):
            _model(uow, f"{_LIKE}{place}", zone)
        uow.commit()


def _model(uow: UnitOfWork, name: str, zone: str) -> None:
    uow.people.add(person(name, zone))
    uow.moments.plan(Moment(name, name, name, "weekly", LATER, LATER))


def _copy(engine: Engine, population: Population) -> None:
    numbers = _numbers(population.people)
    number, every = numbers.c.number, max(population.people // max(population.due, 1), 1)
    name, spread = _named("U", number), (cast(number, BigInteger) * _SPREAD) % _RING
    is_due = (
        (number % every == 0) & (number < every * population.due) if population.due else false()
    )
    due_at = case((is_due, literal(DUE, UtcDateTime)), else_=literal(LATER, UtcDateTime))
    address = _addressed(engine, name)
    with engine.begin() as db:
        like = _named(_LIKE, number % len(ZONES))
        for table, changes in (
            (people, {"id": name, "person": name, "address": address}),
            (
                moments,
                {
                    "id": _named("m", spread),
                    "key": literal("checkin:").concat(name),
                    "coachee_id": name,
                    "due_at": due_at,
                    "meant_at": due_at,
                },
            ),
        ):
            columns: list[Any] = [changes.get(column.name, column) for column in table.c]
            copies = select(*columns).select_from(table.join(numbers, true()))
            db.execute(
                insert(table).from_select(
                    [column.name for column in table.c], copies.where(table.c.id == like)
                )
            )
        for table in (moments, people):
            db.execute(table.delete().where(table.c.id.startswith(_LIKE)))
    _tidy(engine)


def _numbers(count: int) -> CTE:
    found = select(literal(0).label("number")).cte("numbers", recursive=True)
    return found.union_all(select(found.c.number + 1).where(found.c.number < count - 1))


def _named(prefix: str, number: ColumnElement[Any]) -> ColumnElement[str]:
    return literal(prefix, Text).concat(cast(number, Text))


def _addressed(engine: Engine, name: ColumnElement[str]) -> ColumnElement[Any]:
    """Put the name into the model's address."""
    channel = literal("D", Text).concat(name)
    if engine.dialect.name == "sqlite":
        return func.json_set(people.c.address, "$.user", name, "$.channel", channel)
    pairs = func.json_build_object("user", name, "channel", channel)
    return cast(cast(people.c.address, _JSONB).concat(cast(pairs, _JSONB)), people.c.address.type)


def _tidy(engine: Engine) -> None:
    """Do what the server itself does sooner or later."""
    if engine.dialect.name == "postgresql":
        with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as db:
            db.execute(text("VACUUM (ANALYZE) people, moments"))


if __name__ == "__main__":
    populate(sys.argv[1], Population(int(sys.argv[2]), int(sys.argv[3])))
