"""The person's own progress: true, for them alone, and drawn so that both platforms take it."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.cards import Card
from bot.commitments import Commitment, Outcome, OutcomeKind
from bot.language import LANGS, Lang
from bot.ledger import Entry
from bot.measuring.own import Rhythm
from bot.messages import Chart, Choices, Facts, Footer, Message, Text
from bot.own_progress import own_way
from bot.people import Coachee
from bot.ports import UnitOfWork
from bot.progress_page import LEVELS, LINES, POINTS, level, progress_page
from bot.self_evaluation import BASELINE, ENDLINE, ITEMS, THEN
from bot.sessions import Answer, Session
from bot.speech import compose_card
from bot.turn import Turn
from prompts.lint import PUSHING
from storage.store import Store
from tests.fitting import fits
from tests.players import Player, controls
from tests.test_budget import life
from tests.world import MONDAY, library

T = TypeVar("T")

ME = Coachee("c1", "fake:T1", "U1", {}, MONDAY, state="active", zone="Europe/Paris")
WEEK = timedelta(weeks=1)
PRAISE = re.compile(
    r"\b(great|bravo|well done|congratulations|félicitations|excellent)\b|!", re.IGNORECASE
)

values = st.none() | st.integers(0, 10)


def card(args: dict[str, str] | None = None) -> Card:
    """The message that `progress` posts."""
    return Card("token", ME.id, "progress", MONDAY, MONDAY + WEEK, args or {})


def looked(
    store: Store,
    plant: Callable[[UnitOfWork], object],
    look: Callable[[Turn], T],
    now: datetime = MONDAY,
    lang: Lang = "en",
) -> T:
    """Look at somebody in a unit of work that is never committed."""

    def act() -> T:
        with store.open_uow() as uow:
            person = replace(ME, lang=lang)
            uow.people.add(person)
            plant(uow)
            return look(Turn(uow, library(), lambda: "id", now, "e1", person))

    return store.run_sync(act)


def shown(turn: Turn) -> Message:
    """Their page."""
    return progress_page(turn, card())


def of(message: Message, kind: type[T]) -> list[T]:
    """The elements of a kind."""
    return [one for one in message.elements if isinstance(one, kind)]


def read(message: Message) -> str:
    """All that is read, the picture's words among it."""
    texts = [span.text for text in of(message, Text) for span in text.spans]
    pairs = [f"{name}: {value}" for facts in of(message, Facts) for name, value in facts.pairs]
    return "\n".join([*texts, *pairs, *(chart.alt for chart in of(message, Chart))])


def made(name: str, at: datetime, *became: OutcomeKind, sure: int | None = None) -> Commitment:
    """A commitment; what became of it is planted by `keep`."""
    status = became[-1] if became and became[-1] in {"done", "partly", "dropped"} else "open"
    closed = at.date() if status in {"done", "dropped"} else None
    due = at.date()
    return Commitment(
        name,
        ME.id,
        "w",
        at,
        due,
        due,
        status,
        confidence=sure,
        closed_on=closed,
    )


def keep(uow: UnitOfWork, one: Commitment, *became: OutcomeKind) -> None:
    """Plant a commitment, and what became of it a day apart."""
    uow.commitments.add(one)
    for n, kind in enumerate(("made", *became)):
        at = one.created_at + timedelta(days=n)
        uow.commitments.note(Outcome(f"{one.id}{n}", one.id, ME.id, at, kind))


def commit(uow: UnitOfWork, at: datetime, *became: OutcomeKind, sure: int | None = None) -> None:
    """Plant a commitment with its history."""
    keep(uow, made(f"k{at.isoformat()}", at, *became, sure=sure), *became)


def nothing(_uow: UnitOfWork) -> None:
    """Plant nothing."""


def came(uow: UnitOfWork, at: datetime) -> None:
    """Plant a weekly message that was sent."""
    key = f"checkin:{ME.id}:{at.isoformat()}"
    uow.ledger.note(Entry(key, ME.id, "checkin", at, at, "sent", "slot", True))


class TestPage:
    """What it says."""

    @pytest.mark.parametrize("lang", LANGS)
    def test_with_nothing_yet_it_says_one_sentence_and_a_next_step(
        self, sqlite_store: Store, lang: Lang
    ) -> None:
        """No empty table, no zero."""
        message = looked(sqlite_store, nothing, shown, lang=lang)
        assert not of(message, Facts)
        assert not of(message, Chart)
        assert not re.search(r"\d", read(message))
        options = [option.id for choices in of(message, Choices) for option in choices.options]
        assert options == ["cmd:start", "cmd:evaluate"]
        fits(message)

    def test_outcomes_are_told_apart_and_none_is_added_up(self, sqlite_store: Store) -> None:
        """What was dropped or moved stands beside what was kept; what never was is not named."""

        def plant(uow: UnitOfWork) -> None:
            commit(uow, MONDAY - 5 * WEEK, "done")
            commit(uow, MONDAY - 4 * WEEK, "moved", "done")
            commit(uow, MONDAY - 3 * WEEK, "dropped")
            commit(uow, MONDAY - 2 * WEEK, "done", "undone", "partly")

        said = read(looked(sqlite_store, plant, shown))
        assert (
            "made 4, open 1, kept 2, partly 1, given another date 1, dropped on purpose 1" in said
        )
        assert "without an answer" not in said

    @pytest.mark.parametrize("lang", LANGS)
    @given(data=st.data())
    @settings(
        suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None
    )
    def test_whatever_was_rated_both_platforms_take_it_and_no_number_is_lost(
        self, sqlite_store: Store, lang: Lang, data: st.DataObject
    ) -> None:
        """Every value of every item is in the words; no praise, nothing that pushes."""
        rated = {
            (when, item): data.draw(values)
            for when in (BASELINE, ENDLINE, THEN)
            for item in data.draw(st.sets(st.sampled_from(ITEMS), max_size=6))
        }
        sure = data.draw(st.lists(values, max_size=20))

        def plant(uow: UnitOfWork) -> None:
            for n, value in enumerate(sure):
                commit(uow, MONDAY - (20 - n) * WEEK, sure=value)
            for (when, item), value in rated.items():
                if value is not None:
                    at = MONDAY - (25 if when == BASELINE else 0) * WEEK
                    uow.ratings.add(ME.id, f"{when}:{item}", when, value, at)

        message = looked(sqlite_store, plant, shown, lang=lang)
        fits(message)
        said = read(message)
        facts = dict(pair for facts in of(message, Facts) for pair in facts.pairs)
        assert len(facts) <= 10
        started = {
            item: v for (when, item), v in rated.items() if when == BASELINE and v is not None
        }
        for item, value in started.items():
            theme = library().themes.get(item)
            name = theme.title.text(lang) if theme else library().say("progress.unblock", lang)
            assert facts[name].startswith(f"{value} ")
        assert not PRAISE.search(said)
        assert not PUSHING[lang].search(said)
        for chart in of(message, Chart):
            assert 2 <= len(chart.points) <= POINTS
            assert len(chart.series) <= LINES
            assert all(len(line.values) == len(chart.points) for line in chart.series)

    def test_confidence_over_time_and_items_stand_in_one_picture(self, sqlite_store: Store) -> None:
        """The start stays in sight however long the way was; the words say the numbers."""

        def plant(uow: UnitOfWork) -> None:
            uow.ratings.add(ME.id, "baseline:delegation", "b", 4, MONDAY - 20 * WEEK)
            uow.ratings.add(ME.id, "endline:delegation", "e", 7, MONDAY)
            for n in range(15):
                commit(uow, MONDAY - (15 - n) * WEEK, sure=6 + n % 3)

        (chart,) = of(looked(sqlite_store, plant, shown), Chart)
        sure, delegation = chart.series
        assert chart.points[0] == "6 Jul"
        assert [v for v in delegation.values if v is not None] == [level(4), level(7)]
        assert delegation.values[0] == level(4)
        assert None not in sure.values[1:-1]
        assert "Delegation: 4 on Monday 6 July, 7 on Monday 23 November." in chart.alt

    def test_one_day_is_no_picture(self, sqlite_store: Store) -> None:
        """There is nothing to see in one dot."""
        rate = lambda uow: uow.ratings.add(ME.id, "baseline:unblock", "b", 4, MONDAY)  # noqa: E731
        message = looked(sqlite_store, rate, shown)
        assert of(message, Chart) == []
        assert "4 at the start" in read(message)

    def test_the_goal_is_shown_from_two_values_on(self, sqlite_store: Store) -> None:
        """One says nothing about a way."""

        def plant(uow: UnitOfWork) -> None:
            for n, value in enumerate((3, 5, 6)):
                uow.ratings.add(ME.id, "goal_progress", f"r{n}", value, MONDAY - (9 - n) * WEEK)

        assert "from 3 to 6 out of 10" in read(looked(sqlite_store, plant, shown))

    @given(st.integers(0, 10))
    def test_bands_hold_their_values(self, value: int) -> None:
        """What a band is called is what is in it."""
        low, high = map(int, LEVELS[level(value)].split("–"))
        assert low <= value <= high


class TestRhythm:
    """Steady, without guilt: coaching 5.2, #25."""

    def test_weeks_in_which_nothing_came_do_not_count(self, sqlite_store: Store) -> None:
        """A pause of five weeks neither helps nor hurts; a week with only a message counts."""

        def plant(uow: UnitOfWork) -> None:
            for weeks in (9, 8, 2, 1):
                came(uow, MONDAY - weeks * WEEK)
            for weeks in (9, 8, 1):
                commit(uow, MONDAY - weeks * WEEK, "done")

        assert looked(sqlite_store, plant, own_way).rhythm == Rhythm(3, 4)

    def test_a_slower_pace_is_no_gap(self, sqlite_store: Store) -> None:
        """Every four weeks, with a step each time, is steady."""

        def plant(uow: UnitOfWork) -> None:
            for weeks in (12, 8, 4):
                came(uow, MONDAY - weeks * WEEK)
                commit(uow, MONDAY - weeks * WEEK, "done")

        assert looked(sqlite_store, plant, own_way).rhythm == Rhythm(3, 3)

    def test_a_session_that_was_finished_is_a_step(self, sqlite_store: Store) -> None:
        """One that was left, or only looked at, is none; nor is a change of settings."""

        def plant(uow: UnitOfWork) -> None:
            answer = (Answer("keeps", MONDAY),)
            for n, (programme, status, answers) in enumerate(
                [
                    ("theme:delegation", "done", answer),
                    ("theme:delegation", "left", answer),
                    ("theme:delegation", "done", ()),
                    ("onboarding", "done", answer),
                ]
            ):
                at = MONDAY - (9 - n) * WEEK
                came(uow, at)
                one = Session(f"s{n}", ME.id, programme, 1, "x", status, at, at, answers)  # type: ignore[arg-type]  # statuses
                uow.sessions.add(one)

        assert looked(sqlite_store, plant, own_way).rhythm == Rhythm(1, 4)


class TestAlone:
    """Nobody else sees it."""

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
            for page in ("", "plan"):
                await player.command(page)
                offered = {o for _, some in controls(player.messages[-1]) for o in some}
                assert "cmd:progress" in offered
            await player.press("cmd:progress")
            for word in ("progress", "my progress", "progrès", "Mes progrès"):
                before = len(player.messages)
                await player.say(word)
                assert len(player.messages) == before + 1
                assert "nothing to look back on" in read(player.messages[-1])

    def test_the_home_offers_it(self, sqlite_store: Store) -> None:
        """Slack's page of the app."""
        home = replace(card(), template="home")
        message = looked(sqlite_store, nothing, lambda turn: compose_card(turn, home))
        assert message is not None
        assert "cmd:progress" in {o for _, some in controls(message) for o in some}
        fits(message)
