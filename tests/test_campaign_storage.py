"""What campaigns ask of a store, on SQLite, on PostgreSQL and in the sandbox alike."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, time, timedelta
from threading import Event
from typing import TypeVar

import psycopg
import pytest
from sqlalchemy import Engine, event

from bot.campaigns.content import Answer, DrawnTeam, Ended, Group, Invitee, Reach
from bot.campaigns.grants import ERASED, Deed, Grant
from bot.cards import Card
from bot.errors import Conflict
from bot.ledger import Entry
from bot.moments import Moment
from bot.outbox import Dispatch
from bot.ports import UnitOfWork
from storage.cipher import new_key
from storage.rotation import Rotated, rotate_all
from storage.store import Store
from tests.campaign_rows import (
    ADDRESS,
    NOW,
    START,
    TERMS,
    Do,
    campaign,
    coachee,
    everybody_on,
    full_campaign,
    listed,
    listed_in,
    people,
)
from tests.databases import Database
from tests.team_rows import within
from tests.traces import rows

T = TypeVar("T")
DAY = timedelta(days=1)
PARIS, TOKYO = "Europe/Paris", "Asia/Tokyo"
STARTS = {(1, PARIS): START, (1, TOKYO): START - timedelta(hours=8)}


@pytest.fixture
def other(database: Database) -> Iterator[Store]:
    """A second process on the same database."""
    opened = database.open()
    yield opened
    opened.close()


class TestCampaigns:
    def test_a_campaign_comes_back_as_it_was(self, do: Do) -> None:
        """Draft or running, every field of it."""
        for one in (campaign(), full_campaign()):
            do(lambda uow, one=one: uow.campaigns.add(one))  # type: ignore[misc]
            for find in ("get", "look"):
                assert do(lambda uow, f=find, i=one.id: getattr(uow.campaigns, f)(i)) == one  # type: ignore[misc]

    def test_what_is_not_there_is_none(self, do: Do) -> None:
        assert do(lambda uow: uow.campaigns.get("nobody")) is None
        assert do(lambda uow: uow.campaigns.preview("nobody", "all")) is None
        assert do(lambda uow: uow.campaigns.invitee("nobody", "p")) is None

    def test_saving_counts_and_an_outdated_copy_is_refused(self, do: Do) -> None:
        one = campaign()
        do(lambda uow: uow.campaigns.add(one))
        saved = do(lambda uow: uow.campaigns.put(replace(one, state="paused")))
        assert saved.version == 1
        assert do(lambda uow: uow.campaigns.look("c1")) == saved
        with pytest.raises(Conflict):
            do(lambda uow: uow.campaigns.put(one))

    def test_the_newest_comes_first(self, do: Do) -> None:
        for number in (1, 3, 2):
            made = campaign(f"c{number}", created_at=NOW + number * DAY)
            do(lambda uow, made=made: uow.campaigns.add(made))  # type: ignore[misc]
        assert [one.id for one in do(lambda uow: uow.campaigns.all())] == ["c3", "c2", "c1"]

    def test_somebody_s_campaigns_are_those_that_invited_them(self, do: Do) -> None:
        """Not drafts, and not those in whose pilot they are not."""

        def make(uow: UnitOfWork) -> None:
            for number, state, wave in ((1, "stopped", 1), (2, "running", 2), (3, "running", 0)):
                one = campaign(f"c{number}", state=state, created_at=NOW + number * DAY)
                listed_in(uow, one, people(2))
                uow.campaigns.assign(one.id, wave, ["#1", "#2"])
            listed_in(uow, campaign("draft"), people(2))

        do(make)
        found = do(lambda uow: uow.campaigns.of("p02"))
        assert [(one.id, invitee.coachee_id, invitee.wave) for one, invitee in found] == [
            ("c2", "p02", 2),
            ("c1", "p02", 1),
        ]

    def test_whoever_gets_a_campaign_has_it_to_themselves(self, store: Store, other: Store) -> None:
        """The second one waits, and sees what the first one saved."""
        within(store, lambda uow: uow.campaigns.add(campaign()))
        held = Event()

        def first() -> None:
            with store.open_uow() as uow:
                one = uow.campaigns.get("c1")
                held.set()
                assert one
                uow.campaigns.put(replace(one, seed="first"))
                uow.commit()

        def second() -> str:
            held.wait(5)
            one = within(other, lambda uow: uow.campaigns.get("c1"))
            assert one
            return one.seed

        with ThreadPoolExecutor(2) as pool:
            waiting = pool.submit(second)
            pool.submit(store.run_sync, first).result(10)
            assert waiting.result(10) == "first"


class TestGathering:
    def test_who_is_new_is_added_and_who_is_known_stays_as_they_are(self, do: Do) -> None:
        known = coachee("known", person="U1", state="active", lang="fr")
        do(lambda uow: uow.people.add(known))
        found = [coachee("other", person="U1"), coachee("new", person="U2")]
        assert do(lambda uow: uow.people.gather(found)) == {"U1": known, "U2": found[1]}
        assert do(lambda uow: uow.people.look("other")) is None
        assert do(lambda uow: uow.people.gather([])) == {}

    def test_two_who_gather_the_same_people_find_the_same(self, store: Store, other: Store) -> None:
        """Whichever comes first, and in whatever order they name them."""
        names = [f"U{n:03}" for n in range(200)]

        def job(at: Store, mark: str, order: int) -> dict[str, str]:
            mine = [coachee(f"{mark}-{name}", person=name) for name in names[::order]]
            found = within(at, lambda uow: uow.people.gather(mine))
            return {name: one.id for name, one in found.items()}

        with ThreadPoolExecutor(2) as pool:
            one, two = pool.submit(job, store, "a", 1), pool.submit(job, other, "b", -1)
            assert one.result(20) == two.result(20)
            assert set(one.result()) == set(names)

    def test_people_are_found_by_mail_whatever_its_case(self, do: Do) -> None:
        """All accounts of a person, the oldest first, under the address as it was asked for."""

        def make(uow: UnitOfWork) -> None:
            uow.people.add(coachee("s", created_at=NOW))
            uow.people.add(coachee("t", workspace="teams:X", created_at=NOW + DAY))
            uow.people.add(coachee("n"))
            uow.people.note_mails({"s": "Ada@Example.org"})
            uow.people.note_mails({"t": " ada@example.ORG "})
            uow.people.note_mails({"n": " "})

        do(make)
        found = do(lambda uow: uow.people.by_mail(["ADA@example.org", "bob@example.org", ""]))
        assert {mail: [one.id for one in several] for mail, several in found.items()} == {
            "ADA@example.org": ["s", "t"]
        }

    def test_a_mail_address_outlives_a_turn_and_cannot_be_read(self, store: Store) -> None:
        person = coachee("ada")
        within(store, lambda uow: uow.people.add(person))
        within(store, lambda uow: uow.people.note_mails({"ada": "ada@example.org"}))
        within(store, lambda uow: uow.people.put(replace(person, lang="fr")))
        assert within(store, lambda uow: uow.people.by_mail(["ada@example.org"]))
        assert "example" not in str(rows(store))


class TestLists:
    def test_positions_are_given_in_the_order_of_finding(self, do: Do) -> None:
        do(lambda uow: listed(uow, people(3)))
        more = [Invitee(None, mail="x@example.org"), Invitee("p02"), Invitee("p09", team="t")]
        do(lambda uow: uow.people.gather([coachee("p09")]))
        assert do(lambda uow: uow.campaigns.list_people("c1", more)) == 2
        assert [
            (one.position, one.coachee_id, one.team)
            for one in do(lambda uow: everybody_on(uow, "c1", ["p01", "p02", "p03", "p09"]))
        ] == [(1, "p01", ""), (2, "p02", ""), (3, "p03", ""), (5, "p09", "t")]
        assert do(lambda uow: uow.campaigns.list_people("c1", more)) == 0

    def test_everything_of_somebody_comes_back(self, do: Do) -> None:
        full = Invitee(
            "p01",
            mail="Ada@example.org",
            zone=TOKYO,
            team="Blue",
            site="Lyon",
            problem="guest",
            position=1,
            wave=2,
            answer="yes",
            joined=True,
        )
        do(lambda uow: listed(uow, people(1)))
        do(lambda uow: uow.campaigns.put_invitee("c1", full))
        assert do(lambda uow: uow.campaigns.invitee("c1", "p01")) == full
        do(lambda uow: uow.campaigns.put_invitee("c1", replace(full, mail="", answer="no")))
        assert do(lambda uow: uow.campaigns.invitee("c1", "p01")) == replace(full, answer="no")

    def test_an_account_that_is_listed_elsewhere_is_refused(self, do: Do) -> None:
        """Nothing changes; adding them to the list joins the two."""
        do(lambda uow: listed(uow, people(1)))
        alone = Invitee(None, "ada@example.org")
        do(lambda uow: uow.campaigns.list_people("c1", [alone]))
        with pytest.raises(Conflict):
            do(lambda uow: uow.campaigns.put_invitee("c1", Invitee("p01", position=2)))
        assert (
            do(lambda uow: uow.campaigns.list_people("c1", [replace(alone, coachee_id="p01")])) == 0
        )
        assert do(lambda uow: uow.campaigns.reach("c1", default_zone="")) == Reach(1)

    def test_two_accounts_with_one_mail_are_one_person(self, do: Do) -> None:
        """In one reading or in two, and whether the list or the account tells the address."""

        def make(uow: UnitOfWork) -> list[int]:
            for name, workspace in (("s", "slack:T1"), ("t", "teams:X"), ("u", "teams:X")):
                uow.people.add(coachee(name, workspace=workspace))
            uow.people.note_mails({"u": "ada@example.org"})
            uow.campaigns.add(campaign())
            both = [Invitee("s", mail="ada@example.org"), Invitee("t", mail="ADA@example.org")]
            again = [*both, Invitee(None, mail="ada@example.org"), Invitee("u")]
            return [uow.campaigns.list_people("c1", these) for these in (both, again)]

        assert do(make) == [1, 0]
        assert do(lambda uow: uow.campaigns.reach("c1", default_zone="")) == Reach(1)
        assert [one.coachee_id for one in do(lambda uow: everybody_on(uow, "c1", "stu"))] == ["s"]

    def test_the_account_that_can_be_invited_takes_the_place(self, do: Do) -> None:
        """Of one with a problem, or that cannot be written to any more; and not the other way."""

        def make(uow: UnitOfWork) -> None:
            uow.people.add(coachee("gone", reachable=False))
            uow.people.add(coachee("guest"))
            uow.people.add(coachee("here", workspace="teams:X"))
            uow.campaigns.add(campaign())
            for one in (
                Invitee("guest", "a@example.org", problem="guest", team="Blue", zone=TOKYO),
                Invitee("gone", "a@example.org", problem=""),
                Invitee("here", "a@example.org", site="Lyon", team="Red"),
                Invitee("guest", "a@example.org", problem="guest"),
            ):
                uow.campaigns.list_people("c1", [one])

        do(make)
        expected = Invitee("here", "a@example.org", TOKYO, "Blue", "Lyon", position=1)
        assert do(lambda uow: everybody_on(uow, "c1", ["gone", "guest", "here"])) == [expected]

    def test_two_who_turn_out_to_be_one_become_one(self, do: Do) -> None:
        """The first place stays, with what both lists said."""

        def make(uow: UnitOfWork) -> int:
            uow.people.gather([coachee("a"), coachee("b")])
            uow.campaigns.add(campaign())
            mail = "a@example.org"
            lists = ([Invitee("b"), Invitee("a", site="Lyon")], [Invitee(None, mail, team="Blue")])
            for one in lists:
                uow.campaigns.list_people("c1", one)
            return uow.campaigns.list_people("c1", [Invitee("a", mail)])

        assert do(make) == 0
        assert do(lambda uow: uow.campaigns.reach("c1", default_zone="")) == Reach(2)
        found = do(lambda uow: uow.campaigns.invitee("c1", "a"))
        assert found == Invitee("a", "a@example.org", "", "Blue", "Lyon", position=2)

    def test_a_problem_of_an_account_stays_when_it_is_listed_again(self, do: Do) -> None:
        """A channel that lists ids alone takes nothing back."""
        do(lambda uow: listed(uow, people(1)))
        for found in (Invitee("p01", problem="guest"), Invitee("p01")):
            do(lambda uow, found=found: uow.campaigns.list_people("c1", [found]))  # type: ignore[misc]
            one = do(lambda uow: uow.campaigns.invitee("c1", "p01"))
            assert one
            assert one.problem == "guest"

    def test_what_is_still_to_be_learnt_comes_in_order(self, do: Do) -> None:
        """Accounts of mail addresses, and zones, behind a position."""

        def make(uow: UnitOfWork) -> None:
            uow.people.gather([coachee(name, zone_known=False) for name in "abc"])
            uow.people.gather([coachee("d"), coachee("e")])
            uow.people.note_mails({name: f"{name}@example.org" for name in "abcd"})
            uow.campaigns.add(campaign())
            uow.campaigns.list_people(
                "c1",
                [
                    Invitee("a"),
                    Invitee("b", zone=TOKYO),
                    Invitee("c"),
                    Invitee("d"),
                    Invitee("e"),
                    Invitee(None, "x@example.org"),
                    Invitee(None, "z@example.org"),
                ],
            )

        do(make)
        details = do(lambda uow: uow.campaigns.without_details("c1", 0, 9))
        a, c = (coachee(name, zone_known=False) for name in "ac")
        assert details == [(1, a), (3, c), (5, coachee("e"))]
        after = do(lambda uow: uow.campaigns.without_details("c1", 1, 9))
        assert [at for at, _ in after] == [3, 5]
        accounts = do(lambda uow: uow.campaigns.without_account("c1", 0, 9))
        assert [one.mail for one in accounts] == ["x@example.org", "z@example.org"]
        assert len(do(lambda uow: uow.campaigns.without_account("c1", 6, 9))) == 1
        expected = do(lambda uow: uow.campaigns.expected("c1", ["X@example.org", "q@example.org"]))
        assert expected == ["X@example.org"]

    def test_two_writers_give_no_position_twice(self, store: Store, other: Store) -> None:
        everybody = people(40)
        within(store, lambda uow: uow.people.gather(everybody))
        within(store, lambda uow: uow.campaigns.add(campaign()))

        def add(at: Store, ids: list[str]) -> int:
            return sum(
                within(at, lambda uow, i=i: uow.campaigns.list_people("c1", [Invitee(i)]))  # type: ignore[misc]
                for i in ids
            )

        ids = [person.id for person in everybody]
        with ThreadPoolExecutor(2) as pool:
            adding = [pool.submit(add, store, ids[:30]), pool.submit(add, other, ids[10:])]
            assert sum(one.result(20) for one in adding) == 40
        found = within(store, lambda uow: everybody_on(uow, "c1", ids))
        assert [one.position for one in found] == list(range(1, 41))


class TestReach:
    def plant(self, uow: UnitOfWork) -> None:
        """List people of every kind, two of whom can be invited whatever the default."""
        uow.people.gather(
            [
                coachee("ok", state="stopped"),
                coachee("paused", paused_until=NOW + DAY, lang="fr", country="FR"),
                coachee("lost", reachable=False),
                coachee("nowhere", zone_known=False),
                coachee("guest"),
                coachee("told", zone_known=False),
            ]
        )
        listed(uow, [])
        uow.campaigns.list_people(
            "c1",
            [
                Invitee("ok", team="Blue", site="Lyon"),
                Invitee("paused", team="Blue"),
                Invitee("lost", team="Blue"),
                Invitee("nowhere"),
                Invitee("guest", problem="guest", team="Red"),
                Invitee(None, "x@example.org", team="Red"),
                Invitee("told", zone=TOKYO, site="Brest"),
                Invitee(None, "y@example.org", problem="gone"),
            ],
        )

    def test_reasons_are_technical_alone(self, do: Do) -> None:
        """Who said stop or paused counts as anybody else."""
        do(self.plant)
        without = do(lambda uow: uow.campaigns.reach("c1", default_zone=""))
        assert without.people == 8
        assert without.problems == {"not_installed": 2, "no_zone": 1, "guest": 1, "gone": 1}
        with_one = do(lambda uow: uow.campaigns.reach("c1", default_zone=PARIS))
        assert with_one.reachable == without.reachable + 1 == 4

    def test_those_with_a_problem_are_named_with_it(self, do: Do) -> None:
        do(self.plant)
        found = do(lambda uow: uow.campaigns.troubled("c1", 9, default_zone=""))
        assert [(one.position, one.coachee_id, one.mail, one.problem) for one in found] == [
            (3, "lost", "", "not_installed"),
            (4, "nowhere", "", "no_zone"),
            (5, "guest", "", "guest"),
            (6, None, "x@example.org", "not_installed"),
            (8, None, "y@example.org", "gone"),
        ]
        assert len(do(lambda uow: uow.campaigns.troubled("c1", 2, default_zone=PARIS))) == 2

    @pytest.mark.parametrize("zone", ["", PARIS])
    def test_the_same_people_are_counted_grouped_drawn_and_planned(self, do: Do, zone: str) -> None:
        """Whoever is reachable is so everywhere."""

        def job(uow: UnitOfWork) -> tuple[int, int, int, int]:
            self.plant(uow)
            one = uow.campaigns.get("c1")
            assert one
            one = uow.campaigns.put(replace(one, terms=replace(TERMS, zone=zone)))
            uow.campaigns.plan(one, STARTS, 100)
            return (
                uow.campaigns.reach("c1", default_zone=zone).reachable,
                sum(group.people for group in uow.campaigns.groups("c1", default_zone=zone)),
                sum(team.size for team in uow.campaigns.teams("c1")),
                uow.campaigns.pending("c1"),
            )

        assert len(set(do(job))) == 1

    def test_teams_are_drawn_as_one_and_others_alone(self, do: Do) -> None:
        do(self.plant)
        assert do(lambda uow: uow.campaigns.teams("c1")) == [
            DrawnTeam("#7", "Brest", 1),
            DrawnTeam("Blue", "Lyon", 2),
        ]

    def test_a_wave_takes_teams_and_single_people(self, do: Do) -> None:
        """Also those of a team who cannot be reached yet."""
        do(self.plant)
        do(lambda uow: uow.campaigns.assign("c1", 2, ["Blue", "#4"]))
        names = ["ok", "paused", "lost", "nowhere", "guest", "told"]
        waves = [one.wave for one in do(lambda uow: everybody_on(uow, "c1", names))]
        assert waves == [2, 2, 2, 2, 1, 1]

    def test_groups_are_of_what_is_public(self, do: Do) -> None:
        do(self.plant)
        do(lambda uow: uow.campaigns.assign("c1", 2, ["#7"]))
        assert do(lambda uow: uow.campaigns.groups("c1", default_zone=PARIS)) == [
            Group("slack", TOKYO, "en", "JP", 2, 1, 7, 7),
            Group("slack", PARIS, "en", "FR", 1, 2, 1, 4),
            Group("slack", PARIS, "fr", "FR", 1, 1, 2, 2),
        ]

    def test_a_country_of_ones_own_makes_no_group(self, do: Do) -> None:
        """It is a setting: a group of one would tell who has changed it."""
        do(lambda uow: listed(uow, [*people(4), coachee("p05", country="US")]))
        (group,) = do(lambda uow: uow.campaigns.groups("c1", default_zone=""))
        assert (group.country, group.people) == ("FR", 5)

    def test_two_audiences_share_somebody_or_nobody(self, do: Do) -> None:
        do(lambda uow: listed(uow, people(4)))
        do(lambda uow: listed_in(uow, campaign("c2"), people(1)))
        do(lambda uow: listed_in(uow, campaign("c3"), [coachee("other")]))
        assert do(lambda uow: uow.campaigns.shared("c1", ["c3", "c2"]))
        assert not do(lambda uow: uow.campaigns.shared("c1", ["c3"]))
        assert not do(lambda uow: uow.campaigns.shared("c1", []))

    def test_answers_are_counted(self, do: Do) -> None:
        do(lambda uow: listed(uow, people(4)))
        said: dict[str, Answer] = {"p01": "yes", "p02": "no", "p03": "yes"}

        def answer(uow: UnitOfWork) -> None:
            for one in everybody_on(uow, "c1", said):
                uow.campaigns.put_invitee("c1", replace(one, answer=said[one.coachee_id or ""]))

        do(answer)
        assert do(lambda uow: uow.campaigns.answers("c1")) == {"yes": 2, "no": 1}


def plan_all(do: Do, most: int, starts: dict[tuple[int, str], datetime] = STARTS) -> list[int]:
    """Plan chunk after chunk, as a launch does, and return up to where each one went."""
    reached: list[int] = []

    def chunk(uow: UnitOfWork) -> int | None:
        one = uow.campaigns.get("c1")
        assert one
        upto = uow.campaigns.plan(one, starts, most)
        if upto:
            uow.campaigns.put(replace(one, cursor=upto))
        return upto

    while upto := do(chunk):
        reached.append(upto)
    return reached


class TestPlanning:
    def test_everybody_is_planned_once_at_their_minute(self, do: Do) -> None:
        """By the list's zone, the account's, or the campaign's; spread over the window."""

        def make(uow: UnitOfWork) -> None:
            terms = replace(TERMS, window_from=time(9), window_until=time(9, 0, 2), zone=PARIS)
            listed_in(uow, campaign(terms=terms), people(4))
            uow.campaigns.add(campaign("c2"))
            uow.people.gather([coachee("nowhere", zone_known=False, zone="UTC")])
            told = Invitee("p02", zone=TOKYO)
            uow.campaigns.list_people("c1", [Invitee("nowhere"), told])
            uow.campaigns.assign("c1", 1, ["#5"])

        do(make)
        assert plan_all(do, 2) == [2, 4, 5]
        assert do(lambda uow: uow.campaigns.pending("c1")) == 5
        second = timedelta(seconds=1)
        expected = {
            "p01": START + second,
            "p02": START - timedelta(hours=8),
            "p03": START + second,
            "p04": START,
            "nowhere": START + second,
        }
        for who, at in expected.items():
            key = f"invitation:c1:{who}"
            planned = Moment(key, key, who, "invitation", at, at, "c1")
            assert do(lambda uow, who=who: uow.moments.of(who)) == [planned]  # type: ignore[misc]

    def test_zones_are_those_of_the_next_who_can_be_reached(self, do: Do) -> None:
        """Of so many behind the cursor: a list's zone, the account's, or what stands in."""
        zones = [PARIS, TOKYO, TOKYO, PARIS, "Asia/Kolkata"]
        found = [coachee(f"p{n}", zone=zone) for n, zone in enumerate(zones)]
        found[3] = replace(found[3], zone_known=False)
        found[4] = replace(found[4], reachable=False)
        one = do(lambda uow: listed(uow, found))
        near = replace(one, terms=replace(one.terms, zone="Europe/Rome"))
        assert do(lambda uow: uow.campaigns.zones_of_next(near, 2)) == [TOKYO, PARIS]
        behind = replace(near, cursor=2)
        assert do(lambda uow: uow.campaigns.zones_of_next(behind, 9)) == [TOKYO, "Europe/Rome"]
        nobody = replace(near, cursor=9)
        assert list(do(lambda uow: uow.campaigns.zones_of_next(nobody, 9))) == []

    def test_planning_again_repeats_nothing(self, do: Do) -> None:
        """A process that was killed begins where the last commit left it, or before."""
        do(lambda uow: listed(uow, people(7)))
        assert plan_all(do, 3) == [3, 6, 7]
        do(lambda uow: settle(uow, "p02", NOW))
        do(lambda uow: uow.campaigns.put(replace(campaign(version=3), cursor=0)))
        assert plan_all(do, 5) == [5, 7]
        assert do(lambda uow: uow.campaigns.pending("c1")) == 6

    def test_who_was_erased_leaves_a_gap_that_hides_nobody(self, do: Do) -> None:
        do(lambda uow: listed(uow, people(6)))
        for who in ("p02", "p03", "p04"):
            do(lambda uow, who=who: uow.people.erase(who))  # type: ignore[misc]
        assert plan_all(do, 2) == [5, 6]
        assert do(lambda uow: uow.campaigns.pending("c1")) == 3

    def test_who_is_in_no_wave_is_passed_over(self, do: Do) -> None:
        do(lambda uow: listed(uow, people(3)))
        do(lambda uow: uow.campaigns.assign("c1", 0, ["#2"]))
        do(lambda uow: uow.campaigns.assign("c1", 2, ["#3"]))
        assert plan_all(do, 9, STARTS | {(2, PARIS): START + 28 * DAY}) == [3]
        due = {
            who: [moment.due_at for moment in do(lambda uow, who=who: uow.moments.of(who))]  # type: ignore[misc]
            for who in ("p01", "p02", "p03")
        }
        assert due == {
            "p01": [START + timedelta(seconds=1)],
            "p02": [],
            "p03": [START + 28 * DAY + timedelta(seconds=3)],
        }

    def test_who_changed_zone_just_now_is_not_forgotten(self, do: Do) -> None:
        """They are planned with the last of their wave; sending looks at their clock again."""
        do(lambda uow: listed(uow, [coachee("p01", zone='Africa/"Lagos')]))
        plan_all(do, 9)
        (planned,) = do(lambda uow: uow.moments.of("p01"))
        assert planned.due_at == START + timedelta(seconds=1)

    def test_a_due_time_is_claimed_when_it_comes_and_not_before(self, store: Store) -> None:
        """What a statement computes compares with what the program writes."""

        def do(act: Callable[[UnitOfWork], T]) -> T:
            return within(store, act)

        do(lambda uow: listed(uow, people(2)))
        plan_all(do, 9)
        for late, claimed in ((0, []), (1, ["p01"]), (2, ["p02"])):
            at = START + timedelta(seconds=late)
            found = do(lambda uow, at=at: uow.moments.claim(at, 9, timedelta(hours=1)))  # type: ignore[misc]
            assert [moment.coachee_id for moment in found] == claimed

    def test_two_who_plan_at_once_plan_nobody_twice(self, store: Store, other: Store) -> None:
        """Even where neither of them holds the campaign."""
        one = within(store, lambda uow: listed(uow, people(50)))

        def plan(at: Store) -> int | None:
            return within(at, lambda uow: uow.campaigns.plan(one, STARTS, 50))

        with ThreadPoolExecutor(2) as pool:
            assert [job.result(10) for job in [pool.submit(plan, s) for s in (store, other)]] == [
                50,
                50,
            ]
        assert within(store, lambda uow: uow.campaigns.pending("c1")) == 50

    @pytest.mark.parametrize("number", [10, 200])
    def test_a_chunk_takes_as_many_statements_whatever_its_size(
        self, store: Store, number: int
    ) -> None:
        """Adding people, planning them and calling them off."""
        everybody = people(number)
        within(store, lambda uow: uow.campaigns.add(campaign()))
        one = campaign()
        mails = [Invitee(person.id, f"{person.id}@example.org") for person in everybody]
        steps: dict[str, Callable[[UnitOfWork], object]] = {
            "gather": lambda uow: uow.people.gather(everybody),
            "list": lambda uow: uow.campaigns.list_people("c1", mails),
            "assign": lambda uow: uow.campaigns.assign("c1", 1, ["#1", "#2"]),
            "plan": lambda uow: uow.campaigns.plan(one, STARTS, 1000),
            "call off": lambda uow: uow.campaigns.call_off("c1", "stopped", NOW, 1000),
        }
        taken = {name: _statements(store, step) for name, step in steps.items()}
        assert taken == {"gather": 2, "list": 5, "assign": 1, "plan": 2, "call off": 4}


def _statements(store: Store, step: Callable[[UnitOfWork], object]) -> int:
    """Count the statements of a step, without the marks of its transaction."""
    counted: list[str] = []

    def count(*args: object) -> None:
        counted.append(str(args[2]))

    event.listen(Engine, "before_cursor_execute", count)
    try:
        within(store, step)
    finally:
        event.remove(Engine, "before_cursor_execute", count)
    return sum(not text.startswith(("SAVEPOINT", "RELEASE", "BEGIN")) for text in counted)


class TestCallingOff:
    def test_what_is_pending_ends_as_skipped_in_chunks(self, do: Do) -> None:
        """What was sent, or belongs to another campaign, stays; so does a reason of one's own."""
        do(lambda uow: listed(uow, people(6)))
        plan_all(do, 9)
        do(lambda uow: settle(uow, "p01", NOW))
        do(lambda uow: uow.ledger.note(_entry("p01", "sent", "on_time")))
        do(lambda uow: uow.moments.move("invitation:c1:p02", START + DAY))
        do(lambda uow: uow.ledger.note(_entry("p02", "moved", "late")))
        do(lambda uow: uow.moments.move("invitation:c1:p04", START + DAY, stage="own"))
        do(lambda uow: uow.ledger.note(_entry("p04", "moved", "paused")))
        do(lambda uow: uow.moments.plan(_invitation("c10", "p01")))
        done = [
            do(lambda uow: uow.campaigns.call_off("c1", "stopped", NOW + DAY, 2)) for _ in range(4)
        ]
        assert done == [2, 2, 1, 0]
        assert do(lambda uow: uow.campaigns.pending("c1")) == 0
        assert do(lambda uow: uow.campaigns.pending("c10")) == 1
        assert do(lambda uow: uow.campaigns.ended("c1")) == [
            Ended("sent", "on_time", 1),
            Ended("skipped", "paused", 1),
            Ended("skipped", "stopped", 4),
        ]
        (entry,) = do(lambda uow: uow.ledger.of("p03", 9))
        at = START + timedelta(seconds=3)
        key = "invitation:c1:p03"
        assert entry == Entry(key, "p03", "invitation", at, NOW + DAY, "skipped", "stopped")

    def test_what_has_ended_is_counted_by_campaign(self, do: Do) -> None:
        """One whose id begins like another's counts for itself."""

        def note(uow: UnitOfWork) -> None:
            for campaign_id in ("c1", "c10", "c", "C1"):
                for who in ("a", "b"):
                    key = f"invitation:{campaign_id}:{who}"
                    uow.ledger.note(replace(_entry(who, "queued", "on_time"), key=key))
            uow.ledger.note(replace(_entry("a", "sent", "on_time"), key="checkin:c1:a"))

        do(note)
        assert do(lambda uow: uow.campaigns.ended("c1")) == [Ended("queued", "on_time", 2)]

    def test_keys_stand_in_the_order_of_their_bytes(self, postgres_database: Database) -> None:
        """Whatever the database's locale, under which a range of keys would mean another one."""
        with psycopg.connect(postgres_database.admin) as db:
            found = db.execute(
                "SELECT collation_name FROM information_schema.columns"
                " WHERE table_name = 'ledger' AND column_name = 'key'"
            ).fetchall()
        assert found == [("C",)]

    def test_overdue_is_what_is_late_and_neither_sent_nor_given_up(self, do: Do) -> None:
        """Moments that nobody took, and messages that wait in the queue."""
        do(lambda uow: listed(uow, people(4)))
        plan_all(do, 9)
        do(lambda uow: settle(uow, "p01", START))
        post = Dispatch("k", "p01", "post", ADDRESS, START, START, occurrence="invitation:c1:p01")
        do(lambda uow: uow.outbox.add(replace(post, not_before=START + DAY)))
        do(lambda uow: uow.outbox.add(replace(post, key="x", occurrence="invitation:c10:p01")))
        after = {
            seconds: do(lambda uow, s=seconds: uow.campaigns.overdue("c1", START + s * SECOND))  # type: ignore[misc]
            for seconds in (0, 1, 3, 5)
        }
        assert after == {0: 0, 1: 1, 3: 2, 5: 4}


SECOND = timedelta(seconds=1)


def _entry(who: str, outcome: str, reason: str) -> Entry:
    return Entry(f"invitation:c1:{who}", who, "invitation", NOW, NOW, outcome, reason)  # type: ignore[arg-type]  # a literal


def _invitation(campaign_id: str, who: str) -> Moment:
    key = f"invitation:{campaign_id}:{who}"
    return Moment(key, key, who, "invitation", START, START, campaign_id)


def settle(uow: UnitOfWork, person: str, at: datetime) -> None:
    """Say that an invitation was dealt with."""
    (invitation,) = uow.moments.of(person)
    uow.moments.settle(invitation, at)


def listed_people(do: Do, campaign_id: str) -> int:
    """Count a list."""
    return do(lambda uow: uow.campaigns.reach(campaign_id, default_zone="")).people


class TestLeaving:
    """What goes with a draft, with a person, and with time."""

    def make(self, uow: UnitOfWork) -> None:
        """List people who are there for nothing else, and some who are."""
        named = ["only", "active", "elsewhere", "carded", "asked", "teamed", "home"]
        everybody = [coachee(name) for name in named]
        everybody[1] = replace(everybody[1], state="active")
        everybody[6] = replace(everybody[6], home=True)
        listed(uow, everybody)
        listed_in(uow, campaign("c2"), [everybody[2]])
        uow.cards.add(Card("t", "carded", "welcome", NOW, NOW + DAY))
        uow.ledger.note(_entry("asked", "sent", "on_time"))
        uow.roles.grant(Grant("teamed", "observer", "hr", NOW))
        uow.outbox.add(Dispatch("k", "only", "profile", ADDRESS, NOW, NOW))

    def left(self, do: Do) -> list[str]:
        names = ["only", "active", "elsewhere", "carded", "asked", "teamed", "home"]
        return [n for n in names if do(lambda uow, n=n: uow.people.look(n))]  # type: ignore[misc]

    def test_a_draft_goes_with_people_who_are_there_only_for_it(self, do: Do) -> None:
        do(self.make)
        do(lambda uow: uow.campaigns.delete("c1"))
        assert self.left(do) == ["active", "elsewhere", "carded", "asked", "teamed", "home"]
        assert do(lambda uow: uow.campaigns.look("c1")) is None
        assert do(lambda uow: uow.campaigns.reach("c1", default_zone="")) == Reach(0)
        assert do(lambda uow: uow.campaigns.reach("c2", default_zone="")) == Reach(1)

    def test_emptying_a_list_keeps_the_draft(self, do: Do) -> None:
        do(self.make)
        do(lambda uow: uow.campaigns.unlist("c1"))
        assert do(lambda uow: uow.campaigns.reach("c1", default_zone="")) == Reach(0)
        assert do(lambda uow: uow.campaigns.look("c1")) == campaign()
        assert "only" not in self.left(do)

    def test_who_is_erased_is_in_no_list_no_role_and_no_log(self, do: Do) -> None:
        """Also where they stood by their mail address alone."""

        def make(uow: UnitOfWork) -> None:
            uow.people.add(ada := coachee("ada"))
            uow.people.add(coachee("bob"))
            uow.people.note_mails({"ada": "ada@example.org"})
            source = full_campaign().sources[1]
            own = replace(source, address=ada.address, ids=("U-ada", "U-bob"))
            one = campaign(
                created_by="ada", sources=(own, source), watchers={"ada": "t", "bob": "u"}
            )
            uow.campaigns.add(one)
            uow.campaigns.list_people("c1", [Invitee("ada"), Invitee("bob")])
            uow.campaigns.add(campaign("c2"))
            two = [Invitee(None, "ada@example.org"), Invitee(None, "cleo@example.org")]
            # An address that was noted only after it had been listed.
            uow.campaigns.list_people("c2", two[1:])
            uow.campaigns.list_people("c3", [Invitee(None, "ADA@example.org")])
            for who in ("ada", "bob"):
                uow.roles.grant(Grant(who, "hr", "ada", NOW))
            uow.roles.note(Deed(NOW, "ada", "granted", "bob", "hr"))
            uow.roles.note(Deed(NOW + DAY, "bob", "revoked", "ada", "hr"))

        do(make)
        do(lambda uow: uow.people.erase("ada"))
        reach = {c: listed_people(do, c) for c in ("c1", "c2", "c3")}
        assert reach == {"c1": 1, "c2": 1, "c3": 0}
        assert do(lambda uow: uow.roles.all()) == [Grant("bob", "hr", ERASED, NOW)]
        assert do(lambda uow: uow.roles.log(9)) == [
            Deed(NOW + DAY, "bob", "revoked", ERASED, "hr"),
            Deed(NOW, ERASED, "granted", "bob", "hr"),
        ]
        one = do(lambda uow: uow.campaigns.look("c1"))
        assert one
        assert (one.created_by, dict(one.watchers)) == (ERASED, {"bob": "u"})
        assert one.sources[0].ids == ("U-bob",)
        assert one.sources[0].address == {"platform": "slack"}
        assert one.sources[1].address == ADDRESS

    def test_lists_go_with_time_and_figures_stay(self, do: Do) -> None:
        """In batches; a campaign that goes on keeps everything."""

        def make(uow: UnitOfWork) -> None:
            closed = campaign("old", state="ended", closed_at=NOW, sources=full_campaign().sources)
            listed_in(uow, closed, people(5))
            listed_in(uow, campaign("young", state="ended", closed_at=NOW + 2 * DAY), people(1))
            listed_in(uow, campaign("running", state="running", launched_at=NOW), people(1))
            uow.roles.note(Deed(NOW, "hr", "created", "old"))
            uow.roles.note(Deed(NOW + 2 * DAY, "hr", "created", "young"))

        do(make)
        later = NOW + DAY

        def purge(uow: UnitOfWork) -> int:
            return uow.purge.campaigns(later, NOW - 99 * DAY, 2)

        gone = list(iter(lambda: do(purge), 0))
        assert sum(gone) == 5 + 1 + 1
        assert max(gone) <= 4
        left = {one.id: one for one in do(lambda uow: uow.campaigns.all())}
        assert set(left) == {"old", "young", "running"}
        assert left["old"].sources == ()
        reach = {c: listed_people(do, c) for c in left}
        assert reach == {"old": 0, "young": 1, "running": 1}
        assert [deed.subject for deed in do(lambda uow: uow.roles.log(9))] == ["young"]
        assert do(lambda uow: uow.people.look("p05"))

    def test_drafts_that_were_left_go_wholly(self, do: Do) -> None:
        def make(uow: UnitOfWork) -> None:
            listed_in(uow, campaign("left"), people(5))
            listed_in(uow, campaign("made", created_at=NOW + DAY), people(1))

        do(make)

        def purge(uow: UnitOfWork) -> int:
            return uow.purge.campaigns(NOW - 99 * DAY, NOW + DAY, 2)

        assert sum(iter(lambda: do(purge), 0)) == 6
        assert [one.id for one in do(lambda uow: uow.campaigns.all())] == ["made"]
        found = [do(lambda uow, p=p: uow.people.look(p.id)) for p in people(5)]  # type: ignore[misc]
        assert [one.id for one in found if one] == ["p01"]


class TestRoles:
    def test_a_role_is_given_once_and_taken_back(self, do: Do) -> None:
        first = Grant("ada", "hr", "boss", NOW)
        do(lambda uow: uow.roles.grant(first))
        do(lambda uow: uow.roles.grant(replace(first, given_by="other", at=NOW + DAY)))
        do(lambda uow: uow.roles.grant(replace(first, role="observer", at=NOW - DAY)))
        assert do(lambda uow: uow.roles.of("ada")) == {"hr", "observer"}
        assert do(lambda uow: uow.roles.all()) == [
            replace(first, role="observer", at=NOW - DAY),
            first,
        ]
        do(lambda uow: uow.roles.revoke("ada", "hr"))
        assert do(lambda uow: uow.roles.of("ada")) == {"observer"}
        assert do(lambda uow: uow.roles.of("bob")) == frozenset()

    def test_the_log_is_read_from_its_end(self, do: Do) -> None:
        deeds = [Deed(NOW, "ada", "created", "c1"), Deed(NOW, "ada", "launched", "c1", "7")]
        for deed in deeds:
            do(lambda uow, deed=deed: uow.roles.note(deed))  # type: ignore[misc]
        assert do(lambda uow: uow.roles.log(9)) == deeds[::-1]
        assert do(lambda uow: uow.roles.log(1)) == deeds[1:]


class TestKeys:
    """What HR writes is open to nobody without the key, and the key can be changed."""

    def plant(self, uow: UnitOfWork) -> None:
        uow.people.add(coachee("ada"))
        uow.people.note_mails({"ada": "ada@example.org"})
        uow.campaigns.add(full_campaign())
        uow.campaigns.list_people("full", [Invitee(None, "cleo@example.org"), Invitee("ada")])

    def test_nothing_written_stands_in_a_row(self, store: Store) -> None:
        within(store, self.plant)
        content = str(rows(store))
        for written in ("couter", "Parce", "Because", "cleo", "example"):
            assert written not in content

    def test_after_rotation_the_old_key_can_go(self, database: Database) -> None:
        old, new = new_key(), new_key()
        store = database.open(old)
        within(store, self.plant)
        store.close()
        store = database.open(f"{new},{old}")
        assert rotate_all(store, batch=1) == Rotated(2, ())
        store.close()
        store = database.open(new)
        assert within(store, lambda uow: uow.campaigns.look("full")) == full_campaign()
        (cleo,) = within(store, lambda uow: uow.campaigns.without_account("full", 0, 9))
        assert cleo.mail == "cleo@example.org"
        store.close()

    def test_mail_addresses_are_found_under_every_key_that_is_given(
        self, database: Database
    ) -> None:
        """And what is noted now is found under the newest alone."""
        old, new = new_key(), new_key()
        store = database.open(old)
        within(store, self.plant)
        store.close()
        store = database.open(f"{new},{old}")
        assert within(store, lambda uow: uow.people.by_mail(["ada@example.org"]))
        again = [Invitee(None, "CLEO@example.org"), Invitee(None, "ada@example.org")]
        assert within(store, lambda uow: uow.campaigns.list_people("full", again)) == 0
        within(store, lambda uow: uow.people.note_mails({"ada": "ada@example.org"}))
        store.close()
        store = database.open(new)
        assert within(store, lambda uow: uow.people.by_mail(["ada@example.org"]))
        store.close()
