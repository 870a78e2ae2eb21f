"""What people write and choose in a campaign stays theirs: on screen, in logs, on disk."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.slack.blocks import to_blocks
from adapters.teams.cards import to_card
from bot import mydata
from bot.campaigns.grants import Grant, Role
from bot.messages import Message
from bot.visibility import INVITED_KEPT, TRACES_KEPT
from storage.store import Store
from tests.databases import Database
from tests.fitting import answer_fits, fits
from tests.hr import FORM, Company, Hr, company
from tests.players import Player, Words
from tests.squads import text_of
from tests.traces import all_logs, found, on_disk, rows

FIRST_DAY = datetime(2026, 11, 30, 8, tzinfo=UTC)
"""Monday 09:00 in Paris."""

HOUR, DAY = timedelta(hours=1), timedelta(days=1)

HOSTILE = (
    "<!channel> <@U0HR> <https://evil.example|click>",
    "<at>Ada</at> [click](https://evil.example) **loud** _low_",
    "*bold* ~gone~ `code` &amp; &lt;b&gt; <script>alert(1)</script>",
    "{{DATE(2026-01-01)}} ${x} {name} %s \u202eabc",
)
PLANTED = ("qzautumnvelvet", "qzreasonvelvet", "qzraisonvelvet", "qzmailvelvet", "qzteamvelvet")
"""Words of HR: name, why in both languages, a mail address and a team of a list."""


def _player(firm: Company, n: int) -> Player:
    return Player(firm.world, firm.chat, f"P{n:03d}")


async def _launched(firm: Company, **changes: str | list[str]) -> list[Player]:
    await firm.hr.draft(**changes)
    await firm.hr.launch()
    await firm.world.wait_until(FIRST_DAY + 3 * HOUR)
    return [_player(firm, n) for n in range(12)]


async def _somebody(firm: Company, person: str, role: Role) -> Hr:
    """Somebody else with a role."""
    one = Hr(firm.world, firm.chat, person)
    await one.command("why")
    me = await one.me()
    assert me is not None
    grant = Grant(me.id, role, "", firm.world.clock())
    await firm.world.change(lambda uow: uow.roles.grant(grant))
    return one


async def _crawled(who: Hr) -> str:
    """Type every command and press whatever shows something, and return all that was read."""
    read = []
    for command in ("", "list", "status", "preview", "report", "roles", "log", "help"):
        reply = await who.campaign(command)
        await who.world.settle_preview()
        read += [text_of(m) for m in (reply.show, *who.messages) if m] + [reply.notice]
    for option in ("report", "preview", "texts", "unreached", "text", "test"):
        if any(option in str(m) for m in who.messages):
            reply = await who.send(who.clicked(_token(who), f"campaign:{option}"))
            read.append(f"{reply.form} {reply.notice}")
    await who.world.settle_preview()
    return "\n".join([*read, *(str(m) for m in who.messages)])


def _token(who: Hr) -> str:
    try:
        return who.token_of("campaign:report")
    except AssertionError:
        return "none"


# who reads what


async def test_nobody_with_a_role_reads_what_people_say_or_do(store: Store) -> None:
    """HR, observer and owner crawl everything: neither words nor names of who did what."""
    with all_logs() as heard:
        async with company(store) as firm:
            people = await _launched(firm)
            yes, no, stops, pauses, erased = people[:5]
            words = Words()
            await yes.press("campaign:yes")
            await yes.walk(words)
            await no.press("campaign:no")
            await stops.command("stop")
            await pauses.command("pause")
            await erased.press("campaign:yes")
            await erased.erase()
            await firm.world.wait(days=9)
            observer = await _somebody(firm, "U1SEES", "observer")
            owner = await _somebody(firm, "U2OWNS", "owner")
            assert words.planted
            for who in (firm.hr, observer, owner):
                read = await _crawled(who)
                assert "Autumn of delegation" in read
                assert found(read, words.planted) == []
                assert found(read, [one.person for one in people]) == []
            logged = "\n".join(heard.lines)
            assert found(logged, words.planted) == []
            assert found(logged, ["example.org", "Autumn of delegation"]) == []


async def test_what_hr_writes_is_in_no_row_and_no_log(
    database: Database, request: pytest.FixtureRequest
) -> None:
    """Name, why and lists are encrypted; cards, the queue and the log hold ids alone."""
    store = database.open()
    name, english, french, mail, team = PLANTED
    listed = f"mail;team\n{mail}@example.org;{team}\n" + "".join(
        f"p{n:03d}@example.org;{team}\n" for n in range(12)
    )
    try:
        with all_logs() as heard:
            async with company(store) as firm:
                await firm.hr.draft(
                    name=name, why_en=english, why_fr=french, channel="", list=listed
                )
                await firm.hr.campaign("preview")
                await firm.world.settle_preview()
                await firm.hr.press("campaign:ready")
                await firm.hr.press("campaign:launch")
                await firm.world.wait_until(FIRST_DAY + 3 * HOUR)
                assert len(firm.invited()) == 12
                assert english in str(firm.chat.posts)
                private = (name, english, french, mail)
                kept = rows(store)
                assert found(kept, private) == []
                for table in ("cards", "outbox", "audit", "moments", "ledger"):
                    assert found(kept[table], PLANTED) == []
                assert found("\n".join(heard.lines), PLANTED) == []
    finally:
        store.close()
    server = Path(request.getfixturevalue("postgres_socket")) if not database.path else None
    assert found(on_disk(database, server), (name, english, french, mail)) == []


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_is_shown_as_it_was_typed(sqlite_store: Store, text: str) -> None:
    """In a name, a why, or a cell of a list: no markup on any platform, and within its limits."""
    async with company(sqlite_store) as firm:
        await firm.hr.draft(name=text, why_en=text, why_fr=text, list=f"mail;team\n{text};{text}")
        await firm.hr.launch()
        await firm.world.wait_until(FIRST_DAY + 3 * HOUR)
        for command in ("status", "report", "list", "log"):
            await firm.hr.campaign(command)
        assert len(firm.invited()) == 12
        for call in firm.chat.posts:
            if call.message:
                fits(call.message)
                _shows_no_markup(call.message)
        for reply in firm.hr.replies:
            answer_fits(reply)


def _shows_no_markup(message: Message) -> None:
    """Slack's and Teams' own signs are escaped wherever they would mean something."""
    for text in _texts(to_blocks(message), "mrkdwn"):
        for sign in ("<!channel>", "<@U0HR>", "<https://evil", "<at>", "<script>"):
            assert sign not in text, text
    for text in _texts(to_card(message), "TextBlock"):
        for sign in ("[click](", "**loud**", "<at>", "{{DATE("):
            assert sign not in text, text


def _texts(node: Any, kind: str) -> Iterator[str]:
    """Walk through a payload to every text that the platform reads markup in."""
    if isinstance(node, Mapping):
        if node.get("type") == kind and isinstance(node.get("text"), str):
            yield node["text"]
        for part in node.values():
            yield from _texts(part, kind)
    elif isinstance(node, Sequence) and not isinstance(node, str):
        for part in node:
            yield from _texts(part, kind)


# what is theirs


async def test_an_export_has_ones_own_invitations_and_answers(store: Store) -> None:
    """And of nobody else."""
    async with company(store) as firm:
        one, other = (await _launched(firm))[:2]
        await one.press("campaign:no")
        me, them = await one.me(), await other.me()
        assert me is not None
        assert them is not None
        told = await firm.world.look(lambda uow: mydata.export(uow, me))
        (campaign,) = told["campaigns"]
        assert campaign["name"] == FORM["name"]
        assert campaign["you"]["answer"] == "no"
        assert [entry["kind"] for entry in told["messages"]] == ["invitation"]
        assert them.id not in json.dumps(told)


async def test_an_invitee_who_erases_themselves_is_in_no_row(store: Store) -> None:
    """Before their invitation, and after it with an answer."""
    async with company(store) as firm:
        await firm.hr.draft()
        await firm.hr.launch()
        early, late = _player(firm, 0), _player(firm, 1)
        ids = [me.id for one in (early, late) if (me := await one.me())]
        await early.erase()
        await firm.world.wait_until(FIRST_DAY + 3 * HOUR)
        assert early.person not in firm.invited()
        await late.press("campaign:yes")
        await late.erase()
        await firm.world.wait(days=1)
        kept = rows(store, without=("seen",))
        assert found(kept, ids) == []
        assert found(kept, [early.person, late.person]) == []


@pytest.mark.parametrize("role", ["hr", "owner"])
async def test_who_made_a_campaign_can_erase_themselves(store: Store, role: Role) -> None:
    """The campaign goes on, and the log says that somebody was there, not who."""
    async with company(store, role=role) as firm:
        await firm.hr.draft()
        await firm.hr.launch()
        me = await firm.hr.me()
        assert me is not None
        await firm.hr.erase()
        kept = rows(store, without=("seen",))
        assert found(kept, [me.id, firm.hr.person]) == []
        await firm.world.wait_until(FIRST_DAY + 3 * HOUR)
        assert len(firm.invited()) == 12
        owner = await _somebody(firm, "U2OWNS", "owner")
        await owner.campaign("log")
        assert firm.hr.person not in owner.page
        assert "launched" in owner.page


# how long it stays


async def test_who_never_answered_is_forgotten_thirty_days_after_the_end(store: Store) -> None:
    """Whoever said yes or no, or was there before, stays as long as was promised to them."""
    async with company(store) as firm:
        silent, no, active = (await _launched(firm))[:3]
        await firm.active(active)
        await no.press("campaign:no")
        await firm.world.wait_until(FIRST_DAY + 29 * DAY)
        assert (await firm.hr.newest()).state == "ended"
        await firm.world.wait(days=INVITED_KEPT.days - 2)
        await firm.world.engine.loop.purge()
        assert await silent.me()
        me = await silent.me()
        assert me is not None
        await firm.world.wait(days=3)
        before = await _report(firm)
        await firm.world.engine.loop.purge()
        assert await silent.me() is None
        assert found(rows(store, without=("seen",)), [me.id, silent.person]) == []
        assert await no.me()
        assert await active.me()
        assert await firm.hr.me()
        assert await _report(firm) == before


async def test_who_is_invited_anew_is_not_forgotten(store: Store) -> None:
    """As long as a later campaign that invites them is not long over, they stay."""
    async with company(store) as firm:
        silent = (await _launched(firm))[0]
        await firm.world.wait_until(FIRST_DAY + 40 * DAY)
        day = firm.world.clock().date() + 25 * DAY
        await firm.hr.draft(name="Another", first_day=str(day))
        await firm.hr.launch()
        await firm.world.wait_until(FIRST_DAY + 64 * DAY)
        await firm.world.engine.loop.purge()
        assert await silent.me()


async def test_lists_and_answers_go_after_thirteen_months(store: Store) -> None:
    """Of the campaign only figures are left; the person who said no is still who they were."""
    async with company(store) as firm:
        no = (await _launched(firm))[0]
        await no.press("campaign:no")
        await firm.world.wait_until(FIRST_DAY + 29 * DAY)
        firm.world.clock.at += TRACES_KEPT + 2 * DAY
        await firm.world.engine.loop.purge()
        assert await firm.invitee(no) is None
        made = await firm.hr.newest()
        assert made.sources == ()
        assert made.figures["people"] == "12"


async def _report(firm: Company) -> str:
    await firm.hr.campaign("report")
    return firm.hr.page
