"""French: sentences and clauses that promise nothing."""

import re

from bot.checking.french.lists import ACKNOWLEDGEMENTS, COMPLAINTS, REFUSALS
from bot.checking.french.words import spread
from bot.checking.lexicon import Silence, any_of, listed, one_of

SILENCE = Silence(
    acknowledged=spread(
        re.compile(
            r"^(?!je vois (?!que\b|bien\b|ce\b|merci\b)\w)(?:(?:"
            r"(?:bonne|super|excellente|tres bonne|belle) (?:idee|remarque|question|initiative)"
            r"|merci (?:du|de la|pour (?:le|la|ce|cette|votre|ton)) (?:rappel|retour|relance"
            r"|message|info|question|conseil|suggestion|mail|partage)"
            r"|je (?:vous|te) (?:en )?remercie|"
            + listed(ACKNOWLEDGEMENTS)
            + "|"
            + one_of(
                "ok okay merci recu entendu note notes parfait super oui ouais compris "
                "bonjour salut fait top nickel genial cool bien carrement evidemment "
                "promis bravo vu coucou hello bonsoir volontiers ouaip absolument "
                "exact effectivement beaucoup mdr lol reçu yes yep"
            )
            + r"|bien (?:recu|sur|note|vu|compris)|d'accord|de accord|c'est (?:note"
            r"|bon|fait|compris"
            r"|clair|parti|entendu)|ce est (?:note|bon|fait|compris|clair|parti|entendu)"
            r"|tres bien|ca marche|ca roule|pas de (?:souci|probleme)s?|je (?:note|vois|comprends"
            r"|prends note|m'en occupe|me en occupe)|bonne (?:idee|remarque)|a (?:vous|toi|bientot"
            r"|demain|plus)|c'est note|tu as raison|vous avez raison|pour (?:le|la"
            r"|les|ton|votre|vos"
            r"|tes) \w+(?! #)|comme (?:convenu|d'habitude)|ce est|ca me va|bonne journee|pris note"
            r"|a tout le monde|en effet|merci a \w+|lu)(?:[ ,.!]+|$))+"
        )
    ),
    refused=spread(
        any_of(
            listed(REFUSALS),
            r"(?:\w+ ,? ?)?je me (?:y )?refuse|je (?:ne )?peux pas (?:me|m') ?engage\w*",
            r"(?:desolee? ,? ?)?(?:pas|plus) (?:dispo\w*|possible|le temps|motive\w*|cette fois)",
            r"(?:[\w']+ ){0,6}je (?:ne )?(?:le|la|les) ferai pas|je ne peux me engager"
            r"|je (?:ne )?(?:peux|promets) rien"
            r"|(?:ce est|c'est) non|laissez?[- ]moi|^rien (?:pantoute|du tout)|ce est a (?!moi)(?:"
            r"\w+ ){1,4}de|je peux pas|je (?:ne )?peux (?:pas|rien|plus)",
            r"^(?:non|nan|rien|aucun|aucune|jamais|neant|bof|passe)$",
            r"^(?:non|nan)",
            r"je me engage (?:a|sur|pour) rien|je me engage pas",
            r"je (?:refuse(?! les? | de (?!m'engager|jouer|participer|repondre|faire ca|le faire))"
            r"|ne veux (?:pas|plus|rien)|veux pas|ne ferai (?:rien|pas (?:ca|cela))"
            r"|ferai (?:rien|pas"
            r" (?:ca|cela))|ne vais rien|ne (?:me )?engage(?:rai)? (?:pas|a rien|sur rien|rien)"
            r"|ne le ferai pas|le ferai pas|ne (?:changerai|change|compte) (?:rien|pas)"
            r"|ne participe(?:rai)? pas|ne vais pas (?:faire (?:ca|cela)|le faire|m'engager"
            r"|me engager"
            r"|jouer|repondre|participer|changer)|vais pas (?:faire ca|le faire|me engager|changer)"
            r"|ne (?:souhaite|desire) pas|passe mon tour|me y refuse|ne suis pas (?:interesse"
            r"|d'accord"
            r"|de accord|concerne|volontaire)\w*|suis pas (?:interesse|motive|chaud)\w*)",
            r"je n'ai (?:pas|aucune?|rien)|je ne? ?ai (?:pas (?:envie|le temps|besoin|l'intention"
            r"|de temps|le intention)|aucune? (?:envie|intention|engagement)|rien a)",
            r"je (?:ne )?(?:le |la |les |y )?(?:pourrai|peux|prefere) (?:vraiment )?pas(?: ne|"
            r" non| y| venir)*$"
            r"|je (?:renonce|passe|m'abstiens|crains que non)$|(?:oublie|oubliez)$|pas #$",
            r"(?:pas|hors de) question|pas (?:interesse|envie|moi|cette (?:semaine|fois)$|pour moi"
            r"|le temps)|fichez|aucune envie|tres peu pour moi|ca ne me (?:interesse"
            r"|concerne)|rien a (?:declarer|dire|ajouter|promettre)|pas de engagement|arretez",
        )
    ),
    complained=spread(
        any_of(
            listed(COMPLAINTS),
            r"je en peu[xt]? (?:vraiment |deja )?plus|voila (?:ou|comment) (?:on|nous)"
            r"|.{0,40}\bsert (?:plus )?a rien|pff+\b|(?:vos|tes|ces|votre|ton) (?:[\w-]+"
            r" ){1,3}(?:me|nous) \w+"
            r"|encore une? (?:\w+ )?(?:robot|formulaire|questionnaire|sondage|truc|machin|bidule"
            r"|enquete|gadget|appli|engagement|relance)(?! (?:a|avec|au|aux|chez)\b)"
            r"|on (?:nous|me) (?:re)?(?:demande|impose|colle|refile|ajoute|rajoute|presse|laisse"
            r"|prend|vole|supprime|promet|parle|dit|raconte|sort|sert|bassine|bombarde|fait)\b",
            r".{0,40}(?:saoul|soul)ant|que de \w+|(?:cela|ca) fait (?!\d+ ?%)",
            r"(?:je ai|j'ai) (?:\w+ )?(?:\w+ )?(?:peur|mal|marre|faim|honte|la trouille|le trac)",
            r"j'en ai|je en ai (?:marre|assez|ras|plein)|ras[- ]le[- ]bol|n'importe quoi"
            r"|ne importe quoi|ca (?:ne )?sert a rien|marre|insupportable|agacant|penible|galere"
            r"|lourd|chiant|saoule|gonfle|gave|debile|absurde|inadmissible|scandaleux|la honte",
            r"c'?e? ?est (?:nul|inutile|impossible|injuste|toujours (?:pareil|moi|les)|ridicule"
            r"|une? perte|complique|dur|trop|du grand|la cata|pas (?:normal|possible|juste|gerable"
            r"|serieux|tenable))",
            r"(?:personne|on|il|elle|ils|elles|m\w+ \w+|la direction|le \w+|la \w+|les \w+)"
            r"(?: ne)? \w+ (?:jamais|toujours (?:pas|en retard)|rien|plus rien|jamais rien)",
            r"il y (?:h?a|en h?a) (?:trop|toujours|encore|jamais)|y h?a (?:trop|jamais|toujours)"
            r"|trop de \w+|trop (?:cher|long|tard|lent)",
            r"je (?:suis|me sens) (?:\w+ )?(?:deborde|epuise|fatigue|crame|noye|perdu"
            r"|stresse|submerge"
            r"|decu|demotive|creve|claque|au bout|a bout|pas |sature|lessive)\w*",
            r"je vois(?: bien)?$|je me demande(?: (?:bien|vraiment|parfois|souvent"
            r"|encore))*(?:$| a quoi)"
            r"|(?:mon|ma|le|la|les|mes) [\w-]+ (?:trouve|trouvent|pense|pensent|estime|estiment"
            r"|reproche|reprochent)$"
            r"|(?:il|elle|ils|elles|on) (?:ne )?(?:a|ha|ont) (?:pas |bien |surement )?"
            r"(?:tort|raison)$|je (?:ne )?(?:comprends|sais|vois|peux|arrive|trouve) (?:pas|plus"
            r"|rien)|je ai trop"
            r"|je ai (?:pas|plus) (?:le temps|de temps)|je (?:ne )?fais que|je trouve que",
            r"(?:depuis|ca fait) \w+ (?:semaines|mois|jours|ans)|qu'on attend|que on attend",
        )
    ),
    reported=spread(
        re.compile(
            r"^(?:le |la |les |mon |ma |mes |il |elle |ils |tout |ca |ce )[\w -]{0,30}?(?:est"
            r"|sont) (?:deja |bien |tous )?(?:parti|arrive"
            r"|passe|fini|termine|clos|boucle|envoye|regle|fait|signe|valide|mort)\w*\b|"
            r"^(?:le |la |les |mon |ma |mes |notre |nos |un |une )?[\w-]+(?: [\w'-]+){0,3}?(?: (?:n"
            r"e|me|te|se|nous"
            r"|vous|lui|leur|le|la|les|y|en))* (?:ha|ont|avait|avaient|etait|etaient) (?:pas "
            r"|deja |enfin "
            r"|encore |tous |toutes |bien )*(?:ete |\w{2,}(?:e|i|is|it|u|us|ert)s?\b)(?<!une)(?<! l"
            r"a)(?<!ce)"
            r"|"
            r"(?:^| )je(?: lui| leur| les?| la| y| en| te| vous| me)* ai(?: deja| bien"
            r"| enfin| aussi"
            r"| tout| pas| jamais| quand meme| juste| encore| donc| ete)* (?!une?\b"
            r"|des\b|les?\b|la\b"
            r"|deux\b|trois\b|besoin|prevu|decide|envie|peur|rendez|hate|trop|beaucoup|assez|choisi"
            r"|promis|mis pour|cale|planifie|programme|du (?!\w+ \w+er\b)|rien|#)"
            r"(?:\w{2,}(?:e|ee|es|ees|i|is|it|u|us|ue|ert|aint|eint)|fait|dit|ecrit|eu"
            r"|vu|lu|mis|pris)\b"
            r"|^(?:\w+ )?(?:on (?:se )?est (?:tout|bien|deja)|on h?a|nous avons|je suis"
            r"|on est|nous sommes)(?: deja| bien| enfin| aussi)*"
            r" (?:\w{2,}e|fait|mis|pris|vu|dit|alle\w*|parti\w*|venu\w*|rendu\w*|fini\w*)s?\b"
            r"(?! et | par )"
            r"|^(?:on|nous|ce|il|elle|ils|elles) (?:ne )?(?:etait|etaient|etions|avait|avions"
            r"|avaient)\b"
            r"|^(?:on h?a|nous avons)(?: deja| bien| enfin| aussi)* (?:eu|ete|tenu|perdu|recu|cru"
            r"|du"
            r"|pu|su|voulu|vecu|subi|repondu|attendu|connu|rendu)\b"
            r"|^(?:c'est|ce est|deja|voila ce est) (?:deja )?(?:fait|envoye|regle|termine"
            r"|en place)\w*"
            r"|^(?:hier|avant-hier|la semaine (?:derniere|passee)|le mois dernier|lundi dernier)\b"
            r"|^(?:fait|envoye|termine|regle)e?s?(?: (?:hier|ce matin|ce midi|deja)| ?$)"
            r"|(?<!pour )(?<!de )\b(?:hier|la semaine (?:derniere|passee)|le mois dernier"
            r"|# dernier)$"
            r"|^je ai \d+ (?:ans|annees)\b|\b(?:est|sont) derriere (?:moi|nous)\b"
            r"|^je (?:avais|etais|faisais|voulais)\b|^j'avais\b"
        )
    ),
    filler=spread(
        re.compile(
            r"(?:je en (?:suis|reste) (?:\w+ )?(?:sur|certain|convaincu|persuade|capable)e*"
            r"|je (?:y (?:tiens|compte|crois|veille)|en (?:reponds|mets ma main au feu|prends note)"
            r"|(?:vous|te) (?:le |en )?(?:assure|garantis|donne ma parole|remercie))"
            r"|(?:il|elle|ils|elles|on) (?:(?:me|nous|vous|te) )?(?:le )?(?:la )?(?:ha |ont |a )"
            r"(?:bien |deja )?(?:jure|promis|assure|garanti|confirme|dit)e*"
            r"|(?:ce est|c'est) (?:sur|certain|promis|jure|tout|l'essentiel|le essentiel"
            r"|le principal|une promesse|ma parole)(?: et certain)?|je ai dit|parole(?: de \w+)?"
            r"|croix de (?:bois|fer).*|je (?:ne )?plaisante pas|sans rire|ca va (?:piquer|chauffer)"
            r"|(?:et )?(?:rien de plus|pas plus|ni plus ni moins)"
            r"|je (?:ne )?sais pas(?: encore| trop)?(?: quand)?(?: \w+)?|on verra(?: bien)?"
            r"|voila(?: le \w+)?|quoi|voila quoi|vous voyez|tu vois|mdr|lol|ouf|bref|hein"
            r"|promis|jure"
            r"|comme (?:prevu|convenu|d'hab|de habitude|promis|dit)|sans faute|point barre"
            r"|point final"
            r"|(?:ne )?(?:te|vous) (?:inquiete|inquietez)(?: pas)?|vous inquietez pas|inch ?allah"
            r"|sans moi|pas a moi|merci|desole|desolee|c'est dit"
            r"|ce est dit|me semble-t-il|je (?:me |me y |le |vous le |te le )+(?:engage"
            r"|promets|jure)|autant que (?:possible|faire se peut)|soit|vu|en somme|d'accord"
            r"|non mais|ce est ca|et voila|enfin bref)[ ,.!]*"
        )
    ),
    asked=spread(
        re.compile(
            r"^(?:et |mais |alors |donc |ok |bonjour |salut |euh |# )*(?:est-ce que"
            r"|est-ce|qu'est-ce"
            r"|que est-ce|comment (?!aire)|pourquoi|combien|quels? |quelles? |qui est"
            r"|ou est|c'est quoi"
            r"|ce est quoi|ca veut dire|qu'entend|que entend|que (?:faire|dois|puis|faut|signifie"
            r"|veut)|dois-je|puis-je|faut-il|peut-on|peux-tu|pouvez-vous|tu (?:peux|ferais|penses"
            r"|crois|conseilles|veux)|vous (?:pouvez|pensez|conseillez)|et si |et toi|et vous"
            r"|avez-vous|as-tu|y a-t-il|a quoi|je dois (?:faire|mettre|ecrire|repondre) quoi"
            r"|je (?:mets|fais|dis|reponds|ecris) quoi|quoi )"
        )
    ),
    promising=spread(
        any_of(
            r"je (?:vais|dois|compte|prevois|promets)(?! pas)|je me engage(?! a rien"
            r"| pas)|faut que je",
            r"je (?:\w+ )?\w{2,}rai|nous allons|on va",
            r"mon (?:but|objectif|plan|engagement|prochain pas)",
        )
    ),
    announcing=spread(re.compile(r"(?:je |demander|poser|dire|moi je)")),
)
