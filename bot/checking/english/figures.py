"""English figures of speech that name an attitude, and acts that look like them."""

FIGURES = """
build trust; step up; be there for; keep an open mind; own it; lean in; go the extra mile; walk
the talk; bring my best self; drop the ego; hold space; keep calm; stay positive; do my best; be
more present; be a team player; lead by example; stay focused; keep an eye on; be more patient;
be kinder; stay on top of things; pull my weight; raise the bar; think outside the box; stay in
the loop; put the team first; put people first; put the customer first; have people's backs;
have your back; take it seriously; take it on board; take it easy; keep my cool; let it go; let
go; move on; move forward; be proactive; be more proactive; be available; be approachable; be
open; be transparent; be honest; be fair; be consistent; be supportive; be flexible; be
positive; be respectful; be reliable; be accountable; be on the ball; be more organised; be more
assertive; be more confident; be more visible; be more strategic; be less reactive; be less
defensive; be less of a perfectionist; be a better listener; be a better manager; be a better
colleague; be a role model; be the change; be my own boss; be all in; be in the moment; be on
the same page; be on board; be up for it; be in it to win it; be ready; be prepared; be
vigilant; be mindful; be aware; be careful; be curious; be bold; be brave; be myself; be human;
be nice; be good; be strong; be a sounding board; be a safe pair of hands; be a force for good;
be the bigger person; be part of the solution; be my best self; be solution-focused; be
customer-focused; be hands-on; be less hands-on; be tougher; be stricter with myself; be easier
to work with; be hard on the problem and soft on the people; be at peace with; feel less guilty;
feel more confident; feel comfortable saying no; feel at ease; stay calm; stay strong; stay
humble; stay curious; stay open; stay hungry; stay true to myself; stay alert; stay engaged;
stay motivated; stay grounded; stay sharp; stay ahead of the curve; stay ahead of the game; stay
in my lane; stay on track; stay on message; stay the course; stay agile; stay the calm one;
remain calm; remain professional; remain neutral; remain open; keep the faith; keep going; keep
on top of it; keep up the good work; keep up the momentum; keep the momentum going; keep my head
down; keep my head up; keep my chin up; keep my spirits up; keep my eye on the ball; keep my
eyes open; keep my ear to the ground; keep my finger on the pulse; keep my feet on the ground;
keep my nose clean; keep my nose to the grindstone; keep my temper; keep my sanity; keep my
composure; keep my sense of humour; keep myself motivated; keep things in perspective; keep
things simple; keep things moving; keep the peace; keep the show on the road; keep the plates
spinning; keep the bigger picture in view; keep people on side; keep everyone happy; keep it
real; keep it together; keep it professional; keep it light; keep on keeping on; keep a cool
head; keep a level head; keep a stiff upper lip; keep a healthy distance; keep a lid on it; hold
myself accountable; hold people accountable; hold myself to a higher standard; hold the line;
hold the fort; hold my nerve; hold my own; hold firm; hold it together; hold the team together;
stand my ground; stand firm; stand tall; stand by my team; stand up for myself; stand up for the
team; stand up to bullies; stand out; stick to my guns; stick with it; stick it out; stick to my
values; stick together; give it my all; give it my best shot; give it 110 %; give people the
benefit of the doubt; give it a good go; put my best foot forward; put my heart into it; put
myself out there; put myself first; put myself in their shoes; put safety first; put quality
first; put family first; put my money where my mouth is; put my trust in; put it behind me; put
things in perspective; bring my a-game; bring people along; bring people with me; bring my whole
self to work; bring good energy; bring the vibes; bring some positivity; show up for people;
show up fully; show up as my best self; show people i care; show leadership; show willing; show
up differently; take the bull by the horns; take the high road; take it one day at a time; take
each day as it comes; take the rough with the smooth; take things as they come; take it on the
chin; take nothing for granted; take charge; take the lead; take care of myself; take care of my
team; take people with me; take a leaf out of her book; get my act together; get my head around
it; get a grip; get better at; get on top of things; get ahead of it; get stuck in; get my head
in the game; get out of my comfort zone; get out of my own way; get my mojo back; get my house
in order; get over it; get on with it; get serious about; get behind the plan; get along with;
get on better with; get used to; get into the right mindset; get up to speed; get comfortable
with being uncomfortable; go all out; go all in; go above and beyond; go with the flow; go for
it; go the whole hog; go easy on myself; go back to basics; make it happen; make it work; make
it count; make it a priority; make the most of it; make the best of it; make people feel
welcome; make people feel heard; make people feel valued; make everyone feel included; make
myself available; make peace with; make myself useful; make my mark; let my hair down; let
people in; let bygones be bygones; let it slide; let it wash over me; let my guard down; let
nothing get to me; not let it get to me; not take it personally; not sweat the small stuff; not
lose my temper; not lose heart; not lose sight of the goal; not get stressed; not get sucked in;
not get wound up; not get dragged down; not be so hard on myself; not overthink it; not panic;
not give up; not give in; not dwell on it; not bottle it up; not be a pushover; not be afraid to
fail; never give up; lose the attitude; lose the fear; rise to the challenge; rise above it;
rise to the occasion; roll with the punches; roll with it; pull together; pull my socks up; pull
out all the stops; push myself; push the envelope; push through; push my limits; push for
excellence; power through; soldier on; press on; plough on; carry on regardless; muddle through;
hang in there; hang tough; dig deep; dig in; buckle down; knuckle down; bear down; man up; suck
it up; grin and bear it; bite the bullet; face the music; face my fears; embrace change; embrace
failure; embrace the challenge; embrace diversity; embrace the chaos; champion inclusion;
champion the values; live the values; live up to expectations; live in the present; live and let
live; walk the walk; walk in their shoes; walk tall; talk the talk; practise what i preach; set
the tone; set a good example; set the bar high; set myself up for success; play my part; play
fair; play the long game; play to my strengths; play nice; play it cool; play it by ear; play as
a team; see the bigger picture; see the best in people; see it through; see the positive; see
both sides; look on the bright side; look after myself; look after number one; look after my
people; look at the bigger picture; look forward not back; look beyond the numbers; look out for
each other; look out for the juniors; focus on the positive; focus on what matters; focus on my
wellbeing; focus on solutions; start with why; start afresh; start as i mean to go on; turn over
a new leaf; turn the page; turn the other cheek; wipe the slate clean; clear the air; clear my
head; clear the path for others; open my mind; open my heart; break down barriers; break down
silos; break the mould; break the cycle; break out of my shell; build bridges; build resilience;
build rapport; build momentum; build confidence; build a safe space; create psychological
safety; create good vibes; foster collaboration; foster trust; foster a culture of openness;
nurture talent; nurture relationships; cultivate gratitude; cultivate patience; instil
confidence; inspire others; empower my team; empower people; energise the team; lift people up;
lift the mood; boost morale; drive change; drive excellence; drive the agenda; drive engagement;
lead from the front; lead with empathy; lead with kindness; lead from behind; act with
integrity; act like an owner; act like a grown-up; act as one team; act my age; work smarter;
work smarter not harder; work as one; work hand in hand; work on myself; speak from the heart;
listen with an open heart; listen to my body; listen to my gut; trust the process; trust my gut;
trust my team; follow my heart; follow my instinct; follow through; honour my commitments;
honour the values; respect boundaries; respect people's time; respect differences; value
people's input; appreciate people; celebrate difference; assume good intent; assume positive
intent; seek to understand; strive for excellence; strive to be better; aim high; aim for the
stars; reach for the stars; shoot for the moon; dream big; think big; think positive; think long
term; think like an owner; think before i speak; choose kindness; choose my battles; pick my
battles; fight my corner; fight the good fight; fly the flag; carry the torch; toe the line;
bend over backwards; move the needle; move mountains; make waves; rock the boat; break the ice;
bridge the gap; close the gap; connect the dots; join the dots; find my voice; find balance;
find common ground; find my feet; find the joy in it; spread positivity; spread the love;
radiate calm; exude confidence; ooze enthusiasm; switch off mentally; recharge my batteries;
unplug mentally; slow down; ease up; ease off; lighten up; loosen up; chill out; calm down; cool
off; wise up; toughen up; man the barricades; up my game; sharpen my saw; sharpen my focus;
change my mindset; change my attitude; shift my mindset; shift the culture; shift gears; adopt a
growth mindset; adopt a positive attitude; adjust my attitude; adjust expectations; manage
expectations; manage my stress; manage my energy; manage upwards; control my temper; control my
emotions; curb my impatience; tame my inner critic; silence my inner critic; ignore the haters;
rise and shine; seize the day; seize the moment; do the right thing; do better; take my foot off
the gas; take
my foot off the pedal; take the heat out of; take the sting out of; take one for the team; pick
myself up;
give it everything; get to know; hold together; stick together; set
my priorities straight; get my priorities straight; keep my priorities straight; pull myself
together; get myself together; hold my head high; keep my spirits high; keep my hopes up; keep my
promises; keep my word; be true to my word; walk on eggshells; bury the hatchet; mend fences;
burn bridges; clear the decks; keep my powder dry; take a back seat; take the back seat; take
centre stage; step into the limelight; come out of my shell; come into my own; come to terms with;
come to grips with; come clean; find my rhythm; find my inner calm; find the
courage; find the strength; find meaning; find peace; find the right balance; find a balance;
strike a balance; strike the right balance; strike the right tone; hit the right note; hit the
ground running; set my mind to; set my heart on; set boundaries; draw strength from; draw
inspiration from; draw on my strengths; lift my game; raise my standards; lower my expectations;
let it all out; let others shine; let the team shine; make a difference; make
an impact; make an effort; make every effort; make more of an effort; make the team proud; make
my family proud; make progress; make headway; make strides; make room for others; make allowances;
make a fresh start; make a clean break; make my voice heard; make my presence felt; give credit
where it is due; give hope; give meaning; give direction; give it time; put up a fight; put on a
brave face; put past quarrels behind me; put the past behind me; put
things right; put trust in; put faith in; put energy into; put effort into; put care into; put
love into; show backbone; show heart; show presence; show goodwill; show solidarity; show my
face more; show strength; show vulnerability; show my human side; show who is boss; show what i
am made of; bring calm; bring clarity; bring structure; bring order; bring hope; bring peace;
bring warmth; bring people together; bring the team together; bring something to the table; carry
the team; carry myself with pride; radiate confidence; stay close to people; stay close to my
team; stay in touch with my feelings; stay in control; stay in charge; stay in the driving seat;
stay on the ball; stay on my toes; stay out of politics; stay out of trouble; stay away from
drama; stay away from gossip; stay away from negativity; keep away from drama; keep a sense of
humour; keep the bar high; keep standards high; keep morale up; keep the mood up; keep the
flame alive; keep the fire burning; keep the spirit alive; keep tabs on; keep pace
with; keep in touch; turn things around; turn it around; turn the tide; turn a corner; turn a
blind eye; turn over a leaf; work as a team; work through it; work my magic; work harder; work
better; wear many hats; weather the storm; win hearts and minds; win people over; zero in on;
be at my best; be at ease; be on the front foot; be on top of; be on my game; be on form; be on
good terms with; be on the lookout; be on my guard; be on my best behaviour; be on time; be in
control; be in charge; be in tune with; be in good spirits; be in touch with; be there for; be
there in spirit; be first among equals; be behind my team; do my bit;
swallow my pride; swallow my anger; keep a lid on my anger; bite back my temper; put my heart
and soul into; be a rock; be a rock for; be all about; lose sight of; lose heart; lose my
temper; lose my cool; lose faith; lose hope; lose touch with; wear the badge with pride; do my
utmost; do my level best; do justice to; do right by people; do whatever it takes; do what it
takes; give of my best; walk with my head held high; wear my heart on my sleeve; sing from the
same hymn sheet; march to my own drum; keep the home fires burning; keep the customer at the
heart; keep the main thing the main thing; put my shoulder to the wheel; pay it forward; cut
people some slack; cut myself some slack; go easy on people; own my mistakes; own the outcome;
own my space; own my part; own the room; rein myself in; bring the team closer; bring out the
best in people; get the best out of people; treat people well; treat everyone equally; treat
people with respect; treat people as adults; treat every customer like family; stop being so
negative; stop being defensive; stop being a control freak; stop being so hard on myself; stop
worrying; stop caring so much; stop overthinking; stop micromanaging; stop second-guessing
myself; stop taking things personally; stop sweating the small stuff; stop feeling guilty; stop
playing small; stop procrastinating; give 110 %; give my all; give more credit; give space; give
my full attention; give more support; give more recognition; give people room to breathe; give
trust; give respect; give everyone a fair chance; give people more freedom; give myself a break;
give priority; give it some thought; give it more time; give it a chance; give weight to their
views; give hope; give people confidence; take ownership; take responsibility; take initiative;
take a step back; take more time for people; take pride in my work; take care; take more
interest; take more risks; take accountability; take criticism better; take a broader view; take
a back seat; take the pressure off; take a more active role; take the long view; take stock;
take heart; build better relationships; build team spirit; build a strong culture; build
credibility; build goodwill; build a sense of belonging; create a good atmosphere; create value;
create a safe space; create a sense of urgency; create synergies; create opportunities; create
alignment; create clarity; create impact; create buy-in; create a positive environment; create a
feedback culture; show more respect; show appreciation; show empathy; show commitment; show
interest; show initiative; show patience; show gratitude; show flexibility; show solidarity;
show more of myself; show a united front; show vulnerability; show willingness; show backbone;
set an example; set a high standard; set healthy boundaries; set clear expectations; set the
right priorities; set a positive mood; set my mind to it; set my sights higher; set the bar
higher; keep the momentum; keep focus; keep motivation up; keep morale high; keep a positive
attitude; keep the bigger picture in mind; keep the team spirit alive; keep standards high; keep
perspective; keep faith; keep everyone in the loop; keep a good balance; have more patience;
have an open door; have confidence; have a positive mindset; have more empathy; have faith in
the team; have everyone's back; have courage; have a can-do attitude; have a better work-life
balance; have more discipline; have a thicker skin; have zero tolerance; have fewer worries;
have more fun; have the right mindset; bring positivity; bring more energy; bring enthusiasm;
bring added value; bring a fresh perspective; bring passion; bring people together; bring
clarity; bring calm to the room; bring humour; bring my whole self; hold myself to account; hold
high standards; hold firm views; hold the vision; make an effort; make a difference; make time
for people; make room for others; make an impact; make the most of my time; make allowances;
make myself more visible; make more of an effort; make space for ideas; make peace with it; make
sure everyone feels heard; make progress; put more effort in; put more heart into it; put my
trust in people; put more emphasis on quality; put energy into it; put quality before speed; put
pressure on myself; put the customer at the centre; pay more attention; pay closer attention;
pay more heed; pay respect; pay more regard to detail; pay tribute to the values; get a better
balance; get more organised; get more involved; get my confidence back; get perspective; get a
handle on things; get a better understanding; get clarity; get comfortable with change; get
alignment; do justice to the work; do more for the team; find more joy; find a better rhythm;
find the courage; find more time for myself; find meaning; lend an ear; lend support; offer more
support; offer understanding; offer encouragement; offer a sympathetic ear; offer guidance; gain
trust; gain confidence; gain respect; gain perspective; gain visibility; gain clarity; earn
trust; earn respect; earn my place; earn credibility; share the load; share the vision; share
responsibility; share the spirit; share the burden; open up more; open new horizons; open doors
for others; drop the attitude; drop my guard; drop my perfectionism; drop the blame game; lose
my shyness; lose my impatience; carry the culture; carry the values; carry my share of the load;
carry less stress; develop a growth mindset; develop trust; develop better habits; develop
empathy; develop a thick skin; develop team spirit; draw strength from the team; draw a line
under the past; draw boundaries; leave my ego at the door; leave work at work; leave the past
behind; leave room for others; clear my mind; raise awareness; raise my profile; raise morale;
raise my standards; run with it; run a tight ship; stick to my principles; turn a corner; turn
negatives into positives; cut the negativity; cut the drama; work on; get better; change my
ways; communicate better; communicate more; build on; learn to; move forward on; push forward;
drive forward; speed up; scale up; ramp up; level up; raise my game; tighten up; polish my
skills; extend my skills; manage better; handle better; deal better with; cut down on; cut back
on; adjust to; roll forward; chip away at; make headway on; make inroads; make strides; gain
ground; catch up on my skills; keep up to date; brush up on; stay up to date; become better at;
become more efficient; be more productive; gain experience; gain expertise; build up competence;
mainstream inclusion; make better use of; do better at; turn around; upgrade myself; meditate
on; mull over; weigh up; think through; think over; think about; dwell on; bear in mind; keep in
mind; take into account; take on board; factor in; figure out; make sense of; process
(feelings); put up with; bear with; dedicate myself; devote myself; believe in; identify with;
feel for; relate to; look up to; look down on; look forward to; long for; settle down; cheer up;
care about; worry about; pay attention; lean towards; side with; sympathise with; root for; be
inclined; rely on; count on; bank on; have faith; hold dear; distance myself; step back; zoom
out; size up; rate highly; esteem highly; be grateful; delight in; revel in
"""
"""Verb and object together are no act."""

ACTS = """
make a call; send an email; take the minutes; set up a call; book a room; make a list; take a
break; have a meeting; give a presentation; hold the review; make the rota; make the coffee;
make a phone call; make tea for the team; make a copy; make a backup; make a spreadsheet; make
the slides; make a checklist; make a poster; make an appointment; make a booking; make a
reservation; make a payment; make a donation; make the bed; make the sandwiches; make a note in
the log; make the handover sheet; make the announcement; make a start on the first draft; make
the corrections; make the changes in the file; make the introductions; make up the orders; make
out the invoice; make a short video; make a template; make labels; make an entry in the ledger;
make a recording; take the call; take notes; take the bins out; take my lunch outside; take the
stairs; take the train; take the bus; take a photo; take pictures of the site; take the stock
count; take the register; take the early shift; take the late shift; take the desk by the door;
take the laptop home; take the dog out; take a walk; take a day off; take friday off; take my
annual leave; take my full lunch break; take the afternoon off; take the new starter to lunch;
take the client to lunch; take her for a coffee; take the van to the garage; take the parcel to
the post office; take the signs down; take the meter reading; take the temperature; take blood;
take a deposit; take down the old page; take over the chair; take the floor; take the kids to
school; take the order; take the booking; take the measurements; take samples; take the keys
back; take the boxes to the store; take a screenshot; take the test; take out the rubbish; take
one agenda item off; take the phone off the desk; take the apps off my phone; give the keys;
give a talk; give a demo; give a speech; give my notice; give the induction; give the toolbox
talk; give the opening words; give a written warning; give feedback in the one-to-one; give the
new starter a tour; give him the file; give her the floor; give the client a quote; give him a
lift; give the team the afternoon off; give each person a card; give out the badges; give out
the leaflets; give out the tasks; give the handover; give the deposit back; give the plants
water; give the injection; give a reference; give evidence; give the training; give the class;
give a tenner to the collection; give her a ring; give him a shout on teams; give the car a
wash; give the keys back; give two examples; give dates in writing; put the list on the wall;
put the bins out; put the phone away; put my phone in the drawer; put it in the calendar; put it
on the agenda; put a slot in the diary; put the kettle on; put the file on the drive; put up the
poster; put up the sign; put up the shelf; put the rota up; put the chairs out; put the numbers
in the sheet; put it in writing; put a ticket in; put in a request; put in my leave; put in an
order; put the order through; put the call through; put the shutters down; put the tools back;
put the stock away; put the delivery away; put the alarm on; put the heating off; put on my hi-
vis; put on the headset; put on the hard hat; put a note on the fridge; put a post-it on my
screen; put a name next to each task; put the draft in the shared folder; put together the pack;
put together the shortlist; put my out-of-office on; put the question to the board; put the
proposal to the committee; put five euro in the jar; put the laptop in the bag; put my hand up;
put my name down; set up a meeting; set up a standup; set up the projector; set up the room; set
up the stall; set up the chat group; set up the standing order; set up the account; set up a
poll; set up interviews; set up the printer; set an alarm; set a reminder; set a timer; set the
table; set the agenda for thursday; set the date; set the out-of-office; set my status to busy;
set the homework; set the exam paper; set the traps; set the dial; set down three points in
writing; set aside an hour in the diary; keep my camera off; keep my camera on; keep my mouth
shut; keep my phone off; keep my door closed; keep my office door open; keep a log; keep a
diary; keep the minutes; keep a tally; keep the receipts; keep the list up to date; keep friday
free of meetings; keep the window shut; keep my laptop shut; keep my mic muted; keep the spare
key; keep a time sheet; keep the meeting to 30 minutes; keep a copy; keep quiet in the meeting;
keep score on the whiteboard; keep the aisle clear; keep the first aid kit stocked; have a call
with; have a chat with; have a coffee with; have lunch with; have a one-to-one with; have a word
with; have a catch-up with; have a debrief with; have a beer with the team; have the
conversation with; have the boiler serviced; have the van washed; have my eyes tested; have the
flu jab; have a retro; have a team breakfast; have a walk-through of the site; have the report
printed; hold the meeting; hold a workshop; hold a one-to-one; hold the door; hold a drop-in;
hold office hours; hold a raffle; hold the interviews; hold a fire drill; hold the pen; hold the
ladder; hold the agm; hold a vote; hold my tongue; hold back my answer; hold a minute's silence;
hold the town hall; hold off replying; bring cake; bring the laptop; bring breakfast; bring the
doughnuts; bring the file to the meeting; bring a colleague to the visit; bring the keys; bring
the samples; bring a packed lunch; bring it up at the meeting; bring up the budget; bring two
options; bring the car round; bring the invoices; bring in the signs; bring the printouts; bring
the projector; get the file to her; get the quote; get the milk; get the train; get the car
serviced; get the tyres changed; get in at eight; get up at six; get the order out; get the
email out; get the draft out; get on the phone to; get the stock in; get the first aid kit
refilled; get a card for; get the cake; get off the call; get the report printed; get out of the
building at lunch; get the lads together; get back to him; do the rota; do the payroll; do the
invoices; do the washing-up; do the dishes; do the school run; do the filing; do the stock take;
do the rounds; do the handover; do the risk assessment; do the minutes; do my expenses; do my
timesheet; do the vat return; do the accounts; do the floors; do the windows; do the banking; do
the till; do the bins; do the backup; do the safety walk; do the site visit; do the inspection;
do the interviews; do a night shift; do the monthly close; do the marking; do the lesson plan;
do a test run; do a demo; do ten push-ups; do a round of calls; do the bread order; do the post;
do the photocopying; do the training; do the e-learning module; do the first-aid course; do the
appraisals; do a headcount; do the cash-up; do the close-down; do the opening shift; do the
weekly shop; pay the invoice; pay the bill; pay the supplier; pay the deposit; pay for lunch;
pay a visit to; pay the fine; pay back the tenner; pay in the takings; pay the subs; build the
shelf; build the prototype; build the dashboard; build the page; build the wall; build the test
rig; build the deck; build a pivot table; build the stand; create the ticket; create a folder;
create an account; create a channel; create the spreadsheet; create the invite; create the
invoice; create a backup; create a form; create the event page; show the slides; show the draft
to; show the new starter round; show her how to use the till; show the demo; show my screen;
show him the contract; show the flat; show the video; show the figures at the meeting; run the
meeting; run the report; run the payroll; run the workshop; run the tests; run the script; run a
fire drill; run five kilometres; run the backup; run the quiz; run the stand; run the water; run
a bath; draw the plan; draw a chart; draw up the contract; draw up the rota; draw up a list;
draw the blinds; draw the raffle; leave at five; leave my phone at home; leave the office at
six; leave a voicemail; leave a note; leave the laptop at work; leave the key with; leave the
room; leave the chat group; open the shop; open the mail; open the ticket; open the meeting
with; open the window; open a bank account; close the ticket; close the laptop at six; close the
tab; close the shop; turn off notifications; turn off the lights; turn my camera on; turn up at
nine; turn down the heating; turn the sign; cut the grass; cut the meeting to 25 minutes; cut
the cake; cut the keys; raise a ticket; raise it at the meeting; raise my hand; raise a po;
raise an invoice; drop the keys off; drop him an email; drop into the office; drop by her desk;
drop the kids off; pick up the phone; pick up the parcel; pick up the litter; go to the gym; go
to the meeting; go to bed by eleven; go for a walk; go home at five; go through the list with;
go over the draft with; go round the wards; go on site; walk the floor; sit in on the call; sit
next to; stand at the door; say nothing; say hello to each person; say thank you to; say no to;
say sorry to; ask one question; ask for the figures; tell him no; tell her the date; let him
chair; let her finish; let the team answer first; look at the draft with; reach out to; touch
base with; ring the supplier; ping her on slack; share the file; share my screen; share the
link; offer her the shift; offer a refund; offer him a seat; find a replacement for friday's
shift; find the receipt; lead the meeting; lead the stand-up; lead the tour; lend him the drill;
lend her the laptop; carry the boxes; clear my desk;
be on the phone; be on the floor; be on site; be on the line; be on the ward; be on the shop floor;
be on the pitch; be on the door; be on the desk; be on the bridge; be on the train; be on the call;
be at the gate; be at the door; be at the desk; be at my desk; be at the entrance; be at the office;
be at the station; be at the counter; be at the machine; be at the bench; be at the table; be at
work by; be at work at; be at the meeting; be at the site; be at the depot; be at the dock; be in
the office; be in the room; be in the building; be in the workshop; be in by; be in at; be out of
the office; be out of the building; be out by; be home by; be back at; be back by; be first in;
be there at; be there by; be on deck; be on the stand; be on the forklift;
stay late; stay longer; stay till; stay until; stay behind; stay at; stay in the office; stay in the
room; stay on site; stay home; stay on the line; stay out of the office; stay out of the kitchen;
stay out of the room; stay away from; stay in bed; stay to the end; stay for; stay after; stay on
after; stay over; clear the inbox; clear the table; clear the
jam
"""
"""The same verbs with something one can see."""
