from urllib.request import urlopen

from api.http.house import House
from tests.api.serving import served


def test_a_server_serves_and_stops_cleanly(house: House) -> None:
    with served(house) as at, urlopen(f"{at}/health/ready") as answer:  # noqa: S310 (our own)
        assert answer.status == 200
        assert answer.headers["server"] is None
