"""Which week of a theme's path is next: one a calendar week, after the theme's own session."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from bot.paths import LIGHT, STAY, light_id, path_id_of, recall_id, week_id
from bot.sessions import Session
from bot.themes import theme_of
from bot.turn import Turn


def next_week(turn: Turn) -> tuple[str, str] | None:
    """Return the programme and the step at which the path goes on now; None if it rests.

    The path is that of the theme worked on last. It begins in the week after its session, and
    goes on one week at a time, whatever the person's pace.
    """
    sessions = turn.uow.sessions.of(turn.coachee.id)
    done = _last_theme(sessions)
    theme = turn.library.themes.get(theme_of(done.programme_id) or "") if done else None
    if done is None or theme is None or not theme.path:
        return None
    path_id = path_id_of(theme.id)
    walked = [s for s in sessions if s.programme_id == path_id and s.started_at >= done.touched_at]
    latest = max([done.touched_at, *(a.at for s in walked for a in s.answers)])
    weeks = _weeks_between(_day(turn, done.touched_at), turn.today)
    if _weeks_between(_day(turn, latest), turn.today) < 1:
        return None
    entry = entry_after(len(theme.path), _answered(walked), {s.step_id for s in walked}, weeks)
    return (path_id, entry) if entry else None


def entry_after(
    length: int, answered: Collection[str], begun: Collection[str], weeks: int
) -> str | None:
    """Return the step that comes next on a path of so many weeks; None if there is none.

    Args:
        length: weeks of the path.
        answered: steps answered for good.
        begun: steps on which sessions of the path rest, answered or not.
        weeks: calendar weeks since the theme's session.
    """
    seen = sum(week_id(n) in answered for n in range(1, length + 1))
    if seen and recall_id(seen) not in answered:
        return recall_id(seen)
    if seen < length:
        return week_id(seen + 1)
    due = [light_id(n) for n in LIGHT if weeks >= n][-1:]  # one that came too late is left out
    return next((step for step in due if step not in {*begun, *answered}), None)


def _last_theme(sessions: Sequence[Session]) -> Session | None:
    done = [s for s in sessions if theme_of(s.programme_id) and s.status == "done"]
    return max(done, key=lambda s: s.touched_at, default=None)


def _answered(walked: Sequence[Session]) -> set[str]:
    """Return the steps that are behind the person; one they stay on is not."""
    return {a.step_id for s in walked for a in s.answers if a.options != (STAY,)}


def _day(turn: Turn, at: datetime) -> date:
    return turn.local(at).date()


def _weeks_between(start: date, end: date) -> int:
    """Count the Mondays from one day to another."""
    return (end.toordinal() - 1) // 7 - (start.toordinal() - 1) // 7
