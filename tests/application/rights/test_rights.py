"""Each use case of rights once, on the road that leads to it."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from application.rights.appeal_refusal import AppealRefusal, appeal_refusal
from application.rights.apply_for_right import ApplyForRight, apply_for_right
from application.rights.collect_document import CollectDocument, collect_document
from application.rights.correct_right import CorrectRight, correct_right
from application.rights.decide_appeal import DecideAppeal, decide_appeal
from application.rights.declare_file_complete import (
    DeclareFileComplete,
    declare_file_complete,
)
from application.rights.declare_file_incomplete import (
    DeclareFileIncomplete,
    declare_file_incomplete,
)
from application.rights.declare_right_open import DeclareRightOpen, declare_right_open
from application.rights.end_right import EndRight, end_right
from application.rights.enter_right_in_error import EnterRightInError, enter_right_in_error
from application.rights.expire_right import ExpireRight, expire_right
from application.rights.file_application import FileApplication, file_application
from application.rights.file_renewal import FileRenewal, file_renewal
from application.rights.open_right import OpenRight, open_right
from application.rights.reach_implied_decision import (
    ReachImpliedDecision,
    reach_implied_decision,
)
from application.rights.record_non_take_up import RecordNonTakeUp, record_non_take_up
from application.rights.refuse_right import RefuseRight, refuse_right
from application.rights.reject_document import RejectDocument, reject_document
from application.rights.renew_right import RenewRight, renew_right
from application.rights.restore_right import RestoreRight, restore_right
from application.rights.suspend_right import SuspendRight, suspend_right
from application.rights.withdraw_right_end import WithdrawRightEnd, withdraw_right_end
from domain.members import Member, Profession
from domain.organisation.organisation import FOUNDER
from domain.pathway.rights.facts import RightNonTakeUpRecorded
from domain.pathway.rights.right import Right, Stage
from domain.rights.periods import Period
from domain.rights.schemes import (
    AppealStep,
    Decision,
    Document,
    DocumentRejection,
    EndReason,
    NonTakeUp,
    RefusalReason,
    Scheme,
    SuspensionReason,
)
from tests.application.network import Town

FILED_ON = date(2026, 3, 10)
FIRST, LAST = date(2026, 4, 1), date(2027, 3, 31)


class Case:
    """A pathway on which one right is followed."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.worker: Member = town.enrolled(FOUNDER, Profession.SOCIAL_WORKER)
        self.pathway_id: UUID = town.opened_by(self.worker)
        self.right_id = UUID(int=0)

    def does(self, use_case: Any, command: Any) -> None:
        use_case(self.town.network, command, self.worker)

    def applies(self, scheme: Scheme) -> None:
        command = ApplyForRight(pathway_id=self.pathway_id, scheme=scheme, documents=())
        self.right_id = command.right_id
        self.does(apply_for_right, command)
        self.does(file_application, FileApplication(**self.about, on=FILED_ON))

    def has(self, scheme: Scheme) -> None:
        command = DeclareRightOpen(
            pathway_id=self.pathway_id, scheme=scheme, starts_on=FIRST, ends_on=LAST
        )
        self.right_id = command.right_id
        self.does(declare_right_open, command)

    @property
    def about(self) -> dict[str, Any]:
        return {"pathway_id": self.pathway_id, "right_id": self.right_id}

    def right(self) -> Right:
        return self.town.pathway(self.pathway_id).rights.right(self.right_id)


@pytest.fixture
def case(town: Town) -> Case:
    return Case(town)


def test_a_lost_document_is_missing_again(case: Case) -> None:
    case.applies(Scheme.PUMA)
    case.does(
        declare_file_incomplete,
        DeclareFileIncomplete(**case.about, on=FILED_ON, missing=(Document.IDENTITY,)),
    )
    case.does(
        collect_document,
        CollectDocument(**case.about, document=Document.IDENTITY, on=FILED_ON),
    )
    assert case.right().missing(on=FILED_ON) == ()
    case.does(
        reject_document,
        RejectDocument(**case.about, document=Document.IDENTITY, reason=DocumentRejection.LOST),
    )
    assert case.right().missing(on=FILED_ON) == (Document.IDENTITY,)


def test_a_refusal_is_appealed_and_the_right_opened(case: Case) -> None:
    case.applies(Scheme.AAH)
    case.does(declare_file_complete, DeclareFileComplete(**case.about, on=FILED_ON))
    case.does(
        refuse_right,
        RefuseRight(**case.about, on=date(2026, 5, 1), reason=RefusalReason.MEDICAL_OPINION),
    )
    assert case.right().stage is Stage.REFUSED
    case.does(
        appeal_refusal,
        AppealRefusal(**case.about, on=date(2026, 6, 1), step=AppealStep.PRIOR),
    )
    case.does(
        decide_appeal,
        DecideAppeal(**case.about, on=date(2026, 7, 1), decision=Decision.GRANTED),
    )
    case.does(open_right, OpenRight(**case.about, starts_on=FIRST))
    assert case.right().periods[0].ends_on is None


def test_a_clock_notes_a_silence_by_nobody(case: Case) -> None:
    case.applies(Scheme.DOMICILIATION)
    command = ReachImpliedDecision(**case.about, on=date(2026, 5, 11))
    reach_implied_decision(case.town.network, command, None)
    assert case.right().stage is Stage.REFUSED


def test_a_right_is_renewed(case: Case) -> None:
    case.has(Scheme.C2S)
    case.does(file_renewal, FileRenewal(**case.about, on=date(2026, 12, 15)))
    case.does(renew_right, RenewRight(**case.about, starts_on=date(2027, 4, 1)))
    assert case.right().last_day == date(2028, 3, 31)


def test_a_right_is_suspended_and_restored(case: Case) -> None:
    case.has(Scheme.RSA)
    case.does(
        suspend_right,
        SuspendRight(
            **case.about, on=date(2026, 6, 1), reason=SuspensionReason.DECLARATION_MISSING
        ),
    )
    assert case.right().stage is Stage.SUSPENDED
    case.does(restore_right, RestoreRight(**case.about, on=date(2026, 7, 1)))
    assert case.right().stage is Stage.OPEN


def test_a_clock_notes_a_term_by_nobody_and_its_gap(case: Case) -> None:
    case.has(Scheme.C2S)
    before = case.town.pathway(case.pathway_id).version
    command = ExpireRight(**case.about, today=date(2027, 4, 1))
    expired = expire_right(case.town.network, command, None)
    assert case.right().stage is Stage.ENDED
    assert expired.version == before + 2


def test_an_end_is_withdrawn_and_dates_corrected(case: Case) -> None:
    case.has(Scheme.RSA)
    case.does(end_right, EndRight(**case.about, on=date(2026, 6, 1), reason=EndReason.PERSON_ASKED))
    case.does(withdraw_right_end, WithdrawRightEnd(**case.about))
    case.does(
        correct_right,
        CorrectRight(
            **case.about, period_starts_on=FIRST, starts_on=FIRST, ends_on=date(2027, 6, 30)
        ),
    )
    version = case.town.pathway(case.pathway_id).version
    assert case.right().periods == (Period(FIRST, date(2027, 6, 30), version),)


def test_a_right_entered_in_error_is_gone(case: Case) -> None:
    case.has(Scheme.RSA)
    case.does(enter_right_in_error, EnterRightInError(**case.about))
    assert case.town.pathway(case.pathway_id).rights.by_id == {}


def test_a_right_that_is_not_taken_up_is_noted(case: Case) -> None:
    command = RecordNonTakeUp(
        pathway_id=case.pathway_id, scheme=Scheme.C2S, kind=NonTakeUp.NOT_ASKED
    )
    case.does(record_non_take_up, command)
    fact = case.town.network.log.stream(case.pathway_id)[-1].fact
    assert isinstance(fact, RightNonTakeUpRecorded)
    assert fact.kind is NonTakeUp.NOT_ASKED
    assert fact.rule_version == "rights-2026"
