"""What a button on a plan's page does."""

from bot import dialogue
from bot.cards import Card
from bot.errors import StaleClick
from bot.messages import Reply
from bot.plans import changing as planning
from bot.plans import effects as plan_effects
from bot.plans import sharing as plan_sharing
from bot.plans import standing as plan_standing
from bot.plans.standing import Standing
from bot.turn import Turn

JOIN = "join"
"""What is typed to join without the code."""

CHANGING = frozenset({"confirm", "decline", "withdraw", "reached", "unreached", "remove", "drop"})
"""What changes what other messages of the same person show."""


def page(turn: Turn, argument: str) -> None:
    """Show the plan; with the code of an invitation, the plan that it opens."""
    if argument:
        _join(turn, argument)
        return
    plan_sharing.reunite(turn)
    one = plan_standing.own(turn)
    turn.post("plan", **({"plan": one.plan.id} if one else {}))


def clicked(turn: Turn, card: Card, option: str) -> None:
    """Do what a button of a plan's page means.

    Raises:
        StaleClick: what it is about is gone, or not the person's; nothing was changed.
    """
    verb, _, subject = option.partition(":")
    if verb in {"join", "later"}:
        _answer_invitation(turn, card, verb)
    elif verb == "take_up":
        planning.take_up(turn, subject)
        turn.post("plan", plan=subject)
    elif verb == "open":
        _open(turn, card, subject)
    else:
        _change(turn, card, _standing(turn, card), verb, subject)


def measured(turn: Turn, card: Card, option: str) -> None:
    """Note the number, or the yes or no, that was tapped.

    Raises:
        StaleClick: there is no such number, or the objective is gone.
    """
    one = _standing(turn, card)
    objective = one.content.objective(card.args["objective"])
    most = 1 if objective and objective.indicator.kind == "yes_no" else 10
    if not (option.isdecimal() and len(option) <= len(str(most)) and int(option) <= most):
        raise StaleClick(card.token)
    planning.measure(turn, one, card.args["objective"], float(option))
    turn.refresh(card.token)
    plan_effects.refresh_before(turn, card.token)


def _change(turn: Turn, card: Card, one: Standing, verb: str, subject: str) -> None:
    if verb in {"confirm", "decline", "withdraw"}:
        _agree(turn, one, verb, subject)
    elif verb in {"objective", "measure", "change", "commit"}:
        _lead_on(turn, one, verb, subject)
    elif verb in {"reached", "unreached"}:
        planning.reach(turn, one, subject, reached=verb == "reached")
    elif verb == "remove":
        planning.drop_objective(turn, one, subject)
    elif verb == "drop":
        planning.drop_milestone(turn, one, subject)
    elif verb == "leave":
        plan_sharing.leave(turn, one)
        turn.reply = _notice(turn, "plans.left")
    elif verb == "end":
        planning.end(turn, one)
    else:
        raise StaleClick(card.token)
    turn.refresh(card.token)
    if verb in CHANGING:
        plan_effects.refresh_before(turn, card.token)


def _agree(turn: Turn, one: Standing, verb: str, words_id: str) -> None:
    """Answer a proposal; where it is another one meanwhile, show that instead."""
    act = {"confirm": planning.confirm, "decline": planning.decline, "withdraw": planning.withdraw}
    try:
        act[verb](turn, one, words_id)
    except StaleClick:
        turn.reply = _notice(turn, "plans.overtaken")


def _lead_on(turn: Turn, one: Standing, verb: str, subject: str) -> None:
    if verb == "change":
        turn.post("plan", plan=one.plan.id, **{"as": "proposed"})
        return
    content = one.latest if verb == "objective" else one.content
    if content.objective(subject) is None or (verb != "objective" and one.side != "owner"):
        raise StaleClick(subject)
    if verb == "commit":
        dialogue.begin(turn, "commit", objective_id=subject)
    else:
        turn.post(verb, plan=one.plan.id, objective=subject)


def _open(turn: Turn, card: Card, plan_id: str) -> None:
    one = plan_standing.named(turn, plan_id or card.args.get("plan"))
    if one is None:
        raise StaleClick(card.token)
    if one.side == "owner":
        plan_sharing.reunite(turn)
    turn.post("plan", plan=one.plan.id)


def _join(turn: Turn, code: str) -> None:
    if code == JOIN:
        turn.post("note", say="plans.join_how", ways="plan")
        return
    plan = plan_sharing.invited(turn, code)
    if plan and plan.invite:
        turn.post("plan_invite", plan=plan.id, invite=plan.invite)
    else:
        said = "plans.own_code" if plan_sharing.is_own(turn, code) else "plans.invite_over"
        turn.post("note", say=said, ways="plan")


def _answer_invitation(turn: Turn, card: Card, verb: str) -> None:
    if "invite" not in card.args:
        raise StaleClick(card.token)
    if verb == "join":
        try:
            plan_sharing.accept(turn, card.args["invite"])
        except StaleClick:
            turn.reply = _notice(turn, "plans.invite_over")
    else:
        turn.reply = _notice(turn, "plans.not_now")
    turn.refresh(card.token)


def _standing(turn: Turn, card: Card) -> Standing:
    plan_sharing.reunite(turn)
    one = plan_standing.named(turn, card.args.get("plan"))
    if one is None or one.plan.ended_at:
        turn.refresh(card.token)
        raise StaleClick(card.token)
    return one


def _notice(turn: Turn, key: str) -> Reply:
    return Reply(notice=turn.text(key))
