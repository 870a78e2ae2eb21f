"""How far one has come, in short: in the home, and wherever one asks for the coach."""

import re

import pytest

from adapters.slack.blocks import to_home
from bot import evaluating
from bot.language import LANGS, Lang
from bot.messages import Choices, Facts, Heading, Message, Text
from bot.ports import UnitOfWork
from storage.store import Store
from tests.fake_slack import faults_in
from tests.fitting import fits
from tests.own_way import START, WEEK, commit, facts, long_way, looked, nothing, page, rate, read
from tests.players import controls
from tests.test_budget import life
from tests.world import MONDAY

WHERE = ("home", "next")
SHORT = {
    "en": {
        "Commitments": "2 kept, 1 partly kept, 2 open",
        "Confidence in your commitments": "from 6 to 8 out of 10",
        "Delegation": "from 4 to 7 out of 10",
        "Giving feedback": "from 5 to 6 out of 10",
        "One-to-ones": "from 6 to 6 out of 10",
        "Deciding": "from 8 to 5 out of 10",
        "Roles and shared goal": "from 3 to 6 out of 10",
        "Blockers seen early": "from 5 to 9 out of 10",
    },
    "fr": {
        "Engagements": "2 tenus, 1 tenu en partie, 2 en cours",
        "Confiance dans vos engagements": "de 6 à 8 sur 10",
        "Déléguer": "de 4 à 7 sur 10",
        "Donner un feedback": "de 5 à 6 sur 10",
        "Les tête-à-tête": "de 6 à 6 sur 10",
        "Décider": "de 8 à 5 sur 10",
        "Rôles et but commun": "de 3 à 6 sur 10",
        "Blocages vus tôt": "de 5 à 9 sur 10",
    },
}


def offered(message: Message) -> list[str]:
    """All that can be pressed."""
    return [option for _token, some in controls(message) for option in some]


def in_short(message: Message) -> tuple[str, dict[str, str]]:
    """The title and the facts that stand right before the way to all of it."""
    elements = message.elements
    place = next(
        n
        for n, one in enumerate(elements)
        if isinstance(one, Choices) and "cmd:progress" in {o.id for o in one.options}
    )
    title, shown = elements[place - 2 : place]
    assert isinstance(title, Heading | Text)
    assert isinstance(shown, Facts)
    said = title.text if isinstance(title, Heading) else title.spans[0].text
    return said, dict(shown.pairs)


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("lang", LANGS)
class TestInShort:
    """What was kept, how sure one is, and how far one has come."""

    def test_it_stands_beside_the_way_to_all_of_it(
        self, sqlite_store: Store, lang: Lang, where: str
    ) -> None:
        """The figures of the page, and one button for it."""
        message = looked(sqlite_store, long_way, page(where), lang=lang)
        title, shown = in_short(message)
        assert title.startswith({"en": "Your progress", "fr": "Vos progrès"}[lang])
        assert shown == SHORT[lang]
        assert offered(message).count("cmd:progress") == 1
        whole = facts(looked(sqlite_store, long_way, page("progress"), lang=lang))
        assert shown.keys() <= whole.keys()
        fits(message)
        blocks = to_home(message)["blocks"]
        assert faults_in(blocks, 100) == []
        assert len(blocks) <= 50

    def test_with_nothing_yet_there_is_the_way_alone(
        self, sqlite_store: Store, lang: Lang, where: str
    ) -> None:
        """No empty table, no zero, no title over nothing."""
        message = looked(sqlite_store, nothing, page(where), lang=lang)
        assert offered(message).count("cmd:progress") == 1
        assert {"en": "Your progress", "fr": "Vos progrès"}[lang] not in str(message.elements)
        assert SHORT[lang].keys().isdisjoint(facts(message))

    def test_it_blames_nobody(self, sqlite_store: Store, lang: Lang, where: str) -> None:
        """What was not done, moved, dropped or left without an answer is for the page."""

        def plant(uow: UnitOfWork) -> None:
            for n, kind in enumerate(("not_done", "moved", "dropped", "blocked", "no_answer")):
                commit(uow, MONDAY - (9 - n) * WEEK, kind)  # type: ignore[arg-type]  # kinds

        _title, shown = in_short(looked(sqlite_store, plant, page(where), lang=lang))
        assert list(shown.values()) == [{"en": "4 open", "fr": "4 en cours"}[lang]]

    def test_a_start_without_an_end_is_no_way_yet(
        self, sqlite_store: Store, lang: Lang, where: str
    ) -> None:
        """It is on the page."""
        plant = lambda uow: rate(uow, "baseline:unblock", 4, START)  # noqa: E731
        message = looked(sqlite_store, plant, page(where), lang=lang)
        assert "4" not in re.findall(r"\d+", read(message))


class TestHome:
    """The page of the app, where there is one."""

    @pytest.mark.parametrize("lang", LANGS)
    def test_it_says_who_sees_it(self, sqlite_store: Store, lang: Lang) -> None:
        """The plan beside it may be shared; this is not."""
        title, _shown = in_short(looked(sqlite_store, long_way, page("home"), lang=lang))
        assert title.endswith({"en": "(only you see it)", "fr": "(vous seul les voyez)"}[lang])

    async def test_it_is_live(self, sqlite_store: Store) -> None:
        """Right after an answer about oneself, without being opened anew."""
        async with life(sqlite_store) as somebody:
            player = somebody.player
            await player.open_home()
            for answers in ("46652", "756565655"):
                await player.press("cmd:evaluate")
                for answer in answers:
                    await player.press(answer)
                somebody.world.clock.move(evaluating.SOONEST)
                await player.command("progress")
            shown = facts(player.chat.homes[player.person])
            assert shown["Delegation"] == "from 4 to 7 out of 10"

    async def test_the_confidence_in_a_commitment_is_there_at_once(
        self, sqlite_store: Store
    ) -> None:
        """As soon as it is given."""
        async with life(sqlite_store) as somebody:
            player = somebody.player
            await player.open_home()
            await player.command("commit")
            await player.press("write")
            await player.fill({"action": "I call Karim: 1 call", "due": str(MONDAY.date())})
            while "0" not in offered(player.messages[-1]):
                (*_, option) = sorted(set(offered(player.messages[-1])) - {"change"})
                await player.press(option)
            await player.press("8")
            shown = facts(player.chat.homes[player.person])
            assert shown["Confidence in your commitments"] == "8 out of 10"
