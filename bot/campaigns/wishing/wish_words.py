"""The words people use for the terms of a campaign, in both languages; `wishes` reads them.

All patterns match plain text. A number is a figure, or a word up to twelve.
"""

import re
from collections.abc import Mapping

from bot.campaigns.wishing.first_days import WEEKDAYS, any_of
from bot.people import Pace

_COUNTED = (
    *("a an one un une", "two deux", "three trois", "four quatre", "five cinq", "six"),
    *("seven sept", "eight huit", "nine neuf", "ten dix", "eleven onze", "twelve douze"),
)
NUMBERS: Mapping[str, int] = {
    **{word: n for n, words in enumerate(_COUNTED, 1) for word in words.split()},
    "quinze": 15,
    "thirty": 30,
    "trente": 30,
}

_N = rf"(?<!\d[.,/-])\b(?P<n>\d{{1,3}}|{any_of(NUMBERS)})"
_WEEKS = r"(?:weeks?|wks?|semaines?|sem)\b"
_TWO, _FOUR = r"(?:2|two|deux)", r"(?:4|four|quatre)"
_EVERY = r"\b(?:every|each|toutes les|tous les|chaque)"
_ONCE = r"\b(?:once|one session|une fois|une seance|un message) (?:an?|per|par)"

PACES: Mapping[Pace, re.Pattern[str]] = {
    "fortnightly": re.compile(
        rf"(?:{_EVERY} (?:{_TWO}|other|second) {_WEEKS}|{_EVERY} (?:fortnight|quinzaine)"
        rf"|{_EVERY} (?:14|15|quinze) (?:days|jours)|\b(?:1|une) semaine sur {_TWO}"
        rf"|{_ONCE} (?:fortnight|quinzaine)|\bfortnightly|\bbi-?weekly|\bbi-?mensuel\w*)\b"
    ),
    "monthly": re.compile(
        rf"(?:{_EVERY} (?:month|mois|{_FOUR} {_WEEKS})|{_ONCE} (?:month|mois)|\bmonthly"
        r"|\bmensuel\w*)\b"
    ),
    "weekly": re.compile(
        rf"(?:{_EVERY} (?:weeks?|semaines?|{any_of(WEEKDAYS)}s?)|{_ONCE} (?:week|semaine)"
        r"|\bweekly|\bhebdo\w*)\b"
    ),
}

WAVES = re.compile(rf"(?:\b(?:in|over|with|en|sur|avec) )?{_N}[ -](?:waves?|vagues?)\b")

APART = (
    re.compile(
        rf"{_N} {_WEEKS} (?:apart|between (?:them|waves)|d'(?:ecart|intervalle)"
        r"|entre (?:elles|les vagues))\b"
    ),
    re.compile(rf"\bespacees? (?:de|d') ?{_N} {_WEEKS}"),
)

_SHARE = r"(?: (?:of|on|with|at|a|de|sur|avec|share|group|groupe))*[ :=]*"
_OF_ALL = r"(?: (?:of|des|de) (?:(?:the|all|our|les|nos) )?(?:teams|people|equipes|personnes)\b)?"
PILOTS = (
    re.compile(
        rf"(?:\bpilote?s?\b{_SHARE})?(?<![\d.,])(?P<n>\d{{1,3}}) ?(?:%|percent\b|per cent\b"
        rf"|pour ?cent\b){_OF_ALL}(?: (?:(?:as a|en) )?pilote?s?\b)?"
    ),
    re.compile(rf"\bpilote?s?\b{_SHARE}(?P<n>\d{{1,3}})\b(?= *(?:$|[;,]))"),
)

WEEKS_IN: Mapping[str, tuple[int, int]] = {
    "days?|jours?": (1, 7),
    "weeks?|wks?|w|semaines?|sem": (1, 1),
    "fortnights?|quinzaines?": (2, 1),
    "months?|mois": (13, 3),
    "quarters?|trimestres?": (13, 1),
}
"""Units of duration, and the weeks in one as a fraction."""

DURATIONS: Mapping[str, re.Pattern[str]] = {
    unit: re.compile(
        r"(?:\b(?:for|during|over|lasting|pendant|durant|sur|pour) )?"
        rf"(?<!\bin )(?<!\bdans )(?<!\bwithin )(?<!\bsous )(?<!d'ici ){_N}[ -]?(?:{unit})\b"
        r"(?! (?:from now|ago)\b)"
    )
    for unit in WEEKS_IN
}

QUOTED = re.compile(
    r"(?:\b(?:named|called|name|titled|nommee?|appelee?|intitulee?|nom)[ :]*)?"
    '["“”«] ?(?P<name>[^"“”«»]{1,100}?) ?["“”»]'
)

UNKNOWN = re.compile(r"(?<![^\W_])[#@](?P<name>[^\s;,\"'#@]*[^\W_])")
"""A channel or group that is named but was not understood by the platform."""

FILLERS = (
    "a about again and at au aux avec bonjour campagne campagnes campaign campaigns can canal "
    "canaux channel channels coach coaching coachs create creer d dans de debut debute debuter "
    "demarrage des du duration duree during each en equipe equipes et every faire for from "
    "group groupe groupes hello hey hi i in je l la lance lancer launch le les lets like make "
    "merci my new next nouveau nouvel nouvelle of on one our over pace par partir pendant "
    "people plan please pls pour run rythme s send start starting starts stp sur svp team teams "
    "thanks the theme themes to topic topics un une us user voudrais vous want we with would y"
)
"""Words that say nothing beyond what was understood."""
