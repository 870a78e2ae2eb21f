"""How themes are left, on the page of figures: how often, and at which question most do."""

import re
from dataclasses import replace

import pytest

from bot.groups.changing import change
from bot.language import LANGS, Lang
from bot.measuring.published import Published
from tests.dashboard_views import taken
from tests.figures import COMPANY, OCTOBER, closed, figure, year
from tests.test_dashboard_page import NBSP, html, left, text, view, words
from tests.world import library

EN_OFTEN = """30%
of the sessions begun were left unfinished
95% interval: 26% to 34% · 412 people · 824 sessions
No clear change since September 2026."""
EN_PLACE = (
    "People leave most often at question 3 of 6: 24% of the sessions that came that far went no "
    "further.\n95% interval: 20% to 28% · 412 people · 824 sessions"
)
FR_OFTEN = """30 %
des séances commencées sont restées inachevées
intervalle à 95 % : 26 % à 34 % · 412 personnes · 824 séances
Pas de changement net depuis septembre 2026."""
FR_PLACE = (
    "On s’arrête le plus souvent à la question 3 sur 6 : 24 % des séances arrivées jusque-là se "
    "sont arrêtées.\nintervalle à 95 % : 20 % à 28 % · 412 personnes · 824 séances"
)


def held(said: str) -> str:
    """Put the no-break spaces of French where they are."""
    return re.sub(r" (?=[%:])", NBSP, said)


@pytest.mark.parametrize(
    ("lang", "theme", "often", "place"),
    [
        ("en", "Delegation", EN_OFTEN, EN_PLACE),
        ("fr", "Déléguer", held(FR_OFTEN), held(FR_PLACE)),
    ],
)
async def test_each_theme_has_its_share_and_the_place(
    lang: Lang, theme: str, often: str, place: str
) -> None:
    """With interval, people and change, as every figure; it stands among the themes."""
    page = html(lang, await view())
    section = page[page.index("<h2 id='sessions'>") : page.index("<h2 id='opinions'>")]
    card = next(one for one in section.split("<li>") if f"<h4>{theme}</h4>" in one)
    told = re.sub(r"\n+", "\n", text(card))
    assert often in told
    assert place in told


@pytest.mark.parametrize(
    ("lang", "theme", "said"),
    [
        ("en", "prioritising", "at question 6 of 6, the commitment: 17%"),
        ("en", "meetings", "after the commitment: 12%"),
        ("fr", "prioritising", f"à la question 6 sur 6, l’engagement{NBSP}: 17{NBSP}%"),
        ("fr", "meetings", f"après l’engagement{NBSP}: 12{NBSP}%"),
    ],
)
async def test_the_commitment_and_what_follows_it_are_called_so(
    lang: Lang, theme: str, said: str
) -> None:
    """Nobody has to count beyond the last question."""
    title = library().themes[theme].title.text(lang)
    found = next(one for one in left(lang, await view()) if one.title == title)
    assert said in found.place
    assert "7 " not in found.place


@pytest.mark.parametrize("lang", LANGS)
async def test_a_place_without_a_number_is_named_alone(lang: Lang) -> None:
    """Where a number would tell of a few, and nothing is said where no place is published."""
    told = {one.title: one for one in left(lang, await view())}
    feedback, recognition = (
        told[library().themes[one].title.text(lang)] for one in ("give_feedback", "recognition")
    )
    alone = {
        "en": "People leave most often at question 2 of 6.",
        "fr": "On s’arrête le plus souvent à la question 2 sur 6.",
    }
    assert feedback.place == alone[lang]
    assert f"{alone[lang]}</p></li>" in html(lang, await view())
    assert (recognition.place, recognition.there, len(recognition.lines)) == ("", None, 1)


async def test_months_published_without_places_are_read_as_before() -> None:
    """Their figure of where most leave does not say where; so nothing is said of it."""
    new = closed()
    old = {
        (group, key): replace(one, indicator=key.rpartition(".")[0])
        if key.startswith("drop_off.")
        else one
        for (group, key), one in new.figures.items()
    }
    figures = {(group, one.indicator): one for (group, _), one in old.items()}
    seen = await view({OCTOBER: replace(new, figures=figures)})
    assert any(key.startswith("drop_off.") for _, key in figures)
    assert [one.place for one in left("en", seen)] == [""] * 5
    assert "People leave" not in html("en", seen)


@pytest.mark.parametrize("lang", LANGS)
async def test_a_month_of_which_no_theme_may_be_told_says_so(lang: Lang) -> None:
    """With the reason beside it; where a place is published without its theme, it stays untold."""
    new = closed()
    few = {key: one for key, one in new.figures.items() if not key[1].startswith("left.")}
    page = html(lang, await view({OCTOBER: replace(new, figures=few)}))
    none = {
        "en": "This month that holds for no theme.",
        "fr": "Ce mois-ci, aucun thème ne remplit ces conditions.",
    }
    assert none[lang] in page
    assert none[lang] not in html(lang, await view())
    assert not re.search("People leave|On s’arrête", page)


async def test_a_department_has_no_part_for_themes() -> None:
    """They are told of the company alone."""
    page = html("en", await view(group="Sales"))
    assert not re.search("left unfinished|People leave|holds for no theme", page)


async def test_what_moved_is_said_in_brief() -> None:
    """With the name of the theme."""
    now, before = figure(0.3, 412, rows=824), figure(0.15, 412, rows=824)
    key = (COMPANY, "left.delegation")
    new = closed()
    moved = Published(OCTOBER, *key, now, change(now, before))
    kept = {**year(), OCTOBER: replace(new, figures={**new.figures, key: moved})}
    page = text(html("en", await view(kept)))
    brief = page[page.index("In brief") : page.rindex("Reach and participation")]
    assert "Delegation: left unfinished · Up since September 2026, by 15 points" in brief


@pytest.mark.parametrize(
    ("lang", "unfinished", "at"),
    [
        ("en", "Delegation: left unfinished", "Delegation: left at question 3 of 6"),
        (
            "fr",
            f"Déléguer{NBSP}: séances inachevées",
            f"Déléguer{NBSP}: séances interrompues à la question 3 sur 6",
        ),
    ],
)
async def test_both_figures_stand_in_the_table_to_take_along(
    lang: Lang, unfinished: str, at: str
) -> None:
    """As numbers, with interval, people and change; what is a word is one there too."""
    seen = await view()
    told = {one["name"]: one for one in taken(lang, seen)}
    often, place = told[unfinished], told[at]
    numbers = [(one["value"], one["unit"], one["least"], one["rows"]) for one in (often, place)]
    assert numbers == [("30", "%", "412", "824"), ("24", "%", "412", "824")]
    assert {one["rows_of"] for one in (often, place)} == {{"en": "sessions", "fr": "séances"}[lang]}
    assert often["since"] == words(lang).text("dashboard.way_stable")
    assert often["by"] == "0"
    word = next(one for name, one in told.items() if re.search("2 of 6|2 sur 6", name))
    assert (word["value"], word["unit"], word["low"], word["high"]) == ("", "", "", "")
    assert word["told"] == words(lang).text("figures.level_low")
    left = [name for name in told if re.search("left|séances (inachevées|interrompues)", name)]
    assert len(left) == 5 + 4


async def test_no_name_of_a_step_is_on_the_page() -> None:
    """Only questions by their number."""
    page = html("en", await view()) + html("fr", await view())
    assert not re.search(r"drop_off|theme:|\b\d/\d\b", page)
