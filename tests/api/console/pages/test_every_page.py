"""Every page of the console, looked at in a browser, in each language, under each role."""

import pytest

from domain.members import Role
from tests.api.console.pages.crawling import NOT_PAGES, ROUTES, Walk, faults_of, template_of
from tests.api.console.pages.demo import Demo

pytestmark = pytest.mark.xdist_group("console")  # one browser, one demo
OF_FORMS = "/forms/"  # each is looked at by the tests of forms
NOT_THEIRS = "the first accounts of the demo hold none; looked at in tests of the field"
NOT_YET = "nothing of it in the demo; looked at in tests of the network"
ALONE = {  # pages that no link leads to, each with why
    "/components": "for whoever changes the style; docs/console.md leads there",
    "/field/consultations/{facility_id}": NOT_THEIRS,
    "/field/workshops/{activity_id}": NOT_THEIRS,
    "/field/workshops/{activity_id}/sessions/{session_id}": NOT_THEIRS,
    "/field/workshops/{activity_id}/sessions/{session_id}/person": NOT_THEIRS,
    "/network/hand-overs/{handover_id}": NOT_YET,
    "/publications/{release_id}": NOT_YET,
    "/publications/{release_id}/again": NOT_YET,
    "/sign-in": "whoever is signed in is not asked to again; looked at in other tests",
}
PAGES = {
    route.path
    for route in ROUTES
    if not route.path.startswith(OF_FORMS) and not NOT_PAGES.search(route.path)
}


def is_a_form(kind: str) -> bool:
    return kind.startswith(OF_FORMS)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_links_lead_to_every_page_and_each_can_be_used(desk: Demo, language: str) -> None:
    seen, faults = set(ALONE), list[str]()
    for role in Role:
        with desk.opened(language) as page:
            desk.signs_in(page, desk.login(role))
            walk = Walk(page, desk.at, skips=is_a_form)
            for path in walk.pages():
                if path == "/" or template_of(path) not in seen:
                    faults += [f"{role}: {path}: {fault}" for fault in faults_of(page, language)]
            faults += walk.lost
            seen |= set(walk.seen)
    assert not faults, "\n".join(faults)
    missed = sorted(PAGES - seen)
    assert not missed, "\n".join(missed)
