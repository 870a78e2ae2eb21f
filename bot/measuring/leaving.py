"""How often sessions on a theme are left: started, and not completed when followed to the end."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from bot.measuring.beside import told_apart
from bot.measuring.estimates import Row
from bot.measuring.records import Kind
from bot.measuring.selecting import begun, followed
from bot.measuring.sight import Sight

REST = ""
"""Sessions on no theme, and on those of which it is not told."""


def leaving(sight: Sight, alone: Collection[str]) -> Mapping[str, Sequence[Row]]:
    """Return, by theme, a row for each session started in the month: 1 if it was left, else 0.

    By theme it is 1 - completion (coaching 5.2, #5), told beside the completion of all sessions.
    `alone` are the themes whose share in all sessions is told one by one: of others even the size
    is not.
    """
    rows: dict[str, list[Row]] = {}
    done = {one.about for one in followed(sight.of(_DONE), sight.window, _DONE)}
    for one in begun(sight.of("session_started"), sight.window, "session_started"):
        theme = one.theme if one.theme in alone else REST
        rows.setdefault(theme, []).append((one.person, float(one.about not in done)))
    rest = rows.pop(REST, ())
    return told_apart(rows, rest)


def elsewhere(rows: Collection[Row], here: Collection[Row]) -> Sequence[Row]:
    """Return what is left of a theme's sessions once those left at one step are taken away.

    Args:
        rows: all of the theme.
        here: those that reached the step.
    """
    left = Counter(person for person, worth in rows if worth)
    left -= Counter(person for person, worth in here if worth)
    return [*((person, 1.0) for person in left.elements()), *(row for row in rows if not row[1])]


_DONE: Kind = "session_completed"
