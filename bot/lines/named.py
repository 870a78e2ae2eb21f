"""Whether a line names somebody: by a name, initials, a mention, or a role that only one has.

A name is told by a list, in any letters; by a capital that no word has; and by what stands beside
it ('ask dupont'), where neither helps. What it does not do: notice a surname that is an everyday
word and stands alone, in small letters (`petit`, `brown`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.checking.lemmas import is_word
from bot.language import LANGS
from bot.lines.given_names import ALSO_WORDS, GIVEN, SURNAMES
from bot.lines.not_names import capitals
from bot.lines.roles import names_a_role
from bot.plain import bare
from bot.suggestions.names_or_words import is_a_word
from bot.suggestions.privacy_filter import opens
from bot.suggestions.spelled_out import spelled_out


def names_somebody(text: str) -> bool:
    """Say whether a line of single spaces names a person."""
    read = bare(text.translate(_LIKE_LATIN))
    if _MENTION.search(read) or _TITLED.search(read) or _foreign(read):
        return True
    hidden = any(word in GIVEN for word in (*_disguised(read), *_spaced(read)))
    return hidden or names_a_role(read) or any(_is_name(word) for word in _words(read))


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a line, and where it stands; `loud`: capitals say nothing in this line."""

    text: str
    start: int
    end: int
    line: str
    loud: bool

    @property
    def plain(self) -> str:
        return self.text.lower()

    @property
    def before(self) -> str:
        return self.line[: self.start].lower()

    @property
    def after(self) -> str:
        return self.line[self.end :].lower()

    @property
    def told(self) -> bool:
        """Its capital tells that it is no ordinary word."""
        return self.text[0].isupper() and not self.loud and not self.first

    @property
    def first(self) -> bool:
        """It opens a sentence, where a capital says nothing."""
        return opens(self.line, self.start)


_LIKE_LATIN = str.maketrans("łŁøØđĐıß", "lLoOdDis")
_WORD = re.compile(r"[^\W\d_]+")

_MENTION = re.compile(
    r"(?<![\w.])@ ?\w|<[@!]|\b(?:van|von) (?:de|den|der|het|dem) \w", re.IGNORECASE
)
_TITLED = re.compile(
    r"(?i:\b(?:mr|mrs|mme|mlle|monsieur|madame|mademoiselle|mister|dr|prof)\b(?!-))"
    r"|\b[Mm]s\.? [A-Z](?!oft)|\bM\.? ?[A-Z](?![A-Z])|(?<!\w)m\. ?[a-z]\b"
    r"|\b(?:Miss|Doctor|Docteur|Maitre|Sir) [A-Z]"
    r"|(?<![\w.])(?![Ee]\.g|[Ii]\.e|[Pp]\.s|[AaPp]\.m|[Nn]\.b|[Cc]\.v|[Rr]\.h)[A-Za-z]\.-?[a-z]\.(?!\w)"
    r"|\b(?:[A-Z]\.-?){2,}|(?<![\w.])(?!I)[A-Z]\. (?=[a-z])"
)
"""Titles, and initials; `ms` in small letters are milliseconds."""

_EXPECTS = re.compile(
    r"(?<![\w'])(?:(?:ask|tell|thank|remind|invite|ring|call|help|thanks to|thank you|thanks"
    r"|(?:speak|talk|chat|check|pair|work)(?:ing)? (?:to|with)|(?:help|support|expect|hear) from"
    r"|cover for|fill in for|demandez? a|dire a|parler a|rappeler a|ecrire a|repondre a"
    r"|expliquer a|merci a|aide[rz]? a?|inviter|prevenir|remercier|appeler|voir avec"
    r"|de la part de|remplacer) |(?:de la part|attends) d')$"
)
"""What somebody's name follows."""

_ASKED = re.compile(
    r"(?<![\w'])(?:ask|tell|thank|remind|thanks to|demandez? a|dire a|parler a|merci a) $"
)
"""What even a small unknown word is a name after."""

_BESIDE = re.compile(
    r"(?<![\w'])(?:to|with|from|by|show|told|let|give|send|email|help|text|avec|par|chez) $"
)
"""What a word that need have no capital is a name after, if it has one: 'with Brown'."""

_ONE = re.compile(r"(?:^a|(?<![\w'])(?:an|une?)) $")
"""What a word follows and a name does not; inside a line, `a` may be the French « à »."""

_ACTS = re.compile(
    r"(?:'s)? (?:should|must|could|needs to|has to|does|doesn't|didn't|won't|promised|devrait|doit"
    r"|pourrait|ne|a promis)\b| n'"
)
"""What only somebody does, after the first word of a sentence."""

_DETERMINED = re.compile(
    r"(?<![\w'])(?:the|a|an|our|my|your|this|that|each|every|no|more|less|le|la|les|un|une|des|du"
    r"|notre|nos|mon|ma|votre|ce|cette|chaque|de) (?:[a-z-]+ )?$|'$"
)


def _words(line: str) -> Iterator[_Word]:
    loud = _is_loud(line)
    for found in _WORD.finditer(line):
        yield _Word(found[0], *found.span(), line, loud)


def _is_loud(line: str) -> bool:
    """Say whether most words have a capital, as in a heading or in a shouted line."""
    longer = [word for word in line.split()[1:] if len(word) > 3]  # noqa: PLR2004 - of, the, des
    with_capital = sum(word[0].isupper() for word in longer)
    return with_capital > 1 and with_capital * 3 >= len(longer) * 2


def _is_name(word: _Word) -> bool:
    if word.plain in GIVEN or word.plain in SURNAMES:
        return True
    if word.plain in ALSO_WORDS:
        return _is_name_or_word(word)
    if word.plain in capitals():
        return False
    known = any(is_word(word.plain, lang) for lang in LANGS)
    return _acts_like_somebody(word) if known else _is_unknown_name(word)


def _is_name_or_word(word: _Word) -> bool:
    """Tell 'ask Mark' from 'mark the date'."""
    if word.told and word.plain not in capitals() and not _ONE.search(word.before):
        return True
    if _EXPECTS.search(word.before):
        return not is_a_word(word.line, word.start, word.end)
    joined = re.match(r"-([a-z]+)", word.after)
    if joined and joined[1] in GIVEN | ALSO_WORDS:
        return True
    return word.first and word.plain not in capitals() and bool(_ACTS.match(word.after))


def _is_unknown_name(word: _Word) -> bool:
    """Judge what no dictionary has."""
    short_form = word.text.rstrip("s").isupper() and len(word.text) < 6  # noqa: PLR2004 - SQL, RGPD, CODIR
    if word.first:
        return len(word.text) > 1 and bool(_ACTS.match(word.after))
    if word.text[0].isupper() and len(word.text) > 1 and not short_form:
        return True
    return not word.plain.endswith(("ly", "ment")) and bool(_ASKED.search(word.before))


def _acts_like_somebody(word: _Word) -> bool:
    """Judge a word with a capital that it need not have: 'ask Brown', 'Petit devrait'."""
    if not word.told or not word.text[1:].islower():
        return False
    alone = not _DETERMINED.search(word.before) and bool(_ACTS.match(word.after))
    titled = re.match(r" [A-Z]", word.line[word.end :])
    beside = bool(_BESIDE.search(word.before)) and not titled
    return alone or beside or bool(_EXPECTS.search(word.before))


def _foreign(line: str) -> bool:
    """Say whether a word has letters that are not Latin: nobody here could tell a name in it."""
    words = (found[0] for found in _WORD.finditer(line))
    return any(len(word) > 1 and any(c > "ɏ" and c != "μ" for c in word) for word in words)


_FIGURES = str.maketrans("431057@$", "aeiostas")


def _disguised(line: str) -> Iterator[str]:
    """Yield words with figures in place of letters, as letters."""
    for found in re.finditer(r"[a-z][\w@$]{2,}", line.lower()):
        if not found[0].isalpha():
            yield found[0].translate(_FIGURES)


def _spaced(line: str) -> Iterator[str]:
    """Yield what is written letter by letter."""
    for start, end in spelled_out(line):
        yield re.sub(r"[^a-z]", "", line[start:end].lower())
