"""Dialogues as data: a programme is a graph of steps."""

from dataclasses import dataclass, field
from typing import Literal

from bot.errors import UnknownStep
from bot.language import Wording

Kind = Literal[
    "say",  # a statement: joins the next question's message
    "buttons",  # one tap
    "text",  # a sentence, collected in a form
    "text_buttons",  # one tap, or own words
    "person",  # a name, initials or a role, or skipped
    "person_buttons",  # one tap and, if wanted, a name
    "previous",  # one of the lines written a step earlier
    "multi",  # several of a list
    "scale",  # a number from low to high
    "date",  # a day
    "slot",  # weekday and hour of the weekly message
    "place",  # country and time zone
    "theme",  # one theme of the catalogue
    "commitment",  # cue, action, who, indicator, due date
    "feedback",  # what the coach says of the commitment
    "rule",  # a named rule of Python chooses the branch
    "jump",  # another programme begins
    "end",
]


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: where it leads and what it does."""

    id: str
    label: Wording
    to: str | None = None
    does: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A node of a programme: what is said, what can be answered, what follows.

    `does` names a deed of `bot/deeds.py` carried out with the answer; a choice's own
    deed comes first. `keeps` is the kind of data an answer is, for the visibility line
    and retention (`bot/visibility.py`); None where nothing is asked. With `only_if`, the name
    of a rule, the step is passed over where that does not hold, on to `to`.
    """

    id: str
    say: Wording
    kind: Kind
    choices: tuple[Choice, ...] = ()
    to: str | None = None
    does: str | None = None
    keeps: str | None = None
    jump: str | None = None
    rule: str | None = None
    branches: tuple[str, ...] = ()
    optional: bool = False
    low: int = 0
    high: int = 10
    low_label: Wording | None = None
    high_label: Wording | None = None
    most: int = 1
    due_days: int = 5
    intro: Wording | None = None
    tool_card: tuple[Wording, ...] = ()
    gate: str | None = None
    only_if: str | None = None

    def choice(self, choice_id: str) -> Choice | None:
        """Find a choice by its id."""
        return next((c for c in self.choices if c.id == choice_id), None)


@dataclass(frozen=True, slots=True)
class Programme:
    """A dialogue: its steps by id, and where it can begin."""

    id: str
    version: int
    title: Wording
    start: str
    steps: dict[str, Step]
    entries: tuple[str, ...] = ()
    back: bool = False
    theme_id: str | None = None

    def step(self, step_id: str) -> Step:
        """Find a step.

        Raises:
            UnknownStep: the programme has no such step.
        """
        try:
            return self.steps[step_id]
        except KeyError:
            raise UnknownStep(f"{self.id}@{self.version}:{step_id}") from None


@dataclass(frozen=True, slots=True)
class Remark:
    """What a theme says when a check of the commitment fails, with a pair of examples."""

    check: str
    weak: Wording
    say: Wording
    better: Wording


@dataclass(frozen=True, slots=True)
class PathWeek:
    """One week of a theme's path: theory, practice, and the next week's recall question."""

    week: int
    theory: Wording
    practice: Wording
    recall: Wording
    answer: Wording


@dataclass(frozen=True, slots=True)
class Theme:
    """A coaching theme: five minutes that end in one commitment."""

    id: str
    version: int
    title: Wording
    purpose: Wording
    card: tuple[Wording, ...]
    open: Wording
    steps: tuple[Step, ...]
    template: Wording
    example: Wording
    indicator: Wording
    due_days: int
    remarks: tuple[Remark, ...]
    follow_up: Step
    path: tuple[PathWeek, ...] = field(default=())
