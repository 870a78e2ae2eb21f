"""A moment: something is due for a person, or in a team's channel, at a time."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

MomentKind = Literal[
    "weekly",
    "reminder",
    "milestone",
    "expiry",
    "snooze",
    "recall",
    "plan_milestone",
    "plan_request",
    "round_open",
    "round_close",
    "team_due",
    "team_reminder",
    "team_word",
    "posture",
    "invitation",
    "campaign_work",
    "campaign_watch",
]


@dataclass(frozen=True, slots=True)
class Moment:
    """`key` names the occurrence, such as `checkin:{coachee}:2026-W48`; it never comes twice.

    `coachee_id` is whose it is: a person's, or the lane of a team's channel or of a campaign.
    `subject_id` is the commitment, session, programme, plan, round or campaign it is about;
    `stage` the step it asks, of a plan the milestone itself, of an invitation whose wait it is.
    `meant_at` is when it should first have been; `due_at` moves when it is put off.
    """

    id: str
    key: str
    coachee_id: str
    kind: MomentKind
    due_at: datetime
    meant_at: datetime
    subject_id: str | None = None
    stage: str | None = None


def in_turn(moment: Moment) -> tuple[object, ...]:
    """Return by what moments are sorted: by time, then the weekly one, then what is due that day.

    What comes first of a time may take the place of what comes after, so nothing of it is left
    to the chance in an id, as far as moments of one person can differ.
    """
    first = moment.kind != "weekly", moment.kind, moment.stage != "due", moment.stage or ""
    return moment.due_at, *first, moment.meant_at, moment.key
