"""Campaigns, and what was previewed of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from sqlalchemy import Row, Select, bindparam, delete, insert, select, update
from typing_extensions import override

from bot.campaigns.content import Campaign, Invitee, Source, Terms
from bot.campaigns.preview import Preview
from bot.errors import Conflict
from storage.campaign_launch import CampaignLaunch
from storage.campaign_lists import CHUNK, CampaignLists, discard
from storage.campaign_part import LISTED
from storage.campaign_people import CampaignPeople
from storage.campaign_reach import CampaignReach
from storage.mapping import columns, values
from storage.previews import Foreign, from_json, to_json
from storage.statements import insert_or_replace
from storage.tables import campaign_people, campaign_previews, campaigns
from storage.tokens import from_token, to_token

_ALL = select(*columns(campaigns, Campaign), campaigns.c.ciphertext)
_NEWEST = _ALL.order_by(campaigns.c.created_at.desc(), campaigns.c.seq.desc())
_GET = _ALL.where(campaigns.c.id == bindparam("id"))
_LOCKED = _GET.with_for_update()
_ADD = insert(campaigns)
_PUT = (
    update(campaigns)
    .where(campaigns.c.id == bindparam("of_id"), campaigns.c.version == bindparam("of_version"))
    .returning(campaigns.c.id)
)
_DELETE = [
    delete(campaign_previews).where(campaign_previews.c.campaign_id == bindparam("id")),
    delete(campaigns).where(campaigns.c.id == bindparam("id")),
]
_INVITED = (
    _NEWEST.add_columns(*LISTED)
    .join(campaign_people, campaign_people.c.campaign_id == campaigns.c.id)
    .where(
        campaign_people.c.coachee_id == bindparam("id"),
        campaign_people.c.wave > 0,
        campaigns.c.state != "draft",
    )
)
_KEEP = insert_or_replace(
    campaign_previews,
    (campaign_previews.c.campaign_id, campaign_previews.c.assumption),
    (campaign_previews.c.ciphertext,),
)
_PREVIEW = select(campaign_previews.c.ciphertext).where(
    campaign_previews.c.campaign_id == bindparam("id"),
    campaign_previews.c.assumption == bindparam("assumption"),
)


class StoredCampaigns(CampaignLists, CampaignPeople, CampaignReach, CampaignLaunch):
    """Of the terms, name and why stand in one token; the rest can be read by queries."""

    @override
    def add(self, campaign: Campaign) -> None:
        self._scope.execute(_ADD, self._to_row(campaign))

    @override
    def get(self, campaign_id: str) -> Campaign | None:
        return self._one(_LOCKED if self._locks else _GET, campaign_id)

    @override
    def look(self, campaign_id: str) -> Campaign | None:
        return self._one(_GET, campaign_id)

    @override
    def put(self, campaign: Campaign) -> Campaign:
        after = replace(campaign, version=campaign.version + 1)
        row = self._to_row(after) | {"of_id": campaign.id, "of_version": campaign.version}
        if self._scope.execute(_PUT, row).first() is None:
            raise Conflict(f"campaign {campaign.id}")
        return after

    @override
    def all(self) -> Sequence[Campaign]:
        return [self._from_row(row) for row in self._scope.execute(_NEWEST)]

    @override
    def delete(self, campaign_id: str) -> None:
        while discard(self._scope, campaign_id, CHUNK):
            pass
        for statement in _DELETE:
            self._scope.execute(statement, {"id": campaign_id})

    @override
    def of(self, coachee_id: str) -> Sequence[tuple[Campaign, Invitee]]:
        rows = self._scope.execute(_INVITED, {"id": coachee_id})
        return [(self._from_row(row), self._named(row)) for row in rows]

    @override
    def keep_preview(self, campaign_id: str, preview: Preview) -> None:
        row = {"campaign_id": campaign_id, "assumption": preview.assumption}
        token = self._cipher.seal(to_json(preview))
        self._scope.execute(_KEEP, row | {"ciphertext": token})

    @override
    def preview(self, campaign_id: str, assumption: str) -> Preview | None:
        which = {"id": campaign_id, "assumption": assumption}
        token = self._scope.execute(_PREVIEW, which).scalar()
        if token is None:
            return None
        try:
            return from_json(self._cipher.read(f"of preview of {campaign_id}", token))
        except Foreign:  # a preview of another release is computed again
            return None

    def _one(self, query: Select[Any], campaign_id: str) -> Campaign | None:
        row = self._scope.execute(query, {"id": campaign_id}).first()
        return self._from_row(row) if row else None

    def _to_row(self, campaign: Campaign) -> dict[str, Any]:
        said = {"name": campaign.terms.name, "why": dict(campaign.terms.why)}
        return values(campaign) | {
            "terms": values(campaign.terms, *said),
            "ciphertext": to_token(self._cipher, said),
        }

    def _from_row(self, row: Row[Any]) -> Campaign:
        found = {column.name: row._mapping[column] for column in columns(campaigns, Campaign)}  # noqa: SLF001 SQLAlchemy's public name for it
        said = from_token(self._cipher, f"of campaign {row.id}", row.ciphertext)
        found["terms"] = to_terms(found["terms"] | said)
        found["sources"] = tuple(_source(source) for source in found["sources"])
        return Campaign(**found)


def to_terms(kept: Mapping[str, Any]) -> Terms:
    """Read terms as they are stored, with what is kept encrypted laid beside them."""
    days = {"first_day": date.fromisoformat(kept["first_day"])}
    times = {name: time.fromisoformat(kept[name]) for name in ("window_from", "window_until")}
    lists = {name: tuple(kept[name]) for name in ("themes", "langs", "measures")}
    return Terms(**{**kept, **days, **times, **lists})


def _source(kept: Mapping[str, Any]) -> Source:
    return Source(**{**kept, "ids": tuple(kept["ids"])})
