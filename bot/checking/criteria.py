"""The four criteria of a commitment, judged on its text alone.

Each answer is True, False, or None where the words don't tell: then the person is asked, never
blamed. The criteria are judged separately; a text that is no commitment meets none of them.
"""

from dataclasses import dataclass, replace
from datetime import date

from bot.checking.amounts import counted, delivered
from bot.checking.amounts import open_amount as left_open
from bot.checking.clauses import MARK, Clause, Sentence, clauses, marked, sentences
from bot.checking.english.lexicon import ENGLISH
from bot.checking.french.lexicon import FRENCH
from bot.checking.heads import Head, Subject, find_heads
from bot.checking.language import language_of
from bot.checking.lexicon import Kind, Lexicon, Role
from bot.checking.moments import Moment, Now, Sort, find_moments
from bot.checking.silence import is_filler, is_idle, is_refused, is_silent
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


def open_amount(text: str, lang: Lang) -> str | None:
    """Return the words that leave an amount open, such as 'more'; None if there are none."""
    lexicon = LEXICONS[lang]
    return left_open(words_of(tokenise(spell(text, lexicon))), lexicon)


@dataclass(frozen=True, slots=True)
class Promise:
    """The sentences that promise something, taken apart."""

    text: str
    clauses: tuple[Clause, ...]
    heads: tuple[Head, ...]
    moments: tuple[Moment, ...]
    lexicon: Lexicon


def read(text: str, lang: Lang, now: Now) -> Reading:
    """Judge a text by the four criteria; the text's own language counts, `lang` is the guess."""
    lang = language_of(text, lang)
    lexicon = LEXICONS[lang]
    spelt = spell(text, lexicon)
    moments = find_moments(spelt.text, lexicon, lang, now)
    every = tuple(sentences(marked(tokenise(spelt), moments)))
    promise = _promise(spelt.text, every, moments, lexicon)
    if promise is None:
        return _acknowledged(spelt.text, every, moments, lexicon)
    return Reading(
        action=_action(promise),
        when=_when(promise),
        indicator=_indicator(promise),
        own_control=_own_control(promise),
        due=_due(promise),
    )


def _promise(
    text: str, every: tuple[Sentence, ...], moments: tuple[Moment, ...], lexicon: Lexicon
) -> Promise | None:
    """Keep the sentences that promise something, and in them the clauses that do."""
    read: list[tuple[tuple[Clause, ...], tuple[Head, ...]]] = []
    complained = False
    for sentence in every:
        parts = tuple(p for p in clauses(sentence, lexicon) if not is_filler(p.words, lexicon))
        refused = any(is_refused(part.words, lexicon) for part in parts[:1])
        if not is_silent(sentence, parts, lexicon) and not (refused and not _turns(parts, lexicon)):
            live = tuple(
                p for p in parts if p.role is not Role.MAIN or not is_idle(p.words, lexicon)
            )
            found = find_heads(live, lexicon)
            complained = complained or len(live) < len(parts)
            if len(live) == len(parts) or any(_promising(head, lexicon) for head in found):
                read.append((live, found))
    every_head = [head for _, found in read for head in found]
    if complained and not any(_promising(head, lexicon) for head in every_head):
        return None
    leading = _leading(every_head, lexicon)
    acting = {h for h in leading if h.kind is Kind.ACT and not h.hedged}
    kept = [
        part
        for live, found in read
        if set(found) & set(leading) or all(h.subject is Subject.IMPLICIT for h in found)
        for part in (live if set(found) & (acting or set(leading)) or not found else _loose(live))
    ]
    if not leading or not _means_it(leading, kept, moments, lexicon):
        return None
    return Promise(text, tuple(kept), tuple(leading), moments, lexicon)


def _loose(live: tuple[Clause, ...]) -> tuple[Clause, ...]:
    return tuple(replace(part, loose=True) for part in live)


def _means_it(
    heads: list[Head], kept: list[Clause], moments: tuple[Moment, ...], lexicon: Lexicon
) -> bool:
    """A bare noun, or what others are, is a promise only where a moment or an act is named."""
    if any(head.verbal and head.subject is not Subject.OTHER for head in heads):
        return True
    others = [head for head in heads if head.subject is Subject.OTHER]
    if others:
        return any(lexicon.subjects.future.search(h.words) for h in others) or (
            any(h.kind is not Kind.STATE for h in others) or _dated(kept, moments)
        )
    return _dated(kept, moments) or any(
        lexicon.natures.act_noun.search(h.words) or h.kind is not Kind.ACT for h in heads
    )


def _dated(kept: list[Clause], moments: tuple[Moment, ...]) -> bool:
    return any(
        part.role in {Role.CUE, Role.CONDITION}
        or any(part.start <= m.start < part.end for m in moments)
        for part in kept
    )


def _turns(parts: tuple[Clause, ...], lexicon: Lexicon) -> bool:
    """Say whether a refusal goes on with 'but …'."""
    return any(
        part.after in lexicon.joints.turning or part.words.split()[0] in lexicon.joints.turning
        for part in parts[1:]
    )


def _promising(head: Head, lexicon: Lexicon) -> bool:
    """Beside a report or a complaint only a verb of the writer's own is a promise."""
    if head.subject is Subject.OTHER:
        return bool(lexicon.subjects.future.search(head.words)) or MARK in head.words
    return head.verbal and (
        head.kind is not Kind.STATE or bool(lexicon.silence.promising.search(head.clause.words))
    )


def _leading(heads: list[Head], lexicon: Lexicon) -> list[Head]:
    """Where the writer promises, what others do and bare nouns are only its setting."""
    own = [h for h in heads if h.subject in {Subject.WRITER, Subject.JOINT}]
    verbal = own or [h for h in heads if h.verbal]
    nouns = [h for h in heads if not h.verbal and lexicon.natures.act_noun.search(h.words)]
    if own and all(h.kind is Kind.UNNAMED for h in own):
        return own + [h for h in heads if not h.verbal]
    if own:
        return [
            h
            for h in heads
            if h in own or (h.subject is Subject.IMPLICIT and lexicon.subjects.surely_verb(h.words))
        ]
    return verbal + [h for h in nouns if h not in verbal] if verbal else heads


def _action(promise: Promise) -> bool | None:
    acts = [h for h in promise.heads if h.kind is Kind.ACT and not h.hedged and _seen(h, promise)]
    plain = any(h.verbal or promise.lexicon.natures.act_noun.search(h.words) for h in acts)
    return (True if plain else None) if acts else False


def _seen(head: Head, promise: Promise) -> bool:
    if head.pushed and promise.lexicon.natures.deciding.search(head.words):
        return False
    # « Transmettre. »: a verb alone, at no moment, is a motto.
    return len(head.clause.tokens) > 1 or len(promise.clauses) > 1


def _when(promise: Promise) -> bool:
    return any(True for _ in _moments(promise)) or any(
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
    if moment.end == moment.start or part.role is Role.REASON:
        return False
    if part.role is Role.RELATIVE and promise.lexicon.times.gone.search(part.words):
        return False
    if part.role is Role.CONTENT:
        return bool(promise.lexicon.times.deadline.search(promise.text, 0, moment.start))
    return True


def _due(promise: Promise) -> date | None:
    headed = {head.clause for head in promise.heads}
    found = sorted(_moments(promise), key=lambda pair: _apart(pair[1], headed))
    for moment, part in found:
        if moment.sort is Sort.DAY and moment.day and part.role is not Role.CONDITION:
            return moment.day
    if any(moment.sort is Sort.RECURRENCE for moment, _ in found):
        return None
    if promise.lexicon.times.repeated.search(promise.text):
        return None
    clocks = [(m, p) for m, p in found if m.day and p.role not in {Role.CUE, Role.CONDITION}]
    if promise.clauses[0].role is Role.CONDITION or any(m.sort is Sort.DAY for m, _ in found):
        return None
    return clocks[0][0].day if clocks else None


def _apart(part: Clause, headed: set[Clause]) -> bool:
    """Say whether a clause only stands near the promise, in a sentence of its own."""
    return part.loose and part not in headed


def _own_control(promise: Promise) -> bool:
    lexicon = promise.lexicon
    if any(h.kind is Kind.OUTCOME or h.pushed for h in promise.heads):
        return False
    subjects = {h.subject for h in promise.heads}
    if Subject.WRITER in subjects or Subject.IMPLICIT in subjects:
        return True
    if Subject.JOINT in subjects:
        return any(lexicon.subjects.meetable.search(h.words) for h in promise.heads)
    return False


def _indicator(promise: Promise) -> bool:
    lexicon = promise.lexicon
    words = " , ".join(
        _from_verb(_without_opening(_unnamed(p), lexicon), lexicon)
        for p in promise.clauses
        if p.role in {Role.MAIN, Role.PURPOSE} and not p.loose
    )
    kinds = {h.kind for h in promise.heads}
    acts = kinds & {Kind.ACT, Kind.DECISION}
    if any(h.pushed and not lexicon.natures.state_of_other.search(h.words) for h in promise.heads):
        return True
    vague = left_open(words, lexicon) is not None
    attitude = not acts and Kind.OUTCOME not in kinds
    if counted(words, lexicon, known=vague or attitude, intensified=attitude):
        return True
    if vague:
        return bool(acts) and delivered(words, lexicon)
    if Kind.OUTCOME in kinds:
        return bool(
            lexicon.outcomes.won.search(words) or lexicon.outcomes.outcome.search(words)
        ) or any(c.isdigit() for c in words)
    return bool(acts)


def _from_verb(words: str, lexicon: Lexicon) -> str:
    """Drop what stands before the writer: 'with 14 cases open I …' measures nothing."""
    found = lexicon.subjects.writer.search(words)
    return words[found.end() :] if found else words


def _without_opening(words: str, lexicon: Lexicon) -> str:
    opened = lexicon.joints.opening.match(words)
    return words[opened.end() :] if opened else words


def _unnamed(part: Clause) -> str:
    """The words of a clause without its names: 'ask Ines' has no plural."""
    words = " ".join(
        "nn" if token.capital and n else token.word for n, token in enumerate(part.tokens)
    )
    return words


def _acknowledged(
    text: str, every: tuple[Sentence, ...], moments: tuple[Moment, ...], lexicon: Lexicon
) -> Reading:
    """'OK, by Friday' promises something by a date without saying what."""
    days = [
        m for m in moments if m.sort is Sort.DAY and not lexicon.times.of.search(text, 0, m.start)
    ]
    words = " ".join(sentence.words for sentence in every)
    if not days or not lexicon.silence.acknowledged.match(words) or any(s.asked for s in every):
        return NOTHING
    if any(is_idle(s.words, lexicon) or lexicon.silence.refused.search(s.words) for s in every):
        return NOTHING
    return Reading(action=False, when=True, indicator=False, own_control=True, due=days[0].day)
