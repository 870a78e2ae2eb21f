"""Something done and committed in every store there is: both databases, and the sandbox."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest

from bot.ports import OpenUnitOfWork, UnitOfWork
from storage.sandbox import open_sandbox
from storage.store import Store
from tests.campaign_rows import Do
from tests.team_rows import within

T = TypeVar("T")


@pytest.fixture(params=["sqlite", "postgres", "sandbox"])
def do(request: pytest.FixtureRequest) -> Iterator[Do]:
    """Does and commits something: in each database, and in the sandbox."""
    if request.param == "sandbox":
        with open_sandbox() as open_uow:
            yield _doing(open_uow)
    else:
        store: Store = request.getfixturevalue(f"{request.param}_store")

        def run(act: Callable[[UnitOfWork], T]) -> T:
            return within(store, act)

        yield run


def _doing(open_uow: OpenUnitOfWork) -> Do:
    def run(act: Callable[[UnitOfWork], T]) -> T:
        with open_uow() as uow:
            result = act(uow)
            uow.commit()
        return result

    return run
