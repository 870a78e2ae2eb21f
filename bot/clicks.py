"""What a button or a sent form does: re-authorised, idempotent, never believed beyond its token."""

from dataclasses import replace

from bot import (
    caring,
    commanding,
    committing,
    deeds,
    dialogue,
    followups,
    forms,
    merging,
    mydata,
    slowing,
)
from bot.answers import (
    BACK,
    CHANGE,
    Values,
    from_click,
    from_form,
    opens_form,
    place,
    weekly_slot,
)
from bot.cards import Card
from bot.care import classify
from bot.engine import Given
from bot.errors import BotError, ForeignClick, StaleClick, UnknownToken
from bot.events import Clicked, Submitted
from bot.facts import MOVES
from bot.folding import ALSO, Folded, is_open, open_plan
from bot.frame import MENU
from bot.language import Wording, lang_of
from bot.messages import Form, Reply
from bot.people import Coachee, Pace
from bot.plans import clicks as plan_clicks
from bot.plans import effects as plan_effects
from bot.plans import forms as plan_forms
from bot.programmes import Step
from bot.sessions import RESUMABLE, Session
from bot.suggestions import suggesting
from bot.turn import ExportUrl, Turn

_COMMITMENT = Step("commitment", Wording("", ""), "commitment")


def clicked(turn: Turn, event: Clicked, export_url: ExportUrl) -> None:
    """Do what a button means.

    Raises:
        UnknownToken, ForeignClick, StaleClick, InvalidAnswer: with nothing changed.
    """
    if event.token == MENU:
        _menu(turn, event.option)
        return
    card = _card(turn, event.token)
    _learn_ref(turn, card, event)
    if card.template == "step":
        _step(turn, card, event)
    elif card.template == "measure" and event.option.isdecimal():
        plan_clicks.measured(turn, card, event.option)
    else:
        _page(turn, card, event.option, export_url)


def submitted(turn: Turn, event: Submitted) -> None:
    """Take a form.

    Raises:
        UnknownToken, ForeignClick, StaleClick, InvalidAnswer: with nothing changed.
    """
    token, _, rest = event.token.partition(".")
    card = _card(turn, token)
    name, _, subject = rest.partition(".")
    if name == "settings":
        _settings(turn, event.values)
    elif name == "edit":
        _edit(turn, event.values, subject)
    elif name in plan_forms.FORMS:
        plan_forms.taken(turn, card, name, subject, event.values)
        plan_effects.refresh_before(turn, card.token)
    elif card.template == "step":
        _form_of_step(turn, card, event.values)
    turn.refresh(card.token)


def form_again(turn: Turn, event: Submitted) -> Form | None:
    """Return the form that was sent, with what was typed, so that it can stay open."""
    token, _, rest = event.token.partition(".")
    card = turn.uow.cards.get(token)
    if card is None or card.coachee_id != turn.coachee.id:
        return None
    name, _, subject = rest.partition(".")
    form = _form(turn, card, name, subject)
    return plan_forms.with_values(form, event.values) if form else None


def unsafe(turn: Turn, text: str) -> bool:
    """Tell whether a text touches the safety list, and if so answer with care and nothing else."""
    category = classify(text, turn.lang, turn.library.safety)
    if category is None:
        return False
    turn.reply = Reply(show=caring.care_page(turn, caring.step_of(category)))
    return True


def harmed(turn: Turn, event: Clicked) -> bool:
    """Tell whether a question about harm was answered with yes; if so answer with care alone."""
    card = turn.uow.cards.get(event.token)
    if card is None or card.coachee_id != turn.coachee.id or card.expires_at <= turn.now:
        return False
    session = dialogue.session_of(turn, card)
    if session is None or session.status != "open" or session.card_token != card.token:
        return False
    return at_gate(turn, session, Given((event.option,)))


def at_gate(turn: Turn, session: Session, given: Given | None) -> bool:
    """Tell whether this says yes to a question about harm; if so answer with care alone.

    Like any safety reply it changes nothing: the session stands where it stood.
    """
    step = dialogue.programme_of(turn, session).step(session.step_id)
    if step.gate is None or given is None or given.options != ("yes",):
        return False
    turn.reply = Reply(show=caring.care_page(turn, step.gate))
    return True


def cared(turn: Turn, option: str) -> bool:
    """Tell whether a button leads on within care; if so show that, and nothing else."""
    if not option.startswith(caring.CARE) or option.endswith(":go_on"):
        return False
    try:
        step = caring.next_step(turn, option)
    except BotError:
        return False
    if step.id == "workload":
        return False
    turn.reply = Reply(show=caring.care_page(turn, step.id))
    return True


def _menu(turn: Turn, option: str) -> None:
    if not option.startswith(caring.CARE):
        if option not in {"help", "snooze", "pause", "settings"}:
            raise StaleClick(MENU)
        commanding.run(turn, option)
        return
    if caring.next_step(turn, option).id == "workload":
        _talk_about_work(turn)
    elif not dialogue.go_on(turn):
        commanding.run(turn, "next")


def _talk_about_work(turn: Turn) -> None:
    """Go on with the session on the load where one is open, else begin it."""
    session = dialogue.current(turn)
    if session and session.programme_id == "theme:workload":
        dialogue.go_on(turn)
    else:
        commanding.start_theme(turn, "workload")


def _card(turn: Turn, token: str) -> Card:
    card = turn.uow.cards.get(token)
    if card is None or card.expires_at <= turn.now:
        raise UnknownToken(token)
    if card.coachee_id != turn.coachee.id:
        raise ForeignClick(token)
    return card


def _learn_ref(turn: Turn, card: Card, event: Clicked) -> None:
    """Follow the copy that was clicked; a copy left by an unclear delivery is taken away."""
    if event.ref and event.ref != card.ref:
        if card.ref:
            turn.queue("delete", ref=card.ref)
        turn.uow.cards.put(replace(card, ref=event.ref))


def _step(turn: Turn, card: Card, event: Clicked) -> None:
    session = dialogue.session_of(turn, card)
    if session is None:
        raise UnknownToken(card.token)
    step_id = card.args["step"]
    if event.option.startswith(f"{ALSO}:"):
        _along(turn, card, Folded.read(event.option.removeprefix(f"{ALSO}:")))
        return
    if event.option == CHANGE:
        dialogue.reopen(turn, card, step_id)
        return
    _still_asked(turn, card, session)
    step = dialogue.programme_of(turn, session).step(session.step_id)
    if event.option == BACK:
        dialogue.back(turn, session)
    elif step.kind == "feedback" and event.option == suggesting.ASK:
        suggesting.ask(turn, card.token)
    elif opens_form(step, event.option) or (step.kind == "feedback" and event.option == "edit"):
        turn.reply = Reply(form=forms.step_form(turn, card, session, step, event.option))
    else:
        _answer(turn, session, step, event)


def _along(turn: Turn, card: Card, folded: Folded) -> None:
    """Open what a message took along.

    Raises:
        StaleClick: the message took no such thing along, or it is open no more.
    """
    taken = str(folded) in card.args.get(ALSO, "").split()
    if not taken or not is_open(turn, folded, card.created_at):
        turn.refresh(card.token)
        raise StaleClick(card.token)
    if _opened(turn, card, folded):
        return
    if folded.kind == "recall":
        programme_id, step_id = folded.subject.split("/")
        dialogue.begin(turn, programme_id, entry=step_id)
    elif folded.kind == "milestone":
        dialogue.begin(turn, "weekly_checkin", commitment_id=folded.about)
    else:
        open_plan(turn, folded)


def _opened(turn: Turn, card: Card, folded: Folded) -> bool:
    """Tell whether a press has opened it already, so that a second one opens nothing."""
    return any(
        folded.about in {session.commitment_id, f"{session.programme_id}/{session.step_id}"}
        for session in turn.uow.sessions.open_of(turn.coachee.id)
        if session.started_at > card.created_at
    )


def _still_asked(turn: Turn, card: Card, session: Session) -> None:
    """Refuse a click on a question that is answered, closed, or was left too long ago."""
    if session.status == "open" and turn.now - session.touched_at > RESUMABLE:
        session = turn.uow.sessions.put(replace(session, status="expired", card_token=None))
    if session.status != "open" or session.card_token != card.token:
        turn.refresh(card.token)
        raise StaleClick(card.token)


def _answer(turn: Turn, session: Session, step: Step, event: Clicked) -> None:
    given = from_click(step, event.option, event.values, turn.today)
    _known_themes(turn, step, given)
    dialogue.answer(turn, session, given)


def _known_themes(turn: Turn, step: Step, given: Given) -> None:
    if step.kind in {"multi", "theme"}:
        unknown = [theme for theme in given.options if theme not in turn.library.themes]
        if unknown:
            raise StaleClick(step.id)


def _page(turn: Turn, card: Card, option: str, export_url: ExportUrl) -> None:
    verb, _, rest = option.partition(":")
    if verb == "cmd":
        name, _, argument = rest.partition(":")
        if name not in commanding.COMMANDS:
            raise StaleClick(card.token)
        commanding.run(turn, name, argument)
    elif verb == "form":
        turn.reply = Reply(form=_page_form(turn, card, rest, export_url))
    elif verb == "plan":
        plan_clicks.clicked(turn, card, rest)
    elif verb == "edit":
        commitment = forms.commitment_named(turn, rest)
        turn.reply = Reply(form=forms.edit_form(turn, card, commitment))
    elif verb in {"done", "drop"}:
        _close(turn, card, verb, rest)
    elif verb == "snooze":
        commanding.run(turn, "snooze", rest)
    elif verb == "lang":
        turn.change(lang=lang_of(rest), lang_chosen=True)
        turn.home_stale = True
        turn.post("settings")
    elif option == "erase:all" and card.template == "erase":
        mydata.erase(turn)
        turn.reply = Reply(notice=turn.text("data.erased"))
    else:
        raise StaleClick(card.token)


def _page_form(turn: Turn, card: Card, name: str, export_url: ExportUrl) -> Form:
    if name == "export":
        return forms.export_form(turn, card, export_url(turn.coachee.id, turn.now))
    name, _, subject = name.partition(":")
    if name in plan_forms.FORMS:
        return plan_forms.opened(turn, card, name, subject, export_url)
    form = _form(turn, card, name, subject)
    if form is None:
        raise StaleClick(card.token)
    return form


def _form(turn: Turn, card: Card, name: str, subject: str) -> Form | None:
    if name == "settings":
        return forms.settings_form(turn, card)
    if name == "see":
        return forms.see_form(turn, card, subject)
    if name == "edit":
        return forms.edit_form(turn, card, forms.commitment_named(turn, subject))
    if name in plan_forms.FORMS:
        return plan_forms.again(turn, card, name, subject)
    session = dialogue.session_of(turn, card)
    if session is None or session.status != "open":
        return None
    step = dialogue.programme_of(turn, session).step(session.step_id)
    return forms.step_form(turn, card, session, step, "")


def _close(turn: Turn, card: Card, verb: str, commitment_id: str) -> None:
    commitment = forms.commitment_named(turn, commitment_id)
    if verb == "done":
        committing.mark(turn, commitment.id, "done")
        dialogue.begin(turn, "celebrate", commitment_id=commitment.id)
    else:
        dialogue.begin(turn, "milestone", entry="why_drop", commitment_id=commitment.id)
    turn.refresh(card.token)


def _form_of_step(turn: Turn, card: Card, values: Values) -> None:
    session = dialogue.session_of(turn, card)
    if session is None or session.status != "open" or session.card_token != card.token:
        raise StaleClick(card.token)
    step = dialogue.programme_of(turn, session).step(session.step_id)
    changes = step.kind == "feedback"
    if changes:
        step = dialogue.written_before(turn, session)
    given = from_form(step, values, turn.lang, turn.today)
    if changes:
        session = dialogue.stand_at(turn, session, step.id)
    dialogue.answer(turn, session, given)


def _settings(turn: Turn, values: Values) -> None:
    where = place(values)
    slot = weekly_slot(values)
    pace: Pace = "weekly"
    if str(values.get("pace")) in {"fortnightly", "monthly"}:
        pace = values["pace"]  # type: ignore[assignment]  # checked in the line above
    before = turn.coachee
    turn.change(
        lang=lang_of(str(values.get("lang") or turn.lang)),
        lang_chosen=True,
        pace=pace,
    )
    slowing.note_pace(turn, before.pace)
    followups.settle_in(turn, where["zone"], where["country"])
    suggesting.set_wish(turn, values.get("suggestions"))
    deeds.set_slot(turn, slot)
    turn.home_stale = True
    if _when_of(before) != _when_of(turn.coachee):
        _plan_anew(turn, before)


def _when_of(person: Coachee) -> tuple[object, ...]:
    return person.slot, person.pace, person.zone, person.country


def _plan_anew(turn: Turn, before: Coachee) -> None:
    """Plan by the new settings; a slower pace is not sped up by changing the hour.

    Somebody who has only gone elsewhere is asked in the same week as they would have been.
    """
    if (before.slot, before.pace) == (turn.coachee.slot, turn.coachee.pace):
        followups.plan_same_weekly(turn)
    else:
        followups.plan_next_weekly(turn)
    for commitment in merging.open_commitments(turn):
        followups.plan_follow_ups(turn, commitment)
    plan_effects.plan_again(turn)


def _edit(turn: Turn, values: Values, commitment_id: str) -> None:
    commitment = forms.commitment_named(turn, commitment_id)
    given = from_form(_COMMITMENT, values, turn.lang, turn.today)
    chosen = values.get("objective", commitment.objective_id)
    objective_id = chosen if isinstance(chosen, str) and chosen != "none" else None
    edited = committing.edit(turn, commitment, given, _COMMITMENT, objective_id)
    if edited.moves > commitment.moves and edited.moves >= MOVES:
        dialogue.begin(turn, "milestone", entry="offer_smaller", commitment_id=edited.id)


def texts(values: Values) -> list[str]:
    """Return what was written in a form."""
    return [v for value in values.values() for v in ([value] if isinstance(value, str) else value)]
