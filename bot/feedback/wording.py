"""One sentence from the fields of a commitment, in the person's own words and nobody else's."""

import re
from dataclasses import replace
from datetime import date

from bot.checking.english.verbs import VERB
from bot.checking.french.verbs import INFINITIVE
from bot.checking.language import language_of
from bot.commitments import Draft
from bot.day_idioms import find_days
from bot.days import say_day
from bot.feedback.places_in_text import without
from bot.language import Lang
from bot.plain import LONGEST, plain


def compose_sentence(
    draft: Draft, due_on: date | None, lang: Lang, today: date, *, moved: bool = False
) -> str:
    """Write cue, action, who, indicator and date as one sentence of at most 500 characters.

    What a field repeats of another is said once; a draft of nothing but a sentence is that
    sentence. A day that the words name stands for the date, unless the date was `moved`.
    """
    action = _tidy(draft.action or draft.sentence)
    cue = "" if _says(action, draft.cue) else _tidy(draft.cue)
    if not action:
        return _finished(said_cue(cue, lang)) if cue else ""
    lang = language_of(f"{cue} {action}", lang)
    text = _opened(cue, action, lang)
    text += _with(draft.who, text, lang)
    text += _measured(draft.indicator, text, lang)
    text += _dated(due_on, text, lang, today, moved=moved)
    return _finished(text)


def without_hedge(draft: Draft) -> Draft:
    """Return the draft with 'I would like to' turned into 'I will'; the rest is untouched."""
    action = _tidy(draft.action or draft.sentence)
    for pattern, firm in _HEDGES:
        action = pattern.sub(firm, action, count=1)
    return replace(draft, action=action[:1].upper() + action[1:])


def without_vague_time(draft: Draft, lang: Lang) -> Draft:
    """Take out 'soon' and 'when I have time', for a day to stand in their place."""
    pattern = _VAGUE_TIMES[language_of(f"{draft.cue} {draft.action or draft.sentence}", lang)]
    action = without(pattern, _tidy(draft.action or draft.sentence))
    return replace(
        draft, action=action[:1].upper() + action[1:], cue=without(pattern, _tidy(draft.cue))
    )


_VAGUE_TIMES = {
    "en": re.compile(
        r"\b(?:(?:very |quite )?soon(?:er|est)?\b(?! (?:as|after))|asap\b"
        r"|as soon as (?:possible|i can)\b"
        r"|at some (?:point|stage)\b|one of these days\b|some ?day\b|some time(?: soon)?\b"
        r"|sooner or later\b|(?:when|if|whenever|once) (?:i (?:can|get|have|find) ?"
        r"(?:the |a |some |any )?(?:time|minute|moment|chance|opportunity|free moment)?|possible"
        r"|needed|necessary)\b|in the (?:near future|coming days)\b)"
    ),
    "fr": re.compile(
        r"\b(?:(?:tres )?bientot|(?:des que|si|quand|lorsque) (?:possible|je (?:peux|pourrai)"
        r"|j'(?:ai|aurai) (?:le temps|un moment|du temps|une minute|l'occasion|un creneau)|besoin)"
        r"|au plus vite|a un moment(?: donne| ou a un autre)?|un de ces jours|un jour"
        r"(?! (?:sur|de|par))"
        r"|prochainement|tot ou tard|le moment venu|dans (?:un avenir proche|les prochains jours)"
        r"|a l'occasion)\b"
    ),
}

_A = "['’]"
_HEDGES = tuple(
    (re.compile(pattern, re.IGNORECASE), firm)
    for pattern, firm in (
        (r"^(?:maybe|perhaps|ideally|hopefully|possibly),? ", ""),
        (rf"\bI(?:{_A}d| would) (?:really |very much )?(?:like|love|want|prefer) to\b", "I will"),
        (r"\bI (?:really )?(?:want|hope|wish|ought) to\b", "I will"),
        (r"\bI (?:could|should|might|may)\b(?: maybe| perhaps)?", "I will"),
        (rf"\bI(?:{_A}ll| will| am going to|{_A}m going to)? ?(?:try|aim|attempt) to\b", "I will"),
        (r"^(?:try|aim) to ", ""),
        (rf"\b(I(?:{_A}ll| will)) (?:maybe|perhaps|possibly|probably)\b", r"\1"),
        (rf"^(?:peut-être|idéalement|éventuellement)(?: que |{_A}| qu{_A}|,? )", ""),
        (
            (
                rf"\b(?:j{_A}aimerais|je voudrais|je souhaite(?:rais)?|je veux|j{_A}espère"
                rf"|je pourrais"
                r"|je devrais)\b"
            ),
            "je vais",
        ),
        (
            (
                rf"\b(?:j{_A}essa(?:ie|ye|ierai|yerai)|je (?:vais )?(?:essayer|tente|tenter|tâche"
                rf"|tâcher)) d(?:e |{_A})"
            ),
            "je vais ",
        ),
        (r"^(?:essayer|tenter) d(?:e |['’])", ""),
    )
)

_CUE_WORDS = {
    "en": re.compile(
        r"(?:right |just )?(?:after|before|when|whenever|if|once|as|at|on|in|during|by|every|each"
        r"|while|next|this|tomorrow|today|tonight|until|from|first|upon|following|the next time"
        r"|the moment|daily|weekly|monthly|straight|immediately|later|early|end of|start of)\b"
    ),
    "fr": re.compile(
        r"(?:juste )?(?:apres|avant|quand|lorsque|lorsqu'|si|s'ils?|des|au|aux|a|en|lors|pendant"
        r"|chaque|tous|toutes|demain|aujourd'hui|cet?|cette|une fois|dans|durant|d'ici|jusqu|debut"
        r"|fin|sous|la prochaine fois|le (?:matin|soir|midi|lendemain|\w+di|dimanche)|\w+di"
        r"|dimanche"
        r"|tout de suite|sitot|entre)\b"
    ),
}
_WEEKDAYS_EN = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b")
_WEEKDAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"(?:$|,| (?:\d|morning|afternoon|evening|night|noon|lunch|at|after|before|right|when|in|the"
    r"|and"
    r"|or|first|next)\b)"
)
_HEADS = {
    "en": re.compile(
        r"(?!(?:my|our|the|a|an|his|her|their|this|that|every|each)\b)(?!\w+'s )(?:[\w-]+ ){0,3}?"
        r"(?:meeting|review|retro|retrospective|call|demo|workshop|planning|sync|committee|offsite"
        r"|interview|session|training|visit|break|huddle|round|town hall|presentation|steering|1:1"
        r"|one-on-one)(?=$| (?:on|of|with|in|at|next|this|tomorrow|about|for)\b|,)"
    ),
    "fr": re.compile(
        r"(?P<la>(?:reunion|revue|retro|retrospective|demo|visite|formation|pause|planification"
        r"|presentation|session|seance|conference|tournee|melee|ronde|releve)\b)"
        r"|(?P<le>(?:point|comite|codir|dejeuner|daily|weekly|standup|stand-up|tete-a-tete|seminaire"
        r"|sprint|cafe|conseil|bilan|brief|debrief|lancement|copil|rendez-vous|1:1)\b)"
        r"|(?P<l>(?:appel|atelier|entretien|audit|assemblee|entrevue|echange)\b)"
    ),
}
_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d{2}| ?h\b| ?h ?\d{2}| ?am\b| ?pm\b)")


def _tidy(text: str) -> str:
    return re.sub(r"^[-•*–] ?", "", " ".join(text.split())).strip(" .,;:!…")


def _says(text: str, part: str) -> bool:
    """Say whether a text has these words already; an empty part is always there."""
    said, wanted = (re.findall(r"\w+", plain(one)) for one in (text, _tidy(part)))
    return any(said[n : n + len(wanted)] == wanted for n in range(len(said) - len(wanted) + 1))


def said_cue(cue: str, lang: Lang) -> str:
    """Say a moment as it stands in front of a sentence: 'stand-up' is 'After the stand-up'."""
    said = plain(cue)
    if _CLOCK.match(said):
        cue = f"{'à' if lang == 'fr' else 'at'} {cue}"
    elif lang == "en" and _WEEKDAY.match(said):
        cue = f"on {cue}"
    elif not _CUE_WORDS[lang].match(said):
        cue = f"{'après' if lang == 'fr' else 'after'} {_with_article(cue, said, lang)}"
    return cue[:1].upper() + cue[1:]


def _with_article(cue: str, said: str, lang: Lang) -> str:
    """Say 'the team meeting', « la réunion d'équipe »; a name or an article stands as it is."""
    head = _HEADS[lang].match(said)
    if head is None:
        return cue
    if lang == "en":
        return f"the {cue if cue[:1].isupper() and _WEEKDAYS_EN.match(said) else _lower_first(cue)}"
    article = next(name for name, found in head.groupdict().items() if found)
    led = {"la": "la ", "le": "le ", "l": "l’"}[article]
    return f"{led}{_lower_first(cue)}"


def _opened(cue: str, action: str, lang: Lang) -> str:
    clause, whole = _clause(action, lang)
    if not cue:
        return clause
    if whole:
        return f"{said_cue(cue, lang)}, {_lowered(clause, lang)}"
    return f"{said_cue(cue, lang)}{_colon(lang)}{clause}"


def _clause(action: str, lang: Lang) -> tuple[str, bool]:
    """Return the action as a clause, and whether it has a subject."""
    said = plain(action)
    if lang == "en":
        for lead in ("i'll ", "i shall ", "to "):
            if said.startswith(lead):
                return f"I will {action[len(lead) :]}", True
        if VERB.match(said) or _OTHER_VERB.match(said):
            return f"I will {_lower_first(action)}", True
        return action, bool(re.search(r"\b(?:i|i'll|i'm|we|we'll)\b", said))
    if _REFLEXIVE.match(action):
        return f"je vais m{action[1:]}", True
    refused = re.match(r"ne (pas|plus) (?=\w)", said)
    if refused and INFINITIVE.match(said[refused.end() :]):
        return f"je ne vais {refused[1]} {action[refused.end() :]}", True
    if INFINITIVE.match(said):
        return f"je vais {_lower_first(action)}", True
    return action, bool(re.search(r"\b(?:je|nous|on)\b|\bj'", said))


_OTHER_VERB = re.compile(
    r"(?:not |never )?(?:have|do|get|go|set|look|agree|help|kick|wrap|follow) "
)
_REFLEXIVE = re.compile(r"s(?:e |['’])[\w-]+(?:er|ir|re)\b", re.IGNORECASE)


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _lowered(clause: str, lang: Lang) -> str:
    """Lower the capital of a pronoun inside a sentence; a name keeps its own."""
    pronoun = r"(?:we|let)\b" if lang == "en" else r"(?:je|nous|on)\b|j'"
    return _lower_first(clause) if re.match(pronoun, plain(clause)) else clause


def _with(who: str, text: str, lang: Lang) -> str:
    who = re.sub(_DETERMINED, lambda m: m[0].lower(), _tidy(who))
    if _says(text, who):
        return ""
    led = re.match(r"(?:with|to|for|at|from|avec|a|au|aux|pour|chez|aupres) ", plain(who))
    open_ended = re.search(r"\b(?:with|to|for|from|avec|a|pour|chez) $", f"{plain(text)} ")
    return f" {who}" if led or open_ended else f" {'avec' if lang == 'fr' else 'with'} {who}"


_DETERMINED = re.compile(
    r"^(?:My|Our|The|A|An|His|Her|Mon|Ma|Mes|Notre|Nos|Le|La|Les|Un|Une|With|To|For|Avec|Pour)\b"
    r"|^L(?=['’])"
)


def _measured(indicator: str, text: str, lang: Lang) -> str:
    indicator = _tidy(indicator)
    if _says(text, indicator):
        return ""
    if _A_THING.match(plain(indicator)):
        indicator = _lower_first(indicator)
    return f", {indicator}" if re.search(r"\s?:\s", text) else f"{_colon(lang)}{indicator}"


_A_THING = re.compile(
    r"(?:a|an|the|my|our|one|two|three|yes|brief|list|note|recap|summary|message|e-?mail|page|done"
    r"|sent|number|minutes|decision|agenda|invite|un|une|le|la|les|mon|ma|deux|trois|oui|liste|fiche"
    r"|synthese|compte|mail|courriel|invitation|nombre|ordre|envoye|fait|document|rapport|report)"
    r"(?:s?\b)"
)


def _colon(lang: Lang) -> str:
    return "\u00a0: " if lang == "fr" else ": "


def _dated(due_on: date | None, text: str, lang: Lang, today: date, *, moved: bool) -> str:
    if due_on is None:
        return ""
    days = [f.day for f in find_days(plain(text), lang, today) if f.day]
    repeated = _REPEATED.search(plain(text))
    named = any(today <= day <= due_on for day in days) and not (moved or repeated)
    if named or due_on in days:
        return ""
    by = (_UNTIL if repeated else _BY)[lang]
    said = f"{by} {say_day(due_on, lang, today)}"
    return f" {said[:1].upper()}{said[1:]}" if text.endswith("?") else f", {said}"


_BY = {"en": "by", "fr": "d’ici au"}
_UNTIL = {"en": "until", "fr": "jusqu’au"}
_REPEATED = re.compile(
    r"^(?:if|whenever|every|each|si|s'il|chaque|tous les|toutes les|a chaque)\b"
    r"|\b(?:every|each) (?:time|day|week|month|\w*day|morning)|\bchaque\b|\btous les\b"
    r"|\bi (?:will )?(?:not|never)\b|\bi won't\b|\bno longer\b|\bstop \w+ing\b"
    r"|\bje (?:ne |n')|\barreter? de\b"
)
"""What goes on until a day, and is not done by it."""


def _finished(text: str) -> str:
    text = text[:1].upper() + text[1:]
    if len(text) >= LONGEST:
        return f"{text[: LONGEST - 1].rstrip()}…"
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
