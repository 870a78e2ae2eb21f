"""Of whom a line speaks, plain: the others, some of them, those who are spoken to, all.

The writer and 'we' (« on ») are left out: everybody may judge themselves.
"""

import re
from collections.abc import Mapping

from bot.language import Lang
from bot.lines.trades import TRADES

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
    r"|the (?!whole|entire|same)\w+ (?:shift|team|crew|department|office|side|lot|crowd)"
    rf"|(?:the|those|these|our|all) (?:(?!same)\w+ )?{TRADES['en']})"
)
_BARE_EN = r"(?:some|others|many|most)"
_OFFICE_EN = (
    r"(?:whoever|(?:upper |senior |top )?management|leadership|head office|headquarters|hq|hr"
    r"|accounting|several|a few)"
)
_HERE_EN = (
    r"(?: (?:here|around here|on (?:the|this|our) (?:other )?\w+"
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
    rf"|(?:les|ces|nos|vos|mes) {TRADES['fr']}(?: (?:du|de la|de l'|des|d'en) ?(?:haut|\w+))?"
    r"|(?:un|une|mon|ma) (?:collegue|equipiere?)|quelques[- ]une?s|les autres|quelqu'une?"
    r"|(?:celui|celle|ceux|celles) qui|l'equipe (?:de |du |d')(?!projet)\w+)"
)
_OFFICE_FR = r"(?:la (?:compta|direction|hierarchie|paie|logistique|rh)|le siege|les rh)"
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

_GROUPS_EN = (
    r"(?:nobody|no one|no-one|not one of \w+|none of (?:us|you|them)|hardly anyone"
    r"|not every(?:one|body)|the (?:\w+ )?ones|people (?:from|in|on|upstairs) (?:the \w+)?)"
)
_GROUPS_FR = (
    r"(?:personne|aucun d'entre \w+|l'equipe|le groupe|cette equipe|ce groupe"
    r"|(?:il )?y en a(?: qui)?)"
)
_PLURAL_EN = rf"(?:{TRADES['en']}(?<!staff)(?<!people)|sales|finance|leaders|adults)"
_PLURAL_FR = rf"(?:(?:des|d'autres) {TRADES['fr']})"
_IT_FR = (
    r"^il(?! (?:y|n'y|ne (?:faut|manque|reste|s'agit|suffit)"
    r"|(?:ne |nous |vous |me )?(?:il )?(?:faut|faudrait|faudra)|s'agit|parait|m'"
    r"|(?:nous|me) (?:reste|manque|faut)|suffi(?:t|rait)|manque|conviendrait|convient|serait"
    r"|va falloir|vaut|vaudrait|semble|arrive|existe|reste|fait|est (?:\w+ ){1,3}(?:de|que|d'|qu')"
    r"|est temps)\b)"
)
"""« Il » that is somebody."""

OTHERS: Mapping[Lang, re.Pattern[str]] = {
    "en": re.compile(
        r"(?<![\w'-])(?:(?P<to>you(?: all| guys| lot)?|u)"
        r"|(?:^|(?<=i think )|(?<=i feel ))(?:they|he|she)"
        rf"|{_OF_EN}|{_GROUPS_EN}|{_OFFICE_EN}|(?P<bare>{_BARE_EN}|{_PLURAL_EN})){_HERE_EN} "
    ),
    "fr": re.compile(
        rf"(?<![\w'-])(?:(?P<to>tu|(?<!il )vous)|^(?:ils|elles|elle)|{_IT_FR}"
        rf"|{_OF_FR}|{_GROUPS_FR}|{_OFFICE_FR}|(?P<bare>{_BARE_FR}|{_PLURAL_FR})){_HERE_FR} "
    ),
}
"""Others, wherever they may be spoken of; `bare`: a noun may follow, as in 'some tools'.

`to`: those who are spoken to. A pronoun counts at the beginning only: later it may stand for a
tool.
"""

APART: Mapping[Lang, tuple[re.Pattern[str], str]] = {
    "en": (re.compile(r"\b(they|you|u)re\b"), r"\1 are"),
    "fr": (re.compile(r"\bt'? ?es\b"), "tu es"),
}
"""What a thumb writes in one word."""
