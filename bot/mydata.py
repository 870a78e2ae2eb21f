"""My data: see, export and erase, for the person alone."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.commitments import from_words
from bot.messages import Element, Heading, Span, Text
from bot.people import Coachee
from bot.ports import UnitOfWork
from bot.turn import Turn

ERASED = "erased:"
"""Who is left of an erased person until their messages are taken away: a random name."""

PAGE = 2500
"""Characters in one block of a form, below Slack's 3,000."""

BLOCKS = 80
"""Blocks in one form, below Slack's 100; more is in the export file."""


def counts(uow: UnitOfWork, coachee_id: str) -> dict[str, int]:
    """Count what is kept, by kind of data."""
    words = Counter(keeps for _id, keeps, _text, _at in uow.words.of(coachee_id))
    kinds = {"commitment": len(uow.commitments.of(coachee_id))}
    kinds |= {name: words[name] for name in ("goal", "session", "learning", "feedback")}
    return kinds | {"rating": len(uow.ratings.of(coachee_id))}


def export(uow: UnitOfWork, coachee: Coachee) -> dict[str, Any]:
    """Return everything that is kept of a person, ready for JSON."""
    return {
        "person": _plain(asdict(coachee)),
        "words": [
            {"kind": keeps, "text": _readable(keeps, text), "at": at.isoformat()}
            for _id, keeps, text, at in uow.words.of(coachee.id)
        ],
        "commitments": [
            _plain(asdict(c))
            | {"history": [_plain(asdict(o)) for o in uow.commitments.history(c.id)]}
            for c in uow.commitments.of(coachee.id)
        ],
        "sessions": [_plain(asdict(s)) for s in uow.sessions.of(coachee.id)],
        "ratings": [
            {"kind": kind, "session": session, "value": value, "at": at.isoformat()}
            for kind, session, value, at in uow.ratings.of(coachee.id)
        ],
        "messages": [_plain(asdict(e)) for e in uow.ledger.of(coachee.id, 10_000)],
        "planned": [_plain(asdict(m)) for m in uow.moments.of(coachee.id)],
    }


def words_shown(turn: Turn) -> tuple[Element, ...]:
    """Return the person's own words as elements of a form, the latest first."""
    elements: list[Element] = []
    for _id, keeps, text, at in reversed(turn.uow.words.of(turn.coachee.id)):
        day = turn.local(at).strftime("%Y-%m-%d %H:%M")
        elements.append(Heading(f"{turn.text(f'data.{keeps}')} · {day}"))
        elements += [Text((Span(part),)) for part in _parts(_readable(keeps, text))]
    if not elements:
        return (Text((Span(turn.text("data.nothing")),)),)
    return tuple(elements[:BLOCKS])


def erase(turn: Turn) -> None:
    """Delete the person and everything of theirs, then take the messages away.

    The deletions are queued under a random name that disappears with the last of them.
    """
    person = turn.coachee
    refs = [card.ref for card in turn.uow.cards.posted_to(person.id) if card.ref]
    turn.uow.people.erase(person.id)
    turn.change(id=ERASED + turn.new_id())
    for ref in refs:
        turn.queue("delete", ref=ref, address=person.address)
    turn.changed = False


def is_erased(coachee_id: str | None) -> bool:
    """Tell whether this is what is left of an erased person."""
    return (coachee_id or "").startswith(ERASED)


def _readable(keeps: str, text: str) -> str:
    return from_words(text).sentence if keeps == "commitment" else text


def _parts(text: str) -> Iterable[str]:
    return (text[n : n + PAGE] for n in range(0, max(len(text), 1), PAGE))


def _plain(record: dict[str, Any]) -> dict[str, Any]:
    """Keep what JSON knows; times become ISO text."""
    return {name: _value(value) for name, value in record.items()}


def _value(value: object) -> object:
    if isinstance(value, dict):
        return _plain(value)
    if isinstance(value, list | tuple):
        return [_value(v) for v in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return value.isoformat() if isinstance(value, datetime) else str(value)
