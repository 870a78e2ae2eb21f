"""How often the checker agrees with labelled texts: `python -m tests.accuracy FILE…`."""

import argparse
import json
import statistics
import sys
import time as clock
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from scipy.stats import binomtest

from bot.commitment_check import assess
from bot.language import Lang

NOW = datetime(2026, 11, 23, 10)  # noqa: DTZ001 - the labels are meant in local time
CRITERIA = ("action", "when", "indicator", "own_control", "due", "strong")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and what somebody holds to be true of it."""

    id: str
    lang: Lang
    text: str
    label: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """How many of n texts were judged as they are labelled."""

    correct: int
    n: int

    @property
    def accuracy(self) -> float:
        """The share of texts judged as labelled."""
        return self.correct / self.n

    @property
    def interval(self) -> tuple[float, float]:
        """The Wilson interval of 95 %."""
        found = binomtest(self.correct, self.n).proportion_ci(0.95, "wilson")
        return float(found.low), float(found.high)


def load(path: Path) -> tuple[Labelled, ...]:
    """Read a file of JSON Lines."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return tuple(
        Labelled(row["id"], row["lang"], row["text"], {c: row[c] for c in CRITERIA}) for row in rows
    )


def judged(text: str, lang: Lang) -> dict[str, Any]:
    """Judge a text as `declic assess` does."""
    found = assess(text, lang, NOW.date(), None, NOW.time()).probable
    said = {c: getattr(found, c) for c in CRITERIA}
    return said | {"due": found.due.isoformat() if found.due else None}


def scores(rows: Sequence[Labelled]) -> dict[str, Score]:
    """Count by criterion where the checker agrees."""
    answers = [judged(row.text, row.lang) for row in rows]
    return {
        c: Score(sum(a[c] == r.label[c] for a, r in zip(answers, rows, strict=True)), len(rows))
        for c in CRITERIA
    }


def _table(path: Path, rows: Sequence[Labelled]) -> Iterable[str]:
    for criterion, score in scores(rows).items():
        low, high = score.interval
        yield (
            f"{path.stem:<22} {rows[0].lang}  {criterion:<12} {score.n:>4} {score.correct:>5}"
            f" {score.accuracy:>8.1%}   {low:.1%} to {high:.1%}"
        )


def _errors(rows: Sequence[Labelled]) -> Iterable[str]:
    for row in rows:
        answer = judged(row.text, row.lang)
        wrong = [f"{c}={answer[c]}" for c in CRITERIA if answer[c] != row.label[c]]
        if wrong:
            yield f"  {row.id}  {' '.join(wrong)}\n      {row.text}"


def _speed(rows: Sequence[Labelled]) -> str:
    taken = []
    for _ in range(2):  # the first round warms up
        taken = [_milliseconds(row) for row in rows]
    p95 = statistics.quantiles(taken, n=20)[-1]
    return f"median {statistics.median(taken):.2f} ms, p95 {p95:.2f} ms a text"


def _milliseconds(row: Labelled) -> float:
    start = clock.perf_counter()
    assess(row.text, row.lang, NOW.date(), None, NOW.time())
    return (clock.perf_counter() - start) * 1000


def _say(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


def main() -> None:
    """Print a table for each file."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what was judged otherwise")
    parser.add_argument("--speed", action="store_true", help="print the time a text takes")
    asked = parser.parse_args()
    for path in asked.files:
        rows = load(path)
        _say(_table(path, rows))
        if asked.errors:
            _say(_errors(rows))
        if asked.speed:
            _say([f"{path.stem}: {_speed(rows)}"])


if __name__ == "__main__":
    main()
