"""What happens in a channel of Slack becomes events, and answers there are for one person."""

import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.events import (
    Actor,
    Channel,
    ChannelJoined,
    ChannelLeft,
    Clicked,
    Commanded,
    MembersChanged,
    Said,
    Submitted,
)
from bot.messages import Choices, Field, Form, Message, Option, Reply, Span, Text
from tests.fake_slack_people import FakePerson, as_form
from tests.fake_slack_world import NOON, Serve, World, slack_world

TOKEN = "t" * 22
HERE = {"platform": "slack", "team": "T0TEAM", "channel": "C1"}
ROUND = Message("en", "Team check-in", (Choices(TOKEN, (Option("answer", "Answer"),)),))
ASK = Form(TOKEN, "en", "Team check-in", "Send", "Cancel", (Field("who", "Who?", "person"),))
MINE = Message("en", "Only you", (Text((Span("Your answer is kept."),)),))


@pytest.fixture
async def world(aiohttp_client: Serve) -> AsyncIterator[World]:
    async with slack_world(aiohttp_client) as made:
        made.slack.channel("C1", made.slack.bot, "U1", "U2")
        yield made


def seat(world: World) -> FakePerson:
    return world.ana.in_channel("C1")


# Where it happened


@pytest.mark.parametrize("name", ["/coach", "/coach-team"])
async def test_a_command_names_the_channel(world: World, name: str) -> None:
    """With the address for posts to it; the person is still reached alone."""
    await seat(world).command("setup", name=name)
    assert isinstance(world.event, Commanded)
    assert (world.event.name, world.event.text, world.event.elsewhere) == (name, "setup", True)
    assert world.event.channel == Channel("C1", HERE)
    assert world.event.address == {"platform": "slack", "team": "T0TEAM", "user": "U1"}


async def test_a_private_channel_of_old_is_a_channel(world: World) -> None:
    """Its id begins with another letter."""
    world.slack.channel("G1", world.slack.bot, "U1", private=True)
    await world.ana.in_channel("G1").command("setup", name="/coach-team")
    assert world.event.channel.id == "G1"


async def test_a_direct_message_is_no_channel(world: World) -> None:
    """Neither by command, nor by words, press or visit."""
    await world.show(Choices(TOKEN, (Option("yes", "Yes"),)))
    await world.ana.command("help", name="/coach-team")
    await world.ana.say("hello")
    await world.ana.press("Yes")
    await world.ana.open_home()
    assert [event.channel for event in world.engine.events] == [None] * 4


async def test_a_direct_message_of_several_people_is_no_channel(world: World) -> None:
    """Its id looks like a channel's, but nobody can be invited or leave."""
    form = world.ana.slash("setup", channel="G9") | {"channel_name": "mpdm-ana--bo--cy-1"}
    await world.ana.send(as_form(form, world.slack.signing_secret, NOON))
    assert (world.event.channel, world.event.elsewhere) == (None, True)
    words = {"type": "app_mention", "channel": "C9", "channel_type": "mpim", "user": "U1"}
    await world.ana.deliver(words | {"text": "<@U0BOT> hi"})
    assert (world.event.channel, world.event.elsewhere) == (None, True)


async def test_a_mention_names_the_channel(world: World) -> None:
    """What is said to the bot by name."""
    await seat(world).mention("results")
    assert isinstance(world.event, Said)
    assert (world.event.text, world.event.channel) == ("results", Channel("C1", HERE))


@pytest.mark.parametrize("in_thread", [False, True])
async def test_a_press_names_the_channel_without_any_thread(world: World, in_thread: bool) -> None:
    """On the message itself and on one under it; the reference is of the message pressed."""
    ref = await world.messenger.post(HERE, ROUND)
    if in_thread:
        ref = await world.messenger.post(HERE, ROUND, ref)
    await seat(world).press("Answer")
    assert isinstance(world.event, Clicked)
    assert world.event.channel == Channel("C1", HERE)
    assert world.event.ref == ref
    assert "channel" not in world.event.address


async def test_several_people_press_the_same_message(world: World) -> None:
    """Each for themselves."""
    await world.messenger.post(HERE, ROUND)
    await seat(world).press("Answer")
    await world.person("U2").in_channel("C1").press("Answer")
    assert [event.actor.person for event in world.engine.events] == ["U1", "U2"]


async def test_a_form_opened_in_a_channel_comes_back_without_one(world: World) -> None:
    """Slack does not say where it was opened; a person chosen in it comes as their id."""
    world.engine.reply = Reply(form=ASK)
    await seat(world).command("setup", name="/coach-team")
    world.engine.reply = None
    await seat(world).fill({"who": "U2"})
    assert isinstance(world.event, Submitted)
    assert world.event.values == {"who": "U2"}
    assert world.event.channel is None


async def test_a_person_left_out_of_a_form_is_nothing(world: World) -> None:
    """The field may be optional."""
    world.engine.reply = Reply(form=ASK)
    await seat(world).command("setup", name="/coach-team")
    await seat(world).fill()
    assert world.event.values == {"who": ""}


# Channels shared with another organisation


async def test_for_somebody_of_another_organisation_it_is_no_channel(world: World) -> None:
    """The team that meets there is of the installation's workspace, and they are not."""
    guest = world.person("U7")
    world.slack.user("U7", team_id="T9OTHER")
    await world.messenger.post(HERE, ROUND)
    await guest.in_channel("C1").mention("setup")
    await guest.in_channel("C1").press("Answer")
    assert [event.actor.workspace for event in world.engine.events] == ["slack:T9OTHER"] * 2
    assert [event.channel for event in world.engine.events] == [None, None]


async def test_a_shared_channel_stays_the_installations(world: World) -> None:
    """Who comes from elsewhere does not make a second team of it."""
    world.slack.user("U7", team_id="T9OTHER")
    await world.slack.invite("U7", "C1", by="U1")
    assert world.event.actor.workspace == "slack:T0TEAM"
    assert world.event.channel == Channel("C1", HERE)


async def test_a_channel_belongs_to_the_whole_organisation_where_that_is_installed(
    world: World,
) -> None:
    """As its people do, by event and by press alike."""
    await world.messenger.post(HERE, ROUND)
    everywhere = [{"enterprise_id": "E1", "is_enterprise_install": True, "user_id": "U0BOT"}]
    words = {"type": "app_mention", "user": "U1", "channel": "C1", "text": "<@U0BOT> hi"}
    await world.ana.deliver(words, enterprise_id="E1", authorizations=everywhere)
    press = seat(world).pressed("Answer")
    org = {"enterprise": {"id": "E1"}, "is_enterprise_install": True}
    await world.ana.send_interaction(press | org)
    expected = ("slack:E1", Channel("C1", HERE | {"team": "E1"}))
    assert [(one.actor.workspace, one.channel) for one in world.engine.events] == [expected] * 2


# Who comes and goes


async def test_the_bot_is_added_by_somebody(world: World) -> None:
    """Whoever added it is the actor, and can be told alone."""
    world.slack.channel("C2", "U1")
    await world.slack.invite(world.slack.bot, "C2", by="U1")
    assert world.event == ChannelJoined(
        id=world.event.id,
        at=NOON,
        actor=Actor("slack:T0TEAM", "U1"),
        address={"platform": "slack", "team": "T0TEAM", "user": "U1"},
        channel=Channel("C2", HERE | {"channel": "C2"}),
    )


async def test_the_bot_is_added_by_nobody_named(world: World) -> None:
    """Slack may leave the inviter out."""
    world.slack.channel("C2", "U1")
    await world.slack.invite(world.slack.bot, "C2")
    assert isinstance(world.event, ChannelJoined)
    assert world.event.actor == Actor("slack:T0TEAM", "")


async def test_somebody_comes(world: World) -> None:
    """By their id, whoever invited them."""
    await world.slack.invite("U3", "C1", by="U1")
    assert isinstance(world.event, MembersChanged)
    assert (world.event.came, world.event.went) == (("U3",), ())
    assert world.event.channel == Channel("C1", HERE)


async def test_somebody_goes(world: World) -> None:
    """By their id."""
    await world.slack.remove("U2", "C1")
    assert isinstance(world.event, MembersChanged)
    assert (world.event.came, world.event.went) == ((), ("U2",))


@pytest.mark.parametrize("private", [False, True])
async def test_the_bot_is_removed(world: World, private: bool) -> None:
    """From a public and from a private channel."""
    world.slack.channel("C2", world.slack.bot, "U1", private=private)
    await world.slack.remove(world.slack.bot, "C2", by="U1")
    assert isinstance(world.event, ChannelLeft)
    assert world.event.actor.person == "U1"
    assert world.event.channel == Channel("C2", HERE | {"channel": "C2"})


async def test_the_bot_is_told_of_itself_that_it_left(world: World) -> None:
    """In the manner of people."""
    gone = {"type": "member_left_channel", "user": "U0BOT", "channel": "C1"}
    await world.ana.deliver(gone)
    assert isinstance(world.event, ChannelLeft)
    assert world.event.actor.person == ""


@pytest.mark.parametrize("private", [False, True])
async def test_a_channel_is_archived_opened_again_and_deleted(world: World, private: bool) -> None:
    """Closed, open, closed for good."""
    world.slack.channel("C2", world.slack.bot, "U1", private=private)
    await world.slack.archive("C2", by="U1")
    await world.slack.unarchive("C2", by="U1")
    await world.slack.delete_channel("C2")
    kinds = [type(event) for event in world.engine.events]
    assert kinds == [ChannelLeft, ChannelJoined, ChannelLeft]
    assert [event.actor.person for event in world.engine.events] == ["U1", "U1", ""]


@pytest.mark.parametrize(
    "event",
    [
        {"type": "channel_rename", "channel": {"id": "C1", "name": "new"}},
        {"type": "group_rename", "channel": {"id": "C1", "name": "new"}},
        {"type": "member_joined_channel", "channel": "C1"},
        {"type": "member_joined_channel", "user": "U2"},
        {"type": "channel_left", "channel": "D1"},
        {"type": "channel_archive", "channel": {"id": "C1"}},
    ],
)
async def test_what_says_nothing_about_the_team_is_ignored(
    world: World, event: dict[str, Any]
) -> None:
    """A new name, since none is kept, and what names no channel or nobody."""
    assert (await world.ana.deliver(event)).status == 200
    assert world.engine.events == []


async def test_a_second_delivery_of_a_change_has_the_same_id(world: World) -> None:
    """The engine can tell that it was there before."""
    came = {"type": "member_joined_channel", "user": "U3", "channel": "C1"}
    await world.ana.deliver(came, event_id="Ev77")
    await world.ana.deliver(came, event_id="Ev77")
    assert [event.id for event in world.engine.events] == ["slack:Ev77"] * 2


# What one person alone is shown


def public(world: World) -> list[str]:
    return [one.text for one in world.slack.seen_in("C1")]


async def test_a_press_in_a_channel_shows_to_the_person_alone(world: World) -> None:
    """Through the address of the press, with its blocks; nothing is posted anywhere."""
    await world.messenger.post(HERE, ROUND)
    world.engine.reply = Reply(show=MINE)
    await seat(world).press("Answer")
    (shown,) = seat(world).whispers
    assert (shown.text, shown.blocks[0]["type"]) == ("Only you", "rich_text")
    assert public(world) == ["Team check-in"]
    assert world.ana.messages == []
    assert world.person("U2").in_channel("C1").whispers == []


async def test_a_command_in_a_channel_shows_to_the_person_alone(world: World) -> None:
    """In its answer; a sentence beside it is not lost."""
    world.engine.reply = Reply(show=MINE, notice="Saved.")
    answer = await seat(world).command("results", name="/coach-team")
    assert answer.body["response_type"] == "ephemeral"
    assert sorted(one.text for one in seat(world).whispers) == ["Only you", "Saved."]
    assert public(world) == []


async def test_a_mention_in_a_channel_shows_to_the_person_alone(world: World) -> None:
    """A mention has no address of its own, so it is the channel's."""
    world.engine.reply = Reply(show=MINE, notice="Saved.")
    await seat(world).mention("results")
    assert sorted(one.text for one in seat(world).whispers) == ["Only you", "Saved."]
    assert {one["user"] for one in world.slack.of("chat.postEphemeral")} == {"U1"}
    assert public(world) == []
    assert world.ana.messages == []


async def test_who_is_in_a_thread_is_told_there(world: World) -> None:
    """By press and by mention; on the message above, in the channel."""
    root = await world.messenger.post(HERE, Message("en", "Summary", ROUND.elements))
    await world.messenger.post(HERE, Message("en", "Follow-up", ROUND.elements), root)
    world.engine.reply = Reply(show=MINE, notice="Saved.")
    above, below = world.slack.seen_in("C1")
    await seat(world).press("Answer")
    await seat(world).mention("results", under=above)
    assert {one.thread for one in seat(world).whispers} == {above.ts}
    world.slack.remove_message(below)
    world.slack.whispers.clear()
    pressed = seat(world).pressed("Answer")
    pressed["container"]["thread_ts"] = above.ts
    await world.ana.send_interaction(pressed)
    assert [one.thread for one in seat(world).whispers] == ["", ""]


async def test_a_spent_address_is_replaced_by_the_channel(world: World) -> None:
    """Slack takes five answers within half an hour."""
    await world.messenger.post(HERE, ROUND)
    world.slack.break_next("response_url", 404)
    world.engine.reply = Reply(show=MINE)
    await seat(world).press("Answer")
    assert [one.text for one in seat(world).whispers] == ["Only you"]
    assert len(world.slack.of("chat.postEphemeral")) == 1


async def test_what_the_channel_does_not_take_goes_to_the_direct_message(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    """Never to the channel itself; the log has the reason and no word of it."""
    caplog.set_level(logging.DEBUG)
    world.slack.fail_next("chat.postEphemeral", "user_not_in_channel")
    world.engine.reply = Reply(show=MINE)
    await seat(world).mention("results")
    assert [one.text for one in world.ana.messages] == ["Only you"]
    assert public(world) == []
    logged = [one.__dict__ for one in caplog.records if one.message == "slack_show_failed"]
    assert [one["error"] for one in logged] == ["user_not_in_channel"]
    assert "Your answer" not in caplog.text


async def test_a_form_opens_by_a_press_in_a_channel(world: World) -> None:
    """For the person who pressed, and for nobody else."""
    await world.messenger.post(HERE, ROUND)
    world.engine.reply = Reply(form=ASK)
    await seat(world).press("Answer")
    assert seat(world).modal is not None
    assert world.person("U2").modal is None


async def test_a_form_that_opens_too_late_is_said_to_the_person_alone(world: World) -> None:
    """In the channel where they pressed."""
    await world.messenger.post(HERE, ROUND)
    world.slack.fail_next("views.open", "expired_trigger_id")
    world.engine.reply = Reply(form=ASK)
    await seat(world).press("Answer")
    assert [one.text for one in seat(world).whispers] == ["Too late, press again."]
    assert public(world) == ["Team check-in"]


async def test_after_a_form_it_is_shown_in_the_direct_message(world: World) -> None:
    """A submission names no channel."""
    world.engine.reply = Reply(form=ASK)
    await seat(world).command("setup", name="/coach-team")
    world.engine.reply = Reply(show=MINE)
    await seat(world).fill({"who": "U2"})
    assert [one.text for one in world.ana.messages] == ["Only you"]
    assert public(world) == []


async def test_a_change_of_members_tells_nobody_else(world: World) -> None:
    """The answer to an invitation is for whoever invited, not for the bot."""
    world.slack.channel("C2", "U1")
    world.engine.reply = Reply(notice="Thank you.")
    await world.slack.invite(world.slack.bot, "C2", by="U1")
    assert [one.text for one in world.ana.in_channel("C2").whispers] == ["Thank you."]


async def test_nobody_named_is_told_nothing(world: World) -> None:
    """There is nobody to tell, and the event is taken."""
    world.engine.reply = Reply(notice="Thank you.", show=MINE)
    answer = await world.slack.archive("C1")
    assert answer is not None
    assert answer.status == 200
    assert world.slack.calls == []
