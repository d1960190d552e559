from uuid import UUID

from infrastructure.sealing.keyring import Keyring
from infrastructure.sealing.labels import NameTokens, StreamLabels
from infrastructure.sealing.mapper import SealedMapper
from tests.infrastructure.sealing.examples import BY_INES, OTHER_STREAM, STREAM, event, said

RELAIS, CCAS = UUID(int=1), UUID(int=2)


def labels_of(mapper: SealedMapper, keyring: Keyring) -> StreamLabels:
    """Labels of streams that have begun."""
    for stream_id in (STREAM, OTHER_STREAM):
        mapper.seal(event(said(), stream_id=stream_id), BY_INES)
    return StreamLabels(mapper, keyring)


def test_a_label_opens_as_it_was_and_is_never_in_clear(
    mapper: SealedMapper, keyring: Keyring
) -> None:
    labels = labels_of(mapper, keyring)
    sealed, again = labels.seal_all([(STREAM, "Awa Démo")] * 2)
    assert b"Awa" not in sealed
    assert labels.open_all([(STREAM, sealed), (STREAM, again)]) == ["Awa Démo", "Awa Démo"]
    assert again != sealed


def test_lengths_of_labels_tell_nothing_of_short_words(
    mapper: SealedMapper, keyring: Keyring
) -> None:
    labels = labels_of(mapper, keyring)
    short, long = labels.seal_all([(STREAM, "ame"), (STREAM, "maternal_centre")])
    assert len(short) == len(long)


def test_a_label_of_another_stream_does_not_open(mapper: SealedMapper, keyring: Keyring) -> None:
    labels = labels_of(mapper, keyring)
    (sealed,) = labels.seal_all([(STREAM, "Awa")])
    assert labels.open_all([(OTHER_STREAM, sealed)]) == [None]


def test_a_label_is_erased_with_its_stream_key(mapper: SealedMapper, keyring: Keyring) -> None:
    labels = labels_of(mapper, keyring)
    hers, anothers = labels.seal_all([(STREAM, "Awa"), (OTHER_STREAM, "Binta")])
    keyring.destroy([mapper.stream_key(STREAM).id], stream_id=STREAM)
    assert labels.open_all([(STREAM, hers), (OTHER_STREAM, anothers)]) == [None, "Binta"]


def test_a_word_has_another_token_in_each_organisation_and_network() -> None:
    tokens, another_network = NameTokens(b"one secret"), NameTokens(b"another")
    token = tokens.token(RELAIS, "awa")
    assert token == NameTokens(b"one secret").token(RELAIS, "awa")
    assert token not in {
        tokens.token(CCAS, "awa"),
        tokens.token(RELAIS, "awo"),
        another_network.token(RELAIS, "awa"),
    }
