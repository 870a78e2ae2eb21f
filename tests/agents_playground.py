"""Drives Microsoft's own Teams client for local bots, over loopback and without a browser.

It comes from npm and needs Node. It has no dialogs, deletes nothing and seats one person.
"""

import asyncio
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.fakes import until
from tests.teams_reading import Json, button, labels, sent_by, texts

HERE = Path(__file__).parent
VERSION = "0.2.28"
INSTALLED = HERE.parent / "var" / f"agents-playground-{VERSION}"
PORTS = range(20_000, 32_000)
"""Below 32768; on a port in use the client silently takes another."""


@dataclass(slots=True)
class Shown:
    """A message of the bot as the client shows it, in a chat or a channel (`place`).

    `thread` is the conversation in which its buttons are pressed.
    """

    id: str
    place: str = ""
    thread: str = ""
    card: Json = field(default_factory=dict)
    text: str = ""

    def read(self) -> str:
        """Return everything that can be read."""
        return "\n".join(texts(self.card)) if self.card else self.text


class Playground:
    """The client, seen from the person's chair: in the one-to-one chat, or in a channel."""

    def __init__(
        self,
        http: aiohttp.ClientSession,
        url: str,
        config: Json,
        channel: str = "",
        shown: dict[str, Shown] | None = None,
    ) -> None:
        self._http = http
        self._url = url
        self._config = config
        self._channel = channel
        self._chat = channel or str(config["personalChat"]["id"])
        self._me = {"id": str(config["currentUser"]["id"])}
        self._shown: dict[str, Shown] = {} if shown is None else shown

    def in_channel(self, name: str = "Announcements") -> "Playground":
        """Return the same client in a channel of the only team."""
        known = {channel["name"]: str(channel["id"]) for channel in self._channels()}
        return Playground(self._http, self._url, self._config, known[name], self._shown)

    def others(self) -> list[Json]:
        """Return the team's other people, with `id`, `aadObjectId` and `name`."""
        return list(self._config["users"])

    @property
    def tenant(self) -> str:
        """The id of the tenant."""
        return str(self._config["tenantId"])

    def messages(self) -> list[Shown]:
        """Return what the bot has said here, oldest first.

        What is in no channel is in the one-to-one chat, also where the bot created that.
        """
        if self._channel:
            return [shown for shown in self._shown.values() if shown.place == self._channel]
        channels = {str(channel["id"]) for channel in self._channels()}
        return [shown for shown in self._shown.values() if shown.place not in channels]

    @property
    def last(self) -> Shown:
        """The newest message."""
        return self.messages()[-1]

    async def until_shown(self, text: str, seconds: float = 10) -> Shown:
        """Wait until a message can be read that contains the text."""

        def found() -> list[Shown]:
            return [message for message in self.messages() if text in message.read()]

        try:
            await until(found, seconds)
        except TimeoutError:
            pytest.fail(f"{text!r} never shown; there is {[m.read() for m in self.messages()]}")
        return found()[-1]

    async def install(self) -> None:
        """Add the bot for this person, or to the channel."""
        await self._post(f"/_debug/conversation/{self._chat}/installation", {})

    async def say(self, text: str) -> None:
        """Write a message; in a channel to the bot, by mentioning it."""
        body: Json = {"from": self._me, "text": text, "textFormat": "plain"}
        if self._channel:
            bot = self._config["bot"]
            called = f"<at>{bot['name']}</at>"
            body["text"] = f"{called} {text}"
            body["mentions"] = [{"mentioned": {"id": bot["id"]}, "text": called}]
        await self._post(f"/_conversation/v1/conversations/{self._chat}/messages", body)

    async def press(self, label: str, **values: str) -> str:
        """Press a button of the newest message that has it; return the sentence it answers."""
        shown = next((m for m in reversed(self.messages()) if label in labels(m.card)), None)
        assert shown, f"no button {label!r}; there is {[m.read() for m in self.messages()]}"
        pressed = button(shown.card, label)
        data = sent_by(shown.card, pressed, values)
        sent = {"from": self._me, "conversation": {"id": shown.thread}, "replyToId": shown.id}
        if pressed["type"] == "Action.Submit":
            await self._post("/_conversation/v1/submit", {**sent, "value": data})
            return ""
        action = {"type": "Action.Execute", "verb": pressed["verb"], "data": data}
        value = {"action": action, "trigger": "manual"}
        invoke = {**sent, "name": "adaptiveCard/action", "value": value}
        return self._answered(shown, await self._post("/_conversation/v1/invoke", invoke))

    def take(self, told: Json) -> None:
        """Follow what the client is told over its websocket."""
        message = told.get("message", {})
        if told.get("action") not in ("createMessage", "updateMessage"):
            return
        if message.get("from") == self._me:
            return
        place = str(told["actionConversationId"]).partition(";")[0]
        known = self._shown.get(message["messageId"])  # of an update the thread is not told
        thread = known.thread if known else str(told["actionConversationId"])
        thread = str(message.get("postConversationId") or thread)
        cards = message.get("attachments") or [{}]
        self._shown[message["messageId"]] = Shown(
            message["messageId"],
            place,
            thread,
            cards[0].get("content", {}),
            message.get("text", ""),
        )

    def _channels(self) -> list[Json]:
        return [channel for team in self._config["teams"] for channel in team["channels"]]

    def _answered(self, shown: Shown, answer: Json) -> str:
        value = answer.get("value")
        if isinstance(value, dict):
            shown.card = value
            return ""
        return str(value or "")

    async def _post(self, path: str, body: Json) -> Json:
        async with self._http.post(self._url + path, json=body) as answer:
            written = await answer.text()
            assert answer.status == 200, f"{path}: {answer.status} {written}"
            found: Any = await answer.json(content_type=None) if written[:1] == "{" else {}
            return dict(found)


@asynccontextmanager
async def agents_playground(
    bot_url: str, service_url: str = "", port: int = 0
) -> AsyncIterator[Playground]:
    """Start the client against a bot, such as `http://127.0.0.1:3978`.

    `service_url` is where the bot is told to find the client's connector, if not on its `port`.
    """
    client = await asyncio.to_thread(_installed)
    with tempfile.TemporaryDirectory() as folder:
        port = port or free_port()
        service_url = service_url or f"http://127.0.0.1:{port}/_connector"
        process = await _started(client, bot_url, service_url, port, folder)
        # Read on: a client whose output nobody reads stands still in the end.
        reading = asyncio.create_task(process.communicate())
        try:
            async with _seated(f"http://127.0.0.1:{port}") as playground:
                yield playground
        finally:
            await _ended(process, reading)


async def _ended(process: asyncio.subprocess.Process, reading: asyncio.Task[Any]) -> None:
    """End the client; whatever it started may hold its output open for as long as it likes."""
    with suppress(ProcessLookupError):
        process.terminate()
    try:
        async with asyncio.timeout(5):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()
    reading.cancel()
    with suppress(asyncio.CancelledError):
        await reading


@asynccontextmanager
async def _seated(url: str) -> AsyncIterator[Playground]:
    stream = url.replace("http", "ws") + "/_ws_conversation/v1/conversations/stream"
    async with aiohttp.ClientSession() as http:
        async with http.get(f"{url}/_internal/v1/config") as answer:
            config = (await answer.json())["config"]
        playground = Playground(http, url, config)
        async with http.ws_connect(stream) as told:
            listening = asyncio.create_task(_listen(told, playground))
            try:
                yield playground
            finally:
                listening.cancel()
                with suppress(asyncio.CancelledError):
                    await listening


async def _listen(told: aiohttp.ClientWebSocketResponse, playground: Playground) -> None:
    async for line in told:
        playground.take(line.json())


async def _started(
    client: Path, bot_url: str, service_url: str, port: int, folder: str
) -> asyncio.subprocess.Process:
    options = ("-c", "msteams", "-p", str(port), "--dt")
    service = ("--service-url", service_url)
    process = await asyncio.create_subprocess_exec(
        "node",
        str(client),
        "-e",
        f"{bot_url}/api/messages",
        *options,
        *service,
        cwd=folder,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    assert process.stdout
    async with asyncio.timeout(30):
        while b"Listening on" not in (line := await process.stdout.readline()):
            assert line, "the Agents Playground ended before it listened"
    assert line.split()[-1] == str(port).encode(), f"another port: {line!r}"
    return process


def _installed() -> Path:
    """Return the client's script, installed from the lock file on first use.

    Skips the test where that is not possible; in CI it fails instead.
    """
    script = INSTALLED / "node_modules" / "@microsoft" / "m365agentsplayground" / "cli.js"
    if shutil.which("node") and (script.exists() or _npm_ci()):
        return script
    reason = "the Agents Playground needs Node and npm"
    if "CI" in os.environ:  # noqa: TID251 - CI alone decides whether a part may be missing
        pytest.fail(reason)
    pytest.skip(reason)


def _npm_ci() -> bool:
    """Install beside, then move into place: several test processes may do so at once."""
    npm = shutil.which("npm")
    if not npm:
        return False
    INSTALLED.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=INSTALLED.parent) as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / f"agents_playground.{name}", Path(folder) / name)
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=300)  # noqa: S603 - npm, with our own lock file
        if done.returncode:
            return False
        INSTALLED.mkdir(exist_ok=True)
        with suppress(OSError):
            (Path(folder) / "node_modules").rename(INSTALLED / "node_modules")
    return True


def free_port() -> int:
    """Return a port on which the client can listen."""
    start = os.getpid() % len(PORTS)
    ports: tuple[int, ...] = (*PORTS[start:], *PORTS[:start])
    for port in ports:
        with socket.socket() as tried, suppress(OSError):
            tried.bind(("127.0.0.1", port))
            return port
    raise OSError("no free port")
