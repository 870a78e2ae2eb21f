"""Where a verb stands in an English clause."""

from bot.checking.lemmas import is_base_verb

_OBJECT = frozenset(
    "the a an my our his her their its me us him them all every each both this that".split()
)
_PLURAL = ("s", "es")
_PLURAL_ARTICLES = frozenset("the my our all both his her their".split())
_SHORTEST = 3
_FARTHEST = 7


def opens_with_verb(words: str) -> bool:
    """Say whether a clause begins with a verb: an imperative or an -ing form."""
    first = words.split()[0]
    return is_base_verb(first) or (len(first) > len("thing") and first.endswith("ing"))


def says_of_others(words: str) -> bool:
    """Say whether somebody else is said to act: 'facilities repaints the corridor'."""
    tokens = words.split()
    if len(tokens) < _SHORTEST or is_base_verb(tokens[0]):
        return False
    if tokens[0] in _PLURAL_ARTICLES and is_base_verb(tokens[2]) and tokens[1].endswith("s"):
        return len(tokens) > _SHORTEST and tokens[3] in _OBJECT
    return any(
        verb.endswith("s") and _base(verb) and object_ in _OBJECT
        for verb, object_ in zip(tokens[1:_FARTHEST], tokens[2:], strict=False)
    )


def _base(verb: str) -> bool:
    return any(is_base_verb(verb.removesuffix(ending)) for ending in _PLURAL)
