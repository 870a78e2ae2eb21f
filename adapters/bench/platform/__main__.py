"""Serve the fake platform: `python -m adapters.bench.platform`."""

from adapters.bench.platform.server import main

main()
