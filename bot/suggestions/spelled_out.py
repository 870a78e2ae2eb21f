"""What is spelled out in words: phone numbers, mail addresses, and names letter by letter.

Each word of it is ordinary; only together do they say something.
"""

import re
from collections.abc import Iterator


def spelled_out(text: str) -> Iterator[tuple[int, int]]:
    """Find the places of it; three numbers, or three letters, in a row are enough."""
    for pattern in (_NUMBERS, _LETTERS, _MAIL, _SITE):
        yield from (found.span() for found in pattern.finditer(text))


_NUMBER = (
    r"(?:z[eé]ros?|oh|o|double|triple|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|fou?rty|fifty|sixty|seventy"
    r"|eighty|ninety|hundreds?|thousands?|millions?|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix"
    r"|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|septante"
    r"|huitante|octante|nonante|cents?|mille|\d{1,4})"
)
_BETWEEN = r"(?:[\s,./–-]{1,3}(?:(?:et|and|puis|then)\s)?)"
_NUMBERS = re.compile(rf"(?<!\w){_NUMBER}(?:{_BETWEEN}{_NUMBER}(?!\w)){{2,}}", re.IGNORECASE)
_LETTERS = re.compile(r"(?<![\w'’])[a-z](?:[\s.,/–-]{1,3}[a-z](?![\w'’])){2,}", re.IGNORECASE)

_PART = r"[^\s.,;:!?@()\[\]]{1,64}"
_DOT = (
    r"(?:\s+[(\[]?(?:point|dot|tiret(?:\s+(?:du\s+)?(?:bas|six))?|dash|hyphen|underscore)[)\]]?\s+)"
)
_CHAIN = rf"{_PART}(?:{_DOT}{_PART}){{0,9}}"
_DOTTED = rf"{_PART}(?:\s+[(\[]?dot[)\]]?\s+{_PART}){{1,9}}"
_MAIL = re.compile(
    rf"(?<!\w){_CHAIN}\s+(?:[(\[]?(?:arr?obas?e|at\s+sign|signe\s+at)[)\]]?(?:\s+{_CHAIN})?"
    rf"|(?:[(\[]at[)\]])\s+{_CHAIN}|at\s+{_DOTTED})",
    re.IGNORECASE,
)
_SITE = re.compile(
    rf"(?<!\w){_PART}(?:\s+dot\s+{_PART}"
    r"|\s+point\s+(?:com|fr|org|net|eu|io|be|ch|ca|lu|co|info|gouv|uk|de))(?!\w)",
    re.IGNORECASE,
)
