"""What a button carries: the message's token and an option id, and nothing else."""

from dataclasses import dataclass

import orjson

VALUE = 2000
"""Slack's limit for the value of a button."""

LISTED = 150
"""Slack's limit for the value of an entry in a list or menu."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A token and the option chosen under it."""

    token: str
    option: str


def pack(token: str, option: str, most: int = VALUE) -> str:
    """Write a value. Raises `ValueError` where Slack would refuse its length."""
    value = orjson.dumps({"t": token, "o": option}).decode()
    if len(value) > most:
        raise ValueError(f"the value of option {option[:20]} is longer than {most} characters")
    return value


def unpack(value: object) -> Pressed | None:
    """Read a value; None if it is not one of ours."""
    try:
        pair = orjson.loads(value) if isinstance(value, str) else None
    except orjson.JSONDecodeError:
        return None
    match pair:
        case {"t": str(token), "o": str(option)}:
            return Pressed(token, option)
    return None


def input_id(place: int) -> str:
    """Name the input block of the element at a place of the message."""
    return f"in.{place}"


def save_id(place: int) -> str:
    """Name the button that sends the input block at the same place."""
    return f"save.{place}"


def saved_input(action_id: str) -> str | None:
    """Find the input block that belongs to a Save button; None for other buttons."""
    kind, _, place = action_id.partition(".")
    return f"in.{place}" if kind == "save" else None
