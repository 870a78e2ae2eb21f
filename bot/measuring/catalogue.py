"""The indicators that are published, by key, in the order in which people read them.

Which of them are of departments: coaching 5.9. A share that is better when smaller is no more
than a share; what it means is said in words beside it.
"""

from dataclasses import dataclass
from typing import Literal

Section = Literal["reach", "sessions", "commitments", "opinions", "blockers", "load"]
Level = Literal["department", "company"]


@dataclass(frozen=True, slots=True)
class Indicator:
    """One line of a report.

    Attributes:
        key: its name in storage, wording (`figures.<key>`) and exports.
        section: where it stands.
        level: the finest groups for which it is published.
        number: of coaching 5.2.
    """

    key: str
    section: Section
    level: Level
    number: int


INDICATORS: tuple[Indicator, ...] = (
    Indicator("reach", "reach", "department", 1),
    Indicator("activation", "reach", "department", 2),
    Indicator("participation", "reach", "department", 3),
    Indicator("response", "reach", "department", 4),
    Indicator("time_to_answer", "reach", "company", 6),
    Indicator("completion", "sessions", "department", 5),
    Indicator("session_length", "sessions", "company", 7),
    Indicator("useful", "opinions", "department", 17),
    Indicator("useful_top_two", "opinions", "department", 17),
    Indicator("recommendation", "opinions", "company", 18),
    Indicator("minutes_saved", "opinions", "company", 26),
    Indicator("commitment_rate", "commitments", "department", 8),
    Indicator("quality_gain", "commitments", "company", 9),
    Indicator("kept", "commitments", "department", 10),
    Indicator("kept_half", "commitments", "department", 11),
    Indicator("on_time", "commitments", "department", 12),
    Indicator("days_to_done", "commitments", "company", 13),
    Indicator("replanned", "commitments", "company", 14),
    Indicator("dropped", "commitments", "company", 14),
    Indicator("self_direction", "commitments", "company", 28),
    Indicator("confidence_change", "opinions", "department", 15),
    Indicator("looking_back", "opinions", "company", 15),
    Indicator("answered_both", "opinions", "company", 15),
    Indicator("goal_progress", "opinions", "company", 16),
    Indicator("blocker_days", "blockers", "company", 19),
    Indicator("blockers_in_five_days", "blockers", "company", 19),
    Indicator("alignment", "blockers", "department", 20),
    Indicator("alignment_level", "blockers", "department", 20),
    Indicator("alignment_agreement", "blockers", "department", 20),
    Indicator("fatigue", "load", "department", 22),
    Indicator("opt_out", "load", "department", 24),
    Indicator("message_load", "load", "company", 27),
    Indicator("outside_hours", "load", "company", 27),
)

BY_KEY = {indicator.key: indicator for indicator in INDICATORS}
