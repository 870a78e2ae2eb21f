"""Messages that are no question of a dialogue: what is next, plan, settings, why, data."""

from collections.abc import Callable, Mapping
from datetime import datetime

from bot import dialogue, evaluating, followups, merging
from bot.campaigns import looking
from bot.campaigns import pages as campaign_pages
from bot.cards import Card
from bot.days import say_day, say_moment
from bot.frame import command, filled, message, paragraph, title_of
from bot.messages import (
    Choices,
    Divider,
    Element,
    Facts,
    Heading,
    Message,
    Option,
    Span,
    Text,
)
from bot.mydata import counts, windows
from bot.plans import changing as planning
from bot.plans import pages as plan_pages
from bot.plans import standing as plan_standing
from bot.programmes import Step
from bot.progress_page import in_short, progress_page
from bot.questions import place_text, slot_text, statement
from bot.reports.words import Words
from bot.sessions import Session
from bot.suggestions import suggesting
from bot.teams import pages as team_pages
from bot.turn import Turn
from bot.visibility import POLICY, STOPPED_KEPT

SHOWN = 8
"""Ledger entries shown by `/coach why`."""


def next_page(turn: Turn, card: Card) -> Message:
    """Say what is next for the person, and the ways on."""
    key = card.args.get("say", "next.intro")
    session = dialogue.left_open(turn) or dialogue.current(turn)
    coming = followups.next_planned(turn)
    pairs = [(turn.text("plan.next"), _when(turn, coming.due_at))] if coming else []
    if session:
        pairs.append((turn.text("plan.open"), title_of(turn, session).text(turn.lang)))
    due = merging.open_commitments(turn)
    if due:
        pairs.append((turn.text("plan.due"), say_day(due[0].due_on, turn.lang, turn.today)))
    if any(waits.kind == "proposal" for waits in planning.waiting(turn)):
        pairs.append((turn.text("plan.title"), turn.text("plans.request_summary")))
    return message(
        turn,
        turn.text("next.summary"),
        paragraph(turn.text(key)),
        Facts(tuple(pairs)) if pairs else None,
        Choices(card.token, _ways_on(turn, open_session=bool(session), commitment=bool(due))),
        *_way_back(turn, card),
    )


def _ways_on(turn: Turn, *, open_session: bool, commitment: bool) -> tuple[Option, ...]:
    if turn.coachee.state == "stopped":
        return (command(turn, "again", style="primary"), command(turn, "data"))
    if turn.coachee.state == "new":
        way = "resume" if open_session else "begin"
        return (command(turn, way, style="primary"), command(turn, "stuck"))
    first = [command(turn, "resume", style="primary")] if open_session else []
    second = [command(turn, "checkin")] if commitment else []
    always = [command(turn, name) for name in ("start", "plan", "stuck")]
    return (*first, always[0], *second, *always[1:])


def _way_back(turn: Turn, card: Card) -> list[Element]:
    """Show in short how it went so far, beside the way to all of it."""
    if turn.coachee.state not in {"active", "on_call"}:
        return []
    return _progress(turn, card, Text((Span(turn.text("progress.title"), "bold"),)))


def _progress(turn: Turn, card: Card, title: Element) -> list[Element]:
    shown = in_short(turn)
    said: list[Element] = [title, shown] if shown else []
    return [*said, Choices(card.token, (command(turn, "progress"),))]


def settings_page(turn: Turn, card: Card) -> Message:
    """Show the settings and the way to change them."""
    person = turn.coachee
    pairs = [
        (turn.text("settings.language"), turn.text(f"languages.lang_{person.lang}")),
        (turn.text("settings.slot"), slot_text(turn)),
        (turn.text("settings.pace"), turn.text(f"paces.{person.pace}")),
        (turn.text("settings.place"), place_text(turn)),
        (turn.text("settings.state"), _state(turn)),
    ]
    themes = [turn.library.themes[t].title.text(turn.lang) for t in person.themes]
    pairs.append((turn.text("settings.themes"), ", ".join(themes) or "–"))
    if turn.model_at:
        wish = "on" if suggesting.wished(turn) else "off"
        pairs.append((turn.text("suggest.wish"), turn.text(f"suggest.wish_{wish}")))
    away = not followups.listening(turn.coachee, turn.now)
    back = (command(turn, "again", style="primary"),) if away and turn.coachee.slot else ()
    ways = (
        *back,
        Option("form:settings", turn.text("buttons.change"), form=True),
        command(turn, "begin_again"),
        command(turn, "pause"),
        command(turn, "data"),
    )
    return message(
        turn,
        turn.text("settings.summary"),
        Heading(turn.text("settings.title")),
        Facts(tuple(pairs)),
        paragraph(turn.text("suggest.where", host=turn.model_at)) if turn.model_at else None,
        Choices(card.token, ways),
        keeps="settings",
    )


def _state(turn: Turn) -> str:
    person = turn.coachee
    if person.paused_until and person.paused_until > turn.now:
        day = say_day(turn.local(person.paused_until).date(), turn.lang, turn.today)
        return turn.text("states.paused", date=day)
    return turn.text(f"states.{person.state}")


def why_page(turn: Turn, card: Card) -> Message:
    """Show the last messages, sent or not, each with its reason, and what comes next."""
    lines = []
    past = [e for e in turn.uow.ledger.of(turn.coachee.id, 50) if e.meant_at <= turn.now]
    for entry in past[:SHOWN]:
        when = _when(turn, entry.meant_at)
        kind, outcome = turn.text(f"kinds.{entry.kind}"), turn.text(f"outcomes.{entry.outcome}")
        lines.append(f"{when} · {kind} · {outcome} · {turn.text(f'reasons.{entry.reason}')}")
    coming = followups.next_planned(turn)
    after = turn.text("why.next", when=_when(turn, coming.due_at)) if coming else None
    return message(
        turn,
        turn.text("why.summary"),
        Heading(turn.text("why.title")),
        paragraph("\n".join(lines) or turn.text("why.empty")),
        paragraph(after or turn.text("why.nothing_planned")),
        paragraph(turn.text("why.rules")),
        Choices(card.token, (command(turn, "settings"), command(turn, "pause"))),
    )


def data_page(turn: Turn, card: Card) -> Message:
    """Show what is kept, and see, export, erase."""
    pairs = []
    for name, count in counts(turn.uow, turn.coachee.id).items():
        kept = POLICY[name].kept  # type: ignore[index]  # names are kinds of data
        until = "data.until_close" if name == "team" else "data.until"
        days = turn.text("data.days", days=str(kept.days)) if kept else turn.text(until)
        pairs.append((turn.text(f"data.{name}"), f"{count} · {days}"))
    ways = (
        Option("form:export", turn.text("data.export"), form=True),
        Option("cmd:erase", turn.text("data.erase"), "danger"),
    )
    return message(
        turn,
        turn.text("data.summary"),
        Heading(turn.text("data.title")),
        paragraph(turn.text("data.intro", days=str(STOPPED_KEPT.days))),
        Facts(tuple(pairs)),
        paragraph(_looked(turn)),
        *_sights(turn, card.token),
        Choices(card.token, ways),
        keeps="settings",
    )


def _looked(turn: Turn) -> str:
    """Say how often figures of groups were looked at this month, and by whom."""
    words = Words(turn.lang, turn.library.wording)
    said = [
        turn.text(
            f"data.looks_{words.one_or_many(n)}",
            n=words.number(n),
            role=turn.text(f"data.by_{role}"),
        )
        for role, n in looking.looks(turn).items()
    ]
    if not said:
        return turn.text("data.never_looked")
    return turn.text("data.looked", looks=", ".join(said))


def _sights(turn: Turn, token: str) -> list[Choices]:
    """Return the ways to one's own words: as many windows as they need, five to a row."""
    label, of = turn.text("data.see"), len(windows(turn))
    options = [Option("form:see", label, "primary", form=True)]
    if of > 1:
        options = [
            Option(f"form:see:{n}", f"{label} ({n}/{of})", form=True) for n in range(1, of + 1)
        ]
    return [Choices(token, tuple(options[n : n + 5])) for n in range(0, of, 5)]


def erased_page(turn: Turn) -> Message:
    """Say in the home that nothing is left."""
    text = turn.text("data.erased")
    return message(turn, text, paragraph(text))


def erase_page(turn: Turn, card: Card) -> Message:
    """Ask once more before everything goes."""
    ways = (
        Option("erase:all", turn.text("data.erase_all"), "danger"),
        Option("form:export", turn.text("data.export"), form=True),
        Option("cmd:next", turn.text("data.keep")),
    )
    said = paragraph(turn.text("data.erase_intro"))
    return message(turn, turn.text("data.erase_summary"), said, Choices(card.token, ways))


def snooze_page(turn: Turn, card: Card) -> Message:
    """Offer three ways to put off."""
    ways = tuple(Option(f"snooze:{w}", turn.text(f"snooze.{w}")) for w in ("hour", "day", "week"))
    said = paragraph(turn.text("snooze.ask"))
    return message(turn, turn.text("snooze.ask"), said, Choices(card.token, ways))


def language_page(turn: Turn, card: Card) -> Message:
    """Offer the two languages."""
    ways = tuple(
        Option(f"lang:{code}", turn.text(f"languages.lang_{code}")) for code in ("en", "fr")
    )
    said = paragraph(turn.text("settings.which_language"))
    return message(turn, turn.text("settings.which_language"), said, Choices(card.token, ways))


def note_page(turn: Turn, card: Card) -> Message:
    """Say one sentence, with the way on."""
    values = {k: v for k, v in card.args.items() if k not in {"say", "ways"}}
    if "until" in values:
        until = datetime.fromisoformat(values["until"])
        snoozed = card.args["say"].startswith("snooze.")
        values["until"] = _when(turn, until) if snoozed else _said_day(turn, until)
    text = turn.text(card.args["say"], **values)
    names = [n for n in card.args.get("ways", "").split(",") if n]
    ways = tuple(command(turn, n) for n in names)
    return message(turn, text, paragraph(text), Choices(card.token, ways) if ways else None)


def end_page(turn: Turn, card: Card) -> Message | None:
    """Say the last words of a session, and offer to go on with what was left open."""
    session = dialogue.session_of(turn, card)
    if session is None:
        return None
    programme = dialogue.programme_of(turn, session)
    said = [programme.step(s) for s in card.args.get("passed", "").split(",") if s]
    last = programme.step(card.args["step"])
    texts: list[Element] = [statement(turn, session, s) for s in said]
    if last.kind == "end" and not _empty_promise(turn, session, last):
        texts.append(filled(turn, session, last.say))
    else:
        texts.append(paragraph(turn.text("session.noted")))
    waiting = dialogue.left_open(turn)
    if waiting:
        title = title_of(turn, waiting).text(turn.lang)
        texts.append(paragraph(turn.text("session.waiting", title=title)))
        ways = (command(turn, "resume", style="primary"), command(turn, "leave"))
        texts.append(Choices(card.token, ways))
    else:
        texts += _offer(turn, card, session, last)
    return message(turn, title_of(turn, session).text(turn.lang), *texts)


def _offer(turn: Turn, card: Card, session: Session, last: Step) -> list[Element]:
    """Offer a self-evaluation where one fits, on a tap."""
    which = evaluating.offered_after(turn, session, last.id)
    if which is None:
        return []
    later = (command(turn, "evaluate", argument="later"),) if which == "baseline" else ()
    ways = (command(turn, "evaluate", style="primary"), *later)
    return [paragraph(turn.text(f"evaluation.{which}")), Choices(card.token, ways)]


def _empty_promise(turn: Turn, session: Session, last: Step) -> bool:
    """Tell whether the last words name the day of a question that will not come."""
    names_day = "{date}" in last.say.en and turn.coachee.state != "stopped"
    return names_day and not followups.asking(turn, session.commitment_id)


def home_page(turn: Turn, card: Card) -> Message:
    """Show plan, progress and settings in one place."""
    plan, settings = plan_pages.plan_page(turn, card), settings_page(turn, card)
    foot = (plan if plan_standing.own(turn) else settings).elements[-1]
    progress = _progress(turn, card, Heading(turn.text("progress.at_home")))
    parts = (plan.elements[:-1], progress, settings.elements[:-1])
    elements = [*parts[0], Divider(), *parts[1], Divider(), *parts[2], foot]
    return Message(turn.lang, plan.summary, tuple(elements))


def _when(turn: Turn, at: datetime) -> str:
    return say_moment(at, turn.coachee.tz, turn.lang, turn.now)


def _said_day(turn: Turn, at: datetime) -> str:
    return say_day(turn.local(at).date(), turn.lang, turn.today)


PAGES: Mapping[str, Callable[[Turn, Card], Message | None]] = {
    "next": next_page,
    **plan_pages.PAGES,
    **team_pages.PAGES,
    **campaign_pages.PAGES,
    "progress": progress_page,
    "settings": settings_page,
    "why": why_page,
    "data": data_page,
    "erase": erase_page,
    "snooze": snooze_page,
    "language": language_page,
    "note": note_page,
    "end": end_page,
    "home": home_page,
}
"""Every template of a card that is not a step."""
