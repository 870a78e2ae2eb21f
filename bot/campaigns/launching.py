"""Launching: confirmed twice, drawn and locked, then planned in the background in chunks.

The confirmation only writes that the launch is wanted. Each chunk of the work is a due moment of
the campaign's own queue and one transaction; a process that dies leaves the cursor where it was.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.cadence import at_local
from bot.campaigns import roles
from bot.campaigns.audience import demand_counted, reach_of
from bot.campaigns.content import LEAST, Campaign, Group, Reach
from bot.campaigns.drafting import NotADraft
from bot.campaigns.drawing import draw
from bot.campaigns.speaking import of_campaign
from bot.errors import BotError
from bot.followups import plan
from bot.places import country_of
from bot.turn import Turn
from bot.workdays import Calendar

CHUNK = 5000
"""Invitations planned in one transaction, unless the engine was given another number."""

AT_ONCE = 1000
"""Teams put into a wave in one statement."""

WATCHED_EVERY = timedelta(hours=1)
BUSY_EVERY = timedelta(minutes=1)
"""How often the message of a campaign is brought up to date, ordinarily and while sending."""

PER_MINUTE: Mapping[str, int] = {"slack": 300, "teams": 2500}
"""Messages a platform takes in one workspace: Slack 'several hundred a minute', Teams 50 a second
(performance 5); on any other there is no limit that matters."""

FASTEST = 6000


class TooFew(BotError):
    """The audience is smaller than what keeps people from being told apart."""

    told = "campaign.too_few"


class DayPast(BotError):
    """The first day has gone by."""

    told = "campaign.day_past"


class NoTheme(BotError):
    """It has no theme."""

    told = "campaign.theme_missing"


class NoReason(BotError):
    """It does not say why people are invited."""

    told = "campaign.why_missing"


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a launch comes to.

    Attributes:
        people: who will be invited.
        first: when the first invitation goes out, as far as the window tells.
        last: the day on which the last week ends.
        lasts: how long sending takes at the platforms' limits.
    """

    people: int
    first: datetime
    last: date
    lasts: timedelta


def outlook(turn: Turn, campaign: Campaign) -> Outlook:
    """Look ahead at a launch, without changing anything.

    Raises:
        NotADraft, NotCounted, DayPast, NoTheme, NoReason, TooFew: it cannot be launched as it is.
    """
    reach = _demand_whole(turn, campaign)
    groups = turn.uow.campaigns.groups(campaign.id, default_zone=campaign.terms.zone)
    per_platform: dict[str, int] = {}
    for group in groups:
        per_platform[group.platform] = per_platform.get(group.platform, 0) + group.people
    minutes = [n / PER_MINUTE.get(platform, FASTEST) for platform, n in per_platform.items()]
    first = min(starts(campaign, groups).values())
    lasts = timedelta(minutes=max(minutes))
    return Outlook(reach.reachable, first, campaign.terms.last_day, lasts)


def launch(turn: Turn, campaign: Campaign) -> Campaign:
    """Begin to launch; the rest is done in the background.

    A launch confirmed twice, or by two people at once, is one.

    Raises:
        NotADraft, NotCounted, DayPast, NoTheme, NoReason, TooFew: it cannot be launched as it is.
    """
    if campaign.state in {"launching", "running"}:
        return campaign
    _demand_whole(turn, campaign)
    begun = replace(campaign, state="launching", seed=turn.new_id(), launched_at=turn.now)
    begun = turn.uow.campaigns.put(begun)
    roles.note(turn, "launched", campaign.id)
    work_on(turn, begun, "draw")
    return begun


def work_on(turn: Turn, campaign: Campaign, stage: str) -> None:
    """Let the background do something with a campaign, at once."""
    lane = of_campaign(turn, campaign)
    key = f"campaign_work:{campaign.id}:{stage}:{campaign.version}"
    plan(lane, "campaign_work", key, turn.now, campaign.id, stage)
    turn.soon = True


def drawn(lane: Turn, campaign: Campaign) -> Campaign:
    """Draw the waves, and lock the draw: from here on nobody can be put anywhere else.

    Everybody is in the first wave to begin with, so that without waves nothing is written.
    """
    terms = campaign.terms
    staggered = terms.waves > 1 or terms.pilot < 100  # noqa: PLR2004 - percent
    teams = lane.uow.campaigns.teams(campaign.id) if staggered else ()
    made = draw(teams, waves=terms.waves, pilot=terms.pilot, seed=campaign.seed)
    for wave in range(terms.waves + 1):
        of_wave = sorted(name for name, given in made.assignment.items() if given == wave)
        for start in range(0, len(of_wave) if wave != 1 else 0, AT_ONCE):
            lane.uow.campaigns.assign(campaign.id, wave, of_wave[start : start + AT_ONCE])
    return lane.uow.campaigns.put(replace(campaign, drawn=made.digest))


def planned(lane: Turn, campaign: Campaign, chunk: int) -> Campaign:
    """Plan the invitations of the next chunk; the campaign runs once nobody is left."""
    zones = lane.uow.campaigns.zones_of_next(campaign, chunk)
    reached = lane.uow.campaigns.plan(campaign, starts_in(campaign, zones), chunk)
    if reached is not None:
        return lane.uow.campaigns.put(replace(campaign, cursor=reached))
    # Whoever paused or stopped it meanwhile has the last word.
    state = "running" if campaign.state == "launching" else campaign.state
    running = lane.uow.campaigns.put(replace(campaign, state=state))
    watch(lane, running)
    return running


def starts(campaign: Campaign, groups: Sequence[Group]) -> dict[tuple[int, str], datetime]:
    """Return when each wave begins in the zones of groups."""
    return starts_in(campaign, sorted({group.zone for group in groups}))


def starts_in(campaign: Campaign, zones: Sequence[str]) -> dict[tuple[int, str], datetime]:
    """Return when each wave begins in each zone: on the first working day, from the window on."""
    waves = range(1, campaign.terms.waves + 1)
    return {(wave, zone): _start(campaign, wave, zone) for zone in zones for wave in waves}


def watch(lane: Turn, campaign: Campaign) -> None:
    """Look after a running campaign: every minute while invitations go out, else every hour."""
    soon = lane.uow.campaigns.overdue(campaign.id, lane.now + WATCHED_EVERY)
    at = lane.now + (BUSY_EVERY if soon else WATCHED_EVERY)
    plan(
        lane, "campaign_watch", f"campaign_watch:{campaign.id}:{at:%Y-%m-%dT%H:%M}", at, campaign.id
    )


def done_at(turn: Turn, campaign: Campaign) -> datetime | None:
    """Estimate when the invitations of the wave under way will be out; None if all are.

    What waits takes as long as the platforms' limits make it; what is still to come begins at
    its own hour.
    """
    waiting = turn.uow.campaigns.overdue(campaign.id, turn.now)
    last = turn.uow.campaigns.last_due(campaign.id, turn.now + WATCHED_EVERY * 24)
    if not waiting and last is None:
        return None
    slowest = min(PER_MINUTE.values())
    return max(last or turn.now, turn.now) + timedelta(minutes=waiting / slowest)


def _demand_whole(turn: Turn, campaign: Campaign) -> Reach:
    """Let pass a draft in which nothing is missing, and say whom it reaches."""
    terms = campaign.terms
    if campaign.state != "draft":
        raise NotADraft(campaign.id)
    demand_counted(campaign)
    if terms.first_day < turn.today:
        raise DayPast(campaign.id)
    if not terms.themes:
        raise NoTheme(campaign.id)
    if not terms.why:
        raise NoReason(campaign.id)
    reach = reach_of(turn, campaign)
    if reach.reachable < LEAST:
        raise TooFew(campaign.id)
    return reach


def _start(campaign: Campaign, wave: int, zone: str) -> datetime:
    day = Calendar(country_of(zone)).on_or_after(campaign.terms.starts_on(wave))
    return at_local(day, campaign.terms.window_from, ZoneInfo(zone))
