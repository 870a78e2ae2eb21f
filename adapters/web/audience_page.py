"""The page for the list of a campaign, as HTML: the form, what was understood, and refusals."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Literal, Protocol

from aiohttp import web
from babel.numbers import format_decimal

from adapters.web import audience_words as words
from adapters.web.layout import page
from bot.language import Lang, Wording

FILE = "list"
"""The name of the form's only field."""

MOST_FAULTS = 200
"""Lines named on the page; beyond that their number is said."""

Refusal = Literal["gone", "used", "refused", "closed"]

_REFUSALS: dict[Refusal, tuple[int, Wording, Wording]] = {
    "gone": (404, words.GONE_TITLE, words.GONE),
    "used": (409, words.USED_TITLE, words.USED),
    "refused": (403, words.REFUSED_TITLE, words.REFUSED),
    "closed": (409, words.REFUSED_TITLE, words.CLOSED),
}


class Fault(Protocol):
    """A line that cannot be used as it is; 0 is the file as a whole.

    `reason` is a wording key below `campaign_list.`, whose text has `{line}` and `{value}`.
    """

    @property
    def line(self) -> int:
        """From 1; 0 for the file."""

    @property
    def reason(self) -> str:
        """What is wrong."""

    @property
    def value(self) -> str:
        """What stands there."""


class Pages:
    """Draws the pages; `wording` has the reasons of faults, `limits` what is filled in."""

    def __init__(self, wording: Mapping[str, Wording], limits: Mapping[str, str]) -> None:
        self._wording = wording
        self._limits = limits

    def form(
        self,
        lang: Lang,
        told: Wording | None = None,
        faults: Sequence[Fault] = (),
        *,
        status: int = 200,
    ) -> web.Response:
        """Ask for a file; `told` is what was wrong with the one before."""
        columns = "".join(
            f"<tr><th scope='row'>{_said(name, lang)}</th><td>{_said(meaning, lang)}</td></tr>"
            for name, meaning in words.COLUMNS
        )
        fault = f"<p class='fault' id='fault'>{self._filled(told, lang)}</p>" if told else ""
        return page(
            lang,
            words.TITLE.text(lang),
            f"{fault}{self._faults(faults, lang)}<p>{_said(words.LEAD, lang)}</p>"
            f"<h2>{_said(words.COLUMNS_TITLE, lang)}</h2><table>{columns}</table>"
            f"<p class='note'>{_said(words.ORDER, lang)}</p>"
            f"<h2>{_said(words.EXAMPLE_TITLE, lang)}</h2><pre>{_said(words.EXAMPLE, lang)}</pre>"
            f"{self._picker(lang, wrong=bool(told))}",
            status=status,
        )

    def taken(self, lang: Lang, people: int, faults: Sequence[Fault]) -> web.Response:
        """Say how many people were understood, and what was not."""
        title = words.ONE_PERSON if people == 1 else words.PEOPLE
        told = self._faults(faults, lang)
        correct = f"<p>{_said(words.CORRECT, lang)}</p>" if faults else ""
        return page(
            lang,
            title.text(lang, {"n": _number(people, lang)}),
            f"<p class='said'>{_said(words.ADDED, lang)}</p><p>{_said(words.BACK, lang)}</p>"
            f"{told}{correct}",
        )

    def refusal(self, lang: Lang, why: Refusal) -> web.Response:
        """Say calmly why nothing is taken here."""
        status, title, text = _REFUSALS[why]
        body = f"<p>{escape(text.text(lang, self._limits))}</p>"
        return page(lang, title.text(lang), body, status=status)

    def _picker(self, lang: Lang, *, wrong: bool) -> str:
        fault = "aria-describedby='fault hint' aria-invalid='true'"
        described = fault if wrong else "aria-describedby='hint'"
        return (
            "<form method='post' enctype='multipart/form-data'>"
            f"<label for='file'>{_said(words.FILE, lang)}</label>"
            f"<p class='hint' id='hint'>{self._filled(words.FILE_HINT, lang)}</p>"
            f"<input type='file' id='file' name='{FILE}' accept='.csv,.txt,text/csv' required "
            f"{described}>"
            f"<p class='note'>{_said(words.CALM, lang)}</p>"
            f"<button>{_said(words.SEND, lang)}</button></form>"
        )

    def _faults(self, faults: Sequence[Fault], lang: Lang) -> str:
        if not faults:
            return ""
        named, left = faults[:MOST_FAULTS], len(faults) - MOST_FAULTS
        lines = "".join(f"<li>{self._fault(fault, lang)}</li>" for fault in named)
        more = f"<p>{_counted(words.MORE, left, lang)}</p>" if left > 0 else ""
        return f"<h2>{_counted(words.TO_CHECK, len(faults), lang)}</h2><ul>{lines}</ul>{more}"

    def _fault(self, fault: Fault, lang: Lang) -> str:
        # The line first: what stands there could itself hold the name of a gap.
        values = {"line": _number(fault.line, lang), "value": fault.value}
        return escape(self._wording[f"campaign_list.{fault.reason}"].text(lang, values))

    def _filled(self, wording: Wording, lang: Lang) -> str:
        return escape(wording.text(lang, self._limits))


def _said(wording: Wording, lang: Lang) -> str:
    return escape(wording.text(lang))


def _counted(wording: Wording, number: int, lang: Lang) -> str:
    return escape(wording.text(lang, {"n": _number(number, lang)}))


def _number(number: int, lang: Lang) -> str:
    return format_decimal(number, locale=lang)
