"""What the page sends, checked, and the event it becomes."""

import re
from datetime import datetime
from functools import cache
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from adapters.playground.moves import To
from adapters.playground.people import Player
from bot.events import Clicked, Commanded, Inbound, Opened, Said, Submitted

Values = dict[str, str | list[str]]

_COMMAND = re.compile(r"/([a-z-]+)(?:\s+(.*))?", re.DOTALL)


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _known_zone(zone: str) -> str:
    if zone not in _zones():
        raise ValueError("unknown zone")
    return zone


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Locale = Annotated[str, StringConstraints(pattern=r"^(en|fr)(-[A-Z]{2})?$")]
Zone = Annotated[str, AfterValidator(_known_zone)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40_000)]
Short = Annotated[str, StringConstraints(max_length=200)]


class Asked(BaseModel):
    """What every request carries: an id of its own, so that sending it again is harmless."""

    model_config = ConfigDict(extra="forbid", strict=True)

    request_id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{8,64}$")]

    @property
    def event_id(self) -> str:
        """The event's id."""
        return f"playground:{self.request_id}"


class NewPlayer(Asked):
    """Somebody to play."""

    name: Name
    locale: Locale
    zone: Zone


class Say(Asked):
    """Words, or a command that begins with a slash."""

    text: Words


class Click(Asked):
    """A button of a message; `message` is empty on the home and on what is not kept."""

    token: Short
    option: Short
    values: Values = Field(default_factory=dict)
    message: int | None = None


class Submit(Asked):
    """A form."""

    token: Short
    values: Values


class Visit(Asked):
    """The home was opened."""


class Close(Asked):
    """The open form was put away."""


class Forget(Asked):
    """Own words are to be taken out of the chat."""

    message: int


class MoveClock(Asked):
    """The clock is to be moved."""

    to: To


def said(asked: Say, player: Player, at: datetime) -> Inbound:
    """Turn what was typed into an event."""
    command = _COMMAND.fullmatch(asked.text)
    if command is None:
        return Said(
            id=asked.event_id, at=at, actor=player.actor, address=player.address, text=asked.text
        )
    return Commanded(
        id=asked.event_id,
        at=at,
        actor=player.actor,
        address=player.address,
        name=command[1],
        text=(command[2] or "").strip(),
    )


def clicked(asked: Click, player: Player, at: datetime) -> Inbound:
    """Turn a press into an event."""
    return Clicked(
        id=asked.event_id,
        at=at,
        actor=player.actor,
        address=player.address,
        token=asked.token,
        option=asked.option,
        values=asked.values,
        ref=None if asked.message is None else {"id": str(asked.message)},
    )


def submitted(asked: Submit, player: Player, at: datetime) -> Inbound:
    """Turn a form into an event."""
    return Submitted(
        id=asked.event_id,
        at=at,
        actor=player.actor,
        address=player.address,
        token=asked.token,
        values=asked.values,
    )


def opened(asked: Asked, player: Player, at: datetime, place: Literal["home", "chat"]) -> Inbound:
    """Turn a first visit of a chat, or a visit of the home, into an event."""
    return Opened(id=asked.event_id, at=at, actor=player.actor, address=player.address, place=place)
