"""English lines of team check-ins: what may be shown, and what judges somebody.

They are read by `bot.lines.likeness`. A line that was told apart wrongly is worth adding.
"""

FINE = """
The sales team needs the price list by the 20th
Could the night team note the temperature of the fridge?
People who start at 6 can't join a 5 pm meeting, let's move it
I can help those who are new to the triage tool
The devs and the designers should sit together on Mondays
Customers wait too long at the service desk
Nobody knows where the spare keys are
Too many people in the status meeting
Some of us work from home on Tuesdays, please add a link
Managers could share the budget with us earlier
More people on saturdays please
I'd love feedback from the nurses on the new form
An hour with the accountants before closing
Great work on the migration, let's write down what we learned
Thanks everyone for the help last week
Thank you all for a calm week, I can bring croissants
You can count on me for the inventory
I trust you to choose the date
Can we please stop using three chat tools
Learn to use the new CRM together, I can show the basics
Start the stand-up on time even when people are missing
I want to learn how to read the balance sheet
Nothing to add, thanks
I don't have enough time for code reviews
The day team and the night team should meet once a month
Respect the break times on the board
I'd like to work with the other shift now and then
We complain a lot and change little, let's pick one thing
I never know who is on call
No one to cover the desk at lunch, can we set up a rota
Who does what is unclear since the reorganisation
When somebody is off sick, tell us who takes over
The petty cash needs a second signature
Patients ask us the same questions, a leaflet would help
Suppliers get paid late and call us every day
The approvals take two weeks
Same questions every month, I can write a FAQ
I'd like others to tell me when I talk too much
Everyone to do their timesheet by Friday noon
Please be on time for the handover
Some praise now and then
Management to tell us the plan for the move
More respect for the quiet hours
I'm the only one who has the code for the safe, somebody else should have it
I do the bank run on my own, would like a second person
If people need help with the new scanner, I'm in on Thursdays
the legal team answers after a week, we need 2 days
Let's do fewer things and finish them
A thank you for once we hit the target
alerts are noisy, they fire at night for nothing
we got the figures late again, they come from three sources
Ask for help earlier, all of us
I can sit with whoever does the payroll export next month
The students need a proper induction day
colleagues on leave should not be called
A room for the parents who wait
Drivers wait 40 minutes at the gate, we need a second slot
You could all join the tasting on Tuesday
Happy to answer any question you have about pensions
fewer people in copy of the emails
Let the juniors present too
how about a shared inbox for complaints
that nobody works through lunch
Someone to swap my Saturday with
I know the old system well, use me
the office is cold and the heating is broken again
Say what you need, I'll see what I can do
No emails after 7 please, people have families
You've been great, keep the humour
The managers need the numbers on Monday, so freeze them on Friday
A clear yes or no when I ask for leave
it takes three people to approve a pencil
the new joiners guide is out of date, I can fix it
Two signatures are too many for 50 euros
everyone brings one idea to the retro
I was ill, sorry for the delay, back on it
I'd like some thanks when we do overtime
don't forget the smoke test before you deploy
Great to see the waiting list go down
handover sheet filled in before 7 pls, not at 7.20
I can cover two night shifts in december
Less meetings on tuesday mornings
happy to show anyone how the new pump works
one place where the passwords for the lab are kept
would be great to know the rota three weeks ahead
I could review PRs between 9 and 10 every day
that we stop merging on friday afternoon
The build breaks every friday and nobody gets an alert
decisions come late, often after the sprint has started
a written brief before we start coding
I offer to write the runbook for the postgres failover
Clearer tickets: what, why, until when
deliveries arrive after opening, shelves stay empty til noon
i can do the stock count on monday so the rest of you can open
Somebody to take over the till when there are more than 5 customers waiting
two people at the fitting rooms on saturdays
will bring a cake when we hit target ;)
Get the invoices before the 25th
I'll share my pivot table template for the accruals
Month end closing takes 9 days, I'd like us to try 6
an answer within 2 days when I ask for a missing receipt
that we read each others notes before the audit meeting
Too many versions of the budget file are going around
I'm good with mail merge, ask me
the counter should close at 4 on the day of the council meeting
Forms in plain language, citizens ring us because the letter is unclear
I can take the phone duty on wednesdays in exchange for friday
nothing special, just keep going like this
honest feedback on my slides, even when it hurts
More patience with me while I learn the new software
please tell me early when a deadline moves
we work well together on the ward, lets keep the 5 min huddle
I expect quieter mornings in the open space
coffee and an hour of my time for anyone stuck with SAP
Shorter meetings
Answers within a day
I offer an hour of help with Excel on Fridays
An agenda before each meeting
i expect clear priorities at the start of the week
One decision at the end of every meeting please
I can review pull requests in the morning
fewer last minute changes
That we say no more often
I will write the minutes in May and June
Less email, more Slack
To know by Tuesday what the Paris office has decided
I offer to run the retrospective this month
We should close tickets in Jira before Friday
mark tasks as done when they are done
More trust when we work from home
Expect: quiet mornings. Offer: I take the phone from 9 to 10
I can train anyone who wants to learn Power BI
A shared calendar for holidays
Will we stop inviting the whole team to every call?
Being told early when a deadline moves
We never finish on time, let's book 45 minutes instead of 60
I'd like us to give each other more feedback
The SAP export is always late, we need a fix
I am often late to stand-up, I will do better
cameras on for the first five minutes
Let people finish their sentence
Hope for more visibility on the budget
An honest talk about workload
I can lend a hand to whoever is stuck
Documentation in GitHub, not in private notes
A bit more patience with newcomers
shorter queue at the pharmacy hatch, maybe two windows open
I can do the early round on thursdays
bring back the whiteboard in the corridor
please label the samples with date and time
extra pair of hands on discharge days
I'll teach the new glucose meter at handover
more notice when beds are moved
quiet corner for writing notes
a list of who is on which bay
can someone swap the 24th with me
I offer to check the crash trolley every monday
we forget the fluid charts, a reminder on the door would help
one agreed way to name branches
smaller pull requests, easier to review
I can be on call the week of the 12th
write tests before the refactor
let's delete the flaky tests or fix them
The staging server is down every other day
docs for the payment api
I'd like to pair on the kafka migration
fewer priorities, three is enough
Happy to demo the new dashboard
estimates without pressure
Deploys take two hours, let me look at the pipeline
a proper design review before we build
Keep the demo short, 20 min max
tidy stock room, boxes off the floor
promo posters arrive after the promo has started
I can open on sundays this month
price tags printed the evening before
Two extra baskets near the entrance
training on the new till
a chair at the counter please
I'll do the window display for easter
rota on the wall by the 15th
Less paper, the returns form could be digital
we sell out of the bread by 11, order more
know the sales target at the start of the week
help me count the safe at closing
a shared file for supplier contacts
invoices with an order number please
I can reconcile the bank account daily
clear cut-off dates for the close
VAT questions: ask me any morning
The ledger export has wrong columns
Expense receipts as PDF not photos
one template for all budgets
I'd like to understand how the forecast is made
audit files ready by the 10th
someone to double check the payroll run with me
no new requests on closing day
quicker sign-off for small amounts
a map of who handles which permit
Shorter letters to residents
I can take the front desk on market days
phones forwarded during lunch
Complaints logged in one place
I offer to update the website page about passports
Files come back incomplete from the other building
time to read the new regulation before it applies
a weekly half hour to share tricky cases
better chairs in meeting room 2
Clear instructions for the flood plan
I can translate the leaflet into polish
open the windows more often
more daylight in the archive room lol
celebrate when a project ends
I'd like to hear what other teams are working on
to be told when I make a mistake
I ask too many questions maybe, tell me when it's too much
i'll bring fruit on mondays
plan the summer leave before march
a proper goodbye when someone leaves
less rush in the morning briefing
Keep the friday quiz
room bookings that are respected
agree on what done means
feedback after my first presentation
walk and talk meetings when it's sunny
nobody should have to lift alone
Support from the group when a patient gets angry
we are a good bunch, keep it up
Meetings start late, then run over
My laptop is slow, who do I ask
tools that work together
I'd like the team to try one thing at a time
our team works well, I'd keep the monday coffee
ask me if you need a hand with the forklift
You can borrow my notes from the course
tell me what you need before wednesday
what do you need from me this month?
I will listen more and talk less
can we talk about the workload without blame
people from the other site could join by video
Everybody gets a turn to lead the huddle
I'd rather have one long meeting than three short ones
nobody has the key to the second cupboard
If I forget something please say so right away
I don't understand the new form, who can explain it
the others showed me around, I'd like to do that for the next ones
it would help me to know why we do it
we never see the customer feedback
someone to eat lunch with on my late days
always happy to help with stats
No idea where the templates are stored
Someone who knows excel to sit with me for an hour
we could be quicker with quotes
I am bad at planning, would like tips
I don't like the new layout, can we vote
stop the monday email, a post in the channel is enough
our managers need the figures earlier than us
It's hard to hear the phone in the shop
the same report is typed twice
only urgent things by phone please
all of us on site on tuesdays
I feel well in this team
good humour, that's all
tell new people where things are
the doctors round is at 8, could the lab results be there by then
I'd like to learn from the seniors
the help desk closes too early for our shift
We wait for approvals more than we work
get to know the people in the warehouse
thanks for the warm welcome, I offer to write a guide for the next starter
you lot are the best, drinks on me
Some screens are too small for two windows
If you have no time this week, say so, no problem
some parts arrive broken
some quiet in the afternoon
certain files are missing from the share
nobody should work on a ladder alone
No one should stay late without being asked first
people here are friendly, I'd like to keep that
you are a great team to work with
everyone is kind to newcomers, thank you
others may need the room too, so book it
colleagues on the road should get the notes by mail
staff on nights could be asked about the new rota
remote people should be able to see the board
you can call me any time for the alarm
you get the first draft from me by noon
you don't have to answer at night
If something is wrong with my reports tell me
never skip the double check on insulin
we should never deploy without a backup
always two people in the cash office
I always have ten minutes for a question
I'm always free on wednesday mornings
don't hesitate to call
the rules for overtime are not clear to me
half an hour without phone each day
most tickets have no owner
many forms could be one form
several customers asked for card payment
a few of the chairs are broken
all the small jobs end up at the end of the day
What about a common folder
Why do we keep two stock lists?
It is not clear who signs
They keep changing the regulation, a summary each month please
when the others are at lunch I can take the calls
the cleaning team needs access on sundays
the whole team should get the same training
I think the process is too slow
I feel the meetings could be shorter
we can't see the calendar of the other team
Would you like me to run the session on dosage
would you mind closing the window of the archive
say what you did and what is left
time to think before we decide
some time alone with the drawings
some lamps are broken in the corridor
""".strip().splitlines()
"""Wishes and offers, and what is said of work, tools and ourselves."""

JUDGING = """
Some folks treat the break room like their own kitchen
It's always the same people who stay late, guess who
I'd expect a bit of honesty from the people upstairs
HQ has no idea how we work here
Nurses on the other ward look down on us
Nobody lifts a finger when the delivery comes
If only the rest of you could read
People talk behind my back
Not everybody here is a team player, if you see what I mean
I wonder what some people are paid for
My so-called colleagues
You can't ask anything without getting a sigh
sales promise the moon and we pick up the pieces
Thanks for letting me down yet again
The older ones won't change anyway
a team that actually works as a team would be new
This team is a joke
we have too many chiefs and not enough indians
I have to clean up after grown adults every day
wish people had some common courtesy
Everyone just looks out for number one
I get the feeling the early shift is avoiding the hard work
Would it kill you to say good morning
They were hired for who they know
those engineers who think testing is beneath them
I'm sure you all meant well but the result is poor
nobody tells the truth around here
you could at least pretend to be interested
Stop hiding in the office when customers queue
less drama less gossip
I feel let down by the group
the new ones have no work ethic
some are more equal than others here
Finance lives in another world
Our team is full of people who say yes and do no
I expect adults not children
the way I'm spoken to here is not ok
Being ignored every time I open my mouth, thanks
Unlike some, I do finish my work
You always find an excuse
Too many passengers in this team
We're carrying people who shouldn't be here
it's not that hard to wash a cup, is it
Maybe hire people who can count
everyone is nice to your face and then...
Leaders who lead would be a start
I can lend my watch to the ones who come at 9.30
Frankly the others are not very rigorous
Nobody ever thanks anyone
I am tired of doing other people's work
Somebody has to say it: this lot is not trying
if people spent as much time working as they do chatting
it's like talking to a brick wall
I thought I was joining a team, turns out I wasn't
you're welcome, for the hundredth time
I won't hold my tongue any more about the free riders
the loudest always win here
only the favourites get the good shifts
Yes men everywhere
My opinion doesn't count here anyway
I offer a clock, since nobody seems to own one
Our dear planners have never set foot in a shop
the doctors think they are gods
It would help if you read what I write
Bit of effort wouldn't go amiss from the afternoon crew
I have my doubts about the skills in this group
you make promises and forget them the next day
people are only here for the pay cheque
Everyone is afraid to speak up because of the usual suspects
the seniors guard their knowledge like treasure
I don't feel supported by any of you
not impressed with the attitude lately
Well some of us have work to do
the team deserves better people
don't expect help from me after how you acted
hr is useless
Politicians, all of them, not one does a real job
I'd rather do it myself than wait for you
we all know who breaks the build
polite people say hello in the morning
you never listen anyway
Half of this team does nothing all day
some people here are simply lazy
Management doesnt have a clue what happens on the floor
it would be nice if certain colleagues could manage to be on time for once
I expect nothing from you lot any more
oh great, another brilliant idea from the office people
the night shift leaves everything in a mess for us
With all due respect, I find the sales team rather arrogant
Could people grow up please
they only care about themselves
as if anyone here cared what I think
youre all so slow its painful
The devs are divas
that those who always moan start working instead
people who hide behind their screens
less backstabbing from the early shift
perhaps a few of us are not quite up to the job
You should be ashamed of how you left the kitchen
I do all the work and the others take the credit
No one here can be trusted with a secret
fewer egos in the room
clearly the finance folks think they're better than us
I offer lessons in good manners, some of you need them
stop being such babies about the rota
They never listen
You are lazy
Some people do nothing all day
Nobody here is competent
he is useless in meetings
She always complains
you are always late
certain colleagues don't pull their weight
Half of you are not serious
They're incapable of keeping a deadline
someone keeps taking credit for my work
the others don't care
People here are so negative
You lot never help
stop being so arrogant
You only come to me when you need something
I stopped expecting help a long time ago
the same two people run the whole place
nobody says hello in the morning
do you people ever read the notes
why do I even write handovers if no one reads them
Some of the staff are on their phone all day
managers who have never done a night shift tell us what to do
it's a club, and I'm not in it
There is a lot of talking and very little doing from some
you forget everything you promise
I think the others could show a bit of gratitude
Everyone waits for somebody else to do it
people vanish when there is real work
If you can't do the job, say so
we have cowboys in this team
the devs write rubbish and let us test it
designers live on another planet
They act as if they own the place
Bosses take, workers give
management says one thing and does another
upstairs they don't have the faintest idea
great leadership, as always
well done for ruining the release
thanks for not inviting me, very classy
I love being the last to know
oh sure, let's ask the experts again
interesting how the work always lands on my desk
must be wonderful to leave at three every day
funny, I thought we were colleagues
another week of covering for others
I'd be happy if some people simply did what they are paid for
with respect, the quality of what you deliver is poor
I am not sure everyone here has the right skills
perhaps the team is not as good as it believes
Maybe a few people chose the wrong career
the back office could show a little more interest
we could use colleagues with a sense of duty
I don't want to blame anyone but the late crew is a mess
no names, but some of us are always ill on mondays
honest question: what do half of you do all day
everybody knows who the problem is
trust is gone in this team
I can't rely on my colleagues
you don't keep your word
you make me feel stupid
talk to me like a human being
You interrupt me all the time
your jokes aren't funny
your tone is awful
your constant remarks wear me down
you all went behind my back
I am invisible to you
forget it, you won't change anyway
do what you want, nobody asks me
whatever I say it's wrong
I won't bother any more
my ideas get stolen
I get blamed for everything
people laugh when I speak
the young ones can't handle pressure
the old guard blocks everything
men explain my job to me here
the part timers get all the perks
part timers think they can leave early
night nurses sit around drinking tea
the surgeons treat us like servants
cashiers gossip instead of serving
accountants always know better
IT hides behind tickets
hr protects the bosses not us
sales gets the glory we get the blame
civil servants sleeping at their desks, true here
a team of soloists
an office full of cowards and yes-sayers
too much jealousy
less hypocrisy please
fewer people who only want to shine
stop pretending you care
stop dumping your work on me
quit blaming us
grow a thicker skin people
Get off your phones and help
try doing your own photocopies
learn some manners
look at yourselves before criticising
show up for once
do something, anything
I offer coffee to wake up those asleep in meetings
I offer my resignation if it makes you happy
I expect the truth for a change
expect nothing and you won't be disappointed
A bit of brains would be nice
not everybody pulls in the same direction, to say it nicely
it's every man for himself
half the meeting is people showing off
you think you know everything
you could have told me, but no
You ruined my week
none of you stood up for me
why is it always me who has to clean the fridge
where is everyone when it gets busy
how hard can it be to answer a mail
is it normal that only three of us work
would be nice to be treated as an equal
Respect, that's a word you don't know
maybe start by respecting the others
the problem is not the tools, it's the people
with a team like this no wonder we fail
worst team I ever had
a few rotten apples spoil everything
I'm surrounded by amateurs
this is not a team, it's a zoo
nothing will change with this lot in charge
the wrong people get promoted here
loyalty goes one way here
two faces, that's all I see
People smile and then stab you
they hired anybody, clearly
it shows who has experience and who doesn't
not my fault if the others can't follow
I do my part, can't say the same of everyone
let's not pretend we all work as hard
the mess in the kitchen says a lot about you
so many opinions for people who do so little
would love to work with professionals one day
the quiet ones do the work, the loud ones get the raise
I have no words for the way this group behaves
as long as certain persons are here I won't say anything
What a bunch
shame nobody has the courage to speak
the easy jobs always go to the same
my colleagues disappoint me
it's sad to see how little you care
you're not the boss of me
I expect an apology from the group
""".strip().splitlines()
"""What is said of others: frankly, politely, ironically, sulking."""
