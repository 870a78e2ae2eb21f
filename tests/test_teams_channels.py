"""What happens in channels and group chats of Teams: as events, and what is answered to whom."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from adapters.teams.inbound import to_event
from adapters.teams.phrases import PHRASES
from bot.events import (
    Channel,
    ChannelJoined,
    ChannelLeft,
    Clicked,
    MembersChanged,
    Said,
    Submitted,
)
from bot.messages import Choices, Field, Form, Option, Reply
from tests.fake_teams import BOT_ID, TENANT, Chat, Posted, Room
from tests.fakes import until
from tests.teams_door import TeamsDoor, said, teams_door
from tests.teams_reading import Json, inputs, texts

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
ANSWER = Choices("t1", (Option("answer", "Answer", form=True), Option("no", "Not this time")))
FORM = Form("f1", "en", "Check-in", "Send", "Cancel", (Field("offer", "One offer", "short"),))


@pytest.fixture
async def door() -> AsyncIterator[TeamsDoor]:
    async with teams_door(NOW) as opened:
        yield opened


@pytest.fixture
def room(door: TeamsDoor) -> Room:
    return door.teams.room("ada", "bo")


@pytest.fixture
def ada(door: TeamsDoor, room: Room) -> Chat:
    return door.chat().in_room(room)


def channel(door: TeamsDoor, channel_id: str) -> Channel:
    return Channel(
        channel_id,
        {
            "platform": "teams",
            "service_url": door.teams.service_url,
            "tenant_id": TENANT,
            "bot_id": BOT_ID,
            "conversation_id": channel_id,
        },
    )


async def asked(door: TeamsDoor, chat: Chat) -> Posted:
    """Let the bot ask in the channel."""
    await door.post(chat, said("Team check-in.", ANSWER))
    return chat.posted


@pytest.mark.parametrize("kind", ["channel", "groupChat"])
async def test_words_to_the_bot_carry_where_they_were_said(door: TeamsDoor, kind: str) -> None:
    """The channel is named without its thread, and the person's own address stays private."""
    room = door.teams.room("ada", kind=kind)
    await door.chat().in_room(room).say("team setup")
    event = door.door.last
    assert isinstance(event, Said)
    assert (event.text, event.elsewhere) == ("team setup", True)
    assert event.channel == channel(door, room.id)
    assert event.actor.person == "aad-ada"
    assert event.address == {
        "platform": "teams",
        "service_url": door.teams.service_url,
        "tenant_id": TENANT,
        "bot_id": BOT_ID,
        "user_id": "29:ada",
        "aad_object_id": "aad-ada",
    }


async def test_the_one_to_one_chat_is_no_channel(door: TeamsDoor) -> None:
    """Nothing changes there."""
    await door.chat().say("hello")
    assert door.door.last.channel is None
    assert door.door.last.address["conversation_id"] == "a:ada"


async def test_other_kinds_of_conversation_are_no_channel(door: TeamsDoor, ada: Chat) -> None:
    """A kind yet to come is neither private nor a place for a team."""
    activity = ada.activity("message", text="x")
    activity["conversation"]["conversationType"] = "somethingNew"
    await ada.send(activity)
    event = door.door.last
    assert isinstance(event, Said)
    assert (event.channel, event.elsewhere) == (None, True)


async def test_buttons_and_dialogs_of_a_channel_carry_it(
    door: TeamsDoor, room: Room, ada: Chat
) -> None:
    """A press, an opened dialog, what is sent from it, and an old client's press."""
    posted = await asked(door, ada)
    door.door.replies = [None, Reply(form=FORM), None, None]
    await ada.press("Not this time")
    await ada.press("Answer")
    await ada.submit(offer="A hand")
    await ada.press_old("Not this time")
    assert [type(e) for e in door.door.events] == [Clicked, Clicked, Submitted, Clicked]
    assert [e.channel for e in door.door.events] == [channel(door, room.id)] * 4
    clicked, sent = door.door.events[1], door.door.events[2]
    assert isinstance(clicked, Clicked)
    assert clicked.ref == {
        "conversation_id": f"{room.id};messageid={posted.id}",
        "activity_id": posted.id,
    }
    assert isinstance(sent, Submitted)
    assert sent.values == {"offer": "A hand"}


async def test_the_same_message_serves_everybody_of_the_channel(
    door: TeamsDoor, room: Room, ada: Chat
) -> None:
    """Two people open their own dialogs from it, and each sees their own answer."""
    bo = door.chat(person="bo", locale="fr-FR").in_room(room)
    await asked(door, ada)
    door.door.replies = [Reply(form=FORM), Reply(form=FORM), Reply(card=said("Noted, Ada."))]
    await ada.press("Answer")
    await bo.press("Answer")
    assert ada.dialog
    assert bo.dialog
    assert [e.actor.person for e in door.door.events] == ["aad-ada", "aad-bo"]
    assert len({e.id for e in door.door.events}) == 2
    await ada.press("Not this time")
    assert ada.read() == "Noted, Ada."
    assert "Noted" not in bo.read()


async def test_being_added_is_told_twice_and_counts_once(
    door: TeamsDoor, room: Room, ada: Chat
) -> None:
    """Whoever adds the bot is known, and nobody is greeted."""
    await ada.install()
    first, second = door.door.events
    assert isinstance(first, ChannelJoined)
    assert isinstance(second, ChannelJoined)
    assert first.id == second.id
    assert first.channel == channel(door, room.id)
    assert first.actor.person == "aad-ada"


async def test_being_removed_is_told_twice_and_counts_once(
    door: TeamsDoor, room: Room, ada: Chat
) -> None:
    """It takes the bot from the channel, not from a person."""
    await ada.remove()
    first, second = door.door.events
    assert isinstance(first, ChannelLeft)
    assert isinstance(second, ChannelLeft)
    assert first.id == second.id
    assert first.channel == channel(door, room.id)


async def test_joining_and_leaving_are_two_things(door: TeamsDoor, ada: Chat) -> None:
    """Added and taken away within minutes: neither hides the other."""
    await ada.install()
    await ada.remove()
    assert len({event.id for event in door.door.events}) == 2


async def test_whoever_removed_the_bot_by_mistake_adds_it_again(door: TeamsDoor, ada: Chat) -> None:
    """A minute later it is a new event, and not a notice of the one before."""
    await ada.install()
    await ada.remove()
    ada.at = "2026-11-23T09:01:00.000Z"
    await ada.install()
    kinds = {event.id: type(event) for event in door.door.events}
    assert list(kinds.values()) == [ChannelJoined, ChannelLeft, ChannelJoined]


async def test_the_bot_is_added_by_nobody_in_particular(door: TeamsDoor, ada: Chat) -> None:
    """Where the service names the bot itself, no person acts and nobody has an address."""
    added = [{"id": BOT_ID}]
    await ada.send(ada.activity("conversationUpdate", membersAdded=added, **{"from": added[0]}))
    event = door.door.last
    assert isinstance(event, ChannelJoined)
    assert event.actor.person == ""
    assert event.address["user_id"] == ""


async def test_people_come_and_go(door: TeamsDoor, room: Room, ada: Chat) -> None:
    """By the same ids as everywhere, and each time anew."""
    await ada.bring("cy", "dee")
    came = door.door.last
    await ada.lead_out("bo")
    went = door.door.last
    assert isinstance(came, MembersChanged)
    assert (came.came, came.went) == (("aad-cy", "aad-dee"), ())
    assert isinstance(went, MembersChanged)
    assert (went.came, went.went) == ((), ("aad-bo",))
    assert came.channel == went.channel == channel(door, room.id)
    assert came.id != went.id


async def test_somebody_known_by_the_services_id_alone(door: TeamsDoor, ada: Chat) -> None:
    """Teams does not always give the directory's id."""
    await ada.send(ada.activity("conversationUpdate", membersRemoved=[{"id": "29:bo"}]))
    assert isinstance(door.door.last, MembersChanged)
    assert door.door.last.went == ("29:bo",)


CHANGES = [
    ("channelDeleted", ChannelLeft),
    ("channelRestored", ChannelJoined),
    ("teamArchived", ChannelLeft),
    ("teamDeleted", ChannelLeft),
    ("teamHardDeleted", ChannelLeft),
    ("teamUnarchived", ChannelJoined),
    ("teamRestored", ChannelJoined),
]


@pytest.mark.parametrize(("event", "kind"), CHANGES)
async def test_what_becomes_of_a_channel_or_its_team(
    door: TeamsDoor, room: Room, ada: Chat, event: str, kind: type
) -> None:
    """Closed is left, reopened is joined."""
    await ada.change(event)
    assert type(door.door.last) is kind
    assert door.door.last.channel == channel(door, room.id)


async def test_a_deleted_channel_is_told_in_another_one(door: TeamsDoor, room: Room) -> None:
    """Teams tells it in the team's first channel, which is not the one that was left."""
    general = door.chat().in_room(door.teams.room("ada", name="general"))
    told = {"tenant": {"id": TENANT}, "eventType": "channelDeleted", "channel": {"id": room.id}}
    await general.send(general.activity("conversationUpdate", channelData=told))
    assert isinstance(door.door.last, ChannelLeft)
    assert door.door.last.channel == channel(door, room.id)


@pytest.mark.parametrize("event", ["channelRenamed", "teamRenamed", "channelCreated", "newKind"])
async def test_names_of_channels_mean_nothing(door: TeamsDoor, ada: Chat, event: str) -> None:
    """Nobody keeps them."""
    assert (await ada.change(event)).status == 200
    assert not door.door.events


async def test_upgrades_of_the_app_mean_nothing(door: TeamsDoor, ada: Chat) -> None:
    """Neither joined nor left."""
    for action in ("add-upgrade", "remove-upgrade"):
        await ada.send(ada.activity("installationUpdate", action=action))
    assert not door.door.events


async def test_what_is_private_is_said_in_the_one_to_one_chat(
    door: TeamsDoor, room: Room, ada: Chat
) -> None:
    """A message and a sentence answered to words in a channel never stand in the channel."""
    door.door.replies = [Reply(show=said("Only for Ada."), notice="Paused.")]
    await ada.say("team results")
    await until(lambda: len(door.teams.messages) == 2)
    assert {m.conversation for m in door.teams.messages.values()} == {"a:29:ada:1"}
    alone = door.chat()
    assert [texts(m.card) for m in alone.messages] == [["Only for Ada."], ["Paused."]]
    assert not ada.messages
    assert room.id not in str([call.path for call in door.teams.calls])


async def test_an_answer_from_a_dialog_is_private_too(door: TeamsDoor, ada: Chat) -> None:
    """What is shown after sending goes to the person; the sentence stands in the dialog."""
    await asked(door, ada)
    door.door.replies = [Reply(form=FORM), Reply(notice="Thank you.", show=said("Yours."))]
    await ada.press("Answer")
    assert (await ada.submit(offer="x")).notice == "Thank you."
    await until(lambda: bool(door.chat().messages))
    assert door.chat().read() == "Yours."
    assert len(ada.messages) == 1


async def test_a_dialog_of_a_channel_may_go_on(door: TeamsDoor, ada: Chat) -> None:
    """A second page, and errors on it, stay in the window."""
    await asked(door, ada)
    second = Form("f2", "en", "Your line", "Yes", "No", (Field("line", "Line", "short"),))
    errors = {"line": "Without names, please."}
    door.door.replies = [
        Reply(form=FORM),
        Reply(form=second),
        Reply(form=second, errors=errors),
        None,
    ]
    await ada.press("Answer")
    await ada.submit(offer="x")
    await ada.submit(line="Bo should decide")
    assert texts(ada.dialog)[:1] == ["Without names, please."]
    assert inputs(ada.dialog)[0]["value"] == "Bo should decide"
    await ada.submit(line="Decide sooner")
    assert not ada.dialog
    assert len(door.teams.messages) == 1


async def test_whoever_cannot_be_reached_alone_is_not_told(
    door: TeamsDoor, ada: Chat, caplog: pytest.LogCaptureFixture
) -> None:
    """Without the app there is no private place: nothing is said, and the log has no words."""
    door.teams.without_app.add("29:ada")
    door.door.replies = [Reply(show=said("Only for Ada."))]
    await ada.say("team results")
    await until(lambda: "teams_not_said" in caplog.text)
    assert not door.teams.messages
    (record,) = [r for r in caplog.records if r.message == "teams_not_said"]
    assert record.__dict__["reason"] == "403 ForbiddenOperationException"
    assert "Ada" not in caplog.text


@pytest.mark.parametrize("how", ["words", "old client", "plain button"])
async def test_a_form_is_never_posted_in_a_channel(door: TeamsDoor, ada: Chat, how: str) -> None:
    """Where no window can be opened, the form waits in the one-to-one chat."""
    await asked(door, ada)
    door.door.replies = [Reply(form=FORM)]
    if how == "words":
        await ada.say("team setup")
    elif how == "old client":
        await ada.press_old("Answer")
    else:
        assert (await ada.press("Not this time")).notice == PHRASES.opened_in_chat.en
    await until(lambda: bool(door.chat().messages))
    assert "Check-in" in door.chat().read()
    assert len(ada.messages) == 1
    await door.chat().press("Send", offer="A hand")
    assert isinstance(door.door.last, Submitted)
    assert door.door.last.channel is None


async def test_the_channels_own_message_is_left_to_the_outbox(door: TeamsDoor, ada: Chat) -> None:
    """A reply changes what the one who pressed sees, and never what stands there for all."""
    await asked(door, ada)
    door.door.replies = [Reply(card=said("For Ada.")), Reply(card=said("For Ada.")), None]
    await ada.press("Answer")
    await ada.press_old("Not this time")
    forged = {"t": "f1", "form": True}
    await ada.send(ada.activity("message", value=forged, replyToId=ada.posted.id))
    door.door.replies = [Reply(show=said("After all that."))]
    await ada.say("x")
    await until(lambda: bool(door.chat().messages))
    assert {call.method for call in door.teams.calls} == {"POST"}
    assert ada.read() == "Team check-in."


def test_strange_activities_of_channels_never_raise() -> None:
    """Every field may be missing or of another kind."""
    base: Json = {"conversation": {"id": "19:r", "conversationType": "channel"}}
    for kind in ("message", "installationUpdate", "conversationUpdate"):
        for event in ("channelDeleted", "teamArchived", "teamMemberAdded", ""):
            data = {"eventType": event}
            for strange in (None, 5, "x", [], [None], [{"id": 5}], {}, {"id": 5}, True):
                usual = {**base, "type": kind, "channelData": data, "action": "add"}
                for name in ("membersAdded", "membersRemoved", "from", "recipient", "timestamp"):
                    to_event({**usual, name: strange}, NOW)
                told = {**data, "channel": strange}
                to_event({**usual, "channelData": told}, NOW)
                place = {"id": strange, "conversationType": "groupChat"}
                to_event({**usual, "conversation": place}, NOW)
