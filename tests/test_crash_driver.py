"""The crash driver at a small size; `declic bench crash` kills both on both, and more often."""

from pathlib import Path

import pytest

from adapters.bench.crash.driver import killed
from adapters.bench.crash.points import Victim
from tests.databases import Database

MARKED_TOGETHER = 20
"""Messages that may come twice for each kill: those of one group of marks."""


@pytest.mark.parametrize(
    ("database", "victim"), [("sqlite", "web"), ("postgres", "worker")], indirect=["database"]
)
async def test_a_kill_loses_nothing_and_repeats_one_group_at_most(
    database: Database, tmp_path: Path, victim: Victim
) -> None:
    """While people write, or while messages and weekly moments are due: a process dies."""
    verdicts = await killed(database.url, victim, tmp_path, seed=11, kills=1, lease=1)
    assert [verdict.lost for verdict in verdicts] == [0]
    assert verdicts[0].repeats <= MARKED_TOGETHER
