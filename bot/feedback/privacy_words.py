"""The words of the privacy hint, plain, with `@` where a person is named.

In each kind the first pattern is what is said *of* the person as subject; the second is what
needs only stand near one, and is no topic ('burn-out policy').
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words."""

    role: re.Pattern[str]  # a person by their role, or a pronoun
    predicate: re.Pattern[str]  # what follows the first word of a sentence if that is a name
    capitals: frozenset[str]  # what has a capital and is no name
    aside: re.Pattern[str]  # what only looks like it
    kinds: Mapping[str, tuple[re.Pattern[str], ...]]


def _english(said: str, near: str = "") -> tuple[re.Pattern[str], ...]:
    return _both(_IS_EN, said, near, _TOPIC_EN)


def _french(said: str, near: str = "") -> tuple[re.Pattern[str], ...]:
    return _both(_IS_FR, said, near, _TOPIC_FR)


_JUDGED = r"(?<![\w-])(?:lazy|incompetent|toxic|stupid|arrogant|useless|unreliable|rude) @(?!')"
"""'Lazy Tom'."""


def _both(be: str, said: str, near: str, topic: str) -> tuple[re.Pattern[str], ...]:
    owner = r"(?<!\bof )(?<!\bfrom )(?<!\bde )(?<!\bdu )(?<!d')"
    aside = r"(?:,[^,@]{1,30},| \([^)@]{1,20}\))?"
    whole = [rf"{owner}@{aside}{be}(?:{said})(?!\w)"]
    if near:
        term = rf"(?<![\w-])(?:{near})(?![\w-])(?! (?:{topic}))"
        whole += [rf"@.{{0,60}}?{term}", rf"{term}.{{0,40}}?@"]
    return tuple(re.compile(pattern) for pattern in whole)


_ADVERB_EN = (
    "(?:too|so|very|really|rather|quite|a bit|always|just|still|often|not|never|such|a|an|the|"
    "totally|completely|pretty|simply|far|again|currently|now|getting|being|becoming|most|"
    "clearly|probably|also|both|no|apparently|known to be|been|little)"
)
_IS_EN = (
    r"(?:,? (?:who|that|and i|and))?(?:'s| (?:is|was|isn't|wasn't|seems|looks|has been|acts"
    r"|remains|"
    r"gets|got|keeps being|can be|became|becomes|feels|sounds|as|being|has become|has gone|"
    r"(?:will|may|might) be))"
    rf"(?: {_ADVERB_EN})* "
)
_TOPIC_EN = (
    r"(?:and \w+ )?(?:polic(?:y|ies)|workshops?|trainings?|campaigns?|webinars?|guides?"
    r"|articles?|"
    r"budget|insurance|survey|prevention|process|procedure|projects?|stud(?:y|ies)|leaflet|"
    r"awareness|programme|program|talk|figures|data|rates?|statistics|template|form|market|team|"
    r"charity|research|department|chart|check|module|agreement"
    r")\b"
)
_ROLES_EN = (
    "boss manager colleague teammate team-mate coworker co-worker assistant director deputy lead "
    "intern trainee apprentice accountant engineer developer designer analyst secretary employee "
    "newcomer supervisor buyer nurse teacher driver operator technician salesperson salesman "
    "saleswoman receptionist planner tester architect consultant peer ceo cfo cto successor "
    "predecessor hire predecessor chairwoman chairman storekeeper foreman controller recruiter"
)
_ROLES_FR = (
    "collegues? responsable manager manageuse chef cheffe directeur directrice adjointe? "
    "assistante? "
    "stagiaire alternante? apprentie? comptable ingenieure? developpeur developpeuse "
    "collaborateur "
    "collaboratrice salariee? employee? secretaire commerciale? technicienne? technicien patron "
    "patronne equipier equipiere acheteur acheteuse cadre operateur operatrice vendeur vendeuse "
    "recrue chargee? referente? binome superieure? n\\+1 drh dg receptionniste conducteur "
    "conductrice magasinier formateur formatrice infirmiere? testeur testeuse"
)


def _listed(names: str) -> frozenset[str]:
    return frozenset(names.split())


def _roles(names: str) -> str:
    return "(?:" + "|".join(names.split()) + ")"


ENGLISH = Lexicon(
    role=re.compile(
        rf"\b(?:(?:my|our|the|a|an|one|his|her|this|that|new|your) (?:[a-z-]+ ){{0,2}}?"
        rf"(?:{_roles(_ROLES_EN)}|team member|team lead|head of [a-z]+|direct report)"
        r"|(?:somebody|someone) (?:in|on|from) (?:my|our|the) team|he|she|him|her"
        r"|his)\b(?!['-]\w)"
    ),
    predicate=re.compile(
        r"(?:'s| (?:is|was|isn't|has|had|will|won't|can|can't|cannot|never|always|does|doesn't"
        r"|did|"
        r"didn't|seems|keeps|gets|got|and [a-z]+ (?:are|is)|who|just|still|often|recently|may|"
        r"might|[a-z]{2,}s(?<!ss)|wants|told|came|suffers|drinks|lost|votes|left|went|broke)"
        r"|,)(?![\w])"
    ),
    capitals=_listed(
        "i monday tuesday wednesday thursday friday saturday sunday january february march "
        "april "
        "may june july august september october november december english french german "
        "spanish italian european american slack teams excel outlook jira word christmas "
        "easter "
        "the this that these those there it its if when while after before once what who "
        "how why "
        "where my our your their we you they he she every each all both no not yes ok okay "
        "and "
        "but or so then also because since until by on in at to for from with without about "
        "instead first next today tomorrow now each everyone everybody nobody someone sales "
        "muslim jewish jew catholic christian protestant hindu buddhist sikh african asian "
        "arab "
        "chinese indian polish romanian moroccan algerian turkish nigerian pakistani islam "
        "ramadan "
        "marketing finance legal support product engineering board management paris london "
        "lyon dublin europe france quality health project plan status quarter release sprint"
    ),
    aside=re.compile(
        r"\b(?:healthy|unhealthy|health) (?:backlog|pipeline|margin|debate|balance sheet|checks?|"
        r"and safety|of the \w+|growth|budget|product|project|system|competition|tension|pace|"
        r"score|scoring|dashboard|status|bar|index)\b|\b(?:project|system|service|code|data"
        r"|pipeline|"
        r"product|account|customer|server|backlog|budget|financial) health\b"
        r"|\b(?:european|credit|customs|set|student) union\b|\bunion (?:of (?:the )?(?:two|both"
        r"|all)"
        r"|types?|query|queries|all)\b|\bfamil(?:y|ies) of (?:products|parts|fonts|tools|tasks|"
        r"models|rules)\b|\b(?:product|font|part|model|job|parts) famil(?:y|ies)\b"
        r"|\bfamily (?:business|name|office|room|pack)\b|\bsick of\b|\brace (?:condition|to"
        r"|against)s?"
        r"|\bbirth(?:day|days) (?:card|cake|list|gift|drinks|lunch)\b|\bparent (?:company|ticket|"
        r"task|page|folder|project|issue)\b|\bchild(?:ren)? (?:ticket|tickets|task|tasks|page|"
        r"pages|process|issues?)\b|\boperations? (?:manager|team|review|meeting|report|director)"
        r"|\bburn(?:ed|t)? out (?:chart|of)\b|\bburn-?(?:down|up)\b|\bmass (?:mailing|update"
        r"|market|"
        r"import|production)\b|\bservice(?:s)? (?:desk|level)\b|\bgay[- ]lussac\b"
        r"|\breligiously\b|\bdevoted to the\b|\bmarriage of\b|\bdepressed (?:prices|market"
        r"|sales)\b"
        r"|\bprice depression\b|\bemergency (?:release|fix|patch|change|meeting|contact)\b"
        r"|\bsex discrimination act\b|\bsick-?leave (?:policy|form|process|procedure|figures)\b"
        r"|\bmedication list\b|\bmedical (?:device|devices|product|products|sector|client"
        r"|supplies)\b"
        r"|\bhospital (?:project|client|contract|account|offer|tender|bid)s?\b"
        r"|\b(?:anxiety|stress) test\b|\bheart of\b|\boperation\b(?= (?:plan|mode))"
        r"|\bback pain point\b|\bpain points?\b|\bdivorced from\b"
    ),
    kinds={
        "health": _english(
            "ill|sick|unwell|disabled|pregnant|depressed|anorexic|bulimic|bipolar|autistic"
            "|diabetic"
            "|epileptic|dyslexic|in (?:hospital|therapy|rehab|remission)|on (?:sick leave|"
            "medication|antidepressants|pills)|off sick|mentally \\w+|burn(?:ed|t)[- ]?out"
            "|burnt|an? alcoholic|alcoholic|addict|drunk|blind|deaf|handicapped|hiv.?positive"
            "|exhausted after (?:his|her|@) (?:treatment|operation)|recovering from \\w+"
            "|on the spectrum|overweight|obese|suicidal|contagious",
            r"burn[- ]?out|burnout|depression|pregnan(?:t|cy)|cancer|chemo(?:therapy)?|adhd"
            r"|autism"
            r"|epilepsy|diabetes|sick leave|off sick|antidepressants?|panic attacks?|anxiety"
            r"|bipolar|illness|disability|disabilities|(?:had|needs|after) (?:an? )?(?:surgery"
            r"|operation)"
            r"|heart attack|stroke|miscarriage|ivf|hospital|psychiatrist|therapist|doctor's"
            r"|medical (?:leave|treatment|appointment|condition|problem|problems)|mental health"
            r"|health (?:problems?|issues?|condition)|back pain|migraines?|drinks too much"
            r"|drinking problem|alcohol|insomnia|chronic \w+|dyslexia|long covid|multiple "
            r"sclerosis",
        ),
        "union": _english(
            "in (?:the|a) (?:trade )?union|unionised|unionized|on strike|a? ?(?:trade )?union "
            "(?:member|rep|representative|delegate|activist|man|woman)|striking",
            r"(?:the|a|@|joined|joins|join|left|their) (?:trade )?union|union (?:member|rep"
            r"|representative"
            r"|delegate|meeting|card|duties|activity|activities|work|hours|business|role)"
            r"|trade union(?:ist)?|shop steward|went on strike|on strike|works council "
            r"(?:election"
            r"|list|candidate)",
        ),
        "religion": _english(
            "muslim|jewish|catholic|christian|protestant|hindu|buddhist|sikh|atheist|religious"
            "|fasting|praying|a? ?(?:devout|practising|practicing) \\w+|a jehovah.?s witness|a "
            "mormon"
            "|orthodox|a believer|a jew",
            r"prays?|prayers?|ramadan|mosque|synagogue|sabbath|shabbat|kosher|halal|hijab"
            r"|headscarf"
            r"|kippah|yom kippur|eid|lent|(?:goes|go|went) to (?:church|mass)|religion"
            r"|religious|faith"
            r"|her church|his church|@ church|muslim|jewish|islam|jehovah.?s witness|turban"
            r"|fasts",
        ),
        "origin": _english(
            "black|arab|african|asian|chinese|indian|polish|romanian|moroccan|algerian|turkish"
            "|gypsy"
            "|roma|foreign|a? ?foreigner|a? ?refugee|an? immigrant|immigrant|white|mixed[- "
            "]race|arabic"
            "|nigerian|pakistani|latino|latina|(?:from|born in) (?:africa|morocco|algeria|romania"
            "|syria|poland|turkey|india|china|pakistan|nigeria|abroad)",
            r"(?:skin colou?r|ethnic (?:origin|background)|ethnicity|asylum seeker|refugee"
            r"|residence permit"
            r"|work permit|immigration status|foreign accent|accent is|strong accent|heavy accent"
            r"|thick accent|migrant background)",
        ),
        "family": _english(
            "divorced|getting divorced|separated|a (?:widow|widower)|widowed|a single (?:mother|"
            "mum|mom|father|dad|parent)|newly wed|getting married|engaged to|adopted|childless"
            "|in custody proceedings",
            r"divorce|(?:@|their|sick|ill|old|dying) (?:\w+ )?(?:wife|husband|marriage"
            r"|partner's illness"
            r"|ex-wife|ex-husband)|custody|family (?:problems?|issues?|situation|trouble|crisis"
            r"|matters)"
            r"|problems? at home|trouble at home|situation at home|childcare|ill (?:mother"
            r"|father|child)"
            r"|sick (?:mother|father|child|son|daughter|kid|kids)|(?:@|their) (?:mother|father"
            r"|son|"
            r"daughter|children|child|kids|baby|parents) (?:is|are|died|has|have|was|were)"
            r"|lost (?:@|his|her) (?:\w+)|maternity leave|paternity leave|parental leave|marriage"
            r"|(?:a|@) new baby|bereavement|funeral|single (?:mother|father|parent)|domestic "
            r"violence",
        ),
        "sexual": _english(
            "gay|lesbian|bisexual|trans|transgender|queer|homosexual|in a same-sex \\w+"
            "|non-binary"
            "|sleeping with .*|dating .*",
            r"(?:came|coming|come) out(?: as \w+| to the team)?(?= |$)|transition(?:ing)? to "
            r"(?:female|male"
            r"|a woman|a man)|sexual (?:orientation|life)|sex life|same-sex|gay|lesbian"
            r"|transgender"
            r"|boyfriend's? (?:is|name)|sleeps with|having an affair|gender transition"
            r"|homosexual",
        ),
        "judgement": (
            *_english(
                "lazy|incompetent|useless|toxic|stupid|an? idiot|idiot|arrogant|unreliable|rude"
                "|aggressive|unmotivated|demotivated|manipulative|a? ?liar|lying|annoying|selfish"
                "|childish|immature"
                "|hopeless|clueless|hysterical|dishonest|careless|disorganised|disorganized|slow"
                "|bad at .*|difficult|negative|weak|hostile|moody|unprofessional|unbearable"
                "|impossible"
                "|passive[- ]aggressive|a? ?bully|jealous|a? ?(?:control freak|micromanager|problem"
                "|nightmare|disaster"
                "|troublemaker|narcissist|failure|burden|snake|tyrant|coward)|sloppy|mediocre"
                "|overrated|insecure|cold|two-faced"
                "|not (?:up to .*|good enough|reliable|very bright|a team player|trustworthy)"
                "|up to the job"
                "|bright enough|lying .*|trustworthy|a team player|good enough|crazy|mad|worthless"
                "|sneaky|ungrateful|unstable|fragile",
                r"laziness|incompetence|bad attitude|poor attitude|no ambition|can't be trusted"
                r"|cannot be trusted|never does anything|does nothing|doesn't (?:care|listen to "
                r"anyone|work"
                r" enough|pull)|never listens|lies to|lied to|(?:always )?complains (?:all|too"
                r"|about every\w*"
                r"|constantly)|drags @? ?feet|drags the team|lets everyone down|no common sense"
                r"|has no (?:talent|discipline|backbone|initiative|idea)|is the weak link|takes "
                r"credit"
                r"|always late|is a problem",
            ),
            re.compile(_JUDGED),
        ),
    },
)

_ADVERB_FR = (
    "(?:trop|tres|si|vraiment|plutot|assez|un peu|toujours|juste|encore|souvent|pas|jamais|aussi|"
    "un|une|le|la|totalement|completement|franchement|de nouveau|actuellement|en ce moment|plus|"
    "devenue?|bien|connue? pour etre|meme|ete|parfois|tellement|particulierement|l')"
)
_IS_FR = (
    r"(?:,? (?:qui|et qui))?(?: (?:n'|ne ))?(?: ?(?:est|etait|semble|parait|reste|devient|sera"
    r"|serait|a ete|se montre|"
    r"passe pour|s'est montree?|a l'air|etant|se dit|comme|est devenue?|se sent))"
    rf"(?: {_ADVERB_FR})*(?: |(?<='))"
)
_TOPIC_FR = (
    r"(?:du (?:projet|marche|systeme|budget)|des (?:comptes|donnees|ventes)|de la ligne"
    r"|au travail :)"
)
_CONTEXT_FR = (
    r"(?:formation|atelier|campagne|politique|guide|prevention|journee|semaine|budget|assurance|"
    r"enquete|sondage|etude|charte|procedure|formulaire|webinaire|conference|module|article|note|"
    r"affiche|mutuelle|referente?|plan|brochure|statistiques|chiffres|taux|dossier|accord)"
    r"(?: (?:sur|de|du|d'|des|contre|pour|anti|:))+(?: ?(?:le|la|l'|les|prevention|"
    r"prevention du|lutte contre|arrets|egalite|conges?))*[ -]?"
)

FRENCH = Lexicon(
    role=re.compile(
        rf"\b(?:(?:(?:mon|ma|notre|le|la|un|une|ce|cette|son|sa|votre) |l'|(?<=\bau )|(?<=\bdu ))"
        rf"(?:[a-z-]+ ){{0,1}}?{_roles(_ROLES_FR)}"
        r"|(?:un|une|quelqu'une?) (?:membre )?(?:de|dans) (?:l'|mon |notre )equipe"
        r"|un membre de (?:l'|mon |notre )equipe|elle|lui"
        r"|(?:il|qu'il|s'il)(?! (?:y|n'y|faut|s'agit|suffit|manque|semble que|convient|fait)\b"
        r"| est (?:temps|prevu|question|tard|l'heure|\d|mieux|convenu|(?:[a-z]+ ){1,2}(?:de"
        r"|que)\b"
        r"|(?:[a-z]+ ){1,2}(?:d'|qu'))))\b"
    ),
    predicate=re.compile(
        r"(?:,| (?:est|n'|ne|va|se|s'|sera|etait|semble|prie|jeune|souffre|manque|boit|et "
        r"[a-z]+ (?:sont|est)|qui|"
        r"porte|doit|fait|vient|part|parle|veut|reste|travaille|a|attend|divorce|traverse|vit|"
        r"revient|devient|couche|milite|refuse|m'|nous|me|ment|rale|sort|traine|parait|passe"
        r"|suit))(?![\w])"
        r"|(?: (?:n'|s'|m'))\w"
    ),
    capitals=_listed(
        "je j le la les l un une des du de d au aux ce cet cette ces mon ma mes notre nos "
        "votre vos "
        "son sa ses leur leurs il elle ils elles on nous vous qui que quoi quand si comme "
        "apres "
        "avant pendant chaque tous toutes tout toute lundi mardi mercredi jeudi vendredi "
        "samedi "
        "dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre "
        "novembre "
        "decembre dire faire et mais ou donc car puis ensuite demain aujourd hier plus moins "
        "d'ici c'est slack teams excel outlook jira word noel paques paris lyon lille france "
        "europe anglais francais direction qualite finance juridique marketing ventes "
        "produit "
        "rh projet equipe point reunion sante comite client clients fin debut des ne pas "
        "oui non "
        "merci ok a en dans par pour sans sur sous vers chez lors parce puisque lorsque"
    ),
    aside=re.compile(
        rf"\b{_CONTEXT_FR}[\w'-]+(?: (?:du|de la|des|au|en) [\w'-]+| maladie| de travail)?"
        r"|\breferente? handicap\b|\bje (?:vous )?prie\b"
        r"|\bsante (?:du|de la|des|de l'|financiere|au travail|et securite|economique)(?: "
        r"?(?:projet|backlog|budget"
        r"|systeme|produit|base|comptes|entreprise|service|portefeuille|\w+))?"
        r"|\barrets? (?:de la|du|des|de l')(?: |(?<='))\w+|\barrets? (?:technique|machine|de "
        r"production|programme)"
        r"|\bfamilles? de (?:produits?|pieces|metiers|taches|polices|modeles|couts|risques)"
        r"|\bunion (?:des deux|europeenne|de deux|des listes)|\bentreprise familiale\b"
        r"|\b(?:conventions?|offre|clients?|projet|appel d'offres|contrat) (?:de l'|avec l'|a "
        r"l'|pour l'|collectives? )?hopital\b"
        r"|\bsociete mere\b|\bmaison mere\b|\bticket parent\b|\btaches? (?:filles?|enfants?)\b"
        r"|\bprier de\b"
        r"|\b(?:en|la) greve des (?:transports|trains|controleurs)\b|\bcout des? arrets\b"
        r"|\boperation (?:commerciale|marketing|de \w+)"
        r"|\bpoints? (?:faibles?|douloureux|noirs?)\b|\bsyndicat (?:de copropriete|mixte"
        r"|d'initiative)"
        r"|\bregime (?:de croisiere|fiscal)\b|\btransition (?:ecologique|energetique|numerique"
        r"|de l'outil|vers (?:le|la|l'))"
        r"|\bcancer de l'organisation\b|\bcrise (?:du|de la|sanitaire|economique)\b|\bmarche "
        r"(?:malade|deprime)"
        r"|\bpere noel\b|\bcode source noir\b|\bmariage (?:entre les|des deux)\b|\bvie privee\b"
        r"|\bcarte de (?:naissance|voeux)\b|\bdate de naissance\b|\bcareme\b(?= budgetaire)"
    ),
    kinds={
        "health": _french(
            "malade|souffrante?|handicapee?|enceinte|deprimee?|depressi(?:f|ve)|anorexique"
            "|boulimique"
            "|bipolaire|autiste|diabetique|epileptique|dyslexique|hospitalisee?|alcoolique|ivre"
            "|aveugle|sourde?"
            "|en (?:burn-?out|burn out|depression|arret(?: maladie| de travail)?|therapie|cure"
            "|remission"
            "|mi-temps therapeutique|convalescence)|sous (?:antidepresseurs|traitement"
            "|medicaments)"
            "|suivie? par un psy\\w*|a l'hopital|seropositi(?:f|ve)|suicidaire|obese|en surpoids"
            "|fragile psychologiquement|toxicomane|atteinte? d[eu'].*|arretee?",
            r"burn-?out|burn out|depression|enceinte|grossesse|cancer|chimio(?:therapie)?|tdah"
            r"|autisme"
            r"|epilepsie|diabete|arret maladie|arret de travail|arret-maladie|conge maladie"
            r"|longue maladie|antidepresseurs?|crises? d'angoisse"
            r"|anxiete|bipolaire|handicap|hopital|operation|avc|infarctus|fausse couche|fiv"
            r"|psychiatre|psychologue|maladie|sante mentale|problemes? de (?:sante|dos|coeur)"
            r"|ennuis de sante|soucis de sante"
            r"|mal de dos|migraines?|boit trop|probleme d'alcool|alcool|insomnies?|mi-temps "
            r"therapeutique"
            r"|traitement medical|dyslexie|covid long|sclerose en plaques|rqth|etat de sante",
        ),
        "union": _french(
            "syndiquee?|au syndicat|en greve|greviste|deleguee? syndicale?|elue? (?:cgt|cfdt|fo"
            "|cse|sud|syndicale?)"
            "|representante? syndicale?|a la (?:cgt|cfdt)|chez fo|cegetiste",
            r"syndicats?|syndique\w*|syndical(?:e|es)?|cgt|cfdt|cftc|cfe-cgc|greve|greviste"
            r"|heures de delegation|delegation syndicale",
        ),
        "religion": _french(
            "musulmane?|juive?|juif|catholique|chretien(?:ne)?|protestante?|hindoue?|bouddhiste"
            "|sikh|athee"
            "|croyante?|religieu(?:x|se)|pratiquante?|temoin de jehovah|mormone?|orthodoxe"
            "|voilee?",
            r"prie|priere|ramadan|mosquee|synagogue|sabbat|shabbat|casher|kasher|halal|voile"
            r"|foulard|hijab|kippa"
            r"|yom kippour|aid|careme|messe|religion|religieu(?:x|se|ses)|foi|musulmane?|juive?"
            r"|juif|islam|jeune (?:en ce moment|ce mois|du|pour|pendant)"
            r"|temoin de jehovah|turban|eglise",
        ),
        "origin": _french(
            "noire?|arabe|africaine?|asiatique|chinoise?|indien(?:ne)?|polonaise?|roumaine?"
            "|marocaine?|algerien(?:ne)?"
            "|tunisien(?:ne)?|turque?|turc|gitane?|rom|etrangere?|etranger|refugiee?|immigree?"
            "|metisse?|maghrebine?"
            "|senegalaise?|malien(?:ne)?|d'origine .*|nee? (?:en|au|a) .*|sans papiers"
            "|sans-papiers|blanche",
            r"couleur de peau|origine (?:ethnique|etrangere|africaine|maghrebine|\w+aise)"
            r"|origines|demandeur d'asile"
            r"|refugiee?|titre de sejour|carte de sejour|accent (?:etranger|africain|arabe|fort"
            r"|tres fort)|son accent|sans papiers"
            r"|sa nationalite",
        ),
        "family": _french(
            "divorcee?|en (?:instance de divorce|plein divorce|divorce|deuil)|separee?|veuve"
            "|veuf|mere celibataire|pere celibataire"
            "|en conge (?:maternite|paternite|parental)|fraichement mariee?|adoptee?|mariee? a "
            ".*|celibataire",
            r"divorce|divorcer|(?:sa|son|ex-)(?: ex)?[ -]?(?:femme|mari|mariage|epouse|epoux"
            r"|conjointe?|compagne|compagnon)"
            r"|garde (?:alternee|de ses|des enfants|d'enfants|de son fils|de sa fille)"
            r"|problemes? (?:familiaux|de famille|de couple|a la maison|conjugaux)"
            r"|situation familiale|soucis familiaux|famille monoparentale"
            r"|(?:sa|son|ses) (?:mere|pere|fils|fille|enfants?|bebe|parents|frere|soeur)"
            r"|conge (?:maternite|paternite|parental)|obseques|enterrement|deuil|veuvage"
            r"|violences? conjugales?"
            r"|mere celibataire|pere celibataire|separation",
        ),
        "sexual": _french(
            "gay|homo|lesbienne|bisexuel(?:le)?|bi|trans|transgenre|queer|homosexuel(?:le)?|non "
            "binaire|en couple avec .*",
            r"coming[- ]out|orientation sexuelle|vie sexuelle|homosexualite|homosexuel(?:le)?"
            r"|lesbienne|transgenre|gay"
            r"|transition de genre|changement de sexe|couche avec|amant|maitresse|liaison avec"
            r"|meme sexe",
        ),
        "judgement": _french(
            "paresseu(?:x|se)|faineante?|flemmarde?|incompetente?|nulle?|nul|toxique|stupide"
            "|bete|idiote?|con|conne|arrogante?|peu fiable"
            "|fiable|impolie?|agressi(?:f|ve)|demotivee?|manipulat(?:eur|rice)|menteu(?:r|se)"
            "|penible|egoiste|puerile?|immature"
            "|malhonnete|negligente?|desorganisee?|lente?|mauvaise?(?: .*)?|difficile"
            "|negati(?:f|ve)|faible|hostile|lunatique|insupportable|ingerable"
            "|incapable(?: .*)?|jalou(?:x|se)|un (?:boulet|probleme|tyran|poids mort|cas"
            "|tire-au-flanc|pervers.*)|poids mort|boulet|tyran|tire-au-flanc|probleme"
            "|maillon faible|mediocre|froide?|hypocrite|a la hauteur|digne de confiance|au "
            "niveau|malin|maligne|folle|fou|hysterique"
            "|instable|ingrate?|sournoise?|lache|susceptible|capricieu(?:x|se)|de mauvaise foi"
            "|caracterielle?|caracteriel|colerique|brouillonn?e?",
            r"paresse|faineantise|incompetence|manque (?:de (?:serieux|rigueur|competence"
            r"|maturite|jugeote|courage|fiabilite)"
            r"|cruellement de \w+|d'ambition|d'intelligence)|mauvais (?:esprit|caractere"
            r"|comportement)|mauvaise (?:attitude|volonte|foi|humeur)"
            r"|ne fait rien|ne fout rien|ne sert a rien|se plaint (?:tout le temps|sans cesse"
            r"|toujours|en permanence)|rale (?:tout le temps|sans cesse|toujours)"
            r"|ment (?:a|tout|sans|souvent|toujours)|traine les pieds|tire (?:l'equipe|tout le "
            r"monde) vers le bas"
            r"|aucune? (?:initiative|ambition|rigueur|bon sens|talent)|n'ecoute (?:personne"
            r"|jamais|rien)|toujours en retard|s'attribue",
        ),
    },
)
