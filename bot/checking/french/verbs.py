"""Which French verbs are no acts, and where a verb stands in a clause."""

import re

from bot.checking.french.conjugation import forms
from bot.checking.french.lists import STATES
from bot.checking.french.words import STEMS
from bot.checking.lemmas import is_finite, is_infinitive, is_word, may_be_finite
from bot.checking.lexicon import Kind, kinds, words_in

_PRONOUNS = words_in("ne n me m se s le la les lui leur y en nous vous pas plus a de")
_ARTICLES = words_in(
    "le la les un une mon ma mes notre nos leur leurs son sa ses ce cette ces chaque tous"
)
_OBJECT = _ARTICLES | words_in("lui deux trois toutes bien enfin pas")
_ADVERBIAL = words_in("# avant a au aux en sur pour")
_NO_SUBJECT = words_in("zero plus moins pas aucun aucune mieux que dans sur pour avec")
_BEFORE_A_NOUN = _ARTICLES | words_in("au aux du de des en")
_PLURAL = words_in("les mes nos leurs ces")
_DEGREES = words_in("plus moins tres enfin")
_ADVERBS = words_in("davantage souvent enfin plus moins mieux toujours")
_FARTHEST = 7
_SHORTEST_VERB = 3
_YEAR = 4


def opens_with_verb(words: str) -> bool:
    """Say whether a clause begins with a verb: an infinitive, an imperative, a dropped « je »."""
    tokens = words.split()
    at = next((n for n, word in enumerate(tokens) if word not in _PRONOUNS), None)
    if at is None:
        return False
    verb, after = tokens[at], tokens[at + 1 : at + 2]
    article = at > 0 and tokens[at - 1] in _ARTICLES and not is_word(verb, "fr")
    if is_infinitive(verb) and not article:
        return True
    return at == 0 and (
        is_finite(verb) or (may_be_finite(verb) and bool(after) and after[0] in _ARTICLES)
    )


def says_of_others(words: str) -> bool:
    """Say whether somebody else is said to act: « le bailleur refait la toiture »."""
    tokens = words.split()
    if opens_with_verb(words) or tokens[0] in _NO_SUBJECT:
        return False
    return _somebody(tokens) or _many(tokens) or _one(tokens)


def _somebody(tokens: list[str]) -> bool:
    """A name, and what it does or is: « Nadège plus motivée »."""
    if len(tokens) == 1 or is_word(tokens[0], "fr") or not tokens[0].isalpha():
        return False
    return is_finite(tokens[1]) or tokens[1] in _DEGREES


def _many(tokens: list[str]) -> bool:
    """A plural and its verb: « mes serveurs disent »."""
    plural = (is_finite(word) for word in tokens[1:] if word.endswith("ent"))
    return tokens[0] in _PLURAL and any(plural)


def _one(tokens: list[str]) -> bool:
    """A noun, its verb and what it takes: « le bailleur refait la toiture »."""
    first = 2 if tokens[0] in _ARTICLES else 1
    tokens = [word for word in tokens if word not in _ADVERBS]
    return any(
        tokens[at - 1] not in _BEFORE_A_NOUN and _acts(tokens[at], tokens[at + 1])
        for at in range(first, min(_FARTHEST, len(tokens) - 1))
    )


def resumes(before: str, after: str) -> bool:
    """Say whether the promise begins here, without a comma: « quand il râle lui répondre »."""
    told = before.split()
    happened = any(may_be_finite(word) for word in told[1:]) or "me sens " in before
    verb = next((word for word in after.split() if word not in _PRONOUNS), "")
    takes = told[-1] in _BEFORE_A_VERB or after.startswith(("de ", "a "))  # « peur de déplaire »
    return happened and not takes and is_infinitive(verb)


_BEFORE_A_VERB = words_in(
    "a de pour sans et ou ne pas me se le la les lui leur y en faire va vont doit doivent peut veut"
    " peuvent veulent je il elle on un une mon ma mes vient viennent vais dois que qui"
)


def _acts(verb: str, after: str) -> bool:
    """Say whether two words are a verb and what it takes."""
    if (
        len(verb) < _SHORTEST_VERB
        or verb in _ARTICLES | _PRONOUNS
        or is_infinitive(verb)
        or verb.endswith("ment")
    ):
        return False
    object_ = after in _OBJECT or (after.isdigit() and len(after) < _YEAR)
    named = after.isalpha() and len(after) > _SHORTEST_VERB and not is_word(after, "fr")
    object_ = object_ or named
    return (may_be_finite(verb) and object_) or (
        is_finite(verb) and (after in _ADVERBIAL or is_infinitive(after))
    )


KINDS = kinds(
    (
        (
            Kind.STATE,
            forms(STATES)
            | forms(
                "etre devenir vouloir esperer savoir croire sentir rester demeurer ecouter "
                "respecter accepter apprecier aimer valoriser responsabiliser motiver encourager "
                "soutenir inspirer federer rassurer assumer oser incarner relativiser "
                "positiver tolerer souhaiter preferer considerer accueillir redouter craindre"
                " connaitre "
                "kiffer ravaler embrasser adherer vivre paraitre sembler"
                " ressentir adorer detester "
                "estimer supporter endurer remotiver dedramatiser impatienter emporter"
                " affoler calmer "
                "patienter interesser impliquer investir affirmer depasser"
                " autoriser pardonner "
                "autonomiser humaniser bichonner reconnaitre"
                " meriter hair envier "
                "regretter complexer hesiter procrastiner perseverer epanouir murir braquer"
                " vexer crisper ressaisir detendre "
                "destresser temporiser moderer canaliser maitriser dominer rayonner vibrer"
                " complimenter-pas stresser inquieter angoisser paniquer enerver douter"
                " "
                "culpabiliser flipper juger craindre "
            )
            - forms("accueillir")
            - {"est", "sens"},
        ),
        (
            Kind.MENTAL,
            forms(
                "penser reflechir songer comprendre prioriser mediter imaginer oublier retenir "
                "anticiper hierarchiser souvenir projeter visualiser ruminer cogiter"
                " digerer concentrer focaliser recentrer repenser envisager realiser"
                " "
                "conscientiser interroger"
            )
            - forms("interroger"),
        ),
        (
            Kind.DEVELOPMENT,
            forms(
                "alleger ameliorer developper progresser apprendre grandir evoluer renforcer"
                " optimiser "
                "travailler bosser plancher collaborer cooperer gerer manager piloter"
                " adapter cultiver "
                "favoriser entretenir simplifier fluidifier perfectionner approfondir"
                " structurer rationaliser moderniser solidifier consolider booster "
                "apaiser pacifier harmoniser professionnaliser "
                "deployer dynamiser gagner"
            )
            - forms("gagner deployer piloter")
            - {"entretiens"},
        ),
        (Kind.DECISION, forms("valider approuver decider")),
        (
            Kind.LIGHT,
            forms(
                "lacher avoir faire prendre ramener remonter monter descendre porter passer"
                " signer realiser limiter redonner donner accueillir mettre montrer garder"
                " tenir laisser apporter creer "
                "trouver accorder offrir instaurer adopter porter preter chercher "
                "conserver assurer manifester demontrer veiller"
            ),
        ),
        (
            Kind.SCALE,
            forms("augmenter reduire diminuer accroitre maximiser minimiser"),
        ),
        (
            Kind.OUTCOME,
            forms(
                "atteindre baisser doubler tripler gagner remporter "
                "reussir obtenir depasser fideliser exploser pulveriser decrocher"
                " maintenir "
                "conserver vendre redresser"
            )
            | {"vendre", "vends", "vendrai"},
        ),
    )
)

INFINITIVE = re.compile(
    rf"(?:(?:me|lui|leur|y|en) |[ml]')?(?:{STEMS}\w*(?:er|ir|re|oir)|\w{{3,}}(?<!i)er|etre|avoir"
    r"|faire)\b"
)
