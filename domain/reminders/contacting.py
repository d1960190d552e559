"""Which contact points a reminder may go to: the person's own, then, of a minor, their parents'."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from domain.pathway.contacts import ContactKind, ContactPoint
from domain.pathway.pathway import Pathway
from domain.pathway.reminders import Channel
from domain.reminders.cause import Cause
from domain.reminders.rules import ReminderRule
from domain.reminders.terms import Terms

# Nothing leaves by itself to a landline, to a third party, or by post.
REACHED_BY = {Channel.TEXT: ContactKind.MOBILE, Channel.EMAIL: ContactKind.EMAIL}


class Way(NamedTuple):
    """One way to reach the person."""

    channel: Channel
    contact_id: UUID
    to: ContactPoint


def ways_to(
    pathway: Pathway, cause: Cause, rule: ReminderRule, terms: Terms, *, on: date
) -> Iterator[Way]:
    """Every safe way, the best first: their own by the rule's channels, then by their parents'.

    Of two of a kind, the one told last: numbers change.
    """
    told = list(pathway.contacts.points.items())[::-1]
    own = [one for one in told if one[1].holder_id is None]
    parents = [one for one in told if _may_be_told(pathway, one[1], cause, terms, on=on)]
    for points in (own, parents):
        for channel in rule.channels:
            for contact_id, point in points:
                if _reaches(point, channel, terms):
                    yield Way(channel, contact_id, point)


def _reaches(point: ContactPoint, channel: Channel, terms: Terms) -> bool:
    if not point.safe or channel not in terms.channels:
        return False
    if point.kind is not REACHED_BY.get(channel):
        return False
    return channel is not Channel.TEXT or terms.takes_texts(point.reach)


def _may_be_told(
    pathway: Pathway, point: ContactPoint, cause: Cause, terms: Terms, *, on: date
) -> bool:
    """Whether it is that of somebody who decides for the person, a minor, and may know.

    Source: CSP L1111-5 (the minor's secret); what is doubtful is kept from them.
    """
    respect, identity = terms.pack.respect, pathway.person.identity
    if point.holder_id is None or cause.data_class in respect.kept_from_parents:
        return False
    if pathway.discretion.parents_kept_away or not pathway.household.decides(point.holder_id):
        return False
    return respect.is_surely_minor(identity.born if identity else None, on=on)
