"""Words for what is recalled, to whom, and what became of it."""

from api.console.wording.tables import Tables
from api.languages.words import phrase
from application.inbox.ports import InboxKind
from application.reminders.lives import Happening, Stage
from application.reminders.ports import DueState
from domain.pathway.reminder_answers import Answer
from domain.pathway.reminder_wishes import ToldBy
from domain.pathway.reminders import Channel, Outcome
from domain.pathway.reminders import SuppressionReason as WhyNotSent
from domain.reminders.rules import Audience as Told
from domain.reminders.triggers import Trigger

REMINDERS: Tables = {
    Trigger: {
        Trigger.APPOINTMENT: phrase("Appointment"),
        Trigger.RIGHT_RENEWAL: phrase("Renewal of a right"),
        Trigger.MISSING_DOCUMENT: phrase("Missing document"),
        Trigger.APPLICATION_UNANSWERED: phrase("Application without an answer"),
        Trigger.REFERRAL_UNANSWERED: phrase("Referral without an answer"),
        Trigger.FOLLOW_UP: phrase("Follow-up"),
        Trigger.NO_CONTACT: phrase("No contact"),
        Trigger.CONSENT_EXPIRY: phrase("End of a consent"),
        Trigger.RETENTION_END: phrase("End of the retention period"),
    },
    Told: {
        Told.PERSON: phrase("The person"),
        Told.REFERENT: phrase("Referent"),
        Told.RECEIVER: phrase("Organisation asked"),
        Told.SENDER: phrase("Requesting organisation"),
        Told.COORDINATOR: phrase("Coordinator"),
    },
    Channel: {
        Channel.EMAIL: phrase("E-mail"),
        Channel.TEXT: phrase("Text message"),
        Channel.LETTER: phrase("Letter"),
        Channel.CALL: phrase("Telephone call"),
        Channel.INBOX: phrase("Inbox"),
    },
    WhyNotSent: {
        WhyNotSent.MOVED: phrase("Moved to another time"),
        WhyNotSent.CANCELLED: phrase("Called off"),
        WhyNotSent.DONE: phrase("Done"),
        WhyNotSent.WITHDRAWN: phrase("Entered in error"),
        WhyNotSent.TOO_LATE: phrase("Too late"),
        WhyNotSent.CONTACT_SUSPENDED: phrase("Reminders suspended"),
        WhyNotSent.STOPPED: phrase("The person wants none"),
        WhyNotSent.NO_SAFE_CHANNEL: phrase("No safe way to reach the person"),
        WhyNotSent.DAILY_CAP: phrase("Enough messages that day"),
        WhyNotSent.PATHWAY_CLOSED: phrase("Pathway closed"),
        WhyNotSent.DECEASED: phrase("Death"),
        WhyNotSent.ERASED: phrase("Erased"),
        WhyNotSent.RULE_ENDED: phrase("Rule no longer applied"),
    },
    Outcome: {
        Outcome.SENT: phrase("Sent"),
        Outcome.DELIVERED: phrase("Delivered"),
        Outcome.SUPPRESSED: phrase("Not sent"),
        Outcome.FAILED: phrase("Failed"),
    },
    Answer: {
        Answer.CONFIRMED: phrase("Will come"),
        Answer.ASKS_TO_MOVE: phrase("Asks for another time"),
    },
    ToldBy: {
        ToldBy.LINK: phrase("By the link of a message"),
        ToldBy.REPLY: phrase("In reply to a message"),
        ToldBy.PHONE: phrase("By telephone"),
        ToldBy.IN_PERSON: phrase("In person"),
    },
    Stage: {
        Stage.PLANNED: phrase("Planned"),
        Stage.WAITING: phrase("Waiting"),
        Stage.LEAVING: phrase("Leaving"),
        Stage.SENT: phrase("Sent"),
        Stage.DELIVERED: phrase("Delivered"),
        Stage.SUPPRESSED: phrase("Not sent"),
        Stage.TO_CALL: phrase("To be called"),
        Stage.UNCERTAIN: phrase("Uncertain"),
        Stage.FAILED: phrase("Failed"),
        Stage.DROPPED: phrase("Set aside"),
    },
    Happening: {
        Happening.SENT: phrase("Sent"),
        Happening.DELIVERED: phrase("Delivered"),
        Happening.SUPPRESSED: phrase("Not sent"),
        Happening.FAILED: phrase("Failed"),
        Happening.RETRIED: phrase("Tried again"),
        Happening.ANSWERED: phrase("Answered"),
    },
    DueState: {
        DueState.WAITING: phrase("Waiting"),
        DueState.QUEUED: phrase("Queued"),
        DueState.SENDING: phrase("Leaving"),
        DueState.SENT: phrase("Sent"),
        DueState.DELIVERED: phrase("Delivered"),
        DueState.SUPPRESSED: phrase("Not sent"),
        DueState.TO_CALL: phrase("To be called"),
        DueState.UNCERTAIN: phrase("Uncertain"),
        DueState.DEAD: phrase("Given up"),
        DueState.DROPPED: phrase("Set aside"),
    },
    InboxKind: {
        InboxKind.REMINDER: phrase("Reminder"),
        InboxKind.CALL: phrase("To be called"),
        InboxKind.NOT_DELIVERED: phrase("Message not delivered"),
        InboxKind.ASKS_TO_MOVE: phrase("Asks for another time"),
        InboxKind.EMERGENCY_ACCESS: phrase("Emergency access"),
    },
}
