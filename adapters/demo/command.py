"""`declic demo`: build a demo, say how far it is, and what came of it."""

import asyncio
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from adapters.demo import place
from adapters.demo.hr import NAME
from adapters.demo.sums import Sums, sums
from adapters.demo.world import DAYS, Asked, World
from bot.measuring.dialogues import dialogues_of
from prompts.loader import load_library
from scheduler.closing import close_months
from storage import migrate
from storage.store import Store, open_store

SELDOM = 100_000
"""New objects until garbage is looked for."""


def build(path: Path, key: str, asked: Asked, console: Console | None = None) -> Sums:
    """Build a demo in a file and tell what it comes to; one that is there already goes.

    Args:
        path: the SQLite file.
        key: encrypts what people write, as in any database.
        asked: how large.
        console: where it is told how far it is.

    Raises:
        NotADemo: there is something else in the file.
        NotDone: the engine refused what HR did.
    """
    console = console or Console()
    url = f"sqlite:///{path}"
    place.clear(path)
    migrate.upgrade(url)
    place.mark(path)
    posts = _lived(url, key, asked, console)
    found = [*sums(url), ("Messages sent in all", posts)]
    console.print(_table(found, asked))
    console.print(f"Its figures: declic demo --show --database {path}", soft_wrap=True)
    console.print(f"Its messages: declic preview '{NAME}' --database {path}", soft_wrap=True)
    return found


def _lived(url: str, key: str, asked: Asked, console: Console) -> int:
    """Live through the weeks; return how many messages were posted."""
    store = open_store(url, key)
    try:
        world = World(store, load_library(), asked)
        with _seldom_collected(), _progress(console) as progress:
            bar = progress.add_task("the first day", total=asked.days)
            for day in world.live(asked.days):
                progress.update(bar, completed=day, description=_week(day // DAYS + 1, asked))
        _close_months(store, asked)
        return world.chat.posts
    finally:
        store.close()


def _week(week: int, asked: Asked) -> str:
    return f"week {week} of {asked.weeks}" if week <= asked.weeks else "until the month is closed"


def _close_months(store: Store, asked: Asked) -> None:
    """Close the months that are over in the end, as the worker does."""
    run, read, open_uow = store.run, store.run_read, store.open_uow
    dialogues = dialogues_of(load_library())
    asyncio.run(close_months(run, read, open_uow, dialogues, lambda: asked.closed))


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Leave what lasts out of garbage collection, which otherwise takes a fifth of the time."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def _progress(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=console
    )


def _table(found: Sums, asked: Asked) -> Table:
    table = Table(title=f"{asked.weeks} weeks until {asked.ending:%d %B %Y}", min_width=40)
    table.add_column("What")
    table.add_column("Number", justify="right")
    for what, number in found:
        table.add_row(what, f"{number:,}")
    return table
