"""Commitments as they stand in a page: the open ones with their buttons, the last closed ones."""

from bot import committing
from bot.commitments import Commitment
from bot.days import say_day
from bot.frame import paragraph
from bot.messages import Choices, Divider, Element, Facts, Option, Span, Text
from bot.turn import Turn

CLOSED = 3
"""Closed commitments shown."""


def shown(turn: Turn, token: str, commitment: Commitment) -> list[Element]:
    """Show an open commitment with its buttons."""
    draft = committing.draft_of(turn, commitment)
    sentence = draft.sentence if draft else turn.text("summary.commitment")
    theme = turn.library.themes.get(commitment.theme_id or "")
    pairs = [(turn.text("plan.due"), say_day(commitment.due_on, turn.lang, turn.today))]
    pairs.append((turn.text("plan.state"), turn.text(f"status.{commitment.status}")))
    if theme:
        pairs.append((turn.text("plan.theme"), theme.title.text(turn.lang)))
    if commitment.confidence is not None:
        pairs.append((turn.text("plan.confidence"), f"{commitment.confidence}/10"))
    buttons = (
        Option(f"done:{commitment.id}", turn.text("plan.done"), "primary"),
        Option(f"edit:{commitment.id}", turn.text("plan.edit"), form=True),
        Option(f"drop:{commitment.id}", turn.text("plan.drop")),
    )
    return [
        Text((Span(sentence, "bold"),)),
        Facts(tuple(pairs)),
        Choices(token, buttons),
        Divider(),
    ]


def closed(turn: Turn) -> list[Element]:
    """List the last commitments that are closed."""
    every = [c for c in turn.uow.commitments.of(turn.coachee.id) if c.closed_on]
    every.sort(key=lambda c: (c.closed_on, c.created_at), reverse=True)
    lines = []
    for commitment in [c for c in every if c.status != "replaced"][:CLOSED]:
        draft = committing.draft_of(turn, commitment)
        if draft:
            lines.append(f"{turn.text(f'status.{commitment.status}')} · {draft.sentence}")
    return [paragraph("\n".join(lines))] if lines else []
