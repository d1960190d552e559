"""Redis over TLS, with a password: reminders arrive, and a server nobody vouches for is refused."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import SecretStr

from application.reminders.ports import DueState
from infrastructure.settings import Settings
from tests.infrastructure.reminders.certificates import certificate
from tests.servers import Redis
from tests.tls_front import tls_before
from tests.workers.house import house, wait_until
from tests.workers.running import dramatiq
from workers.broker import RedisRefusesUs, open_broker


@dataclass(frozen=True)
class Secured:
    port: int
    password: str
    authority: Path  # who vouches for it

    def url(self, *, host: str = "127.0.0.1", password: str | None = None) -> str:
        said = self.password if password is None else password
        return f"rediss://:{said}@{host}:{self.port}/0"

    def trusted(self, url: str) -> str:
        return f"{url}?ssl_ca_certs={self.authority}"


@pytest.fixture
def secured(redis_: Redis, tmp_path: Path) -> Iterator[Secured]:
    authority, context = certificate(tmp_path)
    with tls_before(redis_.port, context) as port:
        yield Secured(port, redis_.password, authority)


def test_reminders_arrive_through_a_redis_over_tls(network: Settings, secured: Secured) -> None:
    url = SecretStr(secured.trusted(secured.url()))
    with house(network.model_copy(update={"redis_url": url})) as living:
        living.book()
        with dramatiq(living):
            wait_until(lambda: living.counts() == {DueState.SENT: 1})
        assert len(list(living.outbox.letters())) == 1


def test_a_server_that_nobody_we_trust_vouches_for_is_refused(secured: Secured) -> None:
    with pytest.raises(RedisRefusesUs):
        open_broker(secured.url())


def test_a_server_under_another_name_than_its_certificates_is_refused(secured: Secured) -> None:
    with pytest.raises(RedisRefusesUs):
        open_broker(secured.trusted(secured.url(host="localhost")))


def test_a_wrong_password_is_refused_over_tls_too_and_not_told(secured: Secured) -> None:
    with pytest.raises(RedisRefusesUs) as refused:
        open_broker(secured.trusted(secured.url(password="invented-wrong")))
    assert "wrong" not in str(refused.value)
