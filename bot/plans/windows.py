"""Windows on a plan: the code that shares it, its earlier versions, its export."""

from dataclasses import replace

from bot.cards import Card
from bot.days import say_day
from bot.frame import paragraph
from bot.messages import Element, Field, Form, Heading, Link, Option, Span, Text
from bot.plans import export as plan_export
from bot.plans import sharing as plan_sharing
from bot.plans import standing as plan_standing
from bot.plans.standing import Standing
from bot.plans.text import (
    content_lines,
    version_line,
)
from bot.turn import ExportUrl, Turn

SHOWN = 5
"""Versions shown in the window of earlier ones."""


def share_form(turn: Turn, card: Card, one: Standing) -> Form:
    """Show a new code, and what it means to pass it on."""
    code = plan_sharing.share(turn, one)
    until = turn.local(turn.now + plan_sharing.INVITED).date()
    day = say_day(until, turn.lang, turn.today)
    shown = (
        paragraph(turn.text("plan_form.share_intro")),
        Text((Span(code, "bold"),)),
        paragraph(turn.text("plan_form.share_how", code=code, date=day)),
    )
    return _window(turn, f"{card.token}.share", turn.text("plan_form.share"), shown)


def history_form(turn: Turn, card: Card, one: Standing) -> Form:
    """Show the versions, the latest first; any but the present one can come back."""
    shown: list[Element] = []
    options = []
    latest = one.head
    for version in list(reversed(one.versions))[:SHOWN]:
        counts = version is one.counts
        said = version_line(turn, version, counts=counts)
        content = plan_standing.content_of(turn, version)
        shown += [Heading(said), paragraph("\n\n".join(content_lines(turn, content)))]
        if version is not latest and turn.uow.words.text(version.words_id):
            options.append(Option(str(version.number), said))
    title = turn.text("plan_form.history")
    token = f"{card.token}.history"
    if not options:
        return _window(turn, token, title, tuple(shown))
    field = Field("version", turn.text("plan_form.which"), "choice", options=tuple(options))
    form = filled_form(turn, token, title, field)
    return replace(form, elements=tuple(shown), submit=turn.text("plan_form.take_back"))


def export_form(turn: Turn, card: Card, one: Standing, export_url: ExportUrl) -> Form:
    """Offer the plan as text to copy, and its owner's as files where the web serves them."""
    mine = one.side == "owner"
    address = export_url(turn.coachee.id, turn.now) if mine else None
    links: list[Element] = []
    if address:
        links = [
            paragraph(turn.text("plan_form.export_links")),
            *(
                Link(turn.text(f"plan_form.file_{kind}"), f"{address}/plan.{kind}")
                for kind in plan_export.FILES
            ),
        ]
    text = plan_export.markdown(turn, one)
    copied = (paragraph(turn.text("plan_form.export_copy")), paragraph(text))
    title = turn.text("plan_form.export" if mine else "plan_form.export_shared")
    return _window(turn, f"{card.token}.plan_export", title, (*links, *copied))


def filled_form(turn: Turn, token: str, title: str, *fields: Field) -> Form:
    """Put a form together that is saved."""
    save, close = turn.text("buttons.save"), turn.text("buttons.cancel")
    return Form(token, turn.lang, title, save, close, fields)


def _window(turn: Turn, token: str, title: str, elements: tuple[Element, ...]) -> Form:
    return Form(token, turn.lang, title, "", turn.text("buttons.close"), elements=elements)
