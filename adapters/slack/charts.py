"""A chart or bars as blocks: a picture where there is one, else bars and words."""

from adapters.slack.content import Block, paragraphs
from adapters.slack.text import cut, plain
from bot.charting import lines, spoken
from bot.language import Lang
from bot.messages import Drawing, Span

_ADDRESS = 3000
_ALT = 2000
_TITLE = 2000


def chart(element: Drawing, lang: Lang) -> list[Block]:
    """Render a picture. Slack fetches the picture itself, so only a public address will do."""
    if not element.url.startswith("https://") or len(element.url) > _ADDRESS:
        heading, *rest = lines(element, lang)
        return paragraphs((Span(heading, "bold"), *(Span(f"\n{line}") for line in rest)))
    return [
        {
            "type": "image",
            "image_url": element.url,
            "alt_text": cut(spoken(element).strip() or "–", _ALT),
            "title": plain(element.title, _TITLE),
        }
    ]
