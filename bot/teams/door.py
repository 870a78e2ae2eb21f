"""What of all that happens is a team's matter; a person's own state stays out of it.

Nothing here notes that somebody was there: no row of a person changes because they answered.
"""

from collections.abc import Callable, Mapping

from bot.events import (
    ChannelJoined,
    ChannelLeft,
    Clicked,
    Commanded,
    Inbound,
    MembersChanged,
    Said,
    Submitted,
)
from bot.teams import clicks, commanding, joining
from bot.turn import Turn


def meant(turn: Turn, event: Inbound) -> bool:
    """Tell whether an event is about a team."""
    if isinstance(event, Clicked | Submitted):
        return clicks.about_team(turn, event.token)
    if isinstance(event, Commanded | Said):
        return commanding.asked(event) is not None
    return isinstance(event, ChannelJoined | ChannelLeft | MembersChanged)


def take(turn: Turn, event: Inbound) -> None:
    """Carry it out.

    Raises:
        BotError: with nothing changed.
    """
    _ROADS[type(event)](turn, event)


def _commanded(turn: Turn, event: Inbound) -> None:
    assert isinstance(event, Commanded | Said)  # noqa: S101 - the table of roads says so
    name = commanding.asked(event)
    assert name is not None  # noqa: S101 - `meant` has seen it
    commanding.run(turn, event, name)


_ROADS: Mapping[type, Callable[..., None]] = {
    ChannelJoined: joining.joined,
    ChannelLeft: joining.left,
    MembersChanged: joining.changed,
    Clicked: clicks.clicked,
    Submitted: clicks.submitted,
    Commanded: _commanded,
    Said: _commanded,
}
