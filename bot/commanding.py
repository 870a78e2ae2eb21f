"""Commands: what `/coach word`, the same word in the chat, or a button of that name does."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta

from rapidfuzz import fuzz, process, utils

from bot import caring, deeds, dialogue, followups, merging, slowing
from bot.cadence import at_local
from bot.days import parse_day
from bot.feedback.due_doubts import FURTHEST
from bot.language import lang_of
from bot.messages import Reply
from bot.plans import clicks as plan_clicks
from bot.turn import Turn

WITHOUT_ONBOARDING = {
    *("help", "stop", "data", "stuck", "why", "language", "erase", "begin"),
    *("plan", "checkin", "settings", "leave", "resume", "pause", "snooze"),
}
"""What somebody can do who has not begun yet; anything else begins with the onboarding."""

_ALIKE = 80
HOUR = timedelta(hours=1)

Command = Callable[[Turn, str], None]


def run(turn: Turn, name: str, argument: str = "") -> None:
    """Carry out a command by its name."""
    if turn.coachee.state == "new" and name not in WITHOUT_ONBOARDING:
        _onboard(turn, name)
    else:
        COMMANDS[name](turn, argument)


def theme_named(turn: Turn, text: str) -> str | None:
    """Find a theme by what was typed, in either language."""
    titles = {t.id: t.title for t in turn.library.themes.values()}
    names = {(i, lang): w.text(lang) for i, w in titles.items() for lang in ("en", "fr")}
    names |= {(theme_id, "id"): theme_id.replace("_", " ") for theme_id in titles}
    found = process.extractOne(
        text, names, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=_ALIKE
    )
    return found[2][0] if found and len(text) > 2 else None  # noqa: PLR2004 - two letters name nothing


def start_theme(turn: Turn, theme_id: str) -> None:
    """Begin a theme session; this is a wish to take part, whatever was said before."""
    if turn.coachee.state in {"stopped", "on_call"} and turn.coachee.slot:
        slowing.take_stop_back(turn)
        turn.change(state="on_call", stopped_at=None)
    dialogue.begin(turn, f"theme:{theme_id}")


def _onboard(turn: Turn, name: str) -> None:
    """Begin the onboarding, or take it up again where it was left."""
    session = dialogue.current(turn)
    if session is None:
        dialogue.begin(turn, "onboarding")
    elif name == "leave":
        _leave(turn, "")
    else:
        dialogue.resume(turn)


def _next(turn: Turn, _argument: str) -> None:
    turn.post("next")


def _hello(turn: Turn, _argument: str) -> None:
    turn.post("next", say="next.hello")


def _thanks(turn: Turn, _argument: str) -> None:
    turn.post("note", say="next.thanks", ways="next")


def _start(turn: Turn, argument: str) -> None:
    theme_id = theme_named(turn, argument) if argument else None
    if theme_id:
        start_theme(turn, theme_id)
    else:
        dialogue.begin(turn, "choose_theme")


def _begin(turn: Turn, _argument: str) -> None:
    dialogue.begin(turn, "onboarding")


def _begin_again(turn: Turn, _argument: str) -> None:
    dialogue.begin(turn, "onboarding", entry="themes")


def _checkin(turn: Turn, _argument: str) -> None:
    due = merging.open_commitments(turn)
    if due:
        dialogue.begin(turn, "weekly_checkin", commitment_id=due[0].id)
    else:
        turn.post("note", say="next.no_commitment", ways="start,commit")


def _dialogue(programme_id: str) -> Command:
    def command(turn: Turn, _argument: str) -> None:
        dialogue.begin(turn, programme_id)

    return command


def _page(template: str) -> Command:
    def command(turn: Turn, _argument: str) -> None:
        turn.post(template)

    return command


def _resume(turn: Turn, _argument: str) -> None:
    if not dialogue.resume(turn):
        turn.post("next", say="next.nothing_open")


def _leave(turn: Turn, _argument: str) -> None:
    session = dialogue.left_open(turn) or dialogue.current(turn)
    if session:
        dialogue.leave(turn, session)
    turn.post("note", say="session.left", ways="next")


def _snooze(turn: Turn, argument: str) -> None:
    """Put off: by a word (`hour`, `day`, `week`), until a typed day, or ask."""
    if argument in {"hour", "day", "week"}:
        snooze_until(turn, _snoozed(turn, argument))
        return
    day = _day_ahead(turn, argument)
    if day:
        snooze_until(turn, _morning(turn, day - turn.today))
    else:
        turn.post("snooze")


def _day_ahead(turn: Turn, argument: str) -> date | None:
    """Read a typed day after today, within a year; None if there is none."""
    day = parse_day(argument, turn.lang, turn.today) if argument else None
    return day if day and turn.today < day <= turn.today + FURTHEST else None


def snooze_until(turn: Turn, until: datetime) -> None:
    """Come back at a time, and say so."""
    followups.plan_snooze(turn, until)
    turn.post("note", say="snooze.done", until=until.isoformat(), ways="next")


def _snoozed(turn: Turn, word: str) -> datetime:
    if word == "hour":
        return turn.now + HOUR
    if word == "day":
        return deeds.tomorrow(turn)
    return _morning(turn, timedelta(days=7 - turn.today.weekday()))


def _morning(turn: Turn, ahead: timedelta) -> datetime:
    hour = turn.coachee.slot.at if turn.coachee.slot else time(9, 30)
    return at_local(turn.today + ahead, hour, turn.coachee.tz)


def _pause(turn: Turn, argument: str) -> None:
    day = _day_ahead(turn, argument)
    if day:
        until = at_local(day, time(), turn.coachee.tz)  # that day's own message comes again
        deeds.pause(turn, until)
        turn.post("note", say="pause.done", until=until.isoformat(), ways="again,next")
    else:
        dialogue.begin(turn, "pause_stop")


def _stop(turn: Turn, _argument: str) -> None:
    deeds.stop(turn)
    dialogue.begin(turn, "pause_stop", entry="stop")


def _again(turn: Turn, _argument: str) -> None:
    deeds.come_back(turn)
    if turn.coachee.state == "new":
        dialogue.begin(turn, "onboarding")
    else:
        turn.post("next", say="next.again")


def _help(turn: Turn, _argument: str) -> None:
    turn.reply = Reply(show=caring.help_page(turn))


def _data(turn: Turn, argument: str) -> None:
    turn.post("erase" if argument == "erase" else "data")


def _language(turn: Turn, argument: str) -> None:
    if argument in {"en", "fr"}:
        turn.change(lang=lang_of(argument), lang_chosen=True)
        turn.home_stale = True
        turn.post("next", say="next.language")
    else:
        turn.post("language")


COMMANDS: Mapping[str, Command] = {
    "next": _next,
    "hello": _hello,
    "thanks": _thanks,
    "start": _start,
    "begin": _begin,
    "begin_again": _begin_again,
    "plan": plan_clicks.page,
    "checkin": _checkin,
    "stuck": _dialogue("unblock"),
    "commit": _dialogue("commit"),
    "themes": _dialogue("choose_theme"),
    "settings": _page("settings"),
    "snooze": _snooze,
    "pause": _pause,
    "away": _pause,
    "stop": _stop,
    "again": _again,
    "why": _page("why"),
    "data": _data,
    "erase": _page("erase"),
    "language": _language,
    "resume": _resume,
    "leave": _leave,
    "help": _help,
}
"""Every command, by the name `bot/commands.py` reads or a button carries."""
