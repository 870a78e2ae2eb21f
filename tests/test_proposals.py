"""What a closed month suggests changing: shown to HR, changed by one press, told on the page."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, time

import pytest

from adapters.gate import Gate
from adapters.web.dashboard.adapting import changes_of
from bot.campaigns.grants import Grant, Role
from bot.language import LANGS, Lang
from bot.measuring.published import Closed, Month
from bot.messages import Choices
from bot.people import Slot
from storage.store import Store
from tests.dashboard_house import publish
from tests.databases import Database
from tests.hr import Company, Hr, company
from tests.squads import text_of
from tests.test_adapting import even
from tests.test_leaving import month_of, ran
from tests.test_slots import rows
from tests.world import library

NOVEMBER = Month(2026, 11)
CHANGE, LEAVE = "campaign:adapt:drop_star:meetings", "campaign:keep:drop_star:meetings"
OCTOBER = month_of(
    ran(
        {
            "meetings": (100, 60),
            "workload": (100, 20),
            "prioritising": (90, 20),
            "feedback": (90, 9),
        }
    )
)
"""People leave meetings three times as often as the others."""

SAID: dict[Lang, tuple[str, ...]] = {
    "en": (
        "October 2026: what the figures suggest",
        "Nothing changes unless you confirm it.",
        "Take ‘Running meetings’ off the starred themes?",
        "Sessions left before the end: 60% (50% to 69%), 100 people.",
        "In the middle one of the other themes: 20% (13% to 29%), 100 people.",
        "There is no figure of the month before.",
    ),
    "fr": (
        "Octobre 2026 : ce que suggèrent les chiffres",
        "Rien ne change sans votre confirmation.",
        "Retirer « Animer une réunion » des thèmes phares ?",
        "Séances quittées avant la fin : 60 % (entre 50 et 69 %), 100 personnes.",
        "Pour le thème médian parmi les autres : 20 % (entre 13 et 29 %), 100 personnes.",
        "Il n’y a pas de chiffre pour le mois précédent.",
    ),
}
DONE: dict[Lang, str] = {
    "en": (
        "Monday 23 November: ‘Running meetings’ is no longer starred; "
        "everybody can still choose it."
    ),
    "fr": (
        "lundi 23 novembre : « Animer une réunion » n’est plus un thème phare ; "
        "chacun peut toujours le choisir."
    ),
}
WAITING: dict[Lang, str] = {
    "en": "1 proposal is waiting: type ‘campaign proposals’.",
    "fr": "1 proposition en attente : tapez « campagne propositions ».",
}


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """What is kept is tested on both databases elsewhere."""
    return sqlite_database


@pytest.fixture
async def firm(store: Store) -> AsyncIterator[Company]:
    """October is closed, and the company starred two themes."""
    publish(store, OCTOBER)
    async with company(store, n=0) as firm:
        await firm.world.change(lambda uow: uow.stars.put(["meetings", "workload"]))
        yield firm


async def somebody(firm: Company, name: str, role: Role | None, lang: Lang = "en") -> Hr:
    """Let somebody come, with a role or without one."""
    one = Hr(firm.world, firm.chat, name, lang)
    await one.command("help")
    await one.command("why")
    me = await one.me()
    assert me is not None
    if role:
        await firm.world.change(lambda uow: uow.roles.grant(Grant(me.id, role, "", me.created_at)))
    return one


def later() -> Closed:
    """November, with the figures of October."""
    figures = {key: replace(one, month=NOVEMBER) for key, one in OCTOBER.figures.items()}
    return replace(OCTOBER, month=NOVEMBER, figures=figures)


async def stars(firm: Company) -> list[str]:
    """What is starred."""
    return list(await firm.world.look(lambda uow: uow.stars.all()))


async def acts(firm: Company, *wanted: str) -> list[tuple[str, str]]:
    """What was done with proposals."""
    return [(d.act, d.detail) for d in await firm.hr.log() if d.act in (wanted or (*_ACTS,))]


_ACTS = ("applied", "declined")


def buttons(hr: Hr) -> list[str]:
    """What the newest message offers."""
    shown = hr.messages[-1].elements
    return [o.id for e in shown if isinstance(e, Choices) for o in e.options]


SLOTS = month_of(rows("tue_0900", 100, 30) + rows("wed_1000", 100, 70))
"""People answer on Wednesday twice as often as at a time that is offered first."""

MOVED: dict[Lang, tuple[str, ...]] = {
    "en": (
        "Offer Wednesday 10:00 first, instead of Tuesday 09:00?",
        (
            "Messages answered within three working days on Tuesday 09:00: "
            "30% (22% to 40%), 100 people. On Wednesday 10:00: 70% (60% to 78%), 100 people. "
            "People chose these times themselves, so the time need not be the cause."
        ),
    ),
    "fr": (
        "Proposer d’abord mercredi 10 h, au lieu de mardi 9 h ?",
        (
            "Messages ayant reçu une réponse sous trois jours ouvrés, mardi 9 h : "
            "30 % (entre 22 et 40 %), 100 personnes ; mercredi 10 h : 70 %"
        ),
    ),
}


class TestSlots:
    """A weekly slot that people miss."""

    @pytest.mark.parametrize("lang", LANGS)
    async def test_one_press_offers_another_first(self, store: Store, lang: Lang) -> None:
        """With the figures behind it; the log and the message say what was done."""
        publish(store, SLOTS)
        async with company(store, n=0) as firm:
            hr = await somebody(firm, "U1", "hr", lang)
            await hr.campaign({"en": "proposals", "fr": "propositions"}[lang])
            said = even(hr.page)
            assert [part for part in MOVED[lang] if part not in said] == []
            await hr.press("campaign:adapt:move_slot:tue_0900>wed_1000")
            kept = await firm.world.look(lambda uow: list(uow.offered_slots.all()))
            assert kept == [Slot(2, time(10)), Slot(3, time(14))]
            assert await acts(firm) == [("applied", "2026-10 move_slot:tue_0900>wed_1000")]
            assert MOVE_DONE[lang] in even(hr.page)
            owner = await somebody(firm, "U2", "owner")
            await owner.campaign("log")
            assert "October 2026 · Tuesday 09:00 → Wednesday 10:00" in even(owner.page)
            await hr.campaign({"en": "slots", "fr": "créneaux"}[lang])
            first = {"en": "Wednesday 10:00", "fr": "Mercredi 10 h"}[lang]
            assert f"{first}\n" in even(hr.page)


MOVE_DONE: dict[Lang, str] = {
    "en": "Wednesday 10:00 is offered first, instead of Tuesday 09:00; "
    "nobody’s own time has changed.",
    "fr": "mercredi 10 h est proposé d’abord, au lieu de mardi 9 h ; "
    "l’horaire de chacun reste le sien.",
}


class TestShown:
    """What the month says, to whoever may look."""

    @pytest.mark.parametrize("lang", LANGS)
    async def test_a_proposal_comes_with_its_figures(self, firm: Company, lang: Lang) -> None:
        """Share, interval and people on both sides; nothing has changed yet."""
        hr = await somebody(firm, "U1", "hr", lang)
        await hr.campaign({"en": "proposals", "fr": "propositions"}[lang])
        said = even(hr.page)
        assert [part for part in SAID[lang] if part not in said] == []
        assert buttons(hr) == [CHANGE, LEAVE]
        assert await stars(firm) == ["meetings", "workload"]

    async def test_it_is_a_look_at_figures(self, firm: Company) -> None:
        """And stands in the log as one."""
        await firm.hr.campaign("proposals")
        assert await acts(firm, "looked") == [("looked", "hr 2026-10 company")]

    async def test_an_observer_sees_it_and_can_press_nothing(self, firm: Company) -> None:
        """They look; HR acts."""
        one = await somebody(firm, "U2", "observer")
        await one.campaign("proposals")
        assert "Take ‘Running meetings’ off" in one.page
        assert buttons(one) == []

    async def test_who_has_no_role_sees_nothing(self, firm: Company) -> None:
        """They are told whom to ask."""
        one = await somebody(firm, "U3", None)
        reply = await one.campaign("proposals")
        assert reply.show is not None
        assert "Running meetings" not in text_of(reply.show)
        assert all("suggest" not in text_of(message) for message in one.messages)

    async def test_nothing_clear_is_said_to_be_nothing(self, firm: Company) -> None:
        """Of themes that are not starred nothing is proposed."""
        await firm.world.change(lambda uow: uow.stars.put(["workload"]))
        await firm.hr.campaign("proposals")
        assert "Nothing to change: no difference is clear enough." in firm.hr.page
        assert buttons(firm.hr) == []

    async def test_before_any_month_is_closed_that_is_said(self, store: Store) -> None:
        """With when to come back."""
        async with company(store, n=0) as firm:
            reply = await firm.hr.campaign("proposals")
            assert reply.show is not None
            assert "ten days into the next one" in text_of(reply.show)


class TestChanged:
    """One press, by somebody of HR."""

    @pytest.mark.parametrize("lang", LANGS)
    async def test_it_changes_the_stars_and_says_so(self, firm: Company, lang: Lang) -> None:
        """In place of the question; the log says who did it."""
        hr = await somebody(firm, "U1", "hr", lang)
        await hr.campaign("proposals")
        await hr.press(CHANGE)
        assert await stars(firm) == ["workload"]
        assert DONE[lang] in even(hr.page)
        assert buttons(hr) == []
        assert await acts(firm) == [("applied", "2026-10 drop_star:meetings")]

    async def test_a_second_press_shows_it_again(self, firm: Company) -> None:
        """Nothing is written twice."""
        await firm.hr.campaign("proposals")
        first, second = firm.hr.pressed(CHANGE), firm.hr.pressed(CHANGE)
        for event in (first, second, second):
            await firm.hr.send(event)
        assert firm.hr.replies[-2].notice == "This is no longer proposed; nothing changed just now."
        assert DONE["en"] in even(firm.hr.page)
        assert len(await acts(firm)) == 1
        assert len(await firm.world.look(lambda uow: uow.adaptations.all())) == 1

    async def test_two_of_hr_change_it_once(self, firm: Company) -> None:
        """Whoever comes second sees what the first one did."""
        other = await somebody(firm, "U1", "hr")
        await firm.hr.campaign("proposals")
        await other.campaign("proposals")
        await firm.hr.press(CHANGE)
        await other.press(CHANGE)
        assert len(await acts(firm)) == 1
        assert DONE["en"] in even(other.page)

    async def test_who_lost_the_role_changes_nothing(self, firm: Company) -> None:
        """It is asked anew at each press."""
        await firm.hr.campaign("proposals")
        me = await firm.hr.me()
        assert me is not None
        await firm.world.change(lambda uow: uow.roles.revoke(me.id, "hr"))
        for option in (CHANGE, LEAVE):
            reply = await firm.hr.send(firm.hr.pressed(option))
            assert reply.notice
        assert await stars(firm) == ["meetings", "workload"]
        assert await acts(firm) == []

    async def test_an_observer_who_makes_up_a_press_changes_nothing(self, firm: Company) -> None:
        """Although the message is theirs."""
        one = await somebody(firm, "U2", "hr")
        await one.campaign("proposals")
        press, me = one.pressed(CHANGE), await one.me()
        assert me is not None
        await firm.world.change(lambda uow: uow.roles.revoke(me.id, "hr"))
        grant = Grant(me.id, "observer", "", me.created_at)
        await firm.world.change(lambda uow: uow.roles.grant(grant))
        assert (await one.send(press)).notice
        assert await stars(firm) == ["meetings", "workload"]

    async def test_a_press_on_an_older_month_changes_nothing(
        self, firm: Company, store: Store
    ) -> None:
        """The figures of the later one may say something else."""
        await firm.hr.campaign("proposals")
        press = firm.hr.pressed(CHANGE)
        publish(store, later())
        assert (await firm.hr.send(press)).notice
        assert "A later month is closed by now." in firm.hr.page
        assert await stars(firm) == ["meetings", "workload"]

    async def test_a_press_on_what_was_never_proposed_changes_nothing(self, firm: Company) -> None:
        """Only what the figures say can be changed here."""
        await firm.hr.campaign("proposals")
        press = firm.hr.pressed(CHANGE)
        made_up = replace(press, option="campaign:adapt:drop_star:workload")
        assert (await firm.hr.send(made_up)).notice
        assert await stars(firm) == ["meetings", "workload"]


class TestLeft:
    """A proposal can be left as it is."""

    async def test_it_is_asked_no_more_this_month(self, firm: Company) -> None:
        """Of nobody of HR; the log says who left it, once."""
        other = await somebody(firm, "U1", "hr")
        await firm.hr.campaign("proposals")
        press = firm.hr.pressed(LEAVE)
        again = firm.hr.pressed(LEAVE)
        await firm.hr.send(press)
        await firm.hr.send(again)
        assert "Left as it is this month." in firm.hr.page
        assert await acts(firm) == [("declined", "2026-10 drop_star:meetings")]
        assert await stars(firm) == ["meetings", "workload"]
        await other.campaign("proposals")
        assert buttons(other) == [CHANGE]

    async def test_it_can_still_be_changed(self, firm: Company) -> None:
        """People think again."""
        await firm.hr.campaign("proposals")
        await firm.hr.press(LEAVE)
        await firm.hr.press(CHANGE)
        assert await stars(firm) == ["workload"]
        assert "Left as it is" not in firm.hr.page

    async def test_the_next_month_asks_anew(self, firm: Company, store: Store) -> None:
        """As its figures are others."""
        await firm.hr.campaign("proposals")
        await firm.hr.press(LEAVE)
        publish(store, later())
        await firm.hr.campaign("proposals")
        assert buttons(firm.hr) == [CHANGE, LEAVE]
        assert "No clear change since the month before: 60%" in even(firm.hr.page)


@pytest.mark.parametrize("lang", LANGS)
async def test_the_report_says_how_many_wait(firm: Company, lang: Lang) -> None:
    """Until they are changed or left, and only to those who can."""
    firm.hire(12)
    hr = await somebody(firm, "U1", "hr", lang)
    observer = await somebody(firm, "U2", "observer", lang)
    await firm.hr.draft()
    await firm.hr.launch()
    for one in (hr, observer):
        await one.campaign("report")
        assert (WAITING[lang] in even(one.page)) == (one is hr)
    await hr.campaign("proposals")
    await hr.press(LEAVE)
    await hr.campaign("report")
    assert WAITING[lang] not in even(hr.page)


async def test_the_log_names_month_and_theme(firm: Company) -> None:
    """For owners."""
    owner = await somebody(firm, "U1", "owner")
    await owner.campaign("proposals")
    await owner.press(CHANGE)
    await owner.campaign("log")
    assert "made a proposed change · October 2026 · Running meetings" in owner.page


async def test_the_page_tells_what_its_figures_changed(firm: Company, store: Store) -> None:
    """In both languages, as soon as it is done: on 23 November, on the page of October."""
    await firm.hr.campaign("proposals")
    await firm.hr.press(CHANGE)
    gate = Gate(store, frozenset(), firm.world.clock, firm.world.engine.carry)
    changes = changes_of(library(), gate.applied)
    (told,) = await changes(NOVEMBER.before)
    for lang in LANGS:
        assert even(told.what.text(lang)) == DONE[lang]
        assert even(told.why.text(lang)) == " ".join(SAID[lang][3:])
    assert await changes(NOVEMBER) == []
    (kept,) = await firm.world.look(lambda uow: uow.adaptations.all())
    assert (kept.on, kept.of) == (date(2026, 11, 23), NOVEMBER.before)
