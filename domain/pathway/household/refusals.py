"""Why something cannot be said of the household."""

from domain.refusals import Conflict, NotFound


class ChildUnknown(NotFound):
    code = "child-unknown"
    title = "There is no such child in this household."


class ChildAlreadyLinked(Conflict):
    code = "child-already-linked"
    title = "This child's pathway is already linked to this household."


class ChildIsThePerson(Conflict):
    code = "child-is-the-person"
    title = "Nobody is their own child: link another pathway."


class AuthorityUnknown(NotFound):
    code = "authority-unknown"
    title = "There is no such holder of parental authority."


class AuthorityOfOneself(Conflict):
    code = "authority-of-oneself"
    title = "A minor does not hold parental authority over themself: name who does."


class ParentalContactNotForbidden(Conflict):
    code = "parental-contact-not-forbidden"
    title = "Contact with this holder is not forbidden."
