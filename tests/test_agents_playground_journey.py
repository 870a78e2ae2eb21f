"""A manager's first weeks, and a team's rounds, in Microsoft's own client with a real bot."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import NullPool, create_engine, select, update

from adapters.bench.people.daytime import workday_somewhere
from adapters.wiring import real_now
from bot.campaigns.grants import Grant
from bot.language import Lang
from bot.moments import MomentKind
from bot.ports import UnitOfWork
from storage.tables import campaigns, commitments, ledger, moments, people
from tests.agents_playground import Playground, Shown, agents_playground, free_port
from tests.agents_team import NEWCOMERS, Colleague, hall
from tests.databases import Database
from tests.fakes import until
from tests.processes import live, running, within
from tests.teams_reading import Json, labels
from tests.world import library

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


@pytest.mark.parametrize("lang", ["fr"])  # in English on the playground's page
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


LOCALES = {"en": "en-GB", "fr": "fr-FR"}
TEAM = {
    "en": {
        "expect": "Calls answered before noon",
        "offer": "An hour on Friday to read drafts",
        "heard": "Decisions come late.",
        "will": "We decide on Mondays.",
        "action": "Decide on the open quotes each Monday",
    },
    "fr": {
        "expect": "Une réponse aux appels avant midi",
        "offer": "Une heure le vendredi pour relire",
        "heard": "Les décisions arrivent tard.",
        "will": "Nous décidons le lundi.",
        "action": "Trancher les devis ouverts chaque lundi",
    },
}


@dataclass
class Eight(Journey):
    """A team of eight: one person at the client, who speaks English, and seven others."""

    others: Sequence[Colleague] = ()

    @property
    def channel(self) -> Playground:
        """The client in the team's channel."""
        return self.client.in_channel()

    async def posted(self, key: str) -> Shown:
        """Wait until a text stands in the channel, as far as nothing is filled in."""
        return await self.channel.until_shown(self.word(key).partition("{")[0])

    async def asked_alone(self, key: str) -> None:
        """Wait until the form that a press in the channel leads to stands in the private chat."""
        await self.client.until_shown(library().say(key, "en").partition("{")[0])

    async def set_up(self) -> None:
        """Confirm the proposal; another language than the client's is a change of it."""
        await self.channel.install()
        await self.channel.until_shown(library().say("team.proposal", "en"))
        if self.lang == "en":
            await self.channel.press("Start like this")
        else:
            await self.channel.press("Change")
            await self.asked_alone("team.champion_hint")
            await self.client.press("Save", lang=self.lang)
        await self.posted("team.how_to_change")

    async def ask_now(self) -> Shown:
        """Open a round."""
        await self.channel.press(self.word("team.now"))
        return await self.posted("team.round_promise")

    async def answer(self) -> Shown:
        """Let everybody answer: one in the form without a dialog, two with lines to be shown."""
        asked = await self.ask_now()
        answers = {"energy": "4", "role": "4", "goal": "2", "blocker": "decision"}
        await self.be_reminded()
        await self.client.press("Answer")
        await self.asked_alone("team.form_intro")
        await self.client.press("Send", **answers)
        await self.asked_alone("team.thanks")
        lines = {name: TEAM[self.lang][name] for name in ("expect", "offer")}
        for number, one in enumerate(self.others):
            form = await one.open(asked, self.word("team.answer"))
            assert self.word("team.form_intro").partition("{")[0] in form
            told = await one.send(asked, **answers, **(lines if number < 2 else {}))
            if lines["expect"] in told:
                told = await one.send(asked, show="yes")
            assert self.word("team.thanks").partition("{")[0] in told
        return asked

    async def be_reminded(self) -> None:
        """Say not now, tick the reminder, and let it come in private, at an hour of work."""
        await self.channel.press(self.word("team.decline"))
        await self.asked_alone("team.remind_hint")
        await self.client.press("Save", remind="remind")
        await self.asked_alone("team.will_remind")
        _let_reminder_come(self.database)
        async with running("worker", self.folder, self.settings):
            await self.asked_alone("team.reminder")

    async def close(self) -> None:
        """Let the time of the round be over, and a worker look at its clock."""
        _let_round_end(self.database)
        async with running("worker", self.folder, self.settings):
            await self.posted("team.talk_1")

    async def close_loop(self, owner: str) -> None:
        """Say what was heard and what follows, in the form without a dialog."""
        await self.channel.say("team close-loop")
        await self.asked_alone("team.loop_intro")
        await self.client.press("Close the loop")
        await self.asked_alone("team.loop_heard_hint")
        words = {name: TEAM[self.lang][name] for name in ("heard", "will", "action")}
        await self.client.press("Post it", **words, owner=owner)


@pytest.mark.parametrize("lang", ["en"])  # in French they meet on the playground's page
async def test_eight_people_hold_a_round_in_a_channel(
    sqlite_database: Database, tmp_path: Path, lang: Lang
) -> None:
    """A proposal, a yes, eight answers, a summary in place, the loop below it, the next round."""
    settings = live(sqlite_database, TEAMS_ALLOW_ANONYMOUS="1")
    port = free_port()
    async with (
        running("run", tmp_path, settings) as bot,
        hall(f"http://127.0.0.1:{port}") as connector,
        agents_playground(bot.url, connector, port) as client,
        aiohttp.ClientSession() as http,
    ):
        seven = [*client.others(), *NEWCOMERS]
        others = [
            Colleague(http, bot.url, connector, client.tenant, who, LOCALES[lang]) for who in seven
        ]
        team = Eight(lang, client, sqlite_database, tmp_path, settings, others)
        await team.set_up()
        asked = await team.answer()
        before = asked.read()
        assert not [who["name"] for who in client.others() if who["name"] in before]
        await team.close()
        summary = await team.posted("team.talk_1")
        assert summary.id == asked.id
        assert team.word("team.answer") not in labels(summary.card)
        for text in ("team.band_8_12", "team.level_high", "team.blocker_decision"):
            assert team.word(text) in summary.read()
        assert TEAM[lang]["offer"] in summary.read()

        await team.close_loop(owner=client.others()[0]["aadObjectId"])
        loop = await team.channel.until_shown(TEAM[lang]["heard"])
        agreed = await team.channel.until_shown(TEAM[lang]["action"])
        assert loop.thread == agreed.thread == summary.thread
        assert client.others()[0]["name"] in agreed.read()
        await team.posted("team.loop_closed")
        following = await team.ask_now()
        assert following.id != asked.id
    assert not [word for word in TEAM[lang].values() if word in bot.said()]


COMPANY: tuple[Json, ...] = (
    *NEWCOMERS,
    *(
        {"id": f"user-id-{n}", "aadObjectId": f"00000000-0000-0000-0000-0000000001{n:02d}"}
        for n in range(8, 12)
    ),
)
"""With the client's six people they are twelve."""

WISH = {
    "en": "campaign new delegation from monday for 4 weeks",
    "fr": "campagne nouvelle délégation à partir de lundi pendant 4 semaines",
}
WHY = {"en": "More room to decide", "fr": "Plus de latitude"}


@dataclass
class Campaigning(Journey):
    """One person at the client, who is of HR."""

    async def reads(self, key: str, **values: str) -> Shown:
        """Wait until a text can be read in the private chat; unfilled it is read in part."""
        said = library().say(key, self.lang, **values)
        text = said if values else max(said.replace("}", "{").split("{")[::2], key=len)
        return await self.client.until_shown(text.strip(), 30)

    async def press_one(self, key: str, **values: str) -> None:
        """Press the newest button of that name."""
        await self.client.press(self.word(key), **values)

    async def get_the_role(self) -> None:
        """Be told one's own id, and become an owner who speaks the journey's language."""
        await self.client.say("campaign")
        asked = await self.client.until_shown("DECLIC_OWNERS")
        assert f"teams:{self.client.tenant}:" in asked.read()
        name, lang = _somebody(self.database), self.lang

        def own(uow: UnitOfWork) -> None:
            person = uow.people.get(name)
            assert person
            uow.people.put(replace(person, lang=lang, lang_chosen=True))
            uow.roles.grant(Grant(name, "owner", "", real_now()))

        within(self.database, own)

    async def get_invited(self) -> None:
        """Let the own invitation be due, at an hour at which people work."""
        _let_invitation_come(self.database)
        async with running("worker", self.folder, self.settings):
            await self.reads("invitation.voluntary")


@pytest.mark.parametrize("lang", ["fr"])  # in English on the playground's page
async def test_hr_launches_a_campaign_for_a_channel_of_twelve(
    sqlite_database: Database, tmp_path: Path, lang: Lang
) -> None:
    """Words in the channel, a form without a dialog, a preview, a launch, a yes, and a report."""
    settings = live(sqlite_database, TEAMS_ALLOW_ANONYMOUS="1")
    port = free_port()
    async with (
        running("run", tmp_path, settings) as bot,
        hall(f"http://127.0.0.1:{port}", COMPANY) as connector,
        agents_playground(bot.url, connector, port) as client,
    ):
        hr = Campaigning(lang, client, sqlite_database, tmp_path, settings)
        await hr.get_the_role()
        await client.in_channel().say(WISH[lang])
        draft = await hr.reads("campaign.reachable", n="12", m="12")
        assert hr.word("campaign.why_missing") in draft.read()
        await hr.press_one("campaign.way_edit")
        await hr.reads("campaign.edit_title")
        await hr.press_one("buttons.save", **{f"why_{lang}": WHY[lang]})
        await client.until_shown(WHY[lang])
        await hr.press_one("campaign.way_preview")
        await hr.reads("campaign.as_if")
        await hr.press_one("campaign.way_ready")
        await hr.reads("campaign.launch_means")
        await hr.press_one("campaign.launch_now")
        running_ = await hr.reads("campaign.state_running")
        assert running_.id == draft.id

        await hr.get_invited()
        await hr.press_one("invitation.yes")
        await hr.reads("invitation.said_yes")
        await client.say({"en": "campaign pause", "fr": "campagne suspendre"}[lang])
        await hr.reads("campaign.state_paused")
        await client.say({"en": "campaign report", "fr": "campagne rapport"}[lang])
        report = await hr.reads("campaign.unknown")
        assert hr.word("campaign.not_worked_out") in report.read()
    assert WHY[lang] not in bot.said()


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
    offered = next(one for one in labels(client.messages()[-1].card) if "9" in one)
    assert offered.replace("\u00a0", " ") in {"Tuesday 09:00", "Mardi 9 h"}
    await client.press(offered)
    await journey.asked("onboarding", "place")
    await client.press("UTC")
    await journey.asked("onboarding", "done")


def _let_reminder_come(database: Database) -> None:
    """Make the only reminder due, and put who asked for it where people work at this hour."""
    country, zone = workday_somewhere(real_now())
    engine = create_engine(database.url, poolclass=NullPool)
    coming = (moments.c.kind == "team_reminder") & moments.c.settled_at.is_(None)
    due = real_now() - timedelta(minutes=1)
    with engine.begin() as db:
        (asked,) = db.execute(select(moments.c.coachee_id).where(coming)).scalars()
        db.execute(update(people).where(people.c.id == asked).values(zone=zone, country=country))
        db.execute(update(moments).where(coming).values(due_at=due, meant_at=due))


def _let_invitation_come(database: Database) -> None:
    """Make the invitation of whoever made the campaign due, where people work at this hour."""
    country, zone = workday_somewhere(real_now())
    engine = create_engine(database.url, poolclass=NullPool)
    due = real_now() - timedelta(minutes=1)
    with engine.begin() as db:
        maker = db.execute(select(campaigns.c.created_by)).scalar_one()
        there = {"zone": zone, "zone_known": True, "country": country}
        db.execute(update(people).where(people.c.id == maker).values(there))
        own = (moments.c.kind == "invitation") & (moments.c.coachee_id == maker)
        db.execute(update(moments).where(own).values(due_at=due, meant_at=due))


def _let_round_end(database: Database) -> None:
    """Make the close of the open round due."""
    engine = create_engine(database.url, poolclass=NullPool)
    closing = (moments.c.kind == "round_close") & moments.c.settled_at.is_(None)
    due = real_now() - timedelta(minutes=1)
    with engine.begin() as db:
        db.execute(update(moments).where(closing).values(due_at=due, meant_at=due))


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
