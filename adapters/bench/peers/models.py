"""The tables of a turn as an ORM maps them, on the very same database."""

import hashlib
import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, relationship

from storage import tables

LIVES = timedelta(days=90)


class Base(DeclarativeBase):
    """All classes of the mapping."""

    metadata = tables.metadata


class Seen(Base):
    """An event that was handled."""

    __table__ = tables.seen


class Person(Base):
    """Somebody who takes part."""

    __table__ = tables.people


class Card(Base):
    """A message."""

    __table__ = tables.cards


class Answer(Base):
    """An answer to one question."""

    __table__ = tables.answers


class Session(Base):
    """Where somebody stands in a dialogue; two writers of one session are a conflict."""

    __table__ = tables.sessions
    __mapper_args__ = {"version_id_col": tables.sessions.c.version}  # noqa: RUF012 - SQLAlchemy types it so
    answers = relationship(
        Answer,
        primaryjoin=tables.sessions.c.id == tables.answers.c.session_id,
        foreign_keys=[tables.answers.c.session_id],
        order_by=tables.answers.c.position,
        lazy="selectin",
    )


class Outgoing(Base):
    """Something to send."""

    __table__ = tables.outbox


async def turn(db: AsyncSession, press: dict[str, Any], now: datetime) -> list[int]:
    """Take an answer: read and write the rows that ours reads and writes for the same press.

    Returns the numbers of what is to be sent.
    """
    people, cards, sessions = tables.people.c, tables.cards.c, tables.sessions.c
    db.add(Seen(key=hashlib.sha256(press["key"].encode()).digest(), at=now))
    await db.flush()
    by = (people.workspace == press["workspace"], people.person == press["person"])
    person = await _one(db, select(Person).where(*by).with_for_update())
    card = await _one(db, select(Card).where(cards.token == press["token"]))
    session = await _one(db, select(Session).where(sessions.id == card.session_id))
    session.answers.append(_answer(session, press["option"], now))
    asked = _card(person, session, now)
    session.step_id, session.touched_at, session.card_token = "language", now, asked.token
    sent = (_outgoing(person, "update", card, now), _outgoing(person, "post", asked, now))
    db.add_all((asked, *sent))
    await db.commit()
    return [one.id for one in sent]


async def settle(db: AsyncSession, numbers: list[int], now: datetime) -> None:
    """Note that these were sent."""
    rows: Iterable[Any] = await db.scalars(select(Outgoing).where(tables.outbox.c.id.in_(numbers)))
    for row in rows:
        row.settled_at, row.outcome = now, "sent"
    await db.commit()


async def _one(db: AsyncSession, query: Select[Any]) -> Any:
    return (await db.execute(query)).scalar_one()


def _answer(session: Any, option: str, now: datetime) -> Answer:
    return Answer(
        position=len(session.answers),
        coachee_id=session.coachee_id,
        step_id=session.step_id,
        at=now,
        options=[option],
    )


def _card(person: Any, session: Any, now: datetime) -> Any:
    return Card(
        token=uuid.uuid4().hex,
        coachee_id=person.id,
        template="step",
        created_at=now,
        expires_at=now + LIVES,
        args={"step": "language", "passed": ""},
        session_id=session.id,
    )


def _outgoing(person: Any, verb: str, card: Any, now: datetime) -> Any:
    return Outgoing(
        key=uuid.uuid4().hex,
        coachee_id=person.id,
        verb=verb,
        address=person.address,
        created_at=now,
        not_before=now,
        card_token=card.token,
        attempts=0,
        lease="",
    )
