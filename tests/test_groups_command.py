"""Where people are, as a file says it: `declic groups FILE`."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.grouping import place
from bot.campaigns.listing.sheets import NotText
from bot.measuring.company import TOP, company
from bot.measuring.grouping import (
    Cycle,
    LineFault,
    NoGroup,
    TwoTeams,
    UnknownPerson,
    found,
    read_groups,
)
from storage.cipher import Cipher
from storage.noted import person_names
from storage.store import Store
from tests.campaign_rows import coachee
from tests.databases import KEY, Database
from tests.processes import declic, live
from tests.team_rows import within
from tests.traces import rows

FILE = """Personne;Service;Équipe
ann@example.org;Ventes;Nord
BEN@example.org;Ventes
U-cem;Support;Nuit
zoe@example.org;Support
"""


def faults(text: str) -> list[tuple[int, type[LineFault]]]:
    return [(one.line, type(one)) for one in read_groups(text.encode()).faults]


def test_a_line_says_person_department_and_team() -> None:
    read = read_groups(FILE.encode())
    assert [(one.line, one.who, one.path) for one in read.placed] == [
        (2, "ann@example.org", ("Ventes", "Nord")),
        (3, "BEN@example.org", ("Ventes",)),
        (4, "U-cem", ("Support", "Nuit")),
        (5, "zoe@example.org", ("Support",)),
    ]
    assert read.faults == ()


def test_a_file_needs_no_header_and_any_separator() -> None:
    read = read_groups(b"ann@example.org,Sales,North\nben@example.org,Sales,South\n")
    assert [one.path for one in read.placed] == [("Sales", "North"), ("Sales", "South")]


def test_lines_that_cannot_be_used_are_named() -> None:
    """The others count."""
    text = f"a@x.org;Sales\nb@x.org;;North\nA@x.org;Care\nc@x.org;{TOP}\na@x.org;Sales\n"
    assert faults(text) == [(2, NoGroup), (3, TwoTeams), (4, Cycle)]
    assert [one.who for one in read_groups(text.encode()).placed] == ["a@x.org"]


def test_people_nobody_knows_are_named_in_the_order_of_the_file() -> None:
    places, wrong = found(
        read_groups(b"a@x.org;Sales\nb@x.org\nc@x.org;Care\n"), {"c@x.org": ["c1", "c2"]}
    )
    assert places == {"c1": ("Care",), "c2": ("Care",)}
    assert [(one.line, type(one)) for one in wrong] == [(1, UnknownPerson), (2, NoGroup)]


def test_a_workbook_is_no_list() -> None:
    with pytest.raises(NotText):
        read_groups(b"PK\x03\x04" + bytes(100))


@given(st.lists(st.tuples(*[st.sampled_from(["", "a", "b", "c"])] * 3), max_size=12))
def test_whatever_is_read_makes_a_company(lines: list[tuple[str, str, str]]) -> None:
    text = "\n".join(";".join((f"{who}@x.org", *path)) for who, *path in lines)
    read = read_groups(text.encode())
    made = company({one.who: one.path for one in read.placed})
    assert set(made.departments) == {one.path[0] for one in read.placed}
    assert len(read.placed) + len(read.faults) <= len(lines)


# kept


def plant(store: Store) -> None:
    for name in ("ann", "ben", "cem"):
        person = coachee(name, person=f"U-{name}")
        within(store, lambda uow, person=person: uow.people.add(person))  # type: ignore[misc]
    mails = {"ann": "Ann@example.org", "ben": "ben@example.org"}
    for name, mail in mails.items():
        within(store, lambda uow, one={name: mail}: uow.people.note_mails(one))  # type: ignore[misc]


def names(*coachee_ids: str) -> list[str]:
    return [person_names(Cipher(KEY), one)[0] for one in coachee_ids]


def test_people_are_found_by_mail_and_by_account(store: Store) -> None:
    plant(store)
    placed, wrong = store.run_sync(place, store.open_uow, read_groups(FILE.encode()))
    assert (placed, wrong) == (3, ("line 5: nobody is known by this address or account",))
    ann, ben, cem = names("ann", "ben", "cem")
    assert within(store, lambda uow: uow.records.teams()) == {
        ann: ("Ventes", "Nord"),
        ben: ("Ventes",),
        cem: ("Support", "Nuit"),
    }
    assert not [name for name in ("Ventes", "Nord", "Support") if name in str(rows(store))]


def test_a_new_file_takes_the_place_of_the_old_one(store: Store) -> None:
    """Unless it says nothing; who is erased is in no department any more."""
    plant(store)
    store.run_sync(place, store.open_uow, read_groups(FILE.encode()))
    store.run_sync(place, store.open_uow, read_groups(b"nobody@example.org;Ventes\n"))
    assert len(within(store, lambda uow: uow.placements.all())) == 3
    store.run_sync(place, store.open_uow, read_groups(b"U-ann;Lyon\nU-ben;Lyon\n"))
    assert within(store, lambda uow: uow.placements.all()) == {"ann": ("Lyon",), "ben": ("Lyon",)}
    within(store, lambda uow: uow.people.erase("ann"))
    assert within(store, lambda uow: uow.placements.all()) == {"ben": ("Lyon",)}


async def test_the_command_names_what_it_could_not_use(
    sqlite_database: Database, tmp_path: Path
) -> None:
    store = sqlite_database.open()
    plant(store)
    store.close()
    file = tmp_path / "people.csv"
    file.write_text(FILE)
    slack: dict[str, Any] = {"SLACK_BOT_TOKEN": "xoxb-test", "SLACK_SIGNING_SECRET": "secret"}
    settings = live(sqlite_database, **slack)
    ended = await declic("groups", str(file), folder=tmp_path, settings=settings)
    assert ended.code == 1
    assert "3 accounts are in a department." in ended.out
    assert "line 5: nobody is known" in ended.err
