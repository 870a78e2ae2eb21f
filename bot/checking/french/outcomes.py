"""French: figures and results that others co-determine."""

import re

from bot.checking.french.lists import METRICS
from bot.checking.french.words import spread
from bot.checking.lexicon import Outcomes, any_of, listed, one_of

OUTCOMES = Outcomes(
    metric=spread(
        any_of(
            listed(METRICS),
            one_of(
                "ventes vente ca taux score scores satisfaction nps turnover absenteisme"
                " reclamations "
                "plaintes accidents accident incidents marges marge engagement rotation"
                " rentabilite "
                "productivite efficacite performance qualite retards erreurs defauts"
                " rebuts couts cout "
                "resultats resultat kpi objectifs quota audience trafic frequentation tonnage "
                "disponibilite rendement stocks pannes delais delai impayes litiges fidelisation "
                "parts abonnes conversion panier volume tensions conflits audience demissions"
                " gaspillage casse chute chutes vol vols bris fuites blesse blesses blessure"
                " blessures"
                " agression agressions bagarre bagarres rupture ruptures sinistre sinistres"
                " abandon abandons echec echecs rejet rejets penalites anomalies degradations"
                " malaise malaises deces infections noyade"
            ),
            r"chiffre (?:d'|de )affaires|part de marche|arrets maladie|heures sup\w*"
            r"|temps de reponse"
            r"|\d+ ?% (?:de|sur|d')",
        )
    ),
    metric_subject=re.compile(
        r"^(?:que )?(?:le |la |les |mon |ma |mes |notre |nos )?(?:ventes?|chiffre|ca "
        r"|taux|score|satisfaction"
        r"|nps|turnover|absenteisme|reclamations?|plaintes?|accidents?|marges?|resultats?|couts?)"
        r"|^.* (?:attein\w+|depass\w+|grimp\w+|baiss\w+|augment\w+|chut\w+|recul\w+|doubl\w+"
        r"|tripl\w+|(?:pass|mont|tomb|descend|progress)\w* (?:a|de|sous|au-dessus de|en dessous"
        r" de))"
        r" (?:[\w'-]+ ){0,2}[+-]?\d"
    ),
    won=spread(
        any_of(
            r"passer sous (?:la barre|les?) .*\d*",
            r"passe\w*(?: [\w'-]+){0,3} (?:examen|concours|certif\w*|permis|audit|diplome"
            r"|habilitation)",
            r"sign\w+ (?:\d+|deux|trois|quatre|cinq|de nouveaux|un nouveau|le client) \w+",
            r"^(?:le |la |les )?(?:remporter|gagner|decrocher|obtenir|reussir)(?: de ici| #| au)*$",
            r"lev(?:er|e|erai|ons|erons) (?:des fonds|un tour|[\d,.]+ ?(?:m|k|millions?|euros"
            r"|000|milliers?)\b|\w+ millions?)",
            r"vend(?:re|s|rai) (?:\d+|[a-z]+ cent)",
            r"fai\w+ (?:baisser|monter|grimper|chuter|progresser|augmenter|decoller|tomber"
            r"|remonter|reculer)",
            r"finir (?:premier|premiere|n ?1|dans le top)|etre (?:elu|elue|certifie|promu"
            r"|promue|nomme|nommee|recu|recue|n ?1|numero)",
            r"(?:gagn\w+|remport\w+|reuss\w+|obten\w+|obtien\w+|decroch\w+|emport\w+"
            r"|conqu\w+|rafl\w+|empoch\w+)(?: [\w'-]+){0,4} (?:certif\w*|examen|appels? d'offres?"
            r"|appels? de offres?"
            r"|contrats?|certification|concours|marche|marches|clients?|promotion|diplome"
            r"|permis|prix"
            r"|poste|budget|audit|habilitation|label|deal|ao|affaire|match|abonnes?|subvention"
            r"|financement)",
            r"(?:remport\w+|obten\w+|obtien\w+|decroch\w+(?! (?:le|la|les|de)\b)) (?:le"
            r"|la|un|une|mon|ma|les|\d+|deux|trois)\b",
            r"(?:gagn\w+|remport\w+) (?:le|la|les|un|une|ce|cette|notre|son|sa|leur|mon|ma)"
            r" (?!temps)\w+|reuss\w+ (?:le|la|son|sa|leur|mon|ma|cette?|notre) \w+",
            r"^(?:tenir|tiens|respecter|battre|bats|depasser|exploser|pulveriser) (?:le|les|mon"
            r"|mes|nos)"
            r" (?:budgets?|delais?|records?|objectifs?|quotas?|cibles?)|^(?:closer|conclure"
            r"|signer|rafler"
            r"|emporter|conquerir) (?:le|la|l'|un|une|mon) ?(?:deal|affaire|marche|contrat"
            r" client|client)"
            r"|^(?:terminer|finir) sur le podium|^(?:me |se )?(?:classer|qualifier) (?:pour|dans"
            r"|en|premier\w*"
            r"|#)|^passer cadre|^valider l'annee|^(?:surperformer|cartonner|scorer|percer)\b"
            r"|^(?:rattraper|combler) (?:le|l'|mon|notre) ?(?:retard|ecart)|^retablir la situation"
            r"|^en finir avec|^(?:garder|conserver|perdre|convertir|capter) (?:le|les|des|un"
            r"|\d+) (?:clients?"
            r"|prospects?|kilos|points)|^(?:economiser|generer|degager|rapporter|perdre|froler)"
            r" (?:\d+"
            r"|une marge)",
            r"^(?:gagner|gagne)(?: #)?$|etre promue?|etre certifiee?|etre nommee?",
        )
    ),
    gained=any_of(r"signe\w*|vendu\w*|gagne\w*|recrute\w*|nouveaux? \w+"),
    figure_state=spread(
        any_of(
            r"(?:zero|0|aucune?|au plus|maximum|max|maxi|moins de|pas plus de|jamais plus de)"
            r" (?!fois|h\b|minutes|heures|tard\b|tot\b|vite\b"
            r"|(?:e-?mail|mail|message|appel|sms|texto|courriel|coup de fil|call)s?\b(?! (?:en "
            r"|non |sans"
            r"|dans |pas |de plus de)))(?<!moins de )\d* ?[a-z]\w+|moins de \d+ (?!h\b"
            r"|minutes)\w+",
            r"avoir (?:au plus|moins de|zero|au maximum|maximum|plus que|0|aucun)",
        )
    ),
    outcome=spread(
        any_of(
            r"^(?!(?:faire|envoyer|appeler)\b)(?:[\w'&-]+ ){0,5}(?:sous|au-dessus de"
            r"|en dessous de|a"
            r"|de|par|en baisse de|en hausse de|>|<|=|\+|inferieur a|superieur a|en-dessous de) ?(?"
            r":les )?"
            r"(?:moins de |plus de |[+-] ?)?\d\S* ?(?:%|pct|pour cent|points?)",
            r"^[+-]?\d+ ?(?:%|pct|pour cent)(?: (?:de|des|du|d')|$)",
            r"^(?:plus |moins )(?:de )?\d+ ?(?:%|pct)",
            r"^(?:[A-Za-z&'-]+ ){1,3}(?:[+-]|[<>=] ?)\d+",
            r"^(?:[A-Za-z&'-]+ ){1,3}\d+(?:[.,]\d+)? ?(?:%|pct|points|euros|k)(?: |$)",
            r"^(?:zero|0|aucune?) (?:accidents?|reclamations?|plaintes?|incidents?"
            r"|defauts?|retards?"
            r"|erreurs?|rebuts?|blesses?)",
        )
    ),
)
