"""The export: a link that works for ten minutes, and what stands in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import orjson
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from cryptography.fernet import Fernet

from adapters.slack.modals import to_modal
from adapters.web.charts import ChartLinks
from adapters.web.export import LIVES, ExportLinks
from adapters.wiring import _add_web
from bot.messages import Link
from storage.cipher import new_key
from storage.store import Store, open_store
from tests.databases import KEY, Database
from tests.fakes import Clock
from tests.players import Player, Words, at_the_door
from tests.traces import found
from tests.world import MONDAY, World

ADDRESS = "https://declic.example"


@pytest.fixture
def word() -> Words:
    return Words()


@pytest.fixture
async def ada(store: Store, word: Words) -> AsyncIterator[Player]:
    """Somebody who went through the first conversation and made a commitment."""
    async with at_the_door(store, Clock(MONDAY)) as (world, chat):
        player = Player(world, chat, "U0ADA")
        await player.onboard(word)
        await player.command("commit")
        await player.walk(word)
        yield player


@asynccontextmanager
async def served(world: World) -> AsyncIterator["TestClient[Any, Any]"]:
    """Serve the product's own routes."""
    site = web.Application()
    links = ExportLinks(KEY, ADDRESS)
    _add_web(site, world.engine, links, ChartLinks(KEY, ADDRESS), world.clock)
    async with TestClient(TestServer(site)) as client:
        yield client


class TestExport:
    """A link that works for ten minutes, for whoever was given it."""

    @pytest.fixture
    def database(self, sqlite_database: Database) -> Database:
        """What is tested here is the same on every database."""
        return sqlite_database

    @pytest.fixture
    async def http(self, ada: Player) -> AsyncIterator["TestClient[Any, Any]"]:
        """A server with the product's own routes."""
        async with served(ada.world) as client:
            yield client

    async def path(self, player: Player) -> str:
        """Ask for the link and return its path."""
        await player.command("data")
        form = (await player.press("form:export")).form
        assert form is not None
        assert form.submit == ""
        (link,) = [e for e in form.elements if isinstance(e, Link)]
        assert link.url.startswith(f"{ADDRESS}/export/")
        return link.url.removeprefix(ADDRESS)

    async def test_it_holds_everything_that_is_kept(
        self, ada: Player, http: "TestClient[Any, Any]", word: Words
    ) -> None:
        """Words in clear text, and what was decided about every message."""
        answer = await http.get(await self.path(ada))
        assert answer.status == 200
        assert answer.headers["Cache-Control"] == "no-store"
        assert "attachment" in answer.headers["Content-Disposition"]
        export = orjson.loads(await answer.read())
        kept = found("".join(await ada.words_kept()), word.planted)
        assert found(export, kept) == kept
        assert export["person"]["person"] == "U0ADA"
        assert len(export["commitments"]) == 1
        assert export["commitments"][0]["history"]
        assert all(export[part] for part in ("sessions", "planned"))

    async def test_it_works_for_ten_minutes(
        self, ada: Player, http: "TestClient[Any, Any]"
    ) -> None:
        """And not a second longer."""
        path = await self.path(ada)
        ada.world.clock.move(timedelta(seconds=LIVES))
        assert (await http.get(path)).status == 200
        ada.world.clock.move(timedelta(seconds=1))
        assert (await http.get(path)).status == 404

    async def test_a_forged_link_finds_nothing(
        self, ada: Player, http: "TestClient[Any, Any]"
    ) -> None:
        """One changed letter, another key or purpose, the bare id, junk: always the same answer."""
        path, me = await self.path(ada), await ada.me()
        assert me is not None
        signed = path.removeprefix("/export/")
        letters = [("A" if signed[n] != "A" else "B", n) for n in range(5, len(signed) - 2, 7)]
        forged = [signed[:n] + letter + signed[n + 1 :] for letter, n in letters]
        other = ExportLinks(new_key(), ADDRESS).address(me.id, MONDAY)
        assert other is not None
        words = Fernet(KEY).encrypt_at_time(me.id.encode(), int(MONDAY.timestamp())).decode()
        forged += [
            words,
            other.rsplit("/", 1)[1],
            me.id,
            "x",
            "é",
            "%00",
            "..%2Fhealthz",
            signed[:-4],
        ]
        statuses = {(await http.get(f"/export/{one}")).status for one in forged}
        assert statuses == {404}

    async def test_after_erasing_there_is_nothing_to_export(
        self, ada: Player, http: "TestClient[Any, Any]"
    ) -> None:
        """The link may still be young."""
        path = await self.path(ada)
        await ada.erase()
        assert (await http.get(path)).status == 404

    @pytest.mark.parametrize(
        ("keys", "room", "said"),
        [(new_key(), 9, "clé"), (KEY, 0, "minute")],
        ids=["without the key", "busy"],  # a new key is another in each process
    )
    async def test_without_the_key_or_the_time_it_says_so_calmly(
        self, ada: Player, database: Database, keys: str, room: int, said: str
    ) -> None:
        """In both languages, since nobody knows which is theirs."""
        path, other = await self.path(ada), open_store(database.url, keys, room=room)
        async with at_the_door(other, ada.world.clock) as (world, _), served(world) as http:
            answer = await http.get(path)
            assert answer.status == 503
            assert said in await answer.text()
        other.close()

    async def test_the_plan_comes_as_three_files(
        self, ada: Player, http: "TestClient[Any, Any]"
    ) -> None:
        """Markdown, a calendar and JSON, for the owner alone and for ten minutes."""
        await ada.command("plan")
        await ada.press("form:objective")
        part = {"goal": "a goal", "contribution": "asking", "name": "n", "kind": "count"}
        await ada.fill(part | {"baseline": "1", "target": "2"})
        form = (await ada.press("form:plan_export")).form
        assert form is not None
        paths = [e.url.removeprefix(ADDRESS) for e in form.elements if isinstance(e, Link)]
        kinds = {}
        for path in paths:
            answer = await http.get(path)
            assert answer.status == 200
            assert answer.headers["Cache-Control"] == "no-store"
            kinds[path.rsplit(".", 1)[1]] = (answer.content_type, await answer.text())
        assert {kind: media for kind, (media, _) in kinds.items()} == {
            "md": "text/markdown",
            "ics": "text/calendar",
            "json": "application/json",
        }
        assert all("a goal" in kinds[kind][1] for kind in ("md", "json"))
        assert (await http.get(paths[0].replace(".md", ".exe"))).status == 404
        ada.world.clock.move(timedelta(seconds=LIVES + 1))
        assert {(await http.get(path)).status for path in paths} == {404}

    async def test_without_a_plan_there_is_no_file(
        self, ada: Player, http: "TestClient[Any, Any]"
    ) -> None:
        """The same answer as to a forged link."""
        assert (await http.get(f"{await self.path(ada)}/plan.md")).status == 404

    async def test_without_a_public_address_the_words_come_in_a_window(
        self, store: Store, word: Words
    ) -> None:
        """To be copied; there is no link that could not work."""
        async with at_the_door(store, Clock(MONDAY), address="") as (world, chat):
            player = Player(world, chat)
            await player.onboard(word)
            await player.command("data")
            form = (await player.press("form:export")).form
            assert form is not None
            assert not [e for e in form.elements if isinstance(e, Link)]
            kept = found("".join(await player.words_kept()), word.planted)
            assert kept
            assert found(form, kept) == kept
            assert to_modal(form)["private_metadata"] == form.token
