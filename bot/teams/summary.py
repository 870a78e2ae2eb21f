"""The summary of a round in words: levels and types, never a number a person can be read from."""

from bot.days import say_day
from bot.frame import paragraph
from bot.messages import Bullets, Element, Facts, Heading, Receipt, Span, Text
from bot.teams.content import ITEMS, Loop, Round, Sealed
from bot.teams.figures import n_band
from bot.teams.rounds import open_blockers
from bot.turn import Turn

QUESTIONS = 3
MOST_BLOCKERS = 2


def summary_elements(turn: Turn, one: Round, *, plain: bool = False) -> tuple[Element, ...]:
    """Say what a team answered, and what to talk about.

    `plain` is the shortest form, without anybody's lines.
    """
    return (
        *answered_elements(turn, one, plain=plain),
        *talk_elements(turn),
        *([Receipt((Span(turn.text("team.loop_closed")),))] if one.loop else []),
    )


def answered_elements(turn: Turn, one: Round, *, plain: bool = False) -> tuple[Element, ...]:
    """Say what a team answered."""
    assert one.sealed is not None  # noqa: S101 - a round in state summary has it
    day = say_day(turn.local(one.opened_at).date(), turn.lang, turn.today)
    band = turn.text(f"team.band_{n_band(one.sealed.n)}")
    return (
        Heading(turn.text("team.summary_title", day=day, band=band)),
        Facts(tuple(_facts(turn, one.sealed))),
        *([] if plain else _lines(turn, one)),
        *([] if plain else _followed(turn, one)),
    )


def talk_elements(turn: Turn) -> tuple[Element, ...]:
    """Ask what to talk about for fifteen minutes."""
    asked = tuple(turn.text(f"team.talk_{n}") for n in range(1, QUESTIONS + 1))
    return Text((Span(turn.text("team.talk"), "bold"),)), Bullets(asked)


def unanswered_elements(turn: Turn, one: Round) -> tuple[Element, ...]:
    """Say why a round that ended has no summary."""
    day = say_day(turn.local(one.opened_at).date(), turn.lang, turn.today)
    said = turn.text(f"team.round_{one.state}")
    return Heading(turn.text("team.round_title", day=day)), paragraph(said)


def loop_elements(turn: Turn, loop: Loop) -> tuple[Element, ...]:
    """Say what the champion heard, and what follows."""
    said = [("heard", loop.heard), ("will", loop.will), ("wont", loop.wont)]
    spans: list[Span] = []
    for name, text in said:
        if text:
            gap = "\n" if spans else ""
            spans += [Span(f"{gap}{turn.text(f'team.loop_{name}')}\n", "bold"), Span(text)]
    return Heading(turn.text("team.loop_summary")), Text(tuple(spans))


def _facts(turn: Turn, sealed: Sealed) -> list[tuple[str, str]]:
    pairs = [
        (turn.text(f"team.item_{item}"), turn.text(f"team.level_{sealed.figures[item].level}"))
        for item in ITEMS
        if item in sealed.figures
    ]
    if sealed.agreement:
        pairs.append((turn.text("team.agreement"), turn.text(f"team.agreement_{sealed.agreement}")))
    if sealed.trend:
        pairs.append((turn.text("team.trend"), turn.text(f"team.trend_{sealed.trend}")))
    return [*pairs, (turn.text("team.slows"), blockers_text(turn, sealed))]


def blockers_text(turn: Turn, sealed: Sealed) -> str:
    """Name the types that at least three people named, most frequent first; else say varied."""
    named = [turn.text(f"team.blocker_{b}") for b in sealed.blockers[:MOST_BLOCKERS]]
    if not named:
        return turn.text("team.varied")
    return " · ".join(f"{n} {name}" for n, name in enumerate(named, 1))


def _lines(turn: Turn, one: Round) -> list[Element]:
    if not one.lines:
        return []
    return [Text((Span(turn.text("team.lines_title"), "bold"),)), Bullets(one.lines)]


def _followed(turn: Turn, one: Round) -> list[Element]:
    """Name blockers of earlier rounds that are still open."""
    older = [b for b in open_blockers(turn, one.team_id) if b.number < one.number]
    if not older:
        return []
    names = ", ".join(turn.text(f"team.blocker_{b.kind}").lower() for b in older)
    return [Text((Span(turn.text("team.still_open", names=names)),))]
