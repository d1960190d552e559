"""A source of choices: what it takes, and how members and days are written in them."""

from collections.abc import Callable, Iterator
from uuid import UUID

from api.console.forms.asking import Asking
from api.console.forms.kinds import Choice
from api.console.wording.labels import label
from domain.organisation.enrolment import Membership

Source = Callable[[Asking], Iterator[Choice]]


def member(asking: Asking, one: UUID, membership: Membership, *, of: UUID | None = None) -> Choice:
    """Somebody by name and profession; with their organisation where several are mixed."""
    words = [membership.name or "…", asking.visit.gettext(label(membership.hat.profession))]
    if of is not None:
        words.append(asking.directory.organisation(of))
    return Choice(str(one), " · ".join(words))
