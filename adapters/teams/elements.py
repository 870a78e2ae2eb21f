"""Neutral elements as the elements of an Adaptive Card 1.5."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import singledispatch

from adapters.teams.actions import SEVERAL, Json, action_set, open_link, press, save
from adapters.teams.inputs import input_id
from adapters.teams.mentions import NOBODY, Mentions
from adapters.teams.phrases import Phrases
from adapters.teams.text import LINE, cut, escape, label, lines, markdown, web_address
from bot import charting
from bot.language import Lang, Wording
from bot.messages import (
    Bars,
    Bullets,
    Chart,
    Choices,
    Element,
    Facts,
    Footer,
    Heading,
    Link,
    Message,
    Multi,
    Option,
    Progress,
    Receipt,
    Scale,
    Span,
    Text,
    When,
)

HEADING = 150
CHOICE = 150
PAIRS = 10
ALT = 2000
CELLS = 10


@dataclass(frozen=True, slots=True)
class Look:
    """How elements are written: the language, the adapter's own phrases, how strict inputs are.

    `strict` marks inputs as required. It holds only for the one input of a card, since Teams
    checks every input whichever button is pressed. `people` is what stands for somebody.
    """

    lang: Lang
    phrases: Phrases
    strict: bool
    people: Mapping[str, str] = field(default_factory=dict)

    def say(self, wording: Wording) -> str:
        """Return one of the adapter's own phrases."""
        return wording.text(self.lang)


def look_of(message: Message, phrases: Phrases, mentions: Mentions = NOBODY) -> Look:
    """See how a message's elements are to be written."""
    listed = [e for e in message.elements if isinstance(e, Multi | When)]
    lists = [e for e in message.elements if isinstance(e, Choices | Scale) and is_list(e)]
    strict = len(listed) + len(lists) == 1
    people = {person: mention.written for person, mention in mentions.items()}
    return Look(message.lang, phrases, strict, people)


def is_list(element: Choices | Scale) -> bool:
    """Tell whether it is a list with a Save button instead of buttons."""
    if isinstance(element, Scale):
        return element.high - element.low + 1 > SEVERAL
    return element.compact or len(element.options) > SEVERAL


def text_block(text: str, **more: object) -> Json:
    """Make a block of text that is Markdown already."""
    return {"type": "TextBlock", "text": text, "wrap": True, **more}


def choice_set(
    name: str, title: str, options: tuple[Option, ...], value: str = "", **more: object
) -> Json:
    """Make a list of choices, unfolded where it is short or takes several."""
    folded = len(options) > SEVERAL and not more.get("isMultiSelect")
    choices = [{"title": _listed(option), "value": option.id} for option in options]
    chosen = {"value": value} if value else {}
    return {
        "type": "Input.ChoiceSet",
        "id": name,
        "label": label(title, CHOICE),
        "style": "compact" if folded else "expanded",
        "wrap": True,
        "choices": choices,
        **chosen,
        **more,
    }


@singledispatch
def render(element: Element, _look: Look) -> list[Json]:
    """Write one element; a divider is written by the card, on what follows it."""
    raise TypeError(type(element).__name__)


@render.register
def _heading(element: Heading, _look: Look) -> list[Json]:
    text = escape(cut(" ".join(lines(element.text)), HEADING))
    return [text_block(text, size="Large", weight="Bolder", style="heading")]


@render.register
def _text(element: Text, look: Look) -> list[Json]:
    written = markdown(element.spans, look.people)
    return [text_block(written)] if written.strip() else []


@render.register
def _bullets(element: Bullets, _look: Look) -> list[Json]:
    items = [escape(" ".join(lines(item))) for item in element.items]
    return [text_block("\n".join(f"- {item}" for item in items))] if items else []


@render.register
def _choices(element: Choices, look: Look) -> list[Json]:
    if is_list(element):
        return _choice_list(element, look)
    title = [text_block(escape(element.label))] if element.label else []
    return [*title, action_set(press(element.token, option) for option in element.options)]


def _choice_list(element: Choices, look: Look) -> list[Json]:
    """Options that open a form stay buttons: a list can't open one."""
    listed = tuple(option for option in element.options if not option.form)
    forms = tuple(option for option in element.options if option.form)
    picked = input_id(element.token, "choice")
    title = element.label or look.say(look.phrases.choose)
    buttons = [save(look.say(look.phrases.save), {"t": element.token, "pick": "choice"})]
    buttons += [press(element.token, option) for option in forms]
    return [choice_set(picked, title, listed, **_required(look)), action_set(buttons)]


@render.register
def _multi(element: Multi, _look: Look) -> list[Json]:
    name = input_id(element.token, "chosen", many=True)
    chosen = ",".join(element.chosen)
    listed = choice_set(name, element.label, element.options, chosen, isMultiSelect=True)
    button = save(element.save, {"t": element.token, "o": "save"})
    return [listed, action_set([button])]


@render.register
def _scale(element: Scale, look: Look) -> list[Json]:
    ends = _ends(element)
    points = tuple(_point(element, n) for n in range(element.low, element.high + 1))
    if not is_list(element):
        note = [text_block(escape(ends), isSubtle=True, size="Small")] if ends else []
        return [*note, action_set(press(element.token, point) for point in points)]
    title = ends or look.say(look.phrases.choose)
    picked = choice_set(input_id(element.token, "choice"), title, points, **_required(look))
    button = save(look.say(look.phrases.save), {"t": element.token, "pick": "choice"})
    return [picked, action_set([button])]


@render.register
def _when(element: When, look: Look) -> list[Json]:
    quick = [press(element.token, option) for option in element.quick[:SEVERAL]]
    picker = {
        "type": "Input.Date",
        "id": input_id(element.token, "date"),
        "label": label(element.label or look.say(look.phrases.day), CHOICE),
        **({"value": element.chosen} if element.chosen else {}),
        **({"min": element.earliest} if element.earliest else {}),
        **_required(look),
    }
    button = save(element.save, {"t": element.token, "o": "date"})
    return [*([action_set(quick)] if quick else []), picker, action_set([button])]


@render.register
def _facts(element: Facts, _look: Look) -> list[Json]:
    facts = [{"title": escape(name), "value": escape(value)} for name, value in element.pairs]
    return [{"type": "FactSet", "facts": facts[:PAIRS]}] if facts else []


@render.register
def _progress(element: Progress, look: Look) -> list[Json]:
    reached = f"{_number(element.value, look.lang)}/{_number(element.target, look.lang)}"
    share = min(max(element.value / element.target, 0), 1) if element.target > 0 else 0
    full = int(share * CELLS)
    name = f" · {escape(element.label)}" if element.label else ""
    return [
        text_block(f"**{escape(element.reads) or reached}**{name}"),
        text_block("▓" * full + "░" * (CELLS - full), spacing="None", fontType="Monospace"),
    ]


@render.register
def _chart(element: Chart | Bars, look: Look) -> list[Json]:
    """The picture says nothing of its title; in words, the title comes first."""
    heading, *rest = charting.lines(element, look.lang)
    address = web_address(element.url)
    if not address:
        written = [markdown((Span(heading, "bold"),)), *(escape(line) for line in rest)]
        return [text_block(LINE.join(written))]
    spoken = label(charting.spoken(element), ALT)
    return [
        text_block(markdown((Span(element.title, "bold"),))),
        {"type": "Image", "url": address, "altText": spoken, "size": "Stretch"},
    ]


@render.register
def _link(element: Link, _look: Look) -> list[Json]:
    button = open_link(element.label, element.url)
    return [action_set([button])] if button else []


@render.register
def _receipt(element: Receipt, look: Look) -> list[Json]:
    written = [text_block(markdown(element.spans, look.people))]
    if element.token and element.change:
        written.append(action_set([press(element.token, Option("change", element.change))]))
    return written


@render.register
def _footer(element: Footer, _look: Look) -> list[Json]:
    buttons = [press("menu", Option("help", element.help))]
    buttons += [press("menu", option, second=True) for option in element.menu]
    note = text_block(
        escape(element.visibility), isSubtle=True, size="Small", separator=True, spacing="Medium"
    )
    return [note, action_set(buttons)]


def _required(look: Look) -> Json:
    if not look.strict:
        return {}
    return {"isRequired": True, "errorMessage": look.say(look.phrases.required)}


def _listed(option: Option) -> str:
    title = label(option.label, CHOICE)
    return f"{title} – {label(option.hint, CHOICE)}" if option.hint else title


def _ends(scale: Scale) -> str:
    named = ((scale.low, scale.low_label), (scale.high, scale.high_label))
    return " · ".join(f"{number} = {name}" for number, name in named if name)


def _point(scale: Scale, number: int) -> Option:
    """Name the ends for people who hear the buttons one by one."""
    name = {scale.low: scale.low_label, scale.high: scale.high_label}.get(number, "")
    return Option(str(number), str(number), described=f"{number}: {name}" if name else "")


def _number(value: float, lang: Lang) -> str:
    written = f"{value:.10g}"
    return written.replace(".", ",") if lang == "fr" else written
