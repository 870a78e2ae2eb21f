"""Speaking in a team's channel: in its language and zone, through a queue of its own."""

from bot.frame import paragraph
from bot.language import Wording
from bot.messages import Choices, Element, Footer, Message
from bot.people import Coachee
from bot.teams.content import LANE, Team
from bot.turn import Turn
from bot.visibility import line

PUBLIC = Wording("Everybody in this channel sees this", "Tout le monde dans ce canal voit ceci")


def in_channel(turn: Turn, team: Team) -> Turn:
    """Return a turn of the same event that speaks in the channel."""
    turn.others.add(team.lane)
    return Turn(
        turn.uow,
        turn.library,
        turn.new_id,
        turn.now,
        f"{turn.event_id}:{turn.new_id()}",
        stand_in(team),
        others=turn.others,
        picture_url=turn.picture_url,
        team_url=turn.team_url,
    )


def stand_in(team: Team) -> Coachee:
    """Stand for the channel where a turn wants somebody: it is never saved."""
    return Coachee(
        id=team.lane,
        workspace=team.workspace,
        person="",
        address=team.address,
        created_at=team.created_at,
        state="active",
        lang=team.lang,
        lang_chosen=True,
        zone=team.zone,
        zone_known=True,
        country=team.country,
    )


def is_lane(coachee_id: str) -> bool:
    """Tell a channel's queue from a person's."""
    return coachee_id.startswith(LANE)


def team_id_of(lane: str) -> str:
    """Return whose channel a queue is."""
    return lane.removeprefix(LANE)


def plain_message(turn: Turn, summary: str, *elements: Element | None) -> Message:
    """Put a message together about no answers: for the channel, or for somebody alone."""
    seen_by = PUBLIC if is_lane(turn.coachee.id) else line(None)
    return _message(turn, seen_by, summary, elements)


def round_message(turn: Turn, summary: str, *elements: Element | None) -> Message:
    """Put a message together that asks a team or shows what it answered."""
    return _message(turn, line("team"), summary, elements)


def told(turn: Turn, key: str, **values: str) -> Message:
    """Say one sentence to somebody."""
    text = turn.text(key, **values)
    return plain_message(turn, text, paragraph(text))


def _message(
    turn: Turn, seen_by: Wording, summary: str, elements: tuple[Element | None, ...]
) -> Message:
    kept = tuple(e for e in elements if e is not None and not _empty(e))
    foot = Footer(seen_by.text(turn.lang), turn.text("menu.help"), ())
    return Message(turn.lang, summary, (*kept, foot))


def _empty(element: Element) -> bool:
    return isinstance(element, Choices) and not element.options
