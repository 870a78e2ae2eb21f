"""Everything that one person gets to see: all they can type and press, and all they can open."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from html import unescape
from itertools import product
from typing import get_args
from urllib.parse import urlencode

from bot.campaigns import commanding as campaigns
from bot.command_words import Name
from bot.events import Commanded
from bot.language import LANGS, Lang
from bot.messages import Message
from bot.teams import commanding as teams
from tests.demo_town import ADDRESS, Town
from tests.phrases import Run, in_one, page_text, runs
from tests.players import Player, controls
from tests.squads import Teammate

LAST = ("away", "pause", "stop")
"""What keeps messages back is typed at the end."""

COMMANDS = tuple(sorted(get_args(Name), key=LAST.count))

FINAL = re.compile(r"erase:all|campaign:(stop|revoke)|plan:(leave|end)|cmd:stop")
"""Buttons that a crawl leaves alone, for nothing would be left to read."""

_HREF = re.compile(r"href=['\"](/[^'\"]*)['\"]")
_SELECT = re.compile(r"<select name='(\w+)'>(.*?)</select>", re.DOTALL)
_VALUE = re.compile(r"<option value='([^']*)'")
_PICTURE = ".png?"
_LINK = re.compile(re.escape(ADDRESS) + r"(/[^\s'\"]+)")


@dataclass(slots=True)
class Crawl:
    """What was read, each text with where it stood."""

    read: list[tuple[str, str]] = field(default_factory=list)

    def add(self, where: str, *texts: str) -> None:
        """Keep what was read somewhere."""
        self.read += [(where, text) for text in texts]

    def of(self, part: str) -> list[str]:
        """Return what was read in one kind of place."""
        return [text for where, text in self.read if where.startswith(part)]

    def leaks(self, planted: AbstractSet[Run]) -> list[tuple[str, str]]:
        """Name each place where four words in a row of a planted phrase stand, and the words."""
        return [(where, " ".join(run)) for where, text in self.read for run in runs(text) & planted]


async def crawl_chat(who: Player, into: Crawl) -> None:
    """Type every command after `/coach`, and press whatever is offered then."""
    for command in COMMANDS:
        await who.command(command)
        await press_once(who, who.messages[-1:])
    await who.open_home()
    _see(who, who.person, into)


async def crawl_team(who: Teammate, into: Crawl) -> None:
    """Type every command of a team in its channel, and press whatever is offered there."""
    await type_in_channel(who)
    _see(who, who.channel.id, into)


async def type_in_channel(who: Teammate) -> None:
    """Do so in whatever channel, in both languages; it may be one of another team."""
    for name, lang in product(teams.NAMES, LANGS):
        await who.team_command(teams.PHRASES[name][lang].partition(",")[0])
        shown = who.replies[-1].show
        await press_once(who, [*([shown] if shown else []), *who.posted], there=True)


async def crawl_campaigns(who: Player, into: Crawl) -> None:
    """Type every command of campaigns in both languages, and press whatever is offered."""
    for lang, name in product(LANGS, campaigns.NAMES):
        await who.command(f"language {lang}")
        await who.send(typed_by_hr(who, name, lang))
        await who.world.settle_preview()
        shown = who.replies[-1].show
        await press_once(who, [*([shown] if shown else []), *who.messages[-2:]])
    _see(who, who.person, into)


async def crawl_pages(town: Town, start: Sequence[str], into: Crawl) -> list[int]:
    """Open addresses and whatever they link to or let one pick; return how they answered.

    Of pictures it opens the first: there is no text in them but that of the page, and each takes
    half a second.
    """
    waiting, statuses, met = list(start), [], set(start)
    while waiting:
        path = waiting.pop(0)
        async with town.http.get(path, allow_redirects=False) as answer:
            body = (await answer.read()).decode(errors="replace")
        await town.drawings.settle()
        statuses.append(answer.status)
        into.add(f"source {path}", body)
        into.add(f"page {path}", page_text(body))
        ways = [one for one in dict.fromkeys(_ways_on(body)) if one not in met]
        met.update(ways)
        waiting += [one for one in ways if _PICTURE not in one] + _unseen(ways, into)
    return statuses


async def press_once(who: Player, messages: Sequence[Message], *, there: bool = False) -> None:
    """Press each button of some messages, unless it was pressed before; `there`: in the channel."""
    offered = [(token, some) for message in messages for token, some in controls(message)]
    for token, option in [(token, option) for token, some in offered for option in sorted(some)]:
        if FINAL.match(option) or who.chosen["crawl", token, option]:
            continue
        who.chosen["crawl", token, option] += 1
        clicked = who.clicked(token, option)
        if there and isinstance(who, Teammate):
            clicked = replace(clicked, channel=who.channel)
        await who.send(clicked)
        await who.world.settle_preview()


def typed_by_hr(who: Player, name: campaigns.Name, lang: Lang) -> Commanded:
    """Make a command of campaigns, as anybody can type it."""
    typed = campaigns.PHRASES[name][lang].partition(",")[0]
    return replace(who.commanded(typed), name="/coach-campaign")


def links_in(crawl: Crawl, to: str) -> list[str]:
    """Find the paths of our own links that somebody was given."""
    every = (match[1] for _, text in crawl.read for match in _LINK.finditer(text))
    return list(dict.fromkeys(path for path in every if path.startswith(to)))


def _see(who: Player, place: str, into: Crawl) -> None:
    """Keep all that was ever shown in a chat or channel, and all that was answered at once."""
    for call in who.chat.calls:
        if call.person == place and call.message:
            into.add(f"message to {place}", in_one(call.message))
    into.add(f"answer to {who.person}", *(in_one(reply) for reply in who.replies))
    who.replies.clear()


def _unseen(ways: Sequence[str], into: Crawl) -> list[str]:
    """Return the first picture of some links, unless one was opened before."""
    if any(_PICTURE in where for where, _ in into.read):
        return []
    return [one for one in ways if _PICTURE in one][:1]


def _ways_on(html: str) -> Iterator[str]:
    """Walk through all links of a page, and all that can be picked together."""
    yield from map(unescape, _HREF.findall(html))
    picked = [
        [(name, unescape(value)) for value in _VALUE.findall(options)]
        for name, options in _SELECT.findall(html)
    ]
    if picked:
        for values in product(*picked):
            yield f"/dashboard?{urlencode(values)}"
