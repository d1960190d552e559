"""What deciding access costs: the sight of a long pathway with many consents."""

from collections.abc import Iterator
from datetime import timedelta
from statistics import median
from uuid import UUID

from domain.access import Sight
from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.members import Member, MemberStatus, Profession, Role
from domain.pathway.grounds.facts import SharingConsentGiven
from domain.pathway.grounds.words import Consent, Recipients, Scope
from domain.pathway.pathway import Pathway
from domain.pathway.sharing import OrganisationJoined
from tests.benchmarks.measure import ROUNDS, Row, bound, microseconds_each
from tests.benchmarks.places import Place
from tests.domain.pathway.people import CCAS, MARCH_4, MARCH_5, opened
from tests.domain.scenario import PATHWAY

FACTS, CONSENTS = 200, 20
LIMIT = 1_000.0  # microseconds
TIMES = 50


def rows(place: Place) -> Iterator[Row]:
    """One row, the same for each database: nothing of it touches a store."""
    empty = Pathway(PATHWAY)
    events = empty.next(_facts())
    pathway, viewer = empty.after(events), _viewer()

    def see() -> None:
        Sight(pathway, viewer, at=MARCH_5).visible(events)

    ours = median(microseconds_each(see, times=TIMES) for _ in range(ROUNDS))
    name = f"sight of {FACTS} facts with {CONSENTS} consents, beside {place.name}"
    yield bound(name, ours=ours, limit=LIMIT, unit="µs")


def _facts() -> Iterator[Fact]:
    yield opened()
    yield OrganisationJoined(occurred_at=MARCH_4, joined_id=CCAS, in_care_team=False)
    for number in range(CONSENTS):
        classes = (DataClass.SOCIAL, DataClass.HEALTH)
        scope = Scope(recipients=Recipients(organisations=(CCAS,)), classes=classes)
        yield SharingConsentGiven(
            occurred_at=MARCH_4,
            data_class=DataClass.HEALTH,
            consent_id=UUID(int=number),
            consent=Consent(scope=scope, until=MARCH_5 + timedelta(days=number)),
        )
    for _ in range(FACTS - CONSENTS - 2):
        yield OrganisationJoined(occurred_at=MARCH_4, joined_id=CCAS, in_care_team=False)


def _viewer() -> Member:
    return Member(
        id=UUID(int=1),
        organisation_id=CCAS,
        profession=Profession.NURSE,
        status=MemberStatus.EMPLOYEE,
        roles=frozenset({Role.CASEWORKER}),
    )
