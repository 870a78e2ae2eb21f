"""Authors type plain quotes and spaces; readers get the typography of their language."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language import LANGS, Lang
from prompts.typography import NARROW, WIDE, typeset


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Qu'en dites-vous ?", f"Qu’en dites-vous{NARROW}?"),
        ("Bien! Et vous?", f"Bien{NARROW}! Et vous{NARROW}?"),
        ("oui ; non: peut-être", f"oui{NARROW}; non{WIDE}: peut-être"),
        ("Dites « oui », puis «non».", f"Dites «{NARROW}oui{NARROW}», puis «{NARROW}non{NARROW}»."),
        ("À 9:00, sur https://exemple.fr/?a=1", "À 9:00, sur https://exemple.fr/?a=1"),
        ("Votre but : {goal} ?", f"Votre but{WIDE}: {{goal}}{NARROW}?"),
        ("{l'heure : 9 ?}", "{l'heure : 9 ?}"),
        ("Vraiment ?!", f"Vraiment{NARROW}?!"),
        (" : ", f"{WIDE}: "),
    ],
)
def test_french_is_set_with_its_spaces_and_apostrophes(typed: str, read: str) -> None:
    """Authors type on any keyboard; readers get French typography."""
    assert typeset(typed, "fr") == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("don't", "don’t"),
        ("type 'help'.", "type ‘help’."),
        ("('so')", "(‘so’)"),
        ("\"say 'yes'\"", "“say ‘yes’”"),
        ("'{text}'s 9:00?", "‘{text}’s 9:00?"),
        ("{it's}", "{it's}"),
    ],
)
def test_english_is_set_with_curly_quotes(typed: str, read: str) -> None:
    """Quotes open after a space or a bracket and close elsewhere."""
    assert typeset(typed, "en") == read


typed_texts = st.text(alphabet="aé9 \xa0\u202f\n;!?:«»'\"{}()[]’‘“”.…%", max_size=40)


@given(typed_texts, st.sampled_from(LANGS))
def test_setting_a_text_twice_changes_nothing_more(text: str, lang: Lang) -> None:
    """A text that already has its typography keeps it."""
    once = typeset(text, lang)
    assert typeset(once, lang) == once


@given(typed_texts, st.sampled_from(LANGS))
def test_setting_a_text_keeps_its_letters_and_holes(text: str, lang: Lang) -> None:
    """Only quotes and the spaces beside marks change; placeholders stay to the letter."""
    read = typeset(text, lang)
    assert re.findall(r"\{[^{}]*\}", read) == re.findall(r"\{[^{}]*\}", text)
    assert _letters(read) == _letters(text)


def _letters(text: str) -> str:
    plain = text.translate(str.maketrans("’‘“”", "''\"\""))
    return re.sub(r"[ \xa0\u202f]", "", plain)
