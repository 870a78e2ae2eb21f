"""A text cut into sentences and clauses, each with what it does for the promise."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.checking.lexicon import Lexicon, Role
from bot.checking.moments import Moment
from bot.checking.tokens import Token, words_of

MARK = "#"
"""What stands for a moment in the words of a clause."""

_ENDS = frozenset(".!?…;")
_STOPS = frozenset(",:()/-–—=>")
_QUOTES = frozenset('"«»“”')
_LONGEST_SUBORDINATOR = 4
_LONGEST_ASIDE = 7
_SHORT_OPENING = 3
_SHORTEST_CUE = 2


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of words with one role; `after` is the mark or word it was cut off by."""

    role: Role
    tokens: tuple[Token, ...]
    after: str = ""
    loose: bool = False

    @property
    def words(self) -> str:
        """Its words, moments as marks, without the subordinator."""
        return words_of(self.tokens)

    @property
    def start(self) -> int:
        """Where it begins in the spelt text."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends in the spelt text."""
        return self.tokens[-1].end


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens up to a full stop; `asked` where that is a question mark."""

    tokens: tuple[Token, ...]
    asked: bool

    @property
    def words(self) -> str:
        """Its words, moments as marks."""
        return words_of(self.tokens)


def sentences(tokens: tuple[Token, ...]) -> Iterator[Sentence]:
    """Cut a text into sentences."""
    run: list[Token] = []
    quoted = False
    for token in tokens:
        quoted = quoted != (token.word in _QUOTES)
        if token.word in _ENDS and not (
            quoted and any(t.word in _QUOTES for t in tokens[tokens.index(token) :])
        ):
            if run:
                yield Sentence(tuple(run), token.word == "?")
            elif token.word == "?":
                yield Sentence((token,), asked=True)
            run = []
        else:
            run.append(token)
    if run:
        yield Sentence(tuple(run), asked=False)


def marked(tokens: tuple[Token, ...], moments: tuple[Moment, ...]) -> tuple[Token, ...]:
    """Put one mark in the place of each moment."""
    left = [moment for moment in moments if moment.end > moment.start]
    kept: list[Token] = []
    for token in tokens:
        while left and token.start >= left[0].end:
            left.pop(0)
        if left and token.start >= left[0].start:
            if not (kept and kept[-1].word == MARK and kept[-1].start == left[0].start):
                kept.append(Token(MARK, left[0].start, left[0].end))
        else:
            kept.append(token)
    return _without_asides(tuple(kept))


def _without_asides(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Drop the commas around a moment: 'I will, by Friday, call Ben' is one clause."""
    kept = list(tokens)
    for at, token in enumerate(tokens):
        ahead = [t.word for t in tokens[at : at + _LONGEST_ASIDE]]
        if token.word == "," and MARK in ahead and "," in ahead[1:]:
            close = ahead.index(",", 1)
            if ahead[1:close].count(MARK) == 1 and ahead[close - 1] == MARK and _opens(tokens[:at]):
                kept = [t for t in kept if t not in {token, tokens[at + close]}]
    return tuple(kept)


def _opens(before: tuple[Token, ...]) -> bool:
    """Say whether hardly anything stands before an aside, so that no clause is complete yet."""
    start = max((n + 1 for n, t in enumerate(before) if t.word in _ENDS | _STOPS), default=0)
    return 0 < len(before) - start <= _SHORT_OPENING


def clauses(sentence: Sentence, lexicon: Lexicon) -> tuple[Clause, ...]:
    """Cut a sentence at marks, at subordinators, and where a new subject begins."""
    return tuple(_Cutter(sentence.tokens, lexicon).cut())


class _Cutter:
    """One walk along the tokens of a sentence."""

    def __init__(self, tokens: tuple[Token, ...], lexicon: Lexicon) -> None:
        self.tokens, self.lexicon = tokens, lexicon
        self.done: list[Clause] = []
        self.run: list[Token] = []
        self.role, self.after = Role.MAIN, ""
        self.quoted = False

    def cut(self) -> list[Clause]:
        """Return the clauses in order."""
        at = 0
        while at < len(self.tokens):
            at += self._step(at)
        self._close(Role.MAIN, "")
        return self.done

    def _step(self, at: int) -> int:
        word = self.tokens[at].word
        if word in _QUOTES:
            self.quoted = not self.quoted
            self._close(Role.CONTENT if self.quoted else Role.MAIN, word)
        elif word in _STOPS:
            self._close(Role.CONTENT if self.quoted else self._after_stop(at), word)
        elif self.quoted:
            self.run.append(self.tokens[at])
        elif length := self._subordinator(at):
            words = words_of(self.tokens[at : at + length])
            self._close(self._role(words, at), words)
            return length
        elif self._new_subject(at):
            self._close(Role.MAIN, self._linked() or word)
            self.run.append(self.tokens[at])
        elif self._resumes(at):
            self._close(Role.MAIN, "")
            self.run.append(self.tokens[at])
        elif self._new_verb(at):
            self._close(Role.MAIN if self.role is Role.PURPOSE else self.role, word)
        else:
            self.run.append(self.tokens[at])
        return 1

    def _close(self, role: Role, after: str) -> None:
        if self.run:
            self.done.append(Clause(self.role, tuple(self.run), self.after))
        self.run, self.role, self.after = [], role, after

    def _after_stop(self, at: int) -> Role:
        """A side clause goes on after a comma where a subject still follows in the sentence."""
        if self.role in {Role.MAIN, Role.PURPOSE} or self.tokens[at].word != ",":
            return Role.MAIN
        rest = [token.word for token in self.tokens[at + 1 :]]
        if rest and rest[0] in self.lexicon.joints.turning:
            return Role.MAIN
        subject = next((n for n, word in enumerate(rest) if self._first(word)), None)
        comma = next((n for n, word in enumerate(rest) if word in _STOPS), None)
        return (
            self.role
            if comma is not None and subject is not None and comma < subject
            else Role.MAIN
        )

    def _first(self, word: str) -> bool:
        return word in self.lexicon.subjects.first or word in self.lexicon.subjects.joint

    def _subordinator(self, at: int) -> int:
        """Return how many tokens here make a subordinator."""
        for length in range(_LONGEST_SUBORDINATOR, 0, -1):
            words = words_of(self.tokens[at : at + length])
            if len(words.split()) == length and words in self.lexicon.joints.subordinators:
                follower = words_of(self.tokens[at + length : at + length + 3])
                before = words_of(tuple(self.run[-4:]))
                spot = f"{before} <{words}> {follower}"
                return 0 if self.lexicon.joints.no_subordinator.search(spot) else length
        return 0

    def _role(self, words: str, at: int) -> Role:
        role = self.lexicon.joints.subordinators[words]
        before = words_of(self.tokens[max(0, at - 6) : at])
        if self.lexicon.joints.governors.search(before):
            return Role.MAIN
        if role in {Role.CUE, Role.CONDITION} and self.lexicon.joints.asking.search(before):
            return Role.CONTENT
        if role is Role.RELATIVE and self.lexicon.joints.telling.search(before):
            return Role.CONTENT
        return role

    def _new_subject(self, at: int) -> bool:
        """Say whether the writer takes over here: 'when Tom asks I answer'."""
        word = self.tokens[at].word
        if not (self._first(word) or word in self.lexicon.joints.takes_over) or not self.run:
            return False
        if all(token.word in self.lexicon.joints.coordinators for token in self.run):
            return False
        if (
            self.run[-1].word in self.lexicon.joints.coordinators
            and word in self.lexicon.joints.takes_over
        ):
            return True
        if self.role is not Role.MAIN:
            empty = self.lexicon.times.empty_cue.search(f"{self.after} {words_of(tuple(self.run))}")
            return (len(self.run) > 1 or bool(empty)) and word in self.lexicon.subjects.first
        return self.run[-1].word in self.lexicon.joints.coordinators

    def _linked(self) -> str:
        """Take the 'so' or 'and' off the end of a clause."""
        linked = self.run[-1].word in self.lexicon.joints.coordinators and len(self.run) > 1
        return self.run.pop().word if linked else ""

    def _resumes(self, at: int) -> bool:
        """Say whether a cue ends here without a comma."""
        if self.role not in {Role.CUE, Role.CONDITION} or len(self.run) < _SHORTEST_CUE:
            return False
        after = words_of(self.tokens[at : at + 4])
        return self.lexicon.joints.resumes(words_of(tuple(self.run)), after)

    def _new_verb(self, at: int) -> bool:
        """Say whether 'and' begins another verb here: 'be calm and call Ben'."""
        if self.tokens[at].word not in self.lexicon.joints.coordinators or not self.run:
            return False
        after = words_of(self.tokens[at + 1 : at + 5])
        verb = self.lexicon.joints.goes_on.match(after) or self.lexicon.joints.acts_on.match(after)
        return self.role in {Role.MAIN, Role.PURPOSE} and bool(verb)
