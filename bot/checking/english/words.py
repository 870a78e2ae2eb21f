"""English words that several steps share."""

from bot.checking.lexicon import one_of

WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
MONTHS = "january february march april may june july august september october november december"
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
    "roundtable drinks talk qbr pulse potluck bbq barbecue picnic gala fair festival "
    "reunion wedding "
    "concert derby match game tournament race assembly parade stocktake stock-take "
    "inventory visits tours games matches shifts rounds"
)
MEETINGS = one_of(
    "meeting meetings stand-up standup daily review retro retrospective 1:1 1:1s one-to-one"
    " lunch breakfast "
    "dinner coffee kick-off kickoff call workshop session sync huddle offsite off-site"
    " all-hands townhall "
    "debrief briefing catch-up check-in drinks lessons-learned postmortem post-mortem"
    " walk brainstorm "
    "team-building barbecue bbq party visit training"
)
PERIOD = one_of(
    "day days weekday weekdays week weeks month months quarter quarters year years morning "
    "mornings afternoon afternoons evening evenings night sprint fortnight hour weekend weekends "
    "mon tue wed thu fri " + WEEKDAYS
)
USUAL_ACTS = (
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
DET = one_of("the my our his her their your a an this that each every any all next another its")
