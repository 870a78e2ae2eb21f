"""Plays talks on a stage, and tells in a few lines where what is seen is not what was written."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete, insert, select

from bot.campaigns.content import Campaign, Invitee, Terms
from bot.language import LANGS, Lang
from bot.ports import UnitOfWork
from bot.self_evaluation import ASKED
from bot.teams.content import Member, Team
from storage.store import Store
from storage.tables import cards, metadata, sessions
from tests.fakes import Clock
from tests.reading import faults
from tests.stage import Shown, Stage
from tests.stages import STAGES, ZONE
from tests.talks import Line, Talk, fold, meant, pattern, talks
from tests.world import MONDAY

WORDS = {"text", "line"}
"""Fields whose words are never seen in the chat."""

FEW = 5
"""Moments that may pass in silence before the next message."""

TABLES = metadata.sorted_tables
Rows = Mapping[str, Sequence[Mapping[str, Any]]]
Step = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Mismatch(Exception):
    """What was expected of a line, and was not so."""

    expected: str


@dataclass(slots=True)
class Player:
    """One person's side of a talk.

    `chat` is what is seen after the last line, `texts` all that was ever new, as it was read.
    """

    stage: Stage
    lang: Lang
    secret: list[str] = field(default_factory=list)
    texts: set[str] = field(default_factory=set)
    chat: list[Shown] = field(default_factory=list)

    async def play(self, lines: Sequence[Line]) -> str:
        """Play lines; return what was wrong with the first that failed, or nothing."""
        self.chat = self.stage.messages()
        for number, line in enumerate(lines, 1):
            before = {one.key: one for one in self.chat}
            try:
                await self._line(line, before)
            except (Mismatch, AssertionError, StopIteration) as wrong:
                expected = wrong.expected if isinstance(wrong, Mismatch) else str(wrong)
                self.chat = self.stage.messages()
                return self._told(number, line, expected, self._fresh(before))
        return ""

    async def _line(self, line: Line, before: Mapping[str, Shown]) -> None:
        kept = await self._kept() if line.traceless else None
        await self._do(line)
        self.chat = self.stage.messages()
        if line.switches:
            self.lang = next(one for one in LANGS if one != self.lang)
        fresh = self._fresh(before)
        self.texts.update(fold(one.text) for one in fresh)
        self._check_seen(line, fresh)
        self._check_decent(fresh, before)
        await self._check_kept(line)
        if kept is not None and kept != await self._kept():
            raise Mismatch("that nothing of it is kept")

    async def _do(self, line: Line) -> None:
        match line.does:
            case "say":
                await self.stage.say(meant(line.what, self.lang))
            case "press":
                await self.stage.press(self._label(line.what))
            case "tick":
                await self.stage.tick(*map(self._label, line.what))
            case "pick":
                await self.stage.pick(self._day(line.what))
            case "fill":
                await self._fill(line.what)
            case "join":
                joins = {"team": self._join_team, "campaign": self._join_campaign}
                await self.stage.world.change(joins[line.what])
            case _:
                await self._wait(line.what)

    def _join_campaign(self, uow: UnitOfWork) -> None:
        """Have come by a campaign that HR has stopped since."""
        me = uow.people.find(*self.stage.identity)
        assert me is not None
        now = self.stage.world.clock()
        terms = Terms("Autumn", ("delegation",), now.date())
        uow.campaigns.add(Campaign("autumn", "", now, terms, "stopped", closed_at=now))
        uow.campaigns.list_people("autumn", [Invitee(me.id)])
        one = uow.campaigns.invitee("autumn", me.id)
        assert one is not None
        uow.campaigns.put_invitee("autumn", replace(one, answer="yes", joined=True))

    def _join_team(self, uow: UnitOfWork) -> None:
        """Take part in the check-in of a team, as if the platform had told so."""
        me = uow.people.find(*self.stage.identity)
        assert me is not None
        now, zone = self.stage.world.clock(), me.zone
        team = Team("team", me.workspace, "C1", {}, now, me.lang, zone, state="active")
        uow.teams.add(team)
        uow.teams.enrol(Member(team.id, me.id, 1))

    async def _fill(self, written: Mapping[str, object]) -> None:
        values = {name: meant(value, self.lang) for name, value in written.items()}
        if "due" in values:
            values["due"] = self._day(values["due"])
        self.secret += [v for name, v in values.items() if name in WORDS]
        await self.stage.fill(values)

    def _day(self, written: object) -> str:
        """Return a day: so many days from now, or as it is written."""
        now = self.stage.world.clock().astimezone(ZoneInfo(ZONE))
        with suppress(ValueError):
            return (now + timedelta(days=int(str(written)))).date().isoformat()
        return str(written)

    async def _wait(self, written: object) -> None:
        world = self.stage.world
        if written == "next":
            before = self.stage.messages()
            for _ in range(FEW):
                await world.wait_for_next()
                await self.stage.look()
                if self.stage.messages() != before:
                    break
        elif isinstance(written, Mapping):
            await world.wait(**written)
        else:
            await world.wait_until(
                datetime.fromisoformat(str(written)).replace(tzinfo=ZoneInfo(ZONE))
            )
        await self.stage.look()

    def _label(self, written: object) -> str:
        """Return the very label, whose quotes and spaces a transcript writes as it likes."""
        wanted = fold(meant(written, self.lang))
        for message in reversed(self.chat):
            for label in message.labels:
                if fold(label) == wanted:
                    return label
        raise Mismatch(f"to find something called: {wanted}")

    def _fresh(self, before: Mapping[str, Shown]) -> list[Shown]:
        return [one for one in self.chat if before.get(one.key) != one]

    def _check_seen(self, line: Line, fresh: Sequence[Shown]) -> None:
        new = "\n".join(one.text for one in fresh)
        window = self.stage.window() if line.window else ""
        self._expect("to read", line.shows, new)
        self._expect("to read in the form", line.window, window)
        self._expect(
            "not to read anywhere",
            line.hides,
            "\n".join(one.text for one in self.chat),
            there=False,
        )
        newest = next((one for one in reversed(self.chat) if not one.passing), Shown("", ""))
        labels = {fold(label) for label in newest.labels}
        for item in line.offers:
            self._claim(f"to be offered: {meant(item, self.lang)}", self._folded(item) in labels)
        for item in line.lacks:
            there = self._folded(item) in labels
            self._claim(f"not to be offered: {meant(item, self.lang)}", not there)

    def _expect(self, what: str, items: Sequence[str], read: str, *, there: bool = True) -> None:
        for item in items:
            found = bool(pattern(item, self.lang).search(fold(read)))
            self._claim(f"{what}: {meant(item, self.lang)}", found is there)

    def _folded(self, item: object) -> str:
        return fold(meant(item, self.lang))

    def _claim(self, expected: str, true: bool) -> None:
        if not true:
            raise Mismatch(expected)

    def _check_decent(self, fresh: Sequence[Shown], before: Mapping[str, Shown]) -> None:
        for one in fresh:
            for fault in faults(one, self.lang, new=one.key not in before):
                raise Mismatch(f"no message that {fault}")
            for words in self.secret:
                if words in one.text or words in one.told:
                    raise Mismatch(f"never to read their own words: {words}")

    async def _kept(self) -> Rows:
        """Read every row but those of the counter of events."""
        every = await rows_of(self.stage.world.engine.store)
        return {name: rows for name, rows in every.items() if name != "seen"}

    async def _check_kept(self, line: Line) -> None:
        if (line.commitments, line.history, line.ratings) == (None,) * 3 and not line.person:
            return
        me = await self.stage.me()
        assert me is not None, "something to be kept of the person"
        for name, value in line.person.items():
            found = str(getattr(me, name))
            self._claim(f"a person with {name} {value}, which is {found}", found == str(value))
        look = self.stage.world.look
        if line.commitments is not None:
            every = await look(lambda uow: [c.status for c in uow.commitments.of(me.id)])
            expected = f"commitments {line.commitments}, which are {every}"
            self._claim(expected, [*line.commitments] == every)
        if line.history is not None:
            past = await look(lambda uow: _history(uow, me.id))
            self._claim(f"history {line.history}, which is {past}", [*line.history] == past)
        if line.ratings is not None:
            rated = await look(lambda uow: uow.ratings.of(me.id))
            given = [str(value) for kind, _, value, _ in rated if not kind.startswith(ASKED)]
            self._claim(f"ratings {line.ratings}, which are {given}", [*line.ratings] == given)

    def _told(self, number: int, line: Line, expected: str, fresh: Sequence[Shown]) -> str:
        seen = "".join(f"{_drawn(one)}\n" for one in fresh or self.chat[-1:])
        what = "new or changed" if fresh else "nothing new; the latest"
        return (
            f"line {number}, {line.does} {line.what}\n"
            f"  expected {expected}\n"
            f"  in the chat ({what}, {self.stage.world.clock():%a %d %b %H:%M} UTC):\n{seen}"
        )


def _history(uow: UnitOfWork, coachee_id: str) -> list[str]:
    """List what became of a person's commitments, oldest first."""
    return [
        f"{outcome.kind}:{outcome.reason}" if outcome.reason else outcome.kind
        for commitment in uow.commitments.of(coachee_id)
        for outcome in uow.commitments.history(commitment.id)
    ]


@dataclass(frozen=True, slots=True)
class Played:
    """What came of a talk: the first mismatch, the steps that were asked, and where it ended."""

    mismatch: str
    visited: frozenset[Step] = frozenset()
    texts: frozenset[str] = frozenset()
    rows: Rows = field(default_factory=dict)
    record: Any = None
    at: datetime = MONDAY
    lang: Lang = "en"


class House:
    """Plays each talk at most once per stage and language, all on one store.

    A talk that follows another one begins where that ended: with the same rows, the same chat
    and the same time.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._played: dict[tuple[str, str, Lang], Played] = {}

    async def played(self, talk: Talk, stage: str, lang: Lang) -> Played:
        """Return what came of a talk."""
        key = (talk.name, stage, lang)
        if key not in self._played:
            self._played[key] = await self._play(talk, stage, lang)
        return self._played[key]

    async def _play(self, talk: Talk, stage_name: str, lang: Lang) -> Played:
        former = await self.played(talks()[talk.after], stage_name, lang) if talk.after else None
        if former and former.mismatch:
            return Played(f"it follows {talk.after!r}, which fails")
        former = former or Played("", lang=lang)
        await put_rows(self.store, former.rows)
        clock = Clock(former.at)
        async with STAGES[stage_name](self.store, clock, lang, kept=former.record) as stage:
            player = Player(stage, former.lang)
            mismatch = await player.play(talk.lines)
            played = Played(mismatch, await visited(self.store), frozenset(player.texts))
            if any(later.after == talk.name for later in talks().values()):
                rows = await rows_of(self.store)
                played = replace(played, rows=rows, record=stage.keep())
        return replace(played, at=clock.at, lang=player.lang)


async def visited(store: Store) -> frozenset[Step]:
    """Collect the steps that were asked or said, from what the store keeps."""

    def collect() -> frozenset[Step]:
        with store._writes.transaction() as scope:
            about = select(sessions.c.id, sessions.c.programme_id, sessions.c.step_id)
            stood = scope.execute(about).all()
            said = scope.execute(select(cards.c.session_id, cards.c.args)).all()
        programmes = {session_id: programme_id for session_id, programme_id, _ in stood}
        found = {(programme_id, step_id) for _, programme_id, step_id in stood}
        for session_id, args in said:
            steps = [args.get("step", ""), *args.get("passed", "").split(",")]
            found |= {(programmes[session_id], step) for step in steps if session_id and step}
        return frozenset(found)

    return await store.run(collect)


async def rows_of(store: Store) -> Rows:
    """Read every row of every table."""

    def read() -> Rows:
        with store._writes.transaction() as scope:
            return {
                t.name: [dict(row._mapping) for row in scope.execute(select(t))] for t in TABLES
            }

    return await store.run(read)


async def put_rows(store: Store, rows: Rows) -> None:
    """Replace everything in a store."""

    def write() -> None:
        with store._writes.transaction() as scope:
            for table in TABLES:
                scope.execute(delete(table))
                kept = [column.name for column in table.c if column.computed is None]
                if found := rows.get(table.name):
                    scope.execute(
                        insert(table), [{name: row[name] for name in kept} for row in found]
                    )
            scope.commit()

    await store.run(write)


def _drawn(one: Shown) -> str:
    lines = "\n".join(f"    | {line}" for line in one.text.splitlines())
    return f"{lines}\n    [{' | '.join(one.labels)}]"
