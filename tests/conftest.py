"""Fixtures for all tests."""

from tests.databases import (
    database,
    postgres_database,
    postgres_migrated,
    postgres_socket,
    sqlite_database,
    sqlite_migrated,
    store,
)

__all__ = [
    "database",
    "postgres_database",
    "postgres_migrated",
    "postgres_socket",
    "sqlite_database",
    "sqlite_migrated",
    "store",
]
