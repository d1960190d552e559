"""What pages weigh, and that they can be used where the network is slow."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page

from domain.members import Role
from tests.api.console.pages.demo import Demo

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
        page.context.clear_cookies(name="nothing")
        with weighed(page) as weights:
            page.goto(f"{desk.at}/", wait_until="networkidle")
        assert 0 < sum(weights) <= FIRST_PAGE


def test_the_day_and_a_pathway_are_read_where_the_network_is_slow(desk: Demo) -> None:
    with desk.opened(width=A_TELEPHONE) as page:
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
        desk.signs_in(page, desk.login(Role.CASEWORKER))
        page.locator('main a[href^="/pathways/"]').first.click()
        assert page.locator("h1").inner_text()
