"""Takes the pictures in README.md on the real page: `python -m tests.picture`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from tests.browsers import chromium
from tests.page_journey import PARTS, play, playground
from tests.picture_campaign import draft, preview
from tests.picture_team import close_loop, play_as, play_round

DOCS = Path(__file__).parent.parent / "docs"


def main() -> None:
    """Play a manager until the check-in, a team until the loop is closed, HR until the preview."""
    with _page(14871, 860) as (page, address):
        play(page, address, PARTS["en"])
        _take(page, "playground")
    with _page(14870, 1130) as (page, address):
        play_round(page, address)
        close_loop(page, "Decisions take long to reach us.", "Every decision stands here by 17:00.")
        play_as(page, "Noor")
        page.locator(".entry").last.hover()
        page.mouse.wheel(0, 1000)
        _take(page, "team")
    with _page(14872, 1240) as (page, address):
        draft(page, address)
        preview(page)
        page.locator(".entry").last.hover()
        page.mouse.wheel(0, -600)
        _take(page, "hr")


@contextmanager
def _page(port: int, height: int) -> Iterator[tuple[Page, str]]:
    with playground(port) as address, chromium() as browser:
        yield browser.new_page(viewport={"width": 1280, "height": height}), address


def _take(page: Page, name: str) -> None:
    page.wait_for_timeout(2500)
    page.screenshot(path=DOCS / f"{name}.png")


if __name__ == "__main__":
    main()
