"""What goes wrong in a team's channel, on the real adapters over HTTP, in the midst of a round."""

from datetime import datetime, timedelta

import pytest

from storage.store import Store
from tests.room import Room, news, says
from tests.room_slack import SlackRoom
from tests.room_teams import TeamsRoom
from tests.rooms import ROOMS
from tests.test_team_journeys import answers, begins, keys, opened, setup_of

LIVE = ("slack", "teams")
"""Platforms that can refuse a message."""


@pytest.mark.parametrize("platform", ROOMS)
async def test_where_the_bot_is_not_it_says_how_to_add_it(store: Store, platform: str) -> None:
    """Typed in a channel without it, or in Teams, where nobody can name it there, in private."""
    async with opened(platform, store, "en") as room:
        await room.turn_out()
        before, sent = keys(room), room.sent()
        if isinstance(room, TeamsRoom):
            await room[1].own.say("team setup")
            assert room[1].heard("team.no_channel")
        else:
            await room[1].command("setup")
            assert room[1].heard("team.not_here")
            assert room.sent() == sent
        assert keys(room) == before


@pytest.mark.parametrize("platform", ROOMS)
async def test_a_deleted_message_comes_back_as_the_summary(store: Store, platform: str) -> None:
    """Somebody deleted it: the summary is posted once, and what follows stands under it."""
    async with opened(platform, store, "en") as room:
        await asked_and_answered(room)
        gone = room.messages()[-1]
        await room.delete(gone)
        assert gone.key not in keys(room)
        await room.wait(days=5)
        summary = room.messages()[-1]
        assert summary.key != gone.key
        assert [room.shows(one, "team.summary_title") for one in room.messages()] == [False, True]
        await closes_the_loop(room)
        (loop,) = room.thread(summary)
        assert "Decisions wait" in loop.text
        await room.check()


@pytest.mark.parametrize("how", ["archived", "turned out"])
@pytest.mark.parametrize("platform", ROOMS)
async def test_a_channel_that_closes_ends_the_round(store: Store, platform: str, how: str) -> None:
    """Nothing is kept, posted or said to anybody; back again, it says where things stand."""
    async with opened(platform, store, "en") as room:
        await asked_and_answered(room)
        asked = room.messages()[-1]
        await (room.archive(archived=True) if how == "archived" else room.turn_out())
        assert await room.answered() == 0
        await room.look()
        before = (room.messages(), room.sent(), room.mail())
        await room.wait(days=30)
        assert (room.messages(), room.sent(), room.mail()) == before
        await (room.archive(archived=False) if how == "archived" else room.turn_in())
        await room.look()
        assert [one.state for one in await room.rounds()] == ["called_off"]
        (ended,) = (one for one in room.messages() if one.key == asked.key)
        assert room.shows(ended, "team.round_called_off")
        assert room.text("team.answer") not in ended.labels
        assert len(room.messages()) == 2
        assert room.text("team.resume") in setup_of(room).labels


@pytest.mark.parametrize("platform", LIVE)
async def test_a_throttled_close_comes_at_the_time_the_platform_names(
    store: Store, platform: str
) -> None:
    """With 429 and Retry-After nothing is tried before, and the summary is there once."""
    async with opened(platform, store, "en") as room:
        closing = await asked_and_answered(room)
        assert isinstance(room, SlackRoom | TeamsRoom)
        await room.wait_until(closing - timedelta(minutes=1))
        room.throttle(40)
        await room.wait_until(closing)
        assert room.shows(room.messages()[-1], "team.round_intro")
        sent = room.sent()
        await room.wait(seconds=39)
        assert room.sent() == sent
        await room.wait(seconds=30)
        assert room.shows(room.messages()[-1], "team.summary_title")
        assert len(room.messages()) == 2
        assert says(room[0].mail()[-1].text, "team.guidance_1", "en")


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("platform", LIVE)
async def test_a_refused_summary_is_said_shorter_then_left_to_the_champion(
    store: Store, platform: str, times: int
) -> None:
    """Without anybody's lines; refused again, the champion hears how to see it."""
    async with opened(platform, store, "en") as room:
        closing = await asked_and_answered(room)
        assert isinstance(room, SlackRoom | TeamsRoom)
        mail = room.mail()
        room.refuse(times)
        await room.wait_until(closing)
        shown = room.messages()[-1]
        assert room.shows(shown, "team.summary_title" if times == 1 else "team.round_intro")
        assert "Shorter meetings" not in shown.text
        await room.wait(days=8)
        fresh = news(mail, room.mail())
        refused = [says(one, "team.refused_intro", "en") for one in fresh[0]]
        assert refused.count(True) == times - 1
        assert not any(fresh[1:])
        await room[1].command("results")
        await room.look()
        text = room[1].told() if room.whispers else room.messages()[-1].text
        assert says(text, "team.last_round", "en")


@pytest.mark.parametrize("platform", ROOMS)
async def test_what_is_delivered_twice_happens_once(store: Store, platform: str) -> None:
    """A yes to the proposal, an answer, a withdrawal, and the closing of the loop."""
    async with opened(platform, store, "en") as room:
        await room[0].press(room.text("team.start"))
        await room.repeat(room[0])
        await room.wait(days=4)
        assert len(await room.rounds()) == 1
        for seat in room.seats[:6]:
            await answers(room, seat)
            await room.repeat(seat)
        assert await room.answered() == 6
        await room[5].press(room.text("team.answer"))
        await room[5].fill({"withdraw": "withdraw"})
        await room.repeat(room[5])
        assert await room.answered() == 5
        await room.wait(days=5)
        await closes_the_loop(room)
        await room.repeat(room[0])
        assert len(room.thread(room.messages()[-1])) == 1
        assert len(room.messages()) == 2


@pytest.mark.parametrize("platform", ROOMS)
async def test_a_guest_who_presses_is_told_that_it_is_for_the_team(
    store: Store, platform: str
) -> None:
    """No form opens, nothing is kept, and the channel does not show it."""
    async with opened(platform, store, "en") as room:
        guest = await room.receive_guest()
        await asked_and_answered(room)
        before, kept = room.messages(), await room.answered()
        for label in ("team.answer", "team.decline"):
            await guest.press(room.text(label))
            assert guest.form() == []
            assert guest.heard("team.not_in")
        await room.look()
        assert (room.messages(), await room.answered()) == (before, kept)


async def asked_and_answered(room: Room) -> datetime:
    """Open the first round, let six answer and three show a line; return when it closes."""
    await begins(room)
    for n, seat in enumerate(room.seats[:6]):
        show = {"show": "yes", "expect": f"Shorter meetings {n}"} if n < 3 else {}
        await answers(room, seat, **show)
    await room.look()
    (one,) = await room.rounds()
    return one.closes_at


async def closes_the_loop(room: Room) -> None:
    """Do it by command; in Teams it is a button that opens the form."""
    champion = room[0]
    await champion.command("close-loop")
    if champion.form():
        await champion.fill({"heard": "Decisions wait"})
    else:
        await champion.own.press(champion.text("team.loop_title"))
        await champion.own.fill({"heard": "Decisions wait"})
    await room.look()
