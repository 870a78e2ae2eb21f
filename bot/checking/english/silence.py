"""English: sentences and clauses that promise nothing."""

import re

from bot.checking.english.lists import ACKNOWLEDGEMENTS, COMPLAINTS, REFUSALS
from bot.checking.english.words import USUAL_ACTS
from bot.checking.lexicon import Silence, any_of, listed, one_of

_PRAISE = one_of(
    "helpful useful interesting great good nice clear inspiring valuable insightful brilliant "
    "amazing awesome fantastic excellent lovely kind fun enlightening practical perfect wonderful"
)

_SAME_OLD = (
    r"(?:[\w#']+ ){0,4}?(?:always )?(?:the |it is the )?same (?:old |damn |bloody |stupid "
    r"|boring )*"
    r"(?:drama|mess|chaos|story|thing|circus|nonsense|problem|problems|trouble|troubles|fight"
    r"|fights"
    r"|excuse|excuses|song|game|questions?|issue|issues|theatre|panic|hassle|rubbish|crap|shit"
    r"|faces|topics?|discussions?|old)\b"
)

_PRAISED = (
    r"(?:thank you|thanks|cheers)(?: (?:so much|very much|a lot|again|all|everyone|for \w+(?:ing)?"
    r"(?: [\w-]+){0,4}))*|"
    r"(?:all |very )?(?:this|that|it|you|what|really|so|super|very)(?: is| was| are| "
    r"were|'s| a)*"
    rf" (?:(?:very|really|super|so|most|all|quite|extremely|a|an|just|truly) )*{_PRAISE}"
    r"(?: (?:work|stuff|input|session|tip|tips|help|reminder|job|to know|to hear|info))?"
    rf"|{_PRAISE} (?:session|talk|day|workshop|training|meeting|coaching|chat|course|reminder"
    r"|question|discussion|team)"
    r"|achh?a|haan|ji|aye|aight|yah?|yea|yessir|oki|okidoki|kk|right-o|oui|d'accord|"
)

SILENCE = Silence(
    acknowledged=re.compile(
        r"^(?:(?:"
        + _PRAISED
        + listed(ACKNOWLEDGEMENTS)
        + "|"
        + one_of(
            "ok okay thanks noted understood sure fine great yes perfect right "
            "agreed hi hello hey cool alright done deal bye absolutely "
            "definitely yeah certainly cheers nice awesome promise promised copy"
        )
        + r"|got it|gotcha|will do|sounds good|on it|good point"
        r"|makes sense|fair enough|i see|i agree|of course|no problem|no worries|consider it done"
        r"|i(?:'m| am) on it|i understand|you(?:'re| are) (?:right|welcome)|good (?:idea|morning)"
        r"|i(?:'ve| have) (?:read|seen|noted) (?:it|this|that)|that works|works for me"
        r"|i will do(?: it| that| this)?|(?:it )?will be done|for (?:the|your) \w+|a lot|team"
        r"|(?:boss|mate|mates|chief|sir|madam|guys|folks|pal|buddy|dear|love|everyone|all)"
        r"|(?:will|i will) (?:look|check|see|have a look)(?: into (?:it|this|that))?)"
        r"(?:[ ,.!]+|$))+"
    ),
    refused=any_of(
        listed(REFUSALS),
        r"not #$|(?:test|testing|asdf\w*|qwert\w*|bla+h?|lorem|xxx+|foo|hm+)(?: (?:test"
        r"|testing|asdf\w*"
        r"|bla+h?|ipsum|bar|1|2|3|one|two|three))*$",
        r"not (?:setting|doing|committing|promising|changing|signing up|going to)\b(?: to)? (?:"
        r"any|a|this|that|it|do)",
        r"i (?:am )?not (?:doing|setting|committing|promising)",
        r"^(?:no|nope|nah|nothing|none|n/?a|never|pass)$",
        r"^(?:no|nope|nah) (?:thanks|thank you|way|need|,|i)",
        r"no (?:thanks|thank you|way)",
        r"i (?:will|am|can|could|do|would)(?: really)? not (?:going to |want to |wish to |plan to "
        r"|intend to )?(?:commit|do (?:this|that|it|any|anything|your)|take part|participate"
        r"|play|change|answer (?:this|that|your)|fill|make any|set any|sign up|bother|be doing)",
        r"i (?:really )?(?:do not|am not) (?:want|feel like|care|interested|have (?:the |any )?time"
        r"|see (?:the|any|why)|need|wish|committing|going to (?:commit|do))",
        r"i (?:refuse|decline)",
        r"i (?:would|will) rather not|i will pass|i am out|i have no (?:time|intention|interest)",
        r"not (?:interested|happening|for me|going to happen|now|today|this (?:week|time)$)",
        r"(?:i |we )?(?:no|not|never|don't|do not|will not) promis\w+|too \w+ to (?:commit"
        r"|promise|think)"
        r"|(?:i |we )?can ?not|my boss decides?|boss decide\w*"
        r"|leave me alone|count me out|no commitment|nothing (?:to|comes)|forget it|out of the "
        r"question|stop asking|skip this|none of your",
    ),
    complained=any_of(
        listed(COMPLAINTS),
        r"(?:see|catch) (?:you|ya)(?: all)?(?: (?:soon|then|later|there|around|on|at|next|#))*$",
        r"(?:ha+ |haha |yeah |right |pff+ |, )*as if\b",
        r"(?:really |so |just |absolutely )?(?:loved|liked|enjoyed|hated) \w+",
        _SAME_OLD,
        r"what an? (?:\w+ )?(?:week|day|mess|joke|shame|pity|waste|nightmare|month|year|farce"
        r"|disaster|circus)\b",
        rf"(?!i |we |{one_of(USUAL_ACTS)} )(?:[\w'-]+ ){{1,4}}(?:do|does|did|can|could"
        rf"|has|have|is|are|was|were) not",
        r"(?:and |so )?i (?:could|can|did|was) not|(?:i|we) have (?!to\b|lunch|coffee"
        r"|dinner|breakfast|a call|a chat|a word|a talk|a meeting|1:1|an?\b)",
        r"(?:\w+ ){0,6}?useless|pointless|unfair|ridiculous|waste of (?:my )?time|hopeless"
        r"|fed up|sick of"
        r"|tired of|nonsense|a joke|makes no sense|annoying|frustrating|unbearable|a mess"
        r"|a nightmare|impossible|so many|way too",
        r"(?:nobody|no one|he|she|they|people|management|everyone|everybody|we|it|my \w+|the \w+"
        r"|our \w+|this \w+)(?: (?:just|really|still))? (?:never|always|keep|keeps|cannot|can not"
        r"|does not|do not)",
        r"(?:nobody|no one|none of them)(?: here| else)?(?: ever| really| even)? (?!will\b|gets\b"
        r"|leaves\b|speaks\b)\w+s (?:me|us|anything|anybody|anyone|a thing|about)\b",
        r"(?:i am |we are |way |far |just |simply |much )*too (?:busy|tired|swamped|stressed"
        r"|late|soon"
        r"|early|hard|vague|complicated|expensive)\b",
        r"why (?:bother|me)|everything is|there (?:is|are) (?:too|never|no|so|always)|too (?:much"
        r"|many|long|late|slow)",
        r"i (?:am|feel)(?: \w+)? (?:exhausted|overwhelmed|swamped|done|drowning|tired|stressed"
        r"|burnt|burned|frustrated|stuck|lost|not \w+)",
        r"i (?:never|always|can not|hardly|barely|do not (?:know|understand|have|get|see"
        r"|think|like))",
        r"i (?:have|had) (?:too|no|so|enough|got)",
    ),
    reported=re.compile(
        r"^(?:(?:the|my|our|his|her|their|this|that|these|those|we|he|she|they|it|everyone|nobody"
        r"|[a-z]+)(?: [\w'#-]+){0,6}? )?(?:was|were|had|did|has been|have been|broke"
        r"|went|came|forgot"
        r"|could not|did not|was not|were not|got (?!to)|has (?:\w+ed|gone|left|taken"
        r"|given|sent))\b"
        r"(?! to (?:be )?\w+ed by)"
        r"|^(?:he|she|they|it|we|(?:my|the|our) \w+)(?: just| already| finally)? (?!need"
        r"|\w+eed)\w+ed\b"
        r"|^(?:sat|spoke|told|met|gave|went|took|wrote|had|did|made|saw|got|spent|ran"
        r"|held|said|found"
        r"|thought|\w{2,}(?<!e)ed (?!by\b|for\b|to\b|on\b|in\b|and\b|#)) "
        r"|"
        r"^(?:and |so |but |well |then |also |ok |yes |# |last \w+ |yesterday |# ?,? )*(?:i|we)"
        r"(?: have| had)?(?: (?:already|just|finally|also|not|never|even|recently|both))*"
        r" (?:(?!need|embed|feed|proceed|speed|exceed|succeed|shed|shred|wed|weed|seed|bleed"
        r"|breed|heed|reseed)\w{2,}ed|"
        + one_of(
            "sent did made met told gave wrote spoke held had took went was were saw got "
            "said ran done written spoken given taken gone been seen kept left found "
            "brought began begun chose chosen built taught thought came forgot caught "
            "understood lost spent bought paid led felt became hid drove won sold knew grew "
            "heard showed shown stood sat"
        )
        + r")\b(?! to )"
        r"|^(?:i |we |it |that |this |all )?(?:is |was |are |were |has been |been )?already "
        r"|^(?:it|that|this|all|the \w+|my \w+) (?:is|was|has been|went|were|are)"
        r" (?:\w+ )?(?:done|sent|finished|complete|completed|made|ok|fine|great|well|good|signed"
        r"|closed|shared)\b"
        r"|^(?:\w+ )?(?:yesterday|last (?:week|month|year|night|monday|tuesday|wednesday|thursday"
        r"|friday|quarter|time|sprint))\b"
        r"|^(?:done|sent|finished|completed|called|shared|spoke|met|told|wrote)\b"
    ),
    filler=re.compile(
        r"(?:we will see|we shall see|let us see|let's see|you know|please god|somehow|haha|lol|omg"
        r"|fingers crossed|god willing|inshallah|for real|no excuses|no matter what|that is it"
        r"|end of story|full stop|period|as usual|as agreed|as discussed|as promised|always|promise"
        r"|whatever|i guess|i suppose|i swear|honest|seriously|i mean|thanks|sorry|dunno|tbh"
        r"|not me|of course|alas|indeed|so to speak)[ ,.!]*"
    ),
    asked=re.compile(
        r"^(?:(?:so|but|and|ok|hi|hello|hey|well|#|hmm?|um+|uh|erm?|oh|wait|sorry|quick question"
        r"|question|just|[,:]) )*(?:"
        r"(?:do|have) (?:i|you|we|they)\b|(?:should|shall|can|could|would|does|did|is|are"
        r"|am) (?:i|you|we|it"
        r"|this|that|the|he|she"
        r"|they|my|there)"
        r"|(?:what|why|how|who|where|which) (?:'s|was|were|will|do|does|did|should|can|could"
        r"|would|is"
        r"|are|am|about|if|to"
        r"|happens|kind|exactly|much|many|else|not)"
        r"|any (?:idea|advice|suggestion|tips?))\b"
    ),
    promising=any_of(
        r"(?:i|we) (?:will|am going to|are going to|shall|plan to|need to|have to|must"
        r"|commit to|promise|intend to)",
        r"let me",
        r"my (?:goal|plan|commitment|next step|action|promise)",
    ),
    announcing=re.compile(r"(?:i|we|let me) (?:will |am |want |need )?|ask |tell |say "),
)
