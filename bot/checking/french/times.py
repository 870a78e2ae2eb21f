"""French: moments, and days that only look like one."""

import re

from bot.checking.french.words import EVENT, MONTHS, PERIOD, WEEKDAYS, spread
from bot.checking.lexicon import Times, any_of, one_of

_NAMED = "".join(
    f"(?<!{the} {name} )"
    for the in ("le", "mon", "notre", "du", "ce", "au", "les", "mes")
    for name in (
        *("rapport", "rapports", "bilan", "bilans", "reporting", "tableau", "releve"),
        *("planning", "budget", "compte-rendu", "bulletin"),
    )
)
"""« le rapport mensuel » is its name, « un rapport mensuel » is a promise."""

_MONTHS = MONTHS.replace(" ", "|")

TIMES = Times(
    no_moment_before=re.compile(r"\b(?:depuis|dernier|derniere|passee?)(?: le| la| les)? $"),
    standing=re.compile(
        rf"(?:\b(?:la|le|les|ma|mon|notre|ce) |l')[\w-]+ du {one_of(WEEKDAYS)}"
        rf"\b(?! \d)|\b{EVENT} (?:[\w-]+ )?du {one_of(WEEKDAYS)}\b(?! \d)"
        r"|(?<!lors )(?<!cours )(?<!occasion )\b(?:de la |de l'|du |de cette )[\w-]+ du"
        r" \d{1,2}(?: \w+)?"
        r"|\b(?!lundi|partir|compter|veille|lendemain|jour|ici)\w+ (?:de |d')(?:fin d'annee"
        r"|fin de (?:mois|semaine)|noel|paques"
        r"|ce matin|l'an|la toussaint)\b"
        r"|\b(?:marche|fete|repas|pot|planning|plannings|menu|prime|cadeaux?|vacances"
        r"|conges) de noel\b"
    ),
    looking_back=re.compile(r"\b(?:apres|suite a|depuis|lors de)\b[^,.;]{0,40}$"),
    any_time=re.compile(r"\bchaque\b[^,.]* (?:sous|dans les)\b"),
    gone=re.compile(r"\b(?:avais|avait|avaient|ai|ha|avons|ont|etait|etaient)\b"),
    repeated=re.compile(r"\b(?:chaque|tous les|toutes les)\b"),
    of=re.compile(r"\b(?:de|du|depuis) $"),
    deadline=re.compile(r"\b(?:avant|d'ici(?: a)?|jusqu'(?:a|au)|pour|au plus tard)(?: le| la)? $"),
    recurrence=re.compile(
        rf"\b(?:chaque|tous les|toutes les|ts les|ttes les)(?: \d+| deux| trois| quatre"
        rf"| cinq| huit| dix| quinze| premiers?| 1ers?| derniers?)*"
        rf" (?:{PERIOD})(?: du mois)?(?: (?:matins?|soirs?|midis?|apres-midi))?\b"
        rf"|{_NAMED}\b(?:quotidien\w*|hebdomadaire\w*|mensuel\w*|hebdo|trimestriel\w*|bimensuel\w*)\b"
        rf"|\b(?:une|deux|trois|\d+|quatre) fois (?:par|chaque|toutes les|tous les) {PERIOD}\b"
        rf"|\bdu {one_of(WEEKDAYS)} au {one_of(WEEKDAYS)}\b(?! \d)"
        rf"|\b(?:a la |a l'|au |lors de la |lors du )[\w-]+ du {one_of(WEEKDAYS)}\b(?! \d)"
        r"|\bpar (?:jour|semaine|mois|trimestre|reunion|an|sprint)\b|\bune? (?:semaine"
        r"|jour|mois|fois|reunion|soir|matin) sur (?:deux|trois|\d)\b"
        rf"|\b(?:a )?chaque (?!(?:membre|personne|collaborateur|collaboratrice|stagiaire|salarie"
        r"|equipe|agent|chef|cheffe|manager|responsable|collegue|directeur|directrice"
        r"|service|site|projet"
        r"|dossier|\w+(?:eur|euse|rice|aire|iste|ant|ante|ien|ienne|ier|iere))s?\b)"
        r"(?:(?:premier|dernier|premiere|derniere|fin de|debut de|retour de|prise de) )?[\w-]+"
        r"(?: (?:de|du) (?:\d+h?|reunion|match|service|equipe|mois))?"
        r"|\b\d+ fois ?/ ?(?:mois|semaine|jour|an|sem)\b"
        r"|\b(?:tous )?les \d{1,2} (?:du|de chaque) mois"
        rf"|\b(?:le )?(?:1er|premier|dernier|deuxieme|troisieme) {one_of(WEEKDAYS)} (?:du"
        rf"|de chaque) mois\b"
        r"|(?<= )/ ?(?:jour|semaine|mois|jr|sem|an)\b"
        r"|\b(?:1|un|une|\d+) ?/ ?(?:jour|semaine|mois|jr|sem)\b"
        rf"|\ble(?:s)? {one_of(WEEKDAYS)}s?(?: (?:matin|soir|midi|apres-midi)s?)?\b"
        r"(?! (?:\d|prochain|suivant|qui|en huit|de paques|de pentecote|de la|1er|\w+ (?:"
        + MONTHS.replace(" ", "|")
        + r")))"
        r"|\b(?:le|les) (?:matin|soir|midi)s?\b(?! (?:meme|du|de))"
        rf"|\b{one_of(' '.join(f'{day}s' for day in WEEKDAYS.split()))}\b"
        rf"|\b(?:a )?chaque {EVENT}(?: (?:de |d'|du )?[\w'-]+)?\b|\ben (?:debut|fin) de (?:reunion"
        r"|service|journee (?:de))\b"
    ),
    cue=re.compile(
        r"\b(?:tantot|au premier (?!plan|abord|degre|rang|chef|etage|tour|niveau)\w+|des"
        r" (?:reception|l'ouverture|la premiere \w+)"
        r"|en (?:arrivant|partant|quittant|rentrant|sortant)"
        r"|une fois (?:le |la |les |l'|mon |ma )\w+ \w+|dans la minute|au printemps"
        r"|a j ?[+-] ?\d+|les jours (?:im)?pairs"
        r"|aux heures \w+|en heures de pointe|d'ici l'ete|fin de semestre|sur le chemin du \w+)\b|"
        r"\b(?:juste |tout de suite )?(?:avant|apres|pendant|durant|lors|au cours|a l'occasion"
        r"|a l'issue|a la fin|au debut|en debut|en fin|a la suite|des la fin|des le debut)"
        r"\b(?! (?:tout\b|que\b|je\b|ca\b|\d|(?:une|un|deux|trois|quelques) (?:heure"
        r"|minute|quart|jour|semaine|moment)))"
        r"(?! midi)"
        rf"(?:(?: (?!je )[\w:'-]+){{0,5}}? {EVENT}\b"
        r"|(?: (?:de |d'|du |des |le |la |les |l'|mon |ma |mes |notre |nos |chaque |un |une |ce "
        r"|cette |son |sa |tout(?:e)? ))*(?:[\w'-]+)(?: (?:le |la |mon |ma |les |de ))?)"
        r"|\b(?:avant|apres|des|des la|a la|a l')(?: toute| chaque)? ?(?:envoi|signature|validation"
        r"|diffusion|publication|impression|expedition|relecture|lecture|decision|embauche|paie"
        r"|reception|parution|tirage|demarrage|coupure|cloture|encaissement|remise en service"
        r"|mise en (?:prod\w*|ligne|service|rayon)|fermeture|ouverture)\b"
        rf"|\b(?:avant|d'ici|d'ici a|des|courant|jusqu'en|jusqu'a) (?:{_MONTHS})\b"
        r"|\b(?:avant|apres|pendant|lors de|a) chacune? (?:de|des|d')\b(?: \w+){1,2}"
        r"|\ble (?:jour|soir|matin|lendemain) (?:du|de la|de le|de l'|des) (?!mois\b)[\w-]+"
        rf"|\b(?!a l'accueil\b)(?:au|aux|a la|a l'|a notre|a mon|a ma|dans la|dans le|dans mon"
        rf"|en(?! cours\b)|des le|des la"
        rf"|a chaque|au prochain|a la prochaine|dans notre|a nos|a mes|dans mes|pour la"
        rf"|pour le|dans nos|des mon|des ma|lors d'un)(?: prochaine?)?(?: [\w'-]+){{0,2}}?(?: "
        rf"|(?<=')){EVENT}\b"
        r"|\bprochaine? [\w-]+\b|\bles (?:soirs?|jours?|matins?) de (?!la\b)\w+\b|\ba la (?:pre"
        r"miere|moindre) (?:[\w'-]+ ?){1,3}|\bau moindre \w+|\ben cas de (?:[\w'-]+ ?){1,3}"
        r"|\ba la moindre \w+|\bdans l'heure\b"
        r"|\b(?:a|vers|avant) midi\b|\bprochaine fois\b|\bau (?:retour|lever|reveil|saut du lit)\b"
        r"|\ba mon (?:retour|arrivee)\b|\bdes mon (?:arrivee|retour)\b|\bau retour\b"
        r"|\ba (?:l'arrivee|la pause|la rentree|la releve|la sortie|la fin|la cantine)\b"
        rf"|\b(?:prochaine?s?|chaque) (?:[\w-]+ )?{EVENT}\b|\b{EVENT} prochaine?\b"
        r"|\b(?:cet ete|cet hiver|ce printemps|cet automne|pendant les vacances|en reunion"
        r"|ce week-end|ce semestre|le trimestre prochain|trimestre prochain|l'an prochain"
        r"|l'annee prochaine|ce sprint|sprint prochain|au t[1-4]|debut d'annee|en (?:debut|fin)"
        r" (?:de |d')\w+)\b|\b(?:en|d'ici|pour) 20\d\d\b|\bles prochain(?:e)?s (?:jours|semaines)\b"
    ),
    empty_cue=spread(
        any_of(
            r"quand (?:je aurai (?:cinq|dix) minutes|ce sera (?:plus calme|possible"
            r"|le moment)|je serai pret\w*"
            r"|je le sentirai|ca me viendra|je aurai la (?:tete|force)\b.*)|des que ca se libere",
            r"(?:quand|si|des que|lorsque|une fois que|tant que) (?:ce est |c'est "
            r"|il est |cela est )?"
            r"(?:possible|besoin|necessaire|utile|opportun|faisable)",
            r"(?:quand|si|des que|lorsque|une fois que|tant que) je (?:peux|pourrai"
            r"|trouve|trouverai"
            r"|serai (?:disponible|libre|moins|plus)|suis (?:disponible|libre|moins"
            r"|plus)|y pense|y "
            r"penserai)",
            r"(?:quand|si|des que|lorsque|une fois que) (?:je|on) (?:aurai|ai|aura|a|ai enfin|aurai"
            r" enfin|en aurai|en ai)(?: un| une| le| du| assez de| plus de| l'| la"
            r"| #| \d+| deux| petit"
            r"| de| peu)* ?(?:temps|moment|minutes?|occasion|creneau|dispo\w*|trou"
            r"|opportunite|energie"
            r"|courage|#|5|main|le occasion|possibilite|creux|battement|pause|moment|repit)",
            r"(?:quand|si|des que|lorsque) (?:le temps|les choses|ca|la charge|le travail"
            r"|l'activite)"
            r" (?:le permet|se calme\w*|permet\w*|sera|seront|ira)|le moment venu|quand ca se"
            r" (?:calme\w*|presente\w*)|si (?:l'occasion|le occasion) se presente"
            r"|quand (?:le occasion|l'occasion) se presente\w*",
        )
    ),
)
