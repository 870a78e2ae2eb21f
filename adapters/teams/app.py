"""The route Teams posts to: let in, translate, handle, answer.

It answers after the turn is committed: what is acknowledged is never lost. The SDK's own
route is not used, since it answers every invoke that has a body with 500.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import cast

import orjson
from aiohttp import web

from adapters.admission import Admission
from adapters.teams.actions import Json
from adapters.teams.activities import Activity, ref_of, text_at
from adapters.teams.aftermath import PAUSES, Aftermath
from adapters.teams.answers import (
    after_click,
    after_dialog,
    after_fetch,
    after_form_card,
    notice_answer,
    task_message,
)
from adapters.teams.auth import Guard, Refused
from adapters.teams.inbound import FETCH, PRESSED, SUBMIT, to_event
from adapters.teams.outbound import TeamsMessenger
from adapters.teams.phrases import PHRASES, Phrases
from bot.errors import Busy
from bot.events import Inbound, Submitted
from bot.language import lang_of
from bot.messages import Reply
from bot.ports import Handle

PATH = "/api/messages"

_NOTHING = Reply()
_log = logging.getLogger(__name__)


def add_routes(
    web_app: web.Application,
    *,
    guard: Guard,
    handle: Handle,
    messenger: TeamsMessenger,
    now: Callable[[], datetime],
    phrases: Phrases = PHRASES,
    pauses: tuple[float, ...] = PAUSES,
    admission: Admission | None = None,
) -> None:
    """Add `POST /api/messages`; what is still being said at shutdown is finished first.

    `pauses` are the seconds between tries of what a reply wants said at once.
    """
    aftermath = Aftermath(messenger, phrases, pauses)
    desk = _Desk(guard, handle, aftermath, now, phrases, admission or Admission())
    web_app.router.add_post(PATH, desk.receive)

    async def finish(_app: web.Application) -> None:
        await aftermath.finish()

    web_app.on_shutdown.append(finish)


class _Desk:
    def __init__(
        self,
        guard: Guard,
        handle: Handle,
        aftermath: Aftermath,
        now: Callable[[], datetime],
        phrases: Phrases,
        admission: Admission,
    ) -> None:
        self._guard = guard
        self._handle = handle
        self._aftermath = aftermath
        self._now = now
        self._phrases = phrases
        self._admission = admission

    async def receive(self, request: web.Request) -> web.Response:
        try:
            activity = await _activity(request)
            await self._guard.check(request.headers.get("Authorization", ""), activity)
        except Refused as refused:
            _log.warning("teams_refused", extra={"status": refused.status, "why": refused.reason})
            return web.Response(status=refused.status)
        event = to_event(activity, self._now())
        if text_at(activity, "type") == "invoke":
            return await self._answer(activity, event)
        return await self._take(activity, event)

    async def _take(self, activity: Activity, event: Inbound | None) -> web.Response:
        """Handle what needs no answer; when busy, the service delivers it again."""
        if event is None:
            return web.Response()
        try:
            reply = await self._carried("message", event, comes_back=True)
        except Busy:
            return web.Response(status=503)
        self._aftermath.after_message(event, reply, ref_of(activity))
        return web.Response()

    async def _answer(self, activity: Activity, event: Inbound | None) -> web.Response:
        """Answer an invoke; kinds yet to come, and feedback on a message, get an empty body."""
        name = text_at(activity, "name")
        if name not in (PRESSED, FETCH, SUBMIT):
            return _json({})
        lang = lang_of(text_at(activity, "locale"))
        if event is None:
            return _json(_notice(name, self._phrases.incomplete.text(lang)))
        try:
            reply = await self._carried(name, event, comes_back=False)
        except Busy:
            return _json(_notice(name, self._phrases.busy.text(lang)))
        return _json(self._body(name, activity, event, reply))

    async def _carried(self, kind: str, event: Inbound, *, comes_back: bool) -> Reply:
        with self._admission.place(kind, comes_back=comes_back):
            return await self._handle(event) or _NOTHING

    def _body(self, name: str, activity: Activity, event: Inbound, reply: Reply) -> Json | None:
        lang, ref = lang_of(event.actor.locale), ref_of(activity)
        if name == FETCH:
            self._aftermath.after_fetch(event, reply, ref)
            return after_fetch(reply, lang, self._phrases)
        if name == SUBMIT and isinstance(event, Submitted):
            self._aftermath.after_dialog(event, reply)
            return after_dialog(event, reply, self._phrases)
        self._aftermath.after_press(event, reply, ref)
        if isinstance(event, Submitted):
            return after_form_card(event, reply, lang, self._phrases)
        return after_click(event, reply, lang, self._phrases)


async def _activity(request: web.Request) -> Activity:
    """Read the body. Raises `Refused` for what is no activity."""
    if request.content_type != "application/json":
        raise Refused(415, "content type")
    try:
        activity = orjson.loads(await request.read())
    except orjson.JSONDecodeError as error:
        raise Refused(400, "body") from error
    if not isinstance(activity, dict) or not text_at(activity, "type"):
        raise Refused(400, "body")
    return cast("Activity", activity)


def _notice(name: str, text: str) -> Json:
    return notice_answer(text) if name == PRESSED else task_message(text)


def _json(body: Json | None) -> web.Response:
    """Answer 200; without a body, Teams closes the dialog."""
    if body is None:
        return web.Response()
    return web.Response(body=orjson.dumps(body), content_type="application/json")
