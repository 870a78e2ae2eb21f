"""What the public notice says of team check-ins: for people, works councils and their advisers."""

from adapters.web.team.links import LIVES
from bot.language import Wording
from bot.visibility import GROUP_OF, STOPPED_KEPT, TRACES_KEPT

TITLE = Wording("Team check-ins", "Les points d’équipe")

VALUES = {
    "group": str(GROUP_OF),
    "months": str(round(TRACES_KEPT.days * 12 / 365)),
    "days": str(STOPPED_KEPT.days),
    "minutes": str(LIVES // 60),
}
"""What is filled into the texts, from the policy that enforces it."""

PARTS: tuple[tuple[Wording, Wording], ...] = (
    (
        Wording("What it is for", "À quoi il sert"),
        Wording(
            "A team takes one minute to say how its work goes, and fifteen to talk about it. It "
            "is voluntary: ‘Not this time’ and no answer are told to nobody. It is not used to "
            "judge a person or a team.",
            "Une équipe prend une minute pour dire comment va son travail, et quinze pour en "
            "parler. C’est volontaire : « Pas cette fois » ou l’absence de réponse ne sont dits à "
            "personne. Il ne sert à juger ni une personne ni une équipe.",
        ),
    ),
    (
        Wording("What is collected", "Ce qui est recueilli"),
        Wording(
            "Who is in the channel, as Slack or Teams tells it, without guests and people who "
            "said stop. Of each who answers: energy, clarity of role and of goal from 1 to 5, a "
            "type of blocker, two optional lines, and the wish for a reminder. From an ‘unblock’ "
            "session only the type of blocker, and only after a yes. No message of the channel is "
            "read but those to Déclic.",
            "Qui est dans le canal, tel que Slack ou Teams le dit, sans les invités ni les "
            "personnes qui ont dit stop. De chaque personne qui répond : énergie, clarté du rôle "
            "et du but de 1 à 5, un genre de blocage, deux lignes facultatives, et le souhait "
            "d’un rappel. D’une séance « débloquer », seulement le genre de blocage, et seulement "
            "après un oui. Aucun message du canal n’est lu, sauf ceux adressés à Déclic.",
        ),
    ),
    (
        Wording("Who sees what", "Qui voit quoi"),
        Wording(
            "The whole team sees one summary at the same moment: words for levels, types of "
            "blocker that at least three people named, and lines whose authors said yes to their "
            "final form, from three lines on and without names. Below {group} answers nobody sees "
            "anything and the answers are erased. Nobody sees who answered: not the manager, not "
            "HR, not the person who leads the talk. In a public channel, everybody who can open "
            "it reads the summary. The page of closed check-ins says nothing more, and its link "
            "works for {minutes} minutes for whoever is in the team.",
            "Toute l’équipe voit la même synthèse au même moment : des niveaux en mots, les "
            "genres de blocage qu’au moins trois personnes ont cités, et les lignes dont les "
            "auteurs ont accepté la forme finale, à partir de trois lignes et sans nom. En "
            "dessous de {group} réponses, personne ne voit rien et les réponses sont effacées. "
            "Personne ne voit qui a répondu : ni le manager, ni les RH, ni la personne qui anime "
            "l’échange. Dans un canal public, toute personne qui peut l’ouvrir lit la synthèse. La "
            "page des points clos ne dit rien de plus, et son lien fonctionne {minutes} minutes "
            "pour qui est dans l’équipe.",
        ),
    ),
    (
        Wording("How long", "Combien de temps"),
        Wording(
            "Answers, and types from an ‘unblock’ session: until the check-in closes, three "
            "working days after it opens; then they and every link to a person are deleted in "
            "one step. Numbers behind the words: until the next summary after somebody joined or "
            "left. Summaries, approved lines, what was said back and agreed on, and blockers no "
            "longer followed: {months} months. Membership and the wish for reminders: as long as "
            "somebody is in the channel. Everything of a team, after Déclic is removed from its "
            "channel: {days} days.",
            "Les réponses, et les genres de blocage venus d’une séance « débloquer » : jusqu’à "
            "la clôture du point, trois jours ouvrés après son ouverture ; tout est alors "
            "supprimé en une fois, avec tout lien vers une personne. Les nombres derrière les "
            "mots : jusqu’à la première synthèse qui suit une arrivée ou un départ. Les "
            "synthèses, les lignes acceptées, les retours, ce qui a été décidé et les blocages "
            "qui ne sont plus suivis : {months} mois. L’appartenance à l’équipe et le souhait "
            "d’un rappel : tant que la personne est dans le canal. Tout ce qui touche une "
            "équipe, une fois Déclic retiré de son canal : {days} jours.",
        ),
    ),
    (
        Wording("Backups", "Sauvegardes"),
        Wording(
            "A backup made while a check-in is open holds its answers, encrypted, with a link to "
            "the person, for as long as the company keeps that backup. A backup and the key "
            "belong in different hands.",
            "Une sauvegarde faite pendant qu’un point est ouvert contient ses réponses, "
            "chiffrées, avec un lien vers la personne, aussi longtemps que l’entreprise garde "
            "cette sauvegarde. La sauvegarde et la clé doivent être entre des mains différentes.",
        ),
    ),
    (
        Wording("What no rule can promise", "Ce qu’aucune règle ne peut promettre"),
        Wording(
            "Colleagues who tell each other all their answers but one know the last one. When "
            "somebody joins or leaves and a word changes from one summary to the next, it can "
            "sometimes be guessed why. A line can be known by its style.",
            "Des collègues qui se disent toutes leurs réponses sauf une connaissent la dernière. "
            "Quand quelqu’un arrive ou part et qu’un mot change d’une synthèse à l’autre, on peut "
            "parfois deviner pourquoi. Une ligne peut se reconnaître à son style.",
        ),
    ),
)
"""Headings and texts, in the order in which they are read."""
