"""Somebody played on the page: requests of the page in, the page's view out."""

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

from aiohttp.test_utils import TestClient

from adapters.playground.shelf import Shelf
from tests.stage import Shown, Stage, words_in
from tests.world import World

_FIELDS = frozenset({"label", "hint", "value"})

Json = dict[str, Any]


class PlaygroundStage(Stage):
    """Requests of the page in, the page's view out."""

    def __init__(self, world: World, client: "TestClient[Any, Any]", shelf: Shelf) -> None:
        super().__init__(world)
        self.client = client
        self.shelf = shelf
        self.person = ""
        self.view: Json = {}
        self.entries: dict[int, Json] = {}
        self.passing: list[tuple[float, Shown, list[Json]]] = []
        self.errors: list[str] = []
        self._ids = itertools.count(10_000_000)

    @property
    def here(self) -> str:
        """The chat that is looked at, as a path."""
        return f"people/{self.person}"

    async def add(self, locale: str, zone: str, name: str = "Sam") -> None:
        """Add the person to play; that opens the chat."""
        await self._ask("people", {"name": name, "locale": locale, "zone": zone})

    async def say(self, text: str) -> None:
        """Type."""
        await self._ask(f"{self.here}/say", {"text": text})

    async def press(self, label: str) -> None:
        """Press the newest control with this label."""
        for _, entry_id, elements in self._newest_first():
            for element in elements:
                for option in _options(element):
                    if option["label"] == label:
                        await self._click(entry_id, element, option["id"])
                        return
        raise AssertionError(f"nothing here is called {label!r}: {self.labels()}")

    async def tick(self, *labels: str) -> None:
        """Tick entries of a list, then save."""
        entry_id, element = self._newest("multi")
        ids = [o["id"] for o in element["options"] if o["label"] in labels]
        await self._click(entry_id, element, "save", {"chosen": ids})

    async def pick(self, day: str) -> None:
        """Choose a day, then save."""
        entry_id, element = self._newest("when")
        await self._click(entry_id, element, "date", {"date": day})

    async def fill(self, values: Mapping[str, str]) -> None:
        """Fill in the open form and send it."""
        form = self.view["form"]
        before = {f["id"]: _held(f) for f in form["fields"] if f["value"]}
        body = {"token": form["token"], "values": {**before, **values}}
        await self._ask(f"{self.here}/submit", body)

    async def look(self) -> None:
        """Look at the page again."""
        since = self.view.get("revision", 0)
        path = f"/playground/api/{self.here}?since={since}"
        async with self.client.get(path) as answer:
            self._take(await answer.json())

    def messages(self) -> list[Shown]:
        """Return the chat, with what was only told where it was told."""
        kept = [(float(e["id"]), _shown(e)) for e in self.entries.values() if e.get("message")]
        told = [(at, one) for at, one, _ in self.passing]
        return [one for _, one in sorted(kept + told, key=lambda pair: pair[0])]

    def form(self) -> list[str]:
        """Return the ids of the fields."""
        form = self.view.get("form")
        return [field["id"] for field in form["fields"]] if form else []

    def window(self) -> str:
        """Return the texts of the form."""
        form = self.view.get("form") or {}
        read = [form.get("title", ""), _read(form.get("elements", []))]
        return "\n".join([*read, *words_in(form.get("fields"), _FIELDS), *self.errors])

    @property
    def identity(self) -> tuple[str, str]:
        """Return whom the platform vouches for."""
        return "playground:local", self.person

    def keep(self) -> object:
        """Copy the shelf; who is played stands there too."""
        rows = self.shelf._db.execute("SELECT key, value FROM shelf").fetchall()
        return {"shelf": rows, "person": self.person, "next_id": next(self._ids)}

    async def begin_with(self, kept: Mapping[str, Any]) -> None:
        """Go on with the person of a record that was kept; the shelf is filled already."""
        self.person, self._ids = kept["person"], itertools.count(kept["next_id"])
        await self.look()

    def _newest_first(self) -> list[tuple[float, int, list[Json]]]:
        kept = [(float(e["id"]), e["id"], _elements(e)) for e in self.entries.values()]
        told = [(at, 0, elements) for at, _, elements in self.passing]
        return sorted(kept + told, key=lambda one: one[0], reverse=True)

    def _newest(self, kind: str) -> tuple[int, Json]:
        for _, entry_id, elements in self._newest_first():
            for element in elements:
                if element["type"] == kind:
                    return entry_id, element
        raise AssertionError(f"no message has a {kind}")

    async def _click(
        self, entry_id: int, element: Json, option: str, values: Json | None = None
    ) -> None:
        body: Json = {"token": element.get("token") or "menu", "option": option}
        body |= {"message": entry_id} if entry_id else {}
        body |= {"values": values} if values else {}
        await self._ask(f"{self.here}/click", body)

    async def _ask(self, path: str, body: Json) -> None:
        body = {"request_id": f"request-{next(self._ids)}", **body}
        path = f"/playground/api/{path}?since={self.view.get('revision', 0)}"
        async with self.client.post(path, json=body) as answer:
            assert answer.status == 200, await answer.text()
            told = await answer.json()
        self.person = self.person or told["person"]["id"]
        await self.answered()
        await self.look()
        self._note(told)

    def _note(self, told: Json) -> None:
        """Keep what only this answer says."""
        self.errors = list(told["errors"].values()) if told.get("errors") else []
        at = float(self.view["revision"]) + 0.5
        if show := told.get("show"):
            key = f"show {len(self.passing)}"
            shown = _of(key, show)
            self.passing.append((at, shown, show["elements"]))
        if notice := told.get("notice"):
            key = f"notice {len(self.passing)}"
            self.passing.append((at, Shown(key, notice, passing=True), []))

    def _take(self, view: Json) -> None:
        self.view = view
        for entry in view["entries"]:
            self.entries[entry["id"]] = entry
        self.entries = {i: self.entries[i] for i in view["ids"]}


def _held(field: Json) -> str | list[str]:
    """What a field sends that nobody touches."""
    value = str(field["value"])
    return value.split(",") if field["kind"] == "multi" else value


def _shown(entry: Json) -> Shown:
    return _of(str(entry["id"]), entry["message"])


def _of(key: str, message: Json) -> Shown:
    elements = message["elements"]
    labels = tuple(o["label"] for element in elements for o in _options(element))
    return Shown(key, _read(elements), labels, told=message.get("summary", ""))


def _elements(entry: Json) -> list[Json]:
    return list(entry["message"]["elements"]) if entry.get("message") else []


def _options(element: Json) -> Iterator[Json]:
    match element["type"]:
        case "choices":
            yield from element["options"]
        case "multi":
            yield from element["options"]
            yield {"id": "save", "label": element["save"]}
        case "when":
            yield from element["quick"]
        case "scale":
            numbers = range(element["low"], element["high"] + 1)
            yield from ({"id": str(n), "label": str(n)} for n in numbers)
        case "receipt" if element["change"]:
            yield {"id": "change", "label": element["change"], "token": element["token"]}
        case "footer":
            yield {"id": "help", "label": element["help"]}
            yield from element["menu"]


def _span(span: Json) -> str:
    """Read a piece of text; the page says the name of a person in it."""
    return f"@{span['person']}" if span.get("person") else str(span["text"])


def _read(elements: list[Json]) -> str:
    lines: list[str] = []
    for element in elements:
        lines += [str(element["text"])] if isinstance(element.get("text"), str) else []
        lines += ["".join(_span(span) for span in element.get("spans", []))]
        lines += [*element.get("items", []), *element.get("lines", [])]
        lines += [f"{k}: {v}" for k, v in element.get("pairs", [])]
        lines += [element["label"]] if element.get("type") == "link" else []
        lines += [f"{element['reads']} {element['label']}"] if "reads" in element else []
        lines += [element[n] for n in ("low_label", "high_label", "visibility") if n in element]
    return "\n".join(line for line in lines if line)
