"""Places in workshops: counted there by number, told on the pathway of whoever has them."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

import pytest

from application.activities.withdraw_activity import WithdrawActivity, withdraw_activity
from application.duplicates.link_pathways import LinkPathways, link_pathways
from application.erasures.said import EntryNotMoved
from application.erasures.saying_again import said_again
from application.network import Network
from application.refusals import ChangedSinceSeen, StoreUnavailable
from application.sharing.accept_invitation import AcceptInvitation, accept_invitation
from application.sharing.invite_organisation import InviteOrganisation, invite_organisation
from application.sharing.object_to_recipient import ObjectToRecipient, object_to_recipient
from application.workshops.count_people import CountWorkshopPeople, count_people
from application.workshops.give_up_place import GiveUpWorkshopPlace, give_up_place
from application.workshops.hold_session import HoldWorkshopSession, hold_session
from application.workshops.note_attendance import NoteWorkshopAttendance, note_attendance
from application.workshops.take_place import take_place
from application.workshops.taking import ThemeNotMet
from domain.activity.themes import PreventionTheme
from domain.activity.workshops.refusals import (
    PeopleHavePlaces,
    WorkshopFull,
    WorkshopSessionUnknown,
    WorkshopUnknown,
)
from domain.data_classes import DataClass
from domain.kernel import DomainEvent
from domain.members import Profession
from domain.organisation.organisation import FOUNDER
from domain.organisation.registration import OrganisationKind
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.workshops import AlreadyInSession, AttendanceAlreadySaid, AttendanceUnknown
from domain.refusals import DomainError
from tests.application.network import NOON, Town
from tests.application.workshops.cutting import LogCutOff, LogInterrupted
from tests.application.workshops.scene import Circle


@pytest.fixture
def circle(town: Town) -> Circle:
    return Circle(town)


def told(circle: Circle, pathway_id: UUID) -> list[str]:
    events: list[DomainEvent] = circle.town.network.log.stream(pathway_id)
    return [event.fact.topic for event in events[1:]]


def test_a_place_is_told_on_the_pathway_and_counted_by_the_workshop(circle: Circle) -> None:
    awa = circle.woman()
    circle.seats(awa)
    joined = circle.town.network.log.stream(awa)[-1].fact
    assert joined.data_class is DataClass.HEALTH
    assert (circle.session.taken, len(circle.session.known)) == (1, 1)


def test_nothing_of_the_workshop_names_a_pathway(circle: Circle) -> None:
    awa = circle.woman()
    circle.seats(awa, came=True)
    written = [
        event.fact.model_dump_json() for event in circle.town.network.log.stream(circle.workshop_id)
    ]
    assert not [line for line in written if str(awa) in line]


def test_a_place_asked_for_again_is_given_once(circle: Circle) -> None:
    asked = circle.asks(circle.woman(), came=True)
    first, again = (circle.does(take_place, asked) for _ in range(2))
    assert (again.position, again.repeated) == (first.position, True)
    assert (circle.session.taken, circle.session.came) == (1, 1)


def test_nobody_has_two_places_in_a_session(circle: Circle) -> None:
    awa = circle.woman()
    circle.seats(awa)
    with pytest.raises(AlreadyInSession):
        circle.seats(awa, came=True)
    assert (circle.session.taken, circle.session.came) == (1, 0)


def test_one_person_with_two_linked_pathways_has_one_place(circle: Circle) -> None:
    awa, same = circle.woman(), circle.woman()
    circle.seats(awa)
    linking = LinkPathways(pathway_id=same, linked_id=awa, at=NOON)
    circle.does(link_pathways, linking)
    with pytest.raises(AlreadyInSession):
        circle.seats(same)
    assert circle.session.taken == 1
    circle.seats(circle.woman())


def test_a_full_session_takes_nobody_more_and_tells_nobodys_pathway(circle: Circle) -> None:
    counting = CountWorkshopPeople(
        activity_id=circle.workshop_id, session_id=circle.session_id, nameless=2, at=NOON
    )
    circle.does(count_people, counting)
    awa = circle.woman()
    with pytest.raises(WorkshopFull):
        circle.seats(awa)
    assert told(circle, awa) == []


def test_the_last_place_is_one_persons(circle: Circle) -> None:
    women = [circle.woman() for _ in range(8)]

    def asked(woman: UUID) -> str:
        try:
            circle.does(take_place, circle.asks(woman))
        except DomainError as refusal:
            return refusal.code
        return "seated"

    with ThreadPoolExecutor(len(women)) as pool:
        answers = list(pool.map(asked, women))
    assert sorted(answers) == ["seated"] * 2 + ["workshop-full"] * 6
    assert circle.session.taken == 2
    seated = [woman for woman in women if circle.town.pathway(woman).workshops.by_id]
    assert len(seated) == 2


def test_who_was_counted_nameless_is_recognised_and_counted_once(circle: Circle) -> None:
    holding = HoldWorkshopSession(
        activity_id=circle.workshop_id, session_id=circle.session_id, nameless=2, at=NOON
    )
    circle.does(hold_session, holding)
    place = circle.seats(circle.woman(), was_nameless=True)
    assert (circle.session.taken, circle.session.nameless, circle.session.came) == (2, 1, 2)
    assert circle.session.known[place] is True


def test_attendance_is_noted_on_both_and_corrected_on_both(circle: Circle) -> None:
    awa = circle.woman()
    place = circle.seats(awa)

    def note(*, came: bool) -> NoteWorkshopAttendance:
        return NoteWorkshopAttendance(pathway_id=awa, attendance_id=place, came=came, at=NOON)

    circle.does(note_attendance, note(came=True))
    assert (circle.session.came, circle.town.pathway(awa).workshops.by_id[place].came) == (1, True)
    with pytest.raises(AttendanceAlreadySaid):
        circle.does(note_attendance, note(came=True))
    circle.does(note_attendance, note(came=False))
    assert circle.session.came == 0
    assert told(circle, awa) == ["workshop-joined", "workshop-attended", "workshop-missed"]


def test_a_place_given_up_is_free_for_somebody_else(circle: Circle) -> None:
    awa = circle.woman()
    place = circle.seats(awa, came=True)
    giving = GiveUpWorkshopPlace(pathway_id=awa, attendance_id=place, at=NOON)
    first, again = (circle.does(give_up_place, giving) for _ in range(2))
    assert (again.position, again.repeated) == (first.position, True)
    assert (circle.session.taken, circle.session.came) == (0, 0)
    with pytest.raises(AttendanceUnknown):
        circle.does(give_up_place, giving.model_copy(update={"command_id": uuid4()}))


def test_what_was_decided_on_something_else_changes_neither(circle: Circle) -> None:
    awa = circle.woman()
    place = circle.seats(awa)
    said = {"pathway_id": awa, "attendance_id": place, "at": NOON, "expected": "not that"}
    with pytest.raises(ChangedSinceSeen):
        circle.does(give_up_place, GiveUpWorkshopPlace.model_validate(said))
    with pytest.raises(ChangedSinceSeen):
        circle.does(note_attendance, NoteWorkshopAttendance.model_validate(said | {"came": True}))
    assert (circle.session.taken, circle.session.came) == (1, 0)


def test_those_who_do_not_meet_the_theme_neither_note_nor_see(circle: Circle) -> None:
    awa = circle.woman()
    with pytest.raises(ThemeNotMet):
        circle.does(take_place, circle.asks(awa), circle.mediator)
    assert circle.session.taken == 0
    place = circle.seats(awa)
    with pytest.raises(ThemeNotMet):  # the same, though somebody has the place
        circle.does(take_place, circle.asks(awa), circle.mediator)
    giving = GiveUpWorkshopPlace(pathway_id=awa, attendance_id=place, at=NOON)
    with pytest.raises(AttendanceUnknown):
        circle.does(give_up_place, giving, circle.mediator)
    assert circle.session.taken == 1


def test_a_social_theme_is_everybodys(town: Town) -> None:
    circle = Circle(town, theme=PreventionTheme.SELF_ESTEEM)
    awa = circle.woman()
    circle.does(take_place, circle.asks(awa, came=True), circle.mediator)
    assert circle.session.came == 1


def test_a_workshop_is_its_organisations_alone(circle: Circle, town: Town) -> None:
    ccas = town.partner("CCAS", OrganisationKind.SOCIAL_SERVICE)
    worker = town.enrolled(ccas, Profession.MIDWIFE)
    theirs = town.opened_by(worker)
    with pytest.raises(WorkshopUnknown):
        circle.does(take_place, circle.asks(theirs), worker)
    with pytest.raises(PathwayNotOpened):
        circle.does(take_place, circle.asks(theirs))
    elsewhere = circle.asks(circle.woman()).model_copy(update={"of_session": uuid4()})
    with pytest.raises(WorkshopSessionUnknown):
        circle.does(take_place, elsewhere)
    assert circle.session.taken == 0


def test_a_workshop_where_somebody_has_a_place_is_not_withdrawn(circle: Circle) -> None:
    awa = circle.woman()
    place = circle.seats(awa)
    withdrawing = WithdrawActivity(activity_id=circle.workshop_id, at=NOON)
    with pytest.raises(PeopleHavePlaces):
        circle.does(withdraw_activity, withdrawing)
    circle.does(give_up_place, GiveUpWorkshopPlace(pathway_id=awa, attendance_id=place, at=NOON))
    circle.does(withdraw_activity, withdrawing)
    with pytest.raises(WorkshopUnknown):
        circle.seats(awa)


@pytest.mark.parametrize("side", ["workshop", "pathway"])
@pytest.mark.parametrize("key", ["the same key", "another key"])
def test_what_is_cut_between_the_two_is_whole_once_it_is_asked_again(side: str, key: str) -> None:
    log = LogCutOff()
    town = Town(Network(log=log, clock=lambda: NOON, rules=Town().network.rules))
    circle = Circle(town)
    awa = circle.woman()
    asked = circle.asks(awa, came=True)
    log.cut_off = awa if side == "pathway" else circle.workshop_id
    with pytest.raises(StoreUnavailable):
        circle.does(take_place, asked)
    assert told(circle, awa) == []
    log.cut_off = None
    again = asked if key == "the same key" else asked.model_copy(update={"command_id": uuid4()})
    circle.does(take_place, again)
    assert (circle.session.taken, circle.session.came) == (1, 1)
    (place,) = town.pathway(awa).workshops.by_id
    log.cut_off = awa if side == "pathway" else circle.workshop_id
    giving = GiveUpWorkshopPlace(pathway_id=awa, attendance_id=place, at=NOON)
    with pytest.raises(StoreUnavailable):
        circle.does(give_up_place, giving)
    log.cut_off = None
    again_giving = (
        giving if key == "the same key" else giving.model_copy(update={"command_id": uuid4()})
    )
    circle.does(give_up_place, again_giving)
    assert (circle.session.taken, len(town.pathway(awa).workshops.by_id)) == (0, 0)


def test_a_place_whose_author_is_kept_out_meanwhile_is_free_again() -> None:
    log = LogInterrupted()
    town = Town(Network(log=log, clock=lambda: NOON, rules=Town().network.rules))
    circle = Circle(town)
    awa = circle.woman()
    colleague = town.enrolled(FOUNDER, Profession.NURSE)
    objection = ObjectToRecipient(pathway_id=awa, member_id=circle.midwife.id, at=NOON)
    log.before = awa, lambda: circle.does(object_to_recipient, objection, colleague)
    with pytest.raises(PathwayNotOpened):
        circle.does(take_place, circle.asks(awa))
    assert circle.session.taken == 0


def test_an_entry_in_the_wrong_file_is_recorded_anew_where_it_belongs(circle: Circle) -> None:
    awa = circle.woman()
    place = circle.seats(awa)
    events = circle.town.network.log.stream(awa)[1:]
    with pytest.raises(EntryNotMoved):
        said_again(place, circle.town.pathway(awa), events, circle.midwife)


def test_an_organisation_that_is_there_discreetly_tells_it_as_discreetly(town: Town) -> None:
    shelter = town.partner("Centre maternel", OrganisationKind.SHELTER)
    mediator = town.enrolled(FOUNDER, Profession.MEDIATOR)
    awa = town.opened_by(mediator)
    town.informed(awa, mediator)
    inviting = InviteOrganisation(
        pathway_id=awa,
        organisation_id=shelter,
        in_care_team=True,
        data_class=DataClass.PROTECTION,
        at=NOON,
    )
    invite_organisation(town.network, inviting, mediator)
    circle = Circle(town, held_by=shelter, theme=PreventionTheme.SELF_ESTEEM)
    circle.does(accept_invitation, AcceptInvitation(pathway_id=awa, at=NOON))
    circle.seats(awa, came=True)
    told_as = {event.fact.data_class for event in town.network.log.stream(awa)[-2:]}
    assert told_as == {DataClass.PROTECTION}
    beautician = town.enrolled(shelter, Profession.SOCIO_BEAUTICIAN)
    with pytest.raises(ThemeNotMet):
        circle.does(take_place, circle.asks(awa), beautician)


def test_a_place_that_is_hidden_from_somebody_refuses_them_as_one_that_is_not_there(
    town: Town,
) -> None:
    circle = Circle(town, theme=PreventionTheme.SELF_ESTEEM, data_class=DataClass.HEALTH)
    awa, hawa = circle.woman(), circle.woman()
    circle.seats(awa)
    for woman in (awa, hawa):
        with pytest.raises(ThemeNotMet):
            circle.does(take_place, circle.asks(woman), circle.mediator)
