"""Reads messages as a proofreader does: one language, all holes filled, who sees it, and help."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from bot.language import LANGS, Lang, Wording
from bot.visibility import NOTHING_ASKED, POLICY
from tests.stage import Shown
from tests.talks import fold
from tests.world import library

SHORT = 14
"""Characters; a shorter piece of text may stand in a word of the other language."""

_HOLE = re.compile(r"\{\w+\}")
_FUNCTION_WORDS = {
    "en": re.compile(r"\b(?:the|you|your|is|are|what|with|which)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:vous|votre|vos|est|les|des|une|qui|avec|quel)\b", re.IGNORECASE),
}


def faults(message: Shown, lang: Lang, *, new: bool = True) -> Sequence[str]:
    """Name what is wrong with a message; only a new one is told by a notification."""
    found = [f"says {hole}" for hole in _holes(message)]
    read = message if new else replace(message, told="")
    found += [f"says in the other language: {text}" for text in foreign(read, lang)]
    if message.passing:
        return found
    if not any(line in message.text for line in _visibility(lang)):
        found.append("does not say who sees it")
    if library().say("menu.help", lang) not in message.labels:
        found.append("offers no help")
    return found if message.told else [*found, "has no notification"]


def foreign(message: Shown, lang: Lang) -> list[str]:
    """List what is written in the other language."""
    lines = [fold(line) for line in [*message.text.splitlines(), message.told] if line]
    read = [*lines, *map(fold, message.labels)]
    other = _other(lang)
    whole = [text for text in read if text in _whole(other) and text not in _whole(lang)]
    joined = "\n".join(lines)
    parts = [part for part in _parts(other) if part in joined]
    words = [line for line in lines if _mostly(line, other, lang)]
    return [*whole, *parts, *words]


def _holes(message: Shown) -> Iterator[str]:
    for text in (message.text, message.told, *message.labels):
        yield from _HOLE.findall(text)


def _mostly(line: str, lang: Lang, own: Lang) -> bool:
    return len(_FUNCTION_WORDS[lang].findall(line)) > len(_FUNCTION_WORDS[own].findall(line)) + 1


def _other(lang: Lang) -> Lang:
    return next(one for one in LANGS if one != lang)


@cache
def _visibility(lang: Lang) -> Sequence[str]:
    return [NOTHING_ASKED.text(lang), *(rule.line.text(lang) for rule in POLICY.values())]


@cache
def _whole(lang: Lang) -> frozenset[str]:
    return frozenset(fold(wording.text(lang)) for wording in _wordings())


@cache
def _parts(lang: Lang) -> tuple[str, ...]:
    """Return what stands between the holes of a language's texts and not in the other's."""
    pieces = {fold(p) for w in _wordings() for p in _HOLE.split(w.text(lang))}
    own = "\n".join(_whole(_other(lang)))
    return tuple(p for p in pieces if len(p) >= SHORT and p not in own)


@cache
def _wordings() -> tuple[Wording, ...]:
    packs = library()
    found = list(packs.wording.values())
    for programme in packs.programmes.values():
        found.append(programme.title)
        for step in programme.steps.values():
            found += [step.say, *step.tool_card, *(c.label for c in step.choices)]
            found += [w for w in (step.intro, step.low_label, step.high_label) if w]
    for theme in packs.themes.values():
        found += [theme.title, theme.purpose]
    found += [w for contacts in packs.contacts.values() for w in contacts.lines]
    return tuple(found)
