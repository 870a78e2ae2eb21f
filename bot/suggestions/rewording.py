"""What may be asked of a language model: one filtered sentence, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from bot.care import SafetyLexicon
from bot.commitment_check import Assessment, Criterion
from bot.commitments import Commitment, Draft
from bot.language import Lang
from bot.plain import plain
from bot.suggestions.privacy_filter import Lexicon

LONGEST = 500
"""Characters of a sentence that may be sent."""


@dataclass(frozen=True, slots=True)
class Instruction:
    """What a model is told in a language: the task, and the frame in which the sentence stands."""

    task: str
    frame: str


@dataclass(frozen=True, slots=True)
class Rewording:
    """The operator's yes: to which host sentences may go, and the words that may.

    `themes` are the ids that may be told; that of a company's own may have its name in it.
    """

    host: str
    lexicon: Lexicon
    themes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AskModel:
    """Ask for a wording. It holds ids; the sentence is read when it is asked for."""

    id: str
    coachee_id: str
    card_token: str
    words_id: str


@dataclass(frozen=True, slots=True)
class Request:
    """All that a model is told; `theme` is the id of one shipped with the product, or `none`."""

    theme: str
    lang: Lang
    sentence: str
    failing: Criterion


@dataclass(frozen=True, slots=True)
class Asked:
    """What an answer is held against; only ever in memory.

    Attributes:
        own: the person's sentence, as they wrote it.
        hidden: what the placeholders of the request stand for.
        judged: how the draft stands.
    """

    request: Request
    own: str
    hidden: tuple[str, ...]
    commitment: Commitment
    draft: Draft
    judged: Assessment
    lexicon: Lexicon
    safety: SafetyLexicon


def failing(judged: Assessment) -> Criterion | None:
    """Return the criterion that a wording would have to mend: one missed, else one unsure."""
    order: tuple[Criterion, ...] = get_args(Criterion)
    for kind in (False, None):
        for criterion in order:
            if getattr(judged, criterion) is kind:
                return criterion
    return None


def reworded(draft: Draft, wording: str) -> Draft:
    """Return the draft with another wording; of its fields what the wording says stays."""
    said = plain(wording)
    who, indicator = (
        text if text.strip() and plain(text) in said else ""
        for text in (draft.who, draft.indicator)
    )
    return Draft(wording, who=who, indicator=indicator, due_chosen=draft.due_chosen)


def messages(instruction: Instruction, request: Request) -> tuple[str, str]:
    """Return what the model is told: the fixed task, then the sentence in its frame."""
    holes: Mapping[str, str] = {
        "{theme}": request.theme,
        "{failing}": request.failing,
        "{sentence}": request.sentence,
    }
    framed = instruction.frame
    for hole, value in holes.items():  # the sentence last: nothing is filled in within it
        framed = framed.replace(hole, value)
    return instruction.task, framed
