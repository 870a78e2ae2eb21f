"""The dialogues whose drop-off is told: one a theme."""

from collections.abc import Mapping, Sequence

from bot.library import Library
from bot.themes import programme_id_of


def dialogues_of(library: Library) -> Mapping[str, Sequence[str]]:
    """Return the steps of each theme's dialogue, in order, as `node_reached` names them."""
    found: dict[str, Sequence[str]] = {}
    for theme in library.themes:
        programme = library.programme(programme_id_of(theme))
        found[theme] = tuple(f"{programme.id}.{step}" for step in programme.steps)
    return found
