"""Forms: where words are collected, so that they stay out of the chat."""

from bot import committing, mydata
from bot.cards import Card
from bot.commitments import Commitment, Draft
from bot.errors import StaleClick
from bot.messages import Field, FieldKind, Form, Link, Option, Span, Text
from bot.places import countries, country_of
from bot.plans import standing as plan_standing
from bot.plans.text import sentence
from bot.programmes import Step
from bot.questions import weekday
from bot.sessions import Session
from bot.suggestions import suggesting
from bot.turn import Turn

LONGEST = 1000
SHORT = 150
LINE = 75  # characters of an option's label, on every platform


def step_form(turn: Turn, card: Card, session: Session, step: Step, option: str) -> Form:
    """Return the form of a step."""
    title = turn.text("forms.answer")
    if step.kind in {"commitment", "feedback"}:
        return _commitment_form(turn, card.token, session, step)
    if step.kind == "slot":
        return _form(turn, card.token, turn.text("forms.slot"), *_slot_fields(turn, option))
    if step.kind == "place":
        return _form(turn, card.token, turn.text("forms.place"), *_place_fields(turn))
    if step.kind == "previous":
        return _form(turn, card.token, title, _line_field(turn, session, step))
    return _form(turn, card.token, title, *_word_fields(turn, step))


def edit_form(turn: Turn, card: Card, commitment: Commitment) -> Form:
    """Return the form that changes an open commitment."""
    draft = committing.draft_of(turn, commitment) or Draft("")
    token = f"{card.token}.edit.{commitment.id}"
    fields = _commitment_fields(turn, draft, commitment.due_on.isoformat(), "", "")
    fields += _objective_field(turn, commitment)
    return _form(turn, token, turn.text("forms.commitment"), *fields)


def _objective_field(turn: Turn, commitment: Commitment) -> tuple[Field, ...]:
    """Offer the objectives of the plan; without any, nothing."""
    plan = plan_standing.own(turn)
    found = plan.content.objectives if plan else ()
    if not found:
        return ()
    options = [Option(o.id, _cut(sentence(o, turn.lang))) for o in found]
    options.append(Option("none", turn.text("plan_form.objective_none")))
    ids = {o.id for o in found}
    chosen = commitment.objective_id if commitment.objective_id in ids else "none"
    label = turn.text("plan_form.objective_choice")
    return (_choice("objective", label, tuple(options), chosen or "none", required=False),)


def _cut(text: str) -> str:
    return text if len(text) <= LINE else f"{text[: LINE - 1].rstrip()}…"


def settings_form(turn: Turn, card: Card) -> Form:
    """Return the one form with all settings."""
    person = turn.coachee
    languages = tuple(Option(c, turn.text(f"languages.lang_{c}")) for c in ("en", "fr"))
    paces = tuple(Option(p, turn.text(f"paces.{p}")) for p in ("weekly", "fortnightly", "monthly"))
    fields = [
        _choice("lang", turn.text("settings.language"), languages, person.lang),
        *_slot_fields(turn, ""),
        _choice("pace", turn.text("settings.pace"), paces, person.pace),
        *_place_fields(turn),
        *_suggestions_field(turn),
    ]
    return _form(turn, f"{card.token}.settings", turn.text("settings.title"), *fields)


def see_form(turn: Turn, card: Card, number: str) -> Form:
    """Show the person's words in a window, not in the chat; `number` is which, from 1."""
    shown = mydata.windows(turn)
    which = int(number) if number.isdecimal() and len(number) <= len(str(len(shown))) else 1
    return Form(
        f"{card.token}.see",
        turn.lang,
        turn.text("data.title"),
        "",
        turn.text("buttons.close"),
        elements=shown[min(max(which, 1), len(shown)) - 1],
    )


def export_form(turn: Turn, card: Card, address: str | None) -> Form:
    """Offer the export: a link that works for a short while, or the words to copy."""
    shown = (
        (Text((Span(turn.text("data.link_intro")),)), Link(turn.text("data.download"), address))
        if address
        else (Text((Span(turn.text("data.copy_intro")),)), *mydata.windows(turn)[0])
    )
    close = turn.text("buttons.close")
    return Form(f"{card.token}.export", turn.lang, turn.text("data.export"), "", close, (), shown)


def _form(turn: Turn, token: str, title: str, *fields: Field) -> Form:
    save, close = turn.text("buttons.save"), turn.text("buttons.cancel")
    return Form(token, turn.lang, title, save, close, fields)


def _commitment_form(turn: Turn, token: str, session: Session, step: Step) -> Form:
    made = committing.made_here(turn, session)
    begun = made or committing.unfinished(turn, session)
    draft = (committing.draft_of(turn, begun) if begun else None) or Draft("")
    due = made.due_on if made else turn.calendar.add_workdays(turn.today, step.due_days)
    programme = turn.library.programme(session.programme_id, session.programme_version)
    theme = turn.library.themes.get(programme.theme_id or "")
    example = theme.example.text(turn.lang) if theme else ""
    indicator = theme.indicator.text(turn.lang) if theme else ""
    fields = _commitment_fields(turn, draft, due.isoformat(), example, indicator)
    return _form(turn, token, turn.text("forms.commitment"), *fields)


def _commitment_fields(
    turn: Turn, draft: Draft, due: str, example: str, indicator: str
) -> tuple[Field, ...]:
    def words(
        name: str, kind: FieldKind, value: str, *, hint: str, required: bool = False
    ) -> Field:
        label = turn.text(f"commitment.{name}")
        longest = LONGEST if kind == "long" else SHORT
        return Field(name, label, kind, required, hint, "", value, longest=longest)

    hint = turn.text("commitment.example", example=example) if example else ""
    return (
        words("action", "long", draft.action, hint=hint, required=True),
        words("cue", "short", draft.cue, hint=turn.text("commitment.cue_hint")),
        words("who", "short", draft.who, hint=turn.text("commitment.who_hint")),
        words("indicator", "short", draft.indicator, hint=indicator),
        Field("due", turn.text("commitment.due"), "date", value=due),
    )


def _slot_fields(turn: Turn, option: str) -> tuple[Field, Field]:
    slot = turn.coachee.slot
    day = 0 if option == "mon_team" else slot.weekday if slot else 1
    at = f"{slot.at:%H:%M}" if slot else "10:30" if option == "mon_team" else "09:00"
    days = tuple(Option(str(n), weekday(turn, n)) for n in range(7))
    hint = turn.text("forms.team_hint") if option == "mon_team" else turn.text("forms.hours_hint")
    return (
        _choice("weekday", turn.text("forms.weekday"), days, str(day)),
        Field("time", turn.text("forms.time"), "time", hint=hint, value=at),
    )


def _place_fields(turn: Turn) -> tuple[Field, Field]:
    person = turn.coachee
    options = tuple(Option(code, name) for code, name in countries(turn.lang))
    country = person.country or country_of(person.zone)
    return (
        _choice("country", turn.text("forms.country"), options, country, required=False),
        Field(
            "zone",
            turn.text("forms.zone"),
            "short",
            hint=turn.text("forms.zone_hint"),
            value=person.zone if person.zone_known else "",
            longest=SHORT,
        ),
    )


def _suggestions_field(turn: Turn) -> list[Field]:
    """Ask for the person's own yes to a language model, where the operator has said theirs."""
    if not turn.model_at:
        return []
    options = tuple(Option(o, turn.text(f"suggest.wish_{o}")) for o in ("off", "on"))
    wish = "on" if suggesting.wished(turn) else "off"
    hint = turn.text("suggest.where", host=turn.model_at)
    return [
        Field("suggestions", turn.text("suggest.wish"), "choice", True, hint, "", wish, options)
    ]


def _word_fields(turn: Turn, step: Step) -> tuple[Field, ...]:
    person = step.kind in {"person", "person_buttons"}
    hint = turn.text("forms.person_hint") if person else turn.text("forms.words_hint")
    say = step.say.text(turn.lang)
    if step.kind == "person_buttons":
        options = tuple(Option(c.id, c.label.text(turn.lang)) for c in step.choices)
        who = Field("text", turn.text("commitment.who"), "short", False, hint, longest=SHORT)
        return (who, _choice("option", say, options, "", required=False))
    kind: FieldKind = "short" if person else "long"
    return (Field("text", say, kind, True, hint, longest=SHORT if person else LONGEST),)


def _line_field(turn: Turn, session: Session, step: Step) -> Field:
    """Offer the lines written before; without any, one's own words."""
    lines = _lines(turn, session)
    say = step.say.text(turn.lang)
    if not lines:
        return Field("text", say, "long", hint=turn.text("forms.words_hint"), longest=LONGEST)
    options = tuple(Option(line, line) for line in lines)
    return _choice("line", say, options, "")


def _lines(turn: Turn, session: Session) -> list[str]:
    written = [a.words_id for a in session.answers if a.words_id]
    text = turn.uow.words.text(written[-1]) if written else None
    lines = [line.strip(" -•*\t") for line in (text or "").splitlines()]
    return list(dict.fromkeys(line[:LINE] for line in lines if line))[:5]


def _choice(
    name: str, label: str, options: tuple[Option, ...], value: str, *, required: bool = True
) -> Field:
    return Field(name, label, "choice", required, value=value, options=options)


def commitment_named(turn: Turn, commitment_id: str) -> Commitment:
    """Return a person's own commitment.

    Raises:
        StaleClick: it is gone, closed or somebody else's.
    """
    found = turn.uow.commitments.get(commitment_id)
    if found is None or found.coachee_id != turn.coachee.id or found.closed_on:
        raise StaleClick(commitment_id)
    return found
