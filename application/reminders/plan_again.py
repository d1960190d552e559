"""Plan what is living under rules that are new: their pathways may see no event for long.

Planners follow the history; a rule that is new, or says something else, is planned besides over
all pathways, once, a page at a time. Whoever is killed leaves the page to the next; several do the
same page twice, which adds nothing.
"""

from collections.abc import Sequence
from hashlib import sha256

from application.reminders.plan_reminders import readable, reminders_in
from application.reminders.reminding import Reminding
from application.reminders.rules_in_force import Pass
from domain.reminders.rules import ReminderPack, ReminderRule

AT_ONCE = 100  # pathways


def plan_again(reminding: Reminding, *, at_once: int = AT_ONCE) -> int:
    """How many streams were read for rules that are new; 0 when each was planned everywhere."""
    digests = {_digest(rule, reminding): rule for rule in reminding.in_force.rules}
    passes = reminding.switches.passes(digests)
    behind = {digest: now for digest in digests if not (now := passes[digest]).done}
    if not behind:
        return 0
    at = next(iter(behind.values()))
    together = [digest for digest, reached in behind.items() if reached == at]
    stream_ids = reminding.network.log.stream_ids(after=at.reached, limit=at_once)
    streams, _ = readable(stream_ids, reminding.network.log)
    only = _only(reminding.pack, [digests[digest] for digest in together])
    reminding.rows.add(reminders_in(streams, reminding, pack=only))
    last = stream_ids[-1] if stream_ids else at.reached
    reminding.switches.advance(together, was=at, now=Pass(last, done=len(stream_ids) < at_once))
    return len(stream_ids) or 1


def _only(pack: ReminderPack, rules: Sequence[ReminderRule]) -> ReminderPack:
    return pack.model_copy(update={"rules": tuple(rules)})


def _digest(rule: ReminderRule, reminding: Reminding) -> str:
    """Another wherever the rule would plan otherwise: what it says, since when, under which law."""
    terms = reminding.terms
    since = terms.since.get(rule.id)
    said = (
        rule.model_dump_json(),
        terms.pack.hours.model_dump_json(),
        since.isoformat() if since else "",
        terms.rights.version,
        terms.referrals.model_dump_json(),
    )
    return f"{rule.id}:{sha256('|'.join(said).encode()).hexdigest()[:32]}"
