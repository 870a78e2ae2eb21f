"""English: how a word is spelt out: short forms, glued words, typing errors."""

import re

from bot.checking.english.words import EVENT, MONTHS, WEEKDAYS
from bot.checking.lexicon import Spelling, one_of, pairs

_CALENDAR = f"{WEEKDAYS} {MONTHS} today tonight tomorrow morning afternoon evening week month"
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

_MOODS = one_of(
    "motivated happy happier confident calm calmer relaxed engaged committed convinced reassured "
    "satisfied aware proud comfortable autonomous independent keen glad excited enthusiastic "
    "involved valued trusted respected inspired energised energized focused content pleased "
    "cheerful optimistic positive serene loyal grateful unhappy upset"
)
"""What somebody is: 'Marta's motivated' owns nothing."""

_MONTH_TAILS = "|".join(month[1:] for month in MONTHS.split())

SPELLING = Spelling(
    elides=False,
    accented=(),
    short_forms=pairs(
        "u=you; ur=your; r=are; n=and; y'all=you; im=i'm; ill=i'll; ive=i've; iam=i am; "
        "il=i'll; i'l=i'll; wil=will; wll=will; dont=don't; wont=won't; cant=can't; "
        "didnt=didn't; doesnt=doesn't; isnt=isn't; havent=haven't; shouldnt=shouldn't; "
        "wouldnt=wouldn't; couldnt=couldn't; lets=let's; thats=that's; gonna=going to; "
        "gunna=going to; wanna=want to; gotta=have to; hafta=have to; needa=need to; "
        "lemme=let me; imma=i'll; shoulda=should have; gimme=give me; tryna=trying to; "
        "tmrw=tomorrow; tmr=tomorrow; tmw=tomorrow; tmrow=tomorrow; tomoz=tomorrow; "
        "tomo=tomorrow; tomorow=tomorrow; 2moro=tomorrow; 2morrow=tomorrow; 2mrw=tomorrow; "
        "tmmrw=tomorrow; tommorow=tomorrow; tmrrw=tomorrow; 2day=today; 2nite=tonight; "
        "tonite=tonight; tdy=today; wk=week; wks=weeks; wknd=weekend; mth=month; yr=year; "
        "qtr=quarter; hrs=hours; min=minutes; mins=minutes; nxt=next; evry=every; evr=ever; "
        "mtg=meeting; mtgs=meetings; msg=message; msgs=messages; b4=before; bfr=before; "
        "bf=before; aft=after; bc=because; cuz=because; coz=because; cos=because; pls=please; "
        "plz=please; thx=thanks; thnx=thanks; ty=thanks; tks=thanks; w=with; abt=about; "
        "ppl=people; smth=something; sth=something; tho=though; fwd=forward; sched=schedule; "
        "pres=presentation; prez=presentation; doc=document; docs=documents; appt=appointment; "
        "mon=monday; tue=tuesday; tues=tuesday; weds=wednesday; wed=wednesday; thu=thursday; "
        "thur=thursday; thurs=thursday; fri=friday; wkly=weekly; jan=january; feb=february; "
        "febr=february; apr=april; aug=august; sept=september; oct=october; nov=november; "
        "dec=december; mgmt=management; k=ok; okey=ok; yup=yes; yep=yes; cld=could; "
        "shld=should; wld=would; probs=probably; def=definitely; defo=definitely; "
        "idk=i don't know; btw=by the way; atm=at the moment; convo=conversation; "
        "diff=different; cal=calendar; tht=that; teh=the; hte=the; thier=their; adn=and; "
        "nd=and; wiht=with; wth=with; fro=for; taht=that; wehn=when; whne=when; evey=every; "
        "whn=when; frm=from; untill=until; till=until; til=until; 'til=until; becuase=because; "
        "shedule=schedule; i'v=i've; mornin=morning; shd=should; shud=should; wd=would; "
        "wud=would; cud=could; mite=might; prolly=probably; prob=probably; mebbe=maybe; "
        "mayb=maybe; maybs=maybe; poss=possibly; hopefuly=hopefully; hopefull=hopefully"
    ),
    glued=(
        (re.compile(r"(\d{1,2})(?:hrs?|hours?)"), r"\1 hours"),
        (re.compile(r"(\d+)(?:mins?|minutes?)"), r"\1 minutes"),
        (re.compile(r"(\d+)x"), r"\1 times"),
    ),
    phrases=(
        (re.compile(r"(?i)\b([ap])\.m\.?(?!\w)"), r"\1m"),
        (re.compile(r"(?i)(?<![\w/])w/(?!o) ?(?=\w)"), "with "),
        (re.compile(r"(?i)\bif only (i|we)\b"), r"i wish \1"),
        (re.compile(r"(?i),? i (?:guess|suppose|think|reckon|imagine|believe)(?=[ .!]*$)"), ""),
        (re.compile(r"(?i)\b(?:peut[- ][eê]tre|vielleicht|quiz[aá]s?|forse|misschien)\b"), "maybe"),
        (
            re.compile(r"(?i)\bre-(?=(?:think|consider|focus|imagine|evaluat|assess|examin|valu))"),
            "re",
        ),
        (re.compile(rf"^([A-Z][a-z]+)'s (?=(?:\w+ly |so |very |all )?{_MOODS}\b)"), r"\1 is "),
        (re.compile(r"(?i)(?:(?<=^)|(?<=[.!?,;:] ))(?:i |i've )?got to (?=\w)"), "i have to "),
        (re.compile(r"(?i)\bgot ?ta (?=\w)"), "have to "),
        (re.compile(r"(?i)\bit(?:'s| is|'ll be| will be) (?:me|i) (?:who|that) "), "i "),
        (
            re.compile(r"(?i)\bit(?:'s| is|'ll be| will be) ((?:the |my |our )?[\w-]+) who "),
            r"\1 ",
        ),
        (re.compile(r"(?i)\bgo live\b(?! (?:with|on|in|at)\b)"), "go-live"),
        (re.compile(r"(?i)\b(the|my|our|a|an) ['\"][\w-]+['\"] (?=[a-z])"), r"\1 "),
        (re.compile(r"(?<![\w'])'([^'\"]{2,60})'(?!\w)"), r'"\1"'),
        (re.compile(r"(?<=[a-z]s)' (?=[a-z])"), " "),
        (re.compile(r"(?<=\w); (?=(?:I|i)\b)"), ", "),
        (
            re.compile(
                r"(?i)\bi(?:'m| am| was|'ve been)? (?:thinking|toying with|dreaming|contemplating)"
                r" (?:of|about|the idea of) (?=\w+ing\b)"
            ),
            "i might ",
        ),
        (re.compile(r"(?i)\btown hall(s?)\b"), r"town-hall\1"),
        (re.compile(r"(?i)\ball hands\b"), "all-hands"),
        (
            re.compile(
                r"\b(the|our|my|The|Our|My) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
                rf" (?:Morning |Night |Evening |Lunch )?(?=[A-Z])(?=(?i:(?:\w+ )?{EVENT})\b)"
            ),
            r"\1 next ",
        ),
        (
            re.compile(
                r"\b(the|our|my|The|Our|My) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
                r" (?:Morning |Night |Evening |Lunch )?"
                rf"(?=[A-Z](?!(?i:{_MONTH_TAILS})\b))"
            ),
            r"\1 ",
        ),
        (re.compile(r"(?i)(?<![\w/])w/o\b"), "without"),
        (re.compile(r" & "), " and "),
        (re.compile(r"(?i) @ ?(?=\d)"), " at "),
        (re.compile(r"(?i)\b(\d{1,2})\.(\d\d) ?([ap]m)\b"), r"\1:\2\3"),
        (re.compile(r"(?i)\b(mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)\.(?= \w)"), r"\1"),
        (
            re.compile(r"(?i)\b(by|on|before|until|this|next|every|each|sat and|or) sat\b"),
            r"\1 saturday",
        ),
        (re.compile(r"(?i)\b(by|on|before|until|this|next|every|each) sun\b"), r"\1 sunday"),
        (
            re.compile(
                r"(?i)\bsat (?=morning|afternoon|evening|night|am\b|pm\b|at \d"
                r"|\d)"
            ),
            "saturday ",
        ),
        (
            re.compile(
                r"(?i)\bsun (?=morning|afternoon|evening|night|am\b|pm\b|at \d"
                r"|\d)"
            ),
            "sunday ",
        ),
        (re.compile(r"(?i)\b(mr|mrs|ms|dr|st|sr|jr|prof|no)\. (?=\w)"), r"\1 "),
        (
            re.compile(
                r"(?i)\b(at|in|before|after|for|during) ((?:mon|tues|wednes|thurs"
                r"|fri)day)s (?=\w)"
            ),
            r"\1 \2's ",
        ),
        (
            re.compile(
                r"(?i)\b(at|by|from|until|before|after) ([01]?\d|2[0-3])\.([0-5]\d)\b(?!\."
                r"|%)"
            ),
            r"\1 \2:\3",
        ),
        (re.compile(r"(?<![\d.])([0-3]?\d)\.([01]?\d)\.(?=\s|$)"), r"\1/\2"),
        (
            re.compile(
                r"(?i)\bit(?: would|'d|d| might| could)(?: perhaps| maybe| really)? be \w+"
                r" (?:for me to|to|if i|that i)\b"
            ),
            "i would like to",
        ),
        (
            re.compile(
                r"(?i)\b(?:what(?:'s| is) going to happen|what (?:i(?:'m| am|'ll"
                r"|ll| will)|we(?:'ll|ll| will))"
                r"[\w ]{1,20}?) is(?: that)? "
            ),
            "",
        ),
        (
            re.compile(
                r"(?i)\b(?:would|might|could|may) be (?:\w+ )?(?!able |ready |likely "
                r"|going )\w+ to\b"
            ),
            "would like to",
        ),
        (re.compile(r"\b24/7\b"), "always"),
        (re.compile(r"(?i)^should ((?:the |my |our )?[\w-]+ [^?,]{3,40}, i\b)"), r"if \1"),
        (re.compile(r"(?i)\b(make sure|making sure|see to it|ensure) that\b"), r"\1"),
        (re.compile(r"(?i)\bto-?morrow\b"), "tomorrow"),
        (re.compile(r"(?i)\bstand ups?\b"), "stand-up"),
        (re.compile(r"(?i)\b(?:one on one|one to one|1 on 1|1 to 1|1 - 1)\b"), "1:1"),
        (re.compile(r"(?i)\bkick off\b"), "kick-off"),
        (re.compile(r"(?i)\bcatch up (with)\b"), r"meet \1"),
        (re.compile(r"(?i)\bcheck ins?\b"), "check-in"),
        (
            re.compile(
                r"(?i)\b(it|that|everything|nothing)'s (?!been |got |me |i "
                r"|that\b)"
            ),
            r"\1 is ",
        ),
        (re.compile(r"(?i)\bi m\b"), "i'm"),
        (re.compile(r"(?i)\bi ll\b"), "i'll"),
        (re.compile(r"(?i)\bet al\b|\betc\.?(?!\w)"), ""),
    ),
    correctable=tuple(f"{_CALENDAR} {_FUNCTION}".split()),
    real_words=frozenset(_REAL.split()),
)
