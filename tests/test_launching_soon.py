"""A launch begins at once, and its owners are named before anybody was given a role."""

import asyncio

import pytest

from adapters.settings import Settings
from storage.store import Store
from tests.fakes import Clock
from tests.hr import Hr, company
from tests.players import at_the_door


async def test_a_launch_is_under_way_long_before_the_next_tick(sqlite_store: Store) -> None:
    """However far apart ticks are, the work of a launch does not wait for one."""
    async with company(sqlite_store) as made:
        await made.hr.draft()
        await made.hr.press("campaign:ready")
        made.world.engine.loop._metronome.reschedule_job("tick", trigger="interval", hours=1)
        made.world.engine.loop.start()
        await asyncio.sleep(0)
        await made.world.engine.handle(made.hr.pressed("campaign:launch"))
        async with asyncio.timeout(10):
            while (await made.hr.newest()).state != "running":  # noqa: ASYNC110 - it does not know
                await asyncio.sleep(0.05)


async def test_who_a_setting_names_owns_campaigns(sqlite_store: Store) -> None:
    """They need no grant, and can read the log."""
    owners = Settings(DECLIC_OWNERS="fake:T0TEAM:U0HR").owner_accounts
    async with at_the_door(sqlite_store, Clock(), owners=owners) as (world, chat):
        owner, other = Hr(world, chat, "U0HR"), Hr(world, chat, "U0ANN")
        for one in (owner, other):
            await one.command("help")
            await one.command("why")
            await one.campaign("log")
        assert "What was done" in owner.page
        assert "What was done" not in other.page


@pytest.mark.parametrize(
    ("named", "accounts"),
    [
        ("", set()),
        ("slack:T0123:U0456", {"slack:T0123:U0456"}),
        (" slack:T0123:U0456, teams:t1:u2 ,", {"slack:T0123:U0456", "teams:t1:u2"}),
    ],
)
def test_owners_are_separated_by_commas(named: str, accounts: set[str]) -> None:
    """Spaces and a comma too many do no harm."""
    settings = Settings(DECLIC_OWNERS=named)
    assert settings.owner_accounts == accounts
    assert not any("DECLIC_OWNERS" in fault for fault in settings.faults)


@pytest.mark.parametrize("named", ["robin", "slack:U0456", "slack:T0123:"])
def test_what_is_no_account_is_refused_at_the_start(named: str) -> None:
    """An owner who is nobody would leave campaigns without one, unnoticed."""
    faults = Settings(DECLIC_OWNERS=named).faults
    assert [fault for fault in faults if fault.startswith(f"DECLIC_OWNERS: {named} ")]
