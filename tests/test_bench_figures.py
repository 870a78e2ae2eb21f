"""What runs come to: medians, growth, goals, and the report."""

import io
import math
from collections.abc import Sequence

import orjson
import pytest
from rich.console import Console

from adapters.bench import command, machine, registry, report
from adapters.bench import goals as bars
from adapters.bench.asked import Asked, Unreadable
from adapters.bench.goals import GoalsError
from adapters.bench.running import SideFailed, missing
from adapters.bench.scenario import Case, Measured, Options, Side
from adapters.bench.sizes import read_sizes, size_name
from adapters.bench.spread import Spread, exponent, growth, ratios, spread, wall
from adapters.bench.trials import picked, rounds_of, summed, tried
from adapters.bench.watching import watching

OURS, PEER = Side("ours", ("ours",)), Side("bolt", ("bolt",))


def run(seconds: float, ops: int = 10, mb: float = 50) -> Measured:
    return Measured(ops=ops, wall_s=seconds, cpu_s=seconds / 2, rss_mb=mb)


class Presses:
    """A scenario with a curve of two sizes against one peer, and one case alone."""

    def cases(self, options: Options) -> Sequence[Case]:
        beside = [
            Case(f"presses {size_name(n)}", OURS, PEER, n=n, group="presses") for n in options.sizes
        ]
        return [*beside, Case("alone", OURS)]

    def figures(
        self, case: Case, ours: Sequence[Measured], peers: Sequence[Measured]
    ) -> dict[str, Sequence[float]]:
        return (
            {"slower": ratios(ours, peers, wall)} if case.peer else {"ops": [r.ops for r in ours]}
        )


OPTIONS = Options(("sqlite",), (1_000, 10_000))


def quiet() -> Console:
    return Console(file=io.StringIO(), width=140)


def test_the_middle_of_several_runs_is_reported_with_their_range() -> None:
    assert spread([5, 1, 3]) == Spread(median=3, low=1, high=5)


def test_ratios_are_of_pairs_that_ran_one_after_the_other() -> None:
    assert ratios([run(1), run(6)], [run(2), run(3)], wall) == [0.5, 2.0]


def test_sizes_are_read_in_any_order_and_written_short() -> None:
    assert read_sizes("1M, 1k,10k,50") == (50, 1_000, 10_000, 1_000_000)
    assert [size_name(n) for n in (50, 1_000, 1_500, 1_000_000)] == ["50", "1k", "1500", "1M"]


@pytest.mark.parametrize("written", ["", "k", "0", "-1k", "many"])
def test_what_is_no_size_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_sizes(written)
    with pytest.raises(Unreadable):
        Asked.read(sizes=written or "?")


@pytest.mark.parametrize("power", [0.0, 0.5, 1.0, 2.0])
def test_the_exponent_is_the_power_by_which_cost_grows(power: float) -> None:
    costs = {n: 3 * n**power for n in (1_000, 10_000, 100_000)}
    assert math.isclose(exponent(costs), power, abs_tol=1e-9)


def test_growth_compares_each_larger_size_with_the_smallest() -> None:
    found = growth({1_000: [run(1, mb=50)], 10_000: [run(3, mb=58)], 100_000: [run(9, mb=70)]})
    assert found["growth 1k to 10k"] == [3.0]
    assert found["growth 1k to 100k"] == [9.0]
    assert found["memory 1k to 100k"] == [20.0]
    assert growth({1_000: [run(1)]}) == {}


def test_both_sides_of_a_case_run_in_turn() -> None:
    ran: list[str] = []

    def run_side(side: Side) -> Measured:
        ran.append(side.name)
        return run(len(ran))

    case, console = Presses().cases(OPTIONS)[0], quiet()
    with watching(console, 6) as watch:
        trial = tried("inbound", Presses(), case, 3, run_side, watch)
    assert ran == ["ours", "bolt"] * 3
    assert trial.figures == {"slower": [1 / 2, 3 / 4, 5 / 6]}


def test_the_largest_sizes_run_seldom() -> None:
    cases = [Case("c", OURS, n=n) for n in (None, 10_000, 100_000, 1_000_000)]
    assert [rounds_of(case, 5, quick=False) for case in cases] == [5, 5, 2, 1]
    assert [rounds_of(case, 3, quick=True) for case in cases] == [3, 1, 1, 1]
    assert rounds_of(cases[-2], 1, quick=False) == 1


def test_a_case_for_which_one_run_says_enough_runs_once() -> None:
    case = Case("c", OURS, rounds=1)
    assert rounds_of(case, 5, quick=False) == rounds_of(case, 3, quick=True) == 1


def test_a_peer_that_is_not_installed_is_left_out_with_the_way_to_install_it() -> None:
    side = Side("queue", ("queue",), needs=("json", "no_such_module.inner"))
    assert missing(side) == ("no_such_module.inner",)
    console = quiet()
    with watching(console, 1) as watch:
        trial = tried("x", Presses(), Case("c", OURS, side), 1, lambda _: run(1), watch)
    assert trial.trouble == "not installed: no_such_module.inner"
    assert "pip install -r requirements-bench.txt" in str(console.file.getvalue())  # type: ignore[attr-defined]


def test_only_the_peers_named_are_measured_beside() -> None:
    against = Options(("sqlite",), (1_000,), against=("aiohttp",))
    assert [case.name for case in picked(Presses(), against)] == ["alone"]


def goals(text: str) -> tuple[bars.Goal, ...]:
    return bars.load(text)


def test_a_goal_is_met_by_the_middle_run_or_by_every_run() -> None:
    middle, every = goals("[a.b]\nx = {at_most = 5}\ny = {at_most = 5, worst = true}")
    found = Spread(median=4, low=1, high=6)
    assert middle.met(found)
    assert not every.met(found)
    assert every.bar == "at most 5, in every run"


def test_goals_are_met_missed_or_not_measured() -> None:
    bar = '[inbound."one"]\nx = {at_least = 2}\n[inbound."two"]\nx = {at_least = 2}\n'
    bar += '[inbound."three"]\nx = {at_least = 2}\n[inbound."four"]\nx = {at_least = 2}'
    measured = {"inbound": {"one": {"x": spread([2])}, "two": {"x": spread([1.9])}}}
    judged = bars.judge(goals(bar), measured, failed=[("inbound", "three")])
    assert [one.state for one in judged] == ["met", "missed", "missed", "not measured"]


def test_goals_of_scenarios_that_did_not_run_are_left_alone() -> None:
    assert bars.judge(goals("[teams.a]\nx = {at_least = 2}"), {"inbound": {}}) == ()


@pytest.mark.parametrize(
    "bar",
    [
        "[nowhere.one]\nx = {at_most = 1}",
        "[inbound.nothing]\nx = {at_most = 1}",
        "[inbound.one]\nnothing = {at_most = 1}",
        "[inbound.one]\nx = {below = 1}",
        "[inbound.one]\nx = {at_most = 1, at_least = 1}",
        "[inbound.one]\nx = {at_most = 1, whenever = true}",
    ],
)
def test_a_goal_that_names_what_does_not_exist_is_an_error(bar: str) -> None:
    with pytest.raises(GoalsError):
        held(bar)


def held(bar: str) -> None:
    bars.refuse_unknown(goals(bar), registry.NAMES, {"inbound": ["one"]})
    bars.judge(goals(bar), {"inbound": {"one": {"x": spread([1])}}})


def test_every_goal_of_the_repository_is_of_a_case_that_there_is() -> None:
    known = command._known({name: registry.scenario(name) for name in registry.NAMES})
    bars.refuse_unknown(bars.load(), registry.NAMES, known)


def test_the_machine_is_described_beside_the_numbers() -> None:
    found = machine.describe("16.1", 0.5)
    assert found.cores >= 1
    assert found.fsync_ms > 0
    told = "\n".join(found.lines())
    assert all(part in told for part in (found.processor, found.python, "16.1", "0.50 ms"))


def test_everything_measured_is_in_the_json_and_in_the_tables() -> None:
    console = quiet()
    with watching(console, 4) as watch:
        trials = [
            tried("inbound", Presses(), case, 1, lambda side: run(1 + len(side.name)), watch)
            for case in Presses().cases(OPTIONS)
        ]
    sums = summed(trials)
    judged = bars.judge(goals('[inbound."presses 1k"]\nslower = {at_most = 1}'), sums)
    found = machine.describe()
    written = orjson.loads(report.as_json(found, 1, trials, sums, judged))
    assert written["trials"][0]["ours"]["runs"][0]["ops"] == 10
    assert written["figures"]["inbound"]["presses"]["growth 1k to 10k"]["median"] == 1
    assert written["goals"][0]["state"] == "met"
    report.show(console, found, trials, sums)
    report.show_goals(console, judged)
    told = str(console.file.getvalue())  # type: ignore[attr-defined]
    assert all(
        part in told for part in ("presses 1k: bolt", "growth 1k to 10k", "at most 1", "met")
    )


def test_a_side_that_fails_is_told_and_the_rest_goes_on() -> None:
    def fails(side: Side) -> Measured:
        raise SideFailed(f"{side.name}: broken")

    console = quiet()
    with watching(console, 1) as watch:
        trial = tried("x", Presses(), Case("c", OURS), 1, fails, watch)
    assert trial.figures is None
    assert trial.trouble == "failed: ours: broken"
    assert summed([trial]) == {"x": {}}
