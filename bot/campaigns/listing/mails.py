"""Mail addresses as lists of people have them."""

import re

LONGEST, LONGEST_NAME = 254, 64
"""Characters of an address, and of what stands before its @; RFC 5321."""

_PART = r"[\w!#$%&'*+/?^`{}~-]+"
_LABEL = r"(?!-)[\w-]+(?<!-)"
# A sign at the beginning would make a formula of it in the next spreadsheet.
_MAIL = re.compile(rf"(?![+'-]){_PART}(?:\.{_PART})*@(?:{_LABEL}\.)+(?!\d+$){_LABEL}")
_NAMED = re.compile(r"<([^<>]*)>$")
_AROUND = " \t\"'<>"
_BEHIND = f"{_AROUND}.,;"


def read_mail(cell: str) -> str | None:
    """Read `paul@example.org` or `Paul <paul@example.org>`, in lower case; None if it is none."""
    if len(cell) > 4 * LONGEST:
        return None
    named = _NAMED.search(cell.strip())
    mail = (
        (named[1] if named else cell)
        .lstrip(_AROUND)
        .rstrip(_BEHIND)
        .lower()
        .removeprefix("mailto:")
    )
    fits = len(mail) <= LONGEST and mail.find("@") <= LONGEST_NAME
    return mail if fits and _MAIL.fullmatch(mail) else None
