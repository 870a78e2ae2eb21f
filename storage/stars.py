"""Themes that the company starred: a row for each, of nobody."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select
from typing_extensions import override

from bot.campaigns.ports import Stars
from storage.scope import Scope
from storage.tables import starred_themes

_ALL = select(starred_themes.c.theme_id).order_by(starred_themes.c.place)
_CLEAR = delete(starred_themes)
_ADD = insert(starred_themes)


class StoredStars(Stars):
    """Written anew as a whole: they are few."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @override
    def all(self) -> Sequence[str]:
        return list(self._scope.execute(_ALL).scalars())

    @override
    def put(self, themes: Sequence[str]) -> None:
        self._scope.execute(_CLEAR)
        for place, theme_id in enumerate(themes):
            self._scope.execute(_ADD, {"theme_id": theme_id, "place": place})
