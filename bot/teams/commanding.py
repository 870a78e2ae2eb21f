"""`/coach-team`, and the same words said to the bot in a channel."""

from collections.abc import Callable, Mapping
from typing import Literal, get_args

from rapidfuzz import fuzz, process

from bot.commands import parse
from bot.events import Commanded, Said
from bot.language import LANGS, Lang, lang_of
from bot.messages import Bullets, Heading, Message, Option, Reply
from bot.plain import plain
from bot.teams import looping, pages, rhythm, setting_up
from bot.teams.content import Team
from bot.teams.joining import NotInTeam, member_of, refresh, show_setup
from bot.teams.results import results_message
from bot.teams.rounds import open_round
from bot.teams.speaking import in_channel, plain_message, told
from bot.turn import Turn

Name = Literal["status", "setup", "now", "pause", "resume", "results", "close_loop", "help"]
NAMES: tuple[Name, ...] = get_args(Name)

LISTED: tuple[Name, ...] = ("setup", "now", "pause", "resume", "results", "close_loop")
"""Commands shown by help, in this order."""

COMMAND = "coach-team"

PHRASES: Mapping[Name, Mapping[Lang, str]] = {
    "status": {"en": "status, check-in, checkin, team", "fr": "état, point, équipe, où en est-on"},
    "setup": {
        "en": "setup, set up, settings, configure, change, champion",
        "fr": "régler, réglages, configurer, paramètres, changer, configuration, animer, qui anime",
    },
    "now": {
        "en": "now, ask now, check-in now",
        "fr": "maintenant, lancer maintenant, demander maintenant, point maintenant",
    },
    "pause": {"en": "pause, stop, suspend", "fr": "pause, mettre en pause, suspendre, arrêter"},
    "resume": {"en": "resume, continue, unpause", "fr": "reprendre, continuer, relancer"},
    "results": {"en": "results, result, summary", "fr": "résultats, résultat, synthèse, bilan"},
    "close_loop": {
        "en": "close-loop, close loop, close the loop, loop, answer the team",
        "fr": "retour, faire un retour, boucler, boucler la boucle, conclure, répondre à l'équipe",
    },
    "help": {"en": "help, commands, how", "fr": "aide, commandes, comment"},
}
"""What stands for a command; both languages are understood by everybody."""

_WHOLE = "coach team"
_ADDRESS = ("team", "equipe", "l equipe")
_ALIKE = 82

_KNOWN: Mapping[str, Name] = {
    plain(phrase).replace("-", " "): name
    for name, listed in PHRASES.items()
    for lang in LANGS
    for phrase in listed[lang].split(",")
}


def named(text: str, *, addressed: bool) -> Name | None:
    """Read a team command; None if it is none.

    `addressed` texts come after `/coach-team` or are said to the bot in a channel; elsewhere a
    command begins with the word team. Where there are no slash commands, one is typed as it is
    written.
    """
    words = " ".join(plain(text).removeprefix("/").replace("-", " ").split())
    if words == _WHOLE:
        return "status"
    for address in (_WHOLE, *_ADDRESS):
        if words == address or words.startswith(f"{address} "):
            rest = words.removeprefix(address).strip()
            return _found(rest) if rest or not addressed else "status"
    return _found(words) if addressed else None


def asked(event: Commanded | Said) -> Name | None:
    """Tell which team command somebody gave, if any."""
    if isinstance(event, Said):
        return named(event.text, addressed=event.channel is not None) or _else(event)
    if event.name.removeprefix("/") != COMMAND:
        return None
    return named(event.text, addressed=True) or ("help" if event.text.strip() else "status")


def run(turn: Turn, event: Commanded | Said, name: Name) -> None:
    """Carry out a command, in the team of the channel or the person's only one."""
    if name == "help":
        turn.reply = Reply(show=help_message(turn))
        return
    team = _team(turn, event)
    if team is None:
        key = "team.no_channel" if event.channel is None else "team.not_here"
        turn.reply = Reply(show=told(turn, key))
        return
    try:
        member_of(turn, team)
    except NotInTeam:
        refresh(in_channel(turn, team), team)
        raise
    _COMMANDS[name](turn, team, isinstance(event, Said) and event.channel is not None)


def ask_now(turn: Turn, team: Team) -> None:
    """Open a round at once; it takes the place of the next one of the rhythm.

    Raises:
        NotInTeam: the person is no member.
    """
    member_of(turn, team)
    if turn.uow.teams.open_round(team.id):
        turn.reply = Reply(notice=turn.text("team.already_open"))
    elif team.state == "proposed":
        turn.reply = Reply(notice=turn.text("team.confirm_first"))
    elif not team.whole:
        turn.reply = Reply(notice=turn.text("team.too_many"))
    else:
        channel = in_channel(turn, team)
        open_round(channel, team)
        now = turn.uow.teams.look(team.id) or team
        rhythm.plan_next(channel, now)
        channel.refresh(now.card_token)
        turn.reply = Reply(notice=turn.text("team.opened"))


def help_message(turn: Turn) -> Message:
    """List what can be typed."""
    lines = (f"{turn.text(f'team.word_{n}')} · {turn.text(f'team.help_{n}')}" for n in LISTED)
    return plain_message(
        turn,
        turn.text("team.help_title"),
        Heading(turn.text("team.help_title")),
        Bullets(tuple(lines)),
    )


def _else(event: Said) -> Name | None:
    """Answer words said in a channel that are no command with help, never as a person's answer."""
    lang = lang_of(event.actor.locale)
    return "help" if event.channel and parse(event.text, lang) is None else None


def _found(words: str) -> Name | None:
    known = process.extractOne(words, list(_KNOWN), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return _KNOWN[known[0]] if known else None


def _team(turn: Turn, event: Commanded | Said) -> Team | None:
    if event.channel:
        found = turn.uow.teams.find(event.actor.workspace, event.channel.id)
        return found if found and found.state != "gone" else None
    mine = turn.uow.teams.of(turn.coachee.id)
    return turn.uow.teams.get(mine[0].id) if len(mine) == 1 else None


def _status(turn: Turn, team: Team, public: bool) -> None:
    if public:
        show_setup(turn, team)
    else:
        turn.reply = Reply(show=pages.status_message(turn, team))


def _setup(turn: Turn, team: Team, public: bool) -> None:
    """Open the form; where only a button can, show the message that has it."""
    if public:
        show_setup(turn, team)
        return
    form = setting_up.setup_form(turn, team, f"{team.card_token}.setup")
    turn.reply = Reply(form=form)


def _now(turn: Turn, team: Team, _public: bool) -> None:
    ask_now(turn, team)


def _pause(turn: Turn, team: Team, _public: bool) -> None:
    setting_up.pause(turn, team)
    turn.reply = Reply(notice=turn.text("team.paused"))


def _resume(turn: Turn, team: Team, _public: bool) -> None:
    setting_up.confirm(turn, team)
    turn.reply = Reply(notice=turn.text("team.resumed"))


def _results(turn: Turn, team: Team, public: bool) -> None:
    if public:
        in_channel(turn, team).post("team_results", team=team.id)
    else:
        turn.reply = Reply(show=results_message(turn, team, team.card_token or ""))


def _close_loop(turn: Turn, team: Team, public: bool) -> None:
    looping.may_close(turn, team)
    one = looping.latest_closed(turn, team)
    if public:
        way = Option("team:loop", turn.text("team.loop_title"), "primary", form=True)
        turn.reply = Reply(show=pages.one_button(turn, team, "team.loop_intro", way))
    else:
        turn.reply = Reply(form=looping.loop_form(turn, team, one, team.card_token or ""))


_COMMANDS: Mapping[Name, Callable[[Turn, Team, bool], None]] = {
    "status": _status,
    "setup": _setup,
    "now": _now,
    "pause": _pause,
    "resume": _resume,
    "results": _results,
    "close_loop": _close_loop,
}
