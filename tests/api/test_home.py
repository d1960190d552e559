import re

import pytest
from starlette.testclient import TestClient

from api.languages.choosing import language_of


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "fr"),
        ("fr-FR,fr;q=0.9,en;q=0.8", "fr"),
        ("en-GB,en;q=0.9", "en"),
        ("de,en;q=0.3", "en"),
        ("uk,ar;q=0.5", "fr"),
        ("en;q=0,fr;q=0.1", "fr"),
        ("en;q=nan,fr;q=0.1", "fr"),
        ("en;q=much", "fr"),
        (",;q=,\x00", "fr"),
    ],
)
def test_a_page_speaks_the_language_of_the_browser(accepted: str, language: str) -> None:
    assert language_of(accepted) == language


def test_the_reference_takes_nothing_from_elsewhere_and_runs_nothing(client: TestClient) -> None:
    page = client.get("/docs")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "script" not in page.headers["content-security-policy"]
    assert re.findall(r"<script|\bon[a-z]+=|style=", page.text) == []
    sources = re.findall(r'(?:href|src)="([^"#][^"]*)"', page.text)
    for source in sources:
        assert source.startswith(("/", "data:,"))
        if source.startswith("/") and source != "/":
            assert client.get(source).status_code == 200


def test_the_style_is_kept_by_browsers_until_it_changes(client: TestClient) -> None:
    (source,) = re.findall(r'href="(/assets/[^"]+)"', client.get("/docs").text)
    style = client.get(source)
    assert "immutable" in style.headers["cache-control"]
    assert style.headers["content-type"] == "text/css; charset=utf-8"


def test_the_reference_tells_every_operation_shape_and_problem(client: TestClient) -> None:
    page, document = client.get("/docs").text, client.get("/openapi.json").json()
    ids = set(re.findall(r'id="([^"]+)"', page))
    for methods in document["paths"].values():
        for operation in methods.values():
            assert operation["operationId"] in ids
    assert {f"shape-{name}" for name in document["components"]["schemas"]} <= ids
    links = re.findall(r'href="#([^"]+)"', page)
    assert set(links) <= ids
    assert {"problem-not-found", "problem-method-not-allowed"} <= ids
