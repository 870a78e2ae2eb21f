"""Coachees: who takes part, in which language, zone and rhythm."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Literal
from zoneinfo import ZoneInfo

from bot.events import Address
from bot.language import Lang
from bot.places import tz_of

State = Literal["new", "active", "on_call", "stopped"]
"""new: has not finished onboarding; on_call: only when the person calls; stopped: said stop."""

Pace = Literal["weekly", "fortnightly", "monthly"]

WORK_FROM, WORK_UNTIL = time(9), time(18)
"""Working hours of those who chose none."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The weekly moment: `weekday` 0 is Monday; `at` is local wall time."""

    weekday: int
    at: time


@dataclass(frozen=True, slots=True)
class Coachee:
    """One person of one workspace."""

    id: str
    workspace: str
    person: str
    address: Address
    created_at: datetime
    state: State = "new"
    lang: Lang = "en"
    lang_chosen: bool = False
    zone: str = "UTC"
    zone_known: bool = False
    country: str = ""  # ISO 3166-1 alpha-2; empty: not asked yet
    slot: Slot | None = None
    pace: Pace = "weekly"
    themes: tuple[str, ...] = ()
    goal_words_id: str | None = None
    obstacle: str | None = None
    paused_until: datetime | None = None
    stopped_at: datetime | None = None
    reachable: bool = True
    unanswered: int = 0  # weekly messages in a row without an answer, at the present pace
    silences: int = 0  # messages of any kind that came by themselves, in a row without an answer
    home: bool = False
    suggestions: str = ""  # the host to which a filtered sentence may go; empty: none
    work_from: time = WORK_FROM
    work_until: time = WORK_UNTIL
    version: int = 0

    @property
    def tz(self) -> ZoneInfo:
        """The person's zone."""
        return tz_of(self.zone)
