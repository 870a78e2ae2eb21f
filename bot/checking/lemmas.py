"""What a lexicon knows of words: whether they exist, and whether an English one is a verb."""

from functools import lru_cache

import simplemma

from bot.language import Lang


@lru_cache(maxsize=8192)
def is_word(word: str, lang: Lang) -> bool:
    """Say whether the lexicon of a language has this word, in any form."""
    return simplemma.is_known(word, lang)


@lru_cache(maxsize=8192)
def is_base_verb(word: str) -> bool:
    """Say whether an English word can stand as a verb's base form: its -ing form leads to it."""
    return any(
        simplemma.is_known(form, "en") and simplemma.lemmatize(form, "en") == word
        for form in _progressive(word)
    )


def _progressive(word: str) -> tuple[str, ...]:
    short = word[:-1] if word.endswith("e") else word
    return (f"{short}ing", f"{word}{word[-1:]}ing")
