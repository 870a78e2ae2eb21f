"""Suggesting a wording: offered where operator and person said yes, asked for by a tap each time.

The person is never kept waiting. The message stands as it is until an answer has come and passed
every check; whoever has answered, edited or gone by then hears nothing more of it.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot import committing, dialogue
from bot.cards import Card
from bot.care import classify
from bot.checking.language import language_of
from bot.commitment_check import Assessment, Criterion, compose_sentence
from bot.commitments import Commitment, Draft
from bot.errors import StaleClick
from bot.events import ModelReplied
from bot.feedback.privacy_hint import hint
from bot.frame import paragraph
from bot.language import LANGS
from bot.messages import Element, Option, Reply, Span, Text
from bot.plain import plain
from bot.sessions import Session
from bot.suggestions.privacy_filter import hide
from bot.suggestions.rewording import (
    LONGEST,
    Asked,
    AskModel,
    Request,
    Rewording,
    failing,
    reworded,
)
from bot.turn import Turn

ASK = "suggest"
"""The option that asks for a wording."""

USE = "suggested"
"""The option that takes it: not the one of the other proposal, which may have been shown before."""

MOST_A_DAY = 10
LOST_AFTER = timedelta(seconds=30)
"""When an ask without an answer was lost with its process, and can be begun anew."""

_ASKED, _NONE = "asked", "none"
"""What a card keeps of it: of which words it was asked, and when; of which nothing came."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """A weak commitment whose feedback waits for the person."""

    card: Card
    commitment: Commitment
    draft: Draft
    judged: Assessment
    point: Criterion


def wished(turn: Turn) -> bool:
    """Tell whether both said yes; the person's holds for the host they were told of."""
    return bool(turn.model_at) and turn.coachee.suggestions == turn.model_at


def set_wish(turn: Turn, wish: object) -> None:
    """Take the person's yes or no, where they were asked."""
    if turn.model_at and wish in {"on", "off"}:
        turn.change(suggestions=turn.model_at if wish == "on" else "")


def beside(turn: Turn, session: Session, options: list[Option]) -> list[Option]:
    """Put a model's wording in place of the other one; else the offer to suggest one last.

    It is offered where that is wished for and was not tried here.
    """
    commitment = committing.made_here(turn, session)
    draft = committing.draft_of(turn, commitment) if commitment else None
    if draft and draft.suggested:
        use = Option(USE, turn.text("check.use"), "primary")
        return [use, *(one for one in options if one.id.partition(":")[0] != "use")]
    standing = _standing(turn, session.card_token) if wished(turn) else None
    ask = [Option(ASK, turn.text("suggest.ask"))] if standing and _untried(standing) else []
    return [*options, *ask]


def shown(turn: Turn, card: Card, session: Session) -> list[Element]:
    """Show the wording with its origin, or say that none was found."""
    if session.status != "open" or session.card_token != card.token:
        return []
    commitment = committing.made_here(turn, session)
    draft = committing.draft_of(turn, commitment) if commitment else None
    if commitment and draft and draft.suggested:
        wording = reworded(draft, draft.suggested)
        due_on = commitment.due_on if draft.due_chosen else None
        made_on = turn.local(commitment.created_at).date()
        sentence = compose_sentence(wording, due_on, turn.lang, made_on)
        label = turn.text("suggest.label")
        return [Text((Span(f"{label[:1].upper()}{label[1:]}\n"), Span(sentence, "italic")))]
    tried = commitment is not None and _came_to_nothing(card, commitment)
    return [paragraph(turn.text("suggest.none"))] if tried else []


def ask(turn: Turn, token: str) -> None:
    """Ask for a wording, unless one is on its way or enough was asked today.

    Raises:
        StaleClick: it is not offered here.
    """
    standing = _standing(turn, token) if wished(turn) else None
    if standing is None or not _untried(standing):
        turn.refresh(token)
        raise StaleClick(token)
    words_id = standing.commitment.words_id
    if _under_way(turn, standing.card, words_id):
        turn.reply = Reply(notice=turn.text("suggest.coming"))
    elif not _within_a_day(turn):
        turn.reply = Reply(notice=turn.text("suggest.enough"))
    else:
        _keep(turn, standing.card, _ASKED, f"{words_id} {turn.now.isoformat()}")
        turn.ask = AskModel(turn.new_id(), turn.coachee.id, token, words_id)
        turn.reply = Reply(notice=turn.text("suggest.coming"))


def typed(turn: Turn, session: Session, text: str) -> bool:
    """Take the button's own words, typed, as a tap and not as another commitment."""
    labels = {plain(turn.library.say("suggest.ask", lang)) for lang in LANGS}
    if plain(text).strip(" .!") not in labels or not wished(turn):
        return False
    standing = _standing(turn, session.card_token)
    if standing and _untried(standing):
        ask(turn, standing.card.token)
    else:
        turn.reply = Reply(notice=turn.text("suggest.none"))
    return True


def compose(turn: Turn, ask: AskModel, rewording: Rewording) -> Asked | None:
    """Filter the one sentence that is sent; None where it may not be, or is wanted no more."""
    standing = _wanted(turn, ask.card_token, ask.words_id)
    if standing is None or _unsafe(turn, standing.draft):
        return None
    draft, commitment = standing.draft, standing.commitment
    own = committing.as_written(turn, commitment, draft)
    theme = commitment.theme_id or ""
    filtered = hide(own, rewording.lexicon, (draft.who,))
    if len(own) > LONGEST or filtered.passed <= len(filtered.hidden):
        return None
    return Asked(
        Request(
            theme if theme in rewording.themes else "none",
            language_of(own, turn.lang),
            filtered.sentence,
            standing.point,
        ),
        own,
        filtered.hidden,
        commitment,
        draft,
        standing.judged,
        rewording.lexicon,
        turn.library.safety,
    )


def take(turn: Turn, event: ModelReplied) -> None:
    """Show what came of an ask, if its question still stands as it was."""
    standing = _wanted(turn, event.card_token, event.words_id)
    if standing is None:
        return
    if event.wording:
        committing.suggest(turn, standing.commitment, standing.draft, event.wording)
    else:
        _keep(turn, standing.card, _NONE, event.words_id)
    turn.refresh(event.card_token)


def _wanted(turn: Turn, token: str, words_id: str) -> _Standing | None:
    """Find what was asked about, if the person still wants to hear of it."""
    if not wished(turn) or turn.coachee.state == "stopped" or not turn.coachee.reachable:
        return None
    standing = _standing(turn, token)
    asked_about = standing is not None and standing.commitment.words_id == words_id
    return standing if asked_about else None


def _standing(turn: Turn, token: str | None) -> _Standing | None:
    """Find a weak commitment by the message that says so, while that waits for an answer."""
    card = turn.uow.cards.get(token) if token else None
    if card is None or card.coachee_id != turn.coachee.id:
        return None
    session = dialogue.session_of(turn, card)
    if session is None or session.status != "open" or session.card_token != token:
        return None
    if dialogue.programme_of(turn, session).step(session.step_id).kind != "feedback":
        return None
    commitment = committing.made_here(turn, session)
    draft = committing.draft_of(turn, commitment) if commitment else None
    if commitment is None or draft is None:
        return None
    judged = committing.judge(turn, commitment, draft)
    point = None if judged.nothing else failing(judged)
    return _Standing(card, commitment, draft, judged, point) if point else None


def _untried(standing: _Standing) -> bool:
    return not standing.draft.suggested and not _came_to_nothing(standing.card, standing.commitment)


def _came_to_nothing(card: Card, commitment: Commitment) -> bool:
    """Tell whether these words were tried in vain; other words are worth another try."""
    return card.args.get(_NONE) == commitment.words_id


def _under_way(turn: Turn, card: Card, words_id: str) -> bool:
    """Tell whether an answer about these words may still come; one about others is dropped."""
    about, _, asked_at = str(card.args.get(_ASKED, "")).partition(" ")
    return about == words_id and turn.now - datetime.fromisoformat(asked_at) < LOST_AFTER


def _within_a_day(turn: Turn) -> bool:
    """Count an ask; false once the day's are used up."""
    mine = f"ask:{turn.coachee.id}:{turn.today}"
    return any(turn.uow.seen.add(f"{mine}:{n}", turn.now) for n in range(MOST_A_DAY))


def _keep(turn: Turn, card: Card, name: str, value: str) -> None:
    turn.uow.cards.put(replace(card, args={**card.args, name: value}))


def _unsafe(turn: Turn, draft: Draft) -> bool:
    """Tell whether any of it touches the safety list or says something private of somebody.

    Nothing of that is ever sent.
    """
    texts = (draft.sentence, draft.action, draft.cue, draft.who, draft.indicator)
    safety = turn.library.safety
    return any(classify(text, turn.lang, safety) or hint(text, turn.lang) for text in texts)
