"""Weeks of a whole organisation: from what somebody does to what falls due, and on."""

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

from adapters.demo import writing
from adapters.demo.company import Company
from adapters.demo.happening import Shared, shared
from adapters.demo.hours import after_work
from adapters.demo.house import House
from adapters.demo.mind import Mind
from adapters.demo.offers import Press, find, titles
from adapters.demo.tempers import delay
from bot.events import Channel, Clicked, Commanded, Inbound, Submitted
from bot.language import LANGS
from bot.messages import Form, Message

BEAT = timedelta(minutes=5)
"""How often the engine looks for what is due; a live one looks every 20 seconds."""

FRESH = timedelta(days=7)
"""A question that is older is scrolled past."""

LOOKS = 4
"""Messages at the end of a chat that somebody reads."""

ANSWER, DONE = "team:answer", "team:done"

AT_LEAST = 0.35
"""The share of even the most silent who answer in their team's channel."""

SHOWN = 0.7
"""How often a line may appear in the summary."""

BACK = 0.35
"""How often somebody who left a conversation comes back to it on another day."""


@dataclass(order=True, slots=True)
class Deed:
    """Something that somebody does at a time; `order` decides between two of the same time."""

    at: datetime
    order: int
    mind: Mind = field(compare=False)
    does: str = field(compare=False)
    form: Form | None = field(default=None, compare=False)
    said: str = field(default="", compare=False)


class Life:
    """Everybody, what each of them is about to do, and the engine between them."""

    def __init__(self, house: House, company: Company, minds: Mapping[str, Mind]) -> None:
        self.house, self.company, self.minds = house, company, minds
        self._deeds: list[Deed] = []
        self._order = count()
        self._events = count(1)
        self._met: set[str] = set()
        self._themes = {
            theme.title.text(lang): theme.id
            for theme in house.library.themes.values()
            for lang in LANGS
        }

    async def until(self, end: datetime) -> None:
        """Let time pass up to an hour, with all that people do and all that falls due."""
        await self._notice()
        while (at := self._next()) is not None and at < end:
            beat = min(_beat_after(at), end)
            await self._do_all(beat)
            self.house.clock.at = beat
            due = self.house.next_due()
            if due is not None and due <= beat:
                await self.house.tick()
                await self._notice()
        self.house.clock.at = max(end, self.house.clock.at)

    def plan(self, at: datetime, mind: Mind, does: str, said: str = "") -> None:
        """Let somebody do something at a time."""
        heapq.heappush(self._deeds, Deed(at, next(self._order), mind, does, None, said))

    def happening(self, mind: Mind, channel: Channel | None = None) -> Shared:
        """Return what all events of a person share."""
        at, person = self.house.clock(), mind.person
        return shared(f"demo-{next(self._events)}", at, person.actor, person.address, channel)

    def _next(self) -> datetime | None:
        due = self.house.next_due()
        times = [at for at in (due, self._deeds[0].at if self._deeds else None) if at]
        return max(min(times), self.house.clock()) if times else None

    async def _do_all(self, beat: datetime) -> None:
        while self._deeds and self._deeds[0].at < beat:
            deed = heapq.heappop(self._deeds)
            self.house.clock.at = max(deed.at, self.house.clock())
            await self._do(deed)
            await self._notice()

    async def _do(self, deed: Deed) -> None:
        mind = deed.mind
        match deed.does:
            case "say":
                await self._say(mind, deed.said)
            case "write" if deed.form:
                await self._write(mind, deed.form)
            case "answer":
                await self._answer_team(mind)
            case "mark":
                await self._in_room(mind, DONE)
            case _:
                await self._look(mind)

    async def _say(self, mind: Mind, said: str) -> None:
        """Type a command; only whoever takes part does."""
        if mind.since is None or mind.deaf:
            return
        mind.deaf = said == "stop"
        mind.engaged = said in {"stuck", "commit", "plan"}
        await self._sent(Commanded(**self.happening(mind), name="/coach", text=said))
        if mind.engaged:
            self._soon(mind, 20)

    async def _look(self, mind: Mind) -> None:
        """Read what is new, and press something, or nothing."""
        press = self._choice(mind)
        if press is None or (mind.engaged and mind.happens(mind.temper.wavers)):
            await self._leave(mind, unfinished=press is not None)
            return
        mind.engaged = True
        if press.option == "campaign:yes":
            mind.since = self.house.clock()
        happens = self.happening(mind)
        clicked = Clicked(**happens, token=press.token, option=press.option, values=press.values)
        form = await self._sent(clicked)
        if form and form.submit:
            at = self.house.clock() + timedelta(seconds=mind.chance.randint(25, 90))
            heapq.heappush(self._deeds, Deed(at, next(self._order), mind, "write", form))
        else:
            self._soon(mind, 14)

    async def _write(self, mind: Mind, form: Form) -> None:
        if ".loop." in form.token:
            values = writing.loop(form, mind)
        else:
            values = writing.filled(form, mind, self.house.clock)
        await self._sent(Submitted(**self.happening(mind), token=form.token, values=values))
        self._soon(mind, 18)

    async def _in_room(self, mind: Mind, option: str) -> Form | None:
        """Press a button of the team's channel."""
        channel = mind.person.team.channel
        press = self._asked(channel.id, option)
        if press is None:
            return None
        happens = self.happening(mind, channel)
        return await self._sent(Clicked(**happens, token=press.token, option=press.option))

    async def _answer_team(self, mind: Mind) -> None:
        """Open the form of the channel's round and send it; lines may be shown, or not."""
        opened = await self._in_room(mind, ANSWER)
        if opened is None or not opened.submit:
            return
        self.house.clock.at += timedelta(seconds=mind.chance.randint(30, 120))
        values = writing.check_in(opened, mind, self.house.clock)
        happens = self.happening(mind, mind.person.team.channel)
        quote = await self._sent(Submitted(**happens, token=opened.token, values=values))
        if quote and any(f.id == "show" for f in quote.fields):
            happens = self.happening(mind, mind.person.team.channel)
            shown = {"show": "yes" if mind.happens(SHOWN) else "no"}
            await self._sent(Submitted(**happens, token=quote.token, values=shown))

    async def _sent(self, event: Inbound) -> Form | None:
        return (await self.house.handle(event)).form

    async def _leave(self, mind: Mind, *, unfinished: bool) -> None:
        mind.engaged = False
        if unfinished and mind.happens(BACK):
            worked = timedelta(hours=mind.chance.uniform(3, 14))
            self.plan(after_work(self.house.clock(), worked, mind.person.zone), mind, "look")

    def _soon(self, mind: Mind, seconds: float) -> None:
        """Look again when the next question has been read."""
        reads = timedelta(seconds=min(seconds * mind.chance.lognormvariate(0, 0.5) + 3, 100))
        self.plan(self.house.clock() + reads, mind, "look")

    def _choice(self, mind: Mind) -> Press | None:
        """Choose in the newest message that asks something."""
        for shown in self._read(mind.person.id):
            for title in titles(shown):
                mind.theme = self._themes.get(title, mind.theme)
            press = mind.chooses(shown, self.house.clock())
            if press:
                return press
        return None

    def _read(self, place: str) -> Iterator[Message]:
        for n, shown in enumerate(self.house.chat.newest(place)):
            if n >= LOOKS or self.house.clock() - shown.at > FRESH:
                return
            yield shown.message

    def _asked(self, place: str, option: str) -> Press | None:
        """Find a button of a channel."""
        return find(self._read(place), option)

    async def _notice(self) -> None:
        """Let people notice what came; most answer in working hours, some later, some never."""
        fresh, self.house.chat.fresh = self.house.chat.fresh, {}
        for place in fresh:
            mind = self.minds.get(place)
            if mind is None:
                self._in_channel(place)
            elif not mind.engaged:
                self._reacts(mind, mind.temper.answers)

    def _in_channel(self, place: str) -> None:
        """A round that opens is answered by whoever does; what is due is marked by one of them."""
        members = [mind for mind in self.minds.values() if mind.person.team.channel.id == place]
        for option, does in ((ANSWER, "answer"), (DONE, "mark")):
            press = self._asked(place, option)
            if press is None or press.token in self._met:
                continue
            self._met.add(press.token)
            for mind in members if option == ANSWER else members[1:2]:
                if mind.happens(AT_LEAST + mind.temper.answers * (1 - AT_LEAST)):
                    self.plan(self._reads_at(mind), mind, does)

    def _reacts(self, mind: Mind, share: float) -> None:
        if mind.deaf or not mind.happens(share if mind.since else max(share, 0.6)):
            return
        self.plan(self._reads_at(mind), mind, "look")

    def _reads_at(self, mind: Mind) -> datetime:
        """Return when somebody turns to what just came: in working hours, and not on leave."""
        worked = delay(mind.temper, mind.chance)
        at = after_work(mind.back_by(self.house.clock()), worked, mind.person.zone)
        return after_work(mind.back_by(at), timedelta(), mind.person.zone)


def _beat_after(at: datetime) -> datetime:
    since = at - datetime(2000, 1, 1, tzinfo=UTC)
    return at + (BEAT - since % BEAT)
