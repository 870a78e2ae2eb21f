"""Proposals in words: what, the figure behind it with its uncertainty, and which way it went."""

from bot.adapting.applying import Applied
from bot.adapting.proposing import DropStar, Proposal, Share, clearly_above
from bot.days import say_day
from bot.language import Lang
from bot.library import Library
from bot.slots import say_slot


def proposal_text(library: Library, lang: Lang, proposal: Proposal) -> str:
    """Ask whether to do what is proposed."""
    return library.say(f"adapting.{_name(proposal)}", lang, **_what(library, lang, proposal))


def evidence_text(library: Library, lang: Lang, proposal: Proposal) -> str:
    """Say the figures behind a proposal, each with its interval and people, and the trend."""
    if isinstance(proposal, DropStar):
        shown, other = proposal.left, proposal.others
    else:
        shown, other = proposal.answered, proposal.there_answered
    figures = {"figure": _figure(library, lang, shown), "other": _figure(library, lang, other)}
    what = _what(library, lang, proposal)
    why = library.say(f"adapting.{_name(proposal)}_why", lang, **what, **figures)
    return f"{why} {_trend(library, lang, shown, proposal.before)}"


def changed_text(library: Library, lang: Lang, one: Applied) -> str:
    """Say what was changed, and on which day."""
    what = _what(library, lang, one.proposal)
    done = library.say(f"adapting.{_name(one.proposal)}_done", lang, **what)
    day = say_day(one.on, lang, one.on)
    return library.say("adapting.changed_line", lang, day=day, done=done)


def _name(proposal: Proposal) -> str:
    return "drop_star" if isinstance(proposal, DropStar) else "move_slot"


def _what(library: Library, lang: Lang, proposal: Proposal) -> dict[str, str]:
    if isinstance(proposal, DropStar):
        theme = library.themes.get(proposal.theme_id)
        return {"theme": theme.title.text(lang) if theme else proposal.theme_id}
    here, there = (say_slot(library, slot, lang) for slot in (proposal.here, proposal.there))
    return {"here": here, "there": there}


def _figure(library: Library, lang: Lang, share: Share) -> str:
    ends = {"value": share.value, "low": share.low, "high": share.high}
    said = {name: str(round(100 * end)) for name, end in ends.items()}
    banded = "figure_band" if share.up_to else "figure"
    people = {"people": str(share.people), "up_to": str(share.up_to)}
    return library.say(f"adapting.{banded}", lang, **said, **people)


def _trend(library: Library, lang: Lang, now: Share, before: Share | None) -> str:
    if before is None:
        return library.say("adapting.since_unknown", lang)
    up, down = clearly_above(now, before), clearly_above(before, now)
    way = "since_up" if up else "since_down" if down else "since_same"
    return library.say(f"adapting.{way}", lang, before=_figure(library, lang, before))
