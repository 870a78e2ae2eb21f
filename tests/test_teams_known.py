"""One verification for each token, and not a right more than the token gives."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from botframework.connector.auth import JwtTokenExtractor

from adapters.teams.auth import LEEWAY, Guard, Refused, make_guard
from adapters.teams.hosts import is_loopback
from adapters.teams.keys import FRESH, PATIENCE, Key, SigningKeys, fetch_json
from adapters.teams.known import KnownTokens, Voucher
from tests.fake_teams import APP_ID, TENANT, FakeTeams, fake_connector
from tests.fakes import Clock

HOUR = timedelta(hours=1)
VOUCHER = Voucher("https://smba.example/", "first", Key(object(), []), 100.0)


@dataclass
class Gate:
    """The guard alone, and how often a signature was verified."""

    teams: FakeTeams
    clock: Clock
    guard: Guard
    known: KnownTokens
    verified: list[str]

    async def let_in(self, token: str, **changes: Any) -> int:
        """Return what the sender of an activity gets."""
        activity = {
            "type": "message",
            "channelId": "msteams",
            "serviceUrl": self.teams.service_url,
            "conversation": {"tenantId": TENANT},
        }
        try:
            await self.guard.check(f"Bearer {token}", activity | changes)
        except Refused as refused:
            return refused.status
        return 200


@pytest.fixture
async def gate(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Gate]:
    verified: list[str] = []
    real = JwtTokenExtractor._validate_token

    async def counted(self: JwtTokenExtractor, token: str, *rest: Any) -> Any:
        verified.append(token)
        return await real(self, token, *rest)

    monkeypatch.setattr(JwtTokenExtractor, "_validate_token", counted)
    clock = Clock(datetime.now(UTC))  # noqa: TID251 - PyJWT judges the time by the real clock
    async with fake_connector() as teams, aiohttp.ClientSession() as http:
        known = KnownTokens(clock)
        guard = make_guard(
            app_id=APP_ID,
            tenants=frozenset({TENANT}),
            keys=SigningKeys(fetch_json(http), clock, teams.openid_url),
            trusts=is_loopback,
            known=known,
        )
        yield Gate(teams, clock, guard, known, verified)


async def test_a_token_is_verified_once_for_a_thousand_activities(gate: Gate) -> None:
    """The Connector sends the same one for an hour."""
    token = gate.teams.token()
    assert {await gate.let_in(token) for _ in range(1000)} == {200}
    assert gate.verified == [token]
    assert gate.teams.key_fetches == 1


async def test_a_token_is_not_believed_beyond_its_end(gate: Gate) -> None:
    """Up to the leeway for clocks that differ, and then it is verified again, in vain."""
    at = gate.clock()
    token = gate.teams.token(exp=at + timedelta(seconds=90))
    assert await gate.let_in(token) == 200
    gate.clock.move(timedelta(seconds=90 + LEEWAY - 1))
    assert await gate.let_in(token) == 200
    assert len(gate.verified) == 1
    gate.clock.move(timedelta(seconds=1))
    await gate.let_in(token)
    assert len(gate.verified) == 2


async def test_what_was_refused_is_not_remembered(gate: Gate) -> None:
    """Each time it is verified, and refused."""
    ended = gate.teams.token(exp=gate.clock() - timedelta(seconds=LEEWAY + 1))
    without_end = gate.teams.token(exp=None)
    foreign = gate.teams.token(aud="somebody-else")
    for token in (ended, without_end, foreign):
        assert [await gate.let_in(token) for _ in range(2)] == [401, 401]
    assert len(gate.verified) == 6
    assert len(gate.known) == 0


@pytest.mark.parametrize("place", [5, -5])
async def test_a_changed_token_is_not_taken_for_the_one_known(gate: Gate, place: int) -> None:
    """One letter of its head or signature makes it another one."""
    token = gate.teams.token()
    assert await gate.let_in(token) == 200
    other = "A" if token[place] != "A" else "B"
    changed = token[:place] + other + token[place:][1:]
    assert await gate.let_in(changed) == 401
    head, claims, _ = token.split(".")
    assert await gate.let_in(f"{head}.{claims}.") == 401
    assert await gate.let_in(token) == 200


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"serviceUrl": "http://127.0.0.1:1/other/"}, 401),
        ({"serviceUrl": ""}, 401),
        ({"channelId": "webchat"}, 401),
        ({"channelId": ""}, 403),
        ({"conversation": {"tenantId": "another"}}, 403),
        ({"conversation": {}}, 403),
    ],
    ids=str,
)
async def test_a_known_token_opens_nothing_else(
    gate: Gate, change: dict[str, Any], status: int
) -> None:
    """Service address, channel and tenant are compared at every activity."""
    token = gate.teams.token()
    assert await gate.let_in(token) == 200
    assert await gate.let_in(token, **change) == status
    assert await gate.let_in(token) == 200


async def test_a_token_is_forgotten_when_its_key_is_withdrawn(gate: Gate) -> None:
    """From the moment that the keys are renewed, though the token has not ended."""
    token = gate.teams.token(exp=gate.clock() + 48 * HOUR)
    assert await gate.let_in(token) == 200
    gate.teams.signing = "second"
    assert await gate.let_in(token) == 200, "nobody has looked yet"
    gate.clock.move(PATIENCE)
    assert await gate.let_in(gate.teams.token(key="second")) == 200
    assert await gate.let_in(token) == 401


async def test_keys_are_looked_at_each_day_though_every_token_is_known(gate: Gate) -> None:
    """A withdrawn key must not live on because nobody has to verify anything."""
    token = gate.teams.token(exp=gate.clock() + 48 * HOUR)
    assert await gate.let_in(token) == 200
    gate.clock.move(FRESH)
    assert await gate.let_in(token) == 200
    assert (gate.teams.key_fetches, len(gate.verified)) == (2, 2)
    gate.teams.signing = "second"
    gate.clock.move(FRESH)
    assert await gate.let_in(token) == 401


def test_no_more_is_remembered_than_there_is_room_for() -> None:
    """The oldest goes; what is remembered is a digest, not the token."""
    known = KnownTokens(Clock(datetime.fromtimestamp(0, UTC)), most=3)
    for number in range(5):
        known.remember(f"Bearer {number}", replace(VOUCHER, key_id=str(number)))
    assert len(known) == 3
    assert [known.find(f"Bearer {number}") is not None for number in range(5)] == [
        False,
        False,
        True,
        True,
        True,
    ]
    assert "Bearer" not in repr(known.__dict__)
