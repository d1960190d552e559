"""The days to watch on a right, under the rules of its scheme."""

from dataclasses import dataclass

from domain.pathway.rights.right import Request, Right
from domain.rights.clocks import (
    Deadline,
    Window,
    answer_due,
    appeal_answer_due,
    appeal_due,
    renewal_window,
)
from domain.rights.rules import SchemeRules
from domain.rights.schemes import AppealStep, Decision


@dataclass(frozen=True, slots=True)
class Deadlines:
    """None where no clock runs, or none is known."""

    answer: Deadline | None = None  # of the service, to the application or the renewal
    appeal: Deadline | None = None  # of the person, against a refusal
    appeal_answer: Deadline | None = None
    renewal: Window | None = None
    end: Deadline | None = None  # the last day covered


def deadlines_of(right: Right, rules: SchemeRules) -> Deadlines:
    """What runs now; a last day that was told is certain, one that the rules give may not be."""
    if right.ending is not None:
        return Deadlines()
    end = right.last_day
    asked = _of_request(right.request, rules) if right.request else Deadlines()
    return Deadlines(
        answer=asked.answer,
        appeal=asked.appeal,
        appeal_answer=asked.appeal_answer,
        renewal=None if right.awaits_answer else renewal_window(rules.renewal, ends=end),
        end=Deadline(end, verified=True) if end else None,
    )


def _of_request(request: Request, rules: SchemeRules) -> Deadlines:
    if request.answer is None:
        due = answer_due(rules.answer, filed=request.filed_on, complete=request.complete_on)
        return Deadlines(answer=due)
    if request.answer is Decision.GRANTED:
        return Deadlines()
    latest = rules.appeal(request.appeal) if request.appeal else None
    if request.appeal_is_pending:
        return Deadlines(appeal_answer=appeal_answer_due(latest, filed=request.appealed_on))
    step = AppealStep.COURT if request.appeal else AppealStep.PRIOR
    rule = rules.appeal(step) or rules.appeal(AppealStep.COURT)
    return Deadlines(appeal=appeal_due(rule, refused=request.answered_on))
