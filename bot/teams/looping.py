"""Closing the loop: the champion says what was heard and what follows, under the summary."""

from dataclasses import replace
from datetime import date

from bot.answers import Values
from bot.days import parse_day
from bot.errors import BotError, InvalidAnswer
from bot.feedback.due_doubts import FURTHEST
from bot.messages import Field, Form, Option
from bot.teams import agreements
from bot.teams.content import Loop, Round, Team, TeamBlocker
from bot.teams.following import close_blocker
from bot.teams.joining import member_of
from bot.teams.results import closed_rounds
from bot.teams.rounds import open_blockers
from bot.teams.speaking import in_channel
from bot.turn import Turn

LONGEST = 300
ACTION = 150

SENTENCES = ("heard", "will", "wont")


class NotChampion(BotError):
    """Somebody else than the champion wants to speak for the team's round."""

    told = "team.not_champion"


class NothingToClose(BotError):
    """No round was closed yet."""

    told = "team.nothing_closed"


def latest_closed(turn: Turn, team: Team) -> Round:
    """Return the round to speak about.

    Raises:
        NothingToClose: there is none.
    """
    closed = closed_rounds(turn, team)
    if not closed:
        raise NothingToClose(team.id)
    return closed[-1]


def may_close(turn: Turn, team: Team) -> None:
    """Let the champion speak, and without a champion any member.

    Raises:
        NotInTeam, NotChampion: nobody else does.
    """
    member_of(turn, team)
    if team.champion_id not in {None, turn.coachee.id}:
        raise NotChampion(team.id)


def loop_form(turn: Turn, team: Team, one: Round, token: str) -> Form:
    """Return the form: three short sentences, blockers that are resolved, one action."""
    loop = one.loop or Loop("")
    fields = [_sentence(turn, name, getattr(loop, name)) for name in SENTENCES]
    opened = open_blockers(turn, team.id)
    if opened:
        fields.append(_resolved_field(turn, opened))
    if not _agreed(turn, one):
        fields += _action_fields(turn)
    save, close = turn.text("team.publish"), turn.text("buttons.cancel")
    title = turn.text("team.loop_title")
    return Form(f"{token}.loop.{one.id}", turn.lang, title, save, close, tuple(fields))


def take_loop(turn: Turn, team: Team, one: Round, values: Values) -> None:
    """Post it under the summary, or change what was posted; take an action on.

    Raises:
        NotInTeam, NotChampion: somebody else sends it.
        InvalidAnswer: a field cannot be taken.
    """
    may_close(turn, team)
    loop = Loop(*(_text(values, name, LONGEST) for name in SENTENCES))
    if not loop.heard:
        raise InvalidAnswer("errors.no_words", field="heard")
    action = None if _agreed(turn, one) else _action(turn, team, values)
    first = one.loop is None
    one = turn.uow.teams.put_round(replace(one, loop=loop))
    for blocker in open_blockers(turn, team.id):  # others may have resolved some meanwhile
        if blocker.id in _ids(values, "resolved"):
            close_blocker(turn, team, blocker.id, "resolved")
    channel = in_channel(turn, team)
    if first:
        root = turn.uow.cards.get(one.card_token or "")
        channel.post_under(root.ref if root else None, "team_loop", round=one.id)
    else:
        for card in turn.uow.cards.posted_to(team.lane):
            if card.template == "team_loop" and card.args.get("round") == one.id:
                channel.refresh(card.token)
    channel.refresh(one.card_token)
    if action:
        agreements.agree(channel, team, one, *action)


def _agreed(turn: Turn, one: Round) -> bool:
    return any(c.round_id == one.id for c in turn.uow.teams.commitments(one.team_id))


def _sentence(turn: Turn, name: str, value: str) -> Field:
    label, hint = turn.text(f"team.loop_{name}"), turn.text(f"team.loop_{name}_hint")
    return Field(name, label, "short", name == "heard", hint, "", value, longest=LONGEST)


def _resolved_field(turn: Turn, opened: list[TeamBlocker]) -> Field:
    options = tuple(Option(one.id, turn.text(f"team.blocker_{one.kind}")) for one in opened)
    label = turn.text("team.loop_resolved")
    return Field("resolved", label, "multi", False, options=options, most=len(options))


def _action_fields(turn: Turn) -> list[Field]:
    hint = turn.text("team.action_hint")
    due = turn.calendar.add_workdays(turn.today, 5)
    return [
        Field("action", turn.text("team.action"), "short", False, hint, longest=ACTION),
        Field("owner", turn.text("team.owner"), "person", False, turn.text("team.owner_hint")),
        Field("due", turn.text("team.due"), "date", False, value=due.isoformat()),
    ]


def _action(turn: Turn, team: Team, values: Values) -> tuple[str, str, date] | None:
    """Read the action with its owner and its day; None where none was written."""
    text = _text(values, "action", ACTION)
    if not text:
        return None
    person = _text(values, "owner", LONGEST)
    owner = turn.uow.people.look_for(team.workspace, person) if person else None
    if owner is None or turn.uow.teams.member(team.id, owner.id) is None:
        raise InvalidAnswer("team.owner_missing", field="owner")
    return text, owner.id, read_day(turn, values, "due")


def read_day(turn: Turn, values: Values, name: str) -> date:
    """Read a day from today on, within a year.

    Raises:
        InvalidAnswer: it is none.
    """
    day = parse_day(_text(values, name, ACTION), turn.lang, turn.today)
    if day is None:
        raise InvalidAnswer("errors.date", field=name)
    if day < turn.today:
        raise InvalidAnswer("errors.past_date", field=name)
    if day > turn.today + FURTHEST:
        raise InvalidAnswer("errors.plan_far", field=name)
    return day


def _text(values: Values, name: str, longest: int) -> str:
    value = values.get(name)
    text = " ".join(value.split()) if isinstance(value, str) else ""
    if len(text) > longest:
        raise InvalidAnswer("errors.too_long", field=name, has=str(len(text)), most=str(longest))
    return text


def _ids(values: Values, name: str) -> list[str]:
    value = values.get(name) or ()
    return [value] if isinstance(value, str) else list(value)
