"""My data: see, export and erase, for the person alone."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.commitments import from_words
from bot.language import LANGS, Lang
from bot.messages import Element, Heading, Span, Text
from bot.people import Coachee
from bot.plans import content as plans
from bot.plans import export as plan_export
from bot.plans import sharing as plan_sharing
from bot.ports import UnitOfWork
from bot.teams import joining as teams
from bot.teams.content import Answer
from bot.turn import Turn

ERASED = "erased:"
"""Who is left of an erased person until their messages are taken away: a language and a random
name."""

PAGE = 2500
"""Characters in one block of a form, below Slack's 3,000."""

ROOM = 12_000
"""Bytes of words in one window: Teams takes 28 KB, markup and escaping included."""

FRAME = 300
"""Bytes of markup around one piece of words, at most."""


def counts(uow: UnitOfWork, coachee_id: str) -> dict[str, int]:
    """Count what is kept, by kind of data."""
    words = Counter(keeps for _id, keeps, _text, _at in uow.words.of(coachee_id))
    kinds = {
        "commitment": len(uow.commitments.of(coachee_id)),
        "plan": len(uow.plans.of(coachee_id)),
    }
    kinds["invitation"] = len(uow.campaigns.of(coachee_id))
    kinds["team"] = len(_team_answers(uow, coachee_id))
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
        "plans": plan_export.everything(uow, coachee.id),
        "plans_shared_with_you": [plan.id for plan in uow.plans.shared_with(coachee.id)],
        "sessions": [_plain(asdict(s)) for s in uow.sessions.of(coachee.id)],
        "ratings": [
            {"kind": kind, "session": session, "value": value, "at": at.isoformat()}
            for kind, session, value, at in uow.ratings.of(coachee.id)
        ],
        "noted": [
            {"kind": one.kind, "detail": one.detail, "at": one.at.isoformat()}
            for one in uow.records.of(coachee.id)
        ],
        "messages": [_plain(asdict(e)) for e in uow.ledger.of(coachee.id, 10_000)],
        "teams": [
            {
                "team": team.id,
                "member": _plain(asdict(member)),
                "champion": team.champion_id == coachee.id,
                "set_up_by_you": team.set_up_by == coachee.id,
            }
            for team in uow.teams.of(coachee.id)
            if (member := uow.teams.member(team.id, coachee.id))
        ],
        "team_answers": [_plain(asdict(given)) for given in _team_answers(uow, coachee.id)],
        "campaigns": [
            {"campaign": c.id, "name": c.terms.name, "you": _plain(asdict(one))}
            for c, one in uow.campaigns.of(coachee.id)
        ],
        "roles": sorted(uow.roles.of(coachee.id)),
        "planned": [_plain(asdict(m)) for m in uow.moments.of(coachee.id)],
    }


def windows(turn: Turn) -> list[tuple[Element, ...]]:
    """Return all words of the person, the latest first, as the contents of one window or more."""
    shown: list[tuple[Element, ...]] = []
    room = 0
    for _id, keeps, text, at in reversed(turn.uow.words.of(turn.coachee.id)):
        day = turn.local(at).strftime("%Y-%m-%d %H:%M")
        title = Heading(f"{turn.text(f'data.{keeps}')} · {day}")
        parts = [Text((Span(part),)) for part in _parts(_readable(keeps, text))]
        needed = FRAME + len(_readable(keeps, text).encode())
        if needed > room:
            shown.append(())
            room = ROOM
        shown[-1] += (title, *parts)
        room -= needed
    return shown or [(Text((Span(turn.text("data.nothing")),)),)]


def erase(turn: Turn) -> None:
    """Delete the person and everything of theirs, then take the messages away.

    The deletions are queued under a random name that disappears with the last of them.
    """
    person = turn.coachee
    plan_sharing.part_all(turn)
    teams.leave_all(turn, "stopped")
    refs = [card.ref for card in turn.uow.cards.posted_to(person.id) if card.ref]
    turn.uow.people.erase(person.id)
    turn.change(id=f"{ERASED}{turn.lang}:{turn.new_id()}")
    for ref in refs:
        turn.queue("delete", ref=ref, address=person.address)
    if person.home:
        turn.queue("home", address=person.address)
    turn.changed = False


def is_erased(coachee_id: str | None) -> bool:
    """Tell whether this is what is left of an erased person."""
    return (coachee_id or "").startswith(ERASED)


def lang_left(coachee_id: str) -> Lang:
    """Return the language of an erased person: all that is needed to say that it is done."""
    return next(lang for lang in LANGS if coachee_id.startswith(f"{ERASED}{lang}:"))


def _team_answers(uow: UnitOfWork, coachee_id: str) -> list[Answer]:
    """Return what the person answered in rounds that are open; of closed ones nothing is left."""
    opened = [uow.teams.open_round(team.id) for team in uow.teams.of(coachee_id)]
    given = [uow.teams.answer_of(one.id, coachee_id) for one in opened if one]
    return [one for one in given if one]


def _readable(keeps: str, text: str) -> str:
    """Return words as they were written; of a commitment also what its sentence leaves out."""
    if keeps == "plan":
        return plans.readable(plans.from_words(text))
    if keeps != "commitment":
        return text
    draft = from_words(text)
    fields = (draft.action, draft.cue, draft.who, draft.indicator, draft.suggested)
    said = draft.sentence.casefold()
    return "\n".join([draft.sentence, *(f for f in fields if f and f.casefold() not in said)])


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
