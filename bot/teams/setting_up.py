"""Setting a check-in up: one form for rhythm, language, questions and champion."""

from dataclasses import replace
from datetime import time
from typing import get_args

from bot import followups
from bot.answers import EARLIEST, LATEST, Values
from bot.errors import InvalidAnswer
from bot.language import LANGS, lang_of
from bot.messages import Field, Form, Option
from bot.places import country_of, find_zone
from bot.questions import weekday
from bot.teams import championing, rhythm
from bot.teams.content import QUESTIONS, Question, Team
from bot.teams.joining import member_of
from bot.teams.speaking import in_channel
from bot.turn import Turn

EVERY = {"1": 1, "2": 2, "4": 4}
"""Weeks from one round to the next, by option."""

SHORT = 150


def setup_form(turn: Turn, team: Team, token: str) -> Form:
    """Return the form with all that can be changed, in the person's language."""
    champion = turn.uow.people.look(team.champion_id) if team.champion_id else None
    fields = (
        _choice(turn, "weekday", str(team.weekday), [(str(n), weekday(turn, n)) for n in range(7)]),
        Field("time", turn.text("team.time"), "time", value=f"{team.at:%H:%M}"),
        _choice(turn, "weeks", str(team.weeks), _named(turn, "every", tuple(EVERY))),
        _choice(turn, "lang", team.lang, [(c, turn.text(f"languages.lang_{c}")) for c in LANGS]),
        Field(
            "questions",
            turn.text("team.questions"),
            "multi",
            value=",".join(team.questions),
            options=tuple(Option(q, turn.text(f"team.question_{q}")) for q in QUESTIONS),
            most=len(QUESTIONS),
        ),
        Field(
            "champion",
            turn.text("team.champion"),
            "person",
            required=False,
            hint=turn.text("team.champion_hint"),
            value=(champion or turn.coachee).person,
        ),
        Field("zone", turn.text("team.zone"), "short", value=team.zone, longest=SHORT),
    )
    save, close = turn.text("buttons.save"), turn.text("buttons.cancel")
    return Form(token, turn.lang, turn.text("team.title"), save, close, fields)


def set_up(turn: Turn, team: Team, values: Values) -> Team:
    """Take the form: this also confirms a proposal, but takes up nothing that is paused.

    Raises:
        NotInTeam: the person is no member.
        InvalidAnswer: a field cannot be taken.
    """
    member_of(turn, team)
    zone = _zone(values)
    changed = replace(
        team,
        weekday=int(_one_of(values, "weekday", [str(n) for n in range(7)])),
        at=_time(values),
        weeks=EVERY[_one_of(values, "weeks", list(EVERY))],
        lang=lang_of(_one_of(values, "lang", list(LANGS))),
        questions=_questions(values),
        zone=zone,
        country=country_of(zone),
        champion_id=_champion(turn, team, values),
        state="paused" if team.state == "paused" else "active",
        set_up_by=turn.coachee.id,
    )
    return _changed(turn, team, changed)


def confirm(turn: Turn, team: Team) -> Team:
    """Begin with what is proposed, or take up again after a pause what somebody set up.

    Raises:
        NotInTeam: the person is no member.
    """
    member_of(turn, team)
    if team.state == "active":
        return team
    begun = replace(team, state="active")
    if team.set_up_by is None:
        me = turn.coachee.id
        begun = replace(begun, set_up_by=me, champion_id=team.champion_id or me)
    return _changed(turn, team, begun)


def pause(turn: Turn, team: Team) -> Team:
    """Ask nothing more by itself; a round that is open goes on to its close.

    Raises:
        NotInTeam: the person is no member.
    """
    member_of(turn, team)
    paused = turn.uow.teams.put(replace(team, state="paused"))
    channel = in_channel(turn, paused)
    followups.call_off(channel, "paused", "round_open")
    channel.refresh(paused.card_token)
    return paused


def refuse_champion(turn: Turn, team: Team) -> Team:
    """Take somebody's no to being the champion."""
    if team.champion_id != turn.coachee.id:
        return team
    team = turn.uow.teams.put(replace(team, champion_id=None))
    if not any(one.champion_id == turn.coachee.id for one in turn.uow.teams.of(turn.coachee.id)):
        followups.call_off(turn, "nothing_open", "team_word", "posture")
    in_channel(turn, team).refresh(team.card_token)
    return team


def _changed(turn: Turn, before: Team, team: Team) -> Team:
    team = turn.uow.teams.put(team)
    channel = in_channel(turn, team)
    rhythm.plan_next(channel, team)
    channel.refresh(team.card_token)
    named = team.champion_id
    if named and named not in {before.champion_id, turn.coachee.id}:
        championing.tell(turn, named, "named", team.id, turn.now, again=True)
    return team


def _choice(turn: Turn, name: str, value: str, options: list[tuple[str, str]]) -> Field:
    offered = tuple(Option(option, label) for option, label in options)
    return Field(name, turn.text(f"team.{name}"), "choice", value=value, options=offered)


def _named(turn: Turn, kind: str, ids: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(one, turn.text(f"team.{kind}_{one}")) for one in ids]


def _one_of(values: Values, name: str, known: list[str]) -> str:
    value = values.get(name)
    if not isinstance(value, str) or value not in known:
        raise InvalidAnswer("errors.choose_one", field=name)
    return value


def _time(values: Values) -> time:
    try:
        at = time.fromisoformat(str(values.get("time") or ""))
    except ValueError as error:
        raise InvalidAnswer("errors.time", field="time") from error
    if not EARLIEST <= at.replace(tzinfo=None) <= LATEST:
        raise InvalidAnswer("errors.night", field="time")
    return at.replace(second=0, microsecond=0, tzinfo=None)


def _questions(values: Values) -> tuple[Question, ...]:
    given = values.get("questions")
    chosen = [given] if isinstance(given, str) else list(given or ())
    asked = tuple(q for q in get_args(Question) if q in chosen)
    if not set(asked) - {"lines"}:
        raise InvalidAnswer("team.no_question", field="questions")
    return asked


def _zone(values: Values) -> str:
    zone = find_zone(str(values.get("zone") or ""))
    if zone is None:
        raise InvalidAnswer("errors.zone", field="zone")
    return zone


def _champion(turn: Turn, team: Team, values: Values) -> str:
    person = values.get("champion")
    if not isinstance(person, str) or not person:
        return team.champion_id or turn.coachee.id
    found = turn.uow.people.look_for(team.workspace, person)
    if found is None or turn.uow.teams.member(team.id, found.id) is None:
        raise InvalidAnswer("team.champion_outside", field="champion")
    return found.id
