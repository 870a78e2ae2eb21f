"""From a verified payload to its answer: a place among the turns, then Bolt."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.admission import Admission, Full
from adapters.slack.asides import Asides
from adapters.slack.excuses import COME_BACK, excuse
from adapters.slack.inbound import kind_of
from bot.language import Wording

log = logging.getLogger(__name__)

_NOT_FOUND = 404


@dataclass(frozen=True, slots=True)
class Front:
    """Answers payloads that are known to be Slack's; it verifies nothing.

    Bolt asks its listeners one by one whether a request is theirs, so each kind of payload has
    an application of its own, with one listener.

    Attributes:
        apps: Bolt's application for each kind of payload.
        busy: nothing was changed; press again in a moment.
    """

    apps: Mapping[str, AsyncApp]
    client: AsyncWebClient
    admission: Admission
    asides: Asides
    busy: Wording

    async def answer(self, payload: dict[str, Any]) -> BoltResponse:
        """Have it carried, or refuse it at once."""
        kind = kind_of(payload)
        app = self.apps.get(kind)
        if app is None:
            log.info("slack_ignored", extra={"kind": kind})
            return _taken()
        try:
            with self.admission.place(kind, comes_back=kind in COME_BACK):
                return await _dispatched(app, payload)
        except Full:
            return excuse(payload, self.busy, self.asides)
        except (AttributeError, LookupError, TypeError):  # Bolt trusts that every field is there
            log.warning("slack_malformed", extra={"kind": kind})
            return BoltResponse(status=400, body="")


async def _dispatched(app: AsyncApp, payload: dict[str, Any]) -> BoltResponse:
    # "socket_mode" is Bolt's name for a body that is read already.
    answer = await app.async_dispatch(AsyncBoltRequest(body=payload, mode="socket_mode"))
    return _taken() if answer.status == _NOT_FOUND else answer


def _taken() -> BoltResponse:
    return BoltResponse(status=200, body="")
