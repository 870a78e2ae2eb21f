"""Campaigns and whom they invite, as the tests of storage put them there."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol, TypeVar

from bot.campaigns.content import Campaign, Invitee, Source, Terms
from bot.people import Coachee
from bot.ports import UnitOfWork

T = TypeVar("T")
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
MONDAY = date(2026, 3, 9)
START = datetime(2026, 3, 9, 8, 0, tzinfo=UTC)
ADDRESS = {"platform": "slack", "team": "T1", "channel": "D1"}
TERMS = Terms("Listening", ("listening",), MONDAY)


class Do(Protocol):
    """Does one thing in a unit of work of its own, and commits."""

    def __call__(self, act: Callable[[UnitOfWork], T]) -> T: ...


def coachee(coachee_id: str, **changes: object) -> Coachee:
    """Return somebody whom nobody asked yet, in a zone that is known."""
    start = Coachee(
        coachee_id,
        "slack:T1",
        f"U-{coachee_id}",
        {"platform": "slack", "channel": f"D-{coachee_id}"},
        NOW,
        zone="Europe/Paris",
        zone_known=True,
    )
    return replace(start, **changes)  # type: ignore[arg-type]  # names are fields


def campaign(campaign_id: str = "c1", **changes: object) -> Campaign:
    """Return a draft."""
    start = Campaign(campaign_id, "hr", NOW, TERMS)
    return replace(start, **changes)  # type: ignore[arg-type]  # names are fields


def full_campaign() -> Campaign:
    """Return a campaign of which nothing is as it is at first."""
    terms = Terms(
        "Écouter d’abord",
        ("listening", "feedback"),
        MONDAY,
        why={"fr": "Parce que « oui »", "en": "Because"},
        weeks=6,
        pace="fortnightly",
        window_from=time(8, 30),
        window_until=time(10, 15),
        langs=("fr", "en"),
        pilot=25,
        waves=3,
        apart=2,
        measures=("kept", "confidence"),
        zone="Europe/Paris",
    )
    sources = (
        Source("channel", "C1", "#managers", ADDRESS, state="read", found=12),
        Source("people", "", "", ADDRESS, ids=("U1", "U2"), fault="gone"),
    )
    return Campaign(
        "full",
        "hr",
        NOW,
        terms,
        "running",
        sources,
        seed="abc",
        drawn="def",
        cursor=7,
        launched_at=NOW,
        closed_at=NOW + timedelta(days=40),
        watchers={"hr": "token", "boss": "other"},
        version=3,
    )


def people(number: int, **changes: object) -> list[Coachee]:
    """Return several, `p01` first."""
    return [coachee(f"p{n:02}", **changes) for n in range(1, number + 1)]


def listed(uow: UnitOfWork, everybody: Iterable[Coachee]) -> Campaign:
    """Add a draft and people who are on its list, all in its first wave."""
    return listed_in(uow, campaign(), everybody)


def listed_in(uow: UnitOfWork, one: Campaign, everybody: Iterable[Coachee]) -> Campaign:
    """Add this campaign and people who are on its list, all in its first wave."""
    known = uow.people.gather(list(everybody))
    uow.campaigns.add(one)
    uow.campaigns.list_people(one.id, [Invitee(person.id) for person in known.values()])
    return one


def everybody_on(uow: UnitOfWork, campaign_id: str, ids: Iterable[str]) -> list[Invitee]:
    """Find who is on a list under some accounts, in order of position."""
    found = [uow.campaigns.invitee(campaign_id, coachee_id) for coachee_id in ids]
    return sorted((one for one in found if one), key=lambda one: one.position)
