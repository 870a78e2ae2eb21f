"""Takes the picture in README.md on the real page: `python -m tests.picture`."""

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.page_journey import PARTS, play, playground
from tests.test_playground_page import ARGUMENTS, CHROMIUM

PICTURE = Path(__file__).parent.parent / "docs" / "playground.png"


def main() -> None:
    """Play until the check-in a week later, and take the picture."""
    with playground(14871) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        play(page, address, PARTS["en"])
        page.wait_for_timeout(2500)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
