"""Speaking about a campaign: to HR in their own chat, and through a queue for its own work."""

from dataclasses import replace

from bot.campaigns.content import LANE, Campaign
from bot.campaigns.grants import Role
from bot.campaigns.roles import roles_of
from bot.events import Address
from bot.frame import paragraph
from bot.language import Wording
from bot.messages import Choices, Element, Footer, Message
from bot.people import Coachee
from bot.turn import Turn

FOR_HR = Wording(
    "Owners, HR and observers see this · never who said yes or no",
    "Propriétaires, RH et observateurs voient ceci · jamais qui a dit oui ou non",
)

FOR_OWNERS = Wording("Owners alone see this", "Seuls les propriétaires voient ceci")

MAY_SEE: tuple[Role, ...] = ("hr", "observer")
MAY_ACT: tuple[Role, ...] = ("hr",)


def is_campaign_lane(coachee_id: str) -> bool:
    """Tell a campaign's own queue from a person's."""
    return coachee_id.startswith(LANE)


def campaign_id_of(lane: str) -> str:
    """Return whose queue it is."""
    return lane.removeprefix(LANE)


def stand_in(campaign: Campaign, address: Address | None = None) -> Coachee:
    """Stand for a campaign where a turn wants somebody: it is never saved."""
    where = address or (campaign.sources[0].address if campaign.sources else {})
    return Coachee(
        id=campaign.lane,
        workspace="",
        person="",
        address=where,
        created_at=campaign.created_at,
        state="active",
        lang=campaign.terms.langs[0],
        lang_chosen=True,
        zone=campaign.terms.zone or "UTC",
        zone_known=True,
    )


def of_campaign(turn: Turn, campaign: Campaign, address: Address | None = None) -> Turn:
    """Return a turn of the same event that works for the campaign, not for a person."""
    turn.others.add(campaign.lane)
    return Turn(
        turn.uow,
        turn.library,
        turn.new_id,
        turn.now,
        f"{turn.event_id}:{turn.new_id()}",
        stand_in(campaign, address),
        others=turn.others,
        owners=turn.owners,
    )


def hr_message(
    turn: Turn, summary: str, *elements: Element | None, seen_by: Wording = FOR_HR
) -> Message:
    """Put a message for HR together."""
    kept = tuple(e for e in elements if e is not None and not _empty(e))
    foot = Footer(seen_by.text(turn.lang), turn.text("menu.help"), ())
    return Message(turn.lang, summary, (*kept, foot))


def told(turn: Turn, key: str, **values: str) -> Message:
    """Say one sentence to somebody of HR."""
    text = turn.text(key, **values)
    return hr_message(turn, text, paragraph(text))


def follow(turn: Turn, campaign: Campaign) -> Campaign:
    """Post the message in which this person follows a campaign, in place of an older one."""
    card = turn.post("campaign", campaign=campaign.id)
    watchers = {**campaign.watchers, turn.coachee.id: card.token}
    return turn.uow.campaigns.put(replace(campaign, watchers=watchers))


def refresh(turn: Turn, campaign: Campaign) -> None:
    """Bring the messages of everybody who follows a campaign up to date."""
    for coachee_id, token in campaign.watchers.items():
        who = turn.uow.people.look(coachee_id)
        if who is not None:
            turn.queue("update", card_token=token, to=who, not_before=turn.now)


def may_see(turn: Turn) -> bool:
    """Tell whether somebody may look at campaigns at all."""
    return bool(roles_of(turn) & {"owner", *MAY_SEE})


def may_act(turn: Turn) -> bool:
    """Tell whether somebody may change campaigns."""
    return bool(roles_of(turn) & {"owner", *MAY_ACT})


def _empty(element: Element) -> bool:
    return isinstance(element, Choices) and not element.options
