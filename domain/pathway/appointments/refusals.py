"""How what is asked of an appointment is refused."""

from domain.refusals import Conflict, NotFound


class AppointmentUnknown(NotFound):
    code = "appointment-unknown"
    title = "There is no such appointment on this pathway, or none that you may see."


class AppointmentAlreadyBooked(Conflict):
    code = "appointment-already-booked"
    title = "This appointment is booked already: move it instead."


class AppointmentIsOver(Conflict):
    code = "appointment-is-over"
    title = "This appointment was attended, missed or cancelled: correct that, or book another."


class AppointmentNotMoved(Conflict):
    code = "appointment-not-moved"
    title = "This is the present time and place of the appointment."


class AppointmentNotYetHeld(Conflict):
    code = "appointment-not-yet-held"
    title = "The day of this appointment has not come: nobody can have attended or missed it."


class TransportNotSaid(Conflict):
    code = "transport-not-said"
    title = "Say first, among the needs, how the person gets there."


class TransportAlreadyArranged(Conflict):
    code = "transport-already-arranged"
    title = "Transport is arranged already; it is to be arranged again once the time changes."


class NothingToCorrect(Conflict):
    code = "nothing-to-correct"
    title = "This is what is recorded, or nothing is recorded yet."
