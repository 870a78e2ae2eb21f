"""The French words of the commitment checker, plain."""

import re

from bot.check_words import Words, any_of

_STEMS = (
    "accueil affich ajout anim annonc annul appel apport archiv arret assign assist attribu bloqu "
    "choisi clotur commenc compt confi confirm consacr contact convi copi coup cre debrief decid "
    "declin decri defini deleg demand demarr deplac depos dessin dir dis distribu donn ecri "
    "echang effac envoi envoy enverr exprim expliqu fai fass fer ferm finalis fini fix form "
    "gard inform "
    "inscri install instaur interrog introdui invit laiss lanc lib lim lir lis list livr met mettr "
    "mont montr nomm not notifi offr organis ouvr par pass pay pos planifi poser poserai prend "
    "prendr prepar present prevoi produi program propos proteg publi quitt ramen range "
    "rappel recevoir recoi recrut recopi redig refus relir relis remerci remett remet remplac "
    "rencontr rend renvoi renvoy repond repondr report repet reserv resum rest retir retourn reuni "
    "revis salu sign sor supprim tai telephon tenir termin tien tiendr transfer "
    "transmet transmettr tri valid vend verifi visit voi"
)
_FR_ACT = "(?:" + "|".join(sorted(_STEMS.split(), key=len, reverse=True)) + ")"
_FR_BETWEEN = (
    r"(?:ne |n'|me |m'|te |se |s'|le |la |les |l'|lui |leur |y |en |vous |nous |pas |plus "
    r"|d'abord |aussi"
    r" |ensuite |alors |toujours |simplement |\w+ment )*"
)
INFINITIVE = re.compile(
    r"(?:(?:me|lui|leur|y|en) |[ml]')?"
    rf"(?:{_FR_ACT}\w*(?:er|ir|re|oir)|\w{{3,}}(?<!i)er|etre|avoir|faire)\b"
)
"""The infinitive of a verb, at the beginning of a plain text."""

FRENCH = Words(
    promise=any_of(
        r"\bje (?:vais|dois|compte|prevois|m'engage|promets)\b|\bil faut que je\b",
        r"\b(?:je |j')(?:\w+ )?\w+rai\b|\b(?:nous allons|on va)\b",
        r"\bmon (?:but|objectif|plan|engagement|prochain pas)\b",
    ),
    first_person=any_of(r"\bje\b|\bj'|\bm'engag|\bnous\b|\bon\b|\bmon (?:but|objectif|plan)\b"),
    acknowledged=any_of(
        r"^(?:ok(?:ay)?|merci|bien recu|recu|entendu|d'accord|c'est note|note|parfait|super|oui"
        r"|bien sur|tres bien|ca marche|compris|bonjour|salut|fait)\b"
    ),
    refused=any_of(
        r"^(?:non|rien|aucun|jamais|neant|non merci)\W*$",
        r"\bje (?:refuse|ne veux pas|ne ferai rien|ne vais rien|ne m'engage(?:rai)? (?:a|sur) rien"
        r"|n'ai pas (?:envie|le temps)|ne compte pas)",
        r"\b(?:(?:pas|hors de) question|pas interesse|laissez-moi|aucune envie|sans moi)\b",
    ),
    complained=any_of(
        r"\bj'en ai (?:marre|assez|ras)|\bras[- ]le[- ]bol\b|\bn'importe quoi\b"
        r"|\bca ne sert a rien",
        r"\bc'est (?:nul|inutile|impossible|injuste|toujours pareil|ridicule|une perte de temps)\b",
        r"\b(?:personne|on|il|elle|ils|elles|m\w+ \w+|la direction) (?:ne |n')\w+ jamais\b",
        r"\bil y a trop\b|\bje suis (?:deborde|epuise|fatigue)e?\b",
    ),
    reported=any_of(
        r"\bj'ai (?:deja |bien |enfin )?(?!besoin|prevu|decide|envie|peur|rendez|un|une|du|des"
        r"|le|la"
        r"|les|hate|trop|beaucoup|assez)\w+(?:e|i|is|it|u|us|ert)\b",
        r"\b(?:on a|nous avons) (?:deja |bien )?\w+(?:e|i|is|it|u|us|ert)\b",
        r"\b(?:c'est|deja) (?:fait|envoye|regle|termine)\b",
    ),
    opener=any_of(
        r"\b(?:quand|lorsque|lorsqu'|des que|si|s'il|s'ils|(?:a )?chaque fois qu(?:e|')"
        r"|(?:la )?prochaine fois qu(?:e|')|une fois qu(?:e|')|pendant que|tant que"
        r"|jusqu'a ce qu(?:e|')"
        r"|parce qu(?:e|')|car|puisque|comme|depuis|afin qu(?:e|')|pour qu(?:e|')|apres qu(?:e|')"
        r"|avant qu(?:e|')|qui|dont|pourquoi|comment|ce qu(?:e|'))"
    ),
    condition=any_of(r"\b(?:si|s'ils?|chaque fois qu|a chaque fois)\b"),
    cue=any_of(
        r"(?<!\bdemande )(?<!\bdemander )(?<!\bsavoir )(?<!\bvoir )\b"
        r"(?:(?:si|s'ils?|quand|des que|lorsque|une fois que)\b|lorsqu')"
        r"(?! ?(?:je (?:peux|pourrai|trouve)|j'(?:ai|aurai) (?:le temps|un moment|du temps"
        r"|une minute"
        r"|un peu)|possible|besoin|necessaire|j'y pense|l'occasion)\b)",
        r"\b(?:avant|apres|pendant|durant)\b(?! tout\b)|\blors d|\bapres-(?!midi|demain)",
        r"\b(?:au|en|des le|avant le|apres le|a la|a l'|a notre|a mon|dans la|pendant la|de la"
        r"|a chaque"
        r"|en fin de|en debut de)(?: \w+){0,2}? ?(?:debut|fin|prochain|prochaine|cours|retour|issue"
        r"|reunion|point|comite|revue|retro|demo|dejeuner|petit-dejeuner|atelier|seminaire"
        r"|entretien"
        r"|tete-a-tete|planification|stand-?up|1:1|cafe|lancement|formation|kick-?off|codir)\b",
        r"\b(?:a|vers|avant) midi\b|\bprochaine fois\b|\bdes mon (?:arrivee|retour)\b",
    ),
    recurrence=any_of(
        r"\b(?:chaque|quotidien\w*|hebdomadaire\w*|mensuel\w*|tous les|toutes les)\b",
        r"\bpar (?:jour|semaine|mois|trimestre|reunion)\b|\bune fois sur deux\b",
        r"\ble (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|midi)\b",
    ),
    not_due=any_of(r"\b(?:chaque|tous les|toutes les|depuis|dernier)$"),
    hedge=any_of(
        r"\b(?:j'aimerais|je voudrais|je souhaite\w*|j'espere|je pourrais|je devrais|je veux)\b",
        r"\b(?:il faudrait|on pourrait|on devrait|nous pourrions|nous devrions"
        r"|ce serait (?:bien|mieux))\b",
        r"(?:^|[,;] ?)(?:peut-etre|idealement|si seulement|eventuellement)\b",
        r"\bj'essa(?:ie|ye|ierai|yerai)\b|\bje (?:vais )?(?:essayer|tente|tenter|tacher"
        r"|fais de mon mieux)",
        r"\bje (?:\w+ )?peut-etre\b",
    ),
    act=any_of(
        rf"(?:\b(?:je |j'|on |nous |vais |va |allons |dois |doit |et |puis )"
        rf"|^){_FR_BETWEEN}{_FR_ACT}\w*",
        r"\b(?:a |de |d'|pour |vais |dois |faut |et |ou |sans |va |vont |doit |doivent "
        r"|aimerais |voudrais |pourrais |devrais"
        r" |souhaite |veux |espere |faudrait |essaie |essayer )"
        rf"{_FR_BETWEEN}{_FR_ACT}\w*(?:er|ir|re|oir)\b",
        rf"\b(?:que je |qu'il |qu'elle |que l'equipe |que \w+ |il |elle |equipe )"
        rf"{_FR_BETWEEN}{_FR_ACT}\w*",
    ),
    act_noun=any_of(
        r"(?:^|[:;,] ?)(?:une? |mon |ma |le |la |l'|\d+ )?(?:\w+ )?"
        r"(?:appel|reunion|mail|courriel|message|memo|atelier|point|tete-a-tete|cafe|dejeuner"
        r"|visite"
        r"|entretien|presentation|compte rendu|note|rapport|synthese|lettre|invitation|coup de fil"
        r"|echange|revue|liste|debrief|envoi|redaction|annonce|relecture)s?\b"
    ),
    mental=any_of(
        r"(?:\b(?:je |j'|vais |dois |doit |faut |veux |voudrais |aimerais |de |d'|et |a |on"
        rf" |nous )|^){_FR_BETWEEN}"
        r"(?:essa(?:ie|y)|delegu\w* (?:plus|davantage|mieux)|mieux |avoir (?:au plus|moins)"
        r"|tent|tach"
        r"|reflech|pens|song|veux|voud|souhait|espe|envisag|suis|serai"
        r"|etre"
        r"|deviens|devenir|deviendr|compren|prends? (?:conscience|du recul)"
        r"|prendre (?:conscience|du recul)"
        r"|amelior|optimis|fais attention|faire attention|ferai attention|fais de mon mieux|veill"
        r"|m'effor|efforc|concentr|ecout|soutien|soutenir|communiqu|encourag|ger(?:e|er)\b"
        r"|fais? confiance"
        r"|faire confiance|ferai confiance|developp|progress|motiv|respect|reste(?:r"
        r"|rai)? (?:calme|zen"
        r"|patient|positi|a l'ecoute)|garde(?:r|rai)? (?:en tete|mon calme|a l'esprit)|prioris"
        r"|appren"
        r"|valoris|responsabilis|accept|cro(?:is|ire)|sens|arrete(?:r|rai)? d'etre)"
    ),
    decision=any_of(r"\b(?:accept|approuv|valid|decid|sign|choisi)\w*"),
    outcome=any_of(
        r"\b(?:augment|attein|baiss|redui|diminu|amelior|doubl|gagn|remport|reuss|obten|obtien"
        r"|depass"
        r"|fidelis|passe)\w*(?: \S+){0,5}? (?:(?:d|l)')?"
        r"(?:ventes?|chiffre d'affaires|taux|scores?|satisfaction|nps|turnover|absenteisme"
        r"|reclamations?|plaintes?|accidents?|marges?|part de marche|examen|appels? d'offres"
        r"|certification|engagement|rotation|rentabilite|productivite|contrat|marche)\b",
        r"\b(?:zero|0|aucune?|moins de \d+) (?:\w+ )?(?:accidents?|reclamations?|plaintes?"
        r"|incidents?)\b",
    ),
    pushing=any_of(
        r"\bf(?:aire|ais|erai) en sorte qu(?:e|')(?! ?je)",
        r"\bobt(?:enir|iens|iendrai)\b.*\bque\b|\bobt(?:enir|iens|iendrai) (?:la signature"
        r"|l'accord)",
        r"\bassure(?:r|rai)? qu(?:e |')(?!je\b)|\bveille(?:r|rai)? a ce qu(?:e |')(?!je\b)",
        r"\bconvain\w+|\bpersuad\w+|\boblig\w+|\bforc(?:e|er|erai)\b|\bpouss\w+ \w+ a\b",
        r"\bpour qu(?:e|')(?! ?je)|\bf(?:aire|ais|erai) (?:signer|valider|accepter|approuver"
        r"|adopter)\b",
    ),
    third=any_of(
        r"^(?:et |alors |puis )?(?:il|elle|ils|elles|chacun|tout le monde|quelqu'un|personne"
        r"|(?:l'|le |la |les |mon |ma |mes |notre |nos |leur |leurs |chaque |tous les |toutes les )"
        r"[\w'-]+(?: [\w'-]+){0,3}?) (?:ne |n'|se |s'|me |m'|nous |lui |leur |y |en )*"
        r"(?:va|vont|doit|doivent|devra|devront|sera|seront|est|sont|\w{2,}(?:era|ira|dra|tra|vra"
        r"|eront|iront|dront|tront)|(?:accepte|arrete|livre|valide|signe|progresse|termine|change"
        r"|approuve|envoie|prepare|respecte|ferme|participe|decide)(?:nt)?|atteint|repond|fait"
        r"|prend"
        r"|finit|comprend|vient)\b"
    ),
    third_named=any_of(
        r"^(?:et |alors |puis |[Qq]ue |[Qq]u')?[A-Z][\w'-]+(?: et [A-Z][\w'-]+)? "
        r"(?:ne |n'|se |s'|me |m'|nous |lui |leur |y |en )*"
        r"(?:va|vont|doit|doivent|devra|devront|sera|seront|est|sont|[a-z]{2,}(?:era|ira|dra"
        r"|tra|eront"
        r"|iront|dront)|(?:accepte|arrete|livre|valide|signe|progresse|termine|change|approuve"
        r"|envoie"
        r"|prepare|respecte|ferme|participe|decide)(?:nt)?|atteint|repond|fait|prend|finit|vient)\b"
    ),
    jointly=any_of(r"\b(?:nous|on)\b"),
    team_output=any_of(
        r"\b(?:livr|termin|fini|acheve|sort|lanc|ferm|attein|corrig|redui|amelior|migr|publi|gagn"
        r"|respect|tenir|tiendr)\w*"
    ),
    deliverable=any_of(
        r"\b(?:liste|note|compte rendu|synthese|ordre du jour|document|page|invitation|creneaux?"
        r"|brief|message|mail|courriel|decision|phrase|modele|tableau|ticket|minuteur|agenda|fiche"
        r"|rapport|plan|brouillon|proposition|diapo\w*|presentation|feuille de route|dossier"
        r"|formulaire|sondage|planning|memo|bilan)\b"
    ),
    open_amount=any_of(
        r"(?<!\bau )(?<!\bne )(?<!\d )(?<!\bnon )\bplus\b(?! tard| tot| de \d|$| \w+ ne\b)",
        r"(?<!\bau )(?<!\bdu )\bmoins\b(?! de \d| \d)|\bdavantage\b|\bun peu\b|\bbeaucoup\b",
        r"\bquelques?\b(?!-uns? )|\bcertaine?s\b|\bplusieurs\b|\bpas mal\b|\b(?:des|les) gens\b",
        r"\bca et la\b|\bde temps en temps\b|\bdes choses\b",
        rf"\b{_FR_ACT}\w* (?:plus )?des (?!que\b|le\b|la\b|\d)\w+s\b",
    ),
    closed_amount=any_of(
        r"\bn(?:e |')(?:\w+[ '])?(?:\w+ )?plus\b(?! de )", r"\b(?:plus|moins) d(?:e|') ?\d+"
    ),
    counted=any_of(
        r"\b(?:\d+(?:[.,]\d+)?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|vingt|zero"
        r"|une seule|un seul)(?: (?!pour cent|h\b)[a-z]\w+|(?= ?%))"
    ),
)
