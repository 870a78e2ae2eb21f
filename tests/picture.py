"""Takes the picture in README.md: `python -m tests.picture` plays a manager on the real page.

It starts `declic run` in a folder of its own, so that nothing on this computer is touched.
"""

import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.test_playground_page import ARGUMENTS, CHROMIUM

PORT = "4871"
PICTURE = Path(__file__).parent.parent / "docs" / "playground.png"

ONBOARDING = ("Start", "Understood", "English")
SESSION = (
    "Start",
    "Fear of mistakes",
    "Skip",
    "Never",
    "Propose, I decide",
    "A slow start",
    "Write my commitment",
)


def main() -> None:
    """Play until the check-in a week later, and take the picture."""
    declic = Path(sys.executable).parent / "declic"
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen([declic, "run"], cwd=folder, env={"PORT": PORT})
        try:
            _await_server()
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
                page = browser.new_page(viewport={"width": 1280, "height": 860})
                _play(page)
                page.screenshot(path=PICTURE)
                browser.close()
        finally:
            server.terminate()
            server.wait(10)


def _await_server() -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/healthz").close()
        except OSError:
            time.sleep(0.1)
        else:
            return


def _play(page: Page) -> None:
    page.goto(f"http://127.0.0.1:{PORT}/playground")
    page.get_by_text("Alex, Dublin").click()
    for label in ONBOARDING:
        _press(page, label)
    for theme in ("Delegation", "Giving feedback"):
        page.get_by_label(theme, exact=True).last.check()
    for label in ("Save", "Skip", "Time", "Tue 9:00", "Ireland, Dublin", "Next message", *SESSION):
        _press(page, label)
    page.get_by_label("What will you do?").fill(
        "hand the supplier review to P. with a 5-line brief"
    )
    page.get_by_label("After which moment?").fill("After stand-up on Wednesday")
    page.get_by_label("How will you know it is done?").fill("brief sent and said back")
    for label in ("Save", "8", "4", "Skip", "Next message", "Next message"):
        _press(page, label)


def _press(page: Page, label: str) -> None:
    page.get_by_role("button", name=label, exact=True).last.click()
    page.wait_for_timeout(900)


if __name__ == "__main__":
    main()
