"""The database's half of a delivery: what is to be carried, and how it ended.

Every method is one unit of work and runs in the database's thread.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.errors import BotError, Busy, Conflict, SendFailed
from bot.events import MessageRef
from bot.outbox import Claimed, Dispatch
from bot.pace import UNPACED, Paces
from bot.ports import Listing, Messenger, OpenUnitOfWork, Profile, Roster, Speaker, UnitOfWork

OUTCOME_LENGTH = 80

Carried = MessageRef | Profile | Roster | Listing | None
Carry = Callable[[Messenger], Awaitable[Carried]]


@dataclass(frozen=True, slots=True)
class Parcel:
    """A row and the call that carries it; without a call there is nothing to say, or not yet."""

    dispatch: Dispatch
    carry: Carry | None
    packed_at: datetime

    @property
    def sendable_at(self) -> datetime:
        """When it was packed, or has its turn after that."""
        return max(self.packed_at, self.dispatch.not_before)


class Unsayable(BotError):
    """The engine failed to compose the message of a row."""

    def __init__(self, dispatch: Dispatch) -> None:
        super().__init__(dispatch.key)
        self.dispatch = dispatch


class Parcels:
    """Packs rows of the outbox and closes them."""

    def __init__(self, open_uow: OpenUnitOfWork, speaker: Speaker, paces: Paces = UNPACED) -> None:
        self._open_uow = open_uow
        self._speaker = speaker
        self._paces = paces

    def claim(
        self, now: datetime, limit: int, lease: timedelta, room: Mapping[str, int]
    ) -> Claimed:
        """Claim rows that anybody may send."""
        with self._open_uow() as uow:
            claimed = uow.outbox.claim(now, limit, lease, self._paces, room)
            uow.commit()
        return claimed

    def pack(self, dispatches: Sequence[Dispatch], now: datetime) -> list[Parcel]:
        """Pack rows together; those that this process does not hold any more are missing.

        Raises:
            Unsayable: nothing was packed.
        """
        with self._open_uow() as uow:
            held = uow.outbox.held(dispatches)
            mine = [dispatch for dispatch in dispatches if dispatch.id in held]
            packed = [Parcel(row, self._packed(uow, row, now), now) for row in mine]
            nothing = [parcel.dispatch for parcel in packed if parcel.carry is None]
            uow.outbox.settle_all(nothing, now, "nothing")
            uow.commit()
        return packed

    def pick(self, coachee_id: str, now: datetime, until: datetime) -> Parcel | None:
        """Pack the person's oldest row, with the next turn; None if this process does not hold it.

        Raises:
            Unsayable: the row stays as it is.
            NoTurn: there is none until then.
        """
        with self._open_uow() as uow:
            dispatch = uow.outbox.own(coachee_id, now)
            if dispatch is None:
                return None
            carry = self._packed(uow, dispatch, now)
            if carry is not None:
                dispatch = uow.outbox.turn(dispatch, now, until, self._paces)
            elif not uow.outbox.settle(dispatch, now, "nothing"):
                return None
            uow.commit()
        return Parcel(dispatch, carry, now)

    def turn(self, dispatch: Dispatch, now: datetime, until: datetime) -> Dispatch:
        """Take another turn for a row that missed its own."""
        with self._open_uow() as uow:
            dispatch = uow.outbox.turn(dispatch, now, until, self._paces)
            uow.commit()
        return dispatch

    def release(self, *coachee_ids: str) -> None:
        """Give back untried what this process holds of people."""
        with self._open_uow() as uow:
            uow.outbox.release(coachee_ids)
            uow.commit()

    def let_go(self) -> None:
        """Give back all that this process holds."""
        with self._open_uow() as uow:
            uow.outbox.let_go()
            uow.commit()

    def sent_all(self, carried: Sequence[tuple[Dispatch, Carried]], now: datetime) -> set[int]:
        """Close rows that the platform took; return the ids of those of which none was lost."""
        with self._open_uow() as uow:
            settled = uow.outbox.settle_all([dispatch for dispatch, _ in carried], now, "sent")
            for dispatch, result in carried:
                if dispatch.id in settled:
                    self._note(uow, dispatch, result, now)
            uow.commit()
        return settled

    def sent(self, dispatch: Dispatch, carried: Carried, now: datetime) -> bool:
        """Close a row that the platform took; false if the lease was lost meanwhile."""
        with self._open_uow() as uow:
            if not uow.outbox.settle(dispatch, now, "sent"):
                return False
            self._note(uow, dispatch, carried, now)
            uow.commit()
        return True

    def failed(self, dispatch: Dispatch, error: SendFailed, now: datetime) -> bool:
        """Close a row that will not be sent; false if the lease was lost meanwhile."""
        with self._open_uow() as uow:
            if not uow.outbox.settle(dispatch, now, failure(error)):
                return False
            self._speaker.failed(uow, dispatch, error, now)
            uow.commit()
        return True

    def close(self, dispatch: Dispatch, outcome: str, now: datetime) -> bool:
        """Close a row without a word to the engine."""
        with self._open_uow() as uow:
            settled = uow.outbox.settle(dispatch, now, outcome)
            uow.commit()
        return settled

    def later(
        self, dispatch: Dispatch, not_before: datetime, shut_until: datetime | None = None
    ) -> bool:
        """Give a row back for later; false if the lease was lost meanwhile.

        With `shut_until` nobody has a turn in its bucket before then, in any process.
        """
        with self._open_uow() as uow:
            if shut_until is not None:
                uow.outbox.shut(dispatch, shut_until, self._paces)
            given = uow.outbox.retry(dispatch, not_before)
            uow.commit()
        return given

    def _note(self, uow: UnitOfWork, dispatch: Dispatch, carried: Carried, now: datetime) -> None:
        if isinstance(carried, Profile):
            self._speaker.learned(uow, dispatch, carried, now)
        elif isinstance(carried, Roster):
            self._speaker.enrolled(uow, dispatch, carried, now)
        elif isinstance(carried, Listing):
            self._speaker.listed(uow, dispatch, carried, now)
        else:
            self._speaker.sent(uow, dispatch, carried, now)

    def _packed(self, uow: UnitOfWork, dispatch: Dispatch, now: datetime) -> Carry | None:
        try:
            return self._call(uow, dispatch, now)
        except (Busy, Conflict):
            raise
        except Exception as error:
            raise Unsayable(dispatch) from error

    def _call(self, uow: UnitOfWork, dispatch: Dispatch, now: datetime) -> Carry | None:
        address, ref = dispatch.address, _ref(uow, dispatch)
        if dispatch.verb == "profile":
            return lambda messenger: messenger.profile(address)
        if dispatch.verb == "roster":
            return lambda messenger: messenger.roster(address)
        if dispatch.verb == "directory":
            ask = self._speaker.asked(uow, dispatch, now)
            return None if ask is None else lambda messenger: messenger.directory(address, ask)
        if dispatch.verb == "delete":
            return None if ref is None else lambda messenger: messenger.delete(address, ref)
        if dispatch.verb == "update" and ref is None:
            return None  # never posted, so what is posted later is up to date anyway
        message = self._speaker.compose(uow, dispatch, now)
        if message is None:
            return None
        if dispatch.verb == "home":
            return lambda messenger: messenger.publish_home(address, message)
        if ref is not None:
            return lambda messenger: messenger.update(address, ref, message)
        return lambda messenger: messenger.post(address, message, dispatch.ref)


def failure(error: SendFailed) -> str:
    """Return the outcome of a row that will not be sent."""
    return f"failed:{error.reason}"[:OUTCOME_LENGTH]


def _ref(uow: UnitOfWork, dispatch: Dispatch) -> MessageRef | None:
    if dispatch.verb == "delete":
        return dispatch.ref
    if dispatch.verb != "update" or dispatch.card_token is None:
        return None
    card = uow.cards.get(dispatch.card_token)
    return card.ref if card else None
