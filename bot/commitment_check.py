"""The check of a commitment: deterministic, offline, and about the plan, never the person.

Four criteria: does it depend on oneself, when, which act, how one will know. What the person
chose in a field decides before the text does. The order of remarks is fixed, and only the first
is ever made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Literal

from bot.check_wording import compose_sentence, without_hedge
from bot.checking.criteria import NOTHING, Reading, open_amount, read
from bot.checking.moments import Now
from bot.commitments import Draft
from bot.language import Lang
from bot.plain import plain
from bot.programmes import Remark

__all__ = ["Assessment", "Criterion", "Feedback", "assess", "compose_sentence", "feedback"]

Criterion = Literal["own_control", "when", "action", "indicator"]
ORDER: tuple[Criterion, ...] = ("own_control", "when", "action", "indicator")
"""In which order the criteria are remarked on."""

_CHECKS: Mapping[Criterion, str] = {
    "own_control": "control",
    "when": "dated",
    "action": "observable",
    "indicator": "specific",
}


@dataclass(frozen=True, slots=True)
class Assessment:
    """Whether each criterion is met; None is unsure and never counts as a fault.

    `due` is the day chosen, else the first day the text names. `judged_on` is the day it was
    read on.
    """

    action: bool | None
    when: bool | None
    indicator: bool | None
    own_control: bool | None
    due: date | None
    judged_on: date

    @property
    def strong(self) -> bool:
        """Say whether all four are met."""
        return self.met == len(ORDER)

    @property
    def probable(self) -> "Assessment":
        """Decide what is unsure by what is more probable: that it is met."""
        return replace(
            self,
            action=self.action is not False,
            when=self.when is not False,
            indicator=self.indicator is not False,
            own_control=self.own_control is not False,
        )

    @property
    def met(self) -> int:
        """Count the criteria that are met, 0 to 4."""
        return sum(getattr(self, criterion) is True for criterion in ORDER)

    @property
    def nothing(self) -> bool:
        """Say whether this is no commitment at all."""
        return all(getattr(self, criterion) is False for criterion in ORDER)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What the coach says: one true thing, one point at most, a wording where one is possible.

    `right` and `point` are wording keys below `check.`, filled with `values`. `remark` is what
    the theme says of the same point, with its pair of examples. `proposal` has only the
    person's own words.
    """

    right: str
    values: Mapping[str, str] = field(default_factory=dict)
    point: str | None = None
    remark: Remark | None = None
    proposal: Draft | None = None


def assess(
    draft_or_text: Draft | str,
    lang: Lang,
    today: date,
    due_on: date | None = None,
    now: time | None = None,
) -> Assessment:
    """Judge a commitment by the four criteria. Never fails, whatever the text.

    Args:
        draft_or_text: what was written, in fields or as one text.
        lang: the person's language.
        today: the day it was written, in the person's zone.
        due_on: the day the person chose; None if they chose none.
        now: the time of that day; a bare clock time means today only if it is later. Without
            it, every clock time does.
    """
    draft = Draft("") if isinstance(draft_or_text, str) else draft_or_text
    text = draft_or_text if isinstance(draft_or_text, str) else _text(draft)
    return _with_fields(read(text, lang, Now(today, now)), draft, lang, today, due_on)


def feedback(
    assessment: Assessment, draft: Draft, theme_remarks: Sequence[Remark], lang: Lang
) -> Feedback:
    """Choose what to say of a commitment: what is right, and the first point that is not."""
    failing = _first_failing(assessment)
    if failing is None:
        return Feedback("check.right.all")
    right = _right(assessment, draft)
    values = {"who": draft.who.strip()} if right == "check.right.who" else {}
    remark = next((r for r in theme_remarks if r.check == _CHECKS[failing]), None)
    return Feedback(
        right,
        values,
        _point(assessment, failing),
        remark if getattr(assessment, failing) is False and not assessment.nothing else None,
        _proposal(assessment, draft, failing, lang),
    )


def _text(draft: Draft) -> str:
    """Put the fields together as one text to read, the cue in front."""
    action = draft.action or draft.sentence
    who = "" if plain(draft.who) in plain(action) else f" ({draft.who})"
    return f"{draft.cue.strip(' ,.;:')}, {action}{who}" if draft.cue.strip() else f"{action}{who}"


def _with_fields(
    reading: Reading, draft: Draft, lang: Lang, today: date, due_on: date | None
) -> Assessment:
    """Let what was chosen decide before what was written."""
    named = bool(draft.indicator.strip()) and open_amount(draft.indicator, lang) is None
    written = reading != NOTHING
    return Assessment(
        action=reading.action,
        when=True if written and due_on is not None else reading.when,
        indicator=True if written and named else reading.indicator,
        own_control=reading.own_control,
        due=due_on or reading.due,
        judged_on=today,
    )


def _first_failing(assessment: Assessment) -> Criterion | None:
    """Return the first criterion not met; an unsure one only where none is missed."""
    for kind in (False, None):
        for criterion in ORDER:
            if getattr(assessment, criterion) is kind:
                return criterion
    return None


def _point(assessment: Assessment, failing: Criterion) -> str:
    if assessment.nothing:
        return "check.point.nothing"
    unsure = getattr(assessment, failing) is None
    return f"check.point.{failing}_unsure" if unsure else f"check.point.{failing}"


def _right(assessment: Assessment, draft: Draft) -> str:
    """Name something true of the plan: never praise, never what is missing."""
    if assessment.nothing:
        return "check.right.start"
    if assessment.when and draft.cue.strip():
        return "check.right.cue"
    for criterion in ("when", "indicator", "action"):
        if getattr(assessment, criterion):
            return f"check.right.{criterion}"
    if draft.who.strip():
        return "check.right.who"
    return "check.right.own_control" if assessment.own_control else "check.right.start"


def _proposal(assessment: Assessment, draft: Draft, failing: Criterion, lang: Lang) -> Draft | None:
    """Mend the point with the person's own words and choices, or propose nothing."""
    if failing == "when" and not draft.due_chosen and draft.sentence:
        return replace(draft, due_chosen=True)  # the day offered stands in the sentence
    firm = without_hedge(draft)
    again = assess(firm, lang, assessment.judged_on, assessment.due)
    if firm.action == draft.action or getattr(again, failing) is not True:
        return None
    sentence = compose_sentence(firm, assessment.due, lang, assessment.judged_on)
    return replace(firm, sentence=sentence)
