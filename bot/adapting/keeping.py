"""Proposals as they are kept: named by what they are about, with their figures, and nobody."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from bot import slots
from bot.adapting.proposing import DropStar, MoveSlot, Proposal, Share

_STAR = "drop_star:"
_SLOT = "move_slot:"


def name_of(proposal: Proposal) -> str:
    """Name a proposal, such as `drop_star:delegation`; of one month there is one of each name."""
    if isinstance(proposal, DropStar):
        return f"{_STAR}{proposal.theme_id}"
    return f"{_SLOT}{slots.name_of(proposal.here)}>{slots.name_of(proposal.there)}"


def freeze(proposal: Proposal) -> dict[str, Any]:
    """Return the figures of a proposal as storage keeps them."""
    return {name: one and asdict(one) for name, one in _shares(proposal).items()}


def thaw(name: str, stored: Mapping[str, Any]) -> Proposal:
    """Return a proposal that storage kept, by its name and figures.

    Raises:
        ValueError: it is no name of a proposal.
    """
    shares = {which: Share(**one) if one else None for which, one in stored.items()}
    if name.startswith(_STAR):
        return DropStar(name.removeprefix(_STAR), **shares)  # type: ignore[arg-type]  # as frozen
    here, there = (slots.slot_named(one) for one in name.removeprefix(_SLOT).split(">"))
    if here is None or there is None:
        raise ValueError(name)
    return MoveSlot(here, there, **shares)  # type: ignore[arg-type]  # as frozen


def _shares(proposal: Proposal) -> dict[str, Share | None]:
    if isinstance(proposal, DropStar):
        names: tuple[str, ...] = ("left", "others", "before")
    else:
        names = ("answered", "there_answered", "before")
    return {name: getattr(proposal, name) for name in names}
