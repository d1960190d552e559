from dataclasses import replace
from urllib.request import urlopen

from starlette.testclient import TestClient

from api.http.app import create_app
from api.http.house import House
from application.refusals import StoreUnavailable
from infrastructure.metrics import PrometheusMeter, serve_metrics
from tests.fakes.meter import MeterInMemory
from tests.servers import free_port


def unreachable() -> None:
    raise StoreUnavailable


def test_a_house_that_can_serve_says_so(client: TestClient) -> None:
    assert client.get("/health/live").json() == {"status": "up"}
    assert client.get("/health/ready").json() == {"status": "up"}


def test_what_cannot_serve_is_named(house: House) -> None:
    probes = {"history": unreachable, "views": lambda: "behind", "keys": lambda: None}
    with TestClient(create_app(replace(house, probes=probes))) as client:
        answer = client.get("/health/ready")
        assert client.get("/health/live").status_code == 200
    assert (answer.status_code, answer.json()["code"]) == (503, "not-ready")
    assert answer.json()["errors"] == [
        {"at": "history", "fault": "store-unavailable"},
        {"at": "views", "fault": "behind"},
    ]
    assert answer.headers["retry-after"] == "5"


def test_requests_are_measured_by_route_only(house: House, client: TestClient) -> None:
    client.get("/v1/pathways/11111111-1111-4111-8111-111111111111/timeline")
    client.get("/somewhere/else")
    assert isinstance(house.meter, MeterInMemory)
    assert house.meter.answers == [
        ("/v1/pathways/{pathway_id}/timeline", "GET", 401),
        ("none", "GET", 404),
    ]


def test_operators_read_the_measures_on_a_port_of_their_own() -> None:
    PrometheusMeter().answered(route="/v1/caseload", method="GET", status=200, seconds=0.01)
    PrometheusMeter().answered(route="none", method="INVENTED", status=405, seconds=0.01)
    port = free_port()
    stop = serve_metrics(port)
    try:
        with urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
            measures = answer.read().decode()
    finally:
        stop()
    assert 'route="/v1/caseload",status="200"' in measures
    assert 'method="other",route="none"' in measures
    assert "INVENTED" not in measures
