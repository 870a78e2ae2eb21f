"""The safety words: what they notice in both languages, and what they leave alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.care import CATEGORIES, ELSEWHERE, Category, classify, contacts_for, fold
from bot.language import LANGS, Lang
from bot.library import Library
from prompts.loader import load_library

NOTICED: list[tuple[Lang, str, Category]] = [
    ("en", "I want to end it all", "danger"),
    ("en", "Some days I don't want to be here anymore", "danger"),
    ("en", "I'd be better off dead", "danger"),
    ("en", "I could kill myself", "danger"),
    ("en", "He brought a knife to the office", "danger"),
    ("en", "My manager keeps touching me", "work_harm"),
    ("en", "He humiliates her in every meeting", "work_harm"),
    ("en", "They bully the intern", "work_harm"),
    ("en", "She was not promoted because she is pregnant", "work_harm"),
    ("en", "I was threatened after the meeting", "work_harm"),
    ("en", "I am close to burnout", "distress"),
    ("en", "I can't sleep and I can't cope", "distress"),
    ("en", "I had a panic attack before the review", "distress"),
    ("fr", "Je veux en finir", "danger"),
    ("fr", "J'ai envie de mourir", "danger"),
    ("fr", "Je pense à me tuer", "danger"),
    ("fr", "Je n'ai plus envie de vivre", "danger"),
    ("fr", "Il est venu avec un couteau", "danger"),
    ("fr", "Mon chef me harcèle", "work_harm"),
    ("fr", "Il m'a touchée en réunion", "work_harm"),
    ("fr", "Des propos racistes dans l'équipe", "work_harm"),
    ("fr", "Pas de prime parce que je suis enceinte", "work_harm"),
    ("fr", "Il l'a menacée", "work_harm"),
    ("fr", "Je suis au bout du rouleau", "distress"),
    ("fr", "Je n'en peux plus", "distress"),
    ("fr", "Je pleure tous les soirs", "distress"),
    ("fr", "Je ne dors plus", "distress"),
    ("fr", "Je fais un burn-out", "distress"),
]
ORDINARY: list[tuple[Lang, str]] = [
    ("en", "This deadline is killing me"),
    ("en", "Let's kill this project"),
    ("en", "That would be career suicide"),
    ("en", "I need to shoot you an email"),
    ("en", "The team is dead tired but happy"),
    ("en", "I will hand Priya the supplier file on Wednesday"),
    ("en", "We must end this meeting on time"),
    ("fr", "Je suis mort de fatigue mais content"),
    ("fr", "Il faut tuer ce projet"),
    ("fr", "Ce serait un suicide commercial"),
    ("fr", "Je veux en finir avec ce rapport"),
    ("fr", "Mercredi, je confie le dossier à Priya"),
]


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.mark.parametrize(("lang", "text", "category"), NOTICED)
def test_a_serious_sentence_is_noticed(
    library: Library, lang: Lang, text: str, category: Category
) -> None:
    """The reply is cheap and private, so recall comes first."""
    assert classify(text, lang, library.safety) == category


@pytest.mark.parametrize(("lang", "text", "category"), NOTICED)
def test_it_is_noticed_in_either_language(
    library: Library, lang: Lang, text: str, category: Category
) -> None:
    """In distress people write in their first language, whatever the settings say."""
    other: Lang = "fr" if lang == "en" else "en"
    assert classify(text, other, library.safety) == category


@pytest.mark.parametrize(("lang", "text"), ORDINARY)
def test_figures_of_speech_are_left_alone(library: Library, lang: Lang, text: str) -> None:
    """Idioms are taken out before anything else is read."""
    assert classify(text, lang, library.safety) is None


def test_ordinary_plans_are_left_alone(library: Library) -> None:
    """No example of a commitment, good or weak, sets it off in either language."""
    texts = [
        text.text(lang)
        for theme in library.themes.values()
        for remark in theme.remarks
        for text in (theme.example, remark.weak, remark.better)
        for lang in LANGS
    ]
    assert [text for text in texts if classify(text, "en", library.safety)] == []


def test_the_gravest_category_wins(library: Library) -> None:
    """Danger comes before distress, whatever stands first in the text."""
    text = "I am close to burnout and I want to die. Mon chef me harcèle."
    assert classify(text, "en", library.safety) == "danger"
    assert classify("Je ne dors plus, he humiliates me", "fr", library.safety) == "work_harm"


def test_typographic_signs_do_not_hide_words(library: Library) -> None:
    """Curly apostrophes, capitals, accents and no-break spaces are read like plain ones."""
    assert classify("I DON’T WANT TO LIVE", "en", library.safety) == "danger"
    assert classify("Je n’en\u00a0peux\u202fplus", "fr", library.safety) == "distress"


def test_every_category_has_words_in_both_languages(library: Library) -> None:
    """Neither language is an afterthought."""
    for category in CATEGORIES:
        assert all(len(library.safety.categories[category][lang]) > 10 for lang in LANGS)


def test_folding_gives_plain_lower_case() -> None:
    """Patterns are written over folded text."""
    assert fold("L’Été\u202f: «\u00a0DÉJÀ\u00a0»") == "l'ete : « deja »"


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    """Folded text stays as it is."""
    assert fold(fold(text)) == fold(text)


def test_a_country_without_its_own_contacts_gets_the_european_number(library: Library) -> None:
    """There is always somebody to call."""
    assert contacts_for(library.contacts, "FR").lines[0].en.startswith("Suicide prevention: 3114")
    assert contacts_for(library.contacts, "gb").emergency == "999"
    assert contacts_for(library.contacts, "JP") is library.contacts[ELSEWHERE]
    assert contacts_for(library.contacts, "").emergency == "112"


@pytest.mark.parametrize("lang", LANGS)
def test_every_country_lists_its_emergency_number(library: Library, lang: Lang) -> None:
    """The number that the reply names is in the list too."""
    for contacts in library.contacts.values():
        assert any(contacts.emergency in line.text(lang) for line in contacts.lines)
