"""An audit looks at everything published as an attacker would, and names what leaks."""

import re
from pathlib import Path
from random import Random

import pytest
from typer.testing import CliRunner

from adapters.cli import app
from bot.groups.auditing import audit
from bot.groups.release import Wave
from bot.groups.shown import count, freeze, thaw
from bot.measuring.closing import close
from bot.measuring.published import Closed, Month, Published
from storage import migrate
from storage.store import open_store
from tests.databases import KEY
from tests.lives import DIALOGUES, OCTOBER, company, live, months
from tests.test_closing import happened

EIGHT = tuple(f"p{number}" for number in range(8))


def chance() -> Random:
    return Random(1)  # noqa: S311 - draws a projection, no secret


def wave(name: str, *people: str, group: str = "company") -> Wave:
    return Wave(name, dict.fromkeys(people, group))


def test_one_sum_over_five_people_tells_of_nobody() -> None:
    """Five people in one number are a group."""
    found = audit([wave("2026-10 reach", *EIGHT[:5])], chance())
    assert (found.numbers, found.people, found.leaks) == (1, 5, False)


def test_a_newcomer_is_found_by_subtracting_two_months() -> None:
    """A department of seven whose eighth answered next month: the difference is one person."""
    both = [wave("2026-09 reach", *EIGHT[:7]), wave("2026-10 reach", *EIGHT)]
    found = audit(both, chance())
    assert found.leaks
    assert ("2026-10 reach", "company") in found.telling
    assert found.singled_out == 1


def test_too_many_people_are_judged_by_the_rule_alone() -> None:
    """A thousand people cannot be tried four by four; the certificate still holds for them."""
    crowd = tuple(f"q{number}" for number in range(1000))
    found = audit([wave("2026-09 reach", *crowd), wave("2026-10 reach", *crowd[:998])], chance())
    assert found.singled_out is None
    assert found.leaks


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with two closed months of sixty people."""
    path = tmp_path / "closed.db"
    monkeypatch.setenv("DECLIC_SECRET_KEY", KEY)
    migrate.upgrade(f"sqlite:///{path}")
    paths, both = company(60, 2), months(OCTOBER.before, 2)
    records = list(live(paths, both, 3))
    before, earlier = close(happened(records, paths, both[0]), DIALOGUES, None, {})
    now, new = close(happened(records, paths, both[1]), DIALOGUES, before, earlier)
    publish(path, before, earlier)
    publish(path, now, new)
    return path


def publish(path: Path, closed: Closed, waves: dict[str, list[Wave]] | object) -> None:
    store = open_store(f"sqlite:///{path}", KEY)

    def job() -> None:
        with store.open_uow() as uow:
            uow.figures.publish(closed, waves)  # type: ignore[arg-type] # as close returns them
            uow.commit()

    store.run_sync(job)
    store.close()


def test_the_command_finds_nothing_in_what_the_release_let_through(database: Path) -> None:
    """Every series is looked at, and the audit ends well."""
    said = CliRunner().invoke(app, ["audit", "--database", str(database)])
    assert said.exit_code == 0, said.output
    assert "LEAKS" not in said.output
    assert "reach" in said.output
    assert "Nothing that was published tells of fewer than five people." in said.output
    ranges = re.search(r"(\d+) ranges of people", said.output)
    assert ranges is not None
    assert int(ranges[1]) > 0
    assert "figures of two teams or more, in no series" in said.output


def test_the_command_names_what_was_published_past_the_rule(database: Path) -> None:
    """Somebody who wrote figures around the release is found out, and the exit says so."""
    month = Month(2027, 1)
    few = {"reach": [wave(f"{month} reach", *EIGHT[:3])]}
    publish(database, Closed(month, ("company",)), few)
    said = CliRunner().invoke(app, ["audit", "--database", str(database)])
    assert said.exit_code == 1
    assert f"{month} reach: company" in said.output


@pytest.mark.parametrize(("low", "high", "leaks"), [(5, 9, False), (7, 9, True), (20, 49, True)])
def test_a_range_that_leaves_too_few_numbers_is_named(
    database: Path, low: int, high: int, leaks: bool
) -> None:
    """Of 26 people, five to nine may have stopped; 'twenty or more' would be twenty or 21."""
    month = Month(2027, 1)
    stopped = count(6, 26, private=True)
    forged = thaw(freeze(stopped) | {"low": low, "high": high, "people": (26, 26)})
    told = {("company", "opt_out"): Published(month, "company", "opt_out", forged)}
    publish(database, Closed(month, ("company",), told), {})
    said = CliRunner().invoke(app, ["audit", "--database", str(database)])
    assert (f"{month} company: opt_out" in said.output) == leaks
    assert said.exit_code == int(leaks)
