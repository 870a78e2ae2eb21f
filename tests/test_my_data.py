"""My data: what a person sees, takes along and erases, for themselves alone."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from adapters.slack.modals import to_modal
from adapters.teams.dialogs import to_dialog
from adapters.teams.phrases import PHRASES
from bot.errors import SendFailed
from bot.language import LANGS, Lang
from storage.store import Store
from tests.databases import Database
from tests.fakes import Clock
from tests.players import Player, Words, at_the_door
from tests.stages import STAGES, PlaygroundStage, SlackStage, Stage, TeamsStage
from tests.traces import found, rows
from tests.world import MONDAY, library


@pytest.fixture
def word() -> Words:
    return Words()


@pytest.fixture
async def ada(store: Store, word: Words) -> AsyncIterator[Player]:
    """Somebody who went through the first conversation and made a commitment."""
    async with at_the_door(store, Clock(MONDAY)) as (world, chat):
        player = Player(world, chat, "U0ADA")
        await player.onboard(word)
        await player.command("commit")
        await player.walk(word)
        yield player


class TestSeeing:
    """All own words, in a window that is no message."""

    @pytest.fixture
    def database(self, sqlite_database: Database) -> Database:
        """What is tested here is the same on every database."""
        return sqlite_database

    async def test_every_word_is_in_a_window_and_none_in_the_chat(
        self, ada: Player, word: Words
    ) -> None:
        """A message of the chat could be exported by others; a window cannot."""
        await ada.command("stuck")
        await ada.walk(word)
        shown = await ada.windows()
        kept = found("".join(await ada.words_kept()), word.planted)
        assert len(kept) > 5
        assert found(shown, kept) == kept
        assert found(ada.messages[-1], word.planted) == []

    async def test_what_the_sentence_of_a_commitment_leaves_out_is_shown_too(
        self, ada: Player
    ) -> None:
        """The sentence is cut at 500 characters, the fields are not."""
        await ada.command("commit")
        await ada.press("write")
        long = "I send the plan " + "and then the next one " * 35 + "to the board qx900velvet"
        await ada.fill({"action": long, "who": "qx901velvet", "indicator": "qx902velvet sent"})
        planted = ["qx900velvet", "qx901velvet", "qx902velvet"]
        assert found(await ada.windows(), planted) == planted

    @pytest.mark.parametrize("lang", LANGS)
    async def test_many_words_need_several_windows_and_none_is_cut(
        self, store: Store, word: Words, lang: Lang
    ) -> None:
        """Neither Slack's 100 blocks nor Teams' 28 KB take a word away."""
        async with at_the_door(store, Clock(MONDAY)) as (world, chat):
            player = Player(world, chat, lang=lang)
            await player.onboard(word)
            for _ in range(60):
                await player.command("stuck")
                await player.press("write")
                await player.fill({"text": f"{word()} " + "déjà vu ★ " * 40})
            shown = await player.windows()
            kept = found("".join(await player.words_kept()), word.planted)
            assert len(kept) > 60
            assert len(shown) > 2
            in_slack = [to_modal(form) for form in shown]
            in_teams = [to_dialog(form) for form in shown]
            assert found(in_slack, kept) == found(in_teams, kept) == kept
            assert PHRASES.shortened.text(lang) not in str(in_teams)

    async def test_without_words_it_says_so(self, store: Store) -> None:
        """Also to somebody who has not begun."""
        async with at_the_door(store, Clock(MONDAY)) as (world, chat):
            player = Player(world, chat)
            await player.command("data")
            form = (await player.press("form:see")).form
            assert form is not None
            assert "Nothing in your words is kept." in str(form)

    async def test_a_window_that_is_no_longer_there_shows_the_last(self, ada: Player) -> None:
        """The page may be older than the words."""
        await ada.command("data")
        press = ada.pressed("form:see")
        for option in ("form:see:7", "form:see:0", "form:see:x", "form:see:" + "9" * 5000):
            assert (await ada.send(replace(press, id=option[:20], option=option))).form


class TestErasing:
    """Everything, at once, for good; and only when it is meant."""

    async def test_it_asks_once_more(self, store: Store, ada: Player) -> None:
        """Until then nothing changes but the chat, and one can keep everything."""
        before = rows(store)
        await ada.command("data")
        await ada.press("cmd:erase")
        await ada.press("cmd:next")
        after = rows(store)
        for name in ("people", "words", "commitments", "sessions", "answers", "moments", "ledger"):
            assert after[name] == before[name]

    async def test_only_the_question_itself_can_be_answered(self, ada: Player) -> None:
        """An erase sent with the token of any other message erases nothing."""
        await ada.command("data")
        press = ada.pressed("cmd:erase")
        await ada.send(replace(press, id="forged", option="erase:all"))
        assert await ada.me() is not None

    async def test_a_second_click_does_nothing_more(self, store: Store, ada: Player) -> None:
        """Neither the same event delivered again nor a press on what is left of the message."""
        await ada.command("data")
        await ada.press("cmd:erase")
        press = ada.pressed("erase:all")
        first = await ada.send(press)
        assert first.notice.startswith("Everything is erased.")
        left = rows(store, without=("seen",))
        assert not any(left.values())
        again = await ada.send(press)
        late = await ada.send(replace(press, id="second"))
        assert not again.show
        assert late.notice == library().say("errors.unknown_person", "en")
        assert rows(store, without=("seen",)) == left
        assert ada.messages == []

    async def test_the_messages_go_even_if_the_platform_is_down_at_first(
        self, store: Store, ada: Player
    ) -> None:
        """What can't be deleted now is tried again; then the last trace goes, too."""
        await ada.command("data")
        await ada.press("cmd:erase")
        ada.chat.fail(*[SendFailed("down")] * 3, person="U0ADA")
        await ada.press("erase:all")
        assert ada.messages
        assert await ada.me() is None
        for _ in range(12):
            ada.world.clock.move(timedelta(minutes=10))
            await ada.world.settle()
        assert ada.messages == []
        assert not any(rows(store, without=("seen",)).values())

    async def test_one_can_begin_anew(self, ada: Player, word: Words) -> None:
        """As somebody who was never there."""
        await ada.erase()
        old = list(word.planted)
        await ada.onboard(word)
        me = await ada.me()
        assert me is not None
        assert me.state == "active"
        assert found(await ada.windows(), old) == []

    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize("name", STAGES)
    async def test_on_every_platform_the_chat_is_empty_afterwards(
        self, sqlite_store: Store, name: str, lang: Lang
    ) -> None:
        """And the home says that nothing is left, where there is one."""
        stage: Stage
        async with STAGES[name](sqlite_store, Clock(MONDAY), lang) as stage:
            await stage.say("coach")
            await stage.say("/coach data" if lang == "en" else "/coach mes données")
            if isinstance(stage, SlackStage):
                await stage.person.open_home()
            erase_it, now = ("Erase everything", "Erase everything now")
            if lang == "fr":
                erase_it, now = ("Tout effacer", "Tout effacer maintenant")
            await stage.press(erase_it)
            await stage.press(now)
            await stage.world.settle()
            assert messages_left(stage) == []
            if isinstance(stage, SlackStage):
                home = str(stage.slack.published["U0SAM"])
                assert ("Everything is erased" if lang == "en" else "Tout est effacé") in home


def messages_left(stage: Stage) -> list[str]:
    """What the bot posted and still stands in the chat."""
    if isinstance(stage, SlackStage):
        return [one.text for one in stage.person.messages]
    if isinstance(stage, TeamsStage):
        return [str(one.card) for one in stage.chat.teams.messages.values()]
    assert isinstance(stage, PlaygroundStage)
    return [str(one["message"]) for one in stage.entries.values() if one.get("message")]


@pytest.fixture
def sqlite_store(sqlite_database: Database) -> Iterator[Store]:
    """A store on SQLite alone, for what does not depend on the database."""
    opened = sqlite_database.open()
    yield opened
    opened.close()
