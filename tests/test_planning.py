"""Two people and one plan: what counts, who sees what, and that nobody's words are lost."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.messages import Bullets, Choices, Form, Message, Progress, Reply, Text
from bot.moments import Moment
from bot.plans.changing import waiting
from bot.plans.standing import Standing, named
from bot.ports import UnitOfWork
from bot.turn import Turn
from storage.store import Store
from tests.databases import Database
from tests.fakes import Clock
from tests.players import Player, Words, at_the_door
from tests.traces import found, rows, unsealed
from tests.world import MONDAY, World, library

CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")
OBJECTIVE = {
    "goal": "shorter decision times",
    "contribution": "preparing each decision on one page",
    "name": "decisions taken within a week",
    "kind": "count",
    "baseline": "2",
    "target": "8",
    "support": "thirty minutes every second week",
}


@dataclass(frozen=True, slots=True)
class Two:
    """Ada, whose plan it is, and Bob."""

    world: World
    ada: Player
    bob: Player

    async def found(self, who: Player | None = None) -> Standing | None:
        """Look for Ada's plan as one of the two."""
        me = await (who or self.ada).me()
        owner = await self.ada.me()
        assert me is not None
        assert owner is not None

        def read(uow: UnitOfWork) -> Standing | None:
            turn = Turn(uow, library(), lambda: "id", self.world.clock(), "look", me)
            plans = uow.plans.of(owner.id)
            return named(turn, plans[-1].id) if plans else None

        return await self.world.look(read)

    async def plan(self, who: Player | None = None) -> Standing:
        """Look at Ada's plan as one of the two."""
        one = await self.found(who)
        assert one is not None
        return one

    async def sees(self, who: Player) -> bool:
        """Tell whether one of the two can see Ada's plan."""
        return (await self.found(who)) is not None

    async def waiting(self, who: Player) -> list[str]:
        """List what waits for one of the two."""
        me = await who.me()
        assert me is not None

        def read(uow: UnitOfWork) -> list[str]:
            turn = Turn(uow, library(), lambda: "id", self.world.clock(), "look", me)
            return [one.kind for one in waiting(turn)]

        return await self.world.look(read)


@pytest.fixture
async def two(store: Store) -> AsyncIterator[Two]:
    """Two people who have both begun."""
    async with at_the_door(store, Clock(MONDAY)) as (world, chat):
        ada, bob = Player(world, chat, "U0ADA"), Player(world, chat, "U0BOB")
        for player in (ada, bob):
            await player.onboard(Words())
        yield Two(world, ada, bob)


@pytest.fixture
def word() -> Words:
    return Words("pz")


def said(message: Message) -> str:
    """Read a message."""
    lines: list[str] = []
    for element in message.elements:
        match element:
            case Text(spans):
                lines.append("".join(span.text for span in spans))
            case Bullets(items):
                lines += items
            case Progress():
                lines.append(f"{element.reads} {element.label}")
    return "\n".join(lines)


def offered(message: Message) -> list[str]:
    """List what can be pressed."""
    every = [e.options for e in message.elements if isinstance(e, Choices)]
    return [option.id for options in every for option in options]


def an_id(message: Message, verb: str) -> str:
    """Find the first button of a kind."""
    return next(option for option in offered(message) if option.startswith(verb))


async def make(player: Player, **more: str) -> Reply:
    """Make an objective from the plan's page."""
    await player.command("plan")
    await player.press("form:objective")
    return await player.fill(OBJECTIVE | more)


async def add_milestone(player: Player, day: str, text: str) -> Reply:
    """Add a milestone to the first objective."""
    await player.command("plan")
    await player.press(an_id(player.messages[-1], "plan:objective:"))
    adds = [o for o in offered(player.messages[-1]) if o.startswith("form:milestone:")]
    await player.press(adds[-1])
    return await player.fill({"milestone": text, "on": day})


async def open_form(player: Player, verb: str) -> None:
    """Press a button of the plan's page that opens a form."""
    await player.command("plan")
    await player.press(an_id(player.messages[-1], verb))


async def share(two: Two) -> str:
    """Return the code that Ada can give to somebody."""
    await two.ada.command("plan")
    form = (await two.ada.press("form:share")).form
    assert form is not None
    read = CODE.search(str(form))
    assert read
    return read[0]


async def joined(two: Two) -> None:
    """Let Bob share Ada's plan."""
    await two.bob.command(f"plan join {await share(two)}")
    await two.bob.press("plan:join")


async def look_as_partner(two: Two) -> Message:
    """Let Bob open Ada's plan."""
    await two.bob.command("plan")
    await two.bob.press(an_id(two.bob.messages[-1], "plan:open:"))
    return two.bob.messages[-1]


class TestOwn:
    """A plan of one's own."""

    async def test_a_change_counts_at_once_and_a_day_is_one_version(self, two: Two) -> None:
        await make(two.ada)
        await add_milestone(two.ada, "2026-12-04", "the template is agreed")
        await add_milestone(two.ada, "2026-12-18", "four decisions prepared")
        one = await two.plan()
        assert one.plan.agreed == one.plan.number == 1
        (objective,) = one.content.objectives
        assert [m.text for m in objective.milestones] == [
            "the template is agreed",
            "four decisions prepared",
        ]
        await two.world.wait(days=1)
        await make(two.ada, goal="fewer meetings")
        one = await two.plan()
        assert (one.plan.agreed, len(one.versions), len(one.content.objectives)) == (2, 2, 2)

    async def test_the_page_shows_everything(self, two: Two) -> None:
        await make(two.ada)
        await add_milestone(two.ada, "2026-12-04", "the template is agreed")
        await two.ada.command("plan")
        text = said(two.ada.messages[-1])
        assert (
            "1. I contribute to shorter decision times by preparing each decision on one page."
            in text
        )
        assert "0% decisions taken within a week: 2 · target 8" in text
        assert "Friday 4 December · the template is agreed" in text
        assert "Version 1, saved on Monday 23 November." in text

    async def test_progress_is_noted_over_time(self, two: Two) -> None:
        await make(two.ada)
        for value in ("4", "5"):
            await open_form(two.ada, "form:measure:")
            await two.ada.fill({"value": value})
            await two.world.wait(days=1)
        await two.ada.command("plan")
        assert "50% decisions taken within a week: 2 → 4 → 5 · target 8" in said(
            two.ada.messages[-1]
        )

    async def test_a_scale_is_one_tap_and_another_tap_changes_it(self, two: Two) -> None:
        await make(two.ada, kind="scale", baseline="10", target="3")
        await two.ada.command("plan")
        await two.ada.press(an_id(two.ada.messages[-1], "plan:measure:"))
        await two.ada.press("9")
        await two.ada.press("5")
        assert "71% decisions taken within a week: 10 → 5 · target 3" in said(two.ada.messages[-1])
        assert len((await two.plan()).measures) == 1

    async def test_three_objectives_are_enough(self, two: Two) -> None:
        for number in range(3):
            await make(two.ada, goal=f"goal {number}")
        await two.ada.command("plan")
        assert "form:objective" not in offered(two.ada.messages[-1])

    async def test_what_was_taken_out_comes_back(self, two: Two) -> None:
        """Also what was written on the same day, which is otherwise one version."""
        await make(two.ada)
        await two.ada.command("plan")
        await two.ada.press(an_id(two.ada.messages[-1], "plan:objective:"))
        await two.ada.press(an_id(two.ada.messages[-1], "plan:remove:"))
        assert (await two.plan()).content.objectives == ()
        await two.ada.command("plan")
        await two.ada.press("form:history")
        await two.ada.fill({"version": "1"})
        one = await two.plan()
        assert [o.goal for o in one.content.objectives] == ["shorter decision times"]

    async def test_errors_stand_at_their_fields_and_nothing_typed_is_lost(self, two: Two) -> None:
        reply = await make(two.ada, kind="scale", baseline="eleven", target="11", goal=" ")
        assert set(reply.errors) == {"goal", "baseline", "target"}
        assert reply.form
        assert {f.id: f.value for f in reply.form.fields}["contribution"] == OBJECTIVE[
            "contribution"
        ]
        assert not await two.sees(two.ada)

    @pytest.mark.parametrize(
        ("day", "told"),
        [
            ("2026-11-20", "past"),
            ("2026-02-31", "Which day?"),
            ("2028-01-10", "year"),
            ("soon", "Which day?"),
        ],
    )
    async def test_impossible_days_are_explained(self, two: Two, day: str, told: str) -> None:
        await make(two.ada)
        reply = await add_milestone(two.ada, day, "the template")
        assert told in reply.errors["on"]
        assert (await two.plan()).content.objectives[0].milestones == ()

    async def test_a_day_off_is_asked_about_once(self, two: Two) -> None:
        """Christmas in France is a Friday in 2026; the working day before is offered."""
        await make(two.ada)
        reply = await add_milestone(two.ada, "2026-12-25", "the template")
        assert reply.form
        assert not reply.errors
        assert "Friday 25 December is a day off" in str(reply.form.elements)
        assert {f.id: f.value for f in reply.form.fields}["on"] == "2026-12-24"
        await two.ada.fill({"on": "2026-12-25"})
        (kept,) = (await two.plan()).content.objectives[0].milestones
        assert str(kept.on) == "2026-12-25"

    async def test_a_milestone_comes_on_its_day_and_is_reached_with_one_tap(self, two: Two) -> None:
        await make(two.ada)
        await add_milestone(two.ada, "2026-12-03", "the template is agreed")
        await two.world.wait_until(MONDAY + timedelta(days=9))
        await two.ada.command("plan")  # whoever never answers is not asked apart
        await two.world.wait_until(MONDAY + timedelta(days=10))
        (due,) = [m for m in two.ada.messages if m.summary == "A milestone of your plan is due"]
        assert "the template is agreed" in said(due)
        assert "the template" not in due.summary
        assert await two.waiting(two.ada) == ["milestone"]
        await two.ada.press(an_id(due, "plan:reached:"))
        assert await two.waiting(two.ada) == []
        await two.ada.command("plan")
        assert "✓ the template is agreed · reached on Thursday 3 December" in said(
            two.ada.messages[-1]
        )

    async def test_a_milestone_on_a_day_off_comes_on_the_working_day_before(self, two: Two) -> None:
        """At the person's own hour; other settings plan it anew."""
        await make(two.ada)
        await add_milestone(two.ada, "2026-12-25", "the template is agreed")
        await two.ada.fill({"on": "2026-12-25"})
        (planned,) = await _planned(two)
        assert planned.due_at == datetime(2026, 12, 24, 8, tzinfo=UTC)
        await two.ada.command("settings")
        await two.ada.press("form:settings")
        await two.ada.fill({"weekday": "2", "time": "11:00"})
        (planned,) = await _planned(two)
        assert planned.due_at == datetime(2026, 12, 24, 10, tzinfo=UTC)

    async def test_a_milestone_that_is_moved_or_taken_out_does_not_come(self, two: Two) -> None:
        """And the ledger says why."""
        await make(two.ada)
        await add_milestone(two.ada, "2026-12-03", "the template is agreed")
        await two.ada.press(an_id(two.ada.messages[-1], "form:milestone:"))
        await two.ada.fill({"on": "2026-12-10"})
        (planned,) = await _planned(two)
        assert planned.due_at.day == 10
        await two.ada.press(an_id(two.ada.messages[-1], "plan:drop:"))
        assert await _planned(two) == []
        me = await two.ada.me()
        assert me
        entries = await two.world.look(lambda uow: uow.ledger.of(me.id, 20))
        ours = [(e.outcome, e.reason) for e in entries if e.kind == "plan_milestone"]
        assert ours == [("skipped", "rescheduled")] * 2

    async def test_after_coming_back_from_a_stop_it_is_planned_again(self, two: Two) -> None:
        await make(two.ada)
        await add_milestone(two.ada, "2026-12-03", "the template is agreed")
        await two.ada.command("stop")
        assert await _planned(two) == []
        await two.ada.command("")
        await two.ada.press("cmd:again")
        assert len(await _planned(two)) == 1

    async def test_a_reached_milestone_does_not_come(self, two: Two) -> None:
        await make(two.ada)
        await add_milestone(two.ada, "2026-12-03", "the template is agreed")
        await two.ada.press(an_id(two.ada.messages[-1], "plan:reached:"))
        await two.world.wait_until(MONDAY + timedelta(days=12))
        assert "A milestone of your plan is due" not in [m.summary for m in two.ada.messages]

    async def test_after_stop_nothing_of_the_plan_comes(self, two: Two) -> None:
        await make(two.ada)
        await add_milestone(two.ada, "2026-12-03", "the template is agreed")
        await two.ada.command("stop")
        await two.world.wait_until(MONDAY + timedelta(days=12))
        assert "A milestone of your plan is due" not in [m.summary for m in two.ada.messages]

    async def test_a_commitment_serves_an_objective(self, two: Two) -> None:
        await make(two.ada)
        await two.ada.command("plan")
        await two.ada.press(an_id(two.ada.messages[-1], "plan:commit:"))
        await two.ada.walk(Words())
        me, one = await two.ada.me(), await two.plan()
        assert me is not None
        made = (await two.world.look(lambda uow: uow.commitments.of(me.id)))[-1]
        assert made.objective_id == one.content.objectives[0].id

    async def test_a_commitment_can_be_put_to_another_objective(self, two: Two) -> None:
        await two.ada.command("commit")
        await two.ada.walk(Words())
        await make(two.ada)
        await open_form(two.ada, "edit:")
        one = await two.plan()
        await two.ada.fill({"objective": one.content.objectives[0].id})
        me = await two.ada.me()
        assert me is not None
        kept = await two.world.look(lambda uow: uow.commitments.of(me.id))
        assert one.content.objectives[0].id in [c.objective_id for c in kept]

    async def test_a_plan_ends_and_is_taken_up_again(self, two: Two) -> None:
        await make(two.ada)
        await two.ada.command("plan")
        await two.ada.press("plan:end")
        assert "This plan ended" in said(two.ada.messages[-1])
        await two.ada.command("plan")
        await two.ada.press(an_id(two.ada.messages[-1], "plan:take_up:"))
        assert "1. I contribute" in said(two.ada.messages[-1])

    async def test_sent_twice_is_saved_once(self, two: Two) -> None:
        await two.ada.command("plan")
        await two.ada.press("form:objective")
        first = two.ada.filled(OBJECTIVE)
        await two.ada.send(first)
        await two.ada.send(two.ada.submitted(first.token, first.values))
        assert len((await two.plan()).content.objectives) == 1

    @pytest.mark.parametrize(
        "subject",
        ["objective", "objective.", "objective.x", "objective.x:y", "objective.:::::::",
         "milestone", "milestone.x", "milestone.x:y:z", "measure.", "measure.x", "history",
         "history.x", "share", "plan_export", f"objective.{'x' * 5000}", "objective.a.b.c:1:new"],
    )  # fmt: skip
    async def test_forged_forms_change_nothing_and_break_nothing(
        self, two: Two, subject: str
    ) -> None:
        """Whoever sends them learns nothing but a calm sentence."""
        await make(two.ada)
        before = (await two.plan()).versions
        await two.ada.command("plan")
        token = two.ada.token_of("form:history")
        for values in ({}, {"version": "9" * 5000}, {"value": "1"}, {"milestone": "x", "on": "x"}):
            await two.ada.send(two.ada.submitted(f"{token}.{subject}", values))
        assert (await two.plan()).versions == before

    @pytest.mark.parametrize(
        "option",
        ["plan:", "plan:x", "plan:confirm:", "plan:remove:x", "plan:objective:", "plan:measure:x",
         "plan:reached:x", "plan:drop:x", "plan:open:x", "plan:take_up:x", "plan:join",
         "plan:leave", "form:objective:x:y", "form:milestone:x", "form:measure:", "form:nothing",
         "plan:commit:x"],
    )  # fmt: skip
    async def test_forged_clicks_change_nothing_and_break_nothing(
        self, two: Two, option: str
    ) -> None:
        """Nor do buttons that never were."""
        await make(two.ada)
        before = (await two.plan()).content
        await two.ada.command("plan")
        await two.ada.send(two.ada.clicked(two.ada.token_of("form:history"), option))
        assert (await two.plan()).content == before


class TestShared:
    """A plan of two people."""

    async def test_a_code_lets_one_person_in(self, two: Two) -> None:
        await make(two.ada)
        await joined(two)
        one = await two.plan(two.bob)
        assert one.side == "partner"
        assert one.counts
        assert one.counts.agreed_at
        assert "shorter decision times" in said(two.bob.messages[-1])
        await two.ada.command("plan")
        assert "shared with your plan partner." in said(two.ada.messages[-1])

    async def test_before_confirming_nothing_is_shared(self, two: Two) -> None:
        """The code shows the plan; 'not now' leaves it, and its page shows it no more later."""
        await make(two.ada)
        await two.bob.command(f"plan join {(await share(two)).lower().replace('-', ' ')}")
        assert "either of you can leave" in said(two.bob.messages[-1]).lower()
        await two.bob.press("plan:later")
        assert not await two.sees(two.bob)
        await two.world.wait(days=8)
        await two.bob.press("plan:join")
        assert "does not work" in two.bob.replies[-1].notice
        assert "shorter decision times" not in said(two.bob.messages[-1])

    @pytest.mark.parametrize("why", ["wrong", "expired", "used", "replaced", "ended"])
    async def test_a_code_that_does_not_work_gets_one_calm_sentence(
        self, two: Two, why: str
    ) -> None:
        await make(two.ada)
        code = "0000-0000-0000" if why == "wrong" else await share(two)
        if why == "expired":
            await two.world.wait(days=7)
        elif why == "used":
            await two.bob.command(f"plan join {code}")
            await two.bob.press("plan:join")
        elif why == "replaced":
            await share(two)
        elif why == "ended":
            await two.ada.command("plan")
            await two.ada.press("plan:end")
        eve = Player(two.world, two.ada.chat, "U0EVE")
        await eve.command(f"plan join {code}")
        assert "does not work, or no longer does" in said(eve.messages[-1])
        assert "shorter decision times" not in str(eve.messages)

    async def test_the_code_is_not_kept(self, two: Two, store: Store) -> None:
        await make(two.ada)
        code = await share(two)
        assert found(rows(store), [code, code.replace("-", "")]) == []

    async def test_a_change_counts_when_the_other_confirms_it(self, two: Two) -> None:
        await make(two.ada)
        await joined(two)
        await make(two.ada, goal="fewer meetings")
        one = await two.plan()
        assert (one.plan.agreed, one.plan.number) == (1, 2)
        assert len(one.content.objectives) == 1
        await two.ada.command("plan")
        assert "Your proposal waits" in said(two.ada.messages[-1])
        page = await look_as_partner(two)
        assert "New objective: I contribute to fewer meetings" in said(page)
        assert await two.waiting(two.bob) == ["proposal"]
        await two.bob.command("")
        assert "Your plan partner proposes a change" in str(two.bob.messages[-1].elements)
        await two.bob.press(an_id(page, "plan:confirm:"))
        await two.bob.command("")
        assert "proposes a change" not in str(two.bob.messages[-1].elements)
        one = await two.plan()
        assert (one.plan.agreed, len(one.content.objectives)) == (2, 2)
        assert await two.waiting(two.bob) == []

    async def test_a_change_reads_on_after_its_colon_in_french(self, two: Two) -> None:
        await make(two.ada)
        await joined(two)
        await make(two.ada, goal="moins de réunions")
        await two.bob.say("français")
        page = await look_as_partner(two)
        assert "Nouvel objectif\N{NO-BREAK SPACE}: je contribue à moins de réunions" in said(page)

    async def test_the_author_cannot_confirm_their_own(self, two: Two) -> None:
        await make(two.ada)
        await joined(two)
        await make(two.ada, goal="fewer meetings")
        proposed = (await two.plan()).proposed
        assert proposed
        await two.ada.command("plan")
        token = two.ada.token_of("form:history")
        await two.ada.send(two.ada.clicked(token, f"plan:confirm:{proposed.words_id}"))
        assert (await two.plan()).plan.agreed == 1

    async def test_only_what_was_shown_can_be_confirmed(self, two: Two) -> None:
        """Ada goes on changing while Bob reads: his Confirm does not let unseen words count."""
        await make(two.ada)
        await joined(two)
        await make(two.ada, goal="fewer meetings")
        page = await look_as_partner(two)
        confirm = two.bob.pressed(an_id(page, "plan:confirm:"))
        await make(two.ada, goal="no meetings at all")
        reply = await two.bob.send(confirm)
        assert "changed in between" in reply.notice
        assert (await two.plan()).plan.agreed == 1
        await two.bob.press(an_id(two.bob.messages[-1], "plan:confirm:"))
        assert (await two.plan()).plan.agreed == 2

    async def test_a_declined_proposal_stays_readable(self, two: Two) -> None:
        await make(two.ada)
        await joined(two)
        await make(two.ada, goal="fewer meetings")
        await two.bob.press(an_id(await look_as_partner(two), "plan:decline:"))
        one = await two.plan()
        assert [v.status for v in one.versions] == ["agreed", "declined"]
        await two.ada.command("plan")
        assert "not taken" in said(two.ada.messages[-1])
        form = (await two.ada.press("form:history")).form
        assert "fewer meetings" in str(form)

    async def test_a_proposal_can_be_taken_back(self, two: Two) -> None:
        await make(two.ada)
        await joined(two)
        await make(two.ada, goal="fewer meetings")
        await two.ada.command("plan")
        await two.ada.press(an_id(two.ada.messages[-1], "plan:withdraw:"))
        assert (await two.plan()).proposed is None
        assert await two.waiting(two.bob) == []

    async def test_the_other_can_change_it_further(self, two: Two) -> None:
        await make(two.ada)
        await joined(two)
        await make(two.ada, goal="fewer meetings")
        await look_as_partner(two)
        await two.bob.press("plan:change")
        edits = [o for o in offered(two.bob.messages[-1]) if o.startswith("form:objective:")]
        await two.bob.press(edits[1])
        await two.bob.fill({"goal": "fewer and shorter meetings"})
        one = await two.plan()
        assert [v.status for v in one.versions] == ["agreed", "superseded", "proposed"]
        assert one.proposed
        assert one.proposed.author == "partner"
        await two.ada.command("plan")
        await two.ada.press(an_id(two.ada.messages[-1], "plan:confirm:"))
        goals = [o.goal for o in (await two.plan()).content.objectives]
        assert goals == ["shorter decision times", "fewer and shorter meetings"]

    async def test_a_proposal_comes_by_itself_once(self, two: Two) -> None:
        """Not on the day of the weekly message."""
        await make(two.ada)
        await joined(two)
        await two.bob.command("settings")
        await two.bob.press("form:settings")
        await two.bob.fill({"pace": "fortnightly"})  # a pace without reminders
        await make(two.ada, goal="fewer meetings")
        await two.world.wait(days=8)
        told = [m for m in two.bob.messages if m.summary == "Your plan partner proposes a change"]
        assert len(told) == 1
        await two.bob.press(an_id(told[0], "plan:confirm:"))
        assert (await two.plan()).plan.agreed == 2

    async def test_a_proposal_joins_the_weekly_message_when_the_week_is_full(
        self, two: Two
    ) -> None:
        """A place is kept for the reminder, which goes before it."""
        await make(two.ada)
        await joined(two)
        await make(two.ada, goal="fewer meetings")
        await two.world.wait(days=8)
        plan_id = (await two.plan()).plan.id
        await two.bob.press(f"also:plan_request={plan_id}")
        assert two.bob.messages[-1].summary == "Your plan partner proposes a change"

    async def test_a_fact_needs_no_consent(self, two: Two) -> None:
        await make(two.ada)
        await joined(two)
        await open_form(two.ada, "form:measure:")
        await two.ada.fill({"value": "5"})
        assert (await two.plan()).proposed is None
        assert "2 → 5 · target 8" in said(await look_as_partner(two))

    async def test_the_partner_sees_the_plan_and_nothing_else(self, two: Two, word: Words) -> None:
        await two.ada.command("commit")
        await two.ada.walk(word)
        await make(two.ada)
        await joined(two)
        await look_as_partner(two)
        assert found(two.bob.messages, word.planted) == []
        options = offered(two.bob.messages[-1])
        for verb in ("form:measure", "plan:measure", "plan:commit", "plan:end", "form:share"):
            assert not any(option.startswith(verb) for option in options)

    async def test_the_partner_cannot_do_what_is_the_owners(self, two: Two) -> None:
        """Whatever is pressed or sent by hand with the token of a page that is theirs."""
        await make(two.ada)
        await add_milestone(two.ada, "2026-12-03", "the template is agreed")
        await joined(two)
        await look_as_partner(two)
        (objective,) = (await two.plan()).content.objectives
        token = two.bob.token_of("form:history")
        for option in (
            f"plan:reached:{objective.milestones[0].id}",
            f"plan:measure:{objective.id}",
            f"plan:commit:{objective.id}",
            f"form:measure:{objective.id}",
            "form:share",
            "plan:end",
        ):
            await two.bob.send(two.bob.clicked(token, option))
        form = f"{token}.measure.{objective.id}"
        await two.bob.send(two.bob.submitted(form, {"value": "7"}))
        one = await two.plan()
        assert one.measures == []
        assert one.plan.ended_at is None

    async def test_nobody_elses_clicks_work(self, two: Two) -> None:
        await make(two.ada)
        await joined(two)
        await make(two.ada, goal="fewer meetings")
        page = await look_as_partner(two)
        token, confirm = two.bob.token_of("form:history"), an_id(page, "plan:confirm:")
        eve = Player(two.world, two.ada.chat, "U0EVE")
        await eve.onboard(Words())
        await eve.send(eve.clicked(token, confirm))
        await eve.command("plan")
        mine = eve.token_of("cmd:commit")
        await eve.send(eve.clicked(mine, confirm))
        await eve.send(eve.clicked(mine, f"plan:open:{(await two.plan()).plan.id}"))
        assert (await two.plan()).plan.agreed == 1
        assert "shorter decision times" not in str(eve.messages)


class TestLeaving:
    """Either can leave; the plan stays its owner's."""

    @pytest.mark.parametrize("who", ["ada", "bob"])
    async def test_either_leaves_with_one_tap(self, two: Two, who: str) -> None:
        await make(two.ada)
        await joined(two)
        if who == "bob":
            await look_as_partner(two)
        else:
            await two.ada.command("plan")
        await getattr(two, who).press("plan:leave")
        one = await two.plan()
        assert one.plan.partner_id is None
        assert "shorter decision times" not in str(two.bob.messages)
        await two.ada.command("plan")
        parted = "Your plan partner no longer takes part." in said(two.ada.messages[-1])
        assert parted == (who == "bob")

    async def test_what_was_only_proposed_goes_with_the_partner(
        self, two: Two, store: Store
    ) -> None:
        await make(two.ada)
        await joined(two)
        await look_as_partner(two)
        await two.bob.press("form:objective")
        await two.bob.fill(OBJECTIVE | {"goal": "a goal of qx555velvet"})
        assert found(unsealed(rows(store)), ["qx555velvet"])
        await look_as_partner(two)
        await two.bob.press("plan:leave")
        assert found(unsealed(rows(store)), ["qx555velvet"]) == []

    async def test_the_owners_proposal_counts_once_they_are_alone(self, two: Two) -> None:
        await make(two.ada)
        await joined(two)
        await make(two.ada, goal="fewer meetings")
        await two.ada.command("plan")
        await two.ada.press("plan:leave")
        assert len((await two.plan()).content.objectives) == 2

    @pytest.mark.parametrize("how", ["erased", "unreachable"])
    async def test_a_partner_who_is_gone_leaves_the_plan_to_its_owner(
        self, two: Two, how: str
    ) -> None:
        await make(two.ada)
        await joined(two)
        await make(two.ada, goal="fewer meetings")
        if how == "erased":
            await two.bob.erase()
        else:
            await two.world.change(_out_of_reach(two.bob))
        await two.ada.command("plan")
        text = said(two.ada.messages[-1])
        assert "The plan is yours alone again" in text
        assert "2. I contribute to fewer meetings" in text
        await make(two.ada, goal="no meetings")
        await two.ada.command("plan")
        assert "no longer takes part" not in said(two.ada.messages[-1])

    async def test_the_owner_erases_everything_and_the_partner_sees_nothing_more(
        self, two: Two
    ) -> None:
        await make(two.ada)
        await joined(two)
        await look_as_partner(two)
        await two.ada.erase()
        assert "shorter decision times" not in str(two.bob.messages)
        assert "no longer shared with you" in said(two.bob.messages[-1])

    async def test_the_partner_can_be_invited_again(self, two: Two) -> None:
        await make(two.ada)
        await joined(two)
        await look_as_partner(two)
        await two.bob.press("plan:leave")
        await joined(two)
        assert await two.sees(two.bob)


async def _planned(two: Two) -> list[Moment]:
    me = await two.ada.me()
    assert me
    every = await two.world.look(lambda uow: uow.moments.of(me.id))
    return [moment for moment in every if moment.kind == "plan_milestone"]


def _out_of_reach(player: Player) -> Callable[[UnitOfWork], object]:
    def change(uow: UnitOfWork) -> None:
        me = uow.people.find("fake:T0TEAM", player.person)
        assert me
        uow.people.put(replace(me, reachable=False))

    return change


class TestAtOnce:
    """Two forms open on the same thing: nobody's words are lost, the second sees both."""

    async def test_the_second_sees_what_stands_there_and_keeps_what_they_typed(
        self, two: Two
    ) -> None:
        await make(two.ada)
        await joined(two)
        await look_as_partner(two)
        await two.bob.press(an_id(two.bob.messages[-1], "form:objective:"))
        await open_form(two.ada, "form:objective:")
        await two.ada.fill({"goal": "decisions in five days"})
        reply = await two.bob.fill({"goal": "decisions in three days"})
        assert reply.form
        assert not reply.errors
        assert "decisions in five days" in str(reply.form.elements)
        assert _typed(reply.form)["goal"] == "decisions in three days"
        assert (await two.plan()).latest.objectives[0].goal == "decisions in five days"
        await two.bob.fill({})
        one = await two.plan()
        assert one.latest.objectives[0].goal == "decisions in three days"
        assert [v.status for v in one.versions] == ["agreed", "superseded", "proposed"]
        assert "five days" in str(one.versions) or await _words(two, "five days")

    async def test_a_change_elsewhere_is_shown_before_it_is_built_upon(self, two: Two) -> None:
        await make(two.ada)
        await joined(two)
        await open_form(two.ada, "form:objective:")
        await look_as_partner(two)
        await two.bob.press("form:objective")
        await two.bob.fill(OBJECTIVE | {"goal": "fewer meetings"})
        reply = await two.ada.fill({"goal": "faster decisions"})
        assert reply.form
        assert "New objective: I contribute to fewer meetings" in str(reply.form.elements)
        await two.ada.fill({})
        goals = [o.goal for o in (await two.plan()).latest.objectives]
        assert goals == ["faster decisions", "fewer meetings"]

    async def test_what_was_taken_out_in_between_is_put_in_again(self, two: Two) -> None:
        await make(two.ada)
        await open_form(two.ada, "form:objective:")
        form = two.ada.form
        await two.ada.command("plan")
        await two.ada.press(an_id(two.ada.messages[-1], "plan:objective:"))
        await two.ada.press(an_id(two.ada.messages[-1], "plan:remove:"))
        two.ada.form = form
        reply = await two.ada.fill({"goal": "decisions in three days"})
        assert reply.form
        assert "taken out in between" in str(reply.form.elements)
        await two.ada.fill({})
        assert [o.goal for o in (await two.plan()).content.objectives] == [
            "decisions in three days"
        ]

    async def test_a_milestone_of_an_objective_that_is_gone_stays_in_its_form(
        self, two: Two
    ) -> None:
        await make(two.ada)
        await two.ada.command("plan")
        await two.ada.press(an_id(two.ada.messages[-1], "plan:objective:"))
        await two.ada.press(an_id(two.ada.messages[-1], "form:milestone:"))
        form = two.ada.form
        await two.ada.press(an_id(two.ada.messages[-1], "plan:remove:"))
        two.ada.form = form
        reply = await two.ada.fill({"milestone": "the template", "on": "2026-12-03"})
        assert "no longer in the plan" in reply.errors["milestone"]
        assert reply.form
        assert _typed(reply.form)["milestone"] == "the template"

    async def test_at_the_same_moment_one_is_saved_and_the_other_sees_it(self, two: Two) -> None:
        """Two requests that run side by side, as with two processes."""
        await make(two.ada)
        await joined(two)
        await look_as_partner(two)
        await two.bob.press(an_id(two.bob.messages[-1], "form:objective:"))
        await open_form(two.ada, "form:objective:")
        goals = {two.ada: "decisions in five days", two.bob: "decisions in three days"}
        events = [player.filled({"goal": goal}) for player, goal in goals.items()]
        replies = await asyncio.gather(*map(two.world.engine.handle, events))
        await two.world.settle()
        (shown,) = [reply.form for reply in replies if reply and reply.form]
        kept = (await two.plan()).latest.objectives[0].goal
        assert kept in goals.values()
        assert kept in str(shown.elements)
        assert {kept, _typed(shown)["goal"]} == set(goals.values())

    async def test_the_same_person_in_two_windows_loses_nothing_either(self, two: Two) -> None:
        await make(two.ada)
        await open_form(two.ada, "form:objective:")
        first = two.ada.filled({"goal": "decisions in five days"})
        await open_form(two.ada, "form:objective:")
        second = two.ada.filled({"goal": "decisions in three days"})
        await two.ada.send(first)
        reply = await two.ada.send(second)
        assert reply.form
        assert "decisions in five days" in str(reply.form.elements)


async def _words(two: Two, text: str) -> bool:
    return any(text in kept for kept in await two.ada.words_kept())


def _typed(form: Form) -> dict[str, str]:
    return {field.id: field.value for field in form.fields}


class TestPrivacy:
    """A plan's words are words like any other."""

    @pytest.fixture
    def database(self, sqlite_database: Database) -> Database:
        """What is tested here is the same on every database."""
        return sqlite_database

    async def test_they_are_unreadable_without_the_key_and_gone_when_erased(
        self, two: Two, store: Store, word: Words
    ) -> None:
        fields = {n: f"{word()} things" for n in ("goal", "contribution", "name", "support")}
        await make(two.ada, **fields)
        await add_milestone(two.ada, "2026-12-03", f"the {word()} template")
        assert found(rows(store), word.planted) == []
        assert found(unsealed(rows(store)), word.planted) == word.planted
        assert found(await two.ada.windows(), word.planted) == word.planted
        assert found([m.summary for m in two.ada.messages], word.planted) == []
        await two.ada.erase()
        assert found(unsealed(rows(store)), word.planted) == []
