"""A plan to take along: as Markdown, as a calendar of its milestones, and as JSON."""

import json
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from icalendar import Calendar, Event

from bot.plans import standing as plan_standing
from bot.plans.content import (
    Indicator,
    Milestone,
    Objective,
    PlanContent,
    done_on,
    history,
    reached,
)
from bot.plans.standing import Standing
from bot.plans.text import milestone_line, path, percent, sentence
from bot.ports import UnitOfWork
from bot.turn import Turn

_SIGNS = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>#"})


def exported(turn: Turn, kind: str) -> tuple[bytes, str] | None:
    """Write a person's own plan as a file of one kind: its content and its media type."""
    one = plan_standing.own(turn)
    if one is None or kind not in FILES:
        return None
    media, write = FILES[kind]
    return write(turn, one), media


def markdown(turn: Turn, one: Standing) -> str:
    """Write what counts as Markdown; what people wrote is never markup."""
    lines = [f"# {turn.text('plan.title' if one.side == 'owner' else 'plans.shared_title')}"]
    for objective in one.content.objectives:
        lines += ["", *_objective_lines(turn, one, objective)]
    if not one.content.objectives:
        lines += ["", turn.text("plans.nothing")]
    return "\n".join(lines)


def calendar(turn: Turn, one: Standing) -> bytes:
    """Write the milestones as all-day events; each keeps its name for good."""
    made = Calendar()
    made.add("prodid", f"-//Déclic//{turn.lang.upper()}")
    made.add("version", "2.0")
    for objective in one.content.objectives:
        for milestone in objective.milestones:
            made.add_component(_event(turn, one, objective, milestone))
    return bytes(made.to_ical())


def as_json(turn: Turn, one: Standing) -> bytes:
    """Write what counts, with what was measured, as JSON."""
    told = _told(one) | {"exported_at": turn.now.isoformat()}
    return json.dumps(told, ensure_ascii=False, indent=2).encode()


def everything(uow: UnitOfWork, coachee_id: str) -> list[dict[str, Any]]:
    """Tell all of a person's plans with every version, for the export of all their data."""
    return [
        {
            "id": plan.id,
            "created_at": plan.created_at.isoformat(),
            "ended_at": plan.ended_at.isoformat() if plan.ended_at else None,
            "shared": plan.partner_id is not None,
            "version_that_counts": plan.agreed,
            "versions": [
                {
                    "number": version.number,
                    "by": version.author,
                    "at": version.at.isoformat(),
                    "status": version.status,
                    "agreed_at": version.agreed_at.isoformat() if version.agreed_at else None,
                    "words": json.loads(uow.words.text(version.words_id) or "null"),
                }
                for version in uow.plans.versions(plan.id)
            ],
            "measures": [
                {"of": m.subject_id, "kind": m.kind, "value": m.value, "at": m.at.isoformat()}
                for m in uow.plans.measures(plan.id)
            ],
        }
        for plan in uow.plans.of(coachee_id)
    ]


def _markdown_file(turn: Turn, one: Standing) -> bytes:
    return f"{markdown(turn, one)}\n".encode()


FILES: Mapping[str, tuple[str, Callable[[Turn, Standing], bytes]]] = {
    "md": ("text/markdown", _markdown_file),
    "ics": ("text/calendar", calendar),
    "json": ("application/json", as_json),
}
"""What a plan can be exported as: media type and writer, by the file's ending."""


def _objective_lines(turn: Turn, one: Standing, objective: Objective) -> list[str]:
    read = history(objective, one.measures)
    share = reached(objective.indicator, read[-1].value if read else objective.indicator.baseline)
    name = objective.indicator.name
    lines = [f"## {_plain(sentence(objective, turn.lang))}", ""]
    way = path(turn, objective, one.measures)
    lines.append(
        f"- **{_plain(name)}**{turn.text('summary.colon')}{percent(share, turn.lang)}, {way}"
    )
    if objective.support:
        lines.append(f"- {_plain(turn.text('plans.support_line', text=objective.support))}")
    lines += [
        f"- [{'x' if done_on(m, one.measures) else ' '}] "
        f"{_plain(milestone_line(turn, m, one.measures))}"
        for m in objective.milestones
    ]
    return lines


def _event(turn: Turn, one: Standing, objective: Objective, milestone: Milestone) -> Event:
    event = Event()
    event.add("uid", f"{milestone.id}@declic")
    event.add("dtstamp", turn.now)
    event.add("sequence", milestone.rev)
    event.add("dtstart", milestone.on)
    event.add("dtend", milestone.on + timedelta(days=1))
    event.add("summary", milestone.text)
    event.add("description", _described(turn, one, objective))
    event.add("transp", "TRANSPARENT")  # a milestone keeps nobody from meeting
    return event


def _described(turn: Turn, one: Standing, objective: Objective) -> str:
    way = path(turn, objective, one.measures)
    indicator = f"{objective.indicator.name}{turn.text('summary.colon')}{way}"
    return f"{sentence(objective, turn.lang)}\n{indicator}"


def _told(one: Standing) -> dict[str, Any]:
    counts = one.counts
    return {
        "version": counts.number if counts else 0,
        "saved_at": counts.at.isoformat() if counts else None,
        "agreed_at": counts.agreed_at.isoformat() if counts and counts.agreed_at else None,
        "objectives": _objectives(one, one.content),
    }


def _objectives(one: Standing, content: PlanContent) -> list[dict[str, Any]]:
    return [
        {
            "id": o.id,
            "goal": o.goal,
            "contribution": o.contribution,
            "support": o.support,
            "indicator": _indicator(one, o),
            "milestones": [_milestone(one, m) for m in o.milestones],
        }
        for o in content.objectives
    ]


def _indicator(one: Standing, objective: Objective) -> dict[str, Any]:
    indicator = objective.indicator
    return {
        "name": indicator.name,
        "kind": indicator.kind,
        "baseline": _value(indicator, indicator.baseline),
        "target": _value(indicator, indicator.target),
        "read": [
            {"value": _value(indicator, m.value), "at": m.at.isoformat()}
            for m in history(objective, one.measures)
        ],
    }


def _milestone(one: Standing, milestone: Milestone) -> dict[str, Any]:
    done = done_on(milestone, one.measures)
    return {
        "id": milestone.id,
        "on": milestone.on.isoformat(),
        "text": milestone.text,
        "reached_on": done.isoformat() if done else None,
    }


def _value(indicator: Indicator, value: float) -> object:
    if indicator.kind == "date":
        return date.fromordinal(int(value)).isoformat()
    return bool(value) if indicator.kind == "yes_no" else value


def _plain(text: str) -> str:
    return text.translate(_SIGNS)
