"""How far a long run is: a bar on a terminal, a quiet line a case elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from typing_extensions import override


class Watch(Protocol):
    """Is told what runs."""

    def begins(self, what: str) -> None:
        """Say which case begins."""

    def ran(self) -> None:
        """Count one run more."""

    def note(self, line: str) -> None:
        """Say what somebody should know, such as what was left out."""


@contextmanager
def watching(console: Console, runs: int) -> Iterator[Watch]:
    """Watch a number of runs until the end of the block."""
    if not console.is_terminal:
        yield _Lines(console)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        yield _Bar(progress, runs)


class _Lines(Watch):
    def __init__(self, console: Console) -> None:
        self._console = console

    @override
    def begins(self, what: str) -> None:
        self.note(what)

    @override
    def ran(self) -> None:
        pass

    @override
    def note(self, line: str) -> None:
        self._console.print(line, markup=False, highlight=False)


class _Bar(Watch):
    def __init__(self, progress: Progress, runs: int) -> None:
        self._progress = progress
        self._task = progress.add_task("", total=runs)

    @override
    def begins(self, what: str) -> None:
        self._progress.update(self._task, description=what)

    @override
    def ran(self) -> None:
        self._progress.advance(self._task)

    @override
    def note(self, line: str) -> None:
        self._progress.console.print(line, markup=False, highlight=False)
