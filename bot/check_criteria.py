"""The four criteria of a commitment, judged on its text alone.

Each answer is True, False, or None where the words don't tell: then the person is asked, never
blamed. The criteria are judged separately; a text that is no commitment meets none of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.check_english import ENGLISH
from bot.check_french import FRENCH
from bot.check_words import INJECTION, LINK, QUOTED, Words
from bot.day_idioms import Found, find_days
from bot.language import Lang
from bot.plain import bare, plain

WORDS: dict[Lang, Words] = {"en": ENGLISH, "fr": FRENCH}


@dataclass(frozen=True, slots=True)
class Reading:
    """What the text says by each criterion, and the first day it names for the thing promised."""

    action: bool | None
    when: bool | None
    indicator: bool | None
    own_control: bool | None
    due: date | None


NOTHING = Reading(action=False, when=False, indicator=False, own_control=False, due=None)
"""No commitment at all."""


def read(text: str, lang: Lang, today: date) -> Reading:
    """Judge a text by the four criteria; the text's own language counts, `lang` is the guess."""
    lang = language_of(text, lang)
    words = WORDS[lang]
    promised = _promised(bare(text), words)
    if not promised:
        return _acknowledged(plain(text), words, lang, today)
    said = _Said.of(promised, words, lang, today)
    return Reading(
        action=_action(said),
        when=_when(said),
        indicator=_indicator(said),
        own_control=_own_control(said),
        due=_due(said),
    )


def open_amount(text: str, lang: Lang) -> str | None:
    """Return the words that leave an amount open, such as 'more'; None if there are none."""
    words = WORDS[lang]
    found = words.open_amount.search(words.closed_amount.sub("#", plain(text)))
    return found[0] if found else None


def language_of(text: str, lang: Lang) -> Lang:
    """Tell the language of a text by its small words; `lang` where they don't."""
    found = _SMALL.findall(plain(text))
    english, french = (sum(bool(group[n]) for group in found) for n in (0, 1))
    return lang if english == french else "en" if english > french else "fr"


_SMALL = re.compile(
    r"\b(?:(i|i'll|the|will|my|with|and|to|by|of|him|her|them|after|before|for|when|at|in|have|is)"
    r"|(je|j'|le|la|les|mon|ma|mes|avec|et|de|du|des|un|une|pour|lui|en|est|apres|avant|quand"
    r"|d'ici))\b"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A promise taken apart. `main` are its clauses without cues, reasons and relatives."""

    text: str
    main: tuple[str, ...]
    named: tuple[str, ...]  # the same clauses with their capitals
    days: tuple[Found, ...]
    words: Words

    @classmethod
    def of(cls, promised: str, words: Words, lang: Lang, today: date) -> "_Said":
        """Take a promise apart."""
        text = promised.lower()
        quiet = QUOTED.sub(lambda m: " " * len(m[0]), text)
        days = tuple(f for f in find_days(quiet, lang, today) if not _past(f, today))
        clauses = [_after_day(text, clause, days) for clause in _clauses(text)]
        spans = [span for clause in clauses for span in _without_cue(text, clause, words)]
        spans = _from_subject(text, spans, words)
        return cls(
            text,
            tuple(text[a:b].strip() for a, b in spans),
            tuple(promised[a:b].strip() for a, b in spans),
            days,
            words,
        )


def _promised(text: str, words: Words) -> str:
    """Keep the sentences that promise something."""
    kept = [s for s in _sentences(text) if not _silent(s.lower(), words)]
    return " ".join(kept)


def _sentences(text: str) -> Iterator[str]:
    yield from (s.strip() for s in re.split(r"(?<=[.!?…])\s+|\s+[-*•]\s+", text) if s.strip(" .!…"))


def _silent(sentence: str, words: Words) -> bool:
    if LINK.match(sentence) or INJECTION.search(sentence) or words.refused.search(sentence):
        return True
    if sentence.endswith("?") and not _asks_others(sentence, words):
        return True
    if words.promise.search(sentence):
        return False
    rest = words.acknowledged.sub("", sentence).strip(" ,.!:;-")
    return bool(
        not rest
        or (rest != sentence and len(rest.split()) < 3)  # noqa: PLR2004 - 'ok, by Friday'
        or words.complained.search(sentence)
        or (words.reported.search(sentence) and not words.hedge.search(sentence))
        or not any(c.isalpha() for c in sentence)
    )


def _asks_others(sentence: str, words: Words) -> bool:
    # 'I will ask Ben: what is in your way?' is a promise that ends in a question.
    asked = words.promise.search(sentence)
    return bool(asked and asked.start() == 0)


def _acknowledged(text: str, words: Words, lang: Lang, today: date) -> Reading:
    """'OK, by Friday' promises something by a date without saying what."""
    days = [f for f in find_days(text, lang, today) if not _past(f, today)]
    if not (words.acknowledged.match(text) and days) or text.endswith("?"):
        return NOTHING
    if words.reported.search(text) or INJECTION.search(text):
        return NOTHING
    return Reading(action=False, when=True, indicator=False, own_control=True, due=days[0].day)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in re.finditer(r"[,;:!?.](?=\s|$)|\s[-(]\s?", text):
        yield start, stop.start()
        start = stop.end()
    yield start, len(text)


def _without_cue(text: str, clause: tuple[int, int], words: Words) -> Iterator[tuple[int, int]]:
    """Cut side clauses off; one in front may run on into the promise without a comma."""
    start, end = clause
    start += len(text[start:end]) - len(text[start:end].lstrip())
    opened = words.opener.search(text, start, end)
    if opened is None:
        yield start, end
    elif opened.start() > start:
        yield start, opened.start()
    else:
        after = [
            m.start()
            for m in words.first_person.finditer(text, opened.end() + 2, end)
            if not words.opener.search(text[: m.start()].rstrip()[-12:] + " ")
        ]
        if after:
            yield after[-1], end


def _after_day(text: str, clause: tuple[int, int], days: tuple[Found, ...]) -> tuple[int, int]:
    """Cut off a day in front: 'On Thursday call Karim'."""
    start, end = clause
    for found in days:
        if start <= found.start < end and _TIMELY.fullmatch(text[start : found.start].strip()):
            start = found.end
    return start, end


_TIMELY = re.compile(
    r"(?:(?:and|on|by|before|until|from|starting|this|the|d'ici|avant|le|la|les|au|des|pour"
    r"|jusqu'au"
    r"|jusqu'a|et|a) ?)*(?:morning|afternoon|evening|matin|soir|midi|apres-midi)?"
)
_MOMENT = re.compile(
    r"(?:right |just |juste )?(?:before|after|at|on|by|during|in|every|each|this|next|until|within"
    r"|avant|apres|au|aux|a|en|lors|pendant|d'ici|chaque|dans|sous|des|jusqu'\w+|tous|toutes)\b"
)


def _from_subject(text: str, spans: list[tuple[int, int]], words: Words) -> list[tuple[int, int]]:
    """Drop the moments in front of the promise; without a subject, drop every moment."""
    spans = [(a, b) for a, b in spans if text[a:b].strip()]
    for n, (a, b) in enumerate(spans):
        if words.promise.search(text, a, b) or _SINGLE.search(text, a, b):
            return spans[n:]
    return [(a, b) for a, b in spans if not _MOMENT.match(text[a:b].strip())] or spans


def _past(found: Found, today: date) -> bool:
    return found.day is not None and found.day < today


def _any(pattern: re.Pattern[str], clauses: tuple[str, ...]) -> bool:
    return any(pattern.search(clause) for clause in clauses)


def _act(said: _Said) -> bool | None:
    """Say whether an act is named, wished for or not."""
    words = said.words
    if _any(words.outcome, said.main):
        return False
    if _third(said) and _any(words.decision, said.main):
        return False
    if any(_does(clause, words) for clause in said.main):
        return True
    return False if _any(words.mental, said.main) or not any(said.main) else None


def _does(clause: str, words: Words) -> bool:
    """Say whether a clause names an act; one that only opens a state ('stop being') is none."""
    states = [(m.start(), m.end()) for m in words.mental.finditer(clause)]
    acts = [(m.start(), m.end()) for m in words.act.finditer(clause)]
    apart = [act for act in acts if not any(a <= act[0] and act[1] <= b for a, b in states)]
    return bool(apart or (not states and words.act_noun.search(clause)))


def _action(said: _Said) -> bool | None:
    return False if said.words.hedge.search(said.text) else _act(said)


def _when(said: _Said) -> bool:
    words = said.words
    dated = any(not _since(said, found) for found in said.days)
    return bool(
        dated
        or _CLOCK.search(said.text)
        or words.cue.search(said.text)
        or words.recurrence.search(said.text)
    )


_CLOCK = re.compile(
    r"\b(?:at|by|before|around|until|from|a|vers|avant|des|jusqu'a) \d{1,2}(?:[:.]\d{2})?"
    r" ?(?:h\d{0,2}|am|pm|o'clock|heures)?\b(?! (?:%|percent|people|persons|personnes|minutes"
    r"|questions|members|membres|points|least))(?=$|[\s,.;)])"
    r"|\b\d{1,2}:\d{2}\b|\b\d{1,2} ?(?:am|pm)\b"
)


def _since(said: _Said, found: Found) -> bool:
    return bool(re.search(r"\b(?:since|depuis|last)(?: the| le)? $", said.text[: found.start]))


def _due(said: _Said) -> date | None:
    for found in said.days:
        before = said.text[: found.start].rstrip()
        weekday = said.text[found.start : found.end].isalpha()
        usual = weekday and before.split()[-1:] == ["le"]  # « le lundi » is every Monday
        if found.day and not (
            usual or said.words.not_due.search(before) or _in_condition(said, found)
        ):
            return found.day
    return None


def _in_condition(said: _Said, found: Found) -> bool:
    """Say whether a day stands inside a pure if-then cue."""
    ends = [m.end() for m in said.words.condition.finditer(said.text, 0, found.start)]
    between = said.text[ends[-1] : found.start] if ends else ","
    return not re.search(r"[,;:]", between) and not said.words.promise.search(between)


def _third(said: _Said) -> bool:
    words = said.words
    return any(words.third.search(clause) for clause in said.main) or any(
        words.third_named.search(clause) and not _commands(clause.lower(), words)
        for clause in said.named
    )


def _commands(clause: str, words: Words) -> bool:
    """Say whether the first word is an act: 'Review notes' is no person called Review."""
    act = words.act.match(clause)
    return bool(act and " " not in act[0].strip())


def _own_control(said: _Said) -> bool | None:
    words = said.words
    if words.pushing.search(said.text) or _any(words.outcome, said.main):
        return False
    if _any(words.jointly, said.main) and not _any(_SINGLE, said.main):
        return not _any(words.team_output, said.main)
    if _any(words.first_person, said.main):
        return True
    return not _third(said)


_SINGLE = re.compile(r"\b(?:i|i'll|i'm|je|moi)\b|\bj'")


def _indicator(said: _Said) -> bool | None:
    words = said.words
    act = _act(said)
    intensifies = act is False and "%" in said.text and not _any(words.outcome, said.main)
    if _counted(said) and not intensifies:
        return True
    if words.open_amount.search(words.closed_amount.sub("#", said.text)):
        return bool(act is not False and _singled(said))
    if act is not False and words.deliverable.search(said.text):
        return True
    if act is False:
        return _any(words.outcome, said.main) or (_third(said) and _any(words.decision, said.main))
    return act


def _singled(said: _Said) -> bool:
    """Say whether a deliverable stands there that is not itself the open amount."""
    return any(
        not said.words.open_amount.search(said.text[max(0, m.start() - 20) : m.end() + 1])
        for m in said.words.deliverable.finditer(said.text)
    )


def _counted(said: _Said) -> bool:
    """Say whether a number measures something: no date, no clock time, no size of a group."""
    text = said.text
    for found in reversed(said.days):
        text = text[: found.start] + "#" + text[found.end :]
    text = _CLOCK.sub("#", text)
    text = re.sub(r"\b(?:team|group|equipe|groupe) (?:of|de) \d+", "#", text)
    return bool(said.words.counted.search(text))
