"""A team's check-in from the proposal to the next round, on every platform, in both languages.

The same script is played in Slack, in Teams and in the playground, through the real adapters
over HTTP, on both databases. Sentences and labels are named by their wording key.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from bot.language import LANGS, Lang
from storage.store import Store
from tests.fakes import Clock
from tests.reading import foreign
from tests.room import Room, Seat, Values, news, says
from tests.rooms import ROOMS
from tests.stage import Shown

START = datetime(2026, 11, 2, 9, tzinfo=UTC)
"""A Monday, 10:00 in Paris."""

OPENS = datetime(2026, 12, 2, 13, 30, tzinfo=UTC)
REMINDS = datetime(2026, 12, 4, 13, 30, tzinfo=UTC)
CLOSES = datetime(2026, 12, 7, 13, 30, tzinfo=UTC)
ASKS = datetime(2026, 12, 9, 13, 30, tzinfo=UTC)
DUE = datetime(2026, 12, 11, 13, 30, tzinfo=UTC)
AGAIN = datetime(2026, 12, 16, 13, 30, tzinfo=UTC)
"""Wednesday at 14:30 in Paris, and what follows from it."""

ALL = ["energy", "clarity", "blocker", "lines"]
FIELDS = ["energy", "role", "goal", "blocker", "expect", "offer", "remind"]

LINES = {
    "en": ("Shorter meetings", "A clear agenda", "Help with the figures", "Quiet mornings"),
    "fr": ("Moins de réunions", "Un ordre du jour clair", "Un appui sur le budget", "Du calme"),
}
LINED = {"expect", "offer"}
NAMES_SOMEBODY = {"en": "Karim never answers", "fr": "Karim ne répond jamais"}
HEARD = {"en": "Decisions wait too long", "fr": "Trop de décisions attendent"}
ACTION = {"en": "Decide every Monday", "fr": "Décider chaque lundi"}


@asynccontextmanager
async def opened(platform: str, store: Store, lang: Lang, n: int = 8) -> AsyncIterator[Room]:
    """A room into which the bot was just brought; the last two people speak the other language."""
    langs = [lang] * (n - 2) + [other(lang)] * 2
    async with ROOMS[platform](store, Clock(START), langs) as room:
        yield room


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("platform", ROOMS)
async def test_a_team_of_eight_comes_from_the_proposal_to_the_next_round(
    store: Store, platform: str, lang: Lang
) -> None:
    """Setup, a round, a reminder, the close, the loop, an action, results, and the next round."""
    async with opened(platform, store, lang) as room:
        await a_proposal_waits(room)
        await the_form_sets_it_up(room)
        await a_pause_holds(room)
        await a_round_opens(room)
        await everybody_answers(room)
        await one_is_reminded(room)
        await the_round_closes(room)
        await the_loop_is_closed(room)
        await the_action_is_done(room)
        await results_are_shown(room)
        await the_next_round_opens(room)
        await the_champion_gets_four_cards(room)
        for shown in room.messages():
            assert foreign(shown, room.lang) == []
        await room.check()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("platform", ROOMS)
async def test_a_team_of_four_sees_the_honest_sentence(
    store: Store, platform: str, lang: Lang
) -> None:
    """All four answered: nothing is shown or kept, and the champion gets the questions to ask."""
    async with opened(platform, store, lang, 4) as room:
        await begins(room)
        for seat in room.seats:
            await answers(room, seat)
        before, mail = keys(room), room.mail()
        await room.wait(days=5)
        assert keys(room) == before
        closed = room.messages()[-1]
        assert room.shows(closed, "team.round_too_few")
        assert closed.labels == (room.text("menu.help"),)
        assert await room.answered() == 0
        assert [len(one) for one in news(mail, room.mail())] == [1, 0, 0, 0]
        for key in ("live_intro", "talk_1", "talk_2", "talk_3"):
            assert says(room[0].mail()[-1].text, f"team.{key}", room[0].lang)
        await room[2].command("results")
        await room.look()
        text = room[2].told() if room.whispers else room.messages()[-1].text
        asked_in = room[2].lang if room.whispers else room.lang
        assert says(text, "team.last_too_few", asked_in)
        await room.check()


# the script


async def a_proposal_waits(room: Room) -> None:
    """One message, and nothing else for weeks."""
    (proposal,) = room.messages()
    assert room.shows(proposal, "team.proposal", "team.proposal_intro", "team.rhythm_2")
    assert room[0].named in proposal.text
    before = (room.messages(), room.sent(), room.mail())
    await room.wait(days=21)
    assert (room.messages(), room.sent(), room.mail()) == before


async def the_form_sets_it_up(room: Room) -> None:
    """By command, then by the button; the message says who did it and who the champion is."""
    lang, before = room.lang, room.mail()
    values: Values = {"weekday": "0", "time": "09:15", "weeks": "4", "lang": other(lang)}
    await opens_setup(room, room[0])
    fewer = ["energy", "clarity"]
    await room[0].fill({**values, "questions": fewer, "champion": room[4].id})
    assert room[0].reads("team.set_up")
    room.lang = other(lang)
    shows_setup(room, "team.rhythm_4", by=room[0], champion=room[4])
    await room.look()
    assert [bool(one) for one in news(before, room.mail())] == [n == 4 for n in range(8)]
    assert says(room[4].mail()[-1].text, "team.named_intro", room[4].lang)
    await room[4].own.press(room[4].text("team.not_me"))
    await room.look()
    assert room[4].named not in setup_of(room).text
    await room[2].press(room.text("team.change"))
    values = {"weekday": "2", "time": "14:30", "weeks": "2", "lang": lang}
    await room[2].fill({**values, "questions": ALL, "champion": room[1].id})
    room.lang = lang
    await room.look()
    shows_setup(room, "team.rhythm_2", by=room[2], champion=room[1])


async def a_pause_holds(room: Room) -> None:
    """Paused by a command, nothing comes; the button takes it up again. Help says what is there."""
    await room[3].command("pause")
    assert room[3].heard("team.paused")
    await room.look()
    before = (room.messages(), room.sent())
    await room.wait(days=3)
    assert (room.messages(), room.sent()) == before
    await room[5].press(room.text("team.resume"))
    await room.look()
    assert room.text("team.pause") in setup_of(room).labels
    shows_setup(room, "team.rhythm_2", by=room[2], champion=room[1])
    await room[2].command("help")
    for name in ("setup", "now", "pause", "resume", "results", "close_loop"):
        assert room[2].heard(f"team.help_{name}")


async def a_round_opens(room: Room) -> None:
    """At its time, with one message that asks; nobody is told in private."""
    before, mail = keys(room), room.mail()
    await room.wait_until(OPENS)
    assert keys(room)[:-1] == before
    assert room.shows(room.messages()[-1], "team.round_title", "team.round_intro")
    assert room.shows(room.messages()[-1], "team.round_promise")
    assert room.mail() == mail


async def everybody_answers(room: Room) -> None:
    """Each in their own form; meanwhile neither the channel nor anybody's chat says anything."""
    before = (room.messages(), room.sent(), room.mail())
    await answers(room, room[0], role="5", goal="5", expect=line(room[0], 0), show="yes")
    await answers(room, room[1], role="3")
    await answers(room, room[2], energy="2", goal="3", offer=line(room[2], 2), show="yes")
    await answers(room, room[3])
    await answers(room, room[4], expect=line(room[4], 3), show="no", role="5", goal="3")
    await is_refused(room, room[5])
    await answers(room, room[6], blocker="nothing", offer=line(room[6], 1), show="yes")
    await changes(room, room[2])
    await withdraws(room, room[3])
    await says_not_this_time(room, room[7])
    await room.look()
    assert (room.messages(), room.sent(), room.mail()) == before


async def one_is_reminded(room: Room) -> None:
    """Only whoever ticked it, once and in private; the message there opens the form, too."""
    before, mail = room.messages(), room.mail()
    await room.wait_until(REMINDS)
    assert [len(one) for one in news(mail, room.mail())] == [0] * 7 + [1]
    assert says(room[7].mail()[-1].text, "team.reminder", room[7].lang)
    await room[7].own.press(room[7].text("team.answer"))
    await room[7].own.fill({**ordinary(), "energy": "5", "blocker": "means"})
    assert says(room[7].own.window(), "team.thanks", room[7].lang)
    await room.look()
    assert [one.text for one in room.messages()] == [one.text for one in before]


async def the_round_closes(room: Room) -> None:
    """The same message is the summary now; the champion alone gets sixty seconds of guidance."""
    before, mail = keys(room), room.mail()
    await room.wait_until(CLOSES)
    assert keys(room) == before
    summary = room.messages()[-1]
    assert room.shows(summary, "team.summary_title", "team.agreement_close", "team.talk_1")
    assert f"{room.text('team.item_energy')}: {room.text('team.level_medium')}" in summary.text
    assert f"1 {room.text('team.blocker_decision')}" in summary.text
    assert room.text("team.band_5_7") in summary.text
    assert shown_lines(room, summary) == {room[0]: [0], room[2]: [2], room[5]: [0], room[6]: [1]}
    assert not any(seat.named in summary.text for seat in room.seats)
    assert summary.labels == (room.text("menu.help"),)
    assert [len(one) for one in news(mail, room.mail())] == [0, 1, *[0] * 6]
    assert says(room[1].mail()[-1].text, "team.guidance_1", room[1].lang)


async def the_loop_is_closed(room: Room) -> None:
    """The champion is asked in private, and what they write stands under the summary."""
    before, champion = keys(room), room[1]
    await room.wait_until(ASKS)
    assert says(champion.mail()[-1].text, "team.loop_intro", champion.lang)
    await champion.own.press(champion.text("team.loop_title"))
    said = {"heard": HEARD[room.lang], "will": ACTION[room.lang], "action": ACTION[room.lang]}
    await champion.own.fill({**said, "owner": room[4].id, "due": f"{DUE:%Y-%m-%d}"})
    assert says(champion.own.window(), "team.loop_posted", champion.lang)
    await room.look()
    assert keys(room) == before
    summary = room.messages()[-1]
    assert room.shows(summary, "team.loop_closed")
    loop, agreed = room.thread(summary)
    assert room.shows(loop, "team.loop_heard", "team.loop_will")
    assert HEARD[room.lang] in loop.text
    assert room.text("team.loop_wont") not in loop.text
    assert room.shows(agreed, "team.agreed", "team.by_day")
    assert f"{room.text('team.owner')}{room.text('summary.colon')}{room[4].named}" in agreed.text


async def the_action_is_done(room: Room) -> None:
    """On its day it is asked about under the summary, once; anybody of the team says it is done."""
    summary, mail = room.messages()[-1], room.mail()
    await room.wait_until(DUE)
    asked = room.thread(summary)[-1]
    assert room.shows(asked, "team.due_today")
    assert ACTION[room.lang] in asked.text
    await room[6].press(room.text("team.mark_done"))
    await room.look()
    done = room.thread(summary)
    assert len(done) == 3
    assert [room.shows(one, "team.outcome_done") for one in done] == [False, True, True]
    assert [room.text("team.mark_done") in one.labels for one in done] == [False] * 3
    assert room.mail() == mail


async def results_are_shown(room: Room) -> None:
    """A small chart and words: for whoever typed it alone, or in the channel when said there."""
    before = keys(room)
    await room[0].command("results")
    await room.look()
    posted = [one for one in room.messages() if one.key not in before]
    assert len(posted) == (0 if room.whispers else 1)
    text = room[0].told() if room.whispers else posted[0].text
    for key in ("results", "chart", "item_energy", "last_round", "blocker_is_open"):
        assert says(text, f"team.{key}", room.lang), key
    assert room.text("team.level_medium") in text
    assert f"{ACTION[room.lang]} · " in text


async def the_next_round_opens(room: Room) -> None:
    """Two weeks later at its time, with a message of its own."""
    before = room.messages()
    await room.wait_until(AGAIN)
    *old, new = room.messages()
    assert [one.key for one in old] == [one.key for one in before]
    assert room.shows(new, "team.round_title", "team.round_intro")
    assert room.text("team.answer") in new.labels
    assert sum(room.shows(one, "team.summary_title") for one in old) == 1
    await answers(room, room[6])


async def the_champion_gets_four_cards(room: Room) -> None:
    """Once each in the weeks after; nobody else hears anything but the reminders they want."""
    mail = room.mail()
    await room.wait(days=40)
    titles = [room[1].text(f"team.posture_{n}_title") for n in (1, 2, 3, 4)]
    first = [one.text.splitlines()[0] for one in room[1].mail()]
    assert [sum(title in one for one in first) for title in titles] == [1, 1, 1, 1]
    heard = [n for n, fresh in enumerate(news(mail, room.mail())) if fresh]
    assert heard == [1, 7]


# what people do


async def begins(room: Room) -> None:
    """Confirm the proposal as it stands, and wait for its first round, on Thursday at ten."""
    await room[0].press(room.text("team.start"))
    await room.wait(days=4)
    assert room.shows(room.messages()[-1], "team.round_intro")


async def opens_setup(room: Room, seat: Seat) -> None:
    """Type the command; where it can't open a form, press the button of what it shows."""
    await seat.command("setup")
    if not seat.form():
        await seat.press(room.text("team.change"))
    assert seat.form() == ["weekday", "time", "weeks", "lang", "questions", "champion", "zone"]
    await room.look()


async def answers(room: Room, seat: Seat, show: str = "", **values: str) -> None:
    """Answer in one's own form; a line is read again before the yes or the no."""
    await seat.press(room.text("team.answer"))
    assert seat.form() == FIELDS
    assert seat.reads("team.form_intro")
    await seat.fill({**ordinary(), **values})
    if show:
        assert seat.reads("team.quote_intro")
        assert all(text in seat.window() for name, text in values.items() if name in LINED)
        await seat.fill({"show": show})
    assert seat.reads("team.thanks")


async def is_refused(room: Room, seat: Seat) -> None:
    """A line that names somebody is refused at its field; said without anybody it is taken."""
    await seat.press(room.text("team.answer"))
    await seat.fill({**ordinary(), "expect": NAMES_SOMEBODY[seat.lang]})
    assert seat.reads("team.line_names")
    assert seat.form() == FIELDS
    await seat.fill({**ordinary(), "expect": line(seat, 0)})
    await seat.fill({"show": "yes"})
    assert seat.reads("team.thanks")


async def changes(room: Room, seat: Seat) -> None:
    """The form shows what was answered before."""
    await seat.press(room.text("team.answer"))
    assert seat.form() == [*FIELDS, "withdraw"]
    await seat.fill({"energy": "4"})
    assert seat.reads("team.quote_intro")
    await seat.fill({})
    assert seat.reads("team.thanks")


async def withdraws(room: Room, seat: Seat) -> None:
    """What was answered is gone."""
    await seat.press(room.text("team.answer"))
    await seat.fill({"withdraw": "withdraw"})
    assert seat.reads("team.withdrawn")


async def says_not_this_time(room: Room, seat: Seat) -> None:
    """With the wish to be reminded."""
    await seat.press(room.text("team.decline"))
    assert seat.reads("team.declined")
    await seat.fill({"remind": ["remind"]})
    assert seat.reads("team.will_remind")


# what is seen


def setup_of(room: Room) -> Shown:
    """The message that says how it is set up: the newest, where there are several."""
    return [one for one in room.messages() if room.shows(one, "team.title")][-1]


def shows_setup(room: Room, rhythm: str, *, by: Seat, champion: Seat) -> None:
    shown = setup_of(room)
    assert room.shows(shown, rhythm, "team.next", "team.how_to_change")
    colon = room.text("summary.colon")
    assert f"{room.text('team.set_up_by')}{colon}{by.named}" in shown.text
    assert f"{room.text('team.champion')}{colon}{champion.named}" in shown.text


def shown_lines(room: Room, summary: Shown) -> dict[Seat, list[int]]:
    """Who wrote which of the lines that are shown."""
    return {
        room[n]: [k]
        for n, k in ((0, 0), (2, 2), (4, 3), (5, 0), (6, 1))
        if line(room[n], k) in summary.text
    }


def keys(room: Room) -> list[str]:
    return [one.key for one in room.messages()]


def ordinary() -> dict[str, str]:
    answer = {"energy": "3", "role": "4", "goal": "4", "blocker": "decision"}
    return {**answer, "expect": "", "offer": ""}


def line(seat: Seat, number: int) -> str:
    return LINES[seat.lang][number]


def other(lang: Lang) -> Lang:
    return next(one for one in LANGS if one != lang)
