"""'Tom will send it' as what the writer can do: 'ask Tom to send it', in their own words.

A request is proposed only where the text says who and what; nothing is added. French needs the
infinitive of what the other is to do: it is known for common verbs, else nothing is proposed.
"""

import re

from bot.checking.english.verbs import VERB
from bot.language import Lang


def own_part(action: str, lang: Lang) -> str | None:
    """Return the action as a request to the person it speaks of; None where it cannot be told."""
    asked = _asking(action) if lang == "en" else _demanding(action)
    return None if asked is None or _STATE.search(asked) else asked


_STATE = re.compile(
    r"\bask .{1,60}? to (?:not )?(?:be|feel|become|stay|trust|improve|know|understand|want)\b"
    r"|\bdemand\w+ .{1,60}? (?:de |d['’])(?:ne pas )?(?:être|devenir|se sentir|rester|avoir"
    r"|améliorer"
    r"|comprendre|savoir|vouloir)\b",
    re.IGNORECASE,
)
"""To ask somebody to be otherwise is no request."""


_A = "['’]"
_WORD = rf"[\w{_A[1:-1]}-]+"
_DETERMINED = rf"(?:my|the|our|his|her) (?:{_WORD} )??{_WORD}"
_SOMEBODY = rf"(?:(?-i:[A-Z]{_WORD}(?: and [A-Z]{_WORD})?)|{_DETERMINED})"
_NOBODY = re.compile(
    r"(?:i|we|it|this|that|there|these|those|everything|nothing|what|who|you|let|please|and"
    r"|but)\b"
    r"|(?:my|our|the) (?:goal|plan|aim|next|commitment|step|focus|priority|objective)\b",
    re.IGNORECASE,
)
_OBJECT = {"he": "him", "she": "her", "they": "them"}

_PUSH = re.compile(
    rf"\b(get|push|force|convince|persuade|oblige|tell) ({_SOMEBODY}|him|her|them) to (?=\w)",
    re.IGNORECASE,
)
_ENSURE = re.compile(
    rf"\b(?:make sure|ensure|see to it)(?: that)? ({_SOMEBODY}|he|she|they) (will )?({_WORD})",
    re.IGNORECASE,
)
_WILL = re.compile(
    rf"(?:^|(?<=, ))({_SOMEBODY}|he|she|they) (?:will|must|shall|should|ha(?:s|ve) to|needs? to"
    rf"|(?:is|are) going to) (?=\w)",
    re.IGNORECASE,
)
_DOES = re.compile(rf"(?:^|(?<=, ))({_SOMEBODY}|he|she) ({_WORD}s)\b", re.IGNORECASE)
_MORE_ACTS = re.compile(r"(?:accept|agree|approve|validate|respect|improve|react|find|learn)$")


def _asking(action: str) -> str | None:
    pushed = _PUSH.search(action)
    if pushed:
        ask = "Ask" if pushed[1][0].isupper() else "ask"
        return _put(action, pushed, f"{ask} {_lowered(pushed[2])} to ")
    ensured = _ENSURE.search(action)
    if ensured and not _NOBODY.match(ensured[1]):
        verb = ensured[3] if ensured[2] else _base(ensured[3])
        ask = "Ask" if ensured.start() == 0 else "ask"
        return _put(action, ensured, f"{ask} {_object(ensured[1])} to {verb}") if verb else None
    will = next((m for m in _WILL.finditer(action) if not _NOBODY.match(m[1])), None)
    if will:
        return _put(action, will, f"I will ask {_object(will[1])} to ")
    for does in _DOES.finditer(action):
        verb = _base(does[2])
        if verb and not _NOBODY.match(does[1]):
            return _put(action, does, f"I will ask {_object(does[1])} to {verb}")
    return None


def _put(action: str, match: re.Match[str], new: str) -> str:
    return f"{action[: match.start()]}{new}{action[match.end() :]}"


def _object(who: str) -> str:
    return _OBJECT.get(who.lower(), _lowered(who))


def _lowered(who: str) -> str:
    """Lower the capital of 'My team' inside a sentence; a name keeps its own."""
    return re.sub(r"^(?:My|The|Our|His|Her|He|She|They|Him|Them)\b", lambda m: m[0].lower(), who)


def _base(verb: str) -> str | None:
    """Return 'close' for 'closes'; None where it is no act that is known."""
    verb = verb.lower()
    endings = (("ies", "y"), ("es", ""), ("s", ""), ("", ""))
    every = [verb[: len(verb) - len(end)] + put for end, put in endings if verb.endswith(end)]
    known = (one for one in every if VERB.fullmatch(one) or _MORE_ACTS.match(one))
    return next(known, None)


_DE = r"(?:le|la|les|mon|ma|mes|notre|nos|son|sa|ses|leurs?|ce|cette)"
_QUI = (
    rf"(?:(?-i:[A-ZÉÈÎ]{_WORD}(?: et [A-ZÉÈÎ]{_WORD})?)|{_DE} {_WORD}"
    rf"(?: (?:commercial|technique|produit|qualité|juridique|d{_A}{_WORD}|de {_WORD})e?)?"
    rf"|l{_A}{_WORD})"
)
_PERSONNE = re.compile(
    rf"(?:je|j{_A}|nous|on|il|elle|ce|cela|ça|tout|rien|qui|que|si|quand|et|mais|puis|après|avant"
    rf"|(?:mon|notre|le) (?:but|objectif|plan|projet))\b",
    re.IGNORECASE,
)
_ER = (
    "accept aid ajout annul appliqu apport arrêt assist calcul chang commenc compt confirm "
    "consult "
    "contact continu contrôl corrig cré demand diffus donn écout évit explor ferm finalis forc "
    "form gagn "
    "implément import install laiss limit liste livr mesur mont montr not organis particip "
    "partag "
    "parl pass planifi port pos prépar présent propos publi racont rapport rappel rédig regard "
    "relanc rempl rencontr respect rest retir révis sign soign support supprim tent termin test "
    "touch tranch travaill trait transform trouv utilis valid vérifi vis"
)
_REST = (
    "envoyer envoie envoient enverra enverront|finir finit finisse finissent finira finiront"
    "|répondre répond réponde répondent répondra répondront|prendre prend prenne prennent prendra"
    " prendront|rendre rend rende rendent rendra rendront|faire fait fasse font fera feront "
    "fassent"
    "|venir vient vienne viennent viendra viendront|mettre met mette mettent mettra mettront"
    "|écrire écrit écrive écrivent écrira écriront|lire lit lise lisent lira liront"
    "|tenir tient tienne tiennent tiendra tiendront|choisir choisit choisisse choisissent "
    "choisira"
    "|appeler appelle appellent appellera|rappeler rappelle rappellent rappellera"
    "|compléter complète complètent complétera|gérer gère gèrent gérera"
    "|aller aille aillent|dire dit dise disent dira diront|remettre remet remette remettra"
    "|transmettre transmet transmette transmettra|fournir fournit fournisse fournira"
    "|suivre suit suive suivent suivra|revoir revoie revoit reverra|voir voie verra"
    "|ouvrir ouvre ouvrent ouvrira|lancer lance lancent lancera|partager partage partagera"
    "|avancer avance avancent avancera|remplir remplit remplisse remplira|réduire réduit réduise"
)
_INFINITIVES = {
    form: f"{stem}er"
    for stem in _ER.split()
    for form in (f"{stem}e", f"{stem}ent", f"{stem}era", f"{stem}eront")
} | {form: forms.split()[0] for forms in _REST.split("|") for form in forms.split()[1:]}

_POUSSE = re.compile(
    rf"\b(convainc\w*|persuad\w+|pouss\w+|oblig\w+|forc\w+|incit\w+|amèn\w+|amener\w*) ({_QUI})"
    rf" (?:à |de |d{_A})(?=\w)",
    re.IGNORECASE,
)
_EN_SORTE = re.compile(
    rf"(?:\b(fai(?:re|s)|ferai) en sorte|\b(m{_A}assure(?:r|rai)?|assure)|\b(veille(?:r|rai)?) "
    rf"à ce)"
    rf" (?:que |qu{_A})({_QUI}) ({_WORD})",
    re.IGNORECASE,
)
_VA = re.compile(
    rf"(?:^|(?<=, )|\bque )({_QUI}) (?:va|vont|doit|doivent|devra|devront) (?={_WORD}(?:er|ir"
    rf"|re)\b)",
    re.IGNORECASE,
)
_FAIT = re.compile(rf"(?:^(?:que |qu{_A})?|(?<=, ))({_QUI}) ({_WORD})", re.IGNORECASE)


def _demanding(action: str) -> str | None:
    pushed = _POUSSE.search(action)
    if pushed:
        return _put_fr(action, pushed, _request(pushed[1], action), pushed[2], "")
    sure = _EN_SORTE.search(action)
    if sure:
        verb = _INFINITIVES.get(sure[5].lower())
        led = next(g for g in sure.groups()[:3] if g)
        return _put_fr(action, sure, _request(led, action), sure[4], verb) if verb else None
    will = next((m for m in _VA.finditer(action) if not _PERSONNE.match(m[1])), None)
    if will:
        return _put_fr(action, will, "je demande", will[1], "")
    for does in _FAIT.finditer(action):
        verb = _INFINITIVES.get(does[2].lower())
        if verb and not _PERSONNE.match(does[1]):
            return _put_fr(action, does, "je demande", does[1], verb)
    return None


def _request(verb: str, action: str) -> str:
    """Keep the form of the verb: « je pousse » demands « je demande »."""
    said = "demander" if re.search(r"(?:er|cre|aire)$", verb, re.IGNORECASE) else "demande"
    said = "demanderai" if verb.endswith("rai") else said
    return said.capitalize() if action.startswith(verb) else said


def _put_fr(action: str, match: re.Match[str], ask: str, who: str, verb: str) -> str:
    start = match.start() + (len(match[0]) - len(match[0].lstrip()))
    rest = f"{verb}{action[match.end() :]}"
    # « je m'assure » and « m'assurer » lose their pronoun with the verb
    led = re.sub(rf"\bm{_A}$", "", action[:start])
    return f"{led}{ask} {_to(who)} {_of(rest)}"


def _to(who: str) -> str:
    """Say « à Priya », « au client », « aux équipes », « à mon équipe »."""
    who = re.sub(rf"^(?:L|l)(?={_A})|^{_DE}(?= )", lambda m: m[0].lower(), who, flags=re.IGNORECASE)
    if who.startswith("le "):
        return f"au {who[3:]}"
    return f"aux {who[4:]}" if who.startswith("les ") else f"à {who}"


def _of(infinitive: str) -> str:
    return (
        f"d’{infinitive}"
        if re.match("[aeiouyéèêâîh]", infinitive, re.IGNORECASE)
        else f"de {infinitive}"
    )
