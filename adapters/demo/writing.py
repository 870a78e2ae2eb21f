"""What made-up people write into forms: plausible, good and poor mixed, and never a name."""

from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from ruamel.yaml import YAML

from adapters.demo.mind import Mind
from bot.answers import Values
from bot.clock import Clock
from bot.language import Lang
from bot.messages import Form
from bot.places import country_of

VAGUE = 0.45
"""How often somebody who is not sure of themselves writes something vague."""

Filled = dict[str, str | list[str]]


def filled(form: Form, mind: Mind, now: Clock) -> Values:
    """Fill in a form of a conversation; what it shows already stays."""
    asked = {field.id for field in form.fields}
    values: Filled = {field.id: field.value for field in form.fields if field.value}
    if "action" in asked:
        values.update(_commitment(mind, form.lang, now))
    if "line" in asked:
        lines = [option.id for f in form.fields if f.id == "line" for option in f.options]
        values.update({"line": lines[0]} if lines else {})
    if "text" in asked:
        values["text"] = _one(mind, "lines", form.lang)
    if "weekday" in asked and "time" in asked:
        values.update(_slot(mind))
    if "zone" in asked:
        values["zone"] = mind.person.zone
        values["country"] = country_of(mind.person.zone)
    return {name: value for name, value in values.items() if name in asked}


def check_in(form: Form, mind: Mind, now: Clock) -> Values:
    """Fill in a team's check-in: from 1 to 5, a blocker, sometimes a line."""
    team = mind.person.team
    level = 3 + (team.number % 5 - 2) * 0.3 + 4 * mind.grown(now())
    values: Filled = {
        item: str(min(max(round(mind.chance.gauss(level, 0.8)), 1), 5))
        for item in ("energy", "role", "goal")
    }
    kinds = [option.id for f in form.fields if f.id == "blocker" for option in f.options]
    often = kinds[team.number % len(kinds)] if kinds else ""
    values["blocker"] = often if mind.happens(0.55) else mind.chance.choice(kinds or [""])
    for name in ("expect", "offer"):
        values[name] = _one(mind, name, form.lang) if mind.happens(0.2) else ""
    values["remind"] = ["remind"] if mind.happens(0.2) else []
    asked = {field.id for field in form.fields}
    return {name: value for name, value in values.items() if name in asked}


def loop(form: Form, mind: Mind) -> Values:
    """Say as the champion what was heard and what follows; half agree on an action."""
    values: Filled = {f.id: f.value for f in form.fields if f.value}
    values["heard"] = _one(mind, "heard", form.lang)
    values["will"] = _one(mind, "will", form.lang)
    asked = {field.id for field in form.fields}
    opened = [option.id for f in form.fields if f.id == "resolved" for option in f.options]
    values["resolved"] = [one for one in opened if mind.happens(0.6)]
    if "action" in asked and mind.happens(0.7):
        values["action"] = _one(mind, "will", form.lang)
        values["owner"] = mind.person.id
    return {name: value for name, value in values.items() if name in asked}


@cache
def texts() -> Mapping[str, Any]:
    """Return all texts: by kind and language, actions by theme."""
    content = files("adapters.demo").joinpath("texts.yaml").read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = YAML(typ="safe").load(content)
    return loaded


def _commitment(mind: Mind, lang: Lang, now: Clock) -> Filled:
    """Make up a commitment on the theme that was read last; those who are surer write better."""
    actions = texts()["actions"]
    every = actions.get(mind.theme) or actions["prioritising"]
    good = [one for one in every[lang] if not isinstance(one, str)]
    poor = [one for one in every[lang] if isinstance(one, str)]
    if mind.happens(max(VAGUE - mind.temper.sure / 3 - mind.grown(now()), 0.05)):
        return {"action": mind.chance.choice(poor), "cue": "", "who": "", "indicator": ""}
    action, indicator = mind.chance.choice(good)
    cue = _one(mind, "cues", lang) if mind.happens(0.8) else ""
    who = _one(mind, "who", lang) if mind.happens(0.25) else ""
    told = indicator if mind.happens(0.75) else ""
    return {"action": action, "cue": cue, "who": who, "indicator": told, **_due(mind, now)}


def _due(mind: Mind, now: Clock) -> Filled:
    """Give it another day than the one on offer, now and then."""
    if not mind.happens(0.3):
        return {}
    today = now().astimezone(ZoneInfo(mind.person.zone)).date()
    day = today + timedelta(days=mind.chance.randint(2, 10))
    day -= timedelta(days=max(day.weekday() - 4, 0))
    return {"due": max(day, today).isoformat()}


def _slot(mind: Mind) -> Filled:
    chance = mind.chance
    return {"weekday": str(chance.randint(0, 4)), "time": f"{chance.randint(9, 16):02d}:30"}


def _one(mind: Mind, kind: str, lang: Lang) -> str:
    return str(mind.chance.choice(texts()[kind][lang]))
