"""French: what sort of thing is promised: closed classes of what is no act."""

import re

from bot.checking.french.abstract import ABSTRACT, BUILT
from bot.checking.french.conjugation import forms
from bot.checking.french.lists import ACT_NOUNS, ONESELF
from bot.checking.french.verbs import KINDS
from bot.checking.french.words import ATTITUDE_NOUNS, EVENT, STEMS, spread
from bot.checking.lexicon import Natures, any_of, listed, one_of

_ATTITUDE = any_of(
    ATTITUDE_NOUNS,
    r"(?:en|a) tete|a l'esprit|a le esprit|en compte|a coeur|de mon mieux|du mieux|preuve de"
    r"|a la place de|tete froide|sourire|du recul|de la place|plus de place|leur place"
    r"|de l'avant|place a",
)

_DONE = one_of(
    "affiche envoye remis rendu livre depose publie signe distribue imprime range repare nettoye"
    " annule supprime transmis partage installe paye poste diffuse desinfecte commande recu redige"
    " ecrit relu corrige archive trie boucle cloture presente demonte monte pose peint vide expedie"
    " convoque appele invite rappele relance prevenu averti informe vaccine pese controle verifie"
    " inventorie saisi enregistre mis"
)
"""What is seen to be done: « les plannings seront affichés »."""

NATURES = Natures(
    kinds=KINDS,
    holding_back=spread(
        any_of(
            r"ecout\w+ (?:(?:le|la|les|l'|un|une) )?(?:\d+ |deux |trois )?(?:enregistrements?"
            r"|appels?|messages?|podcasts?|vocal|bande)",
            r"(?:reste\w*|garde\w*|garder|demeur\w*|etre|suis|serai) (?:silencieu\w+"
            r"|muet\w*|le silence"
            r"|en silence|(?:le |la )?derni\w+ a (?:parler|prendre)|au fond|assise?)"
            r"|me taire|me tais"
            r"|me tairai|tais|taire|fermer ma bouche|silence",
            r"reste\w* (?:plus longtemps|(?:plus )?tard|jusque|assise?|debout|devant|derriere|a"
            r" cote"
            r"|aupres|sur place|en coulisses?|dans (?:la salle|le couloir|le bureau)|au bureau)",
            r"sans (?:les? |la |lui |leur |rien |un mot|mot dire)*(\w{3,}(?:er|ir|re))",
            r"en (?:ne )?(?:les? |la |lui |leur )?(\w{3,}ant)(?: pas)?",
            r"(?:ne )?(?:plus|pas|jamais) (?:le |la |les |lui |leur |y |en )?(\w{3,}(?:er"
            r"|ir|re|oir))(?: |$)",
            r"(?:arret\w+|cess\w+|evit\w+) de (?:le |la |les |lui |leur )?(\w{3,}(?:er|ir|re))",
            r"(?:apprends|apprendre|apprendrai) a (?!\w+(?:er|ir|re|oir)\b)(?:nn|\w+)()",
        )
    ),
    unnamed=spread(
        any_of(
            r"(?:le |la |les |me en |m'en |en |ca )*(?:faire|fais|ferai|fait|gere|gerer"
            r"|gererai|regle"
            r"|mets?|mettre|mettrai"
            r"|regler|occupe|occuper|occuperai|charge|charger|chargerai|avance|avancer"
            r"|finis|termine)"
            r"(?: ca| cela| de ca| de cela| de tout| le necessaire| tout| tout ca| le boulot"
            r"| au mieux| ce qu'il faut)?"
            r"(?: (?:pour|avant|d'ici|au|a|des|le))*(?: #)?$",
            r"(?:tu|vous) (?:le |la |les )?(?:aurez|auras|recevrez|recevras)\b.*",
        )
    ),
    having=re.compile(
        r"(?:avoir|ai|aurai|avons|garder|garde|etre|maintenir|rester"
        r"|limiter|tenir)\b"
    ),
    pushing=spread(
        any_of(
            r"faire (?:\w+ ){0,2}(?:adherer|respecter|appliquer|reussir|travailler|payer)"
            r"|(?:garantir|exiger|attendre|vouloir|souhaiter|esperer)(?: que)?$|(?:faire"
            r"|agir|oeuvrer)$|(?:contraindre|rallier|embarquer|mobiliser|impliquer"
            r"|responsabiliser) \w+",
            r"(?:inciter|incite|amener|amene|decider|pousser|motiver"
            r"|motive) (?:[\w'-]+ ){1,4}a (?:se |me |le |la )?\w+(?:er|ir|re)",
            r"mettre (?:tout le monde|les \w+|l'equipe|mon equipe) d'accord|avoir (?:l'accord"
            r"|la signature|le feu vert|l'aval|la validation)",
            r"(?:espere|espoir|souhaite|veux|voudrais|aimerais) que (?!je)",
            r"en sorte(?: que)?",
            r"(?:obtenir|obtiens|obtiendrai|decrocher|decroche|avoir|recevoir|arracher)"
            r"(?: \w+){0,3}? (?:que|signature|accord|validation|feu vert|go|ok|aval|engagement"
            r"|promotion"
            r"|augmentation|approbation|autorisation|bon pour accord|budget|oui|financement"
            r"|subvention)",
            r"(?:assure|assurer|assurerai) que(?! je)|(?:veille|veiller|veillerai) a ce que(?! je)"
            r"|me assurer que(?! je)|je me assure que(?! je)",
            r"(?:me )?assur\w+(?: que)?$|assur\w+ que|veill\w+(?: a)?$",
            r"convain\w+|persuad\w+|(?<!me )oblig(?:e|er|erai) (?!de)\w+|(?<!me )forc(?:e|er|erai)"
            r"|pouss(?:e|er|erai) [\w' -]+ a \w+er|amener [\w' -]+ a",
            r"(?:faire|fais|ferai)(?: [\w-]+){0,2} (?:signer|valider|accepter|approuver|adopter"
            r"|comprendre|voter|admettre|livrer|finir|terminer|changer)",
            r"pour que(?! je) (?:[\w'-]+ ){1,4}(?:signe|valide|accepte|livre|finisse|termine)",
        )
    ),
    deciding=spread(
        any_of(
            r"(?:accept\w+|approuv\w+|valid\w+|accord|feu vert|aval|engagement|promotion"
            r"|augmentation"
            r"|approbation|autorisation|adopter|comprendre|voter|admettre|adhere\w*|motiv\w+|soi\w+"
            r"|sente\w*|budget|oui)"
        )
    ),
    other_act=any_of(rf"plutot (?:{STEMS}\w*(?:er|ir|re|oir))"),
    attitude=spread(_ATTITUDE),
    attitude_verb=spread(
        any_of(
            r"\w+ (?:une|la|mon|cette) (?:\w+ )?(?:attitude|posture|ecoute|mindset)|remet\w+ les pe"
            r"ndules|recadr\w+ le debat"
            r"|mett?\w* (?:tout )?a plat|fai\w+ (?:le menage dans ma tete|bouger les lignes"
            r"|le vide|simple)"
            r"|"
            r"tend(?:re|s|rai) (?:la main|l'oreille|une perche)|ouvr\w+ (?:l'oeil|mon coeur"
            r"|les yeux|mon esprit|les chakras)"
            r"|mett?\w* (?:les pieds|mon grain|la main a|du sien|le paquet|les bouchees"
            r"|les points sur)|pos\w+ (?:le cadre|les bases|des limites|mes limites)"
            r"|port(?:er|e|erai) (?:mon equipe|l'equipe|les valeurs|la vision|le projet"
            r"|haut)|serr\w+ les (?:dents|coudes)"
            r"|pren\w+ (?:le taureau|de la hauteur|la balle|mes jambes|mon courage|le lead"
            r"|la main|sur moi|ma place|mes marques|de l'altitude)"
            r"|arrondi\w+ les angles|calm\w+ le jeu|mouill\w+ (?:ma chemise|le maillot)"
            r"|gard\w+ (?:le nez|un oeil|les pieds|les oreilles)"
            r"|lach\w+ (?:un peu |enfin |davantage )?(?:la bride|les renes|la pression|du lest"
            r"|prise)|tourn\w+ la page"
            r"|sort\w+ de (?:ma|la) (?:zone|coquille)"
            r"|all\w+ (?:de l'avant|plus loin|vers les autres|au charbon|droit au but)"
            r"|bris\w+ la glace|fai\w+ (?:front|table rase|la paix|le dos rond|la part des choses"
            r"|profil bas)"
            r"|montr\w+ (?:patte|la voie|le chemin|l'exemple)|tir\w+ (?:l'equipe|les gens"
            r"|tout le monde|mon equipe) (?:vers|par)|cre\w+ (?:du lien|une dynamique|un climat"
            r"|de la cohesion)"
            r"|tiss\w+ (?:des|du) liens?|jou\w+ (?:collectif|franc jeu|le jeu|cartes)|voir (?:le ve"
            r"rre|plus (?:loin|grand|large|clair))|chang\w+ (?:de (?:posture|regard|ton"
            r"|attitude)|mon (?:regard|attitude"
            r"|management))"
            r"|rest(?:er|e|ons|erai) .*|montr\w+ (?:plus|moins|tres|toujours) \w+|creus\w+ (?:la qu"
            r"estion|le sujet)",
            r"\w+ (?:les|nos|leurs|toutes les) (?:energies|talents|forces|volontes|esprits|coeurs)|"
            r"tir\w+ (?:[\w'-]+ ){1,4}vers (?:le haut|l'excellence|le meilleur)|"
            r"(?:aid|pouss|incit|encourag|amen)\w+ (?:[\w'-]+ ){1,4}a (?:se \w+|grandir|progresser"
            r"|evoluer|reussir|oser|avancer|murir|croire|mieux \w+|donner le meilleur)"
            r"|accompagn\w+ (?:[\w'-]+ ){1,4}(?:dans|vers) (?:le |la |l'|les |leur |son |sa "
            r"|une? )?"
            r"(?:changement|transition|evolution|parcours|croissance|progression|reussite|montee"
            r"|demarche|developpement|autonomie)|donn\w+ (?:aux? \w+ |a (?:\w+ ){1,2})?(?:sa"
            r"|leur|une)"
            r" (?:\w+ )?chance|faire de (?:[\w'-]+ ){1,4}un|"
            r"partag\w+ (?:plus|davantage|mieux)(?! de\b)|communiqu\w+ (?:plus|mieux|davantage"
            r"|clairement|avec|de (?:facon|maniere))"
            r"|communiquer$"
            r"|(?:deleguer|delegue\w*|communiquer|agir|travailler|vivre) (?:mieux|autrement"
            r"|avec plus"
            r"|plus sereinement|sereinement)",
            r"(?:me |se )?(?:calmer|detendre|poser(?!.)|ressaisir|affirmer|adapter"
            r"|remettre en question"
            r"|depasser|bouger|responsabiliser|sentir|faire confiance|fais confiance)"
            r"|faire (?:abstraction|la paix|bonne figure|corps|bloc|gaffe)|(?:fais|ferai) (?:gaffe"
            r"|un effort|preuve)"
            r"|rend(?:re|s|rai) (?:[\w']+ ){1,5}(?:plus|moins) \w+|(?:me |se )?remet\w* en (?:quest"
            r"ion|cause)"
            r"|met(?:tre|s|trai) (?:l'accent|la pression|les gens|en avant|en valeur|en confiance"
            r"|a la place|a l'aise"
            r"|mon ego|du coeur|de l'eau|la barre|de la joie|du liant|les formes)"
            r"|donn(?:er|e|erai) (?:envie|confiance|la priorite|de l'autonomie|de l'importance"
            r"|de l'espace|tout\b|de la visibilite)"
            r"|prend(?:re|s|rai) (?:la mesure|au serieux|a coeur|en consideration|mon mal)"
            r"|laiss(?:er|e|erai) (?:couler|aller|passer|filer)|y (?:croire|crois|aller doucement)"
            r"|aller (?:a l'essentiel|au bout)"
            r"|lev(?:er|e) le pied|tenir (?:bon|le coup|la barre)|faire (?:mieux|avec|preuve"
            r"|confiance|attention|de mon mieux|au mieux|face"
            r"|un effort|des efforts|la part)|fais (?:mieux|confiance|attention|preuve"
            r"|plus attention)"
            r"|ferai (?:confiance|attention|preuve|plus attention|mieux)"
            r"|lacher (?:prise|du lest)|lever le pied|voir (?:le verre|le bon|le positif"
            r"|plus loin|grand|les choses)|donner le meilleur"
            r"|donner du sens|prendre (?:soin|sur moi|du recul|de la|conscience|confiance"
            r"|les choses"
            r"|mes responsabilites|de la distance|le temps|en compte|en main)"
            r"|prends (?:soin|sur moi|du recul|conscience|les choses|de la)"
            r"|laisser (?:plus de|de la|respirer)|tenir compte|etre|serai|me dire|dire que"
            r"|mettre (?:plus de|l'humain|l'equipe au)|garder (?:le|la|en"
            r"|mon|a|une|l'|mes)"
            r" (?:cap|tete|esprit|calme|sang|sourire|moral|confiance|distance|positive|attitude)"
            r"|garde (?:le cap|la tete|en tete|mon calme|le sourire)|aller de l'avant|gagner en"
            r"|monter en|montrer l'exemple|montrer le exemple|donner l'exemple|donner le exemple"
            r"|compter sur|croire|voir les choses|rester|reste|resterai|avoir|accepter",
        )
    ),
    quality=re.compile(
        rf"(?:{BUILT.pattern})|"
        rf"\w+ (?:de |du |de la |de le |en |avec |mon |ma |mes )(?:plus |moins |grande? )*"
        rf"{ATTITUDE_NOUNS}\b|"
        r"(?:prise|gain|manque|regain|preuve|perte) de (?!\w+ (?:#|\d))|"
        r"(?:avoir|ai|aurai|mettre|mets|mettrai|donner|donne|donnerai|redonner|apporter"
        r"|apporte|prendre|prends|prendrai"
        r"|montrer|montre|garder|garde|laisser|laisse|insuffler|lacher|lache|chercher"
        r"|trouver|creer|cree|ramener)"
        r"(?: (?:\w+ment|plus|moins|davantage|lui|leur|aux? (?!(?:fond|bout|milieu|bord|centre"
        r"|pied|coin|debut|niveau|verso|dos) )\w+|a \w+ \w+))*"
        r" (?:du|de la|de le|plus de|moins de|davantage de|un peu plus de|un peu de) (?!temps"
        r"|cafe|materiel|doc|pain|gateau|retard|monde|courrier)[a-z]{3,}(?<!s)(?<!x)\b"
    ),
    improving=re.compile(
        r"\bmieux +(?=\w+(?:er|ir|re)\b)|\bmieux$|^ ?\w+ mieux\b(?! \w+(?:ee?"
        r"|is?|us?)s?\b)"
    ),
    countable=re.compile(r"^(?:pas|zero|aucune?) |(?:de|d') \w+[sx]\b"),
    act_noun=spread(
        any_of(
            listed(ACT_NOUNS, "s?"),
            EVENT,
            one_of(
                "feedbacks visites retours comptes-rendus rapports listes appels mails relances "
                "mail courriel message messages memo note notes synthese rapport lettre invitation "
                "liste coup echange envoi redaction annonce relecture compte-rendu comptes-rendus "
                "ordre-du-jour document fiche presentation support diapos slides dossier"
                " formulaire "
                "sondage proposition devis facture plan brouillon feuille affiche affichage"
                " tri menage "
                "rangement relance signature remise lecture ecriture preparation organisation"
                " commande "
                "nettoyage animation intervention presentation distribution excuses rappel "
                "recadrage feedback retour retours questions question post publication"
                " doodle sms tel "
                "mise suppression creation validation verification controle comptage creneau"
            ),
            r"(?:envoye|fait|redige|ecrit|termine|boucle|appele|partage|publie|signe"
            r"|rendu|remis|valide"
            r"|affiche|diffuse|prepare|imprime|range|poste|livre|cale|planifie|annule"
            r"|supprime|depose"
            r"|pris|lu|fini|prete?|trie|classe|paye|transmis|relu|distribue)e?s?",
        )
    ),
    state_of_other=spread(
        any_of(
            BUILT.pattern,
            rf"^(?:le |la |les |mon |ma |notre )?{ABSTRACT}(?= (?!:))",
            r"(?:a|ha|ont|ait|aient|aura|auront|avoir) (?:\w+ )?(?:envie|hate|confiance|peur"
            r"|honte)\b",
            r"\w+ (?:plus|moins|tres|enfin) (?!de\b)\w+(?:ee?|if|ive|eux|euse|eine?|aine?)s?\b"
            r"|se (?:sent|montr)\w* \w+(?:ee?|if|ive|eux|euse|eine?|aine?|is|ie)s?\b",
            r"(?:equipes?|team|clients?|collaborateurs) (?:plus |tres )?(?:soude|motive"
            r"|uni|aligne|engage|content|satisfait|serein|autonom|heureu|epanoui|mobilise"
            r"|investi|implique|rassure)\w*|(?:(?:est|sont|sera|seront)(?! \w+(?:ee?"
            r"|is?|us?|it)e?s? (?:[\w#]+ ){0,3}par)"
            rf"(?! (?:tous |toutes )?{_DONE}e?s?\b)"
            r"|soit|soient|etre|se sent\w*|sentir\w*|sentent|comprend\w*"
            r"|comprenne\w*|sait|savent|veut|veulent|devien\w+|progress\w+|croit"
            r"|aime\w*|respecte\w*|reste\w*|pense\w*|adhere\w*)(?! (?:fait|en train"
            r"|charge|pris|rendu))",
        )
    ),
    decision_of_other=spread(
        any_of(
            r"(?:va |vont |doit |doivent )?(?:consent\w*|acquiesc\w+|ced(?:e|ent|er|era|eront)"
            r"|ratifi\w+"
            r"|homologu\w+|enterin\w+|agre(?:e|er|era|eront)|avalis\w+|autoris\w+|octroi\w+|octroy\w+"
            r"|subventionn\w+|reconduir\w+|reconduit|embauch\w+|selectionn\w+|opt(?:e|ent|er"
            r"|era) pour"
            r"|refus\w+|adopt\w+|di\w+ (?:oui|ok|non)|chang\w+ d'avis|repon\w+ favorablement"
            r"|tomb\w+ d'accord|met\w* d'accord|rall\w+|revien\w+ sur|revenir sur|tranch\w+"
            r"|accord\w+"
            r"|permet\w*|retien\w+|retenir|renouvel\w+)",
            r"(?:va |vont |doit |doivent )?(?:accept\w+|approuv\w+|valid\w+|decid\w+"
            r"|choisi\w+|vot\w+"
            r"|tranch\w+|di[st]\w* oui|don\w+ (?:son feu|son go|sa benediction|son assentiment"
            r"|leur feu|le feu|son accord|leur accord|l'accord"
            r"|le accord|son"
            r" aval|le ok)|(?:est|sont|sera|seront|soit|soient|tombera|tomberont) d'accord"
            r"|adhere\w*|arbitr\w+)",
        )
    ),
    oneself=frozenset(forms(ONESELF)),
)
