"""A made-up organisation: people without names, in teams of departments at three sites."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from bot.events import Actor, Address, Channel
from bot.language import Lang

PLATFORM = "demo"
WORKSPACE = "demo:company"
HR = "hr"
OWNERS = frozenset({f"{WORKSPACE}:{HR}"})
"""The one person of HR, who may do everything with campaigns."""

DEPARTMENTS = (
    *("Sales", "Service", "Operations", "Engineering"),
    *("Finance", "Purchasing", "Quality", "Support"),
)
SMALLEST, LARGEST = 6, 14
WITH_CHANNEL = 0.4
"""The share of teams that meet in a channel with the bot."""

ELSEWHERE = 0.08
"""The share of people who work from another place than their team's site."""

LOCALES: dict[Lang, str] = {"en": "en-GB", "fr": "fr-FR"}


@dataclass(frozen=True, slots=True)
class Site:
    """A place of work: its zone, how many of ten people speak French there, and zones nearby."""

    name: str
    zone: str
    french: float
    nearby: tuple[str, ...]


SITES = (
    Site("Lyon", "Europe/Paris", 0.9, ("Europe/Brussels", "Europe/Lisbon")),
    Site("Dublin", "Europe/Dublin", 0.05, ("Europe/London", "Europe/Warsaw")),
    Site("Toronto", "America/Toronto", 0.2, ("America/Vancouver", "America/Halifax")),
)


@dataclass(frozen=True, slots=True)
class Team:
    """A team; `has_channel` where it holds check-ins, and then `lang` is what is spoken there."""

    number: int
    department: str
    site: Site
    lang: Lang
    has_channel: bool

    @property
    def name(self) -> str:
        """What HR's list calls it."""
        return f"{self.department} {self.number}"

    @property
    def channel(self) -> Channel:
        """Its channel, as the engine sees it."""
        place = f"team-{self.number}"
        return Channel(place, {"platform": PLATFORM, "channel": place})


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, known by a number; the first of each team is its manager."""

    number: int
    team: Team
    lang: Lang
    zone: str
    manager: bool = False

    @property
    def id(self) -> str:
        """The platform's id."""
        return f"person-{self.number}"

    @property
    def mail(self) -> str:
        """An address at a domain that stands for no company (RFC 2606)."""
        return f"{self.id}@example.org"

    @property
    def locale(self) -> str:
        """What the platform tells of their language."""
        return LOCALES[self.lang]

    @property
    def actor(self) -> Actor:
        """The person as the engine sees them."""
        return Actor(WORKSPACE, self.id, self.locale, self.zone)

    @property
    def address(self) -> Address:
        """Where the person is reached."""
        return {"platform": PLATFORM, "person": self.id}


@dataclass(frozen=True, slots=True)
class Company:
    """Everybody, in the order of their numbers, and the teams."""

    people: tuple[Person, ...]
    teams: tuple[Team, ...]

    def members(self, team: Team) -> list[Person]:
        """Return who is in a team, its manager first."""
        return [person for person in self.people if person.team == team]


def found(people: int, seed: int) -> Company:
    """Make up an organisation of so many people; the same seed makes the same one."""
    chance = Random(f"company {seed}")  # noqa: S311 - made-up people, no secret
    made: list[Person] = []
    teams: list[Team] = []
    for number, size in enumerate(_sizes(people, chance), 1):
        team = _team(number, chance)
        teams.append(team)
        made += [_person(len(made) + 1 + k, team, chance, first=k == 0) for k in range(size)]
    return Company(tuple(made), tuple(teams))


def _sizes(people: int, chance: Random) -> Sequence[int]:
    """Divide people into teams; what is left over joins the last ones."""
    sizes: list[int] = []
    while (left := people - sum(sizes)) >= SMALLEST:
        size = min(chance.randint(SMALLEST, LARGEST), left)
        sizes.append(size)
    for k in range(people - sum(sizes)):
        sizes[-1 - k % len(sizes)] += 1
    return sizes


def _team(number: int, chance: Random) -> Team:
    site = chance.choices(SITES, (5, 3, 2))[0]
    lang: Lang = "fr" if chance.random() < site.french else "en"
    department = DEPARTMENTS[number % len(DEPARTMENTS)]
    return Team(number, department, site, lang, chance.random() < WITH_CHANNEL)


def _person(number: int, team: Team, chance: Random, *, first: bool) -> Person:
    """Most people of a team speak its language and are where it is."""
    site = team.site
    other: Lang = "fr" if chance.random() < site.french else "en"
    lang = team.lang if chance.random() < 0.8 else other  # noqa: PLR2004 - most of them
    away = chance.random() < ELSEWHERE
    return Person(number, team, lang, chance.choice(site.nearby) if away else site.zone, first)
