"""Column types: times that keep their zone, JSON with `null` as NULL, text in plain order."""

from datetime import UTC, datetime

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator, TypeEngine

Json = JSON(none_as_null=True)

Lookup = JSON().with_variant(JSONB(), "postgresql")
"""JSON in a parameter, which PostgreSQL then reads once a statement and not once a row."""

Sequence = BigInteger().with_variant(Integer, "sqlite")
"""A growing number; SQLite numbers its rows only in a column of exactly this type."""


Plain = Text().with_variant(Text(collation="C"), "postgresql")
"""Text in the order of its bytes, so that an index finds what begins alike, whatever the locale."""


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in time: aware in, aware out, always UTC. Refuses a naive one.

    SQLite forgets time zones, so it gets UTC without one and gives it back with one.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[datetime]:
        """Keep the zone only where the database does."""
        return dialect.type_descriptor(DateTime(timezone=dialect.name != "sqlite"))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware time into UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime cannot be stored")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return an aware time in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)
