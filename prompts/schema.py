"""What a pack file may say, field by field; anything else is a fault."""

import re
from typing import Annotated, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from bot.programmes import Kind
from bot.visibility import Keeps
from prompts.source import Place, Source

File = TypeVar("File", bound=BaseModel)
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
ChoiceId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_]*$")]
Words = Annotated[str, StringConstraints(pattern=r"\S")]  # spaces at its ends stay
LabelWords = Annotated[Words, StringConstraints(max_length=75)]  # Slack's limit for a button
Days = Annotated[int, Field(ge=1, le=30)]
Check = Literal["specific", "observable", "dated", "control"]
ThemeKind = Literal[
    "buttons", "text", "text_buttons", "person", "person_buttons", "previous", "commitment"
]
Gate = Literal["work_harm", "distress"]

TAPPED: tuple[Kind, ...] = ("buttons", "text_buttons", "person_buttons", "slot")
"""Kinds that need choices of their own."""

LED_ELSEWHERE: tuple[Kind, ...] = ("rule", "jump", "end", "commitment")
"""Kinds that cannot be passed over; what follows a commitment speaks of it."""


def _compiled(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"this is not a regular expression: {error}") from error
    return pattern


Pattern = Annotated[Words, AfterValidator(_compiled)]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Text(_File):
    """A text in both languages."""

    en: Words
    fr: Words


class Label(_File):
    """What stands on a button."""

    en: LabelWords
    fr: LabelWords


class ChoiceFile(_File):
    """A button."""

    id: ChoiceId
    label: Label
    to: Id | None = None
    does: str | None = None


class StepFile(_File):
    """A step of a dialogue."""

    id: Id
    say: Text | None = None
    kind: Kind
    choices: list[ChoiceFile] = []
    to: Id | None = None
    does: str | None = None
    keeps: Keeps | None = None
    jump: str | None = None
    rule: str | None = None
    branches: list[Id] = []
    optional: bool = False
    low: int = 0
    high: int = 10
    low_label: Text | None = None
    high_label: Text | None = None
    most: Annotated[int, Field(ge=1)] = 1
    due_days: Days = 5
    only_if: str | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.only_if and (self.to is None or self.kind in LED_ELSEWHERE):
            raise ValueError("only_if belongs to a step with to, where it goes on if passed over")
        if self.say is None and self.kind != "rule":
            raise ValueError("say is missing")
        if self.kind in TAPPED and not self.choices:
            raise ValueError(f"a step of kind {self.kind} needs choices")
        if (self.kind == "jump") != (self.jump is not None):
            raise ValueError("jump belongs to a step of kind jump, and only there")
        if (self.kind == "rule") != (self.rule is not None and bool(self.branches)):
            raise ValueError("rule and branches belong to a step of kind rule, and only there")
        if self.low >= self.high:
            raise ValueError("low is not below high")
        return self


class DialogueFile(_File):
    """A dialogue."""

    id: Id
    version: Annotated[int, Field(ge=1)]
    title: Text
    start: Id
    entries: list[Id] = []
    back: bool = False
    steps: Annotated[list[StepFile], Field(min_length=1)]


class ThemeChoiceFile(_File):
    """A button of a theme; it always leads to the next step."""

    id: ChoiceId
    label: Label


class ThemeStepFile(_File):
    """A step of a theme; each leads to the next."""

    id: Id
    say: Text
    kind: ThemeKind
    choices: list[ThemeChoiceFile] = []
    gate: Gate | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.kind in TAPPED and not self.choices:
            raise ValueError(f"a step of kind {self.kind} needs choices")
        if self.gate and {choice.id for choice in self.choices} != {"no", "yes"}:
            raise ValueError("a gate has the choices no and yes")
        return self


class CommitFile(_File):
    """The commitment of a theme."""

    template: Text
    example: Text
    indicator: Text
    due_days: Days


class RemarkFile(_File):
    """What is said when a check fails."""

    check: Check
    weak: Text
    say: Text
    better: Text


class FollowUpFile(_File):
    """The question asked when the commitment is due."""

    say: Text
    choices: Annotated[list[ThemeChoiceFile], Field(min_length=1)]


class WeekFile(_File):
    """One week of a path."""

    week: Annotated[int, Field(ge=1)]
    theory: Text
    practice: Text
    recall: Text
    answer: Text


class ThemeFile(_File):
    """A theme."""

    id: Id
    version: Annotated[int, Field(ge=1)]
    title: Text
    purpose: Text
    card: Annotated[list[Text], Field(min_length=1)]
    open: Text
    steps: Annotated[list[ThemeStepFile], Field(min_length=2)]
    commit: CommitFile
    feedback: Annotated[list[RemarkFile], Field(min_length=1)]
    follow_up: FollowUpFile
    path: list[WeekFile] = []

    @model_validator(mode="after")
    def _ends_in_a_commitment(self) -> Self:
        kinds = [step.kind for step in self.steps]
        if kinds.count("commitment") != 1 or kinds[-1] != "commitment":
            raise ValueError("a theme ends in its only step of kind commitment")
        return self


class ContactsFile(_File):
    """Whom to turn to in a country."""

    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    emergency: Words
    lines: Annotated[list[Text], Field(min_length=1)]


class PatternsFile(_File):
    """Patterns by language."""

    en: list[Pattern]
    fr: list[Pattern]


class CategoriesFile(_File):
    """Patterns by category."""

    danger: PatternsFile
    work_harm: PatternsFile
    distress: PatternsFile


class SafetyFile(_File):
    """Idioms that are taken out, and the patterns of each category."""

    idioms: PatternsFile
    categories: CategoriesFile


def checked(
    model: type[File], source: Source, place: Place = (), value: object = None
) -> tuple[File | None, tuple[str, ...]]:
    """Return a file's content, or its faults, each with file and line.

    With a place, only the value that stands there is read.
    """
    try:
        return model.model_validate(value if place else source.value), ()
    except ValidationError as error:
        found = error.errors(include_url=False)
    return None, tuple(
        _fault(source, (*place, *one["loc"]), one["type"], one["msg"]) for one in found
    )


def _fault(source: Source, place: Place, kind: str, message: str) -> str:
    where = ".".join(map(str, place)) or "the file"
    language = _LANGUAGES.get(str(place[-1])) if place else None
    if language and kind in {"missing", "string_pattern_mismatch"}:
        return source.fault(place, f"{where}: the {language} text is missing.")
    said = message.removeprefix("Value error, ")
    return source.fault(place, f"{where}: {said[:1].lower()}{said[1:]}.")


_LANGUAGES = {"en": "English", "fr": "French"}
