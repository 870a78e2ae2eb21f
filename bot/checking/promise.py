"""The part of a text that promises something, taken apart; what only surrounds it is left out."""

import re
from dataclasses import dataclass, replace

from bot.checking.clauses import MARK, Clause, Sentence, clauses
from bot.checking.heads import Head, Subject, concluded, find_heads
from bot.checking.lexicon import Kind, Lexicon, Role
from bot.checking.moments import Moment
from bot.checking.silence import is_filler, is_idle, is_refused, is_silent

_SERIOUSLY = re.compile(r"\b(?:seriously|joking aside|serieusement|blague a part)\b")


@dataclass(frozen=True, slots=True)
class Promise:
    """The clauses of a promise, their heads, and the moments of its text."""

    text: str
    clauses: tuple[Clause, ...]
    heads: tuple[Head, ...]
    moments: tuple[Moment, ...]
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class _Read:
    """One sentence: the clauses that are no report or complaint, and their heads."""

    live: tuple[Clause, ...]
    heads: tuple[Head, ...]
    whole: bool


def find_promise(
    text: str, every: tuple[Sentence, ...], moments: tuple[Moment, ...], lexicon: Lexicon
) -> Promise | None:
    """Keep the sentences that promise something, and in them the clauses that do."""
    said = [_read(sentence, lexicon) for sentence in every]
    kept = [one for one in said if one and (one.whole or _any_promising(one.heads, lexicon))]
    heads = tuple(head for one in kept for head in one.heads)
    if not all(one is None or one.whole for one in said) and not _any_promising(heads, lexicon):
        return None
    leading = _leading(heads, lexicon)
    parts = tuple(part for one in kept for part in _around(one, leading))
    if not leading or not _means_it(leading, parts, moments, lexicon):
        return None
    return Promise(text, parts, leading, moments, lexicon)


def _read(sentence: Sentence, lexicon: Lexicon) -> _Read | None:
    """Take a sentence apart; None if it promises nothing, however its clauses look."""
    parts = tuple(p for p in clauses(sentence, lexicon) if not is_filler(p.words, lexicon))
    if is_silent(sentence.words, sentence.asked, parts, lexicon) or _refuses(parts, lexicon):
        return None
    told = concluded(parts, lexicon)
    live = tuple(p for p in told if p.role is not Role.MAIN or not is_idle(p.words, lexicon))
    return _Read(live, find_heads(live, lexicon), whole=len(live) == len(told))


def _refuses(parts: tuple[Clause, ...], lexicon: Lexicon) -> bool:
    """Say whether a sentence begins with a refusal and does not go on with 'but …'."""
    turning = lexicon.joints.turning
    if any(_SERIOUSLY.search(part.words) for part in parts):
        return False
    return any(is_refused(part.words, lexicon) for part in parts[:1]) and not any(
        part.after in turning or part.tokens[0].word in turning for part in parts[1:]
    )


def _any_promising(heads: tuple[Head, ...], lexicon: Lexicon) -> bool:
    return any(_promising(head, lexicon) for head in heads)


def _promising(head: Head, lexicon: Lexicon) -> bool:
    """Beside a report or a complaint only a verb with a future is a promise."""
    if head.subject is Subject.OTHER:
        return bool(lexicon.subjects.future.search(head.words)) or MARK in head.words
    return head.verbal and (
        head.kind is not Kind.STATE or bool(lexicon.silence.promising.search(head.clause.words))
    )


def _leading(heads: tuple[Head, ...], lexicon: Lexicon) -> tuple[Head, ...]:
    """Where the writer promises, what others do and bare nouns are only its setting."""
    own = [h for h in heads if h.subject in {Subject.WRITER, Subject.JOINT}]
    if own and all(h.kind is Kind.UNNAMED for h in own):
        noted = lexicon.silence.acknowledged  # 'the report: I'll do it'
        return (*own, *(h for h in heads if not h.verbal and not noted.match(h.words)))
    if own:
        return tuple(h for h in heads if h in own or _commanded(h, lexicon))
    verbal = [h for h in heads if h.verbal]
    nouns = [h for h in heads if not h.verbal and lexicon.natures.act_noun.search(h.words)]
    return (*verbal, *nouns) if verbal else heads


def _commanded(head: Head, lexicon: Lexicon) -> bool:
    implicit = head.subject is Subject.IMPLICIT
    return implicit and lexicon.subjects.surely_verb(head.words)


def _around(one: _Read, leading: tuple[Head, ...]) -> tuple[Clause, ...]:
    """Return the clauses of a sentence that belong to the promise, or stand loosely beside it."""
    found = set(one.heads) & set(leading)
    if not found and not all(head.subject is Subject.IMPLICIT for head in one.heads):
        return ()
    acting = {head for head in leading if head.kind is Kind.ACT and not head.hedged}
    if not one.heads or found & (acting or set(leading)):
        return one.live
    return tuple(replace(part, loose=True) for part in one.live)


def _means_it(
    heads: tuple[Head, ...],
    parts: tuple[Clause, ...],
    moments: tuple[Moment, ...],
    lexicon: Lexicon,
) -> bool:
    """A bare noun, or what others are, is a promise only where a moment or an act is named."""
    others = [head for head in heads if head.subject is Subject.OTHER]
    if _timed(parts, moments) or any(h.verbal for h in heads if h not in others):
        return True
    if others:
        return any(
            h.kind is not Kind.STATE or lexicon.subjects.future.search(h.words) for h in others
        )
    return any(h.kind is not Kind.ACT or lexicon.natures.act_noun.search(h.words) for h in heads)


def _timed(parts: tuple[Clause, ...], moments: tuple[Moment, ...]) -> bool:
    return any(
        part.role in {Role.CUE, Role.CONDITION}
        or any(part.start <= moment.start < part.end for moment in moments)
        for part in parts
    )
