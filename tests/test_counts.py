"""Bounds that are counted, not timed: statements, commits, calls."""

from collections import Counter
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, event

from storage.store import Store
from tests.fakes import Clock
from tests.stages import slack_stage
from tests.world import MONDAY

TURN = 22
"""Statements of one answered question, transaction marks included."""

SENDING = 36
"""Statements to say what came of it: a receipt and the next question."""


@pytest.fixture
def statements() -> Iterator[Counter[str]]:
    """Counts every statement by its first word."""
    counted: Counter[str] = Counter()

    def count(*args: object) -> None:
        counted[str(args[2]).split(maxsplit=1)[0].upper()] += 1

    event.listen(Engine, "before_cursor_execute", count)
    yield counted
    event.remove(Engine, "before_cursor_execute", count)


async def test_an_answer_takes_a_bounded_number_of_statements(
    store: Store, statements: Counter[str]
) -> None:
    """However long the conversation, an answer reads and writes the same few rows."""
    async with slack_stage(store, Clock(MONDAY), "en") as stage:
        await stage.say("coach")
        seen: list[int] = []
        for label in ("Start", "Understood", "English"):
            statements.clear()
            await stage.person.press(label)
            await stage.world.engine.settle()
            seen.append(sum(statements.values()))
            await stage.world.settle()
        assert max(seen) <= TURN + SENDING
        assert seen[-1] - seen[0] <= 2


async def test_nothing_is_asked_of_slack_while_slack_waits(store: Store) -> None:
    """A click is answered from the database alone; what is said comes afterwards."""
    async with slack_stage(store, Clock(MONDAY), "en") as stage:
        await stage.say("coach")
        stage.slack.slow_next("chat.update", 3)
        before = len(stage.slack.calls)
        answer = await stage.person.press("Start")
        assert answer.status == 200
        assert len(stage.slack.calls) == before


async def test_an_idle_tick_asks_once(store: Store, statements: Counter[str]) -> None:
    """With nothing due, a beat of the metronome is one claim of moments and one of rows."""
    async with slack_stage(store, Clock(MONDAY), "en") as stage:
        statements.clear()
        await stage.world.engine.loop.run_once()
        working = sum(n for word, n in statements.items() if word in {"SELECT", "UPDATE", "WITH"})
        assert working <= 2
