"""One cell of what an auditor reads: a mandate, a pathway, and something that was said."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from domain.auditing import AuditSight
from domain.data_classes import DataClass
from domain.kernel import DomainEvent, Fact
from domain.mandates.register import REGISTER, Register
from domain.mandates.words import MandateScope, Reach
from domain.members import Member, MemberStatus, Profession, Role
from domain.pathway.grounds.facts import ObjectionRaised
from domain.pathway.notes import NoteAdded
from tests.domain.mandates.people import A_MONTH, AUDITOR, ENDED, GRANTED, NETWORK, asked
from tests.domain.pathway.people import CCAS, MARCH_5, NOTE, PASS, RELAIS, opened
from tests.domain.scenario import PATHWAY, known

AT = MARCH_5 + timedelta(hours=1)
REACHES = {
    "network": NETWORK,
    "pathway": MandateScope(reach=Reach.PATHWAYS, ids=(PATHWAY,)),
    "another": MandateScope(reach=Reach.PATHWAYS, ids=(UUID(int=0xF1),)),
    "ccas": MandateScope(reach=Reach.ORGANISATIONS, ids=(CCAS,)),
    "pass": MandateScope(reach=Reach.ORGANISATIONS, ids=(PASS,)),
}


@dataclass(frozen=True)
class AuditCell:
    profession: Profession
    mandate: str
    seen_as: str
    objection: str
    data_class: DataClass
    role: Role = Role.AUDITOR

    def allowed(self) -> bool:
        return self.sight().of(self.event()) is not None

    def sight(self) -> AuditSight:
        empty = Register(REGISTER)
        register = empty.after(empty.next(_mandate(*self.mandate.split())))
        return AuditSight(
            known(opened(), *_objection(self.objection)),
            self.auditor(),
            register.mandates,
            AT,
            CCAS if self.seen_as == "ccas" else None,
        )

    def auditor(self) -> Member:
        return Member(
            id=AUDITOR,
            organisation_id=PASS,
            profession=self.profession,
            status=MemberStatus.EMPLOYEE,
            roles=frozenset({self.role}),
        )

    def event(self) -> DomainEvent:
        fact: Fact = opened()
        if self.data_class is not DataClass.IDENTITY:
            fact = NoteAdded(
                occurred_at=MARCH_5,
                data_class=self.data_class,
                note_id=NOTE,
                written_by=RELAIS,
                text="...",
            )
        return DomainEvent(PATHWAY, 1, fact)


def written_by_hand() -> Iterator[tuple[AuditCell, str, str]]:
    """Each cell of `audit_cells.txt`, its answer and the sentence that gives it."""
    for line in (Path(__file__).parent / "audit_cells.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            profession, mandate, seen_as, objection, data_class, answer, why = (
                part.strip() for part in line.split("|")
            )
            cell = AuditCell(
                Profession(profession), mandate, seen_as, objection, DataClass(data_class)
            )
            yield cell, answer, why


def _mandate(state: str, reach: str = "network") -> Iterator[Fact]:
    if state == "none":
        return
    said = asked(REACHES[reach])
    if state == "later":
        said = said.model_copy(update={"starts": AT + timedelta(days=1)})
    if state == "over":
        said = said.model_copy(update={"starts": MARCH_5 - A_MONTH, "until": AT})
    yield said
    if state != "asked":
        yield GRANTED
    if state == "ended":
        yield ENDED


def _objection(objection: str) -> Iterator[Fact]:
    if objection != "none":
        yield ObjectionRaised(
            occurred_at=MARCH_5,
            objection_id=UUID(int=0xF2),
            organisation_id=PASS if objection == "organisation" else None,
            member_id=AUDITOR if objection == "member" else None,
        )
