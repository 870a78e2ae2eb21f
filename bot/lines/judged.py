"""Whether a line judges people: a person, some of them or all the others, and a judgement.

People are marked as the privacy hint does, and many are made one: 'they are lazy' is read like
'he is lazy'. What is said of work, tools and meetings is no judgement, nor is what the writer says
of themselves or of all of us ('we', « on »).
"""

from collections.abc import Mapping

from bot.checking.english.lexicon import ENGLISH
from bot.checking.french.lexicon import FRENCH
from bot.checking.lexicon import Lexicon
from bot.checking.spelling import spell
from bot.feedback.privacy_hint import LEXICONS, hint
from bot.language import LANGS, Lang
from bot.lines import judging_words as words
from bot.lines.likeness import is_like_a_judgement
from bot.lines.people_words import APART, PEOPLE
from bot.lines.roles import is_somebody
from bot.lines.stated import states_of_others
from bot.lines.vices import names_a_vice


def judges_somebody(text: str, lang: Lang) -> bool:
    """Say whether a line judges people, or tells of a person what is theirs to tell."""
    if hint(text, lang) is not None or is_like_a_judgement(text):
        return True
    return any(_judged(text, one) for one in LANGS)


_SPELLING: Mapping[Lang, Lexicon] = {"en": ENGLISH, "fr": FRENCH}


def _judged(text: str, lang: Lang) -> bool:
    glued, apart = APART[lang]
    said = glued.sub(apart, spell(text, _SPELLING[lang]).text)
    if words.INSULT.search(said) or states_of_others(said, lang) or names_a_vice(said, lang):
        return True
    seen = _with_people(said, lang)
    patterns = (*LEXICONS[lang].kinds["judgement"], words.JUDGED[lang])
    return any(pattern.search(seen) for pattern in patterns)


def _with_people(said: str, lang: Lang) -> str:
    """Put a mark in place of people, and the verb beside it in the singular."""
    seen = PEOPLE[lang].sub("@", said.replace("@", " "))
    seen = LEXICONS[lang].role.sub(lambda role: "@" if is_somebody(role) else role[0], seen)
    for pattern, single in words.SINGLE[lang]:
        seen = pattern.sub(single, seen)
    return seen
