"""Where it is a good hour for a message, whenever somebody measures."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.places import COUNTRIES
from bot.workdays import Calendar

FROM, UNTIL = 9, 15


def workday_somewhere(now: datetime) -> tuple[str, str]:
    """Name a country and a zone where it is a working day, between nine and three.

    Where Saturday and Sunday are off, others work.

    Raises:
        LookupError: nobody works anywhere.
    """
    for zone in ("UTC", *(f"Etc/GMT{hours:+d}" for hours in range(-12, 13) if hours)):
        local = now.astimezone(ZoneInfo(zone))
        for country in ("", *sorted(COUNTRIES), "IR", "SO", "BN"):
            if FROM <= local.hour < UNTIL and Calendar(country).is_workday(local.date()):
                return country, zone
    raise LookupError(now.isoformat())
