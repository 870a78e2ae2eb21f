"""Activities as events, and replies as answers, over real HTTP."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.teams.inbound import to_event
from adapters.teams.phrases import PHRASES
from bot.errors import Busy
from bot.events import Clicked, Installed, Mention, Removed, Said, Submitted
from bot.messages import (
    Choices,
    Field,
    Form,
    Multi,
    Option,
    Reply,
    Scale,
    Span,
    Text,
    When,
)
from tests.fake_teams import BOT_ID, TENANT, Chat
from tests.fakes import until
from tests.teams_door import TeamsDoor, said, teams_door
from tests.teams_reading import Json, labels

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)

FORM = Form(
    "form-token",
    "en",
    "Your words",
    "Send",
    "Cancel",
    (
        Field("action", "What will you do?", "long"),
        Field("days", "Which days?", "multi", required=False, options=(Option("mo", "Monday"),)),
    ),
)
SHOWN = Form("form-token", "en", "Your words", "", "Close", (), (Text((Span("private"),)),))


@pytest.fixture
async def room() -> AsyncIterator[TeamsDoor]:
    async with teams_door(NOW) as door:
        yield door


@pytest.fixture
def chat(room: TeamsDoor) -> Chat:
    return room.chat()


async def test_words_are_said_by_a_known_person_at_a_known_place(
    room: TeamsDoor, chat: Chat
) -> None:
    """One message carries everything the core needs to know of its author."""
    answer = await chat.say("bonjour", id="1700")
    assert answer.status == 200
    event = room.door.last
    assert isinstance(event, Said)
    assert event.id == "teams:a:ada:1700"
    assert event.at == NOW
    assert (event.text, event.elsewhere) == ("bonjour", False)
    assert event.actor.workspace == f"teams:{TENANT}"
    assert event.actor.person == "aad-ada"
    assert (event.actor.locale, event.actor.zone) == ("en-US", "Europe/Paris")
    assert event.address == {
        "platform": "teams",
        "service_url": room.teams.service_url,
        "conversation_id": "a:ada",
        "tenant_id": TENANT,
        "bot_id": BOT_ID,
        "user_id": "29:ada",
        "aad_object_id": "aad-ada",
    }


async def test_language_and_zone_are_also_taken_from_the_client(
    room: TeamsDoor, chat: Chat
) -> None:
    """Some activities carry them only in the client's entity."""
    activity = chat.activity("message", text="x")
    del activity["locale"], activity["localTimezone"]
    activity["entities"] = [{"type": "clientInfo", "locale": "fr-FR", "timezone": "Asia/Tokyo"}]
    await chat.send(activity)
    assert (room.door.last.actor.locale, room.door.last.actor.zone) == ("fr-FR", "Asia/Tokyo")


async def test_a_person_without_directory_id_has_the_channels_own(
    room: TeamsDoor, chat: Chat
) -> None:
    """Guests may lack it."""
    activity = chat.activity("message", text="x")
    activity["from"] = {"id": "29:guest"}
    await chat.send(activity)
    assert room.door.last.actor.person == "29:guest"


async def test_the_bots_mention_is_taken_out_by_its_entity_not_by_its_name(room: TeamsDoor) -> None:
    """A name that looks like a pattern, and other people's mentions, do no harm."""
    chat = room.chat().in_room(room.teams.room("ada"))
    mentions = [
        {"type": "mention", "text": "<at>D (c.*)</at>", "mentioned": {"id": BOT_ID, "name": "D"}},
        {"type": "mention", "text": "<at>Bo</at>", "mentioned": {"id": "29:bo", "name": "Bo"}},
    ]
    await chat.say("<at>D (c.*)</at>\u00a0plan with <at>Bo</at> (c.*)", entities=mentions)
    event = room.door.last
    assert isinstance(event, Said)
    assert event.text == "plan with Bo (c.*)"
    assert event.elsewhere
    assert "conversation_id" not in event.address


def mention(written: str, **who: str) -> Json:
    return {"type": "mention", "text": f"<at>{written}</at>", "mentioned": who}


async def test_what_is_mentioned_is_told_with_its_id_and_read_as_its_name(room: TeamsDoor) -> None:
    """People, channels, teams and tags, in order; the bot and other bots are nobody."""
    chat = room.chat().in_room(room.teams.room("ada"))
    words = "<at>Déclic</at> campaign new delegation for <at>Sales</at>, <at>Leads</at>, "
    mentions = [
        mention("Déclic", id=BOT_ID, name="Déclic"),
        mention("Sales", id="19:sales@thread.tacv2", name="Sales"),
        mention("Leads", id="MjQz", name="Leads", type="tag"),
        mention("Bo", id="29:bo", name="Bo", aadObjectId="aad-bo"),
        mention("Cy", id="29:cy", name="Cy"),
        mention("Robot", id="28:other", name="Robot"),
    ]
    await chat.say(words + "<at>Bo</at> and <at>Cy</at> not <at>Robot</at>", entities=mentions)
    event = room.door.last
    assert isinstance(event, Said)
    assert event.text == "campaign new delegation for Sales, Leads, Bo and Cy not Robot"
    assert event.mentions == (
        Mention("channel", "19:sales@thread.tacv2", "Sales"),
        Mention("usergroup", "MjQz", "Leads"),
        Mention("person", "aad-bo", "Bo"),
        Mention("person", "29:cy", "Cy"),
    )


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["29:", "19:", "28:"]),
            st.text("aé1-", min_size=1),
            st.text("Aé 'b\\(*", min_size=1).filter(str.strip),
        )
    )
)
def test_any_mentions_keep_their_order_and_their_names(named: list[tuple[str, str, str]]) -> None:
    """Whatever people and channels are called, also alike."""
    entities = [mention(name, id=begin + end, name=name) for begin, end, name in named]
    text = ", ".join(f"<at>{name}</at>" for _, _, name in named)
    event = to_event({"type": "message", "text": text, "entities": entities}, NOW)
    assert isinstance(event, Said)
    assert event.text == ", ".join(name for _, _, name in named).strip()
    kinds = {"29:": "person", "19:": "channel"}
    assert [(m.kind, m.id, m.name) for m in event.mentions] == [
        (kinds[begin], begin + end, name) for begin, end, name in named if begin in kinds
    ]


def test_the_bot_itself_is_nobody_whatever_its_id_looks_like() -> None:
    """Local clients give it one without the sign of bots; it must not become an audience."""
    activity = {
        "type": "message",
        "text": "<at>Coach</at> campaign new delegation",
        "recipient": {"id": "bot-7"},
        "entities": [mention("Coach", id="bot-7", name="Coach")],
    }
    event = to_event(activity, NOW)
    assert isinstance(event, Said)
    assert event.text == "campaign new delegation"
    assert event.mentions == ()


async def test_words_alone_mention_nobody(room: TeamsDoor, chat: Chat) -> None:
    """Typed marks are words."""
    await chat.say("campagne pour <at>Bo</at>")
    assert isinstance(room.door.last, Said)
    assert room.door.last.mentions == ()


async def test_words_without_text_are_still_said(room: TeamsDoor, chat: Chat) -> None:
    """A picture alone must not meet silence (fault #10: the SDK's helper fails on no text)."""
    activity = chat.activity("message")
    await chat.send(activity)
    assert isinstance(room.door.last, Said)
    assert room.door.last.text == ""


async def test_an_installation_told_twice_is_one_event(room: TeamsDoor, chat: Chat) -> None:
    """Teams tells it as installation and as member added: the same key, so one greeting."""
    await chat.install()
    assert [type(event) for event in room.door.events] == [Installed, Installed]
    assert len({event.id for event in room.door.events}) == 1


async def test_a_later_installation_is_a_new_event(room: TeamsDoor, chat: Chat) -> None:
    """Somebody who took the bot away may come back."""
    await chat.install()
    again = chat.activity("installationUpdate", action="add", timestamp="2026-11-24T09:00:00Z")
    await chat.send(again)
    assert len({event.id for event in room.door.events}) == 2


async def test_taking_the_bot_away_is_an_event(room: TeamsDoor, chat: Chat) -> None:
    """From then on nothing can be sent."""
    await chat.remove()
    assert isinstance(room.door.last, Removed)


IGNORED: list[tuple[str, dict[str, Any]]] = [
    ("installationUpdate", {"action": "add-upgrade"}),
    ("installationUpdate", {"action": "remove-upgrade"}),
    ("conversationUpdate", {"membersAdded": [{"id": "29:someone"}]}),
    ("conversationUpdate", {"membersRemoved": [{"id": BOT_ID}]}),
    ("conversationUpdate", {"channelData": {"tenant": {"id": TENANT}, "eventType": "teamRenamed"}}),
    ("messageReaction", {"reactionsAdded": [{"type": "like"}]}),
    ("messageUpdate", {"text": "edited"}),
    ("typing", {}),
    ("somethingNew", {}),
]


@pytest.mark.parametrize(("kind", "more"), IGNORED)
async def test_other_kinds_are_taken_and_ignored(
    room: TeamsDoor, chat: Chat, kind: str, more: dict[str, Any]
) -> None:
    """New kinds may appear at any time: answered 200, and nothing happens."""
    answer = await chat.send(chat.activity(kind, **more))
    assert answer.status == 200
    assert not room.door.events


async def test_a_button_is_a_click_with_its_card(room: TeamsDoor, chat: Chat) -> None:
    """Token and option arrive, and where the card stands."""
    await room.post(chat, said("Yes?", Choices("t1", (Option("y", "Yes"), Option("n", "No")))))
    await chat.press("No")
    event = room.door.last
    assert isinstance(event, Clicked)
    assert (event.token, event.option, event.values) == ("t1", "n", {})
    assert event.ref == {"conversation_id": "a:ada", "activity_id": chat.posted.id}


@pytest.mark.parametrize("how", ["press", "press_old"])
async def test_lists_come_back_as_what_was_chosen(room: TeamsDoor, chat: Chat, how: str) -> None:
    """A list, a long scale, several of many and a day: in new clients and in old ones."""
    press: Callable[..., Any] = getattr(chat, how)
    options = tuple(Option(f"o{n}", f"Choice {n}") for n in range(8))
    await room.post(chat, said("Which?", Choices("t1", options)))
    await press("Save", choice="o5")
    await room.post(chat, said("How sure?", Scale("t2", 0, 10)))
    await press("Save", choice="7")
    await room.post(chat, said("Some?", Multi("t3", options, 3, "Some", "Keep")))
    await press("Keep", chosen="o1,o2")
    await room.post(chat, said("When?", When("t4", (), "Day", "Fix")))
    await press("Fix", date="2026-11-27")
    clicks = [event for event in room.door.events if isinstance(event, Clicked)]
    assert [(c.token, c.option, c.values) for c in clicks] == [
        ("t1", "o5", {"choice": "o5"}),
        ("t2", "7", {"choice": "7"}),
        ("t3", "save", {"chosen": ["o1", "o2"]}),
        ("t4", "date", {"date": "2026-11-27"}),
    ]


async def test_a_click_takes_only_its_own_inputs(room: TeamsDoor, chat: Chat) -> None:
    """Teams sends all inputs of a card with each Save."""
    both = (When("t1", (), "Day", "Fix"), Scale("t2", 0, 10))
    await room.post(chat, said("When?", *both))
    await chat.press("Fix", date="2026-11-27", choice="3")
    assert isinstance(room.door.last, Clicked)
    assert room.door.last.values == {"date": "2026-11-27"}


async def test_save_without_a_choice_asks_for_one(room: TeamsDoor, chat: Chat) -> None:
    """Nothing reaches the core; the person reads what to do."""
    await room.post(chat, said("How sure?", Scale("t2", 0, 10)))
    answer = await chat.press("Save")
    assert answer.notice == PHRASES.incomplete.en
    assert not room.door.events


@pytest.mark.parametrize(
    "value",
    [
        None,
        "text",
        {},
        {"action": None},
        {"action": {"data": "x"}},
        {"action": {"data": {"t": 5, "o": ["a"]}}},
        {"action": {"data": {"t": "", "o": "a"}}},
    ],
)
async def test_a_press_that_makes_no_sense_is_answered_calmly(
    room: TeamsDoor, chat: Chat, value: Any
) -> None:
    """Forged or broken data is no event and no error."""
    answer = await chat.invoke("adaptiveCard/action", value)
    assert answer.status == 200
    assert answer.notice == PHRASES.incomplete.en
    assert not room.door.events


async def test_zero_bytes_are_dropped(room: TeamsDoor, chat: Chat) -> None:
    """PostgreSQL stores none."""
    await chat.invoke("adaptiveCard/action", {"action": {"data": {"t": "t\0x", "o": "o\0"}}})
    event = room.door.last
    assert isinstance(event, Clicked)
    assert (event.token, event.option) == ("tx", "o")


async def test_the_card_as_it_is_now_is_the_answer(room: TeamsDoor, chat: Chat) -> None:
    """The one who pressed sees the new card at once."""
    await room.post(chat, said("Yes?", Choices("t1", (Option("y", "Yes"),))))
    room.door.replies = [Reply(card=said("You said yes."))]
    answer = await chat.press("Yes")
    assert answer.body["statusCode"] == 200
    assert answer.body["type"] == "application/vnd.microsoft.card.adaptive"
    assert chat.read() == "You said yes."


async def test_without_a_card_a_sentence_is_the_answer(room: TeamsDoor, chat: Chat) -> None:
    """The notice, or a neutral word in the person's language."""
    await room.post(chat, said("Yes?", Choices("t1", (Option("y", "Yes"),))))
    room.door.replies = [Reply(notice="That was for somebody else."), None, Reply()]
    answer = await chat.press("Yes")
    assert answer.body["type"] == "application/vnd.microsoft.activity.message"
    assert answer.notice == "That was for somebody else."
    assert (await chat.press("Yes")).notice == PHRASES.noted.en
    chat.locale = "fr-FR"
    assert (await chat.press("Yes")).notice == PHRASES.noted.fr


async def open_form(room: TeamsDoor, chat: Chat) -> None:
    await room.post(chat, said("Say it.", Choices("t1", (Option("own", "Write", form=True),))))


async def test_a_form_opens_as_a_dialog_and_comes_back(room: TeamsDoor, chat: Chat) -> None:
    """Fetched by the button's token, sent back under the form's own."""
    await open_form(room, chat)
    room.door.replies = [Reply(form=FORM), None]
    opened = await chat.press("Write")
    assert opened.body["task"]["type"] == "continue"
    assert opened.body["task"]["value"]["title"] == "Your words"
    clicked = room.door.last
    assert isinstance(clicked, Clicked)
    assert (clicked.token, clicked.option) == ("t1", "own")
    closed = await chat.submit(action="Ask two questions.", days="mo")
    assert (closed.status, closed.body) == (200, {})
    sent = room.door.last
    assert isinstance(sent, Submitted)
    assert sent.token == "form-token"
    assert sent.values == {"action": "Ask two questions.", "days": ["mo"]}


@pytest.mark.parametrize(
    ("picked", "people"),
    [("aad-bo,aad-cy", ["aad-bo", "aad-cy"]), ("aad-bo", ["aad-bo"]), ("", None)],
)
async def test_people_come_back_as_a_list_and_a_channel_as_one_id(
    room: TeamsDoor, chat: Chat, picked: str, people: list[str] | None
) -> None:
    """Also one person alone; whoever picks nobody sends nothing."""
    await open_form(room, chat)
    sales = Option("19:sales@thread.tacv2", "Sales")
    fields = (
        Field("people", "People", "people", required=False),
        Field("channel", "Channel", "channel", options=(sales,)),
    )
    room.door.replies = [Reply(form=replace(FORM, fields=fields)), None]
    await chat.press("Write")
    await chat.submit(people=picked, channel=sales.id)
    sent = room.door.last
    assert isinstance(sent, Submitted)
    assert sent.values == {"channel": sales.id} | ({"people": people} if people else {})


async def test_a_dialog_with_errors_stays_open_with_the_words(room: TeamsDoor, chat: Chat) -> None:
    """What was typed is still there, and the error above it."""
    await open_form(room, chat)
    errors = {"action": "Say what, exactly."}
    room.door.replies = [Reply(form=FORM), Reply(form=FORM, errors=errors), Reply(notice="Thanks.")]
    await chat.press("Write")
    again = await chat.submit(action="be better")
    assert again.body["task"]["type"] == "continue"
    assert "Say what, exactly." in str(chat.dialog)
    assert "be better" in str(chat.dialog)
    done = await chat.submit(action="Ask two questions.")
    assert done.body == {"task": {"type": "message", "value": "Thanks."}}


async def test_a_dialog_button_that_is_out_of_date_says_so(room: TeamsDoor, chat: Chat) -> None:
    """The sentence stands in the window, and the card behind it is brought up to date."""
    await open_form(room, chat)
    room.door.replies = [Reply(card=said("Already answered.")), Reply(notice="Not yours.")]
    answer = await chat.press("Write")
    assert answer.body == {"task": {"type": "message", "value": PHRASES.renewed.en}}
    assert (await chat.press("Write")).notice == "Not yours."
    await until(lambda: chat.read() == "Already answered.")


async def test_without_dialogs_the_form_stands_in_the_chat(room: TeamsDoor, chat: Chat) -> None:
    """A client that can't open one sends a message instead, and gets the form as a card."""
    await open_form(room, chat)
    room.door.replies = [Reply(form=FORM), None]
    answer = await chat.press_old("Write")
    assert answer.status == 200
    await until(lambda: len(room.teams.messages) == 2)
    assert "Your words" in chat.read()
    form_card = chat.posted.id
    assert (await chat.press("Send", action="Ask.", days="mo")).notice == PHRASES.noted.en
    sent = room.door.last
    assert isinstance(sent, Submitted)
    assert (sent.token, sent.values) == ("form-token", {"action": "Ask.", "days": ["mo"]})
    await until(lambda: form_card not in room.teams.messages)


async def test_a_form_in_the_chat_keeps_its_errors_and_words(room: TeamsDoor, chat: Chat) -> None:
    """The answer is the same card, with what is wrong."""
    await open_form(room, chat)
    errors = {"action": "Say what, exactly."}
    room.door.replies = [Reply(form=FORM), Reply(form=FORM, errors=errors)]
    await chat.press_old("Write")
    await until(lambda: len(room.teams.messages) == 2)
    await chat.press("Send", action="be better")
    assert "Say what, exactly." in chat.read()
    assert "be better" in str(chat.card)
    assert len(room.teams.messages) == 2


async def test_a_form_sent_by_an_old_client_is_replaced(room: TeamsDoor, chat: Chat) -> None:
    """There the errors can only be posted: the old card goes, a new one comes."""
    await open_form(room, chat)
    errors = {"action": "Say what, exactly."}
    room.door.replies = [Reply(form=FORM), Reply(form=FORM, errors=errors)]
    await chat.press_old("Write")
    await until(lambda: len(room.teams.messages) == 2)
    first = chat.posted.id
    await chat.press_old("Send", action="be better")
    await until(lambda: first not in room.teams.messages and len(room.teams.messages) == 2)
    assert "Say what, exactly." in chat.read()


async def test_a_button_may_open_a_form_below(room: TeamsDoor, chat: Chat) -> None:
    """A plain button can't open a window, so the form comes as a message."""
    await room.post(chat, said("Yes?", Choices("t1", (Option("y", "Yes"),))))
    room.door.replies = [Reply(form=FORM)]
    assert (await chat.press("Yes")).notice == PHRASES.opened.en
    await until(lambda: labels(chat.card) == ["Send"])


async def test_words_for_a_window_never_stay_in_the_chat(room: TeamsDoor, chat: Chat) -> None:
    """A form that only shows is not posted: the person is told where to read it."""
    await open_form(room, chat)
    room.door.replies = [Reply(form=SHOWN), Reply(form=SHOWN)]
    await chat.press_old("Write")
    await until(lambda: len(room.teams.messages) == 2)
    assert "private" not in str(room.teams.posts())
    assert chat.read() == PHRASES.window.en
    await room.post(chat, said("Yes?", Choices("t1", (Option("y", "Yes"),))))
    assert (await chat.press("Yes")).notice == PHRASES.window.en
    assert "private" not in str(room.teams.posts())


async def test_what_is_shown_at_once_is_posted_and_insisted_on(room: TeamsDoor, chat: Chat) -> None:
    """Neither stored nor queued, so it is tried again here."""
    room.door.replies = [Reply(show=said("You are not alone."))]
    room.teams.fail(502, times=2)
    await chat.say("x")
    await until(lambda: bool(room.teams.messages))
    assert chat.read() == "You are not alone."


async def test_a_notice_to_words_is_posted(room: TeamsDoor, chat: Chat) -> None:
    """Words have no answer of their own in Teams."""
    room.door.replies = [Reply(notice="Paused until Monday.")]
    await chat.say("pause")
    await until(lambda: bool(room.teams.messages))
    assert chat.read() == "Paused until Monday."


async def test_an_old_clients_click_brings_its_card_up_to_date(room: TeamsDoor, chat: Chat) -> None:
    """What an invoke would answer is written into the message instead."""
    await room.post(chat, said("Yes?", Choices("t1", (Option("y", "Yes"),))))
    room.door.replies = [Reply(card=said("You said yes."))]
    await chat.press_old("Yes")
    await until(lambda: chat.read() == "You said yes.")


async def test_what_is_being_said_is_finished_before_the_bot_stops(
    room: TeamsDoor, chat: Chat
) -> None:
    """A restart loses no answer."""
    room.door.replies = [Reply(notice="Paused until Monday.")]
    room.teams.stall(0.2)
    await chat.say("pause")
    await room.server.close()
    assert chat.read() == "Paused until Monday."


async def test_a_busy_bot_has_messages_come_back_and_buttons_pressed_again(
    room: TeamsDoor, chat: Chat
) -> None:
    """503 makes the service deliver again; a button gets a calm sentence instead of an error."""
    await open_form(room, chat)
    await room.post(chat, said("Yes?", Choices("t1", (Option("y", "Yes"),))))
    room.door.replies = [Busy(), Busy(), Busy()]
    assert (await chat.say("x")).status == 503
    pressed = await chat.press("Yes")
    assert (pressed.status, pressed.notice) == (200, PHRASES.busy.en)
    fetched = await chat.press("Write")
    assert fetched.body == {"task": {"type": "message", "value": PHRASES.busy.en}}


async def test_redelivery_has_the_same_id(room: TeamsDoor, chat: Chat) -> None:
    """The core stops at a known id, so a repeated activity is harmless."""
    activity = chat.activity("message", text="x")
    await chat.send(activity)
    await chat.send(activity)
    assert len({event.id for event in room.door.events}) == 1
    await chat.say("x")
    assert len({event.id for event in room.door.events}) == 2


async def test_activities_without_id_are_told_apart_by_what_they_say(
    room: TeamsDoor, chat: Chat
) -> None:
    """Two of them must not pass for one, and one delivered twice not for two."""
    for text in ("one", "two", "two"):
        await chat.say(text, id=None)
    ids = [event.id for event in room.door.events]
    assert ids[0] != ids[1] == ids[2]


async def test_many_people_at_once_are_kept_apart(room: TeamsDoor) -> None:
    """Forty people writing at once are forty people."""
    chats = [room.chat(person=f"p{n}") for n in range(40)]
    await asyncio.gather(*(chat.say(chat.person) for chat in chats))
    found = {(e.actor.person, e.text) for e in room.door.events if isinstance(e, Said)}
    assert found == {(f"aad-p{n}", f"p{n}") for n in range(40)}


def test_strange_activities_never_raise() -> None:
    """Every field may be missing or of another kind."""
    base: Json = {"type": "message", "text": "x"}
    named: list[object] = [None, 5, "x", [], {}, {"id": 5}, {"id": "x", "name": []}]
    for strange in named:
        entity = {"type": "mention", "text": strange, "mentioned": strange}
        to_event({**base, "entities": [entity]}, NOW)
    for kind in ("message", "invoke", "installationUpdate", "conversationUpdate"):
        for strange in (None, 5, "x", [], [None], {}, {"id": 5}, True):
            for name in ("conversation", "from", "recipient", "channelData", "entities", "value"):
                to_event({**base, "type": kind, name: strange}, NOW)
            for name in ("membersAdded", "timestamp", "locale", "id", "action", "name"):
                to_event({**base, "type": kind, name: strange}, NOW)


def test_a_told_time_without_zone_is_not_believed() -> None:
    """Such a time could not be compared; the present takes its place."""
    activity: Json = {
        "type": "installationUpdate",
        "action": "add",
        "timestamp": "2020-01-01T00:00:00",
        "conversation": {"id": "c"},
    }
    first, later = to_event(activity, NOW), to_event(activity, NOW + timedelta(hours=1))
    assert first
    assert later
    assert first.id != later.id
