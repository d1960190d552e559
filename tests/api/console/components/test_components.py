import re

import pytest

from api.console.look import STYLE
from tests.api.console.browsing import said_on
from tests.api.console.conftest import Browsing

COLOUR = re.compile(r"--([a-z]+): #[0-9a-f]{3,6}")
NOT_SHOWN = {"line", "focus"}  # thin lines, which are everywhere


@pytest.mark.parametrize(("language", "word"), [("fr", "Couleurs"), ("en", "Colours")])
def test_the_components_are_shown_to_anybody(browsing: Browsing, language: str, word: str) -> None:
    page = browsing(language=language).opens("/components")
    assert (page.status_code, word in said_on(page)) == (200, True)


def test_every_colour_of_the_style_is_shown(browsing: Browsing) -> None:
    shown = set(re.findall(r'class="swatch ([a-z]+)"', browsing().opens("/components").text))
    assert set(COLOUR.findall(STYLE.decode())) - NOT_SHOWN == shown
