"""Commands typed as words, in either language, forgivingly: 'my data', « je suis bloquée »."""

import re
import unicodedata
from dataclasses import dataclass
from typing import get_args

from rapidfuzz.distance import OSA

from bot.command_words import EVERYDAY, FILLERS, LEADING, LINKS, LONG, PHRASES, Name
from bot.language import LANGS, Lang
from bot.plain import LONGEST, plain

NAMES: tuple[Name, ...] = get_args(Name)

_SHORT = 4  # words; a longer text is a sentence
_FORGIVEN = 5  # letters; below this only two swapped letters are a typing error


@dataclass(frozen=True, slots=True)
class Command:
    """What the person wants.

    `argument` is as typed, without the words that link it (`until`, « jusqu’à »). For `data`
    it is `export`, `erase` or empty where that was understood, for `language` `en` or `fr`.
    """

    name: Name
    argument: str = ""


def parse(text: str, lang: Lang, *, slash: bool = False) -> Command | None:
    """Read a text as a command; None if it is not one, whatever it is.

    Both languages are understood, the person's own first. A text of more than four words is a
    sentence, unless it begins with the very words of a command. After a slash command
    (`slash`) there is no such limit, and nothing at all means `next`.
    """
    written = unicodedata.normalize("NFC", text[:LONGEST])
    words = _Words.of(written)
    if not words.plain:
        return Command("next") if slash else None
    if slash or words.count <= _SHORT:
        return _whole(words, lang) or _led(words) or _misspelt(words, lang)
    return _led(words) if _starts_long(words.plain) else None


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text, plain, with where each begins and the text they are from."""

    plain: tuple[str, ...]
    starts: tuple[int, ...]
    text: str
    count: int

    @classmethod
    def of(cls, text: str) -> "_Words":
        """Take a text apart; politeness is left out unless nothing else is there."""
        asked = _PLEASE.sub(lambda m: " " * len(m[0]), text)
        asked = asked if _WORD.search(asked) else text
        found = [(plain(m[0]), m.start()) for m in _WORD.finditer(asked)]
        found = [(word, at) for word, at in found if word]
        count = sum(any(c.isalnum() for c in chunk) for chunk in asked.split())
        return cls(tuple(w for w, _ in found), tuple(at for _, at in found), asked, count)

    def after(self, n: int) -> str:
        """Return the text after the first n words, without linking words."""
        while n < len(self.plain) and self.plain[n] in _LINKS:
            n += 1
        return self.text[self.starts[n] :].strip(" \t\r\n.,;:!?…") if n < len(self.plain) else ""


_WORD = re.compile(r"[^\W_]+")
_PLEASE = re.compile(rf"\b(?:s['’]il (?:vous|te) pla[iî]t|{FILLERS})\b", re.IGNORECASE)
_LINKS = frozenset(LINKS.split())
_EVERYDAY = frozenset(EVERYDAY.split())


def _phrases(listed: str) -> list[tuple[str, ...]]:
    return [tuple(_WORD.findall(plain(phrase))) for phrase in listed.split(",")]


_WHOLE: dict[Lang, dict[tuple[str, ...], Command]] = {
    lang: {
        words: Command(name, argument)
        for (name, argument), listed in PHRASES[lang].items()
        for words in _phrases(listed)
    }
    for lang in LANGS
}
_LEADING: dict[tuple[str, ...], Name] = {
    words: name for name, listed in LEADING.items() for words in _phrases(listed)
}
_LONG = _phrases(LONG)
_LONGEST_LEAD = max(len(words) for words in _LEADING)


def _langs(lang: Lang) -> tuple[Lang, ...]:
    return (lang, *(other for other in LANGS if other != lang))


def _whole(words: _Words, lang: Lang) -> Command | None:
    return next((_WHOLE[x][words.plain] for x in _langs(lang) if words.plain in _WHOLE[x]), None)


def _starts_long(words: tuple[str, ...]) -> bool:
    return any(words[: len(lead)] == lead for lead in _LONG)


def _led(words: _Words) -> Command | None:
    for n in range(min(_LONGEST_LEAD, len(words.plain)), 0, -1):
        name = _LEADING.get(words.plain[:n])
        if name is not None:
            return Command(name, _argument(name, words.after(n)))
    return None


def _argument(name: Name, typed: str) -> str:
    if name not in ("data", "language"):
        return typed
    first = (*_WORD.findall(plain(typed)), "")[0]
    for lang in LANGS:
        known = _WHOLE[lang].get((first,))
        if known is not None and known.name == name:
            return known.argument
    return first if first in LANGS and name == "language" else ""


def _misspelt(words: _Words, lang: Lang) -> Command | None:
    typed = " ".join(words.plain)
    if len(words.plain) >= _SHORT or typed in _EVERYDAY:
        return None
    for one in _langs(lang):
        meant = {
            command
            for phrase, command in _WHOLE[one].items()
            if _one_error(typed, " ".join(phrase)) and _harmless(phrase, command)
        }
        if len(meant) == 1:
            return meant.pop()
    return None


def _one_error(typed: str, phrase: str) -> bool:
    if max(len(typed), len(phrase)) >= _FORGIVEN:
        return OSA.distance(typed, phrase, score_cutoff=1) <= 1
    return (
        len(typed) == len(phrase) == _SHORT
        and sorted(typed) == sorted(phrase)
        and (OSA.distance(typed, phrase, score_cutoff=1) <= 1)
    )


def _harmless(phrase: tuple[str, ...], command: Command) -> bool:
    # 'quiet' must not stop anything, and a slip must not erase: only 'stop' itself is forgiven.
    return phrase == ("stop",) or (command.name != "stop" and command.argument != "erase")
