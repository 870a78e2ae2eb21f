"""Expressions that each database spells in its own way."""

from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Select, Text, bindparam, cast, column, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from storage.types import Lookup, UtcDateTime


class at_epoch(FunctionElement[Any]):  # noqa: N801 it is written as a function
    """The time so many whole seconds after 1970 began."""

    type = UtcDateTime()
    inherit_cache = True
    name = "at_epoch"

    def __init__(self, seconds: ColumnElement[Any]) -> None:
        super().__init__(seconds)


class looked_up(FunctionElement[Any]):  # noqa: N801 likewise
    """What a JSON object in a parameter holds under a name, as text; NULL where nothing."""

    type = Text()
    inherit_cache = True
    name = "looked_up"

    def __init__(self, held: ColumnElement[Any], name: ColumnElement[Any]) -> None:
        super().__init__(held, name)


class each_of(FunctionElement[Any]):  # noqa: N801 likewise
    """A table of the strings of a JSON array in a parameter: its column is `value`.

    One parameter, however many there are; and PostgreSQL goes to the index for each, where a
    long list of parameters makes it compare every row with every one of them.
    """

    inherit_cache = True
    name = "each_of"

    def __init__(self, held: ColumnElement[Any]) -> None:
        super().__init__(held)


def among(name: str) -> Select[tuple[str]]:
    """Select the strings of a parameter that is a list."""
    held = each_of(bindparam(name, type_=Lookup)).table_valued(column("value", Text))
    return select(held.c.value)


def among_numbers(name: str) -> Select[tuple[int]]:
    """Select the whole numbers of a parameter that is a list."""
    held = each_of(bindparam(name, type_=Lookup)).table_valued(column("value", Text))
    return select(cast(held.c.value, BigInteger))


@compiles(at_epoch, "sqlite")
def _at_epoch_sqlite(element: at_epoch, compiler: SQLCompiler, **kw: Any) -> str:
    # As SQLAlchemy writes times there, so that they compare as text.
    seconds = compiler.process(element.clauses, **kw)
    return f"strftime('%Y-%m-%d %H:%M:%S.000000', {seconds}, 'unixepoch')"


@compiles(at_epoch, "postgresql")
def _at_epoch_postgres(element: at_epoch, compiler: SQLCompiler, **kw: Any) -> str:
    return f"to_timestamp({compiler.process(element.clauses, **kw)})"


@compiles(looked_up, "sqlite")
def _looked_up_sqlite(element: looked_up, compiler: SQLCompiler, **kw: Any) -> str:
    held, name = (compiler.process(part, **kw) for part in element.clauses)
    return f"json_extract({held}, '$.\"' || replace({name}, '\"', '') || '\"')"


@compiles(looked_up, "postgresql")
def _looked_up_postgres(element: looked_up, compiler: SQLCompiler, **kw: Any) -> str:
    held, name = (compiler.process(part, **kw) for part in element.clauses)
    return f"({held} ->> ({name}))"


@compiles(each_of, "sqlite")
def _each_of_sqlite(element: each_of, compiler: SQLCompiler, **kw: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **kw)})"


@compiles(each_of, "postgresql")
def _each_of_postgres(element: each_of, compiler: SQLCompiler, **kw: Any) -> str:
    held = compiler.process(element.clauses, **kw)
    return f"jsonb_array_elements_text({held})"
