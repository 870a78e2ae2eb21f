"""The whole product on bad days: what the person sees, and that nothing is lost or doubled.

Everything goes over HTTP through a stage; what came of it is read from the platform's own
record and from the database.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.moments import Moment
from bot.people import Slot
from bot.ports import UnitOfWork
from tests.databases import Database
from tests.fake_slack_people import FORM, Answer, Signed, as_event, as_form, as_interaction, sign
from tests.fake_teams import Chat
from tests.fakes import Clock, FakeMessenger, until
from tests.players import Player
from tests.scenes import Scene, locked
from tests.stages import STAGES
from tests.world import MONDAY, world

EVERYWHERE = ("slack-postgres", "teams-sqlite", "playground-sqlite")
PLATFORMS = ("slack-postgres", "teams-sqlite")

BLOCKED, KIND, ME = "what is blocked?", "What kind of blocker", "When did you manage something"
STALE = "This question was already answered"
UNKNOWN = "I no longer know this button. Here is what is next for you."
FOREIGN = "This button belongs to somebody else."

TUESDAY = MONDAY + timedelta(hours=23)
"""Nine o'clock in Paris."""

everywhere = pytest.mark.parametrize("scene", EVERYWHERE, indirect=True)
on_platforms = pytest.mark.parametrize("scene", PLATFORMS, indirect=True)
in_slack = pytest.mark.parametrize("scene", PLATFORMS[:1], indirect=True)
in_teams = pytest.mark.parametrize("scene", PLATFORMS[1:], indirect=True)


@pytest.fixture
async def scene(request: pytest.FixtureRequest) -> AsyncIterator[Scene]:
    """Somebody on a stage, such as `slack-postgres`, to whom nothing was said yet."""
    platform, kind = request.param.split("-")
    database: Database = request.getfixturevalue(f"{kind}_database")
    store = database.open()
    async with STAGES[platform](store, Clock(MONDAY), "en") as stage:
        yield Scene(platform, stage, store, database)
    store.close()


class TestWhatIsRefused:
    """Nothing that a platform does not vouch for, and nothing that makes no sense, does harm."""

    @in_slack
    async def test_unsigned_stale_and_malformed_requests_of_slack(self, scene: Scene) -> None:
        """401 or 400, not a word to anybody, and not one row more or less."""
        person, now = scene.stage.person, scene.stage.slack.now()
        await scene.stage.say("stuck")
        before, calls = scene.rows(), len(scene.stage.slack.calls)
        event = as_event(person.envelope(person.words("Me")), person.slack.signing_secret, now)
        forged = as_event(person.envelope(person.words("Me")), "another secret", now)
        stale = as_event(
            person.envelope(person.words("Me")),
            person.slack.signing_secret,
            now - timedelta(minutes=6),
        )
        changed = Signed(event.body.replace(b"Me", b"Us"), event.headers)
        unsigned = Signed(event.body, {"Content-Type": "application/json"})
        for request in (forged, stale, changed, unsigned):
            assert await _status(person.send(request)) == 401
        for body, kind in ((b'{"type":', "application/json"), (b"[]", "application/json")):
            headers = sign(person.slack.signing_secret, body, now) | {"Content-Type": kind}
            assert await _status(person.send(Signed(body, headers))) == 400
        for form in (b"payload=%7B%22type%22", b"payload=%ZZ", b"payload=7"):
            headers = sign(person.slack.signing_secret, form, now) | {"Content-Type": FORM}
            assert await _status(person.send(Signed(form, headers))) == 400
        assert scene.rows() == before
        assert len(scene.stage.slack.calls) == calls

    @in_slack
    async def test_actions_of_slack_that_nobody_knows(self, scene: Scene) -> None:
        """They are acknowledged, since Slack would show a warning sign, and do nothing."""
        person, now = scene.stage.person, scene.stage.slack.now()
        await scene.stage.say("stuck")
        before = scene.rows()
        strange = person.pressed("Write")
        for value in ("", "x", "[]", '{"t": 1, "o": 2}', '{"o": "write"}'):
            strange["actions"][0]["value"] = value
            assert await _status(person.send_interaction(strange)) == 200
        for payload in ({"type": "shortcut"}, {"type": "block_actions"}, {"type": "new"}):
            request = as_interaction(payload, person.slack.signing_secret, now)
            assert await _status(person.send(request)) == 200
        nameless = as_form({"command": "/coach", "text": "stop"}, person.slack.signing_secret, now)
        assert await _status(person.send(nameless)) == 200
        assert scene.rows() == before

    @in_teams
    async def test_unvouched_and_malformed_activities_of_teams(self, scene: Scene) -> None:
        """401, 403, 415 or 400, and not one row more or less."""
        chat: Chat = scene.stage.chat
        await scene.stage.say("stuck")
        before = scene.rows()
        said = chat.activity("message", text="Me")
        forged = await chat.send(said, token=chat.teams.token(key="another"))
        assert forged.status == 401
        elsewhere = await chat.send(said | {"serviceUrl": "https://collector.example/"})
        assert elsewhere.status == 403
        for body, kind, status in (
            (b'{"type":', "application/json", 400),
            (b"[1]", "application/json", 400),
            (b'{"type": 7}', "application/json", 400),
            (json.dumps(said).encode(), "text/plain", 415),
        ):
            async with chat.http.post(
                f"{chat.bot_url}/api/messages", data=body, headers={"Content-Type": kind}
            ) as answer:
                assert answer.status == status
        assert (await chat.invoke("composeExtension/query", {})).status == 200
        assert (await chat.invoke("adaptiveCard/action", {"action": {"data": {}}})).notice
        assert scene.rows() == before

    @everywhere
    async def test_an_option_that_the_question_does_not_have(self, scene: Scene) -> None:
        """The person is told where the question stands, and it stays as it was."""
        await scene.stage.say("stuck")
        token = (await scene.session()).card_token or ""
        for option in ("launch", "x" * 60, "form:settings", "erase:all", "cmd:stop", "a\u0000b"):
            assert (await scene.make_up(token, option)).startswith(STALE)
        assert await scene.steps() == []
        assert (await scene.me()).state == "new"
        await scene.stage.say("The budget")
        assert scene.count(KIND) == 1

    @everywhere
    async def test_a_made_up_token(self, scene: Scene) -> None:
        """It opens nothing: the person sees what is next, and goes on."""
        await scene.stage.say("stuck")
        for token in ("A" * 22, "' OR 1=1 --", "a\u0000b", "é", "home-x", "x" * 120):
            assert await scene.make_up(token, "write") == UNKNOWN
        assert await scene.steps() == []
        await scene.stage.say("The budget")
        assert await scene.steps() == ["what"]

    @everywhere
    async def test_a_button_older_than_what_is_kept(self, scene: Scene) -> None:
        """After 90 days it is answered with what is next."""
        await scene.stage.say("stuck")
        token = (await scene.session()).card_token or ""
        scene.stage.world.clock.move(timedelta(days=91))
        assert await scene.make_up(token, "write") == UNKNOWN
        assert await scene.steps() == []

    @everywhere
    async def test_somebody_elses_button(self, scene: Scene) -> None:
        """Neither a stranger nor a colleague can answer for the person."""
        await scene.stage.say("stuck")
        await scene.stage.say("The budget")
        token, person = (await scene.session()).card_token or "", scene.stage
        before, shown = await scene.session(), scene.stage.shown()
        other = await scene.hands.colleague()
        told = await scene.make_up(token, "me", by=other)
        assert "I keep nothing about you" in told or FOREIGN in told
        await scene.hands.meet(other)
        assert FOREIGN in await scene.make_up(token, "me", by=other)
        assert await scene.session() == before
        await person.look()
        assert scene.stage.shown()[-len(shown) :] == shown


class TestWhatIsWritten:
    """Answers that are too long, without words, or full of markup."""

    @everywhere
    async def test_forty_thousand_characters(self, scene: Scene) -> None:
        """The limit is said with the number written; nothing is cut or kept; one goes on."""
        await scene.stage.say("stuck")
        await scene.stage.say("x" * 40_000)
        assert "40000 characters; 1000 is the limit" in scene.stage.shown()[-1]
        await scene.stage.press("Write")
        await scene.stage.fill({"text": "y" * 40_000})
        assert scene.stage.form() == ["text"], "the form stays open"
        assert await scene.steps() == []
        assert await scene.words() == []
        await scene.stage.fill({"text": "The budget for the second machine"})
        assert await scene.words() == ["The budget for the second machine"]
        assert scene.count(KIND) == 1

    @everywhere
    async def test_nothing_but_emoji(self, scene: Scene) -> None:
        """A few words are asked for, calmly; the question stands."""
        await scene.stage.say("stuck")
        await scene.stage.say("👍🏽🎉 …!")
        assert "A few words are enough" in scene.stage.shown()[-1]
        await scene.stage.press("Write")
        await scene.stage.fill({"text": "🤷"})
        assert scene.stage.form() == ["text"]
        assert await scene.steps() == []
        await scene.stage.fill({"text": "🎉 ok"})
        assert await scene.words() == ["🎉 ok"]

    @everywhere
    async def test_markup_in_a_commitment_stays_text(self, scene: Scene) -> None:
        """It is read back letter by letter, alarms nobody, links nowhere, is in no summary."""
        hostile = (
            "<!channel> <@U0EVE> <at>Eve</at> I *call* _Ada_ `x` ~y~ **now** "
            "[free](https://evil.example) <https://evil.example|here> &lt;b&gt; # {{DATE(x)}}"
        )
        await _reach_plan(scene)
        await scene.stage.press("Write my commitment")
        await scene.stage.fill({"action": hostile})
        kept = [json.loads(text) for text in await scene.words() if text.startswith("{")]
        assert kept[0]["action"] == hostile
        echoed = [text for text in scene.stage.shown() if "Eve" in text]
        assert echoed, "the commitment is said back"
        scene.hands.check_plain("Eve")


class TestWhatHappensTwice:
    """Impatient people, repeating platforms, and processes beside each other."""

    @everywhere
    async def test_two_presses_of_one_button_at_once(self, scene: Scene) -> None:
        """One counts; the other one is told where the question stands."""
        await scene.stage.say("stuck")
        await scene.stage.say("The budget")
        told = await scene.press_twice("Me")
        assert [sentence for sentence in told if sentence.startswith(STALE)] == told[-1:]
        assert await scene.steps() == ["what", "kind"]
        assert scene.count(ME) == 1
        assert await scene.unsent() == 0

    @everywhere
    async def test_the_same_delivery_again_and_again(self, scene: Scene) -> None:
        """It counts once, and every answer to it is the good one."""
        await scene.stage.say("stuck")
        await scene.deliver_again("The budget")
        assert await scene.steps() == ["what"]
        assert await scene.words() == ["The budget"]
        assert scene.count(KIND) == 1

    @everywhere
    async def test_the_first_delivery_of_somebody_new_twice_at_once(self, scene: Scene) -> None:
        """Nobody becomes two people."""
        await scene.deliver_again("stuck", times=2)
        assert scene.count(BLOCKED) == 1
        assert len(scene.rows()["people"]) == 1

    @in_slack
    async def test_a_form_that_is_sent_twice(self, scene: Scene) -> None:
        """The second one of two impatient presses on Save changes nothing."""
        person = scene.stage.person
        await scene.stage.say("stuck")
        await scene.stage.press("Write")
        sent = [person.submission({"text": "The budget"}) for _ in range(2)]
        answers = await asyncio.gather(*map(person.send_interaction, sent))
        await scene.stage.world.settle()
        assert [answer.status for answer in answers] == [200, 200]
        assert await scene.words() == ["The budget"]
        assert scene.count(KIND) >= 1
        await scene.stage.press("Me")
        assert await scene.steps() == ["what", "kind"]


async def test_two_processes_on_one_database_agree(postgres_database: Database) -> None:
    """Clicks on one button through two engines, forty at once: each question is answered once."""
    clock, chat = Clock(MONDAY), FakeMessenger()
    stores = [postgres_database.open() for _ in range(2)]
    async with AsyncExitStack() as stack:
        worlds = [
            await stack.enter_async_context(world(store, {"fake": chat}, clock)) for store in stores
        ]
        people = [Player(worlds[0], chat, f"U{number}") for number in range(10)]
        for player in people:
            await player.say("stuck")
            await player.say("The budget")
        clicks = [player.pressed("me") for player in people for _ in range(4)]
        replies = await asyncio.gather(
            *(worlds[n % 2].engine.handle(click) for n, click in enumerate(clicks))
        )
        await asyncio.gather(*(one.settle() for one in worlds))
        told = [reply.notice for reply in replies if reply]
        assert sum(sentence.startswith(STALE) for sentence in told) == 30
        for player in people:
            session = await player.session()
            assert session
            assert [answer.step_id for answer in session.answers] == ["what", "kind"]
            assert sum(ME in repr(message) for message in player.messages) == 1
    for store in stores:
        store.close()


async def test_news_of_one_process_follow_what_another_one_is_sending(
    postgres_database: Database,
) -> None:
    """Nobody waits for a lease to end because two processes had something to say at once."""
    clock, chat = Clock(MONDAY), FakeMessenger()
    stores = [postgres_database.open() for _ in range(2)]
    async with AsyncExitStack() as stack:
        first, second = [
            await stack.enter_async_context(world(store, {"fake": chat}, clock)) for store in stores
        ]
        player = Player(first, chat)
        await player.say("stuck")
        slow = chat.hold()
        await first.engine.handle(player.heard("The budget"))
        await until(lambda: chat.under_way)
        await second.engine.handle(player.heard("Me"))
        await asyncio.sleep(0.2)
        slow.set()
        await asyncio.gather(first.engine.settle(), second.engine.settle())
        assert [text in repr(player.messages[-1]) for text in (KIND, ME)] == [False, True]
    for store in stores:
        store.close()


class TestAPlatformOnABadDay:
    """Limits, broken servers, lost connections and messages that somebody took away."""

    @on_platforms
    async def test_a_limit_with_its_waiting_time(self, scene: Scene) -> None:
        """Nothing comes before that time, then everything once and in order."""
        await scene.stage.say("stuck")
        scene.hands.trouble("limit")
        await scene.stage.say("The budget")
        await scene.stage.say("Me")
        assert (scene.count(KIND), scene.count(ME)) == (0, 0)
        await scene.stage.world.wait(seconds=29)
        assert (scene.count(KIND), scene.count(ME)) == (0, 0)
        await scene.stage.world.wait(seconds=10)
        assert (scene.count(KIND), scene.count(ME)) == (1, 1)
        assert ME in scene.stage.shown()[-1]
        assert await scene.steps() == ["what", "kind"]
        assert await scene.unsent() == 0

    @on_platforms
    async def test_a_broken_server(self, scene: Scene) -> None:
        """The message comes a little later, once."""
        await scene.stage.say("stuck")
        scene.hands.trouble("broken")
        await scene.stage.say("The budget")
        assert scene.count(KIND) == 0
        await scene.stage.world.wait(seconds=3)
        assert scene.count(KIND) == 1
        assert await scene.unsent() == 0

    @pytest.mark.parametrize("pressed", ["the older copy", "the newer copy"])
    @on_platforms
    async def test_a_connection_lost_after_the_platform_took_the_message(
        self, scene: Scene, pressed: str
    ) -> None:
        """The person may see it twice; pressing either copy works, and counts once."""
        await scene.stage.say("stuck")
        scene.hands.trouble("lost")
        await scene.stage.say("The budget")
        await scene.stage.world.wait(seconds=3)
        assert scene.count(KIND) == 2
        older, newer = scene.hands.copies(KIND)
        await older("Me") if pressed == "the older copy" else await newer("Me")
        await scene.settle()
        assert await scene.steps() == ["what", "kind"]
        assert scene.count(ME) == 1
        if pressed == "the newer copy":  # nobody told us that there is an older one, until now
            assert scene.count(KIND) == 2
            await older("A person")
            await scene.settle()
        assert scene.count(KIND) == 1, "the other copy is taken away"
        assert await scene.steps() == ["what", "kind"]
        assert "Me" in next(text for text in scene.stage.shown() if KIND in text)

    @on_platforms
    async def test_a_question_that_somebody_deleted_is_asked_anew(self, scene: Scene) -> None:
        """Changing an answer whose message is gone posts the question again, with buttons."""
        for said in ("stuck", "The budget", "Me"):
            await scene.stage.say(said)
        (change,) = scene.hands.copies(KIND)
        scene.hands.delete(KIND)
        await change("Change")
        await scene.settle()
        assert scene.count(KIND) == 1
        await scene.stage.press("Information")
        assert await scene.steps() == ["what", "kind"]
        assert (await scene.session()).answers[-1].options == ("information",)
        assert await scene.unsent() == 0

    @on_platforms
    async def test_a_receipt_that_somebody_deleted_stays_away(self, scene: Scene) -> None:
        """What was answered need not be shown again."""
        await scene.stage.say("stuck")
        scene.hands.delete(BLOCKED)
        await scene.stage.say("The budget")
        assert (scene.count(BLOCKED), scene.count(KIND)) == (0, 1)
        assert await scene.unsent() == 0

    @in_slack
    @pytest.mark.parametrize("code", ["expired_trigger_id", "trigger_exchanged"])
    async def test_a_form_that_opens_too_late(self, scene: Scene, code: str) -> None:
        """The person is asked to press again, and then it opens."""
        await scene.stage.say("stuck")
        scene.stage.slack.fail_next("views.open", code)
        await scene.stage.press("Write")
        told = "The form took too long to open. Please press the button again."
        assert scene.stage.person.whispers[-1].text == told
        assert not scene.stage.form()
        await scene.stage.press("Write")
        await scene.stage.fill({"text": "The budget"})
        assert await scene.words() == ["The budget"]

    @in_teams
    async def test_the_bot_removed_and_added_again(self, scene: Scene) -> None:
        """Nothing is sent meanwhile, `why` tells it, and afterwards the rhythm goes on."""
        await _take_part(scene)
        await scene.stage.say("commit")
        await scene.stage.say("After stand-up on Friday, I send the brief to P.")
        chat: Chat = scene.stage.chat
        await chat.remove()
        calls, before = len(chat.teams.calls), await scene.me()
        await scene.stage.world.wait(days=2)
        assert len(chat.teams.calls) == calls
        assert not before.reachable
        assert {"skipped:unreachable"} == await scene.ledger()
        await chat.install()
        await scene.settle()
        assert len(chat.teams.calls) == calls, "nobody is greeted twice"
        await scene.stage.world.wait(days=6)
        assert (await scene.me()).reachable
        assert scene.count("You planned: After stand-up on Friday, I send the brief to P") == 1
        assert any(entry.startswith("sent:") for entry in await scene.ledger())

    @in_teams
    async def test_a_bot_that_was_taken_away_in_silence(self, scene: Scene) -> None:
        """A refusal for good stops what was on its way; who writes again is answered and asked."""
        await _take_part(scene)
        scene.stage.chat.teams.fail(403, "BotNotInConversationRoster")
        await scene.stage.world.wait(days=2)
        assert not (await scene.me()).reachable
        assert "skipped:unreachable" in await scene.ledger()
        assert await scene.unsent() == 0
        await scene.stage.say("coach")
        assert (await scene.me()).reachable
        posted = len(scene.stage.chat.teams.posts())
        await scene.stage.world.wait(days=7)
        assert len(scene.stage.chat.teams.posts()) > posted, "the next week's moment comes"


async def _take_part(scene: Scene) -> None:
    """Skip the first conversation: every Tuesday at nine."""
    await scene.stage.say("stuck")
    await scene.stage.say("leave it")
    me = replace(
        await scene.me(),
        state="active",
        slot=Slot(1, time(9)),
        themes=("delegation",),
        zone_known=True,
    )
    moment = Moment("m1", f"checkin:{me.id}:2026-W48", me.id, "weekly", TUESDAY, TUESDAY)

    def write(uow: UnitOfWork) -> None:
        uow.people.put(me)
        uow.moments.plan(moment)

    await scene.stage.world.change(write)


class TestASlowDatabase:
    """Another connection holds a lock for longer than the platforms wait."""

    @pytest.mark.parametrize("scene", [*EVERYWHERE, "slack-sqlite"], indirect=True)
    async def test_one_is_told_in_time_and_nothing_is_lost(self, scene: Scene) -> None:
        """One calm sentence within three seconds; what was typed comes again and counts once."""
        await scene.stage.say("stuck")
        await scene.stage.say("The budget")
        before = scene.rows()
        typed = scene.hands.delivery("Information")
        with locked(scene.database):
            started = asyncio.get_running_loop().time()
            told, status = await asyncio.gather(scene.hands.press("Me"), typed())
            assert asyncio.get_running_loop().time() - started < 3
        assert told.startswith(scene.hands.busy)
        assert status == 503, "the platform delivers it again, the page offers to"
        assert scene.rows() == before
        assert await typed() == 200
        await scene.settle()
        assert await scene.steps() == ["what", "kind"]
        await scene.stage.press("Never asked")
        assert await scene.steps() == ["what", "kind", "owner"]
        assert scene.count("What is in your hands") == 1


async def _reach_plan(scene: Scene) -> None:
    for said in ("stuck", "The budget", "Me", "Last spring, with Ada", "Do a smaller part"):
        await scene.stage.say(said)


async def _status(answered: Awaitable[Answer]) -> int:
    return (await answered).status
