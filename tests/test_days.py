"""Days as people type them, as they are said, and as they are offered."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.day_idioms import find_days
from bot.day_sums import end_of_month, feast, in_months, next_weekday
from bot.days import parse_day, quick_days, say_day, say_moment, say_time, suggested_day
from bot.language import LANGS, Lang
from bot.plain import bare, plain
from bot.workdays import Calendar

TODAY = date(2026, 11, 23)  # a Monday
FRANCE = Calendar("FR")
langs = st.sampled_from(LANGS)
SLOWLY = settings(deadline=None)  # a library or a calendar is loaded by the first example
years = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", "2026-11-23"),
        ("tomorrow", "2026-11-24"),
        ("day after tomorrow", "2026-11-25"),
        ("friday", "2026-11-27"),
        ("Fri.", "2026-11-27"),
        ("by Friday!", "2026-11-27"),
        ("monday", "2026-11-30"),
        ("next friday", "2026-12-04"),
        ("friday next week", "2026-12-04"),
        ("until Monday", "2026-11-30"),
        ("this week", "2026-11-27"),
        ("EOW", "2026-11-27"),
        ("end of next week", "2026-12-04"),
        ("end of the month", "2026-11-30"),
        ("end of March", "2027-03-31"),
        ("end of Q1", "2027-03-31"),
        ("end of the year", "2026-12-31"),
        ("mid-December", "2026-12-15"),
        ("2026-12-01", "2026-12-01"),
        ("1 December", "2026-12-01"),
        ("December 1st", "2026-12-01"),
        ("Friday the 27th", "2026-11-27"),
        ("the 4th", "2026-12-04"),
        ("27", "2026-11-27"),
        ("27/11", "2026-11-27"),
        ("12/25", "2026-12-25"),
        ("5/5", "2027-05-05"),
        ("in 3 days", "2026-11-26"),
        ("three days", "2026-11-26"),
        ("2 weeks", "2026-12-07"),
        ("a fortnight from now", "2026-12-07"),
        ("within 48 hours", "2026-11-25"),
        ("in a month", "2026-12-23"),
        ("in 2 working days", "2026-11-25"),
        ("Christmas", "2026-12-25"),
        ("let's say friday then", "2026-11-27"),
        ("yesterday", "2026-11-22"),
    ],
)
def test_english_days_are_understood(typed: str, day: str) -> None:
    assert parse_day(typed, "en", TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("aujourd’hui", "2026-11-23"),
        ("demain matin", "2026-11-24"),
        ("après-demain", "2026-11-25"),
        ("vendredi", "2026-11-27"),
        ("ven.", "2026-11-27"),
        ("vendredi prochain", "2026-12-04"),
        ("mardi en huit", "2026-12-01"),
        ("jusqu’à lundi", "2026-11-30"),
        ("d'ici la fin de la semaine", "2026-11-27"),
        ("fin de semaine", "2026-11-27"),
        ("la semaine prochaine", "2026-12-04"),
        ("à la fin du mois", "2026-11-30"),
        ("fin mars", "2027-03-31"),
        ("mi-décembre", "2026-12-15"),
        ("fin d’année", "2026-12-31"),
        ("1er décembre", "2026-12-01"),
        ("le 27", "2026-11-27"),
        ("27/11", "2026-11-27"),
        ("3/4", "2027-04-03"),
        ("01/12/2026", "2026-12-01"),
        ("dans 3 jours", "2026-11-26"),
        ("sous huit jours", "2026-11-30"),
        ("quinze jours", "2026-12-07"),
        ("sous quinzaine", "2026-12-07"),
        ("sous huitaine", "2026-11-30"),
        ("d’ici deux semaines", "2026-12-07"),
        ("dans un mois", "2026-12-23"),
        ("jusqu'au 4 janvier 2027", "2027-01-04"),
        ("Noël", "2026-12-25"),
    ],
)
def test_french_days_are_understood(typed: str, day: str) -> None:
    assert parse_day(typed, "fr", TODAY) == date.fromisoformat(day)


def test_either_language_is_understood_whatever_the_persons_own() -> None:
    assert parse_day("vendredi", "en", TODAY) == parse_day("friday", "fr", TODAY)


@pytest.mark.parametrize(
    "typed", ["", "hello", "soon", "31/02", "march", "32", "0", "🙂", "le", "."]
)
def test_what_is_no_day_is_none(typed: str) -> None:
    assert parse_day(typed, "en", TODAY) is None


def test_a_date_that_can_be_read_in_two_orders_is_not_guessed() -> None:
    assert parse_day("3/4", "en", TODAY) is None


def test_a_sentence_with_several_days_is_not_guessed() -> None:
    assert parse_day("friday or monday", "en", TODAY) is None


@SLOWLY
@given(st.text(), langs, years)
def test_any_text_gives_a_day_or_none_and_the_same_twice(
    text: str, lang: Lang, today: date
) -> None:
    assert parse_day(text, lang, today) == parse_day(text, lang, today)


PIECES = (
    "le 31 30 02/29 fin de next end of month mars february q4 week en huit dans 999 mois years "
    "lundi friday 12h 9:00 noel the 1st 00/00 99 mid- semaine prochaine"
)
words = st.lists(st.sampled_from(PIECES.split()), max_size=7).map(" ".join)


@SLOWLY
@given(words, langs, years)
def test_words_of_dates_in_any_order_never_fail(text: str, lang: Lang, today: date) -> None:
    found = find_days(plain(text), lang, today)
    assert all(0 <= f.start < f.end <= len(plain(text)) for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    parse_day(text, lang, today)


@SLOWLY
@given(st.integers(0, 400), langs, years)
def test_a_day_that_is_said_is_read_back(ahead: int, lang: Lang, today: date) -> None:
    day = today + timedelta(days=ahead)
    said = f"{say_day(day, lang, today)} {day.year}" if day.year == today.year else ""
    assert parse_day(said or say_day(day, lang, today), lang, today) == day


def test_days_are_said_in_words_with_the_year_only_where_it_is_another() -> None:
    assert say_day(date(2026, 11, 27), "en", TODAY) == "Friday 27 November"
    assert say_day(date(2026, 11, 27), "fr", TODAY) == "vendredi 27 novembre"
    assert say_day(date(2027, 1, 1), "en", TODAY) == "Friday 1 January 2027"
    assert say_day(date(2027, 1, 1), "fr", TODAY) == "vendredi 1er janvier 2027"


def test_moments_are_said_on_the_persons_clock() -> None:
    paris, now = ZoneInfo("Europe/Paris"), datetime(2026, 11, 23, 8, tzinfo=UTC)
    at = datetime(2026, 11, 30, 8, 30, tzinfo=UTC)
    assert say_moment(at, paris, "en", now) == "Monday 30 November at 09:30"
    assert say_moment(at, paris, "fr", now) == "lundi 30 novembre à 9\u00a0h\u00a030"
    assert say_moment(now, paris, "en", now) == "today at 09:00"
    assert say_moment(now + timedelta(days=1), paris, "fr", now) == "demain à 9\u00a0h"
    assert say_time(time(9, 5), "fr") == "9\u00a0h\u00a005"


def test_the_days_offered_are_tomorrow_the_end_of_the_week_and_next_week() -> None:
    assert quick_days(TODAY, FRANCE, 7) == (
        (date(2026, 11, 24), "tomorrow"),
        (date(2026, 11, 27), "end_of_week"),
        (date(2026, 12, 4), "next_week"),
    )


def test_a_step_for_48_hours_is_not_offered_next_week() -> None:
    assert [kind for _, kind in quick_days(TODAY, FRANCE, 2)] == ["tomorrow", "end_of_week"]


def test_on_friday_only_next_week_is_left() -> None:
    assert quick_days(date(2026, 11, 27), FRANCE, 2) == ((date(2026, 12, 4), "next_week"),)


@SLOWLY
@given(years, st.sampled_from(["", "FR", "US", "EG", "CN"]).map(Calendar), st.integers(0, 30))
def test_offered_days_are_distinct_working_days_ahead(
    today: date, calendar: Calendar, due_days: int
) -> None:
    days = [day for day, _ in quick_days(today, calendar, due_days)]
    assert days == sorted(set(days))
    assert all(day > today and calendar.is_workday(day) for day in days)
    assert calendar.is_workday(suggested_day(today, calendar, due_days))
    assert suggested_day(today, calendar, due_days) > today


@SLOWLY
@given(years, st.integers(0, 6))
def test_the_next_weekday_is_within_a_week_and_never_today(today: date, weekday: int) -> None:
    day = next_weekday(today, weekday)
    assert day.weekday() == weekday
    assert 1 <= (day - today).days <= 7


def test_a_month_from_the_31st_is_the_last_day_of_a_shorter_month() -> None:
    assert in_months(date(2027, 1, 31), 1) == end_of_month(date(2027, 2, 1)) == date(2027, 2, 28)


def test_easter_is_reckoned() -> None:
    assert [feast("easter", TODAY, year) for year in (2024, 2025, 2027)] == [
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2027, 3, 28),
    ]
    assert feast("thanksgiving", TODAY) == date(2026, 11, 26)


@SLOWLY
@given(st.text())
def test_plain_text_keeps_the_places_of_the_text_with_capitals(text: str) -> None:
    assert plain(text) == bare(text).lower()
    assert len(plain(text)) == len(bare(text)) <= 500
