from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.assigning import recorded_while_linked
from domain.pathway.links import (
    EntryAlreadyAssigned,
    EntryAssigned,
    LinkUnknown,
    PathwaysAlreadyLinked,
    PathwaysLinked,
    PathwaysUnlinked,
)
from domain.pathway.notes import NoteAdded
from domain.pathway.pathway import Pathway
from tests.domain.pathway.people import MARCH_4, MARCH_5, NOTE, RELAIS, opened
from tests.domain.pathway.test_duplicates import FLAG as LINK
from tests.domain.pathway.test_duplicates import OTHER
from tests.domain.scenario import given, known


def linked(data_class: DataClass = DataClass.SOCIAL) -> PathwaysLinked:
    return PathwaysLinked(occurred_at=MARCH_4, data_class=data_class, link_id=LINK, linked_id=OTHER)


def unlinked(data_class: DataClass = DataClass.SOCIAL) -> PathwaysUnlinked:
    return PathwaysUnlinked(
        occurred_at=MARCH_5, data_class=data_class, link_id=LINK, linked_id=OTHER
    )


def link(pathway: Pathway, data_class: DataClass = DataClass.IDENTITY) -> Fact:
    return pathway.links.link(link_id=LINK, linked_id=OTHER, data_class=data_class, at=MARCH_4)


def unlink(pathway: Pathway) -> Fact:
    return pathway.links.unlink(link_id=LINK, at=MARCH_5)


def test_a_pathway_is_linked_once_until_it_is_unlinked() -> None:
    given(opened()).when(link).then(linked())
    given(opened(), linked()).when(link).then_refused(PathwaysAlreadyLinked)
    given(opened(), linked(), unlinked()).when(link).then(linked())


def test_a_link_is_as_discreet_as_what_it_tells() -> None:
    given(opened()).when(lambda pathway: link(pathway, DataClass.HEALTH)).then(
        linked(DataClass.HEALTH)
    )
    given(opened(), linked(DataClass.HEALTH)).when(unlink).then(unlinked(DataClass.HEALTH))


def test_a_link_is_ended_once() -> None:
    given(opened()).when(unlink).then_refused(LinkUnknown)
    given(opened(), linked()).when(unlink).then(unlinked())
    given(opened(), linked(), unlinked()).when(unlink).then_refused(LinkUnknown)


def test_what_is_linked_now() -> None:
    assert known(opened(), linked()).links.linked_ids == [OTHER]
    assert known(opened(), linked(), unlinked()).links.linked_ids == []
    assert known(opened(), unlinked()).links.linked_ids == []  # it was made out of sight


def assigned(*, is_here: bool) -> EntryAssigned:
    return EntryAssigned(
        occurred_at=MARCH_5,
        data_class=DataClass.SOCIAL,
        link_id=LINK,
        entry_id=NOTE,
        is_here=is_here,
    )


def assign(pathway: Pathway) -> Fact:
    return pathway.links.assign(
        link_id=LINK, entry_id=NOTE, is_here=False, data_class=DataClass.SOCIAL, at=MARCH_5
    )


def test_whose_an_entry_is_may_be_said_again_otherwise() -> None:
    given(opened(), linked(), noted()).when(assign).then(assigned(is_here=False))
    given(opened(), linked(), noted(), assigned(is_here=False)).when(assign).then_refused(
        EntryAlreadyAssigned
    )
    given(opened(), linked(), noted(), assigned(is_here=True)).when(assign).then(
        assigned(is_here=False)
    )


def noted(note_id: UUID = NOTE) -> NoteAdded:
    return NoteAdded(occurred_at=MARCH_5, note_id=note_id, written_by=RELAIS, text="Papiers.")


def test_what_was_recorded_while_they_were_linked() -> None:
    before, after = UUID(int=1), UUID(int=2)
    facts = (opened(), noted(before), linked(), noted(), noted(before), unlinked(), noted(after))
    pathway = known(*facts)
    events = Pathway(pathway.id).next(facts)
    assert set(recorded_while_linked(pathway.links.one(LINK), events)) == {NOTE}
