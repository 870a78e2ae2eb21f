"""A manager's first weeks on the real page: `declic run` in a process of its own, and Chromium."""

import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from bot.language import Lang


@dataclass(frozen=True, slots=True)
class Part:
    """What one person presses and writes until the check-in a week later."""

    name: str
    onboarding: tuple[str, ...]
    themes: tuple[str, ...]
    session: tuple[str, ...]
    commitment: dict[str, str]
    save: str
    rating: tuple[str, ...]
    next_message: str
    asked: str
    done: str


PARTS: dict[Lang, Part] = {
    "en": Part(
        "Alex, Dublin",
        ("Start", "Understood", "English"),
        ("Delegation", "Giving feedback"),
        (
            *("Save", "Skip", "Time", "Tuesday 09:00", "Ireland, Dublin", "Next message", "Start"),
            *("Fear of mistakes", "Skip", "Never", "Propose, I decide", "A slow start"),
            "Write my commitment",
        ),
        {
            "What will you do?": "hand the supplier review to P. with a 5-line brief",
            "After which moment?": "After stand-up on Wednesday",
            "How will you know it is done?": "brief sent and said back",
        },
        "Save",
        ("8", "4", "Skip"),
        "Next message",
        "Where does it stand?",
        "Done",
    ),
    "fr": Part(
        "Camille, Lyon",
        ("Commencer", "Compris", "Français"),
        ("Déléguer", "Donner un feedback"),
        (
            *("Enregistrer", "Passer", "Le temps", "Mardi 9 h", "France, Paris"),
            *("Message suivant", "Commencer", "Peur de l’erreur", "Passer", "Jamais"),
            *("Propose, je décide", "Un départ lent", "Écrire mon engagement"),
        ),
        {
            "Que ferez-vous\u202f?": "je confie la revue à P. avec un brief de 5 lignes",
            "Après quel moment\u202f?": "Mercredi, après le point d'équipe",
            "Comment saurez-vous que c’est fait\u202f?": "brief envoyé et redit",
        },
        "Enregistrer",
        ("8", "4", "Passer"),
        "Message suivant",
        "Où en êtes-vous",
        "Fait",
    ),
}


@contextmanager
def playground(port: int) -> Iterator[str]:
    """Run the playground in an empty folder and give the page's address."""
    declic = Path(sys.executable).parent / "declic"
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as folder:
        command = [str(declic), "run"]
        server = subprocess.Popen(command, cwd=folder, env={"PORT": str(port)})  # noqa: S603 - ours
        try:
            _await(address)
            yield f"{address}/playground"
        finally:
            server.terminate()
            server.wait(15)


def play(page: Page, address: str, part: Part) -> None:
    """Go from the first visit to the question of the weekly check-in."""
    page.goto(address)
    with page.expect_response(_carried):
        page.get_by_text(part.name).click()
    for label in part.onboarding:
        press(page, label)
    for theme in part.themes:
        page.get_by_label(theme, exact=True).last.check()
    for label in part.session:
        press(page, label)
    for label, text in part.commitment.items():
        page.get_by_label(label).fill(text)
    press(page, part.save)
    for label in part.rating:
        press(page, label)
    for _ in range(4):
        if page.get_by_text(part.asked).count():
            return
        press(page, part.next_message)
    raise AssertionError(f"nobody asked {part.asked!r}")


def press(page: Page, label: str) -> None:
    """Press the newest button of a name and wait until the page shows what came of it."""
    with page.expect_response(_carried, timeout=20_000):
        page.get_by_role("button", name=label, exact=True).last.click()
    page.wait_for_timeout(250)  # until the page has drawn it


def _carried(response: object) -> bool:
    request = response.request  # type: ignore[attr-defined] # Playwright's
    return request.method == "POST" and "/api/" in request.url


def _await(address: str) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(f"{address}/healthz").close()  # noqa: S310 - http on loopback
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"{address} did not come up")
