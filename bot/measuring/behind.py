"""Who is behind a figure: the person of each of its rows, so that it can be released.

These go by the same records as the indicators; `tests/test_closing.py` holds the two together.
"""

from collections.abc import Callable, Iterable

from bot.measuring.courses import Course, courses
from bot.measuring.kept import CREDIT, first_due
from bot.measuring.progress import changes_of, looking_back_of
from bot.measuring.reach import PROMPTS, weekly
from bot.measuring.records import Kind, Record
from bot.measuring.selecting import begun, firsts, in_window, lasts, of_kind
from bot.measuring.sight import Sight

Behind = Callable[[Sight], Iterable[str]]
"""Names people, each as often as they have rows."""


def invited(sight: Sight) -> Iterable[str]:
    """#1 and #2: everybody who was invited."""
    return sight.people.invited


def asked_in_weeks(sight: Sight) -> Iterable[str]:
    """#3: who was asked in each week."""
    return (person for person, _ in weekly(sight.of(*PROMPTS), sight.people.weeks))


def prompted(sight: Sight) -> Iterable[str]:
    """#4 and #6: who got a prompt."""
    return _persons(begun(sight.of("prompt_sent"), sight.window, "prompt_sent"))


def present(sight: Sight) -> Iterable[str]:
    """#27: who was there."""
    return iter(sight.people.present)


def written_to_while_present(sight: Sight) -> Iterable[str]:
    """#27: who got a message in one of the weeks and was there."""
    there = sight.people.present
    sent = (one for kind in MESSAGES for one in begun(sight.of(kind), sight.people.span, kind))
    return (one.person for one in sent if one.person in there)


def started(sight: Sight) -> Iterable[str]:
    """#5: who began a session."""
    return _persons(begun(sight.of("session_started"), sight.window, "session_started"))


def completed(sight: Sight) -> Iterable[str]:
    """#7: who completed a session."""
    done = begun(sight.of("session_completed"), sight.window, "session_completed")
    return (one.person for one in done if one.value is not None)


def completed_theme(sight: Sight) -> Iterable[str]:
    """#8: who completed a session on a theme."""
    done = begun(sight.of("session_completed"), sight.window, "session_completed")
    return (one.person for one in done if one.theme)


def checked(sight: Sight) -> Iterable[str]:
    """#9: who has a commitment that was checked at first and in the end."""
    checks = [one for one in of_kind(sight.of(_CHECK), _CHECK) if one.at < sight.window.end]
    before = {one.about: one.value for one in firsts(c for c in checks if c.detail == "first")}
    for one in lasts(check for check in checks if check.detail == "final"):
        both = one.value is not None and before.get(one.about) is not None
        if one.at in sight.window and both:
            yield one.person


def asked_for(sight: Sight) -> Iterable[str]:
    """#10 and #11: whose commitment is due and was asked for."""
    for one in _courses(sight):
        if one.due_on and sight.window.has_day(one.due_on) and one.status in CREDIT:
            yield one.person


def due_at_first(sight: Sight) -> Iterable[str]:
    """#12 and #14: whose commitment was first due."""
    return (one.person for one in first_due(_courses(sight), sight.window))


def committed(sight: Sight) -> Iterable[str]:
    """#13, #14 and #28: who made a commitment."""
    return (one.person for one in _courses(sight) if one.created_at in sight.window)


def compared(sight: Sight) -> Iterable[str]:
    """#15: who answered at first and at the end."""
    return iter(changes_of(sight.of(*ITEMS), sight.window, sight.people.invited))


def compared_looking_back(sight: Sight) -> Iterable[str]:
    """#15: whose answers at the end are compared with how they see their start from there."""
    return iter(looking_back_of(sight.of(*ITEMS), sight.window, sight.people.invited))


def moved(sight: Sight) -> Iterable[str]:
    """#16: who said twice how near the goal is."""
    given: dict[str, list[Record]] = {}
    for one in of_kind(sight.of("goal_progress"), "goal_progress"):
        if one.value is not None and one.at < sight.window.end:
            given.setdefault(one.person, []).append(one)
    return (who for who, ones in given.items() if len(ones) > 1 and ones[-1].at in sight.window)


def rated(sight: Sight) -> Iterable[str]:
    """#17: who said how useful a session was."""
    given = lasts(in_window(sight.of("useful"), sight.window, "useful"), _person_and_about)
    return (one.person for one in given if one.value is not None)


def said(kind: Kind) -> Behind:
    """#18 and #26: who gave such an answer."""

    def who(sight: Sight) -> Iterable[str]:
        given = lasts(in_window(sight.of(kind), sight.window, kind), lambda one: one.person)
        return (one.person for one in given if one.value is not None)

    return who


def opened(of_type: str = "") -> Behind:
    """#19: of whom a blocker is, of one type where `of_type` names it."""

    def who(sight: Sight) -> Iterable[str]:
        given = begun(
            [one for one in sight.of(_OPENED) if of_type in ("", one.detail)],
            sight.window,
            _OPENED,
        )
        return _persons(given)

    return who


def _persons(records: Iterable[Record]) -> Iterable[str]:
    return (record.person for record in records)


def _person_and_about(record: Record) -> object:
    return record.person, record.about


def _courses(sight: Sight) -> list[Course]:
    return courses(sight.of(*COURSE), sight.window)


MESSAGES: tuple[Kind, Kind] = ("prompt_sent", "message_sent")
_CHECK: Kind = "check_result"
_OPENED: Kind = "blocker_opened"
COURSE: tuple[Kind, ...] = ("commitment_created", "commitment_due", "commitment_status")
ITEMS: tuple[Kind, ...] = (
    "items_asked",
    "endline_item",
    "baseline_item",
    "retrospective_item",
)
