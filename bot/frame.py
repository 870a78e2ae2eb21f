"""What all messages share: filled texts, summary and footer."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime

from bot import committing, followups
from bot.days import say_day, say_moment
from bot.language import Wording
from bot.library import theme_title
from bot.messages import Element, Footer, Message, Option, Span, Text
from bot.outcomes import kept_of_last
from bot.reviewing import Month, month_of
from bot.sessions import Session
from bot.themes import programme_id_of, theme_of
from bot.turn import Turn
from bot.visibility import STOPPED_KEPT, Keeps, line

MENU = "menu"
"""The token of the footer's buttons: they mean the same for everybody."""

WORDS = {"commitment", "goal", "text"}
"""Placeholders that hold a person's words: never in a notification."""

_HOLE = re.compile(r"\{(\w+)\}")
KEPT_OF = 8
"""'Kept out of your last n' looks back over this many closed commitments."""


def message(
    turn: Turn, summary: str, *elements: Element | None, keeps: Keeps | None = None
) -> Message:
    """Put a message together; every one ends with who sees it, and help."""
    kept = tuple(e for e in elements if e is not None)
    return Message(turn.lang, summary, (*kept, footer(turn, keeps)))


def footer(turn: Turn, keeps: Keeps | None) -> Footer:
    """Return the foot of every message."""
    menu = tuple(
        Option(name, turn.text(f"menu.{name}")) for name in ("snooze", "pause", "settings")
    )
    return Footer(line(keeps).text(turn.lang), turn.text("menu.help"), menu, turn.text("menu.more"))


def command(turn: Turn, name: str, *, style: str = "plain", argument: str = "") -> Option:
    """Return a button that does what a command does."""
    option = f"cmd:{name}:{argument}" if argument else f"cmd:{name}"
    said = f"{name}_{argument}" if argument else name
    return Option(option, turn.text(f"commands.{said}"), style)  # type: ignore[arg-type]  # plain or primary


def paragraph(text: str) -> Text:
    """Return plain text as an element."""
    return Text((Span(text),))


def filled(turn: Turn, session: Session | None, wording: Wording) -> Text:
    """Fill the placeholders of a text; a person's own words stand out."""
    text = wording.text(turn.lang)
    spans: list[Span] = []
    at = 0
    for hole in _HOLE.finditer(text):
        value = _value(turn, session, hole[1])
        if value is not None:
            spans += [Span(text[at : hole.start()]), _span(hole[1], value)]
            at = hole.end()
    spans.append(Span(text[at:]))
    return Text(tuple(s for s in spans if s.text))


def filled_text(turn: Turn, session: Session | None, wording: Wording) -> str:
    """Fill the placeholders of a label."""
    return "".join(span.text for span in filled(turn, session, wording).spans)


def summary(turn: Turn, session: Session, title: Wording, wording: Wording) -> str:
    """Return a notification that makes sense alone and holds nobody's words."""
    text = wording.text(turn.lang, {name: turn.text(f"summary.{name}") for name in WORDS})
    rest = _HOLE.sub(lambda hole: _value(turn, session, hole[1]) or "…", text)
    return f"{title.text(turn.lang)}{turn.text('summary.colon')}{rest}"


def values(turn: Turn, session: Session | None) -> Mapping[str, Callable[[], str | None]]:
    """Return what each placeholder stands for; each is looked up only when it occurs."""
    return {
        "commitment": lambda: _sentence(turn, session),
        "slot": lambda: _next(turn),
        "next_slot": lambda: _next(turn),
        "date": lambda: _date(turn, session),
        "k": lambda: str(_kept(turn)[0]),
        "n": lambda: str(_kept(turn)[1]),
        "moves": lambda: _moves(turn, session),
        "goal": lambda: _words(turn, turn.coachee.goal_words_id),
        "theme": lambda: _theme(turn, session),
        "campaign": lambda: _campaign(turn),
        "pace": lambda: turn.text(f"paces.{turn.coachee.pace}").lower(),
        "made": lambda: str(_month(turn, session).made),
        "kept": lambda: str(_month(turn, session).kept),
        "replanned": lambda: str(_month(turn, session).moved),
        "c0": lambda: _sure(turn, session, 0),
        "c1": lambda: _sure(turn, session, 1),
    }


def title_of(turn: Turn, session: Session) -> Wording:
    """Return what a session is called."""
    programme = turn.library.programme(session.programme_id, session.programme_version)
    return theme_title(turn.library, programme)


def next_theme(turn: Turn, before: datetime) -> str:
    """Return the theme to offer: of those the person chose, the one left alone longest.

    What was done after `before` does not count, so that an offer stays what it was.
    """
    chosen = turn.coachee.themes or ("one_on_ones",)
    every = turn.uow.sessions.of(turn.coachee.id)
    done = [s.programme_id for s in every if s.status == "done" and s.touched_at <= before]
    last = {theme: _last(done, programme_id_of(theme)) for theme in chosen}
    return min(chosen, key=lambda theme: last[theme])


def _last(done: list[str], programme_id: str) -> int:
    return len(done) - done[::-1].index(programme_id) if programme_id in done else 0


def _value(turn: Turn, session: Session | None, name: str) -> str | None:
    look_up = values(turn, session).get(name)
    return look_up() if look_up else None


def _span(name: str, value: str) -> Span:
    return Span(value, "bold" if name in WORDS else "plain")


def _campaign(turn: Turn) -> str | None:
    """Name the campaign that the person said yes to last."""
    said = (c for c, one in turn.uow.campaigns.of(turn.coachee.id) if one.answer == "yes")
    return next((campaign.terms.name for campaign in said), None)


def _sentence(turn: Turn, session: Session | None) -> str:
    found = (
        turn.uow.commitments.get(session.commitment_id)
        if session and session.commitment_id
        else None
    )
    draft = committing.draft_of(turn, found) if found else None
    return draft.sentence.rstrip(".") if draft else turn.text("summary.commitment")


def _next(turn: Turn) -> str:
    moment = followups.next_planned(turn)
    if moment is None:
        return turn.text("plan.when_you_call")
    return say_moment(moment.due_at, turn.coachee.tz, turn.lang, turn.now)


def _date(turn: Turn, session: Session | None) -> str:
    if turn.coachee.state == "stopped" and turn.coachee.stopped_at:
        day = turn.local(turn.coachee.stopped_at + STOPPED_KEPT).date()
    else:
        found = (
            turn.uow.commitments.get(session.commitment_id)
            if session and session.commitment_id
            else None
        )
        day = found.due_on if found else turn.today
        asked = followups.asking(turn, found.id) if found and _unblocking(session) else None
        day = turn.local(asked.due_at).date() if asked else day
    return say_day(day, turn.lang, turn.today)


def _unblocking(session: Session | None) -> bool:
    """Tell whether the date said is that of the next question, not of the commitment."""
    return session is not None and session.programme_id == committing.UNBLOCK


def _moves(turn: Turn, session: Session | None) -> str:
    about = session.commitment_id if session else None
    found = turn.uow.commitments.get(about) if about else None
    return str(found.moves if found else 0)


def _kept(turn: Turn) -> tuple[int, int]:
    return kept_of_last(turn.uow.commitments.of(turn.coachee.id), KEPT_OF)


def _month(turn: Turn, session: Session | None) -> Month:
    return month_of(turn, session.started_at if session else turn.now)


def _sure(turn: Turn, session: Session | None, which: int) -> str | None:
    pair = _month(turn, session).confidence
    return str(pair[which]) if pair else None


def _words(turn: Turn, words_id: str | None) -> str:
    text = turn.uow.words.text(words_id) if words_id else None
    return text or turn.text("summary.goal")


def _theme(turn: Turn, session: Session | None) -> str:
    if session and theme_of(session.programme_id):
        return title_of(turn, session).text(turn.lang)
    before = session.started_at if session else turn.now
    return turn.library.themes[next_theme(turn, before)].title.text(turn.lang)
