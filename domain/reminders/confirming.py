"""Whether the moment of a reminder follows from a rule of law that is to be confirmed."""

from uuid import UUID

from domain.pathway.pathway import Pathway
from domain.reminders.triggers import Trigger
from domain.rights.rules import RulePack


def is_to_be_confirmed(
    pathway: Pathway, *, trigger: Trigger, cause_id: UUID, rights: RulePack
) -> bool:
    """Whoever is told checks it first; the person is not told."""
    right = pathway.rights.by_id.get(cause_id)
    if right is None:
        return False
    rules = rights.of(right.scheme)
    match trigger:
        case Trigger.RIGHT_RENEWAL:
            return rules.renewal is not None and not rules.renewal.verified
        case Trigger.APPLICATION_UNANSWERED:
            return rules.answer is not None and not rules.answer.verified
    return False
