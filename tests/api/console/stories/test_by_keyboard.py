"""The five main tasks, by keyboard alone, on a screen enlarged to 200 %."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page

from tests.api.console.stories.keyboard import Keyboard
from tests.api.console.stories.stage import Stage, email_of
from tests.api.people import PASSWORD
from tests.api.speaking import Speaker

pytestmark = pytest.mark.xdist_group("stories")  # one browser, one network
NOTE = "Elle garde ses papiers chez une amie."
ENLARGED = {"width": 640, "height": 450}  # pixels, of 1280 on 900
SEND = "main .actions button.btn"


@pytest.fixture
def page(browser: Browser, stage: Stage) -> Iterator[Page]:
    with stage.window(browser, viewport=ENLARGED) as page:
        yield page


@pytest.fixture
def keys(page: Page) -> Iterator[Keyboard]:
    keyboard = Keyboard(page)
    yield keyboard
    assert keyboard.faults == []


@pytest.fixture
def ines(stage: Stage) -> Speaker:
    return stage.as_("ines")


def saved(page: Page) -> bool:
    return page.locator("main [role=status]").is_visible()


def test_somebody_signs_in_and_opens_a_pathway(page: Page, keys: Keyboard) -> None:
    page.goto("/")
    keys.skips_to_content()
    keys.fills("#email", email_of("ines"))
    keys.fills("#password", PASSWORD)
    keys.enters()
    keys.skips_to_content()
    keys.follows('a[href="/forms/pathways"]')
    keys.fills("[name=called]", "Awa")
    keys.chooses("[name=met_at]", "food_distribution")
    keys.follows(SEND)
    assert (page.inner_text("h1"), saved(page)) == ("Awa", True)


def test_a_note_is_written(stage: Stage, ines: Speaker, page: Page, keys: Keyboard) -> None:
    pathway = ines.pathway()
    stage.gives_session(page, "ines")
    page.goto(pathway)
    keys.follows('a[href$="/adding"]')
    keys.skips_to_content()
    keys.follows('a[href$="/notes"]')
    keys.fills("textarea", NOTE)
    keys.chooses("[name=data_class]", "status")
    keys.follows(SEND)
    [note] = ines.reads(f"{pathway}/notes").json()
    assert (note["text"], note["data_class"], saved(page)) == (NOTE, "status", True)


def test_somebody_is_referred(stage: Stage, ines: Speaker, page: Page, keys: Keyboard) -> None:
    pathway, ccas = ines.pathway(), str(stage.people.ccas)
    ines.consents(pathway, ccas)
    stage.gives_session(page, "ines")
    page.goto(pathway)
    keys.follows('main a[href$="/referrals"]')
    keys.chooses('[name="ask.service"]', "domiciliation")
    keys.chooses('[name="ask.target_id"]', ccas)
    keys.follows(SEND)
    [referral] = ines.reads(f"{pathway}/referrals").json()
    assert (referral["target_id"], saved(page)) == (ccas, True)


def test_a_referral_is_answered(stage: Stage, ines: Speaker, page: Page, keys: Keyboard) -> None:
    pathway, ccas = ines.pathway(), str(stage.people.ccas)
    ines.consents(pathway, ccas)
    ask = {"service": "domiciliation", "target_id": ccas}
    referral = f"{pathway}/referrals/" + ines.recorded(f"{pathway}/referrals", ask=ask)
    stage.gives_session(page, "paul")
    page.goto("/")
    keys.tabs_to(".menu")
    keys.presses("Enter")
    keys.follows('nav.main a[href="/referrals"]')
    while not page.locator(f'a[href*="{referral}"]').count():  # until the list counts it
        page.reload()
        keys.arrives()
    keys.follows(f'a[href*="{referral}/acceptance"]')
    keys.follows(SEND)
    assert (ines.reads(referral).json()["state"], saved(page)) == ("accepted", True)


def test_what_became_of_an_appointment_is_told(
    stage: Stage, ines: Speaker, page: Page, keys: Keyboard
) -> None:
    pathway = ines.pathway()
    yesterday = datetime.now(UTC).date() - timedelta(1)
    meeting = {"kind": "access_to_care", "place": "Bâtiment C", "with_name": "Dr Hêtre"}
    when = {"wall": f"{yesterday}T09:30:00", "zone": "Europe/Paris"}
    booked = ines.recorded(f"{pathway}/appointments", meeting=meeting, when=when)
    stage.gives_session(page, "ines")
    page.goto(pathway)
    keys.skips_to_content()
    keys.follows('a[href$="/attendance"]')
    keys.follows(SEND)
    told = ines.reads(f"{pathway}/appointments/{booked}").json()
    assert (told["attendance"], saved(page)) == ("attended", True)
