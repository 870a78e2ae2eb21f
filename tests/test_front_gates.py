"""What a request may cost before it is answered, counted: listeners, calls, turns in flight."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from datetime import timedelta
from typing import Any

import pytest
from slack_bolt.listener.async_listener import AsyncListener
from slack_bolt.listener_matcher.async_builtins import AsyncBuiltinListenerMatcher

from adapters.admission import Admission
from adapters.slack.asides import AT_ONCE, Asides
from adapters.slack.private import Place
from adapters.slack.socket import socket_mode
from bot.events import Clicked, Commanded, Opened, Said, Submitted
from bot.messages import Choices, Field, Form, Message, Option, Reply, Span, Text
from tests.fake_slack_world import NOON, PHRASES, Serve, World, slack_world
from tests.fakes import until
from tests.teams_door import TeamsDoor, said, teams_door

TOKEN = "t" * 22
YES = Choices(TOKEN, (Option("yes", "Yes"),))
CARD = Message("en", "As it is now", (Text((Span("As it is now"),)),))
FORM = Form(TOKEN, "en", "Title", "Save", "Cancel", (Field("what", "What?", "long"),))
BUSY = f"{PHRASES.busy.en}\n{PHRASES.busy.fr}"
PLACES, SHARED, MANY = 50, 40, 1000

EVENTS: list[dict[str, Any]] = [
    {"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "home"},
    {"type": "app_mention", "user": "U1", "text": "<@UBOT> plan", "channel": "C0GENERAL"},
    {"type": "user_change", "user": {"id": "U1", "tz": "Europe/Paris"}},
    {"type": "member_joined_channel", "user": "U1", "channel": "C0GENERAL"},
    {"type": "channel_archive", "channel": "C0GENERAL", "user": "U1"},
    {"type": "tokens_revoked", "tokens": {"bot": ["UBOT"]}},
    {"type": "reaction_added", "user": "U1", "reaction": "tada"},
    {"type": "something_new", "user": "U1"},
]


@pytest.fixture
async def slack(aiohttp_client: Serve) -> AsyncIterator[World]:
    async with slack_world(aiohttp_client, Admission(PLACES)) as made:
        await made.show(YES)
        made.slack.calls.clear()
        yield made


@pytest.fixture
async def teams() -> AsyncIterator[TeamsDoor]:
    async with teams_door(NOON, Admission(PLACES)) as made:
        await made.post(made.chat(), said("Yes?", YES))
        made.teams.calls.clear()
        yield made


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count how often Bolt asks anything whether a request is its own."""
    counts: Counter[str] = Counter()
    for kind in (AsyncListener, AsyncBuiltinListenerMatcher):
        monkeypatch.setattr(kind, "async_matches", _counted(kind, counts))
    return counts


def _counted(kind: Any, counts: Counter[str]) -> Callable[..., Awaitable[bool]]:
    real = kind.async_matches

    async def matches(self: object, *args: Any, **more: Any) -> bool:
        counts[kind.__name__] += 1
        found: bool = await real(self, *args, **more)
        counts["found"] += found
        return found

    return matches


ONCE = {"AsyncListener": 1, "AsyncBuiltinListenerMatcher": 1, "found": 2}


# Listeners and calls


async def _everything(world: World) -> AsyncIterator[str]:
    """Do one thing after the other; each must be taken."""
    ana = world.ana
    assert (await ana.command("plan")).status == 200
    yield "command"
    assert (await ana.press("Yes")).status == 200
    yield "press"
    assert (await ana.say("hello")).status == 200
    yield "words"
    for event in EVENTS:
        assert (await ana.deliver(event)).status == 200
        yield event["type"]
    ana.slack.modals["U1"].append(_opened())
    assert (await ana.fill({"what": "call"})).status == 200
    yield "form"


def _opened() -> dict[str, Any]:
    typed = {"type": "plain_text_input", "action_id": "what"}
    field = {"type": "input", "block_id": "what", "element": typed}
    form = {"id": "V1", "type": "modal", "callback_id": "form", "private_metadata": TOKEN}
    return form | {"blocks": [field]}


async def test_one_listener_is_asked_for_each_event(slack: World, asked: Counter[str]) -> None:
    """However many kinds of events there are; Bolt would ask all of them in turn."""
    async for done in _everything(slack):
        assert asked == ONCE, done
        asked.clear()


async def test_what_nobody_listens_to_asks_no_listener(slack: World, asked: Counter[str]) -> None:
    """Kinds that the bot does not serve do not reach Bolt."""
    for kind in ("view_closed", "shortcut", "message_action", "block_suggestion", ""):
        assert (await slack.ana.send_interaction({"type": kind})).status == 200
    assert asked == {}


@pytest.mark.parametrize("reply", [None, Reply(), Reply(card=CARD)], ids=["none", "empty", "card"])
async def test_slack_is_not_called_for_an_event(slack: World, reply: Reply | None) -> None:
    """What is said goes by the outbox, so the answer waits for the database alone."""
    slack.engine.reply = reply
    async for done in _everything(slack):
        assert (slack.slack.calls, slack.slack.whispers) == ([], []), done
    heard = {type(event) for event in slack.engine.events}
    assert heard >= {Commanded, Clicked, Submitted, Said, Opened}


async def test_slack_is_not_called_to_answer_a_command_or_a_form(slack: World) -> None:
    """The answer itself has room for a sentence, and for the form as it is now."""
    slack.engine.reply = Reply(notice="Saved.")
    assert (await slack.ana.command("plan", channel="C0GENERAL")).body["text"] == "Saved."
    slack.slack.modals["U1"].append(_opened())
    slack.engine.reply = Reply(form=FORM, errors={"what": "When?"})
    assert (await slack.ana.fill({"what": "call"})).body["errors"] == {"what": "When?"}
    assert slack.slack.calls == []


async def test_a_sentence_after_a_press_does_not_keep_the_answer_waiting(slack: World) -> None:
    """It is said beside the answer: Slack shows the press as done at once."""
    slack.slack.told = None
    slack.engine.reply = Reply(notice="Saved.")
    slack.slack.slow_next("chat.postEphemeral", 0.5)
    pressed = slack.ana.pressed("Yes")
    del pressed["response_url"]
    assert (await slack.ana.send_interaction(pressed)).status == 200
    assert len(slack.front.asides._running) == 1
    await slack.settle()
    assert [one.text for one in slack.ana.whispers] == ["Saved."]


async def test_teams_is_not_called_for_an_activity(teams: TeamsDoor) -> None:
    """Not for words, buttons, forms, nor for coming and going."""
    chat = teams.chat()
    teams.door.replies = [Reply(), Reply(notice="Saved."), Reply(form=FORM), Reply(card=CARD)]
    assert (await chat.say("hello")).status == 200
    assert (await chat.press("Yes")).notice == "Saved."
    assert (await chat.invoke("task/fetch", {"data": {"t": TOKEN, "o": "yes"}})).card
    assert (await chat.press("Yes")).card
    await chat.install()
    assert len(teams.door.events) >= 5
    assert teams.teams.calls == []


# Turns in flight


async def _answers(requests: Iterable[Awaitable[Any]], refused: int) -> list[asyncio.Task[Any]]:
    """Send everything at once, and wait for the refusals alone."""
    tasks = [asyncio.ensure_future(request) for request in requests]
    await until(lambda: sum(task.done() for task in tasks) == refused, seconds=60)
    return tasks


async def _statuses(tasks: Iterable[asyncio.Task[Any]]) -> Counter[int]:
    return Counter([(await task).status for task in tasks])


async def test_a_thousand_deliveries_at_once_never_pass_the_bound(slack: World) -> None:
    """The surplus is refused while the accepted wait, and all that was accepted is done."""
    slack.engine.go_on = asyncio.Event()
    words = (slack.ana.say(f"hello {number}") for number in range(MANY))
    tasks = await _answers(words, MANY - SHARED)
    assert slack.front.admission.in_flight == len(slack.engine.events) == SHARED
    assert await _statuses(task for task in tasks if task.done()) == {503: MANY - SHARED}
    slack.engine.go_on.set()
    assert await _statuses(tasks) == {200: SHARED, 503: MANY - SHARED}
    assert slack.engine.done == SHARED
    assert slack.front.admission.in_flight == 0
    assert slack.front.admission.refused == {"event_callback": MANY - SHARED}
    assert (await slack.ana.say("again")).status == 200


async def test_clicks_and_commands_have_places_when_deliveries_have_none(slack: World) -> None:
    """Events come back by themselves; somebody who pressed waits."""
    slack.engine.go_on = asyncio.Event()
    told = await _answers((slack.ana.say("x") for _ in range(SHARED + 5)), 5)
    slack.slack.modals["U1"].append(_opened())
    waiting = [
        asyncio.ensure_future(one)
        for one in (slack.ana.command("plan"), slack.ana.press("Yes"), slack.ana.fill({}))
    ]
    await until(lambda: len(slack.engine.events) == SHARED + 3)
    assert (await slack.ana.say("still full")).status == 503
    slack.engine.go_on.set()
    assert await _statuses(waiting) == {200: 3}
    assert await _statuses(told) == {200: SHARED, 503: 5}


async def test_what_must_be_refused_of_people_asks_them_to_press_again(slack: World) -> None:
    """In the answer where it has room, beside it after a press; the engine hears of nothing."""
    slack.engine.go_on = asyncio.Event()
    held = [asyncio.ensure_future(slack.ana.command("plan")) for _ in range(PLACES)]
    await until(lambda: len(slack.engine.events) == PLACES)
    refused = await slack.ana.command("plan")
    assert (refused.status, refused.body["text"]) == (200, BUSY)
    slack.slack.modals["U1"].append(_opened())
    assert (await slack.ana.fill({"what": "x"})).body["errors"] == {"what": BUSY}
    slack.slack.modals.clear()
    assert (await slack.ana.press("Yes")).status == 200
    await slack.settle()
    assert slack.ana.whispers[-1].text == BUSY
    assert len(slack.engine.events) == PLACES
    slack.engine.go_on.set()
    assert await _statuses(held) == {200: PLACES}


async def test_telling_people_at_a_press_is_bounded_too(slack: World) -> None:
    """No more than a few are told at once; beyond, Slack itself marks the button as failed."""
    asides = Asides(slack.messenger._client)
    told = [asides.tell(Place("U1", "D1"), "x") for _ in range(AT_ONCE + 3)]
    assert told == [True] * AT_ONCE + [False] * 3
    await asides.finish()
    assert len(slack.slack.of("chat.postEphemeral")) == AT_ONCE
    assert asides.tell(Place("U1", "D1"), "x")
    await asides.finish()


async def test_a_thousand_presses_at_once_are_all_answered(slack: World) -> None:
    """With a place, with a sentence or with Slack's own mark; none waits for another."""
    slack.engine.go_on = asyncio.Event()
    tasks = await _answers((slack.ana.press("Yes") for _ in range(MANY)), MANY - PLACES)
    assert len(slack.engine.events) == PLACES
    slack.engine.go_on.set()
    statuses = await _statuses(tasks)
    await slack.settle()
    assert set(statuses) <= {200, 503}
    assert statuses[200] == PLACES + len(slack.ana.whispers)
    assert slack.engine.done == PLACES


async def test_a_flood_without_signatures_takes_no_places(slack: World) -> None:
    """Whoever is not Slack cannot keep Slack out."""
    slack.engine.go_on = asyncio.Event()
    slack.slack.signing_secret = "guessed"
    flood = [slack.ana.say("x") for _ in range(PLACES * 2)]
    assert Counter([one.status for one in await asyncio.gather(*flood)]) == {401: PLACES * 2}
    assert slack.front.admission.in_flight == 0
    assert slack.front.admission.refused == {}


async def test_socket_mode_is_bounded_alike(slack: World) -> None:
    """An event that is refused is not acknowledged, so Slack brings it again."""
    await slack.front.admission.close()
    async with socket_mode(slack.front, "xapp-test"):
        await slack.slack.push(slack.ana.envelope(slack.ana.words("x")), "events_api")
        await slack.slack.push(slack.ana.slash("plan"), "slash_commands")
        answer = await slack.slack.acknowledgement()
    assert answer["payload"]["text"] == BUSY
    assert slack.front.admission.refused == {"event_callback": 1, "command": 1}


async def test_teams_is_bounded_alike(teams: TeamsDoor) -> None:
    """Messages come again after 503; a button says so, and has a place when messages have none."""
    teams.door.go_on = asyncio.Event()
    chat = teams.chat()
    tasks = await _answers((chat.say(f"{n}") for n in range(MANY)), MANY - SHARED)
    assert await _statuses(task for task in tasks if task.done()) == {503: MANY - SHARED}
    assert len(teams.door.events) == SHARED
    presses = await _answers((chat.press("Yes") for _ in range(PLACES)), SHARED)
    assert len(teams.door.events) == PLACES
    refused = [task.result() for task in presses if task.done()]
    assert {one.status for one in refused} == {200}
    assert all("press again" in one.notice for one in refused)
    teams.door.go_on.set()
    assert await _statuses(tasks) == {200: SHARED, 503: MANY - SHARED}
    assert await _statuses(presses) == {200: PLACES}
    assert teams.door.done == PLACES


async def test_an_old_request_takes_no_place(slack: World) -> None:
    """A recorded one neither."""
    slack.slack.now = lambda: NOON - timedelta(minutes=6)
    assert (await slack.ana.say("x")).status == 401
    assert slack.front.admission.refused == {}
