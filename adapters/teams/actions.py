"""Buttons: an opaque token and an option id, and nothing else."""

from collections.abc import Iterable
from typing import Any

from adapters.teams.text import escape, label, web_address
from bot.messages import Option

Json = dict[str, Any]

VERB = "press"
STYLES = {"primary": "positive", "danger": "destructive"}
LABEL = 75
"""Characters of a button's label."""

SEVERAL = 6
"""Buttons that Teams shows side by side; more go into a list."""


def press(token: str, option: Option, *, second: bool = False) -> Json:
    """Make one option's button; `second` puts it into the overflow menu."""
    data = {"t": token, "o": option.id}
    look = _look(option.label, option.style, option.described or option.hint)
    button = _opens_form(data) if option.form else _executes(data, look, gathers=False)
    button |= look
    if option.confirm:
        button = _confirmed(button, option)
    return button | {"mode": "secondary"} if second else button


def save(title: str, data: Json) -> Json:
    """Make the button that sends the card's inputs."""
    look = _look(title, "primary")
    return _executes(data, look, gathers=True) | look


def send(title: str, data: Json) -> Json:
    """Make a dialog's own button: inside dialogs only `Action.Submit` works."""
    return {"type": "Action.Submit", "data": data} | _look(title, "primary")


def open_link(title: str, url: str) -> Json | None:
    """Make a button that opens an address, unless it's no web address."""
    address = web_address(url, ("https", "http"))
    return (
        {"type": "Action.OpenUrl", "title": label(title, LABEL), "url": address}
        if address
        else None
    )


def action_set(actions: Iterable[Json]) -> Json:
    """Put buttons side by side."""
    return {"type": "ActionSet", "actions": list(actions)}


def _look(title: str, style: str, described: str = "") -> Json:
    look = {"title": label(title, LABEL)}
    if style in STYLES:
        look["style"] = STYLES[style]
    if described:
        look["tooltip"] = label(described, 2 * LABEL)
    return look


def _executes(data: Json, look: Json, *, gathers: bool) -> Json:
    """Answer inside the request, and in old clients as a message.

    Buttons that need no input gather none: else an empty required input would block them.
    """
    sends = {"data": data, "associatedInputs": "auto" if gathers else "none"}
    fallback = {"type": "Action.Submit", **look, **sends}
    return {"type": "Action.Execute", "verb": VERB, **sends, "fallback": fallback}


def _opens_form(data: Json) -> Json:
    data = {**data, "msteams": {"type": "task/fetch"}}
    return {"type": "Action.Submit", "data": data, "associatedInputs": "none"}


def _confirmed(button: Json, option: Option) -> Json:
    """Ask first: Teams has no confirmation of its own, so a small card opens below."""
    question = {"type": "TextBlock", "text": escape(option.confirm), "wrap": True}
    card = {"type": "AdaptiveCard", "body": [question], "actions": [button]}
    return {"type": "Action.ShowCard", "title": button["title"], "card": card}
