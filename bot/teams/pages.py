"""What a team's messages say: in the channel for everybody, and in private to a few."""

from collections.abc import Callable, Mapping

from bot.cards import Card
from bot.days import say_day, say_moment, say_time
from bot.frame import message, paragraph
from bot.messages import (
    Bullets,
    Choices,
    Element,
    Facts,
    Heading,
    Message,
    Option,
    Receipt,
    Span,
    Text,
)
from bot.places import city
from bot.questions import weekday
from bot.teams import rhythm
from bot.teams.content import Round, Team, TeamCommitment
from bot.teams.joining import is_small
from bot.teams.results import results_message
from bot.teams.speaking import plain_message, round_message, team_id_of
from bot.teams.summary import loop_elements, summary_elements, unanswered_elements
from bot.turn import Turn

GUIDANCE = 6
"""Sentences of the champion's guidance (coaching 3.3)."""

QUESTIONS = 3
"""Questions for fifteen minutes, about a summary or instead of one."""


def setup_page(turn: Turn, card: Card) -> Message | None:
    """Propose a check-in in the channel, or say how it is set up."""
    team = turn.uow.teams.look(card.args["team"])
    if team is None:
        return None
    heading = "team.proposal" if team.state == "proposed" else "team.title"
    return plain_message(
        turn,
        turn.text(f"team.summary_{team.state}"),
        Heading(turn.text(heading)),
        *_introduction(turn, team, card),
        Facts(tuple(_rhythm(turn, team))),
        _people(turn, team),
        paragraph(turn.text("team.public")) if team.public else None,
        paragraph(turn.text("team.small")) if is_small(turn, team) else None,
        Choices(card.token, _ways(turn, team)),
    )


def status_message(turn: Turn, team: Team) -> Message | None:
    """Say to somebody how the check-in is set up; the buttons are those of the channel."""
    card = turn.uow.cards.get(team.card_token or "")
    return setup_page(turn, card) if card else None


def one_button(turn: Turn, team: Team, key: str, way: Option) -> Message:
    """Offer one thing that needs a press; the button is the channel's own."""
    said = turn.text(key)
    return plain_message(turn, said, paragraph(said), Choices(team.card_token or "", (way,)))


def round_page(turn: Turn, card: Card) -> Message | None:
    """Ask the team; once the round is closed, say what came of it."""
    one = turn.uow.teams.round(card.args["round"])
    if one is None:
        return None
    if one.state == "open":
        return _asking(turn, one, card)
    if one.state == "summary" and one.sealed:
        short = card.args.get("plain") == "1"
        return round_message(
            turn, turn.text("team.summary_told"), *summary_elements(turn, one, plain=short)
        )
    said = turn.text(f"team.round_{one.state}")
    return round_message(turn, said, *unanswered_elements(turn, one))


def loop_page(turn: Turn, card: Card) -> Message | None:
    """Say under the summary what the champion heard, and what follows."""
    one = turn.uow.teams.round(card.args["round"])
    if one is None or one.loop is None:
        return None
    return plain_message(turn, turn.text("team.loop_summary"), *loop_elements(turn, one.loop))


def commitment_page(turn: Turn, card: Card) -> Message | None:
    """Show what the team agreed on; on its day, ask where it stands."""
    made = turn.uow.teams.commitment(card.args["commitment"])
    if made is None:
        return None
    asks = card.template == "team_due" and made.status == "open"
    followed = "team.due_today" if asks else "team.followed_up"
    heading = turn.text(followed if card.template == "team_due" else "team.agreed")
    return plain_message(
        turn,
        heading,
        Heading(heading),
        Text((Span(made.action, "bold"), *_owner(turn, made))),
        _standing(turn, made),
        Choices(card.token, _outcomes(turn)) if made.status == "open" else None,
    )


def results_page(turn: Turn, card: Card) -> Message | None:
    """Show closed rounds over time."""
    team = turn.uow.teams.look(card.args["team"])
    return results_message(turn, team, card.token) if team else None


def reminder_page(turn: Turn, card: Card) -> Message | None:
    """Remind somebody who asked for it; the button is the channel's own."""
    one = turn.uow.teams.round(card.args["round"])
    if one is None or one.state != "open" or one.card_token is None:
        return None
    text = turn.text("team.reminder", when=_when(turn, one))
    ways = Choices(one.card_token, _answering(turn))
    return message(turn, turn.text("team.reminder_summary"), paragraph(text), ways, keeps="team")


def word_page(turn: Turn, card: Card) -> Message | None:
    """Say to the champion what a stage asks of them."""
    stage = card.args["stage"]
    summary = turn.text(f"team.{stage}_summary")
    said: list[Element] = [Heading(summary), paragraph(turn.text(f"team.{stage}_intro"))]
    if stage == "guidance":
        lines = tuple(turn.text(f"team.guidance_{n}") for n in range(1, GUIDANCE + 1))
        said.append(Bullets(lines))
    if stage == "live":
        lines = tuple(turn.text(f"team.talk_{n}") for n in range(1, QUESTIONS + 1))
        said.append(Bullets(lines))
    return message(turn, summary, *said, Choices(card.token, _word_ways(turn, stage)))


def posture_page(turn: Turn, card: Card) -> Message | None:
    """Give one card on how to listen, with one line to practise."""
    number = card.args["number"]
    title = turn.text("team.posture_summary", title=turn.text(f"team.posture_{number}_title"))
    return message(
        turn,
        title,
        Heading(title),
        paragraph(turn.text(f"team.posture_{number}")),
        paragraph(turn.text(f"team.posture_{number}_try")),
    )


def rhythm_text(turn: Turn, team: Team) -> str:
    """Say how often and when: `every second week, Thursday at 10:00 (Paris)`."""
    return turn.text(
        f"team.rhythm_{team.weeks}",
        day=weekday(turn, team.weekday).lower()
        if turn.lang == "fr"
        else weekday(turn, team.weekday),
        at=say_time(team.at, turn.lang),
        city=city(team.zone),
    )


def _introduction(turn: Turn, team: Team, card: Card) -> list[Element]:
    if not team.whole:
        return [paragraph(turn.text("team.too_many"))]
    if team.state != "proposed":
        return []
    by = card.args.get("by")
    hello = [Span(turn.text("team.hello"))]
    if by:
        hello += [Span(" "), Span(turn.text("team.somebody"), person=by)]
        hello.append(Span(turn.text("team.added_me")))
    return [Text(tuple(hello)), paragraph(turn.text("team.proposal_intro"))]


def _rhythm(turn: Turn, team: Team) -> list[tuple[str, str]]:
    asked = ", ".join(turn.text(f"team.question_{q}").lower() for q in team.questions)
    pairs = [
        (turn.text("team.rhythm"), rhythm_text(turn, team)),
        (turn.text("team.lang"), turn.text(f"languages.lang_{team.lang}")),
        (turn.text("team.questions"), asked),
    ]
    coming = rhythm.next_planned(turn, team)
    if team.state == "active" and coming:
        pairs.append(
            (turn.text("team.next"), say_moment(coming, turn.coachee.tz, turn.lang, turn.now))
        )
    return pairs


def _people(turn: Turn, team: Team) -> Text | None:
    """Name who set it up and who the champion is; nobody else is ever named."""
    spans: list[Span] = []
    for key, coachee_id in (("champion", team.champion_id), ("set_up_by", team.set_up_by)):
        named = turn.uow.people.look(coachee_id) if coachee_id else None
        if named:
            spans += [Span(f"{turn.text(f'team.{key}')}{turn.text('summary.colon')}")]
            spans += [Span(turn.text("team.somebody"), person=named.person), Span("\n")]
    if team.state in {"active", "paused"}:
        spans.append(Span(turn.text("team.how_to_change")))
    return Text(tuple(spans)) if spans else None


def _ways(turn: Turn, team: Team) -> tuple[Option, ...]:
    if not team.whole or team.state == "gone":
        return ()
    change = Option("team:setup", turn.text("team.change"), form=True)
    if team.state == "proposed":
        return (Option("team:start", turn.text("team.start"), "primary"), change)
    if team.state == "paused":
        return (Option("team:start", turn.text("team.resume"), "primary"), change)
    return (
        Option("team:now", turn.text("team.now"), confirm=turn.text("team.now_confirm")),
        change,
        Option("team:pause", turn.text("team.pause")),
    )


def _asking(turn: Turn, one: Round, card: Card) -> Message:
    when = _when(turn, one)
    return round_message(
        turn,
        turn.text("team.round_summary", when=when),
        Heading(_title(turn, one)),
        paragraph(turn.text("team.round_intro", when=when, city=city(turn.coachee.zone))),
        paragraph(turn.text("team.round_promise")),
        Choices(card.token, _answering(turn)),
    )


def _answering(turn: Turn) -> tuple[Option, ...]:
    return (
        Option("team:answer", turn.text("team.answer"), "primary", form=True),
        Option("team:decline", turn.text("team.decline"), form=True),
    )


def _title(turn: Turn, one: Round) -> str:
    day = say_day(turn.local(one.opened_at).date(), turn.lang, turn.today)
    return turn.text("team.round_title", day=day)


def _when(turn: Turn, one: Round) -> str:
    return say_moment(one.closes_at, turn.coachee.tz, turn.lang, turn.now)


def _owner(turn: Turn, made: TeamCommitment) -> list[Span]:
    owner = turn.uow.people.look(made.owner_id) if made.owner_id else None
    if owner is None:
        return []
    named = Span(turn.text("team.somebody"), person=owner.person)
    return [Span(f"\n{turn.text('team.owner')}{turn.text('summary.colon')}"), named]


def _standing(turn: Turn, made: TeamCommitment) -> Element:
    day = say_day(made.due_on, turn.lang, turn.today)
    if made.status == "open":
        key = "team.moved_to" if made.moves else "team.by_day"
        return paragraph(turn.text(key, day=day))
    return Receipt((Span(turn.text(f"team.outcome_{made.status}")),))


def _outcomes(turn: Turn) -> tuple[Option, ...]:
    done = ("done", "partly", "dropped")
    pressed = tuple(Option(f"team:{o}", turn.text(f"team.mark_{o}")) for o in done)
    return (*pressed[:2], Option("team:move", turn.text("team.mark_move"), form=True), pressed[2])


def _word_ways(turn: Turn, stage: str) -> tuple[Option, ...]:
    if stage == "named":
        return (Option("team:not_me", turn.text("team.not_me")),)
    return (Option("team:loop", turn.text("team.loop_title"), "primary", form=True),)


PAGES: Mapping[str, Callable[[Turn, Card], Message | None]] = {
    "team_setup": setup_page,
    "team_round": round_page,
    "team_loop": loop_page,
    "team_commitment": commitment_page,
    "team_due": commitment_page,
    "team_results": results_page,
    "team_reminder": reminder_page,
    "team_word": word_page,
    "posture": posture_page,
}
"""Templates of messages about a team."""

PERSONAL = frozenset({"team_word", "posture"})
"""Those whose buttons belong to one person."""


def team_of(turn: Turn, card: Card) -> Team | None:
    """Return the team that a message is about, whoever got it."""
    if card.coachee_id.startswith("team:"):
        return turn.uow.teams.look(team_id_of(card.coachee_id))
    if "round" in card.args:
        one = turn.uow.teams.round(card.args["round"])
        return turn.uow.teams.look(one.team_id) if one else None
    return turn.uow.teams.look(card.args.get("team", ""))
