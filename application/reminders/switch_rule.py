"""Switch a rule on or off for this network, without touching its file."""

from application.reminders.rules_in_force import RulesInForce
from domain.refusals import Conflict, NotFound
from domain.reminders.rules import ReminderPack


class RuleUnknown(NotFound):
    code = "rule-unknown"
    title = "No reminder rule has this id: `cordee reminders rules list` shows them."


class RuleStandsSo(Conflict):
    code = "rule-stands-so"
    title = "This reminder rule stands so already."


def switch_rule(switches: RulesInForce, pack: ReminderPack, rule_id: str, *, on: bool) -> None:
    """What was planned under a rule that is off is held back when its moment comes.

    One that is switched on again begins anew: what had passed meanwhile is not recalled.

    Raises:
        RuleUnknown: the pack has no such rule.
        RuleStandsSo: it is on, or off, already; or its file says that it is off.
    """
    known = {rule.id: rule for rule in pack.rules}
    if rule_id not in known:
        raise RuleUnknown
    if not (known[rule_id].enabled and switches.switch(rule_id, on=on)):
        raise RuleStandsSo
