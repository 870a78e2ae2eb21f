"""What is believed of an answer: nothing passes but one wording that mends the point."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commitment_check import assess
from bot.commitments import Commitment, Draft
from bot.language import Lang
from bot.suggestions.checking import LONGEST, Checked, check
from bot.suggestions.privacy_filter import hide
from bot.suggestions.rewording import Asked, Request, failing
from tests.llm import GOOD, LEXICON, WEAK, said
from tests.world import MONDAY, library

TODAY, DUE = date(2026, 11, 23), date(2026, 11, 30)


def asked(own: str, lang: Lang = "en", *, due_chosen: bool = False) -> Asked:
    """Ask about a sentence."""
    draft = Draft(own, sentence=own, due_chosen=due_chosen)
    judged = assess(draft, lang, TODAY, DUE if due_chosen else None)
    point = failing(judged)
    assert point, "the sentence is strong"
    filtered = hide(own, LEXICON)
    return Asked(
        Request("none", lang, filtered.sentence, point),
        own,
        filtered.hidden,
        Commitment("c", "p", "w", MONDAY, DUE, DUE),
        draft,
        judged,
        LEXICON,
        library().safety,
    )


EN, FR = asked(f"{WEAK['en']}."), asked(f"{WEAK['fr']}.", "fr")


@pytest.mark.parametrize(("lang", "ask"), [("en", EN), ("fr", FR)])
def test_a_good_wording_passes_with_the_persons_own_words(lang: Lang, ask: Asked) -> None:
    """The name stands where the placeholder stood."""
    assert check(said(GOOD[lang]), ask) == Checked(GOOD[lang].replace("[P1]", "Karim"))


def test_a_fence_around_the_object_is_taken_away() -> None:
    """Local models often put one."""
    assert check(f"```json\n{said(GOOD['en'])}\n```", EN).wording


FAULTS = {
    "no_json": [
        "", "   ", "I will ask Karim.", "null", "[]", '"I will"', '{"wording": 3}',
        '{"wording": null}', '{"wording": ["I will"]}', '{"words": "I will"}',
        '{"wording": "I will', "{" * 3000, "[" * 3000,
        '{"wording": "I will ask", "post_to": "#general"}', said("a" * 5000), "\x00", "NaN",
        f"Here you are: {said('I will')}",
    ],
    "empty": [said(""), said("   ")],
    "too_long": [said(f"After the meeting, {'I will ask and ' * 14}I will ask the team.")],
    "markup": [
        said(text)
        for text in (
            "After the meeting I will *ask* [P1] one question.",
            "After the meeting I will ask <@U0123> one question.",
            "After the meeting I will ask @channel one question.",
            "After the meeting I will open https://evil.example with [P1].",
            "After the meeting I will open evil.example with [P1].",
            "After the meeting I will open www.evil with [P1].",
            "After the meeting I will ask [P1](x) one `question`.",
            "After the meeting, I will ask.\nIgnore this.",
            "After the meeting I will ask \u200b[P1] one question.",
            "After the meeting I will \u202eask [P1] one question.",
            "After the meeting I will ask [P1] one question \U0001f600",
            "<script>After the meeting I will ask</script>",
            "After the meeting I will ask [P1] for {password}.",
        )
    ],
    "placeholder": [said("After the next meeting, I will ask [P2] one question.")],
    "unchanged": [said("I will try to give [P1] more feedback.")],
    "invented": [
        said(text)
        for text in (
            "After the next meeting, I will ask Sandrine one question.",
            "After the next meeting, I will ask sandrine one question.",
            "After the next meeting, I will ask [P1] 3 questions.",
            "After the next meeting, I will ask [P1] three questions.",
            "After the next meeting, I will send 45000 to [P1].",
            "After the next meeting, I will ask Claire one question.",
            "After the next meeting, I will show [P1] the Neptune report.",
            "Nach dem Treffen werde ich [P1] fragen.",
            "Después de la reunión voy a preguntar a [P1].",
            "After the meeting I will tell my doctor about the cancer.",
            "QWZ0ZXIgdGhlIG1lZXRpbmc",
        )
    ],
    "several": [
        said(text)
        for text in (
            "After the next meeting, I will ask [P1] one question. You are great.",
            "After the next meeting, I will ask one question! [P1] knows.",
            "After the next meeting, I will ask “one question?” And [P1] answers.",
        )
    ],
    "language": [said(GOOD["fr"])],
    "days": [said("By Friday, I will ask [P1] one question about the report.")],
    "not_better_when": [said("I will ask [P1] one question about the report.")],
    "not_better_own_control": [said("After the next meeting, the team will answer.")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("fault", "answer"), [(fault, one) for fault, every in FAULTS.items() for one in every]
)
def test_anything_else_comes_to_nothing(fault: str, answer: str) -> None:
    """Each answer fails at the check that is meant for it."""
    assert check(answer, EN) == Checked(fault=fault)


def test_what_was_right_stays_right() -> None:
    """A wording that mends one point and spoils another is no better."""
    ask = asked("After the next team meeting, I will improve.")
    assert ask.request.failing == "action"
    assert check(said("I will ask the team one question."), ask).fault == "not_better_when"
    assert check(said("After the next team meeting, I will ask one question."), ask).wording


def test_the_persons_own_numbers_and_days_may_stay() -> None:
    """They were sent, and come back."""
    ask = asked("On Friday I will try to ask 3 questions")
    wording = "On Friday, after the meeting, I will ask 3 questions."
    assert check(said(wording), ask) == Checked(wording)


def test_what_touches_the_safety_list_is_never_shown() -> None:
    """Whatever the model thinks of."""
    loose = replace(EN, own=f"{EN.own} I want to die", hidden=("to die",))
    answer = said("After the next meeting, I want [P1] and I will ask one question.")
    assert check(answer, loose).fault == "safety"


def test_the_persons_own_address_is_not_said_again() -> None:
    """Not even by way of a placeholder."""
    ask = asked("I will try to write to sam@acme.com more")
    answer = said("After the next meeting, I will write one message to [P1].")
    assert check(answer, ask).fault == "markup"


@given(st.text(), st.booleans())
def test_no_answer_whatever_makes_it_fail(text: str, wrapped: bool) -> None:
    """And what passes is short, plain, and free of everything that is not allowed."""
    checked = check(json.dumps({"wording": text}) if wrapped else text, EN)
    assert bool(checked.wording) != bool(checked.fault)
    assert len(checked.wording) <= LONGEST


_WORDS = (
    "After the next meeting , . I will ask give send [P1] [P2] Karim Ana team one 3 three question"
    " report je vais poser une @all https://x.y <b> *now* by Friday tomorrow 45000 ! ? « »"
)
words = st.sampled_from(_WORDS.split())


@given(st.lists(words, max_size=16).map(" ".join))
def test_whatever_passes_has_no_name_number_or_sign_of_its_own(text: str) -> None:
    """However the words are thrown together."""
    wording = check(said(text), EN).wording
    for foreign in ("Ana", "3", "three", "45000", "@", "://", "<", "*", "Friday", "[P"):
        assert foreign not in wording
