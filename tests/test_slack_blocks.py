"""Neutral messages and forms become Block Kit that Slack takes, whatever people wrote in them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from adapters.slack.blocks import to_blocks, to_home
from adapters.slack.fitting import MESSAGE_TEXT, weight
from adapters.slack.modals import to_modal
from adapters.slack.text import (
    cut,
    escaped,
    mentions,
    parts,
    plain,
    typed,
    units,
    without_mention,
)
from adapters.slack.tokens import Pressed, pack, unpack
from bot.language import LANGS, Lang
from bot.messages import (
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
from tests.fake_slack import faults_in

SCHEMA = Path(__file__).parent / "schemas" / "slack-blockkit-from-types.schema.json"
TOKEN = "t" * 22

SAMPLES = {
    "english": "Say what you saw, then ask what they saw.",
    "french": "Dites « ce que vous avez vu », puis demandez : « Et vous ? »",
    "german": "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen " * 3,
    "right to left": "قل ما رأيته ثم اسأل عما رأوه שלום",
    "emoji": "👩🏽‍💻🎉" * 60,
    "long": "one two three " * 800,
    "one long word": "x" * 10_000,
    "blank": "  ",
    "hostile": "<!channel> <@U1> <#C1> *b* _i_ ~s~ `c` <https://evil.example|go> &amp; :wave:",
}
MENU = (
    Option("snooze", "Snooze"),
    Option("pause", "Pause"),
    Option("settings", "Settings"),
    Option("stop", "Stop", "danger", confirm="Stop everything?"),
)


def options(count: int, text: str = "Option") -> tuple[Option, ...]:
    return tuple(Option(f"o{number}", f"{text} {number}", hint=text) for number in range(count))


def every_element(text: str) -> tuple[Element, ...]:
    return (
        Heading(text),
        Text((Span(text), Span(text, "bold"), Span(text, "italic"))),
        Text((Span(text, link="https://example.org/a?b=1&c=2"),)),
        Text((Span(text, "bold", person="U0ANA"), Span(text, person=text))),
        Bullets((text, text)),
        Choices(TOKEN, options(3, text), text),
        Choices(TOKEN, (Option("a", text, "primary", described=text, confirm=text),)),
        Choices(TOKEN, options(7, text), text, compact=True),
        Multi(TOKEN, options(4, text), 2, text, text, ("o1", "o3")),
        Multi(TOKEN, options(12, text), 2, text, text),
        Scale(TOKEN, 0, 10, text, text),
        When(TOKEN, options(3, text), text, text, "2026-03-09"),
        Facts(((text, text), ("Name", text))),
        Progress(2.5, 5, text),
        *(
            Chart(text, (text, text), (text, text), (Series(text, (0, None)),), text, url)
            for url in ("", "https://example.org/a.png")
        ),
        Link(text, "https://example.org"),
        Divider(),
        Receipt((Span(text),), TOKEN, text),
        Footer(text, text, MENU, text),
    )


def message(*elements: Element, lang: Lang = "en", summary: str = "Weekly check-in") -> Message:
    return Message(lang, summary, elements)


@cache
def validator(definition: str) -> Draft7Validator:
    schema = orjson.loads(SCHEMA.read_bytes())
    return Draft7Validator({**schema, "$ref": f"#/definitions/{definition}"})


def assert_taken(blocks: list[dict[str, Any]], most: int = 50) -> None:
    """Slack's types, the SDK's validators and the unwritten rules all accept the blocks."""
    for block in blocks:
        errors = [error.message for error in validator("KnownBlock").iter_errors(block)]
        assert not errors, (block, errors)
    parsed = Block.parse_all(blocks)
    for one in parsed:
        one.validate_json()
    assert [one.to_dict() for one in parsed] == blocks
    assert faults_in(blocks, most) == []


def found(part: object, name: str) -> Iterator[Any]:
    if isinstance(part, list):
        for one in part:
            yield from found(one, name)
    elif isinstance(part, dict):
        if name in part:
            yield part[name]
        for value in part.values():
            yield from found(value, name)


def buttons(blocks: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    elements = [one for block in blocks for one in block.get("elements", ())]
    return {one["text"]["text"]: one for one in elements if one["type"] == "button"}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("text", SAMPLES.values(), ids=SAMPLES)
def test_every_element_with_any_text_is_taken(text: str, lang: Lang) -> None:
    """Short, long, empty, hostile: nothing that people write makes Slack refuse the message."""
    blocks = to_blocks(message(*every_element(text), lang=lang))["blocks"]
    assert_taken(blocks)
    assert weight(blocks) <= MESSAGE_TEXT


@pytest.mark.parametrize("text", SAMPLES.values(), ids=SAMPLES)
def test_every_element_alone_is_taken(text: str) -> None:
    """Each element also stands by itself."""
    for element in every_element(text):
        assert_taken(to_blocks(message(element))["blocks"])


@pytest.mark.parametrize("text", SAMPLES.values(), ids=SAMPLES)
def test_the_home_takes_the_same_elements(text: str) -> None:
    """The home tab shows whatever a message can say."""
    home = to_home(message(*every_element(text)))
    assert home["type"] == "home"
    assert_taken(home["blocks"], 100)
    assert not [error.message for error in validator("HomeView").iter_errors(home)]


def test_hostile_words_never_stand_in_markup() -> None:
    """The only markup is the bold name of a fact, and a name with signs in it is left plain."""
    blocks = to_blocks(message(*every_element(SAMPLES["hostile"])))["blocks"]
    marked = [one for one in found(blocks, "fields") for one in one if one["type"] == "mrkdwn"]
    assert [one["text"] for one in marked] == ["*Name*"]
    assert all(one["verbatim"] for one in marked)
    assert {block["type"] for block in blocks} <= {
        *("header", "rich_text", "actions", "input", "context", "section", "divider", "image")
    }
    kinds = {
        one for block in blocks if block["type"] == "rich_text" for one in found(block, "type")
    }
    assert kinds <= {"rich_text", "rich_text_section", "rich_text_list", "text", "link", "user"}
    assert set(found(blocks, "user_id")) == {"U0ANA"}


def test_a_person_is_named_by_slack_itself() -> None:
    """By id, so that everybody reads the name as they know it; the summary calls nobody."""
    spans = (Span("Set up by "), Span("Ana", "bold", person="U0ANA"), Span("."))
    said = to_blocks(message(Text(spans), summary="Set up by <@U0ANA>"))
    assert said["text"] == "Set up by &lt;@U0ANA&gt;"
    assert said["blocks"][0]["elements"][0]["elements"] == [
        {"type": "text", "text": "Set up by "},
        {"type": "user", "user_id": "U0ANA", "style": {"bold": True}},
        {"type": "text", "text": "."},
    ]
    assert_taken(said["blocks"])


@pytest.mark.parametrize("person", ["", "29:1abc", "U1> <!channel", "here", "U", "U1\n", "C1"])
def test_whoever_is_not_of_slack_is_named_in_words(person: str) -> None:
    """An id that Slack could not have given makes no mention."""
    blocks = to_blocks(message(Text((Span("Ana", person=person),))))["blocks"]
    assert list(found(blocks, "user_id")) == []
    assert list(found(blocks, "text")) == ["Ana"]


@pytest.mark.parametrize("line", ["<@U0ANA> is late", "<!channel>", "<!subteam^S1>", "@here"])
def test_a_line_of_a_summary_calls_nobody(line: str) -> None:
    """Whatever its author typed, in a list, a paragraph or a table."""
    elements = (Bullets((line,)), Text((Span(line, "italic"),)), Facts(((line, line),)))
    said = to_blocks(message(*elements, summary=line))
    marked = [one for fields in found(said["blocks"], "fields") for one in fields]
    assert {one["type"] for one in marked} <= {"plain_text", "mrkdwn"}
    assert not [one["text"] for one in marked if one["type"] == "mrkdwn" and "<" in one["text"]]
    assert list(found(said["blocks"], "user_id")) == []
    assert "<" not in said["text"]


def test_a_fact_with_angle_brackets_is_escaped() -> None:
    """A name that stands in bold cannot call anybody."""
    blocks = to_blocks(message(Facts((("<!here> & you", "x"),))))["blocks"]
    assert blocks[0]["fields"][0]["text"] == "*&lt;!here&gt; &amp; you*"


def test_words_reach_the_screen_unchanged() -> None:
    """In running text the very characters that were typed are shown."""
    blocks = to_blocks(message(Text((Span(SAMPLES["hostile"]),))))["blocks"]
    assert list(found(blocks, "text")) == [SAMPLES["hostile"]]


def test_the_notification_is_the_summary_alone() -> None:
    """No word of the message stands in the notification, and the summary calls nobody."""
    said = to_blocks(message(Text((Span("my secret"),)), summary="<!channel> Check-in & more"))
    assert said["text"] == "&lt;!channel&gt; Check-in &amp; more"


@pytest.mark.parametrize("url", ["http://example.org", "javascript:alert(1)", "https://x" * 500])
def test_a_link_in_a_text_that_is_not_https_is_only_text(url: str) -> None:
    """A strange address is not made pressable."""
    blocks = to_blocks(message(Text((Span("here", link=url),))))["blocks"]
    assert list(found(blocks, "url")) == []


def test_a_link_button_takes_only_web_addresses() -> None:
    """`javascript:` becomes its label."""
    assert buttons(to_blocks(message(Link("Go", "http://example.org")))["blocks"])["Go"]["url"]
    assert not buttons(to_blocks(message(Link("Go", "javascript:alert(1)")))["blocks"])


def test_up_to_five_choices_are_buttons() -> None:
    """Five can be seen at once."""
    blocks = to_blocks(message(Choices(TOKEN, options(5))))["blocks"]
    assert len(buttons(blocks)) == 5


@pytest.mark.parametrize(("count", "compact"), [(6, False), (2, True)])
def test_more_choices_or_compact_ones_are_a_list(count: int, compact: bool) -> None:
    """A list keeps the message short; choosing in it is the answer."""
    blocks = to_blocks(message(Choices(TOKEN, options(count), "Which?", compact=compact)))["blocks"]
    element = blocks[-1]["elements"][0]
    assert element["type"] == "static_select"
    assert unpack(element["options"][1]["value"]) == Pressed(TOKEN, "o1")
    assert element["placeholder"]["text"] == "Which?"


def test_no_choice_is_lost_in_a_very_long_list() -> None:
    """A select has at most a hundred entries, so the rest stands in a second one."""
    blocks = to_blocks(message(Choices(TOKEN, options(130))))["blocks"]
    assert_taken(blocks)
    assert [len(one["options"]) for one in blocks[0]["elements"]] == [100, 30]


def test_an_entry_that_asks_first_stands_beside_its_list_as_a_button() -> None:
    """A list could ask for all of its entries or for none."""
    asking = Option("erase", "Erase", "danger", confirm="Erase all?")
    blocks = to_blocks(message(Choices(TOKEN, (*options(6), asking)), lang="fr"))["blocks"]
    button = buttons(blocks)["Erase"]
    assert button["confirm"]["text"]["text"] == "Erase all?"
    assert button["confirm"]["deny"]["text"] == "Revenir"
    assert button["confirm"]["style"] == "danger"


def test_a_button_carries_token_and_option_and_nothing_else() -> None:
    """Its meaning is in the database; its action id says only where it stands."""
    button = buttons(to_blocks(message(Choices(TOKEN, options(2))))["blocks"])["Option 1"]
    assert orjson.loads(button["value"]) == {"t": TOKEN, "o": "o1"}
    assert button["action_id"] == "0.1"


def test_a_scale_has_a_button_per_number_with_a_spoken_label() -> None:
    """A screen reader hears what a lone number means."""
    blocks = to_blocks(message(Scale(TOKEN, 0, 10, "not at all", "fully")))["blocks"]
    labels = [one["accessibility_label"] for one in blocks[0]["elements"]]
    assert labels[0] == "0/10, not at all"
    assert labels[1] == "1/10"
    assert labels[10] == "10/10, fully"
    assert [one["text"] for one in blocks[1]["elements"]] == ["0 = not at all", "10 = fully"]


@pytest.mark.parametrize(("count", "kind"), [(10, "checkboxes"), (11, "multi_static_select")])
def test_several_of_a_list_are_sent_by_their_own_button(count: int, kind: str) -> None:
    """Ticking sends nothing; what was ticked before is ticked again."""
    multi = Multi(TOKEN, options(count), 3, "Which ones?", "Save", ("o2",))
    field, row = to_blocks(message(Divider(), multi))["blocks"][1:]
    assert field["element"]["type"] == kind
    assert [one["value"] for one in field["element"]["initial_options"]] == ["o2"]
    assert field["block_id"] == "in.1"
    assert row["elements"][0]["action_id"] == "save.1"
    assert unpack(row["elements"][0]["value"]) == Pressed(TOKEN, "save")


def test_a_day_is_a_quick_button_or_a_picker() -> None:
    """The picker begins at the day proposed and has its own button."""
    quick = (Option("2026-03-06", "Friday"),)
    blocks = to_blocks(message(When(TOKEN, quick, "Another day", "Save", "2026-03-09")))["blocks"]
    assert unpack(blocks[0]["elements"][0]["value"]) == Pressed(TOKEN, "2026-03-06")
    assert blocks[1]["element"]["initial_date"] == "2026-03-09"
    assert unpack(blocks[2]["elements"][0]["value"]) == Pressed(TOKEN, "date")


@pytest.mark.parametrize(
    ("lang", "progress", "shown"),
    [
        ("en", Progress(3, 5, "times"), "3/5 ▓▓▓▓▓▓░░░░ times"),
        ("fr", Progress(2.5, 5, "fois"), "2,5/5 ▓▓▓▓▓░░░░░ fois"),
        ("en", Progress(9, 5, ""), "9/5 ▓▓▓▓▓▓▓▓▓▓ "),
        ("en", Progress(-1, 0, ""), "-1/0 ░░░░░░░░░░ "),
    ],
)
def test_progress_says_the_number_before_the_bar(
    lang: Lang, progress: Progress, shown: str
) -> None:
    """A screen reader begins with what matters; too much and too little keep the bar whole."""
    assert list(found(to_blocks(message(progress, lang=lang)), "text"))[1:] == [shown]


def test_the_footer_says_who_sees_it_and_offers_help_and_a_menu() -> None:
    """Help is a button, the rest an overflow menu, and what asks first a button too."""
    blocks = to_blocks(message(Footer("Only you see this.", "Help", MENU, "More")))["blocks"]
    assert blocks[0]["elements"][0]["text"] == "Only you see this."
    assert unpack(buttons(blocks)["Help"]["value"]) == Pressed("menu", "help")
    assert "confirm" in buttons(blocks)["Stop"]
    overflow = blocks[1]["elements"][-1]
    assert overflow["type"] == "overflow"
    assert [unpack(one["value"]) for one in overflow["options"]] == [
        Pressed("menu", "snooze"),
        Pressed("menu", "pause"),
        Pressed("menu", "settings"),
    ]


def test_a_menu_of_more_than_five_is_a_list() -> None:
    """An overflow menu holds five."""
    blocks = to_blocks(message(Footer("", "Help", options(6), "More")))["blocks"]
    assert blocks[0]["elements"][1]["type"] == "static_select"


def test_a_receipt_offers_its_change_only_while_it_can_be_changed() -> None:
    """No dead button is left behind."""
    assert not buttons(to_blocks(message(Receipt((Span("Done"),))))["blocks"])
    changed = buttons(to_blocks(message(Receipt((Span("Done"),), TOKEN, "Change")))["blocks"])
    assert unpack(changed["Change"]["value"]) == Pressed(TOKEN, "change")


def test_a_message_of_a_heading_can_replace_any_other() -> None:
    """Slack refuses to replace rich text by something without: there is always some."""
    blocks = to_blocks(message(Heading("Gone"), Footer("", "Help", ())))["blocks"]
    assert blocks[0]["type"] == "rich_text"
    assert to_blocks(message(Heading("A"), Text((Span("b"),))))["blocks"][0]["type"] == "header"


def test_a_hundred_paragraphs_keep_their_words_and_the_footer() -> None:
    """Neighbours are joined before anything is left out."""
    said = [Text((Span(f"line {number}"),)) for number in range(100)]
    blocks = to_blocks(message(*said, Footer("Only you", "Help", MENU)))["blocks"]
    assert_taken(blocks)
    assert "line 99" in list(found(blocks, "text"))
    assert buttons(blocks)["Help"]


def test_too_many_blocks_lose_the_last_ones_before_the_footer() -> None:
    """Fifty is Slack's limit; the way to help stays."""
    rows = [Choices(TOKEN, options(2)) for _ in range(80)]
    blocks = to_blocks(message(*rows, Footer("Only you", "Help", MENU)))["blocks"]
    assert_taken(blocks)
    assert len(blocks) == 50
    assert buttons(blocks[-1:])["Help"]


def test_the_longest_text_gives_way_to_the_short_ones() -> None:
    """Twelve thousand characters in all: labels and short lines stay whole."""
    blocks = to_blocks(
        message(
            Text((Span("word " * 5000),)), Text((Span("The end."),)), Choices(TOKEN, options(3))
        )
    )["blocks"]
    assert weight(blocks) <= MESSAGE_TEXT
    assert "The end." in list(found(blocks, "text"))
    assert_taken(blocks)


def test_a_list_of_many_short_lines_ends_openly() -> None:
    """Where no line can be shortened the last ones are left out, and the way on stays."""
    lines = tuple(f"{number:03} " + "x" * 60 for number in range(400))
    more = Choices(TOKEN, (Option("more", "More"),))
    blocks = to_blocks(message(Bullets(lines), more, Footer("Only HR", "Help", MENU)))["blocks"]
    assert_taken(blocks)
    assert MESSAGE_TEXT - 200 < weight(blocks) <= MESSAGE_TEXT
    shown = list(found(blocks[0], "text"))
    assert shown == [*lines[: len(shown) - 1], lines[len(shown) - 1] + "…"]
    assert {"More", "Help"} <= set(buttons(blocks))


def test_many_tables_lose_whole_rows() -> None:
    """A name never stands without its value."""
    pairs = tuple((f"name {number}", "v" * 90) for number in range(10))
    blocks = to_blocks(message(*(Facts(pairs) for _ in range(20))))["blocks"]
    assert_taken(blocks)
    assert weight(blocks) <= MESSAGE_TEXT
    for fields in found(blocks, "fields"):
        assert [one["type"] for one in fields] == ["mrkdwn", "plain_text"] * (len(fields) // 2)


def test_the_message_in_which_a_campaign_is_followed_is_taken() -> None:
    """Everything in it at its longest, with the names of those who cannot be reached."""
    long = "Une très longue explication pour les personnes invitées. " * 40
    people = [Span(f"{n}", person=f"U{n:09}") for n in range(100)]
    said = message(
        Heading(long),
        Facts(tuple((long, long) for _ in range(10))),
        Progress(40_000, 100_000, long, reads="40 000 / 100 000"),
        Bullets(tuple(long for _ in range(40))),
        Text(tuple(one for person in people for one in (person, Span(", ")))),
        Choices(TOKEN, tuple(Option(f"o{n}", long, confirm=long) for n in range(5)), long),
        Choices(TOKEN, options(30), long, compact=True),
        Footer(long, "Help", MENU),
    )
    blocks = to_blocks(said)["blocks"]
    assert_taken(blocks)
    assert weight(blocks) <= MESSAGE_TEXT
    assert list(found(blocks, "user_id")) == [one.person for one in people]


def test_a_paragraph_of_ten_thousand_characters_is_split_and_kept() -> None:
    """Three thousand per block is the limit of a text; nothing is lost in between."""
    text = "word " * 2000
    blocks = to_blocks(message(Text((Span(text),))))["blocks"]
    assert len(blocks) == 4
    assert "".join(list(found(blocks, "text"))) == text


EVERY_FIELD = (
    Field("short", "What?", "short", hint="In one line", placeholder="I will", value="call"),
    Field("long", "How?", "long", required=False, longest=9000),
    Field("choice", "Which?", "choice", options=options(3), value="o1"),
    Field("list", "Which of many?", "choice", options=options(40), placeholder="Choose"),
    Field("multi", "Which ones?", "multi", options=options(3), value="o0,o2", most=2),
    Field("many", "Which of many?", "multi", options=options(40), most=4),
    Field("date", "When?", "date", value="2026-03-09"),
    Field("time", "At what time?", "time", value="09:30"),
    Field("number", "How many?", "number", value="3"),
    Field("person", "Who?", "person", placeholder="Choose somebody", value="U0ANA"),
    Field("nobody", "Who else?", "person", required=False),
    Field("people", "Who?", "people", placeholder="Choose some", value="U0ANA,U0BO", most=20),
    Field("none", "Who else?", "people", required=False),
    Field("channel", "Where?", "channel", placeholder="Choose one", value="C0TEAM"),
    Field("nowhere", "Where else?", "channel", required=False),
)


def form(*fields: Field, submit: str = "Save", title: str = "Commitment") -> Form:
    return Form(TOKEN, "en", title, submit, "Cancel", fields, (Text((Span("Why"),)),))


def assert_opens(view: dict[str, Any]) -> None:
    assert not [error.message for error in validator("ModalView").iter_errors(view)]
    assert_taken(view["blocks"], 100)
    parsed = View(**view)
    parsed.validate_json()
    assert parsed.to_dict() == view


def test_a_form_of_every_field_opens() -> None:
    """Each field is an input named after it, and the token travels with the form."""
    view = to_modal(form(*EVERY_FIELD))
    assert_opens(view)
    assert view["private_metadata"] == TOKEN
    names = [block["block_id"] for block in view["blocks"] if block["type"] == "input"]
    assert names == [field.id for field in EVERY_FIELD]


def test_fields_begin_with_what_is_known() -> None:
    """Nobody types twice."""
    elements = [block["element"] for block in to_modal(form(*EVERY_FIELD))["blocks"][1:]]
    assert elements[0]["initial_value"] == "call"
    assert elements[2]["initial_option"]["value"] == "o1"
    assert [one["value"] for one in elements[4]["initial_options"]] == ["o0", "o2"]
    assert elements[6]["initial_date"] == "2026-03-09"
    assert elements[7]["initial_time"] == "09:30"
    assert elements[8]["initial_value"] == "3"
    assert (elements[9]["type"], elements[9]["initial_user"]) == ("users_select", "U0ANA")
    assert "initial_user" not in elements[10]
    assert elements[11]["initial_users"] == ["U0ANA", "U0BO"]
    assert "initial_users" not in elements[12]
    assert elements[13]["initial_conversation"] == "C0TEAM"
    assert "initial_conversation" not in elements[14]


def test_people_are_chosen_among_all_and_no_more_than_asked_for() -> None:
    """Slack counts, so that nobody has to choose again."""
    first, second = (
        to_modal(form(Field("who", "Who?", "people", most=most, value="U1,U2,U3")))["blocks"][-1]
        for most in (20, 2)
    )
    assert first["element"]["type"] == "multi_users_select"
    assert first["element"]["max_selected_items"] == 20
    assert second["element"]["initial_users"] == ["U1", "U2"]


def test_a_channel_is_public_or_private_and_no_direct_message() -> None:
    """And it is not simply the one where the form was opened."""
    element = to_modal(form(Field("where", "Where?", "channel")))["blocks"][-1]["element"]
    assert element == {
        "type": "conversations_select",
        "action_id": "answer",
        "filter": {"include": ["public", "private"]},
    }


@pytest.mark.parametrize("value", ["D1", "29:1abc", "C1\n", "general", "U", ","])
def test_what_cannot_be_an_id_is_not_shown_first(value: str) -> None:
    """Slack would refuse the whole form."""
    view = to_modal(
        form(Field("a", "A", "people", value=value), Field("b", "B", "channel", value=value))
    )
    assert_opens(view)
    assert not [
        name for block in view["blocks"] for name in block.get("element", ()) if "init" in name
    ]


def test_a_field_never_takes_more_than_slack_allows() -> None:
    """Three thousand characters at most, and what it shows first fits its own limit."""
    long = to_modal(form(Field("a", "A", "long", longest=9000)))["blocks"][-1]["element"]
    short = to_modal(form(Field("a", "A", "short", longest=9, value="one two three")))["blocks"][-1]
    assert long["max_length"] == 3000
    assert short["element"]["initial_value"] == "one two…"


@pytest.mark.parametrize("text", SAMPLES.values(), ids=SAMPLES)
def test_a_form_with_any_text_opens(text: str) -> None:
    """Titles, labels, hints and values of any length fit."""
    kinds = [
        Field(field.id, text, field.kind, hint=text, placeholder=text, options=field.options)
        for field in EVERY_FIELD
    ]
    assert_opens(to_modal(Form(TOKEN, "fr", text, text, text, tuple(kinds), every_element(text))))


def test_a_form_without_submit_is_only_read() -> None:
    """It shows words that must not stay in the chat."""
    view = to_modal(form(*EVERY_FIELD, submit=""))
    assert_opens(view)
    assert "submit" not in view
    assert [block["type"] for block in view["blocks"]] == ["rich_text"]


def test_a_title_is_cut_at_a_word() -> None:
    """Twenty-four characters."""
    assert to_modal(form(title="Your commitment for this week"))["title"]["text"] == (
        "Your commitment for…"
    )


@given(st.text(), st.integers(2, 80))
def test_cutting_keeps_the_limit_and_the_beginning(text: str, most: int) -> None:
    """What is cut begins as before, is never too long, and what fits is left alone."""
    short = cut(text, most)
    assert units(short) <= most
    assert short == text or text.startswith(short[:-1])


@given(st.text(alphabet="ab \n👍", max_size=300), st.integers(2, 40))
def test_pieces_of_a_text_make_the_whole_again(text: str, most: int) -> None:
    """Splitting loses nothing, and every piece fits."""
    pieces = list(parts(text, most))
    assert "".join(pieces) == text
    assert all(0 < units(piece) <= most for piece in pieces)


@given(st.text(), st.text())
def test_what_a_button_carries_comes_back(token: str, option: str) -> None:
    """Packing and unpacking are each other's inverse, or Slack's limit is named."""
    try:
        value = pack(token, option)
    except ValueError:
        assert len(token) + len(option) > 300
    else:
        assert unpack(value) == Pressed(token, option)


def test_a_value_too_long_for_slack_is_refused_at_once() -> None:
    """It is found where it is made, not by a person's press that does nothing."""
    with pytest.raises(ValueError, match="longer than 150"):
        pack(TOKEN, "x" * 150, 150)


@pytest.mark.parametrize(
    "value", [None, "", "x", "[]", "1", '{"t":1,"o":2}', '{"t":"a"}', {"t": 1}]
)
def test_a_foreign_value_says_nothing(value: object) -> None:
    """Whatever is not ours is ignored."""
    assert unpack(value) is None


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("1 &lt; 2 &amp;amp; 3", "1 < 2 &amp; 3"),
        ("see <https://example.org/a|example.org/a>", "see example.org/a"),
        ("see <https://example.org>", "see https://example.org"),
        ("write <mailto:a@example.org|a@example.org>", "write a@example.org"),
        ("ask <@U123|ana> in <#C1|general>, <!here>", "ask @ana in #general, @here"),
        ("ask <@U123>", "ask @U123"),
        ("ask <!subteam^S1|@hr>, <!subteam^S2>, <#C2|>", "ask @hr, @S2, #C2"),
        (" a <> b ", "a <> b"),
    ],
)
def test_typed_words_are_read_without_slacks_markup(raw: str, read: str) -> None:
    """The coach reads what the person saw while typing."""
    assert typed(raw) == read


@pytest.mark.parametrize(
    "raw",
    [
        "<C1|general>",
        "<U1>",
        "<#U1|ana>",
        "<@C1|general>",
        "<#D1|directmessage>",
        "<@here>",
        "<!here>",
        "<!subteam^U1|@ana>",
        "<!subteam|S1>",
        "<!date^1^{date}|S1>",
        "<https://example.org|@U1>",
        "<mailto:a@example.org|#C1>",
        "<#C1",
        "<#C1\n>",
        "<#C1 >",
        "<|>",
        "#C1 @U1",
        "&lt;#C1|general&gt;",
        "&amp;lt;@U1&amp;gt;",
    ],
)
def test_what_is_no_mention_names_nobody(raw: str) -> None:
    """Ids of another kind, direct messages, links, broken markup, and markup typed by hand."""
    assert mentions(raw) == ()


@given(st.text())
def test_nothing_that_is_typed_names_anybody(text: str) -> None:
    """Slack escapes what people type, and it is read as it was typed."""
    assert mentions(escaped(text)) == ()
    assert typed(escaped(text)) == text.strip()


@given(st.text())
def test_no_markup_is_too_strange_to_read(raw: str) -> None:
    """Whatever arrives, mentions have an id and a name that stands in the text."""
    for signs in (raw, f"<@{raw}>", f"<#C1|{raw}>", f"<!subteam^S1|{raw}>", f"<@U1|{raw}|x>"):
        for mention in mentions(signs):
            assert mention.id
            assert mention.name
            assert mention.name.strip() in typed(signs)


@pytest.mark.parametrize(
    ("raw", "bot", "rest"),
    [
        ("<@U0BOT> start", "U0BOT", "start"),
        ("hello <@U0BOT|coach> start", "U0BOT", "hello  start"),
        ("<@U2> start", "U0BOT", "<@U2> start"),
        (" <@U2> start", "", "start"),
    ],
)
def test_the_bots_own_mention_is_taken_out(raw: str, bot: str, rest: str) -> None:
    """A mention of somebody else stays."""
    assert without_mention(raw, bot) == rest


def test_plain_text_is_never_empty() -> None:
    """Slack refuses the whole message for one empty label."""
    assert plain(" ") == {"type": "plain_text", "text": "–"}
