"""How packs read: words that push, labels that wrap, holes nobody fills, sessions too long."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bot.errors import PackError
from bot.language import LANGS, Lang
from bot.programmes import Step
from bot.themes import programme_id_of
from prompts.loader import load_packs
from prompts.pace import LONGEST, SHORTEST, session_minutes
from prompts.packs import Packs
from prompts.source import Place, Source

LONGEST_LABEL = 30
"""Characters of a label that no platform wraps."""

MOST_CHOICES = 5

HOLES: Mapping[str, frozenset[str]] = {
    "dialogues": frozenset(
        {"slot", "next_slot", "commitment", "date", "goal", "theme", "n", "k", "moves"}
        | {"made", "kept", "replanned", "c0", "c1", "pace", "campaign"}
        | {"emergency", "country_contacts", "company_contacts"}
    ),
    "themes": frozenset(
        {"cue", "who", "date", "action", "task", "question"}
        | {"moment", "meeting", "minutes", "benefited", "thing"}
    ),
}
"""Placeholders that are filled, by folder; in a theme only those of the commitment's template."""

PUSHING: Mapping[Lang, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:must|should|ha(?:ve|s) to|needs? to|failed|missed|forgot(?:ten)?)\b", re.IGNORECASE
    ),
    "fr": re.compile(
        r"\bvous (?:devez|devriez)\b|\b(?:raté|échoué|oublié|manqué)e?s?\b|\bil faut que vous\b",
        re.IGNORECASE,
    ),
}
"""Words a coach does without; the person's own buttons and the examples may have them."""

_OTHERS = frozenset({"label", "weak", "better", "example", "answer"})
_HOLE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class _Read:
    source: Source
    place: Place
    texts: Mapping[Lang, str]

    def fault(self, sentence: str) -> str:
        return self.source.fault(self.place, f"{'.'.join(map(str, self.place))}: {sentence}")


def check(extra: Sequence[Path] = ()) -> tuple[str, ...]:
    """Return every fault of the packs: of loading, or if there is none, of how they read."""
    try:
        return lint(load_packs(extra))
    except PackError as error:
        return error.faults


def lint(packs: Packs) -> tuple[str, ...]:
    """Return the faults of how the packs read, each with file and line."""
    texts = [text for source in packs.sources for text in _texts(source)]
    worded = [fault for text in texts for fault in _wording_faults(text)]
    return (*worded, *_crowded(packs), *_mistimed(packs))


def _texts(source: Source) -> Iterator[_Read]:
    waiting: list[tuple[Place, object]] = [((), source.value)]
    while waiting:
        place, value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = [((*place, at), item) for at, item in enumerate(value)]
        elif isinstance(value, Mapping):
            read = {lang: value[lang] for lang in LANGS if isinstance(value.get(lang), str)}
            if len(read) == len(LANGS):
                yield _Read(source, place, read)
            else:
                waiting[:0] = [((*place, key), item) for key, item in value.items()]


def _wording_faults(read: _Read) -> Iterator[str]:
    yield from _pushing(read)
    yield from _holes(read)
    if read.place and read.place[-1] == "label":
        for text in read.texts.values():
            if len(_HOLE.sub("", text)) > LONGEST_LABEL:
                yield read.fault(f"'{text}' has more than {LONGEST_LABEL} characters.")


def _pushing(read: _Read) -> Iterator[str]:
    if _OTHERS & set(read.place):
        return
    for lang, text in read.texts.items():
        found = PUSHING[lang].search(text)
        if found:
            yield read.fault(f"'{found[0]}' pushes; offer a choice instead.")


def _holes(read: _Read) -> Iterator[str]:
    english, french = (set(_HOLE.findall(read.texts[lang])) for lang in LANGS)
    if english != french:
        differing = ", ".join(f"{{{name}}}" for name in sorted(english ^ french))
        yield read.fault(f"{differing} stands in one language only.")
    folder = PurePosixPath(read.source.name).parent.name
    known = HOLES.get(folder)
    if folder == "themes" and "template" not in read.place:
        known = frozenset()
    for name in sorted(english & french):
        if known is not None and name not in known:
            yield read.fault(f"nobody fills {{{name}}}.")


def _crowded(packs: Packs) -> Iterator[str]:
    for located in packs.programmes:
        for step in located.programme.steps.values():
            if len(step.choices) > MOST_CHOICES + _rates(step):
                yield located.fault(step.id, f"more than {MOST_CHOICES} choices.", "choices")


def _rates(step: Step) -> bool:
    """Tell whether a step is the rating: five marks, and one more button to skip it."""
    return any(choice.does == "session.rate" for choice in step.choices)


def _mistimed(packs: Packs) -> Iterator[str]:
    programmes = {(one.source.name, one.programme.id): one for one in packs.programmes}
    for theme, source in packs.themes:
        programme = programmes[source.name, programme_id_of(theme.id)].programme
        for lang in LANGS:
            minutes = session_minutes(theme, programme, lang)
            if not SHORTEST <= minutes <= LONGEST:
                said = f"takes {minutes:.1f} minutes in {lang}, not {SHORTEST:g} to {LONGEST:g}."
                yield source.fault(("steps",), f"{theme.id}: {said}")
