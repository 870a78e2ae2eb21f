"""Whatever people and platforms do, in whatever order: nothing breaks, nobody is disturbed.

A machine plays two people of one workspace on the real engine over SQLite: junk and commands,
presses and forms, forged, old, repeated and other people's, and time that passes.
"""

import asyncio
import shutil
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from adapters.slack.blocks import to_blocks
from adapters.teams.cards import to_card
from bot.answers import LONGEST
from bot.cadence import A_WEEK, week_of, within_hours
from bot.care import classify
from bot.commands import parse
from bot.events import Inbound, Installed, Opened, ProfileLearned, Removed
from bot.ledger import Entry
from bot.library import asks
from bot.sessions import Session
from bot.workdays import Calendar
from storage import migrate
from storage.store import Store, open_store
from tests.databases import KEY, Database
from tests.fakes import Clock
from tests.fitting import answer_fits, fits, form_fits
from tests.junk import JUNK
from tests.players import Player, Words, at_the_door, controls
from tests.proportion import LONGER, SQUARED, times_longer
from tests.traces import all_logs, found, rows
from tests.world import MONDAY, library

MARKS = {"U0ADA": "adasword", "U0BOB": "bobsword"}
WEEKLY = {"weekly_checkin", "invitation"}
COMMANDS = (
    "",
    "coach",
    "start",
    "start delegation",
    "start conflict",
    "start workload",
    "start prioritising",
    "plan",
    "checkin",
    "stuck",
    "commit",
    "themes",
    "settings",
    "snooze",
    "snooze until friday",
    "pause",
    "pause until 31/12/9999",
    "away until next monday",
    "stop",
    "why",
    "data",
    "data erase",
    "language",
    "langue",
    "help",
    "hello",
    "merci",
    "resume",
    "skip",
    "yes",
    "8",
    "9" * 5000,
    "friday",
    "in 999999999 days",
    "dans 99999999999 semaines",
    "tue 9:00",
)
FORGED = st.sampled_from(
    (
        "change",
        "back",
        "write",
        "skip",
        "edit",
        "use",
        "keep",
        "right",
        "yes",
        "no",
        "save",
        "date",
        "5",
        "99",
        "9" * 5000,
        "-1",
        "²",
        "٣",
        "cmd:",
        "cmd:nothing",
        "cmd:start:delegation",
        "cmd:erase",
        "cmd:begin",
        "form:see:2",
        "form:",
        "form:edit:x",
        "edit:x",
        "done:x",
        "drop:\x00",
        "erase:all",
        "yes:action",
        "no:indicator",
        "use:2",
        "day:2026-12-01",
        "day:x",
        "snooze:never",
        "lang:",
        "care:danger:contacts",
        "care:x:y",
        "care:sorry:go_on",
        "help",
        "settings",
        "2026-12-01",
        "9999-12-31",
        "\ud83d",
        "",
    )
)
FIELDS = ("text", "option", "line", "action", "cue", "who", "indicator", "due", "chosen", "date")
MORE_FIELDS = ("weekday", "time", "zone", "country", "pace", "lang")
VALUES = st.one_of(
    JUNK,
    st.sampled_from(
        ("delegation", "meetings", "1", "09:00", "23:59", "09:00+02:00", "Europe/Paris", "FR", "fr")
    ),
    st.sampled_from(("2026-12-04", "1999-01-01", "9999-12-31", "tomorrow", "weekly", "monthly")),
    st.lists(st.sampled_from(("delegation", "meetings", "workload", "x", "\x00")), max_size=3),
)
FILLED = st.dictionaries(st.sampled_from(FIELDS + MORE_FIELDS), VALUES, max_size=5)


class Machine(RuleBasedStateMachine):
    """Two people, everything they can do, and what must always hold."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "declic.sqlite3"
        shutil.copy(self.template, path)
        self.runner = asyncio.Runner()
        self.store: Store = open_store(f"sqlite:///{path}", KEY)
        self.clock = Clock(MONDAY)
        self.logs = all_logs()
        self.heard = self.logs.__enter__()
        self.door = at_the_door(self.store, self.clock)
        self.world, self.chat = self.run(self.door.__aenter__())
        self.people = [
            Player(self.world, self.chat, "U0ADA", "en"),
            Player(self.world, self.chat, "U0BOB", "fr"),
        ]
        self.people[1].actor = replace(self.people[1].actor, zone="America/New_York")
        self.past: list[tuple[Player, Inbound]] = []
        self.tokens: list[str] = ["menu", "forged", "", "\x00", "a.b.c", "\ud83d"]
        self.by_clock: set[str] = set()
        self.read = 0
        self.answered = {player.person: 0 for player in self.people}

    def run(self, work: Any) -> Any:
        """Run a coroutine to its end."""
        return self.runner.run(work)

    def teardown(self) -> None:
        """Close everything, and look once at what was kept."""
        try:
            assert found(rows(self.store), MARKS.values()) == []
            assert [line for line in self.heard.lines if "ERROR" in line or "crashed" in line] == []
            assert found(self.heard.lines, MARKS.values()) == []
        finally:
            self.run(self.door.__aexit__(None, None, None))
            self.store.close()
            self.runner.close()
            self.logs.__exit__(None, None, None)
            self.folder.cleanup()

    # what they do

    who = st.integers(0, 1)

    @initialize(ada=st.booleans(), bob=st.booleans())
    def begin(self, ada: bool, bob: bool) -> None:
        """Some have gone through the first conversation."""
        for player, begins in zip(self.people, (ada, bob), strict=True):
            if begins:
                self.run(player.onboard(Words(MARKS[player.person])))

    def do(self, player: Player, event: Inbound) -> None:
        """Carry an event and remember it."""
        self.past.append((player, event))
        self.run(player.send(event))

    @rule(who=who, text=st.sampled_from(COMMANDS), slash=st.booleans())
    def command(self, who: int, text: str, slash: bool) -> None:
        """Type something that means something."""
        player = self.people[who]
        self.do(player, player.commanded(text) if slash else player.heard(text))

    @rule(who=who, junk=JUNK, slash=st.booleans())
    def type(self, who: int, junk: str, slash: bool) -> None:
        """Type anything."""
        player = self.people[who]
        text = f"{MARKS[player.person]} {junk}" if junk.strip() else junk
        self.do(player, player.commanded(text) if slash else player.heard(text))

    @rule(who=who, data=st.data(), values=FILLED)
    def press(self, who: int, data: st.DataObject, values: dict[str, Any]) -> None:
        """Press something that is there."""
        player = self.people[who]
        offered = [c for m in player.messages[-4:] for c in controls(m)]
        if offered:
            token, options = data.draw(st.sampled_from(offered[::-1]))
            option = data.draw(st.sampled_from(sorted(options)))
            self.do(player, player.clicked(token, option, values))

    @rule(who=who, data=st.data(), option=FORGED, values=FILLED)
    def forge(self, who: int, data: st.DataObject, option: str, values: dict[str, Any]) -> None:
        """Press what is not there, with any token that ever was, of anybody."""
        player = self.people[who]
        token = data.draw(st.sampled_from(self.tokens[::-1]))
        self.do(player, replace(player.clicked(token, option, values), wants_card=True))

    @rule(who=who, data=st.data(), values=FILLED)
    def fill(self, who: int, data: st.DataObject, values: dict[str, Any]) -> None:
        """Send the open form."""
        player = self.people[who]
        if player.form and player.form.submit:
            named = [f.id for f in player.form.fields]
            typed = data.draw(st.dictionaries(st.sampled_from(named), VALUES, max_size=4))
            self.do(player, player.filled(typed | values))

    @rule(who=who)
    def fill_well(self, who: int) -> None:
        """Send the open form as it is meant."""
        player = self.people[who]
        if player.form and player.form.submit:
            self.do(player, player.filled(player.words(Words(MARKS[player.person]))))

    @rule(
        who=who,
        data=st.data(),
        values=FILLED,
        rest=st.sampled_from(("", ".settings", ".edit.x", ".edit.", ".see", ".x.y", ".\x00")),
    )
    def submit(self, who: int, data: st.DataObject, values: dict[str, Any], rest: str) -> None:
        """Send a form that nobody opened."""
        player = self.people[who]
        token = data.draw(st.sampled_from(self.tokens[::-1])) + rest
        self.do(player, player.submitted(token, values))

    @rule(data=st.data())
    def repeat(self, data: st.DataObject) -> None:
        """Deliver something again."""
        if self.past:
            player, event = data.draw(st.sampled_from(self.past[::-1]))
            self.run(player.send(event))

    @rule(who=who, kind=st.sampled_from((Opened, Installed, Removed, ProfileLearned)))
    def happen(self, who: int, kind: Callable[..., Inbound]) -> None:
        """Tell what the platform tells."""
        player = self.people[who]
        more = {"place": "home"} if kind is Opened else {}
        self.do(player, kind(**player._shared(), **more))

    @rule(hours=st.sampled_from((1, 7, 24, 24, 50, 24 * 7, 24 * 7, 24 * 15, 24 * 100)))
    def wait(self, hours: int) -> None:
        """Let time pass; whatever comes must come at a good time."""
        before = {s.id for player in self.people for s in self.sessions(player)}
        start, people = self.clock(), [self.run(p.me()) for p in self.people]
        self.run(self.world.wait(hours=hours))
        self.by_clock |= {s.id for p in self.people for s in self.sessions(p) if s.id not in before}
        for me in people:
            if me is not None:
                for entry in self.run(self.world.look(lambda uow, me=me: uow.ledger.of(me.id, 99))):
                    if entry.proactive and entry.outcome == "sent" and entry.decided_at > start:
                        self.in_time(entry, me)

    def in_time(self, entry: Entry, me: Any) -> None:
        """A message that came by itself came within the person's hours."""
        hours = (me.work_from, me.work_until, Calendar(me.country))
        assert within_hours(entry.decided_at, me.tz, *hours), (entry, me.zone)

    # what must always hold

    def sessions(self, player: Player) -> list[Session]:
        """All sessions of a person."""
        me = self.run(player.me())
        return list(self.run(self.world.look(lambda uow: uow.sessions.of(me.id)))) if me else []

    @invariant()
    def everything_said_fits_every_platform(self) -> None:
        """Messages, homes and forms, through the real renderers."""
        calls = self.chat.calls[self.read :]
        self.read = len(self.chat.calls)
        for call in calls:
            if call.message:
                fits(call.message)
                self.tokens += [token for token, _ in controls(call.message)]
        for player in self.people:
            replies = player.replies[self.answered[player.person] :]
            self.answered[player.person] = len(player.replies)
            for reply in replies:
                answer_fits(reply)

    @invariant()
    def nobody_reads_anybody_elses_words(self) -> None:
        """Neither in the chat nor in a form."""
        for player, other in (self.people, self.people[::-1]):
            foreign = [MARKS[other.person]]
            assert found([player.messages, player.replies[-1:]], foreign) == []
            summaries = [message.summary for message in player.messages]
            assert found(summaries, MARKS.values()) == []

    @invariant()
    def every_open_session_rests_on_a_question(self) -> None:
        """One that can be answered, in a message that is there."""
        for player in self.people:
            for session in self.sessions(player):
                if session.status == "open":
                    programme = library().programme(session.programme_id)
                    assert asks(programme.step(session.step_id)), session
                    assert session.card_token, session

    @invariant()
    def at_most_one_weekly_question_is_open(self) -> None:
        """Of those that came by themselves and that nobody answered."""
        for player in self.people:
            waiting = [
                s
                for s in self.sessions(player)
                if s.status == "open"
                and s.id in self.by_clock
                and s.programme_id in WEEKLY
                and not s.answers
            ]
            assert len(waiting) <= 1, waiting

    @invariant()
    def at_most_two_messages_a_week_come_by_themselves(self) -> None:
        """Whatever was asked, answered, moved or put off."""
        for player in self.people:
            me = self.run(player.me())
            if me is None:
                continue
            entries = self.run(self.world.look(lambda uow, me=me: uow.ledger.of(me.id, 500)))
            weeks: Counter[datetime] = Counter(
                week_of(e.decided_at, me.tz)[0]
                for e in entries
                if e.proactive and e.outcome in {"queued", "sent"}
            )
            assert max(weeks.values(), default=0) <= A_WEEK, entries


@pytest.fixture(scope="module", autouse=True)
def _template(tmp_path_factory: pytest.TempPathFactory) -> None:
    Machine.template = tmp_path_factory.mktemp("fuzz") / "template.sqlite3"
    migrate.upgrade(f"sqlite:///{Machine.template}")
    library()


Machine.TestCase.settings = settings(
    max_examples=20,
    stateful_step_count=50,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
TestMachine = Machine.TestCase

HUGE = "The supplier file and then some more. " * 1053
SLOW = {
    "one letter": "a",
    "spaces": " ",
    "words": "the supplier file ",
    "starts of patterns": "en finir avec envie de me plus mieux si ",
    "digits": "9",
    "emoji": "\U0001f389",
    "accents": "e\u0301",
    "right to left": "\u05e9\u05dc\u05d5\u05dd ",
    "line breaks": "\n",
    "apostrophes": "c'est l'",
}


class TestTexts:
    """Texts that nobody expects, and what the person sees."""

    @pytest.fixture
    async def ada(self, sqlite_database: Database) -> AsyncIterator[Player]:
        """Somebody at a question that takes words."""
        store = sqlite_database.open()
        async with at_the_door(store, Clock(MONDAY)) as (world, chat):
            player = Player(world, chat)
            await player.onboard(Words())
            await player.command("stuck")
            yield player
        store.close()

    @pytest.mark.parametrize("way", ["typed", "form"])
    async def test_forty_thousand_characters_are_too_many(self, ada: Player, way: str) -> None:
        """One is told how many there may be; the question stays, and so does a form's text."""
        standing = await ada.session()
        if way == "typed":
            reply = await ada.say(HUGE)
            shown = str(reply.show)
        else:
            await ada.press("write")
            reply = await ada.fill({"text": HUGE})
            assert reply.form is not None
            assert reply.form.fields[0].value == HUGE[:LONGEST]
            shown = str(reply.errors)
        assert f"{LONGEST}" in shown
        assert f"{len(HUGE.strip())}" in shown
        assert await ada.session() == standing

    @pytest.mark.parametrize("text", ["\U0001f389" * 40, "...", "\u202e\u200b", "!?", "\x00"])
    async def test_without_letters_it_is_no_answer(self, ada: Player, text: str) -> None:
        """One is asked for a few words; the question stays."""
        standing = await ada.session()
        reply = await ada.say(text)
        assert "A few words are enough" in str(reply.show)
        assert await ada.session() == standing

    @pytest.mark.parametrize(
        "text",
        [
            "\u05d4\u05e1\u05e4\u05e7 \u05dc\u05d0 \u05e2\u05d5\u05e0\u05d4",
            "\u0627\u0644\u0645\u0648\u0631\u062f \u0644\u0627 \u064a\u0631\u062f",
            "<!channel> <@U1> <#C1|x> *b* _i_ ~s~ `c` &amp;",
            "<at>Ada</at> **b** [x](https://evil.example)",
            "a\x00b",
            "\U0001f469\U0001f3fd\u200d\U0001f4bb works late",
        ],
    )
    async def test_any_words_are_kept_as_they_are(self, ada: Player, text: str) -> None:
        """They come back in the window on one's own words, and nowhere in the chat."""
        await ada.say(text)
        assert text in await ada.words_kept()
        (window,) = await ada.windows()
        shown = [s.text for e in window.elements for s in getattr(e, "spans", ())]
        assert text in shown
        form_fits(window)
        assert text not in str([m.elements for m in ada.messages])

    @pytest.mark.parametrize("text", ["<!channel>", "<@U1>", "<https://evil.example|go>"])
    async def test_what_slack_would_take_for_markup_stays_text(
        self, ada: Player, text: str
    ) -> None:
        """A commitment is echoed, and calls nobody."""
        await commit_to(ada, f"I tell {text} on Friday")
        blocks = [block for m in ada.messages for block in to_blocks(m)["blocks"]]
        assert text in str(blocks)
        for part in parts_of(blocks):
            if part.get("type") == "mrkdwn":
                assert text not in part["text"]

    @pytest.mark.parametrize("text", ["<at>Ada</at>", "[go](https://evil.example)", "**loud**"])
    async def test_what_teams_would_take_for_markup_stays_text(
        self, ada: Player, text: str
    ) -> None:
        """A commitment is echoed, and nothing of it is a link or a mention."""
        await commit_to(ada, f"I tell {text} on Friday")
        cards = [to_card(m) for m in ada.messages]
        assert "I tell" in str(cards)
        assert text not in orjson.dumps(cards).decode()

    @pytest.mark.parametrize("name", SLOW)
    def test_reading_takes_longer_only_in_proportion(self, name: str) -> None:
        """No pattern runs away on forty thousand characters."""
        piece = SLOW[name]
        read = partial(classify, lang="fr", lexicon=library().safety)
        assert times_longer(read, piece, 40_000) < SQUARED / 2
        command = partial(parse, lang="fr")
        assert times_longer(command, piece, 40_000) < LONGER


async def commit_to(player: Player, action: str) -> None:
    """Write a commitment and keep it as it is."""
    await player.command("commit")
    await player.press("write")
    await player.fill({"action": action})


def parts_of(value: object) -> Iterator[dict[str, Any]]:
    """Walk through every object of a payload."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from parts_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from parts_of(inner)
