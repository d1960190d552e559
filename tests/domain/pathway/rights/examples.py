"""Rules, days and facts that the scenarios of rights share."""

from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from domain.kernel import Fact
from domain.pathway.rights import facts as said
from domain.rights.rules import RulePack
from domain.rights.schemes import Cover, Document, EndReason, RefusalReason, Scheme
from tests.domain.pathway.people import MARCH_5, opened

READ: dict[str, Any] = {"source": "an example", "read_on": "2026-01-01"}
CERTAIN: dict[str, Any] = {**READ, "verified": True}
DOUBTFUL: dict[str, Any] = {**READ, "verified": False}

RULES = RulePack.model_validate(
    {
        "version": "example-1",
        "since": "2026-01-01",
        "schemes": {
            "c2s": {
                "duration": {"months": 12, **CERTAIN},
                "renewal": {"opens": 4, "closes": 2, **CERTAIN},
                "answer": {
                    "months": 2,
                    "runs_from": "complete_file",
                    "silence": "granted",
                    **CERTAIN,
                },
                "documents": [{"document": "resources", **CERTAIN}],
            },
            "ame": {
                "duration": {"months": 12, "runs_from": "filing", **CERTAIN},
                "renewal": {"opens": 2, **DOUBTFUL},
                "answer": {"months": 2, "silence": "refused", **DOUBTFUL},
                "documents": [
                    {"document": "identity", **CERTAIN},
                    {
                        "document": "residence",
                        "adults_only": True,
                        "issued_within_months": 12,
                        "refused_papers": ["travel_pass"],
                        **CERTAIN,
                    },
                    {
                        "document": "resources",
                        "issued_within_months": 3,
                        "refused_papers": ["bank_statement"],
                        **DOUBTFUL,
                    },
                ],
            },
            "aah": {
                "answer": {"months": 4, "silence": "refused", **CERTAIN},
                "appeals": [
                    {
                        "step": "prior",
                        "within_months": 2,
                        "answered_within_months": 2,
                        **CERTAIN,
                    },
                    {"step": "court", "within_months": 2, **DOUBTFUL},
                ],
            },
            "ald": {"duration": {"months": 36, **DOUBTFUL}},
        },
    }
)

RIGHT = UUID("dddddddd-0000-4000-8000-000000000001")
OTHER_RIGHT = UUID("dddddddd-0000-4000-8000-000000000002")

FILED_ON = date(2026, 3, 10)
FIRST = date(2026, 4, 1)
LAST = date(2027, 3, 31)


F = TypeVar("F", bound=Fact)


def of_right(kind: type[F], **content: Any) -> F:
    """A fact of the right, under the example rules."""
    about = {"occurred_at": MARCH_5, "right_id": RIGHT, "rule_version": "example-1"}
    return kind.model_validate(about | content)


def started(scheme: Scheme, *documents: Document) -> said.RightApplicationStarted:
    return of_right(
        said.RightApplicationStarted,
        data_class=scheme.data_class,
        scheme=scheme,
        documents=documents,
    )


def held(
    scheme: Scheme, starts_on: date, ends_on: date | None, *, right_id: UUID = RIGHT
) -> said.RightDeclaredOpen:
    return of_right(
        said.RightDeclaredOpen,
        data_class=scheme.data_class,
        right_id=right_id,
        scheme=scheme,
        starts_on=starts_on,
        ends_on=ends_on,
    )


def collected(document: Document, **content: Any) -> said.SupportingDocumentCollected:
    return of_right(said.SupportingDocumentCollected, document=document, **content)


def expired(on: date, reason: EndReason = EndReason.TERM) -> said.RightExpired:
    return of_right(said.RightExpired, on=on, reason=reason)


def gap_opened(starts_on: date, cover: Cover = Cover.COMPLEMENTARY) -> said.CoverageGapOpened:
    return said.CoverageGapOpened(
        occurred_at=MARCH_5, rule_version="example-1", cover=cover, starts_on=starts_on
    )


def gap_closed(
    starts_on: date, days: int, *, avoidable: bool = False, cover: Cover = Cover.COMPLEMENTARY
) -> said.CoverageGapClosed:
    return said.CoverageGapClosed(
        occurred_at=MARCH_5,
        rule_version="example-1",
        cover=cover,
        starts_on=starts_on,
        days=days,
        avoidable=avoidable,
    )


FILED = of_right(said.RightApplicationFiled, on=FILED_ON)
OPENED = of_right(said.RightOpened, starts_on=FIRST, ends_on=LAST)
REFUSED = of_right(said.RightRefused, on=date(2026, 5, 31), reason=RefusalReason.RESOURCES)
ASKED_C2S = (opened(), started(Scheme.C2S), FILED)
OPEN_C2S = (*ASKED_C2S, OPENED)
