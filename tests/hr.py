"""HR at the engine's own door, and a company of people to invite."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from bot.campaigns.content import Campaign, Invitee
from bot.campaigns.grants import Deed, Grant, Role
from bot.events import Commanded, Mention
from bot.language import Lang
from bot.ledger import Entry
from bot.messages import Reply
from bot.people import Coachee, Slot
from bot.ports import Listed
from storage.store import Store
from tests.fakes import Clock, FakeMessenger
from tests.players import WORKSPACE, Player, at_the_door
from tests.squads import text_of
from tests.world import World

ROOM = Mention("channel", "C0MANAGERS", "managers")
FORM: Mapping[str, str | list[str]] = {
    "name": "Autumn of delegation",
    "themes": ["delegation"],
    "why_en": "We promised you more room to decide.",
    "why_fr": "Nous vous avons promis plus de latitude.",
    "first_day": "2026-11-30",
    "weeks": "4",
    "pace": "weekly",
    "window_from": "09:00",
    "window_until": "11:00",
    "langs": ["en", "fr"],
    "measures": ["participation", "usefulness"],
    "pilot": "100",
    "channel": ROOM.id,
}
"""An ordinary campaign; the first day is a Monday."""

TIMES = timedelta(seconds=25)


class Hr(Player):
    """Somebody of HR."""

    async def campaign(self, text: str = "", *mentions: Mention) -> Reply:
        """Type something after `/coach-campaign`."""
        return await self.send(self.typed(text, *mentions))

    def typed(self, text: str = "", *mentions: Mention) -> Commanded:
        """Make that command."""
        shared = self._shared()
        return Commanded(**shared, name="/coach-campaign", text=text, mentions=mentions)

    async def draft(self, **changes: str | list[str]) -> Campaign:
        """Make a draft by the form, and let its audience be counted."""
        await self.campaign("new")
        assert self.form, self.replies[-1]
        await self.fill({**FORM, **changes})
        assert not self.replies[-1].errors, self.replies[-1].errors
        await self.count()
        return await self.newest()

    async def count(self) -> None:
        """Let time pass until nothing is left to be counted."""
        for _ in range(60):
            made = await self.newest()
            if not made.counting:
                return
            await self.world.wait_until(self.world.clock() + TIMES)
        raise AssertionError("it never ends to count")

    async def launch(self) -> Campaign:
        """Launch the newest draft, with both yeses."""
        await self.press("campaign:ready")
        await self.press("campaign:launch")
        return await self.newest()

    async def newest(self) -> Campaign:
        """The campaign made last."""
        every = await self.world.look(lambda uow: uow.campaigns.all())
        return every[0]

    async def log(self) -> list[Deed]:
        """What HR did, oldest first."""
        return list(reversed(await self.world.look(lambda uow: uow.roles.log(200))))

    @property
    def page(self) -> str:
        """What the newest message says."""
        return text_of(self.messages[-1])

    def page_of(self, template: str) -> str:
        """What the newest message with a heading says."""
        return next(t for m in reversed(self.messages) if template in (t := text_of(m)))


class Company:
    """Everybody who can be invited; Slack-like: a channel tells ids, details are asked for."""

    def __init__(self, world: World, chat: FakeMessenger, hr: Hr) -> None:
        self.world = world
        self.chat = chat
        self.hr = hr

    def hire(
        self, n: int, lang: Lang = "en", zone: str | None = "Europe/Paris", **more: Any
    ) -> list[Player]:
        """Let people join the company, and the channel of managers."""
        start = len(self.chat.directories.get("everybody", []))
        people = [Player(self.world, self.chat, f"P{start + k:03d}", lang) for k in range(n)]
        told = [_told(one, lang, zone, **more) for one in people]
        self.chat.directories.setdefault("everybody", []).extend(told)
        there = [Listed(one.person, one.address, known=False) for one in people]
        self.chat.directories.setdefault(ROOM.id, []).extend(there)
        return people

    def change(self, person: str, **changes: Any) -> None:
        """Let the directory tell something else of somebody."""
        every = self.chat.directories["everybody"]
        every[:] = [replace(o, **changes) if o.person == person else o for o in every]

    async def be(self, one: Player, **changes: Any) -> Coachee:
        """Let somebody be as they are, whatever led there."""

        def put(uow: Any) -> None:
            uow.people.put(replace(uow.people.find(WORKSPACE, one.person), **changes))

        await self.world.change(put)
        found = await one.me()
        assert found is not None
        return found

    async def active(self, one: Player) -> Coachee:
        """Let somebody take part already."""
        return await self.be(one, state="active", slot=Slot(1, time(9)))

    async def invitee(self, one: Player) -> Invitee | None:
        """How somebody stands in the newest campaign."""
        made, me = await self.hr.newest(), await one.me()
        if me is None:
            return None
        return await self.world.look(lambda uow: uow.campaigns.invitee(made.id, me.id))

    async def ledger(self, one: Player) -> list[Entry]:
        """What came to somebody, or did not, oldest first."""
        me = await one.me()
        if me is None:
            return []
        return list(reversed(await self.world.look(lambda uow: uow.ledger.of(me.id, 100))))

    def invited(self) -> list[str]:
        """Who got an invitation, in order."""
        said = {"An invitation to a short coaching programme"}
        said |= {"Une invitation à un programme de coaching court"}
        return [c.person for c in self.chat.posts if c.message and c.message.summary in said]


@asynccontextmanager
async def company(
    store: Store,
    n: int = 12,
    *,
    role: Role | None = "hr",
    at: datetime | None = None,
) -> AsyncIterator[Company]:
    """A company with somebody of HR, who has a role, and people in a channel."""
    clock = Clock(at) if at else Clock()
    async with at_the_door(store, clock) as (world, chat):
        made = Company(world, chat, await hr_person(world, chat, "U0HR", role))
        made.hire(n)
        yield made


async def hr_person(world: World, chat: FakeMessenger, person: str, role: Role | None = "hr") -> Hr:
    """Let somebody come whom HR knows."""
    hr = Hr(world, chat, person)
    await hr.command("help")
    await hr.command("why")
    me = await hr.me()
    if role and me:
        grant = Grant(me.id, role, "", world.clock())
        await world.change(lambda uow: uow.roles.grant(grant))
    return hr


def _told(one: Player, lang: Lang, zone: str | None, **more: Any) -> Listed:
    locale = {"en": "en-GB", "fr": "fr-FR"}[lang]
    mail = f"{one.person.lower()}@example.org"
    told = Listed(one.person, one.address, locale=locale, zone=zone, mail=mail)
    return replace(told, **more)
