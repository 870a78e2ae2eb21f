"""Every talk of `tests/transcripts/` is played on every stage in both languages."""

from pathlib import Path

import pytest

from bot.language import LANGS, Lang
from tests.playing import House
from tests.stages import STAGES
from tests.talks import talks


@pytest.fixture(scope="module")
def house(sqlite_migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> House:
    """Where talks are played, each once."""
    return House(sqlite_migrated, tmp_path_factory.mktemp("house"))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("name", talks())
async def test_a_talk_goes_as_it_is_written(
    house: House, name: str, stage: str, lang: Lang
) -> None:
    """What the person sees after each line is what stands there, on every platform."""
    played = await house.played(name, stage, lang)
    if played.mismatch:
        pytest.fail(f"{name} ({stage}, {lang}): {played.mismatch}", pytrace=False)
