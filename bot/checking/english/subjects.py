"""English: who is said to do it, and how firmly."""

import re

from bot.checking.english.verbs import (
    OF_OTHERS,
    opens_with_verb,
    says_of_others,
    surely_verb,
    third_person,
)
from bot.checking.english.words import MEETINGS, USUAL_ACTS
from bot.checking.lexicon import Subjects, any_of, one_of

SUBJECTS = Subjects(
    writer=re.compile(r"\b(?:i|we)\b"),
    first=frozenset({"i"}),
    joint=frozenset({"we", "us"}),
    joint_here=re.compile(r"\bwe |^(?:let |# )*us\b"),
    infinitive=re.compile(
        r"(?:to |not |never )?(?:"
        + one_of(USUAL_ACTS + " be stay keep improve ensure")
        + r")\b(?!'| (?:will|must|is|are|has) )"
    ),
    noun_phrase=re.compile(
        r"(?:more|less|better|fewer|higher|lower|shorter|faster|quicker|happier|greater|smaller"
        r"|bigger"
        r"|stronger|cheaper|no|zero|at most|max|maximum"
        r"|no more than|never more than) "
    ),
    auxiliaries=re.compile(
        r"(?:(?:will|shall|(?:am|are|is)(?= (?:not|going|\w+ing|gonna|to|also|planning"
        r"|committed|about|just|now"
        r"|always|never|really|definitely)\b)|be(?= (?!reassuring|encouraging|caring"
        r"|understanding|welcoming|loving|demanding|inspiring|trusting|forgiving|willing"
        r"|outgoing|daring|engaging)\w+ing)|must|need(?:s)? to|ha(?:ve"
        r"|s) to|have got to|going|to|not"
        r"|never|always|also|really|just|first|only|now|then|instead|personally|definitely"
        r"|again|ever|again|ever"
        r"|actually|finally|each|at least|do(?= not)|can|could|should|would|might|may"
        r"|like|love|hoping|wishing|looking|want"
        r"|wish|hope|hopefully|maybe|perhaps|probably|possibly|ideally|try|trying|aim|attempt"
        r"|plan|planning|commit|committing|promise|intend|intending|decided?|choose|mean"
        r"|start(?:ing)?(?: by| to)?|begin(?:ning)?(?: by| to)?|continue(?: to)?|keep on"
        r"|stop|avoid|refrain from|resist|make sure(?: that)?(?: i| to)|be sure to|remember"
        r"|make (?:it )?(?:a point|an effort)(?: of| to)?|make time|take (?:the )?time|take"
        r" (?:a |\d+ )?(?:moment|minutes?) to|get around|get"
        r" (?:back )?to|go (?:and )?|come(?: and)?(?! (?:first|second|third|last|top|across"
        r"|back|in|into|to|up|down|over"
        r"|with|out|off|along|early|late|on|home|at"
        r"|by|round|for|clean|closer|from|forward|through|together|without)\b)|use # to"
        r"|ought|prefer|aim|ready|able"
        r"|committed|about|be able to|i|we|#|systematically|\w+ly) )*"
    ),
    hedged=any_of(
        r"in an? (?:ideal|perfect) world|fingers crossed|half minded|a mind to|i fancy"
        r"|meaning to|conceivably"
        r"|theoretically|in theory|no promises but|my (?:wish|hope) is|perchance",
        r"would (?:really |very much |so |also |rather |be )?\w+",
        r"(?:it|that) (?:will|might) be (?:nice|good|great)",
        r"(?:i wish|wish(?:ing)? (?:to|i|that)|hope (?:to|that|i|we|he|she|they|the"
        r"|my)|hoping|want|wanting|could|should|might|may|ought|maybe|perhaps|ideally"
        r"|hopefully|possibly|probably|if only|try|trying|attempt|aim to|aiming to|do my best"
        r"|considering|thinking (?:of|about)|tempted|consider|dream|potentially"
        r"|would be (?:nice|good|great|better))",
    ),
    surely_verb=surely_verb,
    opens_with_verb=opens_with_verb,
    says_of_others=says_of_others,
    third=re.compile(
        r"^(?!i )[\w -]+ says (?:yes|no|ok)\b|^(?:(?!(?:plan|goal|aim|need|want|hope|hoping"
        r"|love|like|time|ready|going"
        r"|able|ask|tell|get|try"
        r"|trying|help|invite|remind|maybe|commit|promise|use|want|choose|learn|agree|decide|start"
        r"|happy|keen|offer|it|not|how|way|chance|has|have|had|used|be|manage|remember"
        r"|also|go|come|down|up|back|on|over"
        r"|out|off|deck|draft|slides?|call|e-?mail|notes?|thanks)s?\b)[\w'-]+ ){1,3}to (?:post"
        r"|send|do|take|run|lead"
        r"|write|give|prepare|deliver|finish|present|make|share|submit|sign|check|handle|stop|own"
        r"|update|review|bring|come|join|respond|reply|answer)\b(?<!need to)"
        r"|^(?:the team |(?!(?:\w+ly|always|never|just|also|i|we|to|please|let|make|ask|tell"
        r"|check|ensure|see|have|get|if|not"
        r"|send|remind)\b)"
        r"[\w:-]+(?: [\w:'-]+){0,5}? )"
        r"(?:will|must|should|shall|has to|have to|needs? to|can|could|would|might|may|is|are"
        r"|won't|is going to|are going to|gets?)\b(?! you| u\b)"
        r"|^(?:he|she|they|it|everyone|everybody|someone|somebody|nobody|no one|people|management"
        r"|hr|legal|finance|sales|marketing|it|(?:the|my|our|his|her|their|each|every|all|both)"
        r"(?: [\w:-]+){1,3}?|(?:the |my |our )?(?:team|boss|client|customer|supplier"
        r"|board|staff|crew))(?<! each)(?<! the)(?<! my)(?<! of)(?<! all)(?<! our)(?<! a)(?<! b"
        r"oth)(?<!\d)(?<! two)(?<! three)(?<! five)(?: (?:all|both|each|\w+ly|never"
        r"|always|also"
        r"|finally|no longer))* (?:"
        + one_of(" ".join(third_person(verb) for verb in OF_OTHERS.split()))
        + r") (?:me|us|him|her|them|the|a|an|my|our|his|their|its|to|on|by|before|with|his|#|\d+"
        r"|every|all|in|at|that|it|more|less|for|this|about|out|up|off|down|back|and|faster"
        r"|better|interrupting)\b"
        r"|^(?:(?!(?:"
        + one_of(USUAL_ACTS)
        + r") )[a-z]\w+)(?: (?:and )?\w+){0,2}? (?:signs|sends|delivers|agrees"
        r"|approves|decides|accepts|finishes|arrives|validates|gives|takes|brings|fixes"
        r"|installs|builds|writes"
        r"|pays|buys|hires|trains|handles|repairs|completes|submits|confirms|publishes"
        r"|provides) [a-z]\w+"
        r"|^(?:the|my|our|all|people|they|both)(?: [\w:-]+){0,2}? "
        r"(?:feel|know|trust|understand|get|have|are|want|need|agree|believe|stay|become) "
        r"|^(?:they|all|everyone|everybody|the|my|our|both|people)(?: [\w:-]+){0,3}? "
        r"(?:agree|accept|approve|deliver|finish|arrive|sign|respect|stop|start|improve|send"
        r"|submit|reach|validate) (?:me|us|the|a|an|my|our|their|to|on|by|before|with|#|\d+|all"
        r"|in|at|that|it)\b"
    ),
    cannot_do=re.compile(
        r"^(?!(?:the|my|our|his|her|their|each|every|he|she|they|everyone|everybody"
        r"|all)\b)(?:[\w:-]+ ){0,7}?"
        r"(?:notes|calls|reviews|visits|plans|reports|posts|drafts|orders|offers|shares"
        r"|emails|updates|drops"
        r"|hands|lists|files|records|tests|shows|talks|walks|chats|books|requests|answers|questions"
        r"|changes|stops|starts|ends|cuts|copies|prints|messages|texts|forms|designs"
        r"|documents|leads"
        r"|checks|invites|thanks|sets|sorts|bookings|labels|tours|moves|runs|closes"
        r"|fixes|cleans|boards|briefs"
        r"|debriefs|replies|presents|meets|lets|needs(?! to)|hits|wins|sells) (?:for|with"
        r"|to|on|by|at|in|about|from|#|of|before)"
    ),
    not_verb=any_of(
        r"^(?:mine|yours|hers|ours|theirs|inbox|in-tray|the|a|an|my|our|his|her|their|this|that"
        r"|these|those|no|more|less|better|fewer|some"
        r"|several|many|any|all|zero|only|both|with|for|at|in|to the|of|about|from|between|\d\S*"
        r"|one|two|three|four|five|six|seven|eight|nine|ten|quick|short|weekly|daily|new|max|at"
        r"|than|as|again|too|instead|including|without|per|via|\w+ly)"
    ),
    fragment=re.compile(
        r"(?:with|for|about|from|at|in|on|to the|no later|max|maximum|minimum|at least|at most|as"
        r"|than|of|including|without|per|via|instead|then|# ?)*(?:maybe|perhaps|ideally"
        r"|hopefully)?$"
        r"|(?:with|for|about|no later|as|than|of|including|via|instead|per) "
    ),
    from_writer=any_of(
        r"(?:from|by) (?:me|myself)|gets? (?:[\w-]+ ){1,6}(?:with|of) me|goes (?:to|out"
        r"|from)|gets \w+ (?:.*)\bmy \w+"
    ),
    done_for=re.compile(
        r"(?:you will hear (?:back )?from me|you will (?:have|get|receive|see) (?:it|this"
        r"|that|them)"
        r"|(?:it |that |this )?(?:will|shall) be (?:done|ready|sorted|sent|there)"
        r"|(?:it |that |this )?(?:(?:will|shall) be )?(?:with you|on your (?:desk|table)"
        r"|in your (?:inbox|hands|mailbox))|consider it done)\b"
    ),
    future=any_of(
        r"will|shall|must|should|(?:has|have|needs?|is|are) to|going to|to \w+"
        r"|can|may|might|would|could"
    ),
    meetable=any_of(
        MEETINGS,
        r"meet|discuss|talk|celebrate|eat|gather|sit down|debrief|chat|have|hold|do a|decide"
        r"|agree|plan|go through|speak|invite",
    ),
)
