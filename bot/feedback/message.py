"""The coach's feedback as elements of a message: the sentence, what is right, one point."""

from bot import committing
from bot.commitment_check import Feedback
from bot.days import say_day
from bot.frame import paragraph
from bot.messages import Element, Span, Text
from bot.sessions import Session
from bot.turn import Turn


def feedback_elements(turn: Turn, session: Session) -> list[Element]:
    """Say one true thing that is right, one point, and a wording to choose."""
    made = committing.made_here(turn, session)
    draft = committing.draft_of(turn, made) if made else None
    if made is None or draft is None:
        return [paragraph(turn.text("summary.commitment"))]
    said = committing.remark(turn, made, draft)
    sentence = committing.as_written(turn, made, draft)
    right = paragraph(turn.text(said.right, **said.values))
    rest = [right, *_point(turn, said)]
    rest += [] if draft.suggested else _wording(turn, said)  # one wording at a time
    rest += _privacy(turn, said)
    day = say_day(made.due_on, turn.lang, turn.today) if draft.due_chosen else ""
    heard = any(day in span.text for one in rest for span in one.spans)
    read_back = [Span(f" · {day}")] if not (said.odd or heard or day in sentence) else []
    return [Text((Span(sentence, "bold"), *read_back)), *rest]


def passed_feedback(turn: Turn, session: Session) -> Element:
    """Say of a commitment that held at once that it does, and for when it is down."""
    made = committing.made_here(turn, session)
    day = say_day(made.due_on, turn.lang, turn.today) if made else turn.text("summary.date")
    return paragraph(turn.text("check.right.all", date=day))


def _point(turn: Turn, said: Feedback) -> list[Text]:
    if said.remark:
        return [paragraph(said.remark.say.text(turn.lang))]
    return [paragraph(turn.text(said.point, **said.values))] if said.point else []


def _wording(turn: Turn, said: Feedback) -> list[Text]:
    if said.proposal:
        proposed = turn.text("check.proposal")
        return [Text((Span(f"{proposed}\n"), Span(said.proposal.sentence, "italic")))]
    if said.remark:
        better = said.remark.better.text(turn.lang)
        return [Text((Span(turn.text("check.example", example=better), "italic"),))]
    return []


def _privacy(turn: Turn, said: Feedback) -> list[Text]:
    return [Text((Span(turn.text("check.privacy"), "italic"),))] if said.privacy else []
