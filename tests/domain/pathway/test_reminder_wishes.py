from uuid import UUID

from domain.kernel import Fact
from domain.pathway.contacts import ContactPointRemoved, RemovalReason
from domain.pathway.pathway import Pathway
from domain.pathway.reminder_wishes import (
    FullerTextsAlreadyWished,
    FullerTextsNotWished,
    FullerTextsWished,
    FullerTextsWishWithdrawn,
    RemindersAlreadyStopped,
    RemindersNotStopped,
    RemindersResumed,
    RemindersStopped,
    ToldBy,
)
from domain.pathway.wrong_file import FactRecordedInWrongFile
from tests.domain.pathway.people import MARCH_5, RELAIS, opened
from tests.domain.scenario import given, known

MOBILE, EMAIL = UUID(int=0xC1), UUID(int=0xC2)
STOPPED = RemindersStopped(occurred_at=MARCH_5, told_by=ToldBy.PHONE)
STOPPED_THERE = STOPPED.model_copy(update={"contact_id": MOBILE})
RESUMED = RemindersResumed(occurred_at=MARCH_5)
WISHED = FullerTextsWished(occurred_at=MARCH_5)
WITHDRAWN = FullerTextsWishWithdrawn(occurred_at=MARCH_5)


def stop(pathway: Pathway, contact_id: UUID | None = None) -> Fact:
    return pathway.reminder_wishes.stop(told_by=ToldBy.PHONE, contact_id=contact_id, at=MARCH_5)


def resume(pathway: Pathway, contact_id: UUID | None = None) -> Fact:
    return pathway.reminder_wishes.resume(contact_id=contact_id, at=MARCH_5)


def test_the_person_stops_reminders_everywhere_or_at_one_contact_point() -> None:
    given(opened()).when(stop).then(STOPPED)
    given(opened()).when(lambda pathway: stop(pathway, MOBILE)).then(STOPPED_THERE)
    given(opened(), STOPPED_THERE).when(stop).then(STOPPED)


def test_what_is_stopped_is_not_stopped_again() -> None:
    given(opened(), STOPPED).when(stop).then_refused(RemindersAlreadyStopped)
    for said in (STOPPED, STOPPED_THERE):
        given(opened(), said).when(lambda pathway: stop(pathway, MOBILE)).then_refused(
            RemindersAlreadyStopped
        )


def test_what_is_stopped_everywhere_is_stopped_at_each_contact_point() -> None:
    wishes = known(opened(), STOPPED).reminder_wishes
    assert wishes.all_stopped
    assert wishes.keep_from(MOBILE)


def test_what_is_stopped_at_one_contact_point_goes_to_another() -> None:
    wishes = known(opened(), STOPPED_THERE).reminder_wishes
    assert not wishes.all_stopped
    assert wishes.keep_from(MOBILE)
    assert not wishes.keep_from(EMAIL)


def test_reminders_resume_as_the_person_says() -> None:
    given(opened(), STOPPED).when(resume).then(RESUMED)
    assert not known(opened(), STOPPED, RESUMED).reminder_wishes.keep_from(MOBILE)
    there = known(opened(), STOPPED, STOPPED_THERE, RESUMED).reminder_wishes
    assert there.keep_from(MOBILE)  # what they said of this one stands


def test_what_is_not_stopped_does_not_resume() -> None:
    given(opened()).when(resume).then_refused(RemindersNotStopped)
    given(opened(), STOPPED_THERE).when(resume).then_refused(RemindersNotStopped)
    given(opened(), STOPPED).when(lambda pathway: resume(pathway, MOBILE)).then_refused(
        RemindersNotStopped
    )


def test_a_stop_goes_with_its_contact_point() -> None:
    removed = ContactPointRemoved(
        occurred_at=MARCH_5, contact_id=MOBILE, reason=RemovalReason.NO_LONGER_WORKS
    )
    wrong = FactRecordedInWrongFile(occurred_at=MARCH_5, entry_id=MOBILE, erased_by=RELAIS)
    for gone in (removed, wrong):
        assert not known(opened(), STOPPED_THERE, gone).reminder_wishes.stopped
    assert known(opened(), STOPPED, removed).reminder_wishes.all_stopped


def test_only_the_person_asks_for_fuller_texts_and_takes_it_back() -> None:
    assert not known(opened()).reminder_wishes.fuller_texts
    given(opened()).when(wish).then(WISHED)
    given(opened(), WISHED).when(withdraw).then(WITHDRAWN)
    given(opened(), WISHED).when(wish).then_refused(FullerTextsAlreadyWished)
    given(opened(), WISHED, WITHDRAWN).when(withdraw).then_refused(FullerTextsNotWished)


def wish(pathway: Pathway) -> Fact:
    return pathway.reminder_wishes.wish_fuller_texts(at=MARCH_5)


def withdraw(pathway: Pathway) -> Fact:
    return pathway.reminder_wishes.withdraw_fuller_texts(at=MARCH_5)
