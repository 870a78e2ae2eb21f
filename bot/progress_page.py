"""The person's own progress as a message: facts, and pictures with the same in words.

It praises nobody, gives no score and compares with nobody: product, *what Déclic refuses*.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot import evaluating
from bot import progress_pictures as pictures
from bot import progress_words as words
from bot.cards import Card
from bot.frame import command, message, paragraph
from bot.measuring.own import Rhythm
from bot.messages import (
    Choices,
    Drawing,
    Element,
    Facts,
    Heading,
    Message,
    Option,
    Progress,
    Span,
    Text,
)
from bot.own_progress import Moved, OwnWay, own_way
from bot.own_rhythm import own_rhythm
from bot.plans import standing as plan_standing
from bot.plans.text import progress
from bot.turn import Turn


def progress_page(turn: Turn, card: Card) -> Message:
    """Show somebody their own way so far; with nothing yet, a next step."""
    way, rhythm, plan = own_way(turn), own_rhythm(turn), _plan(turn)
    nothing = way.empty and not rhythm.weeks and not plan
    said = [paragraph(turn.text("progress.nothing"))]
    return message(
        turn,
        turn.text("progress.summary"),
        Heading(turn.text("progress.title")),
        *(said if nothing else _shown(turn, way, rhythm, plan)),
        Choices(card.token, _ways(turn, nothing=nothing)),
    )


def in_short(turn: Turn) -> Facts | None:
    """Return what is worth a glance: commitments kept, confidence, and how far one has come.

    None where there is nothing yet. What was not done is for the page, where one looks for it.
    """
    pairs = tuple(_in_short(turn, own_way(turn)))
    return Facts(pairs) if pairs else None


def _in_short(turn: Turn, way: OwnWay) -> Iterator[tuple[str, str]]:
    if kept := words.outcomes(turn, way, words.IN_SHORT):
        yield turn.text("progress.commitments"), kept
    if way.sure:
        yield turn.text("progress.sure"), words.sureness(turn, way)
    for one in way.items:
        if one.start is not None and one.last is not None:
            yield words.name(turn, one), words.out_of_ten(turn, one.start, one.last)


def _shown(turn: Turn, way: OwnWay, rhythm: Rhythm, plan: list[Progress]) -> Iterator[Element]:
    if pairs := tuple(_facts(turn, way, rhythm)):
        yield Facts(pairs)
    yield from _part(turn, "items", way.items)
    yield from _part(turn, "counts", way.counts)
    for drawing in (pictures.bars(turn, way), pictures.sureness(turn, way)):
        if drawing:
            yield _served(turn, drawing)
    if plan:
        yield _bold(turn.text("plan.summary"))
        yield from plan
    yield paragraph(turn.text("progress.explained"))


def _served(turn: Turn, drawing: Drawing) -> Drawing:
    return replace(drawing, url=turn.picture_url(drawing, turn.now))


def _plan(turn: Turn) -> list[Progress]:
    """Return each indicator of the plan that counts: its baseline, its values, its target."""
    one = plan_standing.own(turn)
    if one is None:
        return []
    return [progress(turn, objective, one.measures) for objective in one.content.objectives]


def _ways(turn: Turn, *, nothing: bool) -> tuple[Option, ...]:
    now = ("evaluate",) if evaluating.next_for(turn) else ()
    names = ("start", *now) if nothing else (*now, "plan", "start")
    return tuple(
        command(turn, name, style="plain" if place else "primary")
        for place, name in enumerate(names)
    )


def _facts(turn: Turn, way: OwnWay, rhythm: Rhythm) -> Iterator[tuple[str, str]]:
    if way.outcomes["made"]:
        yield turn.text("progress.commitments"), words.outcomes(turn, way)
    if way.sure:
        yield turn.text("progress.sure"), words.sureness(turn, way)
    if rhythm.weeks:
        k, n = str(rhythm.with_step), str(rhythm.weeks)
        yield turn.text("progress.rhythm"), turn.text("progress.of", k=k, n=n)
    if way.goal:
        yield turn.text("progress.goal"), words.out_of_ten(turn, *way.goal)


def _part(turn: Turn, key: str, moved: Sequence[Moved]) -> Iterator[Element]:
    if moved:
        last = words.last_day(moved)
        yield _bold(words.titled(turn, key, last))
        yield Facts(tuple((words.name(turn, one), words.moves(turn, one, last)) for one in moved))


def _bold(text: str) -> Text:
    return Text((Span(text, "bold"),))
