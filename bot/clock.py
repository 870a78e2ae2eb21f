"""Time as an argument."""

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
"""Returns the present, aware and in UTC."""
