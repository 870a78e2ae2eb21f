"""Attacks on what is sealed: nobody's answer can be worked out, whatever it is set side by side.

Attackers know what the promise in `bot/teams/sealing.py` grants them. They go through every world,
a way in which all could have answered, and keep those in which the same would have been sealed.
Somebody's answer is found if they gave the same one in all of these. People who were in the team
at the same closes cannot be told apart: they form a block, of which a world holds the answers in
no order.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, combinations_with_replacement, product
from random import Random
from typing import TypeAlias

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from scipy.linalg import null_space

from bot.teams.content import BLOCKERS, QUESTIONS, Answer, Blocker, Sealed
from bot.teams.sealing import comparable, seal, sets_measure

Group: TypeAlias = tuple[int, ...]
"""Answers of a block, in no order; those to the blocker are numbers too, 1 for nothing."""
World: TypeAlias = tuple[Group, ...]
"""The answers of each block."""
Presence: TypeAlias = tuple[bool, ...]
"""At which closes somebody was in the team."""
Take: TypeAlias = Callable[[Sealed], Hashable]
"""What a reader takes from a round."""
Ask: TypeAlias = Callable[[Group], list[Answer]]
"""How a block's numbers are answers to a question."""

SCALE = (1, 2, 3, 4, 5)
KINDS: tuple[Blocker | None, ...] = (None, *BLOCKERS)


# the readers


def everything(one: Sealed) -> Hashable:
    """All that is stored."""
    figures = tuple(sorted((i, f.level, f.total, f.squares) for i, f in one.figures.items()))
    counts = tuple(sorted(one.counts.items()))
    return one.n, figures, one.agreement, one.trend, one.blockers, counts


def numbers(one: Sealed) -> Hashable:
    """What is stored, but for words of which there is no number."""
    figures = tuple(sorted((i, f.total, f.squares) for i, f in one.figures.items()))
    return one.n, figures, one.trend, tuple(sorted(one.counts.items()))


def words(one: Sealed) -> Hashable:
    """What the team reads, and how many answered."""
    return one.n, tuple(sorted((i, f.level) for i, f in one.figures.items())), one.blockers


# what they find


def found(worlds: Iterable[tuple[Hashable, World]]) -> set[tuple[int, int | None]]:
    """Return whose answers can be told: a block, and the one that the attacker is in.

    Args:
        worlds: what each seals, and its answers. The attacker is in no block, or in any.
    """
    could: dict[tuple[Hashable, int | None, int], list[set[int]]] = {}
    for seen, world in worlds:
        for insider, own in _attackers(world):
            blocks = could.setdefault((seen, insider, own), [set() for _ in world])
            for block, answers in enumerate(world):
                blocks[block].update(_others(answers, own) if block == insider else answers)
    return {
        (block, insider)
        for (_, insider, _), blocks in could.items()
        for block, answers in enumerate(blocks)
        if len(answers) == 1
    }


def _attackers(world: World) -> Iterator[tuple[int | None, int]]:
    yield None, 0
    yield from ((block, own) for block, answers in enumerate(world) for own in set(answers))


def _others(answers: Group, own: int) -> Group:
    at = answers.index(own)
    return answers[:at] + answers[at + 1 :]


def groups(n: int) -> list[Group]:
    """All that `n` people can answer, in no order."""
    return list(combinations_with_replacement(SCALE, n))


# one round


def energy(values: Group) -> list[Answer]:
    return [Answer(energy=value) for value in values]


def blocker(values: Group) -> list[Answer]:
    """Answers that name a type; energy is such that numbers are kept, and known."""
    every = sorted(values)
    return [Answer(energy=1 + i % 5, blocker=KINDS[v - 1]) for i, v in enumerate(every)]


def first(answers: Sequence[Answer]) -> Sealed:
    """Seal a team's first round."""
    sealed = seal(answers, QUESTIONS, (), before=None, comparable=True)
    assert sealed is not None
    return sealed


@pytest.mark.parametrize("n", range(5, 13))
@pytest.mark.parametrize("ask", [energy, blocker])
def test_a_round_tells_nobodys_answer(ask: Ask, n: int) -> None:
    """Not even to somebody who answered."""
    assert not found((everything(first(ask(values))), (values,)) for values in groups(n))


def test_role_and_goal_and_how_alike_they_are_tell_nobodys_answer() -> None:
    """The attacker knows their own answer to both."""
    role: dict[Hashable, set[int]] = defaultdict(set)
    goal: dict[Hashable, set[int]] = defaultdict(set)
    for a, b in product(groups(5), repeat=2):
        seen = everything(first([Answer(role=r, goal=g) for r, g in zip(a, b, strict=True)]))
        for mine in (None, *product(set(a), set(b))):
            role[seen, mine].update(_others(a, mine[0]) if mine else a)
            goal[seen, mine].update(_others(b, mine[1]) if mine else b)
    assert min(map(len, role.values())) > 1
    assert min(map(len, goal.values())) > 1


def unanimity_hidden(values: Group) -> Hashable:
    """What would be told if numbers were left out only where all answers are equal."""
    word = first(energy(values)).figures["energy"].level
    return word if len(set(values)) == 1 else (sum(values), sum(v * v for v in values))


def test_the_attack_finds_what_hiding_unanimity_alone_would_tell() -> None:
    """A gap among numbers says that all others answered as I did; a medium level, that it is 3."""
    worlds = [(unanimity_hidden(values), (values,)) for values in groups(8)]
    assert found(worlds) == {(0, 0), (0, None)}


# rounds, people who come and people who go


@dataclass(frozen=True)
class History:
    """Who was in a team at which closes: blocks of people, and how many are in each."""

    blocks: tuple[tuple[Presence, int], ...]

    @property
    def rounds(self) -> int:
        return len(self.blocks[0][0])

    def present(self, at: int) -> int:
        """Count who was there at a close."""
        return sum(n for presence, n in self.blocks if presence[at])

    def same(self, since: int, now: int) -> bool:
        """Count joins and leaves since a close, as the caller of `seal` does."""
        joined = sum(n for p, n in self.blocks if p[now] and not all(p[since : now + 1]))
        went = sum(n for p, n in self.blocks if p[since] and not all(p[since : now + 1]))
        return comparable(joined, went)


class Sealing:
    """Seals rounds with one question, each kind of round once."""

    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self.known: dict[Hashable, Sealed] = {}

    def __call__(self, values: Group, before: Sealed | None, same: bool) -> Sealed:
        key = (values, before and everything(before), same)
        if key not in self.known:
            answers = self.ask(values)
            kept = seal(answers, QUESTIONS, (), before=before, comparable=same)
            assert kept is not None
            self.known[key] = kept
        return self.known[key]

    def all(self, history: History, world: World) -> list[Sealed]:
        """Seal every round; all who are there answer, and the same each time."""
        kept: list[Sealed] = []
        since, before = 0, None
        for now in range(history.rounds):
            there = zip(history.blocks, world, strict=True)
            values = tuple(sorted(v for (p, _), answers in there if p[now] for v in answers))
            kept.append(self(values, before, history.same(since, now)))
            if sets_measure(kept[-1], before):
                since, before = now, kept[-1]
        return kept


def told(sealing: Sealing, history: History, take: Take) -> Iterator[tuple[Hashable, World]]:
    """Go through every world."""
    for world in product(*(groups(n) for _, n in history.blocks)):
        yield tuple(take(one) for one in sealing.all(history, world)), world


def stayed(history: History) -> set[int]:
    """The block of those who were there at every close, where they are five or more."""
    return {block for block, (here, n) in enumerate(history.blocks) if all(here) and n >= 5}


def histories(rounds: int, people: int) -> list[History]:
    """All histories of so many people in all; five or more at each close."""
    patterns = [p for p in product((True, False), repeat=rounds) if any(p)]
    sizes = (c for c in product(range(people + 1), repeat=len(patterns)) if sum(c) == people)
    every = (
        History(tuple((p, n) for p, n in zip(patterns, size, strict=True) if n)) for size in sizes
    )
    return [h for h in every if all(h.present(at) >= 5 for at in range(rounds))]


TWO = [*histories(2, 5), *histories(2, 6), *histories(2, 7)]
MANY = [
    History((((True, True), 5), ((False, True), 5))),
    History((((True, True), 5), ((True, False), 5))),
    History((((True, True), 4), ((True, False), 1), ((False, True), 6))),
]
"""Those who come or go are five or more, or more by five."""
SMALL = [*TWO, *MANY, *histories(3, 5), *histories(3, 6)]


@pytest.mark.parametrize("ask", [energy, blocker])
def test_the_numbers_of_all_rounds_tell_nobodys_answer(ask: Ask) -> None:
    """Neither of those who stay nor of those who come, go or come back."""
    sealing = Sealing(ask)
    for history in SMALL:
        assert not found(told(sealing, history, numbers)), history


@pytest.mark.parametrize("ask", [energy, blocker])
@settings(max_examples=4, deadline=None, phases=[Phase.generate])  # each takes seconds
@given(history=st.sampled_from(histories(3, 8)))
def test_nor_do_those_of_eight_people_in_three_rounds(history: History, ask: Ask) -> None:
    assert not found(told(Sealing(ask), history, numbers))


@pytest.mark.parametrize("ask", [energy, blocker])
def test_words_of_two_rounds_tell_no_answer_of_five_who_stay(ask: Ask) -> None:
    sealing = Sealing(ask)
    for history in TWO:
        blocks = {block for block, _ in found(told(sealing, history, words))}
        assert not blocks & stayed(history), history


def test_a_word_that_turns_can_tell_of_one_who_came() -> None:
    """The limit of the promise: five answers with a sum of nine, then six of a medium level.

    Only a five makes that of them.
    """
    before = first(energy((1, 1, 2, 2, 3)))
    now = [
        seal(energy((1, 1, 2, 2, 3, new)), QUESTIONS, (), before=before, comparable=False)
        for new in SCALE
    ]
    assert [one.figures["energy"].level for one in now if one] == [*["low"] * 4, "medium"]


# the same people, not all of whom answer


@pytest.mark.parametrize("ask", [energy, blocker])
def test_who_of_the_same_team_answered_tells_nothing_either(ask: Ask) -> None:
    """Six people, two rounds of five or six answers; attackers may keep theirs back in either."""
    sealing = Sealing(ask)
    could: dict[Hashable, set[int]] = defaultdict(set)
    for others, own, mine in product(groups(5), SCALE, product((True, False), repeat=2)):
        for parts in product(*(_parts(others, 4 if here else 5) for here in mine)):
            kept: list[Sealed] = []
            for part, here in zip(parts, mine, strict=True):
                values = tuple(sorted((*part, own) if here else part))
                kept.append(sealing(values, kept[0] if kept else None, same=True))
            could[own, mine, tuple(everything(one) for one in kept)].update(others)
    assert min(map(len, could.values())) > 1


def _parts(others: Group, least: int) -> set[Group]:
    """What those of the others can have answered who did; at least so many did."""
    return {part for n in range(least, len(others) + 1) for part in combinations(others, n)}


# sub-totals

BLOCKS = (5, 1, 1, 2, 5, 6)
"""How many people are in each block that comes and goes as one."""
PEOPLE = [block for block, n in enumerate(BLOCKS) for _ in range(n)]
FEW = [few for n in range(1, 5) for few in combinations(range(len(PEOPLE)), n)]

presences = st.lists(
    st.tuples(*[st.booleans()] * len(BLOCKS)).filter(
        lambda here: sum(n for n, p in zip(BLOCKS, here, strict=True) if p) >= 5
    ),
    min_size=3,
    max_size=9,
)


@settings(max_examples=300, deadline=None)
@given(presences)
def test_no_sums_give_the_sum_of_fewer_than_five(closes: list[tuple[bool, ...]]) -> None:
    """Whatever is added or subtracted, of rounds in which all who were there answered."""
    history = History(tuple(zip(zip(*closes, strict=True), BLOCKS, strict=True)))
    world = tuple(
        tuple(1 + i % 5 for i in range(block, block + n)) for block, n in enumerate(BLOCKS)
    )
    kept = Sealing(energy).all(history, world)
    sums = [
        [float(here[block]) for block in PEOPLE]
        for here, one in zip(closes, kept, strict=True)
        if one.exact
    ]
    assert sums
    assert not _few_in(sums)


def _few_in(sums: list[list[float]]) -> list[Group]:
    """Find groups of one to four people whose sum is a combination of sums of others."""
    free = null_space(sums)
    return [few for few in FEW if abs(free[list(few)].sum(axis=0)).max(initial=0) < 1e-9]


def test_the_attack_finds_one_who_left_with_those_who_came() -> None:
    """Rounds 1 and 3 differ by one, though each differs from round 2 by five or more."""
    closes = [(1, 1, 0, 0, 0, 0), (1, 1, 0, 0, 1, 0), (1, 0, 0, 0, 0, 0)]
    assert _few_in([[float(here[block]) for block in PEOPLE] for here in closes]) == [(5,)]


# any answers at all

scale = st.none() | st.sampled_from(SCALE)
answers = st.builds(
    Answer,
    energy=scale,
    role=scale,
    goal=scale,
    blocker=st.sampled_from(KINDS),
    declined=st.booleans(),
)
reports = st.lists(st.frozensets(st.sampled_from(BLOCKERS)), max_size=6)


@given(
    st.lists(answers, max_size=4),
    st.lists(answers.map(lambda one: replace(one, declined=True)), max_size=9),
    reports,
)
def test_fewer_than_five_never_leave_anything(
    few: list[Answer], more: list[Answer], reported: list[frozenset[Blocker]]
) -> None:
    assert seal(few + more, QUESTIONS, reported, before=None, comparable=True) is None


@given(st.lists(answers, max_size=12), reports, st.randoms(), st.booleans())
def test_the_order_of_answers_never_matters(
    every: list[Answer], reported: list[frozenset[Blocker]], chance: Random, same: bool
) -> None:
    before = first(energy((1, 2, 3, 4, 5)))
    kept = seal(every, QUESTIONS, reported, before=before, comparable=same)
    chance.shuffle(every)
    chance.shuffle(reported)
    again = seal(every, QUESTIONS, reported, before=before, comparable=same)
    assert again == kept
    if again and kept:
        assert list(again.figures.items()) == list(kept.figures.items())
        assert list(again.counts.items()) == list(kept.counts.items())


@given(st.lists(answers, max_size=12), reports, st.booleans())
def test_numbers_stand_only_beside_what_allows_them(
    every: list[Answer], reported: list[frozenset[Blocker]], same: bool
) -> None:
    """No trend, count or sum of a round of another membership."""
    before = first(energy((1, 2, 3, 4, 5)))
    kept = seal(every, QUESTIONS, reported, before=before, comparable=same)
    if kept and not same:
        assert not kept.exact
    if kept and not kept.exact:
        assert kept.trend is None
        assert not kept.counts
