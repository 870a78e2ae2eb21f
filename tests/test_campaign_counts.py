"""What a campaign costs, counted: the same for few people and for many, whatever else there is."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

from bot.campaigns.content import Campaign, Invitee, Source
from bot.campaigns.directory import Page
from bot.campaigns.grants import Grant
from bot.cards import TOKEN_LIVES, Card
from bot.events import Actor, Address, Clicked, Due, Inbound
from bot.outbox import OWN_LEASE, Dispatch
from bot.people import Coachee
from bot.ports import Listed, UnitOfWork
from storage.store import Store
from tests.campaign_rows import NOW, START, TERMS, coachee
from tests.fakes import Clock, FakeMessenger
from tests.players import WORKSPACE, at_the_door
from tests.spending import Spent
from tests.world import World

SMALL, LARGE = 20, 400
OTHERS = 30
"""Campaigns that are there besides."""

HR = ("hr0", "hr1", "hr2")
"""Who follows the campaign."""

MOST = {
    "confirmation": 24,
    "draw": 12,
    "chunk": 18,
    "invitation": 18,
    "sending": 22,
    "yes": 22,
    "no": 14,
    "page": 36,
}
"""Statements of each act, transaction marks included."""

PAGE = 1000


@dataclass
class Bill:
    """What each act cost: statements, rows where the database tells, and commits."""

    world: World
    spent: Spent
    statements: dict[str, int] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)

    async def carry(self, name: str, event: Inbound | Due) -> None:
        """Carry an event, in one commit."""
        self.spent.reset()
        engine = self.world.engine
        await engine.store.run(engine.conversation.handle, event)
        assert self.spent.commits == 1, name
        self.note(name)

    async def send(self, name: str, whose: str) -> None:
        """Send what waits for somebody: one commit before the call, one after it."""
        self.spent.reset()
        assert await self.world.engine.dispatcher.flush(whose) == 1
        assert self.spent.commits <= 3, name
        self.note(name)

    def note(self, name: str) -> None:
        """Write down what was spent."""
        self.statements[name] = len(self.spent.statements)
        self.rows[name] = self.spent.rows


async def test_every_act_of_a_campaign_costs_the_same_whatever_its_size(
    store: Store, spent: Spent
) -> None:
    """Twenty people and four hundred: the same statements, in one commit each."""
    async with at_the_door(store, Clock(NOW)) as (world, _chat):
        small = await _costs(world, spent, "c1", SMALL)
        world.clock.at = NOW
        large = await _costs(world, spent, "c2", LARGE)
        assert large.statements == small.statements
        assert {name: n for name, n in small.statements.items() if n > MOST[name]} == {}


async def test_no_act_of_a_campaign_reads_the_others(postgres_store: Store, spent: Spent) -> None:
    """With thirty more under way, each takes the same statements and touches as many rows."""
    async with at_the_door(postgres_store, Clock(NOW)) as (world, _chat):
        alone = await _costs(world, spent, "c1", SMALL)
        await world.change(_others)
        world.clock.at = NOW
        among = await _costs(world, spent, "c2", SMALL)
        assert among.statements == alone.statements
        assert among.rows == alone.rows


async def test_a_page_of_a_thousand_takes_as_many_statements_as_one_of_ten(
    store: Store, spent: Spent
) -> None:
    """People are written in bulk, and whoever follows the campaign gets one row for a page."""
    costs = []
    for number in (10, PAGE):
        async with at_the_door(store, Clock(NOW)) as (world, chat):
            costs.append(await _page(world, chat, spent, number))
    assert costs[0] == costs[1]
    assert costs[0] <= MOST["page"]


async def _costs(world: World, spent: Spent, which: str, number: int) -> Bill:
    """Launch, draw, plan, invite, and let two people answer; say what each cost."""
    bill = Bill(world, spent)
    await world.change(lambda uow: _draft(uow, which, number))
    await bill.carry("confirmation", _press("hr0", f"{which}-launch", "campaign:launch"))
    for name in ("draw", "chunk"):
        await bill.carry(name, await _due(world, f"campaign:{which}", "campaign_work"))
        assert spent.written["outbox"] == (name == "chunk")
    await world.settle()
    yes, no = await world.look(lambda uow: _first_wave(uow, which, number))
    for who, answer in ((yes, "yes"), (no, "no")):
        due = await _due(world, who, "invitation")
        world.clock.at = due.at
        await bill.carry("invitation", due)
        await bill.send("sending", who)
        token = await world.look(lambda uow, who=who: uow.cards.posted_to(who)[0].token)  # type: ignore[misc]  # a str
        await bill.carry(answer, _press(who, token, f"campaign:{answer}"))
        await world.engine.dispatcher.flush(who)
    return bill


async def _page(world: World, chat: FakeMessenger, spent: Spent, number: int) -> int:
    """Read one page of a channel, and say how many statements that took."""
    which = f"page{number}"
    source = Source("channel", which, "#managers", _address("hr0"))
    chat.directories[which] = [_listed(f"{which}-{n}") for n in range(number)]
    await world.change(lambda uow: _draft(uow, which, 0, source))
    spent.reset()
    assert await world.engine.dispatcher.flush(f"campaign:{which}") == 1
    found = await world.look(lambda uow: uow.campaigns.look(which))
    assert found
    assert [(one.state, one.found) for one in found.sources] == [("read", number)]
    assert spent.written["outbox"] == 2  # the page is settled; what follows is queued at once
    return len(spent.statements)


def _draft(uow: UnitOfWork, which: str, number: int, *sources: Source) -> None:
    """Let there be a draft that three of HR follow; a source is about to be read."""
    people = [_person(f"{which}-{n:03}") for n in range(number)]
    known = uow.people.gather([*map(_person, HR), *people])
    terms = replace(TERMS, themes=("delegation",), why={"en": "More room"}, waves=2)
    watchers = {hr: f"{which}-follow-{hr}" for hr in HR}
    uow.campaigns.add(Campaign(which, "hr0", NOW, terms, sources=tuple(sources), watchers=watchers))
    listed = [Invitee(known[one.person].id) for one in people]
    uow.campaigns.list_people(which, listed)
    for hr in HR:
        uow.roles.grant(Grant(hr, "hr", "", NOW))
        uow.cards.add(_card(f"{which}-follow-{hr}", hr, "campaign", which))
    uow.cards.add(_card(f"{which}-launch", "hr0", "campaign_launch", which))
    for source in sources:
        uow.outbox.add(
            Dispatch(
                key=which,
                coachee_id=f"campaign:{which}",
                verb="directory",
                address=source.address,
                created_at=NOW,
                not_before=NOW,
                ref=Page(0, "channel", WORKSPACE).as_ref(),
                leased_until=NOW + OWN_LEASE,
            )
        )


def _others(uow: UnitOfWork) -> None:
    """Let there be more campaigns, each under way, with people of their own."""
    for number in range(OTHERS):
        which = f"other{number}"
        _draft(uow, which, 12)
        made = uow.campaigns.get(which)
        assert made
        made = uow.campaigns.put(replace(made, state="running", launched_at=NOW))
        far = START + timedelta(weeks=9)
        uow.campaigns.plan(made, {(1, "Europe/Paris"): far}, 100)


def _card(token: str, whose: str, template: str, which: str) -> Card:
    return Card(token, whose, template, NOW, NOW + TOKEN_LIVES, {"campaign": which})


def _address(name: str) -> Address:
    return {"platform": "fake", "tenant": "T0TEAM", "person": name}


def _person(name: str) -> Coachee:
    return coachee(name, workspace=WORKSPACE, person=name, address=_address(name), country="FR")


def _listed(name: str) -> Listed:
    return Listed(
        name, _address(name), locale="en-GB", zone="Europe/Paris", mail=f"{name}@example.org"
    )


def _press(who: str, token: str, option: str) -> Clicked:
    return Clicked(
        id=f"{token}-{option}",
        at=START,
        actor=Actor(WORKSPACE, who),
        address=_address(who),
        token=token,
        option=option,
    )


async def _due(world: World, whose: str, kind: str) -> Due:
    """The moment of a kind that somebody, or a campaign, is waiting for."""
    coming = await world.look(lambda uow: uow.moments.of(whose))
    (moment,) = [one for one in coming if one.kind == kind]
    return Due(moment.id, moment.due_at)


def _first_wave(uow: UnitOfWork, which: str, number: int) -> list[str]:
    """Return two who are invited first."""
    names = (f"{which}-{n:03}" for n in range(number))
    found = ((name, uow.campaigns.invitee(which, name)) for name in names)
    return [name for name, one in found if one and one.wave == 1][:2]
