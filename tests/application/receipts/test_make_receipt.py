from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from application.receipts.receipt import ConsentState, MessagesSaid, Receipt, ReceiptVersion
from application.refusals import StoreUnavailable
from application.sharing.exchange_information import ExchangeInformation, exchange_information
from application.sharing.leave_circle import LeaveCircle, leave_circle
from application.sharing.naming import Named
from application.sharing.object_to_recipient import ObjectToRecipient, object_to_recipient
from application.sharing.refuse_consent import RefuseConsent, refuse_consent
from application.sharing.review_emergency_access import (
    ReviewEmergencyAccess,
    review_emergency_access,
)
from application.sharing.take_emergency_access import TakeEmergencyAccess, take_emergency_access
from application.sharing.withdraw_consent import WithdrawConsent, withdraw_consent
from application.traces.trace import NOBODY, Look, Purpose, Trace
from domain.access import Ground
from domain.data_classes import DataClass
from domain.members import Profession
from domain.pathway.contacts import ContactPointRemoved, RemovalReason
from domain.pathway.grounds.facts import ChildProtectionShared
from domain.pathway.grounds.words import (
    EmergencyReason,
    FamilyInformed,
    Recipients,
    Scope,
    Verdict,
)
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.reminder_wishes import (
    FullerTextsWished,
    FullerTextsWishWithdrawn,
    RemindersResumed,
    RemindersStopped,
    ToldBy,
)
from domain.pathway.retention import RetentionEndAnnounced
from tests.application.receipts.scene import Scene


@pytest.fixture
def scene() -> Scene:
    return Scene()


def named(receipt: Receipt) -> list[str]:
    return [holder.name for holder in receipt.holders]


def read_by(receipt: Receipt) -> list[str | None]:
    return [reader.name for reader in receipt.readers]


def test_it_says_who_may_see_what_on_which_ground_and_until_when(scene: Scene) -> None:
    receipt = scene.receipt(scene.ines)
    relais, ccas = receipt.holders
    assert (receipt.called, receipt.made_by) == ("Awa", "Relais des Combes")
    assert (relais.name, ccas.name) == ("Relais des Combes", "CCAS de Montfaucon")
    assert {held.data_class for held in ccas.held} == {
        DataClass.IDENTITY,
        DataClass.SOCIAL,
        DataClass.STATUS,
        DataClass.PROTECTION,
        DataClass.HEALTH,
    }
    assert {held.ground for held in ccas.held} == {Ground.CARE_TEAM}
    assert ccas.ends_on.year == ccas.since.year + 2
    assert not ccas.end_announced


def test_an_end_that_was_announced_is_told_as_such(scene: Scene) -> None:
    ends_on = (datetime.now(UTC) + timedelta(days=1000)).date()
    scene.tells(
        RetentionEndAnnounced(
            occurred_at=datetime.now(UTC),
            of_organisation=scene.paul.organisation_id,
            ends_on=ends_on,
            policy_version="2026-1",
        )
    )
    relais, ccas = scene.receipt(scene.ines).holders
    assert (relais.end_announced, ccas.end_announced, ccas.ends_on) == (False, True, ends_on)


def test_what_the_person_wishes_of_messages_is_told_as_it_stands(scene: Scene) -> None:
    now, mobile, email = datetime.now(UTC), UUID(int=0xC1), UUID(int=0xC2)
    stop = RemindersStopped(occurred_at=now, told_by=ToldBy.LINK)
    assert scene.receipt(scene.ines).messages == MessagesSaid()
    scene.tells(stop, stop.model_copy(update={"contact_id": mobile}))
    scene.tells(FullerTextsWished(occurred_at=now))
    assert scene.receipt(scene.ines).messages == MessagesSaid(now, now, now)
    removed = RemovalReason.NO_LONGER_WORKS
    scene.tells(
        RemindersResumed(occurred_at=now),
        stop.model_copy(update={"contact_id": email}),
        ContactPointRemoved(occurred_at=now, contact_id=mobile, reason=removed),
        FullerTextsWishWithdrawn(occurred_at=now),
    )
    assert scene.receipt(scene.ines).messages == MessagesSaid(one_stopped_at=now)
    scene.tells(RemindersResumed(occurred_at=now, contact_id=email))
    assert scene.receipt(scene.ines).messages == MessagesSaid()


def test_what_one_may_see_by_consent_ends_with_it(scene: Scene) -> None:
    until = datetime.now(UTC) + timedelta(days=90)
    scene.joins(scene.rose, in_care_team=False)
    scene.town.consented(
        scene.pathway_id, scene.rose.organisation_id, DataClass.SOCIAL, by=scene.ines, until=until
    )
    hospital = scene.receipt(scene.ines).holders[-1]
    assert [(held.data_class, held.ground, held.until) for held in hospital.held] == [
        (DataClass.IDENTITY, Ground.CONSENT, until),
        (DataClass.SOCIAL, Ground.CONSENT, until),
    ]


def test_who_takes_part_discreetly_is_told_by_those_who_may_know(scene: Scene) -> None:
    scene.reads(scene.lise)
    scene.reads(scene.paul)
    for maker, told in ((scene.ines, False), (scene.abel, True), (scene.lise, True)):
        receipt = scene.receipt(maker)
        assert ("Centre des Addictions" in named(receipt)) is told
        assert ("Lise Faure" in read_by(receipt)) is told
        assert "Paul Arnal" in read_by(receipt)


def test_an_organisation_tells_that_it_takes_part_whoever_makes_the_receipt(scene: Scene) -> None:
    centre = scene.lise.organisation_id
    desk = scene.town.enrolled(centre, Profession.MEDIATOR, name="Ali Ben")
    assert "Centre des Addictions" in named(scene.receipt(desk))


def test_reads_before_it_was_openly_there_stay_untold(scene: Scene) -> None:
    scene.reads(scene.lise)
    assert "Lise Faure" not in read_by(scene.receipt(scene.ines))
    scene.joins(scene.lise)
    assert "Lise Faure" not in read_by(scene.receipt(scene.ines))
    scene.reads(scene.lise)
    (lise,) = (one for one in scene.receipt(scene.ines).readers if one.name == "Lise Faure")
    assert len(lise.at) == 1


def test_reads_of_who_has_left_are_still_told(scene: Scene) -> None:
    scene.reads(scene.paul)
    leave_circle(scene.town.network, LeaveCircle(pathway_id=scene.pathway_id), scene.paul)
    receipt = scene.receipt(scene.ines)
    assert "CCAS de Montfaucon" not in named(receipt)
    assert "Paul Arnal" in read_by(receipt)


def test_whoever_audits_is_told_as_such(scene: Scene) -> None:
    scene.traces.write(
        Trace(
            at=datetime.now(UTC),
            member_id=scene.rose.id,
            organisation_id=scene.rose.organisation_id,
            pathway_id=scene.pathway_id,
            look=Look.REPLAY,
            purpose=Purpose.AUDIT,
            as_of=None,
            grounds=frozenset({Ground.AUDIT_MANDATE}),
            classes=frozenset(),
            mandate_id=uuid4(),
            seen_as=scene.lise.organisation_id,
        )
    )
    (rose,) = scene.receipt(scene.ines).readers
    assert (rose.name, rose.organisation, rose.auditing) == ("Rose Vidal", "Hôpital du Puy", True)


def test_a_reminder_is_nobodys_read(scene: Scene) -> None:
    scene.traces.write(
        Trace(
            at=datetime.now(UTC),
            member_id=NOBODY,
            organisation_id=scene.ines.organisation_id,
            pathway_id=scene.pathway_id,
            look=Look.REMINDER,
            purpose=Purpose.FOLLOW_UP,
            as_of=None,
            grounds=frozenset(),
            classes=frozenset({DataClass.IDENTITY}),
        )
    )
    assert scene.receipt(scene.ines).readers == ()


def test_reading_it_is_told_on_the_next(scene: Scene) -> None:
    assert read_by(scene.receipt(scene.ines)) == []
    (trace,) = scene.traces.kept
    assert (trace.look, trace.purpose) == (Look.RECEIPT, Purpose.ASKED_BY_PERSON)
    assert read_by(scene.receipt(scene.paul)) == ["Inès Moulin"]


def test_each_answer_is_told_with_what_became_of_it(scene: Scene) -> None:
    ccas = scene.paul.organisation_id
    given = scene.town.consented(scene.pathway_id, ccas, DataClass.SOCIAL, by=scene.ines)
    scope = Scope(recipients=Recipients(organisations=(ccas,)), classes=(DataClass.STATUS,))
    refusing = RefuseConsent(pathway_id=scene.pathway_id, scope=scope)
    refuse_consent(scene.town.network, refusing, scene.ines)
    withdrawing = WithdrawConsent(pathway_id=scene.pathway_id, consent_id=given)
    withdraw_consent(scene.town.network, withdrawing, scene.ines)
    first, second = scene.receipt(scene.ines).consents
    assert (first.state, first.to) == (ConsentState.WITHDRAWN, ("CCAS de Montfaucon",))
    assert first.over_at is not None
    assert (second.state, second.classes) == (ConsentState.REFUSED, (DataClass.STATUS,))


def test_a_consent_to_what_its_maker_may_not_see_is_not_told(scene: Scene) -> None:
    ccas = scene.paul.organisation_id
    scene.town.consented(scene.pathway_id, ccas, DataClass.SCREENING, by=scene.abel)
    assert scene.receipt(scene.ines).consents == ()
    assert len(scene.receipt(scene.abel).consents) == 1


def test_objections_are_told(scene: Scene) -> None:
    command = ObjectToRecipient(
        pathway_id=scene.pathway_id, organisation_id=scene.rose.organisation_id
    )
    object_to_recipient(scene.town.network, command, scene.ines)
    (objection,) = scene.receipt(scene.ines).objections
    assert (objection.against, objection.lifted_at) == ("Hôpital du Puy", None)


def test_an_exchange_names_who_received_what(scene: Scene) -> None:
    paul = Named(organisation_id=scene.paul.organisation_id, member_id=scene.paul.id)
    command = ExchangeInformation(
        pathway_id=scene.pathway_id, named=(paul,), classes=(DataClass.SOCIAL,)
    )
    exchange_information(scene.town.network, command, scene.ines)
    (passed,) = scene.receipt(scene.ines).passed
    assert (passed.ground, passed.to) == (Ground.EXCHANGE, ("Paul Arnal",))


@pytest.mark.parametrize("family", FamilyInformed)
def test_what_the_family_must_not_know_is_on_no_receipt(
    scene: Scene, family: FamilyInformed
) -> None:
    shared = ChildProtectionShared(
        occurred_at=datetime.now(UTC),
        sharing_id=uuid4(),
        with_members=(scene.paul.id,),
        family=family,
    )
    scene.tells(shared)
    told = [passed.ground for passed in scene.receipt(scene.ines).passed]
    assert told == ([Ground.CHILD_PROTECTION] if family is FamilyInformed.INFORMED else [])


def test_an_emergency_is_told_with_its_reason_and_what_was_thought_of_it(scene: Scene) -> None:
    taking = TakeEmergencyAccess(
        pathway_id=scene.pathway_id, reason=EmergencyReason.UNCONSCIOUS, words="Found at the stop."
    )
    take_emergency_access(scene.town.network, taking, scene.rose)
    scene.reads(scene.rose)
    (emergency,) = scene.receipt(scene.ines).emergencies
    assert (emergency.member, emergency.organisation) == ("Rose Vidal", "Hôpital du Puy")
    assert (emergency.reason, emergency.verdict) == (EmergencyReason.UNCONSCIOUS, None)
    reviewing = ReviewEmergencyAccess(
        pathway_id=scene.pathway_id, access_id=taking.access_id, verdict=Verdict.JUSTIFIED
    )
    review_emergency_access(scene.town.network, reviewing, scene.ines)
    receipt = scene.receipt(scene.ines)
    assert receipt.emergencies[0].verdict is Verdict.JUSTIFIED
    (rose,) = (reader for reader in receipt.readers if reader.name == "Rose Vidal")
    assert rose.in_emergency


def test_the_one_to_carry_home_says_nothing_of_the_person(scene: Scene) -> None:
    scene.reads(scene.paul)
    receipt = scene.receipt(scene.ines, ReceiptVersion.CARRY)
    assert (receipt.called, receipt.made_by) == (None, "")
    assert (receipt.holders, receipt.readers, receipt.consents) == ((), (), ())
    assert receipt.call_back == "04 99 00 00 00"


def test_only_who_takes_part_makes_one(scene: Scene) -> None:
    taking = TakeEmergencyAccess(
        pathway_id=scene.pathway_id, reason=EmergencyReason.UNCONSCIOUS, words="Found at the stop."
    )
    take_emergency_access(scene.town.network, taking, scene.rose)
    for maker, pathway_id in ((scene.rose, None), (scene.ines, UUID(int=9))):
        for version in ReceiptVersion:
            with pytest.raises(PathwayNotOpened):
                scene.receipt(maker, version, of=pathway_id)


def test_one_that_cannot_be_traced_is_not_made(scene: Scene) -> None:
    scene.traces.broken = True
    for version in ReceiptVersion:
        with pytest.raises(StoreUnavailable):
            scene.receipt(scene.ines, version)
