"""Team check-ins at the engine's door: the proposal, a round, its close, and what follows."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import Busy, SendFailed, Unreachable
from bot.events import Due
from bot.language import Lang
from bot.messages import Chart, Choices, Form, Message, Option, Text
from bot.ports import UnitOfWork
from bot.sessions import Session
from bot.teams.content import Answer, Member, Round, TeamBlocker
from bot.teams.speaking import PUBLIC
from storage.store import Store
from tests.fakes import Clock, FakeMessenger, person_of
from tests.players import WORKSPACE, at_the_door
from tests.squads import ANSWERS, CHANNEL, Squad, Teammate, squad, text_of

LANGS: tuple[Lang, ...] = ("en", "fr")
CLOSED = {
    "en": "Not enough answers to show anything.",
    "fr": "Pas assez de réponses pour afficher quoi que ce soit.",
}


@asynccontextmanager
async def in_a_channel(
    store: Store, n: int = 8, lang: Lang = "en", at: datetime | None = None
) -> AsyncIterator[Squad]:
    """A team that the bot has not met yet."""
    clock = Clock(at) if at else Clock()
    async with at_the_door(store, clock) as (world, chat):
        yield squad(world, chat, n, lang)


async def answer(team: Squad, n: int, **values: str | list[str]) -> None:
    """Let so many people answer alike."""
    for one in team.members[:n]:
        await one.answer_with(**values)


# the proposal


@pytest.mark.parametrize("lang", LANGS)
async def test_a_proposal_is_one_message_and_waits_for_a_yes(store: Store, lang: Lang) -> None:
    """Added to a channel the bot posts once, in the team's language; nothing comes before a yes."""
    async with in_a_channel(store, lang=lang) as team:
        await team.invite_bot()
        assert len(team.posted) == 1
        assert ("une semaine sur deux" if lang == "fr" else "every second week") in team.read()
        assert ("jeudi" if lang == "fr" else "Thursday") in team.read()
        assert f"@{team[0].person}" in team.read()
        assert team.read().endswith(PUBLIC.text(lang))
        await team.world.wait(days=30)
        assert len(team.posted) == 1
        assert not await team.rounds()


@pytest.mark.parametrize("lang", LANGS)
async def test_a_team_of_two_halves_is_spoken_to_as_whoever_added_the_bot(
    store: Store, lang: Lang
) -> None:
    """Where as many speak English as French, it is not chance that decides."""
    async with in_a_channel(store, 4, lang) as team:
        other: Lang = "fr" if lang == "en" else "en"
        team.members += [Teammate(team.world, team.chat, f"U0{n}A", other) for n in range(4)]
        await team.invite_bot()
        assert ("une semaine sur deux" if lang == "fr" else "every second week") in team.read()


async def test_a_team_of_two_languages_is_met_in_that_of_who_added_the_bot(
    sqlite_store: Store,
) -> None:
    """Where as many speak one language as the other, the channel speaks as who made it speak."""
    async with in_a_channel(sqlite_store, 2) as team:
        team.members.insert(0, Teammate(team.world, team.chat, "U99MATE", "fr"))
        team.members.append(Teammate(team.world, team.chat, "U98MATE", "fr"))
        await team.invite_bot()
        assert "une semaine sur deux" in team.read()
        await team.come(Teammate(team.world, team.chat, "U03MATE", "en"))
        await team.world.wait(minutes=1)
        assert "every second week" in team.read()


@pytest.mark.parametrize("command", ["help", "status"])
async def test_what_is_told_to_one_person_says_so(sqlite_store: Store, command: str) -> None:
    """Neither help nor the setup, shown to one, speaks of answers or of everybody."""
    async with in_a_channel(sqlite_store) as team:
        await team.invite_bot()
        reply = await team[1].team_command(command)
        assert reply.show
        assert text_of(reply.show).endswith("Only you see this")


async def test_being_added_twice_is_told_once(store: Store) -> None:
    """A channel where the bot is already gets no second proposal."""
    async with in_a_channel(store) as team:
        await team.invite_bot()
        await team.invite_bot()
        assert len(team.posted) == 1


async def test_a_yes_begins_the_rhythm_and_says_whose_it_was(store: Store) -> None:
    """The first round comes on Thursday at ten where the team is, then every second week."""
    async with in_a_channel(store) as team:
        await team.invite_bot()
        await team[3].press_there("team:start")
        assert f"Set up by: @{team[3].person}" in team.read()
        await team.world.wait(days=17)
        opened = [one.opened_at for one in await team.rounds()]
        assert opened == [
            datetime(2026, 11, 26, 9, tzinfo=UTC),
            datetime(2026, 12, 10, 9, tzinfo=UTC),
        ]


async def test_the_setup_form_changes_everything(store: Store) -> None:
    """Weekday, hour, cadence, language, questions, champion and zone follow the form."""
    async with in_a_channel(store) as team:
        await team.invite_bot()
        await team[1].team_command("setup")
        await team[1].fill(
            {
                "weekday": "0",
                "time": "15:30",
                "weeks": "1",
                "lang": "fr",
                "questions": ["energy", "blocker"],
                "champion": team[4].person,
                "zone": "Toronto",
            }
        )
        now = await team.team()
        assert (now.weekday, f"{now.at:%H:%M}", now.weeks, now.lang) == (0, "15:30", 1, "fr")
        assert (now.questions, now.zone, now.country) == (
            ("energy", "blocker"),
            "America/Toronto",
            "CA",
        )
        assert now.champion_id == (await team.coachee(team[4])).id
        assert "chaque semaine, le lundi à 15" in team.read()
        assert f"@{team[4].person}" in team.read()
        await team.world.wait(days=8)
        assert team[4].chat.summaries(team[4].person)
        assert not team[5].chat.summaries(team[5].person)


@pytest.mark.parametrize("typed", ["/coach-team results", "coach-team results", "résultats"])
async def test_what_the_bot_tells_people_to_type_is_understood(
    sqlite_store: Store, typed: str
) -> None:
    """Said to the bot in a channel of Teams, where there are no slash commands."""
    async with in_a_channel(sqlite_store) as team:
        await team.invite_bot()
        await team[2].mention(typed)
        assert "No check-in has closed yet" in team.read()


@pytest.mark.parametrize("typed", ["/coach-team", "coach-team", "team status"])
async def test_in_private_the_command_is_about_the_only_team(
    sqlite_store: Store, typed: str
) -> None:
    """Whoever is in one team need not go to its channel to see how it is set up."""
    async with in_a_channel(sqlite_store) as team:
        await team.invite_bot()
        reply = await team[2].say(typed)
        assert reply.show
        assert "every second week" in text_of(reply.show)


@pytest.mark.parametrize("typed", ["Team meeting", "Équipe", "team goals", "l'équipe commence"])
async def test_a_word_about_a_team_is_no_command(sqlite_store: Store, typed: str) -> None:
    """What people answer about their team in private stays theirs."""
    async with in_a_channel(sqlite_store) as team:
        await team.invite_bot()
        reply = await team[2].say(typed)
        assert not reply.show
        assert len(team.posted) == 1


async def test_a_champion_can_say_not_me(store: Store) -> None:
    """Whoever was named by somebody else is told in private, and can decline."""
    async with in_a_channel(store) as team:
        await team.invite_bot()
        await team[0].team_command("setup")
        await team[0].fill({"champion": team[2].person, "questions": ["energy"]})
        await team.world.settle()
        assert "champion" in team[2].messages[-1].summary
        await team[2].press("team:not_me")
        assert (await team.team()).champion_id is None
        assert "Champion" not in team.read()


async def test_not_me_is_said_of_one_team_alone(sqlite_store: Store) -> None:
    """Whoever is the champion of two teams and leaves it in one still hears of the other."""
    async with in_a_channel(sqlite_store) as team:
        await team.begin()
        await answer(team, 8)
        await team.close()
        me = (await team.coachee(team[0])).id

        def lead_another(uow: UnitOfWork) -> None:
            mine = uow.teams.find(WORKSPACE, CHANNEL.id)
            assert mine
            uow.teams.add(replace(mine, id="other", place="C0OTHER", champion_id=None))
            uow.teams.enrol(Member("other", me, 1))
            uow.teams.put(replace(mine, champion_id=None))
            other = uow.teams.get("other")
            assert other
            uow.teams.put(replace(other, champion_id=me))

        before = await team.world.look(lambda uow: uow.moments.of(me))
        await team.world.change(lead_another)
        await team[1].team_command("setup")
        await team[1].fill({"champion": team[0].person, "questions": ["energy"]})
        await team.world.wait(days=4)
        await team[0].press("team:not_me")
        after = await team.world.look(lambda uow: uow.moments.of(me))
        cards = [m.key for m in before if m.kind == "posture"]
        assert cards
        assert [m.key for m in after if m.kind == "posture"] == cards


async def test_cards_that_a_champion_does_not_want_any_more_are_told(store: Store) -> None:
    """Saying no after a round takes the cards to come back, each with its reason."""
    async with in_a_channel(store) as team:
        await team.invite_bot()
        await team[0].team_command("setup")
        await team[0].fill({"champion": team[2].person, "questions": ["energy"]})
        await team[0].press_there("team:now")
        await answer(team, 8)
        await team.close()
        await team[2].press("team:not_me")
        me = await team.coachee(team[2])
        entries = await team.world.look(lambda uow: uow.ledger.of(me.id, 50))
        cards = {e.key: (e.outcome, e.reason) for e in entries if e.kind == "posture"}
        assert cards == {
            f"posture:{me.id}:{number}": ("skipped", "nothing_open") for number in range(1, 5)
        }
        coming = await team.world.look(lambda uow: uow.moments.of(me.id))
        assert not [m for m in coming if m.kind in {"team_word", "posture"}]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"time": "03:00"}, "time"),
        ({"time": "soon"}, "time"),
        ({"zone": "Xqzwv"}, "zone"),
        ({"questions": ["lines"]}, "questions"),
        ({"questions": []}, "questions"),
        ({"champion": "U99NOBODY"}, "champion"),
        ({"weekday": "9"}, "weekday"),
    ],
)
async def test_a_setup_that_cannot_be_taken_says_why(
    sqlite_store: Store, wrong: dict[str, str | list[str]], field: str
) -> None:
    """The form stays open with a sentence at its field, and nothing changes."""
    async with in_a_channel(sqlite_store) as team:
        await team.invite_bot()
        before = await team.team()
        await team[0].team_command("setup")
        reply = await team[0].fill({"questions": ["energy"], **wrong})
        assert list(reply.errors) == [field]
        assert reply.form is not None
        assert await team.team() == before


async def test_a_pause_holds_until_somebody_resumes(store: Store) -> None:
    """Paused means nothing comes; resuming goes on with the same rhythm."""
    async with in_a_channel(store) as team:
        await team.invite_bot()
        await team[0].press_there("team:start")
        await team[1].team_command("pause")
        await team.world.wait(days=20)
        assert not await team.rounds()
        await team[2].team_command("resume")
        assert f"Set up by: @{team[0].person}" in team.read()
        await team.world.wait(days=8)
        assert len(await team.rounds()) == 1


async def test_a_change_between_rounds_brings_none_early(sqlite_store: Store) -> None:
    """Another language, a pause of a minute: the next round is two weeks after the last."""
    async with in_a_channel(sqlite_store) as team:
        await team.invite_bot()
        await team[0].press_there("team:start")
        await team.world.wait(days=4)
        await team[0].team_command("setup")
        await team[0].fill({"lang": "fr", "questions": ["energy"]})
        await team[0].team_command("pause")
        await team[0].team_command("resume")
        await team.world.wait(days=18)
        first, second = [one.opened_at for one in await team.rounds()]
        assert second - first == timedelta(days=14)


async def test_a_change_during_a_pause_is_no_end_of_it(store: Store) -> None:
    """Whoever changes the hour of a paused check-in does not start it."""
    async with in_a_channel(store) as team:
        await team.invite_bot()
        await team[0].press_there("team:start")
        await team[1].team_command("pause")
        await team[2].team_command("setup")
        await team[2].fill({"weekday": "1", "questions": ["energy"]})
        assert (await team.team()).state == "paused"
        assert f"Set up by: @{team[2].person}" in team.read()
        await team.world.wait(days=20)
        assert not await team.rounds()


async def test_whoever_resumes_takes_nothing_over(store: Store) -> None:
    """Resuming makes nobody the champion, nor the one who set it up."""
    async with in_a_channel(store) as team:
        await team.invite_bot()
        await team[0].team_command("setup")
        await team[0].fill({"champion": team[4].person, "questions": ["energy"]})
        await team.world.settle()
        await team[4].press("team:not_me")
        await team[1].team_command("pause")
        await team[2].team_command("resume")
        now = await team.team()
        assert (now.state, now.champion_id) == ("active", None)
        assert f"Set up by: @{team[0].person}" in team.read()


async def test_the_setup_message_works_as_long_as_the_team(store: Store) -> None:
    """A year and a half later its buttons, and the forms behind it, are as good as new."""
    async with in_a_channel(store) as team:
        await team.invite_bot()
        await team[0].press_there("team:start")
        await team[0].press_there("team:pause")
        await team.world.wait(days=500)
        await team.world.engine.loop.purge()
        await team[0].team_command("setup")
        await team[0].fill({"weeks": "4", "questions": ["energy"]})
        assert (await team.team()).weeks == 4
        assert "every fourth week" in team.read()
        await team[0].press_there("team:start")
        assert (await team.team()).state == "active"


async def test_how_it_is_set_up_stands_in_the_channel_once(store: Store) -> None:
    """Asked for by name it is posted below, and what was said before goes."""
    async with in_a_channel(store) as team:
        await team.invite_bot()
        await team[1].mention("setup")
        assert len(team.posted) == 1
        await team[1].press_there("team:start")
        assert f"Set up by: @{team[1].person}" in team.read()


async def test_a_change_after_a_round_keeps_the_distance_to_the_next(sqlite_store: Store) -> None:
    """Paused and resumed, or changed, on the day of a round: the next is two weeks later still."""
    async with in_a_channel(sqlite_store) as team:
        await team.invite_bot()
        await team[0].press_there("team:start")
        await team.world.wait(days=3)
        await team[0].press_there("team:pause")
        await team[0].press_there("team:start")
        await team[1].team_command("setup")
        await team[1].fill({"weekday": "2", "questions": ["energy"]})
        await team.world.wait(days=14)
        opened = [one.opened_at for one in await team.rounds()]
        assert opened == [
            datetime(2026, 11, 26, 9, tzinfo=UTC),
            datetime(2026, 12, 9, 9, tzinfo=UTC),
        ]


async def test_a_channel_of_everybody_gets_no_check_in(sqlite_store: Store) -> None:
    """More people than a team has: the bot says what it is for, and asks nothing."""
    async with in_a_channel(sqlite_store) as team:
        team.whole = False
        await team.invite_bot()
        assert "300" in team.read()
        assert "team:start" not in {o.id for m in team.posted for o in _options(m)}


async def test_a_public_channel_is_told_so(sqlite_store: Store) -> None:
    """Everybody reads a public channel, so a private one is proposed."""
    async with in_a_channel(sqlite_store) as team:
        team.public = True
        await team.invite_bot()
        assert "This channel is public" in team.read()


async def test_a_small_team_is_told_what_to_expect(store: Store) -> None:
    """Four people can get no summary: the proposal says so, until a fifth comes."""
    async with in_a_channel(store, 4) as team:
        await team.invite_bot()
        assert "there can be no summary" in team.read()
        await team.come(Teammate(team.world, team.chat, "U50NEW"))
        await team.world.wait(seconds=11)
        assert "there can be no summary" not in team.read()


async def test_whoever_set_it_up_and_left_is_named_no_more(store: Store) -> None:
    """The channel forgets the name; the rhythm goes on."""
    async with in_a_channel(store) as team:
        await team.invite_bot()
        await team[3].press_there("team:start")
        await team.go(team[3])
        assert "Set up by" not in team.read()
        assert (await team.team()).state == "active"


async def test_words_said_to_the_bot_in_a_channel_are_nobodys_answer(store: Store) -> None:
    """What is no command is met with help, even while a question of one's own is open."""
    async with in_a_channel(store) as team:
        await team.invite_bot()
        await team[1].command("stuck")
        reply = await team[1].mention("The budget is late, as ever")
        assert reply.show
        assert "results" in text_of(reply.show)
        assert await team[1].words_kept() == []


# a round


@pytest.mark.parametrize("lang", LANGS)
async def test_a_round_is_one_message_updated_in_place(store: Store, lang: Lang) -> None:
    """From the question to the summary it is the same message, and nothing else is posted."""
    async with in_a_channel(store, lang=lang) as team:
        await team.begin()
        assert len(team.posted) == 2
        await answer(team, 8)
        await team.close()
        assert len(team.posted) == 2
        assert ("8 à 12 réponses" if lang == "fr" else "8 to 12 answers") in team.read()


async def test_the_message_says_nothing_of_who_answered(store: Store) -> None:
    """While the round is open no answer changes it, and the channel hears of nobody."""
    async with in_a_channel(store) as team:
        await team.begin()
        before, calls = team.read(), len(team.chat.calls)
        await answer(team, 5)
        await team[5].press_there("team:decline")
        assert team.read() == before
        assert len(team.chat.calls) == calls
        assert not any(one.person in team.posted[-1].summary for one in team.members)


async def test_the_form_is_in_each_persons_own_language(store: Store) -> None:
    """The channel speaks its language, the form that of whoever opens it."""
    async with in_a_channel(store) as team:
        team.members[3] = Teammate(team.world, team.chat, "U03MATE", "fr")
        await team.begin()
        assert "One minute" in team.read()
        reply = await team[3].press_there("team:answer")
        assert reply.form
        assert reply.form.lang == "fr"
        assert reply.form.fields[0].label.startswith("Mon énergie")


async def test_a_language_that_no_roster_told_is_that_of_the_press(store: Store) -> None:
    """Teams tells nobody's language beforehand: the press does, and the reminder keeps to it."""
    async with in_a_channel(store) as team:
        await team.begin()
        before = await team.coachee(team[3])
        team[3].actor = replace(team[3].actor, locale="fr-FR")
        reply = await team[3].answer_with()
        assert reply.form
        assert "Merci" in text_of_form(reply.form)
        assert await team.coachee(team[3]) == before
        await team[3].press_there("team:decline")
        await team[3].fill({"remind": ["remind"]})
        await team.close()
        assert [s[:5] for s in team.chat.summaries(team[3].person)] == ["Point"]


async def test_a_form_follows_the_client_where_rosters_tell_no_language(store: Store) -> None:
    """As in Teams: whoever never wrote to the bot reads their own language, and it is not noted."""
    async with in_a_channel(store) as team:
        team.tells_locales = False
        team.members[3] = Teammate(team.world, team.chat, "U03MATE", "fr")
        await team.begin()
        before = await team.coachee(team[3])
        reply = await team[3].press_there("team:answer")
        assert reply.form
        assert reply.form.fields[0].label.startswith("Mon énergie")
        told = await team[3].fill({**ANSWERS, "energy": ""})
        assert told.errors == {"energy": "Un nombre de 1 à 5, s’il vous plaît."}
        assert await team.coachee(team[3]) == before


async def test_an_answer_can_be_changed_and_withdrawn(store: Store) -> None:
    """The form shows what was answered; what was withdrawn is gone at once."""
    async with in_a_channel(store) as team:
        await team.begin()
        await team[0].answer_with(energy="2", blocker="means")
        reply = await team[0].press_there("team:answer")
        assert reply.form
        shown = {field.id: field.value for field in reply.form.fields}
        assert (shown["energy"], shown["blocker"]) == ("2", "means")
        await team[0].fill({"energy": "5", "blocker": "nothing"})
        assert [(a.energy, a.blocker) for a in await answers(team)] == [(5, None)]
        await team[0].press_there("team:answer")
        await team[0].fill({"withdraw": "withdraw"})
        assert not await answers(team)


async def test_not_this_time_withdraws_and_can_be_taken_back(store: Store) -> None:
    """A no counts as no answer, and an answer afterwards counts again."""
    async with in_a_channel(store) as team:
        await team.begin()
        await team[0].answer_with()
        await team[0].press_there("team:decline")
        assert [a.declined for a in await answers(team)] == [True]
        await team[0].answer_with(energy="4")
        assert [(a.declined, a.energy) for a in await answers(team)] == [(False, 4)]


async def test_a_wish_to_be_reminded_takes_no_answer_back(sqlite_store: Store) -> None:
    """Somebody says no, answers elsewhere, then sends the window of before: the answer stays."""
    async with in_a_channel(sqlite_store) as team:
        await team.begin()
        await team[0].press_there("team:decline")
        window = team[0].form
        await team[0].answer_with(energy="2")
        team[0].form = window
        await team[0].fill({"remind": ["remind"]})
        assert [a.energy for a in await answers(team)] == [2]


async def test_no_reminder_is_promised_that_cannot_come(sqlite_store: Store) -> None:
    """On the last working day its hour is past: the wish is noted for the rounds to come."""
    async with in_a_channel(sqlite_store) as team:
        await team.begin()
        await team.world.wait_until((await team.opened()).closes_at - timedelta(hours=2))
        await team[0].press_there("team:decline")
        reply = await team[0].fill({"remind": ["remind"]})
        assert reply.form
        assert "remind you" not in text_of_form(reply.form)


async def test_nothing_slows_us_is_an_answer_too(sqlite_store: Store) -> None:
    """Where it is the only question, the form shows it again."""
    async with in_a_channel(sqlite_store) as team:
        await team.invite_bot()
        await team[0].team_command("setup")
        await team[0].fill({"questions": ["blocker"]})
        await team[0].press_there("team:now")
        await team[1].answer_with(blocker="nothing")
        reply = await team[1].press_there("team:answer")
        assert reply.form
        assert [f.value for f in reply.form.fields if f.id == "blocker"] == ["nothing"]


async def test_lines_stand_in_no_order_and_chance_chooses_among_many(sqlite_store: Store) -> None:
    """The alphabet would say what belongs together, and leave out all that is offered."""
    async with in_a_channel(sqlite_store, 30) as team:
        await team.begin()
        for number, one in enumerate(team.members):
            await one.answer_with(expect=f"Shorter meetings, by {number} minutes", offer="Help")
            await one.say_yes()
        await team.close()
        first = [line for line in team.read().splitlines() if line.startswith("We expect")]
        assert len(first) in {11, 12}
        assert first != sorted(first)


async def test_a_missing_number_keeps_the_form_open(sqlite_store: Store) -> None:
    """Whatever is sent, only numbers from 1 to 5 are taken, and what was typed stays."""
    async with in_a_channel(sqlite_store) as team:
        await team.begin()
        for wrong in ("", "0", "6", "five", "3.5"):
            await team[0].press_there("team:answer")
            reply = await team[0].fill({**ANSWERS, "energy": wrong, "expect": "Short meetings"})
            assert list(reply.errors) == ["energy"]
            assert reply.form
            typed = {field.id: field.value for field in reply.form.fields}
            assert typed["expect"] == "Short meetings"
        assert not await answers(team)


async def test_words_are_shown_only_after_a_yes_to_their_final_form(store: Store) -> None:
    """The author sees the line as it will read; without the yes it never leaves the form."""
    async with in_a_channel(store) as team:
        await team.begin()
        for k, one in enumerate(team.members):
            reply = await one.answer_with(expect=f"  shorter   meetings {k} ")
            assert reply.form
            assert f"Shorter meetings {k}" in text_of_form(reply.form)
            if k < 4:
                await one.say_yes()
        await team.close()
        assert "Shorter meetings 0" in team.read()
        assert "Shorter meetings 3" in team.read()
        assert "Shorter meetings 4" not in team.read()


async def test_a_yes_to_a_line_is_no_yes_to_another(store: Store) -> None:
    """A line that was changed after its form was shown asks again."""
    async with in_a_channel(store) as team:
        await team.begin()
        await team[0].answer_with(expect="Shorter meetings")
        stale = team[0].filled({"show": "yes"})
        await team[0].answer_with(expect="Another thought")
        await team[0].send(stale)
        assert [a.show for a in await answers(team)] == [False]


async def test_two_lines_are_shown_to_nobody(store: Store) -> None:
    """Lines appear from three on."""
    async with in_a_channel(store) as team:
        await team.begin()
        for k, one in enumerate(team.members):
            await one.answer_with(expect=f"Wish {k}" if k < 2 else "")
            if k < 2:
                await one.say_yes()
        await team.close()
        assert "Wish" not in team.read()


@pytest.mark.parametrize(
    "line", ["Karim never answers", "They are lazy", "I want to kill myself", "Call 0612345678"]
)
async def test_a_line_about_people_stays_in_the_form(sqlite_store: Store, line: str) -> None:
    """Names, judgements, the safety list and numbers are kept out, and nothing is kept of them."""
    async with in_a_channel(sqlite_store) as team:
        await team.begin()
        await team[0].press_there("team:answer")
        reply = await team[0].fill({**ANSWERS, "expect": line})
        assert reply.errors or reply.show
        assert not await answers(team)


# reminders


async def test_only_who_ticked_it_is_reminded_once_and_in_private(store: Store) -> None:
    """One working day before the close; who has answered meanwhile hears nothing."""
    async with in_a_channel(store) as team:
        await team.begin()
        for one in team.members[:3]:
            await one.press_there("team:decline")
            await one.fill({"remind": ["remind"]})
        await team[0].answer_with(remind=["remind"])
        posted = len(team.posted)
        await team.close()
        reminded = [one for one in team.members if _reminders(team.chat, one)]
        assert reminded == [team[1], team[2]]
        assert all(len(_reminders(team.chat, one)) == 1 for one in reminded)
        assert len(team.posted) == posted


async def test_the_wish_for_reminders_lasts_until_it_is_taken_back(store: Store) -> None:
    """Ticked once it holds for the next round; unticked it ends."""
    async with in_a_channel(store) as team:
        await team.begin()
        await team[0].answer_with(remind=["remind"])
        await team.close()
        await team[1].press_there("team:now")
        await team.close()
        assert len(_reminders(team.chat, team[0])) == 1
        await team[1].press_there("team:now")
        await team[0].answer_with(remind=[])
        await team.close()
        assert len(_reminders(team.chat, team[0])) == 1


async def test_the_button_of_a_reminder_answers(store: Store) -> None:
    """It opens the same form; after the close it says that the round is over."""
    async with in_a_channel(store) as team:
        await team.begin()
        await team[2].press_there("team:decline")
        await team[2].fill({"remind": ["remind"]})
        one = await team.opened()
        await team.world.wait_until(one.closes_at - timedelta(minutes=1))
        await team[2].press("team:answer")
        await team[2].fill({**ANSWERS, "energy": "1"})
        assert [a.energy for a in await answers(team)] == [1]
        await team.close()
        reply = await team[2].press("team:answer")
        assert "closed" in reply.notice


async def test_nobody_else_ever_hears_in_private(store: Store) -> None:
    """A team of eight through three rounds: only the champion gets direct messages."""
    async with in_a_channel(store) as team:
        await team.begin()
        for _ in range(3):
            await answer(team, 8)
            await team.close()
            await team.world.wait(days=4)
            await team[0].press_there("team:now")
        heard = [one.person for one in team.members if team.chat.summaries(one.person)]
        assert heard == [team[0].person]


# the close


@pytest.mark.parametrize("lang", LANGS)
async def test_a_team_of_four_sees_the_honest_sentence(store: Store, lang: Lang) -> None:
    """Nothing is shown, the answers are erased, and the champion gets the questions to ask live."""
    async with in_a_channel(store, 4, lang) as team:
        await team.begin()
        await answer(team, 4)
        one = await team.opened()
        await team.close()
        assert CLOSED[lang] in team.read().replace("\u202f", " ")
        assert not await team.world.look(lambda uow: uow.teams.answers(one.id))
        closed = (await team.rounds())[-1]
        assert (closed.state, closed.sealed) == ("too_few", None)
        told = text_of(team[0].messages[-1])
        assert ("Que gardons-nous" if lang == "fr" else "What do we keep?") in told


async def test_the_champion_gets_guidance_then_one_card_a_week(store: Store) -> None:
    """Sixty seconds with the summary, four cards once each in the weeks after, never twice."""
    async with in_a_channel(store) as team:
        await team.begin()
        await answer(team, 8)
        await team.close()
        assert "Thank the team" in text_of(team[0].messages[-1])
        await team.world.wait(days=40)
        cards = [s for s in team.chat.summaries(team[0].person) if s.startswith("A card")]
        assert len(cards) == len(set(cards)) == 4
        await team[1].press_there("team:now")
        await answer(team, 8)
        await team.close()
        await team.world.wait(days=40)
        again = [s for s in team.chat.summaries(team[0].person) if s.startswith("A card")]
        assert again == cards


async def test_no_champion_gets_more_than_two_messages_a_week(store: Store) -> None:
    """Guidance, the question of the loop and the cards share the person's own budget."""
    async with in_a_channel(store) as team:
        await team.begin()
        for _ in range(4):
            await answer(team, 8)
            await team.close()
            await team[1].press_there("team:now")
        me = await team.coachee(team[0])
        entries = await team.world.look(lambda uow: uow.ledger.of(me.id, 500))
        sent = [e.decided_at for e in entries if e.outcome in {"sent", "queued"} and e.proactive]
        weeks = [at.isocalendar()[:2] for at in sent]
        assert weeks
        assert max(map(weeks.count, weeks)) <= 2
        assert max([at.date() for at in sent].count(at.date()) for at in sent) == 1


async def test_a_reminder_put_off_to_the_day_of_the_close_counts_on_that_day(store: Store) -> None:
    """It was a day off in the champion's country: what follows the close waits for another day."""
    friday = datetime(2026, 7, 10, 14, tzinfo=UTC)
    async with in_a_channel(store, at=friday) as team:
        await team.invite_bot()
        await team[0].team_command("setup")
        await team[0].fill({"zone": "Europe/London", "questions": ["energy"]})
        await team[0].press_there("team:now")
        await team[0].press_there("team:decline")
        await team[0].fill({"remind": ["remind"]})
        came: list[datetime] = []
        team.chat.on_call = lambda verb, to: (
            came.append(team.world.clock()) if (verb, to) == ("post", team[0].person) else None
        )
        await team.world.wait(days=10)
        assert came == [
            datetime(2026, 7, 15, 7, tzinfo=UTC),
            datetime(2026, 7, 16, 7, tzinfo=UTC),
        ]


async def test_an_edit_that_comes_as_the_round_closes_is_told(store: Store) -> None:
    """What was sent before counts; what comes after the close changes nothing."""
    async with in_a_channel(store) as team:
        await team.begin()
        await answer(team, 8, energy="3")
        await team[0].press_there("team:answer")
        late = team[0].filled({"energy": "5"})
        await team.close()
        sealed = (await team.rounds())[-1]
        reply = await team[0].send(late)
        assert reply.form
        assert "has closed" in text_of_form(reply.form)
        assert (await team.rounds())[-1] == sealed


async def test_two_processes_close_a_round_once(store: Store) -> None:
    """The moment delivered twice at the same time makes one summary."""
    async with in_a_channel(store) as team:
        await team.begin()
        await answer(team, 8)
        one = await team.opened()
        team.world.clock.at = one.closes_at
        handle = team.world.engine.conversation.handle
        moments = await team.world.look(lambda uow: uow.moments.of(f"team:{one.team_id}"))
        due = next(m for m in moments if m.kind == "round_close")
        run = team.world.engine.store.run
        await asyncio.gather(*(run(handle, Due(due.id, one.closes_at)) for _ in range(6)))
        await team.world.wait(seconds=31)
        closed = await team.rounds()
        assert [c.state for c in closed] == ["summary"]
        updates = [
            c
            for c in team.chat.calls
            if c.verb == "update" and c.message and "8 to 12 answers" in text_of(c.message)
        ]
        assert len(updates) == 1


async def test_a_round_over_the_change_of_clocks_keeps_its_wall_time(store: Store) -> None:
    """Opened on Thursday at ten in summer, it closes on Tuesday at ten in winter."""
    async with in_a_channel(store, at=datetime(2026, 10, 19, 9, tzinfo=UTC)) as team:
        await team.invite_bot()
        await team[0].press_there("team:start")
        await team.world.wait(days=5)
        one = await team.opened()
        assert one.opened_at == datetime(2026, 10, 22, 8, tzinfo=UTC)
        assert one.closes_at == datetime(2026, 10, 27, 9, tzinfo=UTC)


# after the close


@pytest.mark.parametrize("lang", LANGS)
async def test_the_loop_is_closed_under_the_summary(store: Store, lang: Lang) -> None:
    """The champion is asked within a week, and the three sentences stand under the summary."""
    async with in_a_channel(store, lang=lang) as team:
        await team.begin()
        await answer(team, 8)
        await team.close()
        await team.world.wait(days=7)
        asked = [s for s in team.chat.summaries(team[0].person) if "entend" in s or "heard" in s]
        assert len(asked) == 1
        await team[0].press("team:loop")
        await team[0].fill({"heard": "Decisions wait", "will": "We decide on Mondays", "wont": ""})
        root = team.chat.posts[1].ref
        under = [c for c in team.chat.posts if c.under == root and c.message]
        assert ["Decisions wait" in text_of(c.message) for c in under if c.message] == [True]
        assert len([m for m in team.posted if "Decisions wait" in text_of(m)]) == 1


async def test_a_loop_is_taken_though_a_blocker_was_resolved_meanwhile(store: Store) -> None:
    """What the champion wrote is posted; nothing is lost to somebody who was quicker."""
    async with in_a_channel(store) as team:
        await team.begin()
        await answer(team, 8, blocker="means")
        await team.close()
        blocker_id = (await _blockers(team))[0].id
        await team[0].team_command("close-loop")
        await team[4].send(team[4].clicked((await team.team()).card_token or "", "team:blockers"))
        await team[4].fill({blocker_id: "resolved"})
        await team[0].fill({"heard": "Decisions wait", "resolved": [blocker_id]})
        assert "Decisions wait" in team.read()


async def test_only_the_champion_closes_the_loop(store: Store) -> None:
    """Somebody else is told who does; without a champion anybody may."""
    async with in_a_channel(store) as team:
        await team.begin()
        await answer(team, 8)
        await team.close()
        reply = await team[3].team_command("close-loop")
        assert "champion" in reply.notice
        assert not reply.form


async def test_an_action_has_an_owner_and_a_day_and_is_followed_up(store: Store) -> None:
    """It is posted under the summary, asked about there on its day, and closed by one press."""
    async with in_a_channel(store) as team:
        await team.begin()
        await answer(team, 8)
        await team.close()
        await team[0].team_command("close-loop")
        day = (team.world.clock() + timedelta(days=6)).date()
        await team[0].fill(
            {
                "heard": "Meetings are long",
                "action": "Try meetings of twenty-five minutes",
                "owner": team[5].person,
                "due": day.isoformat(),
            }
        )
        assert f"Owner: @{team[5].person}" in team.read()
        await team.world.wait(days=7)
        assert "where does it stand?" in team.read()
        await team[2].press_there("team:done")
        team_id = (await team.team()).id
        made = await team.world.look(lambda uow: uow.teams.commitments(team_id))
        assert [one.status for one in made] == ["done"]
        assert "where does it stand?" not in team.read()
        await team.world.wait(days=10)
        assert team.read().count("Try meetings") == 2


async def test_an_action_can_be_given_another_day(store: Store) -> None:
    """A moved action is asked about on its new day."""
    async with in_a_channel(store) as team:
        await team.begin()
        await answer(team, 8)
        await team.close()
        await team[0].team_command("close-loop")
        today = team.world.clock().date()
        await team[0].fill(
            {
                "heard": "Yes",
                "action": "Share the calendar",
                "owner": team[1].person,
                "due": (today + timedelta(days=2)).isoformat(),
            }
        )
        await team.world.wait(days=3)
        await team[1].press_there("team:move")
        await team[1].fill({"due": (today + timedelta(days=9)).isoformat()})
        assert "Moved to" in team.read()
        asked = len([c for c in team.chat.posts if c.message and "Due now" in c.message.summary])
        await team.world.wait(days=8)
        again = len([c for c in team.chat.posts if c.message and "Due now" in c.message.summary])
        assert (asked, again) == (1, 2)


async def test_blockers_are_followed_until_they_are_resolved(store: Store) -> None:
    """Named by three it is open, shown again in the next summary, and resolved by a member."""
    async with in_a_channel(store) as team:
        await team.begin()
        await answer(team, 3, blocker="means")
        for one in team.members[3:]:
            await one.answer_with(blocker="nothing")
        await team.close()
        assert "1 Time or means" in team.read()
        await team[1].press_there("team:now")
        await answer(team, 8, blocker="nothing")
        await team.close()
        assert "Still open from before: time or means." in team.read()
        reply = await team[4].team_command("results")
        assert reply.show
        assert "Time or means · open" in text_of(reply.show)
        blockers = await _blockers(team)
        token = (await team.team()).card_token or ""
        await team[4].send(team[4].clicked(token, "team:blockers"))
        await team[4].fill({blockers[0].id: "resolved"})
        assert [b.state for b in await _blockers(team)] == ["resolved"]


async def test_an_unblock_session_adds_its_type_and_nothing_else(store: Store) -> None:
    """Three people are stuck for want of a decision: the team hears the type, from nobody."""
    async with in_a_channel(store) as team:
        await team.invite_bot()
        await team[0].press_there("team:start")
        for one in team.members[:3]:
            await get_unstuck(one)
        await team[0].press_there("team:now")
        await answer(team, 8, blocker="nothing")
        await team.close()
        assert "1 A decision" in team.read()
        assert [b.kind for b in await _blockers(team)] == ["decision"]
        await team[0].press_there("team:now")
        await answer(team, 8, blocker="nothing")
        await team.close()
        assert "What slows us most: varied" in team.read().split("Team check-in,")[-1]


async def get_unstuck(one: Teammate) -> None:
    """Go through the unblock session, and let its type be counted."""
    await one.command("stuck")
    await one.press("write")
    await one.fill({"text": "The order waits"})
    await one.press("decision")
    await one.press("never_asked")
    await one.press("ask")
    await one.press("write")
    await one.fill({"action": "I ask Ms Roy for a date", "due": "2026-11-25"})
    await one.press("8")
    await one.press("yes")


async def test_two_people_are_no_blocker(store: Store) -> None:
    """A type that fewer than three named is not said."""
    async with in_a_channel(store) as team:
        await team.begin()
        kinds = (
            "decision",
            "decision",
            "means",
            "means",
            "nothing",
            "nothing",
            "nothing",
            "nothing",
        )
        for one, kind in zip(team.members, kinds, strict=True):
            await one.answer_with(blocker=kind)
        await team.close()
        assert "What slows us most: varied" in team.read()
        assert not await _blockers(team)


async def test_whoever_names_a_blocker_twice_is_one_person(store: Store) -> None:
    """Two who answered and reported the same type are no three; a third who reported it is."""
    async with in_a_channel(store) as team:
        await team.begin()
        for one in team.members:
            await one.answer_with(blocker="means" if one in team.members[:2] else "nothing")
        await report(team, team.members[:2])
        await team.close()
        assert "What slows us most: varied" in team.read()
        await team[0].press_there("team:now")
        for one in team.members:
            await one.answer_with(blocker="means" if one in team.members[:2] else "nothing")
        await report(team, team.members[1:3])
        await team.close()
        assert "1 Time or means" in team.read()


async def report(team: Squad, people: Sequence[Teammate]) -> None:
    """Let each of these say in an unblock session that they lack means."""
    team_id = (await team.team()).id
    for one in people:
        me = (await team.coachee(one)).id
        await team.world.change(lambda uow, me=me: uow.teams.report(team_id, me, "means"))  # type: ignore[misc]


async def unblocked(one: Teammate, *, counted: str) -> None:
    """Go through an unblock session about means, up to the question about the team."""
    await one.command("stuck")
    await one.say("The order waits")
    await one.press("means")
    await one.say("The weekly report")
    await one.press("ask")
    await one.say("Tomorrow at 10 I write to the buyer and ask for one decision")
    await one.press("9")
    await one.press(counted)


async def test_an_unblock_session_is_counted_and_does_not_say_so_later(store: Store) -> None:
    """The yes is written down nowhere but beside the open round, as the question promises."""
    async with in_a_channel(store) as team:
        await team.begin()
        for one in team.members[:3]:
            await unblocked(one, counted="yes")
        await unblocked(team[3], counted="no")
        sessions = [await _latest(one) for one in team.members[:4]]
        assert [one.answer("team") for one in sessions] == [None] * 4
        assert len({tuple(a.options for a in one.answers) for one in sessions}) == 1
        await answer(team, 8, blocker="nothing")
        await team.close()
        assert "1 Time or means" in team.read()


async def test_no_blocker_is_taken_for_a_team_that_does_not_ask(sqlite_store: Store) -> None:
    """Nobody is asked for a yes that leads nowhere."""
    async with in_a_channel(sqlite_store) as team:
        await team.invite_bot()
        await team[0].team_command("setup")
        await team[0].fill({"questions": ["energy"]})
        with pytest.raises(AssertionError, match="nothing offers"):
            await unblocked(team[2], counted="yes")
        assert (await _latest(team[2])).status == "done"


async def _latest(one: Teammate) -> Session:
    me = await one.me()
    assert me
    return (await one.world.look(lambda uow: uow.sessions.of(me.id)))[-1]


async def test_results_show_closed_rounds_in_a_chart_and_words(store: Store) -> None:
    """One point a round, gaps where too few answered, to whoever of the team asks."""
    async with in_a_channel(store) as team:
        await team.begin()
        for energy, n in (("1", 8), ("3", 4), ("5", 8)):
            await answer(team, n, energy=energy)
            await team.close()
            await team[0].press_there("team:now")
        reply = await team[6].team_command("results")
        assert reply.show
        chart = next(e for e in reply.show.elements if isinstance(e, Chart))
        assert chart.series[0].values == (0, None, 2)
        assert "Energy: low, too few answers, high." in chart.alt


# who is in the team


async def test_guests_and_bots_are_left_out(store: Store) -> None:
    """They are no members; a guest who presses is told so, and nothing is kept."""
    async with in_a_channel(store) as team:
        guest = Teammate(team.world, team.chat, "U99GUEST")
        team.guests.append(guest.person)
        await team.begin()
        team_id = (await team.team()).id
        members = await team.world.look(lambda uow: uow.teams.members(team_id))
        assert len(members) == 8
        reply = await guest.press_there("team:answer")
        assert "members of this channel" in reply.notice
        assert not reply.form
        assert await guest.me() is None


async def test_who_said_stop_is_left_out(store: Store) -> None:
    """Stop forgets the membership with the answer; the next roster does not bring it back."""
    async with in_a_channel(store) as team:
        await team.begin()
        await team[2].answer_with()
        await team[2].command("stop")
        assert not await answers(team)
        team_id = (await team.team()).id
        await team.come(Teammate(team.world, team.chat, "U50NEW"))
        await team.world.wait(seconds=11)
        members = await team.world.look(lambda uow: uow.teams.members(team_id))
        me = await team.coachee(team[2])
        assert me.id not in {m.coachee_id for m in members}
        assert len(members) == 8


async def test_who_joins_in_the_middle_may_answer(store: Store) -> None:
    """A newcomer answers the open round like everybody."""
    async with in_a_channel(store, 4) as team:
        await team.begin()
        await answer(team, 4)
        late = Teammate(team.world, team.chat, "U50NEW")
        await team.come(late)
        await team.world.wait(seconds=11)
        await late.answer_with()
        await team.close()
        assert "5 to 7 answers" in team.read()


async def test_who_leaves_is_forgotten(store: Store) -> None:
    """What they answered goes with them, and a champion's place becomes free."""
    async with in_a_channel(store) as team:
        await team.begin()
        await answer(team, 8)
        await team.go(team[0])
        assert len(await answers(team)) == 7
        assert (await team.team()).champion_id is None


async def test_erasing_oneself_takes_the_answer_along(store: Store) -> None:
    """The open answer goes with everything else of the person."""
    async with in_a_channel(store) as team:
        await team.begin()
        await answer(team, 8)
        await team[1].erase()
        assert len(await answers(team)) == 7


async def test_a_silent_press_changes_nothing_of_a_person(store: Store) -> None:
    """Answering leaves no trace on the person's own row: no time, no version, no count."""
    async with in_a_channel(store) as team:
        await team.begin()
        before = await team.coachee(team[3])
        await team[3].answer_with(expect="Short meetings")
        await team[3].say_yes()
        assert await team.coachee(team[3]) == before


# faults


async def test_a_bot_removed_in_mid_round_erases_what_was_answered(store: Store) -> None:
    """Nothing is posted any more, nothing is kept, and coming back proposes again."""
    async with in_a_channel(store) as team:
        await team.begin()
        await answer(team, 8)
        one = await team.opened()
        await team.remove_bot()
        assert not await team.world.look(lambda uow: uow.teams.answers(one.id))
        assert [c.state for c in await team.rounds()] == ["called_off"]
        posted = len(team.chat.posts)
        await team.world.wait(days=30)
        assert len(team.chat.posts) == posted
        await team.invite_bot()
        assert (await team.team()).state == "paused"
        assert "This check-in was called off" in team.read()
        await team[0].press_there("team:start")
        await team.world.wait(days=14)
        assert len(await team.rounds()) == 2


async def test_a_round_on_its_way_to_a_channel_that_is_gone_is_told(store: Store) -> None:
    """The platform had asked to wait; what never arrived is not on its way for ever."""
    async with in_a_channel(store) as team:
        await team.invite_bot()
        await team[0].press_there("team:start")
        wait = SendFailed("ratelimited", retry_after=timedelta(minutes=1))
        team.chat.fail(*[wait] * 3, person=person_of(CHANNEL.address))
        await team.world.wait_for_next()
        await team.remove_bot()
        lane = (await team.team()).lane
        told = await team.world.look(lambda uow: uow.ledger.of(lane, 50))
        assert {(e.outcome, e.reason) for e in told if e.kind == "round_open"} == {
            ("skipped", "unreachable")
        }


async def test_an_archived_channel_ends_it_when_a_message_is_refused(store: Store) -> None:
    """No event came: the refusal itself ends the round and erases the answers."""
    async with in_a_channel(store) as team:
        await team.begin()
        await answer(team, 8)
        team.chat.fail(Unreachable("is_archived"), person=person_of(CHANNEL.address))
        await team.close()
        assert (await team.team()).state == "gone"
        assert not await answers_of(team, (await team.rounds())[-1])


async def test_a_deleted_message_comes_back_with_the_summary(store: Store) -> None:
    """Somebody deleted it: the summary is posted anew, once."""
    async with in_a_channel(store) as team:
        await team.begin()
        await answer(team, 8)
        ref = team.chat.posts[-1].ref
        assert ref
        team.chat.forget(ref)
        await team.close()
        assert sum("8 to 12 answers" in text_of(m) for m in team.posted) == 1


async def test_a_deleted_proposal_comes_back_when_there_is_news(store: Store) -> None:
    """Somebody deleted it: how the check-in is set up is posted anew once that changes."""
    async with in_a_channel(store) as team:
        await team.invite_bot()
        ref = team.chat.posts[-1].ref
        assert ref
        team.chat.forget(ref)
        await team[1].team_command("setup")
        await team[1].fill({"questions": ["energy"]})
        assert f"Set up by: @{team[1].person}" in team.read()
        assert len(team.posted) == 1


async def test_a_refused_summary_is_said_shorter_then_left_to_the_champion(store: Store) -> None:
    """The plain form is tried; refused again, the champion hears how to see it."""
    async with in_a_channel(store) as team:
        await team.begin()
        await answer(team, 8)
        too_long = SendFailed("msg_too_long", permanent=True)
        team.chat.fail(too_long, too_long, person=person_of(CHANNEL.address))
        await team.close()
        await team.world.wait(days=2)
        assert any("could not be shown" in s for s in team.chat.summaries(team[0].person))
        assert (await team.rounds())[-1].state == "summary"


async def test_an_outage_puts_a_round_off_to_the_next_working_morning(store: Store) -> None:
    """Ten hours late it does not come in the evening."""
    async with in_a_channel(store) as team:
        await team.invite_bot()
        await team[0].press_there("team:start")
        team.world.clock.at = datetime(2026, 11, 26, 19, tzinfo=UTC)
        await team.world.settle()
        assert not await team.rounds()
        await team.world.wait(hours=24)
        assert [one.opened_at for one in await team.rounds()] == [
            datetime(2026, 11, 27, 9, tzinfo=UTC)
        ]


async def test_two_hundred_people_answer_in_the_same_second(store: Store) -> None:
    """Each answer is kept once, and the summary counts them all."""
    async with in_a_channel(store, 200) as team:
        await team.begin()
        await asyncio.gather(*(insisting(one, energy="3") for one in team.members))
        assert len(await answers(team)) == 200
        await asyncio.gather(*(insisting(one, energy="5") for one in team.members))
        assert [a.energy for a in await answers(team)] == [5] * 200
        await team.close()
        sealed = (await team.rounds())[-1].sealed
        assert sealed
        assert sealed.n == 200


async def insisting(one: Teammate, **values: str) -> None:
    """Answer; where the database is too busy, as on a small machine, press again as one is told."""
    while True:
        try:
            await one.answer_with(**values)
        except Busy:
            continue
        return


async def test_a_click_delivered_twice_counts_once(store: Store) -> None:
    """The same event again answers from the present state and changes nothing."""
    async with in_a_channel(store) as team:
        await team.invite_bot()
        start = team[0].pressed_there("team:start")
        await team[0].send(start)
        await team[0].send(start)
        now = team[0].pressed_there("team:now")
        await team[0].send(now)
        await team[0].send(now)
        assert len(await team.rounds()) == 1


async def test_somebody_from_another_workspace_is_refused(sqlite_store: Store) -> None:
    """A token alone opens nothing."""
    async with in_a_channel(sqlite_store) as team:
        await team.begin()
        press = team[0].pressed_there("team:answer")
        stranger = replace(press, actor=replace(press.actor, workspace="fake:T9OTHER"))
        reply = await team[0].send(stranger)
        assert not reply.form


async def answers(team: Squad) -> list[Answer]:
    """What is kept of the open round."""
    return await answers_of(team, await team.opened())


async def answers_of(team: Squad, one: Round) -> list[Answer]:
    """What is kept of a round."""
    return list(await team.world.look(lambda uow: uow.teams.answers(one.id)))


async def _blockers(team: Squad) -> list[TeamBlocker]:
    team_id = (await team.team()).id
    return list(await team.world.look(lambda uow: uow.teams.blockers(team_id)))


def _reminders(chat: FakeMessenger, one: Teammate) -> list[str]:
    return [s for s in chat.summaries(one.person) if "reminder" in s]


def _options(message: Message) -> list[Option]:
    return [o for e in message.elements if isinstance(e, Choices) for o in e.options]


def text_of_form(form: Form) -> str:
    """Read what a form shows above its fields."""
    return "".join(s.text for e in form.elements if isinstance(e, Text) for s in e.spans)
