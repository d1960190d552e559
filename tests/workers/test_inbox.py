"""Members are told by a thread of the process that serves or schedules, without anybody asking."""

from time import monotonic, sleep

from application.inbox.ports import Addressee, InboxItem, InboxKind
from application.sharing.take_emergency_access import TakeEmergencyAccess, take_emergency_access
from domain.members import Profession
from domain.organisation.organisation import FOUNDER
from domain.organisation.registration import OrganisationKind
from domain.pathway.grounds.words import EmergencyReason
from infrastructure.composition import opened_store
from infrastructure.settings import Settings
from tests.application.network import Town
from tests.infrastructure.databases import installed
from workers.composition import opened_telling, telling_members

PATIENCE = 60  # seconds, on a busy machine


def test_an_emergency_access_is_told_at_once(settings: Settings) -> None:
    with (
        opened_store(installed(settings)) as store,
        opened_telling(settings, store) as telling,
        telling_members(settings, store),
    ):
        town = Town(network=telling.network)
        ines = town.enrolled(FOUNDER, Profession.MEDIATOR)
        pass_ = town.partner("PASS de Montluçon", OrganisationKind.HEALTH_STRUCTURE)
        nurse = town.enrolled(pass_, Profession.NURSE)
        taking = TakeEmergencyAccess(
            pathway_id=town.opened_by(ines), reason=EmergencyReason.UNCONSCIOUS, words="Malaise."
        )
        take_emergency_access(telling.network, taking, nurse)
        to = Addressee(FOUNDER, ines.id)
        found: list[InboxItem] = []
        until = monotonic() + PATIENCE
        while not found and monotonic() < until:
            found = [kept.item for kept in telling.inbox.of(to, unread=True, before=None, limit=9)]
            sleep(0.05)
    assert [(item.kind, item.cause_id) for item in found] == [
        (InboxKind.EMERGENCY_ACCESS, taking.access_id)
    ]
