"""Who is around the person: the circle, and on which grounds each may know."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from api.console.pathway import offers as o
from api.console.pathway.acts import Act, acts
from api.console.pathway.head import Tag
from api.console.pathway.knots import Knot
from api.console.pathway.names import Names
from api.console.pathway.telling import Telling
from application.pathways.read_pathway import PathwaySeen
from domain.data_classes import DataClass
from domain.kernel import DomainEvent
from domain.pathway.grounds.consents import Given
from domain.pathway.grounds.facts import InformationExchanged
from domain.pathway.pathway import Pathway
from domain.pathway.sharing.circle import Participation

EVERY_DAY = frozenset({DataClass.IDENTITY})  # goes without saying in a consent


@dataclass(frozen=True, slots=True)
class Around:
    """One organisation of the circle."""

    name: str
    knot: Knot | None
    referent: str
    since: str
    tags: tuple[Tag, ...]
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Circle:
    shared_by: tuple[Around, ...]
    invited: tuple[str, ...]
    asking: tuple[str, ...]
    kept_out: tuple[str, ...]  # whom the person does not want to know
    informed: str
    acts: tuple[Act, ...]


def circle_of(
    seen: PathwaySeen, knots: Mapping[UUID, Knot], names: Names, telling: Telling
) -> Circle:
    pathway = seen.pathway
    looking = Grounds(pathway, seen.events, names, telling)
    informed = pathway.consents.informed_at
    return Circle(
        shared_by=tuple(
            looking.around(one, part, knots.get(one))
            for one, part in pathway.sharing.circle.items()
        ),
        invited=tuple(map(telling.name, pathway.sharing.invited)),
        asking=tuple(map(telling.name, pathway.team.asking)),
        kept_out=tuple(
            telling.name(one.organisation_id or one.member_id)
            for one in pathway.objections.by_id.values()
        ),
        informed=telling.gettext("Informed on %(day)s", day=telling.day(informed))
        if informed
        else telling.gettext("Not yet informed of how this is shared"),
        acts=acts(
            telling,
            *((o.ANSWER_JOINING,) if pathway.team.asking else ()),
            o.INVITE,
            pathway_id=pathway.id,
        ),
    )


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why organisations may know, as far as the reader may see."""

    pathway: Pathway
    events: tuple[DomainEvent, ...]
    names: Names
    telling: Telling

    def around(self, organisation_id: UUID, part: Participation, knot: Knot | None) -> Around:
        referent = self.pathway.sharing.referents.get(organisation_id)
        return Around(
            name=self.telling.name(organisation_id),
            knot=knot,
            referent=self.telling.name(referent) if referent else "",
            since=self.telling.gettext("since %(day)s", day=self.telling.day(part.since)),
            tags=tuple(self._tags(organisation_id, part)),
        )

    def _tags(self, organisation_id: UUID, part: Participation) -> Iterator[Tag]:
        if not part.follows:
            yield Tag(self.telling.gettext("no longer follows"), "warn")
        in_team = organisation_id in self.pathway.team.organisations
        if in_team:
            yield Tag(self.telling.gettext("care team"), "act")
        given = list(self._consents(organisation_id, at=self.telling.now))
        yield from (Tag(self.agreed(one), "act") for one in given)
        exchanged = list(self._exchanges(organisation_id))
        yield from (Tag(said, "act") for said in exchanged)
        if not (in_team or given or exchanged):
            yield Tag(self.telling.gettext("its own acts only"))

    def agreed(self, given: Given) -> str:
        """When the person agreed, and to what."""
        classes = [one for one in given.consent.scope.classes if one not in EVERY_DAY]
        what = ", ".join(self.telling.word(one) for one in classes)
        said = {
            "day": self.telling.day(given.starts),
            "what": what or self.telling.word(DataClass.IDENTITY),
        }
        if given.consent.until is None:
            return self.telling.gettext("agreed on %(day)s: %(what)s", **said)
        until = self.telling.day(given.consent.until)
        return self.telling.gettext(
            "agreed on %(day)s until %(until)s: %(what)s", until=until, **said
        )

    def _consents(self, organisation_id: UUID, *, at: datetime) -> Iterator[Given]:
        yield from self.pathway.consents.for_recipient(
            organisation_id=organisation_id, member_id=None, at=at
        )

    def _exchanges(self, organisation_id: UUID) -> Iterator[str]:
        """What was passed to members of that organisation, by name."""
        for event in self.events:
            if isinstance(event.fact, InformationExchanged):
                theirs = [
                    self.telling.name(member)
                    for member in event.fact.with_members
                    if self.names.works_at(member, organisation_id)
                ]
                if theirs:
                    yield self.telling.gettext(
                        "exchange by name on %(day)s: %(who)s",
                        day=self.telling.day(event.fact.occurred_at),
                        who=", ".join(theirs),
                    )
