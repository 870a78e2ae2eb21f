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
    found = _reached(curve, np.ones(curve.people, dtype=np.int64), part)
    return None if isinf(found) else found


def draws(rows: Iterable[Duration], part: float, seed: int) -> NDArray[np.float64]:
    """Resample that length by person; infinite where a draw does not come that far."""
    curve = _curve(rows)

    def drawn(people: NDArray[np.int32]) -> float:
        return _reached(curve, np.bincount(people, minlength=curve.people), part)

    return over_people(curve.people, seed, drawn)


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


def _reached(curve: _Curve, times_drawn: NDArray[np.int64], part: float) -> float:
    """Return the first length at which the curve is down to what is left without `part`."""
    if not len(curve.lengths):
        return inf
    weight = times_drawn[curve.person]
    gone = np.cumsum(np.add.reduceat(weight, curve.starts))
    open_before = gone[-1] - np.concatenate(([0], gone[:-1]))
    ended = np.add.reduceat(weight * curve.ended, curve.starts)
    left = np.cumprod(1 - ended / np.maximum(open_before, 1))
    at = int(np.searchsorted(-left, -(1 - part + ROUNDING)))
    return float(curve.lengths[at]) if at < len(left) else inf
