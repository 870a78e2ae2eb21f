"""A theme becomes a programme: its own steps, then feedback, confidence and a rating."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from bot.language import Wording
from bot.programmes import Choice, Programme, Step, Theme

ASKED = (
    "confidence",
    "confidence_low",
    "confidence_high",
    "smaller",
    "smaller_yes",
    "smaller_no",
)
"""Texts that are the same in every theme."""

ADDED = ("feedback", "confidence", "confidence_rule", "smaller", "rate")
"""Ids of the steps added to every theme; its own steps can't have them."""

SILENT = Wording("", "")

_SKIPPABLE = ("text", "person")


_THEME = "theme:"


def programme_id_of(theme_id: str) -> str:
    """Return the id under which a theme runs."""
    return f"{_THEME}{theme_id}"


def theme_of(programme_id: str) -> str | None:
    """Return the theme whose session this programme is; None for any other programme."""
    return programme_id.removeprefix(_THEME) if programme_id.startswith(_THEME) else None


def programme_of(theme: Theme, ask: Mapping[str, Wording]) -> Programme:
    """Compile a theme. `ask` holds the texts named in `ASKED`."""
    asked = [_asked(step) for step in theme.steps[:-1]]
    plan = replace(
        theme.steps[-1],
        keeps="commitment",
        tool_card=theme.card,
        due_days=theme.due_days,
    )
    own = [*asked, plan]
    own[0] = replace(own[0], intro=theme.open)
    led = [replace(step, to=following.id) for step, following in pairwise(own)]
    rate = Step(id="rate", say=SILENT, kind="jump", jump="session_feedback")
    steps = [*led, replace(own[-1], to="feedback"), *closing(plan.id, ask, rate.id), rate]
    return Programme(
        id=programme_id_of(theme.id),
        version=theme.version,
        title=theme.title,
        start=own[0].id,
        steps={step.id: step for step in steps},
        entries=(own[0].id,),
        theme_id=theme.id,
    )


def feedback_step(step_id: str, to: str | None) -> Step:
    """Return the step that answers a commitment at once."""
    return Step(id=step_id, say=SILENT, kind="feedback", to=to, keeps="commitment")


def closing(plan_id: str, ask: Mapping[str, Wording], then: str) -> tuple[Step, ...]:
    """Return what follows a commitment: feedback, confidence, maybe a smaller step; and `then`."""
    return (
        feedback_step("feedback", "confidence"),
        Step(
            id="confidence",
            say=ask["confidence"],
            kind="scale",
            to="confidence_rule",
            does="confidence.set",
            keeps="commitment",
            low_label=ask["confidence_low"],
            high_label=ask["confidence_high"],
        ),
        Step(
            id="confidence_rule",
            say=SILENT,
            kind="rule",
            rule="confidence_low",
            branches=("smaller", then),
        ),
        Step(
            id="smaller",
            say=ask["smaller"],
            kind="buttons",
            keeps="commitment",
            choices=(
                Choice("yes", ask["smaller_yes"], to=plan_id),
                Choice("no", ask["smaller_no"], to=then),
            ),
        ),
    )


def _asked(step: Step) -> Step:
    keeps = None if step.gate else "session"
    return replace(step, keeps=keeps, optional=step.kind in _SKIPPABLE)
