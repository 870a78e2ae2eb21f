"""What is said of one published figure: its value, how sure it is, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bot.groups.bands import Band
from bot.groups.changing import Change
from bot.groups.shown import Shown
from bot.measuring.between_teams import ENOUGH_TEAMS
from bot.measuring.fatigue import ALARM
from bot.measuring.pooled import PARTS
from bot.measuring.published import Closed, Month, Published
from bot.reports.words import Words, interval, moved, so_many, value

ROWS: Mapping[str, str] = {
    "response": "questions",
    "completion": "sessions",
    "useful_top_two": "ratings",
    "commitment_rate": "sessions",
    "kept": "commitments",
    "kept_half": "commitments",
    "on_time": "commitments",
    "replanned": "commitments",
    "dropped": "commitments",
    "self_direction": "commitments",
    "blockers_in_five_days": "blockers",
    "outside_hours": "messages",
    "left": "sessions",
    "drop_off": "sessions",
}
"""What a share is over, where it is not over people."""

COUNTED: Mapping[str, str] = {"blocker_days": "teams", "blockers_in_five_days": "teams"}
"""Who is counted behind a figure, where it is not people: a blocker is a team's."""


@dataclass(frozen=True, slots=True)
class Line:
    """One figure in words.

    Attributes:
        key: the indicator.
        name: what it is called.
        value: what stands out: a number, a word, or why there is none.
        means: the words that go on after a number: what it is of; else why it is told so.
        sure: the interval, or why there is none; empty where that is not told.
        people: how many people, or teams, are behind it, with what they did; empty where that
            is not told.
        since: how it compares with the month before; empty where nothing was measured.
        note: how to read it, where that is not plain.
        told: it is a number.
        way: where it went; None if that may not be told.
    """

    key: str
    name: str
    value: str
    means: str
    sure: str = ""
    people: str = ""
    since: str = ""
    note: str = ""
    told: bool = False
    way: Literal["up", "stable", "down"] | None = None

    @property
    def sentence(self) -> str:
        """The whole of it, for a chat."""
        behind = " · ".join(part for part in (self.sure, self.people) if part)
        said = f"{self.name} · {self.value} {self.means}" if self.told else self.plain
        return f"{said} ({behind}). {self.since}" if behind else f"{said}. {self.since}".strip()

    @property
    def plain(self) -> str:
        """The name and the word for it."""
        return f"{self.name} · {self.value}"


def line(
    words: Words, published: Published | None, key: str, earlier: Closed | None, name: str = ""
) -> Line:
    """Say a figure.

    Args:
        words: the texts.
        published: what may be told; None where nothing is.
        key: the indicator.
        earlier: the closed month before, if there is one.
        name: what to call it, if not as its indicator is.
    """
    name = name or words.text(f"figures.{key}.name")
    if published is None:
        return Line(key, name, words.text("figures.none"), words.text("figures.none_means"))
    shown = published.shown
    if shown.how == "too_few":
        return Line(key, name, words.text("figures.too_few"), _means(words, shown, key))
    return Line(
        key,
        name,
        short(words, shown),
        _means(words, shown, key),
        sure=sure(words, shown, key),
        people=behind(words, shown, key),
        since=since(words, published, earlier),
        note=_note(words, shown, key),
        told=shown.how == "number",
        way=published.change.way if published.change else None,
    )


def short(words: Words, shown: Shown | None) -> str:
    """Say what stands in one cell: a value with its unit, a word, or that nothing is told."""
    if shown is None:
        return words.text("figures.none")
    if shown.how == "word":
        return words.text(f"figures.level_{shown.level}")
    if shown.how != "number":
        return words.text(f"figures.{shown.how}")
    if shown.value is None:
        low, high = int(shown.low or 0), int(shown.high or 0)
        return so_many(words, Band(low, high))
    if shown.unit == "people":
        return so_many(words, Band(int(shown.value), int(shown.value)))
    return value(words, shown.unit, shown.value)


def sure(words: Words, shown: Shown, key: str = "") -> str:
    """Say the interval of a figure in words, or why there is none where that is known."""
    if shown.how != "number" or shown.value is None or shown.unit == "people":
        return ""
    told = interval(words, shown)
    if told:
        return words.text("figures.interval", interval=told)
    if key not in PARTS:
        return ""
    return words.text("figures.alignment.unsure", n=words.number(ENOUGH_TEAMS))


def behind(words: Words, shown: Shown, key: str) -> str:
    """Say how many people, or teams, and how many of what, are behind a figure."""
    if shown.people is None:
        return ""
    told = so_many(words, shown.people, counted(key))
    if shown.unit == "people":
        return words.text("figures.out_of", people=told)
    noun = rows_of(key)
    if noun is None or shown.rows is None:
        return told
    rows = words.text(f"figures.{noun}_{words.one_or_many(shown.rows)}", n=words.number(shown.rows))
    return f"{told} · {rows}"


def since(words: Words, published: Published, earlier: Closed | None) -> str:
    """Compare with the month before in one sentence, as far as the change may be told."""
    before = earlier.of(published.group, published.indicator) if earlier else None
    if published.change is not None:
        return _changed(words, published.change, published.shown.unit, published.month.before)
    if before is None or before.shown.how == "too_few":
        return words.text("figures.since_nothing")
    return words.text("figures.since_untold", month=words.month(published.month.before))


def rows_of(key: str) -> str | None:
    """Name what a share is of, where that is not people; None where it is, or is no share."""
    return ROWS.get(_kind(key))


def counted(key: str) -> str:
    """Name who is counted behind a figure: `people` or `teams`."""
    return COUNTED.get(_kind(key), "people")


def _note(words: Words, shown: Shown, key: str) -> str:
    """Say how to read a figure: of people who asked for less, on which side of the alarm it is."""
    note = f"figures.{key}.note"
    if key == "fatigue" and shown.low is not None and shown.high is not None and shown.people:
        least, most = shown.low / shown.people.most, shown.high / shown.people.least
        side = "above" if least >= ALARM else "below" if most < ALARM else "open"
        note = f"{note}_{side}"
    return words.text(note) if words.knows(note) else ""


def _means(words: Words, shown: Shown, key: str) -> str:
    if shown.how == "number":
        of_people = "_people" if shown.unit == "people" else ""
        return words.text(f"figures.{_kind(key)}.means{of_people}")
    means = f"figures.{shown.how}_means"
    own = (f"figures.{key}.{shown.how}", f"{means}_{counted(key)}")
    return words.text(next((one for one in own if words.knows(one)), means))


def _changed(words: Words, change: Change, unit: str, month: Month) -> str:
    by, low, high = moved(words, unit, change.by, change.low, change.high)
    return words.text(
        f"figures.since_{change.way}", month=words.month(month), by=by, low=low, high=high
    )


def _kind(key: str) -> str:
    """Return the indicator of a figure that is told by theme or by type."""
    return key.partition(".")[0]
