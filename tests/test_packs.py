"""The packs that ship: what stands in them, and what the engine gets of them."""

from collections import Counter
from importlib.resources.abc import Traversable

import pytest

from bot.language import LANGS, Lang, Wording
from bot.library import Library
from bot.programmes import Step
from bot.themes import ASKED, programme_of
from prompts import loader, shelf
from prompts.lint import LONGEST_LABEL, check, lint
from prompts.loader import load_library, load_packs
from prompts.pace import session_minutes
from prompts.packs import Packs
from prompts.source import Source, read
from prompts.typography import WIDE

THEMES = {
    "conflict",
    "decision_making",
    "delegation",
    "difficult_conversation",
    "give_feedback",
    "hybrid",
    "lead_change",
    "meetings",
    "motivation",
    "onboarding",
    "one_on_ones",
    "prioritising",
    "receive_feedback",
    "recognition",
    "role_clarity",
    "workload",
}
DIALOGUES = {
    "celebrate",
    "choose_theme",
    "milestone",
    "monthly_review",
    "onboarding",
    "pause_stop",
    "safe_response",
    "session_feedback",
    "unblock",
    "weekly_checkin",
}
GATES = {"conflict": "work_harm", "difficult_conversation": "work_harm", "workload": "distress"}


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load_packs()


@pytest.fixture(scope="module")
def library(packs: Packs) -> Library:
    return packs.library


def test_real_packs_have_no_fault() -> None:
    """Everything that ships loads and passes the lint."""
    assert check() == ()


def test_every_file_is_read_once_in_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading is most of what a start takes, and every start does it."""
    taken: Counter[str] = Counter()

    def counted(file: Traversable, name: str) -> Source:
        taken[name] += 1
        return read(file, name)

    monkeypatch.setattr(shelf, "read", counted)
    loader._own.cache_clear()
    for _ in range(2):
        load_library()
    assert len(taken) > len(THEMES) + len(DIALOGUES)
    assert set(taken.values()) == {1}


def test_sixteen_themes_and_the_dialogues_are_there(library: Library) -> None:
    """Each theme runs as a programme of its own."""
    assert set(library.themes) == THEMES
    assert set(library.latest) >= DIALOGUES | {f"theme:{theme}" for theme in THEMES}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("theme_id", sorted(THEMES))
def test_a_theme_is_whole_in_both_languages(library: Library, theme_id: str, lang: Lang) -> None:
    """Every text of a theme stands in the language, and only one language's signs in it."""
    theme = library.themes[theme_id]
    programme = library.programme(f"theme:{theme_id}")
    texts = [theme.title, theme.purpose, theme.open, theme.template, theme.example, *theme.card]
    texts += [t for r in theme.remarks for t in (r.weak, r.say, r.better)]
    texts += [t for w in theme.path for t in (w.theory, w.practice, w.recall, w.answer)]
    texts += [s.say for s in (*theme.steps, theme.follow_up)]
    texts += [c.label for s in (*programme.steps.values(), theme.follow_up) for c in s.choices]
    said = [text.text(lang) for text in texts]
    assert all(said)
    assert not any("'" in text or '"' in text for text in said)
    assert {remark.check for remark in theme.remarks} == {
        "specific",
        "observable",
        "dated",
        "control",
    }
    assert [week.week for week in theme.path] == [1, 2, 3, 4]
    assert 3 <= session_minutes(theme, programme, lang) <= 7


@pytest.mark.parametrize("theme_id", sorted(THEMES))
def test_a_theme_leads_from_its_questions_to_a_rating(library: Library, theme_id: str) -> None:
    """Its own steps in order, then feedback, confidence, perhaps a smaller step, and the rating."""
    theme = library.themes[theme_id]
    programme = library.programme(f"theme:{theme_id}")
    own = [step.id for step in theme.steps]
    walked, at = [], programme.start
    while at != "confidence_rule":
        walked.append(at)
        at = programme.step(at).to or ""
    plan = programme.step(own[-1])
    assert walked == [*own, "feedback", "confidence"]
    assert programme.theme_id == theme_id
    assert programme.step(own[0]).intro == theme.open
    assert (plan.kind, plan.tool_card, plan.due_days) == ("commitment", theme.card, theme.due_days)
    assert programme.step("confidence_rule").branches == ("smaller", "rate")
    assert programme.step("rate").jump == "session_feedback"
    smaller = programme.step("smaller")
    assert {choice.id: choice.to for choice in smaller.choices} == {"yes": plan.id, "no": "rate"}


@pytest.mark.parametrize("theme_id", sorted(THEMES))
def test_words_are_optional_and_gates_keep_nothing(library: Library, theme_id: str) -> None:
    """Texts and persons can be skipped; only the question about harm is not kept."""
    programme = library.programme(f"theme:{theme_id}")
    for step in library.themes[theme_id].steps[:-1]:
        compiled = programme.step(step.id)
        assert compiled.optional is (step.kind in {"text", "person"})
        assert compiled.keeps == (None if step.gate else "session")
    gates = [step for step in programme.steps.values() if step.gate]
    assert [step.gate for step in gates] == [g for t, g in GATES.items() if t == theme_id]
    assert all([choice.id for choice in step.choices] == ["no", "yes"] for step in gates)


def test_a_theme_asks_with_the_texts_it_is_given(library: Library) -> None:
    """What is the same in every theme is passed in, not written sixteen times."""
    ask = {name: Wording(name, name) for name in ASKED}
    programme = programme_of(library.themes["delegation"], ask)
    assert programme.step("confidence").say.en == "confidence"
    assert [c.label.fr for c in programme.step("smaller").choices] == ["smaller_yes", "smaller_no"]


def test_feedback_follows_each_commitment_of_a_dialogue(library: Library) -> None:
    """The step that the pack names comes after the coach's answer."""
    programme = library.programme("weekly_checkin")
    assert programme.step("next").to == "next_feedback"
    feedback = programme.step("next_feedback")
    assert (feedback.kind, feedback.keeps, feedback.to) == ("feedback", "commitment", "confidence")


def test_dropping_a_commitment_asks_for_the_reason_first(library: Library) -> None:
    """Every way to drop passes through one tap that says why, and through one only."""
    why = ["not_useful", "too_big", "other_priority", "not_mine"]
    dropping = {
        "milestone": {"why_drop": why},
        "weekly_checkin": {"not_done": ["not_useful"], "why_drop": why},
    }
    for programme_id, reasons in dropping.items():
        steps = library.programme(programme_id).steps.values()
        assert {s.id: _drops(s) for s in steps if _drops(s)} == reasons


def _drops(step: Step) -> list[str]:
    return [choice.id for choice in step.choices if choice.does == "commitment.drop"]


def test_milestones_begin_at_three_moments(library: Library) -> None:
    """Two days before, on the day, and two days after; the third date offers a smaller version."""
    moments = ("d_minus_2", "due", "overdue")
    assert library.programme("milestone").entries == (*moments, "offer_smaller")


def test_only_onboarding_has_a_way_back(library: Library) -> None:
    """Setting up can be corrected step by step."""
    assert [p.id for p in library.programmes.values() if p.back] == ["onboarding"]


def test_spaces_at_the_ends_of_a_wording_stay(library: Library) -> None:
    """Some wordings join two others."""
    assert library.wording["summary.colon"] == Wording(": ", f"{WIDE}: ")


def test_the_lint_reads_what_was_loaded(packs: Packs) -> None:
    """The lint needs nothing but the packs."""
    assert lint(packs) == ()


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_said_of_an_unknown_day_reads_well(library: Library, lang: Lang) -> None:
    """The day's stand-in brings no second article."""
    said = library.say("check.right.all", lang, date=library.say("summary.date", lang))
    assert said.endswith(
        {"en": "Noted for the day you chose.", "fr": "Noté pour le jour choisi."}[lang]
    )


@pytest.mark.parametrize("lang", LANGS)
def test_labels_of_a_line_of_buttons_stay_short(library: Library, lang: Lang) -> None:
    """What is pressed in a plan, on a path and in the feedback wraps nowhere."""
    pressed = {
        "path": "reveal take stay pass by_itself sometimes gone again_yes again_no",
        "check": "use edit keep yes no",
        "suggest": "ask",
        "also": "open_plan_milestone open_plan_request open_milestone open_recall",
        "plans": "add make note milestones commit edit remove reached unreach move drop "
        "add_milestone confirm decline change withdraw later share unshare leave history export "
        "end take_up open",
    }
    labels = [library.say(f"{a}.{b}", lang) for a, names in pressed.items() for b in names.split()]
    assert [label for label in labels if len(label) > LONGEST_LABEL] == []


PRESSED = (
    *("start", "change", "pause", "resume", "now", "answer", "decline", "loop_title", "not_me"),
    *(
        "blockers_change",
        "mark_done",
        "mark_partly",
        "mark_move",
        "mark_dropped",
        "send",
        "publish",
    ),
)
"""What stands on the buttons of a team's check-in."""

LONGEST_TITLE = 24
"""Characters of a modal's title in Slack."""


@pytest.mark.parametrize("lang", LANGS)
def test_the_buttons_of_a_team_wrap_nowhere(lang: Lang) -> None:
    """They keep to the length of any label, and the titles of forms to Slack's."""
    said = {key: load_library().say(f"team.{key}", lang) for key in (*PRESSED, "title")}
    assert [text for text in said.values() if not 0 < len(text) <= LONGEST_LABEL] == []
    assert [key for key in ("title", "loop_title") if len(said[key]) > LONGEST_TITLE] == []
