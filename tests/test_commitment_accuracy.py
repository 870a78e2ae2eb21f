"""How often the checker agrees with independent labels: a floor for each criterion.

The authors of the texts knew the criteria and not the checker. The rules were worked out on the
tuning parts. The sealed parts, a third of them tricky on purpose, were opened once, and what they
taught went into the rules; the blind parts were written after that and opened once at the end.
"""

from itertools import combinations
from pathlib import Path

import pytest

from tests.accuracy import CRITERIA, load, scores

FLOOR = 0.92
FOLDER = Path(__file__).with_name("commitments")
TUNING = sorted(FOLDER.glob("tuning-*.jsonl"))
SEALED = sorted([*FOLDER.glob("sealed-*.jsonl"), *FOLDER.glob("blind-*.jsonl")])
OPENED = {
    "sealed-en": (272, 281, 270, 268, 280, 272),
    "sealed-fr": (273, 283, 269, 277, 289, 277),
    "blind-en": (196, 196, 192, 192, 193, 192),
    "blind-fr": (195, 194, 194, 195, 194, 196),
}
"""How many of 300, or 200, were judged as labelled at the opening, in the order of the criteria."""


@pytest.mark.parametrize("path", TUNING, ids=lambda path: path.stem)
def test_every_criterion_is_judged_as_labelled(path: Path) -> None:
    found = scores(load(path))
    low = {c: f"{found[c].accuracy:.1%}" for c in CRITERIA if found[c].accuracy < FLOOR}
    assert not low


@pytest.mark.parametrize("path", SEALED, ids=lambda path: path.stem)
def test_no_criterion_falls_below_what_it_was_at_the_opening(path: Path) -> None:
    found = scores(load(path))
    opened = dict(zip(CRITERIA, OPENED[path.stem], strict=True))
    assert {c: found[c].correct for c in CRITERIA if found[c].correct < opened[c]} == {}


def test_the_parts_share_no_text() -> None:
    parts = [{(r.lang, r.text.casefold().strip()) for r in load(path)} for path in TUNING + SEALED]
    assert all(not one & other for one, other in combinations(parts, 2))
