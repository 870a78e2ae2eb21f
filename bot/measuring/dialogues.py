"""The dialogues whose drop-off is told: one a theme."""

from collections.abc import Mapping

from bot.library import Library
from bot.question_numbers import QuestionNumber, question_numbers
from bot.themes import programme_id_of

Dialogues = Mapping[str, Mapping[str, QuestionNumber]]
"""The steps of the dialogue of each theme, in order, as `node_reached` names them."""


def dialogues_of(library: Library) -> Dialogues:
    """Return the steps of each theme, with the question that people know each of them by."""
    found: dict[str, Mapping[str, QuestionNumber]] = {}
    for theme in library.themes:
        programme = library.programme(programme_id_of(theme))
        numbers = question_numbers(programme)
        found[theme] = {f"{programme.id}.{step}": number for step, number in numbers.items()}
    return found
