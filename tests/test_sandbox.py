"""The sandbox: a store that is nobody's, and gone at its end."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.errors import Conflict
from bot.ports import OpenUnitOfWork, UnitOfWork
from storage.sandbox import open_sandbox
from tests.campaign_rows import NOW, coachee


def put(open_uow: OpenUnitOfWork) -> str:
    """Add somebody with words, and return the id of the words."""
    with open_uow() as uow:
        uow.people.add(coachee("ada"))
        words_id = uow.words.keep("ada", "goal", "to listen", NOW)
        uow.commit()
    return words_id


def test_every_sandbox_begins_empty() -> None:
    """Also beside another one, and after one."""
    with open_sandbox() as one, open_sandbox() as two:
        put(one)
        with two() as uow:
            assert uow.people.look("ada") is None
    with open_sandbox() as three, three() as uow:
        assert uow.people.look("ada") is None


def test_words_are_read_again_in_the_same_one() -> None:
    with open_sandbox() as open_uow:
        words_id = put(open_uow)
        with open_uow() as uow:
            assert uow.words.text(words_id) == "to listen"


def test_without_commit_nothing_stays() -> None:
    """Left early, or by an error."""

    def failing(uow: UnitOfWork) -> None:
        uow.people.add(coachee("ada"))
        raise LookupError

    with open_sandbox() as open_uow:
        with open_uow() as uow:
            uow.people.add(coachee("ada"))
        with pytest.raises(LookupError), open_uow() as uow:
            failing(uow)
        with open_uow() as uow:
            assert uow.people.look("ada") is None


def test_what_the_database_refuses_is_a_conflict_as_elsewhere() -> None:
    with open_sandbox() as open_uow:
        put(open_uow)
        with pytest.raises(Conflict), open_uow() as uow:
            uow.people.add(coachee("ada"))
        with open_uow() as uow:
            assert uow.people.look("ada") == coachee("ada")


def test_it_has_no_threads_and_several_threads_have_one_each() -> None:
    before = threading.active_count()
    with open_sandbox() as open_uow:
        put(open_uow)
        assert threading.active_count() == before

    def alone(_: int) -> int:
        with open_sandbox() as open_uow:
            put(open_uow)
            with open_uow() as uow:
                return len(uow.people.by_mail([])) + int(uow.people.look("ada") is not None)

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(alone, range(16))) == [1] * 16
