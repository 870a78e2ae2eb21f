"""Load: requests over kept connections, each sending the next as soon as it has its answer.

A plain protocol, without tasks or a client library: at 64 connections it costs less than the
emptiest server, so that one core of its own is enough.
"""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from time import perf_counter

from typing_extensions import override

PAUSE = 0.5
"""Seconds after which who was refused comes again, as people and platforms do."""

CONNECTING = 30.0

Request = tuple[str, bytes]
"""A key that tells it from others, and all its bytes."""


@dataclass(frozen=True, slots=True)
class Answered:
    """How one request ended."""

    key: str
    status: int
    seconds: float

    @property
    def accepted(self) -> bool:
        """Whether the server took it."""
        return 200 <= self.status < 300  # noqa: PLR2004


@dataclass(slots=True)
class Load:
    """What was answered, and in how many seconds altogether."""

    answers: list[Answered] = field(default_factory=list)
    wall_s: float = 0

    def milliseconds(self) -> list[float]:
        """Return how long what was accepted took, ascending."""
        return milliseconds(answer for answer in self.answers if answer.accepted)


async def put(port: int, requests: Iterator[Request], *, connections: int, seconds: float) -> Load:
    """Send requests for some seconds, or until there are none; wait for the last answers."""
    load = Load()
    clients = [_Client(requests, load) for _ in range(connections)]
    await _connect(clients, port)
    began = perf_counter()
    for client in clients:
        client.begin(began + seconds)
    try:
        await asyncio.gather(*(client.over for client in clients))
    finally:
        load.wall_s = perf_counter() - began
        for client in clients:
            client.close()
    return load


def milliseconds(answers: Iterable[Answered]) -> list[float]:
    """Return how long answers took, ascending."""
    return sorted(answer.seconds * 1000 for answer in answers)


def share(ordered: Sequence[float], part: float) -> float | None:
    """Return what that part of ascending values does not exceed; None of none."""
    return ordered[min(int(part * len(ordered)), len(ordered) - 1)] if ordered else None


async def _connect(clients: Sequence["_Client"], port: int) -> None:
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(CONNECTING):
        for client in clients:
            await loop.create_connection(partial(_same, client), "127.0.0.1", port)


def _same(client: "_Client") -> "_Client":
    return client


class _Client(asyncio.Protocol):
    def __init__(self, requests: Iterator[Request], load: Load) -> None:
        self.over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._requests = requests
        self._load = load
        self._received = b""
        self._key = ""
        self._sent_at = self._until = 0.0

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - TCP has no other
        self._transport = transport

    def begin(self, until: float) -> None:
        """Send the first request; none is begun after a moment."""
        self._until = until
        self._next()

    def close(self) -> None:
        """Hang up."""
        self._transport.abort()

    @override
    def data_received(self, data: bytes) -> None:
        self._received += data
        head, found, body = self._received.partition(b"\r\n\r\n")
        if not found or len(body) < _length(head):
            return
        self._received = b""
        now = perf_counter()
        answer = Answered(self._key, int(head[9:12]), now - self._sent_at)
        self._load.answers.append(answer)
        if answer.accepted:
            self._next()
        else:
            asyncio.get_running_loop().call_later(PAUSE, self._next)

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        if not self.over.done():
            self.over.set_exception(exc or ConnectionResetError("the server hung up"))

    def _next(self) -> None:
        now = perf_counter()
        following = next(self._requests, None) if now < self._until else None
        if following is None:
            if not self.over.done():
                self.over.set_result(None)
            return
        self._key, raw = following
        self._sent_at = perf_counter()
        self._transport.write(raw)


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0
