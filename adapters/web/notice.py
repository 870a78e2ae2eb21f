"""The public notice: what is kept, for whom and how long, from the policy that enforces it."""

from html import escape

from aiohttp import web

from bot.language import LANGS, Lang, Wording
from bot.visibility import POLICY, STOPPED_KEPT, TRACES_KEPT, Keeps

_TITLE = Wording("Déclic: your data", "Déclic : vos données")
_PURPOSE = Wording(
    "Déclic helps people progress through short, voluntary coaching sessions. It is not used, and "
    "is built so that it cannot be used, to evaluate, rank, reward, promote, discipline or dismiss "
    "anybody. Your own words are encrypted; nobody but you reads them, and your action plan the "
    "one person you share it with, if you do. There is no telemetry and no tracking.",
    "Déclic aide à progresser par de courtes séances de coaching, volontaires. Il ne sert pas, et "
    "est construit pour ne pas pouvoir servir, à évaluer, classer, récompenser, promouvoir, "
    "sanctionner ou licencier qui que ce soit. Vos propres mots sont chiffrés ; personne d’autre "
    "que vous ne les lit, hormis la personne de votre choix pour votre plan d’action, si vous le "
    "partagez. Il n’y a ni télémétrie ni traçage.",
)
_RIGHTS = Wording(
    "Type ‘my data’ in the chat to see, export or erase everything. Type ‘stop’ and nothing more "
    f"comes; {STOPPED_KEPT.days} days later everything is erased. Records of what was sent and "
    f"when go after {TRACES_KEPT.days} days.",
    "Tapez « mes données » dans la conversation pour tout voir, exporter ou effacer. Tapez "
    f"« stop » et plus rien ne vient ; {STOPPED_KEPT.days} jours plus tard, tout est effacé. Les "
    f"traces de ce qui a été envoyé, et quand, disparaissent après {TRACES_KEPT.days} jours.",
)
_TERMS = Wording(
    "Taking part is voluntary and nobody is told who does. The program gives no medical, legal or "
    "psychological advice. It is run by your company, which answers for it.",
    "La participation est volontaire et personne n’est informé de qui participe. Le programme ne "
    "donne aucun conseil médical, juridique ou psychologique. Il est exploité par votre "
    "entreprise, qui en répond.",
)
_NAMES: dict[Keeps, Wording] = {
    "session": Wording("Answers in your words", "Réponses avec vos mots"),
    "goal": Wording("Goal", "But"),
    "commitment": Wording("Commitments", "Engagements"),
    "plan": Wording("Action plans", "Plans d’action"),
    "learning": Wording("Lines of your log", "Lignes de votre journal"),
    "feedback": Wording("Remarks on sessions", "Remarques sur les séances"),
    "rating": Wording("Ratings", "Notes"),
    "settings": Wording("Settings", "Réglages"),
}


def add_routes(app: web.Application) -> None:
    """Serve `/privacy` and `/terms`, in the language of the browser."""
    app.router.add_get("/privacy", _privacy)
    app.router.add_get("/terms", _terms)


async def _privacy(request: web.Request) -> web.Response:
    lang = _lang(request)
    rows = "".join(
        f"<tr><th scope='row'>{escape(_NAMES[kind].text(lang))}</th>"
        f"<td>{escape(rule.line.text(lang))}</td></tr>"
        for kind, rule in POLICY.items()
    )
    return _page(
        lang, f"<p>{_said(_PURPOSE, lang)}</p><table>{rows}</table><p>{_said(_RIGHTS, lang)}</p>"
    )


async def _terms(request: web.Request) -> web.Response:
    lang = _lang(request)
    return _page(lang, f"<p>{_said(_PURPOSE, lang)}</p><p>{_said(_TERMS, lang)}</p>")


def _lang(request: web.Request) -> Lang:
    asked = request.headers.get("Accept-Language", "").lower()
    return min(LANGS, key=lambda lang: asked.find(lang) % (len(asked) + 1))


def _said(wording: Wording, lang: Lang) -> str:
    return escape(wording.text(lang))


def _page(lang: Lang, body: str) -> web.Response:
    title = _said(_TITLE, lang)
    return web.Response(
        text=f"<!doctype html><html lang='{lang}'><meta charset='utf-8'>"
        "<meta name='viewport' content='width=device-width'>"
        f"<title>{title}</title><style>body{{font:1rem/1.5 system-ui;max-width:42rem;"
        "margin:2rem auto;padding:0 1rem}th{text-align:left;padding-right:1.5rem}</style>"
        f"<h1>{title}</h1>{body}</html>",
        content_type="text/html",
    )
