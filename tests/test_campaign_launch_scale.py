"""A launch through the whole engine; `declic bench fan-out` measures a large one."""

import pytest

from adapters.bench.ours.launch import launch
from storage.store import Store


@pytest.mark.parametrize("waves", [1, 3])
async def test_a_launch_plans_everybody_and_tells_hr_after_each_chunk(
    store: Store, waves: int
) -> None:
    """In four hundred zones: one update for each chunk, one at the launch, one at the end."""
    launched = await launch(store, 1200, waves=waves, chunk=500)
    assert launched.measured.ops == 1200
    assert 1 <= launched.calls <= 3 + 4
