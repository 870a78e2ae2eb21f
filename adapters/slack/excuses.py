"""What a request is answered with when nothing was done, by the means that each kind has."""

from typing import Any

from slack_bolt.response import BoltResponse

from adapters.slack.answers import field_errors
from adapters.slack.asides import Asides
from adapters.slack.inbound import kind_of
from adapters.slack.private import Place
from adapters.slack.who import Payload, mapping
from bot.language import LANGS, Wording

COME_BACK = frozenset({"event_callback", "url_verification"})
"""What Slack brings again by itself when it is refused."""

_UNAVAILABLE = 503


def excuse(payload: Payload, wording: Wording, asides: Asides) -> BoltResponse:
    """Refuse what Slack brings again; ask a person to press again, at once or beside the answer.

    Where too many are being told something already, Slack itself marks the button as failed.
    """
    kind, sentence = kind_of(payload), _in_both(wording)
    if kind in COME_BACK:
        return BoltResponse(status=_UNAVAILABLE, body="")
    if kind == "command":
        return _json({"response_type": "ephemeral", "text": sentence})
    if kind == "view_submission":
        errors = field_errors(mapping(payload, "view"), {"": sentence})
        return _json({"response_action": "errors", "errors": errors})
    told = asides.tell(Place.of(payload), sentence)
    return BoltResponse(status=200 if told else _UNAVAILABLE, body="")


def _json(body: dict[str, Any]) -> BoltResponse:
    return BoltResponse(status=200, body=body)


def _in_both(wording: Wording) -> str:
    """Say it in every language: whose it is was not looked up."""
    return "\n".join(wording.text(lang) for lang in LANGS)
