"""The directory of a Slack workspace is read page by page, and nobody is left out or kept."""

import gc
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from adapters.slack.outbound import SlackMessenger, open_session, web_client
from bot.errors import SendFailed, Unreachable
from bot.ports import PEOPLE_AT_ONCE, DirectoryAsk, Listed, Listing, Messenger
from tests.fake_slack import BOT, FakeSlack, fake_slack

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HR = {"platform": "slack", "team": "T0TEAM", "user": "U0HR", "channel": "D0HR"}
MANAGERS = DirectoryAsk("channel", ("C1",))


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with fake_slack() as server:
        yield server


@pytest.fixture
async def messenger(slack: FakeSlack) -> AsyncIterator[SlackMessenger]:
    async with open_session() as session:
        client = web_client("xoxb-test", session, slack.url)
        yield SlackMessenger(client, now=lambda: NOON, timeout=5)


async def pages(messenger: Messenger, ask: DirectoryAsk) -> AsyncIterator[Listing]:
    """Read on until the end, as the outbox does."""
    cursor = ask.cursor
    while True:
        page = await messenger.directory(HR, DirectoryAsk(ask.kind, ask.ids, cursor))
        cursor = page.cursor
        yield page
        del page
        if not cursor:
            return


# Channels


async def test_a_channel_tells_ids_and_how_people_are_reached(
    slack: FakeSlack, messenger: Messenger
) -> None:
    """Kind, locale, zone and mail stay unknown: they would take a call for each person."""
    slack.channel("C1", BOT, "U1")
    page = await messenger.directory(HR, MANAGERS)
    assert page == Listing((by_id(BOT), by_id("U1")))
    assert slack.of("users.info") == []


async def test_a_channel_of_thirty_thousand_is_read_in_thirty_one_pages(
    slack: FakeSlack, messenger: Messenger
) -> None:
    """Each person once, in one call a page; the channel itself is looked at once."""
    slack.channel("C1", *(f"U{number}" for number in range(30_000)))
    found = [page async for page in pages(messenger, MANAGERS)]
    people = [one.person for page in found for one in page.people]
    assert people == [f"U{number}" for number in range(30_000)]
    assert max(len(page.people) for page in found) == 999
    assert [call.method for call in slack.calls] == [
        "conversations.info",
        *["conversations.members"] * 31,
    ]


async def test_nothing_is_kept_from_page_to_page(slack: FakeSlack, messenger: Messenger) -> None:
    """A page is forgotten as soon as whoever asked for it lets go of it."""
    slack.channel("C1", *(f"U{number}" for number in range(3000)))
    before = alive()
    async for page in pages(messenger, MANAGERS):
        assert alive() - before == len(page.people)
        del page
    assert alive() == before


async def test_a_reading_goes_on_in_another_process(slack: FakeSlack, messenger: Messenger) -> None:
    """The cursor says all: whoever has it needs no page that came before."""
    slack.channel("C1", *(f"U{number}" for number in range(1500)))
    first = await messenger.directory(HR, MANAGERS)
    async with open_session() as session:
        other = SlackMessenger(web_client("xoxb-test", session, slack.url), now=lambda: NOON)
        rest = await other.directory(HR, DirectoryAsk("channel", ("C1",), first.cursor))
    assert [one.person for one in rest.people] == [f"U{number}" for number in range(999, 1500)]
    assert rest.cursor == ""


async def test_a_public_channel_is_read_from_outside(
    slack: FakeSlack, messenger: Messenger
) -> None:
    """Nobody has to invite the bot into a channel that everybody can read."""
    slack.channel("C1", "U1")
    assert (await messenger.directory(HR, MANAGERS)).people == (by_id("U1"),)


async def test_a_private_channel_is_read_from_inside_alone(
    slack: FakeSlack, messenger: Messenger
) -> None:
    """It has to be invited there."""
    slack.channel("C1", BOT, "U1", private=True)
    assert len((await messenger.directory(HR, MANAGERS)).people) == 2
    slack.rooms["C1"].members.remove(BOT)
    with pytest.raises(Unreachable):
        await messenger.directory(HR, MANAGERS)


async def test_an_archived_channel_is_not_read(slack: FakeSlack, messenger: Messenger) -> None:
    """Who is still in it says nothing about who works there."""
    slack.channel("C1", BOT, "U1").archived = True
    with pytest.raises(Unreachable, match="is_archived"):
        await messenger.directory(HR, MANAGERS)


async def test_a_channel_that_is_not_there_is_not_read(messenger: Messenger) -> None:
    """Deleted, or of another workspace."""
    with pytest.raises(Unreachable, match="channel_not_found"):
        await messenger.directory(HR, MANAGERS)


@pytest.mark.parametrize("mark", ["is_im", "is_mpim"])
async def test_a_direct_message_is_no_audience(
    slack: FakeSlack, messenger: Messenger, monkeypatch: pytest.MonkeyPatch, mark: str
) -> None:
    """Also one among several people, whose id may look like a channel's."""
    slack.channel("C1", BOT, "U1")
    told = slack.room_info({"channel": "C1"})
    told["channel"][mark] = True
    monkeypatch.setattr(slack, "room_info", lambda _: told)
    with pytest.raises(Unreachable):
        await messenger.directory(HR, MANAGERS)


async def test_a_cursor_that_has_expired_is_not_tried_again(
    slack: FakeSlack, messenger: Messenger
) -> None:
    """It would be refused for ever."""
    slack.channel("C1", BOT, "U1")
    with pytest.raises(SendFailed, match="invalid_cursor") as caught:
        await messenger.directory(HR, DirectoryAsk("channel", ("C1",), "yesterday"))
    assert caught.value.permanent


# User groups


async def test_a_user_group_is_read_in_one_call(slack: FakeSlack, messenger: Messenger) -> None:
    """By ids; Slack has no pages there."""
    slack.group("S1", "U1", "U2")
    page = await messenger.directory(HR, DirectoryAsk("usergroup", ("S1",)))
    assert page == Listing((by_id("U1"), by_id("U2")))
    assert slack.of("usergroups.users.list") == [{"usergroup": "S1"}]
    assert len(slack.calls) == 1


@pytest.mark.parametrize("code", ["no_such_subteam", "plan_upgrade_required"])
async def test_a_user_group_that_cannot_be_read_is_said_to_be_so(
    slack: FakeSlack, messenger: Messenger, code: str
) -> None:
    """It was switched off, or the workspace's plan has none."""
    slack.fail_next("usergroups.users.list", code)
    with pytest.raises(Unreachable, match=code):
        await messenger.directory(HR, DirectoryAsk("usergroup", ("S1",)))


# People, one by one


async def test_people_are_told_with_all_that_slack_knows(
    slack: FakeSlack, messenger: Messenger
) -> None:
    """Locale, zone and mail, in the order in which they were asked for."""
    slack.user("U1")
    slack.user("U2", locale="en-GB", tz="Europe/London")
    slack.mail("U2", "bo@example.org")
    page = await messenger.directory(HR, DirectoryAsk("people", ("U2", "U1")))
    assert page.people == (
        Listed("U2", reached("U2"), "member", "en-GB", "Europe/London", "bo@example.org"),
        Listed("U1", reached("U1"), "member", "fr-FR", "Europe/Paris"),
    )
    assert all(one.known for one in page.people)


async def test_people_whom_slack_does_not_show_are_missing(
    slack: FakeSlack, messenger: Messenger
) -> None:
    """The others are told all the same."""
    slack.user("U1")
    page = await messenger.directory(HR, DirectoryAsk("people", ("U404", "U1")))
    assert [one.person for one in page.people] == ["U1"]
    assert page.missing == ("U404",)


@pytest.mark.parametrize(
    ("profile", "kind"),
    [
        ({}, "member"),
        ({"is_restricted": True}, "guest"),
        ({"is_ultra_restricted": True}, "guest"),
        ({"is_stranger": True}, "guest"),
        ({"team_id": "T9OTHER"}, "guest"),
        ({"is_bot": True}, "bot"),
        ({"deleted": True}, "gone"),
        ({"deleted": True, "is_restricted": True}, "gone"),
    ],
)
@pytest.mark.parametrize("ask", [DirectoryAsk("people", ("U1",)), DirectoryAsk("everybody")])
async def test_kinds_are_told_apart_in_every_reading(
    slack: FakeSlack,
    messenger: Messenger,
    ask: DirectoryAsk,
    profile: dict[str, object],
    kind: str,
) -> None:
    """Members, guests of every sort, bots, and accounts that were closed."""
    slack.user("U1", **profile)
    assert [one.kind for one in (await messenger.directory(HR, ask)).people] == [kind]


async def test_slacks_own_bot_is_a_bot(slack: FakeSlack, messenger: Messenger) -> None:
    """Although it is not marked as one."""
    slack.user("USLACKBOT")
    (one,) = (await messenger.directory(HR, DirectoryAsk("everybody"))).people
    assert one.kind == "bot"


# Mail addresses


async def test_people_are_found_by_mail(slack: FakeSlack, messenger: Messenger) -> None:
    """Whatever the case and the signs; the mail is told as it was asked for."""
    slack.mail("U1", "ana+work@example.org")
    ask = DirectoryAsk("mails", ("Ana+Work@Example.org", "nobody@example.org"))
    page = await messenger.directory(HR, ask)
    assert [(one.person, one.mail) for one in page.people] == [("U1", "Ana+Work@Example.org")]
    assert page.missing == ("nobody@example.org",)
    assert page.people[0].zone == "Europe/Paris"


async def test_twenty_are_asked_for_in_twenty_calls(slack: FakeSlack, messenger: Messenger) -> None:
    """No more than one call each."""
    mails = tuple(f"p{number}@example.org" for number in range(PEOPLE_AT_ONCE))
    for number, mail in enumerate(mails):
        slack.mail(f"U{number}", mail)
    page = await messenger.directory(HR, DirectoryAsk("mails", mails))
    assert [one.mail for one in page.people] == list(mails)
    assert len(slack.calls) == PEOPLE_AT_ONCE


async def test_mail_addresses_are_never_logged(
    slack: FakeSlack, messenger: Messenger, caplog: pytest.LogCaptureFixture
) -> None:
    """Not even at the most talkative level, whatever goes wrong."""
    caplog.set_level(logging.DEBUG)
    slack.fail_next("users.lookupByEmail", "internal_error")
    slack.break_next("users.lookupByEmail")
    slack.drop_next("users.lookupByEmail")
    for _ in range(3):
        with pytest.raises(SendFailed) as caught:
            await messenger.directory(HR, DirectoryAsk("mails", ("ana@example.org",)))
        assert "ana" not in str(caught.value)
    assert "ana" not in caplog.text


# Everybody


async def test_everybody_is_read_page_by_page(slack: FakeSlack, messenger: Messenger) -> None:
    """Two hundred at a time with locale, zone and mail, so that no call is made for each."""
    for number in range(450):
        slack.mail(f"U{number}", f"p{number}@example.org")
    found = [page async for page in pages(messenger, DirectoryAsk("everybody"))]
    assert [len(page.people) for page in found] == [200, 200, 50]
    assert [call.method for call in slack.calls] == ["users.list"] * 3
    last = found[-1].people[-1]
    assert last == Listed(
        "U449", reached("U449"), "member", "fr-FR", "Europe/Paris", "p449@example.org"
    )


# Slack's limits, and profiles


@pytest.mark.parametrize(
    ("method", "ask"),
    [
        ("conversations.info", MANAGERS),
        ("conversations.members", MANAGERS),
        ("usergroups.users.list", DirectoryAsk("usergroup", ("S1",))),
        ("users.info", DirectoryAsk("people", ("U1", "U2"))),
        ("users.lookupByEmail", DirectoryAsk("mails", ("ana@example.org",))),
        ("users.list", DirectoryAsk("everybody")),
    ],
)
async def test_a_limit_names_its_waiting_time(
    slack: FakeSlack, messenger: Messenger, method: str, ask: DirectoryAsk
) -> None:
    """Nothing sleeps in here; the same page can be asked for again after it."""
    slack.channel("C1", BOT, "U1", "U2")
    slack.group("S1", "U1")
    slack.mail("U1", "ana@example.org")
    slack.fail_next(method, "ratelimited", retry_after=30)
    with pytest.raises(SendFailed) as caught:
        await messenger.directory(HR, ask)
    assert caught.value.retry_after == timedelta(seconds=30)
    assert not caught.value.permanent
    assert (await messenger.directory(HR, ask)).people


@pytest.mark.parametrize(
    ("method", "ask"),
    [
        ("usergroups.users.list", DirectoryAsk("usergroup", ("S1",))),
        ("users.lookupByEmail", DirectoryAsk("mails", ("ana@example.org",))),
    ],
)
async def test_a_scope_that_was_not_granted_says_nothing_about_people(
    slack: FakeSlack, messenger: Messenger, method: str, ask: DirectoryAsk
) -> None:
    """Nobody is reported missing because the app was installed before campaigns came."""
    slack.fail_next(method, "missing_scope")
    with pytest.raises(SendFailed, match="missing_scope") as caught:
        await messenger.directory(HR, ask)
    assert type(caught.value) is SendFailed
    assert caught.value.retry_after == timedelta(minutes=15)


@pytest.mark.parametrize("mail", ["ana@example.org", None])
async def test_a_profile_tells_the_mail_where_slack_does(
    slack: FakeSlack, messenger: Messenger, mail: str | None
) -> None:
    """Bots have none, nor has anybody before the scope is granted."""
    slack.user("U1", profile={"email": mail} if mail else {})
    assert (await messenger.profile(reached("U1"))).mail == mail


def alive() -> int:
    """How many people of any page are still in memory."""
    gc.collect()
    return sum(isinstance(one, Listed) for one in gc.get_objects())


def reached(person: str) -> dict[str, str]:
    """Somebody's address."""
    return {"platform": "slack", "team": "T0TEAM", "user": person}


def by_id(person: str) -> Listed:
    """Somebody of whom only the id is told."""
    return Listed(person, reached(person), known=False)
