"""Every ground is made by a fact, and it is the right one."""

from datetime import timedelta
from uuid import UUID

import pytest

from domain.access import CLASSES_OF_THE_LAW, Ground, Sight
from domain.data_classes import DataClass
from domain.kernel import DomainEvent, Fact
from domain.making import made_by
from domain.members import Profession
from domain.pathway.grounds.facts import (
    CareTeamDeclared,
    ChildProtectionShared,
    EmergencyAccessTaken,
    InformationExchanged,
    SharingConsentGiven,
)
from domain.pathway.grounds.words import (
    Consent,
    EmergencyReason,
    FamilyInformed,
    Recipients,
    Scope,
    TeamBasis,
)
from domain.pathway.notes import NoteAdded
from domain.pathway.pathway import Pathway
from domain.pathway.sharing.facts import OrganisationJoined, OrganisationLeft
from tests.domain.access.cells import OPEN_TO_CHILD_PROTECTION
from tests.domain.pathway.people import CCAS, MARCH_4, MARCH_5, NOTE, RELAIS, opened
from tests.domain.scenario import PATHWAY
from tests.domain.test_access import member

SOCIAL = DataClass.SOCIAL
NURSE = member(Profession.NURSE)
JOINED = OrganisationJoined(occurred_at=MARCH_4, joined_id=CCAS)
IN_CIRCLE = OrganisationJoined(occurred_at=MARCH_4, joined_id=CCAS, in_care_team=False)
LEFT = OrganisationLeft(occurred_at=MARCH_4, left_id=CCAS)
DECLARED = CareTeamDeclared(occurred_at=MARCH_4, organisation_id=CCAS, basis=TeamBasis.COORDINATION)
SAID = NoteAdded(
    occurred_at=MARCH_4, data_class=SOCIAL, note_id=NOTE, written_by=RELAIS, text="..."
)


def consent(number: int, **bounds: object) -> SharingConsentGiven:
    scope = Scope(recipients=Recipients(organisations=(CCAS,)), classes=(SOCIAL,))
    return SharingConsentGiven(
        occurred_at=MARCH_4,
        consent_id=UUID(int=number),
        consent=Consent.model_validate({"scope": scope, **bounds}),
    )


def exchange(number: int, *classes: DataClass) -> InformationExchanged:
    return InformationExchanged(
        occurred_at=MARCH_4,
        exchange_id=UUID(int=number),
        exchanged_by=RELAIS,
        with_members=(NURSE.id,),
        classes=classes,
    )


def emergency(number: int, *, hours_ago: int) -> EmergencyAccessTaken:
    taken = MARCH_5 - timedelta(hours=hours_ago)
    return EmergencyAccessTaken(
        occurred_at=taken,
        access_id=UUID(int=number),
        member_id=NURSE.id,
        of_organisation=CCAS,
        reason=EmergencyReason.UNCONSCIOUS,
        words="Malaise.",
        until=taken + timedelta(hours=3),
    )


PROTECTED = ChildProtectionShared(
    occurred_at=MARCH_4,
    sharing_id=UUID(int=1),
    with_members=(NURSE.id,),
    family=FamilyInformed.INFORMED,
)


@pytest.mark.parametrize(
    ("ground", "facts", "made"),
    [
        (Ground.CARE_TEAM, (opened(), JOINED, SAID), JOINED),
        (Ground.CARE_TEAM, (opened(), IN_CIRCLE, DECLARED, SAID), DECLARED),
        (Ground.CARE_TEAM, (opened(), JOINED, LEFT, IN_CIRCLE, DECLARED, SAID), DECLARED),
        (
            Ground.CONSENT,
            (opened(), IN_CIRCLE, consent(1), consent(2, until=MARCH_5), SAID),
            consent(1),
        ),
        (
            Ground.EXCHANGE,
            (opened(), IN_CIRCLE, exchange(1, SOCIAL), SAID, exchange(2, SOCIAL)),
            exchange(2, SOCIAL),
        ),
        (Ground.CHILD_PROTECTION, (opened(), IN_CIRCLE, PROTECTED, SAID), PROTECTED),
        (
            Ground.VITAL_EMERGENCY,
            (opened(), SAID, emergency(1, hours_ago=1), emergency(2, hours_ago=4)),
            emergency(1, hours_ago=1),
        ),
    ],
)
def test_the_fact_that_made_a_ground_is_named(
    ground: Ground, facts: tuple[Fact, ...], made: Fact
) -> None:
    empty = Pathway(PATHWAY)
    history = empty.next(facts)
    (seen,) = [event for event in history if event.fact is SAID]
    sight = Sight(empty.after(history), NURSE, OPEN_TO_CHILD_PROTECTION, MARCH_5)
    assert sight.of(seen) is ground
    found = made_by(sight, ground, seen, history)
    assert found is not None
    assert found.fact == made


def test_what_somebody_did_is_its_own_reason() -> None:
    seen = DomainEvent(PATHWAY, 3, SAID, actor_id=NURSE.id)
    sight = Sight(Pathway(PATHWAY), NURSE, CLASSES_OF_THE_LAW, MARCH_5)
    assert made_by(sight, Ground.OWN_ACT, seen, []) is seen
    assert made_by(sight, Ground.AUDIT_MANDATE, seen, []) is None
