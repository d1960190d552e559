"""Whatever is asked, and wherever it is cut: what pathways tell is what the workshop counts."""

from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

from hypothesis import given, settings
from hypothesis import strategies as any_of

from application.commands import Command
from application.network import Network
from application.refusals import StoreUnavailable
from application.workshops.count_people import CountWorkshopPeople, count_people
from application.workshops.give_up_place import GiveUpWorkshopPlace, give_up_place
from application.workshops.hold_session import HoldWorkshopSession, hold_session
from application.workshops.note_attendance import NoteWorkshopAttendance, note_attendance
from application.workshops.take_place import take_place
from domain.refusals import DomainError
from seeds.rules.shipped import shipped_rules
from tests.application.network import NOON, Town
from tests.application.workshops.cutting import LogCutOff
from tests.application.workshops.scene import Circle

RULES = shipped_rules()
WOMEN = any_of.integers(0, 3)
COMING = any_of.sampled_from([None, True, False])
CUT = any_of.sampled_from([None, "workshop", "pathway"])
SAME_KEY = any_of.booleans()
ASKED = any_of.one_of(
    any_of.tuples(any_of.just("take"), WOMEN, COMING, any_of.booleans()),
    any_of.tuples(any_of.just("note"), WOMEN, any_of.booleans()),
    any_of.tuples(any_of.just("give_up"), WOMEN),
    any_of.tuples(any_of.just("count"), any_of.integers(0, 4)),
    any_of.tuples(any_of.just("hold"), any_of.integers(0, 4)),
)


class Afternoon:
    """Four women and a session of three places, in a history that may be cut off."""

    def __init__(self) -> None:
        self.log = LogCutOff()
        self.town = Town(Network(log=self.log, clock=lambda: NOON, rules=RULES))
        self.circle = Circle(self.town, places=3)
        self.women = [self.circle.woman() for _ in range(4)]

    def asked(self, what: str, *said: Any) -> tuple[Any, Command, UUID | None]:
        """The use case, its command, and the pathway that it is about."""
        session = {
            "activity_id": self.circle.workshop_id,
            "session_id": self.circle.session_id,
            "nameless": said[0],
            "at": NOON,
        }
        if what == "count":
            return count_people, CountWorkshopPeople.model_validate(session), None
        if what == "hold":
            return hold_session, HoldWorkshopSession.model_validate(session), None
        woman = self.women[said[0]]
        if what == "take":
            taking = self.circle.asks(woman, came=said[1], was_nameless=said[2])
            return take_place, taking, woman
        place = next(iter(self.town.pathway(woman).workshops.by_id), uuid4())
        about = {"pathway_id": woman, "attendance_id": place, "at": NOON}
        if what == "note":
            note = NoteWorkshopAttendance.model_validate(about | {"came": said[1]})
            return note_attendance, note, woman
        return give_up_place, GiveUpWorkshopPlace.model_validate(about), woman

    def asks(self, asked: tuple[Any, ...], *, cut: str | None, same_key: bool) -> None:
        """Ask, and ask again where it was cut, as whoever got no answer does."""
        use_case, command, woman = self.asked(*asked)
        self.log.cut_off = self.circle.workshop_id if cut == "workshop" else woman
        if cut is None:
            self.log.cut_off = None
        try:
            self.circle.does(use_case, command)
        except StoreUnavailable:
            self.log.cut_off = None
            again = command if same_key else command.model_copy(update={"command_id": uuid4()})
            with suppress(DomainError):
                self.circle.does(use_case, again)
        except DomainError:
            return

    def told(self) -> dict[UUID, bool | None]:
        """By place, whether the women who have them came, as their pathways tell."""
        return {
            place.id: place.came
            for woman in self.women
            for place in self.town.pathway(woman).workshops.by_id.values()
        }


@settings(max_examples=60)
@given(any_of.lists(any_of.tuples(ASKED, CUT, SAME_KEY), max_size=12))
def test_nobody_is_counted_twice_nor_left_out(
    asks: list[tuple[tuple[Any, ...], str | None, bool]],
) -> None:
    afternoon = Afternoon()
    for asked, cut, same_key in asks:
        afternoon.asks(asked, cut=cut, same_key=same_key)
        session, told = afternoon.circle.session, afternoon.told()
        assert dict(session.known) == told
        assert session.taken == len(told) + session.nameless <= 3
        nameless = session.nameless if session.held else 0
        assert session.came == sum(came is True for came in told.values()) + nameless
