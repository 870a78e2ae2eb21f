"""Whether a line states what others do: 'some complain', « certains lèchent les bottes ».

Said of others without their name, in a channel where they read it, nearly every statement is a
judgement, and no list has all its words. So what passes is told: what people should, may or need,
what they lack, and what is kind.
"""

import re
from collections.abc import Mapping

from bot.checking.lemmas import is_finite
from bot.language import Lang
from bot.lines.mentions import Mention, stated


def states_of_others(said: str, lang: Lang) -> bool:
    """Say whether a plain, spelt line states what others do or are."""
    return any(_is_judged(one, lang) for one in stated(said, lang))


def _is_judged(others: Mention, lang: Lang) -> bool:
    if _WISHED.search(others.who):
        return False
    rest = _ADVERBS[lang].sub("", others.said, count=1)
    if _TIMED.search(rest) and _UNITS.search(others.who):
        return False
    if others.spoken_to and _REPROACH[lang].match(others.said):
        return True
    if _FINE[lang].match(others.said) or _FINE[lang].match(rest) or _KIND[lang].match(rest):
        return False
    if others.spoken_to:
        return not _OFFERED.search(rest) and not _MEANT_WELL[lang].match(rest)
    if lang == "fr":
        return _is_french_verb(rest, others)
    return bool(_DONE.match(rest)) if others.doubtful else rest[:1].isalpha()


def _is_french_verb(rest: str, others: Mention) -> bool:
    """Tell « les gens râlent » from « les gens formés », and « certains râlent » from a noun."""
    verb = re.match(r"(?:ne |n'|se |s'|les |la |le |l')*([a-z]+)", rest)
    if verb is None:
        return False
    plural = verb[1].endswith("nt")
    if others.doubtful:
        return plural and is_finite(verb[1])
    if _UNITS.search(others.who) or others.who.endswith("groupe"):
        return is_finite(verb[1]) or rest.startswith("n")
    return plural or not others.who.endswith(("s", "x"))


_UNITS = re.compile(
    r"\b(?:team|shift|department|office|management|hr|equipe|direction|compta|siege)$"
)
_TIMED = re.compile(
    r"\b(?:late|\d+|days?|weeks?|hours?|months?|tard|jours?|semaines?|heures?|mois|delais?)\b"
)
"""What a team or department does is work, if time measures it: 'answers after a week'."""

_REPROACH: Mapping[Lang, re.Pattern[str]] = {
    "en": re.compile(
        r"can't|cannot|won't|never|always (?!help|support|welcome|make)|have (?:no|zero)"
        r"|don't (?:ever|even|care|listen)"
        r"|(?:could|should|might) (?:at least|also|perhaps|maybe|really|try)"
    ),
    "fr": re.compile(
        r"(?:ne |n')?(?:pouvez|peux|savez|sais|avez|as|etes|es) (?:\w+ )?"
        r"(?:pas|jamais|rien|aucune?|toujours une?)"
        r"|(?:pourriez|devriez|pourrais|devrais) (?:au moins|peut-etre|aussi|quand meme)"
        r"|(?:ne |n')?(?:etes|es) (?:d'une|(?:(?:un peu|bien|vraiment|tous|tellement|trop|si) )*"
        r"(?!nombreu|bienvenu|super|genia|formidable|au top|top|libres?|disponibles?|la\b|prets?"
        r"|une (?:super|belle|bonne|equipe)|d'accord|interess|sympa|concern|invit|attendu|tous"
        r"|les|gentil|adorable)\w)"
    ),
}
"""What those who are spoken to are reproached with, though others may be said to lack it."""

_ADVERBS: Mapping[Lang, re.Pattern[str]] = {
    "en": re.compile(r"^(?:(?:just|really|only|often|still|simply|even|also|sometimes|usually) )*"),
    "fr": re.compile(r"^(?:(?:en|y|se|nous|me|lui|leur) |s'|m')*"),
}
_DONE = re.compile(
    r"(?:don't|doesn't|do not|aren't|isn't|never|always|just|only|won't|can't|couldn't|are|is"
    r"|were)\b|[a-z]+ (?:the|a|an|our|your|my|us|down|up|away|in another|about"
    r"|others|every\w+|nothing|all|me|too|only|their|when|instead|they|that|it|off|behind|rather|never|rumou?rs)\b"
)
"""What follows a verb and no noun: 'some complain about', and not 'some help with'."""

_FINE: Mapping[Lang, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:should|could|can|cannot|can't|may|might|must|needn't|would|will|ought|shall|needs?|to"
        r"|wants?|wish(?:es)?|likes?|prefers?|deserves?|knows?"
        r"|(?:starts?|begins?|finish(?:es)?|works?|lives?) (?:at|from|in|on|nights|late|early|part)"
        r"|(?:does|do)n't (?:know|have|see|get|dare|need|find|hear)|feels?|finds?(?! fault)|waits?"
        r"|struggles?|lacks?|gets? (?!away)"
        r"|receives?|hears?|sees?|miss(?:es)?|dares?|ha(?:s|ve) (?!no|a bad|an attitude|zero)\w+"
        r"|with|in|on|from|at|of|and|or|first|than|over|for|not|more|less|as|too|else|please|by)\b"
        r"|(?:is|are|was|were) (?:\w+ ){0,2}?(?:great|kind|nice|helpful|good|lovely|friendly|super"
        r"|amazing|awesome|busy|new|free|welcome|stuck|overloaded|tired|away|left|alone|lost|on"
        r"|off|there|here|available|remote|in|at|from|afraid|unsure|different|missing|waiting"
        r"|needed|invited|informed|asked|told|expected|responsible)\b"
    ),
    "fr": re.compile(
        r"(?:ne |n')?(?:dev(?:raient|rait)|doi(?:ven)?t|pourraient|pourrait|peuvent|peut|veut"
        r"|gagneraient|gagnerait|seraient|serait|auraient|aurait|aimeraient|aimerait|souhaite(?:nt)?"
        r"|merite(?:nt)?|sa(?:ven|i)t|conna(?:iss(?:en)?|i)t|trouve(?:nt)?|voi(?:en)?t|attend(?:ent)?"
        r"|recoi(?:ven)?t|entend(?:ent)?|ose(?:nt)?|sent(?:ent)?|ressent(?:ent)?|preferent|besoin"
        r"|pour|de|du|des|en|a|au|aux|dans|avec|et|ou|sur|sans)\b"
        r"|(?:veulent|travaillent|ont (?:besoin|droit|acces|des?|les?|la|un|une|trop|plus|moins|peu"
        r"|assez|deja|souvent|beaucoup|du|l')|(?:commence|fini(?:sse)?)(?:nt)?"
        r"|manque(?:nt)? (?:de|d') ?(?:temps|place|moyens|info\w*))\b"
        r"|n'ont pas (?:le temps|acces|l'info|les |recu|eu|assez|de quoi|tous)"
        r"|(?:est|sont) (?:\w+ ){0,2}?(?:genia(?:l|le|ux)|gentils?|gentilles?|super|sympas?|top"
        r"|disponibles?|nouveaux?|nouvelles?|bienvenue?s?|debordee?s?|seule?s?|absorbee?s?|loin"
        r"|a distance|en (?:conges?|teletravail|formation)|la|present(?:e|s|es)?|prete?s?)\b"
    ),
}
"""What may be said of others: wishes, needs, lacks; and words that are no verb."""

_WISHED = re.compile(r"(?:some(?:one|body) who|quelqu'une? qui)$")
"""'Someone who checks my figures'."""

_OFFERED = re.compile(r"\b(?:i|i'll|i'm|i'd|je|j'|me|m')(?!\w)")
"""'You bring the data, I draw the chart'."""

_MEANT_WELL: Mapping[Lang, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:are|all|and|get|have|bring|tell|call|ask|choose|decide|do|don't|doesn't|always|never"
        r"|rock|made|make|did|gave|who|first|guys|want|matter|count)\b"
    ),
    "fr": re.compile(
        r"(?:n'|ne |etes|es|avez|as|recevez|choisissez|decidez|faites|fais|assurez|tous|toutes|et"
        r"|qui|toujours|jamais|voulez|veux|savez|sais|remerci\w+|pouvez|peux|pourriez|devriez"
        r"|comptez|aidez|aides)"
    ),
}
"""What is said to people and judged elsewhere, or not at all."""

_KIND: Mapping[Lang, re.Pattern[str]] = {
    "en": re.compile(r"^(?:helps?|helped|supports?|welcomes?|joins?|shares?|teach(?:es)?)\b"),
    "fr": re.compile(
        r"^(?:(?:m'|nous |l'|les )?aide(?:nt)?|partage(?:nt)?|accueille(?:nt)?|soutiennent"
        r"|rejoi(?:gnen|n)t)\b(?! pas| jamais)"
    ),
}
"""What is kind."""
