"""Why something cannot be said of a workshop."""

from domain.refusals import Conflict, NotFound


class WorkshopUnknown(NotFound):
    code = "workshop-unknown"
    title = "Your organisation holds no such workshop."


class WorkshopSessionUnknown(NotFound):
    code = "workshop-session-unknown"
    title = "This workshop has no such session."


class WorkshopSessionAlreadyPlanned(Conflict):
    code = "workshop-session-already-planned"
    title = "This workshop has a session at that time already."


class WorkshopFull(Conflict):
    code = "workshop-full"
    title = "Every place of this session is taken: give one back, add places, or plan a session."


class FewerPlacesThanTaken(Conflict):
    code = "fewer-places-than-taken"
    title = "More places than that are taken in a session: give some back first."


class PeopleHavePlaces(Conflict):
    code = "people-have-places"
    title = "Known people have places here: give these back on their pathways first."


class WorkshopClassStands(Conflict):
    code = "workshop-class-stands"
    title = "People came under another class of theme: open another workshop for this one."


class WorkshopSessionNotBegun(Conflict):
    code = "workshop-session-not-begun"
    title = "This session has not begun: say who came once it has."


class WorkshopSessionAlreadyHeld(Conflict):
    code = "workshop-session-already-held"
    title = "This session was held: correct its counts instead."


class NobodyNamelessThere(Conflict):
    code = "nobody-nameless-there"
    title = "Nobody without a name is counted in this session: take a place instead."
