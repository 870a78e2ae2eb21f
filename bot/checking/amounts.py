"""Whether one can tell afterwards that it was done: numbers, deliverables, open amounts."""

import re

from bot.checking.clauses import MARK
from bot.checking.lexicon import Lexicon

_COMPANY = re.compile(
    r"\b(?:\d+ (?:ans|annees|mois)|\w+ ans) (?:que|de (?:metier|maison|boite|carriere|service"
    r"|terrain))\b|\b20\d\d(?:/\d+)?\b|\b24 ?h? ?(?:/|sur) ?(?:7|24)\b|\b7 ?(?:j|jours)? ?/ ?7\b"
    r"|\b(?:floor|year|yr|line|room|rooms|phase|level|lift|block|ward|unit|building|batch|version"
    r"|sprint|step|grade|stage|tier|zone|platform|gate|dock|bay|press|site|plant|shift|tower|store"
    r"|branch|terminal|page|ligne|salle|etage|niveau|lot|poste|quai|bloc|presse|machine|magasin"
    r"|secteur|porte|hall|depot|batiment) \d+"
    r"|\b(?:team|group|equipe|groupe|crew|staff) (?:of|de) \d+|\b\d+[- ](?:person|strong"
    r"|personnes?)"
)
_KNOWN = re.compile(
    r"\b(?:the|my|our|all|these|those|your|his|her|mes|les|aux|des|nos|ces|leurs|ses) "
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|six"
    r"|sept|huit|dix)\b"
)
_WHICH = re.compile(
    r"(?:\b(?:the|my|our|your|his|her|their|les|mes|nos|ses|leurs)"
    r"|\d|two|three|deux|trois) $"
)
_NEGATED = re.compile(
    r"\b(?:no longer|not|never|stop|avoid|without|ne|pas|jamais|arrete\w*|sans|evite\w*)\b"
)
_ANYBODY = frozenset({"people", "folks", "les gens", "des gens"})
_PERCENT = re.compile(r"[+-]?\d+ ?(?:%|percent|pct|pour cent)")


def counted(words: str, lexicon: Lexicon, *, known: bool, intensified: bool) -> bool:
    """Say whether a number measures something.

    Args:
        words: the words of the promise.
        lexicon: its language.
        known: 'the 12 new ones' only tell who is meant.
        intensified: a percentage only underlines an attitude.
    """
    words = _COMPANY.sub(MARK, words)
    if intensified:
        words = _PERCENT.sub(MARK, words)
    if known:
        words = _KNOWN.sub(MARK, words)
    return bool(lexicon.amounts.number.search(words))


def open_amount(words: str, lexicon: Lexicon) -> str | None:
    """Return the words that leave an amount open, such as 'more'; None if there are none."""
    closed = lexicon.amounts.closed_amount.sub(MARK, words)
    undone = _NEGATED.search(closed)
    found = lexicon.amounts.open_amount.search(closed)
    if found is None or (undone and found[0] in _ANYBODY):
        found = None if undone else lexicon.amounts.bare_plural.search(closed)
    return found[0] if found else None


def delivered(words: str, lexicon: Lexicon) -> bool:
    """Say whether a deliverable stands there that is not itself the open amount."""
    return not lexicon.amounts.graded.search(words) and any(
        found.start() > 0
        and not (found[0].endswith("s") and not _WHICH.search(words[: found.start()]))
        and not lexicon.amounts.inside.search(words[: found.start()])
        and open_amount(words[max(0, found.start() - 24) : found.end() + 2], lexicon) is None
        and not lexicon.amounts.open_amount.search(words[max(0, found.start() - 24) : found.end()])
        for found in lexicon.amounts.deliverable.finditer(words)
    )
