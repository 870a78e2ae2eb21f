"""What the checker knows of a language: closed classes of words, never lists of all acts.

The words stand in `english.py` and `french.py`, plain; both fill the same fields, so that the
rules read either language. A verb in none of the classes is an act.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from bot.checking.phrasebook import Phrasebook
from bot.language import Lang

Pattern = re.Pattern[str]


class Role(Enum):
    """What a clause does for the promise."""

    MAIN = auto()
    CUE = auto()  # when, as soon as: the situation that triggers the act
    CONDITION = auto()  # if, every time: a cue that may come often or never
    REASON = auto()
    PURPOSE = auto()
    RELATIVE = auto()
    CONTENT = auto()  # what is said, asked or known


class Kind(Enum):
    """What sort of verb heads a clause."""

    ACT = auto()
    STATE = auto()  # being, having, feeling: attitudes and traits
    MENTAL = auto()  # thinking, prioritising
    DEVELOPMENT = auto()  # improving, working on
    SCALE = auto()  # increase, reduce: an outcome, an act with a number, else development
    OUTCOME = auto()  # reaching a figure, winning
    DECISION = auto()  # agreeing, approving: an act of the writer, a mood of others
    LIGHT = auto()  # have, take, make: the noun beside it decides
    UNNAMED = auto()  # do it, take care of it


@dataclass(frozen=True, slots=True, eq=False)
class Spelling:
    """How a word is spelt out: short forms, glued words, typing errors."""

    elides: bool  # words glued to the next by an apostrophe
    accented: tuple[
        tuple[Pattern, str | Callable[[re.Match[str]], str]], ...
    ]  # read before accents are dropped
    short_forms: Mapping[str, str]
    glued: tuple[tuple[Pattern, str], ...]
    phrases: tuple[tuple[Pattern, str], ...]
    correctable: tuple[str, ...]
    real_words: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Silence:
    """Sentences and clauses that promise nothing."""

    acknowledged: Pattern
    refused: Pattern
    complained: Pattern
    reported: Pattern
    filler: Pattern  # 'we'll see', « quoi »
    asked: Pattern
    promising: Pattern
    announcing: Pattern  # begins a promise that may end in a question


@dataclass(frozen=True, slots=True, eq=False)
class Joints:
    """Where one clause ends and another begins, and what each does."""

    subordinators: Mapping[str, Role]
    no_subordinator: Pattern  # reads 'words before <subordinator> words after'
    telling: Pattern  # before 'that': what follows is the message
    asking: Pattern  # before 'if': what follows is the question asked
    coordinators: frozenset[str]
    goes_on: Pattern  # a verb after 'and'
    resumes: Callable[[str, str], bool]  # after a cue without a comma
    acts_on: Pattern  # any word with an object after 'and'
    takes_over: frozenset[str]  # a subject after 'and' that is not the writer
    concluding: frozenset[str]  # 'so': what stood before was the reason
    concluded: Pattern  # a clause that begins so
    turning: frozenset[str]  # 'but': whatever stood before, a main clause follows
    opening: Pattern  # words before the subject that say nothing of it
    governors: Pattern  # 'I promise that', « il faut que »: the promise is what follows


@dataclass(frozen=True, slots=True, eq=False)
class Subjects:
    """Who is said to do it, and how firmly."""

    writer: Pattern  # the first person as a subject
    first: frozenset[str]
    joint: frozenset[str]
    joint_here: Pattern  # reads up to the word after 'we': the subject, not an object
    infinitive: Pattern  # opens a clause without a subject
    noun_phrase: Pattern  # opens one that has no verb, whatever follows
    auxiliaries: Pattern
    hedged: Pattern
    surely_verb: Callable[[str], bool]  # even where a noun could stand
    opens_with_verb: Callable[[str], bool]
    says_of_others: Callable[[str], bool]
    third: Pattern
    cannot_do: Pattern  # a bare noun that only looks like a subject: 'notes for', 'calls with'
    not_verb: Pattern  # opens a noun phrase
    fragment: Pattern  # belongs to what stands before it
    from_writer: Pattern  # whatever the subject, the writer does it
    done_for: Pattern  # 'you will have it', « ce sera fait »
    future: Pattern  # of others: a promise and no report
    meetable: Pattern


@dataclass(frozen=True, slots=True, eq=False)
class Natures:
    """What sort of thing is promised: closed classes of what is no act."""

    kinds: Mapping[str, Kind]
    holding_back: Pattern
    unnamed: Pattern
    having: Pattern  # verbs that make a state of 'at most three'
    pushing: Pattern
    deciding: Pattern  # in a pushing clause: what is got is a decision
    other_act: Pattern  # further on in a clause, after 'and': an act beside an attitude
    attitude: Pattern
    attitude_verb: Pattern  # 'delegate better': an act by its verb only
    quality: Pattern  # a light verb with a bare quality: 'show patience', « mettre du liant »
    improving: Pattern  # 'better' beside a verb
    countable: Pattern  # beside 'more' or 'no': a thing one could film
    act_noun: Pattern
    state_of_other: Pattern
    decision_of_other: Pattern
    oneself: frozenset[str] = frozenset()  # « me … »: what one does within oneself


@dataclass(frozen=True, slots=True, eq=False)
class Outcomes:
    """Figures and results that others co-determine."""

    metric: Pattern
    metric_subject: Pattern
    won: Pattern
    gained: Pattern  # 'sold', 'won': a count that others co-determine
    figure_state: Pattern
    outcome: Pattern  # a figure that moves, without a verb


@dataclass(frozen=True, slots=True, eq=False)
class Times:
    """Moments, and days that only look like one."""

    no_moment_before: Pattern  # ends the text before a day that is no moment of the act
    standing: Pattern  # the name of a standing meeting, whose weekday is no date
    looking_back: Pattern  # before a date that only seems to be next year's
    any_time: Pattern  # 'within a day of any complaint' is no date
    gone: Pattern  # in a relative clause: what was, is no moment of the promise
    repeated: Pattern  # 'each one at 10:50' is no time of today
    of: Pattern  # ends the text before a day that only names a thing: 'the reminder of Friday'
    deadline: Pattern  # ends the text before a day that is the promise's own, wherever it stands
    recurrence: Pattern
    cue: Pattern
    empty_cue: Pattern


@dataclass(frozen=True, slots=True, eq=False)
class Amounts:
    """What can be counted, and what is left open."""

    open_amount: Pattern
    closed_amount: Pattern
    bare_plural: Pattern
    deliverable: Pattern
    inside: Pattern  # ends the text before a thing that only holds the amount: 'in my calendar'
    number: Pattern
    graded: Pattern = re.compile(r"$^")  # 'shorter': even of a named thing, an open amount


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All closed classes of one language."""

    lang: Lang
    spelling: Spelling
    silence: Silence
    joints: Joints
    subjects: Subjects
    natures: Natures
    outcomes: Outcomes
    times: Times
    amounts: Amounts
    phrasebook: Phrasebook


def any_of(*parts: str) -> Pattern:
    """Compile a pattern that is any of its parts, between the ends of words."""
    return re.compile(r"(?<![\w'])(?:" + "|".join(parts) + r")(?![\w])")


def one_of(words: str) -> str:
    """Write a pattern for one of the words of a text; longer ones first."""
    return "(?:" + "|".join(sorted(words.split(), key=len, reverse=True)) + ")"


def kinds(classes: Iterable[tuple[Kind, Iterable[str]]]) -> dict[str, Kind]:
    """Map each form to its kind."""
    return {form: kind for kind, forms in classes for form in forms}


def pairs(text: str) -> dict[str, str]:
    """Read 'short=whole; short=whole'."""
    return dict(pair.strip().split("=", 1) for pair in text.split(";"))


def by_role(words: Mapping[Role, str]) -> dict[str, Role]:
    """Map each subordinator of 'when; as soon as' to its role."""
    return {word.strip(): role for role, text in words.items() for word in text.split(";")}


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


def listed(text: str, plural: str = "") -> str:
    """Write a pattern for one of 'this; that', with or without a plural ending."""
    found = sorted((" ".join(item.split()) for item in text.split(";")), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, found)) + ")" + plural
