from uuid import uuid4

from infrastructure.sealing.key_table import KeyTable, WrappedKey
from infrastructure.sealing.tables import KeyState
from tests.infrastructure.sealing.examples import STREAM


def test_keys_are_found_by_id_however_many(table_on_each: KeyTable) -> None:
    made = [WrappedKey(uuid4(), epoch=1, wrapped=b"w") for _ in range(1_200)]
    assert table_on_each.is_empty()
    table_on_each.add(made)
    assert not table_on_each.is_empty()
    unknown = uuid4()
    found = table_on_each.fetch([*(key.key_id for key in made), unknown])
    assert sorted(found, key=lambda key: key.key_id) == sorted(made, key=lambda key: key.key_id)


def test_a_destroyed_key_keeps_only_the_stream_it_served(table_on_each: KeyTable) -> None:
    key = WrappedKey(uuid4(), epoch=1, wrapped=b"w")
    table_on_each.add([key])
    table_on_each.destroy([key.key_id], stream_id=STREAM)
    assert table_on_each.fetch([key.key_id]) == [
        WrappedKey(key.key_id, 1, None, KeyState.DESTROYED, STREAM)
    ]


def test_a_key_of_a_known_id_is_not_replaced(table_on_each: KeyTable) -> None:
    key = WrappedKey(uuid4(), epoch=1, wrapped=b"first")
    table_on_each.add_if_absent(key)
    table_on_each.add_if_absent(WrappedKey(key.key_id, epoch=1, wrapped=b"second"))
    assert table_on_each.fetch([key.key_id]) == [key]
