"""What takes the ground away from a reminder to members, between planning and claim, and after."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, timedelta
from uuid import UUID

import pytest

from application.commands import Command
from application.organisations.end_membership import EndMembership, end_membership
from application.reminders.ports import DueState
from application.sharing.object_to_recipient import ObjectToRecipient, object_to_recipient
from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.members import Profession
from domain.organisation.organisation import FOUNDER
from domain.organisation.registration import OrganisationKind
from domain.pathway.erasing import ErasureReason, PersonalDataErased
from domain.pathway.follow_up import (
    FollowUpDone,
    FollowUpMissed,
    FollowUpMissedReason,
    FollowUpMoved,
    Mode,
)
from domain.pathway.grounds.facts import ObjectionRaised
from domain.pathway.pathway import Pathway
from domain.pathway.person import DeathReported
from domain.pathway.rights.facts import (
    RenewalFiled,
    RightDeclaredOpen,
    RightEnteredInError,
    RightExpired,
)
from domain.pathway.sharing.facts import OrganisationJoined, OrganisationLeft, PathwayClosed
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.reminders.rules import Audience, MessageType, ReminderRule
from domain.reminders.triggers import Trigger
from domain.rights.schemes import EndReason, Scheme
from domain.wall_time import WallTime
from tests.application.inbox.scene import DAY, Scene, day, now
from tests.application.inbox.test_put_reminder import MovesOnceRead
from tests.application.reminders.house import House
from tests.domain.reminders.packs import FOLLOW_UP, PACK

SAID = {"occurred_at": now()}
RIGHT = UUID(int=40)
OF_RIGHT = SAID | {"rule_version": "example-1", "right_id": RIGHT}
RENEWAL = ReminderRule(
    id="renewal",
    on=Trigger.RIGHT_RENEWAL,
    to=Audience.REFERENT,
    at=FOLLOW_UP.at,
    message_type=MessageType.AT_LEAST_ONCE,
)
Says = Callable[[Pathway], Fact]


def of_follow_up(kind: type[Fact], **about: object) -> Says:
    def says(pathway: Pathway) -> Fact:
        (follow_up_id,) = pathway.follow_ups.by_id
        return kind.model_validate(SAID | {"follow_up_id": follow_up_id} | about)

    return says


def in_wrong_file(pathway: Pathway) -> Fact:
    (entry_id,) = pathway.follow_ups.by_id
    return FactRecordedInWrongFile(
        **SAID, data_class=DataClass.SOCIAL, entry_id=entry_id, erased_by=FOUNDER
    )


def told(kind: type[Fact], **about: object) -> Says:
    return lambda _: kind.model_validate(SAID | about)


def of_right(kind: type[Fact], **about: object) -> Says:
    return lambda _: kind.model_validate(OF_RIGHT | about)


TOMORROW = day() + timedelta(days=1)
FOLLOW_UPS: dict[str, tuple[Says, str]] = {
    "done": (of_follow_up(FollowUpDone, done_by=FOUNDER, mode=Mode.PHONE), "done"),
    "missed": (
        of_follow_up(FollowUpMissed, missed_by=FOUNDER, reason=FollowUpMissedReason.UNREACHABLE),
        "done",
    ),
    "moved": (of_follow_up(FollowUpMoved, was=day(), due_on=TOMORROW), "moved"),
    "in the wrong file": (in_wrong_file, "withdrawn"),
    "nobody follows": (told(PathwayClosed, closed_by=FOUNDER), "pathway_closed"),
    "deceased": (told(DeathReported), "deceased"),
    "erased": (
        told(PersonalDataErased, erasure_id=UUID(int=1), reason=ErasureReason.PERSON_ASKED),
        "erased",
    ),
    "an objection to them": (
        told(ObjectionRaised, objection_id=UUID(int=2), organisation_id=FOUNDER, member_id=None),
        "no_ground",
    ),
}
RIGHTS: dict[str, tuple[Says, str]] = {
    "asked again": (of_right(RenewalFiled, on=day()), "done"),
    "ended": (of_right(RightExpired, on=day(), reason=EndReason.TERM), "cancelled"),
    "entered in error": (of_right(RightEnteredInError, corrects=2), "withdrawn"),
}
follow_ups = pytest.mark.parametrize(("says", "reason"), FOLLOW_UPS.values(), ids=list(FOLLOW_UPS))
rights = pytest.mark.parametrize(("says", "reason"), RIGHTS.values(), ids=list(RIGHTS))


def happens(scene: Scene, says: Says) -> None:
    scene.house.network.on_pathway(scene.awa, says, command=Command(), by=None)


def with_follow_up(house: House | None = None) -> Scene:
    scene = Scene(house) if house else Scene()
    scene.follow_up(scene.ines)
    scene.house.plan()
    return scene


def with_right() -> Scene:
    """Cover that is to be asked for again in some weeks."""
    scene = Scene()
    pack = PACK.model_copy(update={"rules": (RENEWAL,)})
    scene.house.reminding = replace(scene.house.reminding, pack=pack)
    ends = day() + timedelta(days=150)
    covered = of_right(RightDeclaredOpen, scheme=Scheme.C2S, starts_on=day(), ends_on=ends)
    happens(scene, covered)
    scene.house.plan()
    return scene


def at_its_moment(scene: Scene) -> list[DueState]:
    (kept,) = scene.house.rows.kept.values()
    moment = kept.row.due_at.astimezone(UTC).replace(tzinfo=None)
    return scene.house.work(WallTime(wall=moment, zone="UTC"))


def must_be_held_back(scene: Scene, reason: str) -> None:
    (kept, *_) = scene.house.rows.kept.values()
    assert (kept.state, kept.reason) == (DueState.SUPPRESSED, reason)
    assert (scene.items, scene.house.outcomes()) == ([], [])


@pytest.mark.parametrize("begun", [with_follow_up, with_right])
def test_what_stands_is_told(begun: Callable[[], Scene]) -> None:
    scene = begun()
    assert at_its_moment(scene) == [DueState.SENT]
    assert scene.addressees() == [scene.ines.id]


@follow_ups
def test_what_was_said_before_the_claim_holds_it_back(says: Says, reason: str) -> None:
    scene = with_follow_up()
    happens(scene, says)
    assert at_its_moment(scene) == [DueState.SUPPRESSED]
    must_be_held_back(scene, reason)


@follow_ups
def test_what_is_said_between_the_claim_and_the_telling_holds_it_back(
    says: Says, reason: str
) -> None:
    log = MovesOnceRead()
    scene = with_follow_up(House(log=log))
    log.then = lambda: happens(scene, says)
    assert at_its_moment(scene) == [DueState.WAITING]
    scene.house.work(DAY)
    must_be_held_back(scene, reason)


@rights
def test_a_right_that_changed_before_the_claim_holds_it_back(says: Says, reason: str) -> None:
    scene = with_right()
    happens(scene, says)
    assert at_its_moment(scene) == [DueState.SUPPRESSED]
    must_be_held_back(scene, reason)


def objects_to(scene: Scene, member_id: UUID) -> None:
    objecting = ObjectToRecipient(pathway_id=scene.awa, member_id=member_id)
    object_to_recipient(scene.house.network, objecting, scene.maud)


def leaves(scene: Scene, member_id: UUID) -> None:
    leaving = EndMembership(organisation_id=FOUNDER, membership_id=member_id)
    end_membership(scene.house.network, leaving, scene.town.administrator)


@pytest.mark.parametrize("keeps_out", [objects_to, leaves])
def test_one_member_who_may_not_know_any_more_leaves_it_to_those_who_may(
    keeps_out: Callable[[Scene, UUID], None],
) -> None:
    scene = with_follow_up()
    keeps_out(scene, scene.ines.id)
    assert at_its_moment(scene) == [DueState.SENT]
    assert scene.addressees() == [None]


def test_where_all_who_might_be_told_are_kept_out_nobody_is() -> None:
    scene = with_follow_up()
    objects_to(scene, scene.ines.id)
    objects_to(scene, scene.maud.id)
    assert at_its_moment(scene) == [DueState.SUPPRESSED]
    must_be_held_back(scene, "no_ground")


def with_others(scene: Scene) -> UUID:
    """Another organisation takes part, whose members may know of the follow-up."""
    ccas = scene.town.partner("CCAS de la Combe", OrganisationKind.SOCIAL_SERVICE)
    happens(scene, told(OrganisationJoined, joined_id=ccas))
    return scene.town.enrolled(ccas, Profession.SOCIAL_WORKER, name="Odile Testa").id


@pytest.mark.parametrize(
    "says",
    [told(OrganisationLeft, left_id=FOUNDER), told(PathwayClosed, closed_by=FOUNDER)],
    ids=["left", "closed"],
)
def test_what_an_organisation_was_to_do_is_told_to_no_other_once_it_is_gone(says: Says) -> None:
    scene = with_follow_up()
    with_others(scene)
    happens(scene, says)
    assert at_its_moment(scene) == [DueState.SUPPRESSED]
    must_be_held_back(scene, "pathway_closed")


def test_an_objection_to_somebody_else_holds_nothing_back() -> None:
    scene = with_follow_up()
    objects_to(scene, with_others(scene))
    assert at_its_moment(scene) == [DueState.SENT]
    assert scene.addressees() == [scene.ines.id]
