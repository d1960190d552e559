from uuid import UUID

from domain.pathway.meetings import MeetingEnteredInError, MeetingUnknown, MetDuringActivity
from domain.pathway.wrong_file import FactRecordedInWrongFile
from tests.domain.pathway.people import CCAS, MARCH_4, MARCH_5, RELAIS, opened
from tests.domain.scenario import given, known

SESSION, MEETING = (UUID(f"eeeeeeee-0000-4000-8000-00000000000{n}") for n in (1, 2))
MET = MetDuringActivity(occurred_at=MARCH_4, meeting_id=MEETING, activity_id=SESSION, met_by=RELAIS)
WITHDRAWN = MeetingEnteredInError(occurred_at=MARCH_5, meeting_id=MEETING, withdrawn_by=RELAIS)


def test_somebody_known_is_met_once_a_session() -> None:
    for facts, expected in (([], [MET]), ([MET], [])):
        given(opened(), *facts).when(
            lambda pathway: pathway.meetings.meet(
                meeting_id=MEETING, activity_id=SESSION, by=RELAIS, at=MARCH_4
            )
        ).then(*expected)


def test_those_who_met_somebody_say_that_they_did_not() -> None:
    given(opened(), MET).when(
        lambda pathway: pathway.meetings.withdraw(meeting_id=MEETING, by=RELAIS, at=MARCH_5)
    ).then(WITHDRAWN)
    for facts, by in (([MET], CCAS), ([], RELAIS), ([MET, WITHDRAWN], RELAIS)):
        given(opened(), *facts).when(
            lambda pathway, by=by: pathway.meetings.withdraw(meeting_id=MEETING, by=by, at=MARCH_5)
        ).then_refused(MeetingUnknown)


def test_a_meeting_of_somebody_else_is_not_here() -> None:
    wrong = FactRecordedInWrongFile(occurred_at=MARCH_5, entry_id=MEETING, erased_by=RELAIS)
    assert known(opened(), MET, wrong).meetings.by_id == {}
