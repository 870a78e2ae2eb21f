"""The privacy filter: what is not known to be harmless never stands in what is sent."""

import re
import string
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.plain import plain
from bot.suggestions.privacy_filter import HOLE, hide, restore
from prompts import rewording
from prompts.loader import load_packs
from prompts.rewording import load_instructions, load_rewording
from tests.llm import LEXICON

NAMES = (
    "Karim", "Léa", "Zoé", "Jean-Luc", "O'Brien", "Müller", "Nguyen", "Aïcha", "karim", "zoé",
    "dupont", "ACME", "Acme", "Neptune", "claire.martin", "J.D.", "McGregor", "Łukasz", "Иван",
    "李雷",
)  # fmt: skip
SECRETS = (
    "sam@acme.com", "SAM@ACME.CO.UK", "@karim", "<@U0123ABC>", "#general", "+33 6 12 34 56 78",
    "06.12.34.56.78", "06-12-34-56-78", "(020) 7946 0958", "4970 1012 3456 7890", "45000", "45 000",
    "1,250,000", "12.5", "0612345678", "FR7630006000011234567890189", "https://intra.acme.com/x?y=1",
    "www.acme.com", "acme.com", "\\\\srv\\share", "/home/karim/cv.pdf", "T0123ABC", "ABC-1234",
    "sk-proj-abc123", "xoxb-1-2", "192.168.1.10", "1 85 05 78 006 084 36", "aGVsbG8gd29ybGQ=",
)  # fmt: skip
HEALTH = (
    "pregnant", "depression", "burnout", "cancer", "sick", "doctor", "medication", "enceinte",
    "dépression", "médecin", "malade", "grossesse", "handicap", "thérapie", "salary", "syndicat",
)  # fmt: skip
ORDINARY = (
    "I will ask the team for feedback after the weekly meeting.",
    "After stand-up on Thursday, I will hand over the report with a 5-line brief.",
    "On Monday at 10:30 I call 3 customers and note 2 points each.",
    "I will send the agenda by 27/11 and the notes in 2026.",
    "Je vais demander un retour à l’équipe après la réunion hebdomadaire.",
    "Jeudi à 9h30, j’enverrai l’ordre du jour et je préparerai 3 questions.",
    "D’ici au lundi 30 novembre, je rédige le compte rendu de l’entretien.",
)

sentences = st.lists(
    st.one_of(
        st.sampled_from([*NAMES, *SECRETS, *HEALTH]),
        st.sampled_from(" ".join(ORDINARY).split()),
        st.text(max_size=12),
        st.integers(0, 10**9).map(str),
    ),
    max_size=20,
).map(" ".join)


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_sentence_passes_as_it_is(text: str) -> None:
    """Counts, dates, times and weekdays tell nothing of anybody."""
    assert hide(text, LEXICON).sentence == text


@pytest.mark.parametrize("secret", [*NAMES, *SECRETS, *HEALTH])
@pytest.mark.parametrize("frame", ["I will call {} about the report", "Je vais voir {} ce lundi"])
def test_what_is_private_is_hidden(secret: str, frame: str) -> None:
    """Names in any case and script, addresses, numbers, ids, a company's own words, health."""
    filtered = hide(frame.format(secret), LEXICON)
    left = {plain(word) for word in re.findall(r"\w{2,}", HOLE.sub(" ", filtered.sentence))}
    assert not left & {plain(word) for word in re.findall(r"\w{2,}", secret)}
    assert restore(filtered.sentence, filtered.hidden) == frame.format(secret)


def test_a_name_at_the_beginning_is_hidden() -> None:
    """There a capital says nothing; a first name that is a word as well counts as a name."""
    for text in ("Karim sends the report", "Claire envoie la note", "Will calls the client"):
        assert hide(text, LEXICON).sentence.startswith("[P1] ")


SMALL = {
    "Je reçois claire après son dossier": "Je reçois [P1] après son dossier",
    "J’appelle aussi grace au bureau": "J’appelle aussi [P1] au bureau",
    "je parle à grace": "je parle à [P1]",
    "Je vois mai et avril demain": "Je vois [P1] et [P2] demain",
    "I talk to mark about his report": "I talk to [P1] about his report",
    "I talk to grace a lot": "I talk to [P1] a lot",
    "I ask will about the report, and will answers": (
        "I ask [P1] about the report, and [P1] answers"
    ),
    "I let will send the report": "I let [P1] send the report",
    "I call sam and will send it": "I call [P1] and [P2] send it",
    "I meet may on Monday and hope on Friday": "I meet [P1] on Monday and [P2] on Friday",
    "I say it to don": "I say it to [P1]",
    "my boss grant": "my boss [P1]",
}


@pytest.mark.parametrize("text", SMALL)
def test_a_name_in_small_letters_is_hidden_though_it_is_a_word(text: str) -> None:
    """Where it is not clear that it is none, it is one."""
    assert hide(text, LEXICON).sentence == SMALL[text]


@pytest.mark.parametrize(
    "text",
    [
        "I will mark the date, and we may ask",
        "after that it will be my turn; the team will send its notes",
        "I’ll grant more time and I hope to see it in may",
        "I don't do it before the end of may, in may or may 2026",
        "je le fais grâce à lui et grâce aux notes, juste après",
        "Aujourd’hui je lance une réunion, le 15 avril j’ai lu une page",
        "Je félicite une personne en avril",
    ],
)
def test_function_words_and_verbs_of_a_subject_pass(text: str) -> None:
    """Beside such words nobody can be meant."""
    assert hide(text, LEXICON).hidden == ()


SPELLED = {
    "j’appelle le zéro six douze trente quatre demain": "j’appelle le [P1] demain",
    "I call oh seven seven double four on Monday": "I call [P1] on Monday",
    "I call one, two, three and 4": "I call [P1]",
    "call 06 douze 34": "call [P1]",
    "j’écris à jean point dupont arobase": "j’écris à [P1]",
    "j’écris à contact arobase orange point fr lundi": "j’écris à [P1] lundi",
    "I write to team dot lead at report dot com": "I write to [P1]",
    "I write to team (at) report (dot) com": "I write to [P1]",
    "je lis projet point com": "je lis [P1]",
    "I ask a n d": "I ask [P1]",
}


@pytest.mark.parametrize("text", SPELLED)
def test_what_is_spelled_out_is_hidden(text: str) -> None:
    """Each word alone is harmless."""
    assert hide(text, LEXICON).sentence == SPELLED[text]


@pytest.mark.parametrize(
    "text",
    [
        "I look at one point of the report, two or three times",
        "Je note un point le vingt-trois novembre, deux ou trois fois",
        "il y a à faire",
    ],
)
def test_counts_and_points_in_words_pass(text: str) -> None:
    """Two numbers in a row are no telephone."""
    assert hide(text, LEXICON).hidden == ()


def test_a_name_with_a_capital_is_hidden_in_small_letters_too() -> None:
    """In the sentence, and in what the person said of whom it is about."""
    assert hide("I see Petit, then petit goes", LEXICON).sentence == "I see [P1], then [P2] goes"
    filtered = hide("I ask petit for my report", LEXICON, ["my colleague Marie Petit"])
    assert filtered.sentence == "I ask [P1] for my report"


def test_whom_the_person_named_is_hidden_whatever_the_words() -> None:
    """The field says that these words mean somebody."""
    filtered = hide("I will ask my manager, and My  Manager answers", LEXICON, ["my manager"])
    assert filtered.sentence == "I will ask [P1], and [P2] answers"
    assert filtered.hidden == ("my manager", "My Manager")


def test_the_same_words_get_the_same_placeholder() -> None:
    """So that a wording can say who is who."""
    assert hide("Ana asks Bea, Bea asks Ana", LEXICON).sentence == "[P1] asks [P2], [P2] asks [P1]"


def test_a_placeholder_that_stands_for_nothing_restores_nothing() -> None:
    """A model can't make one up."""
    assert restore("I ask [P1]", ("Ana",)) == "I ask Ana"
    for text in ("I ask [P2]", "I ask [P0]", "I ask [P999]"):
        assert restore(text, ("Ana",)) is None


@given(sentences)
@example("[P2] [P1] [P1]")
@example("\u200bKa\u200brim \ufb01le e\u0301quipe")
def test_nothing_private_survives(text: str) -> None:
    """What is left is made of known words and small numbers, however it is put together."""
    left = HOLE.sub(" ", hide(text, LEXICON).sentence)
    for word in re.findall(r"[^\W\d_]{2,}", left):
        said = plain(word)
        counted = re.fullmatch(r"am|pm|st|nd|rd|th|er|min", said)
        assert said in LEXICON.known | LEXICON.capitals or counted, word
        assert not said.startswith(LEXICON.private)
    assert not re.search(r"[@#<>{}\[\]\\_|*`~^=+$€]", left)
    assert not re.search(r"\d{5}", left)
    assert set(re.findall(r"\d", left)) <= set(string.digits)


@given(sentences)
def test_filtering_twice_changes_nothing(text: str) -> None:
    """What may be sent may be sent."""
    once = hide(text, LEXICON)
    assert hide(once.sentence, LEXICON).sentence == once.sentence


@given(sentences)
def test_restoring_gives_the_persons_own_words_back(text: str) -> None:
    """But for spaces and two ways of writing an accent."""
    filtered = hide(text, LEXICON)
    own = restore(filtered.sentence, filtered.hidden)
    assert own is not None
    assert plain(own, len(text) * 20) == plain(text, len(text) * 20)


def test_a_very_long_text_is_filtered_in_no_time() -> None:
    """Nothing in it is slow on purpose."""
    for text in ("a" * 10_000, "1 " * 5_000, "a.b@" * 2_500, "Ana " * 2_500, "(((" * 3_000):
        hide(text, LEXICON, ["a"])


def test_a_theme_of_ones_own_adds_no_word_and_no_id() -> None:
    """Only what comes with the product does, whatever folder is loaded."""
    loaded = load_rewording("127.0.0.1")
    shipped = {path.stem for path in Path("prompts/themes").glob("*.yaml")}
    assert loaded.themes == shipped
    assert loaded.lexicon == LEXICON


def test_the_lexicon_knows_no_name_of_the_packs() -> None:
    """Their examples have people in them; a capital keeps those out."""
    packs = load_packs()
    texts = [packs.library.themes[one].example for one in packs.library.themes]
    names = {n for text in texts for n in re.findall(r"(?<=with )[A-Z][a-z]+", text.en)}
    assert not {plain(name) for name in names} & LEXICON.known


def test_the_instructions_have_their_holes_once_and_below_the_rule() -> None:
    """The sentence stands in a frame of its own, apart from the fixed task."""
    for instruction in load_instructions().values():
        assert not any(hole in instruction.task for hole in rewording.HOLES)
        assert all(instruction.frame.count(hole) == 1 for hole in rewording.HOLES)
        assert "[P1]" in instruction.task
