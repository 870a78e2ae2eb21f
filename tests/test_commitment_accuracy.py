"""How often the checker agrees with independent labels: a floor for each criterion."""

from itertools import combinations
from pathlib import Path

import pytest

from tests.accuracy import CRITERIA, load, scores

FLOOR = 0.92
PARTS = sorted(Path(__file__).with_name("commitments").glob("*.jsonl"))


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.stem)
def test_every_criterion_is_judged_as_labelled(path: Path) -> None:
    found = scores(load(path))
    low = {c: f"{found[c].accuracy:.1%}" for c in CRITERIA if found[c].accuracy < FLOOR}
    assert not low


def test_the_parts_share_no_text() -> None:
    texts = [{row.text.casefold().strip() for row in load(path)} for path in PARTS]
    assert all(not one & other for one, other in combinations(texts, 2))
