"""Whatever HR, the people invited and the platform do, in whatever order: campaigns stay true.

A machine plays a company on the real engine over SQLite: two people of HR draft, change, preview,
launch, pause, stop, reword and delete; people answer, change their answer, pause, stop, erase
themselves and leave; anything is pressed by anybody; the platform refuses, and time passes.
"""

import asyncio
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.campaigns.content import LAUNCHED, Campaign
from bot.campaigns.grants import Grant
from bot.errors import SendFailed, Unreachable
from bot.events import Inbound, Mention
from bot.ledger import Entry
from bot.people import Coachee
from storage import migrate
from storage.store import Store, open_store
from tests.databases import KEY
from tests.fakes import Clock
from tests.fitting import answer_fits, fits
from tests.hr import FORM, ROOM, Company, Hr
from tests.junk import JUNK
from tests.players import Player, at_the_door, controls
from tests.traces import all_logs, found
from tests.world import MONDAY, library

PEOPLE = 12
WORDS = ("qzautumnvelvet", "qzreasonvelvet", "example.org")
"""What HR writes; it is in no log."""

COMMANDS = ("", "list", "status", "report", "preview", "launch", "pause", "resume", "stop", "help")
OWNED = ("roles", "log", "roles hr @x", "new delegation for #managers from monday", "xyz \x00")
VERBS = (
    *("edit", "waves", "text", "people", "preview", "again", "texts", "test", "ready", "launch"),
    *("not_yet", "unreached", "pause", "resume", "stop", "report", "yes", "no", "form", "open:x"),
    *("assume:none", "assume:\x00", "revoke:hr/x", "give", "", "\ud83d"),
)
FORMS = ("new", "edit", "waves", "text", "people", "give", "said", "texts", "", "\x00")
VALUES = st.one_of(
    JUNK,
    st.sampled_from(("2026-12-07", "09:00", "4", "50", "Europe/Paris", "weekly", "hr", ROOM.id)),
    st.lists(st.sampled_from(("delegation", "feedback", "en", "fr", "anew", "P001", "U0HR"))),
)
FIELDS = (*FORM, "list", "people", "anew", "waves", "apart", "zone", "role")
FILLED = st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=4)
CHANGES = st.sampled_from(
    (
        *({"weeks": "2"}, {"langs": ["fr"]}, {"window_from": "06:00", "window_until": "07:00"}),
        *({"first_day": "2026-12-01"}, {"pace": "monthly"}, {"pilot": "50"}, {}),
    )
)
FAULTS = {
    "gone": Unreachable("account_inactive"),
    "too many calls": SendFailed("ratelimited", retry_after=timedelta(seconds=20)),
    "down": SendFailed("internal_error"),
    "refused": SendFailed("msg_too_long", permanent=True),
}
SPANS = {
    "a minute": timedelta(minutes=1),
    "an hour": timedelta(hours=1),
    "a day": timedelta(days=1),
    "a week": timedelta(weeks=1),
    "two months": timedelta(days=60),
}
SOON = (timedelta(seconds=25), timedelta(minutes=1))
BEFORE_A_YES = {"invitation"}
"""Kinds of messages that come by themselves to somebody who never began anything."""

INVITED = {library().say("invitation.summary", "en"), library().say("invitation.summary", "fr")}

who = st.integers(0, PEOPLE - 1)


class Lives(RuleBasedStateMachine):
    """One company, everything that happens in it, and what must always hold.

    Attributes:
        acted: everybody who did something by themselves: what comes to them is theirs.
        stopped: who said stop, with how many messages had come by themselves until then.
        got: by campaign and person, how many invitations the platform took.
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
        self.hrs = [Hr(self.world, self.chat, "U0HR"), Hr(self.world, self.chat, "U1HR")]
        self.firm = Company(self.world, self.chat, self.hrs[0])
        self.people = self.firm.hire(PEOPLE - 2) + self.firm.hire(2, "fr", "America/New_York")
        self.past: list[tuple[Player, Inbound]] = []
        self.tokens: list[str] = ["menu", "forged", "", "\x00", "a.b.c"]
        self.acted: set[str] = set()
        self.erased: set[str] = set()
        self.stopped: dict[str, int] = {}
        self.got: Counter[tuple[str, str]] = Counter()
        self.read = 0

    def run(self, work: Any) -> Any:
        """Run a coroutine to its end."""
        return self.runner.run(work)

    def teardown(self) -> None:
        """Let all end in quiet, look at what was heard, and close everything."""
        try:
            self.chat.calm()
            self.pass_until(timedelta(days=4))
            heard = "\n".join(self.heard.lines)
            assert [line for line in self.heard.lines if "ERROR" in line or "crashed" in line] == []
            assert found(heard, WORDS) == []
        finally:
            self.run(self.door.__aexit__(None, None, None))
            self.store.close()
            self.runner.close()
            self.logs.__exit__(None, None, None)
            self.folder.cleanup()

    # what happens

    @initialize(begins=st.sampled_from(("nothing", "draft", "launched", "invited")))
    def begin(self, begins: str) -> None:
        """Two people have the role; often there is a campaign already."""
        for one, role in zip(self.hrs, ("owner", "hr"), strict=True):
            self.run(one.command("why"))
            me = self.me(one)
            assert me
            grant = Grant(me.id, role, "", self.clock())  # type: ignore[arg-type]  # a role
            self.run(self.world.change(lambda uow, grant=grant: uow.roles.grant(grant)))
        if begins != "nothing":
            self.draft(0, {})
        if begins in {"launched", "invited"}:
            self.launch(0)
        if begins == "invited":
            self.pass_until(timedelta(days=7, hours=2))
        self.look()

    def do(self, one: Player, event: Inbound) -> None:
        """Carry an event and remember it; of HR at most one line of the log comes of it."""
        self.past.append((one, event))
        before = self.log()
        self.run(one.send(event))
        assert self.log() - before <= (1 if one not in self.hrs else MOST_LINES)
        self.look()

    @rule(hr=st.integers(0, 1), changes=CHANGES)
    def draft(self, hr: int, changes: dict[str, str | list[str]]) -> None:
        """Make a draft by the form."""
        one = self.hrs[hr]
        self.do(one, one.typed("new"))
        if one.form:
            name, why = f"{WORDS[0]} {len(self.campaigns())}", WORDS[1]
            self.do(one, one.filled({**FORM, "name": name, "why_en": why, **changes}))
            self.pass_until(timedelta(minutes=2))

    @rule(hr=st.integers(0, 1))
    def launch(self, hr: int) -> None:
        """Confirm twice, twice."""
        one = self.hrs[hr]
        for option in ("campaign:ready", "campaign:launch", "campaign:launch"):
            self.press_newest(one, option)

    @rule(hr=st.integers(0, 1), text=st.sampled_from((*COMMANDS, *OWNED)))
    def command(self, hr: int, text: str) -> None:
        """Type a command."""
        one = self.hrs[hr]
        named = {"#": ROOM, "@": Mention("person", "P001", "x")}
        self.do(one, one.typed(text, *(it for sign, it in named.items() if sign in text)))

    @rule(hr=st.integers(0, 1), option=st.sampled_from(VERBS))
    def control(self, hr: int, option: str) -> None:
        """Press the newest button of this name."""
        self.press_newest(self.hrs[hr], f"campaign:{option}")

    @rule(hr=st.integers(0, 1), values=FILLED)
    def fill(self, hr: int, values: dict[str, Any]) -> None:
        """Send the open form with anything in it."""
        one = self.hrs[hr]
        if one.form and one.form.submit:
            self.do(one, one.filled(values))

    @rule(by_hr=st.booleans(), who=who, data=st.data(), values=FILLED)
    def forge(self, by_hr: bool, who: int, data: st.DataObject, values: dict[str, Any]) -> None:
        """Press or send anything under any message that ever was, whoever one is."""
        one: Player = self.hrs[who % 2] if by_hr else self.people[who]
        token = data.draw(st.sampled_from(self.tokens[::-1]))
        verb, name = data.draw(st.sampled_from(VERBS)), data.draw(st.sampled_from(FORMS))
        if self.known(one):
            forged: tuple[Inbound, ...] = (
                one.clicked(token, f"campaign:{verb}", values),
                one.submitted(f"{token.partition('.')[0]}.{name}", values),
            )
            self.do(one, data.draw(st.sampled_from(forged)))

    @rule(data=st.data(), fresh=st.booleans())
    def again(self, data: st.DataObject, fresh: bool) -> None:
        """Deliver something again, or let it be pressed a second time."""
        if self.past:
            one, event = data.draw(st.sampled_from(self.past[::-1]))
            if self.known(one):
                again = replace(event, id=one._shared()["id"], at=self.clock())
                self.do(one, again if fresh else event)

    @rule(who=who, said=st.sampled_from(("yes", "no", "change", "yes")))
    def answer(self, who: int, said: str) -> None:
        """Answer an invitation, or take the answer back."""
        one = self.people[who]
        option = "change" if said == "change" else f"campaign:{said}"
        if any(option in some for m in one.messages for _, some in controls(m)):
            self.acted |= {one.person} if said == "yes" else set()
            self.press_newest(one, option)

    @rule(who=who, what=st.sampled_from(("pause", "stop", "erase", "leave", "start")))
    def somebody(self, who: int, what: str) -> None:
        """Somebody pauses, stops, erases themselves, leaves, or begins by themselves."""
        one = self.people[who]
        if what == "leave":
            self.firm.change(one.person, kind="gone")
            self.chat.fail(Unreachable("account_inactive"), person=one.person)
        elif what == "erase":
            self.erase(one)
        else:
            self.acted |= {one.person} if what != "stop" else set()
            self.do(one, one.commanded(what))
            if what == "stop":
                self.stopped[one.person] = self.came(one)
            else:
                self.stopped.pop(one.person, None)

    def erase(self, one: Player) -> None:
        """Erase somebody, as far as the messages for it can be seen."""
        self.acted.add(one.person)
        self.stopped.pop(one.person, None)
        self.do(one, one.commanded("data"))
        for option in ("cmd:erase", "erase:all"):
            self.press_newest(one, option)
        self.erased.add(one.person)

    @rule(kind=st.sampled_from(sorted(FAULTS)), who=st.one_of(st.none(), who))
    def refuse(self, kind: str, who: int | None) -> None:
        """The platform does not take the next call, to HR or to somebody."""
        person = self.hrs[0].person if who is None else self.people[who].person
        if who is not None or kind != "gone":
            self.chat.fail(FAULTS[kind], person=person)

    @rule(span=st.sampled_from(sorted(SPANS)))
    def wait(self, span: str) -> None:
        """Let time pass."""
        self.pass_until(SPANS[span])

    @rule(span=st.sampled_from(sorted(SPANS)), purge=st.booleans())
    def fail_altogether(self, span: str, purge: bool) -> None:
        """Nothing runs for a while; then all that was due meanwhile comes at once."""
        self.clock.at += SPANS[span]
        self.run(self.world.settle())
        if purge:
            self.run(self.world.engine.loop.purge())
        self.look()

    def pass_until(self, span: timedelta) -> None:
        """Let everything that falls due on the way come at its time."""
        for wait in (*SOON, span):
            self.run(self.world.wait_until(self.clock() + wait))
        self.look()

    def press_newest(self, one: Player, option: str) -> None:
        """Press the newest control with an option, where there is one."""
        offered = [t for m in one.messages for t, some in controls(m) if option in some]
        if offered:
            self.do(one, one.clicked(offered[-1], option))

    # what is known

    def look_up(self, at: Any) -> Any:
        """Read something from the store."""
        return self.run(self.world.look(at))

    def campaigns(self) -> list[Campaign]:
        """All campaigns, the newest first."""
        return list(self.look_up(lambda uow: uow.campaigns.all()))

    def me(self, one: Player) -> Coachee | None:
        """What is kept of somebody."""
        found: Coachee | None = self.run(one.me())
        return found

    def known(self, one: Player) -> bool:
        """Tell whether somebody is there: a press of nobody comes from nowhere."""
        return self.me(one) is not None

    def log(self) -> int:
        """How many lines the log has."""
        return len(self.look_up(lambda uow: uow.roles.log(10_000)))

    def entries(self, one: Player) -> list[Entry]:
        """The ledger of somebody."""
        me = self.me(one)
        return list(self.look_up(lambda uow: uow.ledger.of(me.id, 1000))) if me else []

    def came(self, one: Player) -> int:
        """How many messages came to somebody by themselves."""
        return sum(e.proactive and e.outcome == "sent" for e in self.entries(one))

    def lives(self) -> Iterable[tuple[Player, Coachee]]:
        """Everybody of whom something is kept."""
        return [(one, me) for one in self.people if (me := self.me(one))]

    # what is noted after everything that happens

    def look(self) -> None:
        """Hold what was sent and answered against what the platforms take."""
        calls, self.read = self.chat.calls[self.read :], len(self.chat.calls)
        for call in calls:
            if call.message:
                fits(call.message)
                self.tokens += [token for token, _ in controls(call.message)]
            posted = call.message if call.verb == "post" and call.accepted else None
            if posted and posted.summary in INVITED:
                self.got[call.person, str(posted.elements[0])] += 1
        for one in (*self.hrs, *self.people):
            for reply in one.replies:
                answer_fits(reply)
                self.tokens += [reply.form.token] if reply.form else []
            one.replies.clear()

    # what must always hold

    @invariant()
    def nobody_is_invited_twice_to_a_campaign(self) -> None:
        """By ledger and by what the platform took; after erasing, a new campaign may ask anew."""
        for one, me in self.lives():
            keys = [e.key for e in self.entries(one) if e.kind == "invitation"]
            assert len(keys) == len(set(keys)), me.id
        for (person, _), many in self.got.items():
            assert many <= 1 or person in self.erased, self.got

    @invariant()
    def nothing_else_comes_before_a_yes(self) -> None:
        """To somebody who did nothing by themselves, nothing but invitations comes."""
        for one, _ in self.lives():
            if one.person not in self.acted:
                kinds = {e.kind for e in self.entries(one) if e.outcome in {"sent", "queued"}}
                assert kinds <= BEFORE_A_YES, (one.person, kinds)

    @invariant()
    def nothing_comes_after_a_stop(self) -> None:
        """Whatever HR launches, as long as they do not come back themselves."""
        for one, me in self.lives():
            if one.person in self.stopped and me.state == "stopped":
                assert self.came(one) <= self.stopped[one.person], one.person

    @invariant()
    def figures_add_up(self) -> None:
        """What is planned and what is still to come are in bounds, whoever is erased."""
        for made in self.campaigns():
            planned = int(made.figures.get("planned", 0))
            pending = self.look_up(lambda uow, made=made: uow.campaigns.pending(made.id))
            assert made.state in {*LAUNCHED, "stopped", "ended"} or pending == 0
            assert not planned or pending <= planned <= int(made.figures["people"])


MOST_LINES = 3
"""A new draft is created, changed and given an audience in one go."""


@pytest.fixture(scope="module", autouse=True)
def _template(tmp_path_factory: pytest.TempPathFactory) -> None:
    Lives.template = tmp_path_factory.mktemp("lives") / "template.sqlite3"
    migrate.upgrade(f"sqlite:///{Lives.template}")
    library()


Lives.TestCase.settings = settings(
    max_examples=4,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
TestLives = Lives.TestCase
