"""What the checker looks for in a language, and what it skips in any.

The words themselves stand in `bot/check_english.py` and `bot/check_french.py`. Both have the
same patterns, so that `bot/check_criteria.py` reads either language with one set of rules. All
is plain text (`bot/plain.py`).
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The patterns of one language."""

    promise: re.Pattern[str]  # an act announced; outweighs a report or complaint beside it
    first_person: re.Pattern[str]  # the writer speaks of themselves
    acknowledged: re.Pattern[str]  # a sentence that only takes note
    refused: re.Pattern[str]  # a refusal
    complained: re.Pattern[str]  # a complaint
    reported: re.Pattern[str]  # something already done
    opener: re.Pattern[str]  # begins a side clause: a cue, a reason, a relative clause
    condition: re.Pattern[str]  # begins a pure if-then cue, whose days are no due dates
    cue: re.Pattern[str]  # a triggering situation
    recurrence: re.Pattern[str]  # how often
    not_due: re.Pattern[str]  # ends the text right before a day that is no single date
    hedge: re.Pattern[str]  # a wish, even around an act
    act: re.Pattern[str]  # a verb of an act one could film, in its place
    act_noun: re.Pattern[str]  # a noun that stands for an act
    mental: re.Pattern[str]  # a verb of thinking, feeling, being, developing
    decision: re.Pattern[str]  # a verb of somebody's decision
    outcome: re.Pattern[str]  # a figure others co-determine
    pushing: re.Pattern[str]  # another person's act is the promise
    third: re.Pattern[str]  # another one is the subject
    third_named: re.Pattern[str]  # a name is the subject (with capitals)
    jointly: re.Pattern[str]  # we
    team_output: re.Pattern[str]  # what only the whole team can do
    deliverable: re.Pattern[str]  # a thing that can be handed over
    open_amount: re.Pattern[str]  # an amount left open
    closed_amount: re.Pattern[str]  # what looks like one and is not: 'no more than 3'
    counted: re.Pattern[str]  # a number with what it counts


def any_of(*parts: str) -> re.Pattern[str]:
    """Compile a pattern that is any of its parts."""
    return re.compile("|".join(parts))


INJECTION = any_of(
    r"\b(?:ignore|disregard|forget|override|bypass)\b.{0,30}\b(?:instruction|rule|prompt|criteria)",
    r"\b(?:ignore[rz]?|oublie[rz]?|contourne[rz]?)\b.{0,30}\b(?:instruction|consigne|regle"
    r"|critere)",
    r"\b(?:system prompt|you are now|act as|return true|mark (?:this|it) as)\b",
    r"\b(?:prompt systeme|tu es maintenant|vous etes maintenant|reponds? (?:que|true|vrai))\b",
    r"\b(?:set|mets|mettez) .{0,20}\b(?:strong|true|vrai)\b",
    r"<\s*/?\s*(?:system|script|assistant)",
)
LINK = re.compile(r"^<?https?://\S+$")
QUOTED = re.compile(r"[\"«“][^\"»”]*[\"»”]")
