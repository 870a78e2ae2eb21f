"""The draw of waves and pilot: fair, balanced, and open to be checked by anybody."""

import hashlib
from collections import Counter, defaultdict
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.campaigns.content import DrawnTeam
from bot.campaigns.drawing import OUTSIDE, Draw, digest_of, draw, stratum_of, verify

teams = st.lists(
    st.builds(
        DrawnTeam,
        name=st.text(min_size=1, max_size=8),
        site=st.sampled_from(["", "Lyon", "Lille", "Cork"]),
        size=st.integers(1, 60),
    ),
    max_size=40,
    unique_by=lambda team: team.name,
)
seeds = st.text("0123456789abcdef", min_size=1, max_size=32)
waves = st.integers(1, 6)
pilots = st.integers(1, 100)


def company(n: int) -> list[DrawnTeam]:
    """So many teams of several sites and sizes."""
    return [DrawnTeam(f"T{at}", ("Lyon", "Cork")[at % 2], (7, 8, 12)[at % 3]) for at in range(n)]


def counted(drawn: Draw, listed: list[DrawnTeam]) -> dict[tuple[str, int], Counter[int]]:
    """Count the teams of each wave by stratum."""
    by_stratum: dict[tuple[str, int], Counter[int]] = defaultdict(Counter)
    for team in listed:
        by_stratum[stratum_of(team)][drawn.assignment[team.name]] += 1
    return by_stratum


def spread(counts: Counter[int], n: int) -> int:
    """By how many teams waves differ."""
    each = [counts[wave] for wave in range(1, n + 1)]
    return max(each) - min(each)


@given(teams, waves, pilots, seeds)
def test_every_team_is_in_one_wave_or_outside(
    listed: list[DrawnTeam], n: int, pilot: int, seed: str
) -> None:
    drawn = draw(listed, waves=n, pilot=pilot, seed=seed)
    assert set(drawn.assignment) == {team.name for team in listed}
    assert set(drawn.assignment.values()) <= set(range(OUTSIDE, n + 1))


@given(teams, waves, pilots, seeds)
def test_waves_differ_by_one_team_in_a_stratum_and_in_all(
    listed: list[DrawnTeam], n: int, pilot: int, seed: str
) -> None:
    """Sites and sizes are spread evenly, and no wave gets all the odd ones."""
    drawn = draw(listed, waves=n, pilot=pilot, seed=seed)
    by_stratum = counted(drawn, listed)
    assert all(spread(counts, n) <= 1 for counts in by_stratum.values())
    assert spread(sum(by_stratum.values(), Counter()), n) <= 1


@given(teams, waves, pilots, seeds)
def test_a_pilot_has_its_share_of_every_stratum(
    listed: list[DrawnTeam], n: int, pilot: int, seed: str
) -> None:
    """The whole pilot is rounded up, so that it is never empty; a stratum is off by under one."""
    drawn = draw(listed, waves=n, pilot=pilot, seed=seed)
    taken = -(-len(listed) * pilot // 100)
    assert sum(wave != OUTSIDE for wave in drawn.assignment.values()) == taken
    for counts in counted(drawn, listed).values():
        size = counts.total()
        assert abs(size - counts[OUTSIDE] - size * taken / len(listed)) < 1


@given(teams, waves, pilots, seeds, st.randoms(use_true_random=False))
def test_the_order_of_teams_changes_nothing(
    listed: list[DrawnTeam], n: int, pilot: int, seed: str, chance: Random
) -> None:
    """The same teams with the same seed give the same draw and digest."""
    drawn = draw(listed, waves=n, pilot=pilot, seed=seed)
    chance.shuffle(listed)
    assert draw(listed, waves=n, pilot=pilot, seed=seed) == drawn
    assert verify(drawn, listed, waves=n, pilot=pilot, seed=seed)


def test_each_team_lands_in_each_wave_about_equally_often() -> None:
    """Over many seeds neither name, site, size nor place in the list makes a wave likelier."""
    listed, draws, n = company(10), 4_000, 4
    landed: Counter[tuple[str, int]] = Counter()
    for seed in range(draws):
        landed.update(draw(listed, waves=n, pilot=100, seed=f"{seed:x}").assignment.items())
    each = [landed[team.name, wave] / draws for team in listed for wave in range(1, n + 1)]
    # Four standard deviations of a share of one quarter.
    assert max(abs(share - 1 / n) for share in each) < 4 * (3 / 16 / draws) ** 0.5


def test_each_team_is_in_a_pilot_about_equally_often() -> None:
    """A pilot of 20 % takes everybody in one draw out of five."""
    listed, draws = company(25), 4_000
    taken: Counter[str] = Counter()
    for seed in range(draws):
        drawn = draw(listed, waves=1, pilot=20, seed=f"{seed:x}")
        taken.update(name for name, wave in drawn.assignment.items() if wave)
    shares = [taken[team.name] / draws for team in listed]
    assert max(abs(share - 0.2) for share in shares) < 4 * (0.2 * 0.8 / draws) ** 0.5


def test_two_teams_of_a_stratum_share_a_wave_no_more_often_than_by_chance() -> None:
    """Of four teams alike in two waves, two are together in one draw out of three."""
    listed, draws = [DrawnTeam(name, "", 7) for name in "ABCD"], 4_000
    together = 0
    for seed in range(draws):
        wave_of = draw(listed, waves=2, pilot=100, seed=str(seed)).assignment
        together += wave_of["A"] == wave_of["B"]
    assert abs(together / draws - 1 / 3) < 4 * (2 / 9 / draws) ** 0.5


def test_a_digest_can_be_computed_by_hand() -> None:
    """The text under the SHA-256 is one line of JSON, as it is documented."""
    text = r'{"assignment":{"#12":2,"Ventes \u00e9t\u00e9":1},"pilot":100,"seed":"5eed","waves":2}'
    assert digest_of({"Ventes été": 1, "#12": 2}, waves=2, pilot=100, seed="5eed") == (
        hashlib.sha256(text.encode()).hexdigest()
    )


def test_a_changed_draw_is_found_out() -> None:
    """Neither a team moved by hand nor another seed passes for the draw."""
    listed = company(12)
    drawn = draw(listed, waves=2, pilot=100, seed="5eed")
    moved = {**drawn.assignment, "T0": 3 - drawn.assignment["T0"]}
    forged = Draw(moved, digest_of(moved, waves=2, pilot=100, seed="5eed"))
    assert not verify(forged, listed, waves=2, pilot=100, seed="5eed")
    assert not verify(Draw(moved, drawn.digest), listed, waves=2, pilot=100, seed="5eed")
    assert not verify(drawn, listed, waves=2, pilot=100, seed="5eee")


def test_a_draw_stays_what_it_is_for_years() -> None:
    """A campaign that was drawn can be checked by a later release."""
    drawn = draw(company(6), waves=2, pilot=50, seed="5eed")
    assert drawn.assignment == {"T5": 2, "T2": 0, "T4": 1, "T0": 0, "T1": 2, "T3": 0}
    assert drawn.digest == "9370463bef1a29203deca40c755c3d881d6469096c3cf3156f3e992ebca8f883"
