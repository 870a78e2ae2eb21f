"""What an answer and a close of a team cost, counted: the same in a team of eight and of 200."""

from collections.abc import Callable

import pytest

from bot.events import Due, Inbound
from bot.ports import UnitOfWork
from bot.teams.content import Answer
from storage.store import Store
from tests.fakes import Clock
from tests.players import at_the_door
from tests.spending import Spent
from tests.squads import ANSWERS, Squad, Teammate, squad
from tests.stages import slack_stage
from tests.world import MONDAY

SMALL, LARGE = 8, 200
AN_ANSWER = 20
"""Statements of one press or one form, transaction marks included."""

A_CLOSE = 36
"""Statements of a close, the champion's messages to come included."""

UNTOUCHED = {"teams", "team_rounds", "team_members", "people"}
"""Tables that tell nothing of who answers, nor keep anybody waiting."""

ROOM = "C0TEAM"


async def costs(team: Squad, one: Teammate, spent: Spent) -> dict[str, int]:
    """Let one person do everything with a round, and count the statements of each."""
    counts: dict[str, int] = {}
    token = (await team.opened()).card_token or ""
    steps: dict[str, Callable[[], Inbound]] = {
        "opening": lambda: one.clicked(token, "team:answer"),
        "answering": lambda: one.filled({**ANSWERS, "expect": "Fewer meetings"}),
        "approving": lambda: one.filled({"show": "yes"}),
        "again": lambda: one.clicked(token, "team:answer"),
        "withdrawing": lambda: one.filled({**ANSWERS, "withdraw": "withdraw"}),
        "declining": lambda: one.clicked(token, "team:decline"),
    }
    for name, make in steps.items():
        event = make()
        spent.reset()
        carried = await team.world.engine.carry(event)
        one.form = carried.reply.form if carried.reply else None
        assert one.form, name
        assert not UNTOUCHED & spent.written.keys(), name
        assert spent.commits == 1, name
        counts[name] = len(spent.statements)
        await team.world.settle()
    return counts


async def grow(team: Squad) -> None:
    """Let the channel fill up, and all who came answer."""
    team.members += [
        Teammate(team.world, team.chat, f"U{number:03d}MATE") for number in range(SMALL, LARGE)
    ]
    team.know()
    await team.come(Teammate(team.world, team.chat, "U999MATE"))
    await team.world.wait(seconds=11)
    opened = await team.opened()
    given = Answer(3, 4, 4, "means")

    def answer(uow: UnitOfWork) -> None:
        members = uow.teams.members(opened.team_id)
        assert len(members) == LARGE + 1
        for member in members[1:]:
            uow.teams.answer(opened.id, member.coachee_id, given)

    await team.world.change(answer)


async def test_an_answer_costs_the_same_in_a_large_team(store: Store, spent: Spent) -> None:
    """However many there are and have answered, nothing but one's own answer is written."""
    async with at_the_door(store, Clock()) as (world, chat):
        team = squad(world, chat, SMALL)
        await team.begin()
        calls = len(chat.calls)
        small = await costs(team, team[1], spent)
        assert len(chat.calls) == calls
        await grow(team)
        calls = len(chat.calls)
        assert await costs(team, team[2], spent) == small
        assert len(chat.calls) == calls
        assert max(small.values()) <= AN_ANSWER, small


async def test_a_close_is_one_transaction_whatever_the_size(store: Store, spent: Spent) -> None:
    """What is sealed, what is deleted and what is to be said are committed together."""
    counts = []
    async with at_the_door(store, Clock()) as (world, chat):
        team = squad(world, chat, SMALL)
        await team.begin()
        for size in (SMALL, LARGE):
            if size == LARGE:
                await team[0].press_there("team:now")
                await grow(team)
            else:
                for one in team.members:
                    await one.answer_with()
            opened = await team.opened()
            lane = (await team.team()).lane
            moments = await world.look(lambda uow, lane=lane: uow.moments.of(lane))  # type: ignore[misc]
            due = next(m for m in moments if m.kind == "round_close")
            world.clock.at = opened.closes_at
            spent.reset()
            await store.run(world.engine.conversation.handle, Due(due.id, opened.closes_at))
            assert spent.commits == 1
            assert spent.written["team_answers"] == spent.written["team_rounds"] == 1
            counts.append(len(spent.statements))
            await world.settle()
            assert (await team.rounds())[-1].state == "summary"
    assert max(counts) <= A_CLOSE, counts


@pytest.mark.parametrize("people", [SMALL, 40])
async def test_slack_is_asked_for_the_form_and_nothing_else(
    sqlite_store: Store, people: int
) -> None:
    """One call opens the form; sending it takes none, for the answer comes in the same request."""
    async with slack_stage(sqlite_store, Clock(MONDAY), "en") as stage:
        slack, world = stage.slack, stage.world
        members = [stage.person.user, *(f"U{number:03d}" for number in range(1, people))]
        slack.channel(ROOM, *members, private=True)
        for member in members:
            slack.user(member, locale="en-GB")
        await slack.invite(slack.bot, ROOM, by=stage.person.user)
        await world.wait(seconds=11)
        here = stage.person.in_channel(ROOM)
        for label in ("Start like this", "Ask now"):
            await here.press(label)
            await world.settle()
        calls = len(slack.calls)
        await here.press("Answer")
        await world.settle()
        assert [call.method for call in slack.calls[calls:]] == ["views.open"]
        await here.fill({**ANSWERS})
        await world.settle()
        assert len(slack.calls) == calls + 1
