"""The unit of work: all repositories over one transaction."""

from collections.abc import Sequence
from functools import cached_property

from storage.adaptations import StoredAdaptations
from storage.campaigns import StoredCampaigns
from storage.cards import StoredCards
from storage.cipher import Cipher
from storage.commitments import StoredCommitments
from storage.figures import StoredFigures
from storage.ledger import StoredLedger
from storage.moments import StoredMoments
from storage.offered_slots import StoredOfferedSlots
from storage.outbox import StoredOutbox
from storage.people import StoredPeople
from storage.placements import StoredPlacements
from storage.plans import StoredPlans
from storage.purge import StoredPurge
from storage.ratings import StoredRatings
from storage.records import StoredRecords
from storage.renewal import Renewal
from storage.roles import StoredRoles
from storage.scope import Scope
from storage.seen import StoredSeen
from storage.sessions import StoredSessions
from storage.stars import StoredStars
from storage.teams import StoredTeams
from storage.words import StoredWords


class Work:
    """All or nothing. It ends with its commit: nothing more can be read or written in it."""

    def __init__(self, scope: Scope, cipher: Cipher, lease: str, *, locks: bool) -> None:
        self._scope = scope
        self._cipher = cipher
        self._lease = lease
        self._locks = locks

    @cached_property
    def seen(self) -> StoredSeen:
        """Keys of events already handled."""
        return StoredSeen(self._scope)

    @cached_property
    def people(self) -> StoredPeople:
        """Coachees."""
        return StoredPeople(self._scope, self._cipher, locks=self._locks)

    @cached_property
    def sessions(self) -> StoredSessions:
        """Dialogues with their answers."""
        return StoredSessions(self._scope)

    @cached_property
    def cards(self) -> StoredCards:
        """Messages said."""
        return StoredCards(self._scope)

    @cached_property
    def outbox(self) -> StoredOutbox:
        """What is to be sent."""
        return StoredOutbox(self._scope, self._lease)

    @cached_property
    def words(self) -> StoredWords:
        """What people wrote."""
        return StoredWords(self._scope, self._cipher)

    @cached_property
    def commitments(self) -> StoredCommitments:
        """Commitments and their history."""
        return StoredCommitments(self._scope)

    @cached_property
    def plans(self) -> StoredPlans:
        """Action plans, their versions, and what was measured."""
        return StoredPlans(self._scope)

    @cached_property
    def teams(self) -> StoredTeams:
        """Teams with their check-ins."""
        return StoredTeams(self._scope, self._cipher, locks=self._locks)

    @cached_property
    def moments(self) -> StoredMoments:
        """What is due when."""
        return StoredMoments(self._scope, self._lease)

    @cached_property
    def ledger(self) -> StoredLedger:
        """The delivery ledger."""
        return StoredLedger(self._scope)

    @cached_property
    def ratings(self) -> StoredRatings:
        """Figures people gave."""
        return StoredRatings(self._scope)

    @cached_property
    def records(self) -> StoredRecords:
        """What happened, for indicators."""
        return StoredRecords(self._scope, self._cipher)

    @cached_property
    def campaigns(self) -> StoredCampaigns:
        """Campaigns, and whom they invite."""
        return StoredCampaigns(self._scope, self._cipher, locks=self._locks)

    @cached_property
    def figures(self) -> StoredFigures:
        """What was published of closed months."""
        return StoredFigures(self._scope, self._cipher)

    @cached_property
    def placements(self) -> StoredPlacements:
        """Where people are."""
        return StoredPlacements(self._scope, self._cipher)

    @cached_property
    def roles(self) -> StoredRoles:
        """Who may do what with campaigns."""
        return StoredRoles(self._scope)

    @cached_property
    def stars(self) -> StoredStars:
        """Themes that the company starred."""
        return StoredStars(self._scope)

    @cached_property
    def offered_slots(self) -> StoredOfferedSlots:
        """Weekly slots that the company offers first."""
        return StoredOfferedSlots(self._scope)

    @cached_property
    def adaptations(self) -> StoredAdaptations:
        """What the company changed because of figures."""
        return StoredAdaptations(self._scope)

    @cached_property
    def purge(self) -> StoredPurge:
        """What was kept long enough."""
        return StoredPurge(self._scope)

    @cached_property
    def renewal(self) -> Renewal:
        """What is encrypted, to be encrypted again."""
        return Renewal(self._scope, self._cipher)

    def ahead(self, moment_ids: Sequence[str]) -> None:
        """Read at once what carrying these moments begins with.

        People come first: what is read before their lock may be out of date once it is held.
        """
        coachee_ids = self.moments.owners(moment_ids)
        self.people.hold(coachee_ids)
        self.moments.ahead(coachee_ids)
        self.sessions.ahead(coachee_ids)
        self.commitments.ahead(coachee_ids)

    def commit(self) -> None:
        """Make it last; on SQLite it lasts once the job's caller is told."""
        self._scope.commit()
