"""Every talk of `tests/transcripts/` is played on every stage, and in both languages.

So is a walk through each theme. On PostgreSQL a few of them are played again.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from bot.language import LANGS, Lang
from bot.programmes import Programme, Step
from storage.store import Store, open_store
from tests.databases import KEY, Database
from tests.playing import House, Played
from tests.stages import STAGES
from tests.talks import Talk, pattern, talks
from tests.walks import walk
from tests.world import library

WALKS = [walk(theme_id, writing=n % 2 == 0) for n, theme_id in enumerate(library().themes)]


def everywhere(played: Iterable[Talk]) -> list[tuple[Talk, str, Lang]]:
    """Each on every stage, and in both languages on one or the other."""
    return [
        (talk, stage, LANGS[(number + place) % len(LANGS)])
        for number, talk in enumerate(played)
        for place, stage in enumerate(STAGES)
    ]


def in_english(played: Iterable[Talk]) -> list[tuple[Talk, str]]:
    """Each where it is played in English, on one stage."""
    first = {talk.name: (talk, stage) for talk, stage, lang in everywhere(played) if lang == "en"}
    return list(first.values())


def named(part: object) -> str:
    return str(getattr(part, "name", part))


MAIN = [
    ("onboarding with ways back", "playground", "en"),
    ("a weak commitment, put right", "teams", "en"),
    ("a commitment kept", "slack", "fr"),
]


@pytest.fixture(scope="module")
def house(sqlite_migrated: Path) -> Iterator[House]:
    """Where talks are played, each once; in memory, if there is such a folder."""
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a folder of its own
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        path = shutil.copy(sqlite_migrated, Path(folder) / "declic.sqlite3")
        store = open_store(f"sqlite:///{path}", KEY)
        yield House(store)
        store.close()


@pytest.fixture
def postgres_store(postgres_database: Database) -> Iterator[Store]:
    """A store open on PostgreSQL."""
    store = postgres_database.open()
    yield store
    store.close()


def went_well(played: Played, talk: Talk, *where: str) -> None:
    if played.mismatch:
        pytest.fail(f"{talk.name} ({', '.join(where)}): {played.mismatch}", pytrace=False)


@pytest.mark.parametrize(("talk", "stage", "lang"), everywhere(talks().values()), ids=named)
async def test_a_talk_goes_as_it_is_written(
    house: House, talk: Talk, stage: str, lang: Lang
) -> None:
    """What the person sees after each line is what stands there, on every platform."""
    went_well(await house.played(talk, stage, lang), talk, stage, lang)


@pytest.mark.parametrize(("talk", "stage", "lang"), everywhere(WALKS), ids=named)
async def test_every_theme_leads_to_a_commitment_and_along_its_path(
    house: House, talk: Talk, stage: str, lang: Lang
) -> None:
    """Each question is asked in one language, says who sees the answer, and offers help.

    Afterwards theory and practice come a week apart, each is recalled a week later, and after
    six and nine weeks there is a light look back.
    """
    went_well(await house.played(talk, stage, lang), talk, stage, lang)


@pytest.mark.parametrize(("name", "stage", "lang"), MAIN)
async def test_the_main_talks_go_the_same_on_postgresql(
    postgres_store: Store, name: str, stage: str, lang: Lang
) -> None:
    """What is stored elsewhere is said all the same."""
    talk = talks()[name]
    went_well(await House(postgres_store).played(talk, stage, lang), talk, stage, lang)


async def test_every_step_of_every_programme_is_visited(house: House) -> None:
    """No question stands in a pack that no talk and no walk comes to."""
    every = (*in_english(talks().values()), *in_english(WALKS))
    played = [await house.played(talk, stage, "en") for talk, stage in every]
    visited = {step for one in played for step in one.visited}
    texts = {text for one in played for text in one.texts}
    missed = [
        f"{programme.id}.{step.id}"
        for programme in latest()
        for step in programme.steps.values()
        if (programme.id, step.id) not in visited and not passed(programme, step, visited, texts)
    ]
    assert missed == []


def latest() -> Iterator[Programme]:
    packs = library()
    return (packs.programme(one) for one in packs.latest)


def passed(
    programme: Programme, step: Step, visited: set[tuple[str, str]], texts: Iterable[str]
) -> bool:
    """Tell of steps that leave no trace: rules, and whatever is said of safety."""
    if step.kind == "rule":
        return all(
            (programme.id, branch) in visited
            or passed(programme, programme.step(branch), visited, texts)
            for branch in step.branches
        )
    if programme.id != "safe_response":
        return False
    if step.kind == "jump":
        return any(began == step.jump for began, _ in visited)
    said = pattern(step.say.en, "en")
    return any(said.search(text) for text in texts)
