"""Starring themes for the company: they come first in what is suggested, and nothing goes."""

from collections.abc import Sequence

from bot.answers import Values
from bot.campaigns import roles
from bot.campaigns.content import STARS
from bot.care import fold
from bot.errors import InvalidAnswer
from bot.messages import Field, Option
from bot.turn import Turn


def starred(turn: Turn) -> list[str]:
    """Return what is starred and still exists, the first one first."""
    return [theme for theme in turn.uow.stars.all() if theme in turn.library.themes]


def standing(turn: Turn) -> Sequence[str]:
    """Say what is starred."""
    return [turn.library.themes[theme].title.text(turn.lang) for theme in starred(turn)]


def fields(turn: Turn) -> Sequence[Field]:
    """Ask for up to four themes; none is an answer, too."""
    themes = [Option(i, t.title.text(turn.lang)) for i, t in turn.library.themes.items()]
    offered = tuple(sorted(themes, key=lambda option: fold(option.label)))
    label, hint = turn.text("campaign.themes"), turn.text("campaign.stars_hint")
    chosen = ",".join(starred(turn))
    return [Field("themes", label, "multi", False, hint, "", chosen, offered, most=STARS)]


def take(turn: Turn, values: Values) -> None:
    """Star what was chosen, in place of what was starred before, and write it into the log.

    Raises:
        InvalidAnswer: more than four.
    """
    chosen = values.get("themes") or []
    ids = chosen if isinstance(chosen, list) else chosen.split(",")
    themes = [theme for theme in dict.fromkeys(ids) if theme in turn.library.themes]
    if len(themes) > STARS:
        raise InvalidAnswer("errors.choose_fewer", field="themes", most=str(STARS))
    turn.uow.stars.put(themes)
    roles.note(turn, "starred", detail=",".join(themes))
