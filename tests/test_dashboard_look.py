"""The page of figures in a real browser: on a phone, in the dark, by keyboard, without script."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from aiohttp import web
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from adapters.web.dashboard.routes import Access, Source, Texts, add_routes
from adapters.web.dashboard.way_in import DashboardLinks
from bot.campaigns.arrivals import Entry, Visit
from bot.campaigns.looking import Standing
from bot.language import LANGS, Lang
from bot.measuring.excerpts import Excerpt
from bot.measuring.published import Closed, Month
from tests.browsers import needs_chromium
from tests.databases import KEY
from tests.fakes import Clock
from tests.figures import cut, year
from tests.playground_script import served
from tests.world import library

pytestmark = needs_chromium

CLOCK = Clock()
SIZES = {"phone": (360, 780), "tablet": (800, 1100), "desktop": (1280, 900)}
HOST = "http://127.0.0.1"


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """A page of figures to which everybody with a link may come."""
    app = web.Application()
    kept, used = year(), set[str]()

    async def enter(visit: Visit) -> Entry:
        if visit.key in used:
            return "used"
        used.add(visit.key)
        return "entered"

    async def stands(_visit: Visit) -> Standing:
        return "open"

    async def note(_visit: Visit, _month: Month, _group: str) -> Standing:
        return "open"

    async def months() -> Sequence[Month]:
        return list(kept)

    async def read(asked: Sequence[Excerpt]) -> list[Closed | None]:
        return [cut(kept.get(one.month), one) for one in asked]

    themes = {name: theme.title for name, theme in library().themes.items()}
    add_routes(
        app,
        DashboardLinks(KEY, HOST),
        Access(enter, stands, note),
        Source(months, read),
        Texts(library().wording, themes),
        CLOCK,
    )
    with served(app) as url:
        yield url.removesuffix("/playground")


@contextmanager
def visiting(
    browser: Browser, site: str, lang: Lang = "en", size: str = "desktop", scheme: str = "light"
) -> Iterator[Page]:
    """Come in by a link, by pressing its button, where no script runs."""
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=False,
    )
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = _inside(context, site, lang)
    yield page
    assert [url for url in asked if not url.startswith(site)] == []
    context.close()


def _inside(context: BrowserContext, site: str, lang: Lang) -> Page:
    link = DashboardLinks(KEY, site).address("hr", "hr", lang, CLOCK())
    CLOCK.at = CLOCK.at.replace(microsecond=(CLOCK.at.microsecond + 1) % 1_000_000)
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.goto(link or "")
    page.get_by_role("button").click()
    _with_pictures(page)
    return page


def _with_pictures(page: Page) -> None:
    """Open it again until its pictures are drawn, as somebody would."""
    for _ in range(40):
        if page.locator("main svg").count():
            return
        page.wait_for_timeout(250)
        page.reload()
    raise AssertionError("the pictures are never drawn")


@pytest.mark.parametrize(
    ("lang", "size", "scheme"),
    [
        (LANGS[(wide + dark) % len(LANGS)], size, scheme)
        for wide, size in enumerate(SIZES)
        for dark, scheme in enumerate(("light", "dark"))
    ],
)
def test_everybody_can_read_it(
    browser: Browser, site: str, lang: Lang, size: str, scheme: str
) -> None:
    """Nothing that axe finds, nothing cut off at the side, nothing fetched from elsewhere."""
    with visiting(browser, site, lang, size, scheme) as page:
        html = page.content()
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height})
    context.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html"))
    again = context.new_page()
    again.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    again.goto("http://shown.example/")
    assert [one["id"] for one in Axe().run(again).response["violations"]] == []
    assert again.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_the_pickers_work_without_script(browser: Browser, site: str) -> None:
    """Choosing a month and a department is a form."""
    with visiting(browser, site) as page:
        page.get_by_role("combobox", name="Month").select_option("2026-08")
        page.get_by_role("combobox", name="Group").select_option("R&D")
        page.get_by_role("button", name="Show").press("Enter")
        expect(page.locator(".lead")).to_have_text("August 2026 · R&D")
        expect(page.get_by_role("combobox", name="Group")).to_have_value("R&D")
        expect(page.get_by_role("heading", name="Time to answer")).to_have_count(0)


def test_a_link_used_twice_says_so(browser: Browser, site: str) -> None:
    """With the way to a new one."""
    link = DashboardLinks(KEY, site).address("hr", "hr", "fr", CLOCK())
    page = browser.new_page(java_script_enabled=False)
    for _ in range(2):
        page.goto(link or "")
        page.get_by_role("button").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ce lien a déjà servi")
    expect(page.locator("main")).to_contain_text("campagne tableau")
    page.close()


def test_pictures_are_named_and_their_figures_stand_beside_them(
    browser: Browser, site: str
) -> None:
    """A screen reader hears a name, then reads the table."""
    with visiting(browser, site) as page:
        picture = page.get_by_role("img", name="Chart. Kept, month by month. Latest: 62%.")
        expect(picture).to_have_count(1)
        table = page.locator(".picture", has=picture).get_by_role("table")
        expect(table.get_by_role("row")).to_have_count(7)
        expect(table.get_by_role("row").last).to_contain_text("Oct 2026")


@pytest.mark.parametrize(
    ("lang", "theme", "place"),
    [
        ("en", "Delegation", "People leave most often at question 3 of 6"),
        ("fr", "Déléguer", "On s’arrête le plus souvent à la question 3 sur 6"),
    ],
)
def test_how_a_theme_is_left_stands_below_its_name(
    browser: Browser, site: str, lang: Lang, theme: str, place: str
) -> None:
    """A screen reader goes from theme to theme; paper has it all."""
    with visiting(browser, site, lang, "phone") as page:
        page.locator(".below ~ details summary").press("Enter")
        card = page.get_by_role("listitem").filter(
            has=page.get_by_role("heading", level=4, name=theme)
        )
        expect(card).to_contain_text(place)
        page.emulate_media(media="print")
        expect(card.get_by_text(place)).to_be_visible()


def test_on_paper_there_are_figures_and_no_controls(browser: Browser, site: str) -> None:
    """Black on white, whatever the screen looked like."""
    with visiting(browser, site, size="tablet", scheme="dark") as page:
        page.set_viewport_size({"width": 718, "height": 1000})  # what A4 has between its margins
        page.emulate_media(media="print", color_scheme="dark")
        expect(page.get_by_role("heading", name="Commitments", exact=True)).to_be_visible()
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 718
        for control in ("form", "nav", ".away"):
            expect(page.locator(control).first).to_be_hidden()
        shown = page.locator("main").evaluate_all  # no script runs in the page itself
        assert shown("all => all.map(one => getComputedStyle(one).backgroundColor)") == [
            "rgb(255, 255, 255)"
        ]


def test_a_picture_can_be_taken_along(browser: Browser, site: str) -> None:
    """By keyboard as by mouse."""
    with visiting(browser, site) as page:
        link = page.get_by_role("link", name="Download the picture (PNG): Usefulness")
        with page.expect_download() as download:
            link.press("Enter")
        assert download.value.suggested_filename == "declic-2026-10.useful.png"


def test_what_has_no_mark_cannot_be_taken_along(browser: Browser, site: str) -> None:
    """Whoever writes the address by hand reads that there is no such picture."""
    with visiting(browser, site) as page:
        found = page.goto(f"{site}/dashboard/kept.png?month=2026-10&group=Legal")
        assert found
        assert found.status == 400
        expect(page.get_by_role("heading", level=1)).to_have_text("There is no such view")
