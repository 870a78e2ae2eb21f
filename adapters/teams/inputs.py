"""The ids of a card's inputs: which button they belong to, under which name, one or several.

A card sends all its inputs with every button that gathers them, so each id carries the token
of its own button.
"""

from collections.abc import Mapping
from typing import Any

ONE, MANY = "one", "many"


def input_id(token: str, name: str, *, many: bool = False) -> str:
    """Name an input; `many` marks a list of several choices."""
    return f"{MANY if many else ONE}.{token}.{name}"


def inputs_of(data: Mapping[str, Any], token: str) -> dict[str, str | list[str]]:
    """Return the inputs that belong to a token, by name; what is not text is left out."""
    values: dict[str, str | list[str]] = {}
    for key, value in data.items():
        kind, _, rest = key.partition(".")
        name = rest.removeprefix(f"{token}.")
        written = _written(value)
        if kind in (ONE, MANY) and name != rest and written is not None:
            values[name] = _several(written) if kind == MANY else written
    return values


def _written(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return f"{value:.15g}" if isinstance(value, float) else str(value).replace("\0", "")


def _several(value: str) -> list[str]:
    """Teams joins the ids chosen with commas."""
    return [part for part in value.split(",") if part]
