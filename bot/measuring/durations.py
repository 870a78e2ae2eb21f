"""How long things take when some of them have not ended yet: Kaplan-Meier (coaching 5.2, 5.3).

A quantile is the shortest length that at least this part of all has reached, with the curve
for those still open. Where nothing is open it is one of the lengths: the median of two is the
shorter one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf, isinf

import numpy as np
from numpy.typing import NDArray

from bot.measuring.resampling import over_people

ROUNDING = 1e-9
"""A product of fractions may miss one half by less than this."""


@dataclass(frozen=True, slots=True)
class Duration:
    """How long something of a person took, or has been open for when it was last looked at.

    Whole units are fast to resample: the curve has a step for each different length.
    """

    person: str
    length: float
    ended: bool = True


def quantile(rows: Iterable[Duration], part: float = 0.5) -> float | None:
    """Return the length after which `part` of all have ended; None where that was not seen."""
    curve = _curve(rows)
    if not curve.people:
        return None
    found = float(_reached(curve, np.ones((1, curve.people), dtype=np.int64), part)[0])
    return None if isinf(found) else found


def draws(rows: Iterable[Duration], part: float, seed: int) -> NDArray[np.float64]:
    """Resample that length by person; infinite where a draw does not come that far."""
    curve = _curve(rows)

    def reached(drawn: NDArray[np.int32]) -> NDArray[np.float64]:
        return _reached(curve, _times(drawn), part)

    return over_people(curve.people, len(curve.person), seed, reached)


@dataclass(frozen=True, slots=True)
class _Curve:
    """Rows by length; `starts` says where each of the different `lengths` begins."""

    people: int
    person: NDArray[np.int64]
    ended: NDArray[np.bool_]
    lengths: NDArray[np.float64]
    starts: NDArray[np.int64]


def _curve(rows: Iterable[Duration]) -> _Curve:
    mine: dict[str, list[tuple[float, bool]]] = {}
    for row in rows:
        mine.setdefault(row.person, []).append((row.length, row.ended))
    people = sorted(sorted(theirs) for theirs in mine.values())
    person = np.repeat(np.arange(len(people)), [len(theirs) for theirs in people])
    length = np.array([one for theirs in people for one, _ in theirs], dtype=np.float64)
    ended = np.array([ended for theirs in people for _, ended in theirs], dtype=np.bool_)
    order = np.argsort(length, kind="stable")
    lengths, starts = np.unique(length[order], return_index=True)
    return _Curve(len(people), person[order], ended[order], lengths, starts)


def _times(drawn: NDArray[np.int32]) -> NDArray[np.int64]:
    """Count how often each person was drawn, a line a draw."""
    number, people = drawn.shape
    apart = drawn + people * np.arange(number)[:, None]
    return np.bincount(apart.ravel(), minlength=number * people).reshape(number, people)


def _reached(curve: _Curve, times: NDArray[np.int64], part: float) -> NDArray[np.float64]:
    """Return the first length at which the curve is down to what is left without `part`."""
    weight = times[:, curve.person]
    gone = np.add.reduceat(weight, curve.starts, axis=1)
    ended = np.add.reduceat(weight * curve.ended, curve.starts, axis=1)
    still = gone[:, ::-1].cumsum(axis=1)[:, ::-1]
    left = np.cumprod(1 - ended / np.maximum(still, 1), axis=1)
    down = left <= 1 - part + ROUNDING
    return np.where(down.any(axis=1), curve.lengths[down.argmax(axis=1)], inf)
