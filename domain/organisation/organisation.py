"""An organisation of the network; the root only composes its parts."""

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.kernel import Aggregate, readers_of
from domain.members import Member
from domain.organisation.agreements import Agreements, NoAgreementInForce
from domain.organisation.caseloads import Caseloads
from domain.organisation.enrolment import Enrolment
from domain.organisation.registration import OrganisationUnknown, Registration
from domain.organisation.screening.anonymous import AnonymousTests
from domain.organisation.screening.authorisations import Authorisations
from domain.organisation.screening.lots import Lots
from domain.organisation.screening.operators import Operators

# The organisation that founds a network has this id in each: a network is founded once.
FOUNDER = UUID("c02dee00-0000-4000-8000-000000000001")


@dataclass(frozen=True, slots=True)
class Organisation(Aggregate):
    registration: Registration = field(default_factory=Registration)
    agreements: Agreements = field(default_factory=Agreements)
    enrolment: Enrolment = field(default_factory=Enrolment)
    caseloads: Caseloads = field(default_factory=Caseloads)
    screening_authorisations: Authorisations = field(default_factory=Authorisations)
    operators: Operators = field(default_factory=Operators)
    kit_lots: Lots = field(default_factory=Lots)
    anonymous_tests: AnonymousTests = field(default_factory=AnonymousTests)

    readers: ClassVar = readers_of(
        registration=Registration,
        agreements=Agreements,
        enrolment=Enrolment,
        caseloads=Caseloads,
        screening_authorisations=Authorisations,
        operators=Operators,
        kit_lots=Lots,
        anonymous_tests=AnonymousTests,
    )

    def must_be_registered(self) -> None:
        """Refuse when nothing was ever registered under this id.

        Raises:
            OrganisationUnknown: there is no such organisation.
        """
        if self.registration.description is None:
            raise OrganisationUnknown

    def must_be_partner(self, day: date) -> None:
        """Refuse an organisation that may not take part that day.

        Raises:
            OrganisationUnknown: there is no such organisation.
            NoAgreementInForce: none of its agreements covers that day.
        """
        self.must_be_registered()
        if not self.agreements.in_force(day):
            raise NoAgreementInForce

    def member(self, membership_id: UUID) -> Member:
        """A present member, as they act.

        Raises:
            MemberUnknown: there is none under this id.
            AlreadyLeft: they have left.
        """
        hat = self.enrolment.present(membership_id).hat
        return Member(
            id=membership_id,
            organisation_id=self.id,
            profession=hat.profession,
            status=hat.status,
            roles=frozenset(hat.roles),
        )
