"""Questions of a theme are counted as people see them in the chat."""

import pytest

from bot.programmes import Programme
from bot.question_numbers import QuestionNumber, question_numbers
from bot.themes import programme_id_of
from tests.world import library


def programme(theme: str) -> Programme:
    return library().programme(programme_id_of(theme))


def test_questions_count_up_to_the_commitment_and_on() -> None:
    """Delegation asks five times before the commitment; then come feedback and confidence."""
    found = question_numbers(programme("delegation"))
    assert [str(found[step]) for step in ("keeps", "result", "temptation", "plan")] == [
        "1/6",
        "2/6",
        "5/6",
        "6/6",
    ]
    assert not found["plan"].beyond
    assert (str(found["feedback"]), found["feedback"].beyond) == ("7/6", True)


def test_what_asks_nothing_counts_as_what_was_asked_before() -> None:
    found = question_numbers(programme("delegation"))
    assert found["confidence_rule"] == found["confidence"]


@pytest.mark.parametrize("theme", library().themes)
def test_every_theme_ends_its_own_questions_with_the_commitment(theme: str) -> None:
    steps, found = programme(theme).steps, question_numbers(programme(theme))
    assert found.keys() == steps.keys()
    last = [step for step, number in found.items() if number.at == number.of]
    assert [steps[step].kind for step in last] == ["commitment"]


def test_a_number_is_read_as_it_was_written() -> None:
    assert QuestionNumber.read(str(QuestionNumber(3, 6))) == QuestionNumber(3, 6)
    for text in ("", "3", "3/", "start", "3/6/1"):
        with pytest.raises(ValueError, match=r"int"):
            QuestionNumber.read(text)
