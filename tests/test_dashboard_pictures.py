"""What is really drawn of figures, as Chromium and the PNG show it."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

import pytest
from playwright.sync_api import Browser, Page

from adapters.web.dashboard import exports
from adapters.web.dashboard.by_month import over_months
from adapters.web.dashboard.by_name import by_name
from adapters.web.dashboard.captions import caption
from adapters.web.dashboard.page import body
from adapters.web.dashboard.plots import ALONE, ON_PAGE, Mark, Palette, Scale
from adapters.web.layers import Json
from adapters.web.pictures import draw, draw_each
from bot.groups.shown import Shown, count, thaw
from bot.language import LANGS, Lang
from bot.measuring.excerpts import Excerpt
from bot.measuring.published import Closed, Month
from bot.messages import Chart
from bot.reports.chat import month_report
from tests.browsers import needs_chromium
from tests.dashboard_views import page_of, pictures_of, vast, view, words
from tests.figures import OCTOBER, cut, figure, year

pytestmark = needs_chromium

Draws = Callable[[Sequence[Mark], Scale, Palette], Json]

SHARE = Scale(0, 1, ((0, "0%"), (0.5, "50%"), (1, "100%")))
MEASURE = """
all => all.map(one => {
  const box = one.getBoundingClientRect();
  return [one.textContent, box.left, box.top, box.right, box.bottom];
})
"""
EMPTY_EDGE = """
async ([png, edge]) => {
  const image = new Image();
  image.src = "data:image/png;base64," + png;
  await image.decode();
  const {width, height} = image;
  const paper = new OffscreenCanvas(width, height).getContext("2d");
  paper.drawImage(image, 0, 0);
  const ink = (x, y, w, h) => paper.getImageData(x, y, w, h).data.some(part => part !== 255);
  return !ink(0, 0, width, edge) && !ink(0, height - edge, width, edge)
    && !ink(0, 0, edge, height) && !ink(width - edge, 0, edge, height)
    && ink(0, 0, width, height);
}
"""


@dataclass(frozen=True, slots=True)
class Box:
    """Something that is drawn, with its text and where it ends, in pixels."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def meets(self, other: "Box") -> bool:
        """Tell whether two share more than a hair's breadth."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide > 1 and high > 3  # a line of text is higher than its letters

    def holds(self, other: "Box") -> bool:
        """Tell whether another lies within this one."""
        wide = self.left <= other.left and other.right <= self.right
        return wide and self.top <= other.top and other.bottom <= self.bottom


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 600, "height": 900})
    yield page
    page.close()


def boxes(page: Page, svg: str, what: str = "text") -> list[Box]:
    """Show a picture in a browser and measure what is in it."""
    page.set_content(f"<body>{svg}</body>")
    found = [Box(*one) for one in page.locator(f"svg {what}".strip()).evaluate_all(MEASURE)]
    return [one for one in found if one.text or what != "text"]


def mark(label: str, said: str, shown: Shown | None) -> Mark:
    return Mark(label, said, "10–19", shown)


def drawn(plot: Json | None) -> str:
    assert plot is not None
    return draw_each([plot])[0]


@dataclass(frozen=True, slots=True)
class Kept:
    """Closed months, as a store has them."""

    kept: Mapping[Month, Closed]

    def months(self) -> Sequence[Month]:
        return list(self.kept)

    def excerpts(self, asked: Sequence[Excerpt]) -> Sequence[Closed | None]:
        return [cut(self.kept.get(one.month), one) for one in asked]


class TestAWord:
    """Where a figure is told in a word, the word stands in the picture."""

    def test_it_stands_in_the_middle_of_its_column(self, page: Page) -> None:
        """Whole, at mid-height: near the line of 0% 'high' would read as nearly none."""
        marks = [
            mark("sept.", "62 %", figure(0.62, 40)),
            mark("oct.", "niveau moyen", figure(0.5, 12, manner="word")),
        ]
        found = boxes(page, drawn(over_months(marks, SHARE, ON_PAGE, "effectif")))
        by_text = {one.text: one for one in found}
        word, month = by_text["niveau moyen"], by_text["oct."]
        mid = (by_text["0%"].middle[1] + by_text["100%"].middle[1]) / 2
        assert word.middle == pytest.approx((month.middle[0], mid), abs=2)

    def test_one_word_serves_all_months_that_it_stands_for(self, page: Page) -> None:
        """Between two numbers, in a box that hides no scale of its own."""
        few = [mark(f"m{n}", "trop peu", figure(0.5, 4)) for n in range(4)]
        known = mark("a", "40 %", figure(0.4, 40))
        found = boxes(page, drawn(over_months([known, *few, known], SHARE, ON_PAGE, "n")))
        by_text = {one.text: one for one in found}
        assert [one.text for one in found].count("trop peu") == 1
        mid = (by_text["m0"].middle[0] + by_text["m3"].middle[0]) / 2
        assert by_text["trop peu"].middle[0] == pytest.approx(mid, abs=2)

    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize("key", ["level_medium", "too_few", "withheld", "none"])
    def test_it_stays_within_a_narrow_column(self, page: Page, lang: Lang, key: str) -> None:
        """In lines, or upright where a single word is too long; it is never cut."""
        said = words(lang).text(f"figures.{key}")
        known = mark("mai", "40 %", figure(0.4, 40))
        marks = [known, known, mark("juil.", said, None), known, known, known]
        svg = drawn(over_months(marks, SHARE, ON_PAGE, "effectif"))
        found = boxes(page, svg)
        (word,) = [one for one in found if one.text == said.replace(" ", "") or one.text == said]
        (blank,) = boxes(page, svg, "path[fill='var(--blank)']")
        assert word.left >= blank.left
        assert word.right <= blank.right
        assert blank.top <= word.top < word.bottom <= blank.bottom
        assert word.middle == pytest.approx(blank.middle, abs=3)


class TestTexts:
    """No text is cut, and none runs into another."""

    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize("kept", [year(), vast()], ids=["ordinary", "vast"])
    def test_every_picture_of_the_page_can_be_read(
        self, page: Page, lang: Lang, kept: Mapping[Month, Closed]
    ) -> None:
        """In the font of the page, whichever that is."""
        seen = view(kept)
        every = [one.plot(ON_PAGE) for one in pictures_of(lang, seen).values() if one.plot]
        for svg in draw_each(every):
            found = boxes(page, svg)
            assert not [one.text for one in found if "…" in one.text]
            assert [(a.text, b.text) for a, b in combinations(found, 2) if a.meets(b)] == []
            bars = boxes(page, svg, "path[fill='var(--pale)']")
            assert [one.text for one in found if any(one.meets(bar) for bar in bars)] == []
            (ends,) = boxes(page, svg, "")
            assert [one.text for one in found if not ends.holds(one)] == []

    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize("group", ["company", "R&D"])
    def test_what_leaves_the_page_says_all_of_it(self, page: Page, lang: Lang, group: str) -> None:
        """Title, month, group, what the bars are, and of how many people: nothing is cut."""
        seen = view(group=group)
        every = pictures_of(lang, seen).values()
        plots = [(one, plot) for one in every if (plot := exports.plot(words(lang), seen, one))]
        svgs = draw_each([plot for _, plot in plots])
        for (one, plot), svg in zip(plots, svgs, strict=True):
            said = " ".join(" ".join(plot["title"][part]) for part in ("text", "subtitle"))
            assert said.startswith(f"{one.title} {words(lang).month(OCTOBER)} · ")
            assert one.caption in said
            assert one.shared in said
            written = "".join(box.text for box in boxes(page, svg))
            assert "…" not in written
            assert said.replace(" ", "") in written.replace(" ", "")

    def test_nothing_of_a_png_runs_over_its_edge(self, page: Page) -> None:
        """All around it stays blank."""
        for kept, group in ((year(), "company"), (year(), "R&D"), (vast(), "company")):
            seen = view(kept, group)
            for name in ("themes", "alignment", "fatigue", "kept"):
                one = pictures_of("fr", seen).get(name)
                plot = exports.plot(words("fr"), seen, one) if one else None
                if plot:
                    png = b64encode(draw(plot, "png")).decode()
                    assert page.evaluate(EMPTY_EDGE, [png, 12]), name

    @pytest.mark.parametrize(
        ("name", "many"),
        [
            ("themes", ["412 people"]),
            ("alignment", ["41 people", "20 to 29 people", "36 people", "10 to 19 people"]),
            ("kept", ["412"] * 6),
        ],
    )
    def test_how_many_people_stand_in_it(self, page: Page, name: str, many: list[str]) -> None:
        """Once where all are parts of the same, else with each."""
        seen = view()
        plot = exports.plot(words("en"), seen, pictures_of("en", seen)[name])
        written = "\n".join(one.text for one in boxes(page, drawn(plot)))
        assert re.findall(r"(?:\d+ to )?\d+ people|\b412\b", written) == many


class TestBars:
    """The line below the title says what a bar is."""

    @pytest.mark.parametrize(
        ("shown", "said"),
        [
            ([figure(0.6, 40)], "The bar is the 95% interval."),
            (
                [count(7, 60, private=True)],
                "The bar is a range: the number of people lies within it.",
            ),
            ([count(7, 60)], ""),
            ([figure(0.6, 12, manner="word"), figure(0.5, 4), None], ""),
            (
                [figure(11, 60, "days", open_above=True)],
                "The bar is the 95% interval. A bar up to the end of the scale has no upper limit.",
            ),
        ],
        ids=["an interval", "a range of people", "a number of people", "words", "open"],
    )
    def test_a_caption_is_of_what_is_drawn(self, shown: Sequence[Shown | None], said: str) -> None:
        """An interval, a range of people, or nothing."""
        assert caption(words("en"), [mark("a", "b", one) for one in shown]) == said

    def test_a_point_without_an_interval_says_so(self) -> None:
        """As that of teams' alignment."""
        bare = without_interval(71)
        assert caption(words("en"), [mark("a", "71", bare)]) == (
            "Without a bar there is no interval."
        )
        assert caption(words("fr"), [mark("a", "71", bare), mark("b", "4", figure(0.6, 40))]) == (
            "La barre est l’intervalle à 95\xa0%. Sans barre, il n’y a pas d’intervalle."
        )

    @pytest.mark.parametrize("plot", [partial(over_months, below="n"), by_name])
    def test_there_are_as_many_bars_as_the_caption_tells_of(self, page: Page, plot: Draws) -> None:
        """One for an interval and one for a range; none for a point alone, and none for a word."""
        alone = [without_interval(0.71), figure(0.5, 4), None]
        told = [figure(0.6, 40), *alone, figure(0.6, 20)]
        svg = drawn(
            plot([mark(f"m{n}", f"s{n}", one) for n, one in enumerate(told)], SHARE, ON_PAGE)
        )
        assert len(boxes(page, svg, "path[fill='var(--pale)']")) == 2

    def test_no_bar_is_named_by_its_colour(self) -> None:
        """In the dark it is another."""
        for lang in LANGS:
            for one in ("interval", "range", "open", "none"):
                said = words(lang).text(f"dashboard.bar_{one}")
                assert not [word for word in ("pale", "clair", "light") if word in said]


class TestNothingToDraw:
    """A picture without a single mark is none."""

    @pytest.mark.parametrize("group", ["Legal", "Support"])
    def test_words_alone_make_no_picture(self, group: str) -> None:
        """Neither on the page nor to take along: the table has the words."""
        seen = view(group=group)
        every = pictures_of("en", seen)
        for one in every.values():
            assert one.plot is None
            assert exports.plot(words("en"), seen, one) is None
        html = page_of("en", seen)
        assert 'role="img"' not in html
        assert ".png" not in html
        assert "All of it is told in words, so there is nothing to draw." in html
        assert "The bar is" not in html
        assert "being drawn" not in html
        assert "being drawn" not in body(words("en"), seen, list(every.values()), None, ())

    def test_every_picture_has_a_mark(self) -> None:
        """Of every group: a point or a bar."""
        every = [
            one.plot(ALONE)
            for group in year()[OCTOBER].groups
            for one in pictures_of("en", view(group=group)).values()
            if one.plot
        ]
        for svg in draw_each(every):
            assert f'fill="{ALONE.mark}"' in svg or f'fill="{ALONE.pale}"' in svg

    def test_a_single_month_is_no_month_by_month(self) -> None:
        """A chat has its words alone."""
        charts = [
            [
                one
                for one in month_report(words("en"), Kept(year(months=n)))
                if isinstance(one, Chart)
            ]
            for n in (1, 2)
        ]
        assert [len(found) for found in charts] == [0, 1]
        assert charts[1][0].title == "Month by month, in steps of 20%"


def without_interval(value: float) -> Shown:
    """A figure of which nothing but its value is known."""
    bare = dict.fromkeys(("low", "high", "rows", "level"))
    return thaw({**bare, "how": "number", "unit": "share", "value": value, "people": (40, 40)})
