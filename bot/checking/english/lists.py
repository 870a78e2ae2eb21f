"""English lists of nouns and verbs that the rules look up."""

STATES = """
expect dislike prefer matter forgive wonder suppose guess reckon contemplate muse
ruminate brood foresee envisage envision visualise visualize conceive perceive notice
comprehend grasp fathom internalise internalize recollect reminisce disregard endure
cope persevere persist sympathise sympathize pity admire esteem cherish honour honor
revere yearn crave desire aspire endeavour endeavor dread fret agonise resent envy
begrudge despise detest loathe mistrust distrust suspect chill unwind obsess fixate
exist deserve embody personify exemplify epitomise tend favour favor hesitate dither
waver procrastinate despair sulk speculate presume underestimate overestimate
accelerate upskill reskill transform refine hone deepen broaden widen
consolidate stabilise stabilize reinforce facilitate leverage harness modernise
modernize revitalise reinvent embed
"""
"""Verbs of mind, feeling and progress: no acts."""

METRICS = """
sales; revenue; turnover; profit; margin; nps; net promoter score; churn; churn rate; customer
satisfaction; csat; satisfaction score; engagement score; staff turnover; attrition; retention;
retention rate; sickness rate; absenteeism; absence rate; first-time fix rate; footfall; zero
accidents; accidents; accident rate; incidents; near misses reported; lost time injuries; ltifr;
trir; complaints; number of complaints; complaint rate; conversion rate; conversion; market
share; growth; growth rate; ebitda; ebit; operating profit; gross margin; net profit; bottom
line; top line; arr; mrr; average order value; aov; basket size; average basket; like-for-like
sales; repeat business; repeat rate; qualified leads; win rate; hit rate; close rate; tenders
won; exam results; pass rate; attainment; attendance; attendance rate; dropout rate; graduation
rate; completion rate; response rate; open rate; click-through rate; ctr; bounce rate; page
views; traffic; web traffic; sign-ups; subscribers; followers; downloads; active users; dau;
mau; adoption rate; app rating; star rating; trustpilot score; fundraising total; donations
received; membership numbers; ticket sales; occupancy; occupancy rate; bed occupancy; revpar;
average daily rate; no-show rate; dna rate; waiting time; waiting list; wait times; length of
stay; readmission rate; infection rate; pressure ulcers; medication errors; mortality; four-hour
target; ambulance handover time; patient satisfaction; friends and family score; cqc rating;
ofsted grade; hiqa rating; zero findings; zero non-conformities; error rate; defect rate;
defects; scrap rate; rework rate; reject rate; ppm; yield; oee; throughput; productivity;
uptime; downtime; availability rate; mtbf; mttr; mean time to repair; cycle time; lead time;
changeover time; takt adherence; schedule adherence; on-time delivery; otif; delivery
performance; punctuality; stock accuracy; stock turn; shrinkage; wastage; food waste; waste
rate; fuel consumption; energy use; carbon footprint; emissions; water use; utilisation rate;
billable rate; utilisation; average handling time; aht; first contact resolution; fcr; call
abandonment rate; abandonment rate; service level; sla compliance; sla breaches; response time;
resolution time; ticket backlog; backlog; returns rate; return rate; chargebacks; debtor days;
dso; days sales outstanding; bad debt; cash flow; cost per hire; time to hire; time to fill;
offer acceptance rate; vacancy rate; headcount growth; gender pay gap; diversity ratio; staff
survey score; pulse score; glassdoor rating; enps; morale score; grievances; burnout cases;
overtime hours; labour cost; cost savings; cost base; cost per unit; unit cost; budget variance;
overspend; underspend; forecast accuracy; velocity; burn rate; bug count; open bugs; escaped
defects; crash rate; latency; test coverage; lost customers; cancellation rate; renewal rate;
cost per lead; cost per acquisition; cac; roi; roas; share price; valuation; target; quota; kpi;
league position; zero complaints; zero defects; zero lost time; no accidents; no complaints; no
absences; full attendance; sell-out; record month; break-even; literacy levels; recidivism;
crime rate; clear-up rate; recycling rate; rent arrears; void rate; collection rate; yield per
hectare; milk yield; conception rate; somatic cell count
"""
"""What others co-determine."""

ACT_NOUNS = """
call; email; e-mail; meeting; mail; memo; message; phone call; chat; coffee; lunch; one-to-one;
1:1; catch-up; follow-up call; follow-up email; reminder; note; text; whatsapp; slack message;
dm; teams message; voicemail; letter; reply; answer; response; thank-you note; thank you card;
postcard; visit; site visit; walk-through; trip; presentation; demo; pitch; talk; speech;
workshop; training; training session; briefing; debrief; retro; review; feedback; feedback
session; interview; appraisal; induction; onboarding session; handover; kick-off; stand-up;
sync; huddle; check-in; drop-in; q&a; town hall; focus group; breakfast; dinner; drinks; walk;
team lunch; team breakfast; team away day; submission; sending; delivery; dispatch; handing
over; booking; order; purchase; payment; invoice; refund; quote; offer; proposal; application;
registration; sign-up; enrolment; cancellation; deletion; removal; closure; termination;
resignation letter; signature; signing; publication; post; posting; upload; download; update;
rewrite; draft; write-up; summary; translation; proofread; print-out; copy; scan; backup;
install; installation; set-up; repair; replacement; inspection; check; stock take; stock count;
inventory; audit; test run; trial run; dry run; rehearsal; fire drill; clean-up; clear-out;
tidy-up; wash; paint job; survey; poll; vote; ballot; announcement; invitation; invite;
introduction; intro; referral; escalation; ticket; request; question; apology; thank-
you; shout-out; toast; card; collection; donation; gift; cake; transfer; swap; shift swap; rota;
jog; swim; gym session; yoga session; lunch away from my desk; screen break; phone in the
drawer; camera off; camera; phones off; laptop shut; no emails after six; no meetings on friday;
no phone at lunch; blood test; flu jab; dentist appointment; doctor's appointment; car service;
boiler service; code review; pull request; deploy; release; hotfix; merge; migration; rollback;
doc review; reading; marking; lesson; lecture; exam; parent call; home visit; ward round; safety
walk; toolbox talk; gemba walk
"""
"""Nouns that stand for an act."""

DELIVERABLES = """
report; email; presentation; slides; document; minutes; plan; draft; list; proposal; budget;
contract; invoice; spreadsheet; summary; agenda; schedule; offer; quote; memo; letter; slide
deck; deck; powerpoint; excel sheet; word file; pdf; file; form; template; checklist; timesheet;
expenses claim; expense report; rota; roster; shift plan; duty list; timetable; calendar;
project plan; action plan; action list; to-do list; roadmap; timeline; gantt chart; business
case; business plan; strategy paper; concept paper; white paper; position paper; briefing note;
brief; one-pager; two-pager; fact sheet; leaflet; flyer; brochure; poster; newsletter; article;
blog post; press release; social media post; video; recording; podcast episode; transcript;
translation; manual; handbook; user guide; guideline; policy; procedure; sop; work instruction;
method statement; risk assessment; rams; risk register; risk log; issue log; decision log;
action log; change log; audit report; inspection report; incident report; accident report; near-
miss report; test report; test plan; test cases; test results; bug report; ticket; user story;
backlog list; specification; spec; requirements document; design; mock-up; wireframe; prototype;
drawing; sketch; blueprint; floor plan; diagram; chart; graph; flow chart; process map; org
chart; dashboard; database; data set; query; script; pull request; commit; patch; release notes;
release; build; api; app; website; web page; landing page; faq; wiki page; readme; code;
feature; hotfix; tender document; bid document; tender response; rfp; rfq; rfi; purchase order;
order form; requisition; delivery note; packing list; receipt; credit note; statement of
account; balance sheet; p&l; income statement; cash-flow forecast; forecast; annual report;
annual accounts; quarterly report; monthly report; weekly report; management accounts; tax
return; vat return; payroll; payslip; pension statement; reconciliation; journal entry; cost
estimate; estimate; bill of quantities; valuation report; survey; questionnaire; survey results;
feedback form; evaluation form; appraisal form; performance review; self-assessment; objectives
sheet; reference letter; job description; job advert; job ad; person specification; cv; cover
letter; application; application form; offer letter; employment contract; resignation letter;
reference; certificate; licence; permit application; visa application; planning application;
grant application; funding application; ethics application; research paper; abstract; thesis
chapter; chapter; essay; dissertation; literature review; manuscript; peer review; lesson plan;
scheme of work; worksheet; exam paper; marked scripts; gradebook; school report; iep; care plan;
discharge summary; discharge letter; referral letter; prescription; patient notes; case notes;
handover notes; handover sheet; nursing notes; drug chart; meeting notes; notes; write-up;
shortlist; longlist; seating plan; menu; shopping list; stock list; price list; mailing list;
contact list; inventory; asset register; key register; visitor log; logbook; training record;
training matrix; skills matrix; training plan; onboarding plan; induction pack; welcome pack;
board pack; board paper; information pack; toolkit; scorecard; benchmark; swot analysis; root
cause analysis; rca; capa; 8d report; a3 sheet; kpi sheet; post-mortem; lessons learned; closure
report; sign-off sheet; snag list; punch list; as-built drawings; o&m manual; site diary; daily
log; lease; tenancy agreement; nda; service agreement; sla document; terms of reference; tor;
mou; power of attorney; deed; affidavit; statement; witness statement; court bundle; complaint
letter; apology letter; thank-you card; invitation; invite; itinerary; travel booking; floor
layout; label; sign; banner; logo; photo; photo album; business card; name badge; key; laptop;
parcel; sample; spare part; cake
"""
"""Things one can hand over."""

ACKNOWLEDGEMENTS = """
okay; thanks; thank you; will do; got it; noted; sure; perfect; great; sounds good; understood;
of course; no problem; no worries; cheers; fine; alright; all right; right so; grand; that's
grand; grand so; great stuff; cool; good to know; thanks for letting me know; thanks for the
heads up; thanks for the update; thanks for the reminder; thanks a million; thanks a mill; many
thanks; much appreciated; appreciated; thanks in advance; okie; okey-dokey; okey dokey; righto;
right you are; roger; roger that; copy that; copy; 10-4; acknowledged; message received;
received; received with thanks; well received; well noted; noted with thanks; duly noted; fair
enough; fair point; good point; makes sense; i see; i understand; i agree; agreed; absolutely;
definitely; certainly; indeed; exactly; yeah; dead on; no bother; no bother at all; not a
bother; not a problem; happy days; deal; done deal; will comply; on it; i am on it; leave it
with me; consider it done; all good; all clear; gotcha; say no more; point taken; taken on
board; thumbs up; wilco; tyvm; sure thing; for sure; you got it; you bet; very good; very well;
as you wish; as discussed; yes boss; yes sir; yes ma'am; ok ji; sure sure; noted please; kindly
noted; fine by me; works for me; suits me; that works; that's fine; happy with that; lovely;
lovely stuff; brilliant; excellent; nice one; smashing; wonderful; awesome; my pleasure; you're
welcome; anytime; right; ah right; mm-hm; uh-huh; fair play; good man; good woman; good stuff
"""
"""What only takes note."""

REFUSALS = """
i will not do it; i can not; i cannot; no thanks; no thank you; not going to happen; no way; i
refuse; i refuse to commit; i am not doing that; i will not be doing that; i will not be making
any promise; i do not want to; i would rather not; not me; not my job; that's not my job; not my
problem; above my pay grade; count me out; leave me out of it; i am out; hard pass; i'll pass on
this one; not interested; not for me; nope; not on your life; not a chance; no chance; fat
chance; over my dead body; when hell freezes over; when pigs fly; forget it; forget about it;
absolutely not; certainly not; definitely not; under no circumstances; by no means; out of the
question; i decline; i must decline; i respectfully decline; i am afraid i can not; sorry i can
not; unfortunately i can not; not able to commit; i am not in a position to; i have no time for
this; i do not have time; no time for that; i have no intention of; i have no plans to; i am not
promising anything; no promises; no comment; nothing to add; nothing from me; nothing; none; not
applicable; i do not do goals; i do not make promises; i do not see why i should; why should i;
do it yourself; dream on; you must be joking; are you joking; are you having a laugh; would you
go away; go away out of that; i will in my eye; my eye; not a bit of it; no can do; can not be
arsed; can not be bothered; could not be bothered; i would sooner not; will not be possible; it
is not possible from my side; i am not agreeing; i veto that; i am not signing up to that; do
not ask me; stop asking
"""
"""What promises nothing on purpose."""

COMPLAINTS = """
this is pointless; waste of time; what a waste of time; i am fed up with; i am sick of; i am
sick and tired of; i am tired of; it is not fair; it isn't fair; nobody listens; nobody cares;
no one ever asks us; nobody ever tells me anything; nothing ever changes; nothing changes here;
it is always the same; same old same old; here we go again; not again; i have had enough; enough
is enough; i am done; i can not take this any more; i hate this; i hate these workshops; i do
not see the point; what is the point; too many meetings; there are too many; there's too much;
we have too much work; i am drowning in work; i am overworked; i am snowed under; i am swamped;
we are understaffed; we are short-staffed; we are always short; there aren't enough; there is
never enough; we never get; we never have; we do not have the tools; the system is useless; the
system never works; the system keeps crashing; the software is rubbish; it doesn't work; it
never works; it is a joke; what a joke; it is a disgrace; it is a mess; it is a shambles; it is
chaos; it is ridiculous; this is ridiculous; it is unacceptable; it is a nightmare; it is
driving me mad; it drives me up the wall; does my head in; it is doing my head in; grinds my
gears; gets on my nerves; gets on my wick; pain in the neck; pain in the arse; pisses me off; i
am pissed off; it sucks; this sucks; it is rubbish; it is crap; it is brutal; it is a farce; it
is a box-ticking exercise; box-ticking; management doesn't care; management never listens;
management could not care less; they do not care; they never reply; they always change their
mind; he never answers; she's always late; hr is useless; it takes forever; it took forever; why
is it always me; why do we always; why does nobody; why can not they; how come we never; it is
all talk; all talk no action; another corporate exercise; more corporate nonsense; buzzword
bingo; we are treated like children; we are treated like numbers; i feel ignored; i feel let
down; i am disappointed that; i am frustrated; so frustrating; very annoying; i am not paid
enough; we are underpaid; the pay is terrible; the canteen is terrible; the coffee is awful; it
is too hot in here; it is freezing in here; too much noise; parking is a nightmare; i was never
told; i was not informed; i am not happy with; very unhappy with; facing lot of issues; it is
very difficult to work like this; such a headache
"""
"""What only complains."""
