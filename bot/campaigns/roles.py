"""Who may do what with campaigns: owners grant, HR acts, observers look."""

from collections.abc import Set as AbstractSet

from bot.campaigns.grants import Act, Deed, Role
from bot.errors import BotError
from bot.people import Coachee
from bot.ports import UnitOfWork
from bot.turn import Turn


class NotAllowed(BotError):
    """The person has no role that lets them do this."""

    told = "campaign.not_allowed"


def roles_of(turn: Turn) -> frozenset[Role]:
    """Return what somebody is; owners by a setting need no grant."""
    return held_by(turn.uow, turn.owners, turn.coachee)


def held_by(uow: UnitOfWork, owners: AbstractSet[str], person: Coachee) -> frozenset[Role]:
    """Return what somebody is; `owners` are those that a setting names."""
    named = f"{person.workspace}:{person.person}" in owners
    given = uow.roles.of(person.id)
    return given | {"owner"} if named else given


def demand(turn: Turn, *wanted: Role) -> None:
    """Let pass who has one of these roles; an owner may do everything.

    Raises:
        NotAllowed: the person has none.
    """
    if not roles_of(turn) & {"owner", *wanted}:
        raise NotAllowed(turn.coachee.id)


def note(turn: Turn, act: Act, subject: str = "", detail: str = "") -> None:
    """Write down what HR did."""
    turn.uow.roles.note(Deed(turn.now, turn.coachee.id, act, subject, detail))
