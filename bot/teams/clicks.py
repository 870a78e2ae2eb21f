"""What a button or a form of a team's message does, whoever of the team presses it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.answers import Values
from bot.cards import Card
from bot.errors import BotError, Conflict, ForeignClick, InvalidAnswer, StaleClick, UnknownToken
from bot.events import Clicked, Submitted
from bot.messages import Field, Form, Option, Reply
from bot.plans.forms import with_values
from bot.teams import agreements, answering, looping, setting_up
from bot.teams.commanding import ask_now
from bot.teams.content import Round, Team
from bot.teams.following import ENDINGS, close_blocker
from bot.teams.joining import NotInTeam, member_of, refresh
from bot.teams.pages import PERSONAL, team_of
from bot.teams.results import page_link
from bot.teams.rounds import open_blockers
from bot.teams.speaking import in_channel, is_lane
from bot.turn import Turn

SIGNED = frozenset({"setup", "loop"})
"""Forms of which the channel hears who sent them, so that what was learned of them is kept."""

VERB = "team:"
"""How the options of a team's messages begin."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """One press: the message, the team it is about, and what stands behind the verb."""

    turn: Turn
    team: Team
    card: Card
    subject: str = ""

    @property
    def round(self) -> Round:
        """The round that the message is about.

        Raises:
            StaleClick: it is no longer kept.
        """
        one = self.turn.uow.teams.round(self.card.args.get("round", ""))
        if one is None:
            raise StaleClick(self.card.token)
        return one

    @property
    def commitment_id(self) -> str:
        """What the team agreed on, by the message."""
        return self.card.args.get("commitment", "")


def about_team(turn: Turn, token: str) -> bool:
    """Tell whether a button or form belongs to a team's message."""
    card = turn.uow.cards.get(token.partition(".")[0])
    return card is not None and (is_lane(card.coachee_id) or card.template in PERSONAL)


def clicked(turn: Turn, event: Clicked) -> None:
    """Do what a button means.

    Raises:
        UnknownToken, ForeignClick, StaleClick, NotInTeam: with nothing changed.
    """
    pressed = _pressed(turn, event.token)
    act = _CLICKS.get(event.option.removeprefix(VERB)) if event.option.startswith(VERB) else None
    if act is None:
        raise StaleClick(event.token)
    try:
        act(pressed)
    except NotInTeam:
        refresh(in_channel(turn, pressed.team), pressed.team)
        raise


def submitted(turn: Turn, event: Submitted) -> None:
    """Take a form; whatever stands in the way is said in its place.

    Raises:
        InvalidAnswer: a field cannot be taken; the form stays open.
    """
    token, _, rest = event.token.partition(".")
    name, _, subject = rest.partition(".")
    pressed = _pressed(turn, token, subject)
    take = _FORMS.get(name)
    if take is None:
        raise StaleClick(token)
    try:
        turn.reply = Reply(form=take(pressed, event.values))
        if name in SIGNED:
            turn.save()
    except (InvalidAnswer, Conflict):
        raise
    except BotError as error:
        turn.reply = Reply(form=answering.window(turn, token, error.told))


def form_again(turn: Turn, event: Submitted) -> Form | None:
    """Return the form that was sent, with what was typed, so that it can stay open."""
    token, _, rest = event.token.partition(".")
    name, _, subject = rest.partition(".")
    try:
        form = _opened(_pressed(turn, token, subject), name)
    except BotError:
        return None
    return with_values(form, event.values) if form else None


def _pressed(turn: Turn, token: str, subject: str = "") -> Pressed:
    """Read what was pressed; a channel's message does not age, it ends with what it is about."""
    card = turn.uow.cards.get(token)
    public = card is not None and is_lane(card.coachee_id)
    team = team_of(turn, card) if card and (public or card.expires_at > turn.now) else None
    if card is None or team is None:
        raise UnknownToken(token)
    if (
        not (public or card.coachee_id == turn.coachee.id)
        or team.workspace != turn.coachee.workspace
    ):
        raise ForeignClick(token)
    return Pressed(turn, team, card, subject)


def _locked(pressed: Pressed) -> Team:
    team = pressed.turn.uow.teams.get(pressed.team.id)
    if team is None or team.state == "gone":
        raise StaleClick(pressed.team.id)
    return team


def _opened(pressed: Pressed, name: str) -> Form | None:
    turn, team, token = pressed.turn, pressed.team, pressed.card.token
    match name:
        case "setup":
            member_of(turn, team)
            return setting_up.setup_form(turn, team, f"{token}.setup")
        case "answer":
            return answering.answer_form(turn, team, pressed.round, token)
        case "loop":
            looping.may_close(turn, team)
            one = turn.uow.teams.round(pressed.subject) if pressed.subject else None
            one = one or looping.latest_closed(turn, team)
            return looping.loop_form(turn, team, one, token)
        case "blockers":
            return _blockers_form(turn, team, token)
        case "page":
            return _page_form(turn, team, token)
        case "move":
            return _move_form(pressed)
    return None


def _opens(name: str) -> Callable[[Pressed], None]:
    def act(pressed: Pressed) -> None:
        pressed.turn.reply = Reply(form=_opened(pressed, name))

    return act


def _start(pressed: Pressed) -> None:
    setting_up.confirm(pressed.turn, _locked(pressed))


def _pause(pressed: Pressed) -> None:
    setting_up.pause(pressed.turn, _locked(pressed))


def _now(pressed: Pressed) -> None:
    ask_now(pressed.turn, _locked(pressed))


def _decline(pressed: Pressed) -> None:
    form = answering.decline(pressed.turn, pressed.team, pressed.round, pressed.card.token)
    pressed.turn.reply = Reply(form=form)


def _not_me(pressed: Pressed) -> None:
    setting_up.refuse_champion(pressed.turn, _locked(pressed))
    pressed.turn.reply = Reply(notice=pressed.turn.text("team.not_champion_any_more"))


def _marks(status: str) -> Callable[[Pressed], None]:
    def act(pressed: Pressed) -> None:
        turn, team = pressed.turn, _locked(pressed)
        agreements.mark(turn, team, pressed.card, pressed.commitment_id, status)

    return act


def _take_setup(pressed: Pressed, values: Values) -> Form:
    setting_up.set_up(pressed.turn, _locked(pressed), values)
    return answering.window(pressed.turn, pressed.card.token, "team.set_up")


def _take_answer(pressed: Pressed, values: Values) -> Form:
    turn, token = pressed.turn, pressed.card.token
    return answering.take_answer(turn, pressed.team, pressed.round, token, values)


def _take_quote(pressed: Pressed, values: Values) -> Form:
    turn, token = pressed.turn, pressed.card.token
    one = pressed.round
    return answering.take_quote(turn, pressed.team, one, token, pressed.subject, values)


def _take_later(pressed: Pressed, values: Values) -> Form:
    turn, token = pressed.turn, pressed.card.token
    return answering.take_later(turn, pressed.team, pressed.round, token, values)


def _take_loop(pressed: Pressed, values: Values) -> Form:
    turn, team = pressed.turn, _locked(pressed)
    one = turn.uow.teams.round(pressed.subject)
    if one is None or one.team_id != team.id or one.state not in {"summary", "too_few"}:
        raise StaleClick(pressed.subject)
    looping.take_loop(turn, team, one, values)
    return answering.window(turn, pressed.card.token, "team.loop_posted")


def _take_blockers(pressed: Pressed, values: Values) -> Form:
    turn, team = pressed.turn, _locked(pressed)
    for blocker in open_blockers(turn, team.id):
        for ending in ENDINGS:
            if values.get(blocker.id) == ending:
                close_blocker(turn, team, blocker.id, ending)
    return answering.window(turn, pressed.card.token, "team.blockers_changed")


def _take_move(pressed: Pressed, values: Values) -> Form:
    turn, team = pressed.turn, _locked(pressed)
    day = looping.read_day(turn, values, "due")
    agreements.move(turn, team, pressed.card, pressed.commitment_id, day)
    return answering.window(turn, pressed.card.token, "team.moved")


def _blockers_form(turn: Turn, team: Team, token: str) -> Form:
    member_of(turn, team)
    states = ("open", "resolved", "dropped")
    options = tuple(Option(s, turn.text(f"team.blocker_state_{s}")) for s in states)
    fields = tuple(
        Field(b.id, turn.text(f"team.blocker_{b.kind}"), "choice", value="open", options=options)
        for b in open_blockers(turn, team.id)
    )
    return _form(turn, f"{token}.blockers", *fields)


def _page_form(turn: Turn, team: Team, token: str) -> Form:
    """Give whoever pressed a link of their own, for nobody else to see."""
    member_of(turn, team)
    link = page_link(turn, team)
    if link is None:
        raise StaleClick(token)
    said = answering.window(turn, token, "team.page_own")
    return replace(said, elements=(*said.elements, link))


def _move_form(pressed: Pressed) -> Form:
    turn = pressed.turn
    made = agreements.standing(turn, pressed.team, pressed.commitment_id)
    due = Field("due", turn.text("team.due"), "date", value=made.due_on.isoformat())
    return _form(turn, f"{pressed.card.token}.move", due)


def _form(turn: Turn, token: str, *fields: Field) -> Form:
    save, close = turn.text("buttons.save"), turn.text("buttons.cancel")
    return Form(token, turn.lang, turn.text("team.title"), save, close, fields)


_CLICKS: Mapping[str, Callable[[Pressed], None]] = {
    "start": _start,
    "pause": _pause,
    "now": _now,
    "setup": _opens("setup"),
    "answer": _opens("answer"),
    "decline": _decline,
    "loop": _opens("loop"),
    "blockers": _opens("blockers"),
    "page": _opens("page"),
    "move": _opens("move"),
    "not_me": _not_me,
    **{status: _marks(status) for status in agreements.OUTCOMES},
}
_FORMS: Mapping[str, Callable[[Pressed, Values], Form]] = {
    "setup": _take_setup,
    "answer": _take_answer,
    "quote": _take_quote,
    "later": _take_later,
    "loop": _take_loop,
    "blockers": _take_blockers,
    "move": _take_move,
}
