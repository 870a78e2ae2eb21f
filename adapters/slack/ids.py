"""What Slack's ids look like: whatever does not, is not sent to Slack as one."""

import re

PERSON = re.compile(r"[UW][A-Z0-9]+")
CHANNEL = re.compile(r"[CG][A-Z0-9]+")
GROUP = re.compile(r"S[A-Z0-9]+")
"""A user group."""
