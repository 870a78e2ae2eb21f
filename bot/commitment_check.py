"""The check of a commitment: deterministic, offline, and about the plan, never the person.

Four criteria: does it depend on oneself, when, which act, how one will know. What the person
chose in a field decides before the text does. The order of remarks is fixed, and only the first
is ever made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Literal

from bot.checking.criteria import NOTHING, Reading, open_amount, read
from bot.checking.language import language_of
from bot.checking.moments import Now
from bot.commitments import Draft
from bot.days import say_day
from bot.feedback.due_doubts import Doubt, doubt
from bot.feedback.hints import Thought, thought
from bot.feedback.privacy_hint import hint
from bot.feedback.proposals import counted, mended
from bot.feedback.wording import compose_sentence, said_cue
from bot.language import Lang
from bot.plain import plain
from bot.programmes import Remark
from bot.workdays import Calendar

__all__ = [
    "Assessment",
    "Criterion",
    "Feedback",
    "answered",
    "assess",
    "compose_sentence",
    "feedback",
]

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
    person's own words. Where the words leave something open, the point is a question: `asks`
    names the criterion that a yes would settle, `odd` what to choose of the day, `amounts` what
    could stand for an amount left open. `privacy` goes with any of it.
    """

    right: str
    values: Mapping[str, str] = field(default_factory=dict)
    point: str | None = None
    remark: Remark | None = None
    proposal: Draft | None = None
    asks: Criterion | None = None
    odd: Doubt | None = None
    amounts: tuple[tuple[str, Draft], ...] = ()
    privacy: bool = False

    @property
    def silent(self) -> bool:
        """Say whether there is nothing to answer."""
        return self.point is None and not self.privacy


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
    text = draft_or_text if isinstance(draft_or_text, str) else _text(draft, lang)
    return _with_fields(read(text, lang, Now(today, now)), draft, lang, today, due_on)


def answered(assessment: Assessment, draft: Draft) -> Assessment:
    """Let the person's answers decide what their words left open."""
    settled = dict.fromkeys(draft.yes, True) | dict.fromkeys(draft.no, False)
    opened = [c for c in ORDER if getattr(assessment, c) is None and c in settled]
    return replace(assessment, **{c: settled[c] for c in opened})  # type: ignore[arg-type]  # criteria


def feedback(
    assessment: Assessment,
    draft: Draft,
    theme_remarks: Sequence[Remark],
    lang: Lang,
    *,
    due_on: date | None = None,
    calendar: Calendar | None = None,
) -> Feedback:
    """Choose what to say of a commitment: what is right, and the first point that is not.

    Args:
        assessment: what `assess` found.
        draft: what was written, with the person's answers.
        theme_remarks: what the theme says of each check.
        lang: the person's language.
        due_on: the day it is down for, chosen or suggested.
        calendar: the working days where the person is.
    """
    found = answered(assessment, draft)
    odd = _odd(found, draft, lang, due_on, calendar or Calendar())
    point = _first(found, odd) or _thought(draft, lang)
    plan = _Plan(found, draft, lang, due_on, odd if point == "when" else None)
    right = _right(plan) if point else "check.right.all"
    said = Feedback(right, _values(plan), privacy=_private(draft, lang))
    if point is None:
        return said
    if point not in ORDER:
        return replace(said, point=f"check.point.{point}")
    return _about(point, plan, said, theme_remarks)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A commitment with all that is known of it; `odd` where its day is what is spoken of."""

    found: Assessment
    draft: Draft
    lang: Lang
    due_on: date | None
    odd: Doubt | None

    def mended(self, point: str) -> Draft | None:
        """Propose a wording that mends the point."""
        said = self.odd.said if self.odd else ""
        return mended(self.found, self.draft, point, self.lang, self.due_on, said)


def _about(
    point: Criterion, plan: _Plan, said: Feedback, theme_remarks: Sequence[Remark]
) -> Feedback:
    """Say what there is to say of a criterion: a question, or the remark with a wording."""
    if plan.odd:
        key = f"check.point.{plan.odd.kind}"
        alone = plan.odd.kind == "disagree" and len(plan.odd.days) == 1
        proposal = plan.mended(point) if plan.odd.kind in _NO_DAY else None
        return replace(said, point=f"{key}_one" if alone else key, odd=plan.odd, proposal=proposal)
    if getattr(plan.found, point) is None:
        return replace(said, point=f"check.point.{point}_unsure", asks=point)
    if plan.found.nothing:
        return replace(said, point="check.point.nothing")
    remark = next((r for r in theme_remarks if r.check == _CHECKS[point]), None)
    key = f"check.point.{point}"
    amounts = counted(plan.found, plan.draft, plan.lang) if point == "indicator" else ()
    proposal = plan.mended(point)
    return replace(said, point=key, remark=remark, proposal=proposal, amounts=amounts)


_NO_DAY = {"impossible", "past", "far"}
"""What is odd about a day that nobody could take as it is."""


def _text(draft: Draft, lang: Lang) -> str:
    """Put the fields together as one text to read, the cue in front."""
    action = draft.action or draft.sentence
    who = "" if plain(draft.who) in plain(action) else f" ({draft.who})"
    cue = draft.cue.strip(" ,.;:")
    return f"{said_cue(cue, lang)}, {action}{who}" if cue else f"{action}{who}"


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


def _odd(
    found: Assessment, draft: Draft, lang: Lang, due_on: date | None, calendar: Calendar
) -> Doubt | None:
    if due_on is None or found.nothing or "day" in draft.yes:
        return None
    return doubt(draft, due_on, lang, found.judged_on, calendar)


def _first(found: Assessment, odd: Doubt | None) -> Criterion | None:
    """Return the first criterion not met; an unsure one only where none is missed."""
    missed = [c for c in ORDER if getattr(found, c) is False or (c == "when" and odd)]
    unsure = [c for c in ORDER if getattr(found, c) is None]
    return next(iter((*missed, *unsure)), None)


def _thought(draft: Draft, lang: Lang) -> Thought | None:
    text = plain(draft.action or draft.sentence)
    return None if "thought" in draft.yes else thought(text, language_of(text, lang))


def _private(draft: Draft, lang: Lang) -> bool:
    who = f" ({draft.who})" if draft.who.strip() else ""
    text = f"{draft.action or draft.sentence}{who}, {draft.cue}, {draft.indicator}"
    return "privacy" not in draft.yes and hint(text, lang) is not None


def _right(plan: _Plan) -> str:
    """Name something true of the plan: never praise, never what is missing."""
    found, draft = plan.found, plan.draft
    if found.nothing:
        return "check.right.start"
    if found.when and not plan.odd:
        dated = "when" if draft.due_chosen else "moment"
        return f"check.right.{'cue' if draft.cue.strip() else dated}"
    for criterion in ("indicator", "action"):
        if getattr(found, criterion):
            return f"check.right.{criterion}"
    if draft.who.strip():
        return "check.right.who"
    return "check.right.own_control" if found.own_control else "check.right.start"


def _values(plan: _Plan) -> Mapping[str, str]:
    """Return what the texts are filled with: who, the date, and the days to choose from."""
    days = plan.odd.days if plan.odd else ()
    named = {"date": plan.due_on} | ({"better": days[0], "day": days[-1]} if days else {})
    today = plan.found.judged_on
    said = {name: say_day(day, plan.lang, today) for name, day in named.items() if day}
    who = plan.draft.who.strip()
    return said | ({"who": who} if who else {})
