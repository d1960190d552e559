"""One cell of the access matrix: a history, a viewer and something to see or to send."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from domain.access import CLASSES_OF_THE_LAW, Sight
from domain.data_classes import DataClass
from domain.kernel import DomainEvent, Fact
from domain.members import Member, MemberStatus, Profession, Role
from domain.pathway.grounds.facts import (
    CareTeamDeclared,
    ChildProtectionShared,
    EmergencyAccessTaken,
    InformationExchanged,
    ObjectionRaised,
    SharingConsentGiven,
    SharingConsentRefused,
    SharingConsentWithdrawn,
)
from domain.pathway.grounds.words import (
    Consent,
    EmergencyReason,
    FamilyInformed,
    Recipients,
    Scope,
    SharingPurpose,
    TeamBasis,
)
from domain.pathway.notes import NoteAdded
from domain.pathway.pathway import Pathway
from domain.pathway.referrals.facts import ReferralRejected, ReferralRequested
from domain.pathway.referrals.words import RefusedBy, RejectionReason, Service, Urgency
from domain.pathway.sharing.facts import OrganisationInvited, OrganisationJoined
from domain.refusals import DomainError
from tests.domain.pathway.people import CCAS, MARCH_4, MARCH_5, NOTE, PASS, RELAIS, opened
from tests.domain.scenario import PATHWAY, known

VIEWER, COLLEAGUE = UUID(int=0xA1), UUID(int=0xA2)
AN_ID = UUID(int=0xB1)
EARLY, LATE = 1, 99  # versions, before and after any exchange
OPEN_TO_CHILD_PROTECTION = replace(CLASSES_OF_THE_LAW, child_protection=True)


@dataclass(frozen=True)
class Cell:
    profession: Profession
    role: Role
    place: str
    ground: str
    consent: str
    data_class: DataClass
    action: str = "read"

    def answer(self) -> str:
        return "yes" if self.allowed() else "no"

    def allowed(self) -> bool:
        pathway = history(self.place, self.ground, self.consent, self.data_class)
        return self._may_send(pathway) if self.action == "refer" else self._sees(pathway)

    def _sees(self, pathway: Pathway) -> bool:
        rules = OPEN_TO_CHILD_PROTECTION if self.ground == "protection_on" else CLASSES_OF_THE_LAW
        sight = Sight(pathway, self.viewer(), rules, MARCH_5)
        return sight.of(self.event()) is not None

    def _may_send(self, pathway: Pathway) -> bool:
        try:
            pathway.must_be_allowed_to_receive(
                CCAS, classes=[self.data_class], purpose=SharingPurpose.SUPPORT, at=MARCH_5
            )
        except DomainError:
            return False
        return True

    def viewer(self) -> Member:
        return Member(
            id=VIEWER,
            organisation_id=CCAS,
            profession=self.profession,
            status=MemberStatus.VOLUNTEER,
            roles=frozenset({self.role}),
        )

    def event(self) -> DomainEvent:
        fact: Fact = opened()
        if self.data_class is not DataClass.IDENTITY:
            fact = NoteAdded(
                occurred_at=MARCH_4,
                data_class=self.data_class,
                note_id=NOTE,
                written_by=RELAIS,
                text="...",
            )
        return DomainEvent(
            PATHWAY,
            LATE if self.ground == "exchange_later" else EARLY,
            fact,
            actor_id=VIEWER if self.ground == "own_act" else None,
        )


def history(place: str, ground: str, consent: str, data_class: DataClass) -> Pathway:
    return known(*facts_of(place, ground, consent, data_class))


def facts_of(place: str, ground: str, consent: str, data_class: DataClass) -> Iterator[Fact]:
    """What was recorded before somebody looks."""
    yield opened()
    yield from _place(place)
    yield from _ground(ground, data_class)
    yield from _consent(consent, data_class)


def written_by_hand() -> Iterator[tuple[Cell, str, str]]:
    """Each cell of `cells.txt`, its answer and the sentence that gives it."""
    for line in (Path(__file__).parent / "cells.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            who, place, ground, consent, data_class, action, answer, why = (
                part.strip() for part in line.split("|")
            )
            profession, _, role = who.partition("/")
            cell = Cell(
                Profession(profession.strip()),
                Role(role.strip() or "caseworker"),
                place,
                ground,
                consent,
                DataClass(data_class),
                action,
            )
            yield cell, answer, why


def _place(place: str) -> Iterator[Fact]:
    if place in {"invited", "declared"}:
        yield from _invited(declared=place == "declared")
    elif place in {"referred", "let_go", "stays"}:
        yield from _referred(place)
    elif place != "outside":
        yield OrganisationJoined(occurred_at=MARCH_4, joined_id=CCAS, in_care_team=place == "team")


def _invited(*, declared: bool) -> Iterator[Fact]:
    """Invited and accepted; the care team is another act."""
    yield OrganisationInvited(
        occurred_at=MARCH_4, invited_id=CCAS, invited_by=RELAIS, in_care_team=False
    )
    yield OrganisationJoined(occurred_at=MARCH_4, joined_id=CCAS, in_care_team=False)
    if declared:
        yield CareTeamDeclared(
            occurred_at=MARCH_4, organisation_id=CCAS, basis=TeamBasis.RECOGNISED_BY_PERSON
        )


def _referred(place: str) -> Iterator[Fact]:
    """Let in by a referral; let go when it was rejected, unless it was invited too."""
    yield ReferralRequested(
        occurred_at=MARCH_4,
        referral_id=AN_ID,
        requested_by=RELAIS,
        target_id=CCAS,
        service=Service.DOMICILIATION,
        urgency=Urgency.ROUTINE,
    )
    yield OrganisationJoined(
        occurred_at=MARCH_4, joined_id=CCAS, for_referral=AN_ID, in_care_team=False
    )
    if place == "stays":
        yield OrganisationJoined(occurred_at=MARCH_4, joined_id=CCAS, in_care_team=False)
    if place != "referred":
        yield ReferralRejected(
            occurred_at=MARCH_4,
            referral_id=AN_ID,
            rejected_by=CCAS,
            refused_by=RefusedBy.SERVICE,
            reason=RejectionReason.NO_CAPACITY,
        )


def _ground(ground: str, data_class: DataClass) -> Iterator[Fact]:
    match ground:
        case "exchange" | "exchange_later" | "exchange_another":
            named = COLLEAGUE if ground == "exchange_another" else VIEWER
            yield InformationExchanged(
                occurred_at=MARCH_4,
                data_class=data_class.raised_to(DataClass.SOCIAL),
                exchange_id=AN_ID,
                exchanged_by=RELAIS,
                with_members=(named,),
                classes=(data_class,),
            )
        case "protection" | "protection_on":
            yield ChildProtectionShared(
                occurred_at=MARCH_4,
                sharing_id=AN_ID,
                with_members=(VIEWER,),
                family=FamilyInformed.INFORMED,
            )
        case "emergency" | "emergency_over":
            over = ground == "emergency_over"
            taken = MARCH_5 - timedelta(hours=3 if over else 2)
            yield EmergencyAccessTaken(
                occurred_at=taken,
                access_id=AN_ID,
                member_id=VIEWER,
                of_organisation=CCAS,
                reason=EmergencyReason.UNCONSCIOUS,
                words="Malaise.",
                until=taken + timedelta(hours=3),
            )


def _consent(consent: str, data_class: DataClass) -> Iterator[Fact]:
    objected = {"objected": (None, VIEWER), "objected_organisation": (CCAS, None)}
    if consent in objected:
        organisation_id, member_id = objected[consent]
        yield ObjectionRaised(
            occurred_at=MARCH_4,
            objection_id=AN_ID,
            organisation_id=organisation_id,
            member_id=member_id,
        )
    elif consent == "refused":
        yield SharingConsentRefused(
            occurred_at=MARCH_4, data_class=DataClass.PROTECTION, scope=_scope(consent, data_class)
        )
    elif consent != "none":
        yield from _given(consent, data_class)


def _given(consent: str, data_class: DataClass) -> Iterator[Fact]:
    yield SharingConsentGiven(
        occurred_at=MARCH_4,
        data_class=DataClass.PROTECTION,
        consent_id=AN_ID,
        consent=Consent(
            scope=_scope(consent, data_class),
            starts=MARCH_5 + timedelta(seconds=1) if consent == "not_yet" else None,
            until=MARCH_5 if consent == "expired" else None,
        ),
    )
    if consent == "withdrawn":
        yield SharingConsentWithdrawn(
            occurred_at=MARCH_5, data_class=DataClass.PROTECTION, consent_id=AN_ID
        )


def _scope(consent: str, data_class: DataClass) -> Scope:
    recipients = {
        "to_member": Recipients(members=(VIEWER,)),
        "to_colleague": Recipients(members=(COLLEAGUE,)),
        "to_another": Recipients(organisations=(PASS,)),
    }.get(consent, Recipients(organisations=(CCAS,)))
    others = tuple(each for each in DataClass if each is not data_class)
    return Scope(
        recipients=recipients, classes=others if consent == "other_class" else (data_class,)
    )
