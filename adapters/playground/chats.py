"""The chats of people and channels: what was posted, what was written, and what was edited."""

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

    Attributes:
        chat: the id of the person whose chat it is in, or of the channel.
        key: the event that own words became.
        revision: the state of all chats in which it last changed.
        author: the person whose words they are; empty in the oldest files, which have no
            channels.
        under: the id of the message in whose thread it stands, or 0.
    """

    id: int
    chat: str
    posted_at: datetime
    message: Message | None = None
    text: str = ""
    key: str = ""
    edited_at: datetime | None = None
    revision: int = 0
    author: str = ""
    under: int = 0


class Chats:
    """All chats; every change makes `revision` one greater."""

    def __init__(self, shelf: Shelf, now: Callable[[], datetime]) -> None:
        self._shelf = shelf
        self._now = now
        self.revision: int = shelf.get("revision") or 0
        self._entries = {entry.id: entry for entry in map(_read, shelf.under("entry:"))}
        self._homes = {home["person"]: from_wire(home["message"]) for home in shelf.under("home:")}

    def of(self, chat: str) -> Iterator[Entry]:
        """Walk through one chat, oldest first."""
        return (entry for entry in self._entries.values() if entry.chat == chat)

    def get(self, chat: str, entry_id: int) -> Entry | None:
        """Find one entry of one chat."""
        entry = self._entries.get(entry_id)
        return entry if entry is not None and entry.chat == chat else None

    def home(self, person: str) -> Message | None:
        """Return the person's home, if it was ever shown."""
        return self._homes.get(person)

    def last_posted(self, chat: str) -> int:
        """Return the id of the bot's latest message in a chat, or 0."""
        return max((entry.id for entry in self.of(chat) if entry.message), default=0)

    def post(self, chat: str, message: Message, under: int = 0) -> Entry:
        """Add a message of the bot, if wanted in the thread under another."""
        return self._add(chat, message=message, under=under)

    def write(self, chat: str, author: str, text: str, key: str) -> Entry:
        """Add a person's own words; the same event adds them once."""
        known = next((entry for entry in self.of(chat) if entry.key == key), None)
        return known or self._add(chat, author=author, text=text, key=key)

    def edit(self, entry: Entry, message: Message) -> None:
        """Replace a message in place; one that is the same already stays untouched."""
        if entry.message != message:
            self._save(replace(entry, message=message, edited_at=self._now()))

    def delete(self, entry: Entry) -> None:
        """Take an entry away."""
        self.turn()
        del self._entries[entry.id]
        self._shelf.drop(_key(entry.id))

    def show_home(self, person: str, message: Message) -> None:
        """Replace the person's home."""
        self.turn()
        self._homes[person] = message
        self._shelf.put(f"home:{person}", {"person": person, "message": to_wire(message)})

    def turn(self) -> None:
        """Make the revision one greater, for what changed beside the entries too."""
        self.revision += 1
        self._shelf.put("revision", self.revision)

    def _add(self, chat: str, **said: Any) -> Entry:
        # The revision only grows, so it also serves as an id that is never used twice.
        return self._save(Entry(self.revision + 1, chat, self._now(), **said))

    def _save(self, entry: Entry) -> Entry:
        self.turn()
        saved = replace(entry, revision=self.revision)
        self._entries[saved.id] = saved
        self._shelf.put(_key(saved.id), _write(saved))
        return saved


def _key(entry_id: int) -> str:
    return f"entry:{entry_id:012}"


def _write(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "person": entry.chat,  # its name since before there were channels
        "posted_at": entry.posted_at.isoformat(),
        "message": to_wire(entry.message) if entry.message else None,
        "text": entry.text,
        "key": entry.key,
        "edited_at": entry.edited_at.isoformat() if entry.edited_at else None,
        "revision": entry.revision,
        "author": entry.author,
        "under": entry.under,
    }


def _read(row: dict[str, Any]) -> Entry:
    known = {name: value for name, value in row.items() if name != "person"}
    return Entry(
        **{
            **known,
            "chat": row["person"],
            "posted_at": datetime.fromisoformat(row["posted_at"]),
            "message": from_wire(row["message"]) if row["message"] else None,
            "edited_at": datetime.fromisoformat(row["edited_at"]) if row["edited_at"] else None,
        }
    )
