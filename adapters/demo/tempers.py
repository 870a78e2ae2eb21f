"""How made-up people differ, and how they change: who answers, how soon, and what they keep."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Literal

Name = Literal["diligent", "busy", "hesitant", "silent", "on_leave"]

GROWS = 0.016
"""By how much somebody who takes part gets surer in a week, of 1."""


@dataclass(frozen=True, slots=True)
class Temper:
    """What somebody is like; shares are of 1.

    Attributes:
        accepts: says yes to the invitation.
        answers: answers a message that came by itself.
        wavers: leaves a conversation, at each question.
        minutes: working minutes until an answer; half are faster.
        keeps: does what they committed to, at the beginning.
        sure: how sure of themselves they are, at the beginning.
        pleased: how useful they find it.
        too_often: says so when asked.
        pauses: types `pause` in a week.
        stops: types `stop` in a week.
        stuck: asks for help with what blocks them, in a week.
        starts: begins a session on a theme, in a week.
    """

    accepts: float
    answers: float
    wavers: float
    minutes: float
    keeps: float
    sure: float
    pleased: float
    too_often: float
    pauses: float
    stops: float
    stuck: float
    starts: float


TEMPERS: Mapping[Name, Temper] = {
    "diligent": Temper(0.93, 0.92, 0.012, 35, 0.66, 0.6, 0.78, 0.04, 0.002, 0.001, 0.05, 0.3),
    "busy": Temper(0.8, 0.62, 0.045, 170, 0.45, 0.58, 0.66, 0.2, 0.015, 0.005, 0.02, 0.12),
    "hesitant": Temper(0.66, 0.55, 0.055, 110, 0.38, 0.42, 0.58, 0.16, 0.012, 0.016, 0.03, 0.12),
    "silent": Temper(0.42, 0.13, 0.07, 420, 0.3, 0.5, 0.5, 0.3, 0.004, 0.01, 0.002, 0.01),
    "on_leave": Temper(0.86, 0.75, 0.03, 90, 0.52, 0.55, 0.7, 0.08, 0.004, 0.002, 0.03, 0.2),
}
SHARES: Mapping[Name, int] = {
    "diligent": 30,
    "busy": 30,
    "hesitant": 22,
    "silent": 10,
    "on_leave": 8,
}


def temper_of(chance: Random) -> Name:
    """Draw what somebody is like."""
    return chance.choices(list(SHARES), list(SHARES.values()))[0]


def delay(temper: Temper, chance: Random) -> timedelta:
    """Draw the working time until somebody answers: mostly short, sometimes days."""
    minutes = temper.minutes * chance.lognormvariate(0, 1)
    return timedelta(minutes=min(max(minutes, 1), 2400))
