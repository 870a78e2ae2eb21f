"""When messages may come: weekly moments, milestones, hours, budget."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import cadence
from bot.cadence import (
    Kind,
    after_silence,
    at_local,
    decide,
    expiry_on,
    faster,
    late,
    merges,
    milestones,
    next_slot,
    next_working_moment,
    reminder_on,
    slower,
    week_of,
    weeks_of,
    within_hours,
)
from bot.people import Coachee, Pace, Slot
from bot.workdays import Calendar

PARIS = ZoneInfo("Europe/Paris")
FRANCE = Calendar("FR")
ZONES = (
    "Europe/Paris",
    "America/New_York",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "America/St_Johns",
    "America/Santiago",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "UTC",
)
COUNTRIES = ("", "FR", "US", "AU", "EG", "IN", "WS", "IR", "CN", "CL")
SLOWLY = settings(deadline=None)  # a library or a calendar is loaded by the first example
zones = st.sampled_from(ZONES).map(ZoneInfo)
calendars = st.sampled_from(COUNTRIES).map(Calendar)
FROM, UNTIL = datetime(2011, 1, 1), datetime(2031, 1, 1)  # noqa: DTZ001 - bounds come without a zone
moments = st.datetimes(FROM, UNTIL, timezones=st.just(UTC))
hours = st.builds(time, st.integers(0, 23), st.integers(0, 59))
slots = st.builds(Slot, st.integers(0, 6), hours)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]  # parts are date and time


def someone(**values: object) -> Coachee:
    person = Coachee("c", "slack:T1", "U1", {}, utc(2026, 1, 1), state="active")
    return replace(person, zone="Europe/Paris", country="FR", **values)  # type: ignore[arg-type]  # names are fields


# working days


def test_a_public_holiday_and_the_weekend_are_days_off() -> None:
    assert not FRANCE.is_workday(date(2026, 7, 14))
    assert not FRANCE.is_workday(date(2026, 11, 28))
    assert FRANCE.is_workday(date(2026, 11, 27))


def test_the_weekend_is_the_countrys_own() -> None:
    assert Calendar("EG").is_workday(date(2026, 11, 29))  # Sunday
    assert not Calendar("EG").is_workday(date(2026, 11, 27))  # Friday


@pytest.mark.parametrize("country", ["", "XX", "france", "1", "🇫🇷"])
def test_an_unknown_country_has_weekends_only(country: str) -> None:
    assert Calendar(country).is_workday(date(2026, 7, 14))
    assert not Calendar(country).is_workday(date(2026, 7, 12))


def test_working_days_are_added_over_holidays_in_both_directions() -> None:
    # 14 July 2026 is a Tuesday.
    assert FRANCE.add_workdays(date(2026, 7, 13), 1) == date(2026, 7, 15)
    assert FRANCE.add_workdays(date(2026, 7, 15), -1) == date(2026, 7, 13)
    assert FRANCE.add_workdays(date(2026, 7, 12), 0) == date(2026, 7, 12)


@SLOWLY
@given(calendars, st.dates(date(2024, 1, 1), date(2028, 1, 1)), st.integers(-30, 30))
def test_adding_and_counting_working_days_agree(calendar: Calendar, day: date, n: int) -> None:
    start = calendar.on_or_after(day)
    assert calendar.workdays_between(start, calendar.add_workdays(start, n)) == n


# local times


def test_a_time_that_does_not_exist_moves_forward_by_the_gap() -> None:
    assert at_local(date(2026, 3, 29), time(2, 30), PARIS) == utc(2026, 3, 29, 1, 30)
    cairo = ZoneInfo("Africa/Cairo")
    moved = at_local(date(2026, 4, 24), time(0, 30), cairo).astimezone(cairo)
    assert (moved.date(), moved.time()) == (date(2026, 4, 24), time(1, 30))


def test_a_time_that_comes_twice_is_the_first() -> None:
    assert at_local(date(2026, 10, 25), time(2, 30), PARIS) == utc(2026, 10, 25, 0, 30)


# the weekly moment


def test_the_slot_keeps_its_wall_time_across_the_clock_change() -> None:
    slot = Slot(0, time(9, 30))
    before = next_slot(slot, utc(2026, 10, 18), PARIS, FRANCE)
    after = next_slot(slot, before.at, PARIS, FRANCE)
    assert (before.at, after.at) == (utc(2026, 10, 19, 7, 30), utc(2026, 10, 26, 8, 30))
    assert after.key_week == "2026-W44"


def test_a_slot_on_a_holiday_comes_on_the_next_working_day_of_the_week() -> None:
    found = next_slot(Slot(1, time(9)), utc(2026, 7, 12), PARIS, FRANCE)
    assert (found.local, found.key_week) == (date(2026, 7, 15), "2026-W29")


def test_a_week_without_a_working_day_after_the_slot_is_skipped() -> None:
    # Friday 1 January 2027 is a holiday, the weekend follows.
    found = next_slot(Slot(4, time(9)), utc(2026, 12, 28), PARIS, FRANCE)
    assert found.local == date(2027, 1, 8)


def test_a_slot_on_the_countrys_weekend_moves_back_instead_of_never_coming() -> None:
    found = next_slot(Slot(6, time(9)), utc(2026, 11, 23), PARIS, FRANCE)
    assert found.local == date(2026, 11, 27)


def test_a_day_the_zone_jumped_over_is_no_day() -> None:
    # Apia had no Friday 30 December 2011.
    apia = ZoneInfo("Pacific/Apia")
    found = next_slot(Slot(4, time(9)), utc(2011, 12, 26), apia, Calendar())
    assert found.local == date(2012, 1, 6)


@pytest.mark.parametrize(("pace", "days"), [("weekly", 7), ("fortnightly", 14), ("monthly", 28)])
def test_a_slower_pace_leaves_weeks_out(pace: Pace, days: int) -> None:
    slot = Slot(0, time(9))
    first = next_slot(slot, utc(2026, 9, 1), PARIS, Calendar())
    second = next_slot(slot, first.at, PARIS, Calendar(), weeks=weeks_of(pace))
    assert second.local - first.local == timedelta(days=days)


@SLOWLY
@given(slots, moments, zones, calendars)
def test_the_weekly_moment_is_later_on_a_working_day_at_the_slots_hour(
    slot: Slot, after: datetime, tz: ZoneInfo, calendar: Calendar
) -> None:
    found = next_slot(slot, after, tz, calendar)
    local = found.at.astimezone(tz)
    assert found.at > after
    assert local.date() == found.local
    assert calendar.is_workday(found.local)
    assert local.time() == slot.at or at_local(found.local, slot.at, tz) == found.at
    gap = local.replace(tzinfo=None) - datetime.combine(found.local, slot.at)
    assert timedelta() <= gap <= timedelta(hours=2)


@SLOWLY
@given(slots, moments, zones, calendars)
def test_there_is_at_most_one_moment_a_week_and_none_is_left_out_needlessly(
    slot: Slot, after: datetime, tz: ZoneInfo, calendar: Calendar
) -> None:
    weeks: list[str] = []
    days: list[date] = []
    at = after
    for _ in range(30):
        found = next_slot(slot, at, tz, calendar)
        weeks.append(found.key_week)
        days.append(found.local)
        at = found.at
    assert len(set(weeks)) == len(weeks)
    for earlier, later in pairwise(days):
        # A week is left out only where the slot's day and all days after it are off.
        skipped = (later - earlier).days // 7 - 1
        for n in range(1, skipped + 1):
            nominal = earlier - timedelta(days=earlier.weekday() - slot.weekday - 7 * n)
            rest = [nominal + timedelta(days=d) for d in range(7 - slot.weekday)]
            assert tz.key == "Pacific/Apia" or not any(calendar.is_workday(d) for d in rest)


@SLOWLY
@given(slots, moments, zones, calendars, st.integers(2, 20))
def test_after_an_outage_of_weeks_one_moment_comes(
    slot: Slot, last: datetime, tz: ZoneInfo, calendar: Calendar, weeks: int
) -> None:
    back = last + timedelta(weeks=weeks)
    found = next_slot(slot, back, tz, calendar)
    again = next_slot(slot, found.at, tz, calendar)
    assert back < found.at < again.at
    assert found.key_week != again.key_week


# milestones


def test_a_commitment_is_asked_about_before_on_and_after_its_date() -> None:
    stages = milestones(date(2026, 12, 2), date(2026, 11, 23), FRANCE)
    assert stages == (
        ("d_minus_2", date(2026, 11, 30)),
        ("due", date(2026, 12, 2)),
        ("overdue", date(2026, 12, 4)),
    )


def test_nothing_comes_early_when_it_is_due_within_three_working_days() -> None:
    stages = milestones(date(2026, 11, 26), date(2026, 11, 23), FRANCE)
    assert [stage for stage, _ in stages] == ["due", "overdue"]


def test_a_date_on_a_day_off_is_asked_about_on_the_working_day_before() -> None:
    assert dict(milestones(date(2026, 11, 28), date(2026, 11, 16), FRANCE))["due"] == date(
        2026, 11, 27
    )


def test_a_date_on_the_weekend_that_follows_is_asked_about_on_monday() -> None:
    assert dict(milestones(date(2026, 11, 28), date(2026, 11, 27), FRANCE))["due"] == date(
        2026, 11, 30
    )


@SLOWLY
@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(0, 60), calendars)
def test_milestones_are_working_days_in_order_after_creation_and_before_expiry(
    created: date, ahead: int, calendar: Calendar
) -> None:
    due_on = created + timedelta(days=ahead)
    days = [day for _, day in milestones(due_on, created, calendar)]
    assert days == sorted(set(days))
    assert all(calendar.is_workday(day) or day == due_on for day in days)
    assert created <= days[0]
    assert days[-1] < expiry_on(due_on, calendar)


def test_a_commitment_expires_five_working_days_late() -> None:
    assert expiry_on(date(2026, 11, 27), FRANCE) == date(2026, 12, 4)


def test_a_follow_up_next_to_the_slot_merges_into_it() -> None:
    friday, monday, tuesday = date(2026, 11, 27), date(2026, 11, 30), date(2026, 12, 1)
    assert merges(friday, monday, FRANCE)
    assert merges(monday, friday, FRANCE)
    assert not merges(friday, tuesday, FRANCE)


# hours and weeks


def test_working_hours_are_the_persons_own() -> None:
    late_in_paris = utc(2026, 11, 27, 17, 30)
    assert not within_hours(late_in_paris, PARIS, time(9), time(18), FRANCE)
    new_york = ZoneInfo("America/New_York")
    assert within_hours(late_in_paris, new_york, time(9), time(18), Calendar("US"))


def test_the_next_working_moment_skips_the_weekend() -> None:
    found = next_working_moment(utc(2026, 11, 27, 20), PARIS, time(9), FRANCE)
    assert found == utc(2026, 11, 30, 8)


def test_a_week_is_monday_to_sunday_in_the_persons_zone() -> None:
    sydney = ZoneInfo("Australia/Sydney")
    start, end = week_of(utc(2026, 11, 22, 14), sydney)
    assert start == utc(2026, 11, 22, 13)
    assert end - start == timedelta(days=7)


@SLOWLY
@given(moments, zones)
def test_every_moment_lies_in_its_week(now: datetime, tz: ZoneInfo) -> None:
    start, end = week_of(now, tz)
    assert start <= now < end


def test_late_is_more_than_six_hours() -> None:
    due = utc(2026, 11, 27, 9)
    assert not late(due, due + timedelta(hours=6))
    assert late(due, due + timedelta(hours=6, seconds=1))


# pace


def test_the_pace_only_ever_slows() -> None:
    assert (slower("weekly"), slower("fortnightly"), slower("monthly")) == (
        "fortnightly",
        "monthly",
        None,
    )


def test_who_asks_for_more_gets_one_step_at_most_weekly() -> None:
    assert (faster("monthly"), faster("fortnightly"), faster("weekly")) == (
        "fortnightly",
        "weekly",
        "weekly",
    )


def test_silence_slows_the_pace_until_only_a_call_remains() -> None:
    assert after_silence("weekly", 1) == ("weekly", 1)
    assert after_silence("weekly", 2) == ("fortnightly", 0)
    assert after_silence("fortnightly", 2) == ("monthly", 0)
    assert after_silence("monthly", 1) == ("on_call", 0)


def test_a_reminder_exists_in_the_weekly_state_only() -> None:
    assert reminder_on(date(2026, 11, 27), "weekly", FRANCE) == date(2026, 11, 30)
    assert reminder_on(date(2026, 11, 27), "fortnightly", FRANCE) is None


# the decision

NOW = utc(2026, 11, 23, 9)  # Monday 10:00 in Paris


def decided(kind: Kind = "weekly", now: datetime = NOW, **values: object) -> tuple[str, str]:
    """Decide with everything in favour but what is given."""
    coachee = values.pop("coachee", someone())
    meant_at = values.pop("meant_at", now)
    due_at = values.pop("due_at", meant_at)
    found = decide(
        kind,
        now,
        meant_at=meant_at,  # type: ignore[arg-type]  # a time
        due_at=due_at,  # type: ignore[arg-type]  # a time
        coachee=coachee,  # type: ignore[arg-type]  # a person
        calendar=FRANCE,
        **values,  # type: ignore[arg-type]  # the rest by name
    )
    return found.action, found.reason


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("weekly", "slot"),
        ("reminder", "reminder"),
        ("d_minus_2", "due_soon"),
        ("due", "due_day"),
        ("overdue", "overdue"),
        ("snooze", "snoozed"),
    ],
)
def test_a_message_in_time_is_sent_and_says_why(kind: Kind, reason: str) -> None:
    assert decided(kind) == ("send", reason)


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (someone(state="stopped"), "stopped"),
        (someone(state="on_call"), "on_call"),
        (someone(state="new"), "on_call"),
        (someone(reachable=False), "unreachable"),
        (someone(paused_until=NOW + timedelta(days=1)), "paused"),
    ],
)
def test_nobody_who_does_not_want_it_gets_a_message(person: Coachee, reason: str) -> None:
    assert decided(coachee=person) == ("skip", reason)


def test_a_pause_that_is_over_holds_nothing_back() -> None:
    assert decided(coachee=someone(paused_until=NOW)) == ("send", "slot")


def test_somebody_on_call_still_gets_what_they_asked_for() -> None:
    assert decided("snooze", coachee=someone(state="on_call")) == ("send", "snoozed")


def test_what_is_closed_meanwhile_is_not_asked_about() -> None:
    assert decided("due", still_open=False) == ("skip", "nothing_open")


def test_a_follow_up_near_the_slot_is_merged_but_the_slot_is_not() -> None:
    assert decided("overdue", merges_with_slot=True) == ("skip", "merged")
    assert decided("weekly", merges_with_slot=True) == ("send", "slot")


def test_a_message_on_a_holiday_moves_to_the_next_working_morning() -> None:
    found = decide(
        "due",
        utc(2026, 7, 14, 9),
        meant_at=utc(2026, 7, 14, 9),
        due_at=utc(2026, 7, 14, 9),
        coachee=someone(),
        calendar=FRANCE,
    )
    assert (found.action, found.at, found.reason) == ("move", utc(2026, 7, 15, 7), "holiday")


def test_a_message_at_night_waits_for_the_morning() -> None:
    assert decided("due", utc(2026, 11, 23, 21)) == ("move", "outside_hours")


def test_after_an_outage_a_message_waits_for_the_next_morning_and_then_comes() -> None:
    meant = utc(2026, 11, 23, 8)
    now = meant + timedelta(hours=7)
    assert decided("weekly", now, meant_at=meant) == ("move", "late")
    morning = next_working_moment(now, PARIS, time(9), FRANCE)
    assert decided("weekly", morning, meant_at=meant, due_at=morning) == ("send", "slot")


def test_after_two_working_days_in_the_queue_a_message_is_dropped() -> None:
    meant = utc(2026, 11, 23, 9)
    assert decided("due", utc(2026, 11, 26, 9), meant_at=meant, due_at=meant) == ("skip", "late")


def test_a_weekly_message_never_moves_into_the_next_week() -> None:
    friday = utc(2026, 11, 27, 8)
    late_friday = friday + timedelta(hours=7)
    assert decided("weekly", late_friday, meant_at=friday) == ("skip", "late")


def test_in_two_days_is_never_said_on_another_day() -> None:
    assert decided("d_minus_2", utc(2026, 11, 23, 19)) == ("skip", "outside_hours")


def test_the_third_message_of_a_week_is_skipped() -> None:
    assert decided(sent_this_week=1) == ("send", "slot")
    assert decided(sent_this_week=2) == ("skip", "budget")
    assert decided("snooze", sent_this_week=2) == ("send", "snoozed")


def test_the_last_place_is_left_to_what_matters_more() -> None:
    assert decided("d_minus_2", sent_this_week=1, to_come=["due"]) == ("skip", "budget")
    assert decided("due", sent_this_week=1, to_come=["weekly", "overdue"]) == ("send", "due_day")
    assert decided("overdue", to_come=["weekly"]) == ("send", "overdue")
    assert decided("overdue", to_come=["weekly", "due"]) == ("skip", "budget")


kinds = st.sampled_from(["weekly", "reminder", "d_minus_2", "due", "overdue", "snooze"])


@SLOWLY
@given(kinds, moments, st.integers(0, 200), zones, calendars, hours, hours, st.integers(0, 3))
def test_nothing_is_ever_sent_outside_hours_or_over_the_budget(
    kind: Kind,
    meant: datetime,
    delay: int,
    tz: ZoneInfo,
    calendar: Calendar,
    work_from: time,
    work_until: time,
    sent: int,
) -> None:
    person = replace(someone(), zone=tz.key, work_from=work_from, work_until=work_until)
    now = meant + timedelta(hours=delay)
    due = meant
    for _ in range(12):
        found = decide(
            kind,
            now,
            meant_at=meant,
            due_at=due,
            coachee=person,
            calendar=calendar,
            sent_this_week=sent,
        )
        if found.action != "move":
            break
        assert found.at is not None
        assert found.at > now
        now = due = found.at
    assert found.action != "move"  # it comes to an end
    if found.action == "send":
        assert within_hours(now, tz, work_from, work_until, calendar)
        assert kind == "snooze" or sent < cadence.A_WEEK
        assert not late(due, now)
