"""What a preview says is what then comes: message by message, over weeks and clock changes."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.campaigns.content import Assumption, Terms
from bot.language import LANGS
from storage.store import Store
from tests.campaign_runs import Run, previewed, run, somebody

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


def scene(first: date, assume: Assumption, *, share: float | None = None, **terms: object) -> Scene:
    made = Terms("Room to decide", ("delegation",), first, WHY)  # type: ignore[arg-type]
    at = datetime.combine(first, time(12), UTC) - timedelta(days=4)
    return Scene(replace(made, **terms), assume, at, share)  # type: ignore[arg-type]


SCENES = {
    "autumn": scene(date(2026, 10, 12), "all"),
    "spring": scene(date(2027, 3, 8), "all", themes=("meetings", "delegation")),
    "silence": scene(date(2026, 10, 12), "none"),
    "some": scene(date(2026, 10, 19), "last", share=0.5),
    "fortnightly": scene(date(2026, 12, 14), "all", pace="fortnightly"),
    "early": scene(date(2026, 11, 2), "all", window_from=time(7), window_until=time(20), weeks=2),
    "waves": scene(date(2026, 10, 19), "all", waves=2, apart=1, weeks=2),
}


def answering(lived: Run, one: Scene) -> frozenset[str]:
    """Who accepts and answers: of each group the first ones."""
    groups: dict[tuple[str, str], list[str]] = {}
    for who in lived.audience:
        person = who.coachee
        groups.setdefault((person.zone, person.lang), []).append(person.id)
    share = {"all": 1.0, "none": 0.0}.get(one.assume, one.share or 1.0)
    return frozenset(i for ids in groups.values() for i in ids[: round(share * len(ids))])


@pytest.mark.parametrize("name", SCENES)
async def test_the_public_preview_is_what_then_comes(store: Store, name: str) -> None:
    """Of people who have no private state every message comes as it was previewed."""
    one = SCENES[name]
    places = [(zone, lang) for zone in ZONES for lang in LANGS]
    audience = [somebody(n, *place, one.at) for n, place in enumerate(places * 1)]
    if one.share:
        audience = [somebody(n, *places[n % 4], one.at) for n in range(12)]
    async with run(store, one.terms, audience, one.at) as lived:
        await lived.launch()
        script = await lived.script(one.assume, one.share)
        invitees = await lived.invitees()
        positions = {i.position: who for who, i in invitees.items()}
        said = previewed(script, audience, positions)
        end = datetime.combine(one.terms.last_day, time(8), UTC) + timedelta(weeks=1)
        await lived.live(end, answering(lived, one))
        due = [one for one in said if one[1] < end]
        assert Counter(lived.came) - Counter(due) == Counter()
        assert Counter(due) - Counter(lived.came) == Counter()
        assert lived.came
