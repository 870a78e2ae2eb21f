"""A launch goes on in chunks, whatever its size; `campaign_scale.py` measures a large one."""

from storage.store import Store
from tests.campaign_scale import CHUNK, measure


def test_a_launch_plans_everybody_in_as_few_chunks_as_possible(store: Store) -> None:
    """On two databases, with more people than fit into one chunk."""
    figures = measure(store, CHUNK + 1000)
    print(figures)  # noqa: T201 for whoever asks for it
    assert figures.chunks == 2
