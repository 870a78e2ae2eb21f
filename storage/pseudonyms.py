"""The names under which records speak of people and things."""

from storage.cipher import Cipher
from storage.noted import person_names


class Pseudonyms:
    """Names under the newest key; each is made once."""

    def __init__(self, cipher: Cipher) -> None:
        self._cipher = cipher
        self._people: dict[str, str] = {}

    def person(self, coachee_id: str) -> str:
        """Name a person."""
        if coachee_id not in self._people:
            self._people[coachee_id] = person_names(self._cipher, coachee_id)[0]
        return self._people[coachee_id]

    def team(self, team_id: str) -> str:
        """Name a team, where what is told is nobody's in it."""
        return self._cipher.pseudonym(f"team:{team_id}")

    def session(self, session_id: str) -> str:
        """Name a session."""
        return self._cipher.pseudonym(f"session:{session_id}")

    def commitment(self, commitment_id: str) -> str:
        """Name a commitment."""
        return self._cipher.pseudonym(f"commitment:{commitment_id}")

    def prompt(self, key: str) -> str:
        """Name an occurrence of the delivery ledger, whose key may hold a person's id."""
        return self._cipher.pseudonym(f"prompt:{key}")

    def blocker(self, blocker_id: str) -> str:
        """Name a blocker of a team."""
        return self._cipher.pseudonym(f"blocker:{blocker_id}")
