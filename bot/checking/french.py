"""The closed classes of French."""

import re

from bot.checking.conjugation import forms
from bot.checking.french_verbs import opens_with_verb, says_of_others
from bot.checking.lemmas import is_participle
from bot.checking.lexicon import Kind, Lexicon, Role, any_of, kinds, one_of

_WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche"
_MONTHS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"
_CALENDAR = (
    f"{_WEEKDAYS} {_MONTHS} demain aujourd'hui matin semaine prochain prochaine apres-midi soiree"
)
_FUNCTION = (
    "avant apres pendant chaque jusqu'a lorsque quand toutes parce quelques certains "
    "plusieurs essaie essayer davantage beaucoup reunion reunions trimestre j'aimerais voudrais pourrais "
    "peut-etre idealement"
)
_REAL = (
    "avait avent avants avance avancer demains semaines semainier matins marin malin satin patin "
    "lundis mardis mercredis jeudis vendredis samedis dimanches claque cheque chaques grand quant "
    "quart prochains prochaines mares marsh marche marches maris mains train jouet juillets mardi "
    "vendre vendra vendrai vendu apres-demain presque pendante reunir union reunis reunies tout "
    "toute toutes tous plusieures certaine certaines certain quelque lorsqu'un aprem rayons "
    "appris apprend dette demande demander demandes semer pendent pensant pendants avent avril "
    "soiree soirees soiree aout ouvre octave janvier fermier premier"
)
EVENT = one_of(
    "reunion reunions point points comite comites revue revues retro retros retrospective demo "
    "demos dejeuner petit-dejeuner petit-dej dej pause cafe atelier ateliers seminaire entretien "
    "entretiens tete-a-tete planification planning stand-up standup stand-ups daily dailys dailies "
    "1:1 1-1 121 one-to-one one-on-one codir comex copil coproj cse lancement formation "
    "kick-off kickoff brief briefing debrief debriefing staff conseil ag assemblee seance session "
    "rendez-vous visite tournee ronde releve relève transmissions passation audit inventaire "
    "appel call visio webinaire conference salon congres rituel bilan soutenance garde vacances "
    "rentree sprint evaluation evaluations cours prise fermeture ouverture arrivee depart repas "
    "diner pot aperitif apero ramadan conges conge weekly mise livraison sonnerie rassemblement "
    "accueil recre tour demarrage cloture match fete ceremonie oral commission negociation "
    "instance conference entrevue rencontre hebdo"
)
_MEETINGS = one_of(
    "reunion reunions point points revue retro retrospective dejeuner petit-dejeuner cafe atelier ateliers "
    "seminaire entretien tete-a-tete stand-up standup daily 1:1 brief briefing debrief debriefing session "
    "rendez-vous visite visio kick-off lancement formation repas diner pot apero tournee brainstorming bilan"
)
_PERIOD = one_of(f"jour jours semaine semaines mois trimestre trimestres an ans annee matin matins "
                 f"soir soirs midi midis apres-midi soiree lundis mardis mercredis jeudis "
                 f"vendredis samedis dimanches quinzaine sprint {_WEEKDAYS}")  # fmt: skip
_BETWEEN = (
    r"(?:ne|me|te|se|le|la|les|lui|leur|y|en|vous|nous|pas|plus|jamais|aussi|d'abord|ensuite|alors"
    r"|toujours|simplement|bien|deja|egalement|enfin|tout|\w+ment) "
)

_STEMS = one_of(
    "accueill affich ajout anim annonc annul appel apport archiv arret assign assist attribu "
    "bloqu choisi clotur commenc compt confi confirm consacr contact convi convoqu copi coup cre "
    "debrief decid declin defini deleg demand demarr deplac depos dessin di distribu donn echang "
    "ecri effac embauch enleve enlev envoi envoy enverr exprim expliqu fai fer ferm finalis fini "
    "fix form gard inform inscri install instaur interrog introdui invit laiss lanc lib li lis "
    "list livr met mett mettr mont montr nett nomm not notifi offr organis ouvr par parl partag "
    "pass pay pos planifi pren prend prepar present prevoi produi program propos proteg publi "
    "quitt rang rappel recev recoi recrut recopi redig refai refus relanc reli relis remerci "
    "remet remplac rencontr rend renvoi renvoy repar repond report repet reserv resum rest retir "
    "retourn reun revis salu sign sor suppr supprim tai telephon tien ten termin transfer transmet "
    "tri trait vend verifi vid visit va vien respect particip arriv accept valid approuv chang "
    "atteint atteign progress arret decroch gagn install boucl rempl"
)
INFINITIVE = re.compile(
    rf"(?:(?:me|lui|leur|y|en) |[ml]')?(?:{_STEMS}\w*(?:er|ir|re|oir)|\w{{3,}}(?<!i)er|etre|avoir"
    r"|faire)\b"
)
"""The infinitive of a verb, at the beginning of a plain text."""

_THIRD_FINITE = (
    r"(?:va|vont|doit|doivent|devra|devront|peut|peuvent|sera|seront|soit|soient|ait|aient|fasse|fassent|est|sont|ha|fera|feront|aura|auront"
    r"|fait|font|prend|prennent|met|mettent|vient|viennent|repond|repondent|rend|rendent|dit"
    r"|finit|finissent|tient|tiennent|ecrit|ecrivent|atteint|sort|part|choisit|ouvre|offre|suit"
    r"|devrait|pourrait|\w{2,}(?:era|ira|dra|tra|vra|rra|eront|iront|dront|tront|vront|rront)"
    r")"
)
_KINDS = kinds(
    (
        (
            Kind.STATE,
            forms(
                "etre devenir vouloir esperer savoir croire sentir rester demeurer ecouter "
                "respecter accepter apprecier aimer valoriser responsabiliser motiver encourager "
                "soutenir inspirer federer rassurer lacher assumer oser incarner relativiser "
                "positiver tolerer souhaiter preferer considerer accueillir redouter craindre "
                "kiffer ravaler encaisser embrasser adherer aspirer vivre paraitre sembler ressentir adorer detester "
                "estimer supporter endurer remotiver dedramatiser impatienter emporter affoler calmer "
                "patienter interesser impliquer investir affirmer depasser accrocher autoriser pardonner "
                "embarquer autonomiser humaniser equilibrer menager bichonner reconnaitre meriter hair envier "
                "regretter complexer hesiter procrastiner perseverer epanouir murir braquer vexer emballer crisper ressaisir detendre "
                "destresser temporiser moderer canaliser maitriser dominer rayonner vibrer complimenter-pas stresser inquieter angoisser paniquer enerver douter "
                "culpabiliser flipper juger craindre "
            )
            - forms("accueillir")
            - {"est", "sens"},
        ),
        (
            Kind.MENTAL,
            forms(
                "penser reflechir songer comprendre prioriser mediter imaginer oublier retenir "
                "anticiper hierarchiser souvenir projeter visualiser ruminer cogiter digerer concentrer focaliser recentrer repenser envisager realiser "
                "conscientiser interroger"
            )
            - forms("interroger"),
        ),
        (
            Kind.DEVELOPMENT,
            forms(
                "ameliorer developper progresser apprendre grandir evoluer renforcer optimiser "
                "travailler bosser plancher collaborer cooperer gerer manager piloter adapter cultiver "
                "favoriser entretenir simplifier fluidifier perfectionner approfondir structurer rationaliser moderniser solidifier consolider booster "
                "apaiser pacifier harmoniser professionnaliser "
                "deployer dynamiser gagner"
            )
            - forms("gagner deployer piloter"),
        ),
        (Kind.DECISION, forms("valider approuver decider")),
        (
            Kind.LIGHT,
            forms(
                "avoir faire prendre ramener remonter monter descendre porter passer signer realiser limiter redonner donner accueillir mettre montrer garder tenir laisser apporter creer "
                "trouver accorder offrir instaurer adopter porter preter favoriser chercher "
                "conserver assurer manifester demontrer veiller accorder"
            ),
        ),
        (
            Kind.OUTCOME,
            forms(
                "augmenter atteindre baisser reduire diminuer doubler tripler gagner remporter "
                "reussir obtenir depasser fideliser accroitre exploser pulveriser decrocher maintenir "
                "conserver vendre maximiser minimiser redresser"
            )
            | {"vendre", "vends", "vendrai"},
        ),
    )
)  # fmt: skip

_ATTITUDE_NOUNS = one_of(
    "attention patience patient patiente calme confiance empathie respect posture attitude humeur "
    "positivite positif positive presence autonomie reconnaissance ouverture courage humilite "
    "bienveillance conscience recul hauteur perspective efforts effort tempete froid "
    "serein sereine serenite zen transparence leadership ecoute energie enthousiasme curiosite "
    "compassion assertivite equite cohesion engagement implication motivation disponibilite "
    "disponible exigence rigueur discipline justice distance sang-froid controle equilibre "
    "responsabilite dialogue clarte lisibilite communication collaboration sens visibilite "
    "comprehension lien esprit garde tete-froide fermete fermeté tact diplomatie souplesse gratitude "
    "indulgence plaisir souriant souriante relation relations climat ambiance dynamique "
    "emotions douceur ambition valeurs qualite humain humanite pedagogie ethique loyaute legerete joie fierte assurance aplomb audace spontaneite authenticite sincerite honnetete "
    "franchise solidarite entraide cooperation synergie convivialite tolerance generosite "
    "modestie sagesse maturite professionnalisme excellence discernement lucidite objectivite ponctualite "
    "perseverance tenacite resilience flexibilite adaptabilite creativite proactivite initiative initiatives "
    "reactivite efficacite stress pression anxiete colere frustration ego perfectionnisme legitimite place "
    "temps-libre sourire moral humour chaleur respectueux bienveillant bienveillante juste exemplaire "
    "complicite optimisme optimiste lacher-prise agilite mieux-etre bien-etre coherence cap"
)
_ATTITUDE = any_of(
    _ATTITUDE_NOUNS,
    r"(?:en|a) tete|a l'esprit|a le esprit|en compte|a coeur|de mon mieux|du mieux|preuve de"
    r"|a la place de|tete froide|sourire|du recul|de la place|plus de place|leur place"
    r"|de l'avant|place a",
)

def _participle(match: re.Match[str]) -> str:
    """Write « bouclé » as « bouclée », which no present tense looks like."""
    word = f"{match[1]}é"
    noun = word.lower() in {"marché", "congé", "employé", "salarié", "associé", "délégué", "exposé", "énoncé"}
    return match[0] if noun or not is_participle(word.lower()) else f"{match[1]}ée{match[2]}"


FRENCH = Lexicon(
    lang="fr",
    elides=True,
    accented=(
        (re.compile(r"(?i)^(\w{3,})é (?=(?:à|a|au|aux|le|la|les|un|une|des|mon|ma|mes|plus|lui|leur)\b)"), r"\1er "),
        (re.compile(r"(?i)\b(faire|fais|ferai|vais|dois|veux|pour|peux|peut me) (\w{3,})é\b"), r"\1 \2er"),
        (re.compile(r"(?i)\ba (?=(?:(?:pas|déjà|bien|enfin|tous|encore|été) )?\w+(?:é|ée|és|ées)\b)"), "ha "),
        (re.compile(r"(?i)(\b(?:il|elle|on|qui|y|lui|leur|nous|vous) |\b[mlt]['’])a\b(?! [àa]\b)"), r"\1ha"),
        (re.compile(r"(?i)\ba (?=(?:pas |déjà )?(?:rendu|fait|dit|mis|pris|fini|eu|vu|lu|reçu|répondu"
                    r"|perdu|promis|écrit|appris|compris|choisi|réussi)\b)"), "ha "),
        (re.compile(r"\b(\w{3,})é(s?)\b"), _participle),
    ),
    short_forms={
        "dem": "demain", "dem1": "demain", "dmain": "demain", "2main": "demain", "dm": "demain", "demin": "demain",
        "ajd": "aujourd'hui", "auj": "aujourd'hui", "ajrd": "aujourd'hui", "ojd": "aujourd'hui",
        "aujourdhui": "aujourd'hui", "aujd": "aujourd'hui", "aujourd": "aujourd'hui",
        "sem": "semaine", "smn": "semaine", "sms": "sms", "semn": "semaine",
        "rdv": "rendez-vous", "rv": "rendez-vous", "rdvs": "rendez-vous", "rendezvous": "rendez-vous",
        "ss": "sous", "moin": "moins", "plu": "plus", "mieu": "mieux", "pr": "pour", "ds": "dans", "dans": "dans", "av": "avant", "avt": "avant", "ap": "apres",
        "apr": "apres", "aprs": "apres", "aprem": "apres-midi", "aprm": "apres-midi",
        "qd": "quand", "qnd": "quand", "kan": "quand", "kand": "quand", "qand": "quand",
        "bcp": "beaucoup", "tt": "tout", "ts": "tous", "tte": "toute", "ttes": "toutes",
        "ns": "nous", "vs": "vous", "jv": "je vais", "jvais": "je vais", "jve": "je vais",
        "jsuis": "je suis", "chui": "je suis", "chuis": "je suis", "jdois": "je dois",
        "jfais": "je fais", "jferai": "je ferai", "jprends": "je prends", "jpense": "je pense",
        "jveux": "je veux", "jvoudrais": "je voudrais", "jpeux": "je peux", "jmets": "je mets",
        "jte": "je te", "jle": "je le", "jles": "je les", "jlui": "je lui", "jme": "je me",
        "jpasse": "je passe", "jparle": "je parle", "jy": "j'y", "jen": "j'en", "g": "j'ai",
        "daccord": "d'accord", "dac": "d'accord", "dacc": "d'accord", "dici": "d'ici",
        "quil": "qu'il", "quils": "qu'ils", "quelle": "quelle", "quon": "qu'on", "cest": "c'est",
        "cetait": "c'etait", "sil": "s'il", "sils": "s'ils", "lequipe": "l'equipe",
        "nimporte": "n'importe", "jusqua": "jusqu'a", "jusquau": "jusqu'au", "jusque": "jusque",
        "lors": "lors", "qq": "quelques", "qqs": "quelques", "qqn": "quelqu'un",
        "qqun": "quelqu'un", "qqch": "quelque chose", "chq": "chaque", "chak": "chaque",
        "svt": "souvent", "tjs": "toujours", "tjrs": "toujours", "tjr": "toujours",
        "dc": "donc", "pcq": "parce que", "psk": "parce que", "pck": "parce que",
        "parceque": "parce que", "parske": "parce que", "ms": "mais", "c": "c'est",
        "avc": "avec", "ac": "avec", "ak": "avec", "msg": "message", "msgs": "messages",
        "mn": "minutes", "min": "minutes", "mins": "minutes", "tel": "tel", "dej": "dejeuner",
        "ptit": "petit", "pdj": "petit-dejeuner", "pb": "probleme", "pbs": "problemes",
        "we": "week-end", "wk": "week-end", "weekend": "week-end", "qques": "quelques",
        "reu": "reunion", "reuf": "reunion", "reus": "reunions", "reunoin": "reunion",
        "reuinon": "reunion", "cr": "compte-rendu", "crs": "comptes-rendus", "doc": "document",
        "docs": "documents", "prez": "presentation", "pres": "pres", "presta": "prestation",
        "dispo": "disponible", "nrj": "energie", "mdr": "mdr", "lol": "lol", "stp": "s'il te plait",
        "svp": "s'il vous plait", "slt": "salut", "bjr": "bonjour", "bsr": "bonsoir",
        "mci": "merci", "mrc": "merci", "pe": "peut-etre", "ptet": "peut-etre",
        "ptetre": "peut-etre", "peutetre": "peut-etre", "ptre": "peut-etre", "vdi": "vendredi",
        "vend": "vendredi", "ven": "vendredi", "vendr": "vendredi", "lun": "lundi",
        "mar": "mardi", "mer": "mercredi", "merc": "mercredi", "mercr": "mercredi",
        "jeu": "jeudi", "jdi": "jeudi", "sam": "samedi", "dim": "dimanche", "janv": "janvier",
        "fev": "fevrier", "fevr": "fevrier", "avr": "avril", "juil": "juillet",
        "sept": "septembre", "oct": "octobre", "nov": "novembre", "dec": "decembre",
        "proch": "prochain", "prochaine": "prochaine", "ke": "que", "ki": "qui", "koi": "quoi",
        "pk": "pourquoi", "pq": "pourquoi", "cmt": "comment", "cad": "c'est-a-dire",
        "pcque": "parce que", "ptite": "petite", "tps": "temps", "lgtps": "longtemps",
        "hs": "hs", "pdt": "pendant", "kelk": "quelques", "fo": "il faut", "faut": "il faut",
        "one-one": "1:1", "semaines": "semaines", "mnt": "maintenant", "mtn": "maintenant",
        "jms": "jamais", "rpl": "rappel", "jour": "jour", "envoi": "envoi", "dispos": "disponibles",
        "ptits": "petits", "kdo": "cadeau", "1h": "1h", "jai": "j'ai", "jaimerais": "j'aimerais",
        "jaurai": "j'aurai", "chu": "je suis", "pis": "puis", "enkr": "encore", "lendemain": "lendemain",
    },
    glued=(
        (re.compile(r"d(etre|avoir|aller|ecouter|arreter|en|y|ecrire)"), r"d'\1"),
        (re.compile(r"(\d+)(?:mn|mins?)"), r"\1 minutes"),
        (re.compile(r"(\d+)hr?s?"), r"\1h"),
        (re.compile(r"(\d+)(?:j|jrs?)"), r"\1 jours"),
        (re.compile(r"(\d+)x"), r"\1 fois"),
        (re.compile(r"(le|ce|d'ici|avant)(lundi|mardi|mercredi|jeudi|vendredi)"), r"\1 \2"),
    ),
    phrases=(
        (re.compile(r"(?i)\b(?:(?:il|ce|ca|c') ?)?(?:serait|faudrait|conviendrait|vaudrait)(?: \w+){0,3}? (?:que|qu'|de) ?(?=j)"),
         "j'aimerais que "),
        (re.compile(r"(?i)\b(?:c'est |il est )?(?:possible|probable) que (?=j)"), "peut-etre "),
        (re.compile(r"(?i)\bil faut\b"), "faut"),
        (re.compile(r"(?i)\bl'idee(?: pour moi)?,? (?:c'est|ca va etre|ce sera|est) (?:de |d')"), ", "),
        (re.compile(r"(?i)\b24 ?h(?:eures)? ?(?:sur|/) ?24\b|\b7 ?j?(?:ours)? ?(?:sur|/) ?7\b"), "toujours"),
        (re.compile(r"(?i)\bj'(?=(?:vais|fais|dois|suis|veux|peux|prends|mets|laisse|passe|demande)\b)"), "je "),
        (re.compile(r"(?i)^(dans [^,]{3,20}?),? j'ai (\w+e)\b"), r"\1 j'aurai \2"),
        (re.compile(r"^\+ (?=de )"), "plus "),
        (re.compile(r" \+ (?=(?:de|souvent|vite|tot|zen|calme|clair|present|patient|a l'ecoute|\w+ment)\b|d')"), " plus "),
        (re.compile(r"(?i)\bvu qu on\b"), "vu qu'on"),
        (re.compile(r"€"), " euros "),
        (re.compile(r"(?<![\d.])([0-3]?\d)\.([01]?\d)\.(?=\s|$)"), r"\1/\2"),
        (re.compile(r"(?i)\bc(?:'?est)? ?moi qui (\w+)"), r"je \1"),
        (re.compile(r"(?i)\bc'est ((?!moi)[\w' -]{1,40}?) qui (?!va\b|doit\b)"), r"\1 va "),
        (re.compile(r"(?i)^ce que .{1,60}? c'est (?:que|qu'|de|d') ?"), ""),
        (re.compile(r"(?i)\baujourd.?hui\b"), "aujourd'hui"),
        (re.compile(r"(?i)(?<![\w/])w/(?= ?\w)"), "avec "),
        (re.compile(r"(?i)\b(ma|sa|ta|vers|a|de|du) mer\b(?= )"), r"\1 mer_"),
        (re.compile(r"(?i)\b(lun|mar|mer|jeu|ven|vend|sam|dim)\.(?= \w)"), r"\1"),
        (re.compile(r"(?i)\b(m|mr|mme|mlle|dr|pr|st|ste)\. (?=\w)"), r"\1 "),
        (re.compile(r", ?(?:moi|quant a moi|pour ma part|de mon cote|moi aussi|donc|voila|enfin),"), " "),
        (re.compile(r"(?i)\bce (?:sera|serait) ((?!moi)[\w' ,-]{1,60}?),? qui "), r"\1 va "),
        (re.compile(r"(?i)\b(?:fais|faire|ferai) en sorte (?:que je|de|d')"), "vais "),
        (re.compile(r"(?i)\b(?:m'assure|m'assurer|m'assurerai) (?:que je|de|d')"), "vais "),
        (re.compile(r"(?i)\bc'est ((?:en|a|au|avec|chez|dans|sur|demain|[a-z]+di)\b[\w' -]{0,40}?) que (?=je |j')"), r"\1 "),
        (re.compile(r"(?i)\baimerai\b"), "aimerais"),
        (re.compile(r"(?i)\b(\w+rai)-je\b"), r"je \1"),
        (re.compile(r"(?i)\btete a tete\b"), "tete-a-tete"),
        (re.compile(r"(?i)\bapres midi\b"), "apres-midi"),
        (re.compile(r"(?i)\bapres demain\b"), "apres-demain"),
        (re.compile(r"(?i)\brendez vous\b"), "rendez-vous"),
        (re.compile(r"(?i)\bpeut etre\b"), "peut-etre"),
        (re.compile(r"(?i)\bcompte rendu\b"), "compte-rendu"),
        (re.compile(r"(?i)\bcomptes rendus\b"), "comptes-rendus"),
        (re.compile(r"(?i)\bordre du jour\b"), "ordre-du-jour"),
        (re.compile(r"(?i)\b(?:one to one|one on one|1 a 1|1 to 1)\b"), "1:1"),
        (re.compile(r"(?i)\bstand up\b"), "stand-up"),
        (re.compile(r"(?i)\bpetit dej(?:euner)?\b"), "petit-dejeuner"),
        (re.compile(r"(?i)\bd ici\b"), "d'ici"),
        (re.compile(r"(?i)\bj (?=[aeiouyh])"), "j'"),
        (re.compile(r"(?i)\b([ldnmsc]) (?=[aeiouyh]\w)"), r"\1'"),
        (re.compile(r"(?i)\bfin s(?=[ ,.]|$)"), "fin de semaine"),
        (re.compile(r"(?i)\bfin sem(?:aine)?\b"), "fin de semaine"),
        (re.compile(r"(?i)\b(sem(?:aine)?|la s) pro(?:ch(?:aine)?)?\b"), "semaine prochaine"),
        (re.compile(r"(?i)\bet al\b|\betc\.?(?!\w)"), ""),
        (re.compile(r" & "), " et "),
    ),
    correctable=tuple(f"{_CALENDAR} {_FUNCTION}".split()),
    real_words=frozenset(_REAL.split()),
    acknowledged=re.compile(
        r"^(?:(?:" + one_of("ok okay merci recu entendu note notes parfait super oui ouais compris "
                            "bonjour salut fait top nickel genial cool bien carrement evidemment "
                            "promis bravo vu coucou hello bonsoir volontiers ouaip absolument "
                            "exact effectivement beaucoup mdr lol reçu yes yep")
        + r"|bien (?:recu|sur|note|vu|compris)|d'accord|de accord|c'est (?:note|bon|fait|compris"
        r"|clair|parti|entendu)|ce est (?:note|bon|fait|compris|clair|parti|entendu)"
        r"|tres bien|ca marche|ca roule|pas de (?:souci|probleme)s?|je (?:note|vois|comprends"
        r"|prends note|m'en occupe|me en occupe)|bonne (?:idee|remarque)|a (?:vous|toi|bientot"
        r"|demain|plus)|c'est note|tu as raison|vous avez raison|pour (?:le|la|les|ton|votre|vos"
        r"|tes) \w+(?! #)|comme (?:convenu|d'habitude)|ce est|ca me va|bonne journee|pris note"
        r"|a tout le monde|en effet|merci a \w+|lu)(?:[ ,.!]+|$))+"
    ),
    refused=any_of(
        r"(?:\w+ ,? ?)?je me (?:y )?refuse|je (?:ne )?peux pas (?:me|m') ?engage\w*",
        r"(?:desolee? ,? ?)?(?:pas|plus) (?:dispo\w*|possible|le temps|motive\w*|cette fois)",
        r"(?:[\w']+ ){0,6}je (?:ne )?(?:le|la|les) ferai pas|je ne peux me engager|je (?:ne )?(?:peux|promets) rien"
        r"|(?:ce est|c'est) non|laissez?[- ]moi|^rien (?:pantoute|du tout)|ce est a (?!moi)(?:\w+ ){1,4}de|je peux pas|je (?:ne )?peux (?:pas|rien|plus)",
        r"^(?:non|nan|rien|aucun|aucune|jamais|neant|bof|passe)$",
        r"^(?:non|nan)(?: merci| pas| desole)?[ ,]",
        r"je (?:refuse(?! les? | de (?!m'engager|jouer|participer|repondre|faire ca|le faire))"
        r"|ne veux (?:pas|plus|rien)|veux pas|ne ferai (?:rien|pas (?:ca|cela))|ferai (?:rien|pas"
        r" (?:ca|cela))|ne vais rien|ne (?:me )?engage(?:rai)? (?:pas|a rien|sur rien|rien)"
        r"|ne le ferai pas|le ferai pas|ne (?:changerai|change|compte) (?:rien|pas)"
        r"|ne participe(?:rai)? pas|ne vais pas (?:faire (?:ca|cela)|le faire|m'engager|me engager"
        r"|jouer|repondre|participer|changer)|vais pas (?:faire ca|le faire|me engager|changer)"
        r"|ne (?:souhaite|desire) pas|passe mon tour|me y refuse|ne suis pas (?:interesse|d'accord"
        r"|de accord|concerne|volontaire)\w*|suis pas (?:interesse|motive|chaud)\w*)",
        r"je n'ai (?:pas|aucune?|rien)|je ne? ?ai (?:pas (?:envie|le temps|besoin|l'intention"
        r"|de temps|le intention)|aucune? (?:envie|intention|engagement)|rien a)",
        r"(?:pas|hors de) question|pas (?:interesse|envie|moi|cette (?:semaine|fois)$|pour moi"
        r"|le temps)|fichez|aucune envie|tres peu pour moi|ca ne me (?:interesse"
        r"|concerne)|rien a (?:declarer|dire|ajouter|promettre)|pas de engagement|arretez",
    ),
    complained=any_of(
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
        r"je (?:suis|me sens) (?:\w+ )?(?:deborde|epuise|fatigue|crame|noye|perdu|stresse|submerge"
        r"|decu|demotive|creve|claque|au bout|a bout|pas |sature|lessive)\w*",
        r"je (?:ne )?(?:comprends|sais|vois|peux|arrive|trouve) (?:pas|plus|rien)|je ai trop"
        r"|je ai (?:pas|plus) (?:le temps|de temps)|je (?:ne )?fais que|je trouve que",
        r"(?:depuis|ca fait) \w+ (?:semaines|mois|jours|ans)|qu'on attend|que on attend",
    ),
    filler=re.compile(
        r"(?:je (?:ne )?sais pas(?: encore| trop)?(?: quand)?(?: \w+)?|on verra(?: bien)?|voila(?: le \w+)?|quoi|voila quoi|vous voyez|tu vois|mdr|lol|ouf|bref|hein|promis|jure"
        r"|comme (?:prevu|convenu|d'hab|de habitude|promis|dit)|sans faute|point barre|point final"
        r"|(?:ne )?(?:te|vous) (?:inquiete|inquietez)(?: pas)?|vous inquietez pas|inch ?allah|sans moi|pas a moi|merci|desole|desolee|c'est dit"
        r"|ce est dit|me semble-t-il|je (?:me |me y |le |vous le |te le )+(?:engage|promets|jure)|autant que (?:possible|faire se peut)|soit|vu|en somme|d'accord|non mais|ce est ca|et voila|enfin bref)[ ,.!]*"
    ),
    reported=re.compile(
        r"^(?:le |la |les |mon |ma |mes |il |elle |ils |tout |ca |ce )[\w -]{0,30}?(?:est|sont) (?:deja |bien |tous )?(?:parti|arrive"
        r"|passe|fini|termine|clos|boucle|envoye|regle|fait|signe|valide|mort)\w*\b|"
        r"^(?:le |la |les |mon |ma |mes |notre |nos |un |une )?[\w-]+(?: [\w'-]+){0,3}?(?: (?:ne|me|te|se|nous"
        r"|vous|lui|leur|le|la|les|y|en))* (?:ha|ont|avait|avaient|etait|etaient) (?:pas |deja |enfin "
        r"|encore |tous |toutes |bien )*(?:ete |\w{2,}(?:e|i|is|it|u|us|ert)s?\b)(?<!une)(?<! la)(?<!ce)"
        r"|"
        r"(?:^| )je(?: lui| leur| les?| la| y| en| te| vous| me)* ai(?: deja| bien| enfin| aussi"
        r"| tout| pas| jamais| quand meme| juste| encore| donc| ete)* (?!une?\b|des\b|les?\b|la\b"
        r"|deux\b|trois\b|besoin|prevu|decide|envie|peur|rendez|hate|trop|beaucoup|assez|choisi"
        r"|promis|mis pour|cale|planifie|programme|du (?!\w+ \w+er\b)|rien|#)"
        r"(?:\w{2,}(?:e|ee|es|ees|i|is|it|u|us|ue|ert|aint|eint)|fait|dit|ecrit|eu|vu|lu|mis|pris)\b"
        r"|^(?:\w+ )?(?:on (?:se )?est (?:tout|bien|deja)|on h?a|nous avons|je suis|on est|nous sommes)(?: deja| bien| enfin| aussi)*"
        r" (?:\w{2,}e|fait|mis|pris|vu|dit|alle\w*|parti\w*|venu\w*|rendu\w*|fini\w*)s? "
        r"(?!et |par )"
        r"|^(?:c'est|ce est|deja|voila ce est) (?:deja )?(?:fait|envoye|regle|termine|en place)\w*"
        r"|^(?:hier|avant-hier|la semaine (?:derniere|passee)|le mois dernier|lundi dernier)\b"
        r"|^(?:fait|envoye|termine|regle)e?s?(?: (?:hier|ce matin|ce midi|deja)| ?$)"
        r"|(?<!pour )(?<!de )\b(?:hier|la semaine (?:derniere|passee)|le mois dernier|# dernier)$"
        r"|^je (?:avais|etais|faisais|voulais)\b|^j'avais\b"
    ),
    asked=re.compile(
        r"^(?:et |mais |alors |donc |ok |bonjour |salut |euh |# )*(?:est-ce que|est-ce|qu'est-ce"
        r"|que est-ce|comment (?!aire)|pourquoi|combien|quels? |quelles? |qui est|ou est|c'est quoi"
        r"|ce est quoi|ca veut dire|qu'entend|que entend|que (?:faire|dois|puis|faut|signifie"
        r"|veut)|dois-je|puis-je|faut-il|peut-on|peux-tu|pouvez-vous|tu (?:peux|ferais|penses"
        r"|crois|conseilles|veux)|vous (?:pouvez|pensez|conseillez)|et si |et toi|et vous"
        r"|avez-vous|as-tu|y a-t-il|a quoi|je dois (?:faire|mettre|ecrire|repondre) quoi"
        r"|je (?:mets|fais|dis|reponds|ecris) quoi|quoi )"
    ),
    promising=any_of(
        r"je (?:vais|dois|compte|prevois|promets)(?! pas)|je me engage(?! a rien| pas)|faut que je",
        r"je (?:\w+ )?\w{2,}rai|nous allons|on va",
        r"mon (?:but|objectif|plan|engagement|prochain pas)",
    ),
    announcing=re.compile(r"(?:je |demander|poser|dire|moi je)"),
    subordinators={
        "quand": Role.CUE, "lorsque": Role.CUE, "des que": Role.CUE, "des lors que": Role.CUE, "sitot": Role.CUE, "sitot que": Role.CUE,
        "a peine": Role.CUE, "aussitot": Role.CUE, "au moment de": Role.CUE, "a le instant ou": Role.CUE, "aussitot que": Role.CUE,
        "une fois que": Role.CUE, "pendant que": Role.CUE, "tant que": Role.CUE,
        "jusque a ce que": Role.CUE, "apres que": Role.CUE, "avant que": Role.CUE,
        "la prochaine fois que": Role.CUE, "prochaine fois que": Role.CUE,
        "le jour ou": Role.CUE, "la ou": Role.RELATIVE, "au moment ou": Role.CUE, "a chaque fois que": Role.CONDITION,
        "chaque fois que": Role.CONDITION, "toutes les fois que": Role.CONDITION,
        "si": Role.CONDITION, "si jamais": Role.CONDITION, "meme si": Role.CONDITION,
        "parce que": Role.REASON, "car": Role.REASON, "puisque": Role.REASON,
        "vu que": Role.REASON, "etant donne que": Role.REASON, "comme": Role.REASON,
        "sachant que": Role.REASON, "alors que": Role.REASON, "bien que": Role.REASON,
        "afin que": Role.PURPOSE, "pour que": Role.PURPOSE, "afin de": Role.PURPOSE,
        "histoire de": Role.PURPOSE, "pour": Role.PURPOSE, "de facon a": Role.PURPOSE,
        "qui": Role.RELATIVE, "que": Role.RELATIVE, "dont": Role.RELATIVE,
        "lequel": Role.RELATIVE, "laquelle": Role.RELATIVE, "lesquels": Role.RELATIVE,
        "pourquoi": Role.CONTENT, "comment": Role.CONTENT, "ce que": Role.CONTENT,
        "ce qui": Role.CONTENT, "combien": Role.CONTENT, "quel": Role.CONTENT,
        "quelle": Role.CONTENT, "quels": Role.CONTENT, "quelles": Role.CONTENT,
    },
    no_subordinator=re.compile(
        r"<pour> (?!(?:ne |me |se |le |la |les |lui |leur |y |en |pas |nous |vous )*\w{2,}(?:er|ir|re"
        r"|oir)\b)|<pour> (?:le |la |les )?\w+ier\b|<pour> (?:hier|fevrier|janvier|leur|notre|votre"
        r"|octobre|decembre|novembre|septembre|autre|contre)\b"
        r"|<comme> (?!(?:je|il|elle|on|ils|elles|nous|le|la|les|ce|mon|ma)\b)|<comme> (?:ca|ce"
        r"|d'hab|prevu|convenu)"
        r"|(?:plus|moins|mieux|autant|autre|meme|plutot|tot|ne \w+|ne \w+ \w+|avant|est-ce|qu'est-ce)"
        r" <que>|^ <que>"
        r"|^ <(?:comment|pourquoi|quel|quelle|quels|quelles|ce que|ce qui|combien)>"
        r"|<si> (?:possible|besoin|necessaire|\w+ que)|(?:et|comme) <si>|<si> seulement|^<qui>"
        r"|<qui> (?:de droit)|<quand> (?:meme)"
    ),
    telling=any_of(
        r"(?:di(?:re|s|t|rai)|previen\w*|preven\w*|annonc\w+|inform\w+|ecri\w+|rappel\w+|expliqu\w+|precis\w+)"
        r"(?: [\w'-]+){0,4}$"
    ),
    asking=any_of(
        r"(?:demand\w+|savoir|sais|voir|vois|verra|verifi\w+|di(?:re|s|t|rai)|decid\w+|confirm\w+"
        r"|expliqu\w+)(?: [\w'-]+){0,4}$"
    ),
    goes_on=re.compile(
        rf"(?:ne |pas |plus |me |se |le |la |les |lui |leur |y |en |a |de |l'|m'|je )*"
        rf"(?:{_STEMS}\w*(?:er|ir|re|oir)|faire|dire|lire|ecrire|etre|avoir|rester|garder|ecouter|prendre"
        r"|mettre|accepter|respecter)\b"
        rf"|(?:le |la |les |lui |leur |me |se |y |en )*{_STEMS}(?:e|ons)\b (?:le|la|les|un|une|mon|ma|mes|a|au|aux|lui|ca|\d+|#|des)\b"
    ),
    takes_over=frozenset("il elle ils elles".split()),
    acts_on=re.compile(r"$^"),
    concluding=frozenset({"donc"}),
    concluded=re.compile(r"(?:et )?(?:donc|du coup|alors|mais)(?: bon)?(?: [,#])*(?: cette semaine)? je\b"),
    turning=frozenset("mais donc".split()),
    coordinators=frozenset("et puis donc mais alors ou ensuite que aussi".split()),
    opening=re.compile(
        r"(?:(?:et|puis|donc|mais|alors|ok|oui|bon|bref|premiere heure|aussi|d'abord|ensuite|enfin|maintenant|ben"
        r"|bah|euh|allez|voila|promis|bonjour|salut|merci|moi|perso|personnellement|franchement"
        r"|en fait|du coup|sinon|concretement|finalement|cette fois(?:-ci)?|desormais|dorenavant"
        r"|a l'avenir|a partir de maintenant|pour ma part|de mon cote|mdr|lol|plus serieusement"
        r"|serieusement|a terme|evidemment|certes|la|des lors|quant a moi|ok je me lance"
        r"|(?:mon |ma |le |la |l'|notre )?(?:but|objectif|plan|engagement|prochain pas|action|defi"
        r"|promesse|resolution|cible|idee|mission|projet|todo|to-do|etape|cap)(?: pour)?(?: de)?"
        r"(?: la| cette| ce| le)?(?: #| \w+)?(?: (?:est|sera|c'est|ce est|:|=))+(?: de| que)?"
        r"|(?:but|objectif|objectifs|plan|engagement|action|defi|todo|to-do)(?: #| 20\d\d)?$"
        r"|(?:a partir|a compter|des|d'ici|de ici|d'ici a|avant|apres|pour|jusqu'a|jusque a|jusque"
        r"|ce|le|la|au|aux|du|en|a|vers|dans|sous|cette|chaque|de|d'|depuis|courant|des le)*"
        r"(?: de| le| la| au| du| les)? ?#"
        r"(?: (?:matin|soir|midi|apres-midi|au plus tard|max|maxi|dernier delai|pile|precises"
        r"|meme|prochain))*"
        r"|(?:matin|soir|midi|apres-midi|au plus tard)"
        r"|[,:.-])(?= |$) ?)+"
    ),
    governors=any_of(
        r"faut|je (?:te |vous |me )?(?:promets|engage a ce|jure|garantis|confirme|decide)",
        r"(?:mon|le|l'|ma) (?:but|objectif|plan|idee|engagement|reve)(?: serait| est| c'est"
        r"| ce est)(?: ce)?",
        r"(?:ce|ca) (?:est|serait|sera) (?:cool|bien|top|super|chouette|le fun|genial|mieux|moi)"
        r"|le fun|je voudrais|je aimerais|je souhaite\w*|peut-etre|dommage|possible|bien|cool"
        r"|ce qui est sur ce est",
        r"(?:moi|c'est moi|ce est moi)$",
    ),
    writer=re.compile(r"\b(?:je|nous(?= \w+ons))\b"),
    first=frozenset({"je"}),
    joint=frozenset({"on", "nous"}),
    joint_here=re.compile(
        r"\bnous (?:ne |le |la |les |y |en |lui |leur )*(?:\w+ons|avons|allons|sommes|devons)\b|(?<!que )(?<!si )\bon "
        r"(?!(?:boarding)\b)|^(?:# )*nous \w+ons"
    ),
    kinds=_KINDS,
    infinitive=re.compile(rf"(?:ne |pas |plus |me |se |le |la |les |lui |leur |y |en |a |de )*(?:etre|avoir"
                          rf"|faire|{_STEMS}\w*(?:er|ir|re|oir)|\w{{3,}}(?<!i)er|\w{{2,}}ir|\w+dre|dire|lire|\w*ecrire|mettre)\b"),
    noun_phrase=re.compile(r"(?:plus|moins|davantage|mieux|un peu|pas) (?:de |d'|#)|(?:zero|aucune?) |pas plus de "),
    countable=re.compile(r"^(?:pas|zero|aucune?) |(?:de|d') \w+[sx]\b"),
    usual_acts=re.compile(rf"(?:{_BETWEEN})*(?:{_STEMS}\w*(?:er|ir|re|oir)|\w{{3,}}(?<!i)er"
                          r"|\w{2,}ir|faire|dire|mettre|prendre|lire|ecrire|rendre|\w+dre|voir)\b"),
    auxiliaries=re.compile(
        r"(?:(?:vais|allons|va|dois|devons|doit|compte|comptons|prevois|veux|vise|souhaite\w*"
        r"|voudrais|aimerais|aime|pourrais|devrais|peux|espere|ai (?:decide|prevu|choisi|promis"
        r"|besoin|envie|hate|l'intention|pour \w+)|ai|me engage(?:rai)?|promets|faut|faudrait"
        r"|serais|suis (?:pret|prete|decide|decidee|cense|tenu|bien decide)|essaie\w*|essaye\w*"
        r"|essayer\w*|tente\w*|tache\w*|pens\w+(?= a (?:\w+ )?\w+(?:er|ir|re|oir)\b)|commence\w*(?= (?:par|a))|continue\w*|arret\w*"
        r"|cess\w*|evit\w*|efforc\w+|ose|oser|esperer|abstenir|abstiens|abstiendrai|retenir(?= de)|retiens(?= de)|interdire|interdis|garder(?= de)|renonc\w+(?= a)|me mets a|me mettre a|me force|oblige|me oblige|prends? (?:le temps|# )?"
        r"(?=de )|prendre le temps|prends l'initiative|prendre l'habitude|veille\w*|fais en sorte"
        r"|oublie\w* pas|pas oublier|n'oublie|me autorise|permets|me permets|me lance|me lancer"
        r"|a|de|d'|par|ne|pas|plus|jamais|me|te|se|lui|leur|y|en|le|la|les|vous|nous|aussi|bien"
        r"|d'abord|ensuite|alors|toujours|simplement|egalement|enfin|tout|tous|rien|deja|donc"
        r"|peut-etre|moi|meme|moi-meme|aller|vais|juste|systematiquement|vraiment|dorenavant"
        r"|davantage|desormais|que je|ce que je|avant tout|au moins|mieux|plus|moins|quand meme|#"
        r"|,|\w+ment) )*"
    ),
    hedged=any_of(
        r"ca me (?:plairait|dirait)|ca me arrangerait|le ideal (?:ce est|ce serait|serait|est)|si je (?:pouvais|peux)"
        r"|je ai (?:bien |tres )?envie|ce que je veux ce est",
        r"je (?:\w+ )?\w+rais(?! pas)|(?:je )?(?:aimerais|voudrais|souhaite\w*(?! (?:la bienvenue|un bon|une bonne))|espere|pourrais|devrais|desire|reve|envisage"
        r"|veux(?! dire)|serait|faudrait|pourrait|devrait|pourrions|devrions|vaudrait)",
        r"peut-etre|idealement|si seulement|eventuellement|dans l'ideal"
        r"|dans le ideal|mon reve|ce serait|ca serait|serait (?:cool|bien|top)|possiblement"
        r"|probablement|faudra(?:it)? (?:peut-etre|que je pense)|si je (?:pouvais|peux|osais)"
        r"|essa(?:ie|ye)\w*|essayer\w*|tent(?:e|er|erai)(?= )|de mon mieux"
        r"|je pense(?: que)?|je me dis que|pourquoi pas|j'hesite|je hesite|sans doute"
        r"|je crois que|faire mon possible",
    ),
    surely_verb=opens_with_verb,
    opens_with_verb=opens_with_verb,
    says_of_others=says_of_others,
    third=re.compile(
        r"^que (?!je\b)|^(?:une |mon |le |la |les |mes |des )?(?:equipes?|team|clients?|collaborateurs) (?:plus |tres )?(?:soude|motive|uni|aligne|engage"
        r"|content|satisfait|serein|autonom|heureu|epanoui|mobilise|investi|implique|rassure)\w*|"
        r"^(?:ce est (?!moi)(?:[\w'-]+ ){1,4}|que )?(?!(?:je|tu|vous|pas|ne|en|a|au|sans|avec|pour|dans|par"
        r"|des|du|de|faire|me|se|#)\b)"
        r"(?:il|elle|ils|elles|ca|cela|chacun|chacune|tout le monde|quelqu'un|personne|tous|toutes"
        r"|(?:le |la |les |mon |ma |mes |notre |nos |leur |leurs |chaque |tous les |toutes les |un "
        r"|une |son |sa |ses )[\w'-]+(?: (?:de |du |des |d'|en |la |le |et )*[\w'-]+){0,4}?"
        r"|[a-z][\w'-]*(?: (?:et )?[\w'-]+){0,2}?)"
        r"(?: (?:ne|se|me|nous|lui|leur|y|en|le|la|les|tous|toutes|#|,))*"
        rf" {_THIRD_FINITE}(?![\w'-])(?! (?:que je|qu'|moi)\b)"
        rf"|^(?:il|elle|ils|elles|chacun|chacune|tout le monde|personne)(?: (?:ne|se|me|nous|lui|leur|y|en|le|la|les))* \w+(?:e|ent|t|d)\b"
        rf"|^(?!{_STEMS}(?:e|s|ons)? )(?:(?:le |la |les |mon |ma |mes |notre |nos |leur |leurs |un |une )"
        r"[\w'-]+(?: (?:de |du |des |d'|en )*[\w'-]+){0,2}?|[a-z][\w'-]+(?: et [\w'-]+)?)"
        r" (?:(?:ne|se|me|nous|lui|leur|y|en) )*\w{2,}(?:e|t|d|nt|ra) (?:pas |plus |enfin )?"
        r"(?:le|la|les|un|une|mon|ma|mes|son|sa|ses|notre|nos|leurs?|deux|trois|\d+) "
    ),
    cannot_do=re.compile(r"$^"),
    pushing=any_of(
        r"(?:inciter|incite|amener|amene|decider|pousser|encourager|encourage|motiver|motive) (?:[\w'-]+ ){1,4}a (?:se |me |le |la )?\w+(?:er|ir|re)",
        r"mettre (?:tout le monde|les \w+|l'equipe|mon equipe) d'accord|avoir (?:l'accord|la signature|le feu vert|l'aval|la validation)",
        r"(?:espere|espoir|souhaite|veux|voudrais|aimerais) que (?!je)",
        r"en sorte(?: que)?",
        r"(?:obtenir|obtiens|obtiendrai|decrocher|decroche|avoir|recevoir|arracher)"
        r"(?: \w+){0,3}? (?:que|signature|accord|validation|feu vert|go|ok|aval|engagement|promotion"
        r"|augmentation|approbation|autorisation|bon pour accord|budget|oui|financement|subvention)",
        r"(?:assure|assurer|assurerai) que(?! je)|(?:veille|veiller|veillerai) a ce que(?! je)"
        r"|me assurer que(?! je)|je me assure que(?! je)",
        r"(?:me )?assur\w+(?: que)?$|assur\w+ que|veill\w+(?: a)?$",
        r"convain\w+|persuad\w+|(?<!me )oblig(?:e|er|erai)(?! de)|(?<!me )forc(?:e|er|erai)"
        r"|pouss(?:e|er|erai) [\w' -]+ a \w+er|amener [\w' -]+ a",
        r"(?:faire|fais|ferai)(?: [\w-]+){0,2} (?:signer|valider|accepter|approuver|adopter"
        r"|comprendre|voter|admettre|livrer|finir|terminer|changer)",
        r"pour que(?! je) (?:[\w'-]+ ){1,4}(?:signe|valide|accepte|livre|finisse|termine)",
    ),
    deciding=any_of(
        r"(?:accept\w+|approuv\w+|valid\w+|accord|feu vert|aval|engagement|promotion|augmentation"
        r"|approbation|autorisation|adopter|comprendre|voter|admettre|adhere\w*|motiv\w+|soi\w+"
        r"|sente\w*|budget|oui)"
    ),
    holding_back=any_of(
        r"ecout\w+ (?:(?:le|la|les|l'|un|une) )?(?:\d+ |deux |trois )?(?:enregistrements?|appels?|messages?|podcasts?|vocal|bande)",
        r"(?:reste\w*|garde\w*|garder|demeur\w*|etre|suis|serai) (?:silencieu\w+|muet\w*|le silence"
        r"|en silence|(?:le |la )?derni\w+ a (?:parler|prendre)|au fond|assise?)|me taire|me tais"
        r"|me tairai|tais|taire|fermer ma bouche|silence",
        r"sans (?:les? |la |lui |leur )?(\w{3,}(?:er|ir|re))",
        r"en (?:ne )?(?:les? |la |lui |leur )?(\w{3,}ant)(?: pas)?",
        r"(?:ne )?(?:plus|pas|jamais) (?:le |la |les |lui |leur |y |en )?(\w{3,}(?:er|ir|re|oir))(?: |$)",
        r"(?:arret\w+|cess\w+|evit\w+) de (?:le |la |les |lui |leur )?(\w{3,}(?:er|ir|re))",
        r"(?:apprends|apprendre|apprendrai) a (?!\w+(?:er|ir|re|oir)\b)(?:nn|\w+)()",
    ),
    attitude=_ATTITUDE,
    done_for=re.compile(r"(?:(?:tu|vous) (?:le |la |les )?(?:aurez|auras|recevrez|recevras)(?: ca| cela)?(?! (?:le|la|les|un|une|mon|ma) [a-z])\b"
                        r"|(?:ca|ce|cela) (?:sera|va etre) (?:fait|pret|regle|boucle|envoye|bon)\b)"),
    gained=any_of(r"signe\w*|vendu\w*|gagne\w*|recrute\w*|nouveaux? \w+"),
    unnamed=any_of(
        r"(?:le |la |les |me en |m'en |en |ca )*(?:faire|fais|ferai|fait|gere|gerer|gererai|regle"
        r"|regler|occupe|occuper|occuperai|charge|charger|chargerai|avance|avancer|finis|termine)"
        r"(?: ca| cela| de ca| de cela| de tout| le necessaire| tout| tout ca| le boulot| au mieux| ce qu'il faut)?"
        r"(?: (?:pour|avant|d'ici|au|a|des|le))*(?: #)?$",
        r"(?:tu|vous) (?:le |la |les )?(?:aurez|auras|recevrez|recevras)\b.*",
    ),
    other_act=any_of(rf"plutot (?:{_STEMS}\w*(?:er|ir|re|oir))"),
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
    attitude_verb=any_of(
        r"\w+ (?:une|la|mon|cette) (?:\w+ )?(?:attitude|posture|ecoute|mindset)|remet\w+ les pendules|recadr\w+ le debat"
        r"|mett?\w* (?:tout )?a plat|fai\w+ (?:le menage dans ma tete|bouger les lignes|le vide|simple)"
        r"|"
        r"tend(?:re|s|rai) (?:la main|l'oreille|une perche)|ouvr\w+ (?:l'oeil|mon coeur|les yeux|mon esprit|les chakras)"
        r"|mett?\w* (?:les pieds|mon grain|la main a|du sien|le paquet|les bouchees|les points sur)|pos\w+ (?:le cadre|les bases|des limites|mes limites)"
        r"|port(?:er|e|erai) (?:mon equipe|l'equipe|les valeurs|la vision|le projet|haut)|serr\w+ les (?:dents|coudes)"
        r"|pren\w+ (?:le taureau|de la hauteur|la balle|mes jambes|mon courage|le lead|la main|sur moi|ma place|mes marques|de l'altitude)"
        r"|arrondi\w+ les angles|calm\w+ le jeu|mouill\w+ (?:ma chemise|le maillot)|gard\w+ (?:le nez|un oeil|les pieds|les oreilles)"
        r"|lach\w+ (?:la bride|les renes|la pression|du lest|prise)|tourn\w+ la page|sort\w+ de (?:ma|la) (?:zone|coquille)"
        r"|all\w+ (?:de l'avant|plus loin|vers les autres|au charbon|droit au but)|bris\w+ la glace|fai\w+ (?:front|table rase|la paix|le dos rond|la part des choses|profil bas)"
        r"|montr\w+ (?:patte|la voie|le chemin|l'exemple)|tir\w+ (?:l'equipe|les gens|tout le monde|mon equipe) (?:vers|par)|cre\w+ (?:du lien|une dynamique|un climat|de la cohesion)"
        r"|tiss\w+ (?:des|du) liens?|jou\w+ (?:collectif|franc jeu|le jeu|cartes)|voir (?:le verre|plus)|chang\w+ (?:de (?:posture|regard|ton|attitude)|mon (?:regard|attitude|management))"
        r"|rest(?:er|e|ons|erai) .*|montr\w+ (?:plus|moins|tres|toujours) \w+|creus\w+ (?:la question|le sujet)",
        r"communiqu\w+ (?:plus|mieux|davantage|clairement|avec|de (?:facon|maniere))|communiquer$"
        r"|(?:deleguer|delegue\w*|communiquer|agir|travailler|vivre) (?:mieux|autrement|avec plus"
        r"|plus sereinement|sereinement)",
        r"(?:me |se )?(?:calmer|detendre|poser(?!.)|ressaisir|affirmer|adapter|remettre en question"
        r"|depasser|bouger|responsabiliser|sentir|faire confiance|fais confiance)"
        r"|faire (?:abstraction|la paix|bonne figure|corps|bloc|gaffe)|(?:fais|ferai) (?:gaffe|un effort|preuve)"
        r"|rend(?:re|s|rai) (?:[\w']+ ){1,5}(?:plus|moins) \w+|(?:me |se )?remet\w* en (?:question|cause)"
        r"|met(?:tre|s|trai) (?:l'accent|la pression|les gens|en avant|en valeur|en confiance|a la place|a l'aise"
        r"|mon ego|du coeur|de l'eau|la barre|de la joie|du liant|les formes)"
        r"|donn(?:er|e|erai) (?:envie|confiance|la priorite|de l'autonomie|de l'importance|de l'espace|tout\b|de la visibilite)"
        r"|prend(?:re|s|rai) (?:la mesure|au serieux|a coeur|en consideration|mon mal)"
        r"|laiss(?:er|e|erai) (?:couler|aller|passer|filer)|y (?:croire|crois|aller doucement)|aller (?:a l'essentiel|au bout)"
        r"|lev(?:er|e) le pied|tenir (?:bon|le coup|la barre)|faire (?:mieux|avec|preuve|confiance|attention|de mon mieux|au mieux|face"
        r"|un effort|des efforts|la part)|fais (?:mieux|confiance|attention|preuve|plus attention)"
        r"|ferai (?:confiance|attention|preuve|plus attention|mieux)"
        r"|lacher (?:prise|du lest)|lever le pied|voir (?:le verre|le bon|le positif|plus loin|grand|les choses)|donner le meilleur"
        r"|donner du sens|prendre (?:soin|sur moi|du recul|de la|conscience|confiance|les choses"
        r"|mes responsabilites|de la distance|le temps|en compte|en main)"
        r"|prends (?:soin|sur moi|du recul|conscience|les choses|de la)"
        r"|laisser (?:plus de|de la|respirer)|tenir compte|etre|serai|me dire|dire que"
        r"|mettre (?:plus de|l'humain|l'equipe au|de l'|du)|garder (?:le|la|en|mon|a|une|l'|mes)"
        r" (?:cap|tete|esprit|calme|sang|sourire|moral|confiance|distance|positive|attitude)"
        r"|garde (?:le cap|la tete|en tete|mon calme|le sourire)|aller de l'avant|gagner en"
        r"|monter en|montrer l'exemple|montrer le exemple|donner l'exemple|donner le exemple"
        r"|compter sur|croire|voir les choses|rester|reste|resterai|avoir|accepter",
    ),
    future=any_of(
        r"va|vont|doit|doivent|devra|devront|\w+(?:era|ira|dra|tra|vra|rra|ront)|faut que|devrait|pourrait|doive"
    ),
    having=re.compile(r"(?:avoir|ai|aurai|avons|garder|garde|etre|maintenir|rester|limiter|tenir)\b"),
    from_writer=any_of(r"de ma (?:main|part)|(?:par|de) (?:moi|mes soins|moi-meme)|part (?:a|chez|en|pour)"),
    quality=re.compile(
        rf"\w+ (?:de |du |de la |de le |en |avec |mon |ma |mes )(?:plus |moins |grande? )*{_ATTITUDE_NOUNS}\b|"
        r"(?:prise|gain|manque|regain|preuve|perte) de (?!\w+ (?:#|\d))|"
        r"(?:avoir|ai|aurai|mettre|mets|mettrai|donner|donne|donnerai|redonner|apporter|apporte|prendre|prends|prendrai"
        r"|montrer|montre|garder|garde|laisser|laisse|insuffler|lacher|lache|chercher|trouver|creer|cree|ramener)"
        r"(?: (?:\w+ment|plus|moins|davantage|lui|leur|aux? \w+|a \w+ \w+))*"
        r" (?:du|de la|de le|plus de|moins de|davantage de|un peu plus de|un peu de) (?!temps|cafe|materiel|doc|pain|gateau|retard|monde|courrier)[a-z]{3,}(?<!s)(?<!x)\b"
    ),
    improving=re.compile(r"\bmieux (?=\w+(?:er|ir|re)\b)|\bmieux$|^ ?\w+ mieux\b(?! \w+(?:ee?|is?|us?)s?\b)"),
    metric_subject=re.compile(
        r"^(?:que )?(?:le |la |les |mon |ma |mes |notre |nos )?(?:ventes?|chiffre|ca |taux|score|satisfaction"
        r"|nps|turnover|absenteisme|reclamations?|plaintes?|accidents?|marges?|resultats?|couts?)"
    ),
    state_of_other=any_of(
        r"(?:(?:est|sont|sera|seront)(?! \w+(?:ee?|is?|us?|it)e?s? (?:[\w#]+ ){0,3}par)|soit|soient|etre|se sent\w*|sentir\w*|sentent|comprend\w*"
        r"|comprenne\w*|sait|savent|veut|veulent|devien\w+|progress\w+|croit"
        r"|aime\w*|respecte\w*|reste\w*|pense\w*|adhere\w*)(?! (?:fait|en train|charge|pris|rendu))"
    ),
    decision_of_other=any_of(
        r"(?:va |vont |doit |doivent )?(?:accept\w+|approuv\w+|valid\w+|decid\w+|choisi\w+|vot\w+"
        r"|tranch\w+|di[st]\w* oui|don\w+ (?:le feu|son accord|leur accord|l'accord|le accord|son"
        r" aval|le ok)|est d'accord|est de accord|sera d'accord|adhere\w*|arbitr\w+)"
    ),
    outcome=any_of(
        r"^(?!(?:faire|envoyer|appeler)\b)(?:[\w'&-]+ ){0,5}(?:sous|au-dessus de|en dessous de|a"
        r"|de|par|en baisse de|en hausse de|>|<|=|\+|inferieur a|superieur a|en-dessous de) ?(?:les )?"
        r"(?:moins de |plus de |[+-] ?)?\d\S* ?(?:%|pct|pour cent|points?)",
        r"^[+-]?\d+ ?(?:%|pct|pour cent)(?: (?:de|des|du|d')|$)",
        r"^(?:plus |moins )(?:de )?\d+ ?(?:%|pct)",
        r"^(?:[A-Za-z&'-]+ ){1,3}(?:[+-]|[<>=] ?)\d+",
        r"^(?:[A-Za-z&'-]+ ){1,3}\d+(?:[.,]\d+)? ?(?:%|pct|points|euros|k)(?: |$)",
        r"^(?:zero|0|aucune?) (?:accidents?|reclamations?|plaintes?|incidents?|defauts?|retards?"
        r"|erreurs?|rebuts?|blesses?)",
    ),
    metric=any_of(
        one_of(
            "ventes vente ca taux score scores satisfaction nps turnover absenteisme reclamations "
            "plaintes accidents accident incidents marges marge engagement rotation rentabilite "
            "productivite efficacite performance qualite retards erreurs defauts rebuts couts cout "
            "resultats resultat kpi objectifs quota audience trafic frequentation tonnage "
            "disponibilite rendement stocks pannes delais delai impayes litiges fidelisation "
            "parts abonnes conversion panier volume tensions conflits audience demissions gaspillage casse"
        ),
        r"chiffre (?:d'|de )affaires|part de marche|arrets maladie|heures sup\w*|temps de reponse"
        r"|\d+ ?% (?:de|sur|d')",
    ),
    won=any_of(
        r"passer sous (?:la barre|les?) .*\d*",
        r"passe\w*(?: [\w'-]+){0,3} (?:examen|concours|certif\w*|permis|audit|diplome|habilitation)",
        r"sign\w+ (?:\d+|deux|trois|quatre|cinq|de nouveaux|un nouveau|le client) \w+",
        r"^(?:le |la |les )?(?:remporter|gagner|decrocher|obtenir|reussir)(?: de ici| #| au)*$",
        r"vend(?:re|s|rai) (?:\d+|[a-z]+ cent)",
        r"fai\w+ (?:baisser|monter|grimper|chuter|progresser|augmenter|decoller|tomber|remonter|reculer)",
        r"finir (?:premier|premiere|n ?1|dans le top)|etre (?:elu|elue|certifie|promu|promue|nomme|nommee|recu|recue|n ?1|numero)",
        r"(?:gagn\w+|remport\w+|reuss\w+|obten\w+|obtien\w+|decroch\w+|emport\w+"
        r"|conqu\w+|rafl\w+|empoch\w+)(?: [\w'-]+){0,4} (?:certif\w*|examen|appels? d'offres?|appels? de offres?"
        r"|contrats?|certification|concours|marche|marches|clients?|promotion|diplome|permis|prix"
        r"|poste|budget|audit|habilitation|label|deal|ao|affaire|match|abonnes?|subvention"
        r"|financement)",
        r"(?:remport\w+|obten\w+|obtien\w+|decroch\w+) (?!le tel|mon tel|le combine)(?:le|la|un|une|mon|ma|les|\d+|deux|trois)\b",
        r"(?:gagn\w+|remport\w+) (?:le|la|les|un|une|ce|cette|notre) (?!temps)\w+",
        r"^(?:gagner|gagne)(?: #)?$|etre promue?|etre certifiee?|etre nommee?",
    ),
    figure_state=any_of(
        r"(?:zero|0|aucune?|au plus|maximum|max|maxi|moins de|pas plus de|jamais plus de)"
        r" (?!fois|h\b|minutes|heures)(?<!moins de )\d* ?[a-z]\w+|moins de \d+ (?!h\b|minutes)\w+",
        r"avoir (?:au plus|moins de|zero|au maximum|maximum|plus que|0|aucun)",
    ),
    meetable=any_of(
        _MEETINGS,
        r"se (?:voit|retrouve|reunit|pose)|afterwork|apero|barbecue|team-?building|repas|diner|pot|discut\w+|echang\w+|parl\w+|fet\w+|mang\w+|dejeun\w+"
        r"|debrief\w*|cal\w+|decid\w+|planifi\w+|fait le point|se met d'accord|rencontr\w+|compt\w+",
    ),
    act_noun=any_of(
        EVENT,
        one_of(
            "feedbacks visites retours comptes-rendus rapports listes appels mails relances "
            "mail courriel message messages memo note notes synthese rapport lettre invitation "
            "liste coup echange envoi redaction annonce relecture compte-rendu comptes-rendus "
            "ordre-du-jour document fiche presentation support diapos slides dossier formulaire "
            "sondage proposition devis facture plan brouillon feuille affiche affichage tri menage "
            "rangement relance signature remise lecture ecriture preparation organisation commande "
            "nettoyage animation intervention presentation distribution excuses rappel "
            "recadrage feedback retour retours questions question post publication doodle sms tel "
            "mise suppression creation validation verification controle comptage creneau"
        ),
        r"(?:envoye|fait|redige|ecrit|termine|boucle|appele|partage|publie|signe|rendu|remis|valide"
        r"|affiche|diffuse|prepare|imprime|range|poste|livre|cale|planifie|annule|supprime|depose"
        r"|pris|lu|fini|prete?|trie|classe|paye|transmis|relu|distribue)e?s?",
    ),
    no_moment_before=re.compile(r"\b(?:depuis|dernier|derniere|passee?)(?: le| la| les)? $"),
    standing=re.compile(rf"(?:\b(?:la|le|les|ma|mon|notre|ce) |l')[\w-]+ du {one_of(_WEEKDAYS)}\b(?! \d)|\b{EVENT} (?:[\w-]+ )?du {one_of(_WEEKDAYS)}\b(?! \d)"
        r"|\b(?:de la |de l'|du |de cette )[\w-]+ du \d{1,2}(?: \w+)?"
        r"|\b(?!lundi|partir|compter|veille|lendemain|jour|ici)\w+ (?:de |d')(?:fin d'annee|fin de (?:mois|semaine)|noel|paques"
        r"|ce matin|l'an|la toussaint)\b"
        r"|\b(?:marche|fete|repas|pot|planning|plannings|menu|prime|cadeaux?|vacances|conges) de noel\b"),
    recurrence=re.compile(
        rf"\b(?:chaque|tous les|toutes les|ts les|ttes les)(?: \d+| deux| trois| quatre| cinq| huit| dix| quinze| premiers?)*"
        rf" (?:{_PERIOD})(?: du mois)?(?: (?:matins?|soirs?|midis?|apres-midi))?\b"
        r"|\b(?:quotidien\w*|hebdomadaire\w*|mensuel\w*|hebdo|trimestriel\w*|bimensuel\w*)\b"
        rf"|\b(?:une|deux|trois|\d+|quatre) fois (?:par|chaque|toutes les|tous les) {_PERIOD}\b"
        r"|\bpar (?:jour|semaine|mois|trimestre|reunion|an|sprint)\b|\bune? (?:semaine|jour|mois|fois|reunion|soir|matin) sur (?:deux|trois|\d)\b"
        rf"|\b(?:a )?chaque (?!(?:membre|personne|collaborateur|collaboratrice|stagiaire|salarie"
        r"|equipe|agent|chef|cheffe|manager|responsable|collegue|directeur|directrice|service|site|projet"
        r"|dossier|\w+(?:eur|euse|rice|aire|iste|ant|ante|ien|ienne|ier|iere))s?\b)"
        r"(?:(?:premier|dernier|premiere|derniere|fin de|debut de|retour de|prise de) )?[\w-]+"
        r"(?: (?:de|du) (?:\d+h?|reunion|match|service|equipe|mois))?"
        r"|\b\d+ fois ?/ ?(?:mois|semaine|jour|an|sem)\b"
        r"|\b(?:tous )?les \d{1,2} (?:du|de chaque) mois"
        rf"|\b(?:le )?(?:1er|premier|dernier|deuxieme|troisieme) {one_of(_WEEKDAYS)} (?:du|de chaque) mois\b"
        r"|(?<= )/ ?(?:jour|semaine|mois|jr|sem|an)\b"
        r"|\b(?:1|un|une|\d+) ?/ ?(?:jour|semaine|mois|jr|sem)\b"
        rf"|\ble(?:s)? {one_of(_WEEKDAYS)}s?(?: (?:matin|soir|midi|apres-midi)s?)?\b"
        r"(?! (?:\d|prochain|suivant|qui|en huit|de paques|de pentecote|de la|1er|\w+ (?:" + _MONTHS.replace(" ", "|") + r")))"
        r"|\b(?:le|les) (?:matin|soir|midi)s?\b(?! (?:meme|du|de))"
        rf"|\b{one_of(' '.join(f'{day}s' for day in _WEEKDAYS.split()))}\b"
        rf"|\b(?:a )?chaque {EVENT}(?: (?:de |d'|du )?[\w'-]+)?\b|\ben (?:debut|fin) de (?:reunion"
        r"|service|journee (?:de))\b"
    ),
    looking_back=re.compile(r"\b(?:apres|suite a|depuis|lors de)\b[^,.;]{0,40}$"),
    any_time=re.compile(r"\bchaque\b[^,.]* (?:sous|dans les)\b"),
    gone=re.compile(r"\b(?:avais|avait|avaient|ai|ha|avons|ont|etait|etaient)\b"),
    repeated=re.compile(r"\b(?:chaque|tous les|toutes les)\b"),
    of=re.compile(r"\b(?:de|du|depuis) $"),
    deadline=re.compile(r"\b(?:avant|d'ici(?: a)?|jusqu'(?:a|au)|pour|au plus tard)(?: le| la)? $"),
    cue=re.compile(
        r"\b(?:juste |tout de suite )?(?:avant|apres|pendant|durant|lors|au cours|a l'occasion"
        r"|a l'issue|a la fin|au debut|en debut|en fin|a la suite|des la fin|des le debut)"
        r"\b(?! (?:tout\b|que\b|je\b|ca\b|\d|(?:une|un|deux|trois|quelques) (?:heure|minute|quart|jour|semaine|moment)))"
        r"(?! midi)"
        rf"(?:(?: (?!je )[\w:'-]+){{0,5}}? {EVENT}\b"
        r"|(?: (?:de |d'|du |des |le |la |les |l'|mon |ma |mes |notre |nos |chaque |un |une |ce "
        r"|cette |son |sa |tout(?:e)? ))*(?:[\w'-]+)(?: (?:le |la |mon |ma |les |de ))?)"
        rf"|\b(?:au|aux|a la|a l'|a notre|a mon|a ma|dans la|dans le|dans mon|en|des le|des la"
        rf"|a chaque|au prochain|a la prochaine|sur le|dans notre|a nos|a mes|dans mes|pour la"
        rf"|pour le|dans nos|des mon|des ma|lors d'un)(?: prochaine?)?(?: [\w'-]+){{0,2}}?(?: |(?<=')){EVENT}\b"
        r"|\bprochaine? [\w-]+\b|\bles (?:soirs?|jours?|matins?) de (?!la\b)\w+\b|\ba la (?:premiere|moindre) (?:[\w'-]+ ?){1,3}|\bau moindre \w+|\ben cas de (?:[\w'-]+ ?){1,3}|\ba la moindre \w+|\bdans l'heure\b"
        r"|\b(?:a|vers|avant) midi\b|\bprochaine fois\b|\bau (?:retour|lever|reveil|saut du lit)\b"
        r"|\ba mon (?:retour|arrivee)\b|\bdes mon (?:arrivee|retour)\b|\bau retour\b"
        r"|\ba (?:l'arrivee|la pause|la rentree|la releve|la sortie|la fin|la cantine)\b"
        rf"|\b(?:prochaine?s?|chaque) (?:[\w-]+ )?{EVENT}\b|\b{EVENT} prochaine?\b"
        r"|\b(?:cet ete|cet hiver|ce printemps|cet automne|pendant les vacances|en reunion"
        r"|ce week-end|ce semestre|le trimestre prochain|trimestre prochain|l'an prochain"
        r"|l'annee prochaine|ce sprint|sprint prochain|au t[1-4]|debut d'annee|en (?:debut|fin)"
        r" (?:de |d')\w+)\b|\b(?:en|d'ici|pour) 20\d\d\b|\bles prochain(?:e)?s (?:jours|semaines)\b"
    ),
    empty_cue=any_of(
        r"(?:quand|si|des que|lorsque|une fois que|tant que) (?:ce est |c'est |il est |cela est )?"
        r"(?:possible|besoin|necessaire|utile|opportun|faisable)",
        r"(?:quand|si|des que|lorsque|une fois que|tant que) je (?:peux|pourrai|trouve|trouverai"
        r"|serai (?:disponible|libre|moins|plus)|suis (?:disponible|libre|moins|plus)|y pense|y "
        r"penserai)",
        r"(?:quand|si|des que|lorsque|une fois que) (?:je|on) (?:aurai|ai|aura|a|ai enfin|aurai"
        r" enfin|en aurai|en ai)(?: un| une| le| du| assez de| plus de| l'| la| #| \d+| deux| petit"
        r"| de| peu)* ?(?:temps|moment|minutes?|occasion|creneau|dispo\w*|trou|opportunite|energie"
        r"|courage|#|5|main|le occasion|possibilite|creux|battement|pause|moment|repit)",
        r"(?:quand|si|des que|lorsque) (?:le temps|les choses|ca|la charge|le travail|l'activite)"
        r" (?:le permet|se calme\w*|permet\w*|sera|seront|ira)|le moment venu|quand ca se"
        r" (?:calme\w*|presente\w*)|si (?:l'occasion|le occasion) se presente"
        r"|quand (?:le occasion|l'occasion) se presente\w*",
    ),
    open_amount=any_of(
        r"(?<!au )(?<!ne )(?<!non )(?<!en )plus(?! tard\b| tot\b| de \d|$| ,| que\b)",
        r"(?<!au )(?<!du )moins(?! de \d| \d)|davantage|un peu|beaucoup|quelques?|quelque"
        r" chose|certaine?s|plusieurs|pas mal|(?:des|les) gens|du monde|(?<!tout )le monde$|(?<!tout )le monde #|aux gens|ca et la|par-ci(?: |-)par-la"
        r"|par ci(?:,)? par la|divers\w*|un max"
        r"|un maximum|au maximum|le maximum|le plus possible|autant que|la plupart"
        r"|une partie|une poignee|deux ou trois|deux-trois|2-3|2 ou 3|quelques-uns"
        r"|tas de|plein de|nombre de|du mieux|moult|un brin|plus longtemps|plus vite",
    ),
    closed_amount=any_of(
        r"ne (?:[\w'-]+ ){0,3}plus(?! de)|(?:plus|moins) (?:de |d')?\d+|au (?:plus|moins)"
        r"|(?:de|en) plus|plus (?:jamais|aucun\w*|personne|rien|tard|que|tot)|au plus tard"
        r"|une fois de plus|non plus|plus ou moins|(?<!de )plus (?=\w+er\b|\w+ir\b|\w+re\b)",
    ),
    bare_plural=re.compile(
        r"(?:^|\b(?:je |on |et |ne )(?:(?:me|te|lui|leur|y|en|nous) )*\w+ (?:\w+ment |lui |leur |plus |moi )?"
        r"|\b\w+(?:er|ir|re|oir) (?:\w+ment |plus |[^,]{0,20}# )?)(?:des|de nouvelles|de nouveaux|de bonnes|de bons|de vraies)"
        r" (?!que\b|le\b|la\b|les\b|son\b|mon\b|ma\b|mon\b|ce\b|demain|lundi|mardi|mercredi|jeudi"
        r"|vendredi|#|\d|maintenant|cette|aujourd|a present|deux|trois|vacances|conges|excuses|"
        r"(?:\w+ )?(?:prix|heures sup))(?:\w+ )?(?:\w+[sx]|feedback|1:1)(?!\w)(?! a \w+er)"
    ),
    deliverable=any_of(
        one_of(
            "liste note compte-rendu synthese ordre-du-jour document page invitation creneau brief "
            "message mail courriel decision phrase modele tableau ticket minuteur agenda fiche "
            "rapport plan brouillon proposition presentation dossier formulaire sondage planning "
            "memo bilan support devis contrat budget procedure guide article affiche courrier "
            "lettre grille matrice maquette charte roadmap feuille reporting questionnaire"
        )
    ),
    inside=re.compile(r"\b(?:dans|sur|a|au|aux|du|de|des|en)(?: le| la| mon| ma| mes| notre| l')? $"),
    number=any_of(
        r"(?:\d+(?:[.,]\d+)?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt"
        r"|trente|quarante|cinquante|cent|zero|une seule|un seul|une demi-heure|une heure|une minute"
        r"|un quart|une dizaine de|une fois|une douzaine de)(?: (?!pour cent|h\b|ou trois|ou deux|et\b"
        r"|de la\b)[a-z]\w*|(?= ?%)| ?$)|(?:une|un)(?: seule?)? (?:fois|heure|minute)",
        r"[+-]?\d+ ?(?:%|pct)|\d+(?:h|min|mn|k|m)|1/4 d'heure|quart (?:d'|de )heure|les (?:deux|trois"
        r"|\d+)",
    ),
)
"""French."""

_ELISION = re.compile(r"(?<![a-z])(j|l|d|m|t|n|qu)'(?=[\w(\[])")


def _spread(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """Undo the elisions of a pattern, as tokens undo those of a text."""
    text = _ELISION.sub(lambda m: {"qu": "que "}.get(m[1], f"{m[1]}e "), pattern.pattern)
    return re.compile(text.replace("aujourde hui", "aujourd'hui").replace("c'est", "(?:c'est|ce est)"))


_TOKEN_LEVEL = (
    "acknowledged refused complained filler reported asked promising announcing opening governors "
    "goes_on usual_acts infinitive auxiliaries hedged third pushing deciding holding_back attitude "
    "unnamed done_for attitude_verb metric won figure_state meetable act_noun open_amount "
    "closed_amount bare_plural number empty_cue noun_phrase outcome decision_of_other state_of_other"
).split()
for _name in _TOKEN_LEVEL:
    object.__setattr__(FRENCH, _name, _spread(getattr(FRENCH, _name)))
