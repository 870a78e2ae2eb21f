"""Whether a word that is a name as well is clearly none, told by the words beside it.

'I will ask' has a verb in it, 'I ask will' has somebody. Where it is not clear, it is a name.
"""

import re

from bot.plain import plain

NEAR = 48
"""Characters looked at on either side."""


def is_a_word(text: str, start: int, end: int) -> bool:
    """Say whether what stands there, in lower case, cannot mean anybody."""
    said = plain(text[start:end])
    before = text[max(0, start - NEAR) : start].lower().replace("’", "'")
    after = text[end : end + NEAR].lower().replace("’", "'")
    if said in _ALWAYS or _VERB.search(before) or _NOUN.search(before):
        return True
    if said in _MODALS and _MODAL_FOLLOWS.match(after) and _SUBJECT.search(before):
        return True
    if said in _MONTHS and (_MONTH_BEFORE.search(before) or _YEAR.match(after)):
        return True
    return bool(_FIXED.search(f"{before}~{text[start:end].lower()}~{after}"))


_ALWAYS = {"juste"}
_MODALS = {"will", "may"}
_MONTHS = {"may", "mai", "avril", "juin", "juillet", "june", "april", "august", "aout"}

_SPACE = r"[ \u00a0\u202f]+"
_VERB = re.compile(
    rf"(?<![\w'])(?:(?:i|we|they|he|she|je|tu|il|ils)"
    rf"(?:(?:{_SPACE}|')(?:will|ll|d|may|can|could|would|shall|should|must|might))?{_SPACE}|j')$"
)
"""A pronoun that is only ever a subject, perhaps with an auxiliary: a verb follows."""

_NOUN = re.compile(rf"(?<![\w'])(?:the|an|un|une|cet|cette){_SPACE}$")
_SUBJECT = re.compile(
    rf"(?:(?<![\w'])(?:it|that|this|there|which|what|who|you)"
    rf"|(?<![\w'])(?:the|my|our|your|their|each|every|this|that){_SPACE}[^\s.,;:!?]+){_SPACE}$"
)
_MODAL_FOLLOWS = re.compile(
    rf"{_SPACE}(?:be|have|not|also|only|then|always|never|probably|need|take|make|give|get|go|come"
    r"|send|ask|call|write|help|show|tell|start|stop|keep|see|use|know|meet|read|work|want)\b"
)
_MONTH_BEFORE = re.compile(
    rf"(?:(?<![\w'])(?:in|en|fin|d[eé]but|mi|(?:end|middle|start|beginning){_SPACE}of)"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th|er)?)(?:{_SPACE}|-)$"
)
_YEAR = re.compile(rf"{_SPACE}20\d\d\b")
_FIXED = re.compile(
    rf"~grâce~{_SPACE}(?:à|au|aux)\b|~grace~{_SPACE}à(?!\w)|aujourd'~hui~|~don~'t\b"
    rf"|(?<![\w'])(?:j'ai|avons|avoir|ayant){_SPACE}~(?:lu|vu|su)~"
)
"""Fixed words, the one in question between tildes; an accent tells « grace à » from a name."""
