"""A view: a table made for one question, whose rows follow from one stream each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Protocol, Self
from uuid import UUID

from application.views.activities import activity_rows
from application.views.agenda import agenda_rows
from application.views.caseload import caseload_rows
from application.views.duplicates import duplicate_rows
from application.views.emergencies import emergency_rows
from application.views.folded import Folded
from application.views.grants import barred_rows, grant_rows
from application.views.invitations import invitation_rows
from application.views.likenesses import likeness_rows
from application.views.memo import Memo
from application.views.names import name_rows
from application.views.observatory import activity_figure_rows, observed_rows
from application.views.organisations import organisation_rows
from application.views.people import person_rows
from application.views.referrals import referral_rows
from domain.activity.activity import Activity
from domain.activity.holding import BEGINNINGS
from domain.kernel import DomainEvent, Fact
from domain.organisation.organisation import Organisation
from domain.organisation.registration import OrganisationRegistered
from domain.pathway.opening import PathwayOpened

Row = tuple[Any, ...]  # a NamedTuple; its first field is the id of its stream
Groups = tuple[tuple[Row, ...], ...]  # rows, together with those that change with them


class Foldable(Protocol):
    """What the events of one stream are folded into, as far as views need."""

    @property
    def version(self) -> int: ...

    def after(self, events: Iterable[DomainEvent]) -> Self: ...


@dataclass(frozen=True, slots=True)
class View:
    """`version` is raised when the same events give other rows, which are then made again."""

    name: str
    version: int
    rows: Callable[[Any, Memo], Groups]  # from what its subject is folded into


@dataclass(frozen=True, slots=True)
class Subject:
    """What streams of one kind are folded into, and the views made of it."""

    begins: tuple[type[Fact], ...]  # the first fact of such a stream is one of these
    folded: Callable[[UUID], Foldable]  # before anything happened
    views: tuple[View, ...]


SUBJECTS = (
    Subject(
        (PathwayOpened,),
        Folded.of,
        (
            View("people", 1, person_rows),
            View("names", 1, name_rows),
            View("caseload", 2, caseload_rows),
            View("referrals", 1, referral_rows),
            View("agenda", 2, agenda_rows),
            View("emergencies", 1, emergency_rows),
            View("invitations", 1, invitation_rows),
            View("grants", 1, grant_rows),
            View("barred", 1, barred_rows),
            View("likenesses", 1, likeness_rows),
            View("duplicates", 1, duplicate_rows),
            View("observatory", 2, observed_rows),
        ),
    ),
    Subject(
        (OrganisationRegistered,),
        Organisation,
        (View("organisations", 1, organisation_rows),),
    ),
    Subject(
        tuple(BEGINNINGS),
        Activity,
        (
            View("activities", 1, activity_rows),
            View("activity_figures", 1, activity_figure_rows),
        ),
    ),
)

VIEWS = {view.name: view for subject in SUBJECTS for view in subject.views}


@dataclass(frozen=True, slots=True)
class Unseen:
    """A stream that no view is made of, or whose first fact was erased."""

    version: int = 0

    def after(self, events: Iterable[DomainEvent]) -> Self:
        versions = (event.originator_version for event in events)
        return replace(self, version=max(versions, default=self.version))


UNSEEN = Subject((Fact,), lambda _: Unseen(), ())


def subject_of(first: DomainEvent) -> Subject:
    """The subject of the stream that begins so."""
    return next((one for one in SUBJECTS if isinstance(first.fact, one.begins)), UNSEEN)
