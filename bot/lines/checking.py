"""A free line of a team check-in: how it will read, and what keeps it from being shown.

A line stands in the channel without its author. So it names nobody, judges nobody, touches nothing
grave and leads nowhere. Both languages are read, whichever is the person's: people mix them.
"""

import re
import unicodedata
from typing import Literal

from bot.care import SafetyLexicon, classify
from bot.language import Lang
from bot.lines.judged import judges_somebody
from bot.lines.named import names_somebody
from bot.plain import LONGEST as READ
from bot.plain import plain
from bot.suggestions.spelled_out import spelled_out

Fault = Literal["names", "judges", "safety", "contact"]

LONGEST = 150
"""Characters of a line."""


def final_form(text: str) -> str:
    """Return a line as it will read: one line of at most `LONGEST` characters, without markup.

    What is empty or holds nothing legible becomes empty. It is idempotent.
    """
    line = _tidied(text)
    if len(line) > LONGEST:
        whole, _, _ = line[: LONGEST + 1].rpartition(" ")
        line = _trimmed(whole or line[:LONGEST])
    return line


def fault_in(text: str, lang: Lang, lexicon: SafetyLexicon) -> Fault | None:
    """Name the gravest reason not to show a line, typed or in its final form; None if it may be.

    `lang` is only where to look first.
    """
    line = _tidied(text)
    if classify(line, lang, lexicon):
        return "safety"
    if _leads_somewhere(line):
        return "contact"
    if names_somebody(line):
        return "names"
    return "judges" if judges_somebody(line, lang) else None


_BLANK = dict.fromkeys(map(ord, "\u034f\u115f\u1160\u2800\u3164\uffa0"), " ")
_KEPT_MARKS = "\ufe0f\u20e3"  # emoji and keycaps
_MENTION = re.compile(r"<at\b[^<>]*>\s*|<!", re.IGNORECASE)
_TAG = re.compile(r"</at>|<(?=[^\s\d=<>-])|(?<=[^\s\d=<>-])>", re.IGNORECASE)
_MARKS = re.compile(r"(?<!\w)(?:[*_`]+|~+(?!\d))|(?:[*_`]|~)+(?!\w)")
_LIST = re.compile(r"^(?:[\s>*•–—·.…,;:]|-(?!\d)|\+ |#+ )+")
_END = re.compile(r"[\s.…,;:*_`~-]+$")
_FIRST = re.compile(r"^([«\"“‘'(\s]*)(\w)")


def _tidied(text: str) -> str:
    """Clean a line of any length up to what is read."""
    spread = unicodedata.normalize("NFC", text[:READ].translate(_BLANK))
    seen = "".join(_legible(c) for c in spread)
    line = _TAG.sub(" ", _MENTION.sub("@", seen))
    return _trimmed(_MARKS.sub("", line))


def _legible(char: str) -> str:
    """Return a character to show: spaces for breaks, nothing for what cannot be seen."""
    if char.isspace():
        return " "
    kind = unicodedata.category(char)
    if kind in {"Cc", "Zl", "Zp"}:
        return " "
    hidden = kind[0] == "C" or (kind[0] == "M" and char not in _KEPT_MARKS)
    return "" if hidden else char


def _trimmed(line: str) -> str:
    """Take off what a list, a quotation or a sentence has at its ends; begin with a capital."""
    line = _END.sub("", _LIST.sub("", " ".join(line.split())))
    return unicodedata.normalize("NFC", _FIRST.sub(_with_capital, line))


def _with_capital(found: re.Match[str]) -> str:
    capital = found[2].upper()
    return found[1] + (capital if len(capital) == 1 else found[2])


_LINK = re.compile(
    r"://|\bwww\.|\\\\\w|[\w.+-]@[\w-]+\.\w|\bmailto:"
    r"|\b[a-z0-9-]+\.(?:com|org|net|fr|be|ch|ca|eu|io|uk|ie|info|lu|dev|app|co|us|me|ly|gouv|edu)\b"
    r"|\b[a-z0-9-]+\.[a-z]{2,6}/\w|\b\d{1,3}(?:\.\d{1,3}){3}\b"
)
_EXTENSION = re.compile(r"\b(?:ext|extension|poste|tel|phone|numero|number)\b\W{0,3}\d{3,}")
_STREET = re.compile(
    r"\b\d+,? (?:bis |ter )?(?:rue|avenue|boulevard|bd|chemin|allee|impasse)\b"
    r"|\b\d+ [a-z]+ (?:street|avenue|lane|drive)\b"
)
_RUN = re.compile(r"(?<!\w)\+?\(?\d(?:[\s().,/+-]{0,3}\d)+")
_DATE = re.compile(r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{2,4}(?:\D+\d{1,2})?")
_DIGITS = 9
_MEETING = re.compile(r"\bpoint\s+(?:de|info|co|lu)$", re.IGNORECASE)
"""« un point de 15 minutes » is no site."""


def _leads_somewhere(line: str) -> bool:
    """Say whether an address, a number or a link stands in a line."""
    said = plain(line)
    if _LINK.search(said) or _EXTENSION.search(said) or _STREET.search(said):
        return True
    told = (line[start:end] for start, end in spelled_out(line))
    return _has_number(said) or any(_is_address(one) for one in told)


def _has_number(said: str) -> bool:
    """Find a run of digits that is too long for a count or a date."""
    runs = (found[0] for found in _RUN.finditer(said) if not _DATE.fullmatch(found[0]))
    return any(sum(c.isdigit() for c in run) >= _DIGITS for run in runs)


def _is_address(told: str) -> bool:
    """Tell what is spelled out from letters, counts, and a meeting."""
    by_letter = max(map(len, re.findall(r"\w+", told))) == 1
    return not by_letter and not _MEETING.search(told) and not told[0].isdigit()
