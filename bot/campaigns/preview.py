"""What a campaign will send, as the time machine found it: the shape of a preview.

A preview is made of what is public about people (platform, zone, language, country) and of
technical reasons. Of what is private, such as who paused, it tells nothing, not even a band: drafts
that differ by one person can be made and deleted at will, and their figures subtracted. A campaign
under way tells one (`bot/campaigns/reporting.py`).
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from bot.campaigns.content import Assumption, Group
from bot.language import Lang
from bot.messages import Message

Fate = Literal["sent", "skipped", "moved", "merged", "failed"]


@dataclass(frozen=True, slots=True)
class Planned:
    """One message to one rehearsed person, or the reason why it does not go out.

    Attributes:
        who: which of the rehearsed people, by their coachee id in the rehearsal.
        key: the occurrence, as the ledger names it.
        at: when it goes out, or when it would have; UTC.
        kind: a wording key below `kinds.`.
        reason: one below `reasons.`.
        message: what is said; None where nothing is.
    """

    who: str
    key: str
    at: datetime
    kind: str
    fate: Fate
    reason: str
    message: Message | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Messages of one kind to one group on one day, local time of the group.

    `since` and `until` are the first and the last minute; `people` how many get it.
    """

    group: Group
    day: date
    since: time
    until: time
    kind: str
    fate: Fate
    reason: str
    people: int
    lang: Lang
    message: Message | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """A whole preview.

    Attributes:
        basis: what of the campaign it was computed from; it is outdated once that changes.
        share: of people who accept and answer, under the assumption `last`; None without one.
    """

    assumption: Assumption
    computed_at: datetime
    basis: str
    lines: tuple[Line, ...]
    share: float | None = None
