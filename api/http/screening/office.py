"""What an organisation is allowed and has for rapid tests: authorisations, operators, kits."""

from datetime import date, datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, Asked, Told
from api.http.reading import Shown
from api.http.says import on_network, reads
from api.http.screening.shown import KitShown
from api.http.signed_in import AHouse, SignedIn
from application.screening.declare_kit_lot import DeclareKitLot, declare_kit_lot
from application.screening.end_operator_training import (
    EndOperatorTraining,
    end_operator_training,
)
from application.screening.end_screening_authorisation import (
    EndScreeningAuthorisation,
    end_screening_authorisation,
)
from application.screening.enter_kit_lot_in_error import (
    EnterKitLotInError,
    enter_kit_lot_in_error,
)
from application.screening.enter_screening_authorisation import (
    EnterScreeningAuthorisation,
    enter_screening_authorisation,
)
from application.screening.recall_kit_lot import RecallKitLot, recall_kit_lot
from application.screening.train_operator import TrainOperator, train_operator
from domain.instants import Day
from domain.organisation.enrolment import MemberUnknown
from domain.organisation.organisation import Organisation
from domain.organisation.registration import OrganisationUnknown
from domain.organisation.screening.refusals import (
    AuthorisationAlreadyEnded,
    AuthorisationDatesReversed,
    AuthorisationUnknown,
    KindNotListed,
    LotAlreadyDeclared,
    LotAlreadyRecalled,
    LotUnknown,
    NotResponsibleForScreening,
    TrainingAlreadyEnded,
    TrainingDatesReversed,
    TrainingUnknown,
)
from domain.screening.rules import ScreeningRules
from domain.screening.words import Kinds, Kit, RapidTestKind, RecallReason
from domain.text import Label

router = APIRouter(prefix="/v1/screening", tags=["screening"])
RESPONSIBLE = (NotResponsibleForScreening, OrganisationUnknown)
A_KIT = {
    "kind": "hiv",
    "reference": "HIV-RAPID-10",
    "lot": "L2403",
    "expires_on": "2027-01-31",
    "window": {"from_minutes": 15, "until_minutes": 20},
}


class Authorised(Asked):
    kinds: Kinds = Field(examples=[["hiv", "hcv"]])
    starts_on: Day
    ends_on: Day | None = Field(
        default=None, description="Its last day; null: that of the legal term."
    )
    reference: Label | None = Field(default=None, examples=["ARS-2026-114"])


class Trained(Asked):
    member_id: UUID
    kinds: Kinds = Field(examples=[["hiv", "hcv"]])
    starts_on: Day
    ends_on: Day | None = Field(default=None, description="Its last day.")


class Until(Asked):
    last_day: Day = Field(description="Before the first day: it never was.")


class LotDeclared(Asked):
    kit: Kit = Field(examples=[A_KIT])


class Recalled(Asked):
    reason: RecallReason
    reference: Label | None = Field(default=None, description="Of the notice of recall.")


class AuthorisationShown(Shown):
    id: UUID
    kinds: tuple[RapidTestKind, ...]
    starts_on: date
    ends_on: date
    reference: str | None


class OperatorShown(Shown):
    id: UUID
    member_id: UUID
    kinds: tuple[RapidTestKind, ...]
    starts_on: date
    ends_on: date | None


class LotShown(Shown):
    id: UUID
    kit: KitShown
    recalled_at: datetime | None
    recalled_for: RecallReason | None
    recall_reference: str | None
    withdrawn: bool = Field(description="Declared wrong: it is chosen no more.")


class ToldFirst(Shown):
    """What is said to the person before a test."""

    version: str
    advantages: str
    limits: str
    confirmed: bool = Field(description="False: the wording is to be confirmed.")


class OfficeShown(Shown):
    rules: str = Field(description="Version of the rules in force.")
    to_be_confirmed: tuple[str, ...] = Field(
        description="Parts of these rules that nobody verified yet."
    )
    kinds: tuple[RapidTestKind, ...] = Field(description="What the rules list.")
    information: dict[str, ToldFirst] = Field(description="By language.")
    authorisations: tuple[AuthorisationShown, ...]
    trainings: tuple[OperatorShown, ...]
    lots: tuple[LotShown, ...]


@router.get("", responses=reads(OrganisationUnknown))
def office(by: SignedIn, house: AHouse) -> OfficeShown:
    """What your organisation is allowed and has, and what is told before a test."""
    known = house.network.log.load(Organisation, by.organisation_id)
    known.must_be_registered()
    rules = house.network.screening
    return OfficeShown(
        rules=rules.version,
        to_be_confirmed=rules.to_be_confirmed,
        kinds=rules.kinds.listed if rules.kinds else (),
        information=_told_first(rules),
        authorisations=tuple(
            map(AuthorisationShown.model_validate, known.screening_authorisations.by_id.values())
        ),
        trainings=tuple(map(OperatorShown.model_validate, known.operators.by_id.values())),
        lots=tuple(map(LotShown.model_validate, known.kit_lots.by_id.values())),
    )


@on_network(router, "/authorisations", *RESPONSIBLE, KindNotListed, AuthorisationDatesReversed)
def authorise(asked: Authorised, door: ADoor) -> Told:
    """Enter the authorisation of the regional health agency."""
    command = door.command(EnterScreeningAuthorisation, asked)
    return door.run(enter_screening_authorisation, command, of=command.authorisation_id)


@on_network(
    router,
    "/authorisations/{authorisation_id}/end",
    *RESPONSIBLE,
    AuthorisationUnknown,
    AuthorisationAlreadyEnded,
)
def end_authorisation(authorisation_id: UUID, asked: Until, door: ADoor) -> Told:
    """End an authorisation sooner, or say that it never was."""
    command = door.command(EndScreeningAuthorisation, asked, authorisation_id=authorisation_id)
    return door.run(end_screening_authorisation, command, of=authorisation_id)


@on_network(router, "/trainings", *RESPONSIBLE, MemberUnknown, KindNotListed, TrainingDatesReversed)
def train(asked: Trained, door: ADoor) -> Told:
    """Enter which tests a member, employee or volunteer, was trained for."""
    command = door.command(TrainOperator, asked)
    return door.run(train_operator, command, of=command.training_id)


@on_network(
    router, "/trainings/{training_id}/end", *RESPONSIBLE, TrainingUnknown, TrainingAlreadyEnded
)
def end_training(training_id: UUID, asked: Until, door: ADoor) -> Told:
    """End what a training allows, or say that it never did."""
    command = door.command(EndOperatorTraining, asked, training_id=training_id)
    return door.run(end_operator_training, command, of=training_id)


@on_network(router, "/lots", *RESPONSIBLE, KindNotListed, LotAlreadyDeclared)
def declare(asked: LotDeclared, door: ADoor) -> Told:
    """Declare a lot of kits, once."""
    command = door.command(DeclareKitLot, asked)
    return door.run(declare_kit_lot, command, of=command.lot_id)


@on_network(router, "/lots/{lot_id}/withdrawal", *RESPONSIBLE, LotUnknown)
def withdraw(lot_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Say that a lot was declared wrong."""
    command = door.command(EnterKitLotInError, asked, lot_id=lot_id)
    return door.run(enter_kit_lot_in_error, command, of=lot_id)


@on_network(router, "/lots/{lot_id}/recall", *RESPONSIBLE, LotUnknown, LotAlreadyRecalled)
def recall(lot_id: UUID, asked: Recalled, door: ADoor) -> Told:
    """Declare that a lot was recalled, at `at`: no test is made with it from then on."""
    command = door.command(RecallKitLot, asked, lot_id=lot_id)
    return door.run(recall_kit_lot, command, of=lot_id)


def _told_first(rules: ScreeningRules) -> dict[str, ToldFirst]:
    said = rules.information
    if said is None:
        return {}
    return {
        language: ToldFirst(
            version=said.version,
            advantages=text.advantages,
            limits=text.limits,
            confirmed=said.verified,
        )
        for language, text in said.texts.items()
    }
