"""What is going on when a process is killed: people who write, and messages that are due."""

import asyncio
import hashlib
import hmac
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, time, timedelta
from zlib import crc32

import aiohttp
import orjson

from adapters.bench.people.daytime import workday_somewhere
from adapters.bench.people.letters import post
from bot.clock import Clock
from bot.events import Address
from bot.moments import Moment
from bot.people import Coachee, Slot
from storage.store import Store

TEAMS = 12
"""So many workspaces share the messages, since a platform limits how fast each gets its own."""

SECRET = "crash-secret"  # noqa: S105 - of made-up requests
PATH = "/slack/events"
WORD = "settings"
"""Typed by everybody: it is answered with one message, whoever types it."""

PAUSE = 0.05


async def write(
    http: aiohttp.ClientSession, user: str, name: str, now: Clock, told: Callable[[], None]
) -> str:
    """Let somebody write, as the Events API says it: until it is taken. Return the event's id."""
    body = orjson.dumps(_event(user, name))
    while not await _taken(http, body, now):  # noqa: ASYNC110 - it starts elsewhere
        await asyncio.sleep(PAUSE)
    told()
    return f"slack:{name}"


def fall_due(store: Store, names: list[str], now: datetime) -> None:
    """Let the weekly moment of these people have come, at a good hour where they are."""
    store.run_sync(_fall_due, store, names, now)


def queue(store: Store, names: list[str], now: datetime) -> None:
    """Let a message to each of these people be ready to go."""
    post(store, names, address_of, now)


def team_of(name: str) -> str:
    """Return somebody's workspace."""
    return f"T{crc32(name.encode()) % TEAMS}"


def address_of(name: str) -> Address:
    """Return where somebody is reached."""
    return {"platform": "slack", "team": team_of(name), "user": name, "channel": f"D{name}"}


def _fall_due(store: Store, names: list[str], now: datetime) -> None:
    with store.open_uow() as uow:
        due = now - timedelta(minutes=1)
        for person in _people(names, now):
            uow.people.add(person)
            key = f"checkin:{person.id}:now"
            uow.moments.plan(Moment(f"due-{person.id}", key, person.id, "weekly", due, due))
        uow.commit()


def _people(names: list[str], now: datetime) -> Iterator[Coachee]:
    country, zone = workday_somewhere(now)
    for name in names:
        made = Coachee(name, f"slack:{team_of(name)}", name, address_of(name), now, state="active")
        made = replace(made, zone=zone, zone_known=True, country=country, slot=Slot(0, time(9)))
        yield replace(made, themes=("delegation",))


async def _taken(http: aiohttp.ClientSession, body: bytes, now: Clock) -> bool:
    with suppress(aiohttp.ClientError, TimeoutError):
        async with http.post(PATH, data=body, headers=_signed(body, now())) as answer:
            return answer.ok
    return False


def _event(user: str, name: str) -> dict[str, object]:
    said = {"type": "message", "channel_type": "im", "channel": f"D{user}", "user": user}
    event = said | {"text": WORD, "ts": "1700000000.000100"}
    return {"type": "event_callback", "team_id": team_of(user), "event_id": name, "event": event}


def _signed(body: bytes, now: datetime) -> dict[str, str]:
    stamp = str(int(now.timestamp()))
    said = hmac.new(SECRET.encode(), b"v0:%b:%b" % (stamp.encode(), body), hashlib.sha256)
    return {
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": f"v0={said.hexdigest()}",
        "Content-Type": "application/json",
    }
