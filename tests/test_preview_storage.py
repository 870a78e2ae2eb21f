"""A preview comes back exactly as it was kept, whatever messages are in it."""

import string
from collections.abc import Callable
from dataclasses import is_dataclass, replace
from datetime import UTC, date, datetime, time
from math import isfinite
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert

from bot.campaigns.content import Group
from bot.campaigns.preview import Line, Preview
from bot.messages import Element, Message, Span, Text
from storage.previews import Foreign, from_json, to_json
from storage.store import Store
from storage.tables import campaign_previews
from tests.team_rows import within
from tests.traces import rows

NOW = datetime(2026, 3, 2, 9, 30, 0, 123456, tzinfo=UTC)
GROUP = Group("slack", "Europe/Paris", "fr", "FR", 1, 12, 3, 40)
WORDS = Message("fr", "Une question", (Text((Span("Qu’est-ce qui a changé ?"),)),))
LINE = Line(
    GROUP, date(2026, 3, 9), time(9), time(10, 59), "invitation", "sent", "on_time", 12, "fr", WORDS
)
PREVIEW = Preview("last", NOW, "basis", (LINE,), 0.4)

LINES = st.builds(replace, st.from_type(Line), message=st.none() | st.from_type(Message))
PREVIEWS = st.builds(replace, st.from_type(Preview), lines=st.lists(LINES, max_size=4).map(tuple))


def real(value: Any) -> Any:
    """Return the like with numbers that a preview can have, and times that know their zone."""
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{n: real(getattr(value, n)) for n in value.__dataclass_fields__})
    if isinstance(value, tuple):
        return tuple(real(part) for part in value)
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC)
    if isinstance(value, float):
        return value if isfinite(value) else 0.5
    return value % 2**31 if type(value) is int else value


@given(PREVIEWS.map(real))
def test_any_preview_comes_back(preview: Preview) -> None:
    """Equal to the last field."""
    assert from_json(to_json(preview)) == preview


@pytest.mark.parametrize("kind", get_args(Element), ids=lambda kind: kind.__name__)
def test_every_kind_of_element_comes_back(kind: type[Element]) -> None:
    """A new kind cannot be forgotten."""

    @given(st.from_type(kind).map(real))
    def check(element: Element) -> None:
        message = Message("en", "", (element,))
        kept = from_json(to_json(replace(PREVIEW, lines=(replace(LINE, message=message),))))
        found = kept.lines[0].message
        assert found == message
        assert _types(found) == _types(message)

    check()


def test_a_message_for_many_groups_is_kept_once() -> None:
    """A preview of 400 zones stays small."""
    lines = tuple(replace(LINE, group=replace(GROUP, zone=f"Zone/{n}")) for n in range(400))
    text = to_json(replace(PREVIEW, lines=(*lines, replace(LINE, message=None))))
    assert text.count("Une question") == 1
    assert from_json(text).lines[:400] == lines
    assert from_json(text).lines[400].message is None


@given(st.text(string.printable))
def test_what_is_not_a_preview_is_foreign(text: str) -> None:
    """Nothing else is raised, and nothing of the text is in what is."""
    with pytest.raises(Foreign) as error:
        from_json(text)
    assert str(error.value).isidentifier()


def test_a_preview_takes_the_place_of_the_one_under_the_same_assumption(store: Store) -> None:
    """Others stay, and nothing of what people would read stands in a row."""
    for one in (PREVIEW, replace(PREVIEW, assumption="all"), replace(PREVIEW, basis="later")):
        within(store, _keep(one))
    kept = {
        name: within(store, _read(name))  # one after the other
        for name in ("all", "none", "last")
    }
    assert kept == {
        "all": replace(PREVIEW, assumption="all"),
        "none": None,
        "last": replace(PREVIEW, basis="later"),
    }
    assert "question" not in str(rows(store))


def test_a_preview_of_another_release_is_as_good_as_none(store: Store) -> None:
    """It is computed again."""

    def foreign(uow: Any) -> None:
        token = uow.campaigns._cipher.seal('{"": "Hologram"}')
        row = {"campaign_id": "c1", "assumption": "all", "ciphertext": token}
        uow.campaigns._scope.execute(insert(campaign_previews), row)

    within(store, foreign)
    assert within(store, _read("all")) is None


def _keep(preview: Preview) -> Callable[[Any], None]:
    return lambda uow: uow.campaigns.keep_preview("c1", preview)


def _read(assumption: str) -> Callable[[Any], Preview | None]:
    return lambda uow: uow.campaigns.preview("c1", assumption)


def _types(value: Any) -> Any:
    """Return the types of all parts: equality takes 1 for 1.0 and for True."""
    if is_dataclass(value):
        return type(value), [_types(getattr(value, name)) for name in value.__dataclass_fields__]
    if isinstance(value, tuple):
        return tuple, [_types(part) for part in value]
    return type(value)
