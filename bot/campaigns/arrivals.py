"""What happens to a campaign from elsewhere than the chat."""

from dataclasses import dataclass
from datetime import datetime

from bot.campaigns.content import Assumption
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
    """A list of people came on a page or the command line: bytes as they were sent."""

    id: str
    at: datetime
    coachee_id: str
    campaign_id: str
    content: bytes
