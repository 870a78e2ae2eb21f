"""The chats of the played people: what was posted, what they wrote, and what was edited."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from adapters.playground.shelf import Shelf
from adapters.playground.wire import from_wire, to_wire
from bot.messages import Message


@dataclass(frozen=True, slots=True)
class Entry:
    """A message of the bot, or without `message` a person's own words.

    `revision` is the state of all chats in which it last changed; `key` is the event that own
    words became.
    """

    id: int
    person: str
    posted_at: datetime
    message: Message | None = None
    text: str = ""
    key: str = ""
    edited_at: datetime | None = None
    revision: int = 0


class Chats:
    """All chats; every change makes `revision` one greater."""

    def __init__(self, shelf: Shelf, now: Callable[[], datetime]) -> None:
        self._shelf = shelf
        self._now = now
        self.revision: int = shelf.get("revision") or 0
        self._entries = {entry.id: entry for entry in map(_read, shelf.under("entry:"))}
        self._homes = {home["person"]: from_wire(home["message"]) for home in shelf.under("home:")}

    def of(self, person: str) -> Iterator[Entry]:
        """Walk through one person's chat, oldest first."""
        return (entry for entry in self._entries.values() if entry.person == person)

    def get(self, person: str, entry_id: int) -> Entry | None:
        """Find one entry of one person."""
        entry = self._entries.get(entry_id)
        return entry if entry is not None and entry.person == person else None

    def home(self, person: str) -> Message | None:
        """Return the person's home, if it was ever shown."""
        return self._homes.get(person)

    def last_posted(self, person: str) -> int:
        """Return the id of the bot's latest message to the person, or 0."""
        return max((entry.id for entry in self.of(person) if entry.message), default=0)

    def post(self, person: str, message: Message) -> Entry:
        """Add a message of the bot."""
        return self._add(person, message=message)

    def write(self, person: str, text: str, key: str) -> Entry:
        """Add a person's own words; the same event adds them once."""
        known = next((entry for entry in self.of(person) if entry.key == key), None)
        return known or self._add(person, text=text, key=key)

    def edit(self, entry: Entry, message: Message) -> None:
        """Replace a message in place; one that is the same already stays untouched."""
        if entry.message != message:
            self._save(replace(entry, message=message, edited_at=self._now()))

    def delete(self, entry: Entry) -> None:
        """Take an entry away."""
        self._turn()
        del self._entries[entry.id]
        self._shelf.drop(_key(entry.id))

    def show_home(self, person: str, message: Message) -> None:
        """Replace the person's home."""
        self._turn()
        self._homes[person] = message
        self._shelf.put(f"home:{person}", {"person": person, "message": to_wire(message)})

    def _add(
        self, person: str, *, message: Message | None = None, text: str = "", key: str = ""
    ) -> Entry:
        # The revision only grows, so it also serves as an id that is never used twice.
        entry = Entry(self.revision + 1, person, self._now(), message, text, key)
        return self._save(entry)

    def _save(self, entry: Entry) -> Entry:
        self._turn()
        saved = replace(entry, revision=self.revision)
        self._entries[saved.id] = saved
        self._shelf.put(_key(saved.id), _write(saved))
        return saved

    def _turn(self) -> None:
        self.revision += 1
        self._shelf.put("revision", self.revision)


def _key(entry_id: int) -> str:
    return f"entry:{entry_id:012}"


def _write(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "person": entry.person,
        "posted_at": entry.posted_at.isoformat(),
        "message": to_wire(entry.message) if entry.message else None,
        "text": entry.text,
        "key": entry.key,
        "edited_at": entry.edited_at.isoformat() if entry.edited_at else None,
        "revision": entry.revision,
    }


def _read(row: dict[str, Any]) -> Entry:
    return Entry(
        **{
            **row,
            "posted_at": datetime.fromisoformat(row["posted_at"]),
            "message": from_wire(row["message"]) if row["message"] else None,
            "edited_at": datetime.fromisoformat(row["edited_at"]) if row["edited_at"] else None,
        }
    )
