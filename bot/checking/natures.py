"""What sort of thing a clause promises: its head's own, unless the words beside it tell."""

import re

from bot.checking.clauses import MARK
from bot.checking.lexicon import Kind, Lexicon

_FEW = re.compile(r"\d|\b(?:zero|half|double|two|three|five|ten|deux|trois|cinq|dix|moitie)\b")
_TO_FEW = re.compile(rf"\b(?:to|at|under|below|a|sous) (?:{_FEW.pattern})")
_NEAR = 5
_ACTIVE = frozenset({Kind.ACT, Kind.OUTCOME, Kind.DECISION, Kind.LIGHT})


def kind_of_verb(main: str, said: str, lexicon: Lexicon) -> Kind:
    """Tell the sort of what the writer does.

    Args:
        main: the words from the head verb on.
        said: the words from the subject on, with auxiliaries.
        lexicon: its language.
    """
    if lexicon.outcomes.won.search(main):
        return Kind.OUTCOME
    if _held_back(said, lexicon):
        return Kind.ACT
    if lexicon.natures.unnamed.match(main):
        return Kind.UNNAMED
    kind = _of_figures(_own(main, lexicon), main, lexicon)
    kind = _of_phrase(_of_mind(kind, main, lexicon), main, said, lexicon)
    if kind is Kind.ACT and _only_improves(main, said, lexicon):
        return Kind.DEVELOPMENT
    return Kind.ACT if lexicon.natures.other_act.search(main) else kind


def _only_improves(main: str, said: str, lexicon: Lexicon) -> bool:
    """'Do it better', or do it to oneself: « mieux déléguer », « m'imposer »."""
    before = said.partition(main)[0]
    oneself = before.split()[-1:] == ["me"] and main.split(maxsplit=1)[0] in lexicon.natures.oneself
    return oneself or bool(lexicon.natures.improving.search(f"{before} {main}"))


def kind_of_noun(main: str, lexicon: Lexicon) -> Kind:
    """Tell the sort of a noun that stands for a promise; an unknown one is an act."""
    natures, outcomes = lexicon.natures, lexicon.outcomes
    if outcomes.won.search(main) or outcomes.outcome.search(main):
        return Kind.OUTCOME
    if _held_back(main, lexicon):
        return Kind.ACT
    if outcomes.figure_state.search(main):
        return Kind.OUTCOME if outcomes.metric.search(main) else Kind.STATE
    if outcomes.metric.search(main) and _figured(main, lexicon):
        return Kind.OUTCOME
    if natures.quality.match(main) or _more_of_a_state(main, lexicon):
        return Kind.STATE
    return Kind.ACT if natures.act_noun.search(main) else _of_thing(main, lexicon)


def _more_of_a_state(main: str, lexicon: Lexicon) -> bool:
    """Say whether 'no more' or 'less' stands before a state: 'no more being a grump'."""
    more = re.match(rf"(?:{lexicon.subjects.noun_phrase.pattern})+", main)
    rest = main[more.end() :].split(maxsplit=1)[:1] if more else []
    return any(lexicon.natures.kinds.get(word) is Kind.STATE for word in rest)


def _figured(main: str, lexicon: Lexicon) -> bool:
    """Say whether a figure opens with its name and has a number, or goes up or down."""
    named = lexicon.outcomes.metric.match(main) and _FEW.search(main)
    changed = lexicon.subjects.noun_phrase.match(main)
    return bool(changed or (named and not lexicon.natures.act_noun.search(main)))


def kind_of_others(main: str, lexicon: Lexicon) -> Kind:
    """Tell the sort of what somebody else is said to do or to be."""
    natures, outcomes = lexicon.natures, lexicon.outcomes
    moving = outcomes.metric.search(main) and lexicon.amounts.open_amount.search(main)
    if moving or outcomes.won.search(main) or outcomes.outcome.search(main):
        return Kind.OUTCOME
    if outcomes.metric_subject.match(main):
        return Kind.OUTCOME
    if _held_back(main, lexicon):
        return Kind.ACT
    if natures.decision_of_other.search(main):
        return Kind.DECISION
    state = natures.state_of_other.search(main) or _figurative(main, lexicon)
    return Kind.STATE if state else Kind.ACT


def _figurative(main: str, lexicon: Lexicon) -> bool:
    """Say whether a figure of speech begins anywhere: 'the clients trust us'."""
    words = main.split()
    return any(lexicon.phrasebook.is_figure(" ".join(words[at:])) for at in range(len(words)))


def _own(main: str, lexicon: Lexicon) -> Kind:
    return lexicon.natures.kinds.get(main.split(maxsplit=1)[0], Kind.ACT)


def _of_figures(kind: Kind, main: str, lexicon: Lexicon) -> Kind:
    """'Keep' and 'improve' reach a figure only where one stands beside them."""
    figure = lexicon.outcomes.metric.search(main)
    if kind is Kind.SCALE and not figure:
        return Kind.ACT if _FEW.search(main) else Kind.DEVELOPMENT
    if kind is Kind.SCALE:
        return Kind.OUTCOME
    if figure and (kind is Kind.DEVELOPMENT or (kind is Kind.LIGHT and _reaches(main, figure))):
        return Kind.OUTCOME
    return Kind.LIGHT if kind is Kind.OUTCOME and not figure else kind


def _reaches(main: str, figure: re.Match[str]) -> bool:
    """'Get NPS to 45' reaches it; 'show 3 options and their cost' does not."""
    return bool(_FEW.search(main, figure.end()) or _TO_FEW.search(main))


def _of_mind(kind: Kind, main: str, lexicon: Lexicon) -> Kind:
    """'Take' and 'show' are acts unless what is taken or shown is an attitude."""
    natures = lexicon.natures
    if natures.having.match(main) and lexicon.outcomes.figure_state.search(main):
        return Kind.STATE
    if kind is Kind.LIGHT:
        kind = Kind.STATE if _attitude(main, lexicon) else Kind.ACT
    if kind is Kind.DECISION:  # the writer's own decision is an act
        kind = Kind.ACT
    based = lexicon.phrasebook.based(main)
    figurative = natures.quality.match(main) or any(
        natures.attitude_verb.match(words) for words in (main, based)
    )
    return Kind.STATE if kind is Kind.ACT and figurative else kind


def _of_thing(main: str, lexicon: Lexicon) -> Kind:
    """Tell the sort of a noun that names no act."""
    outcomes = lexicon.outcomes
    if _attitude(main, lexicon) and not any(letter.isdigit() for letter in main):
        return Kind.STATE
    if outcomes.metric.search(main):
        return Kind.OUTCOME
    if main[0].isdigit() and not lexicon.amounts.deliverable.search(main):
        return Kind.OUTCOME if outcomes.gained.search(main) else Kind.STATE
    more = lexicon.subjects.noun_phrase.match(main) and not lexicon.natures.countable.search(main)
    return Kind.STATE if more or _attitude(main, lexicon) else Kind.ACT


def _of_phrase(kind: Kind, main: str, said: str, lexicon: Lexicon) -> Kind:
    """Let a fixed expression decide over its parts; it may begin with what looks auxiliary."""
    if kind is Kind.OUTCOME:
        return kind
    before = said.strip(f" {MARK}").removesuffix(main).split()
    starts = (" ".join([*before[at:], main]) for at in range(len(before)))
    if any(lexicon.phrasebook.is_figure(words) for words in starts):
        return Kind.STATE
    figure = lexicon.phrasebook.is_figure(main)
    return kind if figure is None else Kind.STATE if figure else Kind.ACT


def _attitude(main: str, lexicon: Lexicon) -> bool:
    """Say whether what stands near the verb is an attitude."""
    return bool(lexicon.natures.attitude.search(" ".join(main.split()[:_NEAR])))


def _held_back(said: str, lexicon: Lexicon) -> bool:
    """Say whether something one could watch is left undone, or done by the way."""
    return any(
        _left_undone(next(filter(None, found.groups()), None), lexicon)
        for found in lexicon.natures.holding_back.finditer(said)
    )


def _left_undone(verb: str | None, lexicon: Lexicon) -> bool:
    if verb is None:  # the pattern names the act itself: 'stay silent'
        return True
    kind = lexicon.natures.kinds.get(verb, Kind.ACT)
    return kind in _ACTIVE and lexicon.subjects.opens_with_verb(verb)
