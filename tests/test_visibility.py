"""Who sees what: the line on every question says what the code does, and nobody else gets in."""

import re
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import Boolean, DateTime, Float, Integer, LargeBinary, Numeric

from adapters.settings import DEFAULT_DATABASE, Settings
from adapters.web import campaign_notice, notice, team_notice
from adapters.web.charts import ChartLinks
from adapters.web.export import ExportLinks
from adapters.wiring import _add_web, live, played
from bot.cards import Card
from bot.frame import WORDS
from bot.language import LANGS, Lang
from bot.library import asks
from bot.messages import Footer, Message
from bot.people import Coachee
from bot.programmes import Programme, Step
from bot.sessions import Session
from bot.speech import compose_card
from bot.turn import Turn
from bot.visibility import GROUP_OF, NOTHING_ASKED, POLICY, Keeps
from storage import migrate
from storage.store import Store
from storage.tables import ENCRYPTED, metadata
from storage.types import UtcDateTime
from tests.databases import KEY, Database
from tests.fakes import Clock
from tests.players import Player, Words, at_the_door
from tests.traces import found
from tests.world import MONDAY, library

DAYS = {"days": 1, "jours": 1, "months": 365 / 12, "mois": 365 / 12}
WRITTEN = {"text", "text_buttons", "person", "person_buttons", "previous"}


def questions() -> Iterator[tuple[Programme, Step]]:
    """Walk through every question of every programme, whatever its version."""
    for programme in library().programmes.values():
        yield from ((programme, step) for step in programme.steps.values() if asks(step))


def said_duration(line: str) -> timedelta | None:
    """Read how long something is kept from the line a person reads."""
    read = re.search(r"(\d+) (days|jours|months|mois)", line)
    return timedelta(days=round(int(read[1]) * DAYS[read[2]])) if read else None


class TestLine:
    """One policy, for the line and for the purge."""

    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize("keeps", POLICY)
    def test_a_line_says_the_duration_of_its_rule(self, keeps: Keeps, lang: Lang) -> None:
        """In both languages; what has no time limit names no time."""
        rule = POLICY[keeps]
        said = said_duration(rule.line.text(lang))
        if rule.kept is None:
            assert said is None
        else:
            assert said is not None
            assert abs(said - rule.kept) < timedelta(days=1)

    @pytest.mark.parametrize("keeps", POLICY)
    def test_a_line_says_who_reads_it(self, keeps: Keeps) -> None:
        """Only you, and a partner you chose, unless groups of five or more see a figure."""
        line = POLICY[keeps].line
        if "groups" not in POLICY[keeps].readers:
            assert line.en.startswith("Only you")
            assert line.fr.startswith("Vous seul")
            assert ("partner" in line.en) == ("partner" in POLICY[keeps].readers)
            assert ("partenaire" in line.fr) == ("partner" in POLICY[keeps].readers)
        else:
            assert str(GROUP_OF) in line.en
            assert str(GROUP_OF) in line.fr

    def test_only_figures_are_seen_by_groups(self) -> None:
        """Words have no reader but the person; a plan, whom the person shares it with."""
        shared = {keeps: rule.readers for keeps, rule in POLICY.items() if len(rule.readers) > 1}
        assert shared == {
            "rating": ("person", "groups"),
            "invitation": ("person", "groups"),
            "plan": ("person", "partner"),
            "team": ("person", "groups"),
        }
        assert GROUP_OF >= 5

    @pytest.mark.parametrize("lang", LANGS)
    def test_every_question_of_every_programme_ends_with_its_line(
        self, sqlite_store: Store, lang: Lang
    ) -> None:
        """And with help."""

        def read() -> list[tuple[str, Step, Footer]]:
            read = []
            with sqlite_store.open_uow() as uow:
                person = Coachee("c1", "fake:T1", "U1", {}, MONDAY, state="active", lang=lang)
                turn = Turn(uow, library(), lambda: "id", MONDAY, "e1", person)
                for number, (programme, step) in enumerate(questions()):
                    message = compose_card(turn, a_question(turn, programme, step, str(number)))
                    read.append((programme.id, step, foot(message)))
            return read

        every = sqlite_store.run_sync(read)
        assert len(every) > 120
        for programme_id, step, footer in every:
            wanted = POLICY[step.keeps].line if step.keeps else NOTHING_ASKED  # type: ignore[index]
            assert footer.visibility == wanted.text(lang), (programme_id, step.id)
            assert footer.help

    def test_words_are_kept_as_the_line_says(self) -> None:
        """No question that takes words promises the duration of something else."""
        for programme, step in questions():
            place = f"{programme.id}:{step.id}"
            if step.kind in WRITTEN:
                assert step.keeps in {"session", "goal", "learning", "feedback"}, place
            if step.kind == "commitment":
                assert step.keeps == "commitment", place

    @pytest.mark.parametrize("lang", LANGS)
    def test_no_text_repeats_words_other_than_the_commitment(self, lang: Lang) -> None:
        """Whoever changes a pack cannot bring a goal or an answer into the chat."""
        for programme in library().programmes.values():
            for step in programme.steps.values():
                holes = set(re.findall(r"{(\w+)}", step.say.text(lang)))
                assert not holes & (WORDS - {"commitment"}), f"{programme.id}:{step.id}"

    def test_what_is_never_written_down_promises_nothing(self) -> None:
        """Questions about harm, and those that only go on."""
        for programme, step in questions():
            if step.keeps is None:
                assert step.kind == "buttons", f"{programme.id}:{step.id}"
                assert not step.does


def a_question(turn: Turn, programme: Programme, step: Step, number: str) -> Card:
    """Let a session stand at a step."""
    session = Session(
        id=f"s{number}",
        coachee_id=turn.coachee.id,
        programme_id=programme.id,
        programme_version=programme.version,
        step_id=step.id,
        status="open",
        started_at=turn.now,
        touched_at=turn.now,
        card_token=f"t{number}",
    )
    turn.uow.sessions.add(session)
    later = turn.now + timedelta(days=90)
    return Card(
        f"t{number}", turn.coachee.id, "step", turn.now, later, {"step": step.id}, session.id
    )


def foot(message: Message | None) -> Footer:
    """Return the foot of a message."""
    assert message is not None
    footer = message.elements[-1]
    assert isinstance(footer, Footer)
    return footer


FIGURES = {
    "audit.seq": "order",
    "campaign_people.position": "the order in which people were found",
    "campaign_people.wave": "when somebody is invited, drawn by lot",
    "campaigns.cursor": "how far the planning of invitations went",
    "campaigns.seq": "order",
    "campaigns.version": "guards against lost updates",
    "answers.number": "a step on a scale, as tapped; goes with the session's words",
    "answers.position": "the order of answers",
    "cards.seq": "order",
    "commitments.checks_final": "how many criteria the wording of a plan meets",
    "commitments.checks_first": "the same, of the first wording",
    "commitments.confidence": "how sure the person said to be of this one step",
    "commitments.moves": "how often a date was changed",
    "commitments.seq": "order",
    "commitments.version": "guards against lost updates",
    "figures.position": "which of a month's groups a figure is of",
    "ledger.seq": "order",
    "measures.seq": "order",
    "measures.value": "where the indicator of an objective stands, as its owner read it",
    "outbox.attempts": "how often a message was tried",
    "outbox.id": "order",
    "outcomes.seq": "order",
    "people.silences": "keeps follow-ups back after silence; back to zero with any answer",
    "people.slot_weekday": "the day the person chose",
    "people.unanswered": "slows the pace after silence; back to zero with any answer",
    "people.version": "guards against lost updates",
    "plan_versions.number": "the order of a plan's versions",
    "plan_versions.seq": "order",
    "offered_slots.place": "the order in which the company offers slots",
    "offered_slots.weekday": "what the company offers everybody first",
    "plans.agreed": "which version of a plan counts",
    "plans.number": "the latest version of a plan",
    "plans.seq": "order",
    "plans.version": "guards against lost updates",
    "ratings.seq": "order",
    "records.seq": "order",
    "ratings.value": "how useful the person found a session",
    "roles.seq": "order",
    "sessions.programme_version": "which wording the session began with",
    "sessions.seq": "order",
    "sessions.version": "guards against lost updates",
    "starred_themes.place": "the order in which the company starred its themes",
    "team_blockers.number": "which round of a team named it",
    "team_blockers.seq": "order",
    "team_blockers.version": "how often it was changed",
    "team_commitments.moves": "how often a date was changed",
    "team_commitments.seq": "order",
    "team_commitments.version": "guards against lost updates",
    "team_members.since": "the first round whose close somebody sees, whether they answer or not",
    "team_rounds.number": "the order of a team's rounds",
    "team_rounds.seq": "order",
    "team_rounds.version": "guards against lost updates; no answer counts it up",
    "teams.compared": "the last round with which the next one may be compared",
    "teams.rounds": "how many rounds were opened",
    "teams.seq": "order",
    "teams.version": "guards against lost updates",
    "teams.weekday": "the day the team chose",
    "teams.weeks": "from one round to the next",
    "teams.went": "how many left since a round, so that nobody's answer can be subtracted",
    "wave_people.position": "names somebody within one month's waves, in the order of pseudonyms",
    "waves.number": "the order of a month's figures over the same answers",
    "words.seq": "order",
}
"""Every number that is kept, and what it is about.

Sessions, plans, messages and teams, never a person.
"""

JUDGING = re.compile(
    r"scor|rank|grade|point|streak|badge|level|perform|engag|\bactiv|mood|sentiment|emotion|risk"
    r"|last_seen|talent|potential|quality|profile"
)


class TestNoScore:
    """No stored score of a person anywhere."""

    def test_every_number_has_a_reason(self) -> None:
        """A new column with a number is looked at before it is kept."""
        numbers = {
            str(column)
            for table in metadata.tables.values()
            for column in table.columns
            if isinstance(column.type, Integer | Numeric | Float)
            and not isinstance(column.type, Boolean)
        }
        assert numbers == set(FIGURES)

    def test_no_name_judges_a_person(self) -> None:
        """Neither of a table nor of a column."""
        names = [str(c) for table in metadata.tables.values() for c in table.columns]
        assert [name for name in [*metadata.tables, *names] if JUDGING.search(name)] == []

    def test_words_have_few_places(self) -> None:
        """A person's stand in one table, those of a team and of HR in theirs; all are encrypted.

        Of closed months these are the names of groups, and who was in which.
        """
        binary = [
            str(column)
            for table in metadata.tables.values()
            for column in table.columns
            if isinstance(column.type, LargeBinary)
        ]
        assert sorted(binary) == sorted(["seen.key", *map(str, ENCRYPTED)])
        shared = ("seen.", "team_", "campaign", "closings.", "placements.", "waves.")
        assert [name for name in binary if not name.startswith(shared)] == ["words.ciphertext"]

    def test_times_of_a_person_are_about_their_own_wishes(self) -> None:
        """When they began, pause and stopped; not when they were seen last."""
        times = {
            column.name
            for column in metadata.tables["people"].columns
            if isinstance(column.type, UtcDateTime | DateTime)
        }
        assert times == {"created_at", "paused_until", "stopped_at"}


OPEN = {("GET", "/healthz"), ("GET", "/readyz"), ("GET", "/privacy"), ("GET", "/terms")}
OWN = {("GET", "/export/{signed}"), ("GET", "/export/{signed}/plan.{kind}")}
LISTS = {("GET", "/campaign-list/{token}"), ("POST", "/campaign-list/{token}")}
CHARTS = {("GET", "/charts/{token}.{kind}")}
DASHBOARD = {
    ("GET", "/dashboard"),
    ("GET", "/dashboard/figures.csv"),
    ("GET", "/dashboard/{picture}.png"),
    ("GET", "/dashboard/enter/{token}"),
    ("POST", "/dashboard/enter/{token}"),
    ("POST", "/dashboard/leave"),
}
TEAM = {("GET", "/team-results/{token}")}
PLATFORMS = {("POST", "/slack/events"), ("POST", "/api/messages")}


@pytest.mark.usefixtures("room")
class TestRoutes:
    """The ways in over HTTP: none of them gives words to anybody but their author."""

    @pytest.fixture
    def room(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A folder of its own with a database, and no settings from outside."""
        monkeypatch.chdir(tmp_path)
        (tmp_path / "var").mkdir()
        migrate.upgrade(DEFAULT_DATABASE)
        for name in ("DECLIC_PUBLIC_URL", "SLACK_BOT_TOKEN", "TEAMS_APP_ID", "DECLIC_DATABASE_URL"):
            monkeypatch.delenv(name, raising=False)

    async def test_the_live_bot_has_only_these(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Platforms' signed requests, health, the notices, signed links, and figures of groups."""
        monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-test")
        monkeypatch.setenv("SLACK_SIGNING_SECRET", "test")
        monkeypatch.setenv("TEAMS_ALLOW_ANONYMOUS", "true")
        async with live(Settings(), web_too=True, worker_too=False) as site:
            assert routes(site) == OPEN | OWN | LISTS | CHARTS | DASHBOARD | TEAM | PLATFORMS

    async def test_a_worker_alone_serves_no_platform(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """It has nothing to do with people's requests."""
        monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-test")
        monkeypatch.setenv("SLACK_SIGNING_SECRET", "test")
        async with live(Settings(), web_too=False, worker_too=False) as site:
            assert routes(site) == OPEN | OWN | LISTS | CHARTS | DASHBOARD | TEAM

    async def test_the_playground_adds_only_itself(self) -> None:
        """Whose people are played, and who answers this computer alone."""
        async with played(Settings()) as site:
            added = routes(site) - OPEN - OWN - LISTS - CHARTS - DASHBOARD - TEAM
            assert added
            assert all(path.startswith("/playground") for _, path in added)

    async def test_the_notice_names_every_kind_of_data(self) -> None:
        """With the very line that stands under its questions, in both languages."""
        site = web.Application()
        notice.add_routes(site)
        async with TestClient(TestServer(site)) as client:
            for lang in LANGS:
                answer = await client.get("/privacy", headers={"Accept-Language": lang})
                read = unescape(await answer.text())
                assert answer.status == 200
                assert [k for k, rule in POLICY.items() if rule.line.text(lang) not in read] == []

    @pytest.mark.parametrize(
        ("lang", "said"),
        [
            ("en", ("Team check-ins", "Below 5 answers", "13 months", "30 days", "Backups", "key")),
            ("fr", ("Les points d’équipe", "de 5 réponses", "13 mois", "30 jours", "clé")),
        ],
    )
    async def test_the_notice_tells_of_team_check_ins(
        self, lang: Lang, said: tuple[str, ...]
    ) -> None:
        """Purpose, data, readers, durations and backups, with the numbers of the policy."""
        site = web.Application()
        notice.add_routes(site)
        async with TestClient(TestServer(site)) as client:
            answer = await client.get("/privacy", headers={"Accept-Language": lang})
            read = unescape(await answer.text())
        assert [one for one in said if one not in read] == []
        headings = [heading.text(lang) for heading, _ in team_notice.PARTS]
        assert [one for one in headings if f"<dt>{one}</dt>" not in read] == []
        assert "{" not in read.split("<dl>")[1]

    @pytest.mark.parametrize(
        ("lang", "said"),
        [
            ("en", ("Campaigns", "10 people", "at least 5 people", "13 months", "30 days")),
            ("fr", ("Les campagnes", "10 personnes", "au moins 5", "13 mois", "30 jours")),
        ],
    )
    async def test_the_notice_tells_of_campaigns(self, lang: Lang, said: tuple[str, ...]) -> None:
        """Purpose, data, readers, durations and limits, with the numbers of the policy."""
        site = web.Application()
        notice.add_routes(site)
        async with TestClient(TestServer(site)) as client:
            answer = await client.get("/privacy", headers={"Accept-Language": lang})
            read = unescape(await answer.text())
        told = read.partition(f"<h2>{campaign_notice.TITLE.text(lang)}</h2>")[2]
        assert [one for one in said[1:] if one not in told] == []
        headings = [heading.text(lang) for heading, _ in campaign_notice.PARTS]
        assert [one for one in headings if f"<dt>{one}</dt>" not in told] == []
        assert "{" not in told.partition("</dl>")[0]

    async def test_no_page_shows_words(self, ada: Player, word: Words) -> None:
        """A crawl of everything that answers without a signature finds nothing."""
        me, site, read = await ada.me(), web.Application(), []
        assert me is not None
        links = ExportLinks(KEY, "")
        _add_web(site, ada.world.engine, links, ChartLinks(KEY, ""), ada.world.clock)
        paths = [
            path.replace("{signed}", me.id).replace("{kind}", "md") for _, path in routes(site)
        ]
        async with TestClient(TestServer(site)) as client:
            for path in [*paths, "/", "/export/", f"/export/{me.person}", f"/people/{me.id}"]:
                for verb in ("GET", "POST", "PUT", "DELETE", "OPTIONS"):
                    answer = await client.request(verb, path)
                    read.append(await answer.text())
        assert len(read) > 40
        assert found(await ada.words_kept(), word.planted)
        assert found(read, [*word.planted, me.person, me.id]) == []


def routes(site: web.Application) -> set[tuple[str, str]]:
    """List methods and paths of an application, those of its parts included."""
    return {
        (route.method, route.resource.canonical if route.resource else "")
        for route in site.router.routes()
        if route.method != "HEAD"
    }


@pytest.fixture
def word() -> Words:
    return Words()


@pytest.fixture
async def ada(sqlite_store: Store, word: Words) -> AsyncIterator[Player]:
    """Somebody who has written something."""
    async with at_the_door(sqlite_store, Clock(MONDAY)) as (world, chat):
        player = Player(world, chat, "U0ADA")
        await player.onboard(word)
        yield player


@pytest.fixture
def sqlite_store(sqlite_database: Database) -> Iterator[Store]:
    opened = sqlite_database.open()
    yield opened
    opened.close()
