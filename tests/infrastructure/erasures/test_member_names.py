"""A member who left stays attributed, while nothing gives their name or address back."""

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest

from application.accounts.ports import Account, Membership
from application.erasures.erase_member_name import EraseMemberName, erase_member_name
from application.erasures.ports import Erasure, ErasureState
from application.erasures.resume_erasures import resume_erasures
from application.organisations.end_membership import EndMembership, end_membership
from application.organisations.enrol_member import EnrolMember, enrol_member
from application.organisations.found_network import FoundNetwork, found_network
from application.organisations.list_members import list_members
from domain.erasure import Erased
from domain.members import Member, MemberStatus, Profession, Role
from domain.organisation.administration import NotYoursToAdminister
from domain.organisation.enrolment import Hat, MemberStillHere, NameAlreadyErased
from domain.organisation.organisation import FOUNDER, Organisation
from domain.organisation.registration import OrganisationKind
from infrastructure.accounts.accounts import AccountsInTables
from infrastructure.accounts.addresses import Addresses
from infrastructure.accounts.blinding import Blinding
from infrastructure.desk import Desk
from infrastructure.sealing.key_table import KeyTable
from infrastructure.settings import Group, Settings
from tests.api.people import SINCE, describe
from tests.infrastructure.databases import engine_on, installed
from tests.infrastructure.erasures.scene import INES, PAUL, Scene, scene_on
from tests.infrastructure.test_canaries import CANARY, contents, tells

ADDRESS = "zephyrine.quetzalcoatl@relais.example"
CLAIRE_ACCOUNT = UUID(int=7)


@pytest.fixture
def scene(settings: Settings) -> Iterator[Scene]:
    with scene_on(installed(settings)) as scene:
        yield scene


def founded(scene: Scene) -> Member:
    """The network has an administrator."""
    founding = FoundNetwork(
        description=describe("Relais", OrganisationKind.ASSOCIATION),
        agreement_from=SINCE,
        administrator="Claire Astier",
    )
    found_network(scene.network, founding)
    return scene.network.log.load(Organisation, FOUNDER).member(founding.membership_id)


def enrolled(scene: Scene, claire: Member) -> UUID:
    hat = Hat(profession=Profession.NURSE, status=MemberStatus.EMPLOYEE, roles=(Role.CASEWORKER,))
    enrolling = EnrolMember(organisation_id=FOUNDER, name=CANARY, hat=hat)
    enrol_member(scene.network, enrolling, claire)
    return enrolling.membership_id


def gone(scene: Scene, claire: Member, membership_id: UUID) -> None:
    ending = EndMembership(organisation_id=FOUNDER, membership_id=membership_id)
    end_membership(scene.network, ending, claire)


def erased(scene: Scene, by: Member, membership_id: UUID) -> Erasure:
    command = EraseMemberName(organisation_id=FOUNDER, membership_id=membership_id)
    return erase_member_name(scene.erasing, command, by, account_id=CLAIRE_ACCOUNT)


def signs_in(scene: Scene, accounts: AccountsInTables, membership_id: UUID) -> Account:
    account = Account(uuid4(), "a hash")
    accounts.open(account, email=ADDRESS, at=scene.network.clock())
    accounts.give_membership(account.id, Membership(membership_id, FOUNDER))
    return account


@pytest.fixture
def accounts(scene: Scene) -> Iterator[AccountsInTables]:
    with engine_on(scene.settings, Group.DESK) as engine:
        keyring = scene.store.keyring
        blinding = Blinding(keyring.secret("accounts"))
        yield AccountsInTables(Desk(engine), blinding, Addresses(keyring))


def test_no_dump_gives_the_name_or_the_address_back(
    scene: Scene, accounts: AccountsInTables
) -> None:
    claire = founded(scene)
    member = enrolled(scene, claire)
    account = signs_in(scene, accounts, member)
    sealed = Addresses(scene.store.keyring).seal(ADDRESS, of=account.id)  # as an older dump has it
    gone(scene, claire, member)
    assert erased(scene, claire, member).state is ErasureState.RECORDED
    assert list_members(scene.store.log, FOUNDER)[member].name is None
    (erasure,) = resume_erasures(scene.erasing)
    assert (erasure.state, erasure.keys) == (ErasureState.CERTIFIED, 1)
    assert erasure.certified_epoch > erasure.epoch
    facts = [event.fact for event in scene.store.log.stream(FOUNDER)]
    assert sum(isinstance(fact, Erased) for fact in facts) == 1
    assert (accounts.find(ADDRESS), accounts.address(account.id)) == (None, "")
    assert Addresses(scene.store.keyring).open(sealed, of=account.id) == ""
    assert [name for name, content in contents(scene.settings) if tells(content)] == []
    spelt = ADDRESS.encode()
    assert [name for name, content in contents(scene.settings) if spelt in content] == []


def test_a_member_who_left_stays_attributed(scene: Scene) -> None:
    claire = founded(scene)
    member = enrolled(scene, claire)
    gone(scene, claire, member)
    erased(scene, claire, member)
    resume_erasures(scene.erasing)
    known = list_members(scene.store.log, FOUNDER)[member]
    assert (known.hat.profession, known.name) == (Profession.NURSE, None)
    assert known.left_at is not None
    assert list_members(scene.store.log, FOUNDER)[claire.id].name == "Claire Astier"


def test_a_name_is_erased_by_an_administrator_once_its_owner_has_left(scene: Scene) -> None:
    claire = founded(scene)
    member = enrolled(scene, claire)
    with pytest.raises(MemberStillHere):
        erased(scene, claire, member)
    gone(scene, claire, member)
    for stranger in (INES, PAUL):
        with pytest.raises(NotYoursToAdminister):
            erased(scene, stranger, member)
    erased(scene, claire, member)
    with pytest.raises(NameAlreadyErased):
        erased(scene, claire, member)


def test_the_same_command_again_gets_the_same_answer(scene: Scene) -> None:
    claire = founded(scene)
    member = enrolled(scene, claire)
    gone(scene, claire, member)
    command = EraseMemberName(organisation_id=FOUNDER, membership_id=member)
    first = erase_member_name(scene.erasing, command, claire, account_id=CLAIRE_ACCOUNT)
    again = erase_member_name(scene.erasing, command, claire, account_id=CLAIRE_ACCOUNT)
    assert again == first
    with engine_on(scene.settings, Group.KEYS) as keys:
        assert not KeyTable(keys).is_empty()
