"""The short interface texts of `wording.yaml`: nested keys become dotted ones."""

from collections.abc import Iterator, Mapping

from bot.language import LANGS, Wording
from prompts.building import wording
from prompts.schema import Text, checked
from prompts.source import Place, Source


def flattened(source: Source) -> tuple[dict[str, Wording], tuple[str, ...]]:
    """Return the texts by dotted key, and the faults of those that cannot be read."""
    texts: dict[str, Wording] = {}
    faults: list[str] = []
    for place, value in leaves(source.value):
        text, wrong = checked(Text, source, place, value)
        faults += wrong
        if text:
            texts[".".join(map(str, place))] = wording(text)
    return texts, tuple(faults)


def leaves(value: object, place: Place = ()) -> Iterator[tuple[Place, object]]:
    """Walk to everything that is a text, or stands where one is expected."""
    if isinstance(value, Mapping) and not is_text(value):
        for key, below in value.items():
            yield from leaves(below, (*place, key))
    elif value is not None:
        yield place, value


def is_text(value: object) -> bool:
    """Tell whether a value is meant as a text in two languages."""
    return isinstance(value, Mapping) and bool(value) and set(value) <= set(LANGS)
