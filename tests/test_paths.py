"""A theme's path, week by week, and what became of commitments, counted."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commitments import Commitment, Outcome, OutcomeKind, Status
from bot.language import LANGS, Lang
from bot.outcomes import COUNTED, kept_of_last, tally
from bot.path_weeks import entry_after
from bot.paths import LIGHT, light_id, path_id_of, recall_id, week_id
from tests.world import library

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
LENGTH = 4


def walked(weeks: int, answers: list[bool]) -> list[str]:
    """Go along a path for so many weeks, answering what comes or not; return what came."""
    came: list[str] = []
    answered: set[str] = set()
    for week, answer in zip(range(1, weeks + 1), answers, strict=True):
        entry = entry_after(LENGTH, answered, set(came), week)
        if entry is None:
            continue
        came.append(entry)
        if answer:
            answered.add(entry)
            following = week_id(int(entry[-1]) + 1)
            if entry.startswith("recall_") and entry != recall_id(LENGTH):
                answered.add(following)  # the answer leads on to the next week
    return came


@given(st.lists(st.booleans(), min_size=30, max_size=30))
def test_nothing_answered_comes_again_and_nothing_is_left_out(answers: list[bool]) -> None:
    """A week without an answer is offered again; each week is recalled before the next."""
    came = walked(30, answers)
    order = [week_id(1), *(recall_id(n) for n in range(1, LENGTH + 1)), *map(light_id, LIGHT)]
    assert list(dict.fromkeys(came)) == [step for step in order if step in came]
    assert all(came.count(light_id(n)) <= 1 for n in LIGHT)


def test_a_path_answered_every_week_takes_nine() -> None:
    """Four weeks, the last recall, and two looks back at their time."""
    came = walked(12, [True] * 12)
    assert came == [
        *("week_1", "recall_1", "recall_2", "recall_3", "recall_4"),
        *("light_6", "light_9"),
    ]


def test_every_path_reads_as_sentences_in_both_languages() -> None:
    """Theory stands before practice, what follows a colon begins small, and all end once."""
    for theme in library().themes.values():
        programme = library().programme(path_id_of(theme.id))
        for week in theme.path:
            for lang in LANGS:
                said = programme.step(week_id(week.week)).say.text(lang)
                theory, practice = said.split("\n")
                assert theory == week.theory.text(lang)
                assert_runs_on(practice, week.practice.text(lang), lang)
                answer = programme.step(f"answer_{week.week}").say.text(lang)
                assert_runs_on(answer, week.answer.text(lang), lang)
                assert answer[-1] in ".?!…"
                assert answer[-2] not in ".?!…"


def assert_runs_on(said: str, text: str, lang: Lang) -> None:
    """What follows a colon begins small, unless it is 'I' or all capitals."""
    after = said.split(":", 1)[1].strip()
    assert after[1:].startswith(text[1:])
    word = re.split(r"\W", text, maxsplit=1)[0]
    keeps = (word.isupper() and len(word) > 1) or (word == "I" and lang == "en")
    assert after[0] == (text[0] if keeps else text[0].lower())


@pytest.mark.parametrize(
    ("lang", "theme_id", "week", "read"),
    [
        ("fr", "delegation", 3, "La réponse\N{NO-BREAK SPACE}: à la date prévue."),
        ("fr", "difficult_conversation", 3, "La réponse\N{NO-BREAK SPACE}: l’effet."),
        (
            "fr",
            "decision_making",
            1,
            "La réponse\N{NO-BREAK SPACE}: peut-on revenir en arrière\N{NARROW NO-BREAK SPACE}?",
        ),
        ("en", "conflict", 4, "The answer: a look back."),
        ("en", "decision_making", 1, "The answer: how hard is it to undo?"),
        ("en", "role_clarity", 2, "The answer: I own, I help with, I need."),
    ],
)
def test_an_answer_reads_as_one_sentence(lang: Lang, theme_id: str, week: int, read: str) -> None:
    """A word of one letter is no initials, and a question ends with its mark alone."""
    programme = library().programme(path_id_of(theme_id))
    assert programme.step(f"answer_{week}").say.text(lang) == read


@pytest.mark.parametrize("lang", LANGS)
def test_a_light_look_back_names_no_week(lang: Lang) -> None:
    """It may come later than meant, so it says no number."""
    for theme_id in library().themes:
        programme = library().programme(path_id_of(theme_id))
        said = {programme.step(light_id(week)).say.text(lang) for week in LIGHT}
        assert len(said) == 1
        assert not re.search(r"[\d{}]", said.pop())


def outcome(commitment_id: str, kind: OutcomeKind, days: int = 0) -> Outcome:
    return Outcome("o", commitment_id, "p", AT + timedelta(days=days), kind)


def test_outcomes_are_counted_apart_once_for_each_commitment() -> None:
    """Moved twice and then done counts once as moved and once as done, and as no failure."""
    histories = [
        [outcome("a", "made"), outcome("a", "moved"), outcome("a", "moved"), outcome("a", "done")],
        [outcome("b", "made"), outcome("b", "blocked"), outcome("b", "shrunk")],
        [outcome("c", "made"), outcome("c", "dropped")],
        [outcome("d", "made"), outcome("d", "no_answer", days=40)],
    ]
    counted = tally(histories, AT, AT + timedelta(days=28))
    assert counted["made"] == 4
    assert [k for k in COUNTED if counted[k]] == ["done", "moved", "shrunk", "dropped", "blocked"]
    assert set(counted.values()) <= {0, 1, 4}


def closed(status: Status, day: int) -> Commitment:
    on = (AT + timedelta(days=day)).date()
    return Commitment("c", "p", "w", AT, on, on, status, closed_on=on)


def test_kept_of_the_last_forgets_what_was_dropped_on_purpose() -> None:
    """Neither a drop nor a replacement counts, on either side."""
    every = [closed("done", 1), closed("dropped", 2), closed("replaced", 3), closed("expired", 4)]
    assert kept_of_last(every, 8) == (1, 2)
    assert kept_of_last(every, 1) == (0, 1)
    assert kept_of_last([], 8) == (0, 0)
