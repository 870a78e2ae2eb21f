"""Which service addresses are trusted with the bot's token."""

from urllib.parse import urlsplit

PUBLIC = "smba.trafficmanager.net"
GOVERNMENT = "smba.infra.gcc.teams.microsoft.com"
HOSTS = frozenset(
    {
        PUBLIC,
        GOVERNMENT,
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us",
    }
)
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def is_microsoft(service_url: str) -> bool:
    """Tell whether it is a Teams service over https, so that no other host gets the token."""
    return _is(service_url, "https", HOSTS)


def is_loopback(service_url: str) -> bool:
    """Tell whether it is a service on this machine, as development uses it."""
    return _is(service_url, "http", LOOPBACK)


def _is(service_url: str, scheme: str, hosts: frozenset[str]) -> bool:
    try:
        parts = urlsplit(service_url)
        port = parts.port
    except ValueError:
        return False
    plain = not parts.username and not parts.query and not parts.fragment
    standard = port in (None, 443) or scheme == "http"
    return parts.scheme == scheme and parts.hostname in hosts and plain and standard
