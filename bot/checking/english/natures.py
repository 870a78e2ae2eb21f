"""English: what sort of thing is promised: closed classes of what is no act."""

import re

from bot.checking.english.lists import ACT_NOUNS
from bot.checking.english.verbs import KINDS
from bot.checking.english.words import EVENT, USUAL_ACTS
from bot.checking.lexicon import Natures, any_of, listed, one_of

_ATTITUDE = any_of(
    r"(?:(?:more|less|better|fully|really|very|so|too|fairly) )?"
    + one_of(
        "attention patience patient calm care trust confidence empathy respect mindset attitude "
        "mood positivity presence autonomy recognition appreciation openness courage "
        "humility responsibility accountability kindness awareness perspective faith effort "
        "efforts sense ownership commitment "
        "interest composure temper cool control balance transparency leadership "
        "credit focus distance clarity listening energy enthusiasm curiosity compassion "
        "open-minded assertiveness assertive resilience spirit cohesion collaboration motivation "
        "engagement communication understanding visibility rigour rigor discipline fairness "
        "understanding approachable relationship relationships vibes joy smile"
        " fun love light warmth passion "
        "humour humor assurance authenticity honesty sincerity loyalty solidarity courtesy"
        " politeness generosity "
        "wisdom maturity professionalism discernment punctuality perseverance tenacity"
        " flexibility adaptability "
        "creativity proactivity initiative ego stress pressure anxiety anger frustration"
        " perfectionism judgment "
        "backbone grit guts spine blame grudge guard sarcasm mindset resentment cynicism"
        " negativity mindfulness serenity peace hope belief pride self-awareness self-confidenc"
        "e integrity excellence "
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

_NO_NAME = (
    r"(?:for|to|with|in|on|at|by|of|from|about|and|or|after|before|during|out|up|off|down|as|than"
    r"|into|over|under|per|via|if|when|that|because|not|available|sure|until|till|around|through"
    r"|across|within|without|between|outside|inside|away|back|then|but|so|is|are|was|being|since"
    r"|it|only|also|just|every|each|all|both|no|which|who|whatever|like|next|near|behind|against"
    r"|along|round|beside|upon|while|where|towards?|clear|ready|public|visible|known|safe|half|the"
    r"|a|an|my|our|his|her|their|this|these|those|one|two|three|first|last|lunch|dinner"
    r"|breakfast|coffee|tea)\b"
)
"""What stands between 'make' and its object, and is neither a person nor what they do."""

_MOOD = (
    r"(?:(?:a|an|more|less|full|real|genuine|some|the) )*(?:[\w-]+ )?(?:attitude|mindset|positivity"
    r"|optimism|enthusiasm|grace|spirit|gratitude|patience|empathy|open mind|humility|courage"
    r"|confidence|kindness|care|respect|calm|energy|curiosity|passion|heart|smile on my face|pride"
    r"|joy|dignity|vigou?r|gusto|drive|zest|purpose|intention|mood)\b"
)

NATURES = Natures(
    kinds=KINDS,
    holding_back=any_of(
        r"listen(?:ing)? to (?:the |a |that |\d+ )(?:\w+ )?(?:recordings?|calls?|voicemails?"
        r"|podcasts?|tapes?|messages?)",
        r"(?:stay|remain|keep|be|staying|keeping|being) (?:silent|quiet|mute|muted|offline"
        r"|seated|(?:the )?(?:last|first) (?:one )?(?:to \w+|in|out)\b|off (?:my|the|slack"
        r"|e-?mail)\b.*)",
        r"(?:without|by|by not|stop|avoid|quit|no longer|refrain from|no more|not) (\w{3,}ing)",
    ),
    unnamed=any_of(
        r"(?:do|handle|manage|get|take care of|sort|fix|finish|complete|see to|deal with|deliver"
        r"|have|be on|get back to you|get on|work on) ?(?:it|this|that|them|these|those|everything"
        r"|something|the needful|what is needed)? ?(?:done|out|sorted|ready|on (?:it|that))?$",
        r"(?:do|handle|take care of|deal with|get) (?:it|this|that|something)"
        r"(?: done)?(?: (?:by|before|on|for|until|this|at|in))? ?#?.{0,12}$",
        r"on (?:it|that)|get (?:it|this|that) done|be done|be ready|will do|make it happen"
        r"|do my part|count on me",
    ),
    having=re.compile(r"(?:have|has|having|keep|maintain|limit|hold|be|stay)\b"),
    pushing=any_of(
        r"(?:make|making|have|having) (?:(?:the|my|our|his|her|a) )?(?:(?!"
        rf"{_NO_NAME})[\w-]+)(?: (?:from|in|at) (?:the )?[\w-]+)? "
        rf"(?!{_NO_NAME})(?:[\w-]+(?<!s)(?<!ed)(?<!ing)|pass|discuss"
        rf"|process|miss) "
        r"(?:the|a|an|my|our|his|her|their|it|them)\b",
        rf"(?:make|making) (?:(?:the|my|our) )?(?!{_NO_NAME}|eye\b|small\b|phone\b|first\b)[\w-]+"
        rf" (?!{_NO_NAME}|contact\b|progress\b|room\b)[\w-]+(?<!s)(?<!ed)(?<!ing) to (?:the"
        rf"|my|our|his|her"
        r"|their|every|each|all)\b",
        r"make (?:[\w'-]+ ){1,4}(?:agree|accept|sign|understand|commit|deliver|stop)",
        r"talk [\w' ]{1,20} (?:into|out of)|win [\w' ]{1,20} over|bring [\w' ]{1,20} (?:round"
        r"|on board)"
        r"|(?:nudge|motivate|inspire|enable|cause|prompt|persuade|empower|encourage) [\w' ]{1,2"
        r"0} to \w+"
        r"|get (?:the ok|a yes|[\w' ]{1,20} (?:on board|past \w+|blessing|talking))"
        r"|(?:stop|prevent|discourage|keep) (?!myself)[\w' ]{1,20} from \w+ing|make [\w' ]{1,12"
        r"} (?:happy|see|stay)"
        r"|(?:make certain|take care|see)(?: that)?$",
        r"(?:hope|want|need|expect|like)(?: for| that)? (?!to\b|my (?:calendar|phone"
        r"|laptop)|a\b|an\b|no\b|\d)"
        r"(?:the |my |our |his |her )?[\w-]+(?: [\w-]+)? (?:to|will|would|can) \w+",
        r"hope(?: that)? (?!i |to |we |in |at )[\w ]{2,20}\w+s\b",
        r"(?:signed|approved|validated|accepted|agreed|endorsed) by (?!me\b|myself|#|eod)\w+",
        r"get(?:ting)? (?!back|ready|up|access|on|down|through|in|out|to|rid|feedback"
        r"|together|started|home"
        r"|away|off)(?:[\w'-]+ ){1,5}to \w+",
        r"get(?:ting)? (?!back)(?:[\w'-]+ ){1,5}(?:signed|approved|validated|accepted|agreed"
        r"|on board"
        r"|aligned|delivered|onboard|committed|motivated|to yes)",
        r"(?:make|have) (?:him|her|them|people|everyone|everybody|(?:the|my|our) "
        r"(?:team|boss|client|customer|director|manager|board|staff|colleagues?|reports?|devs?"
        r"|engineers?|supplier)|(?!to\b)[a-z]+) "
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
    other_act=any_of(rf"(?:then|instead) {one_of(USUAL_ACTS)}(?![\w-])"),
    attitude=_ATTITUDE,
    attitude_verb=any_of(
        r"(?:communicate|behave|act|work|lead|lead by example|prepare|think) "
        r"(?:better|more|smarter|differently|calmly|respectfully|as one|with)",
        r"get (?:my|our) (?:head|mind|act|priorities)|get (?:to grips|a grip|a handle"
        r"|on top|up to speed|to know|to the bottom)"
        r"|keep an (?:eye|open)|keep (?:my|the) (?:eye|ear|chin|head|feet|cool)|turn (?:a"
        r"|the|over) (?:new|blind|page|corner)"
        r"|raise the bar|set the (?:tone|bar)|take the (?:bull|high|plunge)|break the ice"
        r"|build bridges|bite the bullet"
        r"|hold the line|pull my weight|bring out the best|put my foot|stand (?:firm"
        r"|my ground|tall)|stick to my guns"
        r"|have (?:the guts|(?:my|your|his|her|their|our|(?:[\w-]+ ){1,3}(?:'s|s|')) backs?\b)"
        r"|keep (?:[\w']+ ){1,6}(?:in|at|on|to) (?:the )?(?:back|front|top|forefront) of my mind"
        r"|have (?:faith|an open|a positive|a growth|a thick|a sense|the courage|confidence|trust"
        r"|a cool)"
        r"|(?:come|get) across as|swallow my|put (?:my|our) heart|wear (?:[\w']+ ){1,4}with pride"
        r"|keep a (?:lid|tight rein|cool|level|clear|straight|smile|sense)|keep my sense"
        r"|lose (?:sight|heart|my temper|my cool|my nerve|my patience|faith|hope|touch|track|face)"
        r"|reach out more|lead by example|step back|communicat\w+"
        r" (?:more|better|clearly|openly|well|with (?:more|better))"
        r"|communicate$|walk the talk|set (?:the|an|a good) example|step up|speak with (?:more )?"
        r"(?:confidence|respect)|let go|own (?:it|my)|hold (?:myself|space)|do better|do my best"
        r"|be(?:come)? |go with the flow|chill|calm down|cheer up|slow down|open up|lighten up"
        r"|loosen up|let (?:it|things) be|get (?:better|used|more|comfortable|over)"
        r"|keep (?:(?:[\w']+ ){1,4}in (?:view|sight|mind|check|perspective)|calm"
        r"|cool|positive|smiling|going|up|an open|my cool|the faith|the big|faith|in mind"
        r"|my temper|perspective|a positive|a cool|a clear|control|focus\w*|motivat\w+)"
        r"|put (?:myself|people|the team|my team|quality|safety|others|\w+ first)"
        r"|let (?:[\w']+ ){1,5}(?:get (?:to|under|at|in the way|the better)|bother|upset"
        r"|affect|faze"
        r"|rattle|throw me|drag)|(?:take|taking) (?:[\w']+ ){1,5}(?:personally|seriously|lightly"
        r"|to heart|for granted|in (?:my )?stride|on the chin|with a pinch)|go eas(?:y|ier)\b"
        r"|(?:look|search) for (?:the )?(?:good|positive|silver lining|best|bright side|humou?r)"
        rf"|(?:(?:start|begin|approach|enter|go into|go through|come to|come in|show up|walk "
        rf"in|turn up"
        rf"|meet|face|handle|do|tackle|live|deal with) )?(?:(?:the|my|each|every|this|a|it"
        rf"|things|life|work"
        rf"|days?|weeks?|meetings?|shifts?|mornings?|conflicts?|problems?|#) ){{1,4}}with {_MOOD}"
        r"|(?:earn|deserve|command|win back|regain|restore|rebuild|rekindle|revive|sow"
        r"|instil|exude|ooze"
        r"|radiate|project|embody|preach) "
        r"|take (?:a step|things|it|more|better|care|ownership|responsibility|the lead|a deep"
        r"|into account|pride|an interest|interest|initiative|heart)"
        r"|have (?:happier|healthier|stronger|calmer|better) |keep (?:[\w']+ "
        r"){1,4}(?:spirits?|morale|moods?|hopes) (?:up|high)"
        r"|keep my (?:voice|tone|face"
        r"|manner|attitude"
        r"|spirits?|hopes?|morale|chin|dignity|word|promises?)\b"
        r"|make (?:\w+ ){1,3}feel|bear|give (?:my best|it my|my all|\d+ ?%|people more"
        r"|everyone more)|look (?:at the big|on the bright|forward)|go the extra|raise my game"
        r"|see the|treat|face|let them|stop being",
    ),
    quality=re.compile(r"$^"),
    improving=re.compile(
        r"^ ?(?:(?:[\w'-]+ ){1,5}(?:better|more effectively|more efficiently"
        r"|smarter|differently)(?: |$)(?!than))"
    ),
    countable=re.compile(r"^(?:no|zero|fewer) |\w{3,}[^s]s\b|^(?:more|less) \w+ing\b"),
    act_noun=any_of(
        listed(ACT_NOUNS, "s?"),
        EVENT,
        one_of(
            "e-mail email mail visits messages memos chats reports recaps lists posts"
            " updates feedbacks drafts "
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
    state_of_other=any_of(
        r"(?:will |must |should |to |can )?(?:be|become|feel|feels|is|are|trust|trusts|understand"
        r"|understands|know|knows|want|wants|need|needs|care|cares|respect|respects|get along"
        r"|believe|believes|remain|remains|stay|stays|improve|improves|like|likes|have|has"
        r"|think|thinks)(?! (?:\w+ )?(?:(?!being|having|feeling|willing|understanding|caring"
        r"|trusting"
        r"|welcoming|encouraging|loving|demanding|forgiving|inspiring|daring|outgoing|engaging"
        r"|improving"
        r"|growing|getting|becoming|something|anything|nothing|everything|doing (?:well"
        r"|better|fine|great))\w+ing|given|done|sent|made|held|led"
        r"|run|taken|written|shown|presented|chaired|delivered|finished|fixed|repaired"
        r"|installed|signed|to)\b)",
        rf"(?:take|show|have|give|keep|gain|find|bring|develop|build)s? (?:more |less |better "
        rf"|full |some |real )*"
        rf"(?:responsibility|accountability|{_ATTITUDE.pattern})",
    ),
    decision_of_other=any_of(
        r"(?:agree|accept|approve|validate|decide|endorse|choose|select|confirm)(?:s|d|es)?"
        r"|say(?:s)? (?:yes|no|ok)|give(?:s)? (?:me |us )?(?:the |their |his |her )?(?:green"
        r"|go|ok|approval|blessing)|be ok|is ok|sign off|signs off"
        r"|okays?|ok'?s|green-?lights?|rubber-?stamps?|(?:waves?|nods?) (?:it |this |\w+ )?through"
        r"|sanctions?|ratif(?:y|ies)|authori[sz]es?|consents?|concedes?|gives? in|caves?(?: in)?"
        r"|lets? (?:it|this) (?:pass|through)|turns? (?:it|us|me) down|rejects?|vetos?|vetoes"
        r"|grants?|opts? for|votes? for"
    ),
)
