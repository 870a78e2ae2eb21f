"""How a plan is said: sentences, values, progress, and what a version changes."""

import re
from collections.abc import Sequence
from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from bot.days import say_day
from bot.language import Lang
from bot.messages import Progress
from bot.plans.content import (
    Difference,
    Indicator,
    Measure,
    Milestone,
    Objective,
    PlanContent,
    PlanVersion,
    done_on,
    history,
    reached,
)
from bot.turn import Turn

PATH = 5
"""Values shown of an indicator's history: the baseline and the last ones."""

_LOCALES = {"en": "en_GB", "fr": "fr_FR"}
_CONTRACTED = (("le ", "au "), ("les ", "aux "))
_NARROW = "\N{NARROW NO-BREAK SPACE}"
_WIDE = "\N{NO-BREAK SPACE}"


def sentence(objective: Objective, lang: Lang) -> str:
    """Say an objective as a contribution to the team's goal, whatever way it was written."""
    goal, part = _tidy(objective.goal), _tidy(objective.contribution)
    if lang == "fr":
        part = re.sub(r"^en (?=\w+ant\b)", "", part, flags=re.IGNORECASE)
        link = " en " if re.match(r"\w+ant\b", part) else f"{_WIDE}: "
        return f"Je contribue {_towards(goal)}{link}{_low(part)}."
    part = re.sub(r"^by (?=\w+ing\b)", "", part, flags=re.IGNORECASE)
    goal = re.sub(r"^to ", "", goal, flags=re.IGNORECASE)
    link = " by " if re.match(r"\w+ing\b", part) else ": "
    return f"I contribute to {_low(goal)}{link}{_low(part)}."


def say_value(turn: Turn, indicator: Indicator, value: float) -> str:
    """Say one value of an indicator."""
    if indicator.kind == "date":
        return short_day(date.fromordinal(int(value)), turn.lang)
    if indicator.kind == "yes_no":
        return turn.text("plans.yes" if value else "plans.no")
    return str(format_decimal(value, locale=_LOCALES[turn.lang]))


def short_day(day: date, lang: Lang) -> str:
    """Say a day so that it can be typed back: `1 December 2026`, « 1er décembre 2026 »."""
    pattern = "d'er' MMMM y" if lang == "fr" and day.day == 1 else "d MMMM y"
    return str(format_date(day, pattern, locale=_LOCALES[lang]))


def progress(turn: Turn, objective: Objective, measures: Sequence[Measure]) -> Progress:
    """Show how far an indicator has come: the share first, then a bar, then the way in words."""
    indicator = objective.indicator
    read = history(objective, measures)
    share = reached(indicator, read[-1].value if read else indicator.baseline)
    label = f"{indicator.name}{turn.text('summary.colon')}{path(turn, objective, measures)}"
    return Progress(share, 1, label, percent(share, turn.lang))


def percent(share: float, lang: Lang) -> str:
    """Say a share: `67%`, « 67 % »."""
    return f"{int(share * 100)}{_NARROW if lang == 'fr' else ''}%"


def path(turn: Turn, objective: Objective, measures: Sequence[Measure]) -> str:
    """Say where an indicator began, came by, and wants to: `2 → 4 → 5 · target 8`."""
    indicator = objective.indicator
    values = [m.value for m in history(objective, measures)]
    said = [say_value(turn, indicator, v) for v in (indicator.baseline, *values[1 - PATH :])]
    target = turn.text("plans.target", value=say_value(turn, indicator, indicator.target))
    return f"{' → '.join(said)} · {target}"


def milestone_line(turn: Turn, milestone: Milestone, measures: Sequence[Measure]) -> str:
    """Say a milestone with its day, or when it was reached."""
    done = done_on(milestone, measures)
    if done:
        day = say_day(done, turn.lang, turn.today)
        return turn.text("plans.reached_on", text=milestone.text, date=day)
    day = say_day(milestone.on, turn.lang, turn.today)
    past = milestone.on < turn.today
    key = "plans.past_line" if past else "plans.milestone_line"
    return turn.text(key, text=milestone.text, date=day)


def lines_of(turn: Turn, objective: Objective) -> list[str]:
    """Say everything that a version holds of an objective."""
    indicator = objective.indicator
    lines = [sentence(objective, turn.lang)]
    lines.append(
        turn.text(
            "plans.indicator_line",
            name=indicator.name,
            baseline=say_value(turn, indicator, indicator.baseline),
            target=say_value(turn, indicator, indicator.target),
        )
    )
    if objective.support:
        lines.append(turn.text("plans.support_line", text=objective.support))
    return [*lines, *(milestone_line(turn, m, ()) for m in objective.milestones)]


def content_lines(turn: Turn, content: PlanContent) -> list[str]:
    """Say everything that a version holds, one objective after the other."""
    every = [lines_of(turn, objective) for objective in content.objectives]
    return ["\n".join(lines) for lines in every] or [turn.text("plans.nothing")]


def difference_line(turn: Turn, one: Difference) -> str:
    """Say one thing that a version changes."""
    part = one.after or one.before
    if isinstance(part, Milestone):
        said = milestone_line(turn, part, ())
    elif isinstance(part, Objective) and one.what != "removed":
        lines = lines_of(turn, part)[: 3 if part.support else 2]
        said = _low(" · ".join(line.rstrip(".") for line in lines))
    else:
        said = _low(sentence(part, turn.lang)) if isinstance(part, Objective) else ""
    return turn.text(f"plans.{one.of}_{one.what}", text=said, n=str(one.number))


def version_line(turn: Turn, version: PlanVersion, *, counts: bool) -> str:
    """Say what became of a version, and when."""
    at = version.agreed_at or version.at
    day = say_day(turn.local(at).date(), turn.lang, turn.today)
    state = (
        "counts" if counts else "agreed_before" if version.status == "agreed" else version.status
    )
    return turn.text(
        "plans.version", n=str(version.number), state=turn.text(f"plans.{state}"), date=day
    )


def _towards(goal: str) -> str:
    """Put « à » before a goal, contracted where French contracts it."""
    low = _low(goal)
    for article, contracted in _CONTRACTED:
        if low.startswith(article):
            return contracted + low.removeprefix(article)
    return low if low.startswith(("à ", "au ", "aux ")) else f"à {low}"


def _tidy(text: str) -> str:
    return " ".join(text.split()).rstrip(" .;,:")


def _low(text: str) -> str:
    """Begin small in the middle of a sentence, but for 'I', initials, and whose it is."""
    first = text.split(" ", 1)[0]
    small = first != "I" and (len(first) == 1 or first[1:].islower())
    whose = first.endswith(("'s", "’s"))
    return text[:1].lower() + text[1:] if small and not whose else text
