"""What can go wrong. `told` is the wording a person reads; `str(error)` is for the log.

The text of an error names ids, never anything that a person wrote.
"""

from datetime import datetime, timedelta


class BotError(Exception):
    """The bot could not do what was asked."""

    told = "errors.generic"


class StaleClick(BotError):
    """The button belongs to a step already answered, or to a closed session."""

    told = "errors.stale_click"


class ForeignClick(BotError):
    """The button was made for somebody else."""

    told = "errors.foreign_click"


class UnknownToken(BotError):
    """The button or form is forged, or older than what is kept."""

    told = "errors.unknown_token"


class UnknownStep(BotError):
    """The programme has no such step."""

    told = "errors.changed"


class Busy(BotError):
    """The database did not answer in time; nothing was changed."""

    told = "errors.busy"


class Conflict(BotError):
    """Somebody else wrote first; the turn starts again from the present state."""

    told = "errors.busy"


class Unreadable(BotError):
    """This was encrypted with a key that is no longer given, or was damaged."""


class HeldElsewhere(BotError):
    """Another process is sending to this person; what is ours comes after that."""


class NoTurn(BotError):
    """A workspace or a conversation was called as often as allowed; `at` is worth another try."""

    def __init__(self, at: datetime) -> None:
        super().__init__(at.isoformat())
        self.at = at


class InvalidAnswer(BotError):
    """The answer cannot be taken as it is; `told` says what is asked for."""

    def __init__(self, told: str, **values: str) -> None:
        super().__init__(told)
        self.told = told
        self.values = values


class PackError(BotError):
    """A pack cannot be loaded; each fault names file and line."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class ModelFailed(BotError):
    """A language model gave no answer; `reason` is a code for the log."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class SendFailed(BotError):
    """A platform did not take a message.

    `permanent` means that the same message will never be taken. `retry_after` is the
    platform's own waiting time, where it gave one.
    """

    def __init__(
        self, reason: str, *, permanent: bool = False, retry_after: timedelta | None = None
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent
        self.retry_after = retry_after


class Unreachable(SendFailed):
    """The person can't be reached any more: not installed, blocked, account gone."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, permanent=True)


class MessageGone(SendFailed):
    """The message to update or delete no longer exists; it can be posted anew."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, permanent=True)
