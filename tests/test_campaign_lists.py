"""Lists of people as HR exports them: what can be read is, and every other line is named."""

import codecs
import csv
import io
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.campaigns.listing.lists import (
    LONGEST,
    MOST_BYTES,
    MOST_LINES,
    MOST_ROWS,
    WHOLE,
    ListFault,
    ListRow,
    read_list,
)
from tests.world import library

PAUL = "paul@example.org"
ANNE = "anne@example.org"


def mails(content: bytes) -> list[str]:
    """Return the addresses that were read."""
    return [row.mail for row in read_list(content).rows]


def faults(content: bytes) -> list[tuple[int, str, str]]:
    """Return the faults that were named."""
    return [(fault.line, fault.reason, fault.value) for fault in read_list(content).faults]


FRENCH = (
    "Nom;Prénom;Adresse e-mail professionnelle;Fuseau horaire;Équipe;Lieu\r\n"
    "Lefèvre;Paul;Paul@Example.org;Europe/Paris;Achats & qualité;Orléans\r\n"
    "\r\n"
    "Noël;Anne;anne@example.org;Montréal;Ventes;Orléans\r\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_an_export_is_read_in_whatever_encoding(encoding: str) -> None:
    """Accents of a French export arrive, whether or not a mark tells the encoding."""
    read = read_list(FRENCH.encode(encoding))
    assert read.faults == ()
    assert read.rows == (
        ListRow(2, PAUL, "Europe/Paris", "Achats & qualité", "Orléans"),
        ListRow(4, ANNE, "America/Montreal", "Ventes", "Orléans"),
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_read_without_a_mark(encoding: str) -> None:
    assert mails(FRENCH.encode(encoding)) == [PAUL, ANNE]


def test_bytes_that_windows_does_not_know_are_read_as_latin() -> None:
    assert mails(b"mail;team\npaul@example.org;\x81\xe9") == [PAUL]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_separator_and_line_end_is_found_out(separator: str, ending: str) -> None:
    rows = [("Team", "Mail"), ("Sales", PAUL), ("Support", ANNE), ("", "bob@example.org")]
    content = ending.join(separator.join(row) for row in rows).encode()
    assert [(row.mail, row.team) for row in read_list(content).rows] == [
        (PAUL, "Sales"),
        (ANNE, "Support"),
        ("bob@example.org", ""),
    ]


def test_a_comma_in_a_name_separates_nothing_where_semicolons_do() -> None:
    content = b"Dupont, Paul;paul@example.org;Lyon\nNoel, Anne;anne@example.org;Lille\n"
    assert mails(content) == [PAUL, ANNE]


def test_the_first_line_of_excel_that_names_the_separator_is_obeyed() -> None:
    read = read_list(b"sep=|\nmail|team\npaul@example.org|a;b;c\n")
    assert read.rows == (ListRow(3, PAUL, team="a;b;c"),)


@pytest.mark.parametrize(
    "header",
    [
        "EMAIL,TimeZone,TEAM,SITE",
        "e-mail,Time zone,Department,Location",
        "Courriel,Fuseau,Service,Lieu",
        "user_email,tz,Squad,Office location",
        "userPrincipalName,timeZone,department,officeLocation",
        "Work e-mail address,zone,Team name,City",
        "Adresse électronique (mail),Fuseau horaire,Nom de l’équipe,Ville",
    ],
)
def test_columns_are_known_by_their_names_in_both_languages(header: str) -> None:
    content = f"{header}\npaul@example.org,Europe/Paris,Sales,Lyon".encode()
    assert read_list(content).rows == (ListRow(2, PAUL, "Europe/Paris", "Sales", "Lyon"),)


def test_columns_may_come_in_any_order_among_others() -> None:
    content = b"id,Site,First name,Mail,Salary,Team\n1,Cork,Paul,paul@example.org,1 000,Sales"
    assert read_list(content).rows == (ListRow(2, PAUL, "", "Sales", "Cork"),)


def test_somebody_elses_address_is_not_taken_for_the_persons() -> None:
    """A manager's column is left alone even where the person's own is empty or has no name."""
    named = b"Manager email;Email\nboss@example.org;\nboss@example.org;anne@example.org"
    assert mails(named) == [ANNE]
    assert faults(named) == [(2, "no_mail", "boss@example.org")]
    unnamed = "Identifiant;E-mail du responsable\npaul@example.org;boss@example.org\n"
    assert mails(unnamed.encode()) == [PAUL]
    assert faults(b"Nom;E-mail du responsable\nPaul;boss@example.org\n") == [
        (WHOLE, "no_mail_column", "")
    ]


def test_lines_above_a_header_are_no_people() -> None:
    content = "Export du 12/11/2026;;\n\nService;Nom;Mail\nAchats;Paul;paul@example.org\n"
    assert read_list(content.encode()) == read_list(content.replace("Export", "").encode())
    assert read_list(content.encode()).rows == (ListRow(4, PAUL, team="Achats"),)


def test_without_a_header_the_column_with_most_addresses_is_the_mail() -> None:
    """A zone is known by its look, too; the first line counts as a person."""
    content = (
        "Paul;paul@example.org;Europe/Paris;boss@example.org\n"
        "Anne;anne@example.org;Europe/Dublin;\n"
    )
    assert read_list(content.encode()).rows == (
        ListRow(1, PAUL, "Europe/Paris"),
        ListRow(2, ANNE, "Europe/Dublin"),
    )


@pytest.mark.parametrize(
    "content",
    [
        b"paul@example.org\nanne@example.org",
        b"paul@example.org; anne@example.org;",
        b"Dupont Paul <paul@example.org>, Noel Anne <anne@example.org>",
        b'"Dupont, Paul" <paul@example.org>\n"Noel, Anne" <anne@example.org>\n',
        b"Mail\n<mailto:Paul@example.org>\nanne@example.org;",
        'Mail\n\u200bpaul@example.org\u00a0\n="anne@example.org"\n'.encode(),
    ],
)
def test_addresses_are_read_as_people_copy_them(content: bytes) -> None:
    """From a message, with names, with marks that nobody sees, or forced to be text."""
    assert mails(content) == [PAUL, ANNE]
    assert faults(content) == []


@pytest.mark.parametrize(
    "cell",
    [
        "paul", "paul@", "@example.org", "paul@example", "paul@@example.org", "paul @example.org",
        "paul@example..org", ".paul@example.org", "paul@-example.org", "paul@example.org anne",
        "paul@192.168.0.1", f"{'p' * 65}@example.org", f"paul@{'e' * 250}.org", "p,q@example.org",
    ],
)  # fmt: skip
def test_what_is_no_address_is_named_with_its_line(cell: str) -> None:
    content = f"Mail|Team\nanne@example.org|Sales\n{cell}|Sales\n".encode()
    assert mails(content) == [ANNE]
    [(line, reason, value)] = faults(content)
    assert (line, reason) == (3, "bad_mail")
    assert value.removeprefix("'").removesuffix("…") in cell


def test_each_line_that_cannot_be_used_is_named_and_the_rest_is() -> None:
    content = (
        b"Nom;Mail;Fuseau\n"
        b"Paul;paul@example.org;Nulle part\n"
        b"Anne;;Europe/Paris\n"
        b"Bob;PAUL@example.org;Europe/Paris\n"
        b"Total : 3 personnes\n"
        b"Eve;eve@example.org;paris\n"
    )
    assert read_list(content).rows == (
        ListRow(2, PAUL),
        ListRow(6, "eve@example.org", "Europe/Paris"),
    )
    assert faults(content) == [
        (2, "unknown_zone", "Nulle part"),
        (3, "no_mail", "Anne"),
        (4, "duplicate", PAUL),
        (5, "no_mail", "Total : 3 personnes"),
    ]


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Paris", "Europe/Paris"),
        ("europe/paris", "Europe/Paris"),
        ("Pariss", "Europe/Paris"),
        ("Paris, France", "Europe/Paris"),
        ("New York", "America/New_York"),
        ("Romance Standard Time", "Europe/Paris"),
        ("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", "Europe/Brussels"),
    ],
)
def test_zones_are_read_as_software_and_people_write_them(typed: str, zone: str) -> None:
    assert read_list(f"mail;zone\n{PAUL};{typed}".encode()).rows[0].zone == zone


def test_one_team_is_one_team_however_it_is_written() -> None:
    """Capitals and spaces make no other team; a placeholder makes none."""
    teams = ["Sales North", "sales  north", "SALES NORTH ", "n/a", "-", "#N/A", ""]
    lines = [f"p{n}@example.org;{team}" for n, team in enumerate(teams)]
    read = read_list("\n".join(["mail;team", *lines]).encode())
    assert [row.team for row in read.rows] == ["Sales North"] * 3 + [""] * 4


@pytest.mark.parametrize("sign", "=+-@")
def test_a_formula_does_no_harm_where_it_is_shown_or_exported(sign: str) -> None:
    """Neither team nor site nor what a fault shows is a formula to a spreadsheet."""
    evil = f"{sign}HYPERLINK(1)"
    read = read_list(f"mail;team;site;zone\n{PAUL};{evil};{evil};{evil}\n{evil}".encode())
    assert read.rows == (ListRow(2, PAUL, "", "HYPERLINK(1)", "HYPERLINK(1)"),)
    assert all(fault.value[0] not in "=+-@" for fault in read.faults)
    assert [fault.reason for fault in read.faults] == ["unknown_zone", "bad_mail"]


def test_a_cell_may_hold_several_lines() -> None:
    """The line named is where a row begins."""
    content = b'mail,address,team\npaul@example.org,"1, rue A\n2nd floor",Sales\nnobody,,\n'
    assert read_list(content).rows == (ListRow(2, PAUL, team="Sales"),)
    assert faults(content) == [(4, "bad_mail", "nobody")]


def test_a_quote_that_nobody_closes_swallows_nobody() -> None:
    """One stray quote costs no line, nor do two that are far apart."""
    people = [f"p{n}@example.org;Team {n}" for n in range(100)]
    people[20] = '"p20@example.org;Team 20'
    people[30] = 'p30@example.org;5" screens'
    people[90] = '"p90@example.org;Team 90'
    content = "\n".join(["mail;team", *people]).encode()
    assert mails(content) == [f"p{n}@example.org" for n in range(100)]
    assert faults(content) == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"\n \r\n;;;\n", "empty"),
        (b"mail;team\n;\n", "empty"),
        (b"Nom;Ville\nPaul;Lyon\n", "no_mail_column"),
        (b"Paul\nAnne\n", "no_mail_column"),
        (b"PK\x03\x04\x14\x00\x06\x00", "not_text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "not_text"),
        (b"%PDF-1.7", "not_text"),
        (b"mail\0\0\0\0team", "not_text"),
        (b"a" * (MOST_BYTES + 1), "too_big"),
        (b"\n" * (MOST_LINES + 1), "too_big"),
    ],
)
def test_a_file_that_is_no_list_has_one_fault(content: bytes, reason: str) -> None:
    read = read_list(content)
    assert read.rows == ()
    assert read.faults == (ListFault(WHOLE, reason),)  # type: ignore[arg-type]  # any of them


def test_reading_ends_at_the_most_rows_and_says_where() -> None:
    """Everybody up to there counts."""
    lines = (f"p{n}@example.org\n" for n in range(MOST_ROWS + 2))
    read = read_list(("mail\n" + "".join(lines)).encode())
    assert len(read.rows) == MOST_ROWS
    assert read.faults == (ListFault(MOST_ROWS + 2, "too_many"),)


def test_a_large_list_takes_little_memory_beside_what_comes_of_it() -> None:
    """The text is never held as a whole."""
    n = 20_000
    lines = (f"p{at}@example.org;Team {at % 500};{'x' * 300}\n" for at in range(n))
    content = ("mail;team;note\n" + "".join(lines)).encode()
    tracemalloc.start()
    read = read_list(content)
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(read.rows) == n
    assert peak - kept < len(content) / 2


def test_every_reason_has_its_text_in_both_languages() -> None:
    """A fault names its line where it has one, and shows the cell."""
    wording = library().wording
    shown = {"too_many": {"{line}"}, "no_mail": {"{line}", "{value}"}}
    shown |= {key: {"{line}", "{value}"} for key in ("bad_mail", "duplicate", "unknown_zone")}
    for reason in ("too_big", "not_text", "empty", "no_mail_column", *shown):
        text = wording[f"campaign_list.{reason}"]
        for hole in ("{line}", "{value}"):
            expected = hole in shown.get(reason, set())
            assert (hole in text.en, hole in text.fr) == (expected, expected), reason


names = st.from_regex(r"T[A-Za-zé ,;|'\"0-9]{0,18}[A-Za-z]", fullmatch=True)
addresses = st.from_regex(r"[a-z][a-z0-9]{0,9}(\.[a-z]{1,5})?@[a-z]{2,9}\.(org|fr)", fullmatch=True)
people = st.lists(
    st.tuples(addresses, st.sampled_from(["", "Europe/Paris", "Asia/Tokyo"]), names),
    min_size=1,
    max_size=30,
    unique_by=lambda person: person[0],
)
HEADERS = {"mail": ["Mail", "COURRIEL"], "zone": ["Fuseau", "time zone"], "team": ["équipe"]}


@given(people, st.data())
@settings(deadline=None)  # the first zone loads their names
def test_whatever_a_spreadsheet_writes_is_read_back(
    listed: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    """Any separator, encoding, quoting and order of columns gives the same people."""
    order = data.draw(st.permutations(["mail", "zone", "team", "note"]))
    written = io.StringIO()
    writer = csv.writer(
        written,
        delimiter=data.draw(st.sampled_from(",;\t|")),
        quoting=data.draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])),
        lineterminator=data.draw(st.sampled_from(["\n", "\r\n"])),
    )
    titles = {name: data.draw(st.sampled_from(HEADERS.get(name, ["Note"]))) for name in order}
    writer.writerow([titles[name] for name in order])
    for mail, zone, team in listed:
        cells = {"mail": mail, "zone": zone, "team": team, "note": "x"}
        writer.writerow([cells[name] for name in order])
    encoding = data.draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]))
    read = read_list(written.getvalue().encode(encoding))
    assert read.faults == ()
    assert [(row.mail, row.zone) for row in read.rows] == [(m, z) for m, z, _ in listed]
    for row, (_, _, team) in zip(read.rows, listed, strict=True):
        assert row.team.casefold() == " ".join(team.split()).strip('"').strip().casefold()


@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(alphabet='a@.;,\t|"\r\n\0=é<> \u200b', max_size=200).map(str.encode),
        st.text(max_size=200).map(lambda text: text.encode("utf-16", "surrogatepass")),
    )
)
@settings(deadline=None)  # likewise
def test_any_bytes_give_an_answer(content: bytes) -> None:
    """Nothing raises; addresses are there once, and everything shown is one short line."""
    read = read_list(content)
    addresses = [row.mail for row in read.rows]
    assert len(addresses) == len(set(addresses))
    assert read.rows or read.faults
    shown = [f.value for f in read.faults] + [t for row in read.rows for t in (row.team, row.site)]
    assert all(len(text) <= LONGEST and text == " ".join(text.split()) for text in shown)
    assert all(text.isprintable() and not text.startswith(tuple("=+-@")) for text in shown)
