"""A handover goes on where it was cut, and nothing of it is done twice."""

from collections.abc import Sequence
from uuid import UUID, uuid4

import pytest

from application.caseloads.carry_out_handover import carry_out_handover
from application.caseloads.read_handover import HandoverState, read_handover
from application.commands import Command
from application.ports import Context, Recorded
from application.sharing.designate_referent import DesignateReferent, designate_referent
from domain.kernel import DomainEvent
from domain.members import Member, Profession
from domain.organisation.caseloads import HandoverUnknown
from domain.organisation.organisation import FOUNDER, Organisation
from domain.pathway.sharing.words import ReferentReason
from tests.application.network import Town
from tests.fakes.event_log import EventLogInMemory

HANDOVER = UUID(int=4)
PEOPLE = 4


class Killed(BaseException):
    pass


class CutAfter(EventLogInMemory):
    """Killed right after so many appends."""

    def __init__(self, log: EventLogInMemory, *, appends: int) -> None:
        self.__dict__ = {**log.__dict__, "left": appends}

    def append(self, events: Sequence[DomainEvent], context: Context) -> Recorded:
        recorded = super().append(events, context)
        self.__dict__["left"] -= 1
        if not self.__dict__["left"]:
            raise Killed
        return recorded


def handed_over(town: Town, by: Member, to: Member) -> tuple[DomainEvent, list[UUID]]:
    """The act, recorded, and nothing done yet."""
    people = [town.opened_by(by) for _ in range(PEOPLE)]
    town.network.decide(
        Organisation,
        FOUNDER,
        lambda organisation: organisation.caseloads.hand_over(
            handover_id=HANDOVER,
            from_id=by.id,
            to_id=to.id,
            reason=ReferentReason.LEAVES,
            pathway_ids=people,
            at=town.network.clock(),
        ),
        command=Command(),
        by=by,
    )
    return town.network.log.stream(FOUNDER)[-1], people


@pytest.mark.parametrize("appends", range(1, PEOPLE + 1))
def test_cut_after_any_of_them_it_goes_on(town: Town, appends: int) -> None:
    ines = town.enrolled(FOUNDER, Profession.MEDIATOR)
    maud = town.enrolled(FOUNDER, Profession.NURSE)
    event, people = handed_over(town, ines, maud)
    network = town.network
    assert isinstance(network.log, EventLogInMemory)
    cut = type(network)(CutAfter(network.log, appends=appends), network.clock, network.rules)
    with pytest.raises(Killed):
        carry_out_handover(cut, event)
    states = read_handover(network, HANDOVER, ines).pathways
    assert list(states.values()).count(HandoverState.HANDED_OVER) == appends
    assert list(states.values()).count(HandoverState.WAITING) == PEOPLE - appends
    before = network.log.head()
    for _ in range(2):
        carry_out_handover(network, event)
    assert network.log.head() == before + PEOPLE - appends
    leads = {town.pathway(one).sharing.referents[FOUNDER] for one in people}
    assert leads == {maud.id}


def test_read_again_much_later_it_changes_nothing_that_changed_since(town: Town) -> None:
    ines = town.enrolled(FOUNDER, Profession.MEDIATOR)
    event, (awa, *_) = handed_over(town, ines, town.enrolled(FOUNDER, Profession.NURSE))
    carry_out_handover(town.network, event)
    back = DesignateReferent(pathway_id=awa, referent_id=ines.id)
    designate_referent(town.network, back, ines)
    assert isinstance(town.network.log, EventLogInMemory)
    town.network.log.answers.clear()
    before = town.network.log.head()
    carry_out_handover(town.network, event)
    assert town.network.log.head() == before


def test_it_is_told_to_its_own_organisation_alone(town: Town) -> None:
    ines = town.enrolled(FOUNDER, Profession.MEDIATOR)
    event, _ = handed_over(town, ines, town.enrolled(FOUNDER, Profession.NURSE))
    stranger = ines.model_copy(update={"organisation_id": uuid4()})
    with pytest.raises(HandoverUnknown):
        read_handover(town.network, HANDOVER, stranger)
    carry_out_handover(town.network, town.network.log.stream(FOUNDER)[0])  # of something else
    assert town.network.log.stream(FOUNDER)[-1] == event
