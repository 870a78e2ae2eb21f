"""Messages reach a channel of Slack and its threads, and its roster is read with patience."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest

from adapters.slack.outbound import SlackMessenger, open_session, web_client
from bot.errors import MessageGone, SendFailed, Unreachable
from bot.events import MessageRef
from bot.messages import Message, Span, Text
from bot.ports import MOST_MEMBERS, InRoom, Messenger
from tests.fake_slack import BOT, FakeSlack, fake_slack

CHANNEL = {"platform": "slack", "team": "T0TEAM", "channel": "C1"}
ROUND = Message("en", "Team check-in", (Text((Span("One minute."),)),))
LOOP = Message("fr", "Ce que nous avons entendu", (Text((Span("Merci !"),)),))


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with fake_slack() as server:
        server.channel("C1", BOT, "U1", "U2")
        yield server


@pytest.fixture
async def messenger(slack: FakeSlack, clock: Clock) -> AsyncIterator[SlackMessenger]:
    async with open_session() as session:
        yield SlackMessenger(web_client("xoxb-test", session, slack.url), now=clock, timeout=10)


# Posts


async def test_a_round_is_posted_and_becomes_its_summary(
    slack: FakeSlack, messenger: Messenger
) -> None:
    """One message in the channel, replaced in place."""
    ref = await messenger.post(CHANNEL, ROUND)
    await messenger.update(CHANNEL, ref, LOOP)
    assert [one.text for one in slack.seen_in("C1")] == ["Ce que nous avons entendu"]


async def test_what_comes_after_stands_under_the_message(
    slack: FakeSlack, messenger: Messenger
) -> None:
    """In its thread, not brought to the channel again, and it can be replaced itself."""
    above = await messenger.post(CHANNEL, ROUND)
    below = await messenger.post(CHANNEL, ROUND, above)
    await messenger.update(CHANNEL, below, LOOP)
    (root,) = (one for one in slack.seen_in("C1") if not one.thread)
    assert [one.text for one in slack.under(root)] == ["Ce que nous avons entendu"]
    assert "reply_broadcast" not in slack.of("chat.postMessage")[1]


async def test_a_message_that_somebody_deleted_is_gone(
    slack: FakeSlack, messenger: Messenger
) -> None:
    """Its update says so, and what would have stood under it still arrives."""
    ref = await messenger.post(CHANNEL, ROUND)
    slack.remove_message(slack.seen_in("C1")[0])
    with pytest.raises(MessageGone):
        await messenger.update(CHANNEL, ref, LOOP)
    await messenger.post(CHANNEL, LOOP, ref)
    assert [(one.text, one.thread) for one in slack.seen_in("C1")] == [(LOOP.summary, "")]


@pytest.mark.parametrize("private", [False, True])
async def test_a_channel_without_the_bot_cannot_be_reached(
    slack: FakeSlack, messenger: Messenger, private: bool
) -> None:
    """Removed from a public or a private one: posts, updates and rosters stop."""
    slack.channel("C1", BOT, "U1", private=private)
    ref = await messenger.post(CHANNEL, ROUND)
    slack.rooms["C1"].members.remove(BOT)
    await assert_unreachable(messenger, ref)


async def test_an_archived_channel_cannot_be_reached(
    slack: FakeSlack, messenger: Messenger
) -> None:
    """Slack has two names for it."""
    ref = await messenger.post(CHANNEL, ROUND)
    slack.rooms["C1"].archived = True
    await assert_unreachable(messenger, ref)


async def test_a_channel_that_is_not_there_cannot_be_reached(messenger: Messenger) -> None:
    """Deleted, or of another workspace."""
    with pytest.raises(Unreachable):
        await messenger.roster(CHANNEL | {"channel": "C404"})


# Rosters


async def test_a_roster_names_everybody_and_how_they_are_reached(
    slack: FakeSlack, messenger: Messenger
) -> None:
    """With locale and zone, in the order of Slack."""
    slack.user("U2", locale="en-GB", tz="Europe/London")
    roster = await messenger.roster(CHANNEL)
    assert roster.people == (
        person(BOT, "bot"),
        person("U1"),
        person("U2", locale="en-GB", zone="Europe/London"),
    )
    assert (roster.public, roster.whole) == (True, True)
    assert slack.of("users.info")[0]["include_locale"] == "true"


async def test_a_private_channel_is_not_public(slack: FakeSlack, messenger: Messenger) -> None:
    """Only those in it can read it."""
    slack.channel("C1", BOT, "U1", private=True)
    assert not (await messenger.roster(CHANNEL)).public


async def test_guests_and_bots_are_told_apart_and_closed_accounts_left_out(
    slack: FakeSlack, messenger: Messenger
) -> None:
    """Guests of every kind, people of other organisations, and Slack's own bot."""
    slack.channel("C1", *(f"U{number}" for number in range(8)), "USLACKBOT", BOT)
    slack.user("U1", is_restricted=True)
    slack.user("U2", is_ultra_restricted=True)
    slack.user("U3", is_stranger=True)
    slack.user("U4", team_id="T9OTHER")
    slack.user("U5", is_bot=True)
    slack.user("U6", deleted=True)
    del slack.users["U7"]  # Slack does not show everybody to everybody
    kinds = {one.person: one.kind for one in (await messenger.roster(CHANNEL)).people}
    assert kinds == {
        "U0": "member",
        "U1": "guest",
        "U2": "guest",
        "U3": "guest",
        "U4": "guest",
        "U5": "bot",
        "USLACKBOT": "bot",
        BOT: "bot",
    }


@pytest.mark.parametrize(("home", "kind"), [("E1", "member"), ("T2", "member"), ("T9", "guest")])
async def test_a_person_of_the_organisation_is_no_guest(
    slack: FakeSlack, messenger: Messenger, home: str, kind: str
) -> None:
    """Installed for all of it or for one of its workspaces."""
    grid = {"id": "U1", "enterprise_id": "E1", "teams": ["T1", "T2"]}
    slack.user("U1", team_id="T1", enterprise_user=grid)
    roster = await messenger.roster(CHANNEL | {"team": home})
    assert next(one for one in roster.people if one.person == "U1").kind == kind


@pytest.mark.parametrize(
    ("others", "pages", "whole"),
    [(198, 1, True), (199, 1, True), (200, 2, True), (299, 2, True), (300, 2, False)],
)
async def test_a_roster_is_read_page_by_page_up_to_its_limit(
    slack: FakeSlack, messenger: Messenger, others: int, pages: int, whole: bool
) -> None:
    """Two hundred at a time; what is beyond the limit is not asked for."""
    slack.channel("C1", BOT, *(f"U{number}" for number in range(others)))
    roster = await messenger.roster(CHANNEL)
    assert len(slack.of("conversations.members")) == pages
    assert (len(roster.people), roster.whole) == (min(others + 1, MOST_MEMBERS), whole)


async def test_a_channel_of_thousands_is_left_after_two_pages(
    slack: FakeSlack, messenger: Messenger
) -> None:
    """A team check-in is not for a whole company."""
    slack.channel("C1", BOT, *(f"U{number}" for number in range(2000)))
    assert not (await messenger.roster(CHANNEL)).whole
    assert len(slack.of("conversations.members")) == 2
    assert len(slack.of("users.info")) == MOST_MEMBERS


async def test_a_refused_reading_goes_on_where_it_was(
    slack: FakeSlack, messenger: Messenger
) -> None:
    """Slack's waiting time is passed on, and nobody is asked for twice."""
    slack.channel("C1", BOT, *(f"U{number}" for number in range(29)))
    for _ in range(2):
        slack.slow_next("users.info", 0, times=10)
        slack.fail_next("users.info", "ratelimited", retry_after=30)
        with pytest.raises(SendFailed) as caught:
            await messenger.roster(CHANNEL)
        assert caught.value.retry_after == timedelta(seconds=30)
        assert not caught.value.permanent
    assert len((await messenger.roster(CHANNEL)).people) == 30
    assert len(slack.of("users.info")) == 30 + 2


async def test_people_are_remembered_for_an_hour(
    slack: FakeSlack, messenger: Messenger, clock: Clock
) -> None:
    """Whoever came meanwhile is asked for at once, the others again after it."""
    await messenger.roster(CHANNEL)
    slack.channel("C1", BOT, "U1", "U2", "U3")
    slack.user("U1", deleted=True)
    clock.time += timedelta(minutes=59)
    assert len((await messenger.roster(CHANNEL)).people) == 4
    assert len(slack.of("users.info")) == 4
    clock.time += timedelta(minutes=1)
    people = (await messenger.roster(CHANNEL)).people
    assert [one.person for one in people] == [BOT, "U2", "U3"]


@pytest.mark.parametrize("mark", ["is_im", "is_mpim"])
async def test_a_direct_message_has_no_roster(
    slack: FakeSlack, messenger: Messenger, monkeypatch: pytest.MonkeyPatch, mark: str
) -> None:
    """Also one among several people, whose id may look like a channel's."""
    told = slack.room_info({"channel": "C1"})
    told["channel"][mark] = True
    monkeypatch.setattr(slack, "room_info", lambda _: told)
    with pytest.raises(Unreachable):
        await messenger.roster(CHANNEL)


def person(
    user: str,
    kind: Literal["member", "guest", "bot"] = "member",
    locale: str = "fr-FR",
    zone: str = "Europe/Paris",
) -> InRoom:
    """Somebody as the roster names them."""
    address = {"platform": "slack", "team": "T0TEAM", "user": user}
    return InRoom(user, address, kind, locale, zone)


async def assert_unreachable(messenger: Messenger, ref: MessageRef) -> None:
    """Nothing can be done in the channel any more."""
    for sending in (
        messenger.post(CHANNEL, ROUND),
        messenger.update(CHANNEL, ref, LOOP),
        messenger.roster(CHANNEL),
    ):
        with pytest.raises(Unreachable):
            await sending
