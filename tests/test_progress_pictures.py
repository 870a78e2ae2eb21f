"""How far one has come as a picture, and what stands in its place where there is none."""

import struct
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.playground.wire import from_wire, to_wire
from adapters.slack.blocks import to_blocks
from adapters.teams.cards import to_card
from adapters.web import bars as bars_plot
from adapters.web import plot
from adapters.web.charts import ChartLinks
from adapters.web.pictures import draw, picture_of
from bot.charting import lines, spoken
from bot.language import LANGS, Lang
from bot.messages import Axis, Bar, Bars, Chart, Message, Series
from storage.cipher import new_key
from storage.store import Store
from tests.fake_slack import faults_in
from tests.own_way import long_way, looked, of, page
from tests.teams_reading import nodes, texts
from tests.world import MONDAY

LINKS = ChartLinks(new_key(), "https://declic.example")
ADDRESS = "https://declic.example/charts/x.png"
WIDEST = 1024

WAY = Bars(
    "From your start until now",
    (
        Axis(
            "From 0 to 10",
            10,
            (Bar("Delegation", 4, 7, 3), Bar("Deciding", 8, 5), Bar("Roles", 3, None)),
        ),
        Axis("How often", 6, (Bar("Feedback", 0, 6), Bar("One-to-ones", 3, 3)), open_ended=True),
    ),
    ("at the start", "last time", "the start, seen from that day"),
    "Delegation: 4 at the start, 7 on Monday.",
)
WRITTEN = (
    "From your start until now (○ at the start, ● last time, ◇ the start, seen from that day)",
    "From 0 to 10",
    "Delegation\u00a0···◇○──●··· 4 → 7",
    "Deciding\u00a0·····●──○·· 8 → 5",
    "Roles\u00a0···○······· 3",
    "How often",
    "Feedback\u00a0○─────● 0 → 6+",
    "One-to-ones\u00a0···●··· 3 → 3",
)

ends = st.none() | st.integers(0, 10)


def one(*ends: int | None) -> Bars:
    """Bars with a single one."""
    return replace(WAY, axes=(Axis("0 to 10", 10, (Bar("Delegation", *ends),)),))


def marks(bars: Bars, kind: str, **look: object) -> list[dict[str, Any]]:
    """Where marks of a kind and a look stand below the legend."""
    return [
        value
        for layer in bars_plot.specification(bars)["layer"]
        if layer["mark"]["type"] == kind and look.items() <= layer["mark"].items()
        for value in layer["data"]["values"]
        if value["y"] > 30
    ]


def discs(bars: Bars) -> list[float]:
    return [one["x"] for one in marks(bars, "point", color=plot.ALONE.lines[0])]


def rings(bars: Bars) -> list[float]:
    return [one["x"] for one in marks(bars, "point", color=plot.ALONE.paper)]


class TestPicture:
    """Each bar from where it began to where it was last."""

    @given(ends, ends, ends)
    def test_each_value_has_its_mark(
        self, start: int | None, last: int | None, then: int | None
    ) -> None:
        """On the scale, at its own place; a line joins the two that there are."""
        bars = one(start, last, then)
        scale = {int(tick["text"]): tick["x"] for tick in marks(bars, "text", align="center")}
        first, end = float(scale[0]), float(scale[10])

        def at(value: int) -> float:
            return first + value * (end - first) / 10

        assert rings(bars) == pytest.approx([] if start is None else [at(start)])
        assert discs(bars) == pytest.approx([] if last is None else [at(last)])
        joined = marks(bars, "rule", strokeWidth=5)
        assert len(joined) == (start is not None and last is not None)
        strokes = marks(bars, "rule", strokeWidth=2.5)
        assert [stroke["x"] for stroke in strokes] == pytest.approx(
            [] if then is None else [at(then)]
        )

    def test_one_point_can_be_seen(self) -> None:
        """From 5 to 6 is a way; where nothing moved, ring and disc lie in each other."""
        bars = one(5, 6)
        assert discs(bars)[0] - rings(bars)[0] > 30
        same = one(5, 5)
        assert discs(same) == rings(same)

    def test_what_goes_down_looks_like_what_goes_up(self) -> None:
        """No colour says that it is good or bad."""

        def looks(bars: Bars) -> list[object]:
            return [layer["mark"] for layer in bars_plot.specification(bars)["layer"]]

        assert looks(one(4, 7, 3)) == looks(one(7, 4, 8))

    def test_only_marks_that_occur_are_explained(self) -> None:
        """Before the end nothing is said of it."""
        svg = draw(bars_plot.specification(one(4, None)), "svg").decode()
        assert "at the start" in svg
        assert "last time" not in svg

    def test_words_are_never_read_as_expressions(self) -> None:
        """Whatever they are."""
        odd = "datum.x} \"'); throw 1 //"
        bars = Bars(odd, (Axis(odd, 10, (Bar(odd, 1, 2),)),), (odd, odd, odd), odd)
        assert draw(bars_plot.specification(bars), "svg").decode().count("datum.x}") >= 3

    @pytest.mark.parametrize("lang", LANGS)
    def test_a_long_way_is_small_enough_for_both_platforms(
        self, sqlite_store: Store, lang: Lang
    ) -> None:
        """Eleven bars: an address that Slack takes, a picture that Teams takes, no name cut."""
        message = looked(sqlite_store, long_way, page("progress"), lang=lang)
        (bars,) = of(message, Bars)
        assert sum(len(axis.bars) for axis in bars.axes) == 11
        assert 0 < len(LINKS.address(bars, MONDAY)) <= 3000
        width, height = struct.unpack(">II", picture_of(bars, "png")[16:24])
        assert width <= WIDEST
        assert height <= WIDEST
        svg = draw(bars_plot.specification(bars), "svg").decode()
        assert "…" not in svg
        assert all(bar.name in svg for axis in bars.axes for bar in axis.bars)

    def test_numbers_from_0_to_10_have_a_line_each(self) -> None:
        """What one was in each commitment is read off exactly, and the picture stays small."""
        levels = tuple(map(str, range(11)))
        sure = Chart("Confidence", ("2 Nov", "2 Nov"), levels, (Series("", (5, 6)),), "5, 6.")
        height = plot.specification(sure)["height"]
        dots = [
            value["y"]
            for layer in plot.specification(sure)["layer"]
            if layer["mark"]["type"] == "point"
            for value in layer["data"]["values"]
        ]
        assert dots[0] - dots[1] >= 14
        assert height < 250


class TestWithout:
    """In characters, where there is no picture; in words, where nobody sees it."""

    def test_it_is_written_in_characters(self) -> None:
        """The same marks on the same scale, then the numbers."""
        assert lines(WAY, "en") == WRITTEN

    @given(ends, ends, ends)
    def test_the_last_value_is_never_hidden(
        self, start: int | None, last: int | None, then: int | None
    ) -> None:
        """Where marks meet, what is now is the one to see; each scale has eleven places."""
        written = lines(one(start, last, then), "fr")[-1].split("\u00a0")[1].split(" ")[0]
        assert len(written) == 11
        assert written.find("●") == (-1 if last is None else last)

    def test_slack_shows_the_picture_or_the_lines(self) -> None:
        """With its alternative; a notification says none of it."""
        shown = to_blocks(Message("en", "Progress", (replace(WAY, url=ADDRESS),)))
        (image,) = shown["blocks"]
        assert (image["type"], image["alt_text"]) == ("image", spoken(WAY))
        assert shown["text"] == "Progress"
        (block,) = to_blocks(Message("en", "Progress", (WAY,)))["blocks"]
        written = "".join(part["text"] for part in block["elements"][0]["elements"])
        assert written == "\n".join(WRITTEN)
        assert faults_in([image, block], 50) == []

    def test_teams_shows_the_picture_or_the_lines(self) -> None:
        """Likewise."""
        card = to_card(Message("en", "Progress", (replace(WAY, url=ADDRESS),)))
        (image,) = [node for node in nodes(card) if node.get("type") == "Image"]
        assert image["altText"] == spoken(WAY)
        assert card["fallbackText"] == "Progress"
        assert texts(to_card(Message("en", "Progress", (WAY,)))) == ["\n".join(WRITTEN)]

    def test_the_page_gets_the_lines_beside_the_picture(self) -> None:
        """They are not part of the message."""
        said = Message("en", "s", (replace(WAY, url=ADDRESS),))
        assert to_wire(said)["elements"][0]["lines"] == WRITTEN
        assert from_wire(to_wire(said)) == said

    def test_the_address_holds_it(self) -> None:
        """All comes back but the address."""
        token = LINKS.address(WAY, MONDAY).rsplit("/", 1)[1].removesuffix(".png")
        assert LINKS.chart(token, MONDAY) == WAY
        assert "Delegation" not in token
