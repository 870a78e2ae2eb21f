"""Records: what happened, as far as indicators need it, and never a word that somebody wrote.

The list: coaching 5.1. `about` names what a record is about, so that records of one prompt,
session, commitment or blocker find each other.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

Kind = Literal[
    "prompt_sent",  # about the prompt; detail: its kind; value: 1 outside working hours, else 0
    "message_sent",  # likewise, of what comes by itself and asks nothing of coaching
    "prompt_answered",  # about the prompt; value: working minutes since it was delivered
    "session_started",  # about the session, by its first answer
    "node_reached",  # about the session; detail: dialogue and step, such as onboarding.done
    "session_completed",  # about the session; value: seconds, each gap counted as 2 minutes at most
    "session_left",  # about the session
    "commitment_created",  # detail: the session, if any; due_on; value: 1 on a theme of one's own
    "check_result",  # about the commitment; detail: first or final; value: criteria met, 0 to 4
    "commitment_due",  # about the commitment; due_on: another date than before
    "commitment_status",  # about the commitment; detail: what became of it; day: the person's
    "confidence",  # about the commitment; value: 0 to 10
    "useful",  # about the session; value: 1 to 5
    "recommend",  # value: 0 to 10
    "goal_progress",  # value: 0 to 10
    "minutes_saved",  # value: minutes a week, as the person says
    "items_asked",  # detail: baseline or endline; value: how many items
    "baseline_item",  # detail: the item; value: 0 to 10
    "endline_item",  # detail: the item; value: 0 to 10
    "retrospective_item",  # detail: the item; value: where the start was, seen from the end
    "behaviour_count",  # detail: as in baseline:B1; value: how often in ten working days
    "blocker_opened",  # about the blocker; detail: its type
    "blocker_resolved",  # about the blocker; value: working days since it was opened
    "slowed",  # detail: silence, too_often or chosen
    "paused",  # detail: until which day, in UTC, as it was said then
    "resumed",  # before the pause was over
    "stopped",
]

Status = Literal["done", "partly", "not_done", "blocked", "dropped", "replanned", "expired"]


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that happened.

    Attributes:
        kind: what happened.
        person: a pseudonym, the same for all records of a person and found nowhere else.
        at: when, in UTC.
        about: the pseudonymous id of the prompt, session, commitment or blocker.
        theme: the theme of the session or commitment, "" without one.
        detail: one word of a closed list, or a day; see `Kind`.
        value: a number, see `Kind`.
        due_on: the day a commitment is due.
        day: the day it was by the person's own clock, where a day is compared with another.
        slot: the weekly slot of the person, by name, if a prompt came in it.

    Raises:
        ValueError: a time that is not in UTC.
    """

    kind: Kind
    person: str
    at: datetime
    about: str = ""
    theme: str = ""
    detail: str = ""
    value: float | None = None
    due_on: date | None = None
    day: date | None = None
    slot: str = ""

    def __post_init__(self) -> None:
        # Python compares two times of one zone by the clock on the wall, which shows an hour
        # twice each autumn.
        if self.at.utcoffset() != timedelta(0):
            raise ValueError(f"a record's time is in UTC, not {self.at}")
