"""Whether an organisation may make a test then: authorised, operator trained, kit good that day."""

from datetime import date, datetime
from uuid import UUID

from domain.organisation.organisation import Organisation
from domain.organisation.registration import OrganisationUnknown
from domain.organisation.screening.refusals import OperatorNotTrained
from domain.screening.words import KitUsed
from domain.wall_time import zone_named


def local_day(organisation: Organisation, at: datetime) -> date:
    """The day of an instant where the organisation is.

    Raises:
        OrganisationUnknown: it was never registered.
    """
    description = organisation.registration.description
    if description is None:
        raise OrganisationUnknown
    return at.astimezone(zone_named(description.time_zone)).date()


def ready_kit(
    organisation: Organisation, *, lot_id: UUID, operator_id: UUID, at: datetime
) -> KitUsed:
    """The kit of a test that this operator makes then.

    Raises:
        LotUnknown, LotRecalled, LotExpired: the kit is not to be used.
        ScreeningNotAuthorised: the organisation was not authorised for this kind that day.
        OperatorNotTrained: the operator was not trained for it that day, or was no member.
    """
    day = local_day(organisation, at)
    used = organisation.kit_lots.usable(lot_id, at=at, day=day)
    organisation.screening_authorisations.must_cover(used.kit.kind, day)
    membership = organisation.enrolment.by_id.get(operator_id)
    if membership is None or (membership.left_at is not None and membership.left_at < at):
        raise OperatorNotTrained
    organisation.operators.must_be_trained(operator_id, kind=used.kit.kind, day=day)
    return used
