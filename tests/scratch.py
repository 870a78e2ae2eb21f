"""Where tests put their files: in memory where there is room, for none has to outlive a power cut.

SQLite waits for the disk at each commit, which is half of what its tests take.
"""

import os
import shutil
from pathlib import Path

_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
_ROOM = 4 * 2**30
"""Bytes that must be free."""

_PLACE = "PYTEST_DEBUG_TEMPROOT"


def keep_in_memory() -> None:
    """Have pytest, here and in the processes it starts, make its folders in memory."""
    if _PLACE not in os.environ and _has_room(_MEMORY):  # noqa: TID251 - pytest's own setting
        os.environ[_PLACE] = str(_MEMORY)  # noqa: TID251


def _has_room(folder: Path) -> bool:
    return folder.is_dir() and shutil.disk_usage(folder).free > _ROOM
