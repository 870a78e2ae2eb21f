"""Everywhere a line mentions others, and whether it does so in a wish, an offer, or a statement.

In 'I can help those who are stuck' and 'that people read it first', others are helped, or wished
something. Anywhere else, what follows them is a statement about them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.language import Lang
from bot.lines.people_words import OTHERS


@dataclass(frozen=True, slots=True)
class Mention:
    """Others in a plain line: `who` they are, what is `before` them, and what is `said` of them."""

    who: str
    before: str
    said: str
    doubtful: bool
    """A noun may follow, as in 'some tools', 'sales figures'."""
    spoken_to: bool


def stated(line: str, lang: Lang) -> Iterator[Mention]:
    """Find the mentions of others that are made neither in a wish nor in an offer."""
    for found in OTHERS[lang].finditer(line):
        mention = _mention(found)
        if not _GOVERNED[lang].search(mention.before) or _is_reproach(mention, lang):
            yield mention


def _is_reproach(others: Mention, lang: Lang) -> bool:
    """Tell 'those who never help' from 'those who are new', whatever came before."""
    return bool(_RELATED.search(others.who)) and bool(_REPROACHED[lang].match(others.said))


def _mention(found: re.Match[str]) -> Mention:
    line = found.string
    return Mention(
        who=found[0].strip(),
        before=line[: found.start()],
        said=line[found.end() :].lstrip(),
        doubtful=found["bare"] is not None,
        spoken_to=found["to"] is not None,
    )


_RELATED = re.compile(r"\b(?:who|qui)$")
_REPROACHED: Mapping[Lang, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:\w+ )?(?:never|always|only|just|don't|doesn't|can't|won't|aren't|think)\b"
    ),
    "fr": re.compile(
        r"(?:\w+ )?(?:ne|n'|se|s'|font|pensent|\w+ (?:jamais|toujours|rien|que|pas))(?!\w)"
    ),
}


def _any_of(words: str) -> str:
    return "|".join(words.split()).replace("_", " ")


_WISHES: Mapping[Lang, str] = {
    "en": _any_of("""
        expect wish hope ask asking suggest propose it like love prefer good nice great important
        better sure so need want idea helpful happy
    """),
    "fr": _any_of("""
        attends attendons voudrais veux aimerais aime souhaite souhaiterais propose demande faut
        faudrait bien mieux utile important essentiel bon espere pour afin avant apres besoin
        sorte ce prefere super des quand envie d'accord normal chouette est-ce et lors pendant
    """),
}
"""What 'that', « que », begins a wish after."""

_BEFORE: Mapping[Lang, str] = {
    "en": _any_of("""
        if when once until before after unless whenever whatever whether so where wherever
        as_soon_as in_case to for with from between among of by at about on in around without
        towards? than as per off into near like via not could can should would may might shall
        will let let's do does are is have has did makes? helps? helping show showing teach
        teaching train training ask asking tell telling give giving invite inviting thanks? meet
        meeting support supporting welcome welcoming join call warn inform remind cover relieve
        see hear expect want need wish get bring send lend offer trust free save know spare owe
        involve include add coach mentor pair hope love happy remember more fewer less two three
        enough guide listen host drive email text update
    """),
    "fr": _any_of("""
        si s' quand lorsque lorsqu' des_que ou a de pour avec chez par entre sur contre sans vers
        envers parmi selon d' du des aux au dans comme en meme et aid\\w+ form\\w+ montr\\w+
        accueil\\w+ laisser laissons invit\\w+ remerci\\w+ demander demandez voir entendre ecouter
        prevenir previens rencontrer remplac\\w+ soulag\\w+ depann\\w+ soutenir soutiens rejoindre
        appeler inform\\w+ accompagn\\w+ associer impliquer propos\\w+ offr\\w+ apport\\w+
        envoy\\w+ envoie donn\\w+ explique\\w* appren\\w+ relay\\w+ consult\\w+ connaitre fais
        faire merci bravo je j' peux pourrais aimerais voudrais vais veux suis
    """),
}
"""Conjunctions, prepositions, and verbs of what is asked, given or done for others."""

_GOVERNED: Mapping[Lang, re.Pattern[str]] = {
    "en": re.compile(
        rf"(?:^that|(?:^|[\s(\"'])(?:(?:{_WISHES['en']}) that|{_BEFORE['en']}"
        r"|(?:show|tell|know|see|learn|explain|ask|understand)\w* (?:me |us )?"
        r"(?:how|what|where|why|which)))"
        r" (?:(?:all|both|any|even|also|maybe|please|the|our|my|other|new|only) )*$"
    ),
    "fr": re.compile(
        rf"(?:^(?:que|qu')|(?:^|[\s(\"'])(?:(?:{_WISHES['fr']}) (?:que|qu')|{_BEFORE['fr']}"
        r"|(?:montr|expliqu|dire|dis|savoir|voir|comprendre)\w* (?:comment|ce que|ou|pourquoi)))"
        r" ?(?:(?:tous|toutes|aussi|meme|a|de|peut-etre|les|des) )*$"
    ),
}
"""What others come after in a wish, a question or an offer, or as what is not spoken of."""
