"""What the page asks for, checked."""

from functools import cache
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from adapters.playground.channels import Role
from adapters.playground.moves import To

Values = dict[str, str | list[str]]


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
    """Somebody to play; with `hr` the one person of HR."""

    name: Name
    locale: Locale
    zone: Zone
    hr: bool = False


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


class NewChannel(Asked):
    """A channel to meet in."""

    name: Name
    public: bool = False


class Seating(Asked):
    """What somebody is to be in the channel."""

    who: Short
    role: Role


class Invite(Asked):
    """Whether the bot is to be in the channel."""

    here: bool


class Archive(Asked):
    """Whether the channel is to be closed."""

    archived: bool
