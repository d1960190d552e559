"""Why something about an accompaniment is refused."""

from domain.refusals import Conflict, NotFound


class AccompanimentUnknown(NotFound):
    code = "accompaniment-unknown"
    title = "There is no such accompaniment on this pathway."


class AccompanimentAlreadyKnown(Conflict):
    code = "accompaniment-already-known"
    title = "This accompaniment is already on the pathway."


class AccompanimentIsOver(Conflict):
    code = "accompaniment-is-over"
    title = "This accompaniment was carried out or refused: plan another one."


class NoSuchAppointment(NotFound):
    code = "accompanied-appointment-unknown"
    title = "The appointment to go to is not on this pathway."
