"""The indicators of coaching 5.2, each on records small enough to count by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.measuring.alignment import Alignment, alignment, answers
from bot.measuring.blockers import blocker_resolution
from bot.measuring.commitments import days_to_done, quality_gain, replanning, self_direction
from bot.measuring.drop_off import drop_off, worst
from bot.measuring.fatigue import ALARM, fatigue, opt_out, silence
from bot.measuring.figures import Figure
from bot.measuring.kept import kept, on_time
from bot.measuring.opinions import minutes_saved, recommendation, usefulness
from bot.measuring.own import Rhythm, steady_rhythm
from bot.measuring.population import WEEK, Week
from bot.measuring.progress import confidence_change, goal_progress
from bot.measuring.prompts import IN_TIME, message_load, response_rate, time_to_answer
from bot.measuring.reach import activation, participation, reach
from bot.measuring.records import Kind, Record
from bot.measuring.sessions import commitment_rate, completion, session_length
from bot.measuring.windows import Window
from tests.happenings import (
    OCTOBER,
    SEED,
    START,
    answered,
    at,
    became,
    made,
    moved,
    record,
    sent,
)

PEOPLE = {"ann", "ben", "cem", "dee"}


def counted(figure: Figure) -> tuple[float | None, int, int]:
    """Return hits, rows and people of a share, whose value is checked on the way."""
    assert figure.unit == "share"
    if figure.value is not None:
        assert figure.value == pytest.approx((figure.hits or 0) / figure.rows)
    return figure.hits, figure.rows, figure.people


def sized(figure: Figure) -> tuple[float | None, int, int]:
    """Return value, rows and people."""
    return figure.value, figure.rows, figure.people


# windows


def test_a_window_ends_where_the_next_one_starts() -> None:
    november = Window(OCTOBER.end, OCTOBER.end + timedelta(days=30))
    assert OCTOBER.start in OCTOBER
    assert OCTOBER.end not in OCTOBER
    assert OCTOBER.end in november
    assert OCTOBER.has_day(date(2026, 10, 31))
    assert not OCTOBER.has_day(date(2026, 11, 1))
    assert november.has_day(date(2026, 11, 1))


def test_a_window_refuses_times_that_make_no_sense() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Window(OCTOBER.end, OCTOBER.end)
    with pytest.raises(ValueError, match="UTC"):
        Window(START.replace(tzinfo=None), OCTOBER.end)
    with pytest.raises(ValueError, match="UTC"):
        Window(START, OCTOBER.end.astimezone(ZoneInfo("Europe/Paris")))


def test_a_record_refuses_the_clock_on_the_wall() -> None:
    """In Paris, 02:30 on 25 October is two moments, which would count as one."""
    twice = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Paris"))
    with pytest.raises(ValueError, match="UTC"):
        Record("stopped", "ann", twice)
    with pytest.raises(ValueError, match="UTC"):
        Record("stopped", "ann", twice.replace(tzinfo=None))


# 1 to 3: reach


def test_reach_is_of_those_invited() -> None:
    """#1: Ann, twice, and Ben in October, Cem in September; Eve was never invited: 2/4."""
    given = [
        record("session_completed", "ann", 3, "s1"),
        record("session_completed", "ann", 9, "s2"),
        record("session_completed", "ben", 31, "s3"),
        record("session_completed", "cem", 0, "s4"),
        record("session_completed", "eve", 9, "s5"),
    ]
    assert counted(reach(given, OCTOBER, PEOPLE)) == (2, 4, 4)


def test_activation_counts_who_ever_finished_the_onboarding() -> None:
    """#2: Ann in September, Ben in October; Cem stands at the place, Dee comes in November: 2/4."""
    given = [
        record("node_reached", "ann", -9, "s1", detail="onboarding.done"),
        record("node_reached", "ben", 9, "s2", detail="onboarding.done"),
        record("node_reached", "cem", 9, "s3", detail="onboarding.place"),
        record("node_reached", "dee", 32, "s4", detail="onboarding.done"),
    ]
    assert counted(activation(given, OCTOBER, PEOPLE)) == (2, 4, 4)


def test_participation_is_of_those_asked_and_present() -> None:
    """#3: Ann, Ben and Cem were asked, Cem is on leave; Ann answers, Dee without a prompt: 1/2.

    In the next week Cem answers, and Ben's answer is to nothing of that week: 1/1, so 2/3 in all.
    """
    monday = START + timedelta(days=4)
    weeks = [
        Week(Window(monday + n * WEEK, monday + (n + 1) * WEEK), PEOPLE, frozenset(away))
        for n, away in enumerate(({"cem"}, ()))
    ]
    given = [
        sent("a", "ann", 5),
        answered("a", 30, "ann", 6),
        sent("b", "ben", 5),
        answered("b", 900, "ben", 12),
        sent("c", "cem", 5),
        answered("c", 30, "cem", 6),
        answered("d", 30, "dee", 6),
    ]
    assert counted(participation(given, weeks[:1], SEED)) == (1, 2, 2)
    given += [sent("e", "cem", 13), answered("e", 30, "cem", 14)]
    assert counted(participation(given, weeks, SEED)) == (2, 3, 3)


# 4, 6, 27: prompts


PROMPTS = [
    sent("a", "ann", 5),
    answered("a", 60, "ann", 5),
    sent("b", "ann", 12),
    answered("b", IN_TIME + 1, "ann", 16),
    sent("c", "ben", 12),
    answered("c", IN_TIME, "ben", 15),
    sent("d", "cem", 31),
    answered("d", 200, "cem", 33),
    sent("e", "dee", 0),
    answered("e", 10, "dee", 1),
]
"""Ann in an hour, then a minute late; Ben in the last minute; Cem over the end of the month."""


def test_a_late_answer_is_none() -> None:
    """#4: a, c and d in time, b late, e of September: 3/4, of three people."""
    assert counted(response_rate(PROMPTS, OCTOBER, SEED)) == (3, 4, 3)


def test_time_to_answer_waits_for_those_who_did_not_answer() -> None:
    """#6: 60, 200, then 1620 and one open at 1620: 3/4, 1/2 at 200 minutes.

    With one more never answered: 4/5, 3/5, and at 1620 3/5 x 2/3 = 2/5.
    """
    figure = time_to_answer(PROMPTS, OCTOBER, SEED)
    assert sized(figure) == (200, 4, 3)
    assert figure.unit == "working_minutes"
    more = [*PROMPTS, sent("f", "dee", 7)]
    assert sized(time_to_answer(more, OCTOBER, SEED)) == (IN_TIME, 5, 4)


def test_time_to_answer_is_unknown_where_most_do_not() -> None:
    """#6: one of three answered."""
    given = [sent("a"), sent("b"), sent("c"), answered("a", 5)]
    assert sized(time_to_answer(given, OCTOBER, SEED)) == (None, 3, 1)


def test_an_answer_that_comes_once_nobody_looks_any_more_changes_nothing() -> None:
    """#4: the window is followed for ten days, to 11 November."""
    given = [sent("a", day=31), answered("a", 5, day=41.7)]
    assert counted(response_rate(given, OCTOBER, SEED)) == (0, 1, 1)
    given = [sent("a", day=31), answered("a", 5, day=41.6)]
    assert counted(response_rate(given, OCTOBER, SEED)) == (1, 1, 1)


def test_message_load_is_by_the_weeks_people_were_there() -> None:
    """#27: Ann got 3 in 4 weeks, Ben 1 in the 1 week he was there, Cem none in 3: 4 in 8 weeks.

    Dee was not there at all. One of the four came outside working hours.
    """
    given = [
        sent("a", "ann", 5),
        sent("b", "ann", 12, outside=True),
        sent("c", "ann", 19),
        sent("d", "ben", 29),
        sent("e", "dee", 6),
    ]
    weeks = {"ann": 4, "ben": 1, "cem": 3, "dee": 0}
    load = message_load(given, OCTOBER, weeks, SEED)
    assert (load.a_week.value, load.a_week.hits, load.a_week.people) == (0.5, 4, 3)
    assert counted(load.outside_hours) == (1, 4, 2)


# 5, 7, 8, 21: sessions


SESSIONS = [
    record("session_started", "ann", 5, "s1", theme="meetings"),
    record("session_completed", "ann", 5.01, "s1", theme="meetings", value=120),
    record("session_started", "ann", 12, "s2", theme="meetings"),
    record("session_left", "ann", 12.1, "s2", theme="meetings"),
    record("session_started", "ben", 31, "s3", theme="delegation"),
    record("session_completed", "ben", 35, "s3", theme="delegation", value=300),
    record("session_started", "cem", 0, "s4"),
    record("session_completed", "cem", 1, "s4", value=240),
    record("session_started", "cem", 9, "s5", theme="delegation"),
    record("session_completed", "cem", 9.1, "s5", theme="delegation", value=600),
]
"""Ben's ends in November; Cem's first began in September and has no theme."""


def test_completion_is_of_sessions_started() -> None:
    """#5: s1, s3 and s5 of s1, s2, s3 and s5; s4 started in September."""
    assert counted(completion(SESSIONS, OCTOBER, SEED)) == (3, 4, 3)


def test_sessions_completed_in_the_window_are_measured() -> None:
    """#7: s1 2 minutes, s4 4, s5 10; half are within 4, nine in ten within 10."""
    length = session_length(SESSIONS, OCTOBER, SEED)
    assert sized(length.median) == (4, 3, 2)
    assert sized(length.nine_in_ten) == (10, 3, 2)
    assert length.median.unit == "minutes"


def test_only_theme_sessions_are_to_end_with_a_commitment() -> None:
    """#8: of s1 and s5, which have a theme, s1 has two commitments, and counts once: 1/2."""
    given = [
        *SESSIONS,
        record("commitment_created", "ann", 5, "c1", detail="s1"),
        record("commitment_created", "ann", 5, "c2", detail="s1"),
        record("commitment_created", "cem", 5, "c3", detail="s4"),
        record("commitment_created", "cem", 5, "c4"),
    ]
    assert counted(commitment_rate(given, OCTOBER, SEED)) == (1, 2, 2)


def visits(step: str, count: int) -> list[Record]:
    """Let as many sessions reach a step; each person has two of them."""
    return [
        record("node_reached", f"p{n // 2}", 5, f"s{n}", detail=f"meetings.{step}")
        for n in range(count)
    ]


def test_the_worst_step_is_where_most_go_no_further() -> None:
    """#21: 40 begin, 36 see the question, 27 the plan, 27 end: 4/40, 9/36; the plan has 27 only."""
    ended = [record("session_completed", f"p{n // 2}", 5, f"s{n}") for n in range(27)]
    given = [*visits("start", 40), *visits("question", 36), *visits("plan", 27), *ended]
    steps = [f"meetings.{step}" for step in ("start", "question", "plan")]
    left = drop_off(given, OCTOBER, steps, SEED)
    assert [one.step for one in left] == steps
    assert counted(left[0].left) == (4, 40, 20)
    assert counted(left[1].left) == (9, 36, 18)
    assert sized(left[2].left) == (None, 27, 14)
    assert worst(left) == left[1]
    assert worst(left[2:]) is None


def test_who_takes_a_branch_past_a_step_goes_on() -> None:
    """#21: thirty begin, ten see the detour, all end."""
    ended = [record("session_completed", f"p{n // 2}", 5, f"s{n}") for n in range(30)]
    given = [*visits("start", 30), *visits("detour", 10), *ended]
    left = drop_off(given, OCTOBER, ["meetings.start", "meetings.detour"], SEED)
    assert counted(left[0].left) == (0, 30, 15)


# 9 to 14, 28: commitments


def checked(about: str, person: str, first: float | None, final: float | None) -> list[Record]:
    """Let a commitment be checked at first and in the end."""
    return [
        record("check_result", person, 5, about, detail="first", value=first),
        record("check_result", person, 5.01, about, detail="final", value=final),
    ]


def test_quality_gain_compares_the_first_check_with_the_last() -> None:
    """#9: 1 to 3, 4 to 4, 2 to 3: (2 + 0 + 1) / 3 = 1; who has one check only is left out."""
    given = [
        *checked("c1", "ann", 1, 3),
        *checked("c2", "ann", 4, 4),
        *checked("c3", "ben", 2, 2),
        record("check_result", "ben", 5.5, "c3", detail="first", value=3),
        record("check_result", "ben", 6, "c3", detail="final", value=3),
        record("check_result", "cem", 6, "c4", detail="first", value=0),
        *checked("c5", "dee", None, 4),
    ]
    figure = quality_gain(given, OCTOBER, SEED)
    assert sized(figure) == (1, 3, 2)
    assert figure.unit == "change_checks"


COMMITMENTS = [
    made("c1", 9, "ann"),
    became("c1", "partly", "ann", 8),
    became("c1", "done", "ann", 9),
    made("c2", 9, "ann"),
    became("c2", "done", "ann", 12),
    made("c3", 9, "ben"),
    became("c3", "partly", "ben", 9),
    made("c4", 9, "ben", own=True),
    became("c4", "dropped", "ben", 4),
    made("c5", 9, "cem"),
    became("c5", "replanned", "cem", 9),
    moved("c5", 20, "cem", 9),
    became("c5", "done", "cem", 15),
    made("c6", 9, "cem"),
    became("c6", "replanned", "cem", 9),
    moved("c6", 34, "cem", 9),
    made("c7", 31, "dee", own=True),
    became("c7", "expired", "dee", 38),
    made("c8", 3, "dee", day=-5),
    became("c8", "blocked", "dee", 3),
    made("c9", 40, "dee", day=30),
]
"""Due in October now: c1 done, c2 done late, c3 partly, c4 dropped, c5 done by its second date,
c7 expired after the month, c8 blocked. c6 was moved out of the month, c9 was never in it."""


def test_commitments_are_kept_by_their_last_status() -> None:
    """#10: c1, c2 and c5 of c1, c2, c3, c5, c7 and c8: 3/6. #11: c3 counts half: 3.5/6.

    Beside: c4 dropped, 1 of 7.
    """
    figures = kept(COMMITMENTS, OCTOBER, SEED)
    assert counted(figures.strict) == (3, 6, 4)
    assert counted(figures.half_credit) == (3.5, 6, 4)
    assert counted(figures.dropped) == (1, 7, 4)


def test_what_was_moved_out_of_a_month_is_due_in_the_next() -> None:
    """#10: in November c6 is due, and open, until it is done; c9 is due then too."""
    november = Window(OCTOBER.end, OCTOBER.end + timedelta(days=30))
    assert counted(kept(COMMITMENTS, november, SEED).strict) == (0, 0, 0)
    given = [*COMMITMENTS, became("c6", "done", "cem", 34), became("c9", "not_done", "dee", 40)]
    assert counted(kept(given, november, SEED).strict) == (1, 2, 2)


def test_a_commitment_is_due_on_the_last_day_it_was_put_on() -> None:
    """#10: first in October, then in November, then in October again."""
    given = [made("c1", 9), moved("c1", 40, day=5), moved("c1", 25, day=6), became("c1", "done")]
    assert counted(kept(given, OCTOBER, SEED).strict) == (1, 1, 1)


def test_planning_anew_cannot_make_a_commitment_be_in_time() -> None:
    """#12: first due in October: c1 to c8. Only c1 is done by then; c5 kept a second date: 1/8."""
    assert counted(on_time(COMMITMENTS, OCTOBER, SEED)) == (1, 8, 4)


def test_saying_done_again_does_not_make_it_late() -> None:
    """#12: done on the day, and pressed once more two days later."""
    given = [made("c1", 9), became("c1", "done", day=9), became("c1", "done", day=11)]
    assert counted(on_time(given, OCTOBER, SEED)) == (1, 1, 1)
    given = [*given, became("c1", "partly", day=12), became("c1", "done", day=13)]
    assert counted(on_time(given, OCTOBER, SEED)) == (0, 1, 1)


def test_a_day_is_over_when_it_is_over_for_the_person() -> None:
    """#12: half past five in Los Angeles on the day is in time; nine the day after in Auckland not.

    In UTC it is the other way round.
    """
    west, east = timedelta(hours=-7), timedelta(hours=13)

    def done(utc: datetime, offset: timedelta) -> tuple[float | None, int, int]:
        said = Record("commitment_status", "ann", utc, "c1", detail="done")
        given = [made("c1", 9), replace(said, day=(utc + offset).date())]
        return counted(on_time(given, OCTOBER, SEED))

    assert done(datetime(2026, 10, 10, 0, 30, tzinfo=UTC), west) == (1, 1, 1)
    assert done(datetime(2026, 10, 9, 20, tzinfo=UTC), east) == (0, 1, 1)


def test_days_to_done_waits_for_those_still_open() -> None:
    """#13: all but c8 were made in October.

    c4 dropped after 2 days, c1 done after 7, c2 after 10, c5 after 13, c9, c3 and c6 open, c7
    expired after 36. 8 rows: after 7 days 6/7, after 10 6/7 x 5/6 = 5/7, after 13 5/7 x 4/5 =
    4/7. No median. With c3 done after 8 days: 6/7, 5/7, 4/7, 3/7 after 13.
    """
    assert sized(days_to_done(COMMITMENTS, OCTOBER, SEED)) == (None, 8, 4)
    given = [*COMMITMENTS, became("c3", "done", "ben", 10)]
    figure = days_to_done(given, OCTOBER, SEED)
    assert sized(figure) == (13, 8, 4)
    assert figure.unit == "days"


def test_a_commitment_dropped_is_not_waited_for() -> None:
    """#13: one dropped after a day, two left on day 3, when one is done: 1/2.

    Were the first still waited for, it would be 2/3, and no median.
    """
    given = [*(made(f"c{n}", 9) for n in range(3)), became("c1", "dropped", day=3)]
    assert days_to_done([*given, became("c2", "done", day=5)], OCTOBER, SEED).value == 3


def test_dates_changed_and_commitments_dropped() -> None:
    """#14: c5 and c6 of the eight first due in October; c4 of the eight made in October."""
    figures = replanning(COMMITMENTS, OCTOBER, SEED)
    assert counted(figures.replanned) == (2, 8, 4)
    assert counted(figures.dropped) == (1, 8, 4)


def test_a_date_moved_and_moved_back_was_changed() -> None:
    """#14: 1 of 1."""
    given = [made("c1", 9), moved("c1", 12, day=5), moved("c1", 9, day=6)]
    assert counted(replanning(given, OCTOBER, SEED).replanned) == (1, 1, 1)


def test_themes_of_ones_own() -> None:
    """#28: c4 and c7 of the eight made in October."""
    assert counted(self_direction(COMMITMENTS, OCTOBER, SEED)) == (2, 8, 4)


# 15, 16: progress


def items(kind: Kind, person: str, day: float, *values: float | None) -> list[Record]:
    """Answer items 1, 2, 3 and so on; of what is skipped it is only known that it was asked."""
    given = [
        record(kind, person, day, detail=f"{number}", value=value)
        for number, value in enumerate(values, start=1)
        if value is not None
    ]
    when = kind.partition("_")[0]
    asked = record("items_asked", person, day, detail=when, value=len(values))
    return given if when == "retrospective" else [asked, *given]


SURER = [
    *items("baseline_item", "ann", -60, 4, 5, 6),
    *items("endline_item", "ann", 20, 6, 7, 8),
    *items("retrospective_item", "ann", 20, 3, 4, 5),
    *items("baseline_item", "ben", -60, 5, 5, None),
    *items("endline_item", "ben", 20, 5, 7, 9),
    *items("baseline_item", "cem", -60, 2, None, None),
    *items("endline_item", "cem", 20, 9, 9, 9),
    *items("baseline_item", "dee", -60, 5, 5, 5),
    *items("baseline_item", "eve", -60, 1, 1, 1),
    *items("endline_item", "eve", 20, 9, 9, 9),
]
"""Ann 2 up on each; Ben (0 + 2) / 2 on two of three; Cem answered one of three; Dee not the end;
Eve was not invited."""


def test_people_are_compared_with_themselves_on_the_same_items() -> None:
    """#15: Ann 2, Ben 1: mean 1.5. SD of 2 and 1 is √0.5, so d_z = 1.5 / 0.7071 = 2.1213.

    Both of four invited answered. Looking back Ann came from 4 on average: 3.
    """
    change = confidence_change(SURER, OCTOBER, PEOPLE, SEED)
    assert sized(change.change) == (1.5, 2, 2)
    assert change.d_z.value == pytest.approx(2.1213, abs=5e-5)
    assert counted(change.answered_both) == (2, 4, 4)
    assert sized(change.looking_back) == (3, 1, 1)


@pytest.mark.parametrize("asked", [1, 4])
def test_each_side_is_measured_by_what_it_asked(asked: int) -> None:
    """#15: the end-line asks only what the baseline answered; two of three and two of two count.

    So does one of one, but not one of four.
    """
    given = [
        *items("baseline_item", "ann", -60, 4, 5, None),
        *items("endline_item", "ann", 20, 6, 6),
        *items("baseline_item", "ben", -60, 3, *[None] * (asked - 1)),
        *items("endline_item", "ben", 20, 10),
    ]
    change = confidence_change(given, OCTOBER, PEOPLE, SEED).change
    assert sized(change) == ((4.25, 2, 2) if asked == 1 else (1.5, 1, 1))


def test_where_all_changed_alike_there_is_nothing_to_divide_by() -> None:
    """#15: one person, and two who both moved by 1."""
    one = [*items("baseline_item", "ann", 2, 4), *items("endline_item", "ann", 20, 5)]
    two = [*one, *items("baseline_item", "ben", 2, 6), *items("endline_item", "ben", 20, 7)]
    for given, people in ((one, 1), (two, 2)):
        change = confidence_change(given, OCTOBER, PEOPLE, SEED)
        assert sized(change.change) == (1, people, people)
        assert sized(change.d_z) == (None, people, people)


def test_a_corrected_answer_counts_as_corrected() -> None:
    """#15: Ann first said 4, then 2; at the end 5: 3."""
    given = [
        *items("baseline_item", "ann", 2, 4),
        *items("baseline_item", "ann", 3, 2),
        *items("endline_item", "ann", 20, 5),
    ]
    assert confidence_change(given, OCTOBER, PEOPLE, SEED).change.value == 3


def test_goal_progress_goes_from_the_first_value_to_the_last() -> None:
    """#16: Ann 3 to 7 over a 2, Ben 5 to 4; Cem has one value, Dee none in October: (4 - 1) / 2."""
    given = [
        record("goal_progress", "ann", -30, value=3),
        record("goal_progress", "ann", 3, value=2),
        record("goal_progress", "ann", 30, value=7),
        record("goal_progress", "ann", 33, value=10),
        record("goal_progress", "ben", 2, value=5),
        record("goal_progress", "ben", 29, value=4),
        record("goal_progress", "cem", 9, value=9),
        record("goal_progress", "dee", -30, value=1),
        record("goal_progress", "dee", -2, value=9),
    ]
    assert sized(goal_progress(given, OCTOBER, SEED)) == (1.5, 2, 2)


# 17, 18, 26: opinions


def test_usefulness_weighs_people_and_not_ratings() -> None:
    """#17: Ann 1, 1, 1 and 5: mean 2, top two 1/4. Ben 5: 5, 1/1. Means: 3.5 and 0.625.

    By ratings it would be 13/5 = 2.6 and 0.4.
    """
    rated = [("ann", 1), ("ann", 1), ("ann", 1), ("ann", 5), ("ben", 5)]
    given = [
        record("useful", person, 5 + n, f"s{n}", value=value)
        for n, (person, value) in enumerate(rated)
    ]
    useful = usefulness(given, OCTOBER, SEED)
    assert sized(useful.mean) == (3.5, 5, 2)
    assert sized(useful.top_two) == (0.625, 5, 2)
    assert useful.top_two.hits == 2
    assert useful.mean.counts == useful.top_two.counts == {1: 3, 5: 2}


def test_a_rating_that_was_changed_counts_once() -> None:
    """#17: 2, then 4, of one session."""
    given = [
        record("useful", "ann", 5, "s1", value=2),
        record("useful", "ann", 5.1, "s1", value=4),
    ]
    assert sized(usefulness(given, OCTOBER, SEED).mean) == (4, 1, 1)


def test_thirty_answers_make_a_score() -> None:
    """#18: 15 x 9, 9 x 8, 6 x 6: 100 x (15/30 - 6/30) = 30. Mean (135 + 72 + 36) / 30 = 8.1."""
    values = [9] * 15 + [8] * 9 + [6] * 6
    given = [record("recommend", f"p{n}", 9, value=value) for n, value in enumerate(values)]
    told = recommendation(given, OCTOBER, SEED)
    assert sized(told.score) == (30, 30, 30)
    assert told.mean.value == pytest.approx(8.1)
    assert (told.mean.rows, told.mean.people) == (30, 30)
    assert told.score.counts == {9: 15, 8: 9, 6: 6}


def test_a_score_is_as_uncertain_as_the_dossier_says() -> None:
    """#18: at n = 100 about 15 points on either side; of 40 %, 40 % and 20 %: 1.96 x 7.5 = 14.7."""
    values = [10] * 40 + [7] * 40 + [0] * 20
    given = [record("recommend", f"p{n}", 9, value=value) for n, value in enumerate(values)]
    score = recommendation(given, OCTOBER, SEED).score
    assert score.low is not None
    assert score.high is not None
    assert score.value == pytest.approx(20)
    assert (score.high - score.low) / 2 == pytest.approx(14.7, abs=0.8)


def test_twenty_nine_answers_make_a_mean_only() -> None:
    """#18: the same person twice is one answer, the last."""
    given = [record("recommend", f"p{n}", 9, value=9) for n in range(29)]
    told = recommendation([*given, record("recommend", "p0", 10, value=7)], OCTOBER, SEED)
    assert (told.score.value, told.score.interval, told.score.rows) == (None, None, 29)
    assert told.mean.value == pytest.approx((28 * 9 + 7) / 29)


def test_minutes_saved_are_the_last_each_person_declared() -> None:
    """#26: 0, 10, 20, 60 (Dee said 600 before): a quarter within 0, half 10, three quarters 20."""
    said = [("ann", 9, 0), ("ben", 9, 10), ("cem", 9, 20), ("dee", 8, 600), ("dee", 9, 60)]
    given = [record("minutes_saved", who, day, value=value) for who, day, value in said]
    saved = minutes_saved(given, OCTOBER, SEED)
    assert sized(saved.lower_quartile) == (0, 4, 4)
    assert sized(saved.median) == (10, 4, 4)
    assert sized(saved.upper_quartile) == (20, 4, 4)


# 19: blockers


BLOCKERS = [
    record("blocker_opened", "ann", 1, "b1", detail="decision"),
    record("blocker_resolved", "ann", 5, "b1", value=2),
    record("blocker_opened", "ann", 5, "b2", detail="means"),
    record("blocker_resolved", "ann", 12, "b2", value=5),
    record("blocker_opened", "ben", 5, "b3", detail="decision"),
    record("blocker_resolved", "ben", 13, "b3", value=6),
    record("blocker_opened", "cem", 30, "b4", detail="decision"),
]
"""b4 stays open: followed until Wednesday 11 November it is 8 working days old."""


def test_blockers_are_resolved_in_working_days() -> None:
    """#19: 2, 5, 6 and open at 8: 3/4, 2/4 after 5. Soon: b1 and b2 of four."""
    resolution = blocker_resolution(BLOCKERS, OCTOBER, SEED)
    assert sized(resolution.median) == (5, 4, 3)
    assert resolution.median.unit == "working_days"
    assert counted(resolution.soon) == (2, 4, 3)


def test_blockers_of_one_type() -> None:
    """#19: decisions: 2, 6 and open at 8: 2/3, 1/3 after 6."""
    resolution = blocker_resolution(BLOCKERS, OCTOBER, SEED, of_type="decision")
    assert sized(resolution.median) == (6, 3, 3)
    assert counted(resolution.soon) == (1, 3, 3)


def test_each_blocker_has_thirty_days_to_come_back() -> None:
    """#19: in November b1, b2 and b3 have had theirs; b1 came back after 10 days, b2 after 31."""
    november = Window(OCTOBER.end, OCTOBER.end + timedelta(days=30))
    given = [
        *BLOCKERS,
        record("blocker_opened", "ann", 15, "b1", detail="decision"),
        record("blocker_opened", "ann", 43, "b2", detail="means"),
    ]
    assert counted(blocker_resolution(given, november, SEED).reopened) == (1, 3, 2)
    assert counted(blocker_resolution(given, OCTOBER, SEED).reopened) == (0, 0, 0)


# 20: alignment


def rounded(team: Alignment) -> tuple[int, ...]:
    return tuple(round(one.value or 0) for one in (team.level, team.agreement, team.index))


def test_a_team_that_agrees_is_aligned() -> None:
    """#20: both means are 24/6: L = 100 x 3/4 = 75; both s² are 2/5: A = 100 x (1 - 0.2) = 80.

    √(75 x 80) = 77.46.
    """
    team = alignment([answers([4, 4, 5, 4, 4, 3]), answers([3, 4, 4, 4, 5, 4])])
    assert rounded(team) == (75, 80, 77)
    assert (team.index.rows, team.index.people) == (12, 6)


def test_a_team_of_two_minds_is_not_aligned_however_high_its_level() -> None:
    """#20: means 22/6 and 18/6: L = 100 x (16/6 + 12/6) / 2 / 4 = 58.3; s² above 2: A 0."""
    team = alignment([answers([5, 5, 5, 1, 1, 5]), answers([5, 1, 5, 5, 1, 1])])
    assert rounded(team) == (58, 0, 0)


def test_a_team_without_two_answers_has_no_alignment() -> None:
    assert sized(alignment([]).index) == (None, 0, 0)
    assert sized(alignment([answers([4, 4]), answers([4])]).index) == (None, 3, 2)
    assert rounded(alignment([answers([5, 5])])) == (100, 100, 100)


# 22 to 24: fatigue


def test_fatigue_counts_people_once_whatever_they_did() -> None:
    """#22: Ann slowed and stopped, Ben paused; Cem did in September, Eve is not active: 2/4."""
    given = [
        record("slowed", "ann", 5, detail="too_often"),
        record("stopped", "ann", 9),
        record("paused", "ben", 9),
        record("slowed", "cem", 0, detail="silence"),
        record("stopped", "eve", 9),
    ]
    figure = fatigue(given, OCTOBER, PEOPLE)
    assert counted(figure) == (2, 4, 4)
    assert figure.value is not None
    assert figure.value > ALARM
    assert counted(opt_out(given, OCTOBER, PEOPLE)) == (1, 4, 4)


def test_three_prompts_in_a_row_without_an_answer_are_silence() -> None:
    """#23: Ann leaves three, Ben two, one answered late, two more: Ann alone, of four."""
    given = [sent(f"a{n}", "ann", n) for n in range(1, 4)]
    given += [sent(f"b{n}", "ben", n) for n in range(1, 6)]
    given += [answered("b3", 9_000, "ben", 30)]
    assert counted(silence(given, OCTOBER, PEOPLE)) == (1, 4, 4)


# 25: for the person only


def step(week: int) -> Record:
    """Let Ann complete a session on the Thursday of a week; 0 is that of 1 October."""
    return record("session_completed", "ann", 1 + 7 * week, f"s{week}")


def test_a_rhythm_is_of_the_last_eight_active_weeks() -> None:
    """#25: a step in weeks 0, 1, 5 and 8. In week 9, of 1 to 8, 3; in week 10, of 2 to 9, 2."""
    given = [step(week) for week in (0, 1, 5, 8)]
    assert steady_rhythm(given, at(1 + 7 * 9)) == Rhythm(3, 8)
    assert steady_rhythm(given, at(1 + 7 * 10)) == Rhythm(2, 8)


def test_leave_does_not_count() -> None:
    """#25: with weeks 6 and 7 off, the last eight closed ones before 10 are 0 to 5, 8 and 9."""
    given = [step(week) for week in (0, 1, 5, 8)]
    off = {date(2026, 9, 28) + timedelta(weeks=week) for week in (6, 7)}
    assert steady_rhythm(given, at(1 + 7 * 10), off) == Rhythm(4, 8)


def test_the_present_week_counts_as_soon_as_it_has_a_step() -> None:
    """#25: nothing is missing before."""
    assert steady_rhythm([step(0)], at(9)) == Rhythm(1, 1)
    assert steady_rhythm([step(0), step(1)], at(9)) == Rhythm(2, 2)
    assert steady_rhythm([], at(9)) == Rhythm(0, 0)


def test_a_commitment_done_in_part_is_a_step_and_one_dropped_is_none() -> None:
    given = [became("c1", "partly", day=1), became("c2", "dropped", day=8)]
    assert steady_rhythm(given, at(15)) == Rhythm(1, 2)


def test_weeks_are_those_of_the_persons_zone() -> None:
    """#25: Sunday 23:30 in London is Monday in Paris, in the week after the clocks changed too."""
    late = Record("session_completed", "ann", datetime(2026, 10, 25, 23, 30, tzinfo=UTC), "s1")
    given = [record("session_started", "ann", 20, "s1"), late]
    now = datetime(2026, 11, 2, 12, tzinfo=UTC)
    assert steady_rhythm(given, now) == Rhythm(1, 2)
    assert steady_rhythm(given, now, {date(2026, 10, 26)}) == Rhythm(1, 1)
    paris = ZoneInfo("Europe/Paris")
    assert steady_rhythm(given, now, {date(2026, 10, 26)}, paris) == Rhythm(0, 1)
