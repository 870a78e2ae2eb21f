"""One lane per workspace: who waits there, how many are under way, how long it is silent.

A lane holds ids of people whose row this process has leased, nothing else, so that a slow or
silent workspace costs neither memory nor anybody else's time.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.events import Address

ENOUGH = timedelta(seconds=5)
"""A lease with less than this left is not worth starting a call for."""


WORKSPACE_KEYS = ("tenant", "tenant_id", "team")
"""What the platforms' addresses call a workspace."""


def workspace_of(address: Address) -> str:
    """Return the workspace of an address, the unit to which platforms apply their limits."""
    tenant = next((address[key] for key in WORKSPACE_KEYS if key in address), "")
    return f"{address.get('platform', '')}:{tenant}"


@dataclass(slots=True)
class _Lane:
    waiting: OrderedDict[str, datetime] = field(default_factory=OrderedDict)
    busy: int = 0
    silent_until: datetime | None = None

    def silent(self, now: datetime) -> bool:
        return self.silent_until is not None and now < self.silent_until

    def forget_lapsed(self, now: datetime) -> None:
        while self.waiting and next(iter(self.waiting.values())) - now < ENOUGH:
            self.waiting.popitem(last=False)


class Lanes:
    """All workspaces of this process."""

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once
        self._lanes: dict[str, _Lane] = {}

    def admit(self, workspace: str, coachee_id: str, leased_until: datetime, now: datetime) -> None:
        """Let a person wait for a place; those whose lease has lapsed meanwhile leave."""
        lane = self._lanes.setdefault(workspace, _Lane())
        lane.waiting[coachee_id] = leased_until
        lane.waiting.move_to_end(coachee_id)
        lane.forget_lapsed(now)

    def silence(self, workspace: str, until: datetime) -> None:
        """Start nothing in this workspace until then."""
        lane = self._lanes.setdefault(workspace, _Lane())
        lane.silent_until = max(until, lane.silent_until or until)

    def silent(self, workspace: str, now: datetime) -> bool:
        """Tell whether the workspace asked to be left alone."""
        lane = self._lanes.get(workspace)
        return lane is not None and lane.silent(now)

    def enter(self, now: datetime) -> list[tuple[str, str]]:
        """Give free places to those who wait: workspace and person, oldest first."""
        entered: list[tuple[str, str]] = []
        for workspace, lane in list(self._lanes.items()):
            lane.forget_lapsed(now)
            while lane.waiting and lane.busy < self._at_once and not lane.silent(now):
                entered.append((workspace, lane.waiting.popitem(last=False)[0]))
                lane.busy += 1
            self._drop_unused(workspace, now)
        return entered

    def leave(self, workspace: str, now: datetime) -> None:
        """Free a place."""
        self._lanes[workspace].busy -= 1
        self._drop_unused(workspace, now)

    def waiting(self, now: datetime) -> int:
        """Count those who wait for a place only, not for the end of a silence."""
        return sum(len(lane.waiting) for lane in self._lanes.values() if not lane.silent(now))

    def _drop_unused(self, workspace: str, now: datetime) -> None:
        lane = self._lanes[workspace]
        if not (lane.waiting or lane.busy or lane.silent(now)):
            del self._lanes[workspace]
