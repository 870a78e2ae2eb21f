"""How each indicator of the catalogue that is made of records is measured and released."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.measuring import behind
from bot.measuring.behind import COURSE, ITEMS, Behind
from bot.measuring.blockers import BlockerResolution, blocker_resolution
from bot.measuring.commitments import days_to_done, quality_gain, replanning, self_direction
from bot.measuring.figures import Figure
from bot.measuring.kept import kept, on_time
from bot.measuring.opinions import minutes_saved, recommendation, usefulness
from bot.measuring.progress import confidence_change, goal_progress
from bot.measuring.prompts import MessageLoad, message_load, response_rate, time_to_answer
from bot.measuring.reach import PROMPTS, activation, participation, reach
from bot.measuring.sessions import commitment_rate, completion, session_length
from bot.measuring.sight import Sight
from bot.teams.content import BLOCKERS

Measuring = Callable[[Sight, int], Figure]
"""Takes what a group did, and a seed."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure.

    Attributes:
        key: the indicator.
        figure: measures it.
        behind: names the people of its rows.
        series: of figures over the same answers, which are released against each other.
        wave: of figures over the same rows, which are released together.

    Both are the key itself, if nothing else is said.
    """

    key: str
    figure: Measuring
    behind: Behind
    series: str = ""
    wave: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "series", self.series or self.key)
        object.__setattr__(self, "wave", self.wave or self.key)


def _recommendation(sight: Sight, seed: int) -> Figure:
    """#18: the score from 30 answers on, else the mean."""
    found = recommendation(sight.of("recommend"), sight.window, seed)
    return found.mean if found.score.value is None else found.score


def _blockers(sight: Sight, seed: int, of_type: str = "") -> BlockerResolution:
    given = sight.of("blocker_opened", "blocker_resolved")
    return blocker_resolution(given, sight.window, seed, of_type)


def _by_type(kind: str) -> Measure:
    def days(sight: Sight, seed: int) -> Figure:
        return _blockers(sight, seed, kind).median

    return Measure(f"blocker_days.{kind}", days, behind.opened(kind), "blockers")


def _load(sight: Sight, seed: int) -> MessageLoad:
    """#27, over the weeks that begin in the month, as person-weeks are whole ones."""
    people = sight.people
    return message_load(sight.of(*behind.MESSAGES), people.span, people.present, seed)


def _a_week(sight: Sight, seed: int) -> Figure:
    return replace(_load(sight, seed).a_week, hits=None)  # messages are no part of the people


MEASURES: tuple[Measure, ...] = (
    Measure(
        "reach",
        lambda s, _: reach(s.of("session_completed"), s.window, s.people.invited),
        behind.invited,
    ),
    Measure(
        "activation",
        lambda s, _: activation(s.of("node_reached"), s.window, s.people.invited),
        behind.invited,
    ),
    Measure(
        "participation",
        lambda s, n: participation(s.of(*PROMPTS), s.people.weeks, n),
        behind.asked_in_weeks,
    ),
    Measure(
        "response",
        lambda s, n: response_rate(s.of("prompt_sent", "prompt_answered"), s.window, n),
        behind.prompted,
    ),
    Measure(
        "time_to_answer",
        lambda s, n: time_to_answer(s.of("prompt_sent", "prompt_answered"), s.window, n),
        behind.prompted,
    ),
    Measure(
        "completion",
        lambda s, n: completion(s.of("session_started", "session_completed"), s.window, n),
        behind.started,
    ),
    Measure(
        "session_length",
        lambda s, n: session_length(s.of("session_completed"), s.window, n).median,
        behind.completed,
    ),
    Measure(
        "useful",
        lambda s, n: usefulness(s.of("useful"), s.window, n).mean,
        behind.rated,
        "useful",
        "useful",
    ),
    Measure(
        "useful_top_two",
        lambda s, n: usefulness(s.of("useful"), s.window, n).top_two,
        behind.rated,
        "useful",
        "useful",
    ),
    Measure("recommendation", _recommendation, behind.said("recommend")),
    Measure(
        "minutes_saved",
        lambda s, n: minutes_saved(s.of("minutes_saved"), s.window, n).median,
        behind.said("minutes_saved"),
    ),
    Measure(
        "commitment_rate",
        lambda s, n: commitment_rate(s.of("session_completed", "commitment_created"), s.window, n),
        behind.completed_theme,
    ),
    Measure(
        "quality_gain",
        lambda s, n: quality_gain(s.of("check_result"), s.window, n),
        behind.checked,
    ),
    Measure(
        "kept",
        lambda s, n: kept(s.of(*COURSE), s.window, n).strict,
        behind.asked_for,
        "commitments",
        "kept",
    ),
    Measure(
        "kept_half",
        lambda s, n: kept(s.of(*COURSE), s.window, n).half_credit,
        behind.asked_for,
        "commitments",
        "kept",
    ),
    Measure(
        "on_time",
        lambda s, n: on_time(s.of(*COURSE), s.window, n),
        behind.due_at_first,
        "commitments",
    ),
    Measure(
        "days_to_done",
        lambda s, n: days_to_done(s.of(*COURSE), s.window, n),
        behind.committed,
    ),
    Measure(
        "replanned",
        lambda s, n: replanning(s.of(*COURSE), s.window, n).replanned,
        behind.due_at_first,
    ),
    Measure(
        "dropped",
        lambda s, n: replanning(s.of(*COURSE), s.window, n).dropped,
        behind.committed,
        "commitments",
    ),
    Measure(
        "self_direction",
        lambda s, n: self_direction(s.of(*COURSE), s.window, n),
        behind.committed,
    ),
    Measure(
        "confidence_change",
        lambda s, n: confidence_change(s.of(*ITEMS), s.window, s.people.invited, n).change,
        behind.compared,
    ),
    Measure(
        "looking_back",
        lambda s, n: confidence_change(s.of(*ITEMS), s.window, s.people.invited, n).looking_back,
        behind.compared_looking_back,
    ),
    Measure(
        "answered_both",
        lambda s, n: confidence_change(s.of(*ITEMS), s.window, s.people.invited, n).answered_both,
        behind.invited,
    ),
    Measure(
        "goal_progress",
        lambda s, n: goal_progress(s.of("goal_progress"), s.window, n),
        behind.moved,
    ),
    Measure(
        "blocker_days",
        lambda s, n: _blockers(s, n).median,
        behind.opened(),
        "blockers",
        "blockers",
    ),
    Measure(
        "blockers_in_five_days",
        lambda s, n: _blockers(s, n).soon,
        behind.opened(),
        "blockers",
        "blockers",
    ),
    *map(_by_type, BLOCKERS),
    Measure("message_load", _a_week, behind.present),
    Measure(
        "outside_hours",
        lambda s, n: replace(_load(s, n).outside_hours, by_bot=True),
        behind.written_to_while_present,
    ),
)
"""All indicators but those of private choices, and the alignment of teams."""
