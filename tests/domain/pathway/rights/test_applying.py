from datetime import date
from typing import Any

import pytest

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.pathway import Pathway
from domain.pathway.rights import facts as said
from domain.pathway.rights.refusals import (
    AlreadyFiled,
    DocumentAlreadyRequired,
    DocumentMissing,
    DocumentNotCollected,
    DocumentOutOfDate,
    FileAlreadyComplete,
    NothingFiled,
    PaperNotAccepted,
    RightAlreadyKnown,
    RightEnded,
    RightNotOpen,
    RightUnknown,
)
from domain.pathway.rights.right import Stage
from domain.rights.schemes import Document, DocumentRejection, EndReason, Scheme
from tests.domain.pathway.people import MARCH_5, opened
from tests.domain.pathway.rights.examples import (
    ASKED_C2S,
    FILED,
    FILED_ON,
    LAST,
    OPEN_C2S,
    OTHER_RIGHT,
    REFUSED,
    RIGHT,
    RULES,
    collected,
    expired,
    held,
    of_right,
    started,
)
from tests.domain.scenario import given, known

REQUIRED = of_right(said.SupportingDocumentRequired, document=Document.RESIDENCE)
COLLECTED = collected(Document.RESIDENCE)
LOST = of_right(
    said.SupportingDocumentRejected, document=Document.RESIDENCE, reason=DocumentRejection.LOST
)
INCOMPLETE = of_right(said.FileDeclaredIncomplete, on=FILED_ON, missing=(Document.BANK_DETAILS,))
COMPLETE = of_right(said.FileDeclaredComplete, on=FILED_ON)
RENEWAL = of_right(said.RenewalFiled, on=date(2026, 12, 15), in_time=True)
AME = {"data_class": DataClass.STATUS}


def start(
    pathway: Pathway, *, scheme: Scheme = Scheme.AME, documents: tuple[Document, ...] | None = None
) -> Fact:
    return pathway.rights.start(
        right_id=RIGHT, scheme=scheme, documents=documents, rules=RULES, at=MARCH_5
    )


def require(pathway: Pathway) -> Fact:
    return pathway.rights.require_document(
        right_id=RIGHT, document=Document.RESIDENCE, rules=RULES, at=MARCH_5
    )


def collect(pathway: Pathway, **content: Any) -> Fact:
    about: dict[str, Any] = {"document": Document.RESIDENCE, "on": FILED_ON, **content}
    return pathway.rights.collect_document(right_id=RIGHT, rules=RULES, at=MARCH_5, **about)


def reject(pathway: Pathway) -> Fact:
    return pathway.rights.reject_document(
        right_id=RIGHT,
        document=Document.RESIDENCE,
        reason=DocumentRejection.LOST,
        rules=RULES,
        at=MARCH_5,
    )


def file(pathway: Pathway, *, despite_missing: bool = False) -> Fact:
    return pathway.rights.file(
        right_id=RIGHT, despite_missing=despite_missing, rules=RULES, on=FILED_ON, at=MARCH_5
    )


def file_renewal(pathway: Pathway, *, on: date = date(2026, 12, 15)) -> Fact:
    return pathway.rights.file_renewal(right_id=RIGHT, rules=RULES, on=on, at=MARCH_5)


def declare_incomplete(pathway: Pathway) -> Fact:
    return pathway.rights.declare_incomplete(
        right_id=RIGHT,
        missing=[Document.BANK_DETAILS, Document.BANK_DETAILS],
        rules=RULES,
        on=FILED_ON,
        at=MARCH_5,
    )


def declare_complete(pathway: Pathway) -> Fact:
    return pathway.rights.declare_complete(right_id=RIGHT, rules=RULES, on=FILED_ON, at=MARCH_5)


def test_an_application_asks_for_the_documents_of_the_rules() -> None:
    given(opened()).when(start).then(
        started(Scheme.AME, Document.IDENTITY, Document.RESIDENCE, Document.RESOURCES)
    )


def test_the_rules_ask_fewer_documents_of_a_minor() -> None:
    given(opened()).when(
        lambda pathway: pathway.rights.start(
            right_id=RIGHT, scheme=Scheme.AME, of_minor=True, rules=RULES, at=MARCH_5
        )
    ).then(started(Scheme.AME, Document.IDENTITY, Document.RESOURCES))


def test_an_application_may_ask_for_other_documents() -> None:
    asked = (Document.IDENTITY, Document.IDENTITY)
    given(opened()).when(lambda pathway: start(pathway, documents=asked)).then(
        started(Scheme.AME, Document.IDENTITY)
    )
    given(opened()).when(lambda pathway: start(pathway, documents=())).then(started(Scheme.AME))


@pytest.mark.parametrize(
    ("scheme", "data_class"),
    [
        (Scheme.PUMA, DataClass.SOCIAL),
        (Scheme.AME, DataClass.STATUS),
        (Scheme.DSUV, DataClass.STATUS),
        (Scheme.ALD, DataClass.HEALTH),
        (Scheme.AAH, DataClass.HEALTH),
        (Scheme.MATERNAL_CENTRE, DataClass.PROTECTION),
        (Scheme.OTHER, DataClass.SOCIAL),
    ],
)
def test_a_right_has_the_class_of_what_it_tells(scheme: Scheme, data_class: DataClass) -> None:
    fact = start(known(opened()), scheme=scheme)
    assert fact.data_class is data_class


def test_an_id_is_one_rights_and_a_scheme_may_be_asked_for_twice() -> None:
    given(opened(), started(Scheme.AME)).when(start).then_refused(RightAlreadyKnown)
    given(opened(), started(Scheme.AME)).when(
        lambda pathway: pathway.rights.start(
            right_id=OTHER_RIGHT, scheme=Scheme.AME, documents=(), rules=RULES, at=MARCH_5
        )
    ).then(started(Scheme.AME).model_copy(update={"right_id": OTHER_RIGHT}))


def test_every_fact_of_a_right_has_its_class() -> None:
    given(opened(), started(Scheme.AME)).when(require).then(REQUIRED.model_copy(update=AME))


def test_a_document_is_asked_for_once_until_it_is_there() -> None:
    given(opened(), started(Scheme.C2S)).when(require).then(REQUIRED)
    given(opened(), started(Scheme.C2S), REQUIRED).when(require).then_refused(
        DocumentAlreadyRequired
    )
    given(opened()).when(require).then_refused(RightUnknown)


def test_a_fresh_document_may_be_asked_for() -> None:
    history = (opened(), started(Scheme.C2S), REQUIRED, COLLECTED)
    given(*history).when(require).then(REQUIRED)
    given(*history, REQUIRED).when(file).then_refused(DocumentMissing)


def test_a_document_is_collected_whether_it_was_asked_for_or_not() -> None:
    given(opened(), started(Scheme.C2S)).when(collect).then(COLLECTED)
    given(opened()).when(collect).then_refused(RightUnknown)


def test_a_document_out_of_date_is_not_collected() -> None:
    eve = date(2026, 3, 9)
    given(opened(), started(Scheme.C2S)).when(
        lambda pathway: collect(pathway, valid_until=eve)
    ).then_refused(DocumentOutOfDate)
    given(opened(), started(Scheme.C2S)).when(
        lambda pathway: collect(pathway, valid_until=FILED_ON)
    ).then(collected(Document.RESIDENCE, valid_until=FILED_ON))


def test_the_rules_say_how_old_a_document_may_be() -> None:
    given(opened(), started(Scheme.AME)).when(
        lambda pathway: collect(pathway, issued_on=date(2025, 3, 9))
    ).then_refused(DocumentOutOfDate)
    given(opened(), started(Scheme.AME)).when(
        lambda pathway: collect(pathway, issued_on=date(2025, 3, 10))
    ).then(collected(Document.RESIDENCE, issued_on=date(2025, 3, 10), **AME))


def test_the_rules_say_which_paper_proves_nothing() -> None:
    given(opened(), started(Scheme.AME)).when(
        lambda pathway: collect(pathway, paper="travel_pass")
    ).then_refused(PaperNotAccepted)
    given(opened(), started(Scheme.AME)).when(
        lambda pathway: collect(pathway, paper="rent_receipt")
    ).then(collected(Document.RESIDENCE, paper="rent_receipt", **AME))


def test_a_rule_that_is_not_verified_turns_no_document_away() -> None:
    given(opened(), started(Scheme.AME)).when(
        lambda pathway: collect(
            pathway,
            document=Document.RESOURCES,
            paper="bank_statement",
            issued_on=date(2020, 1, 1),
        )
    ).then(collected(Document.RESOURCES, paper="bank_statement", issued_on=date(2020, 1, 1), **AME))


def test_only_a_collected_document_is_rejected() -> None:
    given(opened(), started(Scheme.C2S), COLLECTED).when(reject).then(LOST)
    given(opened(), started(Scheme.C2S)).when(reject).then_refused(DocumentNotCollected)
    given(opened(), started(Scheme.C2S), COLLECTED, LOST).when(reject).then_refused(
        DocumentNotCollected
    )
    given(opened()).when(reject).then_refused(RightUnknown)


@pytest.mark.parametrize(
    "history",
    [
        (REQUIRED,),
        (REQUIRED, COLLECTED, LOST),
        (REQUIRED, collected(Document.RESIDENCE, valid_until=date(2026, 3, 9))),
    ],
    ids=["never collected", "lost", "out of date since"],
)
def test_an_application_is_not_filed_while_a_required_document_is_missing(
    history: tuple[Fact, ...],
) -> None:
    given(opened(), started(Scheme.C2S), *history).when(file).then_refused(DocumentMissing)


def test_the_refusal_says_which_documents_are_missing() -> None:
    pathway = known(opened(), started(Scheme.C2S, Document.RESOURCES), REQUIRED)
    with pytest.raises(DocumentMissing) as refused:
        file(pathway)
    assert refused.value.documents == (Document.RESOURCES, Document.RESIDENCE)


def test_an_incomplete_application_is_filed_knowingly() -> None:
    given(opened(), started(Scheme.C2S), REQUIRED).when(
        lambda pathway: file(pathway, despite_missing=True)
    ).then(FILED.model_copy(update={"missing": (Document.RESIDENCE,)}))


def test_an_application_is_filed_once_every_required_document_is_there() -> None:
    given(opened(), started(Scheme.C2S), REQUIRED, COLLECTED).when(file).then(FILED)
    assert known(*ASKED_C2S).rights.right(RIGHT).stage is Stage.FILED


def test_an_application_is_filed_once() -> None:
    given(*ASKED_C2S).when(file).then_refused(AlreadyFiled)
    given(*OPEN_C2S).when(file).then_refused(AlreadyFiled)
    given(opened()).when(file).then_refused(RightUnknown)


def test_a_right_that_was_open_when_the_person_was_met_needs_no_application() -> None:
    given(opened(), held(Scheme.RSA, FILED_ON, None)).when(file).then_refused(AlreadyFiled)


def test_a_document_proves_until_its_last_day_included() -> None:
    until = collected(Document.RESIDENCE, valid_until=FILED_ON)
    given(opened(), started(Scheme.C2S), REQUIRED, until).when(file).then(FILED)


def test_the_service_says_what_it_misses() -> None:
    given(*ASKED_C2S).when(declare_incomplete).then(INCOMPLETE)
    given(opened(), started(Scheme.C2S)).when(declare_incomplete).then_refused(NothingFiled)
    missing = known(*ASKED_C2S, INCOMPLETE).rights.right(RIGHT).missing(on=FILED_ON)
    assert missing == (Document.BANK_DETAILS,)


def test_a_file_is_complete_until_the_service_misses_something() -> None:
    given(*ASKED_C2S).when(declare_complete).then(COMPLETE)
    given(*ASKED_C2S, COMPLETE).when(declare_complete).then_refused(FileAlreadyComplete)
    given(*ASKED_C2S, COMPLETE, INCOMPLETE).when(declare_complete).then(COMPLETE)
    given(*ASKED_C2S, REFUSED).when(declare_complete).then_refused(NothingFiled)


@pytest.mark.parametrize(
    ("on", "in_time"),
    [
        (date(2026, 11, 29), False),
        (date(2026, 11, 30), True),  # 4 months before 31 March 2027: there is no 31 November
        (date(2027, 1, 31), True),  # 2 months before
        (date(2027, 2, 1), False),
    ],
)
def test_a_renewal_is_filed_inside_its_window_or_late(on: date, in_time: bool) -> None:
    given(*OPEN_C2S).when(lambda pathway: file_renewal(pathway, on=on)).then(
        RENEWAL.model_copy(update={"on": on, "in_time": in_time})
    )


def test_whether_a_renewal_is_in_time_is_not_said_without_a_certain_rule() -> None:
    ame = (
        opened(),
        started(Scheme.AME),
        FILED.model_copy(update=AME),
        OPEN_C2S[-1].model_copy(update=AME),
    )
    given(*ame).when(file_renewal).then(
        RENEWAL.model_copy(update={"in_time": None, "data_class": DataClass.STATUS})
    )


def test_only_a_right_that_was_open_is_renewed() -> None:
    given(*ASKED_C2S).when(file_renewal).then_refused(RightNotOpen)
    given(opened()).when(file_renewal).then_refused(RightUnknown)
    given(*OPEN_C2S, expired(date(2026, 6, 1), EndReason.HOUSED)).when(file_renewal).then_refused(
        RightEnded
    )


def test_a_right_past_its_term_may_still_be_renewed() -> None:
    late = date(2027, 4, 15)
    given(*OPEN_C2S, expired(LAST)).when(lambda pathway: file_renewal(pathway, on=late)).then(
        RENEWAL.model_copy(update={"on": late, "in_time": False})
    )


def test_a_renewal_is_filed_once_until_it_is_answered() -> None:
    given(*OPEN_C2S, RENEWAL).when(file_renewal).then_refused(AlreadyFiled)
    given(*OPEN_C2S, RENEWAL, REFUSED).when(file_renewal).then(RENEWAL)


def test_a_renewal_needs_its_documents_too() -> None:
    given(*OPEN_C2S, REQUIRED).when(file_renewal).then_refused(DocumentMissing)
