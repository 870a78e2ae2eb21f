"""Attacks on a closed round: with the database, its files and the logs in one's hands."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from sqlalchemy import delete, text

from bot.errors import SendFailed
from bot.events import MembersChanged
from storage.store import Store
from storage.tables import metadata
from tests.databases import Database
from tests.fakes import Clock
from tests.players import WORKSPACE, at_the_door
from tests.squads import Squad, Teammate, squad
from tests.traces import all_logs, found, on_disk, rows, unsealed

_CHANCE = (
    re.compile(r"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])"),
    re.compile(r"\b[0-9a-f]{16}\b"),
    re.compile(r"event-\d+"),
)
"""Ids, leases and the test's own events."""

_NUMBER = re.compile(r"^\((\d+), ")
_BYTES = re.compile(r"b'[^']*'|b\"[^\"]*\"")

PLANTED = [f"qx{n:02d}velvet" for n in range(16)]
"""Words that stand nowhere else; the first eight are approved, the others are not."""

Script = Mapping[int, Mapping[str, str | list[str]] | str]
"""What each member does, in the order of doing it: an answer, `no`, or `remind`."""


async def play(team: Squad, script: Script) -> None:
    """Let a round be answered by a script, then close it."""
    await team.begin()
    for number, does in script.items():
        await act(team[number], does)
    await team.close()


async def act(one: Teammate, does: Mapping[str, str | list[str]] | str) -> None:
    """Let one person do one thing."""
    if isinstance(does, str):
        await one.press_there("team:decline")
        await one.fill({"remind": ["remind"] if does == "remind" else []})
        return
    await one.answer_with(**does)
    if does.get("expect"):
        await one.say_yes()


async def remains(store: Store, script: Script, people: int = 10) -> dict[str, Counter[str]]:
    """Return all rows that are left of a round, without what is random in them."""
    async with at_the_door(store, Clock()) as (world, chat):
        team = squad(world, chat, people)
        await play(team, script)
        names = {(await team.coachee(one)).id: one.person for one in team.members}
        left = rows(store, without=["seen"])
        return {
            table: Counter(_plain(row, names) for row in _ranked(left[table])) for table in left
        }


def _ranked(left: Sequence[str]) -> list[str]:
    """Put the order of rows in place of their numbers, which go on from test to test."""
    numbered = sorted(left, key=lambda row: int((_NUMBER.match(row) or ["", "0"])[1]))
    # Who wants reminders is written down in the order of their ids, which are random.
    alike = [row for row in numbered if "team_closed" in row]
    rest = [_NUMBER.sub(f"({rank}, ", row) for rank, row in enumerate(numbered) if row not in alike]
    return rest + [_NUMBER.sub("(", row) for row in alike]


def _plain(row: str, names: Mapping[str, str]) -> str:
    """Put people's ids by name, and leave tokens and ciphertexts out, whose length stays."""
    for coachee_id, person in names.items():
        row = row.replace(coachee_id, person)
    row = _BYTES.sub(lambda found: f"<{len(found[0]) // 64} blocks>", row)
    for pattern in _CHANCE:
        row = pattern.sub("<id>", row)
    return row


ORDINARY: Script = {
    **{n: {"energy": str(2 + n % 3), "role": str(2 + n % 3)} for n in range(2, 8)},
    0: {"energy": "1", "blocker": "means", "expect": "Shorter meetings"},
    1: {"energy": "5", "blocker": "nothing", "offer": "An hour of help"},
}


@pytest.mark.parametrize(
    ("what", "other"),
    [
        ("who gave which answer", {**ORDINARY, 0: ORDINARY[1], 1: ORDINARY[0]}),
        ("who answered first", dict(reversed(list(ORDINARY.items())))),
        ("who answered at all", {**{n: ORDINARY[n] for n in range(7)}, 8: ORDINARY[7]}),
    ],
)
async def test_nothing_that_is_left_tells(store: Store, what: str, other: Script) -> None:
    """Two rounds that differ in nothing but this leave the very same rows."""
    one = await remains(store, ORDINARY)
    two = await remains(_emptied(store), other)
    assert {name: left for name, left in one.items() if left != two[name]} == {}, what


async def test_nothing_that_is_left_tells_who_was_reminded(store: Store) -> None:
    """Of two people who ticked it one had answered: which of them is not kept."""
    ticks: Script = {**ORDINARY, 8: "remind", 9: "remind"}
    answered: dict[str, str | list[str]] = {"energy": "2", "remind": ["remind"]}
    one = await remains(store, {**ticks, 8: answered})
    two = await remains(_emptied(store), {**ticks, 9: answered})
    assert {name: left for name, left in one.items() if left != two[name]} == {}


async def test_no_row_version_tells_who_was_there(postgres_store: Store) -> None:
    """Who answered, who was reminded and who did nothing look alike to PostgreSQL, too."""
    async with at_the_door(postgres_store, Clock()) as (world, chat):
        team = squad(world, chat, 9)
        answered: dict[str, str | list[str]] = {"energy": "2", "remind": ["remind"]}
        script: Script = {**{n: {"energy": "4"} for n in range(2, 6)}, 1: answered, 7: "remind"}
        await play(team, script)
        others = [await glanced_at(team, one) for one in team.members[1:]]
        people = versions(postgres_store, "people", "id", others)
        members = versions(postgres_store, "team_members", "coachee_id", others)
        assert len({(xmin, xmax) for _id, xmin, xmax in people}) == 1
        assert len({(xmin, xmax) for _id, xmin, xmax in members}) == 1


async def test_who_left_in_between_has_the_version_of_leaving(postgres_store: Store) -> None:
    """Two who left together cannot be told apart by which of them had answered."""
    async with at_the_door(postgres_store, Clock()) as (world, chat):
        team = squad(world, chat, 9)
        await team.begin()
        gone = team.members[7:]
        await gone[0].answer_with()
        ids = [await glanced_at(team, one) for one in gone]
        del team.members[7:]
        team.know()
        await team.send(MembersChanged(**team._by(team[0]), went=tuple(one.person for one in gone)))
        found = versions(postgres_store, "people", "id", ids)
        assert len({xmax for _id, _xmin, xmax in found}) == 1


async def test_a_reminder_that_fails_is_logged_under_nobodys_name(sqlite_store: Store) -> None:
    """Whoever was to be reminded had not answered: a platform's trouble does not tell."""
    with all_logs() as heard:
        async with at_the_door(sqlite_store, Clock()) as (world, chat):
            team = squad(world, chat, 8)
            await team.begin()
            await act(team[7], "remind")
            who = await glanced_at(team, team[7])
            chat.fail(SendFailed("ratelimited"), person=team[7].person)
            await world.wait_until((await team.opened()).closes_at)
    assert "ratelimited" in "\n".join(heard.lines)
    assert who not in "\n".join(heard.lines)


async def glanced_at(team: Squad, one: Teammate) -> str:
    """Find somebody's id without a lock, which would leave a version of its own."""
    found = await team.world.look(lambda uow: uow.people.look_for(WORKSPACE, one.person))
    assert found
    return found.id


def versions(store: Store, table: str, key: str, ids: Sequence[str]) -> list[tuple[str, str, str]]:
    """Read by which transactions rows were written and locked, of these people."""
    query = f"SELECT {key}, xmin::text, xmax::text FROM {table}"  # noqa: S608

    def read() -> list[tuple[str, str, str]]:
        with store._writes.transaction() as scope:
            return [(row[0], row[1], row[2]) for row in scope.execute(text(query))]

    return [row for row in store.run_sync(read) if row[0] in ids]


async def test_planted_words_are_nowhere_but_in_the_summary(
    store: Store, database: Database, request: pytest.FixtureRequest
) -> None:
    """Rows, files, ciphertexts and logs hold no word that its author did not approve."""
    with all_logs() as heard:
        async with at_the_door(store, Clock()) as (world, chat):
            team = squad(world, chat, 8)
            await team.begin()
            for n, one in enumerate(team.members):
                await one.answer_with(expect=f"Less {PLANTED[n]} please")
                if n < 4:
                    await one.say_yes()
                await one.answer_with(expect=f"Less {PLANTED[n]} please", offer=PLANTED[8 + n])
            opened = await team.opened()
            await team.close()
            for n in range(4):
                assert PLANTED[n] not in team.read()
            others = team.members[1:]  # the first is the champion, who is told of every round
            ids = [(await team.coachee(one)).id for one in others]
        assert not found(str(rows(store)), PLANTED)
        assert not found(unsealed(str(rows(store))), PLANTED)
    await store.scrub()
    raw = _files(database, request)
    assert not found(raw, PLANTED)
    assert not found(unsealed(raw), PLANTED)
    assert not found("\n".join(heard.lines), [*PLANTED, opened.id])
    for left in rows(store).values():
        assert not [row for row in left if opened.id in row and any(i in row for i in ids)]


async def test_approved_words_are_kept_sealed_and_under_nobodys_name(
    store: Store, database: Database, request: pytest.FixtureRequest
) -> None:
    """The summary's lines are unreadable without the key and belong to the round alone."""
    async with at_the_door(store, Clock()) as (world, chat):
        team = squad(world, chat, 8)
        await play(team, {n: {"expect": f"Less {PLANTED[n]} please"} for n in range(8)})
        assert found(team.read(), PLANTED) == PLANTED[:8]
    raw = _files(database, request)
    assert not found(raw, PLANTED)
    assert found(unsealed(raw), PLANTED) == PLANTED[:8]


async def test_while_it_is_open_an_answer_cannot_be_read_without_the_key(
    store: Store, database: Database, request: pytest.FixtureRequest
) -> None:
    """The files hold links, as the form says, but neither numbers nor words."""
    async with at_the_door(store, Clock()) as (world, chat):
        team = squad(world, chat, 8)
        await team.begin()
        for n, one in enumerate(team.members):
            await one.answer_with(energy=str(1 + n % 5), expect=f"Less {PLANTED[n]} please")
        kept = rows(store)["team_answers"]
        assert len(kept) == 8
        lengths = {len(found) for row in kept for found in _BYTES.findall(row)}
        assert len(lengths) == 1
        assert not found(_files(database, request), PLANTED)


# subtraction


async def figures(team: Squad) -> list[bool]:
    """Tell of each closed round whether numbers of it are kept."""
    return [bool(one.sealed and one.sealed.exact) for one in await team.rounds()]


def mixed(n: int) -> dict[str, str]:
    """An answer of a team that does not agree."""
    return {"energy": str(1 + n % 5), "role": str(1 + n % 4), "goal": str(2 + n % 4)}


async def answered(team: Squad, people: Sequence[Teammate]) -> None:
    """Let these answer, each as ever, then close."""
    for one in people:
        await one.answer_with(**mixed(int(one.person[1:3])))
    await team.close()


async def test_a_newcomer_cannot_be_read_by_subtraction(store: Store) -> None:
    """Where one came, there are words alone, and the numbers of before are gone."""
    async with at_the_door(store, Clock()) as (world, chat):
        team = squad(world, chat, 7)
        await team.begin()
        await answered(team, team.members)
        assert await figures(team) == [True]
        await team.come(Teammate(world, chat, "U50NEW"))
        await world.wait(seconds=11)
        await team[0].press_there("team:now")
        await answered(team, team.members)
        assert await figures(team) == [False, False]
        assert "8 to 12 answers" in team.read()


async def test_numbers_begin_anew_with_the_team_as_it_is(store: Store) -> None:
    """The next round of the same people is kept in numbers again, and nothing older is."""
    async with at_the_door(store, Clock()) as (world, chat):
        team = squad(world, chat, 7)
        await team.begin()
        await answered(team, team.members)
        await team.go(team[6])
        for _ in range(2):
            await team[0].press_there("team:now")
            await answered(team, team.members)
        assert await figures(team) == [False, False, True]


async def test_coming_back_hides_no_difference(store: Store) -> None:
    """Three who leave and come back with one who stays away still make words."""
    async with at_the_door(store, Clock()) as (world, chat):
        team = squad(world, chat, 9)
        await team.begin()
        await answered(team, team.members)
        for one in team.members[1:5]:
            await team.go(one)
        for number in (2, 3, 4):
            await team.come(Teammate(world, chat, f"U{number:02d}MATE"))
        await world.wait(seconds=11)
        await team[0].press_there("team:now")
        await answered(team, team.members)
        assert await figures(team) == [False, False]


async def test_somebody_who_stays_away_cannot_be_read_by_subtraction(store: Store) -> None:
    """The same team with one answer fewer has words alone; the numbers of before may stay."""
    async with at_the_door(store, Clock()) as (world, chat):
        team = squad(world, chat, 8)
        await team.begin()
        await answered(team, team.members)
        await team[0].press_there("team:now")
        await answered(team, team.members[1:])
        assert await figures(team) == [True, False]


async def test_unanimity_leaves_the_level_alone(store: Store) -> None:
    """Five people who all answer 1 are kept as low, and no number says it."""
    async with at_the_door(store, Clock()) as (world, chat):
        team = squad(world, chat, 5)
        await play(team, {n: {"energy": "1", "role": "1", "goal": "1"} for n in range(5)})
        sealed = (await team.rounds())[0].sealed
        assert sealed
        assert {f.level for f in sealed.figures.values()} == {"low"}
        assert {(f.total, f.squares) for f in sealed.figures.values()} == {(None, None)}
        assert sealed.counts == {}


def _emptied(store: Store) -> Store:
    """Begin again with the same store, without any row."""

    def clear() -> None:
        with store._writes.transaction() as scope:
            for table in metadata.tables.values():
                scope.execute(delete(table))
            scope.commit()

    store.run_sync(clear)
    return store


def _files(database: Database, request: pytest.FixtureRequest) -> bytes:
    server = None if database.path else Path(request.getfixturevalue("postgres_socket"))
    return on_disk(database, server)
