"""Pages around the figures: the one with the button, and calm refusals."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Literal

from aiohttp import web

from adapters.web.layout import Sheet, page
from bot.reports.words import Words

FRAMES = "https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft"
"""Who may show the page within one of theirs: Microsoft's hosts of Teams."""

SHEET = Sheet(Path(__file__).with_name("dashboard.css").read_text(encoding="utf-8"))

Why = Literal[
    "gone",
    "used",
    "closed",
    "revoked",
    "unknown_view",
    "none_closed",
    "busy",
    "unreadable",
    "left",
]

_STATUS: Mapping[Why, int] = {
    "gone": 404,
    "used": 409,
    "closed": 401,
    "revoked": 403,
    "unknown_view": 400,
    "none_closed": 200,
    "busy": 503,
    "unreadable": 503,
    "left": 200,
}
_NEW_LINK: frozenset[Why] = frozenset({"gone", "used", "closed", "left"})


def figures(words: Words, body: str) -> web.Response:
    """Return the page with the figures."""
    title = words.text("dashboard.title")
    return page(words.lang, title, body, sheets=(SHEET,), frames=FRAMES)


def door(words: Words) -> web.Response:
    """Ask to press a button: a link that is only looked at, as previews do, is not used up."""
    return _page(
        words,
        "enter",
        f"<p>{_text(words, 'enter')}</p><form method='post'>"
        f"<button>{_text(words, 'enter_now')}</button></form>",
    )


def told(words: Words, why: Why) -> web.Response:
    """Say calmly why there are no figures, and what helps."""
    helps = f"<p>{_text(words, 'used_else')}</p>" if why == "used" else ""
    helps += f"<p>{_text(words, 'how_new')}</p>" if why in _NEW_LINK else ""
    back = (
        f"<p><a href='/dashboard'>{_text(words, 'back')}</a></p>" if why == "unknown_view" else ""
    )
    return _page(words, why, f"<p>{_text(words, why)}</p>{helps}{back}", _STATUS[why])


def _page(words: Words, name: str, body: str, status: int = 200) -> web.Response:
    title = words.text(f"dashboard.{name}_title")
    return page(words.lang, title, body, status=status, frames=FRAMES)


def _text(words: Words, key: str) -> str:
    return escape(words.text(f"dashboard.{key}"))
