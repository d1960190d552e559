"""The referrals of a box, in words, and what can be done with each."""

from dataclasses import dataclass
from uuid import UUID

from api.console.day.acting import referral_acts
from api.console.day.line import Act
from api.console.day.naming import called
from api.console.day.speaking import Speaking
from api.http.lists import ReferralEntryShown
from domain.pathway.referrals.words import Urgency

HERE = "/referrals"
GOING_ON = ("acceptance", "rejection", "start", "completion", "chase")


@dataclass(frozen=True, slots=True)
class ReferralShown:
    pathway_id: UUID
    referral_id: UUID
    person: str
    service: str
    other: str  # the organisation or service on the other side
    urgency: str  # empty: routine
    state: str
    holder: str  # whose turn it is; empty: nobody's
    is_ours: bool  # the next step
    since: str
    acts: tuple[Act, ...]  # that go on with it
    others: tuple[Act, ...]  # that end it otherwise


def shown(speaking: Speaking, entry: ReferralEntryShown) -> ReferralShown:
    acts = referral_acts(speaking, entry, back=HERE)
    return ReferralShown(
        pathway_id=entry.pathway_id,
        referral_id=entry.referral_id,
        person=called(entry.person),
        service=speaking.label(entry.service) if entry.service else speaking.gettext("Referral"),
        other=entry.outside_service or speaking.organisation(entry.other_id),
        urgency="" if entry.urgency is Urgency.ROUTINE else speaking.label(entry.urgency),
        state=speaking.label(entry.state),
        holder=speaking.organisation(entry.holder_id),
        is_ours=entry.holder_id == speaking.visit.by.organisation_id,
        since=speaking.since(entry.since),
        acts=tuple(one for one in acts if goes_on(one)),
        others=tuple(one for one in acts if not goes_on(one)),
    )


def goes_on(act: Act) -> bool:
    """Whether it is what one does when all goes well, or an answer."""
    return act.path.partition("?")[0].endswith(GOING_ON)
