"""What several runs come to: medians with their range, ratios of pairs, and growth with size."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from statistics import median

from scipy.stats import linregress

from adapters.bench.scenario import Measured
from adapters.bench.sizes import size_name


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of several values, the least and the greatest."""

    median: float
    low: float
    high: float


def spread(values: Sequence[float]) -> Spread:
    """Sum several values up; there must be one at least."""
    return Spread(median(values), min(values), max(values))


def rate(run: Measured) -> float:
    """Return operations a second."""
    return run.ops / run.wall_s


def wall(run: Measured) -> float:
    """Return the microseconds of one operation."""
    return run.wall_s / run.ops * 1e6


def cpu(run: Measured) -> float:
    """Return the microseconds of processor that one operation costs."""
    return run.cpu_s / run.ops * 1e6


def ratios(
    ours: Sequence[Measured], peers: Sequence[Measured], of: Callable[[Measured], float]
) -> list[float]:
    """Divide ours by the peer's, pair by pair, each of runs that came one after the other."""
    return [of(mine) / of(other) for mine, other in zip(ours, peers, strict=True)]


def exponent(costs: Mapping[int, float]) -> float:
    """Return the slope of log cost against log size: 0 stays the same, 1 grows in proportion."""
    return float(linregress([log(n) for n in costs], [log(c) for c in costs.values()]).slope)


def growth(curve: Mapping[int, Sequence[Measured]]) -> dict[str, list[float]]:
    """Compare the sizes of one curve with the smallest; empty for a single size."""
    sizes = sorted(curve)
    if len(sizes) < 2:  # noqa: PLR2004 - one point is no curve
        return {}
    rounds = range(min(len(runs) for runs in curve.values()))
    found = {"exponent": [exponent({n: wall(curve[n][r]) for n in sizes}) for r in rounds]}
    for larger in sizes[1:]:
        span = f"{size_name(sizes[0])} to {size_name(larger)}"
        found |= _compared(span, [(curve[sizes[0]][r], curve[larger][r]) for r in rounds])
    return found


def is_growth(figure: str) -> bool:
    """Tell whether `growth` makes such a figure; which it is depends on the sizes measured."""
    return figure == "exponent" or " to " in figure


def _compared(span: str, pairs: Sequence[tuple[Measured, Measured]]) -> dict[str, list[float]]:
    few, many = [few for few, _ in pairs], [many for _, many in pairs]
    found = {f"growth {span}": ratios(many, few, wall)}
    if all(run.cpu_s > 0 for run in few):
        found[f"cpu {span}"] = ratios(many, few, cpu)
    memory = [(m.rss_mb, f.rss_mb) for f, m in pairs]
    if all(m is not None and f is not None for m, f in memory):
        found[f"memory {span}"] = [(m or 0) - (f or 0) for m, f in memory]
    return found
