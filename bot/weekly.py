"""What the weekly message is about: one thing, chosen in a fixed order."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot import dialogue, evaluating, merging, reviewing
from bot.campaigns import inviting
from bot.path_weeks import next_week
from bot.sessions import Session
from bot.turn import Turn

Kind = Literal[
    "ending",
    "useful",
    "baseline",
    "endline",
    "review",
    "checkin",
    "left",
    "path",
    "session",
]


@dataclass(frozen=True, slots=True)
class Subject:
    """What to begin: a programme at a step, about a commitment; or a session to take up again."""

    kind: Kind
    programme_id: str
    entry: str | None = None
    commitment_id: str | None = None
    left: Session | None = None


def subject_of(turn: Turn, *, slowed: bool) -> Subject:
    """Choose what the weekly message of today is about.

    Whom a campaign brought here is asked after its last week whether to go on. Somebody whose
    silence has just made the pace monthly (`slowed`) is asked whether this is still useful. Then
    come a self-evaluation, the review, a commitment that is ripe, a session left in the middle
    (once: who does not take it up then is not asked again), the next week of a path, and at last
    an invitation.
    """
    if inviting.over(turn):
        return Subject("ending", evaluating.ENDING)
    if slowed:
        return Subject("useful", "still_useful")
    evaluation = evaluating.due(turn, turn.today)
    if evaluation:
        return Subject(evaluation, evaluation)
    if reviewing.review_due(turn, turn.today):
        return Subject("review", reviewing.REVIEW)
    ripe = merging.ripe(turn, turn.today)
    if ripe:
        return Subject("checkin", "weekly_checkin", commitment_id=ripe[0].id)
    left = dialogue.left_open(turn)
    if left and not turn.coachee.unanswered:
        return Subject("left", left.programme_id, left=left)
    onward = next_week(turn)
    return Subject("path", *onward) if onward else Subject("session", "invitation")


def weight_of(turn: Turn, day: date) -> Literal["weekly", "session"]:
    """Tell what the weekly message of a day counts as when the week is crowded.

    What looks back goes before a follow-up that is not due that day; a session after.
    """
    asks = merging.looks_back(turn, day) or merging.ripe(turn, day)
    return "weekly" if asks else "session"


def begin(turn: Turn, subject: Subject, occurrence: str) -> Session:
    """Say the weekly message; return the session that it asks in."""
    if subject.left:
        dialogue.resume(turn, occurrence)
        return subject.left
    if subject.kind == "ending":
        inviting.asked_to_stay(turn)
    return dialogue.begin(
        turn,
        subject.programme_id,
        entry=subject.entry,
        commitment_id=subject.commitment_id,
        occurrence=occurrence,
    )
