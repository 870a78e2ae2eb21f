"""Who looks at figures of groups: with a role, by a link of their own, and written down.

Owners read each look in the log. Everybody reads in `my data` how often it happened, and by
whom as a role: figures of the company are theirs, too.
"""

from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime
from typing import Literal

from bot.campaigns.arrivals import Visit
from bot.campaigns.grants import Deed, Role
from bot.campaigns.roles import NotAllowed, held_by, roles_of
from bot.campaigns.speaking import MAY_SEE, hr_message, told
from bot.frame import paragraph
from bot.language import Wording
from bot.measuring.company import TOP
from bot.measuring.published import Month
from bot.messages import Heading, Link, Reply
from bot.ports import UnitOfWork
from bot.reports.ports import last_closed
from bot.reports.words import Words
from bot.turn import Turn

Standing = Literal["open", "closed", "revoked"]
"""closed: from the chat; revoked: the role is gone."""

FOR_ONE = Wording("Only you see this link", "Vous seul voyez ce lien")

_RANK: tuple[Role, ...] = ("owner", *MAY_SEE)


def offer(turn: Turn) -> None:
    """Hand out a link to the page of figures, for the person alone.

    Raises:
        NotAllowed: the person has no role that lets them look.
    """
    held = roles_of(turn)
    role = next((one for one in _RANK if one in held), None)
    if role is None:
        raise NotAllowed(turn.coachee.id)
    url = turn.dashboard_url(turn.coachee.id, role, turn.lang, turn.now)
    if not url:
        turn.reply = Reply(show=told(turn, "campaign.no_dashboard"))
        return
    title = turn.text("campaign.dashboard_title")
    said = paragraph(turn.text("campaign.dashboard_link"))
    link = Link(turn.text("campaign.way_dashboard"), url)
    shown = hr_message(turn, title, Heading(title), said, link, seen_by=FOR_ONE)
    turn.reply = Reply(show=shown)


def may_look(uow: UnitOfWork, owners: AbstractSet[str], coachee_id: str, role: Role) -> bool:
    """Tell whether somebody is still there and still has the role they came in with."""
    person = uow.people.look(coachee_id)
    return person is not None and role in held_by(uow, owners, person) & set(_RANK)


def standing(uow: UnitOfWork, owners: AbstractSet[str], visit: Visit) -> Standing:
    """Tell whether a page that was opened still is."""
    if is_closed(uow, visit.key):
        return "closed"
    return "open" if may_look(uow, owners, visit.coachee_id, visit.role) else "revoked"


def look(
    uow: UnitOfWork,
    owners: AbstractSet[str],
    visit: Visit,
    month: Month,
    group: str,
    now: datetime,
) -> Standing:
    """Write down a look at a month of a group, if the page is open; else nothing."""
    stands = standing(uow, owners, visit)
    if stands == "open":
        detail = f"{visit.role} {month} {group}"
        uow.roles.note(Deed(now, visit.coachee_id, "looked", "", detail))
    return stands


def shut(uow: UnitOfWork, key: str, now: datetime) -> bool:
    """Close the page that a link opened; False if it is closed already.

    This is remembered for longer than a page stays open.
    """
    return uow.seen.add(_shut(key), now)


def is_closed(uow: UnitOfWork, key: str) -> bool:
    """Tell whether the page that a link opened was closed from the chat."""
    return uow.seen.has(_shut(key))


def looked_in_chat(turn: Turn) -> None:
    """Write down that somebody reads the figures of the last closed month, if there is one."""
    month = last_closed(turn.uow.figures)
    if month is None:
        return
    held = roles_of(turn)
    role = next(one for one in _RANK if one in held)
    detail = f"{role} {month} {TOP}"
    turn.uow.roles.note(Deed(turn.now, turn.coachee.id, "looked", "", detail))


def looks(turn: Turn) -> Mapping[Role, int]:
    """Count the looks of this month, where the person is, by role."""
    local = turn.local(turn.now)
    start = local.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    found: Counter[Role] = Counter()
    for detail, number in turn.uow.roles.count("looked", start.astimezone(UTC)).items():
        role, _, _ = detail.partition(" ")
        found.update({one: number for one in _RANK if one == role})
    return {role: found[role] for role in _RANK if found[role]}


def looked_at(turn: Turn, detail: str) -> str:
    """Say of a line of the log which figures were looked at, with which role."""
    role, month, group = detail.split(" ", 2)
    named = turn.text("dashboard.company") if group == TOP else group
    words = Words(turn.lang, turn.library.wording)
    return " · ".join((turn.text(f"campaign.role_{role}"), words.month(Month.read(month)), named))


def _shut(key: str) -> str:
    return f"shut {key}"
