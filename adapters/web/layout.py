"""The frame of pages read in a browser: one look, no script, nothing from elsewhere."""

from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from pathlib import Path

from aiohttp import web

from bot.language import LANGS, Lang


@dataclass(frozen=True, slots=True)
class Sheet:
    """A style sheet, and the hash by which a browser lets it in."""

    css: str
    allowed: str = field(init=False)

    def __post_init__(self) -> None:
        digest = b64encode(sha256(self.css.encode()).digest()).decode()
        object.__setattr__(self, "allowed", f"'sha256-{digest}'")


_SHEET = Sheet(Path(__file__).with_name("layout.css").read_text(encoding="utf-8"))

_BRAND = (
    "<header><svg viewBox='0 0 64 64' width='32' height='32' aria-hidden='true'>"
    "<rect width='64' height='64' rx='17' fill='#0d6b63'/>"
    "<circle cx='26' cy='39' r='11.5' fill='#fff'/>"
    "<path d='M27.5 19v-7M39.5 25.5l5.5-5.5M46 37.5h7' fill='none' stroke='#8fe0d2' "
    "stroke-width='5.5' stroke-linecap='round'/></svg>Déclic</header>"
)


def page(
    lang: Lang,
    title: str,
    body: str,
    *,
    status: int = 200,
    sheets: tuple[Sheet, ...] = (),
    frames: str = "'none'",
) -> web.Response:
    """Return a page: `title` is plain text and its heading, `body` is HTML, escaped already.

    `sheets` are further style sheets; `frames` says who may show the page within one of theirs.
    """
    named = escape(title)
    every = (_SHEET, *sheets)
    styles = "".join(f"<style>{sheet.css}</style>" for sheet in every)
    return web.Response(
        text=f"<!doctype html><html lang='{lang}'><head><meta charset='utf-8'>"
        "<meta name='viewport' content='width=device-width, initial-scale=1'>"
        f"<title>{named}</title>{styles}</head>"
        f"<body>{_BRAND}<main><h1>{named}</h1>{body}</main></body></html>",
        content_type="text/html",
        status=status,
        headers={**_HEADERS, "Content-Security-Policy": _policy(every, frames)},
    )


def lang_asked(request: web.Request) -> Lang:
    """Return the language that the browser asks for first."""
    asked = request.headers.get("Accept-Language", "").lower()
    return min(LANGS, key=lambda lang: asked.find(lang) % (len(asked) + 1))


_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def _policy(sheets: tuple[Sheet, ...], frames: str) -> str:
    return (
        f"default-src 'none'; style-src {' '.join(sheet.allowed for sheet in sheets)}; "
        f"form-action 'self'; base-uri 'none'; frame-ancestors {frames}"
    )
