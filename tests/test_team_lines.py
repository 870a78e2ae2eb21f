"""Free lines of a team check-in: what is shown as it reads, and what is kept from the channel."""

import unicodedata
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from bot.language import LANGS, Lang
from bot.lines import english_examples, french_examples
from bot.lines.checking import LONGEST, Fault, fault_in, final_form
from bot.lines.given_names import ALSO_WORDS, GIVEN, SURNAMES
from bot.lines.likeness import is_like_a_judgement
from bot.lines.not_names import capitals
from prompts.rewording import load_lexicon
from tests.proportion import SQUARED, times_longer
from tests.world import library

FOLDER = Path(__file__).parent
LINES: dict[str, dict[Lang, dict[str, list[str]]]] = YAML(typ="safe").load(
    (FOLDER / "team_lines.yaml").read_text(encoding="utf-8")
)
KINDS = ("ordinary", *get_args(Fault))
ENOUGH = 120
FLOOR, CEILING = 0.9, 0.05
EVIDENT = 0.8
HIDDEN = "\u200b\u200d\u00ad\u202e\u2066\ufeff\u2060\x00\x07"
WORKED_OUT = [
    (lang, kind, line)
    for lang, kinds in LINES["tuned"].items()
    for kind, lines in kinds.items()
    for line in lines
]


EXAMPLES = {"en": english_examples, "fr": french_examples}

PRIVATE: dict[Lang, dict[str, list[str]]] = YAML(typ="safe").load(
    (FOLDER / "privacy_sentences.yaml").read_text(encoding="utf-8")
)


def fault(line: str, lang: Lang = "en") -> Fault | None:
    return fault_in(line, lang, library().safety)


@pytest.mark.parametrize(("lang", "kind", "line"), WORKED_OUT)
def test_a_line_is_kept_back_for_what_it_holds(lang: Lang, kind: str, line: str) -> None:
    assert (fault(line, lang) or "ordinary") == kind


def kept_back(part: str, lang: Lang) -> dict[str, float]:
    return {
        kind: sum(fault(line, lang) is not None for line in lines) / len(lines)
        for kind, lines in LINES[part][lang].items()
    }


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("part", ["sealed", "blind_1"])
def test_lines_that_taught_the_rules_stay_told_apart(part: str, lang: Lang) -> None:
    """They were unknown once and guard what was learnt from them: they are no evidence."""
    share = kept_back(part, lang)
    assert share["ordinary"] <= CEILING
    assert all(share[kind] >= FLOOR for kind in get_args(Fault))


@pytest.mark.parametrize("lang", LANGS)
def test_judgements_unknown_to_the_rules_are_kept_back(lang: Lang) -> None:
    """Of the lines nobody tuned to, four judgements in five, and hardly an ordinary one.

    This part is the evidence, for judgements and ordinary lines: nothing may be worked out on it.
    Names are none, since the roles it has were added. Its author had read the rules, so it speaks
    rather too well of them: of the examples, which are harder, two in three judgements are kept
    back if they are left out in turn, and one in eight ordinary lines.
    """
    share = kept_back("blind_2", lang)
    assert share["ordinary"] <= CEILING
    assert share["judges"] >= EVIDENT
    assert all(share[kind] >= FLOOR for kind in ("names", "safety", "contact"))


def test_there_are_enough_lines_of_each() -> None:
    for lang in LANGS:
        kinds = Counter[str]()
        for half in LINES.values():
            assert half[lang].keys() == set(KINDS)
            kinds.update({kind: len(lines) for kind, lines in half[lang].items()})
        assert kinds.total() >= ENOUGH


@pytest.mark.parametrize(("lang", "kind", "line"), WORKED_OUT)
def test_the_final_form_is_judged_like_what_was_typed(lang: Lang, kind: str, line: str) -> None:
    other: Lang = "fr" if lang == "en" else "en"
    assert fault(final_form(line), lang) == fault(line, lang)
    assert (fault(line, other) or "ordinary") == kind, "both languages are read, whichever is asked"


@pytest.mark.parametrize("lang", LANGS)
def test_examples_are_told_apart(lang: Lang) -> None:
    """Few words are told for and against in vain, and no example is shared with the evidence."""
    known = EXAMPLES[lang]
    fine = sum(fault(line, lang) == "judges" for line in known.FINE) / len(known.FINE)
    judging = sum(fault(line, lang) is not None for line in known.JUDGING) / len(known.JUDGING)
    assert fine <= CEILING
    assert judging >= FLOOR
    unknown = {line for lines in LINES["blind_2"][lang].values() for line in lines}
    assert unknown.isdisjoint(known.FINE + known.JUDGING)


def test_words_unknown_to_the_examples_tell_nothing() -> None:
    assert not is_like_a_judgement("")
    assert not is_like_a_judgement("zyx wvu tsr")
    assert not is_like_a_judgement("another thought")
    assert is_like_a_judgement("what you think of others, nobody here ever cares anyway")


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_private_to_somebody_is_kept_back(lang: Lang) -> None:
    """A commitment that tells of somebody would never be shown, even typed in small letters."""
    told = [line for kind, lines in PRIVATE[lang].items() if kind != "none" for line in lines]
    assert all(fault(line, lang) for line in told)
    small = sum(fault(line.lower(), lang) is not None for line in told)
    assert small / len(told) >= FLOOR


@pytest.mark.parametrize("lang", LANGS)
def test_the_packs_own_examples_judge_nobody_and_lead_nowhere(lang: Lang) -> None:
    said = [theme.example.text(lang) for theme in library().themes.values()]
    assert {fault(line, lang) for line in said} <= {None, "names"}, "some name a role"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("  shorter\n\n meetings... ", "Shorter meetings"),
        ("- one agenda per meeting.", "One agenda per meeting"),
        ("> # *be on time*", "Be on time"),
        ("• `code` reviews _daily_", "Code reviews daily"),
        ("que l’on se réponde sous 24 h…", "Que l’on se réponde sous 24 h"),
        ("« des réunions plus courtes »", "« Des réunions plus courtes »"),
        ("an answer in < 24 h", "An answer in < 24 h"),
        ("<b>bold</b> plans", "B bold /b plans"),
        ("<@U04AB> please share", "@U04AB please share"),
        ("<at>Marc</at> please share", "@Marc please share"),
        ("<!here> read this", "@here read this"),
        ("\u202eevil\u202c te\u200bxt\x00", "Evil text"),
        ("z\u0310\u0311a\u0312lgo", "Zalgo"),
        ("élan commun", "Élan commun"),
        ("-20 % of meetings", "-20 % of meetings"),
        ("snake_case names and 2 * 3", "Snake_case names and 2 3"),
        (" .…\u200b\u3164 ", ""),
    ],
)
def test_a_line_reads_tidily(typed: str, read: str) -> None:
    assert final_form(typed) == read


def test_a_long_line_ends_with_a_whole_word() -> None:
    line = final_form("word " * 60)
    assert len(line) <= LONGEST
    assert line.endswith("word")
    assert len(final_form("x" * 400)) == LONGEST


any_text = st.text(max_size=700) | st.lists(
    st.sampled_from([*"*_~`<>@#.-…«»\"'\n\u200b\u202e\u00a0\u0301ßŉ", "<at>", "</at>", "<!", "a"]),
    max_size=40,
).map("".join)


@settings(deadline=None)
@given(any_text)
def test_any_text_becomes_one_legible_line(text: str) -> None:
    line = final_form(text)
    assert len(line) <= LONGEST
    assert final_form(line) == line
    assert line == " ".join(line.split())
    assert not any(unicodedata.category(char)[0] == "C" for char in line)
    assert not line.endswith((".", "…"))


@settings(deadline=None)
@given(any_text, st.sampled_from(LANGS))
def test_any_text_can_be_judged(text: str, lang: Lang) -> None:
    assert fault(text, lang) == fault(text, lang)


SENTENCES: Mapping[Lang, tuple[str, ...]] = {
    "en": (
        "{} should answer within a day",
        "more help from {}",
        "ask {} before the schedule changes",
        "an hour with {}'s team on Friday",
        "what {} promised",
    ),
    "fr": (
        "{} devrait répondre sous un jour",
        "plus d’aide de {}",
        "demander à {} avant de changer le planning",
        "une heure avec l’équipe de {} vendredi",
        "ce que {} a promis",
    ),
}
LETTERS = (str.lower, str.upper, str.title)


@settings(deadline=None, max_examples=300)
@given(
    st.sampled_from(sorted(GIVEN | SURNAMES)),
    st.sampled_from([one for lang in LANGS for one in SENTENCES[lang]]),
    st.sampled_from(LETTERS),
    st.sampled_from(LANGS),
)
def test_a_name_is_found_in_any_letters_and_any_place(
    name: str, sentence: str, letters: type[str], lang: Lang
) -> None:
    for line in (sentence.format(letters(name)), letters(sentence.format(name))):
        assert fault(line, lang) == "names"
        assert fault(final_form(line), lang) == "names"


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from(sorted(ALSO_WORDS - capitals())),
    st.sampled_from([one for lang in LANGS for one in SENTENCES[lang][1:]]),
)
def test_a_name_that_is_a_word_too_is_found_by_its_capital(name: str, sentence: str) -> None:
    assert fault(sentence.format(name.title())) == "names"


@settings(deadline=None)
@given(
    st.sampled_from(sorted(GIVEN)), st.lists(st.sampled_from(HIDDEN), min_size=1), st.integers(0, 9)
)
def test_what_cannot_be_seen_hides_no_name(name: str, hidden: list[str], place: int) -> None:
    mute = "".join(one for one in hidden if unicodedata.category(one) != "Cc")
    assert fault(f"ask {name[:place]}{mute}{name[place:]} about it") == "names"


@pytest.mark.parametrize(
    "line",
    [
        *("ＫＡＲＩＭ doit ranger", "Кarim must answer", "k4rim must answer", "k a r i m is late"),
        *("@channel read this", "ask J.P. first", "voir avec JC", "Mlle D", "thx marie!"),
        *(
            "ma chef",
            "the new hire",
            "le gars de la compta",
            "notre DG",
            "mon n+1",
            "my boss’s mails",
        ),
        *(
            "ask brown-kowalski",
            "Ask Brown for the keys",
            "merci à kowalsky",
            "voir avec jean-paul",
        ),
        *("Mark should chair", "rose doit partager", "Łukasz is late", "With Łukasz", "ask mark"),
        *("van den berg", "Let Raj lead the tour", "la petite jeune", "the guy from IT"),
    ],
)
def test_a_name_in_disguise_is_found(line: str) -> None:
    assert {fault(line, lang) for lang in LANGS} == {"names"}


@pytest.mark.parametrize(
    "line",
    [
        *("they're lazy", "theyre useless", "U never answer", "stop being so rude", "nobody cares"),
        *(
            "half the team does nothing",
            "those who never help",
            "People are so rude",
            "you guys suck",
        ),
        *("t’es nul", "vs etes lents", "certains foutent rien", "les gens râlent trop"),
        *("personne n’écoute", "des idiots partout", "arrêtez d’être négatifs", "il ment souvent"),
        *("la compta est incompétente", "ils s’en foutent", "votre travail est bâclé"),
        *("some complain about everything", "They give wrong figures", "You waste our time"),
        *("she comes and goes as she likes", "too many negative people", "A colleague dozes off"),
        *("certains lèchent les bottes", "ils se gavent", "il regarde des films au travail"),
        *("ceux qui font trop de bruit", "tu coupes la parole à tous", "il y a des fainéants ici"),
        *("someone is pregnant, we see her tired", "She is depressed and slow"),
    ],
)
def test_a_judgement_of_people_is_found(line: str) -> None:
    assert {fault(line, lang) for lang in LANGS} <= {"judges", "safety"}


@pytest.mark.parametrize(
    "line",
    [
        *("I can take the lead on the demo", "You can always ask me for help", "Be on time"),
        *("If you don’t have time, tell me", "Nobody should be left alone with a problem"),
        *("Everyone should know the plan", "A manager for each project", "FEWER MEETINGS"),
        *("Fewer Meetings, More Focus", "Budget of 10 000 € for training", "From 9:00 to 17:30"),
        *("Il ne faut jamais livrer le vendredi", "Un responsable par action", "Poser le cadre"),
        *("La charge de travail est trop forte", "L’équipe commerciale et nous : un point commun"),
        *("L’échéance du 12/05/2026 est tenue", "Un point de 15 minutes le mercredi"),
        *("Une journée à Bruxelles avec le client", "Je fais le tour des machines à 7h30"),
        *("They need access to the server", "Some tools are slow", "People need time to focus"),
        *("You bring the data, I draw the chart", "Aider ceux qui débutent", "Some time to think"),
        *("Ceux qui veulent apprendre peuvent venir", "Des gens formés sur chaque poste"),
        *("Il faudrait moins de réunions", "Certains outils sont lents", "Vous pouvez m’appeler"),
        *("Les collègues à distance devraient être invités", "People are kind, let’s keep it so"),
        *("Someone who checks my figures", "Quelqu’un qui relise mes chiffres", "ask clearly"),
        *("La nouvelle procédure est claire", "Fêter Noël ensemble", "Que personne ne reste seul"),
    ],
)
def test_work_tools_and_our_own_ways_may_be_spoken_of(line: str) -> None:
    assert {fault(line, lang) for lang in LANGS} == {None}


@pytest.mark.parametrize(
    "line",
    [
        *("bit.ly/abc", "192.168.1.1", "12 rue de la Paix", "ext. 4521", "john at example dot com"),
        *("karim(at)example.com", "+1 (555) 014-2233", "zéro six douze trente-quatre", "ftp://x"),
    ],
)
def test_what_leads_elsewhere_is_found(line: str) -> None:
    assert {fault(line, lang) for lang in LANGS} == {"contact"}


def test_the_gravest_fault_is_named() -> None:
    assert fault("Karim is lazy, call 06 12 34 56 78, and I want to die") == "safety"
    assert fault("Karim is lazy, call 06 12 34 56 78") == "contact"
    assert fault("Karim is lazy") == "names"


def test_names_that_a_model_never_sees_are_names_here() -> None:
    """Both lists are of names that are words too; months have no capital that tells."""
    assert load_lexicon().names <= GIVEN | ALSO_WORDS | capitals()
    assert not GIVEN & ALSO_WORDS


@pytest.mark.parametrize(
    "piece", ["Karim ", "the my ", "a.", "1 2 ", "you are ", "ils ne ", "@", "<"]
)
def test_a_line_takes_longer_only_in_proportion(piece: str) -> None:
    assert times_longer(fault, piece, 40_000) < SQUARED / 2
    assert times_longer(final_form, piece, 40_000) < SQUARED / 2
