"""What a benchmark is made of: cases, in each of which one program is measured against another.

Each side is a process of its own that prints one JSON line, `Measured`, when it is done.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run of one side came to.

    Attributes:
        ops: how many operations were done.
        wall_s: seconds from the first to the last.
        cpu_s: user and system seconds of the measured processes meanwhile.
        p50_ms: the median time of one operation, where it was taken; likewise the next two.
        rss_mb: the most memory of the measured process.
        block_ms: the longest time its event loop stood still.
        facts: what only this scenario counts, such as `lost` or `repeats`.
    """

    ops: int
    wall_s: float
    cpu_s: float
    p50_ms: float | None = None
    p99_ms: float | None = None
    max_ms: float | None = None
    rss_mb: float | None = None
    block_ms: float | None = None
    facts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Side:
    """One program to measure: what follows `python -m`, and the modules that it needs.

    `{sqlite}` and `{postgres}` in a word of the command stand for the URL of a database of this
    one run: empty, without any table, and dropped when the run is over. It runs in an empty
    folder, and whatever it started is ended with it.
    """

    name: str
    command: Sequence[str]
    needs: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One comparison. Without a peer, ours is measured alone.

    Attributes:
        name: as the goals file and the table call it, such as `postgres 10k`.
        n: the size, for the growth of cost; cases of one scenario and `group` are one curve.
            Under the group's name the harness adds `exponent`, the slope of log cost (`wall_s`
            an operation, ours) against log n, and from the smallest size to each larger one
            `growth 1k to 1M`, the ratio of the costs, `cpu 1k to 1M`, likewise, and
            `memory 1k to 1M`, the difference in MB.
        rounds: how often it runs at most, where fewer runs than asked for say enough.
    """

    name: str
    ours: Side
    peer: Side | None = None
    n: int | None = None
    group: str = ""
    rounds: int | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller asked for.

    Attributes:
        databases: names, `sqlite` and `postgres`; each run gets an empty one (see `Side`).
        sizes: numbers of people or items, ascending.
        quick: leave out what takes longer than a minute.
        against: only these peers; empty for all.
        slow_commit_ms: milliseconds added to each commit on PostgreSQL.
    """

    databases: Sequence[str]
    sizes: Sequence[int]
    quick: bool = False
    against: Sequence[str] = ()
    slow_commit_ms: int = 0


class Scenario(Protocol):
    """A module of `adapters.bench.scenarios`."""

    def cases(self, options: Options) -> Sequence[Case]:
        """List the comparisons, the quick ones first."""

    def figures(
        self, case: Case, ours: Sequence[Measured], peers: Sequence[Measured]
    ) -> Mapping[str, Sequence[float]]:
        """Return by name what the goals speak of: one value for each pair of runs."""
