"""What happens to a campaign from elsewhere than the chat."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.campaigns.content import Assumption
from bot.campaigns.listing.lists import ListRead
from bot.campaigns.preview import Preview


@dataclass(frozen=True, slots=True)
class Rehearse:
    """Compute a preview, once this is committed and without anybody waiting.

    `id` names the ask; `card_token` is the message that says that it is under way.
    """

    id: str
    coachee_id: str
    campaign_id: str
    assumption: Assumption
    card_token: str


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A preview was computed; `preview` is None if that failed. It counts once, by its id."""

    id: str
    at: datetime
    asked: Rehearse
    preview: Preview | None


@dataclass(frozen=True, slots=True)
class ListBrought:
    """A list of people came on a page, and was read there: a long one takes a second."""

    id: str
    at: datetime
    coachee_id: str
    campaign_id: str
    read: ListRead


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of a list.

    Attributes:
        state: taken; used, the same was brought before; refused, the person may not do this any
            more, or is gone; closed, the campaign is no draft any more, or is gone.
        read: what was understood of it, if it was taken; without a row nothing was changed.
    """

    state: Literal["taken", "used", "refused", "closed"]
    read: ListRead | None = None
