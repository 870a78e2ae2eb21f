"""What the command line asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from adapters.bench.scenario import Options
from adapters.bench.sizes import read_sizes
from bot.errors import BotError

QUICK_SIZES, SIZES = (1_000, 10_000), (1_000, 10_000, 100_000, 1_000_000)
QUICK_ROUNDS, ROUNDS = 3, 5

DATABASES = ("sqlite", "postgres")


class Unreadable(BotError):
    """The command line says what nobody understands."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says.

    Attributes:
        db: `sqlite`, `postgres`, or the URL of a server; none is both, as far as there are.
        sizes, rounds: none are as many as fit a quick run, or a full one.
    """

    scenarios: Sequence[str] = ()
    db: Sequence[str] = ()
    sizes: Sequence[int] = ()
    rounds: int = 0
    against: Sequence[str] = ()
    quick: bool = False
    json: Path | None = None
    chart: Path | None = None
    check: bool = False
    slow_commit_ms: int = 0

    @classmethod
    def read(
        cls,
        scenarios: Sequence[str] = (),
        *,
        sizes: str = "",
        against: str = "",
        slow_commit: str = "",
        **more: Any,
    ) -> "Asked":
        """Read what is written in words.

        Raises:
            Unreadable: sizes or a duration are none.
        """
        try:
            return cls(
                scenarios,
                sizes=read_sizes(sizes) if sizes else (),
                against=[peer for peer in against.split(",") if peer],
                slow_commit_ms=int(slow_commit.removesuffix("ms") or 0),
                **more,
            )
        except ValueError as error:
            raise Unreadable(
                f"Sizes are such as 1k,10k, a duration such as 3ms: {error}"
            ) from error

    @property
    def url(self) -> str:
        """The server named, if one is."""
        return next((one for one in self.db if one not in DATABASES), "")

    @property
    def postgres(self) -> bool:
        """Whether PostgreSQL is wanted."""
        return not self.db or bool(self.url) or "postgres" in self.db

    @property
    def all_rounds(self) -> int:
        """How often each side runs."""
        return self.rounds or (QUICK_ROUNDS if self.quick else ROUNDS)

    def options(self, *, postgres: bool) -> Options:
        """Return what the scenarios are to know; `postgres` tells whether it can be had."""
        sqlite = not self.db or "sqlite" in self.db
        return Options(
            databases=("sqlite",) * sqlite + ("postgres",) * postgres,
            sizes=self.sizes or (QUICK_SIZES if self.quick else SIZES),
            quick=self.quick,
            against=self.against,
            slow_commit_ms=self.slow_commit_ms,
        )
