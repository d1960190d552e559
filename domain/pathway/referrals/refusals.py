"""How what is asked of a referral is refused."""

from domain.refusals import Conflict, Forbidden, NotFound


class ReferralUnknown(NotFound):
    code = "referral-unknown"
    title = "There is no such referral on this pathway, or none that you may see."


class ReferralAlreadyRequested(Conflict):
    code = "referral-already-requested"
    title = "This referral has left already: cancel it and make another."


class ReferralToOneself(Conflict):
    code = "referral-to-oneself"
    title = "An organisation refers to others: plan a follow-up for what it does itself."


class ReferralAlreadyAnswered(Conflict):
    code = "referral-already-answered"
    title = "A referral is answered once: see its present state."


class ReferralNotAtThisStep(Conflict):
    code = "referral-not-at-this-step"
    title = "This referral is not at a step that allows it: see its present state."


class ReferralNotYours(Forbidden):
    code = "referral-not-yours"
    title = "Only the organisation whose turn it is may do this to a referral."


class ReasonContradictsRefusal(Conflict):
    code = "reason-contradicts-refusal"
    title = "“The person declined” goes with a refusal by the person, and with no other."


class ReferralStillInTime(Conflict):
    code = "referral-still-in-time"
    title = "This referral may still be answered: it has not expired."


class RelayAlreadyEffective(Conflict):
    code = "relay-already-effective"
    title = "This relay was declared effective before."


class ReturnAlreadyRecorded(Conflict):
    code = "return-already-recorded"
    title = "This return after a relay was recorded before."
