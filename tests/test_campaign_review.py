"""What goes wrong only in company: campaigns read, launched and answered out of the ordinary."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.campaigns.grants import Grant
from bot.errors import SendFailed
from bot.events import Opened
from bot.ports import Listed
from storage.store import Store
from tests.hr import FORM, ROOM, Company, Hr, company
from tests.players import Player, controls

FIRST_DAY = datetime(2026, 11, 30, 8, tzinfo=UTC)
"""Monday 09:00 in Paris."""


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    """One database is enough here: the journeys and the store's own tests take both."""
    return sqlite_store


# the audience


async def test_an_audience_begun_anew_is_not_mixed_with_the_one_before(store: Store) -> None:
    """What was still to be read of the first channel is not read of the second."""
    async with company(store) as firm:
        firm.chat.page = 5
        firm.chat.directories["C0OTHER"] = firm.chat.directories[ROOM.id][:7]
        await firm.hr.campaign("new")
        await firm.hr.fill(FORM)
        assert (await firm.hr.newest()).counting
        await firm.hr.press("campaign:people")
        await firm.hr.fill({"anew": ["anew"], "channel": "C0OTHER"})
        await firm.hr.count()
        asked = [(ask.ids, ask.cursor) for ask in firm.chat.asks if ask.kind == "channel"]
        assert asked == [((ROOM.id,), ""), (("C0OTHER",), ""), (("C0OTHER",), "5")]
        (source,) = (await firm.hr.newest()).sources
        assert (source.state, source.found) == ("read", 7)


async def test_a_channel_is_read_again_once_the_bot_may_see_it(store: Store) -> None:
    """Named again after it could not be seen, it is read, and stands in the list once."""
    async with company(store) as firm:
        await firm.hr.draft(channel="C0SECRET")
        firm.chat.directories["C0SECRET"] = firm.chat.directories[ROOM.id]
        await firm.hr.press("campaign:people")
        await firm.hr.fill({"channel": "C0SECRET"})
        await firm.hr.count()
        (source,) = (await firm.hr.newest()).sources
        assert (source.state, source.fault, source.found) == ("read", "", 12)
        assert "Reachable: 12 of 12" in firm.hr.page_of("Draft.")


async def test_a_list_brought_while_everybody_is_read_is_looked_for_from_the_start(
    store: Store,
) -> None:
    """Whoever stands on a page that was read before the second list came is found as well."""
    async with company(store, 30) as firm:
        firm.chat.page = 10
        strangers = "\n".join(f"x{n:03d}@example.org" for n in range(210))
        await firm.hr.campaign("new")
        await firm.hr.fill({**FORM, "channel": "", "list": strangers})
        await firm.hr.press("campaign:people")
        await firm.hr.fill({"list": "\n".join(f"p{n:03d}@example.org" for n in range(12))})
        await firm.hr.count()
        assert "Reachable: 12 of 222" in firm.hr.page_of("Draft.")


async def test_two_accounts_are_one_person_although_the_mail_is_learnt_late(store: Store) -> None:
    """A channel that tells ids alone gives away only afterwards who is listed elsewhere, too."""
    async with company(store) as firm:
        await firm.hr.draft(channel="")
        other = await _of_another_workspace(firm)
        address = {**other.address, "person": "Q000"}
        firm.chat.directories["C0OTHER"] = [Listed("Q000", address, mail="P000@example.org")]
        await other.campaign("status")
        for one, channel in ((other, "C0OTHER"), (firm.hr, ROOM.id)):
            await one.press("campaign:people")
            await one.fill({"channel": channel})
            await firm.hr.count()
        assert "Reachable: 12 of 12" in firm.hr.page_of("Draft.")


async def test_who_cannot_be_reached_elsewhere_is_named_as_the_platform_does(store: Store) -> None:
    """No mention works across workspaces, so the account's own id stands there, never nothing."""
    async with company(store) as firm:
        await firm.hr.draft(channel="")
        other = await _of_another_workspace(firm)
        address = {**other.address, "person": "Q000"}
        firm.chat.directories["C0OTHER"] = [Listed("Q000", address, kind="gone")]
        await other.campaign("status")
        await other.press("campaign:people")
        await other.fill({"channel": "C0OTHER"})
        await firm.hr.count()
        await firm.hr.press("campaign:unreached")
        assert "Q000 · the account is closed" in firm.hr.page
        assert "@Q000" not in firm.hr.page


# what people write


async def test_words_that_begin_with_campaign_are_still_a_persons_own(store: Store) -> None:
    """Who is not of HR gets help for what touches the safety list, whatever it begins with."""
    async with company(store) as firm:
        one = firm.hire(1)[0]
        await one.command("why")
        cared = await one.say("I want to kill myself")
        assert cared.show
        for text in ("Campaign is over, I want to kill myself", "campaign list I want to die"):
            assert (await one.say(text)).show == cared.show


async def test_only_a_command_makes_a_campaign_of_a_sentence(store: Store) -> None:
    """An answer that happens to begin with the word is no command, and refused to nobody."""
    async with company(store) as firm:
        one = firm.hire(1)[0]
        await one.command("why")
        reply = await one.say("Campagne de presse à relire vendredi")
        assert reply.show is None
        await firm.hr.say("campaign list")
        assert "No campaign yet" in firm.hr.page
        await firm.hr.say("campagne")
        assert "No campaign yet" in firm.hr.page


# the launch


async def test_a_pilot_is_asked_about_with_its_own_number(store: Store) -> None:
    """The second question counts those who will be invited, not those left out by the draw."""
    async with company(store, 24) as firm:
        await firm.hr.draft(pilot="50")
        await firm.hr.press("campaign:ready")
        assert "People: 12" in firm.hr.page
        await firm.hr.press("campaign:launch")
        await firm.world.wait_until(FIRST_DAY + timedelta(hours=3))
        assert len(firm.invited()) == 12


async def test_a_pilot_of_fewer_than_ten_is_no_campaign(store: Store) -> None:
    """What HR sees of it could be about one of them."""
    async with company(store) as firm:
        await firm.hr.draft(pilot="25")
        refused = await firm.hr.press("campaign:ready")
        assert "at least ten" in refused.notice


async def test_an_invitation_held_up_until_the_evening_comes_the_next_morning(
    store: Store,
) -> None:
    """A platform that takes nothing all day costs nobody the invitation."""
    async with company(store) as firm:
        await firm.hr.draft()
        await firm.hr.launch()
        firm.chat.fail(SendFailed("ratelimited", retry_after=timedelta(hours=10)), person="P000")
        await firm.world.wait_until(FIRST_DAY + timedelta(hours=3))
        firm.world.clock.at = FIRST_DAY + timedelta(hours=13)
        await firm.world.settle()
        late = Player(firm.world, firm.chat, "P000")
        assert (await firm.ledger(late))[-1].reason == "outside_hours"
        await firm.world.wait(days=1)
        assert sorted(firm.invited()) == sorted(f"P{n:03d}" for n in range(12))


# answers


async def test_reading_an_invitation_is_no_yes(store: Store) -> None:
    """Opening the chat in which it stands begins nothing."""
    async with company(store) as firm:
        one = (await _launched(firm))[0]
        await one.send(Opened(**one._shared(), place="chat"))
        assert len(firm.chat.summaries(one.person)) == 1


async def test_a_no_after_a_yes_ends_what_the_yes_began(store: Store) -> None:
    """Nothing comes by itself any more, although the first conversation was through."""
    async with company(store) as firm:
        one = (await _launched(firm))[0]
        (token,) = [t for t, some in controls(one.messages[0]) if "campaign:yes" in some]
        await one.press("campaign:yes")
        await one.walk(lambda: "quiet")
        await one.send(one.clicked(token, "change"))
        await one.send(one.clicked(token, "campaign:no"))
        before = len(firm.chat.summaries(one.person))
        await firm.world.wait(days=60)
        assert len(firm.chat.summaries(one.person)) == before


async def test_who_is_in_two_campaigns_is_asked_to_stay_after_the_last(store: Store) -> None:
    """The shorter one ends without a word while the other goes on."""
    async with company(store) as firm:
        for weeks in ("2", "6"):
            await firm.hr.draft(weeks=weeks, name=f"For {weeks} weeks")
            await firm.hr.launch()
        await firm.world.wait_until(FIRST_DAY + timedelta(hours=3))
        one = Player(firm.world, firm.chat, "P000")
        await one.press("campaign:yes")
        await firm.world.wait(days=1)
        await one.press("campaign:yes")
        await one.walk(lambda: "quiet")
        await firm.world.wait_until(FIRST_DAY + timedelta(days=30))
        assert not any("After the campaign" in s for s in firm.chat.summaries(one.person))
        await firm.world.wait(days=30)
        assert any("After the campaign" in s for s in firm.chat.summaries(one.person))


# what HR sees


async def test_a_single_person_on_a_pause_shows_in_no_figure(store: Store) -> None:
    """Neither as the one still to come, nor as the one called off by a stop."""
    async with company(store) as firm:
        await firm.hr.draft()
        await firm.hr.launch()
        away = Player(firm.world, firm.chat, "P000")
        await firm.be(away, paused_until=FIRST_DAY + timedelta(days=10))
        await firm.world.wait_until(FIRST_DAY + timedelta(hours=3))
        assert len(firm.invited()) == 11
        await firm.hr.campaign("report")
        assert "Still to come: 0" in firm.hr.page
        assert "people’s own: 12" in firm.hr.page
        await firm.hr.campaign("stop")
        await firm.hr.press("campaign:stop")
        await firm.hr.campaign("report")
        assert "was stopped or ended" not in firm.hr.page
        assert "people’s own: 12" in firm.hr.page


async def test_every_assumption_looked_at_is_in_the_log(store: Store) -> None:
    """Switching what a preview assumes shows another one, so it is an act of its own."""
    async with company(store) as firm:
        await firm.hr.draft()
        await firm.hr.press("campaign:preview")
        await firm.world.settle_preview()
        await firm.hr.press("campaign:assume:none")
        acts = [(deed.act, deed.detail) for deed in await firm.hr.log()]
        assert acts[-2:] == [("previewed", "all"), ("previewed", "none")]


async def _launched(firm: Company) -> list[Player]:
    await firm.hr.draft()
    await firm.hr.launch()
    await firm.world.wait_until(FIRST_DAY + timedelta(hours=3))
    return [Player(firm.world, firm.chat, f"P{n:03d}") for n in range(12)]


async def _of_another_workspace(firm: Company) -> Hr:
    other = Hr(firm.world, firm.chat, "U1HR")
    other.actor = replace(other.actor, workspace="fake:T0OTHER")
    other.address = {**other.address, "tenant": "T0OTHER"}
    await other.command("why")
    me = await firm.world.look(lambda uow: uow.people.find("fake:T0OTHER", "U1HR"))
    assert me is not None
    await firm.world.change(lambda uow: uow.roles.grant(Grant(me.id, "hr", "", firm.world.clock())))
    return other
