"""Casting: people of a group differ in the minute alone, so that one is played for many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from math import ceil
from zoneinfo import ZoneInfo

from bot.cadence import LATE, at_local, weeks_of
from bot.campaigns.content import Campaign, Group, Invitee
from bot.campaigns.launching import starts
from bot.campaigns.previewing import Script
from bot.campaigns.rehearsal.rehearsing import Played
from bot.people import Coachee
from bot.places import country_of, tz_of

EVERYBODY = 100


@dataclass(frozen=True, slots=True)
class Part:
    """People of a group who do the same, invited in one stretch of the window.

    Attributes:
        group: of which they are; its `people` counts all of the group.
        answers: whether they accept and answer.
        opens: when the window begins where they are.
        since: the first second of the stretch, from when the window begins.
        until: the last one.
        window: how many seconds it has in all.
        positions: theirs, ascending; a position, modulo the window, is a second of it.
    """

    group: Group
    answers: bool
    opens: datetime
    since: int
    until: int
    window: int
    positions: Sequence[int]

    @property
    def seconds(self) -> tuple[int, int]:
        """The first and last second in which somebody of them is invited."""
        every = [position % self.window for position in self.positions]
        return min(every), max(every)

    @property
    def tz(self) -> ZoneInfo:
        """Where they are."""
        return tz_of(self.group.zone)


def parts(script: Script, begins: datetime) -> Iterator[Part]:
    """Divide all people into parts that are played as one.

    Args:
        script: what is to be played.
        begins: when the campaign is launched.
    """
    campaign, window = script.campaign, script.campaign.terms.window
    opens = starts(campaign, script.groups, begins)
    for group, positions in zip(script.groups, script.positions, strict=True):
        for wave, of_wave in _waves(campaign, group, positions):
            for answers, some in _answering(script, of_wave):
                here = replace(group, wave=wave)
                whole = Part(here, answers, opens[wave, group.zone], 0, window - 1, window, some)
                yield from _stretches(whole, begins)


def ends(campaign: Campaign, part: Part) -> datetime:
    """Return when a campaign is over for a part: once it was asked whether to go on."""
    day = campaign.terms.ends_on(part.group.wave) + timedelta(weeks=weeks_of(campaign.terms.pace))
    return at_local(day, campaign.terms.window_from, part.tz)


def played(campaign: Campaign, part: Part, second: int, *, answers: bool) -> Played:
    """Return somebody of a part, invited in a second of the window."""
    group = part.group
    person = Coachee(
        id="somebody",
        workspace=f"{group.platform}:rehearsal",
        person="somebody",
        address={"platform": group.platform, "person": "somebody"},
        created_at=campaign.created_at,
        lang=group.lang,
        zone=group.zone,
        zone_known=True,
        country=group.country or country_of(group.zone),
    )
    position = second or campaign.terms.window
    one = Invitee(person.id, zone=group.zone, position=position, wave=group.wave)
    return Played(person, one, answers)


def _waves(
    campaign: Campaign, group: Group, positions: Sequence[int]
) -> Iterator[tuple[int, Sequence[int]]]:
    """Return who is in which wave; before the draw each group is divided as evenly as a draw does.

    Who is outside the pilot hears nothing.
    """
    terms = campaign.terms
    if campaign.drawn or (terms.waves == 1 and terms.pilot >= EVERYBODY):
        if group.wave:
            yield group.wave, positions
        return
    taken = -(-len(positions) * terms.pilot // EVERYBODY)
    for wave in range(1, terms.waves + 1):
        yield wave, positions[wave - 1 : taken : terms.waves]


def _answering(script: Script, positions: Sequence[int]) -> Iterator[tuple[bool, Sequence[int]]]:
    """Divide people by whether they accept and answer: the first ones do, the others do not."""
    share = {"all": 1.0, "none": 0.0}.get(script.asked.assumption, script.share)
    many = round((1.0 if share is None else share) * len(positions))
    yield True, positions[:many]
    yield False, positions[many:]


def _stretches(whole: Part, begins: datetime) -> Iterator[Part]:
    """Divide the window where a minute may change more than the minute."""
    inside = (edge for edge in _edges(whole, begins) if 0 < edge < whole.window)
    for since, after in pairwise((0, *inside, whole.window)):
        some = [p for p in whole.positions if since <= p % whole.window < after]
        if some:
            yield replace(whole, since=since, until=after - 1, positions=some)


def _edges(part: Part, begins: datetime) -> list[int]:
    """Return when work begins and ends, and what a launch in the window comes too late for."""
    day = part.opens.astimezone(part.tz).date()
    anybody = Coachee("", "", "", {}, part.opens)
    hours = [at_local(day, at, part.tz) for at in (anybody.work_from, anybody.work_until)]
    moments = [*hours, begins, begins - LATE]
    return sorted({ceil((at - part.opens).total_seconds()) for at in moments})
