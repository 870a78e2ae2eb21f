"""The way to the page of figures: a link that works once, a cookie for a day, and a log."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from adapters.gate import Gate
from adapters.web.dashboard.way_in import COOKIE, LINK_LIVES, SESSION_LIVES, DashboardLinks
from adapters.web.links import Seal, SignedLinks
from bot.campaigns.arrivals import Visit
from bot.campaigns.grants import Deed, Grant, Role
from bot.language import Lang
from bot.messages import Link
from bot.ports import UnitOfWork
from storage.cipher import new_key
from storage.store import Store
from tests.dashboard_house import ADDRESS, LINKS, House, forget, housed, publish
from tests.databases import KEY, Database
from tests.figures import OCTOBER, year
from tests.hr import Company, company
from tests.squads import text_of


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """The store's own tests take both; what is tested here is the same on every database."""
    return sqlite_database


@pytest.fixture
async def house(store: Store) -> AsyncIterator[House]:
    async with housed(store, year().values()) as made:
        yield made


class TestTheLink:
    """One person, one role, five minutes, once."""

    async def test_a_preview_does_not_use_it_up(self, house: House) -> None:
        """Chats look at links before people do: only the button opens the page."""
        hr = house.person("hr", "hr")
        link = house.link(hr)
        for _ in range(3):
            answer, page = await house.get(link)
            assert answer.status == 200
            assert "works once" in page
            assert "Set-Cookie" not in answer.headers
        assert "reach" not in page.lower()
        assert house.log() == []
        answer, _ = await house.post(link)
        assert answer.status == 303
        assert answer.headers["Location"] == "/dashboard"
        assert [(deed.act, deed.by, deed.detail) for deed in house.log()] == [("entered", hr, "hr")]

    @pytest.mark.parametrize(
        ("lang", "used", "again"),
        [
            ("en", "This link was used already", "/coach-campaign dashboard"),
            ("fr", "Ce lien a déjà servi", "/coach-campaign tableau"),
        ],
    )
    async def test_it_works_once(self, house: House, lang: Lang, used: str, again: str) -> None:
        """The second time it says so, and how to get a new one."""
        link = house.link(house.person("hr", "hr"), lang=lang)
        await house.post(link)
        answer, page = await house.post(link)
        assert answer.status == 409
        assert used in page
        assert again in page
        assert "Set-Cookie" not in answer.headers

    async def test_it_works_for_five_minutes(self, house: House) -> None:
        """Then it is gone, for the button, too."""
        link = house.link(house.person("hr", "hr"))
        house.clock.move(timedelta(seconds=LINK_LIVES + 1))
        for answer, page in (await house.get(link), await house.post(link)):
            assert answer.status == 404
            assert "This link no longer works" in page
        assert house.log() == []

    @pytest.mark.parametrize("purpose", ["dashboard visit", "campaign-list", "export"])
    async def test_a_token_made_for_something_else_is_none(
        self, house: House, purpose: str
    ) -> None:
        """Nor one made with another key."""
        content = b'["id-hr","hr","en"]'
        house.person("hr", "hr")
        other = Seal(KEY, purpose, lives=LINK_LIVES).token(content, house.clock())
        stranger = SignedLinks(new_key(), "", "dashboard/enter", lives=LINK_LIVES)
        forged = stranger._seal.token(content, house.clock())
        for token in (other, forged, "junk", "a" * 4000):
            answer, _ = await house.post(f"/dashboard/enter/{token}")
            assert answer.status == 404

    @pytest.mark.parametrize("role", ["hr", "observer", "owner"])
    async def test_a_role_taken_back_meanwhile_opens_nothing(
        self, house: House, role: Role
    ) -> None:
        """The link does not give what the person has lost."""
        who = house.person("one", role)
        link = house.link(who, role)
        house.revoke(who, role)
        answer, page = await house.post(link)
        assert answer.status == 403
        assert "no longer open to you" in page
        assert "Set-Cookie" not in answer.headers

    async def test_whoever_comes_in_first_sees_pictures(self, house: House) -> None:
        """They are begun when the link is opened, before its button is pressed."""
        house.draws.set()
        hr = house.person("hr", "hr")
        link = house.link(hr)
        await house.get(link)
        await house.drawings.settle()
        answer, _ = await house.post(link)
        house.take(answer)
        answer = await house.http.get("/dashboard")
        assert "<svg role=" in await answer.text()

    async def test_before_the_first_month_the_door_opens_too(self, house: House) -> None:
        """There is nothing to draw then."""
        forget(house.store)
        answer, page = await house.get(house.link(house.person("hr", "hr")))
        assert answer.status == 200
        assert "works once" in page

    async def test_an_owner_by_setting_needs_no_grant(self, house: House) -> None:
        """As everywhere."""
        await house.come_in(house.person("boss"), "owner")
        answer, _ = await house.get()
        assert answer.status == 200


class TestTheCookie:
    """Open for eight hours, for one person and role, in one browser."""

    async def test_it_is_kept_from_other_sites_and_scripts(self, house: House) -> None:
        """Secure, HttpOnly, SameSite=Lax; within a frame of Teams partitioned instead."""
        hr = house.person("hr", "hr")
        answer, _ = await house.post(house.link(hr))
        cookie = answer.headers["Set-Cookie"]
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/dashboard"} <= set(cookie.split("; "))
        assert "Partitioned" not in cookie
        house.clock.move(timedelta(seconds=1))
        answer, _ = await house.post(house.link(hr), **{"Sec-Fetch-Dest": "iframe"})
        framed = answer.headers["Set-Cookie"]
        assert {"Secure", "HttpOnly", "SameSite=None", "Partitioned"} <= set(framed.split("; "))
        assert hr not in cookie + framed

    async def test_on_loopback_it_works_without_tls(self) -> None:
        """Or the playground could not show the page."""
        assert DashboardLinks(KEY, "http://127.0.0.1:3978")._secure is False
        assert DashboardLinks(KEY, ADDRESS)._secure is True

    async def test_without_one_the_page_says_how_to_come_in(self, house: House) -> None:
        """In the language of the browser, and no figure."""
        answer, page = await house.get(**{"Accept-Language": "fr"})
        assert answer.status == 401
        assert "/coach-campaign tableau" in page
        assert "%" not in page

    async def test_it_closes_after_eight_hours(self, house: House) -> None:
        """Whatever the browser keeps."""
        await house.come_in(house.person("hr", "hr"))
        house.clock.move(timedelta(seconds=SESSION_LIVES - 1))
        assert (await house.get())[0].status == 200
        house.clock.move(timedelta(seconds=2))
        answer, page = await house.get()
        assert answer.status == 401
        assert "come in by a link" in page

    async def test_a_forged_one_opens_nothing(self, house: House) -> None:
        """Neither another key, nor the link's own token, nor junk."""
        hr = house.person("hr", "hr")
        content = b'["id-hr","hr","en"]'
        now = house.clock()
        token = house.link(hr).rsplit("/", 1)[1]
        forged = Seal(new_key(), "dashboard visit", lives=60).token(content, now)
        for value in (token, forged, "junk", ""):
            house.http.session.cookie_jar.update_cookies({COOKIE: value})
            answer, _ = await house.get()
            assert answer.status == 401
        assert house.log() == []

    async def test_somebody_elses_link_replaces_it(self, house: House) -> None:
        """Who came in last is who looks, and whose role counts."""
        hr, other = house.person("hr", "hr"), house.person("other", "observer")
        await house.come_in(hr)
        await house.come_in(other, "observer")
        await house.get()
        assert house.log()[-1].by == other
        house.revoke(other, "observer")
        assert (await house.get())[0].status == 403

    async def test_a_cookie_of_somebody_erased_opens_nothing(self, house: House) -> None:
        """Nobody is left to look."""
        hr = house.person("hr", "hr")
        await house.come_in(hr)
        house.change(lambda uow: uow.people.erase(hr))
        answer, page = await house.get()
        assert answer.status == 403
        assert "%" not in page

    @pytest.mark.parametrize("path", ["", "/figures.csv", "/kept.png"])
    async def test_the_role_is_asked_anew_each_time(self, house: House, path: str) -> None:
        """Another role does not stand in for the one that is gone."""
        hr = house.person("hr", "hr", "observer")
        await house.come_in(hr)
        house.revoke(hr, "hr")
        answer, page = await house.get(f"/dashboard{path}")
        assert answer.status == 403
        assert "is not yours any more" in page
        assert [deed.act for deed in house.log()] == ["entered"]

    async def test_it_can_be_closed(self, house: House) -> None:
        """On somebody else's computer, say."""
        await house.come_in(house.person("hr", "hr"))
        answer, page = await house.post("/dashboard/leave")
        assert "no longer open" in page
        assert answer.headers["Set-Cookie"].startswith("declic_dashboard=; Max-Age=0; ")


class TestLooking:
    """Each look is written down before anything is shown."""

    async def test_page_table_and_picture_are_each_a_look(self, house: House) -> None:
        """With role, month and group."""
        hr = house.person("hr", "hr")
        await house.come_in(hr)
        await house.get()
        await house.get("/dashboard?month=2026-09&group=Sales")
        await house.get("/dashboard/figures.csv?month=2026-10&group=R%26D")
        looked = [deed for deed in house.log() if deed.act == "looked"]
        assert [deed.detail for deed in looked] == [
            "hr 2026-10 company",
            "hr 2026-09 Sales",
            "hr 2026-10 R&D",
        ]
        assert {deed.by for deed in looked} == {hr}

    async def test_what_cannot_be_noted_is_not_shown(self, house: House) -> None:
        """No look without a line in the log."""
        await house.come_in(house.person("hr", "hr"))
        house.busy = True
        answer, page = await house.get()
        assert answer.status == 503
        assert "%" not in page

    @pytest.mark.parametrize(
        "query",
        [
            "month=2026-11",
            "group=Nobody",
            "month=2026-10&team=1",
            "group=Sales&group=R%26D",
            "group=<script>alert(2)</script>",
            "group=Sales%00",
        ],
    )
    @pytest.mark.parametrize("path", ["", "/figures.csv", "/kept.png"])
    async def test_what_is_not_on_offer_is_refused(
        self, house: House, query: str, path: str
    ) -> None:
        """Calmly, without repeating what was asked for, and without a look."""
        await house.come_in(house.person("hr", "hr"))
        answer, page = await house.get(f"/dashboard{path}?{query}")
        assert answer.status == 400
        assert "There is no such view" in page
        assert "alert(2)" not in page
        assert [deed.act for deed in house.log()] == ["entered"]

    async def test_before_a_month_is_closed_it_says_when_there_will_be_one(
        self, house: House
    ) -> None:
        """Nobody meets an empty page."""
        forget(house.store)
        await house.come_in(house.person("hr", "hr"))
        answer, page = await house.get()
        assert answer.status == 200
        assert "No month is closed yet" in page

    @pytest.mark.parametrize("path", ["", "/figures.csv", "/kept.png"])
    @pytest.mark.parametrize(
        ("lang", "said"), [("en", "This cannot be read"), ("fr", "Lecture impossible")]
    )
    async def test_without_the_key_of_the_figures_it_says_so(
        self,
        store: Store,
        database: Database,
        caplog: pytest.LogCaptureFixture,
        path: str,
        lang: Lang,
        said: str,
    ) -> None:
        """Calmly, in the reader's language; the log names the month, for whoever has the key."""
        publish(store, *year().values())
        stranger = database.open(new_key())
        async with housed(stranger, ()) as house:
            await house.get(link := house.link(house.person("hr", "hr"), lang=lang))
            answer, _ = await house.post(link)
            house.take(answer)
            answer, page = await house.get(f"/dashboard{path}")
            assert answer.status == 503
            assert said in page
            assert "%" not in page
            assert [deed.act for deed in house.log()] == ["entered"]
        stranger.close()
        [line] = [one for one in caplog.records if one.message == "unreadable"]
        assert (line.levelname, line.__dict__["what"]) == ("ERROR", "words of 2026-05")

    async def test_the_page_lets_nothing_in_and_only_teams_around_it(self, house: House) -> None:
        """No script, nothing from elsewhere, nothing kept by a cache."""
        await house.come_in(house.person("hr", "hr"))
        answer, page = await house.get()
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert policy.endswith(
            "frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com "
            "https://*.cloud.microsoft"
        )
        assert "script-src" not in policy
        assert "unsafe" not in policy
        assert answer.headers["Cache-Control"] == "no-store"
        assert not re.search(r"<script\b|\son\w+=|https?://", page.replace("<script>alert", ""))

    async def test_the_table_is_a_file(self, house: House) -> None:
        """Named by its month alone."""
        await house.come_in(house.person("hr", "hr"), lang="fr")
        answer, page = await house.get("/dashboard/figures.csv?month=2026-10&group=Sales")
        assert answer.headers["Content-Disposition"] == (
            'attachment; filename="declic-2026-10.csv"'
        )
        assert "Engagements tenus" in page

    async def test_the_picture_is_one(self, house: House) -> None:
        """Drawn when it is asked for; a name that is none is refused."""
        await house.come_in(house.person("hr", "hr"))
        async with house.http.get("/dashboard/kept.png?month=2026-10&group=Sales") as answer:
            assert answer.content_type == "image/png"
            assert (await answer.read()).startswith(b"\x89PNG")
        assert (await house.get("/dashboard/nothing.png"))[0].status == 400


class TestInTheChat:
    """The command, the log and what people read of it."""

    @pytest.fixture
    async def firm(self, store: Store) -> AsyncIterator[Company]:
        publish(store, *year().values())
        async with company(store) as firm:
            yield firm

    @pytest.mark.parametrize("typed", ["dashboard", "tableau", "tableau de bord", "dashbord"])
    async def test_the_link_is_in_the_private_answer(self, firm: Company, typed: str) -> None:
        """It is neither stored nor queued, and is for whoever asked, with their role."""
        before = len(firm.chat.posts)
        reply = await firm.hr.campaign(typed)
        assert reply.show is not None
        [link] = [one for one in reply.show.elements if isinstance(one, Link)]
        visitor = LINKS.visitor_by(link.url.rsplit("/", 1)[1], firm.world.clock())
        me = await firm.hr.me()
        assert visitor is not None
        assert me is not None
        assert (visitor.visit.coachee_id, visitor.visit.role) == (me.id, "hr")
        assert len(firm.chat.posts) == before

    async def test_owners_read_each_look_in_the_log(self, firm: Company) -> None:
        """Who, when, with which role, which month and which group."""
        me = await firm.hr.me()
        assert me is not None
        owner = Grant(me.id, "owner", "", firm.world.clock())
        await firm.world.change(lambda uow: uow.roles.grant(owner))
        store, now = firm.world.engine.store, firm.world.clock
        gate = Gate(store, frozenset(), now, firm.world.engine.carry)
        await gate.note(Visit(me.id, "hr", "key"), OCTOBER, "Sales")
        await firm.hr.campaign("log")
        assert "looked at figures" in firm.hr.page
        assert "HR · October 2026 · Sales" in firm.hr.page

    async def test_people_read_how_often_and_by_whom(self, firm: Company) -> None:
        """As roles, this month; last month's looks are over."""
        [ada] = firm.hire(1)
        await ada.command("data")
        assert "Nobody has looked" in text_of(ada.messages[-1])
        now = firm.world.clock()

        def look(uow: UnitOfWork) -> None:
            for at in (now, now, now - timedelta(days=40)):
                uow.roles.note(Deed(at, "x", "looked", "", "hr 2026-10 company"))
            uow.roles.note(Deed(now, "y", "looked", "", "observer 2026-10 Sales"))

        await firm.world.change(look)
        await ada.command("data")
        said = text_of(ada.messages[-1])
        assert "2 times by HR, 1 time by observers" in said
        assert "Sales" not in said

    async def test_the_report_tells_the_last_closed_month(self, firm: Company) -> None:
        """In words and one chart, beside what is told of the campaign; and that is a look."""
        firm.hire(12)
        await firm.hr.draft()
        await firm.hr.launch()
        await firm.hr.campaign("report")
        said = firm.hr.page_of("What we do not know")
        assert "The company in October 2026" in said
        assert "Kept · 62% of the commitments due were kept (95% interval: 58% to 66%" in said
        assert "Up since September 2026, by 9 points" in said
        assert "alert(1)" not in said
        log = await firm.hr.log()
        assert ("looked", "2026-10 company") in {
            (deed.act, deed.detail.partition(" ")[2]) for deed in log
        }
