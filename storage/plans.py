"""Action plans, their versions, and what was measured."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Select, bindparam, delete, insert, select, update
from typing_extensions import override

from bot.errors import Conflict
from bot.plans.content import Measure, Plan, PlanVersion
from bot.ports import Plans
from storage.mapping import columns, values
from storage.scope import Scope
from storage.statements import insert_or_replace
from storage.tables import measures, plan_versions, plans

_ALL = select(*columns(plans, Plan))
_GET = _ALL.where(plans.c.id == bindparam("id"))
_OF = _ALL.where(plans.c.coachee_id == bindparam("id")).order_by(plans.c.created_at, plans.c.seq)
_SHARED = _ALL.where(plans.c.partner_id == bindparam("id"), plans.c.ended_at.is_(None)).order_by(
    plans.c.created_at, plans.c.seq
)
_INVITED = _ALL.where(plans.c.invite == bindparam("id"))
_ADD = insert(plans)
_PUT = (
    update(plans)
    .where(plans.c.id == bindparam("of_id"), plans.c.version == bindparam("of_version"))
    .returning(plans.c.id)
)
_WRITE = insert_or_replace(
    plan_versions,
    (plan_versions.c.plan_id, plan_versions.c.number),
    tuple(
        plan_versions.c[field.name]
        for field in fields(PlanVersion)
        if field.name not in {"plan_id", "coachee_id", "number"}
    ),
)
_VERSIONS = (
    select(*columns(plan_versions, PlanVersion))
    .where(plan_versions.c.plan_id == bindparam("id"))
    .order_by(plan_versions.c.number)
)
_NOTE = insert_or_replace(measures, (measures.c.id,), (measures.c.value, measures.c.at))
_FORGET = delete(measures).where(measures.c.id == bindparam("of_id"))
_MEASURES = (
    select(*columns(measures, Measure))
    .where(measures.c.plan_id == bindparam("id"))
    .order_by(measures.c.at, measures.c.seq)
)


class StoredPlans(Plans):
    """Plans with their versions; whoever writes puts the plan first, so that writers meet there."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @override
    def add(self, plan: Plan) -> None:
        self._scope.execute(_ADD, values(plan))

    @override
    def get(self, plan_id: str) -> Plan | None:
        return next(iter(self._plans(_GET, plan_id)), None)

    @override
    def put(self, plan: Plan) -> Plan:
        after = replace(plan, version=plan.version + 1)
        row = values(after) | {"of_id": plan.id, "of_version": plan.version}
        if self._scope.execute(_PUT, row).first() is None:
            raise Conflict(f"plan {plan.id}")
        return after

    @override
    def of(self, coachee_id: str) -> Sequence[Plan]:
        return self._plans(_OF, coachee_id)

    @override
    def shared_with(self, coachee_id: str) -> Sequence[Plan]:
        return self._plans(_SHARED, coachee_id)

    @override
    def invited(self, code: str) -> Plan | None:
        return next(iter(self._plans(_INVITED, code)), None)

    @override
    def write(self, version: PlanVersion) -> None:
        self._scope.execute(_WRITE, values(version))

    @override
    def versions(self, plan_id: str) -> Sequence[PlanVersion]:
        return [PlanVersion(*row) for row in self._scope.execute(_VERSIONS, {"id": plan_id})]

    @override
    def note(self, measure: Measure) -> None:
        self._scope.execute(_NOTE, values(measure))

    @override
    def forget(self, measure_id: str) -> None:
        self._scope.execute(_FORGET, {"of_id": measure_id})

    @override
    def measures(self, plan_id: str) -> Sequence[Measure]:
        return [Measure(*row) for row in self._scope.execute(_MEASURES, {"id": plan_id})]

    def _plans(self, query: Select[Any], which: str) -> list[Plan]:
        return [Plan(*row) for row in self._scope.execute(query, {"id": which})]
