"""The playground's page in a real browser: what a person sees, presses and hears."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect

from adapters.web import charts
from adapters.web.charts import ChartLinks
from bot.events import ChannelJoined, Clicked, Said, Submitted
from bot.messages import Chart, Message, Series
from storage.cipher import new_key
from tests.browsers import needs_chromium
from tests.playground_script import START, Script, build, served

pytestmark = needs_chromium


@pytest.fixture
def script_and_url(tmp_path: Path) -> Iterator[tuple[Script, str]]:
    began = time.monotonic()
    app, script = build(
        tmp_path / "playground.db", lambda: START + timedelta(seconds=time.monotonic() - began)
    )
    charts.add_routes(app, CHARTS, lambda: START)
    with served(app) as url:
        yield script, url


OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, script_and_url: tuple[Script, str]) -> Iterator[OpenPage]:
    """Open the page; a fault in its script or a load from elsewhere fails the test."""
    faults: list[str] = []
    contexts = []

    def opened(
        scheme: str = "light", width: int = 1280, locale: str = "en-IE", *, fails: bool = False
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
            locale=locale,
            timezone_id="Europe/Dublin",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        if not fails:
            page.on(
                "console", lambda said: faults.append(said.text) if said.type == "error" else None
            )
        page.on("request", lambda asked: faults.append(asked.url) if _foreign(asked.url) else None)
        page.set_default_timeout(5_000)
        page.goto(script_and_url[1])
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


def _foreign(url: str) -> bool:
    return not url.startswith("http://127.0.0.1:")


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_page()


@pytest.fixture
def alex(page: Page) -> Page:
    page.get_by_role("button", name="Alex, Dublin").click()
    expect(page.get_by_role("heading", name="Hello, I am Déclic")).to_be_visible()
    return page


CHARTS = ChartLinks(new_key(), "http://localhost:8000")
RESULTS = Chart(
    "Team check-ins",
    ("5 Nov", "19 Nov", "3 Dec"),
    ("low", "medium", "high"),
    (Series("Energy", (0, 1, 2)),),
    "Energy rose from low to high.",
)


def write(page: Page, text: str) -> None:
    page.get_by_label("Write to Déclic").fill(text)
    page.keyboard.press("Enter")


def latest(page: Page) -> Locator:
    return page.locator(".entry.bot").last


def test_the_first_visit_offers_three_people_and_an_own_one(page: Page) -> None:
    """Two managers and somebody of HR; one press on a ready-made person leads into the chat."""
    expect(page.get_by_role("heading", name="Play a manager")).to_be_visible()
    offered = page.locator(".persona .name")
    expect(offered).to_have_text(
        [
            "Alex, Dublinin English",
            "Camille, Lyonin French",
            "Robin, LondonHRin English, launches campaigns",
            "Somebody elseOwn name, language and time zone",
        ]
    )
    page.get_by_role("button", name="Alex, Dublin").click()
    expect(page.get_by_role("log")).to_contain_text("3 to 7 minutes")
    expect(page.get_by_role("heading", name="Play a manager")).to_be_hidden()


def test_an_own_person_is_added_with_the_browsers_zone(open_page: OpenPage) -> None:
    """Zone and language are filled in; a missing name and a wrong zone are said at the field."""
    page = open_page(fails=True)
    page.get_by_role("button", name="Somebody else").click()
    dialog = page.get_by_role("dialog", name="Add a person")
    zone = dialog.get_by_label("Time zone")
    expect(zone).to_have_value("Europe/Dublin")
    expect(dialog.get_by_label("Language")).to_have_value("en-IE")
    dialog.get_by_role("button", name="Start").click()
    expect(dialog.get_by_label("First name")).to_have_accessible_description(
        "Only shown on this page. The bot can ask for a made-up mail address. "
        "A name of 1 to 60 characters."
    )
    dialog.get_by_label("First name").fill("<b>Noor</b>")
    zone.fill("Europe/Atlantis")
    dialog.get_by_role("button", name="Start").click()
    expect(zone).to_have_attribute("aria-invalid", "true")
    zone.fill("Asia/Tokyo")
    dialog.get_by_role("button", name="Start").click()
    expect(dialog).to_be_hidden()
    expect(page.locator("#who")).to_have_text("<b>Noor</b>")
    expect(page.locator("#time")).to_have_text("18:30")


def test_french_is_french_everywhere(open_page: OpenPage) -> None:
    """A French browser is welcomed in French; a French person's page speaks French."""
    page = open_page(locale="fr-FR")
    expect(page.get_by_role("heading", name="Jouez un manager")).to_be_visible()
    page.get_by_role("button", name="Camille, Lyon").click()
    expect(page.get_by_role("button", name="Message suivant")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.locator("#date")).to_have_text("Lundi 23 novembre 2026")
    expect(page.locator("#time")).to_have_text("10:30")


def test_a_press_updates_the_message_in_place(alex: Page) -> None:
    """The question becomes a receipt where it stands, and the next one follows."""
    first = alex.locator(".entry.bot").first
    first.get_by_role("button", name="Let’s begin").click()
    expect(first.get_by_role("button", name="Change")).to_be_visible()
    expect(first).to_contain_text("edited")
    expect(first).to_have_class("entry bot touched")
    expect(alex.locator(".entry.bot")).to_have_count(2)
    alex.get_by_role("button", name="5, Completely").click()
    expect(latest(alex)).to_contain_text("You chose 5 of 5.")
    expect(alex.locator(".entry.bot")).to_have_count(2)
    assert alex.evaluate("document.activeElement.closest('.entry') !== null"), "focus is kept"


def test_words_and_commands_are_sent_with_enter(
    alex: Page, script_and_url: tuple[Script, str]
) -> None:
    """Words become a bubble, never markup; hints follow what is typed and send themselves."""
    write(alex, "<img src=x onerror=alert(1)> & co")
    expect(alex.locator(".bubble")).to_have_text("<img src=x onerror=alert(1)> & co")
    expect(latest(alex)).to_contain_text("I have noted that.")
    alex.get_by_label("Write to Déclic").fill("/coach s")
    hints = alex.get_by_role("group", name="Commands").get_by_role("button")
    expect(hints).to_have_text(
        ["/coach start", "/coach stuck", "/coach settings", "/coach snooze", "/coach stop"]
    )
    alex.get_by_role("button", name="/coach stuck").click()
    expect(alex.locator(".bubble").last).to_have_text("/coach stuck")
    expect(alex.get_by_label("Write to Déclic")).to_have_value("")
    expect(alex.get_by_label("Write to Déclic")).to_be_focused()
    assert [type(event).__name__ for event in script_and_url[0].events] == [
        "Opened",
        "Said",
        "Commanded",
    ]


def test_own_words_can_be_deleted(alex: Page) -> None:
    """As on the platforms, a person takes back what they wrote."""
    write(alex, "too much said")
    alex.locator(".own").hover()
    alex.get_by_role("button", name="Delete what you wrote: too much said").click()
    expect(alex.locator(".bubble")).to_have_count(0)


def test_every_element_is_shown_and_sends_what_it_should(
    alex: Page, script_and_url: tuple[Script, str]
) -> None:
    """Facts, progress, days, lists and danger: seen, pressed, and told to the engine."""
    write(alex, "/coach plan")
    card = latest(alex)
    expect(card.locator("dt").first).to_have_text("Commitment")
    bar = card.get_by_role("progressbar", name="3 of 5 steps done")
    assert bar.evaluate("bar => bar.value / bar.max") == pytest.approx(0.6)
    link = card.get_by_role("link", name="Read the tool card (opens in a new tab)")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    card.get_by_label("Another day").fill("2026-12-01")
    card.get_by_role("button", name="Set the day").click()
    card.get_by_role("button", name="Wednesday").click()
    card.get_by_label("Monday").check()
    card.get_by_label("Wednesday").check()
    expect(card.get_by_label("Tuesday")).to_be_disabled()
    card.get_by_role("button", name="Save the days").click()
    card.get_by_role("button", name="Drop it").click()
    question = alex.get_by_role("dialog", name="Drop this commitment for good?")
    question.get_by_role("button", name="Cancel").click()
    card.get_by_role("button", name="Drop it").click()
    question.get_by_role("button", name="Yes, go on").click()
    expect(alex.locator(".toast")).to_have_text(["Noted."])
    write(alex, "/coach themes")
    save = latest(alex).get_by_role("button", name="Save")
    expect(save).to_be_disabled()
    latest(alex).get_by_label("Meetings").check()
    save.click()
    expect(save).to_be_enabled()
    expect(alex.locator("body.busy")).to_have_count(0)
    clicks = [event for event in script_and_url[0].events if isinstance(event, Clicked)]
    assert [(event.token, event.option, dict(event.values)) for event in clicks] == [
        ("t-when", "date", {"date": "2026-12-01"}),
        ("t-when", "2026-11-25", {}),
        ("t-multi", "save", {"chosen": ["mon", "wed"]}),
        ("t-plan", "drop", {}),
        ("t-theme", "meetings", {}),
    ]


def test_the_footer_says_who_sees_and_leads_to_help_and_menu(alex: Page) -> None:
    """Help comes for the person alone and goes at a press; the menu works by keyboard."""
    card = latest(alex)
    expect(card.locator(".footer")).to_contain_text("Only you · kept 90 days")
    card.get_by_role("button", name="More actions").focus()
    alex.keyboard.press("Enter")
    expect(card.get_by_role("button", name="Take a break")).to_be_visible()
    alex.keyboard.press("Escape")
    expect(card.get_by_role("button", name="Take a break")).to_be_hidden()
    expect(card.get_by_role("button", name="More actions")).to_be_focused()
    for _ in range(2):
        card.get_by_role("button", name="Help").click()
    expect(alex.locator(".transient")).to_have_count(1)
    expect(latest(alex)).to_contain_text("Only you see this, and it is not kept.")
    latest(alex).get_by_role("button", name="Dismiss").click()
    expect(alex.locator(".transient")).to_have_count(0)


def test_a_chart_is_read_in_words_until_it_is_drawn(
    alex: Page, script_and_url: tuple[Script, str]
) -> None:
    """Drawing takes seconds; meanwhile nobody looks at an empty place."""
    held: list[Route] = []
    alex.route("**/charts/**", lambda route: held.append(route))  # noqa: PLW0108 - Playwright takes no builtin
    show(script_and_url[0], replace(RESULTS, url=CHARTS.address(RESULTS, START)))
    words = latest(alex).get_by_role("listitem")
    expect(words).to_have_text(["Energy ▁▄█ low, medium, high"])
    held[0].continue_()
    expect(alex.get_by_role("img", name=RESULTS.alt)).to_be_visible(timeout=20_000)
    expect(words).to_have_count(0)


def test_a_form_names_its_errors_and_closes_when_it_is_right(
    alex: Page, script_and_url: tuple[Script, str]
) -> None:
    """Initial values, a missing answer, an answer refused, a reload, an accepted answer."""
    write(alex, "/coach plan")
    alex.get_by_role("button", name="Write a commitment").click()
    form = alex.get_by_role("dialog", name="One commitment")
    expect(form.get_by_role("textbox", name="What will you do?")).to_be_focused()
    expect(form.get_by_label("Until when?")).to_have_value("2026-11-27")
    expect(form.get_by_label("Rather sure")).to_be_checked()
    form.get_by_role("button", name="Save").click()
    what = form.get_by_label("What will you do?")
    expect(what).to_be_focused()
    expect(what).to_have_accessible_description(
        "Something you can do yourself. Please fill this in."
    )
    what.fill("Less")
    form.get_by_role("button", name="Save").click()
    expect(form).to_contain_text("Say a little more.")
    expect(what).to_have_value("Less")
    alex.reload()
    expect(form).to_be_visible()
    form.get_by_label("See this message as").select_option("Neutral")
    expect(form.locator("code")).to_contain_text('"token": "t-form"')
    form.get_by_label("See this message as").select_option("Form")
    what.fill("Hand the Tuesday report to Sam")
    form.get_by_label("Sure", exact=True).check()
    form.get_by_role("button", name="Save").click()
    expect(form).to_be_hidden()
    expect(latest(alex)).to_contain_text("Your commitment is saved.")
    event = script_and_url[0].events[-1]
    assert isinstance(event, Submitted)
    assert event.values == {
        "what": "Hand the Tuesday report to Sam",
        "until": "2026-11-27",
        "sure": "9",
        "note": "",
    }


def test_escape_puts_a_form_away(alex: Page) -> None:
    """A form that was put away stays away after a reload."""
    write(alex, "/coach plan")
    alex.get_by_role("button", name="Write a commitment").click()
    form = alex.get_by_role("dialog", name="One commitment")
    expect(form).to_be_visible()
    alex.keyboard.press("Escape")
    expect(form).to_be_hidden()
    alex.reload()
    expect(alex.get_by_role("heading", name="Your plan")).to_be_visible()
    expect(form).to_be_hidden()


def test_the_clock_moves_to_the_next_message(alex: Page) -> None:
    """The planned time is announced; a move brings the message and its day."""
    expect(alex.locator("#upcoming")).to_contain_text("Friday, 27 November")
    alex.get_by_role("button", name="Next message").click()
    expect(latest(alex)).to_contain_text("Did you keep it?")
    expect(alex.locator("#date")).to_have_text("Friday 27 November 2026")
    expect(alex.locator(".day:visible")).to_have_text(
        ["Monday, 23 November", "Friday, 27 November"]
    )
    alex.get_by_role("button", name="+1 day").click()
    expect(alex.locator("#date")).to_have_text("Saturday 28 November 2026")
    alex.get_by_role("button", name="Next Monday 09:00").click()
    expect(alex.locator("#date")).to_have_text("Monday 30 November 2026")
    expect(alex.locator("#time")).to_have_text("09:00")
    alex.get_by_role("button", name="Next message").click()
    expect(alex.locator("#date")).to_have_text("Wednesday 2 December 2026")
    alex.get_by_role("button", name="Next message").click()
    expect(alex.locator(".toast")).to_contain_text("No message is planned")


def test_a_long_move_shows_how_far_it_has_come(
    alex: Page, script_and_url: tuple[Script, str]
) -> None:
    """Messages arrive while the clock moves, and nothing can be pressed meanwhile."""
    script_and_url[0].slow = 1.2
    monday = alex.get_by_role("button", name="Next Monday 09:00")
    monday.click()
    bar = alex.get_by_role("progressbar", name="Moving to Monday, 30 November at 09:00")
    expect(bar).to_be_visible()
    expect(monday).to_be_disabled()
    assert 0 < bar.evaluate("bar => bar.value") < 1
    expect(latest(alex)).to_contain_text("Did you keep it?")
    expect(bar).to_have_count(0)
    expect(monday).to_be_enabled()
    expect(alex.locator("#date")).to_have_text("Monday 30 November 2026")


def test_a_message_is_shown_as_the_platforms_get_it(alex: Page) -> None:
    """The switch shows the rendering, indented; it follows an edit and goes back."""
    card = latest(alex)
    switch = card.get_by_label("See this message as")
    switch.select_option("Block Kit")
    expect(card.locator("code")).to_contain_text('"blocks": [\n    {\n      "type": "section"')
    switch.select_option("Adaptive Card")
    expect(card.locator("code")).to_contain_text('"type": "AdaptiveCard"')
    alex.context.grant_permissions(["clipboard-read", "clipboard-write"])
    card.get_by_role("button", name="Copy").click()
    expect(card.get_by_role("button", name="Copied")).to_be_visible()
    assert '"AdaptiveCard"' in alex.evaluate("navigator.clipboard.readText()")
    switch.select_option("Message")
    expect(card.get_by_role("button", name="Let’s begin")).to_be_visible()


def test_two_people_are_kept_apart_and_news_is_marked(
    alex: Page, script_and_url: tuple[Script, str]
) -> None:
    """Choosing a person changes chat and language; the other's news gets a dot."""
    alex.get_by_role("button", name="Add a person").click()
    dialog = alex.get_by_role("dialog", name="Add a person")
    dialog.get_by_label("First name").fill("Camille")
    dialog.get_by_label("Language").select_option("fr-FR")
    dialog.get_by_role("button", name="Start").click()
    expect(alex.get_by_role("heading", name="Bonjour, je suis Déclic")).to_be_visible()
    alex.get_by_role("button", name="+1 jour").click()
    script_and_url[0].due = [one for one in script_and_url[0].due if one[2] == "en"]
    alex.get_by_role("button", name="Lundi prochain 09:00").click()
    news = alex.get_by_role("button", name="Alex").filter(has_text="nouveau message")
    expect(news).to_be_visible()
    news.click()
    expect(latest(alex)).to_contain_text("Did you keep it?")
    expect(alex.get_by_text("new message")).to_have_count(0)
    alex.reload()
    expect(alex.locator("#who")).to_have_text("Alex")


def test_what_arrives_by_itself_appears_without_moving_the_reader(
    alex: Page, script_and_url: tuple[Script, str]
) -> None:
    """A reader far up in the chat stays there while a message comes in below."""
    for _ in range(3):
        write(alex, "/coach plan")
        expect(alex.get_by_label("Write to Déclic")).to_have_value("")
    log = alex.get_by_role("log")
    log.evaluate("log => log.scrollTo(0, 40)")
    script, _ = script_and_url
    (player,) = script.messenger.all()
    chats = script.messenger.chats
    last = chats.get(player.id, chats.last_posted(player.id))
    assert last is not None
    assert last.message is not None
    before = alex.locator(".entry.bot").count()
    chats.post(player.id, last.message)
    expect(alex.locator(".entry.bot")).to_have_count(before + 1)
    assert log.evaluate("log => log.scrollTop") == 40


def show(script: Script, chart: Chart) -> None:
    """Post a chart to the one person there is."""
    (player,) = script.messenger.all()
    script.messenger.chats.post(player.id, Message("en", "The results", (chart,)))


def test_a_chart_is_a_picture_under_its_title(
    alex: Page, script_and_url: tuple[Script, str]
) -> None:
    """It comes from the page's own address, whatever name of this computer was given."""
    show(script_and_url[0], replace(RESULTS, url=CHARTS.address(RESULTS, START)))
    picture = alex.get_by_role("figure").get_by_role("img", name=RESULTS.alt)
    expect(picture).to_be_visible()
    assert picture.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") > 500
    expect(alex.get_by_role("figure")).to_contain_text("Team check-ins")
    expect(latest(alex).get_by_role("listitem")).to_have_count(0)
    assert Axe().run(alex).response["violations"] == []


@pytest.mark.parametrize("url", ["", "http://localhost:8000/charts/late.png"])
def test_a_chart_without_a_picture_is_bars_and_words(
    open_page: OpenPage, script_and_url: tuple[Script, str], url: str
) -> None:
    """Also where there was a picture, and it is not there any more."""
    page = open_page(fails=True)
    page.get_by_role("button", name="Alex, Dublin").click()
    expect(page.locator(".entry.bot")).to_have_count(1)
    show(script_and_url[0], replace(RESULTS, url=url))
    expect(latest(page).get_by_role("listitem")).to_have_text(["Energy ▁▄█ low, medium, high"])
    expect(page.get_by_role("img", name=RESULTS.alt)).to_have_count(0)


# Campaigns


def with_robin(page: Page) -> Page:
    """Add Robin of HR, who is ready to be played, beside whoever is played."""
    if page.viewport_size and page.viewport_size["width"] < 680:
        page.get_by_role("button", name="People you play").click()
    page.get_by_role("button", name="Add a person").click()
    dialog = page.get_by_role("dialog", name="Add a person")
    dialog.get_by_role("button", name="Robin, London").click()
    expect(dialog).to_be_hidden()
    expect(page.locator("#who")).to_have_text("Robin")
    return page


def test_somebody_of_hr_can_be_added_later(alex: Page) -> None:
    """At one press, once; beside the name stands the role, and above the chat the address."""
    with_robin(alex)
    expect(alex.locator("#where")).to_have_text("Europe/London · English · HR · robin@example.org")
    listed = alex.locator("#players").get_by_role("button", name="Robin")
    expect(listed).to_contain_text("HR")
    expect(alex.locator("#players").get_by_role("button", name="Alex")).not_to_contain_text("HR")
    alex.get_by_role("button", name="Add a person").click()
    ready = alex.get_by_role("dialog", name="Add a person").locator(".persona")
    expect(ready).to_have_text(["CCamille, Lyonin French"])


def test_hr_is_offered_the_commands_of_campaigns(alex: Page) -> None:
    """Others find them once they begin to type them."""
    hints = alex.get_by_role("group", name="Commands").get_by_role("button")
    expect(hints.first).to_have_text("/coach")
    alex.get_by_label("Write to Déclic").fill("/coach-campaign re")
    offered = ["/coach-campaign report", "/coach-campaign resume"]
    expect(hints).to_have_text(offered)
    alex.get_by_label("Write to Déclic").fill("")
    with_robin(alex)
    expect(hints.first).to_have_text("/coach-campaign new")


def test_people_and_a_channel_are_chosen_by_keyboard(
    alex: Page, script_and_url: tuple[Script, str]
) -> None:
    """Several of everybody, at most as many as the form takes; they arrive as ids."""
    gathered(with_robin(alex), 12)
    alex.locator("#players").get_by_role("button", name="Robin").click()
    alex.get_by_role("button", name="/coach-campaign new").click()
    form = alex.get_by_role("dialog", name="Who is invited?")
    channel = form.get_by_label("A channel (optional)")
    expect(channel).to_be_focused()
    expect(channel.get_by_role("option")).to_have_text(["Choose…", "# <i>Line 4</i>"])
    alex.keyboard.press("ArrowDown")
    people = form.get_by_role("group", name="Some people")
    expect(people.get_by_role("checkbox")).to_have_count(12)
    expect(people).to_have_accessible_description("Whoever you like.")
    expect(people.get_by_label("Robin")).to_be_checked()
    alex.keyboard.press("Tab")
    expect(people.get_by_label("Alex")).to_be_focused()
    alex.keyboard.press("Space")
    expect(people.get_by_label("Noor")).to_be_disabled()
    alex.keyboard.press("Enter")
    expect(form).to_be_hidden()
    event, script = script_and_url[0].events[-1], script_and_url[0]
    assert isinstance(event, Submitted)
    ids = {one.name: one.id for one in script.messenger.all()}
    (room,) = script.messenger.channels.all()
    assert event.values["channel"] == room.id
    assert sorted(event.values["people"]) == sorted([ids["Alex"], ids["Robin"]])


def test_without_people_or_a_channel_the_form_says_so(alex: Page) -> None:
    """The field that has to be filled in is named; a list without entries says why."""
    write(alex, "/coach-campaign new")
    form = alex.get_by_role("dialog", name="Who is invited?")
    channel = form.get_by_label("A channel (optional)")
    expect(channel.get_by_role("option")).to_have_text(["There is no channel yet"])
    form.get_by_role("button", name="Count them").click()
    expect(form.get_by_role("group", name="Some people")).to_have_accessible_description(
        "Whoever you like. Please fill this in."
    )
    expect(form.get_by_label("Alex")).to_be_focused()


def test_twelve_people_are_there_for_a_campaign(
    alex: Page, script_and_url: tuple[Script, str]
) -> None:
    """With somebody of HR among them, and an address each."""
    gathered(alex, 12)
    expect(cast(alex)).to_have_count(12)
    people = script_and_url[0].messenger.all()
    assert len({one.mail for one in people}) == 12
    assert [one.name for one in people if one.hr] == ["Robin"]


def test_an_error_is_said_calmly_and_can_be_tried_again(open_page: OpenPage) -> None:
    """When a request fails the words stay in the box; one press sends them once."""
    page = open_page(fails=True)
    page.get_by_role("button", name="Alex, Dublin").click()
    page.context.route("**/say*", lambda route: route.fulfill(status=418, body="no"))
    page.get_by_label("Write to Déclic").fill("hello")
    page.get_by_role("button", name="Send").click()
    banner = page.get_by_role("alert").filter(has_text="Something went wrong")
    expect(banner).to_be_visible()
    expect(page.get_by_label("Write to Déclic")).to_have_value("hello")
    page.context.unroute("**/say*")
    banner.get_by_role("button", name="Try again").click()
    expect(page.locator(".bubble")).to_have_text("hello")
    expect(banner).to_be_hidden()
    expect(page.get_by_label("Write to Déclic")).to_have_value("")


# Channels


@pytest.fixture
def team(alex: Page) -> Page:
    """A channel with Alex, seven ready-made colleagues, and the bot's first message."""
    return gathered(alex)


def gathered(page: Page, size: int = 8) -> Page:
    page.get_by_role("button", name="New channel").click()
    dialog = page.get_by_role("dialog", name="New channel")
    dialog.get_by_label("Name of the channel").fill("<i>Line 4</i>")
    words = {8: "eight", 12: "twelve"}
    dialog.get_by_label(f"Fill up to {words[size]} people").check()
    dialog.get_by_role("button", name="Make the channel").click()
    expect(page.get_by_role("heading", name="A check-in for this team?")).to_be_visible()
    return page


def cast(page: Page) -> Locator:
    return page.get_by_role("group", name="Play as").get_by_role("button")


def play_as(page: Page, name: str) -> None:
    chip = page.locator("#cast").get_by_role("button", name=name)
    chip.click()
    expect(chip).to_have_attribute("aria-pressed", "true")


def test_a_new_channel_opens_with_a_whole_team(
    team: Page, script_and_url: tuple[Script, str]
) -> None:
    """Eight people are in it, the bot's message names one of them, and the name is no markup."""
    expect(team.locator("#who")).to_have_text("# <i>Line 4</i>")
    expect(team.locator("#where")).to_have_text("Private channel · 8 people")
    expect(cast(team)).to_have_count(8)
    expect(latest(team)).to_contain_text("Added by Alex.")
    expect(team.get_by_role("button", name="Home")).to_be_hidden()
    joined = script_and_url[0].events[-1]
    assert isinstance(joined, ChannelJoined)
    assert "Line" not in repr(joined)
    team.reload()
    expect(team.locator("#who")).to_have_text("# <i>Line 4</i>")
    team.get_by_role("button", name="Alex").first.click()
    expect(team.get_by_role("heading", name="Hello, I am Déclic")).to_be_visible()
    expect(team.locator("#cast")).to_be_hidden()


def test_a_channel_without_a_name_is_asked_for_one(alex: Page) -> None:
    """The field says what is missing; without a tick only who is played is in it."""
    alex.get_by_role("button", name="New channel").click()
    dialog = alex.get_by_role("dialog", name="New channel")
    dialog.get_by_role("button", name="Make the channel").click()
    name = dialog.get_by_label("Name of the channel")
    expect(name).to_be_focused()
    expect(name).to_have_accessible_description(
        "Only shown on this page; the bot learns it where you write it to the bot. "
        "A name of 1 to 60 characters."
    )
    name.fill("Alone")
    dialog.get_by_label("Everybody in the company can read it").check()
    dialog.get_by_role("button", name="Make the channel").click()
    expect(alex.locator("#where")).to_have_text("Public channel · 1 person")


def test_eight_people_answer_one_message_quickly(
    team: Page, script_and_url: tuple[Script, str]
) -> None:
    """One press goes on as somebody else in the same place; each has a form of their own."""
    names = cast(team).all_text_contents()
    for name in names:
        play_as(team, name[1:])
        latest(team).get_by_role("button", name="Answer").click()
        form = team.get_by_role("dialog", name="One minute")
        form.get_by_label("4").check()
        offered = form.get_by_label("Who leads the talk?")
        expect(offered.get_by_role("option")).to_have_count(9)
        offered.select_option(label="Noor")
        form.get_by_role("button", name="Send").click()
        expect(team.locator(".transient")).to_contain_text("Thank you.")
    sent = [event for event in script_and_url[0].events if isinstance(event, Submitted)]
    assert len({event.actor.person for event in sent}) == 8
    noor = next(one for one in script_and_url[0].messenger.all() if one.name == "Noor")
    assert {event.values["champion"] for event in sent} == {noor.id}
    assert all(event.channel for event in sent)


def test_what_is_told_to_one_person_is_shown_to_nobody_else(team: Page) -> None:
    """A command and its answer say that only one person sees them, and go with that person."""
    label = "Write to the channel as Alex"
    team.get_by_label(label).fill("/coach-team r")
    hints = team.get_by_role("group", name="Commands").get_by_role("button")
    expect(hints).to_have_text(["/coach-team results", "@Déclic"])
    team.get_by_role("button", name="/coach-team results").click()
    private = team.locator(".transient")
    expect(private).to_have_count(2)
    expect(private.first).to_contain_text("/coach-team results")
    for one in private.all():
        expect(one).to_contain_text("Only you see this")
    expect(private.last).to_contain_text("What I can do here.")
    play_as(team, "Sam")
    expect(private).to_have_count(0)


def test_words_in_a_channel_are_read_by_all_under_their_name(
    team: Page, script_and_url: tuple[Script, str]
) -> None:
    """Own words stand at the right, those of others under a name; the bot hears only its own."""
    before = len(script_and_url[0].events)
    team.get_by_label("Write to the channel as Alex").fill("<b>lunch</b>?")
    team.keyboard.press("Enter")
    expect(team.locator(".own .bubble")).to_have_text("<b>lunch</b>?")
    team.get_by_role("button", name="@Déclic").click()
    expect(team.locator("#text")).to_be_focused()
    team.keyboard.type("how are we?")
    team.keyboard.press("Enter")
    expect(team.locator(".own .bubble").nth(1)).to_have_text("@Déclic how are we?")
    play_as(team, "Inès")
    expect(team.locator("html")).to_have_attribute("lang", "fr")
    expect(team.locator("#where")).to_have_text("Canal privé · 8 personnes")
    expect(team.locator(".other").first).to_contain_text("Alex")
    expect(team.locator(".own")).to_have_count(0)
    (heard,) = script_and_url[0].events[before:]
    assert isinstance(heard, Said)
    assert heard.text == "how are we?"


def test_a_thread_stands_under_its_message(team: Page) -> None:
    """What belongs to a message stands below it, whatever was written since."""
    team.get_by_label("Write to the channel as Alex").fill("later words")
    team.keyboard.press("Enter")
    expect(team.locator(".bubble")).to_have_count(1)
    team.get_by_role("button", name="Close the loop").click()
    entries = team.locator(".entry")
    expect(entries).to_have_count(3)
    expect(entries.nth(1)).to_contain_text("What the team will do.")
    expect(entries.nth(1)).to_contain_text("In the thread,")
    expect(entries.nth(2)).to_contain_text("later words")
    team.reload()
    expect(entries.nth(1)).to_contain_text("What the team will do.")


def test_somebody_deletes_the_bots_message(team: Page) -> None:
    """After a question it is gone for everybody."""
    team.get_by_role("button", name="Delete the message of 09:30 for everybody").click()
    question = team.get_by_role("dialog", name="Delete this message for everybody in the channel?")
    question.get_by_role("button", name="Yes, go on").click()
    expect(team.locator(".entry")).to_have_count(0)
    play_as(team, "Sam")
    expect(team.locator(".entry")).to_have_count(0)


def test_who_is_in_the_channel_can_be_changed(
    team: Page, script_and_url: tuple[Script, str]
) -> None:
    """A guest, somebody who leaves, the bot out and in, an archived channel: seen and told."""
    team.get_by_role("button", name="People", exact=True).click()
    dialog = team.get_by_role("dialog", name="# <i>Line 4</i>")
    dialog.get_by_label("Sam").select_option("Guest")
    expect(dialog.get_by_label("Sam")).to_have_value("guest")
    dialog.get_by_label("Luc").select_option("Not in it")
    expect(team.locator("#where")).to_have_text("Private channel · 7 people")
    dialog.get_by_role("button", name="Take out").click()
    expect(dialog).to_contain_text("Déclic is not in this channel.")
    expect(dialog.get_by_role("button", name="Add again")).to_be_focused()
    dialog.get_by_role("button", name="Add again").click()
    expect(dialog).to_contain_text("Déclic is in this channel.")
    dialog.get_by_role("button", name="Archive").click()
    expect(dialog.get_by_role("button", name="Open again")).to_be_visible()
    dialog.get_by_role("button", name="Close").click()
    expect(cast(team)).to_have_count(7)
    expect(team.locator("#closed")).to_have_text("This channel is archived. Nobody can write here.")
    expect(team.get_by_label("Write to the channel as Alex")).to_be_disabled()
    kinds = [type(event).__name__ for event in script_and_url[0].events[-5:]]
    assert kinds == [
        "MembersChanged",
        "MembersChanged",
        "ChannelLeft",
        "ChannelJoined",
        "ChannelLeft",
    ]


def test_who_leaves_the_channel_is_back_in_the_own_chat(team: Page) -> None:
    """Somebody who takes themselves out looks at their own chat, whole, and no channel is left."""
    team.get_by_role("button", name="People", exact=True).click()
    dialog = team.get_by_role("dialog", name="# <i>Line 4</i>")
    dialog.get_by_label("Alex").select_option("Not in it")
    expect(dialog).to_be_hidden()
    expect(team.locator("#who")).to_have_text("Alex")
    expect(team.get_by_role("heading", name="Hello, I am Déclic")).to_be_visible()
    expect(team.locator("#channels button")).to_have_count(0)


def test_reading_goes_on_where_it_was_as_somebody_else(team: Page) -> None:
    """Whoever is played, the same message stays in view."""
    label = team.locator("#text")
    for number in range(12):
        label.fill(f"line {number}")
        team.keyboard.press("Enter")
        expect(team.locator(".bubble")).to_have_count(number + 1)
    log = team.get_by_role("log")
    log.evaluate("log => log.scrollTo(0, 30)")
    play_as(team, "Noor")
    assert log.evaluate("log => log.scrollTop") == 30


def test_the_cast_can_be_changed_by_keyboard(team: Page) -> None:
    """The focus stays on the chosen name, so that the next one is a Tab away."""
    camille = team.locator("#cast").get_by_role("button").nth(1)
    camille.focus()
    team.keyboard.press("Enter")
    expect(camille).to_have_attribute("aria-pressed", "true")
    expect(team.locator("html")).to_have_attribute("lang", "fr")
    expect(camille).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_in_a_channel(open_page: OpenPage, scheme: str, width: int) -> None:
    """Making one, a talk with a thread and private words, a form, its people, archived."""
    page = open_page(scheme, width)
    page.get_by_role("button", name="Alex, Dublin").click()
    if width < 680:
        page.get_by_role("button", name="People you play").click()
    page.get_by_role("button", name="New channel").click()
    check(page)
    page.keyboard.press("Escape")
    gathered(page)
    page.get_by_role("button", name="Close the loop").click()
    page.locator("#text").fill("@Déclic hello")
    page.keyboard.press("Enter")
    play_as(page, "Noor")
    page.locator("#text").fill("/coach-team help")
    page.keyboard.press("Enter")
    expect(page.locator(".transient")).to_have_count(2)
    check(page)
    page.get_by_role("button", name="Answer").click()
    expect(page.get_by_role("dialog", name="One minute")).to_be_visible()
    check(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="People", exact=True).click()
    dialog = page.get_by_role("dialog", name="# <i>Line 4</i>")
    dialog.get_by_label("Sam").select_option("Not in it")
    dialog.get_by_role("button", name="Archive").click()
    expect(dialog.get_by_role("button", name="Open again")).to_be_visible()
    check(page)
    dialog.get_by_role("button", name="Close").click()
    check(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(open_page: OpenPage, scheme: str, width: int) -> None:
    """Welcome, chat with every element, a format, a form with an error, the drawer, in French."""
    page = open_page(scheme, width)
    check(page)
    page.get_by_role("button", name="Alex, Dublin").click()
    page.get_by_role("button", name="Let’s begin").click()
    expect(page.get_by_role("button", name="5, Completely")).to_be_visible()
    write(page, "/coach themes")
    expect(page.get_by_label("Delegating")).to_be_visible()
    write(page, "/coach plan")
    expect(page.get_by_role("progressbar")).to_be_visible()
    page.get_by_role("button", name="Help").last.click()
    page.get_by_role("button", name="More actions").last.click()
    check(page)
    page.get_by_label("See this message as").first.select_option("Block Kit")
    expect(page.locator("code")).to_be_visible()
    check(page)
    page.get_by_role("button", name="Write a commitment").click()
    form = page.get_by_role("dialog", name="One commitment")
    form.get_by_label("What will you do?").fill("Less")
    form.get_by_role("button", name="Save").click()
    expect(form).to_contain_text("Say a little more.")
    check(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Home").click()
    expect(page.locator("#home").get_by_role("heading", name="Your plan")).to_be_visible()
    check(page)
    if width < 680:
        page.get_by_role("button", name="People you play").click()
        expect(page.get_by_role("button", name="Add a person")).to_be_in_viewport(ratio=1)
        check(page)
    page.get_by_role("button", name="Add a person").click()
    check(page)
    page.keyboard.press("Escape")
    gathered(page, 12)
    page.locator("#text").fill("/coach-campaign new")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Who is invited?")).to_be_visible()
    check(page)


def check(page: Page) -> None:
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "no side scrolling"


def test_the_page_can_be_used_by_keyboard_alone(open_page: OpenPage) -> None:
    """From the welcome to an answered question without a pointer."""
    page = open_page()
    expect(page.get_by_role("button", name="Alex, Dublin")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Write to Déclic")).to_be_focused()
    begin = page.get_by_role("button", name="Let’s begin")
    for _ in range(30):
        page.keyboard.press("Shift+Tab")
        if begin.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="5, Completely")).to_be_visible()
