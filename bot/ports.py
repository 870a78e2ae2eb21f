"""What the engine needs from the outside. The contract's words stand here, once."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Literal, Protocol

from bot.adapting.ports import Adaptations
from bot.campaigns.ports import Campaigns, Roles, Stars
from bot.cards import Card
from bot.commitments import Commitment, Outcome
from bot.errors import SendFailed
from bot.events import Address, Inbound, MessageRef
from bot.ledger import Entry
from bot.measuring.ports import Figures, Placements
from bot.measuring.records import Kind, Record
from bot.messages import Message, Reply
from bot.moments import Moment, MomentKind
from bot.outbox import Claimed, Dispatch, Verb
from bot.pace import UNPACED, Paces
from bot.people import Coachee
from bot.plans.content import Measure, Plan, PlanVersion
from bot.sessions import Session
from bot.slots import OfferedSlots
from bot.suggestions.rewording import Request
from bot.teams.content import (
    Answer,
    Blocker,
    Member,
    Round,
    Team,
    TeamBlocker,
    TeamCommitment,
)
from bot.visibility import Keeps


class Messenger(Protocol):
    """One platform's way out. Every method raises `SendFailed` or one of its kinds."""

    async def post(
        self, address: Address, message: Message, under: MessageRef | None = None
    ) -> MessageRef:
        """Post to a direct message or a channel and return what later edits need.

        With `under`, in the thread under that message, without bringing it to the channel.
        """

    async def update(self, address: Address, ref: MessageRef, message: Message) -> None:
        """Replace a message in place. Raises `MessageGone` if it no longer exists."""

    async def delete(self, address: Address, ref: MessageRef) -> None:
        """Take a message away; one that is already gone is no error."""

    async def publish_home(self, address: Address, message: Message) -> None:
        """Show the person's home, where the platform has one; elsewhere nothing happens."""

    async def profile(self, address: Address) -> "Profile":
        """Ask the platform for language and zone; unknown ones are None."""

    async def roster(self, address: Address) -> "Roster":
        """Ask the platform who is in a channel."""

    async def directory(self, address: Address, ask: "DirectoryAsk") -> "Listing":
        """Read one page of people; the address is that of anybody in the same workspace.

        Raises `Unreachable` where there is no such channel or group, or the bot may not see it.
        """


@dataclass(frozen=True, slots=True)
class Profile:
    """Language, zone and mail address as the platform knows them."""

    locale: str | None
    zone: str | None
    mail: str | None = None


@dataclass(frozen=True, slots=True)
class DirectoryAsk:
    """What to read of a directory.

    Attributes:
        kind: `channel` or `usergroup` with its id in `ids`, page by page; `people` with up to
            `PEOPLE_AT_ONCE` ids, or `mails` with as many addresses; `everybody`, page by page.
        cursor: where to go on, as the page before said.
    """

    kind: Literal["channel", "usergroup", "people", "mails", "everybody"]
    ids: tuple[str, ...] = ()
    cursor: str = ""


PEOPLE_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody of a directory; what is None was not told by this reading."""

    person: str
    address: Address
    kind: Literal["member", "guest", "bot", "gone"] = "member"
    locale: str | None = None
    zone: str | None = None
    mail: str | None = None
    known: bool = True
    """Whether kind, locale, zone and mail were read at all; a channel may tell ids alone."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One page: people, where to go on (empty at the end), and which ids or mails nobody has."""

    people: tuple[Listed, ...]
    cursor: str = ""
    missing: tuple[str, ...] = ()


MOST_MEMBERS = 300
"""People in a channel of which a team check-in can be held; the roster stops there."""


@dataclass(frozen=True, slots=True)
class InRoom:
    """Somebody in a channel, and how they are reached alone; locale and zone where known."""

    person: str
    address: Address
    kind: Literal["member", "guest", "bot"] = "member"
    locale: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Roster:
    """Who is in a channel. `whole` is false where there were more than `MOST_MEMBERS`.

    `public`: everybody in the workspace can read it.
    """

    people: tuple[InRoom, ...]
    public: bool = False
    whole: bool = True


class Rewriter(Protocol):
    """A language model that words a sentence. `host` is where sentences go, for the person."""

    @property
    def host(self) -> str: ...

    async def suggest(self, request: Request) -> str:
        """Return the answer as it is: whoever reads it believes nothing of it.

        Raises:
            ModelFailed: there is none.
        """


class Seen(Protocol):
    """Keys of events already handled."""

    def add(self, key: str, at: datetime) -> bool:
        """Remember the key; false if it was known. Safe when two writers race."""

    def has(self, key: str) -> bool:
        """Tell whether the key is known."""


class People(Protocol):
    """Coachees."""

    def find(self, workspace: str, person: str) -> Coachee | None:
        """Find by the platform's ids; locks the row until the end, where the database can."""

    def get(self, coachee_id: str) -> Coachee | None:
        """Find by id; locks the row until the end, where the database can."""

    def look(self, coachee_id: str) -> Coachee | None:
        """Find by id without a lock, for a glance at somebody whose turn it is not."""

    def look_for(self, workspace: str, person: str) -> Coachee | None:
        """Find by the platform's ids without a lock."""

    def add(self, coachee: Coachee) -> None:
        """Add one. Raises `Conflict` if the person exists already."""

    def put(self, coachee: Coachee) -> Coachee:
        """Save and return it with its next version. Raises `Conflict` from an outdated copy."""

    def erase(self, coachee_id: str, *, stop_counts: bool = False) -> None:
        """Delete the person and everything that belongs to them, in every table.

        Of plans they shared, what they only proposed goes too; the plan is its owner's. With
        `stop_counts`, that somebody stopped stays noted, under a pseudonym that nothing leads to.
        """

    def gather(self, newcomers: Sequence[Coachee]) -> Mapping[str, Coachee]:
        """Add those whom nobody knows yet, in one go, and return all as they are, by person.

        All are of one workspace. Who is known already is left as they are.
        """

    def known(self, workspace: str, persons: Sequence[str]) -> Mapping[str, Coachee]:
        """Find those who are known, by the platform's ids and without a lock; by person."""

    def note_mails(self, mails: Mapping[str, str]) -> None:
        """Remember mail addresses, by coachee id, as keyed hashes that find people and no more."""

    def by_mail(self, mails: Sequence[str]) -> Mapping[str, Sequence[Coachee]]:
        """Find people by mail address, whatever its case; several accounts of one person."""

    def stopped_before(self, at: datetime, limit: int) -> Sequence[str]:
        """Ids of people who stopped or left before a time, for the purge."""

    def only_invited(self, closed_before: datetime, limit: int) -> Sequence[str]:
        """List people who are there only because campaigns invited them, and never answered.

        All these campaigns were closed before a time, and nothing else is known of the person.
        """


class Sessions(Protocol):
    """Dialogues in progress and closed ones. The answers come and go with the session."""

    def get(self, session_id: str) -> Session | None:
        """Find one, with its answers in order."""

    def open_of(self, coachee_id: str) -> Sequence[Session]:
        """All open sessions of a person, the one touched last first."""

    def add(self, session: Session) -> None:
        """Add one."""

    def put(self, session: Session) -> Session:
        """Save and return it with its next version. Raises `Conflict` from an outdated copy."""

    def of(self, coachee_id: str) -> Sequence[Session]:
        """All sessions of a person, oldest first."""


class Cards(Protocol):
    """Messages said, by token."""

    def add(self, card: Card) -> None:
        """Add one."""

    def get(self, token: str) -> Card | None:
        """Find one."""

    def put(self, card: Card) -> None:
        """Save it."""

    def of_session(self, session_id: str) -> Sequence[Card]:
        """All cards of a session, oldest first."""

    def posted_to(self, coachee_id: str) -> Sequence[Card]:
        """All cards of a person that have a reference, oldest first."""


NO_MATTER: Mapping[str, int] = MappingProxyType({})
"""Room in no bucket is bounded."""


class Outbox(Protocol):
    """What is to be sent, in order per person. Rows hold ids, never text."""

    def add(self, dispatch: Dispatch) -> None:
        """Queue one, leased to this process until `dispatch.leased_until`.

        The lease token is the store's own. A second row with the same key is ignored.
        """

    def claim(
        self,
        now: datetime,
        limit: int,
        lease: timedelta,
        paces: Paces = UNPACED,
        room: Mapping[str, int] = NO_MATTER,
    ) -> Claimed:
        """Lease the oldest unsettled row of each person that is due, free, and has a turn.

        Lanes share the limit. `room` says for some buckets how many rows there is room for.
        """

    def own(self, coachee_id: str, now: datetime) -> Dispatch | None:
        """Return the person's oldest unsettled row if this process holds it, else None.

        Raises:
            HeldElsewhere: another process does, at this moment.
        """

    def held(self, dispatches: Sequence[Dispatch]) -> set[int]:
        """Return the ids of those that are unsettled and still leased to this process."""

    def turn(self, dispatch: Dispatch, now: datetime, until: datetime, paces: Paces) -> Dispatch:
        """Take the next turn for a row: `not_before` of what is returned.

        Raises:
            NoTurn: there is none until then.
        """

    def shut(self, dispatch: Dispatch, until: datetime, paces: Paces) -> None:
        """Let nobody have a turn in the row's bucket before then."""

    def settle(self, dispatch: Dispatch, at: datetime, outcome: str) -> bool:
        """Close the row; false if the lease was lost meanwhile."""

    def settle_all(self, dispatches: Sequence[Dispatch], at: datetime, outcome: str) -> set[int]:
        """Close rows and return the ids of those of which the lease was not lost."""

    def retry(self, dispatch: Dispatch, not_before: datetime) -> bool:
        """Give the row back for later, one attempt more; false if the lease was lost.

        All rows of the person behind it are anybody's then.
        """

    def release(self, coachee_ids: Collection[str]) -> None:
        """Give back untried what this process holds of people: anybody may claim it at once."""

    def let_go(self) -> None:
        """Give back all that this process holds, before it ends."""

    def pending(self, coachee_id: str) -> int:
        """Count unsettled rows of a person."""

    def drop(self, coachee_id: str, verbs: Sequence[Verb], at: datetime, outcome: str) -> int:
        """Settle all unsettled rows of these verbs at once and say how many."""


class Words(Protocol):
    """What people wrote: encrypted, owned by the person."""

    def keep(self, coachee_id: str, keeps: Keeps, text: str, at: datetime) -> str:
        """Store and return an id."""

    def text(self, words_id: str) -> str | None:
        """Read it; None once erased."""

    def forget(self, words_ids: Sequence[str]) -> None:
        """Erase for good."""

    def of(self, coachee_id: str) -> Sequence[tuple[str, Keeps, str, datetime]]:
        """All words of a person: id, kind, text, when; oldest first."""


class Commitments(Protocol):
    """Commitments and what became of them."""

    def add(self, commitment: Commitment) -> None:
        """Add one."""

    def get(self, commitment_id: str) -> Commitment | None:
        """Find one."""

    def put(self, commitment: Commitment) -> Commitment:
        """Save and return it with its next version. Raises `Conflict` from an outdated copy."""

    def of(self, coachee_id: str) -> Sequence[Commitment]:
        """All of a person, oldest first."""

    def note(self, outcome: Outcome) -> None:
        """Append to the history."""

    def history(self, commitment_id: str) -> Sequence[Outcome]:
        """What became of it, oldest first."""

    def histories(self, coachee_id: str) -> Mapping[str, Sequence[Outcome]]:
        """What became of all of a person, by commitment; each oldest first."""


class Plans(Protocol):
    """Action plans, their versions, and what was measured."""

    def add(self, plan: Plan) -> None:
        """Add one. Raises `Conflict` if its owner has one that has not ended."""

    def get(self, plan_id: str) -> Plan | None:
        """Find one."""

    def put(self, plan: Plan) -> Plan:
        """Save and return it with its next version. Raises `Conflict` from an outdated copy."""

    def of(self, coachee_id: str) -> Sequence[Plan]:
        """All plans of their owner, oldest first."""

    def shared_with(self, coachee_id: str) -> Sequence[Plan]:
        """Plans that go on and have this person as the partner, oldest first."""

    def invited(self, code: str) -> Plan | None:
        """Find the plan to which the code with this hash leads, whether or not it still works."""

    def write(self, version: PlanVersion) -> None:
        """Add a version, or replace the one with its number."""

    def versions(self, plan_id: str) -> Sequence[PlanVersion]:
        """All versions in the order of their numbers."""

    def note(self, measure: Measure) -> None:
        """Add what was measured, or replace the one with its id."""

    def forget(self, measure_id: str) -> None:
        """Take back what was measured."""

    def measures(self, plan_id: str) -> Sequence[Measure]:
        """All that was measured, oldest first."""


class Teams(Protocol):
    """Teams, their rounds, and while a round is open who answered what.

    Answers, lines, what the champion says and team commitments are encrypted. `get`, `find` and
    `hold` lock until the end, where the database can.
    """

    def add(self, team: Team) -> None:
        """Add one. Raises `Conflict` if its channel has one."""

    def find(self, workspace: str, place: str) -> Team | None:
        """Find a team by its channel, and lock it."""

    def get(self, team_id: str) -> Team | None:
        """Find one by id, and lock it."""

    def look(self, team_id: str) -> Team | None:
        """Find one by id without a lock."""

    def put(self, team: Team) -> Team:
        """Save and return it with its next version. Raises `Conflict` from an outdated copy."""

    def of(self, coachee_id: str) -> Sequence[Team]:
        """Teams in which somebody is a member and that are not gone, oldest first."""

    def members(self, team_id: str) -> Sequence[Member]:
        """Everybody in a team, ordered by coachee id."""

    def member(self, team_id: str, coachee_id: str) -> Member | None:
        """Find one member."""

    def enrol(self, member: Member) -> None:
        """Add a member, or replace the one of the same team and coachee."""

    def leave(self, team_id: str, coachee_id: str) -> None:
        """Forget a member with what they answered, in whatever round is open."""

    def begin(self, opened: Round) -> None:
        """Add a round. Raises `Conflict` if the team has an open one or one of that number."""

    def round(self, round_id: str) -> Round | None:
        """Find a round without a lock."""

    def hold(self, round_id: str, *, to_close: bool = False) -> Round | None:
        """Find a round, and keep it from being closed until the end; many may hold it at once.

        With `to_close` nobody else holds it meanwhile.
        """

    def open_round(self, team_id: str) -> Round | None:
        """Find a team's open round without a lock."""

    def rounds(self, team_id: str) -> Sequence[Round]:
        """All rounds of a team, oldest first."""

    def put_round(self, changed: Round) -> Round:
        """Save and return it with its next version. Raises `Conflict` from an outdated copy."""

    def answer(self, round_id: str, coachee_id: str, given: Answer) -> None:
        """Keep an answer, in place of the one the person gave before."""

    def answer_of(self, round_id: str, coachee_id: str) -> Answer | None:
        """Read one person's answer."""

    def withdraw(self, round_id: str, coachee_id: str) -> None:
        """Delete one person's answer."""

    def answers(self, round_id: str) -> Sequence[Answer]:
        """All answers, in an order that says nothing."""

    def seal(self, closed: Round) -> Round:
        """Save a round that closes, and delete whatever links a person to it.

        That is its answers, blockers that were reported, and of its private reminders the
        moments, ledger entries, cards and outbox rows: their keys and occurrences begin with
        `team_reminder:{round id}:`, and the cards have the round's id as `session_id`.
        """

    def report(self, team_id: str, coachee_id: str, kind: Blocker) -> None:
        """Note a type of blocker that somebody has; once a person and type until the next close."""

    def reported(self, team_id: str, besides: str = "") -> Sequence[frozenset[Blocker]]:
        """What was reported, one set a person, without saying whose.

        What the same person answered in the round `besides` is left out, so that nobody counts
        twice.
        """

    def blockers(self, team_id: str) -> Sequence[TeamBlocker]:
        """All blockers of a team, oldest first."""

    def put_blocker(self, blocker: TeamBlocker) -> None:
        """Add one, or replace the one with its id."""

    def commit_to(self, commitment: TeamCommitment) -> None:
        """Add what a team agreed on."""

    def commitment(self, commitment_id: str) -> TeamCommitment | None:
        """Find what a team agreed on."""

    def put_commitment(self, commitment: TeamCommitment) -> TeamCommitment:
        """Save and return it with its next version. Raises `Conflict` from an outdated copy."""

    def commitments(self, team_id: str) -> Sequence[TeamCommitment]:
        """All that a team agreed on, oldest first."""


class Moments(Protocol):
    """What is due when. The key makes a repeat impossible."""

    def plan(self, moment: Moment) -> bool:
        """Plan one; false if its key was ever planned before, whatever became of it."""

    def plan_anew(self, moment: Moment) -> None:
        """Plan one at the commit, together with others, unless its key was planned before."""

    def keys(self, coachee_id: str, kind: MomentKind) -> frozenset[str]:
        """Name the keys that were ever planned for a person, whatever became of them."""

    def move(
        self, key: str, due_at: datetime, *, meant: bool = False, stage: str | None = None
    ) -> bool:
        """Put a pending moment at another time; false if it is not pending.

        With `meant`, it belongs there from now on, and is not late. Without a `stage` it keeps
        its own.
        """

    def claim(self, now: datetime, limit: int, lease: timedelta) -> Sequence[Moment]:
        """Lease moments that are due, in the order of `bot.moments.in_turn`."""

    def release(self, claimed: Sequence[Moment]) -> None:
        """Give back what is still pending: anybody may claim it at once."""

    def get(self, moment_id: str) -> Moment | None:
        """Find one that is pending."""

    def settle(self, moment: Moment, at: datetime) -> None:
        """Close it. The commit raises `Conflict` if it was closed before."""

    def again(self, key: str, due_at: datetime, *, stage: str | None = None) -> bool:
        """Let one that was closed come again, as if it was meant for then; false if unknown."""

    def cancel(self, coachee_id: str, kinds: Sequence[str], subject_id: str | None = None) -> None:
        """Take pending moments away; their keys can be planned again."""

    def next_at(self) -> datetime | None:
        """When the earliest pending moment of all is due."""

    def of(self, coachee_id: str) -> Sequence[Moment]:
        """Pending moments of a person, in the order of `bot.moments.in_turn`."""


class Ledger(Protocol):
    """Every planned message ends here with a reason, readable by the person."""

    def note(self, entry: Entry) -> None:
        """Write one, or replace the one with the same key."""

    def of(self, coachee_id: str, limit: int) -> Sequence[Entry]:
        """The latest entries of a person, newest first."""

    def sent_between(self, coachee_id: str, start: datetime, end: datetime) -> int:
        """Count proactive messages sent or on their way from `start` until before `end`."""


class Ratings(Protocol):
    """Figures people gave, without words."""

    def add(self, coachee_id: str, kind: str, session_id: str, value: int, at: datetime) -> None:
        """Write one, or replace the one of the same session and kind."""

    def take_back(self, coachee_id: str, kind: str, session_id: str) -> None:
        """Delete the one of a session and kind, if there is one."""

    def of(self, coachee_id: str) -> Sequence[tuple[str, str, int, datetime]]:
        """All of a person: kind, session, value, when; oldest first."""


class Records(Protocol):
    """What happened, as far as indicators need it: read from what is kept anyway.

    Only what nothing tells later is noted. People, sessions, commitments, prompts, blockers and
    teams stand under pseudonyms, which a new secret key changes.
    """

    def note(self, coachee_id: str, kind: Kind, detail: str, at: datetime) -> None:
        """Note something that nothing else tells: that somebody slowed down, paused or stopped."""

    def take_back(self, coachee_id: str, kind: Kind, since: datetime) -> None:
        """Forget what was noted of a kind since a time."""

    def of(self, coachee_id: str) -> Sequence[Record]:
        """What was noted of a person, oldest first."""

    def between(self, kinds: Collection[Kind], start: datetime, end: datetime) -> Iterator[Record]:
        """What happened from `start` until before `end`, in no order.

        To be read before the unit of work ends. How many statements it takes does not depend on
        how much there is.
        """

    def invited(self, start: datetime, end: datetime) -> AbstractSet[str]:
        """People whom a campaign invited, or who came by themselves, before `end`.

        Who had left before `start` is not among them; who stopped is, until they are erased.
        """

    def active(self, at: datetime) -> AbstractSet[str]:
        """People who had begun and had messages come by themselves at a time.

        It is told from how they stand now, and from what was noted since. Who stopped since and
        is erased counts as active then.
        """

    def away(self, start: datetime, end: datetime) -> AbstractSet[str]:
        """People who paused for some of the time from `start` until before `end`."""

    def teams(self) -> Mapping[str, tuple[str, ...]]:
        """Site and team, the larger first, of those whom a list says one of; the latest holds."""


class Purge(Protocol):
    """Deletes what was kept long enough; each returns how many rows went."""

    def words(self, keeps: Keeps, before: datetime, limit: int) -> int:
        """Words of a kind, and references to them."""

    def commitments(self, closed_before: date, limit: int) -> int:
        """Commitments closed before a day, with words and history."""

    def plans(self, ended_before: datetime, limit: int) -> int:
        """Plans ended before a time, with versions, words and what was measured."""

    def campaigns(self, closed_before: datetime, drafted_before: datetime, limit: int) -> int:
        """Lists of campaigns closed before a time, and drafts left before another; the log, too."""

    def teams(self, before: datetime, gone_before: datetime, limit: int) -> int:
        """Rounds closed before a time with all that came of them, and teams gone long ago."""

    def traces(self, before: datetime, limit: int) -> int:
        """Settled moments, ledger entries, ratings, records, closed sessions and their cards."""

    def plumbing(self, before: datetime, limit: int) -> int:
        """Event keys and settled outbox rows."""


class UnitOfWork(Protocol):
    """All or nothing: what is not committed never happened."""

    @property
    def seen(self) -> Seen: ...
    @property
    def people(self) -> People: ...
    @property
    def sessions(self) -> Sessions: ...
    @property
    def cards(self) -> Cards: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def words(self) -> Words: ...
    @property
    def commitments(self) -> Commitments: ...
    @property
    def plans(self) -> Plans: ...
    @property
    def teams(self) -> Teams: ...
    @property
    def moments(self) -> Moments: ...
    @property
    def ledger(self) -> Ledger: ...
    @property
    def ratings(self) -> Ratings: ...
    @property
    def records(self) -> Records: ...
    @property
    def campaigns(self) -> Campaigns: ...
    @property
    def figures(self) -> Figures: ...
    @property
    def placements(self) -> Placements: ...
    @property
    def roles(self) -> Roles: ...
    @property
    def stars(self) -> Stars: ...
    @property
    def offered_slots(self) -> OfferedSlots: ...
    @property
    def adaptations(self) -> Adaptations: ...
    @property
    def purge(self) -> Purge: ...
    def ahead(self, moment_ids: Sequence[str]) -> None:
        """Read at once, and lock, what carrying these moments begins with; it only saves time."""

    def commit(self) -> None:
        """Make it last. Raises `Conflict` if the database refuses for another writer's sake."""


class OpenUnitOfWork(Protocol):
    """Begin a unit of work; leaving it without `commit` undoes everything."""

    def __call__(self) -> AbstractContextManager[UnitOfWork]: ...


class Handle(Protocol):
    """The one door in, as the adapters see it."""

    async def __call__(self, event: Inbound) -> Reply | None:
        """Carry an event to its end: committed when this returns.

        Raises:
            Busy: nothing was changed; the platform or the person may try again.
        """


class Speaker(Protocol):
    """What the dispatcher asks of the engine, each inside one unit of work."""

    def compose(self, uow: UnitOfWork, dispatch: Dispatch, now: datetime) -> Message | None:
        """Say now what the row stands for; None if there is nothing to say any more."""

    def sent(
        self, uow: UnitOfWork, dispatch: Dispatch, ref: MessageRef | None, now: datetime
    ) -> None:
        """Note that the platform took it; `ref` is the new message of a `post`."""

    def failed(self, uow: UnitOfWork, dispatch: Dispatch, error: SendFailed, now: datetime) -> None:
        """Note that it will not be sent any more."""

    def learned(self, uow: UnitOfWork, dispatch: Dispatch, profile: Profile, now: datetime) -> None:
        """Note what the platform knows of a person."""

    def enrolled(self, uow: UnitOfWork, dispatch: Dispatch, roster: Roster, now: datetime) -> None:
        """Note who is in a channel."""

    def asked(self, uow: UnitOfWork, dispatch: Dispatch, now: datetime) -> DirectoryAsk | None:
        """Say what a row asks a directory; None if nobody wants to know any more."""

    def listed(self, uow: UnitOfWork, dispatch: Dispatch, listing: Listing, now: datetime) -> None:
        """Note a page of a directory."""
