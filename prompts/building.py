"""From the words of a file to the engine's own objects, set for reading."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.care import CATEGORIES, Contacts, SafetyLexicon
from bot.language import LANGS, Lang, Wording
from bot.programmes import Choice, PathWeek, Programme, Remark, Step, Theme
from bot.themes import SILENT, feedback_step
from prompts.schema import (
    ChoiceFile,
    ContactsFile,
    DialogueFile,
    Label,
    PatternsFile,
    RemarkFile,
    SafetyFile,
    StepFile,
    Text,
    ThemeChoiceFile,
    ThemeFile,
    ThemeStepFile,
    WeekFile,
)
from prompts.typography import worded


def wording(text: Text | Label) -> Wording:
    """Set a text for reading."""
    return worded(text.en, text.fr)


def theme(file: ThemeFile) -> Theme:
    """Build a theme."""
    commit = file.commit
    return Theme(
        id=file.id,
        version=file.version,
        title=wording(file.title),
        purpose=wording(file.purpose),
        card=tuple(map(wording, file.card)),
        open=wording(file.open),
        steps=tuple(map(_theme_step, file.steps)),
        template=wording(commit.template),
        example=wording(commit.example),
        indicator=wording(commit.indicator),
        due_days=commit.due_days,
        remarks=tuple(map(_remark, file.feedback)),
        follow_up=_follow_up(file),
        path=tuple(map(_week, file.path)),
    )


def dialogue(file: DialogueFile) -> Programme:
    """Build a dialogue; a feedback step follows each commitment."""
    steps = [step for one in file.steps for step in _with_feedback(_step(one))]
    return Programme(
        id=file.id,
        version=file.version,
        title=wording(file.title),
        start=file.start,
        steps={step.id: step for step in steps},
        entries=tuple(file.entries) or (file.start,),
        back=file.back,
    )


def feedback_id(step_id: str) -> str:
    """Return the id of the feedback that follows a commitment step of a dialogue."""
    return f"{step_id}_feedback"


def contacts(file: ContactsFile) -> Contacts:
    """Build a country's contacts."""
    return Contacts(file.country, file.emergency, tuple(map(wording, file.lines)))


def lexicon(files: Sequence[SafetyFile]) -> SafetyLexicon:
    """Join the safety words of all files."""
    return SafetyLexicon(
        idioms=_patterns([file.idioms for file in files]),
        categories={
            category: _patterns([getattr(file.categories, category) for file in files])
            for category in CATEGORIES
        },
    )


def _theme_step(file: ThemeStepFile) -> Step:
    return Step(
        id=file.id,
        say=wording(file.say),
        kind=file.kind,
        choices=_choices(file.choices),
        gate=file.gate,
    )


def _follow_up(file: ThemeFile) -> Step:
    asked = file.follow_up
    return Step(
        id="follow_up",
        say=wording(asked.say),
        kind="buttons",
        choices=_choices(asked.choices),
        keeps="commitment",
    )


def _choices(files: Iterable[ThemeChoiceFile]) -> tuple[Choice, ...]:
    return tuple(Choice(file.id, wording(file.label)) for file in files)


def _remark(file: RemarkFile) -> Remark:
    return Remark(file.check, wording(file.weak), wording(file.say), wording(file.better))


def _week(file: WeekFile) -> PathWeek:
    return PathWeek(
        week=file.week,
        theory=wording(file.theory),
        practice=wording(file.practice),
        recall=wording(file.recall),
        answer=wording(file.answer),
    )


def _step(file: StepFile) -> Step:
    return Step(
        id=file.id,
        say=wording(file.say) if file.say else SILENT,
        kind=file.kind,
        choices=tuple(map(_choice, file.choices)),
        to=file.to,
        does=file.does,
        keeps=file.keeps,
        jump=file.jump,
        rule=file.rule,
        branches=tuple(file.branches),
        optional=file.optional,
        low=file.low,
        high=file.high,
        low_label=wording(file.low_label) if file.low_label else None,
        high_label=wording(file.high_label) if file.high_label else None,
        most=file.most,
        due_days=file.due_days,
        only_if=file.only_if,
    )


def _choice(file: ChoiceFile) -> Choice:
    return Choice(file.id, wording(file.label), file.to, file.does)


def _with_feedback(step: Step) -> tuple[Step, ...]:
    if step.kind != "commitment":
        return (step,)
    answered = feedback_id(step.id)
    return replace(step, to=answered), feedback_step(answered, step.to)


def _patterns(files: Iterable[PatternsFile]) -> dict[Lang, tuple[re.Pattern[str], ...]]:
    every = list(files)
    return {
        lang: tuple(re.compile(one) for file in every for one in getattr(file, lang))
        for lang in LANGS
    }
