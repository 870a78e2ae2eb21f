"""Elements that can be pressed or filled in, as blocks.

Action ids are made of the element's place in the message, so they are unique in it and say
nothing; what a press means stands in its value, as token and option.
"""

from collections.abc import Sequence
from typing import Any

from adapters.slack.content import Block, paragraphs, small_print
from adapters.slack.text import cut, plain
from adapters.slack.tokens import LISTED, input_id, pack, save_id
from bot.language import Lang, Wording
from bot.messages import Choices, Footer, Link, Multi, Option, Receipt, Scale, Span, When

_BUTTONS = 5
_ROW = 25  # elements in one actions block
_LIST = 100  # entries in one select
_CHECKS = 10  # entries as checkboxes or radio buttons
_MENU = 5  # entries in an overflow menu
_LABEL = 75
_PLACEHOLDER = 150
_URL = 3000
_GO_BACK = Wording(en="Go back", fr="Revenir")  # Slack demands a second button in a confirmation

Control = Choices | Multi | Scale | When | Link | Receipt | Footer


def control(element: Control, place: int, lang: Lang) -> list[Block]:
    """Render one element with controls, which stands at a place of the message."""
    match element:
        case Choices():
            return _choices(element, place, lang)
        case Multi():
            return _multi(element, place)
        case Scale():
            return _scale(element, place)
        case When():
            return _when(element, place, lang)
        case Link():
            return _link(element, place)
        case Receipt():
            return _receipt(element, place, lang)
        case Footer():
            return _footer(element, place, lang)


def entry(option: Option, value: str) -> dict[str, Any]:
    """Make an entry of a list, with its hint as a second line."""
    hint = {"description": plain(option.hint, _LABEL)} if option.hint.strip() else {}
    return {"text": plain(option.label, _LABEL), "value": value, **hint}


def pick_several(
    options: Sequence[Option], chosen: Sequence[str], most: int, action_id: str
) -> dict[str, Any]:
    """Make checkboxes, or a list where there are too many of them."""
    entries = [entry(option, option.id) for option in options[:_LIST]]
    ticked = [one for one in entries if one["value"] in chosen]
    element: dict[str, Any] = {"action_id": action_id, "options": entries}
    if ticked:
        element["initial_options"] = ticked
    if len(entries) <= _CHECKS:
        return {"type": "checkboxes", **element}
    return {"type": "multi_static_select", "max_selected_items": max(most, 1), **element}


def pick_one(options: Sequence[Option], chosen: str, hint: str, action_id: str) -> dict[str, Any]:
    """Make radio buttons, or a list where there are too many of them."""
    entries = [entry(option, option.id) for option in options[:_LIST]]
    element: dict[str, Any] = {"action_id": action_id, "options": entries}
    if found := [one for one in entries if one["value"] == chosen]:
        element["initial_option"] = found[0]
    if len(entries) <= _CHECKS:
        return {"type": "radio_buttons", **element}
    if hint:
        element["placeholder"] = plain(hint, _PLACEHOLDER)
    return {"type": "static_select", **element}


def _choices(choices: Choices, place: int, lang: Lang) -> list[Block]:
    label = paragraphs((Span(choices.label, "bold"),))
    if len(choices.options) > _BUTTONS or choices.compact:
        pressed = _listed(choices, place, lang)
    else:
        pressed = _buttons(choices.token, choices.options, place, lang)
    return label + _rows(pressed)


def _listed(choices: Choices, place: int, lang: Lang) -> list[dict[str, Any]]:
    """Make lists, and buttons for what asks first: a list asks for all its entries or none."""
    quiet = [option for option in choices.options if not option.confirm]
    asking = [option for option in choices.options if option.confirm]
    lists = [
        _select(choices.token, quiet[start : start + _LIST], choices.label, f"{place}.list{start}")
        for start in range(0, len(quiet), _LIST)
    ]
    return lists + _buttons(choices.token, asking, place, lang)


def _select(token: str, options: Sequence[Option], hint: str, action_id: str) -> dict[str, Any]:
    element: dict[str, Any] = {
        "type": "static_select",
        "action_id": action_id,
        "options": [entry(option, pack(token, option.id, LISTED)) for option in options],
    }
    if hint.strip():
        element["placeholder"] = plain(hint, _PLACEHOLDER)
    return element


def _multi(multi: Multi, place: int) -> list[Block]:
    if not multi.options:
        return []
    name = input_id(place)
    element = pick_several(multi.options, multi.chosen, multi.most, name)
    return _asked(multi.label, element) + _save(multi.token, "save", multi.save, place)


def _when(when: When, place: int, lang: Lang) -> list[Block]:
    picker: dict[str, Any] = {"type": "datepicker", "action_id": input_id(place)}
    if when.chosen:
        picker["initial_date"] = when.chosen
    quick = _rows(_buttons(when.token, when.quick, place, lang))
    return quick + _asked(when.label, picker) + _save(when.token, "date", when.save, place)


def _asked(label: str, element: dict[str, Any]) -> list[Block]:
    """Give an input its label, which a screen reader reads with it."""
    name = element["action_id"]
    return [
        {
            "type": "input",
            "block_id": name,
            "label": plain(label, 2000),
            "element": element,
            "optional": True,
        }
    ]


def _save(token: str, option: str, label: str, place: int) -> list[Block]:
    save = _button(pack(token, option), label, save_id(place))
    return _rows([save | {"style": "primary"}])


def _scale(scale: Scale, place: int) -> list[Block]:
    buttons = [
        _button(pack(scale.token, str(number)), str(number), f"{place}.{number}")
        | {"accessibility_label": cut(_spoken(scale, number), _LABEL)}
        for number in range(scale.low, scale.high + 1)
    ]
    ends = ((scale.low, scale.low_label), (scale.high, scale.high_label))
    named = [f"{number} = {label}" for number, label in ends if label]
    return _rows(buttons) + small_print(*named)


def _spoken(scale: Scale, number: int) -> str:
    label = {scale.low: scale.low_label, scale.high: scale.high_label}.get(number, "")
    return f"{number}/{scale.high}" + (f", {label}" if label else "")


def _link(link: Link, place: int) -> list[Block]:
    if not link.url.startswith(("https://", "http://")) or len(link.url) > _URL:
        return paragraphs((Span(link.label),))
    return _rows(
        [
            {
                "type": "button",
                "action_id": f"{place}.link",
                "text": plain(link.label, _LABEL),
                "url": link.url,
            }
        ]
    )


def _receipt(receipt: Receipt, place: int, lang: Lang) -> list[Block]:
    shown = paragraphs(receipt.spans)
    if not receipt.token or not receipt.change:
        return shown
    change = Option("change", receipt.change)
    return shown + _rows(_buttons(receipt.token, (change,), place, lang))


def _footer(footer: Footer, place: int, lang: Lang) -> list[Block]:
    quiet = [option for option in footer.menu if not option.confirm]
    asking = [option for option in footer.menu if option.confirm]
    buttons = _buttons("menu", [Option("help", footer.help), *asking], place, lang)
    menu = _menu(quiet, footer.menu_label, f"{place}.menu")
    return small_print(footer.visibility) + _rows(buttons + menu)


def _menu(options: Sequence[Option], label: str, action_id: str) -> list[dict[str, Any]]:
    if not options:
        return []
    select = _select("menu", options, label, action_id)
    if len(options) > _MENU:
        return [select]
    return [{"type": "overflow", "action_id": action_id, "options": select["options"]}]


def _buttons(token: str, options: Sequence[Option], place: int, lang: Lang) -> list[dict[str, Any]]:
    return [
        _button(pack(token, option.id), option.label, f"{place}.{number}") | _extras(option, lang)
        for number, option in enumerate(options)
    ]


def _button(value: str, label: str, action_id: str) -> dict[str, Any]:
    text = plain(label, _LABEL)
    return {"type": "button", "action_id": action_id, "text": text, "value": value}


def _extras(option: Option, lang: Lang) -> dict[str, Any]:
    extras: dict[str, Any] = {}
    if option.style != "plain":
        extras["style"] = option.style
    if option.described:
        extras["accessibility_label"] = cut(option.described, _LABEL)
    if option.confirm:
        extras["confirm"] = _question(option, lang)
    return extras


def _question(option: Option, lang: Lang) -> dict[str, Any]:
    dialog: dict[str, Any] = {
        "title": plain(option.label, 100),
        "text": plain(option.confirm, 300),
        "confirm": plain(option.label, 30),
        "deny": plain(_GO_BACK.text(lang), 30),
    }
    return dialog | ({"style": "danger"} if option.style == "danger" else {})


def _rows(elements: Sequence[dict[str, Any]]) -> list[Block]:
    return [
        {"type": "actions", "elements": list(elements[start : start + _ROW])}
        for start in range(0, len(elements), _ROW)
    ]
