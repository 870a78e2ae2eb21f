"""What is tapped or typed below the coach's feedback, at the engine's own door."""

from collections.abc import AsyncIterator

import pytest

from bot.commitments import Commitment, Draft, from_words
from bot.messages import Choices
from storage.store import Store
from tests.databases import Database
from tests.fakes import Clock
from tests.players import Player, Words, at_the_door
from tests.world import MONDAY

UNSURE = "Priorities for Sam on Friday"


@pytest.fixture
async def ada(sqlite_database: Database) -> AsyncIterator[Player]:
    """Somebody who is asked for a commitment."""
    store: Store = sqlite_database.open()
    async with at_the_door(store, Clock(MONDAY)) as (world, chat):
        player = Player(world, chat)
        await player.onboard(Words())
        await player.command("commit")
        yield player
    store.close()


def offered(player: Player) -> list[str]:
    """The ids of the newest buttons."""
    elements = player.messages[-1].elements
    return [option.id for one in elements if isinstance(one, Choices) for option in one.options]


async def kept(player: Player) -> tuple[Commitment, Draft]:
    """The newest commitment, and its words."""
    me = await player.me()
    assert me is not None
    made = (await player.world.look(lambda uow: uow.commitments.of(me.id)))[-1]
    text = await player.world.look(lambda uow: uow.words.text(made.words_id))
    assert text is not None
    return made, from_words(text)


async def test_a_second_tap_on_yes_answers_nothing_else(ada: Player) -> None:
    """The next question has buttons of its own."""
    await ada.say(UNSURE)
    yes = ada.pressed("yes:action")
    await ada.send(yes)
    asked = ada.messages[-1]
    again = await ada.send(ada.clicked(yes.token, "yes:action"))
    assert again.notice
    assert ada.messages[-1] == asked
    assert (await kept(ada))[1].yes == ("action",)


async def test_the_same_delivery_twice_counts_once(ada: Player) -> None:
    await ada.say(UNSURE)
    yes = ada.pressed("yes:action")
    await ada.send(yes)
    await ada.send(yes)
    assert (await kept(ada))[1].yes == ("action",)


async def test_the_message_stays_the_same_one(ada: Player) -> None:
    """A no changes it in place."""
    await ada.say(UNSURE)
    before = len(ada.messages)
    await ada.press("no:action")
    assert len(ada.messages) == before
    assert offered(ada) == ["edit", "keep"]


async def test_a_yes_counts_as_met_from_the_first_text_on(ada: Player) -> None:
    """It is no gain in quality: the words were that good."""
    await ada.say(UNSURE)
    assert ((await kept(ada))[0].checks_first, (await kept(ada))[0].checks_final) == (3, 3)
    await ada.press("yes:action")
    made, _ = await kept(ada)
    assert (made.checks_first, made.checks_final) == (4, 4)


async def test_answers_are_forgotten_with_other_words_and_kept_with_the_same(ada: Player) -> None:
    await ada.say(UNSURE)
    await ada.press("no:action")
    await ada.press("edit")
    await ada.fill({})
    assert offered(ada) == ["edit", "keep"]
    await ada.press("edit")
    await ada.fill({"action": "Workload with Sam on Friday"})
    assert offered(ada) == ["yes:action", "no:action", "keep"]


@pytest.mark.parametrize(
    "option", ["yes:", "yes:when", "no:nothing", "keep:action", "use:0", "day:2026-11-27", "day:x"]
)
async def test_what_is_not_asked_is_not_taken(ada: Player, option: str) -> None:
    await ada.say(UNSURE)
    before = await kept(ada)
    reply = await ada.send(ada.clicked(ada.token_of("keep"), option))
    assert reply.notice
    assert await kept(ada) == before


@pytest.mark.parametrize("option", ["day:2026-11-20", "day:2027-11-20"])
async def test_a_day_out_of_reach_is_not_taken(ada: Player, option: str) -> None:
    await ada.say("I call Sam on Sunday")
    before = await kept(ada)
    reply = await ada.send(ada.clicked(ada.token_of("day:2026-11-27"), option))
    assert reply.notice
    assert await kept(ada) == before


async def test_the_day_taken_is_followed_up(ada: Player) -> None:
    """What was planned for Sunday is planned for Friday."""
    await ada.say("I call Sam on Sunday")
    await ada.press("day:2026-11-27")
    made, draft = await kept(ada)
    assert str(made.due_on) == str(made.first_due_on) == "2026-11-27"
    assert made.moves == 0
    assert draft.sentence == "I call Sam on Friday 27 November."


async def test_a_day_off_that_is_kept_is_kept(ada: Player) -> None:
    await ada.say("I call Sam on Sunday")
    await ada.press("day:2026-11-29")
    made, draft = await kept(ada)
    assert (str(made.due_on), draft.sentence) == ("2026-11-29", "I call Sam on Sunday.")


async def test_a_public_holiday_of_the_persons_country_is_a_day_off(ada: Player) -> None:
    await ada.world.wait(days=14)
    await ada.command("commit")
    await ada.say("I call Sam on 25 December")
    assert offered(ada) == ["day:2026-12-24", "day:2026-12-25"]


@pytest.mark.parametrize("due", ["2026-11-31", "2026-11-20", "2027-11-20", "31/11", "someday"])
async def test_a_form_with_a_day_that_cannot_be_keeps_all_that_was_typed(
    ada: Player, due: str
) -> None:
    """The field says why; nothing is lost."""
    typed = {"action": "I call Sam", "cue": "after lunch", "who": "Sam", "indicator": "1 call"}
    await ada.press("write")
    reply = await ada.fill(typed | {"due": due})
    assert reply.errors.keys() == {"due"}
    assert reply.form is not None
    assert {f.id: f.value for f in reply.form.fields} == typed | {"due": due}


async def test_the_day_that_the_form_offers_gives_way_to_a_later_one_in_the_words(
    ada: Player,
) -> None:
    """Nobody chose it."""
    await ada.press("write")
    await ada.fill({"action": "I call Sam on 4 December"})
    assert str((await kept(ada))[0].due_on) == "2026-12-04"


async def test_the_same_text_gets_the_same_feedback_twice(ada: Player) -> None:
    await ada.say(UNSURE)
    first = ada.messages[-1].elements[0:3]
    await ada.press("keep")
    await ada.command("commit")
    await ada.say(UNSURE)
    assert [str(e) for e in ada.messages[-1].elements[1:3]] == [str(e) for e in first[1:3]]


@pytest.mark.parametrize(
    "text",
    [
        "Tom will send the list",
        "I call Sam soon",
        "I will be more patient",
        "I will ask Sam more questions on Friday",
        UNSURE,
        "I call Sam on Sunday",
        "I call Sam on Friday 29 November",
        "I call Sam by 20 November",
        "On Friday I tell Sophie that she is too slow",
        "I will stop interrupting Sam in the meeting on Friday",
    ],
)
@pytest.mark.parametrize("way", ["pressed", "typed"])
async def test_keep_mine_always_leads_on(ada: Player, text: str, way: str) -> None:
    """At once, and without a second remark."""
    await ada.say(text)
    before = (await kept(ada))[1].sentence
    if way == "typed":
        await ada.say("keep mine")
    else:
        await ada.send(ada.clicked(ada.token_of(offered(ada)[0]), "keep"))
    session = await ada.session()
    assert session is not None
    assert session.step_id == "confidence"
    assert (await kept(ada))[1].sentence == before
