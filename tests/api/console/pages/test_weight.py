"""What pages weigh, and that they can be used where the network is slow."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

import pytest
from playwright.sync_api import Page

from domain.members import Role
from tests.api.console.pages.demo import Demo
from tests.faults.storms import save

pytestmark = pytest.mark.xdist_group("console")  # one browser, one demo
FIRST_PAGE = 60_000  # bytes, with all it needs
BYTES_A_SECOND = 400_000 / 8
LATENCY = 400  # milliseconds
A_TELEPHONE = 360  # pixels


@contextmanager
def weighed(page: Page) -> Iterator[list[float]]:
    """What comes over the network meanwhile, in bytes, headers included."""
    weights: list[float] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda told: weights.append(told["encodedDataLength"]))
    yield weights
    session.detach()


def test_the_first_page_is_light(desk: Demo) -> None:
    with desk.opened(width=A_TELEPHONE) as page, weighed(page) as weights:
        page.goto(f"{desk.at}/sign-in", wait_until="networkidle")
        assert 0 < sum(weights) <= FIRST_PAGE
    with desk.opened(width=A_TELEPHONE) as page:
        desk.signs_in(page, desk.login(Role.CASEWORKER))
        with weighed(page) as weights:
            page.goto(f"{desk.at}/", wait_until="networkidle")
        assert 0 < sum(weights) <= FIRST_PAGE


def slow(page: Page) -> None:
    """What is asked for from now on comes as it does far from an antenna."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY,
            "downloadThroughput": BYTES_A_SECOND,
            "uploadThroughput": BYTES_A_SECOND,
        },
    )


def test_the_day_and_a_pathway_are_read_where_the_network_is_slow(desk: Demo) -> None:
    with desk.opened(width=A_TELEPHONE) as page:
        slow(page)
        desk.signs_in(page, desk.login(Role.CASEWORKER))
        page.locator('main a[href^="/pathways/"]').first.click()
        assert page.locator("h1").inner_text()


@pytest.mark.long
def test_how_long_pages_take_where_the_network_is_slow(desk: Demo) -> None:
    took: dict[str, object] = {}
    with desk.opened(width=A_TELEPHONE) as page:
        slow(page)
        began = monotonic()
        page.goto(f"{desk.at}/sign-in")
        took["first page, with its style and script, seconds"] = round(monotonic() - began, 2)
        desk.signs_in(page, desk.login(Role.CASEWORKER))
        here = page.locator('main a[href^="/pathways/"]').first.get_attribute("href")
        for name, path in {"my day": "/", "a pathway": here, "the caseload": "/caseload"}.items():
            began = monotonic()
            page.goto(f"{desk.at}{path}")
            took[f"{name}, seconds"] = round(monotonic() - began, 2)
    save("console-slow", took)
