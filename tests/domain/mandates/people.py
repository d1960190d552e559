"""Who asks for a mandate, grants it and acts under it, in the scenarios."""

from datetime import timedelta
from uuid import UUID

from domain.mandates.facts import MandateAsked, MandateEnded, MandateGranted, Wearer
from domain.mandates.words import Human, MandatePurpose, MandateScope, Reach
from domain.organisation.organisation import FOUNDER
from tests.domain.pathway.people import CCAS, MARCH_5, PASS

MANDATE = UUID(int=0xE1)
AUDITOR, COORDINATOR, ADMINISTRATOR = UUID(int=0xE2), UUID(int=0xE3), UUID(int=0xE4)
NETWORK = MandateScope(reach=Reach.NETWORK)
A_MONTH = timedelta(days=30)


def wearer(membership_id: UUID, organisation_id: UUID = FOUNDER) -> Wearer:
    human_id = UUID(int=membership_id.int + 0x100)
    return Wearer(membership_id=membership_id, organisation_id=organisation_id, human_id=human_id)


def human(membership_id: UUID, *others: UUID) -> Human:
    return Human(wearer(membership_id).human_id, frozenset({membership_id, *others}))


def asked(scope: MandateScope = NETWORK) -> MandateAsked:
    return MandateAsked(
        occurred_at=MARCH_5,
        mandate_id=MANDATE,
        auditor=wearer(AUDITOR, PASS),
        scope=scope,
        purpose=MandatePurpose.COMPLAINT,
        starts=MARCH_5,
        until=MARCH_5 + A_MONTH,
        asked_by=wearer(COORDINATOR, CCAS),
    )


GRANTED = MandateGranted(occurred_at=MARCH_5, mandate_id=MANDATE, granted_by=wearer(ADMINISTRATOR))
ENDED = MandateEnded(occurred_at=MARCH_5, mandate_id=MANDATE)
