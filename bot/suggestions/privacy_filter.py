"""What of a sentence may leave the house: words that tell nothing of anybody, and counts and dates.

Only words of a list pass. Everything else stands as [P1], [P2], …: names, mails, numbers, ids,
what a company calls its own, health, and whatever the list has not heard of. A first name that is
an ordinary word too (`claire`, `mark`) passes only where the words beside it show that it is none.

What it does not do: notice a surname or a company that is an ordinary word, once it is written
small (`long`, `petit`), or somebody who is described and not named.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.plain import plain
from bot.suggestions.names_or_words import is_a_word
from bot.suggestions.spelled_out import spelled_out

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words, all of them plain.

    Attributes:
        known: ordinary words; they pass in lower case, or with the capital of a sentence.
        capitals: ordinary words that are written with capitals, such as weekdays and `HR`.
        names: known words that are a name when they have a capital (`Claire`, `Will`), and in
            lower case unless the words beside them show that they are none.
        private: how words begin that never pass, such as those of health.
    """

    known: frozenset[str]
    capitals: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    private: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filtered:
    """A sentence that may be sent, and what is hidden in it: `[P1]` stands for the first.

    `passed` counts the words that are left.
    """

    sentence: str
    hidden: tuple[str, ...]
    passed: int


def hide(text: str, lexicon: Lexicon, named: Iterable[str] = ()) -> Filtered:
    """Hide all that does not pass; `named` are words known to mean a person.

    A word that its capital makes a name is hidden wherever it stands, however it is written there.
    """
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()
    words = list(_WORD.finditer(text))
    refused = [word for word in words if _is_private(text, word, lexicon)]
    capital = [w[0] for w in refused if w[0].isalpha() and plain(w[0]) not in lexicon.names]
    meant = [*named, *_within(named, lexicon), *capital]
    found = [*_numbers(text), *_addresses(text), *spelled_out(text), *_named(text, meant)]
    places = list(_joined([*(word.span() for word in refused), *found]))
    hidden = tuple(dict.fromkeys(text[start:end] for start, end in places))
    sentence, at = "", 0
    for start, end in places:
        sentence += f"{text[at:start]}[P{hidden.index(text[start:end]) + 1}]"
        at = end
    within = sum(any(a <= word.start() < b for a, b in places) for word in words)
    return Filtered(sentence + text[at:], hidden, len(words) - within)


def restore(text: str, hidden: Sequence[str]) -> str | None:
    """Put the person's own words back; None where a placeholder stands for nothing."""
    if any(not 0 < int(hole[1]) <= len(hidden) for hole in HOLE.finditer(text)):
        return None
    return HOLE.sub(lambda hole: hidden[int(hole[1]) - 1], text)


def unknown(text: str, lexicon: Lexicon) -> set[str]:
    """Return the words and numbers of a text that no list knows, plain.

    Here a name that is an ordinary word, in lower case, is a word: whoever wrote the text was not
    told any name.
    """
    return {plain(word[0]) for word in _WORD.finditer(text) if not _passes(text, word, lexicon)}


HOLE = re.compile(r"\[P([0-9]{1,3})\]")
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
_WORD = re.compile(r"[^\s.,;:!?'’()\-–—…\"“”«»/%&]+")
"""Whatever stands between ordinary punctuation: an unusual character belongs to its word."""

_RUN = re.compile(r"(?<!\w)\+?\(?\d[\d\s().,/+-]*\d(?!\w)")
_COUNT = re.compile(
    r"[0-9]{1,3}(?:\s?-\s?[0-9]{1,3})?"
    r"|[0-9]{1,2}/[0-9]{1,2}(?:/(?:20)?[0-9]{2})?|[0-9]{1,2}\.[0-9]{1,2}\.(?:20)?[0-9]{2}"
    r"|(?:[0-9]{1,2} )?20[0-9]{2}(?:-[0-9]{2}-[0-9]{2})?"
)
_NUMBER = re.compile(
    r"[0-9]{1,3}|20[0-9]{2}|[0-9]{1,2}(?:h[0-9]{0,2}|am|pm|st|nd|rd|th|er|e|min|x)"
)
_ADDRESS = re.compile(r"@|://|\bwww\.|\\|[^\W_]\.[^\W\d_]|[^\W\d_]\.[^\W_]", re.IGNORECASE)
_OPENERS = ' \u00a0\u202f«“"('


def _is_private(text: str, found: re.Match[str], lexicon: Lexicon) -> bool:
    if not _passes(text, found, lexicon):
        return True
    may_be_a_name = found[0].islower() and plain(found[0]) in lexicon.names
    return may_be_a_name and not is_a_word(text, *found.span())


def _within(named: Iterable[str], lexicon: Lexicon) -> Iterator[str]:
    """Find the names in what is said of a person: of 'my boss Marie Petit', both."""
    for name in named:
        words = _WORD.finditer(name)
        yield from (word[0] for word in words if _is_private(name, word, lexicon))


def _passes(text: str, found: re.Match[str], lexicon: Lexicon) -> bool:
    word, said = found[0], plain(found[0])
    if not word.isalpha():
        return bool(_NUMBER.fullmatch(word))
    if said.startswith(lexicon.private):
        return False
    if word.islower():
        return said in lexicon.known
    if said in lexicon.capitals:
        return True
    ordinary = said in lexicon.known and said not in lexicon.names
    return ordinary and word[1:] == word[1:].lower() and opens(text, found.start())


def opens(text: str, at: int) -> bool:
    """Say whether a sentence begins there, so that a capital says nothing."""
    before = text[max(0, at - 4) : at].rstrip(_OPENERS)
    return not before or before[-1] in ".!?…:"


def _numbers(text: str) -> Iterator[Place]:
    """Find numbers that are no count and no date, whatever they are grouped by."""
    return (run.span() for run in _RUN.finditer(text) if not _COUNT.fullmatch(run[0]))


def _addresses(text: str) -> Iterator[Place]:
    for chunk in re.finditer(r"\S+", text):
        core = chunk[0].rstrip('.,;:!?)…»”"')
        if _ADDRESS.search(core):
            yield chunk.start(), chunk.start() + len(core)


def _named(text: str, named: Iterable[str]) -> Iterator[Place]:
    for name in dict.fromkeys(filter(None, (" ".join(one.split()) for one in named))):
        meant = rf"(?<!\w){re.escape(name)}(?!\w)"
        yield from (found.span() for found in re.finditer(meant, text, re.IGNORECASE))


def _joined(places: Iterable[Place]) -> Iterator[Place]:
    """Make one place of those that overlap."""
    start = end = 0
    for a, b in sorted(place for place in places if place[0] < place[1]):
        if a >= end:
            if start < end:
                yield start, end
            start, end = a, b
        end = max(end, b)
    if start < end:
        yield start, end
