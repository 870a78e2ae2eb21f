"""Plans as values: progress, differences, how they are read and said, and taken along."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.playground.wire import to_wire
from adapters.slack.blocks import to_blocks, to_home
from adapters.teams.answers import after_form_card
from adapters.teams.cards import BUDGET, CONTENT_TYPE, to_card
from adapters.teams.phrases import PHRASES
from bot.cards import Card
from bot.commitments import Commitment, Draft, to_words
from bot.days import parse_day
from bot.errors import Conflict, InvalidAnswer, StaleClick
from bot.events import Actor, Submitted
from bot.language import LANGS, Lang
from bot.messages import Field, Form, Message, Progress, Reply, Span, Text
from bot.people import Coachee
from bot.plans import changing as planning
from bot.plans import export as plan_export
from bot.plans import forms as plan_forms
from bot.plans import sharing as plan_sharing
from bot.plans import standing as plan_standing
from bot.plans.content import (
    Indicator,
    Milestone,
    Objective,
    PlanContent,
    differences,
    from_words,
    reached,
    with_milestone,
    with_objective,
    without_objective,
)
from bot.plans.content import to_words as plan_words
from bot.plans.reading import read_number, read_value
from bot.plans.text import sentence, short_day
from bot.ports import UnitOfWork
from bot.speech import compose_card
from bot.turn import Turn
from storage.store import Store
from tests.databases import Database
from tests.world import MONDAY, library

TODAY = date(2026, 11, 23)
COUNT = Indicator("count", "decisions in a week", 2, 8)
numbers = st.floats(-1e6, 1e6, allow_nan=False)
words = st.text(min_size=1, max_size=40)
indicators = st.builds(
    Indicator, st.sampled_from(["count", "scale", "yes_no", "date"]), words, numbers, numbers
)
milestones = st.builds(Milestone, words, st.dates(), words, st.integers(0, 99))
objectives = st.builds(
    Objective, words, words, words, indicators, words, st.lists(milestones, max_size=3).map(tuple)
)
contents = st.builds(
    PlanContent,
    st.lists(objectives, max_size=3, unique_by=lambda o: o.id).map(tuple),
    st.integers(0, 99),
)


def an_objective(**more: object) -> Objective:
    made = Objective("o1", "shorter decision times", "preparing on one page", COUNT)
    return replace(made, **more)  # type: ignore[arg-type]  # names are fields


class TestProgress:
    @pytest.mark.parametrize(
        ("baseline", "target", "value", "share"),
        [(2, 8, 5, 0.5), (10, 3, 10, 0), (10, 3, 3, 1), (10, 3, 5, 5 / 7), (2, 8, 99, 1)],
    )
    def test_it_is_the_share_of_the_way_up_or_down(
        self, baseline: float, target: float, value: float, share: float
    ) -> None:
        assert reached(Indicator("count", "n", baseline, target), value) == pytest.approx(share)

    @given(indicators, numbers)
    def test_it_never_leaves_its_bounds(self, indicator: Indicator, value: float) -> None:
        assert 0 <= reached(indicator, value) <= 1

    @given(indicators)
    def test_baseline_is_the_beginning_and_target_the_end(self, indicator: Indicator) -> None:
        if indicator.baseline != indicator.target:
            assert reached(indicator, indicator.baseline) == 0
            assert reached(indicator, indicator.target) == 1


class TestContent:
    @given(contents)
    def test_it_is_kept_as_one_piece_of_words(self, content: PlanContent) -> None:
        assert from_words(plan_words(content)) == content

    @given(contents)
    def test_nothing_differs_from_itself(self, content: PlanContent) -> None:
        assert differences(content, content) == []

    @given(contents, contents)
    def test_what_differs_is_named_in_both_directions(
        self, one: PlanContent, other: PlanContent
    ) -> None:
        there = differences(one, other)
        back = differences(other, one)
        assert (there == []) == (back == [])

    @given(contents, objectives)
    def test_changing_one_objective_leaves_the_others_alone(
        self, content: PlanContent, objective: Objective
    ) -> None:
        changed = with_objective(content, objective)
        assert changed.objective(objective.id) == objective
        assert [o for o in changed.objectives if o.id != objective.id] == [
            o for o in content.objectives if o.id != objective.id
        ]
        assert without_objective(changed, objective.id).objective(objective.id) is None

    def test_milestones_stand_by_date(self) -> None:
        late, soon = Milestone("b", date(2027, 1, 1), "late"), Milestone("a", TODAY, "soon")
        made = with_milestone(with_milestone(an_objective(), late), soon)
        assert made.milestones == (soon, late)


class TestSaying:
    @pytest.mark.parametrize(
        ("lang", "goal", "part", "said"),
        [
            ("en", "Shorter times.", "By preparing", "I contribute to shorter times by preparing."),
            ("en", "to win", "a checklist", "I contribute to win: a checklist."),
            ("en", "Paul’s handover", "Asking", "I contribute to Paul’s handover by asking."),
            ("en", "HR goals", "I ask first", "I contribute to HR goals: I ask first."),
            ("fr", "le lancement", "En préparant", "Je contribue au lancement en préparant."),
            ("fr", "les délais", "une liste", "Je contribue aux délais\xa0: une liste."),
            ("fr", "l’accueil", "posant", "Je contribue à l’accueil en posant."),
            ("fr", "À la qualité", "cadrant", "Je contribue à la qualité en cadrant."),
        ],
    )
    def test_an_objective_is_a_contribution(
        self, lang: Lang, goal: str, part: str, said: str
    ) -> None:
        assert sentence(an_objective(goal=goal, contribution=part), lang) == said

    @given(st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.sampled_from(LANGS))
    @settings(max_examples=60)
    def test_a_date_can_be_typed_back_as_it_is_shown(self, day: date, lang: Lang) -> None:
        assert parse_day(short_day(day, lang), lang, TODAY) == day


class TestReading:
    @pytest.mark.parametrize(
        ("typed", "lang", "number"),
        [
            ("2,5", "fr", 2.5),
            ("2.5", "en", 2.5),
            ("1,000", "en", 1000),
            ("1 000", "fr", 1000),
            ("1\u202f000,5 €", "fr", 1000.5),
            ("12 %", "en", 12),
            ("−3", "en", -3),
        ],
    )
    def test_numbers_as_people_write_them(self, typed: str, lang: Lang, number: float) -> None:
        assert read_number(typed, lang) == number

    @pytest.mark.parametrize("typed", ["", "many", "1e9", "inf", "nan", "1,2,3", "9" * 400, "²"])
    def test_what_is_no_number_is_said_so(self, typed: str) -> None:
        with pytest.raises(InvalidAnswer):
            read_number(typed, "en")

    @given(st.text(max_size=30), st.sampled_from(["count", "scale", "yes_no", "date"]))
    def test_any_text_is_a_value_or_an_explanation(self, typed: str, kind: str) -> None:
        told = ""
        try:
            read_value(kind, typed, "en", TODAY)  # type: ignore[arg-type]  # one of them
        except InvalidAnswer as error:
            told = error.told
        assert not told or told in library().wording


@pytest.fixture
def store(sqlite_database: Database) -> Iterator[Store]:
    """What is tested here is the same on every database."""
    opened = sqlite_database.open()
    yield opened
    opened.close()


def a_turn(uow: UnitOfWork, lang: Lang = "en", who: str = "ada", at: datetime = MONDAY) -> Turn:
    ids = iter(f"{who}-{at.timestamp():.0f}-{n}" for n in range(999))
    person = Coachee(who, "fake:T1", who, {"platform": "fake"}, MONDAY, state="active", lang=lang)
    return Turn(uow, library(), lambda: next(ids), at, f"e-{who}", person)


class TestVersions:
    """Whatever two people do in whatever order, a version counts only with both."""

    moves = st.lists(
        st.tuples(
            st.sampled_from(["ada", "bob"]),
            st.sampled_from(["save", "confirm", "decline", "withdraw", "stale confirm", "day"]),
        ),
        max_size=14,
    )

    @given(moves)
    @settings(max_examples=40, deadline=None)
    def test_no_version_counts_without_both(self, moves: list[tuple[str, str]]) -> None:

        def job() -> None:
            with _SHELF.store.open_uow() as uow:  # never committed: every example begins anew
                self.play(uow, moves)

        _SHELF.store.run_sync(job)

    def play(self, uow: UnitOfWork, moves: list[tuple[str, str]]) -> None:
        at, shown, saved = MONDAY, "", set[str]()
        plan_id = shared_plan(uow)
        authors = dict.fromkeys([1], "both")
        for number, (who, move) in enumerate(moves):
            at += timedelta(days=1) if move == "day" else timedelta(minutes=1)
            turn = a_turn(uow, who=who, at=at)
            now = standing_of(turn, plan_id)
            waits = now.proposed
            before = now.plan.agreed
            if move == "save":
                goal = f"goal {number}"
                part = an_objective(goal=goal)
                after = planning.put_objective(turn, now, part)
                saved.add(goal)
                assert after.plan.agreed == before
                authors[after.plan.number] = now.side
            elif move != "day":
                name = shown if move == "stale confirm" else waits.words_id if waits else "none"
                act = getattr(planning, move.rpartition(" ")[2])
                try:
                    after = act(turn, now, name)
                except StaleClick:
                    continue
                assert waits
                if after.plan.agreed != before:
                    assert authors[waits.number] != now.side
                    assert after.counts
                    assert after.counts.words_id == name
            shown = waits.words_id if waits else ""


class TestForms:
    """Whatever two people write in whatever order, nobody overwrites what they never saw."""

    steps = st.lists(
        st.tuples(st.sampled_from(["ada", "bob"]), st.sampled_from(["open", "send", "agree"])),
        min_size=4,
        max_size=16,
    )

    @given(steps)
    @settings(max_examples=60, deadline=None)
    def test_what_is_replaced_was_seen_by_whoever_replaces_it(
        self, steps: list[tuple[str, str]]
    ) -> None:
        def job() -> None:
            with _SHELF.store.open_uow() as uow:  # never committed: every example begins anew
                self.play(uow, steps)

        _SHELF.store.run_sync(job)

    def play(self, uow: UnitOfWork, steps: list[tuple[str, str]]) -> None:
        plan_id = shared_plan(uow)
        forms: dict[str, Form | None] = {"ada": None, "bob": None}
        seen: dict[str, set[str]] = {"ada": set(), "bob": set()}
        for number, (who, step) in enumerate(steps):
            turn = a_turn(uow, who=who, at=MONDAY + timedelta(minutes=number + 1))
            card = Card(f"card-{who}", who, "plan", MONDAY, MONDAY, {"plan": plan_id})
            stands = standing_of(turn, plan_id).latest.objectives[0].goal
            form = forms[who]
            if step == "open":
                forms[who] = form = plan_forms.opened(turn, card, "objective", "o1", _no_export)
                seen[who].add(stands)
                assert form.fields[0].value == stands
            elif step == "agree":
                agree(turn, plan_id)
            elif form:
                goal = f"goal {number}"
                subject = form.token.split(".", 2)[2]
                values = {f.id: f.value for f in form.fields} | {"goal": goal}
                plan_forms.taken(turn, card, "objective", subject, values)
                forms[who] = again = turn.reply.form if turn.reply else None
                now = standing_of(turn, plan_id).latest.objectives[0].goal
                if again:
                    assert now == stands
                    assert again.fields[0].value == goal
                    seen[who].add(stands)
                    assert stands in str(again.elements) or stands in seen[who]
                else:
                    assert now == goal
                    assert stands in seen[who]
                    seen[who].add(goal)


def shared_plan(uow: UnitOfWork) -> str:
    """Let Bob share Ada's plan of one objective."""
    for who in ("ada", "bob"):
        uow.people.add(a_turn(uow, who=who).coachee)
    one = planning.save(a_turn(uow), None, PlanContent((an_objective(),)))
    plan = plan_sharing.invited(a_turn(uow, who="bob"), plan_sharing.share(a_turn(uow), one))
    assert plan
    assert plan.invite
    plan_sharing.accept(a_turn(uow, who="bob"), plan.invite)
    return plan.id


def standing_of(turn: Turn, plan_id: str) -> plan_standing.Standing:
    """Look at the plan."""
    one = plan_standing.named(turn, plan_id)
    assert one
    return one


def agree(turn: Turn, plan_id: str) -> None:
    """Confirm what waits, if it waits for this person."""
    one = standing_of(turn, plan_id)
    if one.proposed and one.proposed.author != one.side:
        planning.confirm(turn, one, one.proposed.words_id)


def _no_export(_coachee_id: str, _now: datetime) -> None:
    return None


@pytest.mark.parametrize("lang", LANGS)
def test_progress_is_read_number_first_everywhere(lang: Lang) -> None:
    """Then comes the bar, then where it came from and goes to, in words."""
    shown = Progress(0.5, 1, "decisions: 2 → 5 · target 8", "50%")
    message = Message(lang, "Your plan", (shown,))
    (block,) = to_blocks(message)["blocks"]
    (piece,) = block["elements"][0]["elements"]
    assert piece["text"] == "50% ▓▓▓▓▓░░░░░ decisions: 2 → 5 · target 8"
    number, bar = to_card(message)["body"]
    assert number["text"].startswith("**50%** · decisions")
    assert bar["text"] == "▓▓▓▓▓░░░░░"
    assert to_wire(message)["elements"][0]["reads"] == "50%"


def test_a_form_in_a_teams_chat_is_shown_again_with_what_stands_there() -> None:
    """As in a dialog: a form that comes back without errors asks once more."""
    field = Field("goal", "Goal", "short", value="mine")
    form = Form("t.objective.o1:2:2", "en", "Objective", "Save", "Cancel", (field,))
    told = replace(form, elements=(Text((Span("now it reads: theirs"),)),))
    event = Submitted(
        id="e", at=MONDAY, actor=Actor("teams:t", "p"), address={}, token=form.token, values={}
    )
    answer = after_form_card(event, Reply(form=told), "en", PHRASES)
    assert answer["type"] == CONTENT_TYPE
    assert "now it reads: theirs" in str(answer["value"])
    assert "mine" in str(answer["value"])


class _Shelf:
    store: Store


_SHELF = _Shelf()


@pytest.fixture(autouse=True)
def _shelve(store: Store) -> None:
    _SHELF.store = store


def the_largest(uow: UnitOfWork, lang: Lang) -> tuple[Turn, plan_standing.Standing]:
    """Fill a plan and the commitments beside it as far as they go."""
    turn = a_turn(uow, lang)
    uow.people.add(turn.coachee)
    long = "w" * 20 + " "
    one: plan_standing.Standing | None = None
    for n in range(3):
        steps = tuple(
            Milestone(f"m{n}{k}", TODAY + timedelta(days=9 * k + 9), (long * 8)[:150])
            for k in range(3)
        )
        part = Objective(
            f"o{n}",
            (long * 8)[:150],
            (long * 16)[:300],
            replace(COUNT, name=(long * 8)[:150]),
            (long * 16)[:300],
            steps,
        )
        one = planning.put_objective(turn, one, part)
    assert one
    for n in range(7):
        draft = Draft("x", sentence=(long * 25)[:500])
        words_id = uow.words.keep("ada", "commitment", to_words(draft), turn.now)
        closed = TODAY if n > 4 else None
        made = Commitment(
            f"c{n}", "ada", words_id, MONDAY, TODAY, TODAY, confidence=5, closed_on=closed
        )
        uow.commitments.add(replace(made, objective_id=f"o{n % 3}", theme_id="delegation"))
    return turn, one


@pytest.mark.parametrize("lang", LANGS)
def test_the_largest_plan_fits_into_one_message_everywhere(store: Store, lang: Lang) -> None:
    """Slack takes fifty blocks, Teams 28 KB; nothing is left out or cut."""

    def compose() -> Message:
        with store.open_uow() as uow:
            turn, one = the_largest(uow, lang)
            card = turn.post("plan", plan=one.plan.id)
            made = compose_card(turn, card)
            assert made
            return made

    made = store.run_sync(compose)
    blocks = to_blocks(made)["blocks"]
    assert len(blocks) <= 50
    assert sum(block["type"] == "actions" for block in blocks) == 3 + 5 + 2 + 1
    card = to_card(made)
    assert len(orjson.dumps(card)) <= BUDGET - 1024
    assert PHRASES.shortened.text(lang) not in str(card)
    assert len(to_home(made)["blocks"]) <= 100


class TestExport:
    @pytest.mark.parametrize("lang", LANGS)
    def test_milestones_are_all_day_events_that_keep_their_names(
        self, store: Store, lang: Lang
    ) -> None:
        """Re-importing changes them in place; nobody is invited; lines are folded with CRLF."""
        text = "Déjà vu ; a, b\n: " + "long " * 30

        def write() -> bytes:
            with store.open_uow() as uow:
                turn = a_turn(uow, lang)
                step = Milestone("m1", date(2026, 12, 4), text)
                one = planning.save(turn, None, PlanContent((an_objective(milestones=(step,)),)))
                return plan_export.calendar(turn, one)

        written = store.run_sync(write)
        assert all(len(line) <= 75 for line in written.split(b"\r\n"))
        assert b"\n" not in written.replace(b"\r\n", b"")
        read: Any = icalendar.Calendar.from_ical(written)
        (event,) = read.walk("VEVENT")
        assert event["UID"] == "m1@declic"
        assert event["DTSTART"].dt == date(2026, 12, 4)
        assert event["DTEND"].dt == date(2026, 12, 5)
        assert event["DTSTAMP"].dt == MONDAY.astimezone(UTC)
        assert str(event["SUMMARY"]).startswith("Déjà vu ; a, b")
        assert "ATTENDEE" not in event
        assert "ORGANIZER" not in event
        assert "shorter decision times" in event["DESCRIPTION"]

    def test_markdown_shows_words_as_they_are_written(self, store: Store) -> None:
        def write() -> str:
            with store.open_uow() as uow:
                turn = a_turn(uow)
                part = an_objective(goal="[x](https://a) *b* <i>", support="# no heading")
                return plan_export.markdown(turn, planning.save(turn, None, PlanContent((part,))))

        text = store.run_sync(write)
        assert "\\[x\\](https://a) \\*b\\* \\<i\\>" in text
        assert "Support: \\# no heading" in text

    def test_json_tells_everything_that_counts(self, store: Store) -> None:
        def write() -> bytes:
            with store.open_uow() as uow:
                turn = a_turn(uow)
                step = Milestone("m1", date(2026, 12, 4), "the template")
                one = planning.save(turn, None, PlanContent((an_objective(milestones=(step,)),)))
                planning.measure(turn, one, "o1", 5)
                one = plan_standing.standing(turn, one.plan)
                return plan_export.as_json(turn, one)

        told = orjson.loads(store.run_sync(write))
        (objective,) = told["objectives"]
        assert told["version"] == 1
        assert objective["indicator"]["read"][0]["value"] == 5
        assert objective["milestones"] == [
            {"id": "m1", "on": "2026-12-04", "text": "the template", "reached_on": None}
        ]


def test_of_two_first_plans_at_once_one_wins(store: Store) -> None:
    """The second turn begins anew and finds the first one's plan."""

    def job() -> None:
        with store.open_uow() as uow:
            planning.save(a_turn(uow), None, PlanContent((an_objective(),)))
            with pytest.raises(Conflict):
                planning.save(a_turn(uow), None, PlanContent((an_objective(),)))

    store.run_sync(job)
