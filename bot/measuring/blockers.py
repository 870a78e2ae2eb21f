"""How soon blockers are resolved, and whether they stay so."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bot.measuring.durations import Duration
from bot.measuring.estimates import length, share
from bot.measuring.figures import Figure
from bot.measuring.records import Record
from bot.measuring.selecting import begun, firsts, followed, of_kind
from bot.measuring.sources.blockers import BACK_WITHIN
from bot.measuring.windows import Window
from bot.workdays import Calendar

SOON = 5
"""Working days within which a blocker is resolved soon."""


@dataclass(frozen=True, slots=True)
class BlockerResolution:
    """Median working days until resolved; the share resolved in 5; the share re-opened in 30."""

    median: Figure
    soon: Figure
    reopened: Figure


def blocker_resolution(
    records: Collection[Record], window: Window, seed: int, of_type: str = ""
) -> BlockerResolution:
    """Return how blockers end (coaching 5.2, #19), of one type where `of_type` names it.

    Median: Kaplan-Meier, of (resolved - opened) in working days, over blockers first opened in W;
    open ones are censored when they are no longer followed, holidays counted as working days.
    Soon: resolved within 5 working days / opened in W. Re-opened: opened again within 30 days /
    first resolved 30 days before some moment of W, so that each had its 30 days.
    """
    rows = _open_for(records, window, of_type)
    return BlockerResolution(
        median=length(rows, "working_days", seed),
        soon=share(((row.person, float(row.ended and row.length <= SOON)) for row in rows), seed),
        reopened=_reopened(records, window, seed, of_type),
    )


def _open_for(records: Collection[Record], window: Window, of_type: str) -> list[Duration]:
    resolved = firsts(followed(records, window, "blocker_resolved"))
    took = {one.about: one.value for one in resolved if one.value is not None}
    opened = [one for one in begun(records, window, "blocker_opened") if _is(one, of_type)]
    until = window.followed_until.date()
    return [
        Duration(one.person, took[one.about])
        if one.about in took
        else Duration(one.person, _working_days(one.at.date(), until), ended=False)
        for one in opened
    ]


def _reopened(records: Collection[Record], window: Window, seed: int, of_type: str) -> Figure:
    opened = [one for one in of_kind(records, "blocker_opened") if _is(one, of_type)]
    known = {one.about for one in opened}
    resolved = [
        one
        for one in firsts(of_kind(records, "blocker_resolved"))
        if one.about in known and one.at + BACK_WITHIN in window
    ]
    at = {one.about: one.at for one in resolved}
    back = {
        one.about
        for one in opened
        if one.about in at and at[one.about] < one.at <= at[one.about] + BACK_WITHIN
    }
    return share(((one.person, float(one.about in back)) for one in resolved), seed)


def _is(opened: Record, of_type: str) -> bool:
    return not of_type or opened.detail == of_type


def _working_days(opened: date, until: date) -> float:
    return float(Calendar().workdays_between(opened, until))
