"""Every button, form, command and page looks at the role anew, at the moment it is used."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

import pytest

from bot.campaigns.clicks import _CLICKS, _SEEING
from bot.campaigns.commanding import NAMES
from bot.campaigns.forms import _FORMS
from bot.campaigns.grants import Grant, Role
from bot.campaigns.pages import PAGES
from bot.cards import Card
from bot.events import Actor
from bot.messages import Message, Reply
from bot.people import Coachee
from bot.ports import UnitOfWork
from bot.turn import Turn
from storage.store import Store
from tests.hr import Company, Hr, company
from tests.squads import text_of
from tests.traces import rows
from tests.world import library

REFUSED = library().say("campaign.not_allowed", "en")
NAME = "Autumn of delegation"
LOOKING = {"list", "status", "preview", "report", "proposals", "dashboard", "help"}
"""Commands of an observer."""

OWNERS = {"roles", "log"}
LAST = ("launch", "pause", "resume", "stop", "delete")
"""What changes where a campaign stands, so that it comes last."""

ARGS = {"assumption": "all", "n": "0", "of": "1"}


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    """One database is enough here: the journeys and the store's own tests take both."""
    return sqlite_store


async def _is_now(firm: Company, *given: Role, one: Hr | None = None) -> Hr:
    """Let somebody have these roles and no other."""
    who = one or firm.hr
    me = await who.me()
    assert me is not None

    def change(uow: UnitOfWork) -> None:
        for role in uow.roles.of(me.id):
            uow.roles.revoke(me.id, role)
        for role in given:
            uow.roles.grant(Grant(me.id, role, "", firm.world.clock()))

    await firm.world.change(change)
    return who


def _kept(store: Store) -> object:
    """All that is kept, but for the notes about events and the person's own row."""
    return rows(store, without=("seen", "people"))


def _verbs() -> Sequence[str]:
    return sorted(_CLICKS, key=lambda verb: (LAST.index(verb) if verb in LAST else -1, verb))


async def _token(firm: Company, template: str = "campaign") -> str:
    """The newest message of a kind."""
    me = await firm.hr.me()
    assert me is not None
    cards = await firm.world.look(lambda uow: uow.cards.posted_to(me.id))
    return next(card.token for card in reversed(cards) if card.template == template)


def _told(reply: Reply) -> str:
    return f"{reply.notice} {text_of(reply.show) if reply.show else ''}"


@pytest.mark.parametrize("role", [None, "observer"])
async def test_a_button_pressed_without_the_role_changes_nothing(
    store: Store, role: Role | None
) -> None:
    """Whoever lost the role, or only may look, is refused by every other button and form."""
    async with company(store) as firm:
        await firm.hr.draft()
        token = await _token(firm)
        await _is_now(firm, *([role] if role else []))
        before = _kept(store)
        for verb in _verbs():
            if role is None or verb not in _SEEING:
                reply = await firm.hr.send(firm.hr.clicked(token, f"campaign:{verb}"))
                assert reply.notice == REFUSED, verb
                assert reply.form is None
        for name in _FORMS:
            reply = await firm.hr.send(firm.hr.submitted(f"{token}.{name}", {"name": "x"}))
            assert reply.notice == REFUSED, name
        assert _kept(store) == before


@pytest.mark.parametrize("role", ["hr", "owner"])
async def test_who_has_the_role_is_refused_by_no_button(store: Store, role: Role) -> None:
    """What is refused has another reason: the test before does not pass for nothing."""
    async with company(store) as firm:
        await firm.hr.draft()
        token = await _token(firm)
        await _is_now(firm, role)
        for verb in _verbs():
            reply = await firm.hr.send(firm.hr.clicked(token, f"campaign:{verb}"))
            assert REFUSED not in _told(reply), verb


async def test_an_observer_is_refused_by_no_button_that_only_shows(store: Store) -> None:
    """Previews, texts and reports are there to be looked at."""
    async with company(store) as firm:
        await firm.hr.draft()
        token = await _token(firm)
        await _is_now(firm, "observer")
        for verb in sorted(_SEEING):
            reply = await firm.hr.send(firm.hr.clicked(token, f"campaign:{verb}"))
            assert REFUSED not in _told(reply), verb


@pytest.mark.parametrize("role", [None, "observer", "hr", "owner"])
async def test_every_command_asks_for_its_role(store: Store, role: Role | None) -> None:
    """Who may not is told whom to ask, and nothing is made or noted."""
    may = _allowed(role)
    async with company(store) as firm:
        await firm.hr.draft()
        await _is_now(firm, *([role] if role else []))
        for name in NAMES:
            await firm.world.settle_preview()  # or what was asked for before would come now
            before = _kept(store)
            reply = await firm.hr.campaign("new delegation" if name == "new" else name)
            await firm.world.settle_preview()
            if name in may:
                assert REFUSED not in _told(reply), name
                assert reply.show is None or REFUSED not in reply.show.summary, name
            else:
                assert reply.show is not None, name
                assert REFUSED in reply.show.summary
                assert _kept(store) == before, name


async def test_a_button_of_somebody_else_is_refused(store: Store) -> None:
    """To HR of the same place, to somebody of another workspace, and with a forged token."""
    async with company(store) as firm:
        await firm.hr.draft()
        token = await _token(firm)
        colleague = Hr(firm.world, firm.chat, "U1HR")
        abroad = Hr(firm.world, firm.chat, firm.hr.person)
        abroad.actor = Actor("fake:T9ELSEWHERE", firm.hr.person, "en-GB", "Europe/Paris")
        await colleague.command("why")
        await abroad.command("why")
        await _is_now(firm, "hr", one=colleague)
        before = _kept(store)
        for verb in _verbs():
            for who in (colleague, abroad):
                reply = await who.send(who.clicked(token, f"campaign:{verb}"))
                assert reply.notice or reply.show, verb
                assert reply.form is None
        for name in _FORMS:
            for who in (colleague, abroad):
                reply = await who.send(who.submitted(f"{token}.{name}", {"name": "x"}))
                assert reply.form is None
        for forged in (f"{token}x", token[:-1], f"{token}.launch", "campaign", "\x00"):
            await firm.hr.send(firm.hr.clicked(forged, "campaign:launch"))
        assert (await firm.hr.newest()).state == "draft"
        assert _campaigns(before) == _campaigns(_kept(store))


async def test_roles_and_log_are_for_owners_alone(store: Store) -> None:
    """Also in a message that was posted while somebody still was one."""
    async with company(store, role="owner") as firm:
        me = await firm.hr.me()
        assert me is not None
        await firm.hr.campaign("roles")
        token = await _token(firm, "campaign_roles")
        await _is_now(firm, "hr")
        before = _kept(store)
        for option in ("campaign:give", f"campaign:revoke:hr/{me.id}"):
            reply = await firm.hr.send(firm.hr.clicked(token, option))
            assert reply.notice == REFUSED
        given: dict[str, str | list[str]] = {"people": [firm.hr.person], "role": "owner"}
        reply = await firm.hr.send(firm.hr.submitted(f"{token}.give", given))
        assert reply.notice == REFUSED
        assert _kept(store) == before


async def test_what_is_in_nobodys_table_is_refused(store: Store) -> None:
    """A verb or a form that does not exist does nothing, whoever presses."""
    async with company(store) as firm:
        await firm.hr.draft()
        token = await _token(firm)
        before = _kept(store)
        for verb in ("", "grant", "revoke:hr/x", "yes", "no", "drop", "\x00"):
            await firm.hr.send(firm.hr.clicked(token, f"campaign:{verb}"))
            await firm.hr.send(firm.hr.submitted(f"{token}.{verb}", {"role": "owner"}))
        assert _kept(store) == before


OF_NO_CAMPAIGN = {"campaign_invitation", "campaign_new", "campaign_opened"}
"""Messages that are a person's, or have no campaign as yet."""


@pytest.mark.parametrize("state", ["draft", "running"])
async def test_a_page_brought_up_to_date_without_the_role_shows_nothing(
    store: Store, state: str
) -> None:
    """Messages that stand in a chat are shown by what somebody is now."""
    async with company(store) as firm:
        gone = firm.hire(1)[0]
        firm.change(gone.person, kind="gone")
        made = await firm.hr.draft()
        if state == "running":
            await firm.hr.launch()
        me = await firm.hr.me()
        assert me is not None
        await _is_now(firm)
        for template in sorted({*PAGES} - OF_NO_CAMPAIGN):
            shown = await _shown(firm, me, template, made.id)
            read = f"{shown.summary} {text_of(shown)}" if shown else ""
            assert NAME not in read, template
            assert gone.person not in read, template
        await _is_now(firm, "observer")
        named = await _shown(firm, me, "campaign_unreached", made.id)
        assert named is None or gone.person not in text_of(named)


async def _shown(firm: Company, me: Coachee, template: str, campaign_id: str) -> Message | None:
    """Show a page to somebody as they are now."""
    ids = count(1)

    def show(uow: UnitOfWork) -> Message | None:
        turn = Turn(
            uow, library(), lambda: f"id{next(ids)}", firm.world.clock(), "key", replace(me)
        )
        card = Card("t", me.id, template, turn.now, turn.now, {**ARGS, "campaign": campaign_id})
        return PAGES[template](turn, card)

    return await firm.world.look(show)


def _allowed(role: Role | None) -> set[str]:
    """Which commands a role is for."""
    if role is None:
        return set()
    every = {str(name) for name in NAMES}
    return LOOKING if role == "observer" else every - (OWNERS if role == "hr" else set())


def _campaigns(kept: object) -> object:
    assert isinstance(kept, dict)
    return {name: those for name, those in kept.items() if name.startswith(("campaign", "audit"))}
