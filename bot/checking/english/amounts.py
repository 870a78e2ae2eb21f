"""English: what can be counted, and what is left open."""

import re

from bot.checking.english.lists import DELIVERABLES
from bot.checking.lexicon import Amounts, any_of, listed, one_of

AMOUNTS = Amounts(
    open_amount=any_of(
        r"a (?:(?:good|large|fair|great|whole) )?(?:load|number|range|variety|series"
        r"|selection|deal|bit"
        r"|amount|multitude|raft|slew|string|ton|pile|stack|heap|mountain|portion|chunk"
        r"|touch|tad|smidge"
        r"|dash|dose|spot|bunch)(?: of)?|any number of|no end of|countless|multiple"
        r"|(?:tons|heaps|loads"
        r"|masses|piles|dozens|hundreds|scores|bits) of|very (?:few|little)|(?:hardly"
        r"|barely) any|folk",
        r"(?<!no )(?<!any )(?<!\d )(?:more|less|fewer)(?! than (?:\d|one|two|three|five|ten|half))"
        r"(?! \d)",
        r"a (?:bit|little|few|lot|couple|bunch|handful)|lots|plenty|several|different "
        r"\w+s(?= |$)|diverse|assorted|umpteen|certain|various"
        r"|numerous|many|much(?! as)",
        r"some(?! ?one\b)(?! ?thing\b)(?! point)(?! day)(?! time #)|quite a lot|people"
        r"|folks|as much as"
        r"|as many as|a number of|most of|a good deal",
        r"here and there|longer|shorter|faster|quicker|slower",
    ),
    closed_amount=any_of(
        r"(?:\d+ ?%?|one|two|three|twice|half)(?: [a-z]+)? (?:more|fewer|less|longer)"
        r"|(?:twice|half) as many",
        r"(?:no|not) (?:more|less|fewer|later|longer)(?: than)?|(?:more|less|fewer) than"
        r" (?:\d+|\w+ )|at (?:most|least)|any ?more|\d+ (?:\w+ )?(?:more|fewer|less)"
        r"|once more|one more|better than",
    ),
    bare_plural=re.compile(
        r"(?:ask|asking|attend|host|sponsor|collect|gather|hand|bake|drop|sell|speak to|talk "
        r"to|send|give|giving|hold|write|share|schedule|post|book|make|organi[sz]e|set"
        r"|do|have|take(?! notes)|offer|run|plan|propose|say|leave|provide|pay|invite"
        r"|visit|praise|thank"
        r"|meet|delegate|block|arrange|celebrate|bring|put|read|call|contact|close|answer|handle"
        r"|assign|launch|conduct|introduce|highlight|create|publish|raise|set up|start)"
        r"(?: (?:him|her|them|me|us|up|out|over|round|off))?"
        r" (?:(?:more|better|open|regular|short|clear|quick|positive|concrete|honest|open-ended"
        r"|small|new|simple|constructive|written|proper|good|informal|team|specific|personal|real"
        r"|frequent|weekly|direct|public|timely|real-time|negative)(?: and)? ){0,2}"
        r"(?:(?!\d|an?\b|the\b|my\b|our\b|one\b|two\b|three\b|four\b|five\b|all\b|both\b|each\b"
        r"|every\b|his\b|her\b|their\b|your\b|its\b|this\b|that\b"
        r"|these\b|those\b|nn\b)[a-z-]{3,} )?(?!this"
        r"|us|his|its|less|success|business|access|process|progress|address|focus|status"
        r"|across|was|as|press|always|yes|class|boss|stress|illness|notes\b(?= at)"
        r"|minutes|slides|ours|figures|results|sales|cross|thanks|#)"
        r"(?:[\w-]{3,}(?<!s)s|feedback|praise|advice|recognition|credit|positive feedback|people"
        r"|compliments)\b(?! (?:report|meeting|for #|of the|review))"
    ),
    deliverable=any_of(
        listed(DELIVERABLES),
        one_of(
            "list note recap summary agenda document page memo invite invitation slot brief "
            "checklist message e-mail email decision sentence template table ticket timer report "
            "plan draft proposal deck calendar roadmap file form survey schedule presentation "
            "slides minutes contract budget spreadsheet dashboard article post letter charter "
            "guide policy process offer specification spec strategy chart video poster sheet"
        ),
    ),
    graded=any_of(
        r"(?:a (?:bit|little|lot|touch|tad) |much |slightly |somewhat )?(?<!no )(?:shorter"
        r"|longer|faster"
        r"|quicker|slower)(?! than)|(?:more|less) (?:often|frequently|regularly)"
    ),
    inside=re.compile(r"\b(?:in|on|to|from|into|of|for)(?: the| my| our| his| her| their)? $"),
    number=any_of(
        r"(?<![-:])(?:\d+(?:[.,]\d+)?(?!:)|one(?= [a-z])|two|three|four|five|six|seven|eight"
        r"|nine|ten|eleven|twelve"
        r"|fifteen|twenty|thirty|zero|both|half an?|twice|thrice|once|a single|a dozen|a couple of"
        r"|an? (?:hour|minute))"
        r"(?: ?%|[- ](?!of\b|day\b|on\b|by\b|to\b|percent\b|another\b|thing at|o'clock|more than)"
        r"[a-z]\w*|x\b| ?$)",
        r"zero|[+-]?\d+ ?%|\d+/\d+|\d+(?:k|m|min|mn|h)",
    ),
)
