"""What happens to a campaign from elsewhere than the chat."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.campaigns.content import Assumption
from bot.campaigns.grants import Role
from bot.campaigns.listing.lists import ListRead, ListRow
from bot.campaigns.preview import Preview

AT_ONCE = 1000
"""People of a list added in one go."""


Entry = Literal["entered", "used", "refused"]
"""What became of a link to the page of figures."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A way into the page of figures: for whom, with which role, and the key of the link."""

    coachee_id: str
    role: Role
    key: str


@dataclass(frozen=True, slots=True)
class LinkUsed:
    """Somebody opened the page of figures by a link, which works once."""

    at: datetime
    visit: Visit


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
    """Part of a list of people came on a page, and was read there.

    A list comes in parts, in order, each carried for itself, so that a long one keeps nobody
    waiting. `people` is how many the whole list has; `begins` and `ends` mark its first and last
    part. `id` is the same of all parts and counts once.
    """

    id: str
    at: datetime
    coachee_id: str
    campaign_id: str
    rows: tuple[ListRow, ...]
    people: int
    begins: bool = True
    ends: bool = True

    @classmethod
    def parts(
        cls, key: str, at: datetime, coachee_id: str, campaign_id: str, read: ListRead
    ) -> Iterator["ListBrought"]:
        """Divide a list into parts; one without anybody is one part."""
        starts = range(0, max(len(read.rows), 1), AT_ONCE)
        for start in starts:
            rows, ends = read.rows[start : start + AT_ONCE], start == starts[-1]
            yield cls(key, at, coachee_id, campaign_id, rows, len(read.rows), start == 0, ends)


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of a list.

    Attributes:
        state: taken, which without anybody changes nothing; used, the same was brought before;
            refused, the person may not do this any more, or is gone; closed, the campaign is no
            draft any more, or is gone.
    """

    state: Literal["taken", "used", "refused", "closed"]
