"""What was changed because of figures, as the page tells it: in both languages."""

from collections.abc import Awaitable, Callable, Sequence

from adapters.web.dashboard.page import Adapted
from adapters.web.dashboard.routes import Changes
from bot.adapting.applying import Applied
from bot.adapting.saying import changed_text, evidence_text
from bot.language import Wording
from bot.library import Library
from bot.measuring.published import Month


def changes_of(
    library: Library, applied: Callable[[Month], Awaitable[Sequence[Applied]]]
) -> Changes:
    """Say what was changed because of a month's figures, whenever that was."""

    async def changes(month: Month) -> Sequence[Adapted]:
        return [adapted(library, one) for one in await applied(month)]

    return changes


def adapted(library: Library, one: Applied) -> Adapted:
    """Say what was changed on which day, and the figures of then."""
    what = Wording(changed_text(library, "en", one), changed_text(library, "fr", one))
    en, fr = (evidence_text(library, lang, one.proposal) for lang in ("en", "fr"))
    return Adapted(what, Wording(en, fr))
