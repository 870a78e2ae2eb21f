"""What the public notice says of campaigns: for people, works councils and their advisers."""

from bot.campaigns.content import LEAST
from bot.language import Wording
from bot.visibility import DRAFTS_KEPT, GROUP_OF, INVITED_KEPT, TRACES_KEPT

TITLE = Wording("Campaigns", "Les campagnes")

VALUES = {
    "group": str(GROUP_OF),
    "least": str(LEAST),
    "months": str(round(TRACES_KEPT.days * 12 / 365)),
    "days": str(INVITED_KEPT.days),
    "drafts": str(round(DRAFTS_KEPT.days * 12 / 365)),
}
"""What is filled into the texts, from the policy that enforces it."""

PARTS: tuple[tuple[Wording, Wording], ...] = (
    (
        Wording("What it is for", "À quoi elle sert"),
        Wording(
            "HR offers coaching on one to four themes, for some weeks, to {least} people or more, "
            "and says why. A campaign is not used to judge anybody, nor to find out who takes up "
            "an offer.",
            "Les RH proposent un coaching sur un à quatre thèmes, pendant quelques semaines, à au "
            "moins {least} personnes, et disent pourquoi. Une campagne ne sert à juger personne, "
            "ni à savoir qui accepte une proposition.",
        ),
    ),
    (
        Wording(
            "Why an invitation is no enrolment", "Pourquoi une invitation n’est pas une inscription"
        ),
        Wording(
            "Each person gets one invitation, at their own local time. Nothing else of the "
            "campaign comes before their yes. A no, or no answer, is told to nobody and has no "
            "consequence; whoever said yes can stop at any time. Whoever has said ‘stop’ is not "
            "invited. After the last week each person is asked once whether to go on; without an "
            "answer nothing more comes.",
            "Chaque personne reçoit une seule invitation, à son heure locale. Rien d’autre de la "
            "campagne ne vient avant son oui. Un non, ou l’absence de réponse, n’est dit à "
            "personne et reste sans conséquence ; après un oui, on peut arrêter à tout moment. Les "
            "personnes qui ont dit « stop » ne sont pas invitées. Après la dernière semaine, "
            "chaque personne est interrogée une fois pour savoir si elle souhaite continuer ; "
            "sans réponse, plus rien ne vient.",
        ),
    ),
    (
        Wording("What is collected", "Ce qui est recueilli"),
        Wording(
            "Whom HR names: the members of a channel or a group, people, or a list of mail "
            "addresses with time zone, team and site. From Slack or Teams, of these people: the "
            "account, language, time zone, mail address, and whether the account is a guest’s or "
            "closed. Names and addresses that HR listed are encrypted; to recognise one person in "
            "two accounts, only a keyed hash of the address is compared. Then: whether and when "
            "an invitation went out, and the person’s yes or no.",
            "Les personnes que les RH désignent : les membres d’un canal ou d’un groupe, des "
            "personnes, ou une liste d’adresses e-mail avec fuseau horaire, équipe et site. De "
            "Slack ou de Teams, pour ces personnes : le compte, la langue, le fuseau horaire, "
            "l’adresse e-mail, et si le compte est celui d’un invité ou s’il est fermé. Ce que "
            "les RH ont indiqué dans une liste est chiffré ; pour reconnaître une personne qui a "
            "deux comptes, seule une empreinte à clé de l’adresse est comparée. Ensuite : si et "
            "quand une invitation est partie, et le oui ou le non de la personne.",
        ),
    ),
    (
        Wording("Who sees what", "Qui voit quoi"),
        Wording(
            "HR and observers see how many people can be reached; HR also sees by name who cannot "
            "for a technical reason alone: no app, a closed account, a guest, no time zone. They "
            "see how many invitations were handled; sent ones, and those held back because "
            "somebody had stopped, paused, was on leave or had a full week, are one figure. Who "
            "said yes is a share of the group, rounded, with a margin, worked out once a day, and "
            "only if at least {group} people said yes and {group} did not, and no earlier "
            "campaign has some of the same people. Owners see, in addition, what HR did and when. "
            "Whoever runs Déclic sees ids. Nobody sees who answered what, nor anything that "
            "people write.",
            "Les RH et les observateurs voient combien de personnes sont joignables ; les RH "
            "voient en outre, nommément, qui ne l’est pas, seulement pour une raison technique : "
            "pas d’application, un compte fermé, un compte invité, aucun fuseau horaire. Ils "
            "voient combien d’invitations ont été traitées ; celles qui sont parties, et celles "
            "qui ont été retenues parce que la personne avait arrêté, était en pause ou en congé, "
            "ou avait une semaine pleine, forment un seul chiffre. Les oui sont une part du "
            "groupe, arrondie, avec une marge, établie une fois par jour, et seulement si au "
            "moins {group} personnes ont dit oui, si {group} ne l’ont pas dit, et si aucune "
            "campagne antérieure ne compte certaines de ces personnes. Les propriétaires voient "
            "en plus ce que les RH ont fait, et quand. La personne qui exploite Déclic voit des "
            "identifiants. Personne ne voit qui a répondu quoi, ni ce que les personnes écrivent.",
        ),
    ),
    (
        Wording("Figures of closed months", "Les chiffres des mois clos"),
        Wording(
            "HR and observers read figures of the company and its departments, of at least "
            "{group} people, for months that are over. They are fixed then; none is of a person "
            "or a team, and nothing can be filtered. Each look is written down. Owners read who "
            "looked; ‘my data’ shows how often it happened this month, and with which role.",
            "Les RH et les observateurs lisent des chiffres de l’entreprise et de ses services, "
            "d’au moins {group} personnes, pour des mois terminés. Ils sont alors fixés ; aucun "
            "ne porte sur une personne ou une équipe, et rien ne peut être filtré. Chaque "
            "consultation est notée. Les propriétaires lisent qui a regardé ; « mes données » "
            "montre combien de fois c’est arrivé ce mois-ci, et à quel titre.",
        ),
    ),
    (
        Wording("Lots and the preview", "Le tirage au sort et l’aperçu"),
        Wording(
            "If a campaign starts in waves, or with a part of the teams, lots are drawn by team, "
            "within each site and size; the draw is fixed before the first message, so that it "
            "can be checked. A preview is worked out from what is public about people, such as "
            "platform, time zone and language, with made-up answers; it tells nothing of who "
            "takes part, pauses, has stopped or answers.",
            "Si une campagne commence par vagues, ou avec une partie des équipes, le sort est "
            "tiré par équipe, au sein de chaque site et de chaque taille ; le tirage est figé "
            "avant le premier message, pour qu’il puisse être vérifié. Un aperçu est calculé à "
            "partir de ce qui est public, comme la plateforme, le fuseau horaire et la langue, "
            "avec des réponses inventées ; il ne dit rien de qui participe, est en pause, a arrêté "
            "ou répond.",
        ),
    ),
    (
        Wording("How long", "Combien de temps"),
        Wording(
            "Lists and answers to the invitation: {months} months after the campaign ends. The "
            "log of what HR did: {months} months. Somebody who never answered and was never "
            "anything else here: {days} days after the last campaign that invited them. Drafts "
            "that nobody launched, with their lists: {drafts} months.",
            "Les listes et les réponses à l’invitation : {months} mois après la fin de la "
            "campagne. Le journal de ce que les RH ont fait : {months} mois. Une personne qui n’a "
            "jamais répondu et n’est ici à aucun autre titre : {days} jours après la dernière "
            "campagne qui l’a invitée. Les brouillons que "
            "personne n’a lancés, avec leurs listes : {drafts} mois.",
        ),
    ),
    (
        Wording("Your rights", "Vos droits"),
        Wording(
            "‘why’ shows why a message came, or did not. ‘my data’ shows which campaigns you were "
            "invited to and what you answered, and erases it with everything else; then your "
            "address goes from the lists, too. What you wrote, promised and planned stays yours "
            "when a campaign is stopped.",
            "« pourquoi » montre pourquoi un message est venu, ou non. « mes données » montre à "
            "quelles campagnes vous avez été invité et ce que vous avez répondu, et l’efface avec "
            "tout le reste ; votre adresse disparaît alors aussi des listes. Ce que vous avez "
            "écrit, promis et planifié reste à vous quand une campagne est arrêtée.",
        ),
    ),
    (
        Wording("What no rule can promise", "Ce qu’aucune règle ne peut promettre"),
        Wording(
            "HR knows whom it invited, as it made the list. Figures that change from one day to "
            "the next can sometimes tell something of one person to somebody who knows the "
            "answers of all others. Whoever takes part can be seen doing so.",
            "Les RH savent qui a été invité, puisqu’elles ont fait la liste. Des chiffres qui "
            "changent d’un jour à l’autre peuvent parfois dire quelque chose d’une personne à "
            "quelqu’un qui connaît les réponses de toutes les autres. Il arrive que l’on voie "
            "quelqu’un participer.",
        ),
    ),
)
"""Headings and texts, in the order in which they are read."""
