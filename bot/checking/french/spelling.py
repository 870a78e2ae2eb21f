"""French: how a word is spelt out: short forms, glued words, typing errors."""

import re

from bot.checking.french.words import MONTHS, WEEKDAYS
from bot.checking.lemmas import is_participle
from bot.checking.lexicon import Spelling, pairs, words_in

_CALENDAR = (
    f"{WEEKDAYS} {MONTHS} demain aujourd'hui matin semaine prochain prochaine apres-midi soiree"
)
_DAYS = WEEKDAYS.replace(" ", "|")
_FUNCTION = (
    "avant apres pendant chaque jusqu'a lorsque quand toutes parce quelques certains "
    "plusieurs essaie essaye essayer davantage beaucoup reunion reunions trimestre j'aimerais"
    " voudrais pourrais "
    "peut-etre idealement"
)
_REAL = (
    "avait avent avants avance avancer demains semaines semainier matins marin malin satin patin "
    "lundis mardis mercredis jeudis vendredis samedis dimanches claque cheque chaques grand quant "
    "quart prochains prochaines mares marsh marche marches maris mains train jouet juillets mardi "
    "vendre vendra vendrai vendu apres-demain presque pendante reunir union reunis reunies tout "
    "toute toutes tous plusieures certaine certaines certain quelque lorsqu'un aprem rayons "
    "appris apprend aupres dette demande demander demandes semer pendent pensant pendants avent "
    "avril "
    "soiree soirees soiree aout ouvre octave janvier fermier premier"
)


_NOUNS = words_in(
    "marché congé employé salarié associé délégué exposé énoncé résumé relevé communiqué traité "
    "noté pavé carré soufflé raté côté invité blessé retraité abonné comité café qualité"
)


def _participle(match: re.Match[str]) -> str:
    """Write « bouclé » as « bouclée », which no present tense looks like."""
    word = f"{match[1]}é"
    if word.lower() in _NOUNS or not is_participle(word.lower()):
        return match[0]
    return f"{match[1]}ée{match[2]}"


_AHEAD = (
    r"((?:(?:d'ici|avant|pour|d[eè]s) )?(?:la |le )?(?:fin(?: de)?|mi|demain|apr[eè]s-demain"
    r"|semaine prochaine|mois prochain|d'ici|avant)\b[^,.!?;]{0,25}?"
    r"|[^,.!?;]{2,25} (?:au plus tard|dernier d[eé]lai|prochaine?))"
)
_ASIDE = (
    r"(?<=, )(?:dans les (?:meilleurs|plus brefs) d[eé]lais|d[eè]s que possible|au plus (?:vite"
    r"|t[oô]t)"
    r"|si possible|sans (?:faute|tarder|attendre|d[eé]lai)|comme (?:convenu|promis|pr[eé]vu)"
    r"|bien s[uû]r|[eé]videmment|bien entendu|[aà] t[eê]te repos[eé]e|en personne"
    r"|personnellement|quoi qu'il arrive|cette fois|comme d'habitude|pour une fois)"
)


SPELLING = Spelling(
    elides=True,
    accented=(
        (
            re.compile(
                r"(?i)^(\w{3,})é (?=(?:à|a|au|aux|le|la|les|un|une|des|mon|ma|mes"
                r"|plus|lui|leur)\b)"
            ),
            r"\1er ",
        ),
        (
            re.compile(r"(?i)\b(faire|fais|ferai|vais|dois|veux|pour|peux|peut me) (\w{3,})é\b"),
            r"\1 \2er",
        ),
        (
            re.compile(
                r"(?i)\ba (?=(?:(?:pas|déjà|bien|enfin|tous|encore|été) )?\w+(?:é"
                r"|ée|és|ées)\b)"
            ),
            "ha ",
        ),
        (
            re.compile(
                r"(?i)(\b(?:il|elle|on|qui|y|lui|leur|nous|vous) |\b[mlt]['’])a\b(?! [àa]\b"
                r")"
            ),
            r"\1ha",
        ),
        (
            re.compile(
                r"(?i)\ba (?=(?:pas |déjà )?(?:rendu|fait|dit|mis|pris|fini|eu"
                r"|vu|lu|reçu|répondu"
                r"|perdu|promis|écrit|appris|compris|choisi|réussi)\b)"
            ),
            "ha ",
        ),
        (re.compile(r"\b(\w{3,})é(s?)\b"), _participle),
    ),
    short_forms=pairs(
        "dem=demain; dem1=demain; dmain=demain; 2main=demain; dm=demain; demin=demain; "
        "ajd=aujourd'hui; auj=aujourd'hui; ajrd=aujourd'hui; ojd=aujourd'hui; "
        "aujourdhui=aujourd'hui; aujd=aujourd'hui; aujourd=aujourd'hui; sem=semaine; "
        "smn=semaine; semn=semaine; rdv=rendez-vous; rv=rendez-vous; rdvs=rendez-vous; "
        "rendezvous=rendez-vous; ss=sous; moin=moins; plu=plus; mieu=mieux; pr=pour; ds=dans; "
        "av=avant; avt=avant; ap=apres; apr=apres; aprs=apres; aprem=apres-midi; "
        "aprm=apres-midi; qd=quand; qnd=quand; kan=quand; kand=quand; qand=quand; "
        "bcp=beaucoup; tt=tout; ts=tous; tte=toute; ttes=toutes; ns=nous; vs=vous; jv=je vais;"
        " japp=j'appelle; jappel=j'appelle; jappelle=j'appelle; "
        "jvais=je vais; jve=je vais; jsuis=je suis; chui=je suis; chuis=je suis; "
        "jdois=je dois; jfais=je fais; jferai=je ferai; jprends=je prends; jpense=je pense; "
        "jveux=je veux; jvoudrais=je voudrais; jpeux=je peux; jmets=je mets; jte=je te;"
        " jdis=je dis; p-e=peut-etre; p'tet=peut-etre; p'tetre=peut-etre; dsl=desole;"
        " jaimerai=j'aimerais; jsors=je sors; "
        "jle=je le; jles=je les; jlui=je lui; jme=je me; jpasse=je passe; jparle=je parle; "
        "jy=j'y; jen=j'en; g=j'ai; daccord=d'accord; dac=d'accord; dacc=d'accord; dici=d'ici; "
        "quil=qu'il; quils=qu'ils; quon=qu'on; cest=c'est; cetait=c'etait; sil=s'il; "
        "sils=s'ils; lequipe=l'equipe; nimporte=n'importe; jusqua=jusqu'a; jusquau=jusqu'au; "
        "qq=quelques; qqs=quelques; qqn=quelqu'un; qqun=quelqu'un; qqch=quelque chose; "
        "chq=chaque; chak=chaque; svt=souvent; tjs=toujours; tjrs=toujours; tjr=toujours; "
        "dc=donc; pcq=parce que; psk=parce que; pck=parce que; parceque=parce que; "
        "parske=parce que; ms=mais; c=c'est; avc=avec; ac=avec; ak=avec; msg=message; "
        "msgs=messages; mn=minutes; min=minutes; mins=minutes; dej=dejeuner; ptit=petit; "
        "pdj=petit-dejeuner; pb=probleme; pbs=problemes; we=week-end; wk=week-end; "
        "weekend=week-end; qques=quelques; reu=reunion; reuf=reunion; reus=reunions; "
        "reunoin=reunion; reuinon=reunion; cr=compte-rendu; crs=comptes-rendus; doc=document; "
        "docs=documents; prez=presentation; presta=prestation; dispo=disponible; nrj=energie; "
        "stp=s'il te plait; svp=s'il vous plait; slt=salut; bjr=bonjour; bsr=bonsoir; "
        "mci=merci; mrc=merci; pe=peut-etre; ptet=peut-etre; ptetre=peut-etre; "
        "peutetre=peut-etre; ptre=peut-etre; vdi=vendredi; vend=vendredi; ven=vendredi; "
        "vendr=vendredi; lun=lundi; mar=mardi; mer=mercredi; merc=mercredi; mercr=mercredi; "
        "jdi=jeudi; sam=samedi; dim=dimanche; janv=janvier; fev=fevrier; "
        "fevr=fevrier; avr=avril; juil=juillet; sept=septembre; oct=octobre; nov=novembre; "
        "dec=decembre; proch=prochain; ke=que; ki=qui; koi=quoi; pk=pourquoi; pq=pourquoi; "
        "cmt=comment; cad=c'est-a-dire; pcque=parce que; ptite=petite; tps=temps; "
        "lgtps=longtemps; pdt=pendant; kelk=quelques; fo=il faut; faut=il faut; one-one=1:1; "
        "mnt=maintenant; mtn=maintenant; jms=jamais; rpl=rappel; dispos=disponibles; "
        "ptits=petits; kdo=cadeau; jai=j'ai; jaimerais=j'aimerais; jaurai=j'aurai; "
        "chu=je suis; pis=puis; enkr=encore"
    ),
    glued=(
        (re.compile(r"d(etre|avoir|aller|ecouter|arreter|en|y|ecrire)"), r"d'\1"),
        (re.compile(r"(\d+)(?:mn|mins?)"), r"\1 minutes"),
        (re.compile(r"(\d+)hr?s?"), r"\1h"),
        (re.compile(r"(\d+)(?:j|jrs?)"), r"\1 jours"),
        (re.compile(r"(\d+)x"), r"\1 fois"),
        (re.compile(r"(le|ce|d'ici|avant)(lundi|mardi|mercredi|jeudi|vendredi)"), r"\1 \2"),
    ),
    phrases=(
        (re.compile(r"\b(d[ue]s?|aux?|l[ea]s?|un|ce|notre|mon) ?CHU\b"), r"\1 hopital"),
        (re.compile(r"(?<=[a-zà] )(Cl[eé]mence|Constance|Prudence|Victoire|Gr[aâ]ce)\b"), r"\1_"),
        (
            re.compile(
                r"(?i)\b(atelier|b[aâ]timent|[eé]quipe|salle|hall|bloc|ligne|zone|secteur|quai"
                r"|groupe|classe|lot|niveau|plan|unit[eé]|aile|site|escalier|poste|porte)"
                r" ([CGS])\b(?!')"
            ),
            r"\1 \2_",
        ),
        (re.compile(r"\b[Nn] ?\+ ?[12]\b"), "responsable"),
        (re.compile(r"\b[Nn] ?- ?1\b"), "adjoint"),
        (
            re.compile(
                r"(?i)\b(budget|plan|bilan|objectifs?|reporting|rapport|r[eé]sultats|chiffres"
                r"|feuille de route|roadmap|revue|comptes)(?: du| de| des)? (?:[TQ][1-4]|S[12])\b"
            ),
            r"\1",
        ),
        (
            re.compile(
                r"(?i)\bavec (?:la |le |les |l'|toute? )?[^,.]{2,30}? qui (?:arriv|approch|s'annonc"
                r"|se profil|s'en vien)\w*"
            ),
            "",
        ),
        (re.compile(r"(?i),? ?\bc'est tout ce (?:qu['ei]|que) ?[^.!?;]*$"), ""),
        (re.compile(r"(?i)\bquoi qu'il (?:en soit|arrive),? "), ""),
        (re.compile(r"(?i)\b(?:il (?:n'en )?|n'en )reste(?: pas)? moins que "), ""),
        (re.compile(rf"(?i)^{_AHEAD},? j'ai (re[cç]u|\w+[eé])\b(?! la\b)"), r"\1, j'aurai \2"),
        (re.compile(rf"(?i),? ?\b{_ASIDE}, ?"), " "),
        (
            re.compile(
                r"(?i)\b(j'?aimerais|je voudrais|je souhaite\w*|j'esp[eè]re)"
                r" (?:trop|bien|tant|tellement|vraiment|beaucoup|sinc[eè]rement|ardemment|juste"
                r"|simplement|fortement|vivement|surtout|quand m[eê]me|aussi|fort) (?=qu)"
            ),
            r"\1 ",
        ),
        (
            re.compile(
                r"(?i)\bje (?:m'engage [aà] ce|(?:vous |te )?(?:promets|garantis|jure))"
                r" qu(?:e |')(?!(?:je|j'|j|on|nous)\b)(?=\w)"
            ),
            "",
        ),
        (
            re.compile(r"(?i)\bje suis (?:cens|suppos|tenu|charg)[eé]?e? (?:de |d')?(?=\w)"),
            "je dois ",
        ),
        (
            re.compile(
                r"(?i)^(?:je )?(?:vais )?(?:faire|fais|ferai) en sorte qu(?:e |')"
                r"(?!(?:je|j'|j|on|nous)\b)(?=\w)"
            ),
            "",
        ),
        (
            re.compile(
                r"(?i)\bon h?a (?:pr[eé]vue?|d[eé]cid[eé]e?|convenue?|choisie?) (?:de |d')"
                r"(?=\w+(?:er|ir|re|oir)\b)"
            ),
            "on va ",
        ),
        (re.compile(r"(?i)\bpourvu (?=qu)"), "j'espere "),
        (
            re.compile(
                r"(?i)\b(?:j'?esp[eè]re|je souhaite|j'?aimerais|je voudrais|je veux|je r[eê]ve"
                r"|vivement|si seulement) qu(?:e |')(?!(?:je|j'|j)\b)(?=\w)"
            ),
            "idealement, ",
        ),
        (
            re.compile(
                r"(?i)\b(?:est|sont|sera|seront) (?:cens[eé]|suppos[eé]|tenu|charg[eé])e?s?"
                r" (?:de |d'|à |a )?(?=(?:[mlst]'|me |lui |leur |nous |se |le |la |les )*\w+"
                r"(?:er|ir|re)\b)"
            ),
            "doit ",
        ),
        (
            re.compile(
                r"(?i)\b(?:(?:il|ce|ca|c') ?)?(?:serait|faudrait|conviendrait|vaudrait)(?: "
                r"\w+){0,3}? (?:que|qu'|de) ?(?:un jour |enfin |parfois |demain )?(?=j)"
            ),
            "j'aimerais que ",
        ),
        (re.compile(r"(?i)\b(?:c'est |il est )?(?:possible|probable) que (?=j)"), "peut-etre "),
        (re.compile(r"(?i)\bil faut\b"), "faut"),
        (
            re.compile(
                r"(?i)\bl'idee(?: pour moi)?,? (?:c'est|ca va etre|ce sera|est) (?:de "
                r"|d')"
            ),
            ", ",
        ),
        (
            re.compile(
                r"(?i)\b24 ?h(?:eures)? ?(?:sur|/) ?24\b|\b7 ?j?(?:ours)? ?(?:sur"
                r"|/) ?7\b"
            ),
            "toujours",
        ),
        (
            re.compile(
                r"(?i)\bj'(?=(?:vais|fais|dois|suis|veux|peux|prends|mets|laisse"
                r"|passe|demande)\b)"
            ),
            "je ",
        ),
        (re.compile(r"(?i)^(dans [^,]{3,20}?),? j'ai (\w+e)\b"), r"\1 j'aurai \2"),
        (re.compile(r"^\+ (?=de )"), "plus "),
        (
            re.compile(
                r" \+ (?=(?:de|souvent|vite|tot|tard|longtemps|loin|fort|ferme|proche|motive\w*"
                r"|serein\w*|dispo\w*|cool|zen|calme|clair|present|patient"
                r"|a l'ecoute|\w+ment)\b|d')"
            ),
            " plus ",
        ),
        (re.compile(r"(?i)\bvu qu on\b"), "vu qu'on"),
        (re.compile(r"€"), " euros "),
        (re.compile(r"(?i)\by'en\b"), "y en"),
        (re.compile(r"(?i)\bnon ?: ?(?=(?:\w+ ){0,2}(?:je |j'))"), ""),
        (re.compile(r"(?i)\bj(?=[mtls]'[aeiouy])"), "je "),
        (re.compile(r"(?i)\b(?:la )?fin (?:de )?(?=20\d\d\b)"), "le 31 decembre "),
        (re.compile(rf"(?i)\b(?:{_DAYS}) passee?\b"), "hier"),
        (re.compile(r"(?<![\d.])([0-3]?\d)\.([01]?\d)\.(?=\s|$)"), r"\1/\2"),
        (re.compile(r"(?i)\bc(?:'?est)? ?moi qui (\w+)"), r"je \1"),
        (re.compile(r"(?i)\bc'est ((?!moi)[\w' -]{1,40}?) qui (?!va\b|doit\b)"), r"\1 va "),
        (re.compile(r"(?i)^ce que .{1,60}? c'est (?:que|qu'|de|d') ?"), ""),
        (re.compile(r"(?i)\baujourd.?hui\b"), "aujourd'hui"),
        (re.compile(r"(?i)(?<![\w/])w/ ?(?=\w)"), "avec "),
        (re.compile(r"(?i)\b(ma|sa|ta|vers|a|de|du) mer\b(?= )"), r"\1 mer_"),
        (re.compile(r"(?i)\b(lun|mar|mer|jeu|ven|vend|sam|dim)\.(?= \w)"), r"\1"),
        (re.compile(r"(?i)\b(m|mr|mme|mlle|dr|pr|st|ste)\. (?=\w)"), r"\1 "),
        (
            re.compile(
                r", ?(?:moi|quant a moi|pour ma part|de mon cote|moi aussi|donc"
                r"|voila|enfin),"
            ),
            " ",
        ),
        (re.compile(r"(?i)\bce (?:sera|serait) ((?!moi)[\w' ,-]{1,60}?),? qui "), r"\1 va "),
        (re.compile(r"(?i)\b(?:fais|faire|ferai) en sorte (?:que je|de|d')"), "vais "),
        (re.compile(r"(?i)\b(?:m'assure|m'assurer|m'assurerai) (?:que je|de|d')"), "vais "),
        (
            re.compile(
                r"(?i)\bc'est ((?:en|a|au|avec|chez|dans|sur|demain|[a-z]+di)\b[\w' -]{0,40"
                r"}?) que (?=je |j')"
            ),
            r"\1 ",
        ),
        (re.compile(r"(?i)\baimerai\b"), "aimerais"),
        (re.compile(r"(?i)^si (?:seulement )?je pouvais\b"), "j'aimerais"),
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
        (
            re.compile(
                r"(?i)(?<!le )(?<!franc )(?<!double )(?<!beau )(?<!au )(?<!du )(?<!en )(?<!un )"
                r"(?<!mon )\bjeu\b(?! de\b)|\b(?<=le )jeu\b(?= \d)"
            ),
            "jeudi",
        ),
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
)
