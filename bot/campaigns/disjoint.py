"""Of each person what is private counts in the figures of one campaign at a time.

With two audiences that differ by one person, one figure subtracted from the other would be about
that person, and bands only make it take longer: people can be added one by one until a band
changes, and more audiences than two can be combined (coaching 5.5, rules 3 to 5; groups of groups
are no safer than pairs). So the campaign launched first tells its figures, and one that shares
anybody with it tells none while the first is under way, and as long after as what was private
then may still be so: somebody who said stop is erased after that time.
"""

from bot.campaigns.content import Campaign
from bot.ports import UnitOfWork
from bot.visibility import STOPPED_KEPT


def may_tell(uow: UnitOfWork, campaign: Campaign) -> bool:
    """Tell whether the figures of a campaign about what is private may be told."""
    before = [one.id for one in uow.campaigns.all() if _comes_first(one, campaign)]
    return not uow.campaigns.shared(campaign.id, before)


def _comes_first(other: Campaign, campaign: Campaign) -> bool:
    if other.launched_at is None or campaign.launched_at is None:
        return False
    if (other.launched_at, other.id) >= (campaign.launched_at, campaign.id):
        return False
    return other.closed_at is None or other.closed_at + STOPPED_KEPT > campaign.launched_at
