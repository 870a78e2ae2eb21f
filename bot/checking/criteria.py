"""The four criteria of a commitment, judged on its text alone.

Each answer is True, False, or None where the words don't tell: then the person is asked, never
blamed. The criteria are judged separately; a text that is no commitment meets none of them.
"""

import re
from dataclasses import dataclass
from datetime import date

from bot.checking.amounts import counted, delivered
from bot.checking.amounts import open_amount as left_open
from bot.checking.clauses import Clause, Sentence, marked, sentences
from bot.checking.english.lexicon import ENGLISH
from bot.checking.french.lexicon import FRENCH
from bot.checking.heads import Head, Subject
from bot.checking.language import language_of
from bot.checking.lexicon import Kind, Lexicon, Role
from bot.checking.moments import Moment, Now, Sort, find_moments
from bot.checking.promise import Promise, find_promise
from bot.checking.silence import is_idle, unopened
from bot.checking.spelling import spell
from bot.checking.tokens import tokenise, words_of
from bot.language import Lang

LEXICONS: dict[Lang, Lexicon] = {"en": ENGLISH, "fr": FRENCH}


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


def read(text: str, lang: Lang, now: Now) -> Reading:
    """Judge a text by the four criteria; the text's own language counts, `lang` is the guess."""
    lang = language_of(text, lang)
    lexicon = LEXICONS[lang]
    spelt = spell(text, lexicon)
    moments = find_moments(spelt.text, lexicon, lang, now)
    every = tuple(sentences(marked(tokenise(spelt), moments)))
    promise = find_promise(spelt.text, every, moments, lexicon)
    if promise is None:
        return _acknowledged(spelt.text, every, moments, lexicon)
    return Reading(
        action=_action(promise),
        when=_when(promise),
        indicator=_indicator(promise),
        own_control=_own_control(promise),
        due=_due(promise),
    )


def open_amount(text: str, lang: Lang) -> str | None:
    """Return the words that leave an amount open, such as 'more'; None if there are none."""
    lexicon = LEXICONS[lang]
    return left_open(words_of(tokenise(spell(text, lexicon))), lexicon)


def _action(promise: Promise) -> bool | None:
    """An act is named by a verb, or by a noun that stands for one; other nouns don't tell."""
    acts = [h for h in promise.heads if h.kind is Kind.ACT and not h.hedged and _seen(h, promise)]
    act_noun = promise.lexicon.natures.act_noun
    plain = any(head.verbal or act_noun.search(head.words) for head in acts)
    return (True if plain else None) if acts else False


def _seen(head: Head, promise: Promise) -> bool:
    if head.pushed and promise.lexicon.natures.deciding.search(head.words):
        return False
    # « Transmettre. »: a verb alone, at no moment, is a motto.
    return len(head.clause.tokens) > 1 or len(promise.clauses) > 1


def _when(promise: Promise) -> bool:
    return bool(_moments(promise)) or any(
        part.role in {Role.CUE, Role.CONDITION}
        and not promise.lexicon.times.empty_cue.search(f"{part.after} {part.words}")
        for part in promise.clauses
    )


def _moments(promise: Promise) -> list[tuple[Moment, Clause]]:
    """Pair the moments of the promised act with the clause each stands in."""
    return [
        (moment, part)
        for moment in promise.moments
        for part in promise.clauses
        if part.start <= moment.start < part.end and _counts(moment, part, promise)
    ]


def _counts(moment: Moment, part: Clause, promise: Promise) -> bool:
    """Say whether a moment is the act's own, and no part of a reason or of a message."""
    times = promise.lexicon.times
    if part.role is Role.REASON:
        return False
    if part.role is Role.RELATIVE:
        return not times.gone.search(part.words)
    if part.role is Role.CONTENT:
        return bool(times.deadline.search(promise.text, 0, moment.start))
    return True


def _due(promise: Promise) -> date | None:
    """Return the first day of the promise, else today for a clock time still to come."""
    heads = {head.clause for head in promise.heads}
    found = sorted(_moments(promise), key=lambda pair: pair[1].loose and pair[1] not in heads)
    days = [m.day for m, part in found if m.sort is Sort.DAY and part.role is not Role.CONDITION]
    named = next((day for day in days if day), None)
    return named or (None if _recurs(promise, found) else _today(found))


def _recurs(promise: Promise, found: list[tuple[Moment, Clause]]) -> bool:
    """Say whether a clock time beside these moments is no time of today."""
    return (
        any(moment.sort in {Sort.RECURRENCE, Sort.DAY} for moment, _ in found)
        or promise.clauses[0].role is Role.CONDITION
        or bool(promise.lexicon.times.repeated.search(promise.text))
    )


def _today(found: list[tuple[Moment, Clause]]) -> date | None:
    cues = {Role.CUE, Role.CONDITION}
    return next(
        (moment.day for moment, part in found if moment.day and part.role not in cues), None
    )


def _own_control(promise: Promise) -> bool:
    if any(head.kind is Kind.OUTCOME or head.pushed for head in promise.heads):
        return False
    subjects = {head.subject for head in promise.heads}
    if subjects & {Subject.WRITER, Subject.IMPLICIT}:
        return True
    meetable = promise.lexicon.subjects.meetable
    return Subject.JOINT in subjects and any(meetable.search(h.words) for h in promise.heads)


def _indicator(promise: Promise) -> bool:
    """Say whether one can tell afterwards; an open amount counts more than a name."""
    lexicon, words = promise.lexicon, _measuring(promise)
    kinds = {head.kind for head in promise.heads if not _wished_state(head, lexicon)}
    acts, result = Kind.ACT in kinds, Kind.OUTCOME in kinds
    vague = left_open(words, lexicon) is not None
    attitude = not acts and not result
    if _pushed(promise) or counted(words, lexicon, known=vague or attitude, intensified=attitude):
        return True
    if vague:
        return acts and delivered(words, lexicon)
    won = any(lexicon.outcomes.won.search(head.words) for head in promise.heads)
    return acts or (result and (won or _figure(words, lexicon))) or Kind.DECISION in kinds


def _wished_state(head: Head, lexicon: Lexicon) -> bool:
    """Say whether another one's state is promised: 'I want them to feel valued'."""
    wished = head.pushed and head.hedged
    return wished and bool(lexicon.natures.state_of_other.search(head.words))


def _pushed(promise: Promise) -> bool:
    """Say whether another one's named act or decision is promised."""
    state = promise.lexicon.natures.state_of_other
    return any(head.pushed and not state.search(head.words) for head in promise.heads)


def _figure(words: str, lexicon: Lexicon) -> bool:
    outcomes = lexicon.outcomes
    figured = outcomes.outcome.search(words) or _NONE.search(words)
    return bool(figured) or any(letter.isdigit() for letter in words)


_NONE = re.compile(r"\b(?:no|zero|not a single|aucune?|pas une?)\b")


def _measuring(promise: Promise) -> str:
    """Return the words in which numbers and amounts count."""
    return " , ".join(
        _from_writer(unopened(_nameless(part), promise.lexicon), promise.lexicon)
        for part in promise.clauses
        if part.role in {Role.MAIN, Role.PURPOSE} and not part.loose
    )


def _from_writer(words: str, lexicon: Lexicon) -> str:
    """Drop what stands before the writer: 'with 14 cases open I …' measures nothing."""
    found = lexicon.subjects.writer.search(words)
    return words[found.start() :] if found else words


def _nameless(part: Clause) -> str:
    """Return the words of a clause without its names: 'ask Ines' has no plural.

    A name that goes on with a number stays: 'Bay 2' counts nothing.
    """
    after = (*part.tokens[1:], part.tokens[-1])
    return " ".join(
        "nn" if token.capital and at and not follower.word[0].isdigit() else token.word
        for at, (token, follower) in enumerate(zip(part.tokens, after, strict=True))
    )


def _acknowledged(
    text: str, every: tuple[Sentence, ...], moments: tuple[Moment, ...], lexicon: Lexicon
) -> Reading:
    """'OK, by Friday' promises something by a date without saying what."""
    days = [
        m for m in moments if m.sort is Sort.DAY and not lexicon.times.of.search(text, 0, m.start)
    ]
    noted = any(lexicon.silence.acknowledged.match(sentence.words) for sentence in every)
    if not days or not noted or any(s.asked for s in every):
        return NOTHING
    if any(is_idle(s.words, lexicon) or lexicon.silence.refused.search(s.words) for s in every):
        return NOTHING
    return Reading(action=False, when=True, indicator=False, own_control=True, due=days[0].day)
