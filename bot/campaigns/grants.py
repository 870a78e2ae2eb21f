"""Roles, and the log of what was done with them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

Role = Literal["owner", "hr", "observer"]
ROLES: tuple[Role, ...] = get_args(Role)

Act = Literal[
    "granted",
    "revoked",
    "created",
    "changed",
    "audience",
    "previewed",
    "tested",
    "launched",
    "paused",
    "resumed",
    "stopped",
    "reported",
    "named",
    "deleted",
    "starred",
    "offered",
    "applied",
    "declined",
    "entered",
    "looked",
    "shut",
]
"""audience: added people; named: saw the names of those who cannot be reached; starred: chose
themes for the company; offered: set the weekly slots offered first; applied, declined: changed
what a closed month proposes, or left it as it is; entered: opened the page of figures; looked: saw
figures of a group, on the page or in the chat; shut: closed the page from the chat."""

ERASED = "erased"
"""Stands where a person stood who is erased."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A role of somebody, and who gave it; owners by a setting have none."""

    coachee_id: str
    role: Role
    given_by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of the log: ids and words of ours, never what anybody wrote.

    `by` and `subject` are a coachee id, a campaign id, or `ERASED` once the person is.
    """

    at: datetime
    by: str
    act: Act
    subject: str = ""
    detail: str = ""
