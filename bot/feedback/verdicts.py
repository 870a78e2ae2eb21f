"""What is answered to the coach's feedback: yes, no, a day, this wording, or mine.

Yes, no and a day are written into the draft, and the same message says what is next, if
anything is. A second tap on what is settled finds nothing to settle.
"""

from dataclasses import replace
from datetime import date

from rapidfuzz import fuzz, utils

from bot import committing
from bot.commitment_check import Feedback
from bot.commitments import Draft
from bot.days import parse_day, say_day
from bot.engine import Given
from bot.errors import InvalidAnswer, StaleClick
from bot.feedback.due_doubts import FURTHEST, with_day
from bot.feedback.wording import without_vague_time
from bot.language import LANGS
from bot.messages import Option
from bot.plain import plain
from bot.sessions import Session
from bot.turn import Turn

YES = {"yes", "yeah", "yep", "y", "oui", "ouais", "o", "si"}
NO = {"no", "nope", "n", "non"}

_DAYLESS = {"when", "past", "far", "impossible", "off", "disagree", "disagree_one"}
_LIKE = 88


def said_of(turn: Turn, session: Session) -> Feedback | None:
    """Return what the coach says of the commitment of this session."""
    made = committing.made_here(turn, session)
    draft = committing.draft_of(turn, made) if made else None
    return committing.remark(turn, made, draft) if made and draft else None


def options(turn: Turn, session: Session) -> list[Option]:
    """Return what can be answered."""
    said = said_of(turn, session)
    keep = Option("keep", turn.text("check.keep"))
    if said and said.asks:
        yes = Option(f"yes:{said.asks}", turn.text("check.yes"))
        return [yes, Option(f"no:{said.asks}", turn.text("check.no")), keep]
    if said and said.odd and said.proposal is None:
        return _days(turn, said, keep)
    use = [Option("use", turn.text("check.use"), "primary")] if said and said.proposal else []
    amounts = said.amounts if said else ()
    use += [Option(f"use:{n}", name) for n, (name, _) in enumerate(amounts)]
    return [*use, Option("edit", turn.text("check.edit"), form=True), keep]


def _days(turn: Turn, said: Feedback, keep: Option) -> list[Option]:
    days = said.odd.days if said.odd else ()
    named = [Option(f"day:{d.isoformat()}", say_day(d, turn.lang, turn.today)) for d in days]
    if said.odd and said.odd.kind == "off":
        weekday = turn.text(f"weekdays.{days[-1].weekday()}")
        return [named[0], replace(named[-1], label=turn.text("check.keep_day", day=weekday))]
    return [*named, Option("edit", turn.text("check.edit"), form=True), keep]


def label(turn: Turn, option: str) -> str:
    """Say what was answered."""
    verb, _, what = option.partition(":")
    if verb == "day":
        return say_day(date.fromisoformat(what), turn.lang, turn.today)
    known = {"use": "use", "suggested": "use", "keep": "keep", "yes": "yes", "no": "no"}
    return turn.text(f"check.{known[verb]}" if verb in known else "receipt.skipped")


def take(turn: Turn, session: Session, option: str) -> bool:
    """Do what was answered; true if there is more to say in the same message.

    Raises:
        StaleClick: this is not asked any more.
    """
    made = committing.made_here(turn, session)
    draft = committing.draft_of(turn, made) if made else None
    if option in {"use", "suggested", "keep"} or made is None or draft is None:
        committing.decide(turn, session, option)
        return False
    said = committing.remark(turn, made, draft)
    verb, _, what = option.partition(":")
    if verb == "use":
        committing.use(turn, made, _amount(said, what))
        return False
    if verb == "day":
        due_on = _possible(turn, said, what)
        draft = _dated(turn, said, draft, due_on, made.due_on)
    else:
        due_on, draft = made.due_on, _settled(said, draft, verb, what)
    made = committing.reword(turn, made, draft, due_on)
    return committing.remark(turn, made, draft).point is not None


def _settled(said: Feedback, draft: Draft, verb: str, what: str) -> Draft:
    """Write a yes or a no to the criterion that is asked about."""
    if said.asks is None or what != said.asks or verb not in {"yes", "no"}:
        raise StaleClick(f"{verb}:{what}")
    if verb == "yes":
        return replace(draft, yes=(*draft.yes, what))
    return replace(draft, no=(*draft.no, what))


def _amount(said: Feedback, what: str) -> Draft:
    """Return the draft with the amount that was tapped."""
    offered = {str(n): draft for n, (_, draft) in enumerate(said.amounts)}
    if what not in offered:
        raise StaleClick(what)
    return offered[what]


def _possible(turn: Turn, said: Feedback, what: str) -> date:
    """Read a day that can be taken while the day is what is spoken of."""
    if _kind(said) not in _DAYLESS:
        raise StaleClick(what)
    try:
        day = date.fromisoformat(what)
    except ValueError:
        raise StaleClick(what) from None
    if day < turn.today:
        raise InvalidAnswer("errors.past_date")
    if day > turn.today + FURTHEST:
        raise InvalidAnswer("errors.far_date")
    return day


def _dated(turn: Turn, said: Feedback, draft: Draft, day: date, due_on: date) -> Draft:
    """Write the day into the draft; a day that is kept stays as it was written."""
    kept = said.odd is not None and said.odd.kind == "off" and day == due_on
    words = said.odd.said if said.odd and not kept else ""
    dated = with_day(draft, words, day, turn.lang, turn.today)
    if _kind(said) == "when":
        dated = without_vague_time(dated, turn.lang)
    return replace(dated, yes=(*draft.yes, "day"))


def typed(turn: Turn, session: Session, text: str) -> Given | None:
    """Read what can only answer the feedback: yes, no, a day, or a button's label."""
    said = said_of(turn, session)
    offered = [one for one in options(turn, session) if not one.form]
    word = plain(text).strip(" .,!")
    if said and word in YES | NO and (said.asks or _kind(said) == "off"):
        return Given((offered[0 if word in YES else 1].id,))
    labels = {one.id: (one.label, *_translated(turn, one.id)) for one in offered}
    labels |= {"keep": _translated(turn, "keep")}  # whatever is asked
    if said and _suggested(turn, session):  # its button stands in place of the other proposals'
        labels = {one: some for one, some in labels.items() if one.partition(":")[0] != "use"}
        labels |= {"suggested": _translated(turn, "use")}
    named = [option for option, some in labels.items() if _alike(text, some)]
    if named:
        return Given((named[0],))
    day = parse_day(text, turn.lang, turn.today) if said and _kind(said) in _DAYLESS else None
    return Given((f"day:{day.isoformat()}",)) if day else None


def _suggested(turn: Turn, session: Session) -> bool:
    """Tell whether a model's wording is shown."""
    made = committing.made_here(turn, session)
    draft = committing.draft_of(turn, made) if made else None
    return draft is not None and bool(draft.suggested)


def _kind(said: Feedback) -> str:
    return (said.point or "").removeprefix("check.point.")


def _alike(text: str, labels: tuple[str, ...]) -> bool:
    ratios = (fuzz.ratio(text, one, processor=utils.default_process) for one in labels)
    return any(ratio >= _LIKE for ratio in ratios)


def _translated(turn: Turn, option: str) -> tuple[str, ...]:
    """Return a button's label in both languages."""
    if option not in {"use", "keep"}:
        return ()
    return tuple(turn.library.say(f"check.{option}", lang) for lang in LANGS)
