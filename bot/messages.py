"""Neutral messages: what is said, before any platform's format.

A renderer turns a `Message` into Block Kit, an Adaptive Card or the playground's page. All
texts are plain: a renderer escapes them, so nothing a person wrote becomes markup. Buttons
carry `token` and an option id and nothing else; their meaning is in the database.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.language import Lang

Style = Literal["plain", "bold", "italic"]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style; `link` makes it a link (https only).

    With `person`, the platform's id of somebody, the renderer names that person instead;
    `text` then stands in where it cannot.
    """

    text: str
    style: Style = "plain"
    link: str | None = None
    person: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A short title, at most 150 characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; a line feed in a span is a line break."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short lines."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose; `label` at most 75 characters; `hint` is a second line in lists."""

    id: str
    label: str
    style: Literal["plain", "primary", "danger"] = "plain"
    hint: str = ""
    form: bool = False  # pressing it opens a form
    confirm: str = ""  # a question asked before it counts
    described: str = ""  # what a screen reader says, where the label alone is too short


@dataclass(frozen=True, slots=True)
class Choices:
    """One tap: up to five as buttons; more, or `compact`, as a list with a Save button."""

    token: str
    options: tuple[Option, ...]
    label: str = ""
    compact: bool = False


@dataclass(frozen=True, slots=True)
class Multi:
    """Several of a list, at most `most`; sent by its own button with option id `save`.

    The ids chosen arrive as `values["chosen"]`, a list.
    """

    token: str
    options: tuple[Option, ...]
    most: int
    label: str
    save: str
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scale:
    """A number from `low` to `high`; the option id is the number."""

    token: str
    low: int
    high: int
    low_label: str = ""
    high_label: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A day: quick options (ids are ISO dates) and a picker; `values["date"]` is ISO.

    The picker's own button or change arrives with option id `date`.
    """

    token: str
    quick: tuple[Option, ...]
    label: str
    save: str
    chosen: str = ""  # ISO date the picker shows first
    earliest: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of name and value, at most ten."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """`value` of `target`, the number first, then a bar; `reads` says the number otherwise."""

    value: float
    target: float
    label: str
    reads: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One line of a chart: `values` are indices into its `levels`, None where there is none."""

    name: str
    values: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A small picture of levels over time, at most twelve points and four series.

    Attributes:
        title: what it shows.
        points: what each point is called, oldest first.
        levels: the words of the levels, lowest first.
        series: the lines.
        alt: the same in one or two sentences, for whoever does not see the picture.
        url: where the picture can be fetched; empty where nothing is served, then the renderer
            writes the chart in characters.
        own: it is about one person, so that no notification says what it shows.
    """

    title: str
    points: tuple[str, ...]
    levels: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    url: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """From where something began to where it was last; None where that is not known.

    `then` is where it began as it looks from the end.
    """

    name: str
    start: int | None
    last: int | None
    then: int | None = None


@dataclass(frozen=True, slots=True)
class Axis:
    """Bars on one scale from 0 to `most`; with `open_ended`, that stands for more as well."""

    title: str
    most: int
    bars: tuple[Bar, ...]
    open_ended: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """A small picture of how far one person has come, at most eleven bars in all.

    Attributes:
        title: what it shows.
        axes: the bars, by their scales.
        marks: what the three marks of a bar are called: start, last, then.
        alt: the same in sentences, for whoever does not see the picture; no notification says it.
        url: as in a `Chart`.
    """

    title: str
    axes: tuple[Axis, ...]
    marks: tuple[str, str, str]
    alt: str
    url: str = ""


Drawing = Chart | Bars
"""What is served as a picture, where pictures are served."""


@dataclass(frozen=True, slots=True)
class Link:
    """A button that opens an address (http or https)."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Divider:
    """A thin line."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was answered, with the button that changes it, where it still can be changed."""

    spans: tuple[Span, ...]
    token: str = ""
    change: str = ""  # label; the option id is `change`


@dataclass(frozen=True, slots=True)
class Footer:
    """Who sees this, and the way to help, snooze, pause and settings.

    The Help button has token `menu` and option `help`; the others are in an overflow menu
    under the same token.
    """

    visibility: str
    help: str
    menu: tuple[Option, ...]
    menu_label: str = ""


Element = (
    Heading
    | Text
    | Bullets
    | Choices
    | Multi
    | Scale
    | When
    | Facts
    | Progress
    | Chart
    | Bars
    | Link
    | Divider
    | Receipt
    | Footer
)


@dataclass(frozen=True, slots=True)
class Message:
    """What is said to one person in one message.

    `summary` is the notification text: it makes sense alone and never holds a person's words.
    """

    lang: Lang
    summary: str
    elements: tuple[Element, ...]


FieldKind = Literal[
    "short", "long", "choice", "multi", "date", "time", "number", "person", "people", "channel"
]


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form. `value` is what it shows first.

    Of kind `person` it is the platform's id of somebody in the channel of the form, of `people`
    a list of ids of anybody in the workspace, of `channel` the id of a channel; the platform
    offers the names. Where it cannot, a `channel` is chosen among `options`.
    """

    id: str
    label: str
    kind: FieldKind
    required: bool = True
    hint: str = ""
    placeholder: str = ""
    value: str = ""
    options: tuple[Option, ...] = ()
    longest: int = 500
    most: int = 1


@dataclass(frozen=True, slots=True)
class Form:
    """A modal or dialog; sent back as `Submitted(token, values)`. Title at most 24 characters.

    With `submit` empty it only shows `elements`, for words that must not stay in the chat.
    """

    token: str
    lang: Lang
    title: str
    submit: str
    close: str
    fields: tuple[Field, ...] = ()
    elements: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What can only be said inside the request; never needed for correctness.

    Attributes:
        form: open this form now.
        errors: the form stays open with these errors, by field id.
        card: the clicked message as it is now.
        notice: one sentence for the person alone, gone after a while.
        show: a message for the person alone that is neither stored nor queued.
    """

    form: Form | None = None
    errors: Mapping[str, str] = field(default_factory=dict)
    card: Message | None = None
    notice: str = ""
    show: Message | None = None
