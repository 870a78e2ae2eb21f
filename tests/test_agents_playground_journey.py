"""A manager's first weeks in Microsoft's own client, against a real `declic run`."""

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, select, update

from adapters.wiring import real_now
from bot.language import Lang
from bot.moments import MomentKind
from bot.ports import UnitOfWork
from storage.tables import commitments, ledger, moments, people
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
            newest = [message.read() for message in self.client.messages()[-1:]]
            return bool(newest) and all(text in newest[0] for text in texts)

        try:
            await until(there, 10)
        except TimeoutError:
            pytest.fail(f"{texts} not in {[m.read() for m in self.client.messages()[-3:]]}")

    def word(self, key: str) -> str:
        """Say a short interface text."""
        return library().say(key, self.lang)

    async def let_come(self, kind: MomentKind, *texts: str) -> None:
        """Let time pass until a planned moment is due, and a worker look at its clock."""
        _move_to_a_workday(self.database)
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
        await client.say("8")
        await journey.asked("session_feedback", "useful")
        await client.press("4")
        await client.say("skip" if lang == "en" else "passer")
        await journey.asked("session_feedback", "end")
        assert KEPT[lang] in _kept(sqlite_database)[0]

        await journey.let_come("milestone", KEPT[lang])
        assert "{commitment}" not in client.last.read()
        await journey.press("milestone", "due", "partly", "replan")
        await client.say("tomorrow" if lang == "en" else "demain")
        await journey.asked("milestone", "ok")

        await journey.let_come("weekly", KEPT[lang])
        await journey.press("weekly_checkin", "status", "done", "done_learn")
        assert _kept(sqlite_database)[1] == "done"
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


def _somebody(database: Database) -> str:
    """Name the only person."""
    with create_engine(database.url, poolclass=NullPool).connect() as db:
        return str(db.execute(select(people.c.id)).scalar_one())


def _move_to_a_workday(database: Database) -> None:
    """Put the person where people work at this hour."""
    country, zone = workday_somewhere(real_now())
    name = _somebody(database)

    def move(uow: UnitOfWork) -> None:
        person = uow.people.get(name)
        assert person
        uow.people.put(replace(person, zone=zone, country=country))

    within(database, move)


def _let_days_pass(database: Database, kind: MomentKind) -> None:
    """Make one moment due now and all others later, as if nothing had come for a week."""
    now, engine = real_now(), create_engine(database.url, poolclass=NullPool)
    pending = moments.c.settled_at.is_(None)
    chosen = [pending, moments.c.kind == kind]
    if kind == "milestone":
        chosen.append(moments.c.stage == "due")
    with engine.begin() as db:
        later, due = now + timedelta(days=10), now - timedelta(minutes=1)
        others = pending & (moments.c.kind != "expiry")
        db.execute(
            update(moments).where(others).values(due_at=later, meant_at=later, leased_until=None)
        )
        db.execute(update(moments).where(*chosen).values(due_at=due, meant_at=due))
        week = timedelta(days=8)
        for row in db.execute(select(ledger.c.key, ledger.c.decided_at)).all():
            moved = update(ledger).where(ledger.c.key == row.key)
            db.execute(moved.values(decided_at=row.decided_at - week))
        db.execute(update(commitments).values(created_at=now - week))


def _kept(database: Database) -> tuple[str, str]:
    """Read the only commitment: its words and its status."""
    name = _somebody(database)

    def read(uow: UnitOfWork) -> tuple[str, str]:
        (commitment,) = uow.commitments.of(name)
        return uow.words.text(commitment.words_id) or "", commitment.status

    return within(database, read)
