"""The fake platform as somebody who measures uses it: started, asked, stopped."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.request import Request, urlopen

import orjson

from adapters.bench.platform.certificate import trusting
from adapters.bench.platform.ledger import Call, read

PATIENCE = 30


@dataclass(frozen=True, slots=True)
class Fake:
    """A platform that runs: where it is, and the file that makes clients trust it."""

    url: str
    ca: str = ""

    @property
    def slack(self) -> str:
        """Where it is Slack."""
        return f"{self.url}/api/"

    def sum(self) -> dict[str, Any]:
        """Return the figures of its ledger."""
        found: dict[str, Any] = orjson.loads(self._asked("/ledger"))
        return found

    def calls(self) -> list[Call]:
        """Return its whole ledger."""
        return read(self._asked("/ledger/calls").splitlines())

    def reset(self) -> None:
        """Let it forget."""
        self._asked("/reset", "POST")

    def _asked(self, path: str, method: str = "GET") -> bytes:
        request = Request(self.url + path, method=method)  # noqa: S310 - our own address
        tls = trusting(self.ca) if self.ca else None
        with urlopen(request, timeout=PATIENCE, context=tls) as answer:  # noqa: S310 - likewise
            return bytes(answer.read())


@contextmanager
def fake(*words: str) -> Iterator[Fake]:
    """Run the platform until the end of the block, with these options."""
    command = [sys.executable, "-m", "adapters.bench.platform", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:  # noqa: S603 - our own module
        try:
            assert process.stdout  # noqa: S101 - asked for above
            yield Fake(**orjson.loads(process.stdout.readline()))
        finally:
            process.terminate()
