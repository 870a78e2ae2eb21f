"""What comes in, without what no database takes and what cannot be ours."""

from dataclasses import replace

from bot.events import Clicked, Commanded, Inbound, Said, Submitted


def legible(event: Inbound) -> Inbound:
    """Leave out what no database takes: halves of characters, and names that are not ours."""
    if isinstance(event, Said | Commanded):
        return replace(event, text=_whole(event.text))
    if isinstance(event, Clicked):
        event = replace(event, option=_ours(event.option))
    if isinstance(event, Clicked | Submitted):
        values = {name: _whole_of(value) for name, value in event.values.items()}
        return replace(event, token=_ours(event.token), values=values)
    return event


def _ours(name: str) -> str:
    """Return what may be a token or an option of ours; nothing in place of anything else."""
    return name if name.isascii() and name.isprintable() else ""


def _whole_of(value: str | list[str]) -> str | list[str]:
    return _whole(value) if isinstance(value, str) else [_whole(one) for one in value]


def _whole(text: str) -> str:
    return text.encode("utf-8", "ignore").decode()
