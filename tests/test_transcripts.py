"""Every talk of `tests/transcripts/` is played on every stage in both languages."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.language import LANGS, Lang
from storage.store import open_store
from tests import playing
from tests.databases import KEY
from tests.stages import STAGES
from tests.talks import talks


@pytest.fixture(scope="module")
def house(
    sqlite_migrated: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[playing.House]:
    """Where talks are played, each once."""
    path = tmp_path_factory.mktemp("house") / "declic.sqlite3"
    shutil.copy(sqlite_migrated, path)
    store = open_store(f"sqlite:///{path}", KEY)
    yield playing.House(store)
    store.close()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("name", talks())
async def test_a_talk_goes_as_it_is_written(
    house: playing.House, name: str, stage: str, lang: Lang
) -> None:
    """What the person sees after each line is what stands there, on every platform."""
    played = await house.played(name, stage, lang)
    if played.mismatch:
        pytest.fail(f"{name} ({stage}, {lang}): {played.mismatch}", pytrace=False)
