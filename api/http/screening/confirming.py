"""What follows a positive test: the confirmation, its refusal, the laboratory's result."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import AnItemDoor, Asked, Told
from api.http.says import on_item
from application.screening.correct_confirmation import CorrectConfirmation, correct_confirmation
from application.screening.order_confirmation import OrderConfirmation, order_confirmation
from application.screening.receive_confirmation import ReceiveConfirmation, receive_confirmation
from application.screening.refuse_confirmation import RefuseConfirmation, refuse_confirmation
from application.screening.tell_confirmation import TellConfirmation, tell_confirmation
from domain.pathway.screening.refusals import (
    ConfirmationAlreadyOrdered,
    ConfirmationAlreadyRefused,
    ConfirmationKnown,
    NoConfirmationAwaited,
    NoResultToTell,
    NothingToConfirm,
    RapidTestUnknown,
    ResultNotChanged,
)
from domain.screening.words import LaboratoryResult, WhyNotConfirmed
from domain.text import Label, Text

router = APIRouter(
    prefix="/v1/pathways/{pathway_id}/screening/tests/{test_id}/confirmation", tags=["screening"]
)


class Order(Asked):
    laboratory: Label | None = Field(default=None, examples=["Laboratoire du Marché"])


class Refusal(Asked):
    reason: WhyNotConfirmed
    words: Text | None = Field(default=None, examples=["Il préfère en parler à son médecin."])


class FromLaboratory(Asked):
    result: LaboratoryResult


@on_item(
    router,
    "",
    RapidTestUnknown,
    NothingToConfirm,
    ConfirmationAlreadyOrdered,
    ConfirmationKnown,
)
def order(pathway_id: UUID, test_id: UUID, asked: Order, door: AnItemDoor) -> Told:
    """Order the confirmation of a positive test by a laboratory."""
    command = door.command(OrderConfirmation, asked, pathway_id=pathway_id, test_id=test_id)
    return door.run(order_confirmation, command, of=test_id)


@on_item(
    router,
    "/refusal",
    RapidTestUnknown,
    NothingToConfirm,
    ConfirmationAlreadyRefused,
    ConfirmationKnown,
)
def refuse(pathway_id: UUID, test_id: UUID, asked: Refusal, door: AnItemDoor) -> Told:
    """Note that the person wants no confirmation, and why; they may still change their mind."""
    command = door.command(RefuseConfirmation, asked, pathway_id=pathway_id, test_id=test_id)
    return door.run(refuse_confirmation, command, of=test_id)


@on_item(router, "/result", RapidTestUnknown, NoConfirmationAwaited)
def receive(pathway_id: UUID, test_id: UUID, asked: FromLaboratory, door: AnItemDoor) -> Told:
    """Note what the laboratory found."""
    command = door.command(ReceiveConfirmation, asked, pathway_id=pathway_id, test_id=test_id)
    return door.run(receive_confirmation, command, of=test_id)


@on_item(router, "/result/correction", RapidTestUnknown, NoConfirmationAwaited, ResultNotChanged)
def correct(pathway_id: UUID, test_id: UUID, asked: FromLaboratory, door: AnItemDoor) -> Told:
    """Note that the laboratory's result was written down wrong; it is to be told again."""
    command = door.command(CorrectConfirmation, asked, pathway_id=pathway_id, test_id=test_id)
    return door.run(correct_confirmation, command, of=test_id)


@on_item(router, "/result/telling", RapidTestUnknown, NoResultToTell)
def tell(pathway_id: UUID, test_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Note that the person was told what the laboratory found."""
    command = door.command(TellConfirmation, asked, pathway_id=pathway_id, test_id=test_id)
    return door.run(tell_confirmation, command, of=test_id)
