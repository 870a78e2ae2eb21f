"""A launch through the whole engine; `campaign_launch_scale.py` measures a large one."""

import pytest

from storage.store import Store
from tests.campaign_launch_scale import measure


@pytest.mark.parametrize("waves", [1, 3])
async def test_a_launch_plans_everybody_and_tells_hr_after_each_chunk(
    store: Store, waves: int
) -> None:
    """In four hundred zones: one update for each chunk, one at the launch, one at the end."""
    figures = await measure(store, 1200, waves=waves, chunk=500)
    print(figures)  # noqa: T201 for whoever asks for it
    assert figures.calls <= 3 + 4
