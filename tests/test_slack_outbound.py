"""Messages reach Slack, and each of its errors is told apart from the others."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from adapters.slack.outbound import CONNECTIONS, SlackMessenger, open_session, web_client
from bot.errors import MessageGone, SendFailed, Unreachable
from bot.messages import Message, Span, Text
from bot.ports import Messenger, Profile
from tests.fake_slack import FakeSlack, fake_slack

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
ADDRESS = {"platform": "slack", "team": "T0TEAM", "user": "U1"}
HELLO = Message("en", "Weekly check-in", (Text((Span("Did you hold it?"),)),))
THANKS = Message("fr", "Bilan", (Text((Span("Merci !"),)),))


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with fake_slack() as server:
        yield server


@pytest.fixture
async def messenger(slack: FakeSlack) -> AsyncIterator[SlackMessenger]:
    async with open_session() as session:
        yield in_front_of(slack, session, seconds=10)


def in_front_of(slack: FakeSlack, session: aiohttp.ClientSession, seconds: float) -> SlackMessenger:
    """Make a messenger that waits for Slack at most so long."""
    client = web_client("xoxb-test", session, slack.url)
    return SlackMessenger(client, now=lambda: NOON, timeout=seconds)


async def test_a_post_opens_the_direct_message(slack: FakeSlack, messenger: Messenger) -> None:
    """By the person's id; the reference names channel and time stamp for later edits."""
    ref = await messenger.post(ADDRESS, HELLO)
    posted = slack.seen_by("U1")[0]
    assert ref == {"channel": "D1", "ts": posted.ts}
    assert posted.text == "Weekly check-in"
    body = slack.of("chat.postMessage")[0]
    assert (body["unfurl_links"], body["unfurl_media"]) == (False, False)


async def test_a_known_channel_is_used(slack: FakeSlack, messenger: Messenger) -> None:
    """It saves Slack the search."""
    await messenger.post(ADDRESS | {"channel": "D0KNOWN"}, HELLO)
    assert slack.of("chat.postMessage")[0]["channel"] == "D0KNOWN"


async def test_a_person_is_named_in_a_direct_message_too(
    slack: FakeSlack, messenger: Messenger
) -> None:
    """By Slack itself, to one reader; nobody else hears of it."""
    await messenger.post(ADDRESS, Message("en", "Roles", (Text((Span("Bo", person="U2"),)),)))
    (posted,) = slack.seen_by("U1")
    (section,) = posted.blocks[0]["elements"]
    assert section["elements"] == [{"type": "user", "user_id": "U2"}]
    assert "U2" not in posted.text
    assert slack.seen_by("U2") == []


async def test_an_update_replaces_the_message(slack: FakeSlack, messenger: Messenger) -> None:
    """In place: the direct message still holds one."""
    ref = await messenger.post(ADDRESS, HELLO)
    await messenger.update(ADDRESS, ref, THANKS)
    assert [one.text for one in slack.seen_by("U1")] == ["Bilan"]


async def test_a_message_is_taken_away_once_or_twice(
    slack: FakeSlack, messenger: Messenger
) -> None:
    """One that is gone already is no error."""
    ref = await messenger.post(ADDRESS, HELLO)
    await messenger.delete(ADDRESS, ref)
    await messenger.delete(ADDRESS, ref)
    assert slack.seen_by("U1") == []


async def test_a_message_that_may_not_be_taken_away_is_an_error(
    slack: FakeSlack, messenger: Messenger
) -> None:
    """It is still there, so nobody is told that it went."""
    slack.fail_next("chat.delete", "cant_delete_message")
    with pytest.raises(MessageGone):
        await messenger.delete(ADDRESS, {"channel": "D1", "ts": "1.2"})


async def test_the_home_is_published(slack: FakeSlack, messenger: Messenger) -> None:
    """For the one person."""
    await messenger.publish_home(ADDRESS, HELLO)
    assert slack.published["U1"]["type"] == "home"


async def test_a_profile_names_locale_and_zone(slack: FakeSlack, messenger: Messenger) -> None:
    """As far as Slack knows them."""
    slack.users["U1"] = {"id": "U1", "locale": "fr-FR", "tz": "Europe/Paris"}
    assert await messenger.profile(ADDRESS) == Profile("fr-FR", "Europe/Paris")
    assert slack.of("users.info")[0]["include_locale"] == "true"
    slack.users["U1"] = {"id": "U1"}
    assert await messenger.profile(ADDRESS) == Profile(None, None)


async def test_a_closed_account_is_unreachable(slack: FakeSlack, messenger: Messenger) -> None:
    """Slack still has its profile."""
    slack.users["U1"] = {"id": "U1", "deleted": True}
    with pytest.raises(Unreachable):
        await messenger.profile(ADDRESS)


@pytest.mark.parametrize(
    "code",
    [
        "cannot_dm_bot",
        "channel_not_found",
        "is_archived",
        "messages_tab_disabled",
        "not_in_channel",
        "restricted_action_read_only_channel",
        "user_not_found",
    ],
)
async def test_a_person_who_cannot_be_reached(
    slack: FakeSlack, messenger: Messenger, code: str
) -> None:
    """Sending to them stops."""
    slack.fail_next("chat.postMessage", code)
    with pytest.raises(Unreachable, match=code):
        await messenger.post(ADDRESS, HELLO)


@pytest.mark.parametrize(
    "code", ["message_not_found", "cant_update_message", "edit_window_closed", "block_mismatch"]
)
async def test_a_message_that_cannot_be_updated_can_be_posted_anew(
    slack: FakeSlack, messenger: Messenger, code: str
) -> None:
    """Deleted, too old, or of another make."""
    slack.fail_next("chat.update", code)
    with pytest.raises(MessageGone, match=code):
        await messenger.update(ADDRESS, {"channel": "D1", "ts": "1.2"}, HELLO)


@pytest.mark.parametrize("code", ["invalid_blocks", "msg_blocks_too_long", "msg_too_long"])
async def test_a_message_that_slack_will_never_take(
    slack: FakeSlack, messenger: Messenger, code: str
) -> None:
    """Trying again would change nothing, and the person is still reachable."""
    error = await failure(slack, messenger, lambda: slack.fail_next("chat.postMessage", code))
    assert (type(error), error.permanent, error.reason) == (SendFailed, True, code)


@pytest.mark.parametrize(
    "code", ["invalid_auth", "token_revoked", "missing_scope", "account_inactive"]
)
async def test_a_fault_of_the_installation_is_not_the_persons(
    slack: FakeSlack, messenger: Messenger, code: str
) -> None:
    """Nobody is written off because of a token; the message waits for the operator."""
    error = await failure(slack, messenger, lambda: slack.fail_next("chat.postMessage", code))
    assert (type(error), error.permanent) == (SendFailed, False)
    assert error.retry_after == timedelta(minutes=15)


@pytest.mark.parametrize(("seconds", "wait"), [(30, timedelta(seconds=30)), (None, None)])
async def test_a_limit_names_its_waiting_time(
    slack: FakeSlack, messenger: Messenger, seconds: int | None, wait: timedelta | None
) -> None:
    """Nothing sleeps in here: the outbox waits, and sends others meanwhile."""
    error = await failure(
        slack,
        messenger,
        lambda: slack.fail_next("chat.postMessage", "ratelimited", retry_after=seconds),
    )
    assert (error.reason, error.permanent, error.retry_after) == ("ratelimited", False, wait)


@pytest.mark.parametrize("code", ["internal_error", "fatal_error", "something_new"])
async def test_an_error_that_may_pass(slack: FakeSlack, messenger: Messenger, code: str) -> None:
    """Unknown codes too: the outbox gives up in the end."""
    error = await failure(slack, messenger, lambda: slack.fail_next("chat.postMessage", code))
    assert (error.reason, error.permanent) == (code, False)


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_a_broken_server_may_recover(
    slack: FakeSlack, messenger: Messenger, status: int
) -> None:
    """A page in HTML instead of an answer."""
    error = await failure(slack, messenger, lambda: slack.break_next("chat.postMessage", status))
    assert (error.reason, error.permanent) == (f"http_{status}", False)


async def test_a_late_answer_is_not_awaited(slack: FakeSlack) -> None:
    """The outbox decides whether to try again."""
    async with open_session() as session:
        hasty = in_front_of(slack, session, seconds=0.5)
        error = await failure(slack, hasty, lambda: slack.slow_next("chat.postMessage", 5))
    assert (error.reason, error.permanent) == ("TimeoutError", False)


async def test_a_lost_connection_is_not_tried_again_in_here(
    slack: FakeSlack, messenger: Messenger
) -> None:
    """Slack may have taken the message: at most one call, and the outbox knows."""
    error = await failure(slack, messenger, lambda: slack.drop_next("chat.postMessage"))
    assert not error.permanent
    assert len(slack.calls) == len(slack.seen_by("U1")) == 1


async def test_no_server_at_all() -> None:
    """The network is away: it may come back."""
    async with aiohttp.ClientSession() as session:
        client = web_client("xoxb-test", session, "http://127.0.0.1:9/api/")
        nowhere = SlackMessenger(client, now=lambda: NOON)
        with pytest.raises(SendFailed) as caught:
            await nowhere.post(ADDRESS, HELLO)
    assert not caught.value.permanent


async def test_many_sends_share_few_connections(slack: FakeSlack, messenger: Messenger) -> None:
    """One session for all: no more connections than the pool holds."""
    await asyncio.gather(*(messenger.post(ADDRESS, HELLO) for _ in range(50)))
    for _ in range(50):
        await messenger.post(ADDRESS, HELLO)
    assert len(slack.calls) == 100
    assert len(slack.connections) <= CONNECTIONS


async def test_words_are_never_logged(
    slack: FakeSlack, messenger: Messenger, caplog: pytest.LogCaptureFixture
) -> None:
    """Not even at the most talkative level."""
    caplog.set_level(logging.DEBUG)
    slack.fail_next("chat.update", "internal_error")
    ref = await messenger.post(ADDRESS, HELLO)
    with pytest.raises(SendFailed):
        await messenger.update(ADDRESS, ref, HELLO)
    assert "Did you hold it?" not in caplog.text


async def failure(slack: FakeSlack, messenger: Messenger, script: Callable[[], None]) -> SendFailed:
    """Script a fault, post, and return the error."""
    script()
    posting: Awaitable[object] = messenger.post(ADDRESS, HELLO)
    with pytest.raises(SendFailed) as caught:
        await posting
    assert len(slack.calls) == 1
    return caught.value
