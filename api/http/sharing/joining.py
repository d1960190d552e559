"""An organisation asks to share a pathway, and is answered."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, Asked, Told
from api.http.says import on_pathway
from application.sharing.answer_request_to_join import AnswerRequestToJoin, answer_request_to_join
from application.sharing.ask_to_join import AskToJoin, ask_to_join
from domain.data_classes import DataClass
from domain.organisation.agreements import NoAgreementInForce
from domain.pathway.grounds.refusals import (
    AlreadyAsked,
    NotAsked,
    NotOfTheTeam,
    ObjectionStands,
    ReferentDecides,
)
from domain.pathway.grounds.words import (
    DecidedBy,
)
from domain.pathway.sharing.refusals import AlreadyInCircle

router = APIRouter(prefix="/v1/pathways/{pathway_id}", tags=["sharing"])


class JoiningAnswered(Asked):
    organisation_id: UUID
    accepted: bool
    decided_by: DecidedBy
    data_class: DataClass = Field(
        default=DataClass.SOCIAL, description="A higher one keeps its part discreet."
    )
    in_care_team: bool = Field(
        default=False, description="True, for a person who was informed; False: under a consent."
    )


@on_pathway(router, "/circle/requests", NoAgreementInForce, AlreadyInCircle, AlreadyAsked)
def ask(pathway_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Ask, for your organisation, to share a pathway that the person named to you."""
    command = door.command(AskToJoin, asked, pathway_id=pathway_id)
    return door.run(ask_to_join, command, of=pathway_id)


@on_pathway(
    router,
    "/circle/requests/answers",
    NotOfTheTeam,
    NotAsked,
    ReferentDecides,
    ObjectionStands,
    NoAgreementInForce,
)
def answer(pathway_id: UUID, asked: JoiningAnswered, door: ADoor) -> Told:
    """Let in an organisation that asked, or not, as the person or their referent decides."""
    command = door.command(AnswerRequestToJoin, asked, pathway_id=pathway_id)
    return door.run(answer_request_to_join, command, of=pathway_id)
