"""Whether a line speaks of somebody by a role that only one person has: 'my manager'."""

import re

from bot.feedback.privacy_hint import LEXICONS

NEAR = 40
"""Characters looked at after a role."""


def names_a_role(line: str) -> bool:
    """Say whether a line without accents speaks of one person by their role."""
    said = re.sub(r"'s\b", " 's", line.lower())
    roles = (found for words in LEXICONS.values() for found in words.role.finditer(said))
    if _NEWCOMER.search(said) or _ONLY.search(said) or _PLACED.search(said):
        return True
    return any(_of_one(found) for found in roles)


def is_somebody(found: re.Match[str]) -> bool:
    """Tell a role from a word that is written like one without its accent: « la charge »."""
    after = found.string[found.end() : found.end() + NEAR]
    if found[0].endswith("charge"):
        return bool(_CHARGED.match(after))
    if found[0].endswith("cadre") and not found[0].startswith(("la ", "ma ", "une ", "cette ")):
        return False
    return not _TOPIC.match(after)


def _of_one(found: re.Match[str]) -> bool:
    """Tell 'my manager' from 'a manager', from 'he', and from 'the manager training'."""
    first, *within = found[0].split()
    if _IDIOM.search(found.string[: found.end()]):
        return False
    if first in _ANY or _PRONOUN.fullmatch(found[0]):
        return False
    if "head of " in found[0]:
        return True
    between = {first.removeprefix("l'"), *within[:-1]}
    return is_somebody(found) and not _BREAKS & between


_ANY = frozenset(
    {"a", "an", "one", "un", "une", "new", "somebody", "someone", "quelqu'un", "quelqu'une"}
)
_IDIOM = re.compile(r"\b(?:tak(?:e|es|ing)|in) the lead$")
_CHARGED = re.compile(
    r" (?:de|d'|des|du) ?(?:mission|projets?|communication|recrutement|clientele|comptes?|affaires"
    r"|formation|etudes|production|developpement)\b"
)
_PRONOUN = re.compile(r"he|she|him|her|his|elle|lui|(?:qu'|s')?il")
_TOPIC = re.compile(
    r" (?:(?:review|meeting|training|guide|role|tool|portal|handbook|update|day|course|session"
    r"|experience|feedback|dashboard|rota|list|account)s?|on (?:call|duty)|in charge"
    r"|of the (?:day|week|month)|de chaque|d'astreinte|du jour|de garde|de permanence|par)\b"
)
_BREAKS = frozenset(
    {
        *("a", "an", "any", "every", "each", "and", "or", "to", "of", "for", "with", "no", "by"),
        *("equipe", "direction", "offre", "politique", "action", "activite", "proposition"),
        *("relation", "strategie", "visite", "pression", "contrat", "cellule", "reunion"),
    }
)
"""What stands between 'the' and a role that it does not belong to: « l'équipe commerciale »."""

_NEWCOMER = re.compile(
    r"\b(?:the|our|my|that|this|their) (?:(?:new|newest|young|youngest|old|oldest|other|tall|quiet"
    r"|loud|only) )*(?:guy|girl|man|woman|lady|bloke|kid|dude|chap|lad|newbie|rookie"
    r"|newcomer|youngest|oldest)\b(?! (?:pack|kit|guide))"
    r"|\b(?:the|our|my) new(?:est)? (?:hire|joiner|starter|recruit)\b(?! (?:pack|kit|guide))"
    r"|\b(?:the|our|my|their|this) (?:(?:team|shift|line|group|project|section|unit|floor) )?"
    r"(?:leader|scrum master|product owner|chief)\b"
    r"|\btheir (?:manager|assistant|director|intern|deputy)\b|\b(?:boss|bosses|big chief)\b"
    r"|\b(?:le|la|notre|ce|cette|mon|ma) (?:petite?|jeune|derniere?|tout|toute) "
    r"(?:nouveau|nouvelle|arrivee?|jeune)\b"
    r"|\b(?:le|au|du|ce|notre) (?:nouveau|nouvel arrivant)"
    r"(?= (?:qui|doit|devrait|a|est|n'|ne|pourrait|merite|fait|comprend|pose)\b|$)"
    r"|\b(?:la|cette|notre) (?:nouvelle|nouvelle arrivante)"
    r"(?= (?:qui|doit|devrait|a|est|n'|ne|pourrait|merite|fait|comprend|pose)\b|$)"
    r"|(?:\b(?:le|la|ce|cette) |\bl')(?:gars|mec|dame|bonhomme|gamine?|fille|garcon|homme|femme"
    r"|doyenne?|benjamine?)(?: (?:de|du|des|qui)\b| d'|$)"
    r"|\bleur (?:chef|cheffe|responsable|manager|directeur|directrice|assistante?|stagiaire)\b"
    r"|^(?:chef|cheffe|patron|patronne)\b(?! de projet)|\b(?:big boss|n\+[12])"
)
"""What those words leave out."""

_PLACED = re.compile(
    r"\b(?:the (?:one|person|colleague)|whoever) (?:who (?!is on\b|has\b)|next to|beside"
    r"|opposite|near|behind|across|by|sits?|sat|took|ate|left|stole|parked)\b"
    r"|\bla personne (?:qui (?!est d'astreinte|est de|a\b)|a cote|en face|pres|au bout|derriere"
    r"|du bureau|de l'accueil)"
    r"|\b(?:celui|celle) (?:qui fait|qui s'occupe|du bureau|d'a cote|de l'accueil)\b"
)
"""'The person next to the printer', whom everybody knows."""

_ONLY = re.compile(
    r"\b(?:the|our|my) (?:head ?teacher|headmaster|headmistress|dean|librarian|caretaker|janitor"
    r"|foreman|mayor|president|treasurer|matron|warden|pharmacist|physio|psychologist|bursar"
    r"|head chef|sous-chef|porter|storekeeper|switchboard operator)\b"
    r"|(?:\b(?:le|la|notre|au|du) |\bl')(?:proviseure?|doyenne|contremaitre(?:sse)?|concierge"
    r"|gardien(?:ne)?|bibliothecaire|documentaliste|standardiste|econome|intendante?|maire|prefete?"
    r"|presidente?|tresorier|tresoriere|gerante?|pharmacien(?:ne)?|psychologue|kine|cuisinier"
    r"|cuisiniere|surveillante|infirmier en chef|chef d'atelier)\b"
    r"|\b(?:le|la) principale? (?:qui|doit|devrait|pourrait|a|ne|nous|passe)\b"
    r"|\b(?:le|la|notre) petite? (?:jeune|de l'|du|de la)\b"
)
"""A role of which a place has one."""
