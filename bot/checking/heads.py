"""The head of a promise: who does it, what sort of verb it is, and how firmly it is said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from bot.checking.clauses import MARK, Clause
from bot.checking.lexicon import Kind, Lexicon, Role


class Subject(Enum):
    """Who is said to do it."""

    WRITER = auto()
    JOINT = auto()
    OTHER = auto()
    IMPLICIT = auto()


@dataclass(frozen=True, slots=True)
class Head:
    """What one main clause promises; `words` begin with its verb or noun."""

    subject: Subject
    kind: Kind
    hedged: bool
    words: str
    clause: Clause
    verbal: bool = True
    pushed: bool = False


def find_heads(parts: tuple[Clause, ...], lexicon: Lexicon) -> tuple[Head, ...]:
    """Find the heads of the main clauses of a sentence, in order."""
    return tuple(_heads(parts, lexicon))


def _heads(parts: tuple[Clause, ...], lexicon: Lexicon) -> Iterator[Head]:
    last: Head | None = None
    hedge = False
    parts = _concluded(parts, lexicon)
    for part in parts:
        if part.role is not Role.MAIN:
            continue
        governed = part.after in lexicon.joints.subordinators
        hedge = hedge or (governed and last is not None and last.hedged)
        head = _head(part, lexicon)
        if (
            head
            and not lexicon.subjects.noun_phrase.match(head.words)
            and lexicon.subjects.from_writer.search(part.words)
        ):
            head = replace(head, subject=Subject.WRITER, kind=Kind.ACT)
        if head is None:  # a fragment: 'maybe,' colours what follows
            hedge = hedge or bool(lexicon.subjects.hedged.search(part.words))
            continue
        head = _joined(head, last, hedge, lexicon)
        if head:
            last = head
            yield head


def _concluded(parts: tuple[Clause, ...], lexicon: Lexicon) -> tuple[Clause, ...]:
    """After 'so I …' only what follows is promised; the rest is how it came to that."""
    at = next(
        (
            n
            for n, part in enumerate(parts)
            if part.role is Role.MAIN
            and (
                part.after in lexicon.joints.concluding
                or lexicon.joints.concluded.match(part.words)
            )
            and lexicon.subjects.writer.search(part.words)
        ),
        0,
    )
    return parts[at:]


def _joined(head: Head, last: Head | None, hedge: bool, lexicon: Lexicon) -> Head | None:
    """Let a clause without a subject go on with what stands before it."""
    if last is None or head.subject is not Subject.IMPLICIT:
        return _hedged(head) if hedge else head
    goes_on = head.clause.after in lexicon.joints.coordinators and lexicon.subjects.opens_with_verb(
        head.words
    )
    if not head.verbal or not (
        goes_on
        or lexicon.subjects.surely_verb(head.words)
        or head.words.split()[0] in lexicon.natures.kinds
    ):
        return None
    return Head(
        last.subject,
        head.kind,
        last.hedged or head.hedged or hedge,
        head.words,
        head.clause,
        head.verbal,
        head.pushed,
    )


def _hedged(head: Head) -> Head:
    return Head(
        head.subject, head.kind, True, head.words, head.clause, head.verbal, head.pushed
    )  # fmt: skip


def _head(part: Clause, lexicon: Lexicon) -> Head | None:
    words = part.words
    opened = lexicon.joints.opening.match(words)
    rest = words[opened.end() :] if opened else words
    if not rest.strip(f" {MARK}"):
        return None
    rest = rest.strip().removeprefix("'s ")
    if lexicon.subjects.done_for.match(rest):
        return Head(Subject.WRITER, Kind.UNNAMED, False, rest, part)
    subject, verb = _subject(rest, lexicon)
    if subject is Subject.IMPLICIT and lexicon.subjects.fragment.match(verb):
        return None
    auxiliaries = lexicon.subjects.auxiliaries.match(verb)
    main = verb[auxiliaries.end() :] if auxiliaries and subject is not Subject.OTHER else verb
    if lexicon.subjects.noun_phrase.match(verb):
        main = verb
    main = main.strip(f" {MARK}") or verb.strip(f" {MARK}")
    if not main:
        return None
    verbal = subject is not Subject.IMPLICIT or _is_verb(main, verb, lexicon)
    return Head(
        subject,
        _kind(main, verb, subject, verbal, lexicon),
        bool(lexicon.subjects.hedged.search(words)),
        main,
        part,
        verbal,
        bool(lexicon.natures.pushing.search(verb)),
    )


def _subject(rest: str, lexicon: Lexicon) -> tuple[Subject, str]:
    """Tell the subject, and return the words from its verb on."""
    tokens = rest.split()
    for at, word in enumerate(tokens):
        if word in lexicon.subjects.first:
            return Subject.WRITER, " ".join(tokens[at + 1 :])
        if word in lexicon.subjects.joint and lexicon.subjects.joint_here.search(
            " ".join(tokens[: at + 3])
        ):
            return Subject.JOINT, " ".join(tokens[at + 1 :])
    if (
        not _opens_verb(rest, lexicon)
        and not lexicon.subjects.cannot_do.search(rest)
        and (lexicon.subjects.third.search(rest) or lexicon.subjects.says_of_others(rest))
    ):
        return Subject.OTHER, rest
    return Subject.IMPLICIT, rest


def _opens_verb(rest: str, lexicon: Lexicon) -> bool:
    return bool(lexicon.subjects.infinitive.match(rest))


def _is_verb(main: str, verb: str, lexicon: Lexicon) -> bool:
    first = main.split()[0]
    if lexicon.subjects.noun_phrase.match(main):
        return False
    if first in lexicon.natures.kinds or lexicon.subjects.surely_verb(main):
        return True
    if lexicon.subjects.not_verb.search(main):
        return False
    return lexicon.subjects.opens_with_verb(main)


def _kind(main: str, verb: str, subject: Subject, verbal: bool, lexicon: Lexicon) -> Kind:
    """Tell the sort of a head: the verb's own, unless the words beside it say otherwise."""
    figure = not verbal or (
        subject is Subject.IMPLICIT
        and not lexicon.subjects.surely_verb(main)
        and lexicon.natures.kinds.get(main.split()[0]) not in {Kind.STATE, Kind.MENTAL}
    )
    if lexicon.outcomes.won.search(main) or (figure and lexicon.outcomes.outcome.search(main)):
        return Kind.OUTCOME
    if _held_back(verb, lexicon):
        return Kind.ACT
    if subject is Subject.OTHER:
        return _kind_of_other(main, lexicon)
    if not verbal:
        return _kind_of_noun(main, lexicon)
    kind = lexicon.natures.kinds.get(main.split()[0], Kind.ACT)
    figure = lexicon.outcomes.metric.search(main)
    if figure and (kind is Kind.DEVELOPMENT or (kind is Kind.LIGHT and _has_digit(main))):
        kind = Kind.OUTCOME
    if kind is Kind.OUTCOME:
        kind = Kind.OUTCOME if lexicon.outcomes.metric.search(main) else Kind.LIGHT
    if lexicon.natures.unnamed.match(main):
        return Kind.UNNAMED
    if kind is Kind.LIGHT:
        kind = Kind.STATE if _attitude(main, lexicon) else Kind.ACT
    if kind is Kind.ACT and lexicon.natures.quality.match(main):
        kind = Kind.STATE
    if lexicon.natures.having.match(main) and lexicon.outcomes.figure_state.search(main):
        kind = Kind.STATE
    if kind is Kind.DECISION:
        kind = Kind.ACT
    if kind is Kind.ACT and lexicon.natures.attitude_verb.match(main):
        return Kind.STATE
    if kind is Kind.ACT and lexicon.natures.improving.search(f"{verb.partition(main)[0]} {main}"):
        return Kind.DEVELOPMENT
    if kind is not Kind.ACT and lexicon.natures.other_act.search(main):
        return Kind.ACT
    return kind


def _held_back(verb: str, lexicon: Lexicon) -> bool:
    """Say whether something one could watch is left undone, or done by the way."""
    return any(
        _left_undone(next(filter(None, found.groups()), None), lexicon)
        for found in lexicon.natures.holding_back.finditer(verb)
    )


def _left_undone(verb: str | None, lexicon: Lexicon) -> bool:
    if verb is None:  # the pattern names the act itself: 'stay silent'
        return True
    active = {Kind.ACT, Kind.OUTCOME, Kind.DECISION}
    return lexicon.natures.kinds.get(verb, Kind.ACT) in active and lexicon.subjects.opens_with_verb(
        verb
    )


_FEW = re.compile(r"\b(?:zero|half|double|two|three|five|ten|deux|trois|cinq|dix|moitie)\b")


def _has_digit(words: str) -> bool:
    return any(letter.isdigit() for letter in words) or bool(_FEW.search(words))


def _kind_of_other(main: str, lexicon: Lexicon) -> Kind:
    if (
        lexicon.outcomes.metric_subject.match(main)
        or lexicon.outcomes.outcome.search(main)
        or (lexicon.outcomes.metric.search(main) and lexicon.amounts.open_amount.search(main))
    ):
        return Kind.OUTCOME
    if lexicon.natures.decision_of_other.search(main):
        return Kind.DECISION
    return Kind.STATE if lexicon.natures.state_of_other.search(main) else Kind.ACT


def _kind_of_noun(main: str, lexicon: Lexicon) -> Kind:
    if lexicon.outcomes.figure_state.search(main):
        return Kind.OUTCOME if lexicon.outcomes.metric.search(main) else Kind.STATE
    if lexicon.outcomes.metric.match(main) and _has_digit(main):
        return Kind.OUTCOME
    if lexicon.natures.quality.match(main):
        return Kind.STATE
    if lexicon.natures.act_noun.search(main):
        return Kind.ACT
    if _attitude(main, lexicon) and not any(c.isdigit() for c in main):
        return Kind.STATE
    if lexicon.outcomes.metric.search(main):
        return Kind.OUTCOME
    if main[0].isdigit() and not lexicon.amounts.deliverable.search(main):
        return Kind.OUTCOME if lexicon.outcomes.gained.search(main) else Kind.STATE
    changed = lexicon.subjects.noun_phrase.match(main) and not lexicon.natures.countable.search(
        main
    )
    return Kind.STATE if changed or _attitude(main, lexicon) else Kind.ACT


def _attitude(main: str, lexicon: Lexicon) -> bool:
    """Say whether what stands near the verb is an attitude, before any act beside it."""
    return bool(lexicon.natures.attitude.search(" ".join(main.split()[:5])))
