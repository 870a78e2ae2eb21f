"""How a person's own progress is said; on its page, beside a picture, and in short."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.behaviour_counts import OPEN_ENDED
from bot.days import say_day
from bot.outcomes import COUNTED
from bot.own_progress import Moved, OwnWay
from bot.turn import Turn

IN_SHORT = ("done", "partly", "open")
"""What is said of commitments in short; the page says all."""


def outcomes(turn: Turn, way: OwnWay, kinds: Sequence[str] = ("made", "open", *COUNTED)) -> str:
    """Say how many commitments there are of each kind; what never was is not named."""
    counted = {str(kind): n for kind, n in way.outcomes.items()} | {"open": way.opened}
    said = (_counted(turn, kind, counted[kind]) for kind in kinds if counted[kind])
    return ", ".join(said)


def sureness(turn: Turn, way: OwnWay) -> str:
    """Say how confident somebody was in their first commitment and in the latest."""
    values = [value for _day, value in way.sure]
    return out_of_ten(turn, values[0], values[-1]) if values[1:] else _one(turn, values[0])


def out_of_ten(turn: Turn, first: int, last: int) -> str:
    """Say two values from 0 to 10."""
    return turn.text("progress.from_to", first=str(first), last=str(last))


def moves(turn: Turn, moved: Moved, last: date | None, apart: str = " · ") -> str:
    """Say where something was at the start, and where it was last.

    The day of it is said unless it is the `last` one, which is said once for all.
    """
    return apart.join(_moves(turn, moved, last))


def last_day(moved: Sequence[Moved]) -> date | None:
    """Return the day on which any of these was said last."""
    return max((one.on for one in moved if one.on), default=None)


def titled(turn: Turn, key: str, last: date | None) -> str:
    """Say what values are about, and on which day the last ones were given."""
    title = turn.text(f"progress.{key}")
    if last is None:
        return title
    return turn.text("progress.dated", title=title, date=say_day(last, turn.lang, turn.today))


def name(turn: Turn, moved: Moved) -> str:
    """Say what an item or a count is about."""
    theme = turn.library.themes.get(moved.id)
    return theme.title.text(turn.lang) if theme else turn.text(f"progress.{moved.id}")


def on_day(turn: Turn, value: str, day: date) -> str:
    """Say a value and the day it was given."""
    return turn.text("progress.on", n=value, date=say_day(day, turn.lang, turn.today))


def _moves(turn: Turn, moved: Moved, last: date | None) -> Iterator[str]:
    if moved.start is not None:
        yield turn.text("progress.start", n=_value(turn, moved, moved.start))
    if moved.last is not None and moved.on:
        value = _value(turn, moved, moved.last)
        usual = moved.on == last
        yield turn.text("progress.last", n=value) if usual else on_day(turn, value, moved.on)
    if moved.then is not None:
        yield turn.text("progress.then", n=str(moved.then))


def _value(turn: Turn, moved: Moved, value: int) -> str:
    """Say a value; the most that a count can be stands for more as well."""
    more = value == OPEN_ENDED and moved.id.startswith("B")
    return turn.text("progress.or_more", n=str(value)) if more else str(value)


def _counted(turn: Turn, kind: str, n: int) -> str:
    return turn.text(f"progress.{kind}_{'one' if n == 1 else 'many'}", n=str(n))


def _one(turn: Turn, value: int) -> str:
    return turn.text("progress.out_of", n=str(value))
