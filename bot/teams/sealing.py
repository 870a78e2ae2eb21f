"""Sealing a round: what is kept of a team's answers when it closes, and nothing more.

What is promised, and to whom. The reader of everything that was ever sealed knows who is in the
team at every close, who came and who left, what they answered themselves, and that nobody changes
their mind. They do not know who of the team answered, unless all did. Then:

- one round tells nobody's answer, and to somebody who did not answer no sum of fewer than five;
- the numbers of all rounds together tell neither;
- nor do the levels and types of blocker of two rounds, of five or more who were there at both.

What no rule can promise. Somebody who knows all answers but one knows what is left, and at five
answers one's own leaves a sum of four. Who was away, if it is known, tells from two rounds of
equally many how two people differ. And words are given in every round, as the team is meant to
read them: where somebody came or left and a word turns, it can tell, as long as all others answer
the same again, that they named a blocker or, now and then, an end of the scale. The numbers of an
earlier round beside it, or a third round with other people, make that easier.
"""

from collections.abc import Mapping, Sequence

from bot.teams import blockers, figures
from bot.teams.content import Answer, Blocker, Figure, Item, Question, Sealed
from bot.visibility import GROUP_OF

ASKED: Mapping[Question, tuple[Item, ...]] = {"energy": ("energy",), "clarity": ("role", "goal")}
"""The items of the scale that a question asks."""


def seal(
    given: Sequence[Answer],
    asked: Sequence[Question],
    reported: Sequence[frozenset[Blocker]],
    *,
    before: Sealed | None,
    comparable: bool,
) -> Sealed | None:
    """Sum up the answers of a round that closes; None where fewer than five people answered.

    Args:
        given: one answer a person; declined ones do not count.
        asked: the questions of the round.
        reported: the types of blocker from unblock sessions, one set a person.
        before: what this one is compared with, by `sets_measure`; None if no round was sealed.
        comparable: what `comparable` says of the team since the close of `before`.
    """
    given = [answer for answer in given if not answer.declined]
    n = len(given)
    if n < GROUP_OF:
        return None
    exact = before is None or (comparable and _as_many(n, before))
    values = _values(given, asked)
    kept = {item: _figure(every, n, exact=exact) for item, every in values.items()}
    whole = {item: every for item, every in values.items() if len(every) == n}
    times = blockers.tally(given, reported) if "blocker" in asked else {}
    return Sealed(
        n,
        kept,
        figures.agreement(whole.get("role", ()), whole.get("goal", ())),
        figures.trend(kept, n, before.figures, before.n) if before else None,
        blockers.frequent(times),
        # Without figures the next round would not be compared with this one.
        blockers.counts(times, n) if any(f.total is not None for f in kept.values()) else {},
    )


def sets_measure(sealed: Sealed, before: Sealed | None) -> bool:
    """Tell whether rounds to come are compared with this one, rather than with `before`.

    That is the last with figures, whatever was sealed in between: rounds 1 and 3 may differ by
    one person though 2 differs from both. Until there is one it is the first that was sealed,
    as what is missing from it says that its answers were alike.
    """
    return before is None or sealed.exact


def comparable(joined: int, went: int) -> bool:
    """Tell whether a team is still the one of the round that sets the measure.

    `joined` are those in it now who were not at that close, `went` those of that close who have
    left since, even if they came back.

    Not even a change of five or more will do: what five newcomers answered, if all the same,
    could be read in a difference or, were that left out, in the gap; and as those who left may
    be among those who come, two changes of many can together be a change of one.
    """
    return joined == went == 0


def _as_many(n: int, before: Sealed) -> bool:
    """Tell whether no number of answers with figures differs from this one by one to four.

    Fewer than before will not do, by however many: after 6 and 11, 5 differs from 6 by one. As
    figures are only kept of as many or of five more, the last number stands for all before it.
    """
    return not before.exact or n == before.n or n >= before.n + GROUP_OF


def _values(given: Sequence[Answer], asked: Sequence[Question]) -> Mapping[Item, list[int]]:
    """Gather each item's answers, where enough people answered it."""
    every: dict[Item, list[int]] = {}
    for item in (item for question in asked for item in ASKED.get(question, ())):
        values = [value for answer in given if (value := getattr(answer, item)) is not None]
        if len(values) >= GROUP_OF:
            every[item] = values
    return every


def _figure(values: Sequence[int], n: int, *, exact: bool) -> Figure:
    """Sum up an item; one that somebody passed over has another number of answers, so a word."""
    return figures.figure(values, exact=exact and len(values) == n)
