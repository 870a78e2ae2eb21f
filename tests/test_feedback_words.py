"""What the feedback finds in the words and makes of them: days, requests, thoughts, sentences."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commitment_check import ORDER, Assessment, Feedback, answered, assess, feedback
from bot.commitments import Draft, from_words, to_words
from bot.feedback.due_doubts import FURTHEST, Doubt, doubt, with_day
from bot.feedback.hints import thought
from bot.feedback.own_part import own_part
from bot.feedback.places_in_text import placed
from bot.feedback.wording import compose_sentence
from bot.language import LANGS, Lang
from bot.plain import plain
from bot.workdays import Calendar
from tests.world import library

TODAY = date(2026, 11, 23)  # a Monday
FRIDAY, SUNDAY = date(2026, 11, 27), date(2026, 11, 29)
MONDAY = date(2026, 11, 30)
FRANCE = Calendar("FR")
langs = st.sampled_from(LANGS)
SLOWLY = settings(deadline=None)


def said(text: str | Draft, lang: Lang = "en") -> Feedback:
    """Give feedback to what was typed, as the conversation does."""
    draft = Draft(text) if isinstance(text, str) else text
    found = assess(draft, lang, TODAY)
    near = found.due is not None and TODAY <= found.due <= TODAY + FURTHEST
    draft = replace(draft, due_chosen=near)
    due_on = found.due if near and found.due else MONDAY
    judged = assess(draft, lang, TODAY, due_on if near else None)
    return feedback(judged, draft, (), lang, due_on=due_on, calendar=FRANCE)


# the day


@pytest.mark.parametrize(
    ("lang", "action", "due_on", "expected"),
    [
        ("en", "call Sam on Friday", FRIDAY, None),
        ("en", "call Sam on Sunday", SUNDAY, Doubt("off", (FRIDAY, SUNDAY), "sunday")),
        ("en", "call Sam", SUNDAY, Doubt("off", (FRIDAY, SUNDAY))),
        (
            "fr",
            "appeler Samir le vendredi 25 décembre",
            date(2026, 12, 25),
            Doubt("off", (date(2026, 12, 24), date(2026, 12, 25)), "vendredi 25 decembre"),
        ),
        (
            "en",
            "call Sam on Friday 29 November",
            SUNDAY,
            Doubt("disagree", (FRIDAY, SUNDAY), "friday 29 november"),
        ),
        (
            "fr",
            "appeler Samir lundi 27/11",
            FRIDAY,
            Doubt("disagree", (MONDAY, FRIDAY), "lundi 27/11"),
        ),
        (
            "en",
            "call Sam on Monday 30 November",
            FRIDAY,
            Doubt("disagree", (FRIDAY, MONDAY), "monday 30 november"),
        ),
        ("en", "call Sam on Wednesday", FRIDAY, None),
    ],
)
def test_a_day_that_was_chosen_is_doubted_where_it_is_off_or_contradicted(
    lang: Lang, action: str, due_on: date, expected: Doubt | None
) -> None:
    assert doubt(Draft(action), due_on, lang, TODAY, FRANCE) == expected


@pytest.mark.parametrize(
    ("lang", "action", "kind"),
    [
        ("en", "call Sam by 20 November", "past"),
        ("en", "call Sam by 20 November 2026", "past"),
        ("en", "call Sam by 31 November", "impossible"),
        ("en", "call Sam by 15 June 2027", "far"),
        ("en", "call Sam soon", None),
        ("en", "keep what we do since 20 November", None),
        ("fr", "appeler Samir le 20/11", "past"),
        ("fr", "appeler Samir le 30/02", "impossible"),
        ("fr", "appeler Samir avant le 15 juin", "far"),
        ("fr", "appeler Samir bientôt", None),
    ],
)
def test_a_day_that_cannot_be_taken_is_asked_for_again(
    lang: Lang, action: str, kind: str | None
) -> None:
    found = doubt(Draft(action, due_chosen=False), MONDAY, lang, TODAY, FRANCE)
    assert (found.kind if found else None) == kind
    assert found is None or found.days == (MONDAY,)


def test_on_a_saturday_the_working_day_offered_for_sunday_is_the_next() -> None:
    saturday = date(2026, 11, 28)
    found = doubt(Draft("call Sam"), SUNDAY, "en", saturday, FRANCE)
    assert found == Doubt("off", (MONDAY, SUNDAY))


@pytest.mark.parametrize(
    ("lang", "action", "words", "expected"),
    [
        ("en", "I call Sam on Sunday", "sunday", "I call Sam on Friday 27 November"),
        ("en", "I call Sam by 29 November", "29 november", "I call Sam by Friday 27 November"),
        ("en", "Sunday I call Sam", "sunday", "On Friday 27 November I call Sam"),
        ("en", "I call Sam this Sunday", "sunday", "I call Sam on Friday 27 November"),
        ("en", "After Sunday's round I call Sam", "sunday", "After Sunday's round I call Sam"),
        ("fr", "J’appelle Samir dimanche", "dimanche", "J’appelle Samir vendredi 27 novembre"),
        (
            "fr",
            "J’appelle Léa le 29 novembre",
            "29 novembre",
            "J’appelle Léa le vendredi 27 novembre",
        ),
        ("fr", "Dimanche j’appelle Samir", "dimanche", "Vendredi 27 novembre j’appelle Samir"),
        ("fr", "J’appelle Léa avant Noël", "noel", "J’appelle Léa avant le vendredi 27 novembre"),
        ("fr", "Après la visite de dimanche", "dimanche", "Après la visite de dimanche"),
    ],
)
def test_only_the_day_gives_way(lang: Lang, action: str, words: str, expected: str) -> None:
    assert with_day(Draft(action), words, FRIDAY, lang, TODAY).action == expected


def test_plain_words_are_found_where_they_were_typed() -> None:
    text = "J’appelle Léa à Noël — puis…"
    assert placed("noel", text) == (16, 20)
    assert text[16:20] == "Noël"
    assert placed("paques", text) is None


# the request


@pytest.mark.parametrize(
    ("lang", "action", "expected"),
    [
        ("en", "I will get Priya to finish 1 report", "I will ask Priya to finish 1 report"),
        ("en", "Get my team to close 5 tickets", "Ask my team to close 5 tickets"),
        ("en", "Tom will send me the list", "I will ask Tom to send me the list"),
        ("en", "My team closes 5 tickets", "I will ask my team to close 5 tickets"),
        ("en", "I will make sure that Jo replies", "I will ask Jo to reply"),
        ("en", "She will call the client", "I will ask her to call the client"),
        ("en", "After lunch, Tom will call", "After lunch, I will ask Tom to call"),
        ("en", "Tom will be more open", None),
        ("en", "Everything will be fine", None),
        ("en", "Get the contract signed", None),
        ("en", "Increase sales by 10%", None),
        ("fr", "Tom va envoyer la liste", "je demande à Tom d’envoyer la liste"),
        ("fr", "Mon équipe doit livrer le lot 2", "je demande à mon équipe de livrer le lot 2"),
        ("fr", "Le client doit répondre", "je demande au client de répondre"),
        ("fr", "Les acheteurs vont appeler", "je demande aux acheteurs d’appeler"),
        ("fr", "Que Paul ferme 5 tickets", "je demande à Paul de fermer 5 tickets"),
        ("fr", "Je pousse Léa à rappeler", "Je demande à Léa de rappeler"),
        ("fr", "M’assurer que Léa envoie la liste", "Demander à Léa d’envoyer la liste"),
        (
            "fr",
            "Je fais en sorte que l’équipe réponde",
            "Je demande à l’équipe de répondre",
        ),
        ("fr", "Mon équipe doit être plus autonome", None),
        ("fr", "Faire signer le contrat", None),
    ],
)
def test_anothers_act_becomes_a_request_in_the_same_words(
    lang: Lang, action: str, expected: str | None
) -> None:
    assert own_part(action, lang) == expected


# the thoughts


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "I will call Sam on Friday and I will send the list on Monday", "several"),
        ("en", "I will call Sam. Then I will send a memo.", "several"),
        ("en", "I will call Sam and I will tell him why", None),
        ("en", "I will stop interrupting Sam", "instead"),
        ("en", "I won't open my e-mail before 10:00", "instead"),
        ("en", "I will stop the meeting at 10:50", None),
        ("en", "When Tom no longer knows, I will call him", None),
        ("en", "I will no longer answer at night", "instead"),
        ("fr", "J’appelle Samir vendredi et j’envoie la liste lundi", "several"),
        ("fr", "Je prépare la liste puis j’appelle Léa", "several"),
        ("fr", "Je montre 1 question et je laisse 2 minutes de silence", None),
        ("fr", "Je ne coupe plus la parole à Samir", "instead"),
        ("fr", "J’arrête de répondre le soir", "instead"),
        ("fr", "J’arrête la machine 2 jeudi", None),
        ("fr", "Quand Tom ne répond plus, je l’appelle", None),
    ],
)
def test_a_thought_is_for_several_steps_or_for_what_is_only_avoided(
    lang: Lang, text: str, expected: str | None
) -> None:
    assert thought(plain(text), lang) == expected


@pytest.mark.parametrize("lang", LANGS)
def test_the_packs_own_examples_give_no_thought(lang: Lang) -> None:
    for theme in library().themes.values():
        for example in (theme.example, *(remark.better for remark in theme.remarks)):
            assert thought(plain(example.text(lang)), lang) is None, example


# the answers


def unsure(*criteria: str) -> Assessment:
    met = {c: None if c in criteria else True for c in ORDER}
    return Assessment(**met, due=FRIDAY, judged_on=TODAY)


@pytest.mark.parametrize("criterion", ORDER)
def test_an_unsure_criterion_is_asked_and_a_yes_settles_it(criterion: str) -> None:
    draft = Draft("align with Sam")
    asked = feedback(unsure(criterion), draft, (), "en", due_on=FRIDAY)
    assert (asked.asks, asked.point) == (criterion, f"check.point.{criterion}_unsure")
    assert (asked.remark, asked.proposal) == (None, None)
    sure = feedback(unsure(criterion), replace(draft, yes=(criterion,)), (), "en", due_on=FRIDAY)
    assert sure.silent
    assert answered(unsure(criterion), replace(draft, yes=(criterion,))).strong


@pytest.mark.parametrize("criterion", ORDER)
def test_a_no_brings_the_ordinary_remark(criterion: str) -> None:
    draft = Draft("align with Sam", no=(criterion,))
    said = feedback(unsure(criterion), draft, (), "en", due_on=FRIDAY)
    assert (said.asks, said.point) == (None, f"check.point.{criterion}")


def test_an_answer_changes_nothing_that_the_words_decide() -> None:
    found = assess("I will be more patient on Friday", "en", TODAY)
    assert answered(found, Draft("", yes=ORDER)) == found


def test_what_is_missed_comes_before_what_is_unsure() -> None:
    found = replace(unsure("own_control", "action"), indicator=False)
    assert feedback(found, Draft("align"), (), "en").point == "check.point.indicator"


def test_answers_are_kept_with_the_words_and_old_words_have_none() -> None:
    draft = Draft("call Sam", yes=("action",), no=("indicator",))
    assert from_words(to_words(draft)) == draft
    assert from_words('{"action": "call Sam"}') == Draft("call Sam")


# the wording


@pytest.mark.parametrize(
    ("lang", "draft", "sentence"),
    [
        ("en", Draft("I'd like to call Sam soon"), "I will call Sam, by Monday 30 November."),
        (
            "en",
            Draft("Tom will call asap", "stand-up"),
            "After stand-up, I will ask Tom to call.",
        ),
        ("en", Draft("call Sam", "when I have time"), "I will call Sam, by Monday 30 November."),
        ("en", Draft("call Sam by 20 November"), "I will call Sam by Monday 30 November."),
        ("en", Draft("I call Sam on 20 November."), "I call Sam on Monday 30 November."),
        (
            "fr",
            Draft("J’aimerais appeler Léa dès que possible"),
            "Je vais appeler Léa, d’ici au lundi 30 novembre.",
        ),
        ("fr", Draft("appeler Léa le 20/11"), "Je vais appeler Léa le lundi 30 novembre."),
        (
            "fr",
            Draft("Tom doit envoyer la liste", "le comité", "Tom", "1 liste"),
            "Après le comité, je demande à Tom d’envoyer la liste\u00a0: 1 liste.",
        ),
    ],
)
def test_a_wording_mends_all_that_can_be_mended_in_the_persons_words(
    lang: Lang, draft: Draft, sentence: str
) -> None:
    proposal = said(draft, lang).proposal
    assert proposal is not None
    assert proposal.sentence == sentence


@pytest.mark.parametrize(
    ("lang", "action", "offered"),
    [
        ("en", "I will ask Sam more questions on Friday", ["2 questions", "3 questions"]),
        ("en", "I will give Sam several examples on Friday", ["2 examples", "3 examples"]),
        ("en", "I will talk more on Friday", []),
        ("en", "I will make more progress on Friday", []),
        ("fr", "Je donne plus d’exemples à Léa vendredi", ["2 exemples", "3 exemples"]),
        ("fr", "Je passe plus de temps avec Léa vendredi", []),
    ],
)
def test_an_open_amount_is_offered_as_a_number_of_the_same_things(
    lang: Lang, action: str, offered: list[str]
) -> None:
    assert [name for name, _ in said(action, lang).amounts] == offered


@pytest.mark.parametrize(
    ("lang", "draft", "sentence"),
    [
        ("en", Draft("call Sam!", "team meeting"), "After the team meeting, I will call Sam"),
        ("en", Draft("call Sam", "Monday meeting"), "After the Monday meeting, I will call Sam"),
        (
            "en",
            Draft("call Sam", "stand-up", "My boss"),
            "After stand-up, I will call Sam with my boss",
        ),
        ("en", Draft("call Sam", "our 1:1"), "After our 1:1, I will call Sam"),
        ("en", Draft("have a call with", "lunch", "Jo"), "After lunch, I will have a call with Jo"),
        (
            "en",
            Draft("- hand Jo the file", "", "Jo", "Brief sent"),
            "I will hand Jo the file: brief sent",
        ),
        ("en", Draft("Send Jo the file", "daily"), "Daily, I will send Jo the file"),
        (
            "fr",
            Draft("appeler Léa", "réunion d’équipe"),
            "Après la réunion d’équipe, je vais appeler Léa",
        ),
        (
            "fr",
            Draft("appeler Léa", "Point d’équipe"),
            "Après le point d’équipe, je vais appeler Léa",
        ),
        ("fr", Draft("appeler Léa", "appel client"), "Après l’appel client, je vais appeler Léa"),
        (
            "fr",
            Draft("s’asseoir avec Léa", "le codir"),
            "Après le codir, je vais m’asseoir avec Léa",
        ),
        ("fr", Draft("se réunir", "", "Mon équipe"), "Je vais me réunir avec mon équipe"),
        ("fr", Draft("écrire à", "le point", "Léa"), "Après le point, je vais écrire à Léa"),
        ("fr", Draft("lui demander 2 risques", "9 h"), "À 9 h, je vais lui demander 2 risques"),
    ],
)
def test_the_sentence_reads_as_one_would_write_it(lang: Lang, draft: Draft, sentence: str) -> None:
    assert compose_sentence(draft, None, lang, TODAY) == f"{sentence}."


@pytest.mark.parametrize(
    ("lang", "draft", "end"),
    [
        ("en", Draft("call Sam on Thursday"), "Sam on Thursday."),
        ("en", Draft("not open my e-mail at night"), "at night, until Friday 27 November."),
        ("en", Draft("ask Ben: what is in your way?"), "in your way? By Friday 27 November."),
        ("fr", Draft("appeler Léa jeudi"), "appeler Léa jeudi."),
        ("fr", Draft("ne plus couper Léa"), "couper Léa, jusqu’au vendredi 27 novembre."),
    ],
)
def test_a_sentence_has_one_date(lang: Lang, draft: Draft, end: str) -> None:
    assert compose_sentence(draft, FRIDAY, lang, TODAY).endswith(end)


def test_a_date_that_was_moved_is_said_beside_the_one_before() -> None:
    later = compose_sentence(Draft("call Sam on Thursday"), MONDAY, "en", TODAY, moved=True)
    assert later == "I will call Sam on Thursday, by Monday 30 November."


# any words at all

VERBS: dict[Lang, tuple[str, ...]] = {
    "en": ("call", "I will ask", "to brief", "I'd like to thank", "not interrupt", "Tom will send"),
    "fr": ("appeler", "je demande à", "j’aimerais remercier", "ne pas couper", "Tom doit payer"),
}
THINGS = ("Sam", "Léa", "the 3 files", "le dossier", "2 questions", "soon", "bientôt", "on Sunday")
MORE = ("avec", "with", "vendredi", "20 November", "mon équipe", "…", "!", "(yes/no)", "« oui »")
LOST = {
    "to",
    "d",
    "ll",
    "soon",
    "bientot",
    "i",
    "like",
    "aimerais",
    "j",
    "tom",
    "will",
    "se",
    "must",
}
DAYS = {"sunday", "on", "vendredi", "20", "november"}
drafts = st.builds(
    Draft,
    st.tuples(
        st.sampled_from(VERBS["en"] + VERBS["fr"]),
        st.lists(st.sampled_from(THINGS + MORE), max_size=5),
    ).map(lambda parts: " ".join((parts[0], *parts[1]))),
    cue=st.sampled_from(
        ("", "team meeting", "après le point", "9:00", "when I have time", "Sunday")
    ),
    who=st.sampled_from(("", "Sam", "My team", "avec Léa", "the buyer")),
    indicator=st.sampled_from(("", "2 pages sent", "Brief envoyé", "more")),
    due_chosen=st.booleans(),
)


def content(text: str) -> set[str]:
    words = set(re.findall(r"\w+", plain(text))) - LOST - DAYS
    return {word for word in words if len(word) > 2 or word.isdecimal()}


@SLOWLY
@given(drafts, langs, st.integers(0, 31))
def test_a_sentence_keeps_every_word_of_the_action(draft: Draft, lang: Lang, ahead: int) -> None:
    due_on = TODAY + timedelta(days=ahead)
    sentence = compose_sentence(draft, due_on, lang, TODAY)
    assert content(draft.action) <= set(re.findall(r"\w+", plain(sentence)))
    assert sentence == compose_sentence(draft, due_on, lang, TODAY)
    assert len(sentence) <= 500


@SLOWLY
@given(drafts | st.builds(Draft, st.text(max_size=600), st.text(max_size=60)), langs, st.booleans())
def test_feedback_is_the_same_twice_and_makes_one_point(
    draft: Draft, lang: Lang, chosen: bool
) -> None:
    due_on = SUNDAY if chosen else MONDAY
    found = assess(draft, lang, TODAY, due_on if draft.due_chosen else None)
    once = feedback(found, draft, (), lang, due_on=due_on, calendar=FRANCE)
    assert once == feedback(found, draft, (), lang, due_on=due_on, calendar=FRANCE)
    assert once.point is None or isinstance(once.point, str)
    assert not (once.asks and once.proposal)
    if once.proposal:
        kept = content(draft.action) - {"when", "have", "time", "voudrais"}
        words = set(re.findall(r"\w+", plain(once.proposal.sentence)))
        assert kept <= words or any(own_part(draft.action, one) for one in LANGS)
        assert len(once.proposal.sentence) <= 500


@pytest.mark.parametrize("lang", LANGS)
def test_no_text_of_the_feedback_pushes(lang: Lang) -> None:
    texts = [w.text(lang) for key, w in library().wording.items() if key.startswith("check.")]
    pushing = r"\b(?:must|should|have to|has to|failed|devez|devriez|il faut|échoué|raté)\b"
    assert [text for text in texts if re.search(pushing, text, re.IGNORECASE)] == []
