"""A campaign on the real page: Robin of HR drafts it in one line, and sees what it will send."""

from playwright.sync_api import Page, expect

from tests.page_journey import press

WHY = (
    "In the survey you asked for more room to decide. We start with how work is handed over, "
    "and this is an offer, not a duty."
)
POURQUOI = (
    "Dans l’enquête, vous avez demandé plus de latitude. Nous commençons par la façon de confier "
    "le travail, et c’est une proposition, pas une obligation."
)


def draft(page: Page, address: str) -> None:
    """Go from the first visit to a draft in which nothing is missing."""
    page.goto(address)
    page.get_by_text("Robin").click()
    _gather(page)
    page.locator("#players").get_by_text("Robin").click()
    page.locator("#text").fill(
        "/coach-campaign new delegation and feedback for #managers from monday for 4 weeks"
    )
    page.keyboard.press("Enter")
    expect(page.get_by_text("Reachable: 12 of 12")).to_be_visible(timeout=30_000)
    press(page, "Edit")
    form = page.get_by_role("dialog")
    form.get_by_label("Name").fill("More room to decide")
    form.get_by_label("Why, in English").fill(WHY)
    form.get_by_label("Why, in French").fill(POURQUOI)
    form.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="More room to decide")).to_be_visible()


def preview(page: Page) -> None:
    """Ask what it will send, and wait until that is worked out."""
    press(page, "Preview")
    expect(page.get_by_text("Week of Monday").first).to_be_visible(timeout=60_000)


def _gather(page: Page) -> None:
    page.get_by_role("button", name="New channel").click()
    dialog = page.get_by_role("dialog", name="New channel")
    dialog.get_by_label("Name of the channel").fill("managers")
    dialog.get_by_label("Fill up to twelve people").check()
    dialog.get_by_role("button", name="Make the channel").click()
    expect(page.get_by_role("heading", name="A short check-in for this team?")).to_be_visible()
