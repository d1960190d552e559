"""Gaps in the health cover, told whenever a fact opens, closes or moves one."""

from datetime import date
from operator import attrgetter

from domain.dates import DAY
from domain.kernel import Fact
from domain.pathway.rights import facts as said
from domain.pathway.rights.held import Held
from domain.pathway.rights.right import Right, Stage
from domain.rights.periods import gaps
from domain.rights.rules import RulePack
from domain.rights.schemes import Cover, EndReason

NO_GAP = 0
LASTING = None


def days_by_first_day(held: Held, cover: Cover) -> dict[date, int | None]:
    """Days of each gap in a cover; the last one lasts once no right is said to run on."""
    days = {
        first: LASTING if last is None else (last - first).days + 1
        for first, last in gaps(held.periods(cover))
    }
    if any(_runs_on(right) for right in held.giving(cover)):
        return {first: length for first, length in days.items() if length is not LASTING}
    return days


def with_gaps(held: Held, fact: Fact, *, cover: Cover | None, rules: RulePack) -> list[Fact]:
    """The fact, and what it changes in the gaps of the cover it is about."""
    if cover is None:
        return [fact]
    following = held.after([fact])
    was, now = days_by_first_day(held, cover), days_by_first_day(following, cover)
    if was == now:
        return [fact]
    rights = held.giving(cover) + following.giving(cover)
    data_class = max((right.data_class for right in rights), key=attrgetter("rank"))
    told = [fact]
    for first in sorted(was.keys() | now.keys()):
        before, after = was.get(first, NO_GAP), now.get(first, NO_GAP)
        if before != after and (before == NO_GAP or after is LASTING):
            told.append(
                said.CoverageGapOpened(
                    occurred_at=fact.occurred_at,
                    data_class=data_class,
                    rule_version=rules.version,
                    cover=cover,
                    starts_on=first,
                )
            )
        if before != after and after is not LASTING:
            told.append(
                said.CoverageGapClosed(
                    occurred_at=fact.occurred_at,
                    data_class=data_class,
                    rule_version=rules.version,
                    cover=cover,
                    starts_on=first,
                    days=after,
                    avoidable=_renewal_was_in_time(held.giving(cover), first),
                )
            )
    return told


def _runs_on(right: Right) -> bool:
    dead = right.ending is not None and right.ending.reason is EndReason.DEATH
    return right.stage is Stage.OPEN or dead


def _renewal_was_in_time(rights: list[Right], first_day: date) -> bool:
    return any(
        right.request is not None
        and right.request.in_time is True
        and any(period.ends_on == first_day - DAY for period in right.periods)
        for right in rights
    )
