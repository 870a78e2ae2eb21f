"""Who can be invited: one condition for counting, drawing and planning."""

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Text,
    bindparam,
    case,
    func,
    literal,
    select,
    update,
)
from typing_extensions import override

from bot.campaigns.content import DrawnTeam, Group, Invitee, Reach
from bot.language import Lang
from bot.places import country_of
from storage.campaign_part import LISTED, CampaignPart
from storage.spellings import among
from storage.tables import campaign_people, campaigns, people

OF = campaign_people.c.campaign_id == bindparam("of_campaign")
WITH_ACCOUNTS = campaign_people.outerjoin(people, people.c.id == campaign_people.c.coachee_id)

ZONE: ColumnElement[str] = case(
    (campaign_people.c.zone != "", campaign_people.c.zone),
    (people.c.zone_known, people.c.zone),
    else_=bindparam("default_zone", type_=Text),
)
"""By which somebody's times are told: a list's zone, else the account's, else a campaign's."""

PROBLEM: ColumnElement[str] = case(
    (campaign_people.c.problem.not_in(("", "no_zone")), campaign_people.c.problem),
    (people.c.reachable.is_not(True), literal("not_installed")),
    (ZONE == "", literal("no_zone")),
    else_=literal(""),
)
"""Why somebody cannot be invited; empty of whoever can be. To be selected `WITH_ACCOUNTS`."""

_problem = PROBLEM.label("problem")
_REACH = (
    select(_problem, func.count().label("people"))
    .select_from(WITH_ACCOUNTS)
    .where(OF)
    .group_by(_problem)
)
_TROUBLED = (
    select(*(column for column in LISTED if column.name != "problem"), _problem)
    .select_from(WITH_ACCOUNTS)
    .where(OF, PROBLEM != "")
    .order_by(campaign_people.c.position)
    .limit(bindparam("most"))
)
_TERMS = select(campaigns.c.terms).where(campaigns.c.id == bindparam("of_campaign"))
_ALONE = campaign_people.c.team == ""
_ALONE_NAMED = re.compile(r"#[0-9]+")
_REACHED = select().select_from(WITH_ACCOUNTS).where(OF, PROBLEM == "")
_TEAMS = (
    _REACHED.add_columns(
        campaign_people.c.team, func.max(campaign_people.c.site), func.count().label("size")
    )
    .where(~_ALONE)
    .group_by(campaign_people.c.team)
)
_SINGLES = _REACHED.add_columns(campaign_people.c.position, campaign_people.c.site).where(_ALONE)
_INTO = update(campaign_people).where(OF).values(wave=bindparam("to_wave"))
_ASSIGN = _INTO.where(campaign_people.c.team.in_(among("teams")))
_ASSIGN_ALONE = _INTO.where(
    _ALONE, campaign_people.c.position.in_(bindparam("positions", expanding=True))
)
_SHARED: tuple[ColumnElement[Any], ...] = (
    people.c.address["platform"].as_string().label("platform"),
    ZONE.label("zone"),
    people.c.lang,
    campaign_people.c.wave,
)
_GROUPS = _REACHED.add_columns(
    *_SHARED,
    func.count().label("people"),
    func.min(campaign_people.c.position),
    func.max(campaign_people.c.position),
).group_by(*_SHARED)

_PLACES = _REACHED.add_columns(*_SHARED, campaign_people.c.position).order_by(
    campaign_people.c.position
)


class CampaignReach(CampaignPart):
    """What people said or chose is in none of these queries."""

    @override
    def reach(self, campaign_id: str, *, default_zone: str) -> Reach:
        which = {"of_campaign": campaign_id, "default_zone": default_zone}
        counted = {row.problem: row.people for row in self._scope.execute(_REACH, which)}
        everybody = sum(counted.values())
        counted.pop("", None)
        return Reach(everybody, counted)

    @override
    def troubled(self, campaign_id: str, limit: int, *, default_zone: str) -> Sequence[Invitee]:
        which = {"of_campaign": campaign_id, "default_zone": default_zone, "most": limit}
        return self._invitees(_TROUBLED, **which)

    @override
    def teams(self, campaign_id: str) -> Sequence[DrawnTeam]:
        terms = self._scope.execute(_TERMS, {"of_campaign": campaign_id}).scalar()
        which = {"of_campaign": campaign_id, "default_zone": terms["zone"] if terms else ""}
        teams = [DrawnTeam(*row) for row in self._scope.execute(_TEAMS, which)]
        alone = self._scope.execute(_SINGLES, which)
        teams += [DrawnTeam(f"#{row.position}", row.site, 1) for row in alone]
        return sorted(teams, key=lambda team: team.name)

    @override
    def assign(self, campaign_id: str, wave: int, teams: Sequence[str]) -> None:
        which = {"of_campaign": campaign_id, "to_wave": wave}
        alone = [int(name[1:]) for name in teams if _ALONE_NAMED.fullmatch(name)]
        named = [name for name in teams if name and not _ALONE_NAMED.fullmatch(name)]
        if alone:
            self._scope.execute(_ASSIGN_ALONE, which | {"positions": alone})
        if named:
            self._scope.execute(_ASSIGN, which | {"teams": named})

    @override
    def groups(self, campaign_id: str, *, default_zone: str) -> Sequence[Group]:
        which = {"of_campaign": campaign_id, "default_zone": default_zone}
        rows = sorted(self._scope.execute(_GROUPS, which))
        return [_group(*row) for row in rows]

    @override
    def positions(self, campaign_id: str, *, default_zone: str) -> Sequence[Sequence[int]]:
        which = {"of_campaign": campaign_id, "default_zone": default_zone}
        places: dict[tuple[Any, ...], list[int]] = {}
        for *shared, position in self._scope.execute(_PLACES, which):
            places.setdefault(tuple(shared), []).append(position)
        return [places[shared] for shared in sorted(places)]


def _group(platform: str, zone: str, lang: Lang, wave: int, *figures: int) -> Group:
    """Return a group with the country of its zone: the one that somebody chose is their own."""
    return Group(platform, zone, lang, country_of(zone), wave, *figures)
