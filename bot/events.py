"""What happened: every way in, whatever the platform."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Address = Mapping[str, str]
"""Where a person is reached; only the person's own adapter reads it. Holds `platform`."""

MessageRef = Mapping[str, str]
"""A message that was posted; only the adapter reads it."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it: a person of a workspace, as the platform vouches for them.

    `workspace` is `platform:tenant`, such as `slack:T0123`; `person` is the platform's id.
    """

    workspace: str
    person: str
    locale: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel in which a team meets: the platform's id, and how to post there.

    The address is without any thread; like every address it holds `platform`.
    """

    id: str
    address: Address


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or something named with the platform's own mention, with its id."""

    kind: Literal["channel", "usergroup", "person"]
    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What all events share. `id` is derived from the platform's own, so redelivery is harmless.

    `channel` is where it happened, if that was in a channel; `address` is always the person's.
    """

    id: str
    at: datetime
    actor: Actor
    address: Address
    channel: Channel | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commanded(Happened):
    """A slash command, such as `/coach start delegation`.

    `name` is `/coach`, `/coach-team` or `/coach-campaign`; `elsewhere` is true where it was typed
    outside the direct message. In the text a mention reads as a name; `mentions` has the ids, in
    order.
    """

    name: str
    text: str
    elsewhere: bool = False
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Happened):
    """Words in the direct message, or to the bot by name (mention already removed)."""

    text: str
    elsewhere: bool = False
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clicked(Happened):
    """A button, a menu entry or the Save of a list. `values` holds inputs of the message.

    `wants_card` asks for the message as it is afterwards in the reply.
    """

    token: str
    option: str
    values: Mapping[str, str | list[str]] = field(default_factory=dict)
    ref: MessageRef | None = None
    wants_card: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted(Happened):
    """A form was sent."""

    token: str
    values: Mapping[str, str | list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(Happened):
    """The person opened the bot's home or, for the first time, its chat."""

    place: Literal["home", "chat"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed(Happened):
    """The bot was added for this person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed(Happened):
    """The bot was taken away for this person; nothing can be sent any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileLearned(Happened):
    """The platform told language or zone; both are in `actor`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelJoined(Happened):
    """The bot was added to `channel` by the actor; `person` is empty where nobody is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelLeft(Happened):
    """The bot can no longer post in `channel`: it was removed, or the channel is closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MembersChanged(Happened):
    """Somebody came into `channel` or left it; platform ids of people, guests and bots."""

    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()


InChannel = ChannelJoined | ChannelLeft | MembersChanged

Inbound = (
    Commanded
    | Said
    | Clicked
    | Submitted
    | Opened
    | Installed
    | Removed
    | ProfileLearned
    | InChannel
)


@dataclass(frozen=True, slots=True)
class Due:
    """A moment has come; the scheduler has claimed it."""

    moment_id: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ModelReplied:
    """A model was asked for a wording, and this came of it: one that passed, or nothing.

    `id` is derived from the ask, so that it counts once. It comes from nobody and from no
    platform: the person may be gone, or done with the question.
    """

    id: str
    at: datetime
    coachee_id: str
    card_token: str
    words_id: str
    wording: str = ""


Event = Inbound | Due | ModelReplied
