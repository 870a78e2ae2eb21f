"""Turns what the drivers raise into the bot's own errors, in one place for every statement."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy import ExceptionContext

from bot.errors import BotError, Busy, Conflict


class DatabaseFault(BotError):
    """The database refused a statement: a fault of our own, named without any value."""


_SQLITE_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_SQLITE_TAKEN = {
    sqlite3.SQLITE_CONSTRAINT_UNIQUE,
    sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY,
    sqlite3.SQLITE_CONSTRAINT_ROWID,
}
_POSTGRES_CONFLICT = {
    "23505",  # unique violation
    "40001",  # serialization failure
    "40P01",  # deadlock: the other one goes on
}
_POSTGRES_BUSY = {
    "25P03",  # idle in transaction for too long
    "53300",  # too many connections
    "55P03",  # lock not available: lock_timeout
    "57014",  # query cancelled: statement_timeout
    "57P01",  # the server is going down
    "57P02",
    "57P03",  # the server is starting
}


def translate(context: ExceptionContext) -> BotError | None:
    """Return the bot's error for a driver's; None leaves it as it is."""
    fault = context.original_exception
    if isinstance(fault, sqlite3.Error):
        return _of_sqlite(fault)
    if isinstance(fault, psycopg.Error):
        return _of_postgres(fault, lost=context.is_disconnect or context.connection is None)
    return None


@contextmanager
def translated() -> Iterator[None]:
    """Translate what a driver raises where it is used without an engine."""
    try:
        yield
    except sqlite3.Error as fault:
        raise _of_sqlite(fault) or fault from fault
    except psycopg.Error as fault:
        # Of a connection that is lost the server tells no state.
        lost = isinstance(fault, psycopg.OperationalError) and not fault.sqlstate
        raise _of_postgres(fault, lost=lost) from fault


def _of_sqlite(fault: sqlite3.Error) -> BotError | None:
    code = getattr(fault, "sqlite_errorcode", 0)
    if code & 0xFF in _SQLITE_BUSY:  # the low byte of an extended code is its kind
        return Busy(f"sqlite {fault.sqlite_errorname}")
    if code in _SQLITE_TAKEN:
        return Conflict(f"sqlite {fault.sqlite_errorname}")
    return None


def _of_postgres(fault: psycopg.Error, *, lost: bool) -> BotError:
    state = fault.sqlstate or ""
    # PostgreSQL repeats the whole row in a message's details, and a value that it cannot
    # read (class 22) in the message itself. A traceback would print them.
    # Without a state the fault is the connection's, and its text says where and why.
    told = (fault.diag.message_primary or "") if state else str(fault)
    fault.args = ("" if state.startswith("22") else told,)
    if state in _POSTGRES_CONFLICT:
        return Conflict(f"postgres {state}")
    if lost or state in _POSTGRES_BUSY:
        return Busy(f"postgres {state or fault}")
    return DatabaseFault(f"postgres {type(fault).__name__} {state} {fault}".strip())
