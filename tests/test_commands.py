"""Commands typed as words, forgivingly, and never taken from a sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.command_words import PHRASES
from bot.commands import NAMES, Command, parse
from bot.language import LANGS, Lang

langs = st.sampled_from(LANGS)
SLOWLY = settings(deadline=None)  # a library or a calendar is loaded by the first example


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("coach", "next"),
        ("What's next?", "next"),
        ("start", "start"),
        ("plan", "plan"),
        ("check-in", "checkin"),
        ("stuck", "stuck"),
        ("I'm stuck", "stuck"),
        ("im stuck", "stuck"),
        ("bloqué", "stuck"),
        ("BLOQUÉE !!", "stuck"),
        ("je suis bloquée 😩", "stuck"),
        ("je suis bloque\u0301e", "stuck"),
        ("commit", "commit"),
        ("thèmes", "themes"),
        ("changer l’heure", "settings"),
        ("change time", "settings"),
        ("later", "snooze"),
        ("plus tard", "snooze"),
        ("pause", "pause"),
        ("absente", "away"),
        ("stop", "stop"),
        ("stop, please", "stop"),
        ("arrêter", "stop"),
        ("pourquoi ?", "why"),
        ("my data", "data"),
        ("Mes données !", "data"),
        ("langue", "language"),
        ("aide", "help"),
        ("aidez-moi s’il vous plaît", "help"),
        ("bonjour", "hello"),
        ("hello coach", "hello"),
        ("thx", "thanks"),
        ("merci 🙏", "thanks"),
        ("/coach plan", "plan"),
        ("ｈｅｌｐ", "help"),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_words_are_understood_whatever_the_persons_language(
    typed: str, name: str, lang: Lang
) -> None:
    found = parse(typed, lang)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("start delegation", Command("start", "delegation")),
        ("coach start delegation", Command("start", "delegation")),
        ("commencer la délégation", Command("start", "délégation")),
        ("pause until Monday", Command("pause", "Monday")),
        ("pause 2 weeks", Command("pause", "2 weeks")),
        ("en pause jusqu’à lundi", Command("pause", "lundi")),
        ("away until 3 January please", Command("away", "3 January")),
        ("pause jusqu'à lundi 4 janvier 2027", Command("pause", "lundi 4 janvier 2027")),
        ("snooze tomorrow", Command("snooze", "tomorrow")),
        ("rappelle-moi demain", Command("snooze", "demain")),
        ("erase my data", Command("data", "erase")),
        ("data erase", Command("data", "erase")),
        ("exporter mes données", Command("data", "export")),
        ("language français", Command("language", "fr")),
        ("en anglais", Command("language", "en")),
        ("language", Command("language", "")),
    ],
)
def test_what_follows_a_command_is_its_argument(typed: str, command: Command) -> None:
    assert parse(typed, "en") == command


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("hlep", "help"),
        ("helo", "hello"),
        ("stpo", "stop"),
        ("stopp", "stop"),
        ("bonjou", "hello"),
        ("bloqe", "stuck"),
        ("setings", "settings"),
        ("merco", "thanks"),
        ("my dtaa", "data"),
    ],
)
def test_one_typing_error_is_forgiven(typed: str, name: str) -> None:
    found = parse(typed, "en")
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "typed",
    [
        "I am stuck with the budget",
        "I want to stop being late to meetings",
        "stop talking to me",
        "plan the meeting tomorrow",
        "help Priya with her plan on Friday",
        "Je voudrais commencer par écouter davantage mon équipe",
        "why does nobody answer my mails",
        "quiet",
        "smart",
        "shop",
        "erase my dat",
        "please",
        "👋",
        "?",
        "   ",
        "",
    ],
)
def test_a_sentence_or_another_word_is_no_command(typed: str) -> None:
    assert parse(typed, "en") is None


def test_after_a_slash_command_nothing_means_next_and_length_does_not_matter() -> None:
    assert parse("", "en", slash=True) == Command("next")
    assert parse("start difficult conversations with my own team", "en", slash=True) == Command(
        "start", "difficult conversations with my own team"
    )


@pytest.mark.parametrize("lang", LANGS)
def test_every_listed_phrase_means_its_command_in_both_languages(lang: Lang) -> None:
    for listed in PHRASES.values():
        for (name, argument), phrases in listed.items():
            for phrase in phrases.split(","):
                assert parse(phrase, lang, slash=True) == Command(name, argument), phrase


def test_every_command_has_words_in_both_languages() -> None:
    for name in NAMES:
        said = {lang for lang in LANGS if any(n == name for n, _ in PHRASES[lang])}
        assert said == set(LANGS), name


@SLOWLY
@given(st.text(), langs, st.booleans())
def test_any_text_is_a_command_or_none_and_the_same_twice(
    text: str, lang: Lang, slash: bool
) -> None:
    found = parse(text, lang, slash=slash)
    assert found == parse(text, lang, slash=slash)
    assert found is None or found.name in NAMES


@SLOWLY
@given(st.lists(st.from_regex(r"[a-zé]{2,9}", fullmatch=True), min_size=5, max_size=40), langs)
def test_a_long_text_of_single_words_is_never_a_command(words: list[str], lang: Lang) -> None:
    assert parse("the " + " ".join(words), lang) is None
