"""A wording to choose, made of the person's own words: mended at the point, or not proposed."""

import re
from dataclasses import replace
from datetime import date
from typing import Protocol

from bot.checking.criteria import open_amount, read
from bot.checking.language import language_of
from bot.checking.moments import Now
from bot.commitments import Draft
from bot.feedback.due_doubts import with_day
from bot.feedback.own_part import own_part
from bot.feedback.wording import compose_sentence, without_hedge, without_vague_time
from bot.language import Lang
from bot.plain import plain


class Judged(Protocol):
    """What was found of the draft before."""

    @property
    def when(self) -> bool | None:
        """Whether it says when."""

    @property
    def due(self) -> date | None:
        """The day chosen, else the first day the text names."""

    @property
    def judged_on(self) -> date:
        """The day it was read on."""


def mended(
    found: Judged, draft: Draft, point: str, lang: Lang, due_on: date | None, said: str
) -> Draft | None:
    """Mend a draft at a point; None where that would take words the person has not written.

    A wish becomes a plan, another's act a request, 'soon' the day. `said` are the words of a
    day that cannot be meant; `due_on` the day chosen or suggested.
    """
    firm = without_hedge(_own(draft, point, lang))
    dated = point == "when" or not found.when
    day = (due_on or found.due) if dated or draft.due_chosen else found.due
    if point == "when" and day is None:
        return None
    if day and dated:
        wished, firm = firm, with_day(firm, said, day, lang, found.judged_on)
        if said and (wished.action, wished.cue) == (firm.action, firm.cue):
            return None  # the day that cannot be meant would stay beside the new one
    if day or found.when:
        firm = without_vague_time(firm, lang)
    if not firm.action or _unchanged(firm, draft) or not _met(firm, point, lang, found.judged_on):
        return None
    sentence = compose_sentence(firm, day or found.due, lang, found.judged_on)
    return replace(firm, sentence=sentence)


def counted(found: Judged, draft: Draft, lang: Lang) -> tuple[tuple[str, Draft], ...]:
    """Offer a number for an amount left open, with what it counts; the person taps one.

    'ask more questions' becomes '2 questions' or '3 questions'.
    """
    action = " ".join((draft.action or draft.sentence).split())
    text_lang = language_of(action, lang)
    open_one = _OPEN[text_lang].search(action)
    if open_one is None:
        return ()
    offered = []
    for n in (2, 3):
        said = f"{action[: open_one.start()]}{n} {action[open_one.end() :]}"
        if read(said, text_lang, Now(found.judged_on)).indicator:
            offered.append((f"{n} {open_one['noun']}", replace(draft, action=said)))
    return tuple(offered)


_OPEN = {
    "en": re.compile(
        r"\b(?:some more|some|several|(?:quite )?a few|more|many|lots of|a lot of) "
        r"(?!news\b|thanks\b)(?=(?P<noun>[\w-]{2,39}[^\Ws]s)\b)",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:(?:plus|davantage|beaucoup) d(?:e |['’])|quelques |plusieurs |certaine?s |des )"
        r"(?!temps\b|gens\b|succes\b|sens\b)(?=(?P<noun>\w{2,39}[sx])\b)",
        re.IGNORECASE,
    ),
}


def _own(draft: Draft, point: str, lang: Lang) -> Draft:
    if point != "own_control":
        return draft
    action = " ".join((draft.action or draft.sentence).split())
    asked = own_part(action, language_of(action, lang))
    return replace(draft, action=asked) if asked else draft


def _unchanged(firm: Draft, draft: Draft) -> bool:
    words = [plain(f"{one.action or one.sentence}|{one.cue}") for one in (firm, draft)]
    return words[0] == words[1] and firm.due_chosen == draft.due_chosen


def _met(firm: Draft, point: str, lang: Lang, today: date) -> bool:
    """Tell whether the point holds now."""
    if point == "when":
        return True
    if point == "indicator" and open_amount(firm.action, lang):
        return False
    return getattr(read(firm.action, lang, Now(today)), point) is True
