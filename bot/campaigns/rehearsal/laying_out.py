"""Laying out: from what one person got to lines that say what a whole group gets, and when."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.campaigns.preview import Fate, Line, Planned
from bot.campaigns.rehearsal.casting import Part
from bot.language import Lang
from bot.messages import Message

INVITATION = "invitation"

CLOSE = timedelta(minutes=1)
"""Equal lines that are no further apart are one."""


@dataclass(frozen=True, slots=True)
class Beat:
    """One message of a part, at a local wall time: that of the first second of its stretch.

    `follows` tells that others get it as much later as they stand later in the window.
    """

    local: datetime
    follows: bool
    kind: str
    fate: Fate
    reason: str
    lang: Lang
    message: Message | None


def beats(part: Part, first: Sequence[Planned], last: Sequence[Planned]) -> tuple[Beat, ...]:
    """Return what a part gets.

    Args:
        part: who.
        first: what somebody gets who is invited in the first second of the stretch.
        last: what somebody gets who is invited in the last one, at least the invitation.
    """
    others = iter([one for one in last if one.kind == INVITATION])
    return tuple(
        _beat(part, one, next(others, one) if one.kind == INVITATION else one) for one in first
    )


def lines(played: Iterable[tuple[Part, Sequence[Beat]]]) -> tuple[Line, ...]:
    """Return all lines by day and time; what is the same for people of one group is one line."""
    every = [_line(part, beat) for part, score in played for beat in score]
    return tuple(sorted(_joined(every), key=_order))


def each(part: Part, score: Sequence[Beat]) -> Iterator[tuple[int, Line]]:
    """Return every message of every person of a part, with their position."""
    for position in part.positions:
        alone = replace(part, positions=(position,))
        for beat in score:
            yield position, _line(alone, beat)


def _beat(part: Part, one: Planned, other: Planned) -> Beat:
    lang = one.message.lang if one.message else part.group.lang
    local = one.at.astimezone(part.tz).replace(tzinfo=None)
    return Beat(local, one.at != other.at, one.kind, one.fate, one.reason, lang, one.message)


def _line(part: Part, beat: Beat) -> Line:
    first, last = part.seconds if beat.follows else (part.since, part.since)
    since = beat.local + timedelta(seconds=first - part.since)
    until = beat.local + timedelta(seconds=last - part.since)
    return Line(
        part.group,
        since.date(),
        since.time(),
        until.time(),
        beat.kind,
        beat.fate,
        beat.reason,
        len(part.positions),
        beat.lang,
        beat.message,
    )


def _joined(every: Iterable[Line]) -> Iterator[Line]:
    """Join what is equal but for time and people, where the times lie close to each other."""
    alike: dict[Hashable, list[Line]] = {}
    for line in every:
        alike.setdefault(_sense(line), []).append(line)
    for some in alike.values():
        joined, *others = sorted(some, key=_order)
        for line in others:
            if _moment(line.day, line.since) - _moment(line.day, joined.until) <= CLOSE:
                until, people = max(joined.until, line.until), joined.people + line.people
                joined = replace(joined, until=until, people=people)
            else:
                yield joined
                joined = line
        yield joined


def _sense(line: Line) -> Hashable:
    said = line.message
    text = (said.summary, len(said.elements)) if said else None
    return line.group, line.day, line.kind, line.fate, line.reason, line.lang, text


def _order(line: Line) -> tuple[object, ...]:
    group = line.group
    place = (group.zone, group.platform, group.lang, group.country, group.wave)
    return line.day, line.since, line.until, *place


def _moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at)
