"""Whatever a team, its people and its platform do, in whatever order: rounds stay true.

A machine plays a channel on the real engine over SQLite: people come, leave, become guests, stop
and erase themselves; they answer, change, decline and press whatever stands anywhere; the bot is
removed and added, messages are deleted, the platform refuses, and time passes or is lost.
"""

import asyncio
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.cadence import A_WEEK, within_hours
from bot.errors import SendFailed, Unreachable
from bot.events import Inbound, Submitted
from bot.language import LANGS, Lang
from bot.ledger import Entry
from bot.messages import Field, Form, Message
from bot.moments import Moment
from bot.people import Coachee
from bot.teams.content import Round, Team
from bot.visibility import GROUP_OF
from bot.workdays import Calendar
from storage import migrate
from storage.store import Store, open_store
from tests.databases import KEY
from tests.fakes import Clock, chance, person_of
from tests.fitting import answer_fits, fits
from tests.junk import JUNK
from tests.players import WORKSPACE, Words, at_the_door, controls
from tests.squads import CHANNEL, Squad, Teammate, text_of
from tests.traces import all_logs, found, rows
from tests.world import MONDAY, library

PEOPLE, AT_FIRST = 10, 7
ROOM = person_of(CHANNEL.address)
FRENCH, ABROAD = {1, 5}, {2: "America/New_York", 6: "Pacific/Auckland"}
WORDS = re.compile(r"qz\d+velvet|pub\d+lic")
NOTED = {"round_open", "team_due", "team_word", "posture"}
"""Kinds of moments that end with an entry in the ledger."""

REMINDED = {library().say("team.reminder_summary", lang) for lang in LANGS}
COMMANDS = ("", "setup", "now", "pause", "resume", "results", "close-loop", "help", "stop", "xyz")
VERBS = (
    *("start", "pause", "now", "setup", "answer", "decline", "loop", "blockers", "move", "not_me"),
    *("done", "partly", "dropped", "", "x", "\x00", "\ud83d"),
)
FORMS = ("setup", "answer", "quote", "quote.x", "later", "loop", "loop.x", "blockers", "move", "x")
FIELDS = (
    *("energy", "role", "goal", "blocker", "expect", "offer", "remind", "withdraw", "show"),
    *("weekday", "time", "weeks", "lang", "questions", "champion", "zone"),
    *("heard", "will", "wont", "resolved", "action", "owner", "due"),
)
VALUES = st.one_of(
    JUNK,
    st.sampled_from(("1", "5", "0", "6", "yes", "withdraw", "remind", "decision", "nothing")),
    st.sampled_from(("10:00", "03:00", "Toronto", "Europe/Paris", "fr", "U03MATE", "2026-12-04")),
    st.lists(st.sampled_from(("energy", "clarity", "blocker", "lines", "remind", "\x00"))),
)
FILLED = st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=5)
FAULTS = {
    "archived": Unreachable("is_archived"),
    "too many calls": SendFailed("ratelimited", retry_after=timedelta(seconds=20)),
    "down": SendFailed("internal_error"),
    "refused": SendFailed("msg_too_long", permanent=True),
}
SPANS = {
    "a minute": timedelta(minutes=1),
    "an hour": timedelta(hours=1),
    "a day": timedelta(days=1),
    "three days": timedelta(days=3),
    "a week": timedelta(weeks=1),
    "three weeks": timedelta(weeks=3),
}
SOON = (timedelta(seconds=11), timedelta(minutes=1))
"""After so long a roster is asked for, and a message is sent again."""

who = st.integers(0, PEOPLE - 1)
seeds = st.integers(0, 10_000)


class Lives(RuleBasedStateMachine):
    """One channel, everything that happens to it, and what must always hold.

    Attributes:
        members_at: by round, who was in the team when it closed; None where somebody came or
            left in the same moment.
        came: by person, when each message came by itself.
    """

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
        self.people = [self.seat(number) for number in range(PEOPLE)]
        self.team = Squad(self.world, self.chat, self.people[:AT_FIRST])
        self.team.know()
        self.past: list[tuple[Teammate, Inbound]] = []
        self.tokens: list[str] = ["menu", "forged", "", "\x00", "a.b.c", "\ud83d"]
        self.ids: dict[str, str] = {}
        self.read = self.replies_read = 0
        self.words = 0
        self.author: dict[str, str] = {}
        self.round_of: dict[str, str] = {}
        self.approved: set[str] = set()
        self.asking: dict[str, str] = {}
        self.pending: dict[str, Moment] = {}
        self.members_at: dict[str, frozenset[str] | None] = {}
        self.came: dict[str, dict[str, Entry]] = {one.person: {} for one in self.people}
        self.reminded: Counter[tuple[str, str]] = Counter()

    def seat(self, number: int) -> Teammate:
        """Seat somebody: most speak English and live in Paris."""
        lang: Lang = "fr" if number in FRENCH else "en"
        one = Teammate(self.world, self.chat, f"U{number:02d}MATE", lang)
        one.actor = replace(one.actor, zone=ABROAD.get(number, one.actor.zone))
        return one

    def run(self, work: Any) -> Any:
        """Run a coroutine to its end."""
        return self.runner.run(work)

    def teardown(self) -> None:
        """Let all end in quiet, look at what was heard, and close everything."""
        try:
            self.chat.calm()
            self.pass_until(self.clock() + timedelta(days=4))
            self.everything_planned_ends_with_a_reason()
            assert [entry for entry in self.entries() if entry.outcome == "queued"] == []
            assert [line for line in self.heard.lines if "ERROR" in line or "crashed" in line] == []
            assert WORDS.findall("\n".join(self.heard.lines)) == []
        finally:
            self.run(self.door.__aexit__(None, None, None))
            self.store.close()
            self.runner.close()
            self.logs.__exit__(None, None, None)
            self.folder.cleanup()

    # what happens

    @initialize(begins=st.sampled_from(("proposed", "active", "asked")), coached=st.booleans())
    def begin(self, begins: str, coached: bool) -> None:
        """The bot is added; often somebody confirms, and somebody is coached as well."""
        self.run(self.team.invite_bot())
        if coached:
            self.run(self.people[0].onboard(Words("qz9")))
        if begins != "proposed":
            self.press_there(self.people[0], "team:start")
        if begins == "asked":
            self.press_there(self.people[0], "team:now")
        self.look()

    def do(self, one: Teammate, event: Inbound) -> None:
        """Carry an event and remember it."""
        self.past.append((one, event))
        self.approve(one, event)
        self.run(one.send(event))
        self.look()

    def press_there(self, one: Teammate, option: str) -> None:
        """Press the newest control of the channel with an option, where there is one."""
        offered = [t for m in self.posted() for t, some in controls(m) if option in some]
        if offered:
            self.do(one, replace(one.clicked(offered[-1], option), channel=CHANNEL))

    def posted(self) -> list[Message]:
        """The channel as it is now."""
        return list(self.chat.current(ROOM))

    @rule(who=who, text=st.sampled_from(COMMANDS), way=st.sampled_from(("slash", "said", "alone")))
    def command(self, who: int, text: str, way: str) -> None:
        """Type a command of the team."""
        one = self.people[who]
        if way == "slash":
            typed = replace(one.commanded(text), name="/coach-team", channel=CHANNEL)
            self.do(one, typed)
        else:
            heard = one.heard(f"team {text}")
            self.do(one, replace(heard, channel=CHANNEL) if way == "said" else heard)

    @rule(who=who, whose=who, data=st.data(), values=FILLED)
    def press(self, who: int, whose: int, data: st.DataObject, values: dict[str, Any]) -> None:
        """Press something that stands anywhere, in anybody's sight."""
        one = self.people[who]
        private = self.people[whose].messages[-3:]
        offered = [c for m in (*private, *self.posted()) for c in controls(m)]
        if offered:
            token, options = data.draw(st.sampled_from(offered[::-1]))
            option = data.draw(st.sampled_from(sorted(options)))
            if option not in {"cmd:stop", "erase:all"}:
                self.do(one, replace(one.clicked(token, option, values), channel=CHANNEL))

    @rule(who=who, data=st.data(), values=FILLED, card=st.booleans())
    def forge(self, who: int, data: st.DataObject, values: dict[str, Any], card: bool) -> None:
        """Say anything, press or send anything under any message that ever was."""
        one = self.people[who]
        token = data.draw(st.sampled_from(self.tokens[::-1]))
        verb, name = data.draw(st.sampled_from(VERBS)), data.draw(st.sampled_from(FORMS))
        forged: tuple[Inbound, ...] = (
            replace(one.heard(data.draw(JUNK)), channel=CHANNEL),
            replace(one.clicked(token, f"team:{verb}"), wants_card=card),
            one.submitted(f"{token.partition('.')[0]}.{name}", values),
        )
        self.do(one, data.draw(st.sampled_from(forged)))

    @rule(who=who, data=st.data(), values=FILLED)
    def fill(self, who: int, data: st.DataObject, values: dict[str, Any]) -> None:
        """Send the open form with anything in it."""
        one = self.people[who]
        if one.form and one.form.submit:
            named = [field.id for field in one.form.fields]
            typed = data.draw(st.dictionaries(st.sampled_from(named), VALUES)) if named else {}
            self.do(one, one.filled(values | typed))

    @rule(who=who, seed=seeds)
    def fill_well(self, who: int, seed: int) -> None:
        """Send the open form as it is meant."""
        one = self.people[who]
        if one.form and one.form.submit:
            self.do(one, one.filled(self.meant(one, one.form, chance(seed))))

    @rule(data=st.data(), fresh=st.booleans())
    def again(self, data: st.DataObject, fresh: bool) -> None:
        """Deliver something again, or let it be pressed a second time."""
        if self.past:
            one, event = data.draw(st.sampled_from(self.past[::-1]))
            again = replace(event, id=one._shared()["id"], at=self.clock())
            self.run(one.send(again if fresh else event))
            self.look()

    @rule(who=who, seed=seeds)
    def answer(self, who: int, seed: int) -> None:
        """Answer the round, and say yes or no to the lines; the channel does not show it."""
        one, before = self.people[who], self.rounds_shown()
        self.press_there(one, "team:answer")
        for step in range(2):
            if one.form and one.form.submit:
                self.do(one, one.filled(self.meant(one, one.form, chance(seed + step))))
        assert self.rounds_shown() == before

    @rule(
        most=st.sampled_from((4, 7, 8, 9, 10)),
        seed=seeds,
        closes=st.sampled_from((True, True, False)),
    )
    def meet(self, most: int, seed: int, closes: bool) -> None:
        """Have a round, answered by so many, up to its close or not."""
        if not self.posted():
            self.run(self.team.invite_bot())
        self.press_there(self.team[0], "team:start")
        self.press_there(self.team[0], "team:now")
        for number in range(most):
            self.answer(number, seed + number)
        if closes:
            self.wait_for_the_close()

    @rule(who=who, what=st.sampled_from(("comes", "goes", "stops")), seed=seeds)
    def meet_twice(self, who: int, what: str, seed: int) -> None:
        """Have two rounds, between which somebody comes or goes."""
        self.meet(PEOPLE, seed, closes=True)
        self.somebody(who, what)
        self.pass_until(self.clock() + timedelta(days=1))
        self.meet(PEOPLE, seed, closes=True)

    @rule(who=who, ticks=st.booleans())
    def decline(self, who: int, ticks: bool) -> None:
        """Say not this time, with or without the wish to be reminded."""
        one, before = self.people[who], self.rounds_shown()
        self.press_there(one, "team:decline")
        if one.form and one.form.submit:
            self.do(one, one.filled({"remind": ["remind"] if ticks else []}))
        assert self.rounds_shown() == before

    @rule(who=who, seed=seeds)
    def set_up(self, who: int, seed: int) -> None:
        """Set anything up."""
        one = self.people[who]
        self.do(one, replace(one.commanded("setup"), name="/coach-team", channel=CHANNEL))
        self.fill_well(who, seed)

    @rule(who=who, seed=seeds)
    def close_the_loop(self, who: int, seed: int) -> None:
        """Say what was heard, and agree on an action; mostly it is the champion who does."""
        team, lives = self.known(), self.lives()
        champions = [one for one, me in lives if team and me.id == team.champion_id]
        one = champions[0] if champions and seed % 4 else self.people[who]
        self.do(one, replace(one.commanded("close-loop"), name="/coach-team", channel=CHANNEL))
        self.fill_well(self.people.index(one), seed)

    @rule(
        who=who,
        what=st.sampled_from(("comes", "comes", "goes", "slips", "visits", "stops", "erases")),
    )
    def somebody(self, who: int, what: str) -> None:
        """Somebody joins, leaves with or without the bot being told, is a guest, stops, erases."""
        one, there = self.people[who], self.people[who] in self.team.members
        if what == "comes" and not there:
            self.team.guests = [guest for guest in self.team.guests if guest != one.person]
            self.run(self.team.come(one))
        elif what == "goes" and there and len(self.team.members) > 1:
            self.run(self.team.go(one))
        elif what in {"slips", "visits"} and there and len(self.team.members) > 1:
            self.team.members.remove(one)
            self.team.guests += [one.person] if what == "visits" else []
            self.team.know()
        elif what == "stops":
            self.do(one, one.commanded("stop"))
        elif what == "erases":
            self.erase(one)
        self.look()

    def erase(self, one: Teammate) -> None:
        """Erase somebody, as far as the messages for it can be seen."""
        self.do(one, one.commanded("data"))
        for option in ("cmd:erase", "erase:all"):
            offered = [t for m in one.messages for t, some in controls(m) if option in some]
            if offered:
                self.do(one, one.clicked(offered[-1], option))

    @rule(
        what=st.sampled_from(("removed", "removed for good", "added", "crowd", "public", "usual")),
    )
    def channel(self, what: str) -> None:
        """The bot is removed or added; the channel becomes everybody's, or a team's again."""
        if what.startswith("removed"):
            self.run(self.team.remove_bot())
            self.look()
        if what in {"removed", "added"}:
            self.run(self.team.invite_bot())
            self.look()
        else:
            self.team.whole, self.team.public = what != "crowd", what == "public"
            self.team.know()

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        """Somebody deletes a message of the channel."""
        if refs := self.chat.refs(ROOM):
            self.chat.forget(data.draw(st.sampled_from(refs)))

    @rule(kind=st.sampled_from(sorted(FAULTS)), who=st.one_of(st.none(), who))
    def refuse(self, kind: str, who: int | None) -> None:
        """The platform does not take the next call, in the channel or to somebody."""
        self.chat.fail(FAULTS[kind], person=ROOM if who is None else self.people[who].person)

    @rule(span=st.sampled_from(sorted(SPANS)))
    def wait(self, span: str) -> None:
        """Let time pass."""
        self.pass_until(self.clock() + SPANS[span])

    @rule()
    def wait_for_the_close(self) -> None:
        """Let time pass until the round closes."""
        if opened := self.opened():
            self.pass_until(opened.closes_at)

    @rule(span=st.sampled_from(sorted(SPANS)), purge=st.booleans())
    def fail_altogether(self, span: str, purge: bool) -> None:
        """Nothing runs for a while; then all that was due meanwhile comes at once."""
        self.catch_up()
        self.beat(self.clock() + SPANS[span])
        if purge:
            self.run(self.world.engine.loop.purge())

    def pass_until(self, at: datetime) -> None:
        """Let everything that falls due on the way come at its time."""
        self.catch_up()
        while (due := self.look_up(lambda uow: uow.moments.next_at())) and due <= at:
            self.beat(max(due, self.clock()))
        self.beat(max(at, self.clock()))

    def catch_up(self) -> None:
        """Let come what waits for seconds: a roster, another attempt to send."""
        for wait in SOON:
            self.beat(self.clock() + wait)

    def beat(self, at: datetime) -> None:
        """Let come what is due at a time; what is refused is sent again within minutes."""
        before, calls = self.members(), len(self.chat.calls)
        self.clock.at = at
        self.run(self.world.settle())
        for one in self.rounds():
            if one.state != "open" and one.id not in self.members_at:
                same = before == self.members()
                self.members_at[one.id] = before if same else None
        self.look()
        if any(call.error for call in self.chat.calls[calls:]):
            self.beat(at + SOON[-1])

    # what is filled in

    def meant(self, one: Teammate, form: Form, by: Random) -> dict[str, str | list[str]]:
        """Fill a form in as somebody may mean it, with new words wherever words are taken."""
        return {field.id: self.value(one, field, form, by) for field in form.fields}

    def value(self, one: Teammate, field: Field, form: Form, by: Random) -> str | list[str]:
        """Choose what goes into a field."""
        ids = [option.id for option in field.options]
        match field.kind:
            case "choice":
                usual = [o for o in ids if o not in {"withdraw", "dropped"}]
                return by.choice(usual if by.random() < 0.9 else ids)
            case "multi":
                return by.sample(ids, by.randint(0, min(len(ids), field.most or len(ids))))
            case "person":
                return by.choice(self.team.members).person
            case "date":
                return str(self.clock().date() + timedelta(days=by.randint(0, 20)))
            case "time":
                return by.choice(("07:00", "10:00", "16:30"))
        return self.text(one, field, form, by)

    def text(self, one: Teammate, field: Field, form: Form, by: Random) -> str:
        """Write something, or nothing."""
        if field.id == "zone":
            return by.choice(("Europe/Paris", "America/New_York", "Australia/Sydney"))
        if not field.required and by.random() < 0.4:
            return ""
        self.words += 1
        if ".loop." in form.token:
            return f"We heard pub{self.words}lic"
        word = f"qz{self.words}velvet"
        self.author[word] = one.person
        if opened := self.opened():
            self.round_of[word] = opened.id
        return f"Less {word} please"

    def approve(self, one: Teammate, event: Inbound) -> None:
        """Note the yes to the lines that an open form shows."""
        if not isinstance(event, Submitted) or one.form is None or one.form.token != event.token:
            return
        if ".quote." in event.token and event.values.get("show") == "yes":
            self.approved |= set(WORDS.findall(str(one.form.elements)))

    # what is known

    def look_up(self, at: Any) -> Any:
        """Read something from the store."""
        return self.run(self.world.look(at))

    def known(self) -> Team | None:
        """What is kept of the team."""
        found: Team | None = self.look_up(lambda uow: uow.teams.find(WORKSPACE, CHANNEL.id))
        return found

    def rounds(self) -> list[Round]:
        """All rounds, oldest first."""
        team = self.known()
        return list(self.look_up(lambda uow: uow.teams.rounds(team.id))) if team else []

    def opened(self) -> Round | None:
        """The open round."""
        return next((one for one in self.rounds() if one.state == "open"), None)

    def members(self) -> frozenset[str]:
        """The ids of who is in the team, as far as the bot knows."""
        team = self.known()
        kept = self.look_up(lambda uow: uow.teams.members(team.id)) if team else ()
        return frozenset(member.coachee_id for member in kept)

    def me(self, one: Teammate) -> Coachee | None:
        """What is kept of somebody."""
        found: Coachee | None = self.run(one.me())
        return found

    def lives(self) -> Iterable[tuple[Teammate, Coachee]]:
        """Everybody of whom something is kept."""
        return [(one, me) for one in self.people if (me := self.me(one))]

    def owners(self) -> list[str]:
        """Whose moments and decisions are kept."""
        team = self.known()
        return [me.id for _, me in self.lives()] + ([team.lane] if team else [])

    def entries(self) -> list[Entry]:
        """The whole ledger."""
        return [
            entry
            for owner in self.owners()
            for entry in self.look_up(lambda uow, who=owner: uow.ledger.of(who, 2000))
        ]

    def planned(self) -> dict[str, Moment]:
        """All moments to come, by key."""
        return {
            moment.key: moment
            for owner in self.owners()
            for moment in self.look_up(lambda uow, who=owner: uow.moments.of(who))
        }

    def rounds_shown(self) -> list[str]:
        """How messages that ask the team read in the channel."""
        return [text_of(m) for m in self.posted() if offers(m, "team:answer")]

    # what is noted after everything that happens

    def look(self) -> None:
        """Note what came, and hold it against what may come."""
        opened = self.opened()
        calls = self.chat.calls[self.read :]
        self.read = len(self.chat.calls)
        for call in calls:
            if call.message:
                fits(call.message)
                self.tokens += [token for token, _ in controls(call.message)]
                self.may_read(call.message, None if call.person == ROOM else call.person)
                if call.verb == "post" and call.message.summary in REMINDED:
                    self.may_be_reminded(call.person, opened, accepted=call.accepted)
        for one in self.people:
            for reply in one.replies:
                answer_fits(reply)
                if reply.form:
                    self.tokens.append(reply.form.token)
                self.may_read(reply, one.person)
            one.replies.clear()
        self.note_what_came()

    def may_read(self, shown: object, person: str | None) -> None:
        """A line is read by its author; by others once its round is closed, if it was approved."""
        closed = {one.id for one in self.rounds() if one.state == "summary"}
        for word in found(shown, self.author):
            mine = person is not None and self.author[word] == person
            told = word in self.approved and self.round_of.get(word) in closed
            assert mine or told, (word, person, shown)

    def may_be_reminded(self, person: str, opened: Round | None, *, accepted: bool) -> None:
        """Only who ticked it is reminded, once a round."""
        assert opened, "nobody is reminded of nothing"
        me = next((me for one, me in self.lives() if one.person == person), None)
        assert me
        member = self.look_up(lambda uow: uow.teams.member(opened.team_id, me.id))
        assert member is None or member.remind, person
        self.reminded[person, opened.id] += accepted
        assert self.reminded[person, opened.id] <= 1

    def note_what_came(self) -> None:
        """Note each message that came by itself, for its entry may go with the close."""
        for one, me in self.lives():
            self.ids[me.id] = one.person
            for entry in self.look_up(lambda uow, me=me: uow.ledger.of(me.id, 30)):
                new = entry.key not in self.came[one.person]
                if entry.proactive and entry.outcome == "sent" and new:
                    self.came[one.person][entry.key] = entry
                    hours = (me.work_from, me.work_until, Calendar(me.country))
                    assert within_hours(entry.decided_at, me.tz, *hours), (entry, me.zone)

    # what must always hold

    @invariant()
    def at_most_one_round_is_open_and_it_closes_in_time(self) -> None:
        """None outlives its time, or its channel."""
        team = self.known()
        opened = [one for one in self.rounds() if one.state == "open"]
        assert len(opened) <= 1
        for one in opened:
            assert team
            assert team.state != "gone"
            assert one.closes_at > self.clock()
            closing = self.look_up(lambda uow: uow.moments.of(team.lane))
            assert [m.due_at for m in closing if m.kind == "round_close"] == [one.closes_at]

    @invariant()
    def a_team_that_meets_has_one_next_round(self) -> None:
        """Whatever was set up, asked or lost; one that does not meet has none."""
        if team := self.known():
            coming = self.look_up(lambda uow: uow.moments.of(team.lane))
            planned = [m for m in coming if m.kind == "round_open"]
            assert len(planned) == (team.state == "active" and team.whole), (team, planned)

    @invariant()
    def a_round_is_one_message(self) -> None:
        """However often it was deleted and posted anew, there is never a second one."""
        if team := self.known():
            cards = self.look_up(lambda uow: uow.cards.posted_to(team.lane))
            there = [ref["id"] for ref in self.chat.refs(ROOM)]
            shown = Counter(
                card.args["round"]
                for card in cards
                if card.template == "team_round" and card.ref and card.ref["id"] in there
            )
            assert not shown or max(shown.values()) == 1

    @invariant()
    def fewer_than_five_are_never_summed_up(self) -> None:
        """A summary is of five or more people of the team."""
        for one in self.rounds():
            assert (one.sealed is not None) == (one.state == "summary")
            if one.sealed:
                there = self.members_at[one.id]
                assert one.sealed.n >= GROUP_OF
                assert there is None or one.sealed.n <= len(there)

    @invariant()
    def figures_are_of_one_and_the_same_team(self) -> None:
        """Nothing can be subtracted: neither people nor answers differ by a few."""
        exact = [one for one in self.rounds() if one.sealed and one.sealed.exact]
        teams = {self.members_at[one.id] for one in exact} - {None}
        assert len(teams) <= 1, teams
        sizes = {one.sealed.n for one in exact if one.sealed}
        apart = [abs(n - m) for n in sizes for m in sizes if n != m]
        assert not apart or min(apart) >= GROUP_OF

    @invariant()
    def after_the_close_nothing_joins_a_person_to_the_round(self) -> None:
        """In no row stand both, but for the champion and the owner of an action."""
        closed = [one.id for one in self.rounds() if one.state != "open"]
        kept = rows(self.store, without=["team_commitments"])
        both = [
            row
            for those in kept.values()
            for row in those
            if "team_word" not in row and found(row, closed) and found(row, self.ids)
        ]
        assert both == []
        if self.opened() is None:
            assert kept["team_answers"] == []

    @invariant()
    def nobody_is_disturbed(self) -> None:
        """Two messages a week come by themselves, and one a day, whatever is to be said."""
        for one, me in self.lives():
            at = [entry.decided_at.astimezone(me.tz) for entry in self.came[one.person].values()]
            weeks = Counter(when.isocalendar()[:2] for when in at)
            days = Counter(when.date() for when in at)
            assert max(weeks.values(), default=0) <= A_WEEK, self.came[one.person]
            assert max(days.values(), default=0) <= 1, self.came[one.person]

    @invariant()
    def everything_planned_ends_with_a_reason(self) -> None:
        """Whatever is not to come any more is in the ledger, with what became of it."""
        now, owners = self.planned(), set(self.owners())
        ended = {entry.key: entry for entry in self.entries()}
        for key, moment in self.pending.items():
            if key not in now and moment.kind in NOTED and moment.coachee_id in owners:
                assert key in ended, moment
                assert ended[key].reason
        self.pending = now


def offers(message: Message, option: str) -> bool:
    """Tell whether something can be pressed in a message."""
    return any(option in options for _, options in controls(message))


@pytest.fixture(scope="module", autouse=True)
def _template(tmp_path_factory: pytest.TempPathFactory) -> None:
    Lives.template = tmp_path_factory.mktemp("lives") / "template.sqlite3"
    migrate.upgrade(f"sqlite:///{Lives.template}")
    library()


Lives.TestCase.settings = settings(
    max_examples=7,
    stateful_step_count=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
TestLives = Lives.TestCase
