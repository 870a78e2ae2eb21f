"""Between rows and the domain's dataclasses, where names are equal on both sides."""

from dataclasses import fields
from typing import Any

from sqlalchemy import Column, Table


def columns(table: Table, kind: type[Any], *but: str) -> tuple[Column[Any], ...]:
    """Return the columns of a dataclass in the order of its fields."""
    return tuple(table.c[field.name] for field in fields(kind) if field.name not in but)


def values(item: Any, *but: str) -> dict[str, Any]:
    """Return the fields of a dataclass as they are."""
    names = item.__dataclass_fields__  # `fields` filters them anew at every call
    return {name: getattr(item, name) for name in names if name not in but}
