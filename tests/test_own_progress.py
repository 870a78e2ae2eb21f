"""The person's own progress: true, for them alone, and such that both platforms take it."""

import re
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.slack.blocks import to_blocks
from adapters.teams.cards import to_activity
from bot import evaluating, mydata
from bot.language import LANGS, Lang
from bot.messages import Axis, Bars, Chart, Choices, Facts, Footer, Message
from bot.ports import UnitOfWork
from bot.self_evaluation import BASELINE, COUNT_OF, ENDLINE, ITEMS, THEN
from prompts.lint import PUSHING
from storage.store import Store
from tests.fitting import fits
from tests.own_way import (
    COUNTS,
    END,
    START,
    WEEK,
    commit,
    facts,
    long_way,
    looked,
    nothing,
    of,
    page,
    plan,
    rate,
    read,
)
from tests.own_way import ITEMS as RATED
from tests.players import Player, controls
from tests.test_budget import life
from tests.world import MONDAY, library

PRAISE = re.compile(
    r"\b(great|bravo|well done|congratulations|félicitations|excellent)\b|!", re.IGNORECASE
)
LAST = {"en": "last time", "fr": "la dernière fois"}
DATED = {
    "en": "How sure you are, from 0 to 10 (last time: Thursday 19 November)",
    "fr": "Votre confiance, de 0 à 10 (dernière fois : jeudi 19 novembre)",
}

values = st.none() | st.integers(0, 10)
shown = page("progress")


def named(item: str, lang: Lang) -> str:
    """What an item or a count is called."""
    theme = library().themes.get(item)
    return theme.title.text(lang) if theme else library().say(f"progress.{item}", lang)


def axes(message: Message) -> tuple[Axis, ...]:
    """The scales of its picture of bars."""
    return tuple(axis for bars in of(message, Bars) for axis in bars.axes)


class TestPage:
    """What it says."""

    @pytest.mark.parametrize("lang", LANGS)
    def test_with_nothing_yet_it_says_one_sentence_and_a_next_step(
        self, sqlite_store: Store, lang: Lang
    ) -> None:
        """No empty table, no zero."""
        message = looked(sqlite_store, nothing, shown, lang=lang)
        assert not [e for e in message.elements if isinstance(e, Facts | Bars | Chart)]
        assert not re.search(r"\d", read(message))
        options = [option.id for choices in of(message, Choices) for option in choices.options]
        assert options == ["cmd:start", "cmd:evaluate"]
        fits(message)

    @pytest.mark.parametrize(
        ("lang", "said"),
        [
            (
                "en",
                "4 made, 1 open, 2 kept, 1 partly kept, 1 given another date, 1 dropped on purpose",
            ),
            (
                "fr",
                "4 pris, 1 en cours, 2 tenus, 1 tenu en partie, 1 reporté, 1 abandonné exprès",
            ),
        ],
    )
    def test_outcomes_are_told_apart_and_none_is_added_up(
        self, sqlite_store: Store, lang: Lang, said: str
    ) -> None:
        """What was dropped or moved stands beside what was kept; what never was is not named."""

        def plant(uow: UnitOfWork) -> None:
            commit(uow, MONDAY - 5 * WEEK, "done")
            commit(uow, MONDAY - 4 * WEEK, "moved", "done")
            commit(uow, MONDAY - 3 * WEEK, "dropped")
            commit(uow, MONDAY - 2 * WEEK, "done", "undone", "partly")

        message = looked(sqlite_store, plant, shown, lang=lang)
        assert said in facts(message).values()

    @pytest.mark.parametrize("lang", LANGS)
    @given(data=st.data())
    @settings(
        suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None
    )
    def test_whatever_was_rated_picture_and_words_say_the_same(
        self, sqlite_store: Store, lang: Lang, data: st.DataObject
    ) -> None:
        """Every value, of every item and count; no praise, nothing that pushes."""
        rated = {
            (when, item): data.draw(values)
            for when in (BASELINE, ENDLINE, THEN)
            for item in data.draw(st.sets(st.sampled_from(ITEMS), max_size=6))
        }
        counted = {
            (f"{when}_count", count): data.draw(st.none() | st.integers(0, 6))
            for when in (BASELINE, ENDLINE)
            for count in data.draw(st.sets(st.sampled_from(sorted(COUNT_OF.values())), max_size=4))
        }
        sure = data.draw(st.lists(values, max_size=20))

        def plant(uow: UnitOfWork) -> None:
            for n, value in enumerate(sure):
                commit(uow, MONDAY - (20 - n) * WEEK, sure=value)
            for (when, item), value in (rated | counted).items():
                if value is not None:
                    rate(uow, f"{when}:{item}", value, START if BASELINE in when else END)

        message = looked(sqlite_store, plant, shown, lang=lang)
        fits(message)
        drawn = {bar.name: bar for axis in axes(message) for bar in axis.bars}
        answers = rated | counted
        for start, last, parts in (
            (BASELINE, ENDLINE, ITEMS),
            (f"{BASELINE}_count", f"{ENDLINE}_count", COUNT_OF.values()),
        ):
            for part in parts:
                ends = answers.get((start, part)), answers.get((last, part))
                given_ends = [str(end) for end in ends if end is not None]
                bar = drawn.get(named(part, lang))
                assert (bar is not None) is bool(given_ends)
                if bar:
                    assert (bar.start, bar.last) == ends
                    said = facts(message)[bar.name].split(" · ")
                    assert [one.split()[0] for one in said][: len(given_ends)] == given_ends
                    assert all(one in of(message, Bars)[0].alt for one in said)
        assert all(len(one.pairs) <= 10 for one in of(message, Facts))
        assert not PRAISE.search(read(message))
        assert not PUSHING[lang].search(read(message))

    @pytest.mark.parametrize("lang", LANGS)
    def test_a_long_way_is_told_whole(self, sqlite_store: Store, lang: Lang) -> None:
        """Items, counts, goal, confidence, plan: each against its start, and in the picture."""
        message = looked(sqlite_store, long_way, shown, lang=lang)
        fits(message)
        said = facts(message)
        at_start = "at the start" if lang == "en" else "au départ"
        for item, (start, last) in (RATED | COUNTS).items():
            more = {"en": " or more", "fr": " ou plus"}[lang] if item == "B2" else ""
            expected = f"{start} {at_start} · {last}{more} {LAST[lang]}"
            assert said[named(item, lang)].startswith(expected)
        assert DATED[lang].replace(" :", "\u00a0:") in read(message)
        own, counts = axes(message)
        assert [(bar.start, bar.last) for bar in own.bars] == [*RATED.values(), (3, 6)]
        assert [bar.then for bar in own.bars] == [3, 4, 5, 7, 2, 4, None]
        assert [(bar.start, bar.last) for bar in counts.bars] == list(COUNTS.values())
        assert "2 → 4 → 5 · " in read(message)

    def test_what_was_last_said_earlier_has_its_own_day(self, sqlite_store: Store) -> None:
        """Of two looks back the second one passed over an item."""

        def plant(uow: UnitOfWork) -> None:
            rate(uow, "baseline:unblock", 4, START)
            rate(uow, "endline:unblock", 6, START + 5 * WEEK)
            rate(uow, "endline:role_clarity", 7, END)

        message = looked(sqlite_store, plant, shown)
        assert DATED["en"] in read(message)
        assert facts(message) == {
            "Roles and shared goal": "7 last time",
            "Blockers seen early": "4 at the start · 6 on Monday 5 October",
        }

    def test_counts_of_the_release_before_are_shown_at_their_time(
        self, sqlite_store: Store
    ) -> None:
        """A start counted before the upgrade, an end after it."""

        def plant(uow: UnitOfWork) -> None:
            rate(uow, "baseline:delegation", 4, START)
            rate(uow, "count:B1", 2, START)
            rate(uow, "endline:delegation", 7, END)
            rate(uow, "count:B1", 5, END)

        said = facts(looked(sqlite_store, plant, shown))
        assert said[named("B1", "en")] == "2 at the start · 5 last time"

    def test_a_plan_alone_is_something_to_see(self, sqlite_store: Store) -> None:
        """Its indicator stands between its baseline and its target."""
        said = read(looked(sqlite_store, lambda uow: plan(uow, 6), shown))
        assert "66% decisions written in a week: 2 → 6 · target 8" in said
        assert library().say("progress.nothing", "en") not in said

    def test_the_start_alone_is_drawn(self, sqlite_store: Store) -> None:
        """As where one started, until there is something to compare it with."""
        message = looked(sqlite_store, lambda uow: rate(uow, "baseline:unblock", 4, START), shown)
        (bars,) = of(message, Bars)
        assert bars.title == "Where you started"
        assert bars.alt.endswith("Blockers seen early: 4 at the start.")

    def test_the_goal_is_shown_from_two_values_on(self, sqlite_store: Store) -> None:
        """One says nothing about a way."""

        def plant(uow: UnitOfWork, *said: int) -> None:
            for n, value in enumerate(said):
                rate(uow, "goal_progress", value, MONDAY - (9 - n) * WEEK)

        one = looked(sqlite_store, lambda uow: plant(uow, 3), shown)
        assert "out of 10" not in read(one)
        several = looked(sqlite_store, lambda uow: plant(uow, 3, 5, 6), shown)
        assert facts(several)["Your goal"] == "from 3 to 6 out of 10"


class TestConfidence:
    """One value for each commitment, as it was made."""

    def test_two_on_one_day_both_count(self, sqlite_store: Store) -> None:
        """In the picture and in the words."""

        def plant(uow: UnitOfWork) -> None:
            commit(uow, START, sure=6)
            commit(uow, START + timedelta(hours=2), sure=9)

        message = looked(sqlite_store, plant, shown)
        (chart,) = of(message, Chart)
        assert [series.values for series in chart.series] == [(6, 9)]
        assert chart.alt == "Confidence: 6 on Monday 31 August, 9 on Monday 31 August."
        assert facts(message)["Confidence in your commitments"] == "from 6 to 9 out of 10"

    def test_one_alone_is_shown(self, sqlite_store: Store) -> None:
        """It is no way yet, but it is what was said."""
        message = looked(sqlite_store, lambda uow: commit(uow, START, sure=6), shown)
        (chart,) = of(message, Chart)
        assert [series.values for series in chart.series] == [(6,)]
        assert facts(message)["Confidence in your commitments"] == "6 out of 10"

    def test_the_first_one_stays_in_sight(self, sqlite_store: Store) -> None:
        """However many there are, the picture shows the first and the latest eleven."""

        def plant(uow: UnitOfWork) -> None:
            for n in range(15):
                commit(uow, MONDAY - (15 - n) * WEEK, sure=n % 11)

        (chart,) = of(looked(sqlite_store, plant, shown), Chart)
        assert chart.series[0].values == (0, *(n % 11 for n in range(4, 15)))
        assert [int(chart.levels[v or 0]) for v in chart.series[0].values][1] == 4


class TestAlone:
    """Nobody else sees it."""

    @pytest.mark.parametrize("name", ["progress", "next"])
    @pytest.mark.parametrize("lang", LANGS)
    def test_no_notification_says_any_of_it(
        self, sqlite_store: Store, lang: Lang, name: str
    ) -> None:
        """It may light up on a screen that others see: there is what it is about, and no more."""
        message = looked(sqlite_store, long_way, page(name), lang=lang)
        assert to_blocks(message)["text"] == message.summary
        activity = to_activity(message)
        assert activity["summary"] == message.summary
        assert activity["attachments"][0]["content"]["fallbackText"] == message.summary
        assert not re.search(r"\d", message.summary)

    async def test_it_is_somebodys_own(self, sqlite_store: Store) -> None:
        """Another person's page has nothing of it; the line says who sees it."""
        async with life(sqlite_store) as somebody:
            await somebody.player.press("cmd:evaluate")
            await somebody.player.press("9")
            other = Player(somebody.world, somebody.player.chat, "U0KIM")
            await other.onboard(lambda: "words")
            for player, there in ((somebody.player, True), (other, False)):
                await player.command("progress")
                message = player.messages[-1]
                assert ("9 at the start" in read(message)) is there
                (foot,) = of(message, Footer)
                assert foot.visibility == "Only you see this"

    async def test_every_way_leads_to_it(self, sqlite_store: Store) -> None:
        """`coach`, the plan, the home, and the word in either language."""
        async with life(sqlite_store) as somebody:
            player = somebody.player
            for name in ("", "plan"):
                await player.command(name)
                offered = {o for _, some in controls(player.messages[-1]) for o in some}
                assert "cmd:progress" in offered
            await player.press("cmd:progress")
            for word in ("progress", "my progress", "progrès", "Mes progrès"):
                before = len(player.messages)
                await player.say(word)
                assert len(player.messages) == before + 1
                assert "nothing to look back on" in read(player.messages[-1])

    async def test_it_goes_along_with_my_data_and_goes_for_good(self, sqlite_store: Store) -> None:
        """Counts of the start and of the end stand apart in the export; nothing stays."""
        async with life(sqlite_store) as somebody:
            player, look = somebody.player, somebody.world.look
            for answers in ("46652", "756565655"):
                await player.press("cmd:evaluate")
                for answer in answers:
                    await player.press(answer)
                somebody.world.clock.move(evaluating.SOONEST)
                await player.command("progress")
            me = await somebody.me()
            kept = (await look(lambda uow: mydata.export(uow, me)))["ratings"]
            counted = {one["kind"]: one["value"] for one in kept if "count" in one["kind"]}
            assert counted == {"baseline_count:B1": 2, "endline_count:B1": 5}
            assert (await look(lambda uow: mydata.counts(uow, me.id)))["rating"] == len(kept)
            await player.erase()
            assert await look(lambda uow: uow.ratings.of(me.id)) == []
