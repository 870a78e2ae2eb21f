"""HR asks for a preview in the chat: worked out beside everything else, of what is public alone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from adapters.engine import Engine
from bot.campaigns.arrivals import Rehearse
from bot.campaigns.content import Assumption, Campaign, Group, Terms
from bot.campaigns.preview import Line, Preview
from bot.campaigns.previewing import Script
from bot.campaigns.rehearsal.casting import parts
from bot.campaigns.rehearsal.time_machine import TimeMachine
from bot.conversation import Conversation
from bot.places import country_of
from bot.speech import Speech
from storage.sandbox import open_sandbox
from storage.store import Store
from tests.hr import company
from tests.world import library

BEFORE = datetime(2026, 10, 1, tzinfo=UTC)
TERMS = Terms("Room", ("delegation",), date(2026, 10, 12), {"en": "Why", "fr": "Pourquoi"}, weeks=1)
PARIS = Group("slack", "Europe/Paris", "en", "FR", 1, 0)


def group(zone: str, people: int, *, first: int = 1) -> tuple[Group, Sequence[int]]:
    positions = range(first, first + people)
    one = replace(PARIS, zone=zone, country=country_of(zone), people=people)
    return replace(one, first=first, last=positions[-1]), positions


def script(
    *groups: tuple[Group, Sequence[int]],
    terms: Terms = TERMS,
    assume: Assumption = "none",
    share: float | None = None,
) -> Script:
    campaign = Campaign("c1", "hr", BEFORE, terms)
    who, where = zip(*groups, strict=True)
    return Script(Rehearse("ask", "hr", "c1", assume, ""), campaign, who, where, "basis", share)


def preview(played: Script) -> Preview:
    machine = TimeMachine(
        open_sandbox,
        Conversation(lambda: NotImplemented, library(), lambda: ""),
        Speech(library(), lambda: ""),
    )
    return machine.preview(played, BEFORE, lambda _done, _of: None)


def times(lines: Sequence[Line]) -> list[tuple[str, str, str, str, int]]:
    return [
        (f"{one.day:%d}", f"{one.since:%H:%M:%S}", f"{one.until:%H:%M:%S}", one.fate, one.people)
        for one in lines
    ]


def test_a_group_of_thousands_is_one_line_from_its_first_to_its_last_minute() -> None:
    """The window of two hours is filled a second a person, over and over."""
    few, many = (
        preview(script(group("Europe/Paris", 90))),
        preview(script(group("Europe/Paris", 30_000))),
    )
    assert times(few.lines) == [("12", "09:00:01", "09:01:30", "sent", 90)]
    assert times(many.lines) == [("12", "09:00:00", "10:59:59", "sent", 30_000)]


def test_what_begins_before_work_does_is_put_off_to_its_beginning() -> None:
    """Who is invited at seven hears at nine, and the line says why not before."""
    early = replace(TERMS, window_from=time(8), window_until=time(10))
    found = preview(script(group("Europe/Paris", 7200), terms=early)).lines
    assert times(found) == [
        ("12", "08:00:00", "08:59:59", "moved", 3600),
        ("12", "09:00:00", "09:59:59", "sent", 7200),
    ]
    assert found[0].reason == "outside_hours"


def test_a_public_holiday_puts_the_first_day_off_where_it_is_one() -> None:
    """11 November is a day off in France and none in Japan."""
    armistice = replace(TERMS, first_day=date(2026, 11, 11))
    both = script(group("Europe/Paris", 5), group("Asia/Tokyo", 5, first=6), terms=armistice)
    found = {line.group.zone: line.day.day for line in preview(both).lines}
    assert found == {"Europe/Paris": 12, "Asia/Tokyo": 11}


def test_a_draft_divides_each_group_into_its_waves_and_leaves_the_rest_alone() -> None:
    """Before the draw nobody is in a wave: half of forty, in two waves a week apart."""
    staggered = replace(TERMS, waves=2, apart=1, pilot=50)
    found = preview(script(group("Europe/Paris", 40), terms=staggered)).lines
    assert Counter({(f"{one.day:%d}", one.group.wave): one.people for one in found}) == Counter(
        {("12", 1): 10, ("19", 2): 10}
    )


def test_as_in_the_last_campaign_the_share_of_each_group_answers() -> None:
    """All are invited, and a quarter of forty hear more; without a last one all do."""
    some = preview(script(group("Europe/Paris", 40), assume="last", share=0.25))
    assert some.share == 0.25
    assert {one.kind: one.people for one in some.lines if one.fate == "sent"}["session"] == 10
    assert [one.people for one in some.lines if one.kind == "invitation"] == [40]
    every = preview(script(group("Europe/Paris", 40), assume="last"))
    assert every.share is None
    assert every.lines == preview(script(group("Europe/Paris", 40), assume="all")).lines


def test_places_that_are_alike_are_played_alike() -> None:
    """Two zones with the same days off get the same at the same hour of their own."""
    rome, malta = group("Europe/Rome", 5), group("Europe/Vatican", 5, first=6)
    found = preview(script(rome, malta, assume="all")).lines
    by_zone = {
        zone: [(one.day, one.kind, one.fate) for one in found if one.group.zone == zone]
        for zone in ("Europe/Rome", "Europe/Vatican")
    }
    assert len(by_zone["Europe/Rome"]) > 3
    assert {one.tz.key for one in parts(script(rome, malta), BEFORE)} == set(by_zone)


async def test_a_preview_fills_its_message_and_says_what_it_assumes(sqlite_store: Store) -> None:
    """It is asked for, worked out in the background, and switched in the same message."""
    async with company(sqlite_store) as made:
        hr = made.hr
        await hr.draft(weeks="2")
        await hr.press("campaign:preview")
        assert "I am playing the weeks through" in hr.page
        await hr.world.settle_preview()
        assert "everybody accepts and answers" in hr.page
        assert "invitation to a campaign · 12 people" in hr.page
        assert "session" in hr.page
        before = len(hr.messages)
        await hr.press("campaign:assume:none")
        await hr.world.settle_preview()
        assert "nobody answers" in hr.page
        assert "session" not in hr.page
        assert len(hr.messages) == before


async def test_what_people_said_or_chose_changes_nothing_in_a_preview(sqlite_store: Store) -> None:
    """Somebody who paused or said stop is previewed as everybody else, so that it tells nothing."""
    async with company(sqlite_store, 0) as made:
        one, other, third, *_ = made.hire(12)
        campaign = await made.hr.draft(weeks="2")
        first = await _script(made.world.engine, campaign)
        await made.be(one, state="stopped", stopped_at=made.world.clock())
        await made.be(other, paused_until=made.world.clock() + timedelta(days=90))
        await made.be(third, state="on_call")
        assert await _script(made.world.engine, campaign) == first


async def test_the_end_of_the_process_ends_what_is_under_way(sqlite_store: Store) -> None:
    """A preview that is being worked out is given up at once, and can be asked for again."""
    async with company(sqlite_store) as made:
        made.hire(8, zone="America/Sao_Paulo")
        made.hire(8, lang="fr", zone="Asia/Tokyo")
        draft = await made.hr.draft(weeks="12")
        await made.hr.press("campaign:preview")
        rehearsals = made.world.engine.rehearsals
        assert rehearsals
        await rehearsals.close()
        kept = await made.world.look(lambda uow: uow.campaigns.preview(draft.id, "all"))
        assert kept is None
        assert "I am playing the weeks through" in made.hr.page


@pytest.mark.parametrize("assume", ["all", "none"])
def test_a_preview_begins_with_the_invitations(assume: Assumption) -> None:
    """Nothing comes to anybody before they were invited."""
    found = preview(script(group("Europe/Paris", 5), assume=assume)).lines
    assert found[0].kind == "invitation"
    assert sum(one.kind == "invitation" for one in found) == 1


async def _script(engine: Engine, campaign: Campaign) -> Script | None:
    asked = Rehearse("ask", "hr", campaign.id, "all", "")
    return await engine.store.run_read(engine.conversation.script, asked)
