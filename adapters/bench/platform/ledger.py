"""What a platform took, on its own clock: the other half of every count of lost and repeated."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

SECOND = 1.0

_TOKEN = re.compile(rb'\\?"t\\?":\s?\\?"(?!menu\b)([^"\\]+)')  # `menu` is in every footer
_TEXT = re.compile(rb'"(?:text|summary)":\s?"((?:[^"\\]|\\.){1,200})')


@dataclass(frozen=True, slots=True)
class Call:
    """One call that the platform took.

    Attributes:
        at: seconds on the platform's clock.
        tenant: whom its limit applies to: a bot token of Slack, a tenant of Teams.
        method: `chat.postMessage` and its like; the Connector's are `post`, `put`, `delete`.
        channel: where it went.
        key: what names the row behind it, see `key_of`.
    """

    at: float
    tenant: str
    method: str
    channel: str
    key: str

    @property
    def said(self) -> bool:
        """Whether somebody sees one more message for it."""
        return self.method in {"chat.postMessage", "post"}


@dataclass(slots=True)
class Ledger:
    """All calls in the order in which they were taken."""

    calls: list[Call] = field(default_factory=list)
    refused: int = 0
    dropped: int = 0
    connections: int = 0

    def add(self, call: Call) -> None:
        """Write down a call."""
        self.calls.append(call)

    def within_second(self, tenant: str, now: float) -> int:
        """Count what a tenant sent in the last second."""
        taken = 0
        for call in reversed(self.calls):
            if call.at <= now - SECOND:
                break
            taken += call.tenant == tenant
        return taken

    def sum(self) -> dict[str, Any]:
        """Return the figures: counts, repeats, the fullest second, connections."""
        said = [call for call in self.calls if call.said]
        return {
            "calls": len(self.calls),
            "methods": Counter(call.method for call in self.calls),
            "messages": len(said),
            "duplicates": repeats(said),
            "refused": self.refused,
            "dropped": self.dropped,
            "connections": self.connections,
            "fullest": {
                "tenant": fullest(self.calls, "tenant"),
                "channel": fullest(self.calls, "channel"),
            },
            "first_at": self.calls[0].at if self.calls else None,
            "last_at": self.calls[-1].at if self.calls else None,
        }


def key_of(body: bytes) -> str:
    """Name what was sent: the token of its buttons; of a message without any, its text."""
    for pattern in (_TOKEN, _TEXT):
        if found := pattern.search(body):
            return found[1].decode(errors="replace")
    return ""


def repeats(said: Iterable[Call]) -> int:
    """Count messages beyond the first with one key in one channel."""
    counts = Counter((call.channel, call.key) for call in said if call.key)
    return sum(counts.values()) - len(counts)


def fullest(calls: Sequence[Call], unit: str) -> dict[str, int]:
    """Return by tenant or by channel the most calls in any window of one second, ten of them."""
    times: dict[str, list[float]] = {}
    for call in calls:
        times.setdefault(getattr(call, unit), []).append(call.at)
    found = Counter({name: _most(at) for name, at in times.items()})
    return dict(found.most_common(10))


def _most(times: Sequence[float]) -> int:
    """Count the fullest second; a call exactly one second later is no longer in it."""
    return max(bisect_left(times, at + SECOND) - place for place, at in enumerate(times))


def line(call: Call) -> bytes:
    """Write a call as one line of a file."""
    return orjson.dumps(call, option=orjson.OPT_APPEND_NEWLINE)


def read(lines: Iterable[bytes]) -> list[Call]:
    """Read what `line` wrote."""
    return [Call(**orjson.loads(one)) for one in lines if one.strip()]
