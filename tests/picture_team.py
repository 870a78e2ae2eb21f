"""A team on the real page: eight people played by one, from the channel to the loop."""

from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.page_journey import press


@dataclass(frozen=True, slots=True)
class Given:
    """What one of the team answers; `scales` are energy, role and goal."""

    scales: tuple[str, str, str]
    blocker: str
    expect: str = ""
    offer: str = ""


ROUND = (
    Given(("3", "4", "5"), "decision", expect="decisions written down on the same day"),
    Given(("4", "5", "4"), "decision", offer="one hour on Fridays on the new tool"),
    Given(("3", "4", "4"), "means", offer="half an hour for whoever tries the new rota"),
    Given(("3", "4", "4"), "decision"),
    Given(("4", "5", "5"), "coordination", expect="meetings that end on time"),
    Given(("3", "4", "4"), "means"),
    Given(("3", "5", "4"), "decision"),
    Given(("4", "4", "5"), "means"),
)
"""An ordinary week, with two things in the way and four lines."""


def play_round(page: Page, address: str, answers: Sequence[Given] = ROUND) -> None:
    """Go from the first visit to the summary of the first round."""
    page.goto(address)
    page.get_by_text("Alex, Dublin").click()
    _gather(page)
    press(page, "Start like this")
    press(page, "Next message")
    names = [one[1:] for one in page.locator("#cast").get_by_role("button").all_text_contents()]
    for name, given in zip(names, answers, strict=True):
        play_as(page, name)
        _answer(page, given)
    play_as(page, names[0])
    for _ in range(5):
        press(page, "+1 day")
    expect(page.get_by_role("heading", name="8 to 12 answers")).to_be_attached(timeout=30_000)


def close_loop(page: Page, heard: str, will: str) -> None:
    """Answer the team under its summary, as the champion."""
    page.get_by_label("Write to the channel as").fill("/coach-team close-loop")
    page.keyboard.press("Enter")
    form = page.get_by_role("dialog", name="Close the loop")
    form.get_by_label("What we heard").fill(heard)
    form.get_by_label("What we will do").fill(will)
    form.get_by_role("button", name="Post it").click()
    expect(page.get_by_role("dialog").get_by_text("Posted under the summary.")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="What we heard, and what follows")).to_be_visible()


def play_as(page: Page, name: str) -> None:
    """Go on as somebody else in the same channel."""
    chip = page.locator("#cast").get_by_role("button", name=name)
    chip.click()
    expect(chip).to_have_attribute("aria-pressed", "true")


def _gather(page: Page) -> None:
    page.get_by_role("button", name="New channel").click()
    dialog = page.get_by_role("dialog", name="New channel")
    dialog.get_by_label("Name of the channel").fill("Surgery, day team")
    dialog.get_by_label("Fill up to eight people").check()
    dialog.get_by_role("button", name="Make the channel").click()
    expect(page.get_by_role("heading", name="A short check-in for this team?")).to_be_visible()


def _answer(page: Page, given: Given) -> None:
    """Fill the form in, whatever its language: its questions stand in one order."""
    page.locator(".entry.bot").last.locator("button.primary").click()
    form = page.get_by_role("dialog")
    asked = form.get_by_role("radiogroup")
    for number, value in enumerate((*given.scales, given.blocker)):
        asked.nth(number).locator(f"input[value='{value}']").check()
    form.locator("input[name='expect']").fill(given.expect)
    form.locator("input[name='offer']").fill(given.offer)
    form.locator("button[type='submit']").click()
    if given.expect or given.offer:
        page.get_by_role("dialog").locator("input[value='yes']").check()
        page.get_by_role("dialog").locator("button[type='submit']").click()
    expect(page.get_by_role("dialog").locator("fieldset")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
