from collections.abc import Callable
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from eventsourcing.persistence import StoredEvent

from domain.data_classes import DataClass
from domain.erasure import Erased
from domain.kernel import DomainEvent
from infrastructure.event_store.rows import StoredRow
from infrastructure.sealing.body import SEALED, Format, key_id_of
from infrastructure.sealing.errors import DoesNotOpen, KeyUnknown, TamperedBody
from infrastructure.sealing.key_table import KeyTable
from infrastructure.sealing.keyring import Keyring
from infrastructure.sealing.mapper import SealedMapper
from infrastructure.sealing.master_key import MasterKeys
from tests.infrastructure.sealing.examples import (
    BY_INES,
    BY_THE_SYSTEM,
    COMMAND,
    INES,
    OTHER_STREAM,
    RELAIS,
    STREAM,
    event,
    mapper_on,
    noted,
    said,
)


def test_what_was_sealed_opens_as_it_was(mapper: SealedMapper) -> None:
    rows = [mapper.seal(event(said(), 1), BY_INES), mapper.seal(event(noted(), 2), BY_THE_SYSTEM)]
    assert mapper.open_all(rows) == [
        DomainEvent(STREAM, 1, said(), actor_id=INES, organisation_id=RELAIS, command_id=COMMAND),
        DomainEvent(STREAM, 2, noted(), command_id=COMMAND),
    ]


@pytest.mark.parametrize("data_class", DataClass)
def test_a_fact_of_each_class_opens_and_hides_its_kind_above_social(
    mapper: SealedMapper, data_class: DataClass
) -> None:
    row = mapper.seal(event(said(data_class=data_class)), BY_INES)
    (opened,) = mapper.open_all([row])
    assert opened.fact == said(data_class=data_class)
    assert row.topic == (SEALED if data_class.hides_its_kind else "test-said")


def test_another_process_opens_it_with_keys_from_the_database(
    mapper: SealedMapper, table: KeyTable, master: MasterKeys
) -> None:
    row = mapper.seal(event(said()), BY_INES)
    elsewhere = mapper_on(Keyring(table, master))
    assert elsewhere.open_all([row])[0].fact == said()


def test_a_stream_keeps_its_key_and_a_fact_sealed_alone_has_its_own(mapper: SealedMapper) -> None:
    facts = (noted(), said("a"), said("b", DataClass.HEALTH), noted())
    rows = [mapper.seal(event(fact, at), BY_INES) for at, fact in enumerate(facts, start=1)]
    first_note, one, two, second_note = (key_id_of(row.state) for row in rows)
    assert one == two
    assert len({first_note, one, second_note}) == 3
    assert [row.state[0] for row in rows] == [
        Format.ALONE, Format.STREAM, Format.STREAM, Format.ALONE,
    ]  # fmt: skip


def test_each_stream_has_its_own_key(mapper: SealedMapper) -> None:
    here = mapper.seal(event(said()), BY_INES)
    there = mapper.seal(event(said(), stream_id=OTHER_STREAM), BY_INES)
    assert key_id_of(here.state) != key_id_of(there.state)


def test_a_process_that_read_the_stream_knows_its_key(
    mapper: SealedMapper, keyring: Keyring
) -> None:
    first = mapper.seal(event(said()), BY_INES)
    elsewhere = mapper_on(keyring)
    elsewhere.open_all([first])
    second = elsewhere.seal(event(said(), 2), BY_INES)
    assert key_id_of(second.state) == key_id_of(first.state)


def test_a_process_that_did_not_looks_it_up(mapper: SealedMapper, keyring: Keyring) -> None:
    first = mapper.seal(event(said()), BY_INES)
    elsewhere = mapper_on(keyring, stream_keys={STREAM: key_id_of(first.state)})
    second = elsewhere.seal(event(said(), 2), BY_INES)
    assert key_id_of(second.state) == key_id_of(first.state)


def test_the_length_of_a_body_does_not_tell_one_word_from_another(mapper: SealedMapper) -> None:
    invalid, positive = (
        mapper.seal(event(said(word, DataClass.SCREENING)), BY_INES)
        for word in ("invalid", "positive")
    )
    assert len(invalid.state) == len(positive.state)


def test_a_fact_longer_than_a_step_opens(mapper: SealedMapper) -> None:
    for length in range(300):
        row = mapper.seal(event(said("x" * length)), BY_INES)
        assert mapper.open_all([row])[0].fact == said("x" * length)
        assert (len(row.state) - 29 - 16) % 128 == 0


def test_the_library_seals_and_opens_with_the_context_of_the_event(mapper: SealedMapper) -> None:
    written = DomainEvent(STREAM, 1, said(), actor_id=INES, organisation_id=RELAIS)
    row = mapper.to_stored_event(written)
    assert mapper.to_domain_event(row) == written


def test_a_bare_event_of_the_library_was_sealed_without_context(mapper: SealedMapper) -> None:
    row = mapper.to_stored_event(event(said()))
    bare = StoredEvent(row.originator_id, row.originator_version, row.topic, row.state)
    assert mapper.to_domain_event(bare) == event(said())


def test_a_stream_that_was_forgotten_is_looked_up_again(
    mapper: SealedMapper, keyring: Keyring
) -> None:
    first = mapper.seal(event(said()), BY_INES)
    mapper.forget(STREAM)  # and nothing is found
    second = mapper.seal(event(said(), 2), BY_INES)
    assert key_id_of(second.state) != key_id_of(first.state)
    assert [opened.fact for opened in mapper_on(keyring).open_all([first, second])] == [said()] * 2


ALTERATIONS: dict[str, Callable[[StoredRow], StoredRow]] = {
    "moved in its stream": lambda row: replace(row, originator_version=2),
    "moved to another stream": lambda row: replace(row, originator_id=OTHER_STREAM),
    "relabelled in clear": lambda row: replace(row, topic="test-noted"),
    "relabelled as sealed": lambda row: replace(row, topic=SEALED),
    "given to another actor": lambda row: replace(row, actor=RELAIS),
    "given to the system": lambda row: replace(row, actor=None),
    "given to nobody's id": lambda row: replace(row, actor=UUID(int=0)),
    "given to another hat": lambda row: replace(row, organisation=INES),
    "without its hat": lambda row: replace(row, organisation=None),
    "actor and hat swapped": lambda row: replace(row, actor=RELAIS, organisation=INES),
    "given to another command": lambda row: replace(row, command_id=uuid4()),
    "without its command": lambda row: replace(row, command_id=None),
    "truncated by a byte": lambda row: replace(row, state=row.state[:-1]),
    "truncated to its header": lambda row: replace(row, state=row.state[:29]),
    "emptied": lambda row: replace(row, state=b""),
    "lengthened": lambda row: replace(row, state=row.state + b"\0"),
    "of another format": lambda row: replace(row, state=b"\x02" + row.state[1:]),
    "of an unknown format": lambda row: replace(row, state=b"\x07" + row.state[1:]),
}


@pytest.mark.parametrize("alteration", ALTERATIONS)
def test_a_row_that_was_altered_is_refused_by_name(mapper: SealedMapper, alteration: str) -> None:
    row = replace(mapper.seal(event(said()), BY_INES), id=7)
    altered = ALTERATIONS[alteration](row)
    with pytest.raises(TamperedBody) as refused:
        mapper.open_all([altered])
    assert refused.value.code == "tampered-body"
    assert (refused.value.position, refused.value.version) == (7, altered.originator_version)
    assert "Bonjour" not in str(refused.value)


def test_two_swapped_bodies_are_refused(mapper: SealedMapper) -> None:
    one, two = (mapper.seal(event(said(str(at)), at), BY_INES) for at in (1, 2))
    for row, body in ((one, two.state), (two, one.state)):
        with pytest.raises(TamperedBody):
            mapper.open_all([replace(row, state=body)])


def test_no_flipped_bit_is_ever_read(mapper: SealedMapper) -> None:
    row = mapper.seal(event(said()), BY_INES)
    for at in range(len(row.state)):
        flipped = bytearray(row.state)
        flipped[at] ^= 1 << at % 8
        with pytest.raises(DoesNotOpen) as refused:
            mapper.open_all([replace(row, state=bytes(flipped))])
        names_a_key = 1 <= at < 17
        assert type(refused.value) is (KeyUnknown if names_a_key else TamperedBody)


def test_a_row_of_another_store_is_refused(mapper: SealedMapper, keyring: Keyring) -> None:
    row = mapper_on(keyring, store_id=uuid4()).seal(event(said()), BY_INES)
    with pytest.raises(TamperedBody):
        mapper.open_all([row])


def test_a_destroyed_key_reads_as_erased_and_the_others_go_on(
    mapper: SealedMapper, keyring: Keyring
) -> None:
    rows = [mapper.seal(event(fact, at), BY_INES) for at, fact in enumerate((said(), noted()), 1)]
    keyring.destroy([key_id_of(rows[1].state)], stream_id=STREAM)
    kept, erased = (opened.fact for opened in mapper.open_all(rows))
    assert kept == said()
    assert isinstance(erased, Erased)
    assert (erased.was, erased.data_class, erased.lost) == ("test-noted", DataClass.SOCIAL, False)


def test_an_erased_fact_counts_as_the_highest_class_it_may_have_had(
    mapper: SealedMapper, keyring: Keyring
) -> None:
    row = mapper.seal(event(said(data_class=DataClass.STATUS)), BY_INES)
    keyring.destroy([key_id_of(row.state)], stream_id=STREAM)
    (opened,) = mapper.open_all([row])
    assert opened.fact.data_class == DataClass.PROTECTION


def test_what_is_recorded_after_an_erasure_gets_a_new_key(
    mapper: SealedMapper, keyring: Keyring
) -> None:
    first = mapper.seal(event(said()), BY_INES)
    keyring.destroy([key_id_of(first.state)], stream_id=STREAM)
    second = mapper.seal(event(said("après"), 2), BY_INES)
    assert [type(opened.fact).__name__ for opened in mapper.open_all([first, second])] == [
        "Erased", "Said",
    ]  # fmt: skip


def test_a_row_is_not_made_to_look_erased_with_the_destroyed_key_of_another_stream(
    mapper: SealedMapper, keyring: Keyring
) -> None:
    gone = mapper.seal(event(said(), stream_id=OTHER_STREAM), BY_INES)
    keyring.destroy([key_id_of(gone.state)], stream_id=OTHER_STREAM)
    row = mapper.seal(event(said()), BY_INES)
    relabelled = replace(row, state=gone.state[:17] + row.state[17:])
    with pytest.raises(TamperedBody):
        mapper.open_all([relabelled])


def test_a_fingerprint_is_keyed_and_the_same_in_every_process(
    mapper: SealedMapper, table: KeyTable, master: MasterKeys
) -> None:
    elsewhere = mapper_on(Keyring(table, master))
    assert mapper.fingerprint(b"asked") == elsewhere.fingerprint(b"asked")
    assert mapper.fingerprint(b"asked") != mapper.fingerprint(b"other")
    assert len(mapper.fingerprint(b"asked")) == 32
