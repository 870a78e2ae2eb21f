"""The page that takes a campaign's list: what it says, what it takes, and who may bring one."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from aiohttp import FormData, web
from aiohttp.test_utils import TestClient, TestServer
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from adapters.web import audience, notice
from adapters.web.audience import LIVES, BroughtList, ListLinks
from bot.errors import Busy
from bot.language import LANGS, Lang, Wording
from storage.cipher import new_key
from tests.browsers import chromium, needs_chromium
from tests.databases import KEY
from tests.fakes import Clock
from tests.playground_script import served
from tests.world import MONDAY

ADDRESS = "https://declic.example"
WORDING = {
    "campaign_list.bad_mail": Wording(
        "Line {line}: “{value}” is no mail address.", "Ligne {line}\xa0: «\xa0{value}\xa0»."
    ),
    "campaign_list.no_mail_column": Wording("No addresses here.", "Aucune adresse ici."),
}
CALM = {"en": "before the launch is confirmed", "fr": "avant la confirmation du lancement"}


@dataclass(frozen=True, slots=True)
class ALine:
    line: int
    reason: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class AList:
    rows: tuple[str, ...]
    faults: tuple[ALine, ...]


@dataclass
class Campaigns:
    """Takes lists of one address a line, each link's once, as long as nothing speaks against it."""

    brought: list[tuple[str, str, bytes, str]] = field(default_factory=list)
    instead: BroughtList | None = None
    busy: bool = False

    async def bring(
        self, coachee_id: str, campaign_id: str, content: bytes, key: str
    ) -> BroughtList:
        if self.busy:
            raise Busy(key)
        if self.instead is not None:
            return self.instead
        if key in {known for *_, known in self.brought}:
            return BroughtList("used")
        lines = content.decode(errors="replace").splitlines()
        rows = tuple(line for line in lines if "@" in line)
        faults = [ALine(n, "bad_mail", one) for n, one in enumerate(lines, 1) if "@" not in one]
        if rows:
            self.brought.append((coachee_id, campaign_id, content, key))
        return BroughtList("taken", AList(rows, tuple(faults)))


LINKS = ListLinks(KEY, ADDRESS)


def path_of(lang: Lang = "en", links: ListLinks = LINKS) -> str:
    address = links.address("hr-1", "campaign-1", lang, MONDAY)
    assert address is not None
    return address.removeprefix(ADDRESS)


@pytest.fixture
def clock() -> Clock:
    return Clock(MONDAY)


@pytest.fixture
def campaigns() -> Campaigns:
    return Campaigns()


def site(campaigns: Campaigns, clock: Clock) -> web.Application:
    app = web.Application()
    audience.add_routes(app, LINKS, campaigns.bring, WORDING, clock)
    notice.add_routes(app)
    return app


@dataclass
class Reader:
    """A browser without a screen."""

    http: TestClient[Any, Any]

    async def get(self, path: str, status: int = 200, asks: str = "en") -> str:
        async with self.http.get(path, headers={"Accept-Language": asks}) as answer:
            assert answer.status == status
            return unescape(await answer.text())

    async def send(self, path: str, content: bytes, status: int = 200) -> str:
        async with self.http.post(path, data=a_form(content)) as answer:
            assert answer.status == status
            return unescape(await answer.text())


def a_form(content: bytes, name: str = "list") -> FormData:
    form = FormData()
    form.add_field(name, BytesIO(content), filename="list.csv", content_type="text/csv")
    return form


@pytest.fixture
async def reader(campaigns: Campaigns, clock: Clock) -> AsyncIterator[Reader]:
    async with TestClient(TestServer(site(campaigns, clock))) as http:
        yield Reader(http)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ("Add people from a list", "time zone", "An example", "at most 20 MB")),
        ("fr", ("Ajouter des personnes", "fuseau", "Un exemple", "20\xa0Mo au plus")),
    ],
)
async def test_the_page_explains_itself_in_the_language_of_the_link(
    reader: Reader, lang: Lang, said: tuple[str, ...]
) -> None:
    """What the columns mean, an example, the limit, and that nothing is sent yet."""
    read = await reader.get(path_of(lang), asks="de")
    assert [one for one in (*said, CALM[lang]) if one not in read] == []
    assert f"<html lang='{lang}'>" in read
    assert "{" not in read.partition("</style>")[2]


async def test_the_page_can_load_and_run_nothing(reader: Reader) -> None:
    """No script, nothing from elsewhere, no copy kept, and no address told to anybody."""
    async with reader.http.get(path_of()) as answer:
        policy, read = answer.headers["Content-Security-Policy"], await answer.text()
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "<script" not in read
    assert "style='" not in read
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


async def test_a_list_arrives_byte_for_byte(reader: Reader, campaigns: Campaigns) -> None:
    """Whatever its bytes, with who brings it and to which campaign."""
    content = b"\xef\xbb\xbfada@example.org;\xe9quipe\r\n\x00--\r\n" * 60_000
    await reader.send(path_of(), content)
    ((who, campaign, got, _key),) = campaigns.brought
    assert (who, campaign) == ("hr-1", "campaign-1")
    assert sha256(got).digest() == sha256(content).digest()


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "2,500 people understood"), ("fr", "2\u202f500\xa0personnes reconnues")],
)
async def test_people_are_counted_and_lines_named(reader: Reader, lang: Lang, said: str) -> None:
    """How many, then each line with its reason, and that nothing is sent yet."""
    read = await reader.send(path_of(lang), b"a@example.org\n" * 2500 + b"ada at example\n")
    assert f"<h1>{said}</h1>" in read
    assert CALM[lang] in read
    assert ("<li>Line 2,501: “" if lang == "en" else "<li>Ligne 2\u202f501\xa0: «") in read
    assert "ada at example" in read
    assert "<form" not in read


async def test_one_person_is_not_people(reader: Reader) -> None:
    """And without faults there is nothing to check."""
    read = await reader.send(path_of(), b"a@example.org")
    assert "1 person understood" in read
    assert "to check" not in read


async def test_two_hundred_lines_are_named_and_the_others_counted(reader: Reader) -> None:
    """A page can be read to its end."""
    read = await reader.send(path_of(), b"a@example.org\n" + b"none\n" * 250)
    assert read.count("<li>") == 200
    assert "Lines to check: 250" in read
    assert "And 50 more." in read


async def test_a_fault_of_the_whole_file_has_no_line(reader: Reader, campaigns: Campaigns) -> None:
    """Its text stands alone."""
    campaigns.instead = BroughtList("taken", AList((), (ALine(0, "no_mail_column"),)))
    assert "<li>No addresses here.</li>" in await reader.send(path_of(), b"x", 422)


async def test_what_stands_in_a_list_is_never_markup(reader: Reader) -> None:
    """Nor is it read as a gap to fill."""
    async with reader.http.post(path_of(), data=a_form(b"a@b.c\n<b>'\"&{line}</b>")) as answer:
        read = await answer.text()
    assert "&lt;b&gt;&#x27;&quot;&amp;{line}&lt;/b&gt;" in read
    assert "<b>" not in read


async def test_without_a_person_the_link_goes_on(reader: Reader, campaigns: Campaigns) -> None:
    """The faults are named, and the next file is taken at the same place."""
    path = path_of()
    read = await reader.send(path, b"nobody\n", 422)
    assert "No person was understood" in read
    assert "“nobody” is no mail address." in read
    assert "type='file'" in read
    await reader.send(path, b"a@example.org\n")
    assert len(campaigns.brought) == 1


@pytest.mark.parametrize("lang", LANGS)
async def test_a_link_brings_one_list(reader: Reader, campaigns: Campaigns, lang: Lang) -> None:
    """Sent again, from the same page or a reload, it says so; another link works."""
    path = path_of(lang)
    await reader.send(path, b"a@example.org\n")
    read = await reader.send(path, b"b@example.org\n", 409)
    assert ("has been used" if lang == "en" else "a déjà servi") in read
    await reader.send(path_of(lang), b"b@example.org\n")
    assert len(campaigns.brought) == 2


def test_a_link_written_in_another_way_is_the_same_link() -> None:
    """The last letter of a token has bits that mean nothing; they make no second link."""
    token = path_of().rsplit("/", 1)[1]
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    last = letters[letters.index(token.rstrip("=")[-1]) ^ 1]
    twin = f"{token.rstrip('=')[:-1]}{last}{'=' * token.count('=')}"
    assert urlsafe_b64encode(urlsafe_b64decode(twin)).decode() == token
    first, second = LINKS.errand(token, MONDAY), LINKS.errand(twin, MONDAY)
    assert twin != token
    assert first is not None
    assert first == second


@pytest.mark.parametrize(
    ("state", "status", "said"),
    [
        ("refused", 403, {"en": "no role any more", "fr": "plus de rôle"}),
        ("closed", 409, {"en": "not a draft any more", "fr": "plus un brouillon"}),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
async def test_who_may_not_bring_it_is_told_calmly(
    reader: Reader, campaigns: Campaigns, lang: Lang, state: Any, status: int, said: dict[Lang, str]
) -> None:
    """Somebody whose role was taken back, and a campaign that was launched meanwhile."""
    campaigns.instead = BroughtList(state)
    read = await reader.send(path_of(lang), b"a@example.org\n", status)
    assert said[lang] in read
    assert "<form" not in read


async def test_a_link_works_for_half_an_hour(reader: Reader, clock: Clock) -> None:
    """And not a second longer, neither to look nor to send; then in the browser's language."""
    path = path_of()
    clock.move(timedelta(seconds=LIVES))
    await reader.get(path)
    clock.move(timedelta(seconds=1))
    assert "works for 30 minutes" in await reader.get(path, 404)
    assert "fonctionne 30\xa0minutes" in await reader.get(path, 404, asks="fr-CA")
    assert "no longer works" in await reader.send(path, b"a@example.org", 404)


async def test_a_forged_link_takes_nothing(reader: Reader, campaigns: Campaigns) -> None:
    """One changed letter, another key, an export's link, junk: always the same answer."""
    token = path_of().rsplit("/", 1)[1]
    letters = [("A" if token[n] != "A" else "B", n) for n in range(5, len(token) - 2, 7)]
    forged = [token[:n] + letter + token[n + 1 :] for letter, n in letters]
    other = path_of(links=ListLinks(new_key(), ADDRESS)).rsplit("/", 1)[1]
    forged += [other, "x", "é", "%00", token[:-4], f"{token}!"]
    for one in forged:
        assert "no longer works" in await reader.get(f"/campaign-list/{one}", 404)
        await reader.send(f"/campaign-list/{one}", b"a@example.org", 404)
    assert campaigns.brought == []


def test_a_link_tells_nothing_and_needs_a_public_address() -> None:
    """Neither who nor which campaign can be read from it."""
    assert b"hr-1" not in urlsafe_b64decode(path_of().rsplit("/", 1)[1])
    assert ListLinks(KEY, "").address("hr-1", "campaign-1", "en", MONDAY) is None


@pytest.mark.parametrize(
    ("body", "headers", "status", "said"),
    [
        (a_form(b""), {}, 422, "Choose a file first."),
        (a_form(b"a@example.org", "other"), {}, 422, "Choose a file first."),
        (b"a@example.org", {"Content-Type": "text/csv"}, 400, "did not arrive whole"),
        (b"cut", {"Content-Type": "multipart/form-data; boundary=b"}, 400, "did not arrive whole"),
        (b"cut", {"Content-Type": "multipart/form-data"}, 400, "did not arrive whole"),
        (
            b'--b\r\nContent-Disposition: form-data; name="list"\r\n\r\na@example.org',
            {"Content-Type": "multipart/form-data; boundary=b"},
            400,
            "did not arrive whole",
        ),
    ],
)
async def test_what_is_no_list_is_asked_for_again(
    reader: Reader, campaigns: Campaigns, body: Any, headers: dict[str, str], status: int, said: str
) -> None:
    """No file, an empty one, another form, and what was cut off on the way."""
    async with reader.http.post(path_of(), data=body, headers=headers) as answer:
        assert answer.status == status
        read = await answer.text()
    assert said in read
    assert "type='file'" in read
    assert campaigns.brought == []


async def test_twenty_megabytes_are_taken_and_no_more(reader: Reader, campaigns: Campaigns) -> None:
    """The limit is said, and the link is not used up."""
    most = b"a@example.org\n" + b"x" * (20_000_000 - 14)
    path = path_of()
    assert "more than 20 MB" in await reader.send(path, most + b"x", 413)
    assert campaigns.brought == []
    await reader.send(path, most)
    assert len(campaigns.brought) == 1


async def test_a_busy_store_is_said_calmly(reader: Reader, campaigns: Campaigns) -> None:
    """Nothing was changed, and the file can be sent again."""
    campaigns.busy = True
    read = await reader.send(path_of(), b"a@example.org\n", 503)
    assert "nothing was changed" in read
    assert "type='file'" in read


@needs_chromium
class TestInABrowser:
    """The page as it is seen and used, without JavaScript."""

    @pytest.fixture
    def browser(self) -> Iterator[Browser]:
        """Each for itself: there are event loops in this file."""
        with chromium() as running:
            yield running

    @pytest.fixture
    def url(self, campaigns: Campaigns, clock: Clock) -> Iterator[str]:
        with served(site(campaigns, clock)) as address:
            yield address.removesuffix("/playground")

    @pytest.fixture
    def mixed(self, tmp_path: Path) -> Path:
        """A list with a good line, and a bad one that is long."""
        file = tmp_path / "list.csv"
        file.write_text(f"ada@example.org\n{'ada-at-example' * 12}\n")
        return file

    def test_a_list_is_brought_without_javascript(
        self, browser: Browser, url: str, mixed: Path, campaigns: Campaigns
    ) -> None:
        """Chosen by its label, sent by the one button; a reload says that it was brought."""
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto(url + path_of())
        page.get_by_label("Your file").set_input_files(mixed)
        page.get_by_role("button", name="Read the list").click()
        expect(page.get_by_role("heading", name="1 person understood")).to_be_visible()
        expect(page.get_by_role("listitem")).to_contain_text("is no mail address.")
        page.reload()
        expect(page.get_by_role("heading", name="This link has been used")).to_be_visible()
        assert len(campaigns.brought) == 1

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("width", [1280, 390])
    def test_axe_finds_nothing(
        self, browser: Browser, url: str, mixed: Path, scheme: Any, width: int
    ) -> None:
        """The form, the form with faults, what was understood, a refusal, and the notices."""
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
        )
        page = context.new_page()
        path, nothing = path_of("fr"), mixed.with_name("nothing.csv")
        nothing.write_text("personne\n")
        page.goto(url + path)
        check(page)
        for file, heading in ((nothing, "Ajouter des"), (mixed, "1 personne"), (mixed, "servi")):
            if not page.locator("#file").count():
                page.goto(url + path)
            page.get_by_label("Votre fichier").set_input_files(file)
            page.get_by_role("button", name="Lire la liste").click()
            expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
            check(page)
        for notice_path in ("/privacy", "/terms"):
            page.goto(url + notice_path)
            check(page)

    def test_the_look_is_allowed_by_the_policy(self, browser: Browser, url: str) -> None:
        """The style is the one whose hash the policy names; nothing is refused."""
        page, refused = browser.new_page(color_scheme="dark"), list[str]()
        page.on("console", lambda said: refused.append(said.text))
        page.goto(url + path_of())
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 25, 27)"
        assert refused == []


def check(page: Page) -> None:
    """Fail on anything that axe finds, and on side scrolling."""
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
