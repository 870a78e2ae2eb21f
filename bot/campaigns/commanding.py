"""`/coach-campaign`, and the same words typed in a chat."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, get_args

from rapidfuzz import fuzz, process, utils

from bot.campaigns import (
    company_settings,
    controlling,
    drafting,
    forms,
    granting,
    launching,
    looking,
    previewing,
    proposals,
    roles,
)
from bot.campaigns.content import LAUNCHED, Campaign, State
from bot.campaigns.granting import refusal
from bot.campaigns.presses import campaign_named
from bot.campaigns.roles import NotAllowed
from bot.campaigns.speaking import MAY_ACT, MAY_SEE, follow, hr_message, told
from bot.campaigns.wishing.wishes import read_wish
from bot.errors import InvalidAnswer
from bot.events import Commanded, Mention, Said
from bot.frame import paragraph
from bot.language import LANGS, Lang
from bot.messages import Bullets, Heading, Message, Reply
from bot.plain import plain
from bot.turn import Turn

Name = Literal[
    "new",
    "list",
    "preview",
    "launch",
    "status",
    "pause",
    "resume",
    "stop",
    "report",
    "stars",
    "slots",
    "proposals",
    "dashboard",
    "roles",
    "log",
    "help",
]
NAMES: tuple[Name, ...] = get_args(Name)

COMMAND = "coach-campaign"

PHRASES: Mapping[Name, Mapping[Lang, str]] = {
    "new": {"en": "new, create, draft", "fr": "nouvelle, nouveau, créer, brouillon"},
    "list": {"en": "list, all", "fr": "liste, lister, toutes"},
    "preview": {"en": "preview, time machine, show", "fr": "aperçu, prévisualiser, montrer"},
    "launch": {"en": "launch, start", "fr": "lancer, démarrer"},
    "status": {"en": "status, progress", "fr": "état, statut, avancement"},
    "pause": {"en": "pause, hold", "fr": "pause, suspendre"},
    "resume": {"en": "resume, continue", "fr": "reprendre, relancer"},
    "stop": {"en": "stop, end", "fr": "arrêter, stop, terminer"},
    "report": {"en": "report, results", "fr": "rapport, bilan, résultats"},
    "stars": {"en": "stars, star, star themes", "fr": "étoiles, étoile, thèmes phares"},
    "slots": {"en": "slots, slot, times", "fr": "créneaux, créneau, horaires"},
    "proposals": {"en": "proposals, proposal", "fr": "propositions, proposition"},
    "dashboard": {"en": "dashboard, figures", "fr": "tableau, tableau de bord, chiffres"},
    "roles": {"en": "roles, role, grant", "fr": "rôles, rôle, droits"},
    "log": {"en": "log, audit", "fr": "journal, historique"},
    "help": {"en": "help, commands", "fr": "aide, commandes"},
}
"""What stands for a command; both languages are understood by everybody."""

_ADDRESS = ("coach campaign", "campaign", "campagne", "coach campagne")
_ALIKE = 80
_SAME = 70

_KNOWN: Mapping[str, Name] = {
    plain(phrase).strip(): name
    for name, listed in PHRASES.items()
    for lang in LANGS
    for phrase in listed[lang].split(",")
}
_MEANT: Mapping[Name, frozenset[State]] = {
    "preview": frozenset({"draft"}),
    "launch": frozenset({"draft"}),
    "pause": frozenset({"launching", "running"}),
    "resume": frozenset({"paused"}),
    "stop": LAUNCHED,
    "report": frozenset({*LAUNCHED, "stopped", "ended"}),
}
"""In which states a campaign can be meant by a command."""


def asked(event: Commanded | Said) -> tuple[Name, str] | None:
    """Read a campaign command and what follows it; None if it is none."""
    if isinstance(event, Commanded):
        if event.name.removeprefix("/") != COMMAND:
            return None
        return _read(event.text)
    return _addressed(event.text)


def run(turn: Turn, event: Commanded | Said, name: Name, rest: str) -> None:
    """Carry out a command; who has no role is told whom to ask."""
    if event.elsewhere:
        turn.reply = Reply(notice=turn.text("next.elsewhere"))
    try:
        _COMMANDS[name](turn, event, rest)
    except NotAllowed:
        turn.reply = Reply(show=refusal(turn))


def help_message(turn: Turn) -> Message:
    """List what can be typed."""
    lines = tuple(
        f"{turn.text(f'campaign.word_{n}')} · {turn.text(f'campaign.help_{n}')}"
        for n in NAMES
        if n != "help"
    )
    title = turn.text("campaign.help_title")
    example = paragraph(turn.text("campaign.help_example"))
    return hr_message(turn, title, Heading(title), Bullets(lines), example)


def _read(text: str) -> tuple[Name, str]:
    """Read the words behind the command; what is no command at all is a wish for help."""
    return _named(text) or ("help", "")


def _named(text: str) -> tuple[Name, str] | None:
    words = text.split()
    if not words:
        return "list", ""
    for many in (3, 2, 1):
        if len(words) < many:
            continue
        said = plain(" ".join(words[:many]))
        found = process.extractOne(said, list(_KNOWN), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if found:
            return _KNOWN[found[0]], " ".join(words[many:])
    return None


def _addressed(text: str) -> tuple[Name, str] | None:
    """Read words typed in a chat: without a command behind it a campaign is any campaign."""
    words = text.removeprefix("/").replace("-", " ").split()
    for many in (2, 1):
        if plain(" ".join(words[:many])) in _ADDRESS:
            return _named(text.split(maxsplit=_typed(text, many))[-1] if words[many:] else "")
    return None


def _typed(text: str, many: int) -> int:
    """Count the words as typed: `coach-campaign` is one, although it reads as two."""
    return 1 if "-" in text.split(maxsplit=1)[0] else many


def _new(turn: Turn, event: Commanded | Said, rest: str) -> None:
    """Make a draft of words, or offer the form."""
    roles.demand(turn, *MAY_ACT)
    if not rest:
        _offer_form(turn, event)
        return
    titles = {i: theme.title for i, theme in turn.library.themes.items()}
    wish = read_wish(rest, event.mentions, turn.lang, turn.today, titles)
    here = _here(event)
    made = drafting.create_from_words(turn, wish, wish.audience or here)
    follow(turn, turn.uow.campaigns.get(made.id) or made)
    if wish.left or wish.unknown:
        left = " ".join([*wish.unknown, wish.left]).strip()
        turn.reply = Reply(show=told(turn, "campaign.not_understood", left=left[:200]))


def _offer_form(turn: Turn, event: Commanded | Said) -> None:
    if isinstance(event, Said):  # where only a button can open a form
        turn.post("campaign_new")
        return
    card = turn.card_for(turn.coachee, "campaign_new")
    turn.reply = Reply(form=forms.new_form(turn, card))


def _here(event: Commanded | Said) -> tuple[Mention, ...]:
    return (Mention("channel", event.channel.id, ""),) if event.channel else ()


def _list(turn: Turn, _event: Commanded | Said, _rest: str) -> None:
    roles.demand(turn, *MAY_SEE)
    turn.post("campaign_list")


def _help(turn: Turn, _event: Commanded | Said, _rest: str) -> None:
    roles.demand(turn, *MAY_SEE)
    turn.reply = Reply(show=help_message(turn))


def _stars(turn: Turn, event: Commanded | Said, _rest: str) -> None:
    company_settings.show(turn, company_settings.STARS, event)


def _slots(turn: Turn, event: Commanded | Said, _rest: str) -> None:
    company_settings.show(turn, company_settings.SLOTS, event)


def _proposals(turn: Turn, _event: Commanded | Said, _rest: str) -> None:
    proposals.show(turn)


def _roles(turn: Turn, event: Commanded | Said, rest: str) -> None:
    """Show the roles, or give one in words: `roles hr @name`."""
    roles.demand(turn)
    people = tuple(m for m in event.mentions if m.kind == "person")
    said = plain(rest).split()
    role = next((r for r in granting.GIVEN if r in said), None)
    if people and role:
        try:
            granting.give(turn, people, role)
        except InvalidAnswer as error:
            turn.reply = Reply(notice=turn.text(error.told))
            return
    turn.post("campaign_roles")


def _log(turn: Turn, _event: Commanded | Said, _rest: str) -> None:
    roles.demand(turn)
    turn.post("campaign_log")


def _dashboard(turn: Turn, _event: Commanded | Said, _rest: str) -> None:
    looking.offer(turn)


def _about(
    act: Callable[[Turn, Campaign], object], name: Name
) -> Callable[[Turn, Commanded | Said, str], None]:
    """Carry out what is about one campaign: the one named, or the only one that can be meant."""

    def command(turn: Turn, _event: Commanded | Said, rest: str) -> None:
        roles.demand(turn, *(MAY_SEE if name in {"status", "preview", "report"} else MAY_ACT))
        found = _meant(turn.uow.campaigns.all(), name, rest)
        if found is None:
            turn.post("campaign_list")
            return
        act(turn, campaign_named(turn, found.id))

    return command


def _meant(every: Sequence[Campaign], name: Name, rest: str) -> Campaign | None:
    states = _MEANT.get(name)
    could = [one for one in every if states is None or one.state in states]
    if rest:
        names = {one.id: one.terms.name for one in could}
        found = process.extractOne(
            rest, names, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=_SAME
        )
        return next((one for one in could if found and one.id == found[2]), None)
    return could[0] if len(could) == 1 else None


def _launch(turn: Turn, campaign: Campaign) -> None:
    launching.outlook(turn, campaign)
    turn.post("campaign_launch", campaign=campaign.id)


def _stop(turn: Turn, campaign: Campaign) -> None:
    """Ask first: the message of the campaign has the button, with its question."""
    follow(turn, campaign)
    turn.reply = Reply(show=told(turn, "campaign.press_stop", name=campaign.terms.name))


def _then_follow(act: Callable[[Turn, Campaign], Campaign]) -> Callable[[Turn, Campaign], object]:
    return lambda turn, campaign: follow(turn, act(turn, campaign))


def _report(turn: Turn, campaign: Campaign) -> None:
    roles.note(turn, "reported", campaign.id)
    looking.looked_in_chat(turn)
    turn.post("campaign_report", campaign=campaign.id)


_COMMANDS: Mapping[Name, Callable[[Turn, Commanded | Said, str], None]] = {
    "new": _new,
    "list": _list,
    "preview": _about(previewing.show, "preview"),
    "launch": _about(_launch, "launch"),
    "status": _about(follow, "status"),
    "pause": _about(_then_follow(controlling.pause), "pause"),
    "resume": _about(_then_follow(controlling.resume), "resume"),
    "stop": _about(_stop, "stop"),
    "report": _about(_report, "report"),
    "stars": _stars,
    "slots": _slots,
    "proposals": _proposals,
    "dashboard": _dashboard,
    "roles": _roles,
    "log": _log,
    "help": _help,
}
