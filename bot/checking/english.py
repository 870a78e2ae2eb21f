"""The closed classes of English."""

import re

from bot.checking.english_verbs import opens_with_verb, says_of_others
from bot.checking.lexicon import Kind, Lexicon, Role, any_of, kinds, one_of

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MONTHS = "january february march april may june july august september october november december"
_CALENDAR = f"{_WEEKDAYS} {_MONTHS} today tonight tomorrow morning afternoon evening week month"
_FUNCTION = (
    "before after during every until within because whenever going should would could ideally "
    "maybe perhaps weekly monthly meeting meetings yesterday quarter deadline next"
)
_REAL = (
    "weeks months mornings match marsh marched mayor moth mouth weak weekly weekend other later "
    "alter never quitter greeting mating metering matching dating doing wound world cold after "
    "sounds soundly fiddly daily augusta decide augustus marches sundry ever very everyone "
    "quarters quarterly meeting eating during untill mondays tuesdays wednesdays thursdays fridays "
    "saturdays sundays evenings afternoons deadlines mapping month monthly montly seating wearing "
    "giving gong goings shoulder shouldn wouldn couldn shoulds untie united"
)

EVENT = one_of(
    "meeting meetings stand-up stand-ups standup standups daily scrum review reviews 1:1 1:1s 1-1 "
    "1-1s 121 121s 1on1 1on1s 1-to-1 1-to-1s one-on-one one-on-ones one-to-one one-to-ones retro "
    "retros retrospective demo demos planning lunch breakfast dinner kick-off kickoff call calls "
    "workshop workshops committee steering steerco copil comex codir board off-site offsite sync "
    "session sessions conference training interview interviews party round handover shift huddle "
    "town-hall townhall all-hands appraisal briefing debrief presentation launch release sprint "
    "holidays vacation break weekend seminar audit event coffee hackathon summit webinar catch-up "
    "catchup check-in checkin visit commute appointment gathering ceremony deployment go-live "
    "onboarding offboarding rehearsal tour walk discussion conversation exam pitch showcase "
    "roundtable drinks talk qbr pulse"
)
_MEETINGS = one_of(
    "meeting meetings stand-up standup daily review retro retrospective 1:1 1:1s one-to-one lunch breakfast "
    "dinner coffee kick-off kickoff call workshop session sync huddle offsite off-site all-hands townhall "
    "debrief briefing catch-up check-in drinks lessons-learned postmortem post-mortem walk brainstorm "
    "team-building barbecue bbq party visit training"
)
_PERIOD = one_of(
    "day days weekday weekdays week weeks month months quarter quarters year years morning "
    "mornings afternoon afternoons evening evenings night sprint fortnight hour weekend weekends "
    "mon tue wed thu fri " + _WEEKDAYS
)
_DET = one_of("the my our his her their your a an this that each every any all next another its")

_USUAL_ACTS = (
    "add announce answer archive arrange ask assign attend block book brief bring build buy call "
    "cancel chair check choose circulate clean clear close collect compile complete confirm "
    "contact jot copy count create cut debrief decide decline define delegate delete deliver demo "
    "describe design discuss distribute document download draft draw drop e-mail email end "
    "escalate explain export fetch file fill finalise finalize finish fix forward give hand hire "
    "hold implement inform install interview introduce invite join keep launch leave let list log "
    "mail make map measure meet mention merge message move mute name note notify offer open order "
    "organise organize pair pause pay phone pick pin ping plan post prepare present print propose "
    "protect provide publish push put raise read record register release remind remove rename "
    "repeat rephrase replace reply report request reschedule reserve respond restate return review "
    "revise rewrite ring run say schedule send set share shorten show shut sign sit skip sort "
    "speak spend split stand start state stop submit summarise summarize switch take talk teach "
    "tell test thank train translate turn type update upload use visit wait walk watch welcome "
    "write text chat grab do go get have"
)
VERB = re.compile(
    rf"(?:(?:not|never|always|also|first|only) )*(?:{one_of(_USUAL_ACTS)}|listen|be|stay|focus|try"
    r"|improve|think|help|support|encourage|communicate|become|trust|learn|practise|practice"
    r"|reduce|develop|grow|manage|prioritise|prioritize|remember|feel|consider)\b"
)
"""The base form of a verb, at the beginning of a plain text."""

_OF_OTHERS = (
    f"{_USUAL_ACTS} accept agree approve validate improve reach respond change arrive need want "
    "understand hit win stay apologise apologize sell achieve commit stick handle"
)


def _inflected(*verbs: str) -> set[str]:
    """Return all regular forms of verbs; the odd ones are written out."""
    return {form for verb in " ".join(verbs).split() for form in _forms(verb)}


def _forms(verb: str) -> set[str]:
    stem = verb[:-1] if verb.endswith("e") else verb
    third = _third(verb)
    past = f"{verb[:-1]}ied" if third.endswith("ies") else f"{stem}ed"
    return {verb, third, past, f"{stem}ing", f"{verb}ing"}


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeou":
        return f"{verb[:-1]}ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


_KINDS = kinds(
    (
        (
            Kind.STATE,
            _inflected(
                "be become feel stay remain trust hope know care value respect appreciate believe "
                "accept embrace seem stress panic doubt fear regret judge blame trust tolerate love like enjoy hate worry relax want "
                "listen empower encourage support motivate inspire own empathise empathize "
                "strive commit behave act "
            )
            | set("being been am is are felt known became was were".split())
            - set("commit committed committing commits act acts acted acting".split()),
        ),
        (
            Kind.MENTAL,
            _inflected(
                "think consider reflect remember realise realize understand prioritise prioritize "
                "overthink focus concentrate ponder meditate imagine assume forget refocus anticipate "
                "bear mind rethink reconsider"
            )
            | set("thought understood remembered".split()),
        ),
        (
            Kind.DEVELOPMENT,
            _inflected(
                "improve develop grow learn evolve progress strengthen enhance optimise optimize "
                "progress mature cultivate nurture foster adapt work collaborate "
                "cooperate manage lead boost master practise practice streamline simplify"
            )
            | set("learnt learned led grew".split()),
        ),
        (Kind.DECISION, _inflected("agree approve validate endorse decide")),
        (
            Kind.LIGHT,
            _inflected("have take make give show pay keep set build create find put offer do "
                       "demonstrate display maintain adopt bring assume lend")
            | set("having taking making giving".split()),
        ),
        (
            Kind.OUTCOME,
            _inflected(
                "increase reduce raise reach achieve lower decrease double triple exceed win gain "
                "hit pass beat attain halve retain minimise minimize maximise maximize land "
                "secure cut bring drop keep get meet earn save obtain sell outperform surpass smash crush push drive"
            )
            | set("won met winning hitting getting cutting dropping beating".split()),
        ),
    )
)  # fmt: skip

_ATTITUDE = any_of(
    r"(?:(?:more|less|better|fully|really|very|so|too|fairly) )?"
    + one_of(
        "attention patience patient calm care trust confidence empathy respect mindset attitude "
        "mood positivity positive presence autonomy recognition appreciation openness courage "
        "humility kindness awareness perspective faith effort efforts sense ownership commitment "
        "interest composure temper cool control balance transparency leadership "
        "credit focus distance clarity listening energy enthusiasm curiosity compassion "
        "open-minded assertiveness assertive resilience spirit cohesion collaboration motivation "
        "engagement communication understanding visibility rigour rigor discipline fairness "
        "supportive understanding approachable relationship relationships vibes joy smile fun love light warmth passion "
        "humour humor assurance authenticity honesty sincerity loyalty solidarity courtesy politeness generosity "
        "wisdom maturity professionalism discernment punctuality perseverance tenacity flexibility adaptability "
        "creativity proactivity initiative ego stress pressure anxiety anger frustration perfectionism judgment "
        "backbone grit guts spine blame grudge guard sarcasm mindset resentment cynicism negativity mindfulness serenity peace hope belief pride self-awareness self-confidence integrity excellence "
        "heart emotions feelings dignity gratitude optimism optimistic ambition tolerance tact"
    ),
    r"in mind",
    r"(?:a )?step back",
    r"my best",
    r"(?:more |enough )?(?:room|space)",
    r"(?:for )?granted",
    r"an open (?:mind|door)",
    r"eyes? open",
    r"the big picture",
    r"things slower",
    r"(?:myself )?in (?:his|her|their) shoes",
)

_SURE = re.compile(rf"{one_of(_USUAL_ACTS)}(?![\w-])(?! (?:of|is|was|are|with #)\b)")

ENGLISH = Lexicon(
    lang="en",
    elides=False,
    accented=(),
    short_forms={
        "u": "you", "ur": "your", "r": "are", "n": "and", "y'all": "you", "im": "i'm",
        "ill": "i'll", "ive": "i've", "iam": "i am", "il": "i'll", "i'l": "i'll", "wil": "will",
        "wll": "will", "dont": "don't", "wont": "won't", "cant": "can't", "didnt": "didn't",
        "doesnt": "doesn't", "isnt": "isn't", "havent": "haven't", "shouldnt": "shouldn't",
        "wouldnt": "wouldn't", "couldnt": "couldn't", "lets": "let's", "thats": "that's",
        "gonna": "going to", "gunna": "going to", "wanna": "want to", "gotta": "have to",
        "hafta": "have to", "needa": "need to", "lemme": "let me", "imma": "i'll",
        "shoulda": "should have", "gimme": "give me", "tryna": "trying to",
        "tmrw": "tomorrow", "tmr": "tomorrow", "tmw": "tomorrow", "tmrow": "tomorrow",
        "tomoz": "tomorrow", "tomo": "tomorrow", "tomorow": "tomorrow", "2moro": "tomorrow",
        "2morrow": "tomorrow", "2mrw": "tomorrow", "tmmrw": "tomorrow", "tommorow": "tomorrow",
        "tmrrw": "tomorrow", "2day": "today", "2nite": "tonight", "tonite": "tonight",
        "tdy": "today", "2nd": "2nd", "wk": "week", "wks": "weeks", "wknd": "weekend",
        "mth": "month", "yr": "year", "qtr": "quarter", "hr": "hr", "hrs": "hours",
        "min": "minutes", "mins": "minutes", "nxt": "next", "evry": "every", "evr": "ever",
        "mtg": "meeting", "mtgs": "meetings", "msg": "message", "msgs": "messages",
        "b4": "before", "bfr": "before", "bf": "before", "aft": "after", "bc": "because",
        "cuz": "because", "coz": "because", "cos": "because", "pls": "please", "plz": "please",
        "thx": "thanks", "thnx": "thanks", "ty": "thanks", "tks": "thanks", "w": "with",
        "abt": "about", "ppl": "people", "smth": "something", "sth": "something",
        "tho": "though", "fwd": "forward", "sched": "schedule", "pres": "presentation",
        "prez": "presentation", "doc": "document", "docs": "documents", "appt": "appointment",
        "asap": "asap", "eod": "eod", "mon": "monday", "tue": "tuesday", "tues": "tuesday",
        "weds": "wednesday", "wed": "wednesday", "thu": "thursday", "thur": "thursday",
        "thurs": "thursday", "fri": "friday", "wkly": "weekly", "pm": "pm",
        "jan": "january", "feb": "february", "febr": "february", "apr": "april",
        "aug": "august", "sept": "september", "oct": "october", "nov": "november",
        "dec": "december", "mgmt": "management", "k": "ok", "okey": "ok", "yup": "yes",
        "yep": "yes", "cld": "could", "shld": "should", "wld": "would", "probs": "probably",
        "def": "definitely", "defo": "definitely", "idk": "i don't know", "btw": "by the way",
        "atm": "at the moment", "convo": "conversation", "diff": "different", "cal": "calendar",
        "tht": "that", "teh": "the", "hte": "the", "thier": "their", "adn": "and", "nd": "and",
        "wiht": "with", "wth": "with", "fro": "for", "taht": "that", "wehn": "when",
        "whne": "when", "evey": "every", "whn": "when", "bye": "bye", "frm": "from",
        "untill": "until", "till": "until", "til": "until", "'til": "until", "becuase": "because",
        "shedule": "schedule", "i'v": "i've", "mornin": "morning",
    },
    glued=((re.compile(r"(\d{1,2})(?:hrs?|hours?)"), r"\1 hours"),
           (re.compile(r"(\d+)(?:mins?|minutes?)"), r"\1 minutes"),
           (re.compile(r"(\d+)x"), r"\1 times")),
    phrases=(
        (re.compile(r"(?i)\b([ap])\.m\.?(?!\w)"), r"\1m"),
        (re.compile(r"(?i)(?<![\w/])w/(?!o)(?= ?\w)"), "with "),
        (re.compile(r"(?i)(?<![\w/])w/o\b"), "without"),
        (re.compile(r" & "), " and "),
        (re.compile(r"(?i) @ ?(?=\d)"), " at "),
        (re.compile(r"(?i)\b(\d{1,2})\.(\d\d) ?([ap]m)\b"), r"\1:\2\3"),
        (re.compile(r"(?i)\b(mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)\.(?= \w)"), r"\1"),
        (re.compile(r"(?i)\b(by|on|before|until|this|next|every|each|sat and|or) sat\b"),
         r"\1 saturday"),
        (re.compile(r"(?i)\b(by|on|before|until|this|next|every|each) sun\b"), r"\1 sunday"),
        (re.compile(r"(?i)\bsat (?=morning|afternoon|evening|night|am\b|pm\b|at \d|\d)"), "saturday "),
        (re.compile(r"(?i)\bsun (?=morning|afternoon|evening|night|am\b|pm\b|at \d|\d)"), "sunday "),
        (re.compile(r"(?i)\b(mr|mrs|ms|dr|st|prof|no)\. (?=\w)"), r"\1 "),
        (re.compile(r"(?i)\b(at|in|before|after|for|during) ((?:mon|tues|wednes|thurs|fri)day)s (?=\w)"),
         r"\1 \2's "),
        (re.compile(r"(?i)\b(at|by|from|until|before|after) ([01]?\d|2[0-3])\.([0-5]\d)\b(?!\.|%)"), r"\1 \2:\3"),
        (re.compile(r"(?<![\d.])([0-3]?\d)\.([01]?\d)\.(?=\s|$)"), r"\1/\2"),
        (re.compile(r"(?i)\bit(?: would|'d|d| might| could)(?: perhaps| maybe| really)? be \w+"
                    r" (?:for me to|to|if i|that i)\b"), "i would like to"),
        (re.compile(r"(?i)\b(?:what(?:'s| is) going to happen|what (?:i(?:'m| am|'ll|ll| will)|we(?:'ll|ll| will))"
                    r"[\w ]{1,20}?) is(?: that)? "), ""),
        (re.compile(r"(?i)\bwould be (?:\w+ )?\w+ to\b"), "would like to"),
        (re.compile(r"\b24/7\b"), "always"),
        (re.compile(r"(?i)\b(make sure|making sure|see to it|ensure) that\b"), r"\1"),
        (re.compile(r"(?i)\bto-?morrow\b"), "tomorrow"),
        (re.compile(r"(?i)\bstand ups?\b"), "stand-up"),
        (re.compile(r"(?i)\b(?:one on one|one to one|1 on 1|1 to 1|1 - 1)\b"), "1:1"),
        (re.compile(r"(?i)\bkick off\b"), "kick-off"),
        (re.compile(r"(?i)\bcatch up (with)\b"), r"meet \1"),
        (re.compile(r"(?i)\bcheck ins?\b"), "check-in"),
        (re.compile(r"(?i)\bi m\b"), "i'm"),
        (re.compile(r"(?i)\bi ll\b"), "i'll"),
        (re.compile(r"(?i)\bet al\b|\betc\.?(?!\w)"), ""),
    ),
    correctable=tuple(f"{_CALENDAR} {_FUNCTION}".split()),
    real_words=frozenset(_REAL.split()),
    acknowledged=re.compile(
        r"^(?:(?:" + one_of("ok okay thanks noted understood sure fine great yes perfect right "
                            "agreed hi hello hey cool alright done deal bye absolutely "
                            "definitely yeah certainly cheers nice awesome promise promised copy")
        + r"|thank you(?: (?:so|very) much)?|got it|gotcha|will do|sounds good|on it|good point"
        r"|makes sense|fair enough|i see|i agree|of course|no problem|no worries|consider it done"
        r"|i(?:'m| am) on it|i understand|you(?:'re| are) (?:right|welcome)|good (?:idea|morning)"
        r"|i(?:'ve| have) (?:read|seen|noted) (?:it|this|that)|that works|works for me"
        r"|i will do(?: it| that| this)?|(?:it )?will be done|for (?:the|your) \w+|a lot|team)"
        r"(?:[ ,.!]+|$))+"
    ),
    refused=any_of(
        r"not (?:setting|doing|committing|promising|changing|signing up|going to)\b(?: to)? (?:any|a|this|that|it|do)",
        r"i (?:am )?not (?:doing|setting|committing|promising)",
        r"^(?:no|nope|nah|nothing|none|n/?a|never|pass)$",
        r"^(?:no|nope|nah)(?: thanks| thank you| way| need)?[ ,]",
        r"no (?:thanks|thank you|way)",
        r"i (?:will|am|can|could|do|would)(?: really)? not (?:going to |want to |wish to |plan to "
        r"|intend to )?(?:commit|do (?:this|that|it|any|anything|your)|take part|participate"
        r"|play|change|answer (?:this|that|your)|fill|make any|set any|sign up|bother|be doing)",
        r"i (?:really )?(?:do not|am not) (?:want|feel like|care|interested|have (?:the |any )?time"
        r"|see (?:the|any|why)|need|wish|committing|going to (?:commit|do))",
        r"i (?:refuse|decline)",
        r"i (?:would|will) rather not|i will pass|i am out|i have no (?:time|intention|interest)",
        r"not (?:interested|happening|for me|going to happen|now|today|this (?:week|time)$)",
        r"(?:i |we )?(?:no|not|never|don't|do not|will not) promis\w+|too \w+ to (?:commit|promise|think)"
        r"|(?:i |we )?can ?not|my boss decides?|boss decide\w*"
        r"|leave me alone|count me out|no commitment|nothing (?:to|comes)|forget it|out of the "
        r"question|stop asking|skip this|none of your",
    ),
    complained=any_of(
        r"(?!i |we )(?:[\w'-]+ ){1,4}(?:do|does|did|can|could|has|have|is|are|was|were) not",
        r"(?:and |so )?i (?:could|can|did|was) not|(?:i|we) have (?!to\b|lunch|coffee|dinner|breakfast|a call|a chat|a word|a talk|a meeting|1:1|an?\b)",
        r"(?:\w+ ){0,6}?useless|pointless|unfair|ridiculous|waste of (?:my )?time|hopeless|fed up|sick of"
        r"|tired of|nonsense|a joke|makes no sense|annoying|frustrating|unbearable|a mess"
        r"|a nightmare|impossible|so many|way too",
        r"(?:nobody|no one|he|she|they|people|management|everyone|everybody|we|it|my \w+|the \w+"
        r"|our \w+|this \w+)(?: (?:just|really|still))? (?:never|always|keep|keeps|cannot|can not"
        r"|does not|do not)",
        r"why (?:bother|me)|everything is|there (?:is|are) (?:too|never|no|so|always)|too (?:much"
        r"|many|long|late|slow)",
        r"i (?:am|feel)(?: \w+)? (?:exhausted|overwhelmed|swamped|done|drowning|tired|stressed"
        r"|burnt|burned|frustrated|stuck|lost|not \w+)",
        r"i (?:never|always|can not|hardly|barely|do not (?:know|understand|have|get|see"
        r"|think|like))",
        r"i (?:have|had) (?:too|no|so|enough|got)",
    ),
    filler=re.compile(
        r"(?:we will see|we shall see|let us see|let's see|you know|please god|somehow|haha|lol|omg"
        r"|fingers crossed|god willing|inshallah|for real|no excuses|no matter what|that is it"
        r"|end of story|full stop|period|as usual|as agreed|as discussed|as promised|always|promise"
        r"|whatever|i guess|i suppose|i swear|honest|seriously|i mean|thanks|sorry|dunno|tbh"
        r"|not me|of course|alas|indeed|so to speak)[ ,.!]*"
    ),
    reported=re.compile(
        r"^(?:(?:the|my|our|his|her|their|this|that|these|those|we|he|she|they|it|everyone|nobody"
        r"|[a-z]+)(?: [\w'#-]+){0,6}? )?(?:was|were|had|did|has been|have been|broke|went|came|forgot"
        r"|could not|did not|was not|were not|got (?!to)|has (?:\w+ed|gone|left|taken|given|sent))\b"
        r"(?! to (?:be )?\w+ed by)"
        r"|^(?:he|she|they|it|we|(?:my|the|our) \w+)(?: just| already| finally)? (?!need|\w+eed)\w+ed\b"
        r"|^(?:sat|spoke|told|met|gave|went|took|wrote|had|did|made|saw|got|spent|ran|held|said|found"
        r"|thought|\w{2,}(?<!e)ed (?!by\b|for\b|to\b|on\b|in\b|and\b|#)) "
        r"|"
        r"^(?:and |so |but |well |then |also |ok |yes |# |last \w+ |yesterday |# ?,? )*(?:i|we)"
        r"(?: have| had)?(?: (?:already|just|finally|also|not|never|even|recently|both))*"
        r" (?:(?!need|embed|feed|proceed|speed|exceed|succeed|shed|wed)\w{2,}ed|"
        + one_of("sent did made met told gave wrote spoke held had took went was were saw got "
                 "said ran done written spoken given taken gone been seen kept left found "
                 "brought began begun chose chosen built taught thought came forgot caught "
                 "understood lost spent bought paid led felt became hid drove won sold knew grew "
                 "heard showed shown stood sat") +
        r")\b(?! to )"
        r"|^(?:i |we |it |that |this |all )?(?:is |was |are |were |has been |been )?already "
        r"|^(?:it|that|this|all|the \w+|my \w+) (?:is|was|has been|went|were|are)"
        r" (?:\w+ )?(?:done|sent|finished|complete|completed|made|ok|fine|great|well|good|signed"
        r"|closed|shared)\b"
        r"|^(?:\w+ )?(?:yesterday|last (?:week|month|year|night|monday|tuesday|wednesday|thursday"
        r"|friday|quarter|time|sprint))\b"
        r"|^(?:done|sent|finished|completed|called|shared|spoke|met|told|wrote)\b"
    ),
    asked=re.compile(
        r"^(?:so |but |and |ok |hi |hello |hey |well |# )*(?:"
        r"(?:should|shall|can|could|would|do|does|did|is|are|am|have) (?:i|you|we|it|this|that|the|he|she"
        r"|they|my|there)"
        r"|(?:what|why|how|who|where|which) (?:do|does|did|should|can|could|would|is|are|am|about|if|to"
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
    subordinators={
        "when": Role.CUE, "whenever": Role.CUE, "as soon as": Role.CUE, "while": Role.CUE,
        "once": Role.CUE, "before": Role.CUE, "after": Role.CUE, "until": Role.CUE,
        "the moment": Role.CUE, "next time": Role.CUE, "the next time": Role.CUE,
        "by the time": Role.CUE, "the minute": Role.CUE, "the day": Role.CUE,
        "if": Role.CONDITION, "every time": Role.CONDITION, "each time": Role.CONDITION,
        "any time": Role.CONDITION, "anytime": Role.CONDITION, "everytime": Role.CONDITION,
        "as long as": Role.CONDITION, "in case": Role.CONDITION, "unless": Role.CONDITION,
        "even if": Role.CONDITION, "because": Role.REASON, "since": Role.REASON,
        "as": Role.REASON, "although": Role.REASON, "though": Role.REASON,
        "even though": Role.REASON, "given that": Role.REASON, "now that": Role.REASON,
        "whereas": Role.REASON, "so that": Role.PURPOSE, "in order to": Role.PURPOSE,
        "so as to": Role.PURPOSE, "so": Role.PURPOSE, "who": Role.RELATIVE,
        "which": Role.RELATIVE, "whose": Role.RELATIVE, "that": Role.RELATIVE,
        "where": Role.RELATIVE, "what": Role.CONTENT, "whether": Role.CONTENT,
        "why": Role.CONTENT, "how": Role.CONTENT,
    },
    no_subordinator=re.compile(
        r"<once> (?!(?:i|we|he|she|they|it|the|my|our|his|her|everyone|you|this|that|done)\b)"
        r"|<(?:before|after|until)> (?!(?:i|we|he|she|they|it|you|everyone|anyone|somebody"
        r"|someone)\b)"
        r"|<that> (?!(?:i|we|he|she|it|they|you|the|a|my|our|his|her|their|this|there|no"
        r"|everyone|was|were|is|are|has|have|need|needs|keeps?|works?|will|can)\b)"
        r"|(?:after|before|like|on|at|about|for|by|of|do|with|in|and|to|from|than) <that>"
        r"|<since> (?!(?:i|we|he|she|they|it|the \w+ (?:is|are|was|has)|my|our|nobody|people)\b)"
        r"|<as> (?!(?:i|we|he|she|they|it|everyone) )"
        r"|<so> (?!(?:i can|we can|he|she|they|everyone|the|my|our|people|it)\b)"
        r"|<while> (?!\w+)|(?:a|little|short|long) <while>"
        r"|(?:^|the|a|no|this|that) <where>|<how> (?:many|much)|(?:no matter) <what>"
        r"|(?:\bas) <if>"
        r"|<(?:the day)> (?:after|before|of)"
        r"|^ <(?:what|how|why|who|which|where)>"
    ),
    telling=any_of(
        r"(?:tell|telling|text|inform|remind|e-?mail|message|say|explain|announce|let|write|warn|notify|told)"
        r"(?: [\w'-]+){0,4}$"
    ),
    asking=any_of(r"(?:ask|asking|see|check|know|wonder|tell|find out|decide|say|confirm|unsure)"
                  r"(?: [\w'-]+){0,4}$"),
    coordinators=frozenset("and then so but or also plus".split()),
    goes_on=re.compile(rf"(?:then |also |not |never |will |to )*(?:{one_of(_USUAL_ACTS)}|be|stay|keep|trust"
                       r"|respect|listen|improve|think|feel|remain|focus)(?![\w-])"),
    acts_on=re.compile(r"(?:\w{3,}(?<!s)(?<!ed)) (?:down|up|out|him|her|them|me|my|our|his|their)\b"),
    takes_over=frozenset("he she they it".split()),
    concluding=frozenset({"so"}),
    concluded=re.compile(r"(?:and )?so i\b"),
    turning=frozenset("but so".split()),
    opening=re.compile(
        r"(?:(?:and|then|so|but|ok|okay|yes|well|also|first|next|plus|now|today|alright|right"
        r"|sure|thanks|noted|hi|hello|hey|honestly|seriously|actually|anyway|basically|personally"
        r"|instead|finally|afterwards|please|definitely|again|just|by the way|in short"
        r"|from now on|of course|this time|for once|ok so|to be (?:honest|clear|concrete)"
        r"|as (?:a|of) (?:manager|team lead|leader|now|today|result)"
        r"|(?:my |the |a )?(?:\w+ )?(?:goal|plan|commitment|next step|action|promise|objective"
        r"|task|to-?do|aim|resolution|challenge|target|step|idea|experiment|habit)"
        r"(?: for| this| of| #)*(?: \w+)? (?:is|:|=|will be|would be)(?: to| that| simple)?"
        r"|(?:maybe|perhaps|ideally|hopefully|possibly|probably|omg|lol|oh|yeah|nah|um|uh)"
        r"|(?:goal|plan|commitment|next step|action|promise|objective|todo|to-do)(?: #)?"
        r"|(?:starting|from|by|on|before|until|this|at|around|after|in|during|within|for|as of"
        r"|starting with|beginning|no later than|not later than|latest|at the latest|every|each)? ?#"
        r"(?: (?:morning|afternoon|evening|at the latest|latest|sharp|onwards|on|first thing))*"
        r"|(?:morning|afternoon|evening|at the latest)"
        r"|[,:.-])(?= |$) ?)+"
    ),
    governors=any_of(
        r"i (?:will )?(?:promise|commit|swear|guarantee|pledge|undertake|decide|decided|confirm)"
        r"(?: \w+)?$",
        r"(?:make|making) sure(?: that)?$",
    ),
    writer=re.compile(r"\b(?:i|we)\b"),
    first=frozenset({"i"}),
    joint=frozenset({"we", "us"}),
    joint_here=re.compile(r"\bwe |^(?:let |# )*us\b"),
    kinds=_KINDS,
    infinitive=re.compile(r"(?:to |not |never )?(?:" + one_of(_USUAL_ACTS + " be stay keep "
        "improve ensure") + r")\b(?!'| (?:will|must|is|are|has) )"),
    noun_phrase=re.compile(r"(?:more|less|better|fewer|no|zero|at most|max|maximum|no more than|never more than) "),
    countable=re.compile(r"^(?:no|zero|fewer) |\w{3,}[^s]s\b|^(?:more|less) \w+ing\b"),
    usual_acts=re.compile(rf"{one_of(_USUAL_ACTS)}(?![\w-])(?! (?:of|is|was|are|with #)\b)"),
    auxiliaries=re.compile(
        r"(?:(?:will|shall|(?:am|are|is)(?= (?:not|going|\w+ing|gonna|to|also|planning|committed|about|just|now"
        r"|always|never|really|definitely)\b)|be(?= \w+ing)|must|need(?:s)? to|ha(?:ve|s) to|have got to|going|to|not"
        r"|never|always|also|really|just|first|only|now|then|instead|personally|definitely"
        r"|actually|finally|each|at least|do|can|could|should|would|might|may|like|love|want"
        r"|wish|hope|hopefully|maybe|perhaps|probably|possibly|ideally|try|trying|aim|attempt"
        r"|plan|planning|commit|committing|promise|intend|intending|decided?|choose|mean"
        r"|start(?:ing)?(?: by| to)?|begin(?:ning)?(?: by| to)?|continue(?: to)?|keep on"
        r"|stop|avoid|refrain from|resist|make sure(?: that)?(?: i| to)|be sure to|remember"
        r"|make (?:it )?(?:a point|an effort)(?: of| to)?|make time|take (?:the )?time|take"
        r" (?:a |\d+ )?(?:moment|minutes?) to|get around|get"
        r" (?:back )?to|go (?:and )?|come(?: and)?|use # to|ought|prefer|aim|ready|able"
        r"|committed|about|be able to|i|we|#|systematically|\w+ly) )*"
    ),
    hedged=any_of(
        r"would (?:really |very much |so |also |rather |be )?\w+",
        r"(?:it|that) (?:will|might) be (?:nice|good|great)",
        r"(?:i wish|wish(?:ing)? (?:to|i|that)|hope (?:to|that|i|we|he|she|they|the|my)|hoping|want|wanting|could|should|might|may|ought|maybe|perhaps|ideally"
        r"|hopefully|possibly|probably|if only|try|trying|attempt|aim to|aiming to|do my best"
        r"|considering|thinking (?:of|about)|tempted|consider|dream|potentially"
        r"|would be (?:nice|good|great|better))",
    ),
    surely_verb=lambda words: bool(_SURE.match(words)),
    opens_with_verb=opens_with_verb,
    says_of_others=says_of_others,
    third=re.compile(
        r"^(?:(?!(?:plan|goal|aim|need|want|hope|hoping|love|like|time|ready|going|able|ask|tell|get|try"
        r"|trying|help|invite|remind|maybe|commit|promise|use|want|choose|learn|agree|decide|start"
        r"|happy|keen|offer|it|not|how|way|chance|has|have|had|used|be|manage|remember|also|go|come|down|up|back|on|over"
        r"|out|off|deck|draft|slides?|call|e-?mail|notes?|thanks)s?\b)[\w'-]+ ){1,3}to (?:post|send|do|take|run|lead"
        r"|write|give|prepare|deliver|finish|present|make|share|submit|sign|check|handle|stop|own"
        r"|update|review|bring|come|join|respond|reply|answer)\b(?<!need to)"
        r"|^(?:the team |(?!(?:i|we|to|please|let|make|ask|tell|check|ensure|see|have|get|if|not"
        r"|send|remind)\b)"
        r"[\w:-]+(?: [\w:'-]+){0,5}? )"
        r"(?:will|must|should|shall|has to|have to|needs? to|can|could|would|might|may|is|are"
        r"|won't|is going to|are going to|gets?)\b(?! you| u\b)"
        r"|^(?:he|she|they|it|everyone|everybody|someone|somebody|nobody|no one|people|management"
        r"|hr|legal|finance|sales|marketing|it|(?:the|my|our|his|her|their|each|every|all|both)"
        r"(?: [\w:-]+){1,3}?|(?:the |my |our )?(?:team|boss|client|customer|supplier|board|staff|crew))(?<! each)(?<! the)(?<! my)(?<! of)(?<! all)(?<! our)(?<! a)(?<! both)(?<!\d)(?<! two)(?<! three)(?<! five)(?: (?:all|both|each|\w+ly|never|always|also"
        r"|finally|no longer))* (?:"
        + one_of(" ".join(_third(verb) for verb in _OF_OTHERS.split()))
        + r") (?:me|us|him|her|them|the|a|an|my|our|his|their|its|to|on|by|before|with|his|#|\d+"
        r"|every|all|in|at|that|it|more|less|for|this|about|out|up|off|down|back|and|faster"
        r"|better|interrupting)\b"
        r"|^(?:(?!(?:" + one_of(_USUAL_ACTS) + r") )[a-z]\w+)(?: (?:and )?\w+){0,2}? (?:signs|sends|delivers|agrees"
        r"|approves|decides|accepts|finishes|arrives|validates|gives|takes|brings|fixes|installs|builds|writes"
        r"|pays|buys|hires|trains|handles|repairs|completes|submits|confirms|publishes|provides) [a-z]\w+"
        r"|^(?:the|my|our|all|people|they|both)(?: [\w:-]+){0,2}? "
        r"(?:feel|know|trust|understand|get|have|are|want|need|agree|believe|stay|become) "
        r"|^(?:they|all|everyone|everybody|the|my|our|both|people)(?: [\w:-]+){0,3}? "
        r"(?:agree|accept|approve|deliver|finish|arrive|sign|respect|stop|start|improve|send"
        r"|submit|reach|validate) (?:me|us|the|a|an|my|our|their|to|on|by|before|with|#|\d+|all"
        r"|in|at|that|it)\b"
    ),
    cannot_do=re.compile(
        r"^(?!(?:the|my|our|his|her|their|each|every|he|she|they|everyone|everybody|all)\b)(?:[\w:-]+ ){0,7}?"
        r"(?:notes|calls|reviews|visits|plans|reports|posts|drafts|orders|offers|shares|emails|updates|drops"
        r"|hands|lists|files|records|tests|shows|talks|walks|chats|books|requests|answers|questions"
        r"|changes|stops|starts|ends|cuts|copies|prints|messages|texts|forms|designs|documents|leads"
        r"|checks|invites|thanks|sets|sorts|bookings|labels|tours|moves|runs|closes|fixes|cleans|boards|briefs"
        r"|debriefs|replies|presents|meets|lets|needs|hits|wins|sells) (?:for|with|to|on|by|at|in|about|from|#|of|before)"
    ),
    pushing=any_of(
        r"(?:hope|want|need|expect|like)(?: for| that)? (?!to\b|my (?:calendar|phone|laptop)|a\b|an\b|no\b|\d)"
        r"(?:the |my |our |his |her )?[\w-]+(?: [\w-]+)? (?:to|will|would|can) \w+",
        r"hope(?: that)? (?!i |to |we |in |at )[\w ]{2,20}\w+s\b",
        r"(?:signed|approved|validated|accepted|agreed|endorsed) by (?!me\b|myself|#|eod)\w+",
        r"get (?!back|ready|up|access|on|down|through|in|out|to|rid|feedback|together|started|home"
        r"|away|off)(?:[\w'-]+ ){1,5}to \w+",
        r"get (?!back)(?:[\w'-]+ ){1,5}(?:signed|approved|validated|accepted|agreed|on board"
        r"|aligned|delivered|onboard|committed|motivated|to yes)",
        r"(?:make|have) (?:him|her|them|people|everyone|everybody|(?:the|my|our) "
        r"(?:team|boss|client|customer|director|manager|board|staff|colleagues?|reports?|devs?"
        r"|engineers?|supplier)|[a-z]+) "
        r"(?:stop|sign|agree|accept|deliver|finish|understand|speak|approve|feel|commit|validate"
        r"|respect|work|take|do|realise|realize|send|write|change|come)",
        r"(?:force|push|convince|persuade|oblige|compel|pressure|win over) (?!back|myself|the "
        r"(?:changes|code|update|release))[\w'-]+",
        r"(?:make sure|ensure|see to it|guarantee)(?: that)? (?!i\b|to\b|my calendar|we\b)"
        r"[\w'-]+",
        r"so that (?:he|she|they|the team|my team) (?:will|can)? ?(?:deliver|sign|accept)",
        r"(?:obtain|get|secure|win|gain) (?:the |an? |his |her |their |our )?(?:[\w'-]+ ){0,4}"
        r"(?:approval|agreement|sign-?off|signature|green light|buy-in|validation|consent|go-ahead"
        r"|commitment|promotion|raise|budget approved|support)",
        r"get (?:promoted|certified|elected|hired|approval|sign-?off|buy-in|validation)",
    ),
    deciding=any_of(
        r"(?:agree|accept|approve|validate|decide|endorse|approval|agreement|buy-in|validation"
        r"|on board|aligned|approved|accepted|agreed|validated|consent|green light|go-ahead|feel"
        r"|understand|motivated|happy|trust|believe|be|support)\w*"
    ),
    holding_back=any_of(
        r"listen(?:ing)? to (?:the |a |that |\d+ )(?:\w+ )?(?:recordings?|calls?|voicemails?|podcasts?|tapes?|messages?)",
        r"(?:stay|remain|keep|be|staying|keeping|being) (?:silent|quiet|mute|muted|offline"
        r"|seated|(?:the )?last to \w+|off (?:my|the|slack|e-?mail)\b.*)",
        r"(?:without|by|by not|stop|avoid|quit|no longer|refrain from|no more|not) (\w{3,}ing)",
    ),
    attitude=_ATTITUDE,
    done_for=re.compile(r"(?:you will (?:have|get|receive|see) (?:it|this|that|them)|(?:it |that |this )?(?:will|shall) be (?:done|ready|sorted|sent|there)|consider it done)\b"),
    gained=any_of(r"sold|won|signed|gained|closed|acquired|recruited|hired|retained|passed"),
    unnamed=any_of(
        r"(?:do|handle|manage|get|take care of|sort|fix|finish|complete|see to|deal with|deliver"
        r"|have|be on|get back to you|get on|work on) ?(?:it|this|that|them|these|those|everything"
        r"|something|the needful|what is needed)? ?(?:done|out|sorted|ready|on (?:it|that))?$",
        r"(?:do|handle|take care of|deal with|get) (?:it|this|that|something)"
        r"(?: done)?(?: (?:by|before|on|for|until|this|at|in))? ?#?.{0,12}$",
        r"on (?:it|that)|get (?:it|this|that) done|be done|be ready|will do|make it happen"
        r"|do my part|count on me",
    ),
    other_act=any_of(rf"(?:then|instead) {one_of(_USUAL_ACTS)}(?![\w-])"),
    not_verb=any_of(
        r"^(?:the|a|an|my|our|his|her|their|this|that|these|those|no|more|less|better|fewer|some"
        r"|several|many|any|all|zero|only|both|with|for|at|in|to the|of|about|from|between|\d\S*"
        r"|one|two|three|four|five|six|seven|eight|nine|ten|quick|short|weekly|daily|new|max|at"
        r"|than|as|again|too|instead|including|without|per|via|\w+ly)"
    ),
    fragment=re.compile(
        r"(?:with|for|about|from|at|in|on|to the|no later|max|maximum|minimum|at least|at most|as"
        r"|than|of|including|without|per|via|instead|then|# ?)*(?:maybe|perhaps|ideally|hopefully)?$"
        r"|(?:with|for|about|no later|as|than|of|including|via|instead|per) "
    ),
    attitude_verb=any_of(
        r"(?:communicate|behave|act|work|lead|lead by example|prepare|think) "
        r"(?:better|more|smarter|differently|calmly|respectfully|as one|with)",
        r"get (?:my|our) (?:head|mind|act|priorities)|get (?:to grips|a grip|a handle|on top|up to speed|to know|to the bottom)"
        r"|keep an (?:eye|open)|keep (?:my|the) (?:eye|ear|chin|head|feet|cool)|turn (?:a|the|over) (?:new|blind|page|corner)"
        r"|raise the bar|set the (?:tone|bar)|take the (?:bull|high|plunge)|break the ice|build bridges|bite the bullet"
        r"|hold the line|pull my weight|bring out the best|put my foot|stand (?:firm|my ground|tall)|stick to my guns"
        r"|have (?:my|the) (?:back|guts)|reach out more|lead by example|step back|communicat\w+ (?:more|better|clearly|openly|well|with (?:more|better))"
        r"|communicate$|walk the talk|set (?:the|an|a good) example|step up|speak with (?:more )?"
        r"(?:confidence|respect)|let go|own (?:it|my)|hold (?:myself|space)|do better|do my best"
        r"|be(?:come)? |go with the flow|chill|calm down|cheer up|slow down|open up|lighten up"
        r"|loosen up|let (?:it|things) be|get (?:better|used|more|comfortable|over)|keep (?:(?:[\w']+ ){1,4}in (?:view|sight|mind|check|perspective)|calm"
        r"|cool|positive|smiling|going|up|an open|my cool|the faith|the big|faith|in mind"
        r"|my temper|perspective|a positive|a cool|a clear|control|focus\w*|motivat\w+)"
        r"|put (?:myself|people|the team|my team|quality|safety|others|\w+ first)"
        r"|take (?:a step|things|it|more|better|care|ownership|responsibility|the lead|a deep"
        r"|into account|pride|an interest|interest|initiative|heart)"
        r"|make (?:\w+ ){1,3}feel|bear|give (?:my best|it my|my all|\d+ ?%|people more"
        r"|everyone more)|look (?:at the big|on the bright|forward)|go the extra|raise my game"
        r"|see the|treat|face|let them|stop being",
    ),
    quality=re.compile(r"$^"),
    improving=re.compile(r"^ ?(?:(?:[\w'-]+ ){1,5}(?:better|more effectively|more efficiently|smarter|differently)(?: |$)(?!than))"),
    metric_subject=re.compile(r"$^"),
    future=any_of(r"will|shall|must|should|(?:has|have|needs?|is|are) to|going to|to \w+|can|may|might|would|could"),
    having=re.compile(r"(?:have|has|having|keep|maintain|limit|hold|be|stay)\b"),
    from_writer=any_of(r"(?:from|by) (?:me|myself)|goes (?:to|out|from)|gets \w+ (?:.*)\bmy \w+"),
    state_of_other=any_of(
        r"(?:will |must |should |to |can )?(?:be|become|feel|feels|is|are|trust|trusts|understand"
        r"|understands|know|knows|want|wants|need|needs|care|cares|respect|respects|get along"
        r"|believe|believes|remain|remains|stay|stays|improve|improves|like|likes|have|has"
        r"|think|thinks)(?! (?:\w+ )?(?:going|delivering|sending|signing|running|doing|presenting|given|done|sent|made|held|led"
        r"|run|taken|written|shown|presented|chaired|delivered|finished|fixed|repaired|installed|signed|to)\b)"
    ),
    decision_of_other=any_of(
        r"(?:agree|accept|approve|validate|decide|endorse|choose|select|confirm)(?:s|d|es)?"
        r"|say(?:s)? (?:yes|no|ok)|give(?:s)? (?:me |us )?(?:the |their |his |her )?(?:green"
        r"|go|ok|approval|blessing)|be ok|is ok|sign off|signs off"
    ),
    outcome=any_of(
        r"^(?!(?:i|send|call|ask|move|cut|limit|book|keep)\b)(?:(?!to\b|from\b)[\w'&-]+ ){1,5}(?:down|up|under"
        r"|below|above|over|at|back to|to|from|by|>|<|=) (?:by )?(?:an? )?(?:less than |[+-])?"
        r"(?:\d\S*|third|half|quarter|zero|double|a third)",
        r"^[+-]?\d+ ?(?:%|pct|percent)",
        r"^(?:[A-Za-z&'-]+ ){1,3}(?:[+-]\d+|(?!1:1)\d+:\d+|\d+(?:[.,]\d+)? ?(?:%|pct|percent|pts|points|euros|k))",
        r"^(?:[\w'-]+ ){1,3}(?:up|down)(?: #)?$",
    ),
    metric=any_of(
        r"(?:\w+ )?"
        + one_of(
            "sales revenue revenues turnover rate rates score scores satisfaction nps csat enps "
            "churn complaint complaints accident accidents incident incidents engagement margin "
            "margins retention absenteeism productivity profit profits profitability conversion "
            "conversions defects bugs errors attrition efficiency performance quality downtime "
            "uptime overtime backlog volume costs target targets quota kpi kpis figures results "
            "lead-time velocity ebitda growth outages delays injuries returns roi growth "
            "stars units subscriptions viewers ratings audience attendance occupancy waste shrinkage yield accuracy "
            "subscribers downloads signups traffic"
        ),
        r"market share|lost-time|lead time|response time|customer base|sick leave|cycle time"
        r"|time to \w+|budget variance|team morale",
        r"\d+ ?% (?:of|more|less|fewer|increase|growth|reduction|on|in|by)",
    ),
    won=any_of(
        r"sell \d+|(?:win|land|pass|secure|gain|obtain|get|earn|ace|close|winning|passing|landing) "
        r"(?:[\w'-]+ ){0,4}(?:tender|deal|contract|exam|exams|certification|award|promotion"
        r"|account|client|customer|customers|clients|certificate|pitch|bid|funding|rfp|raise"
        r"|licence|license|test|prize|championship|new business|audit|diploma|mandate)",
        r"get (?:promoted|certified|elected)|be promoted|win (?:it|the match|the race)",
    ),
    figure_state=any_of(
        r"(?:zero|no more than|at most|maximum|max|fewer than|less than|under|below|only) "
        r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?!minutes|times|hours)\w+",
        r"^(?:zero|0) (?!more |longer )\w+",
        r"have (?:at most|no more than|max(?:imum)?|fewer than|less than|zero|only|under|a maximum"
        r" of|no|0)",
        r"^(?:max|maximum|only|just|never more than)? ?\d+ (?!x\b|times|minutes|hours)\w+ (?:max|maximum|at most|in|on)\b",
    ),
    meetable=any_of(
        _MEETINGS,
        r"meet|discuss|talk|celebrate|eat|gather|sit down|debrief|chat|have|hold|do a|decide"
        r"|agree|plan|go through|speak",
    ),
    act_noun=any_of(
        EVENT,
        one_of(
            "e-mail email mail visits messages memos chats reports recaps lists posts updates feedbacks drafts "
            "message memo note notes chat report recap summary letter invitation "
            "invite agenda list brief checklist post update feedback question questions draft plan "
            "proposal document slides deck minutes calendar roadmap file form survey schedule "
            "thank-you visit praise announcement apology reply answer order booking reminder "
            "handoff delegation phone-call debriefs emails calls reading writing cleanup "
            "template page slot slots ticket decision presentation"
        ),
        r"(?:sent|done|written|booked|finished|delivered|called|shared|published|drafted|signed"
        r"|completed|scheduled|cancelled|prepared|updated|submitted|paid|closed|posted|handed"
        r"|printed|filed|emailed|reviewed|planned|blocked|archived|deleted)",
    ),
    no_moment_before=re.compile(
        r"\b(?:since|last|all|past|from last|as of last)(?: the| this)? $"
    ),
    standing=re.compile(
        rf"\b(?:at|in|after|before|during|for|our|each|to|cancel|of)(?: our)? {one_of(_WEEKDAYS)}"
        rf" (?:[\w-]+ )?{EVENT}\b"
        r"|(?<!before )(?<!by )(?<!until )(?<!after )(?<!at )\b(?:christmas|xmas|easter|year-end|month-end|end of year"
        r"|end-of-year|thanksgiving|halloween|black friday|new year) (?!and\b|by\b|i\b|at\b|on\b|eve|day\b|with\b|to\b"
        r"|for\b|in\b|or\b|is\b|the\b|we\b|if\b|so\b)[a-z]{3,}"
    ),
    looking_back=re.compile(r"\b(?:after|following|since|from)\b[^,.;]{0,40}$"),
    any_time=re.compile(r"\b(?:within|in) [^,.]*\b(?:any|every|each)\b|\b(?:any|every|each)\b[^,.]* within\b"),
    gone=re.compile(r"\b(?:had|was|were|promised|missed|did)\b"),
    repeated=re.compile(r"\b(?:each|every)\b"),
    of=re.compile(r"\b(?:of|from|last|since) $"),
    deadline=re.compile(r"\b(?:by|before|until|no later than)(?: the)? $"),
    recurrence=re.compile(
        r"\b(?:every|each)(?: single| other| second| third| last| first| two| \d+| working)* "
        rf"(?:{_PERIOD})(?: (?:and )?{one_of(_WEEKDAYS)})*"
        rf"(?: (?:morning|afternoon|evening|lunchtime|night))?\b"
        r"|\b(?:daily|weekly|fortnightly|biweekly|bi-weekly|monthly|quarterly|yearly|nightly"
        r"|hourly|annually)\b"
        r"|\b(?:once|twice|thrice|\w+ times?) (?:a|per|every|each|in a) (?:\w+ )?"
        rf"{_PERIOD}\b"
        rf"|\b(?:per|a) (?:day|week|month|meeting|sprint|quarter|year)\b"
        rf"|\b{one_of(' '.join(f'{day}s' for day in _WEEKDAYS.split()))}\b"
        r"|\b(?:on |at )?(?:weekdays|weekends|mornings|evenings|afternoons|nights)\b"
        r"|\bin the (?:mornings?|evenings?|afternoons?)\b|\bfirst thing\b|\bat night\b"
        rf"|\b(?:each|every)(?: [\w-]+){{0,2}}? {EVENT}\b"
        rf"|\b(?:the )?(?:first|second|third|last) {one_of(_WEEKDAYS)} of (?:the|each|every) month\b"
        r"|^(?:each|every) (?!one\b|of\b)(?:[\w-]+ ){1,3}(?=,|i\b)|\bday after day\b|\beveryday\b"
    ),
    cue=re.compile(
        r"(?<!look )(?<!looking )(?<!day )\b(?:right |just |immediately |straight |directly )?"
        r"(?:after|before|during|following|prior to|upon|ahead of)"
        r"(?! (?:all\b|long\b|that\b|i\b|we\b|he\b|she\b|they\b|it\b|#))"
        rf"(?:(?: (?!i |to |with )[\w:'-]+){{0,5}}? {EVENT}\b"
        rf"|(?: {_DET})? [\w'-]+)"
        rf"|\b(?:in|at|on|over)(?: (?!i |to |with |for )[\w:'-]+){{0,3}}? {EVENT}\b"
        rf"|\bat (?:our|my|the) {one_of(_WEEKDAYS)} (?:[\w-]+ )?{EVENT}\b"
        r"|\bat the (?:start|end|beginning|close|top|outset)(?: of)?(?: (?:the|my|our|each|every"
        r"|a|his|her|their))?(?: \w+)?"
        r"|\b(?:at|by|until|over) (?:lunch|noon|midnight|breakfast|dinner|midday|lunchtime)\b"
        rf"|\b(?:next|upcoming|coming) (?:[\w:-]+ ){{0,3}}?{EVENT}\b"
        r"|\b(?:on|over|during|in) (?:the )?(?:summer|winter|spring|autumn|holidays|weekend"
        r"|way home|train|way to work)\b"
        r"|\b(?:in|by|during) (?:the )?(?:next|coming|first|second) (?:\w+ )?(?:week|weeks|month"
        r"|months|days|quarter|quarters|year|sprint|half)\b"
        r"|\b(?:throughout|over|across|during|at|this|next|by) (?:the )?(?:[\w/-]+ )?(?:half-? ?term|term"
        r"|academic year|school year|year|quarter|season|month|summer|winter|easter|swing|harvest)\b"
        r"|\bwithin \d+ \w+ (?:of|after|following)(?: [\w-]+){1,3}"
        r"|\b(?:in|by|for) 20\d\d\b|\bnext (?:sprint|quarter|year|semester|season)\b"
        r"|\bthis (?:sprint|semester|summer|winter|spring|autumn)\b"
    ),
    empty_cue=any_of(
        r"(?:when|if|whenever|as soon as|once|while|where|as) (?:at all )?(?:possible|needed"
        r"|necessary|relevant|appropriate|required)",
        r"(?:when|if|whenever|as soon as|once) (?:i|we) (?:can|could|feel like|remember|am free"
        r"|are free)",
        r"(?:when|if|whenever|as soon as|once) (?:i|we) (?:will )?(?:have|get|find|am|got)"
        r"(?: [\w-]+){0,3}? (?:time|moment|minutes?|chance|second|free|available|less busy|capacity"
        r"|bandwidth|energy|opportunity|slot|gap)",
        r"(?:when|if|once|as soon as) (?:time|things|work|life|it) (?:permits?|allows?"
        r"|calms?|slows?|settles?|is (?:right|calmer|quieter|possible)|gets? (?:calmer|quieter|better)|are (?:calmer"
        r"|quieter|back))",
        r"when the time (?:comes|is right)|if need(?:ed)? be|when(?:ever)? (?:it is )?convenient",
    ),
    open_amount=any_of(
        r"(?<!no )(?<!any )(?<!\d )(?:more|less|fewer)(?! than (?:\d|one|two|three|five|ten|half))"
        r"(?! \d)",
        r"a (?:bit|little|few|lot|couple|bunch|handful)|lots|plenty|several|certain|various"
        r"|numerous|many|much(?! as)",
        r"some(?! ?one\b)(?! ?thing\b)(?! point)(?! day)(?! time #)|quite a lot|people|folks|as much as"
        r"|as many as|a number of|most of|a good deal",
        r"here and there|longer|shorter|faster|quicker|slower",
    ),
    closed_amount=any_of(
        r"(?:no|not) (?:more|less|fewer|later|longer)(?: than)?|(?:more|less|fewer) than"
        r" (?:\d+|\w+ )|at (?:most|least)|any ?more|\d+ (?:\w+ )?(?:more|fewer|less)"
        r"|once more|one more|better than",
    ),
    bare_plural=re.compile(
        r"(?:ask|asking|send|give|giving|hold|write|share|schedule|post|book|make|organi[sz]e|set"
        r"|do|have|take(?! notes)|offer|run|plan|propose|say|leave|provide|pay|invite|visit|praise|thank"
        r"|meet|delegate|block|arrange|celebrate|bring|put|read|call|contact|close|answer|handle"
        r"|assign|launch|conduct|introduce|highlight|create|publish|raise|set up|start)"
        r"(?: (?:him|her|them|me|us|up|out))?"
        r" (?:(?:more|better|open|regular|short|clear|quick|positive|concrete|honest|open-ended"
        r"|small|new|simple|constructive|written|proper|good|informal|team|specific|personal|real"
        r"|frequent|weekly|direct|public|timely|real-time|negative)(?: and)? ){0,2}"
        r"(?:(?!\d|an?\b|the\b|my\b|our\b|one\b|two\b|three\b|all\b|nn\b)[a-z]{3,} )?(?!this|us|his|its|less|success|business|access|process|progress|address|focus|status"
        r"|across|was|as|press|always|yes|class|boss|stress|illness|notes\b(?= at)"
        r"|minutes|slides|ours|figures|results|sales|cross|thanks|#)"
        r"(?:\w{3,}(?<!s)s|feedback|praise|advice|recognition|credit|positive feedback|people"
        r"|compliments)\b(?! (?:report|meeting|for #|of the|review))"
    ),
    deliverable=any_of(
        one_of(
            "list note recap summary agenda document page memo invite invitation slot brief "
            "checklist message e-mail email decision sentence template table ticket timer report "
            "plan draft proposal deck calendar roadmap file form survey schedule presentation "
            "slides minutes contract budget spreadsheet dashboard article post letter charter "
            "guide policy process offer specification spec strategy chart video poster sheet"
        )
    ),
    inside=re.compile(r"\b(?:in|on|to|from|into|of|for)(?: the| my| our| his| her| their)? $"),
    number=any_of(
        r"(?<!-)(?:\d+(?:[.,]\d+)?(?!:)|one(?!-)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
        r"|fifteen|twenty|thirty|zero|both|half an?|twice|thrice|once|a single|a dozen|a couple of"
        r"|an? (?:hour|minute))"
        r"(?: ?%|[- ](?!of\b|day\b|on\b|by\b|to\b|percent\b|another\b|thing at|o'clock|more than)"
        r"[a-z]\w*|x\b| ?$)",
        r"[+-]?\d+ ?%|\d+/\d+|\d+(?:k|m|min|mn|h)",
    ),
)
"""English."""
