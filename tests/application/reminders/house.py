"""A house with reminders: invented people, rules written by hand, and a clock that tests move."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from application.appointments.book_appointment import BookAppointment, book_appointment
from application.appointments.move_appointment import MoveAppointment, move_appointment
from application.follow_up.plan_follow_up import PlanFollowUp, plan_follow_up
from application.network import Network
from application.pathways.open_pathway import OpenPathway, open_pathway
from application.people.add_contact_point import AddContactPoint, add_contact_point
from application.reminders.hand_out_due import hand_out_due
from application.reminders.plan_reminders import plan_reminders
from application.reminders.ports import DueState
from application.reminders.reminding import Reminding
from application.reminders.send_reminder import send_reminder
from domain.kernel import Fact
from domain.members import Member, MemberStatus, Profession, Role
from domain.pathway.appointments.words import AppointmentKind, ChangeReason, Meeting, Move, Side
from domain.pathway.contacts import ContactKind, ContactPoint
from domain.pathway.follow_up import FollowUpPlan, Mode, Purpose
from domain.pathway.opening import MetAt
from domain.pathway.pathway import Pathway
from domain.pathway.reminders import ReminderFailed, ReminderSent, ReminderSuppressed
from domain.wall_time import WallTime
from seeds.rules.shipped import shipped_referral_terms, shipped_rules
from seeds.templates.shipped import shipped_wordings
from tests.domain.reminders.packs import PACK, no_holiday
from tests.fakes.due_rows import DueRowsInMemory
from tests.fakes.event_log import EventLogInMemory
from tests.fakes.inbox import InboxInMemory
from tests.fakes.postbox import PostboxInMemory
from tests.fakes.queue import QueueInMemory
from tests.fakes.replies import RepliesInMemory
from tests.fakes.rules_in_force import RulesInForceInMemory
from tests.fakes.traces import TracesInMemory

PARIS = "Europe/Paris"
INES = Member(
    id=UUID("bbbbbbbb-0000-4000-8000-000000000001"),
    organisation_id=UUID("aaaaaaaa-0000-4000-8000-000000000001"),
    profession=Profession.MEDIATOR,
    status=MemberStatus.EMPLOYEE,
    roles=frozenset({Role.CASEWORKER}),
)
MOBILE = ContactPoint(kind=ContactKind.MOBILE, reach="+33639980001")
AT_THE_PASS = Meeting(
    kind=AppointmentKind.ACCESS_TO_CARE, place="12 rue des Tilleuls", with_name="PASS"
)
WEDNESDAY = 2
WORDINGS = shipped_wordings()  # once: every language is checked as it is read
OUTCOMES = (ReminderSent, ReminderSuppressed, ReminderFailed)


def a_wednesday() -> datetime:
    """At midnight on the wall, between two and three weeks from now."""
    today = datetime.combine(datetime.now(UTC).date(), time())
    return today + timedelta(days=14 + (WEDNESDAY - today.weekday()) % 7)


def at(hour: int, minute: int = 0, *, days: int = 0) -> WallTime:
    """That time on the Wednesday, or days after it."""
    wall = a_wednesday() + timedelta(days=days, hours=hour, minutes=minute)
    return WallTime(wall=wall, zone=PARIS)


@dataclass
class House:
    rows: DueRowsInMemory = field(default_factory=DueRowsInMemory)
    postbox: PostboxInMemory = field(default_factory=PostboxInMemory)
    log: EventLogInMemory = field(default_factory=EventLogInMemory)
    queue: QueueInMemory = field(default_factory=QueueInMemory)
    traces: TracesInMemory = field(default_factory=TracesInMemory)
    replies: RepliesInMemory = field(default_factory=RepliesInMemory)
    inbox: InboxInMemory = field(default_factory=InboxInMemory)
    switches: RulesInForceInMemory = field(default_factory=RulesInForceInMemory)
    pathway_id: UUID = field(init=False)
    appointment_id: UUID = field(init=False)

    def __post_init__(self) -> None:
        network = Network(log=self.log, clock=self.rows.now, rules=shipped_rules())
        self.network = network
        self.reminding = Reminding(
            network=network,
            rows=self.rows,
            switches=self.switches,
            inbox=self.inbox,
            pack=PACK,
            referrals=shipped_referral_terms(),
            holidays=lambda _: no_holiday,
            wordings=WORDINGS,
            postbox=self.postbox,
            traces=self.traces,
            replies=self.replies,
            call_back="04 00 00 00 00",
            draw=lambda: 1.0,  # the longest pause, unless a test draws another
        )
        self.pathway_id = self.open()

    def open(self) -> UUID:
        command = OpenPathway(called="Awa", met_at=MetAt.HOME_VISIT)
        return open_pathway(self.network, command, INES).stream_id

    def reached_at(self, *points: ContactPoint) -> None:
        for point in points:
            command = AddContactPoint(pathway_id=self.pathway_id, point=point)
            add_contact_point(self.network, command, INES)

    def book(self, when: WallTime, meeting: Meeting = AT_THE_PASS) -> UUID:
        command = BookAppointment(pathway_id=self.pathway_id, meeting=meeting, when=when)
        book_appointment(self.network, command, INES)
        self.appointment_id = command.appointment_id
        return command.appointment_id

    def follow_up_on(self, day: date, with_member: UUID | None = None) -> UUID:
        plan = FollowUpPlan(
            due_on=day, purpose=Purpose.NEWS, mode=Mode.PHONE, with_member=with_member
        )
        command = PlanFollowUp(pathway_id=self.pathway_id, plan=plan)
        plan_follow_up(self.network, command, INES)
        return command.follow_up_id

    def move(self, when: WallTime, place: str | None = None) -> None:
        move = Move(by=Side.SERVICE, reason=ChangeReason.STAFF_ABSENT, when=when, place=place)
        command = MoveAppointment(
            pathway_id=self.pathway_id, appointment_id=self.appointment_id, to=move
        )
        move_appointment(self.network, command, INES)

    def plan(self) -> None:
        while plan_reminders(self.reminding).read:
            pass

    def work(self, moment: WallTime) -> list[DueState]:
        """Let the scheduler and one worker do all that is due at a moment."""
        self.rows.move_to(moment.instant)
        hand_out_due(self.rows, self.queue)
        states = [send_reminder(self.reminding, due_id) for due_id in self.queue.taken()]
        return [state for state in states if state]

    def work_through(self, moment: WallTime) -> list[DueState]:
        """The same, until nothing more is due then."""
        states = list[DueState]()
        while found := self.work(moment):
            states += found
        return states

    def pathway(self) -> Pathway:
        return self.log.load(Pathway, self.pathway_id)

    def outcomes(self) -> list[Fact]:
        facts = [event.fact for event in self.log.stream(self.pathway_id)]
        return [fact for fact in facts if isinstance(fact, OUTCOMES)]
