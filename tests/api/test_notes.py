from tests.api.conftest import As

INTERVIEW = {"mode": "outreach", "minutes": 45, "themes": ["rights", "documents"]}


def test_a_note_is_written_corrected_and_withdrawn(as_: As) -> None:
    ines = as_("ines")
    notes = f"{ines.pathway()}/notes"
    note = f"{notes}/{ines.recorded(notes, text='Elle garde ses papiers chez une amie.')}"
    ines.recorded(f"{note}/correction", text="Chez sa sœur.", data_class="protection")
    ines.recorded(f"{note}/withdrawal")
    assert ines.refused(f"{note}/withdrawal") == (404, "note-unknown")


def test_an_interview_is_held_and_withdrawn(as_: As) -> None:
    ines = as_("ines")
    interviews = f"{ines.pathway()}/interviews"
    held = f"{interviews}/{ines.recorded(interviews, interview=INTERVIEW)}"
    ines.recorded(f"{held}/withdrawal")
    assert ines.refused(f"{held}/withdrawal") == (404, "interview-unknown")
    for minutes in (0, 601, 1e400, "many", 10**40):
        unreadable = ines.refused(interviews, interview=INTERVIEW | {"minutes": str(minutes)})
        assert unreadable == (422, "unreadable")
