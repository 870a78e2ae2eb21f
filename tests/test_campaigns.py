"""Campaigns at the engine's door: a draft, its audience, the launch, answers, and control."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.campaigns.arrivals import Brought, ListBrought
from bot.campaigns.content import LEAST
from bot.campaigns.listing.lists import read_list
from bot.errors import Unreachable
from bot.events import Mention
from storage.store import Store
from tests.hr import FORM, ROOM, Company, company
from tests.players import Player, controls
from tests.squads import text_of

FIRST_DAY = datetime(2026, 11, 30, 8, tzinfo=UTC)
"""Monday 09:00 in Paris."""


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    """One database is enough here: the journeys and the store's own tests take both."""
    return sqlite_store


# roles


async def test_who_has_no_role_is_told_whom_to_ask_in_one_line(store: Store) -> None:
    """Somebody without a role gets one line; nothing is made and nothing is shown."""
    async with company(store, role=None) as firm:
        reply = await firm.hr.campaign("new delegation", ROOM)
        assert reply.show is not None
        assert "DECLIC_OWNERS" in text_of(reply.show)
        assert "fake:T0TEAM:U0HR" in text_of(reply.show)
        assert not await firm.world.look(lambda uow: uow.campaigns.all())


async def test_an_owner_gives_a_role_takes_it_back_and_reads_the_log(store: Store) -> None:
    """HR can act once it has the role, and no longer without; the log says who did what."""
    async with company(store, role="owner") as firm:
        anna = firm.hire(1)[0]
        await anna.command("why")
        await firm.hr.campaign("roles observer @anna", Mention("person", anna.person, "anna"))
        assert await firm.world.look(lambda uow: len(uow.roles.all())) == 2
        revoke = next(o for o in _options(firm) if o.startswith("campaign:revoke:observer"))
        await firm.hr.press(revoke)
        assert await firm.world.look(lambda uow: len(uow.roles.all())) == 1
        await firm.hr.campaign("log")
        assert "gave a role" in firm.hr.page
        assert "took a role back" in firm.hr.page
        assert [deed.act for deed in await firm.hr.log()] == ["granted", "revoked"]


async def test_an_observer_sees_and_cannot_act(store: Store) -> None:
    """An observer may list and look, and is refused whatever changes something."""
    async with company(store, role="observer") as firm:
        refused = await firm.hr.campaign("new delegation", ROOM)
        assert refused.show is not None
        await firm.hr.campaign("list")
        assert "No campaign yet" in firm.hr.page


# the draft


async def test_words_become_a_draft_that_is_echoed_back(store: Store) -> None:
    """Theme, audience, first day and weeks are read from words, and shown before anything else."""
    async with company(store) as firm:
        await firm.hr.campaign("new delegation for #managers from monday for 6 weeks", ROOM)
        await firm.hr.count()
        made = await firm.hr.newest()
        assert made.terms.themes == ("delegation",)
        assert made.terms.weeks == 6
        assert made.terms.first_day.isoformat() == "2026-11-30"
        page = firm.hr.page_of("Draft.")
        assert "Reachable: 12 of 12" in page
        assert not firm.invited()


async def test_a_form_sent_twice_makes_one_draft(store: Store) -> None:
    """The same submission again changes nothing and makes nothing."""
    async with company(store) as firm:
        await firm.hr.campaign("new")
        sent = firm.hr.filled(FORM)
        again = firm.hr.filled(FORM)
        await firm.hr.send(sent)
        await firm.hr.send(sent)
        await firm.hr.send(again)
        assert len(await firm.world.look(lambda uow: uow.campaigns.all())) == 1
        await firm.hr.count()
        assert "Reachable: 12 of 12" in firm.hr.page_of("Draft.")


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("first_day", "2026-11-20", "past"),
        ("window_until", "08:00", "before it begins"),
        ("name", "  ", "words"),
        ("themes", [], "at least one"),
        ("weeks", "99", "number"),
    ],
)
async def test_a_field_that_cannot_be_taken_keeps_the_form_open(
    store: Store, field: str, value: str | list[str], told: str
) -> None:
    """The error stands at its field, with what was typed; no draft is made."""
    async with company(store) as firm:
        await firm.hr.campaign("new")
        reply = await firm.hr.fill({**FORM, field: value})
        assert told in reply.errors[field]
        assert reply.form is not None
        assert not await firm.world.look(lambda uow: uow.campaigns.all())


# the audience


async def test_reachable_says_how_many_and_names_technical_reasons_only(store: Store) -> None:
    """Closed accounts, guests and people without a zone are counted by reason, and named."""
    async with company(store) as firm:
        gone, guest, nowhere = firm.hire(3)
        firm.change(gone.person, kind="gone")
        firm.change(guest.person, kind="guest")
        firm.change(nowhere.person, zone=None)
        await firm.hr.draft()
        await firm.hr.press("campaign:waves")
        await firm.hr.fill({"zone": ""})
        page = firm.hr.page_of("Draft.")
        assert "Reachable: 12 of 15" in page
        assert "1 · the account is closed" in page
        assert "1 · no time zone is known" in page
        await firm.hr.press("campaign:unreached")
        named = firm.hr.page
        assert {f"@{one.person}" in named for one in (gone, guest, nowhere)} == {True}
        assert named.count("@") == 3


async def test_a_list_names_its_bad_lines_and_the_rest_is_used(store: Store) -> None:
    """Lines with a fault are named; people of the other lines are found by their mail."""
    async with company(store) as firm:
        rows = "\n".join(f"p{n:03d}@example.org;Europe/Paris" for n in range(12))
        made = await firm.hr.draft(channel="", list=f"mail;zone\n{rows}\nnobody;Paris\n")
        assert made.sources
        assert "Reachable: 12 of 12" in firm.hr.page_of("Draft.")
        assert not firm.invited()


async def test_a_long_list_comes_in_parts_and_once(sqlite_store: Store) -> None:
    """Each part is carried for itself; the same list again is refused."""
    async with company(sqlite_store) as firm:
        made = await firm.hr.draft(channel="")
        me = await firm.hr.me()
        assert me
        mails = "\n".join(f"p{n:03d}@example.org" for n in range(1200))
        read = read_list(mails.encode())
        parts = list(ListBrought.parts("list:1", firm.world.clock(), me.id, made.id, read))
        assert len(parts) == 2
        states = [(await firm.world.engine.carry(part)).brought for part in parts]
        assert states == [Brought("taken"), Brought("taken")]
        await firm.hr.count()
        assert "Reachable: 12 of 1,200" in firm.hr.page_of("Draft.")
        assert (await firm.world.engine.carry(parts[0])).brought == Brought("used")


async def test_somebody_with_two_accounts_is_one_person(store: Store) -> None:
    """Found in a channel and in a list by the same mail, they are invited once."""
    async with company(store) as firm:
        await firm.hr.draft(list="P001@example.org\np002@example.org")
        assert "Reachable: 12 of 12" in firm.hr.page_of("Draft.")


async def test_two_accounts_of_one_channel_with_one_mail_are_one_person(store: Store) -> None:
    """The channel tells ids alone; that two of them are one is known by what is told of each."""
    async with company(store) as firm:
        firm.change("P001", mail="P000@example.org")
        await firm.hr.draft()
        assert "Reachable: 11 of 11" in firm.hr.page_of("Draft.")


async def test_a_program_in_a_channel_is_nobody(store: Store) -> None:
    """A channel tells ids alone; who turns out to be a program is not in the audience."""
    async with company(store) as firm:
        (bot,) = firm.hire(1)
        firm.change(bot.person, kind="bot")
        await firm.hr.draft()
        page = firm.hr.page_of("Draft.")
        assert "Reachable: 12 of 12" in page
        assert "12 people" in page
        assert await bot.me() is None


async def test_a_channel_that_cannot_be_seen_says_what_to_do(store: Store) -> None:
    """The draft stays, and says how to let the bot see the channel."""
    async with company(store) as firm:
        await firm.hr.draft(channel="C0SECRET")
        assert "/invite" in firm.hr.page_of("Draft.")


async def test_a_large_channel_is_counted_page_by_page(store: Store) -> None:
    """While pages are still to come the message says so, and a launch waits."""
    async with company(store) as firm:
        firm.chat.page = 5
        await firm.hr.campaign("new")
        await firm.hr.fill(FORM)
        assert "still counting" in firm.hr.page_of("Draft.")
        refused = await firm.hr.press("campaign:ready")
        assert "still being counted" in refused.notice
        await firm.hr.count()
        assert "Reachable: 12 of 12" in firm.hr.page_of("Draft.")


# the launch


async def test_a_launch_takes_two_yeses_and_people_get_one_invitation_each(store: Store) -> None:
    """The second question says how many, when and how long; each person gets one message."""
    async with company(store) as firm:
        await firm.hr.draft()
        await firm.hr.press("campaign:ready")
        asked = firm.hr.page
        assert "People: 12" in asked
        assert "First message" in asked
        assert "about 1 min" in asked
        assert not firm.invited()
        await firm.hr.press("campaign:launch")
        await firm.world.wait_until(FIRST_DAY + timedelta(hours=3))
        assert sorted(firm.invited()) == sorted(f"P{n:03d}" for n in range(12))
        await firm.world.wait(days=40)
        assert len(firm.invited()) == 12
        assert (await firm.hr.newest()).state == "ended"


async def test_fewer_than_ten_people_are_no_campaign(store: Store) -> None:
    """An audience that could point at one person is refused, with the reason."""
    async with company(store, LEAST - 1) as firm:
        await firm.hr.draft()
        refused = await firm.hr.press("campaign:ready")
        assert "at least ten" in refused.notice


async def test_an_audience_of_nobody_is_refused(store: Store) -> None:
    """Without anybody there is nothing to launch, and the draft says what to do."""
    async with company(store) as firm:
        await firm.hr.draft(channel="")
        assert "Nobody is invited yet" in firm.hr.page_of("Draft.")
        refused = await firm.hr.press("campaign:ready")
        assert "at least ten" in refused.notice


async def test_a_launch_pressed_twice_or_by_two_people_is_one(store: Store) -> None:
    """The same press delivered again, and another one, plan nobody twice."""
    async with company(store) as firm:
        await firm.hr.draft()
        await firm.hr.press("campaign:ready")
        first, second = firm.hr.pressed("campaign:launch"), firm.hr.pressed("campaign:launch")
        await firm.hr.send(first)
        await firm.hr.send(first)
        await firm.hr.send(second)
        await firm.world.wait_until(FIRST_DAY + timedelta(hours=3))
        assert len(firm.invited()) == 12
        assert [deed.act for deed in await firm.hr.log()].count("launched") == 1


async def test_a_first_day_whose_window_is_over_begins_the_next_morning(store: Store) -> None:
    """Launched at noon for today, invitations go out tomorrow, spread as they would have been."""
    async with company(store, at=FIRST_DAY + timedelta(hours=4)) as firm:
        await firm.hr.draft()
        await firm.hr.press("campaign:ready")
        assert "tomorrow" in firm.hr.page
        await firm.hr.press("campaign:launch")
        await firm.world.wait_until(FIRST_DAY + timedelta(hours=12))
        assert not firm.invited()
        await firm.world.wait_until(FIRST_DAY + timedelta(days=1, seconds=6))
        assert 0 < len(firm.invited()) < 12
        await firm.world.wait(hours=1)
        assert len(firm.invited()) == 12


# answers


async def test_a_no_is_one_tap_private_and_can_be_taken_back(store: Store) -> None:
    """Nothing more comes after a no; HR sees nothing of it, in no page."""
    async with company(store) as firm:
        one = (await _launched(firm))[0]
        await one.press("campaign:no")
        assert "You said no" in text_of(one.messages[-1])
        await firm.world.wait(days=60)
        assert len(firm.chat.summaries(one.person)) == 1
        for command in ("status", "report", "list"):
            await firm.hr.campaign(command)
            assert one.person not in firm.hr.page
        assert (await firm.invitee(one)) is not None


async def test_a_yes_begins_and_the_end_asks_whether_to_go_on(store: Store) -> None:
    """The first conversation follows a yes; after the last week one question, then silence."""
    async with company(store) as firm:
        one = (await _launched(firm))[0]
        await one.press("campaign:yes")
        await one.walk(lambda: "quiet")
        me = await one.me()
        assert me is not None
        assert me.state == "active"
        assert me.themes
        await firm.world.wait(days=40)  # who is silent is written to every second week
        said = firm.chat.summaries(one.person)
        assert any("After the campaign" in text for text in said), said
        count = len(said)
        await firm.world.wait(days=40)
        assert len(firm.chat.summaries(one.person)) == count


async def test_nothing_else_comes_before_a_yes(store: Store) -> None:
    """Who does not answer gets one invitation per campaign, and nothing else, ever."""
    async with company(store) as firm:
        people = await _launched(firm)
        await firm.world.wait(days=60)
        assert {len(firm.chat.summaries(one.person)) for one in people} == {1}


# control


async def test_a_pause_holds_everything_and_a_resume_goes_on(store: Store) -> None:
    """No invitation goes out while it is paused; after the resume each comes once."""
    async with company(store) as firm:
        await firm.hr.draft()
        await firm.hr.launch()
        await firm.hr.campaign("pause")
        await firm.world.wait_until(FIRST_DAY + timedelta(days=2))
        assert not firm.invited()
        await firm.hr.campaign("resume")
        await firm.world.wait(days=3)
        assert sorted(firm.invited()) == sorted(f"P{n:03d}" for n in range(12))


async def test_a_stop_calls_everything_off_and_the_ledger_says_so(store: Store) -> None:
    """Nobody else is invited; every planned message ends with a reason."""
    async with company(store) as firm:
        people = firm.hire(3)
        await firm.hr.draft()
        await firm.hr.launch()
        await firm.hr.campaign("stop")
        await firm.hr.press("campaign:stop")
        await firm.world.wait(days=10)
        assert not firm.invited()
        for one in people:
            (entry,) = await firm.ledger(one)
            assert (entry.outcome, entry.reason) == ("skipped", "campaign_stopped")
        await firm.hr.campaign("report")
        assert "15 · the campaign was stopped or ended" in firm.hr.page


async def test_a_new_wording_holds_for_what_is_not_sent_yet(store: Store) -> None:
    """A text is composed when it goes out, so a change reaches whoever is still to come."""
    async with company(store) as firm:
        await firm.hr.draft()
        await firm.hr.launch()
        await firm.hr.press("campaign:text")
        await firm.hr.fill({"why_en": "Because you asked for it."})
        await firm.world.wait_until(FIRST_DAY + timedelta(hours=3))
        seen = [text_of(c.message) for c in firm.chat.posts if c.message and c.person == "P000"]
        assert "Because you asked for it." in seen[0]


# people who change in between


async def test_who_stops_leaves_moves_or_is_unreachable_in_between_is_treated_so(
    store: Store,
) -> None:
    """Stop is kept, a new zone shifts the hour, a closed account ends in the ledger."""
    async with company(store) as firm:
        await firm.hr.draft()
        await firm.hr.launch()
        stops, moves, gone = (_player(firm, n) for n in (0, 1, 2))
        await stops.command("stop")
        await firm.be(moves, zone="America/New_York", zone_known=True, country="US")
        firm.chat.fail(Unreachable("account_inactive"), person=gone.person)
        await firm.world.wait_until(FIRST_DAY + timedelta(hours=4))
        assert stops.person not in firm.invited()
        assert moves.person not in firm.invited()
        await firm.world.wait(days=1)
        assert moves.person in firm.invited()
        assert (await firm.ledger(gone))[-1].outcome == "failed"
        assert (await firm.ledger(stops))[-1].reason == "stopped"


async def _launched(firm: Company) -> list[Player]:
    await firm.hr.draft()
    await firm.hr.launch()
    await firm.world.wait_until(FIRST_DAY + timedelta(hours=3))
    return [_player(firm, n) for n in range(12)]


def _player(firm: Company, n: int) -> Player:
    return Player(firm.world, firm.chat, f"P{n:03d}")


def _options(firm: Company) -> list[str]:
    return [o for m in firm.hr.messages for _, some in controls(m) for o in some]
