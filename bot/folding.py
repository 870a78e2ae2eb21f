"""Folding: what finds no place of its own joins the next message that comes anyway.

The message that takes something along names it in its arguments, and says it as long as nobody
has answered to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot import committing
from bot.cards import Card
from bot.commitments import OPEN
from bot.days import say_day
from bot.followups import PLANNED
from bot.ledger import Entry
from bot.messages import Choices, Element, Option, Span, Text
from bot.path_weeks import next_week
from bot.plans import changing as planning
from bot.plans.changing import Waiting
from bot.sessions import Session
from bot.turn import Turn
from bot.waiting import close, waiting

FOLDS = {"d_minus_2", "due", "overdue", "recall", *PLANNED}
"""Kinds that join another message; a reminder does not: its question already stands there."""

ALSO = "also"
"""The argument of a message that names what it takes along; its buttons begin with the same."""

MOST = 2
"""Things that one message takes along: it stays one message about one thing."""


@dataclass(frozen=True, slots=True)
class Folded:
    """What was folded: a follow-up of a commitment, a question of a path, something of a plan.

    `subject` is the commitment's id and its date as `id/2026-12-04`, the path's programme and
    step as `path:x/recall_1`, or the id of the milestone or of the plan.
    """

    kind: str  # milestone, recall, plan_milestone or plan_request
    subject: str

    @property
    def about(self) -> str:
        """What a session can be about, too: the commitment, or the step of the path."""
        return self.subject.split("/")[0] if self.kind == "milestone" else self.subject

    @property
    def day(self) -> str:
        """The commitment's date when this was folded."""
        return self.subject.rpartition("/")[2]

    @classmethod
    def read(cls, written: str) -> "Folded":
        """Read it back from a message's arguments or a button."""
        kind, _, subject = written.partition("=")
        return cls(kind, subject)

    def __str__(self) -> str:
        return f"{self.kind}={self.subject}"


def take_along(turn: Turn, session: Session) -> str:
    """Take what waits into the message that a session is about to say.

    What the session asks about anyway is merged into it. Returns the value of the argument
    `also`; empty if nothing is taken.
    """
    asked = {f"{session.programme_id}/{session.step_id}", session.commitment_id}
    taken: list[str] = []
    for entry in waiting(turn):
        folded = _of(entry)
        if folded is None or not is_open(turn, folded, entry.decided_at):
            close(turn, entry, "nothing_open")
        elif folded.about in asked or str(folded) in taken:
            close(turn, entry, "folded")
        elif len(taken) < MOST:
            taken.append(str(folded))
            close(turn, entry, "folded")
    return " ".join(taken)


def is_open(turn: Turn, folded: Folded, since: datetime) -> bool:
    """Tell whether what was folded then still waits for an answer."""
    if folded.kind == "recall":
        return next_week(turn) == tuple(folded.subject.split("/"))
    if folded.kind in PLANNED:
        return _waiting_in_plan(turn, folded) is not None
    about = turn.uow.commitments.get(folded.about)
    if about is None or about.status not in OPEN or about.due_on.isoformat() != folded.day:
        return False
    return all(outcome.at <= since for outcome in turn.uow.commitments.history(about.id))


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
        if is_open(turn, folded, card.created_at):
            yield from _said(turn, card.token, folded)


def _waiting_in_plan(turn: Turn, folded: Folded) -> Waiting | None:
    found = (
        one
        for one in planning.waiting(turn)
        if folded.subject in {one.plan_id, one.milestone_id}
        and (one.kind == "milestone") == (folded.kind == "plan_milestone")
    )
    return next(found, None)


def _of(entry: Entry) -> Folded | None:
    """Read what an entry of the ledger is about from its key."""
    kind, _, rest = entry.key.partition(":")
    if kind == "milestone":
        commitment_id, _stage, day = rest.split(":")
        return Folded(kind, f"{commitment_id}/{day}")
    if kind in PLANNED:
        return Folded(kind, rest.split(":")[0])
    if kind == "recall":
        _person, path, theme, step, _week = rest.split(":")
        return Folded(kind, f"{path}:{theme}/{step}")
    return None


def _said(turn: Turn, token: str, folded: Folded) -> Iterator[Element]:
    if folded.kind == "recall":
        programme_id, step_id = folded.subject.split("/")
        asked = turn.library.programme(programme_id).step(step_id).say.text(turn.lang)
        yield Text((Span(turn.text("also.recall"), "italic"), Span(f" {asked}")))
    elif folded.kind in PLANNED:
        yield Text((Span(turn.text(f"also.{folded.kind}"), "italic"),))
    else:
        about = turn.uow.commitments.get(folded.about)
        draft = committing.draft_of(turn, about) if about else None
        sentence = draft.sentence if draft else turn.text("summary.commitment")
        day = say_day(about.due_on, turn.lang, turn.today) if about else ""
        lead = turn.text("also.commitment", date=day)
        yield Text((Span(lead, "italic"), Span(f" {sentence}")))
    label = turn.text(f"also.open_{folded.kind}")
    yield Choices(token, (Option(f"{ALSO}:{folded}", label),))
