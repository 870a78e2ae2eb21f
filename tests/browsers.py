"""Chromium, as the tests of pages use it; without one these are left out, but never in CI."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

_CHROMIUM = Path("/usr/bin/chromium")
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]

needs_chromium = pytest.mark.skipif(
    not _CHROMIUM.exists() and not os.getenv("CI"),
    reason=f"no browser: install Debian's chromium ({_CHROMIUM}) to run the tests of pages",
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run a browser. No event loop can run in the same thread meanwhile."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for a file whose tests need no event loop."""
    with chromium() as running:
        yield running
