"""Suggested themes: three with their reason, and never one theme less to choose from."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.choosing.suggesting import (
    LATELY,
    SHOWN,
    THEMES_OF,
    Known,
    Reason,
    Suggestion,
    least_sure,
    suggest,
)
from bot.language import LANGS, Lang
from bot.messages import Choices
from bot.teams.content import BLOCKERS
from storage.store import Store
from tests.fakes import Clock
from tests.hr import Hr, company, hr_person
from tests.players import Player, Words, at_the_door
from tests.squads import squad, text_of
from tests.world import MONDAY, World, library

CATALOGUE = tuple(sorted(library().themes))
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def why(known: Known) -> list[tuple[str, Reason]]:
    """Which themes, and for which reason."""
    return [(one.theme_id, one.reason) for one in suggest(known, NOW)]


def ago(**past: float) -> datetime:
    """A time so long ago."""
    return NOW - timedelta(**past)


class TestRules:
    """What is suggested, of what is known."""

    def test_each_source_has_its_turn(self) -> None:
        """Team, own lowest item, company: one of each, whatever each of them has more of."""
        known = Known(
            CATALOGUE,
            starred=("delegation", "workload", "hybrid", "conflict"),
            blockers=("decision", "information"),
            sure={"give_feedback": 3, "meetings": 6},
        )
        assert why(known) == [
            ("decision_making", "team"),
            ("give_feedback", "own"),
            ("delegation", "company"),
        ]

    def test_who_is_new_to_everything_gets_what_they_chose_first(self) -> None:
        """Then the rest of the catalogue, in its order."""
        found = why(Known(CATALOGUE, chosen=("workload", "meetings")))
        assert found == [("workload", "new"), ("meetings", "new"), (CATALOGUE[0], "new")]

    def test_a_theme_with_two_reasons_is_shown_once(self) -> None:
        """With that of the team, which comes first."""
        known = Known(CATALOGUE, ("decision_making",), ("decision",), {"decision_making": 1})
        assert why(known)[0] == ("decision_making", "team")
        assert len({theme for theme, _ in why(known)}) == SHOWN

    def test_every_type_of_blocker_leads_to_a_theme(self) -> None:
        """And the team reads which type it was."""
        assert set(THEMES_OF) == set(BLOCKERS)
        for kind, helping in THEMES_OF.items():
            assert set(helping) <= set(CATALOGUE)
            first = suggest(Known(CATALOGUE, blockers=(kind,)), NOW)[0]
            assert first == Suggestion(helping[0], "team", kind)

    def test_what_was_done_lately_gives_way(self) -> None:
        """However often it is named, starred or rated low."""
        known = Known(
            CATALOGUE,
            ("decision_making",),
            ("decision",),
            {"decision_making": 0},
            {"decision_making": ago(days=3)},
        )
        assert "decision_making" not in {theme for theme, _ in why(known)}

    def test_what_was_done_longer_ago_comes_back_with_its_reason(self) -> None:
        """The team names it again."""
        done = {"decision_making": ago(weeks=5)}
        known = Known(CATALOGUE, blockers=("decision",), done=done)
        assert why(known)[0] == ("decision_making", "team")

    def test_who_has_done_everything_gets_what_was_longest_ago(self) -> None:
        """There are always three."""
        done = {theme: ago(weeks=10 + n) for n, theme in enumerate(CATALOGUE)}
        longest = [(theme, "again") for theme in reversed(CATALOGUE)][:SHOWN]
        assert why(Known(CATALOGUE, done=done)) == longest

    def test_unblocking_is_no_theme(self) -> None:
        """The lowest of the items that are themes counts."""
        assert least_sure({"unblock": 0, "meetings": 4}, CATALOGUE) == "meetings"
        assert least_sure({"unblock": 0}, CATALOGUE) is None

    def test_who_is_sure_of_everything_was_least_sure_of_nothing(self) -> None:
        """Ten of ten is no reason."""
        assert least_sure(dict.fromkeys(CATALOGUE, 10), CATALOGUE) is None

    def test_of_several_lowest_items_the_first_of_the_catalogue_counts(self) -> None:
        """Whatever the order in which they were rated."""
        assert least_sure({"workload": 2, "conflict": 2}, CATALOGUE) == "conflict"


themes = st.sampled_from(CATALOGUE)
anything = st.sampled_from((*CATALOGUE, "unblock", "gone_theme"))
knowledge = st.builds(
    Known,
    catalogue=st.lists(themes, unique=True).map(tuple),
    starred=st.lists(anything, unique=True, max_size=4).map(tuple),
    blockers=st.lists(st.sampled_from(BLOCKERS), unique=True).map(tuple),
    sure=st.dictionaries(anything, st.integers(0, 10)),
    done=st.dictionaries(anything, st.integers(0, 200).map(lambda days: ago(days=days))),
    chosen=st.lists(anything, unique=True, max_size=2).map(tuple),
)


@given(knowledge)
def test_there_are_always_three_or_all_there_are(known: Known) -> None:
    """Each once, and each to be found in the catalogue."""
    found = [one.theme_id for one in suggest(known, NOW)]
    assert len(found) == len(set(found)) == min(SHOWN, len(known.catalogue))
    assert set(found) <= set(known.catalogue)


@given(knowledge)
def test_nothing_done_lately_is_suggested_while_others_wait(known: Known) -> None:
    """Only where nothing else is left."""
    lately = {theme for theme, at in known.done.items() if NOW - at < LATELY}
    shown = {one.theme_id for one in suggest(known, NOW)}
    assert not shown & lately or set(known.catalogue) - lately <= shown


@given(knowledge, st.randoms())
def test_the_same_facts_always_lead_to_the_same_suggestions(known: Known, random: Random) -> None:
    """In the same order, whatever the order in which the facts were read."""
    sure, done = list(known.sure.items()), list(known.done.items())
    random.shuffle(sure)
    random.shuffle(done)
    again = Known(
        known.catalogue, known.starred, known.blockers, dict(sure), dict(done), known.chosen
    )
    assert suggest(again, NOW) == suggest(known, NOW)


# through the whole engine


@asynccontextmanager
async def somebody(store: Store, lang: Lang = "en") -> AsyncIterator[tuple[World, Player]]:
    """Somebody who has begun."""
    async with at_the_door(store, Clock(MONDAY)) as (world, chat):
        one = Player(world, chat, lang=lang)
        await one.onboard(Words())
        yield world, one


def offered(one: Player) -> list[str]:
    """The themes that the newest message suggests."""
    return [option.id for option in _choices(one)[0].options]


def listed(one: Player) -> set[str]:
    """The themes that can be chosen from the whole list."""
    (every,) = (choices for choices in _choices(one) if choices.compact)
    return {option.id for option in every.options}


def _choices(one: Player) -> list[Choices]:
    return [element for element in one.messages[-1].elements if isinstance(element, Choices)]


def said(key: str, lang: Lang) -> str:
    """A short text."""
    return library().say(f"choosing.{key}", lang)


async def rate(world: World, one: Player, items: Mapping[str, int]) -> None:
    """Let somebody have evaluated themselves."""
    me = await one.me()
    assert me is not None
    for kind, value in items.items():
        add = (me.id, kind, "s1", value, world.clock())
        await world.change(lambda uow, row=add: uow.ratings.add(*row))  # type: ignore[misc]  # a row
    await world.wait(minutes=1)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("word", ["start", "themes"])
async def test_a_theme_is_suggested_with_its_reason(
    sqlite_store: Store, lang: Lang, word: str
) -> None:
    """Where themes are offered: what was least sure, and beside it every theme there is."""
    async with somebody(sqlite_store, lang) as (world, one):
        await rate(world, one, {"baseline:workload": 2, "baseline:unblock": 0, "useful": 1})
        await one.command(f"language {lang}")
        await one.command(word)
        assert offered(one)[0] == "workload"
        text = text_of(one.messages[-1])
        assert f"{library().themes['workload'].title.text(lang)} · {said('own', lang)}" in text
        assert said("own", lang) not in one.messages[-1].summary
        assert len(offered(one)) == SHOWN
        assert listed(one) == set(library().themes)


async def test_the_last_evaluation_counts(sqlite_store: Store) -> None:
    """What the end-line says takes the place of the baseline."""
    async with somebody(sqlite_store) as (world, one):
        await rate(world, one, {"baseline:workload": 2, "baseline:hybrid": 4})
        await rate(world, one, {"endline:workload": 9})
        await one.command("themes")
        assert offered(one)[0] == "hybrid"


async def test_one_tap_begins_what_is_suggested(sqlite_store: Store) -> None:
    """As the list does."""
    async with somebody(sqlite_store) as (world, one):
        await rate(world, one, {"baseline:workload": 2})
        await one.command("start")
        await one.press("workload")
        session = await one.session()
        assert session is not None
        assert session.programme_id == "theme:workload"


async def test_a_session_done_gives_way_to_others(sqlite_store: Store) -> None:
    """The day after it is not suggested again."""
    async with somebody(sqlite_store) as (world, one):
        await rate(world, one, {"baseline:delegation": 2})
        await one.command("start delegation")
        await one.walk(Words())
        await one.command("themes")
        assert "delegation" not in offered(one)
        assert "delegation" in listed(one)


@asynccontextmanager
async def of_hr(store: Store) -> AsyncIterator[tuple[World, Hr, Player]]:
    """Somebody of HR, and somebody who is coached."""
    async with at_the_door(store, Clock(MONDAY)) as (world, chat):
        hr = await hr_person(world, chat, "U0HR")
        one = Player(world, chat)
        await one.onboard(Words())
        yield world, hr, one


class TestStars:
    """Themes that the company puts forward."""

    async def test_hr_stars_themes_by_a_form(self, sqlite_store: Store) -> None:
        """One command, one form; the message says what is starred, and the log who did it."""
        async with of_hr(sqlite_store) as (world, hr, _one):
            await hr.campaign("stars")
            assert library().say("campaign.stars_none", "en") in text_of(hr.messages[-1])
            await hr.fill({"themes": ["workload", "delegation"]})
            titles = [library().themes[t].title.en for t in ("workload", "delegation")]
            assert "\n".join(titles) in text_of(hr.messages[-1])
            (deed, *_) = await world.look(lambda uow: uow.roles.log(1))
            assert (deed.act, deed.detail) == ("starred", "workload,delegation")

    async def test_they_are_suggested_with_that_reason(self, sqlite_store: Store) -> None:
        """To everybody, in the order in which they were starred."""
        async with of_hr(sqlite_store) as (_world, hr, one):
            await hr.campaign("stars")
            await hr.fill({"themes": ["workload", "hybrid"]})
            await one.command("themes")
            assert offered(one)[0] == "workload"
            assert said("company", "en") in text_of(one.messages[-1])

    async def test_they_alter_nothing_that_can_be_selected(self, sqlite_store: Store) -> None:
        """Promise 2: with stars or without, the same list, and each theme of it begins."""
        async with of_hr(sqlite_store) as (_world, hr, one):
            await one.command("themes")
            before = listed(one)
            await hr.campaign("stars")
            await hr.fill({"themes": ["workload", "hybrid", "meetings", "delegation"]})
            for theme in CATALOGUE:
                await one.command("themes")
                assert listed(one) == before == set(CATALOGUE)
                await one.press(theme)
                session = await one.session()
                assert session is not None
                assert session.programme_id == f"theme:{theme}"
                await one.command("leave")

    async def test_themes_of_a_campaign_come_before_them(self, sqlite_store: Store) -> None:
        """For whoever said yes to it, as long as it lasts."""
        async with company(sqlite_store) as firm:
            await firm.world.change(lambda uow: uow.stars.put(["hybrid"]))
            await firm.hr.draft(themes=["workload"])
            await firm.hr.launch()
            await firm.world.wait(days=7, hours=3)
            one = Player(firm.world, firm.chat, "P000")
            await one.press("campaign:yes")
            await one.walk(Words())
            await one.command("themes")
            assert offered(one)[0] == "workload"
            await firm.hr.campaign("stop")
            await firm.hr.press("campaign:stop")
            await firm.world.wait(minutes=1)
            await one.command("themes")
            assert offered(one)[0] == "hybrid"

    async def test_more_than_four_are_refused(self, sqlite_store: Store) -> None:
        """The form stays open; nothing changes."""
        async with of_hr(sqlite_store) as (world, hr, _one):
            await hr.campaign("stars")
            reply = await hr.fill({"themes": list(CATALOGUE[:5])})
            assert "themes" in reply.errors
            assert await world.look(lambda uow: list(uow.stars.all())) == []

    async def test_they_can_all_be_taken_back(self, sqlite_store: Store) -> None:
        """None is an answer, too."""
        async with of_hr(sqlite_store) as (world, hr, _one):
            await hr.campaign("stars")
            await hr.fill({"themes": ["workload"]})
            await hr.press("campaign:set")
            await hr.fill({"themes": []})
            assert await world.look(lambda uow: list(uow.stars.all())) == []

    async def test_who_has_no_role_stars_nothing(self, sqlite_store: Store) -> None:
        """Neither by the command nor by a form of before."""
        async with of_hr(sqlite_store) as (world, hr, one):
            await hr.campaign("stars")
            me = await hr.me()
            assert me is not None
            await world.change(lambda uow: uow.roles.revoke(me.id, "hr"))
            reply = await hr.fill({"themes": ["workload"]})
            assert reply.notice
            reply = await Hr(world, one.chat, one.person).campaign("stars")
            assert reply.form is None
            assert await world.look(lambda uow: list(uow.stars.all())) == []


class TestTeams:
    """What a team named, once it was published to the team."""

    async def test_what_a_team_named_is_suggested_to_its_members_alone(
        self, sqlite_store: Store
    ) -> None:
        """After the close, not before; and not to anybody else."""
        async with at_the_door(sqlite_store, Clock(MONDAY)) as (world, chat):
            team = squad(world, chat, 5)
            for one in team.members:
                await one.onboard(Words())
            other = Player(world, chat, "U0OTHER")
            await other.onboard(Words())
            await team.begin()
            for one in team.members:
                await one.answer_with(blocker="decision")
            await team[0].command("themes")
            assert said("team_decision", "en") not in text_of(team[0].messages[-1])
            await team.close()
            await world.wait(minutes=1)
            await team[0].command("themes")
            assert offered(team[0])[0] == "decision_making"
            assert said("team_decision", "en") in text_of(team[0].messages[-1])
            await other.command("themes")
            assert said("team_decision", "en") not in text_of(other.messages[-1])

    async def test_a_round_with_too_few_answers_names_nothing(self, sqlite_store: Store) -> None:
        """What was not published leaves no trace in what is suggested."""
        async with at_the_door(sqlite_store, Clock(MONDAY)) as (world, chat):
            team = squad(world, chat, 5)
            await team[0].onboard(Words())
            await team.begin()
            for one in team.members[:4]:
                await one.answer_with(blocker="decision")
            await team.close()
            await world.wait(minutes=1)
            await team[0].command("themes")
            assert said("team_decision", "en") not in text_of(team[0].messages[-1])

    async def test_who_came_after_a_round_is_suggested_nothing_of_it(
        self, sqlite_store: Store
    ) -> None:
        """They did not see it."""
        async with at_the_door(sqlite_store, Clock(MONDAY)) as (world, chat):
            team = squad(world, chat, 5)
            await team.begin()
            for one in team.members:
                await one.answer_with(blocker="decision")
            await team.close()
            newcomer = type(team[0])(world, chat, "U99NEW")
            await newcomer.onboard(Words())
            await team.come(newcomer)
            await world.wait(minutes=1)
            await newcomer.command("themes")
            assert said("team_decision", "en") not in text_of(newcomer.messages[-1])
