"""Campaigns in words, as HR types them in either language: understood, or said to be not."""

import unicodedata
from collections.abc import Mapping
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.campaigns.content import STARS
from bot.campaigns.wishing.wishes import MOST_WAVES, MOST_WEEKS, Wish, read_wish
from bot.days import say_time
from bot.events import Mention
from bot.language import LANGS, Lang, Wording
from bot.people import Pace
from tests.world import library

TODAY = date(2026, 11, 23)  # a Monday
MANAGERS = Mention("channel", "C1", "managers")
SALES = Mention("usergroup", "S1", "sales-emea")
THEMES: Mapping[str, Wording] = {theme.id: theme.title for theme in library().themes.values()}
SLOWLY = settings(deadline=None)  # names of days are loaded by the first example


def read(text: str, lang: Lang = "en", *mentions: Mention) -> Wish:
    return read_wish(text, mentions, lang, TODAY, THEMES)


def test_the_sentence_of_the_help_is_read() -> None:
    assert read("new delegation for #managers from monday for 4 weeks", "en", MANAGERS) == Wish(
        themes=("delegation",), audience=(MANAGERS,), first_day=date(2026, 11, 30), weeks=4
    )


def test_the_sentence_of_the_help_is_read_in_french() -> None:
    text = "nouvelle délégation pour #managers à partir de lundi pendant 4 semaines"
    assert read(text, "fr", MANAGERS) == Wish(
        themes=("delegation",), audience=(MANAGERS,), first_day=date(2026, 11, 30), weeks=4
    )


def test_everything_at_once_is_read() -> None:
    text = (
        '"Winter 2027": delegation and giving feedback for #managers and @sales-emea, starting '
        "1 December, for six weeks, every two weeks between 9 and 11:30, in 2 waves 3 weeks apart, "
        "pilot 20%"
    )
    assert read(text, "en", MANAGERS, SALES) == Wish(
        name="Winter 2027",
        themes=("delegation", "give_feedback"),
        audience=(MANAGERS, SALES),
        first_day=date(2026, 12, 1),
        weeks=6,
        pace="fortnightly",
        window=(time(9), time(11, 30)),
        waves=2,
        apart=3,
        pilot=20,
    )


def test_everything_at_once_is_read_in_french() -> None:
    text = (
        "« Hiver 2027 » : déléguer et donner un feedback pour #managers et @sales-emea, dès le "
        "1er décembre, pendant six semaines, tous les quinze jours entre 9 h et 11 h 30, en deux "
        "vagues espacées de 3 semaines, pilote de 20 %"
    )
    assert read(text, "fr", MANAGERS, SALES) == Wish(
        name="Hiver 2027",
        themes=("delegation", "give_feedback"),
        audience=(MANAGERS, SALES),
        first_day=date(2026, 12, 1),
        weeks=6,
        pace="fortnightly",
        window=(time(9), time(11, 30)),
        waves=2,
        apart=3,
        pilot=20,
    )


@pytest.mark.parametrize(
    ("typed", "themes"),
    [
        ("delegating", ("delegation",)),
        ("Délégation", ("delegation",)),
        ("delegaton", ("delegation",)),
        ("feedback", ("give_feedback",)),
        ("receiving feedback", ("receive_feedback",)),
        ("receive_feedback", ("receive_feedback",)),
        ("one-to-ones", ("one_on_ones",)),
        ("one on ones", ("one_on_ones",)),
        ("les tête-à-tête", ("one_on_ones",)),
        ("roles and shared goal", ("role_clarity",)),
        ("workload and boundaries, and motivation", ("workload", "motivation")),
        ("conflits et réunions", ("conflict", "meetings")),
        ("prioritizing & meetings / delegation", ("prioritising", "meetings", "delegation")),
        ("delegation, delegation", ("delegation",)),
        ('"delegation"', ("delegation",)),
        ("for the new team", ()),
        ("pour l'équipe", ()),
    ],
)
def test_themes_are_known_by_title_or_id_with_typing_errors(
    typed: str, themes: tuple[str, ...]
) -> None:
    wish = read(f"new {typed} for #managers", "en", MANAGERS)
    assert (wish.themes, wish.name, wish.left) == (themes, None, "")


def test_a_fifth_theme_is_told_to_be_left() -> None:
    """No more can be starred."""
    wish = read("motivation, meetings, conflict, workload and delegation")
    assert wish.themes == ("motivation", "meetings", "conflict", "workload")
    assert wish.left == "delegation"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("from monday", "2026-11-30"),
        ("next monday", "2026-11-30"),
        ("starting on friday", "2026-11-27"),
        ("tomorrow", "2026-11-24"),
        ("from today", "2026-11-23"),
        ("right now", "2026-11-23"),
        ("next week", "2026-11-30"),
        ("the week of 7 December", "2026-12-07"),
        ("week 49", "2026-11-30"),
        ("next month", "2026-12-01"),
        ("in January", "2027-01-01"),
        ("early January", "2027-01-01"),
        ("in November", "2026-11-23"),
        ("from Q1", "2027-01-01"),
        ("the first monday of January", "2027-01-04"),
        ("1 December", "2026-12-01"),
        ("December 1st", "2026-12-01"),
        ("2026-12-01", "2026-12-01"),
        ("2026/12/01", "2026-12-01"),
        ("in two weeks", "2026-12-07"),
        ("à partir de lundi", "2026-11-30"),
        ("lundi prochain", "2026-11-30"),
        ("dès le 1er décembre", "2026-12-01"),
        ("à compter du lundi 7 décembre", "2026-12-07"),
        ("demain", "2026-11-24"),
        ("tout de suite", "2026-11-23"),
        ("la semaine prochaine", "2026-11-30"),
        ("semaine du 7 décembre", "2026-12-07"),
        ("le mois prochain", "2026-12-01"),
        ("début janvier", "2027-01-01"),
        ("en janvier 2027", "2027-01-01"),
        ("dans deux semaines", "2026-12-07"),
        ("le premier lundi de décembre", "2026-12-07"),
        ("le 1er", "2026-12-01"),
    ],
)
def test_a_first_day_is_when_something_begins(typed: str, day: str) -> None:
    """'Next week' begins on its Monday, and January on its first; a deadline would be later."""
    wish = read(f"new delegation {typed}", "fr" if "é" in typed else "en")
    assert (wish.first_day, wish.past) == (date.fromisoformat(day), False)
    assert (wish.weeks, wish.themes, wish.left) == (None, ("delegation",), "")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("from 1 December 2025", "2025-12-01"),
        ("yesterday", "2026-11-22"),
        ("hier", "2026-11-22"),
        ("last monday", "2026-11-16"),
        ("vendredi dernier", "2026-11-20"),
    ],
)
def test_a_day_that_is_past_is_kept_and_flagged(typed: str, day: str) -> None:
    wish = read(f"delegation {typed}")
    assert (wish.first_day, wish.past, wish.left) == (date.fromisoformat(day), True, "")


def test_a_day_that_can_be_read_in_two_orders_is_not_guessed() -> None:
    """The language tells; in English nobody knows."""
    assert read("delegation from 3/4").first_day is None
    assert read("delegation from 3/4").left == "3/4"
    assert read("delegation from 3/4", "fr").first_day == date(2027, 4, 3)


@pytest.mark.parametrize(
    ("typed", "weeks"),
    [
        ("for 4 weeks", 4),
        ("four weeks", 4),
        ("a 10-week campaign", 10),
        ("over 6w", 6),
        ("for a month", 4),
        ("for 3 months", 13),
        ("a quarter", 13),
        ("for 30 days", 4),
        ("a fortnight", 2),
        ("pendant quatre semaines", 4),
        ("sur 6 sem", 6),
        ("un mois", 4),
        ("quinze jours", 2),
        ("un trimestre", 13),
    ],
)
def test_weeks_are_read_from_any_duration(typed: str, weeks: int) -> None:
    wish = read(f"delegation {typed}")
    assert (wish.weeks, wish.first_day, wish.pace, wish.left) == (weeks, None, None, "")


@pytest.mark.parametrize(
    ("typed", "day", "weeks"),
    [
        ("from 1 to 31 December", "2026-12-01", 4),
        ("du 1er au 31 décembre", "2026-12-01", 4),
        ("from monday until 10 January", "2026-11-30", 6),
        ("du 7 décembre jusqu'à fin janvier", "2026-12-07", 8),
        ("from monday to friday", "2026-11-30", None),
    ],
)
def test_a_last_day_tells_the_weeks_that_fit(typed: str, day: str, weeks: int | None) -> None:
    wish = read(f"delegation {typed}")
    assert (wish.first_day, wish.weeks) == (date.fromisoformat(day), weeks)


@pytest.mark.parametrize(
    ("typed", "pace"),
    [
        ("every week", "weekly"),
        ("weekly", "weekly"),
        ("once a week", "weekly"),
        ("every monday", "weekly"),
        ("every two weeks", "fortnightly"),
        ("every 2 weeks", "fortnightly"),
        ("every other week", "fortnightly"),
        ("fortnightly", "fortnightly"),
        ("monthly", "monthly"),
        ("once a month", "monthly"),
        ("every four weeks", "monthly"),
        ("toutes les semaines", "weekly"),
        ("hebdomadaire", "weekly"),
        ("une fois par semaine", "weekly"),
        ("tous les quinze jours", "fortnightly"),
        ("toutes les deux semaines", "fortnightly"),
        ("une semaine sur deux", "fortnightly"),
        ("tous les mois", "monthly"),
        ("mensuelle", "monthly"),
    ],
)
def test_a_pace_is_no_duration(typed: str, pace: Pace) -> None:
    wish = read(f"delegation {typed}")
    assert (wish.pace, wish.weeks, wish.first_day, wish.left) == (pace, None, None, "")


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("between 9 and 11", "09:00", "11:00"),
        ("from 9 to 11", "09:00", "11:00"),
        ("between 9:30 and 11", "09:30", "11:00"),
        ("between 2 and 4 pm", "14:00", "16:00"),
        ("between 2 and 4 in the afternoon", "14:00", "16:00"),
        ("between 9 and 5", "09:00", "17:00"),
        ("between 11 am and 1 pm", "11:00", "13:00"),
        ("from 11 to 1 pm", "11:00", "13:00"),
        ("9am-11am", "09:00", "11:00"),
        ("at 10", "10:00", "11:00"),
        ("at 9:30am", "09:30", "10:30"),
        ("at 12 pm", "12:00", "13:00"),
        ("in the morning", "09:00", "12:00"),
        ("entre 9 h et 11 h", "09:00", "11:00"),
        ("entre 9h30 et 11h", "09:30", "11:00"),
        ("de 9 h à 11 h", "09:00", "11:00"),
        ("9h-11h", "09:00", "11:00"),
        ("à 10 h", "10:00", "11:00"),
        ("à 9h30", "09:30", "10:30"),
        ("l'après-midi", "14:00", "17:00"),
    ],
)
def test_a_window_is_read(typed: str, since: str, until: str) -> None:
    wish = read(f"delegation {typed} for #managers", "en", MANAGERS)
    assert wish.window == (time.fromisoformat(since), time.fromisoformat(until))
    assert (wish.themes, wish.first_day, wish.left) == (("delegation",), None, "")


@pytest.mark.parametrize(
    "typed", ["at 2 sites", "from 9 to 11 December", "at 25:00", "entre 11 h et 30 h", "à 20 %"]
)
def test_what_is_no_time_of_day_is_no_window(typed: str) -> None:
    assert read(f"delegation {typed}").window is None


@pytest.mark.parametrize(
    ("typed", "waves", "apart", "pilot"),
    [
        ("in 2 waves", 2, None, None),
        ("two waves", 2, None, None),
        ("en deux vagues", 2, None, None),
        ("in 3 waves, 4 weeks apart", 3, 4, None),
        ("3 vagues à six semaines d'intervalle", 3, 6, None),
        ("pilot 20%", None, None, 20),
        ("pilot of 20 percent", None, None, 20),
        ("20 % pilot", None, None, 20),
        ("with 20% of the teams", None, None, 20),
        ("pilot 20", None, None, 20),
        ("pilote 20 %", None, None, 20),
        ("pilote sur 20 pour cent des équipes", None, None, 20),
    ],
)
def test_waves_and_pilot_are_read(
    typed: str, waves: int | None, apart: int | None, pilot: int | None
) -> None:
    wish = read(f"delegation {typed}")
    assert (wish.waves, wish.apart, wish.pilot) == (waves, apart, pilot)
    assert (wish.weeks, wish.left) == (None, "")


@pytest.mark.parametrize(
    "typed",
    ["500 weeks", "4-6 weeks", "1.5 weeks", "0 waves", "40 vagues", "pilot 150%", "pilot 0%"],
)
def test_numbers_beyond_reason_are_left_to_be_told(typed: str) -> None:
    """They are not cut down to what would do."""
    wish = read(f"delegation {typed}")
    assert (wish.weeks, wish.waves, wish.pilot) == (None, None, None)
    assert wish.left == typed


def test_a_name_stands_in_any_quotes_as_it_was_typed() -> None:
    for quoted in ('"Œuvrer Été 27"', "“Œuvrer Été 27”", "« Œuvrer Été 27 »"):
        wish = read(f"campagne {quoted} délégation", "fr")
        assert wish.name == "Œuvrer Été 27"
        assert wish.themes == ("delegation",)


def test_a_mention_without_an_id_is_kept_to_be_asked_about() -> None:
    wish = read("delegation for #managers, #Équipe-été and @sales", "en", MANAGERS)
    assert wish.audience == (MANAGERS,)
    assert wish.unknown == ("#Équipe-été", "@sales")
    assert wish.left == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("delegation for #delegation", "delegation"),
        ("delegation for delegation", "delegation"),
        ("delegation for Sales EMEA 4 weeks team", "Sales EMEA 4 weeks"),
        ("delegation pour @Été œuvre", "Été œuvre"),
        ("delegation", ""),
    ],
)
def test_a_mention_is_not_read_as_anything_else(text: str, name: str) -> None:
    """Not as a theme, nor as weeks, whatever a channel is called."""
    named = Mention("channel", "C9", name)
    wish = read(text, "en", named)
    assert wish == Wish(themes=("delegation",), audience=(named,))


def test_politeness_says_nothing_and_other_words_are_told() -> None:
    text = "Hello coach, please create a new campaign about delegation for purple elephants!"
    assert read(text) == Wish(themes=("delegation",), left="purple elephants")


titles = st.lists(st.sampled_from(sorted(THEMES)), max_size=STARS, unique=True)
days = st.dates(date(2026, 12, 1), date(2030, 12, 31))
windows = st.tuples(st.integers(6, 11), st.sampled_from([0, 30]), st.integers(12, 20)).map(
    lambda drawn: (time(drawn[0], drawn[1]), time(drawn[2]))
)
wishes = st.builds(
    Wish,
    name=st.none() | st.sampled_from(["Winter 27", "Été, enfin", "4 weeks in 2 waves"]),
    themes=titles.map(tuple),
    audience=st.sampled_from([(), (MANAGERS,), (SALES, MANAGERS)]),
    first_day=st.none() | days,
    weeks=st.none() | st.integers(1, MOST_WEEKS),
    pace=st.sampled_from([None, "weekly", "fortnightly", "monthly"]),
    window=st.none() | windows,
    waves=st.none() | st.integers(1, MOST_WAVES),
    pilot=st.none() | st.integers(1, 100),
    left=st.sampled_from(["", "xyzzy"]),
)

MONTHS: Mapping[Lang, tuple[str, ...]] = {
    "en": (
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    ),
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
        *("septembre", "octobre", "novembre", "décembre"),
    ),
}
PACES: Mapping[Lang, Mapping[Pace, str]] = {
    "en": {"weekly": "every week", "fortnightly": "every two weeks", "monthly": "monthly"},
    "fr": {
        "weekly": "toutes les semaines",
        "fortnightly": "tous les quinze jours",
        "monthly": "tous les mois",
    },
}
WORDS: Mapping[Lang, Mapping[str, str]] = {
    "en": {
        "themes": "about {}", "and": " and ", "for": "for {}", "day": "from {}",
        "weeks": "for {} weeks", "window": "between {} and {}", "waves": "in {} waves",
        "pilot": "pilot {}%", "name": 'called "{}"',
    },
    "fr": {
        "themes": "sur {}", "and": " et ", "for": "pour {}", "day": "à partir du {}",
        "weeks": "pendant {} semaines", "window": "entre {} et {}", "waves": "en {} vagues",
        "pilot": "pilote {} %", "name": "nommée « {} »",
    },
}  # fmt: skip


def pieces(wish: Wish, lang: Lang) -> list[str]:
    """Word each part of a wish."""
    words, said = WORDS[lang], [wish.left]
    if wish.themes:
        listed = words["and"].join(THEMES[theme_id].text(lang) for theme_id in wish.themes)
        said.append(words["themes"].format(listed))
    if wish.audience:
        listed = words["and"].join(f"#{mention.name}" for mention in wish.audience)
        said.append(words["for"].format(listed))
    if wish.first_day:
        day = wish.first_day
        number = "1er" if lang == "fr" and day.day == 1 else f"{day.day}"
        said.append(words["day"].format(f"{number} {MONTHS[lang][day.month - 1]} {day.year}"))
    if wish.pace:
        said.append(PACES[lang][wish.pace])
    if wish.window:
        said.append(words["window"].format(*(say_time(one, lang) for one in wish.window)))
    plainly = {name: getattr(wish, name) for name in ("weeks", "waves", "pilot", "name")}
    said += [words[name].format(value) for name, value in plainly.items() if value is not None]
    return [piece for piece in said if piece]


@given(wishes, st.sampled_from(LANGS), st.sampled_from([" ", ", ", " ; "]), st.data())
@SLOWLY
def test_whatever_is_worded_is_read_back(
    wish: Wish, lang: Lang, joint: str, data: st.DataObject
) -> None:
    """In any order, in either language, whichever the person's own is."""
    said = data.draw(st.permutations(pieces(wish, lang)))
    own = data.draw(st.sampled_from(LANGS))
    assert read_wish(joint.join(said), wish.audience, own, TODAY, THEMES) == wish


VOCABULARY = (
    "new delegation and feedback for #managers @x from monday 4 weeks every two in waves pilot 20% "
    'between 9 11 at 10h à partir de lundi 1er décembre pendant semaines "name « » 31/02 99 until '
    "jusqu'au fin 2026-13-45 q9 s60 31 february pm la le a un ; , - ' œ first last premier"
)
anything = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(VOCABULARY.split()), max_size=25).map(" ".join),
    st.text("0a :h-%;'\""),
)


@given(anything, anything, st.sampled_from(LANGS), st.dates())
@SLOWLY
def test_any_text_gives_a_wish(text: str, name: str, lang: Lang, today: date) -> None:
    """Nothing raises, whatever day it is; what is read can be had, and what is left was typed."""
    named = Mention("channel", "C1", name)
    wish = read_wish(text, (named,), lang, today, THEMES)
    assert set(wish.themes) <= set(THEMES)
    assert len(wish.themes) <= STARS
    assert wish.audience == (named,)
    assert wish.weeks is None or 1 <= wish.weeks <= MOST_WEEKS
    assert wish.waves is None or 1 <= wish.waves <= MOST_WAVES
    assert wish.pilot is None or 1 <= wish.pilot <= 100
    assert wish.window is None or wish.window[0] < wish.window[1]
    assert wish.past == (wish.first_day is not None and wish.first_day < today)
    typed = unicodedata.normalize("NFC", text)
    assert all(word in typed for word in wish.left.split())


@pytest.mark.parametrize(
    "again", ["le", "from ", "a ", "1 ", "pilot of", "9h-", "« ", "#a,", "1/1"]
)
def test_a_text_meant_to_be_slow_is_not(again: str) -> None:
    """However long it is, it is read to the end of what is read."""
    assert read(again * 100_000).audience == ()
