"""What a message costs once it is to go out: our messengers against the platforms' own clients."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from adapters.bench.scenario import Case, Measured, Options, Side
from adapters.bench.spread import cpu, rate, ratios

CALLS, QUICK = 5_000, 2_500


@dataclass(frozen=True, slots=True)
class _Client:
    """A platform's own client: its module and way, what it needs, how slow it is beside ours."""

    name: str
    platform: str
    module: str
    way: str
    needs: tuple[str, ...]
    slower: int


_CLIENTS = (
    _Client("slack_sdk", "slack", "slack_client", "slack", ("slack_sdk",), 5),
    _Client("connector", "teams", "bot_framework", "connector", ("botbuilder.integration",), 5),
    _Client("cloud_adapter", "teams", "bot_framework", "cloud", ("botbuilder.integration",), 25),
)


def cases(options: Options) -> Sequence[Case]:
    """One case for each client that is not ours."""
    calls = QUICK if options.quick else CALLS
    wanted = [one for one in _CLIENTS if not options.against or one.name in options.against]
    return [_case(one, calls) for one in wanted]


def figures(
    case: Case, ours: Sequence[Measured], peers: Sequence[Measured]
) -> Mapping[str, Sequence[float]]:
    """Tell processor time and connections; and the share of the client's own."""
    found: dict[str, Sequence[float]] = {
        "cpu us a send": [cpu(run) for run in ours],
        "sends a second": [rate(run) for run in ours],
        "connections": [run.facts["connections"] for run in ours],
    }
    if case.peer and peers:
        found[f"cpu share of {case.peer.name}"] = ratios(ours, peers, cpu)
        found[f"{case.peer.name}: connections"] = [run.facts["connections"] for run in peers]
    return found


def _case(client: _Client, calls: int) -> Case:
    ours = ("adapters.bench.ours.sending", "--way", client.platform, "--calls", str(calls))
    module = f"adapters.bench.peers.{client.module}"
    theirs = (module, "--way", client.way, "--calls", str(calls // client.slower))
    peer = Side(client.name, theirs, client.needs)
    return Case(f"{client.platform}, {client.name}", Side("ours", ours), peer)
