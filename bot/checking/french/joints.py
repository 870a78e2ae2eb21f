"""French: where one clause ends and another begins, and what each does."""

import re

from bot.checking.french.verbs import resumes
from bot.checking.french.words import STEMS, spread
from bot.checking.lexicon import Joints, Role, any_of, by_role, words_in

JOINTS = Joints(
    subordinators=by_role(
        {
            Role.CUE: (
                "quand; lorsque; des que; des lors que; sitot; sitot que; a peine; aussitot; "
                "au moment de; a le instant ou; aussitot que; une fois que; pendant que; tant que; "
                "jusque a ce que; apres que; avant que; la prochaine fois que; prochaine fois que; "
                "le jour ou; au moment ou"
            ),
            Role.RELATIVE: ("la ou; qui; que; dont; lequel; laquelle; lesquels"),
            Role.CONDITION: (
                "a chaque fois que; chaque fois que; toutes les fois que; si; si jamais; meme si"
            ),
            Role.REASON: (
                "parce que; car; puisque; vu que; etant donne que; comme; sachant que; alors que; "
                "bien que"
            ),
            Role.PURPOSE: ("afin que; pour que; afin de; histoire de; pour; de facon a"),
            Role.CONTENT: (
                "pourquoi; comment; ce que; ce qui; combien; quel; quelle; quels; quelles"
            ),
        }
    ),
    no_subordinator=re.compile(
        r"<pour> (?!(?:ne |me |se |le |la |les |lui |leur |y |en |pas |nous |vous )*\w{2,}(?:er"
        r"|ir|re"
        r"|oir)\b)|<pour> (?:le |la |les )?\w+ier\b|<pour> (?:hier|fevrier|janvier|leur|notre|votre"
        r"|octobre|decembre|novembre|septembre|autre|contre)\b"
        r"|<comme> (?!(?:je|il|elle|on|ils|elles|nous|le|la|les|ce|mon|ma)\b)|<comme> (?:ca|ce"
        r"|d'hab|prevu|convenu)"
        r"|(?:plus|moins|mieux|autant|autre|meme|plutot|tot|ne \w+|ne \w+ \w+|avant"
        r"|est-ce|qu'est-ce)"
        r" <que>|^ <que>"
        r"|^ <(?:comment|pourquoi|quel|quelle|quels|quelles|ce que|ce qui|combien)>"
        r"|<si> (?:possible|besoin|necessaire|\w+ que)|(?:et|comme) <si>|<si> seulement|^<qui>"
        r"|<qui> (?:de droit)|<quand> (?:meme)"
    ),
    telling=any_of(
        r"(?:di(?:re|s|t|rai)|previen\w*|preven\w*|annonc\w+|inform\w+|ecri\w+|rappel\w+"
        r"|expliqu\w+|precis\w+)"
        r"(?: [\w'-]+){0,4}$"
    ),
    asking=any_of(
        r"(?:demand\w+|savoir|sais|voir|vois|verra|verifi\w+|di(?:re|s|t|rai)|decid\w+|confirm\w+"
        r"|expliqu\w+)(?: [\w'-]+){0,4}$"
    ),
    coordinators=words_in("et puis donc mais alors ou ensuite que aussi"),
    goes_on=spread(
        re.compile(
            rf"(?:ne |pas |plus |me |se |le |la |les |lui |leur |y |en |a |de |l'|m'|je )*"
            rf"(?:{STEMS}\w*(?:er|ir|re|oir)|faire|dire|lire|ecrire|etre|avoir|rester|garder"
            rf"|ecouter|prendre"
            r"|mettre|accepter|respecter)\b"
            rf"|(?:le |la |les |lui |leur |me |se |y |en )*{STEMS}(?:e|ons)\b (?:le|la"
            rf"|les|un|une|mon|ma|mes|a|au|aux|lui|ca|\d+|#|des)\b"
        )
    ),
    resumes=resumes,
    acts_on=re.compile(r"$^"),
    takes_over=words_in("il elle ils elles"),
    concluding=frozenset({"donc"}),
    concluded=re.compile(
        r"(?:et )?(?:donc|du coup|alors|mais)(?: bon)?(?: [,#])*(?: cette sema"
        r"ine)? je\b"
    ),
    turning=words_in("mais donc"),
    opening=spread(
        re.compile(
            r"(?:(?:ca marche|ca roule|pas de souci|(?:ok|oui|compris|entendu|note|recu|bien)"
            r" (?:chef|cheffe|boss|patronne?|robot)"
            r"(?: robot)?|et|puis|donc|mais|alors|ok|oui|bon|bref|premiere heure|aussi|d'abord"
            r"|ensuite|enfin|maintenant|ben"
            r"|bah|euh|allez|voila|promis|bonjour|salut|merci|moi|perso|personnellement|franchement|honnetement|sincerement|clairement|serieux"
            r"|(?:a|pour) (?:vrai dire|etre (?:honnete|franc|franche|sincere))|entre nous"
            r"|sans mentir"
            r"|non mais|oh|ah|eh|he|hop|ouf|dites"
            r"|en fait|du coup|sinon|concretement|finalement|cette fois(?:-ci)?|desormais"
            r"|dorenavant"
            r"|a l'avenir|a partir de maintenant|pour ma part|de mon cote|mdr|lol|plus serieusement"
            r"|serieusement|a terme|evidemment|certes|la|des lors|quant a moi|ok je me lance"
            r"|(?:mon |ma |le |la |l'|notre )?(?:but|objectif|plan|engagement|prochain pas"
            r"|action|defi"
            r"|promesse|resolution|cible|idee|mission|projet|todo|to-do|etape|cap)(?: pour)?(?:"
            r" de)?"
            r"(?: la| cette| ce| le)?(?: #| \w+)?(?: (?:est|sera|c'est|ce est|:|=))+(?: de| que)?"
            r"|(?:(?:mon|ma|notre|le|l') ?)?(?:but|objectif|objectifs|plan|engagement"
            r"|action|defi|todo|to-do)(?: #| 20\d\d)?$"
            r"|(?:a partir|a compter|des|d'ici|de ici|d'ici a|avant|apres|pour|jusqu'a"
            r"|jusque a|jusque"
            r"|ce|le|la|au|aux|du|en|a|vers|dans|sous|cette|chaque|de|d'|depuis|courant|des le)*"
            r"(?: de| le| la| au| du| les)? ?#"
            r"(?: (?:matin|soir|midi|apres-midi|au plus tard|max|maxi|dernier delai|pile|precises"
            r"|meme|prochain))*"
            r"|(?:matin|soir|midi|apres-midi|au plus tard)"
            r"|[,:.-])(?= |$) ?)+"
        )
    ),
    governors=spread(
        any_of(
            r"faut|je (?:te |vous |me )?(?:promets|engage a ce|jure|garantis|confirme|decide)",
            r"(?:mon|le|l'|ma) (?:but|objectif|plan|idee|engagement|reve)(?: serait| est| c'est"
            r"| ce est)(?: ce)?",
            r"(?:ce|ca) (?:est|serait|sera) (?:cool|bien|top|super|chouette|le fun"
            r"|genial|mieux|moi)"
            r"|je (?:pense|crois|imagine|suppose|me dis)$|le fun|je voudrais|je aimerais"
            r"|je espere|je souhaite\w*|peut-etre|dommage|possible|bien|cool"
            r"|ce qui est sur ce est",
            r"(?:moi|c'est moi|ce est moi)$",
        )
    ),
)
