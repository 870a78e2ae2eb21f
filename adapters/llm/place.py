"""Where a language model answers, and where it may not be asked."""

import ipaddress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bot.errors import BotError

OPENAI = "https://api.openai.com/v1"
"""Where sentences go if only a key is set."""


class RealModelInTests(BotError):
    """Tests never ask a model beyond this computer: nothing of theirs leaves it, nor costs."""


@dataclass(frozen=True, slots=True)
class Place:
    """An endpoint, its model and its key; a local one needs none."""

    url: str
    model: str
    key: str = field(default="", repr=False)

    @property
    def host(self) -> str:
        """The host, as the person reads it."""
        return urlsplit(self.url).hostname or self.url


def admitted(place: Place, *, in_tests: bool) -> Place:
    """Return the place.

    Raises:
        RealModelInTests: this is a test, and the place is beyond this computer.
    """
    if in_tests and not is_loopback(place.host):
        told = f"CI is set: a language model beyond this computer ({place.host}) is not asked."
        raise RealModelInTests(told)
    return place


def is_loopback(host: str) -> bool:
    """Tell whether a host is this computer."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_near(host: str) -> bool:
    """Tell whether a host is in the company's own network, where plain http may do."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host
