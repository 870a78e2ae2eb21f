"""A theme's path becomes a programme: theory, practice and recall, and two light looks back."""

import re
from collections.abc import Iterator, Mapping

from bot.language import LANGS, Lang, Wording
from bot.programmes import Choice, PathWeek, Programme, Step, Theme
from bot.themes import SILENT, closing

LIGHT = (6, 9)
"""Weeks after the session in which one light question is asked: a habit takes longer than four."""

STAY = "stay"
"""The choice of keeping a week's practice for the week after."""

TEXTS = (
    "recall",
    "reveal",
    "answer",
    "place",
    "practice",
    "take",
    "stay",
    "pass",
    "plan",
    "noted",
    "light",
    "by_itself",
    "sometimes",
    "gone",
    "light_yes",
    "small",
    "again",
    "again_yes",
    "again_no",
)
"""Texts that are the same on every path, in `prompts/wording.yaml` below `path.`."""


def path_id_of(theme_id: str) -> str:
    """Return the id under which a theme's path runs."""
    return f"path:{theme_id}"


def week_id(week: int) -> str:
    """Return the step that gives a week's theory and practice."""
    return f"week_{week}"


def week_of(step_id: str) -> int:
    """Return the week that a step of `week_id` gives."""
    return int(step_id.rpartition("_")[2])


def recall_id(week: int) -> str:
    """Return the step that asks what a week was about, a week later."""
    return f"recall_{week}"


def light_id(week: int) -> str:
    """Return the step of a light look back."""
    return f"light_{week}"


def path_of(theme: Theme, say: Mapping[str, Wording], ask: Mapping[str, Wording]) -> Programme:
    """Compile the path of a theme. `say` holds `TEXTS`; `ask` those of `themes.ASKED`."""
    steps = [*_weeks(theme, say), *_light(theme, say), *_planned(theme, say, ask)]
    entries = [s.id for s in steps if s.id.startswith(("week_", "recall_", "light_"))]
    return Programme(
        id=path_id_of(theme.id),
        version=theme.version,
        title=theme.title,
        start=entries[0],
        steps={step.id: step for step in steps},
        entries=tuple(entries),
        theme_id=theme.id,
    )


def _weeks(theme: Theme, say: Mapping[str, Wording]) -> Iterator[Step]:
    following = [*theme.path[1:], None]
    for week, after in zip(theme.path, following, strict=True):
        yield _practice(week, len(theme.path), say)
        yield Step(
            recall_id(week.week),
            say["recall"].filled(question=week.recall),
            "buttons",
            choices=(Choice("reveal", say["reveal"], to=f"answer_{week.week}"),),
            keeps="session",
        )
        onward = week_id(after.week) if after else "end"
        answer = _ended_once(say["answer"].filled(answer=_within(week.answer)))
        yield Step(f"answer_{week.week}", answer, "say", to=onward)


def _practice(week: PathWeek, of: int, say: Mapping[str, Wording]) -> Step:
    recall = "path.recall"
    place = say["place"].filled(week=_number(week.week), of=_number(of))
    return Step(
        week_id(week.week),
        say["practice"].filled(theory=week.theory, practice=_within(week.practice)),
        "buttons",
        choices=(
            Choice("take", say["take"], to="plan", does=recall),
            Choice(STAY, say["stay"], to="end"),
            Choice("pass", say["pass"], to="end", does=recall),
        ),
        keeps="session",
        intro=place,
    )


def _light(theme: Theme, say: Mapping[str, Wording]) -> Iterator[Step]:
    ways = (
        Choice("by_itself", say["by_itself"], to="light_yes"),
        Choice("sometimes", say["sometimes"], to="small"),
        Choice("gone", say["gone"], to="again"),
    )
    asked = say["light"].filled(theme=theme.title)
    for week in LIGHT:
        yield Step(light_id(week), asked, "buttons", choices=ways, keeps="session")
    yield Step("light_yes", say["light_yes"], "say", to="end")
    yield Step("small", say["small"], "say", to="plan")
    back = (
        Choice("again", say["again_yes"], to="theme"),
        Choice("enough", say["again_no"], to="end"),
    )
    yield Step("again", say["again"], "buttons", choices=back, keeps="session")
    yield Step("theme", SILENT, "jump", jump=f"theme:{theme.id}")


def _planned(theme: Theme, say: Mapping[str, Wording], ask: Mapping[str, Wording]) -> list[Step]:
    plan = Step(
        "plan",
        say["plan"],
        "commitment",
        to="feedback",
        keeps="commitment",
        due_days=theme.due_days,
    )
    end = Step("end", say["noted"], "end")
    return [plan, *closing(plan.id, ask, end.id), end]


def _number(n: int) -> Wording:
    return Wording(str(n), str(n))


def _within(text: Wording) -> Wording:
    """Return a sentence as it stands after a colon; 'I' and initials keep their capitals."""
    return Wording(*(_small(text.text(lang), lang) for lang in LANGS))


def _small(text: str, lang: Lang) -> str:
    first = _FIRST_WORD.match(text)
    word = first[0] if first else ""
    keeps = (len(word) > 1 and word.isupper()) or (word == "I" and lang == "en")
    return text if keeps else text[:1].lower() + text[1:]


def _ended_once(text: Wording) -> Wording:
    """Return a sentence without the full stop that follows another end."""
    return Wording(*(_SECOND_END.sub("", text.text(lang)) for lang in LANGS))


_FIRST_WORD = re.compile(r"[^\W\d_]+")
_SECOND_END = re.compile(r"(?<=[?!…])\.$")
