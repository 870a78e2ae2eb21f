"""A crowd in the middle of a dialogue: copies of one person whom the real engine brought there."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import orjson
from sqlalchemy import Connection, Table, insert, select

from adapters.bench.load.clicks import TS, Button
from adapters.bench.people.population import KEY
from bot.conversation import Conversation
from bot.events import Actor, Clicked, Commanded
from bot.library import Library
from prompts.loader import load_library
from storage import migrate
from storage.engines import open_engine, parse
from storage.store import Store, open_store
from storage.tables import answers, outbox, owned

STEP, OPTION = "privacy", "understood"
"""Where everybody stands, and what everybody presses; the next question follows."""

_MODEL, _FIRST = "model", "0000"
_GIVEN = ("seq",)
"""Columns that the database fills."""


@dataclass(frozen=True, slots=True)
class Model:
    """Whom a crowd is copied from; `model` in any text becomes each one's own name.

    Attributes:
        shared: what all events of theirs share.
        ref: where the message with the question stands.
    """

    shared: Mapping[str, Any]
    ref: Mapping[str, str]


def in_slack() -> Model:
    """Stand in Slack, in a workspace of one's own: a platform's limit is not what is measured."""
    user, team = f"U{_MODEL}", f"T{_MODEL}"
    address = {"platform": "slack", "team": team, "user": user, "channel": f"D{user}"}
    actor = Actor(f"slack:{team}", user, "en-GB", "Europe/Paris")
    return Model({"actor": actor, "address": address}, {"channel": f"D{user}", "ts": TS})


def gather(url: str, count: int, now: datetime, model: Model) -> list[Button]:
    """Fill an empty database with people, and return what each of them presses, by name."""
    migrate.upgrade(url)
    store = open_store(url, KEY)
    try:
        token = store.run_sync(_play, store, load_library(), model, now - timedelta(hours=1))
    finally:
        store.close()
    engine = open_engine(parse(url), "migrate")
    try:
        with engine.begin() as db:
            for table in owned():
                _copy(db, table, count)
    finally:
        engine.dispose()
    return [(name, token.replace(_MODEL, name), OPTION) for name in map(_name, range(count))]


def pressed_by(url: str) -> set[str]:
    """Return the names of those whose press is in the database."""
    engine = open_engine(parse(url), "migrate")
    try:
        with engine.connect() as db:
            query = select(answers.c.coachee_id).where(answers.c.step_id == STEP)
            return {one.removesuffix(_FIRST) for one in db.scalars(query)}
    finally:
        engine.dispose()


def _play(store: Store, library: Library, model: Model, at: datetime) -> str:
    """Bring the model to the question; return the token of its message."""
    numbers = (f"{_MODEL}{number:04}" for number in itertools.count())
    conversation = Conversation(store.open_uow, library, lambda: next(numbers))
    shared = {"at": at, **model.shared}
    coachee_id = conversation.handle(Commanded(id="1", **shared, name="/coach", text="")).coachee_id
    assert coachee_id  # noqa: S101 - a command is always somebody's
    first = _token(store, coachee_id, model)
    conversation.handle(Clicked(id="2", **shared, token=first, option="start"))
    return _token(store, coachee_id, model)


def _token(store: Store, coachee_id: str, model: Model) -> str:
    """Return the token of the message that asks; as posted, so that presses find it there."""
    with store.open_uow() as uow:
        session = uow.sessions.open_of(coachee_id)[0]
        card = uow.cards.get(session.card_token or "")
        assert card  # noqa: S101 - an open session asks by a message
        uow.cards.put(replace(card, ref=dict(model.ref)))
        uow.commit()
        return card.token


def _copy(db: Connection, table: Table, count: int) -> None:
    """Copy the model's rows, each under other names; what it had to send is sent."""
    if table is outbox:
        db.execute(table.delete())
        return
    models = [dict(row) for row in db.execute(select(table)).mappings()]
    rows = list(_copies(models, count))
    if rows:
        db.execute(insert(table), rows)


def _copies(models: Sequence[dict[str, Any]], count: int) -> Iterator[dict[str, Any]]:
    for model in models:
        kept = {name: value for name, value in model.items() if name not in _GIVEN}
        for number in range(count):
            name = _name(number)
            yield {column: _renamed(value, name) for column, value in kept.items()}


def _renamed(value: Any, name: str) -> Any:
    if isinstance(value, str):
        return value.replace(_MODEL, name)
    if isinstance(value, dict | list | tuple):
        return orjson.loads(orjson.dumps(value).replace(_MODEL.encode(), name.encode()))
    return value


def _name(number: int) -> str:
    return f"m{number:07}x"
