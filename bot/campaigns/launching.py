"""Launching: confirmed twice, drawn and locked, then planned in the background in chunks.

The confirmation only writes that the launch is wanted. Each chunk of the work is a due moment of
the campaign's own queue and one transaction; a process that dies leaves the cursor where it was.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.cadence import at_local
from bot.campaigns import roles
from bot.campaigns.audience import demand_counted, reach_of
from bot.campaigns.content import LEAST, Campaign, Group, Reach, Terms
from bot.campaigns.drafting import NotADraft
from bot.campaigns.drawing import EVERYBODY, draw
from bot.campaigns.speaking import of_campaign
from bot.campaigns.tallies import planned_now
from bot.errors import BotError
from bot.followups import plan
from bot.places import country_of, tz_of
from bot.turn import Turn
from bot.workdays import Calendar

CHUNK = 5000
"""Invitations planned in one transaction, unless the engine was given another number."""

AT_ONCE = 1000
"""Teams put into a wave in one statement."""

WATCHED_EVERY = timedelta(hours=1)
BUSY_EVERY = timedelta(minutes=5)
"""How often a campaign is looked after while invitations are near, and while they go out."""

DAY = timedelta(days=1)

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
        people: who will be invited; of a pilot of teams about so many.
        listed: the whole audience, whoever cannot be invited included.
        first: when the first invitation goes out, as far as the window tells.
        last: the day on which the last week ends.
        lasts: how long sending takes at the platforms' limits.
    """

    people: int
    listed: int
    first: datetime
    last: date
    lasts: timedelta


def outlook(turn: Turn, campaign: Campaign) -> Outlook:
    """Look ahead at a launch, without changing anything.

    Raises:
        NotADraft, NotCounted, DayPast, NoTheme, NoReason, TooFew: it cannot be launched as it is.
    """
    reach, share = _demand_whole(turn, campaign), campaign.terms.pilot
    groups = turn.uow.campaigns.groups(campaign.id, default_zone=campaign.terms.zone)
    per_platform: dict[str, int] = {}
    for group in groups:
        per_platform[group.platform] = per_platform.get(group.platform, 0) + group.people
    minutes = [n / PER_MINUTE.get(platform, FASTEST) for platform, n in per_platform.items()]
    first = min(starts(campaign, groups, turn.now).values())
    lasts = timedelta(minutes=max(minutes) * share / EVERYBODY)
    people = _invited(campaign, reach)
    return Outlook(people, reach.people, first, campaign.terms.last_day, lasts)


def lacks(turn: Turn, terms: Terms) -> list[type[BotError]]:
    """Return what keeps terms from being launched; none where they are whole."""
    missing: dict[type[BotError], bool] = {
        DayPast: terms.first_day < turn.today,
        NoTheme: not terms.themes,
        NoReason: not terms.why,
    }
    return [lack for lack, lacking in missing.items() if lacking]


def launch(turn: Turn, campaign: Campaign) -> Campaign:
    """Begin to launch; the rest is done in the background.

    A launch confirmed twice, or by two people at once, is one.

    Raises:
        NotADraft, NotCounted, DayPast, NoTheme, NoReason, TooFew: it cannot be launched as it is.
    """
    if campaign.state in {"launching", "running"}:
        return campaign
    figures = {"people": str(_demand_whole(turn, campaign).people)}
    begun = replace(
        campaign, state="launching", seed=turn.new_id(), launched_at=turn.now, figures=figures
    )
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
    teams = lane.uow.campaigns.teams(campaign.id) if terms.staggered else ()
    made = draw(teams, waves=terms.waves, pilot=terms.pilot, seed=campaign.seed)
    for wave in range(terms.waves + 1):
        of_wave = sorted(name for name, given in made.assignment.items() if given == wave)
        for start in range(0, len(of_wave) if wave != 1 else 0, AT_ONCE):
            lane.uow.campaigns.assign(campaign.id, wave, of_wave[start : start + AT_ONCE])
    return lane.uow.campaigns.put(replace(campaign, drawn=made.digest))


def planned(lane: Turn, campaign: Campaign, chunk: int) -> Campaign:
    """Plan the invitations of the next chunk; the campaign runs once nobody is left."""
    zones = lane.uow.campaigns.zones_of_next(campaign, chunk)
    starting = starts_in(campaign, zones, campaign.launched_at or lane.now)
    reached = lane.uow.campaigns.plan(campaign, starting, chunk)
    if reached is not None:
        return lane.uow.campaigns.put(replace(campaign, cursor=reached))
    # Whoever paused or stopped it meanwhile has the last word.
    state = "running" if campaign.state == "launching" else campaign.state
    figures = {**campaign.figures, "planned": str(planned_now(lane.uow, campaign))}
    running = lane.uow.campaigns.put(replace(campaign, state=state, figures=figures))
    watch(lane, running)
    return running


def starts(
    campaign: Campaign, groups: Sequence[Group], begins: datetime
) -> dict[tuple[int, str], datetime]:
    """Return when each wave begins in the zones of groups; `begins` is when it is launched."""
    return starts_in(campaign, sorted({group.zone for group in groups}), begins)


def starts_in(
    campaign: Campaign, zones: Sequence[str], begins: datetime
) -> dict[tuple[int, str], datetime]:
    """Return when each wave begins in each zone: on the first working day, from the window on.

    Where that day's window is over at the launch, it is the next working day.
    """
    waves = range(1, campaign.terms.waves + 1)
    return {(wave, zone): _start(campaign, wave, zone, begins) for zone in zones for wave in waves}


def watch(lane: Turn, campaign: Campaign) -> None:
    """Look after a campaign again: often while invitations go out, daily while none is near.

    There is one look ahead at a time, whoever plans it.
    """
    near = lane.uow.campaigns.overdue(campaign.id, lane.now + DAY)
    soon = near and lane.uow.campaigns.overdue(campaign.id, lane.now + WATCHED_EVERY)
    at = lane.now + (BUSY_EVERY if soon else WATCHED_EVERY if near else DAY)
    over = at_local(campaign.terms.last_day + DAY, time(), lane.coachee.tz)
    at = min(at, over) if over > lane.now else at
    lane.uow.moments.cancel(campaign.lane, ["campaign_watch"])
    key = f"campaign_watch:{campaign.id}:{at:%Y-%m-%dT%H:%M}"
    plan(lane, "campaign_watch", key, at, campaign.id)


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
    if campaign.state != "draft":
        raise NotADraft(campaign.id)
    demand_counted(campaign)
    for lack in lacks(turn, campaign.terms):
        raise lack(campaign.id)
    reach = reach_of(turn, campaign)
    if _invited(campaign, reach) < LEAST:
        raise TooFew(campaign.id)
    return reach


def _invited(campaign: Campaign, reach: Reach) -> int:
    """Return how many are invited; of a pilot of teams about so many."""
    return -(-reach.reachable * campaign.terms.pilot // EVERYBODY)


def _start(campaign: Campaign, wave: int, zone: str, begins: datetime) -> datetime:
    calendar, tz, terms = Calendar(country_of(zone)), tz_of(zone), campaign.terms
    day = calendar.on_or_after(terms.starts_on(wave))
    if at_local(day, terms.window_until, tz) <= begins:
        day = calendar.next_workday(begins.astimezone(tz).date())
    return at_local(day, terms.window_from, tz)
