"""The privacy hint: shown for what is said of a person, silent on topics and on oneself."""

from collections import Counter
from functools import partial
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from bot.feedback.privacy_hint import Sensitive, hint
from bot.language import LANGS, Lang
from tests.proportion import SQUARED, times_longer
from tests.world import library

SENTENCES: dict[Lang, dict[str, list[str]]] = YAML(typ="safe").load(
    Path(__file__).with_name("privacy_sentences.yaml").read_text(encoding="utf-8")
)
EVERY = [
    (lang, k, s) for lang, kinds in SENTENCES.items() for k, some in kinds.items() for s in some
]
ENOUGH = 60


@pytest.mark.parametrize(("lang", "kind", "sentence"), EVERY)
def test_a_sentence_is_hinted_at_for_what_it_says_of_a_person(
    lang: Lang, kind: str, sentence: str
) -> None:
    assert hint(sentence, lang) == (None if kind == "none" else kind)


def test_there_are_enough_sentences_of_each() -> None:
    for lang in LANGS:
        said = Counter(k == "none" for one, k, _ in EVERY if one == lang)
        assert min(said[True], said[False]) >= ENOUGH
        assert SENTENCES[lang].keys() == {*get_args(Sensitive), "none"}


@pytest.mark.parametrize("lang", LANGS)
def test_the_packs_own_examples_need_no_hint(lang: Lang) -> None:
    for theme in library().themes.values():
        assert hint(theme.example.text(lang), lang) is None, theme.id
        for remark in theme.remarks:
            assert hint(remark.better.text(lang), lang) is None, remark.better


@pytest.mark.parametrize("typed", ["SOPHIE est en BURN-OUT", "sophie est en burn-out"])
def test_a_name_is_told_by_its_capital(typed: str) -> None:
    """In capitals throughout or in none, a name cannot be told from a word."""
    assert hint(typed, "fr") is None


def test_accents_and_apostrophes_do_not_matter() -> None:
    assert hint("Il est clair qu'elle est deprimee", "fr") == "health"
    assert hint("Il est clair qu’elle est déprimée", "fr") == "health"


pieces = st.sampled_from(
    [" Paul ", "is ", "est ", "lazy", "malade", " he ", "elle ", ", ", ". ", "d’"]
)


@settings(deadline=None)
@given(st.text(max_size=700) | st.lists(pieces, max_size=90).map("".join), st.sampled_from(LANGS))
def test_any_text_gets_the_same_hint_twice(text: str, lang: Lang) -> None:
    assert hint(text, lang) == hint(text, lang)


@pytest.mark.parametrize(
    "piece", ["Paul ", "Paul is ", "he, ", "il est ", "a ", "de la ", "union of "]
)
@pytest.mark.parametrize("lang", LANGS)
def test_a_text_takes_longer_only_in_proportion(piece: str, lang: Lang) -> None:
    read = partial(hint, lang=lang)
    assert times_longer(read, piece, 40_000) < SQUARED / 2
