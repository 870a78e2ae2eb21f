"""What HR reads of a campaign: numbers with their nouns, the next step, and who else sees it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.campaigns import previewing
from bot.campaigns.content import Group
from bot.campaigns.preview import Line, Preview
from bot.events import Mention
from bot.language import Lang
from bot.messages import Message
from storage.store import Store
from tests.hr import FORM, Company, company
from tests.players import controls
from tests.squads import text_of

MONDAY, WEDNESDAY = date(2026, 11, 30), date(2026, 12, 2)
CITIES = ("Europe/Paris", "Europe/London", "Asia/Tokyo", "America/New_York")


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    """One database is enough here: the journeys and the store's own tests take both."""
    return sqlite_store


def line(zone: str, people: int, day: date, kind: str, *why: str) -> Line:
    """One line of a preview, which goes out unless a fate and a reason are given."""
    fate, reason = why or ("sent", "")
    group = Group("fake", zone, "en", "", 1, people)
    nine = time(9)
    return Line(group, day, nine, nine, kind, fate, reason, people, "en")  # type: ignore[arg-type]  # a fate


async def preview(firm: Company, *lines: Line) -> str:
    """What HR reads once a preview with these lines is worked out."""
    made = await firm.hr.newest()

    def keep(uow: object) -> None:
        basis = previewing.basis(uow, made)  # type: ignore[arg-type]  # the store's own
        kept = Preview("all", firm.world.clock(), basis, lines)
        uow.campaigns.keep_preview(made.id, kept)  # type: ignore[attr-defined]  # likewise

    await firm.world.change(keep)
    await firm.hr.press("campaign:preview")
    return firm.hr.page


def offered(firm: Company) -> set[str]:
    """What can be pressed in HR's newest message."""
    return {option for _, some in controls(firm.hr.messages[-1]) for option in some}


async def refused(firm: Company) -> Message:
    """What somebody without a role is told."""
    reply = await firm.hr.campaign("list")
    assert reply.show
    return reply.show


async def test_a_message_that_is_the_same_everywhere_is_one_line(store: Store) -> None:
    """A zone alone is named, and more than three are counted."""
    async with company(store) as firm:
        await firm.hr.draft()
        everywhere = [line(zone, 3, MONDAY, "invitation") for zone in CITIES]
        page = await preview(firm, *everywhere, line("Asia/Tokyo", 1, WEDNESDAY, "session"))
        assert "Monday 30 November, 09:00 · invitation to a campaign · 12 people · 4 time" in page
        assert "Wednesday 2 December, 09:00 · session · 1 person · Tokyo" in page
        assert "12 people · 4 time zones · English 12" in page


async def test_what_does_not_go_out_stands_apart_with_its_reason(store: Store) -> None:
    """Below what does, so that a week can be read at a glance."""
    async with company(store) as firm:
        await firm.hr.draft()
        out = line("Europe/Paris", 12, MONDAY, "invitation")
        held = line("Europe/Paris", 12, WEDNESDAY, "reminder", "skipped", "answered")
        page = await preview(firm, held, out)
        said = "No message: Wednesday 2 December · reminder · 12 people, Paris (answered before)."
        assert said in page
        assert page.index("invitation to a campaign") < page.index("No message:")


async def test_the_last_campaign_is_assumed_only_where_there_was_one(store: Store) -> None:
    """Whose answers HR was told of; before that there is nothing to go by."""
    async with company(store) as firm:
        made = await firm.hr.draft()
        await firm.hr.press("campaign:preview")
        assert "campaign:assume:last" not in offered(firm)
        told = replace(made, id="before", figures={"day": "2026-01-05", "yes": "40:20:60"})
        await firm.world.change(lambda uow: uow.campaigns.add(told))
        await firm.hr.press("campaign:assume:none")
        assert "campaign:assume:last" in offered(firm)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "2 weeks, about five minutes every two weeks"),
        ("fr", "2 semaines, environ cinq minutes tous les quinze jours"),
    ],
)
async def test_an_invitation_names_the_pace_that_is_offered(
    store: Store, lang: Lang, said: str
) -> None:
    """Every two weeks is not every week."""
    async with company(store, n=0) as firm:
        people = firm.hire(10, lang)
        await firm.hr.draft(weeks="2", pace="fortnightly")
        await firm.hr.launch()
        await firm.world.wait_until(datetime(2026, 11, 30, 12, tzinfo=UTC))
        assert said in text_of(people[0].messages[-1])


async def test_who_says_yes_is_not_asked_again_whether_to_begin(store: Store) -> None:
    """The bot's greeting, met before the invitation and never answered, is left behind."""
    async with company(store, n=0) as firm:
        people = firm.hire(10)
        await people[0].command("")
        await firm.hr.draft()
        await firm.hr.launch()
        await firm.world.wait_until(datetime(2026, 11, 30, 12, tzinfo=UTC))
        await people[0].press("campaign:yes")
        session = await people[0].session()
        assert session
        assert (session.programme_id, session.step_id) == ("onboarding", "privacy")


async def test_hr_is_told_who_reads_the_reason_in_another_language(store: Store) -> None:
    """Until it is written in each language that is offered."""
    async with company(store) as firm:
        await firm.hr.draft(why_fr="")
        assert "people who read French get the English text" in firm.hr.page
        await firm.hr.press("campaign:edit")
        await firm.hr.fill({"why_fr": "Vous l'avez demandé."})
        assert "get the English text" not in firm.hr.page


async def test_one_is_one_person(store: Store) -> None:
    """A list of one address is not '1 people'."""
    async with company(store) as firm:
        await firm.hr.draft(channel="", list="somebody@example.org")
        assert "List · 1 person" in firm.hr.page
        await firm.hr.press("campaign:waves")
        await firm.hr.fill({"waves": "2", "apart": "1"})
        assert "2 waves, 1 week apart" in firm.hr.page


async def test_who_is_missing_is_said_once_everybody_is_counted(store: Store) -> None:
    """Somebody without an account on one page may have one on the next."""
    async with company(store) as firm:
        await firm.hr.campaign("new")
        await firm.hr.fill({**FORM, "list": "nobody@example.org"})
        assert "Reachable so far" in firm.hr.page
        assert "not installed" not in firm.hr.page
        await firm.hr.count()
        assert "Reachable: 12 of 13" in firm.hr.page
        assert "1 · the app is not installed for them" in firm.hr.page


async def test_names_are_offered_only_where_somebody_cannot_be_reached(store: Store) -> None:
    """A button that leads to nobody is none."""
    async with company(store) as firm:
        await firm.hr.draft()
        assert "campaign:unreached" not in offered(firm)
        await firm.hr.press("campaign:people")
        await firm.hr.fill({"list": "nobody@example.org"})
        await firm.hr.count()
        assert "campaign:unreached" in offered(firm)


async def test_the_form_asks_first_what_only_hr_knows(store: Store) -> None:
    """Everything behind it has an answer already, or may stay empty."""
    async with company(store) as firm:
        await firm.hr.campaign("new")
        assert firm.hr.form
        open_ = [f.id for f in firm.hr.form.fields if f.required and not f.value]
        assert open_ == ["name", "themes"]
        assert open_ == [f.id for f in firm.hr.form.fields][:2]
        assert "anew" not in {f.id for f in firm.hr.form.fields}


async def test_what_only_owners_see_says_so(store: Store) -> None:
    """Roles and the log; and an owner by the setting is named among them."""
    async with company(store, role=None) as firm:
        assert "nobody is set as owner" in text_of(await refused(firm))
    async with company(store, role="owner") as firm:
        for word in ("roles", "log"):
            await firm.hr.campaign(word)
            assert firm.hr.page.endswith("Owners alone see this")


async def test_a_refusal_is_for_whoever_asked(store: Store) -> None:
    """It is nothing that owners, HR and observers could see."""
    async with company(store, role=None) as firm:
        assert text_of(await refused(firm)).endswith("Only you see this")


async def test_the_log_names_the_role_that_was_given(store: Store) -> None:
    """To whom and which, as an owner may ask later."""
    async with company(store, role="owner") as firm:
        await firm.hr.campaign("roles observer", Mention("person", firm.hr.person, ""))
        await firm.hr.campaign("log")
        assert "gave a role · @U0HR · Observer" in firm.hr.page


async def test_a_launch_says_its_times_for_whoever_launches(store: Store) -> None:
    """In their own zone, and to the week in which the last message comes."""
    async with company(store) as firm:
        await firm.hr.draft()
        await firm.hr.press("campaign:ready")
        assert "First message: Monday 30 November at 09:00, your time" in firm.hr.page
        assert "Last message: within a week from Monday 28 December" in firm.hr.page


async def test_a_report_says_nothing_of_a_draw_that_was_none(store: Store) -> None:
    """Everybody in one wave is nobody's luck."""
    async with company(store) as firm:
        await firm.hr.draft()
        await firm.hr.launch()
        await firm.hr.campaign("report")
        assert "fingerprint" not in firm.hr.page
        assert "Said yes: not worked out yet" in firm.hr.page
