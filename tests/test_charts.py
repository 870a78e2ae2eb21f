"""Charts: a picture at an address that holds it, and characters and words without one."""

import asyncio
import logging
import re
import struct
import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st

from adapters.playground.wire import form_to_wire, from_wire, to_wire
from adapters.slack.blocks import to_blocks, to_home
from adapters.slack.modals import to_modal
from adapters.teams.cards import to_card
from adapters.web.charts import LIVES, ChartLinks, add_routes
from adapters.web.export import ExportLinks
from adapters.web.links import LONGEST
from adapters.web.pictures import Kind, NotDrawn, Pictures, draw
from adapters.web.plot import specification
from bot.charting import lines, spoken
from bot.language import Lang
from bot.messages import Chart, Drawing, Form, Heading, Message, Series
from storage.cipher import new_key
from tests.fakes import Clock
from tests.teams_reading import nodes, texts

NOW = datetime(2026, 11, 26, 10, tzinfo=UTC)
KEY = new_key()
BASE = "https://declic.example"
WIDEST, HEAVIEST = 1024, 200_000

THREE = Chart(
    "Team check-ins",
    ("5 Nov", "19 Nov", "3 Dec"),
    ("low", "medium", "high"),
    (Series("Energy", (0, 1, 2)), Series("My role", (2, None, 2)), Series("Our goal", (1, 1, 1))),
    "Energy rose from low to high; our goal stayed medium.",
)
FULL = Chart(
    "Les points d’équipe de l’année, du premier au dernier",
    tuple(f"jeudi {day} septembre 2026" for day in range(10, 22)),
    ("plutôt basse en ce moment", "moyenne, comme souvent", "plutôt haute en ce moment"),
    tuple(
        Series(f"{name} dans l’équipe et autour d’elle", (0, 1, 2, None) * 3)
        for name in ("L’énergie que nous avons", "Mon rôle est clair", "Notre but", "L’accord")
    ),
    " ".join(
        f"Le {day} septembre, l’énergie était plutôt haute, mon rôle et notre but clairs et "
        "l’accord entre nous était proche, sauf une fois."
        for day in range(10, 22)
    ),
)
ONE = replace(THREE, points=("5 Nov",), series=(Series("Energy", (1,)), Series("Role", (None,))))
EMPTY = replace(THREE, points=(), series=())


def message(chart: Chart, lang: Lang = "en") -> Message:
    return Message(lang, "The results", (chart,))


def size(png: bytes) -> tuple[int, int]:
    """Return width and height, as the header says them."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


class TestInCharacters:
    """Where no picture can be shown."""

    def test_a_line_has_bars_and_then_the_words(self) -> None:
        """Who hears it gets the words; who sees it, both."""
        assert lines(THREE, "en") == (
            "Team check-ins (5 Nov\u00a0– 3 Dec)",
            "Energy\u00a0▁▄█ low, medium, high",
            "My role\u00a0█·█ high, no result, high",
            "Our goal\u00a0▄▄▄ medium, medium, medium",
        )

    def test_french_says_where_there_is_nothing(self) -> None:
        """The only words of its own stand in both languages."""
        assert lines(THREE, "fr")[2].endswith("█·█ high, sans résultat, high")

    def test_one_point_is_named_once(self) -> None:
        """There is no span of time then."""
        assert lines(ONE, "en")[0] == "Team check-ins (5 Nov)"
        assert lines(EMPTY, "en") == ("Team check-ins",)

    @given(levels=st.integers(1, 12))
    def test_bars_grow_with_the_level(self, levels: int) -> None:
        """However many levels there are, the lowest is the lowest bar."""
        words = tuple(f"w{n}" for n in range(levels))
        chart = Chart("", words, words, (Series("s", tuple(range(levels))),), "")
        bars = lines(chart, "en")[1].split("\u00a0")[1].split(" ")[0]
        assert len(bars) == levels
        assert list(bars) == sorted(bars)
        assert bars[0] == "▁"
        assert levels == 1 or bars[-1] == "█"

    def test_a_title_ends_before_the_sentence_begins(self) -> None:
        """A full stop is added where the title has none, and is not doubled."""
        assert spoken(THREE).startswith("Team check-ins. Energy rose")
        assert spoken(replace(THREE, title="Better?")).startswith("Better? Energy")
        assert spoken(replace(THREE, title="")) == THREE.alt


class TestOnThePlatforms:
    """With an address a picture, without one the same in characters; the alternative in both."""

    def test_slack_shows_the_picture(self) -> None:
        """Block Kit's image, with everything in its alternative text."""
        url = f"{BASE}/charts/x.png"
        said = to_blocks(message(replace(THREE, url=url)))
        assert said["blocks"] == [
            {
                "type": "image",
                "image_url": url,
                "alt_text": spoken(THREE),
                "title": {"type": "plain_text", "text": "Team check-ins"},
            }
        ]
        assert said["text"] == f"The results {THREE.alt}"

    @pytest.mark.parametrize("url", ["", "http://127.0.0.1:8000/x.png", f"{BASE}/{'x' * 3000}"])
    def test_slack_gets_characters_where_it_could_not_fetch(self, url: str) -> None:
        """A picture that Slack cannot fetch would make it refuse the whole message."""
        said = to_blocks(message(replace(THREE, url=url)))
        (block,) = said["blocks"]
        heading, *rest = block["elements"][0]["elements"]
        assert heading["style"] == {"bold": True}
        assert "".join([heading["text"], *(one["text"] for one in rest)]) == "\n".join(
            lines(THREE, "en")
        )
        assert said["text"].endswith(THREE.alt)

    def test_home_and_modal_take_charts(self) -> None:
        """A chart may stand wherever elements stand."""
        chart = replace(THREE, url=f"{BASE}/charts/x.png")
        assert to_home(message(chart))["blocks"][0]["type"] == "image"
        form = Form("t", "en", "Results", "", "Close", elements=(chart,))
        assert to_modal(form)["blocks"][0]["type"] == "image"

    def test_teams_shows_the_picture(self) -> None:
        """An Image as wide as the card, under its title."""
        card = to_card(message(replace(THREE, url=f"{BASE}/charts/x.png")))
        (image,) = [node for node in nodes(card) if node.get("type") == "Image"]
        assert image["url"] == f"{BASE}/charts/x.png"
        assert image["altText"] == spoken(THREE)
        assert image["size"] == "Stretch"
        assert texts(card) == ["Team check-ins"]
        assert card["fallbackText"] == f"The results {THREE.alt}"

    @pytest.mark.parametrize("url", ["", "http://127.0.0.1/x.png", "javascript:alert(1)"])
    def test_teams_gets_characters_without_a_web_address(self, url: str) -> None:
        """The same lines as everywhere."""
        card = to_card(message(replace(THREE, url=url), "fr"))
        assert not [node for node in nodes(card) if node.get("type") == "Image"]
        assert texts(card) == ["\n".join(lines(THREE, "fr"))]
        assert THREE.alt in card["fallbackText"]

    @pytest.mark.parametrize("url", ["", f"{BASE}/charts/x.png"])
    def test_the_page_gets_the_lines_beside_the_picture(self, url: str) -> None:
        """It shows them when the picture fails; they are not part of the message."""
        said = Message("fr", "s", (Heading("h"), replace(THREE, url=url)))
        assert to_wire(said)["elements"][1]["lines"] == lines(THREE, "fr")
        assert from_wire(to_wire(said)) == said
        form = Form("t", "fr", "Results", "", "Close", elements=said.elements)
        assert form_to_wire(form)["elements"][1]["lines"] == lines(THREE, "fr")


class TestAddress:
    """An encrypted address that holds the chart, works for a day, and says nothing."""

    @pytest.fixture
    def links(self) -> ChartLinks:
        return ChartLinks(KEY, f"{BASE}/")

    def token(self, links: ChartLinks, chart: Chart = THREE) -> str:
        found = re.fullmatch(rf"{BASE}/charts/([\w=-]+)\.png", links.address(chart, NOW))
        assert found
        return found[1]

    @pytest.mark.parametrize("chart", [THREE, FULL, ONE, EMPTY])
    def test_it_holds_the_chart(self, links: ChartLinks, chart: Chart) -> None:
        """All but the address itself comes back."""
        assert links.chart(self.token(links, chart), NOW) == chart

    def test_twelve_points_and_four_long_french_names_fit(self, links: ChartLinks) -> None:
        """Slack takes addresses of up to 3,000 characters."""
        assert len(FULL.points) == 12
        assert len(FULL.series) == 4
        assert 0 < len(links.address(FULL, NOW)) <= 3000

    def test_what_would_be_too_long_has_no_address(self, links: ChartLinks) -> None:
        """It is shown in characters then."""
        noise = "".join(sha256(bytes([n])).hexdigest() for n in range(100))
        assert links.address(replace(THREE, alt=noise), NOW) == ""

    def test_without_a_public_address_there_is_none(self) -> None:
        """Nothing that could not be fetched is offered."""
        assert ChartLinks(KEY, "").address(THREE, NOW) == ""

    def test_it_tells_nothing(self, links: ChartLinks) -> None:
        """Whoever sees the address sees no word of the chart."""
        assert "Energy" not in str(self.token(links).encode())
        assert links.address(THREE, NOW) != links.address(THREE, NOW)

    def test_it_works_for_a_day(self, links: ChartLinks) -> None:
        """And not a second longer."""
        token = self.token(links)
        assert links.chart(token, NOW + timedelta(hours=24)) == THREE
        assert links.chart(token, NOW + timedelta(hours=24, seconds=1)) is None

    def test_an_older_key_still_reads_it(self, links: ChartLinks) -> None:
        """Keys can be renewed while addresses are about."""
        renewed = ChartLinks(f"{new_key()}, {KEY}", BASE)
        assert renewed.chart(self.token(links), NOW) == THREE

    @pytest.mark.parametrize(
        "keys", ["", f"{KEY},", "short"], ids=["none", "one too many", "short"]
    )
    def test_a_key_that_is_none_is_refused(self, keys: str) -> None:
        """Everybody could derive the same from nothing."""
        with pytest.raises(ValueError, match="Fernet key"):
            ChartLinks(keys, BASE)

    def test_what_the_same_key_made_for_something_else_is_no_chart(self, links: ChartLinks) -> None:
        """An export's address or a stored word opens no chart, and a chart opens no export."""
        export = ExportLinks(KEY, BASE)
        address = export.address("someone", NOW)
        assert address
        word = Fernet(KEY).encrypt_at_time(b"a word", int(NOW.timestamp())).decode()
        for token in (address.rsplit("/", 1)[1], word):
            assert links.chart(token, NOW) is None
        assert export.coachee_id(self.token(links), NOW) is None


class TestServing:
    """The pictures as a platform fetches them."""

    @pytest.fixture
    def clock(self) -> Clock:
        return Clock(NOW)

    @pytest.fixture
    async def http(self, clock: Clock) -> AsyncIterator["TestClient[Any, Any]"]:
        site = web.Application()
        add_routes(site, ChartLinks(KEY, BASE), clock)
        async with TestClient(TestServer(site)) as client:
            yield client

    def path(self, chart: Chart = THREE, kind: str = "png") -> str:
        address = ChartLinks(KEY, BASE).address(chart, NOW).removeprefix(BASE)
        return f"{address.removesuffix('png')}{kind}"

    @pytest.mark.parametrize("chart", [THREE, FULL, ONE, EMPTY], ids=["3", "full", "1", "none"])
    async def test_the_png_is_small(self, http: "TestClient[Any, Any]", chart: Chart) -> None:
        """At most 1,024 pixels wide and 200 kB, whatever it shows."""
        answer = await http.get(self.path(chart))
        assert answer.status == 200
        assert answer.content_type == "image/png"
        body = await answer.read()
        width, height = size(body)
        assert 300 < width <= WIDEST
        assert 100 < height <= WIDEST
        assert len(body) < HEAVIEST

    async def test_the_svg_has_a_name_and_a_description(self, http: "TestClient[Any, Any]") -> None:
        """It is one picture for a screen reader, and markup in a word stays a word."""
        chart = replace(THREE, title="<b>A & B</b>", alt="<script>alert(1)</script>")
        answer = await http.get(self.path(chart, "svg"))
        assert answer.content_type == "image/svg+xml"
        svg = ET.fromstring(await answer.text())  # noqa: S314 - our own
        assert svg.attrib["role"] == "img"
        space = "{http://www.w3.org/2000/svg}"
        assert [one.text for one in svg.iter(f"{space}title")] == [chart.title]
        assert [one.text for one in svg.iter(f"{space}desc")] == [chart.alt]
        assert not list(svg.iter(f"{space}script"))

    async def test_it_shows_every_word_and_each_line_in_its_own_way(
        self, http: "TestClient[Any, Any]"
    ) -> None:
        """Levels, points and names can be read, and lines differ by more than colour."""
        svg = await (await http.get(self.path(THREE, "svg"))).text()
        shown = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
        names = [series.name for series in THREE.series]
        assert sorted(shown) == sorted([*THREE.levels, *THREE.points, *names])
        dashes = re.findall(r'stroke-dasharray="([^"]+)"', svg)
        assert len(set(dashes)) == len(THREE.series)

    async def test_a_picture_is_kept_by_nobody_but_who_asked(
        self, http: "TestClient[Any, Any]"
    ) -> None:
        """And runs nothing, even if it is opened by itself."""
        answer = await http.get(self.path(THREE, "svg"))
        assert answer.headers["Cache-Control"].startswith("private")
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"

    async def test_a_forged_or_late_token_finds_nothing_and_leaves_no_trace(
        self, http: "TestClient[Any, Any]", clock: Clock, caplog: pytest.LogCaptureFixture
    ) -> None:
        """One changed letter, another key, junk, too long, too late: always the same answer."""
        caplog.set_level(logging.DEBUG)
        good = self.path().removeprefix("/charts/").removesuffix(".png")
        other = ChartLinks(new_key(), BASE).address(THREE, NOW).rsplit("/", 1)[1]
        forged = [good[:n] + ("A" if good[n] != "A" else "B") + good[n + 1 :] for n in (9, 40, 90)]
        forged += [other.removesuffix(".png"), good[:-4], "x", "é", "..%2Fhealthz", "%00"]
        forged += ["A" * (LONGEST + 1), good * 9]
        asked = [f"/charts/{token}.{kind}" for token in forged for kind in ("png", "svg")]
        asked += [f"/charts/{good}", f"/charts/{good}.exe", f"/charts/{good}.png/x"]
        assert {(await http.get(path)).status for path in asked} == {404}
        clock.move(timedelta(seconds=LIVES + 1))
        assert (await http.get(self.path())).status == 404
        assert not any(word in caplog.text for word in ("Energy", "Team check-ins", "medium"))


async def test_a_picture_that_fails_is_said_calmly(caplog: pytest.LogCaptureFixture) -> None:
    """The platform may ask again; the log says what kind of fault, and nothing of the chart."""

    def fails(_chart: Drawing, _kind: Kind) -> bytes:
        raise NotDrawn("TimeoutExpired")

    links, site = ChartLinks(KEY, BASE), web.Application()
    add_routes(site, links, lambda: NOW, fails)
    async with TestClient(TestServer(site)) as client:
        path = links.address(THREE, NOW).removeprefix(BASE)
        assert (await client.get(path)).status == 503
    (said,) = [record for record in caplog.records if record.message == "chart_not_drawn"]
    assert said.__dict__["reason"] == "TimeoutExpired"


class TestDrawing:
    """The program that draws, and what is kept of its work."""

    def test_gaps_stay_open(self) -> None:
        """A line ends where nothing is known and begins anew after it."""
        gap = replace(THREE, series=(Series("Energy", (0, None, 2)),))
        runs = [
            [dot["run"] for dot in layer["data"]["values"]]
            for layer in specification(gap)["layer"]
            if layer["mark"]["type"] == "line"
        ]
        assert len(runs) == 1
        assert len(set(runs[0])) == len(runs[0]) == 2

    def test_lines_on_the_same_level_do_not_hide_each_other(self) -> None:
        """Each series has a lane of its own within the level's band."""
        same = tuple(Series(f"s{n}", (2, 2, 2)) for n in range(4))
        dots = [
            layer["data"]["values"][0]["y"]
            for layer in specification(replace(THREE, series=same))["layer"]
            if layer["mark"]["type"] == "point"
        ]
        assert len(set(dots)) == 4
        assert min(b - a for a, b in pairwise(dots)) >= 14

    @pytest.mark.parametrize("points", range(1, 13))
    def test_as_many_points_are_named_as_there_is_room_for(self, points: int) -> None:
        """The first and the last always, and no two run into each other."""
        dates = tuple(f"{day} sept." for day in range(10, 10 + points))
        (names,) = (
            layer["data"]["values"]
            for layer in specification(replace(THREE, points=dates, series=()))["layer"]
            if layer["mark"].get("align") == "center"
        )
        shown = [name["text"] for name in names]
        assert shown[0] == dates[0]
        assert shown[-1] == dates[-1]
        assert all(b["x"] - a["x"] > 55 for a, b in pairwise(names))

    async def test_a_picture_is_drawn_once(self) -> None:
        """What is asked for again comes from memory, until there is too much of it."""
        drawn: list[Chart] = []

        def counted(chart: Chart, kind: Kind) -> bytes:
            drawn.append(chart)
            return f"{chart.title} {kind}".encode()

        pictures = Pictures(counted, most=2)
        asked = [pictures.get(chart, "png") for chart in (THREE, replace(THREE), ONE, THREE)]
        assert len(set(await asyncio.gather(*asked))) == 1
        assert drawn == [THREE, ONE]
        for chart in (EMPTY, THREE, ONE):
            await pictures.get(chart, "png")
        assert drawn == [THREE, ONE, EMPTY, ONE], "the one not asked for longest goes"
        await pictures.get(ONE, "svg")
        assert len(drawn) == 5

    async def test_nothing_is_fetched_while_drawing(self) -> None:
        """Even a specification that names an address gets nothing from there."""
        asked: list[str] = []

        async def serve(request: web.Request) -> web.Response:
            asked.append(request.path)
            return web.json_response([{"x": 1, "y": 1}])

        site = web.Application()
        site.router.add_get("/{any:.*}", serve)
        async with TestServer(site) as server:
            address = str(server.make_url("/x.png"))
            values = {"data": {"values": [{"x": 1}]}, "encoding": {"x": {"field": "x"}}}
            for outside in (
                {**values, "mark": "point", "data": {"url": address}},
                {**values, "mark": {"type": "image", "url": address}},
            ):
                with pytest.raises(NotDrawn):
                    await asyncio.to_thread(draw, outside, "png")
            assert await asyncio.to_thread(draw, {**values, "mark": "point"}, "png")
        assert asked == []

    def test_a_chart_names_no_address(self) -> None:
        """There is nothing in it that could be fetched, but the name of its own grammar."""
        named = str({**specification(FULL), "$schema": ""})
        assert "http" not in named
        assert "url" not in named

    def test_words_are_never_read_as_expressions(self) -> None:
        """Whatever the words are, they are values of the data and nothing else."""
        odd = "datum.x} \"'); throw 1 //"
        chart = Chart(odd, (odd,), (odd, odd), (Series(odd, (1,)),), odd)
        svg = draw(specification(chart), "svg").decode()
        assert svg.count("datum.x}") >= 3

    def test_what_cannot_be_drawn_says_so_without_its_words(self) -> None:
        """The error goes to the log, so it names no word of the chart."""
        with pytest.raises(NotDrawn) as refused:
            draw({"mark": "Energy of the team"}, "png")
        assert "Energy" not in str(refused.value)
        assert refused.value.__cause__ is None
        assert refused.value.__suppress_context__

    def test_serving_does_not_load_the_drawing_library(self) -> None:
        """Start-up and everything else stay as fast as they were."""
        source = Path("adapters/web").glob("*.py")
        users = [path.name for path in source if "import vl_convert" in path.read_text()]
        assert users == ["drawing.py"]
