"""How HR's page stands on a phone, in the dark and on paper: what fits, what is folded away."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

import pytest
from playwright.sync_api import Browser, Page, expect

from adapters.web.dashboard.sections import FIRST
from bot.language import LANGS, Lang
from bot.measuring.catalogue import INDICATORS
from bot.measuring.published import Closed, Month
from tests.browsers import needs_chromium
from tests.dashboard_views import LONG, page_of, vast, view, words
from tests.figures import year

pytestmark = needs_chromium

PHONE, TABLET, DESKTOP = 360, 800, 1280
A4 = 718
"""Pixels that a sheet has between its margins."""

LONGEST = 9_500
"""Pixels of a phone for the figures of a year; with everything unfolded they are 17,000."""

OUTSIDE = """
main => {
  const inside = (box, room) => box.left >= room.left - 0.5 && box.right <= room.right + 0.5;
  const room = one => {
    const card = one.parentElement.closest(".figures li, .picture, main");
    const box = card.getBoundingClientRect(), style = getComputedStyle(card);
    return {left: box.left + parseFloat(style.paddingLeft) + parseFloat(style.borderLeftWidth),
            right: box.right - parseFloat(style.paddingRight) - parseFloat(style.borderRightWidth)};
  };
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT), found = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects())
      if (!text.parentElement.closest("select") && box.width && !inside(box, room(text)))
        found.push(text.textContent);
  }
  for (const one of main.querySelectorAll("*")) {
    const box = one.getBoundingClientRect();
    if (!one.closest("select") && box.width && !inside(box, room(one))) found.push(one.outerHTML);
  }
  return found;
}
"""
SIZES = "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
COLOURS = """
([one, paper]) => [getComputedStyle(one).stroke, getComputedStyle(paper).backgroundColor]
"""


PAGES: Mapping[str, tuple[Mapping[Month, Closed], str]] = {
    "ordinary": (year(), "company"),
    "vast": (vast(), "company"),
    "long": (vast(), LONG),
    "small": (year(), "R&D"),
}


@cache
def html(lang: Lang, what: str = "ordinary") -> str:
    """Write one of the pages."""
    return page_of(lang, view(*PAGES[what]))


@contextmanager
def shown(browser: Browser, written: str, width: int, *, dark: bool = False) -> Iterator[Page]:
    """Show a page where no script runs."""
    context = browser.new_context(
        viewport={"width": width, "height": 780},
        color_scheme="dark" if dark else "light",
        java_script_enabled=False,
    )
    page = context.new_page()
    page.set_content(written)
    yield page
    context.close()


def height(page: Page) -> int:
    return int(page.locator("html").evaluate("html => html.scrollHeight"))


def unfold(page: Page) -> None:
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [320, PHONE, TABLET, DESKTOP])
def test_nothing_stands_outside_its_card(browser: Browser, lang: Lang, width: int) -> None:
    """No table, no picture and no word of it, however long the numbers and names are."""
    for what in PAGES:
        with shown(browser, html(lang, what), width) as page:
            if width < DESKTOP:
                unfold(page)
            assert page.locator("main").evaluate(OUTSIDE) == []
            assert page.locator("html").evaluate("html => html.scrollWidth") <= width


@pytest.mark.parametrize("lang", LANGS)
def test_a_phone_shows_first_what_is_read_first(browser: Browser, lang: Lang) -> None:
    """What coaching 5.9 lists and what moved; tables and all other figures are behind folds."""
    with shown(browser, html(lang), PHONE) as page:
        assert height(page) <= LONGEST
        moved = re.search(r"<ul class='plain'>.*?</ul>", html(lang))
        assert moved
        for one in INDICATORS:
            name = words(lang).text(f"figures.{one.key}.name")
            card = page.locator(".figures li", has=page.get_by_text(name, exact=True))
            first = one.key in FIRST or f"{name} · " in moved[0]
            expect(card).to_be_visible() if first else expect(card).to_be_hidden()
        for picture in page.locator(".picture").all():
            expect(picture.locator("table")).to_be_hidden()
            picture.locator("summary").press("Enter")
            expect(picture.locator("table")).to_be_visible()


def test_folds_are_told_apart_by_ear(browser: Browser) -> None:
    """Each is named by what it hides; its name begins with what is seen of it."""
    with shown(browser, html("fr"), PHONE) as page:
        named = page.locator(".picture summary").evaluate_all(
            "all => all.map(one => [one.textContent, one.getAttribute('aria-label')])"
        )
    assert len({name for _, name in named}) == len(named) == 9
    assert all(name.startswith(f"{seen} · ") for seen, name in named)


def test_a_wide_window_has_room_for_all(browser: Browser) -> None:
    """Nothing is to be pressed for: tables stand beside their pictures."""
    with shown(browser, html("en"), DESKTOP) as page:
        for summary in page.locator(".more > summary").all():
            expect(summary).to_be_hidden()
        for one in (*page.locator(".figures li").all(), *page.locator("table").all()):
            expect(one).to_be_visible()
        picture = page.locator(".picture", has=page.get_by_role("img")).first
        svg, table = (picture.locator(one).bounding_box() for one in ("svg", "table"))
        assert svg
        assert table
        assert svg["x"] + svg["width"] <= table["x"]


@pytest.fixture(scope="module")
def printed(browser: Browser) -> Iterator[Page]:
    """The page on paper, where the screen is dark."""
    with shown(browser, html("fr"), A4, dark=True) as page:
        page.emulate_media(media="print", color_scheme="dark")
        yield page


class TestPaper:
    """Printed, from a dark screen too."""

    def test_every_fold_is_open(self, printed: Page) -> None:
        """Nobody can press paper."""
        told = printed.locator("td, .figures p, details > p:not(.away)")
        expect(told.filter(visible=False)).to_have_count(0)
        expect(printed.get_by_text("Toutes les valeurs").first).to_be_hidden()
        for control in printed.locator("form, nav, .away").all():
            expect(control).to_be_hidden()

    def test_notes_are_no_larger_than_what_they_are_about(self, printed: Page) -> None:
        """Ten points is the size of the page, and notes are below it."""
        text = printed.locator("main > p:not([class])").evaluate_all(SIZES)
        small = printed.locator(".note, .hint, .sure").evaluate_all(SIZES)
        assert text
        assert {round(one * 0.75, 1) for one in text} == {10}
        assert small
        assert max(small) < min(text)
        within = printed.locator(".figures p:not(.value, .sure, .note)").evaluate_all(SIZES)
        assert max(printed.locator(".figures .note").evaluate_all(SIZES)) < min(within)

    def test_nothing_runs_over_the_edge(self, printed: Page) -> None:
        """Of the sheet, or of a card."""
        assert printed.locator("main").evaluate(OUTSIDE) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_bars_can_be_told_from_what_they_stand_on(browser: Browser, dark: bool) -> None:
    """Three to one at their edge, whatever the colour within is."""
    with shown(browser, html("en", "small"), DESKTOP, dark=dark) as page:
        bar = page.locator("svg path[fill='var(--pale)']").first.element_handle()
        paper = page.locator("main").element_handle()
        edge, ground = page.evaluate(COLOURS, [bar, paper])
        assert contrast(edge, ground) >= 3


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG has it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
