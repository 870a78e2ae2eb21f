"""A draft: made from a form or from words, changed until it is launched."""

from dataclasses import replace
from datetime import timedelta

from bot.answers import Values
from bot.campaigns import audience, roles
from bot.campaigns.content import LAUNCHED, Campaign, Terms
from bot.campaigns.listing.lists import ListFault
from bot.campaigns.terms_form import read_terms
from bot.campaigns.wishing.wishes import Wish
from bot.errors import BotError
from bot.events import Mention
from bot.turn import Turn

MONDAY = 0


class NotADraft(BotError):
    """It was launched: only what is not sent yet can be changed, by other ways."""

    told = "campaign.not_a_draft"


def usual_terms(turn: Turn) -> Terms:
    """Return what a draft begins with: four weeks from the next Monday on."""
    days = (MONDAY - turn.today.weekday()) % 7 or 7
    first_day = turn.today + timedelta(days=days)
    return Terms(name="", themes=(), first_day=first_day, zone=turn.coachee.zone)


def wished_terms(turn: Turn, wish: Wish) -> Terms:
    """Return what somebody asked for in words, the rest as usual."""
    usual = usual_terms(turn)
    since, until = wish.window or (usual.window_from, usual.window_until)
    terms = replace(
        usual,
        name=wish.name or "",
        themes=wish.themes,
        first_day=wish.first_day or usual.first_day,
        weeks=wish.weeks or usual.weeks,
        pace=wish.pace or usual.pace,
        window_from=since,
        window_until=until,
        waves=wish.waves or usual.waves,
        apart=wish.apart or usual.apart,
        pilot=wish.pilot or usual.pilot,
    )
    return terms if terms.name else replace(terms, name=named(turn, terms))


def named(turn: Turn, terms: Terms) -> str:
    """Call a campaign after its first theme."""
    theme = turn.library.themes.get(terms.themes[0]) if terms.themes else None
    return theme.title.text(turn.lang) if theme else turn.text("campaign.unnamed")


def create(turn: Turn, campaign_id: str, terms: Terms) -> Campaign:
    """Make a draft; the same id makes the same one, so that a form sent twice makes one."""
    known = turn.uow.campaigns.get(campaign_id)
    if known is not None:
        return known
    made = Campaign(campaign_id, turn.coachee.id, turn.now, terms)
    turn.uow.campaigns.add(made)
    roles.note(turn, "created", campaign_id)
    return made


def create_from_form(
    turn: Turn, campaign_id: str, values: Values
) -> tuple[Campaign, tuple[ListFault, ...]]:
    """Make a draft of a form, or change the one it made before; lines of a list with faults return.

    Raises:
        InvalidAnswer: a field cannot be taken.
    """
    terms = read_terms(turn, values, usual_terms(turn))
    made = change(turn, create(turn, campaign_id, terms), terms)
    return audience.add_chosen(turn, made, values)


def create_from_words(turn: Turn, wish: Wish, mentions: tuple[Mention, ...]) -> Campaign:
    """Make a draft of words, echoed back as its message."""
    made = create(turn, turn.new_id(), wished_terms(turn, wish))
    return audience.add_mentioned(turn, made, mentions)


def change(turn: Turn, campaign: Campaign, terms: Terms) -> Campaign:
    """Change the terms of a draft.

    Raises:
        NotADraft: it was launched.
    """
    if campaign.terms == terms:
        return campaign
    if campaign.state != "draft":
        raise NotADraft(campaign.id)
    roles.note(turn, "changed", campaign.id)
    return turn.uow.campaigns.put(replace(campaign, terms=terms))


def reword(turn: Turn, campaign: Campaign, terms: Terms) -> Campaign:
    """Change what is said in messages that are not sent yet: name and why.

    Raises:
        NotADraft: the campaign is over.
    """
    if campaign.state not in {"draft", *LAUNCHED}:
        raise NotADraft(campaign.id)
    worded = replace(campaign.terms, name=terms.name, why=terms.why)
    roles.note(turn, "changed", campaign.id, "text")
    return turn.uow.campaigns.put(replace(campaign, terms=worded))


def delete(turn: Turn, campaign: Campaign) -> None:
    """Delete a draft.

    Raises:
        NotADraft: it was launched.
    """
    if campaign.state != "draft":
        raise NotADraft(campaign.id)
    turn.uow.campaigns.delete(campaign.id)
    roles.note(turn, "deleted", campaign.id)
