"""What a new user does who reads nothing but the screen, by the words that they read there."""

import pytest
from playwright.sync_api import Browser, Page

from tests.api.console.stories.seat import Seat
from tests.api.console.stories.stage import Stage, signs_in

pytestmark = pytest.mark.xdist_group("stories")  # one browser, one network


def test_somebody_is_met_referred_and_read_about_in_few_acts(
    stage: Stage, browser: Browser
) -> None:
    with stage.window(browser) as page:
        page.goto("/")
        signs_in(page, "ines")
        page.get_by_role("link", name="Ouvrir un parcours").click()
        page.get_by_label("Comment la personne veut être appelée").fill("Awa")
        page.get_by_label("Où vous vous êtes rencontrés").select_option(label="Au bureau")
        page.get_by_role("button", name="Ouvrir le parcours").click()
        page.get_by_role("link", name="Orienter vers le droit commun").click()
        page.get_by_label("Pour quoi", exact=True).select_option(label="Domiciliation")
        page.get_by_label("Structure du réseau").select_option(label="CCAS de Saint-Éloy")
        page.get_by_role("button", name="Envoyer").click()
        agrees(page)
        page.get_by_role("button", name="Envoyer").click()
        page.wait_for_selector("main [role=status]")
        [opened, *_, referred, _] = Seat(page).timeline()
    assert "Parcours ouvert" in opened
    assert "CCAS de Saint-Éloy" in referred


def agrees(page: Page) -> None:
    """The refusal leads to what is missing, and keeps what was chosen meanwhile."""
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Lire ensemble la notice").click()
    asked = opened.value
    asked.get_by_label("La notice a été lue aujourd’hui avec la personne").check()
    about = asked.get_by_role("radiogroup", name="CCAS de Saint-Éloy votre vie de tous les jours")
    about.get_by_text("Oui").click()
    asked.get_by_role("button", name="Enregistrer").click()
    asked.wait_for_selector("main [role=status]")
    asked.close()
