"""What is wrong with a pack is told with file and line; what extra folders bring is added."""

import re
from pathlib import Path

import pytest

from bot.errors import PackError, UnknownStep
from bot.language import Wording
from prompts.lint import check
from prompts.loader import load_library, load_packs

TALK = """\
id: talk
version: 1
title: {en: "A talk", fr: "Un échange"}
start: ask
steps:
  - id: ask
    say: {en: "How is it?", fr: "Comment cela va-t-il ?"}
    kind: buttons
    choices:
      - {id: well, label: {en: "Well", fr: "Bien"}, to: bye}
  - id: bye
    say: {en: "See you.", fr: "À bientôt."}
    kind: end
"""


def write(folder: Path, name: str, text: str) -> Path:
    """Write a pack file and return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def theme_text(old: str = "", new: str = "") -> str:
    """Return a real theme under another id, with a part of its text replaced."""
    text = Path("prompts/themes/recognition.yaml").read_text(encoding="utf-8")
    assert old in text
    return text.replace("id: recognition", "id: thanks", 1).replace(old, new, 1)


FAULTS: list[tuple[str, str, str, int, str]] = [
    ("choice", "to: bye}", "to: nowhere}", 10, "talk.ask: there is no step nowhere."),
    ("start", "start: ask", "start: asks", 4, "talk: there is no step asks."),
    (
        "entry",
        "start: ask",
        "start: ask\nentries: [later]",
        5,
        "talk: there is no step later.",
    ),
    (
        "jump",
        "kind: end",
        "kind: jump\n    jump: nowhere",
        14,
        "talk.bye: there is no programme nowhere.",
    ),
    (
        "branch",
        "kind: end",
        "kind: rule\n    rule: confidence_low\n    branches: [ask, nowhere]",
        15,
        "talk.bye: there is no step nowhere.",
    ),
    (
        "rule",
        "kind: end",
        "kind: rule\n    rule: weather\n    branches: [ask, ask]",
        14,
        "talk.bye: there is no rule weather.",
    ),
    (
        "unreachable",
        "kind: end",
        'kind: end\n  - {id: alone, say: {en: "Hm.", fr: "Hum."}, kind: end}',
        14,
        "talk.alone: no way leads here.",
    ),
    ("nowhere", "kind: buttons", "kind: text_buttons", 6, "talk.ask: an answer leads nowhere."),
    (
        "no end",
        ", to: bye}",
        (
            ', to: bye}\n      - {id: bad, label: {en: "No", fr: "Non"}, to: round}\n'
            '  - {id: round, say: {en: "Go on.", fr: "Allez-y."}, kind: text, to: round}'
        ),
        12,
        "talk.round: no way from here comes to an end.",
    ),
    (
        "missing language",
        'say: {en: "See you.", fr: "À bientôt."}',
        'say: {en: "See you."}',
        12,
        "steps.1.say.fr: the French text is missing.",
    ),
    (
        "empty text",
        'en: "See you."',
        'en: " "',
        12,
        "steps.1.say.en: the English text is missing.",
    ),
    (
        "long label",
        '"Well"',
        '"Well, all things considered, yes"',
        10,
        "steps.0.choices.0.label: 'Well, all things considered, yes' has more than 30 characters.",
    ),
    (
        "label no platform takes",
        '"Well"',
        f'"{"well " * 16}"',
        10,
        "steps.0.choices.0.label.en: string should have at most 75 characters.",
    ),
    (
        "pushing English",
        "How is it?",
        "You should say how it is.",
        7,
        "steps.0.say: 'should' pushes; offer a choice instead.",
    ),
    (
        "pushing French",
        "Comment cela va-t-il ?",
        "Vous devez le dire.",
        7,
        "steps.0.say: 'Vous devez' pushes; offer a choice instead.",
    ),
    (
        "hole in one language",
        "How is it?",
        "How is {theme}?",
        7,
        "steps.0.say: {theme} stands in one language only.",
    ),
    (
        "hole nobody fills",
        '"See you.", fr: "À bientôt."',
        '"See you {soon}.", fr: "À {soon}."',
        12,
        "steps.1.say: nobody fills {soon}.",
    ),
    (
        "step twice",
        "kind: end",
        'kind: end\n  - {id: bye, say: {en: "Bye.", fr: "Au revoir."}, kind: end}',
        14,
        "talk: the id bye is taken.",
    ),
    (
        "choice twice",
        ", to: bye}",
        ', to: bye}\n      - {id: well, label: {en: "No", fr: "Non"}, to: bye}',
        11,
        "ask: the id well is taken.",
    ),
    (
        "choice of the engine's own name",
        ", to: bye}",
        ', to: bye}\n      - {id: change, label: {en: "No", fr: "Non"}, to: bye}',
        11,
        "ask: the id change is the engine's own.",
    ),
    ("unknown field", "kind: end", "kind: end\n    mood: good", 14, ""),
    ("unknown kind", "kind: end", "kind: finish", 13, ""),
    (
        "no choices",
        "kind: end",
        "kind: buttons",
        11,
        "steps.1: a step of kind buttons needs choices.",
    ),
    (
        "jump without target",
        "kind: end",
        "kind: jump",
        11,
        "steps.1: jump belongs to a step of kind jump, and only there.",
    ),
    (
        "what only some are asked, by an unknown rule",
        "kind: buttons",
        "kind: buttons\n    only_if: weather\n    to: bye",
        9,
        "talk.ask: there is no rule weather.",
    ),
    (
        "what only some are asked, leading nowhere",
        "kind: buttons",
        "kind: buttons\n    only_if: path_waits",
        6,
        "steps.0: only_if belongs to a step with to, where it goes on if passed over.",
    ),
    (
        "rule without branches",
        "kind: end",
        "kind: rule",
        11,
        "steps.1: rule and branches belong to a step of kind rule, and only there.",
    ),
    (
        "scale upside down",
        "kind: end",
        "kind: end\n    low: 10",
        11,
        "steps.1: low is not below high.",
    ),
    (
        "nothing said",
        '    say: {en: "See you.", fr: "À bientôt."}\n',
        "",
        11,
        "steps.1: say is missing.",
    ),
    ("key twice", "version: 1", "version: 1\nversion: 2", 3, "version stands here twice."),
    ("alias", "version: 1", "version: &v 1\nx: *v", 2, "Aliases are not used in packs."),
    (
        "number for text",
        'en: "See you."',
        "en: 1.5",
        12,
        "1.5 needs quotes, or is no value for a pack.",
    ),
    ("not YAML", "start: ask", "start: [ask", 5, ""),
]


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS]
)
def test_a_fault_is_told_alone_with_file_and_line(
    tmp_path: Path, old: str, new: str, line: int, sentence: str
) -> None:
    """Each kind of mistake gives one sentence that says where it is."""
    assert old in TALK
    path = write(tmp_path, "dialogues/talk.yaml", TALK.replace(old, new, 1))
    faults = check([tmp_path])
    assert len(faults) == 1, faults
    assert faults[0].startswith(f"{path}:{line}: ")
    if sentence:
        assert faults[0] == f"{path}:{line}: {sentence}"


def test_questions_that_all_may_be_passed_over_do_not_lead_round(tmp_path: Path) -> None:
    """Where none of them is asked, it would talk on for ever."""
    text = TALK.replace("kind: buttons", "kind: buttons\n    only_if: path_waits\n    to: ask")
    write(tmp_path, "dialogues/talk.yaml", text)
    faults = check([tmp_path])
    assert [fault.partition(": ")[2] for fault in faults] == [
        "talk.ask: leads back to itself without asking anything."
    ]


def test_statements_that_lead_round_are_a_fault(tmp_path: Path) -> None:
    """A dialogue that would talk on for ever without asking is refused."""
    text = TALK.replace("kind: end", "kind: jump\n    jump: talk").replace("ask", "bye", 1)
    path = write(tmp_path, "dialogues/talk.yaml", text)
    said = "talk.bye: leads back to itself without asking anything."
    assert f"{path}:11: {said}" in check([tmp_path])


def test_six_choices_are_too_many_except_for_the_rating(tmp_path: Path) -> None:
    """Five buttons fit; the rating alone has its five marks and one to skip."""
    more = "".join(
        f'\n      - {{id: c{n}, label: {{en: "{n}", fr: "{n}"}}, to: bye}}' for n in range(5)
    )
    path = write(tmp_path, "dialogues/talk.yaml", TALK.replace(", to: bye}", f", to: bye}}{more}"))
    assert check([tmp_path]) == (f"{path}:9: talk.ask: more than 5 choices.",)
    rating = TALK.replace(", to: bye}", f", to: bye, does: session.rate}}{more}")
    write(tmp_path, "dialogues/talk.yaml", rating)
    assert check([tmp_path]) == ()


def test_a_session_that_takes_too_long_is_a_fault(tmp_path: Path) -> None:
    """Five minutes are promised; a theme beyond seven is told with its estimate."""
    long = "Name the action, " + "and then some more of it, " * 120
    path = write(tmp_path, "themes/thanks.yaml", theme_text("Name the action, ", long))
    line = path.read_text(encoding="utf-8").splitlines().index("steps:") + 1
    (fault,) = check([tmp_path])
    assert re.fullmatch(
        re.escape(f"{path}:{line}: thanks: takes ") + r"7\.\d minutes in en, not 3 to 7\.", fault
    )


def test_a_theme_cannot_be_called_like_a_button_of_the_engine(tmp_path: Path) -> None:
    """Its id stands on its entry in the list, where `change` would take an answer back."""
    text = theme_text().replace("id: thanks", "id: change", 1)
    path = write(tmp_path, "themes/thanks.yaml", text)
    (fault,) = check([tmp_path])
    assert fault == f"{path}:1: the id change is the engine's own."


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "due_days: 3",
            "due_days: 40",
            "commit.due_days: input should be less than or equal to 30.",
        ),
        (
            "kind: commitment",
            "kind: text",
            "the file: a theme ends in its only step of kind commitment.",
        ),
        ("- check: dated", "- check: nice", None),
        ("id: benefit", "id: feedback", "thanks: the id feedback is taken."),
        ('{date}."', '{day}."', "commit.template: {date}, {day} stands in one language only."),
        (
            "id: benefit",
            "id: benefit\n    gate: distress",
            "steps.2: a gate has the choices no and yes.",
        ),
    ],
)
def test_faults_of_a_theme_are_told_with_file_and_line(
    tmp_path: Path, old: str, new: str, sentence: str | None
) -> None:
    """Themes are held to their own layout."""
    text = theme_text(old, new)
    path = write(tmp_path, "themes/thanks.yaml", text)
    (fault,) = check([tmp_path])
    found = re.fullmatch(re.escape(str(path)) + r":(\d+): (.*)", fault)
    assert found
    assert sentence is None or found[2] == sentence


def test_every_fault_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    """One run shows everything that is to be mended."""
    talk = write(tmp_path, "dialogues/talk.yaml", TALK.replace("kind: end", "kind: finish"))
    safety = write(tmp_path, "safety.yaml", "idioms: {en: ['('], fr: []}\ncategories: {}\n")
    country = write(tmp_path, "contacts/xx.yaml", "country: x\nemergency: '1'\nlines: []\n")
    with pytest.raises(PackError) as caught:
        load_library([tmp_path])
    lines = {fault.rsplit(": ", 2)[0].split(": ")[0] for fault in caught.value.faults}
    assert lines == {f"{talk}:13", f"{safety}:1", f"{safety}:2", f"{country}:1", f"{country}:3"}


def test_a_jump_into_a_broken_file_is_no_second_fault(tmp_path: Path) -> None:
    """Only the broken file itself is told."""
    write(tmp_path, "dialogues/talk.yaml", TALK.replace("kind: end", "kind: jump\n    jump: other"))
    other = write(tmp_path, "dialogues/other.yaml", "id: [other")
    (fault,) = check([tmp_path])
    assert fault.startswith(f"{other}:1: This is not YAML")


def test_the_same_version_cannot_stand_in_two_files(tmp_path: Path) -> None:
    """A changed dialogue needs a new version: open sessions are pinned to theirs."""
    text = Path("prompts/dialogues/choose_theme.yaml").read_text(encoding="utf-8")
    path = write(tmp_path, "dialogues/choose_theme.yaml", text)
    known = "prompts/dialogues/choose_theme.yaml"
    said = f"choose_theme version 1 stands in {known} already."
    assert check([tmp_path]) == (f"{path}:2: {said}",)


def test_a_newer_version_leads_and_the_older_stays_for_open_sessions(tmp_path: Path) -> None:
    """A session goes on in the version it began with."""
    text = Path("prompts/dialogues/choose_theme.yaml").read_text(encoding="utf-8")
    write(tmp_path, "dialogues/choose_theme.yaml", text.replace("version: 1", "version: 2", 1))
    library = load_library([tmp_path])
    assert library.latest["choose_theme"] == 2
    assert library.programme("choose_theme", 1).version == 1
    assert library.programme("choose_theme").version == 2
    with pytest.raises(UnknownStep):
        library.programme("no_such_dialogue")


def test_an_extra_folder_adds_themes_and_replaces_words(tmp_path: Path) -> None:
    """A company brings its own theme, contacts and wording."""
    write(tmp_path, "themes/thanks.yaml", theme_text())
    line = '{en: "Call Nour", fr: "Appelez Nour"}'
    write(tmp_path, "contacts/fr.yaml", f'country: FR\nemergency: "18"\nlines: [{line}]\n')
    write(tmp_path, "wording.yaml", 'menu:\n  help: {en: "Aid", fr: "Secours"}\n')
    library = load_library([tmp_path])
    assert library.themes["thanks"].title == library.themes["recognition"].title
    assert library.programme("theme:thanks").theme_id == "thanks"
    assert library.contacts["FR"].lines == (Wording("Call Nour", "Appelez Nour"),)
    assert library.say("menu.help", "fr") == "Secours"
    assert "errors.busy" in library.wording


def test_nobody_takes_the_label_of_ai_away(tmp_path: Path) -> None:
    """Nor the line that says where a sentence goes."""
    texts = 'suggest:\n  label: {en: "Better", fr: "Mieux"}\n  where: {en: "No.", fr: "Non."}\n'
    path = write(tmp_path, "wording.yaml", texts)
    faults = tuple(f"{path}:1: suggest.{key} stays as it is." for key in ("label", "where"))
    assert check([tmp_path]) == faults


def test_a_wording_without_its_other_language_is_told_by_key(tmp_path: Path) -> None:
    """The nested keys of the wording file name the text."""
    path = write(tmp_path, "wording.yaml", 'menu:\n  help: {en: "Aid"}\n')
    assert check([tmp_path]) == (f"{path}:2: menu.help.fr: the French text is missing.",)


def test_a_folder_without_packs_is_no_fault(tmp_path: Path) -> None:
    """An empty folder adds nothing."""
    assert load_packs([tmp_path]).library.latest == load_library().latest
