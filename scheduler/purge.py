"""Deletes what was kept long enough, as `bot/visibility.py` promises."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime

from bot.ports import OpenUnitOfWork, UnitOfWork
from bot.visibility import (
    DRAFTS_KEPT,
    INVITED_KEPT,
    PLUMBING_KEPT,
    POLICY,
    STOPPED_KEPT,
    TRACES_KEPT,
    Keeps,
)
from scheduler.bridge import Run, rerun
from scheduler.faults import report

BATCH = 500
"""Rows a transaction may delete: clicks wait behind it on SQLite."""

AT_ONCE = 50
"""People erased in one transaction: each takes some thirty statements."""

Delete = Callable[[UnitOfWork], int]


async def purge(
    run: Run, open_uow: OpenUnitOfWork, now: datetime, limit: int = BATCH
) -> Mapping[str, int]:
    """Delete everything that is past its time and return how many rows went, by kind.

    Each batch is a unit of work of its own, so an interrupted purge only has less to do next
    time.
    """
    gone: Counter[str] = Counter(people=await _stopped(run, open_uow, now, limit))
    for kind, delete in _deletions(now, limit).items():
        while rows := await rerun(run, _committed, open_uow, delete):
            gone[kind] += rows
    return gone


def _deletions(now: datetime, limit: int) -> dict[str, Delete]:
    """Return one deletion per kind; words of a commitment or a plan that was kept go with it."""
    deletions: dict[str, Delete] = {}
    for keeps, rule in POLICY.items():
        if rule.kept is not None:
            deletions[f"words:{keeps}"] = _words(keeps, now - rule.kept, limit)
            if keeps == "commitment":
                deletions["commitments"] = _commitments(now - rule.kept, limit)
            if keeps == "plan":
                deletions["plans"] = _plans(now - rule.kept, limit)
    deletions["teams"] = _teams(now, limit)
    deletions["campaigns"] = _campaigns(now, limit)
    deletions["invited"] = _invited(now - INVITED_KEPT)
    deletions["traces"] = lambda uow: uow.purge.traces(now - TRACES_KEPT, limit)
    deletions["plumbing"] = lambda uow: uow.purge.plumbing(now - PLUMBING_KEPT, limit)
    return deletions


def _words(keeps: Keeps, before: datetime, limit: int) -> Delete:
    return lambda uow: uow.purge.words(keeps, before, limit)


def _commitments(before: datetime, limit: int) -> Delete:
    return lambda uow: uow.purge.commitments(before.date(), limit)


def _plans(before: datetime, limit: int) -> Delete:
    return lambda uow: uow.purge.plans(before, limit)


def _teams(now: datetime, limit: int) -> Delete:
    return lambda uow: uow.purge.teams(now - TRACES_KEPT, now - STOPPED_KEPT, limit)


def _campaigns(now: datetime, limit: int) -> Delete:
    return lambda uow: uow.purge.campaigns(now - TRACES_KEPT, now - DRAFTS_KEPT, limit)


def _invited(closed_before: datetime) -> Delete:
    def delete(uow: UnitOfWork) -> int:
        found = uow.people.only_invited(closed_before, AT_ONCE)
        for coachee_id in found:
            uow.people.erase(coachee_id)
        return len(found)

    return delete


async def _stopped(run: Run, open_uow: OpenUnitOfWork, now: datetime, limit: int) -> int:
    """Erase people who stopped long ago; somebody who cannot be erased is met only once."""
    met: set[str] = set()
    erased = 0
    before = now - STOPPED_KEPT
    while people := set(await run(_listed, open_uow, before, limit + len(met))) - met:
        for coachee_id in sorted(people):
            erased += await _erased(run, open_uow, coachee_id, before)
        met |= people
    return erased


async def _erased(run: Run, open_uow: OpenUnitOfWork, coachee_id: str, before: datetime) -> bool:
    try:
        return await rerun(run, _erase, open_uow, coachee_id, before)
    except Exception as error:  # noqa: BLE001 - the others have a right to be erased, too
        report("purge.erase_failed", error, coachee_id=coachee_id)
        return False


def _listed(open_uow: OpenUnitOfWork, before: datetime, limit: int) -> list[str]:
    with open_uow() as uow:
        return list(uow.people.stopped_before(before, limit))


def _erase(open_uow: OpenUnitOfWork, coachee_id: str, before: datetime) -> bool:
    """Erase the person, unless they came back since they were listed."""
    with open_uow() as uow:
        coachee = uow.people.get(coachee_id)
        if coachee is None or coachee.stopped_at is None or coachee.stopped_at >= before:
            return False
        uow.people.erase(coachee_id, stop_counts=True)
        uow.commit()
    return True


def _committed(open_uow: OpenUnitOfWork, delete: Delete) -> int:
    with open_uow() as uow:
        rows = delete(uow)
        uow.commit()
    return rows
