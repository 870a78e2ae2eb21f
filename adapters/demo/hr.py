"""HR's part: an owner who makes a campaign for everybody by the real commands, and launches it."""

from datetime import date, timedelta
from itertools import count

from adapters.demo.company import HR, LOCALES, PLATFORM, WORKSPACE, Company, Person
from adapters.demo.happening import Shared, shared
from adapters.demo.house import House
from adapters.demo.offers import find
from bot.answers import Values
from bot.campaigns.arrivals import ListBrought
from bot.campaigns.content import Campaign
from bot.campaigns.listing.lists import read_list
from bot.errors import BotError
from bot.events import Actor, Clicked, Commanded, Submitted
from bot.messages import Form, Reply

NAME = "Room to decide"
THEMES = ["delegation", "decision_making", "meetings", "prioritising"]
WHY = {
    "why_en": "You asked for more room to decide and fewer meetings.",
    "why_fr": "Vous avez demandé plus de latitude et moins de réunions.",
}
MEASURES = ["participation", "usefulness"]
LENGTHS = (2, 4, 6, 8, 12)
"""Weeks that the form offers."""

COUNTING = 200
"""Steps after which an audience is surely counted."""


class NotDone(BotError):
    """The demo could not be built: the engine did not take what HR did."""


class Hr:
    """Somebody of HR at the engine's door."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._events = count(1)
        self._actor = Actor(WORKSPACE, HR, LOCALES["en"], "Europe/Paris")
        self._address = {"platform": PLATFORM, "person": HR}
        self._form: Form | None = None

    async def launch(self, company: Company, first_day: date, weeks: int) -> Campaign:
        """Make a campaign for everybody in two waves, count its audience, and launch it.

        Raises:
            NotDone: a step was refused.
        """
        lasts = max(n for n in LENGTHS if n <= max(weeks - 2, LENGTHS[0]))
        await self._says("new")
        if not self._form:
            await self._press("campaign:form")
        asked: dict[str, str | list[str]] = {**WHY, "name": NAME, "themes": THEMES}
        asked |= {"weeks": str(lasts), "first_day": first_day.isoformat(), "measures": MEASURES}
        await self._fill(asked)
        await self._brings(company.people)
        await self._press("campaign:waves")
        await self._fill({"waves": "2", "apart": "2" if weeks > LENGTHS[1] else "1"})
        await self._press("campaign:ready")
        await self._press("campaign:launch")
        launched = self._newest()
        if launched.state == "draft":
            raise NotDone("the campaign was not launched")
        return launched

    async def _brings(self, people: tuple[Person, ...]) -> None:
        """Bring a list as the page for lists does, and wait until everybody on it is found."""
        lines = ["mail;zone;team;site"]
        lines += [f"{p.mail};{p.zone};{p.team.name};{p.team.site.name}" for p in people]
        read = read_list("\n".join(lines).encode())
        me = self._house.look(lambda uow: uow.people.find(WORKSPACE, HR))
        if me is None or read.faults:
            raise NotDone(f"the list was not read: {read.faults}")
        now, key = self._house.clock(), "demo-list"
        for part in ListBrought.parts(key, now, me.id, self._newest().id, read):
            await self._house.bring(part)
        for _ in range(COUNTING):
            if not self._newest().counting:
                return
            self._house.clock.at += timedelta(seconds=25)
            await self._house.tick()
        raise NotDone("the audience is still being counted")

    async def _says(self, text: str) -> None:
        await self._send(Commanded(**self._shared(), name="/coach-campaign", text=text))

    async def _press(self, option: str) -> None:
        press = find((shown.message for shown in self._house.chat.newest(HR)), option)
        if press is None:
            raise NotDone(f"nothing offers {option}")
        await self._send(Clicked(**self._shared(), token=press.token, option=option))

    async def _fill(self, values: Values) -> None:
        form = self._form
        if form is None:
            raise NotDone("no form is open")
        shown = {field.id: field.value for field in form.fields if field.value}
        event = Submitted(**self._shared(), token=form.token, values={**shown, **values})
        reply = await self._send(event)
        if reply.errors:
            raise NotDone(str(reply.errors))

    async def _send(self, event: Clicked | Commanded | Submitted) -> Reply:
        reply = await self._house.handle(event)
        await self._house.tick()
        self._form = reply.form
        return reply

    def _newest(self) -> Campaign:
        return self._house.look(lambda uow: uow.campaigns.all()[0])

    def _shared(self) -> Shared:
        event_id = f"hr-{next(self._events)}"
        return shared(event_id, self._house.clock(), self._actor, self._address)
