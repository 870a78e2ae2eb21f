"""French: who is said to do it, and how firmly."""

import re

from bot.checking.french.verbs import opens_with_verb, says_of_others
from bot.checking.french.words import MEETINGS, STEMS, spread
from bot.checking.lexicon import Subjects, any_of

_PLAIN_FINITE = (
    r"va|vont|doit|doivent|devra|devront|peut|peuvent|sera|seront|soit|soient|est|sont|ha|ont"
    r"|fera|feront|aura|auront|ait|aient|fasse|prend|met|vient|commence|demarre|dure|reste|passe"
    r"|devient|(?!dira|tendra)\w{2,}(?:era|ira|dra|tra|vra|rra|eront|iront|dront|tront|rront)"
)
_THIRD_FINITE = (
    r"(?:va|vont|doit|doivent|devra|devront|peut|peuvent|sera|seront|soit|soient|ait"
    r"|aient|fasse|fassent|est|sont|ha|fera|feront|aura|auront"
    r"|fait|font|prend|prennent|met|mettent|vient|viennent|repond|repondent|rend|rendent|dit"
    r"|finit|finissent|tient|tiennent|ecrit(?! (?:remis|envoye|rendu|depose|signe)\w*)|ecrivent"
    r"|atteint|sort|part|choisit|ouvre|offre|suit"
    r"|devrait|pourrait|\w{2,}(?:era|ira|dra|tra|vra|rra|eront|iront|dront|tront|vront|rront)"
    r")"
)

_TITLED = re.compile(
    r"^(?:(?:un|une|mon|ma|le|la|petite?|court|gros) )*"
    r"(?:retour|feedback|compte-rendu|mail|mot|message|note|accord|brief|briefing|debrief"
    r"|debriefing|point|reunion|entretien|atelier|visite|ronde|rendez-vous|appel|relance"
    r"|compliment|quart de heure|quart d'heure|demi-heure|minute|tour|reponse|remerciement"
    r"|rappel|tournee|cafe|dejeuner|audit|formation|inventaire|recadrage|exercice|bilan|stand-up"
    r"|lettre|courrier|courriel|sms|memo|synthese|rapport|questionnaire|sondage|affichage"
    r"|pv|releve|plan|planning|seance|session|revue|retro|visio|call|echange|pot|repas)s?\b"
    rf"(?!(?: [\w'-]+){{0,6}} (?:se|ne|{_PLAIN_FINITE})\b)"
)
"""« Retour écrit à Olivier » is the writer's, though « écrit » could be a verb."""

SUBJECTS = Subjects(
    writer=re.compile(r"\b(?:je|nous(?= \w+ons))\b"),
    first=frozenset({"je"}),
    joint=frozenset({"on", "nous"}),
    joint_here=re.compile(
        r"\bnous (?:ne |le |la |les |y |en |lui |leur )*(?:\w+ons|avons|allons|sommes"
        r"|devons)\b|(?<!que )(?<!si )\bon "
        r"(?!(?:boarding)\b)|^(?:# )*nous \w+ons"
    ),
    infinitive=spread(
        re.compile(
            rf"(?:ne |pas |plus |me |se |le |la |les |lui |leur "
            rf"|y |en |a |de )*(?:etre|avoir"
            rf"|faire|{STEMS}\w*(?:er|ir|(?<!ai)re|oir)|\w{{3,}}(?<!i)er"
            rf"|\w+dre|dire|lire|\w*ecrire|mettre)\b"
        )
    ),
    noun_phrase=spread(
        re.compile(
            r"(?:plus|moins|davantage|mieux|un peu|pas) (?:de "
            r"|d'|#)|(?:zero|aucune?) |pas plus de "
        )
    ),
    auxiliaries=spread(
        re.compile(
            r"(?:(?:\w{2,}rais(?: bien)?(?: envie)?|vais|allons|va|dois|devons|doit"
            r"|compte|comptons|prevois|veux|vise|souhaite\w*"
            r"|voudrais|aimerais|aime|pourrais|devrais|peux|espere|ai (?:decide|prevu|choisi|promis"
            r"|besoin|envie|hate|l'intention|pour \w+)|ai|me engage(?:rai)?|promets|faut|faudrait"
            r"|serais|suis (?:pret|prete|decide|decidee|cense|tenu|bien decide)|essaie\w*|essaye\w*"
            r"|essayer\w*|tente\w*|tache\w*|pens\w+(?= a (?:\w+ )?\w+(?:er|ir|re|oir)\b)"
            r"|commence\w*(?= (?:par|a))|continue\w*|arret\w*"
            r"|cess\w*|evit\w*|efforc\w+|oser?(?= (?:\w+ ){0,2}?\w+(?:er|ir|re|oir)\b)|esperer"
            r"|abstenir|abstiens|abstiendrai"
            r"|retenir(?= de)|retiens(?= de)|interdire|interdis|garder(?= de)|renonc\w+(?= a)"
            r"|me mets a|me mettre a|me force|oblige|me oblige|prends? (?:le temps|# )?"
            r"(?=de )|prendre le temps|prends l'initiative|prendre l'habitude|veille\w*"
            r"|fais en sorte"
            r"|oublie\w* pas|pas oublier|n'oublie|me autorise|permets|me permets|me lance|me lancer"
            r"|a|de|d'|par|ne|pas|plus|jamais|me|te|se|lui|leur|y|en|le|la|les|vous|nous|aussi|bien"
            r"|d'abord|ensuite|alors|toujours|simplement|egalement|enfin|tout|tous|rien|deja|donc"
            r"|peut-etre|moi|meme|moi-meme|aller|vais|juste|systematiquement|vraiment|dorenavant"
            r"|davantage|desormais|que je|ce que je|avant tout|au moins|mieux|plus"
            r"|moins|quand meme|#"
            r"|,|\w+ment) )*"
        )
    ),
    hedged=spread(
        any_of(
            r"oser? esperer|si je y arrive|si je ai le temps|si (?:l'occasion|le occasion|ca) se"
            r" presente"
            r"|si (?:le|la|les) \w+ le permet\w*|au pire|sauf erreur|sans promesse|le cas echeant"
            r"|(?:autant|le plus) que (?:possible|faire se peut)|p't-etre|a voir|plut au ciel"
            r"|puisse"
            r"|pour peu que|croisons les doigts|bon espoir|il se peut|vivement|je me dis|faut voir"
            r"|sauf imprevu|sans garantie|en esperant|il conviendrai"
            r"t|il y aurait lieu"
            r"|potentiellement|hypothetiquement|si tout va bien|je songe a|dans la mesure du po"
            r"ssible",
            r"ca me (?:plairait|dirait)|ca me arrangerait|le ideal (?:ce est|ce serait"
            r"|serait|est)|si je (?:pouvais|peux)"
            r"|je ai (?:bien |tres )?envie|ce que je veux ce est",
            r"je (?:\w+ )?\w+rais(?! pas)|(?:je )?(?:aimerais|voudrais|souhaite\w*(?! (?:la bienven"
            r"ue|un bon|une bonne))|espere|pourrais|devrais|desire|reve|envisage"
            r"|serait|faudrait|pourrait|devrait|pourrions|devrions|vaudrait)",
            r"peut-etre|idealement|si seulement|eventuellement|dans l'ideal"
            r"|dans le ideal|mon reve|ce serait|ca serait|serait (?:cool|bien|top)|possiblement"
            r"|probablement|faudra(?:it)? (?:peut-etre|que je pense)|si je (?:pouvais|peux|osais)"
            r"|essa(?:ie|ye)\w*|essayer\w*|tent(?:e|er|erai)(?= )|de mon mieux"
            r"|je pense(?: que)?|je me dis que|pourquoi pas|j'hesite|je hesite|sans doute"
            r"|je crois que|faire mon possible",
        )
    ),
    surely_verb=opens_with_verb,
    opens_with_verb=opens_with_verb,
    says_of_others=says_of_others,
    third=spread(
        re.compile(
            r"^que (?!je\b)|^(?:une |mon |le |la |les |mes |des )?(?:equipes?|team|clients?"
            r"|collaborateurs) (?:plus |tres )?(?:soude|motive|uni|aligne|engage"
            r"|content|satisfait|serein|autonom|heureu|epanoui|mobilise|investi|implique"
            r"|rassure)\w*|"
            r"^(?:ce est (?!moi)(?:[\w'-]+ ){1,4}|que )?(?!(?:je|tu|vous|pas|ne|en|a|au"
            r"|sans|avec|pour|dans|par"
            r"|des|du|de|faire|me|se|#)\b)"
            r"(?:il|elle|ils|elles|ca|cela|chacun|chacune|tout le monde|quelqu'un|personne"
            r"|tous|toutes"
            r"|(?:le |la |les |mon |ma |mes |notre |nos |leur |leurs |chaque |tous les "
            r"|toutes les |un "
            r"|une |son |sa |ses )[\w'-]+(?: (?:de |du |des |d'|en |la |le |et )*[\w'-]+){0,4}?"
            r"|[a-z][\w'-]*(?: (?:et )?[\w'-]+){0,2}?)"
            r"(?: (?:ne|se|me|nous|lui|leur|y|en|le|la|les|tous|toutes|#|,))*"
            rf" {_THIRD_FINITE}(?![\w'-])(?! (?:que je|qu'|moi)\b)"
            r"|^(?!zero|plus|moins|aucun|pas|en )(?:le |la |les |mon |ma |mes |notre |nos"
            r" )?[\w'-]+(?: (?:de |du |des |d')?[\w'-]+){0,3}?"
            r" (?:se (?!\w+(?:er|ir|[dt]re)\b)\w+(?:e|ent|t|d)|revien(?:nen)?t|(?:remonte|grimpe"
            r"|chute"
            r"|decolle|progresse|augmente|diminue)(?:nt)?)(?: |$)"
            rf"|^(?:il|elle|ils|elles|chacun|chacune|tout le monde|personne)(?: (?:ne|se"
            rf"|me|nous|lui|leur|y|en|le|la|les))* \w+(?:e|ent|t|d)\b"
        )
    ),
    cannot_do=_TITLED,
    not_verb=re.compile(
        r"^(?!(?:(?:ne |me |se |y |en |lui |leur |les |le |la |pas |plus )*\w{2,}(?<!i)er"
        r"|\w{2,}ir|\w+dre|\w*[mn]ettre|\w*(?:lire|crire|faire|dire|uire)|avoir|etre|\w*voir"
        r"|suivre|(?:\w+ )?\w+rai|\w+[aeiou]ns|\w+ons)\b)"
        r"(?!(?:l'|le |la |les )?(?:\w+e|\w+s|\w+t|\w+ds) (?:a|au|aux|le|la|les|mon|ma|mes|un|une"
        r"|lui|leur|\d+|ce|cette)\b)"
        r"|^(?:le|la|les|un|une|mon|ma|mes|des|du|plus|moins|davantage|mieux|pas|zero|aucun|aucune"
        r"|notre|nos|ce|cette|ces|chaque|tous|toutes|avec|sur|\d+) (?!\w+(?:er|ir|re)\b)"
    ),
    fragment=re.compile(
        r"(?:avec|pour|sur|de|du|des|chez|au|aux|a|en|dans|max|maxi|maximum|minimum|au moins"
        r"|au plus|comme|que|y compris|sans|via|par|puis|#| )*(?:peut-etre|idealement)?$"
        r"|(?:avec|sur|chez|au plus|comme|y compris|via|aupres|voire|soit|ou|vers|entre|dont|si"
        r"|contre|dans|par) "
    ),
    from_writer=any_of(
        r"de ma (?:main|part)|(?:par|de) (?:moi|mes soins|moi-meme)"
        r"|part (?:a|chez|en|pour)"
    ),
    done_for=spread(
        re.compile(
            r"(?:(?:tu|vous) (?:le |la |les )?(?:aurez|auras|recevrez"
            r"|recevras)(?: ca| cela)?(?! (?:le|la|les|un|une|mon|ma) [a-z])\b"
            r"|(?:ca|ce|cela) (?:sera|va etre) (?:fait|pret|regle|boucle"
            r"|reglee|bouclee|envoyee|envoye|bon)\b)"
        )
    ),
    future=any_of(
        r"va|vont|doit|doivent|devra|devront|\w+(?:era|ira|dra|tra|vra|rra|ront)|faut que"
        r"|devrait|pourrait|doive"
    ),
    meetable=spread(
        any_of(
            MEETINGS,
            r"(?:se )?(?:voit|retrouve|reunit)|se pose|afterwork|apero|barbecue|team-?building"
            r"|repas|diner|pot|discut\w+|echang\w+|parl\w+|fet\w+|mang\w+|dejeun\w+"
            r"|debrief\w*|cal\w+|decid\w+|planifi\w+|fait le point|se met d'accord|rencontr\w+"
            r"|compt\w+",
        )
    ),
)
