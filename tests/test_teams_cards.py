"""Neutral messages as Adaptive Cards: valid, within the limits, and nothing typed is markup."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jsonschema
import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from adapters.teams.cards import BUDGET, to_activity, to_card
from adapters.teams.dialogs import refilled, to_dialog, to_form_card
from adapters.teams.mentions import Named, mentions_of
from adapters.teams.text import GAP, escape, label, markdown
from bot.messages import (
    Axis,
    Bar,
    Bars,
    Bullets,
    Chart,
    Choices,
    Divider,
    Element,
    Facts,
    Field,
    Footer,
    Form,
    Heading,
    Link,
    Message,
    Multi,
    Option,
    Progress,
    Receipt,
    Scale,
    Series,
    Span,
    Text,
    When,
)
from tests.teams_reading import Json, button, buttons, inputs, labels, nodes, plain, texts

TOKEN = "tok_EN-0123456789abcdef"
SCHEMA = Path(__file__).parent / "schemas" / "adaptive-card-1.5.0.json"

HOSTILE = [
    "<at>everyone</at>",
    "](javascript:alert(1))",
    "[click](https://evil.example)",
    "![x](https://evil.example/a.png)",
    "**bold** and _italic_ and ~~gone~~ and `code`",
    "https://evil.example and www.evil.example and a@evil.example",
    "- one\n- two\n1. three\n# four\n> five\n+ six",
    "&lt;at&gt;",
    "{{DATE(2026-11-23T09:00:00Z)}}",
    "[x]: https://evil.example\n\n[x]",
    "back\\slash \\* \\[",
    "<https://evil.example>",
]


def options(count: int) -> tuple[Option, ...]:
    return tuple(Option(f"o{n}", f"Choice {n}") for n in range(1, count + 1))


def message(*elements: Element, lang: str = "en") -> Message:
    return Message("fr" if lang == "fr" else "en", "Your weekly moment", elements)


EVERYTHING: list[Element] = [
    Heading("Déléguer"),
    Text(
        (Span("Plain, "), Span("bold", "bold"), Span(" and "), Span("linked", link="https://a.b"))
    ),
    Bullets(("one", "two\nlines")),
    Choices(TOKEN, options(6), "Which one?"),
    Choices(TOKEN, options(7), "Which one?"),
    Choices(TOKEN, options(100), compact=True),
    Choices(TOKEN, (*options(2), Option("own", "In my own words", form=True))),
    Choices(TOKEN, (Option("stop", "Stop", "danger", confirm="Really?"),)),
    Multi(TOKEN, options(8), 3, "Up to three", "Keep these", ("o1", "o3")),
    Scale(TOKEN, 1, 5, "not at all", "fully"),
    Scale(TOKEN, 0, 10, "none", "complete"),
    When(
        TOKEN,
        (Option("2026-11-24", "Tomorrow"),),
        "Until when?",
        "Keep",
        "2026-11-27",
        "2026-11-24",
    ),
    Facts((("When", "Friday"), ("Who", "A. B."))),
    Chart("Over time", ("5 Nov",), ("low", "high"), (Series("Energy", (1,)),), "Energy is high."),
    Chart("Over time", (), (), (), "Nothing yet.", "https://declic.example/charts/a.png"),
    Bars("Start", (Axis("0 to 10", 10, (Bar("A", 4, 7, 3),)),), ("first", "last", "then"), "A: 4."),
    Progress(3, 5, "1:1 held"),
    Link("Dashboard", "https://coach.example/d?x=1&y=(2)"),
    Divider(),
    Receipt((Span("✔ "), Span("Partly", "bold")), TOKEN, "Change"),
    Footer(
        "Only you · kept 90 days",
        "Help",
        (
            Option("snooze", "Later"),
            Option("pause", "Pause"),
            Option("settings", "Settings", form=True),
        ),
    ),
]

FIELDS = (
    Field(
        "action", "What will you do?", "long", hint="One thing.", placeholder="I will…", longest=300
    ),
    Field("who", "Who knows?", "short", required=False, value="A. B."),
    Field("cue", "When?", "choice", options=options(3), value="o2"),
    Field("days", "Which days?", "multi", options=options(5), value="o1,o2", most=3),
    Field("due", "Due", "date", value="2026-11-27"),
    Field("at", "At", "time", value="09:30"),
    Field("times", "How often?", "number", value="3"),
    Field("champion", "Who leads the talk?", "person", value="aad-ada"),
)
FORM = Form(TOKEN, "en", "Your commitment", "Commit", "Cancel", FIELDS)


@cache
def _schema() -> jsonschema.Draft6Validator:
    schema = json.loads(SCHEMA.read_text())
    return jsonschema.Draft6Validator(schema)


PEOPLE = {"type": "Data.Query", "dataset": "graph.microsoft.com/users?scope=currentContext"}
ANYBODY = {"type": "Data.Query", "dataset": "graph.microsoft.com/users"}


def of_the_schema(value: object) -> object:
    """Leave out what Teams knows and the schema of 1.5 does not: `msteams`, and people pickers."""
    if isinstance(value, list):
        return [of_the_schema(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    query = value.get("choices.data")
    picks = value.get("type") == "Input.ChoiceSet" and query in (PEOPLE, ANYBODY)
    extra = ("msteams", "choices.data") if picks else ("msteams",)
    return {name: of_the_schema(inner) for name, inner in value.items() if name not in extra}


def assert_valid(card: Json) -> None:
    """Check against Microsoft's schema, and the house's own rules."""
    known = of_the_schema(card)
    errors = sorted(_schema().iter_errors(known), key=lambda e: -len(e.absolute_path))
    assert not errors, f"{errors[0].json_path}: {errors[0].message[:300]}"
    assert all(node.get("wrap") for node in nodes(card) if node.get("type") == "TextBlock")
    assert all(node.get("label") for node in inputs(card))
    names = [node["id"] for node in inputs(card)]
    assert len(names) == len(set(names))
    for node in nodes(card):
        if node.get("type") == "ActionSet":
            assert len(node["actions"]) <= 6


@pytest.mark.parametrize("element", EVERYTHING, ids=lambda e: type(e).__name__)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_element_is_a_valid_card(element: Element, lang: str) -> None:
    """Each element alone renders to a card that Microsoft's schema accepts."""
    assert_valid(to_card(message(element, lang=lang)))


def test_a_message_of_everything_is_a_valid_card() -> None:
    """Elements also stand together; only inputs of one token must not meet twice."""
    once = [e for e in EVERYTHING if not isinstance(e, Choices | Multi | Scale)]
    card = to_card(message(*once))
    assert_valid(card)
    assert card["version"] == "1.5"
    assert card["fallbackText"] == "Your weekly moment Energy is high. Nothing yet."


def test_the_schema_check_can_fail() -> None:
    """The validator is not blind: a misspelt property is refused."""
    card = to_card(message(Heading("x")))
    card["body"][0]["siize"] = "Large"
    assert not _schema().is_valid(card)


def test_an_activity_holds_the_card_alone_with_a_summary() -> None:
    """Text beside a card would make two messages; the summary is the notification."""
    activity = to_activity(message(Text((Span("secret words"),))))
    assert activity["summary"] == "Your weekly moment"
    assert "text" not in activity
    assert activity["channelData"] == {"notification": {"alert": True}}
    assert [a["contentType"] for a in activity["attachments"]] == [
        "application/vnd.microsoft.card.adaptive"
    ]


def test_up_to_six_choices_are_buttons_that_gather_nothing() -> None:
    """A button carries token and option alone; a required input elsewhere can't block it."""
    card = to_card(message(Choices(TOKEN, options(6))))
    assert labels(card) == [f"Choice {n}" for n in range(1, 7)]
    for pressed in buttons(card):
        assert pressed["type"] == "Action.Execute"
        assert pressed["associatedInputs"] == "none"
        assert set(pressed["data"]) == {"t", "o"}
        assert pressed["fallback"]["type"] == "Action.Submit"
        assert pressed["fallback"]["data"] == pressed["data"]


@pytest.mark.parametrize(
    "choices", [Choices(TOKEN, options(7)), Choices(TOKEN, options(3), compact=True)]
)
def test_more_choices_or_compact_ones_are_a_list_with_save(choices: Choices) -> None:
    """Seven choices, or compact ones, become one list and one button."""
    card = to_card(message(choices))
    assert labels(card) == ["Save"]
    assert button(card, "Save")["data"] == {"t": TOKEN, "pick": "choice"}
    (field,) = inputs(card)
    assert [c["value"] for c in field["choices"]] == [o.id for o in choices.options]
    assert field["isRequired"]
    assert field["errorMessage"]


def test_what_opens_a_form_is_a_dialog_button_even_beside_a_list() -> None:
    """A list can't open a dialog, so such options stay buttons."""
    own = Option("own", "In my own words", form=True)
    card = to_card(message(Choices(TOKEN, (*options(7), own))))
    assert labels(card) == ["Save", "In my own words"]
    pressed = button(card, "In my own words")
    assert pressed["type"] == "Action.Submit"
    assert pressed["data"] == {"t": TOKEN, "o": "own", "msteams": {"type": "task/fetch"}}
    assert "own" not in [c["value"] for c in inputs(card)[0]["choices"]]


def test_a_confirmation_stands_between_a_button_and_its_effect() -> None:
    """Teams has no confirmation of its own: the real button is behind the question."""
    card = to_card(message(Choices(TOKEN, (Option("stop", "Stop", "danger", confirm="Really?"),))))
    outer = card["body"][0]["actions"][0]
    assert outer["type"] == "Action.ShowCard"
    assert texts(outer["card"]) == ["Really?"]
    assert button(card, "Stop")["data"]["o"] == "stop"
    assert button(card, "Stop")["style"] == "destructive"


def test_a_short_scale_is_buttons_and_a_long_one_a_list() -> None:
    """One to five are five buttons; nought to ten would be eleven, so they are a list."""
    short = to_card(message(Scale(TOKEN, 1, 5, "not at all", "fully")))
    assert labels(short) == ["1", "2", "3", "4", "5"]
    assert button(short, "1")["tooltip"] == "1: not at all"
    assert texts(short) == ["1 = not at all · 5 = fully"]
    long = to_card(message(Scale(TOKEN, 0, 10, "none", "complete")))
    assert labels(long) == ["Save"]
    assert [c["value"] for c in inputs(long)[0]["choices"]] == [str(n) for n in range(11)]
    assert inputs(long)[0]["style"] == "compact"


def test_two_inputs_in_one_card_are_not_required() -> None:
    """Teams checks every input whichever Save is pressed, so neither may block the other."""
    card = to_card(
        message(When(TOKEN, (), "Day", "Keep"), Multi("other", options(3), 2, "Some", "OK"))
    )
    assert not [field for field in inputs(card) if field.get("isRequired")]


def test_the_day_shows_what_was_chosen_and_no_earlier_one() -> None:
    """Quick days are buttons; the picker begins at the chosen day."""
    card = to_card(message(next(e for e in EVERYTHING if isinstance(e, When))))
    assert button(card, "Tomorrow")["data"] == {"t": TOKEN, "o": "2026-11-24"}
    assert button(card, "Keep")["data"] == {"t": TOKEN, "o": "date"}
    assert inputs(card)[0]["value"] == "2026-11-27"
    assert inputs(card)[0]["min"] == "2026-11-24"


def test_progress_says_the_number_first() -> None:
    """A screen reader hears the number, not the bar."""
    assert texts(to_card(message(Progress(3, 5, "held")))) == ["3/5 · held", "▓▓▓▓▓▓░░░░"]
    assert texts(to_card(message(Progress(2.5, 5, "h"), lang="fr")))[0] == "2,5/5 · h"
    assert texts(to_card(message(Progress(9, 5, "h"))))[1] == "▓" * 10
    assert texts(to_card(message(Progress(1, 0, "h"))))[1] == "░" * 10


def test_the_footer_shows_help_and_puts_the_rest_into_the_menu() -> None:
    """Help is always one press away."""
    card = to_card(message(EVERYTHING[-1]))
    assert texts(card) == ["Only you · kept 90 days"]
    assert labels(card) == ["Help", "Later", "Pause", "Settings"]
    assert "mode" not in button(card, "Help")
    assert {button(card, name)["mode"] for name in ("Later", "Pause", "Settings")} == {"secondary"}
    assert button(card, "Help")["data"] == {"t": "menu", "o": "help"}


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//a.example", "", "https://"]
)
def test_only_web_addresses_become_links(url: str) -> None:
    """Another address is no link: the words stay, the button goes."""
    card = to_card(message(Link("Open", url), Text((Span("words", link=url),))))
    assert "OpenUrl" not in json.dumps(card)
    assert texts(card) == ["words"]


def test_a_link_cannot_end_early() -> None:
    """Brackets in an address are encoded, so what follows them is not read as text."""
    assert markdown([Span("here", link="https://a.example/x) **y**")]) == (
        "[here](https://a.example/x%29%20**y**)"
    )


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_typed_becomes_markup_a_mention_or_a_link(typed: str) -> None:
    """The words arrive as they were typed, and every mark in them is dead."""
    written = escape(typed)
    assert plain(written) == typed
    for mark in ("<at>", "</at>", "<https", "://", "www.e", "@e", "](", "{{"):
        assert mark not in written
    tokens = MarkdownIt("js-default").parse(written)
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    inner = [child.type for token in tokens for child in token.children or []]
    assert set(inner) <= {"text", "text_special"}


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_words_are_dead_in_every_element(typed: str) -> None:
    """Heading, text, list, facts, receipt, footer, question and form: none lets a mark through."""
    elements: list[Element] = [
        Heading(typed),
        Text((Span(typed, "bold"),)),
        Bullets((typed,)),
        Facts(((typed, typed),)),
        Receipt((Span(typed),)),
        Chart(typed, (typed,), (typed,), (Series(typed, (0,)),), ""),
        Choices(TOKEN, (Option("a", typed, hint=typed, confirm=typed),), typed),
        Choices("list", (Option("b", typed, hint=typed),), typed, compact=True),
        Footer(typed, "Help", ()),
    ]
    form = Form(TOKEN, "en", "T", "OK", "X", (Field("f", typed, "short", hint=typed),))
    for card in (to_card(message(*elements)), to_form_card(form, {"f": typed, "g": typed})):
        assert_valid(card)
        written = json.dumps(card, ensure_ascii=False).replace("http://adaptivecards.io", "")
        for mark in ("<at>", "](", "://", "<https", "{{"):
            assert mark not in written


@given(st.text(max_size=200) | st.text("*_[]()`~<>#-+=1.\\ &;!a\n", max_size=40))
def test_whatever_is_typed_is_read_as_it_is(typed: str) -> None:
    """A real Markdown parser finds words and nothing else, and none of them is lost."""
    tokens = MarkdownIt("js-default").parse(escape(typed))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    inner = [child for token in tokens for child in token.children or []]
    assert {child.type for child in inner} <= {"text", "text_special"}
    shown = "".join(child.content for child in inner)
    assert [c for c in shown if c.isalnum()] == [c for c in typed if c.isalnum()]


def test_ordinary_words_have_no_backslash() -> None:
    """Some clients show backslashes, so ordinary prose goes without."""
    prose = "Vous l’avez dit (hier) : « 3 < 5 », n’est-ce pas ? Oui – et à 9 h 30."
    assert escape(prose) == prose


def test_line_feeds_are_line_breaks() -> None:
    """Every kind of line feed becomes Teams' own."""
    assert escape("a\nb\r\nc\u2028d") == "a\n\nb\n\nc\n\nd"


def test_spaces_around_bold_stay_outside_the_marks() -> None:
    """Marks beside a space would be shown as they are."""
    spans = [Span("a"), Span(" b ", "bold"), Span("c\nd", "italic")]
    assert markdown(spans) == "a **b** _c_\n\n_d_"


def test_titles_are_one_line_cut_at_a_word() -> None:
    """Titles have no markup on most clients: links are broken, lines joined, length kept."""
    assert label("one\ntwo", 75) == "one two"
    assert label("[a](b)", 75) == f"[a]{GAP}(b)"
    assert label("word " * 30, 75).endswith("word…")
    assert len(label("x" * 300, 75)) == 75


@pytest.mark.parametrize(
    "elements",
    [
        (Text((Span("mot " * 20_000),)),),
        tuple(Text((Span(f"{n} " + "mot " * 100),)) for n in range(300)),
        (Bullets(tuple("é" * 300 for _ in range(200))),),
        (Facts(tuple(("n" * 2000, "v" * 9000) for _ in range(10))),),
        (Choices(TOKEN, tuple(Option(f"o{n}", "l" * 75, hint="h" * 150) for n in range(100))),),
        (Heading("h" * 5000), Receipt((Span("r" * 50_000),), TOKEN, "Change")),
    ],
    ids=["long", "many", "bullets", "facts", "options", "receipt"],
)
def test_a_card_never_exceeds_the_budget(elements: tuple[Element, ...]) -> None:
    """28 KB, whatever is said; what is cut has a clear end, and the buttons stay."""
    asked = Choices("ask", (Option("yes", "Yes"),))
    activity = to_activity(message(*elements, asked, lang="fr"))
    assert len(orjson.dumps(activity)) <= BUDGET
    card = activity["attachments"][0]["content"]
    assert_valid(card)
    assert button(card, "Yes")
    shown = json.dumps(card, ensure_ascii=False)
    assert "… (abrégé)" in shown or isinstance(elements[0], Choices)


def walk_forms() -> Iterator[tuple[str, Json]]:
    dialog = to_dialog(FORM)["task"]["value"]["card"]["content"]
    yield "dialog", dialog
    yield "card", to_form_card(FORM)


@pytest.mark.parametrize(("where", "card"), list(walk_forms()))
def test_a_form_asks_each_field_with_its_label_and_limits(where: str, card: Json) -> None:
    """Dialog and card ask the same, with what was known filled in."""
    assert_valid(card)
    found = {str(field["id"]).rsplit(".", 1)[1]: field for field in inputs(card)}
    assert [field["type"] for field in found.values()] == [
        "Input.Text",
        "Input.Text",
        "Input.ChoiceSet",
        "Input.ChoiceSet",
        "Input.Date",
        "Input.Time",
        "Input.Number",
        "Input.ChoiceSet",
    ]
    assert found["action"]["isMultiline"]
    assert found["action"]["maxLength"] == 300
    assert found["action"]["isRequired"]
    assert not found["who"].get("isRequired")
    assert found["who"]["value"] == "A. B."
    assert found["days"]["value"] == "o1,o2"
    assert found["times"]["value"] == 3
    (pressed,) = buttons(card)
    assert pressed["type"] == ("Action.Submit" if where == "dialog" else "Action.Execute")
    assert pressed["data"] == {"t": TOKEN, "form": True}


def test_people_are_picked_among_those_of_the_conversation() -> None:
    """Teams offers the names; what is sent and shown first is the directory's id."""
    field = inputs(to_form_card(FORM))[-1]
    assert field["choices"] == []
    assert field["choices.data"] == PEOPLE
    assert field["value"] == "aad-ada"
    again = refilled(FORM, {"champion": "aad-bo"})
    assert inputs(to_form_card(again))[-1]["value"] == "aad-bo"


AUDIENCE = Form(
    TOKEN,
    "en",
    "A campaign",
    "Make a draft",
    "Cancel",
    (
        Field("name", "Name", "short"),
        Field("channel", "Channel", "channel", required=False, options=options(3), value="o2"),
        Field(
            "people",
            "People",
            "people",
            required=False,
            placeholder="By name",
            value="aad-ada,aad-bo",
            most=20,
        ),
        Field("first", "First day", "date", value="2026-11-30"),
    ),
)


@pytest.mark.parametrize("where", ["dialog", "card"])
def test_an_audience_is_a_channel_of_a_list_and_people_of_the_whole_tenant(where: str) -> None:
    """Teams has no picker of channels; of people it takes several, as ids of the directory."""
    dialog = to_dialog(AUDIENCE)["task"]["value"]
    card = dialog["card"]["content"] if where == "dialog" else to_form_card(AUDIENCE)
    assert_valid(card)
    assert dialog["height"] == "large"
    _, channel, people, _ = inputs(card)
    assert [c["value"] for c in channel["choices"]] == ["o1", "o2", "o3"]
    assert (channel["value"], channel.get("isMultiSelect")) == ("o2", None)
    assert (people["choices"], people["choices.data"]) == ([], ANYBODY)
    assert people["isMultiSelect"]
    assert (people["value"], people["placeholder"]) == ("aad-ada,aad-bo", "By name")


def test_an_audience_with_an_error_keeps_what_was_chosen() -> None:
    """Nobody looks people up twice."""
    chosen: dict[str, str | list[str]] = {"channel": "o3", "people": ["aad-cy", "aad-bo"]}
    _, channel, people, _ = inputs(to_form_card(refilled(AUDIENCE, chosen)))
    assert (channel["value"], people["value"]) == ("o3", "aad-cy,aad-bo")


def test_many_channels_are_a_list_that_unfolds() -> None:
    """A hundred of them do not stand one below the other."""
    field = Field("channel", "Channel", "channel", options=options(100))
    card = to_form_card(Form(TOKEN, "fr", "Campagne", "Créer", "Annuler", (field,)))
    assert_valid(card)
    assert inputs(card)[0]["style"] == "compact"


def test_a_campaign_is_followed_in_a_card_within_the_budget() -> None:
    """Its state, its progress, whom it does not reach, and what can be done, in both languages."""
    unreached = tuple(f"Personne {n} : application non installée" for n in range(500))
    elements: tuple[Element, ...] = (
        Heading("Délégation en vente"),
        Facts((("Joignables", "1 204 sur 1 250"), ("Premier message", "lundi 30 novembre, 9 h"))),
        Progress(600, 1204, "invitations", "600 sur 1 204"),
        Text((Span("Propriétaire : "), Span("une personne des RH", person="aad-hana"))),
        Bullets(unreached),
        Choices(TOKEN, (Option("pause", "Suspendre"), Option("stop", "Arrêter", "danger"))),
    )
    activity = to_activity(message(*elements, lang="fr"))
    card = activity["attachments"][0]["content"]
    assert_valid(card)
    assert len(orjson.dumps(activity)) <= BUDGET
    read = texts(card)
    assert "Joignables: 1 204 sur 1 250" in read
    assert "600 sur 1 204 · invitations" in read
    assert "Propriétaire : une personne des RH" in read
    assert labels(card) == ["Suspendre", "Arrêter"]


def test_a_person_is_the_text_that_stands_in_where_nobody_is_known() -> None:
    """Cards of the one-to-one chat, forms and answers name nobody."""
    spans = (Span("Owner: "), Span("some *body*", "bold", person="aad-ada"))
    card = to_card(message(Text(spans)))
    assert texts(card) == ["Owner: some *body*"]
    assert "msteams" not in card
    assert "aad-ada" not in json.dumps(card)


def test_a_mention_stands_in_texts_and_receipts_and_is_valid() -> None:
    """As text between marks, with its entity beside the card's body."""
    mentions = mentions_of({"aad-ada": Named("29:ada", "Ada")})
    spans = (Span("By "), Span("x", person="aad-ada"))
    card = to_card(message(Text(spans), Receipt(spans)), mentions=mentions)
    assert_valid(card)
    assert [node["text"] for node in card["body"]] == ["By <at>Ada</at>"] * 2
    assert [e["type"] for e in card["msteams"]["entities"]] == ["mention"]


def test_an_error_stands_before_its_field_and_the_words_stay() -> None:
    """Nobody types twice what was wrong in one place."""
    form = refilled(FORM, {"action": "try **hard**", "days": ["o2", "o3"]})
    card = to_dialog(form, {"action": "Say what, exactly.", "": "Please look again."})["task"][
        "value"
    ]["card"]["content"]
    assert_valid(card)
    assert texts(card)[:2] == ["Please look again.", "Say what, exactly."]
    found = {str(field["id"]).rsplit(".", 1)[1]: field for field in inputs(card)}
    assert found["action"]["value"] == "try **hard**"
    assert found["days"]["value"] == "o2,o3"


def test_a_form_that_only_shows_has_no_button() -> None:
    """Words that must not stay in the chat are read in a window and closed."""
    form = Form(TOKEN, "fr", "Vos mots", "", "Fermer", (), (Text((Span("mot " * 20_000),)),))
    value = to_dialog(form)["task"]["value"]
    assert value["title"] == "Vos mots"
    assert not buttons(value["card"]["content"])
    assert len(orjson.dumps(value)) <= BUDGET


def test_a_divider_is_a_line_above_what_follows() -> None:
    """Never at the top, never alone."""
    card = to_card(
        message(Divider(), Heading("a"), Divider(), Divider(), Text((Span("b"),)), Divider())
    )
    assert [bool(node.get("separator")) for node in card["body"]] == [False, True]
