"""A manager's first weeks in Microsoft's own client, against a real `declic run`."""

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import NullPool, create_engine, update

from adapters.wiring import real_now
from bot.language import Lang
from bot.moments import MomentKind
from bot.ports import UnitOfWork
from storage.tables import ledger, moments
from tests.agents_playground import Playground, agents_playground
from tests.databases import Database
from tests.fakes import until
from tests.processes import live, running, within, workday_somewhere
from tests.world import library

pytestmark = pytest.mark.xdist_group("agents_playground")

SESSION = (
    ("keeps", "mistakes", "result"),
    ("result", "skip", "who"),
    ("who", "never", "freedom"),
    ("freedom", "propose", "temptation"),
    ("temptation", "slow_start", "plan"),
)
COMMITMENT = {
    "en": "After stand-up on Friday, I send a five-line brief to P.",
    "fr": "Vendredi après la réunion, j’envoie un brief de cinq lignes à P.",
}
KEPT = {"en": "I send a five-line brief to P", "fr": "j’envoie un brief de cinq lignes à P"}


@dataclass
class Journey:
    """One person at the client, with the bot's database and folder."""

    lang: Lang
    client: Playground
    database: Database
    folder: Path
    settings: dict[str, str]

    async def press(self, programme: str, step: str, choice: str, then: str) -> None:
        """Press a choice of a step, and wait for the step that follows."""
        found = library().programme(programme).step(step).choice(choice)
        skip = library().say("buttons.skip", self.lang)
        await self.client.press(found.label.text(self.lang) if found else skip)
        await self.asked(programme, then)

    async def asked(self, programme: str, step: str) -> None:
        """Wait until a step can be read, as far as nothing is filled in."""
        said = library().programme(programme).step(step).say.text(self.lang)
        await self.shown(said.partition("{")[0])

    async def shown(self, *texts: str) -> None:
        """Wait until the newest message holds all the texts."""

        def there() -> bool:
            return all(text in self.client.last.read() for text in texts)

        try:
            await until(there, 10)
        except TimeoutError:
            pytest.fail(f"{texts} not in {[m.read() for m in self.client.messages()[-3:]]}")

    def word(self, key: str) -> str:
        """Say a short interface text."""
        return library().say(key, self.lang)

    async def let_come(self, kind: MomentKind, *texts: str) -> None:
        """Let time pass until a planned moment is due, and a worker look at its clock."""
        within(self.database, _move_to_a_workday)
        _let_days_pass(self.database, kind)
        async with running("worker", self.folder, self.settings):
            await self.shown(*texts)


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_from_the_first_hello_to_the_weekly_check_in(
    sqlite_database: Database, tmp_path: Path, lang: Lang
) -> None:
    """Onboarding, a session, a commitment typed in the chat, its follow-up and a check-in."""
    settings = live(sqlite_database, TEAMS_ALLOW_ANONYMOUS="1")
    async with running("run", tmp_path, settings) as bot, agents_playground(bot.url) as client:
        journey = Journey(lang, client, sqlite_database, tmp_path, settings)
        await client.install()
        await client.say("coach")
        await _onboard(journey)
        await client.say("start delegation")
        await journey.asked("theme:delegation", "keeps")
        for step, choice, then in SESSION:
            await journey.press("theme:delegation", step, choice, then)
        await client.say(COMMITMENT[lang])
        await journey.asked("theme:delegation", "confidence")
        await client.press("8")
        await journey.asked("session_feedback", "useful")
        await client.press(next(b for b in _labels(client) if b.startswith("4")))
        await client.say("skip" if lang == "en" else "passer")
        await journey.shown(library().programme("session_feedback").step("end").say.text(lang)[:5])
        assert within(sqlite_database, _kept)[0] == KEPT[lang]

        await journey.let_come("milestone", KEPT[lang])
        assert "{commitment}" not in client.last.read()
        await journey.press("milestone", "due", "partly", "replan")
        await client.say("tomorrow" if lang == "en" else "demain")
        await journey.asked("milestone", "ok")

        await journey.let_come("weekly", KEPT[lang])
        await journey.press("weekly_checkin", "status", "done", "done_learn")
        assert within(sqlite_database, _kept)[1] == "done"
    assert "brief" not in bot.said()


async def _onboard(journey: Journey) -> None:
    lang, client = journey.lang, journey.client
    spoken, journey.lang = lang, "en"  # the client says it is English
    await journey.asked("onboarding", "hello")
    await journey.press("onboarding", "hello", "start", "privacy")
    await journey.press("onboarding", "privacy", "understood", "language")
    label = library().programme("onboarding").step("language").choice(lang)
    assert label
    journey.lang = spoken
    await client.press(label.label.en)
    await journey.asked("onboarding", "themes")
    await client.press(journey.word("buttons.save"), chosen="delegation,give_feedback")
    await journey.asked("onboarding", "goal")
    await client.press(journey.word("buttons.write_text"))
    await journey.shown(journey.word("forms.words_hint"))
    await client.press(journey.word("buttons.save"), text="My team decides without me")
    await journey.asked("onboarding", "obstacle")
    await journey.press("onboarding", "obstacle", "time", "slot")
    await journey.press("onboarding", "slot", "tue_9", "place")
    await client.press("UTC")
    await journey.asked("onboarding", "done")


def _labels(client: Playground) -> list[str]:
    from tests.teams_reading import labels

    return labels(client.last.card)
