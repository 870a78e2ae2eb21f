"""Fixed expressions, told by their verb and how they go on: 'step up', « garder le cap »."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from bot.checking.lemmas import base_of
from bot.language import Lang

_DROPPED = frozenset(
    (
        *("plus", "moins", "davantage", "vraiment", "toujours", "bien", "encore", "me", "se", "ne"),
        *("pas", "more", "less", "really", "always", "better", "very", "so", "not"),
    )
)
_OWN = (
    ("mon", "ma", "mes", "son", "sa", "ses", "ton", "ta", "tes", "notre", "nos", "leur", "leurs"),
    ("soi", "moi", "toi", "soi-meme", "moi-meme", "toi-meme"),
    ("my", "your", "his", "her", "their", "our", "its"),
    ("myself", "yourself", "himself", "herself", "themselves", "ourselves"),
)
_SAME = {word: words[0] for words in _OWN for word in words}
_LONGEST = 7
_ELISIONS = {"l'": "le ", "d'": "de ", "s'": "se ", "m'": "me ", "n'": "ne ", "qu'": "que "}


class Phrasebook:
    """The expressions of a language, each a figure of speech or an act.

    Args:
        lang: the language.
        figures: expressions that name an attitude.
        acts: expressions that name an act.
        verbs: the infinitive of forms that are also another word, such as « mets ».
    """

    def __init__(
        self, lang: Lang, figures: str, acts: str, verbs: Mapping[str, str] | None = None
    ) -> None:
        known = verbs or {}
        self._base: Callable[[str], str] = lru_cache(maxsize=4096)(
            lambda word: known.get(word) or base_of(word, lang)
        )
        self._figures = {
            key: figurative
            for text, figurative in ((figures, True), (acts, False))
            for key in self._keys(text)
        }

    def is_figure(self, words: str) -> bool | None:
        """Say whether words begin with a figure of speech; None if with no known expression."""
        key = self._key(words)
        for length in range(min(len(key), _LONGEST), 1, -1):
            if key[:length] in self._figures:
                return self._figures[key[:length]]
        return None

    def based(self, words: str) -> str:
        """Return words with a first -ing form in its base: 'giving my best' is 'give my best'."""
        first, *rest = words.split()
        return " ".join([self._base(first), *rest]) if first.endswith("ing") else words

    def _keys(self, text: str) -> Iterator[tuple[str, ...]]:
        for phrase in text.replace("\n", " ").split(";"):
            spread = phrase.strip()
            for short, whole in _ELISIONS.items():
                spread = spread.replace(short, whole)
            key = self._key(spread)
            if len(key) > 1:
                yield key

    def _key(self, words: str) -> tuple[str, ...]:
        kept = [_SAME.get(word, word) for word in words.split() if word not in _DROPPED]
        return (self._base(kept[0]), *kept[1:]) if kept else ()
