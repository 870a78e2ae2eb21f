"""Two thoughts on a commitment that is clear: one step at a time, and what to do instead.

They are hints where nothing else is to be said. All reads plain text.
"""

import re
from typing import Literal

from bot.language import Lang

Thought = Literal["several", "instead"]


def thought(text: str, lang: Lang) -> Thought | None:
    """Say whether a plain text promises several things, or only what will not be done."""
    if any(_apart(match) for match in _SEVERAL[lang].finditer(text)):
        return "several"
    return "instead" if _AVOIDED[lang].search(text) else None


def _apart(match: re.Match[str]) -> bool:
    """Tell a step of its own from what goes with the first: 'and I will tell them why'."""
    return not (_ALONG.match(match["verb"]) or _BACK.match(match["rest"]))


_I = r"i(?:'ll| will| am going to|'m going to)"
_SEVERAL = {
    "en": re.compile(
        rf"\b{_I}\b.*?(?:\b(?:and|then)\b,?|[.;,]) (?:then )?{_I} (?:also |then )?"
        r"(?P<verb>[\w-]+) ?(?P<rest>.*)"
    ),
    "fr": re.compile(
        r"(?<!quand )(?<!lorsque )(?<!si )(?<!que )(?<!avant )\bj(?:e |').*?"
        r"(?:\bpuis\b,?|[.;]|\bet\b(?= (?:ensuite )?j(?:e vais |.*\b(?:lundi|mardi|mercredi|jeudi"
        r"|vendredi|samedi|dimanche|demain|le \d|d'ici|semaine|\d+ ?h)\b))) (?:puis |ensuite )?"
        r"j(?:e (?:vais )?|')(?P<verb>[\w-]+'?) ?(?P<rest>.*)"
    ),
}
_ALONG = re.compile(
    r"(?:not|note|tell|say|confirm|explain|thank|count|stop|wait|stay|listen|ask|dis|dirai|dire|demand\w+|propos\w+"
    r"|noterai|notez?|noter|annonc\w+|confirm\w+|previens|previendrai|expliqu\w+|remerci\w+"
    r"|ne|n'|le|la|l'|les|lui|leur|en|y|me|m'|compt\w+|attend\w*|ecout\w+|mets fin)$"
)
_BACK = re.compile(r"(?:it|them|him|her|that|this|so)\b")
_AVOIDED = {
    "en": re.compile(
        r"\b(?:(?:i will|i'll|i am going to|i'm going to|to) )(?:stop|quit|avoid) \w+ing\b"
        r"|^(?:stop|quit|avoid) \w+ing\b|(?:^|\bi |\bi will |\bi'll )no longer\b"
        r"|\bi (?:will )?(?:not|never)\b|\bi (?:won't|don't)\b|^(?:not|never|no more) \w+"
    ),
    "fr": re.compile(
        r"\bje (?:ne |n')[^,;.]*?\b(?:plus|pas|jamais)\b|^ne (?:plus|pas|jamais) "
        r"|(?:\bj'|\bje vais |^)(?:arret\w+|evit\w+|cess\w+) (?:de |d')"
    ),
}
