"""Four weeks of one coachee on a clock that is moved: everything in them, on every platform.

A session, follow-ups, check-ins with different outcomes, a public holiday, a pause, and five
days in which the host was down.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.cadence import A_WEEK
from bot.language import LANGS, Lang
from bot.ledger import Entry
from bot.people import Coachee
from bot.workdays import Calendar
from storage.store import Store
from tests.fakes import Clock
from tests.playing import Player
from tests.stages import STAGES, ZONE
from tests.talks import Line, fold, meant
from tests.walks import COMMITMENT
from tests.world import library

PARIS = ZoneInfo(ZONE)
MONDAY = datetime(2026, 11, 2, 10, tzinfo=PARIS)
HOLIDAY = date(2026, 11, 11)
COMES_BY_ITSELF = {"weekly", "reminder", "milestone", "snooze"}


@dataclass(slots=True)
class Weeks:
    """A person's weeks: `came` is every message that came by itself, `planned` every key."""

    player: Player
    came: list[datetime] = field(default_factory=list)
    planned: set[str] = field(default_factory=set)

    async def do(self, *lines: Line) -> None:
        """Play lines; what follows from them is no message that comes by itself."""
        mismatch = await self.player.play(lines)
        assert not mismatch, mismatch
        await self._note_plans()

    async def until(self, day: int, month: int, hour: int = 9, minute: int = 30) -> None:
        """Let time pass from moment to moment; note what comes on the way."""
        world, end = self.player.stage.world, datetime(2026, month, day, hour, minute, tzinfo=PARIS)
        while (due := await world.look(lambda uow: uow.moments.next_at())) and due <= end:
            await self._at(max(due, world.clock()))
        await self._at(end)

    async def outage(self, day: int, month: int, hour: int) -> None:
        """Let time pass while nothing runs; then everything runs again."""
        await self._at(datetime(2026, month, day, hour, tzinfo=PARIS))

    async def _at(self, moment: datetime) -> None:
        world, stage = self.player.stage.world, self.player.stage
        before = {one.key for one in stage.messages()}
        world.clock.at = moment.astimezone(ZoneInfo("UTC"))
        await world.settle()
        await stage.look()
        self.came += [moment for one in stage.messages() if one.key not in before]
        await self._note_plans()

    async def _note_plans(self) -> None:
        me = await self.me()
        moments = await self.player.stage.world.look(lambda uow: uow.moments.of(me.id))
        self.planned |= {m.key for m in moments if m.kind in COMES_BY_ITSELF}

    async def me(self) -> Coachee:
        """Who it is."""
        me = await self.player.stage.me()
        assert me is not None
        return me

    async def ledger(self) -> list[Entry]:
        """Every entry, newest first."""
        me = await self.me()
        return list(await self.player.stage.world.look(lambda uow: uow.ledger.of(me.id, 1000)))

    async def pending(self) -> set[str]:
        """Keys of what is still to come."""
        me = await self.me()
        return {m.key for m in await self.player.stage.world.look(lambda u: u.moments.of(me.id))}


async def live(weeks: Weeks) -> None:
    """Live through four weeks and what follows."""
    await onboard(weeks)
    await first_week(weeks)
    await week_with_a_holiday(weeks)
    await week_with_a_pause(weeks)
    await week_with_an_outage(weeks)
    await afterwards(weeks)


async def onboard(weeks: Weeks) -> None:
    """On a Monday; the slot is Wednesday, 9:30."""
    await weeks.do(
        Line("say", "coach", shows=("onboarding.hello",)),
        Line("press", "onboarding.hello.start"),
        Line("press", "onboarding.privacy.understood"),
        Line("press", "English | Français"),
        Line("tick", ["theme:delegation"]),
        Line("press", "buttons.skip"),
        Line("press", "onboarding.obstacle.habits"),
        Line("press", "onboarding.slot.other"),
        Line("fill", {"weekday": "2", "time": "09:30"}),
        Line("press", "France, Paris", person={"state": "active", "country": "FR"}),
    )


async def first_week(weeks: Weeks) -> None:
    """A session at the slot ends in a commitment for the day after the holiday."""
    await weeks.until(4, 11)
    await weeks.do(
        Line("press", "invitation.offer.start", shows=("theme:delegation.keeps",)),
        Line("press", "theme:delegation.keeps.enjoy"),
        Line("press", "buttons.skip"),
        Line("press", "theme:delegation.who.some"),
        Line("press", "theme:delegation.freedom.propose"),
        Line("press", "theme:delegation.temptation.silence"),
        Line("press", "buttons.write_commitment"),
        Line("fill", {**COMMITMENT, "due": "2026-11-12"}, shows=("theme.confidence",)),
        Line("press", "8"),
        Line("press", "5"),
        Line("press", "buttons.skip", shows=("session_feedback.end",), commitments=("open",)),
    )


async def week_with_a_holiday(weeks: Weeks) -> None:
    """Wednesday is a holiday: the check-in comes on Thursday, which is also the due day."""
    await weeks.until(9, 11)
    await weeks.do(Line("press", "milestone.d_minus_2.still_good", shows=("milestone.ok",)))
    await weeks.until(11, 11, 23)
    assert all(at.date() != HOLIDAY for at in weeks.came)
    await weeks.until(12, 11)
    await weeks.do(
        Line("press", "weekly_checkin.status.partly", shows=("weekly_checkin.partly",)),
        Line("say", "One page is left | Il reste une page", shows=("weekly_checkin.next",)),
        Line("press", "buttons.write_commitment"),
        Line("fill", {**COMMITMENT, "due": "2026-11-19"}, shows=("weekly_checkin.confidence",)),
        Line("press", "9", commitments=("replaced", "open")),
    )


async def week_with_a_pause(weeks: Weeks) -> None:
    """A pause from Monday to Friday swallows the check-in and the due day."""
    await weeks.until(16, 11, 10)
    await weeks.do(
        Line("say", "pause until 20 November | pause jusqu’au 20 novembre", shows=("pause.done",))
    )
    before = len(weeks.came)
    await weeks.until(20, 11, 8)
    assert len(weeks.came) == before


async def week_with_an_outage(weeks: Weeks) -> None:
    """The commitment gets a new date; then the host is down from Tuesday to Sunday."""
    await weeks.until(23, 11)
    await weeks.do(
        Line("say", "plan", shows=("1 page",)),
        Line("press", "plan.edit"),
        Line("fill", {"due": "2026-11-26"}, shows=("Thursday 26 November | jeudi 26 novembre",)),
    )
    await weeks.until(24, 11, 12, 0)
    before = len(weeks.came)
    await weeks.outage(29, 11, 12)
    assert len(weeks.came) == before, "nothing comes on the Sunday on which the host is back"
    await weeks.until(30, 11, 23)
    assert len(weeks.came) == before + 1, "what was missed comes once, in the morning"


async def afterwards(weeks: Weeks) -> None:
    """A month after the beginning the review comes; it takes along what is still open."""
    await weeks.until(2, 12)
    await weeks.do(
        Line("press", "also.open_milestone", shows=("weekly_checkin.status",)),
        Line("press", "weekly_checkin.status.done", shows=("weekly_checkin.done_learn",)),
        Line("press", "weekly_checkin.done_learn.moment"),
        Line("press", "weekly_checkin.effect.work"),
        Line("press", "weekly_checkin.onward.enough", commitments=("replaced", "done")),
    )
    await weeks.until(4, 12, 18)


def week_of(at: datetime) -> tuple[int, int]:
    return at.astimezone(PARIS).isocalendar()[:2]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", STAGES)
async def test_four_weeks_are_calm_and_each_message_has_its_reason(
    sqlite_store: Store, name: str, lang: Lang
) -> None:
    """At most two messages a week, all at work, and the ledger accounts for every plan."""
    async with STAGES[name](sqlite_store, Clock(MONDAY.astimezone(ZoneInfo("UTC"))), lang) as stage:
        weeks = Weeks(Player(stage, lang))
        await live(weeks)

        a_week = Counter(map(week_of, weeks.came))
        assert max(a_week.values()) <= A_WEEK, a_week
        for at in weeks.came:
            local = at.astimezone(PARIS)
            assert Calendar("FR").is_workday(local.date()), local
            assert time(9) <= local.time() < time(18), local

        ledger = await weeks.ledger()
        assert Counter(e.key for e in ledger).most_common(1)[0][1] == 1
        assert weeks.planned - {e.key for e in ledger} <= await weeks.pending()
        sent = [e for e in ledger if e.outcome == "sent" and e.reason != "folded"]
        assert len(sent) == len(weeks.came)
        for entry in ledger:
            assert f"reasons.{entry.reason}" in library().wording, entry

        await weeks.do(Line("say", "why | pourquoi", shows=("why.title", "why.rules")))
        shown = fold(stage.shown()[-1])
        past = [e for e in ledger if e.meant_at <= stage.world.clock()]
        for entry in past[:8]:
            assert fold(meant(f"reasons.{entry.reason}", lang)) in shown
            assert fold(meant(f"outcomes.{entry.outcome}", lang)) in shown
