"""Fixtures for all tests, and how Hypothesis runs: no deadline, for the machine may be busy."""

from typing import Any

import pytest
from hypothesis import settings

from tests.browsers import browser
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
from tests.doing import do
from tests.scratch import keep_in_memory
from tests.sharing import Sharing
from tests.spending import spent

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
keep_in_memory()

__all__ = [
    "browser",
    "database",
    "do",
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


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Sharing:
    """Share tests among processes."""
    return Sharing(config, log)
