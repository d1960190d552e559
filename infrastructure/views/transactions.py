"""Transactions on the database of the views."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from application.refusals import StoreUnavailable


@contextmanager
def transaction(engine: Engine, *, reading: bool = False) -> Iterator[Connection]:
    """A transaction, committed at the end of the block; one that only reads waits for no writer.

    Raises:
        StoreUnavailable: the database cannot be reached.
    """
    try:
        with engine.execution_options(reading=reading).begin() as connection:
            yield connection
    except (InterfaceError, OperationalError, PoolExhausted):
        raise StoreUnavailable from None
