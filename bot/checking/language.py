"""The language a text is written in, told by its small words."""

import re

from bot.language import Lang
from bot.plain import plain

_SMALL = re.compile(
    r"\b(?:(from|but|you|your|out|up|do|are|she|he|they|i|i'll|i'm|ill|im|the|will"
    r"|my|with|and|to|by|of|him|her|them|after|before"
    r"|for|when|at|in"
    r"|have|is|going|gonna|more|every|this|our|tomorrow|be|it|that|we|not)"
    r"|(je|j'|j|le|la|les|mon|ma|mes|avec|et|de|du|des|un|une|pour|lui|en|est|apres|avant|quand|aux"
    r"|d'ici|au|que|qui|demain|tous|ce|cette|ne|pas|plus|dans|sur|chaque|nous|notre|l'|d'))\b"
)


_SUBJECT = re.compile(r"^(?:(je|j'\w+|il faut|on va) |(?:i|i'll|i'm|we'll) )")


_PLAINLY = 3


def language_of(text: str, lang: Lang) -> Lang:
    """Tell the language of a text by its small words; `lang` where they don't tell plainly."""
    found = _SMALL.findall(plain(text))
    subject = _SUBJECT.match(plain(text))
    if subject:
        return "fr" if subject[1] else "en"
    english, french = (sum(bool(group[n]) for group in found) for n in (0, 1))
    if min(english, french) > 0 and abs(english - french) < _PLAINLY:
        return lang  # a borrowed phrase is no change of language
    if english == french:
        return lang
    return "en" if english > french else "fr"
