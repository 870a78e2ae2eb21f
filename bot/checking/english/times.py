"""English: moments, and days that only look like one."""

import re

from bot.checking.english.words import DET, EVENT, PERIOD, WEEKDAYS
from bot.checking.lexicon import Times, any_of, one_of

_SHORT_DAY = r"(?:mon|tues?|wed|weds|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?"

TIMES = Times(
    no_moment_before=re.compile(r"\b(?:since|last|all|past|from last|as of last)(?: the| this)? $"),
    standing=re.compile(
        rf"\b(?:at|in|after|before|during|for|our|each|to|cancel|of)(?: our)? {one_of(WEEKDAYS)}"
        rf" (?:[\w-]+ )?{EVENT}\b"
        rf"|\b(?:the|our|my|this|a) {one_of(WEEKDAYS)} (?:drill|quiz|clinic|surgery|mass"
        rf"|practice|roster|rota|list|crew|team|squad"
        rf"|league|club"
        r"|paper|market|edition|group|class|choir|band|circle|forum|lot|gang|regulars|queue|staff"
        r"|column|folder|bulletin|newsletter|special|menu)\b"
        r"|\b(?:the|my|our|this|a|his|her|their) (?:q[1-4]|h[12]) (?:[\w-]+ ){0,2}(?:summary"
        r"|report|plan"
        r"|budget|figures|results|deck|forecast|targets?|objectives|roadmap|numbers|accounts"
        r"|strategy|statement|slides|presentation|data|goals|okrs|kpis|capex|opex|schedule|survey"
        r"|newsletter|bonus|payroll|invoices?|costs|spend)\b|\bq[1-4]-\d+"
        r"|(?<!before )(?<!by )(?<!until )(?<!after )(?<!at )\b(?:christmas|xmas|easter"
        r"|year-end|month-end|end of year"
        r"|end-of-year|thanksgiving|halloween|black friday|new year) (?!and\b|by\b"
        r"|i\b|at\b|on\b|eve|day\b|with\b|to\b"
        r"|for\b|in\b|or\b|is\b|the\b|we\b|if\b|so\b)[a-z]{3,}"
    ),
    looking_back=re.compile(
        r"\b(?:after|following|since|from)\b[^,.;]{0,40}$"
        r"|\b(?:i|we|he|she|they|you) (?:had |have |has )?(?!need|feed|proceed|succeed)(?:\w{2,}ed"
        r"|gave|sent|had|was|were|made|took|got|told|wrote|said|saw|lost|left|bought|kept|held)\b"
        r"[^,.;]{0,40}$"
    ),
    any_time=re.compile(
        r"\b(?:within|in) [^,.]*\b(?:of|after|following|from) (?:any|every|each)\b|\b(?:any|every"
        r"|each)\b[^,.]* within\b"
    ),
    gone=re.compile(r"\b(?:had|was|were|promised|missed|did)\b"),
    repeated=re.compile(r"\b(?:each|every)\b"),
    of=re.compile(r"\b(?:of|from|last|since|(?:see|catch) you(?: on| next| at)?) $"),
    deadline=re.compile(r"\b(?:by|before|until|no later than)(?: the)? $"),
    recurrence=re.compile(
        r"\b(?:every|each)(?: single| other| second| third| last| first| two| \d+| working)* "
        rf"(?:{PERIOD})(?: (?:and )?{one_of(WEEKDAYS)})*"
        rf"(?: (?:morning|afternoon|evening|lunchtime|night))?(?: of (?:the|each|every) "
        rf"(?:month|week|quarter"
        rf"|year))?\b"
        r"|\b(?:daily|weekly|fortnightly|biweekly|bi-weekly|monthly|quarterly|yearly|nightly"
        r"|hourly|annually)\b"
        r"|\b(?:once|twice|thrice|\w+ times?) (?:a|per|every|each|in a) (?:\w+ )?"
        rf"{PERIOD}\b"
        rf"|\b(?:per|(?<!for )(?<!half )a) (?:day|week|month|meeting|sprint|quarter|year)\b"
        rf"|\b{one_of(' '.join(f'{day}s' for day in WEEKDAYS.split()))}\b"
        rf"|\b{one_of(WEEKDAYS)} (?:mornings|afternoons|evenings|nights|lunchtimes)\b"
        rf"|\b{_SHORT_DAY} ?(?:-|–|through|thru) ?{_SHORT_DAY}\b"
        r"|\b(?:on |at )?(?:weekdays|weekends|mornings|evenings|afternoons|nights)\b"
        r"|\bin the (?:mornings?|evenings?|afternoons?)\b|\bfirst thing\b|\bat night\b"
        rf"|\b(?:each|every)(?: [\w-]+){{0,2}}? {EVENT}\b"
        rf"|\b(?:the )?(?:first|second|third|last) {one_of(WEEKDAYS)} of (?:the|each|every) month\b"
        r"|^(?:each|every) (?!one\b|of\b)(?:[\w-]+ ){1,3}(?=,|i\b)|\bday after day\b|\beveryday\b"
    ),
    cue=re.compile(
        r"\b(?:next|every) time$|\b(?:close of (?:business|play)|end of play|mid-?week"
        r"|between shifts|on payday"
        r"|on day one|within the hour|(?:by|over) the weekend|on my (?:return|way \w+)"
        r"|on receipt|overnight|by return"
        r"|on the hour|in time for (?:the |our |my )?\w+|post[- ]go-live|pre-launch|this arvo)\b|"
        r"(?<!look )(?<!looking )(?<!day )\b(?:right |just |immediately |straight |directly )?"
        r"(?:after|before|during|following|prior to|upon|ahead of)"
        r"(?! (?:all\b|long\b|that\b|i\b|we\b|he\b|she\b|they\b|it\b|#))"
        rf"(?:(?: (?!i\b|to |with )[\w:'-]+){{0,5}}? {EVENT}\b"
        rf"|(?: {DET})? [\w'-]+)"
        rf"|\b(?:in|at|on|over)(?! most| least| all)(?!(?<=on) (?:the |our "
        rf"|my )?board\b(?! meeting))(?: (?!i\b|to |with |for )[\w:'-]+){{0,3}}? "
        rf"{EVENT}\b(?! (?:me|us|him|her|them)\b)"
        rf"|\bat (?:our|my|the) {one_of(WEEKDAYS)} (?:[\w-]+ )?{EVENT}\b"
        rf"|\b(?:until|till|by) {DET} (?:(?!i\b)[\w:'-]+ ){{0,3}}?{EVENT}\b"
        r"|\bat the (?:start|end|beginning|close|top|outset)(?: of)?(?: (?:the|my|our|each|every"
        r"|a|his|her|their))?(?: \w+)?"
        r"|\b(?:at|by|until|over) (?:lunch|noon|midnight|breakfast|dinner|midday|lunchtime)\b"
        rf"|\b(?:next|upcoming|coming) (?:[\w:-]+ ){{0,3}}?{EVENT}\b"
        r"|\b(?:on|over|during|in) (?:the )?(?:summer|winter|spring|autumn|holidays|weekend"
        r"|way home|train|way to work)\b"
        r"|\b(?:in|by|during) (?:the )?(?:next|coming|first|second) (?:\w+ )?(?:week|weeks|month"
        r"|months|days|quarter|quarters|year|sprint|half)\b"
        r"|\b(?:throughout|over|across|during|at|this|next|by) (?:the )?(?:[\w/-]+ )?(?:half-? "
        r"?term|term"
        r"|academic year|school year|year|quarter|season|month|summer|winter|easter"
        r"|swing|harvest)\b"
        r"|\bwithin \d+ \w+ (?:of|after|following)(?: [\w-]+){1,3}"
        r"|\b(?:in|by|for) 20\d\d\b|\bnext (?:sprint|quarter|year|semester|season)\b"
        r"|\bon (?:st \w+(?:'s)?|(?!(?:the|that|a|each|every|my|our|this|any|one|his"
        r"|her)\b)[a-z']+) day\b"
        r"|\bthis (?:sprint|semester|summer|winter|spring|autumn)\b"
    ),
    empty_cue=any_of(
        r"when(?:ever)? (?:i get (?:round|around) to it|i get a sec|i have nothing on"
        r"|things quieten(?: down)?"
        r"|the dust settles|it suits|i am ready|the mood takes me)",
        r"(?:when|if|whenever|as soon as|once|while|where|as) (?:at all )?(?:possible|needed"
        r"|necessary|relevant|appropriate|required)",
        r"(?:when|if|whenever|as soon as|once) (?:i|we) (?:can|could|feel like|remember|am free"
        r"|are free)",
        r"(?:when|if|whenever|as soon as|once) (?:i|we) (?:will )?(?:have|get|find|am|got)"
        r"(?: [\w-]+){0,3}? (?:time|moment|minutes?|chance|second|free|available|less busy|capacity"
        r"|bandwidth|energy|opportunity|slot|gap)",
        r"(?:when|if|once|as soon as) (?:time|things|work|life|it) (?:permits?|allows?"
        r"|calms?|slows?|settles?|is (?:right|calmer|quieter|possible)|gets? (?:calmer"
        r"|quieter|better)|are (?:calmer"
        r"|quieter|back))",
        r"when the time (?:comes|is right)|if need(?:ed)? be|when(?:ever)? (?:it is )?convenient",
    ),
)
