"""What the numbers were measured on."""

import os
import platform
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

SYNCS = 50
"""Writes of which the middle one is the time of the disk."""

_BLOCK = bytes(4096)


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine and what runs on it.

    Attributes:
        fsync_ms: how long 4 KiB take to the disk of the temporary folder.
        commit_ms: how long a commit on PostgreSQL takes; None without one.
    """

    processor: str
    cores: int
    memory_gb: float
    system: str
    python: str
    sqlite: str
    fsync_ms: float
    postgres: str = ""
    commit_ms: float | None = None

    def lines(self) -> tuple[str, ...]:
        """Describe it for a reader."""
        postgres = f", PostgreSQL {self.postgres}" if self.postgres else ""
        commit = f", a commit on PostgreSQL {self.commit_ms:.2f} ms" if self.commit_ms else ""
        return (
            f"{self.processor}, {self.cores} cores, {self.memory_gb:.0f} GB, {self.system}",
            f"Python {self.python}, SQLite {self.sqlite}{postgres}",
            f"4 KiB to the disk {self.fsync_ms:.2f} ms{commit}",
        )


def describe(postgres: str = "", commit_ms: float | None = None) -> Machine:
    """Look at this machine."""
    return Machine(
        processor=_processor(),
        cores=os.cpu_count() or 1,
        memory_gb=_memory(),
        system=f"{platform.system()} {platform.release()}",
        python=platform.python_version(),
        sqlite=sqlite3.sqlite_version,
        fsync_ms=median(_syncs()),
        postgres=postgres,
        commit_ms=commit_ms,
    )


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text().splitlines() if told.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, "") or platform.processor() or platform.machine()


def _memory() -> float:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    except (ValueError, OSError):  # not known on every system
        return 0.0


def _syncs() -> Iterator[float]:
    sync = getattr(os, "fdatasync", os.fsync)
    with tempfile.TemporaryFile() as file:
        for _ in range(SYNCS):
            file.write(_BLOCK)
            file.flush()
            began = perf_counter()
            sync(file.fileno())
            yield (perf_counter() - began) * 1000
