from datetime import date

from domain.pathway.pace import (
    ContactAlreadySuspended,
    ContactNotSuspended,
    ContactResumed,
    ContactSuspended,
    SuspensionEndsBefore,
    SuspensionReason,
)
from domain.pathway.pathway import Pathway
from tests.domain.pathway.people import MARCH_5, opened
from tests.domain.scenario import given, known

MARCH_31 = date(2026, 3, 31)
UNTIL_MARCH_31 = ContactSuspended(
    occurred_at=MARCH_5, reason=SuspensionReason.PERSON_ASKED, until=MARCH_31
)
UNTIL_THEY_SAY = UNTIL_MARCH_31.model_copy(update={"until": None})
RESUMED = ContactResumed(occurred_at=MARCH_5)


def suspend(pathway: Pathway, until: date | None = MARCH_31) -> ContactSuspended:
    return pathway.pace.suspend(reason=SuspensionReason.PERSON_ASKED, until=until, at=MARCH_5)


def resume(pathway: Pathway) -> ContactResumed:
    return pathway.pace.resume(at=MARCH_5)


def test_contact_is_suspended_until_a_day_or_until_they_say_so() -> None:
    given(opened()).when(suspend).then(UNTIL_MARCH_31)
    given(opened()).when(lambda pathway: suspend(pathway, None)).then(UNTIL_THEY_SAY)
    given(opened(), UNTIL_MARCH_31).when(lambda pathway: suspend(pathway, None)).then(
        UNTIL_THEY_SAY
    )
    given(opened(), UNTIL_MARCH_31).when(suspend).then_refused(ContactAlreadySuspended)


def test_a_suspension_does_not_end_in_the_past() -> None:
    given(opened()).when(lambda pathway: suspend(pathway, date(2026, 3, 4))).then_refused(
        SuspensionEndsBefore
    )
    today = date(2026, 3, 5)
    given(opened()).when(lambda pathway: suspend(pathway, today)).then(
        UNTIL_MARCH_31.model_copy(update={"until": today})
    )


def test_contact_resumes() -> None:
    given(opened(), UNTIL_MARCH_31).when(resume).then(RESUMED)
    given(opened()).when(resume).then_refused(ContactNotSuspended)


def test_the_last_day_of_a_suspension_is_part_of_it() -> None:
    pace = known(opened(), UNTIL_MARCH_31).pace
    assert pace.is_suspended(MARCH_31)
    assert not pace.is_suspended(date(2026, 4, 1))
    assert known(opened(), UNTIL_THEY_SAY).pace.is_suspended(date(2099, 1, 1))
    assert not known(opened(), UNTIL_THEY_SAY, RESUMED).pace.is_suspended(MARCH_31)
