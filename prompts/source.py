"""A pack file as read: plain values, and the line on which each of them stands.

One pass over the YAML nodes gives both; a round-trip load would take a third longer.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from bot.errors import PackError

Place = tuple[str | int, ...]
"""The way to a value: keys and positions, such as `("steps", 2, "say", "fr")`."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its name in faults, its values, and their lines by place."""

    name: str
    value: object
    lines: Mapping[Place, int]

    def line(self, place: Place) -> int:
        """Return the line of a value, or of what is nearest above it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def fault(self, place: Place, sentence: str) -> str:
        """Say a fault with file and line."""
        return f"{self.name}:{self.line(place)}: {sentence}"


def read(file: Traversable, name: str) -> Source:
    """Read one file.

    Raises:
        PackError: it is not YAML, or uses what packs do without: repeated keys, aliases, tags.
    """
    try:
        node = YAML(typ="safe", pure=True).compose(file.read_text(encoding="utf-8"))
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PackError((f"{name}:{line}: This is not YAML: {error.problem}.",)) from error
    except (YAMLError, UnicodeDecodeError) as error:
        raise PackError((f"{name}:1: This is not YAML in UTF-8.",)) from error
    if node is None:
        return Source(name, None, {})
    reading = _Reading(name)
    value = reading.value(node, ())
    if reading.faults:
        raise PackError(tuple(reading.faults))
    return Source(name, value, reading.lines)


class _Reading:
    """Walks the nodes of one file once."""

    def __init__(self, name: str) -> None:
        self.lines: dict[Place, int] = {}
        self.faults: list[str] = []
        self._name = name
        self._met: set[int] = set()

    def value(self, node: Node, place: Place) -> object:
        self.lines.setdefault(place, node.start_mark.line + 1)
        if id(node) in self._met:
            self._refuse(node, "Aliases are not used in packs.")
            return None
        self._met.add(id(node))
        if isinstance(node, MappingNode):
            return self._mapping(node, place)
        if isinstance(node, SequenceNode):
            return [self.value(item, (*place, at)) for at, item in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: MappingNode, place: Place) -> dict[str, object]:
        found: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in found:
                self._refuse(key_node, f"{key} stands here twice.")
            self.lines[(*place, key)] = key_node.start_mark.line + 1
            found[key] = self.value(value_node, (*place, key))
        return found

    def _scalar(self, node: Node) -> object:
        try:
            return _SCALARS[str(node.tag)](node.value)
        except (KeyError, ValueError):
            self._refuse(node, f"{node.value} needs quotes, or is no value for a pack.")
            return None

    def _refuse(self, node: Node, sentence: str) -> None:
        self.faults.append(f"{self._name}:{node.start_mark.line + 1}: {sentence}")


_SCALARS: Mapping[str, Callable[[str], object]] = {
    "tag:yaml.org,2002:str": str,
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:bool": lambda written: written.lower() == "true",
    "tag:yaml.org,2002:null": lambda _: None,
}
