"""A team in a channel of Slack: signed requests in, the fake Web API's ledger out."""

from collections.abc import Mapping
from typing import Any

import orjson
from slack_sdk.models.views import View

from bot.language import Lang
from tests.fake_slack import BOT, FakeSlack, Posted
from tests.fake_slack_people import FakePerson
from tests.room import Again, Room, Seat
from tests.stage import Shown
from tests.stage_slack import SlackStage
from tests.test_slack_blocks import assert_taken
from tests.world import World

CHANNEL = "C0TEAM"

_POSTED = ("chat.postMessage", "chat.update", "chat.postEphemeral")
_WRITES = frozenset({*_POSTED, "chat.delete"})


class SlackSeat(Seat):
    """Somebody of the channel."""

    there: SlackStage
    own: SlackStage

    def __init__(self, world: World, slack: FakeSlack, person: FakePerson, lang: Lang) -> None:
        there = SlackStage(world, slack, person.in_channel(CHANNEL))
        super().__init__(lang, there, SlackStage(world, slack, person))
        self.person = person

    @property
    def id(self) -> str:
        """The user's id."""
        return self.person.user

    @property
    def named(self) -> str:
        """The mention."""
        return f"@{self.id}"

    async def say(self, text: str) -> None:
        """Mention the bot."""
        await self.there.person.mention(text)
        await self.there.answered()

    async def press(self, label: str) -> None:
        """Press; whoever has a form open puts it away first."""
        self.there.slack.modals[self.id].clear()
        await super().press(label)

    def told(self) -> str:
        """Return the newest of what only they see in the channel."""
        whispers = self.there.person.whispers
        return self.there._seen(whispers[-1]).text if whispers else ""

    def mail(self) -> list[Shown]:
        """Return the direct message."""
        return [self.own._seen(one) for one in self.person.messages]


class SlackRoom(Room):
    """The channel."""

    def __init__(self, world: World, slack: FakeSlack, lang: Lang, seats: list[Seat]) -> None:
        super().__init__(world, lang, seats)
        self.slack = slack

    @property
    def id(self) -> str:
        """The channel's id."""
        return CHANNEL

    def messages(self) -> list[Shown]:
        """Return what stands in the channel itself."""
        return [self._seen(one) for one in self.slack.seen_in(CHANNEL) if not one.thread]

    def thread(self, root: Shown) -> list[Shown]:
        """Return the answers to a message."""
        here = self.slack.seen_in(CHANNEL)
        return [self._seen(one) for one in here if one.thread == root.key]

    def sent(self) -> int:
        """Count the calls that write."""
        return sum(call.method in _WRITES for call in self.slack.calls)

    async def check(self) -> None:
        """Slack's types, the SDK and the unwritten rules take every message and every form."""
        bodies = [body for method in _POSTED for body in self.slack.of(method)]
        assert all(body["text"] for body in bodies), "a message without a notification"
        # An update often says what was said before, and the schemas take their time.
        for blocks in {orjson.dumps(body.get("blocks") or []) for body in bodies}:
            assert_taken(orjson.loads(blocks))
        assert self.slack.opened
        for view in self.slack.opened:
            assert_view(view)

    async def delete(self, shown: Shown) -> None:
        """Take the message away; Slack does not tell the bot."""
        self.slack.remove_message(self.slack.messages[CHANNEL, shown.key])

    async def archive(self, *, archived: bool) -> None:
        """Archive the channel, or take it out of the archive."""
        turn = self.slack.archive if archived else self.slack.unarchive
        await turn(CHANNEL, self[0].id)
        await self.world.settle()

    async def turn_out(self) -> None:
        """Remove the app from the channel."""
        await self.slack.remove(BOT, CHANNEL, self[0].id)
        await self.world.settle()

    async def turn_in(self) -> None:
        """Add the app to the channel."""
        await self.slack.invite(BOT, CHANNEL, self[0].id)
        await self.world.settle()

    async def receive_guest(self) -> Seat:
        """Invite somebody with a restricted account."""
        first = self[0]
        assert isinstance(first, SlackSeat)
        person = self.slack.person("U9GUEST", first.person.client)
        self.slack.user("U9GUEST", is_restricted=True, locale="en-GB")
        await self.slack.invite("U9GUEST", CHANNEL)
        await self.wait(seconds=11)
        return SlackSeat(self.world, self.slack, person, "en")

    def throttle(self, seconds: int) -> None:
        """Answer the next update with 429."""
        self.slack.fail_next("chat.update", "ratelimited", retry_after=seconds)

    def refuse(self, times: int) -> None:
        """Find the next updates too long."""
        self.slack.fail_next("chat.update", "msg_too_long", times=times)

    async def repeat(self, seat: Seat) -> None:
        """Deliver the last request again, signature and all."""
        assert isinstance(seat, SlackSeat)
        assert isinstance(seat.person.client, Again)
        await seat.person.client.repeat()
        await seat.there.answered()

    def _seen(self, one: Posted) -> Shown:
        first = self[0]
        assert isinstance(first, SlackSeat)
        return first.there._seen(one)


def assert_view(view: Mapping[str, Any]) -> None:
    """Check a form as it was opened or updated."""
    own = {name: value for name, value in view.items() if name not in {"id", "team_id"}}
    View(**own).validate_json()
    assert_taken(list(view["blocks"]), 100)
