"""One person, one pathway, one stream; the root only composes its parts."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Aggregate, DomainEvent, readers_of
from domain.pathway.accompaniments.accompaniments import Accompaniments
from domain.pathway.appointments.appointments import Appointments
from domain.pathway.consultations import Consultations
from domain.pathway.contacts import Contacts
from domain.pathway.copies import Copies
from domain.pathway.debts import Debts
from domain.pathway.duplicates import Duplicates
from domain.pathway.encounters import Encounters
from domain.pathway.erasing import Erasing, tells_erasure
from domain.pathway.follow_up import FollowUps
from domain.pathway.goals import Goals
from domain.pathway.grounds.consents import Consents
from domain.pathway.grounds.emergencies import Emergencies
from domain.pathway.grounds.exchanges import Exchanges
from domain.pathway.grounds.objections import Objections
from domain.pathway.grounds.refusals import MISSING, NobodyWouldBeLeft
from domain.pathway.grounds.team import CareTeam
from domain.pathway.grounds.words import SharingPurpose
from domain.pathway.household.discretion import Discretion
from domain.pathway.household.household import Household
from domain.pathway.interviews import Interviews
from domain.pathway.links import Links
from domain.pathway.mediation import Mediation
from domain.pathway.meetings import Meetings
from domain.pathway.needs import Needs
from domain.pathway.notes import Notes
from domain.pathway.obstacles.obstacles import Obstacles
from domain.pathway.opening import Opening, PathwayNotOpened
from domain.pathway.pace import Pace
from domain.pathway.person import Person
from domain.pathway.psychology import Psychology
from domain.pathway.questionnaires import Questionnaires
from domain.pathway.referrals.referrals import Referrals
from domain.pathway.reminder_answers import ReminderAnswers
from domain.pathway.reminder_wishes import ReminderWishes
from domain.pathway.reminders import Reminders
from domain.pathway.renunciations import Renunciations
from domain.pathway.retention import Retention
from domain.pathway.rights.rights import Rights
from domain.pathway.screening.consents import ScreeningConsents
from domain.pathway.screening.rapid_tests import RapidTests
from domain.pathway.sharing.sharing import Sharing
from domain.pathway.stays.stays import Stays
from domain.pathway.workshops import WorkshopAttendances


@dataclass(frozen=True, slots=True)
class Pathway(Aggregate):
    """Adding a concern is one module and one line here, twice.

    What nothing happened to yet is shared: parts are frozen.
    """

    opening: Opening = field(default=Opening())
    sharing: Sharing = field(default=Sharing())
    team: CareTeam = field(default=CareTeam())
    consents: Consents = field(default=Consents())
    objections: Objections = field(default=Objections())
    exchanges: Exchanges = field(default=Exchanges())
    emergencies: Emergencies = field(default=Emergencies())
    person: Person = field(default=Person())
    contacts: Contacts = field(default=Contacts())
    household: Household = field(default=Household())
    discretion: Discretion = field(default=Discretion())
    needs: Needs = field(default=Needs())
    obstacles: Obstacles = field(default=Obstacles())
    goals: Goals = field(default=Goals())
    questionnaires: Questionnaires = field(default=Questionnaires())
    renunciations: Renunciations = field(default=Renunciations())
    debts: Debts = field(default=Debts())
    rights: Rights = field(default=Rights())
    referrals: Referrals = field(default=Referrals())
    appointments: Appointments = field(default=Appointments())
    accompaniments: Accompaniments = field(default=Accompaniments())
    psychology: Psychology = field(default=Psychology())
    meetings: Meetings = field(default=Meetings())
    workshops: WorkshopAttendances = field(default=WorkshopAttendances())
    stays: Stays = field(default=Stays())
    consultations: Consultations = field(default=Consultations())
    encounters: Encounters = field(default=Encounters())
    follow_ups: FollowUps = field(default=FollowUps())
    interviews: Interviews = field(default=Interviews())
    mediation: Mediation = field(default=Mediation())
    test_consents: ScreeningConsents = field(default=ScreeningConsents())
    rapid_tests: RapidTests = field(default=RapidTests())
    notes: Notes = field(default=Notes())
    pace: Pace = field(default=Pace())
    reminder_wishes: ReminderWishes = field(default=ReminderWishes())
    reminders: Reminders = field(default=Reminders())
    reminder_answers: ReminderAnswers = field(default=ReminderAnswers())
    duplicates: Duplicates = field(default=Duplicates())
    links: Links = field(default=Links())
    copies: Copies = field(default=Copies())
    retention: Retention = field(default=Retention())
    erasing: Erasing = field(default=Erasing())

    readers: ClassVar = readers_of(
        opening=Opening,
        sharing=Sharing,
        team=CareTeam,
        consents=Consents,
        objections=Objections,
        exchanges=Exchanges,
        emergencies=Emergencies,
        person=Person,
        contacts=Contacts,
        household=Household,
        discretion=Discretion,
        needs=Needs,
        obstacles=Obstacles,
        goals=Goals,
        questionnaires=Questionnaires,
        renunciations=Renunciations,
        debts=Debts,
        rights=Rights,
        referrals=Referrals,
        appointments=Appointments,
        accompaniments=Accompaniments,
        psychology=Psychology,
        meetings=Meetings,
        workshops=WorkshopAttendances,
        stays=Stays,
        consultations=Consultations,
        encounters=Encounters,
        follow_ups=FollowUps,
        interviews=Interviews,
        mediation=Mediation,
        test_consents=ScreeningConsents,
        rapid_tests=RapidTests,
        notes=Notes,
        pace=Pace,
        reminder_wishes=ReminderWishes,
        reminders=Reminders,
        reminder_answers=ReminderAnswers,
        duplicates=Duplicates,
        links=Links,
        copies=Copies,
        retention=Retention,
        erasing=Erasing,
    )

    def after(self, events: Iterable[DomainEvent]) -> Self:
        """The same pathway once these events have happened; after an erasure, nothing but that.

        So it is for every reader from the fact on, also while the keys are still being destroyed.
        """
        told = list(events)
        if not (self.erasing.done or tells_erasure(told)):
            return Aggregate.after(self, told)
        version = told[-1].originator_version if told else self.version
        return type(self)(self.id, version, erasing=Erasing(done=True))

    def must_be_open(self) -> None:
        """Refuse when nothing was ever opened under this id.

        Raises:
            PathwayNotOpened: there is no such pathway, or none the caller may know of.
        """
        if self.opening.opened_at is None:
            raise PathwayNotOpened

    def must_keep_somebody(self, without: UUID) -> None:
        """Refuse an objection after which no organisation could see the person any more.

        Raises:
            NobodyWouldBeLeft: this is the last one in the care team.
        """
        if not self.team.organisations - self.objections.organisations - {without}:
            raise NobodyWouldBeLeft

    def must_be_allowed_to_receive(
        self,
        organisation_id: UUID,
        *,
        classes: Iterable[DataClass],
        purpose: SharingPurpose,
        at: datetime,
    ) -> None:
        """Refuse to send content to an organisation without a ground that covers each class.

        It is decided on the pathway as its author sees it: what is hidden from them allows
        nothing, for it would tell.

        Raises:
            ObjectionStands: the person objects to this organisation.
            ConsentMissing: it is outside the care team, and this consent is missing.
        """
        self.objections.must_allow(organisation_id=organisation_id)
        if organisation_id in self.team.organisations:
            return
        for data_class in classes:
            if not self.consents.cover(
                organisation_id=organisation_id,
                data_class=data_class,
                purpose=purpose,
                at=at,
            ):
                raise MISSING[data_class]
