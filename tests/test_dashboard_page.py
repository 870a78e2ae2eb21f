"""The page of figures: what it says of numbers, of what is hidden, and in which language."""

import re
from collections.abc import Sequence
from dataclasses import replace
from html import escape, unescape

import pytest

from adapters.web.dashboard import exports
from adapters.web.dashboard.charts import MOST_MONTHS, Picture, pictures
from adapters.web.dashboard.page import Adapted, body, lines
from adapters.web.dashboard.plots import ON_PAGE
from adapters.web.dashboard.views import UnknownView, View, Views
from adapters.web.pictures import draw_each
from bot.groups.changing import change
from bot.groups.shown import Shown, count, show
from bot.language import LANGS, Lang, Wording
from bot.measuring.catalogue import INDICATORS
from bot.measuring.excerpts import Excerpt
from bot.measuring.published import Closed, Month, Published
from bot.reports.leaving import ThemeLeft, themes_left
from bot.reports.sentences import Line, line
from bot.reports.words import Words, moved, value
from tests.figures import COMPANY, OCTOBER, Measured, closed, cut, figure, year
from tests.world import library

SCRIPT = "<script>alert(1)</script>"
NBSP, NARROW = "\xa0", "\u202f"
SURE = f"intervalle à 90{NBSP}%{NBSP}: 4 à 14"


def words(lang: Lang) -> Words:
    return Words(lang, library().wording)


async def view(months: dict[Month, Closed] | None = None, **query: str) -> View:
    kept = year() if months is None else months

    async def listed() -> list[Month]:
        return list(kept)

    async def read(asked: Sequence[Excerpt]) -> list[Closed | None]:
        return [cut(kept.get(one.month), one) for one in asked]

    found = await Views(listed, read).find(query, MOST_MONTHS)
    assert found is not None
    return found


def drawn(lang: Lang, seen: View) -> list[Picture]:
    themes = {name: theme.title for name, theme in library().themes.items()}
    return pictures(words(lang), [*seen.earlier, seen.closed], seen.group, themes)


def left(lang: Lang, seen: View) -> list[ThemeLeft]:
    themes = {name: theme.title for name, theme in library().themes.items()}
    return themes_left(words(lang), seen.closed, seen.before, themes) if seen.of_company else []


def html(lang: Lang, seen: View, adapted: tuple[Adapted, ...] = ()) -> str:
    return body(words(lang), seen, drawn(lang, seen), None, adapted, left(lang, seen))


def text(page: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "\n", page))


def said(
    lang: Lang, key: str, now: Shown, before: Shown | None = None, *, group: str = COMPANY
) -> Line:
    moved = change(now, before) if before else None
    old = Published(OCTOBER.before, group, key, before) if before else None
    earlier = Closed(OCTOBER.before, (COMPANY, group), {(group, key): old} if old else {})
    return line(words(lang), Published(OCTOBER, group, key, now, moved), key, earlier)


class TestOneFigure:
    """Value, interval, people, and a sentence on what became of it."""

    def test_a_large_group_is_told_exactly(self) -> None:
        """The number, its interval, how many people and how many of what."""
        told = said("en", "kept", figure(0.62, 412, rows=900))
        assert (told.value, told.means) == ("62%", "of the commitments due were kept")
        assert told.sure == "95% interval: 58% to 66%"
        assert told.people == "412 people · 900 commitments"

    def test_french_has_its_spaces_and_commas(self) -> None:
        """No-break spaces before signs, a comma in numbers, and no break within them."""
        told = said("fr", "kept", figure(0.62, 1412, rows=2900))
        assert told.value == f"62{NBSP}%"
        assert told.people == f"1{NARROW}412 personnes · 2{NARROW}900 engagements"
        length = said("fr", "session_length", figure(4.2, 412, "minutes"))
        assert length.value == "4,2 minutes"
        half = said("fr", "blocker_days", figure(1.5, 412, "working_days"))
        assert half.value == "1,5 jour ouvré"

    def test_a_small_group_is_rounded_and_told_as_a_range(self) -> None:
        """Below thirty people nobody can work the numbers back."""
        told = said("en", "kept", figure(0.63, 22))
        assert told.value == "60%"
        assert told.people == "20 to 29 people"
        assert told.sure == "95% interval: 30% to 80%"

    def test_an_interval_that_is_open_says_so(self) -> None:
        """A median may lie beyond what was observed."""
        shown = figure(11, 60, "days", open_above=True)
        assert said("en", "days_to_done", shown).sure == "95% interval: 9.6 or more"

    @pytest.mark.parametrize(
        ("lang", "up", "down"),
        [
            (
                "en",
                "Up since September 2026, by 9 points (90% interval: 4 to 14).",
                "Down since September 2026, by 9 points (90% interval: 4 to 14).",
            ),
            (
                "fr",
                f"En hausse depuis septembre 2026, de 9 points ({SURE}).",
                f"En baisse depuis septembre 2026, de 9 points ({SURE}).",
            ),
        ],
    )
    def test_up_and_down_are_said_where_the_change_is_clear(
        self, lang: Lang, up: str, down: str
    ) -> None:
        """With the difference, and the interval around it."""
        high, low = figure(0.62, 412), figure(0.53, 412)
        assert said(lang, "kept", high, low).since == up
        assert said(lang, "kept", low, high).since == down

    def test_less_than_a_point_does_not_read_as_nothing(self) -> None:
        """What is down beyond doubt is not down by 'perhaps 0'."""
        told = said("en", "kept", figure(0.62, 1000), figure(0.58, 1000)).since
        assert told == "Up since September 2026, by 4 points (90% interval: 0.6 to 7)."

    @pytest.mark.parametrize(
        ("unit", "change", "what"),
        [
            ("share", (0.004, 0.0004, 0.0076), ("0.4 points", "0.04", "0.8")),
            ("points_5", (0.04, 0.002, 0.6), ("0.04 points", "0.002", "0.6")),
            ("messages_a_week", (-0.03, -0.06, -0.001), ("0.03 messages a week", "0.001", "0.06")),
            ("change_10", (-1.2, -2.0, -0.4), ("1.2 points", "0.4", "2")),
        ],
    )
    def test_nothing_of_a_change_is_said_as_nothing(
        self, unit: str, change: tuple[float, float, float], what: tuple[str, str, str]
    ) -> None:
        """Neither the change nor an end, however small it is."""
        assert moved(words("en"), unit, *change) == what

    @pytest.mark.parametrize(
        ("tired", "side"),
        [(60, "That is 15% or more"), (5, "That is less than 15%"), (30, "the range leaves open")],
    )
    def test_fatigue_says_on_which_side_of_the_alarm_it_is(self, tired: int, side: str) -> None:
        """Of 200 people a range is told, and the alarm is at thirty of them."""
        told = said("en", "fatigue", count(tired, 200, private=True))
        assert side in told.note

    @pytest.mark.parametrize("lang", LANGS)
    def test_no_way_is_named_where_the_change_is_not_clear(self, lang: Lang) -> None:
        """A difference that may be chance is none."""
        since = said(lang, "kept", figure(0.62, 412), figure(0.61, 412)).since
        calm = {
            "en": "No clear change since September 2026.",
            "fr": "Pas de changement net depuis septembre 2026.",
        }
        assert since == calm[lang]

    def test_a_difference_of_small_groups_is_not_told(self) -> None:
        """Below ten people on a side nothing is compared."""
        since = said("en", "kept", figure(0.7, 9), figure(0.4, 9)).since
        assert since.startswith("Not compared with September 2026")

    def test_a_first_month_has_nothing_before_it(self) -> None:
        """It says so, instead of being left blank."""
        since = said("en", "kept", figure(0.7, 90)).since
        assert since == "There is no earlier figure to compare it with."

    @pytest.mark.parametrize("lang", LANGS)
    def test_what_is_hidden_is_told_calmly_and_without_a_number(self, lang: Lang) -> None:
        """Too few, a word and what is withheld each have words of their own."""
        few = said(lang, "kept", figure(0.5, 4))
        word = said(lang, "kept", figure(0.5, 12, manner="word"))
        held = said(lang, "days_to_done", figure(7, 12, "days", manner="word"))
        assert len({few.means, word.means, held.means}) == 3
        for one in (few, word, held):
            assert not re.search(r"\d", one.value + one.means.replace("0,", ""))
            assert one.sure == ""
            assert not one.told
        assert few.people == ""

    def test_a_private_choice_is_a_range_of_people(self) -> None:
        """How many stopped is told as between, out of how many."""
        told = said("en", "opt_out", count(7, 22))
        assert told.value == "5 to 9 people"
        assert (told.means, told.people) == (
            "of those taking part stopped",
            "out of 20 to 29 people",
        )

    @pytest.mark.parametrize(
        ("lang", "exact", "band", "few"),
        [
            ("en", "40 teams · 75 blockers", "20 to 29 teams", "Fewer than five teams"),
            ("fr", "40 équipes · 75 blocages", "20 à 29 équipes", "Moins de cinq équipes"),
        ],
    )
    def test_behind_blockers_are_teams(self, lang: Lang, exact: str, band: str, few: str) -> None:
        """In the sentence of a chat as on the page, exactly or as a range."""
        soon = said(lang, "blockers_in_five_days", figure(0.6, 40, rows=75))
        days = said(lang, "blocker_days", figure(3, 22, "working_days"))
        by_type = figure(3, 22, "working_days", manner="word")
        assert soon.people == exact
        assert exact in soon.sentence
        assert days.people == band
        assert said(lang, "blocker_days", figure(3, 4)).means.startswith(few)
        told = [soon, days, said(lang, "blocker_days", by_type)]
        told += [said(lang, "blockers_in_five_days", figure(0, n)) for n in (4, 6, 9)]
        for one in told:
            assert not re.search("people|person|somebody|quelqu", one.sentence + one.means)

    @pytest.mark.parametrize(
        ("lang", "why", "since"),
        [
            (
                "en",
                "no interval: it is given from 12 teams on",
                "Not compared with September 2026.",
            ),
            (
                "fr",
                f"sans intervalle{NBSP}: il est donné à partir de 12 équipes",
                "Pas de comparaison avec septembre 2026.",
            ),
        ],
    )
    def test_alignment_of_a_few_teams_says_why_it_has_no_interval(
        self, lang: Lang, why: str, since: str
    ) -> None:
        """And it is compared with no other month; with an interval it is, as any figure."""
        bare = show(Measured(71.0, None, None, 64, 128, "points_100"), "number")
        told = said(lang, "alignment", bare, figure(60, 90, "points_100"))
        assert (told.sure, told.since) == (why, since)
        assert why in told.sentence
        sure = said(lang, "alignment", figure(71, 90, "points_100"), figure(50, 90, "points_100"))
        assert "95" in sure.sure
        assert sure.way == "up"

    @pytest.mark.parametrize("lang", LANGS)
    def test_alignment_of_one_team_is_not_called_that_of_few_people(self, lang: Lang) -> None:
        """Two teams are the least, however many people are in one."""
        told = said(lang, "alignment", figure(70, 40, "points_100", manner="too_few"))
        few = {"en": "Fewer than two teams", "fr": "Moins de deux équipes"}
        assert told.means.startswith(few[lang])

    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.key)
    def test_every_indicator_can_be_said(self, lang: Lang, indicator: object) -> None:
        """None lacks a name or a meaning, and no gap in a text stays open."""
        key = indicator.key  # type: ignore[attr-defined]  # an indicator
        told = line(words(lang), closed().of(COMPANY, key), key, closed(OCTOBER.before))
        assert "{" not in told.sentence
        assert told.name
        assert told.means

    def test_a_change_has_its_sign(self) -> None:
        """Up and down are as plain for what is a change itself; minus is no hyphen."""
        assert said("en", "confidence_change", figure(0.6, 90, "change_10")).value == "+0.6 points"
        assert said("fr", "goal_progress", figure(-0.6, 90, "change_10")).value == "−0,6 point"
        score = said("en", "recommendation", figure(-24, 90, "score"))
        assert score.value == "−24 points"

    @pytest.mark.parametrize(
        ("lang", "number", "said"),
        [
            ("en", 0.96, "1 minute"),
            ("en", 1.04, "1 minute"),
            ("en", 1.2, "1.2 minutes"),
            ("fr", 1.5, "1,5 minute"),
            ("en", 213.7, "214 minutes"),
        ],
    )
    def test_a_number_and_its_noun_agree_as_they_are_said(
        self, lang: Lang, number: float, said: str
    ) -> None:
        """Rounding comes first; from a hundred on no decimal pretends to know."""
        assert value(words(lang), "minutes", number) == said


class TestThePage:
    """One page, for works councils as much as for HR."""

    @pytest.mark.parametrize("lang", LANGS)
    async def test_it_has_every_section_in_both_languages(self, lang: Lang) -> None:
        """Reach, sessions, opinions, commitments, blockers, load, changes, and what is unknown."""
        page = html(lang, await view())
        headings = [unescape(one) for one in re.findall(r"<h2[^>]*>(.*?)</h2>", page)]
        expected = {
            "en": [
                "In brief",
                "Reach and participation",
                "Sessions and themes",
                "What people think of it",
                "Commitments",
                "Blockers and alignment",
                "Fatigue and messages",
                "What we changed because of these figures",
                "What we do not know",
            ],
            "fr": [
                "En bref",
                "Couverture et participation",
                "Séances et thèmes",
                "Ce que les personnes en pensent",
                "Engagements",
                "Blocages et alignement",
                "Lassitude et messages",
                "Ce que nous avons changé à partir de ces chiffres",
                "Ce que nous ignorons",
            ],
        }
        assert headings == expected[lang]
        assert "{" not in page

    @pytest.mark.parametrize("lang", LANGS)
    async def test_french_signs_never_stand_at_the_beginning_of_a_line(self, lang: Lang) -> None:
        """Before a colon, a semicolon, a percent sign and within quotes no line breaks."""
        page = text(html(lang, await view()))
        if lang == "fr":
            assert re.findall(r".{8} [:;!?%»]", page) == []
            assert re.findall("[’«]", page)
        assert "'" not in page.replace("'campaign", "")

    async def test_it_says_first_what_moved_and_out_of_how_many(self) -> None:
        """Who looks at thirty figures finds some that moved by chance."""
        page = text(html("en", await view()))
        brief = page[page.index("In brief") : page.rindex("Reach and participation")]
        assert "Kept · Up since September 2026, by 9 points (90% interval: 4 to 14)." in brief
        assert "Figures compared: 36." in brief

    async def test_a_department_is_told_only_what_is_of_departments(self) -> None:
        """No theme, no type of blocker, nothing that is of the company alone."""
        of_company = {one.key for _, one in lines(words("en"), await view())}
        seen = await view(group="Sales")
        told = {one.key for _, one in lines(words("en"), seen)}
        assert of_company == {one.key for one in INDICATORS}
        assert told == {one.key for one in INDICATORS if one.level == "department"}
        assert {"themes", "blockers", "alignment"}.isdisjoint(one.id for one in drawn("en", seen))
        assert "R&D" not in re.sub("<form.*?</form>", "", html("en", seen))

    async def test_hidden_departments_say_too_few(self) -> None:
        """They are named, and nothing else."""
        alignment = next(one for one in drawn("en", await view()) if one.id == "alignment")
        assert {name: rest for name, *rest in alignment.rows} == {
            "Sales": ["71 out of 100", "64 to 78", "41"],
            "R&D": ["70 out of 100", "60 to 90", "20 to 29"],
            SCRIPT: ["71 out of 100", "63.5 to 78.5", "36"],
            "Legal": ["too few", "—", "—"],
            "Support": ["high", "—", "10 to 19"],
        }
        page = text(html("en", await view(group="Legal")))
        figures = page[page.index("Reach\n") : page.rindex("What we changed")]
        assert not re.search(r"\d+ people|\d%", figures.replace("95% interval", ""))

    @pytest.mark.parametrize("group", [COMPANY, SCRIPT])
    async def test_names_of_departments_are_no_markup(self, group: str) -> None:
        """Whoever names a department cannot write the page."""
        page = html("en", await view(group=group))
        assert "<script" not in page
        assert "&lt;script&gt;" in page

    async def test_what_was_changed_and_why_is_told(self) -> None:
        """Or that nothing was."""
        seen = await view()
        why = Adapted(Wording("Fewer <b>.", "Moins."), Wording("People asked.", "On l’a demandé."))
        assert "<li>Fewer &lt;b&gt;. People asked.</li>" in html("en", seen, (why,))
        assert "Moins. On l’a demandé." in html("fr", seen, (why,))
        assert "Nothing so far." in html("en", seen)

    @pytest.mark.parametrize("lang", LANGS)
    async def test_it_claims_no_cause(self, lang: Lang) -> None:
        """The word is kept for what was drawn at random (promise 9)."""
        page = text(html(lang, await view())).lower()
        assert not re.search(r"\beffects?\b|\beffets?\b|\bimpact\b|ranking|classement", page)

    async def test_a_share_never_stands_without_its_interval_and_people(self) -> None:
        """Promise 9, for every figure of every group."""
        for group in (await view()).closed.groups:
            seen = await view(group=group)
            every = [one for _, one in lines(words("en"), seen)]
            for told in [*every, *(one for theme in left("en", seen) for one in theme.lines)]:
                if told.value.endswith("%"):
                    assert "interval" in told.sure
                    assert re.search("people|teams", told.people)

    @pytest.mark.parametrize(
        ("lang", "teams", "people"), [("en", "Teams", "People"), ("fr", "Équipes", "Effectif")]
    )
    async def test_tables_say_what_they_count(self, lang: Lang, teams: str, people: str) -> None:
        """Of blockers teams, of all else people; of themes it is said once, above the table."""
        page = html(lang, await view())
        heads = [
            re.findall(r"<th scope='col'>(.*?)</th>", one)[-1] for one in page.split("<table>")[1:]
        ]
        titles = [one.title for one in drawn(lang, await view()) if one.counted == "teams"]
        assert len(titles) == heads.count(teams) == 1
        assert heads.count(people) == len(heads) - 2
        table = page[page.index(escape(titles[0])) :]
        assert table.index(teams) < table.index("</table>")

    async def test_the_alignment_of_departments_says_from_where_on_there_is_an_interval(
        self,
    ) -> None:
        """Below its title, and where the picture leaves the page; not where all have one."""
        month = closed(OCTOBER, (COMPANY, "Sales", "R&D"))
        bare = show(Measured(71.0, None, None, 64, 128, "points_100"), "number")
        few = replace(month.figures["R&D", "alignment"], shown=bare)
        kept = {OCTOBER: replace(month, figures={**month.figures, ("R&D", "alignment"): few})}
        note = "Without a bar there is no interval: it is given from 12 teams on."
        picture = next(one for one in drawn("en", await view(kept)) if one.id == "alignment")
        assert picture.caption == f"The bar is the 95% interval. {note}"
        plot = exports.plot(words("en"), await view(kept), picture)
        assert plot is not None
        assert " ".join(plot["title"]["subtitle"]).endswith(f"interval. {note}")
        assert max(map(len, plot["title"]["subtitle"])) < 55
        every = next(
            one for one in drawn("en", await view({OCTOBER: month})) if one.id == "alignment"
        )
        assert every.caption == "The bar is the 95% interval."

    async def test_pictures_say_the_same_as_their_tables(self) -> None:
        """Whoever does not see one misses nothing; hidden ones draw no mark."""
        every = drawn("en", await view())
        for one, svg in zip(
            every, draw_each([p.plot(ON_PAGE) for p in every if p.plot]), strict=True
        ):
            shown = unescape(re.sub(r"<[^>]+>", "\n", svg))
            for name, told, *_ in one.rows:
                short = told.split(" ")[0]
                assert short in shown or told in shown or short.replace(" to ", "–") in shown
                assert name.split(" ")[0][:3] in shown
            assert len(one.rows) == len({name for name, *_ in one.rows})

    async def test_a_picture_fetches_nothing_and_carries_no_style(self) -> None:
        """It may stand in the page under its policy."""
        svgs = draw_each([one.plot(ON_PAGE) for one in drawn("fr", await view()) if one.plot])
        for svg in svgs:
            assert not re.search(r"<(image|script|style|foreignObject|a)\b|style=|url\(", svg)


class TestWhatCanBeAsked:
    """Closed months, the company or one department; nothing else (coaching 5.4)."""

    @pytest.mark.parametrize(
        "query",
        [
            {"month": "2026-11"},
            {"month": "2026-1"},
            {"month": "last"},
            {"group": "Nobody"},
            {"group": ""},
            {"group": "sales"},
            {"month": "2026-10", "site": "Lyon"},
            {"theme": "delegation"},
        ],
    )
    async def test_anything_else_is_refused(self, query: dict[str, str]) -> None:
        """A misspelt question is no other question."""
        with pytest.raises(UnknownView):
            await view(None, **query)

    async def test_the_latest_month_of_the_company_comes_first(self) -> None:
        """Unless something else is asked for."""
        seen = await view()
        assert (seen.closed.month, seen.group) == (OCTOBER, COMPANY)
        assert seen.before is not None
        earlier = await view(month="2026-05", group="R&D")
        assert (str(earlier.closed.month), earlier.group) == ("2026-05", "R&D")

    async def test_a_month_after_a_gap_is_compared_with_none(self) -> None:
        """Only the month right before is the month before."""
        kept = {month: closed(month) for month in (Month(2026, 8), OCTOBER)}
        assert (await view(kept)).before is None


class TestTakingAlong:
    """A picture of what is shown; the table is tested in `test_dashboard_table.py`."""

    async def test_a_picture_that_leaves_says_what_it_shows(self) -> None:
        """Of whom, of when, and what the bar is."""
        seen = await view(group="R&D")
        one = drawn("en", seen)[0]
        plot = exports.plot(words("en"), seen, one)
        assert plot is not None
        assert plot["title"]["text"] == ["Participation, month by month"]
        assert plot["title"]["subtitle"] == ["October 2026 · R&D", "The bar is the 95% interval."]
