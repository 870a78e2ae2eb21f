"""Closes every month that was followed to its end, the oldest first."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import get_args

from bot.errors import Conflict
from bot.groups.release import ReleasedBefore, Wave
from bot.measuring.closing import Closing, Happened, Waves
from bot.measuring.dialogues import Dialogues
from bot.measuring.gathering import Ask, Gathering
from bot.measuring.population import population
from bot.measuring.ports import Packed
from bot.measuring.published import Closed, Month
from bot.measuring.records import Kind
from bot.ports import OpenUnitOfWork, UnitOfWork
from scheduler.aside import aside
from scheduler.bridge import Run

KINDS: tuple[Kind, ...] = get_args(Kind)
BACK = 12
"""Months before the latest one that are closed, too, if nothing was ever closed."""

log = logging.getLogger(__name__)


async def close_months(
    run: Run,
    read: Run,
    open_uow: OpenUnitOfWork,
    dialogues: Dialogues,
    now: Callable[[], datetime],
) -> Sequence[Month]:
    """Close what is to be closed, and return which months this process closed.

    It reads beside the writers, in pieces, and computes in a thread of its own. All that is
    published of a month is written at once: whoever is killed before that changed nothing, and
    of several processes the first one counts.
    """
    done: list[Month] = []
    while month := await read(_next, open_uow, now()):
        try:
            closed, waves = await _close(read, open_uow, dialogues, month)
            packed = await read(_pack, open_uow, closed, waves)
            await run(_publish, open_uow, closed, packed)
        except (Conflict, ReleasedBefore):  # the second one, if waves of that month were read
            log.info("closing.elsewhere", extra={"month": str(month)})
            break  # it goes on there
        done.append(month)
        log.info("closing.done", extra={"month": str(month), "figures": len(closed.figures)})
    return done


async def _close(
    read: Run, open_uow: OpenUnitOfWork, dialogues: Dialogues, month: Month
) -> tuple[Closed, Waves]:
    gathering = Gathering(month)
    for ask in gathering.asks():
        await read(_take, open_uow, ask)
    happened, before = await read(_happened, open_uow, gathering)
    closing = await aside(Closing, happened, dialogues, before)
    for series in closing.series:
        waves = await read(_waves, open_uow, series)
        await aside(closing.take, series, waves)
    return await aside(closing.closed)


def _next(open_uow: OpenUnitOfWork, now: datetime) -> Month | None:
    """Return the oldest month that can be closed and is not; None without one."""
    latest = Month.of(now.date())
    while latest.window.followed_until > now:
        latest = latest.before
    with open_uow() as uow:
        closed = uow.figures.months()
        following = closed[-1].following if closed else _first(uow, latest)
    return following if following is not None and following <= latest else None


def _first(uow: UnitOfWork, latest: Month) -> Month | None:
    """Return the first month in which anything happened, of the latest and a year before."""
    month = latest
    for _ in range(BACK):
        month = month.before
    if not _anything(uow, month.window.start, latest.window.end):
        return None
    while not _anything(uow, month.window.start, month.window.end):
        month = month.following
    return month


def _anything(uow: UnitOfWork, start: datetime, end: datetime) -> bool:
    return any(True for _ in uow.records.between(KINDS, start, end))


def _take(open_uow: OpenUnitOfWork, ask: Ask) -> None:
    with open_uow() as uow:
        ask.take(uow.records.between(ask.kinds, ask.start, ask.end))


def _happened(open_uow: OpenUnitOfWork, gathering: Gathering) -> tuple[Happened, Closed | None]:
    """Read who was there, where people are, what teams sealed, and the month before."""
    month = gathering.month
    with open_uow() as uow:
        happened = Happened(
            month,
            gathering.records,
            population(uow.records, month),
            uow.records.teams(),
            uow.figures.rounds(month.window.start, month.window.end),
        )
        return happened, uow.figures.of(month.before)


def _waves(open_uow: OpenUnitOfWork, series: str) -> Sequence[Wave]:
    with open_uow() as uow:
        return uow.figures.waves(series)


def _pack(open_uow: OpenUnitOfWork, closed: Closed, waves: Waves) -> Packed:
    with open_uow() as uow:
        return uow.figures.pack(closed, waves)


def _publish(open_uow: OpenUnitOfWork, closed: Closed, packed: Packed) -> None:
    with open_uow() as uow:
        uow.figures.publish(closed, packed)
        uow.commit()
