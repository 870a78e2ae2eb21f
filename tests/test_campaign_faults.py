"""What platforms do to a campaign, over the real adapters: limits, refusals, lost answers."""

from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

from bot.campaigns.content import Campaign, Ended, Invitee
from bot.campaigns.grants import Grant
from bot.cards import TOKEN_LIVES, Card
from bot.events import Actor, Address, Clicked
from bot.people import Coachee
from bot.ports import UnitOfWork
from storage.store import Store
from tests.campaign_rows import NOW, START, TERMS
from tests.fake_slack import TEAM
from tests.fakes import Clock
from tests.stage import Stage
from tests.stages import SlackStage, slack_stage, teams_stage

ROOM = "C0MANAGERS"
OWNER = frozenset({f"slack:{TEAM}:U0SAM"})
FORM: dict[str, str | list[str]] = {
    "name": "Spring of delegation",
    "themes": ["delegation"],
    "why_en": "More room to decide",
    "why_fr": "Plus de latitude",
    "channel": ROOM,
}
A_MINUTE = 22
"""Calls of one kind that a directory's pages come to in a minute, at most: Slack grants twenty,
and a burst above it."""


@asynccontextmanager
async def in_slack(store: Store, people: int) -> AsyncIterator[SlackStage]:
    """A channel full of people, and somebody of HR who has just sent the form of a draft."""
    async with slack_stage(store, Clock(NOW), "en", owners=OWNER) as stage:
        members = [f"U{number:05}" for number in range(people)]
        for one in members:
            stage.slack.user(one, locale="en-GB")
        stage.slack.channel(ROOM, *members)
        await stage.say("/coach-campaign new")
        yield stage


async def counted(stage: Stage, patience: timedelta = timedelta(minutes=30)) -> Campaign:
    """Let time pass until the audience is counted."""
    until = stage.world.clock() + patience
    while (made := await _newest(stage)).counting:
        assert stage.world.clock() < until, "it never ends to count"
        await stage.world.wait(seconds=15)
    return made


# the directory


async def test_a_limit_in_the_middle_of_a_directory_is_waited_for(store: Store) -> None:
    """Slack says when to come back; the page is then read, and everybody is there once."""
    async with in_slack(store, 1200) as stage:
        slack = stage.slack
        await stage.fill(FORM)  # type: ignore[arg-type]  # several themes
        slack.fail_next("conversations.members", "ratelimited", retry_after=90)
        slack.fail_next("users.list", "ratelimited", retry_after=40)
        asked = len(slack.of("conversations.members"))
        await stage.world.wait(seconds=80)
        assert len(slack.of("conversations.members")) == asked + 1
        made = await counted(stage)
        assert [(one.state, one.found) for one in made.sources] == [("read", 1200)]
        assert "Reachable: 1,200 of 1,200" in stage.messages()[-1].text


async def test_a_page_that_comes_twice_counts_once(store: Store) -> None:
    """The connection broke after Slack had answered, so that the page is asked for again."""
    async with in_slack(store, 1200) as stage:
        for method in ("conversations.members", "users.list"):
            stage.slack.drop_next(method, 2)
        await stage.fill(FORM)  # type: ignore[arg-type]  # several themes
        made = await counted(stage)
        assert [(one.state, one.found) for one in made.sources] == [("read", 1200)]
        assert "Reachable: 1,200 of 1,200" in stage.messages()[-1].text


async def test_a_channel_of_thirty_thousand_is_counted_beside_everything_else(
    sqlite_store: Store,
) -> None:
    """Slack's limits are kept, HR is answered at once meanwhile, and a launch is refused."""
    async with in_slack(sqlite_store, 30_000) as stage:
        await stage.fill(FORM)  # type: ignore[arg-type]  # several themes
        assert "still counting" in stage.messages()[-1].text
        await _minutes(stage, 3)
        await stage.say("/coach-campaign launch")
        assert "still being counted" in stage.messages()[-1].text
        await stage.say("/coach-campaign list")
        assert "Spring of delegation" in stage.messages()[-1].text
        minutes = await _minutes(stage, 12)
        assert max(n for one in minutes for n in one.values()) <= A_MINUTE
        assert 5 < sum(bool(one) for one in minutes) < 10
        await stage.say("/coach-campaign status")
        assert "Reachable: 30,000 of 30,000" in stage.messages()[-1].text


# sending


async def test_a_workspace_that_takes_the_app_away_ends_the_invitations(store: Store) -> None:
    """Each ends in the ledger as failed, HR sees how many, and Slack is left in peace."""
    async with slack_stage(store, Clock(NOW), "en", owners=OWNER) as stage:
        await stage.say("/coach-campaign list")
        await _launched(stage, [{"team": TEAM, "user": f"U{n:05}"} for n in range(20)])
        stage.slack.fail_next("chat.postMessage", "token_revoked", times=10_000)
        before = len(stage.slack.of("chat.postMessage"))
        await stage.world.wait_until(START + timedelta(days=4))
        tried = len(stage.slack.of("chat.postMessage")) - before
        assert 20 <= tried <= 20 * 40
        assert await _ended(stage) == [Ended("failed", "failed", 20)]
        stage.slack._faults.clear()
        await stage.say("/coach-campaign report")
        assert "20 · the platform did not take the message" in stage.messages()[-1].text
        after = len(stage.slack.of("chat.postMessage"))
        await stage.world.wait(days=10)
        assert len(stage.slack.of("chat.postMessage")) == after


async def test_an_app_that_comes_back_in_time_sends_what_waits(store: Store) -> None:
    """A revocation of an hour costs nobody their invitation."""
    async with slack_stage(store, Clock(NOW), "en", owners=OWNER) as stage:
        await stage.say("/coach-campaign list")
        await _launched(stage, [{"team": TEAM, "user": f"U{n:05}"} for n in range(40)])
        stage.slack.fail_next("chat.postMessage", "account_inactive", times=10_000)
        await stage.world.wait_until(START + timedelta(hours=1))
        stage.slack._faults.clear()
        await stage.world.wait_until(START + timedelta(hours=3))
        assert await _ended(stage) == [Ended("sent", "invitation", 40)]
        assert all(len(stage.slack.seen_by(f"U{n:05}")) == 1 for n in range(40))


async def test_a_queue_longer_than_the_day_goes_on_the_next_morning(store: Store) -> None:
    """Slack takes nothing for the rest of the day; nobody is invited in the evening, or missed."""
    async with slack_stage(store, Clock(NOW), "en", owners=OWNER) as stage:
        await stage.say("/coach-campaign list")
        await _launched(stage, [{"team": TEAM, "user": f"U{n:05}"} for n in range(40)])
        stage.slack.fail_next("chat.postMessage", "ratelimited", retry_after=10 * 3600)
        await stage.world.wait_until(START + timedelta(hours=15))
        assert not any(stage.slack.seen_by(f"U{n:05}") for n in range(40))
        await stage.world.wait_until(START + timedelta(days=1, hours=3))
        assert await _ended(stage) == [Ended("sent", "invitation", 40)]
        assert all(len(stage.slack.seen_by(f"U{n:05}")) == 1 for n in range(40))


async def test_people_without_the_app_in_teams_are_counted_and_hold_up_nobody(
    store: Store,
) -> None:
    """Teams answers 403 for some; the others are invited, and HR sees how many were not."""
    async with teams_stage(store, Clock(NOW), "en", owners=frozenset()) as stage:
        await stage.say("campaign list")
        teams = stage.chat.teams
        own = (await _hr(stage)).address
        names = [f"mate{n}" for n in range(20)]
        teams.without_app |= {f"29:{name}" for name in names[::4]}
        shared = {key: own[key] for key in ("service_url", "tenant_id", "bot_id")}
        people = [{**shared, "user_id": f"29:{n}", "aad_object_id": n} for n in names]
        await _launched(stage, people)
        await stage.world.wait_until(START + timedelta(hours=3))
        assert await _ended(stage) == [
            Ended("failed", "unreachable", 5),
            Ended("sent", "invitation", 15),
        ]
        await stage.say("campaign report")
        assert "5 · the app or the account is gone" in stage.messages()[-1].text


async def _minutes(stage: SlackStage, number: int) -> list[Counter[str]]:
    """Let minutes pass, and say what Slack was asked in each."""
    asked: list[Counter[str]] = []
    for _ in range(number):
        before = len(stage.slack.calls)
        for _ in range(20):
            await stage.world.wait(seconds=3)
        told = (call.method for call in stage.slack.calls[before:])
        asked.append(Counter(method for method in told if not method.startswith("chat.")))
    return asked


async def _launched(stage: Stage, addresses: Sequence[Address]) -> None:
    """Let HR launch a campaign for people who are reached there."""
    hr = await _hr(stage)
    workspace, person = stage.identity

    def draft(uow: UnitOfWork) -> None:
        found = [_person(workspace, {**hr.address, **one}) for one in addresses]
        known = uow.people.gather(found)
        uow.roles.grant(Grant(hr.id, "hr", "", NOW))
        terms = replace(TERMS, themes=("delegation",), why={"en": "More room"})
        uow.campaigns.add(Campaign("c1", hr.id, NOW, terms))
        uow.campaigns.list_people("c1", [Invitee(one.id) for one in known.values()])
        launch = Card("go", hr.id, "campaign_launch", NOW, NOW + TOKEN_LIVES, {"campaign": "c1"})
        uow.cards.add(launch)

    await stage.world.change(draft)
    press = Clicked(
        id="launched",
        at=NOW,
        actor=Actor(workspace, person),
        address=hr.address,
        token="go",
        option="campaign:launch",
    )
    await stage.world.engine.handle(press)
    await stage.world.settle()
    assert (await _newest(stage)).state == "running"


def _person(workspace: str, address: Address) -> Coachee:
    name = address.get("user") or address["aad_object_id"]
    alone = {k: v for k, v in address.items() if k not in {"channel", "conversation_id"}}
    start = Coachee(name, workspace, name, alone, NOW, zone="Europe/Paris", zone_known=True)
    return replace(start, country="FR", lang="en")


async def _hr(stage: Stage) -> Coachee:
    found = await stage.me()
    assert found
    return found


async def _newest(stage: Stage) -> Campaign:
    every = await stage.world.look(lambda uow: uow.campaigns.all())
    return every[0]


async def _ended(stage: Stage) -> Sequence[Ended]:
    return await stage.world.look(lambda uow: uow.campaigns.ended("c1"))
