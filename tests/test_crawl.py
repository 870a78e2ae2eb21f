"""Promise 6: whoever is not the author reads none of what people typed, wherever they look.

HR, a manager and a member of another team type, press and open all there is, after four weeks of
the organisation of `declic demo` in which some people typed phrases that stand nowhere else.
"""

import re
import shutil
from collections import Counter
from html import escape
from pathlib import Path

import pytest

from bot.campaigns import commanding as campaigns
from bot.language import LANGS
from bot.visibility import Keeps
from tests.crawl_found import Story
from tests.crawl_story import FIGURES, ROLES, told
from tests.demo_town import HOSTILE
from tests.phrases import runs, runs_of, texts_in
from tests.world import library

PHRASES = 50
"""Different ones, at least (coaching 7, promise 6)."""

MONTHS, GROUPS = 2, 3
"""That are closed, and that can be picked: the company and two departments."""

TWICE_IN_BOTH_LANGUAGES = 4

KINDS: set[Keeps] = {"session", "goal", "commitment", "plan", "learning", "feedback"}

MANAGER, MEMBER = ("person-1", "team-1"), ("person-10", "team-2")
"""The people who look, each with their team's channel."""


_LANG = re.compile("<html lang='(..)'>")
_INTERVAL = re.compile(r"%,[\d.]+,%,[\d.]+,[\d.]+,")
"""A share with its interval, in a table."""


@pytest.fixture(scope="module")
def story(sqlite_migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Live it once; the tests only read."""
    path = tmp_path_factory.mktemp("crawl") / "declic.sqlite3"
    shutil.copy(sqlite_migrated, path)
    return told(path)


def test_enough_was_typed_of_every_kind(story: Story) -> None:
    """Otherwise the crawl would prove little; what was not approved is in no summary."""
    kept = [one for words in story.kept.values() for one in words]
    assert {keeps for keeps, _ in kept} >= KINDS
    assert len({text for _, text in kept if runs(text)}) > PHRASES
    assert len(set(story.planted.every)) > PHRASES
    assert runs_of(story.planted.every) <= story.others()
    assert len(story.planted.hidden) > 10
    said = "\n".join(line for lines in story.to_team.values() for line in lines)
    assert not runs(said) & runs_of(story.planted.hidden)


def test_hr_reads_nothing_that_anybody_typed(story: Story) -> None:
    """Pages of all months and groups in both languages, files, pictures, commands and previews."""
    crawl = story.crawls["hr"]
    for path in ("/dashboard?", "/dashboard/figures.csv?"):
        looks = Counter(where for where, _ in crawl.read if where.startswith(f"page {path}"))
        assert list(looks.values()) == [TWICE_IN_BOTH_LANGUAGES] * MONTHS * GROUPS
    assert [one for one in crawl.of("source /dashboard/figures.csv?") if _INTERVAL.search(one)]
    assert len(crawl.of("answer ")) > 100
    assert len(crawl.of("message ")) > 50
    assert crawl.leaks(story.others()) == []


def test_a_manager_reads_nothing_but_what_is_theirs(story: Story) -> None:
    """Their own words, their team's summary, and the plan that somebody shares with them."""
    person, channel = MANAGER
    crawl = story.crawls["manager"]
    assert len(crawl.of("message ")) > 100
    assert len(crawl.of("answer ")) > 100
    assert crawl.leaks(story.others(person, channel)) == []
    read = {run for _, text in crawl.read for run in runs(text)}
    for theirs in (story.to_team[channel], story.planted.shared[person]):
        assert runs_of(theirs) <= read
    assert runs_of(story.planted.by[person].planted) & read


def test_a_member_reads_nothing_but_what_is_theirs(story: Story) -> None:
    """Wherever they look, and whosever buttons they press."""
    person, channel = MEMBER
    crawl = story.crawls["member"]
    assert len(crawl.of("message ")) > 100
    assert len(crawl.of("answer ")) > 100
    assert len(crawl.of("foreign")) > 60
    assert crawl.leaks(story.others(person, channel)) == []


@pytest.mark.parametrize(
    ("name", "whose"), [("manager", MANAGER), ("member", MEMBER)], ids=["manager", "member"]
)
def test_the_page_of_a_team_has_what_was_said_to_the_team_and_nothing_else(
    story: Story, name: str, whose: tuple[str, str]
) -> None:
    """In both languages, with its picture: lines that were approved, and what its champion said."""
    person, channel = whose
    pages = story.crawls[name].of("page /team-results/")
    own = [one for one in pages if "class='levels'" in one]
    assert len(own) == len(LANGS)
    assert {_LANG.findall(one)[0] for one in own} == set(LANGS)
    for one in own:
        assert 'role="img"' in one
        assert runs_of(story.to_team[channel]) <= runs(one)
    others = runs_of(story.phrases) - runs_of(story.to_team[channel]) - runs_of(texts_in(library()))
    assert others >= runs_of(story.planted.by[person].planted) - runs_of(story.to_team[channel])
    assert not others & runs("\n".join(pages))


@pytest.mark.parametrize(("name", "others"), [("manager", 2), ("member", 2), ("hr", 3)])
def test_whoever_is_not_in_a_team_is_refused_its_page(story: Story, name: str, others: int) -> None:
    """Even with a link that says it is theirs; HR is in none."""
    assert story.foreign[name] == [403] * others


def test_an_export_has_all_of_ones_own_words_and_nobody_elses(story: Story) -> None:
    """Of what the crawl looks for it finds what is there to be found."""
    for name, (person, channel) in (("manager", MANAGER), ("member", MEMBER)):
        export = runs(story.exports[name])
        own = [text for _, text in story.kept[person]]
        assert len(runs_of(own)) > PHRASES
        assert runs_of(own) <= export
        assert not story.others(person, channel) & export


def test_what_touched_the_safety_list_is_nowhere(story: Story) -> None:
    """Not even where its author looks, nor in the store."""
    unsafe = runs_of(story.planted.unsafe)
    assert unsafe
    assert not unsafe & runs_of(text for words in story.kept.values() for _, text in words)
    for crawl in story.crawls.values():
        assert crawl.leaks(unsafe) == []


@pytest.mark.parametrize("name", ["manager", "member"])
def test_whoever_has_no_role_is_refused_all_that_is_hrs(story: Story, name: str) -> None:
    """Every command in both languages, and every page, with a link and without."""
    refusals = {library().wording["campaign.not_allowed"].text(lang) for lang in LANGS}
    refused = story.refused[name]
    assert len(refused) == 2 * len(campaigns.NAMES)
    assert {reply.show.summary if reply.show else "" for reply in refused} == refusals
    assert [reply for reply in refused if reply.form or reply.notice] == []
    assert story.closed[name] == [401] * len(FIGURES) + [403] * len(ROLES)


def test_an_operator_reads_nothing_that_anybody_typed(story: Story) -> None:
    """In logs of all of it, at addresses open to everybody, and in what commands print."""
    crawl = story.crawls["operator"]
    assert len(crawl.of("log")) > 500
    assert story.exits == {"doctor": 0, "audit": 0, "preview": 0}
    assert [text for text in crawl.of("printed ") if len(text) < 100] == []
    assert crawl.of("source /healthz") == ["ok"]
    assert crawl.leaks(story.others()) == []


def test_a_department_named_with_markup_is_shown_as_it_was_named(story: Story) -> None:
    """It is no tag of a page, no formula of a table, and fills in no wording."""
    crawl = story.crawls["hr"]
    pages = crawl.of("source /dashboard?")
    assert [one for one in pages if "<script>" in one] == []
    assert all(escape(HOSTILE) in one for one in pages)
    tables = crawl.of("source /dashboard/figures.csv")
    assert len(tables) > 4
    assert [one for one in tables if re.search(r"(^|[,;\n\"])=1", one)] == []
