"""The table to take along: a line for each figure that the page shows, with a number a cell."""

import re
from dataclasses import replace
from itertools import product

import pytest

from adapters.web.dashboard.charts import OVER_MONTHS
from adapters.web.dashboard.page import lines
from adapters.web.dashboard.spreadsheet import COLUMNS
from bot.groups.shown import Shown, count
from bot.language import LANGS, Lang
from bot.measuring.catalogue import INDICATORS
from bot.measuring.closing import DROP_OFF, LEFT
from bot.measuring.published import Closed, Month
from tests.dashboard_views import pictures_of, taken, view, words
from tests.figures import COMPANY, DEPARTMENTS, GROUPS, OCTOBER, closed, figure, year
from tests.world import library

NUMBERS = ("value", "low", "high", "least", "most", "rows", "by", "by_low", "by_high")
NUMBER: dict[Lang, str] = {"en": r"-?\d+(\.\d+)?", "fr": r"-?\d+(,\d+)?"}
ONE_LINE = ("group", "name", "detail", "month")
"""What tells lines apart."""


def named(lang: Lang, key: str, **more: str) -> dict[str, str]:
    """Find the line of the latest month with the name of an indicator."""
    name = words(lang).text(f"figures.{key}.name")
    asked = {"name": name, "month": str(OCTOBER), "detail": "", **more}
    return next(one for one in taken(lang, view()) if asked.items() <= one.items())


def of_one(lang: Lang, key: str, shown: Shown) -> dict[str, str]:
    """Return the line of a figure that is put in the place of the company's."""
    month, at = closed(), (COMPANY, key)
    figures = {**month.figures, at: replace(month.figures[at], shown=shown)}
    name = words(lang).text(f"figures.{key}.name")
    rows = taken(lang, view({OCTOBER: replace(month, figures=figures)}))
    return next(row for row in rows if row["name"] == name)


@pytest.mark.parametrize(("lang", "group"), [*product(LANGS, GROUPS)])
def test_a_number_has_a_cell_of_its_own(lang: Lang, group: str) -> None:
    """As a spreadsheet of that language reads it; words stand in no column of numbers."""
    rows = taken(lang, view(group=group))
    assert rows
    for row, name in product(rows, NUMBERS):
        assert re.fullmatch(NUMBER[lang], row[name]) or row[name] == "", (name, row)
    for row, name in product(rows, COLUMNS):
        assert "·" not in row[name]


@pytest.mark.parametrize(("lang", "group"), [*product(LANGS, GROUPS)])
def test_no_figure_stands_there_twice(lang: Lang, group: str) -> None:
    """Month, group, name and detail tell them apart, for whoever filters or sums up."""
    every = [tuple(row[name] for name in ONE_LINE) for row in taken(lang, view(group=group))]
    assert len(set(every)) == len(every)


@pytest.mark.parametrize(("lang", "group"), [*product(LANGS, GROUPS)])
def test_all_that_is_shown_is_there(lang: Lang, group: str) -> None:
    """Each card of the page, and each line of a table beside a picture, with what it says."""
    seen = view(group=group)
    rows = taken(lang, seen)
    said = {(row["month"], row["name"], row["told"]) for row in rows}
    for _, one in lines(words(lang), seen):
        assert (str(OCTOBER), one.name, one.value.lstrip("+")) in {
            (month, name, told.lstrip("'+")) for month, name, told in said
        }
    beside = {row["told"].lstrip("'"): row for row in rows}
    for picture in pictures_of(lang, seen).values():
        for _, value, *_ in picture.rows:
            assert value in beside


def test_earlier_months_have_lines_of_their_own() -> None:
    """As far as pictures show them, each under its month, with the figures of then."""
    rows = taken("en", view())
    before = [row for row in rows if row["month"] != str(OCTOBER)]
    months = [str(month) for month in sorted(year(), reverse=True)[1:]]
    assert list(dict.fromkeys(row["month"] for row in before)) == months
    assert len(before) == len(months) * len(OVER_MONTHS)
    kept = [row["value"] for row in rows if row["name"] == "Kept"]
    assert kept[:3] == ["62", "53", "44"]


@pytest.mark.parametrize("lang", LANGS)
def test_themes_types_and_departments_have_numbers_like_any_figure(lang: Lang) -> None:
    """With interval and people; the theme, the type and the department stand in their column."""
    text = words(lang).text
    rows = taken(lang, view())
    delegation = library().themes["delegation"].title.text(lang)
    theme = next(
        r for r in rows if (r["name"], r["detail"]) == (text("dashboard.theme_share"), delegation)
    )
    assert (theme["value"], theme["unit"], theme["least"], theme["most"]) == (
        "30",
        "%",
        "412",
        "412",
    )
    assert float(theme["low"].replace(",", ".")) < 30 < float(theme["high"].replace(",", "."))
    decision = next(r for r in rows if r["detail"] == text("figures.blocker_decision"))
    assert decision["name"] == text("figures.blocker_days.name")
    assert decision["value"] == {"en": "2.5", "fr": "2,5"}[lang]
    assert decision["unit"] == {"en": "working days", "fr": "jours ouvrés"}[lang]
    assert decision["who"] == {"en": "teams", "fr": "équipes"}[lang]
    apart = [row for row in rows if row["group"] in DEPARTMENTS]
    assert [row["group"] for row in apart] == list(DEPARTMENTS)
    assert {row["name"] for row in apart} == {text("figures.alignment.name")}
    assert apart[0]["value"] == "71"


@pytest.mark.parametrize(
    ("key", "en", "fr"),
    [
        ("kept", "%", "%"),
        ("useful", "out of 5", "sur 5"),
        ("time_to_answer", "minutes of working time", "minutes de temps de travail"),
        ("blocker_days", "working days", "jours ouvrés"),
        ("confidence_change", "points", "points"),
        ("quality_gain", "criteria", "critères"),
        ("recommendation", "points", "points"),
        ("message_load", "messages a week", "messages par semaine"),
        ("opt_out", "people", "personnes"),
    ],
)
def test_units_are_in_the_words_of_the_reader(key: str, en: str, fr: str) -> None:
    """No name of ours."""
    assert (named("en", key)["unit"], named("fr", key)["unit"]) == (en, fr)


def test_no_unit_and_no_key_of_ours_is_in_it() -> None:
    """Neither of indicators nor of anything else."""
    for lang, group in product(LANGS, GROUPS):
        every = {cell for row in taken(lang, view(group=group)) for cell in row.values()}
        assert not [cell for cell in every if "_" in cell]
        assert not every & {"share", "stable", LEFT, DROP_OFF}


def test_who_is_behind_a_figure_is_counted_in_their_columns() -> None:
    """Exactly, or as a range of few; and how many of what a share is of."""
    names = ("least", "most", "who", "rows", "rows_of")
    kept = named("en", "kept")
    assert [kept[name] for name in names] == ["412", "412", "people", "824", "commitments"]
    blockers = named("en", "blockers_in_five_days")
    assert [blockers[name] for name in names] == ["412", "412", "teams", "824", "blockers"]
    few = next(row for row in taken("en", view(group="R&D")) if row["name"] == kept["name"])
    assert [few[name] for name in names] == ["20", "29", "people", "", ""]


@pytest.mark.parametrize(("lang", "way"), [("en", "up"), ("fr", "en hausse")])
def test_what_became_of_it_has_a_word_and_three_numbers(lang: Lang, way: str) -> None:
    """Of shares in points; where nothing may be compared, nothing stands there."""
    kept = named(lang, "kept")
    assert (kept["since"], kept["by"]) == (way, "9")
    low, high = (float(kept[name].replace(",", ".")) for name in ("by_low", "by_high"))
    assert 0 < low < 9 < high
    first = {OCTOBER: closed(OCTOBER, first=OCTOBER)}
    changes = ("since", "by", "by_low", "by_high")
    assert {row[name] for row in taken(lang, view(first)) for name in changes} == {""}


def test_a_range_of_people_has_both_its_ends() -> None:
    """Its value is no single number."""
    row = of_one("en", "opt_out", count(7, 22))
    assert row["told"] == "5 to 9 people"
    assert [row[name] for name in ("value", "unit", "low", "high")] == ["", "people", "5", "9"]
    assert [row[name] for name in ("least", "most", "who")] == ["20", "29", "people"]


@pytest.mark.parametrize("lang", LANGS)
def test_hidden_figures_have_no_number_there_either(lang: Lang) -> None:
    """What is not shown is not taken along; nor is it left out."""
    rows = [row for row in taken(lang, view(group="Legal")) if row["month"] == str(OCTOBER)]
    few = words(lang).text("figures.too_few")
    assert {row["told"] for row in rows} == {few}
    for row in rows:
        assert {row[name] for name in COLUMNS[5:]} == {""}
    of_departments = [one for one in INDICATORS if one.level == "department"]
    assert len(rows) == len(of_departments)


def test_a_department_takes_nothing_of_others_along() -> None:
    """No theme, no type of blocker, and no other department."""
    rows = taken("en", view(group="Sales"))
    assert {row["group"] for row in rows} == {"Sales"}
    assert {row["detail"] for row in rows} == {""}


def test_no_cell_is_a_formula() -> None:
    """A department's name is not carried out by a spreadsheet; numbers stay numbers."""
    evil = ("=HYPERLINK(A1)", "-Sales", "@x", "+1")
    kept: dict[Month, Closed] = {OCTOBER: closed(OCTOBER, (COMPANY, *evil))}
    for group in (COMPANY, *evil):
        rows = taken("en", view(kept, group=group))
        for row, name in product(rows, COLUMNS):
            if name not in NUMBERS:
                assert not re.match(r"[=+\-@\t\r]", row[name])
    assert {row["group"] for row in taken("en", view(kept))} >= {f"'{one}" for one in evil}


@pytest.mark.parametrize(("lang", "said"), [("en", "-0.6"), ("fr", "-0,6")])
def test_a_loss_stays_a_number(lang: Lang, said: str) -> None:
    """A minus is no formula where a number follows."""
    assert of_one(lang, "confidence_change", figure(-0.6, 412, "change_10"))["value"] == said
