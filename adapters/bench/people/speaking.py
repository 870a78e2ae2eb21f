"""What rows say when it does not matter: their own key."""

from datetime import datetime

from bot.errors import SendFailed
from bot.events import MessageRef
from bot.messages import Message, Span, Text
from bot.outbox import Dispatch
from bot.ports import DirectoryAsk, Listing, Profile, Roster, UnitOfWork


class KeySpeaker:
    """Implements `bot.ports.Speaker` without reading or writing anything."""

    def compose(self, uow: UnitOfWork, dispatch: Dispatch, now: datetime) -> Message:
        """Say the row's key, by which the ledger of the fake platform knows it."""
        del uow, now
        return Message("en", dispatch.key, (Text((Span(dispatch.key),)),))

    def sent(
        self, uow: UnitOfWork, dispatch: Dispatch, ref: MessageRef | None, now: datetime
    ) -> None:
        """Note nothing."""

    def failed(self, uow: UnitOfWork, dispatch: Dispatch, error: SendFailed, now: datetime) -> None:
        """Note nothing."""

    def learned(self, uow: UnitOfWork, dispatch: Dispatch, profile: Profile, now: datetime) -> None:
        """Note nothing."""

    def enrolled(self, uow: UnitOfWork, dispatch: Dispatch, roster: Roster, now: datetime) -> None:
        """Note nothing."""

    def asked(self, uow: UnitOfWork, dispatch: Dispatch, now: datetime) -> DirectoryAsk | None:
        """Ask nothing."""

    def listed(self, uow: UnitOfWork, dispatch: Dispatch, listing: Listing, now: datetime) -> None:
        """Note nothing."""
