"""The engine as a function: whatever is answered, it rests on a question or an end."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine import Given, Turn, before, deeds, follow, record, rewind, target
from bot.errors import UnknownStep
from bot.language import Wording
from bot.library import asks
from bot.programmes import Programme, Step
from bot.sessions import Session
from tests.world import library

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
PROGRAMMES = sorted(library().programmes.values(), key=lambda p: p.id)


def session_at(programme: Programme, step_id: str) -> Session:
    return Session(
        "s", "c", programme.id, programme.version, step_id, "open", AT, AT, commitment_id="k"
    )


def advance(programme: Programme, session: Session, answer: Given) -> Turn:
    """Answer the present step and move on, as `bot/dialogue.py` does between its deeds."""
    step = programme.step(session.step_id)
    session = record(session, step, answer, None, AT)
    return follow(programme, session, target(step, answer))


def some_answer(data: st.DataObject, step: Step) -> Given:
    """Any answer that the step takes."""
    if step.kind == "scale":
        return Given(number=data.draw(st.integers(step.low, step.high)))
    if step.kind == "date":
        return Given(day=AT.date() + timedelta(days=data.draw(st.integers(0, 300))))
    taps = data.draw(st.booleans())
    if step.choices and taps:
        return Given((data.draw(st.sampled_from([c.id for c in step.choices])),))
    if step.kind == "commitment":
        return Given(fields={"action": "I call"})
    return Given(text="words") if step.kind == "text" else Given(("skip",))


@given(st.data())
def test_every_road_rests_on_a_question_or_ends(data: st.DataObject) -> None:
    """Any sequence of answers, with any way back, stays on existing steps and can end."""
    programme = data.draw(st.sampled_from(PROGRAMMES))
    start = data.draw(st.sampled_from((programme.start, *programme.entries)))
    turn = follow(programme, session_at(programme, start), start)
    for _ in range(data.draw(st.integers(0, 25))):
        session = turn.session
        if session.status != "open":
            break
        step = programme.step(session.step_id)
        assert asks(step)
        back = before(session)
        if back and data.draw(st.integers(0, 5)) == 0:
            session = rewind(session, back, AT)
            assert programme.step(session.step_id).id == back
            assert session.answer(back) is None
            turn = replace(turn, session=session)
            continue
        turn = advance(programme, session, some_answer(data, step))
    assert turn.session.status in {"open", "done"}
    assert turn.session.step_id in programme.steps


@given(st.data())
def test_an_answer_given_twice_counts_once(data: st.DataObject) -> None:
    """The last answer to a step replaces the one before it."""
    programme = data.draw(st.sampled_from(PROGRAMMES))
    step = data.draw(st.sampled_from([s for s in programme.steps.values() if asks(s)]))
    session = session_at(programme, step.id)
    for text in ("w1", "w2"):
        session = record(session, step, Given(text=text), text, AT)
    written = [a.words_id for a in session.answers if a.step_id == step.id]
    assert written == ([] if step.gate or step.keeps == "team" else ["w2"])


@pytest.mark.parametrize("theme_id", ["difficult_conversation", "conflict", "workload"])
def test_a_question_about_harm_is_never_written_down(theme_id: str) -> None:
    """Of a safety gate neither yes nor no leaves an answer."""
    programme = library().programme(f"theme:{theme_id}")
    gate = next(s for s in programme.steps.values() if s.gate)
    for option in ("yes", "no"):
        session = record(session_at(programme, gate.id), gate, Given((option,)), None, AT)
        assert session.answers == ()


def test_low_confidence_offers_a_smaller_step() -> None:
    """Six of ten leads to the offer, seven does not."""
    programme = library().programme("theme:delegation")
    for number, expected in ((6, "smaller"), (7, "rate")):
        session = session_at(programme, "confidence")
        turn = advance(programme, session, Given(number=number))
        assert (turn.jump == "session_feedback") == (expected == "rate")
        assert turn.session.step_id == expected


def test_statements_join_the_next_question() -> None:
    """A statement on the way is remembered, to open the next message."""
    programme = library().programme("unblock")
    turn = advance(programme, session_at(programme, "control"), Given(("escalate",)))
    assert turn.session.step_id == "plan"
    assert turn.session.passed == ("escalate",)


def test_a_strong_commitment_needs_no_verdict() -> None:
    """Its feedback is a statement, and the dialogue goes straight on."""
    programme = library().programme("theme:delegation")
    feedback = next(s for s in programme.steps.values() if s.kind == "feedback")
    session = session_at(programme, feedback.id)
    assert follow(programme, session, feedback.id).session.step_id == feedback.id
    assert follow(programme, session, feedback.id, {"strong"}).session.step_id == "confidence"


def test_a_choices_deed_comes_before_its_steps_deed() -> None:
    """What a choice does is done first."""
    step = library().programme("weekly_checkin").step("status")
    assert deeds(step, Given(("done",))) == ("commitment.done",)


def test_statements_in_a_circle_are_refused() -> None:
    """A pack that slipped through the lint cannot hang the engine."""
    say = Wording("Round", "Rond")
    steps = {"a": Step("a", say, "say", to="b"), "b": Step("b", say, "say", to="a")}
    programme = Programme("round", 1, say, "a", steps)
    with pytest.raises(UnknownStep):
        follow(programme, session_at(programme, "a"), "a")
