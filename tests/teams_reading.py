"""Reads Adaptive Cards as a person does: texts, buttons by their label, inputs by theirs."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

Json = dict[str, Any]

_GAP = "\u200b"


def nodes(value: object) -> Iterator[Json]:
    """Walk through every object of a card, outer ones first."""
    if isinstance(value, dict):
        yield value
        for key, inner in value.items():
            if key != "fallback":
                yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def buttons(card: Json) -> list[Json]:
    """Return all buttons; those behind a confirmation instead of what opens it."""
    kinds = ("Action.Execute", "Action.Submit", "Action.OpenUrl")
    return [node for node in nodes(card) if node.get("type") in kinds]


def labels(card: Json) -> list[str]:
    """Return the labels of all buttons, in order."""
    return [str(button["title"]) for button in buttons(card)]


def button(card: Json, label: str) -> Json:
    """Find a button by its label."""
    found = [b for b in buttons(card) if b["title"] == label]
    assert found, f"no button {label!r} among {labels(card)}"
    return found[0]


def inputs(card: Json) -> list[Json]:
    """Return all inputs, in order."""
    return [node for node in nodes(card) if str(node.get("type", "")).startswith("Input.")]


def fill(card: Json, values: Mapping[str, str]) -> dict[str, str]:
    """Fill inputs by label or name; an untouched one sends what it shows, as Teams does."""
    left = dict(values)
    filled: dict[str, str] = {}
    for field in inputs(card):
        name = str(field["id"])
        shown = str(field.get("value", ""))
        filled[name] = left.pop(
            str(field.get("label")), left.pop(name.rsplit(".", maxsplit=1)[-1], shown)
        )
    assert not left, f"no input {sorted(left)} among {[field['id'] for field in inputs(card)]}"
    return {name: value for name, value in filled.items() if value}


def sent_by(card: Json, pressed: Json, values: Mapping[str, str]) -> Json:
    """Return the data a client sends for a button: its own, with the inputs it gathers."""
    gathered = fill(card, values) if pressed.get("associatedInputs") != "none" else {}
    return {**gathered, **pressed.get("data", {})}


def texts(card: Json) -> list[str]:
    """Return what can be read, without markup, line by line."""
    found: list[str] = []
    for node in nodes(card):
        if node.get("type") == "TextBlock":
            found.append(plain(str(node["text"])))
        if node.get("type") == "FactSet":
            found += [plain(f"{fact['title']}: {fact['value']}") for fact in node["facts"]]
    return found


def plain(markdown: str) -> str:
    """Take the renderer's own markup and escapes away; a mention becomes `@` and the name."""
    named = re.sub(r"<at>(.*?)</at>", r"@\1", markdown)
    bare = re.sub(r"(?<!\\)(\*\*|_)", "", named.replace(_GAP, ""))
    bare = re.sub(r"(?<!\\)\[(.*?)(?<!\\)\]\((https[^)]*)\)", r"\1", bare)
    return re.sub(r"\\([\\*_`\[\]~()])", r"\1", bare).replace("\n\n", "\n")
