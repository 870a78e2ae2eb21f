"""Signed requests of Slack become events, and their replies reach the person at once."""

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import orjson
import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.answers import field_errors
from adapters.slack.app import slack_app
from adapters.slack.entry import add_routes, payload_of
from adapters.slack.socket import socket_mode
from bot.errors import Busy
from bot.events import (
    Actor,
    Clicked,
    Commanded,
    Happened,
    Mention,
    Opened,
    ProfileLearned,
    Removed,
    Said,
    Submitted,
)
from bot.messages import (
    Choices,
    Divider,
    Field,
    Footer,
    Form,
    Link,
    Message,
    Multi,
    Option,
    Reply,
    Span,
    Text,
    When,
)
from tests import fake_slack_world
from tests.fake_slack_people import FORM, PATH, SECRET, as_event, as_form, sign
from tests.fake_slack_world import NOON, PHRASES, Serve, World, slack_world

TOKEN = "t" * 22
ASK = Field("what", "What will you do?", "long")
FORM_ = Form(TOKEN, "fr", "Engagement", "Enregistrer", "Annuler", (ASK,))
CARE = Message("en", "For you", (Text((Span("You are not alone."),)),))


@pytest.fixture
async def world(aiohttp_client: Serve, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    # Bolt looks for these by itself; what it finds must not change what the bot does.
    for name in ("BOT_TOKEN", "CLIENT_ID", "CLIENT_SECRET", "SIGNING_SECRET"):
        monkeypatch.setenv(f"SLACK_{name}", "stray")
    async with slack_world(aiohttp_client) as made:
        yield made


def buttons(*labels: str, **more: str) -> Choices:
    return Choices(TOKEN, tuple(Option(label.lower(), label, **more) for label in labels))  # type: ignore[arg-type] # all are texts


# Who gets in


@pytest.mark.parametrize(
    "change",
    [
        {"X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Signature": "v0=é"},
        {"X-Slack-Signature": ""},
        {"X-Slack-Request-Timestamp": "yesterday"},
        {"X-Slack-Request-Timestamp": ""},
    ],
)
async def test_a_request_with_a_bad_signature_is_refused(
    world: World, change: dict[str, str]
) -> None:
    """401, and the engine never hears of it."""
    signed = as_event(world.ana.envelope(world.ana.words("hello")), SECRET, NOON)
    answer = await world.ana.send(replace(signed, headers=dict(signed.headers) | change))
    assert answer.status == 401
    assert world.engine.events == []


async def test_a_request_without_a_signature_is_refused(world: World) -> None:
    """401 also for a challenge, so nobody can make the bot answer."""
    body = orjson.dumps({"type": "url_verification", "challenge": "abc"})
    async with world.ana.client.post(PATH, data=body, headers={}) as response:
        assert response.status == 401


@pytest.mark.parametrize("age", [timedelta(seconds=301), timedelta(seconds=-301)])
async def test_an_old_request_is_refused(world: World, age: timedelta) -> None:
    """A recorded request cannot be replayed after five minutes."""
    signed = as_event(world.ana.envelope(world.ana.words("hello")), SECRET, NOON - age)
    assert (await world.ana.send(signed)).status == 401


@pytest.mark.parametrize("age", [timedelta(minutes=5), timedelta(minutes=-5)])
async def test_a_clock_may_differ_by_five_minutes(world: World, age: timedelta) -> None:
    """As Slack says."""
    signed = as_event(world.ana.envelope(world.ana.words("hello")), SECRET, NOON - age)
    assert (await world.ana.send(signed)).status == 200


async def test_a_changed_body_is_refused(world: World) -> None:
    """The signature covers every byte."""
    signed = as_form(world.ana.slash("help"), SECRET, NOON)
    assert (await world.ana.send(replace(signed, body=signed.body + b"&x=1"))).status == 401


def test_a_secret_is_demanded() -> None:
    """Without one everybody could speak for everybody."""
    with pytest.raises(ValueError, match="empty"):
        add_routes(web.Application(), None, signing_secret="", now=lambda: NOON)  # type: ignore[arg-type] # never reached


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"{", "application/json"),
        (b"[]", "application/json"),
        (b"\xff\xfe", "application/json"),
        (b"payload=%7B", FORM),
        (b"payload=%zz", FORM),
        (b"payload=%C3", FORM),
        (b"payload=[]", FORM),
        (b'payload={"type":"block_actions","actions":[]}', FORM),
        (b'payload={"type":"view_submission","view":{"callback_id":"form"}}', FORM),
    ],
)
async def test_a_malformed_body_is_a_bad_request(world: World, body: bytes, kind: str) -> None:
    """400 without a trace, for JSON and for forms."""
    signed = sign(SECRET, body, NOON) | {"Content-Type": kind}
    async with world.ana.client.post(PATH, data=body, headers=signed) as response:
        assert response.status == 400
        assert "Traceback" not in await response.text()


async def test_the_challenge_of_slack_is_answered(world: World) -> None:
    """Slack asks once whether the address is ours."""
    signed = as_event({"type": "url_verification", "challenge": "abc"}, SECRET, NOON)
    answer = await world.ana.send(signed)
    assert (answer.status, answer.body) == (200, {"challenge": "abc"})


@pytest.mark.parametrize(
    "payload",
    [
        {"type": "view_closed"},
        {"type": "shortcut", "callback_id": "x"},
        {"type": "block_actions"},
        {"type": "block_actions", "actions": [{"type": "button"}]},
        {"type": "view_submission", "view": {"type": "modal", "callback_id": "form"}},
        {"type": "event_callback", "event": {"type": "reaction_added"}},
        {"type": "something_new"},
        {},
    ],
)
async def test_what_nobody_asked_for_is_taken_and_ignored(
    world: World, payload: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    """200, since a refusal would count as a failed delivery, and not a word in the log."""
    caplog.set_level(logging.DEBUG)
    signed = as_event(payload | {"secret": "my words"}, SECRET, NOON)
    assert (await world.ana.send(signed)).status == 200
    assert world.engine.events == []
    assert "my words" not in caplog.text


@given(st.dictionaries(st.text(), st.text(), max_size=4))
def test_a_form_is_read_as_the_standard_library_reads_it(fields: dict[str, str]) -> None:
    """The fast decoder and urllib agree on every text."""
    fields.pop("payload", None)
    assert payload_of(as_form(fields, SECRET, NOON).body, FORM) == fields


# What becomes which event


async def test_a_command_in_the_direct_message(world: World) -> None:
    """The text is read without Slack's escapes."""
    await world.ana.command("start delegation &amp; more")
    assert world.event == Commanded(
        id=world.event.id,
        at=NOON,
        actor=Actor("slack:T0TEAM", "U1"),
        address={"platform": "slack", "team": "T0TEAM", "user": "U1"},
        name="/coach",
        text="start delegation & more",
    )
    assert world.event.id.startswith("slack:")


async def test_a_command_elsewhere(world: World) -> None:
    """Its channel is not where the person is answered."""
    await world.ana.command("plan", channel="C0GENERAL")
    assert world.event.elsewhere
    assert "channel" not in world.event.address


async def test_a_direct_message_between_colleagues_is_not_the_bots(world: World) -> None:
    """A D channel of a command may belong to two people, so it is never an address."""
    await world.ana.command("plan", channel="D0COLLEAGUE")
    assert "channel" not in world.event.address


async def test_words_in_the_direct_message(world: World) -> None:
    """They are read as typed, and the channel is remembered."""
    await world.ana.say("1 &lt; 2, see <https://example.org|this>")
    assert isinstance(world.event, Said)
    assert world.event.text == "1 < 2, see this"
    assert not world.event.elsewhere
    assert world.event.address["channel"] == "D1"


async def test_a_mention_in_a_channel(world: World) -> None:
    """The bot's own name is taken out."""
    await world.ana.mention("start feedback")
    assert isinstance(world.event, Said)
    assert (world.event.text, world.event.elsewhere) == ("start feedback", True)
    assert "channel" not in world.event.address


async def test_names_in_a_command_come_with_their_ids(world: World) -> None:
    """Channel, group and person, in order; the text reads as it was typed."""
    world.slack.channel("C1", "U2", name="managers")
    world.slack.user("U2", name="bo")
    world.slack.group("S1", "U2", handle="hr & co")
    world.slack.groups["S2"] = replace(world.slack.groups["S1"], id="S2", handle="team-a")
    typed = "new delegation for @team-a #managers and @bo & friends"
    await world.ana.command(world.slack.as_sent(typed), name="/coach-campaign")
    assert world.event.text == typed
    assert world.event.mentions == (
        Mention("usergroup", "S2", "team-a"),
        Mention("channel", "C1", "managers"),
        Mention("person", "U2", "bo"),
    )


async def test_a_private_channel_is_named_by_its_id(world: World) -> None:
    """Slack keeps its name to those in it."""
    world.slack.channel("G1", "U1", private=True, name="board")
    await world.ana.command(world.slack.as_sent("new for #board"), name="/coach-campaign")
    assert world.event.text == "new for #G1"
    assert world.event.mentions == (Mention("channel", "G1", "G1"),)


@pytest.mark.parametrize("typed", ["for <#C1|managers>", "<@U2>", "<!subteam^S1|@hr>", "#none"])
async def test_signs_typed_by_hand_name_nobody(world: World, typed: str) -> None:
    """Nobody gets at a channel or person whose id they know by writing Slack's markup."""
    await world.ana.command(world.slack.as_sent(typed), name="/coach-campaign")
    assert (world.event.text, world.event.mentions) == (typed, ())


async def test_names_in_words_come_with_their_ids(world: World) -> None:
    """In the direct message and in a channel, where the bot's own is taken out."""
    await world.ana.say("observer for <@U2>")
    assert world.event.mentions == (Mention("person", "U2", "U2"),)
    await world.ana.mention("hr for <@U2|bo> and <!subteam^S1>")
    assert world.event.text == "hr for @bo and @S1"
    assert world.event.mentions == (
        Mention("person", "U2", "bo"),
        Mention("usergroup", "S1", "S1"),
    )


@pytest.mark.parametrize(
    "change",
    [
        {"subtype": "message_changed"},
        {"subtype": "bot_message"},
        {"bot_id": "B0BOT"},
        {"edited": {"user": "U1"}},
        {"hidden": True},
        {"channel_type": "channel"},
        {"user": None},
    ],
)
async def test_what_is_not_new_words_of_a_person_is_ignored(
    world: World, change: dict[str, object]
) -> None:
    """Edits, bots and notices start nothing; the bot never answers itself."""
    assert (await world.ana.deliver(world.ana.words("hello") | change)).status == 200
    assert world.engine.events == []


@pytest.mark.parametrize(("tab", "place"), [("home", "home"), ("messages", "chat")])
async def test_opening_the_app(world: World, tab: str, place: str) -> None:
    """Home and chat are told apart."""
    await world.ana.open_home(tab)
    assert isinstance(world.event, Opened)
    assert world.event.place == place
    assert world.event.address["channel"] == "D1"


async def test_a_changed_profile(world: World) -> None:
    """Zone and locale are learned without asking."""
    await world.ana.change_profile(tz="America/Montreal", locale="fr-CA")
    assert isinstance(world.event, ProfileLearned)
    assert world.event.actor == Actor("slack:T0TEAM", "U1", "fr-CA", "America/Montreal")


async def test_a_closed_account(world: World) -> None:
    """Nothing can be sent there any more."""
    await world.ana.change_profile(deleted=True)
    assert isinstance(world.event, Removed)


async def test_a_changed_bot_is_ignored(world: World) -> None:
    """Bots have no language."""
    await world.ana.change_profile(is_bot=True)
    assert world.engine.events == []


@pytest.mark.parametrize("kind", ["app_uninstalled", "tokens_revoked"])
async def test_the_end_of_an_installation_is_logged(
    world: World, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    """It names no person, so it is the operator's to know."""
    assert (await world.ana.deliver({"type": kind})).status == 200
    assert world.engine.events == []
    assert "slack_revoked" in caplog.text


async def test_a_pressed_button(world: World) -> None:
    """Token, option, and the message that was pressed."""
    await world.show(buttons("Yes", "No"))
    await world.ana.press("No")
    posted = world.ana.messages[0]
    assert isinstance(world.event, Clicked)
    assert (world.event.token, world.event.option) == (TOKEN, "no")
    assert world.event.ref == {"channel": "D1", "ts": posted.ts}
    assert world.event.address["channel"] == "D1"
    assert world.event.values == {}


async def test_an_entry_of_a_list_and_of_the_menu(world: World) -> None:
    """Choosing is pressing."""
    several = tuple(Option(f"o{number}", f"Option {number}") for number in range(7))
    menu = (Option("snooze", "Snooze"), Option("pause", "Pause"))
    await world.show(Choices(TOKEN, several), Footer("Only you", "Help", menu))
    await world.ana.press("Option 4")
    assert (world.event.token, world.event.option) == (TOKEN, "o4")
    await world.ana.press("Pause")
    assert (world.event.token, world.event.option) == ("menu", "pause")
    await world.ana.press("Help")
    assert (world.event.token, world.event.option) == ("menu", "help")


async def test_ticked_boxes_come_with_their_save_button(world: World) -> None:
    """Only those of the same question, though another one stands beside."""
    several = tuple(Option(f"o{number}", f"Option {number}") for number in range(3))
    await world.show(
        Divider(),
        Multi(TOKEN, several, 2, "Which ones?", "Save them"),
        Multi("other", several, 2, "And these?", "Save those", ("o0",)),
    )
    world.ana.tick("Option 1", "Option 2")
    await world.ana.press("Save them")
    assert (world.event.option, world.event.values) == ("save", {"chosen": ["o1", "o2"]})
    await world.ana.press("Save those")
    assert (world.event.token, world.event.values) == ("other", {"chosen": ["o0"]})


async def test_a_day_comes_as_quick_button_or_from_the_picker(world: World) -> None:
    """Both name an ISO date."""
    quick = (Option("2026-03-06", "Friday"),)
    await world.show(When(TOKEN, quick, "Another day", "Save", "2026-03-09"))
    await world.ana.press("Friday")
    assert (world.event.option, world.event.values) == ("2026-03-06", {})
    await world.ana.press("Save")
    assert (world.event.option, world.event.values) == ("date", {"date": "2026-03-09"})
    world.ana.choose_date("2026-04-01")
    await world.ana.press("Save")
    assert world.event.values == {"date": "2026-04-01"}


async def test_a_link_button_starts_nothing(world: World) -> None:
    """Slack reports it, and it is acknowledged."""
    await world.show(Link("Read", "https://example.org"))
    assert (await world.ana.press("Read")).status == 200
    assert world.engine.events == []


async def test_a_press_on_a_whisper_has_no_message_to_update(world: World) -> None:
    """What only one person sees cannot be replaced later."""
    shown = Message("en", "For you", (buttons("Yes"),))
    world.engine.reply = Reply(show=shown)
    await world.ana.command("plan", channel="C0GENERAL")
    await world.ana.press("Yes")
    assert world.event.option == "yes"
    assert world.event.ref is None


async def test_every_field_of_a_form_comes_back(world: World) -> None:
    """Texts as texts, several choices as a list, what was left out as nothing."""
    some = (Option("a", "A"), Option("b", "B"))
    fields = (
        ASK,
        Field("one", "One", "choice", options=some),
        Field("many", "Many", "multi", options=some, value="a"),
        Field("day", "Day", "date"),
        Field("time", "Time", "time", value="09:30"),
        Field("count", "Count", "number"),
        Field("rest", "Rest", "short", required=False),
        Field("none", "None", "choice", options=some, required=False),
    )
    world.engine.reply = Reply(form=replace(FORM_, fields=fields))
    await world.ana.command("commit")
    world.engine.reply = None
    await world.ana.fill({"what": "Call <Bo> & co", "one": "b", "day": "2026-03-09", "count": "3"})
    assert isinstance(world.event, Submitted)
    assert world.event.token == TOKEN
    assert world.event.values == {
        "what": "Call <Bo> & co",
        "one": "b",
        "many": ["a"],
        "day": "2026-03-09",
        "time": "09:30",
        "count": "3",
        "rest": "",
        "none": "",
    }
    assert world.ana.modal is None


async def test_people_and_a_channel_of_a_form_come_back_as_ids(world: World) -> None:
    """Several people as a list, a channel as one id, and what was left out as nothing."""
    fields = (
        Field("who", "Who?", "people", most=3),
        Field("kept", "Who else?", "people", value="U4,U5", most=3),
        Field("nobody", "Who else?", "people", required=False),
        Field("where", "Which channel?", "channel"),
        Field("same", "Which one now?", "channel", value="C7"),
        Field("nowhere", "Which other?", "channel", required=False),
    )
    world.engine.reply = Reply(form=replace(FORM_, fields=fields))
    await world.ana.command("new", name="/coach-campaign")
    world.engine.reply = None
    await world.ana.fill({"who": ["U2", "U3"], "where": "C1"})
    assert world.event.values == {
        "who": ["U2", "U3"],
        "kept": ["U4", "U5"],
        "nobody": [],
        "where": "C1",
        "same": "C7",
        "nowhere": "",
    }


@pytest.mark.parametrize("nothing", [None, []])
async def test_nobody_chosen_is_an_empty_list(world: World, nothing: object) -> None:
    """However Slack says it."""
    fields = (Field("who", "Who?", "people", required=False),)
    world.engine.reply = Reply(form=replace(FORM_, fields=fields))
    await world.ana.command("new", name="/coach-campaign")
    world.engine.reply = None
    sent = world.ana.submission({})
    sent["view"]["state"]["values"]["who"]["answer"]["selected_users"] = nothing
    await world.ana.send_interaction(sent)
    assert world.event.values == {"who": []}


async def test_an_organisation_is_one_workspace(world: World) -> None:
    """Installed for all of it, a person stays one person in every workspace."""
    everywhere = [{"enterprise_id": "E1", "is_enterprise_install": True, "user_id": "U0BOT"}]
    await world.ana.deliver(world.ana.words("hi"), enterprise_id="E1", authorizations=everywhere)
    assert world.event.actor.workspace == "slack:E1"
    form = world.ana.slash("help") | {"enterprise_id": "E1", "is_enterprise_install": "true"}
    await world.ana.send(as_form(form, SECRET, NOON))
    assert world.event.actor.workspace == "slack:E1"


async def test_one_workspace_of_an_organisation_stays_itself(world: World) -> None:
    """Installed in one workspace only, that one counts."""
    await world.ana.deliver(world.ana.words("hi"), enterprise_id="E1")
    assert world.event.actor.workspace == "slack:T0TEAM"


async def test_a_second_delivery_has_the_same_id(world: World) -> None:
    """The engine can tell that it was there before."""
    signed = as_event(world.ana.envelope(world.ana.words("hello")), SECRET, NOON)
    retried = replace(signed, headers=dict(signed.headers) | {"X-Slack-Retry-Num": "1"})
    await world.ana.send(signed)
    await world.ana.send(retried)
    first, second = world.engine.events
    assert isinstance(first, Happened)
    assert isinstance(second, Happened)
    assert first.id == second.id == "slack:Ev2"


async def test_no_call_is_made_for_an_event_without_a_reply(world: World) -> None:
    """Not even to ask Slack who the bot is."""
    await world.ana.say("hello")
    await world.ana.open_home()
    assert world.slack.calls == []


# What is said inside the request


async def test_a_form_opens_by_command_and_by_press(world: World) -> None:
    """With the trigger of the request, once."""
    await world.show(buttons("Commit"))
    world.engine.reply = Reply(form=FORM_)
    await world.ana.command("commit")
    assert world.ana.modal is not None
    assert world.ana.modal["private_metadata"] == TOKEN
    world.slack.modals.clear()
    await world.ana.press("Commit")
    assert len(world.slack.of("views.open")) == 2


async def test_a_form_asked_for_inside_a_form_is_put_on_top(world: World) -> None:
    """Slack opens no second form beside the first."""
    world.engine.reply = Reply(form=replace(FORM_, elements=(buttons("Example"),)))
    await world.ana.command("commit")
    await world.ana.press("Example")
    assert [call.method for call in world.slack.calls] == ["views.open", "views.push"]
    assert world.event.ref is None


@pytest.mark.parametrize("trouble", ["expired", "broken", "dropped"])
async def test_a_form_that_does_not_open_is_tried_once(world: World, trouble: str) -> None:
    """The person is asked to press again, in the language of the form."""
    await world.show(buttons("Commit"))
    world.engine.reply = Reply(form=FORM_)
    match trouble:
        case "expired":
            world.slack.fail_next("views.open", "expired_trigger_id")
        case "broken":
            world.slack.break_next("views.open")
        case "dropped":
            world.slack.drop_next("views.open")
    answer = await world.ana.press("Commit")
    assert answer.status == 200
    assert len(world.slack.of("views.open")) == 1
    assert world.ana.whispers[-1].text == PHRASES.expired.fr


async def test_errors_stay_at_their_fields(world: World) -> None:
    """The form stays open with what was typed."""
    world.engine.reply = Reply(form=FORM_)
    await world.ana.command("commit")
    world.engine.reply = Reply(errors={"what": "Please add a day."})
    answer = await world.ana.fill({"what": "soon"})
    assert answer.body == {"response_action": "errors", "errors": {"what": "Please add a day."}}
    assert world.ana.modal is not None


def test_an_error_of_no_field_stands_at_the_first() -> None:
    """Slack refuses an answer that names a field which is not there."""
    view = {"blocks": [{"type": "divider"}, {"type": "input", "block_id": "a"}]}
    assert field_errors(view, {"a": "One.", "z": "Two."}) == {"a": "One. Two."}
    assert field_errors({"blocks": []}, {"z": "Two."}) == {}


async def test_a_form_may_follow_a_form(world: World) -> None:
    """In the same window, without a second trigger."""
    world.engine.reply = Reply(form=FORM_)
    await world.ana.command("commit")
    world.engine.reply = Reply(form=replace(FORM_, token="next", title="Encore"))
    answer = await world.ana.fill({"what": "call"})
    assert answer.body["response_action"] == "update"
    assert world.ana.modal is not None
    assert world.ana.modal["private_metadata"] == "next"
    assert len(world.slack.calls) == 1


async def test_a_notice_is_seen_by_the_person_alone(world: World) -> None:
    """In the answer to a command, at the message pressed, or in the direct message."""
    await world.show(buttons("Yes"))
    world.engine.reply = Reply(notice="Saved & done.")
    answer = await world.ana.command("plan")
    assert answer.body == {"text": "Saved &amp; done.", "response_type": "ephemeral"}
    await world.ana.press("Yes")
    await world.ana.say("hello")
    await world.ana.open_home()
    assert [one.text for one in world.ana.whispers] == ["Saved &amp; done."] * 4
    assert [call.method for call in world.slack.calls[1:]] == ["chat.postEphemeral"] * 2


async def test_a_notice_after_a_form_goes_to_the_direct_message(world: World) -> None:
    """A submission names no channel, so it is opened."""
    world.engine.reply = Reply(form=FORM_)
    await world.ana.command("commit")
    world.engine.reply = Reply(notice="Saved.")
    await world.ana.fill({"what": "call"})
    assert [call.method for call in world.slack.calls[1:]] == [
        "conversations.open",
        "chat.postEphemeral",
    ]
    assert world.slack.of("chat.postEphemeral")[0]["channel"] == "D1"


async def test_a_response_address_of_somebody_else_is_not_used(world: World) -> None:
    """Only Slack's own, or that of the configured API."""
    await world.show(buttons("Yes"))
    world.engine.reply = Reply(notice="Saved.")
    pressed = world.ana.pressed("Yes") | {"response_url": "https://hooks.slack.com.evil.example/x"}
    await world.ana.send_interaction(pressed)
    assert world.slack.of("chat.postEphemeral")[0]["text"] == "Saved."


async def test_a_notice_that_fails_changes_nothing(world: World) -> None:
    """The event was carried out; the answer is still 200."""
    world.engine.reply = Reply(notice="Saved.")
    world.slack.fail_next("chat.postEphemeral", "user_not_in_channel")
    assert (await world.ana.say("hello")).status == 200


async def test_words_of_care_are_posted_at_once(world: World) -> None:
    """Past outbox and ledger, into the direct message."""
    world.engine.reply = Reply(show=CARE)
    assert (await world.ana.say("help me")).status == 200
    assert [one.text for one in world.ana.messages] == ["For you"]


async def test_words_of_care_elsewhere_are_seen_by_the_person_alone(world: World) -> None:
    """In the answer to the command, nothing is posted."""
    world.engine.reply = Reply(show=CARE)
    answer = await world.ana.command("help me", channel="C0GENERAL")
    assert answer.body["response_type"] == "ephemeral"
    assert answer.body["blocks"]
    assert world.slack.calls == []


async def test_words_of_care_that_cannot_be_posted_are_asked_for_again(world: World) -> None:
    """Slack brings the event back, and the engine gives the same reply."""
    world.engine.reply = Reply(show=CARE)
    world.slack.break_next("chat.postMessage")
    signed = as_event(world.ana.envelope(world.ana.words("help me")), SECRET, NOON)
    assert (await world.ana.send(signed)).status == 503
    assert (await world.ana.send(signed)).status == 200
    assert [one.text for one in world.ana.messages] == ["For you"]


async def test_the_card_of_a_reply_is_left_to_the_outbox(world: World) -> None:
    """Two updates of one message would race."""
    await world.show(buttons("Yes"))
    world.engine.reply = Reply(card=CARE)
    await world.ana.press("Yes")
    assert [call.method for call in world.slack.calls] == ["chat.postMessage"]


# When the bot cannot


BUSY_IN_BOTH = f"{PHRASES.busy.en}\n{PHRASES.busy.fr}"


async def test_a_busy_bot_lets_slack_bring_the_event_again(world: World) -> None:
    """503, and nothing forbids the next try."""
    world.engine.error = Busy("full")
    answer = await world.ana.say("hello")
    assert answer.status == 503
    assert "x-slack-no-retry" not in {name.lower() for name in answer.headers}


async def test_a_busy_bot_asks_to_type_the_command_again(world: World) -> None:
    """A calm sentence for the person alone, in both languages."""
    world.engine.error = Busy("full")
    answer = await world.ana.command("plan")
    assert answer.status == 200
    assert answer.body == {"response_type": "ephemeral", "text": BUSY_IN_BOTH}


async def test_a_busy_bot_asks_to_press_again(world: World) -> None:
    """At the message pressed, or in the direct message after a press in the home."""
    await world.show(buttons("Yes"))
    world.engine.error = Busy("full")
    assert (await world.ana.press("Yes")).status == 200
    pressed = world.ana.pressed("Yes")
    del pressed["response_url"], pressed["container"]
    await world.ana.send_interaction(pressed)
    await world.settle()
    assert [one.text for one in world.ana.whispers] == [BUSY_IN_BOTH] * 2


async def test_a_busy_bot_keeps_the_form_open(world: World) -> None:
    """What was typed is not lost."""
    world.engine.reply = Reply(form=FORM_)
    await world.ana.command("commit")
    world.engine.error = Busy("full")
    answer = await world.ana.fill({"what": "call"})
    assert answer.body == {"response_action": "errors", "errors": {"what": BUSY_IN_BOTH}}
    assert world.ana.modal is not None


async def test_a_fault_of_ours_is_neither_shown_nor_spilled(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    """The person gets a sentence, the log the place and the ids, nobody the words."""
    caplog.set_level(logging.DEBUG)
    world.engine.error = KeyError("my words")
    answer = await world.ana.command("my words")
    assert answer.status == 200
    assert PHRASES.failed.fr in answer.body["text"]
    assert (await world.ana.say("my words")).status == 503
    assert "slack_request_failed" in caplog.text
    assert "my words" not in "".join(f"{one.getMessage()}{one.__dict__}" for one in caplog.records)
    logged = [one.__dict__ for one in caplog.records if one.name == "adapters.slack.app"]
    assert [one["kind"] for one in logged] == ["command", "event_callback"]
    assert all(
        one["error"] == "KeyError" and one["spot"].startswith(fake_slack_world.__file__)
        for one in logged
    )


async def test_words_of_care_do_not_keep_slack_waiting(world: World) -> None:
    """After three seconds Slack would say that the bot does not answer."""
    world.engine.reply = Reply(show=CARE)
    world.slack.slow_next("chat.postMessage", 5)
    async with asyncio.timeout(3):
        assert (await world.ana.say("help me")).status == 503


# Socket Mode


async def test_socket_mode_hears_the_same_events(world: World) -> None:
    """For development, without a public address."""
    client = world.messenger._client
    app = slack_app(
        client=client,
        handle=world.engine,
        now=lambda: NOON,
        messenger=world.messenger,
        phrases=PHRASES,
    )
    world.engine.reply = Reply(notice="Saved.")
    async with socket_mode(app, "xapp-test"):
        await world.slack.push(world.ana.slash("plan"), "slash_commands")
        answer = await world.slack.acknowledgement()
    assert isinstance(world.event, Commanded)
    assert answer["payload"]["text"] == "Saved."


async def test_without_an_app_token_there_is_no_socket(world: World) -> None:
    """Socket Mode is asked for by its token."""
    async with socket_mode(None, ""):  # type: ignore[arg-type] # never reached
        assert world.slack.calls == []
