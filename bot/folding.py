"""Folding: what finds no place of its own joins the next message that comes anyway.

A folded message stands in the ledger as `merged` because it was `folded`; when another message
takes it along, its entry says so and when. The message that takes it names it in its
arguments, and says it as long as it is still open.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from bot import committing, merging, planning
from bot.cards import Card
from bot.days import say_day
from bot.followups import PLANNED, note
from bot.ledger import Entry, Outcome
from bot.messages import Choices, Element, Option, Span, Text
from bot.moments import Moment
from bot.path_weeks import next_week
from bot.planning import Waiting
from bot.turn import Turn

FOLDS = {"d_minus_2", "due", "overdue", "recall", *PLANNED}
"""Kinds that join another message; a reminder does not: its question already stands there."""

ALSO = "also"
"""The argument of a message that names what it takes along; its buttons begin with the same."""

FRESH = timedelta(days=14)
"""After this nobody waits for it any more."""

MOST = 2
"""Things that one message takes along: it stays one message about one thing."""


@dataclass(frozen=True, slots=True)
class Folded:
    """What was folded: a follow-up of a commitment, a question of a path, something of a plan.

    `subject` is the commitment's id, the path's programme and step as `path:x/recall_1`, or the
    id of the milestone or of the plan.
    """

    kind: str  # milestone, recall, plan_milestone or plan_request
    subject: str

    @classmethod
    def read(cls, written: str) -> "Folded":
        """Read it back from a message's arguments or a button."""
        kind, _, subject = written.partition("=")
        return cls(kind, subject)

    def __str__(self) -> str:
        return f"{self.kind}={self.subject}"


def fold(turn: Turn, moment: Moment, kind: str) -> None:
    """Let a message wait for the next one that comes anyway."""
    note(turn, moment, kind, "merged", "folded", proactive=False)


def take_along(turn: Turn, asked: str | None) -> str:
    """Take what waits into the message that is about to be said; `asked` is its own commitment.

    Returns the value of the argument `also`; empty if nothing waits.
    """
    taken: list[str] = []
    for entry in _waiting(turn):
        folded = _of(entry)
        if folded is None or not is_open(turn, folded) or folded.subject == asked:
            _close(turn, entry, "nothing_open")
        elif len(taken) < MOST and str(folded) not in taken:
            taken.append(str(folded))
            _close(turn, entry, "folded")
    return " ".join(taken)


def is_open(turn: Turn, folded: Folded) -> bool:
    """Tell whether what was folded still waits for an answer."""
    if folded.kind == "recall":
        return next_week(turn) == tuple(folded.subject.split("/"))
    if folded.kind in PLANNED:
        return _waiting_in_plan(turn, folded) is not None
    return folded.subject in {c.id for c in merging.open_commitments(turn)}


def open_plan(turn: Turn, folded: Folded) -> None:
    """Show the part of a plan that was folded."""
    waits = _waiting_in_plan(turn, folded)
    if waits:
        about = {"milestone": waits.milestone_id} if waits.milestone_id else {}
        turn.post(folded.kind, plan=waits.plan_id, **about)


def said_along(turn: Turn, card: Card) -> Iterator[Element]:
    """Say what a message took along, as long as it is open, each with its button."""
    for written in card.args.get(ALSO, "").split():
        folded = Folded.read(written)
        if is_open(turn, folded):
            yield from _said(turn, card.token, folded)


def _waiting_in_plan(turn: Turn, folded: Folded) -> Waiting | None:
    found = (
        one
        for one in planning.waiting(turn)
        if folded.subject in {one.plan_id, one.milestone_id}
        and (one.kind == "milestone") == (folded.kind == "plan_milestone")
    )
    return next(found, None)


def _waiting(turn: Turn) -> list[Entry]:
    every = turn.uow.ledger.of(turn.coachee.id, 30)
    return [
        e
        for e in reversed(every)
        if (e.outcome, e.reason) == ("merged", "folded") and turn.now - e.decided_at <= FRESH
    ]


def _of(entry: Entry) -> Folded | None:
    """Read what an entry of the ledger is about from its key."""
    kind, _, rest = entry.key.partition(":")
    if kind in {"milestone", *PLANNED}:
        return Folded(kind, rest.split(":")[0])
    if kind == "recall":
        _person, path, theme, step, _week = rest.split(":")
        return Folded(kind, f"{path}:{theme}/{step}")
    return None


def _close(turn: Turn, entry: Entry, reason: str) -> None:
    outcome: Outcome = "sent" if reason == "folded" else "skipped"
    closed = replace(entry, outcome=outcome, reason=reason, decided_at=turn.now)
    turn.uow.ledger.note(closed)


def _said(turn: Turn, token: str, folded: Folded) -> Iterator[Element]:
    if folded.kind == "recall":
        programme_id, step_id = folded.subject.split("/")
        asked = turn.library.programme(programme_id).step(step_id).say.text(turn.lang)
        yield Text((Span(turn.text("also.recall"), "italic"), Span(f" {asked}")))
    elif folded.kind in PLANNED:
        yield Text((Span(turn.text(f"also.{folded.kind}"), "italic"),))
    else:
        about = turn.uow.commitments.get(folded.subject)
        draft = committing.draft_of(turn, about) if about else None
        sentence = draft.sentence if draft else turn.text("summary.commitment")
        day = say_day(about.due_on, turn.lang, turn.today) if about else ""
        lead = turn.text("also.commitment", date=day)
        yield Text((Span(lead, "italic"), Span(f" {sentence}")))
    label = turn.text(f"also.open_{folded.kind}")
    yield Choices(token, (Option(f"{ALSO}:{folded}", label),))
