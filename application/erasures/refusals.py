"""Why an erasure is not asked for, or not approved."""

from domain.refusals import Conflict, Forbidden, NotFound


class ErasureUnknown(NotFound):
    code = "erasure-unknown"
    title = "There is no such erasure that you may see."


class ErasureNotYoursToApprove(Forbidden):
    code = "erasure-not-yours-to-approve"
    title = "An erasure is approved by somebody else than who asked: ask a colleague to approve it."


class ErasureAlreadyApproved(Conflict):
    code = "erasure-already-approved"
    title = "This erasure was approved already: it is being carried out."


class NotCertifiedYet(Conflict):
    code = "erasure-not-certified-yet"
    title = "The erasure is not over: the certificate comes with its last step."
