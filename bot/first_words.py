"""The language of somebody's first words, where the platform does not tell it in time."""

from functools import cache

from bot.checking.language import language_of
from bot.command_words import PHRASES
from bot.events import Commanded, Inbound, Said
from bot.language import LANGS, Lang, lang_of
from bot.plain import plain


def first_lang(event: Inbound, default: Lang) -> Lang:
    """Return the platform's language, else that of what was typed, else the default."""
    if event.actor.locale or not isinstance(event, Said | Commanded):
        return lang_of(event.actor.locale, default)
    said = plain(event.text).strip(" .,;:!?…")
    known = [lang for lang in LANGS if said in _phrases(lang)]
    return known[0] if len(known) == 1 else language_of(event.text, default)


@cache
def _phrases(lang: Lang) -> frozenset[str]:
    listed = ",".join(PHRASES[lang].values()).split(",")
    return frozenset(plain(phrase).strip() for phrase in listed)
