"""Your words stay yours: nobody else reads them, and what is erased is gone.

Somebody uses the bot for some weeks and types words that stand nowhere else into every place
that takes them; then erases everything. The tests look at what was left before and after.
"""

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from adapters.slack.blocks import to_blocks
from adapters.teams.cards import to_card
from bot.messages import Message, Receipt, Reply
from bot.visibility import Keeps
from tests.databases import KINDS, Database, postgres_named
from tests.fakes import Clock
from tests.players import Player, Words, at_the_door, controls
from tests.stages import STAGES, SlackStage, Stage
from tests.traces import all_logs, found, on_disk, rows, unsealed
from tests.world import MONDAY

ADA, BOB = "U0ADA", "U0BOB"
NAME, EMAIL = "Quux Testperson", "quux@example.org"
THEMES = (
    "delegation",
    "conflict",
    "difficult_conversation",
    "prioritising",
    "workload",
    "give_feedback",
    "receive_feedback",
    "role_clarity",
    "motivation",
    "recognition",
)
COMMANDS = ("stuck", "commit", "checkin", "stuck", "commit", "checkin", "checkin", "stuck")


@dataclass(slots=True)
class Left:
    """What can be found at one time, wherever one looks."""

    rows: dict[str, list[str]]
    files: bytes
    logs: list[str]
    chat: list[Message]
    homes: dict[str, Message]
    words: dict[str, list[tuple[Keeps, str]]]


@dataclass(slots=True)
class Story:
    """What was typed, what was said, and what was left before and after erasing."""

    hers: Words = field(default_factory=Words)
    his: Words = field(default_factory=lambda: Words("zw"))
    her_id: str = ""
    replies: list[Reply] = field(default_factory=list)
    told_her: list[Message] = field(default_factory=list)
    told_him: list[Message] = field(default_factory=list)
    told_later: list[Message] = field(default_factory=list)
    kept: Left | None = None
    erased: Left | None = None

    @property
    def before(self) -> Left:
        """What there is while everything is kept."""
        assert self.kept
        return self.kept

    @property
    def after(self) -> Left:
        """What there is once one of the two has erased everything."""
        assert self.erased
        return self.erased


@pytest.fixture(scope="module", params=KINDS)
def story(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Live the story once on each database."""
    if request.param == "sqlite":
        path = tmp_path_factory.mktemp("privacy") / "declic.sqlite3"
        shutil.copy(request.getfixturevalue("sqlite_migrated"), path)
        return asyncio.run(_lived(Database("sqlite", f"sqlite:///{path}", path), None))
    socket = request.getfixturevalue("postgres_socket")
    database = postgres_named(socket, "privacy", migrated=True)
    return asyncio.run(_lived(database, Path(socket)))


async def _lived(database: Database, server: Path | None) -> Story:
    made, store = Story(), database.open()
    with all_logs() as heard:
        async with at_the_door(store, Clock(MONDAY)) as (world, chat):
            ada, bob = Player(world, chat, ADA), Player(world, chat, BOB)

            async def look() -> Left:
                kept = {}
                for player in (ada, bob):
                    me = await player.me()
                    every = await world.look(lambda uow: uow.words.of(me.id)) if me else ()  # noqa: B023 - called at once
                    kept[player.person] = [(keeps, text) for _, keeps, text, _ in every]
                files = on_disk(database, server)
                return Left(rows(store), files, heard.lines[:], ada.messages, chat.homes, kept)

            await live(ada, bob, made)
            her = await ada.me()
            assert her is not None
            made.her_id, made.replies = her.id, ada.replies
            made.kept = await look()
            await ada.erase()
            made.erased = await look()
            made.told_her, made.told_him = told(ada), told(bob)
            await world.wait(days=40)
            made.told_later = told(ada)[len(made.told_her) :]
    store.close()
    return made


async def live(ada: Player, bob: Player, made: Story) -> None:
    """Type words into every place that takes them."""
    hers = made.hers
    await ada.open_home()
    await ada.onboard(hers)
    await bob.onboard(made.his)
    for theme in THEMES:
        await ada.command(f"start {theme}")
        await ada.walk(hers)
    for name in COMMANDS:
        await ada.command(name)
        await ada.walk(hers)
    await change_an_answer(ada, hers)
    await edit_a_commitment(ada, hers)
    await ada.command("settings")
    await ada.press("cmd:begin_again")
    await ada.walk(hers)
    await ada.say(f"I wrote {hers()} into the chat, and that is no answer to anything")
    await ada.command(f"start something about {hers()}")
    await ada.command("stuck")
    await ada.say(f"My {hers()} supplier does not answer")
    await ada.world.wait(days=9)
    await bob.command("commit")
    await bob.walk(made.his)


async def change_an_answer(ada: Player, word: Words) -> None:
    """Go back to a question by its receipt, and answer it anew."""
    await ada.command("stuck")
    for option in ("write", "change"):
        await ada.press(option)
        if ada.form:
            await ada.fill(ada.words(word))
    await ada.walk(word)


async def edit_a_commitment(ada: Player, word: Words) -> None:
    """Change the words of an open commitment, outside any session."""
    await ada.command("commit")
    await ada.walk(word)
    await ada.command("plan")
    offered = [option for _, some in controls(ada.messages[-1]) for option in sorted(some)]
    await ada.press(next(option for option in offered if option.startswith("edit:")))
    await ada.fill(ada.words(word))


def told(player: Player) -> list[Message]:
    """Every message a person was ever sent, updates and homes included."""
    return [c.message for c in player.chat.calls if c.person == player.person and c.message]


class TestWhileKept:
    """Before anything is erased: unreadable without the key, and said to nobody."""

    def test_words_were_typed_into_every_place(self, story: Story) -> None:
        """Otherwise the other tests would prove little."""
        kept = story.before.words[ADA]
        kinds = {keeps for keeps, _ in kept}
        assert kinds == {"session", "goal", "commitment", "learning", "feedback"}
        assert len(story.hers.planted) > 150
        assert len(found(kept, story.hers.planted)) > 80

    def test_what_was_replaced_is_gone_at_once(self, story: Story) -> None:
        """Former goals, former answers and former versions of a commitment leave nothing."""
        by_now = found(story.before.words[ADA], story.hers.planted)
        assert len(story.hers.planted) - len(by_now) > 10
        gone = [word for word in story.hers.planted if word not in by_now]
        assert found(unsealed(story.before.rows), gone) == []

    def test_a_dump_of_the_database_holds_no_word(self, story: Story) -> None:
        """With the key they can be read, and only so."""
        every = story.hers.planted + story.his.planted
        assert found(story.before.rows, every) == []
        assert len(found(unsealed(story.before.rows), every)) > 80

    def test_the_files_of_the_database_hold_no_word(self, story: Story) -> None:
        """Nor its journal and its log."""
        every = story.hers.planted + story.his.planted
        assert found(story.before.files, every) == []
        assert len(found(unsealed(story.before.files), every)) > 80

    def test_nothing_is_logged(self, story: Story) -> None:
        """By no logger, at its lowest level, during weeks of use."""
        assert len(story.after.logs) > 100
        every = [*story.hers.planted, *story.his.planted, ADA, BOB]
        assert found(story.after.logs, every) == []

    def test_no_notification_holds_a_word(self, story: Story) -> None:
        """They are read over shoulders and on locked screens."""
        summaries = [message.summary for message in story.told_her]
        assert len(summaries) > 300
        assert found(summaries, story.hers.planted) == []

    def test_no_immediate_answer_holds_a_word(self, story: Story) -> None:
        """Notices and passing messages say what happened, not what was written."""
        replies = [(reply.notice, reply.show, reply.errors) for reply in story.replies]
        assert found(replies, story.hers.planted) == []

    def test_no_button_holds_a_word(self, story: Story) -> None:
        """They carry a token and the id of an option, on every platform."""
        values = [str(list(controls(message))) for message in story.told_her]
        for message in story.told_her:
            values += sent_back(to_blocks(message))
            values += sent_back(to_card(message))
        assert len(values) > 2000
        assert found(values, story.hers.planted) == []

    def test_only_the_commitment_is_echoed(self, story: Story) -> None:
        """Everything else stays in forms, which are no messages."""
        others = [word for word in story.hers.planted if word not in story.hers.committed]
        assert len(others) > 25
        assert found(story.told_her, others) == []
        assert len(found(story.told_her, story.hers.committed)) > 20

    def test_it_is_echoed_to_its_author_alone(self, story: Story) -> None:
        """Two people of one workspace never meet each other's words."""
        assert story.told_him
        assert found(story.told_him, story.hers.planted) == []
        assert found(story.told_her, story.his.planted) == []
        assert found(story.before.words[BOB], story.hers.planted) == []

    def test_receipts_only_say_that_words_were_noted(self, story: Story) -> None:
        """Whoever looks at the chat over a shoulder learns nothing."""
        receipts = [str(e) for m in story.told_her for e in m.elements if isinstance(e, Receipt)]
        assert any("noted in your own words" in text for text in receipts)


class TestOnceErased:
    """Afterwards nothing is left, wherever one looks."""

    def test_no_table_holds_anything_of_the_person(self, story: Story) -> None:
        """Neither words, sealed or not, nor ids; nor does the outbox."""
        assert found(story.after.rows, [*story.hers.planted, ADA, story.her_id]) == []
        assert found(unsealed(story.after.rows), story.hers.planted) == []

    def test_no_file_holds_anything_of_the_person(self, story: Story) -> None:
        """Nor the journal: also what the key would open is gone."""
        assert found(story.after.files, [*story.hers.planted, ADA, story.her_id]) == []
        assert found(unsealed(story.after.files), story.hers.planted) == []

    def test_the_chat_and_the_home_are_empty(self, story: Story) -> None:
        """The bot takes its own messages away."""
        assert story.after.chat == []
        assert found(story.after.homes, [*story.hers.planted, story.her_id]) == []

    def test_nothing_comes_any_more(self, story: Story) -> None:
        """What was planned for the person is gone with everything else."""
        assert story.told_later == []

    def test_nobody_else_loses_anything(self, story: Story) -> None:
        """The other person's words can be read as before."""
        assert len(story.before.words[BOB]) > 3
        assert story.after.words[BOB] == story.before.words[BOB]


class TestOnEveryPlatform:
    """The same over HTTP, through the real adapters, with all logs at their lowest level."""

    @pytest.mark.parametrize("name", STAGES)
    async def test_a_day_of_use_logs_neither_words_nor_names(
        self, sqlite_database: Database, name: str
    ) -> None:
        """Typed in the chat, sent in forms, serious words, junk, and my data at the end."""
        word, store = Words(), sqlite_database.open()
        stage: Stage
        with all_logs() as heard:
            async with STAGES[name](store, Clock(MONDAY), "en") as stage:
                if isinstance(stage, SlackStage):
                    stage.slack.users["U0SAM"] |= {"real_name": NAME, "profile": {"email": EMAIL}}
                await stage.say("/coach")
                await stage.say(f"What about {word()}?")
                await stage.say("/coach stuck")
                await stage.press("Write")
                await stage.fill({"text": f"My {word()} supplier does not answer"})
                await stage.press("A person")
                await stage.say(f"They could tell me {word()}")
                await stage.say(f"I want to die, says {word()}")
                await stage.say(f"{word()} " * 300)
                await stage.press("Ask for a decision")
                await stage.press("Write my commitment")
                await stage.fill({"action": f"I call {word()} on Friday", "who": word()})
                await stage.say("/coach data")
                await stage.press("See my words")
                kept = found(unsealed(rows(store)), word.planted)
                assert len(kept) >= 4
                assert found(rows(store), [*word.planted, NAME, EMAIL]) == []
                await stage.say("/coach data erase")
                await stage.press("Erase everything now")
                await stage.world.settle()
                left = on_disk(sqlite_database)
                assert found(left, [*word.planted, "U0SAM", NAME, EMAIL]) == []
                assert found(unsealed(left), word.planted) == []
                assert len(heard.lines) > 10
                assert found(heard.lines, [*word.planted, "U0SAM", NAME, EMAIL]) == []
        store.close()


def sent_back(part: object) -> Iterator[str]:
    """Walk through what a platform sends back with a press."""
    if isinstance(part, list):
        for one in part:
            yield from sent_back(one)
    elif isinstance(part, dict):
        for name, value in part.items():
            if name in {"value", "data", "block_id", "action_id", "id"}:
                yield str(value)
            else:
                yield from sent_back(value)
