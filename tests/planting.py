"""People of the demo type phrases that stand nowhere else, into every place that takes words."""

import re
from dataclasses import dataclass, field
from datetime import timedelta

from tests.demo_town import Local, Town
from tests.phrases import Phrases, in_one
from tests.players import controls

DIALOGUES = ("start delegation", "commit", "stuck", "checkin")
"""What each author goes through, besides the first conversation and a plan."""

SAID = "The {} does not answer, and that is no answer to any question either"
UNSAFE = "I want to die since the {} is gone"

_CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")


@dataclass(slots=True)
class Planted:
    """What was typed, by platform id of who typed it.

    Attributes:
        to_team: approved lines, and what a champion says, by number of the team.
        hidden: lines to which their authors said no.
        shared: plans that the partner may read, by the partner's id.
        unsafe: what touched the safety list.
    """

    by: dict[str, Phrases] = field(default_factory=dict)
    to_team: dict[int, list[str]] = field(default_factory=dict)
    hidden: list[str] = field(default_factory=list)
    shared: dict[str, list[str]] = field(default_factory=dict)
    unsafe: list[str] = field(default_factory=list)

    def of(self, who: Local) -> Phrases:
        """Return whose phrases these are."""
        return self.by.setdefault(who.person, Phrases(who.person, who.who.lang))

    @property
    def every(self) -> list[str]:
        """All phrases of everybody."""
        return [one for phrases in self.by.values() for one in phrases.planted]


async def plant(town: Town) -> Planted:
    """Let a manager, two of two teams and a French speaker write; return what they wrote."""
    made = Planted()
    first, second, fourth = (town.people(number) for number in (1, 2, 4))
    for author in (first[0], first[1], second[1], fourth[1]):
        await _write(author, made.of(author))
    await _share_plan(first[1], first[0], made)
    await _share_plan(second[1], second[2], made)
    for team in (first, second):
        await _answer_round(team, made)
    await _say_what_is_unsafe(second[1], made)
    await town.world.wait(days=4)
    for team in (first, second):
        await _close_loop(team[0], made)
    return made


async def _write(author: Local, word: Phrases) -> None:
    await author.onboard(word)
    for typed in DIALOGUES:
        await author.command(typed)
        await author.walk(word)
    await author.say(SAID.format(word()))
    await author.command(f"start something about the {word()}")
    await author.world.settle()


async def _share_plan(owner: Local, partner: Local, made: Planted) -> None:
    """Make a plan with a milestone, and let one other person in."""
    word = made.of(owner)
    await owner.command("plan")
    await owner.press("form:objective")
    written = {name: f"the {word()}" for name in ("goal", "contribution", "name", "support")}
    await owner.fill({**written, "kind": "count", "baseline": "2", "target": "8"})
    await owner.command("plan")
    await owner.press(_offered(owner, "plan:objective:"))
    await owner.press(_offered(owner, "form:milestone:"))
    day = owner.world.clock().date() + timedelta(days=7)
    step = f"the {word()}"
    await owner.fill({"milestone": step, "on": str(day)})
    made.shared[partner.person] = [*written.values(), step]
    await owner.command("plan")
    read = _CODE.search(in_one((await owner.press("form:share")).form))
    assert read
    await partner.command(f"plan join {read[0]}")
    await partner.press("plan:join")


async def _answer_round(team: list[Local], made: Planted) -> None:
    """All answer; half say yes to their lines, half no."""
    lines = made.to_team.setdefault(team[0].who.team.number, [])
    await team[0].team_command("now")
    for n, one in enumerate(team):
        word = made.of(one)
        await one.answer_with(expect=f"the {word()} first", offer=f"the {word()} later")
        await one.fill({"show": "no" if n % 2 else "yes"})
        (made.hidden if n % 2 else lines).extend(word.planted[-2:])


async def _say_what_is_unsafe(author: Local, made: Planted) -> None:
    phrase = Phrases("unsafe")()
    made.unsafe.append(phrase)
    await author.say(UNSAFE.format(phrase))


async def _close_loop(champion: Local, made: Planted) -> None:
    word = made.of(champion)
    await champion.team_command("close-loop")
    written = {name: f"the {word()}" for name in ("heard", "will", "wont", "action")}
    await champion.fill({**written, "owner": champion.person})
    assert not champion.replies[-1].errors, champion.replies[-1].errors
    made.to_team[champion.who.team.number] += word.planted[-4:]


def _offered(who: Local, verb: str) -> str:
    """Find the newest button of a kind."""
    for message in reversed(who.messages):
        for _, options in controls(message):
            for option in sorted(options):
                if option.startswith(verb):
                    return option
    raise AssertionError(f"nothing offers {verb}")
