"""What of a model's answer is believed: one checked wording, or nothing.

The answer is foreign text, whoever wrote the sentence: it passes only if every single check does.
"""

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from bot.care import classify
from bot.checking.language import language_of
from bot.commitment_check import Criterion, assess
from bot.day_idioms import find_days
from bot.language import Lang
from bot.plain import plain
from bot.suggestions.privacy_filter import HOLE, restore, unknown
from bot.suggestions.rewording import Asked, reworded

LONGEST = 200
"""Characters of a wording."""

LONGEST_ANSWER = 4000
"""Characters of an answer that is looked at."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A wording that passed, or why none did."""

    wording: str = ""
    fault: str = ""


def check(answer: str, asked: Asked) -> Checked:
    """Hold an answer against everything that is asked of it. Never fails, whatever it is."""
    wording = _wording(answer)
    if wording is None:
        return Checked(fault="no_json")
    if not wording:
        return Checked(fault="empty")
    bare, own = HOLE.sub("", wording), restore(wording, asked.hidden)
    if _ODD.search(bare) or _ADDRESS.search(bare) or _SIGN.search(own or ""):
        return Checked(fault="markup")
    if own is None:
        return Checked(fault="placeholder")
    fault = _fault(wording, own, asked)
    return Checked(fault=fault) if fault else Checked(own)


_FENCE = re.compile(r"\s*```(?:json)?\s*(\{.*\})\s*```\s*", re.DOTALL)
_ODD = re.compile(r"[^\w\s.,;:!?'’()\-–—…\"“”«»/%&]|_|[^\S \u00a0\u202f]")
"""Whatever is no ordinary text: markup, brackets, emoji, invisible characters, new lines."""

_ADDRESS = re.compile(r"[^\W\d_]\.[^\W\d_]|\bwww\b", re.IGNORECASE)
_SIGN = re.compile(rf"{_ODD.pattern}|://|\bwww\.", re.IGNORECASE)
"""Also of what the person wrote: their own link is not said again by a model."""
_SECOND = re.compile(r"[.!?…][\s\"”»)]*\s[\s\"“«(]*[\w\[]")
"""Where another sentence begins; the person's own words are still placeholders there."""

_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
    r"|hundred|thousand|zero|dozen|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|quinze"
    r"|vingt|trente|quarante|cinquante|cent|mille|dizaine|douzaine)\b"
)


def _wording(answer: str) -> str | None:
    """Read the one field of a JSON object; None if it is anything else."""
    if len(answer) > LONGEST_ANSWER:
        return None
    fenced = _FENCE.fullmatch(answer)
    try:
        read = json.loads(fenced[1] if fenced else answer)
    except (ValueError, RecursionError):
        return None
    if not isinstance(read, dict) or read.keys() != {"wording"}:
        return None
    wording = read["wording"]
    return unicodedata.normalize("NFC", wording).strip() if isinstance(wording, str) else None


def _fault(wording: str, own: str, asked: Asked) -> str:
    """Name the first check that fails; `own` is the wording with the person's words restored."""
    lang = asked.request.lang
    if len(own) > LONGEST:
        return "too_long"
    if _SECOND.search(wording):
        return "several"
    if plain(own).strip(" .") == plain(asked.own).strip(" ."):
        return "unchanged"
    if _invented(wording, asked):
        return "invented"
    if language_of(own, lang) != lang:
        return "language"
    if classify(own, lang, asked.safety):
        return "safety"
    if _other_days(own, asked):
        return "days"
    return _not_better(own, asked)


def _invented(wording: str, asked: Asked) -> bool:
    """Say whether a name, a number or any unheard-of word is not the person's own."""
    theirs = set(re.findall(r"\w+", plain(asked.own)))
    said = HOLE.sub(" ", wording)
    numbers = {*re.findall(r"\d+", plain(said)), *_COUNTED.findall(plain(said))}
    return bool((unknown(said, asked.lexicon) | numbers) - theirs)


def _other_days(own: str, asked: Asked) -> bool:
    """Say whether the wording names a day that is neither in the sentence nor its date."""
    lang, on = asked.request.lang, asked.judged.judged_on
    named, theirs = (_days(text, lang, on) for text in (own, asked.own))
    return bool(named - theirs - {asked.commitment.due_on})


def _days(text: str, lang: Lang, on: date) -> set[date]:
    return {found.day for found in find_days(plain(text), lang, on) if found.day is not None}


def _not_better(own: str, asked: Asked) -> str:
    """Name the criterion that the wording does not meet, although it has to."""
    due_on = asked.commitment.due_on if asked.draft.due_chosen else None
    draft = reworded(asked.draft, own)
    now = assess(draft, asked.request.lang, asked.judged.judged_on, due_on)
    criteria: tuple[Criterion, ...] = ("own_control", "when", "action", "indicator")
    for criterion in criteria:
        wanted = criterion == asked.request.failing or getattr(asked.judged, criterion) is True
        if wanted and getattr(now, criterion) is not True:
            return f"not_better_{criterion}"
    return ""
