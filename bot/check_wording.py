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
from bot.language import Lang
from bot.plain import LONGEST, plain


def compose_sentence(draft: Draft, due_on: date | None, lang: Lang, today: date) -> str:
    """Write cue, action, who, indicator and date as one sentence of at most 500 characters.

    What a field repeats of another is said once; a draft of nothing but a sentence is that
    sentence.
    """
    action = _tidy(draft.action or draft.sentence)
    cue = "" if _says(action, draft.cue) else _tidy(draft.cue)
    if not action:
        return _finished(_cue(cue, lang)) if cue else ""
    lang = language_of(f"{cue} {action}", lang)
    text = _opened(cue, action, lang)
    text += _with(draft.who, text, lang)
    text += _measured(draft.indicator, text, lang)
    text += _dated(due_on, text, lang, today)
    return _finished(text)


def without_hedge(draft: Draft) -> Draft:
    """Return the draft with 'I would like to' turned into 'I will'; the rest is untouched."""
    action = _tidy(draft.action or draft.sentence)
    for pattern, firm in _HEDGES:
        action = pattern.sub(firm, action, count=1)
    return replace(draft, action=action[:1].upper() + action[1:])


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
        r"|the moment|straight|immediately|later|early|end of|start of)\b"
    ),
    "fr": re.compile(
        r"(?:juste )?(?:apres|avant|quand|lorsque|lorsqu'|si|s'ils?|des|au|aux|a|en|lors|pendant"
        r"|chaque|tous|toutes|demain|aujourd'hui|cet?|cette|une fois|dans|durant|d'ici|jusqu|debut"
        r"|fin|sous|la prochaine fois|le (?:matin|soir|midi|lendemain|\w+di|dimanche)|\w+di"
        r"|dimanche"
        r"|tout de suite|sitot|entre)\b"
    ),
}
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b")
_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d{2}| ?h\b| ?h ?\d{2}| ?am\b| ?pm\b)")


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" .,;:")


def _says(text: str, part: str) -> bool:
    """Say whether a text has these words already; an empty part is always there."""
    said, wanted = (re.findall(r"\w+", plain(one)) for one in (text, _tidy(part)))
    return any(said[n : n + len(wanted)] == wanted for n in range(len(said) - len(wanted) + 1))


def _cue(cue: str, lang: Lang) -> str:
    said = plain(cue)
    if _CLOCK.match(said):
        cue = f"{'à' if lang == 'fr' else 'at'} {cue}"
    elif lang == "en" and _WEEKDAY.match(said):
        cue = f"on {cue}"
    elif not _CUE_WORDS[lang].match(said):
        cue = f"{'après' if lang == 'fr' else 'after'} {cue}"
    return cue[:1].upper() + cue[1:]


def _opened(cue: str, action: str, lang: Lang) -> str:
    clause, whole = _clause(action, lang)
    if not cue:
        return clause
    if whole:
        return f"{_cue(cue, lang)}, {_lowered(clause, lang)}"
    return f"{_cue(cue, lang)}{_colon(lang)}{clause}"


def _clause(action: str, lang: Lang) -> tuple[str, bool]:
    """Return the action as a clause, and whether it has a subject."""
    said = plain(action)
    if lang == "en":
        for lead in ("i'll ", "i shall ", "to "):
            if said.startswith(lead):
                return f"I will {action[len(lead) :]}", True
        if VERB.match(said):
            return f"I will {_lower_first(action)}", True
        return action, bool(re.search(r"\b(?:i|i'll|i'm|we|we'll)\b", said))
    refused = re.match(r"ne (pas|plus) (?=\w)", said)
    if refused and INFINITIVE.match(said[refused.end() :]):
        return f"je ne vais {refused[1]} {action[refused.end() :]}", True
    if INFINITIVE.match(said):
        return f"je vais {_lower_first(action)}", True
    return action, bool(re.search(r"\b(?:je|nous|on)\b|\bj'", said))


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _lowered(clause: str, lang: Lang) -> str:
    """Lower the capital of a pronoun inside a sentence; a name keeps its own."""
    pronoun = r"(?:we|let)\b" if lang == "en" else r"(?:je|nous|on)\b|j'"
    return _lower_first(clause) if re.match(pronoun, plain(clause)) else clause


def _with(who: str, text: str, lang: Lang) -> str:
    who = _tidy(who)
    if _says(text, who):
        return ""
    led = re.match(r"(?:with|to|for|at|avec|a|au|aux|pour|chez|aupres) ", plain(who))
    return f" {who}" if led else f" {'avec' if lang == 'fr' else 'with'} {who}"


def _measured(indicator: str, text: str, lang: Lang) -> str:
    indicator = _tidy(indicator)
    if _says(text, indicator):
        return ""
    return f", {indicator}" if re.search(r"\s?:\s", text) else f"{_colon(lang)}{indicator}"


def _colon(lang: Lang) -> str:
    return "\u00a0: " if lang == "fr" else ": "


def _dated(due_on: date | None, text: str, lang: Lang, today: date) -> str:
    if due_on is None or any(f.day == due_on for f in find_days(plain(text), lang, today)):
        return ""
    by = _UNTIL[lang] if _REPEATED.search(plain(text)) else _BY[lang]
    return f", {by} {say_day(due_on, lang, today)}"


_BY = {"en": "by", "fr": "d’ici au"}
_UNTIL = {"en": "until", "fr": "jusqu’au"}
_REPEATED = re.compile(
    r"^(?:if|whenever|every|each|si|s'il|chaque|tous les|toutes les|a chaque)\b"
    r"|\b(?:every|each) (?:time|day|week|month|\w*day|morning)|\bchaque\b|\btous les\b"
)


def _finished(text: str) -> str:
    text = text[:1].upper() + text[1:]
    if len(text) >= LONGEST:
        return f"{text[: LONGEST - 1].rstrip()}…"
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
