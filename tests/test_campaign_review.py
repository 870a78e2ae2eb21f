"""What goes wrong only in company: campaigns read, launched and answered out of the ordinary."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.campaigns.grants import Grant
from bot.ports import Listed
from storage.store import Store
from tests.hr import FORM, ROOM, Company, Hr, company

FIRST_DAY = datetime(2026, 11, 30, 8, tzinfo=UTC)
"""Monday 09:00 in Paris."""


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


async def _of_another_workspace(firm: Company) -> Hr:
    other = Hr(firm.world, firm.chat, "U1HR")
    other.actor = replace(other.actor, workspace="fake:T0OTHER")
    other.address = {**other.address, "tenant": "T0OTHER"}
    await other.command("why")
    me = await firm.world.look(lambda uow: uow.people.find("fake:T0OTHER", "U1HR"))
    assert me is not None
    await firm.world.change(lambda uow: uow.roles.grant(Grant(me.id, "hr", "", firm.world.clock())))
    return other
