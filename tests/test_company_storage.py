"""What a store keeps of the company as a whole, on SQLite, on PostgreSQL and in the sandbox."""

from datetime import time, timedelta

from bot.adapting.applying import Applied
from bot.adapting.proposing import DropStar, MoveSlot, Share
from bot.measuring.published import Month
from bot.people import Slot
from tests.campaign_rows import NOW, Do

DAY = timedelta(days=1)


class TestStars:
    def test_they_are_written_as_a_whole_and_keep_their_order(self, do: Do) -> None:
        assert do(lambda uow: uow.stars.all()) == []
        do(lambda uow: uow.stars.put(["workload", "delegation"]))
        do(lambda uow: uow.stars.put(["meetings", "delegation"]))
        assert do(lambda uow: uow.stars.all()) == ["meetings", "delegation"]
        do(lambda uow: uow.stars.put([]))
        assert do(lambda uow: uow.stars.all()) == []


class TestOfferedSlots:
    def test_they_are_kept_as_a_whole_in_their_order(self, do: Do) -> None:
        """Those before go; none at all is what there is at first."""
        assert do(lambda uow: uow.offered_slots.all()) == []
        for slots in ([Slot(4, time(11)), Slot(0, time(9, 30))], [Slot(2, time(10))], []):
            do(lambda uow, slots=slots: uow.offered_slots.put(slots))  # type: ignore[misc]
            assert do(lambda uow: uow.offered_slots.all()) == slots


class TestAdaptations:
    def test_they_are_kept_with_their_figures_in_the_order_of_their_days(self, do: Do) -> None:
        """The same one counts once a day; another day it is another."""
        left, others = Share(0.5, 0.4, 0.6, 80), Share(0.2, 0.1, 0.3, 20, 29)
        drop = DropStar("delegation", left, others, others)
        move = MoveSlot(Slot(1, time(9)), Slot(2, time(10, 30)), others, left)
        day, of = NOW.date(), Month(2026, 10)
        for one in (Applied(day + DAY, drop, of), Applied(day, drop, of), Applied(day, move, of)):
            do(lambda uow, one=one: uow.adaptations.add(one))  # type: ignore[misc]
            do(lambda uow, one=one: uow.adaptations.add(one))  # type: ignore[misc]
        assert do(lambda uow: uow.adaptations.all()) == [
            Applied(day, drop, of),
            Applied(day, move, of),
            Applied(day + DAY, drop, of),
        ]
