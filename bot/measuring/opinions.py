"""What people say of it: useful, worth recommending, minutes saved."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from statistics import fmean

from bot.measuring.durations import Duration
from bot.measuring.estimates import length, mean, share
from bot.measuring.figures import Figure
from bot.measuring.records import Kind, Record
from bot.measuring.selecting import Subject, in_window, lasts
from bot.measuring.windows import Window

TOP_TWO = 4
PROMOTER = 9
DETRACTOR = 6
ENOUGH_FOR_SCORE = 30


@dataclass(frozen=True, slots=True)
class Usefulness:
    """On a scale from 1 to 5; both weigh each person equally, `rows` are the answers."""

    mean: Figure
    top_two: Figure


@dataclass(frozen=True, slots=True)
class Recommendation:
    """The score from -100 to 100, None below 30 answers; there the mean from 0 to 10 is shown."""

    score: Figure
    mean: Figure


@dataclass(frozen=True, slots=True)
class MinutesSaved:
    """Minutes a week, as people say themselves: to be labelled as declared."""

    lower_quartile: Figure
    median: Figure
    upper_quartile: Figure


def usefulness(records: Collection[Record], window: Window, seed: int) -> Usefulness:
    """Return how useful sessions are found (coaching 5.2, #17).

    Mean over people of the mean of their ratings in W, and mean over people of their share of
    4s and 5s; who rates often has no more weight.
    """
    given = _valued(records, window, "useful", lambda one: (one.person, one.about))
    rated: dict[str, list[float]] = {}
    for person, value in given:
        rated.setdefault(person, []).append(value)
    means = ((person, fmean(values)) for person, values in rated.items())
    tops = ((person, fmean(v >= TOP_TWO for v in values)) for person, values in rated.items())
    counts = _counts(value for _, value in given)
    hits = float(sum(value >= TOP_TWO for _, value in given))
    average = replace(mean(means, "points_5", seed), rows=len(given), counts=counts)
    top_two = replace(share(tops), rows=len(given), counts=counts, hits=hits)
    return Usefulness(average, top_two)


def recommendation(records: Collection[Record], window: Window, seed: int) -> Recommendation:
    """Return how far people would recommend it (coaching 5.2, #18).

    100 x (share of 9 and 10 - share of 0 to 6), the last answer of each person in W, only from
    30 answers.
    """
    given = _valued(records, window, "recommend", _person)
    counts = _counts(value for _, value in given)
    score = mean(((person, _worth(value)) for person, value in given), "score", seed)
    if len(given) < ENOUGH_FOR_SCORE:
        score = replace(score, value=None, interval=None)
    average = mean(given, "points_10", seed)
    return Recommendation(replace(score, counts=counts), replace(average, counts=counts))


def minutes_saved(records: Collection[Record], window: Window, seed: int) -> MinutesSaved:
    """Return median and quartiles of the last estimate of each person in W (coaching 5.2, #26)."""
    given = _valued(records, window, "minutes_saved", _person)
    rows = [Duration(person, value) for person, value in given]
    lower, median, upper = (length(rows, "minutes", seed, part) for part in (0.25, 0.5, 0.75))
    return MinutesSaved(lower, median, upper)


def _valued(
    records: Collection[Record], window: Window, kind: Kind, subject: Subject
) -> list[tuple[str, float]]:
    """Return person and value of the last record of each subject in the window."""
    given = lasts(in_window(records, window, kind), subject)
    return [(one.person, one.value) for one in given if one.value is not None]


def _person(record: Record) -> object:
    return record.person


def _counts(values: Iterable[float]) -> Counter[int]:
    return Counter(round(value) for value in values)


def _worth(value: float) -> float:
    if value >= PROMOTER:
        return 100.0
    return -100.0 if value <= DETRACTOR else 0.0
