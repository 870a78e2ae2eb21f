"""The words of judgement that are said of several people, plain, with `@` where people stand.

What is said of one person stands with the privacy hint and is read here too.
"""

import re
from collections.abc import Mapping

from bot.language import Lang

_SOME_EN = r"((?: (?:all|both|always|still|so|too|just|really|very|never|not|often|such))*)"
_SOME_FR = (
    r"((?: (?:toujours|tellement|trop|tres|si|vraiment|souvent|encore|aussi|tous|toutes|pas"
    r"|jamais|juste|bien|completement|carrement|totalement|souvent))*)"
)
SINGLE: Mapping[Lang, tuple[tuple[re.Pattern[str], str], ...]] = {
    "en": (
        (re.compile(r"\b(?:stop|quit) (?:being|acting|behaving)\b"), "@ is"),
        (re.compile(rf"@(?:'re| are| r| re| were|(?= (?:so|all|too) )){_SOME_EN}"), r"@ is\1"),
        (re.compile(r"@ is((?: \w+)*?) all\b"), r"@ is\1"),
        (re.compile(r"(@ is(?: \w+){0,2}? )(?!always)(\w{2,}[^siu\W])s\b"), r"\1\2"),
        (re.compile(r"@ (?:don't|dont|do not)\b"), "@ doesn't"),
    ),
    "fr": (
        (re.compile(r"\b(?:arretez?|cessez?) d'etre\b"), "@ est"),
        (
            re.compile(rf"@( n'| ne)? ?(?:sont|etes|es|etaient|etiez|seront){_SOME_FR} "),
            r"@\1 est\2 ",
        ),
        (re.compile(r"(@(?: n'| ne)? est(?: \w+)*?) (?:tous|toutes|carrement)\b"), r"\1"),
        (re.compile(r"@( n'| ne)? est( .*?)?\bdes "), r"@\1 est\2un "),
        (
            re.compile(
                rf"(@(?: n'| ne)? est{_SOME_FR}(?: un)?) "
                r"(?!(?:pas|tres|jamais|toujours|sans|dans|plus|moins)\b)(\w+?[^s\W])s\b"
            ),
            r"\1 \3",
        ),
    ),
}
"""How many are made one, in this order."""

_MODEST_EN = (
    r"(?: (?:really|just|simply|all|still|even|always|often|constantly|only|usually|also"
    r"|absolutely|so))*"
)
_JUDGED_EN = (
    rf"@{_MODEST_EN} never (?!mind|again\b)\w+"
    rf"|@ (?:doesn't|does not|won't|will not|can't|cannot|couldn't|didn't|refuses? to){_MODEST_EN}"
    r" (?:ever )?(?:care|listen|help|pull|answer|reply|respond|share|respect|contribute|bother|try"
    r"|clean|do (?:any|@|his|her|their|your|the|a)|say (?:hello|thank|please)|think|follow"
    r"|communicate|participate|deliver|give a|deserve|be trusted|let us|lift|keep (?:a|any|his|her"
    r"|their|your|deadlines))"
    r"|@ (?:does|do|did) (?:absolutely |almost |next to |basically )?"
    r"(?:nothing|sod all|fuck all|the (?:bare )?minimum|as little)"
    r"|@ (?:isn't|is not|is(?: \w+)? not|wasn't|aren't|are not) (?:really |very |at all |even )?"
    r"(?:serious|committed|competent|involved|reliable|helpful|honest|engaged|motivated|polite"
    r"|nice|professional|capable|interested|able|fair|working|listening|trying)"
    r"|@(?:'s| (?:is|was|seems|can be|acts?))(?: \w+){0,2}? (?:incapable|unable to|awful|terrible"
    r"|horrible|useless|unhelpful|disrespectful|messy|bossy|pushy|stubborn|nasty|mean|cruel"
    r"|ignorant|inefficient|uncooperative|a bunch|full of|amateur|all talk|ashamed|dumb|thick"
    r"|lazy|greedy|noisy|fake|hypocritical|spineless|slackers?|late|gossip(?:ing|s)?|whin(?:ing|ers?)"
    r"|a joke|a pain|loud|crap|shit|pathetic|idle|taking the piss|slacking)(?!\w)"
    rf"|@{_MODEST_EN} (?:thinks? (?:(?:he|she|they|you) (?:is|are)|@)|takes? (?:all )?(?:the "
    r")?credit|talks? too much|slacks?|gossips?|moans?|whines?|complains?|shouts?|yells?|lies?"
    r"|hides?|shows? off|screws?|mess(?:es)? (?:up|everything)|ruins?|sucks?|cheats?"
    r"|lets? (?:us|everyone|me|the team) down|leaves? (?:us|(?:a|the) mess|early|everything|all)"
    r"|keeps? (?:taking|interrupting|complaining|moaning|shouting|leaving|forgetting|blaming"
    r"|ignoring|arriving|coming late|talking|criticising|criticizing|stealing|making fun)"
    r"|blames?|steals?|ignores?|interrupts?|pretends?|abuses?|despises?|bull(?:y|ies)"
    r"|gets? away|dumps?|expects? others|favou?rs?)(?!\w)"
    r"|@ is (?:always|constantly|forever|so|too) (?!welcome|free|kind|great|there|helpful|nice"
    r"|good|busy|right|able|close|far|happy|proud|new|friendly|many|much|few)\w+"
    r"|@ get(?:s)? (?:overly|too|personal|aggressive|angry)"
    r"|(?:nobody|no one) (?:\w+ ){0,4}?(?:cares?|listens?|helps?|does (?:anything|their)|gives a"
    r"|takes it|is (?:competent|serious|reliable|capable))"
    r"|\bstop (?:lying|whining|moaning|slacking|gossiping|complaining)\b"
)
_OWN_FR = r"(?: ?(?:ne|n'|nous|m'|me|les|le|la|l'|s'|se|en|y|lui|leur|t'|te|vous|nous))*"
_JUDGED_FR = (
    rf"@(?! (?:ne |n' ?)?(?:il )?(?:faut|y a)\b){_OWN_FR} ?[a-z]+(?: \w+)?"
    r" (?:jamais|rien|que dalle)\b"
    rf"|@{_OWN_FR} ?(?:\w+) pas (?:sa|leur|votre|ta|son) (?:part|travail|boulot|job)\b"
    rf"|@{_OWN_FR} ?(?:ecoute|aide|repond|respecte|partage|range|communique|participe|travaille"
    r"|bosse|assume|s'investi|investi|s'implique|implique|suit|sui)(?:s|t|z|ez|nt|ent|dent|ssent"
    r"|ssez|dez|vent|vez)? pas\b"
    r"|\bpersonne(?: \w+){0,3}? (?:ne|n')"
    r" ?(?:s'|se |nous |m'|l')*(?:investit|ecoute|fait|bosse|travaille|aide|repond|range|respecte"
    r"|implique|est (?:\w+ )?(?:competente?|serieu(?:x|se)|fiable|capable|professionnel))"
    r"|@(?: n'| ne)? ?est(?: \w+)? pas(?: \w+)? (?:competente?|serieu(?:x|se)|investie?|motivee?"
    r"|professionnel(?:le)?|polie?|honnete|engagee?|impliquee?|rigoureu(?:x|se)|fiable|capable"
    r"|gentil(?:le)?|respectueu(?:x|se)|doue)\b"
    r"|@ n'est (?:competent|serieux|fiable|capable)"
    r"|@(?: n'| ne)? ?est(?: \w+){0,3}? (?:desagreable|mechante?|impossible|odieu(?:x|se)|vulgaire"
    r"|irrespectueu(?:x|se)|bordelique|bruyante?|autoritaire|tetue?|bornee?|ignorante?|inefficace"
    r"|inutile|bidon|baclee?|pourrie?|lamentable|minable|pitoyable|a la ramasse|a cote de la"
    r"|insolente?|grossi(?:er|ere)|pretentieu(?:x|se)|radine?|faignante?|feignante?"
    r"|meprisante?|condescendante?|mesquine?|nonchalante?|desinvolte|fausse|faux|malpolie?"
    r"|mal elevee?|debile"
    r"|mou|molle|nulle? part|des boulets|lourde?|relou|chiante?|gonflee?|en retard)\b"
    rf"|@{_OWN_FR} ?(?:en )?(?:fiche|fout|foute|foutez|fichez|moque|moquez|contrefiche"
    r"|balance|tape)(?:nt|z)?\b"
    rf"|@{_OWN_FR} ?(?:plain(?:t|s)|plaignent|plaignez|croi(?:t|ent|s)|croyez|plaque|planque"
    r"|defile|tourne|repose sur|prend(?:nent|s)? pour|prenez pour|attribue|victimise|vante)"
    r"(?:nt|z|ez)?\b"
    rf"|@{_OWN_FR} ?(?:laisse|traine|rale|critique|coupe|oublie|arrive|refuse|bacle|sabote|rejette"
    r"|impose|crie|hurle|fai|fon|ignore|accuse|mens?|mente|interromp|parle|compte)"
    r"(?:nt|z|s|t|es|tes|ez|ent)? ?(?:tout le temps|toujours|sans (?:arret|cesse)|constamment"
    r"|trop|encore|n'importe quoi|semblant|le minimum|sur les autres|systematiquement|la tete)\b"
    rf"|@{_OWN_FR} ?(?:fou(?:t|s|tent|tez)|abuse|abusent|abusez|profite|profitent|profitez"
    r"|mentent|mentez|rale|ralent|ralez|saoule|saoulent|dort|dorment)\b"
    rf"|@{_OWN_FR} ?laisse(?:nt|z|s)? (?:tout|le bazar|le bordel|trainer|la vaisselle)\b"
    rf"|@{_OWN_FR} ?manque(?:nt|z|s)? (?:de|d') ?(?:respect|serieux|rigueur|competence|maturite"
    r"|courage|professionnalisme|politesse|volonte|ambition)"
    r"|@(?: n'| ne)? ?est (?:toujours|trop|tellement|si|sans cesse) (?!bienvenu|disponible|gentil"
    r"|la\b|sympa|present|aimable|nombreu|loin|occupe|pris|pret|super)\w+"
    r"|@ ?n'? ?arret(?:e|es|ez|ent) pas\b"
    r"|\b(?:arretez?|cessez?) de (?:raler|mentir|vous plaindre|te plaindre|critiquer|crier|gueuler"
    r"|glander)\b"
)
JUDGED: Mapping[Lang, re.Pattern[str]] = {
    "en": re.compile(_JUDGED_EN),
    "fr": re.compile(_JUDGED_FR),
}

INSULT = re.compile(
    r"\b(?:lazy|toxic|negative|useless|incompetent|rude|difficult|selfish|arrogant|noisy|slow|bad"
    r"|dishonest) (?:people|colleagues|teammates|coworkers|persons|managers|members|bosses)\b"
    r"|\b(?:collegues|gens|personnes|equipiers) (?:trop |tres |si )?(?:paresseu|negati|toxique"
    r"|desagreable|incompetent|mechant|agressi|difficile|lents|egoiste|hypocrite|jalou|malpoli)\w*"
    r"|\b(?:de|des|ces|aux|les) (?:paresseu(?:x|ses)|tire-au-flanc|faineants?|flemmards?|egoistes"
    r"|hypocrites|jaloux|menteurs|profiteurs|boulets|incompetents)\b"
    r"|a que moi qui\b|\bonly one who (?:works|cares|does)\b|"
    r"(?<![\w-])(?:morons?|jerks?|losers?|assholes?|arseholes?|bastards?|bitch\w*|dumbass\w*"
    r"|wankers?|twats?|dickheads?|scumbags?|imbeciles?|slackers?|freeloaders?|idiots?(?![- ]proof)"
    r"|connards?|connasses?|salopes?|salauds?|encules?|abrutis?|cretins?|branleurs?|glandeurs?"
    r"|bras casses|tocards?|bande d(?:e|'\w+)|leche-bottes?|fayots?|bouffons?|incapables)(?![\w-])"
)
"""What judges without anybody beside it."""
