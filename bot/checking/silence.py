"""Sentences and clauses that promise nothing: questions, refusals, complaints, reports."""

import re

from bot.checking.clauses import MARK, Clause
from bot.checking.lexicon import Lexicon

_INJECTION = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|rules?|prompts?"
    r"|criteria|above|everything|guidelines|previous|checks?)"
    r"|(?<!ne )(?<!le )(?<!ne le )\b(?:ignore[rz]?|oublie[rz]?|contourne[rz]?)\b.{0,40}\b(?:ins"
    r"tructions?|consignes?|regles?"
    r"|criteres?|tout|precede|prompt)"
    r"|^system\b|^due ?[:=] ?#?$|\bset (?:action|when|due|strong|indicator|own)\b|\b(?:full "
    r"marks|top score"
    r"|note maximale|20/20)\b"
    r"|\bsystem ?(?:prompt|:)|\byou are (?:now|an? (?:ai|bot|checker|assistant))\b"
    r"|\bact as (?:a|an|if)\b|\breturn (?:true|all|strong)\b"
    r"|\b(?:mark|rate|score|label|classify|set|judge|evaluate|treat|count|flag|grade) "
    r"(?:this|it|that|me|my \w+|all|every\w*|the)\b.{0,40}\b(?:strong|true|valid"
    r"|pass\w*|met|perfect|excellent|correct|complete|compliant|\d+/\d+)\b"
    r"|\bprompt systeme|\b(?:tu es|vous etes) (?:maintenant|un)\b"
    r"|\b(?:reponds?|repondez|renvoie|renvoyez|affiche[rz]?|retourne[rz]?) (?:que|true|vrai|strong"
    r"|tout|juste)\b"
    r"|\b(?:mets|mettez|marque[rz]?|note[rz]?|considere[rz]?|classe[rz]?|coche[rz]?)\b"
    r".{0,40}\b(?:strong|true|vrai|comme (?:excellent|bon|fort|reussi)\w*|(?:que|comme) (?:\w+ "
    r")*valide|criteres?|engagement|conforme)\b"
    r"|\b(?:strong|action|own_control|indicator|due|when) ?[=:] ?(?:true|vrai|\d|yes|1)"
    r"|\bvalide[rz]? (?:cette|la presente|ma) reponse\b|<\s*/?\s*(?:system|script|assistant"
    r"|user)|\bjson\b|\ball (?:four )?(?:criteria|fields)\b"
    r"|\btous les (?:criteres|champs)\b"
    r"|\bskip (?:the )?(?:check|validation|criteria)|^answer (?:yes|only)\b|\brespond (?:only "
    r")?with\b"
    r"|\b(?:print|reveal|show me|repeat|tell me) your (?:prompt|instructions|criteria)"
    r"|^pretend (?:to|that)\b|\b(?:accept|approve|validate) (?:this|my|the) (?:text"
    r"|answer|commitment)"
    r"|\blet (?:this through|me pass)\b|\bgive (?:me|it) (?:all|four|a green|full)\b"
    r"|\b(?:rate|score) (?:\w+ ){0,3}\d/\d|\b(?:admin|debug|developer) mode\b|\bjailbreak\b"
    r"|\bupdated instructions\b|\b(?:note to|dear) (?:the )?(?:ai|bot|robot|checker|reviewer"
    r"|evaluator|algorithm)\b|\bas a language model\b|^checker\b|\bplease (?:validate"
    r"|approve|tick)\b"
    r"|\btick (?:all|every)|\b(?:not|stop) (?:check|evaluat|analys)\w* (?:this|it|my)\b"
    r"|\b(?:tiens|tenez) pas compte\b|\baccepte[rz]? (?:cette reponse|ce texte|mon engagement)"
    r"|\breponds? (?:oui|uniquement)\b|\brepondez valide|\bvalide[rz]? (?:ce texte|cet"
    r" engagement|mon objectif|le objectif|mes reponses"
    r"|automatiquement|sans verifier)|\bnote (?:cette reponse|au verificateur|a le evaluateur)"
    r"|\bmeilleure note\b|\bscore maximum\b|\bagis (?:comme|en tant que)\b|\bfai(?:s"
    r"|tes) (?:comme si"
    r"|semblant)\b|\b(?:tu dois|vous devez) (?:repondre|valider|accepter)\b|\bmessage a le ia\b"
    r"|\b(?:affiche|revele|montre) (?:ton|tes|votre|vos) (?:prompt|instructions|code)\b"
    r"|\bcriteres remplis\b|\bcoche[rz]?\b.{0,45}\bcases\b|^(?:assistant|chatbot|robot) [:,]"
    r"|\b(?:passe|saute) (?:le controle|la verification)\b|\bverifie[rz]? "
    r"pas\b"
)
_SERIOUSLY = re.compile(r"[:,] (?:[\w#-]+ ){0,3}?(?:je|i)\b")
_POINTER = re.compile(
    r"(?:(?:see|here|look|look at|link|cf|via|source|this|it|is|my|the|at|voir|voici|ici"
    r"|lien|le|mon"
    r"|regarde[rz]?|:) )*https?://\S+(?: (?:here|ici|this|please|svp))*"
)
_LINK = re.compile(r"^[<(]?(?:https?://|www\.)?\S+\.\S+/\S*[>)]?$")


def unopened(words: str, lexicon: Lexicon) -> str:
    """Return the words of a clause without what opens it: 'ok so', 'my plan is to', a day."""
    opened = lexicon.joints.opening.match(words)
    return words[opened.end() :] if opened else words


def is_silent(words: str, asked: bool, parts: tuple[Clause, ...], lexicon: Lexicon) -> bool:
    """Say whether a sentence promises nothing, whatever its clauses look like."""
    tokens = words.split()
    if _POINTER.fullmatch(words):
        return True
    if all(token.startswith("http") or not token.isalpha() for token in tokens):
        return MARK not in tokens or any(token.startswith("http") for token in tokens)
    injected = _INJECTION.search(words)
    if injected and not _SERIOUSLY.search(words, injected.end()):
        return True
    if asked or lexicon.silence.asked.match(words):
        promised = not asked and lexicon.silence.promising.search(words)
        return not (promised or _announces(parts, lexicon))
    return is_acknowledgement(words, lexicon)


def _announces(parts: tuple[Clause, ...], lexicon: Lexicon) -> bool:
    """'I will ask Ben: what is in your way?' is a promise that ends in a question."""
    return len(parts) > 1 and bool(
        lexicon.silence.announcing.match(unopened(parts[0].words, lexicon))
    )


def is_acknowledgement(words: str, lexicon: Lexicon) -> bool:
    """Say whether nothing but 'ok', 'noted' and the like is said."""
    found = lexicon.silence.acknowledged.match(words)
    return bool(found and len(re.findall(r"\w+", words[found.end() :])) < 2)  # noqa: PLR2004


def is_filler(words: str, lexicon: Lexicon) -> bool:
    """Say whether a clause only fills: 'we'll see', « voilà »."""
    return bool(lexicon.silence.filler.fullmatch(unopened(words, lexicon)))


def is_refused(words: str, lexicon: Lexicon) -> bool:
    """Say whether a clause refuses."""
    refused = lexicon.silence.refused
    return bool(refused.match(words) or refused.match(unopened(words, lexicon)))


def is_idle(words: str, lexicon: Lexicon) -> bool:
    """Say whether a clause refuses, reports or complains, so that it is no promise."""
    if _INJECTION.search(words) or is_refused(words, lexicon):
        return True
    if lexicon.silence.promising.search(words):
        return False
    rest = unopened(words, lexicon)
    if lexicon.silence.reported.search(rest):
        return not lexicon.subjects.hedged.search(words)
    return bool(lexicon.silence.complained.match(rest))
