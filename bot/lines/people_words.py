"""Of whom a line speaks, plain: the others, some of them, those who are spoken to, all.

The writer and 'we' (« on ») are left out: everybody may judge themselves.
"""

import re
from collections.abc import Mapping

from bot.language import Lang

_TO_EN = (
    r"(?:(?<!if )(?<!when )(?<!unless )(?<!whenever )(?:you(?: lot| guys| people| all)?|y'?all"
    r"|ur?|ya|your(?= (?:so|too|just|all|always|never|such)\b))"
    r"|(?:your|their|his|her) (?:work|attitude|behaviou?r|manners?|tone|way of \w+)"
    r"|everyone|everybody)"
)
_SOME_EN = "some|certain|other|most|many|several|a few|few"
_OF_EN = (
    rf"(?:(?:{_SOME_EN}|half|all|both|one|none|two) of (?:you|us|them|the (?:team|group|staff"
    r"|others)|this team|our team|my colleagues)|half (?:the|this|our) (?:team|office|group)"
    rf"|(?:{_SOME_EN}|these|those|the other|my|our|the)(?: \w+)? (?:people|colleagues|folks"
    r"|members|teammates|coworkers|persons|guys|managers|bosses|men|women)"
    r"|(?:a|one|my) (?:colleague|coworker|co-worker|teammate|person)|(?:some|certain) ones"
    r"|the others|the rest of (?:you|them|the team)|someone|somebody|people|those who|colleagues"
    r"|the (?!whole|entire|same)\w+ (?:shift|team|crew|department|office))"
)
_BARE_EN = r"(?:some|others|many|most)"
_OFFICE_EN = r"(?:whoever|management|hr|accounting|several|a few)"
_HERE_EN = (
    r"(?: (?:here|around here|on (?:the|this|our) \w+"
    r"|in (?:here|this (?:team|office|place)|(?:the|our) (?:team|office))))*(?: who)?"
)

_TO_FR = (
    r"(?:(?<!si )(?<!quand )(?<!lorsque )(?:tu|vous(?: tous| toutes)?)"
    r"|(?:votre|ton|ta|leur) (?:travail|boulot|attitude|comportement|ton|(?:facon|maniere) de \w+)"
    r"|tout le monde)"
)
_OF_FR = (
    r"(?:(?:certaine?s|quelques|plusieurs|beaucoup de|la plupart des|trop de|les autres|ces|mes"
    r"|des|vos|les|tous les|tous mes|d'autres|la moitie des|une partie des)(?: \w+)?"
    r" (?:personnes|collegues|gens|equipiers|managers|chefs|responsables|membres|anciens|jeunes"
    r"|nouveaux)"
    r"|(?:la plupart|la moitie|une partie|certaine?s|beaucoup|plusieurs|aucune?|quelques-une?s"
    r"|l'une?) d'entre (?:vous|nous|eux|elles)|(?:la moitie|une partie|le reste) de l'equipe"
    r"|(?:un|une|mon|ma) (?:collegue|equipiere?)|quelques[- ]une?s|les autres|quelqu'une?"
    r"|(?:celui|celle|ceux|celles) qui|l'equipe (?:de |du |d')(?!projet)\w+)"
)
_OFFICE_FR = r"(?:la (?:compta|direction|hierarchie|paie|logistique|rh)|les rh)"
_BARE_FR = r"(?:certaine?s|d'autres|plusieurs|beaucoup)"
_HERE_FR = r"(?: d'ici| ici| dans (?:cette|l'|notre) ?(?:equipe|service|bureau))*(?: qui)?"


def _any(*parts: str) -> re.Pattern[str]:
    kinds, here = "|".join(parts[:-1]), parts[-1]
    return re.compile(rf"(?<![\w'])(?:{kinds}){here}(?!\w)")


PEOPLE: Mapping[Lang, re.Pattern[str]] = {
    "en": _any(_TO_EN, "they", _OF_EN, _BARE_EN, _OFFICE_EN, _HERE_EN),
    "fr": _any(_TO_FR, "(?:s'|qu')?(?:ils|elles)", _OF_FR, _BARE_FR, _OFFICE_FR, _HERE_FR),
}
"""Whoever may be judged."""

_JOINED_EN = r"(?:[.!?;:,] |\b(?:and|but|because|since) )"
_JOINED_FR = r"(?:[.!?;:,] |\b(?:et|mais|car|parce que|alors que|sauf que) )"
TOLD: Mapping[Lang, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:(?P<to>^(?:you|u)(?: all| guys| lot)?)|^they"
        rf"|(?:^|{_JOINED_EN})(?:he|she|{_OF_EN}|(?P<bare>{_BARE_EN})){_HERE_EN}) "
    ),
    "fr": re.compile(
        r"(?:(?P<to>^(?:tu|vous))|^(?:ils|elles|elle"
        r"|il(?! (?:y|n'y|(?:ne |nous |vous |me )?(?:il )?(?:faut|faudrait|faudra)"
        r"|s'agit|parait|m'|(?:nous|me) (?:reste|manque)"
        r"|suffi(?:t|rait)|manque|conviendrait"
        r"|convient|serait|va falloir|vaut"
        r"|vaudrait|semble|arrive|existe|reste|est (?:\w+ ){1,3}(?:de|que|d'|qu')|est temps)\b))"
        rf"|(?:^|{_JOINED_FR})(?:{_OF_FR}|(?P<bare>{_BARE_FR})){_HERE_FR}) "
    ),
}
"""Others as the subject of a clause; `bare`: a noun may follow, as in 'some tools'.

`to`: those who are spoken to. A pronoun counts at the beginning only: later it may stand for a
tool.
"""

APART: Mapping[Lang, tuple[re.Pattern[str], str]] = {
    "en": (re.compile(r"\b(they|you|u)re\b"), r"\1 are"),
    "fr": (re.compile(r"\bt'? ?es\b"), "tu es"),
}
"""What a thumb writes in one word."""
