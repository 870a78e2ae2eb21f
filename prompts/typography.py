"""Typography of what is read: authors type plain quotes and spaces, readers get the right ones.

French gets a narrow no-break space before `;`, `!`, `?` and inside « », a no-break space before
`:`, and curly apostrophes; English gets curly quotes. `{placeholders}` stay as they are.
"""

import re

from bot.language import Lang, Wording

NARROW = "\u202f"
WIDE = "\xa0"

_SPACES = f"[ {WIDE}{NARROW}]"
_HELD = r"(\{[^{}]*\})"
_WORD_ENDS = r"(?<=[\w»)\]}%’”])"
_MARK_ENDS = r"(?:\s|$|[»)\]])"  # so that 9:00 and an address with a ? stay whole
_OPENS = r"(?:^|(?<=[\s(\[«‘“—–]))"

_RULES: dict[Lang, tuple[tuple[str, str], ...]] = {
    "fr": (
        ("'", "’"),
        (rf"«{_SPACES}*(?=\S)", f"«{NARROW}"),
        (rf"(?<=[^\s«]){_SPACES}*»", f"{NARROW}»"),
        (rf"{_SPACES}+(?=[;!?])", NARROW),
        (rf"{_WORD_ENDS}(?=[;!?]+{_MARK_ENDS})", NARROW),
        (rf"{_SPACES}+(?=:{_MARK_ENDS})", WIDE),
        (rf"{_WORD_ENDS}(?=:{_MARK_ENDS})", WIDE),
    ),
    "en": (
        (rf"{_OPENS}'", "‘"),
        ("'", "’"),
        (rf'{_OPENS}"', "“"),
        ('"', "”"),
    ),
}


def typeset(text: str, lang: Lang) -> str:
    """Return the text as it is read; doing it twice changes nothing more."""
    for pattern, replacement in _COMPILED[lang]:
        text = _outside_placeholders(pattern, replacement, text)
    return text


def worded(en: str, fr: str) -> Wording:
    """Return a wording, set for reading."""
    return Wording(typeset(en, "en"), typeset(fr, "fr"))


def _outside_placeholders(pattern: re.Pattern[str], replacement: str, text: str) -> str:
    return pattern.sub(lambda found: found[1] or replacement, text)


_COMPILED = {
    lang: tuple((re.compile(f"{_HELD}|{pattern}"), new) for pattern, new in rules)
    for lang, rules in _RULES.items()
}
