"""What is typed into any form stays in the form and in the history: no address, no log says it."""

import re

from structlog.testing import capture_logs

from api.console.forms.catalogue.whole import ROWS
from tests.api.conftest import As, Place
from tests.api.console.browsing import hidden_in
from tests.api.console.conftest import Browsing
from tests.api.console.forms.test_every_form import at

CANARY = "quetzal-7f3a"
WRITTEN = re.compile(r'<(?:textarea|input type="text")[^>]* name="([^"]+)"')


def test_no_address_and_no_log_says_what_is_typed(
    browsing: Browsing, as_: As, place: Place
) -> None:
    pathway, ines, saved = as_("ines").pathway(), browsing("ines"), 0
    place.project()
    ids = {"pathway_id": pathway.rpartition("/")[2]}
    with capture_logs() as logs:
        for path in (at(row.path, ids) for row in ROWS):
            page = ines.opens(path)
            typed = dict.fromkeys(WRITTEN.findall(page.text), CANARY)
            if page.status_code == 200 and typed:
                sent = ines.sends(path, follow=False, **hidden_in(page), **typed)
                assert CANARY not in str(sent.headers), path
                saved += sent.status_code == 303
        ines.sends("/caseload/search", name=CANARY)
        ines.sends("/sign-in", email=f"{CANARY}@cordee.example", password=CANARY)
        ines.opens(f"/{CANARY}")
        ines.opens("/", whose=CANARY, said=CANARY)
    assert saved >= 3  # a note among others
    assert logs
    assert CANARY not in str(logs)


def test_the_title_of_a_page_names_nobody(browsing: Browsing, as_: As) -> None:
    """Titles stay in the history of a shared computer."""
    pathway = as_("ines").pathway(CANARY)
    ines = browsing("ines")
    for path in (pathway, f"{pathway}/access", f"/forms{pathway}/notes"):
        page = ines.opens(path).text
        assert CANARY not in page[: page.index("</head>")]
