"""Migrations: the only way the tables change. Two processes may migrate at once."""

from functools import cache
from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from storage.engines import open_engine, parse

_ONE_AT_A_TIME = 0x6465636C6963  # "declic"
_ALEMBIC = Lock()  # Alembic's context is global to the process


def upgrade(url: str) -> None:
    """Bring a database up to date, all or nothing; the second of two waits for the first."""
    engine = open_engine(parse(url), "migrate")
    try:
        with _ALEMBIC, engine.begin() as db:
            _upgrade(db)
    finally:
        engine.dispose()


def is_current(engine: Engine) -> bool:
    """Whether the tables are those of this release."""
    with engine.connect() as db:
        return set(MigrationContext.configure(db).get_current_heads()) == _heads()


def config() -> Config:
    """Return Alembic's settings; there is no alembic.ini."""
    settings = Config()
    folder = Path(__file__).with_name("migrations")
    settings.set_main_option("script_location", str(folder).replace("%", "%%"))
    settings.set_main_option("path_separator", "os")
    return settings


def _upgrade(db: Connection) -> None:
    if db.dialect.name == "postgresql":
        db.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
    settings = config()
    settings.attributes["connection"] = db
    command.upgrade(settings, "head")


@cache
def _heads() -> frozenset[str]:
    return frozenset(ScriptDirectory.from_config(config()).get_heads())
