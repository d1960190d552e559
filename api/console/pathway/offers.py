"""What this room offers to do, each in a few words beside what it is about."""

from typing import NamedTuple

from api.languages.words import phrase

HERE = "/pathways/{pathway_id}"


class Offer(NamedTuple):
    words: str
    path: str  # of the API's route, after its version


def offer(words: str, path: str) -> Offer:
    return Offer(words, f"{HERE}{path}")


INTERVIEW = offer(phrase("Report an interview"), "/interviews")
REFER = offer(phrase("Refer to common law"), "/referrals")
REOPEN = offer(phrase("Follow again"), "/reopening")

FOLLOW_UP = "/follow-ups/{follow_up_id}"
FOLLOWED_UP = offer(phrase("Say that it is done"), f"{FOLLOW_UP}/completion")
NOT_FOLLOWED_UP = offer(phrase("It could not be done"), f"{FOLLOW_UP}/absence")
ANOTHER_DAY = offer(phrase("Choose another day"), f"{FOLLOW_UP}/move")

APPOINTMENT = "/appointments/{appointment_id}"
WENT = offer(phrase("They went"), f"{APPOINTMENT}/attendance")
DID_NOT_COME = offer(phrase("They did not come"), f"{APPOINTMENT}/absence")
MOVED = offer(phrase("Move it"), f"{APPOINTMENT}/move")
CALLED_OFF = offer(phrase("Call it off"), f"{APPOINTMENT}/cancellation")
NEEDED_TO_GO = offer(phrase("Say what is needed to go"), f"{APPOINTMENT}/needs")
RIDE_ARRANGED = offer(phrase("The ride is arranged"), f"{APPOINTMENT}/transport-arrangement")

JOURNEY = "/accompaniments/{accompaniment_id}"
WENT_ALONG = offer(phrase("Say how it went"), f"{JOURNEY}/completion")
NOT_GOING = offer(phrase("It does not take place"), f"{JOURNEY}/refusal")

RIGHT = "/rights/{right_id}"
COLLECTED = offer(phrase("It is there"), f"{RIGHT}/documents/{{document}}/collection")
GRANTED = offer(phrase("It is granted"), f"{RIGHT}/opening")
REFUSED = offer(phrase("It is refused"), f"{RIGHT}/refusal")
SILENCE = offer(phrase("Nobody answered"), f"{RIGHT}/implied-decision")
APPEALED = offer(phrase("An appeal is filed"), f"{RIGHT}/appeal")
APPEAL_ANSWERED = offer(phrase("The appeal is answered"), f"{RIGHT}/appeal/decision")
RENEWAL_FILED = offer(phrase("The renewal is filed"), f"{RIGHT}/renewal-filing")
RENEWED = offer(phrase("It is renewed"), f"{RIGHT}/renewal")
ENDED = offer(phrase("It ended"), f"{RIGHT}/end")

REFERRAL = "/referrals/{referral_id}"
ACCEPT = offer(phrase("Accept it"), f"{REFERRAL}/acceptance")
DECLINE = offer(phrase("Decline it"), f"{REFERRAL}/rejection")
START = offer(phrase("It has begun"), f"{REFERRAL}/start")
HOLD = offer(phrase("Put it on hold"), f"{REFERRAL}/hold")
COMPLETE = offer(phrase("It is done"), f"{REFERRAL}/completion")
FAILED = offer(phrase("It failed"), f"{REFERRAL}/failure")
CHASE = offer(phrase("Ask again"), f"{REFERRAL}/chase")
CANCEL = offer(phrase("Cancel it"), f"{REFERRAL}/cancellation")
RELAYED = offer(phrase("The relay is effective"), f"{REFERRAL}/relay")
CAME_BACK = offer(phrase("The person came back"), f"{REFERRAL}/return")

STAY = "/stays/{stay_id}"
PLACE_OFFERED = offer(phrase("Offer the place"), f"{STAY}/offer")
PLACE_ACCEPTED = offer(phrase("Accept the place"), f"{STAY}/acceptance")
PLACE_DECLINED = offer(phrase("It comes to nothing"), f"{STAY}/refusal")
STAY_BEGINS = offer(phrase("The stay begins"), f"{STAY}/start")
STAY_LASTS = offer(phrase("It lasts longer"), f"{STAY}/extension")
STAY_ENDS = offer(phrase("It ends"), f"{STAY}/end")

GOAL_REACHED = offer(phrase("It is reached"), "/goals/{goal_id}/achievement")
GOAL_ABANDONED = offer(phrase("The person gives it up"), "/goals/{goal_id}/abandonment")
CAME = offer(phrase("Say whether they came"), "/workshops/{attendance_id}/attendance")
TEST_READ = offer(phrase("Read it"), "/screening/tests/{test_id}/reading")
TEST_MADE = offer(phrase("Make it again"), "/screening/tests")
TEST_CONFIRMED = offer(phrase("Order a confirmation"), "/screening/tests/{test_id}/confirmation")
RESULT_IN = offer(
    phrase("The laboratory answered"), "/screening/tests/{test_id}/confirmation/result"
)
RESULT_TOLD = offer(
    phrase("The person was told"), "/screening/tests/{test_id}/confirmation/result/telling"
)
RELAY_ANSWERED = offer(phrase("It is answered"), "/psychology/relays/{relay_id}/answer")
RELAY_STARTED = offer(phrase("It has begun"), "/psychology/relays/{relay_id}/start")

STOP = offer(phrase("Stop reminders, as the person asks"), "/reminders/stop")
STOP_NO_MORE = offer(phrase("Resume reminders, as the person asks"), "/reminders/stop/end")
SUSPEND = offer(phrase("Suspend contact"), "/contact-suspension")
RESUME = offer(phrase("Resume contact"), "/contact-suspension/end")
ADD_CONTACT = offer(phrase("Add a way to reach them"), "/contact-points")
UNSAFE = offer(phrase("Not safe"), "/contact-points/{contact_id}/warning")
GONE = offer(phrase("Remove"), "/contact-points/{contact_id}/removal")

INVITE = offer(phrase("Invite an organisation"), "/circle/invitations")
ANSWER_JOINING = offer(phrase("Answer"), "/circle/requests/answers")

SAME_PERSON = offer(phrase("The same person"), "/duplicates/{flag_id}/confirmation")
SOMEBODY_ELSE = offer(phrase("Somebody else"), "/duplicates/{flag_id}/dismissal")
UNLINK = offer(phrase("End the link"), "/links/{link_id}/end")
