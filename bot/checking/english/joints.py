"""English: where one clause ends and another begins, and what each does."""

import re

from bot.checking.english.verbs import resumes
from bot.checking.english.words import USUAL_ACTS
from bot.checking.lexicon import Joints, Role, any_of, by_role, one_of, words_in

_ADJECTIVES = (
    r"(?:open|clear|clean|present|close|complete|separate|direct|welcome|brief|calm|fit|free|warm"
    r"|prompt|steady|patient|correct|secure|even|level|cool|blunt|frank)"
    r"(?! (?:the|an?|my|our|his|her|their|it|them|this|that|every|each|all|up|\d|#)\b)"
)
"""What is no verb after 'be kind and'."""

_BY_HAND = one_of(
    "knead bake cook serve sweep mop scrub wash repair mend weld dig prune harvest shadow greet "
    "praise apologise apologize eat drink sew stitch knit sing dance swap pack unpack unload tidy "
    "carry drive ride cycle swim jog weigh taste brew pour assemble dismantle inspect observe "
    "accompany escort hug congratulate celebrate donate install demonstrate rehearse rearrange"
)
"""Acts of the hands that need no object to be seen as verbs."""

JOINTS = Joints(
    subordinators=by_role(
        {
            Role.CUE: (
                "when; whenever; as soon as; while; before; after; until; the moment;"
                " next time; "
                "the next time; by the time; the minute; the day"
            ),
            Role.CONDITION: (
                "if; once; every time; each time; any time; anytime; everytime; as long as;"
                " in case; unless; "
                "even if"
            ),
            Role.REASON: (
                "because; since; as; although; though; even though; given that; now that; whereas"
            ),
            Role.PURPOSE: ("so that; in order to; so as to; so"),
            Role.RELATIVE: ("who; which; whose; that; where"),
            Role.CONTENT: ("what; whether; why; how"),
        }
    ),
    no_subordinator=re.compile(
        r"<once> (?!(?:i|we|he|she|they|it|the|my|our|his|her|everyone|you|this|that|done)\b"
        r"|[\w-]+ ?(?:'s|is|are|has|have|gets|ends|closes|starts|begins|finishes|comes|goes)\b)"
        r"|<(?:before|after|until)> (?!(?:i|we|he|she|they|it|you|everyone|anyone|somebody"
        r"|someone)\b)"
        r"|(?<!know )(?<!announce )(?<!explain )(?<!say )(?<!them )(?<!everyone )(?<!everybody )"
        r"(?<!confirm )(?<!mention )<that> (?!(?:i|we|he|she|it|they|you|the|a|my|our|his"
        r"|her|their|this|there|no"
        r"|everyone|was|were|is|are|has|have|need|needs|keeps?|works?|will|can"
        r"|went|goes|did|does|made|makes|came|comes|helps?|helped|matters?|hurts?|took|takes|got"
        r"|gets|happened|happens|fell|broke|might|could|should|would|must|may)\b)"
        r"|(?:after|before|like|on|at|about|for|by|of|do|with|in|and|to|from|than) <that>"
        r"|(?<=[\w,] )(?<!ever )<since> (?!(?:i|we|he|she|they|it|the \w+ (?:is|are|was|has)"
        r"|my|our|nobody|people)\b)"
        r"|<as> (?!(?:i|we|he|she|they|it|everyone) )"
        r"|<so> (?!(?:i can|we can|he|she|they|everyone|the|my|our|people|it)\b)"
        r"|<while> (?!\w+)|(?:a|little|short|long) <while>"
        r"|(?:^|the|a|no|this|that) <where>|<how> (?:many|much)|(?:no matter) <what>"
        r"|(?:\bas) <if>"
        r"|<(?:the day)> (?:after|before|of)"
        r"|^ <(?:what|how|why|who|which|where)>"
    ),
    telling=any_of(
        r"(?:tell|telling|text|inform|remind|e-?mail|message|say|explain|announce|let"
        r"|write|warn|notify|told)"
        r"(?: [\w'-]+){0,4}$"
    ),
    asking=any_of(
        r"(?:ask|asking|see|check|know|wonder|tell|find out|decide|say|confirm|unsure)"
        r"(?: [\w'-]+){0,4}$"
    ),
    coordinators=words_in("and then so but or also plus"),
    goes_on=re.compile(
        rf"(?:then |also |not |never |will |to )*(?:(?!{_ADJECTIVES}){one_of(USUAL_ACTS)}"
        rf"|{_BY_HAND}|be|stay|keep|trust"
        r"|respect|listen|improve|think|feel|remain|focus)(?![\w-])"
    ),
    resumes=resumes,
    acts_on=re.compile(
        r"(?:\w{3,}(?<!s)(?<!ed)) (?:down|up|out|him|her|them|me|my"
        r"|our|his|their)\b"
    ),
    takes_over=words_in("he she they it"),
    concluding=frozenset({"so"}),
    concluded=re.compile(
        r"(?:and )?so (?:i (?!can|see|know|understand|get|have|do\b)|(?:,? ?(?:from |on "
        r"|by )?#,? )+i"
        r" (?!can\b|see\b|know\b))"
    ),
    turning=words_in("but so"),
    opening=re.compile(
        r"(?:(?:and|then|so|but|ok|okay|yes|well|also|first(?! [\w:-]+ (?:on |at |is )?#)|next"
        r"|plus|now|today|alright|right"
        r"|sure|thanks|noted|hi|hello|hey|honestly|seriously|actually|anyway|basically|personally"
        r"|instead|finally|afterwards|please|definitely|again|just|by the way|in short"
        r"|from now on|of course|this time|for once|ok so|to be (?:honest|clear|concrete)"
        r"|as (?:a|of) (?:manager|team lead|leader|now|today|result)"
        r"|(?:my |the |a )?(?:\w+ )?(?:goal|plan|commitment|next step|action|promise|objective"
        r"|task|to-?do|aim|resolution|challenge|target|step|idea|experiment|habit)"
        r"(?: for| this| of| #)*(?: \w+)? (?:is|:|=|will be|would be)(?: to| that| simple)?"
        r"|it is (?:my|our) (?:\w+ )?(?:resolve|intention|intent|aim|goal|plan|duty|commitment"
        r"|ambition|pledge|promise|resolution|determination|purpose|mission|objective) to"
        r"|(?:my|our) (?:\w+ )?(?:resolve|intention|intent|ambition|pledge|vow|mission) is to"
        r"|(?:maybe|perhaps|ideally|hopefully|possibly|probably|omg|lol|oh|yeah|nah|um|uh)"
        r"|(?:(?:my|our|the|one) )?(?:goal|plan|commitment|next step|action|promise"
        r"|objective|todo|to-do)(?: #)?$"
        r"|(?:starting|from|by|on|before|until|this|at|around|after|in|during|within|for|as of"
        r"|starting with|beginning|no later than|not later than|latest|at the latest"
        r"|every|each)? ?#"
        r"(?: (?:morning|afternoon|evening|at the latest|latest|sharp|onwards|on|first thing))*"
        r"|(?:morning|afternoon|evening|at the latest)"
        r"|[,:.-])(?= |$) ?)+"
    ),
    governors=any_of(
        r"i (?:will )?(?:promise|commit|swear|guarantee|pledge|undertake|decide|decided|confirm)"
        r"(?: \w+)?$",
        r"(?:make|making) sure(?: that)?$",
    ),
)
