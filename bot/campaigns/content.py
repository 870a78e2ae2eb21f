"""A campaign: what is offered to whom, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Literal, get_args

from bot.events import Address
from bot.language import LANGS, Lang
from bot.people import Pace

State = Literal["draft", "launching", "running", "paused", "stopped", "ended"]
"""launching: invitations are being planned, in the background; ended: its last week is over."""

LAUNCHED: frozenset[State] = frozenset({"launching", "running", "paused"})

Measure = Literal["participation", "usefulness", "kept", "confidence"]
MEASURES: tuple[Measure, ...] = get_args(Measure)

SourceKind = Literal["channel", "usergroup", "people", "mails"]

Problem = Literal["", "not_installed", "gone", "guest", "no_zone"]
"""Why somebody cannot be invited, as far as that is technical: the only reasons that name people.

not_installed: the platform has no account of theirs that the bot may write to; gone: the
account was closed; no_zone: nobody knows where they are, and no zone stands in.
"""
PROBLEMS: tuple[Problem, ...] = ("not_installed", "gone", "guest", "no_zone")

Answer = Literal["", "yes", "no"]

Assumption = Literal["all", "none", "last"]
"""Of a preview: everybody accepts and answers, nobody does, or as many as in the last campaign."""
ASSUMPTIONS: tuple[Assumption, ...] = get_args(Assumption)

LEAST = 10
"""People in the smallest audience: with fewer, what HR sees could be about one of them."""

STARS = 4
"""Themes that a campaign may star."""

_DAY = 24 * 60 * 60

OWN = "own"
"""Stage of an invitation that waits for a reason of the person's own: to HR it is dealt with."""

INVITATION = "campaign_invitation"
"""The template of the message that invites."""

LANE = "campaign:"
"""How the name of a campaign's own queue begins, where a person's is the person's id."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What is offered: everything HR can change of a draft.

    Attributes:
        name: what it is called, also to the people invited.
        why: what HR says to them, by language; one may stand in for the other.
        themes: starred themes, the first one first.
        first_day: on which invitations begin to go out, by each person's own calendar.
        weeks: how many weeks of sessions follow.
        pace: of those whom it brings in; nobody is written to more often than they chose.
        window_from: from when invitations go out, in each person's zone.
        window_until: until when they do.
        langs: languages in which it is offered; others get the first.
        pilot: percent of the teams, or of the people where there are no teams, that take part.
        waves: in how many waves it starts; 1 is all at once.
        apart: weeks from one wave to the next.
        measures: what is measured, said to the people invited.
        zone: stands in for those whose zone nobody knows; empty leaves them out.
    """

    name: str
    themes: tuple[str, ...]
    first_day: date
    why: Mapping[Lang, str] = field(default_factory=dict)
    weeks: int = 4
    pace: Pace = "weekly"
    window_from: time = time(9)
    window_until: time = time(11)
    langs: tuple[Lang, ...] = LANGS
    pilot: int = 100
    waves: int = 1
    apart: int = 4
    measures: tuple[Measure, ...] = ("participation", "usefulness")
    zone: str = ""

    def starts_on(self, wave: int) -> date:
        """Return the first day of a wave, from 1."""
        return self.first_day + timedelta(weeks=self.apart * (wave - 1))

    def ends_on(self, wave: int) -> date:
        """Return the day after the last week of a wave."""
        return self.starts_on(wave) + timedelta(weeks=self.weeks)

    @property
    def staggered(self) -> bool:
        """Whether lots are drawn: for more than one wave, or for a pilot."""
        return self.waves > 1 or self.pilot < 100  # noqa: PLR2004 - percent

    @property
    def window(self) -> int:
        """Seconds over which invitations go out; at least one."""
        day = date.min
        since, until = (datetime.combine(day, at) for at in (self.window_from, self.window_until))
        return int((until - since).total_seconds()) % _DAY or 1

    @property
    def last_day(self) -> date:
        """The day on which the last wave is over."""
        return self.ends_on(self.waves)

    def lang_for(self, lang: Lang) -> Lang:
        """Return the language in which somebody is invited."""
        return lang if lang in self.langs else self.langs[0]

    def why_in(self, lang: Lang) -> str:
        """Return what HR says, in a language or the one that stands in."""
        return self.why.get(lang) or next(iter(self.why.values()), "")


@dataclass(frozen=True, slots=True)
class Source:
    """Where part of the audience comes from.

    Attributes:
        id: the platform's own, of a channel or user group; empty of a list.
        name: as HR knows it.
        address: of whoever named it; the adapter finds from there to the workspace.
        ids: of `people` the platform's ids; of `mails` nothing, for those are kept encrypted.
        state: waiting, while it is read page by page.
        fault: why it could not be read, as a wording key below `campaign.source_`.
        found: people so far.
    """

    kind: SourceKind
    id: str
    name: str
    address: Address
    ids: tuple[str, ...] = ()
    state: Literal["waiting", "read", "failed"] = "waiting"
    fault: str = ""
    found: int = 0


@dataclass(frozen=True, slots=True)
class Campaign:
    """One campaign.

    Attributes:
        created_by: the coachee id of whoever made it.
        terms: what is offered; name and why are kept encrypted.
        seed: with which waves are drawn, as hexadecimal digits; empty until launch.
        drawn: SHA-256 over seed and assignment, fixed before the first message.
        cursor: the position up to which invitations are planned.
        watchers: coachee ids of HR people who follow it, each with the token of their message.
        closed_at: when it ended or was stopped.
        figures: what may be told of what is private, as bands, with the `day` they hold for;
            `people` and `planned` are what the launch came to, whoever is erased since.
    """

    id: str
    created_by: str
    created_at: datetime
    terms: Terms
    state: State = "draft"
    sources: tuple[Source, ...] = ()
    seed: str = ""
    drawn: str = ""
    cursor: int = 0
    launched_at: datetime | None = None
    closed_at: datetime | None = None
    figures: Mapping[str, str] = field(default_factory=dict)
    watchers: Mapping[str, str] = field(default_factory=dict)
    version: int = 0

    @property
    def lane(self) -> str:
        """Whose queue its own work stands in."""
        return f"{LANE}{self.id}"

    @property
    def counting(self) -> bool:
        """Whether part of the audience is still being read."""
        return any(source.state == "waiting" for source in self.sources)

    def with_source(self, number: int, **changes: object) -> "Campaign":
        """Return it with one source changed."""
        changed = replace(self.sources[number], **changes)  # type: ignore[arg-type]  # names are fields
        kept = (*self.sources[:number], changed, *self.sources[number + 1 :])
        return replace(self, sources=kept)


@dataclass(frozen=True, slots=True)
class Invitee:
    """Somebody of an audience.

    Attributes:
        position: from 1, in the order in which people were found; given by the store.
        coachee_id: who it is; None where no account is known.
        mail: their mail address where it is known; two accounts with one mail are one person.
        zone: from a list; empty where the platform's own holds.
        team: whom they are drawn together with; empty is for themselves.
        site: the stratum, besides the size of the team.
        wave: from 1; 0 is outside the pilot.
        answer: what they said to the invitation; theirs alone.
        joined: the invitation is what brought them here, or back.
    """

    coachee_id: str | None
    mail: str = ""
    zone: str = ""
    team: str = ""
    site: str = ""
    problem: Problem = ""
    position: int = 0
    wave: int = 1
    answer: Answer = ""
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """How many of an audience can be invited; `problems` counts the others by reason."""

    people: int
    problems: Mapping[Problem, int] = field(default_factory=dict)

    @property
    def reachable(self) -> int:
        """How many can."""
        return self.people - sum(self.problems.values())


@dataclass(frozen=True, slots=True)
class DrawnTeam:
    """A team as the draw sees it."""

    name: str
    site: str
    size: int


@dataclass(frozen=True, slots=True)
class Group:
    """People for whom everything a campaign sends is the same but the minute.

    `country` is that of the zone: the one that somebody chose for their days off is their own.
    `first` and `last` are the lowest and highest position among them.
    """

    platform: str
    zone: str
    lang: Lang
    country: str
    wave: int
    people: int
    first: int = 1
    last: int = 1


@dataclass(frozen=True, slots=True)
class Ended:
    """How many planned invitations ended in one way; `queued` is on its way."""

    outcome: str
    reason: str
    people: int
