"""Which accesses to a pathway end, and when nothing of it is kept any more."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from domain.dates import plus_months
from domain.kernel import Fact
from domain.pathway.pathway import Pathway
from domain.pathway.sharing.circle import Participation
from domain.retention.policy import RetentionPolicy


def ends_by_retention(pathway: Pathway, policy: RetentionPolicy, *, now: datetime) -> list[Fact]:
    """What the policy makes happen on a pathway now: ends announced, accesses ended."""
    return [
        fact
        for organisation_id, part in pathway.sharing.circle.items()
        for fact in _of(pathway, organisation_id, part, policy, now=now)
    ]


def is_kept_no_longer(pathway: Pathway, policy: RetentionPolicy, *, on: date) -> bool:
    """Whether nobody is left, and the restricted archive has lasted."""
    since = pathway.retention.reached_at
    if since is None or pathway.sharing.circle or pathway.erasing.done:
        return False
    return on > plus_months(since.date(), policy.archive.months)


def last_contact(pathway: Pathway, organisation_id: UUID, part: Participation) -> datetime:
    """When the organisation last had to do with the person; its coming in counts."""
    met = pathway.encounters.last(organisation_id=organisation_id)
    return max(part.since, met) if met else part.since


def ends_on(
    pathway: Pathway, organisation_id: UUID, part: Participation, policy: RetentionPolicy
) -> date:
    """The last day of an organisation's access, unless it meets the person again."""
    contact = last_contact(pathway, organisation_id, part)
    planned = plus_months(contact.date(), policy.access.months)
    announced = pathway.retention.announced.get(organisation_id)
    return max(planned, announced.ends_on) if announced else planned


def _of(
    pathway: Pathway,
    organisation_id: UUID,
    part: Participation,
    policy: RetentionPolicy,
    *,
    now: datetime,
) -> Iterator[Fact]:
    contact = last_contact(pathway, organisation_id, part)
    ends_on = plus_months(contact.date(), policy.access.months)
    today, notice = now.date(), timedelta(days=policy.announced_days)
    announced = pathway.retention.announced.get(organisation_id)
    if announced is not None and announced.ends_on >= ends_on:
        if today > announced.ends_on:
            yield pathway.retention.end(
                organisation_id=organisation_id,
                policy_version=policy.version,
                data_class=part.data_class,
                at=now,
            )
    elif today >= ends_on - notice:
        yield pathway.retention.announce(
            organisation_id=organisation_id,
            ends_on=max(ends_on, today + notice),
            policy_version=policy.version,
            data_class=part.data_class,
            at=now,
        )
