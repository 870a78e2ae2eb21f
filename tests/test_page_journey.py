"""A manager on the real page, with the real engine: from the first visit to the check-in."""

import os
from collections.abc import Iterator
from typing import get_args

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect, sync_playwright

from bot.language import Lang
from tests.page_journey import PARTS, play, playground, press
from tests.test_playground_page import ARGUMENTS, CHROMIUM

pytestmark = [
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(
        not CHROMIUM.exists() and not os.getenv("CI"),
        reason=f"no browser: install Debian's chromium ({CHROMIUM}) to run the page's tests",
    ),
]


@pytest.fixture
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.mark.parametrize("lang", get_args(Lang))
def test_clicks_lead_from_the_first_visit_to_the_check_in(chromium: Browser, lang: Lang) -> None:
    """Onboarding, a session, a commitment, its follow-up and the check-in, all by clicking."""
    with playground(14872 if lang == "en" else 14873) as address:
        page = chromium.new_page(viewport={"width": 1280, "height": 860})
        play(page, address, PARTS[lang])
        question = page.locator(".entry.bot", has_text=PARTS[lang].asked).last
        expect(question).to_be_visible()
        assert [v["id"] for v in Axe().run(page).response["violations"]] == []
        press(page, PARTS[lang].done)
        expect(question).to_contain_text("✓")
        page.close()
