"""What a made-up person does at the engine's door: reads, presses, writes, and goes on."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count

from adapters.demo import writing
from adapters.demo.agenda import Agenda, Deed
from adapters.demo.happening import Shared, shared
from adapters.demo.hours import after_work
from adapters.demo.house import House
from adapters.demo.mind import Mind
from adapters.demo.offers import Press, find, titles
from bot.answers import Values
from bot.events import Channel, Clicked, Commanded, Inbound, Submitted
from bot.language import LANGS
from bot.messages import Form, Message

FRESH = timedelta(days=7)
"""A question that is older is scrolled past."""

LOOKS = 4
"""Messages at the end of a chat that somebody reads."""

ANSWER, DONE = "team:answer", "team:done"

SHOWN = 0.7
"""How often a line may appear in the summary."""

BACK = 0.35
"""How often somebody who left a conversation comes back to it on another day."""

TALKS = frozenset({"stuck", "commit", "start"})
"""Commands that begin a conversation."""


class Acting:
    """Carries deeds out; what follows from one is planned."""

    def __init__(self, house: House, agenda: Agenda) -> None:
        self._house, self._agenda = house, agenda
        self._events = count(1)
        self._themes = {
            theme.title.text(lang): theme.id
            for theme in house.library.themes.values()
            for lang in LANGS
        }

    async def do(self, deed: Deed) -> None:
        """Carry one out."""
        mind = deed.mind
        match deed.does:
            case "say":
                await self._say(mind, deed.said)
            case "write" if deed.form:
                await self._write(mind, deed.form)
            case "answer":
                await self._open_check_in(mind)
            case "hand_in" if deed.form:
                await self._hand_in(mind, deed.form)
            case "mark":
                await self._press_in_channel(mind, DONE)
            case "look":
                await self._look(mind)
            case _ if not mind.engaged:
                await self._look(mind)

    def asked(self, place: str, option: str) -> Press | None:
        """Find a button that can be read in a chat."""
        return find(self._read(place), option)

    async def _say(self, mind: Mind, said: str) -> None:
        """Type a command; only whoever takes part does."""
        if mind.since is None or mind.deaf or mind.engaged:
            return
        mind.deaf = said == "stop"
        mind.engaged = said in TALKS
        await self._sent(Commanded(**self._happens(mind), name="/coach", text=said))
        if mind.engaged:
            self._soon(mind, 20)

    async def _look(self, mind: Mind) -> None:
        """Read what is new, and press something, or nothing."""
        press = self._choice(mind)
        if press is None or (mind.engaged and mind.happens(mind.temper.wavers)):
            self._leave(mind, unfinished=press is not None)
            return
        mind.engaged = True
        if press.option == "campaign:yes":
            mind.since = self._house.clock()
        happens = self._happens(mind)
        clicked = Clicked(**happens, token=press.token, option=press.option, values=press.values)
        form = await self._sent(clicked)
        if form and form.submit:
            self._agenda.plan(self._in(mind, 25, 90), mind, "write", form=form)
        else:
            self._soon(mind, 14)

    async def _write(self, mind: Mind, form: Form) -> None:
        if ".loop." in form.token:
            values = writing.loop(form, mind)
        else:
            values = writing.filled(form, mind, self._house.clock)
        await self._sent(Submitted(**self._happens(mind), token=form.token, values=values))
        self._soon(mind, 18)

    def _leave(self, mind: Mind, *, unfinished: bool) -> None:
        mind.engaged = False
        if unfinished and mind.happens(BACK):
            worked = timedelta(hours=mind.chance.uniform(3, 14))
            at = after_work(self._house.clock(), worked, mind.person.zone)
            self._agenda.plan(at, mind, "turn_to")

    def _soon(self, mind: Mind, seconds: float) -> None:
        """Look again when the next question has been read."""
        reads = min(seconds * mind.chance.lognormvariate(0, 0.5) + 3, 100)
        self._agenda.plan(self._house.clock() + timedelta(seconds=reads), mind, "look")

    async def _press_in_channel(self, mind: Mind, option: str) -> Form | None:
        channel = mind.person.team.channel
        press = self.asked(channel.id, option)
        if press is None:
            return None
        happens = self._happens(mind, channel)
        return await self._sent(Clicked(**happens, token=press.token, option=press.option))

    async def _open_check_in(self, mind: Mind) -> None:
        """Open the form of the channel's round; it is sent a little later."""
        form = await self._press_in_channel(mind, ANSWER)
        if form and form.submit:
            self._agenda.plan(self._in(mind, 30, 120), mind, "hand_in", form=form)

    async def _hand_in(self, mind: Mind, form: Form) -> None:
        """Send the form of a round; then say whether one's lines may appear."""
        happens = self._happens(mind, mind.person.team.channel)
        if any(field.id == "show" for field in form.fields):
            values: Values = {"show": "yes" if mind.happens(SHOWN) else "no"}
        else:
            values = writing.check_in(form, mind, self._house.clock)
        quote = await self._sent(Submitted(**happens, token=form.token, values=values))
        if quote and quote.submit:
            self._agenda.plan(self._in(mind, 5, 20), mind, "hand_in", form=quote)

    def _in(self, mind: Mind, least: int, most: int) -> datetime:
        return self._house.clock() + timedelta(seconds=mind.chance.randint(least, most))

    def _choice(self, mind: Mind) -> Press | None:
        """Choose in the newest message that asks something."""
        for shown in self._read(mind.person.id):
            for title in titles(shown):
                mind.theme = self._themes.get(title, mind.theme)
            press = mind.chooses(shown, self._house.clock())
            if press:
                return press
        return None

    def _read(self, place: str) -> Iterator[Message]:
        for n, shown in enumerate(self._house.chat.newest(place)):
            if n >= LOOKS or self._house.clock() - shown.at > FRESH:
                return
            yield shown.message

    async def _sent(self, event: Inbound) -> Form | None:
        return (await self._house.handle(event)).form

    def _happens(self, mind: Mind, channel: Channel | None = None) -> Shared:
        at, person = self._house.clock(), mind.person
        return shared(f"demo-{next(self._events)}", at, person.actor, person.address, channel)
