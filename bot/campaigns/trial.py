"""The test run: what people will get, sent to HR's own account, seconds apart instead of weeks."""

from datetime import timedelta

from bot.campaigns import roles
from bot.campaigns.arrivals import Rehearse
from bot.campaigns.content import Campaign
from bot.campaigns.counts import counted
from bot.campaigns.previewing import USUAL, current
from bot.campaigns.speaking import hr_message, may_act
from bot.campaigns.texts import distinct, readable
from bot.cards import Card
from bot.days import say_day, say_time
from bot.messages import Heading, Message, Reply
from bot.turn import Turn
from bot.visibility import NOTHING_ASKED

APART = timedelta(seconds=1)
"""Between two messages: what Slack takes in one chat. Meanwhile no other message comes there."""

MOST = 20


def begin(turn: Turn, campaign: Campaign) -> None:
    """Send the sequence; where it is not known yet, it is computed first, and one presses again."""
    preview = current(turn, campaign, USUAL)
    if preview is None:
        card = turn.uow.cards.get(campaign.watchers.get(turn.coachee.id, ""))
        token = card.token if card else ""
        asked = Rehearse(turn.new_id(), turn.coachee.id, campaign.id, USUAL, token)
        turn.rehearse = asked
        turn.reply = Reply(notice=turn.text("campaign.test_soon"))
        return
    many = min(len(distinct(preview.lines, turn.lang)), MOST)
    for number in range(many):
        card = turn.card_for(
            turn.coachee, "campaign_test", campaign=campaign.id, n=str(number), of=str(many)
        )
        turn.queue("post", card_token=card.token, not_before=turn.now + number * APART)
    roles.note(turn, "tested", campaign.id)
    turn.reply = Reply(notice=counted(turn, "test_begins", many))


def test_page(turn: Turn, card: Card) -> Message | None:
    """Say one message of the sequence, with when it would come."""
    campaign = turn.uow.campaigns.look(card.args["campaign"])
    preview = current(turn, campaign, USUAL) if campaign and may_act(turn) else None
    lines = distinct(preview.lines, turn.lang) if preview else []
    number = int(card.args["n"])
    if number >= len(lines):
        return None
    line = lines[number]
    when = f"{say_day(line.day, turn.lang, turn.today)}, {say_time(line.since, turn.lang)}"
    title = turn.text("campaign.test_title", n=str(number + 1), of=card.args["of"], when=when)
    return hr_message(turn, title, Heading(title), *readable(line.message), seen_by=NOTHING_ASKED)
