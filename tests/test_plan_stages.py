"""Two people share a plan on every messenger, in both languages, over signed HTTP."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from bot.language import LANGS, Lang
from bot.visibility import POLICY
from storage.store import Store
from tests.databases import Database
from tests.fakes import Clock
from tests.reading import faults
from tests.stage import Stage
from tests.stages import LOCALES, STAGES, ZONE, PlaygroundStage, SlackStage, TeamsStage
from tests.talks import fold
from tests.world import MONDAY, library

CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")


@pytest.fixture
def store(sqlite_database: Database) -> Iterator[Store]:
    """What is played here is the same on every database."""
    opened = sqlite_database.open()
    yield opened
    opened.close()


@dataclass(frozen=True, slots=True)
class One:
    """One of the two, who reads and presses by the names of the texts."""

    stage: Stage
    lang: Lang

    def text(self, key: str, **values: str) -> str:
        """Say a text of the packs."""
        return library().say(key, self.lang, **values)

    def of(self, en: str, fr: str) -> str:
        """Choose between two texts."""
        return fr if self.lang == "fr" else en

    async def press(self, key: str, **values: str) -> None:
        """Press a button by the name of its label."""
        await self.stage.look()
        await self.stage.press(self.text(key, **values))

    async def open_shared(self) -> None:
        """Open the plan that somebody shares."""
        await self.stage.say("plan")
        await self.press("plans.open_n", n="1")

    async def read(self) -> str:
        """Read the chat, with a proofreader's eye on it."""
        await self.stage.look()
        messages = self.stage.messages()
        for message in messages:
            assert faults(message, self.lang, new=False) == []
        return fold("\n".join(message.text for message in messages))

    async def sees(self, key: str, **values: str) -> bool:
        """Tell whether a text stands in the chat."""
        return fold(self.text(key, **values)) in await self.read()

    def objective(self, goal: str) -> dict[str, str]:
        """Fill in the form of an objective."""
        return {
            "goal": goal,
            "contribution": self.of("preparing on one page", "préparant tout sur une page"),
            "name": self.of("decisions in a week", "décisions en une semaine"),
            "kind": "count",
            "baseline": "2",
            "target": "8",
        }


async def beside(stage: Stage, lang: Lang) -> Stage:
    """Seat a second person on the same platform, before the same bot."""
    match stage:
        case SlackStage():
            stage.slack.users["U0BOB"] = {"id": "U0BOB", "tz": ZONE, "locale": LOCALES[lang]}
            person = stage.slack.person("U0BOB", stage.person.client)
            return SlackStage(stage.world, stage.slack, person)
        case TeamsStage():
            chat = replace(stage.chat, person="bob", locale=LOCALES[lang], zone=ZONE, dialog={})
            return TeamsStage(stage.world, chat)
        case PlaygroundStage():
            other = PlaygroundStage(stage.world, stage.client, stage.shelf)
            other._ids = iter(range(20_000_000, 30_000_000))  # type: ignore[assignment]  # as good
            await other.add(LOCALES[lang], ZONE)
            return other
    raise AssertionError(stage)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", STAGES)
async def test_two_people_share_a_plan(store: Store, name: str, lang: Lang) -> None:
    """They join, agree, write at the same time, decline, and part."""
    async with STAGES[name](store, Clock(MONDAY), lang) as stage:
        ada, bob = One(stage, lang), One(await beside(stage, lang), lang)
        await _join(ada, bob)
        await _agree(ada, bob)
        await _write_at_once(ada, bob)
        await _part(ada, bob)


@pytest.mark.parametrize("lang", LANGS)
async def test_slacks_home_shows_the_plan(store: Store, lang: Lang) -> None:
    """And a plan can be made and changed from there."""
    async with STAGES["slack"](store, Clock(MONDAY), lang) as stage:
        ada = One(stage, lang)
        await stage.say("coach")
        await stage.person.open_home()
        await stage.say("plan")
        await ada.press("plans.make")
        await stage.fill(ada.objective(ada.of("fewer meetings", "moins de réunions")))
        home = fold(str(stage.slack.published["U0SAM"]))
        assert ada.of("1. I contribute to fewer", "1. Je contribue à moins") in home
        assert fold(ada.text("plans.note")) in home
        assert fold(POLICY["plan"].line.text(lang)) in home


async def _join(ada: One, bob: One) -> None:
    await ada.stage.say("coach")
    await ada.stage.say("plan")
    await ada.press("plans.make")
    goal = ada.of("shorter decision times", "la réduction des délais")
    await ada.stage.fill(ada.objective(goal))
    await ada.press("plans.share")
    code = CODE.search(ada.stage.window())
    assert code
    await bob.stage.say(f"plan {bob.of('join', 'rejoindre')} {code[0]}")
    assert await bob.sees("plans.invite_means")
    assert fold(goal) in await bob.read()
    await bob.press("plans.confirm")
    assert await bob.sees("plans.shared_title")
    await ada.stage.say("plan")
    date = ada.of("Monday 23 November", "lundi 23 novembre")
    assert await ada.sees("plans.agreed_line", n="1", date=date)


async def _agree(ada: One, bob: One) -> None:
    await ada.press("plans.add")
    await ada.stage.fill(ada.objective(ada.of("fewer meetings", "moins de réunions")))
    assert await ada.sees("plans.waits")
    await bob.open_shared()
    assert await bob.sees("plans.proposes")
    await bob.press("plans.confirm")
    second = bob.of("2. I contribute to fewer meetings", "2. Je contribue à moins de réunions")
    assert second in await bob.read()
    await ada.stage.say("plan")
    assert second in await ada.read()


async def _write_at_once(ada: One, bob: One) -> None:
    await ada.press("plans.edit")
    await bob.press("plans.edit")
    await bob.stage.fill({"goal": bob.of("decisions in five days", "des décisions en cinq jours")})
    await ada.stage.fill({"goal": ada.of("decisions in two days", "des décisions en deux jours")})
    window = fold(ada.stage.window())
    assert fold(ada.text("plan_form.meanwhile")) in window
    assert ada.of("five days", "cinq jours") in window
    assert ada.of("two days", "deux jours") in window
    await ada.stage.fill({})
    assert ada.stage.form() == []
    await ada.stage.say("plan")
    assert await ada.sees("plans.waits")
    await bob.open_shared()
    assert bob.of("decisions in two days", "des décisions en deux jours") in await bob.read()
    await bob.press("plans.decline")
    await ada.stage.say("plan")
    assert await ada.sees("plans.not_taken")


async def _part(ada: One, bob: One) -> None:
    await bob.open_shared()
    await bob.press("plans.leave")
    assert await bob.sees("plans.not_yours")
    assert bob.of("fewer meetings", "moins de réunions") not in await bob.read()
    await ada.stage.say("plan")
    assert await ada.sees("plans.parted")
