"""The English words of the commitment checker, plain."""

import re

from bot.check_words import Words, any_of

_ACTS = (
    "add announce answer archive arrange ask assign attend block book brief bring build buy call "
    "cancel chair check choose circulate clean close collect compile complete confirm contact "
    "copy count create cut debrief decide decline define delegate delete deliver demo describe "
    "design discuss distribute document download draft draw e-mail email end escalate explain "
    "export fetch file fill finalise finalize finish fix forward give hand hire hold implement "
    "inform install interview introduce invite join keep launch leave let list log mail make map "
    "measure meet mention merge message move name note notify offer open order organise organize "
    "pair pause pay phone pick pin ping plan post prepare present print propose protect provide "
    "publish push put raise read record register release remind remove rename repeat rephrase "
    "replace reply report request reschedule reserve respond restate rest return review revise "
    "rewrite ring run say schedule send set share shorten show shut sign sit skip sort speak spend "
    "split stand start state stay stop submit summarise summarize switch take talk teach tell test "
    "thank train translate turn type update upload use visit walk wait watch welcome write"
)
_STATES = (
    "listen be stay focus try improve think help support encourage communicate become trust learn "
    "practise practice reduce develop grow manage prioritise prioritize remember feel consider"
)
_ACT = "(?:" + "|".join(sorted(_ACTS.split(), key=len, reverse=True)) + ")"

VERB = re.compile(
    rf"(?:(?:not|never|always|also|first|only) )*(?:{_ACT}|{_STATES.replace(' ', '|')})\b"
)
"""The base form of a verb, at the beginning of a plain text."""

ENGLISH = Words(
    promise=any_of(
        r"\b(?:i|we)(?:'ll|'m going to| will| shall| am going to| are going to| plan to| need to"
        r"| have to| must| commit to| promise| intend to)\b",
        r"\blet me\b",
        r"\b(?:my (?:goal|plan|commitment|next step)|gonna)\b",
    ),
    first_person=any_of(r"\b(?:i|i'll|i'm|i'd|my plan|my goal|let me|we|we'll|let's)\b"),
    acknowledged=any_of(
        r"^(?:ok(?:ay)?|thanks?|thank you|noted|got it|understood|sure|will do|fine|great|yes|yep"
        r"|sounds good|perfect|right|on it|done|agreed|hi|hello|hey)\b"
    ),
    refused=any_of(
        r"^(?:no|nope|nothing|none|n/?a|never|no thanks|no way|pass)\W*$",
        r"\bi (?:won't|will not|refuse to|do not want to|don't want to|can't|cannot"
        r"|am not going to)"
        r" (?:commit|do (?:this|that|it|any|anything)|take part|participate|answer (?:this|that))",
        r"\bi (?:refuse|don't (?:want|feel like|care|have time)|have no time|am not interested)\b",
        r"\b(?:not interested|leave me alone|no commitment|nothing (?:to|comes))\b",
    ),
    complained=any_of(
        r"\b(?:useless|pointless|unfair|ridiculous|waste of time|hopeless|fed up|sick of"
        r"|tired of)\b",
        r"\b(?:nobody|no one|he|she|they|people|management|my \w+|the \w+) (?:never|always)\b",
        r"^(?:why (?:bother|me)|everything is|there (?:is|are) (?:too|never|no)\b)",
        r"\bi(?:'m| am) (?:exhausted|overwhelmed|swamped|so done)\b",
    ),
    reported=any_of(
        r"\b(?:i|we)(?:'ve| have) (?:already |just |finally )?(?!to\b)\w+(?:ed|en|nt|ld|de|ne"
        r"|id|ut|ad)\b",
        r"\b(?:i|we) (?:already |just |finally )?(?:sent|did|made|met|told|gave|wrote|spoke"
        r"|held|had"
        r"|put|took|went|was|were|(?!need)\w{2,}ed)\b",
        r"\b(?:already (?:done|sent|made)|(?:is|was|all) done)\b",
    ),
    opener=any_of(
        r"\b(?:when|whenever|if|once (?:the|i|we|he|she|they|my|it)\b|as soon as|every time"
        r"|each time|(?:the )?next time|while|because|since|until (?:he|she|they|i|we|it)\b|unless"
        r"|so that|who|which|why|how|what|whether)\b"
    ),
    condition=any_of(r"\b(?:if|whenever|every time|each time)\b"),
    cue=any_of(
        r"(?<!\blook )(?<!\blooking )\b(?:after|before|during)\b(?! all\b)",
        r"(?<!\bask )(?<!\bsee )(?<!\bcheck )(?<!\bknow )\b(?:if|when|whenever|as soon as"
        r"|while|once (?:the|i|we|he|she|they|my|it))\b"
        r"(?! (?:possible|needed|necessary|relevant|appropriate)\b| (?:i|we) (?:can|could"
        r"|feel like)\b"
        r"| (?:i|we) (?:have|get|find) (?:the |a |some |more |enough )?(?:time|moment|minute"
        r"|chance)"
        r"| (?:time|things) (?:permit|allow|calm|slow)| the time comes)",
        r"\b(?:every|each|next) time\b",
        r"\bat the (?:start|end|beginning|close|top|next) ?(?:of)?\b",
        r"\b(?:at|in|during|to) (?:our|my|the|each|every|his|her|their|\w+'s)(?: \w+){0,2} "
        r"(?:meeting|stand-?up|review|1:1|one-on-one|retro|retrospective|demo|planning|lunch"
        r"|breakfast|kick-?off|call|workshop|committee|off-?site|sync|session|conference|training"
        r"|interview|party|round)\b",
        r"\bat (?:lunch|noon|midnight|breakfast|stand-?up|the demo|closing)\b",
        r"\bby (?:lunch|noon|midnight)\b",
        r"\b(?:in|during|at) (?:\w+ )?(?:meetings|one-to-ones|1:1s|one-on-ones|reviews"
        r"|stand-?ups)\b",
    ),
    recurrence=any_of(
        r"\b(?:every|each)\b(?! one\b| other\b(?! (?:day|week|month|\w+day)))",
        r"\b(?:daily|weekly|fortnightly|monthly|quarterly|yearly|nightly)\b",
        r"\b(?:once|twice|\w+ times?|\d+x?) (?:a|per|every|each) (?:day|week|month|quarter|year)\b",
        r"\b(?:per|a) (?:day|week|month|meeting)\b",
        r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b|\b(?:weekdays|mornings|evenings)\b",
        r"\bin the (?:morning|evening|afternoon)\b|\bfirst thing\b|\bat night\b",
    ),
    not_due=any_of(r"\b(?:every|each|since|last|all|past|starting last)(?: \w+)?$"),
    hedge=any_of(
        r"\b(?:i|we)(?:'d| would) (?:really |very much )?(?:like|love|want|prefer)\b",
        r"\b(?:i|we) (?:really )?(?:wish|hope|want to|could|should|might|may|ought)\b",
        r"\bi(?:'ll| will| am going to|'m going to)? ?(?:try|aim|attempt|do my best)\b",
        r"(?:^|[,;] ?)(?:maybe|perhaps|ideally|hopefully|if only|possibly)\b",
        r"\bi(?:'ll| will) (?:maybe|perhaps|possibly|probably)\b",
        r"\bit would be (?:nice|good|great)\b",
    ),
    act=any_of(
        r"(?:^|\b(?:i|i'll|we|we'll|will|shall|must|to|and|then|also|not|never|don't|won't"
        r"|could|should|might|first|just"
        r"|only"
        r"|gonna|me|or|let's|he|she|they|please|by|team|\w+ly) )"
        rf"(?:(?:also|first|then|always|only|personally|each|at least|\w+ly) )*{_ACT}"
        r"(?:s|es|d|ed|ing|ting|ning|ping)?\b(?! (?:of|in mind|the lead by example)\b)",
        r"(?<!\bto )\b(?:sending|calling|asking|writing|booking|sharing|meeting with|giving|handing"
        r"|cancelling|holding|telling|inviting|posting)\b",
        rf"\b(?:will|must|should|has to|have to|needs? to) (?:\w+ )?{_ACT}\b",
    ),
    act_noun=any_of(
        r"(?:^|[:;,] ?)(?:an? |one |my |the |our |\d+ )?(?:\w+ |\d+[- ]?min(?:ute)?s? ){0,2}"
        r"(?:call|meeting|e-?mail|message|memo|workshop|1:1|one-on-one|coffee|lunch|walk|chat|talk"
        r"|presentation|demo|review|retro|check-in|conversation|interview|visit|note|report|recap"
        r"|summary|letter|invitation|invite|agenda|list|debrief)s?\b"
    ),
    mental=any_of(
        r"(?:^|\b(?:i|i'll|will|to|and|we|we'll|not|be|always|really) )(?:\w+ly )?"
        r"(?:try|think|consider|want|hope|wish|understand|realise|realize|be|become|feel|know"
        r"|reflect|aim|improve|care|remember|focus|work on|pay attention|listen|support|communicate"
        r"|encourage|manage|trust|develop|grow|prioritise|prioritize|step back|bear in mind"
        r"|keep in mind|learn|stay (?:calm|positive|patient|focused)|stop being|keep (?:calm|cool)"
        r"|delegate (?:more|better)|have (?:at most|no more than|fewer|less)"
        r"|make (?:\w+ ){1,2}feel|motivate|empower|strengthen|believe|appreciate|respect|accept"
        r"|agree)\b"
    ),
    decision=any_of(
        r"\b(?:agree|accept|approve|validate|decide|sign|choose|select|endorse)(?:s|d)?\b"
    ),
    outcome=any_of(
        r"\b(?:increase|reach|hit|raise|reduce|lower|improve|double|win|achieve|gain|retain|boost"
        r"|grow|decrease|drop|exceed|beat|cut|pass|get|bring|keep)\b(?: \S+){0,5}? "
        r"(?:sales|revenue|turnover|rates?|scores?|satisfaction|nps|churn|complaints?|accidents?"
        r"|engagement|margins?|market share|exam|certification|tender|customers|retention|profit"
        r"|absenteeism|productivity|backlog to zero|deal|contract)\b",
        r"^(?:\w+ )?(?:sales|revenue|satisfaction|nps|churn|turnover|engagement|absenteeism)\b",
        r"\b(?:zero|no|\d+|fewer|less) (?:\w+ )?(?:accidents|complaints|defects|incidents)\b",
    ),
    pushing=any_of(
        r"\bget (?!back|ready|up|access|on|down|through|in|out|to)(?:\w+ ){1,3}to \w+",
        r"\bget (?:\w+ ){1,4}(?:signed|approved|validated|accepted|agreed|on board)\b",
        r"\b(?:make|have) (?:him|her|them|people|my team|the team|my boss|everyone) \w+",
        r"\b(?:force|push|convince|persuade|oblige) (?:\w+ )+",
        r"\b(?:make sure|ensure|see to it)(?: that)? (?!i\b|to\b|my calendar)",
        r"\bso that (?:he|she|they|the team|my team)\b",
    ),
    third=any_of(
        r"^(?:and |so |then )?(?:he|she|they|it|everyone|everybody|someone|somebody|nobody|people"
        r"|management|hr|it team|(?:my|our|the|his|her|their|each|every|all"
        r"|some)(?: [\w'-]+){1,4}?)"
        r" (?:\w+ly )?(?:will|must|should|shall|has to|have to|needs? to|is|are|can|agrees?"
        r"|accepts?"
        r"|stops?|delivers?|validates?|approves?|signs?|improves?|reach(?:es)?|responds?"
        r"|finish(?:es)?|answers?|changes?|gets?|sends?|starts?|gives?|takes?|closes?|decides?)\b"
    ),
    third_named=any_of(
        r"^(?:and |so |then )?[A-Z][\w'-]+(?: (?:and|&) [A-Z][\w'-]+)? (?:\w+ly )?"
        r"(?:will|must|should|shall|has to|have to|needs? to|is|are|[a-z]+[a-rt-z]s)\b"
    ),
    jointly=any_of(r"\b(?:we|we'll|let's)\b"),
    team_output=any_of(
        r"\b(?:deliver|ship|finish|complete|release|launch|close|reach|fix|reduce|improve|migrate"
        r"|publish|win|hit|meet the|respect|be on time)\b"
    ),
    deliverable=any_of(
        r"\b(?:list|notes?|recap|summary|agenda|document|doc|page|memo|invites?|invitation|slots?"
        r"|brief|checklist|message|e-?mail|decision|sentence|template|table|ticket|timer|report"
        r"|plan|draft|proposal|slides?|deck|minutes|calendar|roadmap|file|form|survey|schedule)\b"
    ),
    open_amount=any_of(
        r"(?<!\bno )(?<!\d )\b(?:more|less|fewer)\b(?! than \d)",
        r"\ba (?:bit|little|few|lot)\b|\blots of\b|\b(?:several|certain|many|much)\b",
        r"\bsome\b(?!one\b| time on\b)|\bquite a lot\b|\b(?:people|folks|things|stuff)\b",
        r"\bhere and there\b|\b(?:longer|shorter|faster)\b|\b(?:from time to time|now and then)\b",
        r"\b(?:ask|send|give|hold|write|share|schedule|post|book|make|organi[sz]e|set) "
        r"(?:(?:more|better|open|regular|short|clear) )?(?:questions|updates|meetings"
        r"|compliments|e-?mails|messages|reviews|workshops"
        r"|feedback|praise|breaks|deadlines|notes|reports|calls|one-on-ones)\b",
    ),
    closed_amount=any_of(r"\b(?:no more|more than|less than|fewer than)\b(?= \d| \w+ )"),
    counted=any_of(
        r"\b(?:\d+(?:[.,]\d+)?|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|zero)"
        r"(?:[- ](?!percent)[a-z]\w+|(?= ?%))",
        r"\b(?:one|single|both|half) (?!to\b|of\b|day\b|on\b)[a-z]\w+",
    ),
)
