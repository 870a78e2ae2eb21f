"""Talks: conversations written as YAML in `tests/transcripts/`, for every stage and both languages.

A file is a list of talks; a talk is a list of lines. A line is what the person does, then what
they see:

    - talk: a commitment kept
      after: delegation             # goes on where that talk ended; without it, from nothing
      lines:
        - wait: next                # to the next message; or {days: 2}, or "2026-12-01 10:00"
          shows: [weekly_checkin.status, "5-line brief | brief de cinq lignes"]
        - press: Done | Fait
          offers: [The moment I chose | Le moment choisi]
          commitments: [done]

The person can `say`, `press`, `tick` (a list), `pick` (a day, in days from today or as ISO),
`fill` (a form, by field), `wait`, and `join: team` (come into the channel of a team) or
`join: campaign` (have come by one that is over). A text is written `English | French`, or once
where both are the same, or as the name of a text of the packs: `weekly_checkin.status` (a step),
`weekly_checkin.status.done` (its button), `theme:delegation` (a title), `buttons.skip` (a
wording). Quotes and spaces are not compared, `…` and the packs' `{names}` stand for anything.

What they see: `shows` in messages that are new or changed, `offers` and `lacks` among the
buttons of the newest message, `hides` nowhere in the chat, `window` in the open form. What is
kept: `commitments` (their states, oldest first), `history` (what became of them, oldest first,
a dropped one with its reason as `dropped:too_big`), `ratings`, `person` (fields of theirs),
`traceless` (the line changed nothing in the store). `switches: true` says that the bot speaks
the other language from then on.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.language import Lang, Wording
from bot.library import Library
from tests.world import library

FOLDER = Path(__file__).parent / "transcripts"
DEEDS = ("say", "press", "tick", "pick", "fill", "wait", "join")

_ALIKE = str.maketrans({"‘": "'", "’": "'", "\xa0": " ", "\u202f": " "})
_QUOTES = re.compile(r"«\s*|\s*»|[“”\"]")
_ANYTHING = re.compile(r"\\\{\w+\\\}|…")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing the person does, and what comes of it."""

    does: str
    what: Any
    shows: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()
    window: tuple[str, ...] = ()
    commitments: tuple[str, ...] | None = None
    history: tuple[str, ...] | None = None
    ratings: tuple[str, ...] | None = None
    person: Mapping[str, str] = field(default_factory=dict)
    traceless: bool = False
    switches: bool = False


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation; `after` names the talk that it follows."""

    name: str
    file: str
    lines: tuple[Line, ...]
    after: str = ""


@cache
def talks() -> Mapping[str, Talk]:
    """Read all talks, by name."""
    every = [talk for path in sorted(FOLDER.glob("*.yaml")) for talk in _file(path)]
    names = [talk.name for talk in every]
    twice = {name for name in names if names.count(name) > 1}
    assert not twice, f"talks of the same name: {twice}"
    return {talk.name: talk for talk in every}


def fold(text: str) -> str:
    """Make quotes and spaces alike, so that a transcript is easy to write."""
    return " ".join(_QUOTES.sub("'", text.translate(_ALIKE)).split())


def meant(item: object, lang: Lang) -> str:
    """Say in one language what stands in a transcript."""
    text = str(item)
    named = _named(text)
    if named:
        return named.text(lang)
    if " | " in text:
        en, fr = text.split(" | ")
        return (fr if lang == "fr" else en).strip()
    return text


def pattern(item: object, lang: Lang) -> re.Pattern[str]:
    """Return what finds a text of a transcript in what is read, folded."""
    text = fold(meant(item, lang))
    assert text, f"{item} says nothing"
    return re.compile(_ANYTHING.sub(".*?", re.escape(text).replace("\\ ", " ")), re.DOTALL)


def _file(path: Path) -> list[Talk]:
    read = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return [
        Talk(one["talk"], path.stem, tuple(map(_line, one["lines"])), one.get("after", ""))
        for one in read
    ]


def _line(written: Mapping[str, Any]) -> Line:
    (does,) = (name for name in DEEDS if name in written)
    more: dict[str, Any] = {n: _many(value) for n, value in written.items() if n != does}
    return Line(does, written[does], **more)


def _many(value: object) -> object:
    return tuple(map(str, value)) if isinstance(value, list) else value


def _named(text: str) -> Wording | None:
    """Find a text of the packs by its name."""
    packs = library()
    if text in packs.wording:
        return packs.wording[text]
    programme_id, *rest = text.split(".")
    if programme_id not in packs.latest:
        return None
    if not rest:
        return _title(packs, programme_id) if ":" in programme_id else None
    step = packs.programme(programme_id).steps.get(rest[0])
    if step is None or len(rest) == 1:
        return step.say if step else None
    choice = step.choice(rest[1])
    return choice.label if choice else None


def _title(packs: Library, programme_id: str) -> Wording:
    return packs.themes[programme_id.removeprefix("theme:")].title
