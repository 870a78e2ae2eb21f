"""Words typed in the chat, or after a slash: answers, commands, or neither."""

from bot import commanding, dialogue
from bot.answers import from_text, plainly
from bot.commands import Command, parse
from bot.commitment_check import assess
from bot.engine import Given
from bot.events import Commanded, Said
from bot.feedback import verdicts
from bot.messages import Reply
from bot.plain import plain
from bot.sessions import Session
from bot.suggestions import suggesting
from bot.turn import Turn

FIRST = {"stop", "pause", "help", "stuck", "data"}
"""Commands that win over a button of the same name."""

YES = ("yes", "yeah", "yep", "maybe", "perhaps", "oui", "ouais", "peut-etre")
"""How a yes begins that is typed at a question about harm."""


def said(turn: Turn, event: Said | Commanded) -> None:
    """Take words as the answer they can only be, as a command, as an answer, or offer a way on."""
    if event.elsewhere:
        turn.reply = Reply(notice=turn.text("next.elsewhere"))
    command = parse(event.text, turn.lang, slash=isinstance(event, Commanded))
    if isinstance(event, Said) and _plain_answer(turn, event.text, command):
        return
    if command:
        commanding.run(turn, command.name, command.argument)
    elif turn.coachee.state == "new" and dialogue.current(turn) is None:
        commanding.run(turn, "next")
    elif not _typed_answer(turn, event.text):
        _offer(turn, event.text)


def _plain_answer(turn: Turn, text: str, command: Command | None) -> bool:
    """Take what can only answer the present question, unless it says stop or the like."""
    if command and command.name in FIRST:
        return False
    session = dialogue.current(turn)
    if session is None:
        return False
    step = dialogue.programme_of(turn, session).step(session.step_id)
    if step.kind == "feedback":
        asked = suggesting.typed(turn, session, text)
        return asked or _given(turn, session, verdicts.typed(turn, session, text))
    return _given(turn, session, plainly(step, text, turn.lang, turn.today))


def _typed_answer(turn: Turn, text: str) -> bool:
    session = dialogue.current(turn)
    if session is None:
        return False
    step = dialogue.programme_of(turn, session).step(session.step_id)
    if step.kind == "feedback":
        return _written_anew(turn, session, text)
    if step.kind == "theme":
        theme_id = commanding.theme_named(turn, text)
        return _given(turn, session, Given((theme_id,)) if theme_id else None)
    return _given(turn, session, from_text(step, text, turn.lang, turn.today))


def _written_anew(turn: Turn, session: Session, text: str) -> bool:
    """Take a sentence that names an act in place of the commitment that is spoken of."""
    if assess(text, turn.lang, turn.today).action is not True:
        return False
    written = dialogue.written_before(turn, session)
    given = from_text(written, text, turn.lang, turn.today)
    return _given(turn, dialogue.stand_at(turn, session, written.id), given)


def _given(turn: Turn, session: Session, given: Given | None) -> bool:
    if given is None:
        return False
    dialogue.answer(turn, session, given)
    return True


def _offer(turn: Turn, text: str) -> None:
    """Meet words that are no answer and no command with a next step."""
    theme_id = commanding.theme_named(turn, text)
    if theme_id and turn.coachee.state != "new":
        commanding.start_theme(turn, theme_id)
    else:
        turn.post("next", say="next.unknown")


def at_gate(turn: Turn, session: Session, event: Said | Commanded) -> Given | None:
    """Read a choice that was typed at a question about harm."""
    step = dialogue.programme_of(turn, session).step(session.step_id)
    if not step.gate:
        return None
    if plain(event.text).startswith(YES):
        return Given(("yes",))
    return from_text(step, event.text, turn.lang, turn.today)
