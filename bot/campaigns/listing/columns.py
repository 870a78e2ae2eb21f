"""Which column of a list holds what, by its header or by what is in it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal, get_args

from bot.campaigns.listing.mails import read_mail
from bot.places import zones
from bot.plain import plain

Field = Literal["mail", "zone", "team", "site"]
FIELDS: tuple[Field, ...] = get_args(Field)

NAMES: Mapping[Field, str] = {
    "mail": "mail, email, e mail, courriel, mel, upn, userprincipalname, user principal name",
    "zone": "time zone, timezone, tz, fuseau horaire, fuseau, zone horaire, zone",
    "team": (
        "team, equipe, squad, group, groupe, service, department, departement, unit, unite, "
        "division, direction"
    ),
    "site": (
        "site, location, office location, lieu, lieux, office, bureau, workplace, plant, usine, "
        "etablissement, agence, city, ville"
    ),
}
"""What a header calls each column, in both languages; of two columns the earlier name counts."""

SAYS_NOTHING = (
    "address adresse addresse electronic electronique work business professional professionnel "
    "professionnelle pro company entreprise corporate primary main principal principale user "
    "employee member person salarie salariee collaborateur collaboratrice personne agent name nom "
    "libelle label code 1 of de du des d l la le les the a au travail rattachement"
)
"""Words around a name in a header, such as « Adresse e-mail professionnelle »."""

KNOWN = (
    "name nom names noms first last full given family surname prenom prenoms complet famille id "
    "identifiant identifier matricule number numero phone telephone mobile country pays language "
    "langue manager responsable job title poste fonction contact adresse address employee salarie "
    "collaborateur"
)
"""Words of other columns: a row with these is a header, too."""

ELSEWHERE = (
    "manager responsable superieur superieure supervisor hierarchique assistant assistante n "
    "personal personnel personnelle perso private prive privee"
)
"""Words of a header that make somebody else's address of it, or a private one."""

_PREAMBLE = 10  # rows above a header: a title, a date


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column is what, from 0, and how many rows of a header stand above people."""

    at: Mapping[Field, int]
    header: int = 0


def find_columns(rows: Sequence[Sequence[str]]) -> Columns:
    """Find the columns from the first rows of a list; `mail` is missing where nothing is one.

    A header counts if anything in it is understood. Without a name for it, the column with the
    most mail addresses is the mail, and the one with the most names of zones the zone.
    """
    above = list(takewhile(lambda row: not any(map(_is_mail, row)), rows[:_PREAMBLE]))
    header = _header_of(above)
    names, below = above[header - 1] if header else (), rows[header:]
    named = {field: _named(field, names, below) for field in FIELDS}
    at = {field: n for field, n in named.items() if n is not None}
    foreign = {n for n, name in enumerate(names) if _ELSEWHERE & set(_words(name))}
    for field, fits in _BY_CONTENT.items():
        best = _fullest(below, foreign | set(at.values()), fits)
        if best is not None:
            at.setdefault(field, best)
    return Columns(at, header)


def _header_of(above: Sequence[Sequence[str]]) -> int:
    """Return how many rows end with the header; 0 without one."""
    told = [{kind for cell in row for kind in _kinds(cell)} for row in above]
    for sought in ({"mail"}, set(FIELDS), {"other"}):
        for at, kinds in enumerate(told, 1):
            if kinds & sought:
                return at
    return 0


def _kinds(cell: str) -> set[str]:
    names = _names(cell)
    kinds: set[str] = {field for field in FIELDS if names & set(_RANKS[field])}
    words = set(_words(cell))
    return kinds or ({"other"} if words & _KNOWN and words <= _HEADING else set())


def _named(field: Field, header: Sequence[str], below: Sequence[Sequence[str]]) -> int | None:
    """Return the column with the best name; of several alike the one with more addresses."""
    ranks = _RANKS[field]
    found = [
        (min(ranks[name] for name in names & set(ranks)), -_filled(below, n, _is_mail), n)
        for n, names in enumerate(map(_names, header))
        if names & set(ranks)
    ]
    return min(found)[-1] if found else None


def _fullest(
    rows: Sequence[Sequence[str]], taken: set[int], fits: Callable[[str], bool]
) -> int | None:
    columns = set(range(max(map(len, rows), default=0))) - taken
    best = max(sorted(columns), key=lambda n: _filled(rows, n, fits), default=None)
    return None if best is None or not _filled(rows, best, fits) else best


def _filled(rows: Sequence[Sequence[str]], column: int, fits: Callable[[str], bool]) -> int:
    return sum(fits(row[column]) for row in rows if column < len(row))


def _is_mail(cell: str) -> bool:
    return read_mail(cell) is not None


def _is_zone(cell: str) -> bool:
    return "/" in cell and cell.strip() in zones()


def _names(cell: str) -> set[str]:
    """Return what a cell of a header may be called: all its words, and those that say something."""
    words = _words(cell)
    return {" ".join(words), " ".join(word for word in words if word not in _SAYS_NOTHING)}


def _words(cell: str) -> list[str]:
    return _WORD.findall(plain(_HUMP.sub(" ", cell)))


_SAYS_NOTHING = frozenset(SAYS_NOTHING.split())
_ELSEWHERE = frozenset(ELSEWHERE.split())
_KNOWN = frozenset(KNOWN.split())
_HEADING = (
    _SAYS_NOTHING | _ELSEWHERE | _KNOWN | set(" ".join(NAMES.values()).replace(",", "").split())
)
_WORD = re.compile(r"[a-z0-9]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_RANKS: Mapping[Field, Mapping[str, int]] = {
    field: {name: rank for rank, name in enumerate(listed.split(", "))}
    for field, listed in NAMES.items()
}
_BY_CONTENT: Mapping[Field, Callable[[str], bool]] = {"mail": _is_mail, "zone": _is_zone}
