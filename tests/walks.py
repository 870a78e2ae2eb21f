"""Walks: a talk through every question of a theme and of its path, made from its pack."""

from collections.abc import Iterator, Sequence

from bot.programmes import Step
from tests.talks import Line, Talk
from tests.world import library

COMMITMENT = {
    "action": "I send P. 1 page with 2 questions | J’envoie à P. 1 page avec 2 questions",
    "cue": "After Thursday's team meeting | Après la réunion d’équipe de jeudi",
    "who": "P.",
    "indicator": "1 page sent | 1 page envoyée",
}
WORDS = "Two files wait\nOne call is due | Deux dossiers attendent\nUn appel est à passer"
LINE = "One call is due | Un appel est à passer"


def walk(theme_id: str, *, writing: bool) -> Talk:
    """Return a talk that answers every question of a theme, with words or without.

    It goes on along the theme's path, week by week, to the last look back.
    """
    theme, programme_id = library().themes[theme_id], f"theme:{theme_id}"
    lines = [
        Line("say", "/coach themes | /coach thèmes", shows=("choose_theme.theme",)),
        Line("press", programme_id, shows=(programme_id, f"{programme_id}.{theme.steps[0].id}")),
    ]
    for at, step in enumerate(theme.steps[:-1]):
        following = (f"{programme_id}.{theme.steps[at + 1].id}",)
        lines += _answered(f"{programme_id}.{step.id}", step, following, writing=writing)
    lines += [*_closed(), *_path(f"path:{theme_id}", programme_id)]
    return Talk(f"through {theme_id}{' in words' * writing}", "walks", tuple(lines), "onboarding")


def _path(path: str, theme: str) -> Iterator[Line]:
    """Keep the commitment, and take the path's weeks as they come."""
    yield Line("say", "plan")
    yield Line("press", "plan.done", shows=("celebrate.fact",), commitments=("done",))
    yield Line("press", "celebrate.fact.next")
    yield Line("wait", "2026-11-24 09:30", shows=("invitation.offer",))
    yield Line("press", "invitation.offer.not_now")
    yield Line("wait", "2026-12-01 09:30", shows=(theme, f"{path}.week_1"))
    yield Line("press", f"{path}.week_1.pass", shows=(f"{path}.end",))
    yield from _recalled(path, 1, "2026-12-08 09:30")
    yield from _recalled(path, 2, "2026-12-15 09:30")
    yield from _review("2026-12-22 09:30")
    yield from _recalled(path, 3, "2026-12-29 09:30")
    yield from _recalled(path, 4, "2027-01-05 09:30", last=True)
    yield from _looked_back(path, theme)


def _recalled(path: str, week: int, at: str, *, last: bool = False) -> Iterator[Line]:
    """Recall a week, and pass the next one on."""
    yield Line("wait", at, shows=(f"{path}.recall_{week}",))
    following = f"{path}.end" if last else f"{path}.week_{week + 1}"
    shows = (f"{path}.answer_{week}", following)
    yield Line("press", f"{path}.recall_{week}.reveal", shows=shows)
    if not last:
        yield Line("press", f"{path}.week_{week + 1}.pass", shows=(f"{path}.end",))


def _review(at: str) -> Iterator[Line]:
    """Answer the monthly review that comes in between."""
    yield Line("wait", at, shows=("monthly_review.facts_plain", "monthly_review.proud"))
    yield Line("press", "buttons.skip", shows=("monthly_review.scale",))
    yield Line("press", "6", shows=("monthly_review.helped",))
    yield Line("press", "monthly_review.helped.plan", shows=("monthly_review.minutes",))
    yield Line("press", "buttons.skip", shows=("monthly_review.rhythm",))
    yield Line("press", "monthly_review.rhythm.good", shows=("monthly_review.theme",))
    yield Line("press", "monthly_review.theme.continue", shows=("monthly_review.recommend",))
    yield Line("press", "8", shows=("monthly_review.end",))


def _looked_back(path: str, theme: str) -> Iterator[Line]:
    """Look back after six weeks and after nine, in every way."""
    first, last = f"{path}.light_6", f"{path}.light_9"
    yield Line("wait", "2027-01-12 09:30", shows=(first,))
    yield Line("press", f"{first}.by_itself", shows=(f"{path}.light_yes",))
    yield Line("press", "buttons.change", shows=(first,))
    yield Line("press", f"{first}.gone", shows=(f"{path}.again",))
    yield Line("press", f"{path}.again.again", shows=(theme,))
    yield Line("wait", "2027-01-27 08:00", shows=(last,))
    yield Line("press", f"{last}.sometimes", shows=(f"{path}.small", f"{path}.plan"))
    yield Line("press", "buttons.write_commitment")
    yield Line("fill", COMMITMENT, shows=("check.right.all", "theme.confidence"))
    yield Line("press", "5", shows=("theme.smaller",))
    yield Line("press", "theme.smaller_no", shows=(f"{path}.end",), commitments=("done", "open"))


def _answered(name: str, step: Step, following: Sequence[str], *, writing: bool) -> Iterator[Line]:
    """Answer one question and expect the next."""
    shows = tuple(following)
    written = step.kind == "text" or (writing and step.kind != "buttons")
    if written and writing:
        yield Line("press", f"buttons.write_{step.kind}")
        yield Line("fill", _words(step), shows=shows)
    elif step.kind in {"text", "person", "previous"}:
        yield Line("press", "buttons.skip", shows=shows)
    else:
        choice = step.choices[0] if step.gate else step.choices[-1]
        yield Line("press", f"{name}.{choice.id}", shows=shows)


def _words(step: Step) -> dict[str, str]:
    if step.kind == "previous":
        return {"line": LINE}
    if step.kind == "person_buttons":
        return {"text": "Q.T.", "option": step.choices[0].id}
    return {"text": "Q.T." if step.kind == "person" else WORDS}


def _closed() -> Iterator[Line]:
    """Make the commitment, say how sure one is, and rate the session."""
    yield Line("press", "buttons.write_commitment")
    shows = ("check.right.all", "theme.confidence")
    yield Line("fill", COMMITMENT, shows=shows, commitments=("open",))
    yield Line("press", "5", shows=("theme.smaller",))
    yield Line("press", "theme.smaller_no", shows=("session_feedback.useful",))
    yield Line("press", "4", shows=("session_feedback.line",), ratings=("4",))
    yield Line("press", "buttons.skip", shows=("session_feedback.end",))
