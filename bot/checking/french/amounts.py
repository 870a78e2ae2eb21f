"""French: what can be counted, and what is left open."""

import re

from bot.checking.french.lists import DELIVERABLES
from bot.checking.french.words import spread
from bot.checking.lexicon import Amounts, any_of, listed, one_of

_PERSONS = one_of(
    "collegues clients clientes usagers agents eleves parents patients residents salaries employes"
    " ouvriers operateurs techniciens vendeurs vendeuses infirmieres soignants profs professeurs"
    " enseignants chercheurs ingenieurs developpeurs chauffeurs livreurs benevoles stagiaires"
    " apprentis alternants jeunes anciens nouveaux partenaires fournisseurs managers chefs cadres"
    " personnes membres collaborateurs collaboratrices equipiers gars filles"
)

AMOUNTS = Amounts(
    open_amount=spread(
        any_of(
            r"(?:(?<=\wer )|(?<=\wir )|(?<=\wre )|(?<=oir ))plus(?= ?$| [,#])",
            r"(?<!\bau )(?<!\bne )(?<!\bnon )(?<!\ben )plus(?! tard\b| tot\b| de \d|$| ,| que\b)",
            r"(?<!\bau )(?<!\bdu )moins(?! de \d| \d)|davantage|trop de|de nombreux|de nombreuses"
            r"|une foule de|une serie de|un paquet de|une tonne de|une bonne partie"
            r"|un bout de|une bonne dose|une flopee|une tripotee|une gang|bon nombre|la majorite"
            r"|une majorite|legerement|partiellement|en partie|autour de moi|telle ou telle"
            r"|tel ou tel|quelqu'un|deux-trois|deux trois|suffisamment|assez de|une part de"
            r"|a droite (?:et )?a gauche|un minimum de|sensiblement|considerablement"
            r"|differente?s|maint(?:e?s)|en quantite|un petit peu|le moins possible|ici et la"
            r"|de-ci de-la"
            r"|l'un ou l'autre|une variete de|une dose de|un (?:supplement|surplus|soupcon) de"
            r"|un nombre suffisant de|une quantite raisonnable|dans une certaine mesure|fortement"
            r"|largement|tant que je peux|un chouia|un tantinet|enormement|en masse|toutes"
            r" sortes|(?:tres )?peu de"
            r"|un peu|beaucoup|quelques?|quelque"
            r" chose|certaine?s|plusieurs|pas mal|(?:des|les) gens|du monde|(?<!tout )le monde$"
            r"|(?<!tout )le monde #|aux gens|ca et la|par-ci(?: |-)par-la"
            r"|par ci(?:,)? par la|divers\w*|un max"
            r"|un maximum|au maximum|le maximum|le plus possible|autant que|la plupart"
            r"|une partie|une poignee|quelques-uns"
            r"|tas de|plein de|nombre de|du mieux|moult|un brin|plus longtemps|plus vite",
        )
    ),
    closed_amount=spread(
        any_of(
            r"(?:plus|moins) de (?:une?|deux|trois|quatre|cinq|dix|vingt)|(?:le|la"
            r"|les) (?:plus|moins) \w+|plus du tout|a moins",
            r"ne (?:[\w'-]+ ){0,3}plus(?! de)|(?:plus|moins) (?:de |d')?\d+|au (?:plus|moins)"
            r"|(?:de|en) plus|plus (?:jamais|aucun\w*|personne|rien|tard|que|tot)|au plus tard"
            r"|une fois de plus|non plus|plus ou moins|(?<!de )plus (?=\w+er\b|\w+ir\b|\w+re\b)",
        )
    ),
    bare_plural=spread(
        re.compile(
            r"\b(?:demand|parl|propos|montr|expliqu|pos|donn|telephon|envo[iy]|rend)\w*"
            r"(?: [\w'-]+){0,3} (?:a|chez) des \w+[sx]\b|"
            rf"\b(?:avec|aupres de|parmi|entre) des {_PERSONS}\b|"
            r"(?:(?:^|, )|\b(?:je |on "
            r"|et |ne )(?:(?:me|te|lui|leur|y|en|nous) )*\w+ (?:\w+ment "
            r"|lui |leur |plus |moi )?"
            r"|\b(?!(?:l?'?ordre|nombre|lettre|titre|membre|centre|chiffre|cadre|registre"
            r"|livre|offre|autre) )\w+(?:er|ir|re|oir) (?:\w+ment |plus |[^,]{0,20}# )?)(?:des"
            r"|de nouvelles"
            r"|de nouveaux|de bonnes|de bons|de vraies)"
            r" (?!que\b|le\b|la\b|les\b|son\b|mon\b|ma\b|mon\b|ce\b|demain|lundi|mardi"
            r"|mercredi|jeudi"
            r"|vendredi|#|\d|maintenant|cette|aujourd|a present|deux|trois|vacances|conges"
            r"|excuses|nouvelles (?:de|du|d'|a)\b|"
            r"(?:\w+ )?(?:prix|heures sup))(?:\w+ )?(?:\w+[sx]|feedback|1:1|coup de fil|appel"
            r"|mail|message)(?!\w)(?! a \w+er)"
        )
    ),
    deliverable=any_of(
        listed(DELIVERABLES),
        one_of(
            "liste note compte-rendu synthese ordre-du-jour document page invitation creneau brief "
            "message mail courriel decision phrase modele tableau ticket minuteur agenda fiche "
            "rapport plan brouillon proposition presentation dossier formulaire sondage planning "
            "memo bilan support devis contrat budget procedure guide article affiche courrier "
            "lettre grille matrice maquette charte roadmap feuille reporting questionnaire"
        ),
    ),
    inside=re.compile(
        r"\b(?:dans|sur|a|au|aux|du|de|des|en|sans|selon|hors)(?: le| la| mon| ma| mes"
        r"| notre| l')? $"
    ),
    number=spread(
        any_of(
            r"(?:(?<!\d:)\d+(?!:\d)(?:[.,]\d+)?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze"
            r"|douze|quinze|vingt"
            r"|trente|quarante|cinquante|cent|zero|une seule|un seul|une demi-heure|une heure"
            r"|une minute"
            r"|un quart|une dizaine de|une fois|une douzaine de)(?: (?!pour cent|h\b|ou trois|trois"
            r"|ou deux|et\b"
            r"|de la\b|mains\b|pieds\b|oreilles\b)[a-z]\w*|(?= ?%)| ?$)|(?:une|un)(?: seule?)?"
            r" (?:fois|heure|minute)"
            r"|une? par \w+",
            r"[+-]?\d+ ?(?:%|pct)|\d+(?:h|min|mn|k|m)|1/4 d'heure|quart (?:d'|de )heure"
            r"|les (?:deux|trois"
            r"|\d+)",
        )
    ),
)
