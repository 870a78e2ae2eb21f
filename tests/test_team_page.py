"""A team's page: it says what the channel says, to whoever is in the team, for a while."""

import asyncio
import json
import re
import threading
from base64 import urlsafe_b64decode
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.modals import to_modal
from adapters.teams.dialogs import to_dialog
from adapters.web.elements import to_html
from adapters.web.links import Seal
from adapters.web.pictures import Kind, Make, NotDrawn
from adapters.web.team import routes
from adapters.web.team.links import LIVES, PATH, TeamLinks
from adapters.wiring import _add_team_page
from bot.errors import Busy
from bot.language import LANGS, Lang
from bot.messages import Bullets, Chart, Facts, Heading, Link, Message, Series, Span, Text
from bot.people import Coachee
from bot.teams.content import Round, Sealed
from bot.teams.history import History
from storage.cipher import new_key
from storage.store import Store
from tests.databases import KEY, Database
from tests.fakes import Clock
from tests.players import at_the_door, controls
from tests.squads import Squad, Teammate, squad, text_of
from tests.world import MONDAY, library

ADDRESS = "https://declic.example"
LINKS = TeamLinks(KEY, ADDRESS)
GONE = {"en": "This link no longer works", "fr": "Ce lien ne fonctionne plus"}
LEFT = {"en": "This page is for the team", "fr": "Cette page est réservée à l’équipe"}
AGAIN = {"en": "type ‘/coach-team results’", "fr": "tapez «\u202f/coach-team results\u202f»"}
LINES = ("An hour for drafts", "Calls before noon", "Fewer meetings")
HEARD = "Time is <short>"
ACTION = "Decide on Mondays & Thursdays"


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Storage has tests of its own; what is tested here is the same on every database."""
    return sqlite_database


@dataclass
class House:
    """A team with its page, and a browser."""

    team: Squad
    http: TestClient[Any, Any]

    async def ask(self, one: Teammate) -> Message:
        """Type the command in the channel."""
        reply = await one.team_command("results")
        assert reply.show
        return reply.show

    async def link(self, one: Teammate, lang: Lang = "en") -> str:
        """Return the path of somebody's link."""
        me, team = await self.team.coachee(one), await self.team.team()
        return path_of(me.id, team.id, lang, self.team.world.clock)

    async def get(self, path: str, status: int = 200, lang: Lang = "en") -> str:
        async with self.http.get(path, headers={"Accept-Language": lang}) as answer:
            assert answer.status == status
            assert answer.headers["Cache-Control"] == "no-store"
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            return await answer.text()


def path_of(coachee_id: str, team_id: str, lang: Lang, now: Clock) -> str:
    address = LINKS.address(coachee_id, team_id, lang, now())
    assert address
    return address.removeprefix(ADDRESS)


def links(message: Message) -> list[Link]:
    return [one for one in message.elements if isinstance(one, Link)]


def not_drawn(_chart: Chart, _kind: Kind) -> bytes:
    raise NotDrawn("none in this test")


@asynccontextmanager
async def house(
    store: Store, lang: Lang = "en", *, closed: bool = True, address: str = ADDRESS
) -> AsyncIterator[House]:
    """A team of five with the page as it is wired, and one round that is over."""
    async with at_the_door(store, Clock(MONDAY), address) as (world, chat):
        app = web.Application()
        _add_team_page(app, world.engine, LINKS, world.clock)
        async with TestClient(TestServer(app)) as http:
            team = squad(world, chat, 5, lang)
            await team.invite_bot()
            if closed:
                await close_a_round(team)
            yield House(team, http)


async def close_a_round(team: Squad) -> None:
    """Let there be a round that all answered alike; without levels nothing is drawn."""
    found, now = await team.team(), team.world.clock()
    one = Round("r1", found.id, 1, now - timedelta(days=3), now, ("blocker",), "summary")
    one = replace(one, sealed=Sealed(5, blockers=("means",)))
    await team.world.change(lambda uow: uow.teams.begin(one))


async def all_answer(team: Squad, n: int, **values: str | list[str]) -> None:
    """Let so many answer alike, and the round close."""
    for one in team.members[:n]:
        await one.answer_with(**values)
    await team.close()


async def three_rounds(team: Squad) -> None:
    """A round with lines, a loop and an action; one with too few answers; and one more."""
    await team[0].press_there("team:start")
    await team[0].press_there("team:now")
    for one, line in zip(team.members, LINES, strict=False):
        await one.answer_with(energy="1", blocker="means", offer=line)
        await one.say_yes()
    for one in team.members[len(LINES) :]:
        await one.answer_with(energy="2", blocker="means")
    await team.close()
    await team[0].team_command("close-loop")
    day = (team.world.clock() + timedelta(days=30)).date()
    await team[0].fill(
        {
            "heard": HEARD,
            "will": "We drop a meeting",
            "wont": "",
            "action": ACTION,
            "owner": team[1].person,
            "due": day.isoformat(),
        }
    )
    await team[0].press_there("team:now")
    await all_answer(team, 4)
    await team[0].press_there("team:now")
    await all_answer(team, 5, energy="5", blocker="decision")


def said(html: str) -> list[str]:
    """Read a page line by line, but for its frame, its table of levels and its foot."""
    main = html.partition("<main>")[2].partition("<footer>")[0]
    main = re.sub(r"<section class='levels'.*?</section>", "", main)
    main = main.replace("</th><td>", ": ").replace("<br>", "\n")
    blocks = re.sub(r"</?(?:h\d|p|li|ul|tr|section|table|tbody)\b[^>]*>", "\n", main)
    return [line for one in re.sub(r"<[^>]+>", "", blocks).split("\n") if (line := unescape(one))]


def told(*messages: Message) -> set[str]:
    """Read messages line by line, but for what a platform puts under and around them."""
    lines = {line for one in messages for line in text_of(one).split("\n")}
    foots = {
        text for one in messages for e in one.elements if (text := getattr(e, "visibility", ""))
    }
    alts = {e.alt for one in messages for e in one.elements if isinstance(e, Chart)}
    return {line for line in lines - foots - alts if line}


@dataclass(frozen=True, slots=True)
class Played:
    """What somebody read in the channel and on the page, after three rounds."""

    channel: frozenset[str]
    html: str
    people: tuple[str, ...]

    @property
    def headings(self) -> list[str]:
        """Headings below the title, from top to bottom."""
        return [unescape(one) for one in re.findall(r"<h[23][^>]*>(.*?)</h[23]>", self.html)]

    @property
    def levels(self) -> str:
        """The picture of levels with its table."""
        return self.html.partition("<section class='levels'")[2].partition("</section>")[0]


_PLAYED: dict[Lang, Played] = {}


async def played(store: Store, lang: Lang) -> Played:
    """Play three rounds, once in each language."""
    if lang not in _PLAYED:
        async with house(store, lang, closed=False) as home:
            await three_rounds(home.team)
            answer = await home.ask(home.team[4])
            (link,) = links(answer)
            html = await home.get(link.url.removeprefix(ADDRESS))
            other = {library().say(key, lang) for key in ("team.summary_active", "team.agreed")}
            rounds = [one for one in home.team.posted if one.summary not in other]
            assert len(rounds) == 4
            people = tuple(one.person for one in home.team.members)
            _PLAYED[lang] = Played(frozenset(told(answer, *rounds)), html, people)
    return _PLAYED[lang]


class TestWhatItSays:
    """What stands in the channel, and nothing else."""

    @pytest.mark.parametrize("lang", LANGS)
    async def test_it_says_what_the_channel_says(self, store: Store, lang: Lang) -> None:
        """Each line of the page stands in the channel, and each of the channel's on the page.

        But that a summary is answered under it: the answer itself is there.
        """
        read = await played(store, lang)
        assert set(said(read.html)) == read.channel - {library().say("team.loop_closed", lang)}
        for words in (*LINES, ACTION, HEARD):
            assert any(words in line for line in said(read.html)), words

    async def test_the_newest_round_stands_first(self, store: Store) -> None:
        """Questions to talk about stand there once, under it."""
        read = await played(store, "en")
        assert [one.partition(",")[0] for one in read.headings] == [
            "Levels over time",
            "Blockers we named",
            "What we agreed on",
            "Team check-in",
            "Team check-in",
            "Team check-in",
            "What we heard",
        ]
        answered = [one.endswith("5 to 7 answers") for one in read.headings[3:6]]
        assert answered == [True, False, True]
        assert read.html.count("Talk about it for fifteen minutes") == 1

    @pytest.mark.parametrize(
        ("lang", "low", "few", "high"),
        [
            ("en", "low", "too few answers", "high"),
            ("fr", "basse", "trop peu de réponses", "haute"),
        ],
    )
    async def test_the_table_has_the_words_of_the_picture(
        self, store: Store, lang: Lang, low: str, few: str, high: str
    ) -> None:
        """A row a round, of energy, role and goal; the picture has the colours of the page."""
        levels = (await played(store, lang)).levels
        cells = re.findall(r"<td>(.*?)</td>", levels)
        assert cells == [low, high, high, few, few, few, high, high, high]
        assert levels.count("<svg") == 1
        assert "var(--series-1)" in levels

    @pytest.mark.parametrize("lang", LANGS)
    async def test_no_number_of_answers_and_no_name_is_on_it(
        self, store: Store, lang: Lang
    ) -> None:
        """How many answered is a band; not even the owner of an action is named."""
        read = await played(store, lang)
        assert [one for one in read.people if one in read.html] == []
        for heading in (read.headings[3], read.headings[5]):
            day, *band = re.findall(r"\d+", heading)
            assert band == ["5", "7"], day

    async def test_it_speaks_the_language_of_who_reads(self, store: Store) -> None:
        """Whatever the channel's, and whatever they spoke when they asked for the link."""
        async with house(store) as home:
            path = await home.link(home.team[2], "en")
            me = await home.team.coachee(home.team[2])
            await home.team.world.change(lambda uow: uow.people.put(replace(me, lang="fr")))
            page = await home.get(path)
            assert "<html lang='fr'>" in page
            assert "Point d’équipe du" in page
            assert "check-in" not in page


class TestTheLink:
    """One person's, for one team, for a quarter of an hour."""

    async def test_it_works_again_and_again_until_then(self, store: Store) -> None:
        """A look changes nothing, so a preview in a chat does no harm."""
        async with house(store) as home:
            path, clock = await home.link(home.team[2]), home.team.world.clock
            assert await home.get(path) == await home.get(path)
            clock.move(timedelta(seconds=LIVES))
            await home.get(path)
            clock.move(timedelta(seconds=1))
            await home.get(path, 404)

    @pytest.mark.parametrize("lang", LANGS)
    async def test_an_old_one_says_how_to_get_a_new_one(self, store: Store, lang: Lang) -> None:
        """In the language of the browser, since nothing can be read from it any more."""
        async with house(store) as home:
            path = await home.link(home.team[2])
            home.team.world.clock.move(timedelta(seconds=LIVES + 1))
            page = unescape(await home.get(path, 404, lang))
            assert GONE[lang] in page
            assert AGAIN[lang] in page
            assert "15 minutes" in page

    async def test_it_only_reads(self, store: Store) -> None:
        """There is nothing to send to it."""
        async with house(store) as home:
            path = await home.link(home.team[2])
            for verb in ("POST", "PUT", "DELETE", "HEAD"):
                assert (await home.http.request(verb, path)).status == 405

    async def test_it_tells_nothing_by_itself(self, store: Store) -> None:
        """Neither who, nor which team."""
        async with house(store) as home:
            path = await home.link(home.team[2])
            inside = urlsafe_b64decode(path.rpartition("/")[2])
            me, team = await home.team.coachee(home.team[2]), await home.team.team()
            for known in (me.id, me.person, team.id, team.place):
                assert known not in path
                assert known.encode() not in inside

    @pytest.mark.parametrize("lang", LANGS)
    async def test_who_left_reads_nothing_more(self, store: Store, lang: Lang) -> None:
        """Membership is asked at each look, not when the link was made."""
        async with house(store) as home:
            path = await home.link(home.team[3], lang)
            await home.get(path)
            await home.team.go(home.team[3])
            title, *_ = said(page := await home.get(path, 403))
            assert title == LEFT[lang]
            assert AGAIN[lang] in unescape(page)

    async def test_nobody_reads_where_the_bot_was_removed(self, store: Store) -> None:
        """What was said in a channel is no longer shown once the bot is out of it."""
        async with house(store) as home:
            path = await home.link(home.team[2])
            await home.team.remove_bot()
            assert LEFT["en"] in await home.get(path, 403)

    async def test_it_is_for_one_team(self, store: Store) -> None:
        """Whoever is in one team reads nothing of another, nor does a stranger of any."""
        async with house(store) as home:
            me, team = await home.team.coachee(home.team[2]), await home.team.team()
            other = replace(team, id="another", place="C0OTHER", card_token=None)
            await home.team.world.change(lambda uow: uow.teams.add(other))
            stranger = replace(me, id="stranger", person="U0STRANGER")
            await home.team.world.change(lambda uow: uow.people.add(stranger))
            clock = home.team.world.clock
            await home.get(path_of(me.id, team.id, "en", clock))
            for who, which in ((me.id, "another"), ("stranger", team.id), ("nobody", team.id)):
                assert LEFT["en"] in await home.get(path_of(who, which, "en", clock), 403)

    async def test_a_token_made_for_something_else_is_none(self, store: Store) -> None:
        """Nor one made with another key, nor one that was changed."""
        async with house(store) as home:
            token = (await home.link(home.team[2])).rpartition("/")[2]
            now = home.team.world.clock()
            inside = LINKS._links.content(token, now)
            assert inside
            others = ("dashboard/enter", "dashboard session", "campaign-list", "charts", "export")
            forged = [Seal(KEY, purpose, lives=LIVES).token(inside, now) for purpose in others]
            forged.append(Seal(new_key(), PATH, lives=LIVES).token(inside, now))
            forged.append(token[:60] + ("A" if token[60] != "A" else "B") + token[61:])
            for one in (*forged, "junk", "a" * 4000):
                assert GONE["en"] in await home.get(f"/{PATH}/{one}", 404)
            again = Seal(KEY, PATH, lives=LIVES).token(inside, now)
            await home.get(f"/{PATH}/{again}")


class TestWhereItIsOffered:
    """In the private answer, where there is a page and something to read."""

    async def test_the_private_answer_has_it(self, store: Store) -> None:
        """In the channel, and in the chat of one's own, as whoever uses Teams asks for it."""
        async with house(store) as home:
            alone = await home.team[2].say("team results")
            assert alone.show
            for answer in (await home.ask(home.team[2]), alone.show):
                (link,) = links(answer)
                assert link.label == "Open on a page"
                assert "5 to 7 answers" in await home.get(link.url.removeprefix(ADDRESS))

    async def test_the_channel_itself_gets_none(self, store: Store) -> None:
        """The answer that everybody sees has a button, which gives each a link of their own."""
        async with house(store) as home:
            await home.team[2].mention("results")
            posted = home.team.posted[-1]
            assert "Our check-ins so far" in text_of(posted)
            assert links(posted) == []
            me, other = home.team[2], home.team[3]
            assert await linked(home, me) == await home.team.coachee(me)
            assert await linked(home, other) == await home.team.coachee(other)

    async def test_the_window_has_it_on_both_platforms(self, store: Store) -> None:
        """A modal of Slack and a dialog of Teams open the address."""
        async with house(store) as home:
            await home.team[2].mention("results")
            reply = await home.team[2].press_there("team:page")
            assert reply.form
            (link,) = (one for one in reply.form.elements if isinstance(one, Link))
            for window in (to_modal(reply.form), to_dialog(reply.form)):
                assert f'"url": "{link.url}"' in json.dumps(window)

    async def test_the_button_is_for_members_alone(self, store: Store) -> None:
        """Somebody else of a public channel is told that it is for the team."""
        async with house(store) as home:
            await home.team[2].mention("results")
            outside = Teammate(home.team.world, home.team.chat, "U99GUEST")
            reply = await outside.press_there("team:page")
            assert not reply.form
            assert "members of this channel" in reply.notice

    async def test_before_the_first_close_there_is_none(self, store: Store) -> None:
        """There would be nothing to read; a page that is open anyway says so."""
        async with house(store, closed=False) as home:
            answer = await home.ask(home.team[2])
            assert links(answer) == []
            assert set(said(await home.get(await home.link(home.team[2])))) == told(answer)

    async def test_without_a_public_address_there_is_none(self, store: Store) -> None:
        """The answer is the same, but for the link."""
        async with house(store, address="") as home:
            answer = await home.ask(home.team[2])
            assert "Our check-ins so far" in text_of(answer)
            assert links(answer) == []
            await home.team[2].mention("results")
            assert {option for _, option in _offered(home.team.posted[-1])} == set()


async def linked(home: House, one: Teammate) -> Coachee | None:
    """Press the channel's button, and return for whom the page is that it leads to."""
    reply = await one.press_there("team:page")
    assert reply.form
    (link,) = (e for e in reply.form.elements if isinstance(e, Link))
    await home.get(link.url.removeprefix(ADDRESS))
    reader = LINKS.reader(link.url.rpartition("/")[2], home.team.world.clock())
    assert reader
    return await home.team.world.look(lambda uow: uow.people.look(reader.coachee_id))


def _offered(message: Message) -> set[tuple[str, str]]:
    offered = {(token, option) for token, options in controls(message) for option in options}
    return {one for one in offered if one[1].startswith("team:")}


CHART = Chart("Levels", ("5 Nov",), ("low", "high"), (Series("Energy", (1,)),), "Energy: high.")
TOLD = History(Message("en", "Results", (Heading("Results"), CHART)), ())


async def page_of(
    make: Make[Chart], *, busy: bool = False, patience: float = 5.0
) -> tuple[int, str]:
    """Serve a page whose picture is made like this, and read it."""

    async def read(_coachee_id: str, _team_id: str) -> History | None:
        if busy:
            raise Busy("test")
        return TOLD

    app, clock = web.Application(), Clock(MONDAY)
    routes.add_routes(app, LINKS, read, library().wording, clock, make, patience)
    async with TestClient(TestServer(app)) as http:
        path = path_of("me", "mine", "fr", clock)
        async with http.get(path) as answer:
            return answer.status, await answer.text()


@asynccontextmanager
async def pages_of(make: Make[Chart]) -> AsyncIterator[Callable[[str], Coroutine[None, None, str]]]:
    """Serve pages of two teams, to be got by the team's id, with pictures made like this."""

    async def read(_coachee_id: str, team_id: str) -> History | None:
        chart = CHART if team_id == "mine" else replace(CHART, title="Other")
        return History(Message("en", "Results", (Heading("Results"), chart)), ())

    app, clock = web.Application(), Clock(MONDAY)
    routes.add_routes(app, LINKS, read, library().wording, clock, make)
    async with TestClient(TestServer(app)) as http:

        async def get(team_id: str) -> str:
            async with http.get(path_of("me", team_id, "en", clock)) as answer:
                return await answer.text()

        yield get


@pytest.mark.parametrize(
    ("lang", "heading"), [("en", "This cannot be read"), ("fr", "Lecture impossible")]
)
async def test_without_the_key_of_the_rounds_it_says_so(
    store: Store,
    database: Database,
    caplog: pytest.LogCaptureFixture,
    lang: Lang,
    heading: str,
) -> None:
    """Calmly, in the reader's language; the log names the round, for whoever has the key."""
    async with house(store) as home:
        link = await home.link(home.team[0], lang)
        clock = home.team.world.clock
    stranger = database.open(new_key())
    async with at_the_door(stranger, clock) as (world, _chat):
        app = web.Application()
        _add_team_page(app, world.engine, LINKS, clock)
        async with TestClient(TestServer(app)) as http, http.get(link) as answer:
            assert answer.status == 503
            assert f"<h1>{heading}</h1>" in await answer.text()
    stranger.close()
    [line] = [one for one in caplog.records if one.message == "unreadable"]
    assert (line.levelname, line.__dict__["what"]) == ("ERROR", "words of round r1")


class TestThePicture:
    """Drawn while somebody waits, but not for long; the table is always there."""

    async def test_a_picture_that_is_not_drawn_leaves_the_table(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        """And a word in the log that tells nothing of the team."""
        status, page = await page_of(not_drawn)
        assert status == 200
        assert "<main><h1>Results</h1>" in page
        assert "<td>high</td>" in page
        assert "<svg" not in page.partition("<main>")[2]
        assert [one.message for one in caplog.records] == ["chart_not_drawn"]

    async def test_nobody_waits_long_for_it(self) -> None:
        """Without the picture the page comes anyway."""
        release = threading.Event()

        def slow(_chart: Chart, _kind: Kind) -> bytes:
            release.wait(5)
            return b"<svg></svg>"

        waiting = page_of(slow, patience=0.05)
        try:
            _, page = await waiting
        finally:
            release.set()
        assert "<td>high</td>" in page
        assert "<svg></svg>" not in page

    async def test_nobody_waits_for_the_picture_of_another_team(self) -> None:
        """Only for one's own, whoever of the team asked for it first."""
        release, begun = threading.Event(), threading.Event()

        def slow(chart: Chart, _kind: Kind) -> bytes:
            if chart == CHART:
                begun.set()
                release.wait(5)
            return f"<svg>{chart.title}</svg>".encode()

        async with pages_of(slow) as get:
            own = [asyncio.create_task(get("mine")) for _ in range(2)]
            await asyncio.to_thread(begun.wait, 5)
            other = await asyncio.wait_for(get("other"), 2)
            release.set()
            drawn = [await one for one in own]
            later = await get("other")
        assert "<td>high</td>" in other
        assert "<svg>" not in other
        assert all("<svg>Levels</svg>" in page for page in drawn)
        assert "<svg>Other</svg>" in later

    async def test_too_much_at_once_is_said_calmly(self) -> None:
        """In the language of whoever asked for the link."""
        status, page = await page_of(not_drawn, busy=True)
        assert status == 503
        assert "<h1>Un instant</h1>" in page


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_words_are_never_markup(words: str) -> None:
    """Whatever somebody wrote is read as it was written, wherever it stands."""
    elements = (
        Heading(words),
        Text((Span(words, "bold"),)),
        Bullets((words,)),
        Facts(((words, words),)),
    )
    parts = re.split(r"<[^>]*>", to_html(elements, 3))
    assert [unescape(one) for one in parts if one] == [words] * 5
