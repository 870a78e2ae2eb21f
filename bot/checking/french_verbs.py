"""Where a verb stands in a French clause."""

from bot.checking.lemmas import is_word, is_finite, is_infinitive, may_be_finite

_PRONOUNS = frozenset("ne n me m se s le la les lui leur y en nous vous pas plus a de".split())
_ARTICLES = frozenset(
    "le la les un une mon ma mes notre nos leur leurs son sa ses ce cette ces chaque tous".split()
)
_OBJECT = _ARTICLES | frozenset("lui deux trois toutes bien enfin pas".split())
_ADVERBIAL = frozenset("# avant a au aux en sur pour".split())
_NO_SUBJECT = frozenset("zero plus moins pas aucun aucune mieux que dans sur pour avec".split())
_FARTHEST = 5
_SHORTEST_VERB = 3


def opens_with_verb(words: str) -> bool:
    """Say whether a clause begins with a verb: an infinitive, an imperative, a dropped « je »."""
    tokens = words.split()
    at = next((n for n, word in enumerate(tokens) if word not in _PRONOUNS), None)
    if at is None:
        return False
    verb, after = tokens[at], tokens[at + 1 : at + 2]
    article = at > 0 and tokens[at - 1] in _ARTICLES and not is_word(verb, "fr")
    if is_infinitive(verb) and not article:
        return True
    return at == 0 and (
        is_finite(verb) or (may_be_finite(verb) and bool(after) and after[0] in _ARTICLES)
    )


def says_of_others(words: str) -> bool:
    """Say whether somebody else is said to act: « le bailleur refait la toiture »."""
    tokens = words.split()
    if opens_with_verb(words) or tokens[0] in _NO_SUBJECT:
        return False
    first = 2 if tokens[:1] and tokens[0] in _ARTICLES else 1
    if len(tokens) > 1 and not is_word(tokens[0], "fr") and is_finite(tokens[1]):
        return tokens[0].isalpha()  # a name
    return any(
        _acts(tokens[at], tokens[at + 1])
        for at in range(first, min(_FARTHEST, len(tokens) - 1))
    )


def _acts(verb: str, after: str) -> bool:
    """Say whether two words are a verb and what it takes."""
    if len(verb) < _SHORTEST_VERB or verb in _ARTICLES or verb in _PRONOUNS:
        return False
    return (may_be_finite(verb) and after in _OBJECT) or (
        is_finite(verb) and (after in _ADVERBIAL or is_infinitive(after))
    )
