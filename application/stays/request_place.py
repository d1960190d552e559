"""Ask a facility for a place; what is asked of its organisation lets it into the circle."""

from datetime import timedelta
from uuid import UUID

from application.commands import Command
from application.facilities.knowing import known_facility
from application.network import Network
from application.ports import Recorded
from application.stays.arbitrating import LEASE, keep_place, would_be_recorded
from application.stays.limiting import limits_of
from application.stays.settle_stay import settle_if_reached
from domain.facility.register import Described
from domain.facility.rules import PlaceRules
from domain.kernel import Fact
from domain.members import Member
from domain.organisation.organisation import Organisation
from domain.pathway.grounds.words import SharingPurpose
from domain.pathway.pathway import Pathway
from domain.pathway.sharing.facts import OrganisationJoined
from domain.pathway.stays.words import PlaceAsk


class RequestPlace(Command):
    pathway_id: UUID
    ask: PlaceAsk

    @property
    def stay_id(self) -> UUID:
        return self.id_for("stay")


def request_place(
    network: Network, command: RequestPlace, by: Member, *, rules: PlaceRules
) -> Recorded:
    """Keep a place and ask for it: of two who ask for the last one, one is told that none is left.

    Raises:
        FacilityUnknown: there is no such facility.
        NoPlaceLeft: on one of these days none is free.
        StayPastBirthday: a child would be too old for such a facility.
        StayTooLong: it is more than what is agreed at once.
        NoAgreementInForce: the facility's organisation has no agreement today.
        ObjectionStands: the person objects to the facility's organisation.
        ConsentMissing: it is outside the care team, and no consent covers the content.
    """
    ask, now = command.ask, network.clock()
    facility = known_facility(network, ask.facility_id)

    def decision(pathway: Pathway) -> list[Fact]:
        seen = network.as_seen(pathway, by)
        requested = pathway.stays.request(
            stay_id=command.stay_id,
            ask=ask,
            organisation_id=facility.organisation_id,
            by=by.organisation_id,
            limits=limits_of(facility, rules, agreed_from=ask.days.starts, seen=seen),
            kept_until=now + timedelta(hours=rules.request_hours.number),
            at=command.at,
        )
        if facility.organisation_id == by.organisation_id:
            return [requested]
        joined = _let_in(network, command, facility, pathway=pathway, seen=seen)
        return [requested, *joined]

    if would_be_recorded(network, command.pathway_id, decision, by):
        keep_place(
            network,
            facility.id,
            command.stay_id,
            lambda places: places.hold(
                stay_id=command.stay_id,
                kind=ask.kind,
                days=ask.days,
                expires_at=now + LEASE,
                now=now,
            ),
        )
    recorded = network.on_pathway(command.pathway_id, decision, command=command, by=by)
    settle_if_reached(network, command.pathway_id, command.stay_id)
    return recorded


def _let_in(
    network: Network,
    command: RequestPlace,
    facility: Described,
    *,
    pathway: Pathway,
    seen: Pathway,
) -> list[OrganisationJoined]:
    """The facility's organisation, which needs a ground to know of it."""
    organisation_id, now = facility.organisation_id, network.clock()
    network.log.load(Organisation, organisation_id).must_be_partner(now.date())
    pathway.objections.must_allow(organisation_id=organisation_id)
    content = command.ask.class_of_content()
    seen.must_be_allowed_to_receive(
        organisation_id, classes=[content], purpose=SharingPurpose.SUPPORT, at=now
    )
    return pathway.sharing.let_in(
        organisation_id=organisation_id,
        at=command.at,
        data_class=content,
        in_care_team=False,
        for_referral=command.stay_id,
        seen=seen.sharing,
    )
