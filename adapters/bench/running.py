"""One run of one side: a process in a folder of its own, ended with everything it started."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from time import monotonic, sleep

import orjson

from adapters.bench.scenario import Measured, Side
from bot.errors import BotError

MOST_SECONDS = 1800
"""A run that takes longer is ended, and failed."""

GRACE = 3.0
"""Seconds to end in, for what is told to."""

_KEPT = ("PATH", "HOME", "LANG", "TMPDIR", "PYTHONPATH")
_LAST = 6  # lines of what a failed run said


class SideFailed(BotError):
    """A run ended without a result; the text is the last of what it said."""


def missing(side: Side) -> tuple[str, ...]:
    """Return the modules that a side needs and that are not installed."""
    return tuple(name for name in side.needs if not _installed(name))


def wanted(sides: Sequence[Side]) -> tuple[str, ...]:
    """Return the names of the databases that the commands of some sides speak of."""
    words = " ".join(word for side in sides for word in side.command)
    return tuple(name for name in ("sqlite", "postgres") if f"{{{name}}}" in words)


def run(
    side: Side, databases: Mapping[str, str], folder: Path, seconds: float = MOST_SECONDS
) -> Measured:
    """Run a side to its end and return what it measured.

    Raises:
        SideFailed: it did not come to a result, or not in time.
    """
    command = [sys.executable, "-m", *(_filled(word, databases) for word in side.command)]
    said = folder / "said.txt"
    with (
        said.open("wb") as written,
        subprocess.Popen(  # noqa: S603 - our own modules
            command,
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=written,
            start_new_session=True,
        ) as process,
    ):
        try:
            out, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise SideFailed(f"{side.name}: no end after {seconds:.0f} s") from error
        finally:
            end_group(process.pid)
    if process.returncode:
        raise SideFailed(f"{side.name}: {_last(said)}")
    return read_measured(side.name, out)


def read_measured(name: str, out: bytes) -> Measured:
    """Read the last line that a side printed.

    Raises:
        SideFailed: it is no result.
    """
    *_, line = out.splitlines() or [b""]
    try:
        return Measured(**orjson.loads(line))
    except (orjson.JSONDecodeError, TypeError) as error:
        raise SideFailed(f"{name}: no result, but {line[:200]!r}") from error


def end_group(group: int, grace: float = GRACE) -> None:
    """End every process of a group: told to first, killed after the grace."""
    latest = monotonic() + grace
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGTERM)
        while monotonic() < latest and _alive(group):
            sleep(0.02)
        os.killpg(group, signal.SIGKILL)


def _installed(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:  # not even the package that it would be in
        return False


def _alive(group: int) -> bool:
    """Tell whether somebody of a group is left who has not merely to be waited for."""
    with suppress(ChildProcessError):
        os.waitpid(group, os.WNOHANG)
    os.killpg(group, 0)
    return True


def _environment() -> dict[str, str]:
    """Give on what finds programs and folders, so that no setting of the bot counts."""
    given = os.environ  # noqa: TID251 - none of the bot's settings
    return {name: given[name] for name in _KEPT if name in given}


def _filled(word: str, databases: Mapping[str, str]) -> str:
    for name, url in databases.items():
        word = word.replace(f"{{{name}}}", url)
    return word


def _last(said: Path) -> str:
    lines = said.read_text(errors="replace").strip().splitlines()[-_LAST:]
    return "\n    ".join(lines) or "ended without a word"
