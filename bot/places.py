"""Countries and time zones, as people name them."""

import functools
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from babel.core import get_global
from rapidfuzz import fuzz, process, utils

from bot.language import Lang

ALIKE = 84
"""From this likeness on (0 to 100) a typed name is taken for a known one."""

_CODES = (
    "AE AR AT AU BE BF BG BJ BR CA CD CF CG CH CI CL CM CN CO CY CZ DE DJ DK DZ EE EG ES FI FR "
    "GA GB GN GR HK HR HT HU ID IE IL IN IS IT JP KE KM KR LB LT LU LV MA MC MG ML MR MT MU MX "
    "MY NE NG NL NO NZ PE PH PL PT QA RO RS RW SA SC SE SG SI SK SN TD TG TH TN TR TW UA US UY "
    "VN ZA"
)
COUNTRIES = frozenset(_CODES.split())
"""Countries on offer: a list that fits one menu (100 entries) on every platform."""

_RETIRED = ("Etc/", "SystemV/", "US/", "posix/", "right/")


def country_name(code: str, lang: Lang) -> str:
    """Say a country's name; the code itself if it is unknown."""
    return str(Locale(lang).territories.get(code, code))


def countries(lang: Lang) -> list[tuple[str, str]]:
    """List codes and names, in the order of the names."""
    return sorted(((c, country_name(c, lang)) for c in COUNTRIES), key=lambda pair: pair[1])


def country_of(zone: str) -> str:
    """Guess the country from a zone; empty if it belongs to none on offer."""
    code = str(get_global("zone_territories").get(zone, ""))
    return code if code in COUNTRIES else ""


def find_zone(text: str) -> str | None:
    """Read a zone from its name, Windows' name for it or a city, forgiving small errors.

    None if there is none.
    """
    wanted = text.strip()
    if wanted in zones():
        return wanted
    if wanted in get_global("windows_zone_mapping"):
        return str(get_global("windows_zone_mapping")[wanted])
    found = process.extractOne(
        wanted.rsplit("/", maxsplit=1)[-1],
        _cities(),
        scorer=fuzz.ratio,
        processor=utils.default_process,
        score_cutoff=ALIKE,
    )
    return found[2] if found else None


@functools.cache
def zones() -> frozenset[str]:
    """Return the names of all zones: asking the system takes milliseconds each time."""
    return frozenset(available_timezones())


@functools.lru_cache(maxsize=1024)
def tz_of(zone: str) -> ZoneInfo:
    """Return a zone by its name; the library keeps no more than eight and reads the rest anew."""
    return ZoneInfo(zone)


def city(zone: str) -> str:
    """Say a zone by its city: `Europe/Paris` is Paris."""
    return zone.rsplit("/", maxsplit=1)[-1].replace("_", " ")


@functools.cache
def _cities() -> dict[str, str]:
    """Map each zone of a place to its city."""
    placed = (z for z in zones() if "/" in z and not z.startswith(_RETIRED))
    return {zone: city(zone) for zone in sorted(placed)} | {"UTC": "UTC"}
