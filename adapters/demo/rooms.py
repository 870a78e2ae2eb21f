"""Teams that meet in a channel: their manager brings the bot and sets the check-in up."""

from datetime import datetime, timedelta
from itertools import count

from adapters.demo.company import Team
from adapters.demo.happening import Shared, shared
from adapters.demo.house import House
from adapters.demo.mind import Mind
from adapters.demo.offers import find
from bot.events import ChannelJoined, Clicked, Submitted

EVERY = "2"
"""Weeks from one check-in to the next."""

WEEKDAYS = (0, 1, 2)
"""Weekdays on which rounds open, so that the three days of most lie in one week."""


class Room:
    """One team's channel; `manager` does what it takes."""

    def __init__(self, house: House, team: Team, manager: Mind) -> None:
        self._house, self._team, self._manager = house, team, manager
        self._events = count(1)

    async def begin(self, at: datetime) -> None:
        """Add the bot to the channel, and set up a check-in every two weeks."""
        self._house.clock.at = max(at, self._house.clock())
        await self._house.handle(ChannelJoined(**self._shared()))
        await self._house.tick()
        messages = (shown.message for shown in self._house.chat.newest(self._team.channel.id))
        press = find(messages, "team:setup")
        if press is None:
            return
        clicked = Clicked(**self._shared(), token=press.token, option=press.option)
        form = (await self._house.handle(clicked)).form
        if form:
            self._house.clock.at += timedelta(seconds=40)
            sent = Submitted(**self._shared(), token=form.token, values=self._wanted())
            await self._house.handle(sent)

    def _wanted(self) -> dict[str, str | list[str]]:
        chance, team = self._manager.chance, self._team
        return {
            "weekday": str(chance.choice(WEEKDAYS)),
            "time": f"{chance.randint(9, 15):02d}:30",
            "weeks": EVERY,
            "lang": team.lang,
            "questions": ["energy", "clarity", "blocker", "lines"],
            "champion": self._manager.person.id,
            "zone": team.site.zone,
        }

    def _shared(self) -> Shared:
        at, person = self._house.clock(), self._manager.person
        event_id = f"room-{self._team.number}-{next(self._events)}"
        return shared(event_id, at, person.actor, person.address, self._team.channel)
