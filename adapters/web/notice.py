"""The public notice: what is kept, for whom and how long, from the policy that enforces it."""

from html import escape
from typing import Protocol

from aiohttp import web

from adapters.web import campaign_notice, team_notice
from adapters.web.layout import lang_asked, page
from bot.language import Lang, Wording
from bot.visibility import POLICY, STOPPED_KEPT, TRACES_KEPT, Keeps


class _Part(Protocol):
    """A module that says what the notice tells of one thing."""

    TITLE: Wording
    PARTS: tuple[tuple[Wording, Wording], ...]
    VALUES: dict[str, str]


_MODEL_AT = web.AppKey("model_at", str)
_TITLE = Wording("Déclic: your data", "Déclic : vos données")
_PURPOSE = Wording(
    "Déclic helps people progress through short, voluntary coaching sessions. It is not used, and "
    "is built so that it cannot be used, to evaluate, rank, reward, promote, discipline or dismiss "
    "anybody. Your own words are encrypted; nobody but you reads them. If you share your action "
    "plan, the one person you choose reads it, too. There is no telemetry and no tracking.",
    "Déclic aide à progresser par de courtes séances de coaching, volontaires. Il ne sert pas, et "
    "est construit pour ne pas pouvoir servir, à évaluer, classer, récompenser, promouvoir, "
    "sanctionner ou licencier qui que ce soit. Vos propres mots sont chiffrés ; personne d’autre "
    "que vous ne les lit. Si vous partagez votre plan d’action, la personne de votre choix le lit "
    "aussi. Il n’y a ni télémétrie ni traçage.",
)
_RIGHTS = Wording(
    "Type ‘my data’ in the chat to see, export or erase everything. Type ‘stop’ and nothing more "
    f"comes; {STOPPED_KEPT.days} days later everything is erased, except the fact that somebody "
    "stopped, which does not say who. Records of what was sent and when go after "
    f"{TRACES_KEPT.days} days.",
    "Tapez « mes données » dans la conversation pour tout voir, exporter ou effacer. Tapez "
    f"« stop » et plus rien ne vient ; {STOPPED_KEPT.days} jours plus tard, tout est effacé, "
    "sauf le fait que quelqu’un a arrêté, qui ne dit pas qui. Les traces de ce qui a été envoyé, "
    f"et quand, disparaissent après {TRACES_KEPT.days} jours.",
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
    "team": Wording("Answers in a team check-in", "Réponses au point d’équipe"),
    "invitation": Wording("Answers to an invitation", "Réponses à une invitation"),
}


_MODEL_OFF = Wording(
    "No language model is used: nothing you write is sent to one.",
    "Aucun modèle de langage n’est utilisé : rien de ce que vous écrivez ne lui est envoyé.",
)
_MODEL_ON = Wording(
    "A language model can suggest a wording. It is off for you until you turn it on in the "
    "settings. Then, each time you press ‘Suggest a wording’, one sentence of your commitment goes "
    "to {host}, with its theme, its language and the point to improve. Names, addresses, numbers "
    "other than counts and dates, words of health and any unusual word are taken out first. This "
    "is done by lists of words and can miss a name that is an ordinary word. A sentence in which "
    "the safety list or something private of somebody is noticed is not sent. The answer is "
    "marked as written by AI; you decide.",
    "Un modèle de langage peut proposer une formulation. Il est désactivé pour vous tant que vous "
    "ne l’activez pas dans les réglages. Ensuite, chaque fois que vous appuyez sur « Proposer une "
    "formulation », une phrase de votre engagement part vers {host}, avec son thème, sa langue et "
    "le point à améliorer. Les noms, les adresses, les nombres autres que quantités et dates, les "
    "mots de santé et tout mot inhabituel en sont d’abord retirés. Cela se fait par listes de mots "
    "et peut laisser passer un nom qui est aussi un mot courant. Une phrase où est remarqué un mot "
    "de la liste de sécurité, ou quelque chose de privé sur quelqu’un, n’est pas envoyée. La "
    "réponse porte la mention qu’elle est écrite par une IA ; c’est vous qui décidez.",
)


def add_routes(app: web.Application, model_at: str = "") -> None:
    """Serve `/privacy` and `/terms`, in the language of the browser.

    `model_at` is the host of the language model; empty where there is none.
    """
    app[_MODEL_AT] = model_at
    app.router.add_get("/privacy", _privacy)
    app.router.add_get("/terms", _terms)


async def _privacy(request: web.Request) -> web.Response:
    lang = lang_asked(request)
    rows = "".join(
        f"<tr><th scope='row'>{escape(_NAMES[kind].text(lang))}</th>"
        f"<td>{escape(rule.line.text(lang))}</td></tr>"
        for kind, rule in POLICY.items()
    )
    host = request.app[_MODEL_AT]
    model = escape((_MODEL_ON if host else _MODEL_OFF).text(lang, {"host": host}))
    return page(
        lang,
        _TITLE.text(lang),
        f"<p>{_said(_PURPOSE, lang)}</p><table>{rows}</table>"
        f"{_part(team_notice, lang)}{_part(campaign_notice, lang)}<p>{model}</p>"
        f"<p>{_said(_RIGHTS, lang)}</p>",
    )


async def _terms(request: web.Request) -> web.Response:
    lang = lang_asked(request)
    return page(
        lang, _TITLE.text(lang), f"<p>{_said(_PURPOSE, lang)}</p><p>{_said(_TERMS, lang)}</p>"
    )


def _part(part: _Part, lang: Lang) -> str:
    texts = "".join(
        f"<dt>{_said(heading, lang)}</dt><dd>{escape(text.text(lang, part.VALUES))}</dd>"
        for heading, text in part.PARTS
    )
    return f"<h2>{_said(part.TITLE, lang)}</h2><dl>{texts}</dl>"


def _said(wording: Wording, lang: Lang) -> str:
    return escape(wording.text(lang))
