"""A team and its check-in: who is in it, how a round stands, and what is left once it closes.

What one person answered exists only while a round is open. At the close one transaction turns
the answers into a `Sealed` summary and deletes them with every link to a person.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Literal, get_args

from bot.events import Address
from bot.groups.levels import Level
from bot.language import Lang

Question = Literal["energy", "clarity", "blocker", "lines"]
QUESTIONS: tuple[Question, ...] = get_args(Question)

Item = Literal["energy", "role", "goal"]
"""What is answered on the scale from 1 to 5."""
ITEMS: tuple[Item, ...] = get_args(Item)

Blocker = Literal["decision", "information", "means", "coordination"]
BLOCKERS: tuple[Blocker, ...] = get_args(Blocker)

Trend = Literal["up", "stable", "down"]

LOWEST, HIGHEST = 1, 5
OPEN_FOR = 3
"""Working days a round is open."""

LANE = "team:"
"""How the name of a channel's own queue begins, where a person's is the person's id."""


@dataclass(frozen=True, slots=True)
class Team:
    """A channel in which a team meets.

    Attributes:
        place: the channel's id on its platform; with `workspace` it is unique.
        address: how to post there.
        state: proposed, until somebody confirms the first rhythm; gone, once the bot cannot
            post there any more.
        weeks: from one round to the next.
        questions: what a round asks.
        champion_id: the coachee who leads the talk about a summary; anyone in the team.
        public: everybody of the workspace can read the channel.
        whole: false where more people are in it than a check-in is for.
        rounds: how many were opened, ever.
        compared: the number of the first round with a summary since anybody came or left; the
            rounds from there on are of one and the same team. 0 without one.
        went: how many of those present at that round's close have left since.
        card_token: the message that says how it is set up.
    """

    id: str
    workspace: str
    place: str
    address: Address
    created_at: datetime
    lang: Lang
    zone: str
    country: str = ""
    state: Literal["proposed", "active", "paused", "gone"] = "proposed"
    weekday: int = 3
    at: time = field(default=time(10))
    weeks: int = 2
    questions: tuple[Question, ...] = QUESTIONS
    champion_id: str | None = None
    set_up_by: str | None = None
    public: bool = False
    whole: bool = True
    rounds: int = 0
    compared: int = 0
    went: int = 0
    card_token: str | None = None
    version: int = 0

    @property
    def lane(self) -> str:
        """The name of the channel's own queue."""
        return f"{LANE}{self.id}"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a team. `since` is the number of the first round whose close they see.

    `remind` is their wish for one private reminder in each round they have not answered.
    """

    team_id: str
    coachee_id: str
    since: int
    remind: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person answered, while the round is open.

    `show` is the yes to the lines; `quote` names the form in which they were shown for it.
    """

    energy: int | None = None
    role: int | None = None
    goal: int | None = None
    blocker: Blocker | None = None
    expect: str = ""
    offer: str = ""
    show: bool = False
    quote: str = ""
    declined: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One item of a summary. Sum and sum of squares are None where only the level is kept."""

    level: Level
    total: int | None = None
    squares: int | None = None


@dataclass(frozen=True, slots=True)
class Sealed:
    """What is left of a round's answers; `n` is how many people answered, at least five.

    Attributes:
        figures: by item; items that were not asked are left out.
        agreement: how alike role and goal are seen; None where it was not asked.
        trend: since the last round it can be compared with; None where there is none.
        blockers: types named by at least three people, most frequent first.
        counts: how many named each of these; a type is left out where its number would tell
            what somebody answered.
    """

    n: int
    figures: Mapping[Item, Figure] = field(default_factory=dict)
    agreement: Literal["close", "spread"] | None = None
    trend: Trend | None = None
    blockers: tuple[Blocker, ...] = ()
    counts: Mapping[Blocker, int] = field(default_factory=dict)

    @property
    def exact(self) -> bool:
        """Whether numbers are kept, so that a later round can be compared with this one."""
        return any(figure.total is not None for figure in self.figures.values())

    def in_words(self) -> "Sealed":
        """Return the same without any number but that of the people."""
        words = {item: Figure(figure.level) for item, figure in self.figures.items()}
        return replace(self, figures=words, counts={})


@dataclass(frozen=True, slots=True)
class Loop:
    """What the champion says to the team after a round."""

    heard: str
    will: str = ""
    wont: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """One check-in of a team. `number` counts from 1.

    `lines` are approved by their authors and in no order; `sealed` is set in state `summary`.
    """

    id: str
    team_id: str
    number: int
    opened_at: datetime
    closes_at: datetime
    questions: tuple[Question, ...]
    state: Literal["open", "summary", "too_few", "called_off"] = "open"
    card_token: str | None = None
    sealed: Sealed | None = None
    lines: tuple[str, ...] = ()
    loop: Loop | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class TeamBlocker:
    """A type of blocker that the team named, until it is resolved or dropped."""

    id: str
    team_id: str
    kind: Blocker
    number: int  # of the round that named it
    opened_on: date
    state: Literal["open", "resolved", "dropped"] = "open"
    closed_on: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class TeamCommitment:
    """An action that a team agreed on, with one owner; written for the channel."""

    id: str
    team_id: str
    round_id: str
    action: str
    owner_id: str | None
    due_on: date
    created_at: datetime
    status: Literal["open", "done", "partly", "dropped"] = "open"
    moves: int = 0
    closed_on: date | None = None
    card_token: str | None = None
    version: int = 0
