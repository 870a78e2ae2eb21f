"""What a preview says is what then comes: message by message, over weeks and clock changes."""

import asyncio
import shutil
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.campaigns.content import Assumption, Terms
from bot.language import LANGS
from bot.people import Slot
from storage.store import Store, open_store
from tests.campaign_runs import (
    Somebody,
    having_got,
    previewed,
    rehearsed,
    run,
    somebody,
    taking_part,
)
from tests.databases import KEY

ZONES = (
    "Europe/Paris",
    "America/New_York",
    "Africa/Cairo",
    "Australia/Sydney",
    "Asia/Kolkata",
    "Pacific/Apia",
)

WHY = {"en": "You asked for more room to decide.", "fr": "Vous vouliez plus de latitude."}


@dataclass(frozen=True, slots=True)
class Scene:
    """A campaign as HR could launch it."""

    terms: Terms
    assume: Assumption
    at: datetime
    share: float | None = None


def scene(
    first: date,
    assume: Assumption = "all",
    *,
    at: datetime | None = None,
    share: float | None = None,
    **terms: object,
) -> Scene:
    """Set a scene; the launch is some days before the first one."""
    made = Terms("Room to decide", ("delegation",), first, WHY)  # type: ignore[arg-type]  # keys are languages
    before = datetime.combine(first, time(12), UTC) - timedelta(days=4)
    changed = replace(made, **terms)  # type: ignore[arg-type]  # names are fields
    return Scene(changed, assume, at or before, share)


SCENES = {
    "over the end of summer time": scene(date(2026, 10, 12)),
    "over its beginning": scene(date(2027, 3, 8), themes=("meetings", "delegation")),
    "nobody answers": scene(date(2026, 10, 12), "none"),
    "half answer": scene(date(2026, 10, 19), "last", share=0.5),
    "every second week, over the holidays": scene(date(2026, 12, 14), pace="fortnightly"),
    "a window beyond the hours of work": scene(
        date(2026, 11, 2), window_from=time(7), window_until=time(20), weeks=2
    ),
    "two waves": scene(date(2026, 10, 19), waves=2, apart=1, weeks=2),
    "launched in the window": scene(
        date(2026, 11, 9), at=datetime(2026, 11, 9, 8, 30, tzinfo=UTC), weeks=2
    ),
    "in one language": scene(date(2026, 11, 9), langs=("fr",), weeks=2),
}


def audience_of(one: Scene) -> list[Somebody]:
    """Two people in each of six places, in both languages; fewer places for larger groups."""
    places = [(zone, lang) for zone in ZONES for lang in LANGS]
    some = places[:4] if one.share else places
    return [somebody(n, *some[n % len(some)], one.at) for n in range(len(places))]


def answering(audience: list[Somebody], one: Scene) -> frozenset[str]:
    """Who accepts and answers: of each group the first ones."""
    groups: dict[tuple[str, str], list[str]] = {}
    for who in audience:
        person = who.coachee
        groups.setdefault((person.zone, person.lang), []).append(person.id)
    share = {"all": 1.0, "none": 0.0}.get(one.assume, one.share or 1.0)
    return frozenset(i for ids in groups.values() for i in ids[: round(share * len(ids))])


async def compared(store: Store, one: Scene) -> None:
    """Launch a campaign and live through it; everything comes as it was previewed."""
    audience = audience_of(one)
    async with run(store, one.terms, audience, one.at, answering(audience, one)) as lived:
        await lived.launch()
        script = await lived.script(one.assume, one.share)
        positions = {i.position: who for who, i in (await lived.invitees()).items()}
        said = Counter(previewed(script, positions))
        await lived.live()
        over = await lived.ends()
        came = Counter(one for one in lived.came if one[1] < over[one[0]])
        assert came - said == Counter(), "it came, and was not in the preview"
        assert said - came == Counter(), "it was in the preview, and did not come"
        assert len(came) >= len(audience)


@pytest.mark.parametrize("name", SCENES)
async def test_the_public_preview_is_what_then_comes(sqlite_store: Store, name: str) -> None:
    """Of people who have no private state every message comes as it was previewed."""
    await compared(sqlite_store, SCENES[name])


@pytest.mark.parametrize("name", ["nobody answers"])
async def test_it_is_the_same_on_the_other_database(postgres_store: Store, name: str) -> None:
    """What is due at the same moment comes in the same order whatever the database."""
    await compared(postgres_store, SCENES[name])


async def rehearsed_alike(store: Store, audience: list[Somebody], one: Scene) -> None:
    """Launch a campaign for people as they are; each lives as in the rehearsal for them."""
    everybody = frozenset(who.coachee.id for who in audience[::2])
    async with run(store, one.terms, audience, one.at, everybody) as lived:
        await lived.launch()
        script, invitees = await lived.script("all"), await lived.invitees()
        await lived.live()
        until = max((await lived.ends()).values())
        ended = await lived.ended()
        for who in audience:
            person = who.coachee.id
            came, how = rehearsed(lived, script, who, invitees[person], until)
            assert [c for c in lived.came if c[0] == person] == came
            assert {e for e in ended if e[0] == person} == how


async def test_who_has_a_private_state_is_rehearsed_as_they_are(sqlite_store: Store) -> None:
    """A pause, a stop, a full week, an own slot: all that holds back in earnest does so here."""
    one = scene(date(2026, 10, 19), weeks=2)
    monday = datetime(2026, 10, 19, 7, tzinfo=UTC)
    crowd = audience_of(one)
    crowd[0] = somebody(0, ZONES[0], "en", one.at, paused_until=monday + timedelta(days=3))
    crowd[1] = somebody(1, ZONES[0], "fr", one.at, paused_until=monday + timedelta(days=60))
    crowd[2] = somebody(2, ZONES[1], "en", one.at, state="stopped", stopped_at=one.at)
    crowd[3] = somebody(3, ZONES[1], "fr", one.at, state="on_call")
    crowd[4] = having_got(crowd[4], monday, monday + timedelta(hours=1))
    crowd[5] = having_got(crowd[5], monday)
    crowd[6] = taking_part(crowd[6], Slot(2, time(14)), one.at)
    crowd[7] = taking_part(crowd[7], Slot(0, time(9)), one.at, "monthly")
    crowd[8] = somebody(8, ZONES[4], "en", one.at, reachable=False)
    await rehearsed_alike(sqlite_store, crowd, one)


people = st.fixed_dictionaries(
    {
        "zone": st.sampled_from(ZONES),
        "lang": st.sampled_from(LANGS),
        "state": st.sampled_from(["new", "new", "active", "active", "on_call", "stopped"]),
        "pause": st.none() | st.integers(1, 9),
        "slot": st.builds(Slot, st.integers(0, 6), st.sampled_from([time(7), time(9), time(16)])),
        "pace": st.sampled_from(["weekly", "fortnightly", "monthly"]),
        "got": st.lists(st.integers(0, 6), max_size=2, unique=True),
    }
)


@settings(
    max_examples=5,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],  # a run is too long to be shortened in good time
)
@given(
    crowd=st.lists(people, min_size=12, max_size=12),
    first=st.dates(date(2026, 9, 1), date(2027, 6, 30)),
    hours=st.sampled_from([(7, 9), (9, 11), (9, 18), (16, 20)]),
)
def test_any_audience_lives_as_it_was_rehearsed(
    sqlite_migrated: Path,
    tmp_path_factory: pytest.TempPathFactory,
    crowd: list[dict[str, Any]],
    first: date,
    hours: tuple[int, int],
) -> None:
    """Whoever is invited, wherever and whenever: every message and every reason is as rehearsed."""
    since, until = (time(hour) for hour in hours)
    one = scene(first, weeks=1, window_from=since, window_until=until)
    audience = [drawn(n, one, **who) for n, who in enumerate(crowd)]
    path = shutil.copy(sqlite_migrated, tmp_path_factory.mktemp("run") / "declic.sqlite3")
    store = open_store(f"sqlite:///{path}", KEY)
    try:
        asyncio.run(rehearsed_alike(store, audience, one))
    finally:
        store.close()


def drawn(number: int, one: Scene, **who: Any) -> Somebody:
    """Make somebody of what was drawn."""
    day = datetime.combine(one.terms.first_day, time(8), UTC)
    until = day + timedelta(days=who["pause"]) if who["pause"] else None
    made = somebody(number, who["zone"], who["lang"], one.at, paused_until=until)
    made = having_got(made, *(day - timedelta(days=n) for n in who["got"]))
    if who["state"] == "active":
        return taking_part(made, who["slot"], one.at, who["pace"])
    return replace(made, coachee=replace(made.coachee, state=who["state"]))
