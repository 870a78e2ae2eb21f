"""Weeks of a whole organisation: from what somebody does to what falls due, and on."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from adapters.demo.acting import ANSWER, DONE, Acting
from adapters.demo.agenda import Agenda, Does
from adapters.demo.hours import after_work
from adapters.demo.house import House
from adapters.demo.mind import Mind
from adapters.demo.tempers import delay

BEAT = timedelta(minutes=5)
"""How often the engine looks for what is due; a live one looks every 20 seconds."""

AT_LEAST = 0.35
"""The share of even the most silent who answer in their team's channel."""

INVITED = 0.6
"""The share of even the most silent who read an invitation."""

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


class Life:
    """Everybody, what each of them is about to do, and the engine between them."""

    def __init__(self, house: House, minds: Mapping[str, Mind]) -> None:
        self.agenda, self.minds = Agenda(), minds
        self._house = house
        self._acting = Acting(house, self.agenda)
        self._met: set[str] = set()

    async def until(self, end: datetime) -> None:
        """Let time pass, with all that people do and all that falls due on the way."""
        clock = self._house.clock
        self._notice()
        while (at := self._next()) is not None and at < end:
            beat = min(_beat_after(at), end)
            await self._do_all(beat)
            clock.at = beat
            due = self._house.next_due()
            if due is not None and due <= beat:
                await self._house.tick()
                self._notice()
        clock.at = max(end, clock.at)

    def _next(self) -> datetime | None:
        times = [at for at in (self._house.next_due(), self.agenda.next_at) if at]
        return max(min(times), self._house.clock()) if times else None

    async def _do_all(self, beat: datetime) -> None:
        while deed := self.agenda.take(beat):
            self._house.clock.at = max(deed.at, self._house.clock())
            await self._acting.do(deed)
            self._notice()

    def _notice(self) -> None:
        """Let people notice what came; most answer in working hours, some later, some never."""
        fresh, self._house.chat.fresh = self._house.chat.fresh, {}
        for place in fresh:
            mind = self.minds.get(place)
            if mind is None:
                self._notice_in_channel(place)
            elif not (mind.engaged or mind.deaf):
                self._notice_alone(mind)

    def _notice_alone(self, mind: Mind) -> None:
        share = mind.temper.answers
        if mind.happens(share if mind.since else max(share, INVITED)):
            self.agenda.plan(self._reads_at(mind), mind, "turn_to")

    def _notice_in_channel(self, place: str) -> None:
        """A round that opens is answered by whoever does; what is due is marked by one of them."""
        members = [mind for mind in self.minds.values() if mind.person.team.channel.id == place]
        self._each(place, ANSWER, members)
        self._each(place, DONE, members[1:2])

    def _each(self, place: str, option: str, members: list[Mind]) -> None:
        press = self._acting.asked(place, option)
        if press is None or press.token in self._met:
            return
        self._met.add(press.token)
        for mind in members:
            if mind.happens(AT_LEAST + mind.temper.answers * (1 - AT_LEAST)):
                does: Does = "answer" if option == ANSWER else "mark"
                self.agenda.plan(self._reads_at(mind), mind, does)

    def _reads_at(self, mind: Mind) -> datetime:
        """Return when somebody turns to what just came: in working hours, and not on leave."""
        worked = delay(mind.temper, mind.chance)
        at = after_work(mind.back_by(self._house.clock()), worked, mind.person.zone)
        return after_work(mind.back_by(at), timedelta(), mind.person.zone)


def _beat_after(at: datetime) -> datetime:
    return at + (BEAT - (at - _EPOCH) % BEAT)
