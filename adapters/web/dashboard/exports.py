"""A picture of what is shown, to take along as PNG; a table is in `spreadsheet`."""

from adapters.web.dashboard.charts import Picture
from adapters.web.dashboard.page import group_name
from adapters.web.dashboard.plots import ALONE, titled
from adapters.web.dashboard.views import View
from adapters.web.layers import Json
from bot.reports.words import Words


def plot(words: Words, view: View, picture: Picture) -> Json | None:
    """Return a picture that says by itself what it shows, of whom and when; None without marks."""
    if picture.plot is None:
        return None
    of_whom = f"{words.month(view.closed.month)} · {group_name(words, view.closed, view.group)}"
    under = [one for one in (of_whom, picture.shared, picture.caption) if one]
    return titled(picture.plot(ALONE), picture.title, under, ALONE)


def name(view: View, kind: str) -> str:
    """Name the file, by its month alone."""
    return f"declic-{view.closed.month}.{kind}"
