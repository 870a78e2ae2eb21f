"""The head of a promise: who does it, what sort of verb it is, and how firmly it is said."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from bot.checking.clauses import MARK, Clause
from bot.checking.lexicon import Kind, Lexicon, Role
from bot.checking.natures import kind_of_noun, kind_of_others, kind_of_verb
from bot.checking.silence import unopened


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
    words: str
    clause: Clause
    hedged: bool = False
    verbal: bool = True
    pushed: bool = False


def find_heads(parts: tuple[Clause, ...], lexicon: Lexicon) -> tuple[Head, ...]:
    """Find the heads of the main clauses of a sentence, in order."""
    return tuple(_heads(parts, lexicon))


def concluded(parts: tuple[Clause, ...], lexicon: Lexicon) -> tuple[Clause, ...]:
    """Leave out what came before 'so I …': only what follows is promised."""
    for at, part in enumerate(parts):
        if part.role is Role.MAIN and _concludes(part, lexicon):
            return parts[at:]
    return parts


def _concludes(part: Clause, lexicon: Lexicon) -> bool:
    joints = lexicon.joints
    words = f"{part.after} {part.words}" if part.after in joints.concluding else part.words
    so = joints.concluded.match(words)
    return bool(so and lexicon.subjects.writer.search(part.words))


def _heads(parts: tuple[Clause, ...], lexicon: Lexicon) -> Iterator[Head]:
    """Yield heads; 'maybe,' or 'I would like that' colours what follows it."""
    last: Head | None = None
    hedged = False
    for part in parts:
        if part.role is not Role.MAIN:
            condition = f"{part.after} {part.words}" if part.role is Role.CONDITION else ""
            hedged = hedged or bool(lexicon.subjects.hedged.search(condition))
            continue
        governed = part.after in lexicon.joints.subordinators
        hedged = hedged or (governed and last is not None and last.hedged)
        head = _head(part, lexicon)
        if head is None:
            hedged = hedged or bool(lexicon.subjects.hedged.search(part.words))
        elif joined := _joined(head, last, lexicon):
            last = replace(joined, hedged=True) if hedged else joined
            yield last


def _joined(head: Head, last: Head | None, lexicon: Lexicon) -> Head | None:
    """Let a clause without a subject go on with what stands before it; None if it adds nothing."""
    if last is None or head.subject is not Subject.IMPLICIT:
        return head
    if not head.verbal or not _goes_on(head, lexicon):
        return None
    return replace(head, subject=last.subject, hedged=last.hedged or head.hedged)


def _goes_on(head: Head, lexicon: Lexicon) -> bool:
    linked = head.clause.after in lexicon.joints.coordinators
    return (
        (linked and lexicon.subjects.opens_with_verb(head.words))
        or lexicon.subjects.surely_verb(head.words)
        or head.words.split(maxsplit=1)[0] in lexicon.natures.kinds
    )


def _head(part: Clause, lexicon: Lexicon) -> Head | None:
    """Find the head of one clause; None if it is a fragment."""
    words = unopened(part.words, lexicon).strip().removeprefix("'s ")
    if not words.strip(f" {MARK}"):
        return None
    if lexicon.subjects.done_for.match(words):
        return Head(Subject.WRITER, Kind.UNNAMED, words, part)
    subject, said = _subject(words, lexicon)
    if subject is Subject.IMPLICIT and lexicon.subjects.fragment.match(said):
        return None
    main = _main(subject, said, lexicon)
    if not main:
        return None
    verbal = subject is not Subject.IMPLICIT or _is_verb(main, lexicon)
    head = Head(
        subject,
        _kind(subject, verbal, main, said, lexicon),
        main,
        part,
        hedged=bool(lexicon.subjects.hedged.search(part.words)),
        verbal=verbal,
        pushed=bool(lexicon.natures.pushing.search(said)),
    )
    return _by_writer(head, lexicon)


def _by_writer(head: Head, lexicon: Lexicon) -> Head:
    """'A letter goes out from me' is the writer's act, whatever its subject."""
    subjects = lexicon.subjects
    own = head.subject is Subject.WRITER  # 'I take care of me'
    if own or not subjects.from_writer.search(head.clause.words):
        return head
    acts = lexicon.natures.act_noun.search(head.words)  # 'no calls from me' can be watched
    none = subjects.noun_phrase.match(head.words) and not acts  # 'no delay on my side'
    return replace(head, subject=Subject.WRITER, kind=Kind.STATE if none else Kind.ACT)


def _subject(words: str, lexicon: Lexicon) -> tuple[Subject, str]:
    """Tell the subject, and return the words from its verb on."""
    tokens = words.split()
    for at, word in enumerate(tokens):
        if word in lexicon.subjects.first:
            return Subject.WRITER, " ".join(tokens[at + 1 :])
        upto = " ".join(tokens[: at + 3])
        if word in lexicon.subjects.joint and lexicon.subjects.joint_here.search(upto):
            return Subject.JOINT, " ".join(tokens[at + 1 :])
    return (Subject.OTHER if _others(words, lexicon) else Subject.IMPLICIT), words


def _others(words: str, lexicon: Lexicon) -> bool:
    subjects = lexicon.subjects
    if subjects.infinitive.match(words) or subjects.cannot_do.search(words):
        return False
    return bool(subjects.third.search(words)) or subjects.says_of_others(words)


def _main(subject: Subject, said: str, lexicon: Lexicon) -> str:
    """Return the words from the head verb on, without auxiliaries."""
    found = lexicon.subjects.auxiliaries.match(said)
    bare = subject is Subject.OTHER or lexicon.subjects.noun_phrase.match(said)
    main = said if bare or found is None else said[found.end() :]
    return main.strip(f" {MARK}") or said.strip(f" {MARK}")


def _is_verb(main: str, lexicon: Lexicon) -> bool:
    subjects = lexicon.subjects
    if subjects.noun_phrase.match(main):
        return False
    if main.split(maxsplit=1)[0] in lexicon.natures.kinds or subjects.surely_verb(main):
        return True
    return not subjects.not_verb.search(main) and subjects.opens_with_verb(main)


def _kind(subject: Subject, verbal: bool, main: str, said: str, lexicon: Lexicon) -> Kind:
    if subject is Subject.OTHER:
        return kind_of_others(main, lexicon)
    if not verbal:
        return kind_of_noun(main, lexicon)
    if subject is Subject.IMPLICIT and _moves(main, lexicon):
        return Kind.OUTCOME
    return kind_of_verb(main, said, lexicon)


def _moves(main: str, lexicon: Lexicon) -> bool:
    """'Yield 92 %' begins with a word that could be a verb, and is a figure."""
    kind = lexicon.natures.kinds.get(main.split(maxsplit=1)[0])
    sure = lexicon.subjects.surely_verb(main) or kind in {Kind.STATE, Kind.MENTAL, Kind.LIGHT}
    return not sure and bool(lexicon.outcomes.outcome.search(main))
