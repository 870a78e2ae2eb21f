"""Proposals of the last closed month, to HR: shown with their figures, changed by one press.

Nothing changes by itself. Who may is asked anew at each press, and a press counts only for what
the same month still proposes.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from bot.adapting.applying import Applied, apply
from bot.adapting.keeping import name_of
from bot.adapting.monthly import Proposed, proposed
from bot.adapting.proposing import Defaults, Proposal
from bot.adapting.saying import changed_text, evidence_text, proposal_text
from bot.campaigns import looking, roles
from bot.campaigns.counts import counted
from bot.campaigns.speaking import MAY_ACT, MAY_SEE, hr_message, may_act, may_see, told
from bot.campaigns.starring import starred
from bot.cards import Card
from bot.errors import StaleClick
from bot.frame import paragraph
from bot.measuring.published import Month
from bot.messages import Choices, Element, Heading, Message, Option, Reply, Span, Text
from bot.people import Slot
from bot.reports.words import Words
from bot.slots import offered, say_slot, slot_named
from bot.turn import Turn

TEMPLATE = "campaign_proposals"


def show(turn: Turn) -> None:
    """Show what the last closed month proposes; that is a look at its figures.

    Raises:
        NotAllowed: the person has no role that lets them look.
    """
    roles.demand(turn, *MAY_SEE)
    found = _latest(turn)
    if found is None:
        turn.reply = Reply(show=told(turn, "dashboard.none_closed"))
        return
    looking.looked_in_chat(turn)
    turn.post(TEMPLATE, month=str(found.month))


def proposals_page(turn: Turn, card: Card) -> Message:
    """Show each proposal with its figures and what became of it, while its month is the last."""
    if not may_see(turn):
        return told(turn, "campaign.not_allowed")
    found = _latest(turn)
    if found is None or str(found.month) != card.args["month"]:
        return told(turn, "adapting.older")
    month = Words(turn.lang, turn.library.wording).titled_month(found.month)
    title = turn.text("adapting.title", month=month)
    declined = _declined(turn, found.month)
    shown = [e for one in found.proposals for e in _shown(turn, card, one, declined)]
    done = [_done(turn, one) for one in _applied(turn, found.month)]
    return hr_message(
        turn,
        title,
        Heading(title),
        paragraph(turn.text("adapting.intro")),
        *(shown or ([] if done else [paragraph(turn.text("adapting.none"))])),
        *done,
    )


def clicked(turn: Turn, card: Card, name: str, subject: str) -> None:
    """Change what is proposed, or leave it; what is not proposed any more is only shown anew.

    Raises:
        NotAllowed: only HR may.
        StaleClick: the message has no such button.
    """
    roles.demand(turn, *MAY_ACT)
    act = {"adapt": _change, "keep": _leave}.get(name)
    if act is None:
        raise StaleClick(card.token)
    turn.refresh(card.token)
    found = _latest(turn)
    still = found.proposals if found and str(found.month) == card.args["month"] else ()
    proposal = next((one for one in still if name_of(one) == subject), None)
    if found is None or proposal is None:
        turn.reply = Reply(notice=turn.text("adapting.not_any_more"))
        return
    act(turn, found.month, proposal)


def waiting(turn: Turn) -> Element | None:
    """Say how many proposals wait for somebody of HR, and what to type."""
    found = _latest(turn) if may_act(turn) else None
    declined = _declined(turn, found.month) if found else frozenset()
    many = sum(name_of(one) not in declined for one in found.proposals) if found else 0
    return paragraph(counted(turn, "proposals", many)) if many else None


def logged(turn: Turn, detail: str) -> str:
    """Say of a line of the log which proposal it was about: its month, and the theme or slots."""
    month, _, name = detail.partition(" ")
    said = Words(turn.lang, turn.library.wording).month(Month.read(month))
    subject = name.partition(":")[2]
    theme = turn.library.themes.get(subject)
    slots = (slot_named(one) for one in subject.split(">"))
    about = theme.title.text(turn.lang) if theme else _way(turn, [slot for slot in slots if slot])
    return " · ".join(part for part in (said, about) if part)


def _latest(turn: Turn) -> Proposed | None:
    return proposed(turn.uow.figures, _defaults(turn))


def _change(turn: Turn, month: Month, proposal: Proposal) -> None:
    before = _defaults(turn)
    after = apply(before, proposal)
    if after.stars != before.stars:
        turn.uow.stars.put(after.stars)
    if after.slots != before.slots:
        turn.uow.offered_slots.put(after.slots)
    turn.uow.adaptations.add(Applied(turn.today, proposal, month))
    roles.note(turn, "applied", detail=f"{month} {name_of(proposal)}")


def _way(turn: Turn, slots: Sequence[Slot]) -> str:
    return " → ".join(say_slot(turn.library, slot, turn.lang) for slot in slots)


def _defaults(turn: Turn) -> Defaults:
    return Defaults(tuple(starred(turn)), offered(turn.uow.offered_slots))


def _leave(turn: Turn, month: Month, proposal: Proposal) -> None:
    if name_of(proposal) not in _declined(turn, month):
        roles.note(turn, "declined", detail=f"{month} {name_of(proposal)}")


def _declined(turn: Turn, month: Month) -> AbstractSet[str]:
    """Return the names of what somebody of HR left as it is, for this month."""
    said = (one.split(" ") for one in turn.uow.roles.count("declined", month.window.end))
    return frozenset(name for of, name in said if of == str(month))


def _applied(turn: Turn, month: Month) -> list[Applied]:
    return [one for one in turn.uow.adaptations.all() if one.of == month]


def _shown(
    turn: Turn, card: Card, proposal: Proposal, declined: AbstractSet[str]
) -> list[Element | None]:
    name = name_of(proposal)
    asked = Span(proposal_text(turn.library, turn.lang, proposal), "bold")
    change = Option(f"campaign:adapt:{name}", turn.text("adapting.confirm"), "primary")
    leave = Option(f"campaign:keep:{name}", turn.text("adapting.leave"))
    left = name in declined
    return [
        Text((asked,)),
        paragraph(evidence_text(turn.library, turn.lang, proposal)),
        paragraph(turn.text("adapting.left")) if left else None,
        Choices(card.token, (change,) if left else (change, leave)) if may_act(turn) else None,
    ]


def _done(turn: Turn, one: Applied) -> Element:
    return paragraph(changed_text(turn.library, turn.lang, one))
