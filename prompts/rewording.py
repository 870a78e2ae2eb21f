"""What a language model is told, and the words that it may see: read and checked like a pack.

Both come from this package alone: a folder of one's own can't loosen what is sent.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from pydantic import BaseModel, ConfigDict

from bot.errors import PackError
from bot.language import LANGS, Lang
from bot.plain import plain
from bot.suggestions.privacy_filter import Lexicon
from bot.suggestions.rewording import Instruction, Rewording
from prompts import vocabulary
from prompts.loader import load_library
from prompts.schema import Words, checked
from prompts.source import read

FOLDER = "llm"
HOLES = ("{theme}", "{failing}", "{sentence}")
"""What stands in the frame, once each: all that is ever sent beside the fixed text."""

_RULE = "\n---\n"


class _InBoth(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    en: Words
    fr: Words

    def of(self, lang: Lang) -> list[str]:
        return (self.fr if lang == "fr" else self.en).split()


class _WordsFile(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    verbs: _InBoth
    words: _InBoth
    capitals: Words
    names: Words
    private: _InBoth


def load_instructions() -> Mapping[Lang, Instruction]:
    """Load what a model is told in each language.

    Raises:
        PackError: a text or a hole is missing.
    """
    return {lang: _instruction(_folder() / f"suggest.{lang}.md") for lang in LANGS}


def load_rewording(host: str) -> Rewording:
    """Load what may be sent to a host: words of the lexicon, and ids of the themes shipped here.

    Raises:
        PackError: with every fault found.
    """
    return Rewording(host, load_lexicon(), frozenset(load_library().themes))


def load_lexicon() -> Lexicon:
    """Load the words that may be sent: those of the list, and those of the themes shipped here.

    Raises:
        PackError: with every fault found.
    """
    listed, words = _words(), set[str]()
    for lang in LANGS:
        words |= {
            form for verb in listed.verbs.of(lang) for form in vocabulary.verb_forms(verb, lang)
        }
        words |= {form for word in listed.words.of(lang) for form in vocabulary.plurals(word)}
    return Lexicon(
        known=frozenset(words | vocabulary.of_texts(load_library().themes.values())),
        capitals=frozenset(map(plain, listed.capitals.split())),
        names=frozenset(map(plain, listed.names.split())),
        private=tuple(plain(start) for lang in LANGS for start in listed.private.of(lang)),
    )


def _folder() -> Traversable:
    return files("prompts") / FOLDER


def _instruction(file: Traversable) -> Instruction:
    name = f"prompts/{FOLDER}/{file.name}"
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    task, _, frame = text.partition(_RULE)
    if not task.strip():
        raise PackError((f"{name}:1: the instruction is missing.",))
    wrong = [hole for hole in HOLES if frame.count(hole) != 1 or hole in task]
    if wrong:
        line = text[: len(text) - len(frame)].count("\n") + 1
        raise PackError(
            tuple(f"{name}:{line}: {hole} stands once below the rule." for hole in wrong)
        )
    return Instruction(task.strip(), frame.strip())


@cache
def _words() -> _WordsFile:
    source = read(_folder() / "words.yaml", f"prompts/{FOLDER}/words.yaml")
    listed, faults = checked(_WordsFile, source)
    if listed is None:
        raise PackError(faults)
    return listed
