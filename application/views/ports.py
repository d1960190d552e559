"""What queries and the projector need from outside."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from application.views.activities import ActivityFilter, ActivityRow
from application.views.agenda import AgendaFilter, AgendaRow
from application.views.caseload import CaseloadFilter, CaseloadRow
from application.views.duplicates import DuplicateFilter, DuplicateRow
from application.views.emergencies import EmergencyFilter, EmergencyRow
from application.views.invitations import InvitationRow
from application.views.organisations import OrganisationFilter, OrganisationRow
from application.views.pages import Cursor, PageAsked
from application.views.people import PersonRow
from application.views.reach import Reach, Viewer
from application.views.referrals import ReferralFilter, ReferralRow


class Labels(Protocol):
    """Seals the few words that lists show, so that they are erased with their stream's key."""

    def seal_all(self, labels: Sequence[tuple[UUID, str]]) -> Sequence[bytes]:
        """Labels with the streams they are of, sealed; the same one never looks the same twice."""

    def open_all(self, sealed: Sequence[tuple[UUID, bytes]]) -> Sequence[str | None]:
        """Labels with the streams they are of, opened.

        None for one that does not open: its key is gone, or it was sealed for another stream.
        """


class Blinds(Protocol):
    """Makes of a word a token that only the organisation's key can make again."""

    def token(self, organisation_id: UUID, word: str) -> bytes: ...


R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Found(Generic[R]):
    """Rows that a viewer may see, in the order of the list, and when they were so."""

    rows: Sequence[R]
    people: Mapping[UUID, PersonRow]  # by pathway
    position: int  # events up to here are in the rows
    next: Cursor | None = None


class CaseloadView(Protocol):
    def caseload(
        self, reach: Reach, wanted: CaseloadFilter, page: PageAsked, *, min_position: int
    ) -> Found[CaseloadRow]:
        """All that the viewer may see of a page of pathways, what is due first being first.

        Raises:
            ViewBehind: the view has not come to `min_position` in time.
        """


class ReferralsView(Protocol):
    def referrals(
        self, reach: Reach, wanted: ReferralFilter, page: PageAsked, *, min_position: int
    ) -> Found[ReferralRow]:
        """A page of a box.

        Raises:
            ViewBehind: the view has not come to `min_position` in time.
        """


class AgendaView(Protocol):
    def agenda(
        self, reach: Reach, wanted: AgendaFilter, page: PageAsked, *, min_position: int
    ) -> Found[AgendaRow]:
        """A page of an agenda, in order of time.

        Raises:
            ViewBehind: the view has not come to `min_position` in time.
        """


class NamesView(Protocol):
    def named(
        self, reach: Reach, words: Sequence[str], *, at_most: int, min_position: int
    ) -> Found[CaseloadRow]:
        """Pathways whose names may hold words that begin so, the likeliest first.

        Raises:
            ViewBehind: the view has not come to `min_position` in time.
        """


class OrganisationsView(Protocol):
    def organisations(
        self, wanted: OrganisationFilter, page: PageAsked, *, min_position: int
    ) -> Found[OrganisationRow]:
        """A page of the directory, by name.

        Raises:
            ViewBehind: the view has not come to `min_position` in time.
        """


class EmergenciesView(Protocol):
    def emergencies(
        self,
        viewer: Viewer,
        wanted: EmergencyFilter,
        page: PageAsked,
        *,
        min_position: int,
    ) -> Found[EmergencyRow]:
        """A page of the emergency accesses that an organisation is told of, the oldest first.

        Raises:
            ViewBehind: the view has not come to `min_position` in time.
        """


class InvitationsView(Protocol):
    def invitations(
        self, viewer: Viewer, page: PageAsked, *, min_position: int
    ) -> Found[InvitationRow]:
        """A page of the invitations that await an organisation's answer, the oldest first.

        Raises:
            ViewBehind: the view has not come to `min_position` in time.
        """


class DuplicatesView(Protocol):
    def duplicates(
        self, reach: Reach, wanted: DuplicateFilter, page: PageAsked, *, min_position: int
    ) -> Found[DuplicateRow]:
        """A page of the possible duplicates that the viewer's organisation is told of.

        Raises:
            ViewBehind: the view has not come to `min_position` in time.
        """


class ActivitiesView(Protocol):
    def activities(
        self, viewer: Viewer, wanted: ActivityFilter, page: PageAsked, *, min_position: int
    ) -> Found[ActivityRow]:
        """A page of the activities of the viewer's organisation, the latest first.

        Raises:
            ViewBehind: the view has not come to `min_position` in time.
        """


@dataclass(frozen=True, slots=True)
class Looked:
    """How much of the history was looked at."""

    position: int  # events up to here are in the rows
    left_out: int  # streams that could not be followed


class Takes(Protocol):
    """Is handed what adds to figures, as `application.views.observatory` hears it."""

    def pathway(self, pathway_id: UUID, told: str) -> None: ...

    def activity(self, activity_id: UUID, told: str) -> None: ...


class ObservatoryView(Protocol):
    def observe(self, viewer: Viewer, taker: Takes, *, min_position: int) -> Looked:
        """Hand out what each pathway and each activity adds to figures.

        Raises:
            ViewBehind: the view has not come to `min_position` in time.
        """


class Views(
    CaseloadView,
    ReferralsView,
    AgendaView,
    NamesView,
    EmergenciesView,
    InvitationsView,
    DuplicatesView,
    OrganisationsView,
    ObservatoryView,
    ActivitiesView,
    Protocol,
):
    """All of them."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one step of a projector did."""

    events: int
    overtaken: bool = False  # another projector did it meanwhile
    parked: Sequence[UUID] = ()  # streams that could not be followed any further


class Projects(Protocol):
    """Keeps views up to date, a batch at a time."""

    def step(self) -> Step:
        """Project the next events, if there are any.

        Raises:
            StoreUnavailable: a database cannot be reached; asking again is safe.
        """


Progress = Callable[[int, int], None]  # events read, of about as many


class Remakes(Protocol):
    """Makes views again from the history, while they are read."""

    def outdated(self) -> Collection[str]:
        """Views whose rows were made by another version of their definition."""

    def is_far_behind(self) -> bool:
        """Whether making all again is sooner done than following."""

    def rebuild(self, views: Collection[str], progress: Progress) -> None:
        """Make these views again; cut anywhere, it goes on where it stood at the next call.

        Raises:
            NoSuchView: there is none of that name.
            AnotherRebuild: another process rebuilds one of them.
            StoreUnavailable: a database cannot be reached.
        """


class Unparks(Protocol):
    """Takes up again what could not be followed."""

    def retry(self) -> int:
        """Follow again the parked streams that can be; how many those were."""

    def unpark(self, stream_id: UUID) -> bool:
        """Follow a parked stream again; whether its events can be read and projected now.

        Raises:
            NotParked: it is followed.
        """
