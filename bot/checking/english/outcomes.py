"""English: figures and results that others co-determine."""

import re

from bot.checking.english.lists import METRICS
from bot.checking.lexicon import Outcomes, Pattern, any_of, listed, one_of

_JOINERS = one_of(
    "member members customer customers client clients follower followers donor donors volunteer "
    "volunteers applicant applicants lead leads user users student students enrolment enrolments "
    "recruit recruits apprentice apprentices trainee trainees player players patient "
    "patients guest "
    "guests sponsor sponsors account accounts deal deals tenant tenants partner partners reader "
    "readers backer backers subscriber subscribers sign-up sign-ups signup signups booking "
    "bookings "
    "contract contracts order orders listing listings hires supporter supporters"
)
"""Who comes of their own will."""

_WRITTEN = (
    r"(?!(?: (?:figures|results|numbers|data|stats))? (?:forms?|logs?|reports?|sheets?"
    r"|lists?|folders?"
    r"|charts?|slides?|tables?|files?|books?|templates?|dashboards?|boards?|pages?|desk|team"
    r"|manager"
    r"|guy|guys|people|rep|reps|meeting|call|review|department|deck|policy|plan|procedure"
    r"|poster|box"
    r"|register|letter|mail|mails|email|emails|into|on the (?:board|wall|screen|fridge|agenda)"
    r"|in the (?:sheet|file|folder|deck|table|book|meeting|team meeting)|to the (?:board"
    r"|team|client"
    r"|committee|crew|group|boss|director|council|lab)|with the|aloud|out loud)\b)"
)


def _unless_written(metric: Pattern) -> Pattern:
    """Leave out figures on paper: 'the sales report', 'the figures into the sheet'."""
    return re.compile(metric.pattern + _WRITTEN)


OUTCOMES = Outcomes(
    metric=_unless_written(
        any_of(
            listed(METRICS),
            r"(?:\w+ )?"
            + one_of(
                "sales revenue revenues turnover rate rates score scores satisfaction nps "
                "csat enps "
                "churn complaint complaints accident accidents incident incidents "
                "engagement margin "
                "margins retention absenteeism productivity profit profits profitability "
                "conversion "
                "conversions defects bugs errors attrition efficiency performance quality downtime "
                "uptime overtime backlog volume costs target targets quota kpi kpis figures "
                "results "
                "lead-time velocity ebitda growth outages delays injuries returns roi growth "
                "stars units subscriptions viewers ratings audience attendance occupancy"
                " waste shrinkage yield accuracy "
                "subscribers downloads signups traffic "
                "rating queue queues scrap breakdowns stoppages rejects rework faults claims "
                "no-shows cancellations "
                "refunds "
                "returns absences spills leaks overruns breaches escalations thefts losses "
                "mistakes "
                "latecomers dropouts drop-outs redundancies vacancies overruns"
            ),
            r"market share|lost-time|lead time|response time|customer base|sick leave|cycle time"
            r"|time to \w+|budget variance|team morale",
            r"\d+ ?% (?:of|more|less|fewer|increase|growth|reduction|on|in|by)",
        )
    ),
    metric_subject=re.compile(r"$^"),
    won=any_of(
        r"^(?:sell|hit|reach|achieve|exceed|surpass|attain|top|get to|climb to|grow to|rise "
        r"to|cross)"
        r"(?:ing)? (?!out\b)(?:the |a |an |over |at least |more than )?(?:[\w-]+ )?\d[\d.,]*\w*"
        r"|^(?:beat|defeat|overtake|outsell|thrash|conquer|dethrone)(?:ing)? (?!(?:the |an? "
        r")?(?:eggs?|drums?"
        r"|carpets?|rugs?|dough|cream|batter)\b)\w+"
        r"|^(?:finish|end up|end|come|rank|place|land)(?:ing)? (?:in |on |at )(?:the "
        r")?(?:top|podium|bottom"
        r"|last place|first place|second place|third place)\b|^(?:come|rank|place) (?:first"
        r"|second|third|last)\b"
        r"|^(?:become|becoming) (?:the |a )?(?:market leader|leader|number one|no 1"
        r"|champions?|best|first"
        r"|certified|partner|shareholder|employer of|\w+ of the year)\b"
        r"|^(?:double|triple|quadruple|halve|treble)(?:ing)? \w+|^qualify(?:ing)? for"
        r"|^(?:be|get|getting) (?:promoted|selected|picked|shortlisted|elected|certified"
        r"|accredited|listed"
        r"|re-?elected|nominated|funded)\b|^make (?:it to )?the (?:final|finals|cut"
        r"|shortlist|play-?offs)"
        r"|^sell(?:ing)? out\b|^rais(?:e|ing) (?:at least |another )?\d"
        r"|^(?:earn|make|net|gross|bring in|take in|turn over|bill|invoice|save"
        r"|collect)(?:ing)? (?:at least )?\d"
        r"[\d.,]*\w* (?:euros?|dollars|pounds|eur|usd|gbp|bucks|grand|quid|million|in "
        r"(?:sales|revenue"
        r"|bookings|donations|fees|orders|profit|tips))\b"
        r"|^(?:\d+|two|three|four|five|six|ten|twelve|twenty|a dozen) (?:new|more|extra|additional)"
        rf" (?:[\w-]+ ){{0,2}}{_JOINERS}\b"
        r"|^(?:fewer|more|less) (?:people|customers|clients|guests|patients|colleagues"
        r"|employees|members"
        r"|visitors|students|staff|tourists|fans|passengers|walk-ins) (?!to\b|at\b|in\b"
        r"|with\b|for\b)\w+"
        r"|^win(?:ning)?\b(?! (?:[\w']+ ){1,3}(?:over|round)\b)"
        r"|sell \d+|(?:win|land|pass|secure|gain|obtain|get|earn|ace|close|winning|passing"
        r"|landing) "
        r"(?:[\w'-]+ ){0,4}(?:tenders?|deals?|contracts?|exams?|certification|award|promotion"
        r"|account|(?:client|customer)s?(?! to\b)|certificate|pitch|bid|funding|rfp|raise"
        r"|licence|license|inspection|assessment|probation|interview|accreditation|viva|mot|medical"
        r"|qualification|vetting|finals|driving test|theory|module|inspections|test|prize"
        r"|championship|new business|audit|diploma|mandate)",
        r"get (?:promoted|certified|elected)|be promoted|win (?:it|the match|the race)",
    ),
    gained=any_of(
        r"new (?:[\w-]+ ){0,2}(?:members?|customers?|clients?|followers|donors?|volunteers"
        r"|applicants"
        r"|leads|users|students|enrolments|recruits|contracts|orders|bookings|patients|guests"
        r"|sponsors?|accounts?|deals?|tenants?|partners?|readers|backers)|sold|won|signed"
        r"|gained|closed|acquired|recruited|hired|retained|passed"
    ),
    figure_state=any_of(
        r"(?:inbox|in-tray|mailbox|backlog|to-do list|desk) (?:at|to|down to) (?:zero|0)",
        r"(?:zero|no more than|at most|maximum|max|fewer than|less than|under|below|only) "
        r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?!minutes|times|hours)\w+",
        r"^(?:zero|0) (?!more |longer )\w+",
        r"have (?:at most|no more than|max(?:imum)?|fewer than|less than|zero|only|under|a maximum"
        r" of|no|0)",
        r"^(?:max|maximum|only|just|never more than)? ?\d+ (?!x\b|times|minutes|hours)\w+ (?:ma"
        r"x|maximum|at most|in|on)\b",
    ),
    outcome=any_of(
        r"^(?!(?:i|inbox|desk|in-tray|mailbox|phone|calendar|to-do|send|call|ask|move|cut"
        r"|limit|book|keep)\b)(?:(?!to\b|from\b)[\w'&-]+ ){1,5}("
        r"?:down|up|under"
        r"|below|above|over|at|back to|to|from|by|>|<|=) (?:by )?(?:an? )?(?:less than |[+-])?"
        r"(?:\d\S*|third|half|quarter|zero|double|a third)",
        r"^[+-]?\d+ ?(?:%|pct|percent)",
        r"^(?:[A-Za-z&'-]+ ){1,3}(?:[+-]\d+|(?!1:1)\d+:\d+|\d+(?:[.,]\d+)? ?(?:%|pct"
        r"|percent|pts|points|euros|k))",
        r"^(?:[\w'-]+ ){1,3}(?:up|down)(?: #)?$",
    ),
)
