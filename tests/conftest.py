"""Fixtures for all tests, and how Hypothesis runs: no deadline, for the machine may be busy."""

from hypothesis import settings

from tests.databases import (
    database,
    postgres_database,
    postgres_migrated,
    postgres_socket,
    postgres_store,
    sqlite_database,
    sqlite_migrated,
    sqlite_store,
    store,
)
from tests.spending import spent

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

__all__ = [
    "database",
    "postgres_database",
    "postgres_migrated",
    "postgres_socket",
    "postgres_store",
    "spent",
    "sqlite_database",
    "sqlite_migrated",
    "sqlite_store",
    "store",
]
