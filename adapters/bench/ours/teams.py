"""Teams' door of ours with the engine on a database, and replies over one session.

Tokens are checked as the Connector's are: signed by a key that the guard fetches. `GET /token`
gives one to whoever measures.
"""

import argparse
import asyncio
from datetime import datetime, timedelta
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from adapters.bench.load.activities import service_url
from adapters.bench.measuring.serving import serve
from adapters.bench.people.population import KEY
from adapters.slack.outbound import open_session
from adapters.teams import app as teams
from adapters.teams.auth import make_guard
from adapters.teams.hosts import is_loopback
from adapters.teams.keys import SigningKeys
from adapters.teams.known import KnownTokens
from adapters.teams.outbound import TeamsMessenger
from adapters.wiring import make_engine, real_now
from prompts.loader import load_library
from storage.lanes import share_interpreter
from storage.store import open_store

APP = "bench"
_KEY_ID = "bench-key"


class OneToken:
    """The bot's own token, kept as the real one is."""

    async def token(self) -> str:
        """Return it."""
        return "bench"

    def refused(self, token: str) -> None:
        """Keep it: there is no other."""


class Connector:
    """The Connector's key, in the place where keys are fetched, and tokens signed by it."""

    def __init__(self) -> None:
        self._key = rsa.generate_private_key(public_exponent=65537, key_size=2048)

    async def fetch(self, url: str) -> dict[str, Any]:
        """Answer as the pages of metadata and keys do."""
        del url
        public = RSAAlgorithm.to_jwk(self._key.public_key(), as_dict=True)
        return {
            "jwks_uri": "keys",
            "keys": [{**public, "kid": _KEY_ID, "endorsements": ["msteams"]}],
        }

    def token(self, url: str, now: datetime) -> str:
        """Sign what the Connector sends with every activity."""
        claims = {
            "iss": "https://api.botframework.com",
            "aud": APP,
            "serviceurl": url,
            "nbf": now - timedelta(minutes=5),
            "exp": now + timedelta(hours=1),
        }
        return jwt.encode(claims, self._key, "RS256", {"kid": _KEY_ID})


async def main() -> None:
    """Serve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", required=True)
    parser.add_argument("--api", required=True, help="the address of the Connector")
    options = parser.parse_args()
    share_interpreter()
    connector, store = Connector(), open_store(options.database, KEY)
    async with open_session() as session:
        messenger = TeamsMessenger(session, OneToken(), now=real_now, trusts=is_loopback)
        engine = make_engine(store, load_library(), {"teams": messenger}, real_now)
        keys = SigningKeys(connector.fetch, real_now)
        application = web.Application()
        teams.add_routes(
            application,
            guard=make_guard(
                app_id=APP, keys=keys, trusts=is_loopback, known=KnownTokens(real_now)
            ),
            handle=engine.handle,
            messenger=messenger,
            now=real_now,
        )

        async def give(_: web.Request) -> web.Response:
            return web.Response(text=connector.token(service_url(options.api), real_now()))

        application.router.add_get("/token", give)
        engine.loop.start()
        await serve(application)
        await engine.loop.stop()
        await engine.settle()
    store.close()


if __name__ == "__main__":
    asyncio.run(main())
