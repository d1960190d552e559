"""Rights as they stand, with the days to watch."""

from datetime import date
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.reading import AReading, Reading, Shown
from api.http.says import reads
from application.marks import about
from domain.data_classes import DataClass
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.rights.deadlines import deadlines_of
from domain.pathway.rights.right import Right, Stage
from domain.refusals import NotFound
from domain.rights.schemes import AppealStep, Decision, Document, EndReason, Scheme

router = APIRouter(prefix="/v1/pathways/{pathway_id}/rights", tags=["rights"])


class PaperShown(Shown):
    document: Document
    required: bool
    collected: bool
    valid_until: date | None


class RequestShown(Shown):
    """What is before the service: the application, or the latest renewal."""

    filed_on: date
    renews: bool
    in_time: bool | None
    complete_on: date | None
    answer: Decision | None
    answered_on: date | None
    implied: bool = Field(description="Answered by silence.")
    appeal: AppealStep | None
    appealed_on: date | None
    appeal_is_pending: bool


class PeriodShown(Shown):
    starts_on: date
    ends_on: date | None


class DeadlineShown(Shown):
    on: date
    verified: bool = Field(description="False: to be confirmed, the rule is not certain.")


class WindowShown(Shown):
    opens: date
    closes: date
    verified: bool


class DeadlinesShown(Shown):
    """Null where no clock runs, or none is known."""

    answer: DeadlineShown | None
    appeal: DeadlineShown | None
    appeal_answer: DeadlineShown | None
    renewal: WindowShown | None
    end: DeadlineShown | None


class RightShown(Shown):
    id: UUID
    scheme: Scheme
    data_class: DataClass
    stage: Stage
    papers: tuple[PaperShown, ...]
    request: RequestShown | None
    periods: tuple[PeriodShown, ...] = Field(description="The days of cover.")
    suspended_on: date | None
    ended_for: EndReason | None
    deadlines: DeadlinesShown


@router.get("", responses=reads(PathwayNotOpened))
def rights(pathway_id: UUID, reading: AReading) -> tuple[RightShown, ...]:
    """The rights of the person: asked for, in force, over."""
    known = reading.pathway(pathway_id).pathway.rights.by_id
    return tuple(_shown(one, right, reading=reading) for one, right in known.items())


@router.get("/{right_id}", responses=reads(PathwayNotOpened, NotFound))
def right(pathway_id: UUID, right_id: UUID, reading: AReading) -> RightShown:
    """One right, with the ETag that correcting its dates asks for."""
    seen = reading.pathway(pathway_id)
    known = seen.pathway.rights.by_id.get(right_id)
    found = reading.marked(seen, about(right_id=right_id), known)
    return _shown(right_id, found, reading=reading)


def _shown(right_id: UUID, right: Right, *, reading: Reading) -> RightShown:
    network = reading.house.network
    day = (reading.as_of or network.clock()).date()
    return RightShown(
        id=right_id,
        scheme=right.scheme,
        data_class=right.data_class,
        stage=right.stage,
        papers=tuple(
            PaperShown(
                document=document,
                required=paper.required,
                collected=paper.collected,
                valid_until=paper.valid_until,
            )
            for document, paper in right.papers.items()
        ),
        request=RequestShown.model_validate(right.request) if right.request else None,
        periods=tuple(map(PeriodShown.model_validate, right.periods)),
        suspended_on=right.suspended_on,
        ended_for=right.ending.reason if right.ending else None,
        deadlines=DeadlinesShown.model_validate(
            deadlines_of(right, network.rules.on(day).of(right.scheme))
        ),
    )
