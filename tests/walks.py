"""Walks: a talk through every question of a theme, made from its pack."""

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
    """Return a talk that answers every question of a theme, with words or without."""
    theme, programme_id = library().themes[theme_id], f"theme:{theme_id}"
    lines = [
        Line("say", "/coach themes | /coach thèmes", shows=("choose_theme.theme",)),
        Line("press", programme_id, shows=(programme_id, f"{programme_id}.{theme.steps[0].id}")),
    ]
    for at, step in enumerate(theme.steps[:-1]):
        following = (f"{programme_id}.{theme.steps[at + 1].id}",)
        lines += _answered(f"{programme_id}.{step.id}", step, following, writing=writing)
    lines += _closed()
    return Talk(f"through {theme_id}{' in words' * writing}", "walks", tuple(lines), "onboarding")


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
